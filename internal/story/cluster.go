package story

import "slices"

// bar is what groups must reach to be joined: least, and the share crowding of
// what their members' near neighbours score.
type bar struct {
	least    int64
	crowding float64
}

// cluster joins cards by average link over the edges: a pair that was not
// compared counts as 0. Two groups are joined when the mean score of their
// pairs reaches the bar, which is higher for cards with many near neighbours;
// the pair of groups that passes it by most is joined first. It returns for
// each card the first card of its group.
func cluster(n int, edges []edge, b bar) []int32 {
	c := &clusters{bar: b, parent: make([]int32, n), size: make([]int64, n), near: make([]map[int32]int64, n), version: make([]int32, n)}
	c.crowd = crowds(n, edges)
	for i := range n {
		c.parent[i], c.size[i] = int32(i), 1
	}
	for _, e := range edges {
		c.join(e.a, e.b, e.score)
		c.join(e.b, e.a, e.score)
	}
	for _, e := range edges {
		c.offer(e.a, e.b)
	}
	for len(c.queue) > 0 {
		m := c.queue.pop()
		if c.version[m.a] == m.va && c.version[m.b] == m.vb {
			c.merge(m.a, m.b)
		}
	}
	for i := range c.parent {
		c.parent[i] = c.find(int32(i))
	}
	return c.parent
}

// Ranks of the neighbours by which it is judged how crowded a card's
// neighbourhood is. The first ones are left out: they may well be of its story.
const firstRank, lastRank = 3, 8

// crowds returns for each card the mean score of its neighbours of the ranks
// above.
func crowds(n int, edges []edge) []int64 {
	scores := make([][]int64, n)
	for _, e := range edges {
		scores[e.a] = append(scores[e.a], e.score)
		scores[e.b] = append(scores[e.b], e.score)
	}
	out := make([]int64, n)
	for i, s := range scores {
		slices.Sort(s)
		for r := firstRank; r <= lastRank && r <= len(s); r++ {
			out[i] += s[len(s)-r]
		}
		if n := min(len(s), lastRank) - firstRank + 1; n > 0 {
			out[i] /= int64(n)
		}
	}
	return out
}

type clusters struct {
	bar
	parent  []int32
	size    []int64
	crowd   []int64           // sums over the members
	near    []map[int32]int64 // sums of scores to other groups
	version []int32           // -1: no group any more
	queue   merges
}

func (c *clusters) find(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

func (c *clusters) join(a, b int32, score int64) {
	if c.near[a] == nil {
		c.near[a] = map[int32]int64{}
	}
	c.near[a][b] += score
}

// offer puts the merge of two groups on the queue if they pass the bar.
func (c *clusters) offer(a, b int32) {
	if a > b {
		a, b = b, a
	}
	mean := c.near[a][b] / (c.size[a] * c.size[b])
	crowd := (c.crowd[a]/c.size[a] + c.crowd[b]/c.size[b]) / 2
	floor := c.least + int64(c.crowding*float64(crowd))
	if over := mean - floor; over >= 0 {
		c.queue.push(merge{over, a, b, c.version[a], c.version[b]})
	}
}

// merge joins group b to group a, which keeps the smaller number.
func (c *clusters) merge(a, b int32) {
	for o, sum := range c.near[b] {
		delete(c.near[o], b)
		if o != a {
			c.near[a][o] += sum
			c.near[o][a] += sum
		}
	}
	delete(c.near[a], b)
	c.near[b] = nil
	c.parent[b] = a
	c.size[a] += c.size[b]
	c.crowd[a] += c.crowd[b]
	c.version[a]++
	c.version[b] = -1
	for o := range c.near[a] {
		c.offer(a, o)
	}
}

type merge struct {
	over   int64
	a, b   int32
	va, vb int32
}

// merges is a queue of merges, the clearest first, as a binary heap; its order
// does not depend on the order in which they were put in.
type merges []merge

func (m merge) before(o merge) bool {
	if m.over != o.over {
		return m.over > o.over
	}
	if m.a != o.a {
		return m.a < o.a
	}
	return m.b < o.b
}

func (q *merges) push(m merge) {
	h := append(*q, m)
	i := len(h) - 1
	for i > 0 {
		up := (i - 1) / 2
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
	top, m := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	i := 0
	for down := 1; down < len(h); down = 2*i + 1 {
		if down+1 < len(h) && h[down+1].before(h[down]) {
			down++
		}
		if !h[down].before(m) {
			break
		}
		h[i], i = h[down], down
	}
	if len(h) > 0 {
		h[i] = m
	}
	return top
}
