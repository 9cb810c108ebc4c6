package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// ends decides whether the stop at token i ends a sentence before token next.
// The stops run up to token end, closing marks and brackets up to token next.
func (c *cutter) ends(i, end, next, from int, strong, dots bool) bool {
	lead := c.lead(next)
	if lead < 0 || !c.canOpen(lead) {
		return false
	}
	if c.grown(next) && !c.spaceMissing(i, end, next) {
		return false
	}
	switch {
	case strong:
		return !c.carriesOn(i, end, next)
	case dots:
		return next > end || c.is(lead, starter) && c.of(lead) != "I" || lead > next
	}
	return c.fullStop(i, end, next, from, lead)
}

// lead is the index of the first word or number at or after token i, past
// opening marks, brackets and dashes; -1 when none follows near.
func (c *cutter) lead(i int) int {
	const far = 12 // a longer run of marks opens no sentence, and time stays linear
	toks := c.seg.Tokens
	for stop := min(len(toks), i+far); i < stop; i++ {
		if toks[i].Kind == nutgraf.Word || toks[i].Kind == nutgraf.Number {
			return i
		}
		switch c.of(i) {
		case ",", ";", ":", "%":
			return -1
		}
	}
	return -1
}

// canOpen reports whether the word at token i can begin a sentence.
func (c *cutter) canOpen(i int) bool {
	t := c.seg.Tokens[i]
	if t.Upper || t.Kind == nutgraf.Number {
		return true
	}
	r, n := utf8.DecodeRuneInString(c.of(i))
	if !unicode.IsLower(r) {
		return true // a script without case
	}
	second, _ := utf8.DecodeRuneInString(c.of(i)[n:])
	return unicode.IsUpper(second) // "iPhone", "eBay"
}

// spaceMissing reports whether a space was lost between a stop and the word
// grown to it: "the end.The next" and `the end."The next`.
func (c *cutter) spaceMissing(i, end, next int) bool {
	t := c.seg.Tokens[next]
	if next > end {
		return t.Upper && c.of(end) != ")"
	}
	if i == c.first || !t.Upper || t.Kind != nutgraf.Word {
		return t.Kind == nutgraf.Mark && (c.opening(next) || c.of(next) == "\"" && !c.open(next))
	}
	before := c.of(i - 1)
	last, _ := utf8.DecodeLastRuneInString(before)
	return (len(before) > 1 && unicode.IsLower(last) || unicode.IsDigit(last)) && t.End-t.Start > 1
}

// opening reports whether the mark at token i opens a quotation.
func (c *cutter) opening(i int) bool {
	switch c.of(i) {
	case "“", "‘", "«":
		return true
	}
	return false
}

// carriesOn reports whether the sentence goes on after a question or an
// exclamation: a name with a mark of its own, or words in quotation marks
// followed by who says them.
func (c *cutter) carriesOn(i, end, next int) bool {
	if i > c.first && c.is(i-1, marked) && !c.is(next, starter) {
		return true
	}
	if next == end || c.is(next, starter) {
		return false
	}
	toks := c.seg.Tokens
	for j := next; j < len(toks) && j < next+7; j++ {
		if toks[j].Kind != nutgraf.Word && c.of(j) != "." {
			return false
		}
		if j > next && !toks[j].Upper && c.is(j, speaking) {
			return true
		}
	}
	return false
}

// fullStop decides for a single full stop.
func (c *cutter) fullStop(i, end, next, from, lead int) bool {
	toks := c.seg.Tokens
	w := i // the word that the stop closes
	if toks[i].Kind != nutgraf.Word {
		if w = i - 1; w < from || !c.grown(i) {
			return true
		}
	}
	if next > end {
		return c.fullStopInMarks(w, next) && !c.dash(next)
	}
	text := c.of(w)
	dash := c.dash(next)
	fresh := c.is(lead, starter) || lead > next && c.of(next) != "(" && !dash
	switch t := c.about(w); {
	case w == from && (toks[w].Kind == nutgraf.Number || len(text) == 1):
		return false // "1. Item"
	case w == i:
		return c.afterDotted(i, lead, fresh)
	case c.halfDay(w, from):
		return c.afterHour(lead, fresh)
	case t&closes != 0:
		return !dash && (fresh || c.plainly(w, lead))
	case t&numbers != 0:
		return toks[lead].Kind != nutgraf.Number && t&opens == 0 && !roman(c.of(lead))
	case t&opens != 0:
		return fresh && text == "St" && w > from && toks[w-1].Upper
	case c.initial(w):
		return c.afterInitial(w, from, lead, fresh)
	}
	return true
}

// fullStopInMarks decides for a full stop with a closing mark after it.
func (c *cutter) fullStopInMarks(w, next int) bool {
	return c.words[c.of(w)]&opens == 0 || c.is(next, starter)
}

// about is what the lists say of the word at token w, however it is
// capitalised ("INC" is "Inc"), and whatever small word is tied to it ("then-Sen").
func (c *cutter) about(w int) trait {
	text := trimPoint(c.of(w))
	if at := strings.LastIndexByte(text, '-'); at > 0 && strings.ToLower(text[:at]) == text[:at] {
		text = text[at+1:]
	}
	if t := c.words[text]; t != 0 || len(text) < 2 || len(text) > len(c.fold) {
		return t
	}
	c.fold[0] = text[0]
	for i := 1; i < len(text); i++ {
		if text[i] < 'A' || text[i] > 'Z' {
			return 0
		}
		c.fold[i] = text[i] | 0x20
	}
	return c.words[string(c.fold[:len(text)])]
}

// dash reports whether token i is a dash.
func (c *cutter) dash(i int) bool {
	w := c.of(i)
	return w == "-" || w == "–" || w == "—"
}

// roman reports whether a word is a Roman number.
func roman(w string) bool { return strings.Trim(w, "IVXLC") == "" }

// plainly reports whether the word at lead is common enough to begin a
// sentence after an abbreviation of a name that ends with it.
func (c *cutter) plainly(w, lead int) bool {
	return c.seg.Tokens[lead].Kind == nutgraf.Number && c.words[c.of(w)]&numbers == 0
}

// afterDotted decides after "U.S.", "p.m." and the like.
func (c *cutter) afterDotted(i, lead int, fresh bool) bool {
	w := c.of(i)
	if c.words[trimPoint(w)]&opens != 0 || c.dash(i+1) {
		return false
	}
	if strings.HasSuffix(w, ".m.") {
		return c.afterHour(lead, fresh)
	}
	return fresh
}

// afterHour decides after a time of day: a day or a zone goes on with it.
func (c *cutter) afterHour(lead int, fresh bool) bool {
	name := c.of(lead)
	return fresh || !c.is(lead, dated) && strings.ToUpper(name) != name && c.words[name]&dated == 0
}

// halfDay reports whether the word at token w is the last of "10 p. m.", as some print it.
func (c *cutter) halfDay(w, from int) bool {
	return w >= from+3 && c.of(w) == "m" && c.of(w-1) == "." && (c.of(w-2) == "p" || c.of(w-2) == "a") && c.seg.Tokens[w-3].Kind == nutgraf.Number
}

// initial reports whether the word at token w is a single capital letter.
func (c *cutter) initial(w int) bool {
	t := c.seg.Tokens[w]
	return t.Upper && t.Kind == nutgraf.Word && utf8.RuneCountInString(c.of(w)) == 1
}

// afterInitial decides after a single capital with a point: an initial within
// a name ("George W. Halden") or the last word of a sentence ("Plan B. Then").
func (c *cutter) afterInitial(w, from, lead int, fresh bool) bool {
	if fresh {
		return true
	}
	if c.of(w) == "I" && w > from && c.seg.Tokens[w-1].Kind == nutgraf.Word && !c.seg.Tokens[w-1].Upper {
		return true
	}
	return c.seg.Tokens[lead].Kind == nutgraf.Number
}
