package web

import (
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/excerpt"
)

// shown is the part of a document that a page may show: all of it, or the words
// asked for with what stands around them, or its beginning. The blocks that are
// kept back are empty.
func (s *site) shown(d *nutgraf.Document, asked []nutgraf.Span) *nutgraf.Document {
	if !s.conf.Texts.Capped() {
		return d
	}
	out := *d
	out.Blocks = nil
	left := s.conf.Texts.Most
	for _, b := range d.Blocks {
		at := first(asked, b.Span)
		switch {
		case b.Kind == nutgraf.Headline:
		case left <= 0, at.IsZero() && (len(asked) > 0 || !b.Kind.Body()):
			b.Span = nutgraf.Span{}
		default:
			b.Span = excerpt.Policy{Most: left}.Window(d.Text, b.Span, at)
			left -= utf8.RuneCountInString(b.Span.Of(d.Text))
		}
		out.Blocks = append(out.Blocks, b)
	}
	return &out
}

// first returns the first of the spans that lies in a block.
func first(spans []nutgraf.Span, block nutgraf.Span) nutgraf.Span {
	for _, s := range spans {
		if s.Overlap(block) > 0 {
			return s
		}
	}
	return nutgraf.Span{}
}
