package fold

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"We’re “not” there—yet", "we're not there yet"},
		{"The U.S. said 1,200 of 3.5 million", "the us said 1200 of 3.5 million"},
		{"Café-goers at O‘Neill's", "cafe goers at o'neill's"},
		{"'Tis the dogs' turn", "tis the dogs turn"},
		{"soft\u00adware", "software"},
		{"end. Next", "end next"},
		{"3.5. Done 2,", "3.5 done 2"},
		{"", ""},
		{"¡…!", ""},
	} {
		if got := String(c.in); got != c.want {
			t.Errorf("String(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestWordsLeadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		last := 0
		for _, w := range Words(nil, text, 0) {
			s, e := int(w.Start), int(w.End)
			if s < last || e <= s || e > len(text) {
				t.Fatalf("word [%d,%d) after %d in %q", s, e, last, text)
			}
			if !utf8.ValidString(text[s:e]) {
				t.Fatalf("word cuts a character: %q", text[s:e])
			}
			if Key(text[s:e]) != w.Key {
				t.Fatalf("key of %q is not its own", text[s:e])
			}
			last = e
		}
	})
}

func TestWordsAgreeWithString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a-cA-C0-9 .,'’\-]{0,40}`).Draw(t, "text")
		want := len(strings.Fields(String(text)))
		if got := len(Words(nil, text, 7)); got != want {
			t.Fatalf("%q: %d words, String has %d", text, got, want)
		}
	})
}

// The quick way through a text gives what the way through its characters gives.
func TestStringIsItsWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching("[a-cA-C0-9 .,'’`É\u00ad\\-]{0,40}")).Draw(t, "text")
		var want []byte
		for at := 0; at < len(text); {
			r, n := decode(text, at)
			if !solid(r) {
				at += n
				continue
			}
			if len(want) > 0 {
				want = append(want, ' ')
			}
			at = walk(text, at, func(c byte) { want = append(want, c) })
		}
		if got := String(text); got != string(want) {
			t.Fatalf("String(%q) = %q, want %q", text, got, want)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("“It’s 1,2.3.U.S.A.”")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("stages may assume valid UTF-8")
		}
		last := int32(0)
		for _, w := range Words(nil, text, 0) {
			if w.Start < last || w.End <= w.Start || int(w.End) > len(text) {
				t.Fatalf("bad word %+v", w)
			}
			last = w.End
		}
	})
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat("The harbour board's vote—close, at 12,400 to 11,900—ended a year of talks. ", 40)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	var dst []Word
	for b.Loop() {
		dst = Words(dst[:0], text, 0)
	}
}

func TestRecurring(t *testing.T) {
	words := Words(nil, strings.Repeat("the long quay and the short pier were both shut by noon ", 2)+"while ferries ran", 0)
	keys := Keys(words)
	r := NewRecurring(len(keys))
	for _, k := range keys {
		r.Add(k)
	}
	for i, k := range keys {
		often := 0
		for _, other := range keys {
			if other == k {
				often++
			}
		}
		if often > 1 && !r.Has(k) {
			t.Errorf("word %d stands %d times and does not recur", i, often)
		}
	}
	if n := len(keys); r.Has(keys[n-1]) && r.Has(keys[n-2]) && r.Has(keys[n-3]) {
		t.Error("no word that stands once is told from those that recur")
	}
}
