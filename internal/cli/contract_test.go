package cli

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"nutgraf/internal/newsroom"
	"nutgraf/schema/schematest"
)

// writeSample writes the pages of the sample newsroom into a folder.
func writeSample(t *testing.T) string {
	t.Helper()
	pages, err := newsroom.Pages()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, p := range pages {
		if err := os.WriteFile(filepath.Join(dir, p.Article+".html"), p.HTML, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestOutputsMeetTheirSchemas runs every command that gives out JSON over the
// sample newsroom and holds each line to its schema.
func TestOutputsMeetTheirSchemas(t *testing.T) {
	dir := writeSample(t)
	articles := filepath.Join(t.TempDir(), "articles.jsonl")
	for _, c := range []struct {
		schema string
		args   []string
		keep   string
	}{
		{"article", []string{"extract", dir}, articles},
		{"article", []string{"annotate", dir}, ""},
		{"article", []string{"annotate", articles}, ""},
		{"story", []string{"read", "--format", "json", dir}, ""},
		{"group", []string{"group", articles}, ""},
		{"explanation", []string{"group", "--explain", "ferry-courier", "ferry-ledger", articles}, ""},
		{"passage", []string{"reuse", articles}, ""},
	} {
		t.Run(c.args[0], func(t *testing.T) {
			var out, errs bytes.Buffer
			if status := Run(context.Background(), c.args, nil, &out, &errs); status != statusWell {
				t.Fatalf("status %d: %s", status, errs.String())
			}
			if c.keep != "" {
				if err := os.WriteFile(c.keep, out.Bytes(), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			check, n := schematest.Compile(t, c.schema), 0
			lines := bufio.NewScanner(&out)
			lines.Buffer(nil, 64<<20)
			for lines.Scan() {
				n++
				if err := check(lines.Bytes()); err != nil {
					t.Fatalf("line %d: %v", n, err)
				}
			}
			if n == 0 {
				t.Fatal("no line came out")
			}
		})
	}
}
