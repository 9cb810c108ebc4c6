package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// lying is where a report puts something from a named place: "150 miles west of Dorrit".
type lying struct {
	passage
	key   string // the number, its unit and the place
	angle int    // degrees from north
}

// Degrees by which two directions are two, and by which not both can be meant.
const (
	anglesApart  = 40
	anglesOppose = 90
)

// sidesOf finds one distance from one place that two reports give in two directions.
func (f *Finder) sidesOf(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	var all []lying
	for i, m := range s.Members {
		for _, sent := range m.Seg.Sentences {
			all = append(all, f.lyingIn(s, i, sent)...)
		}
	}
	var out []nutgraf.Conflict
	seen := map[string]bool{}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.key != b.key || a.member == b.member || seen[a.key] || !twoSides(all, a, b) {
				continue
			}
			seen[a.key] = true
			why := "The reports give one distance from one place in two directions."
			c := nutgraf.Conflict{
				Kind: nutgraf.ConflictPlace, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Why: why,
				Matter: blanked(a.cite, a.span, "where"), Rule: nutgraf.Evidence{Rule: "conflict.side-of", Text: why},
				Sides: []nutgraf.Side{sideAt(s, all, a), sideAt(s, all, b)},
			}
			if angleBetween(a.angle, b.angle) < anglesOppose {
				c.Severity, c.Relation = nutgraf.Soft, nutgraf.Drift
			}
			out = append(out, c)
		}
	}
	return out
}

// sideAt gathers who puts it where a report does.
func sideAt(s Story, all []lying, a lying) nutgraf.Side {
	side := nutgraf.Side{Value: a.span.Of(s.Members[a.member].Doc.Text)}
	for _, x := range all {
		if x.key == a.key && x.angle == a.angle {
			addCite(&side, x.cite)
		}
	}
	return side
}

// twoSides reports whether two reports give directions that are two, and neither gives one
// near to the other's besides.
func twoSides(all []lying, a, b lying) bool {
	return !slices.ContainsFunc(all, func(x lying) bool {
		return x.key == a.key && (x.member == a.member && angleBetween(x.angle, b.angle) < anglesApart || x.member == b.member && angleBetween(x.angle, a.angle) < anglesApart)
	})
}

func angleBetween(a, b int) int {
	d := max(a-b, b-a)
	return min(d, 360-d)
}

// lyingIn lists what a sentence gives in a number of miles or kilometres, a direction,
// "of" and a name. What moves is elsewhere at each moment.
func (f *Finder) lyingIn(s Story, member int, sent nutgraf.Sentence) []lying {
	m := s.Members[member]
	var out []lying
	var words []string
	for _, q := range m.Ann.Quantities {
		if !q.Known || q.Value <= 0 || q.Span.Start < sent.Span.Start || q.Span.End > sent.Span.End {
			continue
		}
		if words == nil {
			words = s.lower(member, sent)
			if !body(m.Doc, sent) || slices.ContainsFunc(words, func(w string) bool { return f.doneTable.moving[w] }) {
				return nil
			}
		}
		k := m.Seg.TokenAt(q.Span.Start) - sent.First
		unit := k
		for unit < min(len(words), k+4) && !f.lengths[words[unit]] {
			unit++
		}
		if unit == k || unit >= len(words) || !f.lengths[words[unit]] {
			continue
		}
		j := unit + 1
		for j < len(words) && (words[j] == "to" || words[j] == "the" || words[j] == "due") {
			j++
		}
		angle, end := f.angleAt(words, j)
		if end == 0 || end+1 >= len(words) || words[end] != "of" || !m.Seg.Tokens[sent.First+end+1].Upper {
			continue
		}
		key := strconv.FormatFloat(q.Value, 'g', -1, 64) + " " + words[unit-1] + " " + words[unit][:1] + " " + words[end+1]
		out = append(out, lying{passage{member, spanOf(m, sent, k, end+2), m.Doc.Cite(sent.Span)}, key, angle})
	}
	return out
}

// angleAt reads a direction of the compass that begins at a word, of one word or two, and
// where it ends; 0 where there is none.
func (f *Finder) angleAt(words []string, i int) (angle, end int) {
	bearing := f.nameLists.bearing
	if i >= len(words) || !bearing[words[i]] {
		return 0, 0
	}
	name, end := words[i], i+1
	if end+1 < len(words) && words[end] == "-" && bearing[words[end+1]] {
		name, end = name+words[end+1], end+2
	} else if end < len(words) && bearing[words[end]] {
		name, end = name+words[end], end+1
	}
	at := slices.Index([]string{"north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest"}, strings.ReplaceAll(name, "-", ""))
	if at < 0 {
		return 0, 0
	}
	return 45 * at, end
}
