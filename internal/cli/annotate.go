package cli

import (
	"bytes"
	"cmp"
	"context"
	"flag"
	"fmt"
	"strings"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/lang"
	"nutgraf/internal/render"
	"nutgraf/internal/wire"
)

var annotateCommand = command{
	name: "annotate", args: "[PATH...]", short: "articles to articles with their findings, JSONL or HTML",
	long: "Reads articles as JSONL ({\"id\",\"text\"} is enough; \"date\", \"title\", \"outlet\", \"url\" and\n\"lang\" help), as text files or as pages, and adds sentences, names, times, quantities,\nquotations and credits. Without a path it reads standard input. --only keeps some of these\nlayers; --format html shows the texts with their layers, and how each finding was read,\nfor people.\n\n  nutgraf extract pages/ | nutgraf annotate\n  nutgraf annotate --only names,times --format html report.txt > report.html",
	setup: func(fs *flag.FlagSet) action {
		workers := workersFlag(fs)
		format := fs.String("format", "jsonl", "`FORMAT` of the output: jsonl, html")
		only := fs.String("only", "", "`LAYERS` to give, parted by commas: names, times, quantities, quotes, credits; all when empty")
		return func(ctx context.Context, e *env, paths []string) error {
			want, err := layersOf(*only)
			if err != nil {
				return err
			}
			if *format != "jsonl" && *format != "html" {
				return usage(fmt.Sprintf("annotate: no format %q; jsonl or html", *format))
			}
			pack, err := lang.Load("en")
			if err != nil {
				return err
			}
			a := annotate.New(pack)
			if *format == "html" {
				return e.coloured(ctx, paths, *workers, a, want)
			}
			return filter(ctx, e, paths, *workers, func(doc *nutgraf.Document) *wire.Article {
				_, ann := a.Only(doc, want)
				return kept(wire.FromDocument(doc, ann), want)
			})
		}
	},
}

// layersOf reads the layers that --only names.
func layersOf(list string) (annotate.Layers, error) {
	if list == "" {
		return annotate.All, nil
	}
	var want annotate.Layers
	for name := range strings.SplitSeq(list, ",") {
		found := annotate.Layers(0)
		var known []string
		for _, l := range annotate.LayerNames {
			known = append(known, l.Name)
			if l.Name == strings.TrimSpace(name) {
				found = l.Layer
			}
		}
		if found == 0 {
			return 0, usage(fmt.Sprintf("annotate: no layer %q; %s", name, strings.Join(known, ", ")))
		}
		want |= found
	}
	return want, nil
}

// kept leaves out of an article the layers that are not wanted.
func kept(a *wire.Article, want annotate.Layers) *wire.Article {
	if want&annotate.Names == 0 {
		a.Entities, a.Mentions = nil, nil
	}
	if want&annotate.Times == 0 {
		a.Times = nil
	}
	if want&annotate.Quantities == 0 {
		a.Quantities = nil
	}
	if want&annotate.Quotes == 0 {
		a.Quotes = nil
	}
	if want&annotate.Credits == 0 {
		a.Credits = nil
	}
	return a
}

// shownAs are the layers of a page by those of the annotators.
var shownAs = map[render.Layer]annotate.Layers{
	render.Quotations: annotate.Quotes, render.Names: annotate.Names, render.Times: annotate.Times,
	render.Numbers: annotate.Quantities, render.Credits: annotate.Credits,
}

// coloured writes the articles as one page with their layers in colour.
func (e *env) coloured(ctx context.Context, paths []string, workers int, a *annotate.Annotator, want annotate.Layers) error {
	shown := func(l render.Layer) bool { return shownAs[l]&want != 0 }
	if err := render.AnnotatedHead(e.out, shown); err != nil {
		return err
	}
	type article struct {
		html []byte
		err  error
	}
	var failed error
	err := collect(ctx, e, paths, workers, func(doc *nutgraf.Document) article {
		_, ann := a.Only(doc, want)
		var b bytes.Buffer
		err := render.Annotated(&b, doc, ann, shown)
		return article{b.Bytes(), err}
	}, func(x article) {
		if failed == nil && x.err == nil {
			_, x.err = e.out.Write(x.html)
		}
		failed = cmp.Or(failed, x.err)
	})
	return cmp.Or(err, failed, render.AnnotatedFoot(e.out))
}
