package extract

import (
	"slices"
	"strings"
)

// findTitle settles which block is the headline: the one that covers the
// stated titles best, headings before others and the first before the rest.
// words is the number of different words that the stated titles have.
func (v *view) findTitle(words int) {
	best := float32(0.45)
	whole, parts := v.wholeTitles()
	sole := v.soleHeading()
	part := -1 // the block taken is a part of the page's title
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		if b.m.words > 60 || b.m.words == 0 || b.within.has(tagNav) || b.within.has(tagFooter) {
			continue
		}
		h1, heading := b.within.has(tagH1), v.nodes[b.box].tag.heading()
		s := f.title * min(1, float32(b.m.words)/float32(max(1, min(words, 8))))
		this := -1
		switch {
		case words == 0 && h1:
			s = 0.5
		case f.title > 0 && (h1 || f.title > 0.9):
			l := letters(v.line(b.from, b.to))
			if slices.Contains(whole, l) {
				s += 0.25
			} else if this = slices.Index(parts, l); this >= 0 && (heading || b.own&hintTitle != 0) && part >= 0 && part != this {
				s += 0.5 // what came before was the outlet's name
			}
		}
		switch {
		case i == sole && f.title > 0:
			s += 0.5
			if b.m.words == 1 && b.m.chars < 10 {
				s -= 0.25 // rather a name
			}
		case h1:
			s += 0.35
		case heading:
			s += 0.1
		case s < 0.6:
			continue
		}
		if b.own&hintTitle != 0 {
			s += 0.05
			if heading && b.own&(hintPost|hintArticle) != 0 && f.title > 0.9 {
				s += 0.5 // calls itself the title of the post, not of the pages
			}
		}
		if (b.own|b.near)&veils != 0 || !heading && b.linked == b.m.chars {
			s -= 0.3 // not shown, or a line of a list that leads to this article
		}
		if s > best+0.02 {
			best, v.title, part = s, i, this
		}
	}
}

// soleHeading is the block of the only heading of the first rank on the page,
// or -1.
func (v *view) soleHeading() int {
	at := -1
	for i := range v.blocks {
		if b := &v.blocks[i]; b.within.has(tagH1) && !b.within.has(tagNav) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// wholeTitles returns, as letters, the stated titles without the name of their
// outlet, and the parts of the page's title, one of which may be that name.
func (v *view) wholeTitles() (whole, parts []string) {
	for _, x := range []string{v.state.headline, v.head.meta("og:title"), v.head.meta("twitter:title")} {
		if l := letters(stripSite(x, "", v.site)); l != "" {
			whole = append(whole, l)
		}
	}
	for _, part := range titleParts(v.head.title) {
		parts = append(parts, letters(part))
	}
	return whole, parts
}

// titleParts cuts a title at its last separators: each part, and what stands
// before it.
func titleParts(title string) (parts []string) {
	for front, tail, cut := cutLast(title); cut && len(parts) < maxTitleParts; front, tail, cut = cutLast(front) {
		parts = append(parts, tail, front)
	}
	return parts
}

// maxTitleParts bounds the parts of a title that are looked at.
const maxTitleParts = 24

// cutLast cuts a title at its last separator.
func cutLast(title string) (front, tail string, cut bool) {
	at, size := -1, 0
	for _, sep := range separators {
		if i := strings.LastIndex(title, sep); i > 0 && i > at {
			at, size = i, len(sep)
		}
	}
	if at < 0 {
		return title, "", false
	}
	return strings.TrimSpace(title[:at]), title[at+size:], true
}
