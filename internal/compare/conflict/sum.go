package conflict

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// sumTable is what amounts of money are read with.
type sumTable struct {
	of     map[string]string // words for what an amount is of → what
	who    map[string]bool   // of which each body or person has one of his own
	linked map[string]bool   // words between an amount and what it is of
	rates  map[string]bool   // words behind an amount that say that it is of a part, a time or a place
}

func sumsOf(pack *lang.Pack) sumTable {
	t := sumTable{of: map[string]string{}, who: map[string]bool{}, linked: pack.Class("sum_words", "linked"), rates: pack.Class("sum_words", "rate")}
	for _, row := range pack.Rows("sums") {
		t.of[row[0]] = row[1]
		t.who[row[1]] = row[2] == "who"
	}
	return t
}

const (
	sumDeep  = 20  // the last sentence of a report that is read
	sumLead  = 5   // and for what each event has one of
	sumReach = 6   // words between an amount and what it is of
	sumOff   = .04 // by what part of the greater two amounts differ at the least
	sumLoose = .1  // where one is told loosely
	sumFar   = 2.5 // how many times the other the greater is at the most
	sumDays  = 2
)

// sum is an amount that a report gives of something.
type sum struct {
	member int
	nutgraf.Quantity
	cite nutgraf.Cite
}

// sums finds what amounts reports give of one thing, where they say otherwise and each
// gives one only.
func (f *Finder) sums(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	of := map[string][][]sum{}
	for i := range s.Members {
		f.sumsIn(s, i, func(k string, x sum) {
			if of[k] == nil {
				of[k] = make([][]sum, len(s.Members))
			}
			of[k][i] = append(of[k][i], x)
		})
	}
	var out []nutgraf.Conflict
	for _, k := range slices.Sorted(maps.Keys(of)) {
		if c, ok := sumOf(s, k, of[k]); ok && !shows(had, c) {
			out = append(out, c)
		}
	}
	return out
}

func sumOf(s Story, key string, told [][]sum) (nutgraf.Conflict, bool) {
	what, _, _ := strings.Cut(key, " ")
	why := "The reports give different amounts."
	c := nutgraf.Conflict{Kind: nutgraf.ConflictValue, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Axis: "number", Matter: "How much: " + what, Why: why, Rule: nutgraf.Evidence{Rule: "conflict.sum", Text: why}}
	var sides [][]sum
	for _, xs := range told {
		if len(xs) == 0 || slices.ContainsFunc(xs, func(x sum) bool { return !oneSum(x, xs[0]) }) {
			continue
		}
		i := slices.IndexFunc(sides, func(y []sum) bool { return oneSum(xs[0], y[0]) })
		if i < 0 {
			i = len(sides)
			sides = append(sides, nil)
		}
		sides[i] = append(sides[i], xs[0])
	}
	if len(sides) < 2 || len(sides) > 3 {
		return c, false
	}
	for i, side := range sides {
		for _, other := range sides[:i] {
			for _, x := range side {
				if slices.ContainsFunc(other, func(y sum) bool { return otherSum(s, x, y) }) {
					return c, false
				}
			}
		}
	}
	slices.SortStableFunc(sides, func(a, b []sum) int { return int(math.Copysign(1, a[0].Value-b[0].Value)) })
	for _, x := range sides {
		side := nutgraf.Side{Value: x[0].Span.Of(s.Members[x[0].member].Doc.Text), Low: x[0].Low, High: x[0].High}
		for _, y := range x {
			if !cited(side.Evidence, y.cite) {
				side.Evidence = append(side.Evidence, y.cite)
			}
		}
		c.Sides = append(c.Sides, side)
	}
	return c, true
}

// oneSum reports whether two amounts can be one, told more or less closely.
func oneSum(x, y sum) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	if x.Low <= y.High && y.Low <= x.High {
		return true
	}
	if x.Hedge != nutgraf.Exact || y.Hedge != nutgraf.Exact || rounded(x.Value, y.Value) || rounded(y.Value, x.Value) {
		return high-low <= sumLoose*high
	}
	return high-low <= sumOff*high
}

// otherSum reports whether something says that two amounts are of two things.
func otherSum(s Story, x, y sum) bool {
	a, b := named(s, x.member, x.cite.Span), named(s, y.member, y.cite.Span)
	if math.Max(x.Value, y.Value) > sumFar*math.Min(x.Value, y.Value) || x.Unit != y.Unit || s.Dates[x.member].From.Apart(s.Dates[y.member].From) > sumDays {
		return true
	}
	return elsewhere(s, a, b, nutgraf.Person) || elsewhere(s, a, b, nutgraf.Organization) || elsewhere(s, a, b, nutgraf.Place)
}

// sumsIn hands on the amounts that a report gives of what is listed, each with what it
// is of and whose.
func (f *Finder) sumsIn(s Story, member int, yield func(string, sum)) {
	m := s.Members[member]
	for _, q := range m.Ann.Quantities {
		k := m.Seg.SentenceAt(q.Span.Start)
		if q.Kind != nutgraf.Money || !q.Known || q.Status != nutgraf.Achieved || q.Value < 1000 || k < 0 || k > sumDeep || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		what := f.summed(m.Doc.Text[sent.Start:q.Span.Start], m.Doc.Text[q.Span.End:sent.End])
		if what == "" {
			continue
		}
		key := what + " " + q.Unit
		if !f.sumTable.who[what] && k >= sumLead {
			continue // of another event, as like as not
		}
		if f.sumTable.who[what] {
			who := ownerBefore(s, member, sent.Start, q.Span.Start)
			if who < 0 || f.amountsIn(m, sent) > 1 {
				continue
			}
			key = fmt.Sprintf("%s %d", key, who)
		}
		yield(key, sum{member, q, m.Doc.Cite(sent)})
	}
}

// ownerBefore returns the body named last before an amount in its sentence, where none
// is the person; -1 when nobody is.
func ownerBefore(s Story, member, from, to int) int {
	who, body := -1, false
	for _, n := range s.Members[member].Ann.Mentions {
		if n.Kind != nutgraf.ByName || n.Span.Start < from || n.Span.End > to {
			continue
		}
		e := s.entity(member, n.Entity)
		if e < 0 || s.Entities[e].Type == nutgraf.Place || body && s.Entities[e].Type != nutgraf.Organization {
			continue
		}
		who, body = e, s.Entities[e].Type == nutgraf.Organization
	}
	return who
}

// amountsIn counts the amounts of money in a sentence, rates apart.
func (f *Finder) amountsIn(m nutgraf.Member, sent nutgraf.Span) int {
	n := 0
	for _, q := range m.Ann.Quantities {
		if q.Kind != nutgraf.Money || !sent.Contains(q.Span) {
			continue
		}
		behind := wordsOf(m.Doc.Text[q.Span.End:sent.End])
		if !slices.ContainsFunc(behind[:min(len(behind), 2)], func(w string) bool { return f.sumTable.rates[w] }) {
			n++
		}
	}
	return n
}

// summed reads what an amount is of by the words before it and behind it; "" when they
// do not tell.
func (f *Finder) summed(before, behind string) string {
	t := &f.sumTable
	b, a := wordsOf(tail(before)), wordsOf(head(behind))
	for i, w := range a[:min(len(a), sumReach)] {
		if t.rates[w] || f.scope[w] {
			return ""
		}
		if k := t.of[w]; k != "" && i < 4 {
			return k
		}
		if i >= 3 || w == "and" || w == "but" || w == "from" {
			break
		}
	}
	for i, n := len(b)-1, 0; i >= 0 && n < sumReach; i, n = i-1, n+1 {
		switch {
		case f.scope[b[i]], b[i] == "and", b[i] == "but", b[i] == "if", b[i] == "from", b[i] == "not", b[i] == "than" && i > 0 && b[i-1] == "less", f.leftOpen[b[i]]:
			return ""
		case t.of[b[i]] != "":
			return t.of[b[i]]
		case n == 0 && !t.linked[b[i]]:
			return ""
		}
	}
	return ""
}
