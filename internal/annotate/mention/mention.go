// Package mention finds the names of a document and resolves each mention to
// an entity: persons, groups, organizations, outlets, places, works,
// characters and events.
//
// It reads capitalised runs off the tokens, weighs what lists and context say
// of each, adds the evidence up over the document, and then decides who is
// who: full names, surnames, given names, role nouns and pronouns. It does not
// know the world beyond its word lists, and does not look at other documents.
package mention

import (
	"nutgraf"
	"nutgraf/internal/lang"
)

// Finder finds names. It is safe for concurrent use.
type Finder struct {
	lex *lexicon
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder { return &Finder{lex: newLexicon(pack)} }

// Find returns the document's mentions in text order and the entities they
// stand for.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments) ([]nutgraf.Mention, []nutgraf.Entity) {
	r := newReader(f, doc, seg)
	for n := range seg.Sentences {
		if !r.titled(n) {
			r.scan(n)
		}
	}
	for i := range r.cands {
		r.weigh(&r.cands[i])
	}
	b := newBook(r)
	b.sum()
	b.headlines()
	b.entities()
	b.roles()
	b.follow()
	return b.result()
}
