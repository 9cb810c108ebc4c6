package render

import (
	"fmt"
	"html/template"
	"io"
	"strings"

	"nutgraf"
	"nutgraf/internal/excerpt"
)

// dossier is a page that needs nothing beside itself.
type dossier struct {
	Style   template.CSS
	Stories []template.HTML
	Title   string
}

type dossierStory struct {
	*view
	Sources []dossierSource
}

// dossierSource is the text of a report, with anchors where it is cited.
type dossierSource struct {
	report
	Blocks []Block
}

// Standalone writes stories as one HTML file: the findings, and below them the
// text of every report, so that each chip leads to the words it stands for; of a
// text that may not leave whole, the words cited. It loads nothing and runs
// nothing.
func Standalone(w io.Writer, stories []*nutgraf.StoryPage, docs func(id string) *nutgraf.Document, texts excerpt.Policy) error {
	t, err := blocks()
	if err != nil {
		return fmt.Errorf("render dossier: %w", err)
	}
	d := dossier{Style: template.CSS(Style()), Title: "Stories"} // our own style sheet
	if len(stories) == 1 {
		d.Title = stories[0].Title
	}
	for i, p := range stories {
		var b strings.Builder
		if err := t.ExecuteTemplate(&b, "dossier-story", newDossierStory(p, docs, texts)); err != nil {
			return fmt.Errorf("render dossier: %w", err)
		}
		d.Stories = append(d.Stories, template.HTML(apartIDs(b.String(), i))) // made by html/template
	}
	return t.ExecuteTemplate(w, "dossier", d)
}

// apartIDs keeps the ids of several stories in one file apart. Quotation marks
// in text are escaped, so that what is replaced here is markup.
func apartIDs(page string, i int) string {
	if i == 0 {
		return page
	}
	prefix := fmt.Sprintf("s%d-", i+1)
	return strings.NewReplacer(` id="`, ` id="`+prefix, ` href="#`, ` href="#`+prefix, ` aria-labelledby="`, ` aria-labelledby="`+prefix).Replace(page)
}

func newDossierStory(p *nutgraf.StoryPage, docs func(id string) *nutgraf.Document, texts excerpt.Policy) dossierStory {
	s := newSheet(p, Options{Document: docs, Dossier: true})
	out := dossierStory{view: s.view()}
	marks := map[string][]Mark{}
	for _, n := range s.list {
		marks[n.ref.Doc] = append(marks[n.ref.Doc], Mark{Span: n.ref.Span, Layer: Cited, ID: anchor(n.Letter, n.Start, n.End)})
	}
	for _, r := range out.Reports {
		if doc := s.doc(r.ID); doc != nil {
			fitting := Fits(doc.Text, marks[r.ID])
			if texts.Capped() {
				doc = cited(doc, fitting, texts)
			}
			out.Sources = append(out.Sources, dossierSource{r, Excerpt(doc, fitting)})
		}
	}
	return out
}

// cited is a document cut down to what its marks cover, as much of each block as
// may leave; blocks without any are empty.
func cited(d *nutgraf.Document, marks []Mark, texts excerpt.Policy) *nutgraf.Document {
	out := *d
	out.Blocks = nil
	for _, b := range d.Blocks {
		hull, at := nutgraf.Span{Start: b.Span.End, End: b.Span.Start}, nutgraf.Span{}
		for _, m := range marks {
			if m.Span.Overlap(b.Span) > 0 {
				if at.IsZero() {
					at = m.Span
				}
				hull.Start, hull.End = min(hull.Start, max(m.Span.Start, b.Span.Start)), max(hull.End, min(m.Span.End, b.Span.End))
			}
		}
		if b.Span = hull; hull.IsZero() {
			b.Span = nutgraf.Span{}
		} else {
			b.Span = texts.Window(d.Text, hull, at)
		}
		out.Blocks = append(out.Blocks, b)
	}
	return &out
}
