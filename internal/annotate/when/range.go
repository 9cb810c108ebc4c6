package when

import (
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// second reads the far end of a range or a list that borrows its month or
// century from the expression just found: "May 3-5", "April 24 and 25",
// "1996-97". It returns the atom to go on from.
func (f *Finder) second(w *work, m *match, index int, q *quoteState, tense int8) int {
	a, next := w.atoms, m.next
	if next+1 >= len(a) {
		return next
	}
	span, form, end := nutgraf.Span{}, "", next
	switch m.rule.name {
	case "date", "date-weekday":
		span, form, end = f.secondDay(w, m)
	case "year":
		span, form, end = f.secondYear(a, m)
	}
	if form == "" {
		return next
	}
	w.raw = append(w.raw, found{
		span: span, rule: m.rule, form: form, toward: m.rule.side(tense), sentence: index, quoted: q.open, tense: tense, heard: tense, paragraph: w.paragraph,
	})
	return end
}

// secondDay reads a further day of the month just named.
func (f *Finder) secondDay(w *work, m *match) (nutgraf.Span, string, int) {
	a, at := w.atoms, m.next+1
	dashed := symAt(a, m.next) == '-' || symAt(a, m.next) == '–'
	if !dashed && f.maskAt(a, m.next)&(numeral.And|f.is.joins) == 0 || at >= len(a) || a[at].Kind != numeral.Digits {
		return nutgraf.Span{}, "", m.next
	}
	n, end, ok := f.dayAt(a, at)
	if !ok || end < len(a) && !f.endsDate(&a[end]) && f.yearBehind(a, end) == end {
		return nutgraf.Span{}, "", m.next
	}
	form := []byte(m.form[:len(m.form)-2])
	form = append(form, byte('0'+n/10), byte('0'+n%10))
	if y := f.yearBehind(a, end); y > end {
		wr := writer{buf: make([]byte, 0, 10)}
		wr.pad(int(a[y-1].Val), 4)
		first := &w.raw[len(w.raw)-1]
		first.form = string(wr.buf) + first.form[4:]
		form, end = append(wr.buf, form[4:]...), y
	}
	return nutgraf.Span{Start: int(a[at].Start), End: int(a[end-1].End)}, string(form), end
}

// yearBehind finds a year at atom i, a comma passed over: the atom behind it, or i.
func (f *Finder) yearBehind(a []numeral.Atom, i int) int {
	at := i
	if symAt(a, at) == ',' {
		at++
	}
	if at < len(a) && isYear(&a[at]) && a[at].Val > 1400 {
		return at + 1
	}
	return i
}

// endsDate reports whether what stands behind a bare day lets it be one: a mark
// or a function word, not a noun that it might count.
func (f *Finder) endsDate(a *numeral.Atom) bool {
	switch a.Kind {
	case numeral.Symbol:
		return a.Sym != '%' && a.Sym != ':' && a.Sym != '-' && a.Sym != '/'
	case numeral.Word:
		return f.lex.Mask(a)&(f.is.dating|f.is.joins|f.is.past|f.is.future|f.is.present) != 0
	}
	return false
}

// secondYear reads "97" in "1996-97".
func (f *Finder) secondYear(a []numeral.Atom, m *match) (nutgraf.Span, string, int) {
	at := m.next + 1
	s := symAt(a, m.next)
	if s != '-' && s != '–' || !plain(&a[at]) || a[at].Whole != 2 || !a[at].Glued {
		return nutgraf.Span{}, "", m.next
	}
	year := int(a[m.next-1].Val)
	second := year/100*100 + int(a[at].Val)
	if second <= year {
		return nutgraf.Span{}, "", m.next
	}
	wr := writer{}
	wr.pad(second, 4)
	return nutgraf.Span{Start: int(a[at].Start), End: int(a[at].End)}, string(wr.buf), at + 1
}

// borrow links the two ends of a range or a list ("in February and March"): the
// second is to come behind the first,
// and the first of "from January to April 2019" has the year that only the second
// spells out.
func (f *Finder) borrow(w *work) {
	n := len(w.raw)
	if n < 2 {
		return
	}
	a, b := &w.raw[n-2], &w.raw[n-1]
	if a.sentence != b.sentence || len(a.form) < 7 || len(b.form) < 7 || a.form[:5] != "XXXX-" {
		return
	}
	alike := strings.HasPrefix(a.form, "XXXX-W") == strings.HasPrefix(b.form, "XXXX-W")
	switch strings.TrimSpace(w.text[a.span.End:b.span.Start]) {
	case "to", "through", "until", "-", "–":
		b.ends = alike
	case "and", "or":
		b.ends = alike && (a.between || b.rule.tensed && !b.owns)
	default:
		return
	}
	if base, inner, ok := strings.Cut(b.form, "/"); ok && strings.HasPrefix(inner, "XXXX-WX") == strings.HasPrefix(a.form, "XXXX-WX") { // spring and summer last year
		a.form, a.rule = base+"/"+a.form, b.rule
		return
	}
	if a.form[5] > '1' || b.form[0] > '9' || b.form[5] > '1' {
		return
	}
	year, _ := strconv.Atoi(b.form[:4])
	if a.form[5:7] > b.form[5:7] {
		year--
	}
	wr := writer{}
	wr.pad(year, 4)
	a.form = string(wr.buf) + a.form[4:]
}
