package when

import (
	"slices"

	"nutgraf/internal/numeral"
)

// index sorts the root's edges by what can take them.
func (g *grammar) index(lex *numeral.Lexicon) {
	g.root.sift(lex)
	g.byEntry = make([][]edge, lex.Len())
	g.starts = make([]bool, lex.Len())
	for k := range g.root.edges {
		e := &g.root.edges[k]
		e.item.eachEntry(lex, func(i int32) { g.byEntry[i] = append(g.byEntry[i], *e) })
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
func (n *node) sift(lex *numeral.Lexicon) {
	any := len(n.edges) < 3
	for i := range n.edges {
		n.edges[i].to.sift(lex)
		any = any || n.edges[i].item.kind == anyWord
	}
	if any {
		return
	}
	n.words = make([]bool, lex.Len())
	for i := range n.edges {
		n.edges[i].item.eachEntry(lex, func(w int32) { n.words[w] = true })
	}
}

// eachEntry calls do for each entry of the lexicon that the item may take.
func (it *item) eachEntry(lex *numeral.Lexicon, do func(int32)) {
	switch it.kind {
	case literal:
		do(it.entry)
	case anyOf:
		for k, e := range it.entries {
			if e >= 0 && !slices.Contains(it.entries[:k], e) {
				do(e)
			}
		}
	case symbol, dash, anyWord:
	default:
		for i := range int32(lex.Len()) {
			if it.takesEntry(i, lex) {
				do(i)
			}
		}
	}
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
