package timeline

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// Pages keep the day on which they first stood, and go on being written: so many
// days behind its date a text can tell of a day as past and the date still be one
// that the page had. What lies further on is a ground to refuse it.
const added = 45

// addenda finds the reports whose texts tell, as past, of a day behind their dates.
func (s *session) addenda() {
	for i := range s.all {
		r := &s.all[i]
		if r.reach = r.day; r.day == nutgraf.NoDay {
			continue
		}
		for _, t := range r.told {
			w := &r.times[t.at]
			d, ok := r.behind(w)
			if !ok || r.quoted(w.Span) {
				continue
			}
			r.reach = max(r.reach, d)
			r.laterProof = append(r.laterProof, r.member.Doc.Cite(w.Span))
		}
	}
}

// behind returns the day that a time names behind the report's date, told as past
// or as the stamp of a post: "May 16, 2017", or "Sunday, July 29" where the last one
// was eleven months ago.
func (r *reading) behind(w *nutgraf.When) (nutgraf.Day, bool) {
	if !placed(w) || w.From != w.To || !w.Past && !(calendared(w) && posted(r.member, w.Span)) {
		return nutgraf.NoDay, false
	}
	if last(w.Span.Of(r.member.Doc.Text)) {
		return nutgraf.NoDay, false // "last Oct. 6" is of the year before
	}
	day := w.From
	if w.Form[0] == 'X' && day <= r.day {
		ahead, to, _, ok := calendar.Resolve(w.Form[:10], calendar.After, r.day)
		if !ok || to != ahead {
			return nutgraf.NoDay, false
		}
		day = ahead
	}
	return day, day > r.day && day <= r.day+added
}

// posted reports whether a date is the stamp of a post: its author's handle stands
// right before it.
func posted(m *nutgraf.Member, t nutgraf.Span) bool {
	line := m.Doc.Text[max(0, t.Start-handleReach):t.Start]
	if i := strings.LastIndexByte(line, '\n'); i >= 0 {
		line = line[i:]
	}
	return strings.Contains(line, "(@") || strings.Contains(line, "pic.twitter.com/")
}

// handleReach is how many bytes before the stamp of a post its author's handle can
// begin.
const handleReach = 60

// leaveOpen takes back the days that hang on when a report was written, where its
// text was written on more than one: of a weekday that comes round again by the last
// of them, and of "today". Which it is only other reports can show.
func (s *session) leaveOpen() {
	for i := range s.all {
		r := &s.all[i]
		if r.day == nutgraf.NoDay {
			continue
		}
		for k := range r.times {
			w := &r.times[k]
			if overtaken(r, w) {
				unresolve(w)
				continue
			}
			if !again(r, w) {
				continue
			}
			if r.reach == r.day && weekday(w.Form) && !r.quoted(w.Span) {
				r.next = append(r.next, r.member.Doc.Cite(w.Span))
			}
			unresolve(w)
		}
	}
}

// overtaken reports whether a time comes out behind all that the report can know: one
// that leans on a day told before, in a clause that does not look ahead, leans on
// another; a day and month told as past are of another year.
func overtaken(r *reading, w *nutgraf.When) bool {
	if !placed(w) || w.From <= r.reach {
		return false
	}
	return w.Anchor == nutgraf.AnchorText && w.Toward <= 0 || w.Anchor == nutgraf.AnchorPublication && w.Past
}

// again reports whether a time can be another day if the text was added to. Even of a
// text that tells of no later day, a bare weekday told as past that is the one after the
// report's date, six days back, is that next day far more often.
func again(r *reading, w *nutgraf.When) bool {
	if w.From == nutgraf.NoDay || w.From != w.To {
		return false
	}
	next := max(r.reach, r.day+1)
	if w.Anchor == nutgraf.AnchorText {
		return w.From+7 == r.day+1 || r.reach > r.day && w.From > r.day-7 && w.From+7 <= r.reach // "later in the day", of that weekday
	}
	if w.Anchor != nutgraf.AnchorPublication {
		return false
	}
	if weekday(w.Form) {
		return w.From < r.day && w.From+7 > r.day && w.From+7 <= next && !last(w.Span.Of(r.member.Doc.Text))
	}
	return r.reach > r.day && w.From >= r.day-1 && !monthDay(w.Form) && !calendared(w)
}

// last reports whether the words of a time say that it is the last of its name, or are
// the end of a bound: "last Monday", "past Oct. 17".
func last(words string) bool {
	return strings.Contains(words, "last") || strings.Contains(words, "past")
}

// several keeps the first few grounds, each once.
func several(cites []nutgraf.Cite) []nutgraf.Cite {
	var out []nutgraf.Cite
	for _, c := range cites {
		if len(out) < 3 && !slices.ContainsFunc(out, func(o nutgraf.Cite) bool { return o.Text == c.Text }) {
			out = append(out, c)
		}
	}
	return out
}

// morrows places the weekdays that a report leaves open as the day after its date, so
// that other reports can show which they are; leaveOpen takes back the rest.
func (r *reading) morrows() {
	for i := range r.times {
		w := &r.times[i]
		if w.Resolved || r.day == nutgraf.NoDay || !weekday(w.Form) || w.Toward != calendar.Before {
			continue
		}
		if from, to, value, ok := calendar.Resolve(w.Form, w.Toward, r.day); ok && r.day-from == 6 {
			w.From, w.To, w.Value, w.Resolved, w.Anchor = from, to, value, true, nutgraf.AnchorPublication
		}
	}
}
