package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// bucketed is what the frames of one bucket are compared by beside their words.
type bucketed struct {
	stated   map[number]bool
	byMember map[int][]nutgraf.Frame
	entities []nutgraf.StoryEntity
}

// How alike the words about two differing numbers must be where each is the
// other's nearest of its kind and neither report states the other's number.
const (
	nearThing  = .28 // both count one thing
	nearPeople = .38
	nearAmount = .36
	nearSmall  = .5 // numbers under ten, which stand everywhere
	surelyOne  = .8 // whoever else is named
)

// counterparts reports whether two numbers are each other's counterpart: neither
// report states the other's number, no other number of the kind in the one
// report is nearer to that of the other, and their words, those beside the
// number above all, have enough in common.
func (f *Finder) counterparts(x, y nutgraf.Frame, w weights, in *bucketed) bool {
	if x.Kind != nutgraf.ClaimQuantity || vague(x) || vague(y) || summed(x, y) || summed(y, x) || in.states(x.Member, y) || in.states(y.Member, x) {
		return false
	}
	s := w.beside(x, y)
	if s < f.nearNeed(x, y) || sharedKeys(x.Near, y.Near) < 1 || sharedKeys(x.Wide, y.Wide) < 2 || x.Head != y.Head && sharedKeys(x.Terms, y.Terms) < 1 || x.Head == "" && sharedKeys(x.Terms, y.Terms) < 1 {
		return false
	}
	return !in.nearer(x, y, s, w) && !in.nearer(y, x, s, w)
}

func (f *Finder) nearNeed(x, y nutgraf.Frame) float64 {
	low, high := math.Min(math.Abs(x.Value), math.Abs(y.Value)), math.Max(math.Abs(x.Value), math.Abs(y.Value))
	switch {
	case twins(x, y) && high <= 12*low:
		return nearThing
	case high > 4*low:
		return 2
	case low < 10 && !x.Money && x.Unit != "percent":
		return nearSmall
	case x.Head == "" || y.Head == "":
		return nearAmount
	case f.generic[x.Head] || f.generic[y.Head]:
		return nearPeople
	}
	return nearThing
}

// plain reports whether two numbers of one thing that need share few words are
// not told of two things by a nearer number, a sum, or a loose word.
func (in *bucketed) plain(f *Finder, x, y nutgraf.Frame, w weights) bool {
	if x.Kind != nutgraf.ClaimQuantity {
		return true
	}
	if vague(x) || vague(y) || summed(x, y) || summed(y, x) {
		return false
	}
	if f.need(x, y) >= alikeRival {
		return true
	}
	s := w.beside(x, y)
	return !in.nearer(x, y, s, w) && !in.nearer(y, x, s, w)
}

// twins reports whether two frames count those whom one thing befell in
// sentences that share another number: "25 killed and 31 injured", "25 dead and
// five wounded".
func twins(x, y nutgraf.Frame) bool {
	return x.Befell != "" && x.Befell == y.Befell && slices.ContainsFunc(x.Beside, func(v float64) bool { return v >= 3 && slices.Contains(y.Beside, v) })
}

// vague reports whether a number is a word for many rather than a count.
func vague(x nutgraf.Frame) bool {
	w := strings.ToLower(focusText(x))
	return strings.HasSuffix(w, "dozens") || strings.HasSuffix(w, "hundreds") || strings.HasSuffix(w, "scores") || strings.HasSuffix(w, "thousands") || strings.HasSuffix(w, "millions")
}

// summed reports whether y's number is x's with another of x's sentence: "12
// sailors and 11 cooks" beside "a crew of 23".
func summed(x, y nutgraf.Frame) bool {
	return slices.ContainsFunc(x.Beside, func(v float64) bool { return v != 0 && (x.Value+v == y.Value || x.Value-v == y.Value) })
}

// otherPeople reports whether two frames are about different people: each
// sentence names some, beside who says it, and they share none. An amount has
// payers and payees, of whom a report may name either.
func (in *bucketed) otherPeople(x, y nutgraf.Frame, w weights) bool {
	if x.Kind != nutgraf.ClaimQuantity || x.Money {
		return false
	}
	a, b := in.peopleOf(x), in.peopleOf(y)
	return len(a) > 0 && len(b) > 0 && !meet(a, b) && !twins(x, y) && w.beside(x, y) < surelyOne
}

func (in *bucketed) peopleOf(x nutgraf.Frame) []int {
	return slices.DeleteFunc(slices.Clone(x.About), func(e int) bool { return in.entities[e].Type != nutgraf.Person || in.entities[e].Name == x.By })
}

// states reports whether a report states the number of a frame in the bucket.
func (in *bucketed) states(member int, fr nutgraf.Frame) bool {
	if in.stated[number{member, fr.Unit, fr.Value}] {
		return true
	}
	return slices.ContainsFunc(in.byMember[member], func(g nutgraf.Frame) bool { return g.Known && Agree(g, fr) })
}

// nearer reports whether y's report has another number in the bucket whose
// words are nearer to x's.
func (in *bucketed) nearer(x, y nutgraf.Frame, s float64, w weights) bool {
	return slices.ContainsFunc(in.byMember[y.Member], func(g nutgraf.Frame) bool {
		return g.Focus != y.Focus && (x.Head == "" || g.Head == x.Head) && !same(g, y) && w.beside(x, g) > s
	})
}

// How alike the words of two days must be that each report gives alone, and how
// many days apart they can be told of one event.
const (
	nearDay  = .5
	daysOff  = 10
	dayWords = 2
)

// sameEvent reports whether two days are told of one event: neither report
// speaks of the other's day, and no other day of its own is nearer.
func (in *bucketed) sameEvent(x, y nutgraf.Frame, w weights) bool {
	s := w.beside(x, y)
	if x.From == nutgraf.NoDay || y.From == nutgraf.NoDay || x.From-y.From > daysOff || y.From-x.From > daysOff || s < nearDay || sharedKeys(x.Near, y.Near) < dayWords {
		return false
	}
	return !in.speaksOf(x.Member, y.From) && !in.speaksOf(y.Member, x.From) && !in.nearer(x, y, s, w) && !in.nearer(y, x, s, w)
}

// speaksOf reports whether a report dates anything on a day.
func (in *bucketed) speaksOf(member int, day nutgraf.Day) bool {
	return slices.ContainsFunc(in.byMember[member], func(g nutgraf.Frame) bool { return g.From == day })
}
