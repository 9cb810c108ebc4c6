package cli

import (
	"context"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/gate"
	"nutgraf/internal/web"
)

var serveCommand = command{
	name: "serve", short: "serve the database's pages on this machine",
	long: `Serves front page, stories, articles and search at http://127.0.0.1:8080/ until it is
stopped, and asks the subscribed feeds for news. It listens to this machine alone
unless --listen names another address; then it wants a password or --public.

  nutgraf serve --listen :8443 --secret secret.txt --tls-cert c.pem --tls-key k.pem
  nutgraf serve --site https://desk.example/news --public     # behind a proxy

/healthz tells whether it answers; /metrics has figures for Prometheus, for those who
know the password, or for everybody on this machine. Programs ask under /api/v1
(docs/api.md); they may write when $NUTGRAF_TOKEN is set and they show it.`,
	setup: func(fs *flag.FlagSet) action {
		db, o := dbFlags(fs), serveFlags(fs)
		return func(ctx context.Context, e *env, args []string) error {
			if len(args) > 0 {
				return usage("serve takes no arguments")
			}
			h, err := o.house(e)
			if err != nil {
				return err
			}
			return e.with(ctx, db, true, func(d *desk.Desk, _ string) error { return o.open(ctx, e, d, h) })
		}
	},
}

// serving is how the pages are to be served.
type serving struct {
	listen, base, hosts, site *string
	secret                    *string
	cert, key, logForm        *string
	public                    *bool
	poll                      *time.Duration
	fetch                     webFlags
}

func serveFlags(fs *flag.FlagSet) serving {
	return serving{
		listen:  fs.String("listen", "127.0.0.1:8080", "the `ADDRESS` to listen on; port 0 takes a free one"),
		base:    fs.String("base", "", "the `PATH` under which the pages stand, behind a proxy"),
		hosts:   fs.String("host", "", "the `NAMES` under which the server may be asked, with commas between them"),
		site:    fs.String("site", "", "absolute `ADDRESS` of the pages as readers know it, behind a proxy; stands for --base and --host, too"),
		secret:  fs.String("secret", "", "a `FILE` whose first line is the readers' password (under any name) and the programs' bearer token; else $NUTGRAF_SECRET"),
		cert:    fs.String("tls-cert", "", "a certificate `FILE` (PEM), with --tls-key"),
		key:     fs.String("tls-key", "", "the certificate's key `FILE` (PEM)"),
		logForm: fs.String("log", "", "log every request to standard error in this `FORM`: text, json"),
		public:  fs.Bool("public", false, "let everybody read: articles are shown in extracts with links to their addresses"),
		poll:    longFlag(fs, "poll", 30*time.Minute, "how `LONG` a subscribed feed is left alone before it is asked again; 0 to ask none"),
		fetch:   fetchFlags(fs),
	}
}

// house is what the flags come to.
type house struct {
	gate  gate.Config
	texts excerpt.Policy
	site  string // absolute address of the pages; empty when only requests tell it
	tls   *certificate
	log   *slog.Logger
}

// shortest is the length of a password below which guessing is too easy.
const shortest = 12

func (o *serving) house(e *env) (h house, err error) {
	if h.log, err = e.logIn(*o.logForm); err != nil {
		return h, err
	}
	h.gate = gate.Config{Public: *o.public, Local: isLocal(*o.listen), Log: h.log, Token: e.getenv("NUTGRAF_TOKEN")}
	if h.site, h.gate.Base, h.gate.Hosts, err = o.place(); err != nil {
		return h, err
	}
	if h.gate.Secret, err = e.secret(*o.secret); err != nil {
		return h, err
	}
	if *o.public {
		h.texts = excerpt.Public()
	}
	h.gate, err = guarded(h.gate, *o.listen)
	if err != nil {
		return h, err
	}
	h.tls, err = certified(*o.cert, *o.key, h.log)
	return h, err
}

// place is where the pages stand: their absolute address if it is given, the path
// beneath which they are asked for, and the names they are asked under.
func (o *serving) place() (site, base string, hosts []string, err error) {
	if strings.ContainsAny(*o.base, ":?#") {
		return "", "", nil, usage("serve: --base is a path, as in /news, not " + *o.base)
	}
	base = cleanBase(*o.base)
	for name := range strings.SplitSeq(*o.hosts, ",") {
		if name = strings.TrimSpace(name); name != "" {
			hosts = append(hosts, name)
		}
	}
	if *o.site == "" {
		return "", base, hosts, nil
	}
	u, err := url.Parse(iri.Web(*o.site))
	if err != nil || u.Hostname() == "" || u.RawQuery != "" || u.Fragment != "" {
		return "", "", nil, usage("serve: --site is an address of the web, as in https://desk.example/news, not " + *o.site)
	}
	own := cleanBase(u.Path)
	if *o.base != "" && own != base {
		return "", "", nil, usage("serve: the path of --site is to be that of --base; a proxy passes it on unchanged")
	}
	u.Path, u.RawPath = own, ""
	return u.String(), own, append(hosts, u.Hostname()), nil
}

// guarded refuses what would show a newsroom to strangers.
func guarded(c gate.Config, listen string) (gate.Config, error) {
	if c.Local {
		// A page of another site can make its own name lead to this machine: only
		// this machine's names are answered, and those named.
		if host, _, err := net.SplitHostPort(listen); err == nil {
			c.Hosts = append(c.Hosts, host)
		}
		return c, nil
	}
	if c.Secret == "" && !c.Public {
		return c, usage("serve: " + listen + " can be reached from other machines; give readers a password with --secret FILE, or let everybody read extracts with --public")
	}
	return c, nil
}

// isLocal reports whether an address can be reached from this machine alone.
func isLocal(listen string) bool {
	host, _, err := net.SplitHostPort(listen)
	if err != nil {
		return true // it cannot be listened on at all, which will be said
	}
	return host == "localhost" || net.ParseIP(host).IsLoopback()
}

func cleanBase(base string) string {
	if base = path.Clean("/" + base); base == "/" {
		return ""
	}
	return base
}

// secret reads the password from its file, else from the environment.
func (e *env) secret(file string) (string, error) {
	value, from := e.getenv("NUTGRAF_SECRET"), "$NUTGRAF_SECRET"
	if file != "" {
		raw, err := os.ReadFile(file)
		if err != nil {
			return "", fmt.Errorf("%w: the password's file: %w", nutgraf.ErrUsage, err)
		}
		value, _, _ = strings.Cut(string(raw), "\n")
		from = file
	} else if value == "" {
		return "", nil
	}
	if value = strings.TrimSpace(value); len(value) < shortest {
		return "", usage(fmt.Sprintf("the password in %s is shorter than %d characters", from, shortest))
	}
	return value, nil
}

// log writes warnings, one a line, to standard error.
func (e *env) log() *slog.Logger {
	return slog.New(slog.NewTextHandler(e.errs, &slog.HandlerOptions{Level: slog.LevelWarn}))
}

// logIn is the log in a form: with one, every request is logged.
func (e *env) logIn(form string) (*slog.Logger, error) {
	switch form {
	case "":
		return e.log(), nil
	case "text":
		return slog.New(slog.NewTextHandler(e.errs, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(e.errs, nil)), nil
	}
	return nil, usage(fmt.Sprintf("no log in the form %q; text or json", form))
}

// open serves a desk's pages and asks its feeds for news.
func (o *serving) open(ctx context.Context, e *env, d *desk.Desk, h house) error {
	if err := e.settle(ctx, d); err != nil {
		return err
	}
	if _, err := d.Stories(ctx, nutgraf.StoryFilter{Limit: 1}); err != nil {
		return err // a damaged database is to be told of here, not on every page
	}
	meter := gate.NewMeter(d.Counts)
	ctx, stop := context.WithCancel(ctx)
	var polling sync.WaitGroup
	defer polling.Wait()
	defer stop()
	if *o.poll > 0 {
		p := &poller{env: e, desk: d, flags: o.fetch, every: *o.poll, log: h.log, meter: meter}
		polling.Go(func() { p.run(ctx) })
	}
	pages := e.site(d, web.Config{Base: h.gate.Base, Texts: h.texts, Log: h.log}, h.site, h.gate.Token)
	return e.serve(ctx, server{listen: *o.listen, base: h.gate.Base, tls: h.tls, handler: gate.Handler(pages, meter, h.gate), log: h.log}, nil)
}
