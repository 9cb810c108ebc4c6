package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// classes are the word classes that the code asks for.
type classes struct {
	stop, plural, named, aged, casualty, superlative, multiple, old, extent numeral.Class
	spell, sayverb, rangeWord, span, measured                               numeral.Class
	race, street, befalls, verb, compared, relative, parting, against       numeral.Class
	nation, turn, past, moves, emergency, numbered, sizing, paying          numeral.Class
	s, one, minus, negative, a, according, over, us, usa                    int32
}

func namedClasses(lex *numeral.Lexicon) classes {
	return classes{
		stop: lex.Class("stop"), plural: lex.Class("plural"), named: lex.Class("named"), aged: lex.Class("aged"),
		casualty: lex.Class("casualty"), superlative: lex.Class("superlative"), multiple: lex.Class("multiple"),
		old: lex.Class("old"), extent: lex.Class("extent"), spell: lex.Class("spell"), sayverb: lex.Class("sayverb"),
		rangeWord: lex.Class("rangeword"), span: lex.Class("span"), measured: lex.Class("measured"),
		s: lex.Intern("s"), one: lex.Intern("one"), minus: lex.Intern("minus"), negative: lex.Intern("negative"), a: lex.Intern("a"),
		race: lex.Class("race"), street: lex.Class("street"), befalls: lex.Class("befalls"), verb: lex.Class("verb"), compared: lex.Class("compared"), relative: lex.Class("relative"), parting: lex.Class("parting"), against: lex.Class("against"), nation: lex.Class("nation"), turn: lex.Class("turn"), past: lex.Class("past"), moves: lex.Class("moves"), according: lex.Intern("according"), over: lex.Intern("over"), us: lex.Intern("us"), usa: lex.Intern("u.s"),
		emergency: lex.Class("emergency"), numbered: lex.Class("numbered"), sizing: lex.Class("sizing"), paying: lex.Class("paying"),
	}
}

// found is a number with its unit: atoms [first, next), of which the number
// itself takes [num.First, numNext).
type found struct {
	first, next int
	num         numeral.Number
	kind        nutgraf.QuantityKind
	unit        string
	low, high   float64
	ranged      bool
	score       bool
	minus       bool
	side        bool // the first of two lengths: "40 by 60 feet"
}

func (c *found) quantity(atoms []numeral.Atom) nutgraf.Quantity {
	q := nutgraf.Quantity{
		Span: nutgraf.Span{Start: int(atoms[c.first].Start), End: int(atoms[c.next-1].End)},
		Kind: c.kind, Known: !c.score, Value: c.num.Val, Low: c.num.Low, High: c.num.High, Unit: c.unit,
		Hedge: nutgraf.Exact, Status: nutgraf.Achieved, Window: -1,
	}
	if c.ranged {
		q.Low, q.High, q.Value = c.low, c.high, (c.low+c.high)/2
	}
	if c.num.Vague {
		q.Hedge = nutgraf.Approximate
	}
	return q
}

// measure reads a number with the signs and units on both its sides.
func (f *Finder) measure(w *work, i int) (found, bool) {
	minus := f.minusAt(w, i)
	sign, at := f.signAt(w, i+minus) // -$5 million
	c, ok := f.number(w, at)
	if !ok && at == i {
		return f.spellAndHalf(w, i)
	}
	if !ok || minus > 0 && c.num.Vague {
		return found{}, false
	}
	c.minus = minus > 0
	if c.minus {
		c.num.Val, c.num.Low, c.num.High = -c.num.Val, -c.num.Val, -c.num.Val
	}
	c.first = i
	if sign != "" {
		c.kind, c.unit = nutgraf.Money, sign
	} else {
		c.first = f.codeBefore(w, &c)
	}
	f.after(w, &c)
	f.sides(w, &c)
	f.changed(w, &c)
	f.share(w, &c)
	f.toRange(w, &c, i)
	return c, true
}

// number reads the bare number at atom i.
func (f *Finder) number(w *work, i int) (found, bool) {
	n, ok := f.lex.Read(w.atoms, i)
	if !ok {
		return found{}, false
	}
	return found{first: i, next: n.Next, num: n, kind: nutgraf.Cardinal}, true
}

// minusAt reads "minus" and the minus sign: the number of atoms they take.
func (f *Finder) minusAt(w *work, i int) int {
	a := &w.atoms[i]
	if i+1 >= len(w.atoms) {
		return 0
	}
	if a.Kind == numeral.Symbol {
		if (a.Sym == '-' || a.Sym == '–') && (!a.Glued || w.word(i-1) == "(") && w.atoms[i+1].Glued &&
			(w.atoms[i+1].Kind == numeral.Digits || w.atoms[i+1].Kind == numeral.Symbol && f.signs[w.atoms[i+1].Sym] != "") {
			return 1
		}
		return 0
	}
	if i > 1 && w.word(i-1) == "or" && w.word(i-2) == "plus" {
		return 0 // plus or minus three points
	}
	if (a.Entry == f.is.minus || a.Entry == f.is.negative) && w.atoms[i+1].Entry != f.is.a {
		return 1
	}
	return 0
}

// signAt reads a currency sign before a number: "$", "US$", "C$ ", "£".
func (f *Finder) signAt(w *work, i int) (unit string, next int) {
	a := &w.atoms[i]
	if a.Kind != numeral.Symbol {
		return "", i
	}
	unit = f.signs[a.Sym]
	if unit == "" || unit == "cent" || i+1 >= len(w.atoms) {
		return "", i
	}
	return unit, i + 1
}

// codeBefore takes in what stands before a sign or a number: "US" in "US$5",
// "EUR" in "EUR 125". It returns the first atom of the quantity.
func (f *Finder) codeBefore(w *work, c *found) int {
	if c.first == 0 {
		return c.first
	}
	at := c.first - 1
	if w.atoms[at].Sym == '.' && w.atoms[at].Glued && at > 0 {
		at-- // Rs. 500
	}
	a := &w.atoms[at]
	if a.Kind != numeral.Word || a.End-a.Start > 3 {
		return c.first
	}
	if code := f.leads[w.text[a.Start:a.End]]; code != "" && (a.End-a.Start > 1 || c.num.Scaled && w.atoms[c.first].Glued) {
		c.kind, c.unit = nutgraf.Money, code
		return at
	}
	if at < c.first-1 {
		return c.first
	}
	code := f.code(w.text[a.Start:a.End])
	if code == "" || code == "COP" && c.num.Val < 1000 { // COP21 is a conference
		return c.first
	}
	c.kind, c.unit = nutgraf.Money, code
	return c.first - 1
}

// after reads the unit behind the number.
func (f *Finder) after(w *work, c *found) {
	if c.kind == nutgraf.Money {
		f.prefix(w, c)
		f.moneyWord(w, c)
		return
	}
	at := c.next
	if c.num.Many && f.manyOf(w, c) {
		return
	}
	if c.num.Fraction && c.num.Words || c.num.Val < 1 && w.atoms[c.num.First].Places > 0 {
		at = f.wholeAt(w, at)
	}
	if at >= len(w.atoms) {
		return
	}
	hyphen := false
	if w.atoms[at].Sym == '-' && w.atoms[at].Glued && at+1 < len(w.atoms) && w.atoms[at+1].Glued {
		at, hyphen = at+1, true
	} else if w.atoms[at].Sym == '-' && f.age(w, c, at+1) {
		return // "14 - year - old": a wire's spaces
	}
	if f.metres(w, c) || f.symbolUnit(w, c, at) || f.age(w, c, at) || f.spellUnit(w, c, at) || f.degrees(w, c, at) || f.coins(w, c, at) {
		return
	}
	f.wordUnit(w, c, at, hyphen)
	f.square(w, c)
	if c.kind == nutgraf.Measure {
		f.rate(w, c)
	}
	f.smaller(w, c)
}

// manyOf reads the money in "tens of millions of dollars".
func (f *Finder) manyOf(w *work, c *found) bool {
	if f.maskAt(w, c.next)&numeral.Of == 0 {
		return false
	}
	p, next := f.units.at(w.atoms, c.next+1)
	if p == nil || p.class != "currency" {
		return false
	}
	c.kind, c.unit, c.next = nutgraf.Money, p.value, next
	return true
}

// wholeAt passes over "a" and "of an" before the unit of which a fraction is told:
// "half a mile", "a quarter of an inch". Elsewhere it stays at atom i.
func (f *Finder) wholeAt(w *work, i int) int {
	at := i
	if f.maskAt(w, at)&numeral.Of != 0 {
		at++
		if w.word(at) == "1" || w.word(at) == "one" { // half of 1 percent
			if p, _ := f.units.at(w.atoms, at+1); p != nil {
				return at + 1
			}
		}
	}
	if f.maskAt(w, at)&numeral.Article == 0 {
		return i
	}
	if p, _ := f.units.at(w.atoms, at+1); p == nil && f.maskAt(w, at+1)&f.is.spell == 0 {
		return i
	}
	return at + 1
}

// prefix takes in the letters glued before a sign: "US$", "A$", "AU$".
func (f *Finder) prefix(w *work, c *found) {
	if c.unit != "USD" || c.first == 0 || w.atoms[c.first].Kind != numeral.Symbol {
		return
	}
	a := &w.atoms[c.first-1]
	if a.Kind != numeral.Word || a.End-a.Start > 4 || int(a.End) != int(w.atoms[c.first].Start) && int(a.End-a.Start) > 2 {
		return
	}
	text := w.text[a.Start:a.End]
	if text == "U.S." {
		text = "US"
	}
	if code := f.code(text); code != "" && a.End == w.atoms[c.first].Start {
		c.unit, c.first = code, c.first-1
		return
	}
	if code := f.codes[text]; code != "" && (a.End == w.atoms[c.first].Start || text == "US") {
		c.unit, c.first = code, c.first-1
	}
}

// moneyWord takes in a currency's word or code behind an amount that has its
// sign already: "$249 USD", "$5.9 billion dollars".
func (f *Finder) moneyWord(w *work, c *found) {
	if w.word(c.next) == "T" && w.atoms[c.next].Glued && !c.num.Scaled && !c.minus { // $2.2T
		v := c.num.Val * 1e12
		c.num.Val, c.num.Low, c.num.High, c.num.Scaled, c.next = v, v, v, true, c.next+1
		return
	}
	p, next := f.units.at(w.atoms, c.next)
	if p != nil && p.class == "currency" {
		c.next = next
		return
	}
	if c.next < len(w.atoms) && w.atoms[c.next].Kind == numeral.Word {
		a := &w.atoms[c.next]
		if code := f.code(w.text[a.Start:a.End]); code != "" {
			c.unit, c.next = code, c.next+1
		}
	}
}

// symbolUnit reads "%", "°", inch marks and currency signs behind the number.
func (f *Finder) symbolUnit(w *work, c *found, at int) bool {
	a := &w.atoms[at]
	if a.Glued && !c.num.Words && w.word(at) == "pc" { // 5pc
		c.kind, c.unit, c.next = nutgraf.Percent, "percent", at+1
		return true
	}
	if a.Kind != numeral.Symbol {
		return false
	}
	switch {
	case a.Sym == '%':
		c.kind, c.unit, c.next = nutgraf.Percent, "percent", at+1
	case a.Sym == '°':
		c.kind, c.unit, c.next = nutgraf.Measure, "degree", at+1
		if at+1 < len(w.atoms) && w.atoms[at+1].End-w.atoms[at+1].Start == 1 {
			switch w.text[w.atoms[at+1].Start] {
			case 'C':
				c.unit, c.next = "degree Celsius", at+2
			case 'F':
				c.unit, c.next = "degree Fahrenheit", at+2
			}
		}
	case !c.num.Words && a.Sym == '\'' && a.Glued && at+1 < len(w.atoms) && w.atoms[at+1].Sym == '\'' && w.atoms[at+1].Glued:
		c.kind, c.unit, c.next = nutgraf.Measure, "inch", at+2
	case !c.num.Words && a.Sym == '\'' && a.Glued && f.height(w, c, at+1):
	case f.signs[a.Sym] != "" && (a.Sym != '$' || at+1 >= len(w.atoms) || w.atoms[at+1].Kind != numeral.Digits):
		c.kind, c.unit, c.next = nutgraf.Money, f.signs[a.Sym], at+1
	default:
		return false
	}
	return true
}

// age reads "year-old", "years old", "months of age" behind the number.
func (f *Finder) age(w *work, c *found, at int) bool {
	if at >= len(w.atoms) || f.lex.Mask(&w.atoms[at])&f.is.spell == 0 {
		return false
	}
	next := at + 1
	if next < len(w.atoms) && w.atoms[next].Sym == '-' {
		next++
	}
	switch {
	case next < len(w.atoms) && f.lex.Mask(&w.atoms[next])&f.is.old != 0:
		next++
	case next+1 < len(w.atoms) && f.lex.Mask(&w.atoms[next])&numeral.Of != 0 && f.lex.Mask(&w.atoms[next+1])&f.is.aged != 0:
		next += 2
	default:
		return false
	}
	c.kind, c.unit, c.next = nutgraf.Age, f.lex.Text(&w.atoms[at], f.is.spell), next
	return true
}

// spellUnit reads a length of time: "75 hours". The span stays the number's, as
// that of a count.
func (f *Finder) spellUnit(w *work, c *found, at int) bool {
	if f.lex.Mask(&w.atoms[at])&f.is.spell == 0 {
		return false
	}
	c.kind, c.unit, c.next = nutgraf.Measure, f.lex.Text(&w.atoms[at], f.is.spell), at+1
	if next := f.andHalf(w, at+1); next > 0 && !c.num.Vague {
		c.num.Val, c.num.Low, c.num.High, c.next = c.num.Val+.5, c.num.Low+.5, c.num.High+.5, next
	}
	return true
}

// spellAndHalf reads "a year and a half" at atom i.
func (f *Finder) spellAndHalf(w *work, i int) (found, bool) {
	if f.maskAt(w, i)&numeral.Article == 0 || f.maskAt(w, i+1)&f.is.spell == 0 {
		return found{}, false
	}
	next := f.andHalf(w, i+2)
	if next == 0 {
		return found{}, false
	}
	n := numeral.Number{First: i, Next: i + 1, Val: 1.5, Low: 1.5, High: 1.5, Words: true, Article: true}
	return found{first: i, next: next, num: n, kind: nutgraf.Measure, unit: f.lex.Text(&w.atoms[i+1], f.is.spell)}, true
}

// andHalf is the atom behind "and a half" at atom i, or 0.
func (f *Finder) andHalf(w *work, i int) int {
	if f.maskAt(w, i)&numeral.And != 0 && f.maskAt(w, i+1)&numeral.Article != 0 && strings.EqualFold(w.word(i+2), "half") {
		return i + 3
	}
	return 0
}

// wordUnit reads a unit's words behind the number.
func (f *Finder) wordUnit(w *work, c *found, at int, hyphen bool) {
	p, next := f.units.at(w.atoms, at)
	if p == nil {
		f.codeAfter(w, c, at)
		return
	}
	if w.atoms[at].Upper && w.word(next) == "-" && w.atoms[next].Glued {
		return // two Kilo-class boats
	}
	switch p.class {
	case "percent":
		c.kind = nutgraf.Percent
	case "currency":
		if hyphen && !c.num.Scaled && p.value == "USD" && c.num.Words {
			return
		}
		c.kind = nutgraf.Money
	case "pound":
		c.kind, c.unit, c.next = nutgraf.Measure, "pound-mass", next
		if c.num.Scaled || f.paying(w, c.first) {
			c.kind, c.unit = nutgraf.Money, "GBP"
		}
		return
	case "shortunit":
		if c.num.Words {
			return
		}
		c.kind = nutgraf.Measure
	default:
		c.kind = nutgraf.Measure
	}
	c.unit, c.next = p.value, next
}

// paying reports whether a word of paying stands up to three words before atom i, so
// that pounds behind it are money.
func (f *Finder) paying(w *work, i int) bool {
	for k := i - 1; k >= 0 && k >= i-3 && w.atoms[k].Kind == numeral.Word; k-- {
		if f.maskAt(w, k)&f.is.paying != 0 {
			return true
		}
	}
	return false
}

// codeAfter reads a currency's code behind the number: "500 USD".
func (f *Finder) codeAfter(w *work, c *found, at int) {
	a := &w.atoms[at]
	if a.Kind != numeral.Word {
		return
	}
	if code := f.code(w.text[a.Start:a.End]); code != "" {
		c.kind, c.unit, c.next = nutgraf.Money, code, at+1
	}
}

// code gives the currency of a code of three letters: in capitals, or one of
// those that are no words in small letters.
func (f *Finder) code(s string) string {
	switch s {
	case "usd", "eur", "gbp", "rmb", "cny":
		s = strings.ToUpper(s)
	}
	if len(s) != 3 {
		return ""
	}
	return f.codes[s]
}
