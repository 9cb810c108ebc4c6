package extract

import (
	"bytes"
	"strings"
)

// head gathers what a page says about its article outside the text: meta and
// link elements, microdata, time elements, JSON-LD.
type head struct {
	title     string
	lang      string
	canonical string
	metas     []pair
	props     []prop
	times     []prop
	scripts   []stretch // JSON-LD
	ld        bool      // the script that is open is one
}

type pair struct{ key, value string }

// prop is a value that an element states; node is the element.
type prop struct {
	key, value string
	node       int32
}

// maxWitness bounds the lists of a head against hostile pages.
const maxWitness = 512

// tag takes in a meta, link, html or script element.
func (h *head) tag(t tag, a *attrs) {
	switch t {
	case tagHTML:
		if h.lang == "" {
			h.lang = string(a.lang)
		}
	case tagScript:
		h.ld = bytes.Contains(a.kind, []byte("ld+json"))
	case tagLink:
		if h.canonical == "" && bytes.EqualFold(bytes.TrimSpace(a.rel), []byte("canonical")) {
			h.canonical = cleanAttr(a.href)
		}
	case tagMeta:
		key := a.name
		if len(key) == 0 {
			key = a.equiv
		}
		if len(key) > 0 && len(a.content) > 0 && len(h.metas) < maxWitness {
			h.metas = append(h.metas, pair{strings.ToLower(string(key)), cleanAttr(a.content)})
		}
	}
}

func (h *head) script(body stretch) {
	if h.ld && len(h.scripts) < 64 {
		h.scripts = append(h.scripts, body)
	}
	h.ld = false
}

func (h *head) prop(key, value []byte, node int32) {
	if len(h.props) < maxWitness {
		h.props = append(h.props, prop{string(key), cleanAttr(value), node})
	}
}

func (h *head) time(a *attrs, node int32) {
	if len(h.times) < maxWitness {
		h.times = append(h.times, prop{string(a.itemprop), cleanAttr(a.datetime), node})
	}
}

// meta returns the first value of the first of the keys that has one.
func (h *head) meta(keys ...string) string {
	for _, k := range keys {
		for _, m := range h.metas {
			if m.key == k && m.value != "" {
				return m.value
			}
		}
	}
	return ""
}

// metaAll returns all values of a key.
func (h *head) metaAll(key string) []string {
	var out []string
	for _, m := range h.metas {
		if m.key == key && m.value != "" {
			out = append(out, m.value)
		}
	}
	return out
}
