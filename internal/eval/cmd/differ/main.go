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
	rows := flag.Bool("rows", false, "rows for internal/eval/testdata/differences.tsv")
	flag.Parse()
	if err := differ(flag.Args(), *soft, *rows); err != nil {
		fmt.Fprintln(os.Stderr, "differ:", err)
		os.Exit(1)
	}
}

func differ(sets []string, soft, rows bool) error {
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
				if rows && c.Severity != nutgraf.Soft {
					a, b := c.Sides[0].Evidence[0], c.Sides[1].Evidence[0]
					fmt.Printf("%s\t%s\t%s:%d-%d\t%s:%d-%d\t?\t\n", set, c.Kind, a.Doc, a.Span.Start, a.Span.End, b.Doc, b.Span.Start, b.Span.End)
					continue
				}
				if !rows && (soft || c.Severity != nutgraf.Soft) {
					fmt.Printf("%s %s (%d reports) %s\n", set, s.Label, len(s.Members), s.Show(c))
				}
			}
		}
	}
	return nil
}
