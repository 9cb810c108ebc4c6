package eval

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// Which article a shared passage is from, by one reader: positions and ids only.
//
//go:embed testdata/directions_stream.tsv
var readDirections string

// Directions counts what is said of the side that passages came from: of those
// that one side is known to have from the other, how often a side was named and
// how often rightly (Answered); of those of which neither text shows it, how
// often one was named all the same (Guessed).
type Directions struct {
	Known            int
	Answered         PRF // Gold: named, Hit: rightly
	Unknown, Guessed int
}

func (d *Directions) note(from, said string) {
	switch {
	case from == "unknown":
		d.Unknown++
		if said != "" {
			d.Guessed++
		}
	default:
		d.Known++
		if said != "" {
			d.Answered.Gold++
		}
		if said == from {
			d.Answered.Hit++
		}
	}
}

// source is the article that a passage is said to be from; "" for neither.
func source(s nutgraf.SharedText) string {
	return map[string]string{"src": s.Src.Doc, "dst": s.Dst.Doc}[s.Direction]
}

// directionLabel is a row of readDirections.
type directionLabel struct {
	article, other, from string
	at                   nutgraf.Span
	aside                bool
}

func directionLabels() ([]directionLabel, error) {
	var out []directionLabel
	for _, row := range labelRows(readDirections) {
		start, err := strconv.Atoi(row[1])
		if err != nil {
			return nil, fmt.Errorf("label %q: %w", row, err)
		}
		end, err := strconv.Atoi(row[2])
		if err != nil {
			return nil, fmt.Errorf("label %q: %w", row, err)
		}
		out = append(out, directionLabel{row[0], row[3], row[4], nutgraf.Span{Start: start, End: end}, row[5] == "aside"})
	}
	return out, nil
}

// section is what the stream adds to an outlet's name.
var section = regexp.MustCompile(` ?\((Web News|Online News|Opinion|Editorial|News)\)$| - (News|Editorial|Opinion)$| Online News$| Online$`)

// directions scores on the passages read by hand, and on copies that it makes.
func (r *run) directions() {
	labels, err := directionLabels()
	if err != nil {
		r.err = err
		return
	}
	rows, err := r.prog.articles(r.data)
	if err != nil {
		r.err = err
		return
	}
	wanted := map[string]bool{}
	for _, l := range labels {
		wanted[l.article], wanted[l.other] = true, true
	}
	var in []Input
	for _, x := range rows {
		if wanted[x.ID] {
			x.Source = section.ReplaceAllString(x.Source, "")
			in = append(in, x.input())
		}
	}
	const set = "stream (read by hand)"
	r.readRows(set, labels, in, true)
	r.readRows(set+", credits hidden", labels, in, false)
	basil, err := r.inputs("stories/basil.jsonl.gz")
	if err != nil {
		r.err = err
		return
	}
	r.copyRows("copies of basil", basil)
}

// readRows scores on all labels and on those kept aside.
func (r *run) readRows(set string, labels []directionLabel, in []Input, credits bool) {
	got := r.prog.shared(in, credits)
	for _, aside := range []bool{false, true} {
		var d Directions
		for _, l := range labels {
			if aside && !l.aside {
				continue
			}
			i := slices.IndexFunc(got, func(s nutgraf.SharedText) bool {
				return s.Src.Doc == l.article && s.Dst.Doc == l.other && s.Src.Span.Overlap(l.at) > 0 ||
					s.Dst.Doc == l.article && s.Src.Doc == l.other && s.Dst.Span.Overlap(l.at) > 0
			})
			said := ""
			if i >= 0 {
				said = source(got[i])
			}
			d.note(l.from, said)
		}
		name := set
		if aside {
			name += " (held back)"
		}
		r.directionRows(name, d)
	}
}

func (r *run) directionRows(set string, d Directions) {
	r.row("direction", set, fmt.Sprintf("answered, of %d", d.Known), ratio(d.Answered.Gold, d.Known))
	r.row("direction", set, fmt.Sprintf("right of %d answered", d.Answered.Gold), ratio(d.Answered.Hit, d.Answered.Gold))
	if d.Unknown > 0 {
		r.row("direction", set, fmt.Sprintf("answered of %d not shown", d.Unknown), ratio(d.Guessed, d.Unknown))
	}
}

// copyWays are the ways in which copies are made of an article: the kind of
// credit, in words of our own, and the days after it that the copy is dated.
var copyWays = []struct {
	name string
	days int
	make func(a Input) string
}{
	{"source line", 0, func(a Input) string { return cutTail(a.Text) + "\n\nThis article first appeared in " + a.Outlet + "." }},
	{"told beside", -1, func(a Input) string { return a.Outlet + " reported on Monday: " + cutTail(a.Text) }},
	{"no credit, later", 1, func(a Input) string { return cutTail(a.Text) }},
	{"no credit", 0, func(a Input) string { return a.Text }},
}

// cutTail is the first three fifths of a text's paragraphs.
func cutTail(text string) string {
	paras := strings.Split(text, "\n\n")
	return strings.Join(paras[:(3*len(paras)+4)/5], "\n\n")
}

// copyRows scores on copies: each article beside a copy in another outlet.
func (r *run) copyRows(set string, in []Input) {
	for _, way := range copyWays {
		var d Directions
		for _, a := range in {
			day, err := nutgraf.ParseDay(a.Date)
			if err != nil {
				continue
			}
			b := a
			b.ID, b.Outlet, b.Text = "copy", "Port Ansel Courier", way.make(a)
			b.Date = (day + nutgraf.Day(way.days)).Time().Format("2006-01-02")
			said := ""
			for _, s := range r.prog.shared([]Input{a, b}, true) {
				said = source(s)
			}
			d.note(a.ID, said)
		}
		r.directionRows(set+", "+way.name, d)
	}
}
