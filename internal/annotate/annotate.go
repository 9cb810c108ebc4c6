// Package annotate runs the annotators over one document, in the one order in
// which each finds what it needs. It is pure: the same document gives the same
// findings, on any machine and with any number of workers.
package annotate

import (
	"sync"

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

// New compiles the annotators from a language pack. The names, whose lists are
// the longest, are compiled beside the others.
func New(pack *lang.Pack) *Annotator {
	a := &Annotator{}
	var names sync.WaitGroup
	names.Go(func() { a.mention = mention.New(pack) })
	a.segment = segment.New(pack)
	a.when = when.New(pack)
	a.quote = quote.New(pack)
	a.quantity = quantity.New(pack)
	a.credit = credit.New(pack)
	names.Wait()
	return a
}

// Layers are kinds of finding.
type Layers uint8

// The layers. Quotations rest on names and times, quantities and credits on all
// three.
const (
	Names Layers = 1 << iota
	Times
	Quantities
	Quotes
	Credits
	All = Names | Times | Quantities | Quotes | Credits
)

// LayerNames are the layers by what people call them, in their order.
var LayerNames = []struct {
	Name  string
	Layer Layers
}{{"names", Names}, {"times", Times}, {"quantities", Quantities}, {"quotes", Quotes}, {"credits", Credits}}

// Annotate returns the document's segments and findings.
func (a *Annotator) Annotate(doc *nutgraf.Document) (*nutgraf.Segments, *nutgraf.Annotations) {
	return a.Only(doc, All)
}

// Only is Annotate for some layers; what they rest on is found too. Times are
// always read, since they bear witness to the date of publication.
func (a *Annotator) Only(doc *nutgraf.Document, want Layers) (*nutgraf.Segments, *nutgraf.Annotations) {
	if want&(Quantities|Credits) != 0 {
		want |= Quotes
	}
	if want&Quotes != 0 {
		want |= Names
	}
	seg := a.segment.Split(doc)
	ann := &nutgraf.Annotations{Sentences: seg.Sentences}
	if want&Names != 0 {
		ann.Mentions, ann.Entities = a.mention.Find(doc, seg)
	}
	ann.Times, ann.Published = a.when.Find(doc, seg)
	switch {
	case want&Quotes == 0:
	case foreign(doc.Lang):
		ann.Quotes = a.quote.Marked(doc, seg)
	default:
		ann.Quotes = a.quote.Find(doc, seg, ann)
	}
	if want&Quantities != 0 {
		ann.Quantities = a.quantity.Find(doc, seg, ann)
	}
	if want&Credits != 0 {
		ann.Credits = a.credit.Find(doc, seg, ann)
	}
	if foreign(doc.Lang) {
		figuresOnly(doc, ann)
	}
	return seg, ann
}
