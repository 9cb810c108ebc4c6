package story

import (
	"math"
	"slices"

	"nutgraf"
)

// unit is what scores are counted in: whole numbers add up to the same sum in
// any order.
const unit = 1 << 16

// The features that a pair of reports is judged by.
const (
	fullText   = iota // cosine of the texts
	leadText          // cosine of the leads
	titleText         // cosine of the titles
	wordPairs         // cosine of the neighbouring words; nothing for one outlet on two days, which repeats what went before
	fewPairs          // its square root, so that the first ones shared tell most
	numberSame        // share of the numbers of title and lead that agree, years left out
	dayGap            // logarithm of one more than the days between them, where both have one, unless the first days they name agree
	laterOn           // days between them beyond a few, where both have one
	outletGap         // the same logarithm when one outlet has both: it seldom comes back to an event but for a new one
	sameEvent         // 1 when the first days they name agree
	noName            // 1 when both openings have names and the texts have none in common
	featureCount
)

// features are the values of a pair's features.
type features [featureCount]float64

// featureNames name the features to whoever asks why.
var featureNames = [featureCount]string{
	fullText:   "words of the whole text",
	leadText:   "words of title and opening",
	titleText:  "words of the title",
	wordPairs:  "neighbouring words",
	fewPairs:   "first neighbouring words shared",
	numberSame: "numbers of the opening",
	dayGap:     "days between them",
	laterOn:    "days beyond the fifth",
	outletGap:  "days between them, both from one outlet",
	sameEvent:  "the same day named first",
	noName:     "no name in common",
}

// fewDays is how many days after an event its reports still come.
const fewDays = 5

// unknownGap is what the days between two reports of one outlet count as when a
// day is not known. Of two outlets such days count nothing: else the weight of
// days, which dated reports ask for, would move the undated ones as well.
const unknownGap = .5

// compare lays a card beside the one laid down.
func (l *beside) compare(b *card) (f features) {
	a := l.card
	var full, lead, title uint64
	named := false // a name is shared
	for i := range b.terms {
		y := &b.terms[i]
		if !l.terms.may(y.hash) {
			continue
		}
		x := l.term(y.hash)
		if x == nil {
			continue
		}
		full += x.pull() * y.pull()
		named = named || (x.zone|y.zone)&nutgraf.IsName != 0
		if both := x.zone & y.zone; both&nutgraf.InLead != 0 {
			r := uint64(x.local) * uint64(y.local)
			lead += r
			if both&nutgraf.InTitle != 0 {
				title += r
			}
		}
	}
	f[fullText] = ratio(full, a.full, b.full)
	f[leadText] = ratio(lead, a.lead, b.lead)
	f[titleText] = ratio(title, a.title, b.title)
	f[numberSame] = sharedNumbers(a.figures, b.figures)
	if a.named && b.named && !named {
		f[noName] = 1
	}
	if nameOneDay(a, b) {
		f[sameEvent] = 1
	}
	days := unknownGap
	if a.day != nutgraf.NoDay && b.day != nutgraf.NoDay {
		days = math.Abs(float64(a.day) - float64(b.day))
		f[dayGap] = (1 - f[sameEvent]) * math.Log1p(days)
		f[laterOn] = max(0, days-fewDays)
	}
	sameOutlet := a.outlet != "" && a.outlet == b.outlet
	if sameOutlet {
		f[outletGap] = math.Log1p(days)
	}
	if !sameOutlet || a.day == b.day {
		f[wordPairs] = ratio(l.sharedPairs(b), a.pair, b.pair)
		f[fewPairs] = math.Sqrt(f[wordPairs])
	}
	return f
}

// nameOneDay reports whether two articles name the same day first. Where one
// has no date, the same weekday will do.
func nameOneDay(a, b *card) bool {
	if a.weekday == 0 || a.weekday != b.weekday {
		return false
	}
	return a.event == b.event || a.event == nutgraf.NoDay || b.event == nutgraf.NoDay
}

func (l *beside) sharedPairs(b *card) (sum uint64) {
	for _, p := range b.pairs {
		if l.pairs.may(p.hash) {
			if own := l.pair(p.hash); own != nil {
				sum += uint64(own.local) * uint64(p.local)
			}
		}
	}
	return sum
}

// judge is the score of a card beside the one laid down: their likeness, and
// nothing for two of one template.
func (set *Settings) judge(l *beside, b *card) int64 {
	if isSeries(l.card, b) {
		return 0
	}
	return set.likeness(l.compare(b))
}

// sharedNumbers is the share of a's and b's numbers that stand in both, taken
// smaller where there are few.
func sharedNumbers(a, b []uint32) float64 {
	same := 0
	for _, n := range a {
		if _, ok := slices.BinarySearch(b, n); ok {
			same++
		}
	}
	return float64(same) / float64(1+max(len(a), len(b)))
}

func ratio(dot uint64, a, b float64) float64 {
	if dot == 0 {
		return 0
	}
	return float64(dot) / float64(a*b)
}

// likeness is the pair model's judgement in units.
func (set *Settings) likeness(f features) int64 {
	s := 0.0
	for i := range f {
		s += float64(f[i] * set.Weights[i])
	}
	return int64(math.Round(float64(s * unit)))
}
