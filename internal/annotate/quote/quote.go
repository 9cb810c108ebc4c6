// Package quote finds quotations: what was said, by whom, to whom, where and
// when.
//
// It reads a document in four passes. Quotation marks are paired paragraph by
// paragraph (marks.go); each marked piece becomes a closed box, and the text
// is cut into units around the boxes (reader.go). In every unit verbs of
// saying are found with their sources (cue.go, subject.go) and with what they
// introduce (content.go). Pieces and verbs are joined to quotations
// (build.go), and each quotation is given its speaker (speaker.go).
//
// The package does not find names: it takes mentions and entities as they
// come. It does not compare reports, and it leaves a speaker empty rather than
// guess one.
package quote

import (
	"slices"
	"sort"
	"sync"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds quotations. It is safe for concurrent use.
type Finder struct {
	lex     *lexicon
	scratch sync.Pool // readers whose memory is used again
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder {
	return &Finder{lex: compile(pack), scratch: sync.Pool{New: func() any { return &reader{} }}}
}

// Find returns the document's quotations in text order. ann holds the
// mentions, entities and times found before.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) []nutgraf.Quote {
	r := f.scratch.Get().(*reader)
	r.begin(f.lex, doc, seg, ann)
	defer f.release(r)
	r.layOut()
	r.findVoices()
	for n := range r.units {
		u := &r.units[n]
		r.hush(u)
		r.findUses(n)
		for k := u.uses[0]; k < u.uses[1]; k++ {
			r.follow(u, &r.uses[k])
		}
		r.build(n)
	}
	r.spokenBlocks()
	r.giveVoices()
	r.inOrder()
	r.settle()
	r.dropUnsaid()
	r.passLinks()
	return r.quotes
}

// maxKept bounds the items of a reader whose memory is kept for the next
// document.
const maxKept = 1 << 15

// begin makes the reader ready for a document.
func (r *reader) begin(lex *lexicon, doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) {
	*r = reader{
		lex: lex, doc: doc, text: doc.Text, seg: seg, ann: ann, mentions: mentionIndex{all: ann.Mentions, entities: ann.Entities},
		marks: r.marks[:0], pieces: r.pieces[:0], items: slices.Grow(r.items[:0], len(seg.Tokens)), paras: r.paras[:0], units: r.units[:0],
		uses: r.uses[:0], voices: r.voices[:0], froms: r.froms[:0], cands: r.cands[:0], works: r.works[:0],
	}
}

// release hands the reader back, without what belongs to the document.
func (f *Finder) release(r *reader) {
	if cap(r.items) > maxKept {
		return
	}
	r.doc, r.text, r.seg, r.ann, r.mentions, r.quotes, r.roles, r.times = nil, "", nil, nil, mentionIndex{}, nil, nil, nil
	clear(r.works)
	f.scratch.Put(r)
}

// inOrder sorts the quotations, with their grounds, by where they begin.
func (r *reader) inOrder() {
	if !sort.SliceIsSorted(r.quotes, func(i, j int) bool { return r.quotes[i].Span.Start < r.quotes[j].Span.Start }) {
		sort.Stable(byStart{r})
	}
}

type byStart struct{ r *reader }

func (s byStart) Len() int           { return len(s.r.quotes) }
func (s byStart) Less(i, j int) bool { return s.r.quotes[i].Span.Start < s.r.quotes[j].Span.Start }
func (s byStart) Swap(i, j int) {
	s.r.quotes[i], s.r.quotes[j] = s.r.quotes[j], s.r.quotes[i]
	s.r.froms[i], s.r.froms[j] = s.r.froms[j], s.r.froms[i]
}
