// Package twin finds the sentences that two reports of a story tell in the same
// words but for a few, as copies of one agency's text do, and the places where
// their words part. It compares words in their folded form (package fold) and
// does not know what they mean.
//
// Sentences of equal words are one form, so that many copies cost no more than
// one. Two forms are laid side by side when they share runs of three words, and
// are twins when most words of the shorter one are kept.
package twin

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
)

const (
	gram     = 3   // words in a row by which likely twins are found
	holders  = 12  // forms that are noted for one run of words; what more share is a set phrase
	least    = 5   // words of a sentence that can have a twin
	most     = 120 // words of the longest sentence compared
	kept     = .6  // share of the shorter one's words that twins keep
	lengths  = .4  // share of the longer one's words that the shorter one has, at the least
	partings = 4   // places at which twins part, at the most
	width    = 8   // words of a parting on either side, at the most
	around   = 6   // kept words on both sides of a parting that make sure of it
	few      = 4   // enough of them where all else of both sentences is kept
)

// Place is a sentence of a report.
type Place struct {
	Member   int
	Sentence nutgraf.Span
}

// Parting is a place at which twins part: the words of either, or where the words
// before them end when there are none. It is sure when enough words around it
// are kept and few are parted.
type Parting struct {
	A, B nutgraf.Span
	Sure bool
}

// Pair is two sentences of two reports that are told in the same words but for
// those of the partings. Neither report has the other's sentence too.
type Pair struct {
	A, B     Place
	Partings []Parting
	Kept     int // words
}

// form is the sentences of one wording.
type form struct {
	keys     []uint64
	places   []place // one a report, in their order
	template bool    // a report has another sentence much like it
}

// place is a sentence with its words.
type place struct {
	Place
	words []fold.Word
}

// Find returns the twins of the reports, in the order of the reports and of the
// text. words are the folded words of each report's text.
func Find(members []nutgraf.Member, words [][]fold.Word) []Pair {
	if len(members) < 2 {
		return nil
	}
	forms := formsOf(members, words)
	recurring := grams(forms)
	type likely struct{ i, j int32 }
	var all []likely
	at := map[uint64][]int32{}
	shared := map[int32]int{}
	for i := range forms {
		f := &forms[i]
		clear(shared)
		for k := 0; k+gram <= len(f.keys); k++ {
			h := fold.RunKey(f.keys[k : k+gram])
			if !recurring.Has(h) {
				continue
			}
			l := at[h]
			for _, j := range l {
				shared[j]++
			}
			if len(l) < holders && (len(l) == 0 || l[len(l)-1] != int32(i)) {
				at[h] = append(l, int32(i))
			}
		}
		for j, n := range shared {
			if int(j) != i && n >= 2 && n*3 >= min(len(f.keys), len(forms[j].keys))-gram {
				all = append(all, likely{j, int32(i)})
				if together(&forms[j], f) {
					f.template, forms[j].template = true, true
				}
			}
		}
	}
	var out []Pair
	for _, x := range all {
		if p, ok := pair(&forms[x.i], &forms[x.j]); ok {
			out = append(out, p)
		}
	}
	out = nearest(out)
	slices.SortFunc(out, func(x, y Pair) int {
		return slices.Compare([]int{x.A.Member, x.A.Sentence.Start, x.B.Member, x.B.Sentence.Start}, []int{y.A.Member, y.A.Sentence.Start, y.B.Member, y.B.Sentence.Start})
	})
	return out
}

// grams notes the runs of words by which likely twins are found.
func grams(forms []form) *fold.Recurring {
	n := 0
	for i := range forms {
		n += len(forms[i].keys)
	}
	out := fold.NewRecurring(n)
	for i := range forms {
		for k := 0; k+gram <= len(forms[i].keys); k++ {
			out.Add(fold.RunKey(forms[i].keys[k : k+gram]))
		}
	}
	return out
}

// nearest keeps the pairs of which each sentence has no twin in the other's
// report that is told in more of its words.
func nearest(pairs []Pair) []Pair {
	type side struct {
		Place
		other int
	}
	best := map[side]int{}
	for _, p := range pairs {
		for _, k := range [2]side{{p.A, p.B.Member}, {p.B, p.A.Member}} {
			best[k] = max(best[k], p.Kept)
		}
	}
	return slices.DeleteFunc(pairs, func(p Pair) bool {
		return p.Kept < best[side{p.A, p.B.Member}] || p.Kept < best[side{p.B, p.A.Member}]
	})
}

// formsOf gathers the sentences of titles and bodies by their words.
func formsOf(members []nutgraf.Member, words [][]fold.Word) []form {
	var forms []form
	index := map[uint64]int{}
	for i, m := range members {
		k := 0
		for _, s := range m.Seg.Sentences {
			for k < len(words[i]) && int(words[i][k].Start) < s.Span.Start {
				k++
			}
			first := k
			for k < len(words[i]) && int(words[i][k].End) <= s.Span.End {
				k++
			}
			w := words[i][first:k]
			if len(w) < least || len(w) > most || !told(m.Doc, s) {
				continue
			}
			keys := fold.Keys(w)
			h := fold.RunKey(keys)
			n, ok := index[h]
			if !ok {
				n = len(forms)
				index[h] = n
				forms = append(forms, form{keys: keys})
			}
			if f := &forms[n]; len(f.places) == 0 || f.places[len(f.places)-1].Member != i {
				f.places = append(f.places, place{Place{i, s.Span}, w})
			}
		}
	}
	return forms
}

// told reports whether a sentence is the report's own text: title, standfirst or
// body, and not the signature of a post.
func told(d *nutgraf.Document, s nutgraf.Sentence) bool {
	if strings.Contains(s.Span.Of(d.Text), "(@") {
		return false
	}
	if s.Block < 0 || s.Block >= len(d.Blocks) {
		return true
	}
	k := d.Blocks[s.Block].Kind
	return k.Body() || k == nutgraf.Headline || k == nutgraf.Standfirst
}

// pair lays two forms side by side.
func pair(x, y *form) (Pair, bool) {
	short, long := min(len(x.keys), len(y.keys)), max(len(x.keys), len(y.keys))
	a, b, ok := apart(x, y)
	if !ok || x.template || y.template || float64(short) < lengths*float64(long) {
		return Pair{}, false
	}
	steps := align.Slide(align.Words(x.keys, y.keys), x.keys, y.keys)
	n, _ := align.Kept(steps)
	if float64(n) < kept*float64(short) {
		return Pair{}, false
	}
	out := Pair{A: a.Place, B: b.Place, Kept: n}
	gaps := gapsOf(steps)
	for _, g := range gaps {
		sure := g.a1-g.a0 <= width && g.b1-g.b0 <= width && (g.left+g.right >= around || len(gaps) == 1 && n >= few)
		out.Partings = append(out.Partings, Parting{a.span(g.a0, g.a1), b.span(g.b0, g.b1), sure})
	}
	return out, slices.ContainsFunc(out.Partings, func(g Parting) bool { return g.Sure }) && len(gaps) <= partings
}

// together reports whether one report has sentences of both forms.
func together(x, y *form) bool {
	return slices.ContainsFunc(x.places, func(p place) bool {
		return slices.ContainsFunc(y.places, func(q place) bool { return p.Member == q.Member })
	})
}

// apart returns a place of each form, of two reports of which neither has both.
func apart(x, y *form) (a, b place, ok bool) {
	one := func(of, other *form) (place, bool) {
		for _, p := range of.places {
			if !slices.ContainsFunc(other.places, func(q place) bool { return q.Member == p.Member }) {
				return p, true
			}
		}
		return place{}, false
	}
	a, ok = one(x, y)
	if ok {
		b, ok = one(y, x)
	}
	return a, b, ok
}

// gap is a stretch that is not kept, and the kept words beside it.
type gap struct {
	a0, a1, b0, b1 int
	left, right    int
}

// gapsOf gathers the steps between kept runs.
func gapsOf(steps []align.Step) []gap {
	var out []gap
	left := 0
	open := false
	for _, s := range steps {
		switch {
		case s.Op == align.Keep:
			left = s.A1 - s.A0
			if open {
				out[len(out)-1].right = left
			}
			open = false
		case open:
			g := &out[len(out)-1]
			g.a1, g.b1 = max(g.a1, s.A1), max(g.b1, s.B1)
		default:
			out = append(out, gap{s.A0, s.A1, s.B0, s.B1, left, 0})
			open = true
		}
	}
	return out
}

// span returns the bytes of words [i, j) of a sentence; where the one before
// them ends when there are none.
func (p place) span(i, j int) nutgraf.Span {
	switch {
	case i < j:
		return nutgraf.Span{Start: int(p.words[i].Start), End: int(p.words[j-1].End)}
	case i > 0:
		return nutgraf.Span{Start: int(p.words[i-1].End), End: int(p.words[i-1].End)}
	}
	return nutgraf.Span{Start: p.Sentence.Start, End: p.Sentence.Start}
}
