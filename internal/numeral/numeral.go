// Package numeral cuts sentences into atoms, which are finer than tokens
// ("mid-2011" is three, "2GB" is two, "14-year-old" is five), looks each word
// up in a compiled lexicon, and reads numbers off the atoms: digits, number
// words, fractions, magnitudes ("90 million", "$5bn", "one hundred and six",
// "2 1/2", "two and a half", "dozens").
//
// It knows nothing of times, units or money: the finders that use it add their
// own classes of words to the lexicon and read their own grammar.
package numeral

import (
	"unicode"
	"unicode/utf8"
)

// Kind classes an atom by its characters.
type Kind uint8

// The kinds of atom.
const (
	Word   Kind = iota // letters
	Digits             // a number in digits, with its separators
	Symbol             // any other single character
)

// Atom is a piece of text that holds no white space.
type Atom struct {
	Start, End int32
	Entry      int32   // index of the word's entry in the lexicon, or -1
	Sym        rune    // the character of a Symbol; an apostrophe is always '\''
	Val        float64 // the value of Digits
	Kind       Kind
	Glued      bool  // no white space before it
	Upper      bool  // begins with an upper-case letter
	Past       bool  // a lower-case word of four letters or more that ends in -ed
	Ing        bool  // a lower-case word of four letters or more that ends in -ing
	Plural     bool  // a lower-case word of four letters or more that ends in -s, not -ss or -us
	Comma      bool  // Digits with thousands separators
	Whole      uint8 // Digits: how many stand before the decimal point, separators apart
	Places     uint8 // Digits: how many stand behind it
}

// Cut appends the atoms of text[start:end] to dst.
func (l *Lexicon) Cut(dst []Atom, text string, start, end int) []Atom {
	s := scanner{text: text, start: start, at: start, end: end, lex: l}
	for s.skipSpace(); s.at < s.end; s.skipSpace() {
		if n := len(dst); n < cap(dst) {
			dst = dst[:n+1]
		} else {
			dst = append(dst, Atom{})
		}
		a := &dst[len(dst)-1]
		if !s.plainWord(a) {
			s.next(a)
		}
	}
	return dst
}

// folded maps ASCII letters to their lower case and every other byte to 0.
var folded = func() (t [256]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = uint8(c), uint8(c)
	}
	return t
}()

// plainWord reads a word of ASCII letters, which most atoms are; it reports
// false, and has moved nowhere, when the atom is anything else.
func (s *scanner) plainWord(a *Atom) bool {
	text, i := s.text[:s.end], s.at
	h := uint32(2166136261)
	for ; i < len(text); i++ {
		c := folded[text[i]]
		if c == 0 {
			break
		}
		h = (h ^ uint32(c)) * 16777619
	}
	n := i - s.at
	if n == 0 || i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == '.') {
		return false
	}
	first := text[s.at]
	*a = Atom{Start: int32(s.at), End: int32(i), Entry: s.lex.find(h, text[s.at:i]), Glued: !s.spaced, Upper: first < 'a'}
	if n > 3 && !a.Upper {
		a.ending(text[i-3], text[i-2], text[i-1])
	}
	s.at = i
	return true
}

// ending notes what a word's last two letters tell.
func (a *Atom) ending(b, c, last byte) {
	a.Ing = b == 'i' && c == 'n' && last == 'g'
	a.Past = c == 'e' && last == 'd'
	a.Plural = last == 's' && c != 's' && c != 'u'
}

type scanner struct {
	text    string
	start   int
	at, end int
	spaced  bool
	lex     *Lexicon
}

// skipSpace moves to the next character that is not white space and notes
// whether there was any.
func (s *scanner) skipSpace() {
	from := s.at
	for s.at < s.end {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if c > ' ' {
				break
			}
			s.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[s.at:s.end])
		if !unicode.IsSpace(r) && r != '\u200b' && r != '\ufeff' && r != '\u2060' {
			break
		}
		s.at += n
	}
	s.spaced = s.at > from || from == s.start
}

// next reads the atom at the scanner into a.
func (s *scanner) next(a *Atom) {
	*a = Atom{Start: int32(s.at), Entry: -1, Glued: !s.spaced}
	c := s.text[s.at]
	switch {
	case isDigit(c):
		s.number(a)
	case isLetter(c):
		s.word(a)
	case c < utf8.RuneSelf:
		s.at++
		a.Kind, a.Sym = Symbol, rune(c)
		if c == '.' && s.at < s.end && isDigit(s.text[s.at]) && s.spaced {
			s.number(a)
		}
	default:
		s.rune(a)
	}
	a.End = int32(s.at)
}

// rune reads an atom that begins with a character outside ASCII.
func (s *scanner) rune(a *Atom) {
	r, n := utf8.DecodeRuneInString(s.text[s.at:s.end])
	if unicode.IsLetter(r) {
		s.word(a)
		return
	}
	s.at += n
	a.Kind, a.Sym = Symbol, plainSymbol(r)
}

// plainSymbol folds the look-alikes of the characters that grammars ask for.
func plainSymbol(r rune) rune {
	switch r {
	case '’', '‘', 'ʼ', '′':
		return '\''
	case '‐', '‑':
		return '-'
	case '―', '—':
		return '—'
	case '−':
		return '–'
	}
	return r
}

// word reads letters; single letters parted by points are one atom ("a.m.").
func (s *scanner) word(a *Atom) {
	a.Kind = Word
	h := uint32(2166136261)
	start, spaced := s.at, false
	for s.at < s.end {
		c := s.text[s.at]
		if c < utf8.RuneSelf {
			if !isLetter(c) {
				if c == '.' && s.pointed(start) {
					h = (h ^ uint32(c)) * 16777619
					s.at++
					continue
				}
				if c == '.' && s.halfDay(start) {
					h, spaced = (h^uint32(c))*16777619, true
					s.at += 2
					continue
				}
				break
			}
			h = (h ^ uint32(c|0x20)) * 16777619
			s.at++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.text[s.at:s.end])
		if !unicode.IsLetter(r) && !unicode.Is(unicode.M, r) {
			break
		}
		for i := range n {
			h = (h ^ uint32(s.text[s.at+i])) * 16777619
		}
		s.at += n
	}
	first := s.text[start]
	a.Upper = first >= 'A' && first <= 'Z'
	if first >= utf8.RuneSelf {
		r, _ := utf8.DecodeRuneInString(s.text[start:])
		a.Upper = unicode.IsUpper(r)
	}
	if !a.Upper && s.at-start > 3 {
		a.ending(s.text[s.at-3], s.text[s.at-2], s.text[s.at-1])
	}
	if spaced {
		a.Entry = s.lex.find(h, s.text[start:start+2]+s.text[start+3:s.at])
		s.at++ // the last point
		return
	}
	a.Entry = s.lex.find(h, s.text[start:s.at])
	s.finalPoint(a, start)
}

// pointed reports whether the point at the scanner stands inside an
// abbreviation of single letters that began at start.
func (s *scanner) pointed(start int) bool {
	n := s.at - start
	if n != 1 && (n < 3 || s.text[s.at-2] != '.') {
		return false
	}
	if s.at+1 >= s.end || !isLetter(s.text[s.at+1]) {
		return false
	}
	return s.at+2 >= s.end || !isLetter(s.text[s.at+2])
}

// halfDay reports whether the scanner stands inside the "p. m." of "10 p. m.", which
// some print with a space, begun at start.
func (s *scanner) halfDay(start int) bool {
	if c := s.text[start] | 0x20; c != 'p' && c != 'a' || start < 2 || s.text[start-1] != ' ' || !isDigit(s.text[start-2]) {
		return false
	}
	return start+4 < s.end && s.at == start+1 && s.text[start+2] == ' ' && s.text[start+3]|0x20 == 'm' && s.text[start+4] == '.'
}

// finalPoint takes in the point of an abbreviation.
func (s *scanner) finalPoint(a *Atom, start int) {
	if s.at >= s.end || s.text[s.at] != '.' {
		return
	}
	n := s.at - start
	if n >= 3 && s.text[s.at-2] == '.' || a.Entry >= 0 && s.lex.entries[a.Entry].Mask&Abbreviated != 0 {
		s.at++
	}
}

// number reads digits with thousands separators and a decimal point.
func (s *scanner) number(a *Atom) {
	a.Kind, a.Sym = Digits, 0
	whole := uint(0)
	if s.text[a.Start] == '.' {
		s.fraction(a)
		return
	}
	for s.at < s.end {
		c := s.text[s.at]
		switch {
		case isDigit(c):
			a.Val = a.Val*10 + float64(c-'0')
			whole++
			s.at++
			continue
		case c == ',' && whole > 0 && (s.thousands(whole, a.Comma) || s.lakhs(whole)):
			a.Comma = true
			s.at++
			continue
		case c == '.' && s.at+1 < s.end && isDigit(s.text[s.at+1]):
			s.at++
			s.fraction(a)
		}
		break
	}
	a.Whole = uint8(min(whole, 255))
}

// thousands reports whether the comma at the scanner parts three digits from
// what stands before.
func (s *scanner) thousands(whole uint, again bool) bool {
	if s.at+3 >= s.end && s.at+4 != s.end {
		return false
	}
	if !again && whole > 3 || s.at+4 > s.end {
		return false
	}
	for i := 1; i <= 3; i++ {
		if !isDigit(s.text[s.at+i]) {
			return false
		}
	}
	return s.at+4 >= s.end || !isDigit(s.text[s.at+4])
}

// lakhs reports whether the comma at the scanner parts two digits from what
// stands before, in a number grouped as in India: "12,34,567".
func (s *scanner) lakhs(whole uint) bool {
	if whole > 2 && s.text[s.at-3] != ',' {
		return false
	}
	for at := s.at; at+3 < s.end && s.text[at] == ',' && isDigit(s.text[at+1]) && isDigit(s.text[at+2]); at += 3 {
		if isDigit(s.text[at+3]) {
			return at > s.at && (at+4 >= s.end || !isDigit(s.text[at+4]))
		}
	}
	return whole > 2 && s.thousands(3, true)
}

func (s *scanner) fraction(a *Atom) {
	scale, places := 1., uint(0)
	frac := 0.
	for s.at < s.end && isDigit(s.text[s.at]) {
		if places < 15 {
			frac = frac*10 + float64(s.text[s.at]-'0')
			scale *= 10
		}
		places++
		s.at++
	}
	if a.Val*scale < 1<<53 {
		a.Val = (a.Val*scale + frac) / scale // 2.53 and not 2.5300000000000002
	} else {
		a.Val += frac / scale
	}
	a.Places = uint8(min(places, 255))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
