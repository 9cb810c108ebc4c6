package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// epithet is what a report calls somebody, outright or as what he is held for.
type epithet struct {
	passage
	kind    string // the first of the words that can mean the same
	doubted bool
}

const (
	epithetBefore = 5 // words before a name that what somebody is called stands in
	epithetBehind = 7 // and behind it
)

// epithets finds somebody whom one report calls the alleged leader, killer or spy, and
// another the leader, killer or spy: what is alleged has become so.
func (f *Finder) epithets(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	called := map[int][]epithet{}
	for i, m := range s.Members {
		for _, x := range m.Ann.Mentions {
			e := s.entity(i, x.Entity)
			if e < 0 || x.Kind != nutgraf.ByName || s.Entities[e].Type != nutgraf.Person {
				continue
			}
			if c, ok := f.epithetAt(s, i, x.Span); ok {
				called[e] = append(called[e], c)
			}
		}
	}
	var out []nutgraf.Conflict
	for e := range s.Entities {
		out = append(out, f.epithetConflicts(s, called[e])...)
	}
	return out
}

func (f *Finder) epithetConflicts(s Story, all []epithet) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	why := "One report calls him outright what another says he is held for."
	seen := map[string]bool{}
	for _, a := range all {
		if seen[a.kind] {
			continue
		}
		seen[a.kind] = true
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictWording, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: why,
			Rule: nutgraf.Evidence{Rule: "conflict.epithet", Text: why}, Sides: []nutgraf.Side{{}, {}},
		}
		is := func(member int, doubted bool) bool {
			return slices.ContainsFunc(all, func(x epithet) bool { return x.member == member && x.kind == a.kind && x.doubted == doubted })
		}
		for _, x := range all {
			for _, y := range all {
				if x.kind == a.kind && y.kind == a.kind && x.doubted && !y.doubted && !is(x.member, false) && !is(y.member, true) {
					face(s, &c, x.passage, y.passage)
				}
			}
		}
		if len(c.Sides[0].Evidence) > 0 {
			c.Matter = "“" + c.Sides[0].Value + "” or “" + c.Sides[1].Value + "”"
			out = append(out, c)
		}
	}
	return out
}

// epithetAt returns what somebody is called right before his name or beside it.
func (f *Finder) epithetAt(s Story, member int, name nutgraf.Span) (epithet, bool) {
	m := s.Members[member]
	at := m.Seg.SentenceAt(name.Start)
	if at < 0 || !body(m.Doc, m.Seg.Sentences[at]) || quoted(m, name) {
		return epithet{}, false
	}
	sent := m.Seg.Sentences[at]
	first, behind := m.Seg.TokenAt(name.Start), m.Seg.TokenAt(name.End)
	word := func(k int) string { return strings.ToLower(m.Seg.Tokens[k].Span().Of(m.Doc.Text)) }
	made := func(k, from int) epithet {
		doubt := k
		for doubt > from && !f.hedgeTable.nouns[word(doubt)] {
			doubt--
		}
		if !f.hedgeTable.nouns[word(doubt)] {
			doubt = k
		}
		return epithet{passage{member, spanOf(m, sent, doubt-sent.First, k+1-sent.First), m.Doc.Cite(sent.Span)}, f.epithetKind[word(k)], doubt < k}
	}
	if k := first - 1; k > sent.First && f.epithetKind[word(k)] != "" {
		from := k
		for from > max(sent.First, first-epithetBefore) && !clauseParts(word(from-1)) {
			from--
		}
		if e := made(k, from); !f.former(m, sent, from, k) {
			return e, true
		}
		return epithet{}, false
	}
	if behind >= sent.Last || word(behind) != "," {
		return epithet{}, false
	}
	for k := behind + 1; k < min(sent.Last, behind+epithetBehind); k++ {
		switch w := word(k); {
		case f.epithetKind[w] != "":
			if k+1 < sent.Last && (m.Seg.Tokens[k+1].Upper || word(k+1) == "'s") || f.former(m, sent, behind, k) {
				return epithet{}, false
			}
			return made(k, behind), true
		case w == "," || m.Seg.Tokens[k].Kind == nutgraf.Number || w == "a" || w == "an" || w == "the" || f.hedgeTable.nouns[w] || m.Seg.Tokens[k].Upper:
		case f.function[w] || f.pastForm(w):
			return epithet{}, false
		}
	}
	return epithet{}, false
}

// former reports whether words deny, or put into the past, what somebody is called.
func (f *Finder) former(m nutgraf.Member, sent nutgraf.Sentence, from, to int) bool {
	for k := max(sent.First, from-3); k < to; k++ {
		w := strings.ToLower(m.Seg.Tokens[k].Span().Of(m.Doc.Text))
		if f.negations[w] || f.onceCalled[w] {
			return true
		}
	}
	return false
}
