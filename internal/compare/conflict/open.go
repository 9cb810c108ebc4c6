package conflict

import (
	"slices"

	"nutgraf"
)

// openReach is how many words off a number "will" and "may" can stand that govern it.
const openReach = 8

// settledOrOpen finds a number that one report gives as settled ("to cut 1,100 jobs" in
// its headline, "will cut 1,100 jobs") and another as what may be ("up to 1,100 jobs may
// go"). Headlines compress, so that it stands in a row only.
func (f *Finder) settledOrOpen(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, m := range s.Matters {
		if m.Kind != nutgraf.ClaimQuantity || !m.Agreed || m.Frames[0].Value < 10 || m.Frames[0].Money || m.Frames[0].Unit == "percent" || !counts(s, m.Frames) {
			continue
		}
		sides := [2]sideOf{}
		for _, fr := range m.Frames {
			switch {
			case f.settledFrame(s, fr):
				sides[0].frames = append(sides[0].frames, fr)
			case f.openFrame(s, fr):
				sides[1].frames = append(sides[1].frames, fr)
			}
		}
		if len(sides[0].frames) == 0 || len(sides[1].frames) == 0 || !slices.ContainsFunc(sides[1].frames, func(y nutgraf.Frame) bool { return y.Member != sides[0].frames[0].Member }) {
			continue
		}
		why := "The number is the same; one side gives it as settled, the other as what may be."
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Matter: phrase(s, m.Frames[0]) + ": settled, or what may be?", Why: why,
			Rule: nutgraf.Evidence{Rule: "conflict.settled-or-open", Text: why},
		}
		for i, value := range [2]string{"given as settled", "given as what may be"} {
			c.Sides = append(c.Sides, f.side(s, sides[i], value))
		}
		out = append(out, c)
	}
	return out
}

// settledFrame reports whether a number is given as what will be: behind a name and "to"
// in a headline, or behind "will" and its verb, with no word in the sentence that leaves it open.
func (f *Finder) settledFrame(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence]
	words, at := s.lower(fr.Member, sent), m.Seg.TokenAt(fr.Focus.Start)-sent.First
	if fr.Hedge != nutgraf.Exact || at <= 0 || at > len(words) {
		return false
	}
	if fr.Headline {
		_, to, ok := settles(m, sent, words)
		return ok && at >= to && at-to <= 2
	}
	return at >= 2 && words[at-2] == "will" && fr.Quote < 0 && !slices.ContainsFunc(words, func(w string) bool {
		return w != "will" && (f.unsure[w] || f.negations[w])
	})
}

// openFrame reports whether a number is given as what may be.
func (f *Finder) openFrame(s Story, fr nutgraf.Frame) bool {
	if fr.Status != nutgraf.Hypothetical || fr.Headline {
		return false
	}
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence]
	words, at := s.lower(fr.Member, sent), m.Seg.TokenAt(fr.Focus.Start)-sent.First
	return slices.ContainsFunc(words[max(0, at-openReach):min(len(words), at+openReach)], func(w string) bool { return w == "may" || w == "might" || w == "could" }) &&
		!slices.Contains(words, "if")
}
