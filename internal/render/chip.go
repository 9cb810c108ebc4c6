package render

import (
	"fmt"
	"html/template"
	"net/url"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/wire"
)

// Chip is a link to the place in a report where some words stand.
type Chip struct {
	Letter string // of the report; empty on pages that are not about one story
	Where  string // "¶3", "headline"; empty when it cannot be told
	Label  string // the link in full, for a screen reader
	Href   string
	Note   int // its number in the notes of the printed dossier; 0 outside
}

// chips writes chips as HTML. A page has hundreds of them, and they are all
// alike: writing them here costs a tenth of what a template does.
func chips(all []Chip) template.HTML {
	var b strings.Builder
	b.Grow(160 * len(all))
	for _, c := range all {
		b.WriteByte(' ')
		c.write(&b)
	}
	return template.HTML(b.String()) // every string in it went through esc
}

func (c Chip) write(b *strings.Builder) {
	b.WriteString(`<a class="chip" href="`)
	b.WriteString(esc(c.Href))
	b.WriteString(`" aria-label="`)
	b.WriteString(esc(c.Label))
	if c.Note > 0 {
		b.WriteString(`" data-n="`)
		b.WriteString(strconv.Itoa(c.Note))
	}
	b.WriteString(`">`)
	if c.Letter != "" {
		b.WriteString("<b>" + esc(c.Letter) + "</b>")
	}
	switch {
	case c.Where != "":
		b.WriteString("<span>" + esc(c.Where) + "</span>")
	case c.Letter == "":
		b.WriteString("source")
	}
	b.WriteString(`</a>`)
}

// Address returns raw when it is a plain web address, and nothing otherwise:
// no other scheme is ever linked.
func Address(raw string) string {
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}

// ArticleHref is the address of an article's page under base.
func ArticleHref(base, id string) string { return base + "/article/" + url.PathEscape(id) }

// StoryHref is the address of a story's page under base.
func StoryHref(base, id string) string { return base + "/story/" + url.PathEscape(id) }

// NameHref is the address of a name's page under base.
func NameHref(base, name string) string { return base + "/name/" + url.PathEscape(name) }

// OutletHref is the address of an outlet's page under base.
func OutletHref(base, name string) string { return base + "/outlet/" + url.PathEscape(name) }

// SpanHref is the address of a span of an article, in code points. It works
// without a script: the page marks the span and the fragment leads to it.
func SpanHref(base, id string, start, end int) string {
	return fmt.Sprintf("%s?t=%d,%d#t", ArticleHref(base, id), start, end)
}

// citer makes chips for spans of the reports of a page.
type citer struct {
	opt    Options
	docs   map[string]*nutgraf.Document
	rulers map[string]*wire.Ruler
}

func newCiter(o Options) *citer {
	return &citer{opt: o, docs: map[string]*nutgraf.Document{}, rulers: map[string]*wire.Ruler{}}
}

func (c *citer) doc(id string) *nutgraf.Document {
	if d, ok := c.docs[id]; ok {
		return d
	}
	var d *nutgraf.Document
	if c.opt.Document != nil {
		d = c.opt.Document(id)
	}
	c.docs[id] = d
	return d
}

// holds reports whether the words of a cite still stand where it says. Without
// the document nothing speaks against it.
func (c *citer) holds(x nutgraf.Cite) bool {
	d := c.doc(x.Doc)
	if d == nil {
		return c.opt.Document == nil
	}
	s := x.Span
	return s.Start >= 0 && s.Start <= s.End && s.End <= len(d.Text) && s.Of(d.Text) == x.Text
}

// cite returns a Ref with its words, when the document is at hand.
func (c *citer) cite(r nutgraf.Ref) (nutgraf.Cite, bool) {
	d := c.doc(r.Doc)
	if d == nil || r.Span.Start < 0 || r.Span.Start > r.Span.End || r.Span.End > len(d.Text) {
		return nutgraf.Cite{}, false
	}
	return d.Cite(r.Span), true
}

func (c *citer) points(id string, s nutgraf.Span) (start, end int) {
	r, ok := c.rulers[id]
	if !ok {
		d := c.doc(id)
		if d == nil {
			return s.Start, s.End
		}
		r = wire.NewRuler(d.Text)
		c.rulers[id] = r
	}
	return r.Span(s)
}

func (c *citer) href(letter string, x nutgraf.Ref) string {
	start, end := c.points(x.Doc, x.Span)
	if c.opt.Dossier {
		return "#" + anchor(letter, start, end)
	}
	return SpanHref(c.opt.Base, x.Doc, start, end)
}

func anchor(letter string, start, end int) string {
	return fmt.Sprintf("%s-%d-%d", letter, start, end)
}

// where names the place of a cite within its report.
func (c *citer) where(x nutgraf.Cite, title string) (short, long string) {
	if x.Para > 0 {
		return fmt.Sprintf("¶%d", x.Para), fmt.Sprintf("paragraph %d", x.Para)
	}
	if d := c.doc(x.Doc); d != nil {
		if i := d.BlockAt(x.Span.Start); i >= 0 {
			w := label.Block(d.Blocks[i].Kind)
			return w, w
		}
	}
	if x.Text != "" && strings.Contains(title, x.Text) {
		return "headline", "headline"
	}
	return "", "outside the body"
}
