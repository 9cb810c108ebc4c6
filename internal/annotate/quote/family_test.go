package quote

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/lang"
)

func TestFamily(t *testing.T) {
	g := newRig(t)
	for _, c := range []struct{ name, text, want string }{
		{"joined names", `"We build," Mara Lindqvist and Tom Arkwright said.`, "Mara Lindqvist; Tom Arkwright"},
		{"a couple", `Ada and Mara Lindqvist run the port. "We build," the Lindqvists said.`, "Ada Lindqvist; Mara Lindqvist"},
		{"two of one surname", `Ada Lindqvist met Mara Lindqvist. "We build," the Lindqvists said.`, "Ada Lindqvist; Mara Lindqvist"},
		{"nobody of that surname", `Mara Lindqvist opened the port. "We build," the Arkwrights said.`, "Arkwrights"},
	} {
		qs := g.read(document(c.text))
		if len(qs) != 1 || qs[0].Name != c.want {
			t.Errorf("%s: %+v, want one quotation by %q", c.name, qs, c.want)
		}
	}
}

// Persons who speak together are named all of them, wherever the phrase for them begins.
func TestNamesInRow(t *testing.T) {
	finds(t, []example{
		{"each with a place", "Sen. Tom Arkwright of Ohio and Sen. Mara Lindqvist of Iowa warned that the bridge would fall.", []string{
			`indirect | that the bridge would fall | warned | Tom Arkwright; Mara Lindqvist | cue`,
		}},
		{"three", "Tom Arkwright, Otto Berg and Mara Lindqvist said the bridge would fall.", []string{
			`indirect | the bridge would fall | said | Tom Arkwright; Otto Berg; Mara Lindqvist | cue`,
		}},
		{"three behind the words", "“It will fall,” Sens. Tom Arkwright of Ohio, Otto Berg of Iowa and Mara Lindqvist of Maine said.", []string{
			`direct | “It will fall,” | said | Tom Arkwright; Otto Berg; Mara Lindqvist | cue`,
		}},
		{"three behind the verb", "“It will fall,” said Tom Arkwright, Otto Berg and Mara Lindqvist.", []string{
			`direct | “It will fall,” | said | Tom Arkwright; Otto Berg; Mara Lindqvist | cue`,
		}},
		{"a friend of others", "“It will fall,” said Tom Arkwright, a friend of Otto Berg and Mara Lindqvist.", []string{
			`direct | “It will fall,” | said | Tom Arkwright | cue`,
		}},
		{"another in the phrase that opens the sentence", "Unlike Tom Arkwright, Otto Berg and Mara Lindqvist said the bridge would fall.", []string{
			`indirect | the bridge would fall | said | Otto Berg; Mara Lindqvist | cue`,
		}},
		{"whom is spoken of beside who speaks", "Mara Lindqvist waited.\nTom Arkwright, Lindqvist says, must “set about the work.”", []string{
			`mixed | Tom Arkwright … must “set about the work.” | says | Mara Lindqvist | cue`,
		}},
		{"who made a report together", "A report by Tom Arkwright and Mara Lindqvist said the bridge would fall.", []string{
			`indirect | the bridge would fall | said | Tom Arkwright; Mara Lindqvist | cue`,
		}},
		{"they, of others since", "Tom Arkwright and Mara Lindqvist said the bridge would fall. Later the teachers met. They say it will stand.", []string{
			`indirect | the bridge would fall | said | Tom Arkwright; Mara Lindqvist | cue`,
			`indirect | it will stand | say | unnamed teachers | pronoun`,
		}},
	})
}

// TestSiblingOverlap keeps mentions that lie within each other or out of step
// from being cut: the words between two mentions are read only where the first
// ends before the second begins.
func TestSiblingOverlap(t *testing.T) {
	text := "Ada and Mara Lindqvist"
	for _, c := range []struct {
		spans []nutgraf.Span
		want  []string
	}{
		{[]nutgraf.Span{{Start: 0, End: 3}, {Start: 8, End: 22}}, []string{"Ada Lindqvist"}},
		{[]nutgraf.Span{{Start: 0, End: 22}, {Start: 8, End: 22}}, nil},
		{[]nutgraf.Span{{Start: 8, End: 22}, {Start: 8, End: 22}}, nil},
		{[]nutgraf.Span{{Start: 8, End: 22}, {Start: 0, End: 3}}, nil},
	} {
		r := &reader{text: text}
		for _, s := range c.spans {
			r.mentions.all = append(r.mentions.all, nutgraf.Mention{Span: s})
		}
		if got := r.sibling("Mara Lindqvist"); !slices.Equal(got, c.want) {
			t.Errorf("mentions %v: %q, want %q", c.spans, got, c.want)
		}
	}
}

// TestAnyMentions reads a text with mentions drawn at random: whatever the
// names finder hands over, the finder must not panic.
func TestAnyMentions(t *testing.T) {
	g := newRig(t)
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	f := New(pack)
	text := `Ada and Mara Lindqvist met the Arkwrights. "We build," the Lindqvists said. "They do," the brothers told Tom Arkwright.`
	doc := document(text)
	seg := g.seg.Split(doc)
	names := []string{"Ada Lindqvist", "Mara Lindqvist", "Lindqvist", "Tom Arkwright", "", "the"}
	rapid.Check(t, func(t *rapid.T) {
		ann := &nutgraf.Annotations{Sentences: seg.Sentences}
		for range rapid.IntRange(0, 4).Draw(t, "entities") {
			ann.Entities = append(ann.Entities, nutgraf.Entity{Name: rapid.SampledFrom(names).Draw(t, "name"), Type: nutgraf.Person})
		}
		for range rapid.IntRange(0, 8).Draw(t, "mentions") {
			a := rapid.IntRange(0, len(text)-1).Draw(t, "start")
			ann.Mentions = append(ann.Mentions, nutgraf.Mention{
				Span:   nutgraf.Span{Start: a, End: rapid.IntRange(a+1, len(text)).Draw(t, "end")},
				Entity: rapid.IntRange(-1, len(ann.Entities)).Draw(t, "entity"),
			})
		}
		slices.SortStableFunc(ann.Mentions, func(a, b nutgraf.Mention) int { return a.Span.Start - b.Span.Start })
		for _, q := range f.Find(doc, seg, ann) {
			if q.Span.Start < 0 || q.Span.End > len(text) {
				t.Fatalf("span %v outside the text", q.Span)
			}
		}
	})
}
