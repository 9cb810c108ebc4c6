package eval

import (
	_ "embed"
	"maps"
	"slices"

	"nutgraf"
)

// Which articles of the stream tell of one event, by one reader: ids only.
//
//go:embed testdata/events_stream.tsv
var readEvents string

// around is how many days before and after a month its stories are looked for among.
const around = 25

// events scores the stories of months of the stream whose largest were read.
func (r *run) events() {
	gold := map[string]map[string]string{}
	for _, row := range labelRows(readEvents) {
		if gold[row[0]] == nil {
			gold[row[0]] = map[string]string{}
		}
		gold[row[0]][row[2]] = row[1]
	}
	rows, err := Rows[storyRow](r.data, "stories/allsides_stream.jsonl.gz")
	if err != nil {
		r.err = err
		return
	}
	for _, month := range slices.Sorted(maps.Keys(gold)) {
		first, err := nutgraf.ParseDay(month + "-01")
		if err != nil {
			r.err = err
			return
		}
		var in []Input
		for _, x := range rows {
			if day, err := nutgraf.ParseDay(x.Date); err == nil && day >= first-around && day <= first+30+around {
				in = append(in, x.input())
			}
		}
		pred, _ := r.prog.Group(in)
		s := Stories(gold[month], pred)
		name := "stream (read by hand), " + month
		r.row("story", name, "BCubed P", s.P)
		r.row("story", name, "BCubed F1", s.F1)
	}
}
