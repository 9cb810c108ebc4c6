package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

const (
	titledDeep  = 10  // sentences of a report in which it tells what its headline tells
	titledShare = 4   // those in which it tells a share: of others it has others
	titledAlike = .6  // share of the headline's words that the sentence has
	titledWords = 2   // and how many of them at the least
	titledBare  = .8  // where neither says what it counts
	titledNear  = .08 // by how much a headline that rounds can be off
	titledFar   = 12  // times that one number can be the other, at the most
)

// titled sets the numbers of headlines against those that the reports' own texts give
// for the same: in the sentence that tells what the headline tells, of a report that
// gives the headline's number nowhere.
func (f *Finder) titled(frames []nutgraf.Frame, members []nutgraf.Member) []nutgraf.Matter {
	var out []nutgraf.Matter
	for first := 0; first < len(frames); {
		last := first
		for last < len(frames) && frames[last].Member == frames[first].Member {
			last++
		}
		own := frames[first:last]
		for i := range own {
			x := &own[i]
			if !x.Headline || x.Kind != nutgraf.ClaimQuantity || !x.Known || x.Value < 2 || x.Quantity < 0 || x.Partial || x.Listed || vague(x) || restated(x, own, members[x.Member]) {
				continue
			}
			if y := f.untitled(x, own); y != nil {
				a, b := *x, *y
				a.Side, b.Side = 0, 1
				out = append(out, nutgraf.Matter{Kind: nutgraf.ClaimQuantity, Frames: []nutgraf.Frame{a, b}})
			}
		}
		first = last
	}
	return out
}

// restated reports whether a report's text gives its headline's number, for whatever
// it may be, or numbers of which it is the sum or what is left.
func restated(x *nutgraf.Frame, own []nutgraf.Frame, m nutgraf.Member) bool {
	head := m.Doc.TitleSpan
	if slices.ContainsFunc(m.Ann.Quantities, func(q nutgraf.Quantity) bool {
		return q.Span.Overlap(head) == 0 && q.Span != x.Focus && q.Known && (q.Value == x.Value || q.Low <= x.Value && x.Value <= q.High && q.Kind != nutgraf.Ordinal && q.High-q.Low < x.Value)
	}) {
		return true
	}
	for i := range own {
		g := &own[i]
		if g.Headline || g.Kind != nutgraf.ClaimQuantity || !g.Known {
			continue
		}
		if Agree(x, g) || round(x.Value) && math.Abs(x.Value-g.Value) <= titledNear*x.Value {
			return true
		}
		for j := range own[:i] {
			if h := &own[j]; !h.Headline && h.Known && h.Kind == g.Kind && h.Unit == g.Unit && (h.Value+g.Value == x.Value || math.Abs(h.Value-g.Value) == x.Value) {
				return true
			}
		}
	}
	return false
}

// untitled returns the number of a report's text that stands where its headline's
// should; nil where none does, or several could.
func (f *Finder) untitled(x *nutgraf.Frame, own []nutgraf.Frame) *nutgraf.Frame {
	var found *nutgraf.Frame
	for i := range own {
		y := &own[i]
		if y.Headline || y.Kind != x.Kind || y.Sentence >= titledDeep || x.Unit == "percent" && y.Sentence >= titledShare || y.Listed || y.Quantity < 0 || vague(y) || !f.titledRivals(x, y) ||
			meets(x, y) || ofAll(y) || y.Value > titledFar*x.Value || x.Value > titledFar*y.Value || !f.oneCounted(x, y) {
			continue
		}
		if n := sharedKeys(x.Wide, y.Wide); n < titledWords || float64(n) < titledAlike*float64(len(x.Wide)) {
			continue
		}
		if found != nil && !same(found, y) {
			return nil
		}
		if found == nil {
			found = y
		}
	}
	return found
}

// meets reports whether a number lies within the bound that a headline tells: "400+".
func meets(x, y *nutgraf.Frame) bool {
	to := x.Focus.End - x.Clause.Span.Start
	plus := to >= 0 && to < len(x.Clause.Text) && x.Clause.Text[to] == '+'
	return plus && y.Value > x.Value || x.Hedge == nutgraf.Bound && x.Low <= y.Value && y.Value <= x.High
}

// ofAll reports whether a number is of all those of whom something is told of some: "any
// of the 15 senators".
func ofAll(y *nutgraf.Frame) bool {
	from := y.Focus.Start - y.Clause.Span.Start
	return from >= 0 && from <= len(y.Clause.Text) && strings.HasSuffix(y.Clause.Text[:from], "of the ")
}

// titledRivals is rivalling, whoever is given as the source of both: it is one report's.
func (f *Finder) titledRivals(x, y *nutgraf.Frame) bool {
	x.Quote, y.Quote = -1, -1
	return f.rivalling(x, y)
}

// oneCounted reports whether two numbers count one thing, are of one measure, or of
// those whom one thing befell.
func (f *Finder) oneCounted(x, y *nutgraf.Frame) bool {
	switch {
	case x.Befell != "" || y.Befell != "":
		return x.Befell == y.Befell
	case x.Head != "" || y.Head != "":
		return x.Head == y.Head
	}
	return f.measure(x) != "" || x.Money || x.Unit == "percent" || float64(sharedKeys(x.Wide, y.Wide)) >= titledBare*float64(len(x.Wide))
}
