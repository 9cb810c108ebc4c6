package when

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// morrow reports whether a bare weekday that is told as past is the one after the
// page's date, six days back. Pages keep the day on which they first stood, and
// what was added the day after says that day's name far more often: which of the
// two it is only other reports can show (internal/compare/timeline), so that it
// stays open. "Last Tuesday" says which.
func (r *resolver) morrow(x *found, w *nutgraf.When) bool {
	return w.Anchor == nutgraf.AnchorPublication && r.publication-w.From == week-1 && w.From == w.To &&
		w.Toward == calendar.Before && x.rule.tensed && strings.HasPrefix(x.form, "XXXX-WXX-")
}

const week = 7

// lastWeekday settles "last Tuesday" told soon after a Tuesday. Told on the next
// day it is that of a week before, which else were "yesterday"; told later in the
// same working week it may be either and stays open.
func lastWeekday(w *nutgraf.When, anchor nutgraf.Day) (open bool) {
	gap := anchor - w.From
	switch {
	case gap == 1:
		w.From, w.To = w.From-week, w.To-week
		at := strings.IndexByte(w.Value+"T", 'T')
		w.Value = w.From.String() + w.Value[at:]
	case int(gap) < isoWeekday(anchor) && isoWeekday(anchor) < 6:
		return true
	}
	return false
}

// justPast is how many days after its end "last February" and "last summer" are
// those of a year before: the one just past is "last month" or "this summer".
const justPast = 31

// lastOne settles "last February" told in March.
func lastOne(w *nutgraf.When, anchor nutgraf.Day) {
	if anchor-w.To > justPast {
		return
	}
	if from, to, value, ok := calendar.Resolve(w.Form, calendar.StrictlyBefore, w.From); ok {
		w.From, w.To, w.Value = from, to, value
	}
}

// newsReach is how many sentences before a quotation the day of its report may stand.
const newsReach = 2

// newsDay is the day of which a report tells around the i-th expression, where it is
// that of the page or the one before: the day on which the words were spoken, as
// far as the report can be heard. It must be told in the sentences before, or be the
// only day of that week of which the report tells as past.
func (r *resolver) newsDay(i int, all []nutgraf.When) nutgraf.Day {
	if r.publication == nutgraf.NoDay || r.elsewhen(i) {
		return nutgraf.NoDay
	}
	for k := i - 1; k >= max(0, i-elsewhereReach) && r.raw[i].sentence-r.raw[k].sentence <= newsReach; k-- {
		if x := &r.raw[k]; x.quoted || !fromSpeaker(x.form) {
			continue
		}
		if r.tells(k, all) && r.publication-all[k].From <= 1 {
			return all[k].From
		}
		break // another day has been told since
	}
	if !r.heardOut {
		r.heardOut, r.only = true, r.onlyDay(all)
	}
	return r.only
}

// onlyDay is the one day of the page's week of which the report tells as past, where
// it is the page's or the one before.
func (r *resolver) onlyDay(all []nutgraf.When) nutgraf.Day {
	only := nutgraf.NoDay
	for k := range r.raw {
		switch {
		case r.raw[k].quoted || !r.tells(k, all):
		case only != nutgraf.NoDay && only != all[k].From:
			return nutgraf.NoDay
		default:
			only = all[k].From
		}
	}
	if only != nutgraf.NoDay && r.publication-only > 1 {
		return nutgraf.NoDay
	}
	return only
}

// tells reports whether the k-th expression is a day of the page's week of which the
// report tells as past, or "today".
func (r *resolver) tells(k int, all []nutgraf.When) bool {
	x, w := &r.raw[k], &all[k]
	return w.Resolved && w.Anchor == nutgraf.AnchorPublication && w.From == w.To && fromSpeaker(x.form) && (x.tense < 0 || x.form == "P+0D") &&
		w.From >= r.publication-week && w.From <= r.publication
}

// elsewhen reports whether the date told last before the i-th expression is one of
// another time: "as he said in 2009:".
func (r *resolver) elsewhen(i int) bool {
	for k := i - 1; k >= max(0, i-elsewhereReach) && r.raw[i].sentence-r.raw[k].sentence <= newsReach; k-- {
		switch x := &r.raw[k]; {
		case x.quoted || x.rule.kind != nutgraf.DateType && x.rule.kind != nutgraf.TimeType:
		case x.form[0] <= '9', strings.HasPrefix(x.form, "XXXX-0"), strings.HasPrefix(x.form, "XXXX-1"):
			return true
		case fromSpeaker(x.form):
			return false
		}
	}
	return false
}

// fromSpeaker reports whether a form is a weekday or a day counted from that of
// speaking.
func fromSpeaker(form string) bool {
	return strings.HasPrefix(form, "XXXX-WXX-") || strings.HasPrefix(form, "P") && len(form) > 3 && form[3] == 'D' && form[2] <= '1'
}
