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
func (c *Clock) Lanes(a Anchored) []nutgraf.TimelineEntry {
	s := a.session
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
	entry nutgraf.TimelineEntry
	told  []told
}

func (s *session) events() []nutgraf.TimelineEntry {
	var events []*event
	byDay := map[[2]nutgraf.Day][]*event{}
	var days [][2]nutgraf.Day
	for i := range s.all {
		r := &s.all[i]
		for _, t := range r.told {
			w := r.times[t.at]
			if !placed(&w) || w.Type == nutgraf.DurationType || w.To-w.From > longest || w.Form == "PRESENT_REF" || w.Value == "PRESENT_REF" {
				continue
			}
			key := [2]nutgraf.Day{w.From, w.To}
			e := s.match(byDay[key], t)
			if e == nil {
				e = &event{entry: nutgraf.TimelineEntry{From: w.From, To: w.To, Lane: nutgraf.LaneEvent}}
				if byDay[key] == nil {
					days = append(days, key)
				}
				byDay[key] = append(byDay[key], e)
				events = append(events, e)
			}
			e.told = append(e.told, t)
			s.tell(e, r, w)
		}
	}
	for _, day := range days {
		s.meld(byDay[day])
	}
	return s.narrow(events)
}

// meld joins the events of one day that an event tells of, into the first.
func (s *session) meld(events []*event) {
	for i, e := range events {
		for _, o := range events[:i] {
			if o.entry.Text == "" || o.entry.From != e.entry.From || o.entry.To != e.entry.To || !s.kin(e, o) {
				continue
			}
			for _, c := range e.entry.Evidence {
				o.add(c)
			}
			o.told = append(o.told, e.told...)
			e.entry.Text = ""
			break
		}
	}
}

func (s *session) kin(e, o *event) bool {
	for _, t := range e.told[:min(len(e.told), 8)] {
		if s.match([]*event{o}, t) != nil {
			return true
		}
	}
	return false
}

// narrow drops an event of a few days into the one event within those days that
// tells of the same matter: "over the weekend" and "on 2 May".
func (s *session) narrow(events []*event) []nutgraf.TimelineEntry {
	var out []nutgraf.TimelineEntry
	for _, e := range events {
		if n := e.entry.To - e.entry.From; n > 0 && n <= 7 {
			if in := s.within(e, events); in != nil && e.entry.Text != "" {
				in.entry.Evidence = append(in.entry.Evidence, e.entry.Evidence...)
				e.entry.Text = ""
			}
		}
	}
	for _, e := range events {
		if e.entry.Text != "" {
			out = append(out, e.entry)
		}
	}
	return out
}

// within returns the one event of a single day inside e that shares its matter.
func (s *session) within(e *event, events []*event) *event {
	var found *event
	for _, o := range events {
		if o == e || o.entry.Text == "" || o.entry.From != o.entry.To || o.entry.From < e.entry.From || o.entry.To > e.entry.To {
			continue
		}
		if s.match([]*event{o}, e.told[0]) != nil {
			if found != nil {
				return nil
			}
			found = o
		}
	}
	return found
}

func (s *session) match(events []*event, t told) *event {
	best, most := (*event)(nil), 0
	for _, e := range events {
		for _, o := range e.told[:min(len(e.told), enough)] {
			if n := s.alike(t, o); n > most {
				best, most = e, n
			}
		}
	}
	return best
}

// add takes a report's clause in; the shortest that says something names the
// event.
func (e *event) add(c nutgraf.Cite) {
	if slices.ContainsFunc(e.entry.Evidence, func(x nutgraf.Cite) bool { return x.Ref == c.Ref }) {
		return
	}
	e.entry.Evidence = append(e.entry.Evidence, c)
	if e.entry.Text == "" || len(c.Text) < len(e.entry.Text) && len(c.Text) > 30 {
		e.entry.Text = c.Text
	}
}

// tell adds what a report says to an event.
func (s *session) tell(e *event, r *reading, w nutgraf.When) {
	e.add(clause(r.member, w.Span))
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
