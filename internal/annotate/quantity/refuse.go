package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// counts shuts out numbers that count nothing: part numbers, names ("Boeing
// 737", "Extraction 2"), "one of", bare pieces of longer codes.
func (f *Finder) counts(w *work, c *found) bool {
	if f.insideWord(w, c) || f.telephone(w, c) || f.shaped(w, c) || c.num.Many && f.plainNoun(w, c) || f.enumerates(w, c) || f.address(w, c) ||
		f.called(w, c) || f.labelled(w, c) || f.someDay(w, c) {
		return false
	}
	if c.ranged && c.low == 9 && c.high == 11 && c.kind == nutgraf.Cardinal && w.word(c.num.Next) == "-" && !f.pluralNext(w, c.next) {
		return false // the 9-11 attack
	}
	if c.kind != nutgraf.Cardinal {
		return !c.num.Vague || c.num.Many || c.num.Scaled || c.kind != nutgraf.Measure
	}
	a, first := w.atoms, c.num.First
	if c.minus || c.num.Fraction && c.num.Next < c.next {
		return true // minus one; one in five
	}
	if a[first].Kind == numeral.Digits {
		return f.digitsCount(w, c)
	}
	if c.num.Vague && !c.num.Scaled && !c.num.Many {
		return false
	}
	if a[first].Upper && first > 0 && (a[first-1].Upper && a[first-1].Entry < 0 || f.lex.Mask(&a[first-1])&numeral.Of != 0) {
		return false // the Big Three, the Group of Seven
	}
	if f.named(w, c) || f.orTwo(w, c) {
		return false
	}
	if c.num.Val == 0 && (first > 0 && (strings.EqualFold(w.word(first-1), "ground") || strings.EqualFold(w.word(first-1), "net")) || w.word(c.next) == "out" || w.word(c.next) == "in") {
		return false // ground zero; net zero; zero out a fund
	}
	if c.num.Val == 0 && first > 0 && strings.HasSuffix(w.word(first), "ught") {
		return false // it came to naught
	}
	if a[first].Entry == f.is.one && c.next == first+1 {
		return f.oneCounts(w, c)
	}
	if c.num.Article && c.num.Fraction {
		return c.next >= len(a) || a[c.next].Kind == numeral.Symbol && a[c.next].Sym != '-' || f.lex.Mask(&a[c.next])&numeral.Of != 0
	}
	return true
}

// insideWord reports whether the digits stand behind letters, as in a link or a
// code, without a sign of money.
func (f *Finder) insideWord(w *work, c *found) bool {
	first := c.num.First
	a := &w.atoms[first]
	return c.first == first && first > 0 && a.Kind == numeral.Digits && a.Glued && w.atoms[first-1].Kind == numeral.Word
}

// telephone reports whether digits belong to a row that hyphens or points part,
// as in a telephone number: "555-0142-33", "+1-555-0142".
func (f *Finder) telephone(w *work, c *found) bool {
	a, first := w.atoms, c.num.First
	if a[first].Kind != numeral.Digits || c.num.Next == first+5 && a[first+3].Sym == '/' {
		return false // 6-1/2
	}
	groups := 1
	for i := first + 1; i+1 < len(a) && a[i].Glued && a[i+1].Glued && a[i+1].Kind == numeral.Digits && (a[i].Sym == '-' || a[i].Sym == '/'); i += 2 {
		groups++
	}
	plus := first > 0 && a[first-1].Sym == '+' && a[first].Glued && groups > 1
	behind := first > 1 && a[first-1].Sym == '-' && a[first].Glued && a[first-1].Glued && a[first-2].Kind == numeral.Digits && groups > 1
	return groups > 2 || plus || behind
}

// shaped reports whether a number is half of another word: "two-faced",
// "top-two", "one-sided", "half-staff", "zero-day", "six-figure".
func (f *Finder) shaped(w *work, c *found) bool {
	a := w.atoms
	if c.num.Words && c.num.Val == 0 && c.kind == nutgraf.Measure {
		return true
	}
	if i := c.num.First; c.num.Words && i > 1 && a[i].Glued && a[i-1].Sym == '-' && a[i-1].Glued && (a[i-2].Kind == numeral.Word || a[i].Upper && a[i-2].Kind == numeral.Digits) && c.first == i {
		return true
	}
	if c.kind == nutgraf.Cardinal && c.num.Words && c.num.Fraction && c.next == c.num.First+1 && c.next < len(a) && a[c.next].Sym == '-' && a[c.next].Glued {
		return true
	}
	if c.kind != nutgraf.Cardinal || c.next != c.num.First+1 || c.next+1 >= len(a) || a[c.next].Sym != '-' || !a[c.next].Glued || !a[c.next+1].Glued {
		return false
	}
	switch w.word(c.next + 1) {
	case "for", "on", "by": // a two-for-one offer
		return w.word(c.next+2) == "-"
	}
	if n := &a[c.next+1]; !c.num.Words && n.Upper && (n.End-n.Start == 1 || f.lex.Mask(n)&(numeral.Digit|numeral.Teen|numeral.Tens) != 0) {
		return true // 3-D, 7-Eleven
	}
	switch w.word(c.next + 1) {
	case "something", "somethings": // an age
		return true
	case "figure", "figures":
		return c.num.Words
	}
	return c.num.Words && a[c.next+1].Past
}

// named reports whether a number word begins a name: "the Four Seasons", "Three
// Pines"; not in a headline, whose every word has a capital.
func (f *Finder) named(w *work, c *found) bool {
	first := c.num.First
	if first == 0 || !w.atoms[first].Upper || c.num.Scaled || c.next >= len(w.atoms) || !w.atoms[c.next].Upper || w.atoms[c.next].Kind != numeral.Word {
		return false
	}
	return w.atoms[first-1].Kind == numeral.Word && !w.atoms[first-1].Upper && !numeral.Titled(w.atoms, first)
}

// orTwo reports whether a number only leaves open how many there are: "a year or
// two".
func (f *Finder) orTwo(w *work, c *found) bool {
	first := c.num.First
	return c.num.Val <= 3 && c.next == first+1 && f.closesNoun(w, c.next) && first > 1 && w.word(first-1) == "or" &&
		w.atoms[first-2].Kind == numeral.Word && !w.atoms[first-2].Upper && f.maskAt(w, first-2)&(numeral.Digit|numeral.Teen|numeral.Tens) == 0
}

// plainNoun tells the noun in "test scores" from the number in "scores of
// people".
func (f *Finder) plainNoun(w *work, c *found) bool {
	return strings.EqualFold(w.word(c.num.First), "scores") && f.maskAt(w, c.num.First+1)&numeral.Of == 0
}

// someDay reports whether "one day" is no length but a day that is left open: "one
// day she came", "may one day be".
func (f *Finder) someDay(w *work, c *found) bool {
	if c.num.Val != 1 || w.atoms[c.num.First].Entry != f.is.one || c.next != c.first+2 || w.word(c.next-1) != "day" {
		return false
	}
	if f.maskAt(w, c.next)&numeral.Longer != 0 || f.maskAt(w, c.first-1)&(numeral.Lasting|f.is.span|numeral.Article) != 0 || f.hedging(w, c.first-1, c.first) {
		return false
	}
	switch w.word(c.next) {
	case "per", "each", "every", "off", "long", "away", "a", "in":
		return false
	}
	return true
}

// called reports whether a number is one that is dialled ("911 calls", "called
// 911") or the name of a make, a race or a plan ("in 4K", "a 5K run", "his 401k").
func (f *Finder) called(w *work, c *found) bool {
	a := &w.atoms[c.num.First]
	if a.Kind != numeral.Digits || a.Comma || a.Places > 0 || c.kind != nutgraf.Cardinal || c.ranged {
		return false
	}
	if c.num.Scaled {
		switch w.word(c.num.First + 1) {
		case "K", "k":
			return c.num.Next == c.num.First+2 && (a.Val <= shortRun && c.first > 0 && !f.pluralSoon(w, c.next) || a.Val == 401)
		}
		return false
	}
	switch a.Val {
	case 111, 112, 119, 211, 311, 411, 511, 911, 988, 999:
		return f.maskAt(w, c.next)&f.is.emergency != 0 || f.maskAt(w, c.num.First-1)&f.is.emergency != 0
	}
	return false
}

// shortRun is the greatest number that "K" makes a make or a race and no count
// of thousands where nothing is counted.
const shortRun = 16

// pluralSoon reports whether a plural in small letters stands at atom i or behind
// the word there: "10k followers", "10k new followers".
func (f *Finder) pluralSoon(w *work, i int) bool {
	return f.pluralNext(w, i) || i < len(w.atoms) && w.atoms[i].Kind == numeral.Word && f.maskAt(w, i)&f.is.stop == 0 && f.pluralNext(w, i+1)
}

// labelled reports whether a number is the label of what is named before it: "Week
// 13", "Assembly Bill 5", "Prop. 8", "step two".
func (f *Finder) labelled(w *work, c *found) bool {
	if c.kind != nutgraf.Cardinal || c.first != c.num.First || c.first == 0 || c.num.Scaled || c.num.Fraction || c.num.Val > 999 || c.num.Article || c.num.Vague {
		return false
	}
	p := c.first - 1
	if w.atoms[p].Sym == '.' && w.atoms[p].Glued && p > 0 {
		p--
	}
	m := f.maskAt(w, p)
	if !c.num.Words {
		return m&f.is.numbered != 0 && w.atoms[p].Upper && !f.pluralNext(w, c.next)
	}
	return m&(f.is.numbered|f.is.named) != 0 && m&(f.is.spell|f.is.stop) == 0 && c.next == c.first+1 && p == c.first-1 && f.closesNoun(w, c.next)
}

// enumerates reports whether a number only orders a list: "2. Add the flour",
// "(2) Add the flour".
func (f *Finder) enumerates(w *work, c *found) bool {
	a, first := w.atoms, c.num.First
	if c.kind != nutgraf.Cardinal || c.next != first+1 || c.next+1 >= len(a) || a[first].Kind != numeral.Digits || a[first].Places > 0 || c.num.Val > 99 {
		return false
	}
	behind := c.next + 1
	if behind+1 < len(a) && (a[behind].Sym == '"' || a[behind].Sym == '“') {
		behind++ // 2. "The Flood"
	}
	if s := a[c.next].Sym; s != '.' && s != ')' || !a[c.next].Glued || !a[behind].Upper {
		return false
	}
	if first == 0 {
		return true
	}
	switch a[first-1].Sym {
	case '(', ':', '.', ')', ';', '?', '!', '”':
		return true
	}
	return false
}

// address reports whether a number is that of a house: "40 Mill Street".
func (f *Finder) address(w *work, c *found) bool {
	if c.kind != nutgraf.Cardinal || c.num.Scaled || w.atoms[c.num.First].Kind != numeral.Digits {
		return false
	}
	from := c.next
	if from+1 < len(w.atoms) && w.atoms[from].Upper && w.atoms[from].End-w.atoms[from].Start == 1 && w.atoms[from+1].Sym == '.' {
		from += 2 // 212 E. Mill Street
	}
	for i := from; i < len(w.atoms) && i < from+4 && w.atoms[i].Upper; i++ {
		if i > c.next && f.lex.Mask(&w.atoms[i])&f.is.street != 0 {
			return true
		}
	}
	return false
}

// digitsCount tells a count in digits from a code or a name.
func (f *Finder) digitsCount(w *work, c *found) bool {
	a, first := w.atoms, c.num.First
	if c.next < len(a) {
		n := &a[c.next]
		if n.Glued && n.Kind != numeral.Symbol || n.Kind == numeral.Symbol && n.Glued && (n.Sym == '/' || n.Sym == '@' || n.Sym == '_') {
			return false
		}
		if n.Sym == ':' && n.Glued && c.next+1 < len(a) && a[c.next+1].Glued {
			return false // 9:30; but "it was 40: a record"
		}
		if n.Kind == numeral.Symbol && n.Glued && n.Sym == '.' && c.next+1 < len(a) && a[c.next+1].Glued && a[c.next+1].Kind == numeral.Digits {
			return false
		}
	}
	if c.num.Val <= 3 && f.verse(w, c.next) || f.rowOfLabels(w, c) {
		return false
	}
	if first == 0 {
		return true
	}
	p := &a[first-1]
	if p.Kind == numeral.Symbol {
		switch p.Sym {
		case '#', '@', '_', '&':
			return false
		case '.', '/', ':', ',', '+':
			return !a[first].Glued || p.Sym == ',' || p.Sym == '+'
		case '-', '–', '\'':
			if c.num.Scaled && a[first].Glued && first > 1 && p.Glued && a[first-2].Kind == numeral.Word && w.model(first-1) && a[c.next-1].Glued && a[c.next-1].Upper {
				return false // an H-1B visa
			}
			return !a[first].Glued || first < 2 || !p.Glued || c.num.Scaled || w.word(first-2) == "magnitude"
		}
		return true
	}
	if p.Kind == numeral.Digits {
		return !a[first].Glued
	}
	if t := w.word(first - 1); t == "AM" || t == "FM" {
		return false // on AM 970
	}
	if a[first].Glued || f.lex.Mask(p)&f.is.named != 0 && !c.num.Scaled || f.ofModel(w, first) {
		return false
	}
	if (p.Upper || f.capitalInside(w, p)) && p.Entry < 0 && !c.num.Scaled && !a[first].Comma && first > 1 {
		return f.pluralNext(w, c.next)
	}
	return true
}

// rowReach is how many atoms before a number the head of its row is looked for.
const rowReach = 16

// rowOfLabels reports whether the number is one of a row of labels: "Sections 21, 24
// and 26 of the bill".
func (f *Finder) rowOfLabels(w *work, c *found) bool {
	row := false
	for i := c.first - 1; i >= 0 && i > c.first-rowReach; i-- {
		a := &w.atoms[i]
		switch {
		case a.Kind == numeral.Digits && !a.Comma && a.Val < 1000:
			row = true
		case a.Sym == ',' || f.lex.Mask(a)&numeral.And != 0:
		default:
			return row && (a.Plural || a.Upper) && f.lex.Mask(a)&f.is.named != 0
		}
	}
	return false
}

// ofModel reports whether digits end the name of a model of which a number is told:
// "12 AK 47 rifles".
func (f *Finder) ofModel(w *work, i int) bool {
	if i < 2 || !w.model(i) {
		return false
	}
	n := &w.atoms[i-2]
	return n.Kind == numeral.Digits || f.lex.Mask(n)&(numeral.Digit|numeral.Teen|numeral.Tens|numeral.Dozen) != 0
}

// verse reports whether a name with chapter and verse stands at atom i: "1 John 4:12".
func (f *Finder) verse(w *work, i int) bool {
	return i+2 < len(w.atoms) && w.atoms[i].Upper && w.atoms[i+1].Kind == numeral.Digits && w.atoms[i+2].Sym == ':' && w.atoms[i+2].Glued
}

// pluralNext reports whether the word behind a number is a plural in small
// letters, so that the number counts it.
func (f *Finder) pluralNext(w *work, i int) bool {
	if i >= len(w.atoms) {
		return false
	}
	a := &w.atoms[i]
	return a.Kind == numeral.Word && !a.Upper && f.isPlural(w, a)
}

// oneCounts tells the number one from the pronoun.
func (f *Finder) oneCounts(w *work, c *found) bool {
	if c.next >= len(w.atoms) {
		return false
	}
	n := &w.atoms[c.next]
	if n.Kind != numeral.Word || n.Glued || n.Past && f.closesNoun(w, c.next+1) || f.lex.Mask(n)&(f.is.stop|numeral.Of|numeral.Article|numeral.And) != 0 || f.lex.Mask(n)&numeral.Ordinal != 0 {
		return false
	}
	if n.Plural && !f.onlyPlural(w.word(c.next)) && !strings.HasSuffix(w.word(c.next), "sis") {
		return false // if one wishes
	}
	if w.word(c.next+1) == "'" && w.word(c.next+2) == "t" {
		return false // one doesn't
	}
	if w.word(c.next) == "hand" && strings.EqualFold(w.word(c.first-1), "on") {
		return false // on one hand
	}
	if f.wondering[w.word(c.next)] {
		return false // it makes one wonder
	}
	if orOther(w, c.next) || adverb(w.word(c.next)) && c.next+1 < len(w.atoms) && w.atoms[c.next+1].Plural {
		return false // in one form or another; what one typically meets
	}
	if c.first > 0 && w.atoms[c.first-1].Kind == numeral.Word {
		if strings.EqualFold(w.word(c.first-1), "at") && w.word(c.next) == "point" {
			return false // at one point
		}
		p := w.text[w.atoms[c.first-1].Start:w.atoms[c.first-1].End]
		if strings.EqualFold(p, "no") || p == "any" || p == "each" || p == "every" || p == "the" || p == "that" || p == "this" || p == "only" && n.Past {
			return false
		}
	}
	return true
}

// orOther reports whether the noun at atom i is one of two that are left open: "one
// way or the other".
func orOther(w *work, i int) bool {
	for k := i + 1; k < i+4; k++ {
		if w.word(k) == "or" {
			return w.word(k+1) == "another" || w.word(k+1) == "other" || w.word(k+1) == "the" && w.word(k+2) == "other"
		}
	}
	return false
}

// onlyPlural reports whether a noun ends in -s in the singular too.
func (f *Finder) onlyPlural(s string) bool {
	return f.onlyPlurals[s]
}
