package gist

import (
	"iter"
	"maps"
	"math"
	"slices"

	"nutgraf"
)

// Index says how much of a statement each report of a story tells in one place:
// the weighted share of the statement's content words and numbers that stand in
// a sentence and the one behind it. Words that the whole story is about weigh
// little in it. A share near one says that the same is spoken of, not that the
// same is said of it. It is not safe for concurrent use.
type Index struct {
	reader    *Reader
	members   []nutgraf.Member
	sentences [][][]string // by report and sentence: its terms
	number    map[string]int32
	stands    []stands          // by the number of a term; the first is of what stands nowhere
	keys      map[string]string // by word, as far as they were asked for
	reading   []reading         // by report
	titles    map[int][]string  // keys of the titles, as far as they were asked for
}

// reading is the content words of a report, read once for all who ask.
type reading struct {
	terms []Term
	from  []int32 // by token, and behind the last: where its terms begin
}

// place is a sentence of a report.
type place struct{ member, sentence int32 }

// stands is where in the story a term stands, in the order of the reports and of their
// text, and what it weighs.
type stands struct {
	places []place
	weight float64
}

// common is the number of sentences from which a word is so common in the story
// that it tells no sentence from another.
const common = 400

// Index reads the sentences of the reports.
func (r *Reader) Index(members []nutgraf.Member) *Index {
	t := &Index{reader: r, members: members, sentences: make([][][]string, len(members)), keys: map[string]string{}}
	t.reading = make([]reading, len(members))
	n := 0
	for i := range members {
		t.reading[i] = t.read(&members[i])
		t.sentences[i] = make([][]string, 0, len(members[i].Seg.Sentences))
		n += len(members[i].Seg.Sentences)
		for _, s := range members[i].Seg.Sentences {
			t.sentences[i] = append(t.sentences[i], t.Terms(i, s.Span, nutgraf.Span{}))
		}
	}
	t.place(n)
	return t
}

// place notes where the terms of the sentences, n in all, stand.
func (t *Index) place(n int) {
	t.number, t.stands = map[string]int32{}, make([]stands, 1)
	for i := range t.sentences {
		for k, terms := range t.sentences[i] {
			for _, key := range terms {
				at, known := t.number[key]
				if !known {
					at = int32(len(t.stands))
					t.number[key], t.stands = at, append(t.stands, stands{})
				}
				t.stands[at].places = append(t.stands[at].places, place{int32(i), int32(k)})
			}
		}
	}
	for i := range t.stands[1:] {
		x := &t.stands[i+1]
		x.weight = math.Log(1 + float64(n)/float64(len(x.places)))
	}
}

// of is where a term stands.
func (t *Index) of(key string) *stands { return &t.stands[t.number[key]] }

// read reads the content words of a report.
func (t *Index) read(m *nutgraf.Member) reading {
	r := reading{make([]Term, 0, len(m.Seg.Tokens)/2), make([]int32, len(m.Seg.Tokens)+1)}
	for i := range m.Seg.Tokens {
		r.terms = termsAt(r.terms, m.Doc, m.Seg, i, t.Key)
		r.from[i+1] = int32(len(r.terms))
	}
	return r
}

// Read returns the content words of a stretch of a report's text as Reader.Terms
// does. They are the index's own, for all who ask: read them only.
func (t *Index) Read(member int, span nutgraf.Span) []Term {
	seg, r := t.members[member].Seg, t.reading[member]
	first := seg.TokenAt(span.Start)
	last := first
	for last < len(seg.Tokens) && int(seg.Tokens[last].Start) < span.End {
		last++
	}
	return r.terms[r.from[first]:r.from[last]]
}

// Sentence returns the terms of a sentence.
func (t *Index) Sentence(member, sentence int) []string { return t.sentences[member][sentence] }

// Terms returns the content words and numbers of a stretch of a report's text,
// each once, those of focus left out.
func (t *Index) Terms(member int, span, focus nutgraf.Span) []string {
	m := t.members[member]
	out := t.words(member, span, focus, true)
	for i := m.Seg.TokenAt(span.Start); i < len(m.Seg.Tokens) && int(m.Seg.Tokens[i].Start) < span.End; i++ {
		if x := m.Seg.Tokens[i]; x.Kind == nutgraf.Number {
			out = with(out, x.Span().Of(m.Doc.Text), x.Span(), focus)
		}
	}
	return out
}

// Plain returns those of the terms that are neither names nor numbers.
func (t *Index) Plain(member int, span, focus nutgraf.Span) []string {
	return t.words(member, span, focus, false)
}

func (t *Index) words(member int, span, focus nutgraf.Span, names bool) []string {
	read := t.Read(member, span)
	out := make([]string, 0, len(read))
	for _, x := range read {
		if names || !x.Upper {
			out = with(out, x.Key, x.Span, focus)
		}
	}
	return out
}

// Key is Reader.Key, each word of the story reduced once.
func (t *Index) Key(word string) string {
	k, ok := t.keys[word]
	if !ok {
		k = t.reader.Key(word)
		t.keys[word] = k
	}
	return k
}

// with adds a term that stands outside of focus and is not among them yet.
func with(terms []string, key string, at, focus nutgraf.Span) []string {
	if at.Overlap(focus) > 0 || slices.Contains(terms, key) {
		return terms
	}
	return append(terms, key)
}

// Weight is what terms weigh together.
func (t *Index) Weight(terms []string) float64 {
	sum := 0.0
	for _, key := range terms {
		sum += t.of(key).weight
	}
	return sum
}

// Weigh is what one term weighs.
func (t *Index) Weigh(key string) float64 { return t.of(key).weight }

// told gives what places tell of the terms, by weight, and the weight of those that
// stand in more than so many places: they are passed over.
func (t *Index) told(terms []string, most int) (at map[place]float64, passed float64) {
	at = map[place]float64{}
	for _, key := range terms {
		x := t.of(key)
		if len(x.places) > most {
			passed += x.weight
			continue
		}
		for _, p := range x.places {
			at[p] += x.weight
		}
	}
	return at, passed
}

// Shares gives, for each report that has any of the terms, the most that it tells
// of them in one place.
func (t *Index) Shares(terms []string) map[int]float64 { return t.shares(t.Weighed(terms)) }

// LooseShares is Shares where words like the terms count as most of them.
func (t *Index) LooseShares(terms []string) map[int]float64 { return t.shares(t.Loosely(terms)) }

func (t *Index) shares(weighed Weighed) map[int]float64 {
	at, _ := t.told(weighed.terms, common)
	for i := range weighed.alike {
		for p := range t.beside(weighed, i) {
			at[p] += Nearly * weighed.weights[i]
		}
	}
	best := map[int]float64{}
	for p, w := range at {
		member := int(p.member)
		if next := (place{p.member, p.sentence + 1}); w+at[next] > best[member]*weighed.total {
			both, _ := t.At(weighed, member, int(p.sentence))
			best[member] = max(best[member], both)
		}
	}
	return best
}

// Titled is the share of the terms that stand in a report's title, which may lie
// outside of its text.
func (t *Index) Titled(member int, terms []string) float64 {
	total := t.Weight(terms)
	if total == 0 {
		return 0
	}
	return t.Both(terms, t.title(member)) / total
}

// title is the keys of a report's title.
func (t *Index) title(member int) []string {
	if t.titles == nil {
		t.titles = map[int][]string{}
	}
	words, known := t.titles[member]
	if !known {
		words = t.reader.Words(t.members[member].Doc.Title)
		t.titles[member] = words
	}
	return words
}

// Known reports whether whoever reads the story has been told of what a word names: it
// stands in a title, or at the head of at least two reports and of half of them.
func (t *Index) Known(word string) bool {
	key, heads := t.Key(word), 0
	for i := range t.members {
		if slices.Contains(t.title(i), key) {
			return true
		}
		if slices.ContainsFunc(t.sentences[i][:min(len(t.sentences[i]), head)], func(terms []string) bool { return slices.Contains(terms, key) }) {
			heads++
		}
	}
	return heads >= min(2, len(t.members)) && 2*heads >= len(t.members)
}

// head is the number of sentences at the head of a report.
const head = 4

// Both is what those of the terms weigh that are among others, too.
func (t *Index) Both(terms, others []string) float64 {
	sum := 0.0
	for _, key := range terms {
		if slices.Contains(others, key) {
			sum += t.of(key).weight
		}
	}
	return sum
}

// Has reports whether a term stands anywhere in a report's text.
func (t *Index) Has(member int, key string) bool {
	return slices.ContainsFunc(t.of(key).places, func(p place) bool { return int(p.member) == member })
}

// Spread gives, for each report that has any of the terms, how many of them stand
// anywhere in its text.
func (t *Index) Spread(terms []string) map[int]int {
	out := map[int]int{}
	for _, key := range terms {
		last := int32(-1)
		for _, p := range t.of(key).places { // in the order of the reports
			if p.member != last {
				last = p.member
				out[int(last)]++
			}
		}
	}
	return out
}

// Weighed is terms with what they weigh, to be laid against many sentences.
type Weighed struct {
	terms   []string
	weights []float64
	total   float64
	alike   [][]string // by term, those of the story that count as most of it; nil where only the term itself counts
}

// Weighed looks up what terms weigh.
func (t *Index) Weighed(terms []string) Weighed {
	w := Weighed{terms, make([]float64, len(terms)), 0, nil}
	for i, key := range terms {
		w.weights[i] = t.of(key).weight
		w.total += w.weights[i]
	}
	return w
}

// Loosely is Weighed where a sentence that has a word like a term has most of the term.
func (t *Index) Loosely(terms []string) Weighed {
	w := t.Weighed(terms)
	for i, key := range terms {
		for _, x := range t.reader.alike[key] {
			if len(t.of(x).places) == 0 {
				continue
			}
			if w.alike == nil {
				w.alike = make([][]string, len(terms))
			}
			w.alike[i] = append(w.alike[i], x)
		}
	}
	return w
}

// near reports whether a sentence has a word like the term at i.
func (w Weighed) near(i int, sentence []string) bool {
	return w.alike != nil && slices.ContainsFunc(w.alike[i], func(x string) bool { return slices.Contains(sentence, x) })
}

// beside yields, each once, the places where a word like a term stands and the term does
// not.
func (t *Index) beside(w Weighed, i int) iter.Seq[place] {
	return func(yield func(place) bool) {
		var seen []place
		for n, x := range w.alike[i] {
			places := t.of(x).places
			if len(places) > common {
				continue
			}
			for _, p := range places {
				if slices.Contains(t.sentences[p.member][p.sentence], w.terms[i]) || n > 0 && slices.Contains(seen, p) {
					continue
				}
				if len(w.alike[i]) > 1 {
					seen = append(seen, p)
				}
				if !yield(p) {
					return
				}
			}
		}
	}
}

// Empty reports whether there are no terms.
func (w Weighed) Empty() bool { return len(w.terms) == 0 }

// At is the share of the terms that a report tells in a sentence and the one
// behind it, and in the sentence alone.
func (t *Index) At(w Weighed, member, sentence int) (both, alone float64) {
	if w.total == 0 {
		return 0, 0
	}
	all := t.sentences[member]
	for i, key := range w.terms {
		switch {
		case slices.Contains(all[sentence], key):
			alone += w.weights[i]
			both += w.weights[i]
		case sentence+1 < len(all) && slices.Contains(all[sentence+1], key):
			both += w.weights[i]
		case w.near(i, all[sentence]):
			alone += Nearly * w.weights[i]
			both += Nearly * w.weights[i]
		case sentence+1 < len(all) && w.near(i, all[sentence+1]):
			both += Nearly * w.weights[i]
		}
	}
	return both / w.total, alone / w.total
}

// Teller is the sentence of a report that tells most of some terms, and the share of
// their weight that it tells.
type Teller struct {
	Member, Sentence int
	Share            float64
}

// Fullest gives, for each report that has a sentence which tells at least so much of
// the terms, the one that tells most, the first of equals, in the order of the reports.
func (t *Index) Fullest(terms []string, least float64) []Teller {
	return t.tellers(terms, least, math.MaxInt)
}

// Tellers is Fullest of the terms that do not stand as good as everywhere.
func (t *Index) Tellers(terms []string, least float64) []Teller {
	return t.tellers(terms, least, common)
}

func (t *Index) tellers(terms []string, least float64, most int) []Teller {
	at, passed := t.told(terms, most)
	total := t.Weight(terms) - passed
	best := map[int]Teller{}
	for p, w := range at {
		x := Teller{int(p.member), int(p.sentence), w / total}
		if had, ok := best[x.Member]; x.Share >= least && (!ok || x.Share > had.Share || x.Share == had.Share && x.Sentence < had.Sentence) {
			best[x.Member] = x
		}
	}
	out := slices.Collect(maps.Values(best))
	slices.SortFunc(out, func(a, b Teller) int { return a.Member - b.Member })
	return out
}

// Stretch is the words of a sentence from the first to the last of some terms that it
// tells.
func (t *Index) Stretch(terms []string, member, sentence int) nutgraf.Span {
	m := t.members[member]
	var out nutgraf.Span
	sent := m.Seg.Sentences[sentence]
	for _, x := range m.Seg.Tokens[sent.First:sent.Last] {
		w := x.Span().Of(m.Doc.Text)
		if !slices.Contains(terms, t.Key(w)) && (x.Kind != nutgraf.Number || !slices.Contains(terms, w)) {
			continue
		}
		if out.IsZero() {
			out.Start = int(x.Start)
		}
		out.End = int(x.End)
	}
	return out
}
