package conflict

import (
	"cmp"
	"slices"

	"nutgraf"
)

// sideOf is a side in the making.
type sideOf struct {
	stand  stand
	frames []nutgraf.Frame
}

// weight orders sides: expected before reached, then the better supported.
func (x sideOf) weight() int {
	w := min(len(x.frames), 50)
	if x.stand.coming {
		w += 100
	}
	return w
}

func put(sides []sideOf, st stand, fr nutgraf.Frame) []sideOf {
	for i, x := range sides {
		if x.stand.coming == st.coming && x.stand.window.fits(st.window) {
			sides[i].frames = append(sides[i].frames, fr)
			if !x.stand.window.known() {
				sides[i].stand.window = st.window
			}
			return sides
		}
	}
	return append(sides, sideOf{st, []nutgraf.Frame{fr}})
}

// describe puts a side's stand in plain words; the period keeps the report's.
func describe(st stand) string {
	out := "given as reached"
	if st.coming {
		out = "projected"
	}
	if st.window.text != "" {
		out += ", “" + st.window.text + "”"
	}
	return out
}

// side makes a side of frames: its evidence, one clause a report at the most
// twice, and who stands behind it.
func (f *Finder) side(s Story, x sideOf, value string) nutgraf.Side {
	out := nutgraf.Side{Value: value, Low: x.frames[0].Low, High: x.frames[0].High}
	perDoc := map[string]int{}
	first := 0
	for i, fr := range x.frames {
		if out.By == "" || fr.ByQuoted && !out.ByQuoted {
			if b := by(s, fr); b != "" {
				out.By, out.ByQuoted, first = b, fr.ByQuoted, i
			}
		}
	}
	// Who stands behind a side is shown beside his own words: they come first.
	frames := slices.Concat(x.frames[first:first+1], x.frames[:first], x.frames[first+1:])
	for _, fr := range frames {
		if perDoc[fr.Clause.Doc] < 2 && !cited(out.Evidence, fr.Clause) {
			out.Evidence = append(out.Evidence, fr.Clause)
			perDoc[fr.Clause.Doc]++
		}
	}
	return out
}

// sideShown is how many cites a side that copies share has at the most.
const sideShown = 4

// gathered adds a difference to others, or its cites to one of the kind that has the same
// values and tells the same: of copies each would have its own.
func gathered(cs []nutgraf.Conflict, c nutgraf.Conflict) []nutgraf.Conflict {
	at := slices.IndexFunc(cs, func(x nutgraf.Conflict) bool {
		return x.Rule.Rule == c.Rule.Rule && x.Kind == c.Kind && x.Why == c.Why && slices.EqualFunc(x.Sides, c.Sides, func(a, b nutgraf.Side) bool { return a.Value == b.Value })
	})
	if at < 0 {
		return append(cs, c)
	}
	for i := range c.Sides {
		side := &cs[at].Sides[i]
		for _, e := range c.Sides[i].Evidence {
			if len(side.Evidence) < sideShown && !cited(side.Evidence, e) {
				side.Evidence = append(side.Evidence, e)
			}
		}
	}
	return cs
}

// passage is words of a report that tell something, and their sentence.
type passage struct {
	member int
	span   nutgraf.Span
	cite   nutgraf.Cite
}

// passagesMost is how many passages of a side are shown at the most.
const passagesMost = 4

// face adds two passages to the two sides of a difference. A side without a value is
// called by the words of its first.
func face(s Story, c *nutgraf.Conflict, one, other passage) {
	for i, x := range [2]passage{one, other} {
		side := &c.Sides[i]
		if side.Value == "" {
			side.Value = x.span.Of(s.Members[x.member].Doc.Text)
		}
		if len(side.Evidence) < passagesMost && !cited(side.Evidence, x.cite) {
			side.Evidence = append(side.Evidence, x.cite)
		}
	}
}

// inOrder orders frames by report and place.
func inOrder(a, b nutgraf.Frame) int {
	return cmp.Or(cmp.Compare(a.Member, b.Member), cmp.Compare(a.Focus.Start, b.Focus.Start))
}

func cited(cs []nutgraf.Cite, c nutgraf.Cite) bool {
	return slices.ContainsFunc(cs, func(x nutgraf.Cite) bool { return x.Ref == c.Ref })
}

// phrase is a frame's number with what it counts, verbatim.
func phrase(s Story, fr nutgraf.Frame) string {
	doc := s.Members[fr.Member].Doc
	if fr.Quantity < 0 && fr.Kind == nutgraf.ClaimQuantity {
		return fr.Focus.Of(doc.Text)
	}
	if fr.Quantity < 0 {
		return fr.Clause.Text
	}
	q := s.Members[fr.Member].Ann.Quantities[fr.Quantity]
	span := q.Span
	if !q.Counted.IsZero() && q.Counted.Start >= span.Start && q.Counted.Start-span.End < 4 && q.Counted.End > span.End && q.Counted.End-span.Start < 80 {
		span.End = q.Counted.End
	}
	return span.Of(doc.Text)
}

// parted reports whether some two sides have each a report that does not stand
// on the other too: what every report says of both is no difference of them.
func parted(sides []sideOf) bool {
	lacks := func(a, b sideOf) bool {
		return slices.ContainsFunc(a.frames, func(x nutgraf.Frame) bool {
			return !slices.ContainsFunc(b.frames, func(y nutgraf.Frame) bool { return x.Member == y.Member })
		})
	}
	for i, a := range sides {
		if slices.ContainsFunc(sides[:i], func(b sideOf) bool { return lacks(a, b) && lacks(b, a) }) {
			return true
		}
	}
	return false
}
