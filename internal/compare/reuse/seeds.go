package reuse

import (
	"math/bits"
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
func grams(words []token, out []uint32) []uint32 {
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

// seed is a run of words that stands in two articles, of which the later is b.
type seed struct {
	b      uint32
	pa, pb uint32 // word numbers
	places uint16 // where else its words stand
}

// postings are the places of the grams that occur more than once, in their
// order, each with a way to the next place of the same gram.
type postings struct {
	offsets []uint32 // where the grams of each article begin
	places  []uint32
	article []uint32 // by place
	next    []int32  // the next place of the same gram; -1: none
	count   []uint32 // the places of the gram; 0: all but its first are passed over
	from    []int32  // by article: the first of its places
	order   []uint64 // room for seeds
	found   []seed
}

// post links the places of each gram. offsets[i] is where the grams of article i
// begin; its last element is their number.
func post(all, offsets []uint32) *postings {
	p := &postings{offsets: offsets}
	grams := p.repeats(all)
	p.next, p.count = make([]int32, len(grams)), make([]uint32, len(grams))
	for i := 0; i < len(grams); {
		j := i + 1
		for j < len(grams) && grams[j]>>32 == grams[i]>>32 {
			p.next[uint32(grams[j-1])] = int32(uint32(grams[j]))
			j++
		}
		p.next[uint32(grams[j-1])] = -1
		p.count[uint32(grams[i])] = uint32(j - i)
		for k := i + 1; k < j && j-i <= maxShared; k++ {
			p.count[uint32(grams[k])] = uint32(j - i)
		}
		i = j
	}
	return p
}

// repeats notes the places of the grams that occur more than once, and returns
// these grams in order, each with the number of its place in the lower half.
func (p *postings) repeats(all []uint32) []uint64 {
	size := uint32(1 << 16)
	for uint64(size) < 8*uint64(len(all)) && size < 1<<31 {
		size *= 2
	}
	slot := func(g uint32) (at, shift uint32) {
		h := (g * 0x9e3779b1) & (size - 1)
		return h >> 5, h & 31 * 2
	}
	seen := make([]uint64, size/32) // two bits a slot: seen once, seen twice
	for _, g := range all {
		if g != 0 {
			at, shift := slot(g)
			w := seen[at]
			seen[at] = w | (w>>shift&1<<1|1)<<shift
		}
	}
	room := min(len(all), fewWords) // in a story's reports most grams may recur, in a collection few do
	out := make([]uint64, 0, room)
	p.places, p.article = make([]uint32, 0, room), make([]uint32, 0, room)
	article := uint32(0)
	p.from = append(p.from, 0)
	for i, g := range all {
		for p.offsets[article+1] <= uint32(i) {
			article++
			p.from = append(p.from, int32(len(out)))
		}
		if g == 0 {
			continue
		}
		if at, shift := slot(g); seen[at]>>shift&2 != 0 {
			p.places, p.article = append(p.places, uint32(i)), append(p.article, article)
			out = append(out, uint64(g)<<32|uint64(len(out)))
		}
	}
	for len(p.from) < len(p.offsets) {
		p.from = append(p.from, int32(len(out)))
	}
	return bySize(out)
}

// fewWords is a story's worth of words.
const fewWords = 1 << 15

// bySize orders numbers whose upper bits are spread evenly: they are dealt out by
// these, then each heap is put in order.
func bySize(in []uint64) []uint64 {
	shift := 64 - max(bits.Len(uint(len(in)))-2, 1)
	ends := make([]uint32, 1<<(64-shift)+1)
	for _, x := range in {
		ends[x>>shift+1]++
	}
	for i := range ends[1:] {
		ends[i+1] += ends[i]
	}
	out := make([]uint64, len(in))
	for _, x := range in {
		out[ends[x>>shift]] = x
		ends[x>>shift]++
	}
	start := uint32(0)
	for _, end := range ends[:len(ends)-1] {
		slices.Sort(out[start:end])
		start = end
	}
	return out
}

// seeds returns the seeds between an article and later ones, in the order of
// those, then of the places in the one and the other; they are good until it is
// called again. A gram that stands in many places links each of them with the
// first one only, so that a text in a thousand articles gives a thousand seeds
// and not a million.
func (p *postings) seeds(a int) []seed {
	most := 0
	for _, n := range p.count[p.from[a]:p.from[a+1]] {
		most += int(n)
	}
	p.found, p.order = slices.Grow(p.found[:0], 2*most), slices.Grow(p.order[:0], most)
	for i := p.from[a]; i < p.from[a+1]; i++ {
		if p.count[i] == 0 {
			continue
		}
		for k := p.next[i]; k >= 0; k = p.next[k] {
			if b := p.article[k]; b != uint32(a) {
				p.order = append(p.order, uint64(b)<<32|uint64(len(p.found)))
				p.found = append(p.found, seed{b, p.places[i] - p.offsets[a], p.places[k] - p.offsets[b], uint16(min(p.count[i], 1<<16-1))})
			}
		}
	}
	slices.Sort(p.order)
	n := len(p.found)
	for _, at := range p.order {
		p.found = append(p.found, p.found[uint32(at)])
	}
	return p.found[n:]
}
