package timeline

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
)

// warnings tells of page dates that cannot be true, and of reports without one.
func (s *session) warnings(dates []nutgraf.DateRange) []nutgraf.Warning {
	var out []nutgraf.Warning
	for i := range s.all {
		r := &s.all[i]
		switch {
		case r.refused != "":
			out = append(out, nutgraf.Warning{
				Doc: r.member.Doc.ID, Kind: refusal(r), Evidence: append(dateline(r.member), dates[i].Evidence...),
				Why: fmt.Sprintf("The page says %s; %s.%s", spell(r.stated), strings.TrimSuffix(r.refused, "."), habit(r.stated)),
			})
		case r.stated == nutgraf.NoDay:
			out = append(out, nutgraf.Warning{Doc: r.member.Doc.ID, Kind: nutgraf.NoDate, Why: "No date stands on the page."})
		}
	}
	return out
}

func refusal(r *reading) nutgraf.WarningKind {
	if c := r.member.Doc.Captured; !c.IsZero() && r.stated > nutgraf.DayOf(c)+1 {
		return nutgraf.FutureDate
	}
	return nutgraf.ImplausibleDate
}

// habit names the dates that programs put where they know none.
func habit(d nutgraf.Day) string {
	if y, m, day := d.Date(); m == 1 && day == 1 || y == 1970 {
		return " 1 January is often a default."
	}
	return ""
}

// dateline cites where the page's date stands in its text, if it does.
func dateline(m *nutgraf.Member) []nutgraf.Cite {
	for _, w := range m.Doc.Dates {
		if !w.Span.IsZero() && !w.Modified {
			return []nutgraf.Cite{m.Doc.Cite(w.Span)}
		}
	}
	return nil
}

// longest is the number of days up to which an interval is an event's day
// rather than a season or a year.
const longest = 31

// Lanes returns the two lanes of the timeline: what happened when, merged over
// the reports, and who published when.
func (c *Clock) Lanes(members []nutgraf.Member, a Anchored) []nutgraf.TimelineEntry {
	var all []reading
	for i := range members {
		r := c.read(&members[i], i)
		r.times = a.Times[i]
		all = append(all, r)
	}
	s := &session{Clock: c, all: all, common: common(all)}
	out := append(s.events(), s.published(a)...)
	slices.SortStableFunc(out, func(x, y nutgraf.TimelineEntry) int {
		switch {
		case x.Refused != y.Refused: // what is refused orders nothing: it comes last
			if y.Refused {
				return -1
			}
			return 1
		case x.From != y.From:
			return int(x.From) - int(y.From)
		case x.To != y.To:
			return int(y.To) - int(x.To)
		case x.Lane != y.Lane:
			return strings.Compare(string(x.Lane), string(y.Lane))
		}
		return 0
	})
	return out
}

// event is an entry of the event lane in the making.
type event struct {
	entry  nutgraf.TimelineEntry
	matter []uint64
}

func (s *session) events() []nutgraf.TimelineEntry {
	var events []*event
	byDay := map[[2]nutgraf.Day][]*event{}
	for i := range s.all {
		r := &s.all[i]
		for _, t := range r.told {
			w := r.times[t.at]
			if !w.Resolved || w.Type == nutgraf.DurationType || w.To-w.From > longest || w.Form == "PRESENT_REF" || w.Value == "PRESENT_REF" {
				continue
			}
			key := [2]nutgraf.Day{w.From, w.To}
			e := s.match(byDay[key], t)
			if e == nil {
				e = &event{entry: nutgraf.TimelineEntry{From: w.From, To: w.To, Lane: nutgraf.LaneEvent}}
				byDay[key] = append(byDay[key], e)
				events = append(events, e)
			}
			e.matter = append(e.matter, t.matter...)
			s.tell(e, r, w)
		}
	}
	var out []nutgraf.TimelineEntry
	for _, e := range events {
		out = append(out, e.entry)
	}
	return out
}

func (s *session) match(events []*event, t told) *event {
	best, most := (*event)(nil), 0
	for _, e := range events {
		if n := s.alike(t.matter, e.matter); n > most {
			best, most = e, n
		}
	}
	return best
}

// tell adds a report's clause to an event; the shortest clause names it.
func (s *session) tell(e *event, r *reading, w nutgraf.When) {
	c := clause(r.member, w.Span)
	if slices.ContainsFunc(e.entry.Evidence, func(x nutgraf.Cite) bool { return x.Ref == c.Ref }) {
		return
	}
	e.entry.Evidence = append(e.entry.Evidence, c)
	if e.entry.Text == "" || len(c.Text) < len(e.entry.Text) && len(c.Text) > 30 {
		e.entry.Text = c.Text
	}
	if w.Anchor == nutgraf.AnchorStory && e.entry.Why == "" {
		e.entry.Why = fmt.Sprintf("%s says %q; the other reports give the rest of the date.", r.letter, w.Span.Of(r.member.Doc.Text))
	}
}

// clauseBytes is the length up to which a sentence is shown whole as an event.
const clauseBytes = 140

// clause returns the sentence around a time, or, when it is long, the part of
// it between the commas, semicolons or dashes that hold the time.
func clause(m *nutgraf.Member, t nutgraf.Span) nutgraf.Cite {
	at := m.Seg.SentenceAt(t.Start)
	if at < 0 {
		return m.Doc.Cite(t)
	}
	s := m.Seg.Sentences[at].Span
	if s.Len() <= clauseBytes {
		return m.Doc.Cite(s)
	}
	text := m.Doc.Text
	cut := s
	for _, sep := range []string{"; ", " — ", " – ", " -- ", ", "} {
		if i := strings.LastIndex(text[cut.Start:t.Start], sep); i >= 0 && cut.End-(cut.Start+i+len(sep)) >= 40 {
			cut.Start += i + len(sep)
		}
		if i := strings.Index(text[t.End:cut.End], sep); i >= 0 && t.End+i-cut.Start >= 40 {
			cut.End = t.End + i
		}
		if cut.Len() <= clauseBytes {
			break
		}
	}
	return m.Doc.Cite(cut)
}

func (s *session) published(a Anchored) []nutgraf.TimelineEntry {
	var out []nutgraf.TimelineEntry
	for i, d := range a.Dates {
		m := s.all[i].member
		name := s.all[i].letter
		switch {
		case d.Firm:
			out = append(out, nutgraf.TimelineEntry{From: d.From, To: d.To, Lane: nutgraf.LanePublication, Text: name + " is published", Evidence: dateline(m)})
		case d.Stated != "":
			day, err := nutgraf.ParseDay(d.Stated)
			if err != nil {
				continue
			}
			out = append(out, nutgraf.TimelineEntry{From: day, To: day, Lane: nutgraf.LanePublication, Refused: true, Text: name + " is dated " + spell(day), Why: d.Basis, Evidence: dateline(m)})
		}
		if !d.Firm && d.From != nutgraf.NoDay && d.To != nutgraf.NoDay {
			out = append(out, nutgraf.TimelineEntry{From: d.From, To: d.To, Lane: nutgraf.LanePublication, Text: name + " is published, by its content", Why: d.Basis, Evidence: d.Evidence})
		}
	}
	return out
}
