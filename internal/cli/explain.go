package cli

import (
	"fmt"
	"math"

	"nutgraf/internal/story"
	"nutgraf/internal/wire"
)

// explain says why two of the articles are, or are not, in one story.
func explain(e *env, grouper *story.Grouper, a, b string) error {
	x, err := grouper.Explain(a, b)
	if err != nil {
		return err
	}
	out := wire.Explained{
		Schema: wire.Schema, IDs: [2]string{a, b}, SameStory: x.SameStory, SameSaga: x.SameSaga, Why: verdict(&x),
		Score: thousandths(x.Score), Groups: x.Groups, Mean: thousandths(x.Mean), Needed: thousandths(x.Needed),
		Features: []wire.ExplainedFeature{}, Shared: []wire.ExplainedWord{}, Candidates: []wire.ExplainedPair{},
	}
	for _, r := range x.Reasons {
		out.Features = append(out.Features, wire.ExplainedFeature{Name: r.Name, Value: thousandths(r.Value), Weight: r.Weight, Adds: thousandths(r.Adds)})
	}
	for _, s := range x.Shared {
		out.Shared = append(out.Shared, wire.ExplainedWord{Word: s.Word, Adds: thousandths(s.Share)})
	}
	for k, id := range out.IDs {
		for _, c := range x.Looked[k] {
			out.Candidates = append(out.Candidates, wire.ExplainedPair{ID: c.ID, With: id, Score: thousandths(c.Score)})
		}
	}
	return e.object(out)
}

// verdict words what an explanation comes to.
func verdict(x *story.Explanation) string {
	decided := func(between, ask string) string {
		return fmt.Sprintf("%s score %.3f on average, and %.3f %s", between, x.Mean, x.Needed, ask)
	}
	groups := "the pair of them"
	if x.Groups != [2]int{1, 1} {
		groups = fmt.Sprintf("the pairs between the %s of one group and the %s of the other", reports(x.Groups[0]), reports(x.Groups[1]))
	}
	switch {
	case x.Copies:
		return "One text in two places."
	case x.SameStory:
		return "One story: " + decided(groups, "was asked for to join them") + "."
	case x.Series:
		return "Two pieces filled into one template, with other numbers."
	case x.Apart:
		return "Too many days lie between them to be compared."
	case x.SameSaga:
		return "Two stories of one saga: " + decided(groups, "is asked for to join them") + "."
	}
	return "Two stories: " + decided(groups, "is asked for to join them") + "."
}

func reports(n int) string {
	if n == 1 {
		return "one report"
	}
	return fmt.Sprintf("%d reports", n)
}

func thousandths(x float64) float64 { return math.Round(x*1000)/1000 + 0 }

// pairOf takes the two ids of articles off the arguments.
func pairOf(args []string) (a, b string, paths []string, err error) {
	if len(args) < 2 {
		return "", "", nil, usage("group --explain: name two articles by their ids")
	}
	return args[0], args[1], args[2:], nil
}
