package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

type articlePage struct {
	frame
	*articleView
	Story     string
	StoryName string
	Headline  string
	Layers    []layer
	Quotes    []quoteLine
	Credits   []quoteLine
	Witnesses []nutgraf.Witness
	Notes     []nutgraf.Note
}

// articleView is an article's text with its head, for a page and for the pane.
type articleView struct {
	ID, Outlet, Name string
	Head             *render.Block
	Blocks           []render.Block
	Date, DateWhy    string
	Doubted          bool
	URL, Href        string
	Byline           string
	Lang             string // where it is not the page's
	Captured         string
	Capture          string
	Excerpt          bool // only a part of the text may be shown here
	Lost             bool // a span was asked for that does not lie in the text
	Marked           string
	Where            string
	Copy             string
	Span             string // address of the words marked
}

type layer struct {
	ID, Name string
	Count    int
	On       bool
}

type quoteLine struct {
	Name, Text, Href string
	Lead             string // the verb that the words hang on
	Settled          string // whom the story takes for the speaker where the article alone does not tell
	SettledHref      string
	Ground           string // on what that rests
	Told             bool   // told in the report's own words, not quoted
}

func (s *site) article(r *http.Request) (*reply.Reply, error) {
	f, err := s.desk.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	marks := render.Layers(&f.Ann)
	p := articlePage{Story: f.Story, Witnesses: f.Doc.Dates, Notes: f.Doc.Notes}
	shared := 0
	var page *nutgraf.StoryPage
	if f.Story != "" {
		page, err = s.desk.Story(r.Context(), f.Story)
		switch {
		case err == nil:
			p.StoryName = page.Title
			also := render.Shared(page, f.Doc.ID)
			marks, shared = append(marks, also...), len(also)
		case !errors.Is(err, nutgraf.ErrNotFound):
			return nil, err
		}
	}
	p.articleView = s.view(r, f, marks)
	p.Headline = cmp.Or(f.Doc.Title, p.Name)
	title := p.Headline
	if f.Doc.Title != "" { // a story and the reports that share its headline are told apart by their tabs
		title += " · " + p.Name
	}
	p.frame = s.frame(title, "")
	s.lists(&p, f, shared, page)
	return s.page("article-page", p)
}

// pane is the article for the pane beside a story: the same text with the same
// span marked, as a fragment.
func (s *site) pane(r *http.Request) (*reply.Reply, error) {
	f, err := s.desk.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return s.page("pane", s.view(r, f, nil))
}

// source gives the capture as it came, as text that no browser runs.
func (s *site) source(r *http.Request) (*reply.Reply, error) {
	if s.conf.Texts.Capped() {
		return nil, fmt.Errorf("%w: captures are for the owner of this newsroom", nutgraf.ErrForbidden)
	}
	body, err := s.desk.Capture(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return &reply.Reply{Media: "text/plain; charset=utf-8", Body: body, Headers: map[string]string{
		"Content-Security-Policy": "default-src 'none'; sandbox", "Content-Disposition": `inline; filename="capture.txt"`,
	}}, nil
}

func (s *site) view(r *http.Request, f *nutgraf.Filed, marks []render.Mark) *articleView {
	d := &f.Doc
	v := &articleView{
		ID: d.ID, Outlet: d.Outlet, Name: cmp.Or(d.Outlet, label.Unnamed), URL: render.Address(d.URL), Href: render.ArticleHref(s.conf.Base, d.ID),
		Byline: strings.Join(d.Byline, ", "), Lang: render.Lang(d), Capture: d.Capture,
		Date: dated(f.Ann.Published.Value), DateWhy: f.Ann.Published.Why, Doubted: f.Ann.Published.Doubted,
	}
	v.Captured = moment(d.Captured)
	spans, lost := asked(r, d.Text)
	v.Lost = lost
	for i, span := range spans {
		m := render.Mark{Span: span, Layer: render.Marked}
		if i == 0 {
			m.ID = "t"
			v.Marked = span.Of(d.Text)
			if n := d.ParagraphAt(span.Start); n > 0 {
				v.Where = "paragraph " + strconv.Itoa(n)
			}
		}
		marks = append(marks, m)
	}
	shown := s.shown(d, spans)
	v.Excerpt = shown != d
	v.Blocks = render.Excerpt(shown, render.Fits(d.Text, marks))
	for i := range v.Blocks {
		if v.Blocks[i].Head {
			v.Head = &v.Blocks[i]
			v.Blocks = append(v.Blocks[:i:i], v.Blocks[i+1:]...)
			break
		}
	}
	v.Span = v.Href
	if len(spans) > 0 {
		start, end := wire.NewRuler(d.Text).Span(spans[0])
		v.Span = render.SpanHref(s.conf.Base, d.ID, start, end)
	}
	v.Copy = v.evidence(d)
	return v
}

// evidence is what the key y copies: the words with all that is needed to find
// them again.
func (v *articleView) evidence(d *nutgraf.Document) string {
	parts := []string{v.Name}
	if d.Title != "" {
		parts = append(parts, "“"+d.Title+"”")
	}
	if v.Date != "" {
		parts = append(parts, v.Date)
	}
	if v.Where != "" {
		parts = append(parts, v.Where)
	}
	for _, s := range []string{v.URL, prefixed("captured ", v.Captured), prefixed("SHA-256 ", v.Capture)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return "“" + strings.TrimSpace(v.Marked) + "”\n" + strings.Join(parts, ", ")
}

func prefixed(prefix, s string) string {
	if s == "" {
		return ""
	}
	return prefix + s
}

const mostSpans = 32

// asked reads the spans that a link marks: t=START,END in code points.
func asked(r *http.Request, text string) (spans []nutgraf.Span, lost bool) {
	values := r.URL.Query()["t"]
	if len(values) == 0 {
		return nil, false
	}
	ruler := wire.NewRuler(text)
	most := ruler.Points(len(text))
	for _, v := range values[:min(len(values), mostSpans)] {
		a, b, _ := strings.Cut(v, ",")
		start, err1 := strconv.Atoi(a)
		end, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || start < 0 || end <= start || end > most {
			lost = true
			continue
		}
		spans = append(spans, nutgraf.Span{Start: ruler.Bytes(start), End: ruler.Bytes(end)})
	}
	return spans, lost
}

func dated(value string) string {
	if value == "" {
		return ""
	}
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t.Format("2 January 2006, 15:04 -07:00")
	}
	if d, err := nutgraf.ParseDay(value); err == nil {
		return render.Days(d, d)
	}
	return value
}

// civil is the day of a stated date, in words.
func civil(value string) string {
	d, err := nutgraf.ParseDay(value)
	if err != nil {
		return value
	}
	return render.Days(d, d)
}

// lists fills in the article's findings as lists, the twin of the layers.
func (s *site) lists(p *articlePage, f *nutgraf.Filed, shared int, story *nutgraf.StoryPage) {
	a := &f.Ann
	names := 0
	for _, m := range a.Mentions {
		if m.Kind == nutgraf.ByName {
			names++
		}
	}
	p.Layers = []layer{
		{"l-quote", "Quotations", len(a.Quotes), true},
		{"l-name", "Names", names, false},
		{"l-time", "Times", len(a.Times), false},
		{"l-number", "Quantities", len(a.Quantities), false},
		{"l-credit", "Credits", len(a.Credits), true},
		{"l-shared", "Shared passages", shared, false},
	}
	ruler := wire.NewRuler(f.Doc.Text)
	href := func(span nutgraf.Span) string {
		start, end := ruler.Span(span)
		return render.SpanHref(s.conf.Base, f.Doc.ID, start, end)
	}
	for _, q := range a.Quotes {
		if fits(q.Span, f.Doc.Text) {
			words, _ := s.conf.Texts.Cut(q.Span.Of(f.Doc.Text))
			line := quoteLine{Name: label.NotNamed(q.Name), Text: words, Href: href(q.Span), Lead: q.Lead(f.Doc.Text).Of(f.Doc.Text), Told: q.Kind == nutgraf.Indirect}
			s.settle(&line, story, f.Doc.ID, &q)
			p.Quotes = append(p.Quotes, line)
		}
	}
	for _, c := range a.Credits {
		if fits(c.Span, f.Doc.Text) {
			p.Credits = append(p.Credits, quoteLine{Name: c.Outlet, Text: c.Span.Of(f.Doc.Text), Href: href(c.Span)})
		}
	}
}

// settle tells of a quotation whom the story takes for its speaker: reports beside this one
// can say more than it does.
func (s *site) settle(line *quoteLine, story *nutgraf.StoryPage, doc string, q *nutgraf.Quote) {
	if story == nil {
		return
	}
	for i := range story.Families {
		f := &story.Families[i]
		for k := range f.Variants {
			v := &f.Variants[k]
			if v.Doc != doc || !slices.ContainsFunc(v.Cites, func(c nutgraf.Cite) bool { return 2*c.Span.Overlap(q.Span) > c.Span.Len() }) {
				continue
			}
			switch {
			case f.Speaker == "" || strings.HasPrefix(f.Speaker, "unnamed") || fuller(q.Name, f.Speaker):
			case fuller(f.Speaker, q.Name):
				line.Name = f.Speaker
			default:
				line.Settled, line.SettledHref, line.Ground = f.Speaker, render.SaidHref(s.conf.Base, story, i), label.How(cmp.Or(v.How, f.How))
			}
			return
		}
	}
}

// fuller reports whether a name has every word of another.
func fuller(name, short string) bool {
	words := strings.Fields(name)
	for _, w := range strings.Fields(short) {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return short != ""
}

func fits(s nutgraf.Span, text string) bool {
	return s.Start >= 0 && s.Start < s.End && s.End <= len(text)
}
