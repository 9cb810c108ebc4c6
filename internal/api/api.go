// Package api serves the findings to programs, under /api/v1: the contracts'
// JSON, the ways out and the feeds. One table of routes is what requests are
// answered by and what the OpenAPI description is made from. It asks the desk and
// decides nothing. Reading is open; writing asks for a token, and without one
// configured there is none.
package api

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"strings"

	"nutgraf"
	"nutgraf/internal/caller"
	"nutgraf/internal/desk"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/news"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

// Desk is what the API asks. Errors wrap nutgraf.ErrNotFound and ErrUsage where
// they are of that kind.
type Desk interface {
	Story(ctx context.Context, id string) (*nutgraf.StoryPage, error)
	Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error)
	Found(ctx context.Context, query string) ([]*nutgraf.StoryPage, error)
	Article(ctx context.Context, id string) (*nutgraf.Filed, error)
	Document(ctx context.Context, id string) (*nutgraf.Document, error)
	Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error)
	Quotes(ctx context.Context, speaker string, limit int) ([]nutgraf.Utterance, error)
	QuotesAbout(ctx context.Context, name string, limit int) ([]nutgraf.Utterance, error)
	Search(ctx context.Context, query string, limit, offset int) ([]nutgraf.Passage, error)
	Outlets(ctx context.Context) ([]nutgraf.Tally, error)
	Sagas(ctx context.Context, f nutgraf.SagaFilter) ([]nutgraf.SagaLine, error)
	Saga(ctx context.Context, id string) ([]nutgraf.StoryLine, error)
	News(ctx context.Context, kind news.Kind, story string, f nutgraf.StoryFilter) ([]news.Entry, error)
	SaidNews(ctx context.Context, speaker string) ([]news.Entry, error)
	FoundNews(ctx context.Context, query string, limit int) ([]news.Entry, error)
	Check(ctx context.Context, item *nutgraf.Item) (*nutgraf.DraftCheck, error)
	Take(ctx context.Context, item *nutgraf.Item) (desk.Taken, error)
	Remove(ctx context.Context, id string) error
	Settle(ctx context.Context, progress func(done, total int)) error
}

// Config is how the API is served. The zero value will do: whole texts, no
// writing.
type Config struct {
	Base  string         // path under which it stands behind a proxy, without a slash at its end
	Site  string         // absolute address of the pages, for links; made from the request when empty
	Token string         // what a writer has to show; no writing when empty
	Texts excerpt.Policy // how much of an article's text an answer may give, and each stretch of evidence
	Log   *slog.Logger   // for what a reader need not know; slog.Default when nil
}

// Prefix is where the API stands, beneath the base.
const Prefix = "/api/v1"

// server answers the requests of one desk.
type server struct {
	desk Desk
	conf Config
	open *reply.Reply // the OpenAPI description
}

// Handler serves the API of a desk. It answers every path below Prefix.
func Handler(d Desk, c Config) http.Handler {
	c.Base, c.Site = strings.TrimRight(c.Base, "/"), strings.TrimRight(c.Site, "/")
	if c.Log == nil {
		c.Log = slog.Default()
	}
	s := &server{desk: d, conf: c, open: &reply.Reply{Media: jsonMedia, Body: Description(cmp.Or(c.Site, c.Base, "/"))}}
	mux := http.NewServeMux()
	methods := map[string][]string{}
	for _, r := range s.routes() {
		path := Prefix + r.path
		mux.HandleFunc(r.method+" "+path, s.answer(r))
		methods[path] = append(methods[path], r.method)
		if r.method == http.MethodGet {
			methods[path] = append(methods[path], http.MethodHead)
		}
	}
	for path, allowed := range methods {
		mux.HandleFunc(path, s.otherMethod(allowed))
	}
	mux.HandleFunc("/", s.nothing)
	return s.guard(caller.Under(c.Base, "/api/v1/", mux))
}

// view answers one request.
type view func(r *http.Request) (*reply.Reply, error)

// route is a row of the table.
type route struct {
	method string
	path   string // below Prefix
	name   string // operationId
	short  string
	params []param
	out    any      // a value of the type that is answered as JSON; nil for other media
	media  []string // what is answered when out is nil
	status int      // when all is well; 200 when 0
	in     bool     // takes an article in its body
	keeps  bool     // changes what is held, and asks for a token
	view   view
}

// param is a parameter of the query; those of the path are read off it.
type param struct {
	name, short string
	required    bool
	kind        string // string when empty
}

var (
	limitParam  = param{"limit", "at most this many, up to 200; 50 when absent", false, "integer"}
	cursorParam = param{"cursor", "what the page before gave as next", false, ""}
	chosenBy    = []param{
		{"outlet", "an outlet's whole name", false, ""},
		{"person", "words of the name of a person it names", false, ""},
		{"place", "words of the name of a place it names", false, ""},
	}
)

// routes lists every route.
func (s *server) routes() []route {
	stories := append([]param{
		{"from", "first day, as in 2020-05-06", false, ""},
		{"to", "last day", false, ""},
		{"saga", "the id of a saga", false, ""},
		{"conflicts", "yes: stories whose reports differ alone", false, ""},
		{"order", "date: newest first; else most reports first", false, ""},
		limitParam, cursorParam,
	}, chosenBy...)
	feeds := append([]param{
		{"story", "the id of a story: what is new in it alone", false, ""},
		{"speaker", "for quotes: whose words", false, ""},
		{"q", "for passages: what to search for", false, ""},
	}, chosenBy...)
	get := http.MethodGet
	return []route{
		{method: get, path: "/{$}", name: "index", short: "What there is.", out: indexAnswer{}, view: s.index},
		{method: get, path: "/openapi.json", name: "description", short: "This description, OpenAPI 3.1.", media: []string{"application/json"}, view: s.description},
		{method: get, path: "/stories", name: "listStories", short: "Stories, a page at a time.", params: stories, out: storyList{}, view: s.stories},
		{method: get, path: "/stories/{id}", name: "getStory", short: "A story whole. An id that is gone leads to its successor.", out: storyAnswer(), view: s.story},
		{method: get, path: "/stories/{id}/quotes", name: "getStoryQuotes", short: "Who said what in it.", out: storyQuotes{}, view: s.storyQuotes},
		{method: get, path: "/stories/{id}/claims", name: "getStoryClaims", short: "What its reports claim.", out: storyClaims{}, view: s.storyClaims},
		{method: get, path: "/stories/{id}/conflicts", name: "getStoryConflicts", short: "Where its reports differ.", out: storyConflicts{}, view: s.storyConflicts},
		{method: get, path: "/stories/{id}/provenance", name: "getStoryProvenance", short: "Where it came from.", out: storyProvenance{}, view: s.storyProvenance},
		{method: get, path: "/stories/{id}/timeline", name: "getStoryTimeline", short: "What happened when, and who published when.", out: storyTimeline{}, view: s.storyTimeline},
		{method: get, path: "/stories/{id}/as/{format}", name: "exportStory", short: "A story in one of the ways out.", media: exportMedia(), view: s.exportStory},
		{method: get, path: "/articles", name: "listArticles", short: "Articles by id, a page at a time.", params: []param{chosenBy[0], {"story", "the id of a story", false, ""}, limitParam, cursorParam}, out: articleList{}, view: s.articles},
		{method: get, path: "/articles/{id}", name: "getArticle", short: "An article with all its findings.", out: articleAnswer(), view: s.article},
		{method: get, path: "/articles/{id}/span", name: "getSpan", short: "The words at a span of an article.", params: []param{{"t", "START,END in code points", true, ""}}, out: spanAnswer{}, view: s.span},
		{method: get, path: "/quotes", name: "listQuotes", short: "What a speaker said, over all stories.", params: []param{{"speaker", "a name, or whole words of it", true, ""}, limitParam}, out: quoteList{}, view: s.quotes},
		{method: get, path: "/names/{name}", name: "getName", short: "What somebody said, what others said about them, and the stories that name them.", params: []param{limitParam}, out: nameAnswer{}, view: s.name},
		{method: get, path: "/sagas", name: "listSagas", short: "The sagas, the latest first, a page at a time.", params: []param{limitParam, cursorParam}, out: sagaList{}, view: s.sagas},
		{method: get, path: "/sagas/{id}", name: "getSaga", short: "The stories of a saga, in the order of time.", out: storyList{}, view: s.saga},
		{method: get, path: "/outlets", name: "listOutlets", short: "The outlets that articles name.", out: tallyList{}, view: s.outlets},
		{method: get, path: "/search", name: "search", short: "Passages that answer a query.", params: []param{{"q", "words and fields, as in nutgraf search", true, ""}, limitParam, cursorParam}, out: passageList{}, view: s.search},
		{method: get, path: "/export/{format}", name: "exportFound", short: "The stories in which a search finds something, in one of the ways out.", params: []param{{"q", "words and fields, as in nutgraf search", true, ""}}, media: exportMedia(), view: s.exportFound},
		{method: get, path: "/feeds/{kind}/{format}", name: "feed", short: "What is new: stories, reports, conflicts, quotes of a speaker, passages of a search; as atom, rss or jsonfeed.", params: feeds, media: feedMedia(), view: s.feed},
		{method: http.MethodPost, path: "/check", name: "checkDraft", short: "Lay a draft beside the reports held: its quotations, numbers and words. Nothing of it is stored.", in: true, out: wire.Check{}, view: s.check},
		{method: http.MethodPost, path: "/articles", name: "addArticle", short: "Take an article in. Asks for a token.", in: true, keeps: true, out: takenAnswer{}, status: http.StatusCreated, view: s.add},
		{method: http.MethodDelete, path: "/articles/{id}", name: "removeArticle", short: "Withdraw an article. Asks for a token.", keeps: true, status: http.StatusNoContent, view: s.remove},
	}
}
