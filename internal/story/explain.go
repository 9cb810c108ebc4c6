package story

import (
	"fmt"

	"nutgraf"
)

// Explanation says why two articles are, or are not, in one story.
type Explanation struct {
	SameStory bool
	SameSaga  bool
	Compared  bool     // whether the two were looked at together
	Score     float64  // what the pair alone scores
	Threshold float64  // what groups must reach on average
	Reasons   []Reason // what the score is made of
	Shared    []string // the terms they share, the most telling first
}

// Reason is one feature of a pair with its value, its weight and what it adds
// to the score.
type Reason struct {
	Name   string
	Value  float64
	Weight float64
	Adds   float64
}

// Explain says why the articles with the two ids are, or are not, in one story.
func (g *Grouper) Explain(id1, id2 string) (Explanation, error) {
	a, b := g.cards[id1], g.cards[id2]
	if a == nil || b == nil {
		return Explanation{}, fmt.Errorf("explain %s and %s: %w", id1, id2, nutgraf.ErrNotFound)
	}
	f := compare(a, b)
	return Explanation{Score: float64(likeness(f)) / unit, Threshold: float64(storyBar.least) / unit}, nil
}
