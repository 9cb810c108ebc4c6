package mention

import (
	"unicode"
	"unicode/utf8"
)

// table maps the hash of a folded word or phrase to its marks. Hashes are 64
// bits wide, so that two of the few ten thousand entries, or an entry and a
// word of a text, practically never meet.
type table struct {
	keys  []uint64
	marks []mark
}

// newTable makes room for up to n entries.
func newTable(n int) table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return table{keys: make([]uint64, size), marks: make([]mark, size)}
}

// add joins marks to a key's.
func (t *table) add(k uint64, m mark) {
	i := t.slot(k)
	t.keys[i] = k
	t.marks[i] |= m
}

// slot is where a key stands or would stand.
func (t *table) slot(k uint64) int {
	i := int((k ^ k>>29) & uint64(len(t.keys)-1))
	for t.keys[i] != 0 && t.keys[i] != k {
		i = (i + 1) & (len(t.keys) - 1)
	}
	return i
}

// find returns the marks of a key, 0 when it has no entry.
func (t *table) find(k uint64) mark { return t.marks[t.slot(k)] }

const (
	seed  = 14695981039346656037
	prime = 1099511628211
)

// foldHash carries an FNV-1a hash on over a word in lower case with straight
// apostrophes.
func foldHash(h uint64, w string) uint64 {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return foldWide(h, w[i:])
		}
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// foldWide is foldHash for words with characters beyond ASCII.
func foldWide(h uint64, w string) uint64 {
	var buf [utf8.UTFMax]byte
	for _, r := range w {
		switch r {
		case '’', '‘':
			r = '\''
		case '\u00ad', '\u200d', '\u200c':
			continue
		default:
			r = unicode.ToLower(r)
		}
		for _, b := range utf8.AppendRune(buf[:0], r) {
			h = (h ^ uint64(b)) * prime
		}
	}
	return h
}

// shorten makes the 32-bit key that tokens carry of a hash; never 0, which
// stands for no word.
func shorten(h uint64) uint32 {
	return uint32(h^h>>32) | 1
}

func foldKey(w string) uint32 { return shorten(foldHash(seed, w)) }
