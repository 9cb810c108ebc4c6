package wire

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"nutgraf"
)

// FromDocument translates a document and, when ann is not nil, its findings.
func FromDocument(doc *nutgraf.Document, ann *nutgraf.Annotations) *Article {
	w := &writer{doc: doc, ruler: NewRuler(doc.Text)}
	a := &Article{
		Schema: Schema, ID: doc.ID, URL: doc.URL, Outlet: doc.Outlet, Title: doc.Title,
		Byline: doc.Byline, Language: doc.Lang, Text: doc.Text, Blocks: w.blocks(),
		Published: published(doc, doc.Published), Notes: w.notes(doc.Notes),
	}
	if ann != nil {
		w.annotations(a, ann)
	}
	return a
}

// writer translates one document's spans.
type writer struct {
	doc   *nutgraf.Document
	ruler *Ruler
}

func (w *writer) annotations(a *Article, ann *nutgraf.Annotations) {
	a.Published = published(w.doc, ann.Published)
	for _, s := range ann.Sentences {
		start, end := w.ruler.Span(s.Span)
		a.Sentences = append(a.Sentences, [2]int{start, end})
	}
	for i, e := range ann.Entities {
		a.Entities = append(a.Entities, Entity{entityID(i), string(e.Type), e.Name, e.Aliases, e.Roles})
	}
	a.Mentions = w.mentions(ann.Mentions)
	for _, t := range ann.Times {
		a.Times = append(a.Times, w.time(t))
	}
	for _, q := range ann.Quantities {
		a.Quantities = append(a.Quantities, w.quantity(q, ann))
	}
	for _, q := range ann.Quotes {
		a.Quotes = append(a.Quotes, w.quote(q, ann))
	}
	for _, c := range ann.Credits {
		a.Credits = append(a.Credits, w.credit(c))
	}
	a.Notes = append(a.Notes, w.notes(ann.Notes)...)
}

// mentions writes the mentions in text order, the longer one of two that begin
// at one place first. A name and the role beside it come out three times: each
// alone, and both as one phrase.
func (w *writer) mentions(list []nutgraf.Mention) []Mention {
	var out []Mention
	for _, m := range list {
		if !m.Whole.IsZero() {
			out = append(out, Mention{w.words(m.Whole), entityID(m.Entity), "phrase"})
		}
		out = append(out, Mention{w.words(m.Span), entityID(m.Entity), string(m.Kind)})
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return out
}

func (w *writer) words(s nutgraf.Span) Words {
	start, end := w.ruler.Span(s)
	return Words{start, end, s.Of(w.doc.Text)}
}

func (w *writer) optional(s nutgraf.Span) *Words {
	if s.IsZero() {
		return nil
	}
	x := w.words(s)
	return &x
}

func (w *writer) blocks() []Block {
	out := make([]Block, 0, len(w.doc.Blocks))
	for _, b := range w.doc.Blocks {
		start, end := w.ruler.Span(b.Span)
		out = append(out, Block{string(b.Kind), start, end, b.Source.Start, b.Source.End})
	}
	return out
}

func published(doc *nutgraf.Document, p nutgraf.Published) *Published {
	if p.Value == "" && len(doc.Dates) == 0 {
		return nil
	}
	out := &Published{Value: p.Value, Source: string(p.Source), Confidence: round(p.Confidence), Doubted: p.Doubted, Why: p.Why}
	for _, d := range doc.Dates {
		verdict := "rejected"
		if d.Kept {
			verdict = "kept"
		}
		out.Witnesses = append(out.Witnesses, Witness{string(d.Source), d.Value, d.Modified, verdict, d.Why})
	}
	return out
}

func (w *writer) time(t nutgraf.When) Time {
	return Time{
		Words: w.words(t.Span), Type: string(t.Type), Value: t.Value, Mod: t.Mod,
		Begin: dayIf(t.Resolved, t.From), Finish: dayIf(t.Resolved, t.To),
		Resolved: t.Resolved, Anchor: string(t.Anchor), UTC: t.UTC,
	}
}

func (w *writer) quantity(q nutgraf.Quantity, ann *nutgraf.Annotations) Quantity {
	out := Quantity{
		Words: w.words(q.Span), Kind: string(q.Kind), Unit: q.Unit, Hedge: string(q.Hedge),
		Status: string(q.Status), By: q.By,
	}
	if q.Known {
		value, low, high := q.Value, q.Low, q.High
		out.Value, out.Low, out.High = &value, &low, &high
		if low <= -math.MaxFloat64 { // an open bound is left out
			out.Low = nil
		}
		if high >= math.MaxFloat64 {
			out.High = nil
		}
	}
	if !q.Counted.IsZero() {
		out.Counted = q.Counted.Of(w.doc.Text)
	}
	if q.Window >= 0 && q.Window < len(ann.Times) {
		t := ann.Times[q.Window]
		out.Window = &Window{dayIf(t.Resolved, t.From), dayIf(t.Resolved, t.To), t.Span.Of(w.doc.Text)}
	}
	return out
}

func (w *writer) quote(q nutgraf.Quote, ann *nutgraf.Annotations) Quote {
	out := Quote{
		Words: w.words(q.Span), Type: string(q.Kind), Cue: w.optional(q.Cue), Modality: q.Modality,
		Medium: q.Medium, Confidence: round(q.Confidence), Why: w.why(q.Why),
	}
	for _, p := range q.Parts {
		start, end := w.ruler.Span(p)
		out.Parts = append(out.Parts, [2]int{start, end})
	}
	if q.Name != "" || !q.Source.IsZero() {
		out.Speaker = w.speaker(q)
	}
	if !q.Addressee.IsZero() {
		out.Addressee = &Addressee{w.words(q.Addressee), q.AddresseeName}
	}
	if q.When >= 0 && q.When < len(ann.Times) && ann.Times[q.When].Resolved {
		out.Said = ann.Times[q.When].From.String()
	}
	return out
}

func (w *writer) speaker(q nutgraf.Quote) *Speaker {
	s := &Speaker{Name: q.Name, Entity: entityID(q.Speaker), How: string(q.How)}
	if !q.Source.IsZero() {
		start, end := w.ruler.Span(q.Source)
		s.Start, s.End, s.Text = &start, &end, q.Source.Of(w.doc.Text)
	}
	return s
}

func (w *writer) credit(c nutgraf.Credit) Credit {
	out := Credit{
		Words: w.words(c.Span), Outlet: c.Outlet, Owner: c.Owner, Kind: string(c.Kind),
		Scope: string(c.Scope), Confidence: round(c.Confidence), Why: w.why(c.Why),
	}
	if !c.OutletSpan.IsZero() {
		start, end := w.ruler.Span(c.OutletSpan)
		out.OutletStart, out.OutletEnd = &start, &end
	}
	return out
}

func (w *writer) why(e nutgraf.Evidence) *Why {
	if e.Rule == "" && e.Text == "" {
		return nil
	}
	out := &Why{Rule: e.Rule, Text: e.Text}
	for _, r := range e.Refs {
		if r.Doc == w.doc.ID || r.Doc == "" {
			out.Evidence = append(out.Evidence, w.words(r.Span))
		}
	}
	return out
}

func (w *writer) notes(notes []nutgraf.Note) []Note {
	var out []Note
	for _, n := range notes {
		x := Note{Code: n.Code, Text: n.Text}
		if !n.Span.IsZero() {
			start, end := w.ruler.Span(n.Span)
			x.Start, x.End = &start, &end
		}
		out = append(out, x)
	}
	return out
}

func entityID(i int) string {
	if i < 0 {
		return ""
	}
	return fmt.Sprintf("e%d", i+1)
}

func dayIf(known bool, d nutgraf.Day) string {
	if !known {
		return ""
	}
	return d.String()
}

// round keeps two digits: more would claim a precision that the scores lack,
// and would let harmless changes of code show in every file.
func round(x float64) float64 { return math.Round(x*100) / 100 }
