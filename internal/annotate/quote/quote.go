// Package quote finds quotations and their speakers.
package quote

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds quotations. It is safe for concurrent use.
type Finder struct{}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder { return &Finder{} }

// Find returns the document's quotations in text order. ann holds the
// mentions, entities and times found before.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) []nutgraf.Quote {
	return nil
}
