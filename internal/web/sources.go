package web

import (
	"net/http"
	"time"

	"nutgraf"
	"nutgraf/internal/render"
	"nutgraf/internal/reply"
)

// source is a feed as the page of sources shows it.
type source struct {
	nutgraf.Subscription
	Name, Href, Fetched, Failed string
}

// sources shows the subscribed feeds and how it goes with them. It is for the
// owner: a feed's address may hold what is not for everybody.
func (s *site) sources(r *http.Request) (*reply.Reply, error) {
	if s.conf.Texts.Capped() {
		return nil, errNoPage
	}
	all, err := s.desk.Subscriptions(r.Context())
	if err != nil {
		return nil, err
	}
	n, err := s.desk.Counts(r.Context())
	if err != nil {
		return nil, err
	}
	p := struct {
		frame
		Feeds  []source
		Counts nutgraf.Counts
	}{s.frame("Sources", "sources"), nil, n}
	for _, f := range all {
		line := source{Subscription: f, Name: f.Title, Href: render.Address(f.Site), Fetched: moment(f.Checked)}
		if line.Name == "" {
			line.Name = f.URL
		}
		if f.Problem != "" {
			line.Failed = moment(f.Tried)
		}
		p.Feeds = append(p.Feeds, line)
	}
	return s.page("sources-page", p)
}

// moment is a time as pages give it; "" for none.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}
