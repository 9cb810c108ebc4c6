package conflict

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
)

// vote is how a report says a body decided: "the court ruled 6-3".
type vote struct {
	member, sentence int
	won, lost        int
	span             nutgraf.Span
	cite             nutgraf.Cite
}

const (
	bench      = 15 // judges, members of a board or panel: of so many all vote
	voteBeside = 4  // words on either side within which a word for a vote stands
	voteFar    = 10 // sentences, among which both reports must tell it
	voteDeep   = 4  // sentences, among which one report must tell it
	voteWords  = 2  // words, no numbers, that the sentences must share
)

// votes finds how a bench decided where reports give it otherwise: as many votes in
// all, and each report tells one vote of so many only.
func (f *Finder) votes(s Story) []nutgraf.Conflict {
	if s.Told == nil {
		return nil
	}
	var out []nutgraf.Conflict
	all := make([][]vote, len(s.Members))
	for i := range s.Members {
		all[i] = f.votesOf(s, i)
		for j := range i {
			for _, a := range all[j] {
				for _, b := range all[i] {
					if a.won+a.lost != b.won+b.lost || a.won == b.won || !onlyVote(a, all[j]) || !onlyVote(b, all[i]) || !oneVote(s, a, b) {
						continue
					}
					x, y := a, b
					if x.won > y.won {
						x, y = y, x
					}
					why := "The reports give one decision with different votes."
					out = gathered(out, nutgraf.Conflict{
						Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Axis: "number", Matter: "By how many votes?", Why: why,
						Sides: []nutgraf.Side{
							{Value: x.span.Of(s.Members[x.member].Doc.Text), Evidence: []nutgraf.Cite{x.cite}},
							{Value: y.span.Of(s.Members[y.member].Doc.Text), Evidence: []nutgraf.Cite{y.cite}},
						},
						Rule: nutgraf.Evidence{Rule: "conflict.vote", Text: why},
					})
				}
			}
		}
	}
	return out
}

// onlyVote reports whether a report tells of no other vote of as many.
func onlyVote(v vote, all []vote) bool {
	return !slices.ContainsFunc(all, func(x vote) bool { return x.won+x.lost == v.won+v.lost && x.won != v.won })
}

// oneVote reports whether two sentences tell of one decision: one of them opens its
// report and the other stands not far behind, they share words and name no different
// places. Further down older decisions are told of.
func oneVote(s Story, a, b vote) bool {
	x, y := s.Told.Sentence(a.member, a.sentence), s.Told.Sentence(b.member, b.sentence)
	shared := 0
	for _, k := range x {
		if k[0] > '9' && slices.Contains(y, k) {
			shared++
		}
	}
	return shared >= voteWords && min(a.sentence, b.sentence) < voteDeep && max(a.sentence, b.sentence) < voteFar && !elsewhere(s, named(s, a.member, a.cite.Span), named(s, b.member, b.cite.Span), nutgraf.Place)
}

// named are the story's entities that a stretch of a report names.
func named(s Story, member int, span nutgraf.Span) []int {
	var out []int
	for _, n := range s.Members[member].Ann.Mentions {
		if e := s.entity(member, n.Entity); e >= 0 && span.Contains(n.Span) {
			out = append(out, e)
		}
	}
	return out
}

// votesOf lists the votes of a bench that a report's body tells as cast, not as what may be.
func (f *Finder) votesOf(s Story, member int) []vote {
	m := s.Members[member]
	var out []vote
	for _, q := range m.Ann.Quantities {
		text := q.Span.Of(m.Doc.Text)
		won, lost := 0, 0
		if !strings.ContainsAny(text, "-–") {
			continue // as most are
		}
		if n, err := fmt.Sscanf(strings.ReplaceAll(text, "–", "-"), "%d-%d", &won, &lost); n < 2 || err != nil || won < lost || won+lost > bench || lost < 0 {
			continue
		}
		k := m.Seg.SentenceAt(q.Span.Start)
		if k < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		before, behind := strings.Fields(strings.ToLower(m.Doc.Text[sent.Start:q.Span.Start])), strings.Fields(strings.ToLower(m.Doc.Text[q.Span.End:sent.End]))
		near := slices.Concat(before[max(0, len(before)-voteBeside):], behind[:min(len(behind), voteBeside)])
		voted := slices.ContainsFunc(near, func(w string) bool { return f.voting[strings.Trim(w, `.,;:"'“”‘’()`)] })
		if voted && !slices.ContainsFunc(near, func(w string) bool { return w != "to" && f.governs[w] }) {
			out = append(out, vote{member, k, won, lost, q.Span, m.Doc.Cite(sent)})
		}
	}
	return out
}
