package cli

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"io"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export/text"
	"nutgraf/internal/wire"
)

var checkCommand = command{
	name: "check", args: "[DRAFT]", short: "lay a draft beside the reports of the database",
	long: "Reads a draft (a text file, a page, or standard input) and tells of each quotation whether\nit is held word for word or differs from every version held; where the draft takes a side\non which reports differ; and which of its words stand elsewhere and are not credited.\nNothing of the draft is stored.\n\n  nutgraf check draft.txt\n  nutgraf check --format json < draft.txt",
	setup: func(fs *flag.FlagSet) action {
		db := dbFlags(fs)
		format := fs.String("format", "text", "`FORMAT` of the answer: text, json")
		return func(ctx context.Context, e *env, paths []string) error {
			if err := chooseAnswer(*format); err != nil {
				return err
			}
			if len(paths) > 1 {
				return usage("check: one draft at a time")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error { return check(ctx, e, d, paths, *format) })
		}
	},
}

func check(ctx context.Context, e *env, d *desk.Desk, paths []string, format string) error {
	src, err := e.source(ctx, nil, nil)
	if err != nil {
		return err
	}
	for a := range arrivals(src, paths) {
		if err := ctx.Err(); err != nil {
			return cmp.Or(src.close(), err)
		}
		var c *nutgraf.DraftCheck
		if a.err == nil {
			c, a.err = d.Check(ctx, a.item)
		}
		var refused *nutgraf.ItemError
		switch {
		case errors.As(a.err, &refused):
			e.refuse(a.err)
			continue
		case a.err != nil:
			return cmp.Or(src.close(), a.err)
		}
		if format == "text" && e.read > 0 {
			_, err = io.WriteString(e.out, "\n---\n\n")
		}
		e.read++
		if err = cmp.Or(err, writeCheck(ctx, e, d, c, format)); err != nil {
			return cmp.Or(src.close(), err)
		}
	}
	return src.close()
}

func writeCheck(ctx context.Context, e *env, d *desk.Desk, c *nutgraf.DraftCheck, format string) error {
	docs := desk.NewDocuments(ctx, d)
	if format == "text" {
		return cmp.Or(text.Check(e.out, c, text.Options{Width: e.width(), Colour: e.colour(), Document: docs.Document}), docs.Err())
	}
	return cmp.Or(e.object(wire.FromCheck(c, docs.Document)), docs.Err())
}
