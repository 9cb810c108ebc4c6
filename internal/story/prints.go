package story

import "slices"

// Sizes of the fingerprints by which copies of a text are known.
const (
	printWords = 5  // words of a fingerprint
	maxPrints  = 24 // fingerprints kept: the smallest ones (Broder 1997)
)

// prints gathers the smallest fingerprints of a text's runs of words.
type prints struct {
	run  [printWords]uint32
	seen int
	heap []uint64 // ascending, each once
}

func (p *prints) add(word uint32) {
	p.run[p.seen%printWords] = word
	p.seen++
	if p.seen < printWords {
		return
	}
	h := uint64(0)
	for i := range printWords {
		h = h*0x9e3779b97f4a7c15 + uint64(p.run[(p.seen+i)%printWords])
	}
	h = mix(h)
	if len(p.heap) == maxPrints && h >= p.heap[maxPrints-1] {
		return
	}
	i, found := slices.BinarySearch(p.heap, h)
	if found {
		return
	}
	p.heap = slices.Insert(p.heap, i, h)
	p.heap = p.heap[:min(len(p.heap), maxPrints)]
}

func (p *prints) list() []uint64 { return p.heap }

// resemblance estimates the share of runs of words that two texts have in
// common from their smallest fingerprints.
func resemblance(a, b []uint64) float64 {
	same, n := 0, 0
	for i, j := 0, 0; n < maxPrints && (i < len(a) || j < len(b)); n++ {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			i++
		case i == len(a) || b[j] < a[i]:
			j++
		default:
			same, i, j = same+1, i+1, j+1
		}
	}
	if n == 0 {
		return 0
	}
	return float64(same) / float64(n)
}
