package extract

import (
	"bytes"
	"slices"
	"strings"
)

// written lends the markup that stands in a noscript element or in a script that
// is a template, for programs that run no scripts and for those that do.
func (v *view) written() *lent {
	var best *lent
	s := scanner{src: v.src}
	for kind := s.next(); kind != endToken; kind = s.next() {
		if kind != openToken {
			continue
		}
		from, template := s.to, bytes.Contains(s.attrs.kind, []byte("template"))
		switch {
		case string(s.name) == "script" && template:
			s.next()
		case string(s.name) == "noscript":
			s.raw = "noscript" // up to its end
			s.from = from
			s.rawText()
		default:
			continue
		}
		if s.to-from < minLent {
			continue
		}
		l := lend("a part of the page for programs without scripts", bare(v.src, stretch{from, s.to}))
		if n := l.body().chars; n >= minLent && (best == nil || n > best.body().chars) {
			best = l
		}
	}
	return best
}

// kept lends the text that the state of the page's scripts holds: the longest
// string, or list of elements, of the object that bears the page's title.
// States hold other articles as well.
func (v *view) kept() *lent {
	var best *lent
	titles := v.bareTitles()
	s := scanner{src: v.src}
	for kind := s.next(); kind != endToken; kind = s.next() {
		if kind != openToken || string(s.name) != "script" || bytes.Contains(s.attrs.kind, []byte("ld+json")) || bytes.Contains(s.attrs.kind, []byte("template")) {
			continue
		}
		if s.next() != textToken || s.to-s.from < minLent {
			continue
		}
		x := readJSON(v.src, stretch{s.from, s.to}, stateValues)
		st := state{src: v.src, titles: titles}
		st.walk("", &x, false)
		if st.best == nil {
			continue
		}
		l := lend("the state of a script, "+st.key, st.best)
		if m := l.body(); m.chars >= minLent && m.stops >= minStops && v.speaksOf(l) && (best == nil || m.chars > best.body().chars) {
			best = l
		}
	}
	return best
}

// stateValues bounds the values that are read of a script's state.
const stateValues = 200000

// state is a script's state while the longest text in it is looked for.
type state struct {
	src    []byte
	titles []string // of the page, in letters
	best   *layer
	key    string
	size   int32
}

// walk looks at a value and all that it holds; own says that it belongs to an
// object with the page's title.
func (s *state) walk(key string, x *value, own bool) {
	switch x.kind {
	case 's':
		if own && isTextKey(key) && len(x.text) >= minLent {
			s.take(key, []*value{x})
		}
	case 'o':
		if titled, ours := s.title(x); titled {
			own = ours
		}
		for i := range x.fields {
			s.walk(x.fields[i].key, &x.fields[i].val, own)
		}
	case 'a':
		var list []*value
		for i := range x.items {
			if element(&x.items[i]) {
				list = append(list, &x.items[i])
			}
			s.walk(key, &x.items[i], own)
		}
		if own && len(list) > 1 {
			s.take(key, list)
		}
	}
}

// title reports whether an object has a title, and whether it is the page's.
func (s *state) title(x *value) (titled, ours bool) {
	for i := range x.fields {
		switch f := &x.fields[i]; f.key {
		case "headline", "title":
			bare := letters(f.val.str())
			titled = titled || bare != ""
			ours = ours || slices.Contains(s.titles, bare) && bare != ""
		}
	}
	return titled, ours
}

// bareTitles lists the titles that the page states, as letters.
func (v *view) bareTitles() (out []string) {
	for _, x := range append(slices.Clone(v.heads), v.settleTitle()) {
		out = append(out, letters(x))
	}
	return out
}

// take keeps a text when it is the longest so far.
func (s *state) take(key string, list []*value) {
	l := &layer{}
	for _, x := range list {
		s.write(l, x, 0)
		if n := len(l.text); n > 0 && len(l.marks) > 0 {
			l.text = append(l.text, "<p>"...)
		}
	}
	if len(l.marks) == 0 {
		return
	}
	l.step(l.marks[len(l.marks)-1].src)
	if n := measureText(l.text).chars; n > s.size {
		s.best, s.key, s.size = l, key, n
	}
}

// minStops is the sentences that the text of an article has at least.
const minStops = 3

// write appends the strings of an element, its children's with them, as a line.
func (s *state) write(l *layer, x *value, depth int) {
	switch {
	case depth > maxElements:
	case x.kind == 's':
		piece := unquoted(s.src, x.raw)
		for _, m := range piece.marks {
			l.marks = append(l.marks, mark{len(l.text) + m.dst, m.src})
		}
		l.text = append(l.text, piece.text...)
	case x.kind == 'a':
		for i := range x.items {
			s.write(l, &x.items[i], depth+1)
		}
	case x.kind == 'o':
		for i := range x.fields {
			if f := &x.fields[i]; isTextKey(f.key) || f.key == "children" {
				s.write(l, &f.val, depth+1)
			}
		}
	}
}

// maxElements bounds the depth of elements within elements.
const maxElements = 8

// element reports whether a value is an element of a text: a string, or an
// object that says of what kind it is and has no title or address of its own.
func element(x *value) bool {
	if x.kind == 's' {
		return strings.Contains(x.text, " ")
	}
	kind, text := false, false
	for _, f := range x.fields {
		switch f.key {
		case "type", "__typename", "_type", "kind", "tag", "name", "component":
			kind = true
		case "headline", "title", "url", "slug", "author":
			return false
		}
		text = text || isTextKey(f.key) || f.key == "children"
	}
	return kind && text
}

// isTextKey reports whether a text is kept under such a name.
func isTextKey(key string) bool {
	switch strings.ToLower(key) {
	case "articlebody", "article_body", "body", "bodyhtml", "body_html", "bodytext", "content", "contenthtml", "content_html",
		"text", "html", "data", "value", "story", "fulltext", "articletext", "paragraphs", "json":
		return true
	}
	return false
}
