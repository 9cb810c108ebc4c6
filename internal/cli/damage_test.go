package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A database whose inner pages are damaged opens like any other; what asks it
// says so, and serve does before it listens.
func TestDamageWithinADatabaseIsNamed(t *testing.T) {
	db := filepath.Join(t.TempDir(), "n.db")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var out, errs bytes.Buffer
	if status := Run(ctx, []string{"add", "--db", db, writeSample(t)}, nil, &out, &errs); status != statusWell {
		t.Fatalf("add ended with %d: %s", status, &errs)
	}
	body, err := os.ReadFile(db)
	if err != nil {
		t.Fatal(err)
	}
	copy(body[2*4096:], bytes.Repeat([]byte("not a page "), 8000))
	if err := os.WriteFile(db, body, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"story", "--db", db}, {"serve", "--db", db, "--listen", "127.0.0.1:0"}} {
		out.Reset()
		errs.Reset()
		status := Run(ctx, args, nil, &out, &errs)
		if status != statusNothing || strings.Count(errs.String(), "\n") != 1 || !strings.Contains(errs.String(), "n.db: damaged") {
			t.Errorf("%s ended with %d: %q %q", args[0], status, &out, &errs)
		}
	}
}
