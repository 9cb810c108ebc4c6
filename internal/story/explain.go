package story

import (
	"cmp"
	"fmt"
	"slices"

	"nutgraf"
)

// Explanation says why two articles are, or are not, in one story.
type Explanation struct {
	SameStory bool
	SameSaga  bool
	Copies    bool     // they are one text in two places
	Series    bool     // they are of one template, which keeps them apart
	Apart     bool     // they are too many days apart to be compared at all
	Score     float64  // what the pair alone scores
	Needed    float64  // what two groups of reports must score on average where no others crowd around
	Reasons   []Reason // what the score is made of
	Shared    []Shared // the words they share, those that add most first
}

// Reason is one feature of a pair with its value, its weight and what it adds
// to the score.
type Reason struct {
	Name   string
	Value  float64
	Weight float64
	Adds   float64
}

// Shared is a word that two articles share and what share of their likeness,
// as texts, is due to it.
type Shared struct {
	Word  string
	Share float64
}

// maxShared is the number of shared words that are told.
const maxShared = 20

// Explain says why the articles with the two ids are, or are not, in one
// story. It settles first if need be. The error wraps nutgraf.ErrNotFound when
// one of them is not held.
func (g *Grouper) Explain(id1, id2 string) (Explanation, error) {
	for _, id := range []string{id1, id2} {
		if g.cards[id] == nil {
			return Explanation{}, fmt.Errorf("explain article %q: %w", id, nutgraf.ErrNotFound)
		}
	}
	a, b := g.cards[id1], g.cards[id2]
	s1, s2 := g.storyOf(id1), g.storyOf(id2)
	f := compare(a, b)
	e := Explanation{
		SameStory: s1.ID == s2.ID, SameSaga: s1.ID == s2.ID || s1.Saga != "" && s1.Saga == s2.Saga,
		Copies: isCopy(a, b), Series: isSeries(a, b), Apart: apart(a, b),
		Score: float64(judge(a, b)) / unit, Needed: float64(storyBar.least) / unit,
		Shared: g.sharedWords(a, b),
	}
	for i, v := range f {
		e.Reasons = append(e.Reasons, Reason{feature[i].name, v, feature[i].weight, float64(v * feature[i].weight)})
	}
	return e, nil
}

func (g *Grouper) storyOf(id string) nutgraf.Story {
	for _, s := range g.Settle() {
		if slices.Contains(s.Members, id) {
			return s
		}
	}
	return nutgraf.Story{}
}

func (g *Grouper) sharedWords(a, b *card) []Shared {
	var out []Shared
	total := float64(a.full * b.full)
	for i := range a.terms {
		x := &a.terms[i]
		j, ok := slices.BinarySearchFunc(b.terms, x.hash, func(t cardTerm, h uint32) int { return compareHash(t.hash, h) })
		if ok {
			out = append(out, Shared{g.spelling[x.hash], float64(x.pull()*b.terms[j].pull()) / total})
		}
	}
	slices.SortFunc(out, func(x, y Shared) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(x.Word, y.Word))
	})
	return out[:min(len(out), maxShared)]
}
