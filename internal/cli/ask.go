package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export/text"
	"nutgraf/internal/wire"
)

var storyCommand = command{
	name: "story", args: "[ID...]", short: "show stories of the database, or list them",
	long: "Shows the stories of the ids, as read shows them; without an id it lists all, those\nwith most reports first. With --ended it lists those that are no more, the last first: when,\nwhy, and the story that the old id leads to.",
	setup: func(fs *flag.FlagSet) action {
		db, out, limit := dbFlags(fs), outputFlags(fs), numberFlag(fs, "limit", 50, "list at most `N` stories; 0 for all")
		ended := fs.Bool("ended", false, "list the stories that were merged, taken apart, renamed or withdrawn")
		return func(ctx context.Context, e *env, ids []string) error {
			if _, err := out.choose(); err != nil {
				return err
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error {
				if *ended {
					return listEnded(ctx, e, d, *out.format, *limit)
				}
				if len(ids) == 0 {
					return listStories(ctx, e, d, out, *limit)
				}
				return showStories(ctx, e, d, out, ids)
			})
		}
	},
}

func showStories(ctx context.Context, e *env, d *desk.Desk, o output, ids []string) error {
	pages, err := storiesOf(ctx, e, d, ids)
	if err != nil || len(pages) == 0 {
		return err
	}
	f, err := o.choose()
	if err != nil {
		return err
	}
	return e.write(ctx, d, f, pages, "", *o.full)
}

// storiesOf returns the pages of stories; ids that are not held are refused.
func storiesOf(ctx context.Context, e *env, d *desk.Desk, ids []string) ([]*nutgraf.StoryPage, error) {
	var pages []*nutgraf.StoryPage
	for _, id := range ids {
		p, err := d.Story(ctx, id)
		if errors.Is(err, nutgraf.ErrNotFound) {
			e.refuse(err)
			continue
		}
		if err != nil {
			return nil, err
		}
		e.read++
		pages = append(pages, p)
	}
	return pages, nil
}

func listStories(ctx context.Context, e *env, d *desk.Desk, o output, limit int) error {
	lines, err := d.Stories(ctx, nutgraf.StoryFilter{Limit: limit})
	if err != nil {
		return err
	}
	if *o.format != "text" {
		pages := make([]*nutgraf.StoryPage, 0, len(lines))
		for _, l := range lines {
			p, err := d.Story(ctx, l.ID)
			if err != nil {
				return err
			}
			pages = append(pages, p)
		}
		f, err := o.choose()
		if err != nil {
			return err
		}
		return e.write(ctx, d, f, pages, "", *o.full)
	}
	if len(lines) == 0 {
		held, err := d.Counts(ctx)
		if err != nil {
			return err
		}
		e.nothing(noStory(held.Articles))
	}
	return text.List(e.out, lines, text.Options{Width: e.width(), Colour: e.colour()})
}

// noStory says why there is none: an intake that was stopped leaves articles that
// are not gathered yet.
func noStory(articles int) string {
	if articles == 0 {
		return "no story is held"
	}
	return count(articles, "article is", "articles are") + " held and not yet gathered into stories; nutgraf refresh does it"
}

func listEnded(ctx context.Context, e *env, d *desk.Desk, format string, limit int) error {
	list, err := d.Ended(ctx, limit)
	if err != nil {
		return err
	}
	if format == "text" && len(list) == 0 {
		e.nothing("no story has ended")
	}
	for _, x := range list {
		if format == "json" {
			if err := e.object(x); err != nil {
				return err
			}
			continue
		}
		to := ""
		if x.Heir != "" {
			to = " → " + x.Heir
		}
		fmt.Fprintf(e.out, "%s  %s%s  %s\n", x.At.Format(time.DateTime), x.ID, to, oneLine(x.Why))
	}
	return nil
}

// answerFlags are the flags of commands that answer in text or JSON.
func answerFlags(fs *flag.FlagSet) (format *string, limit *int) {
	return fs.String("format", "text", "`FORMAT` of the answer: text, json"), numberFlag(fs, "limit", 20, "at most `N` answers; 0 for all")
}

func chooseAnswer(format string) error {
	if format != "text" && format != "json" {
		return usage(fmt.Sprintf("no format %q here; text or json", format))
	}
	return nil
}

var searchCommand = command{
	name: "search", args: "QUERY", short: "search the articles of the database",
	long: "Finds paragraphs that hold all the words. \"Phrases in marks\" and beginnings* can be\nasked for; a hyphen before a word or a phrase leaves out what holds it. Fields narrow the\nsearch: speaker: told: outlet: person: place: number> number< before: after: conflict:yes.\n\n  nutgraf search 'ferry speaker:\"Åsa Lind\" after:2026-03-01'",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		format, limit := answerFlags(fs)
		return func(ctx context.Context, e *env, args []string) error {
			if err := chooseAnswer(*format); err != nil {
				return err
			}
			query := strings.Join(args, " ")
			if _, err := desk.ParseSearch(query); err != nil {
				return err
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error { return search(ctx, e, d, query, *format, *limit) })
		}
	},
}

func search(ctx context.Context, e *env, d *desk.Desk, query, format string, limit int) error {
	found, err := d.Search(ctx, query, limit, 0)
	if err != nil {
		return err
	}
	if format == "text" && len(found) == 0 {
		e.nothing("no passage holds all of " + query)
		looser, err := d.Loosened(ctx, query)
		if err != nil {
			return err
		}
		for _, one := range looser {
			e.nothing("there are passages for: " + one)
		}
	}
	if format == "text" {
		return text.Passages(e.out, found, text.Options{Width: e.width(), Colour: e.colour()})
	}
	docs := desk.NewDocuments(ctx, d)
	for _, p := range found {
		if doc := docs.Document(p.Article.ID); doc != nil {
			if err := e.object(wire.FromPassage(p, doc)); err != nil {
				return err
			}
		}
	}
	return docs.Err()
}

// nothing tells a reader, beside the empty answer, that there is nothing to show.
func (e *env) nothing(why string) { fmt.Fprintf(e.errs, "nutgraf: %s\n", why) }

var quotesCommand = command{
	name: "quotes", args: "--speaker NAME | --about NAME", short: "list what somebody said, or what others said about them, over all stories",
	long: "Lists the quotations of a speaker, or those of others that name somebody, each in its\nfullest wording with the reports that carry it, and every other wording with the reports\nthat have it. Any part of the name that consists of whole words will do.\n\n  nutgraf quotes --speaker Lind\n  nutgraf quotes --about 'Åsa Lind'",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		format, limit := answerFlags(fs)
		speaker := fs.String("speaker", "", "`NAME` of the speaker")
		about := fs.String("about", "", "`NAME` of whom is spoken of, by others")
		return func(ctx context.Context, e *env, args []string) error {
			if err := chooseAnswer(*format); err != nil {
				return err
			}
			if (*speaker == "") == (*about == "") || len(args) > 0 {
				return usage("quotes: name one speaker with --speaker NAME, or whom is spoken of with --about NAME")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error {
				if *about != "" {
					said, err := d.QuotesAbout(ctx, *about, *limit)
					return quotes(ctx, e, d, said, err, "about "+*about, *format)
				}
				said, err := d.Quotes(ctx, *speaker, *limit)
				return quotes(ctx, e, d, said, err, "of "+*speaker, *format)
			})
		}
	},
}

// quotes writes utterances that were found; whose says what was looked for.
func quotes(ctx context.Context, e *env, d *desk.Desk, said []nutgraf.Utterance, err error, whose, format string) error {
	if err != nil {
		return err
	}
	if format == "text" && len(said) == 0 {
		e.nothing("no quotation " + whose + " is held")
	}
	if format == "text" {
		return text.Utterances(e.out, said, text.Options{Width: e.width(), Colour: e.colour()})
	}
	docs := desk.NewDocuments(ctx, d)
	for _, u := range said {
		if o, ok := wire.FromUtterance(u, docs.Document); ok {
			if err := e.object(o); err != nil {
				return err
			}
		}
	}
	return docs.Err()
}
