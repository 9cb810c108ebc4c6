// Command train fits the settings by which reports are grouped to the labelled
// sets whose licences allow it, and reports how the fit carries over to sets
// that had no part in it. The same data give the same settings to the byte.
//
// It draws settings from ranges chosen by hand, takes the middle of the best,
// and draws again around it, closer each time (the cross-entropy method,
// Rubinstein 1999). The middle of what does well carries over better than the
// one setting that does best.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"nutgraf/internal/eval"
	"nutgraf/internal/story"
)

// fixed holds what is chosen by hand: the sets that may be trained on have
// dates and outlets for sixty articles only.
var fixed = story.Settings{Weights: [...]float64{6: -.03, 7: -.01, 8: -.03}, First: 4, Last: 12}

// knob is a number that is fitted, within a range.
type knob struct {
	of       func(*story.Settings) *float64
	from, to float64
	grain    float64 // to which it is rounded in the end
}

func weight(i int) func(*story.Settings) *float64 {
	return func(s *story.Settings) *float64 { return &s.Weights[i] }
}

var knobs = []knob{
	{weight(0), .1, .3, .01},
	{weight(1), .3, .5, .01},
	{weight(2), .18, .28, .01},
	{weight(3), .5, .7, .01},
	{weight(4), .2, .45, .01},
	{weight(5), .05, .15, .01},
	{func(s *story.Settings) *float64 { return &s.Crowding }, .28, .38, .01},
	{func(s *story.Settings) *float64 { return &s.MixedIn }, 60, 90, 1},
}

const (
	rounds   = 3
	draws    = 60   // settings tried in a round
	elite    = 8    // of which this many are kept
	guessed  = .3   // what a set counts whose stories are guessed
	usualBar = .15  // where the search for the bar begins
	apart    = .015 // what the follow-up among the five reports must lack to be taken in
)

// value is what is sought: the mean score of the sets.
func value(c story.Settings, sets []*eval.StorySet) float64 {
	sum, weights := 0.0, 0.0
	for _, s := range sets {
		w := 1.0
		if s.Name == eval.SetMeantime {
			w = guessed
		}
		sum, weights = sum+w*s.Score(c).F1, weights+w
	}
	return sum / weights
}

// barred sets the bar as low as keeps the follow-up among the five reports well
// apart.
func barred(c story.Settings, reports *eval.StorySet) story.Settings {
	c.Least = usualBar
	c.Least = round(c.Least+apart-reports.Margin(c), .001)
	return c
}

func round(x, grain float64) float64 {
	return math.Round(math.Round(x/grain)*grain*1000) / 1000
}

// fit seeks the settings with which the sets score best.
func fit(sets []*eval.StorySet, reports *eval.StorySet) story.Settings {
	rng := rand.New(rand.NewPCG(1, 2))
	var best []story.Settings
	for range rounds {
		best = keep(around(best, rng, reports), sets)
	}
	c := fixed
	for _, k := range knobs {
		mean, _ := spread(best, k)
		*k.of(&c) = round(mean, k.grain)
	}
	return barred(c, reports)
}

// around draws settings: from the whole ranges at first, later as the best so
// far are spread.
func around(best []story.Settings, rng *rand.Rand, reports *eval.StorySet) []story.Settings {
	out := make([]story.Settings, draws)
	for i := range out {
		out[i] = fixed
		for _, k := range knobs {
			x := k.from + rng.Float64()*(k.to-k.from)
			if len(best) > 0 {
				mean, deviation := spread(best, k)
				x = min(k.to, max(k.from, mean+rng.NormFloat64()*deviation))
			}
			*k.of(&out[i]) = x
		}
		out[i] = barred(out[i], reports)
	}
	return out
}

func spread(of []story.Settings, k knob) (mean, deviation float64) {
	n := float64(len(of))
	for i := range of {
		mean += *k.of(&of[i]) / n
	}
	for i := range of {
		d := *k.of(&of[i]) - mean
		deviation += d * d / n
	}
	return mean, math.Sqrt(deviation)
}

// keep returns the best settings.
func keep(all []story.Settings, sets []*eval.StorySet) []story.Settings {
	type tried struct {
		c     story.Settings
		value float64
	}
	list := make([]tried, len(all))
	for i, c := range all {
		list[i] = tried{c, value(c, sets)}
	}
	slices.SortStableFunc(list, func(a, b tried) int { return cmp.Compare(b.value, a.value) })
	out := make([]story.Settings, elite)
	for i := range out {
		out[i] = list[i].c
	}
	return out
}

func main() {
	folds := flag.Bool("folds", false, "fit to some sets and score the others, too")
	flag.Parse()
	if err := train(*folds); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func train(folds bool) error {
	sets, err := load()
	if err != nil {
		return err
	}
	all := []string{eval.SetECB, eval.SetMeantime, eval.SetSample, eval.SetBasil, eval.SetAllsides}
	report("as it ships, set by hand", story.Shipped(), sets, all...)
	if folds {
		crossValidate(sets)
	}
	report("fit to all that may be trained on", fit([]*eval.StorySet{sets[eval.SetECB], sets[eval.SetMeantime], sets[eval.SetSample]}, sets[eval.SetReports]), sets, all...)
	return nil
}

func load() (map[string]*eval.StorySet, error) {
	data, err := eval.Open(".")
	if err != nil {
		return nil, err
	}
	prog, err := eval.NewProgram()
	if err != nil {
		return nil, err
	}
	sets := map[string]*eval.StorySet{}
	for _, name := range []string{eval.SetECB, eval.SetMeantime, eval.SetSample, eval.SetBasil, eval.SetAllsides, eval.SetReports} {
		if sets[name], err = prog.StorySet(data, name); err != nil {
			return nil, err
		}
	}
	for half, name := range halves {
		sets[name] = sets[eval.SetECB].Part(name, func(story string) bool { return topicHalf(story) == half })
	}
	return sets, nil
}

var halves = [2]string{"ecbplus, one half", "ecbplus, other half"}

// topicHalf says in which half an ECB+ topic is, of which a story's name begins
// with the number.
func topicHalf(story string) int {
	topic := strings.TrimRight(story, "abcdefghijklmnopqrstuvwxyz")
	h := fnv.New32a()
	_, _ = h.Write([]byte(topic))
	return int(h.Sum32() % 2)
}

// crossValidate fits to all sets but one and scores what was left out.
func crossValidate(sets map[string]*eval.StorySet) {
	for _, fold := range [][2][]string{
		{{halves[0], eval.SetMeantime, eval.SetSample}, {halves[1], eval.SetBasil, eval.SetAllsides}},
		{{halves[1], eval.SetMeantime, eval.SetSample}, {halves[0], eval.SetBasil, eval.SetAllsides}},
		{{eval.SetECB, eval.SetMeantime}, {eval.SetSample, eval.SetBasil, eval.SetAllsides}},
		{{eval.SetMeantime, eval.SetSample}, {eval.SetECB, eval.SetBasil, eval.SetAllsides}},
		{{eval.SetECB, eval.SetSample}, {eval.SetMeantime, eval.SetBasil, eval.SetAllsides}},
	} {
		var in []*eval.StorySet
		for _, name := range fold[0] {
			in = append(in, sets[name])
		}
		report("fit to "+strings.Join(fold[0], " + "), fit(in, sets[eval.SetReports]), sets, fold[1]...)
	}
}

func report(what string, c story.Settings, sets map[string]*eval.StorySet, on ...string) {
	fmt.Printf("%s\n  %+v\n", what, c)
	for _, name := range on {
		s := sets[name].Score(c)
		fmt.Printf("  %-24s BCubed P %.3f R %.3f F1 %.3f, multi-report %.3f\n", name, s.P, s.R, s.F1, s.MultiF1)
	}
	fmt.Printf("  %-24s margin %.3f\n", eval.SetReports, sets[eval.SetReports].Margin(c))
}
