package render

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
)

// The measures of the drawing, in its own units (pixels at full width).
const (
	nodeWide   = 196
	nodeHigh   = 34
	nodeApart  = 14
	layerApart = 150
	drawnMost  = 48 // reports drawn; the table has all
)

// drawn is a node with its place in the drawing.
type drawn struct {
	*nutgraf.Node
	layer int
	x, y  float64
	order float64
}

// graph draws the provenance of a story from left to right: origins, then the
// reports that rest on them, then those that rest on reports.
func (s *sheet) graph(ties []int) template.HTML {
	nodes, edges := s.chosen(ties)
	if len(edges) == 0 {
		return ""
	}
	layers := layered(nodes, edges)
	uncross(layers, nodes, edges)
	wide, high := settle(layers)
	var b strings.Builder
	fmt.Fprintf(&b, `<svg class="graph" viewBox="0 0 %d %d" width="%d" height="%d" role="group" aria-label="%s">`,
		wide, high, wide, high, esc(s.graphLabel(nodes, edges)))
	for _, e := range edges {
		s.drawEdge(&b, nodes, e)
	}
	for _, layer := range layers {
		for _, n := range layer {
			s.drawNode(&b, n)
		}
	}
	b.WriteString("</svg>")
	return template.HTML(b.String()) // every string in it went through esc
}

type drawnEdge struct {
	*nutgraf.Edge
	id string
}

func edgeID(i int) string { return fmt.Sprintf("edge-%d", i+1) }

// chosen picks what is drawn of the ties: all origins, and the reports that one
// touches, up to a number that can still be read.
func (s *sheet) chosen(ties []int) (map[string]*drawn, []drawnEdge) {
	p := &s.p.Provenance
	known := map[string]*nutgraf.Node{}
	for i := range p.Nodes {
		known[p.Nodes[i].ID] = &p.Nodes[i]
	}
	nodes, edges, reports := map[string]*drawn{}, []drawnEdge{}, 0
	for _, i := range ties {
		e := &p.Edges[i]
		from, to := known[e.From], known[e.To]
		if from == nil || to == nil || from == to {
			continue
		}
		fresh := 0
		for _, n := range []*nutgraf.Node{from, to} {
			if nodes[n.ID] == nil {
				fresh++
			}
		}
		if reports+fresh > drawnMost {
			continue
		}
		reports += fresh
		for _, n := range []*nutgraf.Node{from, to} {
			if nodes[n.ID] == nil {
				nodes[n.ID] = &drawn{Node: n}
			}
		}
		edges = append(edges, drawnEdge{e, edgeID(i)})
	}
	return nodes, edges
}

// layered puts origins into the first layer and every report behind what it
// rests on. Edges that only show shared text order nothing.
func layered(nodes map[string]*drawn, edges []drawnEdge) [][]*drawn {
	for _, n := range nodes {
		if n.Role == nutgraf.RoleReport {
			n.layer = 1
		}
	}
	for range 4 { // longer chains, and circles, stay where they are
		for _, e := range edges {
			from, to := nodes[e.From], nodes[e.To]
			if ordering(e) && from.layer <= to.layer && to.layer < 4 {
				from.layer = to.layer + 1
			}
		}
	}
	var layers [][]*drawn
	for _, n := range nodes {
		for len(layers) <= n.layer {
			layers = append(layers, nil)
		}
		layers[n.layer] = append(layers[n.layer], n)
	}
	layers = slices.DeleteFunc(layers, func(l []*drawn) bool { return len(l) == 0 })
	for i, l := range layers {
		slices.SortFunc(l, byRank)
		for j, n := range l {
			n.layer, n.order = i, float64(j)
		}
	}
	return layers
}

func ordering(e drawnEdge) bool {
	return e.Kind == nutgraf.EdgeCredit || e.Kind == nutgraf.EdgeInferred
}

// byRank puts origins of the news before the sources of single passages, and
// keeps names in order.
func byRank(a, b *drawn) int {
	return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), cmp.Compare(a.ID, b.ID))
}

func rankOf(n *drawn) int {
	if n.Role == nutgraf.RolePrimary {
		return 1
	}
	return 0
}

// uncross moves each node next to its neighbours, layer by layer.
func uncross(layers [][]*drawn, nodes map[string]*drawn, edges []drawnEdge) {
	for range 6 {
		for _, l := range layers {
			centre := map[string]float64{}
			for _, n := range l {
				centre[n.ID] = mean(n, nodes, edges)
			}
			slices.SortStableFunc(l, func(a, b *drawn) int {
				return cmp.Or(cmp.Compare(rankOf(a), rankOf(b)), cmp.Compare(centre[a.ID], centre[b.ID]), cmp.Compare(a.ID, b.ID))
			})
			for j, n := range l {
				n.order = float64(j)
			}
		}
	}
}

func mean(n *drawn, nodes map[string]*drawn, edges []drawnEdge) float64 {
	sum, k := 0.0, 0.0
	for _, e := range edges {
		other := ""
		switch n.ID {
		case e.From:
			other = e.To
		case e.To:
			other = e.From
		}
		if o := nodes[other]; o != nil && o.layer != n.layer {
			sum += o.order
			k++
		}
	}
	if k == 0 {
		return n.order
	}
	return sum / k
}

// settle gives every node its coordinates.
func settle(layers [][]*drawn) (wide, high int) {
	most := 0.0
	for _, l := range layers {
		most = max(most, height(l))
	}
	for i, l := range layers {
		y := 8 + (most-height(l))/2
		for j, n := range l {
			if j > 0 && rankOf(n) != rankOf(l[j-1]) {
				y += 22
			}
			n.x, n.y = float64(2+i*(nodeWide+layerApart)), y
			y += nodeHigh + nodeApart
		}
	}
	return len(layers)*nodeWide + (len(layers)-1)*layerApart + 64, int(most) + 16
}

func height(l []*drawn) float64 {
	h := float64(len(l)*(nodeHigh+nodeApart) - nodeApart)
	for j := 1; j < len(l); j++ {
		if rankOf(l[j]) != rankOf(l[j-1]) {
			h += 22
		}
	}
	return h
}

func (s *sheet) drawEdge(b *strings.Builder, nodes map[string]*drawn, e drawnEdge) {
	from, to := nodes[e.From], nodes[e.To]
	what := fmt.Sprintf("%s %s %s", s.nodeName(from.Node), label.Edge(e.Kind), s.nodeName(to.Node))
	fmt.Fprintf(b, `<a href="#%s" class="edge %s"><title>%s</title><path class="reach" d="%s"/><path d="%s"/></a>`,
		e.id, edgeLine(e.Kind), esc(what), curve(from, to), curve(from, to))
}

// curve runs from the source's right side to the report's left; between nodes
// of one layer it bows out to the right.
func curve(from, to *drawn) string {
	fy, ty := from.y+nodeHigh/2, to.y+nodeHigh/2
	if from.layer == to.layer {
		x := from.x + nodeWide
		bow := x + 18 + min(40, (max(fy, ty)-min(fy, ty))/6)
		return fmt.Sprintf("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", x, fy, bow, fy, bow, ty, x, ty)
	}
	if from.layer < to.layer {
		from, to, fy, ty = to, from, ty, fy
	}
	x1, x2 := to.x+nodeWide, from.x
	mid := (x1 + x2) / 2
	return fmt.Sprintf("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", x1, ty, mid, ty, mid, fy, x2, fy)
}

func (s *sheet) drawNode(b *strings.Builder, n *drawn) {
	letter := s.letter(n.Doc)
	class, round := "node", 3
	switch {
	case n.Role == nutgraf.RolePrimary:
		class, round = "node primary", nodeHigh/2
	case n.Doc == "":
		class = "node hollow"
	}
	fmt.Fprintf(b, `<g class="%s"><title>%s</title><rect x="%.1f" y="%.1f" width="%d" height="%d" rx="%d"/>`,
		class, esc(s.nodeTitle(n.Node)), n.x, n.y+.5, nodeWide, nodeHigh, round)
	x, room := n.x+12, 25
	if letter != "" {
		fmt.Fprintf(b, `<text class="letter" x="%.1f" y="%.1f">%s</text>`, n.x+12, n.y+22, esc(letter))
		x, room = n.x+12+float64(10+9*len(letter)), 22
	}
	name := label.Source(n.Node)
	if letter != "" {
		name = s.name(n.Doc)
		if k := s.reprints[n.Doc]; k > 0 {
			more := fmt.Sprintf(" +%d", k)
			name = clip(name, room-len(more)) + more
		}
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%.1f">%s</text></g>`, x, n.y+22, esc(clip(name, room)))
}

func (s *sheet) nodeTitle(n *nutgraf.Node) string {
	t := s.nodeName(n)
	if n.Doc == "" {
		return t + " (named, not held)"
	}
	return t + s.reprinted(n.Doc)
}

func (s *sheet) graphLabel(nodes map[string]*drawn, edges []drawnEdge) string {
	return fmt.Sprintf("Drawing of %d reports and origins with %d ties between them; the table below says the same.", len(nodes), len(edges))
}

// esc makes a string safe as text and as an attribute's value.
func esc(s string) string { return template.HTMLEscapeString(s) }
