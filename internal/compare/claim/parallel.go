package claim

import (
	"maps"
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// Two sentences of different reports that tell much the same are of one matter even
// where their words for it differ, so that numbers which stand in one place of both
// are of one thing.
const (
	parallelMost   = .55 // how much of its weight the one sentence must have in the other
	parallelLeast  = .3  // and the other in the one
	parallelWords  = 3   // words that the press does not use all the time, shared
	parallelSure   = .75 // from how much on what is counted may go by two names
	parallelFrames = 300 // of one kind, compared
	parallelFar    = 12  // how many times the other a number can be
)

// parallel sets against each other the numbers that two reports give for one thing in
// sentences that tell much the same.
func (f *Finder) parallel(ms []nutgraf.Matter, frames []nutgraf.Frame, w weights, stated map[number]bool, entities []nutgraf.StoryEntity) []nutgraf.Matter {
	types := typesOf(entities)
	buckets := map[string][]int{}
	for i := range frames {
		if b := f.kindOf(&frames[i]); b != "" {
			buckets[b] = append(buckets[b], i)
		}
	}
	for _, b := range slices.Sorted(maps.Keys(buckets)) {
		some := fewOfEach(frames, buckets[b])
		var in *bucketed // made once it is asked: few sentences run in parallel
		for at, j := range some {
			for _, i := range some[:at] {
				x, y := &frames[i], &frames[j]
				if x.Member == y.Member || !f.inParallel(w, types, x, y, stated) {
					continue
				}
				if in == nil {
					in = bucketOf(frames, buckets[b], stated, entities)
				}
				if !f.attackerCounted(x, y, in) && !in.sums(x, y) && !in.sums(y, x) &&
					!in.fitsBetter(w, x, y) && !in.fitsBetter(w, y, x) && !in.bothGiven(x, y) {
					ms = oppose(ms, x, y)
				}
			}
		}
	}
	return ms
}

// fewOfEach keeps of the frames that give one number the first ones, and of all so many
// that the cost stays bounded: a story of a thousand reports gives each number often.
func fewOfEach(frames []nutgraf.Frame, idx []int) []int {
	var out []int
	times := map[float64]int{}
	for _, i := range idx {
		if v := frames[i].Value; times[v] < representatives && len(out) < parallelFrames {
			times[v]++
			out = append(out, i)
		}
	}
	return out
}

// kindOf is the kind of thing a number counts, as far as parallel sentences are
// compared: people of whatever name are of one kind.
func (f *Finder) kindOf(x *nutgraf.Frame) string {
	switch {
	case x.Kind != nutgraf.ClaimQuantity || !x.Known || x.Partial || x.Age || x.Value <= 1 || vague(x) || denied(x) || f.polled(x) || marketed(x) || f.pictured[x.Head]:
		return ""
	case x.Unit == durationUnit || f.bearings[x.Head] || f.tallied(x) || strings.HasSuffix(x.Unit, " per hour") || strings.HasPrefix(x.Clause.Text, "where "):
		return ""
	case x.Unit == "percent" || ofThose(x):
		return "" // each says of what it is a part in words of its own
	case x.Money:
		return "unit " + x.Unit
	case f.measure(x) != "":
		return ""
	case f.generic[x.Head] || f.people[x.Head] || x.Befell != "":
		return "people"
	case x.Head != "":
		return "count " + x.Head
	}
	return ""
}

// inParallel reports whether two numbers that differ stand in one place of sentences
// that tell much the same. Sentences in one wording are compared word by word (see
// twinned).
func (f *Finder) inParallel(w weights, types []nutgraf.EntityType, x, y *nutgraf.Frame, stated map[number]bool) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	if high > parallelFar*low || same(x, y) || x.Befell != y.Befell || slices.Contains(x.Beside, y.Value) || slices.Contains(y.Beside, x.Value) {
		return false
	}
	if stated[number{x.Member, y.Unit, y.Value}] || stated[number{y.Member, x.Unit, x.Value}] {
		return false
	}
	shared, own, others := w.shares(x.Wide, y.Wide)
	if math.Max(own, others) < parallelMost || math.Min(own, others) < parallelLeast || math.Min(own, others) > copied || f.peculiar(x.Wide, y.Wide) < parallelWords && shared < parallelWords {
		return false
	}
	near := w.overlap(x.Near, y.Near)
	if (near < .3 || w.overlap(x.Terms, y.Terms) < .4) && (near < .1 || math.Max(own, others) < .65 || x.Money) {
		return false
	}
	if most := math.Max(own, others); most < parallelSure && (x.Head != y.Head && !f.generic[x.Head] && !f.generic[y.Head] && x.Befell == "" || x.Unled != y.Unled) {
		return false
	}
	t := f.traits(w, types, x, y)
	return t[tPersons] == 0 && t[tPlaces] == 0 && t[tDays] == 0 && f.scoped(x) == f.scoped(y) && rate(x) == rate(y) && x.Bygone == y.Bygone &&
		!summed(x, y) && !summed(y, x) && !beyond(x) && !beyond(y) && !otherPeriods(x, y) && !f.grown(x, y) && ago(x) == ago(y) && !x.Grouped && !y.Grouped
}

// ofThose reports whether a number counts a part of what was told of before: "three
// of the bullets".
func ofThose(x *nutgraf.Frame) bool {
	to := x.Focus.End - x.Clause.Span.Start
	if to < 0 || to > len(x.Clause.Text) {
		return false
	}
	after := strings.ToLower(strings.TrimLeft(x.Clause.Text[to:], " "))
	return strings.HasPrefix(after, "of th") || strings.HasPrefix(after, "of its ") || strings.HasPrefix(after, "of his ")
}

// ago reports whether a number is told to be one of earlier days.
func ago(x *nutgraf.Frame) bool { return strings.Contains(x.Clause.Text, " ago") }

// shares gives how many words two sorted lists share, and which part of the weight of
// each that is.
func (w weights) shares(a, b []string) (shared, ofA, ofB float64) {
	var both, wa, wb float64
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			wa += w[a[i]]
			i++
		case i == len(a) || b[j] < a[i]:
			wb += w[b[j]]
			j++
		default:
			x := w[a[i]]
			shared, both, wa, wb = shared+1, both+x, wa+x, wb+x
			i, j = i+1, j+1
		}
	}
	if both == 0 {
		return 0, 0, 0
	}
	return shared, both / wa, both / wb
}

// fitsBetter reports whether another number of y's report fits x as well as y does.
func (in *bucketed) fitsBetter(w weights, x, y *nutgraf.Frame) bool {
	fit := w.fit(x, y)
	return slices.ContainsFunc(in.byMember[y.Member], func(g *nutgraf.Frame) bool {
		return g.Focus != y.Focus && !same(g, y) && g.Befell == x.Befell && (same(g, x) || w.fit(x, g) >= fit)
	})
}

// fit says how much the words around two numbers have in common.
func (w weights) fit(x, y *nutgraf.Frame) float64 {
	return w.overlap(x.Near, y.Near) + w.overlap(x.Terms, y.Terms) + w.overlap(x.Wide, y.Wide)
}

// bothGiven reports whether a third report gives both numbers, whatever they count.
func (in *bucketed) bothGiven(x, y *nutgraf.Frame) bool {
	for member, all := range in.byMember {
		gives := func(z *nutgraf.Frame) bool {
			return slices.ContainsFunc(all, func(g *nutgraf.Frame) bool { return same(g, z) })
		}
		if member != x.Member && member != y.Member && gives(x) && gives(y) {
			return true
		}
	}
	return false
}
