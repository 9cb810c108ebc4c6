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
	"nutgraf/internal/excerpt"
	"nutgraf/internal/render"
)

//go:embed templates/*.html static/*
var files embed.FS

// Desk is what the pages ask. Errors wrap nutgraf.ErrNotFound and ErrUsage
// where they are of that kind.
type Desk interface {
	Story(ctx context.Context, id string) (*nutgraf.StoryPage, error)
	Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error)
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
	Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error)
	Capture(ctx context.Context, id string) ([]byte, error)
	Counts(ctx context.Context) (nutgraf.Counts, error)
	Quotes(ctx context.Context, speaker string, limit int) ([]nutgraf.Utterance, error)
	Search(ctx context.Context, query string, limit, offset int) ([]nutgraf.Passage, error)
	Loosened(ctx context.Context, query string) ([]string, error)
	Subscriptions(ctx context.Context) ([]nutgraf.Subscription, error)
	Check(ctx context.Context, item *nutgraf.Item) (*nutgraf.DraftCheck, error)
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
	docs   *shelf
	drafts chan struct{} // holds one for each draft that is being checked
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
	s := &site{desk: desk, conf: c, static: assets(), docs: newShelf(shelfSize, c.Now), drafts: make(chan struct{}, draftsAtOnce)}
	s.style = c.Base + "/static/style.css?v=" + s.static["style.css"].version
	s.script = c.Base + "/static/page.js?v=" + s.static["page.js"].version
	s.pages = sync.OnceValues(parse)
	mux := http.NewServeMux()
	for _, r := range s.routes() {
		mux.HandleFunc("GET "+r.path, s.answer(r.view))
	}
	mux.HandleFunc("POST /check", s.answer(s.checked))
	mux.HandleFunc("/", s.answer(func(*http.Request) (*reply, error) { return nil, errNoPage }))
	return s.guard(http.StripPrefix(c.Base, mux))
}

// view answers one request.
type view func(r *http.Request) (*reply, error)

type route struct {
	path string
	view view
}

// routes lists every page.
func (s *site) routes() []route {
	return []route{
		{"/{$}", s.front},
		{"/story/{id}", s.story},
		{"/story/{id}/as/{format}", s.export},
		{"/article/{id}", s.article},
		{"/article/{id}/pane", s.pane},
		{"/article/{id}/source", s.source},
		{"/name/{name}", s.name},
		{"/saga/{id}", s.saga},
		{"/outlet/{name}", s.outlet},
		{"/search", s.search},
		{"/sources", s.sources},
		{"/check", s.check},
		{"/about", s.about},
		{"/healthz", s.health},
		{"/static/{file}", s.asset},
	}
}

func parse() (*template.Template, error) {
	t := template.New("pages").Funcs(render.Functions()).Funcs(template.FuncMap{
		"articleHref": render.ArticleHref, "storyHref": render.StoryHref,
		"nameHref": render.NameHref, "outletHref": render.OutletHref, "spark": render.Spark,
	})
	t, err := t.ParseFS(render.Templates(), "templates/*.html")
	if err != nil {
		return nil, err
	}
	return t.ParseFS(files, "templates/*.html")
}
