package brief

import (
	"slices"

	"nutgraf"
)

// What is held against a report's words where a later report may know more.
const (
	forOld   = .9
	forOlder = .8  // older than half of the reports
	forAhead = .5  // tells of what is to come
	forStale = 2.0 // taken from the log odds of what tells in an older report of what is to come, or of what was due before the newest one
)

// ages knows the days of a story's reports.
type ages struct {
	days           []nutgraf.Day
	middle, newest nutgraf.Day // of the report in the middle, by its day, and of the newest
}

func newAges(members []nutgraf.Member) ages {
	a := ages{middle: nutgraf.NoDay, newest: nutgraf.NoDay}
	for _, m := range members {
		a.days = append(a.days, m.Ann.Published.Day())
	}
	known := slices.DeleteFunc(slices.Clone(a.days), func(d nutgraf.Day) bool { return d == nutgraf.NoDay })
	if slices.Sort(known); len(known) > 0 {
		a.middle, a.newest = known[(len(known)-1)/2], known[len(known)-1]
	}
	return a
}

// fresh is what is left of the worth of a report's words; ahead says that they
// tell of what is to come.
func (a ages) fresh(member int, ahead bool) float64 {
	switch d := a.days[member]; {
	case d == nutgraf.NoDay || d == a.newest:
		return 1
	case ahead:
		return forAhead
	case d < a.middle:
		return forOlder
	}
	return forOld
}

// behind is the number of days from a report to the newest one.
func (a ages) behind(member int) int {
	if d := a.days[member]; d != nutgraf.NoDay {
		return max(0, int(a.newest-d))
	}
	return 0
}

// stale reports whether a sentence tells as to come what was due on days before the
// newest report: by then it has happened, or has not.
func (a ages) stale(c *candidate) bool {
	return len(c.due) > 0 && a.newest != nutgraf.NoDay && a.days[c.member] != a.newest &&
		!slices.ContainsFunc(c.due, func(d nutgraf.Day) bool { return d >= a.newest })
}
