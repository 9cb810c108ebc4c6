// Package quantity finds numbers and what they measure.
package quantity

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds quantities. It is safe for concurrent use.
type Finder struct{}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder { return &Finder{} }

// Find returns the document's quantities in text order. ann holds the mentions,
// entities, times and quotations found before.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) []nutgraf.Quantity {
	return nil
}
