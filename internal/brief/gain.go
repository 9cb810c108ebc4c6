package brief

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// What a sentence's kind counts for when the nut graf has its first sentence.
const (
	forWords   = .7   // words of somebody
	forShared  = .9   // the same where all other reports have them too
	forAlone   = .6   // a quotation of one report only
	forSecond  = .4   // a second quotation
	forCredit  = 1.12 // names the origin of the news
	forAnswer  = 1.7  // answers, and nothing that stands does
	forDenial  = 2.4  // denies, or doubts, what the first sentence tells
	forNext    = 1.8  // goes on where the sentence before it ends
	elsewhere  = .8   // stands in a report of which no sentence does
	forgiven   = .8   // leans on the sentence before it, which stands there
	unrelated  = .08  // share of a sentence's weight below which it has hardly a word of what stands already
	afar       = .5   // for such a one
	repeated   = .5   // share of a sentence's weight told already from which it repeats
	reworded   = .42  // the same by number of words
	forDay     = 1.25 // the first sentence names the day, as hard news does
	otherLead  = .5   // the first sentence of another report, which tells the event again
	behindLead = .7   // the one behind that, which may tell it too
	sameFigure = .6   // gives a number that one that stands gives
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
		return s.opens(members, c)
	}
	total, next := s.sum(c.keys), false
	if c.comments || c.guesses || total == 0 {
		return 0
	}
	var all []int32
	for _, x := range chosen {
		if (!c.denies || x.denies) && (s.repeats(c, &x) || c.retells(&x)) {
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
	g := c.later * (1 - known) * s.apart(c, next)
	if known < unrelated && !next {
		g *= afar
	}
	back := s.returned(c, all)
	if c.denies {
		back = max(back, heeded)
	}
	if c.laterThan(chosen) {
		g *= newer
	}
	g = math.Sqrt(g/chosen[0].first+least) * chosen[0].first * (untouched + back) * c.sound * again(c, chosen, next)
	if !slices.ContainsFunc(chosen, func(x candidate) bool { return x.member == c.member }) {
		g *= elsewhere
	}
	if next {
		g *= forNext
		if c.leans {
			g *= forgiven / forLeaning
		}
	}
	return g * unmet(members, c, chosen) * s.kind(members, c, chosen, told)
}

// What a sentence adds is softened, so that what many reports come back to, an answer
// or a denial is not lost for standing late in its report.
const (
	least     = .01
	untouched = .4 // no other report tells of what it adds; one more where all do
	unheard   = .4 // there is no other report
	heeded    = .6 // a denial, whoever else tells it
)

// opens is the worth of a sentence as the first.
func (s *scale) opens(members []nutgraf.Member, c *candidate) float64 {
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

// again weighs whether a sentence most likely tells the event again; next says that it
// goes on where one of those chosen ends.
func again(c *candidate, chosen []candidate, next bool) float64 {
	g := 1.0
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
	if !c.denies && !next && slices.ContainsFunc(chosen, func(x candidate) bool { return c.sharesFigure(&x) }) {
		g *= sameFigure
	}
	return g
}

// apart weighs what a sentence has of its own that makes it news.
func (s *scale) apart(c *candidate, next bool) float64 {
	g := 1.0
	if len(s.titles) > 2 && !c.backed && !c.spoken && !c.denies && !next {
		g *= alone
	}
	if c.adds && !next {
		g *= adding
	}
	if !next && !c.dated && !c.numbered && !c.spoken && !c.denies {
		g *= scattered
	}
	return g
}

// returned is the share of the other reports that come back to what a sentence adds:
// that have two of its terms which are not told yet in one sentence.
func (s *scale) returned(c *candidate, told []int32) float64 {
	if len(s.titles) < 2 {
		return unheard
	}
	terms, reports := map[int32]int{}, map[int]bool{}
	for _, k := range c.keys {
		if slices.Contains(told, k) {
			continue
		}
		for _, at := range s.places[k] {
			if terms[at]++; terms[at] > 1 && s.heard[at].member != c.member {
				reports[s.heard[at].member] = true
			}
		}
	}
	return float64(len(reports)) / float64(len(s.titles)-1)
}

// retells reports whether a sentence opens another report and names the day of one
// that stands: most likely it tells the event again.
func (c *candidate) retells(x *candidate) bool {
	return c.member != x.member && c.order == 1 && !c.answers && c.sharesDay(x)
}

// sharesFigure reports whether two sentences give one number.
func (c *candidate) sharesFigure(x *candidate) bool {
	return slices.ContainsFunc(c.figures, func(f string) bool { return slices.Contains(x.figures, f) })
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

// kind weighs what a sentence is: words of somebody, a credit, an answer.
func (s *scale) kind(members []nutgraf.Member, c *candidate, chosen []candidate, told map[place]int) float64 {
	g := 1.0
	if c.spoken && !c.denies {
		reports := 1
		for _, q := range c.quotes {
			reports = max(reports, told[place{members[c.member].Doc.ID, q}])
		}
		switch {
		case slices.ContainsFunc(chosen, func(x candidate) bool { return x.spoken }):
			g *= forSecond
		case len(members) == 1:
			g *= forWords
		case reports > 1:
			g *= forWords + (forShared-forWords)*float64(reports-1)/float64(len(members)-1)
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
	case c.answers && !slices.ContainsFunc(chosen, func(x candidate) bool { return x.answers || x.denies }):
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
