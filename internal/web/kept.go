package web

import (
	"context"
	"net/http"
	"strings"
	"time"

	"nutgraf/internal/reply"
)

// keptPages is how made pages are kept. While articles come in, lists change
// all the time: a reader then gets one that was right a moment ago rather than
// wait in a queue. On a server with time to spare the new one is there sooner
// than the patience ends.
func keptPages(now func() time.Time) reply.Manner {
	return reply.Manner{Most: 64 << 20, Patience: 100 * time.Millisecond, Oldest: 10 * time.Second, Making: 30 * time.Second, Now: now}
}

// state names what a page rests on.
type state func(r *http.Request) (string, error)

func (s *site) anything(r *http.Request) (string, error) { return s.desk.Edition(r.Context()) }

func (s *site) ofStory(r *http.Request) (string, error) {
	return s.desk.StoryEdition(r.Context(), r.PathValue("id"))
}

func (s *site) ofArticle(r *http.Request) (string, error) {
	return s.desk.ArticleEdition(r.Context(), r.PathValue("id"))
}

// kept makes a view answer all readers of one page with one making.
func (s *site) kept(rt route) view {
	if rt.rests == nil {
		return rt.view
	}
	return func(r *http.Request) (*reply.Reply, error) {
		state, err := rt.rests(r)
		if err != nil {
			return rt.view(r) // it knows where ids lead that are gone
		}
		key := []string{r.URL.EscapedPath(), r.URL.RawQuery}
		if rt.mine != nil {
			key = append(key, rt.mine(r))
		}
		return s.press.Reply(r.Context(), strings.Join(key, "\x00"), state, func(ctx context.Context) (*reply.Reply, error) {
			return rt.view(r.WithContext(ctx))
		})
	}
}
