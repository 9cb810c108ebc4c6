// Package mention finds the names of a document and resolves each mention to
// an entity.
package mention

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds names. It is safe for concurrent use.
type Finder struct{}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder { return &Finder{} }

// Find returns the document's mentions in text order and the entities they
// stand for.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments) ([]nutgraf.Mention, []nutgraf.Entity) {
	return nil, nil
}
