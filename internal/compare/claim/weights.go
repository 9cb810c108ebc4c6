package claim

import (
	"math"
	"slices"

	"nutgraf"
)

const fewFrames = 30

// weights are the inverse document frequencies of keys over what is laid side by side,
// the sentences of the story's frames or its clauses: a word that stands in all of them
// tells nothing.
type weights map[string]float64

// newWeights weighs the keys of n lists. In a small story every word is frequent; its
// weights are taken as if it had at least fewFrames frames.
func newWeights(n int, keys func(i int) []string) weights {
	w := weights{}
	for i := range n {
		for _, k := range keys(i) {
			w[k]++
		}
	}
	all := float64(max(n, fewFrames) + 1)
	for k, df := range w {
		w[k] = math.Log(1 + all/(df+.5))
	}
	return w
}

// weighFrames weighs the words of the frames' sentences.
func weighFrames(frames []nutgraf.Frame) weights {
	return newWeights(len(frames), func(i int) []string { return frames[i].Wide })
}

// alike returns how much of what two frames say they share, in [0, 1]: the
// weighted share of their clauses' words, the weaker for those of the rest of
// their sentences, and a little for the entities both are about.
func (w weights) alike(a, b *nutgraf.Frame) float64 {
	near := w.overlap(a.Terms, b.Terms)
	wide := w.overlap(a.Wide, b.Wide)
	s := .6*near + .3*wide
	for _, e := range a.About {
		if slices.Contains(b.About, e) {
			s += .12
			break
		}
	}
	return s
}

// beside is alike with the words right beside the numbers counting most.
func (w weights) beside(a, b *nutgraf.Frame) float64 {
	return w.alike(a, b) + .4*w.overlap(a.Near, b.Near)
}

// overlap is the weighted overlap coefficient of two sorted lists of keys,
// smoothed so that a single shared word of very short lists does not carry.
func (w weights) overlap(a, b []string) float64 {
	var shared, wa, wb float64
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			wa += w[a[i]]
			i++
		case i == len(a) || b[j] < a[i]:
			wb += w[b[j]]
			j++
		default:
			x := w[a[i]]
			shared, wa, wb = shared+x, wa+x, wb+x
			i, j = i+1, j+1
		}
	}
	if shared == 0 {
		return 0
	}
	return shared / (math.Min(wa, wb) + smooth)
}

// smooth keeps what is shared of very short lists from carrying.
const smooth = .9

// least is what overlap measures what is shared against.
func (w weights) least(a, b []string) float64 {
	sum := func(keys []string) (n float64) {
		for _, k := range keys {
			n += w[k]
		}
		return n
	}
	return math.Min(sum(a), sum(b)) + smooth
}
