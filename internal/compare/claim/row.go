package claim

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/gist"
)

// The share of what one row's label says, by weight, from which another row says it
// again; and of a claim's label from which a sentence with all its numbers says it,
// wherever it stands.
const (
	again  = .7
	wholly = .75
)

// leastTerms is the number of terms below which a label says too little to be known
// again by them.
const leastTerms = 3

// distinct returns the first rows, without those whose label says again what the
// label of a row before them does.
func (g *grid) distinct(all []nutgraf.Claim) []nutgraf.Claim {
	var out []nutgraf.Claim
	var told [][]string
	for _, c := range all {
		if len(out) == rows {
			break
		}
		terms := g.terms(c.Label)
		if slices.ContainsFunc(told, func(x []string) bool { return g.repeats(terms, x) }) {
			continue
		}
		out, told = append(out, c), append(told, terms)
	}
	return out
}

// first puts the claim of the story's event before the others, in the place of those
// that say it again. One of these that more reports support, or that says more, is put
// there instead; a disputed one keeps its own place.
func (g *grid) first(c nutgraf.Claim, all []nutgraf.Claim) []nutgraf.Claim {
	terms := g.terms(c.Label)
	out := []nutgraf.Claim{c}
	for i, x := range all {
		own := g.terms(x.Label)
		if !covered([]nutgraf.Claim{c}, x) && !g.repeats(terms, own) && !g.retells(c, terms, x, own) {
			out = append(out, x)
			continue
		}
		switch {
		case slices.ContainsFunc(x.Support, func(s nutgraf.Support) bool { return s.Stance == nutgraf.Differs }):
			return all
		case len(x.Support) > len(c.Support) || len(x.Support) == len(c.Support) && len(own) > len(terms) || slices.ContainsFunc(own, func(k string) bool { return numeric(k) && !slices.Contains(terms, k) }):
			return slices.Concat(all[i:i+1], all[:i], all[i+1:])
		}
	}
	return out[:min(len(out), rows)]
}

// retells reports whether a label tells of the event of another by its verb and half of
// the words of the one that says less.
func (g *grid) retells(c nutgraf.Claim, terms []string, x nutgraf.Claim, own []string) bool {
	deeds := g.deeds(g.member(c.Label.Doc), c.Label.Span)
	common := count(own, func(k string) bool { return slices.Contains(terms, k) })
	return len(deeds) > 0 && slices.Contains(own, deeds[0]) && common >= leastTerms && 2*common >= min(len(terms), len(own))
}

// repeats reports whether one of two labels says most of what the other does, with
// the same numbers.
func (g *grid) repeats(a, b []string) bool {
	var common []string
	for _, x := range a {
		if slices.Contains(b, x) {
			common = append(common, x)
		} else if numeric(x) {
			return false
		}
	}
	if len(common) < leastTerms || slices.ContainsFunc(b, func(x string) bool { return numeric(x) && !slices.Contains(a, x) }) {
		return false
	}
	return g.index.Weight(common) >= again*min(g.index.Weight(a), g.index.Weight(b))
}

// terms are the terms of a label.
func (g *grid) terms(label nutgraf.Cite) []string {
	i := g.member(label.Doc)
	if i < 0 {
		return nil
	}
	return g.index.Terms(i, label.Span, nutgraf.Span{})
}

func (g *grid) member(doc string) int {
	return slices.IndexFunc(g.members, func(m nutgraf.Member) bool { return m.Doc.ID == doc })
}

// fill adds the reports of which a sentence has all the numbers of a claim that is
// not in dispute and nearly all its words, though nothing was laid beside the claim
// there.
func (g *grid) fill(c *nutgraf.Claim) {
	terms := g.terms(c.Label)
	if len(terms) < leastTerms || len(c.Support) == len(g.members) || slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Stance == nutgraf.Differs }) {
		return
	}
	own, of := g.tone(c.Label.Ref, c.Label.Text), g.member(c.Label.Doc)
	for _, t := range g.index.Fullest(terms, wholly) {
		m := g.members[t.Member]
		if slices.ContainsFunc(c.Support, func(x nutgraf.Support) bool { return x.Cite.Doc == m.Doc.ID }) {
			continue
		}
		words := g.index.Sentence(t.Member, t.Sentence)
		if slices.ContainsFunc(terms, func(x string) bool { return numeric(x) && !slices.Contains(words, x) }) || !g.counts(of, c.Label.Span, t.Member, t.Sentence) {
			continue
		}
		if !g.does(of, c.Label.Span, t.Member, t.Sentence, t.Share, needDay) {
			continue
		}
		cite := m.Doc.Cite(m.Seg.Sentences[t.Sentence].Span)
		told := g.tone(cite.Ref, cite.Text)
		if told.denies != own.denies {
			continue
		}
		x := nutgraf.Support{Cite: cite, Stance: nutgraf.Says}
		if told.open && !own.open && g.left(terms, t.Member, t.Sentence) || c.Kind == nutgraf.ClaimDate && !g.dated(c.Label.Ref, t) {
			x.Stance = nutgraf.Weaker
		}
		c.Support = append(c.Support, x)
	}
	slices.SortStableFunc(c.Support, func(a, b nutgraf.Support) int { return g.member(a.Cite.Doc) - g.member(b.Cite.Doc) })
}

// dated reports whether a report gives, in a sentence or the one behind it, a day that a
// label gives: who tells all but the day says it more weakly.
func (g *grid) dated(label nutgraf.Ref, t gist.Teller) bool {
	for _, frames := range g.days {
		if slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool { return fr.Clause.Doc == label.Doc && label.Span.Contains(fr.Focus) }) &&
			slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool {
				return fr.Member == t.Member && (fr.Sentence == t.Sentence || fr.Sentence == t.Sentence+1)
			}) {
			return true
		}
	}
	return false
}

// count counts the terms of which something holds.
func count(terms []string, holds func(string) bool) int {
	n := 0
	for _, x := range terms {
		if holds(x) {
			n++
		}
	}
	return n
}
