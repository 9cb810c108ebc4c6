package reuse

// unexplained leaves out what a third article explains better. Where three
// articles share a passage, the pair that agrees least is linked through the
// third; where all agree alike, the two are that tell of something else.
func unexplained(texts *texts, found []shared) []shared {
	at := map[uint32][]int{} // by article
	best := map[uint64]*shared{}
	for i := range found {
		x := &found[i]
		at[x.a] = append(at[x.a], i)
		at[x.b] = append(at[x.b], i)
		if k := x.pair(); best[k] == nil || x.closer(best[k]) {
			best[k] = x
		}
	}
	out := make([]shared, 0, len(found))
	for i := range found {
		x := &found[i]
		if !texts.explained(found, at[x.a], x, x.a, best) && !texts.explained(found, at[x.b], x, x.b, best) {
			out = append(out, *x)
		}
	}
	return out
}

// explained reports whether passage x is better explained by another one of
// article c, which is one of its sides.
func (t *texts) explained(found []shared, of []int, x *shared, c uint32, best map[uint64]*shared) bool {
	other, lo, hi := x.b, x.run.a0, x.run.a1
	if x.b == c {
		other, lo, hi = x.a, x.run.b0, x.run.b1
	}
	for _, k := range of[:min(len(of), maxRivals)] {
		y := &found[k]
		third := y.a + y.b - c
		if third == other || y.covers(c, lo, hi)*10 < (hi-lo)*9 {
			continue
		}
		z := best[pairKey(third, other)]
		if z == nil {
			continue
		}
		if y.closer(x) && z.closer(x) || y.longer(x) && z.run.same > x.run.same ||
			!x.closer(y) && !x.closer(z) && min(t.home(y, third), t.home(z, third)) >= max(t.home(x, x.a), t.home(x, x.b))+moreAtHome {
			return true
		}
	}
	return false
}

// covers returns how many of the words from lo to hi of article c, which is
// one of its sides, the passage holds.
func (x *shared) covers(c uint32, lo, hi int) int {
	n := 0
	for _, p := range x.run.pieces() {
		if x.a == c {
			n += max(0, min(hi, p.a1)-max(lo, p.a0))
		} else {
			n += max(0, min(hi, p.b1)-max(lo, p.b0))
		}
	}
	return n
}

// moreAtHome is by how much, in percent, a passage must be more at home in a
// third article for the two others to have it from there.
const moreAtHome = 10

// longer reports whether x goes beyond y and agrees no worse.
func (x *shared) longer(y *shared) bool {
	return 20*x.run.same >= 21*y.run.same+40 && !y.closer(x)
}

func (x *shared) pair() uint64 { return pairKey(x.a, x.b) }

func pairKey(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// closer reports whether x agrees clearly better than y with what it shares:
// of its words, four in five as many disagree.
func (x *shared) closer(y *shared) bool {
	lx, ly := x.run.length(), y.run.length()
	return 5*(lx-2*x.run.same)*ly < 4*(ly-2*y.run.same)*lx
}

// maxRivals bounds the passages of one article that are looked at as better
// explanations.
const maxRivals = 500

// withoutBoilerplate leaves out what one outlet has in several of its articles,
// be the other article of that outlet or of a writer whom it prints.
func withoutBoilerplate(articles []Article, found []shared) []shared {
	at := map[uint32][]int{}
	for i, x := range found {
		at[x.a] = append(at[x.a], i)
		at[x.b] = append(at[x.b], i)
	}
	recurs := func(c uint32, lo, hi int) bool {
		var have map[string]int
		for _, k := range at[c][:min(len(at[c]), maxRivals)] {
			o := articles[found[k].a+found[k].b-c].Outlet
			if o == "" || found[k].covers(c, lo, hi)*10 < (hi-lo)*8 {
				continue
			}
			if have == nil {
				have = map[string]int{}
			}
			if have[o]++; have[o] == boilerplate {
				return true
			}
		}
		return false
	}
	out := make([]shared, 0, len(found))
	for _, x := range found {
		if !recurs(x.a, x.run.a0, x.run.a1) && !recurs(x.b, x.run.b0, x.run.b1) {
			out = append(out, x)
		}
	}
	return out
}

// boilerplate is the number of an outlet's articles with which an article
// shares a passage when it is boilerplate.
const boilerplate = 3
