package proof

import (
	"testing"

	"nutgraf"
)

// Words that are held are said to be held, whoever the draft gives them to;
// alike words only of one who can be the same.
func TestLike(t *testing.T) {
	wording := func(doc, speaker, text string) nutgraf.Variant {
		return nutgraf.Variant{Doc: doc, Speaker: speaker, Cites: []nutgraf.Cite{{
			Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{End: len(text)}}, Text: text,
		}}}
	}
	held := []nutgraf.Family{
		{Variants: []nutgraf.Variant{wording("a", "Ana Rook", "Bridges matter. We shall build another one here before winter.")}},
		{Variants: []nutgraf.Variant{wording("b", "Per Lund", "Bridges matter.")}},
	}
	p := proof{id: "draft"}
	for _, c := range []struct {
		name, speaker, text string
		held                nutgraf.HeldAs
		other               string
	}{
		{"the same words of the same speaker", "Per Lund", "Bridges matter.", nutgraf.HeldVerbatim, ""},
		{"the same words of another", "Ida Moe", "We shall build another one here", nutgraf.HeldTruncated, "Ana Rook"},
		{"words that anybody might say", "Ida Moe", "We shall", nutgraf.NotHeld, ""},
		{"alike words of the same speaker", "Rook", "Bridges matter. We shall build a new one here before winter.", nutgraf.HeldEdited, ""},
		{"alike words of another", "Ida Moe", "Bridges matter. We shall build a new one here before winter.", nutgraf.NotHeld, ""},
	} {
		own := wording("draft", c.speaker, c.text)
		if got := p.like(&own, held); got.Held != c.held || got.HeldSpeaker != c.other {
			t.Errorf("%s: %s, spoken by %q", c.name, got.Held, got.HeldSpeaker)
		}
	}
}
