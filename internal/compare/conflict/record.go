package conflict

import (
	"nutgraf"
)

// record judges superlatives of one matter: set, or on the way?
func (f *Finder) record(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	var set, coming sideOf
	coming.stand.coming = true
	heads := map[string]bool{}
	for _, fr := range m.Frames {
		heads[fr.Head] = true
		if standOf(s, fr).coming {
			coming.frames = append(coming.frames, fr)
		} else {
			set.frames = append(set.frames, fr)
		}
	}
	if len(set.frames) == 0 || len(coming.frames) == 0 {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictStatus, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting}
	c.Matter = "A record: set, or on the way?"
	c.Why = "Some give it as set, others as on the way."
	if len(heads) > 1 {
		c.Why += " They count different things, so both may hold."
	}
	if doc := ownBody(set, coming); doc != "" {
		c.Why += " In one report the headline and the text differ."
	}
	c.Sides = []nutgraf.Side{f.side(s, set, "set"), f.side(s, coming, "on the way")}
	if reports(c.Sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.record-status", Text: c.Why}
	return c, true
}

// ownBody returns the report whose headline stands on another side than its
// text, or "".
func ownBody(a, b sideOf) string {
	for _, x := range a.frames {
		for _, y := range b.frames {
			if x.Member == y.Member && x.Headline != y.Headline {
				return x.Clause.Doc
			}
		}
	}
	return ""
}

// date judges days that differ for one matter.
func (f *Finder) date(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	var sides []sideOf
	for _, fr := range m.Frames {
		if len(fr.Terms) < 2 {
			continue
		}
		placed := false
		for i := range sides {
			if sides[i].stand.side == fr.Side {
				sides[i].frames = append(sides[i].frames, fr)
				placed = true
			}
		}
		if !placed {
			sides = append(sides, sideOf{stand{side: fr.Side}, []nutgraf.Frame{fr}})
		}
	}
	if len(sides) < 2 || len(sides) > 3 {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictDate, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting}
	c.Why = "The reports put it on different days."
	for _, x := range sides {
		fr := x.frames[0]
		value := s.Times[fr.Member][fr.When].Span.Of(s.Members[fr.Member].Doc.Text)
		if fr.From != nutgraf.NoDay {
			value += " (" + fr.From.String() + ")"
			c.Axis = "day"
		}
		side := f.side(s, x, value)
		side.Low, side.High = float64(fr.From), float64(fr.To)
		c.Sides = append(c.Sides, side)
	}
	for _, x := range sides {
		if x.frames[0].From == nutgraf.NoDay {
			c.Axis = ""
		}
	}
	c.Matter = "On which day: " + sides[0].frames[0].Clause.Text
	if reports(c.Sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.date", Text: c.Why}
	return c, true
}
