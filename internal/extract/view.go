package extract

import "nutgraf"

// view is a page while its blocks are judged: the blocks with what the page as
// a whole tells of each.
type view struct {
	*tree
	blocks []block
	facts  []fact
	groups []group // blocks alike by tag and class
	kin    []group // blocks under one parent
	totals measure
	title  int // block of the headline, -1 for none
	state  statement
	heads  []string // titles that the metadata state, best first
	trees  *forests
	site   []string // names of the outlet, as letters
	signed string   // the part of the page's title that is one
	named  string   // the settled title, once titled
	titled bool
	heart  core // where the body stands
	kinds  []nutgraf.BlockKind
	lent   *lent // the text that the page does not show
}

// fact is what the rest of the page tells of a block.
type fact struct {
	cues      cue
	group     int32
	kin       int32
	before    int32   // characters of text before it
	body      float32 // share of its word triples in the JSON-LD's article body; -1 when there is none
	summary   float32 // share of its words in the page's description
	title     float32 // share of its words in the title
	furniture int32   // words of lists/furniture.txt in it
	repeat    int32   // earlier blocks with the same words
	twin      int32   // the first block with the same words
	first     float32 // stage one's verdict
	p         float32 // the verdict
}

// twins are the blocks with the same words so far.
type twins struct{ n, first int32 }

// group sums up blocks that belong together.
type group struct {
	blocks, chars, linked, stops, commas int32
	mass                                 float32 // of stage one's verdicts, by words
	words                                float32
}

func (g *group) add(b *block) {
	g.blocks++
	g.chars += b.m.chars
	g.linked += b.linked
	g.stops += b.m.stops
	g.commas += b.m.commas
	g.words += float32(b.m.words)
}

func newView(t *tree, state statement, heads []string) *view {
	v := &view{tree: t, blocks: t.blocks(), state: state, heads: heads, title: -1, trees: models()}
	v.facts = make([]fact, len(v.blocks))
	groups, kin := map[uint32]int32{}, map[int32]int32{}
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		f.group = member(groups, v.nodes[b.box].class, &v.groups)
		f.kin = member(kin, b.parent, &v.kin)
		v.groups[f.group].add(b)
		v.kin[f.kin].add(b)
		f.before = v.totals.chars
		v.totals.add(b.m)
	}
	v.compare()
	return v
}

func member[K comparable](known map[K]int32, key K, list *[]group) int32 {
	i, ok := known[key]
	if !ok {
		i = int32(len(*list))
		known[key] = i
		*list = append(*list, group{})
	}
	return i
}

// compare sets the blocks against what the metadata state and against each other.
func (v *view) compare() {
	body := triples(v.state.body)
	summary := wordSet(first(v.state.description, ""), v.head.meta("og:description", "description", "twitter:description"))
	title := wordSet(v.heads...)
	seen := make(map[uint64]twins, len(v.blocks))
	var hashes []uint32
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		hashes = v.hashes(hashes[:0], b)
		if len(hashes) <= 60 {
			f.cues = v.cues(b)
		}
		key := uint64(len(hashes)) << 32
		for _, h := range hashes {
			key = key*hashPrime ^ uint64(h)
			if furnitureWords.has(h) {
				f.furniture++
			}
		}
		t, again := seen[key]
		if !again {
			t.first = int32(i)
		}
		f.repeat, f.twin = t.n, t.first
		t.n++
		seen[key] = t
		f.body = body.share(hashes)
		f.summary = share(summary, hashes)
		f.title = share(title, hashes)
	}
	v.callSite()
	v.findTitle(len(title.full))
	v.markReplies()
	v.markRivals()
	v.markHidden()
}

func (v *view) hashes(out []uint32, b *block) []uint32 {
	var w words
	for i := b.from; i < b.to; i++ {
		if v.nodes[i].tag != tagText {
			continue
		}
		for w.reset(v.src[v.nodes[i].start:v.nodes[i].end]); w.next(); {
			out = append(out, w.hash)
		}
	}
	return out
}

// tripleSet holds the hashes of all runs of three words of a text.
type tripleSet map[uint32]struct{}

func triples(text string) tripleSet {
	if len(text) < 200 {
		return nil
	}
	set := make(tripleSet, len(text)/5)
	var w words
	var a, b uint32
	for w.reset([]byte(text)); w.next(); {
		set[triple(a, b, w.hash)] = struct{}{}
		a, b = b, w.hash
	}
	return set
}

func triple(a, b, c uint32) uint32 { return (a*31+b)*31 + c }

// share is the part of the triples in hashes that the set holds; -1 for an
// empty set or too few words to tell.
func (s tripleSet) share(hashes []uint32) float32 {
	if s == nil || len(hashes) < 3 {
		return -1
	}
	n := 0
	for i := 2; i < len(hashes); i++ {
		if _, ok := s[triple(hashes[i-2], hashes[i-1], hashes[i])]; ok {
			n++
		}
	}
	return float32(n) / float32(len(hashes)-2)
}

func wordSet(texts ...string) *hashSet {
	set := &hashSet{}
	var w words
	for _, s := range texts {
		for w.reset([]byte(s)); w.next(); {
			set.add(w.hash)
		}
	}
	return set
}

func share(set *hashSet, hashes []uint32) float32 {
	if len(set.full) == 0 || len(hashes) == 0 || len(hashes) > 120 {
		return 0
	}
	n := 0
	for _, h := range hashes {
		if set.has(h) {
			n++
		}
	}
	return float32(n) / float32(len(hashes))
}
