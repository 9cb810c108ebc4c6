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
	tellers  map[toldNumber][]int // the reports that give a number, in their order
	byMember map[int][]*nutgraf.Frame
	entities []nutgraf.StoryEntity
	types    []nutgraf.EntityType
}

// How sure it must be, in log odds, that two numbers speak of one matter: more
// for numbers under ten, which stand everywhere, and for numbers that lie far
// apart.
const (
	sureMatter  = .2
	sureSmall   = 1.3 // added
	sureShare   = .6  // added, for shares of people or things
	sureTime    = .9  // added, for lengths of time
	sureNear    = .7  // taken off, where they are of one order and a rare word is shared
	plainly     = 1   // over what is needed, where nothing further is asked
	soleMeasure = 2.4 // taken off, where both reports give one amount only of a measure of one body
	onlyOnes    = 1.4 // taken off, where neither report gives another such number and their clauses are alike
	alikeOnly   = .6  // how much of their words
	wholeOnes   = 2.4 // taken off, where in such clauses
	alikeWhole  = .75 // most of the words are the same
	sureLong    = .8  // taken off, where one thing is told to be of so many parts
	sureFar     = 1.2 // added, where one is more than twice and a half the other
)

// opposed returns how surely two numbers that differ are told of one matter, 0
// when they may be of two: each must be the other's nearest of its kind, neither
// report may state the other's number, and neither may be a word for many.
func (f *Finder) opposed(x, y *nutgraf.Frame, w weights, in *bucketed) float64 {
	low, high := math.Min(math.Abs(x.Value), math.Abs(y.Value)), math.Max(math.Abs(x.Value), math.Abs(y.Value))
	if same(x, y) || high > 4*low && x.Befell == "" || high > 12*low || vague(x) || vague(y) || f.single(x) || f.single(y) || summed(x, y) || summed(y, x) {
		return 0
	}
	need := sureMatter
	if low < 10 && x.Befell == "" && f.measure(x) == "" {
		need += sureSmall
	}
	if x.Unit == "percent" && x.Head != "" && !f.measured[x.Head] {
		need += sureShare
	}
	if x.Unit == durationUnit {
		need += sureTime
	}
	if high > 2.5*low {
		need += sureFar
	}
	t := f.traits(w, in.types, x, y)
	s := t.sum()
	toll := f.tolls(x, y, &t, in)
	if high > 4*low && !toll && !twins(x, y) {
		return 0
	}
	if f.attackerCounted(x, y, in) {
		return 0
	}
	if toll {
		t[tDays] = 0 // the day of either is that of its count
	}
	sole := f.oneMeasure(x, y) && t[tBodies] == 0 && t[tPersons] == 0 && t[tPlaces] == 0
	if sole {
		need = sureMatter - soleMeasure
	}
	if high <= 1.6*low && low >= 20 && t[tPeculiar] >= 1 && t[tKind] == 0 {
		need -= sureNear
	}
	if toll {
		need = math.Min(need, sureToll)
	}
	long := f.oneThing(x, y) && low >= 10 && high <= 1.6*low && t[tSole] == 1
	if long {
		need -= sureLong
	}
	if sharedKeys(x.Terms, y.Terms) == 0 && sharedKeys(x.Near, y.Near) < 2 && x.Head != y.Head ||
		x.Unit == "percent" && (x.Head == "" || x.Head != y.Head) && t[tPeculiar] == 0 && t[tTelling] == 0 && !oneClause(x, y, &t) {
		return 0 // nothing but the number's place ties them
	}
	if f.apart(x, y, &t) || !sole && (listed(x, y, &t) || !long && !tied(x, y, &t)) || f.measure(x) != "" && (t[tPlaces] == 1 || parted(in.types, x.About, y.About, nutgraf.Place)) ||
		x.Money && t[tClause] < alikeOnly && parted(in.types, x.About, y.About, nutgraf.Person) {
		return 0
	}
	if x.Befell != "" && !toll && !told(&t) && (s < need+plainly || t[tSole] == 0) || in.sums(x, y) || in.sums(y, x) {
		return 0
	}
	nextX, nextY := f.next(in, x, y, w), f.next(in, y, x, w)
	if math.IsInf(nextX, -1) && math.IsInf(nextY, -1) && t[tClause] >= alikeOnly && high <= 1.6*low {
		switch {
		case t[tClause] >= alikeWhole && oneClause(x, y, &t):
			need -= wholeOnes
		case low >= 10:
			need -= onlyOnes
		}
	}
	if s < need || in.both(x, y) {
		return 0
	}
	// With what befell people both reports open: that one of them tells another toll too, as the earlier, parts nothing.
	core := x.Befell != "" && t[tLead] == 1 && low >= 10 && high <= 1.6*low && s >= need+plainly
	if !core && (nextX > s || nextY > s || in.states(x, y) || in.states(y, x)) {
		return 0
	}
	return math.Max(s, least)
}

// apart reports whether two numbers are of a kind of which each person, place,
// match or moment has its own, and nothing says that both are of one: distances,
// shares, what is scored or polled, ages, speeds, prices of the market, what stands
// in a list or is said of a group of several; or whether they are dated otherwise.
func (f *Finder) apart(x, y *nutgraf.Frame, t *traits) bool {
	one := x.Doing != "" && x.Doing == y.Doing || f.oneMeasure(x, y)
	switch {
	case t[tPersons] == 1, t[tDays] == 1 && (!one || !x.Money && (x.Until < y.Since-daysNear || y.Until < x.Since-daysNear)), x.Grouped || y.Grouped, otherPeriods(x, y), countdown(x, y), f.grown(x, y), ofThose(x) != ofThose(y), ago(x) != ago(y):
		return true
	case x.Unit == "percent" && !f.measured[x.Head] && !oneClause(x, y, t):
		return true
	case !one && (x.Unit == lengthUnit || x.Unit == durationUnit):
		return true // another distance, another stretch of time
	case x.Unit == durationUnit && t[tClause] < alikeLength, x.Unit == lengthUnit && (f.bearings[x.Head] || f.bearings[y.Head]):
		return true
	case f.generic[x.Head] && f.generic[y.Head] && x.Befell == "" && (!one || t[tClause] < alikePeople && t[tTelling] == 0) && !f.openBoth(x, y, t):
		return true // people of whom something else is told
	case x.Money && x.Head == "" && !one && t[tClause] < alikeAmount, x.Money && (t[tWhoseElse] == 1 || marketed(x) || marketed(y)):
		return true
	}
	switch {
	case (x.Age || y.Age) && t[tWhose] == 0 && t[tLead]*t[tSole]*t[tThing] == 0, strings.HasSuffix(x.Unit, " per hour"), x.Unit == "knot":
		return true
	}
	if low := math.Min(math.Abs(x.Value), math.Abs(y.Value)); low < 10 && t[tScope] == 1 && t[tBefell] == 0 {
		return true // "the other three", "four of them"
	}
	if (beyond(x) || beyond(y)) && !twins(x, y) {
		return true
	}
	return f.tallied(x) && (t[tWhose] == 0 || t[tTelling] == 0 || x.Told != y.Told)
}

// oneClause reports whether two numbers stand in clauses with a verb that are told in much
// the same words.
func oneClause(x, y *nutgraf.Frame, t *traits) bool {
	return t[tClause] >= alikeOnly && x.Doing != "" && y.Doing != ""
}

// openBoth reports whether two numbers of people, many, are the only ones of their
// reports, with which both open.
func (f *Finder) openBoth(x, y *nutgraf.Frame, t *traits) bool {
	low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value)
	return t[tLead]*t[tSole] == 1 && low >= 1000 && high <= 1.6*low && t[tPeculiar] >= 1
}

// oneThing reports whether two numbers stand before one thing and say of how many parts
// it is: "the 143-page report".
func (f *Finder) oneThing(x, y *nutgraf.Frame) bool {
	a, b := f.partsOf(x), f.partsOf(y)
	return a != "" && a == b && x.Head == y.Head && f.measure(x) == "" && x.Befell == ""
}

// partsOf returns the word of parts joined to a number and the word behind it, one for
// those that can name one paper, "" where there are none.
func (f *Finder) partsOf(x *nutgraf.Frame) string {
	to := x.Focus.End - x.Clause.Span.Start
	if to < 0 || to >= len(x.Clause.Text) || x.Clause.Text[to] != '-' {
		return ""
	}
	words := strings.Fields(strings.ToLower(x.Clause.Text[to+1:]))
	if len(words) < 2 {
		return ""
	}
	thing := strings.Trim(words[1], ".,;:")
	if same, ok := f.papers[thing]; ok {
		thing = same
	}
	return strings.Trim(words[0], ".,;:") + " " + thing
}

// tallied reports whether a number is of what is counted in a race or a match, which
// goes on.
func (f *Finder) tallied(x *nutgraf.Frame) bool {
	return f.tallies[x.Head] || x.Head == "" && !x.Money && x.Unit == "" && slices.ContainsFunc(x.Wide, func(k string) bool { return f.tallies[k] })
}

// How much of their clauses' words two lengths of time, two amounts of what is not
// told, and two numbers of people whom nothing befell must share.
const (
	alikeLength = .5
	alikeAmount = .5
	alikePeople = .5
)

// daysNear is how many days two sentences of one doing can lie apart in what they
// date.
const daysNear = 7

// listed reports whether either number stands in a list, and none beside both ties
// the lists.
func listed(x, y *nutgraf.Frame, t *traits) bool { return (x.Listed || y.Listed) && t[tTelling] == 0 }

// hardly is the share of their sentences' words that two numbers must have in common
// where their clauses have none.
const hardly = .2

// tied reports whether anything but what is counted ties two numbers: a word of
// weight, a doing, a name, another number, what befell them, or much the same
// words around them.
func tied(x, y *nutgraf.Frame, t *traits) bool {
	if t[tClause] == 0 && t[tSentence] < hardly {
		return t[tTelling]+t[tBefell] > 0
	}
	return t[tTelling]+t[tBefell]+t[tWhose]+t[tPeculiar]+t[tLead] > 0 || x.Doing != "" && x.Doing == y.Doing ||
		t[tClause] >= .28 || t[tSentence] >= .4 || t[tAfter] >= .75 || t[tBefore] >= .55
}

// grown reports whether a count can well have grown, or been another, between the
// days of two reports: only of those whom something befell a later count is told as
// one.
func (f *Finder) grown(x, y *nutgraf.Frame) bool {
	return x.Told != nutgraf.NoDay && y.Told != nutgraf.NoDay && max(x.Told-y.Told, y.Told-x.Told) >= daysOld &&
		x.Befell == "" && !f.befall[x.Doing] && !f.befall[y.Doing]
}

// daysOld is how many days two reports can lie apart and tell of one state of
// things.
const daysOld = 3

// beyond reports whether a number counts what there is besides: "five other states",
// "84,000 more jobs". What it is besides differs from report to report.
func beyond(x *nutgraf.Frame) bool {
	to := x.Focus.End - x.Clause.Span.Start
	if to < 0 || to > len(x.Clause.Text) {
		return false
	}
	word, _, _ := strings.Cut(strings.TrimLeft(x.Clause.Text[to:], " "), " ")
	switch word {
	case "other", "more", "fewer", "additional", "extra":
		return true
	}
	return false
}

// marketed reports whether an amount is the price of what is traded, of which every
// hour has its own: "$1,221 an ounce".
func marketed(x *nutgraf.Frame) bool {
	switch rate(x) {
	case "ounce", "barrel", "gallon", "bushel", "ton":
		return true
	}
	return false
}

// toldNumber is a number of what it counts.
type toldNumber struct {
	value              float64
	unit, head, befell string
}

func numberOf(x *nutgraf.Frame) toldNumber {
	if x.Befell != "" {
		return toldNumber{x.Value, x.Unit, "", x.Befell}
	}
	return toldNumber{x.Value, x.Unit, x.Head, ""}
}

// both reports whether another report of the story gives both numbers of what they
// count: then they are two, unless they are given to two sources.
func (in *bucketed) both(x, y *nutgraf.Frame) bool {
	if x.By != "" && y.By != "" && x.By != y.By {
		return false
	}
	a, b := in.tellers[numberOf(x)], in.tellers[numberOf(y)]
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		case a[i] != x.Member && a[i] != y.Member:
			return true
		default:
			i, j = i+1, j+1
		}
	}
	return false
}

// otherPeriods reports whether two numbers are for stretches of time of which one
// is more than twice as long as the other: "in the past two days", "this year".
func otherPeriods(x, y *nutgraf.Frame) bool {
	return x.Days > 0 && y.Days > 0 && math.Max(x.Days, y.Days) > 2*math.Min(x.Days, y.Days)
}

// countdown reports whether two lengths of time differ by as many days as their
// reports lie apart: what is left, or has passed, of one stretch.
func countdown(x, y *nutgraf.Frame) bool {
	return x.Unit == durationUnit && x.Told != nutgraf.NoDay && y.Told != nutgraf.NoDay && x.Told != y.Told &&
		math.Abs(x.Value-y.Value) <= 24*math.Abs(float64(x.Told-y.Told))
}

// least is what a pair that is sure enough counts for at the least.
const least = .01

// oneMeasure reports whether two amounts are the only ones that their reports
// give of one measure, beside one name or none: "revenue fell to $93bn".
func (f *Finder) oneMeasure(x, y *nutgraf.Frame) bool {
	return x.Money && y.Money && x.Head != "" && x.Head == y.Head && f.measured[x.Head] && x.Sole && y.Sole && x.Whose == y.Whose && x.Status == y.Status &&
		len(without(x.Mods, x.Head)) == 0 && len(without(y.Mods, y.Head)) == 0
}

// told reports whether anything beside the words for it ties two counts of whom
// something befell: a name, another number, a rare word, or that both open their
// reports. A story tells of the dead of other days and the arrested of other towns
// too; where nothing ties them, both must be the only ones of their reports.
func told(t *traits) bool {
	return t[tNamed] > 0 || t[tTelling] > 0 || t[tPeculiar] > 0 || t[tLead] > 0
}

// sums reports whether x's number is y's and another of the kind in y's report
// taken together: two rewards beside their sum.
func (in *bucketed) sums(x, y *nutgraf.Frame) bool {
	return slices.ContainsFunc(in.byMember[y.Member], func(g *nutgraf.Frame) bool {
		return g.Value > 0 && g.Focus != y.Focus && g.Unit == y.Unit && (g.Head == y.Head || y.Money) && math.Abs(g.Value+y.Value-x.Value) < 1e-9*math.Abs(x.Value)
	})
}

// single reports whether a number is the bare "one" of a sentence that counts
// nothing: "one woman told her to leave".
func (f *Finder) single(x *nutgraf.Frame) bool {
	return x.Value == 1 && x.Befell == "" && f.measure(x) == ""
}

// next returns how surely another number of y's report in the bucket speaks of
// x's matter, at the most.
func (f *Finder) next(in *bucketed, x, y *nutgraf.Frame, w weights) float64 {
	best := math.Inf(-1)
	all := in.byMember[y.Member]
	for i := range all {
		g := all[i]
		if g.Focus == y.Focus || same(g, y) || same(g, x) || g.Hedge == nutgraf.Bound && g.Low <= y.Value && y.Value <= g.High || x.Head != "" && g.Head != x.Head {
			continue
		}
		t := f.traits(w, in.types, x, g)
		best = math.Max(best, t.sum())
	}
	return best
}

// twins reports whether two frames count those whom one thing befell in
// sentences that share another number: "25 killed and 31 injured", "25 dead and
// five wounded".
func twins(x, y *nutgraf.Frame) bool {
	return x.Befell != "" && x.Befell == y.Befell && slices.ContainsFunc(x.Beside, func(v float64) bool { return v >= 3 && slices.Contains(y.Beside, v) })
}

// vague reports whether a number is a word for many rather than a count.
func vague(x *nutgraf.Frame) bool {
	w := strings.ToLower(focusText(x))
	return strings.HasSuffix(w, "dozens") || strings.HasSuffix(w, "hundreds") || strings.HasSuffix(w, "scores") || strings.HasSuffix(w, "thousands") || strings.HasSuffix(w, "millions")
}

// summed reports whether y's number is x's with another of x's sentence: "12
// sailors and 11 cooks" beside "a crew of 23".
func summed(x, y *nutgraf.Frame) bool {
	return slices.ContainsFunc(x.Beside, func(v float64) bool { return v != 0 && (x.Value+v == y.Value || x.Value-v == y.Value) })
}

// states reports whether x's report states y's number too, and not for another
// source's than x is: then it tells the two apart.
func (in *bucketed) states(x, y *nutgraf.Frame) bool {
	by := in.source(x)
	return slices.ContainsFunc(in.byMember[x.Member], func(g *nutgraf.Frame) bool {
		return g.Known && Agree(g, y) && (g.By == by || g.By == "" || by == "")
	})
}

// source returns who stands behind a number in its report, be it where the
// report states it again.
func (in *bucketed) source(x *nutgraf.Frame) string {
	for _, g := range in.byMember[x.Member] {
		if x.By == "" && g.By != "" && g.Value == x.Value && g.Head == x.Head {
			return g.By
		}
	}
	return x.By
}
