package quantity

import (
	"fmt"
	"strings"

	"nutgraf/internal/numeral"
)

// book is a compiled set of phrases, each with a class and a value.
type book struct {
	roots   map[int32]*page
	byEntry []*page
}

type page struct {
	next  map[int32]*page
	class string
	value string
}

const apostrophe int32 = -2

func newBook(lex *numeral.Lexicon, rows [][]string) (book, error) {
	b := book{roots: map[int32]*page{}}
	for _, row := range rows {
		if len(row) != 3 {
			return b, fmt.Errorf("phrase %q: %d columns, want 3", row, len(row))
		}
		at := b.roots
		var p *page
		for word := range strings.FieldsSeq(row[0]) {
			e := apostrophe
			if word != "'" {
				e = lex.Intern(word)
			}
			if at[e] == nil {
				at[e] = &page{next: map[int32]*page{}}
			}
			p = at[e]
			at = p.next
		}
		if p.class != "" {
			return b, fmt.Errorf("phrase %q stands there twice", row[0])
		}
		p.class, p.value = row[1], row[2]
	}
	return b, nil
}

// index makes the first step a look-up by lexicon entry.
func (b *book) index(lex *numeral.Lexicon) {
	b.byEntry = make([]*page, lex.Len())
	for e, p := range b.roots {
		if e >= 0 {
			b.byEntry[e] = p
		}
	}
}

// at finds the longest phrase that begins at atom i, and the atom behind it.
// Hyphens inside a phrase are passed over.
func (b *book) at(atoms []numeral.Atom, i int) (p *page, next int) {
	if i >= len(atoms) || atoms[i].Kind != numeral.Word || atoms[i].Entry < 0 {
		return nil, i
	}
	node := b.byEntry[atoms[i].Entry]
	var best *page
	for i++; node != nil; i++ {
		if node.class != "" {
			best, next = node, i
		}
		if len(node.next) == 0 || i >= len(atoms) {
			break
		}
		if atoms[i].Sym == '-' && atoms[i].Glued && i+1 < len(atoms) {
			i++
		}
		e := atoms[i].Entry
		if atoms[i].Sym == '\'' && atoms[i].Kind == numeral.Symbol {
			e = apostrophe
		}
		node = node.next[e]
	}
	return best, next
}

// only keeps the rows of one class.
func only(rows [][]string, class string) [][]string {
	var out [][]string
	for _, r := range rows {
		if len(r) > 1 && r[1] == class {
			out = append(out, r)
		}
	}
	return out
}
