// Package reuse finds the passages that articles share: verbatim, with the
// marks changed, or edited. It says which words stand where in both, what kind
// of passage it is, and, where reasons carry it, from which side it most
// likely came. It does not say that anybody copied: sharing is all it sees.
package reuse

import (
	"nutgraf"
)

// Article is what the search for shared passages needs of an article.
type Article struct {
	ID     string
	Outlet string
	Day    nutgraf.Day // nutgraf.NoDay when none can be relied on
	Text   string
	Quotes []nutgraf.Span // quotations; found by their marks when nil
	// Credits are the outlets that the article names as its source, and where.
	Credits []nutgraf.Credit
}

// Finder searches a collection for shared passages. It is not safe for
// concurrent use.
type Finder struct {
	articles []Article
}

// NewFinder returns a Finder of an empty collection.
func NewFinder() *Finder { return &Finder{} }

// Add takes an article in.
func (f *Finder) Add(a Article) { f.articles = append(f.articles, a) }

// Passages returns the passages that articles of the collection share, in the
// order of the ids of the two articles, then of the place in the first. The
// order in which the articles were added does not matter.
func (f *Finder) Passages() []nutgraf.SharedText { return nil }

// Find returns the passages that the reports of a story share. Being of one
// story, they are searched for shorter passages than a whole collection is.
func Find(members []nutgraf.Member) []nutgraf.SharedText { return nil }
