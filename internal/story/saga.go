package story

import (
	"cmp"
	"math"
	"slices"
)

// How sagas are found.
const (
	profileTerms = 110  // terms of a story's profile
	nameTimes    = 2    // how much more a name pulls than another word
	sagaProbes   = 16   // terms by which a story's kin is looked up
	sagaPostings = 200  // stories looked at under one term, the nearest in order
	sagaKin      = 40   // stories compared with a story
	mostPull     = 1229 // the most that one term pulls, in 4096ths: it takes several to bind stories
)

// littleKin is what the looked-up terms of two stories must add up to for the
// stories to be compared, in the square of a profile's length.
const littleKin = 4096 * 4096 * 20 / 1000

// sagaBar is what groups of stories must reach to be one saga.
var sagaBar = bar{least: 40 * unit / 1000, first: 3, last: 8}

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
	sums := map[uint32]uint64{}
	for _, c := range members {
		var length uint64
		for _, t := range c.terms {
			p := h.pull(t)
			length += p * p
		}
		l := root(length)
		for _, t := range c.terms {
			sums[t.hash] += uint64(math.Round(float64(h.pull(t)) / l * 4096))
		}
	}
	p := &profile{}
	for h, s := range sums {
		p.terms = append(p.terms, profileTerm{h, uint32(s / uint64(len(members)))})
	}
	slices.SortFunc(p.terms, byPull)
	p.terms = slices.Clone(p.terms[:min(len(p.terms), profileTerms)])
	slices.SortFunc(p.terms, byTermHash)
	var length uint64
	for _, t := range p.terms {
		length += uint64(t.pull) * uint64(t.pull)
	}
	l := max(1, root(length))
	for i := range p.terms {
		p.terms[i].pull = min(mostPull, uint32(math.Round(float64(p.terms[i].pull)/l*4096)))
	}
	return p
}

func byPull(a, b profileTerm) int {
	return cmp.Or(cmp.Compare(b.pull, a.pull), cmp.Compare(a.hash, b.hash))
}

// sagas returns for each story the first story of its saga.
func sagas(stories [][]*card) []int32 {
	profiles := make([]*profile, len(stories))
	held := newHoldings(stories)
	for i, s := range stories {
		profiles[i] = newProfile(s, held)
	}
	return cluster(len(stories), linkSagas(profiles), sagaBar)
}

func byTermHash(a, b profileTerm) int { return cmp.Compare(a.hash, b.hash) }

// dot is the sum of the likenesses of all pairs of stories in the two, in
// units.
func (p *profile) dot(q *profile) int64 {
	var sum uint64
	for i, j := 0, 0; i < len(p.terms) && j < len(q.terms); {
		switch {
		case p.terms[i].hash < q.terms[j].hash:
			i++
		case p.terms[i].hash > q.terms[j].hash:
			j++
		default:
			sum += uint64(p.terms[i].pull) * uint64(q.terms[j].pull)
			i, j = i+1, j+1
		}
	}
	return int64(sum >> 8)
}

// linkSagas compares each story with those before it that share its telling
// terms, however long ago they were.
func linkSagas(profiles []*profile) []edge {
	var edges []edge
	lists := map[uint32][]posting{}
	sums := make([]uint64, len(profiles))
	var touched []int32
	for n, p := range profiles {
		telling := slices.Clone(p.terms)
		slices.SortFunc(telling, byPull)
		telling = telling[:min(len(telling), sagaProbes)]
		touched = touched[:0]
		for _, t := range telling {
			list := lists[t.hash]
			for k := len(list) - 1; k >= max(0, len(list)-sagaPostings); k-- {
				if sums[list[k].card] == 0 {
					touched = append(touched, list[k].card)
				}
				sums[list[k].card] += uint64(t.pull) * uint64(list[k].pull)
			}
			lists[t.hash] = append(list, posting{int32(n), t.pull})
		}
		touched = slices.DeleteFunc(touched, func(m int32) bool {
			little := sums[m] < littleKin
			if little {
				sums[m] = 0
			}
			return little
		})
		slices.SortFunc(touched, func(a, b int32) int { return cmp.Or(cmp.Compare(sums[b], sums[a]), cmp.Compare(a, b)) })
		for k, m := range touched {
			if k < sagaKin {
				if s := p.dot(profiles[m]); s >= sagaBar.least {
					edges = append(edges, edge{m, int32(n), s})
				}
			}
			sums[m] = 0
		}
	}
	return edges
}
