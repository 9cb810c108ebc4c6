// Package wire is the contract JSON: the typed shape of every object the
// program gives out, and the one place where byte offsets become Unicode code
// points. It decides nothing; it only translates.
package wire

import (
	"unicode/utf8"

	"nutgraf"
)

// Schema is the version that every top-level object carries.
const Schema = "nutgraf/1"

const stride = 64

// Ruler converts byte offsets of one text into Unicode code points and back.
// Building it costs one pass; a lookup costs at most a stride of bytes. Text
// that is ASCII throughout needs no table at all.
type Ruler struct {
	text  string
	marks []int32 // code points before byte i*stride; nil when the text is ASCII
}

// NewRuler measures text.
func NewRuler(text string) *Ruler {
	r := &Ruler{text: text}
	if ascii(text) {
		return r
	}
	r.marks = make([]int32, len(text)/stride+1)
	points := int32(0)
	for i := range len(text) {
		if i%stride == 0 {
			r.marks[i/stride] = points
		}
		if utf8.RuneStart(text[i]) {
			points++
		}
	}
	if len(text)%stride == 0 && len(text) > 0 {
		r.marks[len(text)/stride] = points
	}
	return r
}

// Points returns the number of code points before the byte at offset, which
// must lie on a character boundary within the text.
func (r *Ruler) Points(offset int) int {
	if r.marks == nil {
		return offset
	}
	n := int(r.marks[offset/stride])
	for i := offset / stride * stride; i < offset; i++ {
		if utf8.RuneStart(r.text[i]) {
			n++
		}
	}
	return n
}

// Bytes returns the byte offset of the code point numbered point; the length of
// the text when there are not as many.
func (r *Ruler) Bytes(point int) int {
	if r.marks == nil {
		return min(max(point, 0), len(r.text))
	}
	lo, hi := 0, len(r.marks)-1
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if int(r.marks[mid]) <= point {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	n := int(r.marks[lo])
	for i := lo * stride; i < len(r.text); i++ {
		if !utf8.RuneStart(r.text[i]) {
			continue
		}
		if n == point {
			return i
		}
		n++
	}
	return len(r.text)
}

// Span converts a byte span into half-open code points.
func (r *Ruler) Span(s nutgraf.Span) (start, end int) {
	return r.Points(s.Start), r.Points(s.End)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
