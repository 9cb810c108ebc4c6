package extract

import (
	"bytes"
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanLine decodes a raw text of the page and folds its white space.
func cleanLine(raw []byte) string {
	var b writer
	b.text(raw)
	return strings.TrimSpace(string(b.out))
}

// cleanAttr folds the white space of an attribute's value, and decodes
// entities that were escaped twice.
func cleanAttr(v []byte) string {
	if len(v) == 0 {
		return ""
	}
	return cleanLine(v)
}

// writer puts texts together as a reader sees them: entities decoded, white
// space folded, what is invisible left out.
type writer struct {
	out   []byte
	space bool // a space is due before the next character
	apart bool // texts of different elements are set apart, as in bylines
}

// text appends a raw text of the page.
func (w *writer) text(raw []byte) {
	if bytes.IndexByte(raw, '&') >= 0 {
		raw = []byte(html.UnescapeString(string(raw)))
	}
	for i := 0; i < len(raw); {
		c := raw[i]
		if c < utf8.RuneSelf {
			i++
			if c <= ' ' || c == 0x7f {
				w.space = w.space || c != 0
				continue
			}
			w.gap()
			w.out = append(w.out, c)
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		w.rune(r, raw[i:i+size])
		i += size
	}
}

// part sets words apart that only the elements around them part: a byline's name
// and date often stand side by side without a space.
func (w *writer) part(next []byte) {
	if !w.apart || len(w.out) == 0 {
		return
	}
	before, _ := utf8.DecodeLastRune(w.out)
	after, _ := utf8.DecodeRune(next)
	w.space = w.space || (unicode.IsLower(before) || unicode.IsDigit(before)) && (unicode.IsUpper(after) || unicode.IsDigit(after))
}

func (w *writer) gap() {
	if w.space {
		w.space = false
		if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
			w.out = append(w.out, ' ')
		}
	}
}

func (w *writer) rune(r rune, as []byte) {
	switch {
	case r == 0xad || r == 0x200b || r == 0xfeff || r == 0x2060: // soft hyphen, zero-width space, joiner
		return
	case r == 0x85 || r == 0x2028 || r == 0x2029:
		w.space = true
		return
	case r >= 0x80 && r < 0xa0:
		return
	}
	w.gap()
	if r == utf8.RuneError {
		w.out = append(w.out, "\uFFFD"...)
		return
	}
	w.out = append(w.out, as...)
}

// line ends a line within a block.
func (w *writer) line() {
	w.space = false
	w.out = trimRight(w.out)
	if n := len(w.out); n > 0 && w.out[n-1] != '\n' {
		w.out = append(w.out, '\n')
	}
}

func trimRight(b []byte) []byte {
	for {
		switch {
		case bytes.HasSuffix(b, []byte(" ")):
			b = b[:len(b)-1]
		case bytes.HasSuffix(b, []byte("\u00a0")):
			b = b[:len(b)-2]
		default:
			return b
		}
	}
}

// write appends the text of nodes [from, to) as one block and returns its
// place in the output; an empty block has Start == End. What only screen readers
// find is left out beside other text.
func (t *tree) write(w *writer, from, to int32) (start, end int) {
	if start, end = t.writeAll(w, from, to, false); start == end {
		return t.writeAll(w, from, to, true)
	}
	return start, end
}

func (t *tree) writeAll(w *writer, from, to int32, spoken bool) (start, end int) {
	if len(w.out) > 0 {
		w.out = append(w.out, "\n\n"...)
	}
	mark := len(w.out)
	w.space = false
	for i := from; i < to; i++ {
		n := &t.nodes[i]
		switch {
		case n.tag == tagText:
			w.part(t.src[n.start:n.end])
			w.text(t.src[n.start:n.end])
		case n.tag == tagBr && len(w.out) > mark:
			w.line()
		case n.tag == tagTD:
			w.space = true
		case n.tag.is(skips), n.hints&hintSpoken != 0 && !spoken && t.phrased(i):
			i = max(i, n.last-1)
		}
	}
	w.out = trimRight(w.out)
	for len(w.out) > mark && w.out[len(w.out)-1] == '\n' {
		w.out = trimRight(w.out[:len(w.out)-1])
	}
	if len(w.out) == mark {
		w.out = w.out[:max(0, mark-2)]
		return len(w.out), len(w.out)
	}
	return mark, len(w.out)
}

// phrased reports whether an element says more than a word: a word alone may be
// the whole of one whose first letter is drawn.
func (t *tree) phrased(i int32) bool {
	words := int32(0)
	for k := i + 1; k < t.nodes[i].last && words < 2; k++ {
		if n := &t.nodes[k]; n.tag == tagText {
			words += measureText(t.src[n.start:n.end]).words
		}
	}
	return words > 1
}

// line returns the text of nodes [from, to) on one line.
func (t *tree) line(from, to int32) string {
	var w writer
	t.write(&w, from, to)
	return strings.ReplaceAll(string(w.out), "\n", " ")
}

// printable takes control characters out of what is given beside an article, as
// it is read: none is part of a name or headline.
func printable(s string) string {
	if strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}
