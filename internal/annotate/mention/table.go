package mention

import (
	"unicode"
	"unicode/utf8"
)

// table maps the hash of a folded word or phrase to its marks. Hashes are 64
// bits wide, so that two of the few ten thousand entries, or an entry and a
// word of a text, practically never meet.
type table struct {
	slots []slot // open addressing; the length is a power of two
	used  int
}

// slot holds a key beside its marks, so that a look-up touches one place.
type slot struct {
	key   uint64
	marks mark
}

// newTable makes room for about n entries.
func newTable(n int) table {
	size := 16
	for size < n+n/2 {
		size *= 2
	}
	return table{slots: make([]slot, size)}
}

// add joins marks to a key's.
func (t *table) add(k uint64, m mark) {
	s := t.slot(k)
	if s.key == 0 {
		if t.used++; t.used > len(t.slots)*2/3 {
			t.grow()
			s = t.slot(k)
		}
	}
	s.key = k
	s.marks |= m
}

func (t *table) grow() {
	old := t.slots
	t.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.key != 0 {
			*t.slot(s.key) = s
		}
	}
}

// slot is where a key stands or would stand.
func (t *table) slot(k uint64) *slot {
	slots := t.slots
	i := (k ^ k>>29) & uint64(len(slots)-1)
	for {
		s := &slots[i&uint64(len(slots)-1)]
		if s.key == k || s.key == 0 {
			return s
		}
		i++
	}
}

// find returns the marks of a key, 0 when it has no entry.
func (t *table) find(k uint64) mark { return t.slot(k).marks }

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
