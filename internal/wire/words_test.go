package wire_test

import (
	"testing"

	"nutgraf/internal/wire"
)

func TestWords(t *testing.T) {
	for want, v := range map[string]wire.Variant{
		"“We stay.”":             {Evidence: wire.Evidence{Text: "“We stay.”"}},
		"“We stay,” “for good.”": {Evidence: wire.Evidence{Text: "“We stay,” she said, “for good.”"}, Pieces: []wire.Evidence{{Text: "“We stay,”"}, {Text: "“for good.”"}}},
	} {
		if got := v.Words(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
