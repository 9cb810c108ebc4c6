package calendar

import "nutgraf"

// grain is how finely an interval is named.
type grain uint8

const (
	days grain = iota
	weeks
	weekends
	months
	quarters
	halves
	seasons
	years
	decades
	centuries
	interval // it is named by its first day and its last
	verbatim // the value is the form
)

// civil gives the Day of a civil date; months outside 1 to 12 and days outside
// the month are carried over. After H. Hinnant, "chrono-compatible low-level
// date algorithms".
func civil(y, m, d int) nutgraf.Day {
	m--
	y, m = y+floor(m, 12), m-12*floor(m, 12)
	m++
	if m <= 2 {
		y--
		m += 12
	}
	era := floor(y, 400)
	yoe := y - era*400
	doy := (153*(m-3)+2)/5 + d - 1
	return nutgraf.Day(era*146097 + yoe*365 + yoe/4 - yoe/100 + doy - 719468)
}

// date gives the civil year, month and day of a Day.
func date(day nutgraf.Day) (y, m, d int) {
	z := int(day) + 719468
	era := floor(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	d = doy - (153*mp+2)/5 + 1
	m = mp + 3
	y = yoe + era*400
	if m > 12 {
		m -= 12
		y++
	}
	return y, m, d
}

func floor(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// isoWeekday is 1 for Monday and 7 for Sunday; 1 January 1970 was a Thursday.
func isoWeekday(d nutgraf.Day) int { return (int(d)%7+10)%7 + 1 }

func monthDays(y, m int) int { return int(civil(y, m+1, 1) - civil(y, m, 1)) }

// isoWeek gives the ISO 8601 year and week of the week that begins on monday.
func isoWeek(monday nutgraf.Day) (year, week int) {
	year, _, _ = date(monday + 3)
	return year, int(monday-firstMonday(year))/7 + 1
}

// value names the interval; form is what verbatim ones are named by.
func (s span) value(form string) string {
	if s.grain == verbatim {
		return form
	}
	var space [24]byte
	b := s.appendName(space[:0])
	return string(append(b, s.clock...))
}

func (s span) appendName(b []byte) []byte {
	y, m, d := date(s.from)
	switch s.grain {
	case weeks, weekends:
		wy, w := isoWeek(mondayOf(s.from))
		b = pad(append(pad(b, wy, 4), '-', 'W'), w, 2)
		if s.grain == weekends {
			b = append(b, "-WE"...)
		}
		return b
	case decades:
		return pad(b, y/10, 3)
	case centuries:
		return pad(b, y/100, 2)
	case interval:
		b = append(oneDay(s.from).appendName(b), '/')
		return oneDay(s.to).appendName(b)
	}
	b = pad(b, y, 4)
	switch s.grain {
	case days:
		b = pad(append(b, '-'), m, 2)
		b = pad(append(b, '-'), d, 2)
	case months:
		b = pad(append(b, '-'), m, 2)
	case quarters:
		b = pad(append(b, '-', 'Q'), (m+2)/3, 1)
	case halves:
		b = pad(append(b, '-', 'H'), (m+5)/6, 1)
	case seasons:
		b = append(append(b, '-'), "SPSUFAWI"[m/3*2-2:m/3*2]...)
	}
	return b
}

// pad appends n with at least width digits.
func pad(b []byte, n, width int) []byte {
	var digits [20]byte
	i := len(digits)
	for n > 0 || len(digits)-i < width {
		i--
		digits[i] = byte('0' + n%10)
		n /= 10
	}
	return append(b, digits[i:]...)
}
