package alone

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// before is the number of sentences before one in which what it means by "the" is looked for.
const before = 4

// given reports whether a sentence means by a noun behind "the", which nothing narrows, what
// its report has told of right before, and of which a reader of the story has not been told:
// "Officials combed the lorry".
func (f *Finder) given(m *nutgraf.Member, at int, t *tellings) bool {
	s := m.Seg.Sentences[at]
	tokens := m.Seg.Tokens[s.First:s.Last]
	var told map[string]bool
	seen := map[string]bool{}
	for i := 0; i < len(tokens); i++ {
		word := lang.Lower(tokens[i].Span().Of(m.Doc.Text))
		if word != "the" {
			seen[t.Key(word)] = true
			continue
		}
		noun, next := f.noun(m, tokens[i+1:])
		if noun == "" || i > 1 && tokens[i-2].Upper && tokens[i-1].Span().Of(m.Doc.Text) == "," || f.standing.Narrows(next) || f.standing.Sole(noun) || f.standing.Period(strings.TrimSuffix(noun, "s")) || t.Known(noun) || seen[t.Key(noun)] || m.Ann.InMarks(tokens[i].Span()) {
			continue
		}
		if told == nil {
			told = f.toldBefore(m, at, t)
		}
		if told[t.Key(noun)] || f.standing.Told(noun) {
			return true
		}
	}
	return false
}

// noun returns the noun that words open with, small words of kind before it, and the word
// behind it; nothing where a name or a number stands among them.
func (f *Finder) noun(m *nutgraf.Member, tokens []nutgraf.Token) (noun, next string) {
	for i, tok := range tokens {
		word := tok.Span().Of(m.Doc.Text)
		low := lang.Lower(word)
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case strings.HasPrefix(word, "'"), strings.HasPrefix(word, "’"):
			return noun, ""
		case strings.ContainsAny(word, "\"“,") && i+1 < len(tokens) && tokens[i+1].Upper:
			return "", "" // "the film “The Mole”", "the keeper, Odo Tarn"
		case tok.Kind != nutgraf.Word || f.function[fold.Key(low)] || f.standing.Verb(low) || noun != "" && f.standing.Finite(low):
			return noun, low
		case unicode.IsUpper(r):
			return "", ""
		}
		noun = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		if len(noun) < len(low) {
			return noun, ""
		}
	}
	return noun, ""
}

// toldBefore are the words of the sentences right before one, in its report.
func (f *Finder) toldBefore(m *nutgraf.Member, at int, t *tellings) map[string]bool {
	out := map[string]bool{}
	for _, s := range m.Seg.Sentences[max(0, at-before):at] {
		for _, tok := range m.Seg.Tokens[s.First:s.Last] {
			if tok.Kind == nutgraf.Word {
				out[t.Key(lang.Lower(tok.Span().Of(m.Doc.Text)))] = true
			}
		}
	}
	return out
}
