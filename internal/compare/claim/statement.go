package claim

import (
	"math"
	"slices"
	"sort"
	"strings"

	"nutgraf"
	"nutgraf/internal/gist"
	"nutgraf/internal/overlap"
)

// How alike two clauses must be to state one fact, and how many content words a
// clause needs to state one at all.
const (
	alikeStatement = .5
	statementWords = 3  // shared, words like each other among them
	statementSame  = 3  // shared
	statementMax   = 40 // tokens
	rareKeys       = 4  // keys of a clause by which likely partners are found
	crowd          = 60 // clauses that share a key before it stops telling
)

// Statements gathers the clauses that two or more reports share in other
// words: what they agree on beside numbers and dates. Quotations are left to
// their families.
func (f *Finder) Statements(members []nutgraf.Member, entities []nutgraf.StoryEntity, index *gist.Index) []nutgraf.Matter {
	sentences := 0
	for _, m := range members {
		sentences += len(m.Seg.Sentences)
	}
	frames := make([]nutgraf.Frame, 0, sentences) // most are of one clause or none
	for i, m := range members {
		b := builder{f: f, index: index, member: i, doc: m.Doc, seg: m.Seg, ann: m.Ann, times: m.Ann.Times}
		b.entityOf = storyIndex(entities, i, len(m.Ann.Entities))
		frames = b.statements(frames)
	}
	w := newWeights(frames)
	clusters := f.together(frames, w)
	var out []nutgraf.Matter
	for _, c := range clusters {
		if c.frames[0].Member == c.frames[len(c.frames)-1].Member || !slices.ContainsFunc(c.frames, func(fr *nutgraf.Frame) bool { return len(fr.About) > 0 }) {
			continue // one report's, or about nobody
		}
		m := nutgraf.Matter{Kind: nutgraf.ClaimStatus, Agreed: true, Frames: make([]nutgraf.Frame, 0, len(c.frames))}
		for _, fr := range c.frames {
			m.Frames = append(m.Frames, *fr)
		}
		if len(c.frames[0].About) > 1 {
			m.Kind = nutgraf.ClaimRelation
		}
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return reportsOf(out[i]) > reportsOf(out[j]) })
	return out
}

// statements cuts the sentences of a report's body into clauses and makes a
// frame of each that says enough. What a report prints as a post it does not say itself.
func (b *builder) statements(dst []nutgraf.Frame) []nutgraf.Frame {
	for _, sent := range b.seg.Sentences {
		if sent.Block >= 0 && sent.Block < len(b.doc.Blocks) && b.doc.Blocks[sent.Block].Kind != nutgraf.Paragraph {
			continue
		}
		if overlap.InPost(b.doc, sent.Span) {
			continue
		}
		for _, c := range b.f.cut(b.doc, b.seg, sent) {
			if b.quoted(c) {
				continue
			}
			terms := b.keys(c, nutgraf.Span{}, true)
			if len(terms) < statementWords || !b.verb(c) {
				continue
			}
			dst = append(dst, nutgraf.Frame{
				Member: b.member, Kind: nutgraf.ClaimStatus, Clause: b.doc.Cite(c), Focus: c, Quote: -1, Quantity: -1, When: -1,
				From: nutgraf.NoDay, To: nutgraf.NoDay, Terms: terms, Wide: terms, About: b.about(c),
			})
		}
	}
	return dst
}

// verb reports whether a clause holds a word that most likely is its verb: an
// auxiliary, or a past form. A clause without one is a fragment.
func (b *builder) verb(s nutgraf.Span) bool {
	for i := b.seg.TokenAt(s.Start); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < s.End; i++ {
		t := b.seg.Tokens[i]
		w := t.Span().Of(b.doc.Text)
		if t.Kind == nutgraf.Word && !t.Upper && (b.f.verbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed")) {
			return true
		}
	}
	return false
}

// cut parts a sentence into clauses.
func (f *Finder) cut(doc *nutgraf.Document, seg *nutgraf.Segments, sent nutgraf.Sentence) []nutgraf.Span {
	var out []nutgraf.Span
	first := sent.First
	emit := func(last int) {
		for first < last && seg.Tokens[first].Kind == nutgraf.Punct {
			first++
		}
		for last > first && seg.Tokens[last-1].Kind == nutgraf.Punct {
			last--
		}
		if last > first && last-first <= statementMax {
			out = append(out, nutgraf.Span{Start: int(seg.Tokens[first].Start), End: int(seg.Tokens[last-1].End)})
		}
	}
	for i := sent.First; i < sent.Last; i++ {
		if f.breakBefore(doc, seg, i, i-first) {
			emit(i)
			first = i + 1
		}
	}
	emit(sent.Last)
	return out
}

// quoted reports whether a span stands inside a direct or mixed quotation.
func (b *builder) quoted(s nutgraf.Span) bool {
	for _, q := range b.ann.Quotes {
		if q.Kind != nutgraf.Indirect && q.Span.Overlap(s)*2 > s.Len() {
			return true
		}
	}
	return false
}

// together clusters statements, finding likely partners by their rarest keys and those of
// words like them.
func (f *Finder) together(frames []nutgraf.Frame, w weights) []cluster {
	var out []cluster
	var tried []int // by cluster, the frame that was laid beside it last
	byKey := map[string][]int{}
	for i := range frames {
		fr := &frames[i]
		keys := rarest(fr.Terms, w)
		best, score := -1, alikeStatement
		lay := func(key string) {
			for _, c := range byKey[key] {
				if tried[c] == i {
					continue
				}
				tried[c] = i
				if s := f.statement(w, fr, out[c]); s > score {
					best, score = c, s
				}
			}
		}
		for _, k := range keys {
			lay(k)
			for _, x := range f.gist.Alike(k) {
				lay(x)
			}
		}
		if best < 0 {
			best = len(out)
			out, tried = append(out, cluster{link: best}), append(tried, i)
		}
		out[best].frames = append(out[best].frames, fr)
		for _, k := range keys {
			if l := byKey[k]; len(l) < crowd && !slices.Contains(l, best) {
				byKey[k] = append(l, best)
			}
		}
	}
	return out
}

// statement returns how well a clause fits a cluster: it must be near one of
// its clauses from another report, and share an entity with it where both name
// any.
func (f *Finder) statement(w weights, fr *nutgraf.Frame, c cluster) float64 {
	best := 0.0
	for i, g := range c.frames {
		if i == representatives {
			break
		}
		if g.Member == fr.Member {
			return 0
		}
		if len(fr.About) > 0 && len(g.About) > 0 && !meet(fr.About, g.About) {
			continue
		}
		if sharedKeys(fr.Terms, g.Terms) < statementWords {
			continue
		}
		if s := (w.overlap(fr.Terms, g.Terms) + f.inOtherWords(w, fr.Terms, g.Terms)) * w.balance(fr.Terms, g.Terms); s > best {
			best = s
		}
	}
	return best
}

// inOtherWords is the share of two clauses' words for which the other, that lacks them, has
// words like them.
func (f *Finder) inOtherWords(w weights, a, b []string) float64 {
	sum := 0.0
	for _, k := range a {
		if _, both := slices.BinarySearch(b, k); both {
			continue
		}
		if x := f.like(k, b); x != "" && !slices.Contains(a, x) {
			sum += gist.Nearly * math.Min(w[k], w[x])
		}
	}
	if sum == 0 {
		return 0
	}
	return sum / w.least(a, b)
}

// like returns which of some terms is a word like a key, "" where none is.
func (f *Finder) like(key string, terms []string) string {
	for _, x := range f.gist.Alike(key) {
		if slices.Contains(terms, x) {
			return x
		}
	}
	return ""
}

func sharedKeys(a, b []string) int {
	n := 0
	for _, k := range a {
		if _, ok := slices.BinarySearch(b, k); ok {
			n++
		}
	}
	return n
}

// balance lowers the likeness of a short clause to a long one, which may say
// much else.
func (w weights) balance(a, b []string) float64 {
	short, long := min(len(a), len(b)), max(len(a), len(b))
	if long <= 2*short {
		return 1
	}
	return .8
}

func meet(a, b []int) bool {
	return slices.ContainsFunc(a, func(x int) bool { return slices.Contains(b, x) })
}

// rarest returns the keys of greatest weight, ties in the order of the keys.
func rarest(keys []string, w weights) []string {
	out := slices.Clone(keys)
	slices.SortStableFunc(out, func(a, b string) int {
		switch {
		case w[a] > w[b]:
			return -1
		case w[a] < w[b]:
			return 1
		}
		return 0
	})
	return out[:min(len(out), rareKeys)]
}
