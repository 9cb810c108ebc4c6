package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// stance is one thing that reports tell in two ways which cannot both be meant: what
// the sentences must have in common, and the ways.
type stance struct {
	common []string // words, or "=" for one number
	ways   [2][]way
}

// way is a way of telling: its words, of which "..." stands for a few.
type way []string

// gap is how many words "..." stands for at the most; stanceDeep is the last sentence of
// a report that is read for them.
const (
	gap        = 6
	anchored   = 7 // words on either side within which a word in common stands
	stanceDeep = 40
)

func stancesOf(pack *lang.Pack) []stance {
	var out []stance
	for _, row := range pack.Rows("stances") {
		x := stance{common: strings.Fields(row[0])}
		for i := range x.ways {
			for alternative := range strings.SplitSeq(row[i+1], "|") {
				x.ways[i] = append(x.ways[i], strings.Fields(alternative))
			}
		}
		out = append(out, x)
	}
	return out
}

// taken is a sentence that tells a stance in one way.
type taken struct {
	member int
	span   nutgraf.Span // the words that tell it
	cite   nutgraf.Cite
	common []string // what it can have in common with another
}

// stances finds what reports tell in two ways: with helping or alone, binding or not,
// seen or found. A report that tells both ways stands on neither side. Their words may
// yet mean one thing, so that they stand in a row only.
func (f *Finder) stances(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	var out []nutgraf.Conflict
	for _, x := range f.stanceList {
		var ways [2][]taken
		in := [2]map[int]bool{{}, {}}
		for i := range ways {
			if ways[i] = take(s, x, i); len(ways[i]) == 0 {
				break
			}
			for _, t := range ways[i] {
				in[i][t.member] = true
			}
		}
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictRelation, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: "The reports tell it in two ways that do not mean one thing.",
			Sides: []nutgraf.Side{{}, {}},
		}
		c.Rule = nutgraf.Evidence{Rule: "conflict.stance", Text: c.Why}
		for _, a := range ways[0] {
			for _, b := range ways[1] {
				if a.member == b.member || in[1][a.member] || in[0][b.member] || !slices.ContainsFunc(a.common, func(w string) bool { return slices.Contains(b.common, w) }) {
					continue
				}
				for i, t := range [2]taken{a, b} {
					if c.Sides[i].Value == "" {
						c.Sides[i].Value = t.span.Of(s.Members[t.member].Doc.Text)
					}
					if len(c.Sides[i].Evidence) < 4 && !cited(c.Sides[i].Evidence, t.cite) {
						c.Sides[i].Evidence = append(c.Sides[i].Evidence, t.cite)
					}
				}
			}
		}
		if len(c.Sides[0].Evidence) > 0 {
			c.Matter = "“" + c.Sides[0].Value + "” or “" + c.Sides[1].Value + "”: " + c.Sides[0].Evidence[0].Text
			out = append(out, c)
		}
	}
	return out
}

// lowered returns the words of a sentence in lower case.
func lowered(m nutgraf.Member, sent nutgraf.Sentence) []string {
	words := make([]string, 0, sent.Last-sent.First)
	for _, t := range m.Seg.Tokens[sent.First:sent.Last] {
		words = append(words, strings.ToLower(t.Span().Of(m.Doc.Text)))
	}
	return words
}

// mayTell reports whether a text holds what one of several ways begins with: most hold
// none, and are read no further.
func mayTell(text string, ways []way) bool {
	return slices.ContainsFunc(ways, func(w way) bool { return strings.Contains(text, strings.TrimSuffix(w[0], "*")) })
}

// take lists the sentences that tell a stance in one of its ways.
func take(s Story, x stance, side int) []taken {
	var out []taken
	for i, m := range s.Members {
		for _, st := range m.Seg.Sentences[:min(len(m.Seg.Sentences), stanceDeep)] {
			if !mayTell(st.Span.Of(m.Doc.Text), x.ways[side]) || !body(m.Doc, st) {
				continue
			}
			sent := lowered(m, st)
			from, to, ok := tell(sent, x.ways[side])
			if !ok || side == 1 && helped(sent, from) {
				continue
			}
			t := taken{member: i, cite: m.Doc.Cite(st.Span), span: nutgraf.Span{Start: int(m.Seg.Tokens[st.First+from].Start), End: int(m.Seg.Tokens[st.First+to-1].End)}}
			t.common = commonOf(m, st, sent[max(0, from-anchored):min(len(sent), to+anchored)], x)
			if len(t.common) > 0 {
				out = append(out, t)
			}
		}
	}
	return out
}

// helped reports whether "help" stands before a word.
func helped(words []string, at int) bool {
	return slices.ContainsFunc(words[max(0, at-3):at], func(w string) bool { return strings.HasPrefix(w, "help") })
}

// commonOf lists what a sentence holds of what both ways must have in common.
func commonOf(m nutgraf.Member, sent nutgraf.Sentence, words []string, x stance) []string {
	var out []string
	if x.common[0] == "=" {
		for _, q := range m.Ann.Quantities {
			if q.Known && q.Value >= 3 && sent.Span.Contains(q.Span) {
				out = append(out, strconv.FormatFloat(q.Value, 'g', -1, 64))
			}
		}
		return out
	}
	for _, w := range words {
		if slices.Contains(x.common, strings.TrimSuffix(w, "s")) {
			out = append(out, strings.TrimSuffix(w, "s"))
		}
	}
	return out
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

// at reports whether a way's words begin at i, and where they end.
func (w way) at(words []string, i int) (end int, ok bool) {
	for k := 0; k < len(w); k++ {
		if w[k] == "..." {
			for j := i; j < min(len(words), i+gap+1); j++ {
				if end, ok := w[k+1:].at(words, j); ok {
					return end, true
				}
			}
			return 0, false
		}
		if i >= len(words) || !fitsWord(w[k], words[i]) {
			return 0, false
		}
		i++
	}
	return i, true
}

func fitsWord(pattern, word string) bool {
	if stem, open := strings.CutSuffix(pattern, "*"); open {
		return strings.HasPrefix(word, stem) && len(word) <= len(stem)+4
	}
	return pattern == word
}
