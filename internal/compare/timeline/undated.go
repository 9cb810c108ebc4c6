package timeline

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"nutgraf"
)

// undated gathers what the reports without a date tell of weekdays, days and months of
// which the calendar cannot tell the week or the year. Reports come together on a
// day only where they put the same matter on it: one Tuesday need not be the other.
func (s *session) undated(dated []*event) []*event {
	byDay := map[string][]*event{}
	copies := map[printed]copied{}
	var events []*event
	for i := range s.all {
		r := &s.all[i]
		if r.day != nutgraf.NoDay {
			continue // what a report with a date leaves open is one of two days
		}
		for _, t := range r.told {
			w := &r.times[t.at]
			day := s.floating(r, w)
			if day == "" || s.idle(r, w) || r.span(t.at) {
				continue
			}
			e := joined(byDay[day], func(e *event) bool { return s.sameFloating(e, t) })
			if e == nil {
				e = &event{from: nutgraf.NoDay, to: nutgraf.NoDay, day: day}
				byDay[day] = append(byDay[day], e)
				events = append(events, e)
			}
			e.said = append(e.said, s.floatingSaying(r, t, copies))
		}
	}
	s.absorb(events, dated)
	return inOrder(s.choose(events))
}

// printed is a time in a sentence, whichever report prints it.
type printed struct {
	sentence string
	at       int
}

// copied is what was found of a time that is printed, and where its sentence begins there.
type copied struct {
	saying
	from int
}

// floatingSaying is the saying of a time that nothing anchors. What copies print is looked at once.
func (s *session) floatingSaying(r *reading, t told, copies map[printed]copied) saying {
	w := &r.times[t.at]
	k := r.member.Seg.SentenceAt(w.Span.Start)
	var sentence nutgraf.Span
	if k >= 0 {
		sentence = r.member.Seg.Sentences[k].Span
	}
	key := printed{sentence.Of(r.member.Doc.Text), w.Span.Start - sentence.Start}
	if c, ok := copies[key]; ok {
		x, shift := c.saying, sentence.Start-c.from
		x.told, x.opens = t, max(0, head-k)
		x.cite = r.member.Doc.Cite(nutgraf.Span{Start: x.cite.Span.Start + shift, End: x.cite.Span.End + shift})
		return x
	}
	x := s.saying(r, t)
	for _, o := range r.times[:t.at] {
		if x.cite.Span.Contains(o.Span) && o.Form != w.Form && s.floating(r, &o) != "" {
			x.second, x.passing = true, x.passing || x.ofAnother(o.Span)
		}
	}
	if k >= 0 && x.why == "" {
		copies[key] = copied{x, sentence.Start}
	}
	return x
}

// inOrder puts the days of months into the order of the calendar among themselves, where
// they lie so close together that they are of one year or of the turn of two. All else
// stays where the reports tell it: which of two weekdays came first cannot be known.
func inOrder(events []*event) []*event {
	var at, days []int
	for i, e := range events {
		if d, err := time.Parse("2 Jan", e.day); err == nil {
			at, days = append(at, i), append(days, d.YearDay())
		}
	}
	const year, half = 366, 183
	sorted := slices.Sorted(slices.Values(days))
	for i, d := range sorted {
		before := sorted[(i+len(sorted)-1)%len(sorted)]
		if i == 0 {
			before -= year
		}
		if d-before < half {
			continue
		}
		since := func(x int) int { return (x - d + year) % year }
		order := slices.Clone(at)
		slices.SortStableFunc(order, func(a, b int) int {
			return since(days[slices.Index(at, a)]) - since(days[slices.Index(at, b)])
		})
		out := slices.Clone(events)
		for k := range at {
			out[at[k]] = events[order[k]]
		}
		return out
	}
	return events
}

// sameFloating reports whether a time and an event of a day of one name are of one matter. A
// month needs to share more, and so does what is to come beside what has been: the Friday
// ahead is not the last one.
func (s *session) sameFloating(e *event, t told) bool {
	least := floatingAlike
	if month(e.day) {
		least++
	}
	return slices.ContainsFunc(e.said[:min(len(e.said), enough)], func(o saying) bool {
		n := s.alike(t, o.told)
		return n >= least && (o.past == t.past || n >= 2*floatingAlike)
	})
}

// floatingAlike is how much two sentences must share for a day that both name to be one day.
const floatingAlike = 2

// floating names the day of a time that nothing anchors, as reports tell it: a weekday, a
// weekend, a day and month or a month. Other times are left out.
func (s *session) floating(r *reading, w *nutgraf.When) string {
	if placed(w) || w.Type != nutgraf.DateType && w.Type != nutgraf.TimeType {
		return ""
	}
	form, _, _ := strings.Cut(w.Form, "T")
	words := w.Span.Of(r.member.Doc.Text)
	switch {
	case strings.HasPrefix(form, "XXXX-WXX-WE"):
		return weekend
	case weekday(form) && len(form) == len("XXXX-WXX-1"):
		return time.Weekday(int(form[9]-'0') % 7).String()
	case !monthDay(form) || len(form) > len("XXXX-05-03") || w.Mod != "":
		return ""
	case len(form) == len("XXXX-05"):
		if n, err := strconv.Atoi(form[5:]); err == nil && n >= 1 && n <= 12 && s.standing.Calendar(words) {
			return time.Month(n).String()
		}
	case strings.ContainsAny(words, "0123456789"):
		if d, err := time.Parse("01-02", form[5:]); err == nil {
			return d.Format("2 Jan")
		}
	}
	return ""
}

// span reports whether a time is one end of a stretch of days ("Friday through Sunday"):
// neither end is the day of what filled them.
func (r *reading) span(at int) bool { return r.ends(at-1) || r.ends(at) }

func (r *reading) ends(at int) bool {
	if at < 0 || at+1 >= len(r.times) || r.times[at+1].Span.Start < r.times[at].Span.End {
		return false
	}
	switch strings.TrimSpace(r.member.Doc.Text[r.times[at].Span.End:r.times[at+1].Span.Start]) {
	case "-", "–", "through", "to", "and", "until", "or":
		return true
	}
	return false
}

// absorb leaves out what stands with its date already, of the same matter on a day of that
// name, and of a month or weekend what is told of a day of it.
func (s *session) absorb(events, dated []*event) {
	for _, e := range events {
		if e.gone {
			continue
		}
		same := func(o *event) bool {
			return !o.gone && o.bears(e.day) && s.likeness(o, e.said[0].told) >= floatingAlike
		}
		e.gone = slices.ContainsFunc(dated, same) || slices.ContainsFunc(events, same)
	}
}

// bears reports whether an event lies on a day of a name, or on one within what the name
// means: a Saturday on the weekend, 17 Nov in November.
func (e *event) bears(name string) bool {
	if e.day != "" {
		return e.day != name && (name == weekend && (e.day == "Saturday" || e.day == "Sunday") || len(name) > 2 && strings.HasSuffix(e.day, " "+name[:3]))
	}
	from := e.from.Time()
	if e.from != e.to {
		return name == from.Month().String() && e.to.Time().Month() == from.Month()
	}
	switch name {
	case from.Weekday().String(), from.Month().String(), from.Format("2 Jan"):
		return true
	}
	return name == weekend && (from.Weekday() == time.Saturday || from.Weekday() == time.Sunday)
}

const weekend = "the weekend"

// choose keeps the events that have a clause to be named by: those that most reports
// tell of first, and of each day one that a single report tells of. They stay in the
// order in which the reports tell them.
func (s *session) choose(events []*event) []*event {
	type weighed struct {
		*event
		docs, plain, opens int
	}
	var all []weighed
	for _, e := range events {
		if e.gone {
			continue
		}
		w := weighed{event: e, docs: e.reports()}
		for _, x := range e.said[:min(len(e.said), enough)] {
			if w.opens = max(w.opens, x.opens); w.plain < 2 {
				w.plain = max(w.plain, s.plain(x))
			}
		}
		if w.docs > 1 && w.plain > 0 || w.plain > 1 && !month(e.day) {
			all = append(all, w)
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(b.docs-a.docs, b.plain-a.plain, b.opens-a.opens, len(b.said)-len(a.said))
	})
	kept, taken := map[*event]bool{}, map[string]bool{}
	for _, w := range all {
		if len(kept) == most || w.docs == 1 && taken[w.day] {
			continue
		}
		kept[w.event], taken[w.day] = true, true
	}
	return slices.DeleteFunc(slices.Clone(events), func(e *event) bool { return !kept[e] })
}

// month reports whether the name of a day is that of a month: without its year it says
// little, and what one report alone tells of one is history.
func month(name string) bool {
	for m := time.January; m <= time.December; m++ {
		if m.String() == name {
			return true
		}
	}
	return false
}
