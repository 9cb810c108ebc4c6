package extract

import "math"

// row is the list of a block's features, in a fixed order.
type row struct {
	v     []float32
	names []string // kept only when asked for
	named bool
}

func (r *row) put(name string, v float32) {
	r.v = append(r.v, v)
	if r.named {
		r.names = append(r.names, name)
	}
}

func (r *row) yes(name string, b bool) {
	if b {
		r.put(name, 1)
	} else {
		r.put(name, 0)
	}
}

func logOf(n int32) float32 { return float32(math.Log2(float64(n + 1))) }

func ratio(a, b int32) float32 { return float32(a) / float32(max(b, 1)) }

var hintNames = func() (names [64]string) {
	i := 0
	for _, line := range entries(hintFile) {
		for k := range line {
			if line[k] == '\t' {
				names[i] = line[:k]
				i++
				break
			}
		}
	}
	for _, n := range []string{"off", "itembody", "hash", "authorlink"} {
		names[i] = n
		i++
	}
	return names
}()

const hintCount = 41

// local puts the features that need no verdict on other blocks.
func (v *view) local(r *row, i int) {
	b, f := &v.blocks[i], &v.facts[i]
	v.shape(r, b)
	v.place(r, i)
	v.kinship(r, b, f)
	for k, name := range cueNames {
		r.yes("cue:"+name, f.cues>>k&1 != 0)
	}
	r.put("in-ld-body", f.body)
	r.put("in-summary", f.summary)
	r.put("in-title", f.title)
	r.put("repeat", float32(f.repeat))
	v.neighbour(r, "prev", i-1)
	v.neighbour(r, "next", i+1)
	for k := range hintCount {
		r.yes("own:"+hintNames[k], b.own>>k&1 != 0)
		r.yes("near:"+hintNames[k], b.near>>k&1 != 0)
		r.yes("far:"+hintNames[k], b.far>>k&1 != 0)
	}
}

// shape puts what the text of a block looks like.
func (v *view) shape(r *row, b *block) {
	r.put("chars", logOf(b.m.chars))
	r.put("words", logOf(b.m.words))
	r.put("word-length", ratio(b.m.chars, b.m.words))
	r.put("commas", float32(b.m.commas))
	r.put("stops", float32(b.m.stops))
	r.put("digits", ratio(b.m.digits, b.m.chars))
	r.put("caps", ratio(b.m.caps, b.m.words))
	r.put("quotes", float32(b.m.quotes))
	r.put("other", ratio(b.m.other, b.m.words))
	r.put("links", float32(b.links))
	r.put("linked", ratio(b.linked, b.m.chars))
	r.put("strong", ratio(b.strong, b.m.chars))
	r.put("last", lastMark(b.m.last))
}

func lastMark(r rune) float32 {
	switch r {
	case '.', ' ', '!', '?', '。', '…':
		return 3
	case '"', '”', '»', '\'', '’', '」', '“':
		return 2
	case ':':
		return 1
	case ')':
		return -1
	}
	return 0
}

// place puts where a block stands in the page.
func (v *view) place(r *row, i int) {
	b, f := &v.blocks[i], &v.facts[i]
	t := v.nodes[b.box].tag
	r.yes("p", t == tagP)
	r.yes("div", t == tagDiv || t == tagSection || t == tagArticle || t == tagMain)
	r.yes("custom", t == tagCustom)
	r.yes("li", b.within.has(tagLI))
	r.yes("table", b.within.has(tagTable))
	r.yes("td", t == tagTD)
	level := float32(0)
	if t.heading() {
		level = float32(t-tagH1) + 1
	}
	r.put("heading", level)
	for _, w := range [...]struct {
		name string
		tag  tag
	}{{"nav", tagNav}, {"aside", tagAside}, {"footer", tagFooter}, {"header", tagHeader}, {"article", tagArticle},
		{"main", tagMain}, {"form", tagForm}, {"figure", tagFigure}, {"figcaption", tagFigcaption}, {"button", tagButton},
		{"blockquote", tagBlockquote}, {"a", tagA}, {"time", tagTime}, {"ul", tagUL}, {"section", tagSection}, {"em", tagEm}, {"i", tagI}, {"p-in", tagP}} {
		r.yes("in:"+w.name, b.within.has(w.tag))
	}
	r.put("depth", float32(b.depth))
	r.put("page-chars", logOf(v.totals.chars))
	r.put("before", ratio(f.before, v.totals.chars))
	r.put("index", ratio(int32(i), int32(len(v.blocks))))
	after := float32(-500)
	if v.title >= 0 {
		after = float32(i - v.title)
	}
	r.put("after-title", max(-500, min(500, after)))
}

// kinship puts what the blocks that are like this one, or beside it, are like.
func (v *view) kinship(r *row, b *block, f *fact) {
	for _, g := range [...]struct {
		name string
		g    *group
	}{{"alike", &v.groups[f.group]}, {"kin", &v.kin[f.kin]}} {
		r.put(g.name+":blocks", logOf(g.g.blocks))
		r.put(g.name+":chars", logOf(g.g.chars))
		r.put(g.name+":mean", ratio(g.g.chars, g.g.blocks))
		r.put(g.name+":linked", ratio(g.g.linked, g.g.chars))
		r.put(g.name+":stops", ratio(g.g.stops, g.g.blocks))
		r.put(g.name+":share", ratio(g.g.chars, v.totals.chars))
	}
}

func (v *view) neighbour(r *row, name string, k int) {
	var b block
	same := false
	if k >= 0 && k < len(v.blocks) {
		b = v.blocks[k]
		same = true
	}
	r.put(name+":chars", logOf(b.m.chars))
	r.put(name+":linked", ratio(b.linked, b.m.chars))
	r.put(name+":stops", float32(b.m.stops))
	r.yes(name+":p", same && v.nodes[b.box].tag == tagP)
	r.yes(name+":heading", same && v.nodes[b.box].tag.heading())
}
