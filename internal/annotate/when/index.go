package when

import (
	"slices"

	"nutgraf/internal/numeral"
)

// index sorts the root's edges by what can take them.
func (g *grammar) index(lex *numeral.Lexicon) {
	t := takers{}
	g.root.sift(lex, t)
	g.byEntry = make([][]edge, lex.Len())
	g.starts = make([]bool, lex.Len())
	for k := range g.root.edges {
		e := &g.root.edges[k]
		for _, i := range t.of(&e.item, lex) {
			g.byEntry[i] = append(g.byEntry[i], *e)
		}
	}
	for i := range g.starts {
		g.starts[i] = len(g.byEntry[i]) > 0
	}
	for _, e := range g.root.edges {
		switch e.item.kind {
		case literal, anyOf, class, anyWord:
		case symbol, dash:
			g.marks = append(g.marks, e)
		default:
			g.special = append(g.special, e)
			if e.item.kind == decade {
				g.marks = append(g.marks, e)
			}
		}
	}
}

// sift notes, for states with many ways on, which words any of them may take.
func (n *node) sift(lex *numeral.Lexicon, t takers) {
	any := len(n.edges) < 3
	for i := range n.edges {
		n.edges[i].to.sift(lex, t)
		any = any || n.edges[i].item.kind == anyWord
	}
	if any {
		return
	}
	n.words = make([]bool, lex.Len())
	for i := range n.edges {
		for _, w := range t.of(&n.edges[i].item, lex) {
			n.words[w] = true
		}
	}
}

// takers holds the entries of the lexicon that the items of one kind and mask may take:
// most states share them.
type takers map[taking][]int32

type taking struct {
	kind itemKind
	mask numeral.Class
}

// of lists the entries that an item may take.
func (t takers) of(it *item, lex *numeral.Lexicon) []int32 {
	switch it.kind {
	case literal:
		return []int32{it.entry}
	case anyOf:
		var out []int32
		for _, e := range it.entries {
			if e >= 0 && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
		return out
	case symbol, dash, anyWord:
		return nil
	}
	key := taking{it.kind, it.mask}
	out, known := t[key]
	if !known {
		for i := range int32(lex.Len()) {
			if it.takesEntry(i, lex) {
				out = append(out, i)
			}
		}
		t[key] = out
	}
	return out
}

const numberWords = numeral.Digit | numeral.Teen | numeral.Tens | numeral.Article | numeral.Vague | numeral.Fraction | numeral.Many

// takesEntry reports whether an item that is no word of its own may take an entry.
func (it *item) takesEntry(i int32, lex *numeral.Lexicon) bool {
	mask := lex.MaskOf(i)
	switch it.kind {
	case class:
		return mask&it.mask != 0
	case number:
		return mask&numberWords != 0
	case ordinal, day, dayth:
		return mask&(numeral.Ordinal|numeral.Tens) != 0
	case sept11:
		return mask&lex.Class("month") != 0
	case hour, clock, colon, wordyear:
		return mask&(numeral.Digit|numeral.Teen|numeral.Tens) != 0
	}
	return false
}

func (g *grammar) mayStart(a *numeral.Atom) bool {
	switch a.Kind {
	case numeral.Digits:
		return true
	case numeral.Symbol:
		return a.Sym == '\''
	}
	return a.Entry >= 0 && int(a.Entry) < len(g.starts) && g.starts[a.Entry]
}

func (g *grammar) edgesFor(a *numeral.Atom) []edge {
	switch {
	case a.Kind == numeral.Digits:
		return g.special
	case a.Kind == numeral.Symbol:
		return g.marks
	case a.Entry < 0:
		return nil
	}
	return g.byEntry[a.Entry]
}
