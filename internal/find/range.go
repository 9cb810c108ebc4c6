package find

import (
	"fmt"
	"math"

	"nutgraf"
)

// Ranges are looked up in an index of terms: a day stands there as terms for
// itself and the month, year, decade and century around it, a number as terms
// for its power of two and for stretches of powers. A range is then a few terms, whatever its width; who
// finds one checks the value itself.

// The years that ranges reach over.
const (
	firstYear = 1000
	lastYear  = 2999
)

// DayMarks are the terms of a day.
func DayMarks(d nutgraf.Day) []string {
	if d == nutgraf.NoDay {
		return nil
	}
	y, m, day := d.Date()
	return []string{
		fmt.Sprintf("s%d", y/100), fmt.Sprintf("t%d", y/10), fmt.Sprintf("y%d", y),
		fmt.Sprintf("m%04d%02d", y, m), fmt.Sprintf("d%04d%02d%02d", y, m, day),
	}
}

// DayTerms are terms of which a day in [from, to) has one, and no other day. A
// bound that is 0 or NoDay is none.
func DayTerms(from, to nutgraf.Day) []string {
	if from == 0 || from == nutgraf.NoDay {
		from = nutgraf.DayDate(firstYear, 1, 1)
	}
	if to == 0 || to == nutgraf.NoDay {
		to = nutgraf.DayDate(lastYear+1, 1, 1)
	}
	from, to = max(from, nutgraf.DayDate(firstYear, 1, 1)), min(to, nutgraf.DayDate(lastYear+1, 1, 1))
	out := []string{}
	for from < to {
		term, next := widest(from, to)
		out = append(out, term)
		from = next
	}
	return out
}

// widest is the widest stretch with a term that begins at from and ends by to.
func widest(from, to nutgraf.Day) (string, nutgraf.Day) {
	y, m, d := from.Date()
	if m == 1 && d == 1 {
		for _, s := range []struct {
			years int
			term  string
		}{{100, "s%d"}, {10, "t%d"}, {1, "y%d"}} {
			if end := nutgraf.DayDate(y+s.years, 1, 1); y%s.years == 0 && end <= to {
				return fmt.Sprintf(s.term, y/s.years), end
			}
		}
	}
	if end := nutgraf.DayDate(y, int(m)+1, 1); d == 1 && end <= to {
		return fmt.Sprintf("m%04d%02d", y, m), end
	}
	return fmt.Sprintf("d%04d%02d%02d", y, m, d), from + 1
}

// largestPower is the power of two beyond which numbers are not told apart, and
// levels how often the powers are halved into wider stretches.
const (
	largestPower = 126
	levels       = 7
)

// power is the step of a number: 0 below one, else its power of two and one.
func power(x float64) int {
	if !(x >= 1) {
		return 0
	}
	return min(int(math.Log2(x)), largestPower) + 1
}

func powerMark(level, n int) string { return fmt.Sprintf("b%dx%d", level, n) }

// FigureMarks are the terms of a number.
func FigureMarks(x float64) []string {
	out := make([]string, levels)
	for level := range out {
		out[level] = powerMark(level, power(x)>>level)
	}
	return out
}

// FigureTerms are terms of which every number over and under the bounds has
// one; a number beside them may have one, too.
func FigureTerms(over, under *float64) []string {
	from, to := 0, largestPower+1
	if over != nil {
		from = power(*over)
	}
	if under != nil {
		to = power(*under)
	}
	out := []string{}
	for from <= to {
		level := 0
		for level+1 < levels && from%(2<<level) == 0 && from+(2<<level)-1 <= to {
			level++
		}
		out = append(out, powerMark(level, from>>level))
		from += 1 << level
	}
	return out
}
