package render

import (
	"fmt"
	"time"

	"nutgraf"
)

// Days writes a range of days in words: "5 May 2020", "4–8 May 2020",
// "April 2020", "28 April – 3 May 2020"; empty when neither end is known.
func Days(from, to nutgraf.Day) string {
	switch {
	case from == nutgraf.NoDay && to == nutgraf.NoDay:
		return ""
	case from == nutgraf.NoDay:
		return "until " + oneDay(to)
	case to == nutgraf.NoDay:
		return "from " + oneDay(from)
	case from >= to:
		return oneDay(from)
	}
	a, b := from.Time(), to.Time()
	switch {
	case wholeYears(a, b) && a.Year() == b.Year():
		return fmt.Sprint(a.Year())
	case wholeMonths(a, b) && sameMonth(a, b):
		return a.Format("January 2006")
	case wholeMonths(a, b) && a.Year() == b.Year():
		return a.Format("January") + " – " + b.Format("January 2006")
	case sameMonth(a, b):
		return fmt.Sprintf("%d–%s", a.Day(), oneDay(to))
	case a.Year() == b.Year():
		return a.Format("2 January") + " – " + oneDay(to)
	}
	return oneDay(from) + " – " + oneDay(to)
}

func oneDay(d nutgraf.Day) string { return d.Time().Format("2 January 2006") }

// shortDays is Days for drawings: "5 May", "4–8 May", "Apr".
func shortDays(from, to nutgraf.Day) string {
	if from == nutgraf.NoDay || to == nutgraf.NoDay {
		return Days(from, to)
	}
	a, b := from.Time(), to.Time()
	switch {
	case from >= to:
		return a.Format("2 Jan")
	case wholeYears(a, b) && a.Year() == b.Year():
		return fmt.Sprint(a.Year())
	case wholeMonths(a, b) && sameMonth(a, b):
		return a.Format("Jan 2006")
	case sameMonth(a, b):
		return fmt.Sprintf("%d–%d %s", a.Day(), b.Day(), b.Format("Jan"))
	}
	return a.Format("2 Jan") + " – " + b.Format("2 Jan")
}

func sameMonth(a, b time.Time) bool { return a.Year() == b.Year() && a.Month() == b.Month() }

func wholeMonths(a, b time.Time) bool { return a.Day() == 1 && b.AddDate(0, 0, 1).Day() == 1 }

func wholeYears(a, b time.Time) bool { return a.YearDay() == 1 && b.AddDate(0, 0, 1).YearDay() == 1 }
