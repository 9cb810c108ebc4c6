package extract

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

//go:embed lists/bylines.txt
var bylineFile string

// bylineWords maps the words of lists/bylines.txt to themselves, by group.
var bylineWords = func() map[string]map[string]bool {
	t := map[string]map[string]bool{"lead": {}, "join": {}, "nobody": {}, "job": {}, "cut": {}, "article": {}}
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
	"author", "article:author_name", "parsely-author", "sailthru.author", "article:author", "dc.creator", "dcterms.creator",
	"byl", "cxenseparse:author", "citation_author", "authors", "og:article:author", "dcsext.author", "shareaholic:article_author_name",
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
	house := v.siteNames()
	fallback := v.cleanNames(append(append([]string(nil), v.state.authors...), v.state.agents...), true)
	if v.somebody(fallback, house) {
		return withoutHouse(fallback, house)
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
	if n := v.propAuthors(); v.somebody(n, house) {
		return n
	}
	least := 1
	if len(fallback) > 0 {
		least = 7 // a line must look very much like a byline to overrule a stated name
	}
	if n := v.lineAuthors(least); v.somebody(n, house) && (least == 1 || fullNames(n)) {
		return n
	}
	return fallback
}

// fullNames reports whether all names have more than one word.
func fullNames(names []string) bool {
	for _, n := range names {
		if !strings.Contains(n, " ") && n[0] < utf8.RuneSelf {
			return false
		}
	}
	return true
}

// somebody reports whether a list of names holds one that is not the outlet's own.
func (v *view) somebody(names, house []string) bool {
	for _, n := range names {
		if !isName(letters(n), house) {
			return true
		}
	}
	return false
}

// withoutHouse drops the outlet's own name from a list that names somebody.
func withoutHouse(names, house []string) []string {
	return slices.DeleteFunc(names, func(n string) bool { return slices.Contains(house, letters(n)) })
}

// propAuthors reads the microdata.
func (v *view) propAuthors() []string {
	var texts []string
	for _, p := range v.head.props {
		if !strings.Contains(p.key, "author") || int(p.node) >= len(v.nodes) {
			continue
		}
		text := p.value
		if text == "" && v.nodes[p.node].last-p.node < 40 {
			text = v.propName(p.node)
		}
		if text != "" && v.distance(p.node) < 0.3 {
			texts = append(texts, text)
		}
	}
	return v.cleanNames(texts, false)
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

// lineAuthors reads the line near the headline that looks most like a byline,
// when it scores the least.
func (v *view) lineAuthors(least int) []string {
	best, top := -1, least-1
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		if b.m.words > 20 || b.m.words < 1 || i == v.title || b.within.has(tagNav) || b.within.has(tagFooter) || f.p > 0.8 {
			continue
		}
		if score := v.bylineScore(i); score > top {
			best, top = i, score
		}
	}
	if best < 0 {
		return nil
	}
	if n := v.cleanNames(v.markedNames(&v.blocks[best]), false); len(n) > 0 {
		return n
	}
	return v.cleanNames([]string{v.line(v.blocks[best].from, v.blocks[best].to)}, false)
}

// markedNames returns the texts in a line whose elements say that they are an
// author's name, or else those of its links.
func (v *view) markedNames(b *block) []string {
	var marked, linked []string
	for i := b.from; i < b.to; i++ {
		n := &v.nodes[i]
		if n.tag != tagText {
			continue
		}
		p := &v.nodes[n.parent]
		text := cleanLine(v.src[n.start:n.end])
		switch {
		case text == "" || !looksLikeName(text) || !p.tag.is(phrase):
		case p.hints&(hintAuthor|hintByline) != 0:
			marked = append(marked, text)
		case p.tag == tagA:
			linked = append(linked, text)
		}
	}
	if len(marked) > 0 {
		return marked
	}
	return linked
}

// bylineScore says how much block i looks like a byline; below 1 it does not.
func (v *view) bylineScore(i int) int {
	b, f := &v.blocks[i], &v.facts[i]
	s := 0
	if (b.own|b.hashes)&(hintByline|hintAuthor) != 0 {
		s += 6
	} else if b.near&(hintByline|hintAuthor) != 0 {
		s += 4
	}
	if f.cues&cueByline != 0 {
		s += 4
	}
	if s == 0 {
		return 0
	}
	if v.title >= 0 {
		switch d := i - v.title; {
		case d > 0 && d < 8:
			s += 3
		case d < -4 || d > 60:
			s -= 3
		}
	}
	if (b.own|b.near)&(hintBio|hintComment|hintRelated|hintTeaser|hintShare|hintSide) != 0 {
		s -= 3
	}
	if b.m.stops > 1 || b.m.words > 12 {
		s -= 2
	}
	return s
}

// cleanNames turns written bylines into a list of names. Stated ones are
// trusted to be names; lines of the page must look like it.
func (v *view) cleanNames(written []string, stated bool) []string {
	var out []string
	for _, w := range written {
		if strings.Contains(w, "://") {
			continue
		}
		for _, name := range splitNames(plainText(w)) {
			name = trimName(name)
			if v.isNobody(name) || !stated && !looksLikeName(name) || len(out) >= maxNames || containsFold(out, name) {
				continue
			}
			out = append(out, name)
		}
	}
	return out
}

func containsFold(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// splitNames cuts a byline at commas, conjunctions and the like. A part that
// tells what the person before it does ends that person's entry.
func splitNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ',' || r == ';' || r == '|' || r == '/' || r == '&' || r == '•' || r == '·' || r == '、' || r == '\n'
	}) {
		words := strings.Fields(part)
		from := 0
		for i, w := range words {
			if i > 0 && bylineWords["join"][strings.ToLower(w)] {
				out = append(out, strings.Join(words[from:i], " "))
				from = i + 1
			}
		}
		out = append(out, strings.Join(words[from:], " "))
	}
	return out
}

// trimName takes off what stands before and behind a name.
func trimName(s string) string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	words := strings.Fields(strings.Trim(s, " .:-–—*\"'»«"))
	for {
		n := 0
		for k := min(4, len(words)); k > 0 && n == 0; k-- {
			lead := strings.TrimRight(strings.ToLower(strings.Join(words[:k], " ")), ":")
			if bylineWords["lead"][lead] && k < len(words) {
				n = k
			}
		}
		if n == 0 {
			break
		}
		words = words[n:]
	}
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		if d := strings.IndexAny(w, "0123456789"); d > 0 && i > 0 && w[d-1] != '-' {
			words[i] = w[:d]
			words = words[:i+1]
			break
		}
		if strings.ContainsRune(w, '@') || isDigits(low) && i > 0 || bylineWords["cut"][low] && (i > 1 || !bylineWords["article"][low]) {
			words = words[:i]
			break
		}
	}
	return strings.Trim(strings.Join(words, " "), " .:-–—*\"'»«")
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.:") == ""
}

// isNobody reports whether a part of a byline names no one.
func (v *view) isNobody(name string) bool {
	low := strings.ToLower(name)
	if utf8.RuneCountInString(name) < 2 || len(name) > 80 || bylineWords["nobody"][low] || bylineWords["lead"][low] || strings.Contains(low, "http") || strings.Contains(low, "@") || strings.Contains(low, "www.") {
		return true
	}
	words := strings.Fields(low)
	if len(words) > 7 || low[0] >= '0' && low[0] <= '9' {
		return true
	}
	for _, w := range words {
		if bylineWords["job"][strings.Trim(w, ".,")] {
			return true
		}
	}
	return !strings.ContainsFunc(name, unicode.IsLetter)
}

// looksLikeName reports whether a part of a line has the shape of a name: two
// to five words that begin with capitals, particles apart.
func looksLikeName(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	caps := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) || r >= 0x2e80 || unicode.Is(unicode.Arabic, r):
			caps++
		case unicode.IsDigit(r):
			return false
		case !unicode.IsLower(r) || utf8.RuneCountInString(w) > 4 && !strings.ContainsAny(w, "'’"):
			return len(words) == 1 && unicode.IsLetter(r)
		}
	}
	return caps > 0
}
