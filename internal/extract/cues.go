package extract

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cue is a set of groups of lists/cues.txt that a line begins like.
type cue uint16

const (
	cueRelated cue = 1 << iota
	cuePromo
	cueCredit
	cueByline
	cueDate
	cueShare
	cueAd
	cueTail
	cueNote
	cueEmbed
	cueCount = iota
)

var cueNames = [cueCount]string{"related", "promo", "credit", "byline", "date", "share", "ad", "tail", "note", "embed"}

//go:embed lists/cues.txt
var cueFile string

// cueTable maps the hash of one to four first words to their groups.
var cueTable = func() map[uint32]cue {
	t := map[uint32]cue{}
	for _, line := range entries(cueFile) {
		group, words, _ := strings.Cut(line, "\t")
		for i, name := range cueNames {
			if name == group {
				t[phraseHash(words)] |= 1 << i
			}
		}
	}
	return t
}()

//go:embed lists/furniture.txt
var furnitureFile string

// furnitureWords holds the hashes of the words of lists/furniture.txt.
var furnitureWords = func() (t hashSet) {
	for _, line := range entries(furnitureFile) {
		for w := range strings.FieldsSeq(line) {
			var h words
			if h.reset([]byte(w)); h.next() {
				t.add(h.hash)
			}
		}
	}
	return t
}()

// hashSet is a set of hashes that answers most questions from a bit.
type hashSet struct {
	bits [1 << 10]uint64
	full map[uint32]bool
}

func (s *hashSet) add(h uint32) {
	if s.full == nil {
		s.full = map[uint32]bool{}
	}
	s.full[h] = true
	s.bits[h>>6&1023] |= 1 << (h & 63)
}

func (s *hashSet) has(h uint32) bool {
	return s.bits[h>>6&1023]>>(h&63)&1 != 0 && s.full[h]
}

const (
	hashSeed  = 2166136261
	hashPrime = 16777619
)

func phraseHash(s string) uint32 {
	h := uint32(hashSeed)
	var w words
	for w.reset([]byte(s)); w.next(); {
		h = (h ^ w.hash) * hashPrime
	}
	return h
}

// words walks over the words of a raw text, as hashes of their lower-case
// letters and digits. Entities part words.
type words struct {
	s    []byte
	i    int
	hash uint32
}

func (w *words) reset(s []byte) { w.s, w.i = s, 0 }

func (w *words) next() bool {
	h, in := uint32(hashSeed), false
	for w.i < len(w.s) {
		c := w.s[w.i]
		if c < utf8.RuneSelf {
			if l := wordByte[c]; l != 0 {
				h = (h ^ uint32(l)) * hashPrime
				in = true
				w.i++
				continue
			}
			if in {
				break
			}
			if c == '&' {
				if r, size := wideEntity(w.s[w.i:]); size > 0 && unicode.IsLetter(r) {
					w.i += size
					w.hash = (h ^ uint32(r)) * hashPrime
					return true
				}
			}
			w.i++
			if c == '&' {
				w.entity()
			}
			continue
		}
		r, size := utf8.DecodeRune(w.s[w.i:])
		if r == 0xad {
			w.i += size
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			if in {
				break
			}
			w.i += size
			continue
		}
		if r >= firstWide && in {
			break
		}
		h = (h ^ uint32(unicode.ToLower(r))) * hashPrime
		in = true
		w.i += size
		if r >= firstWide {
			break
		}
	}
	w.hash = h
	return in
}

func (w *words) entity() {
	for k := w.i; k < len(w.s) && k < w.i+10; k++ {
		if w.s[k] == ';' {
			w.i = k + 1
			return
		}
	}
}

// wordByte is the lower-case form of the ASCII letters and digits.
var wordByte = func() (t [128]byte) {
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	return t
}()

// cues returns the groups of cues that the block begins like.
func (t *tree) cues(b *block) (c cue) {
	h, n := uint32(hashSeed), 0
	var w words
	for i := b.from; i < b.to && n < 4; i++ {
		if t.nodes[i].tag != tagText {
			continue
		}
		w.reset(t.src[t.nodes[i].start:t.nodes[i].end])
		for n < 4 && w.next() {
			h = (h ^ w.hash) * hashPrime
			c |= cueTable[h]
			n++
		}
	}
	return c
}
