package conflict

import (
	"math"
	"slices"

	"nutgraf"
)

const (
	shortLeast = 100 // what a number must be at the least to be known again
	shortFar   = 3   // times that what came about can be what was foretold, or the other way
)

// fallenShort finds what some reports give as reached and others as what was only
// foretold, with another number for what came about: "drew 40,000" beside "had projected
// 40,000" and "31,200 came". That the foretold number is known again says that both are
// of one matter.
func (f *Finder) fallenShort(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	byMember := make([][]nutgraf.Frame, len(s.Members))
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if fr.Kind == nutgraf.ClaimQuantity && fr.Quantity >= 0 && fr.Known && fr.Value >= shortLeast && s.Members[fr.Member].Ann.Quantities[fr.Quantity].Kind == nutgraf.Cardinal {
				byMember[fr.Member] = append(byMember[fr.Member], fr)
			}
		}
	}
	var out []nutgraf.Conflict
	for i, own := range byMember {
		for _, said := range own {
			if !foretoldFrame(said) || !f.lookedBack(s, said) {
				continue
			}
			came := slices.IndexFunc(own, func(y nutgraf.Frame) bool { return f.cameAbout(s, said, y) })
			if came < 0 {
				continue
			}
			var reached []nutgraf.Frame
			for j := range byMember {
				if j != i {
					reached = append(reached, f.reachedBy(s, said, own[came], byMember[j])...)
				}
			}
			if len(reached) > 0 {
				out = f.fell(s, out, reached, own[came])
			}
		}
	}
	return slices.DeleteFunc(out, func(c nutgraf.Conflict) bool { return shows(had, c) })
}

// fell adds a report's number of what came about to a difference that is there, or makes
// one.
func (f *Finder) fell(s Story, out []nutgraf.Conflict, reached []nutgraf.Frame, came nutgraf.Frame) []nutgraf.Conflict {
	side := f.side(s, sideOf{frames: []nutgraf.Frame{came}}, phrase(s, came))
	for i := range out {
		if out[i].Sides[0].Low == reached[0].Low && out[i].Sides[1].Low == side.Low {
			for _, e := range side.Evidence {
				if !cited(out[i].Sides[1].Evidence, e) {
					out[i].Sides[1].Evidence = append(out[i].Sides[1].Evidence, e)
				}
			}
			return out
		}
	}
	why := "One side gives as reached the number that the other gives as only foretold."
	return append(out, nutgraf.Conflict{
		Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Matter: f.subject(s, reached), Why: why,
		Sides: []nutgraf.Side{f.side(s, sideOf{frames: reached}, phrase(s, reached[0])), side},
		Rule:  nutgraf.Evidence{Rule: "conflict.fallen-short", Text: why},
	})
}

// foretoldFrame reports whether a number is told as what may come or was to come.
func foretoldFrame(fr nutgraf.Frame) bool {
	return fr.Status == nutgraf.StatusProjected || fr.Hedge == nutgraf.Projected
}

// lookedBack reports whether a report looks back on what was foretold: "had projected
// 40,000", "against a forecast of 40,000".
func (f *Finder) lookedBack(s Story, said nutgraf.Frame) bool {
	m := s.Members[said.Member]
	words := s.lower(said.Member, m.Seg.Sentences[said.Sentence])
	return slices.ContainsFunc(words, func(w string) bool { return f.lookback[w] })
}

// cameAbout reports whether a report gives y as what came about of what was foretold: in
// the same sentence or one beside it, of the same thing as far as both are named.
func (f *Finder) cameAbout(s Story, said, y nutgraf.Frame) bool {
	far := math.Max(said.Value, y.Value) / math.Min(said.Value, y.Value)
	return y.Status == nutgraf.Achieved && !y.ByQuoted && !y.Bygone && !foretoldFrame(y) && y.Value != said.Value && far <= shortFar && (y.Unit == said.Unit || said.Head == "" || y.Unit == "" || said.Unit == "") &&
		max(y.Sentence-said.Sentence, said.Sentence-y.Sentence) <= 1 && (f.happened(s, y) || y.Lead)
}

// reachedBy lists the frames of a report that give the foretold number as reached, of a
// report that neither foretells it nor gives what came about.
func (f *Finder) reachedBy(s Story, said, came nutgraf.Frame, all []nutgraf.Frame) []nutgraf.Frame {
	var out []nutgraf.Frame
	for _, x := range all {
		switch {
		case x.Value == came.Value, x.Value == said.Value && (foretoldFrame(x) || x.Status != nutgraf.Achieved):
			return nil
		case x.Value == said.Value && x.Hedge == nutgraf.Exact && f.happened(s, x) && !f.leavesOpen(s, x) && (x.Head == came.Head || x.Head == said.Head || f.people[came.Head] && f.people[x.Head]):
			out = append(out, x)
		}
	}
	return out
}
