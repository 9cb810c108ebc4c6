package story

import (
	"cmp"
	"math"
	"slices"
	"sort"
)

// How sagas are found.
const (
	profileTerms = 110  // terms of a story's profile
	nameTimes    = 2    // how much more a name pulls than another word
	sagaProbes   = 16   // terms by which a story's kin is looked up
	sagaPostings = 100  // stories looked at under one term, the nearest in order
	sagaKin      = 40   // stories compared with a story
	mostPull     = 1229 // the most that one term pulls, in 4096ths: it takes several to bind stories
)

// littleKin is what the looked-up terms of two stories must add up to for the
// stories to be compared, in the square of a profile's length.
const littleKin = 4096 * 4096 * 20 / 1000

// sagaBar is what groups of stories must reach to be one saga: two stories alone
// must have much in common.
var sagaBar = bar{least: 25 * unit / 1000, alone: 220 * unit / 1000, first: 3, last: 8}

// profile is what a story or a saga is about: its terms with how they pull, in
// 4096ths of the length of a story's.
type profile struct {
	terms []profileTerm // by hash
}

type profileTerm struct {
	hash uint32
	pull uint32
}

// newProfile makes the profile of a story.
func newProfile(members []*card, h *holdings) *profile {
	var all []profileTerm // of all members, in 4096ths of each one's length
	for _, c := range members {
		first, length := len(all), uint64(0)
		for _, t := range c.terms {
			pull := h.pull(t)
			length += pull * pull
			all = append(all, profileTerm{t.hash, uint32(pull)})
		}
		shorten(all[first:], root(length))
	}
	p := &profile{terms: summed(all, len(members))}
	if len(p.terms) > profileTerms {
		slices.SortFunc(p.terms, byPull)
		p.terms = slices.Clone(p.terms[:profileTerms])
		slices.SortFunc(p.terms, byTermHash)
	}
	var length uint64
	for _, t := range p.terms {
		length += uint64(t.pull) * uint64(t.pull)
	}
	shorten(p.terms, max(1, root(length)))
	for i := range p.terms {
		p.terms[i].pull = min(mostPull, p.terms[i].pull)
	}
	return p
}

// shorten brings terms to 4096ths of the length.
func shorten(terms []profileTerm, length float64) {
	for i := range terms {
		terms[i].pull = uint32(math.Round(float64(terms[i].pull) / length * 4096))
	}
}

// summed returns the terms by hash, each once, with the mean over n members of
// how it pulls.
func summed(terms []profileTerm, n int) []profileTerm {
	slices.SortFunc(terms, byTermHash)
	out := terms[:0]
	for i := 0; i < len(terms); {
		sum := uint64(0)
		h := terms[i].hash
		for ; i < len(terms) && terms[i].hash == h; i++ {
			sum += uint64(terms[i].pull)
		}
		out = append(out, profileTerm{h, uint32(sum / uint64(n))})
	}
	return slices.Clip(out)
}

func byPull(a, b profileTerm) int {
	return cmp.Or(cmp.Compare(b.pull, a.pull), cmp.Compare(a.hash, b.hash))
}

// lookAhead is how many stories after a story still say how common its
// little-known terms are.
const lookAhead = 500

// sagaFinder finds sagas. What it found of the stories before the first one that
// has changed since it keeps: a story is laid beside earlier ones only, and
// those far behind have no say in it.
type sagaFinder struct {
	stories  [][]*card
	profiles []*profile
	edges    []edge               // by the later story
	lists    map[uint32][]posting // by term, the stories that it tells of
	held     *holdings            // of the stories counted
}

func newSagaFinder() *sagaFinder {
	return &sagaFinder{lists: map[uint32][]posting{}, held: newHoldings()}
}

// find returns for each story the first story of its saga. The stories are in
// the order of their first reports.
func (f *sagaFinder) find(stories [][]*card) []int32 {
	same := 0
	for same < min(len(stories), len(f.stories)) && slices.Equal(stories[same], f.stories[same]) {
		same++
	}
	if same < max(len(stories), len(f.stories)) {
		f.forget(same)
		f.stories = append(f.stories[:same], stories[same:]...)
		f.link()
	}
	return cluster(len(stories), f.edges, sagaBar)
}

// forget drops what was found of the stories from the given one on, and of those
// before it in which it had a say.
func (f *sagaFinder) forget(same int) {
	for _, s := range f.stories[same:] {
		f.held.count(s, -1)
	}
	first := max(0, same-lookAhead)
	for _, p := range f.profiles[first:] {
		for _, t := range p.telling() {
			list := f.lists[t.hash]
			for len(list) > 0 && int(list[len(list)-1].card) >= first {
				list = list[:len(list)-1]
			}
			f.lists[t.hash] = list
		}
	}
	f.profiles = f.profiles[:first]
	f.edges = f.edges[:sort.Search(len(f.edges), func(i int) bool { return int(f.edges[i].b) >= first })]
}

func byTermHash(a, b profileTerm) int { return cmp.Compare(a.hash, b.hash) }

// spread holds the terms of a profile so that others are laid beside it fast:
// an open-addressed table, nine tenths of it empty.
type spread [1024]profileTerm

// hold takes the terms of p in, in place of what it held.
func (t *spread) hold(p *profile) {
	clear(t[:])
	for _, term := range p.terms {
		*t.slot(term.hash) = term
	}
}

// slot returns where the term stands, or is to stand; no term pulls nothing.
func (t *spread) slot(hash uint32) *profileTerm {
	for i := hash; ; i++ {
		if s := &t[i%uint32(len(t))]; s.hash == hash || s.pull == 0 {
			return s
		}
	}
}

// dot is how alike two stories are, in units.
func (t *spread) dot(q *profile) int64 {
	var sum uint64
	for _, x := range q.terms {
		if s := t.slot(x.hash); s.hash == x.hash {
			sum += uint64(s.pull) * uint64(x.pull)
		}
	}
	return int64(sum >> 8)
}

// telling returns the terms by which the story's kin is looked up.
func (p *profile) telling() []profileTerm {
	var best [sagaProbes]profileTerm
	n := 0
	for _, t := range p.terms {
		if n == sagaProbes && byPull(t, best[n-1]) > 0 {
			continue
		}
		k := min(n, sagaProbes-1)
		for ; k > 0 && byPull(t, best[k-1]) < 0; k-- {
			best[k] = best[k-1]
		}
		best[k] = t
		n = min(n+1, sagaProbes)
	}
	return slices.Clone(best[:n])
}

// link compares each story not yet linked with those before it that share its
// telling terms, however long ago they were.
func (f *sagaFinder) link() {
	sums := make([]uint64, len(f.stories))
	var touched []int32
	var best shortlist
	var table spread
	for n := len(f.profiles); n < len(f.stories); n++ {
		for f.held.stories < min(len(f.stories), n+lookAhead+1) {
			f.held.count(f.stories[f.held.stories], 1)
		}
		p := newProfile(f.stories[n], f.held)
		f.profiles = append(f.profiles, p)
		touched = touched[:0]
		for _, t := range p.telling() {
			list := f.lists[t.hash]
			for k := len(list) - 1; k >= max(0, len(list)-sagaPostings); k-- {
				if sums[list[k].card] == 0 {
					touched = append(touched, list[k].card)
				}
				sums[list[k].card] += uint64(t.pull) * uint64(list[k].pull)
			}
			f.lists[t.hash] = append(list, posting{int32(n), t.pull})
		}
		best.empty(sagaKin)
		for _, m := range touched {
			if sums[m] >= littleKin {
				best.offer(float64(sums[m]), m)
			}
			sums[m] = 0
		}
		table.hold(p)
		for _, m := range best.list {
			if s := table.dot(f.profiles[m.card]); s >= sagaBar.least {
				f.edges = append(f.edges, edge{m.card, int32(n), s})
			}
		}
	}
}
