package claim

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// deeds returns the verbs of words of a report, but for those that say nothing of what
// was done ("is", "said", "took").
func (g *grid) deeds(member int, span nutgraf.Span) []string {
	m := &g.members[member]
	var out []string
	first := m.Seg.TokenAt(span.Start)
	for i := first + 1; i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < span.End; i++ {
		t := m.Seg.Tokens[i]
		w := t.Span().Of(m.Doc.Text)
		if t.Kind != nutgraf.Word || t.Upper || !g.f.judge.Finite(w) || g.f.lightDeeds[w] {
			continue
		}
		if k := g.index.Key(w); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// light returns the light verbs of words of a report ("called"), none where somebody only
// "said"; only is false where a verb tells of more, or of what somebody or something is, has
// or will do.
func (g *grid) light(member int, span nutgraf.Span) (verbs []string, only bool) {
	m := &g.members[member]
	for i := m.Seg.TokenAt(span.Start) + 1; i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < span.End; i++ {
		t := m.Seg.Tokens[i]
		w := t.Span().Of(m.Doc.Text)
		if only && w == "to" || strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") { // "called on Marrow to resign"
			return nil, false
		}
		if t.Kind != nutgraf.Word || t.Upper || !g.f.judge.Finite(w) {
			continue
		}
		switch {
		case !g.f.lightDeeds[w], g.f.function[w] && !g.f.saying[w]:
			return nil, false
		case !g.f.function[w]:
			verbs = append(verbs, w)
		}
		only = true
	}
	return verbs, only
}

// singles reports whether a report tells, in sentence k or beside it, by a word of its own
// that there is no other, where a label does: that Marrow heads the port does not say that she
// is the first to.
func (g *grid) singles(of int, label nutgraf.Span, member, k int) bool {
	m := &g.members[of]
	for i := m.Seg.TokenAt(label.Start); i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < label.End; i++ {
		w := wordAt(m, i)
		if !g.f.singling[w] || i == 0 || wordAt(m, i-1) != "the" {
			continue
		}
		told := false
		for at := max(k-1, 0); at <= k+1 && at < len(g.members[member].Seg.Sentences); at++ {
			told = told || g.has(member, at, []string{w})
		}
		if !told {
			return false
		}
	}
	return true
}

// has reports whether sentence k of a report has one of some words.
func (g *grid) has(member, k int, words []string) bool {
	m := &g.members[member]
	s := m.Seg.Sentences[k]
	for i := s.First; i < s.Last; i++ {
		if slices.Contains(words, wordAt(m, i)) {
			return true
		}
	}
	return false
}

// does reports whether a report tells, in sentence k or beside it, of a deed of a label.
// Where most of the label's words stand there anyway, it may call the deed by any
// word, and elsewhere by one like it; the day alone that two things were done on does
// not make them one. A label of few words with a light deed ("Marrow called the head of the
// port") is told where that stands, too: to name both is not to tell of the call.
func (g *grid) does(of int, label nutgraf.Span, member, k int, share float64, need need) bool {
	if k >= 0 && !g.singles(of, label, member, k) {
		return false
	}
	if k >= 0 && (need.plain == needFew || need == needDay && len(g.index.Plain(of, label, nutgraf.Span{})) <= fewPlain) {
		if light, only := g.light(of, label); only {
			return g.has(member, k, light)
		}
	}
	if k < 0 || need != needDay && share >= surely {
		return true
	}
	deeds := g.deeds(of, label)
	for at := max(k-1, 0); at <= k+1 && at < len(g.members[member].Seg.Sentences); at++ {
		terms := g.index.Sentence(member, at)
		if slices.ContainsFunc(deeds, func(key string) bool {
			return slices.Contains(terms, key) || need != needDay && (g.doing(terms, key) || g.f.like(key, terms) != "")
		}) {
			return true
		}
	}
	switch {
	case len(deeds) > 0:
		return false
	case need == needDay:
		return share >= needValue.all
	}
	return need != needWhole || share >= undone
}

// undone is the share from which on a report tells what a label without a deed tells.
const undone = .7

// surely is the share of a label from which on a report that tells it is taken to tell of
// its deed, too.
const surely = .75

// left reports whether a sentence leaves open what it tells of some terms: a word that
// does stands among them or right before. What else the sentence leaves open says nothing
// of them.
func (g *grid) left(terms []string, member, k int) bool {
	m := &g.members[member]
	told := g.index.Stretch(terms, member, k)
	if told.IsZero() {
		return false
	}
	from := max(m.Seg.Sentences[k].First, m.Seg.TokenAt(told.Start)-leftBefore)
	for i := from; i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < told.End; i++ {
		if g.opens(m, i) && !g.describes(m, i) {
			return true
		}
	}
	return false
}

// leftBefore is how many words before those it tells such a word can stand.
const leftBefore = 2

// opens reports whether a token leaves open what is told: "may", "set to".
func (g *grid) opens(m *nutgraf.Member, token int) bool {
	w := m.Seg.Tokens[token].Span().Of(m.Doc.Text)
	if w == "to" && token > 0 {
		return g.f.coming(m.Seg.Tokens[token-1].Span().Of(m.Doc.Text))
	}
	return w != mayMonth && g.f.unsure[lang.Lower(w)]
}

// coming reports whether a word before "to" tells of what is to come: "set", "expected".
func (f *Finder) coming(word string) bool { return word == "set" || f.foreseen[word] }

// wordAt is the word of a token in lower case.
func wordAt(m *nutgraf.Member, token int) string {
	return lang.Lower(m.Seg.Tokens[token].Span().Of(m.Doc.Text))
}

// describes reports whether a word that can leave open what is told only describes the
// noun behind it: who cancels "planned exercises" cancels them.
func (g *grid) describes(m *nutgraf.Member, token int) bool {
	w := wordAt(m, token)
	if w != "upcoming" && !strings.HasSuffix(w, "ed") || token+1 >= len(m.Seg.Tokens) || token == 0 {
		return false
	}
	before, next := wordAt(m, token-1), m.Seg.Tokens[token+1]
	return next.Kind == nutgraf.Word && g.index.Key(next.Span().Of(m.Doc.Text)) != "" && !g.f.eventful["help"][before]
}

// mayMonth is a month's, or a minister's, name and no word that leaves anything open.
const mayMonth = "May"
