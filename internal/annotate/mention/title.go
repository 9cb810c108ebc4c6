package mention

import (
	"strings"

	"nutgraf"
)

// titled reports whether a sentence is a headline that capitalises its common
// words, so that capitals tell nothing.
func (r *reader) titled(n int) bool {
	s := r.seg.Sentences[n]
	if r.at(s.Last-1, '.') && !r.shows(s.First, caps) {
		return false
	}
	high, plain, words := 0, 0, 0
	for i := s.First; i < s.Last; i++ {
		if !r.shows(i, word) || r.possessive(i) {
			continue
		}
		words++
		switch {
		case !r.shows(i, upper):
			if r.marks[i]&(starter|particle|placeCue) == 0 {
				return false
			}
		case i > s.First && r.plain(i):
			plain++
		default:
			high++
		}
	}
	if words >= 4 && plain == 0 && s.Block >= 0 && r.doc.Blocks[s.Block].Kind == nutgraf.Headline {
		return true
	}
	return words >= 4 && plain >= 1 && plain*5 >= words-1
}

// plain reports whether the word at token i is common, or an inflected form of
// a common one.
func (r *reader) plain(i int) bool {
	if r.is(i, common|starter|role|workHead) || r.lower.has(r.keys[i]) {
		return true
	}
	if r.is(i, given|place|org|outlet|figure|city) {
		return false
	}
	w := r.of(i)
	for _, end := range []string{"s", "es", "ing", "ed", "d"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 2 {
			if m := r.lex.words.find(foldHash(seed, stem)); m&(common|role) != 0 {
				return true
			}
		}
	}
	return false
}

// quotedWork reads a title that stands alone in quotation marks at token i:
// where it ends, and the token after the closing mark. 0 when there is none.
func (r *reader) quotedWork(i, last int) (end, next int) {
	const longest = 12
	if r.seg.Tokens[i].Kind != nutgraf.Mark || r.shows(i, glued) && !r.at(i-1, '(') {
		return 0, 0
	}
	open, high, low := r.of(i), 0, 0
	for j := i + 1; j < last && j < i+longest; j++ {
		if r.seg.Tokens[j].Kind == nutgraf.Mark && closes(open, r.of(j)) && r.shows(j, glued) {
			return r.titleBetween(i, j, high, low)
		}
		switch {
		case r.seg.Tokens[j].Kind == nutgraf.Mark:
			return 0, 0
		case r.shows(j, upper) && r.of(j) != "I":
			high++
		case r.shows(j, word) && !r.possessive(j):
			if !r.is(j, starter|particle) {
				return 0, 0
			}
			low++
		}
	}
	return 0, 0
}

// titleBetween decides on the words between the marks at tokens i and j.
func (r *reader) titleBetween(i, j, high, low int) (end, next int) {
	end = j
	inner := r.at(j-1, ',') || r.at(j-1, '.')
	if inner {
		end--
	}
	if k, m := r.phrase(i+1, end); k == end-i-1 && m&calendar != 0 {
		return 0, 0 // a greeting
	}
	if r.bodyIn(i+1, end, high) {
		return 0, 0
	}
	if high == 0 || low > high || !r.shows(i+1, upper) && r.shows(i+1, word) {
		return 0, 0
	}
	if inner && high < 2 && !r.is(i-1, workHead) {
		return 0, 0
	}
	if r.at(j-1, '!') || r.at(j-1, '?') {
		if high < 3 {
			return 0, 0
		}
	}
	if high == 2 && low == 0 && end == i+3 && r.is(i+1, common) && r.is(i+2, given|figure) && !r.is(i+1, given) && !r.is(i+2, common|place) && !r.arts {
		return 0, 0 // what somebody is called: “Crazy Otto”
	}
	if r.shows(i-1, upper) && r.shows(j+1, upper) && high == 1 {
		return 0, 0 // a nickname
	}
	return end, j + 1
}

// bodyIn reports whether tokens [from, end) between marks are the name of a place
// or a body rather than a title: “North Halden Treaty Organization”.
func (r *reader) bodyIn(from, end, high int) bool {
	if k, m := r.phrase(from, end); k == end-from && m&(org|place) != 0 && m&famed == 0 {
		return true
	}
	return high > 2 && !r.arts && r.is(end-1, orgEnd) && r.is(end-1, orgHead)
}

// fullOffice is the length in tokens of the title with "of" that the role noun
// at token i begins: "secretary of State". 0 when it begins none.
func (r *reader) fullOffice(i, last int) int {
	if !r.is(i, role) || i+2 >= last || r.of(i+1) != "of" {
		return 0
	}
	if k, m := r.phrase(i, last); k > 2 && m&title != 0 {
		return k
	}
	return 0
}

func closes(open, mark string) bool {
	switch open {
	case "“", "\"":
		return mark == "”" || mark == "\""
	case "‘", "'", "`":
		return mark == "’" || mark == "'"
	}
	return false
}
