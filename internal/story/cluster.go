package story

import (
	"math"
	"slices"
)

// bar is what groups must reach to be joined: least, alone shared out among the
// pairs that speak for it, or among their square root, and the share crowding of
// what their members' near neighbours score.
type bar struct {
	least       int64
	alone       int64
	root        bool
	crowding    float64
	first, last int // ranks of the neighbours by which it is judged how crowded it is around a card
}

// firsts returns for each card the first card of its group.
func (c *clusters) firsts() []int32 {
	for i := range c.parent {
		c.parent[i] = c.find(int32(i))
	}
	return c.parent
}

// newClusters makes a group of each card, to be joined by average link over the
// edges: a pair that was not compared counts as 0. Two groups are joined when the
// mean score of their pairs reaches the bar, which is higher for cards with many
// near neighbours; the pair of groups that passes it by most is joined first.
func newClusters(n int, edges []edge, b bar) *clusters {
	c := &clusters{bar: b, crowd: b.crowds(n, edges), parent: make([]int32, n), size: make([]int64, n), version: make([]int32, n), slot: make([]int32, n)}
	for i := range n {
		c.parent[i], c.size[i] = int32(i), 1
	}
	c.near = ties(n, edges)
	for _, e := range edges {
		if m, ok := c.offer(e.a, e.b, e.score); ok {
			c.queue = append(c.queue, m)
		}
	}
	c.queue.heapify()
	return c
}

// join joins groups until none are left that pass the bar; watch is told of each
// two before they are.
func (c *clusters) join(watch func(a, b int32)) {
	for len(c.queue) > 0 {
		m := c.queue.pop()
		if c.version[m.a] == m.va && c.version[m.b] == m.vb {
			watch(m.a, m.b)
			c.merge(m.a, m.b)
		}
	}
}

// tie is the sum of a group's scores to another, or to one that has been
// merged into that.
type tie struct {
	to  int32
	sum int64
}

// ties lists for each card its edges.
func ties(n int, edges []edge) [][]tie {
	count := make([]int32, n)
	for _, e := range edges {
		count[e.a]++
		count[e.b]++
	}
	all := make([]tie, 2*len(edges))
	out := make([][]tie, n)
	for i, k := range count {
		out[i], all = all[:0:k], all[k:]
	}
	for _, e := range edges {
		out[e.a] = append(out[e.a], tie{e.b, e.score})
		out[e.b] = append(out[e.b], tie{e.a, e.score})
	}
	return out
}

// crowds returns for each card the mean score of its neighbours of the bar's
// ranks, where that counts. The first ones are left out: they may well be of its
// story.
func (b bar) crowds(n int, edges []edge) []int64 {
	if b.crowding == 0 {
		return make([]int64, n)
	}
	scores := make([][]int64, n)
	for _, e := range edges {
		scores[e.a] = append(scores[e.a], e.score)
		scores[e.b] = append(scores[e.b], e.score)
	}
	out := make([]int64, n)
	for i, s := range scores {
		slices.Sort(s)
		for r := b.first; r <= b.last && r <= len(s); r++ {
			out[i] += s[len(s)-r]
		}
		if n := min(len(s), b.last) - b.first + 1; n > 0 {
			out[i] /= int64(n)
		}
	}
	return out
}

type clusters struct {
	bar
	parent  []int32
	size    []int64
	crowd   []int64 // sums over the members
	near    [][]tie
	version []int32 // -1: no group any more
	queue   merges
	slot    []int32 // where in the list at hand a group stands, plus 1
}

func (c *clusters) find(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// offer returns the merge of two groups, whose scores add up to sum, if they
// pass the bar.
func (c *clusters) offer(a, b int32, sum int64) (merge, bool) {
	if a > b {
		a, b = b, a
	}
	pairs := c.size[a] * c.size[b]
	alone := c.alone
	if c.root {
		alone = int64(float64(c.alone) * math.Sqrt(float64(pairs)))
	}
	if sum-alone < c.least*pairs {
		return merge{}, false // whatever the crowd
	}
	over := (sum-alone)/pairs - c.least - c.crowded(a, b)
	return merge{over, a, b, c.version[a], c.version[b]}, over >= 0
}

// crowded is how much more is asked of two groups for what else is like their
// members.
func (c *clusters) crowded(a, b int32) int64 {
	return int64(c.crowding * float64((c.crowd[a]/c.size[a]+c.crowd[b]/c.size[b])/2))
}

// weighed returns what decides on two groups: the mean score of the pairs between
// them, and what it has to reach.
func (c *clusters) weighed(a, b int32) (mean, needed float64) {
	sum, pairs := int64(0), float64(c.size[a]*c.size[b])
	for _, t := range c.near[a] {
		if c.find(t.to) == b {
			sum += t.sum
		}
	}
	return float64(sum) / pairs, float64(c.least+c.crowded(a, b)) + float64(c.alone)/pairs
}

// merge joins group b to group a, which keeps the smaller number. The lists of
// their neighbours still name b; they are brought up to date when it is the
// neighbours' turn to merge.
func (c *clusters) merge(a, b int32) {
	c.parent[b] = a
	c.size[a] += c.size[b]
	c.crowd[a] += c.crowd[b]
	c.version[a]++
	c.version[b] = -1
	list := append(c.near[a], c.near[b]...)
	c.near[b] = nil
	out := list[:0]
	for _, t := range list {
		to := c.find(t.to)
		switch k := c.slot[to]; {
		case to == a:
		case k > 0:
			out[k-1].sum += t.sum
		default:
			out = append(out, tie{to, t.sum})
			c.slot[to] = int32(len(out))
		}
	}
	c.near[a] = out
	for _, t := range out {
		c.slot[t.to] = 0
		if m, ok := c.offer(a, t.to, t.sum); ok {
			c.queue.push(m)
		}
	}
}

type merge struct {
	over   int64
	a, b   int32
	va, vb int32
}

func (m merge) before(o merge) bool {
	if m.over != o.over {
		return m.over > o.over
	}
	if m.a != o.a {
		return m.a < o.a
	}
	return m.b < o.b
}

// merges is a queue of merges, the clearest first, as a heap; its order does
// not depend on the order in which they were put in.
type merges []merge

// fan is the number of children in the heap: with four they are near to one
// another in memory.
const fan = 4

// heapify makes a queue of merges in any order.
func (q merges) heapify() {
	for i := len(q) / fan; i >= 0; i-- {
		if i < len(q) {
			q.sink(i)
		}
	}
}

func (q *merges) push(m merge) {
	h := append(*q, m)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / fan
		if !m.before(h[up]) {
			break
		}
		h[i], i = h[up], up
	}
	h[i] = m
	*q = h
}

func (q *merges) pop() merge {
	h := *q
	top, last := h[0], len(h)-1
	h[0] = h[last]
	*q = h[:last]
	if last > 0 {
		q.sink(0)
	}
	return top
}

// sink puts the merge at i in its place below.
func (q merges) sink(i int) {
	m := q[i]
	for down := fan*i + 1; down < len(q); down = fan*i + 1 {
		for k := down + 1; k < min(down+fan, len(q)); k++ {
			if q[k].before(q[down]) {
				down = k
			}
		}
		if !q[down].before(m) {
			break
		}
		q[i], i = q[down], down
	}
	q[i] = m
}
