package nutgraf

import (
	"fmt"
	"math"
	"time"
)

// Day is a civil date counted in days from 1970-01-01, in the proleptic
// Gregorian calendar. NoDay stands for a date that is not known.
type Day int32

// NoDay is the Day of a date that is not known. It is not the zero value: the
// zero Day is 1970-01-01, so intervals that may be unknown carry a flag.
const NoDay Day = math.MinInt32

// DayOf returns the civil date of t in t's own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return DayDate(y, int(m), d)
}

// DayDate returns the Day of a civil date. Months and days outside their range
// are normalised as time.Date does.
func DayDate(year, month, day int) Day {
	return Day(time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads the date part of an ISO 8601 date or date-time.
func ParseDay(s string) (Day, error) {
	if len(s) > 10 {
		s = s[:10]
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return NoDay, fmt.Errorf("parse day %q: %w", s, err)
	}
	return DayOf(t), nil
}

// Time returns midnight UTC of the day.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

// Date returns the civil year, month and day.
func (d Day) Date() (year int, month time.Month, day int) { return d.Time().Date() }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.Time().Weekday() }

// Apart returns how many days lie between two, 0 where either is not known.
func (d Day) Apart(other Day) Day {
	if d == NoDay || other == NoDay {
		return 0
	}
	return max(d-other, other-d)
}

// Bounds reports whether the day bounds a search: neither 0, the zero value of a
// filter, nor NoDay does.
func (d Day) Bounds() bool { return d != 0 && d != NoDay }

// String formats the day as YYYY-MM-DD, and NoDay as the empty string.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}
