package eval

// Shared is a passage that two documents share, as gold or as prediction.
type Shared struct {
	Src, Dst       string
	S0, S1, D0, D1 int
	Level          int
}

// ReuseScore counts characters over (document, partner, character), both sides,
// and the gold passages of which half or more of the copied side is covered,
// by level of editing.
type ReuseScore struct {
	Char  PRF
	Found map[int]*PRF
}

type pairKey struct{ a, b string }

func unordered(r Shared) pairKey {
	if r.Src < r.Dst {
		return pairKey{r.Src, r.Dst}
	}
	return pairKey{r.Dst, r.Src}
}

// Reuse scores shared passages. Pairs of documents that ignore holds and gold
// does not are left out: they shared text before the gold was made.
func Reuse(gold, pred, ignore []Shared) ReuseScore {
	inserted, skip := map[pairKey]bool{}, map[pairKey]bool{}
	for _, g := range gold {
		inserted[unordered(g)] = true
	}
	for _, g := range ignore {
		skip[unordered(g)] = true
	}
	var kept []Shared
	for _, p := range pred {
		if k := unordered(p); inserted[k] || !skip[k] {
			kept = append(kept, p)
		}
	}
	g, p := characters(gold), characters(kept)
	s := ReuseScore{Found: map[int]*PRF{}}
	for k, chars := range g {
		s.Char.Gold += len(chars)
		for c := range chars {
			if p[k][c] {
				s.Char.Hit++
			}
		}
	}
	for _, chars := range p {
		s.Char.Pred += len(chars)
	}
	for _, r := range gold {
		if s.Found[r.Level] == nil {
			s.Found[r.Level] = &PRF{}
		}
		s.Found[r.Level].Gold++
		n := 0
		for c := r.D0; c < r.D1; c++ {
			if p[pairKey{r.Dst, r.Src}][c] {
				n++
			}
		}
		if 2*n >= r.D1-r.D0 {
			s.Found[r.Level].Hit++
		}
	}
	return s
}

func characters(list []Shared) map[pairKey]map[int]bool {
	out := map[pairKey]map[int]bool{}
	mark := func(k pairKey, from, to int) {
		if out[k] == nil {
			out[k] = map[int]bool{}
		}
		for c := from; c < to; c++ {
			out[k][c] = true
		}
	}
	for _, r := range list {
		mark(pairKey{r.Src, r.Dst}, r.S0, r.S1)
		mark(pairKey{r.Dst, r.Src}, r.D0, r.D1)
	}
	return out
}
