package mention

import (
	"strings"

	"nutgraf"
)

// extend returns the end of the run [from, at) after its next part, or at when
// it goes no further.
func (r *reader) extend(at, from, last int) int {
	if at == from {
		if k, _ := r.phrase(at, last); k > 0 {
			return at + k
		}
		for at+1 < last && r.is(at, particle) && !r.shows(at, upper) && !r.shows(at+1, upper) {
			at++ // "de la Cruz"
		}
		return at + 1
	}
	if r.cut[at-1] > 0 || r.at(at-1, '.') && r.is(at-2, orgEnd) && r.is(at-2, abbreviation) {
		return at // "Halden Inc. Click here"
	}
	switch {
	case r.against(at):
		return r.extendWord(at+2, last)
	case r.ours(at, from, last):
		return at + 2
	case r.shows(at, upper|word):
		return r.extendWord(at, last)
	case r.at(at, ':') && r.colon(at, from, last):
		if r.is(at+1, starter) {
			return at + 3
		}
		return at + 2
	case r.nickname(at, from, last) > 0:
		return r.nickname(at, from, last)
	case !(at == from+2 && r.is(from, given) && !r.is(from, common)) && r.serial(at, last):
		return at + 1
	case r.at(at, '.') && r.pointInside(at) && at+1 < last && (r.shows(at+1, upper|word) || r.at(at+1, ',')):
		if r.shows(at+1, upper|word) && !r.is(at-1, suffix|orgEnd) {
			return r.extendWord(at+1, last)
		}
		return at + 1
	case r.at(at, '.') && r.is(at-1, abbreviation) && r.is(at-1, suffix|orgEnd) && r.shows(at, glued):
		return at + 1
	case r.at(at, ',') && at-from > 1 && at+1 < last && r.junior(at+1):
		return at + 2
	case r.at(at, ',') && at+1 < last && r.shows(at+1, upper|word) && r.committee(from, at, last):
		return at + 2
	case r.at(at, '-') && at+1 < last && r.shows(at+1, upper|word) && !r.shows(at, glued) && (r.hyphened(at) || arabic(r.of(at-1))):
		return at + 2
	case r.at(at, '-') && at+1 < last && r.shows(at-1, upper|word) && r.eastern(at-1):
		return at + 2
	case r.at(at, '&') && at+1 < last && r.shows(at+1, upper|word):
		return at + 2
	case r.possessive(at) && at+1 < last && r.shows(at+1, upper) && r.is(at+1, orgEnd) && r.is(at-1, common):
		return at + 2
	case r.pluralOwner(at) && at+1 < last && r.shows(at+1, upper|word) && !r.shows(at+1, glued) && r.is(at+1, orgEnd) && r.is(at+1, common):
		return at + 2 // "Golfers' Association"
	case r.shows(at, word):
		return r.extendLower(at, from, last)
	}
	return at
}

// pluralOwner reports whether token i is the apostrophe behind a plural noun.
func (r *reader) pluralOwner(i int) bool {
	w := r.of(i)
	return (w == "’" || w == "'") && r.shows(i, glued) && i > 0 && strings.HasSuffix(r.of(i-1), "s") && r.plain(i-1) && !r.is(i-1, nation) && !r.shows(i-1, first)
}

// ours reports whether token at is a possessive pronoun inside a name: "Save Our
// Rivers".
func (r *reader) ours(at, from, last int) bool {
	switch r.of(at) {
	case "Our", "Your", "Their", "My", "All":
		return at > from && at+1 < last && !r.shows(from, first) && r.is(at-1, common) && r.shows(at-1, upper|word) && r.shows(at+1, upper|word) && r.plain(at+1)
	}
	return false
}

// nickname is the end of the run behind a nickname in quotation marks or
// brackets at token at and the word after it: "Samson “Sam” Brisk". 0 when
// there is none.
func (r *reader) nickname(at, from, last int) int {
	const longest = 3
	if at+3 >= last || r.shows(at, glued) || !(r.is(from, given) || r.is(at-1, given) || at == from+1 && r.is(at+1, given) && !r.is(from, common)) || r.is(from, place|org|outlet|city) && !r.is(from, given) || !r.shows(at+1, upper|word|glued) {
		return 0
	}
	open := r.of(at)
	bracket := open == "("
	if !bracket && r.seg.Tokens[at].Kind != nutgraf.Mark || bracket && (!r.is(at+1, given) || at > from+1) {
		return 0
	}
	for j := at + 2; j+1 < last && j <= at+1+longest; j++ {
		if bracket && r.at(j, ')') || !bracket && closes(open, r.of(j)) {
			if j > at+2 && bracket || !r.shows(j, glued) || r.shows(j+1, glued) || !r.shows(j+1, upper|word) || r.is(j+1, starter|title|common|place|outlet|nation) && !r.is(j+1, surname) {
				return 0
			}
			return j + 2
		}
		if !r.shows(j, upper|word) && !(r.shows(j, word) && r.is(j, starter)) {
			return 0
		}
	}
	return 0
}

// junior reports whether token i is the "Jr." that a comma parts from a name.
func (r *reader) junior(i int) bool {
	w := r.of(i)
	return w == "Jr" || w == "Sr"
}

// arabic reports whether a word is the article of a name: "Al" - Halden.
func arabic(w string) bool {
	switch w {
	case "al", "Al", "el", "El", "ul", "as", "ash", "ad", "an", "ar", "az", "at":
		return true
	}
	return false
}

// hyphened reports whether the words beside the hyphen at token i, which stands
// between spaces, are one listed name: text that was cut into tokens before.
func (r *reader) hyphened(i int) bool {
	return r.joined(i)&(org|outlet|place|city|given|figure) != 0
}

// joined is what the lists say of the words beside the hyphen at token i
// written together.
func (r *reader) joined(i int) mark {
	return r.lex.words.find(foldHash((foldHash(seed, r.of(i-1))^'-')*prime, r.of(i+1)))
}

func (r *reader) extendWord(at, last int) int {
	if r.is(at, calendar) && r.is(at, given|surname) && r.is(at-1, given) && !r.is(at-1, calendar) && at+1 < len(r.keys) && !r.shows(at+1, upper) && (r.shows(at+1, word) || r.is(at, surname) && r.at(at+1, ',')) {
		return at + 1 // "Theresa May said"
	}
	if r.bare(at) && !r.is(at, particle) {
		if r.is(at, surname) && r.is(at-1, given) && !r.is(at-1, common) && !r.shows(at-2, upper) && !r.shows(at+1, upper) && (r.at(at+1, ',') || r.possessive(at+1) || r.told(at+1)) {
			return at + 1 // "Otto More, a writer"
		}
		return at
	}
	if w := r.of(at); w == "Replay" || w == "Read" && r.of(min(at+1, last-1)) == "more" {
		return at // what a page says behind a name
	}
	if r.of(at) == "The" && r.is(at-1, figure|given|surname) {
		return at // headlines that ran into each other
	}
	if k, m := r.phrase(at, last); k > 0 && m&calendar == 0 {
		return at + k
	}
	return at + 1
}

// pointInside reports whether the full stop at token i belongs to the word
// before it within a name: an initial or an abbreviation.
func (r *reader) pointInside(i int) bool {
	if !r.shows(i, glued) {
		return false
	}
	t := r.seg.Tokens[i-1]
	return t.End-t.Start == 1 && t.Upper || r.is(i-1, abbreviation)
}

// extendLower passes lower-case words inside a name: "University of …", "van".
func (r *reader) extendLower(at, from, last int) int {
	prev := at - 1
	switch r.of(at) {
	case "of", "for", "on":
		next := at + 1
		if next < last && r.of(next) == "the" {
			next++
		}
		joins := r.is(prev, orgHead) && !r.is(prev, nation) && (r.of(at) == "of" || r.of(prev) != "House") || r.of(at) == "of" && r.is(prev, orgEnd) && r.is(prev, common) && !r.is(prev, title|role) || r.of(at) == "of" && r.is(prev, common) && !r.is(prev, title|role|nation) && !r.shows(prev, first) && !r.is(from, given) && !r.is(prev-1, given) && !r.pluralRole(prev)
		joins = joins || r.of(at) == "of" && at > from+1 && r.pluralRole(prev) && !r.shows(from, first) && !r.anyIs(from, at, nation|title|place|given|surname|figure) && next < last && r.is(next, place) // "Chartered Accountants of Chile"
		if r.shows(prev, first) && strings.HasSuffix(r.of(prev), "s") && r.namedBefore(next) {
			return at // "Friends of Brisk said"
		}
		if r.paper(next, last) && !r.is(prev, orgHead|orgEnd) {
			return at // "Ann Wee of the Vale Times"
		}
		if joins && next < last && r.shows(next, upper|word) && !r.bare(next) {
			return r.extendWord(next, last)
		}
	case "to":
		if r.is(prev, orgHead|orgEnd) && r.is(prev, common) && at+1 < last && r.shows(at+1, upper|word) && r.is(at+1, common) && !r.is(at+1, place|org|outlet|given|title|starter) && !r.shows(prev, first) {
			return at + 2 // "Alliance to Reclaim …"
		}
	case "and":
		if at+1 < last && r.shows(at+1, upper|word) && (!r.is(at+1, place|city|org|outlet|given) && (r.ministry(from, at) || r.paired(from, at, last) || r.trades(at, last)) || r.committee(from, at, last)) {
			return at + 2
		}
	default:
		if r.inTitle(at, from, last) {
			return r.extendWord(at+1, last)
		}
		if r.is(at, particle) && !r.is(at, starter) && (!r.is(prev, common|starter) || r.is(prev, given) && !r.is(prev, starter) || r.is(prev, placeStart) && !r.shows(prev, first)) || r.of(at) == "al" {
			next := at + 1
			if next+1 < last && r.at(next, '-') && !r.shows(next, glued) && arabic(r.of(at)) {
				next++ // "Omar al - Brisk" in a text cut into tokens
			}
			for next < last && r.is(next, particle) && !r.shows(next, upper) {
				next++
			}
			if next < last && r.shows(next, upper|word) {
				return next + 1
			}
		}
	}
	return at
}

// pluralRole reports whether token i is the plural of a role: "Leaders of the G-7".
func (r *reader) pluralRole(i int) bool {
	stem, ok := strings.CutSuffix(r.of(i), "s")
	return ok && r.lex.words.find(foldHash(seed, stem))&role != 0
}

// inTitle reports whether the lower-case word at token at belongs to the title
// of a work that the words before the run announce: "shows like Halden is Lost".
func (r *reader) inTitle(at, from, last int) bool {
	switch r.of(at) {
	case "is", "are", "of", "the", "my", "your", "to", "a":
	default:
		return false
	}
	next := at + 1
	return next < last && r.shows(next, upper|word) && r.is(next, common) && !r.bare(next) && r.announced(from)
}

// announced reports whether the words before token i say that a work's title
// follows.
func (r *reader) announced(i int) bool {
	w := i - 1
	if w < 0 {
		return false
	}
	switch {
	case r.cue(w, titling):
		w--
	case r.of(w) == "as":
		if w--; w < 0 || r.of(w) != "such" {
			return false
		}
		w--
	}
	return w >= 0 && r.workNoun(w) && !(w == i-1 && r.doing(w))
}

// doing reports whether the work noun at token i is rather a verb: "the storm
// hit Halden".
func (r *reader) doing(i int) bool {
	return r.cue(i, verbal) && i > 0 && !r.shows(i-1, upper) && !r.possessive(i-1) && !r.cue(i-1, nominal)
}

// workNoun reports whether token i is a noun for a work, in the singular or in
// the plural.
func (r *reader) workNoun(i int) bool {
	if r.shows(i, upper) || !r.shows(i, word) {
		return false
	}
	if r.is(i, workHead) {
		return true
	}
	stem, ok := strings.CutSuffix(r.of(i), "s")
	return ok && r.lex.words.find(foldHash(seed, stem))&workHead != 0
}

// ministry reports whether the run is an office whose field may be a pair:
// "Department of Health and Human Services".
func (r *reader) ministry(from, at int) bool {
	for i := from; i+3 <= at; i++ {
		if r.cue(i, officeCue) {
			return (r.of(i+1) == "of" || r.of(i+1) == "for" || r.of(i+1) == "on") && !r.is(at-2, given)
		}
	}
	return false
}

// paired reports whether the "and" at token at joins two common words that
// name the field of an authority together: "Food and Drug Administration".
func (r *reader) paired(from, at, last int) bool {
	chamber := false
	if w := r.of(from); at == from+2 && (w == "House" || w == "Senate") {
		from, chamber = from+1, true // "House Ways and Means Committee"
	}
	if at != from+1 || !r.is(from, common) || r.shows(from, first) || r.is(from, given|place|org|outlet|title) {
		return false
	}
	for i := at + 1; i < last && i < at+7 && r.shows(i, upper|word); i++ {
		if r.cue(i, authority) || chamber && r.is(i, title) {
			return i > at+1 // "House Ways and Means Chairman Otto Lund"
		}
		if r.is(i, given|org|outlet) && !r.is(i, common) {
			return false
		}
	}
	return false
}

// trades reports whether the "and" at token at joins two trades of one firm:
// "Halden Mining and Construction Company".
func (r *reader) trades(at, last int) bool {
	return r.is(at-1, orgEnd) && r.is(at+1, common|orgEnd) && !r.is(at+1, given|surname) && at+2 < last && r.shows(at+2, upper|word) && r.cue(at+2, legalForm)
}

// namedBefore reports whether the word at token i is the surname of somebody whom
// the text has named in full before.
func (r *reader) namedBefore(i int) bool {
	if i >= len(r.keys) || !r.shows(i, upper|word) || r.is(i, place|org|outlet|common) {
		return false
	}
	for k := len(r.cands) - 1; k >= 0; k-- {
		if c := &r.cands[k]; c.last-c.first >= 2 && r.keys[c.last-1] == r.keys[i] && r.is(c.first, given) {
			return true
		}
	}
	return false
}

// committee reports whether the comma or the "and" at token at parts the fields of
// a chamber's committee: "Senate Health, Education, Labor and Pensions Committee".
func (r *reader) committee(from, at, last int) bool {
	const most = 10
	if w := r.of(from); w != "House" && w != "Senate" || at < from+2 || r.shows(from, caps) {
		return false
	}
	joined := false
	for i := from + 1; i < last && i < from+most; i++ {
		switch {
		case r.cue(i, authority):
			return joined && i > at+1
		case r.of(i) == "and" && !joined:
			joined = true
		case r.at(i, ',') && !joined:
		case !r.shows(i, upper|word) || r.is(i, given|figure|title|nation) && !r.is(i, common):
			return false
		}
	}
	return false
}

// colon reports whether the colon at token at joins the halves of a title:
// "Halden: The Return".
func (r *reader) colon(at, from, last int) bool {
	next := at + 1
	if next < last && r.is(next, starter) && r.shows(next, upper) {
		next++
	}
	if r.is(at-1, groupEnd) || r.is(next, nation) {
		return false // "the Brisk administration: Liberals"
	}
	if r.shows(at-1, caps) && !r.shows(next, caps) || r.keys[at-1] != 0 && !r.shows(at-1, word) && r.is(from, orgEnd) {
		return false // "HALDEN FELLOW: Yes", "Rangers 2: Lund"
	}
	if !r.shows(at, glued) || next >= last || !r.shows(next, upper|word) || r.is(next, starter|calendar) || r.shows(from, first) {
		return false
	}
	if !r.arts || at-from == 1 && r.is(from, common) && !r.article(from-1) {
		return false
	}
	if at-from > 1 && r.plainAll(from, at) && !r.article(from-1) && !r.announced(from) {
		return false // "Fight Climate Change: Buy Mines"
	}
	if at-from == 1 && r.is(from, org|outlet|place|city|figure|nation|title|role) {
		return false
	}
	if title := r.shows(at, inQuotes) || r.announced(from); !title && (r.is(from, given|surname) || at-from == 1 && next == at+1 && !r.screen) {
		return false // "Ann Brisk: Half the town", "Brisk: Senate to meet"
	}
	return !r.shows(next+1, word) || r.shows(next+1, upper) || !r.is(next+1, starter)
}

// anyIs reports whether a word among tokens [from, to) is what m says.
func (r *reader) anyIs(from, to int, m mark) bool {
	for i := from; i < to; i++ {
		if r.is(i, m) {
			return true
		}
	}
	return false
}

// plainAll reports whether tokens [from, to) are common words alone.
func (r *reader) plainAll(from, to int) bool {
	for i := from; i < to; i++ {
		if r.shows(i, word) && !r.is(i, common|starter) {
			return false
		}
	}
	return true
}

// serial reports whether token i is the number of a part or a model that
// belongs to the name before it: "Halden 2".
func (r *reader) serial(i, last int) bool {
	t := r.seg.Tokens[i]
	if t.Kind != nutgraf.Number || t.End-t.Start > 2 || r.shows(i, glued) || r.is(i-1, starter|calendar|city) && !r.is(i-1, common) {
		return false
	}
	if i+1 >= last || !r.shows(i+1, word) {
		return i+1 >= last || !r.at(i+1, '-') && !r.at(i+1, '%')
	}
	w := r.of(i + 1)
	return !r.shows(i+1, upper) && w[len(w)-1] != 's' && w != "million" && w != "billion" && w != "percent" && w != "people" && w != "points"
}
