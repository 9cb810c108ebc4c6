// Command train fits the settings by which reports are grouped to labelled sets
// and reports how the fit carries over to sets that had no part in it. The same
// data give the same settings to the byte.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime/debug"
	"slices"
	"strings"

	"nutgraf/internal/eval"
	"nutgraf/internal/story"
)

const foldsFile = "internal/eval/folds.json"

func main() {
	folds := flag.Bool("folds", false, "fit to some sets and score the others, too, and rewrite "+foldsFile)
	flag.Parse()
	debug.SetGCPercent(800) // each try makes much that is thrown away at once
	if err := train(*folds); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// all are the sets whose scores are told.
var all = slices.Concat([]string{eval.SetECB, eval.SetBasil, eval.SetAllsides, eval.SetSample, eval.SetMeantime}, eval.Months, eval.Measured)

func train(folds bool) error {
	sets, err := load()
	if err != nil {
		return err
	}
	report("as it ships", story.Shipped(), sets, all...)
	if folds {
		return crossValidate(sets)
	}
	report("fit to those whose licences allow it", fit(pick(sets, open...), sets[eval.SetReports]), sets, all...)
	return nil
}

// open are the sets whose licences allow it that what ships is fitted to them.
var open = append([]string{eval.SetECB, eval.SetSample, eval.SetMeantime}, eval.Months...)

func load() (map[string]*eval.StorySet, error) {
	data, prog, err := eval.Start(".")
	if err != nil {
		return nil, err
	}
	sets := map[string]*eval.StorySet{}
	months, err := prog.StreamSets(data)
	if err != nil {
		return nil, err
	}
	for _, s := range months {
		sets[s.Name] = s
	}
	for _, name := range append([]string{eval.SetReports, eval.Halves[0], eval.Halves[1]}, all...) {
		if sets[name] != nil {
			continue
		}
		if sets[name], err = prog.StorySet(data, name); err != nil {
			return nil, err
		}
	}
	return sets, nil
}

func pick(sets map[string]*eval.StorySet, names ...string) []*eval.StorySet {
	out := make([]*eval.StorySet, len(names))
	for i, name := range names {
		out[i] = sets[name]
	}
	return out
}

// crossValidate fits to the open sets, to all sets but one, to all with one
// half of ECB+, and to all but the months of the stream, and scores what was
// left out. The first fold is what ships.
func crossValidate(sets map[string]*eval.StorySet) error {
	labelled := []string{eval.SetECB, eval.SetBasil, eval.SetAllsides, eval.SetSample}
	others := append([]string{eval.SetMeantime}, eval.Months...)
	folds := []eval.Fold{{Train: open, Test: append([]string{eval.SetBasil, eval.SetAllsides}, eval.Measured...)}}
	for _, left := range []string{eval.SetAllsides, eval.SetBasil, eval.SetSample, eval.SetECB} {
		folds = append(folds, eval.Fold{Train: slices.Concat(without(labelled, left), others), Test: []string{left}})
	}
	for k, half := range eval.Halves {
		folds = append(folds, eval.Fold{Train: slices.Concat([]string{half}, without(labelled, eval.SetECB), others), Test: []string{eval.Halves[1-k]}})
	}
	folds = append(folds, eval.Fold{Train: append(labelled, eval.SetMeantime), Test: eval.Months})
	for i := range folds {
		f := &folds[i]
		f.Settings = fit(pick(sets, f.Train...), sets[eval.SetReports])
		report("fit to "+strings.Join(f.Train, " + "), f.Settings, sets, f.Test...)
	}
	out, err := json.MarshalIndent(folds, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(foldsFile, append(out, '\n'), 0o644)
}

// without returns the names but for one.
func without(names []string, name string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == name })
}

func report(what string, c story.Settings, sets map[string]*eval.StorySet, on ...string) {
	fmt.Printf("%s\n  %+v\n", what, c)
	for _, name := range on {
		s := sets[name].Score(c)
		fmt.Printf("  %-24s BCubed P %.3f R %.3f F1 %.3f, multi-report %.3f\n", name, s.P, s.R, s.F1, s.MultiF1)
	}
	fmt.Printf("  %-24s margin %.3f\n", eval.SetReports, sets[eval.SetReports].Margin(c))
}
