package proof

import (
	"slices"
	"testing"

	"nutgraf"
)

// A quotation that a draft joins from two that are held, which no report joins, is
// told of piece by piece; one that is held whole, or in which no piece stands as it
// is held, as a whole.
func TestPieces(t *testing.T) {
	said := func(doc string, pieces ...string) nutgraf.Variant {
		v := nutgraf.Variant{Doc: doc, Speaker: "Ana Rook"}
		at := 0
		for _, s := range pieces {
			v.Cites = append(v.Cites, nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: at, End: at + len(s)}}, Text: s})
			at += len(s) + 40
		}
		return v
	}
	const bridge, boats = "The swing bridge will not open before winter.", "He is a showman, he is a gambler."
	held := []nutgraf.Family{
		{Variants: []nutgraf.Variant{said("a", "I know that. The swing bridge will not open before winter.")}},
		{Variants: []nutgraf.Variant{said("b", "He is a showman. He is a gambler.")}},
	}
	for _, c := range []struct {
		name string
		own  nutgraf.Variant
		in   int // its family; -1 for none of those held
		want []nutgraf.HeldAs
	}{
		{"joined from two", said("draft", bridge, boats), 0, []nutgraf.HeldAs{nutgraf.HeldTruncated, nutgraf.HeldTypographic}},
		{"joined from two, in no family", said("draft", bridge, boats), -1, []nutgraf.HeldAs{nutgraf.HeldTruncated, nutgraf.HeldTypographic}},
		{"held whole", said("draft", "I know that.", bridge), 0, []nutgraf.HeldAs{nutgraf.HeldVerbatim}},
		{"a few words more", said("draft", bridge, "Never."), 0, []nutgraf.HeldAs{nutgraf.HeldEdited}},
		{"one piece held", said("draft", bridge, "Nobody here has ever asked for boats."), 0, []nutgraf.HeldAs{nutgraf.HeldTruncated, nutgraf.NotHeld}},
		{"none held as it stands", said("draft", "The swing bridge will open before winter.", "Nobody here has ever asked for boats."), 0, []nutgraf.HeldAs{nutgraf.HeldEdited}},
	} {
		var versions []nutgraf.Variant
		if c.in >= 0 {
			versions = held[c.in].Variants
		}
		var got []nutgraf.HeldAs
		p := proof{id: "draft"}
		for _, x := range p.nearest(&c.own, versions, held) {
			got = append(got, x.Held)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

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
