package story

import (
	"math"
	"slices"
)

// bar is what groups must reach to be joined: least, alone shared out among the
// pairs that speak for it, or among their square root, and the share crowding of
// what their members' near neighbours score. When close, groups that are far less
// alike than one of them is within stay apart whatever they score.
type bar struct {
	least       int64
	close       bool
	alone       int64
	root        bool
	crowding    float64
	first, last int // ranks of the neighbours by which it is judged how crowded it is around a card
}

// When a group of reports is close enough for others to be strangers to it. Four
// have six pairs: that all four likenesses of a fifth report of their event come
// below the six by chance is one case in 210; of a third to two reports it is one in
// three, and says nothing. Since it compares likenesses with likenesses it says
// the same in a collection where all are higher, or lower.
const (
	closeSize  = 4
	closeShare = .9 // of the least likeness within, that the greatest to a stranger does not reach
)

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
	c := &clusters{
		bar: b, crowd: b.crowds(n, edges), parent: make([]int32, n), size: make([]int64, n), version: make([]int32, n), slot: make([]int32, n),
		within: make([]int64, n),
	}
	for i := range n {
		c.parent[i], c.size[i], c.within[i] = int32(i), 1, math.MaxInt64
	}
	c.near = ties(n, edges)
	for _, e := range edges {
		if m, ok := c.offer(e.a, e.b, newTie(e.b, e.score)); ok {
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

// tie is what a group's scores to another, or to one that has been merged into
// that, come to.
type tie struct {
	to, pairs   int32 // pairs that were compared
	sum         int64
	least, most int32
}

func newTie(to int32, score int64) tie { return tie{to, 1, score, int32(score), int32(score)} }

// add counts the scores of another tie in.
func (t *tie) add(o tie) {
	t.pairs += o.pairs
	t.sum += o.sum
	t.least, t.most = min(t.least, o.least), max(t.most, o.most)
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
		out[e.a] = append(out[e.a], newTie(e.b, e.score))
		out[e.b] = append(out[e.b], newTie(e.a, e.score))
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
	within  []int64 // the least score of two members; 0 where two were not compared
}

func (c *clusters) find(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// offer returns the merge of two groups, whose scores come to t, if they pass the
// bar.
func (c *clusters) offer(a, b int32, t tie) (merge, bool) {
	if a > b {
		a, b = b, a
	}
	pairs := c.size[a] * c.size[b]
	alone := c.alone
	if c.root {
		alone = int64(float64(c.alone) * math.Sqrt(float64(pairs)))
	}
	if t.sum-alone < c.least*pairs {
		return merge{}, false // whatever the crowd
	}
	over := (t.sum-alone)/pairs - c.least - c.crowded(a, b)
	return merge{over, a, b, c.version[a], c.version[b]}, over >= 0 && c.strange(a, b, t) <= 0
}

// crowded is how much more is asked of two groups for what else is like their
// members.
func (c *clusters) crowded(a, b int32) int64 {
	return int64(c.crowding * float64((c.crowd[a]/c.size[a]+c.crowd[b]/c.size[b])/2))
}

// strange is by how much the greatest likeness between two groups falls short of
// what the least within either asks for; 0 or less where it does not.
func (c *clusters) strange(a, b int32, t tie) int64 {
	short := int64(0)
	for _, g := range [2]int32{a, b} {
		if c.close && c.size[g] >= closeSize {
			short = max(short, int64(closeShare*float64(c.within[g]))-int64(t.most))
		}
	}
	return short
}

// between returns what the scores of the pairs between two groups come to.
func (c *clusters) between(a, b int32) (out tie) {
	for _, t := range c.near[a] {
		if c.find(t.to) != b {
			continue
		}
		if out.pairs == 0 {
			out = t
		} else {
			out.add(t)
		}
	}
	return out
}

// weighed returns what decides on two groups: the mean score of the pairs between
// them, and what it has to reach; for strangers, as much more than it is as their
// best pair lacks.
func (c *clusters) weighed(a, b int32) (mean, needed float64) {
	t, pairs := c.between(a, b), float64(c.size[a]*c.size[b])
	mean, needed = float64(t.sum)/pairs, float64(c.least+c.crowded(a, b))+float64(c.alone)/pairs
	if short := c.strange(a, b, t); short > 0 {
		needed = max(needed, mean+float64(short))
	}
	return mean, needed
}

// merge joins group b to group a, which keeps the smaller number. The lists of
// their neighbours still name b; they are brought up to date when it is the
// neighbours' turn to merge.
func (c *clusters) merge(a, b int32) {
	t := c.between(a, b)
	c.within[a] = min(c.within[a], c.within[b], int64(t.least))
	if int64(t.pairs) < c.size[a]*c.size[b] {
		c.within[a] = 0
	}
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
			out[k-1].add(t)
		default:
			t.to = to
			out = append(out, t)
			c.slot[to] = int32(len(out))
		}
	}
	c.near[a] = out
	for _, t := range out {
		c.slot[t.to] = 0
		if m, ok := c.offer(a, t.to, t); ok {
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
