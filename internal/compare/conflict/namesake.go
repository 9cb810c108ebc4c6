package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
)

// bearing is a full name of somebody in a report, with the role beside it if there is one.
type bearing struct {
	spot
	words []string // without initials, articles and "Jr."
	role  []string // in lower case, without the article
	whole nutgraf.Span
}

// namesakeShare is how many words two sentences must have in common for kin of whom one
// can have some to be one, and for two middle names to be one person's.
const (
	namesakeShare = 5
	middleShare   = 3
)

// namesakes finds somebody whom two reports give two given names: people of one surname in
// one role that only one bears, each known to his own reports alone; or of one first and
// last name with two names between.
func (f *Finder) namesakes(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	byEntity := map[int][]bearing{}
	var order []int
	bySurname := map[string][]int{}
	for i := range s.Members {
		for _, x := range f.bearings(s, i) {
			e := x.entity
			if byEntity[e] == nil {
				order = append(order, e)
				last := x.words[len(x.words)-1]
				bySurname[last] = append(bySurname[last], e)
			}
			byEntity[e] = append(byEntity[e], x)
		}
	}
	var out []nutgraf.Conflict
	for _, e := range order {
		last := byEntity[e][0].words[len(byEntity[e][0].words)-1]
		for _, other := range bySurname[last] {
			if other == e {
				break
			}
			if s.together(e, other) {
				continue
			}
			if c, ok := f.namesake(s, byEntity[other], byEntity[e]); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// together reports whether one report knows both of two of the story's entities.
func (s Story) together(a, b int) bool {
	x, y := s.Entities[a].Members, s.Entities[b].Members
	for i := range min(len(x), len(y)) {
		if x[i] >= 0 && y[i] >= 0 {
			return true
		}
	}
	return false
}

// namesake lays two people of one surname side by side.
func (f *Finder) namesake(s Story, one, other []bearing) (nutgraf.Conflict, bool) {
	for _, a := range one {
		for _, b := range other {
			severity, ok := f.oneMan(s, a, b)
			if !ok {
				continue
			}
			c := nutgraf.Conflict{Kind: nutgraf.ConflictName, Severity: severity, Relation: nutgraf.Conflicting, Why: "The reports give one person two names.", Sides: []nutgraf.Side{{}, {}}}
			c.Rule = nutgraf.Evidence{Rule: "conflict.namesake", Text: c.Why}
			for i, all := range [2][]bearing{one, other} {
				first := [2]bearing{a, b}[i]
				c.Sides[i].Value = first.span.Of(s.Members[first.member].Doc.Text)
				for _, x := range append([]bearing{first}, all...) {
					cite := s.Members[x.member].Doc.Cite(x.whole)
					if len(c.Sides[i].Evidence) < passagesMost && !slices.ContainsFunc(c.Sides[i].Evidence, func(y nutgraf.Cite) bool { return y.Doc == cite.Doc }) {
						c.Sides[i].Evidence = append(c.Sides[i].Evidence, cite)
					}
				}
			}
			c.Matter = "“" + c.Sides[0].Value + "” or “" + c.Sides[1].Value + "”?"
			return c, true
		}
	}
	return nutgraf.Conflict{}, false
}

// oneMan reports whether two names of one surname are one person's, and how sure that is.
func (f *Finder) oneMan(s Story, a, b bearing) (nutgraf.Severity, bool) {
	x, y := a.words[0], b.words[0]
	if x == y {
		return nutgraf.Soft, len(a.words) == 3 && len(b.words) == 3 && len(a.words[1]) > 2 && len(b.words[1]) > 2 && !f.oneGiven(a.words[1], b.words[1]) && shares(around(s, a.spot), around(s, b.spot)) >= middleShare
	}
	if len(a.role) == 0 || len(b.role) == 0 || len(x) < 3 || len(y) < 3 || f.oneGiven(x, y) || subset(a.words, b.words) || subset(b.words, a.words) {
		return "", false
	}
	head := a.role[len(a.role)-1]
	kind, ok := f.nameLists.sole[head]
	if !ok || head != b.role[len(b.role)-1] || f.qualified(a.role) != f.qualified(b.role) {
		return "", false
	}
	common := shares(around(s, a.spot), around(s, b.spot))
	whose := len(a.role) > 1 && slices.Equal(a.role, b.role) && strings.HasSuffix(a.role[0], "'s") // not "his", who may be two
	switch {
	case kind == "some":
		return nutgraf.Soft, common >= namesakeShare
	case kind == "one":
		return nutgraf.Medium, whose || common >= namesakeShare
	}
	return nutgraf.Medium, common >= 2
}

// qualified tells apart who holds an office from who stands for him or held it.
func (f *Finder) qualified(role []string) string {
	for _, w := range role {
		if f.qualifying[w] {
			return w
		}
	}
	return ""
}

// oneGiven reports whether two given names can be one: spelled in two ways, or a short
// form of the other.
func (f *Finder) oneGiven(x, y string) bool {
	n := 0
	for n < min(len(x), len(y)) && x[n] == y[n] {
		n++
	}
	return n >= 3 || n >= 2 && min(len(x), len(y)) <= 4 || cast.NearSpelling(x, y) || cast.Edits(x, y)*givenApart <= min(len(x), len(y)) || cast.SoundAlike(x, y) || f.longGiven(x)[y] || f.longGiven(y)[x] || sharesOne(f.longGiven(x), f.longGiven(y))
}

// givenApart is how many letters there must be for each in which two spellings of a given
// name part: "Kurbanguly" and "Gurbanguli" are one, "Robert" and "Rupert" two.
const givenApart = 5

func (f *Finder) longGiven(name string) map[string]bool { return f.nameLists.long[name] }

func sharesOne(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// bearings lists the full names of people in a report's body.
func (f *Finder) bearings(s Story, member int) []bearing {
	m := s.Members[member]
	var out []bearing
	for i, x := range m.Ann.Mentions {
		if x.Kind != nutgraf.ByName || typeOf(m, x) != nutgraf.Person {
			continue
		}
		raw := x.Span.Of(m.Doc.Text)
		if !strings.Contains(raw, " ") {
			continue
		}
		words := cast.Core(nameWords(fold.String(raw)))
		k := m.Seg.SentenceAt(x.Span.Start)
		if len(words) < 2 || k < 0 || s.entity(member, x.Entity) < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		b := bearing{spot: spot{member, k, s.entity(member, x.Entity), nutgraf.Person, x.Span}, words: words, whole: x.Span}
		for _, r := range m.Ann.Mentions[max(0, i-3):min(len(m.Ann.Mentions), i+4)] {
			if r.Kind == nutgraf.ByRole && r.Entity == x.Entity && r.Whole.Contains(x.Span) {
				if text := r.Span.Of(m.Doc.Text); !hasPrefix(m.Doc.Text[r.Span.End:], "'", "’") {
					b.role = roleWords(text)
					if q := f.qualified(behind(m.Doc.Text[max(0, r.Whole.Start-beforeRole):r.Whole.Start])); q != "" {
						b.role = append([]string{q}, b.role...)
					}
					b.whole = r.Whole
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// beforeRole is how many bytes before a role are read for what tells who held it: "former".
const beforeRole = 16

// behind returns the last two words of a text, in lower case.
func behind(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r == ' ' || r == '-' || r == '\n' })
	return words[max(0, len(words)-2):]
}

// roleWords are the words of a role in lower case, up to what it is of: "the mayor of
// Port Ansel" is "mayor".
func roleWords(text string) []string {
	text = strings.ToLower(strings.ReplaceAll(strings.ReplaceAll(text, "’", "'"), ".", ""))
	for _, of := range [...]string{" of ", " for ", " at ", " in "} {
		text, _, _ = strings.Cut(text, of)
	}
	words := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '-' || r == ',' })
	for len(words) > 0 && (words[0] == "the" || words[0] == "a" || words[0] == "an") {
		words = words[1:]
	}
	return words
}
