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
		for _, e := range c.Sides[i].Evidence {
			addCite(&cs[at].Sides[i], e)
		}
	}
	return cs
}

// oneSided reports whether two differences have a cite in common.
func oneSided(a, b nutgraf.Conflict) bool {
	return slices.ContainsFunc(a.Sides, func(x nutgraf.Side) bool {
		return slices.ContainsFunc(b.Sides, func(y nutgraf.Side) bool {
			return slices.ContainsFunc(y.Evidence, func(e nutgraf.Cite) bool { return cited(x.Evidence, e) })
		})
	})
}

// passage is words of a report that tell something, and their sentence.
type passage struct {
	member int
	span   nutgraf.Span
	cite   nutgraf.Cite
}

// passagesMost is how many passages of a side are shown at the most.
const passagesMost = 4

// face adds two passages to the two sides of a difference.
func face(s Story, c *nutgraf.Conflict, one, other passage) {
	addPassage(s, &c.Sides[0], one)
	addPassage(s, &c.Sides[1], other)
}

// addPassage adds a passage to a side. A side without a value is called by the words of its
// first.
func addPassage(s Story, side *nutgraf.Side, x passage) {
	if side.Value == "" {
		side.Value = x.span.Of(s.Members[x.member].Doc.Text)
	}
	addCite(side, x.cite)
}

// addCite adds a cite to a side that lacks it, as far as one is shown.
func addCite(side *nutgraf.Side, c nutgraf.Cite) {
	if len(side.Evidence) < passagesMost && !cited(side.Evidence, c) {
		side.Evidence = append(side.Evidence, c)
	}
}

// joined adds a frame to the first side that it is one with, or to a new one.
func joined(sides []sideOf, fr nutgraf.Frame, one func(sideOf) bool) []sideOf {
	i := slices.IndexFunc(sides, one)
	if i < 0 {
		i = len(sides)
		sides = append(sides, sideOf{})
	}
	sides[i].frames = append(sides[i].frames, fr)
	return sides
}

// spread makes sides of numbers, at the most one of a report, of those that are one, the
// lowest first. open tells whether all that are not one can be so as far as their bounds
// go; ok is false where some of them are of two things.
func spread(all []nutgraf.Frame, one, other func(x, y nutgraf.Frame) bool) (sides []sideOf, open, ok bool) {
	open = true
	for i, x := range all {
		sides = joined(sides, x, func(side sideOf) bool { return one(side.frames[0], x) })
		for _, y := range all[:i] {
			switch {
			case one(x, y):
			case other(x, y):
				return nil, false, false
			default:
				open = open && x.Low <= y.High && y.Low <= x.High
			}
		}
	}
	byValue(sides)
	return sides, open, true
}

// byValue puts the sides of numbers in order, the lowest first.
func byValue(sides []sideOf) {
	slices.SortStableFunc(sides, func(a, b sideOf) int { return cmp.Compare(a.frames[0].Value, b.frames[0].Value) })
}

// beside returns the words of the sentence of a frame before its number or day and behind
// it, in lower case.
func (s Story) beside(fr nutgraf.Frame) (before, behind []string) {
	m := s.Members[fr.Member]
	sent := m.Seg.Sentences[fr.Sentence].Span
	return wordsOf(m.Doc.Text[sent.Start:max(sent.Start, fr.Focus.Start)]), wordsOf(m.Doc.Text[min(sent.End, fr.Focus.End):sent.End])
}

// onOtherDays reports whether the sentences of two numbers tell of days that lie apart.
func onOtherDays(x, y nutgraf.Frame) bool {
	return x.Since != nutgraf.NoDay && y.Since != nutgraf.NoDay && (x.Until < y.Since-1 || y.Until < x.Since-1)
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
