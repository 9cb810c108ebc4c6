package conflict

import (
	"slices"

	"nutgraf"
)

// record judges superlatives of one matter: set, or on the way?
func (f *Finder) record(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	var set, coming sideOf
	coming.stand.coming = true
	for _, fr := range m.Frames {
		switch st := f.standOf(s, fr); {
		case st.open:
		case st.coming:
			coming.frames = append(coming.frames, fr)
		default:
			set.frames = append(set.frames, fr)
		}
	}
	if len(f.facing(set.frames, coming.frames, faced)) == 0 {
		return nutgraf.Conflict{}, false
	}
	set.frames, coming.frames = f.facing(set.frames, coming.frames, facing), f.facing(coming.frames, set.frames, facing)
	if len(set.frames) == 0 || len(coming.frames) == 0 {
		return nutgraf.Conflict{}, false
	}
	heads := map[string]bool{}
	for _, fr := range append(slices.Clone(set.frames), coming.frames...) {
		heads[fr.Head] = true
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictStatus, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting}
	c.Matter = "A record: set, or on the way?"
	c.Why = "Some give it as set, others as on the way."
	if len(heads) > 1 {
		c.Why += " They count different things, so both may hold."
	}
	if doc := ownBody(set, coming); doc != "" {
		c.Why += " In " + reportName(s, doc) + " the headline and the text differ."
	}
	c.Sides = []nutgraf.Side{f.side(s, set, "set"), f.side(s, coming, "on the way")}
	if reports(c.Sides) < 2 || ownBody(set, coming) == "" && !parted([]sideOf{set, coming}) {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.record-status", Text: c.Why}
	return c, true
}

// How many words, the superlative apart, some two records of the sides must share,
// and how many each of the others.
const (
	faced  = 3
	facing = 2
)

// facing keeps the frames that speak of what some frame of the other side
// speaks of: words in common beside the superlative itself, or, for a bare
// "record", one report's headline and its text.
func (f *Finder) facing(frames, others []nutgraf.Frame, least int) []nutgraf.Frame {
	var out []nutgraf.Frame
	for _, fr := range frames {
		if slices.ContainsFunc(others, func(o nutgraf.Frame) bool {
			return f.inCommon(fr, o) >= least && (least < faced || oneThing(fr, o)) || fr.Member == o.Member && fr.Headline != o.Headline && f.inCommon(fr, o) >= 1
		}) {
			out = append(out, fr)
		}
	}
	return out
}

// oneThing reports whether two superlatives are of one thing: some word right behind
// them is the same.
func oneThing(a, b nutgraf.Frame) bool {
	return a.Headline || b.Headline || slices.ContainsFunc(a.After, func(k string) bool { return slices.Contains(b.After, k) })
}

func (f *Finder) inCommon(a, b nutgraf.Frame) int {
	n := 0
	for _, k := range a.Terms {
		if _, ok := slices.BinarySearch(b.Terms, k); ok && !f.records[k] {
			n++
		}
	}
	return n
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

// reportName names a report as pages do: by its outlet, else by its letter.
func reportName(s Story, doc string) string {
	i := memberAt(s, doc)
	switch {
	case i >= 0 && s.Members[i].Doc.Outlet != "":
		return "the report of " + s.Members[i].Doc.Outlet
	case i >= 0:
		return "report " + nutgraf.Letter(i)
	}
	return "one report"
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
	c.Matter = blanked(sides[0].frames[0].Clause, s.Times[sides[0].frames[0].Member][sides[0].frames[0].When].Span, "which day")
	if reports(c.Sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.date", Text: c.Why}
	return c, true
}
