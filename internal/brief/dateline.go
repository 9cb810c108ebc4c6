package brief

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// dashes part a date line from the sentence behind it.
var dashes = []string{" - ", " – ", " — ", " -- ", "—", "–"}

// longestDateline is the length, in bytes, up to which words before a dash are
// taken for a date line.
const longestDateline = 70

// datelineLength is the length of the date line that a paragraph's text begins
// with ("PORT ANSEL, Nov 3 (Meridian) - "), the dash included, or 0. It is where
// a report was filed, and no part of what its first sentence tells.
func datelineLength(text string) int {
	head := text[:min(len(text), longestDateline)]
	at, dash := -1, ""
	for _, d := range dashes {
		if i := strings.Index(head, d); i > 0 && (at < 0 || i < at) {
			at, dash = i, d
		}
	}
	if at < 0 {
		return 0
	}
	rest := text[at+len(dash):]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘ "))
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) || !filed(text[:at], strings.Contains(rest, dash)) {
		return 0
	}
	return at + len(dash) + len(rest) - len(strings.TrimLeft(rest, " "))
}

// filed reports whether words name where a report was filed: a place in
// capitals, or names that end with an agency in brackets. A single word in
// capitals may be a name between dashes.
func filed(words string, dashed bool) bool {
	fields := strings.Fields(words)
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "("))
		if unicode.IsLower(r) {
			return false
		}
	}
	if len(fields) > 1 && strings.HasPrefix(fields[len(fields)-1], "(") && strings.HasSuffix(words, ")") {
		return true
	}
	first := strings.TrimRight(fields[0], ",.")
	if utf8.RuneCountInString(first) < 3 || strings.ToUpper(first) != first || strings.ToLower(first) == first {
		return false
	}
	return len(fields) > 1 || !dashed && utf8.RuneCountInString(first) > 4
}

// undated cuts a date line off the front of a paragraph's first sentence.
func undated(m nutgraf.Member, s nutgraf.Sentence) nutgraf.Sentence {
	if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || s.Span.Start != m.Doc.Blocks[s.Block].Span.Start {
		return s
	}
	s.Span.Start += datelineLength(s.Span.Of(m.Doc.Text))
	for s.First < s.Last && m.Seg.Tokens[s.First].Span().Start < s.Span.Start {
		s.First++
	}
	return s
}
