package provenance

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
	"nutgraf/internal/overlap"
)

// Two reports of one event give its names, offices and dates in much the same words
// without either having the other's text. What they share outside quotations ties them
// where it is as long as chance does not make it: a run of runAlone words; manyWords in
// all; closeWords of which four fifths of the passage consist, or a run of runPlain
// words, with some plain ones, that are no names.
const (
	runAlone   = 14
	manyWords  = 30
	closeWords = 12
	closePlain = 5
	runPlain   = 8
	wordsPlain = 8
)

// byChance reports whether the words that two reports share outside quotations may
// well stand in both by chance.
func (g *graph) byChance(s nutgraf.SharedText) bool {
	if g.opensAlike(s) {
		return false
	}
	src, dst := g.written(s.Src), g.written(s.Dst)
	steps := align.Words(fold.Keys(src), fold.Keys(dst))
	same, run := align.Kept(steps)
	if run >= runAlone || same >= manyWords {
		return false
	}
	plain := 0
	text := g.Members[g.place[s.Src.Doc]].Doc.Text
	for _, step := range steps {
		if step.Op != align.Keep {
			continue
		}
		for _, w := range src[step.A0:step.A1] {
			if word := text[w.Start:w.End]; !g.function[word] && lowered(word) {
				plain++
			}
		}
	}
	long := max(len(src), len(dst))
	return (same < closeWords || plain < closePlain || 5*same < 4*long) && (run < runPlain || plain < wordsPlain)
}

// opensAlike reports whether two long passages begin with a run of words that chance does
// not make: it spares laying the whole of copies beside each other.
func (g *graph) opensAlike(s nutgraf.SharedText) bool {
	if min(s.Src.Span.Len(), s.Dst.Span.Len()) < 2*headBytes {
		return false
	}
	src, dst := s.Src, s.Dst
	src.Span.End, dst.Span.End = src.Span.Start+headBytes, dst.Span.Start+headBytes
	a, b := g.written(src), g.written(dst)
	if min(len(a), len(b)) < runAlone {
		return false
	}
	for i := range runAlone {
		if a[i].Key != b[i].Key {
			return false
		}
	}
	return true
}

// headBytes is the length of the beginning of a passage; a word that it cuts stands far
// behind the run that is looked for.
const headBytes = 300

// lowered reports whether a word begins with a small letter.
func lowered(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsLower(r)
}

// written are the words of a passage that stand outside quotations and posts.
func (g *graph) written(c nutgraf.Cite) []fold.Word {
	m := &g.Members[g.place[c.Doc]]
	apart := overlap.Quoted(m)
	apart = slices.DeleteFunc(apart, func(p nutgraf.Span) bool { return p.Overlap(c.Span) == 0 })
	return slices.DeleteFunc(fold.Words(nil, c.Span.Of(m.Doc.Text), c.Span.Start), func(w fold.Word) bool {
		return slices.ContainsFunc(apart, func(p nutgraf.Span) bool { return p.Start <= int(w.Start) && int(w.End) <= p.End })
	})
}
