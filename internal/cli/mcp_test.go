package cli_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"nutgraf/internal/cli"
)

const report = `Ferry to Norrholm halted

The ferry to Norrholm was halted on Tuesday after inspectors found a crack in its hull, the company said.

"We will not sail until it is mended," said Ilse Marrow, who runs the line.

The line has two boats and a kiosk.
`

// TestAssistantOverStandardInput runs the command with a client of the SDK at
// its other end.
func TestAssistantOverStandardInput(t *testing.T) {
	dir := t.TempDir()
	db, file := filepath.Join(dir, "n.db"), filepath.Join(dir, "day.txt")
	if err := os.WriteFile(file, []byte(report), 0o600); err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	if status := cli.Run(t.Context(), []string{"add", "--db", db, file}, nil, io.Discard, &errs); status != 0 {
		t.Fatalf("add: %d %s", status, &errs)
	}
	in, toIt := io.Pipe()
	fromIt, out := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- cli.Run(context.Background(), []string{"mcp", "--db", db, "--site", "https://desk.example/"}, in, out, &errs)
	}()
	s, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &sdk.IOTransport{Reader: fromIt, Writer: toIt}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for words, wants := range map[string][]string{
		"we will not sail until it is mended": {`"held":true`, "within quotation marks", `"speaker":"Ilse Marrow"`, `"link":"https://desk.example/article/day?t=`},
		"the line has two boats":              {`"held":false`, "nobody is found to say them", `"unquoted":[{"article":"day"`},
	} {
		r, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: "check_quotation", Arguments: map[string]any{"words": words, "speaker": "Marrow"}})
		if err != nil {
			t.Fatal(err)
		}
		text := r.Content[0].(*sdk.TextContent).Text
		for _, want := range wants {
			if !strings.Contains(text, want) {
				t.Errorf("no %s in %s", want, text)
			}
		}
	}
	if err := toIt.Close(); err != nil {
		t.Fatal(err)
	}
	if status := <-ended; status != 0 || errs.Len() > 0 {
		t.Errorf("the assistant has left: %d %s", status, &errs)
	}
	_, _ = fromIt.Close(), s.Close()
}
