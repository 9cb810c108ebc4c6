package claim

import (
	"slices"

	"nutgraf"
)

// A series is so many places at least at which twins part, of which three in
// four say what no other does.
const seriesLeast = 6

// withoutSeries leaves out the numbers and days of what is filled into one
// template, each time with another one: the running number of an issue, the day
// of a bulletin. No two reports that differ in it contradict each other, while in a
// disagreement several reports stand on a side.
func withoutSeries(pairs [][2]*nutgraf.Frame) [][2]*nutgraf.Frame {
	if len(pairs) < seriesLeast-1 {
		return pairs
	}
	type place struct{ member, at int }
	of := func(f *nutgraf.Frame) place { return place{f.Member, f.Focus.Start} }
	first := map[place]place{}
	find := func(p place) place {
		for first[p] != p {
			first[p] = first[first[p]]
			p = first[p]
		}
		return p
	}
	frames := map[place]*nutgraf.Frame{}
	for i := range pairs {
		for k := range pairs[i] {
			f := pairs[i][k]
			if p := of(f); frames[p] == nil {
				first[p], frames[p] = p, f
			}
		}
		first[find(of(pairs[i][0]))] = find(of(pairs[i][1]))
	}
	type said struct {
		value float64
		day   nutgraf.Day
	}
	places, values := map[place]int{}, map[place]map[said]bool{}
	for p, f := range frames {
		at := find(p)
		places[at]++
		if values[at] == nil {
			values[at] = map[said]bool{}
		}
		values[at][said{f.Value, f.From}] = true
	}
	return slices.DeleteFunc(pairs, func(xy [2]*nutgraf.Frame) bool {
		at := find(of(xy[0]))
		return places[at] >= seriesLeast && 4*len(values[at]) >= 3*places[at]
	})
}
