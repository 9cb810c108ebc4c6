package when

import (
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// second reads what borrows its month or century from the expression just found,
// the far end of a range or the rest of a list: "May 3-5", "April 24 and 25", "Oct.
// 9, 11 and 12, 1981", "1996-97". It returns the atom to go on from.
func (f *Finder) second(w *work, m *match, index int, q *quoteState, tense int8) int {
	switch m.rule.name {
	case "date", "date-weekday":
	case "year":
		if span, form, end := f.secondYear(w.atoms, m); form != "" {
			w.raw = append(w.raw, further(m, span, form, index, q, tense, w.paragraph))
			return end
		}
		return m.next
	default:
		return m.next
	}
	first, next, month := len(w.raw)-1, m.next, m.form[:len(m.form)-2]
	for {
		day, span, end := f.secondDay(w.atoms, next)
		if day == 0 {
			return next
		}
		form := month + string([]byte{byte('0' + day/10), byte('0' + day%10)})
		w.raw = append(w.raw, further(m, span, form, index, q, tense, w.paragraph))
		if y := f.yearBehind(w.atoms, end); y > end { // the year of all of them
			wr := writer{buf: make([]byte, 0, 4)}
			wr.pad(int(w.atoms[y-1].Val), 4)
			for k := first; k < len(w.raw); k++ {
				w.raw[k].form = string(wr.buf) + w.raw[k].form[4:]
			}
			w.raw[len(w.raw)-1].span.End = int(w.atoms[y-1].End)
			return y
		}
		next = end
	}
}

// further is an expression that borrows from the one that m matched.
func further(m *match, span nutgraf.Span, form string, index int, q *quoteState, tense int8, paragraph int) found {
	return found{span: span, rule: m.rule, form: form, toward: m.rule.side(tense), sentence: index, quoted: q.open, tense: tense, heard: tense, paragraph: paragraph}
}

// secondDay reads a further day of a month: behind a dash or "and", and behind a
// comma where the list goes on to an "and" or to a year. It returns the atom
// behind the day; 0 is none.
func (f *Finder) secondDay(a []numeral.Atom, next int) (day int, span nutgraf.Span, end int) {
	at := next
	comma := symAt(a, at) == ','
	if comma {
		at++
	}
	switch {
	case f.maskAt(a, at)&(numeral.And|f.is.joins) != 0:
		comma = false
		at++
	case comma:
	case symAt(a, at) == '-' || symAt(a, at) == '–':
		at++
	default:
		return 0, span, next
	}
	if at >= len(a) || a[at].Kind != numeral.Digits {
		return 0, span, next
	}
	n, end, ok := f.dayAt(a, at)
	switch {
	case !ok:
		return 0, span, next
	case f.yearBehind(a, end) > end:
	case comma:
		if more, _, _ := f.secondDay(a, end); more == 0 {
			return 0, span, next
		}
	case end < len(a) && !f.endsDate(&a[end]):
		return 0, span, next
	}
	return n, nutgraf.Span{Start: int(a[at].Start), End: int(a[end-1].End)}, end
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
	if s != '-' && s != '–' || at >= len(a) || !plain(&a[at]) || a[at].Whole != 2 || !a[at].Glued {
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
