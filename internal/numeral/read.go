package numeral

import "math"

// Number is what Read found at an atom: atoms [First, Next). Low and High are
// its bounds, equal to Val when the number is exact; a vague number ("several",
// "dozens") has Vague set and rough bounds.
type Number struct {
	First, Next    int
	Val, Low, High float64
	Vague          bool // no number is stated
	Words          bool // written in words
	Fraction       bool // below one and written as a fraction ("two thirds", "1/40")
	Scaled         bool // carries a magnitude ("million", "bn")
	Article        bool // begins with "a": "a hundred", "a dozen"
	Many           bool // a plural magnitude: "dozens", "hundreds of thousands"
}

// reader walks over atoms.
type reader struct {
	lex   *Lexicon
	atoms []Atom
	at    int
	scale float64 // the magnitude last read, 0 for none
}

func (r *reader) mask(i int) Class {
	if i < 0 || i >= len(r.atoms) {
		return 0
	}
	return r.lex.Mask(&r.atoms[i])
}

func (r *reader) sym(i int, c rune) bool {
	return i < len(r.atoms) && r.atoms[i].Kind == Symbol && r.atoms[i].Sym == c
}

// joined skips a hyphen that joins the atom at the reader to a following word.
func (r *reader) joined(i int) int {
	if r.sym(i, '-') && r.atoms[i].Glued && i+1 < len(r.atoms) && r.atoms[i+1].Glued {
		return i + 1
	}
	return i
}

// Read reads the number that begins at atoms[i].
func (l *Lexicon) Read(atoms []Atom, i int) (Number, bool) {
	if i >= len(atoms) {
		return Number{}, false
	}
	r := reader{lex: l, atoms: atoms, at: i}
	var n Number
	ok := false
	switch a := &atoms[i]; {
	case a.Kind == Digits:
		n, ok = r.digits(), true
	case a.Kind == Symbol:
		if v, is := vulgar(a.Sym); is {
			n, ok = Number{Val: v, Fraction: true}, true
			r.at++
		}
	case a.Entry >= 0:
		n, ok = r.words()
	}
	if !ok {
		return Number{}, false
	}
	n.First, n.Next = i, r.at
	if !n.Vague {
		n.Low, n.High = n.Val, n.Val
	}
	return n, true
}

// vulgar gives the value of a vulgar fraction's character.
func vulgar(c rune) (float64, bool) {
	switch c {
	case '½':
		return .5, true
	case '¼':
		return .25, true
	case '¾':
		return .75, true
	case '⅓':
		return 1. / 3, true
	case '⅔':
		return 2. / 3, true
	case '⅛':
		return .125, true
	case '⅜':
		return .375, true
	case '⅝':
		return .625, true
	case '⅞':
		return .875, true
	case '⅕':
		return .2, true
	case '⅖':
		return .4, true
	case '⅗':
		return .6, true
	case '⅘':
		return .8, true
	case '⅙':
		return 1. / 6, true
	case '⅚':
		return 5. / 6, true
	case '⅐':
		return 1. / 7, true
	case '⅑':
		return 1. / 9, true
	case '⅒':
		return .1, true
	}
	return 0, false
}

// digits reads a number that begins with digits.
func (r *reader) digits() Number {
	a := &r.atoms[r.at]
	n := Number{Val: a.Val}
	r.at++
	if r.slash(&n) {
		return n
	}
	r.groups(&n)
	r.apart(&n)
	r.mixed(&n)
	r.magnitude(&n)
	r.andHalf(&n)
	return n
}

// groups reads the rest of a number whose thousands are parted by spaces:
// "1 414 021 100", "40 000". A plain space before a lone group counts only where
// the group is three zeros; other spaces part nothing else.
func (r *reader) groups(n *Number) {
	a := &r.atoms[r.at-1]
	if a.Comma || a.Places > 0 || a.Whole > 3 || a.Val == 0 {
		return
	}
	v, at, narrow := a.Val, r.at, false
	for at < len(r.atoms) && r.group(at) {
		v = v*1000 + r.atoms[at].Val
		narrow = narrow || r.atoms[at].Start-r.atoms[at-1].End > 1
		at++
		if r.atoms[at-1].Places > 0 {
			break
		}
	}
	if at == r.at || at == r.at+1 && !narrow && r.atoms[r.at].Val != 0 {
		return
	}
	n.Val, r.at = v, at
}

// apart reads the rest of a number in a text whose marks stand between spaces:
// "6 . 2 %", "80 , 000", "80, 000". The decimals count only before a sign of percent
// or a magnitude, and the thousands only where they are three zeros.
func (r *reader) apart(n *Number) {
	i := r.at
	if i+1 >= len(r.atoms) || r.atoms[i].Glued && r.atoms[i].Sym != ',' || r.atoms[i+1].Glued || r.atoms[i+1].Kind != Digits || r.atoms[i-1].Places > 0 || r.atoms[i+1].Places > 0 {
		return
	}
	far := &r.atoms[i+1]
	switch {
	case r.atoms[i].Sym == '.' && r.atoms[i].Kind == Symbol && far.Whole < 4 && r.shares(i+2):
		n.Val += far.Val / math.Pow10(int(far.Whole))
	case r.atoms[i].Sym == ',' && r.atoms[i].Kind == Symbol && far.Whole == 3 && far.Val == 0 && r.atoms[i-1].Whole < 4:
		n.Val *= 1000
	default:
		return
	}
	r.at = i + 2
}

// shares reports whether "%", "percent" or a magnitude stands at i.
func (r *reader) shares(i int) bool {
	if r.sym(i, '%') || r.mask(i)&Scale != 0 {
		return true
	}
	return i < len(r.atoms) && r.atoms[i].Entry >= 0 && r.lex.entries[r.atoms[i].Entry].Text == "percent"
}

// group reports whether three digits behind a single space stand at i.
func (r *reader) group(i int) bool {
	a := &r.atoms[i]
	gap := a.Start - r.atoms[i-1].End
	return a.Kind == Digits && a.Whole == 3 && !a.Comma && gap > 0 && gap < 4 && !r.gluedOn(i+1)
}

// slash reads the denominator of "1/40".
func (r *reader) slash(n *Number) bool {
	if !r.ratio(r.at) || n.Val != float64(int(n.Val)) {
		return false
	}
	d := r.atoms[r.at+1].Val
	if n.Val >= d || d > 1000 || n.Val > 1 && n.Val <= 12 && d > 10 && d <= 31 && d != 16 {
		return false // 9/12 is a day, 5/16 a part
	}
	n.Val, n.Fraction = n.Val/d, true
	r.at += 2
	return true
}

// ratio reports whether a "/" and a whole denominator stand at i; where both are
// parted by spaces, one that fractions have.
func (r *reader) ratio(i int) bool {
	if !r.sym(i, '/') || i+1 >= len(r.atoms) || r.atoms[i+1].Kind != Digits || r.atoms[i+1].Places > 0 {
		return false
	}
	switch d := r.atoms[i+1].Val; {
	case r.atoms[i].Glued && r.atoms[i+1].Glued:
		return d > 0
	case !r.atoms[i].Glued && !r.atoms[i+1].Glued: // 3 / 4
		return d == 2 || d == 3 || d == 4 || d == 8 || d == 16
	}
	return false
}

// mixed reads the fraction of "2 1/2", "2-1/2" and "2½".
func (r *reader) mixed(n *Number) {
	if r.at >= len(r.atoms) || r.atoms[r.at-1].Places > 0 {
		return
	}
	i := r.at
	if v, ok := vulgar(r.atoms[i].Sym); ok {
		n.Val += v
		r.at++
		return
	}
	i = r.joined(i)
	if i+2 < len(r.atoms) && r.atoms[i].Kind == Digits && r.atoms[i].Val < 16 && r.ratio(i+1) && r.atoms[i].Val < r.atoms[i+2].Val && r.atoms[i+2].Val <= 64 {
		n.Val += r.atoms[i].Val / r.atoms[i+2].Val
		r.at = i + 3
	}
}

// magnitude multiplies by what stands behind: "90 million", "5bn", "3 dozen".
func (r *reader) magnitude(n *Number) {
	if r.at < len(r.atoms) && r.atoms[r.at].Glued && r.mask(r.at)&Magnitude != 0 && !r.gluedOn(r.at+1) {
		n.Val = times(n.Val, r.lex.Num(&r.atoms[r.at], Magnitude))
		n.Scaled = true
		r.at++
		return
	}
	for k := 0; k < 3; k++ {
		i := r.joined(r.at)
		m := r.mask(i)
		if m&(Scale|Hundred|Dozen) == 0 && (k > 0 || !r.plurals(i)) {
			return
		}
		r.scale = r.lex.Num(&r.atoms[i], Scale|Hundred|Dozen|Many)
		n.Val = times(n.Val, r.scale)
		n.Scaled = true
		r.at = i + 1
	}
}

// plurals reports whether a magnitude in the plural stands at i that a number
// may stand before: "3 dozens", "2 millions", not "3 tens".
func (r *reader) plurals(i int) bool {
	if r.mask(i)&Many == 0 {
		return false
	}
	v := r.lex.Num(&r.atoms[i], Many)
	return v == 12 || v >= 1000
}

// gluedOn reports whether a word or number is glued to what stands before i.
func (r *reader) gluedOn(i int) bool {
	return i < len(r.atoms) && r.atoms[i].Glued && r.atoms[i].Kind != Symbol
}

// andHalf reads "and a half", "and three quarters" behind a whole number.
func (r *reader) andHalf(n *Number) {
	i := r.joined(r.at) // two-and-a-half
	if r.mask(i)&And == 0 {
		return
	}
	i = r.joined(i + 1)
	num := 1.
	switch m := r.mask(i); {
	case m&Article != 0:
	case m&Digit != 0:
		num = r.lex.Num(&r.atoms[i], Digit)
	default:
		return
	}
	i = r.joined(i + 1)
	if r.mask(i)&Fraction == 0 {
		return
	}
	part := num / r.lex.Num(&r.atoms[i], Fraction)
	r.at = i + 1
	scale := r.scale
	if r.mask(r.at)&Scale != 0 {
		scale = r.lex.Num(&r.atoms[r.at], Scale)
		r.at++
	}
	switch {
	case scale < 1000:
		n.Val += part
	case r.scale >= 1000: // three million and a half; one billion and a half million
		n.Val += part * scale
	default: // two and a half million
		n.Val = (n.Val + part) * scale
	}
}

// times multiplies by a magnitude without the noise of binary fractions: 16.4
// million is 16400000.
func times(v, scale float64) float64 {
	if scale < 100 {
		return v * scale
	}
	return math.Round(v*scale*100) / 100
}

// Exceeds reports whether "over" at atom i bounds the length of time behind it,
// which ends before atom next: "for over two years", "over two years ago". It
// spans the length otherwise: "a loan over two years", "Over two years, they met."
func (l *Lexicon) Exceeds(atoms []Atom, i, next int) bool {
	if next < len(atoms) && l.Mask(&atoms[next])&Longer != 0 {
		return true
	}
	if i == 0 {
		return next >= len(atoms) || atoms[next].Kind != Symbol || atoms[next].Sym != ','
	}
	return l.Mask(&atoms[i-1])&(Lasting|Article) != 0
}
