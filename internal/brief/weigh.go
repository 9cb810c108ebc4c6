package brief

import (
	"math"
	"slices"

	"nutgraf"
)

// What a sentence's parts of worth count for, beside how well it stands alone.
// The first sentence is to tell the event, which titles tell too; those behind
// it what most reports add.
const (
	firstSupport, firstTitle, firstPlace = 1.0, .8, .7
	laterSupport, laterTitle, laterPlace = 1.6, .2, .4

	// A short sentence is soon told by others: these shares of a sentence's mean
	// weight are added to its own before support is measured.
	firstShort, laterShort = .5, .2
)

const (
	opening   = 8  // sentences behind which history and colour are told
	backing   = .4 // share of a sentence that another report must tell to back it
	forLate   = .3
	forColour = .8 // the same, whoever backs it

	enoughWords = 20 // of a sentence that says enough
	forBacking  = .8 // for a sentence that all other reports back
)

// scale weighs the keys of a story and knows where each stands.
type scale struct {
	ids    map[string]int32
	idf    []float64
	places [][]int32 // by key: the heard sentences that have it
	heard  []heard
	titles []title
	mean   float64 // weight of a sentence
}

// heard is a sentence of a witness.
type heard struct {
	member int
	weight float64 // by place: news is told first
}

type title struct {
	keys []int32
	sum  float64
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
		s.heard = append(s.heard, heard{c.member, .5 + .5*early(c.order)})
	}
	s.idf = make([]float64, len(s.places))
	for id, p := range s.places {
		s.idf[id] = math.Log(1 + float64(len(s.heard)+1)/float64(len(p)+1))
	}
	for i := range all {
		s.mean += s.sum(all[i].keys) / float64(len(all))
	}
	for i := 0; i < len(members); i += step(len(members)) {
		s.titles = append(s.titles, s.title(w, members[i].Doc.Title))
	}
	return s
}

// title reads a title's keys; one of fewer than three tells too little.
func (s *scale) title(w *Writer, text string) title {
	var t title
	for _, k := range w.gist.Words(text) {
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
		if t.sum == 0 {
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

// early weighs the place of a sentence in its report: news is told first, the
// history after it.
func early(order int) float64 { return 1 / (1 + .3*float64(order-1)) }

// weigh gives every candidate its worth.
func (s *scale) weigh(cs []candidate, plain []float64, ages ages) {
	board, reports := make([]float64, len(s.heard)), witnessed(s.heard)
	for i := range cs {
		c := &cs[i]
		told, backers := s.support(*c, board, reports)
		c.backed = backers > 0
		total := s.sum(c.keys)
		headed := s.headed(*c)
		sound, at := c.alone*length(c.words)*plain[c.member], early(c.order)
		if c.denies {
			sound = c.alone * length(c.words) // a denial is news in whatever report it stands
		}
		sound *= ages.fresh(c.member, c.ahead)
		standing := sound
		c.sound = sound * firm(c, plain[c.member])
		later := told / (total + laterShort*s.mean)
		if c.order > opening && !c.answers && (backers < 2 || c.alone < .6) {
			sound *= forLate
		}
		c.first = sound * (firstSupport*told/(total+firstShort*s.mean) + firstTitle*headed + firstPlace*at)
		if reports > 2 {
			sound *= 1 + forBacking*float64(backers)/float64(reports-1)
		}
		c.later = sound / max(standing, least) * (laterSupport*later + laterTitle*headed + laterPlace*at)
		if ages.stale(c) {
			c.sound *= forStale
		}
	}
}

// firm is what is held once more against a sentence behind the first: too short to tell
// much, out of a report that comments, or late in one.
func firm(c *candidate, plain float64) float64 {
	g := min(1, float64(c.words)/enoughWords)
	if !c.denies {
		g *= plain
	}
	if c.order > opening && !c.answers && !c.denies {
		g *= forColour
	}
	return g
}

// full is what a first sentence can be worth in a story.
func (s *scale) full() float64 {
	sum := firstPlace
	if len(s.titles) > 1 {
		sum += firstSupport
	}
	if slices.ContainsFunc(s.titles, func(t title) bool { return t.sum > 0 }) {
		sum += firstTitle
	}
	return sum
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

// length favours sentences of a length that says enough and no more.
func length(words int) float64 {
	switch {
	case words < 20:
		return .5 + .5*float64(words)/20
	case words > 40:
		return 40 / float64(words)
	}
	return 1
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
