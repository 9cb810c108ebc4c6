package reuse

import (
	"unicode"
	"unicode/utf8"
)

// token is a word of a text as it is cut: where it stands, and a number for its
// normal form (lower case, marks left out). Numbers are equal where words are.
type token struct {
	place
	hash   uint32
	common bool // a function word: says little by being shared
}

// place is where in a text a word stands.
type place struct{ start, end uint32 }

// word is a word as it is compared: the number of its normal form, of which the
// first bit says whether it is a telling word, that is no function word.
type word uint32

const tells word = 1 << 31

// telling is 1 for a telling word, else 0.
func (w word) telling() uint64 { return uint64(w >> 31) }

// cut appends the words of text to buf. A word is a run of letters and digits,
// with the apostrophes inside it left out.
func cut(text string, buf []token) []token {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if lower[c] == 0 {
				i++
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(text[i:]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		start := i
		h := uint32(2166136261)
		for i < len(text) && text[i] < utf8.RuneSelf && lower[text[i]] != 0 {
			h = (h ^ uint32(lower[text[i]])) * 16777619
			i++
		}
		letters := i - start
		if i < len(text) && (text[i] >= utf8.RuneSelf || text[i] == '\'') {
			h, i, letters = rest(text, i, h, letters)
		}
		h ^= h >> 15
		buf = append(buf, token{place{uint32(start), uint32(i)}, h, letters <= 3 || letters <= 5 && common[h&commonMask] == h})
	}
	return buf
}

// rest goes on with a word that holds apostrophes or letters beyond ASCII.
func rest(text string, i int, h uint32, letters int) (uint32, int, int) {
	for i < len(text) {
		c := text[i]
		if c < utf8.RuneSelf {
			f := lower[c]
			switch {
			case f != 0:
				h = (h ^ uint32(f)) * 16777619
				letters++
			case c != '\'' || i+1 == len(text) || lower[text[i+1]&0x7f] == 0 || text[i+1] >= utf8.RuneSelf:
				return h, i, letters
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '’' && i+n < len(text) && text[i+n] < utf8.RuneSelf && lower[text[i+n]] != 0:
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			h = (h ^ uint32(unicode.ToLower(r))) * 16777619
			letters++
		default:
			return h, i, letters
		}
		i += n
	}
	return h, i, letters
}

// lower maps the ASCII letters and digits to lower case, all else to 0.
var lower = func() (t [128]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	return t
}()

const commonMask = 1<<10 - 1

// common holds the hashes of the function words of four and five letters, each
// in the slot of its low bits; shorter words are all taken to be common.
var common = func() (t [commonMask + 1]uint32) {
	for _, w := range []string{"that", "with", "from", "have", "this", "were", "they", "been", "their", "will", "would", "said", "about", "which", "when", "what", "there", "after", "more", "than", "them", "also", "into", "other", "could", "some", "over"} {
		h := uint32(2166136261)
		for i := range len(w) {
			h = (h ^ uint32(w[i])) * 16777619
		}
		h ^= h >> 15
		t[h&commonMask] = h
	}
	return t
}()

// wordSet holds telling words by the low bits of their numbers: seldom, one that
// is not in it seems to be.
type wordSet [256]uint64

func (s *wordSet) add(w word) { s[w>>6&255] |= w.telling() << (w & 63) }

// has is 1 for a word in the set, else 0.
func (s *wordSet) has(w word) uint64 { return s[w>>6&255] >> (w & 63) & w.telling() }

// remove takes out the word, and others that are stored with it.
func (s *wordSet) remove(w word) { s[w>>6&255] = 0 }
