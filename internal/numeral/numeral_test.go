package numeral

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"nutgraf/internal/lang"
)

func newLexicon(t testing.TB) *Lexicon {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	l, err := NewLexicon(pack.Rows("number_words"))
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestApart: marks between spaces belong to a number only where nothing else is
// likely.
func TestApart(t *testing.T) {
	l := newLexicon(t)
	for text, want := range map[string]float64{"6 . 2 % more": 6.2, "6 . 2 boats": 6, "80 , 100 boats": 80, "7 / 20 boats": 7} {
		n, _ := l.Read(l.Cut(nil, text, 0, len(text)), 0)
		if n.Val != want {
			t.Errorf("%s: %v, want %v", text, n.Val, want)
		}
	}
}

func TestRead(t *testing.T) {
	l := newLexicon(t)
	for _, c := range []struct {
		text  string
		val   float64
		vague bool
	}{
		{"7", 7, false},
		{"1,200", 1200, false},
		{"3.5", 3.5, false},
		{"2.53", 2.53, false},
		{".08", .08, false},
		{"12,345,678.5", 12345678.5, false},
		{"90 million", 90e6, false},
		{"5bn", 5e9, false},
		{"16.4 million", 16.4e6, false},
		{"30k", 30000, false},
		{"twelve", 12, false},
		{"twenty-six", 26, false},
		{"one hundred and six", 106, false},
		{"a hundred thirty million", 130e6, false},
		{"two hundred thousand", 200e3, false},
		{"one million two hundred thousand", 1.2e6, false},
		{"three dozen", 36, false},
		{"2 1/2", 2.5, false},
		{"2½", 2.5, false},
		{"1/4", .25, false},
		{"3 / 4", .75, false},
		{"1 . 6 billion", 1.6e9, false},
		{"80 , 000", 80000, false},
		{"two-thirds", 2. / 3, false},
		{"half", .5, false},
		{"half a million", 5e5, false},
		{"a quarter of a million", 250e3, false},
		{"two and a half million", 2.5e6, false},
		{"one and a half", 1.5, false},
		{"six point two", 6.2, false},
		{"a dozen", 12, false},
		{"hundred thousand", 1e5, false},
		{"half million", 5e5, false},
		{"quarter million", 250e3, false},
		{"three million and a half", 3.5e6, false},
		{"one billion and a half million", 1.0005e9, false},
		{"3 dozens", 36, false},
		{"5 bn", 5e9, false},
		{"12,34,567", 1234567, false},
		{"1 414 021 100", 1414021100, false},
		{"40 000", 40000, false},
		{"40\u202f125", 40125, false},
		{"several", 5, true},
		{"a few hundred", 300, true},
		{"a couple of", 2, true},
		{"dozens", 24, true},
		{"hundreds of thousands", 200e3, true},
	} {
		atoms := l.Cut(nil, c.text, 0, len(c.text))
		n, ok := l.Read(atoms, 0)
		if !ok || n.Next != len(atoms) || n.Vague != c.vague || n.Val-c.val > 1e-9*c.val || c.val-n.Val > 1e-9*c.val {
			t.Errorf("Read(%q) = %+v, %v, want %v", c.text, n, ok, c.val)
		}
	}
	if n, _ := l.Read(l.Cut(nil, "11 200 men", 0, 10), 0); n.Val != 11 {
		t.Errorf("a plain space before a lone group parts two numbers: got %v", n.Val)
	}
	for _, text := range []string{"million", "hundred", "fourth million", "and", "a", "harbour", "-", "of"} {
		if n, ok := l.Read(l.Cut(nil, text, 0, len(text)), 0); ok {
			t.Errorf("Read(%q) = %+v, want none", text, n)
		}
	}
}

func TestReadOrdinal(t *testing.T) {
	l := newLexicon(t)
	for text, want := range map[string]float64{"first": 1, "21st": 21, "twenty-first": 21, "fourth": 4, "one hundredth": 100} {
		if v, _, ok := l.ReadOrdinal(l.Cut(nil, text, 0, len(text)), 0); !ok || v != want {
			t.Errorf("ReadOrdinal(%q) = %v, %v, want %v", text, v, ok, want)
		}
	}
}

func TestAtomsLieInTheText(t *testing.T) {
	l := newLexicon(t)
	rapid.Check(t, func(t *rapid.T) { checkAtoms(t, l, rapid.String().Draw(t, "text")) })
}

func checkAtoms(t interface{ Fatalf(string, ...any) }, l *Lexicon, text string) {
	at := int32(0)
	atoms := l.Cut(nil, text, 0, len(text))
	for i, a := range atoms {
		if a.Start < at || a.End <= a.Start || int(a.End) > len(text) {
			t.Fatalf("%q: atom %d is %d..%d after %d", text, i, a.Start, a.End, at)
		}
		if !utf8.ValidString(text) {
			continue
		}
		if !utf8.ValidString(text[a.Start:a.End]) || strings.TrimSpace(text[a.Start:a.End]) == "" {
			t.Fatalf("%q: atom %q", text, text[a.Start:a.End])
		}
		at = a.End
	}
	for i := range atoms {
		if n, ok := l.Read(atoms, i); ok && (n.Next <= i || n.Next > len(atoms)) {
			t.Fatalf("%q: number at %d ends at %d of %d", text, i, n.Next, len(atoms))
		}
		if _, next, ok := l.ReadOrdinal(atoms, i); ok && (next <= i || next > len(atoms)) {
			t.Fatalf("%q: ordinal at %d ends at %d of %d", text, i, next, len(atoms))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"one hundred and six", "2 1/2", "$5-10 million", "a.m. U.S. 1,2,3", "٣٤ ½ ∞ ’s", "twenty-", "a a a half of of"} {
		f.Add(s)
	}
	l := newLexicon(f)
	f.Fuzz(func(t *testing.T, s string) { checkAtoms(t, l, s) })
}

func BenchmarkCut(b *testing.B) {
	l := newLexicon(b)
	text := strings.Repeat("The harbour board sold 14 berths for $2.5 million, nearly twice what it had asked. ", 40)
	var atoms []Atom
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		atoms = l.Cut(atoms[:0], text, 0, len(text))
	}
}

func TestTitled(t *testing.T) {
	l, err := NewLexicon([][]string{{"one", "digit", "1"}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]bool{
		"Mayor of Ansel Opens Four Mills in Rainy Week":  true,
		"The mayor of Ansel opened the Four Mills today": false,
	} {
		if got := Titled(l.Cut(nil, text, 0, len(text)), 0); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
