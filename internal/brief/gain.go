package brief

import (
	"slices"
	"strings"

	"nutgraf"
)

// What a sentence's kind counts for when the nut graf has its first sentence.
const (
	forShared  = 1.6  // words that other reports have too
	forAlone   = .65  // a quotation of one report only
	forSecond  = .45  // a second quotation
	forCredit  = 1.25 // names the origin of the news
	forAnswer  = 1.25 // denies, or answers
	forDenial  = 2.2  // denies, or doubts, what the first sentence tells
	forNext    = 1.2  // goes on where the sentence before it ends
	forgiven   = .8   // leans on the sentence before it, which stands there
	unrelated  = .08  // share of a sentence's weight below which it has hardly a word of what stands already
	afar       = .5   // for such a one
	repeated   = .5   // share of a sentence's weight told already from which it repeats
	reworded   = .42  // the same by number of words
	forDay     = 1.25 // the first sentence names the day, as hard news does
	otherLead  = .4   // the first sentence of another report, which tells the event again
	behindLead = .6   // the one behind that, which may tell it too
	sameDay    = .6   // another report's sentence names the day of one that stands: most likely the event again
	newer      = 1.12 // names a later day than all that stand
	alone      = .5   // told by one of several reports
	adding     = .6   // "also", and what it adds to does not stand before it
	noNews     = .55  // no day, no number, nobody who says so, nobody else who tells it
	bareLead   = .7   // the same of the sentence that opens its report
	anecdote   = .5   // the event is told with somebody of whom no other report and no title speaks
	firstQuote = .35  // the event is to be told first, not what is said of it
	scattered  = .75  // goes on from no sentence that stands, and gives neither a day nor a number nor words of somebody
)

// leads is what a sentence's place in its report counts for where it is to tell
// the event: the news is told in the first sentence, or in the one behind a teaser.
func (c *candidate) leads() float64 {
	switch {
	case c.order == 1, c.delayed:
		return 1
	case c.order == 2:
		return .7
	}
	return .5
}

// private reports whether a sentence names people of whom no title and no other
// report speaks.
func (c *candidate) private(members []nutgraf.Member) bool {
	return len(c.who) > 0 && !slices.ContainsFunc(c.who, func(name string) bool {
		last := name[strings.LastIndexByte(name, ' ')+1:]
		for i := 0; i < len(members); i += step(len(members)) {
			if d := members[i].Doc; strings.Contains(d.Title, last) || i != c.member && strings.Contains(d.Text, last) {
				return true
			}
		}
		return false
	})
}

// gain is the worth of what a sentence adds to those chosen.
func (s *scale) gain(members []nutgraf.Member, c *candidate, chosen []candidate, told map[place]int) float64 {
	if len(chosen) == 0 {
		bare := !c.backed && !c.dated && !c.numbered && !c.sourced
		if c.comments || c.clings || bare && len(members) == 1 {
			return 0
		}
		g := c.first * c.leads() * unmet(members, c, nil)
		switch {
		case bare && c.order == 1:
			g *= bareLead
		case bare:
			g *= noNews
		}
		if len(members) > 1 && c.private(members) {
			g *= anecdote
		}
		if c.talks() {
			g *= firstQuote
		}
		if c.dated {
			g *= forDay
		}
		return g
	}
	total, next := s.sum(c.keys), false
	if c.comments || c.guesses || total == 0 {
		return 0
	}
	var all []int32
	for _, x := range chosen {
		if !c.denies && s.repeats(c, &x) {
			return 0
		}
		all = append(all, x.keys...)
		next = next || follows(*c, x)
	}
	if c.clings && !next {
		return 0
	}
	known := s.common(c.keys, all) / total
	if c.denies {
		known /= 2 // it must say what it denies
	}
	g := c.later * (1 - known)
	if !c.denies && c.member != chosen[0].member {
		switch {
		case c.order == 1:
			g *= otherLead
		case c.order == 2 && !c.spoken:
			g *= behindLead
		}
	}
	if !c.spoken && !next && slices.ContainsFunc(chosen, func(x candidate) bool { return x.member != c.member && c.sharesDay(&x) }) {
		g *= sameDay
	}
	if len(s.titles) > 2 && !c.backed && !c.spoken && !c.denies && !next {
		g *= alone
	}
	if c.adds && !next {
		g *= adding
	}
	if c.laterThan(chosen) {
		g *= newer
	}
	if known < unrelated && !next {
		g *= afar
	}
	if !next && !c.dated && !c.numbered && !c.spoken {
		g *= scattered
	}
	if next {
		g *= forNext
		if c.leans {
			g *= forgiven / forLeaning
		}
	}
	return g * unmet(members, c, chosen) * s.kind(members, c, chosen, told)
}

// sharesDay reports whether two sentences name one day.
func (c *candidate) sharesDay(x *candidate) bool {
	return slices.ContainsFunc(c.days, func(d nutgraf.Day) bool { return slices.Contains(x.days, d) })
}

// laterThan reports whether a sentence names a day after all that stand.
func (c *candidate) laterThan(chosen []candidate) bool {
	latest := nutgraf.NoDay
	for _, x := range chosen {
		for _, d := range x.days {
			if latest == nutgraf.NoDay || d > latest {
				latest = d
			}
		}
	}
	return latest != nutgraf.NoDay && slices.ContainsFunc(c.days, func(d nutgraf.Day) bool { return d > latest })
}

// unmet is what it costs a sentence that nobody before it has named in full whom
// it takes as known.
func unmet(members []nutgraf.Member, c *candidate, chosen []candidate) float64 {
	g := 1.0
	for _, n := range c.needs {
		if !slices.ContainsFunc(chosen, func(x candidate) bool {
			return strings.Contains(x.span.Of(members[x.member].Doc.Text), n.name)
		}) {
			g *= n.cost
		}
	}
	return g
}

// kind weighs what a sentence is: words of somebody, a credit, an answer.
func (s *scale) kind(members []nutgraf.Member, c *candidate, chosen []candidate, told map[place]int) float64 {
	g := 1.0
	if c.spoken {
		reports := 1
		for _, q := range c.quotes {
			reports = max(reports, told[place{members[c.member].Doc.ID, q}])
		}
		switch {
		case slices.ContainsFunc(chosen, func(x candidate) bool { return x.spoken }):
			g *= forSecond
		case len(members) == 1:
		case reports > 1:
			g *= 1 + (forShared-1)*float64(reports-1)/float64(len(members)-1)
		default:
			g *= forAlone
		}
	}
	if c.credited {
		g *= forCredit
	}
	switch {
	case c.denies && !slices.ContainsFunc(chosen, func(x candidate) bool { return x.denies }):
		g *= forDenial
	case c.answers:
		g *= forAnswer
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
