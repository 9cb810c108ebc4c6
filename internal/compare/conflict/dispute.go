package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// disputes finds numbers that somebody who is quoted sets against the one that
// reports open with: "that's several hundred people, a fraction of what has been
// reported", "not 10,000". Each is set beside the number that most other reports
// give in their first sentences.
func (f *Finder) disputes(s Story) []nutgraf.Conflict {
	var answers []nutgraf.Frame
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if counted(fr) && fr.By != "" && !fr.Headline && f.disputing(s, fr) {
				answers = append(answers, fr)
			}
		}
	}
	if len(answers) == 0 {
		return nil
	}
	slices.SortFunc(answers, inOrder)
	told := f.opening(s, answers)
	if len(told.frames) == 0 {
		return nil
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Axis: "number"}
	c.Matter, c.Why = f.subject(s, told.frames), "Somebody who is quoted says that it is another number."
	c.Sides = []nutgraf.Side{f.side(s, told, phrase(s, told.frames[0]))}
	for _, fr := range answers {
		if !otherwise(fr, told.frames[0]) {
			continue
		}
		value := phrase(s, fr)
		if i := slices.IndexFunc(c.Sides[1:], func(x nutgraf.Side) bool { return x.Low == fr.Low && x.High == fr.High }); i >= 0 {
			if !cited(c.Sides[i+1].Evidence, fr.Clause) {
				c.Sides[i+1].Evidence = append(c.Sides[i+1].Evidence, fr.Clause)
			}
			continue
		}
		c.Sides = append(c.Sides, f.side(s, sideOf{frames: []nutgraf.Frame{fr}}, value))
	}
	if len(c.Sides) < 2 || reports(c.Sides) < 2 {
		return nil
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.number-disputed", Text: c.Why}
	return []nutgraf.Conflict{c}
}

// counted reports whether a frame counts things or people, and says how many.
func counted(fr nutgraf.Frame) bool {
	return fr.Kind == nutgraf.ClaimQuantity && fr.Known && !fr.Money && fr.Unit != "percent" && fr.Unit != "time" && fr.Head != "" && !fr.Age && !fr.Partial && fr.Status != nutgraf.Denied
}

// disputing reports whether the sentence of a frame says that another number is not
// so, or the words right after it do: "forty people. Not four hundred".
func (f *Finder) disputing(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence].Span
	low := strings.ToLower(sent.Of(m.Doc.Text))
	if slices.ContainsFunc(f.disputed, func(w string) bool { return strings.Contains(low, w) }) {
		return true
	}
	for _, q := range m.Ann.Quantities {
		if q.Span.Start < fr.Focus.End || q.Span.Start >= fr.Focus.End+denialReach || q.Status != nutgraf.Denied || !q.Known {
			continue
		}
		if before := strings.TrimRight(m.Doc.Text[fr.Focus.End:q.Span.Start], " $£€"); (strings.HasSuffix(before, " not") || strings.HasSuffix(before, " Not")) && !strings.HasSuffix(before, " if not") {
			return true
		}
	}
	return false
}

// denialReach is how many bytes behind a number another that it is not can stand.
const denialReach = 60

// opening returns the number that most other reports give in their first sentences
// of what the answers may count.
func (f *Finder) opening(s Story, answers []nutgraf.Frame) sideOf {
	var best sideOf
	most := 0
	for _, m := range s.Matters {
		var x sideOf
		docs := map[int]bool{}
		for _, fr := range m.Frames {
			if counted(fr) && fr.Lead && fr.Side == m.Frames[0].Side && slices.ContainsFunc(answers, func(a nutgraf.Frame) bool { return f.rivalOf(a, fr) }) {
				x.frames = append(x.frames, fr)
				docs[fr.Member] = true
			}
		}
		if len(docs) > most {
			best, most = x, len(docs)
		}
	}
	if most == 0 {
		return best
	}
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if counted(fr) && fr.Lead && near(fr.Value, best.frames[0].Value) && slices.ContainsFunc(answers, func(a nutgraf.Frame) bool { return f.rivalOf(a, fr) }) && !slices.ContainsFunc(best.frames, func(g nutgraf.Frame) bool { return g.Member == fr.Member && g.Focus == fr.Focus }) {
				best.frames = append(best.frames, fr)
			}
		}
	}
	return best
}

// rivalOf reports whether a number told in a report's first sentences can be the one
// that an answer in another report disputes.
func (f *Finder) rivalOf(answer, fr nutgraf.Frame) bool {
	return fr.Member != answer.Member && fr.By != answer.By && otherwise(answer, fr) &&
		(fr.Head == answer.Head || f.people[fr.Head] && f.people[answer.Head])
}

// otherwise reports whether two numbers cannot be one, however loosely told.
func otherwise(a, b nutgraf.Frame) bool {
	return (a.High < b.Low || b.High < a.Low) && math.Max(a.Value, b.Value) >= 1.25*math.Min(a.Value, b.Value)
}

// near reports whether two numbers are one but for rounding.
func near(a, b float64) bool { return math.Abs(a-b) <= .03*math.Max(a, b) }
