package annotate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// foreign reports whether a document is known to be in another language than
// English, in which the rules are written.
func foreign(code string) bool {
	base, _, _ := strings.Cut(strings.ToLower(code), "-")
	return base != "" && base != "en" && base != "und"
}

// figuresOnly leaves of the findings in a text of another language what figures
// alone tell: years and dates all in figures, percentages and sums of money that no
// magnitude follows. Words that look like English ones say nothing there, and a point
// or a comma within figures may part thousands or decimals.
func figuresOnly(doc *nutgraf.Document, ann *nutgraf.Annotations) {
	text := doc.Text
	if !slices.ContainsFunc(doc.Notes, func(n nutgraf.Note) bool { return n.Code == nutgraf.NoWordLists }) {
		ann.Notes = append(ann.Notes, nutgraf.Note{Code: nutgraf.NoWordLists, Text: "the article is not in English: names and figures are read as far as they go"})
	}
	kept := make([]int, len(ann.Times))
	times := ann.Times[:0]
	for i, t := range ann.Times {
		kept[i] = -1
		if t.Form[0] <= '9' && !strings.ContainsFunc(t.Span.Of(text), unicode.IsLetter) {
			kept[i] = len(times)
			times = append(times, t)
		}
	}
	ann.Times = times
	ann.Quantities = slices.DeleteFunc(ann.Quantities, func(q nutgraf.Quantity) bool { return !plainFigure(text, q) })
	for i := range ann.Quantities {
		q := &ann.Quantities[i]
		q.Counted, q.Hedge, q.HedgeSpan, q.Status, q.StatusSpan = nutgraf.Span{}, nutgraf.Exact, nutgraf.Span{}, nutgraf.Achieved, nutgraf.Span{}
		q.Low, q.High = q.Value, q.Value
		if q.Window >= 0 {
			q.Window = kept[q.Window]
		}
	}
}

// plainFigure reports whether a quantity is a percentage or a sum of money in
// plain figures.
func plainFigure(text string, q nutgraf.Quantity) bool {
	words := q.Span.Of(text)
	if q.Kind != nutgraf.Percent && q.Kind != nutgraf.Money || strings.ContainsAny(words, ".,-–") || strings.ContainsFunc(words, unicode.IsLetter) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:q.Span.Start])
	after, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[q.Span.End:], " \u00a0"))
	return before != ',' && before != '.' && (q.Kind == nutgraf.Percent || !unicode.IsLetter(after))
}
