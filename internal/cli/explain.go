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
		Score: thousandths(x.Score), Mean: thousandths(x.Mean), Needed: thousandths(x.Needed),
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
	mean := fmt.Sprintf("the pairs of reports score %.3f on average, and %.3f is asked for here", x.Mean, x.Needed)
	switch {
	case x.Copies:
		return "One text in two places."
	case x.Series:
		return "Two pieces filled into one template, with other numbers."
	case x.Apart:
		return "Too many days lie between them to be compared."
	case x.SameStory:
		return "One story: " + mean + "."
	case x.SameSaga:
		return "Two stories of one saga: " + mean + "."
	}
	return "Two stories: " + mean + "."
}

func thousandths(x float64) float64 { return math.Round(x*1000)/1000 + 0 }

// pairOf takes the two ids of articles off the arguments.
func pairOf(args []string) (a, b string, paths []string, err error) {
	if len(args) < 2 {
		return "", "", nil, usage("group --explain: name two articles by their ids")
	}
	return args[0], args[1], args[2:], nil
}
