package render_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/render"
)

// words joins the text of a block's parts.
func words(b render.Block) string {
	var s strings.Builder
	for _, p := range b.Parts {
		s.WriteString(p.Text)
	}
	return s.String()
}

func TestPartsUnderMarks(t *testing.T) {
	d := document("d", "", "", "Head\n\nOne “two three” four.")
	got := render.Text(d, []render.Mark{
		{Span: nutgraf.Span{Start: 10, End: 25}, Layer: render.Quotations},
		{Span: nutgraf.Span{Start: 13, End: 16}, Layer: render.Marked, ID: "t"},
		{Span: nutgraf.Span{Start: 2, End: 8}, Layer: render.Names}, // runs from one block into the next
	})
	want := []render.Block{
		{Kind: "headline", Head: true, Parts: []render.Part{{Text: "He"}, {Text: "ad", Class: "e"}}},
		{Number: 1, Parts: []render.Part{
			{Text: "On", Class: "e"},
			{Text: "e "},
			{Text: "“", Class: "q"},
			{Text: "two", Class: "q", Marked: true, IDs: []string{"t"}},
			{Text: " three”", Class: "q"},
			{Text: " four."},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Whatever is marked, every block's words stand on the page once and in order.
func TestMarksChangeNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 200, -1).Draw(t, "text")
		if !strings.Contains(text, "\n\n") {
			text += "\n\nend"
		}
		d := document("d", "", "", text)
		var marks []render.Mark
		for range rapid.IntRange(0, 12).Draw(t, "marks") {
			marks = append(marks, render.Mark{
				Span:  nutgraf.Span{Start: rapid.IntRange(-3, len(text)+3).Draw(t, "start"), End: rapid.IntRange(-3, len(text)+3).Draw(t, "end")},
				Layer: render.Layer(rapid.IntRange(0, int(render.Marked)).Draw(t, "layer")),
			})
		}
		for i, b := range render.Text(d, render.Fits(text, marks)) {
			if got, want := words(b), d.Blocks[i].Span.Of(text); got != want {
				t.Fatalf("block %d reads %q, want %q", i, got, want)
			}
		}
	})
}

func TestManyMarksInOneBlockTakeLinearTime(t *testing.T) {
	text := "head\n\n" + strings.Repeat("“a” ", 20000)
	d := document("d", "", "", text)
	var marks []render.Mark
	for i := 6; i+7 < len(text); i += 8 {
		marks = append(marks, render.Mark{Span: nutgraf.Span{Start: i, End: i + 7}, Layer: render.Quotations})
	}
	if got := len(render.Text(d, marks)[1].Parts); got < 39000 {
		t.Errorf("%d parts", got)
	}
}

func TestHitsAreMarked(t *testing.T) {
	got := render.Cut("one two three two", nutgraf.Span{Start: 4, End: 17}, []nutgraf.Span{{Start: 4, End: 7}, {Start: 14, End: 17}, {Start: 0, End: 3}})
	want := []render.Part{{Text: "two", Marked: true}, {Text: " three "}, {Text: "two", Marked: true}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
