// Package find says what of an article is searched, and whether a piece of it
// answers a search. Stores index with it and check with it, so that all of them
// find the same. It ranks nothing.
package find

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// Paragraph is a piece of an article that a search can find, with its words in
// normal form, each followed and the first preceded by a space, and the
// quotations that stand in it.
type Paragraph struct {
	Span  nutgraf.Span
	Words string
	Said  []Said
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
		if !searched(b.Kind) || b.Span.IsZero() {
			continue
		}
		p := Paragraph{Span: b.Span, Words: Key(b.Span.Of(doc.Text))}
		for _, q := range ann.Quotes {
			if q.Span.Overlap(b.Span) > 0 && (q.Name != "" || q.AddresseeName != "") {
				p.Said = append(p.Said, Said{Key(q.Name), Key(q.AddresseeName), q.Name})
			}
		}
		out = append(out, p)
	}
	return out
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

// Answers reports whether a paragraph answers the words, the speaker and the
// addressee of a search.
func (p *Paragraph) Answers(s *nutgraf.Search) bool {
	for _, w := range s.Words {
		if beginning, ok := strings.CutSuffix(w, "*"); ok {
			w = " " + beginning
		} else {
			w = " " + w + " "
		}
		if !strings.Contains(p.Words, w) {
			return false
		}
	}
	for _, phrase := range s.Phrases {
		if !strings.Contains(p.Words, " "+phrase+" ") {
			return false
		}
	}
	_, ok := p.Spoken(s)
	return ok
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
