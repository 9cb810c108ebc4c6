package conflict

import (
	"slices"

	"nutgraf"
)

// foretold is what a report says that forecasters expect.
type foretold struct {
	head, unit string
}

// forecasts finds where reports give different numbers as what economists, analysts or a
// poll of them expected of one thing. A report that gives several stands on no side.
func (f *Finder) forecasts(s Story) []nutgraf.Conflict {
	all := map[foretold][]nutgraf.Frame{}
	var order []foretold
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if fr.Kind != nutgraf.ClaimQuantity || !fr.Known || fr.Head == "" || !f.expected(s, fr) {
				continue
			}
			k := foretold{fr.Head, fr.Unit}
			if all[k] == nil {
				order = append(order, k)
			}
			all[k] = append(all[k], fr)
		}
	}
	var out []nutgraf.Conflict
	for _, k := range order {
		frames := all[k]
		slices.SortFunc(frames, inOrder)
		frames = slices.DeleteFunc(slices.Clone(frames), func(x nutgraf.Frame) bool {
			return slices.ContainsFunc(frames, func(y nutgraf.Frame) bool { return y.Member == x.Member && y.Value != x.Value })
		})
		var sides []sideOf
		for _, fr := range frames {
			i := slices.IndexFunc(sides, func(x sideOf) bool { return x.frames[0].Low <= fr.High && fr.Low <= x.frames[0].High })
			if i < 0 {
				sides, i = append(sides, sideOf{}), len(sides)
			}
			sides[i].frames = append(sides[i].frames, fr)
		}
		if len(sides) < 2 || sides[0].frames[0].Value > 2*sides[1].frames[0].Value || sides[1].frames[0].Value > 2*sides[0].frames[0].Value {
			continue
		}
		why := "The reports give different numbers as what forecasters expected."
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Why: why,
			Matter: f.subject(s, frames), Rule: nutgraf.Evidence{Rule: "conflict.forecast", Text: why},
		}
		for _, x := range sides {
			c.Sides = append(c.Sides, f.side(s, x, phrase(s, x.frames[0])))
		}
		if reports(c.Sides) > 1 {
			out = append(out, c)
		}
	}
	return out
}

// expected reports whether a number's sentence says that forecasters expect it: who does
// and the word for it stand before the number, or right behind what it counts ("the
// 140,000 jobs that economists expected").
func (f *Finder) expected(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence]
	if !body(m.Doc, sent) {
		return false
	}
	words := s.lower(fr.Member, sent)
	at, behind := m.Seg.TokenAt(fr.Focus.Start)-sent.First, m.Seg.TokenAt(fr.Focus.End)-sent.First
	who := func(words []string) int {
		return slices.IndexFunc(words, func(w string) bool { return f.forecasters[w] })
	}
	foretells := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return f.foretelling[w] })
	}
	if k := who(words[:at]); k >= 0 {
		before := words[k:at]
		return foretells(before) && !slices.ContainsFunc(before, func(w string) bool { return w == "than" || w == ";" || w == "-" || w == "with" || w == "after" })
	}
	near := words[behind:min(len(words), behind+expectedNear)]
	k := who(near)
	return k >= 0 && foretells(words[behind+k:min(len(words), behind+k+expectedNear)]) && !slices.ContainsFunc(near[:k], func(w string) bool { return w == "than" || w == "," || w == "to" })
}

// expectedNear is how many words behind a number say who expected it, and that he did.
const expectedNear = 5
