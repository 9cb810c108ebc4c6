package web

import (
	"bytes"
	"errors"
	"net/http"
	"net/url"
	"strings"

	"nutgraf"
	"nutgraf/internal/label"
	"nutgraf/internal/reply"
)

// frame is what the frame of every page needs.
type frame struct {
	Base, Title   string
	Style, Script string
	Query         string // of the search field
	Here          string // the entry of the navigation
	Sample        bool
	Owner         bool // the reader is the owner, or one whom the owner lets in
	Alternates    []alternate
}

// alternate leads to the same for programs: a feed, or an answer of the API.
type alternate struct{ Media, Title, Href string }

const (
	atomMedia = "application/atom+xml"
	jsonMedia = "application/json"
)

// feed is the address of a feed: its kind, and what it is to hold.
func (s *site) feed(title, kind string, of url.Values) alternate {
	return alternate{atomMedia, title, s.program("/feeds/"+kind+"/atom", of)}
}

// program is an address of the API.
func (s *site) program(path string, of url.Values) string {
	address := s.conf.Base + "/api/v1" + path
	if len(of) > 0 {
		address += "?" + of.Encode()
	}
	return address
}

func (s *site) frame(title, here string) frame {
	return frame{Base: s.conf.Base, Title: title, Style: s.style, Script: s.script, Here: here, Sample: s.conf.Sample, Owner: !s.conf.Texts.Capped()}
}

// page renders a template as a whole page.
func (s *site) page(name string, data any) (*reply.Reply, error) {
	t, err := s.pages()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(32 << 10)
	if err := t.ExecuteTemplate(&b, name, data); err != nil {
		return nil, err
	}
	return &reply.Reply{Media: html, Body: b.Bytes()}, nil
}

// problem is a page that says what went wrong.
type problem struct {
	frame
	Status int
	Words  string
	Help   string
}

// refusal is the page for an error. What went wrong inside is logged, not shown.
func (s *site) refusal(r *http.Request, err error) *reply.Reply {
	p := problem{Status: status(err)}
	switch p.Status {
	case http.StatusNotFound:
		p.Words, p.Help = "Nothing is held here", "The address may be mistyped, or the article or story was withdrawn. Search for it, or go back to the stories."
	case http.StatusBadRequest:
		p.Words, p.Help = "This request cannot be read", label.Capital(reason(err))+"."
	case http.StatusForbidden:
		p.Words, p.Help = "This is not shown here", err.Error()
	case http.StatusMethodNotAllowed:
		p.Words, p.Help = "Only reading is possible here", "This address takes nothing in."
	case http.StatusRequestURITooLong:
		p.Words, p.Help = "The address is too long", "Shorten the query and try again."
	case http.StatusServiceUnavailable:
		p.Words, p.Help = "The database is in use", "Another program holds it. Try again in a moment."
	default:
		p.Words, p.Help = "Something went wrong", "It has been noted. Try again, or go back to the stories."
		s.conf.Log.Error("page failed", "path", r.URL.Path, "error", err)
	}
	p.frame = s.frame(p.Words, "")
	a, failed := s.page("problem", p)
	if failed != nil {
		a = reply.Text(p.Words + "\n")
	}
	a.Status = p.Status
	return a
}

// reason is what is wrong with a request, without the name of the kind of error.
func reason(err error) string {
	return strings.TrimPrefix(err.Error(), nutgraf.ErrUsage.Error()+": ")
}

// status maps a kind of error to an HTTP status.
func status(err error) int {
	switch {
	case errors.Is(err, nutgraf.ErrNotFound):
		return http.StatusNotFound
	case errors.Is(err, nutgraf.ErrUsage):
		return http.StatusBadRequest
	case errors.Is(err, errMethod):
		return http.StatusMethodNotAllowed
	case errors.Is(err, errTooLong):
		return http.StatusRequestURITooLong
	case errors.Is(err, nutgraf.ErrForbidden):
		return http.StatusForbidden
	case errors.Is(err, nutgraf.ErrLocked):
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func (s *site) health(r *http.Request) (*reply.Reply, error) {
	if _, err := s.desk.Counts(r.Context()); err != nil {
		return nil, err
	}
	return reply.Text("ok\n"), nil
}

func (s *site) about(r *http.Request) (*reply.Reply, error) {
	n, err := s.desk.Counts(r.Context())
	if err != nil {
		return nil, err
	}
	return s.page("about", struct {
		frame
		Counts  nutgraf.Counts
		Version string
	}{s.frame("About", "about"), n, nutgraf.Version})
}
