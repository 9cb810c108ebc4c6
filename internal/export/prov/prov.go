// Package prov writes where stories came from as W3C PROV-JSON. Reports and
// origins are entities; a report was derived from what it credits or shares text
// with, and, more weakly, influenced by what is inferred; the story was generated
// by a comparison that used the reports. Only what the story page shows is said.
package prov

import (
	"encoding/json"
	"io"
	"net/url"
	"strings"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/wire"
)

// attributes are the members of a record; encoding/json writes them in order of
// their names.
type attributes map[string]any

type document struct {
	Prefix     map[string]string     `json:"prefix"`
	Entity     map[string]attributes `json:"entity"`
	Activity   map[string]attributes `json:"activity"`
	Agent      map[string]attributes `json:"agent"`
	Generated  map[string]attributes `json:"wasGeneratedBy"`
	Used       map[string]attributes `json:"used"`
	Associated map[string]attributes `json:"wasAssociatedWith"`
	Attributed map[string]attributes `json:"wasAttributedTo,omitempty"`
	Derived    map[string]attributes `json:"wasDerivedFrom,omitempty"`
	Influenced map[string]attributes `json:"wasInfluencedBy,omitempty"`
}

// Write writes the stories' provenance as one document.
func Write(w io.Writer, stories []*wire.Story) error {
	d := document{
		Prefix: map[string]string{"ng": "urn:nutgraf:"},
		Entity: map[string]attributes{}, Activity: map[string]attributes{}, Agent: map[string]attributes{},
		Generated: map[string]attributes{}, Used: map[string]attributes{}, Associated: map[string]attributes{},
		Attributed: map[string]attributes{}, Derived: map[string]attributes{}, Influenced: map[string]attributes{},
	}
	for _, s := range stories {
		d.story(s)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(d)
}

// name is a qualified name under our prefix.
func name(kind string, parts ...string) string {
	escaped := make([]string, len(parts))
	for i, p := range parts {
		escaped[i] = strings.ReplaceAll(url.PathEscape(p), ":", "%3A")
	}
	return "ng:" + kind + "/" + strings.Join(escaped, "/")
}

func qualified(name string) attributes { return attributes{"$": name, "type": "prov:QUALIFIED_NAME"} }

func (d *document) story(s *wire.Story) {
	story, work, program := name("story", s.ID), name("comparison", s.ID), name("program", "nutgraf", s.Made.Version)
	d.Entity[story] = attributes{"prov:type": qualified("ng:Story"), "prov:label": s.Title}
	d.Activity[work] = attributes{"prov:type": qualified("ng:Comparison"), "prov:label": "comparison of the reports"}
	d.Agent[program] = attributes{"prov:type": qualified("prov:SoftwareAgent"), "prov:label": "nutgraf " + nutgraf.Version}
	d.Generated[name("_generated", s.ID)] = attributes{"prov:entity": story, "prov:activity": work}
	d.Associated[name("_associated", s.ID)] = attributes{"prov:activity": work, "prov:agent": program}
	for i, a := range s.Articles {
		hash := ""
		if i < len(s.Made.Inputs) {
			hash = s.Made.Inputs[i]
		}
		d.report(&a, hash)
		d.Used[name("_used", s.ID, a.ID)] = attributes{"prov:activity": work, "prov:entity": name("article", a.ID)}
	}
	d.edges(s)
}

func (d *document) report(a *wire.StoryArticle, hash string) {
	id := name("article", a.ID)
	e := attributes{"prov:type": qualified("ng:Report"), "prov:label": a.Title, "ng:letter": a.Letter}
	for k, v := range map[string]string{"ng:published": a.Published, "ng:sha256": hash} {
		if v != "" {
			e[k] = v
		}
	}
	if web := iri.Web(a.URL); web != "" {
		e["prov:location"] = attributes{"$": web, "type": "xsd:anyURI"}
	}
	d.Entity[id] = e
	if a.Outlet == "" {
		return
	}
	outlet := name("outlet", a.Outlet)
	d.Agent[outlet] = attributes{"prov:type": qualified("prov:Organization"), "prov:label": a.Outlet}
	d.Attributed[name("_attributed", a.ID)] = attributes{"prov:entity": id, "prov:agent": outlet}
}

func (d *document) edges(s *wire.Story) {
	nodes := map[string]string{}
	for _, n := range s.Provenance.Nodes {
		if n.Article != nil {
			nodes[n.ID] = name("article", *n.Article)
			continue
		}
		id := name("origin", s.ID, n.ID)
		nodes[n.ID] = id
		d.Entity[id] = attributes{"prov:type": qualified("ng:Origin"), "prov:label": n.Outlet, "ng:role": n.Role, "ng:held": false}
	}
	for _, e := range s.Provenance.Edges {
		from, to := nodes[e.From], nodes[e.To]
		if from == "" || to == "" || d.Entity[from] == nil || d.Entity[to] == nil {
			continue
		}
		d.edge(name("_edge", s.ID, e.From, e.To, e.Kind), e, from, to)
	}
}

func (d *document) edge(id string, e wire.Edge, from, to string) {
	x := attributes{"ng:kind": e.Kind, "ng:why": e.Why, "ng:confidence": e.Confidence, "ng:whole": e.Whole}
	var words []string
	for _, v := range e.Evidence {
		words = append(words, v.Text)
	}
	if len(words) > 0 {
		x["ng:evidence"] = words
	}
	if e.Kind == string(nutgraf.EdgeInferred) {
		x["prov:influencee"], x["prov:influencer"] = from, to
		d.Influenced[id] = x
		return
	}
	x["prov:generatedEntity"], x["prov:usedEntity"] = from, to
	if e.Kind == string(nutgraf.EdgeSharedQuote) {
		x["prov:type"] = qualified("prov:Quotation")
	}
	d.Derived[id] = x
}
