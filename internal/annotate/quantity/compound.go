package quantity

import (
	"math"
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// metres tells the metre and the millimetre from the million where "m" or "mm"
// is glued to digits: "a 7.62mm rifle", "1.8m tall", "the 100m final", but
// "1.8m people".
func (f *Finder) metres(w *work, c *found) bool {
	last := &w.atoms[c.next-1]
	if !last.Glued || last.Kind != numeral.Word || c.next-1 == c.num.First {
		return false
	}
	unit := "meter"
	switch w.word(c.next - 1) {
	case "mm":
		unit = "millimeter"
	case "m":
		at := c.next
		if w.word(at) == "-" && w.atoms[at].Glued {
			at++ // a 12m-high wall
		}
		if f.maskAt(w, at)&(f.is.extent|f.is.race) == 0 && !f.ran(w, c) {
			return false
		}
	default:
		return false
	}
	v := w.atoms[c.num.First].Val
	if c.num.Val < 0 {
		v = -v
	}
	c.num.Val, c.num.Low, c.num.High, c.num.Scaled = v, v, v, false
	c.kind, c.unit = nutgraf.Measure, unit
	return true
}

// ran reports whether "m" is glued to the length of a race: "ran the 100m".
func (f *Finder) ran(w *work, c *found) bool {
	switch w.atoms[c.num.First].Val {
	case 60, 100, 110, 200, 400, 800, 1500, 5000, 10000:
	default:
		return false
	}
	switch w.word(c.num.First - 1) {
	case "the", "s", "over":
		return !f.noun(w, c.next)
	}
	return false
}

// degrees reads the temperature in "30C" and "-10F".
func (f *Finder) degrees(w *work, c *found, at int) bool {
	a := &w.atoms[at]
	if !a.Glued || a.End-a.Start != 1 || w.atoms[at-1].Kind != numeral.Digits || c.num.Val > 150 ||
		at+1 < len(w.atoms) && w.atoms[at+1].Glued && w.atoms[at+1].Kind != numeral.Symbol {
		return false
	}
	switch w.text[a.Start] {
	case 'C':
		c.unit = "degree Celsius"
	case 'F':
		c.unit = "degree Fahrenheit"
	default:
		return false
	}
	c.kind, c.next = nutgraf.Measure, at+1
	return true
}

// square reads "km2", "m²" and "m3": the power behind a unit of length.
func (f *Finder) square(w *work, c *found) {
	if c.kind != nutgraf.Measure || c.next >= len(w.atoms) || !w.atoms[c.next].Glued {
		return
	}
	switch c.unit {
	case "meter", "kilometer", "centimeter", "millimeter", "foot", "mile":
	default:
		return
	}
	switch a := &w.atoms[c.next]; {
	case a.Sym == '²', a.Kind == numeral.Digits && a.Val == 2 && a.Whole == 1:
		c.unit = "square " + c.unit
	case a.Sym == '³', a.Kind == numeral.Digits && a.Val == 3 && a.Whole == 1:
		c.unit = "cubic " + c.unit
	default:
		return
	}
	c.next++
}

// smaller reads the smaller unit behind a greater one: "5 feet 2 inches",
// "6-foot-2", "three dollars and fifty cents".
func (f *Finder) smaller(w *work, c *found) {
	per, unit := 0., ""
	switch c.unit {
	case "foot":
		per, unit = 12, "inch"
	case "USD", "EUR", "AUD", "CAD":
		per, unit = 100, "cent"
	case "GBP":
		per, unit = 100, "penny"
	case "pound-mass":
		per, unit = 16, "ounce"
	default:
		return
	}
	at, hyphen := c.next, false
	if at < len(w.atoms) && w.atoms[at].Sym == '-' && w.atoms[at].Glued && c.unit == "foot" {
		at, hyphen = at+1, true
	} else if f.maskAt(w, at)&numeral.And != 0 || w.word(at) == "," && c.unit == "foot" { // a 6-foot, 4-inch man
		at++
	}
	small, ok := f.number(w, at)
	if !ok || small.num.Val < 0 || small.num.Val >= per || small.num.Vague {
		return
	}
	behind := small.next
	if w.word(behind) == "-" && w.atoms[behind].Glued && c.unit == "foot" {
		behind++
	}
	if p, next := f.units.at(w.atoms, behind); p != nil && p.value == unit {
		small.next = next
	} else if c.unit == "foot" && w.word(small.next) == "in" && f.inches(w, small.next+1) {
		small.next++
	} else if !hyphen || small.num.Val != math.Trunc(small.num.Val) || small.next < len(w.atoms) && w.atoms[small.next].Glued && w.atoms[small.next].Kind != numeral.Symbol {
		return
	}
	v := c.num.Val + small.num.Val/per
	c.num.Val, c.num.Low, c.num.High, c.next = v, v, v, small.next
}

// height reads the inches at atom i in "5'11" and "5'11"".
func (f *Finder) height(w *work, c *found, i int) bool {
	if i >= len(w.atoms) || w.atoms[i].Kind != numeral.Digits || !w.atoms[i].Glued || w.atoms[i].Val > 11 || w.atoms[i].Whole > 2 ||
		c.num.Val < 3 || c.num.Val > 8 || c.num.Val != math.Trunc(c.num.Val) || i+1 < len(w.atoms) && w.atoms[i+1].Glued && w.atoms[i+1].Kind != numeral.Symbol {
		return false
	}
	v := c.num.Val + w.atoms[i].Val/12
	c.num.Val, c.num.Low, c.num.High, c.kind, c.unit, c.next = v, v, v, nutgraf.Measure, "foot", i+1
	if s := w.word(i + 1); s == "\"" || s == "”" || s == "″" {
		c.next++
	}
	return true
}

// inches tells the unit in "5 ft 2 in" from the preposition by what stands behind
// it at atom i.
func (f *Finder) inches(w *work, i int) bool {
	return i >= len(w.atoms) || w.atoms[i].Kind == numeral.Symbol || f.maskAt(w, i)&f.is.extent != 0
}

// sides gives the first of two lengths the unit of the second: "40 by 60 feet", "a
// 12-by-14-inch box".
func (f *Finder) sides(w *work, c *found) {
	if c.kind != nutgraf.Cardinal || c.num.Vague || c.num.Scaled || c.minus {
		return
	}
	at := c.next
	if w.word(at) == "-" && w.atoms[at].Glued {
		at++
	}
	switch w.word(at) {
	case "by", "x", "×":
	default:
		return
	}
	at++
	if w.word(at) == "-" && w.atoms[at].Glued {
		at++
	}
	far, ok := f.number(w, at)
	if !ok || far.num.Scaled {
		return
	}
	f.after(w, &far)
	switch far.unit {
	case "foot", "inch", "meter", "centimeter", "millimeter", "kilometer", "mile", "yard":
		c.kind, c.unit, c.side = nutgraf.Measure, far.unit, true
	}
}

// changed gives a bare number the percent of the one that it is set beside: "to 3.5
// from 3.9 percent", "from 3.9 to 3.5 percent".
func (f *Finder) changed(w *work, c *found) {
	if c.kind != nutgraf.Cardinal || c.num.Words || c.num.Scaled || c.num.Vague || c.num.Val > 100 || c.first == 0 {
		return
	}
	before, link := w.word(c.first-1), w.word(c.next)
	if (before != "to" || link != "from") && (before != "from" || link != "to") {
		return
	}
	far, ok := f.number(w, c.next+1)
	if !ok {
		return
	}
	if f.after(w, &far); far.kind == nutgraf.Percent && far.unit == "percent" && (link == "from" || far.num.Val < c.num.Val || f.moved(w, c.first)) {
		c.kind, c.unit = far.kind, far.unit
	}
}

// rate reads what a measure is told for behind a stroke: "60 km/h", "5 mg/dL".
func (f *Finder) rate(w *work, c *found) {
	if w.word(c.next) != "/" || !w.atoms[c.next].Glued || c.next+1 >= len(w.atoms) || !w.atoms[c.next+1].Glued {
		return
	}
	if per := f.per[strings.ToLower(w.word(c.next+1))]; per != "" && (c.next+2 >= len(w.atoms) || !w.atoms[c.next+2].Glued || w.atoms[c.next+2].Kind == numeral.Symbol) {
		c.unit, c.next = c.unit+" per "+per, c.next+2
	}
}

// coins reads the letter of a small coin glued to digits: "50p", "40c"; "9p" is an
// hour as well, and behind the lines of a screen "p" is no coin.
func (f *Finder) coins(w *work, c *found, at int) bool {
	a := &w.atoms[at]
	if !a.Glued || a.End-a.Start != 1 || c.num.Words || c.num.Scaled || c.num.Val > 999 || c.num.Val <= 12 && w.atoms[c.num.First].Places == 0 || at+1 < len(w.atoms) && w.atoms[at+1].Glued && w.atoms[at+1].Kind != numeral.Symbol {
		return false
	}
	switch w.text[a.Start] {
	case 'p':
		switch c.num.Val {
		case 144, 240, 360, 480, 540, 576, 720:
			return false
		}
		c.unit = "penny"
	case 'c':
		c.unit = "cent"
	default:
		return false
	}
	c.kind, c.next = nutgraf.Money, at+1
	return true
}

// share reads "one in five" and "two out of three": a part of those who follow.
func (f *Finder) share(w *work, c *found) {
	if c.kind != nutgraf.Cardinal || c.num.Vague || c.num.Scaled || c.num.Val < 1 || c.num.Val != math.Trunc(c.num.Val) || c.minus {
		return
	}
	at, firm := c.next+1, false
	switch {
	case w.word(c.next) == "in":
		at, firm = f.every(w, at)
	case w.word(c.next) == "out" && w.word(c.next+1) == "of":
		at, _ = f.every(w, at+1)
		firm = true
	case w.word(c.next) == "of" && w.word(at) == "every": // six of every ten
		at, firm = at+1, true
	case w.word(c.next) == "of" && c.num.Val > 1 && f.ofTen(w, at): // seven of 10 voters, but one of 10 who spoke
		firm = true
	case w.word(c.next) == "-" && w.word(c.next+1) == "in" && w.word(c.next+2) == "-" && w.atoms[c.next].Glued: // seven-in-10
		at += 2
	default:
		return
	}
	far, ok := f.number(w, at)
	if !ok || far.num.Vague || far.num.Fraction || far.num.Val <= c.num.Val || f.insideTime(w, at) {
		return
	}
	if !firm && !f.sharing(w, c, &far) || f.maskAt(w, far.next)&f.is.spell != 0 {
		return
	}
	v := c.num.Val / far.num.Val
	c.num.Val, c.num.Low, c.num.High, c.num.Fraction, c.next = v, v, v, true, far.next
}

// every passes over the word at atom i in "one in every five".
func (f *Finder) every(w *work, i int) (at int, passed bool) {
	if w.word(i) == "every" {
		return i + 1, true
	}
	return i, false
}

// ofTen reports whether the number at atom i is a bare ten or hundred, of which
// polls tell shares.
func (f *Finder) ofTen(w *work, i int) bool {
	n, ok := f.number(w, i)
	return ok && !n.num.Article && !n.num.Scaled && (n.num.Val == 10 || n.num.Val == 100) && i < len(w.atoms)
}

// manyIn is the greatest number of which more than one is a share, where it is not
// round: "two in 15", not "210 for 6 in 50 overs".
const manyIn = 20

// sharing reports whether "N in M" is a share and no place or count: M is ten, a
// hundred … or at least twice N, and what stands before is no deed.
func (f *Finder) sharing(w *work, c, far *found) bool {
	m := far.num.Val
	round := m == 10 || m == 100 || m == 1000 || far.num.Scaled
	if !round && (m < 2*c.num.Val && c.num.Val > 3 || m > 1000 || c.num.Val > 9 || c.num.Val > 1 && m > manyIn) {
		return false
	}
	if c.first == 0 {
		return true
	}
	p := &w.atoms[c.first-1]
	return !p.Past && f.lex.Mask(p)&f.is.casualty == 0 && (p.Kind != numeral.Word || !p.Upper || p.Entry >= 0)
}

func (f *Finder) maskAt(w *work, i int) numeral.Class {
	if i < 0 || i >= len(w.atoms) {
		return 0
	}
	return f.lex.Mask(&w.atoms[i])
}
