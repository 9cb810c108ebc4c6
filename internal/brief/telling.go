package brief

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// What is held against a sentence that tells no news.
const (
	forMusing  = .55 // weighs what may come, and nobody is named who says so
	forBefore  = .7  // what had been before, or is compared
	forBeing   = .6  // says who somebody is, and nothing that happened
	forPointer = .3  // "that plan", told of before
)

// telling weighs whether a sentence tells what happened, or muses, explains and
// looks back.
func (w *Writer) telling(m nutgraf.Member, s nutgraf.Sentence, c *candidate) {
	words := w.outside(m, s, c)
	verb, attributed := -1, c.spoken
	for i, word := range words {
		c.denies = c.denies || w.denies(words, i)
		c.answers = c.answers || w.answering[word]
		attributed = attributed || w.attributing[word] || w.deciding[word] || word == "according"
		if verb < 0 && i > 0 && w.judge.Finite(word) {
			verb = i
		}
	}
	c.sourced = attributed
	c.denies = c.denies || c.spoken && w.baseless(m, s, c)
	for i, word := range words {
		if word == "would" && i+2 < len(words) && words[i+1] == "have" && (words[i+2] == "been" || strings.HasSuffix(words[i+2], "ed")) && !attributed {
			c.alone *= forMusing // it did not happen
			attributed = true
		}
		c.ahead = c.ahead || w.comes(words, i)
		c.adds = c.adds || word == "also" || word == "too"
		switch {
		case (w.musing[word] && !(word == "could" && i+1 < len(words) && words[i+1] == "not") || word == "need" && i+1 < len(words) && words[i+1] == "to") && !attributed && !slices.ContainsFunc(words[:i], func(x string) bool { return w.relative[x] || x == "whether" || x == "if" }):
			c.alone *= forMusing
			c.comments = c.comments || w.obliging[word]
			attributed = true // once
		case word == "that" && w.pointer(words, i):
			c.alone *= forPointer
			c.leans = true
			c.hangs = c.hangs || i == 1 && w.adjoining[words[0]]
		}
	}
	if verb < 0 {
		return
	}
	before := words[verb] == "had" && verb+1 < len(words) || words[0] == "like" || words[0] == "unlike"
	for i, word := range words {
		before = before || w.bygone[word] || word == "used" && i > 0 && i+2 < len(words) && words[i+1] == "to" && !being[words[i-1]]
	}
	if before {
		c.alone *= forBefore
	}
	if !c.dated && !c.numbered && being[words[verb]] && describes(words[verb+1:]) {
		c.alone *= forBeing
	}
}

// clauseWords is the number of words behind "that" among which its clause has a
// verb, if it opens one.
const clauseWords = 16

// yearDigits is the length of a number that is most likely a year.
const yearDigits = 4

var (
	being    = map[string]bool{"is": true, "are": true, "was": true, "were": true}
	articles = map[string]bool{"a": true, "an": true, "the": true}
)

// describes reports whether the words behind "is" say what somebody is: "a
// columnist", "Vale's campaign manager".
func describes(words []string) bool {
	return len(words) > 0 && articles[words[0]] || slices.ContainsFunc(words[:min(len(words), 3)], func(w string) bool { return strings.HasSuffix(w, "'s") })
}

// outside returns the words of a sentence outside of quotation marks, in lower
// case.
func (w *Writer) outside(m nutgraf.Member, s nutgraf.Sentence, c *candidate) []string {
	var out []string
	for _, t := range m.Seg.Tokens[s.First:s.Last] {
		if t.Kind == nutgraf.Number && t.End-t.Start != yearDigits {
			c.numbered = true
		}
		if (t.Kind == nutgraf.Word || t.Kind == nutgraf.Punct) && !c.inMarks(t.Span()) {
			out = append(out, lang.Lower(t.Span().Of(m.Doc.Text)))
		}
	}
	return out
}

// denies reports whether by the word at i somebody denies or doubts what is reported.
// Who denies a motion says of nothing that it is not so.
func (w *Writer) denies(words []string, i int) bool {
	if words[i] == "independently" { // "could not independently confirm"
		return i > 0 && w.verifying[words[i-1]] || i+1 < len(words) && w.verifying[words[i+1]]
	}
	if i > 0 && be(words[i-1]) && (i+1 == len(words) || words[i+1] != "by") {
		return false // "would be denied the licence"
	}
	behind := words[i+1 : min(len(words), i+1+nounWords)]
	return w.denying[words[i]] && !slices.ContainsFunc(behind, func(word string) bool { return w.refusable[word] })
}

// be reports whether a word is a form of "be".
func be(word string) bool { return being[word] || word == "be" || word == "been" || word == "being" }

// baseless reports whether somebody's words in a sentence deny what is reported.
func (w *Writer) baseless(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	var words []string
	for _, t := range m.Seg.Tokens[s.First:s.Last] {
		if t.Kind == nutgraf.Word && c.inMarks(t.Span()) {
			words = append(words, lang.Lower(t.Span().Of(m.Doc.Text)))
		}
	}
	for i := range words {
		if w.denies(words, i) {
			return true
		}
	}
	return false
}

// comes reports whether the word at i tells of what is to come.
func (w *Writer) comes(words []string, i int) bool {
	return words[i] == "will" || words[i] == "to" && i > 0 && w.coming[words[i-1]]
}

// introduced reports whether words end on a noun that "a" or "an" tells of for the first
// time: what "that" opens behind it is a clause on it.
func (w *Writer) introduced(words []string) bool {
	for n := 1; n <= nounWords && n <= len(words); n++ {
		switch word := words[len(words)-n]; {
		case word == "a" || word == "an":
			return n > 1
		case w.function[word] || n > 1 && w.judge.Finite(word) || strings.ContainsAny(word, ",;:"):
			return false
		}
	}
	return false
}

// nounWords is the number of words of a noun group, its article among them.
const nounWords = 5

// pointer reports whether "that" stands before a noun that was told of before
// ("made that claim in May"): no verb follows it before the next stop, as one does
// where "that" opens a clause, and no word of saying stands before it.
func (w *Writer) pointer(words []string, i int) bool {
	if i == 1 && w.adjoining[words[0]] {
		return true // "When that bill never came, the board …"
	}
	if i == 0 || i+1 >= len(words) || words[i+1] == "," || strings.HasSuffix(words[i-1], "ing") || w.function[words[i+1]] || w.attributing[words[i-1]] || w.narrowing[words[i-1]] && words[i-1] != "of" && words[i-1] != "in" {
		return false
	}
	if i+2 < len(words) && articles[words[i+2]] || w.introduced(words[:i]) {
		return false // "a bill that mends the mole", "a new bill that mends moles"
	}
	for _, word := range words[i+1 : min(len(words), i+clauseWords)] {
		if w.judge.Finite(word) || strings.HasSuffix(word, "ing") && word == words[i+1] {
			return false
		}
		if word == "," || word == ";" {
			break
		}
	}
	return true
}
