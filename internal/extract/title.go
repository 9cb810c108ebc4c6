package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
)

// statedTitles lists the titles that the metadata give, best first.
func (t *tree) statedTitles(s *statement) []string {
	var out []string
	for _, x := range []string{s.headline, t.head.meta("og:title"), t.head.meta("twitter:title"), t.head.title} {
		if x != "" {
			out = append(out, x)
		}
	}
	return out
}

// describe fills in what the witnesses say of the article.
func (v *view) describe(d *nutgraf.Document, item *nutgraf.Item) {
	d.Outlet = first(printable(item.Given.Outlet), v.outlet(), hostOutlet(d.URL))
	d.Title = first(printable(item.Given.Title), v.settleTitle())
	d.Byline = v.byline(item.Given.Byline)
	d.Lang = v.language(bodyText(d))
	d.Dates, d.Published = v.dates(item).judge()
}

// address is where the page says that it stands, or else where it was found.
func (v *view) address() string {
	return first(v.head.canonical, v.head.meta("og:url"), v.state.url)
}

// settleTitle chooses the title among the witnesses: each votes for its
// wording, and the wording with most weight wins, the earlier one on a tie.
func (v *view) settleTitle() string {
	if !v.titled {
		v.named, v.titled = v.voteTitle(), true
	}
	return v.named
}

func (v *view) voteTitle() string {
	h1 := ""
	if v.title >= 0 {
		h1 = v.line(v.blocks[v.title].from, v.blocks[v.title].to)
	}
	votes := [...]struct {
		text   string
		weight float32
	}{
		{v.state.headline, 2.5},
		{v.head.meta("og:title"), 1.1},
		{h1, 1.6},
		{v.head.meta("twitter:title"), 0.3},
		{v.head.title, 0.3},
	}
	if v.title >= 0 && v.blocks[v.title].within.has(tagH1) {
		votes[2].weight = 2
	}
	best, top := "", float32(0)
	for i := range votes {
		votes[i].text = stripSite(votes[i].text, h1, v.site)
	}
	votes[2].text = v.withoutKicker(votes[2].text, [...]string{votes[0].text, votes[1].text, votes[4].text})
	if isName(letters(h1), v.site) {
		votes[2].weight = 0.1 // the outlet's name over the page
	}
	for i := range votes {
		votes[i].text = whole(votes[i].text, votes[2].text)
	}
	if v.soleHeading() == v.title && h1 != "" && v.facts[v.title].title >= minReworded && reworded(votes[2].text, votes[0].text, votes[1].text) {
		votes[2].weight = 4.5 // searchers are given other words than readers
	}
	for _, x := range votes {
		bare, sum := letters(x.text), float32(0)
		for _, y := range votes {
			if letters(y.text) == bare {
				sum += y.weight
			}
		}
		if bare != "" && sum > top {
			best, top = x.text, sum
		}
	}
	return best
}

// minReworded is the share of its words that a headline on the page must have
// in common with the stated titles to be theirs in other words.
const minReworded = 0.4

// reworded reports whether a headline neither holds nor is part of one of the
// stated titles.
func reworded(h1 string, stated ...string) bool {
	bare := letters(h1)
	return !slices.ContainsFunc(stated, func(x string) bool {
		l := letters(x)
		return l != "" && (strings.Contains(l, bare) || strings.Contains(bare, l))
	})
}

// whole returns the headline on the page for a title that was cut short.
func whole(title, h1 string) string {
	short := strings.TrimSuffix(strings.TrimSuffix(title, "..."), "…")
	if l := letters(short); len(short) < len(title) && len(l) > 20 && strings.HasPrefix(letters(h1), l) {
		return h1
	}
	return title
}

// withoutKicker returns the headline on the page without the kicker or the
// date that stands in an element of its own before or behind it: the
// metadata state the rest as the whole title, or the element says what it is.
func (v *view) withoutKicker(h1 string, stated [3]string) string {
	if v.title < 0 {
		return h1
	}
	b := &v.blocks[v.title]
	for _, x := range stated {
		l := letters(x)
		if len(l) < 12 || !strings.Contains(letters(h1), l) {
			continue
		}
		for i := b.from + 1; i < b.to && i < b.from+maxHeadingNodes; i++ {
			for _, part := range []string{v.line(i, b.to), v.line(b.from, i)} {
				if letters(part) == l {
					return strings.TrimSpace(part)
				}
			}
		}
	}
	if rest := v.behindKicker(b); rest != "" && !slices.ContainsFunc(stated[:2], func(x string) bool { return letters(x) == letters(h1) }) {
		return rest
	}
	return h1
}

// behindKicker returns what follows the elements of a headline that call
// themselves kickers or hold a date, or "" when it does not begin with one.
func (v *view) behindKicker(b *block) string {
	for i := b.box + 1; i < b.to; i++ {
		n := &v.nodes[i]
		switch {
		case n.tag == tagText && measureText(v.src[n.start:n.end]).words > 0:
			return ""
		case (n.tag == tagTime || n.hints&hintKicker != 0 && n.hints&hintTitle == 0) && n.last < b.to:
			return strings.TrimLeft(v.line(n.last, b.to), " :-–—|")
		}
	}
	return ""
}

// maxHeadingNodes bounds the search for a kicker in a headline.
const maxHeadingNodes = 40

// separators part a title from its outlet's name or its section's.
var separators = []string{" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " • ", " · ", " / ", " : ", " ‹ ", " ⋆ ", " ~ ", "｜", "|", " – ", " - "}

// stripSite cuts the outlet's name off a title: what follows the last
// separator, when it is one of the outlet's names or the headline on the page
// ends there.
func stripSite(title, h1 string, names []string) string {
	title = strings.TrimSpace(title)
	bare := letters(h1)
	if name, rest, ok := strings.Cut(title, ": "); ok && slices.Contains(names, letters(name)) {
		title = strings.TrimSpace(rest)
	}
	for range 4 {
		cut := false
		for _, sep := range separators {
			i := strings.LastIndex(title, sep)
			if i <= 0 {
				continue
			}
			front, tail := strings.TrimSpace(title[:i]), title[i+len(sep):]
			if letters(front) == bare && bare != "" || isName(letters(tail), names) {
				title, cut = front, true
				break
			}
			if i := strings.Index(title, sep); letters(title[i+len(sep):]) == bare && bare != "" || isName(letters(title[:i]), names) {
				title, cut = strings.TrimSpace(title[i+len(sep):]), true
				break
			}
		}
		if !cut {
			break
		}
	}
	return title
}

// maxSiteName is the letters of the longest name of an outlet; what is longer
// is the title of the page, written in the wrong place.
const maxSiteName = 40

// callSite notes the names by which the page calls its outlet.
func (v *view) callSite() {
	_, host := hostOf(v.address())
	v.signed = signedBy(v.head.title, v.address())
	for _, x := range []string{
		v.head.meta("og:site_name"), v.state.publisher, v.state.site, v.head.meta("application-name"),
		v.head.meta("apple-mobile-web-app-title"), strings.TrimPrefix(v.head.meta("twitter:site"), "@"), host, v.signed,
	} {
		if n := letters(x); n != "" && utf8.RuneCountInString(n) <= maxSiteName {
			v.site = append(v.site, n)
		}
	}
}

func isName(tail string, names []string) bool {
	if len(tail) < 2 {
		return false
	}
	for _, n := range names {
		if n == tail || len(tail) > 3 && (strings.HasPrefix(tail, n) && len(n) > 3 && len(tail) < 2*len(n)+4 || strings.HasPrefix(n, tail) || strings.HasSuffix(n, tail)) {
			return true
		}
	}
	return false
}

// letters keeps the letters and digits of s, in lower case.
func letters(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// bodyText returns the beginning of the document's body.
func bodyText(d *nutgraf.Document) string {
	var b strings.Builder
	for _, k := range d.Blocks {
		if k.Kind.Body() && b.Len() < maxLanguageText {
			b.WriteString(k.Span.Of(d.Text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}
