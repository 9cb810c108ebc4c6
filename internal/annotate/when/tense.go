package when

import (
	"slices"

	"nutgraf/internal/calendar"
	"nutgraf/internal/numeral"
)

// reach is how many atoms away from an expression its verb is looked for, twice
// as many where the expression opens its sentence, which is up to so many atoms
// from its beginning.
const (
	reach   = 18
	opening = 2
)

// clauseCost is how many atoms a mark or a word behind an expression counts for
// that parts it from what follows.
const clauseCost = 6

// couldReach is how many atoms before an expression "could" tells of it.
const couldReach = 10

// wavering is the tense of a plan that a past verb tells of, "was due to meet on
// Friday", whose time may have come or not.
const wavering int8 = 2

// hoping is the tense of a plan that somebody has made, "hoped to meet in June": it
// looks ahead, but of a month or a date the nearest is meant.
const hoping int8 = 3

// tense tells whether the clause around atoms [from, next) looks ahead (1) or
// back (-1), or wavers; 0 when it cannot be told.
// strict leaves infinitives out: "voted to close it on 3 May 2019" tells of what
// has been decided, and as a witness against the page's date it tells no plan.
func (f *Finder) tense(atoms []numeral.Atom, from, next int, strict bool) int8 {
	if f.owns(atoms, next) {
		if from > 0 && atoms[from-1].Entry == f.is.after {
			return calendar.Before // after Wednesday's ruling
		}
		return calendar.Nearest // "Wednesday's ruling" has no part in the clause's tense
	}
	if from > 2 && atoms[from-1].Entry == f.is.as && (atoms[from-2].Entry == f.is.soon || atoms[from-2].Entry == f.is.early) {
		if f.hadCome(atoms, from-3) {
			return calendar.Before // could have been settled as early as January
		}
		return calendar.After // as soon as Tuesday
	}
	if from > 2 && atoms[from-1].Entry == f.is.as && atoms[from-2].Entry == f.is.recently {
		return calendar.Before
	}
	if from > 0 {
		switch m := f.lex.Mask(&atoms[from-1]); {
		case from > 1 && atoms[from-1].Entry == f.is.after && f.maskAt(atoms, from-2)&f.is.till != 0 && !f.denied(atoms, from-2): // until after Tuesday
			return calendar.After
		case atoms[from-1].Entry == f.is.since, m&numeral.Of != 0 && from > 1 && atoms[from-2].Entry == f.is.as: // as of Tuesday
			return calendar.Before
		case m&f.is.till != 0 && f.denied(atoms, from-1):
			return calendar.Before // it was not until Tuesday
		case atoms[from-1].Entry == f.is.by, atoms[from-1].Entry == f.is.into:
			if t := f.verb(atoms, from, next, strict); t != 0 {
				return t // had voted by Tuesday, went into November
			}
			return calendar.After
		case m&f.is.till != 0, atoms[from-1].Entry == f.is.come: // come January
			return calendar.After
		}
	}
	if f.fallsOn(atoms, from) {
		return calendar.After
	}
	return f.verb(atoms, from, next, strict)
}

// hadCome reports whether the nearest verb before atom i is a perfect behind a
// modal: "could have ruled".
func (f *Finder) hadCome(atoms []numeral.Atom, i int) bool {
	for k := i; k > 1 && k > i-reach/2; k-- {
		if atoms[k].Past || f.maskAt(atoms, k)&(f.is.past|f.is.future|f.is.modal) != 0 {
			return f.maskAt(atoms, k-1)&f.is.perfect != 0 && f.maskAt(atoms, k-2)&(f.is.modal|f.is.future) != 0
		}
	}
	return false
}

// bounded reports whether an expression ends something that a past verb tells of,
// which may have reached its end ("raised a million through June", "had voted by
// May 3") or not ("was put off until June").
func (f *Finder) bounded(atoms []numeral.Atom, from, next int) bool {
	if from == 0 {
		return false
	}
	a := &atoms[from-1]
	if m := f.lex.Mask(a); a.Entry != f.is.into && (m&f.is.till == 0 || m&f.is.dating == 0) {
		return false
	}
	return f.verb(atoms, from, next, false) < 0
}

// denied reports whether what is told before atom i had not come about: "it was
// not until Tuesday", "they did not know of it until Friday".
func (f *Finder) denied(atoms []numeral.Atom, i int) bool {
	if f.maskAt(atoms, i-1)&f.is.negation != 0 {
		return true
	}
	for k := i - 1; k > max(0, i-reach); k-- {
		if f.maskAt(atoms, k)&f.is.negation == 0 {
			continue
		}
		if symAt(atoms, k-1) == '\'' {
			k-- // didn't
		}
		return f.tells(atoms, k-1) < 0
	}
	return false
}

// owns reports whether the expression that ends before atom next is a weekday, or
// a part of one, in the possessive.
func (f *Finder) owns(atoms []numeral.Atom, next int) bool {
	day := next - 1
	if f.lex.Mask(&atoms[day])&f.is.daypart != 0 {
		day--
	}
	return f.maskAt(atoms, day)&f.is.weekday != 0 && next+1 < len(atoms) && symAt(atoms, next) == '\'' &&
		atoms[next+1].Entry == f.is.s && atoms[next+1].Glued
}

// awaits reports whether a day or a month that takes atoms [from, next) tells of
// a poll, which is talked of in the past tense before it is held: "the November
// election", "the November general election"; not of one that people "voted in".
func (f *Finder) awaits(atoms []numeral.Atom, from, next int) bool {
	if from > 2 && f.lex.Mask(&atoms[from-1])&f.is.determiner != 0 && atoms[from-2].Entry == f.is.in && f.tells(atoms, from-3) < 0 {
		return false
	}
	if symAt(atoms, next) == '\'' && next+1 < len(atoms) && atoms[next+1].Entry == f.is.s {
		next += 2 // November's election
	}
	for k := next; k < len(atoms) && k < next+3; k++ {
		if m := f.maskAt(atoms, k); m&f.is.poll != 0 {
			return true
		} else if atoms[k].Kind != numeral.Word || m&(f.is.dating|f.is.joins|f.is.determiner|f.is.past) != 0 {
			return false
		}
	}
	return false
}

// fallsOn reports whether "is" or "are" stands right before an expression, with
// "on" at most between: "the deadline is Friday".
func (f *Finder) fallsOn(atoms []numeral.Atom, from int) bool {
	if from > 1 && atoms[from-1].Entry == f.is.on {
		from--
	}
	return from > 0 && (atoms[from-1].Entry == f.is.isWord || atoms[from-1].Entry == f.is.are)
}

// verb finds the nearest word that tells the tense; what stands before counts
// as nearer than what stands behind.
func (f *Finder) verb(atoms []numeral.Atom, from, next int, strict bool) int8 {
	best, tense := 3*reach, int8(0)
	fresh := f.opensClause(atoms, from)
	for d := 1; d <= reach && from-d >= 0; d++ {
		t := f.tells(atoms, from-d)
		if d > couldReach && atoms[from-d].Entry == f.is.could {
			t = 0
		}
		if t == 0 && d <= 2 && f.arranged(atoms, from-d, from) || t == 0 && d > 1 && atoms[from-1].Entry == f.is.from && atoms[from-d].Ing && f.fallsOn(atoms, from-d) {
			return calendar.After // "is splitting its staff from Monday"
		}
		if d == 1 && f.planning(atoms, from-1) {
			t = calendar.After
			if f.wasSo(atoms, from-1) {
				t = wavering
			}
		}
		if strict && t > 0 && f.maskAt(atoms, from-d)&f.is.decided != 0 {
			break
		}
		if t >= 0 && !strict && f.infinitive(atoms, from-d) {
			t = f.purpose(atoms, from-d)
		}
		if t != 0 {
			if t < 0 && d == 2 && fresh == 0 && f.places(atoms, from-1) && !f.parts(atoms, next) {
				return t // what was shut in May may be sold
			}
			best, tense = d+fresh, t
			break
		}
	}
	ahead := reach
	if from <= opening {
		ahead = 2 * reach
	}
	parted := 0
	for d := 1; d <= ahead && next+d-1 < len(atoms) && 3*(d+parted) < 2*best; d++ {
		if parted == 0 && from > opening && (f.parts(atoms, next+d-1) || f.coordinates(atoms, next+d-1)) {
			parted = clauseCost
		}
		t := f.tells(atoms, next+d-1)
		if atoms[next+d-1].Entry == f.is.could && (tense != 0 || parted > 0) {
			continue // called it a lie on Sunday could hurt him
		}
		switch {
		case d == 1 && tense == 0 && from > opening && f.maskAt(atoms, next)&f.is.clause != 0:
			return 0 // her announcement Monday that she will leave
		case t > 0 && f.resolved(atoms, next+d-1):
			return calendar.Before
		case t == 0 && tense == 0 && !strict && d > 1 && !f.endsDate(&atoms[next]) && f.infinitive(atoms, next+d-1):
			return f.purpose(atoms, next+d-1) // a Tuesday deadline to agree, not "the decision on Tuesday to agree"
		case t != 0:
			return t
		}
	}
	return tense
}

// parts reports whether another clause, or words that somebody spoke, are likely
// to begin at atom i.
func (f *Finder) parts(atoms []numeral.Atom, i int) bool {
	switch symAt(atoms, i) {
	case ',', '"', '“', '—', '–':
		return true
	}
	return f.maskAt(atoms, i)&f.is.clause != 0
}

// coordinates reports whether "and" or "but" at atom i goes on with another verb:
// "lost on Tuesday and will leave".
func (f *Finder) coordinates(atoms []numeral.Atom, i int) bool {
	return f.maskAt(atoms, i)&numeral.And != 0 && i+1 < len(atoms) && f.tells(atoms, i+1) != 0
}

// opensClause is what the words before atom from count for more where the
// expression there begins a clause: "…, though on Monday the mayor left", "and on
// Monday the mayor left", not "on Friday and Monday".
func (f *Finder) opensClause(atoms []numeral.Atom, from int) int {
	on := from > opening && atoms[from-1].Entry == f.is.on
	if on {
		from--
	}
	if m := f.maskAt(atoms, from-1); from > opening && (m&f.is.clause != 0 || on && m&numeral.And != 0) {
		return clauseCost
	}
	return 0
}

// planning reports whether the word at i, right before an expression, tells of a
// plan: "rain is likely Friday", "has set Nov. 10", not "spoke about Friday".
func (f *Finder) planning(atoms []numeral.Atom, i int) bool {
	m := f.lex.Mask(&atoms[i])
	return m&f.is.bound != 0 && m&(f.is.decided|f.is.dating) == 0 && !f.hadBeen(atoms, i)
}

// resolved reports whether the verb at i tells of a decision, whose own time is
// that of the expression before it: "on Tuesday voted to close it", not "on
// Tuesday is expected to close it".
func (f *Finder) resolved(atoms []numeral.Atom, i int) bool {
	return f.lex.Mask(&atoms[i])&f.is.decided != 0 && f.maskAt(atoms, i-1)&(f.is.present|f.is.past) == 0
}

// tells gives the tense that a word tells: 1 future, -1 past, 0 nothing.
func (f *Finder) tells(atoms []numeral.Atom, i int) int8 {
	a := &atoms[i]
	if a.Kind != numeral.Word {
		return 0
	}
	m := f.lex.Mask(a)
	switch {
	case a.Entry == f.is.won && symAt(atoms, i+1) == '\'' && atoms[i+1].Glued:
		return calendar.After // won't
	case m&f.is.bound != 0 && f.hadBeen(atoms, i):
		return calendar.Before
	case a.Past && i > 1 && f.maskAt(atoms, i-1)&f.is.perfect != 0 && f.maskAt(atoms, i-2)&f.is.future != 0:
		return calendar.After // will have voted
	case m&f.is.bound != 0 && m&f.is.decided == 0 && f.looksAhead(atoms, i) && f.wasSo(atoms, i):
		return wavering // was due to meet
	case a.Past && m&f.is.bound != 0 && m&f.is.decided == 0 && i+1 < len(atoms) && atoms[i+1].Entry == f.is.to && f.hoped(atoms, i):
		return hoping
	case m&f.is.future != 0, m&f.is.bound != 0 && f.looksAhead(atoms, i), m&f.is.modal != 0 && f.mayCome(atoms, i):
		return calendar.After
	case m&f.is.present != 0 && f.planned(atoms, i), m&f.is.scheduled != 0 && f.verbAt(atoms, i):
		return calendar.After
	case (a.Past || m&f.is.past != 0) && !f.qualifies(atoms, i):
		return calendar.Before
	}
	return 0
}

// hoped reports whether the plan at i is what somebody made, "planned to meet", not
// what stands to come, "is planned to meet", "a fair planned to open".
func (f *Finder) hoped(atoms []numeral.Atom, i int) bool {
	return i > 0 && atoms[i-1].Kind == numeral.Word && f.maskAt(atoms, i-1)&(f.is.present|f.is.past|f.is.negation|f.is.future) == 0
}

// arranged reports whether the verb at i, right before an expression or its
// preposition, tells of an arrangement: "is leaving on Friday".
func (f *Finder) arranged(atoms []numeral.Atom, i, from int) bool {
	if i < 1 || !atoms[i].Ing || i < from-1 && !f.places(atoms, from-1) || i == from-1 && !atoms[from].Upper {
		return false
	}
	e := atoms[i-1].Entry
	return e == f.is.isWord || e == f.is.are
}

// places reports whether the word at i is a preposition that places what stands
// before it in time.
func (f *Finder) places(atoms []numeral.Atom, i int) bool {
	return atoms[i].Entry == f.is.on || atoms[i].Entry == f.is.in
}

// mayCome reports whether the modal at i speaks of what may come: "may appear",
// "could vote", not "may have appeared", "could not be reached", "could be seen" or
// the month of May.
func (f *Finder) mayCome(atoms []numeral.Atom, i int) bool {
	if atoms[i].Upper && i > 0 {
		return false
	}
	next := f.maskAt(atoms, i+1)
	if atoms[i].Entry == f.is.could && (f.perceives(atoms, i+1) || next&(f.is.dating|f.is.joins) != 0 || i+1 < len(atoms) && atoms[i+1].Entry == f.is.to) {
		return false // could be seen Friday, did what they could to save it
	}
	return i+1 < len(atoms) && atoms[i+1].Kind == numeral.Word && next&(f.is.negation|f.is.perfect) == 0
}

// perceives reports whether the word at i, or behind "be" there, tells with "could"
// of what was.
func (f *Finder) perceives(atoms []numeral.Atom, i int) bool {
	return i < len(atoms) && slices.Contains(f.is.perceived, atoms[i].Entry) || i+1 < len(atoms) && atoms[i].Kind == numeral.Word && slices.Contains(f.is.perceived, atoms[i+1].Entry)
}

// planned reports whether the present verb at i begins a plan: "is to".
func (f *Finder) planned(atoms []numeral.Atom, i int) bool {
	return i+1 < len(atoms) && atoms[i+1].Entry == f.is.to
}

// infinitive reports whether atom i is the verb of an infinitive: "to vote", not
// "to voters".
func (f *Finder) infinitive(atoms []numeral.Atom, i int) bool {
	a := &atoms[i]
	if i < 1 || a.Kind != numeral.Word || a.Upper || a.Plural || atoms[i-1].Entry != f.is.to {
		return false
	}
	return f.lex.Mask(a)&(f.is.determiner|f.is.dating|f.is.month|f.is.weekday|numeral.Digit|numeral.Tens|numeral.Teen|f.is.past) == 0
}

// purpose is the tense of the infinitive whose verb is atom i: it looks ahead
// ("to meet on Friday", "asked to meet") unless what it hangs on tells that it
// has come about ("failed to meet", "was able to meet") or is a plan of old.
func (f *Finder) purpose(atoms []numeral.Atom, i int) int8 {
	i -= 2
	if i < 0 {
		return calendar.After
	}
	if f.hadBeen(atoms, i) {
		return calendar.Before
	}
	if atoms[i].Entry == f.is.able {
		i--
	}
	switch {
	case i < 0:
	case f.maskAt(atoms, i)&f.is.bound == 0 && f.tells(atoms, i) < 0:
		return calendar.Before
	case f.maskAt(atoms, i)&f.is.decided == 0 && f.wasSo(atoms, i):
		return wavering // was due to meet, was certain to meet
	case f.tells(atoms, i) == hoping:
		return hoping
	}
	return calendar.After
}

// wasSo reports whether "was", "were" or "had" stands before atom i.
func (f *Finder) wasSo(atoms []numeral.Atom, i int) bool {
	if i == 0 {
		return false
	}
	e := atoms[i-1].Entry
	return e == f.is.was || e == f.is.were || e == f.is.had
}

// hadBeen reports whether "had been" stands before atom i: a plan of old, "had
// been due to meet".
func (f *Finder) hadBeen(atoms []numeral.Atom, i int) bool {
	return i > 1 && atoms[i-1].Entry == f.is.been && f.maskAt(atoms, i-2)&f.is.past != 0
}

// verbAt tells the verb in "the fair opens Friday" from the noun in "three
// opens": no article, number or preposition stands before it.
func (f *Finder) verbAt(atoms []numeral.Atom, i int) bool {
	if i == 0 || atoms[i].Upper || atoms[i-1].Kind != numeral.Word || i+1 < len(atoms) && atoms[i+1].Entry == f.is.with {
		return false
	}
	if i > 1 && atoms[i-2].Kind == numeral.Digits && (atoms[i-2].Comma || atoms[i-2].Val < 1900 || atoms[i-2].Val > 2100) {
		return false // 303 electoral votes, and not "the 2031 season begins"
	}
	if i > 1 && (f.places(atoms, i-2) || f.maskAt(atoms, i-2)&numeral.Of != 0 || atoms[i-2].Entry == f.is.forWord || atoms[i-2].Entry == f.is.with) {
		return false // in other votes Wednesday
	}
	return f.maskAt(atoms, i-1)&(f.is.determiner|f.is.dating|numeral.Digit|numeral.Teen|numeral.Tens) == 0
}

// qualifies reports whether the participle at i qualifies a noun or stands
// behind "be", "to" or "will": "a proposed debate", "a still unsettled date", "to be
// published", "to cut", "will cut", "getting beat".
func (f *Finder) qualifies(atoms []numeral.Atom, i int) bool {
	if i == 0 {
		return false
	}
	if e := atoms[i-1].Entry; e == f.is.be || e == f.is.to || slices.Contains(f.is.getting, e) {
		return true
	}
	if atoms[i].Past && i > 1 && (atoms[i-1].Entry == f.is.still || atoms[i-1].Entry == f.is.yet) {
		i--
	}
	m := f.maskAt(atoms, i-1)
	return m&(f.is.future|f.is.modal) != 0 && !atoms[i-1].Upper || m&f.is.determiner != 0 && f.maskAt(atoms, i+1)&f.is.dating == 0
}

// looksAhead reports whether what follows "set", "due" or "plans" at atom i makes
// it tell of what is to come: "due to be heard" and "is due to meet", not "due to
// rain"; "voted to meet", not "voted in March"; "about to", not "knew about in".
func (f *Finder) looksAhead(atoms []numeral.Atom, i int) bool {
	if i+1 >= len(atoms) || atoms[i+1].Kind != numeral.Word {
		return false
	}
	switch e := atoms[i+1].Entry; {
	case e == f.is.to && atoms[i].Entry == f.is.due:
		return i+2 < len(atoms) && atoms[i+2].Entry == f.is.be || f.maskAt(atoms, i-1)&(f.is.present|f.is.past) != 0
	case e == f.is.to:
		return true
	default:
		return (e == f.is.forWord || e == f.is.in && atoms[i].Entry != f.is.set) && f.lex.Mask(&atoms[i])&f.is.decided == 0 && atoms[i].Entry != f.is.about && f.maskAt(atoms, i-1)&f.is.determiner == 0
	}
}
