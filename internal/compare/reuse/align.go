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
	prev, row [width + 1]cell
	near      wordSet // empty between uses
	read      word
}

// width is the number of places in a row: how far the sides may drift apart.
const width = 2*band + 1

// cell is the best alignment that ends at a place: its score above, how many of
// its words agree in the lower 30 bits. The two bits between say, while cells
// are compared, by which step it came, so that of equal scores the one wins that
// leaves out a word of the first text, then the one that takes one of each.
type cell int64

const (
	point    cell = 1 << 32 // one of score
	byGapA   cell = 2 << 30
	byPair   cell = 1 << 30
	stepMask cell = 3 << 30
)

func (c cell) score() int { return int(c >> 32) }
func (c cell) same() int  { return int(c & (byPair - 1)) }

const none = -1 << 20

// extend aligns a and b from the seed at words pa and pb to both sides.
func (s *aligner) extend(a, b []word, pa, pb int) run {
	k := 0
	score := 0
	for pa+k < len(a) && pb+k < len(b) && a[pa+k] == b[pb+k] {
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
	if w&tells == 0 {
		return commonScore
	}
	return matchScore
}

// barren reports whether half is bound to take nothing in, as most are: the
// most that any alignment can have earned, word by word of the first text, comes
// to nothing before it has fallen as far as ends the search. A word that stands
// in the band behind what it is laid beside costs the words in between.
func barren(a, b []word, pa, pb, step, restA, restB int) bool {
	var filter [4]uint64 // of the words of b that the band has reached
	reached, most := 0, 0
	for i := range restA {
		for ; reached < min(restB, i+1+band); reached++ {
			w := b[pb+step*reached]
			filter[w>>6&3] |= 1 << (w & 63)
		}
		w := a[pa+step*i]
		away := -1
		if filter[w>>6&3]>>(w&63)&1 != 0 {
			away = distance(b, w, pb, step, i, reached)
		}
		switch {
		case away < 0:
			most += missScore
		case most+worth(w)+gapScore*away > 0:
			return false
		default:
			most += worth(w)
		}
		if most < -dropOff {
			return true
		}
	}
	return true
}

// distance is how far behind place i of b, counted from pb by step, w stands
// next: 0 when it stands there or in the band before it, -1 when it does not
// stand before place end.
func distance(b []word, w word, pb, step, i, end int) int {
	for m := max(0, i-band); m < end; m++ {
		if b[pb+step*m] == w {
			return max(0, m-i)
		}
	}
	return -1
}

// half extends from a[pa] and b[pb] in one direction and returns how many
// words of each it takes in, how many agree, and what that earned.
func (s *aligner) half(a, b []word, pa, pb, step int) (da, db, same, score int) {
	restA, restB := len(a)-pa, len(b)-pb
	if step < 0 {
		restA, restB = pa+1, pb+1
	}
	if barren(a, b, pa, pb, step, restA, restB) {
		return 0, 0, 0, 0
	}
	prev, row := &s.prev, &s.row
	for j := range prev {
		prev[j] = none * point
		if d := j - band; d >= 0 {
			prev[j] = cell(gapScore*d) * point
		}
	}
	prev[width], row[width] = (none-gapScore)*point, (none-gapScore)*point
	var best cell
	for i := range restA {
		// row i+1: i+1 words of a taken; column j: i+1+j-band words of b. Before
		// column lo none is taken of b, from column hi on b has ended.
		w := a[pa+step*i]
		lo := max(0, band-i)
		hi := max(lo, min(width, restB-i+band))
		agree := cell(worth(w))*point + 1
		top, left := cell(none*point), cell(none*point)
		for j := range lo {
			left = prev[j+1] + gapScore*point
			row[j], top = left, max(top, left)
		}
		at := pb + step*(i+lo-band)
		for j := lo; j < hi; j++ {
			pair := missScore * point
			if b[at] == w {
				pair = agree
			}
			left = max((prev[j+1]+gapScore*point)|byGapA, (prev[j]+pair)|byPair, left+gapScore*point) &^ stepMask
			row[j], top = left, max(top, left)
			at += step
		}
		for j := hi; j < width; j++ {
			row[j] = prev[j+1] + gapScore*point
			top = max(top, row[j])
		}
		if top.score() > best.score() {
			j := 0
			for row[j].score() != top.score() {
				j++
			}
			best, da, db = row[j], i+1, i+1+j-band
		}
		if top.score() < best.score()-dropOff {
			break
		}
		prev, row = row, prev
	}
	return da, db, best.same(), best.score()
}
