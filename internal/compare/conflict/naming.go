package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// namingLists are the words by which reports say whose name is given and whose is not.
type namingLists struct {
	kept   map[string][]keptBack // by their first word
	people map[string]string     // words for people → the first that may be the same
}

// keptBack is a way of telling that a name is not given.
type keptBack struct {
	words    []string
	withName bool // only beside a word for a name
}

func namingListsOf(pack *lang.Pack) namingLists {
	out := namingLists{kept: map[string][]keptBack{}, people: pack.Alike("unnamed_people")}
	for _, row := range pack.Rows("unnamed") {
		text := row[len(row)-1]
		words := strings.Fields(text)
		out.kept[words[0]] = append(out.kept[words[0]], keptBack{words, len(row) > 1})
	}
	return out
}

// unnamedPeople finds people whose names one report says are not given and another, which is no
// earlier, gives.
func (f *Finder) unnamedPeople(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	kept, given := map[string][]passage{}, map[string][]passage{}
	var order []string
	for i, m := range s.Members {
		for _, sent := range m.Seg.Sentences {
			if !body(m.Doc, sent) {
				continue
			}
			who, name := f.keepsBack(s.lower(i, sent), s.opening(i, sent)), false
			if who == "" {
				who, name = f.identifies(m, sent, s.lower(i, sent)), true
			}
			if who == "" || slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
				return q.Kind == nutgraf.Direct && q.Span.Overlap(sent.Span)*2 > sent.Span.Len()
			}) {
				continue
			}
			if kept[who] == nil && given[who] == nil {
				order = append(order, who)
			}
			p := passage{i, sent.Span, m.Doc.Cite(sent.Span)}
			if name {
				given[who] = append(given[who], p)
			} else {
				kept[who] = append(kept[who], p)
			}
		}
	}
	var out []nutgraf.Conflict
	for _, who := range order {
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Soft, Relation: nutgraf.Update, Why: "One side says that the name was not given, the other gives it.",
			Sides: []nutgraf.Side{{Value: "not named"}, {Value: "named"}},
		}
		c.Rule = nutgraf.Evidence{Rule: "conflict.unnamed", Text: c.Why}
		in := func(list []passage, member int) bool {
			return slices.ContainsFunc(list, func(p passage) bool { return p.member == member })
		}
		for _, a := range kept[who] {
			for _, b := range given[who] {
				if a.member != b.member && !in(given[who], a.member) && !in(kept[who], b.member) && !behindOf(s, a.member, b.member) {
					face(s, &c, a, b)
				}
			}
		}
		if len(c.Sides[0].Evidence) > 0 {
			c.Matter = "Named, or not: the " + who
			out = append(out, c)
		}
	}
	return out
}

// behindOf reports whether a report is known to be later than another.
func behindOf(s Story, a, b int) bool {
	x, y := s.Dates[a], s.Dates[b]
	return x.From != nutgraf.NoDay && y.To != nutgraf.NoDay && x.From > y.To
}

// keepsBack returns whose name a sentence says is not given.
func (f *Finder) keepsBack(words []string, opening []opens) string {
	for i, begins := range opening {
		if begins&opensSilence == 0 {
			continue
		}
		for _, k := range f.nameLists.naming.kept[words[i]] {
			if len(words)-i < len(k.words) || !slices.Equal(words[i:i+len(k.words)], k.words) {
				continue
			}
			if slices.Contains(words, "except") || slices.Contains(words, "besides") {
				return "" // "the names of all but the guard"
			}
			if k.withName && !slices.ContainsFunc(words, func(w string) bool { return f.identities[w] }) {
				continue
			}
			if who := f.whoNear(words, i, i+len(k.words)); who != "" {
				return who
			}
		}
	}
	return ""
}

// whoBefore and whoBehind are how many words before and behind a way of telling of a name
// somebody is looked for.
const (
	whoBefore = 10
	whoBehind = 5
)

// whoNear returns the word for people that is nearest before a stretch of words, or right
// behind it. Where nothing lies between, it names who gives the name ("the nurse's uncle
// identified her").
func (f *Finder) whoNear(words []string, from, to int) string {
	for i := from - 1; i >= max(0, from-whoBefore); i-- {
		if who := f.nameLists.naming.people[words[i]]; who != "" && !(from == to && i+1 < len(words) && words[i+1] == "'s") {
			return who
		}
	}
	for i := to; i < min(len(words), to+whoBehind); i++ {
		if who := f.nameLists.naming.people[words[i]]; who != "" {
			return who
		}
	}
	return ""
}

// identifiedAs is how many words can stand between "identified" and "as".
const identifiedAs = 9

// identifies returns whom a sentence gives a name: "identified the victim as Otto Lund",
// "the victim was identified as Otto Lund".
func (f *Finder) identifies(m nutgraf.Member, sent nutgraf.Sentence, words []string) string {
	for i, w := range words {
		if w != "identified" && w != "identify" && w != "named" {
			continue
		}
		if i > 0 && (words[i-1] == "not" || words[i-1] == "to") || i > 1 && words[i-2] == "not" {
			continue
		}
		for j := i + 1; j < min(len(words), i+identifiedAs); j++ {
			if words[j] != "as" {
				continue
			}
			at := m.Seg.Tokens[sent.First+j].Span().End
			if !slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
				return x.Kind == nutgraf.ByName && x.Span.Start > at && x.Span.Start-at < nameNear && typeOf(m, x) == nutgraf.Person && strings.Contains(x.Span.Of(m.Doc.Text), " ")
			}) {
				break
			}
			for k := i + 1; k < j; k++ {
				if who := f.nameLists.naming.people[words[k]]; who != "" {
					return who
				}
			}
			return f.whoNear(words[:i], i, i)
		}
	}
	return ""
}

// nameNear is how many bytes behind "as" a name can stand: "as 61-year-old Otto Lund".
const nameNear = 30
