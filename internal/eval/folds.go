package eval

import (
	"cmp"
	_ "embed"
	"encoding/json"
	"fmt"

	"nutgraf/internal/story"
)

// Fold is the settings of grouping fitted to some sets, to be scored on others.
type Fold struct {
	Train    []string
	Test     []string
	Settings story.Settings
}

// folds.json is written by the command in internal/eval/train.
//
//go:embed folds.json
var foldsFile []byte

// Folds returns the folds as they were fitted last.
func Folds() ([]Fold, error) {
	var out []Fold
	if err := json.Unmarshal(foldsFile, &out); err != nil {
		return nil, fmt.Errorf("read the folds of grouping: %w", err)
	}
	return out, nil
}

// folds scores each fold on the sets that had no part in it.
func (r *run) folds() {
	folds, err := Folds()
	if err != nil {
		r.err = err
		return
	}
	reports, err := r.prog.StorySet(r.data, SetReports)
	if err != nil {
		r.err = err
		return
	}
	sets, label := map[string]*StorySet{}, map[string]string{} // read once: folds have tests in common
	for _, s := range r.months() {
		sets[s.Name], label[s.Name] = s, monthName(s.Name)
	}
	if r.err != nil {
		return
	}
	least := 1.0
	for _, f := range folds {
		metric := "BCubed F1, left out"
		if len(f.Test) > 1 {
			metric = "BCubed F1, left out together" // as by the fit that ships, which is the first
		}
		for _, name := range f.Test {
			if sets[name] == nil {
				if sets[name], err = r.prog.StorySet(r.data, name); err != nil {
					r.err = err
					return
				}
			}
			b := sets[name].Score(f.Settings)
			r.row("fold", cmp.Or(label[name], name), metric, b.F1)
			if b.MultiF1 != b.F1 {
				r.row("fold", cmp.Or(label[name], name), metric+", multi-report", b.MultiF1)
			}
		}
		least = min(least, reports.Margin(f.Settings))
	}
	r.row("fold", SetReports, "least margin of the folds", least)
	r.row("story", SetReports, "margin of the follow-up", reports.Margin(story.Shipped()))
}
