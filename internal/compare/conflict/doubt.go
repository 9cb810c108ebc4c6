package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// doubt is a sentence by which what a story is about is not so.
type doubt struct {
	member, sentence int
	of               nutgraf.Span // the words for what is not so
	titled           bool
}

const (
	doubtDeep    = 12 // sentences of a report that are read for it
	doubtOpening = 4  // sentences of another that can tell as so what it is of
	doubtNear    = 4  // sentences behind the first that "the story" means what it tells
	doubtAlike   = .5 // of the weight of a doubt's words that such a sentence tells
)

// falsities are the words that say that something told is not so.
type falsities struct {
	things map[string]bool
	keys   map[string]bool  // of all its words
	behind map[string][]way // by their first word
	before map[string][]way
}

func falsitiesOf(pack *lang.Pack, words *gist.Reader) falsities {
	out := falsities{things: pack.Class("falsities", "thing"), keys: map[string]bool{}, behind: map[string][]way{}, before: map[string][]way{}}
	for _, row := range pack.Rows("falsities") {
		w := way(strings.Fields(row[0]))
		for _, x := range w {
			out.keys[words.Key(x)] = true
		}
		switch row[1] {
		case "before":
			out.before[w[0]] = append(out.before[w[0]], w)
		case "way":
			out.behind[w[0]] = append(out.behind[w[0]], w)
		}
	}
	return out
}

// doubts finds what one report tells as so in its opening and another says is a hoax, is
// false or was made up: the first thing that whoever checks a story asks.
func (f *Finder) doubts(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 || s.Told == nil {
		return nil
	}
	var all []doubt
	in := map[int]bool{}
	for i := range s.Members {
		for _, d := range f.doubtsIn(s, i) {
			all, in[i] = append(all, d), true
		}
	}
	if len(all) == 0 {
		return nil
	}
	why := "One report tells as so what another says is not so."
	c := nutgraf.Conflict{
		Kind: nutgraf.ConflictStatus, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Why: why,
		Rule:  nutgraf.Evidence{Rule: "conflict.said-false", Text: why},
		Sides: []nutgraf.Side{{Value: "told as so"}, {Value: "said not to be so"}},
	}
	for _, d := range all {
		terms := f.doubted(s, d)
		for i := range s.Members {
			if in[i] || len(terms) < denialTerms {
				continue
			}
			lead, ok := f.tellsAsSo(s, i, terms)
			if !ok {
				continue
			}
			o := s.Members[d.member]
			face(s, &c, passage{member: i, cite: lead}, passage{member: d.member, cite: o.Doc.Cite(o.Seg.Sentences[d.sentence].Span)})
			if d.titled {
				c.Severity = nutgraf.Hard
			}
		}
	}
	if len(c.Sides[0].Evidence) == 0 {
		return nil
	}
	c.Matter = "Told as so, or said not to be: " + strings.TrimSuffix(c.Sides[0].Evidence[0].Text, ".")
	return []nutgraf.Conflict{c}
}

// doubtsIn lists the sentences of a report's opening that say, outside of quotation marks,
// that something told is not so.
func (f *Finder) doubtsIn(s Story, member int) []doubt {
	m := s.Members[member]
	var out []doubt
	for k, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), doubtDeep)] {
		titled := sent.Block >= 0 && sent.Block < len(m.Doc.Blocks) && m.Doc.Blocks[sent.Block].Kind == nutgraf.Headline
		if !titled && !body(m.Doc, sent) {
			continue
		}
		words := s.lower(member, sent)
		for i, begins := range s.opening(member, sent) {
			if begins&opensDoubt == 0 {
				continue
			}
			from, to, ok := f.falseAt(words, i)
			if ok && to > from && !quoted(m, m.Seg.Tokens[sent.First+i].Span()) {
				out = append(out, doubt{member, k, spanOf(m, sent, from, to), titled})
				break
			}
		}
	}
	return out
}

// falseAt reports whether words that say that something told is not so begin at i, and
// where the words for it stand.
func (f *Finder) falseAt(words []string, i int) (from, to int, ok bool) {
	if slices.ContainsFunc(words[max(0, i-4):min(len(words), i+4)], func(v string) bool { return v == "if" || v == "whether" || v == "or" }) {
		return 0, 0, false
	}
	for _, w := range f.falsities.before[words[i]] {
		if end, ok := w.at(words, i); ok {
			return end, len(words), true
		}
	}
	for _, w := range f.falsities.behind[words[i]] {
		if _, ok := w.at(words, i); ok {
			return 0, i, slices.ContainsFunc(words[:i], func(v string) bool { return f.falsities.things[v] })
		}
	}
	return 0, 0, false
}

// doubted lists the terms of what a doubt says is not so: of its words for it or, where
// they are few ("The story is a hoax"), of what the report has told before it.
func (f *Finder) doubted(s Story, d doubt) []string {
	if terms := f.matterOf(s, d.member, d.of); len(terms) >= denialTerms {
		return terms
	}
	m := s.Members[d.member]
	first := slices.IndexFunc(m.Seg.Sentences[:d.sentence], func(sent nutgraf.Sentence) bool { return body(m.Doc, sent) })
	if first < 0 || d.sentence-first > doubtNear {
		return nil
	}
	return f.matterOf(s, d.member, m.Seg.Sentences[first].Span)
}

// matterOf lists the terms of a stretch of a report without the words for a falsity.
func (f *Finder) matterOf(s Story, member int, span nutgraf.Span) []string {
	return slices.DeleteFunc(s.Told.Terms(member, span, nutgraf.Span{}), func(k string) bool { return f.falsities.keys[k] })
}

// tellsAsSo returns the sentence of a report's opening that tells as so what some terms
// tell.
func (f *Finder) tellsAsSo(s Story, member int, terms []string) (nutgraf.Cite, bool) {
	m := s.Members[member]
	for k, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), doubtOpening)] {
		if text := sent.Span.Of(m.Doc.Text); body(m.Doc, sent) && !quoted(m, sent.Span) && f.affirms(text) && f.judge.Sentence(text) && s.Told.Both(s.Told.Sentence(member, k), terms) >= doubtAlike*s.Told.Weight(terms) {
			return m.Doc.Cite(sent.Span), true
		}
	}
	return nutgraf.Cite{}, false
}
