package nutgraf

// Sketch is what grouping needs to know of an article: small, derived from the
// document alone, stored beside it, and rebuilt when the code that makes it
// changes. Form is the number of that code's version: sketches of another form
// are not to be compared.
type Sketch struct {
	Form     int
	ID       string
	Outlet   string
	Day      Day // publication day, NoDay when none can be relied on
	Words    int // words read
	Terms    []Term
	Pairs    []Pair
	Weekdays uint8
	Months   uint16
	Numbers  []string // numbers with what they count, ordinals, episode numbers
	Quotes   []uint64 // fingerprints of what stands in quotation marks
	Prints   []uint64 // fingerprints of the text, the smallest ones
	Back     []string // words of explicit back-references ("last month's …")
}

// Term is a content word of an article with its weight there, how rare it is
// in the language's news, and where it stands.
type Term struct {
	Text   string
	Weight float32
	Rarity float32
	Zone   TermZone
}

// Pair is a pair.
type Pair struct {
	Hash   uint32
	Rarity float32
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
