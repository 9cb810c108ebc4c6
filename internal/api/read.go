package api

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/reply"
	"nutgraf/internal/wire"
)

type indexAnswer struct {
	Schema      string   `json:"schema"`
	Version     string   `json:"version"`
	Description string   `json:"description"`
	Routes      []string `json:"routes"`
	Writing     bool     `json:"writing"`
}

func (s *server) index(*http.Request) (*reply.Reply, error) {
	out := indexAnswer{wire.Schema, nutgraf.Version, s.conf.Base + Prefix + "/openapi.json", []string{}, s.conf.Token != ""}
	for _, r := range s.routes() {
		out.Routes = append(out.Routes, r.method+" "+s.conf.Base+Prefix+strings.TrimSuffix(r.path, "{$}"))
	}
	return answered(out)
}

func (s *server) description(*http.Request) (*reply.Reply, error) {
	return s.open, nil
}

const (
	usualLimit = 50
	mostLimit  = 200
)

func limitOf(r *http.Request) (int, error) {
	raw := r.URL.Query().Get("limit")
	if raw == "" {
		return usualLimit, nil
	}
	n, err := strconv.Atoi(raw)
	if err != nil || n < 1 || n > mostLimit {
		return 0, fmt.Errorf("%w: limit %q: a number from 1 to %d is wanted", nutgraf.ErrUsage, raw, mostLimit)
	}
	return n, nil
}

// A cursor is a value of the list's order as JSON, in base64: to be handed back,
// not to be read.
func cursor(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(raw)
}

// past reads a cursor into v; it reports whether there was one.
func past(r *http.Request, v any) (bool, error) {
	given := r.URL.Query().Get("cursor")
	if given == "" {
		return false, nil
	}
	raw, err := base64.RawURLEncoding.DecodeString(given)
	if err == nil {
		err = json.Unmarshal(raw, v)
	}
	if err != nil {
		return false, fmt.Errorf("%w: this cursor was not given here; leave it out to begin anew", nutgraf.ErrUsage)
	}
	return true, nil
}

type storyList struct {
	Schema  string           `json:"schema"`
	Stories []wire.StoryLine `json:"stories"`
	Next    string           `json:"next,omitempty"` // the cursor of the next page
}

// storyPlace is a story's place in the order of a list.
type storyPlace struct {
	Reports     int         `json:"r"`
	First, Last nutgraf.Day `json:",omitempty"`
	ID          string      `json:"i"`
}

func (s *server) stories(r *http.Request) (*reply.Reply, error) {
	f, err := filterOf(r)
	if err != nil {
		return nil, err
	}
	limit, err := limitOf(r)
	if err != nil {
		return nil, err
	}
	var at storyPlace
	if ok, err := past(r, &at); err != nil {
		return nil, err
	} else if ok {
		f.Past = &nutgraf.StoryLine{ID: at.ID, Reports: at.Reports, First: at.First, Last: at.Last}
	}
	f.Limit = limit + 1
	lines, err := s.desk.Stories(r.Context(), f)
	if err != nil {
		return nil, err
	}
	next := ""
	if len(lines) > limit {
		lines = lines[:limit]
		l := lines[limit-1]
		next = cursor(storyPlace{l.Reports, l.First, l.Last, l.ID})
	}
	return s.listed(lines, next)
}

func (s *server) listed(lines []nutgraf.StoryLine, next string) (*reply.Reply, error) {
	return answered(storyList{wire.Schema, s.lines(lines), next})
}

func (s *server) lines(lines []nutgraf.StoryLine) []wire.StoryLine {
	out := make([]wire.StoryLine, len(lines))
	for i := range lines {
		out[i] = wire.FromStoryLine(&lines[i])
		out[i].Lead, _ = s.conf.Texts.Cut(out[i].Lead)
	}
	return out
}

func filterOf(r *http.Request) (nutgraf.StoryFilter, error) {
	q := r.URL.Query()
	f := nutgraf.StoryFilter{Outlet: q.Get("outlet"), Person: q.Get("person"), Place: q.Get("place"), Saga: q.Get("saga")}
	switch q.Get("order") {
	case "":
	case "date":
		f.ByDate = true
	default:
		return f, fmt.Errorf("%w: order %q: it is date, or absent for most reports first", nutgraf.ErrUsage, q.Get("order"))
	}
	switch q.Get("conflicts") {
	case "":
	case "yes":
		f.Differing = true
	default:
		return f, fmt.Errorf("%w: conflicts %q: it is yes, or absent", nutgraf.ErrUsage, q.Get("conflicts"))
	}
	var err error
	if f.From, err = desk.AskedDay(q.Get("from")); err != nil {
		return f, err
	}
	f.To, err = desk.AskedDay(q.Get("to"))
	return f, err
}

// storyAnswer and articleAnswer are the contract's own objects.
func storyAnswer() any { return wire.Story{} }

func articleAnswer() any { return wire.Article{} }

// wholeStory is a story in the contract's form. An id that is gone is answered
// by a redirect to its successor; the story is nil then.
func (s *server) wholeStory(r *http.Request) (*wire.Story, *reply.Reply, error) {
	id := r.PathValue("id")
	p, err := s.desk.Story(r.Context(), id)
	if err != nil {
		return nil, nil, err
	}
	if p.ID != id {
		return nil, s.moved(r, id, p.ID), nil
	}
	docs := s.documents(r)
	out := wire.FromPage(s.conf.Texts.Story(p), docs.Document)
	wire.Limit(out, s.conf.Texts)
	return out, nil, docs.Err()
}

// moved leads to the same answer for the story that took another's place.
func (s *server) moved(r *http.Request, from, to string) *reply.Reply {
	rest := strings.TrimPrefix(r.URL.EscapedPath(), s.conf.Base+Prefix+"/stories/")
	_, rest, _ = strings.Cut(rest, "/")
	if rest != "" {
		rest = "/" + rest
	}
	address := s.conf.Base + Prefix + "/stories/" + to + rest
	return reply.Moved(address, from+" is now "+to+"\n")
}

// part answers a part of a story.
func (s *server) part(r *http.Request, of func(*wire.Story) any) (*reply.Reply, error) {
	story, moved, err := s.wholeStory(r)
	if err != nil || moved != nil {
		return moved, err
	}
	return answered(of(story))
}

func (s *server) story(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return x })
}

type storyQuotes struct {
	Schema string        `json:"schema"`
	Story  string        `json:"story"`
	Quotes []wire.Family `json:"quotes"`
}

func (s *server) storyQuotes(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return storyQuotes{wire.Schema, x.ID, x.Quotes} })
}

type storyClaims struct {
	Schema string       `json:"schema"`
	Story  string       `json:"story"`
	Claims []wire.Claim `json:"claims"`
}

func (s *server) storyClaims(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return storyClaims{wire.Schema, x.ID, x.Claims} })
}

type storyConflicts struct {
	Schema    string          `json:"schema"`
	Story     string          `json:"story"`
	Conflicts []wire.Conflict `json:"conflicts"`
}

func (s *server) storyConflicts(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return storyConflicts{wire.Schema, x.ID, x.Conflicts} })
}

type storyProvenance struct {
	Schema     string          `json:"schema"`
	Story      string          `json:"story"`
	Provenance wire.Provenance `json:"provenance"`
}

func (s *server) storyProvenance(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return storyProvenance{wire.Schema, x.ID, x.Provenance} })
}

type storyTimeline struct {
	Schema   string        `json:"schema"`
	Story    string        `json:"story"`
	Timeline []wire.Moment `json:"timeline"`
}

func (s *server) storyTimeline(r *http.Request) (*reply.Reply, error) {
	return s.part(r, func(x *wire.Story) any { return storyTimeline{wire.Schema, x.ID, x.Timeline} })
}

type articleList struct {
	Schema   string             `json:"schema"`
	Articles []wire.ArticleLine `json:"articles"`
	Next     string             `json:"next,omitempty"`
}

func (s *server) articles(r *http.Request) (*reply.Reply, error) {
	limit, err := limitOf(r)
	if err != nil {
		return nil, err
	}
	f := nutgraf.ArticleFilter{Outlet: r.URL.Query().Get("outlet"), Story: r.URL.Query().Get("story"), Limit: limit + 1}
	if _, err := past(r, &f.Past); err != nil {
		return nil, err
	}
	lines, err := s.desk.Articles(r.Context(), f)
	if err != nil {
		return nil, err
	}
	out := articleList{Schema: wire.Schema, Articles: []wire.ArticleLine{}}
	if len(lines) > limit {
		lines = lines[:limit]
		out.Next = cursor(lines[limit-1].ID)
	}
	for i := range lines {
		out.Articles = append(out.Articles, wire.FromArticleLine(&lines[i]))
	}
	return answered(out)
}

func (s *server) article(r *http.Request) (*reply.Reply, error) {
	f, err := s.desk.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	a := wire.FromDocument(&f.Doc, &f.Ann)
	a.Text, _ = s.conf.Texts.Cut(a.Text)
	wire.Limit(a, s.conf.Texts)
	return answered(a)
}

type spanAnswer struct {
	Schema string `json:"schema"`
	wire.Evidence
}

func (s *server) span(r *http.Request) (*reply.Reply, error) {
	f, err := s.desk.Article(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	ruler := wire.NewRuler(f.Doc.Text)
	from, to, _ := strings.Cut(r.URL.Query().Get("t"), ",")
	start, err1 := strconv.Atoi(from)
	end, err2 := strconv.Atoi(to)
	if err1 != nil || err2 != nil || start < 0 || end <= start || end > ruler.Points(len(f.Doc.Text)) {
		return nil, fmt.Errorf("%w: t is START,END in code points within the text, as in t=30,116", nutgraf.ErrUsage)
	}
	span := nutgraf.Span{Start: ruler.Bytes(start), End: ruler.Bytes(end)}
	words, _ := s.conf.Texts.Cut(span.Of(f.Doc.Text))
	return answered(spanAnswer{wire.Schema, wire.Evidence{Article: f.Doc.ID, Start: start, End: end, Text: words, Paragraph: f.Doc.ParagraphAt(span.Start)}})
}

type quoteList struct {
	Schema string            `json:"schema"`
	Quotes []*wire.Utterance `json:"quotes"`
	More   bool              `json:"more"` // there are others than these
}

// said lists utterances that the desk finds for a name.
func (s *server) said(r *http.Request, name string, find func(context.Context, string, int) ([]nutgraf.Utterance, error)) (out quoteList, err error) {
	limit, err := limitOf(r)
	if err != nil {
		return out, err
	}
	said, err := find(r.Context(), name, limit+1)
	if err != nil {
		return out, err
	}
	out = quoteList{wire.Schema, []*wire.Utterance{}, len(said) > limit}
	docs := s.documents(r)
	for _, u := range said[:min(len(said), limit)] {
		if x, ok := wire.FromUtterance(u, docs.Document); ok {
			wire.Limit(x, s.conf.Texts)
			out.Quotes = append(out.Quotes, x)
		}
	}
	return out, docs.Err()
}

func (s *server) quotes(r *http.Request) (*reply.Reply, error) {
	out, err := s.said(r, r.URL.Query().Get("speaker"), s.desk.Quotes)
	if err != nil {
		return nil, err
	}
	return answered(out)
}

type nameAnswer struct {
	Schema    string            `json:"schema"`
	Name      string            `json:"name"`
	Quotes    []*wire.Utterance `json:"quotes"` // said under the name
	More      bool              `json:"more"`
	About     []*wire.Utterance `json:"about"` // said by others, with the name in it
	MoreAbout bool              `json:"more_about"`
	Stories   []wire.StoryLine  `json:"stories"` // those that name a person so, newest first
}

func (s *server) name(r *http.Request) (*reply.Reply, error) {
	name := r.PathValue("name")
	said, err := s.said(r, name, s.desk.Quotes)
	if err != nil {
		return nil, err
	}
	about, err := s.said(r, name, s.desk.QuotesAbout)
	if err != nil {
		return nil, err
	}
	stories, err := s.desk.Stories(r.Context(), nutgraf.StoryFilter{Person: name, ByDate: true, Limit: mostLimit})
	if err != nil {
		return nil, err
	}
	if len(said.Quotes)+len(about.Quotes)+len(stories) == 0 {
		return nil, nutgraf.ErrNotFound
	}
	return answered(nameAnswer{wire.Schema, name, said.Quotes, said.More, about.Quotes, about.More, s.lines(stories)})
}

type tally struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

type tallyList struct {
	Schema string  `json:"schema"`
	Names  []tally `json:"names"`
}

func (s *server) outlets(r *http.Request) (*reply.Reply, error) {
	all, err := s.desk.Outlets(r.Context())
	if err != nil {
		return nil, err
	}
	out := tallyList{wire.Schema, []tally{}}
	for _, t := range all {
		out.Names = append(out.Names, tally(t))
	}
	return answered(out)
}

type sagaList struct {
	Schema string          `json:"schema"`
	Sagas  []wire.SagaLine `json:"sagas"`
	Next   string          `json:"next,omitempty"`
}

// sagaPlace is a saga's place in the order of the list.
type sagaPlace struct {
	Last nutgraf.Day `json:"l"`
	ID   string      `json:"i"`
}

func (s *server) sagas(r *http.Request) (*reply.Reply, error) {
	limit, err := limitOf(r)
	if err != nil {
		return nil, err
	}
	f := nutgraf.SagaFilter{Limit: limit + 1}
	var at sagaPlace
	if ok, err := past(r, &at); err != nil {
		return nil, err
	} else if ok {
		f.Past = &nutgraf.SagaLine{ID: at.ID, Last: at.Last}
	}
	lines, err := s.desk.Sagas(r.Context(), f)
	if err != nil {
		return nil, err
	}
	out := sagaList{Schema: wire.Schema, Sagas: []wire.SagaLine{}}
	if len(lines) > limit {
		lines = lines[:limit]
		out.Next = cursor(sagaPlace{lines[limit-1].Last, lines[limit-1].ID})
	}
	for i := range lines {
		out.Sagas = append(out.Sagas, wire.FromSagaLine(&lines[i]))
	}
	return answered(out)
}

func (s *server) saga(r *http.Request) (*reply.Reply, error) {
	lines, err := s.desk.Saga(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	return s.listed(lines, "")
}

type passageList struct {
	Schema   string          `json:"schema"`
	Query    string          `json:"query"`
	Passages []*wire.Passage `json:"passages"`
	Next     string          `json:"next,omitempty"`
}

func (s *server) search(r *http.Request) (*reply.Reply, error) {
	limit, err := limitOf(r)
	if err != nil {
		return nil, err
	}
	var offset int
	if _, err := past(r, &offset); err != nil {
		return nil, err
	}
	query := r.URL.Query().Get("q")
	found, err := s.desk.Search(r.Context(), query, limit+1, max(offset, 0))
	if err != nil {
		return nil, err
	}
	out := passageList{Schema: wire.Schema, Query: query, Passages: []*wire.Passage{}}
	if len(found) > limit {
		found = found[:limit]
		out.Next = cursor(offset + limit)
	}
	docs := s.documents(r)
	for _, x := range found {
		if d := docs.Document(x.Article.ID); d != nil {
			p := wire.FromPassage(x, d)
			wire.Limit(p, s.conf.Texts)
			out.Passages = append(out.Passages, p)
		}
	}
	if err := docs.Err(); err != nil {
		return nil, err
	}
	return answered(out)
}

// documents looks documents up for one request.
func (s *server) documents(r *http.Request) *desk.Documents {
	return desk.NewDocuments(r.Context(), s.desk)
}
