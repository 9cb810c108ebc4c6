package conflict

import (
	"maps"
	"slices"
	"strings"

	"nutgraf"
)

// crowds finds how large reports say that one crowd on the move is, where they say otherwise: "a
// caravan of about 7,000 people", "the caravan of 4,000". It is estimated, by each
// source anew, so that none need be wrong: the numbers stand side by side with who
// gives them. How many of a crowd did something is no size of it.
func (f *Finder) crowds(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	sizes := map[string][]nutgraf.Frame{}
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if noun := f.sizeOf(s, fr); noun != "" {
				sizes[noun] = append(sizes[noun], fr)
			}
		}
	}
	var out []nutgraf.Conflict
	for _, noun := range slices.Sorted(maps.Keys(sizes)) {
		frames := sizes[noun]
		slices.SortFunc(frames, inOrder)
		var sides []sideOf
		for _, fr := range frames {
			sides = joined(sides, fr, func(x sideOf) bool { return !otherSize(x.frames[0], fr) })
		}
		if len(sides) < 2 || !parted(sides) || late(s, frames) {
			continue
		}
		why := "Sources give different numbers for one crowd."
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Drift, Axis: "number",
			Matter: "How large is the " + noun + "?", Why: why, Rule: nutgraf.Evidence{Rule: "conflict.crowd-size", Text: why},
		}
		for _, x := range sides {
			c.Sides = append(c.Sides, f.side(s, x, phrase(s, x.frames[0])))
		}
		if reports(c.Sides) >= 2 && !shows(had, c) {
			out = append(out, c)
		}
	}
	return out
}

// otherSize reports whether two sizes are further apart than estimates round.
func otherSize(a, b nutgraf.Frame) bool {
	return max(a.Value, b.Value) >= 1.25*min(a.Value, b.Value)
}

// crowdReach is how many tokens before a number the crowd's name can stand, and how
// many before the name a word that tells it from the story's: "a previous caravan".
const crowdReach, crowdOther = 5, 3

// sizeOf returns the crowd whose size a frame gives, "" when it gives none: its name
// stands right before the number, and what is counted is people of any kind.
func (f *Finder) sizeOf(s Story, fr nutgraf.Frame) string {
	if fr.Kind != nutgraf.ClaimQuantity || !fr.Known || fr.Value < leastCrowd || fr.Quantity < 0 ||
		fr.Status == nutgraf.Denied || fr.Status == nutgraf.Hypothetical || fr.Status == nutgraf.StatusProjected || fr.Partial {
		return ""
	}
	m := s.Members[fr.Member]
	if m.Ann.Quantities[fr.Quantity].Kind != nutgraf.Cardinal || digits(fr.Focus.Of(m.Doc.Text)) == "" {
		return "" // "1,750 miles", "thousands"
	}
	word := func(i int) string { return strings.ToLower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) }
	at, first := m.Seg.TokenAt(fr.Focus.Start), m.Seg.TokenAt(m.Seg.Sentences[fr.Sentence].Span.Start)
	for i := at - 1; i >= max(first, at-crowdReach); i-- {
		w := word(i)
		if m.Seg.Tokens[i].Kind == nutgraf.Punct && w != "," || f.past[w] && w != "was" && w != "had" && w != "has" || w == "from" || w == "and" {
			return ""
		}
		noun := strings.TrimSuffix(w, "s")
		if !f.crowd[noun] {
			continue
		}
		for j := i - 1; j >= max(first, i-crowdOther); j-- {
			if f.scope[word(j)] || word(j) == "previous" || word(j) == "last" {
				return ""
			}
		}
		return noun
	}
	return ""
}

// leastCrowd is the least size that is estimated rather than counted.
const leastCrowd = 100

// late reports whether the reports are so far apart in time that the crowd may be
// another.
func late(s Story, frames []nutgraf.Frame) bool {
	first, last := nutgraf.NoDay, nutgraf.NoDay
	for _, fr := range frames {
		if d := s.Dates[fr.Member]; d.From != nutgraf.NoDay {
			if first == nutgraf.NoDay || d.From < first {
				first = d.From
			}
			last = max(last, d.To)
		}
	}
	return first != nutgraf.NoDay && last-first > daysOfCrowd
}

// daysOfCrowd is how many days reports can lie apart and tell of one crowd.
const daysOfCrowd = 7
