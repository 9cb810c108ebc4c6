package desk

import (
	"context"
	"errors"
	"slices"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/news"
)

// How far a feed looks back. Feeds show what is new; the archive is for search.
const (
	newestArticles = 400
	newestStories  = 80
	newestSaid     = 2000
)

// News lists what is new of some kind, latest first: in one story when it is
// named, else in the stories of the articles that came last, as far as they fit
// the filter's outlet, person and place.
func (d *Desk) News(ctx context.Context, kind news.Kind, story string, f nutgraf.StoryFilter) ([]news.Entry, error) {
	ids := []string{story}
	if story == "" {
		var err error
		if ids, err = d.newestStories(ctx); err != nil {
			return nil, err
		}
	}
	f.Outlet, f.Person, f.Place = fold.String(f.Outlet), fold.String(f.Person), fold.String(f.Place)
	out := []news.Entry{}
	for _, id := range ids {
		p, err := d.store.Page(ctx, id)
		if errors.Is(err, nutgraf.ErrNotFound) && story == "" {
			continue // it has gone meanwhile
		}
		if err != nil {
			return nil, err
		}
		if !names(p, &f) {
			continue
		}
		arrived, err := d.arrivals(ctx, p.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, news.Of(p, arrived, kind)...)
	}
	news.Sort(out)
	return out, nil
}

// newestStories are the stories of the articles that came last.
func (d *Desk) newestStories(ctx context.Context) ([]string, error) {
	lines, err := d.store.Articles(ctx, nutgraf.ArticleFilter{Newest: true, Limit: newestArticles})
	if err != nil {
		return nil, err
	}
	var ids []string
	seen := map[string]bool{"": true}
	for _, l := range lines {
		if !seen[l.Story] && len(ids) < newestStories {
			seen[l.Story] = true
			ids = append(ids, l.Story)
		}
	}
	return ids, nil
}

// names reports whether a story has the outlet, person and place of a filter.
func names(p *nutgraf.StoryPage, f *nutgraf.StoryFilter) bool {
	entity := func(t nutgraf.EntityType, want string) bool {
		return want == "" || slices.ContainsFunc(p.Entities, func(e nutgraf.StoryEntity) bool { return e.Type == t && fold.String(e.Name) == want })
	}
	outlet := f.Outlet == "" || slices.ContainsFunc(p.Articles, func(a nutgraf.PageArticle) bool { return fold.String(a.Outlet) == f.Outlet })
	return outlet && entity(nutgraf.Person, f.Person) && entity(nutgraf.Place, f.Place)
}

// arrivals tells how the articles of a story came.
func (d *Desk) arrivals(ctx context.Context, story string) (news.Arrived, error) {
	lines, err := d.store.Articles(ctx, nutgraf.ArticleFilter{Story: story})
	if err != nil {
		return nil, err
	}
	at := map[string]news.Arrival{}
	for _, l := range lines {
		at[l.ID] = news.Arrive(l.Arrived, l.Published)
	}
	return func(id string) news.Arrival { return at[id] }, nil
}

// SaidNews lists what a speaker said, what came last first.
func (d *Desk) SaidNews(ctx context.Context, speaker string) ([]news.Entry, error) {
	said, err := d.Quotes(ctx, speaker, newestSaid)
	if err != nil {
		return nil, err
	}
	known := map[string]news.Arrived{}
	out := []news.Entry{}
	for i := range said {
		u := &said[i]
		if known[u.Story] == nil {
			if known[u.Story], err = d.arrivals(ctx, u.Story); err != nil {
				return nil, err
			}
		}
		out = append(out, news.Said(u.Story, &u.Family, known[u.Story])...)
	}
	news.Sort(out)
	return out, nil
}

// FoundNews lists what a search finds, what came last first.
func (d *Desk) FoundNews(ctx context.Context, query string, limit int) ([]news.Entry, error) {
	s, err := ParseSearch(query)
	if err != nil {
		return nil, err
	}
	s.Newest, s.Limit = true, limit
	found, err := d.store.Search(ctx, s)
	if err != nil {
		return nil, err
	}
	out := []news.Entry{}
	for i := range found {
		out = append(out, news.Found(&found[i]))
	}
	news.Sort(out)
	return out, nil
}
