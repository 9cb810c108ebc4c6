package conflict

import (
	"maps"
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/lang"
)

// spellTable is what lengths of time are read with.
type spellTable struct {
	lasting, ago map[string]string // words for what lasts, and for what was done once → what
	who          map[string]bool   // what each person has of his own
	hedges       map[string]bool   // words between what lasts and how long
	open         map[string]bool   // words before both that leave open whether it will be so
	spanning     map[string]bool   // words right before the length that make it that of what stands before them
	oneOf        map[string]bool   // words within it that say that it is one of several
}

func spellsOf(pack *lang.Pack) spellTable {
	t := spellTable{lasting: map[string]string{}, ago: map[string]string{}, who: map[string]bool{}, hedges: pack.Class("spell_words", "lasting"), open: pack.Class("spell_words", "awaited"), spanning: pack.Class("spell_words", "spanning"), oneOf: pack.Class("spell_words", "one")}
	for _, row := range pack.Rows("spells") {
		switch row[2] {
		case "ago":
			t.ago[row[0]] = row[1]
		case "who":
			t.who[row[1]] = true
			fallthrough
		default:
			t.lasting[row[0]] = row[1]
		}
	}
	return t
}

// spell is how long a report says that something lasted, or has been past.
type spell struct {
	member, sentence int
	hours            float64
	unit             string
	bound            string // "MORE_THAN", "LESS_THAN" or ""
	loose            bool
	fixed            bool // counted from what was done, not from the report
	ago              bool // counted from the report
	span             nutgraf.Span
	cite             nutgraf.Cite
}

const (
	spellDeep  = 30  // the last sentence of a report that is read
	spellReach = 5   // words between what lasts and how long
	spellOff   = .15 // by what part of the longer two lengths differ at the least
	spellFar   = 4   // how many times the other the longer is at the most
	spellDays  = 2   // days that two reports lie apart at the most
)

// spells finds how long one thing lasted, or how long ago it was, where reports give it
// otherwise and each gives one length of it only.
func (f *Finder) spells(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	of := map[string][][]spell{}
	for i := range s.Members {
		for _, x := range f.spellsIn(s, i) {
			if of[x.what] == nil {
				of[x.what] = make([][]spell, len(s.Members))
			}
			of[x.what][i] = append(of[x.what][i], x.spell)
		}
	}
	var out []nutgraf.Conflict
	for _, k := range slices.Sorted(maps.Keys(of)) {
		if c, ok := f.spellOf(s, k, of[k]); ok && !shows(had, c) {
			out = append(out, c)
		}
	}
	return out
}

func (f *Finder) spellOf(s Story, what string, told [][]spell) (nutgraf.Conflict, bool) {
	var all []spell
	for _, xs := range told {
		if len(xs) > 0 && !slices.ContainsFunc(xs, func(x spell) bool { return !oneSpell(x, xs[0]) }) {
			all = append(all, xs[0])
		}
	}
	why := "The reports give different lengths of time for one thing."
	c := nutgraf.Conflict{Kind: nutgraf.ConflictWindow, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Why: why, Rule: nutgraf.Evidence{Rule: "conflict.spell", Text: why}}
	if slices.ContainsFunc(all, func(x spell) bool {
		return slices.ContainsFunc(all, func(y spell) bool { return otherDays(s, x, y) })
	}) {
		all = slices.DeleteFunc(all, func(x spell) bool { return !x.fixed })
	}
	if slices.ContainsFunc(all, func(x spell) bool { return x.fixed }) {
		all = slices.DeleteFunc(all, func(x spell) bool { return x.ago && s.Dates[x.member].To == nutgraf.NoDay }) // counted from a day that is not known
	}
	var sides [][]spell
	for _, x := range all {
		for _, y := range all {
			if !oneSpell(x, y) && (otherSpell(s, x, y) || f.spellTable.who[what] && !samePerson(s, x, y)) {
				return c, false
			}
		}
		i := slices.IndexFunc(sides, func(y []spell) bool { return oneSpell(x, y[0]) })
		if i < 0 {
			i = len(sides)
			sides = append(sides, nil)
		}
		sides[i] = append(sides[i], x)
	}
	if len(sides) < 2 || len(sides) > 3 {
		return c, false
	}
	slices.SortStableFunc(sides, func(a, b []spell) int { return int(math.Copysign(1, a[0].hours-b[0].hours)) })
	for _, x := range sides {
		side := nutgraf.Side{Value: x[0].span.Of(s.Members[x[0].member].Doc.Text)}
		for _, y := range x {
			if !cited(side.Evidence, y.cite) {
				side.Evidence = append(side.Evidence, y.cite)
			}
		}
		c.Sides = append(c.Sides, side)
	}
	c.Matter = blanked(sides[0][0].cite, sides[0][0].span, "how long")
	return c, true
}

// oneSpell reports whether two lengths of time can be one, told more or less closely.
func oneSpell(x, y spell) bool {
	if x.hours > y.hours {
		x, y = y, x
	}
	switch {
	case x.bound == "MORE_THAN" || y.bound == "LESS_THAN" && x.bound != "" && x.hours*1.5 >= y.hours:
		return true
	case x.loose && y.loose, x.unit != y.unit:
		return y.hours-x.hours <= 2*spellOff*y.hours
	}
	return y.hours-x.hours <= spellOff*y.hours
}

// otherSpell reports whether something says that two lengths of time are of two things.
func otherSpell(s Story, x, y spell) bool {
	a, b := byName(s, x), byName(s, y)
	return math.Max(x.hours, y.hours) > spellFar*math.Min(x.hours, y.hours) ||
		elsewhere(s, a, b, nutgraf.Person) || elsewhere(s, a, b, nutgraf.Place)
}

// otherDays reports whether two reports are of days so far apart that what lasts may
// have gone on.
func otherDays(s Story, x, y spell) bool {
	a, b := s.Dates[x.member], s.Dates[y.member]
	if a.To == nutgraf.NoDay || b.To == nutgraf.NoDay {
		return false // "not before" a day says of which day it is no more than that
	}
	return max(a.From-b.To, b.From-a.To) > spellDays
}

// byName are the story's entities that the sentence of a length of time names.
func byName(s Story, x spell) []int {
	var out []int
	for _, n := range s.Members[x.member].Ann.Mentions {
		if e := s.entity(x.member, n.Entity); e >= 0 && n.Kind == nutgraf.ByName && x.cite.Span.Contains(n.Span) {
			out = append(out, e)
		}
	}
	return out
}

// samePerson reports whether two sentences speak of one person.
func samePerson(s Story, x, y spell) bool {
	b := named(s, y.member, y.cite.Span)
	return slices.ContainsFunc(named(s, x.member, x.cite.Span), func(e int) bool { return s.Entities[e].Type == nutgraf.Person && slices.Contains(b, e) })
}

// toldSpell is a length of time and what it is of.
type toldSpell struct {
	spell
	what string
}

// spellsIn lists the lengths of time that a report gives of what lasts.
func (f *Finder) spellsIn(s Story, member int) []toldSpell {
	m := s.Members[member]
	var out []toldSpell
	for _, w := range s.Times[member] {
		words := w.Span.Of(m.Doc.Text)
		if w.Type != nutgraf.DurationType && !strings.HasPrefix(w.Form, "P-") || strings.HasSuffix(words, "-long") || strings.HasPrefix(words, "a ") || strings.HasPrefix(words, "an ") {
			continue // "a month" is as good as any
		}
		hours, unit, ok := calendar.Hours(strings.Replace(w.Form, "P-", "P", 1))
		k := m.Seg.SentenceAt(w.Span.Start)
		if !ok || k < 0 || k > spellDeep || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		what := f.lasted(m.Doc.Text[sent.Start:w.Span.Start], words, m.Doc.Text[w.Span.End:sent.End])
		if what == "" {
			continue
		}
		x := spell{member: member, sentence: k, hours: hours, unit: unit, span: w.Span, cite: m.Doc.Cite(sent)}
		after := wordsOf(m.Doc.Text[w.Span.End:sent.End])
		x.fixed = len(after) > 0 && after[0] == "before"
		x.ago = strings.HasPrefix(w.Form, "P-")
		switch w.Mod {
		case "APPROX":
			x.loose = true
		case "MORE_THAN", "EQUAL_OR_MORE":
			x.bound = "MORE_THAN"
		case "LESS_THAN", "EQUAL_OR_LESS":
			x.bound = "LESS_THAN"
		case "":
		default:
			continue
		}
		out = append(out, toldSpell{x, what})
	}
	return out
}

// lasted reads what a length of time is of, by the words before it and behind it; ""
// when they do not tell.
func (f *Finder) lasted(before, words, after string) string {
	t := &f.spellTable
	own := wordsOf(words)
	if slices.ContainsFunc(own, func(w string) bool { return t.oneOf[w] }) {
		return ""
	}
	b, a := wordsOf(tail(before)), wordsOf(head(after))
	if strings.HasPrefix(words, "up to") || slices.ContainsFunc(b, func(w string) bool { return f.leftOpen[w] || t.open[w] }) {
		return ""
	}
	if len(a) > 0 && (a[0] == "ago" || a[0] == "before" || a[0] == "earlier") || strings.HasSuffix(words, " ago") || strings.HasSuffix(words, " earlier") || strings.HasSuffix(words, " before") {
		for i := len(b) - 1; i >= 0 && i >= len(b)-3; i-- {
			if k := t.ago[b[i]]; k != "" {
				return k
			}
			if !t.hedges[b[i]] {
				return ""
			}
		}
		return ""
	}
	// "a two-hour standoff", "two hours of tense negotiations", "three hours while they negotiated"
	open := 2
	if len(a) > 0 && (a[0] == "of" || a[0] == "while" || a[0] == "in") {
		open = 3
	}
	for i := 0; i < min(len(a), open); i++ {
		if k := t.lasting[a[i]]; k != "" && (i > 0 || a[0] != "in") && (k != "hospital" || a[0] == "in") {
			return k
		}
		if i > 0 && (f.past[a[i]] || f.function[a[i]] && a[i] != "they" && a[i] != "police" && a[i] != "the" && a[i] != "a") {
			break
		}
	}
	// "the standoff lasted two hours", "hospitalized in Norhaven for three weeks"
	span := false
	for i, n := len(b)-1, 0; i >= 0 && n < spellReach; i, n = i-1, n+1 {
		switch {
		case t.hedges[b[i]]:
			span = span || t.spanning[b[i]]
		case !span:
			return ""
		}
		if k := t.lasting[b[i]]; k != "" && span {
			return k
		}
		if b[i] == "and" || b[i] == "but" || b[i] == "after" || b[i] == "before" {
			return ""
		}
	}
	return ""
}

// tail and head are what stands nearest to a length of time, up to a mark that parts.
func tail(s string) string {
	return s[strings.LastIndexAny(s, ",;:()\"“”—")+1:]
}

func head(s string) string {
	if i := strings.IndexAny(s, ",;:()\"“”—."); i >= 0 {
		return s[:i]
	}
	return s
}
