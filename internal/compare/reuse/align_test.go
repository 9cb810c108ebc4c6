package reuse

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainHalf is half as a plain table, one cell after the other.
func plainHalf(a, b []word, pa, pb, step int) (da, db, same, score int) {
	type cell struct{ score, same int }
	prev, row := make([]cell, width), make([]cell, width)
	for j := range prev {
		prev[j] = cell{none, 0}
		if d := j - band; d >= 0 {
			prev[j] = cell{gapScore * d, 0}
		}
	}
	var best cell
	for i := 0; ; i++ {
		at := pa + step*i
		if at < 0 || at >= len(a) {
			break
		}
		rowBest := none
		for j := range row {
			n := i + 1 + j - band
			c := cell{none, 0}
			if j+1 < width {
				c = cell{prev[j+1].score + gapScore, prev[j+1].same}
			}
			if bt := pb + step*(n-1); n >= 1 && bt >= 0 && bt < len(b) {
				v := cell{prev[j].score + missScore, prev[j].same}
				if b[bt] == a[at] {
					v = cell{prev[j].score + worth(a[at]), prev[j].same + 1}
				}
				if v.score > c.score {
					c = v
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
	return da, db, best.same, best.score
}

func TestHalfIsThePlainTable(t *testing.T) {
	var s aligner
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.SampledFrom([]word{2, 5, 40}).Draw(t, "kinds")
		draw := rapid.Custom(func(t *rapid.T) word {
			w := word(rapid.Uint32Range(0, uint32(kinds)).Draw(t, "word"))
			return w | tells*(w%2)
		})
		a, b := rapid.SliceOfN(draw, 0, 60).Draw(t, "a"), rapid.SliceOfN(draw, 0, 60).Draw(t, "b")
		if len(a) > 0 && rapid.Bool().Draw(t, "alike") {
			at := rapid.IntRange(0, len(a)-1).Draw(t, "from")
			b = slices.Concat(b[:len(b)/2], a[at:], b[len(b)/2:])
		}
		step := rapid.SampledFrom([]int{1, -1}).Draw(t, "step")
		pa, pb := rapid.IntRange(0, len(a)).Draw(t, "pa"), rapid.IntRange(0, len(b)).Draw(t, "pb")
		if step < 0 {
			pa, pb = pa-1, pb-1
		}
		da, db, same, score := s.half(a, b, pa, pb, step)
		wa, wb, wantSame, wantScore := plainHalf(a, b, pa, pb, step)
		if da != wa || db != wb || same != wantSame || score != wantScore {
			t.Fatalf("half gives %d %d, %d words, %d; the plain table %d %d, %d, %d", da, db, same, score, wa, wb, wantSame, wantScore)
		}
	})
}

// plainSeeds are the seeds of all articles, pair by pair.
func plainSeeds(all, offsets []uint32) [][]seed {
	places := map[uint32][]uint32{}
	for i, g := range all {
		if g != 0 {
			places[g] = append(places[g], uint32(i))
		}
	}
	article := func(at uint32) uint32 {
		i, _ := slices.BinarySearch(offsets, at+1)
		for offsets[i-1] == offsets[i] {
			i--
		}
		return uint32(i - 1)
	}
	out := make([][]seed, len(offsets)-1)
	for _, at := range places {
		for i, p := range at {
			if i > 0 && len(at) > maxShared {
				break
			}
			for _, q := range at[i+1:] {
				if a, b := article(p), article(q); a != b {
					out[a] = append(out[a], seed{b, p - offsets[a], q - offsets[b], uint16(len(at))})
				}
			}
		}
	}
	for _, seeds := range out {
		slices.SortFunc(seeds, func(x, y seed) int {
			return cmp.Or(cmp.Compare(x.b, y.b), cmp.Compare(x.pa, y.pa), cmp.Compare(x.pb, y.pb))
		})
	}
	return out
}

func TestSeedsAreThePairsOfPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		offsets, all := []uint32{0}, []uint32{}
		kinds := rapid.SampledFrom([]uint32{1, 8, 1000}).Draw(t, "kinds")
		for range rapid.IntRange(0, 8).Draw(t, "articles") {
			for _, g := range rapid.SliceOfN(rapid.Uint32Range(0, kinds), 0, 30).Draw(t, "grams") {
				all = append(all, g*0x9e3779b1)
			}
			offsets = append(offsets, uint32(len(all)))
		}
		p := post(all, offsets)
		for a, want := range plainSeeds(all, offsets) {
			if got := p.seeds(a); !slices.Equal(got, want) {
				t.Fatalf("article %d: seeds %v, want %v", a, got, want)
			}
		}
	})
}
