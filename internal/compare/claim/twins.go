package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/twin"
)

// twinNumbers is how many numbers and days twin sentences can part in: where
// more do, they are lines of a table.
const twinNumbers = 2

// besideFigure is how many bytes of words that part can stand beside the number
// or the day in them: a hedge, another word for what is counted.
const besideFigure = 22

// twinned sets against each other the numbers and days in which twin sentences
// part: what two reports tell in one wording is of one matter. Twins that name
// two people, bodies or places are of two.
func (f *Finder) twinned(ms []nutgraf.Matter, frames []nutgraf.Frame, members []nutgraf.Member, twins []twin.Pair) []nutgraf.Matter {
	if len(twins) == 0 {
		return ms
	}
	byMember := make([][]*nutgraf.Frame, len(members))
	for i := range frames {
		if fr := &frames[i]; fr.Kind != nutgraf.ClaimStatus {
			byMember[fr.Member] = append(byMember[fr.Member], fr)
		}
	}
	var all [][2]*nutgraf.Frame
	for _, p := range twins {
		var parted [][2]*nutgraf.Frame
		for _, g := range p.Partings {
			if !g.Sure || elsewise(p, g) {
				continue
			}
			x, okX := frameAt(byMember[p.A.Member], g.A)
			y, okY := frameAt(byMember[p.B.Member], g.B)
			if okX && okY && x.Focus.Len()+besideFigure >= g.A.Len() && y.Focus.Len()+besideFigure >= g.B.Len() && f.twinRivals(x, y) && !oneFigure(members, x, y) {
				parted = append(parted, [2]*nutgraf.Frame{x, y})
			}
		}
		if len(parted) == 0 || len(parted) > twinNumbers || twin.Otherwise(members, p) || len(parted) < len(p.Partings) && parted[0][0].Poll || f.line(members, p.A) || f.line(members, p.B) {
			continue
		}
		all = append(all, parted...)
	}
	for _, xy := range withoutSeries(all) {
		ms = oppose(ms, xy[0], xy[1])
	}
	return ms
}

// line reports whether twin words are a line of a table, which has no verb:
// "Approve - 44.5 percent, disapprove - 51". A headline needs none.
func (f *Finder) line(members []nutgraf.Member, p twin.Place) bool {
	m := members[p.Member]
	if i := m.Seg.SentenceAt(p.Sentence.Start); i >= 0 {
		if b := m.Seg.Sentences[i].Block; b >= 0 && b < len(m.Doc.Blocks) && !m.Doc.Blocks[b].Kind.Body() {
			return false
		}
	}
	for w := range strings.FieldsSeq(strings.ToLower(p.Sentence.Of(m.Doc.Text))) {
		if w = strings.Trim(w, `.,;:"'“”‘’()`); f.verbs[w] || f.past[w] || f.saying[w] || len(w) > 4 && strings.HasSuffix(w, "ed") {
			return false
		}
	}
	return true
}

// phrase is how many bytes of other words on both sides say something else.
const phrase = 15

// elsewise reports whether twins part in a run of other words beside g: they have
// a phrase in common, and say something else with it.
func elsewise(p twin.Pair, g twin.Parting) bool {
	return slices.ContainsFunc(p.Partings, func(o twin.Parting) bool {
		return o != g && o.A.Len() > phrase && o.B.Len() > phrase
	})
}

// frameAt returns the frame whose number or day stands in words that part.
func frameAt(frames []*nutgraf.Frame, s nutgraf.Span) (*nutgraf.Frame, bool) {
	for _, fr := range frames {
		if fr.Focus.Overlap(s) > 0 {
			return fr, true
		}
	}
	return nil, false
}

// twinRivals reports whether two numbers or two days of twin sentences say
// different things.
func (f *Finder) twinRivals(x, y *nutgraf.Frame) bool {
	if x.Kind != y.Kind || same(x, y) {
		return false
	}
	if x.Kind == nutgraf.ClaimDate {
		return !oneWord(x, y) && !unseen(x, y) && !unseen(y, x) && (x.From == nutgraf.NoDay) == (y.From == nutgraf.NoDay) &&
			(inFigures(x) && inFigures(y) || max(x.From-y.From, y.From-x.From) <= daysOff)
	}
	high, low := math.Max(math.Abs(x.Value), math.Abs(y.Value)), math.Min(math.Abs(x.Value), math.Abs(y.Value))
	return x.Known && y.Known && !countdown(x, y) && !(x.Money && (marketed(x) || marketed(y))) && !f.bearings[x.Head] && !x.Partial && !y.Partial && x.Unit == y.Unit && f.measure(x) == f.measure(y) && rate(x) == rate(y) && !denied(x) && !denied(y) && !vague(x) && !vague(y) &&
		high > 0 && high <= 1000*low
}

// oneFigure reports whether two measures show one figure in two units: then the
// units differ.
func oneFigure(members []nutgraf.Member, x, y *nutgraf.Frame) bool {
	if x.Quantity < 0 || y.Quantity < 0 {
		return false
	}
	p, q := members[x.Member].Ann.Quantities[x.Quantity], members[y.Member].Ann.Quantities[y.Quantity]
	return p.Value == q.Value && p.Unit != q.Unit
}

// oppose makes x and y two sides of one matter, with what other reports say that
// is the same as either.
func oppose(ms []nutgraf.Matter, x, y *nutgraf.Frame) []nutgraf.Matter {
	i, j := matterOf(ms, x), matterOf(ms, y)
	if i >= 0 && i == j && !ms[i].Agreed {
		return ms
	}
	m := nutgraf.Matter{Kind: x.Kind, Frames: []nutgraf.Frame{*x, *y}}
	m.Frames[0].Side, m.Frames[1].Side = 0, 1
	taken := map[int]bool{x.Member: true, y.Member: true}
	for side, at := range [2]int{i, j} {
		if at < 0 || !ms[at].Agreed {
			continue
		}
		for _, g := range ms[at].Frames {
			if !taken[g.Member] && same(&g, &m.Frames[side]) {
				taken[g.Member] = true
				g.Side = side
				m.Frames = append(m.Frames, g)
			}
		}
	}
	slices.SortStableFunc(m.Frames, inOrder)
	out := make([]nutgraf.Matter, 0, len(ms)+1)
	out = append(out, m)
	for n := range ms {
		if n != i && n != j || !ms[n].Agreed {
			out = append(out, ms[n])
		} else if rest := lacking(ms[n], m); len(rest.Frames) > 0 {
			out = append(out, rest)
		}
	}
	return out
}

// lacking returns a matter without the frames of another.
func lacking(a, b nutgraf.Matter) nutgraf.Matter {
	a.Frames = slices.DeleteFunc(slices.Clone(a.Frames), func(x nutgraf.Frame) bool {
		return slices.ContainsFunc(b.Frames, func(y nutgraf.Frame) bool { return y.Member == x.Member && y.Focus == x.Focus })
	})
	return a
}

// matterOf returns the index of the matter that holds a frame, or -1.
func matterOf(ms []nutgraf.Matter, x *nutgraf.Frame) int {
	for i := range ms {
		if ms[i].Kind != x.Kind {
			continue
		}
		for j := range ms[i].Frames {
			if y := &ms[i].Frames[j]; y.Member == x.Member && y.Focus == x.Focus {
				return i
			}
		}
	}
	return -1
}
