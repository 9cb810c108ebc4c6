package provenance

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
)

// dependent is the share of a report's own words that stand in another report
// from which the two are counted as one origin.
const dependent = .12

// origins counts the first sources of the news as far as they are named: every
// origin credited for the news that does not itself credit another, and every
// report that credits none and shares no text with the rest.
func (g *graph) origins() (int, string) {
	roots := g.roots()
	named := map[string][]int{} // origin → reports that rest on it
	var order []string
	for i := range g.Members {
		for _, n := range roots[i] {
			if named[n] == nil {
				order = append(order, n)
			}
			named[n] = append(named[n], i)
		}
	}
	groups := g.unnamed(roots)
	return len(order) + len(groups), g.why(order, named, groups)
}

// roots follows, for every report, the credits for the news to where they end.
func (g *graph) roots() [][]string {
	out := make([][]string, len(g.Members))
	for i := range g.Members {
		out[i] = g.follow(g.nodes[i].ID, map[string]bool{})
	}
	return out
}

func (g *graph) follow(id string, seen map[string]bool) []string {
	if seen[id] {
		return nil
	}
	seen[id] = true
	var out []string
	for _, e := range g.edges {
		if e.From != id || e.Kind != nutgraf.EdgeCredit && e.Kind != nutgraf.EdgeInferred || !g.isNews(e) {
			continue
		}
		next := g.follow(e.To, seen)
		if len(next) == 0 {
			next = []string{e.To}
		}
		for _, n := range next {
			if !slices.Contains(out, n) {
				out = append(out, n)
			}
		}
	}
	return out
}

func (g *graph) isNews(e nutgraf.Edge) bool {
	n := g.at(e.To)
	return e.News && n >= 0 && g.nodes[n].Role == nutgraf.RoleNewsOrigin
}

// at returns the index of a node, or -1.
func (g *graph) at(id string) int {
	if i, ok := g.place[id]; ok {
		return i
	}
	for i := len(g.Members); i < len(g.nodes); i++ {
		if g.nodes[i].ID == id {
			return i
		}
	}
	return -1
}

// unnamed groups the reports that rest on no named origin by the text they
// share; a group that shares text with a report that does rest on one, or that
// is itself named as an origin, counts there.
func (g *graph) unnamed(roots [][]string) [][]int {
	parent := make([]int, len(g.Members))
	for i := range parent {
		parent[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if parent[i] != i {
			parent[i] = find(parent[i])
		}
		return parent[i]
	}
	for i := range g.Members {
		for j := i + 1; j < len(g.Members); j++ {
			if g.Overlap.Own[i][j] >= dependent || g.Overlap.Own[j][i] >= dependent || g.house(i, j) {
				a, b := find(i), find(j)
				parent[max(a, b)] = min(a, b)
			}
		}
	}
	settled := map[int]bool{}
	for i := range g.Members {
		if len(roots[i]) > 0 || g.nodes[i].Role == nutgraf.RoleNewsOrigin {
			settled[find(i)] = true
		}
	}
	var out [][]int
	at := map[int]int{}
	for i := range g.Members {
		r := find(i)
		if settled[r] {
			continue
		}
		if _, ok := at[r]; !ok {
			at[r] = len(out)
			out = append(out, nil)
		}
		out[at[r]] = append(out[at[r]], i)
	}
	return out
}

// house reports whether two reports are of one outlet.
func (g *graph) house(i, j int) bool {
	return g.outlet[i] != "" && g.outlet[i] == g.outlet[j]
}

// why gives the count's reasoning in plain words.
func (g *graph) why(order []string, named map[string][]int, groups [][]int) string {
	var parts []string
	for _, id := range order {
		n := g.nodes[g.at(id)]
		held := "not held"
		if n.Doc != "" {
			held = "held"
		}
		parts = append(parts, fmt.Sprintf("%s (%s) is named as where the news comes from by %s", n.Name, held, letters(named[id])))
	}
	var apart []int
	for _, grp := range groups {
		if len(grp) == 1 {
			apart = append(apart, grp[0])
		}
	}
	switch all := len(apart) == len(g.Members); {
	case all && len(apart) == 1:
		parts = append(parts, "the report names no origin of the news")
	case all:
		parts = append(parts, "no report names an origin of the news; the text of each is mostly its own")
	case len(apart) == 1:
		parts = append(parts, letters(apart)+" names none; its text is mostly its own")
	case len(apart) > 1:
		parts = append(parts, letters(apart)+" name none; the text of each is mostly its own")
	}
	for _, grp := range groups {
		if len(grp) == len(g.Members) && len(grp) > 1 {
			parts = append(parts, "no report names an origin of the news; they share text, or their outlet")
		} else if len(grp) > 1 {
			parts = append(parts, letters(grp)+" name none and share text, or their outlet, with each other")
		}
	}
	if len(order) == 0 && len(parts) > 0 && (len(groups) > 1 || len(parts) > 1) && len(apart) != len(g.Members) {
		parts = append([]string{"no report names an origin of the news"}, parts...)
	}
	if len(parts) == 0 {
		return ""
	}
	s := strings.Join(parts, "; ") + "."
	return strings.ToUpper(s[:1]) + s[1:]
}

func letters(at []int) string {
	const most = 12
	var out []string
	for _, i := range at[:min(len(at), most)] {
		out = append(out, nutgraf.Letter(i))
	}
	s := strings.Join(out, ", ")
	if len(at) > most {
		s += fmt.Sprintf(" and %d more", len(at)-most)
	}
	return s
}

// earliest returns the report that was published before all others beyond
// doubt, or says why none can be named.
func earliest(s Story) (string, string) {
	if len(s.Members) < 2 || len(s.Dates) != len(s.Members) {
		return "", ""
	}
	var known []int
	best := -1
	for i, d := range s.Dates {
		if d.Firm {
			known = append(known, i)
		}
		if d.To != nutgraf.NoDay && (best < 0 || d.To < s.Dates[best].To) {
			best = i
		}
	}
	switch {
	case len(known) == 0:
		return "", "Cannot be said: no report has a date that can be relied on."
	case len(known) < len(s.Members) && len(known) == 1:
		return "", fmt.Sprintf("Cannot be said: only %s has a date that can be relied on.", nutgraf.Letter(known[0]))
	case len(known) < len(s.Members):
		return "", fmt.Sprintf("Cannot be said: only %s have dates that can be relied on.", letters(known))
	}
	for i, d := range s.Dates {
		if i != best && d.From <= s.Dates[best].To {
			return "", "Cannot be said: the earliest date is borne by several reports."
		}
	}
	return s.Members[best].Doc.ID, fmt.Sprintf("It is dated %s, before all others.", s.Dates[best].From.Time().Format("2 Jan 2006"))
}
