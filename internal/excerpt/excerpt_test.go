package excerpt_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/excerpt"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		most       int
		text, want string
		cut        bool
	}{
		{0, "All of it leaves.", "All of it leaves.", false},
		{50, "All of it leaves.", "All of it leaves.", false},
		{8, "All of it leaves.", "All of", true},
		{3, "Ungeteilt", "Ung", true},
		{4, "Öl und Öre", "Öl", true},
	} {
		got, cut := excerpt.Policy{Most: c.most}.Cut(c.text)
		if got != c.want || cut != c.cut {
			t.Errorf("Cut(%q) to %d = %q, %v; want %q, %v", c.text, c.most, got, cut, c.want, c.cut)
		}
	}
}

func TestWindowKeepsTheWordsAskedFor(t *testing.T) {
	text := "The ferry left at dawn. Nobody had been told that it would. The harbour master was asleep."
	at := strings.Index(text, "told")
	w := excerpt.Policy{Most: 30}.Window(text, nutgraf.Span{End: len(text)}, nutgraf.Span{Start: at, End: at + len("told")})
	if got, want := w.Of(text), "had been told that it"; got != want {
		t.Errorf("window %q, want %q", got, want)
	}
}

// Whatever is asked for, a window lies within its bounds, cuts on characters,
// and is no longer than the policy allows.
func TestWindowProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOf(rapid.RuneFrom([]rune("ab öß字 \n😀."))).Draw(t, "text")
		points := []rune(text)
		cut := func(name string) int {
			return len(string(points[:rapid.IntRange(0, len(points)).Draw(t, name)]))
		}
		within := nutgraf.Span{Start: cut("a"), End: cut("b")}
		at := nutgraf.Span{Start: cut("c"), End: cut("d")}
		if within.IsZero() || at.IsZero() {
			return
		}
		p := excerpt.Policy{Most: rapid.IntRange(1, 20).Draw(t, "most")}
		w := p.Window(text, within, at)
		if w.Start < within.Start || w.End > within.End || w.Start > w.End {
			t.Fatalf("window %v outside %v", w, within)
		}
		if got := w.Of(text); !utf8.ValidString(got) || utf8.RuneCountInString(got) > p.Most {
			t.Fatalf("window %q under %d", got, p.Most)
		}
	})
}
