package web_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/web"
)

// fakeDesk answers from the small invented story that the tests of the blocks
// use, so that these tests do not depend on what the stages find.
type fakeDesk struct {
	lines []nutgraf.StoryLine // what is listed, where it is not the story of the page
	Page  *nutgraf.StoryPage
	Docs  map[string]*nutgraf.Document
	fail  error
	lost  error // by which documents alone cannot be read
}

func newFakeDesk(t testing.TB) *fakeDesk {
	t.Helper()
	raw, err := os.ReadFile("../render/testdata/story.json")
	if err != nil {
		t.Fatal(err)
	}
	d := &fakeDesk{}
	if err := json.Unmarshal(raw, d); err != nil {
		t.Fatal(err)
	}
	return d
}

func (d *fakeDesk) Story(_ context.Context, id string) (*nutgraf.StoryPage, error) {
	switch {
	case d.fail != nil:
		return nil, d.fail
	case id == d.Page.ID || id == "old":
		return d.Page, nil
	}
	return nil, fmt.Errorf("story %s: %w", id, nutgraf.ErrNotFound)
}

func (d *fakeDesk) Stories(_ context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error) {
	if f.Outlet != "" && f.Outlet != "Ferry Lane News" || f.Person != "" && f.Person != "Ana Rook" || f.Saga != "" && f.Saga != d.Page.Saga || f.Offset > 0 {
		return nil, d.fail
	}
	if d.lines != nil {
		return d.lines, d.fail
	}
	return []nutgraf.StoryLine{{
		ID: d.Page.ID, Saga: d.Page.Saga, Title: d.Page.Title, First: d.Page.First, Last: d.Page.Last, Lead: d.Page.Brief.Lines[0].Text,
		Reports: 3, Outlets: []string{"Ferry Lane News", "The Bell Harbour Post"}, People: []string{"Ana Rook"}, Differences: 2, Warnings: 1,
		Days: []nutgraf.Day{d.Page.First, d.Page.Last, nutgraf.NoDay}, Updated: now().Add(-time.Hour),
	}}, d.fail
}

func (d *fakeDesk) Saga(ctx context.Context, id string) ([]nutgraf.StoryLine, error) {
	lines, err := d.Stories(ctx, nutgraf.StoryFilter{Saga: id})
	if err == nil && len(lines) == 0 {
		err = nutgraf.ErrNotFound
	}
	return lines, err
}

func (d *fakeDesk) Article(_ context.Context, id string) (*nutgraf.Filed, error) {
	doc, ok := d.Docs[id]
	if !ok {
		return nil, fmt.Errorf("article %s: %w", id, nutgraf.ErrNotFound)
	}
	f := &nutgraf.Filed{Doc: *doc, Story: d.Page.ID}
	f.Ann.Published = nutgraf.Published{Value: "2025-02-14", Why: "the only witness"}
	if i := strings.Index(doc.Text, "“"); i >= 0 {
		end := i + strings.Index(doc.Text[i:], "”") + len("”")
		f.Ann.Quotes = []nutgraf.Quote{{Span: nutgraf.Span{Start: i, End: end}, Parts: []nutgraf.Span{{Start: i, End: end}}, Name: "Ana Rook"}}
	}
	if told, rest, ok := strings.Cut(doc.Text, " told "); ok {
		at := nutgraf.Span{Start: len(told) + len(" told "), End: len(told) + len(" told ") + strings.IndexByte(rest, '.')}
		f.Ann.Quotes = append(f.Ann.Quotes, nutgraf.Quote{Span: at, Parts: []nutgraf.Span{at}, Kind: nutgraf.Indirect, Cue: nutgraf.Span{Start: len(told) + 1, End: at.Start - 1}, Name: "Ana Rook"})
	}
	f.Ann.Credits = []nutgraf.Credit{{Outlet: "The Ferry Lane News", Kind: nutgraf.CreditReported}, {Outlet: "Bell Harbour Post", Kind: nutgraf.CreditReported}}
	return f, d.fail
}

func (d *fakeDesk) Document(ctx context.Context, id string) (*nutgraf.Document, error) {
	f, err := d.Article(ctx, id)
	if err = errors.Join(err, d.lost); err != nil {
		return nil, err
	}
	return &f.Doc, nil
}

func (d *fakeDesk) Articles(_ context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error) {
	var out []nutgraf.ArticleLine
	for _, a := range d.Page.Articles {
		if a.Outlet == f.Outlet {
			out = append(out, nutgraf.ArticleLine{ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: a.Title, Story: d.Page.ID})
		}
	}
	return out, d.fail
}

func (d *fakeDesk) Capture(_ context.Context, id string) ([]byte, error) {
	if d.Docs[id] == nil {
		return nil, nutgraf.ErrNotFound
	}
	return []byte("<script>alert(1)</script>" + d.Docs[id].Text), nil
}

func (d *fakeDesk) Counts(context.Context) (nutgraf.Counts, error) {
	return nutgraf.Counts{Articles: 3, Stories: 1}, d.fail
}

func (d *fakeDesk) Quotes(_ context.Context, speaker string, _ int) ([]nutgraf.Utterance, error) {
	var out []nutgraf.Utterance
	for _, f := range d.Page.Families {
		if f.Speaker == speaker {
			out = append(out, nutgraf.Utterance{Story: d.Page.ID, StoryTitle: d.Page.Title, First: d.Page.First, Family: f})
		}
	}
	return out, d.fail
}

func (d *fakeDesk) QuotesAbout(_ context.Context, name string, _ int) ([]nutgraf.Utterance, error) {
	var out []nutgraf.Utterance
	for _, f := range d.Page.Families {
		if name == "Ana Rook" && f.Speaker != "" && f.Speaker != name {
			out = append(out, nutgraf.Utterance{Story: d.Page.ID, StoryTitle: d.Page.Title, First: d.Page.First, Family: f})
		}
	}
	return out, d.fail
}

func (d *fakeDesk) Search(_ context.Context, query string, _, _ int) ([]nutgraf.Passage, error) {
	if strings.HasPrefix(query, "before:") {
		return nil, fmt.Errorf("%w: %q is no date such as 2020-05-06", nutgraf.ErrUsage, query[7:])
	}
	var out []nutgraf.Passage
	for _, id := range []string{"bell", "ferry", "lamp"} {
		doc := d.Docs[id]
		i := slices.IndexFunc(doc.Blocks, func(b nutgraf.Block) bool { return strings.Contains(b.Span.Of(doc.Text), query) })
		if i < 0 {
			continue
		}
		span := doc.Blocks[i].Span
		at := span.Start + strings.Index(span.Of(doc.Text), query)
		out = append(out, nutgraf.Passage{
			Article: nutgraf.ArticleLine{ID: id, Outlet: doc.Outlet, Title: doc.Title, Story: d.Page.ID},
			Cite:    doc.Cite(span), Hits: []nutgraf.Span{{Start: at, End: at + len(query)}},
		})
	}
	return out, d.fail
}

func (d *fakeDesk) Loosened(context.Context, string) ([]string, error) {
	return []string{"bridge <b>"}, d.fail
}

func (d *fakeDesk) Subscriptions(context.Context) ([]nutgraf.Subscription, error) {
	return []nutgraf.Subscription{
		{URL: "https://bell.example/feed", Title: "The Bell Harbour Post", Site: "https://bell.example/", Checked: now(), Tried: now(), Taken: 12},
		{URL: "https://ferry.example/rss", Title: "<script>alert(1)</script>", Tried: now(), Problem: "no answer within a minute"},
		{URL: "https://new.example/rss"},
	}, d.fail
}

// Edition changes with all that the desk answers from.
func (d *fakeDesk) Edition(context.Context) (string, error) {
	raw, err := json.Marshal(d)
	return fmt.Sprintf("%s %v", raw, d.fail), err
}

func (d *fakeDesk) StoryEdition(ctx context.Context, id string) (string, error) {
	if id != d.Page.ID {
		return "", nutgraf.ErrNotFound
	}
	return d.Edition(ctx)
}

func (d *fakeDesk) ArticleEdition(ctx context.Context, _ string) (string, error) {
	return d.Edition(ctx)
}

func now() time.Time { return time.Date(2025, 6, 3, 9, 0, 0, 0, time.UTC) }

func newSite(t testing.TB, d web.Desk) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(web.Handler(d, web.Config{Now: now}))
	t.Cleanup(s.Close)
	return s
}

// ask sends a request to a handler and returns what came back.
func ask(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
