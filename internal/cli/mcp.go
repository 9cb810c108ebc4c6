package cli

import (
	"context"
	"errors"
	"flag"
	"io"
	"sync"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/mcp"
)

var mcpCommand = command{
	name: "mcp", short: "let an assistant ask the database",
	long: "Serves the Model Context Protocol on standard input and output, or over HTTP with\n--listen: search, stories, quotations, claims, conflicts, and the check of a quotation,\neach answer with the words it rests on and a link. Nothing is written. It listens to\nthis machine alone unless $NUTGRAF_TOKEN is set, which every request then has to show.",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		listen := fs.String("listen", "", "serve over HTTP at this `ADDRESS`, as in 127.0.0.1:8090")
		site := fs.String("site", "http://127.0.0.1:8080", "absolute `ADDRESS` of the pages, for links: where nutgraf serve answers")
		most := numberFlag(fs, "excerpt", 1000, "give at most `N` characters of each stretch of an article; 0 for all")
		return func(ctx context.Context, e *env, args []string) error {
			c := mcp.Config{Site: iri.Web(*site), Texts: excerpt.Policy{Most: *most}, Token: e.getenv("NUTGRAF_TOKEN"), Log: e.log()}
			switch {
			case len(args) > 0:
				return usage("mcp takes no arguments")
			case *site != "" && iri.Web(*site) == "":
				return usage("mcp: --site is an address of the web, as in https://desk.example")
			case *listen != "" && c.Token == "" && !isLocal(*listen):
				return usage("mcp: " + *listen + " can be reached from other machines: set $NUTGRAF_TOKEN, or listen on 127.0.0.1")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error {
				if _, err := d.Stories(ctx, nutgraf.StoryFilter{Limit: 1}); err != nil {
					return err // a damaged database is to be told of here, not at every call
				}
				if *listen != "" {
					return e.serve(ctx, server{listen: *listen, handler: mcp.Handler(d, c), log: c.Log}, nil)
				}
				return e.converse(ctx, mcp.Server(d, c))
			})
		}
	},
}

// converse serves an assistant on standard input and output until it leaves.
func (e *env) converse(ctx context.Context, s *sdk.Server) error {
	in, out := mcp.Messages(ctx, e.in, &lines{env: e})
	err := s.Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(in), Writer: out})
	if errors.Is(err, context.Canceled) || errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// lines writes at once to standard output, one line after the other.
type lines struct {
	*env
	mu sync.Mutex
}

func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(b), l.say("%s", b)
}
