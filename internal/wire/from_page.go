package wire

import (
	"nutgraf"
)

// FromPage translates a story page. document returns the document of an id, or
// nil when it is no longer held; a cite whose words no longer stand at its span
// is left out, so that nothing is shown that cannot be proved.
func FromPage(p *nutgraf.StoryPage, document func(id string) *nutgraf.Document) *Story {
	w := &pageWriter{document: document, rulers: map[string]*held{}}
	s := &Story{
		Schema: Schema, ID: p.ID, Title: p.Title, Saga: p.Saga,
		FirstPublished: p.First.String(), LastPublished: p.Last.String(),
		Articles: w.articles(p), NutGraf: w.nutgraf(p.Brief), Quotes: w.families(p.Families),
		Claims: w.claims(p.Claims), Conflicts: w.conflicts(p.Conflicts), Provenance: w.provenance(p.Provenance),
		Timeline: w.timeline(p.Timeline), Warnings: w.warnings(p.Warnings), SagaStories: sagaStories(p.SagaStories),
		Made: Made{p.Made.Version, list(p.Made.Inputs), p.Made.Settings, p.Made.Considered},
	}
	if e, ok := w.cite(p.TitleCite); ok {
		s.TitleEvidence = &e
	}
	return s
}

// held is a document with its ruler.
type held struct {
	doc   *nutgraf.Document
	ruler *Ruler
}

// pageWriter translates cites into many documents.
type pageWriter struct {
	document func(id string) *nutgraf.Document
	rulers   map[string]*held
}

func (w *pageWriter) held(id string) *held {
	h, ok := w.rulers[id]
	if !ok {
		if doc := w.document(id); doc != nil {
			h = &held{doc, NewRuler(doc.Text)}
		}
		w.rulers[id] = h
	}
	return h
}

func (w *pageWriter) cite(c nutgraf.Cite) (Evidence, bool) {
	h := w.held(c.Doc)
	if h == nil || c.Span.IsZero() || c.Span.Start < 0 || c.Span.End > len(h.doc.Text) || c.Span.Of(h.doc.Text) != c.Text {
		return Evidence{}, false
	}
	start, end := h.ruler.Span(c.Span)
	return Evidence{c.Doc, start, end, c.Text, c.Para}, true
}

func (w *pageWriter) cites(cs []nutgraf.Cite) []Evidence {
	out := make([]Evidence, 0, len(cs))
	for _, c := range cs {
		if e, ok := w.cite(c); ok {
			out = append(out, e)
		}
	}
	return out
}

func (w *pageWriter) articles(p *nutgraf.StoryPage) []StoryArticle {
	out := make([]StoryArticle, 0, len(p.Articles))
	for i, a := range p.Articles {
		x := StoryArticle{
			ID: a.ID, Letter: a.Letter, Outlet: a.Outlet, Title: a.Title, URL: a.URL, Byline: a.Byline,
			Only: w.cites(a.Only), NotFound: list(a.NotFound), Warnings: w.warnings(a.Warnings),
			SharedShare: shares(p.Articles, i), SameTextAs: a.SameAs, Times: []Time{},
			Range: &Range{a.Range.From.String(), a.Range.To.String(), a.Range.Stated, a.Range.Firm, a.Range.Basis},
		}
		if !a.Published.Doubted {
			x.Published = a.Published.Value
		}
		if h := w.held(a.ID); h != nil {
			one := &writer{doc: h.doc, ruler: h.ruler}
			for _, t := range a.Times {
				x.Times = append(x.Times, one.time(t))
			}
		}
		out = append(out, x)
	}
	return out
}

// shares gives, by the other report's id, the share of a report's words that
// stands there too in runs of eight; reports with nothing in common are absent.
func shares(articles []nutgraf.PageArticle, i int) map[string]float64 {
	var out map[string]float64
	for j, s := range articles[i].Shares {
		if j == i || j >= len(articles) || s == 0 {
			continue
		}
		if out == nil {
			out = map[string]float64{}
		}
		out[articles[j].ID] = round(s)
	}
	return out
}

func (w *pageWriter) nutgraf(b nutgraf.Brief) []NutLine {
	out := make([]NutLine, 0, len(b.Lines))
	for _, l := range b.Lines {
		if e := w.cites(l.Cites); len(e) > 0 {
			out = append(out, NutLine{l.Text, e, l.Note})
		}
	}
	return out
}

func (w *pageWriter) families(fs []nutgraf.Family) []Family {
	out := make([]Family, 0, len(fs))
	for _, f := range fs {
		x := Family{
			ID: f.ID, Speaker: f.Speaker, SpeakerEvidence: w.cites(f.SpeakerEvidence), How: string(f.How),
			Type: string(f.Kind), Variants: []Variant{}, Earliest: f.Earliest, Addressee: f.Addressee,
			Medium: f.Medium, Said: f.Said.String(), About: f.About, Why: w.why(f.Why),
		}
		for _, v := range f.Variants {
			if y, ok := w.variant(v); ok {
				x.Variants = append(x.Variants, y)
			}
		}
		if len(x.Variants) > 0 {
			out = append(out, x)
		}
	}
	return out
}

func (w *pageWriter) variant(v nutgraf.Variant) (Variant, bool) {
	pieces := w.cites(v.Cites)
	if len(pieces) == 0 {
		return Variant{}, false
	}
	whole := v.Cites[0]
	whole.Span.End = v.Cites[len(v.Cites)-1].Span.End
	h := w.held(v.Doc)
	whole.Text = whole.Span.Of(h.doc.Text)
	e, ok := w.cite(whole)
	if !ok {
		return Variant{}, false
	}
	x := Variant{Evidence: e, Kind: string(v.Kind), Diff: edits(v.Diff), Turns: v.Turns, To: v.To}
	if len(pieces) > 1 {
		x.Pieces = pieces
	}
	if lead, ok := w.cite(v.Lead); ok && v.Lead.Text != "" {
		x.Lead = &lead
	}
	return x, true
}

func edits(diff []nutgraf.Edit) []Edit {
	out := make([]Edit, len(diff))
	for i, d := range diff {
		out[i] = Edit{string(d.Op), d.Text}
	}
	return out
}

func (w *pageWriter) claims(cs []nutgraf.Claim) []Claim {
	out := make([]Claim, 0, len(cs))
	for _, c := range cs {
		label, ok := w.cite(c.Label)
		if !ok {
			continue
		}
		x := Claim{ID: c.ID, Kind: string(c.Kind), Label: label, Note: c.Note, Support: []Support{}}
		for _, s := range c.Support {
			if e, ok := w.cite(s.Cite); ok {
				x.Support = append(x.Support, Support{e, s.Value, string(s.Stance), s.Side})
			}
		}
		out = append(out, x)
	}
	return out
}

func (w *pageWriter) conflicts(cs []nutgraf.Conflict) []Conflict {
	out := make([]Conflict, 0, len(cs))
	for _, c := range cs {
		x := Conflict{c.ID, string(c.Kind), string(c.Severity), string(c.Relation), c.Matter, c.Why, []Side{}}
		for _, s := range c.Sides {
			if e := w.cites(s.Evidence); len(e) > 0 {
				x.Sides = append(x.Sides, Side{s.Letter, s.Value, s.By, s.ByQuoted, e})
			}
		}
		if len(x.Sides) > 1 {
			out = append(out, x)
		}
	}
	return out
}

func (w *pageWriter) provenance(p nutgraf.Provenance) Provenance {
	x := Provenance{
		Nodes: []Node{}, Edges: []Edge{}, IndependentOrigins: p.IndependentOrigins, OriginsWhy: p.OriginsWhy,
		Earliest: p.Earliest, EarliestWhy: p.EarliestWhy,
	}
	for _, n := range p.Nodes {
		outlet := n.Name
		if n.Owner != "" {
			outlet = n.Outlet + " (" + n.Owner + ")"
		}
		y := Node{ID: n.ID, Outlet: outlet, Held: n.Doc != "", Role: string(n.Role), Kind: n.Kind}
		if n.Doc != "" {
			y.Article = &n.Doc
		}
		x.Nodes = append(x.Nodes, y)
	}
	for _, e := range p.Edges {
		x.Edges = append(x.Edges, Edge{e.From, e.To, string(e.Kind), e.Whole, round(e.Confidence), w.cites(e.Evidence), e.Why})
	}
	for _, s := range p.Shared {
		src, ok1 := w.cite(s.Src)
		dst, ok2 := w.cite(s.Dst)
		if ok1 && ok2 {
			x.Shared = append(x.Shared, Shared{src, dst, s.Kind, s.Direction, round(s.Confidence), s.Why})
		}
	}
	return x
}

func (w *pageWriter) timeline(ts []nutgraf.TimelineEntry) []Moment {
	out := make([]Moment, 0, len(ts))
	for _, t := range ts {
		m := Moment{t.From.String(), t.To.String(), t.Told, t.Text, string(t.Lane), t.Refused, t.Why, w.cites(t.Evidence), nil}
		for _, o := range t.Others {
			m.Others = append(m.Others, OtherDay{o.Told, w.cites(o.Evidence)})
		}
		out = append(out, m)
	}
	return out
}

func (w *pageWriter) warnings(ws []nutgraf.Warning) []Warning {
	out := make([]Warning, 0, len(ws))
	for _, x := range ws {
		out = append(out, Warning{x.Doc, string(x.Kind), x.Why, w.cites(x.Evidence)})
	}
	return out
}

func (w *pageWriter) why(e nutgraf.Evidence) *StoryWhy {
	if e.Rule == "" && e.Text == "" {
		return nil
	}
	x := &StoryWhy{Rule: e.Rule, Text: e.Text}
	for _, r := range e.Refs {
		if h := w.held(r.Doc); h != nil && r.Span.Start >= 0 && r.Span.End <= len(h.doc.Text) && !r.Span.IsZero() {
			start, end := h.ruler.Span(r.Span)
			x.Evidence = append(x.Evidence, Evidence{r.Doc, start, end, r.Span.Of(h.doc.Text), h.doc.ParagraphAt(r.Span.Start)})
		}
	}
	return x
}

func sagaStories(ls []nutgraf.StoryLink) []SagaStory {
	var out []SagaStory
	for _, l := range ls {
		x := SagaStory{l.ID, l.Title, l.First.String(), l.Last.String(), []string{}}
		for _, a := range l.Articles {
			x.Articles = append(x.Articles, a.ID)
		}
		out = append(out, x)
	}
	return out
}

// list keeps an empty list a list in JSON.
func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}
