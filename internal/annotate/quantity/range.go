package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// toRange reads the far end of "25,000 to 30,000", "between 5 and 10 percent",
// "$5-10 million", "10–15 miles"; also votes and scores ("52-35").
func (f *Finder) toRange(w *work, c *found, start int) {
	at := c.next
	if at+1 >= len(w.atoms) || c.num.Vague || c.num.Fraction {
		return
	}
	at, behind := f.hyphenedTo(w, at)
	dashed, ok := f.rangeLink(w, c, start, at)
	if !ok {
		return
	}
	sign, from := f.signAt(w, behind)
	far, ok := f.number(w, from)
	if !ok || far.num.Vague || far.num.Fraction && !c.num.Fraction {
		return
	}
	if dashed && (w.atoms[behind].Glued != w.atoms[at].Glued || !c.num.Words && w.atoms[behind].Upper) {
		return
	}
	far.first = behind
	if sign != "" {
		far.kind, far.unit = nutgraf.Money, sign
	}
	f.after(w, &far)
	if dashed && f.polled(c, &far) {
		c.kind, c.unit = far.kind, far.unit
		return
	}
	if dashed && !w.atoms[at].Glued && !f.apart(c, &far) {
		return
	}
	f.join(w, c, &far, dashed)
}

// hyphenedTo finds the link of "three-to-one" and of "8- to 16-meter" in place of
// the hyphen at atom at, and the far number behind it.
func (f *Finder) hyphenedTo(w *work, at int) (link, far int) {
	if w.atoms[at].Sym != '-' || !w.atoms[at].Glued {
		return at, at + 1
	}
	switch w.word(at + 1) {
	case "to", "or":
	default:
		return at, at + 1
	}
	if !w.atoms[at+1].Glued {
		return at + 1, at + 2
	}
	if w.word(at+2) == "-" && w.atoms[at+2].Glued {
		return at + 1, at + 3
	}
	return at, at + 1
}

// polled reports whether two numbers are the shares of two sides, of which only
// the second bears the sign: "52 - 42 percent".
func (f *Finder) polled(c, far *found) bool {
	return far.kind == nutgraf.Percent && c.unit == "" && c.kind == nutgraf.Cardinal && !c.num.Words && !c.minus &&
		far.num.Val <= c.num.Val && c.num.Val <= 100
}

// rangeLink reports whether the atom at links the ends of a range.
func (f *Finder) rangeLink(w *work, c *found, start, at int) (dashed, ok bool) {
	a := &w.atoms[at]
	if a.Kind == numeral.Symbol {
		if a.Sym == '-' || a.Sym == '–' || a.Sym == '~' {
			return true, true
		}
		return false, false
	}
	if f.lex.Mask(a)&f.is.rangeWord == 0 {
		return false, false
	}
	word := w.text[a.Start:a.End]
	if word == "to" && f.moved(w, start) && (c.unit != "" || w.word(start-1) == "from") {
		return false, false // rose 3 cents to 49 cents, rose from 40 to 60
	}
	if word == "and" {
		return false, start > 0 && strings.EqualFold(w.word(start-1), "between")
	}
	return false, word == "to" || word == "through" || word == "or" && c.kind == nutgraf.Cardinal
}

// moved reports whether a verb of rising or falling stands before atom i, or before
// the word that hedges it.
func (f *Finder) moved(w *work, i int) bool {
	return f.maskAt(w, i-1)&f.is.moves != 0 || f.maskAt(w, i-2)&f.is.moves != 0 && w.atoms[i-1].Kind == numeral.Word
}

// apart reports whether two numbers with a dash between spaces are the ends of a
// range ("1,000 - 5,000") and no remark set off by dashes.
func (f *Finder) apart(c, far *found) bool {
	return c.unit == "" && !c.num.Words && !far.num.Words && c.num.Val < far.num.Val && far.num.Val <= 20*c.num.Val
}

// join makes a range of two numbers when the second is the greater and their
// units do not speak against it.
func (f *Finder) join(w *work, c, far *found, dashed bool) {
	low, high := c.num.Val, far.num.Val
	if far.num.Scaled && !c.num.Scaled && low < 1000 {
		if scale := f.scaleOf(w, far); scale > 1 && low < high/scale {
			low *= scale
		}
	}
	if c.unit == "degree" && strings.HasPrefix(far.unit, "degree ") {
		c.unit = far.unit
	}
	if c.unit != "" && far.unit != "" && c.unit != far.unit || c.unit != "" && far.unit == "" && c.kind != nutgraf.Money {
		return
	}
	if dashed && low >= high && c.unit == "" && far.unit == "" && c.kind == nutgraf.Cardinal && low < 1000 {
		c.next, c.score = far.next, true
		return
	}
	if !dashed && low >= high && low < 1000 && c.unit == "" && far.unit == "" && c.kind == nutgraf.Cardinal && f.against(w, c) {
		c.next, c.score = far.next, true
	}
	if low >= high || w.word(c.next) == "or" && high > orApart*low {
		return
	}
	if c.unit == "" {
		c.unit, c.kind = far.unit, far.kind
	}
	c.low, c.high, c.ranged, c.next = low, high, true, far.next
}

// orApart is how many times the first of two numbers parted by "or" the second
// may be for both to be the ends of a range: "five or six", not "one or 100".
const orApart = 10

// against reports whether "3 to 1" or "3-to-1" sets two numbers against each
// other, and tells of no fall from one to the other.
func (f *Finder) against(w *work, c *found) bool {
	return (w.word(c.next) == "to" || w.word(c.next) == "-") && !strings.EqualFold(w.word(c.first-1), "from")
}

// scaleOf is the magnitude behind a number in digits: 1e6 for "10 million".
func (f *Finder) scaleOf(w *work, c *found) float64 {
	a := &w.atoms[c.num.First]
	if a.Kind != numeral.Digits || a.Val == 0 {
		return 1
	}
	return c.num.Val / a.Val
}
