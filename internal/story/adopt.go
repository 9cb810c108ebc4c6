package story

import "math"

// When one that is alone is put to a group, though it does not reach the bar.
const (
	adoptFrom = .5 // share of the bar that it reaches there
	adoptNext = .5 // the most that it reaches of any other's, as a share of that
)

// adopt puts each card that is still alone, if it may be, to the group that it is
// like, where nothing else is half as much like it. In a dense matter much is; in a
// collection that has little else, an article that shares little with a saga still
// belongs to it.
func (c *clusters) adopt(may func(i int32) bool) {
	type move struct{ card, to int32 }
	var moves []move
	for i := range c.parent {
		card := int32(i)
		if c.parent[i] == card && c.size[i] == 1 && may(card) {
			if to, ok := c.adopter(card); ok {
				moves = append(moves, move{card, to})
			}
		}
	}
	for _, m := range moves {
		to := c.find(m.to)
		c.parent[max(m.card, to)] = min(m.card, to)
	}
}

// adopter returns the group that a card alone is to be put to.
func (c *clusters) adopter(card int32) (to int32, ok bool) {
	var sums []tie
	for _, t := range c.near[card] {
		g := c.find(t.to)
		if c.slot[g] == 0 {
			sums = append(sums, tie{to: g})
			c.slot[g] = int32(len(sums))
		}
		sums[c.slot[g]-1].sum += t.sum
	}
	best, next := 0.0, 0.0
	for _, s := range sums {
		c.slot[s.to] = 0
		n := float64(c.size[s.to])
		reached := float64(s.sum) / n / (float64(c.least) + float64(c.alone)/math.Sqrt(n))
		if reached > best || reached == best && s.to < to {
			best, next, to = reached, best, s.to
		} else {
			next = max(next, reached)
		}
	}
	return to, best >= adoptFrom && next <= adoptNext*best && c.size[to] > 1
}
