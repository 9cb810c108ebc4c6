package claim

import (
	"fmt"
	"strconv"

	"nutgraf"
)

// rows is how many claims a grid shows at the most: what most reports speak of.
const rows = 14

// Grid makes the claims of a story, a row each, out of its matters and
// conflicts: disputed ones first, then those that most reports support. A claim
// of which no report has a whole clause is left out.
func (f *Finder) Grid(members []nutgraf.Member, matters, statements []nutgraf.Matter, conflicts []nutgraf.Conflict) []nutgraf.Claim {
	sides := sidesOf(conflicts)
	var disputed, agreed []nutgraf.Claim
	for _, m := range append(append([]nutgraf.Matter{}, matters...), statements...) {
		c, lettered, ok := f.row(members, m, sides)
		switch {
		case !ok:
		case lettered:
			disputed = append(disputed, c)
		case len(c.Support) > 1 && !covered(agreed, c):
			agreed = append(agreed, c)
		}
	}
	all := append(disputed, agreed...)
	all = all[:min(len(all), rows)]
	for i := range all {
		all[i].ID = fmt.Sprintf("c%d", i+1)
	}
	return all
}

// sidesOf maps the evidence of hard and medium conflicts to its side's letter.
func sidesOf(conflicts []nutgraf.Conflict) map[nutgraf.Ref]string {
	out := map[nutgraf.Ref]string{}
	for _, c := range conflicts {
		if c.Severity == nutgraf.Soft {
			continue
		}
		for _, s := range c.Sides {
			for _, e := range s.Evidence {
				out[e.Ref] = s.Letter
			}
		}
	}
	return out
}

// row makes a claim of a matter: one support a report, its first; a second one
// only where the report itself stands on two sides.
func (f *Finder) row(members []nutgraf.Member, m nutgraf.Matter, sides map[nutgraf.Ref]string) (nutgraf.Claim, bool, bool) {
	c := nutgraf.Claim{Kind: m.Kind}
	lettered, reports := false, map[int]string{}
	for _, fr := range m.Frames {
		side := sides[fr.Clause.Ref]
		lettered = lettered || side != ""
		if had, ok := reports[fr.Member]; ok && (had == side || side == "") {
			continue
		}
		reports[fr.Member] = side
		c.Support = append(c.Support, nutgraf.Support{Cite: fr.Clause, Value: value(fr), Stance: stance(fr, side), Side: side})
	}
	if len(reports) < 2 {
		return c, lettered, false
	}
	best := label{}
	for _, fr := range m.Frames {
		best = best.or(f.called(members[fr.Member], fr))
	}
	c.Label = best.cite
	return c, lettered, best.rank > 0
}

func value(f nutgraf.Frame) string {
	switch {
	case f.Kind == nutgraf.ClaimQuantity && f.Known:
		return strconv.FormatFloat(f.Value, 'f', -1, 64)
	case f.From != nutgraf.NoDay && f.From == f.To:
		return f.From.String()
	}
	return ""
}

func stance(f nutgraf.Frame, side string) nutgraf.Stance {
	switch {
	case side != "":
		return nutgraf.Differs
	case f.Status == nutgraf.Hypothetical || f.Hedge == nutgraf.Bound || f.Hedge == nutgraf.Claimed:
		return nutgraf.Weaker
	}
	return nutgraf.Says
}

// covered reports whether a claim's label lies in words that another row cites.
func covered(rows []nutgraf.Claim, c nutgraf.Claim) bool {
	for _, r := range rows {
		shared := 0
		for _, s := range r.Support {
			for _, t := range c.Support {
				if s.Cite.Doc == t.Cite.Doc && s.Cite.Span.Overlap(t.Cite.Span) > 0 {
					shared++
				}
			}
		}
		if shared > 1 || shared == 1 && len(c.Support) == 1 {
			return true
		}
	}
	return false
}
