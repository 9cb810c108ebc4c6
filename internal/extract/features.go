package extract

import "math"

// row is the list of a block's features, in a fixed order.
type row struct {
	v     []float32
	names []string // kept only when asked for
	named bool
	of    string // what the names that follow begin with
}

func (r *row) put(name string, v float32) {
	r.v = append(r.v, v)
	if r.named {
		r.names = append(r.names, r.of+name)
	}
}

func (r *row) yes(name string, b bool) {
	if b {
		r.put(name, 1)
	} else {
		r.put(name, 0)
	}
}

// bits puts the first n bits of a set, each as a feature of its own.
func (r *row) bits(names []string, set uint64) {
	for k, name := range names {
		r.put(name, float32(set>>k&1))
	}
}

func logOf(n int32) float32 {
	if n >= 0 && int(n) < len(logs) {
		return logs[n]
	}
	return float32(math.Log2(float64(n) + 1))
}

var logs = func() (t [4096]float32) {
	for i := range t {
		t[i] = float32(math.Log2(float64(i) + 1))
	}
	return t
}()

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

const hintCount = 42

// local puts the features that need no verdict on other blocks.
func (v *view) local(r *row, i int) {
	b, f := &v.blocks[i], &v.facts[i]
	v.shape(r, b)
	v.place(r, i)
	v.kinship(r, f)
	r.of = "cue:"
	r.bits(cueNames[:], uint64(f.cues))
	r.of = ""
	r.put("in-ld-body", f.body)
	r.put("in-summary", f.summary)
	r.put("in-title", f.title)
	r.put("repeat", float32(f.repeat))
	r.put("furniture", float32(f.furniture))
	r.put("furniture-share", ratio(f.furniture, b.m.words))
	r.of = "prev:"
	v.neighbour(r, i-1)
	r.of = "next:"
	v.neighbour(r, i+1)
	r.of = "own:"
	r.bits(hintNames[:hintCount], uint64(b.own))
	r.of = "near:"
	r.bits(hintNames[:hintCount], uint64(b.near))
	r.of = "far:"
	r.bits(hintNames[:hintCount], uint64(b.far))
	r.of = ""
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

// around lists the elements whose presence around a block is a feature.
var around = [...]struct {
	name string
	tag  tag
}{
	{"in:nav", tagNav},
	{"in:aside", tagAside},
	{"in:footer", tagFooter},
	{"in:header", tagHeader},
	{"in:article", tagArticle},
	{"in:main", tagMain},
	{"in:form", tagForm},
	{"in:figure", tagFigure},
	{"in:figcaption", tagFigcaption},
	{"in:button", tagButton},
	{"in:blockquote", tagBlockquote},
	{"in:a", tagA},
	{"in:time", tagTime},
	{"in:ul", tagUL},
	{"in:section", tagSection},
	{"in:em", tagEm},
	{"in:i", tagI},
	{"in:p", tagP},
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
	r.yes("td", t == tagTD || t == tagTR)
	level := float32(0)
	if t.heading() {
		level = float32(t-tagH1) + 1
	}
	r.put("heading", level)
	for _, w := range around {
		r.put(w.name, float32(b.within>>w.tag&1))
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
func (v *view) kinship(r *row, f *fact) {
	r.of = "alike:"
	v.groups[f.group].put(r, v.totals.chars)
	r.of = "kin:"
	v.kin[f.kin].put(r, v.totals.chars)
	r.of = ""
}

func (g *group) put(r *row, total int32) {
	r.put("blocks", logOf(g.blocks))
	r.put("chars", logOf(g.chars))
	r.put("mean", ratio(g.chars, g.blocks))
	r.put("linked", ratio(g.linked, g.chars))
	r.put("stops", ratio(g.stops, g.blocks))
	r.put("share", ratio(g.chars, total))
}

func (v *view) neighbour(r *row, k int) {
	var b block
	var t tag
	if k >= 0 && k < len(v.blocks) {
		b = v.blocks[k]
		t = v.nodes[b.box].tag
	}
	r.put("chars", logOf(b.m.chars))
	r.put("linked", ratio(b.linked, b.m.chars))
	r.put("stops", float32(b.m.stops))
	r.yes("p", t == tagP)
	r.yes("heading", t.heading())
}
