package claim

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/dateline"
	"nutgraf/internal/overlap"
)

// label is what a claim could be called by: words of a report that can stand
// alone. The higher its rank, the better; 0 is none.
type label struct {
	cite  nutgraf.Cite
	rank  int
	added int    // bytes around the words that make the claim
	note  string // whom a pronoun at its head stands for
	lost  bool   // points at what only its own report has told of before
}

// The ranks of labels.
const (
	headlined = iota + 1 // as headlines put it
	leaning              // leans on what its report told before
	whole                // stands alone
)

// A label says enough from the least length on, and is no paragraph, in bytes.
const (
	minLabel = 20
	maxLabel = 240
)

// or is the better of two labels: of those of one rank the one that adds the
// least, then the shorter.
func (l label) or(x label) label {
	if cmp.Or(x.rank-l.rank, l.added-x.added, len(l.cite.Text)-len(x.cite.Text)) > 0 {
		return x
	}
	return l
}

// called returns the shortest whole clause around the words of a frame: its own,
// those from the head of its sentence on, or the sentence.
func (f *Finder) called(m nutgraf.Member, fr *nutgraf.Frame) label {
	at := fr.Clause.Span
	k := m.Seg.SentenceAt(at.Start)
	if k < 0 || !m.Seg.Sentences[k].Span.Contains(at) {
		return label{}
	}
	s := m.Seg.Sentences[k].Span
	s.Start = min(s.Start+dateline.Length(s.Of(m.Doc.Text)), at.Start)
	text := s.Of(m.Doc.Text)
	end := len(text)
	if end > 0 && text[end-1] == '.' {
		end--
	}
	for _, x := range []nutgraf.Span{{Start: at.Start - s.Start, End: at.End - s.Start}, {End: at.End - s.Start}, {End: end}} {
		if x.Len() < minLabel || x.Len() > maxLabel || !f.judge.Part(text, x.Start, x.End) {
			continue
		}
		if n := joined(text[x.Start:x.End]); n > 0 && s.Start+x.Start+n <= fr.Focus.Start {
			x.Start += n // whatever it goes on from, it tells the same without
		}
		l := label{cite: m.Doc.Cite(nutgraf.Span{Start: s.Start + x.Start, End: s.Start + x.End}), rank: whole, added: max(0, x.Len()-at.Len())}
		switch who, quoted := quoting(m, l.cite.Span); {
		case quoted && who == "":
			continue
		case quoted:
			l.rank, l.note = leaning, "words of "+who
		case f.judge.Comments(l.cite.Text):
			continue // whose "we" and whose view it is cannot be told in a row
		case fr.Headline:
			l.rank = headlined
		case f.judge.Leans(l.cite.Text):
			if l.note = meant(m, l.cite.Span); l.note == "" {
				continue // nobody who reads the row could tell of whom it speaks
			}
			l.rank = leaning
		case f.judge.Points(l.cite.Text):
			l.rank, l.lost = leaning, true
		case f.judge.Joins(l.cite.Text), f.judge.Adds(l.cite.Text):
			l.rank, l.lost = leaning, true // "And the mole closed" goes on from what is not there
		}
		return l
	}
	return label{}
}

// joined is the length of the word that joins a clause to the one before it, where a name
// follows: "But |Marrow left".
func joined(clause string) int {
	for _, word := range [...]string{"But ", "And ", "Yet ", "So ", "Still, ", "Meanwhile, ", "However, "} {
		if rest, ok := strings.CutPrefix(clause, word); ok && len(rest) > minLabel {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
				return len(word)
			}
		}
	}
	return 0
}

// meant glosses the first pronoun of words that open with one ("He: Ilse
// Marrow"); it is empty where the report does not show who is meant.
func meant(m nutgraf.Member, words nutgraf.Span) string {
	for _, x := range m.Ann.Mentions {
		if x.Kind == nutgraf.ByPronoun && words.Contains(x.Span) {
			if x.Entity < 0 {
				return ""
			}
			return x.Span.Of(m.Doc.Text) + ": " + m.Ann.Entities[x.Entity].Name
		}
	}
	return ""
}

// quoting reports whether words stand inside quotation marks or in a post, and whose they
// are there: they are not the report's own.
func quoting(m nutgraf.Member, words nutgraf.Span) (string, bool) {
	if overlap.InPost(m.Doc, words) {
		return "", true
	}
	for i := range m.Ann.Quotes {
		q := &m.Ann.Quotes[i]
		if q.Kind == nutgraf.Indirect {
			continue
		}
		parts := q.Parts
		if len(parts) == 0 {
			parts = []nutgraf.Span{q.Span}
		}
		for _, p := range parts {
			if p.Contains(words) {
				return q.Name, true
			}
		}
	}
	return "", false
}
