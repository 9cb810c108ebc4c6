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
				Doc: r.member.Doc.ID, Kind: refusal(r), Evidence: append(pageDate(r.member), dates[i].Evidence...),
				Why: fmt.Sprintf("The page says %s; %s.%s", spell(r.stated), strings.TrimSuffix(r.refused, "."), habit(r.stated)),
			})
		case dates[i].Stated != "" && !dates[i].Firm:
			out = append(out, nutgraf.Warning{
				Doc: r.member.Doc.ID, Kind: nutgraf.LaterText, Evidence: append(pageDate(r.member), dates[i].Evidence...),
				Why: fmt.Sprintf("The page says %s; its text tells of %s as past: it was added to, or its date is wrong.", spell(r.stated), spell(r.reach)),
			})
		case r.stated == nutgraf.NoDay:
			out = append(out, nutgraf.Warning{Doc: r.member.Doc.ID, Kind: nutgraf.NoDate, Why: "No date stands on the page."})
		}
	}
	return out
}

func refusal(r *reading) nutgraf.WarningKind {
	if ahead(r.member.Doc, r.stated) {
		return nutgraf.FutureDate
	}
	return nutgraf.ImplausibleDate
}

// ahead reports whether a date lies after the day on which its page was
// captured, a day's grace given for time zones.
func ahead(d *nutgraf.Document, day nutgraf.Day) bool {
	return day != nutgraf.NoDay && !d.Captured.IsZero() && day > nutgraf.DayOf(d.Captured)+1
}

// habit names the dates that programs put where they know none.
func habit(d nutgraf.Day) string {
	if _, m, day := d.Date(); m == 1 && day == 1 && d != 0 { // of the first day of 1970 the refusal itself tells it
		return " 1 January is often a default."
	}
	return ""
}

// pageDate cites where the page's date stands in its text, if it does.
func pageDate(m *nutgraf.Member) []nutgraf.Cite {
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
	out := append(s.events(a.Dates), s.published(a)...)
	slices.SortStableFunc(out, func(x, y nutgraf.TimelineEntry) int {
		switch {
		case x.Refused != y.Refused: // what is refused orders nothing: it comes last
			if y.Refused {
				return -1
			}
			return 1
		case (x.Told == "") != (y.Told == ""): // what has no date stands behind what has one
			if y.Told != "" {
				return -1
			}
			return 1
		case x.Told != "":
			return 0
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

// Dispute notes, beside what happened, the other days on which reports put it where the
// story's differences show that they do.
func Dispute(entries []nutgraf.TimelineEntry, conflicts []nutgraf.Conflict) {
	for i := range entries {
		e := &entries[i]
		if e.Lane != nutgraf.LaneEvent {
			continue
		}
		for k := range conflicts {
			c := &conflicts[k]
			if c.Kind != nutgraf.ConflictDate || c.Severity == nutgraf.Soft {
				continue
			}
			its := slices.IndexFunc(c.Sides, func(side nutgraf.Side) bool { return nutgraf.Meet(side.Evidence, e.Evidence) })
			if its < 0 {
				continue
			}
			for j, side := range c.Sides {
				if j != its && !nutgraf.Meet(side.Evidence, e.Evidence) {
					e.Others = append(e.Others, nutgraf.OtherDay{Told: side.Value, Evidence: side.Evidence})
				}
			}
		}
	}
}

func (s *session) published(a Anchored) []nutgraf.TimelineEntry {
	var out []nutgraf.TimelineEntry
	for i, d := range a.Dates {
		m := s.all[i].member
		name := s.all[i].letter
		switch {
		case d.Firm:
			out = append(out, nutgraf.TimelineEntry{From: d.From, To: d.To, Lane: nutgraf.LanePublication, Text: name + " is published", Evidence: pageDate(m)})
		case d.Stated != "":
			day, err := nutgraf.ParseDay(d.Stated)
			if err != nil {
				continue
			}
			out = append(out, nutgraf.TimelineEntry{From: day, To: day, Lane: nutgraf.LanePublication, Refused: true, Text: name + " is dated " + spell(day), Why: d.Basis, Evidence: pageDate(m)})
		}
		if !d.Firm && d.From != nutgraf.NoDay && d.To != nutgraf.NoDay {
			out = append(out, nutgraf.TimelineEntry{From: d.From, To: d.To, Lane: nutgraf.LanePublication, Text: name + " is published, by its content", Why: d.Basis, Evidence: d.Evidence})
		}
	}
	return out
}
