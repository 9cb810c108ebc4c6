package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export"
	"nutgraf/internal/store/memory"
)

var readCommand = command{
	name: "read", args: "PATH|URL...", short: "read articles and show their stories, without a database",
	long: "Reads text files, pages, JSONL, web archives (WARC), zip and tar, saved pages, messages\nand feeds, folders of them, and addresses of pages and feeds. Gathers the reports of\neach event and shows who said what, what is claimed, where it came from, when, and where\nthe reports differ. \"-\" is standard input. Nothing is kept.\n\n  nutgraf read reports/*.txt",
	setup: func(fs *flag.FlagSet) action {
		out, web := outputFlags(fs), fetchFlags(fs)
		return func(ctx context.Context, e *env, paths []string) error {
			if len(paths) == 0 {
				return usage("read: nothing to read; name files, folders or addresses, or - for standard input")
			}
			format, err := out.choose()
			if err != nil {
				return err
			}
			d := desk.New(memory.New(), time.Now)
			if err := e.take(ctx, d, paths, &web, nil); err != nil || e.read == 0 {
				return err
			}
			stories, err := allStories(ctx, d)
			if err != nil {
				return err
			}
			return e.write(ctx, d, format, stories, "", *out.full)
		}
	},
}

func usage(message string) error { return fmt.Errorf("%w: %s", nutgraf.ErrUsage, message) }

// output is how stories are to be written.
type output struct {
	format *string
	full   *bool
}

// formatNames are the formats stories can be written in.
func formatNames() []string {
	names := make([]string, len(export.Formats))
	for i, f := range export.Formats {
		names[i] = f.Name
	}
	return names
}

func outputFlags(fs *flag.FlagSet) output {
	names := formatNames()
	return output{
		format: fs.String("format", names[0], "`FORMAT` of the output: "+strings.Join(names[:4], ", ")+", or another of those in nutgraf help export"),
		full:   fs.Bool("full", false, "show quotations whole, in text"),
	}
}

func (o output) choose() (export.Format, error) { return chooseFormat(*o.format) }

// take takes the articles of the paths in and settles their stories. each hears
// of every article taken, when not nil.
func (e *env) take(ctx context.Context, d *desk.Desk, paths []string, f *webFlags, each func(desk.Taken)) error {
	src, err := e.source(ctx, f, d)
	if err != nil {
		return err
	}
	return errors.Join(e.takeFrom(ctx, d, src, src.Items(paths), each), src.close())
}

// takeFrom takes items in and says what was passed over on the way.
func (e *env) takeFrom(ctx context.Context, d *desk.Desk, src *source, items iter.Seq2[*nutgraf.Item, error], each func(desk.Taken)) error {
	err := e.takeItems(ctx, d, items, each)
	for _, note := range src.noted() {
		e.note(note)
	}
	return err
}

func (e *env) takeItems(ctx context.Context, d *desk.Desk, items iter.Seq2[*nutgraf.Item, error], each func(desk.Taken)) error {
	line := e.progress()
	defer line.clear()
	err := d.TakeAll(ctx, items, func(t desk.Taken, err error) {
		if err != nil {
			line.clear()
			e.refuse(err)
			return
		}
		e.read++
		if each != nil {
			each(t)
		}
		line.articles(e.read)
	})
	if err != nil {
		return err
	}
	return d.Settle(ctx, func(done, total int) { line.show(fmt.Sprintf("compared %d of %d stories", done, total)) })
}

// allStories returns the pages of all stories, those with most reports first.
func allStories(ctx context.Context, d *desk.Desk) ([]*nutgraf.StoryPage, error) {
	lines, err := d.Stories(ctx, nutgraf.StoryFilter{})
	if err != nil {
		return nil, err
	}
	pages := make([]*nutgraf.StoryPage, len(lines))
	for i, l := range lines {
		if pages[i], err = d.Story(ctx, l.ID); err != nil {
			return nil, err
		}
	}
	return pages, nil
}

// write writes stories in a format. site is the address of the pages, if there
// are any; full shows quotations whole, in text.
func (e *env) write(ctx context.Context, d *desk.Desk, f export.Format, stories []*nutgraf.StoryPage, site string, full bool) error {
	reports := desk.NewReports(ctx, d)
	job := export.Job{
		Stories: slices.Clone(stories), Width: e.width(), Colour: e.colour(), Full: full, Site: strings.TrimRight(site, "/"),
		Document: reports.Document, Findings: reports.Findings, Arrived: reports.Arrived,
	}
	if err := f.Write(e.out, job); err != nil {
		return err
	}
	return reports.Err()
}
