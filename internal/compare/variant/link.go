package variant

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
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
		h := hash(keys)
		found := -1
		for _, k := range at[h] {
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

func hash(keys []uint64) uint64 {
	h := uint64(len(keys))
	for _, k := range keys {
		h = (h ^ k) * 0x9e3779b97f4a7c15
		h ^= h >> 29
	}
	return h
}

// links compares every pair of forms that share a run of three words, or, for
// the shortest, a word that carries matter.
func (f *finder) links(forms []form) []link {
	runs := map[uint64][]int32{}
	short := map[uint64]bool{}
	for i := range forms {
		for _, k := range forms[i].stems {
			if len(forms[i].stems) <= 3 && !f.function[k] {
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
				note(runs, hash(keys[k:k+3]), i)
			}
		}
	}
	var out []link
	var seen = map[[2]int32]bool{}
	for i := range forms {
		for _, j := range f.near(runs, short, forms, i) {
			pair := [2]int32{min(int32(i), j), max(int32(i), j)}
			if seen[pair] {
				continue
			}
			seen[pair] = true
			if l, ok := f.compare(forms, int(pair[0]), int(pair[1])); ok {
				out = append(out, l)
			}
		}
	}
	return unambiguous(forms, out)
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
			add(hash(keys[k : k+3]))
		}
	}
	return out
}

// compare decides whether two forms carry words of one utterance. The shorter
// the shared run, the more the speakers must agree.
func (f *finder) compare(forms []form, i, j int) (link, bool) {
	a, b := &forms[i], &forms[j]
	if len(a.keys) > len(b.keys) {
		l, ok := f.compare(forms, j, i)
		return link{l.b, l.a, l.b0, l.b1, l.a0, l.a1}, ok
	}
	if a.docs == 1 && b.docs == 1 && f.pieces[a.pieces[0]].doc == f.pieces[b.pieces[0]].doc {
		return link{}, false
	}
	voice := f.voices(a, b)
	n := len(a.stems)
	if at := align.Find(b.stems, a.stems); at >= 0 {
		l := link{i, j, 0, n, at, at + n}
		if n == len(b.stems) {
			return l, f.equal(n, a.content, voice)
		}
		return l, f.carries(n, a.content, voice) && f.rare(a, b, voice) || voice == unsure && n <= 3 && a.content >= 2 && f.onlyQuoted(a, b)
	}
	steps := align.Words(a.stems, b.stems)
	kept, run := align.Kept(steps)
	l := hull(steps, i, j)
	share := float64(kept) / float64(n)
	matter := f.matter(a.keys, steps)
	switch {
	case n <= 3:
		close := kept == n && a.content >= 2 && l.b1-l.b0 <= n+2
		return l, close && (voice == alike || voice == unsure && a.content == n && f.onlyQuoted(a, b))
	case n >= 8 && share >= .6 && run >= 4 && matter >= 3:
		return l, voice != apart || share >= .8
	case share >= .75 && run >= 3 && matter >= 2:
		return l, voice == alike || n >= 6 && voice != apart
	case run >= 8 && matter >= 3:
		return l, voice != apart
	case run >= 6 && matter >= 3 && share >= .4:
		return l, voice == alike
	}
	return l, false
}

// carries decides for a wording that stands whole in another, longer one: n
// words, content of them not function words. A single word never does.
func (f *finder) carries(n, content int, voice voice) bool {
	switch {
	case n >= long && content >= 3:
		return true
	case n >= 4 && content >= 2:
		return voice != apart
	case n >= 4 && content >= 1:
		return voice == alike
	}
	return n >= 2 && voice == alike && content >= 2
}

// long is the number of words from which a run is hardly anybody else's.
const long = 7

// rare reports whether the words of a are long enough to be somebody's own, or
// are found outside quotation marks once at most, and never when the speakers
// are not known to be one.
func (f *finder) rare(a, b *form, voice voice) bool {
	if len(a.stems) >= long {
		return true
	}
	f.readPhrases()
	n := f.loose[hash(a.stems)]
	return n == 0 || n == 1 && voice == alike
}

// equal decides for two whole quotations of the same words.
func (f *finder) equal(n, content int, voice voice) bool {
	switch {
	case n >= long && content >= 3:
		return true
	case n >= 5 || n >= 4 && content >= 1:
		return voice != apart
	}
	return voice == alike && content >= 1
}

// onlyQuoted reports whether the few words of a are found in no report but
// inside quotation marks, together or, where b has them apart, each by itself:
// then they are somebody's own and no set phrase.
func (f *finder) onlyQuoted(a, b *form) bool {
	if a.docs > 2 || b.docs > 2 {
		return false
	}
	f.readPhrases()
	if align.Find(b.stems, a.stems) >= 0 {
		return f.loose[hash(a.stems)] == 0
	}
	for k := range a.stems {
		if f.loose[hash(a.stems[k:k+1])] > 0 {
			return false
		}
	}
	return true
}

// readPhrases counts, once, how often the short quotations of the story stand in its reports outside quotation marks.
func (f *finder) readPhrases() {
	if f.loose != nil {
		return
	}
	f.loose = map[uint64]int{}
	want := map[uint64]bool{}
	for i := range f.pieces {
		if n := len(f.pieces[i].stems); n >= 2 && n < long {
			want[hash(f.pieces[i].stems)] = true
			for k := 0; k < n && n <= 3; k++ {
				want[hash(f.pieces[i].stems[k:k+1])] = true
			}
		}
	}
	var words []fold.Word
	for d, m := range f.members {
		quoted := f.marked(d)
		for _, b := range m.Doc.Blocks {
			if b.Kind.Body() {
				words = fold.Words(words[:0], b.Span.Of(m.Doc.Text), b.Span.Start)
				f.countPhrases(m.Doc.Text, words, quoted, want)
			}
		}
	}
}

func (f *finder) countPhrases(text string, words []fold.Word, quoted []nutgraf.Span, want map[uint64]bool) {
	stems := make([]uint64, len(words))
	for k, w := range words {
		stems[k] = stem(text[w.Start:w.End], w.Key)
	}
	for k := range words {
		at := int(words[k].Start)
		if holds(quoted, at) || opening(text, at) != 0 {
			continue
		}
		for n := 1; n < long && k+n <= len(words); n++ {
			if h := hash(stems[k : k+n]); want[h] {
				f.loose[h]++
			}
		}
	}
}

// marked returns the stretches of a report inside quotation marks, in order.
func (f *finder) marked(doc int) []nutgraf.Span {
	var out []nutgraf.Span
	for i := range f.pieces {
		if f.pieces[i].doc == doc {
			out = append(out, f.pieces[i].spans...)
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Span) int { return a.Start - b.Start })
	return out
}

func holds(spans []nutgraf.Span, at int) bool {
	k, _ := slices.BinarySearchFunc(spans, at, func(s nutgraf.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return k < len(spans) && spans[k].Start <= at
}

// matter counts the words under Keep that are not function words.
func (f *finder) matter(keys []uint64, steps []align.Step) int {
	n := 0
	for _, s := range steps {
		if s.Op == align.Keep {
			n += f.content(keys[s.A0:s.A1])
		}
	}
	return n
}

// hull spans the kept runs, leaving out single words kept by chance when there
// are longer runs.
func hull(steps []align.Step, i, j int) link {
	_, longest := align.Kept(steps)
	l := link{a: i, b: j, a0: -1}
	for _, s := range steps {
		if s.Op != align.Keep || longest >= 3 && s.A1-s.A0 < 2 {
			continue
		}
		if l.a0 < 0 {
			l.a0, l.b0 = s.A0, s.B0
		}
		l.a1, l.b1 = s.A1, s.B1
	}
	if l.a0 < 0 {
		l.a0 = 0
	}
	return l
}

// voice says how two wordings' speakers stand to each other.
type voice uint8

const (
	unsure voice = iota // not both known
	alike               // one speaker at least is the same
	apart               // all known speakers differ
)

func (f *finder) voices(a, b *form) voice {
	known := false
	for _, i := range a.pieces[:min(len(a.pieces), 8)] {
		for _, j := range b.pieces[:min(len(b.pieces), 8)] {
			switch f.pair(&f.pieces[i], &f.pieces[j]) {
			case alike:
				return alike
			case apart:
				known = true
			}
		}
	}
	if known {
		return apart
	}
	return unsure
}

func (f *finder) pair(p, q *piece) voice {
	if p.speaker >= 0 && p.speaker == q.speaker {
		return alike
	}
	if p.q.Name == "" || q.q.Name == "" {
		return unsure
	}
	a, b := fold.String(p.q.Name), fold.String(q.q.Name)
	switch {
	case a == b || within(a, b) || within(b, a):
		return alike
	case f.rank(p.q.Name) > 0 || f.rank(q.q.Name) > 0:
		return unsure
	}
	return apart
}

// within reports whether all words of a stand in b: "Northway" and "a Northway
// spokeswoman", "Hale" and "Ada Hale".
func within(a, b string) bool {
	words := strings.Fields(b)
	for _, w := range strings.Fields(a) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return a != ""
}

func nameless(folded string) bool { return strings.HasPrefix(folded, "unnamed") }

// speech reports whether a quotation's cue marks words as said, written or
// given out, rather than read into someone by the reporter.
func speech(q *nutgraf.Quote, text string) bool {
	if q.Cue.IsZero() {
		return q.Kind != nutgraf.Indirect
	}
	cue := fold.String(q.Cue.Of(text))
	for _, w := range []string{"seem", "hint", "appear", "suggest", "impl"} {
		if strings.HasPrefix(cue, w) || strings.Contains(cue, " "+w) {
			return q.Kind != nutgraf.Indirect
		}
	}
	return true
}
