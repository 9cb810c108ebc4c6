package mcp

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
)

// A line that is no message is answered and left out; those after it pass.
func TestMessages(t *testing.T) {
	const ping = `{"jsonrpc":"2.0","id":1,"method":"ping"}`
	begin := func(version string) string {
		return `{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"` + version + `"}}`
	}
	stopped, stop := context.WithCancel(t.Context())
	stop() // no answer is waited for
	for _, c := range []struct {
		name, in, passed, answer string
	}{
		{"messages", ping + "\n\n" + ping, ping + "\n" + ping + "\n", ""},
		{"not JSON", "{bad\n" + ping + "\r\n", ping + "\n", `"code":-32700,"message":"a line that is not JSON"},"id":null`},
		{"another JSON-RPC", `{"jsonrpc":"1.0","id":"a","method":"ping"}` + "\n" + ping, ping + "\n", `"code":-32600,"message":"no message of JSON-RPC 2.0"},"id":"a"`},
		{"no object", "3\n" + ping, ping + "\n", `-32600`},
		{"too long", strings.Repeat("x", largestBody+10) + "\n" + ping, ping + "\n", `over 1 MiB`},
		{"a batch where there is none", begin("2025-06-18") + "\n[" + ping + "]\n", begin("2025-06-18") + "\n", "has no batches"},
		{"a batch", begin("2025-03-26") + "\n[" + ping + "]\n", begin("2025-03-26") + "\n[" + ping + "]\n", ""},
		{"an empty batch", begin("2025-03-26") + "\n[]\n", begin("2025-03-26") + "\n", "an empty batch"},
	} {
		var out bytes.Buffer
		in, _ := Messages(stopped, strings.NewReader(c.in), &out)
		passed, err := io.ReadAll(in)
		if err != nil || string(passed) != c.passed {
			t.Errorf("%s: %v, passed %.200q", c.name, err, passed)
		}
		if !strings.Contains(out.String(), c.answer) || (out.Len() == 0) != (c.answer == "") {
			t.Errorf("%s: answered %q", c.name, &out)
		}
	}
}
