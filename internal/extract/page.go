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
		return nil, nil, fmt.Errorf("extract %s: %w", item.Name, nutgraf.ErrEmpty)
	}
	src := readSource(item.Body, item.Charset)
	t := grow(src.text)
	state := readStatements(t.head.scripts)
	v := newView(t, state, t.statedTitles(&state))
	v.judge()
	kinds := v.label()
	if err := v.refuse(kinds); err != nil {
		return nil, v, fmt.Errorf("extract %s: %w", item.Name, err)
	}
	d := v.document(src, kinds)
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
func (v *view) document(src *source, kinds []nutgraf.BlockKind) *nutgraf.Document {
	d := &nutgraf.Document{}
	var w writer
	for i := range v.blocks {
		if kinds[i] == "" {
			continue
		}
		b := &v.blocks[i]
		start, end := v.write(&w, b.from, b.to)
		if start == end {
			continue
		}
		d.Blocks = append(d.Blocks, nutgraf.Block{
			Kind: kinds[i],
			Span: nutgraf.Span{Start: start, End: end},
			Source: nutgraf.Span{
				Start: src.origin(int(v.nodes[b.from].start)),
				End:   src.origin(int(v.nodes[b.to-1].end)),
			},
		})
		if kinds[i] == nutgraf.Headline {
			d.TitleSpan = nutgraf.Span{Start: start, End: end}
		}
	}
	d.Text = string(w.out)
	return d
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
		switch text := b.Span.Of(d.Text); {
		case b.Kind != nutgraf.Paragraph:
		case bylineLike(text):
			b.Kind = nutgraf.Byline
			l.persons(text)
		case l.dateLine(b.Span):
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
	if v.state.kind == "LiveBlogPosting" {
		out = append(out, nutgraf.Note{Code: "live", Text: "the page says that it is a running report: its entries are of different times"})
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
