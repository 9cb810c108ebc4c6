package alone

import (
	"nutgraf"
)

// statement is a sentence that a report seems to have alone.
type statement struct {
	member int
	span   nutgraf.Span
	terms  []string
	told   bool // another report tells it: it is here for the statement of that report
}

// Statements of two reports tell one thing, though each adds to it, where they
// have at least this many terms in common, and these are at least this part of
// the terms, and this share of the weight, of the one that has less: the words
// that a story is about weigh little in it.
const (
	leastMatched = 4
	partMatched  = .4
	shareMatched = .2
)

// unmatched leaves out the statements that tell the same as one of another
// report: neither report has them alone.
func (t *tellings) unmatched(all []statement) []statement {
	at := map[string][]int{}
	for i, x := range all {
		for _, key := range x.terms {
			at[key] = append(at[key], i)
		}
	}
	var out []statement
	for _, x := range all {
		if !x.told && !t.matched(x, all, at) {
			out = append(out, x)
		}
	}
	return out
}

// matched reports whether a statement of another report tells the same.
func (t *tellings) matched(x statement, all []statement, at map[string][]int) bool {
	common, weight := map[int]int{}, map[int]float64{}
	for _, key := range x.terms {
		for _, i := range at[key] {
			common[i]++
			weight[i] += t.Weigh(key)
		}
	}
	for i, n := range common {
		y := all[i]
		if y.member != x.member && n >= leastMatched && float64(n) >= partMatched*float64(min(len(x.terms), len(y.terms))) &&
			weight[i] >= shareMatched*min(t.Weight(x.terms), t.Weight(y.terms)) {
			return true
		}
	}
	return false
}
