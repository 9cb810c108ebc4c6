package render

import "nutgraf"

// measure is how much of each list a page shows. A story of many reports would
// else weigh megabytes, most of them the same words again. What is left off is
// counted, and stands on the whole page.
type measure struct {
	reports   int // in the list at the top
	places    int // of an utterance: reports that have it
	wordings  int // of an utterance
	clauses   int // on a side of a difference
	cards     int // differences
	said      int // utterances
	chips     int // behind one clause or one reason
	ties      int // in the table of origins
	tiesEach  int // of one report, credits apart
	shared    int // passages
	claims    int
	events    int
	published int
	drawn     int // entries in a lane of the time line
	apart     int // reports that say something alone
	alone     int // clauses and claims of one report
}

// firstMeasure is the measure of the page that a reader opens first: nothing of a story
// of two dozen reports is left off.
var firstMeasure = measure{
	reports: 60, places: 24, wordings: 12, clauses: 8, cards: 40, said: 120, chips: 24, ties: 60, tiesEach: 3, shared: 40,
	claims: 60, events: 60, published: 60, drawn: 40, apart: 24, alone: 24,
}

// wholeMeasure is the measure of the page that has all: bounds that only keep a browser
// from choking.
var wholeMeasure = measure{
	reports: 5000, places: 1000, wordings: 500, clauses: 500, cards: 2000, said: 5000, chips: 500, ties: 3000, tiesEach: 1000, shared: 2000,
	claims: 2000, events: 2000, published: 5000, drawn: 200, apart: 5000, alone: 500,
}

// rest is what a list leaves off, and where all of it stands.
type rest struct {
	N    int
	Href string // empty when this is the whole page
}

// SaidHref is the address of a story's nth utterance on its page, which may stand on the
// whole page alone.
func SaidHref(base string, p *nutgraf.StoryPage, n int) string {
	href := StoryHref(base, p.ID)
	if n >= firstMeasure.said {
		href += "?whole=yes"
	}
	return href + "#" + p.Families[n].ID
}

// cut shortens a list to its first n and says what that leaves off.
func cut[T any](s *sheet, all []T, n int, anchor string) ([]T, rest) {
	if len(all) <= n {
		return all, rest{}
	}
	return all[:n:n], s.rest(len(all)-n, anchor)
}

func (s *sheet) rest(n int, anchor string) rest {
	if n <= 0 {
		return rest{}
	}
	r := rest{N: n}
	if !s.opt.Whole && !s.opt.Dossier {
		r.Href = StoryHref(s.opt.Base, s.p.ID) + "?whole=yes#" + anchor
	}
	return r
}
