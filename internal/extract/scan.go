package extract

import "bytes"

// tokenKind is what a token of the page is.
type tokenKind uint8

const (
	endToken   tokenKind = iota // the page is read
	textToken                   // text between tags
	openToken                   // a start tag
	closeToken                  // an end tag
	noteToken                   // a comment, a declaration
)

// scanner cuts a page into tokens by the rules of the HTML standard's
// tokenizer, without copying a byte: every token is a range of the page. It is
// several times as fast as the tokenizer of golang.org/x/net/html, which a
// test holds it to.
type scanner struct {
	src      []byte
	from, to int    // the token
	name     []byte // of a tag, in lower case
	attrs    attrs  // of a start tag
	self     bool   // a start tag that closes itself
	raw      string // the element whose content is text up to its end tag
	buf      [24]byte
}

func (s *scanner) next() tokenKind {
	s.from = s.to
	if s.raw != "" {
		if s.rawText(); s.to > s.from {
			return textToken
		}
	}
	if s.from >= len(s.src) {
		return endToken
	}
	if s.src[s.from] != '<' || !s.markup(s.from) {
		return s.text()
	}
	switch s.src[s.from+1] {
	case '!':
		return s.declaration()
	case '?':
		return s.until(s.from+2, ">")
	case '/':
		if !isLetter(s.src[s.from+2]) {
			return s.until(s.from+2, ">")
		}
		return s.tag(s.from+2, closeToken)
	}
	return s.tag(s.from+1, openToken)
}

// markup reports whether the angle bracket at i begins anything.
func (s *scanner) markup(i int) bool {
	if i+2 >= len(s.src) {
		return false
	}
	c := s.src[i+1]
	return isLetter(c) || c == '!' || c == '?' || c == '/'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func (s *scanner) text() tokenKind {
	i := s.from
	for {
		k := bytes.IndexByte(s.src[i:], '<')
		if k < 0 {
			s.to = len(s.src)
			return textToken
		}
		i += k
		if i > s.from && s.markup(i) {
			s.to = i
			return textToken
		}
		i++
	}
}

// until ends a comment behind the first mark after i, or with the page.
func (s *scanner) until(i int, mark string) tokenKind {
	k := bytes.Index(s.src[min(i, len(s.src)):], []byte(mark))
	if k < 0 {
		s.to = len(s.src)
	} else {
		s.to = i + k + len(mark)
	}
	return noteToken
}

func (s *scanner) declaration() tokenKind {
	rest := s.src[s.from:]
	if !bytes.HasPrefix(rest, []byte("<!--")) {
		return s.until(s.from+2, ">")
	}
	for _, short := range []string{"<!-->", "<!--->"} {
		if bytes.HasPrefix(rest, []byte(short)) {
			s.to = s.from + len(short)
			return noteToken
		}
	}
	i := s.from + 4
	for {
		k := bytes.Index(s.src[i:], []byte("--"))
		if k < 0 {
			s.to = len(s.src)
			return noteToken
		}
		i += k + 2
		switch rest := s.src[i:]; {
		case len(rest) > 0 && rest[0] == '>':
			s.to = i + 1
			return noteToken
		case len(rest) > 1 && rest[0] == '!' && rest[1] == '>':
			s.to = i + 2
			return noteToken
		}
		i--
	}
}

// tag reads a start or end tag whose name stands at i. One that the page
// breaks off within is no token.
func (s *scanner) tag(i int, kind tokenKind) tokenKind {
	end := skipName(s.src, i)
	s.name = s.lower(s.src[i:end])
	s.attrs, s.self = attrs{}, false
	i = end
	for n := 0; ; n++ {
		for i < len(s.src) && (s.src[i] <= ' ' || s.src[i] == '/') {
			s.self = s.src[i] == '/'
			i++
		}
		if i >= len(s.src) {
			s.to = len(s.src)
			return noteToken
		}
		if s.src[i] == '>' {
			break
		}
		i = s.attr(i, n < maxAttrs && kind == openToken)
	}
	s.to = i + 1
	if kind == openToken {
		s.raw = rawNames[string(s.name)]
	}
	return kind
}

// attr reads the attribute at i and returns where it ends.
func (s *scanner) attr(i int, wanted bool) int {
	from := i
	i = skipName(s.src, i+1)
	key := s.src[from:i]
	k := i
	for k < len(s.src) && s.src[k] <= ' ' {
		k++
	}
	var val []byte
	if k < len(s.src) && s.src[k] == '=' {
		val, i = readValue(s.src, k+1)
	}
	s.self = false
	if wanted {
		s.attrs.take(key, val)
	}
	return i
}

// lower returns a name in lower case; longer ones than any known are cut.
func (s *scanner) lower(name []byte) []byte {
	n := copy(s.buf[:], name)
	for i, c := range s.buf[:n] {
		if c >= 'A' && c <= 'Z' {
			s.buf[i] = c + 'a' - 'A'
		}
	}
	return s.buf[:n]
}

// rawNames lists the elements whose content is no markup.
var rawNames = map[string]string{
	"iframe": "iframe", "noembed": "noembed", "noframes": "noframes", "plaintext": "plaintext", "script": "script",
	"style": "style", "textarea": "textarea", "title": "title", "xmp": "xmp",
}

// rawText takes the content of a raw element, up to its end tag.
func (s *scanner) rawText() {
	name := s.raw
	s.raw = ""
	s.to = len(s.src)
	if name == "plaintext" {
		return
	}
	for i := s.from; ; {
		k := bytes.Index(s.src[i:], []byte("</"))
		if k < 0 {
			return
		}
		i += k + 2
		if !s.named(i, name) {
			continue
		}
		if name == "script" && hidden(s.src[s.from:i-2]) {
			continue
		}
		s.to = i - 2
		return
	}
}

// named reports whether a tag's name stands at i.
func (s *scanner) named(i int, name string) bool {
	end := i + len(name)
	if end >= len(s.src) || !bytes.EqualFold(s.src[i:end], []byte(name)) {
		return false
	}
	c := s.src[end]
	return c <= ' ' || c == '/' || c == '>'
}

// hidden reports whether a script that is cut off here stands in a comment
// that opens a script within the script.
func hidden(script []byte) bool {
	i := bytes.Index(script, []byte("<!--"))
	if i < 0 {
		return false
	}
	i = bytes.LastIndex(script, []byte("<!--"))
	if bytes.Contains(script[i:], []byte("-->")) {
		return false
	}
	inner := bytes.LastIndex(script[i:], []byte("<script"))
	return inner >= 0 && !bytes.Contains(script[i+inner:], []byte("</script"))
}
