package when

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/dateline"
)

// The weights of the grounds on which a page's date is doubted, and of those
// that speak for it. Set by hand.
const (
	afterPage   = 1.0  // a full date in a past clause lies after the page's
	stampAfter  = 0.9  // so does one in a clause without a verb: a caption, the stamp of a post
	stampSoon   = 0.6  // within weeks it may be what a programme announces
	monthAfter  = 0.9  // a month with its year, right behind a past verb, lies after the page's
	monthBy     = 0.6  // one in a past clause does: plans are told so too
	monthLater  = 0.4  // so does one that qualifies a noun: "the May 2019 summit"
	yearAfter   = 0.2  // so does a year; writers plan with years, hence little
	wrongDay    = 0.9  // "Friday, April 24" is no Friday in the year of the page
	rightDay    = -1.2 // it is one
	farAway     = 0.28 // a date without a year lies months from the page's
	soonAfter   = 0.6  // one told of as past lies within weeks after the first of a month
	farMonth    = 0.28 // a month told of as past lies months before 1 January
	nearMonth   = -0.5 // it lies close before it
	filedFar    = 0.9  // the report was filed on a day far from the page's
	filedClose  = -1.2 // it was filed on a day close to it
	closeBy     = -0.5 // it lies within weeks
	fullCloseBy = -0.6 // a full date lies within weeks before the page's
)

// defaultDoubt is the weight at which 1 January is doubted, the day that machines
// put where they know none.
const defaultDoubt = 0.25

// doubtAt is the weight at which a date is doubted; the first of a month needs
// less, the first of January least.
func doubtAt(day nutgraf.Day) float64 {
	_, m, d := day.Date()
	switch {
	case d == 1 && m == 1:
		return defaultDoubt
	case d == 1:
		return 0.6
	}
	return 0.9
}

// Distances from a page's date, in days.
const (
	grace      = 2        // so far a page may run behind its text
	nearDays   = 45       // within them a date without a year speaks for the page's
	farDays    = 120      // beyond them it speaks against it
	monthLong  = 31       // within them it follows soon after the first of a month
	filedApart = 14       // beyond them no report is filed; within half of them it is close
	soonDays   = 60       // within them a full date ahead may be an announced one
	otherYear  = 270      // beyond them a weekday that fits is another year's
	farOff     = 20 * 365 // beyond them a date ahead is a slip of the pen
)

// maxCounted bounds the days against a page's date that are remembered.
const maxCounted = 64

// judge hears the text as a witness against the page's date: a date is doubted
// when what the text tells as past lies after it, or when the weekdays and
// months that the text names do not fit it. Plans and history are no ground.
func (f *Finder) judge(doc *nutgraf.Document, raw []found) nutgraf.Published {
	p := doc.Published
	day := p.Day()
	if day == nutgraf.NoDay {
		return p
	}
	strong, weight, worst, ground := 0., 0., 0., -1
	why := ""
	block := 0
	line := filed(doc)
	var counted []string
	for i := range raw {
		x := &raw[i]
		for block < len(doc.Blocks) && doc.Blocks[block].Span.End <= x.span.Start {
			block++
		}
		if x.rule.kind != nutgraf.DateType && x.rule.kind != nutgraf.TimeType {
			continue
		}
		v, reason := 0., ""
		switch {
		case x.span.Start >= line.Start && x.span.End <= line.End:
			v, reason = weighFiled(x, day)
		case heard(doc, block, x.span.Start):
			v, reason = f.weigh(x, day)
		}
		if v > 0 {
			if slices.Contains(counted, x.form) {
				continue // one day is one witness, however often it is named
			}
			if len(counted) < maxCounted {
				counted = append(counted, x.form)
			}
		}
		if v >= stampAfter && x.form[0] <= '9' {
			strong += v // nothing outweighs a day that had not come
		}
		weight += v
		if v > worst {
			worst, ground, why = v, i, reason
		}
	}
	switch {
	case ground >= 0 && max(weight, strong) >= doubtAt(day):
	case epoch(day) && !slices.ContainsFunc(raw, func(x found) bool { return strings.HasPrefix(x.form, "1969") || strings.HasPrefix(x.form, "1970") }):
		p.Doubted, p.Why = true, "computers count time from 1 Jan 1970, which stands where they know no date"
		return p
	default:
		return p
	}
	p.Doubted = true
	p.Why = "the text tells of " + raw[ground].span.Of(doc.Text) + ", " + why + " " + day.Time().Format("2 Jan 2006")
	return p
}

// epoch reports whether a day is the one from which computers count time, or the one before
// it, which it is in America: there was no web, and of what was printed then the text would
// tell the year.
func epoch(day nutgraf.Day) bool { return day == 0 || day == -1 }

// filed is the date line of the first paragraph, an empty span when it has none.
func filed(doc *nutgraf.Document) nutgraf.Span {
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if b.Kind == nutgraf.Paragraph || b.Kind == nutgraf.Dateline {
			if n := dateline.Length(doc.Text[b.Span.Start:]); n > 0 || b.Kind == nutgraf.Paragraph {
				return nutgraf.Span{Start: b.Span.Start, End: b.Span.Start + n}
			}
		}
	}
	return nutgraf.Span{}
}

// weighFiled weighs the day on which a report was filed: it is the page's, give
// or take a week.
func weighFiled(x *found, day nutgraf.Day) (float64, string) {
	if len(x.form) < 10 || x.form[4] != '-' || x.form[5] > '1' {
		return 0, ""
	}
	from, to, _, ok := calendar.Resolve(x.form[:10], calendar.Nearest, day)
	switch d := max(from-day, day-to); {
	case !ok || from != to:
		return 0, ""
	case d > filedApart:
		return filedFar, "on which it was filed and which is not"
	case d <= filedApart/2:
		return filedClose, ""
	}
	return 0, ""
}

// heard reports whether what stands at an offset, in a block or before it, is
// the article's own telling.
func heard(doc *nutgraf.Document, block, offset int) bool {
	if block >= len(doc.Blocks) || doc.Blocks[block].Span.Start > offset {
		return true
	}
	switch doc.Blocks[block].Kind {
	case nutgraf.Related, nutgraf.Promo, nutgraf.Tail, nutgraf.Correction, nutgraf.Byline, nutgraf.Dateline:
		return false
	}
	return true
}

// weigh gives the weight of one expression against the page's date (negative:
// for it) and the reason in plain words.
func (f *Finder) weigh(x *found, day nutgraf.Day) (float64, string) {
	if len(x.form) < 4 || strings.HasPrefix(x.rule.name, "holiday") {
		return 0, ""
	}
	if x.form[0] >= '0' && x.form[0] <= '9' {
		return weighFull(x, day)
	}
	if len(x.form) >= 10 && x.form[:5] == "XXXX-" && x.form[5] <= '1' && x.form[7] == '-' && x.form[8] <= '3' {
		return weighYearless(x, day)
	}
	if len(x.form) == 7 && x.form[:5] == "XXXX-" && x.form[5] <= '1' && doubtAt(day) == defaultDoubt {
		return weighMonth(x, day)
	}
	return 0, ""
}

// weighMonth weighs a month without a year against 1 January: a report of that
// day tells of the months just past.
func weighMonth(x *found, day nutgraf.Day) (float64, string) {
	_, to, _, ok := calendar.Resolve(x.form, calendar.Before, day)
	switch {
	case !ok || x.heard >= 0 || !x.alone:
		return 0, ""
	case day-to > farDays:
		return farMonth, "which is told as past and lies months from"
	case day-to <= nearDays:
		return nearMonth, ""
	}
	return 0, ""
}

// weighFull weighs a date that names its year.
func weighFull(x *found, day nutgraf.Day) (float64, string) {
	from, to, value, ok := calendar.Resolve(x.form, 0, nutgraf.NoDay)
	if !ok {
		return 0, ""
	}
	switch {
	case from > day+farOff:
		return 0, "" // a slip of the pen
	case from > day+grace && x.heard < 0 && len(value) == 10:
		return afterPage, "which is told as past and lies after"
	case from > day+grace && x.heard == 0 && len(value) == 10 && from < day+soonDays:
		return stampSoon, "which stands there as something that has been, and lies after"
	case from > day+grace && x.heard == 0 && len(value) == 10:
		return stampAfter, "which stands there as something that has been, and lies after"
	case from > day+grace && x.heard < 0 && len(value) == 7 && x.alone && (x.told || x.done):
		return monthAfter, "which is told as past and lies after"
	case from > day+grace && x.heard < 0 && len(value) == 7 && x.alone:
		return monthBy, "which is told as past and lies after"
	case from > day+grace && x.heard < 0 && len(value) == 7:
		return monthLater, "which is told as past and lies after"
	case from > day+grace && x.heard < 0 && x.alone:
		return yearAfter, "which is told as past and lies after"
	case len(value) == 10 && to <= day && day-to <= nearDays:
		return fullCloseBy, ""
	}
	return 0, ""
}

// weighYearless weighs a month and a day, perhaps with its weekday.
func weighYearless(x *found, day nutgraf.Day) (float64, string) {
	form := x.form[:10]
	if form == "XXXX-09-11" {
		return 0, "" // a name by now
	}
	if x.weekday > 0 {
		return weighWeekday(x, form, day)
	}
	back, _, _, ok1 := calendar.Resolve(form, calendar.Before, day)
	ahead, _, _, ok2 := calendar.Resolve(form, calendar.After, day)
	if !ok1 || !ok2 {
		return 0, ""
	}
	d := min(day-back, ahead-day)
	switch {
	case x.heard < 0:
		if day-back <= nearDays {
			return closeBy, ""
		}
		if _, _, d := day.Date(); d == 1 && ahead > day+grace && ahead-day <= monthLong {
			return soonAfter, "which is told as past and lies after"
		}
		if ahead-day <= 2*nearDays && doubtAt(day) > defaultDoubt {
			return 0, "" // a date set in a past clause
		}
		d = day - back
	case x.heard > 0:
		if ahead-day <= nearDays {
			return closeBy, ""
		}
		d = min(d, ahead-day)
	case d <= nearDays:
		return closeBy, ""
	}
	if d > farDays {
		return farAway, "which names no year and lies months from"
	}
	return 0, ""
}

// weighWeekday asks whether a date is the weekday that the text says, in the
// year nearest to the page's date or, months off, on the side its clause tells.
func weighWeekday(x *found, form string, day nutgraf.Day) (float64, string) {
	near, _, _, ok := calendar.Resolve(form, calendar.Nearest, day)
	if !ok {
		return 0, ""
	}
	if isoWeekday(near) == x.weekday {
		return rightDay, ""
	}
	for _, toward := range [...]int8{calendar.Before, calendar.After} {
		other, _, _, ok := calendar.Resolve(form, toward, day)
		if ok && isoWeekday(other) == x.weekday && x.heard*toward >= 0 && max(other-day, day-other) < otherYear {
			return 0, ""
		}
	}
	if max(near-day, day-near) > nearDays {
		return farAway, "which is another weekday in the year of" // it may be an old year's
	}
	return wrongDay, "which is another weekday in the year of"
}

func isoWeekday(d nutgraf.Day) int {
	if w := int(d.Weekday()); w > 0 {
		return w
	}
	return 7
}
