package claim

import (
	"math"
	"slices"

	"nutgraf"
)

// traits are what two frames of one kind have in common and what parts them,
// their numbers apart. Whether they speak of one matter is judged by a weighted
// sum of them.
type traits [traitCount]float64

const (
	tBias      = iota
	tClause    // share of the clauses' words
	tSentence  // share of the sentences' words
	tNear      // share of the words beside the numbers
	tBefore    // share of those before them
	tAfter     // share of those after them
	tWords     // words that the clauses share, up to five
	tThing     // one thing is counted
	tUnnamed   // what is counted is not told by one of the two
	tKind      // what is counted is one kind of person only
	tSameMods  // what qualifies the thing is the same, and not nothing
	tMoreMods  // one qualifies the thing further
	tOtherMods // each qualifies it in its own way
	tDoingElse // each has a verb of its own
	tWhose     // the name nearest to the number is the same
	tWhoseElse // each has a name of its own nearest, and neither clause holds the other's
	tNamed     // names that the clauses share, up to three
	tPersons   // both clauses name persons, and none in common
	tBodies    // the same of organizations
	tPlaces    // the same of places
	tTelling   // the sentences share another number
	tDays      // the sentences tell of days, and of none in common
	tScope     // words beside the numbers mark parts or sums, and not the same ones
	tSource    // one source is named for both
	tHeadline  // one stands in a headline
	tPeculiar  // words that the clauses share and the press uses seldom, up to three
	tUnled     // one clause has a pronoun and no name: of whom it tells stands elsewhere
	tBefell    // the same befell those whom both count
	tSole      // each report counts the thing, or what befell people, once only
	tLead      // both stand in the first sentences of their reports
	traitCount
)

// traitNames name the traits for the program that fits their weights.
var traitNames = [traitCount]string{
	"bias", "clause", "sentence", "near", "before", "after", "words", "thing", "unnamed", "kind", "sameMods", "moreMods", "otherMods",
	"doingElse", "whose", "whoseElse", "named", "persons", "bodies", "places", "telling", "days", "scope", "source", "headline", "peculiar", "unled", "befell", "sole", "lead",
}

// TraitSign says what a trait can speak for: +1 one matter, -1 two, 0 either.
func TraitSign(i int) float64 {
	switch i {
	case tBias, tHeadline:
		return 0
	case tUnnamed, tKind, tMoreMods, tOtherMods, tDoingElse, tWhoseElse, tPersons, tBodies, tPlaces, tDays, tScope, tUnled:
		return -1
	}
	return 1
}

// traits lays two frames side by side.
func (f *Finder) traits(w weights, types []nutgraf.EntityType, x, y *nutgraf.Frame) traits {
	var t traits
	t[tBias] = 1
	t[tClause] = w.overlap(x.Terms, y.Terms)
	t[tSentence] = w.overlap(x.Wide, y.Wide)
	t[tNear] = w.overlap(x.Near, y.Near)
	t[tBefore] = w.overlap(x.Before, y.Before)
	t[tAfter] = w.overlap(x.After, y.After)
	t[tWords] = math.Min(float64(sharedKeys(x.Terms, y.Terms)), 5)
	switch {
	case x.Head == "" || y.Head == "":
		t[tUnnamed] = 1
	case x.Head == y.Head && !f.generic[x.Head]:
		t[tThing] = 1
	case x.Befell == "" || x.Befell != y.Befell:
		t[tKind] = 1
		if math.Min(x.Value, y.Value) >= 100 {
			t[tKind] = .5 // so many are counted once or twice in a story
		}
	}
	t[tBefell] = truth(x.Befell != "" && x.Befell == y.Befell)
	t[tPeculiar] = f.peculiar(x.Terms, y.Terms)
	t[tUnled] = truth(x.Unled || y.Unled)
	t[tSole] = truth(x.Sole && y.Sole)
	t[tLead] = truth(x.Lead && y.Lead)
	switch n := sharedKeys(x.Mods, y.Mods); {
	case x.Money || x.Unit == "percent": // the words beside an amount qualify nothing it counts
		t[tSameMods] = truth(n > 0)
		t[tOtherMods] = 2 * truth(n == 0 && len(x.Mods) > 0 && len(y.Mods) > 0) // but they tell what it is for
	case n == len(x.Mods) && n == len(y.Mods):
		t[tSameMods] = truth(n > 0)
	case n == len(x.Mods) || n == len(y.Mods):
		t[tMoreMods] = 1
	default:
		t[tOtherMods] = 1
	}
	if x.Doing != "" && y.Doing != "" {
		t[tDoingElse] = truth(x.Doing != y.Doing)
	}
	if x.Whose >= 0 && y.Whose >= 0 {
		t[tWhose] = truth(x.Whose == y.Whose)
		t[tWhoseElse] = truth(x.Whose != y.Whose && !slices.Contains(x.Named, y.Whose) && !slices.Contains(y.Named, x.Whose))
	}
	t[tNamed] = math.Min(float64(sharedInts(x.Named, y.Named)), 3)
	t[tPersons] = truth(parted(types, x.Named, y.Named, nutgraf.Person))
	t[tBodies] = truth(parted(types, x.Named, y.Named, nutgraf.Organization))
	t[tPlaces] = truth(parted(types, x.Named, y.Named, nutgraf.Place))
	t[tTelling] = truth(slices.ContainsFunc(x.Beside, func(v float64) bool {
		return v >= tellingBeside && v != x.Value && v != y.Value && slices.Contains(y.Beside, v)
	}))
	t[tDays] = truth(x.Since != nutgraf.NoDay && y.Since != nutgraf.NoDay && (x.Until < y.Since || y.Until < x.Since))
	t[tScope] = truth(f.scoped(x) != f.scoped(y))
	t[tSource] = truth(x.By != "" && x.By == y.By)
	t[tHeadline] = truth(x.Headline || y.Headline)
	return t
}

// tellingBeside is the least number that tells, beside another, that two sentences
// are of one matter: smaller ones stand everywhere.
const tellingBeside = 10

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// peculiar counts the words that two clauses share and that the press does not
// use all the time, up to three.
func (f *Finder) peculiar(a, b []string) float64 {
	n := 0
	for _, k := range a {
		if _, ok := slices.BinarySearch(b, k); ok && !f.common[k] {
			n++
		}
	}
	return math.Min(float64(n), 3)
}

// sharedInts counts what two ascending lists have in common.
func sharedInts(a, b []int) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// parted reports whether both lists hold entities of a type, and none of it in
// common.
func parted(types []nutgraf.EntityType, a, b []int, of nutgraf.EntityType) bool {
	inA, inB := false, false
	for _, e := range a {
		if types[e] == of {
			if slices.Contains(b, e) {
				return false
			}
			inA = true
		}
	}
	for _, e := range b {
		inB = inB || types[e] == of
	}
	return inA && inB
}

// sum is the weighted sum of the traits: the log odds that the frames speak of
// one matter.
func (t *traits) sum() float64 {
	s := 0.0
	for i, x := range t {
		s += x * traitWeights[i]
	}
	return s
}

// traitWeights are fitted by internal/eval/cmd/matters on pairs of statements of
// the stream's stories: those that give one rare number speak of one matter,
// those that give two of two. A name or a day of its own and other words that
// qualify the thing, which copied sentences cannot teach, are weighted by hand.
var traitWeights = traits{
	tBias: -2.26, tClause: .4, tSentence: .47, tNear: .9, tBefore: 2.21, tAfter: 1.42,
	tThing: .2, tUnnamed: -.3, tKind: -1.14, tSameMods: .12, tMoreMods: -.41, tOtherMods: -1, tDoingElse: -.37,
	tWhoseElse: -.5, tNamed: .15, tPersons: -1.55, tBodies: -.59, tPlaces: -.85, tTelling: 1.53, tDays: -.5, tScope: -1.42, tSource: .36,
	tHeadline: .4, tPeculiar: 1.13, tUnled: -.8, tBefell: .6, tSole: .5, tLead: .61,
}
