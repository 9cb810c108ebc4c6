package when

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

func newFinder(t testing.TB) (*Finder, *segment.Splitter) {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	f := New(pack)
	if f.Err() != nil {
		t.Fatal(f.Err())
	}
	return f, segment.New(pack)
}

// article makes a document of one paragraph, published on a day ("" for none).
func article(text, published string) *nutgraf.Document {
	return &nutgraf.Document{
		ID: "t", Lang: "en", Text: text,
		Blocks:    []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 0, End: len(text)}}},
		Published: nutgraf.Published{Value: published, Source: nutgraf.DateGiven},
	}
}

// TestRuleExamples runs every rule of the grammar on its own example.
func TestRuleExamples(t *testing.T) {
	f, split := newFinder(t)
	for _, r := range f.gram.rules {
		if r.example == "" {
			continue
		}
		marked, want, ok := strings.Cut(r.example, " = ")
		if r.kind == "" {
			text := strings.NewReplacer("[", "", "]", "").Replace(marked)
			doc := article(text, "2020-05-05")
			if times, _ := f.Find(doc, split.Split(doc)); len(times) > 0 || f.names(text) != r {
				t.Errorf("rule %s: %q: found %v", r.name, text, times)
			}
			continue
		}
		from, to := strings.Index(marked, "["), strings.Index(marked, "]")
		if !ok || from < 0 || to < from {
			t.Errorf("rule %s: example %q has no [expression] = value", r.name, r.example)
			continue
		}
		text := marked[:from] + marked[from+1:to] + marked[to+1:]
		doc := article(text, "2020-05-05")
		times, _ := f.Find(doc, split.Split(doc))
		found := false
		var got []string
		for _, w := range times {
			got = append(got, w.Span.Of(text)+"="+w.Value+" "+string(w.Type))
			found = found || w.Span.Start == from && w.Span.End == to-1 && w.Value == want && w.Type == r.kind
		}
		if !found {
			t.Errorf("rule %s: %q: found %q", r.name, r.example, got)
		}
	}
}

// names is the rule by which a text holds a name that looks like a time.
func (f *Finder) names(text string) *rule {
	w := newWork()
	w.text, w.atoms = text, f.lex.Cut(nil, text, 0, len(text))
	for i := range w.atoms {
		if m, ok := f.match(w, i); ok && m.rule.kind == "" {
			return m.rule
		}
	}
	return nil
}
