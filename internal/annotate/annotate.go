// Package annotate runs the annotators over one document, in the one order in
// which each finds what it needs. It is pure: the same document gives the same
// findings, on any machine and with any number of workers.
package annotate

import (
	"nutgraf"
	"nutgraf/internal/annotate/credit"
	"nutgraf/internal/annotate/mention"
	"nutgraf/internal/annotate/quantity"
	"nutgraf/internal/annotate/quote"
	"nutgraf/internal/annotate/when"
	"nutgraf/internal/lang"
	"nutgraf/internal/segment"
)

// Annotator holds the compiled annotators of one language. It is safe for
// concurrent use.
type Annotator struct {
	segment  *segment.Splitter
	mention  *mention.Finder
	when     *when.Finder
	quote    *quote.Finder
	quantity *quantity.Finder
	credit   *credit.Finder
}

// New compiles the annotators from a language pack.
func New(pack *lang.Pack) *Annotator {
	return &Annotator{
		segment:  segment.New(pack),
		mention:  mention.New(pack),
		when:     when.New(pack),
		quote:    quote.New(pack),
		quantity: quantity.New(pack),
		credit:   credit.New(pack),
	}
}

// Annotate returns the document's segments and findings.
func (a *Annotator) Annotate(doc *nutgraf.Document) (*nutgraf.Segments, *nutgraf.Annotations) {
	seg := a.segment.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	ann.Mentions, ann.Entities = a.mention.Find(doc, seg)
	ann.Times, ann.Published = a.when.Find(doc, seg)
	ann.Quotes = a.quote.Find(doc, seg, ann)
	ann.Quantities = a.quantity.Find(doc, seg, ann)
	ann.Credits = a.credit.Find(doc, seg, ann)
	return seg, ann
}
