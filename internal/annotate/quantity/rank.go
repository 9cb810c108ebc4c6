package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// ordinal reads ranks: "fourth", "21st", "number one", "No. 1".
func (f *Finder) ordinal(w *work, i int) (nutgraf.Quantity, int, bool) {
	v, next, ok := f.lex.ReadOrdinal(w.atoms, i)
	if !ok {
		return f.rank(w, i)
	}
	if v == 2 && w.word(i-1) == "a" && w.word(i-2) == "for" && w.word(next) != "-" && f.closesNoun(w, next) {
		return nutgraf.Quantity{}, next, false // think of it for a second
	}
	if v == 1 && w.atoms[i].Kind == numeral.Word {
		return nutgraf.Quantity{}, i, false // "first" tells an order in time far more often than a rank
	}
	if next < len(w.atoms) && w.atoms[next].Kind == numeral.Word && f.lex.Mask(&w.atoms[next])&f.is.spell != 0 && w.atoms[next-1].Kind != numeral.Word {
		return nutgraf.Quantity{}, i, false
	}
	if w.atoms[i].Kind == numeral.Digits && f.dayLike(w, i, next) {
		return nutgraf.Quantity{}, next, false
	}
	if w.atoms[i].Kind == numeral.Word && (!f.another(w, i) || w.atoms[i].Upper && f.inName(w, next) && !numeral.Titled(w.atoms, i)) ||
		w.atoms[i].Kind == numeral.Digits && f.inName(w, next) {
		return nutgraf.Quantity{}, next, false
	}
	q := nutgraf.Quantity{
		Span: f.span(w, i, next), Kind: nutgraf.Ordinal, Known: true, Value: v, Low: v, High: v,
		Hedge: nutgraf.Exact, Status: nutgraf.Achieved, Window: -1,
	}
	if head, from, to := f.phrase(w, f.afterHyphen(w, next), singulars); head >= 0 {
		q.Counted = f.span(w, from, to)
	}
	f.stand(w, &q, i, next)
	return q, next, true
}

// dayLike reports whether "the 13th" is followed by nothing that it could count:
// it is a day then, or a name.
func (f *Finder) dayLike(w *work, i, next int) bool {
	if i == 0 || !f.determines(w, i-1) {
		return false
	}
	if next >= len(w.atoms) {
		return true
	}
	a := &w.atoms[next]
	return a.Kind != numeral.Word || a.Past || f.lex.Mask(a)&f.is.stop != 0
}

// inName reports whether a capital follows an ordinal in digits: "the 9th
// Circuit", "5th Avenue".
func (f *Finder) inName(w *work, next int) bool {
	return next < len(w.atoms) && w.atoms[next].Kind == numeral.Word && w.atoms[next].Upper
}

func (f *Finder) afterHyphen(w *work, i int) int {
	if i < len(w.atoms) && w.atoms[i].Sym == '-' && w.atoms[i].Glued {
		return i + 1
	}
	return i
}

// rank reads "number one" and "No. 1".
func (f *Finder) rank(w *work, i int) (nutgraf.Quantity, int, bool) {
	if i == 0 {
		return nutgraf.Quantity{}, i, false
	}
	p := i - 1
	if w.atoms[p].Sym == '.' && p > 0 {
		p--
	}
	switch w.word(p) {
	case "No", "no":
		if w.atoms[i].Kind != numeral.Digits {
			return nutgraf.Quantity{}, i, false
		}
	case "Number", "number", "#":
	default:
		return nutgraf.Quantity{}, i, false
	}
	n, ok := f.lex.Read(w.atoms, i)
	if !ok || n.Vague || n.Scaled || n.Val != float64(int(n.Val)) || n.Val > 1000 || w.atoms[i].Kind == numeral.Word && n.Val > 10 {
		return nutgraf.Quantity{}, i, false
	}
	q := nutgraf.Quantity{
		Span: f.span(w, p, n.Next), Kind: nutgraf.Ordinal, Known: true, Value: n.Val, Low: n.Val, High: n.Val,
		Hedge: nutgraf.Exact, Status: nutgraf.Achieved, Window: -1,
	}
	if head, from, to := f.phrase(w, n.Next, singulars); head >= 0 {
		q.Counted = f.span(w, from, to)
	}
	f.stand(w, &q, p, n.Next)
	return q, n.Next, true
}

// multiple reads "doubled", "more than tripled".
func (f *Finder) multiple(w *work, i int) (nutgraf.Quantity, int, bool) {
	if w.atoms[i].Kind != numeral.Word || f.lex.Mask(&w.atoms[i])&f.is.multiple == 0 {
		return nutgraf.Quantity{}, i, false
	}
	if w.word(i+1) == "down" {
		return nutgraf.Quantity{}, i, false
	}
	v := f.lex.Num(&w.atoms[i], f.is.multiple)
	q := nutgraf.Quantity{
		Span: f.span(w, i, i+1), Kind: nutgraf.Cardinal, Known: true, Value: v, Low: v, High: v, Unit: "times",
		Hedge: nutgraf.Exact, Status: nutgraf.Achieved, Window: -1,
	}
	f.stand(w, &q, i, i+1)
	return q, i + 1, true
}

// superlative reads "the biggest opening", "a record", "the most successful
// film": a claim of rank without a number.
func (f *Finder) superlative(w *work, i int) (nutgraf.Quantity, int, bool) {
	a := &w.atoms[i]
	if a.Kind != numeral.Word || f.lex.Mask(a)&f.is.superlative == 0 {
		return nutgraf.Quantity{}, i, false
	}
	word := w.word(i)
	at := i + 1
	if at < len(w.atoms) && w.atoms[at].Sym == '-' && w.atoms[at].Glued {
		at += 2 // biggest-ever, most-watched
	}
	determined := i > 0 && f.determines(w, i-1)
	if word == "most" || word == "least" || word == "Most" {
		if !determined && at == i+1 {
			return nutgraf.Quantity{}, i, false
		}
	} else if word == "record" && !(determined && w.word(i-1) == "a") || !determined && at == i+1 {
		return nutgraf.Quantity{}, i, false
	}
	if word == "best" && strings.HasPrefix(w.word(i+1), "interest") { // in the town's best interest
		return nutgraf.Quantity{}, i, false
	}
	if f.determines(w, i-1) && w.word(i+1) == "of" && word == "most" {
		return nutgraf.Quantity{}, i, false
	}
	from := i
	if determined && w.word(i-1) != "s" {
		from = i - 1
	}
	head, cf, to := f.phrase(w, min(at, len(w.atoms)), f.ranked(w, i))
	for k := cf + 1; k < to; k++ {
		if w.atoms[k].Upper && !w.atoms[k-1].Upper {
			head, to = k-1, k // the largest maker General Boats
		}
	}
	if head < 0 {
		cf, to = at, min(at, len(w.atoms))
	}
	q := nutgraf.Quantity{
		Span: f.span(w, from, max(to, i+1)), Kind: nutgraf.Superlative,
		Hedge: nutgraf.Exact, Status: nutgraf.Achieved, Window: -1,
	}
	if head >= 0 {
		q.Counted = f.span(w, cf, to)
	}
	f.stand(w, &q, from, max(to, i+1))
	q.Low, q.High = 0, 0
	if !f.farReaching(w, i, max(to, i+1), head >= 0) && q.Status != nutgraf.StatusProjected {
		return nutgraf.Quantity{}, i, false
	}
	return q, max(to, i+1), true
}

// ranked is the number of the noun behind the superlative at atom i: "one of the
// largest makers" and "its largest makers" have a plural, "the largest maker
// sells" a verb.
func (f *Finder) ranked(w *work, i int) nounNumber {
	if i > 2 && f.lex.Mask(&w.atoms[i-2])&numeral.Of != 0 && w.atoms[i-3].Entry == f.is.one {
		return either
	}
	return singulars
}

// determines reports whether an article or a possessive stands at atom i.
func (f *Finder) determines(w *work, i int) bool {
	if i < 0 {
		return false
	}
	switch w.word(i) {
	case "the", "The", "a", "A", "its", "his", "her", "their", "our", "my", "s":
		return true
	}
	return false
}

// scopeReach is how many atoms behind a superlative its scope is looked for.
const scopeReach = 10

// farReaching reports whether a superlative claims more than a comparison in
// passing: a record, a holder ("Netflix's biggest film"), "ever", "of all time", "in
// history", "most-watched".
func (f *Finder) farReaching(w *work, i, next int, noun bool) bool {
	if w.word(i) == "record" || i+1 < len(w.atoms) && w.atoms[i+1].Sym == '-' && w.atoms[i+1].Glued {
		return true
	}
	if noun && i >= 2 && w.word(i-1) == "s" && w.atoms[i-2].Sym == '\'' && w.word(i) != "latest" && w.word(i) != "most" && w.word(i) != "least" {
		return true
	}
	for k := i + 1; k < len(w.atoms) && k < next+scopeReach && !f.ends(w, k); k++ {
		switch w.word(k) {
		case "ever", "Ever", "history", "record":
			return true
		case "date":
			if w.word(k-1) == "to" { // not "up-to-date"
				return true
			}
		case "time":
			if w.word(k-1) == "all" {
				return true
			}
		}
	}
	return false
}

// another reports whether an article or a possessive makes the ordinal at atom i
// count one more ("a second script", "his fourth film"), or a verb makes it a
// rank ("finished third"); "the third" only names a place in a row.
func (f *Finder) another(w *work, i int) bool {
	if i == 0 {
		return false
	}
	switch w.word(i - 1) {
	case "a", "A", "an", "his", "her", "its", "their", "my", "our", "s", "every":
		return true
	}
	return f.ranking[w.word(i-1)]
}
