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
	var clauses []clause
	for i, m := range members {
		b := builder{f: f, index: index, member: i, doc: m.Doc, seg: m.Seg, ann: m.Ann, times: m.Ann.Times}
		b.entityOf = storyIndex(entities, i, len(m.Ann.Entities))
		clauses = b.clauses(clauses)
	}
	w := newWeights(len(clauses), func(i int) []string { return clauses[i].terms })
	var out []nutgraf.Matter
	for _, c := range f.together(clauses, w) {
		if c[0].member == c[len(c)-1].member || !slices.ContainsFunc(c, func(x *clause) bool { return len(x.about) > 0 }) {
			continue // one report's, or about nobody
		}
		m := nutgraf.Matter{Kind: nutgraf.ClaimStatus, Agreed: true, Frames: make([]nutgraf.Frame, 0, len(c))}
		for _, x := range c {
			m.Frames = append(m.Frames, x.frame(members[x.member].Doc))
		}
		if len(c[0].about) > 1 {
			m.Kind = nutgraf.ClaimRelation
		}
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return reportsOf(out[i]) > reportsOf(out[j]) })
	return out
}

// clause is a clause of a report's body that says enough to be laid beside others: what a
// frame needs of it. Most are found in one report only and become none.
type clause struct {
	member int
	span   nutgraf.Span
	terms  []string // keys of its content words, sorted
	about  []int    // story entities that it names
}

func (c *clause) frame(doc *nutgraf.Document) nutgraf.Frame {
	return nutgraf.Frame{
		Member: c.member, Kind: nutgraf.ClaimStatus, Clause: doc.Cite(c.span), Focus: c.span, Quote: -1, Quantity: -1, When: -1,
		From: nutgraf.NoDay, To: nutgraf.NoDay, Terms: c.terms, Wide: c.terms, About: c.about,
	}
}

// clauses cuts the sentences of a report's body into clauses and appends those that say
// enough. What a report prints as a post it does not say itself.
func (b *builder) clauses(dst []clause) []clause {
	marked := b.marked()
	for _, sent := range b.seg.Sentences {
		for len(marked) > 0 && marked[0].End <= sent.Span.Start {
			marked = marked[1:]
		}
		if sent.Block >= 0 && sent.Block < len(b.doc.Blocks) && b.doc.Blocks[sent.Block].Kind != nutgraf.Paragraph {
			continue
		}
		if overlap.InPost(b.doc, sent.Span) {
			continue
		}
		for _, c := range b.f.cut(b.doc, b.seg, sent) {
			if quoted(c, marked) {
				continue
			}
			terms := b.keys(c, nutgraf.Span{}, true)
			if len(terms) < statementWords || !b.verb(c) {
				continue
			}
			dst = append(dst, clause{b.member, c, terms, b.about(c)})
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

// marked returns the spans of a report's direct and mixed quotations, in text order.
func (b *builder) marked() []nutgraf.Span {
	out := make([]nutgraf.Span, 0, len(b.ann.Quotes))
	for i := range b.ann.Quotes {
		if q := &b.ann.Quotes[i]; q.Kind != nutgraf.Indirect {
			out = append(out, q.Span)
		}
	}
	slices.SortFunc(out, func(x, y nutgraf.Span) int { return x.Start - y.Start })
	return out
}

// quoted reports whether most of a span stands inside one of the quotations.
func quoted(s nutgraf.Span, marked []nutgraf.Span) bool {
	for _, q := range marked {
		if q.Start >= s.End {
			break
		}
		if q.Overlap(s)*2 > s.Len() {
			return true
		}
	}
	return false
}

// together gathers clauses that state one fact, finding likely partners by their rarest
// keys and those of words like them.
func (f *Finder) together(clauses []clause, w weights) [][]*clause {
	var out [][]*clause
	var tried []int // by fact, the clause that was laid beside it last
	byKey := map[string][]int{}
	for i := range clauses {
		x := &clauses[i]
		keys := rarest(x.terms, w)
		best, score := -1, alikeStatement
		lay := func(key string) {
			for _, c := range byKey[key] {
				if tried[c] == i {
					continue
				}
				tried[c] = i
				if s := f.statement(w, x, out[c]); s > score {
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
			out, tried = append(out, nil), append(tried, i)
		}
		out[best] = append(out[best], x)
		for _, k := range keys {
			if l := byKey[k]; len(l) < crowd && !slices.Contains(l, best) {
				byKey[k] = append(l, best)
			}
		}
	}
	return out
}

// statement returns how well a clause fits those that state one fact: it must be near one
// of them from another report, and share an entity with it where both name any.
func (f *Finder) statement(w weights, x *clause, fact []*clause) float64 {
	best := 0.0
	for i, y := range fact {
		if i == representatives {
			break
		}
		if y.member == x.member {
			return 0
		}
		if len(x.about) > 0 && len(y.about) > 0 && !meet(x.about, y.about) {
			continue
		}
		if sharedKeys(x.terms, y.terms) < statementWords {
			continue
		}
		if s := (w.overlap(x.terms, y.terms) + f.inOtherWords(w, x.terms, y.terms)) * w.balance(x.terms, y.terms); s > best {
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
