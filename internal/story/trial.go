package story

import "nutgraf"

// Trial is a set of sketches laid side by side once, so that many weights and
// bars can be tried on it, several at a time. How rare words are among those around is fixed.
type Trial struct {
	texts  []*card
	places map[string][]*card
	pairs  []triedPair
}

type triedPair struct {
	a, b int32
	features
}

// NewTrial lays sketches side by side.
func NewTrial(sketches []nutgraf.Sketch) *Trial {
	g := NewGrouper()
	for _, s := range sketches {
		g.Add(s)
	}
	t := &Trial{}
	t.texts, t.places = g.localised()
	edges := link(t.texts, func(l *beside, b *card) int64 {
		if isSeries(l.card, b) {
			return 0
		}
		return unit
	})
	var laid beside
	for _, e := range edges {
		if b := t.texts[e.b]; laid.card != b {
			laid.lay(b)
		}
		t.pairs = append(t.pairs, triedPair{e.a, e.b, laid.compare(t.texts[e.a])})
	}
	return t
}

// Stories returns the members of each story as a Grouper finds them under other
// settings, without looking for sagas; one list for each of the heights, which
// are added to the bar.
func (t *Trial) Stories(set Settings, heights ...float64) [][][]string {
	edges := make([]edge, 0, len(t.pairs))
	for i := range t.pairs {
		p := &t.pairs[i]
		if score := set.likeness(p.features); score > leastEdge {
			edges = append(edges, edge{p.a, p.b, score})
		}
	}
	out := make([][][]string, len(heights))
	for i, by := range heights {
		tried := set
		tried.Least += by
		stories, _ := tried.cluster(t.texts, edges)
		out[i] = members(gather(t.texts, stories), t.places)
	}
	return out
}
