package render

import (
	"cmp"
	"html/template"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// origins is where a story came from: the drawing, its twin as a table, and
// what is said of the earliest report.
type origins struct {
	Drawing  template.HTML
	Rows     []originRow
	Shared   []sharedRow
	Untold   rest     // ties that are not listed
	Unshared rest     // shared passages that are not listed
	Named    []string // origins of the news that the reports name
	Count    int
	Why      string
	Earliest []Chip
	First    string // letter and name of the earliest report held
	FirstWhy string
}

type originRow struct {
	ID         string
	Letter     string // of the report
	Rows       int    // of the same report from here on; 0 when it was named above
	From, To   string
	Held       bool
	Kind, Line string
	Scope      string
	Words      string // whether a held origin has the credited words
	Primary    bool
	Clauses    []clause
	Why        string
}

type sharedRow struct {
	A, B      string
	Text      string
	Chips     []Chip
	Kind      string
	Direction string
}

func (s *sheet) origins() origins {
	p := &s.p.Provenance
	o := origins{Count: p.IndependentOrigins, Why: p.OriginsWhy, FirstWhy: p.EarliestWhy}
	if l := s.letter(p.Earliest); l != "" {
		o.First = l + ", " + s.name(p.Earliest)
	}
	nodes := map[string]*nutgraf.Node{}
	for i := range p.Nodes {
		nodes[p.Nodes[i].ID] = &p.Nodes[i]
		if n := p.Nodes[i]; n.Role == nutgraf.RoleNewsOrigin {
			o.Named = append(o.Named, n.Name)
		}
	}
	ties, off := s.ties()
	for _, i := range ties {
		if r, ok := s.originRow(&p.Edges[i], nodes); ok {
			r.ID = edgeID(i)
			o.Rows = append(o.Rows, r)
		}
	}
	together(o.Rows)
	o.Untold = s.rest(off, "origin")
	shared, left := cut(s, p.Shared, s.most.shared, "origin")
	o.Unshared = left
	for _, x := range shared {
		if chips := s.chips(x.Src, x.Dst); len(chips) > 0 {
			o.Shared = append(o.Shared, sharedRow{
				A: s.letter(x.Src.Doc), B: s.letter(x.Dst.Doc), Text: x.Src.Text, Chips: chips,
				Kind: x.Kind, Direction: s.direction(x),
			})
		}
	}
	o.Drawing = s.graph(ties)
	return o
}

// ties picks the edges that are shown, by index: all credits first, then what
// else ties reports to each other, a few of each report. The drawing and the
// table show the same.
func (s *sheet) ties() (shown []int, off int) {
	edges := s.p.Provenance.Edges
	each := map[string]int{}
	take := func(credit bool) {
		for i := range edges {
			e := &edges[i]
			if (e.Kind == nutgraf.EdgeCredit) != credit {
				continue
			}
			if len(shown) == s.most.ties || !credit && max(each[e.From], each[e.To]) >= s.most.tiesEach {
				off++
				continue
			}
			if !credit {
				each[e.From]++
				each[e.To]++
			}
			shown = append(shown, i)
		}
	}
	take(true)
	take(false)
	slices.Sort(shown)
	return shown, off
}

// together brings the rows of one report together, in the order of letters,
// sources of single passages last.
func together(rows []originRow) {
	slices.SortStableFunc(rows, func(a, b originRow) int {
		return cmp.Or(cmp.Compare(len(a.Letter), len(b.Letter)), cmp.Compare(a.Letter, b.Letter), cmp.Compare(primaryRank(a), primaryRank(b)))
	})
	for i, first := 0, 0; i < len(rows); i++ {
		if rows[i].Letter != rows[first].Letter || rows[i].From != rows[first].From {
			first = i
		}
		rows[first].Rows++
	}
}

func primaryRank(r originRow) int {
	if r.Primary {
		return 1
	}
	return 0
}

// direction says which side a shared passage most likely came from, and why;
// empty where that cannot be shown.
func (s *sheet) direction(x nutgraf.SharedText) string {
	var from string
	switch x.Direction {
	case "src":
		from = s.letter(x.Src.Doc)
	case "dst":
		from = s.letter(x.Dst.Doc)
	default:
		return ""
	}
	if x.Why == "" {
		return "most likely from " + from
	}
	return "most likely from " + from + ": " + x.Why
}

func (s *sheet) originRow(e *nutgraf.Edge, nodes map[string]*nutgraf.Node) (originRow, bool) {
	from, to := nodes[e.From], nodes[e.To]
	if from == nil || to == nil {
		return originRow{}, false
	}
	r := originRow{
		From: s.plainName(from), Letter: s.letter(from.Doc), To: s.nodeName(to), Held: to.Doc != "",
		Kind: label.Edge(e.Kind), Line: edgeLine(e.Kind), Primary: to.Role == nutgraf.RolePrimary,
		Why: e.Why, Scope: label.Scope(e),
	}
	r.Clauses, _ = s.clauses(e.Evidence, s.most.clauses)
	for i := range r.Clauses {
		r.Clauses[i].Text = clip(r.Clauses[i].Text, 130)
	}
	if e.Kind == nutgraf.EdgeCredit && r.Held && to.Role != nutgraf.RolePrimary {
		r.Words = "the credited words are not found in the text held"
		if to.Words {
			r.Words = "the credited words are in it"
		}
	}
	return r, true
}

// nodeName is a node's name as tables show it.
func (s *sheet) nodeName(n *nutgraf.Node) string {
	if l := s.letter(n.Doc); l != "" {
		return strings.TrimSpace(l + " " + s.name(n.Doc))
	}
	return label.Source(n)
}

// plainName is a node's name without its letter.
func (s *sheet) plainName(n *nutgraf.Node) string {
	if n.Doc != "" && s.letter(n.Doc) != "" {
		return s.name(n.Doc)
	}
	return s.nodeName(n)
}
