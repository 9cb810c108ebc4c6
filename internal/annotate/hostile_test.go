package annotate_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/extract"
	"nutgraf/internal/lang"
)

// TestHostile annotates what is hardly an article: whatever it is, every span of
// a name, a time or a number cuts the text on characters, and the work ends.
func TestHostile(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	a := annotate.New(pack)
	for name, text := range map[string]string{
		"no spaces":         strings.Repeat("AnnLundsaidonMonday", 5_000),
		"one sentence":      strings.Repeat("Ann Lund met two men in May and ", 3_000),
		"digits":            strings.Repeat("1", 100_000),
		"emoji":             strings.Repeat("👩‍👩‍👧 Ann 🙂 May 5 ", 4_000),
		"mixed scripts":     strings.Repeat("Анна Lund 東京 said مرحبا on Friday. ", 2_000),
		"joiners":           strings.Repeat("A\u200dnn L\u200cund\u00ad Mon\u200bday ", 4_000),
		"broken marks":      strings.Repeat("“Ann \" said ‘Lund ” «on » Monday' ", 3_000),
		"another language":  strings.Repeat("Der Bürgermeister Otto Lund sagte am Montag, dass drei Boote gesunken seien. ", 1_000),
		"weekdays":          strings.Repeat("not due until Friday in the 80s ", 3_000),
		"nothing but marks": strings.Repeat(".-\"'’ \n", 10_000),
	} {
		doc, err := extract.Document(&nutgraf.Item{ID: name, Media: nutgraf.MediaText, Body: []byte(text), Given: nutgraf.Given{Date: "2020-05-05"}})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		_, found := a.Annotate(doc)
		var spans []nutgraf.Span
		for _, m := range found.Mentions {
			spans = append(spans, m.Span)
		}
		for _, w := range found.Times {
			spans = append(spans, w.Span)
		}
		for _, q := range found.Quantities {
			spans = append(spans, q.Span)
		}
		for _, s := range spans {
			if s.Start < 0 || s.Start >= s.End || s.End > len(doc.Text) || !utf8.ValidString(doc.Text[s.Start:s.End]) {
				t.Fatalf("%s: span %v", name, s)
			}
		}
	}
}
