package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// stand is what a frame says besides its number.
type stand struct {
	side   int
	coming bool // projected or supposed, not given as reached
	open   bool // the sentence leaves it open: it stands on neither side
	window period
}

// status judges a number that the reports agree on: is it given as reached by
// some and as expected by others, or for periods that do not fit?
func (f *Finder) status(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	if m.Frames[0].Quantity < 0 {
		return nutgraf.Conflict{}, false // a length of time is no number with a period
	}
	sides := f.split(s, m)
	if len(sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	coming, reached, windows := 0, 0, false
	for i, a := range sides {
		if a.stand.coming {
			coming++
		} else {
			reached++
		}
		for _, b := range sides[:i] {
			windows = windows || !a.stand.window.fits(b.stand.window)
		}
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictWindow, Severity: nutgraf.Soft, Relation: nutgraf.Drift}
	matter := phrase(s, m.Frames[0])
	switch {
	case coming > 0 && reached > 0 && (onePast(s, m.Frames) || !oneNumber(sides) || otherTimes(sides)):
		return nutgraf.Conflict{}, false
	case coming > 0 && reached > 0 && !windows && !counts(s, m.Frames):
		return nutgraf.Conflict{}, false
	case coming > 0 && reached > 0 && !dated(s, sides):
		c.Kind, c.Severity, c.Relation = nutgraf.ConflictStatus, nutgraf.Medium, nutgraf.Conflicting
		c.Matter = matter + ": projected, or already reached?"
		c.Why = "The number is the same; some give it as reached, others as still to come."
		if windows {
			c.Severity = nutgraf.Hard
			c.Matter += " In which period?"
			c.Why = "The number is the same; the sides differ in whether it is reached and in the period it is for."
		}
	case coming > 0 && reached > 0:
		c.Kind, c.Relation = nutgraf.ConflictStatus, nutgraf.Update
		c.Matter = matter + ": projected, later given as reached"
		c.Why = "The later report gives as reached what the earlier one gives as still to come."
	case windows:
		if apart(sides) {
			c.Severity = nutgraf.Medium
		}
		c.Matter = matter + ": in which period?"
		c.Why = "The number is the same; the periods it is given for are not."
	default:
		return nutgraf.Conflict{}, false
	}
	for _, x := range sides {
		c.Sides = append(c.Sides, f.side(s, x, describe(x.stand)))
	}
	if reports(c.Sides) < 2 || !parted(sides) {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.quantity-status", Text: c.Why}
	return c, true
}

// counts reports whether the frames count things. A price that one report gives
// as paid and another as to be paid is no difference.
func counts(s Story, frames []nutgraf.Frame) bool {
	return !slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool {
		return fr.Quantity < 0 || s.Members[fr.Member].Ann.Quantities[fr.Quantity].Kind != nutgraf.Cardinal
	})
}

// oneNumber reports whether the sides give one number, or one rounded: what was
// foreseen and what came about can differ by a little and be no dispute.
func oneNumber(sides []sideOf) bool {
	for _, x := range sides[1:] {
		a, b := math.Abs(sides[0].frames[0].Value), math.Abs(x.frames[0].Value)
		if math.Abs(a-b) > .03*math.Max(a, b) {
			return false
		}
	}
	return true
}

// otherTimes reports whether two sides are for days or months that do not meet:
// what was reached in August and what is expected of September.
func otherTimes(sides []sideOf) bool {
	for i, x := range sides {
		for _, y := range sides[:i] {
			a, b := x.frames[0], y.frames[0]
			if a.From != nutgraf.NoDay && b.From != nutgraf.NoDay && (a.To < b.From || b.To < a.From) {
				return true
			}
		}
	}
	return false
}

// apart reports whether two sides' periods are reckoned alike and differ in
// length by half or more: ten days and a month from the same beginning.
func apart(sides []sideOf) bool {
	for i, a := range sides {
		for _, b := range sides[:i] {
			x, y := a.stand.window, b.stand.window
			if x.dir == y.dir && x.days > 0 && y.days > 0 && math.Max(x.days, y.days) >= 1.5*math.Min(x.days, y.days) {
				return true
			}
		}
	}
	return false
}

// onePast reports whether all frames give one and the same bygone period: then
// what sounds open belongs to another clause.
func onePast(s Story, frames []nutgraf.Frame) bool {
	for _, fr := range frames {
		if fr.From == nutgraf.NoDay || fr.From != frames[0].From || fr.To != frames[0].To {
			return false
		}
		if d := s.Dates[fr.Member]; d.From != nutgraf.NoDay && d.From <= fr.To {
			return false
		}
	}
	return true
}

// dated reports whether every report on the reached side is known to be later
// than every report on the coming side by more than the days a story runs: then
// the later one knows more.
func dated(s Story, sides []sideOf) bool {
	lastComing, firstReached := nutgraf.NoDay, nutgraf.Day(math.MaxInt32)
	for _, x := range sides {
		for _, fr := range x.frames {
			d := s.Dates[fr.Member]
			if !d.Firm || d.From == nutgraf.NoDay {
				return false
			}
			if x.stand.coming {
				lastComing = max(lastComing, d.To)
			} else {
				firstReached = min(firstReached, d.From)
			}
		}
	}
	return firstReached > lastComing+13
}

// split parts the frames of a matter into sides that differ in status or
// period. A frame that gives no period stands with those of its status.
func (f *Finder) split(s Story, m nutgraf.Matter) []sideOf {
	var sides []sideOf
	var loose []nutgraf.Frame
	for _, fr := range m.Frames {
		st := f.standOf(s, fr)
		switch {
		case st.open:
		case !st.window.known():
			loose = append(loose, fr)
		default:
			sides = put(sides, st, fr)
		}
	}
	for _, fr := range loose {
		sides = put(sides, f.standOf(s, fr), fr)
	}
	slices.SortStableFunc(sides, func(a, b sideOf) int { return b.weight() - a.weight() })
	return sides
}

func (f *Finder) standOf(s Story, fr nutgraf.Frame) stand {
	st := stand{
		side:   fr.Side,
		coming: fr.Status == nutgraf.StatusProjected || fr.Hedge == nutgraf.Projected,
		window: windowOf(s, fr),
	}
	switch {
	case fr.Kind == nutgraf.ClaimStatus:
		st.coming, st.open = f.leadsTo(s, fr)
	case st.coming && fr.Quantity >= 0:
		st.open = !f.foretold(s, fr)
	}
	st.open = st.open || fr.Status == nutgraf.Denied || fr.Status == nutgraf.Hypothetical || !st.coming && f.leavesOpen(s, fr)
	if !st.coming && fr.Quantity >= 0 && fr.Kind == nutgraf.ClaimQuantity {
		st.open = st.open || fr.Value < 10 || st.window.dir != "past" && !f.happened(s, fr)
	}
	return st
}

// foretold reports whether what makes a number open stands right before it: "is
// projected to draw 40,000", "an expected 300 jobs", "is projected to be seen by 40,000". In "slated to pass the
// 300-page bill" and "will keep 40,000 at home" something else is to come.
func (f *Finder) foretold(s Story, fr nutgraf.Frame) bool {
	doc, q := s.Members[fr.Member].Doc, s.Members[fr.Member].Ann.Quantities[fr.Quantity]
	mark := q.HedgeSpan
	if q.Hedge != nutgraf.Projected || mark.IsZero() || mark.End > q.Span.Start || mark.Start > 0 && doc.Text[mark.Start-1] == '-' || strings.HasPrefix(doc.Text[q.Span.End:], "-") {
		return false
	}
	verbs, last, before := 0, "", ""
	for w := range strings.FieldsSeq(strings.ToLower(doc.Text[mark.End:q.Span.Start])) {
		// "to be watched by 90 million" counts who will; "to grow by 300" tells a change.
		passive := w == "by" && (before == "be" || before == "been")
		if f.leadIns[w] == "" && !passive {
			verbs++
		}
		before, last = last, w
	}
	return verbs <= 1 && f.leadIns[last] != "known"
}

// leads is how many words can stand between what foretells a superlative and it.
const leads = 7

// leadsTo reports whether words right before a superlative say that it is still to
// come ("is on its way to becoming the biggest"), and whether they leave it open
// ("one of the biggest", "trying to break a record").
func (f *Finder) leadsTo(s Story, fr nutgraf.Frame) (coming, open bool) {
	m := s.Members[fr.Member]
	at, unsettled := m.Seg.TokenAt(fr.Focus.Start), false
	before := m.Doc.Text[:fr.Focus.Start]
	owned := strings.HasSuffix(before, "'s ") || strings.HasSuffix(before, "’s ")
	for i := at - 1; i >= max(0, at-leads) && int(m.Seg.Tokens[i].Start) >= fr.Clause.Span.Start; i-- {
		written := m.Seg.Tokens[i].Span().Of(m.Doc.Text)
		switch w := strings.ToLower(written); {
		case written == "May": // a name, or the month
		case f.nears(m, i, w):
			return true, open || owned
		case owned && f.reaching[w]:
			owned = false
		case (w == "one" || w == "some" || w == "among") && i+3 >= at:
			open = true
		case w == "to", f.negations[w]:
			unsettled = true
		}
	}
	return false, open || unsettled || owned // "the country's largest employer" sets no record
}

// nears reports whether the word at a token says that something is on the way.
func (f *Finder) nears(m nutgraf.Member, token int, word string) bool {
	needs, ok := f.nearing[word]
	for i := token - 1; ok && needs != "" && i >= max(0, token-2); i-- {
		if strings.EqualFold(m.Seg.Tokens[i].Span().Of(m.Doc.Text), needs) {
			return true
		}
	}
	return ok && needs == ""
}

// happened reports whether a past verb governs a number: the nearest verb before
// it, with no infinitive between ("drew 40,000"), or one right after what it
// counts ("40,000 people came").
func (f *Finder) happened(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	at := m.Seg.TokenAt(fr.Focus.Start)
	word := func(i int) string { return strings.ToLower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) }
	for i := at - 1; i >= max(0, at-6) && int(m.Seg.Tokens[i].Start) >= fr.Clause.Span.Start; i-- {
		switch w := word(i); {
		case w == "to", w == "set" && word(i+1) == "to":
			return false
		case f.past[w] || len(w) > 4 && strings.HasSuffix(w, "ed") && !hedges(m, fr, i):
			return i == 0 || !f.governs[word(i-1)] // "to cut", "will cut" is no past
		}
	}
	end := m.Seg.TokenAt(fr.Focus.End)
	for i := end; i < min(len(m.Seg.Tokens), end+5) && int(m.Seg.Tokens[i].End) <= fr.Clause.Span.End; i++ {
		if f.past[word(i)] && (word(i) != "set" || i+1 < len(m.Seg.Tokens) && word(i+1) != "to") {
			return true
		}
	}
	return false
}

// hedges reports whether a token is what hedges a number: "an estimated 40,000".
func hedges(m nutgraf.Member, fr nutgraf.Frame, token int) bool {
	return fr.Quantity >= 0 && m.Ann.Quantities[fr.Quantity].HedgeSpan.Overlap(m.Seg.Tokens[token].Span()) > 0
}

// leavesOpen reports whether the sentence of a frame that is given as reached
// holds a word that leaves it open after all.
func (f *Finder) leavesOpen(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	i := m.Seg.SentenceAt(fr.Focus.Start)
	if i < 0 {
		return false
	}
	sent := m.Seg.Sentences[i]
	for i, t := range m.Seg.Tokens[sent.First:sent.Last] {
		w := t.Span().Of(m.Doc.Text)
		if i == 0 {
			w = strings.ToLower(w)
		}
		if f.unsure[w] { // "may", not the month
			return true
		}
	}
	return false
}
