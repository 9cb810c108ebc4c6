package claim

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// durationUnit is the unit of lengths of time; their values are hours.
const durationUnit = "time"

// duration makes the frame of a length of time told in figures: how long
// something took, or since when.
func (b *builder) duration(i int) (nutgraf.Frame, bool) {
	w := b.times[i]
	hours, _, ok := calendar.Hours(w.Value)
	if w.Type != nutgraf.DurationType || !ok || w.Mod != "" && w.Mod != "APPROX" || !b.counts(w.Span) || clock(w.Span.Of(b.doc.Text)) {
		return nutgraf.Frame{}, false
	}
	fr, ok := b.frame(nutgraf.ClaimQuantity, w.Span)
	if !ok {
		return fr, false
	}
	fr.Quantity, fr.When = -1, i
	fr.Known, fr.Value, fr.Low, fr.High, fr.Unit = true, hours, hours, hours, durationUnit
	fr.Hedge, fr.Status = nutgraf.Exact, nutgraf.Achieved
	fr.Partial = partial(b.doc.Text, w.Span)
	if w.Mod == "APPROX" {
		fr.Hedge = nutgraf.Approximate
	}
	for _, q := range b.ann.Quantities {
		if q.Known && q.Span.Overlap(w.Span) == 0 && b.sentence(w.Span).Contains(q.Span) {
			fr.Beside = append(fr.Beside, q.Value)
		}
	}
	return fr, true
}

// counts reports whether a length of time is told by its number alone: "ten
// days", but not "the first year" of a contract, nor "a year".
func (b *builder) counts(s nutgraf.Span) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s.Of(b.doc.Text))) {
		switch w {
		case "the", "a", "an", "first", "second", "third", "last", "past", "next", "previous", "coming", "final", "this", "each", "every", "per":
			return false
		}
	}
	return true
}

// clock reports whether "hours" stands behind a time of day: "boarded at 1230 hours".
func clock(words string) bool {
	digits, unit, _ := strings.Cut(words, " ")
	return len(digits) == 4 && digits[0] <= '2' && digits[2] < '6' && strings.Trim(digits, "0123456789") == "" && (unit == "hours" || unit == "hrs")
}

// periods returns the lengths of time that numbers hold for ("40,000 in ten
// days"): they are those numbers' periods and no statements of their own.
func (b *builder) periods() map[int]bool {
	out := map[int]bool{}
	for _, q := range b.ann.Quantities {
		if q.Kind == nutgraf.Cardinal || q.Kind == nutgraf.Money {
			out[b.window(q)] = true
		}
	}
	return out
}
