package nutgraf

// Frame is one statement of one report in a form that can be laid beside
// another report's: what it is about, what it says of it, with what status,
// for which period, and who stands behind it. Clause is the shortest stretch
// of text that carries it, Focus the number, date or superlative in it.
type Frame struct {
	Member   int // index of the report
	Kind     ClaimKind
	Sentence int // index of its sentence in the report
	Clause   Cite
	Focus    Span
	Headline bool // stands in the headline or the standfirst
	Quote    int  // index of the quotation it stands in, or -1

	Quantity         int // index into the report's quantities, or -1
	Known            bool
	Value, Low, High float64
	Unit             string
	Age              bool   // how old somebody is
	Partial          bool   // the number is but a part of what the text writes: of a score, a fraction
	Listed           bool   // its sentence gives another number in its unit, or of what it counts
	Grouped          bool   // it counts a group of several: "a group of 19 mayors"
	Money            bool   // an amount of money; Unit is its currency
	Head             string // key of what is counted, or of what is superlative
	Befell           string // key of what befell those counted ("kill"); empty when it does not stand beside the number
	Hedge            Hedge
	Status           Status

	When     int     // index into the story's times of this report: the date, or the period; -1 for none
	From, To Day     // NoDay when not known
	Days     float64 // how long its period is; 0 when not known
	Bygone   bool    // the period ended half a year or more before the report

	By       string // who stands behind it; empty when the report names nobody
	ByQuoted bool   // and that source's own words carry it

	Side   int       // frames of a matter with one Side say the same number, as far as their hedges allow
	Beside []float64 // the other numbers of its sentence
	About  []int     // story entities named in its sentence, in order of index
	Named  []int     // those of them named in its clause
	Whose  int       // the one named nearest to its focus within its clause, or -1
	Unled  bool      // its clause holds a personal pronoun and no name
	Doing  string    // key of the verb nearest to its focus within its clause; empty when there is none
	Told   Day       // the day of its report as its page tells it; NoDay when it does not
	Mods   []string  // keys of the words that qualify what is counted, sorted
	Poll   bool      // its sentence tells of a poll
	Sole   bool      // its report gives no other number of what it counts, or of what befell those counted
	Lead   bool      // stands in the headline or the first sentences
	Since  Day       // the first and the last day told nearest to its focus in its sentence; NoDay when none is
	Until  Day
	Terms  []string // keys of the content words of its clause, sorted
	Wide   []string // keys of the content words of its sentence, sorted
	Near   []string // keys of the content words and names just beside its focus, sorted
	Before []string // those of them before it
	After  []string // and those after it
}

// Matter is the frames of one matter over the reports of a story, in the order
// of the reports and of the text.
type Matter struct {
	Kind   ClaimKind
	Frames []Frame
	Agreed bool // all frames say the same, as far as their hedges allow
}
