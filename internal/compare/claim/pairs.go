package claim

import (
	"math"

	"nutgraf"
)

// Pair is two statements of different reports in a form to fit the judgement of
// matters on: what they have in common, and whether they give one number.
type Pair struct {
	X, Y   nutgraf.Frame
	Traits []float64
	Same   bool
}

// TraitNames name the traits of a Pair.
func TraitNames() []string { return traitNames[:] }

// copied is the share of words from which on two sentences are taken for copies.
const copied = .85

// Pairs hands on the pairs of numbers of different reports that can be told of
// one matter: those that give one number that is rare enough to be no chance,
// and those that give numbers of one order.
func (f *Finder) Pairs(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When, yield func(Pair)) {
	frames := f.frames(members, entities, times, f.gist.Index(members))
	w, types, stated := weighFrames(frames), typesOf(entities), statedBy(frames)
	for i := range frames {
		x := &frames[i]
		bucket := f.bucket(x)
		if x.Kind != nutgraf.ClaimQuantity || bucket == "" || !x.Known {
			continue
		}
		for j := range frames[:i] {
			y := &frames[j]
			if y.Kind != x.Kind || y.Member == x.Member || !y.Known || f.bucket(y) != bucket || !f.heads(x, y) {
				continue
			}
			one := x.Value == y.Value
			if one && w.overlap(x.Wide, y.Wide) > copied {
				continue // one sentence in two reports teaches nothing
			}
			if one && !uncommon(x.Value) || !one && (same(x, y) || far(x.Value, y.Value) || stated[number{x.Member, y.Unit, y.Value}] || stated[number{y.Member, x.Unit, x.Value}]) {
				continue
			}
			t := f.traits(w, types, x, y)
			yield(Pair{*x, *y, t[:], one})
		}
	}
}

func typesOf(entities []nutgraf.StoryEntity) []nutgraf.EntityType {
	out := make([]nutgraf.EntityType, len(entities))
	for i, e := range entities {
		out[i] = e.Type
	}
	return out
}

// far reports whether one of two numbers is more than four times the other.
func far(a, b float64) bool {
	return math.Max(math.Abs(a), math.Abs(b)) > 4*math.Min(math.Abs(a), math.Abs(b))
}

// uncommon reports whether a number is rare enough that two reports of one story
// that give it speak of one matter: two digits that tell, no year, nothing that
// counts a few.
func uncommon(v float64) bool {
	v = math.Abs(v)
	if v < 20 && v == math.Trunc(v) || v >= 1900 && v <= 2100 {
		return false
	}
	for v >= 1 && multiple(v, 10) {
		v /= 10
	}
	return v >= 10 || v != math.Trunc(v)
}

// DayPairs hands on the pairs of days of different reports that can be told of
// one event: those that are one day, and those at the most daysOff apart.
func (f *Finder) DayPairs(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When, yield func(Pair)) {
	frames := f.frames(members, entities, times, f.gist.Index(members))
	w, types := weighFrames(frames), typesOf(entities)
	for i := range frames {
		x := &frames[i]
		if x.Kind != nutgraf.ClaimDate || x.From == nutgraf.NoDay {
			continue
		}
		for j := range frames[:i] {
			y := &frames[j]
			if y.Kind != x.Kind || y.Member == x.Member || y.From == nutgraf.NoDay || max(x.From-y.From, y.From-x.From) > daysOff || w.overlap(x.Wide, y.Wide) > copied {
				continue
			}
			t := f.traits(w, types, x, y)
			yield(Pair{*x, *y, t[:], x.From == y.From})
		}
	}
}
