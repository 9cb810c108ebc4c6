// Package dateline finds the words at the beginning of a report's paragraph that
// tell where, when and by which agency it was filed. It knows capitals, dashes
// and brackets, and no names of places.
package dateline

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// dashes part a date line from the sentence behind it.
var dashes = []string{" - ", " – ", " — ", " -- ", "—", "–"}

// longest is the length, in bytes, up to which words before a dash are
// taken for a date line.
const longest = 70

// Length is the length, in bytes, of the date line that a paragraph's text begins
// with ("PORT ANSEL, Nov 3 (Meridian) - "), the dash included, or 0. It is where
// a report was filed, and no part of what its first sentence tells.
func Length(text string) int {
	head := text[:min(len(text), longest)]
	at, dash := -1, ""
	for _, d := range dashes {
		if i := strings.Index(head, d); i > 0 && (at < 0 || i < at) {
			at, dash = i, d
		}
	}
	if n := bracketed(head); n > 0 {
		return n
	}
	if at < 0 {
		return placed(text)
	}
	rest := text[at+len(dash):]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘ "))
	if !unicode.IsUpper(next) && !unicode.IsDigit(next) || !filed(text[:at], strings.Contains(rest, dash)) {
		return placed(text)
	}
	return at + len(dash) + len(rest) - len(strings.TrimLeft(rest, " "))
}

// bracketed returns the length of a date line that is a name in brackets alone
// ("(MNA) Two boats sank.", "(Port Ansel) - Two boats sank.").
func bracketed(head string) int {
	to := strings.IndexByte(head, ')')
	if to < len("(AP") || head[0] != '(' {
		return 0
	}
	names := strings.Fields(head[1:to])
	for _, w := range names {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return 0
		}
	}
	rest := strings.TrimLeft(head[to+1:], " -–—")
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, "\"'“‘"))
	if len(names) == 0 || len(names) > 3 || !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return 0
	}
	return len(head) - len(rest)
}

// filed reports whether words name where a report was filed: a place in
// capitals, or names that end with an agency in brackets. A single short word
// in capitals may be a name between dashes.
func filed(words string, dashed bool) bool {
	fields := strings.Fields(words)
	if len(fields) == 0 {
		return false
	}
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
	n := utf8.RuneCountInString(first)
	if n < 3 || strings.ToUpper(first) != first || strings.ToLower(first) == first {
		return false
	}
	return len(fields) > 1 || n > 7 || !dashed && (n > 4 || short(first))
}

//go:embed cities.txt
var cityFile string

// short reports whether a word of four capitals is a city's name, which no
// abbreviation is.
func short(word string) bool { return cities()[word] }

var cities = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range strings.Lines(cityFile) {
		if name := strings.TrimSpace(line); name != "" && name[0] != '#' {
			out[name] = true
		}
	}
	return out
})

// placed returns the length of a date line without a dash: a place and, in
// brackets, an agency in capitals that does not abbreviate the words before it
// ("Port Ansel (MNA) Two boats sank.").
func placed(text string) int {
	head := text[:min(len(text), longest)]
	from, to := strings.Index(head, " ("), strings.Index(head, ") ")
	if from <= 0 || to < from+4 {
		return 0
	}
	words, agency, initials := strings.Fields(text[:from]), text[from+2:to], ""
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			initials += string(r)
		case i == 0 || len(w) > 3: // "Rio de Janeiro", "Stratford-upon-Avon"
			return 0
		}
	}
	for _, r := range agency {
		if !unicode.IsUpper(r) {
			return 0
		}
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[to+2:], "\"'“‘ "))
	if len(words) > 3 || agency == initials || !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return 0
	}
	return to + 2
}
