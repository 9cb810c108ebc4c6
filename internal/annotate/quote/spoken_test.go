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
			"pull quote before its quotation, and who spoke last goes on after it",
			[][2]string{
				{"paragraph", "“We are ready,” Tom Arkwright, a ferryman, said."},
				{"quote", "Nobody should worry about the cables"},
				{"paragraph", "“The boat is sound.”"},
				{"paragraph", "“They hold. Nobody should worry about the cables,” said Mara Lindqvist."},
			},
			[]string{
				"direct | “We are ready,” | said | Tom Arkwright | cue",
				"direct | Nobody should worry about the cables |  | Mara Lindqvist | position",
				"direct | “The boat is sound.” |  | Tom Arkwright | position",
				"direct | “They hold. Nobody should worry about the cables,” | said | Mara Lindqvist | cue",
			},
		},
		{
			"picture with the line that signs it",
			[][2]string{before, {"embed", "View this post on Instagram"}, {"embed", "So proud of this boat"}, {"embed", "A post shared by Tom Arkwright (@tark) on May 5, 2020"}},
			[]string{"direct | So proud of this boat |  | Tom Arkwright | cue"},
		},
		{
			"answers are whom the interview is with",
			[][2]string{
				{"paragraph", "A talk on the quay, and an interview with Mara Lindqvist, the mayor."},
				{"paragraph", "Q: When will the bridge open?"},
				{"paragraph", "A: It will open in June."},
				{"paragraph", "Q: And if it does not?"},
				{"paragraph", "A: Then we will wait."},
			},
			[]string{
				"direct | When will the bridge open? |  |  | ",
				"direct | It will open in June. |  | Mara Lindqvist | position",
				"direct | And if it does not? |  |  | ",
				"direct | Then we will wait. |  | Mara Lindqvist | position",
			},
		},
		{
			"the paragraph behind tells whose words they were",
			[][2]string{
				{"paragraph", "The hall was full when Otto Berg left it."},
				{"paragraph", "“We have lost the bridge, and we have lost it for good.”"},
				{"paragraph", "Those were the words of Mara Lindqvist, the mayor."},
			},
			[]string{"direct | “We have lost the bridge, and we have lost it for good.” |  | Mara Lindqvist | position"},
		},
		{
			"caption",
			[][2]string{before, {"caption", "Tom Arkwright at the pier. \"It is late,\" he said."}},
			[]string{"direct | \"It is late,\" | said | Tom Arkwright | pronoun"},
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
			"block with marks inside",
			[][2]string{{"paragraph", "On her page the mayor, Mara Lindqvist, wrote:"}, {"quote", "The “old” ferry of the port is gone for good."}},
			[]string{"direct | The “old” ferry of the port is gone for good. | wrote | Mara Lindqvist | cue"},
		},
		{
			"paragraph with marks inside that a colon announces",
			[][2]string{{"paragraph", "On her page the mayor, Mara Lindqvist, wrote:"}, {"paragraph", "The “old” ferry of the port is gone for good."}},
			[]string{"direct | The “old” ferry of the port is gone for good. | wrote | Mara Lindqvist | cue"},
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
		{
			"transcript in a block",
			[][2]string{
				before,
				{"quote", "TOM ARKWRIGHT, HARBOUR UNION PRESIDENT: We lost the boat, Mara."},
				{"quote", "It will cost us a year."},
				{"quote", "LINDQVIST: I think you said “a month” before. ARKWRIGHT: No, I did not."},
			},
			[]string{
				"direct | We lost the boat, Mara. |  | Tom Arkwright | cue",
				"direct | It will cost us a year. |  | Tom Arkwright | position",
				"direct | I think you said “a month” before. |  | Mara Lindqvist | cue",
				"direct | No, I did not. |  | Tom Arkwright | cue",
			},
		},
		{
			"transcript in marks",
			[][2]string{
				before,
				{"paragraph", "\"LINDQVIST: Where is the boat now, Tom?\""},
				{"paragraph", "\"ARKWRIGHT: It lies in the yard and nobody mends it."},
				{"paragraph", "\"Nobody pays, and so nobody works.\""},
				{"paragraph", "\"CALLER: Sell it, then, and be done.\""},
			},
			[]string{
				"direct | Where is the boat now, Tom?\" |  | Mara Lindqvist | cue",
				"direct | It lies in the yard and nobody mends it.\n\n\"Nobody pays, and so nobody works.\" |  | Tom Arkwright | cue",
				"direct | Sell it, then, and be done.\" |  |  | cue",
			},
		},
		{
			"turns of a transcript that say nothing",
			[][2]string{
				before,
				{"paragraph", "MARA LINDQVIST: Where is the boat now? You had a year—"},
				{"paragraph", "TOM ARKWRIGHT: Yeah."},
				{"paragraph", "MARA LINDQVIST: —to mend it. Will it sail?"},
				{"paragraph", "TOM ARKWRIGHT: No."},
				{"paragraph", "MARA LINDQVIST: Well, I want to—"},
				{"paragraph", "TOM ARKWRIGHT: It lies in the yard."},
			},
			[]string{
				"direct | Where is the boat now? You had a year— |  | Mara Lindqvist | cue",
				"direct | —to mend it. Will it sail? |  | Mara Lindqvist | cue",
				"direct | No. |  | Tom Arkwright | cue",
				"direct | It lies in the yard. |  | Tom Arkwright | cue",
			},
		},
		{
			"capitals that name nobody",
			[][2]string{before, {"quote", "UPDATE: The ferry will not sail today."}},
			[]string{"direct | UPDATE: The ferry will not sail today. |  | Mara Lindqvist | position"},
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
