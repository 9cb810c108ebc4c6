package eval

// BCubed is the B-cubed score (Bagga and Baldwin 1998) of a grouping, every
// document weighing the same, over all documents and over those whose gold
// story has two or more (Multi).
type BCubed struct {
	Documents          int
	P, R, F1           float64
	MultiP, MultiR     float64
	MultiF1            float64
	Stories, Predicted int
}

// Stories scores a grouping: gold and pred map ids to labels; an id absent from
// pred counts as a story of its own, one absent from gold is not scored.
func Stories(gold, pred map[string]string) BCubed {
	type key struct{ g, p string }
	cg, cp, joint := map[string]int{}, map[string]int{}, map[key]int{}
	for id, g := range gold {
		p, ok := pred[id]
		if !ok || p == "" {
			p = "alone\x00" + id
		}
		cg[g]++
		cp[p]++
		joint[key{g, p}]++
	}
	var bp, br, mp, mr, mn float64
	for k, n := range joint {
		x := float64(n) * float64(n)
		bp += x / float64(cp[k.p])
		br += x / float64(cg[k.g])
		if cg[k.g] > 1 {
			mp += x / float64(cp[k.p])
			mr += x / float64(cg[k.g])
			mn += float64(n)
		}
	}
	n := float64(len(gold))
	s := BCubed{Documents: len(gold), Stories: len(cg), Predicted: len(cp)}
	if n > 0 {
		s.P, s.R = bp/n, br/n
		s.F1 = harmonic(s.P, s.R)
	}
	if mn > 0 {
		s.MultiP, s.MultiR = mp/mn, mr/mn
		s.MultiF1 = harmonic(s.MultiP, s.MultiR)
	}
	return s
}
