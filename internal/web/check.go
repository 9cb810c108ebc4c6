package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/label"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

// longestForm bounds a form with a draft: sent by one, a byte can take three.
const longestForm = 3*desk.LongestDraft + 1000

type checkPage struct {
	frame
	Draft     string
	Problem   string
	Done      bool
	Compared  int
	Reports   []checkReport
	Quotes    []checkQuote
	Conflicts []checkConflict
	Shared    []checkShared
}

type checkReport struct{ Letter, Name, Title, Href string }

// checkQuote is a quotation of the draft. Where is its place there, which is
// no link: the draft is not kept.
type checkQuote struct {
	Where, Words, Speaker, HeldSpeaker, Says string
	Chips                                    []render.Chip
	Diff                                     []nutgraf.Edit
	Told                                     string // what reports tell in other words
}

type checkConflict struct {
	Matter, Why string
	Sides       []checkSide
}

type checkSide struct {
	Who, Value, By string
	Clauses        []checkClause
}

type checkClause struct {
	Where, Words string
	Chips        []render.Chip
}

type checkShared struct {
	Where, Words string
	Chips        []render.Chip
}

// check shows the form for a draft. It is for the owner: whole texts are
// compared.
func (s *site) check(*http.Request) (*reply.Reply, error) {
	if s.conf.Texts.Capped() {
		return nil, errNoPage
	}
	return s.page("check-page", checkPage{frame: s.frame("Check a draft", "check")})
}

// checked lays the draft that was sent beside the reports held. Nothing of it
// is stored.
func (s *site) checked(r *http.Request) (*reply.Reply, error) {
	if s.conf.Texts.Capped() {
		return nil, errNoPage
	}
	if err := http.NewCrossOriginProtection().Check(r); err != nil {
		return nil, fmt.Errorf("%w: this form was sent from another site", nutgraf.ErrForbidden)
	}
	p := checkPage{frame: s.frame("Check a draft", "check")}
	r.Body = http.MaxBytesReader(nil, r.Body, longestForm)
	err := r.ParseForm()
	p.Draft = strings.ReplaceAll(r.PostForm.Get("draft"), "\r\n", "\n")
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large), len(p.Draft) > desk.LongestDraft:
		p.Draft = ""
		return s.undone(p, http.StatusRequestEntityTooLarge, "A draft has at most 200,000 bytes; send it in parts.")
	case err != nil:
		return s.undone(p, http.StatusBadRequest, "The form cannot be read.")
	case strings.TrimSpace(p.Draft) == "":
		return s.undone(p, http.StatusBadRequest, "There is no draft yet: paste one below.")
	}
	c, err := s.desk.Check(r.Context(), &nutgraf.Item{Name: "draft", Media: nutgraf.MediaText, Body: []byte(p.Draft), Captured: s.conf.Now()})
	var refused *nutgraf.ItemError
	if errors.As(err, &refused) {
		return s.undone(p, http.StatusBadRequest, "No article can be read from it: "+refused.Err.Error()+".")
	}
	if err != nil {
		return nil, err
	}
	docs := desk.NewDocuments(r.Context(), s.desk)
	p.Done, p.Compared = true, c.Compared
	p.fill(s.drafted(docs, c), c)
	if err := docs.Err(); err != nil {
		return nil, err
	}
	return s.page("check-page", p)
}

// undone is the form with what is wrong with what was sent.
func (s *site) undone(p checkPage, status int, problem string) (*reply.Reply, error) {
	p.Problem = problem
	a, err := s.page("check-page", p)
	if err == nil {
		a.Status = status
	}
	return a, err
}

// drafted makes chips for the reports that a check cites.
type drafted struct {
	base    string
	letters map[string]string
	names   map[string]string
	docs    *desk.Documents
}

func (s *site) drafted(docs *desk.Documents, c *nutgraf.DraftCheck) *drafted {
	d := &drafted{s.conf.Base, map[string]string{}, map[string]string{}, docs}
	for i, x := range c.Reports {
		d.letters[x.ID], d.names[x.ID] = nutgraf.Letter(i), cmp.Or(x.Outlet, label.Unnamed)
	}
	return d
}

func (d *drafted) chips(cites []nutgraf.Cite) []render.Chip {
	var out []render.Chip
	for _, c := range cites {
		x := render.Chip{Letter: d.letters[c.Doc], Where: where(c), Href: render.ArticleHref(d.base, c.Doc)}
		x.Label = strings.TrimSpace("Source " + x.Letter + ", " + d.names[c.Doc] + " " + x.Where)
		if doc := d.docs.Document(c.Doc); doc != nil && fits(c.Span, doc.Text) {
			start, end := wire.NewRuler(doc.Text).Span(c.Span)
			x.Href = render.SpanHref(d.base, c.Doc, start, end)
		}
		if n := len(out); n > 0 && out[n-1].Letter == x.Letter && out[n-1].Where == x.Where {
			continue // the pieces of a quotation open the source at the same place
		}
		out = append(out, x)
	}
	return out
}

// whole are chips for reports as wholes.
func (d *drafted) whole(ids []string) []render.Chip {
	var out []render.Chip
	for _, id := range ids {
		out = append(out, render.Chip{Letter: d.letters[id], Label: "Source " + d.letters[id] + ", " + d.names[id], Href: render.ArticleHref(d.base, id)})
	}
	return out
}

func where(c nutgraf.Cite) string {
	if c.Para > 0 {
		return fmt.Sprintf("¶%d", c.Para)
	}
	return ""
}

func (p *checkPage) fill(d *drafted, c *nutgraf.DraftCheck) {
	for _, r := range c.Reports {
		p.Reports = append(p.Reports, checkReport{d.letters[r.ID], d.names[r.ID], r.Title, render.ArticleHref(d.base, r.ID)})
	}
	for _, q := range c.Quotes {
		x := checkQuote{
			Where: where(q.Cites[0]), Words: words(q.Cites), Speaker: q.Speaker, HeldSpeaker: nutgraf.Together(q.HeldSpeaker),
			Says: label.Capital(label.Held(q.Held)), Chips: append(d.chips(q.Nearest), d.whole(q.Also)...), Diff: q.Diff,
		}
		if q.Held == nutgraf.HeldParaphrase {
			x.Told = words(q.Nearest)
		}
		p.Quotes = append(p.Quotes, x)
	}
	for _, k := range c.Conflicts {
		x := checkConflict{Matter: k.Matter, Why: k.Why}
		x.Sides = append(d.sides("The draft", k.Own), d.sides("Held", k.Others)...)
		p.Conflicts = append(p.Conflicts, x)
	}
	for _, x := range c.Shared {
		p.Shared = append(p.Shared, checkShared{where(x.Own), x.Own.Text, d.chips(x.Also)})
	}
}

func (d *drafted) sides(who string, all []nutgraf.Side) []checkSide {
	var out []checkSide
	for _, s := range all {
		x := checkSide{Who: who, Value: s.Value, By: label.NotNamed(s.By)}
		for _, c := range s.Evidence {
			line := checkClause{Words: c.Text}
			if d.letters[c.Doc] != "" {
				line.Chips = d.chips([]nutgraf.Cite{c})
			} else {
				line.Where = where(c)
			}
			x.Clauses = append(x.Clauses, line)
		}
		out = append(out, x)
	}
	return out
}

func words(cites []nutgraf.Cite) string {
	return strings.Join(label.Pieces(cites), " ")
}
