package when

import (
	"slices"

	"nutgraf/internal/numeral"
)

// fromNow tells "will open in two weeks", which is that long from now, from what a
// stretch holds or ends with: "rose by half in two weeks", "will play four games in
// five days", "the worst in two years", "may be tried within a year", which is a
// rule's length. firm asks for more than "would".
func (f *Finder) fromNow(atoms []numeral.Atom, i, next int, firm bool) bool {
	if f.maskAt(atoms, i)&numeral.Vague != 0 || next < len(atoms) && (f.maskAt(atoms, next)&numeral.Of != 0 || !f.endsDate(&atoms[next]) && !f.opens(atoms, i, next) || atoms[next].Entry == f.is.when || symAt(atoms, next) == '\'') {
		return false
	}
	if u := f.lex.Text(&atoms[next-1], f.is.units); u == "E" && !firm || u == "C" || u == "Q" {
		return false // the boldest plan in a decade
	}
	for k := i - 2; k >= max(0, i-reach); k-- {
		a := &atoms[k]
		switch t := f.tells(atoms, k); {
		case t > 0:
			return f.promises(atoms, k, firm)
		case t < 0, a.Entry == f.is.could, a.Kind == numeral.Digits, f.ranks(a), a.Kind == numeral.Symbol && a.Sym != ',' && a.Sym != '\'':
			return false
		}
	}
	return i <= opening && f.promises(atoms, f.verbBehind(atoms, next), firm) // In two weeks the fair will open.
}

// promises reports whether the verb at k tells what is to come, not what may.
func (f *Finder) promises(atoms []numeral.Atom, k int, firm bool) bool {
	if k < 0 || f.tells(atoms, k) <= 0 {
		return false
	}
	m := f.lex.Mask(&atoms[k])
	return m&(f.is.modal|f.is.decided) == 0 && (!firm || atoms[k].Entry != f.is.would)
}

// verbBehind is the first verb behind an expression that opens its sentence, or -1.
func (f *Finder) verbBehind(atoms []numeral.Atom, next int) int {
	for k := next; k < min(len(atoms), next+reach); k++ {
		if f.tells(atoms, k) != 0 {
			return k
		}
	}
	return -1
}

// ranks reports whether a word counts or ranks what a stretch of time holds.
func (f *Finder) ranks(a *numeral.Atom) bool {
	return a.Kind == numeral.Word && (f.lex.Mask(a)&(numeral.Digit|numeral.Teen|numeral.Tens|numeral.Ordinal) != 0 || slices.Contains(f.is.ranking, a.Entry))
}
