package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// kinship is what a report says that somebody is to somebody: "Dean Marrow, the mayor's
// nephew".
type kinship struct {
	member   int
	relative int    // the story's entity
	of       string // the last word of whose kin it is, in lower case
	word     string
	span     nutgraf.Span // from whose kin to the word
}

// kinships finds two ways in which somebody is said to be related to one other.
func (f *Finder) kinships(s Story) []nutgraf.Conflict {
	var all []kinship
	for i := range s.Members {
		all = append(all, f.kinshipsOf(s, i)...)
	}
	rivals := func(a, b kinship) bool {
		return a.relative == b.relative && a.of == b.of && a.member != b.member && f.kinRow[a.word] != f.kinRow[b.word]
	}
	both := func(x, y kinship) bool { // a report that says both sees no two in it
		return slices.ContainsFunc(all, func(z kinship) bool {
			return z.member == x.member && z.relative == x.relative && f.kinRow[z.word] == f.kinRow[y.word]
		})
	}
	var out []nutgraf.Conflict
	for j, b := range all {
		for _, a := range all[:j] {
			if !rivals(a, b) || slices.ContainsFunc(out, func(c nutgraf.Conflict) bool { return c.Matter == kinMatter(s, a) }) || both(a, b) || both(b, a) {
				continue
			}
			why := "The reports say in two ways how they are related."
			c := nutgraf.Conflict{
				Kind: nutgraf.ConflictRelation, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Matter: kinMatter(s, a), Why: why,
				Rule: nutgraf.Evidence{Rule: "conflict.kinship", Text: why},
			}
			for _, x := range [2]kinship{a, b} {
				c.Sides = append(c.Sides, nutgraf.Side{Value: x.word, Evidence: f.kinEvidence(s, x, all)})
			}
			out = append(out, c)
		}
	}
	return out
}

func kinMatter(s Story, x kinship) string {
	return "How they are related: " + s.Entities[x.relative].Name
}

// kinEvidence cites the reports that say the same of the relative, and those that name him
// and speak of "her cousin".
func (f *Finder) kinEvidence(s Story, x kinship, all []kinship) []nutgraf.Cite {
	var out []nutgraf.Cite
	for i, m := range s.Members {
		at := slices.IndexFunc(all, func(y kinship) bool {
			return y.member == i && y.relative == x.relative && y.of == x.of && f.kinRow[y.word] == f.kinRow[x.word]
		})
		switch {
		case at >= 0:
			out = append(out, m.Doc.Cite(sentenceOf(m, all[at].span)))
		case i < len(s.Entities[x.relative].Members) && s.Entities[x.relative].Members[i] >= 0 && !slices.ContainsFunc(all, func(y kinship) bool { return y.member == i && y.relative == x.relative }):
			if span := bareKin(m, x.word); !span.IsZero() {
				out = append(out, m.Doc.Cite(sentenceOf(m, span)))
			}
		}
	}
	return out
}

// sentenceOf returns the sentence around words, or the words.
func sentenceOf(m nutgraf.Member, s nutgraf.Span) nutgraf.Span {
	if i := m.Seg.SentenceAt(s.Start); i >= 0 {
		return m.Seg.Sentences[i].Span
	}
	return s
}

// bareKin finds "her cousin" in a report's body, where no name follows.
func bareKin(m nutgraf.Member, word string) nutgraf.Span {
	for i := 1; i+1 < len(m.Seg.Tokens); i++ {
		own := strings.ToLower(m.Seg.Tokens[i-1].Span().Of(m.Doc.Text))
		if (own == "his" || own == "her") && m.Seg.Tokens[i].Span().Of(m.Doc.Text) == word && !m.Seg.Tokens[i+1].Upper {
			if k := m.Seg.SentenceAt(int(m.Seg.Tokens[i].Start)); k >= 0 && body(m.Doc, m.Seg.Sentences[k]) {
				return nutgraf.Span{Start: int(m.Seg.Tokens[i-1].Start), End: int(m.Seg.Tokens[i].End)}
			}
		}
	}
	return nutgraf.Span{}
}

// kinReach is how many words whose kin somebody is can have: "the former mayor's".
const kinReach = 4

// kinshipsOf lists what a report's body says behind a name: ", the mayor's nephew,".
func (f *Finder) kinshipsOf(s Story, member int) []kinship {
	m := s.Members[member]
	var out []kinship
	for _, n := range m.Ann.Mentions {
		who := s.entity(member, n.Entity)
		if n.Kind != nutgraf.ByName || who < 0 || typeOf(m, n) != nutgraf.Person || !strings.HasPrefix(m.Doc.Text[n.Span.End:], ", ") {
			continue
		}
		if k := m.Seg.SentenceAt(n.Span.Start); k < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		rest := m.Doc.Text[n.Span.End+2:]
		end := strings.IndexAny(rest, ",.")
		if end < 0 {
			continue
		}
		words := strings.Fields(strings.ReplaceAll(rest[:end], "’", "'"))
		if len(words) < 2 || len(words) > kinReach+1 {
			continue
		}
		word, of := words[len(words)-1], words[len(words)-2]
		if _, kin := f.kinRow[word]; !kin || !strings.HasSuffix(of, "'s") {
			continue
		}
		out = append(out, kinship{member, who, strings.ToLower(strings.TrimSuffix(of, "'s")), word, nutgraf.Span{Start: n.Span.Start, End: n.Span.End + 2 + end}})
	}
	return out
}
