package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// class sorts characters for the scanner.
type class uint8

const (
	other class = iota
	space
	letter
	digit
	mark
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return classASCII(byte(r))
	case r >= '‘' && r <= '‟', r == '«', r == '»', r == '‹', r == '›', r == '′', r == '″', r >= '「' && r <= '』':
		return mark
	case r == '\u00ad' || r == '\u200c' || r == '\u200d':
		return letter // they join the characters around them
	case unicode.IsLetter(r), unicode.Is(unicode.M, r):
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsSpace(r), r == '\u200b', r == '\ufeff', r == '\u2060', r == '\u200e', r == '\u200f':
		return space
	}
	return other
}

func classASCII(c byte) class {
	switch {
	case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_':
		return letter
	case c >= '0' && c <= '9':
		return digit
	case c <= ' ' || c == 0x7f:
		return space
	case c == '"' || c == '\'' || c == '`':
		return mark
	}
	return other
}

// scanner reads tokens off text[at:end].
type scanner struct {
	text    string
	at, end int
}

// peek returns the character at i and its class; other and 0 at the end.
func (s *scanner) peek(i int) (rune, int, class) {
	if i >= s.end {
		return 0, 0, other
	}
	if b := s.text[i]; b < utf8.RuneSelf {
		return rune(b), 1, classASCII(b)
	}
	r, n := utf8.DecodeRuneInString(s.text[i:s.end])
	return r, n, classOf(r)
}

// next returns the next token, or false at the end.
func (s *scanner) next() (nutgraf.Token, bool) {
	for {
		r, n, c := s.peek(s.at)
		if n == 0 {
			return nutgraf.Token{}, false
		}
		if c == space {
			s.at += n
			continue
		}
		start := s.at
		kind := nutgraf.Punct
		switch c {
		case letter:
			kind = nutgraf.Word
			s.word(n)
		case digit:
			kind = nutgraf.Number
			s.number(n)
		case mark:
			kind = nutgraf.Mark
			s.at += n
			if isApostrophe(r) && s.possessive(start, n) {
				kind = nutgraf.Word
				s.at++
			}
		default:
			s.at += n
		}
		return nutgraf.Token{Start: int32(start), End: int32(s.at), Kind: kind, Upper: unicode.IsUpper(r)}, true
	}
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' }

// possessive reports whether the apostrophe at i, n bytes wide, opens an "'s"
// that is grown to what stands before it.
func (s *scanner) possessive(i, n int) bool {
	if i == 0 || i+n >= s.end || s.text[i+n]|0x20 != 's' {
		return false
	}
	if _, w, c := s.peek(i + n + 1); w > 0 && (c == letter || c == digit) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s.text[:i])
	switch classOf(before) {
	case letter, digit, mark:
		return true
	}
	return before == ')' || before == '!' || before == '?' || before == '.'
}

// word moves past a word whose first character is n bytes wide.
func (s *scanner) word(n int) {
	start := s.at
	s.at += n
	piece := start // where the present piece, after the last inner point, begins
	part := start  // where the present part, after the last hyphen, begins
	for {
		for s.at < s.end && s.text[s.at]|0x20 >= 'a' && s.text[s.at]|0x20 <= 'z' {
			s.at++ // the common case, without decoding
		}
		r, n, c := s.peek(s.at)
		switch {
		case n == 0 || c == space:
			return
		case c == letter || c == digit:
			s.at += n
			continue
		case s.address(start, r):
			s.rest()
			return
		case r == '.':
			if !s.point(part, piece) {
				return
			}
			piece = s.at
			continue
		case s.joins(r, n):
			s.at += n
			piece = s.at
			if r != '\'' && r != '’' {
				part = s.at
			}
			continue
		}
		return
	}
}

// joins reports whether the character r at the scanner's place holds two parts
// of one word together.
func (s *scanner) joins(r rune, n int) bool {
	_, w, c := s.peek(s.at + n)
	if w == 0 {
		return false
	}
	switch r {
	case '-', '‐', '‑':
		return c == letter || c == digit
	case '\'', '’':
		return c == letter && !s.possessive(s.at, n)
	case '&':
		last := s.text[s.at-1]
		next := s.text[s.at+n]
		return last >= 'A' && last <= 'Z' && next >= 'A' && next <= 'Z'
	}
	return false
}

// point reads a full stop after a piece of a word whose part after the last
// hyphen begins at part: true when it belongs to the word and was passed. "U.S."
// keeps its last point, "Inc." does not.
func (s *scanner) point(part, piece int) bool {
	r, n, c := s.peek(s.at + 1)
	short := utf8.RuneCountInString(s.text[piece:min(s.at, piece+12)])
	if n > 0 && c == letter {
		grown := short == 1 || s.dotted(part) || unicode.IsLower(r) || s.text[piece:s.at] == "Ph"
		if grown {
			s.at++
		}
		return grown
	}
	if s.dotted(part) && short >= 1 && short <= 2 {
		s.at++
		return true
	}
	return false
}

// dotted reports whether the word so far, from start on, is letters parted by
// points.
func (s *scanner) dotted(start int) bool {
	w := s.text[start:min(s.at, start+12)]
	i := strings.IndexByte(w, '.')
	return i > 0 && i <= 4
}

// address reports whether the word begun at start is the scheme or the host of
// a web address.
func (s *scanner) address(start int, r rune) bool {
	w := s.text[start:s.at]
	switch r {
	case ':':
		return (w == "http" || w == "https") && strings.HasPrefix(s.text[s.at:s.end], "://")
	case '.':
		return w == "www" || w == "WWW"
	}
	return false
}

// rest moves to the end of a web address.
func (s *scanner) rest() {
	for s.at < s.end {
		r, n, c := s.peek(s.at)
		if c == space || c == mark || r == '<' || r == '>' || r == ')' || r == ']' {
			break
		}
		s.at += n
	}
	for s.text[s.at-1] == '.' || s.text[s.at-1] == ',' {
		s.at--
	}
}

// number moves past a number: digits, separators between digits, and letters
// grown to it.
func (s *scanner) number(n int) {
	s.at += n
	for {
		r, n, c := s.peek(s.at)
		if n == 0 {
			return
		}
		if c == digit || c == letter {
			s.at += n
			continue
		}
		if r != '.' && r != ',' && r != ':' && r != '/' && r != '-' && r != '–' {
			return
		}
		if _, w, c := s.peek(s.at + n); w == 0 || c != digit {
			return
		}
		s.at += n
	}
}
