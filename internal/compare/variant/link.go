package variant

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/fold"
)

// form is one wording, with every piece that has it word for word. Wordings
// are compared once, however many reports carry them.
type form struct {
	keys    []uint64
	stems   []uint64
	content int // words that are not function words
	pieces  []int
	docs    int
}

// link ties two forms: [A0, A1) of form A are said to be the words [B0, B1) of
// form B.
type link struct {
	a, b           int
	a0, a1, b0, b1 int
}

// crowd is the number of forms sharing a run of words beyond which the run is
// taken for a set phrase that proves nothing more.
const crowd = 48

func (f *finder) forms() []form {
	var out []form
	at := map[uint64][]int{}
	for i := range f.pieces {
		keys := f.pieces[i].keys
		h := fold.RunKey(keys)
		found := -1
		for _, k := range at[h][max(0, len(at[h])-crowd):] {
			if slices.Equal(out[k].keys, keys) && f.one(&f.pieces[out[k].pieces[0]], &f.pieces[i], out[k].content) {
				found = k
				break
			}
		}
		if found < 0 {
			found = len(out)
			out = append(out, form{keys: keys, stems: f.pieces[i].stems, content: f.content(keys)})
			at[h] = append(at[h], found)
		}
		w := &out[found]
		if n := len(w.pieces); n == 0 || f.pieces[w.pieces[n-1]].doc != f.pieces[i].doc {
			w.docs++
		}
		w.pieces = append(w.pieces, i)
	}
	return out
}

// one reports whether two pieces of the same words are one utterance: a short
// one is only when nothing speaks against its being one speaker's.
func (f *finder) one(p, q *piece, content int) bool {
	return p.doc == q.doc && len(p.keys) >= 3 && f.pair(p, q) != apart || f.equal(len(p.keys), content, f.pair(p, q))
}

func (f *finder) content(keys []uint64) int {
	n := 0
	for _, k := range keys {
		if !f.function[k] {
			n++
		}
	}
	return n
}

// links compares every pair of forms that share a run of three words, or, for
// the shortest, a word that carries matter. Sentences are what two forms of
// different speakers have in common that are not one utterance.
func (f *finder) links(forms []form) (tied, sentences []link) {
	runs := map[uint64][]int32{}
	short := map[uint64]bool{}
	for i := range forms {
		for _, k := range forms[i].stems {
			if len(forms[i].stems) <= 3 && (!f.function[k] || forms[i].content == 0) {
				short[k] = true
			}
		}
	}
	for i := range forms {
		keys := forms[i].stems
		for k := range keys {
			if short[keys[k]] {
				note(runs, keys[k], i)
			}
			if k+3 <= len(keys) {
				note(runs, fold.RunKey(keys[k:k+3]), i)
			}
		}
	}
	seen := map[[2]int32]bool{}
	for i := range forms {
		for _, j := range f.near(runs, short, forms, i) {
			pair := [2]int32{min(int32(i), j), max(int32(i), j)}
			if seen[pair] {
				continue
			}
			seen[pair] = true
			if l, ok := f.compare(forms, int(pair[0]), int(pair[1])); ok {
				tied = append(tied, l)
			} else if l, ok := f.sentence(forms, int(pair[0]), int(pair[1])); ok {
				sentences = append(sentences, l)
			}
		}
	}
	return unambiguous(forms, f.ownWords(forms, f.outdone(forms, tied))), sentences
}

// outdone drops the links to words that another piece of the same report has far more of:
// who begins three sentences alike has said three.
func (f *finder) outdone(forms []form, links []link) []link {
	to := make([][]link, len(forms)) // by form b, the links of it
	for _, l := range links {
		to[l.b] = append(to[l.b], l)
		to[l.a] = append(to[l.a], link{l.b, l.a, l.b0, l.b1, l.a0, l.a1})
	}
	doc := func(n int) int { return f.pieces[forms[n].pieces[0]].doc }
	beaten := func(l link) bool {
		if forms[l.a].docs > 1 || l.a1-l.a0 == len(forms[l.a].keys) {
			return false
		}
		return slices.ContainsFunc(to[l.b][:min(len(to[l.b]), crowd)], func(o link) bool {
			return o.a != l.a && forms[o.a].docs == 1 && doc(o.a) == doc(l.a) && o.b0 <= l.b0 && l.b1 <= o.b1 && 2*(o.b1-o.b0) >= 3*(l.b1-l.b0)
		})
	}
	return slices.DeleteFunc(links, func(l link) bool {
		return beaten(l) || beaten(link{l.b, l.a, l.b0, l.b1, l.a0, l.a1})
	})
}

// ownWords drops the links to somebody else's words where the same report has those of
// the speaker, too: a host who tells of a speech before it is played does not speak it.
func (f *finder) ownWords(forms []form, links []link) []link {
	by := make([][]int, len(forms))
	at := map[[2]int]link{} // by forms a and b
	for _, l := range links {
		by[l.a], by[l.b] = append(by[l.a], l.b), append(by[l.b], l.a)
		at[[2]int{l.a, l.b}], at[[2]int{l.b, l.a}] = l, link{l.b, l.a, l.b0, l.b1, l.a0, l.a1}
	}
	borne := func(a, b int) bool { // a, or what is tied to it, has b's speaker
		return f.voices(&forms[a], &forms[b]) == alike || slices.ContainsFunc(by[a][:min(len(by[a]), crowd)], func(x int) bool {
			return x != b && f.voices(&forms[x], &forms[b]) == alike
		})
	}
	parted := func(own, other link) bool { // all of b, and other words of a than x has
		return own.b1-own.b0 >= long && own.b1-own.b0 == len(forms[own.b].keys) && (own.a1 <= other.a0 || other.a1 <= own.a0)
	}
	foreign := func(a, b int) bool {
		if len(forms[b].pieces) != 1 || len(by[a]) < 2 || f.voices(&forms[a], &forms[b]) == alike {
			return false
		}
		doc := f.pieces[forms[b].pieces[0]].doc
		return slices.ContainsFunc(by[a][:min(len(by[a]), crowd)], func(x int) bool {
			return x != b && f.pieces[forms[x].pieces[0]].doc == doc && f.voices(&forms[x], &forms[b]) == apart && !parted(at[[2]int{a, b}], at[[2]int{a, x}]) && borne(a, x) && !borne(a, b)
		})
	}
	return slices.DeleteFunc(links, func(l link) bool { return foreign(l.a, l.b) || foreign(l.b, l.a) })
}

// sentence finds a sentence that stands word for word in two forms of different
// speakers, whole in both: the reports quote different words before or behind it.
func (f *finder) sentence(forms []form, i, j int) (link, bool) {
	a, b := &forms[i], &forms[j]
	if a.docs > 1 || b.docs > 1 || f.pieces[a.pieces[0]].doc == f.pieces[b.pieces[0]].doc || f.voices(a, b) != apart {
		return link{}, false
	}
	found := 0
	out := link{a: i, b: j}
	for _, x := range f.sentences(*a) {
		for _, y := range f.sentences(*b) {
			if words := a.keys[x[0]:x[1]]; len(words) >= long && f.content(words) >= 2 && slices.Equal(words, b.keys[y[0]:y[1]]) {
				out.a0, out.a1, out.b0, out.b1 = x[0], x[1], y[0], y[1]
				found++
			}
		}
	}
	return out, found == 1
}

// sentences returns the words [from, to) of each sentence of a form, as its first
// report breaks it.
func (f *finder) sentences(w form) [][2]int {
	var out [][2]int
	for lo := 0; lo < len(w.keys); {
		hi := lo + 1
		for hi < len(w.keys) && !f.breaks(w, hi) {
			hi++
		}
		out = append(out, [2]int{lo, hi})
		lo = hi
	}
	return out
}

// breaks reports whether a form's word k begins a sentence: a full stop goes before
// it, or words of the report's own that end in one (“… back,” he said. “It is …”).
func (f *finder) breaks(w form, k int) bool {
	p := &f.pieces[w.pieces[0]]
	return ends(f.members[p.doc].Doc.Text, nutgraf.Span{Start: int(p.words[k-1].End), End: int(p.words[k].Start)})
}

// fragment is the number of words below which a wording may stand in several
// utterances by chance.
const fragment = 5

// unambiguous drops the links of fragments that stand in two longer wordings
// which nothing else ties: they may be of either.
func unambiguous(forms []form, links []link) []link {
	group := make([]int, len(forms))
	for i := range group {
		group[i] = i
	}
	var find func(int) int
	find = func(i int) int {
		if group[i] != i {
			group[i] = find(group[i])
		}
		return group[i]
	}
	short := func(i int) bool { return len(forms[i].keys) < fragment }
	for _, l := range links {
		if !short(l.a) && !short(l.b) {
			a, b := find(l.a), find(l.b)
			group[max(a, b)] = min(a, b)
		}
	}
	home, torn := map[int]int{}, map[int]bool{}
	for _, l := range links {
		for _, x := range [2][2]int{{l.a, l.b}, {l.b, l.a}} {
			if !short(x[0]) || short(x[1]) {
				continue
			}
			h := find(x[1])
			if old, ok := home[x[0]]; ok && old != h {
				torn[x[0]] = true
			}
			home[x[0]] = h
		}
	}
	return slices.DeleteFunc(links, func(l link) bool {
		return torn[l.a] && !short(l.b) || torn[l.b] && !short(l.a)
	})
}

func note(runs map[uint64][]int32, key uint64, i int) {
	l := runs[key]
	if len(l) < crowd && (len(l) == 0 || l[len(l)-1] != int32(i)) {
		runs[key] = append(l, int32(i))
	}
}

// near returns the forms before i that share a run with it, each once.
func (f *finder) near(runs map[uint64][]int32, short map[uint64]bool, forms []form, i int) []int32 {
	var out []int32
	keys := forms[i].stems
	add := func(key uint64) {
		for _, j := range runs[key] {
			if int(j) != i && !slices.Contains(out, j) {
				out = append(out, j)
			}
		}
	}
	for k := range keys {
		if short[keys[k]] {
			add(keys[k])
		}
		if k+3 <= len(keys) {
			add(fold.RunKey(keys[k : k+3]))
		}
	}
	return out
}
