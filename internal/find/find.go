// Package find says what of an article is searched, and whether a piece of it
// answers a search. Stores index with it and check with it, so that all of them
// find the same. It ranks nothing.
package find

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// Paragraph is a piece of an article that a search can find, with its words in
// normal form, each followed and the first preceded by a space, the quotations
// that stand in it, the people and places it speaks of, by name, role or
// pronoun, and the numbers in it.
type Paragraph struct {
	Span           nutgraf.Span
	Words          string
	Said           []Said
	People, Places []string
	Figures        []float64
}

// Said names who speaks in a quotation and to whom, in the same form.
type Said struct {
	Speaker, Told string
	Name          string // the speaker as people write it
}

// Paragraphs cuts an article into what can be found: its body and its
// headlines, standfirsts and captions.
func Paragraphs(doc *nutgraf.Document, ann *nutgraf.Annotations) []Paragraph {
	out := make([]Paragraph, 0, len(doc.Blocks))
	for _, b := range doc.Blocks {
		if searched(b.Kind) && !b.Span.IsZero() {
			out = append(out, Paragraph{Span: b.Span, Words: Key(b.Span.Of(doc.Text))})
		}
	}
	for _, q := range ann.Quotes {
		if q.Name != "" || q.AddresseeName != "" {
			within(out, q.Span, func(p *Paragraph) { p.Said = append(p.Said, Said{Key(q.Name), Key(q.AddresseeName), q.Name}) })
		}
	}
	for _, m := range ann.Mentions {
		if m.Entity >= 0 && m.Entity < len(ann.Entities) {
			within(out, m.Span, func(p *Paragraph) { p.speaksOf(&ann.Entities[m.Entity]) })
		}
	}
	for _, q := range ann.Quantities {
		if q.Known && q.Kind != nutgraf.Ordinal {
			within(out, q.Span, func(p *Paragraph) { p.Figures = append(p.Figures, q.Value) })
		}
	}
	return out
}

// within does something to the paragraphs that a span reaches into.
func within(all []Paragraph, at nutgraf.Span, do func(*Paragraph)) {
	i, _ := slices.BinarySearchFunc(all, at.Start, func(p Paragraph, start int) int { return cmp.Compare(p.Span.End, start+1) })
	for ; i < len(all) && all[i].Span.Start < at.End; i++ {
		if all[i].Span.Overlap(at) > 0 {
			do(&all[i])
		}
	}
}

func (p *Paragraph) speaksOf(e *nutgraf.Entity) {
	names := &p.People
	switch e.Type {
	case nutgraf.Person:
	case nutgraf.Place:
		names = &p.Places
	default:
		return
	}
	if key := Key(e.Name); !slices.Contains(*names, key) {
		*names = append(*names, key)
	}
}

func searched(k nutgraf.BlockKind) bool {
	switch k {
	case nutgraf.Headline, nutgraf.Standfirst, nutgraf.Caption:
		return true
	}
	return k.Body()
}

// Key gives text the form in which whole words can be looked for: " joe russo ".
func Key(text string) string {
	folded := fold.String(text)
	if folded == "" {
		return ""
	}
	return " " + folded + " "
}

// Holds reports whether every word of a folded name stands in key.
func Holds(key, name string) bool {
	for word := range strings.FieldsSeq(name) {
		if !strings.Contains(key, " "+word+" ") {
			return false
		}
	}
	return true
}

// Answers reports whether a paragraph answers what a search asks of it. What is
// asked of its article, its outlet and its day, is for the store to see to, and
// so is whether reports differ on it.
func (p *Paragraph) Answers(s *nutgraf.Search) bool {
	for _, w := range s.Words {
		if !p.has(w) {
			return false
		}
	}
	for _, phrase := range s.Phrases {
		if !p.has(phrase) {
			return false
		}
	}
	if slices.ContainsFunc(s.NoWords, p.has) || slices.ContainsFunc(s.NoPhrases, p.has) {
		return false
	}
	_, ok := p.Spoken(s)
	return ok && holding(p.People, s.Person) && holding(p.Places, s.Place) && p.counts(s)
}

// has reports whether a word, a beginning with a star, or a phrase stands in it.
func (p *Paragraph) has(w string) bool {
	if beginning, open := strings.CutSuffix(w, "*"); open {
		return strings.Contains(p.Words, " "+beginning)
	}
	return strings.Contains(p.Words, " "+w+" ")
}

// Named reports whether all words of a folded name stand in one of the names;
// any will do when it is empty.
func Named(names []string, name string) bool {
	return name == "" || slices.ContainsFunc(names, func(n string) bool { return Holds(Key(n), name) })
}

func holding(keys []string, name string) bool {
	return name == "" || slices.ContainsFunc(keys, func(key string) bool { return Holds(key, name) })
}

func (p *Paragraph) counts(s *nutgraf.Search) bool {
	if s.Over == nil && s.Under == nil {
		return true
	}
	return slices.ContainsFunc(p.Figures, func(x float64) bool {
		return (s.Over == nil || x > *s.Over) && (s.Under == nil || x < *s.Under)
	})
}

// Spoken returns the speaker of the first quotation that a search's speaker and
// addressee ask for; ok is true, too, when it asks for none.
func (p *Paragraph) Spoken(s *nutgraf.Search) (name string, ok bool) {
	if s.Speaker == "" && s.Told == "" {
		return "", true
	}
	for _, q := range p.Said {
		if Holds(q.Speaker, s.Speaker) && Holds(q.Told, s.Told) {
			return q.Name, true
		}
	}
	return "", false
}

// Hits returns where in a stretch of text the words and phrases of a search
// stand, in order.
func Hits(text string, at nutgraf.Span, s *nutgraf.Search) []nutgraf.Span {
	words := fold.Words(nil, at.Of(text), at.Start)
	var out []nutgraf.Span
	for i := 0; i < len(words); {
		n := hit(text, words[i:], s)
		if n == 0 {
			i++
			continue
		}
		out = append(out, nutgraf.Span{Start: int(words[i].Start), End: int(words[i+n-1].End)})
		i += n
	}
	return out
}

// hit returns how many of the words belong to a phrase or word that begins
// here.
func hit(text string, words []fold.Word, s *nutgraf.Search) int {
	for _, phrase := range s.Phrases {
		parts := strings.Fields(phrase)
		if len(parts) <= len(words) && same(words, parts) {
			return len(parts)
		}
	}
	for _, w := range s.Words {
		beginning, open := strings.CutSuffix(w, "*")
		if open && strings.HasPrefix(fold.String(text[words[0].Start:words[0].End]), beginning) ||
			!open && fold.Key(w) == words[0].Key {
			return 1
		}
	}
	return 0
}

func same(words []fold.Word, parts []string) bool {
	for i, part := range parts {
		if words[i].Key != fold.Key(part) {
			return false
		}
	}
	return true
}

// Folded returns the names in normal form.
func Folded(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = fold.String(n)
	}
	return out
}

// Disputed lists the words on which the reports of a story differ, as far as
// that must or should be seen.
func Disputed(p *nutgraf.StoryPage) []nutgraf.Cite {
	var out []nutgraf.Cite
	for _, c := range p.Conflicts {
		if c.Severity == nutgraf.Soft {
			continue
		}
		for _, s := range c.Sides {
			out = append(out, s.Evidence...)
		}
	}
	return out
}
