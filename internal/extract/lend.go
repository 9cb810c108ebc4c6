package extract

import "nutgraf"

// lent is the text of an article that the page does not show, as a page of its
// own: its JSON-LD, or the state that a script would put on the page, holds it.
type lent struct {
	*view
	layer *layer
	from  string // where it stands, in words
}

const (
	minLent   = 300 // characters below which a text is not worth lending
	lentTimes = 4   // by how much a lent text has to outweigh the body that is shown
	lentAlike = 0.6 // share of a block's words in the JSON-LD's body from which it is a part of that
	lentTitle = 0.5 // share of the words of its title that a text must have to belong to the page
)

// borrow finds the article's text where the page shows next to none of it, and
// takes it for the body that was found; nil where the page shows its text.
func (v *view) borrow() *lent {
	shown, known := int32(0), int32(0)
	for i, k := range v.kinds {
		if k.Body() {
			shown += v.blocks[i].m.chars
			if v.facts[i].body >= lentAlike {
				known += v.blocks[i].m.chars
			}
		}
	}
	if shown >= minLent && known*2 < shown || isTitle("error", v.pageTitles()) {
		return nil
	}
	l := v.stated(shown)
	for _, find := range []func() *lent{v.written, v.kept} {
		if l == nil && shown < minLent && v.claimsArticle() {
			l = find()
		}
	}
	if l == nil {
		return nil
	}
	for i, k := range v.kinds {
		if k.Body() {
			v.kinds[i] = ""
		}
	}
	return l
}

// stated lends the body that the JSON-LD gives of the page's own article.
func (v *view) stated(shown int32) *lent {
	s := &v.state
	if s.kind == "CreativeWork" || s.kind == "Review" || s.bodyAt.to-s.bodyAt.from < max(minLent, int(shown)*lentTimes) {
		return nil
	}
	l := lend("the article's body in the JSON-LD", unquoted(v.src, s.bodyAt))
	if chars := l.body().chars; chars < minLent || chars < shown*lentTimes || !s.own && !v.speaksOf(l) {
		return nil
	}
	return l
}

// lend reads a layer as a page.
func lend(from string, x *layer) *lent {
	x = x.marked()
	l := &lent{view: newView(grow(x.text), statement{}, nil), layer: x, from: from}
	l.kinds = make([]nutgraf.BlockKind, len(l.blocks))
	for i := range l.blocks {
		switch b, f := &l.blocks[i], &l.facts[i]; {
		case b.m.words == 0:
		case b.m.words < sentenceWords*2 && f.cues&(cueRelated|cuePromo|cueAd|cueShare) != 0:
			l.kinds[i] = nutgraf.Promo
		default:
			l.kinds[i] = l.bodyKind(i)
		}
	}
	return l
}

// body measures the lent body.
func (l *lent) body() (m measure) {
	for i, k := range l.kinds {
		if k.Body() {
			m.add(l.blocks[i].m)
		}
	}
	return m
}

// speaksOf reports whether a lent text has the words of the page's title.
func (v *view) speaksOf(l *lent) bool {
	text := &hashSet{}
	var hashes []uint32
	for i := range l.blocks {
		hashes = l.hashes(hashes[:0], &l.blocks[i])
		for _, h := range hashes {
			text.add(h)
		}
	}
	title := wordSet(v.settleTitle())
	n := 0
	for h := range title.full {
		if text.has(h) {
			n++
		}
	}
	return len(title.full) > 0 && float64(n) >= lentTitle*float64(len(title.full))
}
