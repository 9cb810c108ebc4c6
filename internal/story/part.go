package story

import (
	"math"
	"slices"

	"nutgraf"
)

// What parts a saga: a silence of so many days, and so many times as long as it is
// commonly silent for, after which what was before and what came since must be so
// many times as much alike as is asked of two groups.
const (
	silence      = 60
	thanCommonly = 12
	afterSilence = 1.5
)

// part parts sagas in silences: what one word brings together over years is seldom
// one matter, unless the one tells of the other. of holds for each story the first
// of its saga. A saga that comes to a report now and then, or of which no days are
// known, stays whole.
func (f *sagaFinder) part(of []int32) {
	place := make([]int32, len(of)) // of a story in its saga
	sagas := make([][]int32, len(of))
	for i, first := range of {
		place[i] = int32(len(sagas[first]))
		sagas[first] = append(sagas[first], int32(i))
	}
	// What the pairs add up to of which one story stands before, the other after, is
	// told by where each pair begins and ends to be one.
	begin, end := make([]int64, len(of)), make([]int64, len(of))
	for _, e := range f.edges {
		if of[e.a] == of[e.b] {
			begin[e.a] += e.score
			end[e.b] += e.score
		}
	}
	var gaps []nutgraf.Day
	for _, saga := range sagas {
		if len(saga) < 3 {
			continue
		}
		gaps = f.gaps(saga, gaps[:0])
		common := slices.Sorted(slices.Values(gaps))[(len(gaps)-1)/2]
		across, now := int64(0), saga[0]
		for k, story := range saga {
			if across -= end[story]; k > 0 && gaps[k-1] > max(silence, thanCommonly*common) {
				pairs := float64(k) * float64(len(saga)-k)
				needed := float64(sagaBar.least) + float64(sagaBar.alone)/math.Sqrt(pairs)
				if float64(across+end[story])/pairs < afterSilence*needed {
					now = story
				}
			}
			across += begin[story]
			of[story] = now
		}
	}
}

// gaps appends the days without news before each story of a saga but the first;
// none where they are not known.
func (f *sagaFinder) gaps(saga []int32, gaps []nutgraf.Day) []nutgraf.Day {
	last := nutgraf.NoDay
	for k, story := range saga {
		cards := f.stories[story]
		if k > 0 {
			gap := nutgraf.Day(0)
			if first := cards[0].day; first != nutgraf.NoDay && last != nutgraf.NoDay {
				gap = max(0, first-last)
			}
			gaps = append(gaps, gap)
		}
		for _, c := range cards {
			if c.day != nutgraf.NoDay && (last == nutgraf.NoDay || c.day > last) {
				last = c.day
			}
		}
	}
	return gaps
}
