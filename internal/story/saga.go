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
	pairShare    = .35  // of the square of a story's length as words, that as neighbouring words
	sagaProbes   = 20   // terms by which a story's kin is looked up
	sagaPostings = 50   // stories looked at under one term, the nearest in order
	sagaKin      = 40   // stories compared with a story
	mostPull     = 1229 // the most that one term pulls, in 4096ths: it takes several to bind stories; the looked-up ones of two stories add up within 32 bits
)

// littleKin is what the looked-up terms of two stories must add up to for the
// stories to be compared, in the square of a profile's length.
const littleKin = 4096 * 4096 * 20 / 1000

// sagaBar is what groups of stories must reach to be one saga. Two stories alone
// must have much in common; the more a saga holds the less is asked of the next,
// but slowly: what comes to ten stories of one matter must share more with them
// than the names of the season.
var sagaBar = bar{least: 30 * unit / 1000, alone: 170 * unit / 1000, root: true}

// profile is what a story is about: its words and neighbouring words with how they pull,
// in 4096ths of the length of a story's.
type profile struct {
	terms []profileTerm
}

type profileTerm struct {
	hash uint32
	pull uint32
}

// newProfile makes the profile of a story. room is used for what is in between.
func newProfile(members []*card, h *holdings, room *[]uint64) *profile {
	all := (*room)[:0] // hashes and how they pull, of all members, in 4096ths of each one's length
	for _, c := range members {
		first, length := len(all), uint64(0)
		for _, t := range c.terms {
			pull := h.pull(t)
			length += pull * pull
			all = append(all, uint64(t.hash)<<32|pull)
		}
		own := root(length) * wordsToAll
		for i := first; i < len(all); i++ {
			all[i] = all[i]&^pullBits | shortened(all[i]&pullBits, own)
		}
		length = ownPairs * ownPairs
		for _, p := range c.pairs {
			length += uint64(p.rarity) * uint64(p.rarity)
		}
		own = root(length) * pairsToAll
		for _, p := range c.pairs {
			all = append(all, uint64(p.hash)<<32|shortened(uint64(p.rarity), own))
		}
	}
	if len(members) > 1 {
		slices.Sort(all)
		all = summed(all, uint64(len(members)))
	}
	all = strongest(all)
	*room = all
	p := &profile{make([]profileTerm, len(all))}
	var length uint64
	for _, x := range all {
		length += (x & pullBits) * (x & pullBits)
	}
	own := max(1, root(length))
	for i, x := range all {
		p.terms[i] = profileTerm{uint32(x >> 32), uint32(min(mostPull, shortened(x&pullBits, own)))}
	}
	return p
}

// How much longer a story is as words and neighbouring words than as either.
var (
	wordsToAll = math.Sqrt(1 + pairShare)
	pairsToAll = math.Sqrt((1 + pairShare) / pairShare)
)

// pullBits are those of a term and its pull in one number that are the pull's.
const pullBits = 1<<32 - 1

// shortened brings a pull to 4096ths of the length.
func shortened(pull uint64, length float64) uint64 {
	return uint64(math.Round(float64(pull) / length * 4096))
}

// summed returns sorted terms each once, with the mean over n members of how it
// pulls.
func summed(terms []uint64, n uint64) []uint64 {
	out := terms[:0]
	for i := 0; i < len(terms); {
		hash, sum := terms[i]&^pullBits, uint64(0)
		for ; i < len(terms) && terms[i]&^pullBits == hash; i++ {
			sum += terms[i] & pullBits
		}
		out = append(out, hash|sum/n)
	}
	return out
}

// strongest returns the terms that pull most, of two that pull alike the one with
// the smaller hash.
func strongest(terms []uint64) []uint64 {
	if len(terms) <= profileTerms {
		return terms
	}
	var of [4096 + 1]uint32 // how many terms, by how they pull
	for _, x := range terms {
		of[x&pullBits]++
	}
	least, left := uint64(len(of)-1), profileTerms
	for ; left >= int(of[least]); least-- {
		left -= int(of[least])
	}
	out, even := terms[:0], make([]uint64, 0, of[least])
	for _, x := range terms {
		switch pull := x & pullBits; {
		case pull > least:
			out = append(out, x)
		case pull == least:
			even = append(even, x)
		}
	}
	slices.Sort(even)
	return append(out, even[:left]...)
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
	edges    []edge                // by the later story
	lists    map[uint32]*[]posting // by term, the stories that it tells of
	held     *holdings             // of the stories counted
}

func newSagaFinder() *sagaFinder {
	return &sagaFinder{lists: map[uint32]*[]posting{}, held: newHoldings()}
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
	c := newClusters(len(stories), f.edges, sagaBar)
	c.join(func(a, b int32) {})
	c.adopt(func(i int32) bool { return len(stories[i]) == 1 })
	of := c.firsts()
	f.part(of)
	return of
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
			for len(*list) > 0 && int((*list)[len(*list)-1].card) >= first {
				*list = (*list)[:len(*list)-1]
			}
		}
	}
	f.profiles = f.profiles[:first]
	f.edges = f.edges[:sort.Search(len(f.edges), func(i int) bool { return int(f.edges[i].b) >= first })]
}

// spread holds the terms of a profile so that others are laid beside it fast:
// an open-addressed table, nine tenths of it empty, and before it a filter that
// lets hardly another term through.
type spread struct {
	filter [128]uint64
	terms  [1024]profileTerm
	read   uint32
}

// hold takes the terms of p in, in place of what it held.
func (t *spread) hold(p *profile) {
	clear(t.filter[:])
	clear(t.terms[:])
	for _, term := range p.terms {
		t.filter[term.hash>>6&127] |= 1 << (term.hash & 63)
		*t.slot(term.hash) = term
	}
}

// slot returns where the term stands, or is to stand; no term pulls nothing.
func (t *spread) slot(hash uint32) *profileTerm {
	for i := hash; ; i++ {
		if s := &t.terms[i%uint32(len(t.terms))]; s.hash == hash || s.pull == 0 {
			return s
		}
	}
}

// aLine is how many terms, or postings, a line of the processor's cache holds.
const aLine = 8

// ahead reads profiles that will be laid beside it, a term in each line of the
// cache: one read does not wait for the other, as they would later.
func (t *spread) ahead(q *profile) {
	for i := 0; i < len(q.terms); i += aLine {
		t.read += q.terms[i].pull
	}
}

// dot is how alike two stories are, in units.
func (t *spread) dot(q *profile) int64 {
	var sum uint64
	for _, x := range q.terms {
		if t.filter[x.hash>>6&127]>>(x.hash&63)&1 == 0 {
			continue
		}
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

// list returns the stories that a term tells of.
func (f *sagaFinder) list(hash uint32) *[]posting {
	list := f.lists[hash]
	if list == nil {
		list = new([]posting)
		f.lists[hash] = list
	}
	return list
}

// link compares each story not yet linked with those before it that share its
// telling terms, however long ago they were.
func (f *sagaFinder) link() {
	sums := make([]uint32, len(f.stories))
	touched := make([]int32, sagaProbes*sagaPostings)
	var lists [sagaProbes]*[]posting
	var near [sagaProbes][]posting
	var best shortlist
	var table spread
	var room []uint64
	for n := len(f.profiles); n < len(f.stories); n++ {
		for f.held.stories < min(len(f.stories), n+lookAhead+1) {
			f.held.count(f.stories[f.held.stories], 1)
		}
		p := newProfile(f.stories[n], f.held, &room)
		f.profiles = append(f.profiles, p)
		many := 0
		telling := p.telling()
		for i, t := range telling {
			lists[i] = f.list(t.hash)
			near[i] = (*lists[i])[max(0, len(*lists[i])-sagaPostings):]
			for k := 0; k < len(near[i]); k += aLine {
				table.read += near[i][k].pull
			}
		}
		for i, t := range telling {
			for _, o := range near[i] {
				touched[many] = o.card
				if sums[o.card] == 0 {
					many++
				}
				sums[o.card] += t.pull * o.pull
			}
			*lists[i] = append(*lists[i], posting{int32(n), t.pull})
		}
		best.empty(sagaKin)
		for _, m := range touched[:many] {
			if sums[m] >= littleKin {
				best.offer(float64(sums[m]), m)
			}
			sums[m] = 0
		}
		table.hold(p)
		for _, m := range best.list {
			table.ahead(f.profiles[m.card])
		}
		for _, m := range best.list {
			if s := table.dot(f.profiles[m.card]); s >= sagaBar.least {
				f.edges = append(f.edges, edge{m.card, int32(n), s})
			}
		}
	}
}
