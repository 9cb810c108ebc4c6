package cli

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"time"

	"golang.org/x/net/html"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/fetch"
	"nutgraf/internal/intake"
	"nutgraf/internal/intake/feed"
)

var feedCommand = command{
	name: "feed", args: "add URL... | list | remove URL... | import FILE... | export", short: "subscribe to feeds, and take what they hold",
	long: "add subscribes to feeds (RSS, Atom, JSON Feed), to news sitemaps, or to the feed that a\npage names, and takes in what they hold now; adding one again takes what is new.\nimport subscribes to the feeds of an OPML list without fetching them; export writes one.\nArticles stay when a feed is removed.\n\n  nutgraf feed add https://paper.example/feed.xml\n  nutgraf feed export > feeds.opml",
	setup: func(fs *flag.FlagSet) action {
		db, w := dbFlags(fs), fetchFlags(fs)
		format := fs.String("format", "text", "`FORMAT` of the list: text, json")
		return func(ctx context.Context, e *env, args []string) error {
			if err := chooseAnswer(*format); err != nil {
				return err
			}
			verb, rest, err := feedVerb(args)
			if err != nil {
				return err
			}
			create := verb == "add" || verb == "import"
			return e.with(ctx, db, create, func(d *desk.Desk, path string) error {
				switch verb {
				case "add":
					return addFeeds(ctx, e, d, path, rest, w)
				case "remove":
					return removeFeeds(ctx, e, d, rest)
				case "import":
					return importFeeds(ctx, e, d, rest)
				case "export":
					return exportFeeds(ctx, e, d)
				}
				return listFeeds(ctx, e, d, *format)
			})
		}
	},
}

// feedVerb cuts the arguments into what to do and with what.
func feedVerb(args []string) (string, []string, error) {
	if len(args) == 0 {
		return "", nil, usage("feed: say add, list, remove, import or export")
	}
	verb, rest := args[0], args[1:]
	switch verb {
	case "add", "remove":
		if len(rest) == 0 {
			return "", nil, usage("feed " + verb + ": name feeds by their addresses")
		}
	case "import":
		if len(rest) == 0 {
			return "", nil, usage("feed import: name OPML files, or - for standard input")
		}
	case "list", "export":
		if len(rest) > 0 {
			return "", nil, usage("feed " + verb + " takes no arguments")
		}
	default:
		return "", nil, usage(fmt.Sprintf("feed: no %q; add, list, remove, import or export", verb))
	}
	return verb, rest, nil
}

// addFeeds subscribes to feeds and takes what they hold.
func addFeeds(ctx context.Context, e *env, d *desk.Desk, path string, addresses []string, flags webFlags) error {
	src, err := e.source(ctx, &flags, d)
	if err != nil {
		return err
	}
	subscribed := 0
	items := func(yield func(*nutgraf.Item, error) bool) {
		for _, address := range addresses {
			name, parsed, err := src.web.subscribe(address)
			if err != nil {
				if !yield(nil, &nutgraf.ItemError{Name: address, ID: address, Err: err}) {
					return
				}
				continue
			}
			subscribed++
			for item, err := range src.web.newEntries(name, parsed) {
				if !yield(item, err) {
					return
				}
			}
		}
	}
	err = addItems(ctx, e, d, path, src, items)
	if err == nil && subscribed > 0 && e.read == 0 {
		_, err = fmt.Fprintf(e.out, "%s, nothing new\n", count(subscribed, "feed", "feeds"))
		e.read = subscribed
	}
	return err
}

// newEntries are the entries of a feed; none is said only where there is no feed
// at all: one that has not changed is in order.
func (w *courier) newEntries(name string, f *feed.Feed) iter.Seq2[*nutgraf.Item, error] {
	if f == nil || len(f.Entries) == 0 && len(f.More) == 0 {
		return func(func(*nutgraf.Item, error) bool) {}
	}
	return w.entries(name, f)
}

// subscribe fetches a feed, or the one that a page names, and keeps the
// subscription. The feed is nil when it has not changed since it was fetched.
func (w *courier) subscribe(address string) (string, *feed.Feed, error) {
	if !intake.IsAddress(address) {
		return "", nil, fmt.Errorf("%w: no address of the web", nutgraf.ErrFormat)
	}
	before, err := w.subscribed(address)
	if err != nil {
		return "", nil, err
	}
	c, err := w.fetcher.Get(w.ctx, address, before)
	if err = errors.Join(err, w.keep(c)); err != nil {
		return "", nil, err
	}
	if c.Page() && !c.Unchanged {
		to := feedOf(c)
		if to == "" {
			return "", nil, fmt.Errorf("%w: a page that names no feed", nutgraf.ErrFormat)
		}
		if c, err = w.fetcher.Get(w.ctx, to, nil); err != nil {
			return "", nil, fmt.Errorf("its feed %s: %w", to, err)
		}
		if err := w.keep(c); err != nil {
			return "", nil, err
		}
	}
	s := nutgraf.Subscription{URL: c.Asked, Checked: c.At, Tried: c.At, Web: *c.Web()}
	if c.Unchanged {
		s.Web = *before
		return c.Asked, nil, w.desk.Subscribe(w.ctx, s)
	}
	f, err := feed.Parse(c.Body)
	if err != nil {
		return "", nil, err
	}
	s.Title, s.Site = f.Title, f.Site
	return c.Asked, f, w.desk.Subscribe(w.ctx, s)
}

// subscribed is what a feed's server said when it was last fetched.
func (w *courier) subscribed(address string) (*nutgraf.Web, error) {
	all, err := w.desk.Subscriptions(w.ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		if s.URL == address {
			return &s.Web, nil
		}
	}
	return nil, nil
}

// feedOf is the address of the first feed that a page names in its head.
func feedOf(c *fetch.Capture) string {
	z := html.NewTokenizer(bytes.NewReader(c.Body[:min(len(c.Body), 1<<18)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			at := map[string]string{}
			for _, a := range t.Attr {
				at[a.Key] = a.Val
			}
			if t.Data == "link" && feed.Named(at["rel"], at["type"]) {
				if to := c.Resolve(at["href"]); to != "" {
					return to
				}
			}
		}
	}
}

func removeFeeds(ctx context.Context, e *env, d *desk.Desk, addresses []string) error {
	if err := e.each(ctx, addresses, d.Unsubscribe); err != nil {
		return err
	}
	if e.read > 0 {
		fmt.Fprintf(e.out, "%s removed\n", count(e.read, "feed", "feeds"))
	}
	return nil
}

func importFeeds(ctx context.Context, e *env, d *desk.Desk, paths []string) error {
	added := 0
	for _, path := range paths {
		list, err := e.outlines(path)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			e.refuse(&nutgraf.ItemError{Name: path, Err: err})
			continue
		}
		e.read++
		for _, o := range list {
			if err := d.Subscribe(ctx, nutgraf.Subscription{URL: o.URL, Title: o.Title, Site: o.Site}); err != nil {
				return err
			}
			added++
		}
	}
	if e.read > 0 {
		fmt.Fprintf(e.out, "%s imported; nutgraf feed add URL takes what one holds\n", count(added, "feed", "feeds"))
	}
	return nil
}

// outlines reads an OPML file of at most an article's size.
func (e *env) outlines(path string) ([]feed.Outline, error) {
	in := e.in
	if path != "-" {
		f, err := os.Open(path)
		if errors.Is(err, os.ErrNotExist) {
			return nil, errors.New("no such file")
		}
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	body, err := io.ReadAll(io.LimitReader(in, intake.MaxArticle))
	if err != nil {
		return nil, err
	}
	return feed.ReadOPML(body)
}

func exportFeeds(ctx context.Context, e *env, d *desk.Desk) error {
	all, err := d.Subscriptions(ctx)
	if err != nil {
		return err
	}
	list := make([]feed.Outline, len(all))
	for i, s := range all {
		list[i] = feed.Outline{Title: s.Title, URL: s.URL, Site: s.Site}
	}
	return feed.WriteOPML(e.out, "Feeds of nutgraf", list)
}

// feedLine is a subscription as feed list gives it in JSON.
type feedLine struct {
	URL     string `json:"url"`
	Title   string `json:"title,omitempty"`
	Site    string `json:"site,omitempty"`
	Checked string `json:"checked,omitempty"`
	Tried   string `json:"tried,omitempty"`
	Problem string `json:"problem,omitempty"`
	Taken   int    `json:"taken"`
}

func listFeeds(ctx context.Context, e *env, d *desk.Desk, format string) error {
	all, err := d.Subscriptions(ctx)
	if err != nil {
		return err
	}
	if format == "text" && len(all) == 0 {
		e.nothing("no feed is subscribed to")
	}
	for _, s := range all {
		l := feedLine{URL: s.URL, Title: s.Title, Site: s.Site, Checked: stamp(s.Checked), Tried: stamp(s.Tried), Problem: s.Problem, Taken: s.Taken}
		if format == "json" {
			if err := e.object(l); err != nil {
				return err
			}
			continue
		}
		if l.Checked == "" {
			l.Checked = "not fetched yet"
		}
		if l.Problem != "" {
			l.Checked += " · at " + l.Tried + ": " + l.Problem
		}
		if _, err := fmt.Fprintf(e.out, "%s\n  %s · %s\n", oneLine(l.URL), oneLine(l.Title), l.Checked); err != nil {
			return err
		}
	}
	return nil
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
