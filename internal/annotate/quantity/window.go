package quantity

import (
	"sort"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// The weights, in bytes of distance, by which a time is the less likely to be a
// quantity's window. Set by hand.
const (
	windowFar    = 160 // further off no time is a window
	windowBefore = 20  // it stands before the quantity, where each byte counts twice
	windowLoose  = 200 // it is a length of time without a preposition of lasting
	windowSpan   = -15 // it has such a preposition, or lies at the page's date
	windowClause = 40  // a relative clause begins between the two
	windowComma  = 20  // a comma or "and" stands there
)

// window finds the time that the quantity holds for. An age has none, a length of
// time is not that of another, and a quantity that opens a clause has none of the
// clause before.
func (f *Finder) window(w *work, q *nutgraf.Quantity, first, next int, opens bool) {
	if q.Kind == nutgraf.Age {
		return
	}
	sent := nutgraf.Span{Start: int(w.atoms[0].Start), End: int(w.atoms[len(w.atoms)-1].End)}
	length := q.Kind == nutgraf.Measure && f.maskAt(w, next-1)&f.is.spell != 0
	best, now := windowFar, false // "53 percent now think so, up from 40 in 2007"
	for i := max(0, w.next-windowReach); i < min(len(w.times), w.next+windowReach); i++ {
		t := &w.times[i]
		if t.Span.Start < sent.Start || t.Span.End > sent.End {
			continue
		}
		now = now || t.Form == "PRESENT_REF" && t.Span.Start >= q.Span.End
		if now || t.Span.Overlap(q.Span) > 0 || t.Type == nutgraf.SetType || t.Form == "PRESENT_REF" || t.Form == "PAST_REF" || t.Form == "FUTURE_REF" {
			continue
		}
		lasts := t.Type == nutgraf.DurationType && t.Toward == 0
		if length && t.Type == nutgraf.DurationType {
			continue
		}
		d := t.Span.Start - q.Span.End
		if d < 0 {
			d = 2*(q.Span.Start-t.Span.End) + windowBefore
		}
		if d > windowFar-windowSpan {
			continue
		}
		at := f.atomAt(w, t.Span.Start)
		if (opens || q.Kind == nutgraf.Superlative) && at < first {
			continue
		}
		if f.naming(w, at, t.Span.End) || w.word(at-1) == "than" || lasts && f.ages(w, at, t.Span.End) {
			continue
		}
		spanned := f.spanned(w, at)
		if lasts && !spanned {
			d += windowLoose
		}
		if t.Type == nutgraf.DurationType && !lasts || spanned {
			d += windowSpan
		}
		switch {
		case d >= best:
			continue
		case t.Span.Start >= q.Span.End:
			if f.compared(w, at, t.Span.End) {
				continue
			}
			d += f.parted(w, next, at, f.is.parting|f.is.against)
			if f.beside(w, next, at) {
				continue
			}
		default:
			from := f.atomAt(w, t.Span.End)
			if from < first && w.atoms[from].Sym == ',' {
				from++ // "In 2017, the budget …"
			}
			d += f.parted(w, from, first, f.is.parting)
		}
		if d < best && !(length && f.parts(w, min(f.atomAt(w, t.Span.End), next), max(at, first))) {
			best, q.Window = d, i
		}
	}
}

// parts reports whether a comma or "and" stands in atoms [from, to), so that a
// length of time on one side is not of a time on the other.
func (f *Finder) parts(w *work, from, to int) bool {
	for i := from; i < to; i++ {
		if w.atoms[i].Sym == ',' || f.maskAt(w, i)&numeral.And != 0 {
			return true
		}
	}
	return false
}

// parted weighs what stands between two atoms: what parts clauses keeps a time
// from being a quantity's window, and so does what sets it against another behind
// it ("4 points more than in May").
func (f *Finder) parted(w *work, from, to int, parting numeral.Class) int {
	d := 0
	for i := from; i < to; i++ {
		m := f.lex.Mask(&w.atoms[i])
		switch {
		case f.ends(w, i), m&parting != 0, m&f.is.relative != 0 && (i == from || f.maskAt(w, i-1)&f.is.sayverb != 0):
			return windowFar // said Friday that
		case m&f.is.relative != 0:
			d += windowClause
		case w.atoms[i].Sym == ',', m&numeral.And != 0:
			d += windowComma
		}
	}
	return d
}

// beside reports whether the words in atoms [from, to) add another number, whose
// time follows: "$6 million, with a million raised in May".
func (f *Finder) beside(w *work, from, to int) bool {
	for i := from; i+1 < to; i++ {
		if w.atoms[i].Sym != ',' {
			continue
		}
		switch w.word(i + 1) {
		case "with", "including", "up", "down", "from", "an", "a":
			return true
		case "the", "its", "their", "his", "her":
			if f.maskAt(w, i+2)&f.is.superlative != 0 { // 6 percent, the lowest since 2008
				return true
			}
		}
	}
	return false
}

// ages reports whether a bare unit of time, which tells no stretch, stands at atom
// at and ends at an offset: "the largest crowd in years".
func (f *Finder) ages(w *work, at, end int) bool {
	return int(w.atoms[at].End) == end && f.maskAt(w, at)&f.is.spell != 0
}

// naming reports whether the time at atom at, which ends at an offset, only tells
// one thing from others of its name: "a candidate for the 2016 nomination". Behind
// "in the" it is a time still.
func (f *Finder) naming(w *work, at, end int) bool {
	next := f.atomAt(w, end)
	if next >= len(w.atoms) || w.atoms[next].Kind != numeral.Word || f.maskAt(w, next)&(f.is.stop|numeral.And|numeral.Of) != 0 || w.atoms[at].Kind != numeral.Digits {
		return false
	}
	switch w.word(at - 2) {
	case "in", "In", "during", "During", "over", "throughout", "within":
		return false
	}
	return f.determines(w, at-1) && f.maskAt(w, at-2)&f.is.stop != 0
}

// compared reports whether the time at atom at, which ends at an offset, is only
// what a quantity is set against: "up 5 percent from a year ago"; "from May to
// July" is none.
func (f *Finder) compared(w *work, at, end int) bool {
	if w.word(at-1) != "from" {
		return false
	}
	switch w.word(f.atomAt(w, end)) {
	case "to", "through", "until", "-", "–":
		return false
	}
	return true
}

// atomAt finds the first atom that begins at an offset or behind it.
func (f *Finder) atomAt(w *work, offset int) int {
	return sort.Search(len(w.atoms), func(i int) bool { return int(w.atoms[i].Start) >= offset })
}

// spanned reports whether a preposition of lasting stands before atom i.
func (f *Finder) spanned(w *work, i int) bool {
	return i > 0 && f.lex.Mask(&w.atoms[i-1])&f.is.span != 0
}
