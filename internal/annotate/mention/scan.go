package mention

import (
	"strings"

	"nutgraf"
)

// cand is a stretch of tokens that looks like a name.
type cand struct {
	first, last int // tokens [first, last)
	sentence    int
	key         uint64 // of the folded words
	listed      mark   // what the lists say of the whole
	before      mark   // title or honorific that stands before it
	score       [kinds]int16
	kind        kind
	flags       candFlag
	entity      int
}

type candFlag uint8

const (
	weak   candFlag = 1 << iota // may be no name: a common word at the head of a sentence
	headed                      // stands in a headline that capitalises all words
	works                       // stands alone in quotation marks
	plural                      // "the Russos"
	family                      // "the Russo brothers", "the Moreno administration"
)

// kind numbers the entity types.
type kind uint8

const (
	person kind = iota
	group
	organization
	outletKind
	placeKind
	work
	character
	event
	otherKind
	kinds
)

var entityTypes = [kinds]nutgraf.EntityType{
	nutgraf.Person, nutgraf.Group, nutgraf.Organization, nutgraf.Outlet, nutgraf.Place,
	nutgraf.Work, nutgraf.Character, nutgraf.Event, nutgraf.Other,
}

// scan finds the candidates of one sentence of running text.
func (r *reader) scan(n int) {
	s := r.seg.Sentences[n]
	for i := s.First; i < s.Last; {
		if end, next := r.quotedWork(i, s.Last); next > 0 {
			r.addWork(i+1, end, n)
			i = next
			continue
		}
		next := r.nameAt(i, n, s)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// addWork makes a candidate of a title in quotation marks.
func (r *reader) addWork(from, end, n int) {
	before := len(r.cands)
	r.flush(from, end, n, 0)
	if len(r.cands) == before {
		return
	}
	c := &r.cands[before]
	c.first, c.last, c.key = from, end, r.key(from, end)
	c.flags = works
}

// nameAt reads the candidate that begins at token i, if one does, and returns
// where to go on.
func (r *reader) nameAt(i, n int, s nutgraf.Sentence) int {
	if !r.shows(i, upper|word) {
		if r.shows(i, word) && r.is(i, particle) && i+1 < s.Last && r.shows(i+1, upper) && !r.shows(i, first) {
			if w := r.of(i); len(w) > 1 && w != "la" && w != "de" && w != "el" || r.is(i+1, figure) {
				return r.run(i, n, s)
			}
		}
		return i + 1
	}
	if r.bare(i) {
		return i + 1
	}
	return r.run(i, n, s)
}

// bare reports whether the capital of token i is no sign of a name.
func (r *reader) bare(i int) bool {
	w := r.of(i)
	if len(w) > 2 && w[1] == '-' && (w[0] == 'R' || w[0] == 'D' || w[0] == 'I') && r.at(i-1, ',') || r.at(i-1, '(') && len(w) > 2 && w[1] == '-' {
		return true // "R-Ohio"
	}
	if (w == "ET" || w == "PT" || w == "CT" || w == "MT") && (r.keys[max(0, i-1)] != 0 && !r.shows(i-1, word) || i > 0 && (strings.HasSuffix(r.of(i-1), ".m.") || r.of(i-1) == "AM" || r.of(i-1) == "PM")) {
		return true // a time zone
	}
	if w == "I" || len(w) > 2 && w[0] == 'I' && (w[1] == '\'' || w[1] == 0xe2) {
		return true
	}
	m := r.marks[i]
	if len(w) == 1 && r.at(i+1, '.') && r.shows(i+1, glued) && !r.shows(i, first) {
		return false // an initial
	}
	if m&phraseHead != 0 {
		if k, pm := r.phrase(i, r.lastOf(i)); k > 0 && pm&(title|calendar) == 0 {
			return false
		} else if k > 0 && pm&calendar != 0 {
			return true
		}
	}
	if m&calendar != 0 && !(m&given != 0 && r.shows(i+1, upper) && !r.is(i+1, calendar)) {
		return true
	}
	if m&starter != 0 && (r.shows(i, first) || len(w) < 3 || m&(place|org|outlet|given) == 0) {
		return !(r.shows(i, caps) && m&(org|outlet|place) != 0)
	}
	return false
}

// lastOf is the end of the sentence that holds token i.
func (r *reader) lastOf(i int) int {
	if k := r.seg.SentenceAt(int(r.seg.Tokens[i].Start)); k >= 0 {
		return r.seg.Sentences[k].Last
	}
	return len(r.seg.Tokens)
}

// run reads the capitalised stretch from token i on and cuts it into
// candidates.
func (r *reader) run(i, n int, s nutgraf.Sentence) int {
	end := i
	const longest = 24 // names are shorter; a longer run is a list or noise
	for end < s.Last && end-i < longest {
		next := r.extend(end, i, s.Last)
		if next == end {
			break
		}
		end = next
	}
	r.split(i, end, n)
	return end
}

// extend returns the end of the run [from, at) after its next part, or at when
// it goes no further.
func (r *reader) extend(at, from, last int) int {
	if at == from {
		if k, _ := r.phrase(at, last); k > 0 {
			return at + k
		}
		return at + 1
	}
	if r.cut[at-1] > 0 {
		return at
	}
	switch {
	case r.shows(at, upper|word):
		return r.extendWord(at, last)
	case r.at(at, ':') && r.colon(at, from, last):
		if r.is(at+1, starter) {
			return at + 3
		}
		return at + 2
	case r.serial(at, last):
		return at + 1
	case r.at(at, '.') && r.pointInside(at) && at+1 < last && (r.shows(at+1, upper|word) || r.at(at+1, ',')):
		if r.shows(at+1, upper|word) && !r.is(at-1, suffix|orgEnd) {
			return r.extendWord(at+1, last)
		}
		return at + 1
	case r.at(at, '.') && r.is(at-1, abbreviation) && r.is(at-1, suffix|orgEnd) && r.shows(at, glued):
		return at + 1
	case r.at(at, '&') && at+1 < last && r.shows(at+1, upper|word):
		return at + 2
	case r.possessive(at) && at+1 < last && r.shows(at+1, upper) && r.is(at+1, orgEnd) && r.is(at-1, common):
		return at + 2
	case r.shows(at, word):
		return r.extendLower(at, from, last)
	}
	return at
}

func (r *reader) extendWord(at, last int) int {
	if r.is(at, calendar) && r.is(at, given|surname) && r.is(at-1, given) && !r.is(at-1, calendar) && r.keys[min(at+1, len(r.keys)-1)] != 0 && r.shows(at+1, word) && !r.shows(at+1, upper) {
		return at + 1 // "Theresa May said"
	}
	if r.bare(at) && !r.is(at, particle) {
		return at
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
		joins := r.is(prev, orgHead) || r.of(at) == "of" && r.is(prev, orgEnd) && r.is(prev, common) && !r.is(prev, title|role) || r.of(at) == "of" && r.is(prev, common) && !r.is(prev, title|role|nation) && !r.shows(prev, first) && !r.is(from, given) && !r.is(prev-1, given)
		if joins && next < last && r.shows(next, upper|word) && !r.bare(next) {
			return r.extendWord(next, last)
		}
	case "and":
		if at+1 < last && r.shows(at+1, upper|word) && r.ministry(from, at) {
			return at + 2
		}
	default:
		if r.inTitle(at, from, last) {
			return r.extendWord(at+1, last)
		}
		if r.is(at, particle) && !r.is(at, starter) && !r.is(prev, common|starter) || r.of(at) == "al" {
			next := at + 1
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
	switch r.of(w) {
	case "like", "called", "titled", "entitled", "dubbed":
		w--
	case "as":
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
	switch r.of(i) {
	case "hit", "play", "record", "feature", "cover", "track", "short", "book", "show", "film":
	default:
		return false
	}
	if i == 0 || r.shows(i-1, upper) || r.possessive(i-1) {
		return false
	}
	switch r.of(i - 1) {
	case "the", "a", "his", "her", "their", "its", "new", "latest", "debut", "hit", "first", "second", "upcoming", "short", "feature", "reality", "comic", "TV", "talk", "this", "that", "of":
		return false
	}
	return true
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
	if at-from < 3 {
		return false
	}
	switch r.of(from) {
	case "Department", "Ministry", "Committee", "Office", "Bureau", "Institute", "Institutes", "Center", "Centers", "Centre", "Secretary":
		return true
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
	if !r.shows(at, glued) || next >= last || !r.shows(next, upper|word) || r.is(next, starter|calendar) || r.shows(from, first) {
		return false
	}
	if !r.arts || at-from == 1 && r.is(from, common) && !r.article(from-1) {
		return false
	}
	if at-from == 1 && r.is(from, org|outlet|place|city|figure|nation|title|role) {
		return false
	}
	return !r.shows(next+1, word) || r.shows(next+1, upper) || !r.is(next+1, starter)
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
