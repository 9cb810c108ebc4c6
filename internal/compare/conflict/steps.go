package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// steps are the ways of telling how far something has come with somebody, by their first
// words: of each matter, its steps in order.
type steps struct {
	ways    map[string][]telling // stance is the matter, cell the step
	finer   [][]bool             // by matter and step: it differs from the one before only where that says so
	accused map[string]bool      // words for somebody unnamed
	past    map[string]bool      // words that put what is told into an earlier time
	beyond  [2]map[string]bool   // of the first two steps: words that say that they are over
}

func stepsOf(pack *lang.Pack) steps {
	out := steps{ways: map[string][]telling{}, accused: pack.Class("step_words", "accused"), past: pack.Class("step_words", "past"), beyond: [2]map[string]bool{pack.Class("step_words", "found"), pack.Class("step_words", "charged")}}
	for i, row := range pack.Rows("steps") {
		out.finer = append(out.finer, make([]bool, len(row)-1))
		for cell, ways := range row[1:] {
			for way := range strings.SplitSeq(ways, "|") {
				if strings.TrimSpace(way) == "+" {
					out.finer[i][cell] = true
					continue
				}
				t := tellingOf(way)
				t.stance, t.cell = i, cell
				out.ways[t.words[0]] = append(out.ways[t.words[0]], t)
			}
		}
	}
	return out
}

// stepped is words of a report that tell a step, and of whom: an entity of the story, or
// somebody whom the report does not name there.
type stepped struct {
	passage
	step, entity int
	coming       bool // the next step is still to come
	early        bool // it stands in the report's opening
	lead         bool // and is what the report is about
}

const (
	unnamedOne = -2 // whom a report does not name
	stepEarly  = 8  // sentences of a report's opening
	stepLead   = 2
	stepLeap   = 2  // steps that can be taken within
	stepDays   = 60 // days
	stepsMost  = 3  // somebody of whom it is shown, at the most
)

// steps finds how far reports tell something to have come with somebody: sought, arrested,
// charged, convicted. A report stands on the last step that it tells.
func (f *Finder) steps(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	all := make([][]stepped, len(f.stepTable.finer))
	for i, m := range s.Members {
		for k := range min(len(m.Seg.Sentences), stanceDeep) {
			f.stepsIn(s, i, k, all)
		}
	}
	var out []nutgraf.Conflict
	for i, list := range all {
		out = append(out, f.stepConflicts(s, list, f.stepTable.finer[i])...)
	}
	return out
}

// stepConflicts lays the steps at which the reports leave each somebody side by side. Whom
// a report nowhere names is the one named where others name one only.
func (f *Finder) stepConflicts(s Story, list []stepped, finer []bool) []nutgraf.Conflict {
	var who []int
	for _, x := range list {
		if x.entity >= 0 && !slices.Contains(who, x.entity) {
			who = append(who, x.entity)
		}
	}
	var out []nutgraf.Conflict
	one := toldMost(list, who)
	for _, e := range who {
		last := lastSteps(s, list, e, e == one)
		sides := stepSides(s, last, finer)
		if len(sides) < 2 || len(out) == stepsMost {
			continue
		}
		why := "The reports leave it at different steps; the later ones may know more."
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Soft, Relation: nutgraf.Update, Why: why,
			Matter: "How far it is with " + s.Entities[e].Name, Sides: sides, Rule: nutgraf.Evidence{Rule: "conflict.step", Text: why},
		})
	}
	return out
}

// toldMost returns of whom twice as many reports tell as of anybody else, -1 if nobody is.
func toldMost(list []stepped, who []int) int {
	in := map[int]map[int]bool{}
	for _, x := range list {
		if in[x.entity] == nil {
			in[x.entity] = map[int]bool{}
		}
		in[x.entity][x.member] = true
	}
	for _, e := range who {
		if !slices.ContainsFunc(who, func(o int) bool { return o != e && 2*len(in[o]) > len(in[e]) }) {
			return e
		}
	}
	return -1
}

// lastSteps returns, by report, what tells in its opening of the last step on which it can
// stand with somebody: what it tells further down is what led to the news.
func lastSteps(s Story, list []stepped, e int, alone bool) [][]stepped {
	of := func(x stepped) bool {
		return x.entity == e || x.entity == unnamedOne && alone && x.early
	}
	most := make([]int, len(s.Members)) // the step that a report says is not passed, and one
	for _, x := range list {
		if of(x) && x.coming && (most[x.member] == 0 || most[x.member] > x.step+1) {
			most[x.member] = x.step + 1
		}
	}
	out := make([][]stepped, len(s.Members))
	for _, x := range list {
		have := out[x.member]
		switch {
		case !of(x) || most[x.member] > 0 && x.step >= most[x.member]:
		case len(have) == 0 || have[0].step < x.step:
			out[x.member] = []stepped{x}
		case have[0].step == x.step:
			out[x.member] = append(have, x)
		}
	}
	for i, have := range out {
		out[i] = slices.DeleteFunc(have, func(x stepped) bool { return !x.early })
	}
	return out
}

// stepSides makes a side of each step on which reports stand; not of those that are later
// than all that stand on a step behind theirs: they leave out what was known.
func stepSides(s Story, last [][]stepped, finer []bool) []nutgraf.Side {
	at := make([][]int, len(finer)) // reports by step
	for i, have := range last {
		if len(have) > 0 {
			at[have[0].step] = append(at[have[0].step], i)
		}
	}
	comes := func(reports []int) bool {
		return slices.ContainsFunc(reports, func(i int) bool { return slices.ContainsFunc(last[i], func(x stepped) bool { return x.coming }) })
	}
	leads := func(reports []int) bool {
		return slices.ContainsFunc(reports, func(i int) bool { return last[i][0].lead })
	}
	for k := range at {
		at[k] = slices.DeleteFunc(at[k], func(i int) bool { return leaps(s, at[:max(0, k-stepLeap)], i) })
		if k > 0 && finer[k] && len(at[k-1]) > 0 && !comes(at[k-1]) && !(leads(at[k-1]) && leads(at[k])) {
			at[k-1], at[k] = append(at[k-1], at[k]...), nil
		}
	}
	latest := nutgraf.NoDay
	known := true // the days of all reports behind
	for k := len(at) - 1; k >= 0; k-- {
		if k < len(at)-1 && known && latest != nutgraf.NoDay {
			at[k] = slices.DeleteFunc(at[k], func(i int) bool { return s.Dates[i].From != nutgraf.NoDay && s.Dates[i].From >= latest }) // of one day, it leaves out what others tell
		}
		for _, i := range at[k] {
			known = known && s.Dates[i].To != nutgraf.NoDay
			latest = max(latest, s.Dates[i].To)
		}
	}
	var out []nutgraf.Side
	for _, reports := range at {
		slices.Sort(reports)
		var side nutgraf.Side
		for _, i := range reports {
			addPassage(s, &side, last[i][0].passage)
		}
		if len(side.Evidence) > 0 {
			out = append(out, side)
		}
	}
	return out
}

// leaps reports whether a report stands so soon behind one that is further back than the
// steps between take: then it tells of an earlier matter.
func leaps(s Story, back [][]int, member int) bool {
	return slices.ContainsFunc(back, func(reports []int) bool {
		return slices.ContainsFunc(reports, func(i int) bool {
			a, b := s.Dates[i], s.Dates[member]
			return a.From != nutgraf.NoDay && b.From != nutgraf.NoDay && b.From-a.To < stepDays
		})
	})
}

// stepsIn notes the steps that a sentence tells, by matter.
func (f *Finder) stepsIn(s Story, member, sentence int, all [][]stepped) {
	m := s.Members[member]
	sent := m.Seg.Sentences[sentence]
	if !body(m.Doc, sent) {
		return
	}
	words := s.lower(member, sent)
	for from, begins := range s.opening(member, sent) {
		if begins&opensStep == 0 {
			continue
		}
		for _, w := range f.stepTable.ways[words[from]] {
			to, ok := w.words.at(words, from)
			if !ok || !w.coming && (f.unsaid(words, from) || f.ahead(words, from)) {
				continue
			}
			if f.bygone(m, words) {
				return
			}
			if !w.coming && w.cell < len(f.stepTable.beyond) && slices.ContainsFunc(words, func(x string) bool { return f.stepTable.beyond[w.cell][x] }) {
				continue // its sentence tells of more
			}
			if e, ok := f.steppedWho(s, member, sent, from, to, words, w); ok {
				all[w.stance] = append(all[w.stance], stepped{passage{member, spanOf(m, sent, from, to), m.Doc.Cite(sent.Span)}, w.cell, e, w.coming, sentence < stepEarly, sentence < stepLead})
			}
		}
	}
}

// ahead reports whether words tell in the present what is to come: "after he is sentenced".
func (f *Finder) ahead(words []string, at int) bool {
	return (words[at] == "is" || words[at] == "has" || words[at] == "stands" || strings.HasSuffix(words[at], "s")) && slices.ContainsFunc(words[max(0, at-3):at], func(w string) bool {
		return w == "after" || w == "until" || w == "when" || w == "once" || w == "before" || w == "unless"
	})
}

// bygone reports whether a sentence puts what it tells into an earlier time: by another
// year, by "previously", by "last year".
func (f *Finder) bygone(m nutgraf.Member, words []string) bool {
	return formerYear(m, words) || slices.ContainsFunc(words, func(w string) bool { return f.stepTable.past[w] }) ||
		slices.ContainsFunc(f.longAgo, func(w way) bool { return w.in(words) })
}

// in reports whether a way's words stand anywhere.
func (w way) in(words []string) bool {
	for i := range words {
		if _, ok := w.at(words, i); ok {
			return true
		}
	}
	return false
}

// steppedWho returns of whom a step is told: a person of the story, or somebody unnamed.
func (f *Finder) steppedWho(s Story, member int, sent nutgraf.Sentence, from, to int, words []string, w telling) (int, bool) {
	m, lo, hi := s.Members[member], max(0, from-unnamedNear), from
	name := ""
	switch {
	case w.before:
		name = f.namedBefore(s, member, sent, from)
	case w.after:
		name, _ = f.namedAfter(s, member, sent, to)
		lo, hi = to, min(len(words), to+unnamedNear)
	default:
		lo, hi = from, to
		for _, x := range m.Ann.Mentions {
			if e := s.entity(member, x.Entity); e >= 0 && spanOf(m, sent, lo, hi).Contains(x.Span) {
				name = strconv.Itoa(e)
			}
		}
	}
	if name != "" {
		e, err := strconv.Atoi(name)
		return e, err == nil && s.Entities[e].Type == nutgraf.Person
	}
	if lo == hi {
		return unnamedOne, false
	}
	near := spanOf(m, sent, lo, hi)
	for _, x := range m.Ann.Mentions {
		if e := s.entity(member, x.Entity); e >= 0 && near.Overlap(x.Span) > 0 && s.Entities[e].Type == nutgraf.Person {
			return unnamedOne, false // somebody else may be meant
		}
	}
	return unnamedOne, slices.ContainsFunc(words[lo:hi], func(x string) bool { return f.stepTable.accused[x] }) &&
		!slices.ContainsFunc(words[lo:hi], func(x string) bool { return x == "another" || x == "second" || x == "other" })
}

// unnamedNear is how many words off a word for somebody stands.
const unnamedNear = 5
