// Package variant gathers the quotations of one utterance over the reports of a
// story into families, lays their wordings side by side word by word, and
// settles the speaker over the family. It compares words; it does not judge
// which wording is right, and it never turns a reporter's reading of someone
// ("seems to hint") into that person's statement.
package variant

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// Finder finds the families of quotations of stories in one language. It is
// safe for concurrent use.
type Finder struct {
	function map[uint64]bool
	turns    map[uint64]string
	gist     *gist.Reader
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder {
	f := &Finder{function: map[uint64]bool{}, turns: map[uint64]string{}, gist: gist.New(pack)}
	for _, w := range pack.List("function_words") {
		f.function[fold.Key(w)] = true
	}
	for _, row := range pack.Rows("turns") {
		f.turns[fold.Key(row[0])] = row[len(row)-1]
	}
	return f
}

// Families returns the utterances quoted by the reports of a story. times are
// the reports' times as the story anchors them (nil: as the reports have them),
// ranges the days each report can have been published on (nil: not known).
func (f *Finder) Families(members []nutgraf.Member, who *cast.Cast, times [][]nutgraf.When, ranges []nutgraf.DateRange) []nutgraf.Family {
	r := &finder{Finder: f, members: members, cast: who, times: times, ranges: ranges, at: map[string]int{}}
	for i, m := range members {
		r.at[m.Doc.ID] = i
	}
	r.outlets, r.persons = carriers(members, who), people(who)
	r.pieces = r.quoted()
	forms := r.forms()
	w, groups := r.utterances(forms)
	var out []nutgraf.Family
	for _, g := range r.rejoin(w, groups) {
		out = append(out, r.family(w, g))
	}
	out = r.indirect(out)
	r.arrange(out)
	return out
}

// finder is one story's run.
type finder struct {
	*Finder
	members []nutgraf.Member
	cast    *cast.Cast
	times   [][]nutgraf.When
	ranges  []nutgraf.DateRange
	pieces  []piece
	at      map[string]int  // a report's place by its id
	loose   map[uint64]int  // how often short quoted words stand outside marks
	outlets map[string]bool // folded names of outlets
	persons map[string]bool // folded names of persons
}

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

func (r *finder) family(w *web, group []int) nutgraf.Family {
	wordings := r.wordings(w, group)
	full := r.fullest(wordings)
	fam := nutgraf.Family{Fullest: full, Kind: nutgraf.Mixed, Said: nutgraf.NoDay}
	model := r.line(wordings[full])
	for i, v := range wordings {
		fam.Variants = append(fam.Variants, r.variant(v, model, i == full))
		for _, b := range v.bits {
			if r.pieces[b.piece].q.Kind == nutgraf.Direct {
				fam.Kind = nutgraf.Direct
			}
		}
	}
	r.settle(&fam)
	fam.Why = r.why(fam, len(group))
	return fam
}

// rejoin puts the fragments of a mixed quotation that no other report has back
// to the other fragments of that quotation.
func (r *finder) rejoin(w *web, groups [][]int) [][]int {
	home := map[[2]int]int{} // report and quotation → the group that holds a fragment of it
	lone := func(g []int) *piece {
		if f := &w.forms[w.nodes[g[0]].form]; len(g) == 1 && len(f.pieces) == 1 && !r.pieces[f.pieces[0]].alone {
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
			if h := home[[2]int{p.doc, p.quote}]; h != i {
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

// few is the number of wordings up to which each is laid beside each.
const few = 24

// fullest returns the wording that has most of what the others have; of equals
// the longest, then the one in the fewest pieces, then the first.
func (r *finder) fullest(all []wording) int {
	kept := make([]int, len(all))
	if len(all) > 2 && len(all) <= few {
		lines := make([]line, len(all))
		for i, v := range all {
			lines[i] = r.line(v)
		}
		for i := range all {
			for j := range i {
				n, _ := align.Kept(align.Words(lines[i].keys, lines[j].keys))
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
		if k := len(out) - 1; k >= 0 && out[k].doc == doc && !r.again(out[k].bits, b) {
			out[k].bits = append(out[k].bits, b)
			out[k].words += b.hi - b.lo
			continue
		}
		out = append(out, wording{doc, []bit{b}, b.hi - b.lo})
	}
	return out
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

// line is a wording laid out as words.
type line struct {
	keys []uint64
	raws []raw
	text []string
	mark rune // the mark it opens with, or 0
}

func (r *finder) line(v wording) line {
	var l line
	first := &r.pieces[v.bits[0].piece]
	l.mark = opening(r.members[v.doc].Doc.Text, first.spans[0].Start)
	for _, b := range v.bits {
		p := &r.pieces[b.piece]
		text := r.members[v.doc].Doc.Text
		l.keys = append(l.keys, p.keys[b.lo:b.hi]...)
		for _, w := range p.raws(text, b.lo, b.hi) {
			l.raws = append(l.raws, w)
			l.text = append(l.text, w.span.Of(text))
		}
	}
	return l
}

// opening returns the quotation mark that stands before offset at, or 0.
func opening(text string, at int) rune {
	m, _ := utf8.DecodeLastRuneInString(text[:at])
	if marks[m] == "" {
		return 0
	}
	return m
}

// words returns the words [lo, hi) of the line as they stand.
func (l *line) words(lo, hi int) string {
	var b strings.Builder
	for k := lo; k < hi; k++ {
		b.WriteString(l.text[k])
		if l.raws[k].space && k+1 < hi {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func (r *finder) variant(v wording, model line, fullest bool) nutgraf.Variant {
	doc := r.members[v.doc].Doc
	out := nutgraf.Variant{Doc: doc.ID, Kind: nutgraf.Verbatim}
	for _, b := range v.bits {
		p := &r.pieces[b.piece]
		if !slices.Contains(out.Quotes, p.quote) {
			out.Quotes = append(out.Quotes, p.quote)
		}
		out.Cites = append(out.Cites, r.cites(p, b.lo, b.hi)...)
	}
	if !fullest {
		mine := r.line(v)
		steps := align.Slide(align.Words(model.keys, mine.keys), model.keys, mine.keys)
		out.Kind = kind(steps, model, mine)
		out.Diff = r.diff(smooth(steps), model, mine)
		out.Turns = r.turned(steps, model)
	}
	r.address(&out, v)
	return out
}

// cites returns the words [lo, hi) of a piece as cites, one for each marked
// part, with the part's marks where it is whole.
func (r *finder) cites(p *piece, lo, hi int) []nutgraf.Cite {
	doc := r.members[p.doc].Doc
	if lo == 0 && hi == len(p.words) && len(p.q.Parts) > 0 && (p.q.Kind == nutgraf.Direct || p.alone) {
		var out []nutgraf.Cite
		for _, s := range p.q.Parts {
			out = append(out, doc.Cite(s))
		}
		return out
	}
	var out []nutgraf.Cite
	raws := p.raws(doc.Text, lo, hi)
	from := 0
	for k := range raws {
		if k+1 == len(raws) || p.part(lo+k) != p.part(lo+k+1) {
			s := nutgraf.Span{Start: raws[from].span.Start, End: raws[k].span.End}
			out = append(out, doc.Cite(s))
			from = k + 1
		}
	}
	return out
}

// arrange puts the families in their final order, by the weight of the speaker,
// then of the family, then by place, and names them.
func (r *finder) arrange(out []nutgraf.Family) {
	weight, first := map[string]int{}, map[string]int{}
	place := func(f *nutgraf.Family) int {
		v := f.Variants[0]
		return r.at[v.Doc]<<32 + v.Cites[0].Span.Start
	}
	for i := range out {
		f := &out[i]
		weight[f.Speaker] += docs(f) * docs(f)
		if p, ok := first[f.Speaker]; !ok || place(f) < p {
			first[f.Speaker] = place(f)
		}
	}
	slices.SortStableFunc(out, func(a, b nutgraf.Family) int {
		if a.Speaker != b.Speaker {
			if (a.Speaker == "") != (b.Speaker == "") {
				return len(b.Speaker) - len(a.Speaker)
			}
			if d := weight[b.Speaker] - weight[a.Speaker]; d != 0 {
				return d
			}
			return first[a.Speaker] - first[b.Speaker]
		}
		if (a.Kind == nutgraf.Indirect) != (b.Kind == nutgraf.Indirect) {
			return after(a.Kind == nutgraf.Indirect) - after(b.Kind == nutgraf.Indirect)
		}
		if d := docs(&b) - docs(&a); d != 0 {
			return d
		}
		return place(&a) - place(&b)
	})
	for i := range out {
		out[i].ID = fmt.Sprintf("q%d", i+1)
	}
}

// after is 0 for what comes first and 1 for what is put behind it.
func after(behind bool) int {
	if behind {
		return 1
	}
	return 0
}

// docs counts the reports of a family.
func docs(f *nutgraf.Family) int {
	n, last := 0, ""
	for _, v := range f.Variants {
		if v.Doc != last {
			n, last = n+1, v.Doc
		}
	}
	return n
}
