package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// blocks lays out one block a line, each with the kind before its first bar.
func blocks(lines ...[2]string) *nutgraf.Document {
	doc := &nutgraf.Document{ID: "t"}
	for _, l := range lines {
		start := len(doc.Text)
		doc.Text += l[1] + "\n\n"
		doc.Blocks = append(doc.Blocks, nutgraf.Block{Kind: nutgraf.BlockKind(l[0]), Span: nutgraf.Span{Start: start, End: start + len(l[1])}})
	}
	return doc
}

func TestSpokenBlocks(t *testing.T) {
	g := newRig(t)
	before := [2]string{"paragraph", "Mara Lindqvist, the mayor, met Tom Arkwright at the port."}
	for _, c := range []struct {
		name  string
		lines [][2]string
		want  []string
	}{
		{
			"post with a signature",
			[][2]string{before, {"embed", "No boat, no fish. What now?"}, {"embed", "— Tom Arkwright (@arkwright) May 5, 2020"}},
			[]string{"direct | No boat, no fish. What now? |  | Tom Arkwright | cue"},
		},
		{
			"block with a name under it",
			[][2]string{before, {"quote", "“I will miss the old boat more than I can say.”"}, {"quote", "Tom Arkwright, fisherman"}},
			[]string{"direct | “I will miss the old boat more than I can say.” |  | Tom Arkwright | cue"},
		},
		{
			"block after a colon",
			[][2]string{{"paragraph", "On her page the mayor, Mara Lindqvist, wrote:"}, {"quote", "The ferry is gone for good."}},
			[]string{"direct | The ferry is gone for good. | wrote | Mara Lindqvist | cue"},
		},
		{
			"caption",
			[][2]string{before, {"caption", "Tom Arkwright at the pier. “I will miss it,” he said."}},
			[]string{"direct | “I will miss it,” | said | Tom Arkwright | pronoun"},
		},
		{
			"headline with marks",
			[][2]string{{"headline", "Lindqvist: ferry 'lost for good'"}, before},
			[]string{"mixed | ferry 'lost for good' |  | Mara Lindqvist | cue"},
		},
	} {
		doc := blocks(c.lines...)
		var got []string
		for _, q := range g.read(doc) {
			got = append(got, show(doc.Text, q))
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}
