package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// Tolls are read from the first sentences of their reports; a report tells of other
// events further down. Two of one event lie so many days apart at the most, and the
// one is so many times the other at the most: a count that has grown by more is
// mostly one of a part.
const (
	tollDeep = 20
	tollNear = 10 // where neither opens its report
	tollDays = 5
	tollPart = 5 // the least part that makes one toll the sum of another
	tollFar  = 3
	tollLow  = 3 // below it a number is as like to be of a part
)

// Of how many first sentences the words are that two reports of one event share beside
// those of their titles, and how many of them they share.
const (
	openingSentences = 4
	openingWords     = 3
)

// tolls finds how many reports say that one event killed, or hurt, where they say
// otherwise. Of each report it is the first number of the kind. Counts of the dead
// grow for days, and each desk stops at another hour: that they differ is shown as a
// count brought up to date, or left open where the days do not tell. Where the words beside
// the numbers do not tie them, the openings of their reports may.
func (f *Finder) tolls(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	numbers, oneOpening := numbersOf(s), f.oneOpening(s)
	for _, kind := range [...]struct{ befell, matter string }{{"kill", "How many were killed?"}, {"injure", "How many were hurt?"}} {
		frames := f.tollsOf(s, kind.befell)
		for _, tie := range [...]func(x, y nutgraf.Frame) bool{f.oneEvent, oneOpening} {
			if c, ok := f.toll(s, f.ofOne(s, frames, numbers, tie), kind.matter); ok {
				if !shows(had, c) {
					out = append(out, c)
				}
				break
			}
		}
	}
	return out
}

// toll lays the tolls of one event beside one another.
func (f *Finder) toll(s Story, one []nutgraf.Frame, matter string) (nutgraf.Conflict, bool) {
	var sides []sideOf
	for _, fr := range one {
		sides = joined(sides, fr, func(x sideOf) bool {
			return slices.ContainsFunc(x.frames, func(g nutgraf.Frame) bool { return f.oneToll(s, g, fr) })
		})
	}
	if len(sides) < 2 {
		return nutgraf.Conflict{}, false
	}
	for i, x := range sides { // a side shows one number: what rounds it stands on none
		sides[i].frames = slices.DeleteFunc(x.frames, func(fr nutgraf.Frame) bool { return fr.Value != x.frames[0].Value })
	}
	byValue(sides)
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Matter: matter}
	c.Why = "The reports give different tolls; a toll grows, and none tells here which count is the later."
	if inTime(s, sides) {
		c.Relation, c.Why = nutgraf.Update, "The later report gives a later count."
	}
	for _, x := range sides {
		side := f.side(s, x, phrase(s, x.frames[0]))
		side.By, side.ByQuoted = "", false // whose words the clause is in is seldom who counted
		c.Sides = append(c.Sides, side)
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.toll", Text: c.Why}
	return c, true
}

// numbersOf lists the numbers of each report that are no amounts of money.
func numbersOf(s Story) [][]*nutgraf.Frame {
	out := make([][]*nutgraf.Frame, len(s.Members))
	for _, m := range s.Matters {
		for i := range m.Frames {
			if g := &m.Frames[i]; g.Kind == nutgraf.ClaimQuantity && g.Known && !g.Money {
				out[g.Member] = append(out[g.Member], g)
			}
		}
	}
	return out
}

// tollsOf returns the toll of each report that tells one plainly.
func (f *Finder) tollsOf(s Story, befell string) []nutgraf.Frame {
	first := make([]*nutgraf.Frame, len(s.Members))
	for _, m := range s.Matters {
		for i, fr := range m.Frames {
			if fr.Kind == nutgraf.ClaimQuantity && fr.Befell == befell && (first[fr.Member] == nil || fr.Focus.Start < first[fr.Member].Focus.Start) {
				first[fr.Member] = &m.Frames[i]
			}
		}
	}
	var out []nutgraf.Frame
	for _, fr := range first {
		if fr != nil && f.plainToll(s, *fr) {
			out = append(out, *fr)
		}
	}
	return out
}

// plainToll reports whether a number is that of all whom an event befell, as far as
// its words tell: no part, no other's, none of long ago, none that may come.
func (f *Finder) plainToll(s Story, fr nutgraf.Frame) bool {
	if !fr.Known || fr.Value < tollLow || fr.Sentence > tollDeep || fr.Partial || fr.Listed || fr.Grouped || fr.Bygone || fr.Quote >= 0 && fr.ByQuoted ||
		fr.Status == nutgraf.Denied || fr.Status == nutgraf.Hypothetical || fr.Status == nutgraf.StatusProjected {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(fr.Focus.Of(s.Members[fr.Member].Doc.Text))) {
		if w == "dozen" || strings.HasSuffix(w, "s") {
			return false // "two dozen", "hundreds"
		}
	}
	before, after := s.beside(fr)
	if slices.Contains(before, "since") || f.afraid(before, after) {
		return false // of more than one event, or feared only
	}
	for _, w := range before[max(0, len(before)-3):] {
		if f.scope[w] || w == "all" || w == "including" || w == "from" {
			return false
		}
	}
	for _, w := range after[:min(3, len(after))] {
		if f.scope[w] && (w != "other" || fr.Befell != "injure") || w == "of" {
			return false
		}
	}
	return true
}

// fearNear is how many words off a number a word of fear stands at the most.
const fearNear = 3

// afraid reports whether one of the words just before or behind a number says that it is of
// those whom something is only feared to have befallen.
func (f *Finder) afraid(before, after []string) bool {
	near := slices.Concat(before[max(0, len(before)-fearNear):], after[:min(len(after), fearNear)])
	return slices.ContainsFunc(near, func(w string) bool { return f.fears[w] })
}

// ofOne returns those of the tolls that are of one event with the first that opens its
// report, and what is tied to those. Where two reports open with the dead of one event,
// the hurt that each tells of first are of that event, too.
func (f *Finder) ofOne(s Story, frames []nutgraf.Frame, numbers [][]*nutgraf.Frame, tie func(x, y nutgraf.Frame) bool) []nutgraf.Frame {
	at := slices.IndexFunc(frames, func(fr nutgraf.Frame) bool { return fr.Lead })
	if at < 0 && len(frames) > 0 {
		at = 0
	}
	if at < 0 {
		return nil
	}
	in := make([]bool, len(frames))
	in[at] = true
	for grown := true; grown; {
		grown = false
		for i := range frames {
			for j := range frames {
				if x, y := frames[i], frames[j]; !in[i] && in[j] && x.Told.Apart(y.Told) <= tollDays && !otherEvent(s, x, y, numbers) && (tie(x, y) || besideDead(s, x, y, numbers)) {
					in[i], grown = true, true
				}
			}
		}
	}
	var out []nutgraf.Frame
	for i, fr := range frames {
		if in[i] {
			out = append(out, fr)
		}
	}
	// One pair that cannot be of one event says that the words tie more than one.
	for i, x := range out {
		for _, y := range out[:i] {
			if !f.oneToll(s, x, y) && otherEvent(s, x, y, numbers) {
				return nil
			}
		}
	}
	return out
}

// oneEvent reports whether two tolls are told of one event: one opens its report, and
// their sentences share names or words that not every toll has beside it.
func (f *Finder) oneEvent(x, y nutgraf.Frame) bool {
	names := 0
	for _, e := range x.About {
		if slices.Contains(y.About, e) {
			names++
		}
	}
	words := 0
	for _, k := range x.Wide {
		if k != x.Befell && k != "kill" && k != "injure" && !f.people[k] && !f.common[k] {
			if _, ok := slices.BinarySearch(y.Wide, k); ok {
				words++
			}
		}
	}
	switch {
	case x.Lead && y.Lead:
		return names+words > 0
	case x.Lead || y.Lead:
		return names+words > 1
	}
	return names+words > 2 && max(x.Sentence, y.Sentence) < tollNear
}

// besideDead reports whether two counts of the hurt stand beside one number of dead, or in
// reports that open with the dead of one event, not far behind them.
func besideDead(s Story, x, y nutgraf.Frame, numbers [][]*nutgraf.Frame) bool {
	switch {
	case x.Befell == "kill":
		return false
	case sameDead(x, y, numbers):
		return true
	case max(x.Sentence, y.Sentence) >= tollNear:
		return false
	}
	return slices.ContainsFunc(s.Matters, func(m nutgraf.Matter) bool {
		opens := func(member int) bool {
			return slices.ContainsFunc(m.Frames, func(g nutgraf.Frame) bool { return g.Befell == "kill" && g.Lead && g.Member == member })
		}
		return opens(x.Member) && opens(y.Member)
	})
}

// sameDead reports whether two counts of the hurt stand in sentences that give one number
// of dead.
func sameDead(x, y nutgraf.Frame, numbers [][]*nutgraf.Frame) bool {
	return slices.ContainsFunc(numbers[x.Member], func(g *nutgraf.Frame) bool {
		return g.Befell == "kill" && g.Sentence == x.Sentence && g.Value >= tollLow && slices.ContainsFunc(numbers[y.Member], func(h *nutgraf.Frame) bool {
			return h.Befell == "kill" && h.Sentence == y.Sentence && h.Value == g.Value
		})
	})
}

// oneOpening returns what reports whether the titles and first sentences of the reports of
// two tolls have so much in common that both reports are of one event: then so is what each
// tells of first unless something says otherwise, in whatever words. What opens a report is
// read once, however many tolls are laid beside its own.
func (f *Finder) oneOpening(s Story) func(x, y nutgraf.Frame) bool {
	read := make([]map[string]bool, len(s.Members))
	of := func(member int) map[string]bool {
		if read[member] == nil {
			read[member] = f.openingKeys(s, member)
		}
		return read[member]
	}
	return func(x, y nutgraf.Frame) bool {
		if s.Told == nil {
			return false
		}
		one, shared := of(x.Member), 0
		for k := range of(y.Member) {
			if one[k] {
				shared++
			}
		}
		return shared >= openingWords
	}
}

// openingKeys are the telling words of a report's title and first sentences.
func (f *Finder) openingKeys(s Story, member int) map[string]bool {
	m := s.Members[member]
	words := f.gist.Words(m.Doc.Title)
	for i := range m.Seg.Sentences[:min(len(m.Seg.Sentences), openingSentences)] {
		words = append(words, s.Told.Sentence(member, i)...)
	}
	out := map[string]bool{}
	for _, k := range words {
		if !f.people[k] && !f.common[k] && k != "kill" && k != "injure" {
			out[k] = true
		}
	}
	return out
}

// otherEvent reports whether something says that two tolls are of two events, or one of a
// part of the other.
func otherEvent(s Story, x, y nutgraf.Frame, numbers [][]*nutgraf.Frame) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	if high > tollFar*low || onOtherDays(x, y) {
		return true
	}
	for _, kind := range [...]nutgraf.EntityType{nutgraf.Place, nutgraf.Person} {
		if elsewhere(s, x.Named, y.Named, kind) {
			return true
		}
	}
	return tells(numbers[x.Member], x, y) || tells(numbers[y.Member], y, x)
}

// elsewhere reports whether both lists name somebody or some place, and none in common.
func elsewhere(s Story, a, b []int, kind nutgraf.EntityType) bool {
	of := func(es []int) bool {
		return slices.ContainsFunc(es, func(e int) bool { return s.Entities[e].Type == kind })
	}
	return of(a) && of(b) && !slices.ContainsFunc(a, func(e int) bool { return s.Entities[e].Type == kind && slices.Contains(b, e) })
}

// tells reports whether x's report, whose numbers are given, gives y's number too, or
// the part that x lacks of it.
func tells(numbers []*nutgraf.Frame, x, y nutgraf.Frame) bool {
	return slices.ContainsFunc(numbers, func(g *nutgraf.Frame) bool {
		return g.Value == y.Value || g.Focus != x.Focus && g.Befell == x.Befell && g.Value >= tollPart && (g.Value+x.Value == y.Value || x.Value-g.Value == y.Value)
	})
}

// countsAttacker reports whether a report tells of somebody who killed: one toll counts
// him among the dead.
func (f *Finder) countsAttacker(s Story, member int) bool {
	text := strings.ToLower(s.Members[member].Doc.Text)
	return slices.ContainsFunc(f.attackers, func(w string) bool { return strings.Contains(text, w) })
}

// oneToll reports whether two tolls are one, told more or less closely, or with and
// without the one who killed.
func (f *Finder) oneToll(s Story, x, y nutgraf.Frame) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	rounded := func(fr nutgraf.Frame) bool {
		return fr.Value >= 50 && math.Mod(fr.Value, 10) == 0 && (fr.Hedge != nutgraf.Exact || math.Mod(fr.Value, 100) == 0) ||
			fr.Value >= 20 && math.Mod(fr.Value, 10) == 0 && fr.Hedge == nutgraf.Bound
	}
	return low == high || high-low <= .1*high && (rounded(x) || rounded(y)) || high-low == 1 && (f.countsAttacker(s, x.Member) || f.countsAttacker(s, y.Member))
}

// inTime reports whether the tolls, by their value, follow one another by their reports'
// days.
func inTime(s Story, sides []sideOf) bool {
	last := nutgraf.NoDay
	for i, x := range sides {
		for _, fr := range x.frames {
			d := s.Dates[fr.Member]
			if d.From == nutgraf.NoDay || d.From != d.To || i > 0 && d.From <= last {
				return false
			}
		}
		for _, fr := range x.frames {
			last = max(last, s.Dates[fr.Member].From)
		}
	}
	return true
}
