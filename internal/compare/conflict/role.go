package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// borne is a role that stands beside somebody's name in a report.
type borne struct {
	member int
	words  []string // in lower case
	deputy string   // the word that tells whoever bears it from the holder of the office
	span   nutgraf.Span
}

// rolesTold finds two roles of one person: who holds an office beside who stands in for
// him ("foreign minister", "deputy foreign minister"), and two kinds of kin to one other,
// named ("Otto Halden's son", "Otto Halden's brother"). A report that gives both stands on
// no side.
func (f *Finder) rolesTold(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	byEntity := map[int][]borne{}
	var order []int
	for i, m := range s.Members {
		for _, r := range m.Ann.Mentions {
			e := s.entity(i, r.Entity)
			if r.Kind != nutgraf.ByRole || e < 0 || s.Entities[e].Type != nutgraf.Person || r.Whole.IsZero() || hasPrefix(m.Doc.Text[r.Span.End:], "'", "’") {
				continue
			}
			k := m.Seg.SentenceAt(r.Span.Start)
			words := roleWords(r.Span.Of(m.Doc.Text))
			if k < 0 || len(words) == 0 || !body(m.Doc, m.Seg.Sentences[k]) || f.qualified(behind(m.Doc.Text[max(0, r.Whole.Start-beforeRole):r.Whole.Start])) != "" {
				continue
			}
			if slices.Contains(words, "acting") || slices.Contains(words, "interim") {
				continue // a deputy may act for who has left
			}
			if byEntity[e] == nil {
				order = append(order, e)
			}
			byEntity[e] = append(byEntity[e], borne{i, words, f.standsIn(words), r.Whole})
		}
	}
	var out []nutgraf.Conflict
	for _, e := range order {
		if c, ok := f.rolesOf(s, byEntity[e]); ok && !shows(had, c) {
			c.Matter = "What " + s.Entities[e].Name + " is"
			out = append(out, c)
		}
	}
	return out
}

// rolesOf lays the first two roles of one person that cannot both be meant side by side,
// with the other reports that give either.
func (f *Finder) rolesOf(s Story, all []borne) (nutgraf.Conflict, bool) {
	for j, b := range all {
		for _, a := range all[:j] {
			kin, ok := f.rivals(a, b)
			if !ok || a.member == b.member || f.bothTold(all, a.member, b) || f.bothTold(all, b.member, a) {
				continue
			}
			c := nutgraf.Conflict{Kind: nutgraf.ConflictName, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: "The reports give one person two roles."}
			if kin {
				c.Kind, c.Severity, c.Relation, c.Why = nutgraf.ConflictRelation, nutgraf.Medium, nutgraf.Conflicting, "The reports say in two ways how they are related."
			}
			c.Rule = nutgraf.Evidence{Rule: "conflict.role", Text: c.Why}
			for _, x := range [2]borne{a, b} {
				side := nutgraf.Side{Value: strings.Join(x.words, " ")}
				for _, y := range all {
					if slices.Equal(x.words, y.words) {
						addCite(&side, s.Members[y.member].Doc.Cite(y.span))
					}
				}
				c.Sides = append(c.Sides, side)
			}
			return c, true
		}
	}
	return nutgraf.Conflict{}, false
}

// bothTold reports whether a report also gives the role that its own is set against.
func (f *Finder) bothTold(all []borne, member int, role borne) bool {
	return slices.ContainsFunc(all, func(x borne) bool {
		if x.member != member {
			return false
		}
		_, other := f.rivals(x, role)
		return !other && x.words[len(x.words)-1] == role.words[len(role.words)-1] && x.deputy == role.deputy
	})
}

// rivals reports whether two roles cannot both be meant of one person, and whether they
// are of kin.
func (f *Finder) rivals(one, two borne) (kin, ok bool) {
	a, b := one.words, two.words
	x, y := f.kinRow[a[len(a)-1]], f.kinRow[b[len(b)-1]]
	if x != "" && y != "" {
		return true, x != y && len(a) > 1 && len(a) == len(b) && slices.Equal(a[:len(a)-1], b[:len(b)-1]) && strings.HasSuffix(a[len(a)-2], "'s")
	}
	p, q := one.deputy, two.deputy
	if p == q || p > "" && slices.Contains(b, p) || q > "" && slices.Contains(a, q) {
		return false, false
	}
	field := a
	if p == "" {
		p, field = q, b
	}
	field = field[slices.Index(field, p)+1:]
	other := b
	if one.deputy == "" {
		other = a
	}
	return false, len(field) > 0 && len(other) >= len(field) && endsAlike(other, field)
}

// endsAlike reports whether one of two runs of words ends as the other does.
func endsAlike(a, b []string) bool {
	n := min(len(a), len(b))
	return n > 0 && slices.Equal(a[len(a)-n:], b[len(b)-n:])
}

// standsIn tells whoever stands in for the holder of an office from the holder. "Associate
// justice" and "vice president" are offices of their own.
func (f *Finder) standsIn(role []string) string {
	for i, w := range role {
		if f.deputies[w] || w == "associate" && i+1 < len(role) && role[i+1] != "justice" {
			return w
		}
	}
	return ""
}
