package claim

import (
	"fmt"
	"slices"
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
	for _, m := range slices.Concat(matters, statements) {
		c, lettered, reports := row(m, sides)
		if reports < 2 || !lettered && (len(agreed) == rows || covered(agreed, c)) {
			continue
		}
		label, ok := f.call(members, m)
		c.Label = label
		switch {
		case !ok:
		case lettered:
			disputed = append(disputed, c)
		default:
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
// only where the report itself stands on two sides. lettered says that a conflict
// has a side of it.
func row(m nutgraf.Matter, sides map[nutgraf.Ref]string) (c nutgraf.Claim, lettered bool, reports int) {
	c.Kind = m.Kind
	stood := map[int]string{}
	for _, fr := range m.Frames {
		side := sides[fr.Clause.Ref]
		lettered = lettered || side != ""
		if had, ok := stood[fr.Member]; ok && (had == side || side == "") {
			continue
		}
		stood[fr.Member] = side
		c.Support = append(c.Support, nutgraf.Support{Cite: fr.Clause, Value: value(fr), Stance: stance(fr, side), Side: side})
	}
	return c, lettered, len(stood)
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

// covered reports whether another row cites words of a claim in two places.
func covered(rows []nutgraf.Claim, c nutgraf.Claim) bool {
	cited := map[string][]nutgraf.Span{}
	for _, s := range c.Support {
		cited[s.Cite.Doc] = append(cited[s.Cite.Doc], s.Cite.Span)
	}
	return slices.ContainsFunc(rows, func(r nutgraf.Claim) bool {
		shared := 0
		for _, s := range r.Support {
			for _, span := range cited[s.Cite.Doc] {
				if s.Cite.Span.Overlap(span) > 0 {
					shared++
				}
			}
		}
		return shared > 1
	})
}
