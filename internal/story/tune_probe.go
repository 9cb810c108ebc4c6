package story

import (
	"maps"
	"slices"

	"nutgraf"
)

type Trial struct {
	Cards []*card
	Edges []edge
	Feats []features
	IDs   []string
}

func NewTrial(sks []nutgraf.Sketch) *Trial {
	g := NewGrouper()
	for _, s := range sks {
		g.Add(s)
	}
	cards := localise(slices.SortedFunc(maps.Values(g.cards), canonical))
	t := &Trial{Cards: cards, Edges: link(cards)}
	for _, c := range cards {
		t.IDs = append(t.IDs, c.id)
	}
	for _, e := range t.Edges {
		t.Feats = append(t.Feats, compare(cards[e.a], cards[e.b]))
	}
	return t
}

// Run: w = weights over features; th, den
func (t *Trial) Run(w []float64, th, dn float64) map[string]string {
	edges := make([]edge, 0, len(t.Edges))
	for i, e := range t.Edges {
		s := 0.0
		for k := range w {
			s += w[k] * t.Feats[i][k]
		}
		if s > 0 {
			edges = append(edges, edge{e.a, e.b, int64(s * unit)})
		}
	}
	denOverride = dn
	f := cluster(len(t.Cards), edges, int64(th*unit))
	out := map[string]string{}
	for i := range f {
		out[t.IDs[i]] = t.IDs[f[i]]
	}
	return out
}

var denOverride = -1.0

func (t *Trial) Edge(i int) (a, b int32, s int64) { return t.Edges[i].a, t.Edges[i].b, t.Edges[i].score }
