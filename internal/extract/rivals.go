package extract

// markRivals marks what belongs to other articles that the page sets below its
// own in full, as pages do that load the next article where one ends: what stands
// behind another headline of the first rank.
func (v *view) markRivals() {
	if v.title < 0 || v.facts[v.title].title < sureTitle {
		return
	}
	own := &v.nodes[v.blocks[v.title].box]
	if own.tag != tagH1 {
		return
	}
	home := v.articleOf(v.blocks[v.title].box)
	words, within := int32(0), int32(0) // of running text, and of that in the headline's article element
	for i := v.title + 1; i < len(v.blocks); i++ {
		b := &v.blocks[i]
		if b.apart {
			continue
		}
		if n := &v.nodes[b.box]; n.tag == tagH1 && v.facts[i].title < sureTitle && words >= textBeforeReplies {
			const post = hintPost | hintArticle
			switch {
			case own.hints&post != 0 && n.hints&post != 0 && own.hints&n.hints&hintTitle != 0,
				within >= textBeforeReplies && n.class == own.class && v.articleOf(b.box) > home && b.box >= v.nodes[home].last:
				v.markRival(i)
				continue
			}
		}
		if b.m.words >= sentenceWords && b.linked*3 < b.m.chars {
			words += b.m.words
			if home > 0 && b.box < v.nodes[home].last {
				within += b.m.words
			}
		}
	}
}

// sureTitle is the share of its words in the stated titles from which a headline
// is the article's own.
const sureTitle = 0.6

// articleOf is the innermost article element around a node, 0 for none.
func (v *view) articleOf(n int32) int32 {
	for ; n > 0; n = v.nodes[n].parent {
		if v.nodes[n].tag == tagArticle {
			return n
		}
	}
	return 0
}

// markRival marks the article whose headline block i is: the largest element around
// it that does not hold the page's own headline, or where the texts stand beside
// their headlines all that follows.
func (v *view) markRival(i int) {
	own, branch := v.blocks[v.title].box, v.blocks[i].box
	for n := v.nodes[branch].parent; n > own || own >= v.nodes[n].last; n = v.nodes[n].parent {
		branch = n
	}
	last := v.nodes[branch].last
	if branch == v.blocks[i].box {
		last = v.nodes[v.nodes[branch].parent].last
	}
	for k := i; k < len(v.blocks) && v.blocks[k].box < last; k++ {
		v.blocks[k].apart = true
	}
}
