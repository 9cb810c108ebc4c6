package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReferenceIsCurrent fails when docs/reference.md is not what the table of
// commands says.
func TestReferenceIsCurrent(t *testing.T) {
	want, err := os.ReadFile("../../docs/reference.md")
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if status := Run(context.Background(), []string{"help", "--reference"}, nil, &out, &errs); status != statusWell {
		t.Fatalf("status %d: %s", status, errs.String())
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("docs/reference.md is stale, run make docs (-it +program):\n%s", diff)
	}
}

// TestFlagBeforeItsCommand: whoever puts a flag first is told where it goes.
func TestFlagBeforeItsCommand(t *testing.T) {
	var errs bytes.Buffer
	if status := Run(t.Context(), []string{"--db", "x.db", "add"}, nil, io.Discard, &errs); status != 2 || !strings.Contains(errs.String(), "nutgraf COMMAND --db") {
		t.Errorf("status %d: %s", status, errs.String())
	}
}
