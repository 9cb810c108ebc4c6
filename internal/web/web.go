// Package web serves the pages: it parses a request, asks the desk and renders
// a view. Pages work without a script; a small one adds the evidence pane and
// keys. It takes no articles in and changes nothing: every request is a GET, but for
// the draft that a reader has checked.
package web

import (
	"context"
	"embed"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"

	"nutgraf"
	"nutgraf/internal/caller"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
)

//go:embed templates/*.html static/*
var files embed.FS

// Desk is what the pages ask. Errors wrap nutgraf.ErrNotFound and ErrUsage
// where they are of that kind.
type Desk interface {
	Story(ctx context.Context, id string) (*nutgraf.StoryPage, error)
	Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error)
	Saga(ctx context.Context, id string) ([]nutgraf.StoryLine, error)
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
	Document(ctx context.Context, id string) (*nutgraf.Document, error)
	Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error)
	Capture(ctx context.Context, id string) ([]byte, error)
	Counts(ctx context.Context) (nutgraf.Counts, error)
	Quotes(ctx context.Context, speaker string, limit int) ([]nutgraf.Utterance, error)
	QuotesAbout(ctx context.Context, name string, limit int) ([]nutgraf.Utterance, error)
	Search(ctx context.Context, query string, limit, offset int) ([]nutgraf.Passage, error)
	Loosened(ctx context.Context, query string) ([]string, error)
	Subscriptions(ctx context.Context) ([]nutgraf.Subscription, error)
	Check(ctx context.Context, item *nutgraf.Item) (*nutgraf.DraftCheck, error)
	Edition(ctx context.Context) (string, error)
	StoryEdition(ctx context.Context, id string) (string, error)
	ArticleEdition(ctx context.Context, id string) (string, error)
}

// Config is how the pages are served. The zero value will do.
type Config struct {
	Base   string           // path under which they stand behind a proxy, without a slash at its end
	Sample bool             // the stories are the bundled sample, and say so
	Texts  excerpt.Policy   // how much of an article's text a page may show
	Now    func() time.Time // time.Now when nil
	Log    *slog.Logger     // for what a reader need not know; slog.Default when nil
}

// site serves the pages of one desk.
type site struct {
	desk   Desk
	conf   Config
	static map[string]asset
	style  string // addresses with the assets' versions
	script string
	press  *reply.Press
	pages  func() (*template.Template, error)
}

// Handler serves all pages of a desk.
func Handler(desk Desk, c Config) http.Handler {
	c.Base = strings.TrimRight(c.Base, "/")
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	s := &site{desk: desk, conf: c, static: assets(), press: reply.NewPress(keptPages(c.Now))}
	s.style = c.Base + "/static/style.css?v=" + s.static["style.css"].version
	s.script = c.Base + "/static/page.js?v=" + s.static["page.js"].version
	s.pages = sync.OnceValues(parse)
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		answer := s.answer(s.kept(r))
		if r.mine != nil {
			answer = s.visiting(answer)
		}
		mux.HandleFunc("GET "+r.path, answer)
	}
	mux.HandleFunc("POST /check", s.answer(s.checked))
	mux.HandleFunc("/", s.answer(func(*http.Request) (*reply.Reply, error) { return nil, errNoPage }))
	return s.guard(caller.Under(c.Base, "/", mux))
}

// view answers one request.
type view func(r *http.Request) (*reply.Reply, error)

// route is a row of the table.
type route struct {
	path  string
	view  view
	rests state                      // what its answers rest on; nil where none is kept
	mine  func(*http.Request) string // what of an answer is for one reader; nil for nothing
}

// routes lists every page.
func (s *site) routes() []route {
	return []route{
		{"/{$}", s.front, s.anything, s.lastVisit},
		{"/story/{id}", s.story, s.ofStory, nil},
		{"/story/{id}/as/{format}", s.export, s.ofStory, nil},
		{"/article/{id}", s.article, s.ofArticle, nil},
		{"/article/{id}/pane", s.pane, s.ofArticle, nil},
		{"/article/{id}/source", s.source, nil, nil},
		{"/name/{name}", s.name, s.anything, nil},
		{"/saga/{id}", s.saga, s.anything, nil},
		{"/outlet/{name}", s.outlet, s.anything, nil},
		{"/search", s.search, s.anything, nil},
		{"/sources", s.sources, nil, nil},
		{"/check", s.check, nil, nil},
		{"/about", s.about, s.anything, nil},
		{"/healthz", s.health, nil, nil},
		{"/static/{file}", s.asset, nil, nil},
	}
}

func parse() (*template.Template, error) {
	t := template.New("pages").Funcs(render.Functions()).Funcs(template.FuncMap{
		"articleHref": render.ArticleHref, "storyHref": render.StoryHref,
		"nameHref": render.NameHref, "outletHref": render.OutletHref, "spark": render.Spark,
		"next": func(i int) int { return i + 1 },
	})
	t, err := t.ParseFS(render.Templates(), "templates/*.html")
	if err != nil {
		return nil, err
	}
	return t.ParseFS(files, "templates/*.html")
}
