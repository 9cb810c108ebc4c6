package nutgraf

// Frame is one statement of one report in a form that can be laid beside
// another report's: what it is about, what it says of it, with what status,
// for which period, and who stands behind it. Clause is the shortest stretch
// of text that carries it, Focus the number, date or superlative in it.
type Frame struct {
	Member   int // index of the report
	Kind     ClaimKind
	Clause   Cite
	Focus    Span
	Headline bool // stands in the headline or the standfirst
	Quote    int  // index of the quotation it stands in, or -1

	Quantity         int // index into the report's quantities, or -1
	Known            bool
	Value, Low, High float64
	Unit             string
	Money            bool   // an amount of money; Unit is its currency
	Head             string // key of what is counted, or of what is superlative
	Befell           string // key of what befell those counted ("kill"); empty when it does not stand beside the number
	Hedge            Hedge
	Status           Status

	When     int  // index into the story's times of this report: the date, or the period; -1 for none
	From, To Day  // NoDay when not known
	Bygone   bool // the period ended half a year or more before the report

	By       string // who stands behind it; empty when the report names nobody
	ByQuoted bool   // and that source's own words carry it

	Side   int       // frames of a matter with one Side say the same number, as far as their hedges allow
	Beside []float64 // the other numbers of its sentence
	About  []int     // story entities named in its sentence, in order of index
	Terms  []string  // keys of the content words of its clause, sorted
	Wide   []string  // keys of the content words of its sentence, sorted
	Near   []string  // keys of the content words and names just beside its focus, sorted
}

// Matter is the frames of one matter over the reports of a story, in the order
// of the reports and of the text.
type Matter struct {
	Kind   ClaimKind
	Frames []Frame
	Agreed bool // all frames say the same, as far as their hedges allow
}
