package find

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
)

// Window is how many passages a search weighs against each other. Where more
// answer, those of the articles taken in last are weighed.
const Window = 1000

// Weighed is a passage that answers, with what its place in the list rests on.
type Weighed struct {
	Weight  float64
	Day     nutgraf.Day
	Article string
	Start   int
	Came    int64 // the higher, the later its article came
	Key     int64 // the store's own
}

// Weight says how well a paragraph answers the words of a search: often and in
// few words is better. All that answer hold all the words, so that how rare a
// word is makes no difference. It is BM25's term for frequency and length
// (Robertson and Zaragoza 2009), with k1 1.2, b 0.75 and paragraphs of 50 words.
func Weight(words string, s *nutgraf.Search) float64 {
	length := float64(strings.Count(words, " "))
	weight := 0.0
	for _, w := range s.Words {
		beginning, open := strings.CutSuffix(w, "*")
		w = " " + beginning + " "
		if open {
			w = " " + beginning
		}
		weight += often(words, w, length)
	}
	for _, p := range s.Phrases {
		weight += often(words, " "+p+" ", length)
	}
	return weight
}

func often(words, w string, length float64) float64 {
	tf := float64(strings.Count(words, w))
	return tf * 2.2 / (tf + 1.2*(0.25+0.75*length/50))
}

// Order sorts what answers, the best first, or what came last first; ties by
// day, article and place.
func Order(all []Weighed, newest bool) {
	slices.SortFunc(all, func(a, b Weighed) int {
		by := cmp.Compare(b.Weight, a.Weight)
		if newest {
			by = cmp.Compare(b.Came, a.Came)
		}
		return cmp.Or(by, cmp.Compare(b.Day, a.Day), strings.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start))
	})
}
