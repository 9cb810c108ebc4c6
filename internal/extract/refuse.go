package extract

import (
	"fmt"
	"strings"

	"nutgraf"
)

// refuse says why a page is not an article, or nil. It speaks only where there
// is no doubt: a short article is an article.
func (v *view) refuse(kinds []nutgraf.BlockKind) error {
	words, furniture, linked := int32(0), int32(0), int32(0)
	for i, k := range kinds {
		if k.Body() {
			if b := &v.blocks[i]; b.linked*10 > b.m.chars*8 {
				linked += b.m.words
			}
			words += v.blocks[i].m.words
			furniture += v.facts[i].furniture
		}
	}
	title := v.pageTitle()
	switch {
	case words < caption && v.pageKind() != "":
		return fmt.Errorf("%s: %w", v.pageKind(), nutgraf.ErrNotArticle)
	case words == 0 && v.consents():
		return fmt.Errorf("a consent wall stands before the article: %w", nutgraf.ErrNotArticle)
	case words < 120 && isErrorTitle(title):
		return fmt.Errorf("an error page: %w", nutgraf.ErrNotArticle)
	case words == 0 && v.links() > 30 || linked*3 > words*2 && v.links() > 20 && !v.claimsArticle():
		return fmt.Errorf("a page of links: %w", nutgraf.ErrNotArticle)
	case words == 0:
		return fmt.Errorf("no text of an article in it: %w", nutgraf.ErrNotArticle)
	case words < 150 && furniture*4 > words && v.consents():
		return fmt.Errorf("a consent wall stands before the article: %w", nutgraf.ErrNotArticle)
	case v.front(words):
		return fmt.Errorf("a section front: %w", nutgraf.ErrNotArticle)
	}
	return nil
}

// pageTitle is the title of the page in lower case, whatever it is that the page shows.
func (v *view) pageTitle() string { return strings.ToLower(first(v.settleTitle(), v.head.title)) }

// caption is the length in words below which the text of a video or a gallery is
// no article beside it.
const caption = 40

// pageKind names what a page says it is about when that is no text.
func (v *view) pageKind() string {
	kind := strings.ToLower(v.head.meta("og:type"))
	switch {
	case v.state.found && v.state.kind != "CreativeWork":
		return ""
	case v.state.media == "VideoObject" || strings.HasPrefix(kind, "video"):
		return "a video page"
	case v.state.media != "" || kind == "gallery" || strings.HasSuffix(kind, ":gallery"):
		return "a gallery"
	}
	return ""
}

// isErrorTitle reports whether a title is that of an error page.
func isErrorTitle(title string) bool {
	for _, w := range []string{
		"404", "403", "page not found", "not found", "access denied", "forbidden", "just a moment", "attention required",
		"are you a robot", "seite nicht gefunden", "page introuvable", "página no encontrada", "error 50", "service unavailable",
	} {
		if strings.HasPrefix(title, w) || strings.HasSuffix(title, " "+w) {
			return true
		}
	}
	return false
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
// of headlines.
func (v *view) front(words int32) bool {
	if v.claimsArticle() {
		return false
	}
	long := 0
	for i := range v.blocks {
		if b := &v.blocks[i]; b.linked*10 > b.m.chars*8 && b.m.words >= 5 {
			long++
		}
	}
	return long > 25 && (words < 40 || words < 400 && v.rootAddress())
}

// claimsArticle reports whether the page calls itself an article.
func (v *view) claimsArticle() bool {
	return v.state.found || strings.HasPrefix(v.head.meta("og:type"), "article") || v.head.meta("article:published_time", "datepublished") != ""
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
