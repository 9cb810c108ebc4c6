package when

import (
	"nutgraf"
	"nutgraf/internal/numeral"
)

// match finds the longest expression that begins at atoms[i]; of equally long
// ones the earlier rule wins. What it returns is good until it is called again.
func (f *Finder) match(w *work, i int) (*match, bool) {
	s := &w.search
	s.f, s.atoms, s.from = f, w.atoms, i
	s.best.rule, s.best.next = nil, 0
	edges := f.gram.edgesFor(&w.atoms[i])
	for k := range edges {
		if r := edges[k].behind; r == nil || f.standsBehind(r, w.atoms, i) {
			s.step(&edges[k], i, 0)
		}
	}
	m := &s.best
	if m.rule == nil {
		return nil, false
	}
	form, ok := f.write(w, m, m.rule.form)
	if !ok {
		return nil, false
	}
	m.form, m.mod = form, ""
	if len(m.rule.mod) > 0 {
		m.mod, _ = f.write(w, m, m.rule.mod)
	}
	return m, true
}

type search struct {
	f     *Finder
	atoms []numeral.Atom
	pos   [maxItems + 1]int
	from  int
	best  match
}

// step takes an edge at atom at, as the depth-th item, and goes on from there.
func (s *search) step(e *edge, at, depth int) {
	next, ok := s.f.take(&e.item, s.atoms, at)
	if !ok {
		return
	}
	s.pos[depth] = at
	if n := e.to; n.accept != nil {
		s.accept(n, next, depth)
	}
	if next > len(s.atoms) {
		return
	}
	if words := e.to.words; words != nil && next < len(s.atoms) {
		if a := &s.atoms[next]; a.Kind == numeral.Word && (a.Entry < 0 || !words[a.Entry]) {
			return
		}
	}
	edges := e.to.edges
	for k := range edges {
		s.step(&edges[k], next, depth+1)
	}
}

// accept keeps a rule whose pattern ends before atom next when it beats the
// best so far.
func (s *search) accept(n *node, next, depth int) {
	for d := depth; d >= 0 && n.path[d].aside; d-- {
		next = s.pos[d]
	}
	r := n.accept
	if next < s.best.next || next == s.best.next && s.best.rule != nil && s.best.rule.order <= r.order {
		return
	}
	if !s.f.allowed(r, s.atoms, s.from, next) {
		return
	}
	s.best.rule, s.best.node, s.best.next = r, n, next
	s.best.starts = s.pos
}

// standsBehind reports whether what a rule wants before the expression is there.
func (f *Finder) standsBehind(r *rule, atoms []numeral.Atom, i int) bool {
	for k := len(r.behind) - 1; k >= 0; k-- {
		i--
		if i < 0 {
			return false
		}
		found := false
		for j := range r.behind[k] {
			if _, ok := f.take(&r.behind[k][j], atoms, i); ok {
				found = true
			}
		}
		if !found {
			return false
		}
	}
	return true
}

// take reports whether an item can take the atoms at i, and the atom behind.
func (f *Finder) take(it *item, atoms []numeral.Atom, i int) (next int, ok bool) {
	if i >= len(atoms) {
		return i, it.aside && it.kind == anyOf && it.closes()
	}
	a := &atoms[i]
	switch it.kind {
	case literal:
		return i + 1, a.Entry == it.entry && a.Kind == numeral.Word
	case anyOf:
		return i + 1, it.takesAny(a)
	case class:
		m := f.lex.Mask(a)
		return i + 1, m&it.mask != 0 && (m&f.is.capital == 0 || a.Upper)
	case symbol:
		return i + 1, a.Kind == numeral.Symbol && a.Sym == it.sym
	case dash:
		return i + 1, a.Kind == numeral.Symbol && (a.Sym == '-' || a.Sym == '–')
	case anyWord:
		return i + 1, a.Kind == numeral.Word
	case number:
		n, ok := f.number(atoms, i)
		return n.Next, ok
	case ordinal:
		v, next, ok := f.lex.ReadOrdinal(atoms, i)
		return next, ok && v > 0
	}
	return f.takeDate(it.kind, atoms, i)
}

// number reads the number at atom i: "two" in "two quarters", which elsewhere is
// a half.
func (f *Finder) number(atoms []numeral.Atom, i int) (numeral.Number, bool) {
	n, ok := f.lex.Read(atoms, i)
	if ok && n.Fraction && n.Words && !n.Article && n.Next == i+2 && f.lex.Text(&atoms[i+1], f.is.units) == "Q" {
		return f.lex.Read(atoms[:i+1], i)
	}
	return n, ok
}

// closes reports whether the end of the sentence will do for the item, as a
// full stop would.
func (it *item) closes() bool {
	for _, e := range it.entries {
		if e == -int32('.')-1 {
			return true
		}
	}
	return false
}

func (it *item) takesAny(a *numeral.Atom) bool {
	for _, e := range it.entries {
		if e < 0 && a.Kind == numeral.Symbol && a.Sym == rune(-e-1) || e >= 0 && a.Entry == e && a.Kind == numeral.Word {
			return true
		}
	}
	return false
}

// modified looks for a modifier phrase that ends right before the expression,
// which takes atoms [i, next).
func (f *Finder) modified(atoms []numeral.Atom, i, next int, kind nutgraf.WhenType) (first int, mod string, ok bool) {
	if i == 0 {
		return i, "", false
	}
	if p := &atoms[i-1]; p.Kind == numeral.Digits || p.Kind == numeral.Word && (p.Entry < 0 || !f.modEnds[p.Entry]) ||
		p.Kind == numeral.Symbol && p.Sym != '-' {
		return i, "", false
	}
	if atoms[i-1].Entry == f.is.over && kind == nutgraf.DurationType && !f.lex.Exceeds(atoms, i-1, next) {
		return i, "", false
	}
	best, taken, counted := 0, 0, f.counted(&atoms[i], kind)
	for k := range f.mods {
		m := &f.mods[k]
		n := len(m.items)
		if n <= best || n > i || !m.fits(kind, counted) {
			continue
		}
		if f.phraseAt(m.items, atoms, i-n) {
			best, taken, mod = n, n, m.mod
			if m.aside {
				taken = 0
			}
		}
	}
	return i - taken, mod, best > 0
}

func (f *Finder) phraseAt(items []item, atoms []numeral.Atom, i int) bool {
	for k := range items {
		if _, ok := f.take(&items[k], atoms, i+k); !ok {
			return false
		}
	}
	return true
}

// counted reports whether an expression begins with a number: a length, or an
// offset ("nearly two years ago").
func (f *Finder) counted(a *numeral.Atom, kind nutgraf.WhenType) bool {
	if kind == nutgraf.TimeType || kind == nutgraf.SetType {
		return false
	}
	if a.Kind == numeral.Digits {
		return kind == nutgraf.DurationType
	}
	return f.lex.Mask(a)&(numeral.Digit|numeral.Teen|numeral.Tens|numeral.Article|numeral.Vague|numeral.Fraction) != 0
}
