package reuse

import (
	"cmp"
	"slices"
)

// Scale is the length of the word runs by which passages are found.
const (
	gramWords   = 4  // words of a seed
	gramContent = 2  // of which so many are no function words
	maxShared   = 12 // articles of which all pairs are looked at under one seed
)

// grams appends, for each word, a number for the run of words that begins
// there; 0 where the text ends before the run does and where the run holds too
// few words that say something.
func grams(words []word, out []uint32) []uint32 {
	for i := range words {
		if i+gramWords > len(words) {
			out = append(out, 0)
			continue
		}
		w := words[i : i+gramWords : i+gramWords]
		content := 0
		h := uint64(0)
		for k := range w {
			h = (h + uint64(w[k].hash)) * 0x9e3779b97f4a7c15
			h ^= h >> 32
			if !w[k].common {
				content++
			}
		}
		if content < gramContent {
			out = append(out, 0)
			continue
		}
		out = append(out, uint32(h)|1)
	}
	return out
}

// seed is a run of words that stands at two places.
type seed struct {
	a, b   uint32 // articles, a < b
	pa, pb uint32 // word numbers
	places uint16 // where else its words stand
}

// match finds the seeds between articles. offsets[i] is where the grams of
// article i begin; its last element is their number.
func match(all []uint32, offsets []uint32) []seed {
	repeated := repeats(all)
	slices.Sort(repeated)
	var out []seed
	own := newOwners(offsets)
	for i := 0; i < len(repeated); {
		j := i + 1
		for j < len(repeated) && repeated[j]>>32 == repeated[i]>>32 {
			j++
		}
		out = pairs(repeated[i:j], own, out)
		i = j
	}
	slices.SortFunc(out, func(x, y seed) int {
		if x.a != y.a || x.b != y.b {
			return cmp.Compare(uint64(x.a)<<32|uint64(x.b), uint64(y.a)<<32|uint64(y.b))
		}
		return cmp.Compare(uint64(x.pa)<<32|uint64(x.pb), uint64(y.pa)<<32|uint64(y.pb))
	})
	return out
}

// repeats returns the grams that occur more than once, each with its place in
// the lower half.
func repeats(all []uint32) []uint64 {
	bits := uint32(1 << 16)
	for uint64(bits) < 8*uint64(len(all)) && bits < 1<<31 {
		bits *= 2
	}
	once, twice := make([]uint64, bits/64), make([]uint64, bits/64)
	for _, g := range all {
		if g == 0 {
			continue
		}
		h := (g * 0x9e3779b1) & (bits - 1)
		m := uint64(1) << (h & 63)
		if once[h>>6]&m != 0 {
			twice[h>>6] |= m
		}
		once[h>>6] |= m
	}
	var out []uint64
	for i, g := range all {
		if g == 0 {
			continue
		}
		h := (g * 0x9e3779b1) & (bits - 1)
		if twice[h>>6]>>(h&63)&1 != 0 {
			out = append(out, uint64(g)<<32|uint64(i))
		}
	}
	return out
}

// owners tells to which article a gram's place belongs.
type owners struct {
	offsets []uint32
	block   []uint32 // the article of every 256th place
}

func newOwners(offsets []uint32) *owners {
	o := &owners{offsets: offsets}
	doc := uint32(0)
	for at := uint32(0); at < offsets[len(offsets)-1]; at += 256 {
		for offsets[doc+1] <= at {
			doc++
		}
		o.block = append(o.block, doc)
	}
	return o
}

func (o *owners) of(at uint32) uint32 {
	doc := o.block[at>>8]
	for o.offsets[doc+1] <= at {
		doc++
	}
	return doc
}

// pairs appends the seeds that one gram's places make.
func pairs(places []uint64, own *owners, out []seed) []seed {
	if len(places) > maxShared {
		return star(places, own, out)
	}
	for i := range places {
		at := uint32(places[i])
		a := own.of(at)
		for _, p := range places[i+1:] {
			bt := uint32(p)
			if b := own.of(bt); b != a {
				out = append(out, seed{a, b, at - own.offsets[a], bt - own.offsets[b], uint16(len(places))})
			}
		}
	}
	return out
}

// star appends the seeds of a gram that stands in many places: each place with
// the first one only, so that a text in a thousand articles gives a thousand
// seeds and not a million.
func star(places []uint64, own *owners, out []seed) []seed {
	at := uint32(places[0])
	a := own.of(at)
	for _, p := range places[1:] {
		bt := uint32(p)
		if b := own.of(bt); b != a {
			out = append(out, seed{a, b, at - own.offsets[a], bt - own.offsets[b], uint16(min(len(places), 1<<16-1))})
		}
	}
	return out
}
