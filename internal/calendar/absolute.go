package calendar

import (
	"strconv"

	"nutgraf"
)

// absolute reads a form that names its own year.
func absolute(form string) (span, bool) {
	switch len(form) {
	case 2:
		if n, ok := digits(form); ok {
			return century(n), true
		}
		return span{}, false
	case 3:
		if n, ok := digits(form); ok {
			return decade(n), true
		}
		return span{}, false
	}
	if len(form) < 4 {
		return span{}, false
	}
	year, ok := digits(form[:4])
	if !ok || year == 0 {
		return span{}, false
	}
	if len(form) == 4 {
		return wholeYear(year), true
	}
	if form[4] != '-' {
		return span{}, false
	}
	return within(form[5:], year)
}

// within reads the part of a form behind the year: "04-24", "W18-1", "Q2".
func within(rest string, year int) (span, bool) {
	switch {
	case rest == "":
		return span{}, false
	case rest == "WI":
		return season(year, rest)
	case rest[0] == 'W':
		return weekForm(rest[1:], year)
	case rest[0] == 'Q' && len(rest) == 2 && rest[1] >= '1' && rest[1] <= '4':
		return quarter(year, int(rest[1]-'0')), true
	case rest[0] == 'H' && len(rest) == 2 && (rest[1] == '1' || rest[1] == '2'):
		return half(year, int(rest[1]-'0')), true
	case rest == "EL":
		return oneDay(electionDay(year)), true
	case rest[0] == 'E':
		return easterForm(rest, year)
	case rest[0] == 'M':
		return movable(rest[1:], year)
	case rest[0] >= 'A' && rest[0] <= 'Z':
		return season(year, rest)
	}
	return monthForm(rest, year)
}

// monthForm reads "04", "04-24" and "11-W4-4+1".
func monthForm(rest string, year int) (span, bool) {
	if len(rest) < 2 {
		return span{}, false
	}
	m, ok := digits(rest[:2])
	if !ok || m < 1 || m > 12 {
		return span{}, false
	}
	switch {
	case len(rest) == 2:
		return month(year, m), true
	case len(rest) == 5 && rest[2] == '-' && rest[3] != 'W':
		d, ok := digits(rest[3:])
		if !ok || d < 1 || d > monthDays(year, m) {
			return span{}, false
		}
		return oneDay(civil(year, m, d)), true
	case len(rest) > 4 && rest[2:4] == "-W" && (len(rest) == 5 || len(rest) == 6 && rest[4] == '-'):
		return weekOfMonth(rest[4:], year, m)
	case len(rest) > 4 && rest[2:4] == "-W":
		return floating(rest[4:], year, m)
	}
	return span{}, false
}

// floating reads "4-4" (fourth Thursday), "-1-1" (last Monday), "1-1+1".
func floating(rest string, year, m int) (span, bool) {
	nth, weekday, add := 0, 0, 0
	last := rest[0] == '-'
	if last {
		rest = rest[1:]
	}
	if len(rest) < 3 || rest[1] != '-' {
		return span{}, false
	}
	nth, weekday = int(rest[0]-'0'), int(rest[2]-'0')
	if len(rest) > 3 {
		n, err := strconv.Atoi(rest[3:])
		if err != nil || n > 366 || n < -366 {
			return span{}, false
		}
		add = n
	}
	if nth < 1 || nth > 5 || weekday < 1 || weekday > 7 {
		return span{}, false
	}
	if last {
		end := civil(year, m, monthDays(year, m))
		back := (isoWeekday(end) - weekday + 7) % 7
		return oneDay(end - nutgraf.Day(back+7*(nth-1)) + nutgraf.Day(add)), true
	}
	first := civil(year, m, 1)
	ahead := (weekday - isoWeekday(first) + 7) % 7
	return oneDay(first + nutgraf.Day(ahead+7*(nth-1)+add)), true
}

// weekOfMonth reads "2" (second week) and "-1" (last week): a month's weeks are
// those whose Thursday lies in it, as ISO 8601 has it of years.
func weekOfMonth(nth string, year, m int) (span, bool) {
	s, ok := floating(nth+"-4", year, m)
	if !ok {
		return span{}, false
	}
	monday := mondayOf(s.from)
	return span{monday, monday + 6, weeks, ""}, true
}

// electionDay is the Tuesday after the first Monday of November, on which the
// United States elect.
func electionDay(year int) nutgraf.Day {
	s, _ := floating("1-1+1", year, 11)
	return s.from
}

// weekForm reads "18", "18-1" and "18-WE" behind the W.
func weekForm(rest string, year int) (span, bool) {
	if len(rest) < 2 {
		return span{}, false
	}
	w, ok := digits(rest[:2])
	monday := firstMonday(year) + nutgraf.Day(7*(w-1))
	if !ok || w < 1 || w > 53 {
		return span{}, false
	}
	switch {
	case len(rest) == 2:
		return span{monday, monday + 6, weeks, ""}, true
	case rest[2:] == "-WE":
		return weekend(monday), true
	case len(rest) == 4 && rest[2] == '-' && rest[3] >= '1' && rest[3] <= '7':
		return oneDay(monday + nutgraf.Day(rest[3]-'1')), true
	}
	return span{}, false
}

func easterForm(rest string, year int) (span, bool) {
	add := 0
	if len(rest) > 2 {
		n, err := strconv.Atoi(rest[2:])
		if err != nil || n > 366 || n < -366 {
			return span{}, false
		}
		add = n
	}
	if len(rest) < 2 || rest[:2] != "EA" {
		return span{}, false
	}
	return oneDay(easter(year) + nutgraf.Day(add)), true
}

func oneDay(d nutgraf.Day) span { return span{d, d, days, ""} }

func wholeYear(y int) span { return span{civil(y, 1, 1), civil(y, 12, 31), years, ""} }

func decade(n int) span {
	return span{civil(n*10, 1, 1), civil(n*10+9, 12, 31), decades, ""}
}

func century(n int) span {
	return span{civil(n*100, 1, 1), civil(n*100+99, 12, 31), centuries, ""}
}

func month(y, m int) span {
	return span{civil(y, m, 1), civil(y, m, monthDays(y, m)), months, ""}
}

func quarter(y, q int) span {
	return span{civil(y, 3*q-2, 1), civil(y, 3*q+1, 0), quarters, ""}
}

func half(y, h int) span {
	return span{civil(y, 6*h-5, 1), civil(y, 6*h+1, 0), halves, ""}
}

// season gives the northern meteorological season; winter begins in December
// of the year that names it.
func season(y int, code string) (span, bool) {
	first := 0
	switch code {
	case "SP":
		first = 3
	case "SU":
		first = 6
	case "FA":
		first = 9
	case "WI":
		first = 12
	default:
		return span{}, false
	}
	return span{civil(y, first, 1), civil(y, first+3, 0), seasons, ""}, true
}

func weekend(monday nutgraf.Day) span { return span{monday + 5, monday + 6, weekends, ""} }

func mondayOf(d nutgraf.Day) nutgraf.Day { return d - nutgraf.Day(isoWeekday(d)-1) }

// firstMonday is the Monday of ISO week 1.
func firstMonday(year int) nutgraf.Day { return mondayOf(civil(year, 1, 4)) }

// easter is the Gregorian Easter Sunday after the anonymous algorithm (Meeus,
// Astronomical Algorithms, chapter 8).
func easter(y int) nutgraf.Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return civil(y, n/31, n%31+1)
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, len(s) > 0
}
