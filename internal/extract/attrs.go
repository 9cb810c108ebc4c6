package extract

import "bytes"

// attrs are the attributes of one start tag that extraction asks for. The
// slices are parts of the page, entities not decoded.
type attrs struct {
	class, id, role, component, style, ariaHidden []byte
	itemprop, rel, href, name, content, datetime  []byte
	kind, lang, charset, equiv                    []byte
	hidden                                        bool
}

// maxAttrs bounds how many attributes of a tag are looked at.
const maxAttrs = 64

// skipName returns the end of the name that stands at i.
func skipName(raw []byte, i int) int {
	for i < len(raw) && raw[i] > ' ' && raw[i] != '/' && raw[i] != '>' && raw[i] != '=' {
		i++
	}
	return i
}

// readValue reads an attribute's value behind its equals sign.
func readValue(raw []byte, i int) ([]byte, int) {
	for i < len(raw) && raw[i] <= ' ' {
		i++
	}
	if i >= len(raw) {
		return nil, i
	}
	if q := raw[i]; q == '"' || q == '\'' {
		i++
		end := bytes.IndexByte(raw[i:], q)
		if end < 0 {
			return raw[i:], len(raw)
		}
		return raw[i : i+end], i + end + 1
	}
	from := i
	for i < len(raw) && raw[i] > ' ' && raw[i] != '>' {
		i++
	}
	return raw[from:i], i
}

// take keeps an attribute that extraction asks for; the first one counts.
func (a *attrs) take(key, val []byte) {
	var low [16]byte
	if len(key) > len(low) {
		return
	}
	for i, c := range key {
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	key = low[:len(key)]
	if string(key) == "hidden" {
		a.hidden = true
	} else if field := a.field(key); field != nil && *field == nil {
		*field = val
	}
}

func (a *attrs) field(key []byte) *[]byte {
	switch string(key) {
	case "class":
		return &a.class
	case "id":
		return &a.id
	case "role":
		return &a.role
	case "data-component", "data-testid", "data-type", "data-qa", "data-module":
		return &a.component
	case "style":
		return &a.style
	case "aria-hidden":
		return &a.ariaHidden
	case "itemprop":
		return &a.itemprop
	case "rel":
		return &a.rel
	case "href":
		return &a.href
	case "name", "property":
		return &a.name
	case "content":
		return &a.content
	case "datetime":
		return &a.datetime
	case "type":
		return &a.kind
	case "lang":
		return &a.lang
	case "charset":
		return &a.charset
	case "http-equiv":
		return &a.equiv
	}
	return nil
}
