package when

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
)

// The reach of a past year that a paragraph tells of, in days.
const (
	onward   = 270 // so far ahead of the time told last a month without a year may lie
	backward = 100 // and so far behind it
	yearsOld = 2   // a year so long ago frames what follows; last year's may not
)

// narrated finds the days of a month or a day without a year in a paragraph that
// tells of a year long past: "In December 1880 a seat fell vacant. … In January".
// framed says that it stands in such a paragraph, even where its year is left open.
func (r *resolver) narrated(i int, all []nutgraf.When) (w nutgraf.When, framed bool) {
	x := &r.raw[i]
	w = nutgraf.When{From: nutgraf.NoDay, To: nutgraf.NoDay}
	if !x.rule.tensed || x.rule.anchor != anchorPub || x.tense >= 0 || x.said || x.quoted || x.weekday > 0 || !yearly(x.form) || x.form == "XXXX-09-11" {
		return w, false
	}
	k := r.frame(i, all)
	if k < 0 {
		return w, false
	}
	y := &all[k]
	if len(y.Value) == 4 {
		from, to, value, ok := calendar.Resolve(x.form, calendar.After, y.From)
		if ok && to <= y.To && from-y.From > turnOfYear {
			w.From, w.To, w.Value = from, to, value
		}
		return w, true // "in January" may be the next year's
	}
	from, to, value, ok := calendar.Resolve(x.form, calendar.After, y.From)
	if !ok || from-y.To > onward {
		from, to, value, ok = calendar.Resolve(x.form, calendar.Before, y.From)
		if !ok || y.From-to > backward {
			return w, true
		}
	}
	w.From, w.To, w.Value = from, to, value
	return w, true
}

// turnOfYear is how many days of a year are told of as the next year's as well
// as its own, once its name has been told.
const turnOfYear = 58

// yearly reports whether a form is a day, a month, a season or a feast without a
// year.
func yearly(form string) bool {
	return len(form) >= 7 && form[:5] == "XXXX-" && form[5] != 'W' && form[5] != 'X' && form[5] != 'Q' && form[5] != 'H' || form == "XXXX-WI"
}

// frame finds the expression before the i-th that sets the year of the paragraph,
// or -1: one that opens its sentence ("In December 1880, …", "In 1944 …"), long
// ago, or the other verb's in "was tried in March 2009 and freed in May". What
// leans on the page's date between the two ends it.
func (r *resolver) frame(i int, all []nutgraf.When) int {
	x := &r.raw[i]
	year, _, _ := r.publication.Date()
	for k := i - 1; k >= 0 && r.raw[k].paragraph == x.paragraph; k-- {
		y, w := &r.raw[k], &all[k]
		switch {
		case y.quoted || y.rule.kind == nutgraf.SetType || y.rule.kind == nutgraf.DurationType || w.Form == "PAST_REF":
			continue
		case w.Anchor == nutgraf.AnchorText && y.framed:
			return k
		case w.Form == "" || w.Form[0] > '9' || w.From == nutgraf.NoDay || w.To >= r.publication:
			return -1
		}
		old, _, _ := w.From.Date()
		switch {
		case len(w.Value) < 4 || len(w.Value) == 4 && !y.alone && !y.opens:
			return -1
		case y.opens && year-old >= yearsOld:
			return k
		case x.sentence == y.sentence && x.joined && k == i-1 && len(w.Value) > 4:
			return k
		}
		return -1
	}
	return -1
}

// ofThatDay gives the day of "the Sept. 11 attack" in an article that tells of an
// 11 September of another year and of none of 2001; "" where it is that of 2001.
func (r *resolver) ofThatDay(x *found) string {
	if !strings.HasPrefix(r.text[x.span.End:], " attack ") {
		return ""
	}
	other := ""
	for i := range r.raw {
		form := r.raw[i].form
		if len(form) < len("2012-09-11") || form[4:10] != "-09-11" || form[0] > '9' || r.raw[i].rule == x.rule {
			continue
		}
		if other != "" && form[:10] != other || form[:4] == "2001" {
			return ""
		}
		other = form[:10]
	}
	return other
}
