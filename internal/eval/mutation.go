package eval

import (
	"fmt"
	"slices"
)

// heldMutations keeps stories from tuning, by a hash of their label.
func heldMutations(label string) bool { return hash64(label)%2 == 1 }

// mutations runs the mutation test over the labelled stories and over those of
// the sample newsroom.
func (r *run) mutations() {
	for _, set := range []string{"basil.jsonl.gz", "allsides_gold_2019_10.jsonl.gz"} {
		rows, err := Rows[storyRow](r.data, "stories/"+set)
		if err != nil {
			r.err = err
			return
		}
		name := stem(set)
		for _, p := range partsOf(heldMutations) {
			r.mutationRows(name+p.name, together(rows, p.has))
		}
	}
	stories, err := sampleStories()
	if err != nil {
		r.err = err
		return
	}
	r.mutationRows("sample newsroom", stories)
}

func (r *run) mutationRows(set string, stories [][]Input) {
	m, err := r.prog.Mutate(stories)
	if err != nil {
		r.err = err
		return
	}
	r.counts(set, m)
	r.row("conflicts", set, fmt.Sprintf("untouched, hard, of %d", m.Untouched), ratio(m.Shown, m.Untouched))
	if m, r.err = r.prog.Copies(stories); r.err == nil {
		r.counts(set+", copies", m)
	}
	if r.err == nil {
		if m, r.err = r.prog.Turned(stories); r.err == nil {
			r.counts(set+", turned", m)
		}
	}
}

// counts writes the counts of a mutation test.
func (r *run) counts(set string, m Mutations) {
	for _, k := range slices.Concat(m.Kinds, m.Harmless) {
		if m.Tried[k] == 0 {
			continue
		}
		verb := "found"
		if slices.Contains(m.Harmless, k) {
			verb = "raised"
		}
		r.row("conflicts", set, fmt.Sprintf("%s %s of %d", k, verb, m.Tried[k]), ratio(m.Found[k], m.Tried[k]))
	}
	r.row("conflicts", set, "mutation recall", m.Recall())
	r.row("conflicts", set, "mutation recall by kind", m.Mean())
	r.row("conflicts", set, "false alarms", m.Alarms())
}

// together gathers articles by their story's label, in the order in which the
// labels come.
func together(rows []storyRow, has func(string) bool) [][]Input {
	index := map[string]int{}
	var out [][]Input
	for _, x := range rows {
		if x.Cluster == nil || *x.Cluster == "" || !has(*x.Cluster) {
			continue
		}
		i, ok := index[*x.Cluster]
		if !ok {
			i = len(out)
			index[*x.Cluster], out = i, append(out, nil)
		}
		out[i] = append(out[i], Input{ID: x.ID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source, URL: x.URL})
	}
	return out
}

// sampleStories reads the sample newsroom's pages and gathers their texts by
// story.
func sampleStories() ([][]Input, error) {
	pages, story, err := sample()
	if err != nil {
		return nil, err
	}
	document := sampled(pages)
	var rows []storyRow
	for i, p := range pages {
		doc, err := document(i)
		if err != nil {
			return nil, err
		}
		label := story[p.Article]
		rows = append(rows, storyRow{ID: doc.ID, Text: doc.Text, Date: doc.Published.Value, Title: doc.Title, Source: doc.Outlet, Cluster: &label})
	}
	return together(rows, func(string) bool { return true }), nil
}
