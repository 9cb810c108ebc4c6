package brief

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// objectless reports whether the pronoun at a token is the object of a sentence's
// first verb with nothing before it but the subject of that verb, which an object
// other than "itself" never means: "Two groups have called it a fraud". A subject
// that has a part of its own, as a possessor, may lend that ("Marrow's foes call
// her a fraud").
func (w *Writer) objectless(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	word := func(i int) string { return lang.Lower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) }
	if !w.objects[word(i)] || !w.closes(m, s, i) {
		return false
	}
	k := i - 1
	if k > s.First && w.leading[word(k)] {
		k--
	}
	verbs := k
	for k > s.First && (w.judge.Finite(word(k)) || w.denying[word(k)] || w.helping[word(k)] || strings.HasSuffix(word(k), "ly") || k == verbs && strings.HasSuffix(word(k), "ing")) {
		k--
	}
	return k < verbs && k >= s.First && w.simple(m, s.First, k+1)
}

// closes reports whether the pronoun at a token is an object to itself: no
// possessor of what follows, no subject of a verb behind it, and none that stands
// for a clause to come ("made it clear that").
func (w *Writer) closes(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	if i+1 >= s.Last {
		return true
	}
	t := m.Seg.Tokens[i+1]
	next := lang.Lower(t.Span().Of(m.Doc.Text))
	if t.Kind != nutgraf.Word || articles[next] || w.leading[next] {
		return true
	}
	return lang.Lower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) != "her" && !w.judge.Finite(next) &&
		!slices.ContainsFunc(m.Seg.Tokens[i+1:min(i+6, s.Last)], func(t nutgraf.Token) bool {
			word := lang.Lower(t.Span().Of(m.Doc.Text))
			return w.narrowing[word] || word == "to" || word == "if" || word == "when"
		})
}

// simple reports whether tokens are one noun group: a name, or words without any
// sign, preposition, possessor, name or number among them.
func (w *Writer) simple(m nutgraf.Member, first, last int) bool {
	group := nutgraf.Span{Start: int(m.Seg.Tokens[first].Start), End: int(m.Seg.Tokens[last-1].End)}
	if slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool { return x.Kind == nutgraf.ByName && x.Span == group }) {
		return true
	}
	return !slices.ContainsFunc(m.Seg.Tokens[first:last], func(t nutgraf.Token) bool {
		word := lang.Lower(t.Span().Of(m.Doc.Text))
		return t.Kind != nutgraf.Word || w.narrowing[word] || w.leading[word] || w.judge.Verb(word) || strings.HasSuffix(word, "'s") || int(t.Start) > group.Start && t.Upper
	})
}
