package brief

import (
	"math"
	"slices"

	"nutgraf"
)

const (
	backing = .4 // share of a sentence that another report must tell to back it
	within  = 10 // sentences of a report among which its words count as told by it
)

// scale weighs the keys of a story and knows where each stands.
type scale struct {
	ids     map[string]int32
	idf     []float64
	places  [][]int32 // by key: the heard sentences that have it
	heard   []heard
	titles  []title
	reports int // that are heard
}

// heard is a sentence of a witness.
type heard struct {
	member int
	order  int
	weight float64 // by place: news is told first
}

// title is what a report's title tells, or its first sentence where it has none.
type title struct {
	keys []int32
	sum  float64
	of   int // the report, counted from one, whose first sentence it is, or 0
}

// newScale reads the sentences of the reports' bodies.
func (w *Writer) newScale(members []nutgraf.Member, all []candidate) *scale {
	s := &scale{ids: map[string]int32{}}
	for i := range all {
		c := &all[i]
		for _, k := range c.terms {
			id, ok := s.ids[k]
			if !ok {
				id = int32(len(s.places))
				s.ids[k], s.places = id, append(s.places, nil)
			}
			if !slices.Contains(c.keys, id) {
				c.keys = append(c.keys, id)
				s.places[id] = append(s.places[id], int32(i))
			}
		}
		s.heard = append(s.heard, heard{c.member, c.order, .5 + .5*early(c.order)})
	}
	s.idf = make([]float64, len(s.places))
	for id, p := range s.places {
		s.idf[id] = math.Log(1 + float64(len(s.heard)+1)/float64(len(p)+1))
	}
	s.reports = witnessed(s.heard)
	for i := 0; i < len(members); i += step(len(members)) {
		t := s.title(w.gist.Words(members[i].Doc.Title))
		if members[i].Doc.Title == "" {
			if k := slices.IndexFunc(all, func(c candidate) bool { return c.member == i }); k >= 0 {
				t = s.title(all[k].terms)
				t.of = i + 1
			}
		}
		s.titles = append(s.titles, t)
	}
	return s
}

// title reads a title's keys; one of fewer than three tells too little.
func (s *scale) title(words []string) title {
	var t title
	for _, k := range words {
		if id, ok := s.ids[k]; ok && !slices.Contains(t.keys, id) {
			t.keys = append(t.keys, id)
			t.sum += s.idf[id]
		}
	}
	if len(t.keys) < 3 {
		return title{}
	}
	return t
}

func (s *scale) sum(keys []int32) float64 {
	n := 0.0
	for _, k := range keys {
		n += s.idf[k]
	}
	return n
}

// common is the weight of the keys that two sets share.
func (s *scale) common(a, b []int32) float64 {
	n := 0.0
	for _, k := range a {
		if slices.Contains(b, k) {
			n += s.idf[k]
		}
	}
	return n
}

// support is the weight of what the other reports tell of a sentence, each in the
// one sentence of theirs that comes nearest: the mean over the reports, and the
// number of reports that tell much of it. board has a place for every sentence heard and comes back empty.
func (s *scale) support(c candidate, board []float64, reports int) (told float64, backers int) {
	if len(c.keys) == 0 || reports < 2 {
		return 0, 0
	}
	var touched []int32
	for _, k := range c.keys {
		for _, at := range s.places[k] {
			if board[at] == 0 {
				touched = append(touched, at)
			}
			board[at] += s.idf[k]
		}
	}
	slices.Sort(touched)
	total, sum, best, member := s.sum(c.keys), 0.0, 0.0, -1
	for _, at := range append(touched, -1) {
		if at < 0 || s.heard[at].member != member {
			sum += best
			if best > backing*total {
				backers++
			}
			if at < 0 {
				break
			}
			best, member = 0, s.heard[at].member
		}
		if h := s.heard[at]; h.member != c.member {
			best = max(best, h.weight*board[at])
		}
		board[at] = 0
	}
	return sum / float64(reports-1), backers
}

// headed is how much of the reports' titles a sentence tells.
func (s *scale) headed(c candidate) float64 {
	sum, n := 0.0, 0.0
	for _, t := range s.titles {
		if t.sum == 0 || t.of == c.member+1 {
			continue
		}
		n++
		sum += s.common(t.keys, c.keys) / t.sum
	}
	if n == 0 {
		return 0
	}
	return sum / n
}

// spread counts the reports other than a sentence's own that have a key in their
// opening.
func (s *scale) spread(key int32, c *candidate) int {
	n, last := 0, c.member
	for _, at := range s.places[key] {
		if h := &s.heard[at]; h.member != c.member && h.member != last && h.order <= within {
			n, last = n+1, h.member
		}
	}
	return n
}

// weigh gives every candidate its worth.
func (s *scale) weigh(members []nutgraf.Member, cs []candidate, plain []float64) {
	board, ages := make([]float64, len(s.heard)), newAges(members)
	for i := range cs {
		c := &cs[i]
		told, backers := s.support(*c, board, s.reports)
		c.backed = backers > 0
		c.traits = s.traits(members, c, told, plain[c.member], &ages)
	}
	relate(cs)
	for i := range cs {
		c := &cs[i]
		c.worth = c.traits.weighed(&worthOf, worthBias)
		if ages.stale(c) || c.ahead && ages.behind(c.member) > 0 {
			c.worth -= forStale
		}
	}
}

func witnessed(all []heard) int {
	n, last := 0, -1
	for _, h := range all {
		if h.member != last {
			n, last = n+1, h.member
		}
	}
	return n
}

// plain tells news from comment, so that of two reports the plainer one is
// quoted: for each report, one less twice the share of its sentences in which the
// writer asks, comments or speaks to the reader, and .4 at the least; less where its
// title gives an angle on the event.
func (w *Writer) plain(members []nutgraf.Member, all []candidate) []float64 {
	n, comments := make([]int, len(members)), make([]int, len(members))
	for _, c := range all {
		n[c.member]++
		if c.comments {
			comments[c.member]++
		}
	}
	out := make([]float64, len(members))
	for i := range out {
		out[i] = 1
		if n[i] > 0 {
			out[i] = 1 - min(.6, 2*float64(comments[i])/float64(n[i]))
		}
		if w.angled(members[i].Doc.Title) {
			out[i] *= forAngledReport
		}
	}
	return out
}

// forAngledReport is held against the sentences of a report under a title that
// gives an angle on the event.
const forAngledReport = .8
