// Package credit finds where a report names the sources of its matter: the
// outlet that was told, the report it repeats, the wire, the post, and the
// vague "reports" that name nobody.
//
// It goes from the outlets that a document names (from the mentions, from
// names that end as outlets' names do, and from stand-ins such as "the paper")
// to the words beside them, and from fixed phrases to the name they introduce.
// An outlet without such words beside it is no credit. The package does not
// say which report the matter started in; that is for the story to weigh.
package credit

import (
	"cmp"
	"slices"
	"sync"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds credits. It is safe for concurrent use.
type Finder struct {
	lex     *lexicon
	scratch sync.Pool // readers whose memory is used again
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder {
	return &Finder{lex: compile(pack), scratch: sync.Pool{New: func() any { return &reader{} }}}
}

// Find returns the document's credits in text order. ann holds the mentions,
// entities, times and quotations found before.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) []nutgraf.Credit {
	r := f.scratch.Get().(*reader)
	*r = reader{lex: f.lex, doc: doc, text: doc.Text, seg: seg, ann: ann, cls: r.cls, refs: r.refs[:0]}
	defer f.release(r)
	r.classify()
	r.gather()
	if r.shown != nil {
		r.relearn()
	}
	for i := range r.refs {
		r.weigh(i)
	}
	for n := range seg.Sentences {
		if r.reads(n) {
			r.social(n)
			r.vague(n)
			r.lines(n)
			r.own(n)
		}
	}
	r.bylines()
	slices.SortStableFunc(r.out, func(a, b nutgraf.Credit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	return r.ownNewsroom(r.dedupe())
}

// ownNewsroom turns the credits to the report's own outlet into its own enquiries: who
// told Ashby News something in a report of Ashby News told it to the reporter, and what
// stands in its dateline is no other's. That it had the news first stays what it claims.
func (r *reader) ownNewsroom(all []nutgraf.Credit) []nutgraf.Credit {
	for i := range all {
		c := &all[i]
		switch c.Kind {
		case nutgraf.CreditOwn, nutgraf.CreditSocialPost, nutgraf.CreditFirstReported:
			continue
		}
		if c.Outlet != "" && r.lex.names.Within(c.Outlet, r.doc.Outlet) {
			c.Kind = nutgraf.CreditOwn
			c.Why.Text = "its own outlet: " + c.Why.Text
		}
	}
	return all
}

// maxKept bounds the tokens of a reader whose memory is kept for the next
// document.
const maxKept = 1 << 15

// release hands the reader back, without what belongs to the document.
func (f *Finder) release(r *reader) {
	if cap(r.cls) > maxKept {
		return
	}
	*r = reader{cls: r.cls, refs: r.refs[:0]}
	f.scratch.Put(r)
}

// maxSame bounds how many credits before it one is compared with, maxBack how
// many outlets before it a short name or a stand-in is looked for among, and
// maxReach how many tokens a phrase may lie away from the outlet.
const (
	maxSame  = 8
	maxBack  = 200
	maxReach = 60
)

// dedupe drops a second credit of one outlet over the same words.
func (r *reader) dedupe() []nutgraf.Credit {
	out := r.out[:0]
	for _, c := range r.out {
		tail := max(0, len(out)-maxSame)
		same := slices.IndexFunc(out[tail:], func(o nutgraf.Credit) bool {
			return o.Outlet == c.Outlet && (o.OutletSpan == c.OutletSpan && !c.OutletSpan.IsZero() || o.Span.Overlap(c.Span) > 0)
		})
		if same < 0 {
			out = append(out, c)
		} else if c.Confidence > out[tail+same].Confidence {
			out[tail+same] = c
		}
	}
	return out
}

// add appends a credit over the tokens [a, b).
func (r *reader) add(kind nutgraf.CreditKind, a, b int, x ref, rule, why string, confidence float64) {
	c := nutgraf.Credit{
		Span: nutgraf.Span{Start: int(r.seg.Tokens[a].Start), End: int(r.seg.Tokens[b-1].End)},
		Kind: kind, Outlet: x.name, OutletSpan: x.span, Scope: nutgraf.OneSentence, Confidence: confidence,
	}
	switch kind {
	case nutgraf.CreditSourceLine, nutgraf.CreditWire, nutgraf.CreditFirstReported:
		c.Scope = nutgraf.WholeArticle
	}
	c.Why = nutgraf.Evidence{Rule: "credit/" + rule, Text: why, Refs: []nutgraf.Ref{{Doc: r.doc.ID, Span: c.Span}}}
	r.out = append(r.out, c)
}
