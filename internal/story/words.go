package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordKind classes what the scanner finds.
type wordKind uint8

const (
	plainWord wordKind = iota
	numberWord
)

// word is one word of a text in its normal form: lower case, without
// possessive ending and plural s. norm is valid until the next call of next.
type word struct {
	norm       []byte
	start, end int
	kind       wordKind
	upper      bool // begins with a capital
	opens      bool // first of a sentence, a line or a quotation: its capital says nothing
}

// scanner walks over the words of a text in one pass. It is a light cousin of
// the segmenter: grouping needs no sentences, only words fast.
type scanner struct {
	text string
	pos  int
	buf  []byte
	open bool
}

func newScanner(text string) *scanner {
	return &scanner{text: text, open: true, buf: make([]byte, 0, 64)}
}

// maxWord bounds a word's length in bytes; what is longer is not a word.
const maxWord = 40

// next returns the next word, or false at the end of the text.
func (s *scanner) next(w *word) bool {
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		switch {
		case c < utf8.RuneSelf && asciiClass[c] == classLetter:
			if s.letters(w) {
				return true
			}
		case c < utf8.RuneSelf && asciiClass[c] == classDigit:
			s.digits(w)
			return true
		case c < utf8.RuneSelf:
			if asciiClass[c] == classOpen {
				s.open = true
			}
			s.pos++
		default:
			r, n := utf8.DecodeRuneInString(s.text[s.pos:])
			if unicode.IsLetter(r) {
				if s.letters(w) {
					return true
				}
				continue
			}
			if r == '“' || r == '‘' || r == '•' || r == '—' || r == '«' {
				s.open = true
			}
			s.pos += n
		}
	}
	return false
}

// letters reads a word that begins at pos. It reports false for one that is
// too long to be a word.
func (s *scanner) letters(w *word) bool {
	start, p, text := s.pos, s.pos, s.text
	buf := s.buf[:0]
	upper := false
	for p < len(text) {
		c := text[p]
		if c < utf8.RuneSelf {
			if class := asciiClass[c]; class == classLetter || class == classDigit {
				if c >= 'A' && c <= 'Z' {
					upper = upper || p == start
					c += 'a' - 'A'
				}
				buf = append(buf, c)
				p++
				continue
			}
			if c == '.' && p-start == 1 && p+2 < len(text) && text[p+2] == '.' && isLetter(text[p+1]) {
				p++ // "U.S." is one word
				for p+1 < len(text) && isLetter(text[p]) && text[p+1] == '.' {
					buf = append(buf, text[p]|0x20)
					p += 2
				}
				break
			}
			if c == '\'' && p+1 < len(text) && isLetter(text[p+1]) {
				p++
				if text[p]|0x20 == 's' && (p+1 == len(text) || !isLetter(text[p+1])) {
					p++
					break
				}
				continue
			}
			break
		}
		r, n := utf8.DecodeRuneInString(text[p:])
		if r == '’' && p+n < len(text) && isLetter(text[p+n]) {
			p += n
			if text[p]|0x20 == 's' && (p+1 == len(text) || !isLetter(text[p+1])) {
				p++
				break
			}
			continue
		}
		if !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) {
			break
		}
		upper = upper || (p == start && unicode.IsUpper(r))
		buf = appendFolded(buf, r)
		p += n
	}
	s.pos, s.buf = max(p, start+1), buf
	if len(buf) > maxWord || len(buf) == 0 {
		return false
	}
	*w = word{norm: singular(buf), start: start, end: p, upper: upper, opens: s.open}
	s.open = false
	return true
}

// digits reads a number: digits with commas and points inside; the commas do
// not count.
func (s *scanner) digits(w *word) {
	start, p, text := s.pos, s.pos, s.text
	buf := s.buf[:0]
	for p < len(text) {
		c := text[p]
		inner := (c == '.' || c == ',' || c == ':') && p+1 < len(text) && asciiClass[text[p+1]&0x7f] == classDigit && text[p+1] < utf8.RuneSelf
		switch {
		case c < utf8.RuneSelf && asciiClass[c] == classDigit:
			buf = append(buf, c)
		case inner && c != ',':
			buf = append(buf, c)
		case inner:
		default:
			goto done
		}
		p++
	}
done:
	if len(buf) > maxWord {
		buf = buf[:maxWord]
	}
	s.pos, s.buf = p, buf
	*w = word{norm: buf, start: start, end: p, kind: numberWord, opens: s.open}
	s.open = false
}

// appendFolded appends r in lower case without its diacritics where that is a
// matter of one letter.
func appendFolded(buf []byte, r rune) []byte {
	if i := strings.IndexRune(accented, r); i >= 0 {
		return append(buf, plain[utf8.RuneCountInString(accented[:i])])
	}
	if unicode.Is(unicode.Mn, r) {
		return buf
	}
	return utf8.AppendRune(buf, unicode.ToLower(r))
}

const (
	accented = "áàâäãåéèêëíìîïóòôöõøúùûüñçýÿÁÀÂÄÃÅÉÈÊËÍÌÎÏÓÒÔÖÕØÚÙÛÜÑÇÝŞşğıİćčšžłń"
	plain    = "aaaaaaeeeeiiiioooooouuuuncyyaaaaaaeeeeiiiioooooouuuuncyssgiiccszln"
)

// singular takes the plural s off a word.
func singular(b []byte) []byte {
	n := len(b)
	if n < 4 || b[n-1] != 's' || b[n-2] == 's' || b[n-2] == 'u' || b[n-2] == 'i' {
		return b
	}
	if n > 4 && b[n-2] == 'e' && b[n-3] == 'i' {
		return append(b[:n-3], 'y')
	}
	if n > 4 && b[n-2] == 'e' && (b[n-3] == 's' || b[n-3] == 'x' || b[n-3] == 'h') {
		return b[:n-2]
	}
	return b[:n-1]
}

// stemRunes is the number of letters by which words are told apart: enough for
// names, and it holds "impeach" and "impeachment", "Syria" and "Syrian"
// together.
const stemRunes = 5

// stem cuts a word down to what it is told apart by.
func stem(b []byte) []byte {
	if len(b) <= stemRunes {
		return b
	}
	n := 0
	for i := range b {
		if b[i]&0xC0 == 0x80 {
			continue
		}
		if n == stemRunes {
			return b[:i]
		}
		n++
	}
	return b
}

// key is the number of a word: equal for words of one stem.
func (w *word) key() uint32 {
	if w.kind == numberWord {
		return hash32(w.norm)
	}
	return hash32(stem(w.norm))
}

const (
	classOther = iota
	classLetter
	classDigit
	classOpen
)

// asciiClass classes the ASCII characters for the scanner.
var asciiClass = func() (t [128]uint8) {
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = classLetter, classLetter
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = classDigit
	}
	for _, c := range ".!?:\n\"([*" {
		t[c] = classOpen
	}
	t['`'] = classOpen
	return t
}()

func isLetter(c byte) bool { return c < utf8.RuneSelf && asciiClass[c] == classLetter }

// hash32 is FNV-1a folded to 32 bits: the same on every machine.
func hash32(b []byte) uint32 {
	h := hash64(b)
	return uint32(h>>32) ^ uint32(h)
}

func hash64(b []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range b {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// mix spreads the bits of a hash (splitmix64).
func mix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
