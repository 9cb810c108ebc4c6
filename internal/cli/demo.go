package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/gate"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/store/sqlite"
	"nutgraf/internal/web"
)

var demoCommand = command{
	name: "demo", short: "read the bundled sample newsroom and serve its stories",
	long: "Reads a fictional newsroom into a fresh database, serves it on a free port of this\nmachine and prints the address. Nothing is left behind when it ends.",
	setup: func(fs *flag.FlagSet) action {
		check := fs.Bool("check", false, "fetch all pages once and end")
		listen := fs.String("listen", "127.0.0.1:0", "the `ADDRESS` to listen on; port 0 takes a free one")
		return func(ctx context.Context, e *env, args []string) error {
			if len(args) > 0 {
				return usage("demo takes no arguments")
			}
			return demo(ctx, e, *listen, *check)
		}
	},
}

func demo(ctx context.Context, e *env, listen string, check bool) (err error) {
	dir, err := os.MkdirTemp("", "nutgraf-demo-")
	if err != nil {
		return fmt.Errorf("make a folder for the sample's database: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	store, err := sqlite.Open(ctx, filepath.Join(dir, "demo.db"), sqlite.Options{Create: true})
	if err != nil {
		return err
	}
	d := desk.New(store, time.Now)
	defer func() { err = errors.Join(err, d.Close()) }()
	if err := e.takeSample(ctx, d); err != nil {
		return err
	}
	var ready func(string) error
	if check {
		ready = func(address string) error { return e.checkPages(ctx, address) }
	}
	kept, err := guarded(gate.Config{Local: isLocal(listen), Public: true}, listen)
	if err != nil {
		return err
	}
	pages := e.site(d, web.Config{Sample: true, Log: e.log()}, "", "")
	return e.serve(ctx, server{listen: listen, handler: gate.Handler(pages, gate.NewMeter(d.Counts), kept), log: e.log()}, ready)
}

// takeSample takes the sample newsroom in and tells how long that took.
func (e *env) takeSample(ctx context.Context, d *desk.Desk) error {
	begun := time.Now()
	if err := e.takeItems(ctx, d, sample(), nil); err != nil {
		return err
	}
	held, err := d.Counts(ctx)
	if err != nil {
		return err
	}
	if e.refused > 0 {
		return fmt.Errorf("the sample newsroom: %d of its articles were refused", e.refused)
	}
	return e.say("The sample newsroom: %s, %s, read in %d ms. All of it is invented.\n",
		count(held.Articles, "article", "articles"), count(held.Stories, "story", "stories"), time.Since(begun).Milliseconds())
}

func sample() iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		items, err := newsroom.Items()
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: "sample newsroom", Err: err})
			return
		}
		for _, item := range items {
			if !yield(item, nil) {
				return
			}
		}
	}
}

// checkPages fetches every page that can be reached from the front page, once,
// and ends the serving. A page that is not well ends it with an error.
func (e *env) checkPages(ctx context.Context, address string) error {
	begun := time.Now()
	c := &checker{client: &http.Client{Timeout: 10 * time.Second}, seen: map[string]bool{}}
	if err := c.follow(ctx, address); err != nil {
		return err
	}
	if err := e.say("Checked %d pages in %d ms: all well.\n", len(c.seen), time.Since(begun).Milliseconds()); err != nil {
		return err
	}
	return errServed
}

// checker walks over the pages of a site. Addresses that differ in their query
// alone are one page.
type checker struct {
	client *http.Client
	seen   map[string]bool
}

var link = regexp.MustCompile(`\b(?:href|src)="([^"#]+)`)

// follow fetches a page and all that it leads to on the same site.
func (c *checker) follow(ctx context.Context, address string) error {
	for next := []string{address}; len(next) > 0; next = next[1:] {
		page, _, _ := strings.Cut(next[0], "?")
		if c.seen[page] {
			continue
		}
		c.seen[page] = true
		found, err := c.fetch(ctx, next[0])
		if err != nil {
			return err
		}
		next = append(next, found...)
	}
	return nil
}

const largestPage = 16 << 20

// fetch returns the addresses on the same site that a page names.
func (c *checker) fetch(ctx context.Context, address string) ([]string, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	res, err := c.client.Do(req)
	if err != nil {
		return nil, fmt.Errorf("check %s: %w", address, err)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, largestPage))
	if err := errors.Join(err, res.Body.Close()); err != nil {
		return nil, fmt.Errorf("check %s: %w", address, err)
	}
	if res.StatusCode != http.StatusOK || len(body) == 0 {
		return nil, fmt.Errorf("check %s: %s, %d bytes", address, res.Status, len(body))
	}
	if !strings.HasPrefix(res.Header.Get("Content-Type"), "text/html") {
		return nil, nil
	}
	return links(req.URL, string(body)), nil
}

func links(base *url.URL, page string) []string {
	var out []string
	for _, m := range link.FindAllStringSubmatch(page, -1) {
		to, err := base.Parse(strings.ReplaceAll(m[1], "&amp;", "&"))
		if err == nil && to.Host == base.Host && to.Scheme == base.Scheme {
			to.Fragment = ""
			out = append(out, to.String())
		}
	}
	return out
}
