package claim

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// bygone is how many days before a report a period must have ended for its
// numbers to be history rather than news.
const bygone = 182

func (b *builder) quantity(i int) (nutgraf.Frame, bool) {
	q := b.ann.Quantities[i]
	if q.Kind == nutgraf.Ordinal || b.dated(q.Span) || b.label(q) {
		return nutgraf.Frame{}, false
	}
	kind := nutgraf.ClaimQuantity
	if q.Kind == nutgraf.Superlative {
		if !b.f.record(q.Span.Of(b.doc.Text)) {
			return nutgraf.Frame{}, false
		}
		kind = nutgraf.ClaimStatus
	}
	fr, ok := b.frame(kind, q.Span)
	if !ok {
		return fr, false
	}
	fr.Quantity, fr.Known, fr.Value, fr.Low, fr.High = i, q.Known, q.Value, q.Low, q.High
	fr.Unit, fr.Hedge, fr.Status = q.Unit, q.Hedge, q.Status
	fr.Money = q.Kind == nutgraf.Money
	metric(&fr)
	fr.Head = b.head(q, fr.Clause.Span)
	befell := ""
	if q.Kind == nutgraf.Cardinal && q.Unit == "" && (q.Counted.IsZero() || fr.Head == "") {
		if head, k := b.risen(q.Span, fr.Clause.Span); head != "" {
			fr.Head, befell = head, k
		}
	}
	fr.Mods = without(b.keys(q.Counted, q.Span, true), fr.Head)
	if k := b.spentOn(q); k != "" && !slices.Contains(fr.Mods, k) {
		fr.Mods = append(fr.Mods, k)
		slices.Sort(fr.Mods)
	}
	fr.Age = q.Kind == nutgraf.Age || fr.Head == "age"
	fr.Beside = b.beside(i)
	fr.Partial, fr.Grouped = partial(b.doc.Text, q.Span), b.grouped(q.Span)
	if kind == nutgraf.ClaimQuantity && fr.Value == math.Trunc(fr.Value) && b.f.bucket(&fr) == "person" {
		fr.Befell = cmp.Or(befell, b.befell(q.Span, fr.Clause.Span, 3, 6))
	}
	if kind == nutgraf.ClaimQuantity {
		fr.Terms = without(fr.Terms, fr.Head)
	}
	if q.By != "" && fr.Quote < 0 && !b.believed(q.Span) {
		fr.By = q.By
	}
	if w := b.window(q); w >= 0 && w < len(b.times) && kind == nutgraf.ClaimQuantity {
		fr.When, fr.Days = w, daysOf(b.times[w])
		fr.Clause = b.doc.Cite(span(fr.Clause.Span, b.times[w].Span, b.sentence(q.Span)))
		if b.times[w].Resolved && b.times[w].Type != nutgraf.DurationType && b.belongs(q.Span, b.times[w].Span) {
			fr.From, fr.To = b.times[w].From, b.times[w].To
			fr.Bygone = b.past(b.times[w])
		}
	}
	return fr, true
}

// daysOf returns how many days a period has, 0 when it does not tell.
func daysOf(w nutgraf.When) float64 {
	if hours, _, ok := calendar.Hours(w.Value); ok && w.Type == nutgraf.DurationType {
		return hours / 24
	}
	if w.Resolved && w.From != nutgraf.NoDay && w.To >= w.From {
		return float64(w.To-w.From) + 1
	}
	return 0
}

// spentOn returns the key of what an amount is of or for, where that follows it:
// "$400 billion in savings", "$50,000 for information".
func (b *builder) spentOn(q nutgraf.Quantity) string {
	i := b.seg.TokenAt(q.Span.End)
	if q.Kind != nutgraf.Money || i+1 >= len(b.seg.Tokens) {
		return ""
	}
	switch b.seg.Tokens[i].Span().Of(b.doc.Text) {
	case "in", "of", "for":
		for j := i + 1; j < min(len(b.seg.Tokens), i+4) && b.seg.Tokens[j].Kind == nutgraf.Word; j++ {
			if k := b.index.Key(b.seg.Tokens[j].Span().Of(b.doc.Text)); k != "" {
				return k
			}
		}
	}
	return ""
}

// label reports whether a bare number names a thing rather than counts: "Week 9",
// "Flight 1140", "page 12".
func (b *builder) label(q nutgraf.Quantity) bool {
	at := b.seg.TokenAt(q.Span.Start)
	if at == 0 || q.Unit != "" || q.Kind != nutgraf.Cardinal {
		return false
	}
	prev := b.seg.Tokens[at-1]
	return prev.Kind == nutgraf.Word && b.f.labels[strings.ToLower(prev.Span().Of(b.doc.Text))]
}

// partial reports whether a number in digits is but a part of one that its text
// writes with spaces, in a fraction or as a score: "162 - 139", "4 1 / 2", "4, 183".
func partial(text string, s nutgraf.Span) bool {
	if s.Len() == 0 || !digit(text[s.Start]) {
		return false
	}
	before, after := strings.TrimRight(text[:s.Start], " "), strings.TrimLeft(text[s.End:], " ")
	if strings.HasPrefix(after, "\uFFFD") {
		return true // a sign that its page could not write
	}
	if n := len(after) - len(strings.TrimLeft(after, "-/: ")); n > 0 && n < len(after) && digit(after[n]) {
		return true
	}
	if len(after) > 2 && after[:2] == ", " && digit(after[2]) && s.Len() == 1 {
		return true // "the numbers 8, 8 together"
	}
	rest := strings.TrimRight(before, "-/:, ")
	return len(rest) < len(before) && rest != "" && digit(rest[len(rest)-1]) && (before[len(before)-1] != ',' || s.Len() > 2 && digit(text[s.Start+1]) && digit(text[s.Start+2]) && (s.Len() == 3 || !digit(text[s.Start+3])))
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// lengthUnit is the unit in which lengths are compared.
const lengthUnit = "meter"

// metres returns how many metres a unit of length has, 0 for what is none.
func metres(unit string) float64 {
	switch unit {
	case "mile":
		return 1609.344
	case "kilometer", "kilometre", "km":
		return 1000
	case "meter", "metre":
		return 1
	case "yard":
		return .9144
	case "foot":
		return .3048
	}
	return 0
}

// metric gives a length in metres, so that eleven kilometres and seven miles
// meet. Both are rounded: the bounds stay a little open.
func metric(fr *nutgraf.Frame) {
	m := metres(fr.Unit)
	if m == 0 || !fr.Known {
		return
	}
	fr.Value, fr.Low, fr.High, fr.Unit = fr.Value*m, fr.Low*m, fr.High*m, lengthUnit
	if fr.Hedge == nutgraf.Exact {
		fr.Hedge = nutgraf.Approximate
	}
}

// belongs reports whether a date is that of the number, not of what was said of
// it nor of a clause that hangs on it ("the law that voters passed in 2012").
func (b *builder) belongs(number, date nutgraf.Span) bool {
	if b.reporting(date) {
		return false
	}
	between := b.doc.Text[min(number.End, date.End):max(number.Start, date.Start)]
	if number.Start > date.Start {
		between = b.doc.Text[min(date.End, number.Start):number.Start]
	}
	for w := range strings.FieldsSeq(between) {
		if b.f.hanging[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// past reports whether a number's period is over for so long that the number is
// history: by the report's day, or, where its page tells none, because the
// period is a bare year.
func (b *builder) past(w nutgraf.When) bool {
	if day := b.doc.Published.Day(); day != nutgraf.NoDay {
		return w.To < day-bygone
	}
	_, err := strconv.Atoi(w.Span.Of(b.doc.Text))
	return err == nil
}

// broken makes frames of records that the quantities do not hold: "smashes
// records", "had the biggest opening".
func (b *builder) broken(dst []nutgraf.Frame) []nutgraf.Frame {
	for i, t := range b.seg.Tokens {
		w := t.Span().Of(b.doc.Text)
		if !strings.ContainsRune("tTdDsS", rune(w[len(w)-1])) {
			continue // ends as none of them does
		}
		w = strings.ToLower(w)
		superlative := strings.HasSuffix(w, "est") && b.f.records[w]
		if !superlative && w != "record" && w != "records" || b.counted(t.Span()) {
			continue
		}
		set := superlative
		for j := max(0, i-4); j < i; j++ {
			set = set || b.f.breakers[strings.ToLower(b.seg.Tokens[j].Span().Of(b.doc.Text))]
		}
		if !set {
			continue
		}
		if fr, ok := b.frame(nutgraf.ClaimStatus, t.Span()); ok {
			fr.Head, fr.Hedge, fr.Status = "record", nutgraf.Exact, nutgraf.Achieved
			for k := range strings.FieldsSeq(strings.ToLower(fr.Clause.Text)) {
				if b.f.unsure[k] {
					fr.Status = nutgraf.StatusProjected
				}
			}
			dst = append(dst, fr)
		}
	}
	return dst
}

// counted reports whether a span lies in a quantity found before.
func (b *builder) counted(s nutgraf.Span) bool {
	return slices.ContainsFunc(b.ann.Quantities, func(q nutgraf.Quantity) bool { return q.Span.Overlap(s) > 0 || q.Counted.Overlap(s) > 0 })
}

// window returns the period of a quantity: the one its annotation gives, else a
// period that follows it closely in its clause ("in its first ten days").
func (b *builder) window(q nutgraf.Quantity) int {
	if q.Window >= 0 && q.Window < len(b.times) && b.times[q.Window].Type == nutgraf.DurationType {
		return q.Window
	}
	for i, w := range b.times {
		if w.Type == nutgraf.DurationType && w.Span.Start > q.Span.End && w.Span.Start-q.Span.End < 70 && periodOf(b.doc.Text[q.Span.End:w.Span.Start]) {
			return i
		}
	}
	return q.Window
}

// periodOf reports whether the words between a number and a length of time make
// it the number's period: "40,000 visitors in its first".
func periodOf(between string) bool {
	if strings.ContainsAny(between, ".;:") {
		return false
	}
	words := strings.Fields(between)
	for _, w := range words[max(0, len(words)-3):] {
		switch w {
		case "in", "over", "within", "during", "for", "across", "through":
			return true
		}
	}
	return false
}

// record reports whether a superlative is of the kind that can be set or
// broken: "the latest film" tells of no record.
func (f *Finder) record(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		for p := range strings.SplitSeq(w, "-") {
			if f.records[p] {
				return true
			}
		}
	}
	return false
}

func (b *builder) sentence(at nutgraf.Span) nutgraf.Span {
	return b.seg.Sentences[b.seg.SentenceAt(at.Start)].Span
}

// span widens a to hold b where b lies in the same sentence and not far off.
func span(a, b, sent nutgraf.Span) nutgraf.Span {
	if !sent.Contains(b) || b.Start-a.End > 80 || a.Start-b.End > 80 {
		return a
	}
	return nutgraf.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// beside returns the other numbers of a quantity's sentence, those apart that are but
// parts of one ("at 1 : 53").
func (b *builder) beside(i int) []float64 {
	sent := b.sentence(b.ann.Quantities[i].Span)
	var out []float64
	for j, q := range b.ann.Quantities {
		if j != i && q.Known && sent.Contains(q.Span) && !partial(b.doc.Text, q.Span) {
			out = append(out, q.Value)
		}
	}
	return out
}

// grouped reports whether a number tells how many a group has: "a bipartisan group
// of about 20 senators". There may be other groups.
func (b *builder) grouped(s nutgraf.Span) bool {
	at := b.seg.TokenAt(s.Start)
	of := false
	for i := at - 1; i >= max(0, at-3); i-- {
		w := strings.ToLower(b.seg.Tokens[i].Span().Of(b.doc.Text))
		if of {
			return b.f.groups[w]
		}
		of = w == "of"
	}
	return false
}

func without(keys []string, key string) []string {
	if i := slices.Index(keys, key); i >= 0 {
		return slices.Delete(slices.Clone(keys), i, i+1)
	}
	return keys
}
