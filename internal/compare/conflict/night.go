package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// night is the night in which a report says that something was done.
type night struct {
	member int
	doing  string      // the first of the words for one doing
	from   nutgraf.Day // its first day
	two    bool        // told by both of its days: by hours, or as "the night of Friday to Saturday"
	who    []int       // the story's entities that its sentence names, places apart
	span   nutgraf.Span
	cite   nutgraf.Cite
}

const (
	nightReach = 12 // words between a doing and its night at the most
	nightsOff  = 7  // days between two nights of one doing at the most
)

// nights finds one doing in two nights where a report tells its night by both of its days,
// which no single day can be laid beside. A report that tells of such doings in two nights
// is left out, and so is what was found by days already.
func (f *Finder) nights(s Story, found []nutgraf.Conflict) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	var all [][]night
	for i := range s.Members {
		of := f.nightsIn(s, i)
		if slices.ContainsFunc(of, func(n night) bool { return n.from != of[0].from }) {
			of = nil
		}
		for _, earlier := range all {
			for _, a := range earlier {
				for _, b := range of {
					if oneNight(s, a, b) && !datedSo(found, a, b) {
						out = gathered(out, nightConflict(s, a, b))
					}
				}
			}
		}
		all = append(all, of)
	}
	return out
}

// oneNight reports whether two nights that differ are of one doing to somebody or something
// named, which either report could tell of.
func oneNight(s Story, a, b night) bool {
	x, y := s.Dates[a.member], s.Dates[b.member]
	last := max(a.from, b.from)
	return a.doing == b.doing && a.from != b.from && (a.two || b.two) && last-min(a.from, b.from) <= nightsOff &&
		x.From != nutgraf.NoDay && y.From != nutgraf.NoDay && x.From >= last && y.From >= last &&
		slices.ContainsFunc(a.who, func(e int) bool { return slices.Contains(b.who, e) })
}

// datedSo reports whether a difference of days lies between the sentences of two nights.
func datedSo(found []nutgraf.Conflict, a, b night) bool {
	cites := func(c nutgraf.Conflict, n night) bool {
		return slices.ContainsFunc(c.Sides, func(x nutgraf.Side) bool {
			return nutgraf.Touch(x.Evidence, n.cite.Ref)
		})
	}
	return slices.ContainsFunc(found, func(c nutgraf.Conflict) bool {
		return c.Kind == nutgraf.ConflictDate && cites(c, a) && cites(c, b)
	})
}

func nightConflict(s Story, a, b night) nutgraf.Conflict {
	why := "The reports put it in different nights."
	side := func(n night) nutgraf.Side {
		return nutgraf.Side{Value: n.span.Of(s.Members[n.member].Doc.Text), Evidence: []nutgraf.Cite{n.cite}}
	}
	return nutgraf.Conflict{
		Kind: nutgraf.ConflictDate, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Matter: blanked(a.cite, a.span, "which night"), Why: why,
		Sides: []nutgraf.Side{side(a), side(b)}, Rule: nutgraf.Evidence{Rule: "conflict.night", Text: why},
	}
}

// nightsIn lists the nights in which a report's body says that something was done.
func (f *Finder) nightsIn(s Story, member int) []night {
	m := s.Members[member]
	var out []night
	times := s.Times[member]
	for i, w := range times {
		k := m.Seg.SentenceAt(w.Span.Start)
		if k < 0 || w.Type != nutgraf.TimeType || !w.Resolved || w.From != w.To || w.From == nutgraf.NoDay || !namesWeekday(w.Form) || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		n := night{member: member, from: w.From, span: w.Span}
		if i+1 < len(times) && sent.Contains(times[i+1].Span) {
			n.two = nightTo(m.Doc.Text[sent.Start:w.Span.Start], m.Doc.Text[w.Span.End:times[i+1].Span.Start], w, times[i+1])
		}
		switch {
		case n.two:
			n.span.End = times[i+1].Span.End
		case !strings.HasSuffix(w.Value, "TNI"):
			continue
		}
		doing, ok := f.doneBefore(wordsOf(m.Doc.Text[sent.Start:w.Span.Start]))
		if !ok {
			continue
		}
		n.doing, n.cite = doing, m.Doc.Cite(sent)
		for _, x := range m.Ann.Mentions {
			if e := s.entity(member, x.Entity); sent.Contains(x.Span) && x.Kind == nutgraf.ByName && e >= 0 && typeOf(m, x) != nutgraf.Place && strings.Contains(s.Entities[e].Name, " ") {
				n.who = append(n.who, e)
			}
		}
		out = append(out, n)
	}
	return out
}

// nightTo reports whether two times are the ends of one night: "between 10 p.m. on Friday
// and 5 a.m. on Saturday", "the night of Friday to Saturday".
func nightTo(before, between string, w, next nutgraf.When) bool {
	if !next.Resolved || next.From != w.From+1 || next.From != next.To || !namesWeekday(next.Form) {
		return false
	}
	if strings.HasSuffix(w.Value, "TNI") {
		return next.Type == nutgraf.DateType && between == " to "
	}
	_, from, _ := strings.Cut(w.Value, "T")
	_, to, _ := strings.Cut(next.Value, "T")
	return next.Type == nutgraf.TimeType && clock(from) && clock(to) && from >= "18" && to <= "09" &&
		(strings.HasSuffix(before, "between ") && between == " and " || strings.HasSuffix(before, "from ") && between == " to ")
}

// clock reports whether the time of a TIMEX3 value is one of the clock: "22:00".
func clock(t string) bool { return len(t) >= 5 && digit(t[0]) && digit(t[1]) && t[2] == ':' }

// namesWeekday reports whether a form names a day of the week.
func namesWeekday(form string) bool { return strings.HasPrefix(form, "XXXX-WXX-") }

// doneBefore returns the doing nearest before a night, with no other verb
// between.
func (f *Finder) doneBefore(words []string) (string, bool) {
	for i := len(words) - 1; i >= max(0, len(words)-nightReach); i-- {
		if doing, ok := f.byNight[words[i]]; ok {
			return doing, true
		}
		if f.past[words[i]] {
			return "", false
		}
	}
	return "", false
}
