package variant

import (
	"slices"

	"nutgraf"
)

// node is a stretch [lo, hi) of a form: the whole of it, or a part where a long
// quotation carries several utterances that other reports give apart.
type node struct {
	form   int
	lo, hi int
}

// web is the forms of a story tied into utterances.
type web struct {
	f     *finder
	forms []form
	nodes []node
	links []link // between nodes; offsets are those of the forms
	by    [][]int
}

// knot is the number of forms of one web beyond which it is not looked for
// places to part it.
const knot = 120

// utterances ties the forms into groups of nodes, each one utterance.
func (f *finder) utterances(forms []form) (*web, [][]int) {
	tied, sentences := f.links(forms)
	w := &web{f: f, forms: forms, links: tied}
	for i := range forms {
		w.nodes = append(w.nodes, node{i, 0, len(forms[i].keys)})
	}
	w.index()
	w.tie(sentences)
	for _, group := range w.groups() {
		if len(group) > 2 && len(group) <= knot {
			w.part(group)
		}
	}
	return w, w.groups()
}

func (w *web) index() {
	w.by = make([][]int, len(w.nodes))
	for i, l := range w.links {
		w.by[l.a] = append(w.by[l.a], i)
		w.by[l.b] = append(w.by[l.b], i)
	}
}

func (w *web) groups() [][]int {
	seen := make([]bool, len(w.nodes))
	var out [][]int
	for i := range w.nodes {
		if !seen[i] {
			g := w.reach(i, -1, seen)
			slices.Sort(g)
			out = append(out, g)
		}
	}
	return out
}

// reach returns the nodes that can be reached from start without passing
// through barred.
func (w *web) reach(start, barred int, seen []bool) []int {
	seen[start] = true
	out := []int{start}
	for k := 0; k < len(out); k++ {
		for _, i := range w.by[out[k]] {
			if n := w.other(i, out[k]); n != barred && !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	return out
}

func (w *web) other(i, n int) int {
	if w.links[i].a == n {
		return w.links[i].b
	}
	return w.links[i].a
}

// part cuts the nodes of a group that alone hold it together although their
// other ends share no words: a long quotation of which two reports give
// different stretches is two utterances.
func (w *web) part(group []int) {
	for k := 0; k < len(group); k++ {
		n := group[k]
		if w.forms[w.nodes[n].form].docs > 1 || len(w.by[n]) < 2 {
			continue
		}
		if cuts := w.cuts(n); len(cuts) > 0 {
			group = append(group, w.cut(n, cuts)...)
			w.index()
		}
	}
}

// stretch is what one side of a node's web takes of the node.
type stretch struct {
	lo, hi int
	at     []place
}

// place is where a piece stands: its report and its quotation's span there, and whether all
// of that is in marks.
type place struct {
	doc   int
	span  nutgraf.Span
	whole bool
}

func (w *web) cuts(n int) []int {
	seen := make([]bool, len(w.nodes))
	var all []stretch
	for _, i := range w.by[n] {
		o := w.other(i, n)
		if seen[o] {
			continue
		}
		side := w.reach(o, n, seen)
		all = append(all, w.stretch(n, side))
	}
	all = w.merge(n, all)
	var cuts []int
	for i := 1; i < len(all); i++ {
		cuts = append(cuts, w.f.boundary(w.forms[w.nodes[n].form], all[i-1].hi, all[i].lo))
	}
	return cuts
}

func (w *web) stretch(n int, side []int) stretch {
	s := stretch{lo: w.nodes[n].hi, hi: w.nodes[n].lo}
	for _, i := range w.by[n] {
		l := w.links[i]
		if !slices.Contains(side, w.other(i, n)) {
			continue
		}
		lo, hi := l.a0, l.a1
		if l.b == n {
			lo, hi = l.b0, l.b1
		}
		s.lo, s.hi = min(s.lo, lo), max(s.hi, hi)
	}
	for _, o := range side {
		for _, p := range w.forms[w.nodes[o].form].pieces {
			s.at = append(s.at, place{w.f.pieces[p].doc, w.f.pieces[p].q.Span, w.f.pieces[p].q.Kind == nutgraf.Direct})
		}
	}
	return s
}

// merge joins stretches that overlap, or that one report has close together: it
// has broken up one utterance.
func (w *web) merge(n int, all []stretch) []stretch {
	form := w.forms[w.nodes[n].form]
	for again := true; again; {
		again = false
		for i := 0; i < len(all) && !again; i++ {
			for j := i + 1; j < len(all); j++ {
				if (all[i].hi <= all[j].lo || all[j].hi <= all[i].lo) && w.f.two(form, all[i], all[j]) {
					continue
				}
				all[i] = stretch{min(all[i].lo, all[j].lo), max(all[i].hi, all[j].hi), append(all[i].at, all[j].at...)}
				all = slices.Delete(all, j, j+1)
				again = true
				break
			}
		}
	}
	slices.SortFunc(all, func(a, b stretch) int { return a.lo - b.lo })
	return all
}

// two reports whether stretches of a form that do not overlap are two utterances: no
// report has them close together, or they are of two sentences, of which a report gives
// fragments apart, or another quotes now the one, now the other.
func (f *finder) two(w form, a, b stretch) bool {
	if !together(a.at, b.at) {
		return true
	}
	lo, hi := min(a.hi, b.hi), max(a.lo, b.lo)
	if !f.parted(w, lo, hi) || brokenUp(a.at, b.at, func(x, y place) bool { return x.span == y.span }) {
		return false
	}
	return quotedApart(a.at, b.at) || hi > lo && !brokenUp(a.at, b.at, func(x, y place) bool { return x.whole && y.whole })
}

// nextTo is the number of bytes up to which two pieces of one report are taken to
// be broken off one utterance.
const nextTo = 250

// parted reports whether a sentence of the form begins between lo and hi.
func (f *finder) parted(w form, lo, hi int) bool {
	for k := max(lo, 1); k <= hi && k < len(w.keys); k++ {
		if f.breaks(w, k) {
			return true
		}
	}
	return false
}

// quotedApart reports whether a report has words of both places, and nowhere close together.
func quotedApart(a, b []place) bool {
	return slices.ContainsFunc(a, func(x place) bool {
		there := func(y place) bool { return y.doc == x.doc }
		return slices.ContainsFunc(b, there) && !slices.ContainsFunc(a, func(z place) bool { return there(z) && together([]place{z}, b) })
	})
}

func together(a, b []place) bool {
	return brokenUp(a, b, func(place, place) bool { return true })
}

// brokenUp reports whether one report has two places close together of which is holds.
func brokenUp(a, b []place, is func(x, y place) bool) bool {
	return slices.ContainsFunc(a, func(x place) bool {
		return slices.ContainsFunc(b, func(y place) bool {
			return x.doc == y.doc && max(x.span.Start, y.span.Start)-min(x.span.End, y.span.End) <= nextTo && is(x, y)
		})
	})
}

// tie cuts a sentence out of the two forms that have it and nothing else in common
// with any form, and ties the cuttings: the same words of two speakers.
func (w *web) tie(sentences []link) {
	taken := map[int]bool{}
	for _, l := range sentences {
		if len(w.by[l.a])+len(w.by[l.b]) > 0 || taken[l.a] || taken[l.b] {
			continue
		}
		taken[l.a], taken[l.b] = true, true
		l.a, l.b = w.out(l.a, l.a0, l.a1), w.out(l.b, l.b0, l.b1)
		w.links = append(w.links, l)
	}
	w.index()
}

// out cuts the words [lo, hi) out of node n and returns theirs.
func (w *web) out(n, lo, hi int) int {
	var cuts []int
	if lo > w.nodes[n].lo {
		cuts = append(cuts, lo)
	}
	if hi < w.nodes[n].hi {
		cuts = append(cuts, hi)
	}
	if len(cuts) == 0 {
		return n
	}
	return home(w, n, w.cut(n, cuts), lo)
}

// boundary returns the word between lo and hi at which a sentence of the form
// begins, the last such, or hi.
func (f *finder) boundary(w form, lo, hi int) int {
	for k := hi; k >= lo && k > 0; k-- {
		if f.breaks(w, k) {
			return k
		}
	}
	return hi
}

// ends reports whether what stands between two words ends a sentence.
func ends(text string, gap nutgraf.Span) bool {
	for _, r := range gap.Of(text) {
		switch r {
		case '.', '!', '?', '…':
			return true
		}
	}
	return false
}

// cut replaces node n by its parts and returns the new ones.
func (w *web) cut(n int, cuts []int) []int {
	hi := w.nodes[n].hi
	var added []int
	bounds := append(slices.Clone(cuts), hi)
	for k, c := range cuts {
		added = append(added, len(w.nodes))
		w.nodes = append(w.nodes, node{w.nodes[n].form, c, bounds[k+1]})
	}
	w.nodes[n].hi = cuts[0]
	for i := range w.links {
		l := &w.links[i]
		if l.a == n {
			l.a = home(w, n, added, l.a0)
		}
		if l.b == n {
			l.b = home(w, n, added, l.b0)
		}
	}
	return added
}

func home(w *web, n int, added []int, at int) int {
	for _, m := range added {
		if w.nodes[m].lo <= at && at < w.nodes[m].hi {
			return m
		}
	}
	return n
}
