package conflict

import (
	"maps"
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// tallyTable is what tallies are read with, all by the keys of words.
type tallyTable struct {
	things    map[string]string // of which one event has one number → how
	kinds     map[string]bool   // kinds of people
	ofMatches map[string]bool   // what is counted in a race or a match
	befall    map[string]bool   // what befalls people
}

func talliesOf(pack *lang.Pack, words *gist.Reader) tallyTable {
	t := tallyTable{things: map[string]string{}, kinds: map[string]bool{}, ofMatches: words.Keys(pack.List("tallies")), befall: pack.Set("befalling")}
	for _, row := range pack.Rows("event_counts") {
		t.things[words.Key(row[0])] = row[1]
	}
	for _, row := range slices.Concat(pack.Rows("quote_people"), pack.Rows("nationalities")) {
		t.kinds[words.Key(row[0])] = true
	}
	delete(t.kinds, "")
	return t
}

// How far into their reports the numbers are read that are of one event, how many days
// the reports may lie apart, how many times the other one number may be, and how many
// words on either side say what befell those counted.
const (
	tallyDeep  = 25
	tallyDays  = 1
	tallyFar   = 3
	tallyLow   = 2
	befellNear = 5
)

// tallies finds how many of a thing one event had, or to how many of a kind of people
// one thing befell, where reports say otherwise: "three aftershocks", "16 officers were
// hurt". Each report must give one number only of them.
func (f *Finder) tallies(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	of := map[string][][]nutgraf.Frame{}
	for _, m := range s.Matters {
		for _, fr := range m.Frames {
			if k := f.tallyOf(s, fr); k != "" {
				if of[k] == nil {
					of[k] = make([][]nutgraf.Frame, len(s.Members))
				}
				of[k][fr.Member] = append(of[k][fr.Member], fr)
			}
		}
	}
	var out []nutgraf.Conflict
	for _, k := range slices.Sorted(maps.Keys(of)) {
		if c, ok := f.tally(s, of[k]); ok && !shows(had, c) {
			out = append(out, c)
		}
	}
	return out
}

// tallyOf names what a number is a tally of, "" when it is none: the thing, and what
// befell those of a kind of people.
func (f *Finder) tallyOf(s Story, fr nutgraf.Frame) string {
	if fr.Kind != nutgraf.ClaimQuantity || !fr.Known || fr.Money || fr.Age || fr.Head == "" || fr.Quantity < 0 || s.Members[fr.Member].Ann.Quantities[fr.Quantity].Kind != nutgraf.Cardinal {
		return ""
	}
	if ofThem(s, fr) || slices.ContainsFunc(fr.Mods, func(k string) bool { return k[0] <= '9' }) {
		return "" // of one model only: "seven RK-44 rifles"
	}
	switch {
	case fr.Unit == "time":
		return "" // what was done so often is told by its verb
	case f.tallyTable.things[fr.Head] != "", !f.people[fr.Head] && !f.tallyTable.kinds[fr.Head] && !f.tallyTable.ofMatches[fr.Head]:
		return fr.Head
	case f.tallyTable.kinds[fr.Head] && !f.people[fr.Head]:
		if b := f.befellKind(s, fr); b != "" {
			return fr.Head + " " + b
		}
	}
	return ""
}

// ofThem reports whether a number counts some of those told of before: "two of the
// boats".
func ofThem(s Story, fr nutgraf.Frame) bool {
	m := s.Members[fr.Member]
	after := wordsOf(m.Doc.Text[fr.Focus.End:m.Seg.Sentences[fr.Sentence].Span.End])
	return len(after) > 1 && after[0] == "of" && (tallyParts[after[1]] || after[1] == "them" || after[1] == "which" || after[1] == "whom")
}

// befellKind returns the key of what befell those whom a number counts, "" where
// nothing near it tells.
func (f *Finder) befellKind(s Story, fr nutgraf.Frame) string {
	m := s.Members[fr.Member]
	before, behind := m.Doc.Text[fr.Clause.Span.Start:max(fr.Clause.Span.Start, fr.Focus.Start)], m.Doc.Text[min(fr.Clause.Span.End, fr.Focus.End):fr.Clause.Span.End]
	b, a := wordsOf(before), wordsOf(behind)
	for _, w := range a[:min(len(a), befellNear+1)] {
		if k := f.gist.Key(w); f.tallyTable.befall[k] {
			return k
		}
	}
	for i := len(b) - 1; i >= max(0, len(b)-befellNear+1); i-- {
		if k := f.gist.Key(b[i]); f.tallyTable.befall[k] {
			return k
		}
	}
	return ""
}

// tally lays the numbers of one thing beside one another.
func (f *Finder) tally(s Story, told [][]nutgraf.Frame) (nutgraf.Conflict, bool) {
	var all []nutgraf.Frame
	for _, frames := range told {
		if len(frames) == 0 || slices.ContainsFunc(frames, func(fr nutgraf.Frame) bool { return fr.Value != frames[0].Value }) {
			continue
		}
		slices.SortFunc(frames, inOrder)
		fr := frames[0]
		if !f.plainTally(s, fr) {
			continue
		}
		all = append(all, fr)
	}
	sides, open, ok := spread(all, agreed, func(x, y nutgraf.Frame) bool { return otherTally(s, x, y) })
	if !ok || len(sides) != 2 && len(sides) != 3 || withOne(s, sides) {
		return nutgraf.Conflict{}, false
	}
	if !slices.ContainsFunc(all, func(x nutgraf.Frame) bool {
		return slices.ContainsFunc(all, func(y nutgraf.Frame) bool { return !agreed(x, y) && f.tiedTallies(x, y) })
	}) {
		return nutgraf.Conflict{}, false
	}
	soft := f.tallyTable.things[all[0].Head] == "" && !f.tallyTable.kinds[all[0].Head]
	why := "The reports give different numbers of one thing."
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Matter: f.subject(s, all), Why: why, Rule: nutgraf.Evidence{Rule: "conflict.tally", Text: why}}
	if soft {
		c.Severity = nutgraf.Soft // nothing but their words says that both are of one thing
	}
	if open {
		c.Severity, c.Relation, c.Why = nutgraf.Soft, nutgraf.Drift, "One side states a bound that the other meets."
	}
	for _, x := range sides {
		c.Sides = append(c.Sides, f.side(s, x, phrase(s, x.frames[0])))
	}
	return c, true
}

// agreed reports whether two tallies are one, told more or less closely.
func agreed(x, y nutgraf.Frame) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	return low == high || high >= 20 && (rounded(x.Value, y.Value) || rounded(y.Value, x.Value)) || high-low <= .1*high && (x.Hedge != nutgraf.Exact || y.Hedge != nutgraf.Exact)
}

// plainTally reports whether a number is that of all of a thing that its event had.
func (f *Finder) plainTally(s Story, fr nutgraf.Frame) bool {
	if fr.Value < tallyLow || fr.Value != math.Trunc(fr.Value) || fr.Low != fr.High && fr.Hedge == nutgraf.Exact || fr.Sentence > tallyDeep || fr.Partial || fr.Listed || fr.Grouped || fr.Bygone || fr.Poll || fr.Quote >= 0 && fr.ByQuoted || fr.Status != nutgraf.Achieved {
		return false
	}
	m := &s.Members[fr.Member]
	if strings.HasSuffix(m.Seg.Sentences[fr.Sentence].Span.Of(m.Doc.Text), "?") {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(fr.Focus.Of(m.Doc.Text))) {
		if w == "dozen" || w != "twos" && strings.HasSuffix(w, "s") {
			return false
		}
	}
	before, after := s.beside(fr)
	if n := len(before); n > 0 && tallyParts[before[n-1]] || f.afraid(before, after) {
		return false
	}
	for _, w := range before[max(0, len(before)-3):] {
		if f.scope[w] || w == "including" || w == "from" || w == "than" || w == "since" {
			return false
		}
	}
	for _, w := range after[:min(3, len(after))] {
		if f.scope[w] || w == "of" || w == "more" {
			return false
		}
	}
	return true
}

// tallyParts are words right before a number that say that it is of those told of
// before, or of some.
var tallyParts = map[string]bool{"all": true, "the": true, "these": true, "those": true, "his": true, "her": true, "their": true, "its": true, "no": true, "every": true, "per": true, "not": true, "or": true, "to": true}

// otherTally reports whether something says that two numbers are of two events.
func otherTally(s Story, x, y nutgraf.Frame) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	return high > tallyFar*low || x.Told.Apart(y.Told) > tallyDays || onOtherDays(x, y) ||
		elsewhere(s, x.Named, y.Named, nutgraf.Place) || elsewhere(s, x.Named, y.Named, nutgraf.Person)
}

// tiedTallies reports whether the sentences of two numbers share a name or a word
// besides what is counted; where an event can have several numbers of it, the same is
// told of both, or they share more.
func (f *Finder) tiedTallies(x, y nutgraf.Frame) bool {
	shared, rare := 0, 0
	for _, k := range x.Wide {
		if _, ok := slices.BinarySearch(y.Wide, k); ok && k != x.Head {
			shared++
			if !f.common[k] {
				rare++
			}
		}
	}
	if slices.ContainsFunc(x.About, func(e int) bool { return slices.Contains(y.About, e) }) {
		shared++
	}
	if f.tallyTable.things[x.Head] == "" && !f.tallyTable.kinds[x.Head] {
		return shared >= 2 && rare >= 1
	}
	if f.tallyTable.things[x.Head] == "doing" && (x.Doing == "" || x.Doing != y.Doing) {
		return shared >= 3 && rare >= 1
	}
	return shared > 0
}

// rounded reports whether a number is another one, rounded to its first digit or two.
func rounded(x, y float64) bool {
	unit := 1.0
	for unit*100 <= y && math.Mod(y, unit*10) == 0 {
		unit *= 10
	}
	for unit*10 <= y && math.Mod(y, unit*10) == 0 {
		unit *= 10
	}
	return unit > 1 && math.Round(x/unit)*unit == y && math.Abs(x-y) <= .06*y
}
