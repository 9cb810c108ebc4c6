package lang

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLower(t *testing.T) {
	if got := Lower("ÉTÉ at O’Dea’s"); got != "été at o'dea's" {
		t.Errorf("got %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[a-cA-C ’É.]{0,20}`)).Draw(t, "text")
		if got, want := Lower(text), strings.ReplaceAll(strings.ToLower(text), "’", "'"); got != want {
			t.Fatalf("Lower(%q) = %q, want %q", text, got, want)
		}
	})
}
