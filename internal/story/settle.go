package story

import (
	"container/heap"
	"slices"
)

// cluster joins cards by average link over the edges: a pair that was not
// compared counts as 0. It returns for each card the first card of its group.
func cluster(n int, edges []edge, least int64) []int32 {
	rho, prior = par("RHO", 0), par("PRIOR", 5)
	den = par("DEN", .4)
	if denOverride >= 0 {
		den = denOverride
	}
	c := &clusters{level: levels(n, edges), within: make([]int64, n), least: least, parent: make([]int32, n), size: make([]int64, n), near: make([]map[int32]int64, n), version: make([]int32, n)}
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
	within  []int64
	level   []float64
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
	least := c.least
	if rho > 0 {
		n := c.size[a]*(c.size[a]-1)/2 + c.size[b]*(c.size[b]-1)/2
		least += int64(rho * float64(c.within[a]+c.within[b]) / (float64(n) + prior))
	}
	if den > 0 {
		mean -= int64(den * (c.level[a]/float64(c.size[a]) + c.level[b]/float64(c.size[b])) / 2)
	}
	if mean >= least {
		heap.Push(&c.queue, merge{mean, a, b, c.version[a], c.version[b]})
	}
}

// merge joins group b to group a, which keeps the smaller number.
func (c *clusters) merge(a, b int32) {
	ab := c.near[a][b]
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
	c.within[a] += c.within[b] + ab
	c.size[a] += c.size[b]
	c.level[a] += c.level[b]
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

var rho, prior, den float64

func levels(n int, edges []edge) []float64 {
	from, to := int(par("R1", 3)), int(par("R2", 8))
	sims := make([][]int64, n)
	for _, e := range edges {
		sims[e.a] = append(sims[e.a], e.score)
		sims[e.b] = append(sims[e.b], e.score)
	}
	out := make([]float64, n)
	for i, s := range sims {
		slices.Sort(s)
		slices.Reverse(s)
		for r := from - 1; r < to && r < len(s); r++ {
			out[i] += float64(s[r])
		}
		out[i] /= float64(to - from + 1)
	}
	return out
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
