package nutgraf_test

import (
	"testing"

	"nutgraf"
)

func TestBlockAt(t *testing.T) {
	d := &nutgraf.Document{Blocks: []nutgraf.Block{
		{Kind: nutgraf.Headline, Span: nutgraf.Span{Start: 0, End: 10}},
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 12, End: 20}},
		{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 20, End: 20}},
		{Kind: nutgraf.Caption, Span: nutgraf.Span{Start: 22, End: 30}},
		{Kind: nutgraf.List, Span: nutgraf.Span{Start: 30, End: 40}},
	}}
	for _, tt := range []struct{ offset, block, paragraph int }{
		{0, 0, 0}, {9, 0, 0}, {10, -1, 0}, {12, 1, 1}, {19, 1, 1}, {20, -1, 0}, {29, 3, 0}, {30, 4, 3}, {40, -1, 0}, {-1, -1, 0},
	} {
		if got := d.BlockAt(tt.offset); got != tt.block {
			t.Errorf("block at %d: %d, want %d", tt.offset, got, tt.block)
		}
		if got := d.ParagraphAt(tt.offset); got != tt.paragraph {
			t.Errorf("paragraph at %d: %d, want %d", tt.offset, got, tt.paragraph)
		}
	}
	if got := (&nutgraf.Document{}).BlockAt(0); got != -1 {
		t.Errorf("block of nothing: %d", got)
	}
}
