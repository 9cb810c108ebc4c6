// Package graphml writes where stories came from as one directed GraphML graph:
// reports held and origins named are nodes, an edge runs from a report to what
// it rests on. Gephi, yEd, NetworkX and igraph read it.
package graphml

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"

	"nutgraf/internal/wire"
)

type document struct {
	XMLName xml.Name `xml:"http://graphml.graphdrawing.org/xmlns graphml"`
	Keys    []key    `xml:"key"`
	Graph   graph    `xml:"graph"`
}

type key struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graph struct {
	ID      string `xml:"id,attr"`
	Default string `xml:"edgedefault,attr"`
	Nodes   []node `xml:"node"`
	Edges   []edge `xml:"edge"`
}

type node struct {
	ID   string `xml:"id,attr"`
	Data []data `xml:"data"`
}

type edge struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []data `xml:"data"`
}

type data struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

var nodeKeys = []key{
	{"story", "node", "story", "string"},
	{"label", "node", "label", "string"},
	{"role", "node", "role", "string"},
	{"held", "node", "held", "boolean"},
	{"source", "node", "source", "string"},
	{"report", "node", "report", "string"},
	{"title", "node", "title", "string"},
	{"url", "node", "url", "string"},
	{"published", "node", "published", "string"},
}

var edgeKeys = []key{
	{"kind", "edge", "kind", "string"},
	{"whole", "edge", "whole", "boolean"},
	{"confidence", "edge", "confidence", "double"},
	{"why", "edge", "why", "string"},
	{"evidence", "edge", "evidence", "string"},
}

// Write writes the stories' provenance. Nodes of different stories stay apart.
func Write(w io.Writer, stories []*wire.Story) error {
	d := document{Keys: append(append([]key{}, nodeKeys...), edgeKeys...), Graph: graph{ID: "provenance", Default: "directed"}}
	for i, s := range stories {
		d.Graph.add(s, "s"+strconv.Itoa(i+1)+".")
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(d); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// add adds a story's nodes and edges. Ids are counted: an XML id takes few
// characters.
func (g *graph) add(s *wire.Story, prefix string) {
	reports := map[string]*wire.StoryArticle{}
	for i := range s.Articles {
		reports[s.Articles[i].ID] = &s.Articles[i]
	}
	ids := map[string]string{}
	for i, n := range s.Provenance.Nodes {
		id := prefix + "n" + strconv.Itoa(i+1)
		ids[n.ID] = id
		g.Nodes = append(g.Nodes, node{id, filled(nodeData(s, n, reports))})
	}
	for _, e := range s.Provenance.Edges {
		from, to := ids[e.From], ids[e.To]
		if from == "" || to == "" {
			continue
		}
		g.Edges = append(g.Edges, edge{"e" + strconv.Itoa(len(g.Edges)+1), from, to, filled(edgeData(e))})
	}
}

func nodeData(s *wire.Story, n wire.Node, reports map[string]*wire.StoryArticle) []data {
	out := []data{
		{"story", s.ID}, {"label", n.Outlet}, {"role", n.Role}, {"held", strconv.FormatBool(n.Held)}, {"source", n.Kind},
	}
	if n.Article != nil && reports[*n.Article] != nil {
		a := reports[*n.Article]
		out = append(out, data{"report", a.ID}, data{"title", a.Title}, data{"url", a.URL}, data{"published", a.Published})
	}
	return out
}

func edgeData(e wire.Edge) []data {
	words := make([]string, len(e.Evidence))
	for i, x := range e.Evidence {
		words[i] = x.Text
	}
	return []data{
		{"kind", e.Kind},
		{"whole", strconv.FormatBool(e.Whole)},
		{"confidence", strconv.FormatFloat(e.Confidence, 'f', -1, 64)},
		{"why", e.Why},
		{"evidence", strings.Join(words, "\n")},
	}
}

// filled leaves out what is not known.
func filled(all []data) []data {
	out := all[:0]
	for _, d := range all {
		if d.Value != "" {
			out = append(out, d)
		}
	}
	return out
}
