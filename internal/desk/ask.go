package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// Story returns a story's page. An id that is gone leads to the story that took
// its place: the page's own ID then differs from id.
func (d *Desk) Story(ctx context.Context, id string) (*nutgraf.StoryPage, error) {
	return d.store.Page(ctx, id)
}

// Edition names the state of all articles and stories: what was answered under
// the same name is still right.
func (d *Desk) Edition(ctx context.Context) (string, error) { return d.store.Edition(ctx) }

// StoryEdition names the state of a story's page; an id that is gone leads nowhere.
func (d *Desk) StoryEdition(ctx context.Context, id string) (string, error) {
	return d.store.StoryEdition(ctx, id)
}

// ArticleEdition names the state of an article and of its story.
func (d *Desk) ArticleEdition(ctx context.Context, id string) (string, error) {
	return d.store.ArticleEdition(ctx, id)
}

// Ended lists the stories that are no more, the last ones first, each with the
// reason and the story it leads to.
func (d *Desk) Ended(ctx context.Context, limit int) ([]nutgraf.Ended, error) {
	return d.store.Ended(ctx, limit)
}

// AskedDay reads a whole day that is asked for; an empty one is NoDay.
func AskedDay(value string) (nutgraf.Day, error) {
	if value == "" {
		return nutgraf.NoDay, nil
	}
	d, err := nutgraf.ParseDay(value)
	if err != nil {
		return d, fmt.Errorf("%w: %q is no date such as 2020-05-06", nutgraf.ErrUsage, value)
	}
	return d, nil
}

// Stories lists stories.
func (d *Desk) Stories(ctx context.Context, f nutgraf.StoryFilter) ([]nutgraf.StoryLine, error) {
	f.Outlet, f.Person, f.Place = fold.String(f.Outlet), fold.String(f.Person), fold.String(f.Place)
	return d.store.Stories(ctx, f)
}

// Article returns an article with its document and findings, without the bytes
// of its capture.
func (d *Desk) Article(ctx context.Context, id string) (*nutgraf.Filed, error) {
	return d.store.Article(ctx, id)
}

// Document returns an article's document alone.
func (d *Desk) Document(ctx context.Context, id string) (*nutgraf.Document, error) {
	return d.store.Document(ctx, id)
}

// Articles lists articles by id.
func (d *Desk) Articles(ctx context.Context, f nutgraf.ArticleFilter) ([]nutgraf.ArticleLine, error) {
	f.Outlet = fold.String(f.Outlet)
	return d.store.Articles(ctx, f)
}

// Capture returns the bytes of an article as they were captured.
func (d *Desk) Capture(ctx context.Context, id string) ([]byte, error) {
	return d.store.Capture(ctx, id)
}

// Outlets lists the outlets that articles name, with their numbers of articles.
func (d *Desk) Outlets(ctx context.Context) ([]nutgraf.Tally, error) { return d.store.Outlets(ctx) }

// Sagas lists the sagas, the latest first.
func (d *Desk) Sagas(ctx context.Context, f nutgraf.SagaFilter) ([]nutgraf.SagaLine, error) {
	return d.store.Sagas(ctx, f)
}

// Saga lists the stories of a saga in the order of time, those without a known
// day last.
func (d *Desk) Saga(ctx context.Context, id string) ([]nutgraf.StoryLine, error) {
	if id == "" {
		return nil, fmt.Errorf("saga: %w", nutgraf.ErrNotFound)
	}
	lines, err := d.store.Stories(ctx, nutgraf.StoryFilter{Saga: id})
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, fmt.Errorf("saga %s: %w", id, nutgraf.ErrNotFound)
	}
	slices.SortStableFunc(lines, func(a, b nutgraf.StoryLine) int {
		if (a.First == nutgraf.NoDay) != (b.First == nutgraf.NoDay) {
			return cmp.Compare(b.First, a.First)
		}
		return cmp.Or(cmp.Compare(a.First, b.First), strings.Compare(a.ID, b.ID))
	})
	return lines, nil
}

// Counts says how much is held.
func (d *Desk) Counts(ctx context.Context) (nutgraf.Counts, error) { return d.store.Counts(ctx) }

// Quotes lists what a speaker said, over all stories. Any part of the name that
// consists of whole words will do.
func (d *Desk) Quotes(ctx context.Context, speaker string, limit int) ([]nutgraf.Utterance, error) {
	words, err := nameWords(speaker)
	if err != nil {
		return nil, err
	}
	return d.store.Utterances(ctx, nutgraf.UtteranceFilter{Speaker: words, Limit: limit})
}

// QuotesAbout lists what others said with a name in it, over all stories. Any part
// of the name that consists of whole words will do.
func (d *Desk) QuotesAbout(ctx context.Context, name string, limit int) ([]nutgraf.Utterance, error) {
	words, err := nameWords(name)
	if err != nil {
		return nil, err
	}
	return d.store.Utterances(ctx, nutgraf.UtteranceFilter{About: words, Limit: limit})
}

func nameWords(name string) ([]string, error) {
	words := strings.Fields(fold.String(name))
	if len(words) == 0 {
		return nil, fmt.Errorf("%w: no name to look for", nutgraf.ErrUsage)
	}
	return words, nil
}

// Search finds passages for a query in words: see ParseSearch.
func (d *Desk) Search(ctx context.Context, query string, limit, offset int) ([]nutgraf.Passage, error) {
	s, err := ParseSearch(query)
	if err != nil {
		return nil, err
	}
	if offset >= mostFound {
		return nil, fmt.Errorf("%w: a search lists its first %d passages; narrow it by a field or another word", nutgraf.ErrUsage, mostFound)
	}
	if limit <= 0 || limit > mostFound-offset {
		limit = mostFound - offset
	}
	s.Limit, s.Offset = limit, offset
	return d.store.Search(ctx, s)
}

// mostFound is how many passages of a search are listed. Whoever wants more of
// them is better served by a narrower search.
const mostFound = 1000

// Found returns the pages of the stories in which a search finds something, in
// the order in which it does.
func (d *Desk) Found(ctx context.Context, query string) ([]*nutgraf.StoryPage, error) {
	found, err := d.Search(ctx, query, mostFound, 0)
	if err != nil {
		return nil, err
	}
	seen := map[string]bool{"": true}
	var pages []*nutgraf.StoryPage
	for _, x := range found {
		if seen[x.Article.Story] {
			continue
		}
		seen[x.Article.Story] = true
		p, err := d.Story(ctx, x.Article.Story)
		if err != nil {
			return nil, err
		}
		pages = append(pages, p)
	}
	return pages, nil
}
