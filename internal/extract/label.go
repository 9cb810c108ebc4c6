package extract

import (
	"strings"

	"nutgraf"
)

// label names the kind of every block; the empty kind is left out of the text.
// The verdicts decide what is body; what stands around the body is named by
// where it stands, by the words of its attributes and by how it begins.
func (v *view) label() []nutgraf.BlockKind {
	kinds := make([]nutgraf.BlockKind, len(v.blocks))
	from, to := -1, -1
	veto, bar := v.vetoes(), v.bar()
	for i := range v.blocks {
		if v.facts[i].p > bar && i != v.title && !v.shouts(i) && !v.vetoed(i, veto) && !v.doubled(i, kinds) {
			kinds[i] = v.bodyKind(i)
			if from < 0 {
				from = i
			}
			to = i
			if furniture := v.reads(i); furniture != "" {
				kinds[i] = furniture
			}
		}
	}
	if v.title >= 0 {
		kinds[v.title] = nutgraf.Headline
	}
	if from < 0 {
		return kinds
	}
	v.fillLists(kinds, from, to, veto)
	v.setBios(kinds, from, to)
	from = v.unstand(kinds, from, to)
	start := from
	if v.title >= 0 && v.title < from && from-v.title < 60 {
		start = v.title
	}
	lead := from // where the heart of the body begins
	if v.heart.from > from && v.heart.from < min(to, from+12) {
		lead = v.heart.from
	}
	for i := start; i < len(v.blocks) && i <= to+tailBlocks; i++ {
		if kinds[i] == "" && v.belongs(i, lead, to) {
			kinds[i] = v.sideKind(i, lead, to)
		}
	}
	return kinds
}

// fillLists takes the short items that are missing of a list in the body: one that
// a paragraph with a colon leads to, or of which another item was taken.
func (v *view) fillLists(kinds []nutgraf.BlockKind, from, to int, veto hints) {
	for i := from + 1; i <= to; i++ {
		if kinds[i] != "" || !v.item(i, veto) {
			continue
		}
		list := v.facts[i].kin
		first := i
		for first > from && v.facts[first-1].kin == list {
			first--
		}
		end := i + 1
		for end < len(v.blocks) && v.facts[end].kin == list {
			end++
		}
		taken := kinds[first-1].Body() && v.blocks[first-1].m.last == ':'
		for k := first; k < end; k++ {
			taken = taken || kinds[k].Body()
			if kinds[k] == "" && !v.item(k, veto) {
				taken = false
				break
			}
		}
		for k := first; k < end && taken; k++ {
			kinds[k] = nutgraf.List
		}
		i = end - 1
	}
}

// item reports whether a block is the item of a list and might be of the body:
// no link, no hint against it.
func (v *view) item(i int, veto hints) bool {
	b := &v.blocks[i]
	list := v.nodes[b.parent].tag
	return v.nodes[b.box].tag == tagLI && (list == tagUL || list == tagOL) && v.inside(&v.heart, i) && b.linked == 0 && b.m.words > 0 &&
		!b.apart && (b.own|b.near)&(veto|outside|hintTags|hintRelated|hintMeta|hintBox) == 0 && b.far&(hintBox|hintRelated) == 0 && v.facts[i].cues&(cueShare|cueAd) == 0 && !b.within.has(tagAside)
}

// setBios takes out of the body's end what tells who the author is: a paragraph in
// an element that calls itself the author's, or below a name with which it begins.
func (v *view) setBios(kinds []nutgraf.BlockKind, from, to int) {
	inside, all := int32(0), int32(0)
	for i := from; i <= to; i++ {
		if kinds[i].Body() {
			all += v.blocks[i].m.words
			if (v.blocks[i].own|v.blocks[i].near)&(hintBio|hintByline) != 0 {
				inside += v.blocks[i].m.words
			}
		}
	}
	believed := float32(inside) < maxVeto*float32(all)
	left := bioParagraphs
	for i := to; i > from && left > 0; i-- {
		if !kinds[i].Body() {
			continue
		}
		left--
		b := &v.blocks[i]
		if kinds[i] == nutgraf.Paragraph && (believed && (b.own|b.near)&(hintBio|hintByline) != 0 || v.underName(i)) {
			kinds[i] = nutgraf.Tail
		}
	}
}

// underName reports whether a paragraph begins with the words of the line above it
// when that looks like a name and no more.
func (v *view) underName(i int) bool {
	above := &v.blocks[i-1]
	if above.within&noByline != 0 || (above.own|above.near)&hintCaption != 0 || above.m.words < 2 || above.m.words > 4 || above.m.caps != above.m.words || v.nodes[above.box].tag == tagLI || v.nodes[above.box].tag.heading() || above.strong*2 > above.m.chars {
		return false
	}
	name := letters(v.line(above.from, above.to))
	return name != "" && strings.HasPrefix(letters(v.line(v.blocks[i].from, v.blocks[i].to)), name)
}

// bioParagraphs is how many of the body's last blocks may tell of the author.
const bioParagraphs = 3

// bar is the probability above which a block is taken for body. It is lowered
// step by step on a page where hardly a word would stand.
func (v *view) bar() float32 {
	for bar := float32(0.5); bar > 0.15; bar -= 0.1 {
		words := int32(0)
		for i := range v.blocks {
			if v.facts[i].p > bar && i != v.title {
				words += v.blocks[i].m.words
			}
		}
		if words >= fewWords {
			return bar
		}
	}
	return 0.5
}

// fewWords is the length of body below which an extraction is doubted.
const fewWords = 25

// never are the hints that overrule the verdict on a block: what calls itself
// so on the block or the two elements around it is not body. They are too rare
// in the training pages for the trees to rely on them.
const never = hintPromo | hintHidden | hintEmbed | hintCaption | hintOff

// maxVeto is the share of the body's words above which a hint is not believed:
// there are pages whose whole article stands in a "premium" box.
const maxVeto = 0.3

// doubled reports whether the body has the words of block i already: pages hold
// some paragraphs twice, in two places, for wide and for narrow screens.
func (v *view) doubled(i int, kinds []nutgraf.BlockKind) bool {
	f := &v.facts[i]
	return f.repeat > 0 && v.blocks[i].m.words >= minDouble && kinds[f.twin].Body() && v.facts[f.twin].kin != f.kin
}

// shouts reports whether a block is nothing but a link in capitals, which leads
// to another article.
func (v *view) shouts(i int) bool {
	b := &v.blocks[i]
	if b.linked < b.m.chars || b.m.words < 4 || v.nodes[b.box].tag.heading() {
		return false
	}
	s := v.line(b.from, b.to)
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// reads returns the kind of a line that reads as a pointer to another article, as
// an appeal, as a caption or as a credit under a picture, whatever surrounds it, or "".
func (v *view) reads(i int) nutgraf.BlockKind {
	b := &v.blocks[i]
	if b.m.words > maxPointer || b.m.last != ')' && v.facts[i].cues&(cueRelated|cuePromo|cueCredit) == 0 {
		return ""
	}
	line := v.line(b.from, b.to)
	switch k := furnitureKind(line); {
	case k == nutgraf.Related, k == nutgraf.Caption, k == nutgraf.Promo && v.facts[i].cues&cuePromo != 0:
		return k
	case captionLike(line):
		return nutgraf.Caption
	}
	return ""
}

// maxPointer is the words of the longest line that is read so.
const maxPointer = 25

// minDouble is the length in words from which a repeated block is a copy and
// no refrain.
const minDouble = 25

// vetoes returns the hints of never that are believed on this page.
func (v *view) vetoes() hints {
	var words [64]int32
	total := int32(0)
	for i := range v.blocks {
		if v.facts[i].p <= 0.5 {
			continue
		}
		b := &v.blocks[i]
		total += b.m.words
		for set, k := uint64((b.own|b.near)&never), 0; set != 0; set, k = set>>1, k+1 {
			if set&1 != 0 {
				words[k] += b.m.words
			}
		}
	}
	var believed hints
	for k, n := range words {
		if float32(n) < maxVeto*float32(total) {
			believed |= 1 << k
		}
	}
	return believed & never
}

// vetoed reports whether a hint or a header of the article overrules the
// verdict on block i.
func (v *view) vetoed(i int, veto hints) bool {
	b := &v.blocks[i]
	return (b.own|b.near)&veto != 0 || b.within.has(tagHeader) && v.facts[i].p < 0.97 && !v.inside(&v.heart, i)
}

// unstand takes the standfirst out of the body: what its attributes call so
// before the heart of the body begins. It returns where the body begins now.
func (v *view) unstand(kinds []nutgraf.BlockKind, from, to int) int {
	for i := from; i < min(v.heart.from, to); i++ {
		if kinds[i].Body() && v.blocks[i].own&hintStandfirst != 0 && !v.inside(&v.heart, i) {
			kinds[i] = nutgraf.Standfirst
		}
	}
	for from < to && !kinds[from].Body() {
		from++
	}
	return from
}

// tailBlocks is how many blocks behind the body are looked at for its tail.
const tailBlocks = 16

// bodyKind names the kind of a block of the body.
func (v *view) bodyKind(i int) nutgraf.BlockKind {
	b := &v.blocks[i]
	t := v.nodes[b.box].tag
	switch {
	case t.heading():
		return nutgraf.Subhead
	case b.within.has(tagBlockquote):
		return nutgraf.Quoted
	case b.within.has(tagLI) || t == tagTD || t == tagTR || t == tagDD || t == tagDT:
		return nutgraf.List
	case b.m.words <= 12 && b.strong*10 >= b.m.chars*9 && b.m.stops == 0 && b.m.last != ':':
		return nutgraf.Subhead
	}
	return nutgraf.Paragraph
}

// outside are the hints of what is not part of an article, whatever it says.
const outside = hintNav | hintFooter | hintShare | hintConsent | hintSearch | hintComment | hintOff | hintHidden

// belongs reports whether a block that is no body stands with the article: in
// the element that holds it, or between its headline and its beginning.
func (v *view) belongs(i, from, to int) bool {
	b := &v.blocks[i]
	for _, t := range []tag{tagNav, tagForm, tagButton} {
		if b.within.has(t) {
			return false
		}
	}
	if b.m.words == 0 || b.m.words > 400 || (b.own|b.near)&outside != 0 && (b.own|b.near)&(hintCaption|hintByline|hintEmbed) == 0 {
		return false
	}
	if v.facts[i].cues&cueShare != 0 && b.m.words < 6 {
		return false
	}
	if i < from {
		return !b.within.has(tagAside)
	}
	return v.inside(&v.heart, i) || i > to && i <= to+6 && b.box < v.ward() && (b.own|b.near)&(hintRelated|hintBio|hintNote|hintTags) != 0
}

// ward is the node behind the article element that holds the body's heart, or
// behind the heart itself where there is none.
func (v *view) ward() int32 {
	for n := v.heart.root; n > 0; n = v.nodes[n].parent {
		if v.nodes[n].tag == tagArticle {
			return v.nodes[n].last
		}
	}
	return v.heart.last
}

// sideKind names the kind of a block that stands with the body but is none of it.
func (v *view) sideKind(i, from, to int) nutgraf.BlockKind {
	b, f := &v.blocks[i], &v.facts[i]
	close := b.own | b.near
	switch {
	case f.cues&cueAd != 0 && b.m.words <= 2:
		return nutgraf.Promo
	case b.within.has(tagFigcaption) || close&hintCaption != 0 || b.within.has(tagFigure),
		f.cues&cueCredit != 0 && b.m.words < 40 && close&(hintImage|hintCredit) != 0:
		return nutgraf.Caption
	case close&hintEmbed != 0 || f.cues&cueEmbed != 0 || b.within.has(tagBlockquote):
		return nutgraf.Embed
	case f.cues&cueNote != 0 && (close&hintNote != 0 || b.m.stops > 0):
		return nutgraf.Correction
	case v.datelike(b, f):
		return nutgraf.Dateline
	case v.bylike(i, from):
		return nutgraf.Byline
	case close&(hintPromo|hintGate|hintAd) != 0 || f.cues&(cuePromo|cueAd) != 0:
		return nutgraf.Promo
	case close&(hintRelated|hintTeaser) != 0 || f.cues&cueRelated != 0 || b.linked*10 > b.m.chars*7:
		return v.linkKind(i, from, to)
	case i < from:
		return v.leadKind(i)
	case i > to:
		return nutgraf.Tail
	case close&(hintImage|hintCredit|hintVideo) != 0:
		return nutgraf.Caption
	}
	return nutgraf.Promo
}

// linkKind names a line of links: nothing before the body, the tail's tags, or
// a pointer to other articles.
func (v *view) linkKind(i, from, to int) nutgraf.BlockKind {
	b := &v.blocks[i]
	switch {
	case i < from:
		return ""
	case i > to && (b.own|b.near)&hintTags != 0:
		return nutgraf.Tail
	case i > to+6:
		return ""
	}
	return nutgraf.Related
}

// leadKind names a line between the headline and the body.
func (v *view) leadKind(i int) nutgraf.BlockKind {
	b, f := &v.blocks[i], &v.facts[i]
	switch {
	case b.m.words < 4:
		return ""
	case (b.own|b.near)&hintStandfirst != 0 || f.summary >= 0.8 || v.nodes[b.box].tag.heading() || b.m.words >= 8 && b.linked == 0:
		return nutgraf.Standfirst
	}
	return ""
}

// datelike reports whether a block is a line that gives the date.
func (v *view) datelike(b *block, f *fact) bool {
	if b.m.words > 16 || b.m.digits < 3 {
		return false
	}
	if (b.own|b.near)&hintDate == 0 && f.cues&cueDate == 0 && !b.within.has(tagTime) && b.m.words > 7 {
		return false
	}
	_, ok := parseMoment(v.line(b.from, b.to), false)
	return ok
}

// bylike reports whether a block is a byline.
func (v *view) bylike(i, from int) bool {
	b := &v.blocks[i]
	if b.m.words > 24 || b.m.stops > 1 || i > from+2 && (b.own|b.near)&hintBio != 0 {
		return false
	}
	return v.bylineScore(i) >= 5
}
