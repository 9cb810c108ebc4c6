package extract

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// value is a JSON value, read as far as it can be read. The reader is made for
// what pages carry: raw line breaks and unescaped quotation marks in strings,
// trailing and missing commas, comments around it, a cut-off end.
type value struct {
	text   string  // of a string, number or word
	raw    stretch // of a string, between its marks, as it is written
	fields []field
	items  []value
	kind   byte // 's' string, 'w' number or word, 'o' object, 'a' array, 0 nothing
}

// stretch is a range of bytes of the page.
type stretch struct{ from, to int }

type field struct {
	key string
	val value
}

// get returns the field of an object, or of the first object of an array.
func (v *value) get(key string) *value {
	if v == nil {
		return nil
	}
	if v.kind == 'a' && len(v.items) > 0 {
		return v.items[0].get(key)
	}
	for i := range v.fields {
		if v.fields[i].key == key {
			return &v.fields[i].val
		}
	}
	return nil
}

// leaf returns the value that holds the text of a value: of an array the
// first one's, of an object that of its "@value"; nil where there is none.
func (v *value) leaf() *value {
	switch {
	case v == nil:
		return nil
	case v.kind == 'a' && len(v.items) > 0:
		return v.items[0].leaf()
	case v.kind == 'o':
		return v.get("@value").leaf()
	}
	return v
}

// str returns the text of a value.
func (v *value) str() string {
	if l := v.leaf(); l != nil {
		return l.text
	}
	return ""
}

// list returns the items of an array, or the value itself.
func (v *value) list() []value {
	if v == nil || v.kind == 0 {
		return nil
	}
	if v.kind == 'a' {
		return v.items
	}
	return []value{*v}
}

const (
	jsonDepth  = 40
	jsonValues = 20000 // read of a script with JSON-LD
)

type jsonReader struct {
	s    []byte
	i    int
	left int // values that may still be read
}

// readJSON reads the first value in a stretch of src, with at most so many in it.
func readJSON(src []byte, at stretch, most int) value {
	r := jsonReader{s: src[:at.to], i: at.from, left: most}
	for r.i < at.to && src[r.i] != '{' && src[r.i] != '[' {
		r.i++
	}
	return r.value(0)
}

// space skips white space, stray punctuation and comments.
func (r *jsonReader) space() byte {
	for r.i < len(r.s) {
		c := r.s[r.i]
		switch {
		case c <= ' ', c == ',', c == ';':
			r.i++
		case c == '/' && r.i+1 < len(r.s) && r.s[r.i+1] == '*':
			end := strings.Index(string(r.s[r.i:min(len(r.s), r.i+4096)]), "*/")
			if end < 0 {
				r.i = len(r.s)
				return 0
			}
			r.i += end + 2
		case c == '/' && r.i+1 < len(r.s) && r.s[r.i+1] == '/':
			for r.i < len(r.s) && r.s[r.i] != '\n' {
				r.i++
			}
		default:
			return c
		}
	}
	return 0
}

func (r *jsonReader) value(depth int) (v value) {
	c := r.space()
	r.left--
	if c == 0 || depth > jsonDepth || r.left < 0 {
		r.i = len(r.s)
		return v
	}
	switch c {
	case '{':
		r.i++
		return r.object(depth)
	case '[':
		r.i++
		return r.array(depth)
	case '"':
		v.kind, v.raw.from = 's', r.i+1
		v.text, v.raw.to = r.quoted()
		return v
	}
	from := r.i
	for r.i < len(r.s) && !strings.ContainsRune(",}]{[\":", rune(r.s[r.i])) && r.s[r.i] > ' ' {
		r.i++
	}
	if r.i == from {
		r.i++
		return v
	}
	return value{kind: 'w', text: string(r.s[from:r.i])}
}

func (r *jsonReader) object(depth int) value {
	v := value{kind: 'o'}
	for {
		switch c := r.space(); c {
		case 0:
			return v
		case '}':
			r.i++
			return v
		case '"':
			key, _ := r.quoted()
			if r.space() == ':' {
				r.i++
				v.fields = append(v.fields, field{key, r.value(depth + 1)})
			}
		case ']':
			return v
		default:
			r.i++
		}
	}
}

func (r *jsonReader) array(depth int) value {
	v := value{kind: 'a'}
	for {
		switch c := r.space(); c {
		case 0:
			return v
		case ']':
			r.i++
			return v
		case '}':
			return v
		case ':':
			r.i++
		default:
			if x := r.value(depth + 1); x.kind != 0 {
				v.items = append(v.items, x)
			}
		}
	}
}

// quoted reads a string and tells where its closing mark stands; r.i stands on
// its opening mark. A mark that nothing fit follows is taken as part of the text.
func (r *jsonReader) quoted() (text string, end int) {
	r.i++
	from, plain := r.i, true
	for r.i < len(r.s) {
		switch r.s[r.i] {
		case '\\':
			plain = false
			r.i++
		case '"':
			if r.closes(r.i + 1) {
				s := r.s[from:r.i]
				r.i++
				if plain {
					return string(s), r.i - 1
				}
				return unescapeJSON(s), r.i - 1
			}
		}
		r.i++
	}
	r.i = len(r.s)
	return unescapeJSON(r.s[min(from, len(r.s)):]), len(r.s)
}

func (r *jsonReader) closes(i int) bool {
	for ; i < len(r.s); i++ {
		switch c := r.s[i]; {
		case c <= ' ':
		case c == ',' || c == '}' || c == ']' || c == ':' || c == '"' || c == '/':
			return true
		default:
			return false
		}
	}
	return true
}

func unescapeJSON(s []byte) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		out, i = appendUnescaped(out, s, i)
	}
	return string(out)
}

// appendUnescaped decodes the byte or the escape of s at i and returns where
// the next one stands.
func appendUnescaped(out, s []byte, i int) ([]byte, int) {
	if s[i] != '\\' || i+1 == len(s) {
		return append(out, s[i]), i + 1
	}
	i++
	switch c := s[i]; c {
	case 'n', 'f':
		return append(out, '\n'), i + 1
	case 'r':
		return append(out, '\r'), i + 1
	case 't':
		return append(out, '\t'), i + 1
	case 'b':
		return append(out, ' '), i + 1
	case 'u':
		out, n := appendEscape(out, s[i+1:])
		return out, i + 1 + n
	default:
		return append(out, c), i + 1
	}
}

// appendEscape decodes the digits of a \u escape, and of a second one that
// completes it, and returns how many bytes it read.
func appendEscape(out, s []byte) ([]byte, int) {
	r, ok := hex4(s)
	if !ok {
		return out, 0
	}
	if utf16.IsSurrogate(r) {
		if len(s) >= 10 && s[4] == '\\' && s[5] == 'u' {
			if low, ok := hex4(s[6:]); ok {
				return utf8.AppendRune(out, utf16.DecodeRune(r, low)), 10
			}
		}
		r = utf8.RuneError
	}
	return utf8.AppendRune(out, r), 4
}

func hex4(s []byte) (rune, bool) {
	if len(s) < 4 {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s[:4]), 16, 32)
	return rune(n), err == nil
}
