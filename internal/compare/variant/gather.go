package variant

import (
	"slices"
	"strings"

	"nutgraf/internal/align"
)

// bit is a stretch of a piece that belongs to a family, with where it lies on
// the family's longest form.
type bit struct {
	piece  int
	lo, hi int
	a, b   int
}

// wording is one report's variant in the making.
type wording struct {
	doc   int
	bits  []bit
	words int
}

// rejoin puts the fragments of a mixed quotation that no other report has back
// to the other fragments of that quotation.
func (r *finder) rejoin(w *web, groups [][]int) [][]int {
	home := map[[2]int]int{} // report and quotation → the group that holds a fragment of it
	lone := func(g []int) *piece {
		if f := &w.forms[w.nodes[g[0]].form]; len(g) == 1 && len(f.pieces) == 1 && r.pieces[f.pieces[0]].of > 1 {
			return &r.pieces[f.pieces[0]]
		}
		return nil
	}
	for pass := range 2 {
		for i, g := range groups {
			if (lone(g) == nil) != (pass == 0) {
				continue
			}
			for _, n := range g {
				for _, p := range w.forms[w.nodes[n].form].pieces {
					key := [2]int{r.pieces[p].doc, r.pieces[p].quote}
					if _, ok := home[key]; !ok {
						home[key] = i
					}
				}
			}
		}
	}
	var out [][]int
	for i, g := range groups {
		if p := lone(g); p != nil {
			if h := home[[2]int{p.doc, p.quote}]; h != i && !r.ownClause(p) && !r.named(w, groups[h], p) {
				groups[h] = append(groups[h], g[0])
				groups[i] = nil
			}
		}
	}
	for _, g := range groups {
		if len(g) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// ownClause reports whether a fragment is what another clause than the first of its
// sentence says: “he “erred” and went on to say that “a cable had snapped””.
func (r *finder) ownClause(p *piece) bool {
	text := r.members[p.doc].Doc.Text
	before := strings.TrimRight(text[p.q.Span.Start:p.spans[0].Start], " \"“”‘’'")
	return strings.HasSuffix(before, " that")
}

// named reports whether all that a group has of the quotation of a fragment only names what
// was said before: “his warning of “fire and smoke” was “too mild””.
func (r *finder) named(w *web, group []int, p *piece) bool {
	text := r.members[p.doc].Doc.Text
	for _, n := range group {
		for _, i := range w.forms[w.nodes[n].form].pieces {
			o := &r.pieces[i]
			if o.doc != p.doc || o.quote != p.quote {
				continue
			}
			words := strings.Fields(strings.TrimRight(text[o.q.Span.Start:o.spans[0].Start], " \"“”‘’'"))
			if k := len(words); k < 2 || words[k-1] != "of" || !r.sayings[words[k-2]] {
				return false
			}
		}
	}
	return true
}

// few is the number of wordings up to which each is laid beside each.
const few = 24

// fullest returns the wording that has most of what the others have; of equals
// the longest, then the one in the fewest pieces, then the first.
func (r *finder) fullest(all []wording) int {
	kept := make([]int, len(all))
	if len(all) > 2 && len(all) <= few {
		keys := make([][]uint64, len(all))
		for i, v := range all {
			for _, b := range v.bits {
				keys[i] = append(keys[i], r.pieces[b.piece].keys[b.lo:b.hi]...)
			}
		}
		for i := range all {
			for j := range i {
				n, _ := align.Kept(align.Words(keys[i], keys[j]))
				kept[i], kept[j] = kept[i]+n, kept[j]+n
			}
		}
	}
	best := 0
	for i, v := range all {
		b := all[best]
		switch {
		case kept[i] != kept[best]:
			if kept[i] < kept[best] {
				continue
			}
		case v.words != b.words:
			if v.words < b.words {
				continue
			}
		case len(v.bits) >= len(b.bits):
			continue
		}
		best = i
	}
	return best
}

// wordings sorts a group's pieces into variants: what one report has in several
// pieces goes together, unless it says the same words twice.
func (r *finder) wordings(w *web, group []int) []wording {
	longest := group[0]
	size := func(n int) int { return w.nodes[n].hi - w.nodes[n].lo }
	for _, n := range group {
		if d := len(w.by[n]) - len(w.by[longest]); d > 0 && size(n) >= size(longest)/2 || d == 0 && size(n) > size(longest) {
			longest = n
		}
	}
	ref := w.nodes[longest]
	refStems := w.forms[ref.form].stems[ref.lo:ref.hi]
	var bits []bit
	for _, n := range group {
		node := w.nodes[n]
		l := hull(align.Words(w.forms[node.form].stems[node.lo:node.hi], refStems), 0, 0)
		for _, p := range w.forms[node.form].pieces {
			bits = append(bits, bit{p, node.lo, node.hi, l.b0, l.b1})
		}
	}
	slices.SortFunc(bits, func(x, y bit) int {
		if x.piece != y.piece {
			return x.piece - y.piece
		}
		return x.lo - y.lo
	})
	var out []wording
	for _, b := range bits {
		doc := r.pieces[b.piece].doc
		if k := len(out) - 1; k >= 0 && out[k].doc == doc && !r.again(out[k].bits, b) && r.goesOn(out[k].bits[len(out[k].bits)-1], b) {
			out[k].bits = append(out[k].bits, b)
			out[k].words += b.hi - b.lo
			continue
		}
		out = append(out, wording{doc, []bit{b}, b.hi - b.lo})
	}
	return out
}

// apartFrom is the number of bytes from which two quotations of one utterance in one report
// are two passages of it.
const apartFrom = 500

// goesOn reports whether a report goes on from one bit to the next: it quotes nothing else
// between them, and has not moved far.
func (r *finder) goesOn(a, b bit) bool {
	p, q := &r.pieces[a.piece], &r.pieces[b.piece]
	return p.quote == q.quote || b.piece <= a.piece+1 && q.spans[0].Start-p.spans[len(p.spans)-1].End <= apartFrom
}

// again reports whether b says anew what the bits have said.
func (r *finder) again(bits []bit, b bit) bool {
	for _, x := range bits {
		if r.pieces[x.piece].quote == r.pieces[b.piece].quote {
			continue
		}
		if common := min(x.b, b.b) - max(x.a, b.a); 2*common > min(x.b-x.a, b.b-b.a) {
			return true
		}
	}
	return false
}
