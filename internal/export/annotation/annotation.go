// Package annotation writes findings as W3C Web Annotations (JSON-LD): one
// collection with one page. Each annotation points at the words of a report by a
// TextPositionSelector, in code points of the text as extracted, and by a
// TextQuoteSelector with what stands around the words, which finds them in the
// page itself, too.
package annotation

import (
	"encoding/json"
	"io"
	"strconv"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/wire"
)

type collection struct {
	Context string `json:"@context"`
	ID      string `json:"id"`
	Type    string `json:"type"`
	Label   string `json:"label"`
	Total   int    `json:"total"`
	First   page   `json:"first"`
}

type page struct {
	ID         string       `json:"id"`
	Type       string       `json:"type"`
	StartIndex int          `json:"startIndex"`
	Items      []annotation `json:"items"`
}

type annotation struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Motivation string `json:"motivation"`
	Body       []body `json:"body"`
	Target     target `json:"target"`
}

type body struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

type target struct {
	Source   string     `json:"source"`
	Selector []selector `json:"selector"`
	State    *state     `json:"state,omitempty"`
}

type selector struct {
	Type   string `json:"type"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

type state struct {
	Type       string `json:"type"`
	SourceDate string `json:"sourceDate"`
}

// Write writes what was found in the stories. document gives a report's text;
// nil where it is not held.
func Write(w io.Writer, stories []*wire.Story, document func(id string) *nutgraf.Document) error {
	c := collector{document: document, rulers: map[string]*wire.Ruler{}, seen: map[string]bool{}, items: []annotation{}}
	label := "Findings of " + strconv.Itoa(len(stories)) + " stories"
	var ids []any
	for _, s := range stories {
		c.story(s)
		ids = append(ids, s.ID)
		if len(stories) == 1 {
			label = "Findings: " + s.Title
		}
	}
	id := iri.Hashed("annotations", ids...)
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(collection{
		"http://www.w3.org/ns/anno.jsonld", id, "AnnotationCollection", label, len(c.items),
		page{id + ":1", "AnnotationPage", 0, c.items},
	})
}

// collector gathers the annotations of some stories.
type collector struct {
	document func(id string) *nutgraf.Document
	rulers   map[string]*wire.Ruler
	reports  map[string]*wire.StoryArticle
	items    []annotation
	seen     map[string]bool
}

func (c *collector) story(s *wire.Story) {
	c.reports = map[string]*wire.StoryArticle{}
	for i := range s.Articles {
		c.reports[s.Articles[i].ID] = &s.Articles[i]
	}
	for _, f := range s.Quotes {
		for _, v := range f.Variants {
			c.add(s.ID, f.ID, v.Evidence, "identifying", tag("quotation"), tag(f.Type), tag(v.Kind), said("Speaker: ", f.Speaker), said("To: ", v.To))
		}
	}
	for _, x := range s.Claims {
		for _, y := range x.Support {
			c.add(s.ID, x.ID, y.Evidence, "describing", tag("claim"), tag(x.Kind), tag(y.Stance), said("Claim: ", x.Label.Text), said("Value: ", y.Value))
		}
	}
	for _, x := range s.Conflicts {
		for _, side := range x.Sides {
			for _, e := range side.Evidence {
				c.add(s.ID, x.ID+side.Side, e, "assessing", tag("difference"), tag(x.Kind), tag(x.Relation), said("Reports differ: ", x.Why), said("Side "+side.Side+": ", side.Value), said("By: ", side.By))
			}
		}
	}
	for _, x := range s.Provenance.Edges {
		for _, e := range x.Evidence {
			c.add(s.ID, x.From+" "+x.To, e, "linking", tag("origin"), tag(x.Kind), said("Rests on: ", name(s, x.To)), said("", x.Why))
		}
	}
}

func name(s *wire.Story, node string) string {
	for _, n := range s.Provenance.Nodes {
		if n.ID == node {
			return n.Outlet
		}
	}
	return ""
}

func tag(value string) body { return body{"TextualBody", value, "text/plain", "tagging"} }

func said(label, value string) body {
	if value == "" {
		return body{}
	}
	return body{"TextualBody", label + value, "text/plain", "describing"}
}

func (c *collector) add(story, finding string, e wire.Evidence, motivation string, bodies ...body) {
	a := annotation{
		ID:   iri.Hashed("annotation", story, motivation, finding, e.Article, e.Start, e.End),
		Type: "Annotation", Motivation: motivation, Target: c.target(e),
	}
	if c.seen[a.ID] { // one place can stand twice behind one finding
		return
	}
	c.seen[a.ID] = true
	for _, b := range bodies {
		if b.Value != "" {
			a.Body = append(a.Body, b)
		}
	}
	c.items = append(c.items, a)
}

// around is how many code points before and after the words are given.
const around = 32

func (c *collector) target(e wire.Evidence) target {
	t := target{Source: iri.Article(e.Article)}
	if r := c.reports[e.Article]; r != nil {
		t.Source = iri.Source(r.ID, r.URL)
	}
	quote := selector{Type: "TextQuoteSelector", Exact: e.Text}
	if d := c.document(e.Article); d != nil {
		r := c.rulers[e.Article]
		if r == nil {
			r = wire.NewRuler(d.Text)
			c.rulers[e.Article] = r
		}
		start, end := r.Bytes(e.Start), r.Bytes(e.End)
		quote.Prefix, quote.Suffix = d.Text[r.Bytes(max(0, e.Start-around)):start], d.Text[end:r.Bytes(e.End+around)]
		if !d.Captured.IsZero() {
			t.State = &state{"TimeState", d.Captured.UTC().Format("2006-01-02T15:04:05Z")}
		}
	}
	t.Selector = []selector{{Type: "TextPositionSelector", Start: &e.Start, End: &e.End}, quote}
	return t
}
