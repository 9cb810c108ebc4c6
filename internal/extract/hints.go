package extract

import (
	"bytes"
	_ "embed"
	"strings"
)

// hints is a set of groups of words found in an element's attributes.
type hints uint64

// The groups of lists/hints.txt, in the order of the file, and those that
// attributes other than class and id give.
const (
	hintArticle hints = 1 << iota
	hintBody
	hintContent
	hintText
	hintPost
	hintPara
	hintMain
	hintTitle
	hintStandfirst
	hintKicker
	hintByline
	hintBio
	hintDate
	hintCaption
	hintCredit
	hintImage
	hintVideo
	hintRelated
	hintMore
	hintTeaser
	hintPromo
	hintAd
	hintShare
	hintComment
	hintNav
	hintSide
	hintFooter
	hintTags
	hintConsent
	hintHidden
	hintEmbed
	hintQuote
	hintNote
	hintBox
	hintMeta
	hintList
	hintSearch
	hintGate
	hintOff      // not shown: display:none, hidden, aria-hidden
	hintItemBody // itemprop="articleBody"
	hintHash     // a link within the page
	hintAuthor   // rel="author", itemprop="author"
	hintSpoken   // within a line, for screen readers only; no feature
	hintWriter   // a link to the page of somebody who writes; no feature
	hintPopup    // opens over the page when a word is pointed at; no feature
)

//go:embed lists/hints.txt
var hintFile string

// hintWords holds whole words, and under their first three letters those that
// end in a star.
type hintWords struct {
	whole  map[string]hints
	prefix map[string][]prefixHint
}

type prefixHint struct {
	word string
	is   hints
}

var hintTable = compileHints(hintFile)

func compileHints(list string) hintWords {
	t := hintWords{map[string]hints{}, map[string][]prefixHint{}}
	bit := hints(1)
	for _, line := range entries(list) {
		_, words, _ := strings.Cut(line, "\t")
		for w := range strings.FieldsSeq(words) {
			if p, star := strings.CutSuffix(w, "*"); star {
				t.prefix[p[:3]] = append(t.prefix[p[:3]], prefixHint{p, bit})
				continue
			}
			t.whole[w] |= bit
		}
		bit <<= 1
	}
	return t
}

// entries returns the lines of a list that are neither empty nor comments.
func entries(list string) []string {
	var out []string
	for l := range strings.Lines(list) {
		if l = strings.TrimRight(l, "\r\n"); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}

// of returns the groups that the words of an attribute belong to. Pairs of
// neighbouring words count too ("read-more" is readmore).
func (t hintWords) of(attr []byte) hints {
	var h hints
	var buf [96]byte
	prev, cur := 0, 0
	n := 0
	flush := func() {
		if n > cur {
			h |= t.word(buf[cur:n])
			if cur > prev {
				h |= t.whole[string(buf[prev:n])]
			}
			prev, cur = cur, n
		}
		if n > 64 {
			n, prev, cur = 0, 0, 0
		}
	}
	skip := false
	for i, c := range attr {
		if c == ' ' || i == 0 {
			skip = styling(attr[i:])
		}
		if skip && c != ' ' {
			continue
		}
		switch {
		case c >= 'A' && c <= 'Z':
			if i > 0 && attr[i-1] >= 'a' && attr[i-1] <= 'z' {
				flush()
			}
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z':
		default:
			flush()
			if c == ' ' {
				prev = n
				cur = n
			}
			continue
		}
		if n < len(buf) {
			buf[n] = c
			n++
		}
	}
	flush()
	return h
}

// styling reports whether the class that begins here is a rule of a style
// sheet written out ("md:text-lg", "w-[3px]") and no name.
func styling(s []byte) bool {
	for i, c := range s {
		switch c {
		case ' ':
			if i > 0 {
				return false
			}
		case ':', '[', '(':
			return true
		}
	}
	return false
}

func (t hintWords) word(w []byte) hints {
	h := t.whole[string(w)]
	if len(w) >= 3 {
		for _, p := range t.prefix[string(w[:3])] {
			if bytes.HasPrefix(w, []byte(p.word)) {
				h |= p.is
			}
		}
	}
	return h
}

// hintsOf returns the hints of the element whose attributes were just read.
func (g *grower) hintsOf(t tag) hints {
	a := &g.s.attrs
	h := g.remember(a.class) | g.remember(a.id) | g.remember(a.role) | g.remember(a.component)
	if a.hidden || hides(a.style) || fixed(a.style) || bytes.Equal(a.ariaHidden, []byte("true")) && h&hintGate == 0 {
		h |= hintOff // paywalls hide from screen readers what a script shows
	}
	switch {
	case !t.is(phrase):
		h &^= hintSpoken
	case len(a.style) > 0 && clips(a.style):
		h |= hintSpoken
	}
	if len(a.itemprop) > 0 {
		if bytes.Contains(a.itemprop, []byte("articleBody")) {
			h |= hintItemBody
		}
		if bytes.Contains(a.itemprop, []byte("author")) {
			h |= hintAuthor
		}
	}
	if t == tagA {
		if bytes.Contains(a.rel, []byte("author")) {
			h |= hintAuthor
		}
		if len(a.href) > 0 && a.href[0] == '#' {
			h |= hintHash
		}
		if writerPage(a.href) {
			h |= hintWriter
		}
	}
	return h
}

// writerFolders are the folders in which outlets keep a page for each who writes.
var writerFolders = [...]string{"author/", "authors/", "autor/", "autores/", "auteur/", "by/", "columnists/", "contributor/", "contributors/", "journalist/", "journalists/", "reporters/", "staff/", "writers/"}

// writerPage reports whether an address is that of a page in such a folder.
func writerPage(href []byte) bool {
	if len(href) > 200 {
		return false
	}
	for i := bytes.IndexByte(href, '/'); i >= 0 && i+3 < len(href); {
		rest := href[i+1:]
		switch rest[0] {
		case 'a', 'b', 'c', 'j', 'r', 's', 'w':
			for _, folder := range writerFolders {
				if rest[0] == folder[0] && len(rest) > len(folder) && string(rest[:len(folder)]) == folder {
					return true
				}
			}
		}
		k := bytes.IndexByte(rest, '/')
		if k < 0 {
			return false
		}
		i += 1 + k
	}
	return false
}

func (g *grower) remember(attr []byte) hints {
	if len(attr) == 0 {
		return 0
	}
	h, known := g.memo[string(attr)]
	if !known {
		h = hintTable.of(attr)
		if spoken(attr) {
			h |= hintSpoken
		}
		if popsUp(attr) {
			h |= hintPopup
		}
		if len(g.memo) < 4096 {
			g.memo[string(attr)] = h
		}
	}
	return h
}

// spoken reports whether a class says that only a screen reader finds the text:
// "opens in a new window".
func spoken(class []byte) bool {
	for _, name := range []string{"sr-only", "screen-reader", "visually-hidden", "visuallyhidden"} {
		if bytes.Contains(class, []byte(name)) {
			return true
		}
	}
	return false
}

// popsUp reports whether a class is that of what opens over the page when a word is
// pointed at, or of the word with it.
func popsUp(class []byte) bool {
	if !bytes.Contains(class, []byte("over")) && !bytes.Contains(class, []byte("tooltip")) {
		return false
	}
	for _, name := range [...]string{"tooltip", "rollover", "popover", "hovercard", "hover-card"} {
		if bytes.Contains(class, []byte(name)) {
			return true
		}
	}
	return false
}

// clips reports whether a style clips its element away.
func clips(style []byte) bool {
	return bytes.Contains(style, []byte("clip:")) && bytes.Contains(style, []byte("absolute"))
}

// fixed reports whether a style holds its element in place over the page, as
// tickers and banners are.
func fixed(style []byte) bool {
	i := bytes.Index(style, []byte("position"))
	return i >= 0 && bytes.HasPrefix(bytes.TrimLeft(style[i+len("position"):], " :"), []byte("fixed"))
}

func hides(style []byte) bool {
	i := bytes.Index(style, []byte("display"))
	if i < 0 {
		return false
	}
	rest := bytes.TrimLeft(style[i+len("display"):], " :")
	return bytes.HasPrefix(rest, []byte("none"))
}
