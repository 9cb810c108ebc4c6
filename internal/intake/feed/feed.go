// Package feed reads feeds (RSS, Atom, RDF, JSON Feed), sitemaps with and
// without news, and lists of feeds (OPML). It tells entries that hold their
// article whole from those that only point to it; it fetches nothing.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/mmcdole/gofeed"
	ext "github.com/mmcdole/gofeed/extensions"

	"nutgraf"
)

// Feed is what a feed or a sitemap holds now.
type Feed struct {
	Title   string
	Site    string   // address of the pages it belongs to
	Entries []Entry  // in the order of the file
	More    []string // further sitemaps, when the file is a list of those
	Cut     bool     // whether it holds more entries than are read
}

// Entry is one entry: an article, or where one is.
type Entry struct {
	URL    string
	Title  string
	Outlet string
	Date   string // RFC 3339 where it could be read, else as written; empty when not given
	Lang   string
	Byline []string
	HTML   string // the article; empty when the entry only points to it
}

// The limits of a feed: how many entries are read, and how deep its elements
// may be nested.
const (
	mostEntries = 5000
	deepest     = 100
)

// Looks reports whether the first bytes of a file are those of a feed or a
// sitemap.
func Looks(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(head) > 0 && head[0] == '{' {
		return bytes.Contains(head, []byte("jsonfeed.org/version")) || bytes.Contains(head, []byte(`jsonfeed.org\/version`))
	}
	switch root(head) {
	case "rss", "feed", "rdf", "urlset", "sitemapindex":
		return true
	}
	return false
}

// root is the local name of the first element, in lower case.
func root(head []byte) string {
	for {
		i := bytes.IndexByte(head, '<')
		if i < 0 {
			return ""
		}
		head = head[i+1:]
		switch {
		case bytes.HasPrefix(head, []byte("!--")):
			_, after, ok := bytes.Cut(head, []byte("-->"))
			if !ok {
				return ""
			}
			head = after
			continue
		case len(head) > 0 && (head[0] == '?' || head[0] == '!'):
			continue
		}
		name := head[:len(head)-len(bytes.TrimLeft(head, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ:-_0123456789"))]
		if _, local, ok := bytes.Cut(name, []byte(":")); ok {
			name = local
		}
		return strings.ToLower(string(name))
	}
}

// Items yields the articles that a feed holds whole. What it only points to is
// counted in one error that wraps nutgraf.ErrAside.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		body, err := io.ReadAll(io.LimitReader(r, limit+1))
		if err == nil && int64(len(body)) > limit {
			err = fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, limit>>20)
		}
		var f *Feed
		if err == nil {
			f, err = Parse(body)
		}
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: name, Err: err})
			return
		}
		for i := range f.Entries {
			if item := f.Entries[i].Item(fmt.Sprintf("%s:%d", name, i+1)); item != nil && !yield(item, nil) {
				return
			}
		}
		if note := f.aside(); note != "" {
			yield(nil, &nutgraf.ItemError{Name: name, Err: fmt.Errorf("%w: %s", nutgraf.ErrAside, note)})
		}
	}
}

// aside says what of a feed was passed over.
func (f *Feed) aside() string {
	said := f.pointers()
	if !f.Cut {
		return said
	}
	left := fmt.Sprintf("all but the first %d entries", mostEntries)
	if said == "" {
		return left
	}
	return said + "; " + left
}

func (f *Feed) pointers() string {
	n, first := 0, ""
	for _, e := range f.Entries {
		if e.HTML == "" {
			if n++; first == "" {
				first = e.URL
			}
		}
	}
	switch {
	case n == 0 && len(f.More) > 0:
		return fmt.Sprintf("%d further sitemaps, from %s on", len(f.More), f.More[0])
	case n == 0:
		return ""
	case n == 1:
		return fmt.Sprintf("1 entry that points to its article: %s", first)
	}
	return fmt.Sprintf("%d entries that point to their articles, from %s on", n, first)
}

// Item makes an Item of an entry that holds its article whole; nil otherwise.
func (e *Entry) Item(name string) *nutgraf.Item {
	if e.HTML == "" {
		return nil
	}
	return &nutgraf.Item{
		Name: name, URL: e.URL, Media: nutgraf.MediaHTML, Body: []byte(e.HTML), Charset: "utf-8",
		Given: nutgraf.Given{
			Title: e.Title, Outlet: e.Outlet, Date: e.Date, Source: string(nutgraf.DateFeed), Lang: e.Lang, Byline: e.Byline,
		},
	}
}

// Parse reads a feed or a sitemap, which may be packed with gzip.
func Parse(body []byte) (f *Feed, err error) {
	defer func() {
		// The parser is somebody else's, and the bytes are anybody's.
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("%w: a broken feed", nutgraf.ErrFormat)
		}
	}()
	if body, err = unpacked(body); err != nil {
		return nil, err
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	if len(bytes.TrimSpace(body)) == 0 {
		return nil, nutgraf.ErrEmpty
	}
	kind := root(body)
	if body := bytes.TrimLeft(body, " \t\r\n"); body[0] != '{' {
		if depth(body) > deepest {
			return nil, fmt.Errorf("%w: elements nested over %d deep", nutgraf.ErrFormat, deepest)
		}
		if kind == "urlset" || kind == "sitemapindex" {
			return sitemap(body)
		}
	} else if !Looks(body) {
		return nil, fmt.Errorf("%w: JSON, but no JSON Feed", nutgraf.ErrFormat)
	}
	parsed, err := gofeed.NewParser().Parse(bytes.NewReader(body))
	switch {
	case errors.Is(err, gofeed.ErrFeedTypeNotDetected):
		return nil, fmt.Errorf("%w: neither a feed nor a sitemap", nutgraf.ErrFormat)
	case err != nil:
		return nil, fmt.Errorf("%w: a broken feed: %w", nutgraf.ErrFormat, err)
	}
	return fromFeed(parsed), nil
}

// mostUnpacked is the size of a sitemap by its protocol, and of a feed here.
const mostUnpacked = 50 << 20

// unpacked returns what a body packed with gzip holds, and other bodies as they are.
func unpacked(body []byte) ([]byte, error) {
	if !bytes.HasPrefix(body, []byte("\x1f\x8b\x08")) {
		return body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("%w: broken gzip", nutgraf.ErrFormat)
	}
	out, err := io.ReadAll(io.LimitReader(z, mostUnpacked+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: broken gzip", nutgraf.ErrFormat)
	case len(out) > mostUnpacked:
		return nil, fmt.Errorf("%w: over %d MB unpacked", nutgraf.ErrTooLarge, mostUnpacked>>20)
	}
	return out, nil
}

func fromFeed(p *gofeed.Feed) *Feed {
	f := &Feed{Title: tidy(p.Title), Site: web(p.Link)}
	outlet := Outlet(f.Title)
	f.Cut = len(p.Items) > mostEntries
	for _, it := range p.Items[:min(len(p.Items), mostEntries)] {
		e := Entry{
			URL: link(it, f.Site), Title: tidy(plainText(it.Title)), Date: date(it), Lang: language(p.Language),
			Outlet: outlet, HTML: whole(it.Content, it.Description), Byline: byline(it),
		}
		if s := source(it.Extensions, it.DublinCoreExt); s != "" {
			e.Outlet = s
		}
		if e.URL != "" || e.HTML != "" {
			f.Entries = append(f.Entries, e)
		}
	}
	return f
}

// link is the address of an entry; some feeds give it relative to their site.
func link(it *gofeed.Item, site string) string {
	links := append([]string{it.Link}, it.Links...)
	for _, l := range links {
		if u := web(l); u != "" {
			return u
		}
	}
	if u := web(it.GUID); u != "" {
		return u
	}
	base, err := url.Parse(site)
	if err != nil || site == "" {
		return ""
	}
	for _, l := range links {
		if to, err := base.Parse(strings.TrimSpace(l)); err == nil && strings.TrimSpace(l) != "" {
			return web(to.String())
		}
	}
	return ""
}

// web returns an address that can be fetched, or nothing.
func web(s string) string {
	s = strings.TrimSpace(s)
	if lower := strings.ToLower(s[:min(len(s), 8)]); strings.HasPrefix(lower, "http://") || lower == "https://" {
		return s
	}
	return ""
}

// date is when an entry was published, else updated. The library's parsed times
// have lost their zone, which decides the day; so the usual forms are read here.
func date(it *gofeed.Item) string {
	written := strings.TrimSpace(it.Published)
	if written == "" {
		written = strings.TrimSpace(it.Updated)
	}
	for _, layout := range []string{time.RFC3339, "Mon, 2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 -0700"} {
		if at, err := time.Parse(layout, written); err == nil {
			return at.Format(time.RFC3339)
		}
	}
	for _, at := range []*time.Time{it.PublishedParsed, it.UpdatedParsed} {
		if at != nil {
			return at.Format(time.RFC3339)
		}
	}
	return written
}

func language(s string) string {
	code, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(s)), "-")
	if len(code) != 2 {
		return ""
	}
	return code
}

func byline(it *gofeed.Item) []string {
	var out []string
	for _, a := range it.Authors {
		if a != nil && tidy(a.Name) != "" {
			out = append(out, tidy(a.Name))
		}
	}
	return out
}

// source is the outlet that an entry itself names, as aggregators give it.
func source(all ext.Extensions, dc *ext.DublinCoreExtension) string {
	if dc != nil && len(dc.Publisher) > 0 {
		return tidy(dc.Publisher[0])
	}
	for _, e := range all["media"]["credit"] {
		if e.Attrs["role"] == "publishing company" {
			return tidy(e.Value)
		}
	}
	return ""
}

// Named reports whether a page's link with these attributes names a feed.
func Named(rel, media string) bool {
	if !slices.Contains(strings.Fields(strings.ToLower(rel)), "alternate") {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(media)) {
	case "application/rss+xml", "application/atom+xml", "application/feed+json":
		return true
	}
	return false
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }
