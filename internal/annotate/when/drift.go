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
