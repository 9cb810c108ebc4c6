package segment

import (
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

const (
	longestLink = 160 // tokens of a link's text that is looked through
	longestName = 9   // tokens of a full name, nickname in brackets included
)

// unlink takes the tokens of a link's text out of the sentence that a page wrote
// it into. Such a text repeats the name it hangs on in its full form, which is
// glued to headlines, and ends in "MORE": "Sen. Ann Brisk Ann (Annie) Mae
// BriskFerry to close Bridge opens MORE (R-Ohio) said". The last token has just
// been read and is that "MORE".
func (c *cutter) unlink() {
	last := len(c.seg.Tokens) - 1
	from := max(c.linked, last-longestLink)
	end := -1
	for i := from + 2; i < last && end < 0; i++ {
		end = c.repeated(i, from, true)
	}
	for i := last - 1; i > from+1 && end < 0; i-- {
		end = c.repeated(i, from, false)
	}
	if end >= 0 {
		c.seg.Tokens = c.seg.Tokens[:end+1]
		c.linked = end + 1
	}
}

// repeated is the token that ends the name whose full form ends at token i, with
// what follows glued to it or not; -1 when there is none.
func (c *cutter) repeated(i, from int, glued bool) int {
	w := c.of(i)
	if !c.seg.Tokens[i].Upper || glued && !runsOn(w) || !glued && c.seg.Tokens[i+1].Kind == nutgraf.Word && !c.seg.Tokens[i+1].Upper {
		return -1
	}
	for j := i - 1; j >= max(from, i-longestName); j-- {
		name := c.of(j)
		switch {
		case j == i-1 || len(name) < 2 || !c.seg.Tokens[j].Upper:
		case !glued && w == name:
			return j
		case glued && len(w) > len(name) && w[:len(name)] == name && capital(w[len(name):]):
			return j
		}
		if !c.named(j, glued) {
			return -1
		}
	}
	return -1
}

// runsOn reports whether a capital, a digit or a mark stands inside a word after
// a small letter, as where two words are glued together.
func runsOn(w string) bool {
	small := false
	for i, r := range w {
		if small && capital(w[i:]) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// capital reports whether what is glued to a name begins like a headline.
func capital(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || r == '\'' || r == '‘' || r == '’'
}

// named reports whether token i can stand inside a full name: a word with a
// capital, a point, a bracket or a mark around a nickname; a particle or a comma
// where something glued to the name shows that it is one.
func (c *cutter) named(i int, glued bool) bool {
	t := c.seg.Tokens[i]
	switch t.Kind {
	case nutgraf.Word:
		return t.Upper || glued && t.End-t.Start <= 3
	case nutgraf.Mark:
		return true
	}
	switch c.of(i) {
	case "(", ")", ".":
		return true
	case ",":
		return glued
	}
	return false
}
