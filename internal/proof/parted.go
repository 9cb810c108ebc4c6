package proof

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/align"
)

// partedWords is the number of words on either side up to which shared words part
// in a number or a day and in nothing else.
const partedWords = 4

// apart are the numbers and days in which what the draft shares with reports
// parts.
func (p *proof) apart(all []nutgraf.SharedText) []nutgraf.DraftConflict {
	var out []nutgraf.DraftConflict
	for own, other := range p.passages(all) {
		out = append(out, p.parted(own, other)...)
	}
	return out
}

// parted are the numbers and days in which words that the draft shares with a
// report part: the words around them are the same.
func (p *proof) parted(own nutgraf.Span, other nutgraf.Cite) []nutgraf.DraftConflict {
	held, known := p.held[other.Doc]
	a, b, steps, ok := p.laid(own, other)
	if !known || !ok {
		return nil
	}
	var out []nutgraf.DraftConflict
	for i := 0; i < len(steps); i++ {
		if steps[i].Op == align.Keep {
			continue
		}
		gap := steps[i]
		for i+1 < len(steps) && steps[i+1].Op != align.Keep {
			i++
			gap.A1, gap.B1 = max(gap.A1, steps[i].A1), max(gap.B1, steps[i].B1)
		}
		if gap.A0 == 0 || gap.A1 == len(a) || gap.A0 == gap.A1 || gap.B0 == gap.B1 || gap.A1-gap.A0 > partedWords || gap.B1-gap.B0 > partedWords {
			continue
		}
		mine := nutgraf.Span{Start: int(a[gap.A0].Start), End: int(a[gap.A1-1].End)}
		theirs := nutgraf.Span{Start: int(b[gap.B0].Start), End: int(b[gap.B1-1].End)}
		if x, ok := numbers(p.draft, held, mine, theirs); ok {
			out = append(out, x)
		} else if x, ok := days(p.draft, held, mine, theirs); ok {
			out = append(out, x)
		}
	}
	return out
}

// numbers tells two numbers apart that stand in the place of each other, in one
// unit, of which neither allows for the other.
func numbers(draft, held nutgraf.Member, mine, theirs nutgraf.Span) (nutgraf.DraftConflict, bool) {
	i := slices.IndexFunc(draft.Ann.Quantities, func(q nutgraf.Quantity) bool { return q.Known && q.Span.Overlap(mine) > 0 })
	j := slices.IndexFunc(held.Ann.Quantities, func(q nutgraf.Quantity) bool { return q.Known && q.Span.Overlap(theirs) > 0 })
	if i < 0 || j < 0 {
		return nutgraf.DraftConflict{}, false
	}
	x, y := &draft.Ann.Quantities[i], &held.Ann.Quantities[j]
	if x.Unit != y.Unit || x.Kind != y.Kind || allows(x, y.Value) || allows(y, x.Value) {
		return nutgraf.DraftConflict{}, false
	}
	return conflict(nutgraf.ConflictValue, draft.Doc.Cite(x.Span), held.Doc.Cite(y.Span), "The words around the two numbers are the same."), true
}

// allows reports whether a number, as roughly as it is told, can be v. A bound
// ("at least 12") allows for much that its words, with another number in them, do
// not say.
func allows(q *nutgraf.Quantity, v float64) bool {
	return q.Value == v || q.Hedge != nutgraf.Bound && q.Low <= v && v <= q.High
}

// days tells two days apart that stand in the place of each other.
func days(draft, held nutgraf.Member, mine, theirs nutgraf.Span) (nutgraf.DraftConflict, bool) {
	day := func(m nutgraf.Member, at nutgraf.Span) *nutgraf.When {
		i := slices.IndexFunc(m.Ann.Times, func(t nutgraf.When) bool {
			return t.Span.Overlap(at) > 0 && (t.Resolved && t.From == t.To && t.From != nutgraf.NoDay || calendarDay(t.Form))
		})
		if i < 0 {
			return nil
		}
		return &m.Ann.Times[i]
	}
	x, y := day(draft, mine), day(held, theirs)
	if x == nil || y == nil {
		return nutgraf.DraftConflict{}, false
	}
	switch {
	case x.Resolved && y.Resolved && x.From == y.From:
		return nutgraf.DraftConflict{}, false
	case x.Resolved && y.Resolved, len(x.Form) == len(y.Form) && x.Form != y.Form:
		return conflict(nutgraf.ConflictDate, draft.Doc.Cite(x.Span), held.Doc.Cite(y.Span), "The words around the two days are the same."), true
	}
	return nutgraf.DraftConflict{}, false
}

// calendarDay reports whether a form is that of a weekday, which a draft without a
// date leaves open: two of one week are two days all the same.
func calendarDay(form string) bool { return len(form) == len("XXXX-WXX-1") && form[:5] == "XXXX-" }

func conflict(kind nutgraf.ConflictKind, own, other nutgraf.Cite, why string) nutgraf.DraftConflict {
	return nutgraf.DraftConflict{
		Kind: kind, Severity: nutgraf.Medium, Matter: own.Text + ", elsewhere " + other.Text, Why: why,
		Own:    []nutgraf.Side{{Letter: "a", Value: own.Text, Evidence: []nutgraf.Cite{own}}},
		Others: []nutgraf.Side{{Letter: "b", Value: other.Text, Evidence: []nutgraf.Cite{other}}},
	}
}

// fresh keeps of conflicts those of which the draft's words are not among others
// yet; of one and the same words, others' words are gathered.
func fresh(known, more []nutgraf.DraftConflict) []nutgraf.DraftConflict {
	for _, x := range more {
		own, other := x.Own[0].Evidence[0], x.Others[0]
		i := slices.IndexFunc(known, func(k nutgraf.DraftConflict) bool {
			return slices.ContainsFunc(k.Own, func(s nutgraf.Side) bool {
				return slices.ContainsFunc(s.Evidence, func(c nutgraf.Cite) bool { return c.Span.Overlap(own.Span) > 0 })
			})
		})
		if i < 0 {
			known = append(known, x)
			continue
		}
		j := slices.IndexFunc(known[i].Others, func(s nutgraf.Side) bool { return s.Value == other.Value })
		if j < 0 || known[i].Why != x.Why {
			continue
		}
		if e := &known[i].Others[j].Evidence; !slices.ContainsFunc(*e, func(c nutgraf.Cite) bool { return c.Doc == other.Evidence[0].Doc }) {
			*e = append(*e, other.Evidence...)
		}
	}
	return known
}

// gathered adds differences of another story's reports: what the draft says in one
// place and reports of two stories tell alike otherwise is one.
func gathered(known, more []nutgraf.DraftConflict) []nutgraf.DraftConflict {
	for _, x := range more {
		own, other := x.Own[0], x.Others[0]
		i := slices.IndexFunc(known, func(k nutgraf.DraftConflict) bool {
			return k.Kind == x.Kind && k.Why == x.Why && len(k.Others) == 1 && len(x.Others) == 1 && k.Others[0].Low == other.Low && k.Others[0].High == other.High && k.Others[0].Value == other.Value &&
				k.Own[0].Low == own.Low && k.Own[0].High == own.High && meets(k.Own[0].Evidence, own.Evidence)
		})
		if i < 0 {
			known = append(known, x)
			continue
		}
		known[i].Others[0].Evidence = append(known[i].Others[0].Evidence, other.Evidence...)
	}
	return known
}

func meets(a, b []nutgraf.Cite) bool {
	return slices.ContainsFunc(a, func(x nutgraf.Cite) bool {
		return slices.ContainsFunc(b, func(y nutgraf.Cite) bool { return x.Span.Overlap(y.Span) > 0 })
	})
}
