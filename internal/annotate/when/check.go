package when

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// allowed shuts out what looks like a time and is none: bare numbers that are
// not years, "May" the name, "second" the ordinal, ages.
func (f *Finder) allowed(r *rule, atoms []numeral.Atom, i, next int) bool {
	if i > 0 && r.kind == nutgraf.TimeType && atoms[i].Glued && atoms[i].Kind == numeral.Digits && atoms[i-1].Kind == numeral.Word {
		return false // W1CT2 in a link
	}
	switch r.name {
	case "year":
		return f.bareYear(atoms, i, next)
	case "month":
		return f.bareMonth(atoms, i, next)
	case "dur-plural-clock":
		return f.lex.Text(&atoms[i], f.is.clockunit) != "S" || f.maskAt(atoms, i-1)&f.is.dating != 0
	case "dur-plural":
		return f.afterIn(atoms, i) && f.bareLength(atoms, i, next) && (atoms[i-1].Entry != f.is.on || f.lex.Text(&atoms[i], f.is.units) != "D")
	case "dur":
		return f.bareLength(atoms, i, next) && !f.someDay(atoms, i, next)
	case "dur-hyphen", "dur-article", "dur-clock", "dur-clock-article", "dur-clock-hyphen", "dur-half", "dur-range":
		return f.bareLength(atoms, i, next)
	case "earlier", "earlier-article", "unit-year-previous", "unit-after", "part-before", "part-after":
		return f.leansBack(atoms, next)
	case "month-that", "date-that":
		return f.thatTime(atoms, next)
	case "month-this", "month-last", "month-next", "month-past":
		return next >= len(atoms) || !plain(&atoms[next]) // this May 22
	case "weekday-this", "weekday-last", "weekday-next":
		return f.maskAt(atoms, next)&f.is.month == 0 // this Tuesday May 22
	case "hence-in", "hence-in-article":
		return f.fromNow(atoms, i, next, false)
	case "within-ahead", "within-ahead-article", "within-ahead-clock":
		return f.fromNow(atoms, i, next, true)
	case "hence-in-time", "hence-in-time-article":
		return f.tense(atoms, i, next, true) >= 0
	case "holiday-named":
		return next != i+1 || f.maskAt(atoms, i)&f.is.doubtful == 0 || !f.bears(atoms, i)
	case "this-part":
		return i == 0 || !atoms[i].Upper || !atoms[next-1].Upper // "This Morning" is a programme
	case "unit-the-last":
		return f.lex.Text(&atoms[next-1], f.is.units) != "D" || f.maskAt(atoms, i-1)&f.is.dating != 0 && atoms[i-1].Entry != f.is.on // on the last day
	case "unit-this", "unit-last", "unit-next":
		if atoms[i].Entry == f.is.last && f.lex.Text(&atoms[next-1], f.is.units) == "D" {
			return false
		}
		return i == 0 || !atoms[i].Upper || !atoms[next-1].Upper // "This Week" is a programme
	case "ref-the-future":
		return !atoms[next-1].Upper && f.maskAt(atoms, next)&numeral.Of == 0 // the Museum of the Future, the future of the mill
	case "ref-the-past":
		return !atoms[next-1].Upper && !f.beforeNoun(atoms, next)
	case "name-day", "name-paper", "name-show":
		return named(atoms, i, next)
	case "weekday-part", "overnight", "tonight":
		return !beginsName(atoms, next-1)
	case "weekday":
		return f.maskAt(atoms, next)&f.is.daypart == 0 || !beginsName(atoms, next)
	case "clock-noon":
		return i == 0 || atoms[i-1].Entry != f.is.high // High Noon
	case "day-of-month":
		return !f.lists(atoms, next, f.maskAt(atoms, i-1)&f.is.dating != 0) // the 4th, 7th and 9th circuits
	case "clock-colon":
		if symAt(atoms, next) == ':' && next+1 < len(atoms) && atoms[next+1].Glued && atoms[next+1].Kind == numeral.Digits {
			return false // ran it in 2:01:39
		}
		return i == 0 && next < len(atoms) || f.maskAt(atoms, i-1)&(f.is.dating|f.is.joins) != 0 || symAt(atoms, i-1) == '('
	case "season", "season-bare":
		return next >= len(atoms) || !atoms[next-1].Upper || !atoms[next].Upper // The Winter Palace
	case "ref", "set-word":
		return f.adverb(atoms, i, next)
	case "day-word":
		return !titled(atoms, i, next) && (i == 0 || !atoms[i].Upper || !atoms[i-1].Upper || atoms[i-1].Kind != numeral.Word) // Lantern Today
	case "decade":
		return atoms[next-1].Kind != numeral.Word || !f.warmth(atoms, i, next) && !f.aged(atoms, i)
	case "quarter-code", "quarter-code-year", "half-code-year":
		return codeAt(atoms, i)
	case "year-quarter-code", "year-half-code":
		return codeAt(atoms, i+1)
	case "date-eu-first", "date-eu-dashed":
		return f.risesTo(atoms, i, next)
	case "date-eu", "date-eu-year", "date", "date-hyphen":
		return f.bareDate(atoms, i, next)
	}
	return true
}

// lists reports whether another ordinal in digits follows at atom next, behind "and"
// with what both count: ", 7th", "and 18th districts". dated tells that a word which
// dates follow stands before: "on the 4th, 7th".
func (f *Finder) lists(atoms []numeral.Atom, next int, dated bool) bool {
	and := f.maskAt(atoms, next)&numeral.And != 0
	if (symAt(atoms, next) != ',' || dated) && !and {
		return false
	}
	_, behind, ok := f.dayAt(atoms, next+1)
	if !ok || behind != next+3 {
		return false
	}
	return !and || behind < len(atoms) && atoms[behind].Kind == numeral.Word && f.maskAt(atoms, behind)&(f.is.dating|f.is.joins|numeral.Of|f.is.month|numeral.And) == 0
}

// thatTime tells "she left that July" from "she found that July was hot".
func (f *Finder) thatTime(atoms []numeral.Atom, next int) bool {
	if last := &atoms[next-1]; f.lex.Mask(last)&numeral.Abbreviated != 0 && !f.pointed(atoms, next-1) {
		return false
	}
	if next >= len(atoms) {
		return true
	}
	return !plain(&atoms[next]) && symAt(atoms, next) != '\'' && f.tells(atoms, next) == 0 && f.maskAt(atoms, next)&f.is.present == 0
}

// bears reports whether the word before atom i makes it a person's name: one with
// a capital that no date is wont to follow.
func (f *Finder) bears(atoms []numeral.Atom, i int) bool {
	return i > 0 && atoms[i-1].Upper && atoms[i-1].Kind == numeral.Word &&
		f.lex.Mask(&atoms[i-1])&(f.is.dating|f.is.determiner) == 0 && !numeral.Titled(atoms, i)
}

// titled reports whether a word stands alone between quotation marks with its
// capital: the "Today" show, a song called "Yesterday,".
func titled(atoms []numeral.Atom, i, next int) bool {
	quote := func(k int) bool {
		return strings.ContainsRune("\"“”‘’'", symAt(atoms, k)) && symAt(atoms, k) != 0
	}
	if symAt(atoms, next) == ',' {
		next++
	}
	return atoms[i].Upper && quote(i-1) && quote(next) && !(symAt(atoms, next) == '\'' && next+1 < len(atoms) && atoms[next+1].Glued && atoms[next+1].Kind == numeral.Word)
}

// beginsName reports whether a capital stands at atom i and behind it, as in
// "Sunday Morning Voices", in a sentence whose words do not all have one.
func beginsName(atoms []numeral.Atom, i int) bool {
	return atoms[i].Upper && i+1 < len(atoms) && atoms[i+1].Upper && atoms[i+1].Kind == numeral.Word && !numeral.Titled(atoms, i)
}

// named reports whether every word of an expression begins with a capital, an
// article apart, in a sentence whose words do not all do so.
func named(atoms []numeral.Atom, i, next int) bool {
	for k := i; k < next; k++ {
		if a := &atoms[k]; a.Kind == numeral.Word && !a.Upper && a.End-a.Start != 3 {
			return false
		}
	}
	return !numeral.Titled(atoms, i)
}

// longestPronoun is the length of the words that may follow "the past" as the
// subject of a clause: "in the past they".
const longestPronoun = 4

// beforeNoun tells "the past voting habits" from "the past": a longer word in
// small letters that no list knows stands at atom next.
func (f *Finder) beforeNoun(atoms []numeral.Atom, next int) bool {
	if next >= len(atoms) {
		return false
	}
	a := &atoms[next]
	return a.Kind == numeral.Word && !a.Upper && a.Entry < 0 && a.End-a.Start > longestPronoun
}

// leansBack tells "the day before", which leans on what was told, from "the day
// before the vote", which what follows places in time: nothing that could be
// its object stands at atom next.
func (f *Finder) leansBack(atoms []numeral.Atom, next int) bool {
	last := atoms[next-1].Entry
	return last != f.is.beforeWord && last != f.is.after || next >= len(atoms) || f.endsDate(&atoms[next])
}

func (f *Finder) maskAt(atoms []numeral.Atom, i int) numeral.Class {
	if i < 0 || i >= len(atoms) {
		return 0
	}
	return f.lex.Mask(&atoms[i])
}

func symAt(atoms []numeral.Atom, i int) rune {
	if i < 0 || i >= len(atoms) || atoms[i].Kind != numeral.Symbol {
		return 0
	}
	return atoms[i].Sym
}

// warmth tells "in the 80s" of a thermometer from a decade: a decade of two
// figures without its apostrophe near a word for degrees.
func (f *Finder) warmth(atoms []numeral.Atom, i, next int) bool {
	for _, a := range atoms[i:next] {
		if a.Kind == numeral.Symbol || a.Kind == numeral.Digits && a.Whole > 2 {
			return false
		}
	}
	for k := max(0, i-2*reach); k < min(len(atoms), next+2*reach); k++ {
		if f.lex.Mask(&atoms[k])&f.is.warm != 0 {
			return true
		}
	}
	return false
}

// ofMatch tells the half or the quarter of a match from that of a year: the
// sentence speaks of a match.
func (f *Finder) ofMatch(atoms []numeral.Atom, m *match) bool {
	return (m.rule.name == "quarter" || m.rule.name == "half") && slices.ContainsFunc(atoms, func(a numeral.Atom) bool { return slices.Contains(f.is.match, a.Entry) })
}

// aged tells "in their 50s and early 60s" from decades: figures that hang on a
// possessive pronoun.
func (f *Finder) aged(atoms []numeral.Atom, i int) bool {
	if symAt(atoms, i) == '\'' || atoms[i].Kind == numeral.Digits && atoms[i].Whole > 2 {
		return false
	}
	for k := i - 1; k >= max(0, i-reach); k-- {
		a := &atoms[k]
		switch {
		case a.Kind == numeral.Word && slices.Contains(f.is.possessive, a.Entry):
			return true
		case a.Kind == numeral.Word && a.Entry != f.is.s && f.lex.Mask(a)&(f.is.joins|f.is.edges) == 0, a.Kind == numeral.Symbol && a.Sym != ',' && a.Sym != '-':
			return false
		}
	}
	return false
}

// codeAt tells a part of a year written as "Q3" from a letter before a number.
func codeAt(atoms []numeral.Atom, i int) bool {
	return atoms[i+1].Glued && atoms[i+1].Val >= 1 && atoms[i+1].Val <= 4
}

// bareYear tells a year from any other number of four digits.
func (f *Finder) bareYear(atoms []numeral.Atom, i, next int) bool {
	v := atoms[i].Val
	if v < 1400 || v > 2100 {
		return false
	}
	switch symAt(atoms, i-1) {
	case '$', '£', '€', '¥', '#', '/', '.', '+', '@', '&', '*':
		return false
	case ':':
		if atoms[i].Glued {
			return false
		}
	}
	if next < len(atoms) {
		n := &atoms[next]
		if n.Kind == numeral.Symbol && n.Glued && (n.Sym == '%' || n.Sym == '°' || n.Sym == '/' || n.Sym == ':' && !f.endsAtColon(atoms, i, next)) {
			return false
		}
		if n.Kind == numeral.Word && (n.Glued || f.lex.Mask(n)&(f.is.noun|f.is.units|f.is.clockunit|numeral.Scale|numeral.Hundred) != 0) {
			return false
		}
	}
	if i > 0 && atoms[i-1].Kind == numeral.Word && atoms[i].Glued {
		return false
	}
	return f.maskAt(atoms, i-1)&f.is.before == 0 && (v >= 1700 && v < 2060 || f.afterIn(atoms, i))
}

// endsAtColon reports whether what stands behind a year's colon is no part of a number, and
// a word that dates stands before the year: "he wrote in 2006: ...".
func (f *Finder) endsAtColon(atoms []numeral.Atom, i, next int) bool {
	return (next+1 >= len(atoms) || !atoms[next+1].Glued) && f.afterIn(atoms, i)
}

// afterIn reports whether a word stands before that dates are wont to follow.
func (f *Finder) afterIn(atoms []numeral.Atom, i int) bool {
	return f.maskAt(atoms, i-1)&f.is.dating != 0
}

// bareMonth tells the months May, March and August from the words.
func (f *Finder) bareMonth(atoms []numeral.Atom, i, next int) bool {
	m := f.lex.Mask(&atoms[i])
	if i > 0 && m&f.is.doubtful != 0 && f.afterIn(atoms, i) && (f.is.said(atoms, i) || next+1 < len(atoms) && symAt(atoms, next) == '\'' && atoms[next+1].Entry == f.is.s) {
		return false // according to May; by May's aides
	}
	short := m&numeral.Abbreviated != 0 && !f.pointed(atoms, i)
	if m&f.is.doubtful == 0 && !short {
		return true
	}
	if !short && i > 1 && f.lex.Mask(&atoms[i-1])&f.is.determiner != 0 && f.beforeNoun(atoms, next) {
		return true // the March accession
	}
	if short && next < len(atoms) && atoms[next].Kind == numeral.Word && atoms[next].Upper {
		return false // Jan the given name
	}
	if short && symAt(atoms, next) == '-' && atoms[next].Glued {
		return false // Mar-a-Lago
	}
	return f.afterIn(atoms, i) || f.afterIn(atoms, next) && i > 0
}

// bareLength shuts ages out: "14-year-old", "ten years old", "3 months of age".
func (f *Finder) bareLength(atoms []numeral.Atom, i, next int) bool {
	if !f.countable(atoms, i, next) {
		return false
	}
	at := next
	if s := symAt(atoms, at); s == '-' || s == '–' {
		at++
	}
	if at < len(atoms) && (atoms[at].Entry == f.is.old || atoms[at].Entry == f.is.olds) {
		return false
	}
	if f.maskAt(atoms, at)&numeral.Of != 0 && at+1 < len(atoms) && atoms[at+1].Entry == f.is.age {
		return false
	}
	switch symAt(atoms, i-1) {
	case '$', '£', '€', '¥', '#':
		return false
	}
	return true
}

// bareDate shuts out a month's name before a number that counts something else.
func (f *Finder) bareDate(atoms []numeral.Atom, i, next int) bool {
	if next >= len(atoms) {
		return true
	}
	n := &atoms[next]
	if n.Kind == numeral.Symbol && n.Glued && (n.Sym == '%' || n.Sym == '.' && next+1 < len(atoms) && atoms[next+1].Kind == numeral.Digits && atoms[next+1].Glued) {
		return false
	}
	if symAt(atoms, i-1) == '$' {
		return false
	}
	if f.lex.Mask(n)&f.is.noun != 0 && f.lex.Mask(&atoms[i])&f.is.month != 0 && f.maskAt(atoms, i-1)&(numeral.Of|f.is.determiner) != 0 {
		return true // the grief of May 7 victims; but "in May 7 victims were found"
	}
	return f.lex.Mask(n)&(f.is.noun|numeral.Scale|numeral.Hundred) == 0
}

// risesTo reports whether the day at atom i is followed, behind the word or the
// mark at atom next, by a later one of the same month: "18 to 20 June".
func (f *Finder) risesTo(atoms []numeral.Atom, i, next int) bool {
	first, _, ok1 := f.dayAt(atoms, i)
	second, end, ok2 := f.dayAt(atoms, next+1)
	return ok1 && ok2 && first < second && f.bareDate(atoms, i, end+1)
}

// countable shuts out "a second" before what is counted off, "third-quarter",
// "a quarter of", "quarters" and "the 1988 quarter".
func (f *Finder) countable(atoms []numeral.Atom, i, next int) bool {
	last := &atoms[next-1]
	if f.lex.Mask(last)&numeral.Ordinal != 0 { // a second
		if symAt(atoms, next) == ',' {
			return false // a second, smaller one
		}
		return next >= len(atoms) || atoms[next].Kind == numeral.Symbol && (atoms[next].Sym != '-' || !atoms[next].Glued) || f.lex.Mask(&atoms[next])&(f.is.dating|f.is.joins) != 0
	}
	if f.lex.Text(last, f.is.units) != "Q" {
		return true
	}
	n, ok := f.number(atoms, i)
	if !ok || n.Fraction || n.Next >= next || n.Val > 1000 {
		return false
	}
	return atoms[i].Kind == numeral.Digits || n.Val > 4 || f.afterIn(atoms, i) && f.maskAt(atoms, next)&numeral.Of == 0 // not "three quarters of them"
}

// someDay tells "one day they will meet" from "it lasted one day".
func (f *Finder) someDay(atoms []numeral.Atom, i, next int) bool {
	if next != i+2 || atoms[i].Entry != f.is.one || atoms[i+1].Entry != f.is.day {
		return false
	}
	return !f.afterIn(atoms, i) && (next >= len(atoms) || f.maskAt(atoms, next)&(f.is.dating|f.is.joins) == 0)
}

// pointed reports whether an abbreviation has taken its point in: the atom is
// then a byte longer than its word.
func (f *Finder) pointed(atoms []numeral.Atom, i int) bool {
	return int(atoms[i].End-atoms[i].Start) > f.lex.Size(atoms[i].Entry)
}

// adverb shuts out "previously announced" and "the daily paper": words that
// qualify what follows and place nothing in time.
func (f *Finder) adverb(atoms []numeral.Atom, i, next int) bool {
	if i > 0 && atoms[i].Upper && (atoms[i-1].Upper || f.lex.Mask(&atoms[i-1])&f.is.determiner != 0) {
		return false // Democracy Now, the Daily Mail
	}
	if f.lex.Mask(&atoms[i])&f.is.loose == 0 || next >= len(atoms) {
		return true
	}
	if i == 0 && atoms[next].Upper && atoms[next].Kind == numeral.Word {
		return false // Daily Mail
	}
	n := &atoms[next]
	return n.Kind == numeral.Symbol && n.Sym != '-' || f.lex.Mask(n)&(f.is.dating|f.is.joins) != 0 || i == 0
}
