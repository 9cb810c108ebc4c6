package quantity

import (
	"nutgraf"
	"nutgraf/internal/numeral"
)

// source finds who stands behind the number: the speaker of the quotation it
// stands in, "according to X", or the subject of a verb of saying before it.
func (f *Finder) source(w *work, q *nutgraf.Quantity, first int) {
	if f.quoted(w, q) {
		return
	}
	if i := w.according; i >= 0 {
		if m := mentionAt(w.ann, int(w.atoms[i+2].Start), int(w.atoms[len(w.atoms)-1].End)); m >= 0 && near(w, m, i+2) {
			f.credit(w, q, m)
			return
		}
	}
	for i := first - 1; i > 0 && i > first-clauseReach && !f.ends(w, i); i-- {
		if f.lex.Mask(&w.atoms[i])&f.is.sayverb == 0 {
			continue
		}
		if w.word(i) == "told" && (i == first-1 || f.hedging(w, i+1, first)) {
			return // told 40 sailors
		}
		if m := mentionEnding(w.ann, int(w.atoms[i].Start)); m >= 0 {
			f.credit(w, q, m)
		}
		return
	}
}

// accordingTo finds the first "according to" of the sentence, or -1.
func (f *Finder) accordingTo(w *work) int {
	for i := 0; i+2 < len(w.atoms); i++ {
		if w.atoms[i].Kind == numeral.Word && w.atoms[i].Entry == f.is.according && w.word(i+1) == "to" {
			return i
		}
	}
	return -1
}

// near reports whether a mention begins within four atoms of atom i.
func near(w *work, m, i int) bool {
	j := min(i+4, len(w.atoms)-1)
	return w.ann.Mentions[m].Span.Start <= int(w.atoms[j].Start)
}

func (f *Finder) credit(w *work, q *nutgraf.Quantity, m int) {
	men := &w.ann.Mentions[m]
	q.BySpan = men.Span
	q.By = men.Span.Of(w.text)
	if men.Entity >= 0 && men.Entity < len(w.ann.Entities) {
		q.By = w.ann.Entities[men.Entity].Name
	}
}

// quoted takes the speaker of the quotation that holds the number.
func (f *Finder) quoted(w *work, q *nutgraf.Quantity) bool {
	quotes := w.ann.Quotes
	for w.quote < len(quotes) && quotes[w.quote].Span.End <= q.Span.Start {
		w.quote++
	}
	for i := w.quote; i < min(len(quotes), w.quote+8) && quotes[i].Span.Start <= q.Span.Start; i++ {
		if holds(quotes[i].Parts, q.Span) {
			q.By, q.BySpan = quotes[i].Name, quotes[i].Source
			return true
		}
	}
	return false
}

// holds reports whether one of the parts holds a span.
func holds(parts []nutgraf.Span, s nutgraf.Span) bool {
	for _, p := range parts {
		if p.Contains(s) {
			return true
		}
	}
	return false
}

// mentionAt finds the first mention that begins in [from, to), or -1.
func mentionAt(ann *nutgraf.Annotations, from, to int) int {
	lo, hi := 0, len(ann.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if ann.Mentions[mid].Span.Start < from {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(ann.Mentions) && ann.Mentions[lo].Span.Start < to {
		return lo
	}
	return -1
}

// mentionEnding finds the mention that ends right before an offset, or -1.
func mentionEnding(ann *nutgraf.Annotations, offset int) int {
	i := mentionAt(ann, offset, 1<<60)
	if i < 0 {
		i = len(ann.Mentions)
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if d := offset - ann.Mentions[k].Span.End; d >= 0 && d <= 2 {
			return k
		}
	}
	return -1
}
