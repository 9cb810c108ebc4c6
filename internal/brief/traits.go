package brief

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// A nut graf is to tell the two or three things that a reader must know of a story.
// Whether a sentence tells one of them is judged by logistic regression over the traits
// below, and whether it tells one that those chosen do not by another over what it has
// in common with them. The weights are fitted (internal/eval/cmd/telling; ridge
// regression) on stories of which readers listed, from the texts alone, three such
// things and every sentence that would do for each.

// traits are what a sentence has that bears on whether it tells what a reader must
// know.
type traits [traitCount]float64

const (
	traitEarly    = iota // stands early in its report
	traitOpens           // is its report's first sentence
	traitDelayed         // is the second, and the first to name the day
	traitShort           // has fewer than 15 words
	traitBrief           // fewer than 20
	traitLong            // more than 45
	traitTold            // share that other reports tell, each in the one sentence that comes nearest; like the next three, as a part of the story's most
	traitHeaded          // share of the reports' titles that it tells
	traitCommon          // how many of the other reports have its words, on average, by weight
	traitCommons         // the same summed over its words
	traitPlain           // how much its report tells news and no comment
	traitOld             // days from its report to the newest one
	traitStands          // how well it stands alone
	traitUnmet           // whom it takes as known has not been named
	traitDated           // names a day
	traitNumbered        // gives a number
	traitSourced         // says who says so
	traitTalks           // is mostly somebody's words
	traitAnswers         // answers those who asked
	traitDenies          // says that somebody denies or doubts what is reported
	traitAhead           // tells of what is to come
	traitAdds            // "also"
	traitPrivate         // tells of people of whom no other report and no title speaks
	traitCount
)

// links are what a sentence has in common with those chosen before it.
type links [linkCount]float64

const (
	linkWorth  = iota // its worth by itself
	linkLike          // share of its weight, or of theirs, that it has in common with the one it is most like
	linkKnown         // share of its weight that they tell
	linkReport        // stands in a report of which one of them stands
	linkNext          // goes on where one of them ends
	linkCount
)

var traitNames = [traitCount]string{
	"early", "opens", "delayed", "short", "brief", "long", "told", "headed", "common", "commons", "plain", "old", "stands", "unmet", "dated", "numbered", "sourced", "talks", "answers", "denies", "ahead", "adds", "private",
}

var linkNames = [linkCount]string{"worth", "like", "known", "report", "next"}

// oldest is the number of days behind the newest report from which a report is no older.
const oldest = 5

// traits reads those of a sentence.
func (s *scale) traits(members []nutgraf.Member, c *candidate, told float64, plain float64, ages *ages) traits {
	var t traits
	set := func(i int, is bool) {
		if is {
			t[i] = 1
		}
	}
	others := max(1, s.reports-1)
	t[traitEarly] = early(c.order)
	set(traitOpens, c.order == 1)
	set(traitDelayed, c.delayed)
	set(traitShort, c.words < 15)
	set(traitBrief, c.words < 20)
	set(traitLong, c.words > 45)
	if total := s.sum(c.keys); total > 0 {
		t[traitTold] = told / total
		for _, k := range c.keys {
			share := float64(s.spread(k, c)) / float64(others)
			t[traitCommon] += s.idf[k] * share / total
			t[traitCommons] += share
		}
		t[traitCommons] = min(t[traitCommons], 8)
	}
	t[traitHeaded] = s.headed(*c)
	t[traitPlain] = plain
	t[traitOld] = float64(min(oldest, ages.behind(c.member))) / oldest
	t[traitStands] = math.Log(max(c.alone, .05))
	t[traitUnmet] = unmet(members, c, nil)
	set(traitDated, c.dated)
	set(traitNumbered, c.numbered)
	set(traitSourced, c.sourced)
	set(traitTalks, c.talks())
	set(traitAnswers, c.answers)
	set(traitDenies, c.denies)
	set(traitAhead, c.ahead)
	set(traitAdds, c.adds)
	set(traitPrivate, len(members) > 1 && c.private(members))
	return t
}

// links reads those of a sentence with the ones chosen.
func (s *scale) links(c *candidate, chosen []candidate) links {
	var l links
	set := func(i int, is bool) {
		if is {
			l[i] = 1
		}
	}
	l[linkWorth] = c.worth
	total, next := s.sum(c.keys), false
	var all []int32
	for i := range chosen {
		x := &chosen[i]
		if least := min(total, s.sum(x.keys)); least > 0 {
			l[linkLike] = max(l[linkLike], s.common(c.keys, x.keys)/least)
		}
		all = append(all, x.keys...)
		next = next || follows(*c, *x)
		set(linkReport, l[linkReport] > 0 || x.member == c.member)
	}
	if total > 0 {
		l[linkKnown] = s.common(c.keys, all) / total
	}
	set(linkNext, next)
	return l
}

// usually is the least of the most that a sentence shares with others by each of the traits
// from traitTold on, as 19 in 20 stories have it: where all share less, none is near the rest.
var usually = [...]float64{.28, .16, .4, 6}

// relate makes of what the sentences of a story share with other reports and with titles
// parts of the most that one of them shares: reports that tell one event in words of
// their own share little throughout, and copies of one text all.
func relate(cs []candidate) {
	for i, most := range usually {
		for k := range cs {
			most = max(most, cs[k].traits[traitTold+i])
		}
		for k := range cs {
			cs[k].traits[traitTold+i] /= most
		}
	}
}

// early weighs the place of a sentence in its report: news is told first, the history
// after it.
func early(order int) float64 { return 1 / (1 + .3*float64(order-1)) }

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

func (t *traits) weighed(weights *traits, bias float64) float64 {
	for i, x := range t {
		bias += weights[i] * x
	}
	return bias
}

func (l *links) weighed(weights *links, bias float64) float64 {
	for i, x := range l {
		bias += weights[i] * x
	}
	return bias
}

// What is weighted by hand, in log odds: readers who list all that would do forgive
// more than one who reads a nut graf, and the first sentence must tell the event.
const (
	forOpening  = .5  // the first sentence opens its report, as news does
	forDay      = .5  // and names the day
	forKnown    = .4  // and takes nobody and nothing as known, as a logarithm
	forAnecdote = -.4 // and tells of people of whom no other report and no title speaks
)

// telling is how likely a sentence tells of the event and stands as the first.
func (c *candidate) telling() float64 {
	g := c.worth + forDay*c.traits[traitDated] + forAnecdote*c.traits[traitPrivate] + forKnown*math.Log(max(c.traits[traitUnmet], .05))
	if c.lead {
		g += forOpening
	}
	return g
}

// forNext is added to the log odds of a sentence that goes on where a chosen one ends: 28
// of 29 such read well, as two in three of the others did.
const forNext = .7

// forDenial is added to the log odds of what says, where nothing chosen does, that
// somebody denies what is told.
const forDenial = .3

// The weights that cmd/telling fitted.
const (
	worthBias = -3.51
	addsBias  = -0.79
)

var (
	worthOf = traits{ // fitted on 5149 sentences, 1545 of them telling
		traitEarly:    1.20,
		traitOpens:    -0.15,
		traitDelayed:  0.14,
		traitShort:    -0.39,
		traitBrief:    -0.05,
		traitLong:     0.14,
		traitTold:     0.24,
		traitHeaded:   1.07,
		traitCommon:   1.03,
		traitCommons:  1.80,
		traitPlain:    0.17,
		traitOld:      -0.58,
		traitStands:   0.50,
		traitUnmet:    0.17,
		traitDated:    0.08,
		traitNumbered: 0.35,
		traitSourced:  0.41,
		traitTalks:    -0.42,
		traitAnswers:  0.82,
		traitDenies:   0.66,
		traitAhead:    0.21,
		traitAdds:     0.21,
		traitPrivate:  0.14,
	}
	addsOf = links{ // fitted on 9701 sentences, 1669 of them telling
		linkWorth:  0.64,
		linkLike:   0.57,
		linkKnown:  -1.20,
		linkReport: 0.21,
		linkNext:   -0.45,
	}
)
