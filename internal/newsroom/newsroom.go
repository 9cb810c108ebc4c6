package newsroom

import (
	"bytes"
	"cmp"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"slices"
	"sync"
	"time"

	"nutgraf"
)

//go:embed articles/*.txt templates/*.html outlets.txt planted.txt
var files embed.FS

// Page is an article as its outlet's site serves it.
type Page struct {
	Article string // the article's id
	Name    string // a file name for it: "<outlet>/<slug>.html"
	URL     string // its address; empty for pages that came without one
	HTML    []byte
}

// Item is the page as it is taken in.
func (p *Page) Item() *nutgraf.Item {
	return &nutgraf.Item{ID: p.Article, Name: p.Name, URL: p.URL, Media: nutgraf.MediaHTML, Body: p.HTML, Captured: Captured()}
}

// Captured returns the time at which all pages of the sample were captured.
func Captured() time.Time { return time.Date(2025, 6, 30, 6, 0, 0, 0, time.UTC) }

// Items are the pages of the sample as they are taken in.
func Items() ([]*nutgraf.Item, error) {
	pages, err := Pages()
	if err != nil {
		return nil, err
	}
	out := make([]*nutgraf.Item, len(pages))
	for i := range pages {
		out[i] = pages[i].Item()
	}
	return out, nil
}

// Pages renders every article of the sample, in the order of publication.
// The same bytes come out every time.
func Pages() ([]Page, error) {
	arts, err := Articles()
	if err != nil {
		return nil, err
	}
	outlets, err := readOutlets()
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(arts, func(a, b Article) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(a.ID, b.ID))
	})
	templates, err := template.ParseFS(files, "templates/*.html")
	if err != nil {
		return nil, fmt.Errorf("newsroom templates: %w", err)
	}
	desk := newSetter(arts, outlets)
	pages, errs := make([]Page, len(arts)), make([]error, len(arts))
	var all sync.WaitGroup
	for i := range arts {
		all.Go(func() { pages[i], errs[i] = desk.page(templates, i) })
	}
	all.Wait()
	return pages, errors.Join(errs...)
}

// page renders the article at index i.
func (s *setter) page(templates *template.Template, i int) (Page, error) {
	a := &s.articles[i]
	var out bytes.Buffer
	out.Grow(16 << 10)
	if err := templates.ExecuteTemplate(&out, a.Outlet+".html", s.view(i)); err != nil {
		return Page{}, fmt.Errorf("newsroom article %s: %w", a.ID, err)
	}
	return Page{
		Article: a.ID,
		Name:    a.Outlet + "/" + a.Slug + ".html",
		URL:     s.urls[a.ID],
		HTML:    out.Bytes(),
	}, nil
}
