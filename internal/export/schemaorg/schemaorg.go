// Package schemaorg writes stories in schema.org's vocabulary as JSON-LD:
// NewsArticle for the reports, Quotation for who said what, Claim for what is
// claimed. It marks nothing true or false. The characters < > & are escaped, so
// that the file can stand in a page.
package schemaorg

import (
	"encoding/json"
	"io"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/wire"
)

type graph struct {
	Context string `json:"@context"`
	Graph   []any  `json:"@graph"`
}

type reference struct {
	ID string `json:"@id"`
}

type named struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type newsArticle struct {
	Type      string      `json:"@type"`
	ID        string      `json:"@id"`
	Headline  string      `json:"headline,omitempty"`
	URL       string      `json:"url,omitempty"`
	Published string      `json:"datePublished,omitempty"`
	Language  string      `json:"inLanguage,omitempty"`
	Author    []named     `json:"author,omitempty"`
	Publisher *named      `json:"publisher,omitempty"`
	BasedOn   []reference `json:"isBasedOn,omitempty"`
}

type quotation struct {
	Type    string      `json:"@type"`
	ID      string      `json:"@id"`
	Text    string      `json:"text"`
	Creator *named      `json:"creator,omitempty"`
	PartOf  []reference `json:"isPartOf"`
}

type claim struct {
	Type       string      `json:"@type"`
	ID         string      `json:"@id"`
	Text       string      `json:"text"`
	Appearance []reference `json:"appearance"`
}

// Write writes the stories as one graph. A report that stands in several of
// them is given once.
func Write(w io.Writer, stories []*wire.Story, document func(id string) *nutgraf.Document) error {
	g := grapher{document: document, seen: map[string]bool{}, out: []any{}}
	for _, s := range stories {
		g.story(s)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(graph{"https://schema.org/", g.out})
}

type grapher struct {
	document func(id string) *nutgraf.Document
	seen     map[string]bool
	out      []any
}

func (g *grapher) story(s *wire.Story) {
	for i := range s.Articles {
		if a := &s.Articles[i]; !g.seen[a.ID] {
			g.seen[a.ID] = true
			g.out = append(g.out, g.article(s, a))
		}
	}
	for _, f := range s.Quotes {
		q := quotation{Type: "Quotation", ID: iri.Finding(s.ID, f.ID), Text: fullest(&f).Words()}
		if f.Speaker != "" {
			q.Creator = &named{"Person", f.Speaker}
		}
		for _, v := range f.Variants {
			q.PartOf = appendNew(q.PartOf, iri.Article(v.Article))
		}
		g.out = append(g.out, q)
	}
	for _, c := range s.Claims {
		x := claim{Type: "Claim", ID: iri.Finding(s.ID, c.ID), Text: c.Label.Text, Appearance: []reference{}}
		for _, y := range c.Support {
			if y.Stance != string(nutgraf.Differs) {
				x.Appearance = appendNew(x.Appearance, iri.Article(y.Article))
			}
		}
		g.out = append(g.out, x)
	}
}

// fullest is the wording that the others are compared with: the one that has no
// steps of a word diff.
func fullest(f *wire.Family) *wire.Variant {
	for i := range f.Variants {
		if len(f.Variants[i].Diff) == 0 {
			return &f.Variants[i]
		}
	}
	return &f.Variants[0]
}

func appendNew(all []reference, id string) []reference {
	for _, r := range all {
		if r.ID == id {
			return all
		}
	}
	return append(all, reference{id})
}

func (g *grapher) article(s *wire.Story, a *wire.StoryArticle) newsArticle {
	out := newsArticle{
		Type: "NewsArticle", ID: iri.Article(a.ID), Headline: a.Title, URL: iri.Web(a.URL), Published: a.Published,
	}
	for _, b := range a.Byline {
		out.Author = append(out.Author, named{"Person", b})
	}
	if a.Outlet != "" {
		out.Publisher = &named{"NewsMediaOrganization", a.Outlet}
	}
	if d := g.document(a.ID); d != nil {
		out.Language = d.Lang
	}
	held := map[string]string{}
	for _, n := range s.Provenance.Nodes {
		if n.Article != nil {
			held[n.ID] = *n.Article
		}
	}
	for _, e := range s.Provenance.Edges {
		if e.Kind == string(nutgraf.EdgeCredit) && held[e.From] == a.ID && held[e.To] != "" {
			out.BasedOn = appendNew(out.BasedOn, iri.Article(held[e.To]))
		}
	}
	return out
}
