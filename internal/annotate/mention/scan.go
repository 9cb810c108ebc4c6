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
		if k := r.fullOffice(i, s.Last); k > 0 {
			return i + k
		}
		if r.openParticle(i, s.Last) {
			return r.run(i, n, s)
		}
		return i + 1
	}
	if r.bare(i) || r.shows(i, glued) && (r.at(i-1, '#') || r.at(i-1, '@') || r.at(i-1, '/') && domain(r.of(i-2))) {
		if k, m := r.phrase(i, s.Last); k > 0 && m&calendar != 0 {
			return i + k // "Eastern Time"
		}
		return i + 1
	}
	return r.run(i, n, s)
}

// openParticle reports whether a surname begins with the particle at token i in
// lower case: "de la Cruz", "von der Brisk".
func (r *reader) openParticle(i, last int) bool {
	next := i + 1
	if !r.shows(i, word) || !r.is(i, particle) || r.shows(i, first) || next >= last {
		return false
	}
	for next+1 < last && next < i+3 && r.is(next, particle) && !r.shows(next, upper) {
		next++
	}
	if !r.shows(next, upper) {
		return false
	}
	w := r.of(i)
	return len(w) > 1 && w != "la" && w != "el" && w != "do" || next == i+1 && r.is(next, figure)
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
	if r.familyHead(i) || i > 1 && m&familyFirst != 0 && r.familyHead(i-2) || m&familyFirst != 0 && m&starter != 0 && r.headedBefore(i) {
		return false
	}
	if m&opener != 0 && r.shows(i, first) {
		return true
	}
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
	if r.shows(i, loud) && m&(place|figure) == 0 && (m&(common|starter|calendar|title|role) != 0 || r.plain(i)) {
		return true
	}
	if m&calendar != 0 && r.is(i+1, figure) && !r.is(i+1, given) {
		return true // "In August Obama"
	}
	if m&calendar != 0 && r.bornBefore(i) {
		return false // "May said", of Theresa May
	}
	if m&calendar != 0 && !(m&given != 0 && (r.shows(i+1, upper) && !r.is(i+1, calendar) || r.is(i+1, particle) && !r.is(i+1, starter))) {
		return true
	}
	if m&starter != 0 && m&given != 0 && len(w) > 2 && r.shows(i, first) && r.shows(i+1, upper|word) && !r.shows(i+1, caps) && !r.is(i+1, starter|figure|place|org|outlet|title|honorific|calendar|nation) && r.told(i+2) {
		return false // "Will Brisk said"
	}
	if m&starter != 0 && (r.shows(i, first) || len(w) < 3 || m&(place|org|outlet|given) == 0) {
		return !(r.shows(i, caps) && m&(org|outlet|place) != 0)
	}
	return false
}

// told reports whether token i is a verb in a form that no auxiliary stands before: "said",
// "says", "was".
func (r *reader) told(i int) bool {
	w := r.of(min(i, len(r.keys)-1))
	switch {
	case r.shows(i, upper):
	case r.is(i, past), w == "said", w == "told":
		return true
	case r.is(i, personVerb):
		return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss")
	}
	return false
}

// bornBefore reports whether the month at token i is the surname of somebody whom the text
// has named in full, and nothing beside it speaks of time.
func (r *reader) bornBefore(i int) bool {
	if i == 0 || i+1 >= len(r.keys) || !r.shows(i+1, word) && !r.possessive(i+1) || r.shows(i+1, upper) || r.marks[i+1]&calendar != 0 {
		return false
	}
	named := false
	for k := len(r.cands) - 1; k >= 0 && !named; k-- {
		c := &r.cands[k]
		named = c.last-c.first >= 2 && r.keys[c.last-1] == r.keys[i] && r.is(c.first, given)
	}
	if !named {
		return false
	}
	if r.shows(i, first) {
		switch r.of(i + 1) {
		case "the", "a", "he", "she", "it", "they", "we", "you", "all", "no", "this", "that", "his", "her", "their", "our":
			return false
		}
		return true
	}
	switch strings.ToLower(r.of(i - 1)) {
	case "in", "on", "by", "since", "until", "till", "of", "last", "next", "this", "early", "late", "mid", "through", "during", "before", "after", "from", "to", "and", "or", "for", "each", "every", "between":
		return r.possessive(i + 1)
	}
	return !r.shows(i-1, word) || !r.shows(i-1, upper) || r.shows(i-1, first) || r.is(i-1, title|honorific)
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
