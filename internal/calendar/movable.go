package calendar

import (
	"strconv"
	"strings"

	"nutgraf"
)

// movable reads a feast of another calendar behind its M: the calendar's letter,
// its month and day where it has any, an offset in days and a length in days, as
// in "H0115-1x9" (Passover with its eve). The day is the one that lies in the
// civil year.
func movable(rest string, year int) (span, bool) {
	f, ok := parseFeast(rest)
	if !ok {
		return span{}, false
	}
	if f.calendar == 'I' {
		first := islamicYear(civil(year, 1, 1))
		for y := first; y <= first+1; y++ {
			if s, ok := f.islamic(y); ok && s.from >= civil(year, 1, 1) {
				return s, true
			}
		}
		return span{}, false
	}
	return f.in(year)
}

// feast is a movable form, parsed.
type feast struct {
	calendar   byte
	month, day int // of the feast in its own calendar; day 0 is the whole month
	add, long  int // days from there, and how many it lasts
}

func parseFeast(rest string) (feast, bool) {
	if rest == "" {
		return feast{}, false
	}
	f := feast{calendar: rest[0], long: 1}
	rest, ok := rest[1:], true
	if at := strings.IndexByte(rest, 'x'); at >= 0 {
		f.long, ok = digits(rest[at+1:])
		rest = rest[:at]
	}
	if at := strings.IndexAny(rest, "+-"); at >= 0 && ok {
		n, err := strconv.Atoi(rest[at:])
		f.add, ok = n, err == nil
		rest = rest[:at]
	}
	if !ok || f.long < 1 || f.long > 99 || f.add > 99 || f.add < -99 {
		return feast{}, false
	}
	switch f.calendar {
	case 'H', 'I':
		if len(rest) != 4 && (len(rest) != 2 || f.calendar == 'H') {
			return feast{}, false
		}
		f.month, ok = digits(rest[:2])
		if len(rest) == 4 && ok {
			f.day, ok = digits(rest[2:])
			ok = ok && f.day > 0
		}
		return f, ok && f.month >= 1 && f.month <= 12 && f.day <= 30
	case 'E', 'O', 'C', 'K', 'V', 'D', 'P':
		return f, rest == ""
	}
	return feast{}, false
}

// in gives the feast's days in a civil year.
func (f feast) in(year int) (span, bool) {
	if year < 1600 || year > 2400 {
		return span{}, false // beyond the reach of the series for the moon
	}
	var d nutgraf.Day
	var slack nutgraf.Day
	switch f.calendar {
	case 'H':
		d = hebrew(year, f.month, f.day)
	case 'E':
		d = easter(year)
	case 'O':
		d = orthodoxEaster(year)
	case 'C':
		d = lunarNewYear(year, 8)
	case 'K':
		d = lunarNewYear(year, 9)
	case 'V':
		d = lunarNewYear(year, 7)
	case 'D':
		d, slack = diwali(year)
	case 'P':
		d, slack = holi(year)
	}
	d += nutgraf.Day(f.add)
	return stretch(d, d+nutgraf.Day(f.long-1)+slack), true
}

// stretch names an interval by its days: one alone by itself.
func stretch(from, to nutgraf.Day) span {
	if from == to {
		return oneDay(from)
	}
	return span{from, to, interval, ""}
}

// The Hebrew calendar, after N. Dershowitz and E. Reingold, "Calendrical
// Calculations": days elapsed before 1 Tishri of a year, with the postponements.

// hebrewEpoch is the Day of 1 Tishri of the year 1 (7 October 3761 BCE, Julian).
const hebrewEpoch = -2092590

// hebrewNewYear is 1 Tishri of a Hebrew year.
func hebrewNewYear(y int) nutgraf.Day {
	at := func(y int) int {
		months := floor(235*y-234, 19)
		parts := 12084 + 13753*months
		day := 29*months + floor(parts, 25920)
		if (3*(day+1))%7 < 3 {
			day++
		}
		return day
	}
	before, this, next := at(y-1), at(y), at(y+1)
	switch {
	case next-this == 356:
		this += 2
	case this-before == 382:
		this++
	}
	return nutgraf.Day(hebrewEpoch + this)
}

// hebrew is the day of a Hebrew month (Nisan is 1, Tishri 7) in a civil year.
// Every month from Nisan to Tishri has its fixed length, so that Nisan is counted
// back from the new year that follows; from Tishri on the year's length decides.
func hebrew(year, month, day int) nutgraf.Day {
	ny := hebrewNewYear(year + 3761)
	back := [...]nutgraf.Day{0, 177, 147, 118, 88, 59, 29}
	if month < 7 {
		return ny - back[month] + nutgraf.Day(day-1)
	}
	length := hebrewNewYear(year+3762) - ny
	long, short := length%10 == 5, length%10 == 3 // Cheshvan of 30 days, Kislev of 29
	d := ny
	for m := 7; m < month; m++ {
		n := nutgraf.Day(30 - (m+1)%2)
		switch {
		case m == 8 && long:
			n = 30
		case m == 9 && short:
			n = 29
		}
		d += n
	}
	return d + nutgraf.Day(day-1)
}

// The Islamic calendar is the tabular one of a thirty-year cycle (Dershowitz and
// Reingold), from which the months that are proclaimed by sight differ by a day.

// islamicEpoch is the Day of 1 Muharram of the year 1 (16 July 622, Julian).
const islamicEpoch = -492148

// sighting is how many days a proclaimed month may differ from the tabular one.
const sighting = 1

func islamicDay(y, m, d int) nutgraf.Day {
	return nutgraf.Day(islamicEpoch + (y-1)*354 + floor(3+11*y, 30) + 29*(m-1) + m/2 + d - 1)
}

// islamicYear is the Islamic year in which a day lies.
func islamicYear(d nutgraf.Day) int {
	return floor(30*(int(d)-islamicEpoch)+10646, 10631)
}

// islamic gives the feast's days in an Islamic year, give or take the sighting.
func (f feast) islamic(y int) (span, bool) {
	if y < 1 || y > 2000 {
		return span{}, false
	}
	from, to := islamicDay(y, f.month, max(f.day, 1)), nutgraf.Day(0)
	if f.day == 0 {
		to = islamicDay(y, f.month+1, 1) - 1
	} else {
		from += nutgraf.Day(f.add)
		to = from + nutgraf.Day(f.long-1)
	}
	return stretch(from-sighting, to+sighting), true
}

// orthodoxEaster is the Easter Sunday of the Julian computus (Meeus, Astronomical
// Algorithms, chapter 8), as a Gregorian day.
func orthodoxEaster(y int) nutgraf.Day {
	a, b, c := y%4, y%7, y%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	julian := civil(y, n/31, n%31+1)
	return julian + nutgraf.Day(y/100-y/400-2)
}
