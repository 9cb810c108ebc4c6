package main

import (
	"cmp"
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"

	"nutgraf/internal/eval"
	"nutgraf/internal/story"
)

// knob is a number that is fitted: where the search begins and how far it
// looks.
type knob struct {
	of    func(*story.Settings) *float64
	from  float64
	sigma float64
	grain float64 // to which it is rounded in the end
}

// round brings a value to the knob's grain.
func (k knob) round(x float64) float64 { return round(round(x, k.grain), .001) }

func weight(i int) func(*story.Settings) *float64 {
	return func(s *story.Settings) *float64 { return &s.Weights[i] }
}

// knobs stand in the order of the features, the bars last.
var knobs = []knob{
	{weight(0), .3, .15, .01},
	{weight(1), .5, .15, .01},
	{weight(2), .3, .15, .01},
	{weight(3), .6, .15, .01},
	{weight(4), .5, .2, .01},
	{weight(5), .2, .1, .01},
	{weight(6), -.1, .04, .01},
	{weight(7), -.02, .01, .005},
	{weight(8), -.3, .06, .01},
	{weight(9), 0, .04, .005},
	{func(s *story.Settings) *float64 { return &s.Least }, .14, .04, .005},
	{func(s *story.Settings) *float64 { return &s.Alone }, .05, .05, .005},
	{func(s *story.Settings) *float64 { return &s.Crowding }, .5, .12, .01},
}

// unnamed is the weight of having no name in common. It is not fitted: pairs of
// the sets that lack one and still score are few, and short (220 of ECB+, of
// which 22 are of one event; a handful of all others), and the other features
// tell them as well. It is there for notices of a sentence or two that have a
// turn of phrase in common, and is as large as costs the sets nothing.
const unnamed = -.08

// What the search is made of. It draws settings, takes the middle of the best,
// and draws again around it, closer each time (the cross-entropy method,
// Rubinstein 1999). The middle of what does well carries over better than the
// one setting that does best.
const (
	starts  = 3 // searches, of which the middle is taken: one alone hangs on its draws by a hundredth of a score
	rounds  = 12
	draws   = 48
	elite   = 8
	keeping = .3 // of the middle and the spread of the round before
	guessed = .3 // how much less a set weighs whose stories are guessed
)

// shaken is how far the bar is moved to both sides when settings are valued:
// what only does well at one height of the bar does not carry over.
const shaken = .012

// held is what two sets have to reach, over all articles: ECB+ what the project
// set out to reach (.93), the sample newsroom what its tests hold it to (.893), for
// it is too small to be heard by its weight. Each is asked for a little more, since
// the middle of the searches may fall a little below.
var held = map[string]float64{eval.SetECB: .933, eval.SetSample: .895}

// enough is the margin wanted between the five reports' story and its follow-up.
const enough = .03

// two and twoDays are what is asked beyond the bar of two reports that no third has
// joined. They are not fitted, for the sets hold few stories of two: they were
// chosen on 120 such stories of the stream, read by one reader.
const (
	two     = .05
	twoDays = .1
)

// fit seeks the settings with which the sets score best.
func fit(sets []*eval.StorySet, reports *eval.StorySet) story.Settings {
	middle := make([]float64, len(knobs))
	for start := range starts {
		for i, x := range search(rand.New(rand.NewPCG(uint64(start), 2)), sets, reports) {
			middle[i] += x / starts
		}
	}
	for i, k := range knobs {
		middle[i] = k.round(middle[i])
	}
	return settings(middle)
}

// search goes through the rounds once and returns the middle it ends at.
func search(rng *rand.Rand, sets []*eval.StorySet, reports *eval.StorySet) []float64 {
	middle, spread := make([]float64, len(knobs)), make([]float64, len(knobs))
	for i, k := range knobs {
		middle[i], spread[i] = k.from, k.sigma
	}
	for range rounds {
		best := keep(around(middle, spread, rng), sets, reports)
		for i := range knobs {
			mean, deviation := moments(best, i)
			middle[i] = keeping*middle[i] + (1-keeping)*mean
			spread[i] = keeping*spread[i] + (1-keeping)*deviation
		}
	}
	return middle
}

func round(x, grain float64) float64 { return math.Round(x/grain) / math.Round(1/grain) }

// settings are what is fixed with values of the knobs.
func settings(x []float64) story.Settings {
	s := story.Settings{First: 4, Last: 12, MixedIn: 50, Two: two, TwoDays: twoDays}
	*weight(10)(&s) = unnamed
	for i, k := range knobs {
		*k.of(&s) = x[i]
	}
	return s
}

// around draws values of the knobs, the middle first.
func around(middle, spread []float64, rng *rand.Rand) [][]float64 {
	out := make([][]float64, draws)
	for n := range out {
		x := slices.Clone(middle)
		for i := range x {
			if n > 0 {
				x[i] += spread[i] * rng.NormFloat64()
			}
		}
		out[n] = x
	}
	return out
}

// keep returns the best of the values drawn.
func keep(all [][]float64, sets []*eval.StorySet, reports *eval.StorySet) [][]float64 {
	type tried struct {
		x     []float64
		value float64
	}
	list := make([]tried, len(all))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(all); i += workers {
				list[i] = tried{all[i], value(settings(all[i]), sets, reports)}
			}
		})
	}
	wg.Wait()
	slices.SortStableFunc(list, func(a, b tried) int { return cmp.Compare(b.value, a.value) })
	out := make([][]float64, elite)
	for i := range out {
		out[i] = list[i].x
	}
	return out
}

func moments(of [][]float64, i int) (mean, deviation float64) {
	n := float64(len(of))
	for _, x := range of {
		mean += x[i] / n
	}
	for _, x := range of {
		deviation += (x[i] - mean) * (x[i] - mean) / n
	}
	return mean, math.Sqrt(deviation)
}

// value is what is sought: the mean score of the sets, each weighing as much as
// it has labelled articles, over all articles and over those of stories of several
// reports, at three heights of the bar, less what the margin and the sets that are held to a score lack.
func value(c story.Settings, sets []*eval.StorySet, reports *eval.StorySet) float64 {
	sum, weights, lacks := 0.0, 0.0, max(0, enough-reports.Margin(c))
	for _, s := range sets {
		w := float64(len(s.Gold))
		if s.Name == eval.SetMeantime {
			w *= guessed
		}
		for i, score := range s.Scores(c, -shaken, 0, shaken) {
			if i == 1 {
				lacks += max(0, held[s.Name]-score.F1)
			}
			f := (score.F1 + score.MultiF1) / 2
			if s.Name == eval.SetMeantime {
				f = score.F1 // no story has several reports
			}
			sum, weights = sum+w*f, weights+w
		}
	}
	// Scores are summed in no fixed order: what differs by less is a tie.
	return round(sum/weights-lacks, 1e-9)
}
