package story

import (
	"fmt"
	"math"
	"slices"
	"testing"
)

// TestAloneAsAmongOthers: what two reports score hangs little on whether their
// event is all that is held, or one of many.
func TestAloneAsAmongOthers(t *testing.T) {
	sk := sketcher(t)
	score := func(others int) float64 {
		g := NewGrouper()
		for _, d := range newsroom[:3] {
			g.Add(sk.Sketch(d, nil, nil))
		}
		for i := range others {
			text := fmt.Sprintf("The council of Parish%d met on road works in Lane%d and heard from surveyor Name%d, who asked for gravel%d and more time.", i, i, i, i)
			g.Add(sk.Sketch(article(fmt.Sprint("other-", i), "2031-04-02", fmt.Sprintf("Parish%d hears surveyor", i), text), nil, nil))
		}
		e, err := g.Explain("ferry-1", "ferry-3")
		if err != nil {
			t.Fatal(err)
		}
		return e.Score
	}
	if alone, among := score(0), score(150); math.Abs(alone-among) > .02*among {
		t.Errorf("two reports score %.3f alone and %.3f among others", alone, among)
	}
}

// TestStranger: a report all of whose likenesses to four others are far below
// those between them is not of their event; one that is as much like one of them
// is, and three reports do not say so much.
func TestStranger(t *testing.T) {
	const inner, outer = 60 * unit / 100, 40 * unit / 100
	likenesses := func(n int, best int64) (edges []edge) {
		for b := range int32(n) {
			for a := range b {
				edges = append(edges, edge{a, b, inner})
			}
		}
		for a := range int32(n) {
			edges = append(edges, edge{a, int32(n), outer})
		}
		edges[len(edges)-1].score = best
		return edges
	}
	set := Shipped()
	for _, x := range []struct {
		name   string
		close  int
		best   int64
		joined bool
	}{
		{"stranger to four", 4, outer, false},
		{"as like one of four as they are", 4, inner, true},
		{"less like three", 3, outer, true},
	} {
		c := newClusters(x.close+1, likenesses(x.close, x.best), set.storyBar())
		c.join(func(a, b int32) {})
		of := c.firsts()
		if !slices.Equal(of[:x.close], make([]int32, x.close)) || (of[x.close] == 0) != x.joined {
			t.Errorf("%s: groups are %v", x.name, of)
		}
		if mean, needed := c.weighed(0, c.find(int32(x.close))); !x.joined && mean >= needed {
			t.Errorf("%s: scores %v, and %v is said to be asked", x.name, mean, needed)
		}
	}
}
