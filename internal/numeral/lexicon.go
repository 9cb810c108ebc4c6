package numeral

import (
	"fmt"
	"strconv"
	"strings"
)

// Class is a set of word classes, one bit each.
type Class uint64

// The classes that reading numbers needs. Finders name their own behind Free.
const (
	Digit       Class = 1 << iota // one … nine
	Teen                          // ten … nineteen
	Tens                          // twenty … ninety
	Hundred                       // hundred
	Scale                         // thousand, million …
	Dozen                         // dozen
	Magnitude                     // k, m, bn: glued to digits
	Fraction                      // half, third, quarters: the denominator
	Ordinal                       // first, second, twentieth
	OrdinalEnd                    // st, nd, rd, th: glued to digits
	Vague                         // several, few: no number
	Many                          // dozens, hundreds, millions
	Article                       // a, an
	And                           // and
	Of                            // of
	Abbreviated                   // takes its point in ("Sept.")
	Couple                        // couple, pair
	Point                         // point, between a number and its decimals
	Lasting                       // for, lasted: what stands behind lasts so long
	Longer                        // ago, after: what stands before lasts so long
	// Free is the first bit that finders may name.
	Free
)

var classNames = map[string]Class{
	"digit": Digit, "teen": Teen, "tens": Tens, "hundred": Hundred, "scale": Scale, "dozen": Dozen,
	"magnitude": Magnitude, "fraction": Fraction, "ordinal": Ordinal, "ordinalend": OrdinalEnd,
	"vague": Vague, "many": Many, "article": Article, "and": And, "of": Of, "abbreviated": Abbreviated, "couple": Couple, "point": Point,
	"lasting": Lasting, "longer": Longer,
}

// Entry is a word of the lexicon with the classes it can belong to.
type Entry struct {
	Text   string
	Mask   Class
	values []value
}

type value struct {
	class Class
	num   float64
	text  string
}

// Lexicon is a compiled set of words with their classes and values, matched
// without regard to the case of ASCII letters. It is read-only once built.
type Lexicon struct {
	entries []Entry
	hashes  []uint32
	table   []int32 // open addressing; entry index + 1
	names   map[string]Class
	next    Class
	index   map[string]int32
}

// NewLexicon compiles rows of word, class and value (which may be absent).
// Classes are named where they first occur; those of this package come first.
// A word of several atoms is refused: rules put words together.
func NewLexicon(lists ...[][]string) (*Lexicon, error) {
	l := &Lexicon{names: map[string]Class{}, next: Free, index: map[string]int32{}}
	for n, c := range classNames {
		l.names[n] = c
	}
	for _, rows := range lists {
		for _, r := range rows {
			if err := l.add(r); err != nil {
				return nil, err
			}
		}
	}
	l.build()
	return l, nil
}

func (l *Lexicon) add(row []string) error {
	if len(row) < 2 || row[0] == "" || strings.ContainsAny(row[0], " -") {
		return fmt.Errorf("lexicon row %q: want a single word and its class", row)
	}
	c, err := l.class(row[1])
	if err != nil {
		return err
	}
	v := value{class: c}
	if len(row) > 2 {
		v.text = row[2]
		v.num, _ = strconv.ParseFloat(row[2], 64)
	}
	e := &l.entries[l.Intern(row[0])]
	e.Mask |= c
	e.values = append(e.values, v)
	return nil
}

// Intern returns the index of a word's entry, made without a class when it is
// new. It must not be called once Cut has been.
func (l *Lexicon) Intern(word string) int32 {
	word = strings.ToLower(word)
	if i, ok := l.index[word]; ok {
		return i
	}
	i := int32(len(l.entries))
	l.entries = append(l.entries, Entry{Text: word})
	l.index[word] = i
	l.table = nil
	return i
}

func (l *Lexicon) class(name string) (Class, error) {
	if c, ok := l.names[name]; ok {
		return c, nil
	}
	if l.next == 0 {
		return 0, fmt.Errorf("lexicon class %q: more than 64 classes", name)
	}
	c := l.next
	l.names[name] = c
	l.next <<= 1
	return c, nil
}

// Class returns the bit of a class by its name, 0 when no word has it.
func (l *Lexicon) Class(name string) Class { return l.names[name] }

// Build makes the table anew after words have been interned.
func (l *Lexicon) Build() { l.build() }

func (l *Lexicon) build() {
	size := 64
	for size < 4*len(l.entries) {
		size *= 2
	}
	l.table = make([]int32, size)
	l.hashes = make([]uint32, len(l.entries))
	for i, e := range l.entries {
		h := uint32(2166136261)
		for j := range len(e.Text) {
			c := e.Text[j]
			if isLetter(c) {
				c |= 0x20
			}
			h = (h ^ uint32(c)) * 16777619
		}
		l.hashes[i] = h
		at := h & uint32(size-1)
		for l.table[at] != 0 {
			at = (at + 1) & uint32(size-1)
		}
		l.table[at] = int32(i) + 1
	}
}

// find looks a word up by its hash, which the scanner has made on its way.
func (l *Lexicon) find(h uint32, word string) int32 {
	mask := uint32(len(l.table) - 1)
	for at := h & mask; l.table[at] != 0; at = (at + 1) & mask {
		i := l.table[at] - 1
		if l.hashes[i] == h && equalFold(word, l.entries[i].Text) {
			return i
		}
	}
	return -1
}

func equalFold(word, key string) bool {
	if len(word) != len(key) {
		return false
	}
	for i := range len(word) {
		c := word[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != key[i] {
			return false
		}
	}
	return true
}

// Mask returns the classes of an atom.
func (l *Lexicon) Mask(a *Atom) Class {
	if a.Entry < 0 {
		return 0
	}
	return l.entries[a.Entry].Mask
}

// Num returns the number that an atom's word has as a member of a class.
func (l *Lexicon) Num(a *Atom, c Class) float64 {
	if a.Entry >= 0 {
		for _, v := range l.entries[a.Entry].values {
			if v.class&c != 0 {
				return v.num
			}
		}
	}
	return 0
}

// Text returns the value column that an atom's word has as a member of a class.
func (l *Lexicon) Text(a *Atom, c Class) string {
	if a.Entry >= 0 {
		for _, v := range l.entries[a.Entry].values {
			if v.class&c != 0 {
				return v.text
			}
		}
	}
	return ""
}

// Len is the number of entries.
func (l *Lexicon) Len() int { return len(l.entries) }

// MaskOf returns the classes of the i-th entry.
func (l *Lexicon) MaskOf(i int32) Class { return l.entries[i].Mask }

// Size is the number of bytes of the i-th entry's word.
func (l *Lexicon) Size(i int32) int { return len(l.entries[i].Text) }
