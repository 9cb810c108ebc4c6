package reuse

import "strings"

// run is a stretch that two articles share, in word numbers: [a0, a1) of the
// first and [b0, b1) of the second. score is what its alignment earned, same
// the number of words that agree.
type run struct {
	a0, a1, b0, b1 int
	same           int
	score          int
	parts          []part // what it was chained from; nil when of one piece
	places         int    // the fewest places that words of it were found in
}

// part is one piece of a chained run.
type part struct{ a0, a1, b0, b1 int }

func (r *run) pieces() []part {
	if r.parts == nil {
		return []part{{r.a0, r.a1, r.b0, r.b1}}
	}
	return r.parts
}

// length is the number of words on both sides.
func (r *run) length() int { return r.a1 - r.a0 + r.b1 - r.b0 }

// scale is how much two articles must share for it to be a passage.
type scale struct {
	same         int    // words that agree
	content      uint64 // of which words that are no function words
	phraseSame   int    // below this many words that agree, what stands in many articles is a set phrase
	phrasePlaces int    // how many are not yet many
	apart        bool   // what one side leaves out parts a passage
}

// The scales: over a collection, and among the reports of one story, where
// chance resemblance is rarer and short passages tell. A story's are shown to
// readers, who take every word of one for shared.
var (
	overCollection = scale{same: 8, content: 4, phraseSame: 13, phrasePlaces: 3}
	withinStory    = scale{same: 7, content: 3, phrasePlaces: 3, apart: true}
)

// Limits on how seeds are joined and stretches accepted.
const (
	seedReach = 20 // words on both sides of a seed that are looked at first
	minAround = 5  // telling words that must be shared there
	band      = 12 // words that the two sides of an alignment may drift apart
	cutGap    = 90 // words that one side may leave out between two stretches of a passage
	keptGap   = 8  // words that the other side may then have in their place
)

// stretches aligns two articles along their seeds, which are in order of place
// in the first, and returns what they share, in that order.
func stretches(a, b []word, seeds []seed, s *aligner, least scale) []run {
	var out []run
	for _, sd := range seeds {
		pa, pb := int(sd.pa), int(sd.pb)
		if c := covered(out, pa, pb); c != nil {
			c.places = min(c.places, int(sd.places))
			continue
		}
		if !s.promising(a, b, sd) {
			continue
		}
		r := s.extend(a, b, pa, pb)
		r.places = int(sd.places)
		if r.same >= 5 {
			out = append(out, r)
		}
	}
	if !least.apart {
		out = join(out)
	}
	return accept(a, out, least)
}

// promising reports whether a seed is worth an alignment: among the words
// around it enough stand around it on the other side too.
func (s *aligner) promising(a, b []word, sd seed) bool {
	nearB := around(b, int(sd.pb))
	for _, w := range nearB {
		s.near.add(w)
	}
	shared := uint64(0)
	for _, w := range around(a, int(sd.pa)) {
		shared += s.near.has(w)
	}
	for _, w := range nearB {
		s.near.remove(w)
	}
	return shared >= minAround
}

// ahead reads what promising will ask for, once for all seeds of an article, so
// that the reads do not wait for each other: the places are all over memory.
func (s *aligner) ahead(words []word, at int) {
	near := around(words, at)
	s.read += near[0] + near[len(near)/2] + near[len(near)-1]
}

func around(words []word, at int) []word {
	return words[max(0, at-seedReach):min(len(words), at+gramWords+seedReach)]
}

// covered returns that one of the last stretches in which a place lies, near
// its diagonal; nil when there is none.
func covered(runs []run, pa, pb int) *run {
	for i := len(runs) - 1; i >= 0 && i >= len(runs)-8; i-- {
		r := &runs[i]
		if pa >= r.a0 && pa < r.a1 && pb >= r.b0-band && pb < r.b1+band {
			return r
		}
	}
	return nil
}

// join chains stretches that follow each other on both sides where one side
// has left out what lies between.
func join(runs []run) []run {
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && follows(out[n-1], r) {
			l := &out[n-1]
			l.parts = append(l.pieces(), r.pieces()...)
			l.a1, l.b1 = max(l.a1, r.a1), max(l.b1, r.b1)
			l.same += r.same
			l.score += r.score
			l.places = min(l.places, r.places)
			continue
		}
		out = append(out, r)
	}
	return out
}

func follows(x, y run) bool {
	ga, gb := y.a0-x.a1, y.b0-x.b1
	if ga < -4 || gb < -4 || y.a1 <= x.a1 || y.b1 <= x.b1 {
		return false
	}
	return min(ga, gb) <= keptGap && max(ga, gb) <= cutGap
}

// accept keeps the stretches that share enough to be a passage.
func accept(a []word, runs []run, least scale) []run {
	out := runs[:0]
	for _, r := range runs {
		content := uint64(0)
		for _, w := range a[r.a0:r.a1] {
			content += w.telling()
		}
		shorter := min(r.a1-r.a0, r.b1-r.b0)
		if r.same < least.phraseSame && r.places > least.phrasePlaces {
			continue
		}
		if r.same >= least.same && content >= least.content && 2*r.same >= shorter {
			out = append(out, r)
		}
	}
	return out
}

// trimmed leaves out the few words at both ends that a paragraph's end parts, on
// either side, from the rest: "… the quay. The".
func (r run) trimmed(a, b *text) run {
	broken := func(t *text, i int) bool {
		return strings.ContainsRune(t.Text[t.span(i-1, i).End:t.span(i, i+1).Start], '\n')
	}
	for n := 1; n <= mostTrimmed && r.a1-n > r.a0 && r.b1-n > r.b0 && a.words[r.a1-n] == b.words[r.b1-n]; n++ {
		if broken(a, r.a1-n) || broken(b, r.b1-n) {
			r.a1, r.b1, r.same = r.a1-n, r.b1-n, r.same-n
			break
		}
	}
	for n := 1; n <= mostTrimmed && r.a0+n < r.a1 && r.b0+n < r.b1 && a.words[r.a0+n-1] == b.words[r.b0+n-1]; n++ {
		if broken(a, r.a0+n) || broken(b, r.b0+n) {
			r.a0, r.b0, r.same = r.a0+n, r.b0+n, r.same-n
			break
		}
	}
	return r
}

// mostTrimmed is how many words of another paragraph are left out.
const mostTrimmed = 3
