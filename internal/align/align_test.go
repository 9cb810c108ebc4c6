package align

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func keys(s string) []uint64 {
	var out []uint64
	for _, r := range s {
		out = append(out, uint64(r))
	}
	return out
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want []Step
	}{
		{"", "", nil},
		{"abc", "abc", []Step{{Keep, 0, 3, 0, 3}}},
		{"abc", "", []Step{{Drop, 0, 3, 0, 0}}},
		{"", "ab", []Step{{Add, 0, 0, 0, 2}}},
		{"abcd", "acd", []Step{{Keep, 0, 1, 0, 1}, {Drop, 1, 2, 1, 1}, {Keep, 2, 4, 1, 3}}},
		{"abcd", "abxd", []Step{{Keep, 0, 2, 0, 2}, {Drop, 2, 3, 2, 2}, {Add, 3, 3, 2, 3}, {Keep, 3, 4, 3, 4}}},
		{"xyzabc", "abc", []Step{{Drop, 0, 3, 0, 0}, {Keep, 3, 6, 0, 3}}},
	} {
		if diff := cmp.Diff(c.want, Words(keys(c.a), keys(c.b))); diff != "" {
			t.Errorf("%q → %q:\n%s", c.a, c.b, diff)
		}
	}
}

func TestStepsRebuildBothSides(t *testing.T) {
	word := rapid.Uint64Range(0, 12)
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SliceOfN(word, 0, 600).Draw(t, "a")
		b := rapid.SliceOfN(word, 0, 600).Draw(t, "b")
		rebuilds(t, a, b)
	})
}

type failer interface{ Fatalf(string, ...any) }

func rebuilds(t failer, a, b []uint64) { checkSteps(t, Words(a, b), a, b) }

func checkSteps(t failer, steps []Step, a, b []uint64) {
	var ra, rb []uint64
	for _, s := range steps {
		ra = append(ra, a[s.A0:s.A1]...)
		rb = append(rb, b[s.B0:s.B1]...)
		if s.Op == Keep && !slices.Equal(a[s.A0:s.A1], b[s.B0:s.B1]) {
			t.Fatalf("kept words differ: %+v", s)
		}
		if s.Op == Drop && s.B0 != s.B1 || s.Op == Add && s.A0 != s.A1 {
			t.Fatalf("step on the wrong side: %+v", s)
		}
	}
	if !slices.Equal(ra, a) || !slices.Equal(rb, b) {
		t.Fatalf("steps do not cover both sides")
	}
}

func TestSlide(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"wxyzwabc", "wabc", "-wxyz =wabc"},
		{"abcwxyw", "abcw", "=abcw -xyw"},
		{"wabc", "wxyzwabc", "+wxyz =wabc"},
		{"abcd", "abxd", "=ab -c +x =d"},
	} {
		a, b := keys(c.a), keys(c.b)
		got := ""
		for _, s := range Slide(Words(a, b), a, b) {
			switch s.Op {
			case Keep:
				got += " =" + c.a[s.A0:s.A1]
			case Drop:
				got += " -" + c.a[s.A0:s.A1]
			case Add:
				got += " +" + c.b[s.B0:s.B1]
			}
		}
		if got[1:] != c.want {
			t.Errorf("%s → %s:%s, want %s", c.a, c.b, got, c.want)
		}
	}
}

func TestSlideRebuildsBothSides(t *testing.T) {
	word := rapid.Uint64Range(0, 3)
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SliceOfN(word, 0, 30).Draw(t, "a")
		b := rapid.SliceOfN(word, 0, 30).Draw(t, "b")
		checkSteps(t, Slide(Words(a, b), a, b), a, b)
	})
}

func TestFind(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.Uint64Range(0, 2)
		a := rapid.SliceOfN(word, 0, 30).Draw(t, "a")
		b := rapid.SliceOfN(word, 1, 4).Draw(t, "b")
		want := -1
		for i := 0; i+len(b) <= len(a) && want < 0; i++ {
			if slices.Equal(a[i:i+len(b)], b) {
				want = i
			}
		}
		if got := Find(a, b); got != want {
			t.Fatalf("Find = %d, want %d", got, want)
		}
	})
}

// TestHostileIsNearLinear aligns long sequences that share little.
func TestHostileIsNearLinear(t *testing.T) {
	a, b := make([]uint64, 200_000), make([]uint64, 200_000)
	for i := range a {
		a[i], b[i] = uint64(i%7), uint64(i*i%11)
	}
	rebuilds(t, a, b)
	for i := range a {
		a[i], b[i] = uint64(i), uint64(len(b)-i)
	}
	rebuilds(t, a, b)
}

func BenchmarkWordsNearIdentical(b *testing.B) {
	x := make([]uint64, 20_000)
	for i := range x {
		x[i] = uint64(i * 2654435761 % 5000)
	}
	y := slices.Clone(x)
	for i := 100; i < len(y); i += 1000 {
		y[i] = 1 << 40
	}
	b.SetBytes(int64(8 * len(x)))
	b.ReportAllocs()
	for b.Loop() {
		Words(x, y)
	}
}
