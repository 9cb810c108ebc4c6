package calendar

import (
	"strconv"
	"strings"

	"nutgraf"
)

// nearest finds the match of a yearless form (without its "XXXX-") that lies
// nearest to the anchor on the side wanted.
func nearest(rest string, toward int8, anchor nutgraf.Day) (span, bool) {
	y, m, _ := date(anchor)
	at := origin{anchor, y, m}
	var best span
	found := false
	reach := reachOf(rest)
	for k := -reach; k <= reach; k++ {
		c, ok := at.candidate(rest, k)
		if !ok || !onSide(c, toward, anchor) {
			continue
		}
		if !found || nearer(c, best, anchor) {
			best, found = c, true
		}
	}
	return best, found
}

// reachOf is how many periods before and after the anchor's own a yearless form
// is looked for.
func reachOf(rest string) int {
	switch rest {
	case "XX-XX":
		return 0
	case "02-29":
		return 8
	}
	return 2
}

// origin is the anchor with its civil date.
type origin struct {
	day  nutgraf.Day
	y, m int
}

// candidate gives the match of a yearless form that lies k periods from the
// anchor's own period.
func (o origin) candidate(rest string, k int) (span, bool) {
	switch {
	case rest == "XX-XX":
		return oneDay(o.day), true
	case strings.HasPrefix(rest, "XX-"):
		return dayOfMonth(rest[3:], o.y, o.m+k)
	case strings.HasPrefix(rest, "WXX"):
		return inWeek(rest[3:], k, o.day)
	case o.y+k < 1 || o.y+k > 9999:
		return span{}, false
	case strings.HasPrefix(rest, "MI"): // its year is shorter
		f, ok := parseFeast(rest[1:])
		if !ok {
			return span{}, false
		}
		return f.islamic(islamicYear(o.day) + k)
	}
	c, ok := within(rest, o.y+k)
	if rest == "EL" && (o.y+k)%2 == 1 && distance(c, o.day) > oddElection {
		return span{}, false
	}
	return c, ok
}

// oddElection is how many days around it the Election Day of an odd year is
// meant; further off the word means that of an even year, in which the whole
// country elects.
const oddElection = 45

func dayOfMonth(rest string, y, m int) (span, bool) {
	d, ok := digits(rest)
	first := civil(y, m, 1)
	fy, fm, _ := date(first)
	if !ok || d < 1 || d > monthDays(fy, fm) {
		return span{}, false
	}
	return oneDay(first + nutgraf.Day(d-1)), true
}

func inWeek(rest string, k int, a nutgraf.Day) (span, bool) {
	monday := mondayOf(a) + nutgraf.Day(7*k)
	switch {
	case rest == "":
		return span{monday, monday + 6, weeks, ""}, true
	case rest == "-WE":
		return weekend(monday), true
	case len(rest) == 2 && rest[0] == '-' && rest[1] >= '1' && rest[1] <= '7':
		return oneDay(monday + nutgraf.Day(rest[1]-'1')), true
	}
	return span{}, false
}

func onSide(c span, toward int8, anchor nutgraf.Day) bool {
	switch toward {
	case StrictlyBefore:
		return c.to < anchor
	case Before:
		return c.from <= anchor
	case After:
		return c.to >= anchor
	case StrictlyAfter:
		return c.from > anchor
	}
	return true
}

// nearer reports whether a lies nearer to the anchor than b; on a tie the
// earlier one, which is tried first, stays.
func nearer(a, b span, anchor nutgraf.Day) bool { return distance(a, anchor) < distance(b, anchor) }

func distance(s span, anchor nutgraf.Day) nutgraf.Day {
	switch {
	case anchor < s.from:
		return s.from - anchor
	case anchor > s.to:
		return anchor - s.to
	}
	return 0
}

// offset reads "P-3W" and "PT-3H".
func offset(form string, anchor nutgraf.Day) (span, bool) {
	body, clock := form[1:], false
	if strings.HasPrefix(body, "T") {
		body, clock = body[1:], true
	}
	if len(body) < 3 {
		return span{}, false
	}
	n, err := strconv.ParseFloat(body[:len(body)-1], 64)
	if err != nil || n > 20000 || n < -20000 || n != n {
		return span{}, false
	}
	unit := body[len(body)-1]
	if clock {
		return oneDay(anchor + nutgraf.Day(hoursOf(unit)*n/24)), true
	}
	n, unit = wholeUnits(n, unit)
	return shift(int(n), unit, anchor)
}

func hoursOf(unit byte) float64 {
	switch unit {
	case 'H':
		return 1
	case 'M':
		return 1. / 60
	}
	return 1. / 3600
}

// wholeUnits writes a broken number of units in the next smaller one that is
// whole enough: a year and a half is eighteen months.
func wholeUnits(n float64, unit byte) (float64, byte) {
	if n == float64(int(n)) {
		return n, unit
	}
	switch unit {
	case 'C':
		return n * 100, 'Y'
	case 'E':
		return n * 10, 'Y'
	case 'Y':
		return n * 12, 'M'
	case 'Q':
		return n * 3, 'M'
	case 'M':
		return n * 30, 'D'
	case 'W':
		return n * 7, 'D'
	}
	return n, unit
}

// shift gives the unit-sized interval that lies n units from the anchor's.
func shift(n int, unit byte, anchor nutgraf.Day) (span, bool) {
	y, m, _ := date(anchor)
	switch unit {
	case 'D':
		return oneDay(anchor + nutgraf.Day(n)), true
	case 'W':
		monday := mondayOf(anchor) + nutgraf.Day(7*n)
		return span{monday, monday + 6, weeks, ""}, true
	case 'M':
		first := civil(y, m+n, 1)
		fy, fm, _ := date(first)
		return month(fy, fm), inCalendar(fy)
	case 'Q':
		q := y*4 + (m-1)/3 + n
		return quarter(q/4, q%4+1), inCalendar(q / 4)
	case 'Y':
		return wholeYear(y + n), inCalendar(y + n)
	case 'E':
		return decade(y/10 + n), inCalendar(y + 10*n)
	case 'C':
		return century(y/100 + n), inCalendar(y + 100*n)
	}
	return span{}, false
}

func inCalendar(y int) bool { return y > 0 && y < 10000 }

// duration lays a length of time against the anchor.
func duration(form string, toward int8, anchor nutgraf.Day) (span, bool) {
	if toward == Nearest || anchor == nutgraf.NoDay {
		return span{}, false
	}
	n, ok := Days(form)
	if !ok {
		return span{}, false
	}
	if toward < 0 {
		return span{back(form, anchor, n), anchor, verbatim, ""}, true
	}
	return span{anchor, ahead(form, anchor, n), verbatim, ""}, true
}

// back is the day that lies a duration before the anchor: months and years go
// by the calendar, the rest by days.
func back(form string, anchor nutgraf.Day, n float64) nutgraf.Day {
	if m, ok := wholeMonths(form); ok {
		return addMonths(anchor, -m)
	}
	return anchor - nutgraf.Day(n+.5)
}

func ahead(form string, anchor nutgraf.Day, n float64) nutgraf.Day {
	if m, ok := wholeMonths(form); ok {
		return addMonths(anchor, m)
	}
	return anchor + nutgraf.Day(n+.5)
}

func addMonths(d nutgraf.Day, n int) nutgraf.Day {
	y, m, day := date(d)
	y, m, _ = date(civil(y, m+n, 1))
	return civil(y, m, min(day, monthDays(y, m)))
}

// wholeMonths gives the length of "P18M" or "P2Y" in months.
func wholeMonths(form string) (int, bool) {
	if len(form) < 3 || form[1] == 'T' {
		return 0, false
	}
	n, ok := digits(form[1 : len(form)-1])
	if !ok || n > 12000 {
		return 0, false
	}
	switch form[len(form)-1] {
	case 'Y':
		return n * 12, true
	case 'M':
		return n, true
	}
	return 0, false
}

// Days gives the length of a duration ("P4W", "P1Y6M", "PT36H") in days, with
// 30.44 days to the month and 365.25 to the year. ok is false when the length
// is left open ("PXW").
func Days(form string) (n float64, ok bool) {
	if len(form) < 3 || form[0] != 'P' {
		return 0, false
	}
	clock, start := false, 1
	for i := 1; i < len(form); i++ {
		c := form[i]
		switch {
		case c == 'T' && start == i:
			clock, start = true, i+1
		case c >= '0' && c <= '9' || c == '.':
		default:
			v, err := strconv.ParseFloat(form[start:i], 64)
			u := unitDays(c, clock)
			if err != nil || u == 0 || v > 1e6 {
				return 0, false
			}
			n, start, ok = n+v*u, i+1, true
		}
	}
	return n, ok && start == len(form)
}

// Hours gives the length of a duration of one unit ("P4W", "PT36H") in hours, and that
// unit ("W", "TH"). ok is false for one of several units, or of none that is told.
func Hours(form string) (n float64, unit string, ok bool) {
	days, ok := Days(form)
	last := len(form) - 1
	if !ok || days == 0 || strings.TrimLeft(strings.TrimPrefix(form[1:last], "T"), ".0123456789") != "" {
		return 0, "", false
	}
	unit = form[last:]
	if form[1] == 'T' {
		unit = "T" + unit
	}
	return days * 24, unit, true
}

func unitDays(c byte, clock bool) float64 {
	if clock {
		switch c {
		case 'H':
			return 1. / 24
		case 'M':
			return 1. / 1440
		case 'S':
			return 1. / 86400
		}
		return 0
	}
	switch c {
	case 'D':
		return 1
	case 'W':
		return 7
	case 'M':
		return 30.44
	case 'Q':
		return 91.31
	case 'Y':
		return 365.25
	case 'E':
		return 3652.5
	case 'C':
		return 36525
	}
	return 0
}
