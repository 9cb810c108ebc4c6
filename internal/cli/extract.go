package cli

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/extract"
	"nutgraf/internal/wire"
)

var extractCommand = command{
	name: "extract", args: "[PATH|URL...]", short: "pages to clean articles, JSONL, text or Markdown",
	long: "Reads HTML files, web archives (WARC), zip and tar, saved pages and messages, feeds, JSONL\n{\"id\",\"url\",\"html\"}, folders of them, and addresses, packed or not, and gives an article a\nline, down to its blocks. Without a path it reads standard input. --explain tells instead\nwhy each block of a page was kept or dropped: the kind it got, the probability of being\nbody at first sight and in the end, and what moved the verdict most.\n\n  nutgraf extract page.html | jq .title\n  nutgraf extract --format md --blocks body page.html\n  nutgraf extract --explain page.html",
	setup: func(fs *flag.FlagSet) action {
		workers, web := workersFlag(fs), fetchFlags(fs)
		format := fs.String("format", "jsonl", "`FORMAT` of the output: jsonl, text, md")
		blocks := fs.String("blocks", "all", "`WHICH` blocks to give: all, or the body alone")
		explain := fs.Bool("explain", false, "tell why each block was kept or dropped")
		return func(ctx context.Context, e *env, paths []string) error {
			e.fetch = &web
			if *blocks != "all" && *blocks != "body" {
				return usage(fmt.Sprintf("extract: --blocks is all or body, not %q", *blocks))
			}
			switch body := *blocks == "body"; {
			case !slices.Contains([]string{"jsonl", "text", "md"}, *format):
				return usage(fmt.Sprintf("extract: no format %q; jsonl, text or md", *format))
			case *explain:
				return e.explain(ctx, paths)
			case *format == "jsonl":
				return filter(ctx, e, paths, *workers, func(doc *nutgraf.Document) *wire.Article { return extracted(doc, body) })
			default:
				return e.readable(ctx, paths, *workers, *format == "md", body)
			}
		}
	},
}

// extracted is an article with all its blocks, or those of its body. Its text
// is whole in both.
func extracted(doc *nutgraf.Document, body bool) *wire.Article {
	a := wire.FromDocument(doc, nil)
	if body {
		a.Blocks = slices.DeleteFunc(a.Blocks, func(b wire.Block) bool { return !nutgraf.BlockKind(b.Kind).Body() })
	}
	return a
}

// readable writes articles for people, parted by a rule.
func (e *env) readable(ctx context.Context, paths []string, workers int, marked, body bool) error {
	var failed error
	rule := ""
	err := collect(ctx, e, paths, workers, func(doc *nutgraf.Document) string {
		return articleText(doc, marked, body)
	}, func(s string) {
		if failed == nil {
			_, failed = io.WriteString(e.out, rule+s)
		}
		rule = "\n---\n\n"
	})
	return cmp.Or(err, failed)
}

// articleText is an article as plain text or, marked, as Markdown: its title,
// who wrote it and when, and its blocks, parted by blank lines.
func articleText(doc *nutgraf.Document, marked, body bool) string {
	var parts []string
	if doc.Title != "" {
		parts = append(parts, blockText(nutgraf.Headline, doc.Title, marked))
	}
	head := slices.DeleteFunc([]string{strings.Join(doc.Byline, ", "), doc.Outlet, doc.Published.Value}, func(s string) bool { return s == "" })
	if len(head) > 0 {
		parts = append(parts, strings.Join(head, " · "))
	}
	for _, b := range doc.Blocks {
		said := b.Kind == nutgraf.Headline && doc.Title != ""
		if b.Kind.Body() || !body && !said {
			parts = append(parts, blockText(b.Kind, b.Span.Of(doc.Text), marked))
		}
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// blockText is a block with the mark that Markdown has for its kind.
func blockText(kind nutgraf.BlockKind, text string, marked bool) string {
	if !marked {
		return text
	}
	lead := map[nutgraf.BlockKind]string{nutgraf.Headline: "# ", nutgraf.Subhead: "## ", nutgraf.Quoted: "> ", nutgraf.List: "- "}[kind]
	text = markdownEscape.Replace(text)
	rest := strings.Repeat(" ", len(lead))
	if kind == nutgraf.Quoted {
		rest = lead
	}
	return lead + strings.ReplaceAll(text, "\n", "\n"+rest)
}

var markdownEscape = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "<", `\<`)

// explain tells why the blocks of pages were kept or dropped.
func (e *env) explain(ctx context.Context, paths []string) error {
	src, err := e.source(ctx, e.fetch, nil)
	if err != nil {
		return err
	}
	for a := range arrivals(src, paths) {
		if err := cmp.Or(ctx.Err(), e.explainOne(a)); err != nil {
			return cmp.Or(src.close(), err)
		}
	}
	return src.close()
}

// explainOne explains one page; what is none counts as refused.
func (e *env) explainOne(a arrival) error {
	if a.err != nil {
		e.refuseLine(a.err)
		return nil
	}
	err := fmt.Errorf("%w: only a page's blocks can be explained", nutgraf.ErrFormat)
	trace := &extract.Trace{}
	if a.item.Media == nutgraf.MediaHTML && a.item.Ready == nil {
		_, trace, err = extract.Explain(a.item)
	}
	if err != nil {
		e.refuseLine(&nutgraf.ItemError{Name: a.item.Name, ID: a.item.ID, Err: err})
	} else {
		e.read++
	}
	if len(trace.Blocks) == 0 {
		return nil
	}
	_, err = io.WriteString(e.out, explained(a.item.ID, trace))
	return err
}

// maxExplained is how many characters of a block its verdict repeats.
const maxExplained = 72

// explained is a trace as lines: a verdict with its block's beginning, and
// beneath it what moved the verdict most.
func explained(id string, t *extract.Trace) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s: %d blocks\n", id, len(t.Blocks))
	for _, v := range t.Blocks {
		text := []rune(v.Text)
		if len(text) > maxExplained {
			text = append(text[:maxExplained], '…')
		}
		verdict := "dropped"
		if v.Kind != "" {
			verdict = "kept as " + string(v.Kind)
		}
		fmt.Fprintf(&b, "\n%-20s %.2f, then %.2f  %s\n", verdict, v.First, v.P, string(text))
		for _, r := range v.Why {
			fmt.Fprintf(&b, "    %+.2f  %s = %.3g\n", r.Weight, r.Feature, r.Value)
		}
	}
	return b.String()
}
