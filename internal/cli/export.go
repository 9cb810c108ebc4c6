package cli

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/export"
	"nutgraf/internal/export/iri"
)

var exportCommand = command{
	name: "export", args: "--format FORMAT [QUERY]", short: "write stories for other programs",
	long: "Writes the stories named by --story, else those in which a search finds something, else\nall of them. Tables are written one a file. The formats:\n\n" + formatList() +
		"\n  nutgraf export --format csv-quotations -o said.csv 'speaker:Lind'\n  nutgraf export --format bibtex --story s1f0c7a9be042",
	setup: func(fs *flag.FlagSet) action {
		db, x := dbFlags(fs), exporting{}
		fs.StringVar(&x.format, "format", "", "`FORMAT` of the file")
		fs.Func("story", "the story of this `ID`; may stand several times", func(id string) error { x.stories = append(x.stories, id); return nil })
		fs.StringVar(&x.file, "o", "", "write to this `FILE`, not to standard output")
		fs.StringVar(&x.site, "site", "", "absolute `ADDRESS` of the pages, for the links in feeds")
		return func(ctx context.Context, e *env, args []string) error {
			f, err := chooseFormat(x.format)
			if err != nil {
				return err
			}
			if x.site != "" && iri.Web(x.site) == "" {
				return usage("export: --site is an address of the web, as in https://desk.example")
			}
			x.query = strings.Join(args, " ")
			if x.query != "" && len(x.stories) > 0 {
				return usage("export: name stories, or search for them, not both")
			}
			return e.with(ctx, db, false, func(d *desk.Desk, _ string) error { return x.run(ctx, e, d, f) })
		}
	},
}

// exporting is what export was asked for.
type exporting struct {
	format, file, site, query string
	stories                   []string
}

func formatList() string {
	var b strings.Builder
	for _, f := range export.Formats {
		fmt.Fprintf(&b, "  %-18s %s\n", f.Name, f.Short)
	}
	return b.String()
}

// chooseFormat finds a format; a name that begins several says which.
func chooseFormat(name string) (export.Format, error) {
	if f, ok := export.Find(name); ok {
		return f, nil
	}
	all := formatNames()
	var near []string
	for _, f := range all {
		if name != "" && strings.HasPrefix(f, name) {
			near = append(near, f)
		}
	}
	switch {
	case name == "":
		return export.Format{}, usage("name a format with --format: " + strings.Join(all, ", "))
	case len(near) == 1:
		return export.Format{}, usage(fmt.Sprintf("no format %q; there is %s", name, near[0]))
	case len(near) > 0:
		return export.Format{}, usage(fmt.Sprintf("no format %q; there are %s", name, strings.Join(near, ", ")))
	}
	return export.Format{}, usage(fmt.Sprintf("no format %q; there are %s", name, strings.Join(all, ", ")))
}

func (x *exporting) run(ctx context.Context, e *env, d *desk.Desk, f export.Format) error {
	pages, err := x.pages(ctx, e, d)
	if err != nil || len(x.stories) > 0 && len(pages) == 0 {
		return err
	}
	if len(pages) == 0 {
		e.nothing("no story fits; what is written is empty")
	}
	if at, err := os.Stat(x.file); err == nil && !at.Mode().IsRegular() && !at.IsDir() {
		return x.pour(ctx, e, d, f, pages)
	}
	if x.file == "" {
		return e.write(ctx, d, f, pages, x.site, true)
	}
	return x.keep(ctx, e, d, f, pages)
}

// pages are the stories asked for.
func (x *exporting) pages(ctx context.Context, e *env, d *desk.Desk) ([]*nutgraf.StoryPage, error) {
	switch {
	case len(x.stories) > 0:
		return storiesOf(ctx, e, d, x.stories)
	case x.query != "":
		return d.Found(ctx, x.query)
	}
	return allStories(ctx, d)
}

// pour writes to a pipe or a device, which must not be replaced by a file.
func (x *exporting) pour(ctx context.Context, e *env, d *desk.Desk, f export.Format, pages []*nutgraf.StoryPage) error {
	out, err := os.OpenFile(x.file, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("write %s: %w", x.file, plainCause(err))
	}
	to := *e
	to.out = out
	return errors.Join(to.write(ctx, d, f, pages, x.site, true), out.Close())
}

// keep writes to a file that takes its name only when it is whole.
func (x *exporting) keep(ctx context.Context, e *env, d *desk.Desk, f export.Format, pages []*nutgraf.StoryPage) error {
	tmp, err := os.CreateTemp(filepath.Dir(x.file), ".nutgraf-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", x.file, plainCause(err))
	}
	to := *e
	to.out = tmp
	err = errors.Join(to.write(ctx, d, f, pages, x.site, true), tmp.Chmod(0o644), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), x.file)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", x.file, plainCause(err)), os.Remove(tmp.Name()))
	}
	return nil
}

// plainCause leaves out the name of a temporary file.
func plainCause(err error) error {
	var at *os.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
