package when

import (
	"nutgraf"
	"nutgraf/internal/calendar"
)

// anchorOf says from which day the i-th expression is to be read.
func (r *resolver) anchorOf(i int, before []nutgraf.When) (nutgraf.Day, nutgraf.Anchor) {
	x := &r.raw[i]
	if x.rule.anchor == anchorText {
		if r.lastAt >= 0 && r.last != nutgraf.NoDay {
			return r.last, nutgraf.AnchorText
		}
		return r.publication, nutgraf.AnchorPublication
	}
	if r.publication == nutgraf.NoDay {
		return nutgraf.NoDay, nutgraf.AnchorNone
	}
	return r.publication, nutgraf.AnchorPublication
}

// leanDay and leanMonth are how many times nearer a match against the tense must
// lie to be taken: "Nov. 20" told on 2 November in a past clause is still this
// year's, but "in December" told in October is last year's.
const (
	leanDay   = 2.5
	leanAhead = 4
	leanMonth = 1000
)

// side settles on which side of the anchor an expression that takes the nearest
// match is looked for, given the tense of its clause.
func side(form string, tense int8, anchor nutgraf.Day) int8 {
	bf, bt, _, ok1 := calendar.Resolve(form, calendar.Before, anchor)
	af, _, _, ok2 := calendar.Resolve(form, calendar.After, anchor)
	if !ok1 || !ok2 || bf == af {
		return calendar.Before
	}
	back, ahead := float64(anchor-bt), float64(af-anchor)
	switch {
	case bt >= anchor:
		back = 0
	case tense < 0 && len(form) == 7:
		ahead *= leanMonth
	case tense < 0:
		ahead *= leanDay
	case tense > 0:
		back *= leanAhead
	case len(form) == 7:
		ahead *= 3
	default:
		ahead *= 1.5
	}
	if back <= ahead {
		return calendar.Before
	}
	return calendar.After
}
