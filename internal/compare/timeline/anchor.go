package timeline

import (
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/lang"
)

// anchor resolves, through the other reports, the times of reports that have no
// date to be relied on.
func (s *session) anchor() {
	for i := range s.all {
		for k := range s.all[i].times {
			if w := &s.all[i].times[k]; s.all[i].day == nutgraf.NoDay && w.Anchor == nutgraf.AnchorPublication {
				unresolve(w)
			}
		}
	}
	mid, ok := s.middle()
	if !ok {
		s.settleYears()
		return
	}
	s.eachOpen(func(i int, t told, w *nutgraf.When) {
		if monthDay(w.Form) && !w.Resolved {
			s.settleYear(w, mid)
		}
	})
	s.index()
	s.eachOpen(func(i int, t told, w *nutgraf.When) {
		if weekday(w.Form) && !w.Resolved {
			s.settleWeekday(i, t, w)
		}
	})
}

// eachOpen calls do for every time of the reports without a date to rely on.
func (s *session) eachOpen(do func(i int, t told, w *nutgraf.When)) {
	for i := range s.all {
		if s.all[i].day == nutgraf.NoDay {
			for _, t := range s.all[i].told {
				do(i, t, &s.all[i].times[t.at])
			}
		}
	}
}

func unresolve(w *nutgraf.When) {
	w.Value, w.Resolved, w.Anchor = w.Form, false, nutgraf.AnchorNone
	w.From, w.To, w.UTC = nutgraf.NoDay, nutgraf.NoDay, ""
}

// middle returns the middle one of the days that are believed.
func (s *session) middle() (nutgraf.Day, bool) {
	var days []nutgraf.Day
	for i := range s.all {
		if s.all[i].day != nutgraf.NoDay {
			days = append(days, s.all[i].day)
		}
	}
	if len(days) == 0 {
		return nutgraf.NoDay, false
	}
	sortDays(days)
	return days[(len(days)-1)/2], true
}

// near is the number of days around the story's middle within which a day and
// month without a year is taken to fall.
const near = 150

// settleYears gives days and months, in a story of which no report has a date to
// rely on, the year of the full dates that its reports tell of nearby: "Christmas
// Eve" beside "December 25, 2014". Not of those long before the latest time that they
// tell of: whoever was born on 21 November 1985 was not arrested on "Nov. 18" of that year.
func (s *session) settleYears() {
	var full []nutgraf.Day
	latest := s.latest()
	for i := range s.all {
		for _, w := range s.all[i].times {
			if w.Resolved && w.Type == nutgraf.DateType && w.From == w.To && w.Form == w.Value && w.From != nutgraf.NoDay && (latest == nutgraf.NoDay || w.From > latest-stale) {
				full = append(full, w.From)
			}
		}
	}
	s.eachOpen(func(i int, t told, w *nutgraf.When) {
		text := s.all[i].member.Doc.Text
		if !monthDay(w.Form) || w.Resolved || !strings.ContainsAny(w.Span.Of(text), "0123456789") && !strings.HasSuffix(text[:w.Span.Start], " on ") {
			return // "a merry Christmas" dates nothing
		}
		first, last, value := nutgraf.NoDay, nutgraf.NoDay, ""
		for _, day := range full {
			from, to, v, ok := calendar.Resolve(w.Form, calendar.Nearest, day)
			if !ok || from < day-yearNear || from > day+yearNear || w.Toward > 0 && from < day {
				continue
			}
			if value != "" && v != value {
				return // two years are told of
			}
			first, last, value = from, to, v
		}
		if value != "" {
			s.fix(w, first, last, value)
		}
	})
}

// yearNear is the number of days around a full date within which a day and month of
// the same story is of its year.
const yearNear = 15

// settleYear gives a day and month the year that the story lies in.
func (s *session) settleYear(w *nutgraf.When, mid nutgraf.Day) {
	from, to, value, ok := calendar.Resolve(w.Form, calendar.Nearest, mid)
	if ok && from > mid-near && from < mid+near {
		s.fix(w, from, to, value)
	}
}

// astray leaves open the days and months without a year that are likely of another than
// was taken: in sentences that point at a time told of before ("At the end of that week, on
// Oct. 7") or that tell of another year before them ("last year, first on April 18"), and
// what a day far behind was set for ("set the hearing for June 28").
func (r *reading) astray() {
	m := r.member
	for i := range r.times {
		w := &r.times[i]
		if !placed(w) || w.Anchor != nutgraf.AnchorPublication || !monthDay(w.Form) {
			continue
		}
		k := m.Seg.SentenceAt(w.Span.Start)
		if k < 0 {
			continue
		}
		s := m.Seg.Sentences[k].Span
		words := lang.Lower(s.Of(m.Doc.Text))
		otherYear := slices.ContainsFunc(r.times[:i], func(o nutgraf.When) bool {
			return s.Contains(o.Span) && w.Span.Start-o.Span.End < beneath && placed(&o) && o.Type == nutgraf.DateType && o.To-o.From > 2*near && (w.From > o.To || w.To < o.From)
		})
		setFor := w.Toward <= 0 && w.From < r.day-added && strings.HasSuffix(m.Doc.Text[:w.Span.Start], " for ")
		if otherYear || setFor || strings.Contains(words, "that year") || strings.Contains(words, "of that week") || strings.Contains(words, "of that month") {
			unresolve(w)
		}
	}
}

// beneath is how many bytes behind a year a day of that year can stand.
const beneath = 25

// sameDays gives a day and month without a year, told as past, the earlier year in which
// the reports put that day of the same matter: "on Sept. 6" in a report of a trial, beside
// "on Sept. 6, 2030".
func (s *session) sameDays() {
	s.move(func(i int, t told, w *nutgraf.When) nutgraf.Day {
		if w.Toward > 0 || !monthDay(w.Form) || len(w.Form) < len("XXXX-05-03") || !strings.ContainsAny(w.Span.Of(s.all[i].member.Doc.Text), "0123456789") {
			return nutgraf.NoDay
		}
		return s.ofOld(t, w)
	})
}

// move puts the days that reports with a date tell of by it on others, which find gives: all
// at once, so that none is moved by where another has gone.
func (s *session) move(find func(i int, t told, w *nutgraf.When) nutgraf.Day) {
	type move struct {
		w   *nutgraf.When
		day nutgraf.Day
	}
	var moves []move
	for i := range s.all {
		r := &s.all[i]
		for _, t := range r.told {
			w := &r.times[t.at]
			if !placed(w) || w.From != w.To || w.Anchor != nutgraf.AnchorPublication {
				continue
			}
			if day := find(i, t, w); day != nutgraf.NoDay {
				moves = append(moves, move{w, day})
			}
		}
	}
	for _, m := range moves {
		s.fix(m.w, m.day, m.day, m.day.String())
	}
	if len(moves) > 0 {
		s.index()
	}
}

// ofOld returns the one earlier day of a date's name and matter that a report tells of
// with its year, or NoDay.
func (s *session) ofOld(t told, w *nutgraf.When) nutgraf.Day {
	_, month, date := w.From.Date()
	found := nutgraf.NoDay
	for _, o := range s.dated.yearday[int(month)*100+date] {
		x := s.when(o)
		switch {
		case !calendared(x) || x.From != x.To:
		case x.From >= w.From || found != nutgraf.NoDay && x.From != found:
			return nutgraf.NoDay
		case s.alike(t, o.told) >= sameOld:
			found = x.From
		}
	}
	return found
}

// sameOld is how much the sentences of a date with its year and of one without must share.
const sameOld = 2

// settleWeekday gives a weekday the date on which a report with a date puts the
// same matter.
func (s *session) settleWeekday(i int, t told, w *nutgraf.When) {
	d, ok := s.same(i, t, w.Form)
	if !ok {
		return
	}
	from, to, value, ok := calendar.Resolve(w.Form, calendar.Nearest, d)
	if ok && from <= d && d <= to {
		s.fix(w, from, to, value)
	}
}

func (s *session) fix(w *nutgraf.When, from, to nutgraf.Day, value string) {
	w.From, w.To, w.Value, w.Resolved, w.Anchor = from, to, value, true, nutgraf.AnchorStory
	w.UTC = ""
}

// monthDay reports whether a form is a day and month, or a month, without year.
func monthDay(form string) bool {
	return len(form) >= 7 && strings.HasPrefix(form, "XXXX-") && form[5] >= '0' && form[5] <= '9'
}

func weekday(form string) bool { return strings.HasPrefix(form, "XXXX-WXX-") }

// same returns the day on which another report, whose date is believed, puts
// the matter that a weekday is told of.
func (s *session) same(i int, t told, form string) (nutgraf.Day, bool) {
	best, day, twice := 0, nutgraf.NoDay, false
	for d := range s.dated.weekday {
		for _, o := range s.dated.weekday[d] {
			w := s.when(o)
			if o.doc == i || !fits(form, w.From) {
				continue
			}
			switch n := s.alike(t, o.told); {
			case n > best:
				best, day, twice = n, w.From, false
			case n == best && day != w.From && day != nutgraf.NoDay:
				twice = true
			}
		}
	}
	return day, day != nutgraf.NoDay && !twice
}

// fits reports whether a day can be what a weekday form means.
func fits(form string, d nutgraf.Day) bool {
	rest := strings.TrimPrefix(form, "XXXX-WXX-")
	if strings.HasPrefix(rest, "WE") {
		return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday
	}
	return len(rest) > 0 && int(rest[0]-'0')%7 == int(d.Weekday())
}
