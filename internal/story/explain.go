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
	Groups    [2]int   // reports of the two groups of which it was decided last whether they are one story, with either article
	Mean      float64  // what the pairs between these groups score on average
	Needed    float64  // what that had to reach: more where much else is alike
	Reasons   []Reason // what the score is made of
	Shared    []Shared // the words they share, those that add most first
	Looked    [2][]Candidate
}

// Candidate is an article that another was laid beside, with what the pair
// scored. The list holds those that scored at all, the best first.
type Candidate struct {
	ID    string
	Score float64
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
	var laid beside
	laid.lay(a)
	f := laid.compare(b)
	e := Explanation{
		SameStory: s1.ID == s2.ID, SameSaga: s1.ID == s2.ID || s1.Saga != "" && s1.Saga == s2.Saga,
		Series: isSeries(a, b), Apart: apart(a, b),
		Score:  float64(g.set.judge(&laid, b)) / unit,
		Shared: g.sharedWords(a, b),
	}
	g.around(&e, [2]string{id1, id2})
	for i, v := range f {
		e.Reasons = append(e.Reasons, Reason{featureNames[i], v, g.set.Weights[i], float64(v * g.set.Weights[i])})
	}
	return e, nil
}

// around tells of the articles that the two were laid beside, and of the
// decision that put them together or left them apart.
func (g *Grouper) around(e *Explanation, pair [2]string) {
	texts, edges, places := g.linked()
	of := map[string]int32{} // the text of an article, by position
	for i, c := range texts {
		of[c.id] = int32(i)
		for _, p := range places[c.id] {
			of[p.id] = int32(i)
		}
	}
	a, b := of[pair[0]], of[pair[1]]
	e.Series = e.Series || a != b && sameTemplate(texts[a], texts[b]) && newSeries(texts).have(texts[a], texts[b])
	for _, x := range edges {
		for k, id := range pair {
			switch of[id] {
			case x.a:
				e.Looked[k] = append(e.Looked[k], Candidate{texts[x.b].id, float64(x.score) / unit})
			case x.b:
				e.Looked[k] = append(e.Looked[k], Candidate{texts[x.a].id, float64(x.score) / unit})
			}
		}
	}
	for _, l := range e.Looked {
		slices.SortFunc(l, func(a, b Candidate) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.ID, b.ID)) })
	}
	e.Copies = a == b
	if a != b {
		e.decided(newClusters(len(texts), edges, g.set.storyBar()), a, b, float64(g.set.ofTwo(texts[a], texts[b]))/unit)
	}
}

// decided joins the texts once more, up to the step that puts a and b together,
// and tells of it; where there is none, of why their groups are left apart in the
// end. ofTwo is asked beyond that where no third has joined them.
func (e *Explanation) decided(c *clusters, a, b int32, ofTwo float64) {
	together := false
	tell := func(x, y int32) {
		mean, needed := c.weighed(x, y)
		e.Groups, e.Mean, e.Needed = [2]int{int(c.size[x]), int(c.size[y])}, mean/unit, needed/unit
	}
	c.join(func(x, y int32) {
		if p, q := c.find(a), c.find(b); p == x && q == y || p == y && q == x {
			together = true
			tell(p, q)
		}
	})
	if !together {
		tell(c.find(a), c.find(b))
	}
	if c.areTwo(a, b) || !together && e.Groups == [2]int{1, 1} {
		e.Needed += ofTwo
	}
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
		j, ok := slices.BinarySearchFunc(b.terms, x.hash, func(t cardTerm, h uint32) int { return cmp.Compare(t.hash, h) })
		if ok {
			out = append(out, Shared{g.spelling[x.hash], float64(x.pull()*b.terms[j].pull()) / total})
		}
	}
	slices.SortFunc(out, func(x, y Shared) int {
		return cmp.Or(cmp.Compare(y.Share, x.Share), cmp.Compare(x.Word, y.Word))
	})
	return out[:min(len(out), maxShared)]
}
