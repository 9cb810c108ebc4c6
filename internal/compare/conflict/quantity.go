package conflict

import (
	"fmt"
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

// period is the time a number holds for, as far as it can be compared: how
// long, and whether it lies before the report, after it, or begins with the
// matter.
type period struct {
	dir  string // "past", "next", "first", "on" or "" when none is given
	days float64
	text string
}

func (p period) known() bool { return p.dir != "" }

// fits reports whether two periods can be one.
func (p period) fits(q period) bool {
	if !p.known() || !q.known() || strings.EqualFold(p.text, q.text) {
		return true
	}
	if p.dir != q.dir && p.dir != "on" && q.dir != "on" {
		return false
	}
	if p.days == 0 || q.days == 0 {
		return true
	}
	return math.Abs(p.days-q.days) <= .25*math.Max(p.days, q.days)
}

// sideOf is a side in the making.
type sideOf struct {
	stand  stand
	frames []nutgraf.Frame
}

// status judges a number that the reports agree on: is it given as reached by
// some and as expected by others, or for periods that do not fit?
func (f *Finder) status(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
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
	case coming > 0 && reached > 0 && onePast(s, m.Frames):
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
	if reports(c.Sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.quantity-status", Text: c.Why}
	return c, true
}

// counts reports whether the frames count things. A price that one report gives
// as paid and another as to be paid is no difference.
func counts(s Story, frames []nutgraf.Frame) bool {
	return !slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool {
		return s.Members[fr.Member].Ann.Quantities[fr.Quantity].Kind != nutgraf.Cardinal
	})
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

func (f *Finder) standOf(s Story, fr nutgraf.Frame) stand {
	st := stand{
		side:   fr.Side,
		coming: fr.Status == nutgraf.StatusProjected || fr.Hedge == nutgraf.Projected,
		window: windowOf(s, fr),
	}
	if st.coming && fr.Quantity >= 0 {
		q := s.Members[fr.Member].Ann.Quantities[fr.Quantity]
		marked := fr.Clause.Span.Overlap(q.StatusSpan) > 0 || fr.Clause.Span.Overlap(q.HedgeSpan) > 0
		st.open = !marked // what makes it open stands in another clause
	}
	st.open = st.open || fr.Status == nutgraf.Denied || fr.Status == nutgraf.Hypothetical || !st.coming && f.leavesOpen(s, fr)
	if !st.coming && fr.Quantity >= 0 && fr.Kind == nutgraf.ClaimQuantity {
		st.open = st.open || fr.Value < 10 || st.window.dir != "past" && !f.happened(s, fr)
	}
	return st
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
		case w == "to":
			return false
		case f.past[w] || len(w) > 4 && strings.HasSuffix(w, "ed"):
			return i == 0 || !f.governs[word(i-1)] // "to cut", "will cut" is no past
		}
	}
	end := m.Seg.TokenAt(fr.Focus.End)
	for i := end; i < min(len(m.Seg.Tokens), end+5) && int(m.Seg.Tokens[i].End) <= fr.Clause.Span.End; i++ {
		if f.past[word(i)] {
			return true
		}
	}
	return false
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
	for _, t := range m.Seg.Tokens[sent.First:sent.Last] {
		if f.unsure[strings.ToLower(t.Span().Of(m.Doc.Text))] {
			return true
		}
	}
	return false
}

// windowOf reads the period of a frame from its time expression.
func windowOf(s Story, fr nutgraf.Frame) period {
	if fr.When < 0 || fr.When >= len(s.Times[fr.Member]) {
		return period{}
	}
	w := s.Times[fr.Member][fr.When]
	doc := s.Members[fr.Member].Doc
	p := period{text: w.Span.Of(doc.Text), days: lengthOf(w)}
	around := strings.ToLower(doc.Text[max(0, w.Span.Start-12):w.Span.End])
	switch {
	case hasAny(around, "past ", "last ", "previous ", "since "):
		p.dir = "past"
	case hasAny(around, "next ", "coming ", "following "):
		p.dir = "next"
	case hasAny(around, "first ", "opening ", "initial ", "debut "):
		p.dir = "first"
	case w.Type == nutgraf.DurationType:
		p.dir = "on"
	default:
		p.dir = ""
	}
	return p
}

func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// lengthOf returns the length of a period in days, 0 when it is not told.
func lengthOf(w nutgraf.When) float64 {
	v := w.Value
	if i := strings.IndexByte(v, 'P'); i >= 0 && i <= 1 {
		v = v[i+1:]
		var n float64
		var unit byte
		if _, err := fmt.Sscanf(v, "%g%c", &n, &unit); err == nil {
			return n * map[byte]float64{'D': 1, 'W': 7, 'M': 30, 'Y': 365}[unit]
		}
	}
	if w.Resolved && w.To >= w.From {
		return float64(w.To-w.From) + 1
	}
	return 0
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

// value judges numbers that differ.
func (f *Finder) value(s Story, m nutgraf.Matter) (nutgraf.Conflict, bool) {
	var sides []sideOf
	for _, fr := range m.Frames {
		i := slices.IndexFunc(sides, func(x sideOf) bool { return x.stand.side == fr.Side })
		if i < 0 {
			sides = append(sides, sideOf{stand: stand{side: fr.Side}})
			i = len(sides) - 1
		}
		sides[i].frames = append(sides[i].frames, fr)
	}
	if len(sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Axis: "number"}
	c.Matter = subject(s, m.Frames)
	c.Why = "The reports give different numbers for the same matter."
	switch {
	case boundsMeet(sides):
		c.Severity, c.Relation = nutgraf.Soft, nutgraf.Drift
		c.Why = "One side states a bound or a rounded number that the other meets."
	case foreseen(sides):
		c.Severity, c.Relation = nutgraf.Soft, nutgraf.Update
		c.Why = "One side gives what was expected, the other what came about."
	case told(s, sides):
		c.Severity, c.Relation = nutgraf.Medium, nutgraf.Update
		c.Why = "One report gives both numbers, the one as the earlier."
	case later(s, sides):
		c.Severity, c.Relation = nutgraf.Medium, nutgraf.Update
		c.Why = "The reports that give the one number are days later than those that give the other."
	case f.risen(s, sides):
		c.Severity, c.Relation = nutgraf.Medium, nutgraf.Update
		c.Why = "The later report gives a later count."
	case attributed(sides):
		c.Why = "The numbers come from different sources, which the reports name."
	}
	for _, x := range sides {
		c.Sides = append(c.Sides, f.side(s, x, phrase(s, x.frames[0])))
	}
	if reports(c.Sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.quantity-value", Text: c.Why}
	return c, true
}

// boundsMeet reports whether the sides' intervals overlap although their
// values are far apart: "more than 10,000" beside 15,000.
func boundsMeet(sides []sideOf) bool {
	for i, x := range sides {
		for _, y := range sides[:i] {
			a, b := x.frames[0], y.frames[0]
			if a.Low > b.High || b.Low > a.High {
				return false
			}
		}
	}
	return true
}

// later reports whether one side's reports are all dated two days or more after
// the other's.
func later(s Story, sides []sideOf) bool {
	if len(sides) != 2 {
		return false
	}
	var first, last [2]nutgraf.Day
	for i, x := range sides {
		first[i], last[i] = math.MaxInt32, nutgraf.NoDay
		for _, fr := range x.frames {
			d := s.Dates[fr.Member]
			if !d.Firm || d.From == nutgraf.NoDay {
				return false
			}
			first[i], last[i] = min(first[i], d.From), max(last[i], d.To)
		}
	}
	return first[0] >= last[1]+2 || first[1] >= last[0]+2
}

// foreseen reports whether one side is expected and another given as reached.
func foreseen(sides []sideOf) bool {
	coming := 0
	for _, x := range sides {
		fr := x.frames[0]
		if fr.Status == nutgraf.StatusProjected || fr.Status == nutgraf.Hypothetical || fr.Hedge == nutgraf.Projected {
			coming++
		}
	}
	return coming > 0 && coming < len(sides)
}

// told reports whether the sentence of one side holds the other's number: "up
// from 6.4 million".
func told(s Story, sides []sideOf) bool {
	for i, x := range sides {
		for j, y := range sides {
			if i == j {
				continue
			}
			a, b := x.frames[0], y.frames[0]
			m := s.Members[a.Member]
			if at := m.Seg.SentenceAt(a.Focus.Start); at >= 0 {
				digits := strings.TrimFunc(b.Clause.Text[max(0, b.Focus.Start-b.Clause.Span.Start):min(len(b.Clause.Text), b.Focus.End-b.Clause.Span.Start)], func(r rune) bool { return r < '0' || r > '9' })
				if digits != "" && containsNumber(m.Seg.Sentences[at].Span.Of(m.Doc.Text), digits) {
					return true
				}
			}
		}
	}
	return false
}

// containsNumber reports whether text holds the digits as a number of its own.
func containsNumber(text, digits string) bool {
	for i := 0; ; {
		j := strings.Index(text[i:], digits)
		if j < 0 {
			return false
		}
		j += i
		end := j + len(digits)
		if (j == 0 || !digit(text[j-1]) && text[j-1] != '.' && text[j-1] != ',') && (end == len(text) || !digit(text[end])) {
			return true
		}
		i = end
	}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// risen reports whether the counts are of a kind that grows, and grow with the
// reports' days.
func (f *Finder) risen(s Story, sides []sideOf) bool {
	type at struct {
		day   nutgraf.Day
		value float64
	}
	var all []at
	for _, x := range sides {
		for _, fr := range x.frames {
			d := s.Dates[fr.Member]
			if d.From == nutgraf.NoDay || d.From != d.To || !f.grows(fr) {
				return false
			}
			all = append(all, at{d.From, fr.Value})
		}
	}
	slices.SortFunc(all, func(a, b at) int {
		if a.day != b.day {
			return int(a.day - b.day)
		}
		return int(math.Copysign(1, a.value-b.value))
	})
	for i := 1; i < len(all); i++ {
		if all[i].value < all[i-1].value || all[i].value > all[i-1].value && all[i].day == all[i-1].day {
			return false
		}
	}
	return true
}

func (f *Finder) grows(fr nutgraf.Frame) bool {
	if f.rising[fr.Head] {
		return true
	}
	return slices.ContainsFunc(fr.Terms, func(k string) bool { return f.rising[k] })
}

func attributed(sides []sideOf) bool {
	names := map[string]bool{}
	for _, x := range sides {
		named := ""
		for _, fr := range x.frames {
			if fr.By != "" {
				named = fr.By
				break
			}
		}
		if named == "" {
			return false
		}
		names[named] = true
	}
	return len(names) == len(sides)
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

func cited(cs []nutgraf.Cite, c nutgraf.Cite) bool {
	return slices.ContainsFunc(cs, func(x nutgraf.Cite) bool { return x.Ref == c.Ref })
}

// phrase is a frame's number with what it counts, verbatim.
func phrase(s Story, fr nutgraf.Frame) string {
	if fr.Quantity < 0 {
		return fr.Clause.Text
	}
	doc := s.Members[fr.Member].Doc
	q := s.Members[fr.Member].Ann.Quantities[fr.Quantity]
	span := q.Span
	if !q.Counted.IsZero() && q.Counted.Start >= span.Start && q.Counted.Start-span.End < 4 && q.Counted.End > span.End && q.Counted.End-span.Start < 80 {
		span.End = q.Counted.End
	}
	return span.Of(doc.Text)
}

// subject names the matter of differing numbers: what they count, in the words
// of the first report that tells.
func subject(s Story, frames []nutgraf.Frame) string {
	for _, fr := range frames {
		q := s.Members[fr.Member].Ann.Quantities[fr.Quantity]
		if !q.Counted.IsZero() && q.Counted.Len() < 60 {
			return "How many: " + q.Counted.Of(s.Members[fr.Member].Doc.Text)
		}
	}
	return "How much: " + frames[0].Clause.Text
}
