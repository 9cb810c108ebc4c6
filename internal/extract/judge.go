package extract

// judge gives every block the probability that it belongs to the body: first
// from what it is and where it stands, then once more knowing what its
// surroundings turned out to be.
func (v *view) judge() {
	r := &row{v: make([]float32, 0, 256)}
	for i := range v.blocks {
		if !v.hopeless(&v.blocks[i]) {
			v.local(r, i)
			v.facts[i].first = v.trees.first.judge(r.v)
			r.v = r.v[:0]
		}
	}
	v.settle()
	v.heart = v.core()
	for i := range v.blocks {
		if v.facts[i].first > unlikely {
			v.local(r, i)
			v.context(r, i, &v.heart)
			v.facts[i].p = v.trees.second.judge(r.v)
			r.v = r.v[:0]
		}
	}
}

// unlikely is the first verdict below which a block is not looked at again.
const unlikely = 0.015

// hopeless reports whether a block needs no judging: it stands in navigation, in
// a button, among the readers' comments, is hidden, or is nothing but a link.
func (v *view) hopeless(b *block) bool {
	return b.apart || b.within.has(tagNav) || b.within.has(tagButton) || b.own&hintOff != 0 && b.m.words < 8 ||
		b.linked == b.m.chars && b.m.words <= maxLinkWords && b.m.stops == 0 && !v.nodes[b.box].tag.heading()
}

// maxLinkWords is the length up to which a line that is nothing but a link, and
// no sentence, is not body.
const maxLinkWords = 14

// settle spreads the first verdicts over the groups.
func (v *view) settle() {
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		m := f.first * float32(b.m.words)
		v.groups[f.group].mass += m
		v.kin[f.kin].mass += m
	}
}

// core is the part of the tree where the first verdicts see the body, and the
// run of its blocks.
type core struct {
	root, last int32 // nodes
	depth      int32
	from, to   int // blocks
	words      float32
}

// core finds the smallest element that holds nearly all of the body.
func (v *view) core() core {
	sum := make([]float32, len(v.nodes))
	for i := range v.blocks {
		sum[v.blocks[i].box] += (v.facts[i].first - 0.35) * float32(v.blocks[i].m.words)
	}
	best := float32(0)
	for i := len(sum) - 1; i > 0; i-- {
		best = max(best, sum[i])
		sum[v.nodes[i].parent] += sum[i]
	}
	c := core{last: int32(len(v.nodes)), from: len(v.blocks)}
	best = max(best, sum[0])
	for i := range sum {
		if v.nodes[i].tag != tagText && sum[i] >= 0.9*best {
			c.root, c.last = int32(i), v.nodes[i].last
		}
	}
	for i := range v.blocks {
		if v.inside(&c, i) && v.facts[i].first > 0.5 {
			c.from, c.to = min(c.from, i), i+1
			c.words += float32(v.blocks[i].m.words)
		}
	}
	return c
}

func (v *view) inside(c *core, i int) bool {
	return v.blocks[i].box >= c.root && v.blocks[i].box < c.last
}

// beside lists the neighbours whose first verdict is a feature.
var beside = [...]struct {
	name string
	by   int
}{{"first:-3", -3}, {"first:-2", -2}, {"first:-1", -1}, {"first:+1", 1}, {"first:+2", 2}, {"first:+3", 3}}

// context puts what the first verdicts on the surroundings say.
func (v *view) context(r *row, i int, c *core) {
	f := &v.facts[i]
	r.put("first", f.first)
	for _, d := range beside {
		p := float32(-1)
		if k := i + d.by; k >= 0 && k < len(v.blocks) {
			p = v.facts[k].first
		}
		r.put(d.name, p)
	}
	g, k := &v.groups[f.group], &v.kin[f.kin]
	r.put("alike:mass", g.mass/max(1, g.words))
	r.put("alike:part", g.mass/max(1, c.words))
	r.put("kin:mass", k.mass/max(1, k.words))
	r.put("kin:part", k.mass/max(1, c.words))
	r.yes("in-core", v.inside(c, i))
	r.put("core-from", float32(max(-100, min(100, i-c.from))))
	r.put("core-to", float32(max(-100, min(100, i-c.to))))
	r.put("core-words", logOf(int32(c.words)))
	r.put("core-depth", float32(v.blocks[i].depth-c.depth))
	r.put("gap-before", v.gap(i, -1))
	r.put("gap-after", v.gap(i, 1))
}

// gap counts the blocks to the next one that the first verdict took.
func (v *view) gap(i, step int) float32 {
	for n := 1; n < 20; n++ {
		k := i + n*step
		if k < 0 || k >= len(v.blocks) {
			return 30
		}
		if v.facts[k].first > 0.5 {
			return float32(n)
		}
	}
	return 20
}

// markReplies marks the readers' comments: what stands in an element that calls
// itself so and begins behind the headline and enough of running text. An
// element around the headline only says that comments are open.
func (v *view) markReplies() {
	if v.title < 0 {
		return
	}
	words := int32(0)
	for i := v.title + 1; i < len(v.blocks); i++ {
		b := &v.blocks[i]
		if words >= textBeforeReplies && (b.own|b.near|b.far)&hintComment != 0 {
			b.apart = v.under(b.box, hintComment, v.blocks[v.title].to)
		}
		if !b.apart && b.m.words >= sentenceWords && b.linked*3 < b.m.chars {
			words += b.m.words
		}
	}
}

// markHidden marks what stands in an element that is not shown, when enough of
// running text is shown: pages hold copies of themselves for other programs.
// Where most of the text is hidden, a script shows it.
func (v *view) markHidden() {
	shown, hidden := int32(0), int32(0)
	for i := range v.blocks {
		switch b := &v.blocks[i]; {
		case b.m.words < sentenceWords || b.linked*3 >= b.m.chars*2 || b.apart || v.facts[i].repeat > 0:
		case v.unseen(b):
			hidden += b.m.words
		default:
			shown += b.m.words
		}
	}
	if shown < textShown || shown*2 < hidden {
		return
	}
	for i := range v.blocks {
		b := &v.blocks[i]
		b.apart = b.apart || v.unseen(b)
	}
}

// unseen reports whether a block stands in an element that is not shown. A part
// of its line may be hidden, such as an explanation, without hiding the line.
func (v *view) unseen(b *block) bool {
	return (v.nodes[b.box].hints|b.near|b.far)&hintOff != 0
}

const (
	textShown         = 150 // words of running text from which hidden text is no article
	textBeforeReplies = 60  // words of running text that an article has before its comments
	sentenceWords     = 12
)

// under reports whether node n or an element around it that begins at from or
// later has one of the hints.
func (v *view) under(n int32, h hints, from int32) bool {
	for ; n >= from && n > 0; n = v.nodes[n].parent {
		if v.nodes[n].hints&h != 0 {
			return true
		}
	}
	return false
}
