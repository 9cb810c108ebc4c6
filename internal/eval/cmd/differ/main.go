// Command differ prints the differences that are shown in sets of stories, to be
// read and labelled, each with the verdict of a reader where there is one, and
// how many of those read are right.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"

	"nutgraf"
	"nutgraf/internal/eval"
)

func main() {
	soft := flag.Bool("soft", false, "soft differences too")
	rows := flag.Bool("rows", false, "rows for internal/eval/testdata/differences.tsv")
	unread := flag.Bool("unread", false, "only those that nobody read")
	missed := flag.String("missed", "", "instead, what annotated stories of this set have and is not shown; those kept from who writes rules are left out")
	flag.Parse()
	var err error
	if *missed != "" {
		err = miss(*missed)
	} else {
		err = differ(flag.Args(), *soft, *rows, *unread)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "differ:", err)
		os.Exit(1)
	}
}

func differ(sets []string, soft, rows, unread bool) error {
	data, p, err := eval.Start(".")
	if err != nil {
		return err
	}
	readings, err := eval.Readings()
	if err != nil {
		return err
	}
	counts := map[string]int{}
	for _, set := range sets {
		stories, err := p.Compare(data, set)
		if err != nil {
			return err
		}
		for _, s := range stories {
			for _, c := range s.Findings.Conflicts {
				if c.Severity == nutgraf.Soft && (rows || !soft) {
					continue
				}
				v, read := eval.ReadingOf(readings, c)
				verdict := verdictOf(v, read)
				if c.Severity != nutgraf.Soft {
					counts[verdict]++
				}
				switch {
				case read && unread:
				case rows:
					a, b := c.Sides[0].Evidence[0], c.Sides[1].Evidence[0]
					fmt.Printf("%s\t%s\t%s:%d-%d\t%s:%d-%d\t%s\t%s\n", set, c.Kind, a.Doc, a.Span.Start, a.Span.End, b.Doc, b.Span.Start, b.Span.End, verdict, v.Difference)
				default:
					fmt.Printf("%s %s (%d reports) [%s %s] %s\n", set, s.Label, len(s.Members), verdict, v.Difference, s.Show(c))
				}
			}
		}
	}
	fmt.Fprintf(os.Stderr, "right %d, wrong %d, not read %d\n", counts["right"], counts["wrong"], counts["?"])
	return nil
}

// miss prints the differences of the annotated stories of a set that are not shown.
func miss(set string) error {
	data, p, err := eval.Start(".")
	if err != nil {
		return err
	}
	golds, err := eval.OwnGolds()
	if err != nil {
		return err
	}
	stories, err := p.Compare(data, "annotated")
	if err != nil {
		return err
	}
	all := map[string]*eval.FindingsScore{"seen": {}, "kept": {}}
	for i, g := range golds {
		if g.Set != set {
			continue
		}
		s := eval.Findings(golds[i:i+1], stories[i:i+1])
		all[g.Split].Add(s)
		for _, x := range s.Missed {
			if _, id, _ := strings.Cut(x, " "); g.Split == "seen" {
				fmt.Println(stories[i].ShowGold(g, id))
			}
		}
	}
	for _, split := range []string{"seen", "kept"} {
		s := all[split]
		fmt.Fprintf(os.Stderr, "%s: hard %d of %d, medium %d of %d, soft %d of %d found; %d of %d hard and medium shown are annotated; %d of %d traps taken\n", split,
			s.Found["hard"], s.Gold["hard"], s.Found["medium"], s.Gold["medium"], s.Found["soft"], s.Gold["soft"], s.Right, s.Loud, s.Taken, s.Traps)
	}
	return nil
}

func verdictOf(v eval.Reading, read bool) string {
	switch {
	case !read:
		return "?"
	case v.Right:
		return "right"
	}
	return "wrong"
}
