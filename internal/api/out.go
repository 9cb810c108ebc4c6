package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export"
	"nutgraf/internal/export/feed"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/intake"
	"nutgraf/internal/news"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

func exportMedia() []string {
	var out []string
	for _, f := range export.Formats {
		if bare, _, _ := strings.Cut(f.Media, ";"); !slices.Contains(out, bare) {
			out = append(out, bare)
		}
	}
	return out
}

// columns is the width of a story as plain text.
const columns = 80

func (s *server) exportStory(r *http.Request) (*reply.Reply, error) {
	p, err := s.desk.Story(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if p.ID != r.PathValue("id") {
		return s.moved(r, r.PathValue("id"), p.ID), nil
	}
	return s.export(r, []*nutgraf.StoryPage{p}, "story-"+p.ID)
}

func (s *server) exportFound(r *http.Request) (*reply.Reply, error) {
	pages, err := s.desk.Found(r.Context(), r.URL.Query().Get("q"))
	if err != nil {
		return nil, err
	}
	return s.export(r, pages, "stories")
}

// export hands a file over: it is to be kept, not to be shown under our name.
func (s *server) export(r *http.Request, pages []*nutgraf.StoryPage, name string) (*reply.Reply, error) {
	f, ok := export.Find(r.PathValue("format"))
	if !ok {
		return nil, &failure{http.StatusNotFound, "there is no such format; see nutgraf help export"}
	}
	reports := desk.NewReports(r.Context(), s.desk)
	var b bytes.Buffer
	err := f.Write(&b, export.Job{
		Stories: pages, Document: reports.Document, Findings: reports.Findings, Arrived: reports.Arrived,
		Site: s.site(r), Width: columns, Full: true, Texts: s.conf.Texts,
	})
	if err = errors.Join(err, reports.Err()); err != nil {
		return nil, err
	}
	return &reply.Reply{Media: f.Media, Body: b.Bytes(), Headers: map[string]string{
		"Content-Disposition": fmt.Sprintf("attachment; filename=%q", f.File(name)),
	}}, nil
}

// site is the absolute address of the pages: as configured, else as the request
// was addressed.
func (s *server) site(r *http.Request) string {
	if s.conf.Site != "" {
		return s.conf.Site
	}
	u := url.URL{Scheme: "http", Host: r.Host, Path: s.conf.Base}
	if r.TLS != nil {
		u.Scheme = "https"
	}
	if _, err := url.Parse(u.String()); err != nil || r.Host == "" {
		return ""
	}
	return u.String()
}

// feedFormat is a way in which a feed is written.
type feedFormat struct {
	name, media string
	write       func(io.Writer, *feed.Feed) error
}

var feedFormats = []feedFormat{
	{"atom", "application/atom+xml; charset=utf-8", feed.WriteAtom},
	{"rss", "application/rss+xml; charset=utf-8", feed.WriteRSS},
	{"jsonfeed", "application/feed+json", feed.WriteJSON},
}

func feedMedia() []string {
	var out []string
	for _, f := range feedFormats {
		bare, _, _ := strings.Cut(f.media, ";")
		out = append(out, bare)
	}
	return out
}

// newest is how many entries a feed has.
const newest = 100

func (s *server) feed(r *http.Request) (*reply.Reply, error) {
	i := slices.IndexFunc(feedFormats, func(f feedFormat) bool { return f.name == r.PathValue("format") })
	if i < 0 {
		return nil, &failure{http.StatusNotFound, "a feed is atom, rss or jsonfeed"}
	}
	title, home, entries, err := s.entries(r)
	if err != nil {
		return nil, err
	}
	site := s.site(r)
	for i := range entries {
		entries[i].Title, _ = s.conf.Texts.Cut(entries[i].Title)
		entries[i].Summary, _ = s.conf.Texts.Cut(entries[i].Summary)
	}
	q := r.URL.Query()
	f := feed.Feed{
		ID: iri.Hashed("feed", r.PathValue("kind"), q.Encode()), Title: title, Home: site + home, Site: site,
		Self: site + Prefix + "/feeds/" + url.PathEscape(r.PathValue("kind")) + "/" + r.PathValue("format"), Items: entries[:min(len(entries), newest)],
	}
	if len(q) > 0 {
		f.Self += "?" + q.Encode()
	}
	var b bytes.Buffer
	if err := feedFormats[i].write(&b, &f); err != nil {
		return nil, err
	}
	return &reply.Reply{Media: feedFormats[i].media, Body: b.Bytes()}, nil
}

// entries are what a feed holds, with its title and the page that shows the
// same.
func (s *server) entries(r *http.Request) (title, home string, all []news.Entry, err error) {
	q, ctx := r.URL.Query(), r.Context()
	f := nutgraf.StoryFilter{Outlet: q.Get("outlet"), Person: q.Get("person"), Place: q.Get("place")}
	story := q.Get("story")
	home = "/"
	if story != "" {
		home = "/story/" + url.PathEscape(story)
	}
	switch r.PathValue("kind") {
	case "stories":
		title = "New stories"
		all, err = s.desk.News(ctx, news.Story, story, f)
	case "reports":
		title = "New reports"
		all, err = s.desk.News(ctx, news.Report, story, f)
	case "conflicts":
		title = "New differences between reports"
		all, err = s.desk.News(ctx, news.Conflict, story, f)
	case "quotes":
		title = "Newly quoted"
		if speaker := q.Get("speaker"); speaker != "" {
			all, err = s.desk.SaidNews(ctx, speaker)
			return "Said by " + speaker, "/name/" + url.PathEscape(speaker), all, err
		}
		all, err = s.desk.News(ctx, news.Quote, story, f)
	case "passages":
		if q.Get("q") == "" {
			return "", "", nil, fmt.Errorf("%w: the parameter q is missing: what to search for", nutgraf.ErrUsage)
		}
		all, err = s.desk.FoundNews(ctx, q.Get("q"), newest)
		return "Search: " + q.Get("q"), "/search?" + url.Values{"q": {q.Get("q")}}.Encode(), all, err
	default:
		err = &failure{http.StatusNotFound, "there are feeds of stories, reports, conflicts, quotes and passages"}
	}
	for _, name := range []string{f.Outlet, f.Person, f.Place} {
		if name != "" {
			title += ", " + name
		}
	}
	return title, home, all, err
}

type takenAnswer struct {
	Schema  string `json:"schema"`
	ID      string `json:"id"`
	Outcome string `json:"outcome"` // new, changed, same, withheld
	Story   string `json:"story,omitempty"`
}

// add takes one article in: an object as a line of JSONL has it.
func (s *server) add(r *http.Request) (*reply.Reply, error) {
	item, err := articleOf(r)
	if err != nil {
		return nil, err
	}
	taken, err := s.desk.Take(r.Context(), item)
	if err != nil {
		return nil, unread(err)
	}
	if err := s.settle(r); err != nil {
		return nil, err
	}
	out := takenAnswer{Schema: wire.Schema, ID: taken.ID, Outcome: string(taken.Outcome)}
	if f, err := s.desk.Article(r.Context(), taken.ID); err == nil {
		out.Story = f.Story
	}
	a, err := answered(out)
	if err != nil {
		return nil, err
	}
	if a.Status = http.StatusCreated; taken.Outcome != desk.Fresh {
		a.Status = http.StatusOK
	}
	a.Headers = map[string]string{"Location": s.conf.Base + Prefix + "/articles/" + url.PathEscape(taken.ID)}
	return a, nil
}

// settle brings the stories in line with what was changed, even when the writer
// has gone meanwhile: nobody else would.
func (s *server) settle(r *http.Request) error {
	return s.desk.Settle(context.WithoutCancel(r.Context()), func(int, int) {})
}

func articleOf(r *http.Request) (*nutgraf.Item, error) {
	media, _, _ := strings.Cut(r.Header.Get("Content-Type"), ";")
	if strings.TrimSpace(strings.ToLower(media)) != jsonMedia {
		return nil, &failure{http.StatusUnsupportedMediaType, "an article is sent as application/json: an object with id or url, and text or html"}
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	var line bytes.Buffer // an object as a line of JSONL has it
	if err := json.Compact(&line, body); err != nil || !bytes.HasPrefix(line.Bytes(), []byte("{")) {
		return nil, fmt.Errorf("%w: the body is not one JSON object", nutgraf.ErrUsage)
	}
	var reader intake.Reader
	for item, err := range reader.Bytes("request", line.Bytes()) {
		return item, unread(err)
	}
	return nil, fmt.Errorf("%w: there is nothing in the body", nutgraf.ErrUsage)
}

// unread answers an error by which no article can be read from what was sent;
// others stay as they are.
func unread(err error) error {
	var refused *nutgraf.ItemError
	if errors.As(err, &refused) {
		return &failure{http.StatusUnprocessableEntity, strings.TrimPrefix(refused.Err.Error(), refused.Name+": ")}
	}
	return err
}

func (s *server) remove(r *http.Request) (*reply.Reply, error) {
	if err := s.desk.Remove(r.Context(), r.PathValue("id")); err != nil {
		return nil, err
	}
	if err := s.settle(r); err != nil {
		return nil, err
	}
	return &reply.Reply{Status: http.StatusNoContent}, nil
}
