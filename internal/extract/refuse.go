package extract

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
)

//go:embed lists/refusals.txt
var refusalFile string

// refusals holds the words of lists/refusals.txt as letters, by group.
var refusals = func() map[string][]string {
	t := map[string][]string{}
	for _, line := range entries(refusalFile) {
		group, words, _ := strings.Cut(line, "\t")
		t[group] = append(t[group], letters(words))
	}
	return t
}()

// shown is what a page shows that is taken for its body.
type shown struct {
	words, furniture, linked int32
	told                     int32  // words beside captions
	text                     string // the letters of the headline and of a short page's body
	heads                    int    // headlines of other articles between its first and last block
}

func (v *view) shown() (s shown) {
	from, to := len(v.kinds), -1
	for i, k := range v.kinds {
		if !k.Body() {
			continue
		}
		b := &v.blocks[i]
		from, to = min(from, i), i
		s.words += b.m.words
		s.furniture += v.facts[i].furniture
		if b.linked*10 > b.m.chars*8 {
			s.linked += b.m.words
		}
		if !b.within.has(tagFigure) && !b.within.has(tagFigcaption) && (b.own|b.near)&hintCaption == 0 {
			s.told += b.m.words
		}
	}
	if s.words < 2*shortPage {
		s.text = v.openText()
	}
	if v.lists() {
		from, to = v.title+1, len(v.kinds)-1
	}
	for i := from; i <= to; i++ {
		if b := &v.blocks[i]; b.linked*10 > b.m.chars*8 && b.m.words >= 4 && v.nodes[b.box].tag.heading() && i != v.title {
			s.heads++
		}
	}
	return s
}

// openText returns the letters of the headline and the body.
func (v *view) openText() string {
	var text strings.Builder
	for i, k := range v.kinds {
		if k.Body() || i == v.title {
			text.WriteString(letters(v.line(v.blocks[i].from, v.blocks[i].to)))
		}
	}
	return text.String()
}

// lists reports whether the page says that it is a list of others.
func (v *view) lists() bool {
	switch v.state.page {
	case "CollectionPage", "SearchResultsPage", "ProfilePage":
		return true
	}
	return v.head.meta("og:type") == "profile"
}

// refuse says why a page is not an article, or nil. It speaks only where there
// is no doubt: a short article is an article.
func (v *view) refuse() error {
	s := v.shown()
	if why := v.notArticle(&s); why != "" {
		return fmt.Errorf("%s: %w", why, nutgraf.ErrNotArticle)
	}
	return nil
}

func (v *view) notArticle(s *shown) string {
	switch {
	case s.told < caption && v.pageKind() != "":
		return v.pageKind()
	case s.words == 0 && v.consents(), s.words < shortPage*2 && wall("consent", s.text) > 1, s.words < shortPage && isTitle("consent", v.pageTitles()):
		return "a consent wall stands before the article"
	case s.words < shortPage && (isTitle("error", v.pageTitles()) || !v.state.found && wall("wall", s.text) > 0):
		return "an error page"
	case s.words == 0 && v.links() > 30 || s.linked*3 > s.words*2 && v.links() > 20 && !v.claimsArticle():
		return "a page of links"
	case s.words == 0:
		return "no text of an article in it"
	case s.words < shortPage && s.furniture*4 > s.words && v.consents():
		return "a consent wall stands before the article"
	case v.front(s):
		return "a section front"
	}
	return ""
}

const (
	caption   = 40  // words below which the text of a video or a gallery is no article beside it
	shortPage = 120 // words below which a page may be an error page or a wall
)

// pageKind names what a page says it is about when that is no text.
func (v *view) pageKind() string {
	kind := strings.ToLower(v.head.meta("og:type"))
	switch {
	case v.state.found && v.state.kind != "CreativeWork":
		return ""
	case v.state.media == "VideoObject" || strings.HasPrefix(kind, "video") || v.filed("video"):
		return "a video page"
	case v.state.media != "" || kind == "gallery" || strings.HasSuffix(kind, ":gallery") || v.filed("pictures"):
		return "a gallery"
	}
	return ""
}

// filed reports whether a part of the page's address is of a group.
func (v *view) filed(group string) bool {
	_, path, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(v.address(), "https://"), "http://"), "/")
	parts := strings.Split(path, "/")
	for _, p := range parts[:len(parts)-1] {
		if slices.Contains(refusals[group], letters(p)) {
			return true
		}
	}
	return false
}

// pageTitles are the titles of the page, whatever it is that the page shows.
func (v *view) pageTitles() []string {
	return []string{letters(v.settleTitle()), letters(stripSite(v.head.title, "", v.site))}
}

// isTitle reports whether one of the titles is of a group, but for a few letters
// such as those of an outlet's name.
func isTitle(group string, titles []string) bool {
	for _, t := range titles {
		for _, w := range refusals[group] {
			rest := utf8.RuneCountInString(t) - utf8.RuneCountInString(w)
			if t == w || rest > 0 && rest <= maxTitleRest && len(w) > 3 && (strings.HasPrefix(t, w) || strings.HasSuffix(t, w)) {
				return true
			}
		}
	}
	return false
}

// maxTitleRest is the letters that the title of an error page may have besides.
const maxTitleRest = 16

// wall counts the sentences of a group in a text.
func wall(group, text string) (n int) {
	for _, w := range refusals[group] {
		if strings.Contains(text, w) {
			n++
		}
	}
	return n
}

// consents reports whether the page asks for consent before anything else.
func (v *view) consents() bool {
	n, all := int32(0), int32(0)
	for i := range v.blocks {
		n += v.facts[i].furniture
		all += v.blocks[i].m.words
	}
	return all > 20 && n*8 > all
}

// links counts the blocks that are links.
func (v *view) links() int {
	n := 0
	for i := range v.blocks {
		if b := &v.blocks[i]; b.linked*10 > b.m.chars*8 {
			n++
		}
	}
	return n
}

// front reports whether the page is a section front: it calls itself no
// article, states no date of its own, and its text is a small part of a page
// of headlines, or comes in small pieces between them.
func (v *view) front(s *shown) bool {
	if v.claimsArticle() {
		return false
	}
	long := 0
	for i := range v.blocks {
		if b := &v.blocks[i]; b.linked*10 > b.m.chars*8 && b.m.words >= 5 {
			long++
		}
	}
	return s.heads >= minHeads && s.words < int32(s.heads)*teaserWords || long > 25 && (s.words < 40 || s.words < 400 && v.rootAddress())
}

const (
	minHeads    = 5  // headlines of other articles that a front has at least
	teaserWords = 60 // words that stand beneath each at most
)

// claimsArticle reports whether the page calls itself an article. Of one that
// calls itself a list as well, the JSON-LD speaks; templates say the rest of all.
func (v *view) claimsArticle() bool {
	return v.state.found || !v.lists() && (strings.HasPrefix(v.head.meta("og:type"), "article") || v.head.meta("article:published_time", "datepublished") != "")
}

// rootAddress reports whether the page's address is that of its host.
func (v *view) rootAddress() bool {
	a := v.address()
	if i := strings.Index(a, "://"); i >= 0 {
		a = a[i+3:]
	}
	i := strings.IndexByte(a, '/')
	return a != "" && (i < 0 || i == len(a)-1)
}
