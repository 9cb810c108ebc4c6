package story

import (
	"container/heap"
	"slices"
)

// cluster joins cards by average link over the edges: a pair that was not
// compared counts as 0. It returns for each card the first card of its group.
func cluster(n int, edges []edge, least int64) []int32 {
	c := &clusters{least: least, parent: make([]int32, n), size: make([]int64, n), near: make([]map[int32]int64, n), version: make([]int32, n)}
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
	for c.queue.Len() > 0 {
		m := heap.Pop(&c.queue).(merge)
		if c.version[m.a] == m.va && c.version[m.b] == m.vb {
			c.merge(m.a, m.b)
		}
	}
	for i := range c.parent {
		c.parent[i] = c.find(int32(i))
	}
	return c.parent
}

type clusters struct {
	least   int64
	parent  []int32
	size    []int64
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

// offer puts the merge of two groups on the queue if their mean suffices.
func (c *clusters) offer(a, b int32) {
	if a > b {
		a, b = b, a
	}
	mean := c.near[a][b] / (c.size[a] * c.size[b])
	if mean >= c.least {
		heap.Push(&c.queue, merge{mean, a, b, c.version[a], c.version[b]})
	}
}

// merge joins group b to group a, which keeps the smaller number.
func (c *clusters) merge(a, b int32) {
	others := make([]int32, 0, len(c.near[b]))
	for o, sum := range c.near[b] {
		delete(c.near[o], b)
		if o == a {
			continue
		}
		c.near[a][o] += sum
		c.near[o][a] += sum
		others = append(others, o)
	}
	delete(c.near[a], b)
	c.near[b] = nil
	c.parent[b] = a
	c.size[a] += c.size[b]
	c.version[a]++
	c.version[b] = -1
	others = others[:0]
	for o := range c.near[a] {
		others = append(others, o)
	}
	slices.Sort(others)
	for _, o := range others {
		c.offer(a, o)
	}
}

type merge struct {
	mean   int64
	a, b   int32
	va, vb int32
}

type merges []merge

func (m merges) Len() int { return len(m) }
func (m merges) Less(i, j int) bool {
	if m[i].mean != m[j].mean {
		return m[i].mean > m[j].mean
	}
	if m[i].a != m[j].a {
		return m[i].a < m[j].a
	}
	return m[i].b < m[j].b
}
func (m merges) Swap(i, j int) { m[i], m[j] = m[j], m[i] }
func (m *merges) Push(x any)   { *m = append(*m, x.(merge)) }
func (m *merges) Pop() any {
	old := *m
	x := old[len(old)-1]
	*m = old[:len(old)-1]
	return x
}
