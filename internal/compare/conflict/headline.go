package conflict

import (
	"maps"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// turn is what a headline can state and its text take back.
type turn struct {
	tie                  string
	said, again, against []way
}

const (
	turnDeep  = 40 // the last sentence of a report that is read for what its headline states
	turnEarly = 10 // the last one that is read for what is not settled yet
	turnMost  = 3  // sentences shown that take it back
	turnThree = 3
	turnNear  = 3 // words before what a headline states among which a negation stands
)

// turnsOf reads the list of them; "NOT" stands for each negation.
func turnsOf(pack *lang.Pack) []turn {
	negations := slices.Sorted(maps.Keys(pack.Class("turns", "negation")))
	ways := func(cell string) []way {
		var out []way
		for alternative := range strings.SplitSeq(cell, "|") {
			w := way(strings.Fields(alternative))
			switch {
			case len(w) == 1 && w[0] == "-":
			case w[0] == "NOT":
				for _, n := range negations {
					out = append(out, slices.Concat(way{n}, w[1:]))
				}
			default:
				out = append(out, w)
			}
		}
		return out
	}
	var out []turn
	for _, row := range pack.Rows("headline_turns") {
		out = append(out, turn{row[0], ways(row[1]), ways(row[2]), ways(row[3])})
	}
	return out
}

// headlines finds where a report's headline and its own text differ: in a number, in
// what the text takes back, in a place that it leaves out.
func (f *Finder) headlines(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, m := range s.Titled {
		c := ownText(nutgraf.ConflictValue, "The headline gives another number than the report's own text.")
		c.Axis, c.Matter = "number", "Headline and text: "+f.subject(s, m.Frames)
		for _, fr := range m.Frames {
			c.Sides = append(c.Sides, f.side(s, sideOf{frames: []nutgraf.Frame{fr}}, phrase(s, fr)))
		}
		out = gathered(out, c)
	}
	if s.Told == nil {
		return out
	}
	for i := range s.Members {
		if t, ok := titleOf(s.Members[i]); ok {
			for _, c := range slices.Concat(f.headNumber(s, i, t, out), f.turned(s, i, t), f.leftOut(s, i, t)) {
				out = gathered(out, c)
			}
		}
	}
	return out
}

// ownText is a difference of a headline and its text without its sides.
func ownText(kind nutgraf.ConflictKind, why string) nutgraf.Conflict {
	return nutgraf.Conflict{
		Kind: kind, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Why: why,
		Rule: nutgraf.Evidence{Rule: "conflict.headline", Text: why},
	}
}

// titleOf returns the headline of a report as the sentence that it is.
func titleOf(m nutgraf.Member) (nutgraf.Sentence, bool) {
	at := m.Seg.SentenceAt(m.Doc.TitleSpan.Start)
	if m.Doc.TitleSpan.IsZero() || at < 0 {
		return nutgraf.Sentence{}, false
	}
	t := m.Seg.Sentences[at]
	return t, m.Doc.TitleSpan.Contains(t.Span) && !strings.HasSuffix(t.Span.Of(m.Doc.Text), "?")
}

// turned finds what a report's headline states and its text takes back.
func (f *Finder) turned(s Story, member int, title nutgraf.Sentence) []nutgraf.Conflict {
	m := s.Members[member]
	words := s.lower(member, title)
	var said string
	var against []nutgraf.Cite
	by, quoted := "", false // who takes it back in the first of them
	for _, x := range f.turnList {
		from, to, ok := f.states(m, title, words, x)
		if !ok || again(s, member, x) {
			continue
		}
		for k, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), turnDeep)] {
			if !body(m.Doc, sent) || len(against) == turnMost {
				continue
			}
			own := s.lower(member, sent)
			if at, end, ok := tell(own, x.against); ok && f.tiedTo(s, member, k, title, x.tie, own[:at]) && !asks(own[end:]) {
				said = nutgraf.Span{Start: int(m.Seg.Tokens[title.First+from].Start), End: int(m.Seg.Tokens[title.First+to-1].End)}.Of(m.Doc.Text)
				if len(against) == 0 {
					by, quoted = toldBy(m, sent.Span)
				}
				if cite := m.Doc.Cite(sent.Span); !cited(against, cite) {
					against = append(against, cite)
				}
			}
		}
	}
	if len(against) == 0 {
		return nil
	}
	c := ownText(nutgraf.ConflictStatus, "The headline states what the report's own text takes back.")
	c.Matter = "Headline and text: " + title.Span.Of(m.Doc.Text)
	c.Sides = []nutgraf.Side{{Value: said, Evidence: []nutgraf.Cite{m.Doc.Cite(title.Span)}}, {Value: "taken back", By: by, ByQuoted: quoted, Evidence: against}}
	return []nutgraf.Conflict{c}
}

// toldBy names the source that a sentence names for what most of it tells, and whether it
// is quoted.
func toldBy(m nutgraf.Member, sent nutgraf.Span) (by string, quoted bool) {
	for _, q := range m.Ann.Quotes {
		if q.Name != "" && sent.Overlap(q.Source) > 0 && 2*(sent.Overlap(q.Span)+sent.Overlap(q.Cue)+sent.Overlap(q.Source)) > sent.Len() {
			return q.Name, q.Kind == nutgraf.Direct
		}
	}
	return "", false
}

// states reports whether a headline itself states something in one of its ways, and
// where: not what may be, what somebody says or what stands between marks.
func (f *Finder) states(m nutgraf.Member, title nutgraf.Sentence, words []string, x turn) (from, to int, ok bool) {
	for _, w := range x.said {
		if w[0] == "NAME" {
			from, to, ok = settles(m, title, words)
		} else {
			from, to, ok = tell(words, []way{w})
		}
		if !ok {
			continue
		}
		if from > 0 && (f.governs[words[from-1]] || f.function[words[from-1]]) || slices.ContainsFunc(words[max(0, from-turnNear):from], func(w string) bool { return f.negations[w] }) || to < len(words) && (words[to] == "of" || words[to] == "for") {
			return 0, 0, false
		}
		before := m.Doc.Text[title.Span.Start:m.Seg.Tokens[title.First+from].Start]
		marked := strings.Count(before, `"`)%2 == 1 || strings.Count(before, "“") > strings.Count(before, "”") || strings.HasSuffix(before, "'") || strings.HasSuffix(before, "‘")
		return from, to, !marked && !slices.ContainsFunc(words, func(w string) bool { return f.sourced[w] })
	}
	return 0, 0, false
}

// settles finds "to" right behind a name that opens a headline: "Harbour board to close".
func settles(m nutgraf.Member, title nutgraf.Sentence, words []string) (from, to int, ok bool) {
	for _, x := range m.Ann.Mentions {
		if x.Span.Start != title.Span.Start {
			continue
		}
		at := m.Seg.TokenAt(x.Span.End) - title.First
		if at > 0 && at+1 < len(words) && words[at] == "to" && words[at+1] != "decide" {
			return at, at + 2, true
		}
	}
	return 0, 0, false
}

// again reports whether a report's text states again what its headline does.
func again(s Story, member int, x turn) bool {
	m := s.Members[member]
	return len(x.again) > 0 && slices.ContainsFunc(m.Seg.Sentences, func(sent nutgraf.Sentence) bool {
		if !body(m.Doc, sent) || !mayTell(strings.ToLower(sent.Span.Of(m.Doc.Text)), x.again) {
			return false
		}
		_, _, ok := tell(s.lower(member, sent), x.again)
		return ok
	})
}

// asks reports whether the words behind "no decision" ask for a part of what the
// headline tells: "on which shops it will close".
func asks(words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool {
		return w == "which" || w == "who" || w == "whom" || w == "how" || w == "when" || w == "where" || w == "what"
	})
}

// tiedTo reports whether what ties a sentence to the headline does.
func (f *Finder) tiedTo(s Story, member, k int, title nutgraf.Sentence, tie string, before []string) bool {
	m := s.Members[member]
	head := s.Told.Terms(member, title.Span, nutgraf.Span{})
	switch tie {
	case "early":
		return k < turnEarly && shares(head, s.Told.Sentence(member, k)) > 0
	case "word":
		return shares(head, s.Told.Sentence(member, k)) > 0
	case "three":
		return shares(head, s.Told.Sentence(member, k)) >= turnThree
	case "name":
		return slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
			return x.Entity >= 0 && m.Seg.Sentences[k].Span.Contains(x.Span) && slices.ContainsFunc(m.Ann.Mentions, func(y nutgraf.Mention) bool {
				return y.Entity == x.Entity && title.Span.Contains(y.Span)
			})
		})
	}
	return f.personBefore(m, m.Seg.Sentences[k], before)
}

// personBefore reports whether "he", "she" or a person's name stands right before words
// of a sentence, auxiliaries apart.
func (f *Finder) personBefore(m nutgraf.Member, sent nutgraf.Sentence, before []string) bool {
	n := len(before)
	for n > 0 && f.auxiliary[before[n-1]] {
		n--
	}
	if n == 0 {
		return false
	}
	at := m.Seg.Tokens[sent.First+n-1].Span()
	return before[n-1] == "he" || before[n-1] == "she" || slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Span.End == at.End && typeOf(m, x) == nutgraf.Person
	})
}

// leftOut finds the place with which a report's headline ends ("in Vale") and which its
// text leaves out: "the warning doesn't cover the town of Vale".
func (f *Finder) leftOut(s Story, member int, title nutgraf.Sentence) []nutgraf.Conflict {
	m := s.Members[member]
	named := slices.IndexFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Span.End == title.Span.End && x.Span.Start-title.Span.Start > len("in ") && strings.HasSuffix(m.Doc.Text[:x.Span.Start], " in ") && typeOf(m, x) != nutgraf.Person
	})
	if named < 0 {
		return nil
	}
	place := m.Ann.Mentions[named]
	for _, x := range m.Ann.Mentions {
		k := m.Seg.SentenceAt(x.Span.Start)
		if x.Entity != place.Entity || k < 0 || k >= turnDeep || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k]
		if !f.leavesOut(s.lower(member, sent)[:m.Seg.TokenAt(x.Span.Start)-sent.First]) {
			continue
		}
		c := ownText(nutgraf.ConflictPlace, "The headline names a place that the report's own text leaves out.")
		c.Matter = "Headline and text: " + title.Span.Of(m.Doc.Text)
		c.Sides = []nutgraf.Side{
			{Value: "in " + place.Span.Of(m.Doc.Text), Evidence: []nutgraf.Cite{m.Doc.Cite(title.Span)}},
			{Value: "not " + x.Span.Of(m.Doc.Text), Evidence: []nutgraf.Cite{m.Doc.Cite(sent.Span)}},
		}
		return []nutgraf.Conflict{c}
	}
	return nil
}

// leavesOut reports whether words end as those do that leave out the place behind them:
// "doesn't cover", "will not apply to the town of".
func (f *Finder) leavesOut(words []string) bool {
	if n := len(words); n > 3 && words[n-1] == "of" && words[n-3] == "the" && f.realms[words[n-2]] {
		words = words[:n-3]
	}
	return slices.ContainsFunc(f.coversNot, func(w way) bool {
		n := len(words) - len(w)
		return n > 0 && slices.Equal(words[n:], w) && f.negations[words[n-1]]
	})
}

// mayTell reports whether a text holds what one of several ways begins with: most hold
// none, and are read no further.
func mayTell(text string, ways []way) bool {
	return slices.ContainsFunc(ways, func(w way) bool { return strings.Contains(text, strings.TrimSuffix(w[0], "*")) })
}

// tell finds the first of several ways in a sentence: where its words begin and end.
func tell(words []string, ways []way) (from, to int, ok bool) {
	for i := range words {
		for _, w := range ways {
			if end, ok := w.at(words, i); ok {
				return i, end, true
			}
		}
	}
	return 0, 0, false
}
