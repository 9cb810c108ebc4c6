package brief

import (
	"slices"
	"strings"

	"nutgraf"
)

// opens reports whether a sentence may be the first: it speaks of nobody by a pronoun
// alone, and where one report is all there is, it has a day, a number or somebody who
// says so.
func (c *candidate) opens(members []nutgraf.Member) bool {
	text := c.span.Of(members[c.member].Doc.Text)
	return !c.clings && !c.guesses && c.alone*c.traits[traitUnmet] >= least && (c.backed || !strings.HasPrefix(text, "There ")) &&
		(len(members) > 1 || c.backed || c.dated || c.numbered || c.sourced)
}

// least is how well the first sentence must stand alone, with whom it takes as known.
const least = .2

// goesWith reports whether a sentence may stand beside those chosen: it does not tell
// again what one of them tells, and speaks of nobody by a pronoun alone but where it
// goes on from one of them.
func (s *scale) goesWith(c *candidate, chosen []candidate) bool {
	next := false
	for i := range chosen {
		x := &chosen[i]
		if (!c.denies || x.denies) && s.repeats(c, x) {
			return false
		}
		next = next || follows(*c, *x)
	}
	return next || !c.clings
}

// adds is how likely a sentence tells of what a reader must know something that those
// chosen do not, as log odds.
func (s *scale) adds(members []nutgraf.Member, c *candidate, chosen []candidate) float64 {
	l := s.links(c, chosen)
	// Whom a sentence takes as known may have been named by those before it.
	l[linkWorth] += worthOf[traitUnmet] * (unmet(members, c, chosen) - c.traits[traitUnmet])
	g := l.weighed(&addsOf, addsBias) + forNext*l[linkNext]
	if c.denies && !slices.ContainsFunc(chosen, func(x candidate) bool { return x.denies }) {
		g += forDenial
	}
	return g
}

// unmet is what it costs a sentence that nobody before it has named whom it takes as
// known.
func unmet(members []nutgraf.Member, c *candidate, chosen []candidate) float64 {
	g := 1.0
	for _, n := range c.needs {
		if !slices.ContainsFunc(chosen, func(x candidate) bool {
			return strings.Contains(x.span.Of(members[x.member].Doc.Text), n.name[strings.LastIndexByte(n.name, ' ')+1:])
		}) {
			g *= n.cost
		}
	}
	return g
}

// repeats reports whether one of two sentences tells most of what the other
// does. The words of the event itself weigh little in its story, so they are
// counted too.
func (s *scale) repeats(c, x *candidate) bool {
	n := 0
	for _, k := range c.keys {
		if slices.Contains(x.keys, k) {
			n++
		}
	}
	return float64(n) > reworded*float64(min(len(c.keys), len(x.keys))) ||
		s.common(c.keys, x.keys) > repeated*min(s.sum(c.keys), s.sum(x.keys))
}

const (
	repeated = .5  // share of a sentence's weight told already from which it repeats
	reworded = .42 // the same by number of words
)
