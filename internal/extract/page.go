package extract

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"nutgraf"
)

// page extracts the article that an HTML page holds.
func page(item *nutgraf.Item) (*nutgraf.Document, error) {
	d, _, err := readPage(item)
	return d, err
}

// readPage extracts an article and returns the view it was judged by.
func readPage(item *nutgraf.Item) (*nutgraf.Document, *view, error) {
	if len(item.Body) == 0 {
		return nil, nil, fmt.Errorf("%s: %w", item.Name, nutgraf.ErrEmpty)
	}
	src := readSource(item.Body, item.Charset)
	t := grow(src.text)
	state := readStatements(t.src, t.head.scripts)
	state.url = first(state.url, item.URL)
	v := newView(t, state, t.statedTitles(&state))
	v.judge()
	v.kinds = v.label()
	if v.lent = v.borrow(); v.lent == nil {
		if err := v.refuse(); err != nil {
			return nil, v, fmt.Errorf("%s: %w", item.Name, err)
		}
	}
	d := v.document(src)
	d.ID, d.Captured = item.ID, item.Captured
	d.URL = first(item.URL, v.address())
	v.describe(d, item)
	signLines(d)
	d.Notes = append(v.notes(src), usageNotes(item.Web)...)
	sum := sha256.Sum256(item.Body)
	d.Capture = hex.EncodeToString(sum[:])
	return d, v, nil
}

// document puts the kept blocks together.
func (v *view) document(src *source) *nutgraf.Document {
	p := press{src: src, d: &nutgraf.Document{}}
	for i, kind := range v.kinds {
		if i == v.title+1 {
			p.lend(v.lent)
		}
		if kind != "" {
			b := &v.blocks[i]
			p.put(v, i, kind, int(v.nodes[b.from].start), int(v.nodes[b.to-1].end))
		}
	}
	if v.title+1 >= len(v.kinds) {
		p.lend(v.lent)
	}
	p.d.Text = string(p.w.out)
	return p.d
}

// press sets the blocks of a document one behind the other.
type press struct {
	src *source
	d   *nutgraf.Document
	w   writer
}

// put sets block i of a page; from and to are its place in the text of the capture.
func (p *press) put(v *view, i int, kind nutgraf.BlockKind, from, to int) {
	b := &v.blocks[i]
	p.w.apart = kind == nutgraf.Byline || kind == nutgraf.Dateline
	start, end := v.write(&p.w, b.from, b.to)
	if start == end {
		return
	}
	span := nutgraf.Span{Start: start, End: end}
	p.d.Blocks = append(p.d.Blocks, nutgraf.Block{
		Kind: kind, Span: span,
		Source: nutgraf.Span{Start: p.src.origin(from), End: p.src.origin(to)},
	})
	if kind == nutgraf.Headline {
		p.d.TitleSpan = span
	}
}

// lend sets the blocks of a lent text where there is one.
func (p *press) lend(l *lent) {
	if l == nil {
		return
	}
	for i, kind := range l.kinds {
		if kind != "" {
			b := &l.blocks[i]
			p.put(l.view, i, kind, l.layer.origin(int(l.nodes[b.from].start)), l.layer.origin(int(l.nodes[b.to-1].end)))
		}
	}
}

// headLines is how many blocks of a page's head are looked at for a byline or a
// date line that no markup tells apart from the paragraphs.
const headLines = 4

// signLines labels the byline and the date line of a page whose markup is bare:
// what plain text says by form, such a page says so too.
func signLines(d *nutgraf.Document) {
	l := labeller{doc: d}
	for i := range d.Blocks[:min(headLines, len(d.Blocks))] {
		b := &d.Blocks[i]
		text := b.Span.Of(d.Text)
		if line, _, broken := strings.Cut(text, "\n"); broken && b.Kind == nutgraf.Paragraph && leadIn(line) > 0 && bylineLike(line) {
			l.persons(line) // over a paragraph that begins in the same element
		}
		switch {
		case b.Kind != nutgraf.Paragraph:
		case bylineLike(text):
			b.Kind = nutgraf.Byline
			l.persons(text)
		case signedLines(text):
			b.Kind = nutgraf.Byline
		case l.dateLine(b.Span), postedLine(text):
			b.Kind = nutgraf.Dateline
		}
	}
}

// notes tells of what was doubted while the page was read.
func (v *view) notes(src *source) []nutgraf.Note {
	var out []nutgraf.Note
	if src.wrong {
		out = append(out, nutgraf.Note{Code: "charset", Text: "the page declares another character set than " + src.name + ", in which its bytes can be read"})
	}
	if v.cut {
		out = append(out, nutgraf.Note{Code: "cut", Text: "the page has more elements than are read: its end is missing"})
	}
	if v.lent != nil {
		out = append(out, nutgraf.Note{Code: "script", Text: "the page shows next to nothing of the article: its text is taken from " + v.lent.from})
	}
	if v.running() {
		out = append(out, nutgraf.Note{Code: "live", Text: "a running report: its entries are of different times and events"})
	}
	if strings.EqualFold(v.state.free, "false") {
		out = append(out, nutgraf.Note{Code: "paywall", Text: "the page says that the article is not free to read: it may be cut short"})
	}
	return out
}

// usageNotes repeat what the server and the head of the page say about how the
// page may be used. What follows from it is for the user to judge.
func usageNotes(web *nutgraf.Web) (out []nutgraf.Note) {
	if web == nil {
		return nil
	}
	for _, signal := range web.Usage {
		out = append(out, nutgraf.Note{Code: "usage", Text: "a signal about permitted use: " + signal})
	}
	return out
}
