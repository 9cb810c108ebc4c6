package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"sync"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/fetch"
	"nutgraf/internal/inorder"
	"nutgraf/internal/intake"
	"nutgraf/internal/intake/feed"
	"nutgraf/internal/intake/warc"
)

// webFlags are the flags of commands that fetch.
type webFlags struct {
	private *bool
	archive *string
	contact *string
	limit   *int
}

func fetchFlags(fs *flag.FlagSet) webFlags {
	return webFlags{
		private: fs.Bool("allow-private", false, "fetch from private addresses and through a proxy, too"),
		archive: fs.String("warc", "", "keep what is fetched in a web archive `FILE`, added to its end"),
		contact: fs.String("contact", "", "`WORDS` for the user agent: how to reach you"),
		limit:   numberFlag(fs, "limit", 50, "take at most `N` entries of a feed; 0 for all"),
	}
}

// courier fetches what commands name by address.
type courier struct {
	ctx     context.Context
	fetcher *fetch.Fetcher
	desk    *desk.Desk // whose captures are held; nil when nothing is kept
	reader  *intake.Reader
	limit   int
	file    *os.File
	archive *warc.Writer
}

// source is what a command reads from: the paths' reader with what it fetches
// by, and what was passed over meanwhile.
type source struct {
	*intake.Reader
	web   *courier
	mu    sync.Mutex
	notes []error
}

// source opens the ways in. The desk may be nil.
func (e *env) source(ctx context.Context, f *webFlags, d *desk.Desk) (*source, error) {
	s := &source{}
	special := func(path string) io.Reader { return untilStopped(ctx, &lateFile{path: path}) }
	s.Reader = &intake.Reader{Stdin: e.in, Special: special, Aside: func(err error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.notes = append(s.notes, err)
	}}
	if f == nil {
		return s, nil
	}
	s.web = &courier{ctx: ctx, desk: d, reader: s.Reader, limit: *f.limit}
	if *f.archive != "" {
		if err := s.web.open(*f.archive); err != nil {
			return nil, err
		}
	}
	s.web.fetcher = fetch.New(fetch.Options{Contact: *f.contact, AllowPrivate: *f.private, Limit: intake.MaxArticle})
	s.Web = s.web.items
	return s, nil
}

// close ends what source opened.
func (s *source) close() error {
	if s.web == nil {
		return nil
	}
	s.web.fetcher.Close()
	if s.web.file == nil {
		return nil
	}
	return s.web.file.Close()
}

// noted returns what was passed over, in the order of the input.
func (s *source) noted() []error {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.notes)
}

func (w *courier) open(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err == nil {
		w.file = f
		w.archive, err = warc.NewWriter(f, fetch.Product+"/"+nutgraf.Version, time.Now())
	}
	if err != nil {
		return fmt.Errorf("web archive %s: %w", path, err)
	}
	return nil
}

// fetched is an address with what came of it.
type fetched struct {
	entry   feed.Entry
	capture *fetch.Capture
	held    *nutgraf.Item // the capture that is still the present one
	err     error
}

// get fetches one address, conditionally when its capture is held.
func (w *courier) get(address string) fetched {
	held := w.heldItem(address)
	var before *nutgraf.Web
	if held != nil {
		before = held.Web
	}
	c, err := w.fetcher.Get(w.ctx, address, before)
	f := fetched{capture: c, err: err}
	if err == nil && c.Unchanged && held == nil {
		f.err = fmt.Errorf("%w: the server says that nothing has changed, but nothing is held", nutgraf.ErrFormat)
	}
	if err == nil && c.Unchanged {
		f.held = held
	}
	return f
}

// heldItem is the capture that the desk holds under an address, if it was
// fetched.
func (w *courier) heldItem(address string) *nutgraf.Item {
	if w.desk == nil {
		return nil
	}
	a, err := w.desk.Article(w.ctx, address)
	if err != nil || a.Item.Web == nil {
		return nil
	}
	item := a.Item
	if item.Body, err = w.desk.Capture(w.ctx, address); err != nil {
		return nil
	}
	return &item
}

// keep writes what was fetched to the web archive, if there is one.
func (w *courier) keep(c *fetch.Capture) error {
	if w.archive == nil || c == nil {
		return nil
	}
	for _, x := range c.Exchanges {
		if err := w.archive.Write(x); err != nil {
			return err
		}
	}
	return nil
}

// items yields the articles at an address: a page's, or those of a feed.
func (w *courier) items(address string) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		f := w.get(address)
		f.err = errors.Join(f.err, w.keep(f.capture))
		if f.err == nil && f.held == nil && !f.capture.Page() && feed.Looks(f.capture.Body[:min(len(f.capture.Body), 1024)]) {
			parsed, err := feed.Parse(f.capture.Body)
			if err == nil {
				w.entries(address, parsed)(yield)
				return
			}
			f.err = err
		}
		w.yield(address, f, yield)
	}
}

// yield hands on what came of one address, and reports whether to go on.
func (w *courier) yield(address string, f fetched, yield func(*nutgraf.Item, error) bool) bool {
	switch {
	case f.err != nil:
		return yield(nil, &nutgraf.ItemError{Name: address, ID: address, Err: f.err})
	case f.held != nil:
		return yield(f.held, nil)
	case f.capture.Page():
		item := f.capture.Item()
		if f.entry.Date != "" {
			item.Given.Date, item.Given.Source = f.entry.Date, string(nutgraf.DateFeed)
		}
		return yield(item, nil)
	}
	for item, err := range w.reader.Bytes(address, f.capture.Body) {
		if item != nil && item.URL == "" {
			item.URL, item.Captured, item.Web = f.capture.URL, f.capture.At.Truncate(time.Second), f.capture.Web()
		}
		if !yield(item, err) {
			return false
		}
	}
	return true
}

// atOnce is how many addresses of a feed are fetched at a time; a host sees
// fewer.
const atOnce = 4

// entries yields the articles of a feed: those that it holds whole, and the
// pages that it points to.
func (w *courier) entries(address string, f *feed.Feed) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		all := f.Entries
		if len(f.More) > 0 {
			var failed []error
			all, failed = w.follow(f)
			for _, err := range failed {
				if !yield(nil, err) {
					return
				}
			}
			if len(all) == 0 && len(failed) > 0 {
				return
			}
		}
		if w.limit > 0 {
			all = all[:min(len(all), w.limit)]
		}
		if len(all) == 0 {
			yield(nil, &nutgraf.ItemError{Name: address, ID: address, Err: fmt.Errorf("%w: a feed without entries", nutgraf.ErrEmpty)})
			return
		}
		for r := range inorder.Map(slices.Values(all), atOnce, w.entry) {
			item := r.entry.Item(r.entry.URL)
			if item != nil {
				item.ID, item.Derived = r.entry.URL, true
				if item.ID == "" {
					item.ID = address
				}
				if !yield(item, nil) {
					return
				}
				continue
			}
			r.err = errors.Join(r.err, w.keep(r.capture))
			if !w.yield(r.entry.URL, r, yield) {
				return
			}
		}
	}
}

// mostSitemaps is how many sitemaps of one index are read. By the protocol
// (sitemaps.org 0.9) an index lists sitemaps alone; some list others.
const mostSitemaps = 500

// follow gathers the entries of the sitemaps that an index names, in its order,
// as many as are asked for.
func (w *courier) follow(f *feed.Feed) (all []feed.Entry, failed []error) {
	all = f.Entries
	queue, seen := f.More, map[string]bool{}
	for n := 0; len(queue) > 0 && n < mostSitemaps && (w.limit == 0 || len(all) < w.limit); n++ {
		address := queue[0]
		queue = queue[1:]
		if seen[address] {
			continue
		}
		seen[address] = true
		part, err := w.sitemap(address)
		if err != nil {
			failed = append(failed, &nutgraf.ItemError{Name: address, ID: address, Err: err})
			continue
		}
		all = append(all, part.Entries...)
		queue = append(queue, part.More...)
	}
	return all, failed
}

// sitemap fetches one sitemap, packed or not.
func (w *courier) sitemap(address string) (*feed.Feed, error) {
	c, err := w.fetcher.Get(w.ctx, address, nil)
	if err = errors.Join(err, w.keep(c)); err != nil {
		return nil, err
	}
	return feed.Parse(c.Body)
}

// entry fetches the page of an entry, unless the entry holds its article whole.
func (w *courier) entry(e feed.Entry) fetched {
	if e.HTML != "" {
		return fetched{entry: e}
	}
	f := w.get(e.URL)
	f.entry = e
	return f
}
