package claim

import (
	"math"
	"strings"

	"nutgraf"
)

// heads reports whether two frames can count the same things.
func (f *Finder) heads(a, b *nutgraf.Frame) bool {
	if a.Money && b.Money && (a.Head == "" || b.Head == "") {
		return true
	}
	if a.Befell != "" && b.Befell != "" && a.Befell != b.Befell {
		return false
	}
	return a.Head == b.Head || f.generic[a.Head] || f.generic[b.Head]
}

// same reports whether two frames can say the same: numbers equal as far as
// rounding and hedges allow, dates on one day.
func same(a, b *nutgraf.Frame) bool {
	switch a.Kind {
	case nutgraf.ClaimStatus:
		return true
	case nutgraf.ClaimDate:
		if a.From != nutgraf.NoDay && b.From != nutgraf.NoDay {
			return a.From == b.From
		}
		return a.From == b.From && a.Clause.Doc != b.Clause.Doc && a.When >= 0 && b.When >= 0 && focusText(a) == focusText(b)
	}
	if !a.Known || !b.Known {
		return a.Known == b.Known
	}
	return Agree(a, b)
}

func focusText(f *nutgraf.Frame) string {
	s := nutgraf.Span{Start: f.Focus.Start - f.Clause.Span.Start, End: f.Focus.End - f.Clause.Span.Start}
	if s.Start < 0 || s.End > len(f.Clause.Text) {
		return ""
	}
	return s.Of(f.Clause.Text)
}

// Agree reports whether two values can be one number told twice: equal,
// rounded to fewer digits, within the bound or the tolerance of a hedge.
func Agree(a, b *nutgraf.Frame) bool {
	if a.Low <= b.High && b.Low <= a.High && !otherBounds(a, b) {
		return bounded(a, b)
	}
	x, y := a.Value, b.Value
	if a.Unit == durationUnit && otherUnit(a, b) {
		return math.Abs(x-y) <= .1*math.Max(x, y) // "two years" beside "22 months"
	}
	if rounds(x, y) || rounds(y, x) {
		return true
	}
	if loose(a) && round(a.Value) || loose(b) && round(b.Value) {
		return math.Abs(x-y) <= .1*math.Max(math.Abs(x), math.Abs(y)) // "about 800" beside 861
	}
	if off := math.Abs(x - y); off <= .2*math.Max(math.Abs(x), math.Abs(y)) && (dozens(a) || dozens(b)) {
		return true // "two dozen" beside 21
	}
	if loose(a) || loose(b) {
		return math.Abs(x-y) <= .05*math.Max(math.Abs(x), math.Abs(y))
	}
	return false
}

// otherBounds reports whether two numbers bound one thing from the same side and are
// not the same: "as many as 1.5 million" beside "up to 1.6 million".
func otherBounds(a, b *nutgraf.Frame) bool {
	return a.Hedge == nutgraf.Bound && b.Hedge == nutgraf.Bound && a.Value != b.Value && (a.Low == a.Value) == (b.Low == b.Value)
}

// otherUnit reports whether two lengths of time end in different words.
func otherUnit(a, b *nutgraf.Frame) bool {
	last := func(f nutgraf.Frame) string {
		words := strings.FieldsFunc(strings.ToLower(focusText(&f)), func(r rune) bool { return r < 'a' || r > 'z' })
		if len(words) == 0 {
			return ""
		}
		return strings.TrimSuffix(words[len(words)-1], "s")
	}
	return last(*a) != last(*b)
}

// bounded reports whether overlapping intervals are near enough to be one
// number: "more than 10,000" does not tell of 100,000.
func bounded(a, b *nutgraf.Frame) bool {
	x, y := math.Abs(a.Value), math.Abs(b.Value)
	return x == y || math.Max(x, y) <= 1.25*math.Min(x, y)
}

// dozens reports whether a number is told in dozens, which round it.
func dozens(f *nutgraf.Frame) bool { return strings.Contains(focusText(f), "dozen") }

// loose reports whether a number is told loosely. "At least 42 killed" is not: it
// leaves out 41.
func loose(f *nutgraf.Frame) bool {
	return f.Hedge == nutgraf.Approximate || f.Hedge == nutgraf.Estimated || f.Hedge == nutgraf.Bound && (f.Befell == "" || round(f.Value) || f.Value >= 1000)
}

// round reports whether a number of two digits or more shows one that tells:
// 800, 40,000.
func round(v float64) bool {
	v = math.Abs(v)
	if v < 10 || v != math.Trunc(v) {
		return false
	}
	for multiple(v, 10) {
		v /= 10
	}
	return v < 10
}

// multiple reports whether a number is a multiple of n, a whole number below
// 2^53. math.Mod, which is slow, is left those that are too large to be counted.
func multiple(v, n float64) bool {
	if math.Abs(v) < 1<<53 {
		return v == math.Trunc(v) && int64(v)%int64(n) == 0
	}
	return math.Mod(v, n) == 0
}

// How far off, as a share of it, a rounded number can be: one of digits, and one
// of a digit and a word ("$1 trillion" for 1.07).
const (
	nearDigits = .06
	nearWord   = .1
)

// rounds reports whether y is x rounded to the digits that y shows, at least
// two of them or one before two zeros.
func rounds(x, y float64) bool {
	if y == 0 || math.Abs(y) < 20 && y == math.Trunc(y) && x == math.Trunc(x) {
		return x == y
	}
	if math.Abs(x-y) > nearWord*math.Abs(y) {
		return false
	}
	unit := 1.0
	if y == math.Trunc(y) {
		for unit < 1e15 && multiple(y, unit*10) {
			unit *= 10
		}
	} else {
		for unit > 1e-4 && math.Abs(y/unit-math.Round(y/unit)) > 1e-6 {
			unit /= 10
		}
	}
	near := nearDigits
	if unit >= 1e6 && math.Abs(y) < 10*unit {
		near = nearWord
	}
	return math.Abs(math.Round(x/unit)*unit-y) < unit/1e4 && math.Abs(x-y) <= near*math.Abs(y)
}

// telling reports whether a number is rare enough to be evidence in itself.
func telling(v float64) bool {
	v = math.Abs(v)
	if v < 100 || v >= 1900 && v <= 2100 {
		return false
	}
	digits := 0
	for v >= 1 && multiple(v, 10) {
		v /= 10
	}
	for v >= 1 {
		v, digits = math.Trunc(v/10), digits+1
	}
	return digits >= 2
}
