package nutgraf

// Sketch is what grouping needs to know of an article: small, derived from the
// document alone, stored beside it, and rebuilt when the code that makes it
// changes. Form is the number of that code's version: sketches of another form
// are not to be compared.
type Sketch struct {
	Form         int
	ID           string
	Outlet       string
	Day          Day        // publication day, NoDay when none can be relied on
	EventDay     Day        // the first day that the article names, NoDay when it names none that can be told
	EventWeekday uint8      // its weekday, 1 to 7 from Monday, 0 for none; an article without a date may have one, too
	Words        int        // words read
	Terms        []Term     // content words and names, by text
	Pairs        []WordPair // content words that stand side by side, by hash
	Numbers      []string   // numbers of title and lead
	Prints       []uint64   // the smallest fingerprints of the text's word runs, ascending
}

// Term is a content word of an article, in lower case, with its weight there
// and how rare it is in the language's news; both in steps that package story
// defines.
type Term struct {
	Text   string
	Weight uint8
	Rarity uint8
	Zone   TermZone
}

// WordPair is two content words that stand side by side, as a hash, and how
// rare they are together.
type WordPair struct {
	Hash   uint32
	Rarity uint8
}

// TermZone tells where in an article a term stands and whether it is a name.
type TermZone uint8

// The zones of a term; a term can be in several.
const (
	InTitle TermZone = 1 << iota
	InLead
	IsName
)

// Story is one story as grouping sees it: its members in canonical order (by
// reliable day, then id), its id, the saga it belongs to (empty when none),
// and those members that are copies of one text, each set in canonical order.
// A set of copies is one report that stands in several places.
type Story struct {
	ID      string
	Saga    string
	Members []string
	Copies  [][]string
}

// Member is one report of a story as the comparisons see it.
type Member struct {
	Doc *Document
	Seg *Segments
	Ann *Annotations
}
