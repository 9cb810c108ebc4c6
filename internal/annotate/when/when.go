// Package when finds time expressions and resolves them.
package when

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds time expressions. It is safe for concurrent use.
type Finder struct{}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder { return &Finder{} }

// Find returns the document's time expressions in text order, and the
// publication date after they have been heard as witnesses against it.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments) ([]nutgraf.When, nutgraf.Published) {
	return nil, doc.Published
}
