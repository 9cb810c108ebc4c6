package when

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/numeral"
)

// The edges of a fiscal year that a date may be told as.
const (
	noEdge int8 = iota
	endsYear
	beginsYear
)

// edgeReach is how many atoms before a date its fiscal year is looked for: "fiscal
// 2013, which ends on Sept. 30".
const edgeReach = 8

// edge tells whether the date at atom from is told as the end or the beginning of
// a fiscal year.
func (f *Finder) edge(atoms []numeral.Atom, from int) int8 {
	i := from - 1
	if i >= 0 && (atoms[i].Entry == f.is.on || atoms[i].Entry == f.is.in) {
		i--
	}
	if i < 0 || atoms[i].Kind != numeral.Word {
		return noEdge
	}
	edge := f.is.edgeVerbs[atoms[i].Entry]
	for k := i - 1; edge != noEdge && k >= max(0, i-edgeReach); k-- {
		if atoms[k].Entry == f.is.fiscal {
			return edge
		}
	}
	return noEdge
}

// closing is the end of a fiscal year, as the text tells it.
type closing struct {
	month, day int
	ahead      int  // how many years the calendar's year of its end lies ahead of its name
	named      bool // the text pairs a named year with its end
	known      bool
	year       int         // the expression that tells of the year of this very end, or -1
	last       nutgraf.Day // that end
}

// fiscalYears gives the fiscal years of an article their days where the text tells
// when they end ("fiscal 2013, which ends Sept. 30"), and leaves them open where it
// does not: a firm's year is not the calendar's. Of a year that ends in the first
// half of another the name tells nothing, unless the text pairs the two.
func (r *resolver) fiscalYears(all []nutgraf.When) {
	if !slices.ContainsFunc(r.raw, func(x found) bool { return x.rule.fiscal }) {
		return
	}
	at, ends := closing{}, map[int]nutgraf.Day{}
	for i := range all {
		c := r.closes(i, all)
		switch {
		case !c.known:
		case at.known && (c.month != at.month || c.day != at.day):
			at.known = false // whose year?
			r.leaveYears(all)
			return
		case !at.known || c.named:
			at = c
		}
		if c.known && c.year >= 0 {
			ends[c.year] = c.last
		}
	}
	for i := range all {
		x, w := &r.raw[i], &all[i]
		if !x.rule.fiscal || !w.Resolved {
			continue
		}
		w.From, w.To = nutgraf.NoDay, nutgraf.NoDay
		if at.known && strings.HasPrefix(x.rule.name, "fiscal-") && x.rule.kind == nutgraf.DateType && len(w.Value) == 4 {
			at.settle(x, w, r.publication, ends[i])
		}
	}
}

// leaveYears leaves every fiscal year open.
func (r *resolver) leaveYears(all []nutgraf.When) {
	for i := range all {
		if r.raw[i].rule.fiscal {
			all[i].From, all[i].To = nutgraf.NoDay, nutgraf.NoDay
		}
	}
}

// closes reads the end of a fiscal year from the i-th expression: a date that is
// told as an edge of one, or that stands beside "the end of the fiscal year".
func (r *resolver) closes(i int, all []nutgraf.When) closing {
	x, w := &r.raw[i], &all[i]
	if x.rule.fiscal || x.rule.kind != nutgraf.DateType || len(w.Value) != 7 && len(w.Value) != 10 || w.From == nutgraf.NoDay || w.Value[5] > '1' {
		return closing{}
	}
	edge, year := x.edge, -1
	for _, k := range [2]int{i - 1, i + 1} {
		if k < 0 || k >= len(all) || !r.raw[k].rule.fiscal || r.raw[k].sentence != x.sentence {
			continue
		}
		between := r.text[r.raw[min(i, k)].span.End:r.raw[max(i, k)].span.Start]
		switch {
		case edge == noEdge && slices.Contains(asides, strings.TrimSpace(between)):
			edge = map[string]int8{"END": endsYear, "START": beginsYear}[all[k].Mod]
			year = k
		case k == i-1 && edge != noEdge:
			year = k
		}
	}
	last := w.To
	switch edge {
	case noEdge:
		return closing{}
	case beginsYear:
		last = w.From - 1
	}
	y, m, d := last.Date()
	c := closing{month: int(m), day: d, known: true, year: -1}
	if year >= 0 && r.raw[year].form[0] == 'P' {
		c.year, c.last = year, last
		if edge == beginsYear {
			c.last = nutgraf.DayDate(y+1, int(m), d)
		}
	}
	if year >= 0 && r.raw[year].form[0] <= '9' {
		name, _ := strconv.Atoi(all[year].Value)
		if edge == beginsYear {
			y++
		}
		c.ahead, c.named = y-name, y-name == 0 || y-name == 1
	}
	if !c.named {
		c.ahead = 0
	}
	return c
}

// asides are what may stand between a date and "the end of the fiscal year".
var asides = []string{",", "(", ", which is", "on", "in", "or", ", or", "—", "–", "-", "is"}

// firstHalf is the last month of which the name of the year that ends in it tells
// nothing.
const firstHalf = 5

// settle gives a fiscal year its days.
func (c closing) settle(x *found, w *nutgraf.When, published, told nutgraf.Day) {
	end := func(y int) nutgraf.Day {
		return min(nutgraf.DayDate(y, c.month+1, 1)-1, nutgraf.DayDate(y, c.month, c.day))
	}
	y := 0
	if x.form[0] <= '9' {
		if c.month <= firstHalf && !c.named {
			return
		}
		name, _ := strconv.Atoi(w.Value)
		y = name + c.ahead
	} else {
		if published == nutgraf.NoDay || w.Anchor != nutgraf.AnchorPublication {
			return
		}
		y, _, _ = published.Date()
		if told > 0 {
			y, _, _ = told.Date()
		} else if end(y) < published {
			y++
		}
		shift, _ := strconv.Atoi(strings.TrimSuffix(strings.TrimPrefix(x.form, "P"), "Y"))
		y += shift
		if c.month > firstHalf || c.named {
			w.Value = strconv.Itoa(y - c.ahead)
		}
	}
	w.From, w.To = end(y-1)+1, end(y)
}

// stretches gives a length that ends with a date told right behind it its days:
// "the nine months ended Sept. 30", "the year ending June 30".
func (r *resolver) stretches(all []nutgraf.When) {
	for i := 0; i+1 < len(all); i++ {
		w, end := &all[i], &all[i+1]
		if w.Type != nutgraf.DurationType || end.From == nutgraf.NoDay || end.From != end.To || end.Type != nutgraf.DateType || r.raw[i].sentence != r.raw[i+1].sentence {
			continue
		}
		if !r.closings[strings.TrimSpace(r.text[w.Span.End:r.raw[i+1].span.Start])] {
			continue
		}
		if from, to, _, ok := calendar.Resolve(w.Value, calendar.Before, end.From+1); ok {
			w.From, w.To, w.Anchor = from, to-1, nutgraf.AnchorText
		}
	}
}
