// Package align aligns two sequences of words, given by their keys, and tells
// what was kept, dropped and added on the way from the first to the second. It
// knows keys only: what counts as the same word is decided by package fold.
package align

// Op is what a Step does.
type Op uint8

// The steps from the first sequence to the second.
const (
	Keep Op = iota // the same words in both
	Drop           // words of the first only
	Add            // words of the second only
)

// Step is a run of words under one Op: [A0, A1) of the first sequence and
// [B0, B1) of the second. One of the two ranges is empty for Drop and Add.
type Step struct {
	Op             Op
	A0, A1, B0, B1 int
}

// edits bounds the edits that the exact search looks through before it falls
// back on words that stand once in each sequence.
const edits = 300

// Words returns the steps from a to b, in order, covering both wholly. The
// alignment is a shortest one (Myers 1986) while a and b differ in no more than
// a few hundred words; beyond that it is pinned at words that are unique in
// both (patience), so that the cost stays near linear whatever comes in.
func Words(a, b []uint64) []Step {
	d := differ{a: a, b: b}
	d.run(0, len(a), 0, len(b), 0)
	return d.steps
}

// Slide moves short kept runs over the drop or add beside them when the same
// words stand on its far side, where they join a longer kept run: of "we [said
// that we] will" the reader wants "[we said that] we will". steps must be those
// of a and b; they are changed in place and returned.
func Slide(steps []Step, a, b []uint64) []Step {
	for i := 1; i+1 < len(steps); i++ {
		left, gap, right := &steps[i-1], &steps[i], &steps[i+1]
		if left.Op != Keep || gap.Op == Keep || right.Op != Keep {
			continue
		}
		seq, lo, hi := a, gap.A0, gap.A1
		if gap.Op == Add {
			seq, lo, hi = b, gap.B0, gap.B1
		}
		l, r := left.A1-left.A0, right.A1-right.A0
		switch {
		case l < r && l <= slide && l <= hi-lo && same(a[left.A0:left.A1], seq[hi-l:hi]):
			move(left, gap, right, l)
		case r < l && r <= slide && r <= hi-lo && same(a[right.A0:right.A1], seq[lo:lo+r]):
			move(left, gap, right, -r)
		}
	}
	out := steps[:0]
	for _, s := range steps {
		if s.A0 == s.A1 && s.B0 == s.B1 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Op == s.Op {
			out[n-1].A1, out[n-1].B1 = s.A1, s.B1
			continue
		}
		out = append(out, s)
	}
	return out
}

// slide is the number of words up to which a kept run may move.
const slide = 3

// move takes the last n kept words before the gap behind it, or, for a negative
// n, the first ones behind it before it.
func move(left, gap, right *Step, n int) {
	left.A1, left.B1 = left.A1-n, left.B1-n
	gap.A0, gap.A1, gap.B0, gap.B1 = gap.A0-n, gap.A1-n, gap.B0-n, gap.B1-n
	right.A0, right.B0 = right.A0-n, right.B0-n
}

func same(a, b []uint64) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// Kept counts the words under Keep, and the longest run of them.
func Kept(steps []Step) (words, longest int) {
	for _, s := range steps {
		if s.Op == Keep {
			words += s.A1 - s.A0
			longest = max(longest, s.A1-s.A0)
		}
	}
	return words, longest
}

type differ struct {
	a, b  []uint64
	steps []Step
}

func (d *differ) run(a0, a1, b0, b1, depth int) {
	head := 0
	for a0+head < a1 && b0+head < b1 && d.a[a0+head] == d.b[b0+head] {
		head++
	}
	tail := 0
	for a1-tail > a0+head && b1-tail > b0+head && d.a[a1-tail-1] == d.b[b1-tail-1] {
		tail++
	}
	d.emit(Keep, a0, a0+head, b0, b0+head)
	d.middle(a0+head, a1-tail, b0+head, b1-tail, depth)
	d.emit(Keep, a1-tail, a1, b1-tail, b1)
}

func (d *differ) middle(a0, a1, b0, b1, depth int) {
	if a0 < a1 && b0 < b1 {
		if d.myers(a0, a1, b0, b1) {
			return
		}
		if depth < 32 && d.patience(a0, a1, b0, b1, depth) {
			return
		}
	}
	d.emit(Drop, a0, a1, b0, b0)
	d.emit(Add, a1, a1, b0, b1)
}

// emit appends a step, melting it into the last one when both do the same.
func (d *differ) emit(op Op, a0, a1, b0, b1 int) {
	if a0 == a1 && b0 == b1 {
		return
	}
	if n := len(d.steps); n > 0 && d.steps[n-1].Op == op && d.steps[n-1].A1 == a0 && d.steps[n-1].B1 == b0 {
		d.steps[n-1].A1, d.steps[n-1].B1 = a1, b1
		return
	}
	d.steps = append(d.steps, Step{op, a0, a1, b0, b1})
}

// myers runs the greedy search for a shortest edit script and emits it; it
// reports false, and emits nothing, when more than edits edits are needed.
func (d *differ) myers(a0, a1, b0, b1 int) bool {
	a, b := d.a[a0:a1], d.b[b0:b1]
	n, m := len(a), len(b)
	most := min(n+m, edits)
	if abs(n-m) > most {
		return false
	}
	v := make([]int32, 2*most+3)
	var rows []int32 // what v held after each number of edits, one behind the other: 1, 3, 5 … places
	for e := 0; e <= most; e++ {
		for k := -e; k <= e; k += 2 {
			x := int(furthest(v, k, e, most))
			for x < n && x-k < m && x-k >= 0 && a[x] == b[x-k] {
				x++
			}
			v[k+most+1] = int32(x)
			if x >= n && x-k >= m {
				d.trace(rows, e, a0, b0, n, m)
				return true
			}
		}
		rows = append(rows, v[most+1-e:most+2+e]...)
	}
	return false
}

func furthest(v []int32, k, e, most int) int32 {
	at := k + most + 1
	if e == 0 {
		return 0
	}
	if k == -e || k != e && v[at-1] < v[at+1] {
		return v[at+1]
	}
	return v[at-1] + 1
}

// trace walks the search of so many edits back from the end and emits the steps in order.
func (d *differ) trace(rows []int32, edits, a0, b0, n, m int) {
	back := make([]Step, 0, 2*edits+1)
	x, y := n, m
	for e := edits; e > 0; e-- {
		prev := rows[(e-1)*(e-1) : e*e] // holds diagonals -(e-1) … e-1 at index k+e-1
		k := x - y
		at := func(k int) int {
			if k < -(e-1) || k > e-1 {
				return -1
			}
			return int(prev[k+e-1])
		}
		down := k == -e || k != e && at(k-1) < at(k+1)
		var px int
		if down {
			px = at(k + 1)
			back = append(back, Step{Keep, a0 + px, a0 + x, b0 + px - k, b0 + y}, Step{Add, a0 + px, a0 + px, b0 + px - k - 1, b0 + px - k})
			x, y = px, px-k-1
			continue
		}
		px = at(k - 1)
		back = append(back, Step{Keep, a0 + px + 1, a0 + x, b0 + px + 1 - k, b0 + y}, Step{Drop, a0 + px, a0 + px + 1, b0 + px + 1 - k, b0 + px + 1 - k})
		x, y = px, px+1-k
	}
	back = append(back, Step{Keep, a0, a0 + x, b0, b0 + y})
	for i := len(back) - 1; i >= 0; i-- {
		s := back[i]
		d.emit(s.Op, s.A0, s.A1, s.B0, s.B1)
	}
}

// patience pins the alignment at words that stand once in each range and in
// the same order, and aligns what lies between.
func (d *differ) patience(a0, a1, b0, b1, depth int) bool {
	pins := d.pins(a0, a1, b0, b1)
	if len(pins) == 0 {
		return false
	}
	for _, p := range pins {
		d.run(a0, p[0], b0, p[1], depth+1)
		d.emit(Keep, p[0], p[0]+1, p[1], p[1]+1)
		a0, b0 = p[0]+1, p[1]+1
	}
	d.run(a0, a1, b0, b1, depth+1)
	return true
}

func (d *differ) pins(a0, a1, b0, b1 int) [][2]int {
	type seen struct{ inA, inB, at int }
	words := make(map[uint64]*seen, a1-a0)
	for i := a0; i < a1; i++ {
		s := words[d.a[i]]
		if s == nil {
			s = &seen{}
			words[d.a[i]] = s
		}
		s.inA++
	}
	for j := b0; j < b1; j++ {
		if s := words[d.b[j]]; s != nil {
			s.inB++
			s.at = j
		}
	}
	var pairs [][2]int
	for i := a0; i < a1; i++ {
		if s := words[d.a[i]]; s.inA == 1 && s.inB == 1 {
			pairs = append(pairs, [2]int{i, s.at})
		}
	}
	return rising(pairs)
}

// rising returns the longest subsequence of pairs that rises in the second
// place; the pairs come sorted by the first.
func rising(pairs [][2]int) [][2]int {
	var tops []int // indices into pairs: smallest last element of a run of each length
	prev := make([]int, len(pairs))
	for i, p := range pairs {
		lo, hi := 0, len(tops)
		for lo < hi {
			if mid := (lo + hi) / 2; pairs[tops[mid]][1] < p[1] {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		prev[i] = -1
		if lo > 0 {
			prev[i] = tops[lo-1]
		}
		if lo == len(tops) {
			tops = append(tops, i)
		} else {
			tops[lo] = i
		}
	}
	if len(tops) == 0 {
		return nil
	}
	out := make([][2]int, len(tops))
	for at, i := tops[len(tops)-1], len(tops)-1; i >= 0; at, i = prev[at], i-1 {
		out[i] = pairs[at]
	}
	return out
}

// Find returns where b begins in a as one unbroken run, or -1 (Knuth, Morris
// and Pratt 1977).
func Find(a, b []uint64) int {
	if len(b) == 0 || len(b) > len(a) {
		return -1
	}
	fail := make([]int, len(b))
	for i, k := 1, 0; i < len(b); i++ {
		for k > 0 && b[k] != b[i] {
			k = fail[k-1]
		}
		if b[k] == b[i] {
			k++
		}
		fail[i] = k
	}
	for i, k := 0, 0; i < len(a); i++ {
		for k > 0 && b[k] != a[i] {
			k = fail[k-1]
		}
		if b[k] == a[i] {
			k++
		}
		if k == len(b) {
			return i - k + 1
		}
	}
	return -1
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
