package find

import (
	"fmt"
	"math"

	"nutgraf"
)

// Ranges are looked up in an index of terms: a day stands there as terms for
// itself and the month, year, decade and century around it, a number as terms
// for its power of two and for stretches of powers. A range is then a few
// terms, whatever its width; who finds one checks the value itself.

// The years that ranges reach over.
const (
	firstYear = 1000
	lastYear  = 2999
)

// mostOver is how many days the terms of a range may reach over its bounds.
const mostOver = 366

// stretch is days with a term of their own, to excluded.
type stretch struct {
	term     string
	from, to nutgraf.Day
}

// stretches are those around a day, the widest first.
func stretches(d nutgraf.Day) []stretch {
	y, m, day := d.Date()
	years := func(sign string, n int) stretch {
		return stretch{fmt.Sprintf("%s%d", sign, y/n), nutgraf.DayDate(y/n*n, 1, 1), nutgraf.DayDate(y/n*n+n, 1, 1)}
	}
	return []stretch{
		years("s", 100), years("t", 10), years("y", 1),
		{fmt.Sprintf("m%04d%02d", y, m), nutgraf.DayDate(y, int(m), 1), nutgraf.DayDate(y, int(m)+1, 1)},
		{fmt.Sprintf("d%04d%02d%02d", y, m, day), d, d + 1},
	}
}

// DayMarks are the terms of a day.
func DayMarks(d nutgraf.Day) []string {
	if d == nutgraf.NoDay {
		return nil
	}
	var out []string
	for _, s := range stretches(d) {
		out = append(out, s.term)
	}
	return out
}

// DayTerms are terms of which a day in [from, to) has one. They may reach over
// the bounds, by a quarter of the range and a year at most: a few wide stretches
// are found faster than many narrow ones. A bound that is 0 or NoDay is none.
func DayTerms(from, to nutgraf.Day) []string {
	if !from.Bounds() {
		from = nutgraf.DayDate(firstYear, 1, 1)
	}
	if !to.Bounds() {
		to = nutgraf.DayDate(lastYear+1, 1, 1)
	}
	from, to = max(from, nutgraf.DayDate(firstYear, 1, 1)), min(to, nutgraf.DayDate(lastYear+1, 1, 1))
	slack := min((to-from)/4, mostOver)
	out := []string{}
	for at := from; at < to; {
		for _, s := range stretches(at) {
			over := max(from-s.from, 0) + max(s.to-to, 0)
			if over <= slack {
				out, slack, at = append(out, s.term), slack-over, s.to
				break
			}
		}
	}
	return out
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
