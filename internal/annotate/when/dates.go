package when

import (
	"nutgraf"
	"nutgraf/internal/numeral"
)

// fits reports whether a modifier can stand before an expression of a type;
// counted says that the expression begins with its number.
func (m *modifier) fits(kind nutgraf.WhenType, counted bool) bool {
	if kind == nutgraf.DurationType || counted {
		return m.length || m.counts && counted
	}
	return m.dates
}

// takeDate takes the items that are made of digits.
func (f *Finder) takeDate(kind itemKind, atoms []numeral.Atom, i int) (next int, ok bool) {
	a := &atoms[i]
	switch kind {
	case day:
		_, next, ok = f.dayAt(atoms, i)
	case dayth:
		var n int
		n, next, ok = f.dayAt(atoms, i)
		ok = ok && next > i && (next == i+2 || a.Kind == numeral.Word) && n > 0 && a.Kind == numeral.Digits
	case year:
		return i + 1, isYear(a)
	case yy:
		return i + 1, a.Kind == numeral.Digits && a.Whole == 2 && a.Places == 0 && a.Glued
	case clock:
		_, _, next, ok = f.clockAt(atoms, i, true)
	case colon:
		_, _, next, ok = f.clockAt(atoms, i, true)
		ok = ok && next == i+3 && atoms[i+1].Glued
	case hour:
		_, _, next, ok = f.clockAt(atoms, i, false)
		ok = ok && next == i+1
	case iso:
		_, _, _, next, ok = isoAt(atoms, i)
	case slash:
		_, _, _, next, ok = slashAt(atoms, i)
	case decade:
		_, next, ok = f.decadeAt(atoms, i)
	case wordyear:
		_, next, ok = f.wordYear(atoms, i)
	case monthDay:
		_, _, next, ok = monthDayAt(atoms, i)
	case clock24:
		return i + 1, plain(a) && a.Whole == 4 && a.Val < 2400 && int(a.Val)%100 < 60
	case nineEleven:
		var m, d int
		m, d, next, ok = monthDayAt(atoms, i)
		ok = ok && m == 9 && d == 11
	case sept11:
		var d int
		if f.lex.Text(a, f.is.month) == "09" {
			d, next, ok = f.dayAt(atoms, i+1)
			ok = ok && d == 11
		}
	}
	return next, ok
}

// monthDayAt reads "4/24" that is no part of a longer row.
func monthDayAt(atoms []numeral.Atom, i int) (m, d, next int, ok bool) {
	if i+2 >= len(atoms) || !plain(&atoms[i]) || !joinedBy(atoms, i+1, '/') || !plain(&atoms[i+2]) || i > 0 && symAt(atoms, i-1) == '/' {
		return 0, 0, i, false
	}
	if i+3 < len(atoms) && atoms[i+3].Glued && (atoms[i+3].Kind != numeral.Symbol || atoms[i+3].Sym == '/' || atoms[i+3].Sym == '%') {
		return 0, 0, i, false
	}
	m, d = int(atoms[i].Val), int(atoms[i+2].Val)
	return m, d, i + 3, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// plain reports whether an atom is digits with no separator or point.
func plain(a *numeral.Atom) bool { return a.Kind == numeral.Digits && !a.Comma && a.Places == 0 }

func isYear(a *numeral.Atom) bool {
	return plain(a) && a.Whole == 4 && a.Val >= 1000 && a.Val < 2200
}

// dayAt reads a day of the month: "24", "24th", "first".
func (f *Finder) dayAt(atoms []numeral.Atom, i int) (n, next int, ok bool) {
	if i >= len(atoms) {
		return 0, i, false
	}
	a := &atoms[i]
	if a.Kind == numeral.Word {
		v, next, ok := f.lex.ReadOrdinal(atoms, i)
		return int(v), next, ok && v >= 1 && v <= 31
	}
	if !plain(a) || a.Whole > 2 || a.Val < 1 || a.Val > 31 {
		return 0, i, false
	}
	next = i + 1
	if next < len(atoms) && atoms[next].Glued {
		b := &atoms[next]
		switch {
		case b.Kind == numeral.Word && f.lex.Mask(b)&numeral.OrdinalEnd != 0:
			return int(a.Val), next + 1, true
		case b.Kind == numeral.Word && f.lex.Mask(b)&f.is.month == 0, b.Sym == '%',
			b.Sym == ':' && next+1 < len(atoms) && atoms[next+1].Kind == numeral.Digits:
			return 0, i, false
		}
	}
	return int(a.Val), next, true
}

// clockAt reads "10", "10:35", "10 : 35", and, where words are not shut out, "ten".
func (f *Finder) clockAt(atoms []numeral.Atom, i int, digits bool) (h, m, next int, ok bool) {
	a := &atoms[i]
	if a.Kind == numeral.Word {
		mask := f.lex.Mask(a) & (numeral.Digit | numeral.Teen)
		v := f.lex.Num(a, mask)
		return int(v), 0, i + 1, mask != 0 && v >= 1 && v <= 12
	}
	if a.Kind != numeral.Digits || a.Comma || a.Whole > 2 || a.Val >= 25 {
		return 0, 0, i, false
	}
	if a.Places == 2 && digits { // "10.35 a.m."
		minutes := int(a.Val*100+.5) % 100
		return int(a.Val), minutes, i + 1, minutes < 60
	}
	if a.Places > 0 {
		return 0, 0, i, false
	}
	if i+2 < len(atoms) && atoms[i+1].Sym == ':' && atoms[i+1].Glued == atoms[i+2].Glued && plain(&atoms[i+2]) && atoms[i+2].Whole == 2 && atoms[i+2].Val < 60 {
		return int(a.Val), int(atoms[i+2].Val), i + 3, true
	}
	return int(a.Val), 0, i + 1, a.Val <= 24
}

// isoAt reads "2020-04-24".
func isoAt(atoms []numeral.Atom, i int) (y, m, d, next int, ok bool) {
	if i+4 >= len(atoms) || !isYear(&atoms[i]) || !joinedBy(atoms, i+1, '-') || !joinedBy(atoms, i+3, '-') {
		return 0, 0, 0, i, false
	}
	mo, da := &atoms[i+2], &atoms[i+4]
	ok = plain(mo) && plain(da) && mo.Whole == 2 && da.Whole == 2 && mo.Val >= 1 && mo.Val <= 12 && da.Val >= 1 && da.Val <= 31
	return int(atoms[i].Val), int(mo.Val), int(da.Val), i + 5, ok
}

// slashAt reads "4/24/2020" and "24/4/2020": the American order unless it
// cannot be.
func slashAt(atoms []numeral.Atom, i int) (y, m, d, next int, ok bool) {
	if i+4 >= len(atoms) || !plain(&atoms[i]) || !plain(&atoms[i+4]) {
		return 0, 0, 0, i, false
	}
	c := atoms[i+1].Sym
	y = int(atoms[i+4].Val)
	switch {
	case isYear(&atoms[i+4]):
	case c == '/' && atoms[i+4].Whole == 2 && (i+5 >= len(atoms) || !atoms[i+5].Glued || atoms[i+5].Kind == numeral.Symbol && atoms[i+5].Sym != '/') && (i == 0 || !atoms[i].Glued || symAt(atoms, i-1) == '('):
		y = shortYear(y) // 4/24/20
	default:
		return 0, 0, 0, i, false
	}
	if c != '/' && c != '-' || !joinedBy(atoms, i+1, c) || !joinedBy(atoms, i+3, c) || !plain(&atoms[i+2]) {
		return 0, 0, 0, i, false
	}
	m, d = int(atoms[i].Val), int(atoms[i+2].Val)
	if m > 12 {
		m, d = d, m
	}
	return y, m, d, i + 5, m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// joinedBy reports whether atom i is the character c with no space around it.
func joinedBy(atoms []numeral.Atom, i int, c rune) bool {
	return atoms[i].Kind == numeral.Symbol && atoms[i].Sym == c && atoms[i].Glued && atoms[i+1].Glued
}

// decadeAt reads "1990s", "1990's", "'90s" and "90s": the first three digits.
func (f *Finder) decadeAt(atoms []numeral.Atom, i int) (n, next int, ok bool) {
	at := i
	if atoms[at].Sym == '\'' && atoms[at].Kind == numeral.Symbol {
		at++
	}
	if at+1 >= len(atoms) || !plain(&atoms[at]) || int(atoms[at].Val)%10 != 0 {
		return 0, i, false
	}
	a := &atoms[at]
	end := at + 1
	if atoms[end].Sym == '\'' && atoms[end].Glued && end+1 < len(atoms) {
		end++
	}
	if !atoms[end].Glued || atoms[end].Kind != numeral.Word || atoms[end].Entry != f.is.s {
		return 0, i, false
	}
	switch {
	case a.Whole == 4 && a.Val >= 1000 && a.Val < 2200:
		return int(a.Val) / 10, end + 1, true
	case a.Whole == 2 && a.Val >= 20:
		return 190 + int(a.Val)/10, end + 1, true
	}
	return 0, i, false
}

// wordYear reads "nineteen ninety-six".
func (f *Finder) wordYear(atoms []numeral.Atom, i int) (n, next int, ok bool) {
	a := &atoms[i]
	v := f.lex.Num(a, numeral.Teen|numeral.Tens)
	if v < 17 || v > 20 || i+1 >= len(atoms) {
		return 0, i, false
	}
	b, _ := f.lex.Read(atoms, i+1)
	if !b.Words || b.Val < 10 || b.Val > 99 || b.Val != float64(int(b.Val)) || b.Vague || b.Scaled {
		return 0, i, false
	}
	return int(v)*100 + int(b.Val), b.Next, true
}
