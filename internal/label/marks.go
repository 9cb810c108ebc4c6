package label

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// double are the quotation marks that are nothing else. The single ones are
// apostrophes, too, and are told by where they stand.
const double = "\"“”«»„"

// Opens reports whether a piece of a quotation begins with a quotation mark.
func Opens(piece string) bool {
	first, _ := utf8.DecodeRuneInString(piece)
	return strings.ContainsRune(double, first) || first == '‘' || paired(piece)
}

// Closes reports whether a piece of a quotation ends with a quotation mark.
func Closes(piece string) bool {
	last, _ := utf8.DecodeLastRuneInString(piece)
	return strings.ContainsRune(double, last) || paired(piece)
}

// Unmarked is a piece of a quotation without the marks around it; those of a
// quotation within it stay.
func Unmarked(piece string) string {
	if within := strings.Trim(piece, double); within != piece {
		return within
	}
	if paired(piece) {
		_, first := utf8.DecodeRuneInString(piece)
		_, last := utf8.DecodeLastRuneInString(piece)
		return piece[first : len(piece)-last]
	}
	if Marked(piece) { // its first words only stand between marks
		return piece
	}
	return strings.TrimPrefix(piece, "‘")
}

// Marked reports whether quotation marks stand in text: double ones, or a single
// one that opens a word and one behind it that closes one.
func Marked(text string) bool {
	if strings.ContainsAny(text, double) {
		return true
	}
	open, before := false, ' '
	for i, r := range text {
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case r != '‘' && r != '’' && r != '\'':
		case r != '’' && !word(before) && word(after):
			open = true
		case r != '‘' && !word(after) && open:
			return true
		}
		before = r
	}
	return false
}

// paired reports whether single marks stand at both ends of a piece.
func paired(piece string) bool {
	first, n := utf8.DecodeRuneInString(piece)
	last, m := utf8.DecodeLastRuneInString(piece)
	return len(piece) > n+m && (first == '‘' || first == '\'') && (last == '’' || last == '\'')
}

func word(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' || r == '£' || r == '['
}

// EndsMarked reports whether words bear a quotation mark of their own at either
// end: they get none from us then.
func EndsMarked(words string) bool {
	for _, m := range []string{"“", "\"", "‘", "«", "„", "'", "”"} {
		if strings.HasPrefix(words, m) || m != "'" && strings.HasSuffix(words, m) {
			return true
		}
	}
	return false
}

// Joiner reports whether a format character belongs to the spelling of words, as Persian and
// the scripts of India have it, and of signs made of several; other format characters only
// change how text beside them is laid out.
func Joiner(r rune) bool { return r == '\u200c' || r == '\u200d' }
