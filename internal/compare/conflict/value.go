package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// lengthUnit is the unit in which lengths are compared, whatever the reports give them in:
// on a scale they would stand in figures of no report.
const lengthUnit = "meter"

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
	c.Matter = f.subject(s, m.Frames)
	c.Why = "The reports give different numbers for the same matter."
	if m.Frames[0].Quantity < 0 {
		c.Kind, c.Axis = nutgraf.ConflictWindow, ""
		c.Why = "The reports give different lengths of time for the same matter."
	}
	if m.Frames[0].Unit == lengthUnit {
		c.Axis = ""
	}
	switch {
	case boundsMeet(sides) && !(befallen(sides) && f.risen(s, sides)):
		c.Severity, c.Relation = nutgraf.Soft, nutgraf.Drift
		c.Why = "One side states a bound or a rounded number that the other meets."
	case withOne(s, sides):
		return nutgraf.Conflict{}, false // one count, reckoned with and without the one named
	case f.foreseen(s, sides):
		return nutgraf.Conflict{}, false // what was expected of one thing, and what came of another
	case told(s, sides):
		c.Severity, c.Relation = nutgraf.Medium, nutgraf.Update
		c.Why = "One report gives both numbers, the one as the earlier."
	case later(s, sides) && !f.counting(sides):
		return nutgraf.Conflict{}, false // what it counts may be another by then
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

// withOne reports whether the smaller of two numbers that are one apart counts those beside
// one who is named, so that the greater may count all: "Brandt and five other people", "six people".
func withOne(s Story, sides []sideOf) bool {
	if len(sides) != 2 {
		return false
	}
	low, high := sides[0].frames, sides[1].frames
	if low[0].Value > high[0].Value {
		low, high = high, low
	}
	others := false
	for _, fr := range low {
		before, after := s.beside(fr)
		if len(before) < 2 || before[len(before)-1] != "and" {
			return false
		}
		others = others || len(after) > 0 && strings.HasPrefix(after[0], "other")
	}
	return others && high[0].Value == low[0].Value+1
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
func (f *Finder) foreseen(s Story, sides []sideOf) bool {
	coming := 0
	for _, x := range sides {
		if slices.ContainsFunc(x.frames, func(fr nutgraf.Frame) bool {
			return fr.Status == nutgraf.StatusProjected || fr.Status == nutgraf.Hypothetical || fr.Hedge == nutgraf.Projected || f.foretells(s, fr)
		}) {
			coming++
		}
	}
	return coming > 0 && coming < len(sides)
}

// foretells reports whether a word before a number in its sentence says that it
// was expected: "economists expected the report to show 150,000".
func (f *Finder) foretells(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	i := m.Seg.SentenceAt(fr.Focus.Start)
	if i < 0 {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(m.Doc.Text[m.Seg.Sentences[i].Span.Start:fr.Focus.Start])) {
		if f.foretelling[w] {
			return true
		}
	}
	return false
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
		if (j == 0 || !digit(text[j-1]) && text[j-1] != '.' && text[j-1] != ',') && (end == len(text) || !digit(text[end])) && !fraction(text[end:]) {
			return true
		}
		i = end
	}
}

// fraction reports whether text goes on a number: ".7", ",000".
func fraction(text string) bool {
	return len(text) > 1 && (text[0] == '.' || text[0] == ',') && digit(text[1])
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

// counting reports whether the sides' counts are all of a kind that grows.
func (f *Finder) counting(sides []sideOf) bool {
	return !slices.ContainsFunc(sides, func(x sideOf) bool {
		return !slices.ContainsFunc(x.frames, func(fr nutgraf.Frame) bool { return fr.Befell != "" || f.grows(fr) })
	})
}

// befallen reports whether all sides count those whom something befell.
func befallen(sides []sideOf) bool {
	return !slices.ContainsFunc(sides, func(x sideOf) bool { return x.frames[0].Befell == "" })
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
