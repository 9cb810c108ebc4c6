package numeral

// words reads a number that begins with a word.
func (r *reader) words() (Number, bool) {
	m := r.mask(r.at)
	switch {
	case m&Article != 0:
		return r.afterArticle()
	case m&Vague != 0:
		return r.vague(r.at)
	case m&Many != 0:
		return r.many()
	case m&Fraction != 0 && m&Ordinal == 0 && r.lex.Num(&r.atoms[r.at], Fraction) == 2:
		return r.half()
	case m&Fraction != 0 && m&Ordinal == 0 && r.mask(r.joined(r.at+1))&Scale != 0 && r.lex.Num(&r.atoms[r.at], Fraction) == 4:
		return r.half() // quarter million
	case m&Hundred != 0 && r.mask(r.at+1)&Scale != 0: // hundred thousand
	case m&(Digit|Teen|Tens) == 0:
		return Number{}, false // "million" alone counts nothing
	}
	n := Number{Words: true}
	n.Val = r.cardinal(&n)
	if n.Val < 1000 && r.plurals(r.at) { // three dozens
		r.scale = r.lex.Num(&r.atoms[r.at], Many)
		n.Val, n.Scaled = n.Val*r.scale, true
		r.at++
	}
	r.point(&n)
	r.wordFraction(&n)
	if !n.Fraction {
		r.andHalf(&n)
	}
	return n, true
}

// afterArticle reads "a hundred", "a dozen", "a couple of", "a few", "a third".
func (r *reader) afterArticle() (Number, bool) {
	i := r.at + 1
	m := r.mask(i)
	switch {
	case m&Couple != 0:
		r.at = i + 1
		if r.mask(r.at)&Of != 0 {
			r.at++
		}
		n := Number{Val: 2, Low: 2, High: 3, Vague: true, Words: true, Article: true}
		r.scaleVague(&n)
		return n, true
	case m&Vague != 0:
		n, ok := r.vague(i)
		n.Article = true
		return n, ok
	case m&(Hundred|Scale|Dozen) != 0:
		n := Number{Words: true, Article: true}
		r.at = i
		n.Val = r.cardinal(&n)
		if r.scale >= 1000 {
			r.andHalf(&n) // a million and a half
		}
		return n, true
	case m&Fraction != 0:
		n := Number{Val: 1 / r.lex.Num(&r.atoms[i], Fraction), Words: true, Fraction: true, Article: true}
		r.at = i + 1
		r.ofScale(&n)
		return n, true
	}
	return Number{}, false
}

// vague reads "several", "few hundred".
func (r *reader) vague(i int) (Number, bool) {
	r.at = i + 1
	n := Number{Vague: true, Words: true, Low: 3, High: 9, Val: r.lex.Num(&r.atoms[i], Vague)}
	if n.Val < 3 {
		n.Low = n.Val
	}
	r.scaleVague(&n)
	return n, true
}

func (r *reader) scaleVague(n *Number) {
	for k := 0; k < 2 && r.mask(r.at)&(Scale|Hundred|Dozen) != 0; k++ {
		v := r.lex.Num(&r.atoms[r.at], Scale|Hundred|Dozen)
		n.Val, n.Low, n.High, n.Scaled = n.Val*v, n.Low*v, n.High*v, true
		r.at++
	}
}

// many reads "dozens", "hundreds of thousands", "tens of millions".
func (r *reader) many() (Number, bool) {
	v := r.lex.Num(&r.atoms[r.at], Many)
	r.at++
	for k := 0; k < 2 && r.mask(r.at)&Of != 0 && r.mask(r.at+1)&Many != 0; k++ {
		v *= r.lex.Num(&r.atoms[r.at+1], Many)
		r.at += 2
	}
	return Number{Vague: true, Words: true, Many: true, Val: 2 * v, Low: 2 * v, High: 9 * v}, true
}

// half reads "half", "half a million".
func (r *reader) half() (Number, bool) {
	n := Number{Val: 1 / r.lex.Num(&r.atoms[r.at], Fraction), Words: true, Fraction: true}
	r.at++
	r.ofScale(&n)
	return n, true
}

// ofScale reads the magnitude of "half a million" and "a quarter of a million".
func (r *reader) ofScale(n *Number) {
	i := r.at
	if r.mask(i)&Of != 0 {
		i++
	}
	if r.mask(i)&Article != 0 {
		i++
	}
	i = r.joined(i)
	if r.mask(i)&Scale != 0 || i > r.at && r.mask(i)&Dozen != 0 {
		r.scale = r.lex.Num(&r.atoms[i], Scale|Dozen)
		n.Val *= r.scale
		n.Fraction, n.Scaled = false, true
		r.at = i + 1
	}
}

// cardinal reads number words: "one hundred and twenty-six thousand".
func (r *reader) cardinal(n *Number) float64 {
	total, cur, last := 0., 0., Class(0)
	for r.at < len(r.atoms) {
		i := r.at
		if i > 0 {
			i = r.joined(i)
		}
		if r.mask(i)&And != 0 && last&(Hundred|Scale) != 0 && r.mask(i+1)&(Digit|Teen|Tens) != 0 && r.mask(i+2)&Fraction == 0 {
			i++
		}
		m := r.mask(i) & (Digit | Teen | Tens | Hundred | Scale | Dozen)
		if m == 0 || !follows(m, last, cur) || i != r.at && last == 0 {
			break
		}
		v := r.lex.Num(&r.atoms[i], m)
		switch {
		case m&(Digit|Teen|Tens) != 0:
			cur += v
		case m&(Hundred|Dozen) != 0:
			cur = max(cur, 1) * v
			n.Scaled = true
		default:
			if cur == 0 && total > 0 {
				total *= v
			}
			total += max(cur, oneIf(total == 0)) * v
			cur, n.Scaled, r.scale = 0, true, v
		}
		last, r.at = m, i+1
	}
	return total + cur
}

func oneIf(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// follows reports whether a word of class m can stand behind one of class last
// in one number: "twenty six", not "six twenty".
func follows(m, last Class, cur float64) bool {
	switch {
	case last == 0:
		return true
	case m&Digit != 0:
		return last&(Tens|Hundred|Scale) != 0
	case m&(Teen|Tens) != 0:
		return last&(Hundred|Scale) != 0
	case m&Hundred != 0:
		return last&(Digit|Teen) != 0 && cur < 100
	case m&Dozen != 0:
		return last&(Digit|Teen|Tens) != 0
	}
	return true
}

// wordFraction reads the denominator of "two thirds" and "three-quarters".
func (r *reader) wordFraction(n *Number) {
	i := r.joined(r.at)
	if r.mask(i)&Fraction == 0 || n.Val != float64(int(n.Val)) {
		return
	}
	den := r.lex.Num(&r.atoms[i], Fraction)
	if n.Val == 1 && den == 2 || n.Val < den && n.Val <= 20 || n.Val > 1 && r.plural(i) {
		n.Val, n.Fraction = n.Val/den, true
		r.at = i + 1
		r.ofScale(n)
	}
}

// ReadOrdinal reads "first", "21st", "twenty-first", "hundredth": its value and
// the atom behind it.
func (l *Lexicon) ReadOrdinal(atoms []Atom, i int) (val float64, next int, ok bool) {
	r := reader{lex: l, atoms: atoms, at: i}
	if i >= len(atoms) {
		return 0, i, false
	}
	a := &atoms[i]
	if a.Kind == Digits {
		if a.Places == 0 && r.mask(i+1)&OrdinalEnd != 0 && atoms[i+1].Glued {
			return a.Val, i + 2, true
		}
		return 0, i, false
	}
	m := r.mask(i)
	if m&Ordinal != 0 {
		return l.Num(a, Ordinal), i + 1, true
	}
	if m&(Digit|Teen|Tens) == 0 {
		return 0, i, false
	}
	var n Number
	v := r.cardinal(&n)
	j := r.joined(r.at)
	if r.mask(j)&Ordinal == 0 || n.Fraction {
		return 0, i, false
	}
	if o := l.Num(&atoms[j], Ordinal); o < v || o >= 100 {
		if o >= 100 {
			return v * o, j + 1, true
		}
		return v + o, j + 1, true
	}
	return 0, i, false
}

// plural reports whether a word's entry ends in -s: "fifths".
func (r *reader) plural(i int) bool {
	t := r.lex.entries[r.atoms[i].Entry].Text
	return t[len(t)-1] == 's'
}

// point reads the decimals of "six point two".
func (r *reader) point(n *Number) {
	if r.at >= len(r.atoms) || r.mask(r.at)&Point == 0 || r.mask(r.at+1)&(Digit|Teen|Tens) == 0 {
		return
	}
	scale := .1
	for r.at++; r.mask(r.at)&(Digit|Teen|Tens) != 0; r.at++ {
		v := r.lex.Num(&r.atoms[r.at], Digit|Teen|Tens)
		if v >= 10 {
			scale /= 10
		}
		n.Val += v * scale
		if r.mask(r.at)&Tens != 0 && r.mask(r.joined(r.at+1))&Digit != 0 {
			r.at = r.joined(r.at + 1)
			n.Val += r.lex.Num(&r.atoms[r.at], Digit) * scale
		}
		scale /= 10
	}
}

// titleReach is how many atoms on either side of one tell whether it stands in a
// headline.
const titleReach = 40

// Titled reports whether atom i stands in a headline in which every word that
// matters begins with a capital: no more than one in six of the longer words
// around does not.
func Titled(atoms []Atom, i int) bool {
	small, all := 0, 0
	for _, a := range atoms[max(0, i-titleReach):min(len(atoms), i+titleReach)] {
		if a.Kind == Word && a.End-a.Start > 3 {
			all++
			if !a.Upper {
				small++
			}
		}
	}
	return 6*small <= all
}
