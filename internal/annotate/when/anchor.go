package when

import (
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// anchorOf says from which day the i-th expression is to be read.
func (r *resolver) anchorOf(i int, all []nutgraf.When) (nutgraf.Day, nutgraf.Anchor) {
	x := &r.raw[i]
	if day, kind, ok := r.clockDay(i, all); ok {
		return day, kind
	}
	if x.rule.anchor == anchorText {
		if r.lastAt >= 0 && r.last != nutgraf.NoDay && r.leansOn(x) {
			return r.last, nutgraf.AnchorText
		}
		if r.lastAt >= 0 && r.last == nutgraf.NoDay && dayless(x) && r.raw[r.lastAt].sentence >= x.sentence-1 {
			return nutgraf.NoDay, nutgraf.AnchorNone // of a weekday left open
		}
		if x.quoted || needsText(x.form) && x.rule.leans != leansOnYear {
			return nutgraf.NoDay, nutgraf.AnchorNone
		}
		return r.published()
	}
	if !x.quoted {
		return r.published()
	}
	if day, ok := r.spoken(i, all); ok {
		return day, nutgraf.AnchorSpeech
	}
	if coarse(x.form) {
		return r.published()
	}
	if day := r.newsDay(i, all); day != nutgraf.NoDay {
		return day, nutgraf.AnchorSpeech
	}
	return nutgraf.NoDay, nutgraf.AnchorNone
}

// overshoots reports whether an expression that leans on a time told before would
// come out behind the page's date without its clause looking ahead: it leans on
// another time than the one found ("forty years later he spoke of it").
func (r *resolver) overshoots(x *found, w *nutgraf.When) bool {
	return w.Anchor == nutgraf.AnchorText && r.publication != nutgraf.NoDay && w.From > r.publication &&
		(r.last <= r.publication && x.heard <= 0 || x.heard < 0)
}

// needsText reports whether a form that leans on the time told last means
// nothing without one: "that year", "the next day", "two weeks later". "A year
// earlier" is read from the publication then.
func needsText(form string) bool {
	if form[0] != 'P' {
		return false
	}
	base, _, _ := strings.Cut(form, "T")
	unit := base[len(base)-1]
	return form[1] == '+' || unit == 'D' || unit == 'W'
}

// clockDay finds the day that stands right behind a time of day: "10:35 a.m.
// (0735 GMT) Friday", "at noon local time on 3 May".
func (r *resolver) clockDay(i int, all []nutgraf.When) (nutgraf.Day, nutgraf.Anchor, bool) {
	x := &r.raw[i]
	if !strings.HasPrefix(x.form, "XXXX-XX-XXT") || i+1 >= len(r.raw) {
		return nutgraf.NoDay, nutgraf.AnchorNone, false
	}
	k := i + 1
	if strings.HasPrefix(r.raw[k].form, "XXXX-XX-XXT") && k+1 < len(r.raw) { // the hour in another zone
		k++
	}
	y := &r.raw[k]
	if y.rule.kind != nutgraf.DateType || y.sentence != x.sentence || y.quoted != x.quoted || y.span.Start-x.span.End > clockReach || y.rule.anchor == anchorText {
		return nutgraf.NoDay, nutgraf.AnchorNone, false
	}
	kept := *r
	w := r.resolve(k, all)
	*r = kept // what stands behind has not been told yet
	return w.From, w.Anchor, w.Resolved && w.From == w.To && w.From != nutgraf.NoDay
}

// clockReach is how many bytes behind a time of day its day is looked for.
const clockReach = 40

func (r *resolver) published() (nutgraf.Day, nutgraf.Anchor) {
	if r.publication == nutgraf.NoDay {
		return nutgraf.NoDay, nutgraf.AnchorNone
	}
	return r.publication, nutgraf.AnchorPublication
}

// spoken finds the day on which the words around the i-th expression were
// spoken: a time outside the marks that stands by a verb of saying, in the same
// sentence or the one beside it, else the time told last when it is such a one.
func (r *resolver) spoken(i int, all []nutgraf.When) (nutgraf.Day, bool) {
	best, day := 3, nutgraf.NoDay
	for k := max(0, i-6); k < min(len(r.raw), i+7); k++ {
		x := &r.raw[k]
		d := x.sentence - r.raw[i].sentence
		if d < 0 {
			d = -d
		}
		if x.quoted || !x.said || d >= best || !all[k].Resolved || all[k].From != all[k].To || all[k].From == nutgraf.NoDay {
			continue
		}
		best, day = d, all[k].From
	}
	for k := i - 1; k >= max(0, i-60) && day == nutgraf.NoDay; k-- {
		x := &r.raw[k]
		if x.quoted || all[k].From == nutgraf.NoDay || strings.HasSuffix(x.form, "_REF") {
			continue
		}
		if !x.said || all[k].From != all[k].To {
			break // the report has moved on to another time
		}
		day = all[k].From
	}
	return day, day != nutgraf.NoDay
}

// coarse reports whether a form means the same from any day near the
// publication: weekdays, this week and the next, months, quarters, years, dates
// without a year; not "today", "two weeks ago" and hours.
func coarse(form string) bool {
	if len(form) < 4 || form[:2] == "PT" {
		return false
	}
	if strings.HasPrefix(form, "XXXX-") {
		return !strings.HasPrefix(form[5:], "XX-")
	}
	if i := strings.IndexByte(form, 'T'); i > 0 {
		form = form[:i]
	}
	base, _, _ := strings.Cut(form, "/")
	unit := base[len(base)-1]
	return unit != 'D' && (unit != 'W' || base == "P+0W" || base == "P+1W" || base == "P-1W")
}

// The weights by which a match on one side must lie nearer to be taken against
// the tense, or without one: "Nov. 20" told on 2 November in a past clause is
// still this year's, but "in December" told in October is last year's.
const (
	leanDay        = 2.5  // a day, in a past clause
	leanAhead      = 4    // anything, behind a verb that looks ahead
	leanPlan       = 1.5  // anything, behind a mere infinitive
	leanMonth      = 1000 // a month or a day beside its verb, in a past clause
	leanMonthAhead = 12   // a month, behind a verb that looks ahead
	leanNone       = 1.5  // anything, in a clause that tells no tense
	leanThing      = 2.5  // a month that qualifies a noun there: "a January ruling"
)

// addedLater is how many days behind a page's date a day told as past, and then
// nearly a year back, is what was added to it.
const addedLater = 10

// elsewhereReach is how many expressions on either side of one are asked what day
// they mean by the same words.
const elsewhereReach = 64

// side settles on which side of the anchor the i-th expression is looked for. An
// article means one day by a weekday, and one month by a month's name: where the
// clause does not tell the side, that of the same name elsewhere is taken, the one
// before sooner than one behind.
func (r *resolver) side(i int, anchor nutgraf.Day) int8 {
	x := &r.raw[i]
	if !x.open() {
		return x.side(anchor)
	}
	for k := i - 1; k >= max(0, i-elsewhereReach); k-- {
		if s := r.raw[k].means(x); s != 0 {
			return s
		}
	}
	for k := i + 1; k < min(len(r.raw), i+elsewhereReach); k++ {
		if s := r.raw[k].means(x); s != 0 {
			return s
		}
	}
	return x.side(anchor)
}

// open reports whether an expression's clause leaves the side open: a weekday of
// no clear tense, or the month of a poll.
func (x *found) open() bool {
	if strings.HasPrefix(x.form, "XXXX-W") {
		return !x.owns && (x.tense == 0 || x.tense > 0 && (x.bounded || x.heard <= 0 && x.alone))
	}
	return len(x.form) == 7 && x.awaits && x.heard <= 0
}

// means gives the side on which y tells the weekday or the month that x names too,
// 0 when y names another or its clause leaves it open. A month tells by its own
// words alone ("last November").
func (y *found) means(x *found) int8 {
	switch {
	case y.quoted || dayOf(y.form) != dayOf(x.form):
		return 0
	case !y.rule.tensed:
		return min(max(y.toward, calendar.Before), calendar.After)
	case x.form[5] != 'W' || y.owns || y.wavers || y.bounded || y.ends || y.open():
		return 0
	}
	return y.tense
}

// dayOf is a form without its time of day.
func dayOf(form string) string {
	if i := strings.IndexByte(form, 'T'); i > 0 {
		return form[:i]
	}
	return form
}

// side settles on which side of the anchor an expression whose tense counts is
// looked for, by its own clause.
func (x *found) side(anchor nutgraf.Day) int8 {
	if wd := isoWeekday(anchor); x.rule.tensed && x.rule.toward == calendar.After && strings.HasSuffix(x.form, "-WE") && wd >= 3 && wd <= 5 {
		return calendar.After // from Wednesday on "this weekend" is to come, whatever the tense: "marches this weekend meant to"
	}
	weak := x.tense > 0 && (x.bounded || x.heard <= 0 && x.alone) // stayed until Thursday, pressed her to leave on Thursday
	if x.rule.toward != calendar.Nearest && (!x.owns || x.tense < 0) && !x.wavers && !weak {
		return x.toward
	}
	bf, bt, _, ok1 := calendar.Resolve(x.form, calendar.Before, anchor)
	af, _, _, ok2 := calendar.Resolve(x.form, calendar.After, anchor)
	if !ok1 || !ok2 || bf == af {
		return calendar.Before
	}
	if x.weekday > 0 && (isoWeekday(bf) == x.weekday) != (isoWeekday(af) == x.weekday) {
		if isoWeekday(af) == x.weekday {
			return calendar.After
		}
		return calendar.Before // it is a Friday in one of the two years only
	}
	back, ahead := x.lean()
	if bt < anchor {
		back *= float64(anchor - bt)
	} else {
		back = 0
	}
	if back <= ahead*float64(af-anchor) && (af-anchor > addedLater || back < addedLater || x.told || len(x.form) < len("XXXX-05-03")) {
		return calendar.Before
	}
	return calendar.After // a page that goes on being written tells of days behind its date as past
}

// lean gives the weights of the days back and ahead.
func (x *found) lean() (back, ahead float64) {
	long := len(x.form) == 7 && x.form[5] != 'E' && x.form[5] != 'M' // a month, a quarter, a season; not Election Day
	month := long && x.form[5] <= '1'
	firm := x.heard > 0
	switch {
	case x.bounded, x.wavers, x.awaits && !firm:
		return 1, 1
	case x.owns:
		return 1, leanNone
	case x.shown, x.tense < 0 && (x.told || x.placed && x.alone || long):
		return 1, leanMonth
	case x.tense < 0:
		return 1, leanDay
	case month && firm:
		return leanMonthAhead, 1
	case firm:
		return leanAhead, 1
	case x.tense > 0 && x.alone:
		return leanPlan, 1 // not "to answer for the March 4 attack"
	case month && x.tense == 0 && !x.alone:
		return 1, leanThing
	}
	return 1, leanNone
}

// reported reads an expression that leans on the period whose results a report
// tells: "the latest quarter" is that quarter, "a year ago" beside it, "the
// same period last year" and "the 1988 period" are its like in another year.
// Accounts compare with those.
func (r *resolver) reported(w *nutgraf.When, i int, before []nutgraf.When) bool {
	x := &r.raw[i]
	k := -1
	switch x.rule.leans {
	case leansOnQuarter:
		k = r.quarterAt
	case leansOnPeriod:
		k = max(r.quarterAt, r.month(x))
	case leansOnNear:
		k = r.nearQuarter(i, before)
	}
	if k < 0 || x.quoted {
		return false
	}
	y, _ := strconv.Atoi(before[k].Value[:4])
	switch {
	case x.form[0] == 'P' && x.form != "P-1Q" && x.form != "P+0Q":
		y--
	case x.form[0] <= '9':
		y, _ = strconv.Atoi(x.form[:4])
	}
	from, to, value, ok := calendar.Resolve(strconv.Itoa(y)+before[k].Value[4:], 0, nutgraf.NoDay)
	if !ok {
		return false
	}
	w.From, w.To, w.Value, w.Resolved, w.Anchor = from, to, value, true, nutgraf.AnchorText
	return true
}

// month is the expression that told a month in the sentence or shortly before, or -1.
func (r *resolver) month(x *found) int {
	if r.monthAt < 0 || r.raw[r.monthAt].sentence < x.sentence-1 {
		return -1
	}
	return r.monthAt
}

// nearQuarter finds a quarter told in the same sentence or the one before.
func (r *resolver) nearQuarter(i int, before []nutgraf.When) int {
	for k := i - 1; k >= max(0, i-8) && r.raw[k].sentence >= r.raw[i].sentence-1; k-- {
		v := before[k].Value
		if len(v) == 7 && v[5] == 'Q' && before[k].Resolved && r.raw[k].rule.leans == leansOnNothing {
			return k
		}
	}
	return -1
}

// leansOn reports whether an expression can be read from the time told last: a
// time of day only from a day beside it, days and weeks from a day, months from
// no more than a quarter.
func (r *resolver) leansOn(x *found) bool {
	if strings.HasPrefix(x.form, "XXXX-XX-XX") {
		return r.lastLong == 0 && r.raw[r.lastAt].sentence >= x.sentence-1
	}
	base, _, _ := strings.Cut(x.form, "T")
	switch base[len(base)-1] {
	case 'D', 'W':
		return r.lastLong < 7
	case 'M':
		return r.lastLong < 93
	}
	return true
}
