package mcp

import (
	"testing"

	"nutgraf/internal/align"
	"nutgraf/internal/fold"
	"nutgraf/internal/wire"
)

func TestMarked(t *testing.T) {
	for _, c := range []struct {
		kind, text, words string
		want              bool
	}{
		{"direct", `"We will sail," `, "we will sail", true},
		{"direct", `We will sail`, "will sail", true},
		{"direct", `We will sail," "and soon`, "sail and soon", true},
		{"mixed", `that the line "will sail" on Monday`, "will sail", true},
		{"mixed", `that the line "will sail" on Monday`, "line will sail", false},
		{"mixed", `that the line "will sail" on Monday`, "on monday", false},
		{"mixed", `that the line ‘doesn’t sail’ on Monday`, "doesn't sail", true},
		{"mixed", `that the line “will sail”`, "will sail", true},
		{"mixed", `that it will sail`, "will sail", false},
		{"indirect", `that it "will sail"`, "will sail", false},
	} {
		held, asked := fold.Words(nil, c.text, 0), fold.Words(nil, c.words, 0)
		at := align.Find(fold.Keys(held), fold.Keys(asked))
		if at < 0 {
			t.Fatalf("%s: %s is not in it", c.text, c.words)
		}
		if got := marked(&wire.Family{Type: c.kind}, &wire.Variant{}, c.text, held[at:at+len(asked)]); got != c.want {
			t.Errorf("%s: %s: %s: %v", c.kind, c.text, c.words, got)
		}
	}
}
