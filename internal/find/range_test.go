package find

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"nutgraf"
)

// A day in a range has one of its terms; few days outside have.
func TestDayTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) nutgraf.Day {
			return nutgraf.DayDate(rapid.IntRange(1000, 2999).Draw(t, name), rapid.IntRange(1, 12).Draw(t, name), rapid.IntRange(1, 28).Draw(t, name))
		}
		from, to, at := day("from"), day("to"), day("at")
		terms := DayTerms(from, to)
		has := slices.ContainsFunc(DayMarks(at), func(m string) bool { return slices.Contains(terms, m) })
		over := min((to-from)/4, mostOver)
		if in := at >= from && at < to; in && !has || has && (at < from-over || at >= to+over) {
			t.Fatalf("%s in [%s, %s): %v", at, from, to, has)
		}
		if len(terms) > 150 {
			t.Fatalf("%d terms", len(terms))
		}
	})
}

// A number within bounds has one of their terms.
func TestFigureTerms(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(rapid.Float64Range(-10, 10), rapid.Float64Range(0, 1e40))
		over, under, x := number.Draw(t, "over"), number.Draw(t, "under"), number.Draw(t, "x")
		terms := FigureTerms(&over, &under)
		has := slices.ContainsFunc(FigureMarks(x), func(m string) bool { return slices.Contains(terms, m) })
		if x > over && x < under && !has {
			t.Fatalf("%g is over %g and under %g", x, over, under)
		}
		if len(terms) > 2*levels {
			t.Fatalf("%d terms", len(terms))
		}
	})
}
