package extract

import (
	"golang.org/x/net/html"
)

// attrs are the attributes of one start tag that extraction asks for. The
// slices are the tokenizer's and hold until its next token.
type attrs struct {
	class, id, role, component, style, ariaHidden []byte
	itemprop, rel, href, name, content, datetime  []byte
	kind, lang, charset, equiv                    []byte
	hidden                                        bool
}

// maxAttrs bounds how many attributes of a tag are looked at.
const maxAttrs = 64

func (a *attrs) read(z *html.Tokenizer, more bool) {
	*a = attrs{}
	for n := 0; more && n < maxAttrs; n++ {
		var key, val []byte
		key, val, more = z.TagAttr()
		if field := a.field(key); field != nil && *field == nil {
			*field = val
		} else if string(key) == "hidden" {
			a.hidden = true
		}
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
