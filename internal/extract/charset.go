package extract

import (
	"bytes"
	endian "encoding/binary"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// source is a captured page in UTF-8 with the way back to its own bytes.
type source struct {
	text  []byte
	raw   []byte
	name  string            // the character set it was read in
	wrong bool              // it declared another one
	enc   encoding.Encoding // nil for UTF-8
	skip  int               // bytes of a mark before the text
	marks []mark
}

// mark says that the text at dst came from the capture at src.
type mark struct{ dst, src int }

// markEvery is the number of captured bytes between two marks.
const markEvery = 1024

// readSource decodes a captured page. The bytes speak before the header, the
// header before the page's own declaration: a page that is valid UTF-8 beyond
// ASCII is UTF-8, one that is not cannot be.
func readSource(raw []byte, header string) *source {
	s := &source{raw: raw, text: raw, name: "utf-8"}
	if enc, name, skip := byteOrderMark(raw); skip > 0 || enc != nil {
		s.name, s.skip, s.enc = name, skip, enc
		s.decode()
		return s
	}
	declared := declaredCharset(raw, header)
	valid, wide, bad := utf8Share(raw)
	switch {
	case declared == "iso-2022-jp" || declared == "hz-gb-2312":
	case valid && (wide > 0 || declared == "" || declared == "utf-8"):
		s.wrong = wide > 0 && declared != "" && declared != "utf-8"
		return s
	case valid && declared == "utf-16le" || valid && declared == "utf-16be":
		return s
	case declared == "utf-8" || declared == "" || declared == "replacement":
		if wide > 4*bad {
			return s
		}
		s.wrong = declared == "utf-8"
		declared = "windows-1252"
	}
	enc, name := lookup(declared)
	if enc == nil || name == "utf-8" || name == "replacement" {
		return s
	}
	s.enc, s.name = enc, name
	s.decode()
	return s
}

func byteOrderMark(raw []byte) (encoding.Encoding, string, int) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return nil, "utf-8", 3
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 2
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 2
	}
	switch wideBracket(raw) {
	case 1:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "utf-16le", 0
	case 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "utf-16be", 0
	}
	return nil, "", 0
}

// wideBracket returns which byte of each letter is zero, 0 or 1, when a page begins
// with a bracket in two bytes, behind spaces; or -1.
func wideBracket(raw []byte) int {
	for i := 0; i+1 < min(len(raw), 256); i += 2 {
		zero := 0
		if raw[i+1] == 0 {
			zero = 1
		}
		switch c := raw[i+1-zero]; {
		case raw[i+zero] != 0:
			return -1
		case c == '<':
			return zero
		case c != ' ' && c != '\t' && c != '\r' && c != '\n':
			return -1
		}
	}
	return -1
}

// declaredCharset returns the canonical name of the character set that the
// header or the page's first bytes declare; empty for none that is known.
func declaredCharset(raw []byte, header string) string {
	if i := strings.Index(strings.ToLower(header), "charset="); i >= 0 {
		header = strings.Trim(header[i+len("charset="):], "\"' ")
	}
	if _, name := lookup(header); name != "" {
		return name
	}
	head := raw[:min(len(raw), maxDeclaration)]
	if bytes.HasPrefix(bytes.TrimSpace(head), []byte("<?xml")) {
		if _, name := lookup(labelBehind(head[:min(len(head), 120)], "encoding=")); name != "" {
			return name
		}
	}
	for {
		i := bytes.IndexByte(head, '<')
		if i < 0 {
			return ""
		}
		head = head[i+1:]
		if len(head) < 4 || !bytes.EqualFold(head[:4], []byte("meta")) {
			continue
		}
		end := bytes.IndexByte(head, '>')
		if end < 0 {
			return ""
		}
		if _, name := lookup(labelBehind(bytes.ToLower(head[:end]), "charset=")); name != "" {
			return name
		}
	}
}

// maxDeclaration is how far into a page its character set may be declared.
const maxDeclaration = 8192

// labelBehind returns the label that follows a key.
func labelBehind(s []byte, key string) string {
	i := bytes.Index(s, []byte(key))
	if i < 0 {
		return ""
	}
	label := bytes.TrimLeft(s[i+len(key):], "\"' ")
	if end := bytes.IndexAny(label, "\"' />;?\t\r\n"); end >= 0 {
		label = label[:end]
	}
	return string(label[:min(len(label), 40)])
}

// utf8Share reports whether raw is valid UTF-8, and how many characters beyond
// ASCII and how many bad bytes it holds; of a valid one it only tells whether
// there are any.
func utf8Share(raw []byte) (valid bool, wide, bad int) {
	if utf8.Valid(raw) {
		if hasHigh(raw) {
			wide = 1
		}
		return true, wide, 0
	}
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && size <= 1:
			bad++
		case size > 1:
			wide++
		}
		raw = raw[size:]
	}
	return false, wide, bad
}

// hasHigh reports whether a byte of raw is beyond ASCII.
func hasHigh(raw []byte) bool {
	for ; len(raw) >= 8; raw = raw[8:] {
		if endian.LittleEndian.Uint64(raw)&0x8080808080808080 != 0 {
			return true
		}
	}
	for _, c := range raw {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// decode fills text and marks from raw.
func (s *source) decode() {
	if s.enc == nil {
		s.text = s.raw[s.skip:]
		return
	}
	d := s.enc.NewDecoder()
	out := make([]byte, 0, len(s.raw)+len(s.raw)/8)
	var buf [markEvery * 4]byte
	for at := s.skip; at < len(s.raw); {
		end := min(len(s.raw), at+markEvery)
		s.marks = append(s.marks, mark{len(out), at})
		nDst, nSrc, err := d.Transform(buf[:], s.raw[at:end], end == len(s.raw))
		out = append(out, buf[:nDst]...)
		at += nSrc
		if nSrc == 0 {
			if err == nil || end == len(s.raw) {
				break
			}
			out = append(out, "\uFFFD"...)
			at++
		}
	}
	s.text = out
}

// origin returns the place in the capture that the byte of text at i came from.
func (s *source) origin(i int) int {
	if s.enc == nil {
		return i + s.skip
	}
	k := sort.Search(len(s.marks), func(k int) bool { return s.marks[k].dst > i }) - 1
	if k < 0 {
		return s.skip
	}
	m := s.marks[k]
	for i > m.dst && i < len(s.text) && !utf8.RuneStart(s.text[i]) {
		i-- // within a character
	}
	if i == m.dst {
		return m.src
	}
	if cm, ok := s.enc.(*charmap.Charmap); ok && cm != nil {
		return m.src + utf8.RuneCount(s.text[m.dst:min(i, len(s.text))])
	}
	return m.src + s.replay(k, i-m.dst)
}

// replay decodes the stretch behind mark k again until it has given n bytes,
// and returns how many captured bytes that took.
func (s *source) replay(k, n int) int {
	from := k
	if s.name == "iso-2022-jp" || s.name == "hz-gb-2312" {
		from = 0 // these keep a state from their beginning
	}
	var d transform.Transformer = s.enc.NewDecoder()
	for j := from; j < k; j++ {
		var buf [markEvery * 4]byte
		d.Transform(buf[:], s.raw[s.marks[j].src:s.marks[j+1].src], false)
	}
	src := s.raw[s.marks[k].src:]
	src = src[:min(len(src), markEvery)]
	buf := make([]byte, n)
	_, nSrc, _ := d.Transform(buf, src, true)
	return nSrc
}

// lookup finds an encoding by one of the labels of the WHATWG standard.
func lookup(label string) (encoding.Encoding, string) {
	e, err := htmlindex.Get(label)
	if err != nil {
		return nil, ""
	}
	name, _ := htmlindex.Name(e)
	return e, name
}
