package eval

import (
	"nutgraf"
	"nutgraf/internal/extract"
)

// altered are the ways in which right page dates are made wrong by program.
var altered = []struct {
	name  string
	shift func(d nutgraf.Day) nutgraf.Day
}{
	{"first of January", func(d nutgraf.Day) nutgraf.Day { y, _, _ := d.Date(); return nutgraf.DayDate(y, 1, 1) }},
	{"first of the month", func(d nutgraf.Day) nutgraf.Day { y, m, _ := d.Date(); return nutgraf.DayDate(y, int(m), 1) }},
	{"a year early", func(d nutgraf.Day) nutgraf.Day { y, m, x := d.Date(); return nutgraf.DayDate(y-1, int(m), x) }},
	{"five months early", func(d nutgraf.Day) nutgraf.Day { return d - 152 }},
}

// closest is how many days a wrong date must lie from the right one to count.
const closest = 20

// DateScore counts the right dates that are doubted, and the wrong ones: of all
// articles, and of those whose text tells of a full date that lies after the
// wrong one and not after the right.
type DateScore struct{ Alarms, Caught, CaughtTold PRF }

// pageDates scores the doubt of page dates on a sample of the stream that none
// of its rules was written against.
func (r *run) pageDates() {
	rows, err := r.prog.articles(r.data)
	if err != nil {
		r.err = err
		return
	}
	var docs []storyRow
	for _, x := range rows {
		if len(x.Date) >= 10 && hash64(x.ID)>>9%60 == 7 {
			docs = append(docs, x)
		}
	}
	found := each(len(docs), func(i int) []DateScore { return r.prog.doubts(docs[i]) })
	sum := make([]DateScore, len(altered))
	for _, f := range found {
		for k := range f {
			sum[k].Alarms.Add(f[k].Alarms)
			sum[k].Caught.Add(f[k].Caught)
			sum[k].CaughtTold.Add(f[k].CaughtTold)
		}
	}
	r.row("page dates", "stream", "right ones doubted", sum[0].Alarms.R())
	for _, set := range []string{"fundus_eval80", "fundus_parser"} {
		gold, err := Rows[PageGold](r.data, "pages/"+set+"/gold.jsonl")
		if err != nil {
			r.err = err
			return
		}
		r.row("page dates", set, "right ones doubted", r.prog.pageAlarms(r.data, set, gold).R())
	}
	for k, a := range altered {
		r.row("page dates", "stream, "+a.name, "caught", sum[k].Caught.R())
		r.row("page dates", "stream, "+a.name, "caught, told", sum[k].CaughtTold.R())
	}
}

// pageAlarms counts the pages of a set whose date is doubted, of all that state one.
func (p *Program) pageAlarms(d Data, set string, gold []PageGold) PRF {
	found := each(len(gold), func(i int) PRF {
		body, err := unpacked(d.Path("pages/" + set + "/" + gold[i].HTML))
		if err != nil {
			return PRF{}
		}
		doc, err := extract.Document(&nutgraf.Item{ID: gold[i].ID, Name: gold[i].HTML, Media: nutgraf.MediaHTML, Body: body})
		if err != nil || doc.Published.Day() == nutgraf.NoDay {
			return PRF{}
		}
		_, ann := p.annotator.Annotate(doc)
		return PRF{one(ann.Published.Doubted), 1, 1}
	})
	var sum PRF
	for _, f := range found {
		sum.Add(f)
	}
	return sum
}

// doubts asks of an article's right date and of each wrong one whether it is doubted.
func (p *Program) doubts(x storyRow) []DateScore {
	right, err := nutgraf.ParseDay(x.Date)
	if err != nil {
		return nil
	}
	ann := p.published(x, right)
	if ann == nil {
		return nil
	}
	out := make([]DateScore, len(altered))
	out[0].Alarms = PRF{one(ann.Published.Doubted), 1, 1}
	for k, a := range altered {
		wrong := a.shift(right)
		if wrong > right-closest && wrong < right+closest {
			continue
		}
		got := one(p.published(x, wrong).Published.Doubted)
		out[k].Caught = PRF{got, 1, 1}
		if tells(ann, wrong, right) {
			out[k].CaughtTold = PRF{got, 1, 1}
		}
	}
	return out
}

// published annotates an article under a date.
func (p *Program) published(x storyRow, day nutgraf.Day) *nutgraf.Annotations {
	doc, err := Input{ID: x.ID, Text: x.Text, Date: day.String()}.document()
	if err != nil {
		return nil
	}
	_, ann := p.annotator.Annotate(doc)
	return ann
}

// tells reports whether a text names a full date, its year with it, that had
// come on the right day but not on the wrong one.
func tells(ann *nutgraf.Annotations, wrong, right nutgraf.Day) bool {
	for _, t := range ann.Times {
		if t.Type == nutgraf.DateType && len(t.Form) == 10 && t.Form[0] <= '9' && t.From > wrong+1 && t.From <= right+1 {
			return true
		}
	}
	return false
}
