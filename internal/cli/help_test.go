package cli

import (
	"bytes"
	"errors"
	"testing"
)

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestHelpThatCannotBeWritten: what is asked for is an answer like any other.
func TestHelpThatCannotBeWritten(t *testing.T) {
	for _, args := range [][]string{{"help"}, {"help", "serve"}, {"serve", "--help"}, {"--version"}, {"help", "--reference"}, {"help", "--openapi"}} {
		var errs bytes.Buffer
		if status := Run(t.Context(), args, nil, full{}, &errs); status != statusNothing || errs.String() != "nutgraf: no space left\n" {
			t.Errorf("%q: %d %s", args, status, &errs)
		}
	}
}
