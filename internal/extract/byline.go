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
	t := map[string]map[string]bool{"lead": {}, "join": {}, "nobody": {}, "job": {}, "cut": {}, "article": {}, "begin": {}}
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
	house := v.siteNames()
	fallback := v.cleanNames(append(append([]string(nil), v.state.authors...), v.state.agents...), true)
	if v.somebody(fallback, house) {
		return v.completed(withoutHouse(fallback, house), house)
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
		return n
	}
	if len(fallback) == 0 {
		fallback = n
	}
	least := minByline
	if len(fallback) > 0 {
		least = sureByline
	}
	if n := v.lineAuthors(least, house); v.somebody(n, house) && (least == minByline || fullName(n[0])) {
		return n
	}
	return fallback
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

// lineAuthors reads the line near the headline that looks most like a byline
// among those that hold names, when it scores the least. A line that names the
// house or its staff and scores higher leaves the article without an author.
func (v *view) lineAuthors(least int, house []string) (best []string) {
	top := least - 1
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		if b.m.words > 20 || b.m.words < 1 || i == v.title || b.within.has(tagNav) || b.within.has(tagFooter) || f.p > 0.8 && f.cues&cueByline == 0 {
			continue
		}
		score := v.bylineScore(i)
		if score == 0 || score+wholeByline <= top {
			continue
		}
		n, whole := v.lineNames(b, score >= lowerByline)
		switch {
		case whole:
			score += wholeByline
		case f.p > 0.8:
			continue
		case len(n) == 0 || !fullName(n[0]):
			if v.namesHouse(b, house) {
				n = nil
			} else if len(n) == 0 {
				continue
			}
		}
		if score > top {
			best, top = n, score
		}
	}
	return best
}

// wholeByline is what it counts that a line holds names and nothing else.
const wholeByline = 2

// lowerByline is the score from which a line's name may be written in lower
// case, as pen names are.
const lowerByline = 10

// lineNames returns the names in a line, and whether full names, with the words
// that lead to them, are all there is.
func (v *view) lineNames(b *block, lower bool) (list []string, whole bool) {
	text := v.spaced(b)
	marked, linked := v.markedNames(b)
	all := v.cleanNames(marked, false)
	for _, written := range [][]string{{text}, linked} {
		if len(all) == 0 {
			all = v.cleanNames(written, false)
		}
	}
	if len(all) == 0 && lower {
		for _, n := range v.cleanNames([]string{text}, true) {
			if !strings.Contains(n, " ") {
				all = append(all, n)
			}
		}
	}
	left := int(b.m.words)
	for _, n := range all {
		left -= len(strings.Fields(n))
		if !fullName(n) {
			left += 2
		}
	}
	return all, len(all) > 0 && left <= 1+len(all)
}

// namesHouse reports whether a line names the outlet or its staff.
func (v *view) namesHouse(b *block, house []string) bool {
	for _, part := range splitNames(behindDate(v.spaced(b))) {
		if n := trimName(part); bylineWords["nobody"][strings.ToLower(n)] || isName(letters(n), house) {
			return true
		}
	}
	return false
}

// spaced returns the line of a block with its texts set apart: in bylines the
// name and the date often stand side by side without a space.
func (v *view) spaced(b *block) string {
	var parts []string
	for i := b.from; i < b.to; i++ {
		if n := &v.nodes[i]; n.tag == tagText {
			if s := cleanLine(v.src[n.start:n.end]); s != "" {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, " ")
}

// markedNames returns the texts in a line whose elements say that they are an
// author's name, or that are its only content, and those of its links.
func (v *view) markedNames(b *block) (marked, linked []string) {
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
	if len(marked) == 0 {
		marked = v.listedNames(b)
	}
	return marked, linked
}

// listedNames returns the texts of a line when it is a list of full names, each
// in an element of its own.
func (v *view) listedNames(b *block) (list []string) {
	for i := b.from; i < b.to; i++ {
		n := &v.nodes[i]
		if n.tag != tagText {
			continue
		}
		text := cleanLine(v.src[n.start:n.end])
		switch {
		case text == "" || bylineWords["join"][strings.ToLower(text)] || bylineWords["lead"][strings.ToLower(text)]:
		case strings.Contains(text, " ") && looksLikeName(text):
			list = append(list, text)
		default:
			return nil
		}
	}
	return list
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
	if (b.own|b.near)&(hintBio|hintComment|hintRelated|hintTeaser|hintShare|hintSide) != 0 || b.far&hintSide != 0 {
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
		for _, name := range splitNames(behindDate(plainText(w))) {
			if leadsAway(name) {
				break
			}
			name = trimName(name)
			if v.isNobody(name) || !stated && !looksLikeName(name) || len(out) >= maxNames || containsFold(out, name) {
				continue
			}
			out = append(out, name)
		}
	}
	return out
}

// behindDate cuts a line such as "Posted 2 March by Ann Lee" down to the words
// from the one that leads to the names.
func behindDate(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !bylineWords["lead"][strings.ToLower(strings.TrimRight(w, ":"))] {
			continue
		}
		if last := words[i-1]; strings.ContainsAny(last, "0123456789") || strings.Trim(last, "-–—|·•,") == "" && i > 1 && strings.ContainsAny(words[i-2], "0123456789") {
			return strings.Join(words[i:], " ")
		}
	}
	return s
}

// leadsAway reports whether a part of a byline begins with a word that ends
// the names: what follows tells of the time, the section, the tags.
func leadsAway(part string) bool {
	words := strings.Fields(strings.ToLower(part))
	return len(words) > 1 && bylineWords["cut"][words[0]] && !bylineWords["begin"][words[0]] && leadLength(words) == 0
}

// leadLength is the number of words that lead to the names of a byline.
func leadLength(words []string) int {
	for k := min(4, len(words)); k > 0; k-- {
		lead := strings.ToLower(strings.Join(words[:k], " "))
		if (bylineWords["lead"][lead] || bylineWords["lead"][strings.TrimRight(lead, ":")]) && k < len(words) {
			return k
		}
	}
	return 0
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
	for n := leadLength(words); n > 0; n = leadLength(words) {
		words = words[n:]
	}
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		if d := strings.IndexAny(w, "0123456789"); d > 0 && i > 0 && w[d-1] != '-' {
			words[i] = w[:d]
			words = words[:i+1]
			break
		}
		if i > 0 && strings.Trim(w, "-–—»") == "" {
			words = words[:i]
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
