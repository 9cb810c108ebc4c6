package mcp

import (
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/wire"
)

// marked reports whether some words of a wording all stand within quotation
// marks. A direct quotation without any, as posts are shown, counts as marked.
func marked(f *wire.Family, v *wire.Variant, text string, words []fold.Word) bool {
	if f.Type == string(nutgraf.Indirect) || v.Kind == string(nutgraf.Paraphrase) {
		return false
	}
	direct := f.Type == string(nutgraf.Direct)
	var open rune // the mark that is open; 'x' for one that stands before the text
	if first, _ := utf8.DecodeRuneInString(text); direct && closing(first) == 0 {
		open = 'x'
	}
	for i, r := range text {
		if len(words) == 0 {
			return true
		}
		if i == int(words[0].Start) {
			if open == 0 {
				return false
			}
			words = words[1:]
		}
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case open == 0 && closing(r) != 0:
			open = r
		case open == 'x' && (r == '"' || r == '”' || r == '»'), open != 0 && r == closing(open) && (r != '’' || !unicode.IsLetter(next)):
			open = 0
		}
	}
	return len(words) == 0
}

// closing is the mark that closes what a mark opens; 0 for what opens nothing.
func closing(r rune) rune {
	switch r {
	case '"':
		return '"'
	case '“':
		return '”'
	case '‘':
		return '’'
	case '«':
		return '»'
	}
	return 0
}
