package jsonl

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// quick reads the common kind of line, an object of strings and of nulls whose
// known names are written as ours are, and reports whether it was one. Of any other
// line, broken ones too, it says nothing: encoding/json reads those. raw is
// valid UTF-8.
func (o *object) quick(raw []byte) bool {
	s := scanner{raw: raw}
	if !s.take('{') {
		return false
	}
	for first := true; !s.take('}'); first = false {
		if !first && !s.take(',') {
			return false
		}
		name, ok := s.string()
		if !ok || !s.take(':') || !o.value(string(name), &s) {
			return false
		}
	}
	return s.space() == len(raw)
}

// value reads what stands behind a name.
func (o *object) value(name string, s *scanner) bool {
	null := s.null()
	var value []byte
	if !null {
		var ok bool
		if value, ok = s.string(); !ok {
			return false
		}
	}
	text := func(at **string) {
		if *at = nil; !null {
			v := string(value)
			*at = &v
		}
	}
	switch name {
	case "id":
		o.ID = word(value)
	case "url":
		o.URL = word(value)
	case "html":
		text(&o.HTML)
	case "text":
		text(&o.Text)
	case "title":
		o.Title = word(value)
	case "outlet":
		o.Outlet = word(value)
	case "date":
		o.Date = word(value)
	case "lang":
		o.Lang = word(value)
	case "language":
		o.Language = word(value)
	default:
		// encoding/json takes names in any case.
		return !slices.ContainsFunc(names, func(known string) bool { return strings.EqualFold(known, name) })
	}
	return true
}

// names are the names that object knows, in its order.
var names = []string{"id", "url", "html", "text", "title", "outlet", "date", "lang", "language", "byline", "published", "blocks", "schema"}

// scanner reads JSON from its beginning on.
type scanner struct {
	raw []byte
	at  int
	buf []byte
}

// space goes over white space and returns where it ends.
func (s *scanner) space() int {
	for s.at < len(s.raw) && (s.raw[s.at] == ' ' || s.raw[s.at] == '\t' || s.raw[s.at] == '\n' || s.raw[s.at] == '\r') {
		s.at++
	}
	return s.at
}

// take goes over c and the white space before it, where it is the next.
func (s *scanner) take(c byte) bool {
	if s.space() == len(s.raw) || s.raw[s.at] != c {
		return false
	}
	s.at++
	return true
}

func (s *scanner) null() bool {
	if end := s.space() + len("null"); end <= len(s.raw) && string(s.raw[s.at:end]) == "null" {
		s.at = end
		return true
	}
	return false
}

// string reads a string; what it returns is good until it is called again.
func (s *scanner) string() ([]byte, bool) {
	if !s.take('"') {
		return nil, false
	}
	start := s.at
	for s.at < len(s.raw) && plain(s.raw[s.at]) {
		s.at++
	}
	if s.at < len(s.raw) && s.raw[s.at] == '"' {
		s.at++
		return s.raw[start : s.at-1], true
	}
	s.buf = append(s.buf[:0], s.raw[start:s.at]...)
	for s.at < len(s.raw) {
		switch c := s.raw[s.at]; {
		case c == '"':
			s.at++
			return s.buf, true
		case c == '\\':
			if !s.escape() {
				return nil, false
			}
		case !plain(c):
			return nil, false
		default:
			start := s.at
			for s.at < len(s.raw) && plain(s.raw[s.at]) {
				s.at++
			}
			s.buf = append(s.buf, s.raw[start:s.at]...)
		}
	}
	return nil, false
}

// plain reports whether a byte stands for itself within a string.
func plain(c byte) bool { return c >= ' ' && c != '"' && c != '\\' }

// escape reads one character that is written behind a backslash.
func (s *scanner) escape() bool {
	if s.at+1 == len(s.raw) {
		return false
	}
	c := s.raw[s.at+1]
	s.at += 2
	switch c {
	case '"', '\\', '/':
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'u':
		r, ok := s.hex()
		if !ok {
			return false
		}
		if utf16.IsSurrogate(r) {
			if s.at+1 >= len(s.raw) || s.raw[s.at] != '\\' || s.raw[s.at+1] != 'u' {
				return false
			}
			s.at += 2
			low, ok := s.hex()
			if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
				return false
			}
		}
		s.buf = utf8.AppendRune(s.buf, r)
		return true
	default:
		return false
	}
	s.buf = append(s.buf, c)
	return true
}

func (s *scanner) hex() (rune, bool) {
	if s.at+4 > len(s.raw) {
		return 0, false
	}
	n, err := strconv.ParseUint(string(s.raw[s.at:s.at+4]), 16, 32)
	s.at += 4
	return rune(n), err == nil
}
