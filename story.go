package nutgraf

// Sketch is what grouping needs to know of an article: small, derived from the
// document and its findings, stored beside it, and rebuilt when the code that
// makes it changes.
type Sketch struct {
	ID      string
	Outlet  string
	Day     Day // publication day, NoDay when none can be relied on
	Words   int
	Terms   []Term   // content words and names of title, lead and text, by term
	Numbers []string // numbers with what they count, ordinals, episode numbers
	Quotes  []uint64 // fingerprints of quotations
	Prints  []uint64 // fingerprints of the text
	Title   []Term
	Names   []Term // entities, by folded name
	Back    []Term // words of explicit back-references ("last month's …")
}

// Term is a term with its weight within the article (a count or a sum of
// position weights; the background's idf is applied by the grouping).
type Term struct {
	Text   string
	Weight float32
}

// Story is one story as grouping sees it: its members in canonical order (by
// reliable day, then id), its id, and the saga it belongs to (empty when none).
type Story struct {
	ID      string
	Saga    string
	Members []string
}

// Member is one report of a story as the comparisons see it.
type Member struct {
	Doc *Document
	Seg *Segments
	Ann *Annotations
}
