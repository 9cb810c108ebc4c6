// Package table lays a story's findings out as four flat tables: quotations,
// claims, credits and conflicts, a row for each place in a report. What writes
// tables (CSV, Parquet, JSON Lines) takes its rows from here, so that all of
// them say the same. Offsets are Unicode code points of the report's text.
package table

import (
	"nutgraf"
	"nutgraf/internal/wire"
)

// Place is where the words of a row stand.
type Place struct {
	Story     string `json:"story" parquet:"story"`
	Report    string `json:"report" parquet:"report"`
	Outlet    string `json:"outlet" parquet:"outlet"`
	Published string `json:"published" parquet:"published"` // as the page states it, unless that is doubted
	URL       string `json:"url" parquet:"url"`
	Start     int64  `json:"start" parquet:"start"`
	End       int64  `json:"end" parquet:"end"`
	Paragraph int64  `json:"paragraph" parquet:"paragraph"` // of the body, from 1; 0 outside
	Text      string `json:"text" parquet:"text"`
}

// Quotation is one report's wording of an utterance.
type Quotation struct {
	Quotation string `json:"quotation" parquet:"quotation"` // the same for all wordings of one utterance
	Speaker   string `json:"speaker" parquet:"speaker"`
	How       string `json:"how" parquet:"how"`         // on what the attribution rests
	Type      string `json:"type" parquet:"type"`       // direct, mixed, indirect
	Wording   string `json:"wording" parquet:"wording"` // against the fullest form: verbatim, truncated …
	To        string `json:"to" parquet:"to"`
	Medium    string `json:"medium" parquet:"medium"`
	Said      string `json:"said" parquet:"said"`         // day of speaking, when known
	Earliest  bool   `json:"earliest" parquet:"earliest"` // the earliest report held that has it
	Place
}

// Claim is one report's words on a claim.
type Claim struct {
	Claim  string `json:"claim" parquet:"claim"`
	Kind   string `json:"kind" parquet:"kind"`
	Label  string `json:"label" parquet:"label"` // the shortest clause of any report that states it
	Stance string `json:"stance" parquet:"stance"`
	Side   string `json:"side" parquet:"side"`
	Value  string `json:"value" parquet:"value"`
	Place
}

// Credit is a place where a report names where its matter comes from.
type Credit struct {
	Credited   string  `json:"credited" parquet:"credited"`
	Owner      string  `json:"owner" parquet:"owner"`
	Kind       string  `json:"kind" parquet:"kind"`
	Scope      string  `json:"scope" parquet:"scope"`
	Confidence float64 `json:"confidence" parquet:"confidence"`
	Place
}

// Conflict is one report's words on one side of a difference.
type Conflict struct {
	Conflict string `json:"conflict" parquet:"conflict"`
	Kind     string `json:"kind" parquet:"kind"`
	Severity string `json:"severity" parquet:"severity"`
	Relation string `json:"relation" parquet:"relation"`
	Matter   string `json:"matter" parquet:"matter"`
	Why      string `json:"why" parquet:"why"`
	Side     string `json:"side" parquet:"side"`
	Value    string `json:"value" parquet:"value"`
	By       string `json:"by" parquet:"by"`
	ByQuoted bool   `json:"by_quoted" parquet:"by_quoted"`
	Place
}

// Tables are the findings of some stories.
type Tables struct {
	Quotations []Quotation
	Claims     []Claim
	Credits    []Credit
	Conflicts  []Conflict
}

// From lays stories out. article gives an article in the contract's form, with
// its findings, from which the credits are taken; nil when it is not held.
func From(stories []*wire.Story, article func(id string) *wire.Article) *Tables {
	t := &Tables{Quotations: []Quotation{}, Claims: []Claim{}, Credits: []Credit{}, Conflicts: []Conflict{}}
	for _, s := range stories {
		p := newPlacer(s)
		t.quotations(s, p)
		t.claims(s, p)
		t.conflicts(s, p)
		for _, a := range s.Articles {
			if found := article(a.ID); found != nil {
				t.credits(found, p)
			}
		}
	}
	return t
}

func (t *Tables) quotations(s *wire.Story, p placer) {
	for _, f := range s.Quotes {
		for _, v := range f.Variants {
			t.Quotations = append(t.Quotations, Quotation{
				Quotation: f.ID, Speaker: f.Speaker, How: f.How, Type: f.Type, Wording: v.Kind, To: v.To, Medium: f.Medium,
				Said: f.Said, Earliest: f.Earliest != "" && f.Earliest == v.Article, Place: p.place(v.Evidence),
			})
		}
	}
}

func (t *Tables) claims(s *wire.Story, p placer) {
	for _, c := range s.Claims {
		for _, x := range c.Support {
			t.Claims = append(t.Claims, Claim{c.ID, c.Kind, c.Label.Text, x.Stance, x.Side, x.Value, p.place(x.Evidence)})
		}
	}
}

func (t *Tables) conflicts(s *wire.Story, p placer) {
	for _, c := range s.Conflicts {
		for _, side := range c.Sides {
			for _, e := range side.Evidence {
				t.Conflicts = append(t.Conflicts, Conflict{
					c.ID, c.Kind, c.Severity, c.Relation, c.Matter, c.Why, side.Side, side.Value, side.By, side.ByQuoted, p.place(e),
				})
			}
		}
	}
}

func (t *Tables) credits(a *wire.Article, p placer) {
	for _, c := range a.Credits {
		if c.Kind == string(nutgraf.CreditOwn) {
			continue
		}
		e := wire.Evidence{Article: a.ID, Start: c.Start, End: c.End, Text: c.Text, Paragraph: paragraph(a, c.Start)}
		t.Credits = append(t.Credits, Credit{c.Outlet, c.Owner, c.Kind, c.Scope, c.Confidence, p.place(e)})
	}
}

// paragraph is the number of the body paragraph that a code point stands in.
func paragraph(a *wire.Article, at int) int {
	n := 0
	for _, b := range a.Blocks {
		body := nutgraf.BlockKind(b.Kind).Body()
		if body {
			n++
		}
		if at >= b.Start && at < b.End && body {
			return n
		}
	}
	return 0
}

// placer knows the reports of one story.
type placer struct {
	story   string
	reports map[string]*wire.StoryArticle
}

func newPlacer(s *wire.Story) placer {
	p := placer{s.ID, map[string]*wire.StoryArticle{}}
	for i := range s.Articles {
		p.reports[s.Articles[i].ID] = &s.Articles[i]
	}
	return p
}

func (p placer) place(e wire.Evidence) Place {
	out := Place{Story: p.story, Report: e.Article, Start: int64(e.Start), End: int64(e.End), Paragraph: int64(e.Paragraph), Text: e.Text}
	if a := p.reports[e.Article]; a != nil {
		out.Outlet, out.Published, out.URL = a.Outlet, a.Published, a.URL
	}
	return out
}
