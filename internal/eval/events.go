package eval

import (
	"cmp"
	_ "embed"
	"maps"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/story"
)

// Which articles of the stream tell of one event, by one reader: ids only.
//
//go:embed testdata/events_stream.tsv
var readEvents string

// Which articles of the stream belong to one matter, by one reader: ids only.
//
//go:embed testdata/sagas_stream.tsv
var readSagas string

// The months of the stream read by hand. The labels are our own, so settings may
// be fitted to Months; Measured are never fitted to: the first has the week of
// SetAllsides in it, the others were read for a fresh count.
var (
	Months   = []string{"2013-04", "2016-07", "2020-05"}
	Measured = []string{"2019-10", "2015-03", "2018-11"}
)

// around is how many days before and after a month its stories are looked for among.
const around = 25

// StreamSets returns the months of the stream whose largest stories were read,
// each among the articles of the days around it.
func (p *Program) StreamSets(d Data) ([]*StorySet, error) {
	gold := readMonths(readEvents)
	rows, err := p.articles(d)
	if err != nil {
		return nil, err
	}
	var out []*StorySet
	for _, month := range slices.Sorted(maps.Keys(gold)) {
		in, err := among(rows, month)
		if err != nil {
			return nil, err
		}
		s := &StorySet{Name: month, Gold: gold[month]}
		s.sketches = p.sketches(len(in), func(i int) (*nutgraf.Document, error) { return in[i].document() })
		out = append(out, s)
	}
	return out, nil
}

// readMonths returns the label of each article, by month.
func readMonths(table string) map[string]map[string]string {
	out := map[string]map[string]string{}
	for _, row := range labelRows(table) {
		if out[row[0]] == nil {
			out[row[0]] = map[string]string{}
		}
		out[row[0]][row[2]] = row[1]
	}
	return out
}

// among returns the articles of a month and of the days around it.
func among(rows []storyRow, month string) ([]Input, error) {
	first, err := nutgraf.ParseDay(month + "-01")
	if err != nil {
		return nil, err
	}
	var in []Input
	for _, x := range rows {
		if day, err := nutgraf.ParseDay(x.Date); err == nil && day >= first-around && day <= first+30+around {
			in = append(in, x.input())
		}
	}
	return in, nil
}

// sagas scores the sagas of months of the stream of which all articles were read.
// One that is of no matter of several reports counts as a saga of its own: so a
// saga that holds a whole campaign is told by its precision.
func (r *run) sagas() {
	rows, err := r.prog.articles(r.data)
	if err != nil {
		r.err = err
		return
	}
	read := readMonths(readSagas)
	for _, month := range slices.Sorted(maps.Keys(read)) {
		in, err := among(rows, month)
		if err != nil {
			r.err = err
			return
		}
		gold := map[string]string{}
		for _, x := range in {
			if strings.HasPrefix(x.Date, month) {
				gold[x.ID] = cmp.Or(read[month][x.ID], x.ID)
			}
		}
		_, sagas := r.prog.Group(in)
		b := Stories(gold, sagas)
		r.row("saga", monthName(month), "BCubed P", b.P)
		r.row("saga", monthName(month), "BCubed F1", b.F1)
	}
}

// months returns the months read by hand, which are read once.
func (r *run) months() []*StorySet {
	if r.stream == nil && r.err == nil {
		r.stream, r.err = r.prog.StreamSets(r.data)
	}
	return r.stream
}

// monthName is what a month read by hand is called among the scores.
func monthName(month string) string { return "stream (read by hand), " + month }

// events scores the stories of months of the stream whose largest were read.
func (r *run) events() {
	for _, s := range r.months() {
		b := s.Score(story.Shipped())
		r.row("story", monthName(s.Name), "BCubed P", b.P)
		r.row("story", monthName(s.Name), "BCubed F1", b.F1)
	}
}
