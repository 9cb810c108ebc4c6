package variant

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
)

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
	if voice == apart && f.pieces[a.pieces[0]].turn != f.pieces[b.pieces[0]].turn && !slices.Equal(a.stems, b.stems) {
		return link{}, false // who speaks in a transcript passes on the words of others, too
	}
	n := len(a.stems)
	if at := align.Find(b.stems, a.stems); at >= 0 {
		l := link{i, j, 0, n, at, at + n}
		if n == len(b.stems) {
			return l, f.equal(n, a.content, voice) && (voice != apart || f.rare(a, voice)) || n == 1 && voice == alike && f.toldAlike(a, b, 1)
		}
		return l, f.carries(n, a.content, voice) && f.rare(a, voice) || voice == unsure && n <= 3 && a.content >= 2 && f.onlyQuoted(a, b) ||
			voice == apart && n > 3 && a.content >= 2 && f.rare(a, voice) && f.oneMatter(a, b, at) ||
			n <= 3 && a.content < 2 && voice == alike && f.toldAlike(a, b, 2) && (n > 1 || f.pieces[b.pieces[0]].q.Kind == nutgraf.Mixed || f.tellsAlike(a, b, 2))
	}
	steps := align.Words(a.stems, b.stems)
	kept, run := align.Kept(steps)
	l := hull(steps, i, j)
	share := float64(inRuns(steps)) / float64(n)
	matter := f.matter(a.keys, steps)
	if share < same && f.apartInTime(a, b) {
		return l, false
	}
	switch {
	case n <= 3:
		close := kept == n && a.content >= 2 && l.b1-l.b0 <= n+2
		return l, close && (voice == alike || voice == unsure && a.content == n && f.onlyQuoted(a, b))
	case n >= 8 && share >= .6 && run >= 4 && matter >= 3:
		return l, voice != apart || share >= .8 || run >= long || f.toldAlike(a, b, 2)
	case share >= .75 && run >= 3 && matter >= 2:
		return l, voice == alike || n >= 6 && voice != apart
	case run >= 8 && matter >= 3:
		return l, voice != apart
	case run >= 6 && matter >= 3 && share >= .4:
		return l, voice == alike
	}
	return l, false
}

// inRuns counts the kept words that stand in runs of two and more: single words
// are kept by chance.
func inRuns(steps []align.Step) int {
	n := 0
	for _, s := range steps {
		if k := s.A1 - s.A0; s.Op == align.Keep && k > 1 {
			n += k
		}
	}
	return n
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

// toldAlike reports whether the sentences of a word or two of somebody's and of a wording
// that has them share so many words of matter besides: both tell one saying of his.
func (f *finder) toldAlike(a, b *form, least int) bool {
	var others [][]uint64
	for _, j := range b.pieces[:min(len(b.pieces), 4)] {
		others = append(others, f.beside(&f.pieces[j], a.stems))
	}
	for _, i := range a.pieces[:min(len(a.pieces), 4)] {
		own := f.beside(&f.pieces[i], a.stems)
		for n, other := range others {
			if f.pieces[i].doc != f.pieces[b.pieces[n]].doc && sharedItems(own, other) >= least {
				return true
			}
		}
	}
	return false
}

// tellsAlike reports whether the sentence of a word of somebody's shares so many words of
// matter with what a wording that has it says itself, and not only with its report.
func (f *finder) tellsAlike(a, b *form, least int) bool {
	for _, i := range a.pieces[:min(len(a.pieces), 4)] {
		if sharedItems(f.beside(&f.pieces[i], a.stems), b.stems) >= least {
			return true
		}
	}
	return false
}

// beside lists the words of matter in the sentences of a piece, without some and the
// speaker's name.
func (f *finder) beside(p *piece, without []uint64) []uint64 {
	m := f.members[p.doc]
	text, name := m.Doc.Text, fold.Keys(fold.Words(nil, p.q.Name, 0))
	var out []uint64
	first, last := m.Seg.SentenceAt(p.spans[0].Start), m.Seg.SentenceAt(p.spans[len(p.spans)-1].End-1)
	if first < 0 || last < first {
		return nil
	}
	span := nutgraf.Span{Start: m.Seg.Sentences[first].Span.Start, End: m.Seg.Sentences[last].Span.End}
	for _, w := range fold.Words(nil, span.Of(text), span.Start) {
		k := stem(text[w.Start:w.End], w.Key)
		if !f.function[w.Key] && !slices.Contains(without, k) && !slices.Contains(name, w.Key) && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// oneMatter reports whether a few words, which stand at a place of a longer wording of
// another speaker, are the same utterance: a sentence of it, or told of the same.
func (f *finder) oneMatter(a, b *form, at int) bool {
	n := len(a.stems)
	return f.toldAlike(a, b, 2) || f.isSentence(b, at, at+n)
}

// isSentence reports whether words [lo, hi) of a form are a sentence of it.
func (f *finder) isSentence(w *form, lo, hi int) bool {
	return (lo == 0 || f.breaks(*w, lo)) && (hi == len(w.keys) || f.breaks(*w, hi))
}

// long is the number of words from which a run is hardly anybody else's.
const long = 7

// rare reports whether the words of a are long enough to be somebody's own, or
// are found outside quotation marks once at most, and never when the speakers
// are not known to be one.
func (f *finder) rare(a *form, voice voice) bool {
	if len(a.stems) >= long {
		return true
	}
	f.readPhrases()
	n := f.loose[fold.RunKey(a.stems)]
	return n == 0 || n == 1 && voice == alike
}

// equal decides for two whole quotations of the same words.
func (f *finder) equal(n, content int, voice voice) bool {
	switch {
	case n >= 4 && content >= 2, n >= 6 && content >= 1:
		return true // nobody says that by chance: that the speakers differ is a finding
	case n >= 5 || n >= 4 && content >= 1:
		return voice != apart
	}
	return n >= 2 && voice == alike && content >= 1
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
		return f.loose[fold.RunKey(a.stems)] == 0
	}
	for k := range a.stems {
		if f.loose[fold.RunKey(a.stems[k:k+1])] > 0 {
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
			want[fold.RunKey(f.pieces[i].stems)] = true
			for k := 0; k < n && n <= 3; k++ {
				want[fold.RunKey(f.pieces[i].stems[k:k+1])] = true
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
			if h := fold.RunKey(stems[k : k+n]); want[h] {
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
