package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"nutgraf/internal/label"
)

// Styles are marks within the text of a sheet. Text of others cannot hold them:
// clean takes out all control characters.
const (
	bold   = "\x01"
	dim    = "\x02"
	accent = "\x03"
	struck = "\x04"
	under  = "\x05"
	plain  = "\x06"
	fixed  = "\x1f" // a space at which no line is broken
)

var (
	ansi = strings.NewReplacer(bold, "\x1b[1m", dim, "\x1b[2m", accent, "\x1b[36m", struck, "\x1b[9m", under, "\x1b[4m", plain, "\x1b[0m")
	bare = strings.NewReplacer(bold, "", dim, "", accent, "", struck, "", under, "", plain, "")
)

// sheet lays out lines of bounded width.
type sheet struct {
	b      strings.Builder
	width  int
	colour bool
}

// line writes one line as it is.
func (s *sheet) line(text string) {
	text = strings.TrimRight(strings.ReplaceAll(text, fixed, " "), " ")
	if s.colour {
		text = ansi.Replace(text)
	} else {
		text = strings.TrimRight(bare.Replace(text), " ")
	}
	s.b.WriteString(text)
	s.b.WriteByte('\n')
}

// head begins a block.
func (s *sheet) head(title string) {
	s.line("")
	s.line(bold + title + plain)
}

// wrap writes text behind an indent, its further lines behind hanging spaces.
func (s *sheet) wrap(indent string, hanging int, text string) {
	for i, l := range fill(text, s.width-columns(indent), s.width-hanging) {
		if i > 0 {
			indent = strings.Repeat(" ", hanging)
		}
		s.line(indent + l)
	}
}

// spread writes left, wrapped behind an indent, and right at the end of its
// last line, or on a line of its own where it does not fit.
func (s *sheet) spread(indent string, hanging int, left, right string) {
	lines := fill(left, s.width-columns(indent), s.width-hanging)
	for i, l := range lines {
		if i > 0 {
			indent = strings.Repeat(" ", hanging)
		}
		used := columns(indent) + columns(l)
		if i < len(lines)-1 || right == "" {
			s.line(indent + l)
			continue
		}
		if gap := s.width - used - columns(right); gap >= 2 {
			s.line(indent + l + strings.Repeat(" ", gap) + dim + right + plain)
			continue
		}
		s.line(indent + l)
		for _, r := range fill(right, s.width-hanging, s.width-hanging) {
			s.line(strings.Repeat(" ", max(hanging, s.width-columns(r))) + dim + r + plain)
		}
	}
}

// fill breaks text into lines: the first of at most first columns, the others
// of at most rest. A word that is longer than a line stands alone on one.
func fill(text string, first, rest int) []string {
	var lines []string
	var line strings.Builder
	used, room := 0, first
	for word := range strings.SplitSeq(text, " ") {
		n := columns(word)
		if used > 0 && used+1+n > room {
			lines = append(lines, line.String())
			line.Reset()
			used, room = 0, rest
		}
		if used > 0 || line.Len() > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += n
	}
	return append(lines, line.String())
}

// columns is the number of terminal columns that text takes, styles not
// counted.
func columns(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case r < 0x1f:
		case r < 0x300:
			n++
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		default:
			n++
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
				n++
			}
		}
	}
	return n
}

// clean makes text of others fit for a terminal: white space becomes single
// spaces, control characters and changes of writing direction fall away.
func clean(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	space := false
	for _, r := range text {
		switch {
		case unicode.IsSpace(r):
			space = b.Len() > 0
			continue
		case unicode.IsControl(r), r == utf8.RuneError, unicode.Is(unicode.Cf, r) && !label.Joiner(r):
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(r)
	}
	return b.String()
}

// clip cuts text at a word to at most n columns, an ellipsis included.
func clip(text string, n int) string {
	if columns(text) <= n {
		return text
	}
	used, cut := 0, 0
	for i, r := range text {
		if r == ' ' {
			cut = i
		}
		if used += columns(string(r)); used > n-2 {
			break
		}
	}
	if cut == 0 {
		return text
	}
	return strings.TrimRight(text[:cut], " ,;:.—–-") + " …"
}

// quoted puts words between marks, unless they bring their own.
func quoted(words string) string {
	first, _ := utf8.DecodeRuneInString(words)
	last, _ := utf8.DecodeLastRuneInString(words)
	open := strings.ContainsRune("\"“”«„", first)
	closed := strings.ContainsRune("\"”“»", last)
	switch {
	case open && closed && utf8.RuneCountInString(words) > 1:
		return words
	case open:
		return words + "\""
	case closed:
		return "\"" + words
	}
	return "\"" + words + "\""
}
