// Command differ prints the differences that are shown in a set of stories, to
// be read and labelled.
package main

import (
	"flag"
	"fmt"
	"os"

	"nutgraf"
	"nutgraf/internal/eval"
)

func main() {
	soft := flag.Bool("soft", false, "soft differences too")
	flag.Parse()
	if err := differ(flag.Args(), *soft); err != nil {
		fmt.Fprintln(os.Stderr, "differ:", err)
		os.Exit(1)
	}
}

func differ(sets []string, soft bool) error {
	data, err := eval.Open(".")
	if err != nil {
		return err
	}
	p, err := eval.NewProgram()
	if err != nil {
		return err
	}
	for _, set := range sets {
		stories, err := p.Compare(data, set)
		if err != nil {
			return err
		}
		for _, s := range stories {
			for _, c := range s.Findings.Conflicts {
				if soft || c.Severity != nutgraf.Soft {
					fmt.Printf("%s %s (%d reports) %s\n", set, s.Label, len(s.Members), s.Show(c))
				}
			}
		}
	}
	return nil
}
