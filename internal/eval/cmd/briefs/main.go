// Command briefs prints the headline and the nut graf of every story of the sets
// named, one sentence a line with its article and place, so that a reader can
// judge them (internal/eval/testdata/briefs.txt keeps the verdicts).
package main

import (
	"fmt"
	"os"
	"strings"

	"nutgraf/internal/eval"
)

func main() {
	if err := show(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "briefs:", err)
		os.Exit(1)
	}
}

func show(sets []string) error {
	data, prog, err := eval.Start(".")
	if err != nil {
		return err
	}
	for _, set := range sets {
		stories, err := prog.BriefStories(data, set)
		if err != nil {
			return err
		}
		for i, in := range stories {
			title, lines := prog.Nutgraf(in)
			fmt.Printf("\n## %s %d: %d reports\nH %s\n", set, i, len(in), title)
			for _, l := range lines {
				fmt.Printf("- %s\t%d\t%d\t%s\n", l.Article, l.Start, l.End, strings.ReplaceAll(l.Text, "\n", " "))
			}
		}
	}
	return nil
}
