// Package fold gives text a normal form for comparison, with a way back to the
// bytes it came from. Two spellings fold to the same words when they differ
// only in typography: curly or straight marks, letter case, dashes and hyphens,
// accents, spaces, points in initials, separators in numbers. It knows nothing
// of word forms, synonyms or meaning.
package fold

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a text in its normal form: Key stands for the folded
// letters (equal keys are taken for equal words), [Start, End) are the bytes it
// came from.
type Word struct {
	Key        uint64
	Start, End int32
}

const (
	basis = 14695981039346656037
	prime = 1099511628211
)

// Key returns the key of a single word.
func Key(word string) uint64 {
	k := uint64(basis)
	for _, c := range []byte(String(word)) {
		k = (k ^ uint64(c)) * prime
	}
	return k
}

// Keys returns the keys of words.
func Keys(words []Word) []uint64 {
	keys := make([]uint64, len(words))
	for i, w := range words {
		keys[i] = w.Key
	}
	return keys
}

// RunKey returns one key for words in a row.
func RunKey(keys []uint64) uint64 {
	h := uint64(len(keys))
	for _, k := range keys {
		h = (h ^ k) * 0x9e3779b97f4a7c15
		h ^= h >> 31
	}
	return h
}

// Recurring says which keys were added more than once, and by chance of a few others that
// they were. Where most keys stand once,
// what is noted of each that recurs need not be noted of all.
type Recurring struct{ once, again []uint64 }

// NewRecurring returns a Recurring with room for n keys.
func NewRecurring(n int) *Recurring {
	words := 1
	for 64*words < 8*n {
		words *= 2
	}
	return &Recurring{make([]uint64, words), make([]uint64, words)}
}

// Add adds a key.
func (r *Recurring) Add(key uint64) {
	at, bit := r.slot(key)
	r.again[at] |= r.once[at] & bit
	r.once[at] |= bit
}

// Has reports whether a key was added more than once.
func (r *Recurring) Has(key uint64) bool {
	at, bit := r.slot(key)
	return r.again[at]&bit != 0
}

func (r *Recurring) slot(key uint64) (at int, bit uint64) {
	return int(key >> 6 & uint64(len(r.once)-1)), 1 << (key & 63)
}

// Words appends the words of text to dst. base is added to every offset, so
// that a stretch of a longer text can be folded in place. Words are runs of
// letters and digits; an apostrophe, a point or a comma stands inside a word
// only between two letters or digits (see join). Dashes and hyphens part words.
func Words(dst []Word, text string, base int) []Word {
	dst = slices.Grow(dst, len(text)/5+1)
	for at := 0; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if plain[c] == 0 {
				at++
				continue
			}
			if w, ok := quick(text, at); ok {
				dst = append(dst, Word{w.Key, w.Start + int32(base), w.End + int32(base)})
				at = int(w.End)
				continue
			}
		}
		r, n := decode(text, at)
		if !solid(r) {
			at += n
			continue
		}
		w := word(text, at)
		dst = append(dst, Word{w.Key, w.Start + int32(base), w.End + int32(base)})
		at = int(w.End)
	}
	return dst
}

// plain maps the ASCII letters and digits to their folded byte, all else to 0.
var plain = func() (t [utf8.RuneSelf]byte) {
	for c := range t {
		switch {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
			t[c] = byte(c)
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		}
	}
	return t
}()

// quick reads a word of ASCII letters and digits that ends where nothing can be
// joined to it; it is the common case, and reads nothing twice.
func quick(text string, at int) (Word, bool) {
	key := uint64(basis)
	end := at
	for end < len(text) && text[end] < utf8.RuneSelf {
		c := plain[text[end]]
		if c == 0 {
			break
		}
		key = (key ^ uint64(c)) * prime
		end++
	}
	return Word{key, int32(at), int32(end)}, !joinable(text, end)
}

// joinable reports whether something may be joined to the ASCII letters and
// digits that end at end.
func joinable(text string, end int) bool {
	if end == len(text) {
		return false
	}
	switch c := text[end]; c {
	case '\'', '.', ',', '`':
		return end+1 < len(text) && (text[end+1] >= utf8.RuneSelf || plain[text[end+1]] != 0)
	default:
		return c >= utf8.RuneSelf
	}
}

// String returns text in its normal form: folded words parted by one space.
func String(text string) string {
	out := make([]byte, 0, len(text)+1)
	for at := 0; at < len(text); {
		if c := text[at]; c < utf8.RuneSelf {
			if plain[c] == 0 {
				at++
				continue
			}
			n := len(out)
			if n > 0 {
				out = append(out, ' ')
			}
			end := at
			for end < len(text) && text[end] < utf8.RuneSelf && plain[text[end]] != 0 {
				out = append(out, plain[text[end]])
				end++
			}
			if !joinable(text, end) {
				at = end
				continue
			}
			out = out[:n]
		}
		r, n := decode(text, at)
		if !solid(r) {
			at += n
			continue
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		at = walk(text, at, func(c byte) { out = append(out, c) })
	}
	return string(out)
}

func word(text string, at int) Word {
	key := uint64(basis)
	end := walk(text, at, func(c byte) { key = (key ^ uint64(c)) * prime })
	return Word{key, int32(at), int32(end)}
}

// walk emits the folded bytes of the word that begins at at and returns where
// it ends.
func walk(text string, at int, emit func(byte)) int {
	var last rune
	initials := true
	for at < len(text) {
		r, n := decode(text, at)
		if solid(r) {
			put(r, text[at:at+n], emit)
			last = r
			at += n
			continue
		}
		next, _ := decode(text, at+n)
		keep, joined := join(last, r, next, initials)
		if !joined {
			break
		}
		if keep != 0 {
			emit(keep)
		}
		initials = initials && r == '.'
		at += n
	}
	return at
}

// join says whether the mark r between two characters stands inside one word,
// and which byte stands for it there (0: none). Apostrophes stay, as one kind;
// separators of thousands and points between initials fall away; decimal points
// stay.
func join(before, r, after rune, initials bool) (keep byte, joined bool) {
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`':
		return '\'', unicode.IsLetter(before) && unicode.IsLetter(after)
	case ',':
		return 0, unicode.IsDigit(before) && unicode.IsDigit(after)
	case '.':
		if unicode.IsDigit(before) && unicode.IsDigit(after) {
			return '.', true
		}
		return 0, initials && unicode.IsUpper(before) && unicode.IsUpper(after)
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return 0, solid(after)
	}
	return 0, false
}

func put(r rune, raw string, emit func(byte)) {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		emit(byte(r))
		return
	}
	var buf [8]byte
	for _, d := range norm.NFKD.String(raw) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		for _, c := range buf[:utf8.EncodeRune(buf[:], unicode.ToLower(d))] {
			emit(c)
		}
	}
}

func solid(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func decode(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	if c := text[at]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[at:])
}
