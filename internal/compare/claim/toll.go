package claim

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// How surely, in log odds, two tolls must be of one event where each is the first
// that its report tells, and how many days the reports may lie apart.
const (
	sureToll = -.35
	daysToll = 7
)

// tolls reports whether two numbers count those whom one event killed or hurt: each
// is the first of the kind that its report tells, and one of them stands where its
// report opens. Of other events, and of its parts, a report tells further down. Where
// one is far larger, it must be the later one.
func (f *Finder) tolls(x, y *nutgraf.Frame, t *traits, in *bucketed) bool {
	if x.Befell == "" || x.Befell != y.Befell || x.Befell != "kill" && x.Befell != "injure" || !x.Lead && !y.Lead || x.Bygone || y.Bygone || f.scoped(x)+f.scoped(y) != "" || t[tPlaces]+t[tPersons] > 0 {
		return false
	}
	if !x.Lead && in.elsewhere(x, y.Member) || !y.Lead && in.elsewhere(y, x.Member) {
		return false
	}
	if x.Told.Apart(y.Told) > daysToll || x.Since.Apart(y.Since) > daysToll {
		return false
	}
	if low, high := math.Min(x.Value, y.Value), math.Max(x.Value, y.Value); high > farToll*low && (x.Told == y.Told || x.Told == nutgraf.NoDay || y.Told == nutgraf.NoDay || (x.Told < y.Told) != (x.Value < y.Value)) {
		return false
	}
	return max(x.Sentence, y.Sentence) <= tollDeep && !all(x) && !all(y) && !f.atHospital(x) && !f.atHospital(y) && in.firstToll(x) && in.firstToll(y)
}

// elsewhere reports whether a toll told further down its report, where other events
// of the kind are told too, is of a place that another report names beside none of
// its own.
func (in *bucketed) elsewhere(x *nutgraf.Frame, member int) bool {
	var about []int
	for i := range in.byMember[member] {
		about = append(about, in.byMember[member][i].About...)
	}
	return parted(in.types, x.About, about, nutgraf.Place)
}

// atHospital reports whether a number counts those whom a hospital treats: others go to
// another.
func (f *Finder) atHospital(x *nutgraf.Frame) bool {
	return slices.Contains(x.Wide, f.hospital)
}

// tollDeep is the last sentence in which a report tells how many its event killed or
// hurt.
const tollDeep = 15

// all reports whether a number is that of all of some: "all four were killed" says of
// whom before.
func all(x *nutgraf.Frame) bool {
	from := x.Focus.Start - x.Clause.Span.Start
	return from > 0 && from <= len(x.Clause.Text) && strings.HasSuffix(strings.ToLower(x.Clause.Text[:from]), "all ")
}

// farToll is from how many times the other on a toll must be the later one.
const farToll = 2

// firstToll reports whether no number before it in its report counts those whom the
// same befell.
func (in *bucketed) firstToll(x *nutgraf.Frame) bool {
	for i := range in.byMember[x.Member] {
		if g := in.byMember[x.Member][i]; g.Befell == x.Befell {
			return g.Focus == x.Focus
		}
	}
	return false
}

// attackerCounted reports whether two tolls that differ by one may differ in whether
// they count the one who killed.
func (f *Finder) attackerCounted(x, y *nutgraf.Frame, in *bucketed) bool {
	if x.Befell != "kill" || math.Abs(x.Value-y.Value) > 1 {
		return false
	}
	tells := func(member int) bool {
		return slices.ContainsFunc(in.byMember[member], func(g *nutgraf.Frame) bool {
			return slices.ContainsFunc(g.Wide, func(k string) bool { return f.attackers[k] })
		})
	}
	return tells(x.Member) || tells(y.Member)
}

// How many tokens before a number the verb can stand that says what a count has come
// to, and before the verb the words for what is counted.
const (
	risenReach   = 6
	subjectReach = 18
)

// risen reads what a number counts that is told as what a count has come to: the key
// of what is counted, and of what befell those counted. "The number of injured had
// climbed to 412", "the dead now stood at 31", "cases rose to 116".
func (b *builder) risen(number, clause nutgraf.Span) (head, befell string) {
	word := func(i int) string { return strings.ToLower(b.seg.Tokens[i].Span().Of(b.doc.Text)) }
	at := b.seg.TokenAt(number.Start)
	verb := -1
	for i := at - 1; i > max(0, at-risenReach) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		if b.seg.Tokens[i].Kind != nutgraf.Word {
			return "", ""
		}
		if b.f.risen[word(i)] {
			verb = i
			break
		}
	}
	first := verb
	for i := verb - 1; i >= max(0, verb-subjectReach) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		first = i
		switch word(i) {
		case "toll":
			return "people", b.index.Key("killed")
		case "number":
			return b.numbered(i+1, verb)
		}
	}
	for i := verb - 1; i >= first && verb > 0; i-- {
		if k := b.index.Key(word(i)); b.f.befall[k] {
			return "people", k
		} else if k != "" {
			return "", ""
		}
	}
	return "", ""
}

// numbered reads what "the number of" counts, of the tokens from first to last.
func (b *builder) numbered(first, last int) (head, befell string) {
	for i := first; i < last; i++ {
		k := b.index.Key(b.seg.Tokens[i].Span().Of(b.doc.Text))
		switch {
		case k == "" || b.seg.Tokens[i].Kind != nutgraf.Word:
		case b.f.befall[k]:
			return "people", k
		case head == "":
			head = k
		}
	}
	return head, ""
}
