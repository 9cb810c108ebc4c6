package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// minute is when a report says that a goal was scored.
type minute struct {
	member, number int
	span           nutgraf.Span
	cite           nutgraf.Cite
	who            int // the story's entity named last before it in its sentence, or -1
	how            string
}

const (
	minutesOff = 10 // minutes that two reports can be off of one goal
	minutesHow = 3  // and where only how it was scored ties them
)

// minutes finds the minute of play of one goal that reports give otherwise. Clocks are
// read in two ways, so that it stands in a row only.
func (f *Finder) minutes(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	all := make([][]minute, len(s.Members))
	for i := range s.Members {
		all[i] = f.minutesOf(s, i)
		for j := range i {
			for _, a := range all[j] {
				for _, b := range all[i] {
					if !oneGoal(a, b, all[j], all[i]) {
						continue
					}
					why := "The reports put one goal in different minutes."
					out = gathered(out, nutgraf.Conflict{
						Kind: nutgraf.ConflictValue, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Matter: blanked(a.cite, a.span, "which minute"), Why: why,
						Sides: []nutgraf.Side{{Value: a.span.Of(s.Members[j].Doc.Text), Evidence: []nutgraf.Cite{a.cite}}, {Value: b.span.Of(s.Members[i].Doc.Text), Evidence: []nutgraf.Cite{b.cite}}},
						Rule:  nutgraf.Evidence{Rule: "conflict.minute", Text: why},
					})
				}
			}
		}
	}
	return out
}

// oneGoal reports whether two minutes are of one goal: of one scorer's, or of one way to
// score, of which neither report has another.
func oneGoal(a, b minute, ofA, ofB []minute) bool {
	off := max(a.number-b.number, b.number-a.number)
	only := func(x minute, all []minute, is func(minute) bool) bool {
		return !slices.ContainsFunc(all, func(y minute) bool { return y.number != x.number && is(y) })
	}
	if off == 0 || off > minutesOff || slices.ContainsFunc(ofA, func(y minute) bool { return y.number == b.number }) || slices.ContainsFunc(ofB, func(y minute) bool { return y.number == a.number }) {
		return false
	}
	if a.who >= 0 && a.who == b.who {
		return only(a, ofA, func(y minute) bool { return y.who == a.who }) && only(b, ofB, func(y minute) bool { return y.who == b.who })
	}
	return off <= minutesHow && a.how != "" && a.how == b.how &&
		only(a, ofA, func(y minute) bool { return y.how == a.how }) && only(b, ofB, func(y minute) bool { return y.how == b.how })
}

// minutesOf lists the minutes of play that a report's body tells: "in the 88th minute".
func (f *Finder) minutesOf(s Story, member int) []minute {
	m := s.Members[member]
	var out []minute
	for _, q := range m.Ann.Quantities {
		k := m.Seg.SentenceAt(q.Span.Start)
		if q.Kind != nutgraf.Ordinal || !q.Known || k < 0 || !body(m.Doc, m.Seg.Sentences[k]) || !hasPrefix(m.Doc.Text[q.Span.End:], " minute", "-minute") {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		x := minute{member: member, number: int(q.Value), cite: m.Doc.Cite(sent), span: nutgraf.Span{Start: q.Span.Start, End: q.Span.End + len(" minute")}, who: -1}
		for _, n := range m.Ann.Mentions {
			if sent.Contains(n.Span) && n.Span.End <= q.Span.Start && n.Kind == nutgraf.ByName && typeOf(m, n) == nutgraf.Person {
				x.who = s.entity(member, n.Entity)
			}
		}
		for _, w := range f.goals {
			if strings.Contains(m.Doc.Text[sent.Start:q.Span.Start], " "+w) {
				x.how = w
			}
		}
		out = append(out, x)
	}
	return out
}
