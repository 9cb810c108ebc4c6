package cli

import (
	"context"
	"flag"
	"maps"
	"slices"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/compare/reuse"
	"nutgraf/internal/desk"
	"nutgraf/internal/inorder"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
	"nutgraf/internal/story"
	"nutgraf/internal/wire"
)

var groupCommand = command{
	name: "group", args: "[ID ID] [PATH...]", short: "articles to their stories and sagas, JSONL",
	long: "Reads articles as annotate does and gives {\"id\",\"story\",\"saga\"} for each, by id. Articles\nof one event share a story; a reprint also names the article it is the \"same_as\".\nStories that follow from each other share a saga; one that no other follows is a saga of\nits own. The order of the articles does not matter. With --explain it says of two\narticles why they are, or are not, in one story: the features of the pair with their\nweights, the words shared, the articles that each was laid beside.\n\n  nutgraf group articles.jsonl\n  nutgraf group --explain ID1 ID2 articles.jsonl",
	setup: func(fs *flag.FlagSet) action {
		workers := workersFlag(fs)
		why := fs.Bool("explain", false, "say why the articles with the first two arguments for ids are, or are not, in one story")
		return func(ctx context.Context, e *env, args []string) error {
			if !*why {
				return group(ctx, e, args, *workers, placements)
			}
			a, b, paths, err := pairOf(args)
			if err != nil {
				return err
			}
			return group(ctx, e, paths, *workers, func(e *env, g *story.Grouper) error { return explain(e, g, a, b) })
		}
	},
}

// group reads articles, groups them and has tell tell of it.
func group(ctx context.Context, e *env, paths []string, workers int, tell func(*env, *story.Grouper) error) error {
	pack, err := lang.Load("en")
	if err != nil {
		return err
	}
	sketcher, err := story.New(pack)
	if err != nil {
		return err
	}
	grouper := story.NewGrouper()
	err = collect(ctx, e, paths, workers,
		func(doc *nutgraf.Document) nutgraf.Sketch { return sketcher.Sketch(doc, nil, nil) }, grouper.Add)
	if err != nil {
		return err
	}
	return tell(e, grouper)
}

// placements gives the story and the saga of each article.
func placements(e *env, grouper *story.Grouper) error {
	placed := map[string]wire.Grouped{}
	for _, s := range grouper.Settle() {
		for _, id := range s.Members {
			placed[id] = wire.Grouped{Schema: wire.Schema, ID: id, Story: s.ID, Saga: story.SagaOf(&s)}
		}
		for _, places := range s.Copies {
			for _, id := range places[1:] {
				g := placed[id]
				g.SameAs = places[0]
				placed[id] = g
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(placed)) {
		if err := e.object(placed[id]); err != nil {
			return err
		}
	}
	return nil
}

var reuseCommand = command{
	name: "reuse", args: "[PATH...]", short: "articles to the passages they share, JSONL",
	long: "Reads articles as annotate does and gives the passages that two of them share, with\ntheir places in both, ordered by id. \"direction\" names the side that the passage most\nlikely came from.\n\n  nutgraf reuse articles.jsonl",
	setup: func(fs *flag.FlagSet) action {
		workers := workersFlag(fs)
		return func(ctx context.Context, e *env, paths []string) error {
			return shared(ctx, e, paths, *workers)
		}
	},
}

func shared(ctx context.Context, e *env, paths []string, workers int) error {
	pack, err := lang.Load("en")
	if err != nil {
		return err
	}
	a, finder, rulers := annotate.New(pack), reuse.NewFinder(outlet.New(pack)), map[string]*wire.Ruler{}
	read := func(doc *nutgraf.Document) reuse.Article {
		return reuse.Article{
			ID: doc.ID, Outlet: doc.Outlet, Day: doc.Published.Day(), Text: doc.Text,
			Credits: func() []nutgraf.Credit {
				_, ann := a.Only(doc, annotate.Credits)
				return ann.Credits
			},
		}
	}
	err = collect(ctx, e, paths, workers, read, func(a reuse.Article) {
		rulers[a.ID] = wire.NewRuler(a.Text)
		finder.Add(a)
	})
	if err != nil {
		return err
	}
	for _, t := range finder.Passages() {
		if err := e.object(wire.FromShared(t, rulers[t.Src.Doc], rulers[t.Dst.Doc])); err != nil {
			return err
		}
	}
	return nil
}

// collect reads articles, works on them in parallel and hands the results on in
// the order of the input.
func collect[R any](ctx context.Context, e *env, paths []string, workers int, work func(*nutgraf.Document) R, keep func(R)) error {
	type result struct {
		value R
		err   error
	}
	one := func(a arrival) (r result) {
		if r.err = a.err; r.err != nil {
			return r
		}
		r.err = desk.Guard(a.item, func() error {
			doc, err := desk.Document(a.item)
			if err != nil {
				return &nutgraf.ItemError{Name: a.item.Name, ID: a.item.ID, Err: err}
			}
			r.value = work(doc)
			return nil
		})
		return r
	}
	src, err := e.source(ctx, e.fetch, nil)
	if err != nil {
		return err
	}
	line := e.progress()
	defer line.clear()
	for r := range inorder.Map(arrivals(src, paths), workers, one) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.err != nil {
			e.refuseLine(r.err)
			continue
		}
		e.read++
		line.articles(e.read)
		keep(r.value)
	}
	for _, note := range src.noted() {
		e.noteLine(note)
	}
	return src.close()
}
