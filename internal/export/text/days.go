package text

import (
	"fmt"
	"strconv"
	"time"

	"nutgraf"
)

// span writes an interval of days as people do: "4-6 May 2020", "24 Apr".
func span(from, to nutgraf.Day, year bool) string {
	if from == nutgraf.NoDay && to == nutgraf.NoDay {
		return ""
	}
	if from == nutgraf.NoDay {
		return "until " + day(to, year)
	}
	if to == nutgraf.NoDay {
		return "from " + day(from, year)
	}
	y1, m1, d1 := from.Date()
	y2, m2, d2 := to.Date()
	last := time.Date(y2, m2+1, 0, 0, 0, 0, 0, time.UTC).Day()
	switch {
	case from == to:
		return day(from, year)
	case d1 == 1 && m1 == 1 && d2 == 31 && m2 == 12 && y1 == y2:
		return strconv.Itoa(y1)
	case d1 == 1 && m1 == m2 && y1 == y2 && d2 == last:
		return month(m1, y1, year)
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d-%s", d1, day(to, year))
	case y1 == y2:
		return fmt.Sprintf("%s-%s", day(from, false), day(to, year))
	}
	return fmt.Sprintf("%s-%s", day(from, true), day(to, true))
}

func day(d nutgraf.Day, year bool) string {
	y, m, n := d.Date()
	if !year {
		return fmt.Sprintf("%d %s", n, m.String()[:3])
	}
	return fmt.Sprintf("%d %s %d", n, m.String()[:3], y)
}

func month(m time.Month, y int, year bool) string {
	if !year {
		return m.String()
	}
	return fmt.Sprintf("%s %d", m, y)
}

// oneYear returns the year that all entries lie in, or 0.
func oneYear(entries []nutgraf.TimelineEntry) int {
	year := 0
	for _, e := range entries {
		for _, d := range []nutgraf.Day{e.From, e.To} {
			if d == nutgraf.NoDay {
				continue
			}
			y, _, _ := d.Date()
			if year != 0 && y != year {
				return 0
			}
			year = y
		}
	}
	return year
}

// count writes a number with its noun: "1 report", "4 reports".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// inWords writes small numbers as words.
func inWords(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n)
}
