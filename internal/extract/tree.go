package extract

import "bytes"

// node is an element or a text of the page. Nodes stand in document order, so
// that the descendants of node i are the nodes from i+1 up to its last.
type node struct {
	tag        tag
	hints      hints // by its own class, id, role and the like
	parent     int32
	last       int32  // index behind the last descendant
	start, end int32  // bytes of the start tag, or of the text
	class      uint32 // fingerprint of tag and class
}

// tree is a page as a flat list of nodes, with what its head and its
// attributes say of the article.
type tree struct {
	src   []byte // the page in UTF-8
	nodes []node
	head  head
	cut   bool // the page has more than maxNodes
}

// grower builds a tree from the stream of tokens. It keeps, for each tag, the
// stack position of its innermost open element, so that no end tag has to
// search: the time is linear in the page whatever it holds.
type grower struct {
	*tree
	s       scanner
	open    []opened
	inner   [tagCount]int32 // stack position of the innermost open element, 0 for none
	breaker int32           // stack position of the innermost open element that breaks lines
	cell    int32           // stack position of the innermost open table cell, caption or table
	memo    map[string]hints
	skip    int32 // stack position of the outermost element whose text is skipped
	skipped int   // open divisions inside it, which are no nodes
}

type opened struct {
	node                        int32
	tag                         tag
	inner, breaker, cell, skipd int32 // what to restore when it closes
}

// maxDepth bounds the stack of open elements; deeper elements are laid flat.
const maxDepth = 512

// maxNodes bounds the elements and texts that are read of one page, and with
// them the memory that it takes; no page of news comes near it.
const maxNodes = 1 << 21

// maxTitle is the bytes of a page's title that are read; titles are looked at
// part by part.
const maxTitle = 1 << 11

func grow(src []byte) *tree {
	t := &tree{src: src, nodes: make([]node, 0, 64+len(src)/40)}
	g := &grower{tree: t, s: scanner{src: src}, memo: make(map[string]hints, 64)}
	g.push(tagOther, 0, 0)
	for kind := g.s.next(); kind != endToken; kind = g.s.next() {
		if len(g.nodes) >= maxNodes {
			t.cut = true
			break
		}
		switch kind {
		case textToken:
			g.text()
		case openToken:
			g.start()
		case closeToken:
			g.end()
		}
	}
	for len(g.open) > 0 {
		g.pop()
	}
	return t
}

func (g *grower) text() {
	parent := g.open[len(g.open)-1]
	switch parent.tag {
	case tagScript:
		g.head.script(stretch{g.s.from, g.s.to})
		return
	case tagTitle:
		if g.head.title == "" && g.inner[tagSvg] == 0 {
			g.head.title = cleanLine(bytes.ToValidUTF8(g.src[g.s.from:min(g.s.to, g.s.from+maxTitle)], nil))
		}
		return
	}
	if g.skip != 0 {
		return
	}
	g.nodes = append(g.nodes, node{
		tag: tagText, parent: parent.node, last: int32(len(g.nodes) + 1),
		start: int32(g.s.from), end: int32(g.s.to),
	})
}

func (g *grower) start() {
	t, a := tagOf(g.s.name), &g.s.attrs
	drawn := g.s.self && g.inner[tagSvg] != 0 // in a drawing any element may close itself
	if drawn {
		g.s.raw = ""
	}
	g.imply(t)
	switch t {
	case tagMeta, tagLink, tagHTML, tagScript:
		g.head.tag(t, a)
	}
	if t == tagVoid || t == tagMeta || t == tagLink {
		if t == tagMeta && len(a.itemprop) > 0 {
			g.head.prop(a.itemprop, a.content, int32(len(g.nodes)))
		}
		return
	}
	if (t == tagHTML || t == tagBody) && g.inner[t] != 0 {
		return
	}
	if g.skip != 0 && t != tagScript && t != tagTitle && t != tagSvg && t != tagSkip && g.open[g.skip].tag != t {
		if t == tagDiv {
			g.skipped++
		}
		return
	}
	g.push(t, g.s.from, g.s.to)
	n := &g.nodes[len(g.nodes)-1]
	g.describe(n)
	if t.is(void) || drawn || (g.s.self && (t == tagSvg || t == tagCustom || t == tagOther)) || len(g.open) > maxDepth {
		g.pop()
	}
}

// describe notes the hints and witnesses that an element's attributes give.
func (g *grower) describe(n *node) {
	a := &g.s.attrs
	n.hints = g.hintsOf(n.tag)
	if n.hints&hintPopup != 0 && n.tag.is(phrase) && g.nodes[n.parent].hints&hintPopup != 0 && n.parent+2 < int32(len(g.nodes)) {
		n.hints |= hintSpoken // behind the word that it explains
	}
	n.class = fingerprint(n.tag, a.class)
	i := int32(len(g.nodes) - 1)
	if len(a.itemprop) > 0 {
		g.head.prop(a.itemprop, firstBytes(a.content, a.datetime), i)
	}
	if n.tag == tagTime || len(a.datetime) > 0 {
		g.head.time(a, i)
	}
}

// imply closes the elements that a start tag ends without saying so.
func (g *grower) imply(t tag) {
	switch {
	case t == tagLI:
		g.closeTo(tagLI, max(g.inner[tagUL], g.inner[tagOL]))
	case t == tagDT || t == tagDD:
		g.closeTo(tagDT, g.inner[tagDL])
		g.closeTo(tagDD, g.inner[tagDL])
	case t == tagTD:
		g.closeTo(tagTD, g.inner[tagTable])
	case t == tagTR:
		g.closeTo(tagTR, g.inner[tagTable])
	case t == tagTbody:
		g.closeTo(tagTbody, g.inner[tagTable])
	case t == tagBody:
		g.closeTo(tagHead, 0)
	case t == tagA:
		g.closePhrase(tagA)
	}
	if g.inner[tagHead] != 0 && g.inner[tagSkip] == 0 && !inHead(t) {
		g.closeTo(tagHead, 0)
	}
	if t.is(breaks) && t != tagBr {
		g.closeTo(tagP, g.cell)
	}
	if t.heading() && g.open[len(g.open)-1].tag.heading() {
		g.pop()
	}
}

// closeTo pops the innermost element of tag t, and what is open in it, when it
// was opened above the stack position floor.
func (g *grower) closeTo(t tag, floor int32) {
	at := g.inner[t]
	if at == 0 || at <= floor {
		return
	}
	for int32(len(g.open)) > at {
		g.pop()
	}
}

// closePhrase closes a formatting element. One that was opened outside the
// present block ends here without closing the block.
func (g *grower) closePhrase(t tag) {
	at := g.inner[t]
	if at > g.breaker {
		g.closeTo(t, 0)
	} else if at > g.cell {
		n := &g.nodes[g.open[at].node]
		n.last = int32(len(g.nodes))
		g.inner[t] = g.open[at].inner
	}
}

func inHead(t tag) bool {
	switch t {
	case tagHead, tagMeta, tagLink, tagScript, tagSkip, tagTitle, tagHTML, tagVoid:
		return true
	}
	return false
}

func (g *grower) end() {
	t := tagOf(g.s.name)
	if g.skip != 0 && t != g.open[g.skip].tag && t != g.open[len(g.open)-1].tag {
		if t != tagDiv {
			return
		}
		if g.skipped--; g.skipped >= 0 {
			return
		}
	}
	switch {
	case t == tagBr:
		g.push(tagBr, g.s.to, g.s.to)
		g.pop()
	case t.is(void) || t == tagBody || t == tagHTML:
	case t.is(phrase):
		g.closePhrase(t)
	case t.heading():
		for h := tagH1; h <= tagH6; h++ {
			g.closeTo(h, g.cell)
		}
	case t == tagTD || t == tagTR || t == tagTbody || t == tagTable || t == tagCaption:
		g.closeTo(t, 0)
	case t == tagOther || t == tagCustom:
		if g.open[len(g.open)-1].tag == t && len(g.open) > 1 {
			g.pop()
		}
	default:
		g.closeTo(t, g.cell)
	}
}

func (g *grower) push(t tag, from, to int) {
	depth := int32(len(g.open))
	parent := int32(-1)
	if depth > 0 {
		parent = g.open[depth-1].node
	}
	n := int32(len(g.nodes))
	g.nodes = append(g.nodes, node{tag: t, parent: parent, start: int32(from), end: int32(to)})
	g.open = append(g.open, opened{n, t, g.inner[t], g.breaker, g.cell, g.skip})
	if depth == 0 {
		return
	}
	g.inner[t] = depth
	if t.is(breaks) {
		g.breaker = depth
	}
	if t == tagTD || t == tagTable || t == tagCaption {
		g.cell = depth
	}
	if t.is(skips) && g.skip == 0 {
		g.skip, g.skipped = depth, 0
	}
}

func (g *grower) pop() {
	o := g.open[len(g.open)-1]
	g.open = g.open[:len(g.open)-1]
	if g.nodes[o.node].last == 0 {
		g.nodes[o.node].last = int32(len(g.nodes))
	}
	g.inner[o.tag], g.breaker, g.cell, g.skip = o.inner, o.breaker, o.cell, o.skipd
}

// fingerprint is a hash of a tag and its class attribute.
func fingerprint(t tag, class []byte) uint32 {
	h := uint32(2166136261) ^ uint32(t)
	for i := 0; i < len(class); i++ {
		h = (h ^ uint32(class[i])) * 16777619
	}
	return h
}

func tagOf(name []byte) tag {
	if t, known := tagNames[string(name)]; known {
		return t
	}
	if bytes.IndexByte(name, '-') > 0 {
		return tagCustom
	}
	return tagOther
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

func firstBytes(a, b []byte) []byte {
	if len(a) > 0 {
		return a
	}
	return b
}
