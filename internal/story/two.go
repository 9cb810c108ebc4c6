package story

import (
	"math"
	"slices"

	"nutgraf"
)

// cluster joins cards to stories. It returns for each card the first card of its
// story, and that of what was joined before stories of two were judged: two reports
// that are no story are still of one matter.
func (set *Settings) cluster(cards []*card, edges []edge) (stories, matters []int32) {
	c := newClusters(len(cards), edges, set.storyBar())
	c.join(func(a, b int32) {})
	matters = slices.Clone(c.firsts())
	for _, e := range edges {
		if c.areTwo(e.a, e.b) && c.short(e, set.ofTwo(cards[e.a], cards[e.b])) {
			c.parent[e.b] = e.b
		}
	}
	return c.firsts(), matters
}

// ofTwo is how much more two reports must score when no third has joined them.
// Larger stories begin as two, too, but there the third bears out the first two; a
// story of two has one likeness to stand on, and the more days lie between its
// reports the likelier it is that of two events of one matter.
func (set *Settings) ofTwo(a, b *card) int64 {
	more := set.Two
	if a.day != nutgraf.NoDay && b.day != nutgraf.NoDay {
		more += float64(set.TwoDays * math.Log1p(math.Abs(float64(a.day)-float64(b.day))))
	}
	return int64(math.Round(float64(more * unit)))
}

// areTwo reports whether two cards are a group by themselves.
func (c *clusters) areTwo(a, b int32) bool {
	return c.find(a) == c.find(b) && c.size[c.find(a)] == 2
}

// short reports whether the pair that is a group scores less than what was asked of
// it, and more.
func (c *clusters) short(e edge, more int64) bool {
	return e.score < c.least+c.alone+int64(c.crowding*float64(c.crowd[c.find(e.a)]/2))+more
}
