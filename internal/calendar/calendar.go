// Package calendar does the arithmetic of dates: it turns the form of a time
// expression and an anchor day into an interval of days and a TIMEX3 value.
//
// # Forms
//
// A form is a TIMEX3 value that may be under-specified. There are five sorts.
//
// Absolute forms need no anchor and are their own value:
//
//	2020-05-04   2020-05   2020   2020-W18   2020-W18-1   2020-W18-WE
//	2020-Q2   2020-H1   2020-SP|SU|FA|WI   202 (a decade)   20 (a century)
//	2020-05-04/2020-05-07 (several days, as ISO 8601 writes them)
//
// Yearless forms say what is known and leave X for the rest; the nearest match
// to the anchor is taken, on the side that toward names:
//
//	XXXX-04-24        24 April                XXXX-04        April
//	XXXX-XX-24        the 24th                XXXX-WXX-1     Monday
//	XXXX-WXX-WE       a weekend               XXXX-Q2  XXXX-H1  XXXX-SU
//	XXXX-11-W4-4      fourth Thursday of November (W-1 is the last one)
//	XXXX-11-W1-1+1    the day after the first Monday of November
//	XXXX-03-W2        the second week of March (W-1 is the last one)
//	XXXX-EA+1         one day after Easter Sunday
//	XXXX-MH0115-1x9   a feast of another calendar: its month and day, an offset and
//	                  a length in days (H Hebrew, Nisan is 1; I Islamic, give or
//	                  take a day; E, O Western and Orthodox Easter; C, K, V the
//	                  lunar new year of China, Korea, Vietnam; D Diwali; P Holi)
//	XXXX-EL           Election Day of the United States; that of an odd year
//	                  only within weeks of it
//	XXXX-XX-XX        the anchor's own day
//
// Offsets carry a sign: that many units from the anchor, at the unit's own
// grain (D day, W ISO week, M month, Q quarter, Y year, E decade, C century):
//
//	P+0D today   P-3W three weeks ago   P-1Y last year   P+1M next month
//	PT-3H three hours ago (a day is all the calendar knows of it)
//
// Composites narrow an offset or an absolute form: the first match of the
// second part that ends on or after the first day of the first part:
//
//	P-1Y/XXXX-03 March last year   P+1W/XXXX-WXX-2 Tuesday of next week
//
// Durations carry no sign. With toward -1 they end at the anchor ("the past
// four weeks"), with +1 they begin there; with 0 they have no place in time:
//
//	P4W   P1.5W   PT2H   PXY (some years)
//
// PRESENT_REF is the anchor day itself. PAST_REF and FUTURE_REF have no days.
//
// Every form but a duration may end in a time of day, which the value keeps:
// XXXX-WXX-1TNI (Monday night), P+0DTMO (this morning), 2020-05-04T10:35.
//
// The package does not read text. Of time zones it knows how far their clocks
// stand from UTC on a day (ZoneOffset); forms have none.
package calendar

import (
	"strings"

	"nutgraf"
)

// The sides on which the nearest match is looked for, as Resolve takes them.
const (
	StrictlyBefore int8 = -2 // before the anchor, not on it ("last Monday")
	Before         int8 = -1 // before the anchor or on it
	Nearest        int8 = 0  // on either side
	After          int8 = 1  // after the anchor or on it
	StrictlyAfter  int8 = 2  // after the anchor, not on it ("next Monday")
)

// Resolve gives the first and last day (inclusive) that a form means when read
// from anchor, and its TIMEX3 value. toward says on which side of the anchor
// the nearest match is looked for. ok is false, and value is the form itself,
// when the form cannot be resolved against an anchor day; absolute forms ignore
// the anchor, which may then be NoDay.
func Resolve(form string, toward int8, anchor nutgraf.Day) (from, to nutgraf.Day, value string, ok bool) {
	r, ok := resolve(form, toward, anchor)
	if !ok {
		return nutgraf.NoDay, nutgraf.NoDay, form, false
	}
	return r.from, r.to, r.value(form), true
}

// span is an interval of days with the grain at which it is named and, where
// the form has one, the time of day behind it.
type span struct {
	from, to nutgraf.Day
	grain    grain
	clock    string
}

func resolve(form string, toward int8, anchor nutgraf.Day) (span, bool) {
	if form == "" || len(form) > 64 {
		return span{}, false
	}
	if base, inner, ok := strings.Cut(form, "/"); ok {
		r, ok := resolve(base, toward, anchor)
		if !ok || strings.Contains(inner, "/") {
			return span{}, false
		}
		if inner != "" && inner[0] <= '9' {
			last, ok := resolve(inner, toward, anchor)
			return stretch(r.from, last.to), ok && r.from <= last.to
		}
		return resolve(inner, After, r.from)
	}
	if form == "PRESENT_REF" {
		return span{anchor, anchor, verbatim, ""}, anchor != nutgraf.NoDay
	}
	if form[0] == 'P' && !strings.ContainsAny(form, "+-") {
		return duration(form, toward, anchor)
	}
	day, clock := cutClock(form)
	r, ok := resolveDay(day, toward, anchor)
	if clock != "" {
		r.clock = clock
	}
	return r, ok
}

func resolveDay(form string, toward int8, anchor nutgraf.Day) (span, bool) {
	switch {
	case form == "":
		return span{}, false
	case form[0] >= '0' && form[0] <= '9':
		return absolute(form)
	case anchor == nutgraf.NoDay:
		return span{}, false
	case form[0] == 'P':
		return offset(form, anchor)
	case strings.HasPrefix(form, "XXXX-"):
		return nearest(form[5:], toward, anchor)
	}
	return span{}, false
}

// cutClock parts a form from its time of day ("TNI", "T10:35").
func cutClock(form string) (day, clock string) {
	if strings.HasPrefix(form, "PT") {
		return form, ""
	}
	if i := strings.IndexByte(form, 'T'); i > 0 {
		return form[:i], form[i:]
	}
	return form, ""
}
