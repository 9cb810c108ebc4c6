package reuse

import "nutgraf"

// text is an article's words and where they stand.
type text struct {
	*Article
	words  []word
	places []place
}

// span returns the byte range of the words from i to j.
func (t *text) span(i, j int) nutgraf.Span {
	return nutgraf.Span{Start: int(t.places[i].start), End: int(t.places[j-1].end)}
}

// texts are the articles of a collection as words. Those of the first heldWords
// words are kept; beyond them texts are cut again when they are asked for.
type texts struct {
	articles []Article
	made     []*text
	kept     int // articles
	buf      []token
}

const heldWords = 8 << 20

// grams returns the grams of all articles, and where those of each begin; the
// last of these is the number of all.
func (t *texts) grams() (all, offsets []uint32) {
	size := 0
	for i := range t.articles {
		size += len(t.articles[i].Text)
	}
	all, offsets = make([]uint32, 0, size/bytesAWord), make([]uint32, 0, len(t.articles)+1)
	t.made = make([]*text, len(t.articles))
	for i := range t.articles {
		offsets = append(offsets, uint32(len(all)))
		t.buf = cut(t.articles[i].Text, t.buf[:0])
		all = grams(t.buf, all)
		if len(all) < heldWords {
			t.made[i], t.kept = t.keep(i), i+1
		}
	}
	return all, append(offsets, uint32(len(all)))
}

// bytesAWord is how many bytes of text a word takes, with what parts it from
// the next: about six, and seldom fewer than this.
const bytesAWord = 5

// keep takes over the words of article i, which were cut last.
func (t *texts) keep(i int) *text {
	out := &text{&t.articles[i], make([]word, len(t.buf)), make([]place, len(t.buf))}
	for i := range t.buf {
		k := &t.buf[i]
		out.words[i], out.places[i] = word(k.hash)|tells, k.place
		if k.common {
			out.words[i] &^= tells
		}
	}
	return out
}

// of returns article i.
func (t *texts) of(i uint32) *text {
	if t.made[i] == nil {
		t.buf = cut(t.articles[i].Text, t.buf[:0])
		t.made[i] = t.keep(int(i))
	}
	return t.made[i]
}

// done says that article i is seldom asked for from now on: it is not held.
func (t *texts) done(i int) {
	if i >= t.kept {
		t.made[i] = nil
	}
}

// home is the share, in percent, of the telling words of a passage that stand
// elsewhere too in article c, one of its sides: a passage is at home where its
// matter is.
func (t *texts) home(x *shared, c uint32) int {
	at, lo, hi := &x.homeA, x.run.a0, x.run.a1
	if c == x.b {
		at, lo, hi = &x.homeB, x.run.b0, x.run.b1
	}
	if *at != unasked {
		return *at
	}
	words := t.of(c).words
	var elsewhere wordSet
	for _, w := range words[:lo] {
		elsewhere.add(w)
	}
	for _, w := range words[hi:] {
		elsewhere.add(w)
	}
	own, all := uint64(0), uint64(0)
	for _, w := range words[lo:hi] {
		all += w.telling()
		own += elsewhere.has(w)
	}
	t.done(int(c))
	*at = int(100 * own / max(all, 1))
	return *at
}
