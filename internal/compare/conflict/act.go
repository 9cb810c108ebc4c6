package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// act is what somebody named is told to do: its verb, what of, and how far it is.
type act struct {
	passage
	done    bool
	refused bool      // or is told as not done
	terms   []string  // keys of what follows
	numbers []float64 // and its numbers
}

const (
	actReach  = 3 // words between a name and the words for what it does
	actTerms  = 9 // words behind a verb that tell of what
	actShared = 2 // of them that two tellings share, one of weight
	actsShown = 3 // at the most
)

// actTable is the words for how far a doing is, by their first.
type actTable map[string][]actWay

type actWay struct {
	words   way
	done    bool
	refused bool
}

func actsOf(pack *lang.Pack) actTable {
	out := actTable{}
	for _, row := range pack.Rows("act_status") {
		w := way(strings.Fields(row[0]))
		out[w[0]] = append(out[w[0]], actWay{w, row[1] == "done", row[1] == "not"})
	}
	for _, ways := range out { // the longest first
		slices.SortStableFunc(ways, func(a, b actWay) int { return len(b.words) - len(a.words) })
	}
	return out
}

// doing is who does what.
type doing struct {
	entity int
	verb   string // key
}

// acts finds what one report tells as to come and another, not an earlier one, as done:
// one doing of one person or body with much the same words behind it. A report that tells
// both stands on neither side.
func (f *Finder) acts(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	told := map[doing][]act{}
	var order []doing
	for i, m := range s.Members {
		for _, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), stanceDeep)] {
			f.actsIn(s, i, sent, func(d doing, a act) {
				if told[d] == nil {
					order = append(order, d)
				}
				told[d] = append(told[d], a)
			})
		}
	}
	var out []nutgraf.Conflict
	for _, d := range order {
		for _, refused := range []bool{false, true} {
			if c, ok := f.actConflict(s, told[d], refused); ok && len(out) < actsShown {
				out = append(out, c)
			}
		}
	}
	return out
}

// actConflict lays what is told as still to come beside what is told as done, or, with
// refused, what is told as not done.
func (f *Finder) actConflict(s Story, all []act, refused bool) (nutgraf.Conflict, bool) {
	why := "One report tells it as still to come, another as done."
	if refused {
		why = "One report tells it as done, another as not done."
	}
	c := nutgraf.Conflict{
		Kind: nutgraf.ConflictStatus, Severity: nutgraf.Soft, Relation: nutgraf.Update, Why: why,
		Rule: nutgraf.Evidence{Rule: "conflict.act", Text: why}, Sides: []nutgraf.Side{{}, {}},
	}
	both := func(member int) bool {
		return slices.ContainsFunc(all, func(x act) bool { return x.member == member && x.done }) && slices.ContainsFunc(all, func(x act) bool { return x.member == member && !x.done && x.refused == refused })
	}
	for _, a := range all {
		if a.done || a.refused != refused {
			continue
		}
		for _, b := range all {
			if !b.done || a.member == b.member || both(a.member) || both(b.member) || !f.oneAct(s, a, b) {
				continue
			}
			face(s, &c, a.passage, b.passage)
		}
	}
	if len(c.Sides[0].Evidence) == 0 {
		return c, false
	}
	if refused {
		c.Relation = nutgraf.Conflicting
		c.Matter = "Done, or not: " + strings.TrimSuffix(c.Sides[1].Evidence[0].Text, ".")
		return c, true
	}
	c.Matter = "To come, or done: " + strings.TrimSuffix(c.Sides[1].Evidence[0].Text, ".")
	return c, true
}

// oneAct reports whether two doings of one kind, the one to come and the other done, are
// one: told with much the same words, no other number, and not done before it was to come.
func (f *Finder) oneAct(s Story, coming, done act) bool {
	x, y := s.Dates[coming.member], s.Dates[done.member]
	return shares(coming.terms, done.terms) >= actShared && f.weighty(coming.terms, done.terms) > 0 &&
		(x.From == nutgraf.NoDay || y.From == nutgraf.NoDay || y.To >= x.From) &&
		(len(coming.numbers) == 0 || len(done.numbers) == 0 || slices.ContainsFunc(coming.numbers, func(v float64) bool { return slices.Contains(done.numbers, v) }))
}

// actsIn hands on what a sentence tells somebody named to do, in the report's own words
// and without a condition.
func (f *Finder) actsIn(s Story, member int, sent nutgraf.Sentence, yield func(doing, act)) {
	m := s.Members[member]
	var words []string
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= sent.Span.End {
			break
		}
		if !sent.Span.Contains(x.Span) {
			continue
		}
		from := m.Seg.TokenAt(x.Span.End)
		if from >= sent.Last || !f.mayAct(s.words[member][from]) {
			continue
		}
		if words == nil {
			if words = s.lower(member, sent); !body(m.Doc, sent) || slices.Contains(words, "if") || slices.Contains(words, "previously") || formerYear(m, words) {
				return
			}
		}
		group, verb, done, refused := f.actAt(words, from-sent.First)
		if verb < 0 || refused && slices.Contains(words, "until") {
			continue
		}
		e, key := s.entity(member, x.Entity), f.gist.Key(words[verb])
		if e < 0 || key == "" || quoted(m, x.Span) {
			continue
		}
		behind := words[verb+1 : min(len(words), verb+1+actTerms)]
		if i := slices.IndexFunc(behind, func(w string) bool { return w == ";" || w == ":" }); i >= 0 {
			behind = behind[:i]
		}
		a := act{passage: passage{member, spanOf(m, sent, group, verb+1), m.Doc.Cite(sent.Span)}, done: done, refused: refused}
		for _, w := range behind {
			if k := f.gist.Key(w); k != "" && !slices.Contains(a.terms, k) {
				a.terms = append(a.terms, k)
			}
		}
		near := spanOf(m, sent, verb, verb+1+len(behind))
		for _, q := range m.Ann.Quantities {
			if q.Known && near.Contains(q.Span) {
				a.numbers = append(a.numbers, q.Value)
			}
		}
		yield(doing{e, key}, a)
	}
}

// quoted reports whether words stand in a quotation.
func quoted(m nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
		return q.Kind != nutgraf.Indirect && q.Span.Overlap(s) > 0
	})
}

// mayAct reports whether a word can be the first of those for a doing.
func (f *Finder) mayAct(w string) bool {
	return f.actTable[w] != nil || f.pastForm(w) || f.passed(w)
}

// pastForm reports whether a word is a past form or a participle, as far as its form tells.
func (f *Finder) pastForm(w string) bool {
	return f.past[w] || len(w) > 4 && strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ied")
}

// passed reports whether a word can stand between a name, the words for how far its doing
// is, and the verb.
func (f *Finder) passed(w string) bool {
	return len(w) > 3 && strings.HasSuffix(w, "ly") || f.passing[w]
}

// actAt finds the words for a doing right behind a name: where they begin, where their
// verb stands, and whether it is done; verb is -1 where there are none.
func (f *Finder) actAt(words []string, from int) (group, verb int, done, refused bool) {
	for i := from; i < min(len(words), from+actReach); i++ {
		if way, end := f.actTable.at(words, i); way != nil {
			verb = f.verbAt(words, end)
			if verb >= 0 && (f.function[words[verb]] || way.done && !f.pastForm(words[verb])) {
				verb = -1
			}
			return i, verb, way.done, way.refused
		}
		if f.pastForm(words[i]) {
			return i, i, true, false
		}
		if !f.passed(words[i]) {
			break
		}
	}
	return 0, -1, false, false
}

// verbAt passes what can stand before a verb.
func (f *Finder) verbAt(words []string, at int) int {
	for at < len(words) && f.passed(words[at]) {
		at++
	}
	if at == len(words) {
		return -1
	}
	return at
}

// at finds the words for how far a doing is that begin at i, and where they end.
func (t actTable) at(words []string, i int) (*actWay, int) {
	for k, w := range t[words[i]] {
		if end, ok := w.words.at(words, i); ok {
			return &t[words[i]][k], end
		}
	}
	return nil, 0
}
