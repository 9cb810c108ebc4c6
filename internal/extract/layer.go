package extract

import (
	"bytes"
	"html"
	"sort"
)

// layer is a stretch of the page with the escapes around it undone: markup that
// the page keeps in a string for a script. It knows the way back.
type layer struct {
	text  []byte
	marks []mark // where text and page run on in step, in order
}

// origin returns the place in the page that the byte of text at i came from.
func (l *layer) origin(i int) int {
	k := sort.Search(len(l.marks), func(k int) bool { return l.marks[k].dst > i }) - 1
	if k < 0 {
		return 0
	}
	end := l.marks[min(k+1, len(l.marks)-1)].src
	return min(l.marks[k].src+i-l.marks[k].dst, max(end, l.marks[k].src))
}

// step notes that the text so far ends where the page has come to src.
func (l *layer) step(src int) {
	if n := len(l.marks); n > 0 && l.marks[n-1].dst == len(l.text) {
		l.marks[n-1].src = src
		return
	}
	l.marks = append(l.marks, mark{len(l.text), src})
}

// bare is a stretch of the page as it stands there.
func bare(src []byte, at stretch) *layer {
	return &layer{text: src[at.from:at.to:at.to], marks: []mark{{0, at.from}, {at.to - at.from, at.to}}}
}

// unquoted is a string of JSON without its escapes.
func unquoted(src []byte, at stretch) *layer {
	l := &layer{text: make([]byte, 0, at.to-at.from)}
	l.step(at.from)
	for i := at.from; i < at.to; {
		from := i
		l.text, i = appendUnescaped(l.text, src[:at.to], i)
		if i != from+1 {
			l.step(i)
		}
	}
	l.step(at.to)
	return l
}

// marked returns the text as markup: tags that were written as entities are
// tags, and where no tag ends a line the line breaks do.
func (l *layer) marked() *layer {
	if !breaking(l.text) && bytes.Contains(l.text, []byte("&lt;")) {
		l = l.replace(entityAt)
	}
	if !breaking(l.text) {
		l = l.replace(func(s []byte) (string, int) {
			if s[0] == '\n' {
				return "<p>", 1
			}
			return "", 0
		})
	}
	return l
}

// breaking reports whether a text has a tag that ends a line.
func breaking(text []byte) bool {
	s := scanner{src: text}
	for kind := s.next(); kind != endToken; kind = s.next() {
		if t := tagOf(s.name); kind == openToken && (t == tagBr || t.is(breaks)) {
			return true
		}
	}
	return false
}

// entityAt decodes the entity of markup that s begins with and returns its length.
func entityAt(s []byte) (string, int) {
	if s[0] != '&' {
		return "", 0
	}
	end := bytes.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 0 {
		return "", 0
	}
	return html.UnescapeString(string(s[:end+1])), end + 1
}

// maxEntity is the length of the longest entity that is decoded.
const maxEntity = 12

// replace puts other words for the stretches that with finds.
func (l *layer) replace(with func([]byte) (string, int)) *layer {
	out := &layer{text: make([]byte, 0, len(l.text))}
	out.step(l.origin(0))
	k := 1 // the next mark of l
	for i := 0; i < len(l.text); {
		for ; k < len(l.marks) && l.marks[k].dst <= i; k++ {
			if l.marks[k].dst == i {
				out.step(l.marks[k].src)
			}
		}
		put, n := with(l.text[i:])
		if n == 0 {
			out.text = append(out.text, l.text[i])
			i++
			continue
		}
		out.text = append(out.text, put...)
		i += n
		out.step(l.origin(i))
	}
	out.step(l.marks[len(l.marks)-1].src)
	return out
}
