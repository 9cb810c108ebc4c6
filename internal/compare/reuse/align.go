package reuse

// Scores of an alignment, by word.
const (
	matchScore  = 4
	commonScore = 2 // a function word that agrees
	missScore   = -2
	gapScore    = -2
	dropOff     = 22 // how far an extension may fall below its best
)

// aligner extends seeds on both sides by banded alignment of words (as in
// gapped BLAST, Altschul et al. 1997: an extension ends where its score has
// fallen too far below its best). It holds the rows it works in.
type aligner struct {
	prev, row []cell
}

// cell is the best alignment that ends at a place: its score and how many of
// its words agree.
type cell struct {
	score, same int32
}

const none = -1 << 20

// extend aligns a and b from the seed at words pa and pb to both sides.
func (s *aligner) extend(a, b []word, pa, pb int) run {
	k := 0
	score := 0
	for pa+k < len(a) && pb+k < len(b) && a[pa+k].hash == b[pb+k].hash {
		score += worth(a[pa+k])
		k++
	}
	r := run{a0: pa, a1: pa + k, b0: pb, b1: pb + k, same: k, score: score}
	da, db, same, sc := s.half(a, b, pa+k, pb+k, 1)
	r.a1, r.b1, r.same, r.score = r.a1+da, r.b1+db, r.same+same, r.score+sc
	da, db, same, sc = s.half(a, b, pa-1, pb-1, -1)
	r.a0, r.b0, r.same, r.score = r.a0-da, r.b0-db, r.same+same, r.score+sc
	return r
}

func worth(w word) int {
	if w.common {
		return commonScore
	}
	return matchScore
}

// half extends from a[pa] and b[pb] in one direction and returns how many
// words of each it takes in, how many agree, and what that earned.
func (s *aligner) half(a, b []word, pa, pb, step int) (da, db, same, score int) {
	const width = 2*band + 1
	if s.row == nil {
		s.prev, s.row = make([]cell, width), make([]cell, width)
	}
	prev, row := s.prev, s.row
	for j := range prev {
		prev[j] = cell{none, 0}
		if d := j - band; d >= 0 {
			prev[j] = cell{int32(gapScore * d), 0}
		}
	}
	prev[band] = cell{}
	var best cell
	for i := 0; ; i++ {
		// row i+1: i+1 words of a taken; column j: i+1+j-band words of b
		at := pa + step*i
		if at < 0 || at >= len(a) {
			break
		}
		w := a[at]
		rowBest := int32(none)
		for j := range row {
			n := i + 1 + j - band // words of b taken
			c := cell{none, 0}
			if j+1 < width {
				c = cell{prev[j+1].score + gapScore, prev[j+1].same}
			}
			if bt := pb + step*(n-1); n >= 1 && bt >= 0 && bt < len(b) {
				if b[bt].hash == w.hash {
					if v := prev[j].score + int32(worth(w)); v > c.score {
						c = cell{v, prev[j].same + 1}
					}
				} else if v := prev[j].score + missScore; v > c.score {
					c = cell{v, prev[j].same}
				}
				if j > 0 && row[j-1].score+gapScore > c.score {
					c = cell{row[j-1].score + gapScore, row[j-1].same}
				}
			}
			row[j] = c
			if c.score > best.score {
				best, da, db = c, i+1, n
			}
			rowBest = max(rowBest, c.score)
		}
		if rowBest < best.score-dropOff {
			break
		}
		prev, row = row, prev
	}
	return da, db, int(best.same), int(best.score)
}
