package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/proof"
	"nutgraf/internal/story"
)

// LongestDraft bounds the drafts that surfaces take from others, in bytes.
const LongestDraft = 200_000

// draftsAtOnce is how many drafts are checked; others wait. Each costs as much as
// the comparison of some large stories.
const draftsAtOnce = 2

// How far the search for what a draft may rest on goes.
const (
	draftPhrases  = 96 // phrases looked for
	draftFound    = 60 // passages looked at for each
	draftTerms    = 8  // rarest terms of title and lead
	draftStories  = 3  // stories laid beside the draft
	draftMembers  = 24 // reports of each
	draftRunWords = 4
)

// Check lays a draft beside the reports held that share its quotations, names
// and rarest words. Nothing is stored.
func (d *Desk) Check(ctx context.Context, item *nutgraf.Item) (*nutgraf.DraftCheck, error) {
	select {
	case d.drafts <- struct{}{}:
		defer func() { <-d.drafts }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r, err := d.room()
	if err != nil {
		return nil, err
	}
	own := *item
	if own.ID, err = d.unlike(ctx, "draft"); err != nil {
		return nil, err
	}
	draft, err := r.read(&own)
	if err != nil {
		return nil, err
	}
	draft.Doc.Outlet = ""
	near, err := d.near(ctx, draft)
	if err != nil {
		return nil, err
	}
	member := r.member(draft)
	var runs []proof.Run
	for _, ids := range near {
		held, err := d.filed(ctx, ids)
		if err != nil {
			return nil, err
		}
		runs = append(runs, r.beside(draft, held))
	}
	if len(runs) == 0 {
		runs = append(runs, r.beside(draft, nil))
	}
	out := proof.Read(member, runs)
	return &out, nil
}

// unlike makes an id that no article held has.
func (d *Desk) unlike(ctx context.Context, id string) (string, error) {
	for n, own := 2, id; ; n++ {
		_, err := d.store.Stamp(ctx, own)
		if errors.Is(err, nutgraf.ErrNotFound) {
			return own, nil
		}
		if err != nil {
			return "", err
		}
		own = fmt.Sprintf("%s-%d", id, n)
	}
}

func (d *Desk) filed(ctx context.Context, ids []string) ([]*nutgraf.Filed, error) {
	var out []*nutgraf.Filed
	for _, id := range ids {
		f, err := d.store.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, f)
	}
	return out, nil
}

// beside compares a draft with reports of one story.
func (r *room) beside(draft *nutgraf.Filed, held []*nutgraf.Filed) proof.Run {
	members, grouper := []nutgraf.Member{r.member(draft)}, story.NewGrouper()
	grouper.Add(draft.Sketch)
	for _, f := range held {
		members = append(members, r.member(f))
		grouper.Add(f.Sketch)
	}
	members = r.comparer.Order(members)
	out := proof.Run{Members: members, Findings: r.comparer.Compare(members)}
	for _, s := range grouper.Settle() {
		out.Event = out.Event || len(s.Members) > 1 && slices.Contains(s.Members, draft.Doc.ID)
	}
	return out
}

// near finds the stories that a draft may rest on, the nearest first, and of
// each the reports that are nearest. A phrase counts for less the more articles
// have it.
func (d *Desk) near(ctx context.Context, draft *nutgraf.Filed) ([][]string, error) {
	scores, stories := map[string]float64{}, map[string]float64{}
	for _, s := range searches(draft) {
		s.Limit = draftFound
		found, err := d.store.Search(ctx, s)
		if err != nil {
			return nil, err
		}
		articles := map[string]string{}
		for _, p := range found {
			articles[p.Article.ID] = p.Article.Story
		}
		for id, in := range articles {
			scores[id] += 1 / float64(len(articles))
			stories[in] += 1 / float64(len(articles))
		}
	}
	delete(stories, "") // of articles that are not settled yet
	var out [][]string
	for _, id := range first(stories, slices.Sorted(maps.Keys(stories)), draftStories) {
		lines, err := d.store.Articles(ctx, nutgraf.ArticleFilter{Story: id})
		if err != nil {
			return nil, err
		}
		var ids []string
		for _, l := range lines {
			ids = append(ids, l.ID)
		}
		out = append(out, first(scores, ids, draftMembers))
	}
	return out, nil
}

// first are the n ids of the highest scores.
func first(scores map[string]float64, ids []string, n int) []string {
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) })
	return ids[:min(n, len(ids))]
}

// searches are the searches for what a draft quotes, whom it names, and the
// rarest words of its title and lead.
func searches(draft *nutgraf.Filed) []nutgraf.Search {
	var out []nutgraf.Search
	seen := map[string]bool{"": true}
	phrase := func(words string) {
		if words = fold.String(words); !seen[words] && len(out) < draftPhrases {
			seen[words] = true
			out = append(out, nutgraf.Search{Phrases: []string{words}, Before: nutgraf.NoDay, After: nutgraf.NoDay})
		}
	}
	terms := slices.DeleteFunc(slices.Clone(draft.Sketch.Terms), func(t nutgraf.Term) bool { return t.Zone&(nutgraf.InTitle|nutgraf.InLead) == 0 })
	slices.SortStableFunc(terms, func(a, b nutgraf.Term) int { return int(b.Rarity) - int(a.Rarity) })
	for _, t := range terms[:min(draftTerms, len(terms))] {
		phrase(t.Text)
	}
	for _, q := range draft.Ann.Quotes {
		if q.Kind == nutgraf.Indirect {
			continue
		}
		for _, s := range q.Parts {
			words := strings.Fields(fold.String(s.Of(draft.Doc.Text)))
			for _, from := range []int{0, (len(words) - draftRunWords) / 2, len(words) - draftRunWords} {
				from = max(0, from)
				phrase(strings.Join(words[from:min(len(words), from+draftRunWords)], " "))
			}
		}
	}
	for _, e := range draft.Ann.Entities {
		if e.Type == nutgraf.Person || e.Type == nutgraf.Organization {
			phrase(e.Name)
		}
	}
	return out
}
