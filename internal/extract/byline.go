package extract

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"
)

//go:embed lists/bylines.txt
var bylineFile string

// bylineWords maps the words of lists/bylines.txt to themselves, by group.
var bylineWords = func() map[string]map[string]bool {
	t := map[string]map[string]bool{"lead": {}, "join": {}, "nobody": {}, "job": {}, "cut": {}, "article": {}, "begin": {}, "picture": {}, "by": {}, "tool": {}}
	for _, line := range entries(bylineFile) {
		group, words, _ := strings.Cut(line, "\t")
		if t[group] != nil {
			t[group][words] = true
		}
	}
	return t
}()

// metaAuthors lists the meta elements that name the author, best first.
var metaAuthors = []string{
	"author", "article:author_name", "article_author", "parsely-author", "sailthru.author", "article:author", "dc.creator", "dcterms.creator",
	"byl", "articleauthor", "cxenseparse:author", "citation_author", "authors", "og:article:author", "dcsext.author", "shareaholic:article_author_name",
	"article.author", "creator", "dc.author", "og:author", "rbauthors", "book:author",
}

// maxNames bounds a byline.
const maxNames = 24

// byline returns the names of the people who wrote the article, from the first
// witness that has any.
func (v *view) byline(given []string) []string {
	if len(given) > 0 {
		return given
	}
	house := v.site
	fallback := v.cleanNames(append(append([]string(nil), v.state.authors...), v.state.agents...), true)
	if len(v.state.authors) > 0 && v.somebody(fallback, house) {
		return v.writtenOut(v.completed(withoutHouse(fallback, house), house), house)
	}
	for _, key := range metaAuthors {
		n := v.cleanNames(v.head.metaAll(key), true)
		if v.somebody(n, house) {
			return withoutHouse(n, house)
		}
		if len(fallback) == 0 {
			fallback = n
		}
	}
	n := v.propAuthors()
	if v.somebody(n, house) {
		return withoutHouse(n, house)
	}
	if len(fallback) == 0 {
		fallback = n
	}
	least := minByline
	if len(fallback) > 0 {
		least = sureByline
	}
	n = v.lineAuthors(least, house)
	if v.somebody(n, house) && (least == minByline || fullName(n[0])) {
		return withoutHouse(n, house)
	}
	switch {
	case len(fallback) > 0:
		return fallback
	case len(n) == 1 && person(n[0]):
		return n // who writes alone, under the own name
	}
	return v.datedAuthors(house)
}

// A line's score as a byline: the least that counts, and the least by which it
// overrules the name of an organization that the metadata state.
const (
	minByline  = 3
	sureByline = 7
)

// completed returns the names that the page's author element lists when it has
// all of the stated ones and more.
func (v *view) completed(stated, house []string) []string {
	more := withoutHouse(v.cleanNames(v.head.metaAll("author"), true), house)
	if len(more) <= len(stated) {
		return stated
	}
	for _, n := range stated {
		if !containsFold(more, n) {
			return stated
		}
	}
	for _, n := range more {
		if !fullName(n) {
			return stated
		}
	}
	return more
}

// writtenOut gives a stated name that is the end of an address ("mara-dunn") as the
// page shows it.
func (v *view) writtenOut(names, house []string) []string {
	if len(names) != 1 || !strings.Contains(names[0], "-") || names[0] != strings.ToLower(names[0]) {
		return names
	}
	if shown := v.lineAuthors(minByline, house); len(shown) == 1 && letters(shown[0]) == letters(names[0]) {
		return shown
	}
	return names
}

// fullName reports whether a name has more than one word, where its script has
// any.
func fullName(n string) bool { return strings.Contains(n, " ") || n[0] >= utf8.RuneSelf }

// somebody reports whether a list of names holds one that is not the outlet's
// own: beside the outlet's, only a full name counts.
func (v *view) somebody(names, house []string) bool {
	others, full := 0, false
	for _, n := range names {
		if !isName(letters(n), house) {
			others++
			full = full || strings.Contains(n, " ")
		}
	}
	return others > 0 && (full || others == len(names))
}

// withoutHouse drops the outlet's own name from a list that names somebody.
func withoutHouse(names, house []string) []string {
	return slices.DeleteFunc(names, func(n string) bool { return slices.Contains(house, letters(n)) })
}

// propAuthors reads the microdata. What stands behind the article's element, or
// among teasers behind the headline, counts only where nothing else does.
func (v *view) propAuthors() []string {
	var texts, others []string
	for _, p := range v.head.props {
		if !strings.Contains(p.key, "author") || int(p.node) >= len(v.nodes) {
			continue
		}
		text := p.value
		if text == "" && v.nodes[p.node].last-p.node < 40 {
			text = v.propName(p.node)
		}
		switch {
		case text == "" || v.distance(p.node) >= 0.3 || v.behindTitle(p.node, hintComment) || v.pictured(p.node):
		case p.node >= v.ward() || v.behindTitle(p.node, hintTeaser|hintRelated):
			others = append(others, text)
		default:
			texts = append(texts, text)
		}
	}
	if n := v.cleanNames(texts, false); len(n) > 0 {
		return n
	}
	return v.cleanNames(others, false)
}

// behindTitle reports whether a node stands in an element with one of the hints
// that begins behind the headline.
func (v *view) behindTitle(n int32, h hints) bool {
	behind := int32(1)
	if v.title >= 0 {
		behind = v.blocks[v.title].to
	}
	return v.under(n, h, behind)
}

// pictured reports whether a node stands in a picture's element, where authors are
// those of the picture.
func (v *view) pictured(n int32) bool {
	for ; n > 0; n = v.nodes[n].parent {
		if t := v.nodes[n].tag; t == tagFigure || t == tagFigcaption {
			return true
		}
	}
	return false
}

// propName reads the name within an author's element, or its whole text.
func (v *view) propName(n int32) string {
	for _, p := range v.head.props {
		if p.key == "name" && p.node > n && p.node < v.nodes[n].last {
			if p.value != "" {
				return p.value
			}
			return v.line(p.node, v.nodes[p.node].last)
		}
	}
	return v.line(n, v.nodes[n].last)
}
