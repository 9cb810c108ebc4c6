package standing

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Unnamed reports whether words of a report mean by a pronoun, outside of quotation marks, somebody
// whom they do not name before: "Calls for her dismissal came at once", "The Courier first told of his visit".
func (j *Judge) Unnamed(m *nutgraf.Member, s nutgraf.Span) bool {
	named := map[int]bool{}
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= s.End {
			break
		}
		if !s.Contains(x.Span) {
			continue
		}
		if x.Kind != nutgraf.ByPronoun {
			named[x.Entity] = true
			continue
		}
		if x.Entity >= 0 && !named[x.Entity] && !quoted(m, x.Span) {
			return true
		}
	}
	k := m.Seg.SentenceAt(s.Start)
	if k < 0 {
		return false
	}
	opens := true
	tokens := m.Seg.Tokens[m.Seg.Sentences[k].First:m.Seg.Sentences[k].Last]
	for i, t := range tokens {
		at := t.Span()
		if at.Start < s.Start {
			continue
		}
		if at.End > s.End {
			break
		}
		word := lang.Lower(at.Of(m.Doc.Text))
		switch {
		case word == "he", word == "she", word == "him", word == "his", word == "her":
			return !quoted(m, at)
		case word == "the" && i+1 < len(tokens) && tokens[i+1].Upper:
		case j.introduces(m, t, word, opens):
			return false
		}
		opens = opens && t.Kind != nutgraf.Word
	}
	return false
}

// introduces reports whether a word can be one for who a pronoun behind it means: an article
// or number, or a name that is not known to be that of a place, a body or an outlet.
func (j *Judge) introduces(m *nutgraf.Member, t nutgraf.Token, word string, opens bool) bool {
	if word == "the" || word == "who" || j.first[word] || t.Kind == nutgraf.Number {
		return true
	}
	at := t.Span()
	k := slices.IndexFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool { return x.Span.Contains(at) && x.Kind != nutgraf.ByPronoun })
	switch {
	case k < 0:
		return t.Kind == nutgraf.Word && t.Upper && !(opens && j.function[word]) && !j.calendar[at.Of(m.Doc.Text)]
	case m.Ann.Mentions[k].Kind == nutgraf.ByRole || m.Ann.Mentions[k].Entity < 0:
		return true
	}
	switch m.Ann.Entities[m.Ann.Mentions[k].Entity].Type {
	case nutgraf.Place, nutgraf.Organization, nutgraf.Outlet:
		return false
	}
	return true
}

// quoted reports whether words stand between marks of quotation.
func quoted(m *nutgraf.Member, at nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
		return q.Kind != nutgraf.Indirect && slices.ContainsFunc(q.Parts, func(p nutgraf.Span) bool { return p.Contains(at) })
	})
}
