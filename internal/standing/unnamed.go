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
		if x.Entity >= 0 && !named[x.Entity] && !m.Ann.InMarks(x.Span) {
			return true
		}
	}
	k := m.Seg.SentenceAt(s.Start)
	if k < 0 {
		return false
	}
	opens, introduced, person, tells := true, false, false, false
	last := ""
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
		switch word {
		case "he", "she":
			if last == "," && !person && !tells && !m.Ann.InMarks(at) {
				return true // "During a visit to the mole, she promised more"
			}
			fallthrough
		case "him", "his", "her":
			return !introduced && !m.Ann.InMarks(at)
		}
		who, name := j.introduces(m, t, word, opens)
		if word == "the" && i+1 < len(tokens) && tokens[i+1].Upper {
			who = false // "the Courier"
		}
		introduced, person, tells = introduced || who, person || name, tells || j.Finite(word)
		if last = word; introduced && tells {
			return false
		}
		opens = opens && t.Kind != nutgraf.Word
	}
	return false
}

// introduces reports whether a word can be one for who a pronoun behind it means: an article
// or number, or a name that is not known to be that of a place, a body or an outlet; and
// whether it is a name or a role.
func (j *Judge) introduces(m *nutgraf.Member, t nutgraf.Token, word string, opens bool) (who, name bool) {
	if word == "the" || word == "who" || j.first[word] || t.Kind == nutgraf.Number {
		return true, false
	}
	at := t.Span()
	k := slices.IndexFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool { return x.Span.Contains(at) && x.Kind != nutgraf.ByPronoun })
	switch {
	case k < 0:
		name = t.Kind == nutgraf.Word && t.Upper && !(opens && j.function[word]) && !j.calendar[at.Of(m.Doc.Text)]
		return name, name
	case m.Ann.Mentions[k].Kind == nutgraf.ByRole || m.Ann.Mentions[k].Entity < 0:
		return true, true
	}
	switch m.Ann.Entities[m.Ann.Mentions[k].Entity].Type {
	case nutgraf.Place, nutgraf.Organization, nutgraf.Outlet:
		return false, false
	}
	return true, true
}
