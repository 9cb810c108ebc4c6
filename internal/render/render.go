// Package render turns a story page, and the text of an article, into HTML with
// drawings in SVG: the blocks that the web pages and the stand-alone dossier
// share. It computes no finding and decides nothing about a story; it asks
// nobody for anything but the documents it is handed. All words of others pass
// through html/template and are escaped; markup of articles is never rendered.
package render

import (
	"embed"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"sync"

	"nutgraf"
	"nutgraf/internal/label"
)

//go:embed templates/*.html style.css annotated.css
var files embed.FS

// Options say where the links of a page lead.
type Options struct {
	// Document returns a report's document, or nil when it is no longer held.
	// With it every span is checked against the text before it is shown.
	Document func(id string) *nutgraf.Document
	// Base is the path under which the pages are served, without a slash at its
	// end; empty for the root.
	Base string
	// Dossier makes links to sources lead to anchors in the same file.
	Dossier bool
	// Whole leaves off nothing that a story of many reports has.
	Whole bool
}

// Style is the style sheet of all pages.
func Style() []byte {
	css, err := files.ReadFile("style.css")
	if err != nil {
		return nil
	}
	return css
}

// Templates returns the templates of the blocks, so that other pages can use
// them ("chip", "why", "text" …).
func Templates() fs.FS { return files }

// Functions are what the templates call beside the built-in ones.
func Functions() template.FuncMap {
	return template.FuncMap{
		"days":   Days,
		"day":    func(d nutgraf.Day) string { return Days(d, d) },
		"plural": plural,
		"link":   Address,
		"marked": label.EndsMarked,
		"chips":  chips,
		"cells":  cells,
		"places": places,
		// the name of an outlet that nothing names
		"unnamed": func() string { return label.Unnamed },
	}
}

var blocks = sync.OnceValues(func() (*template.Template, error) {
	return template.New("blocks").Funcs(Functions()).ParseFS(files, "templates/*.html")
})

// Story writes a story's blocks, in their order, as a fragment of HTML, and
// returns the list of those that have something in them.
func Story(w io.Writer, p *nutgraf.StoryPage, o Options) ([]Entry, error) {
	t, err := blocks()
	if err != nil {
		return nil, fmt.Errorf("render story: %w", err)
	}
	v := newSheet(p, o).view()
	return v.Contents, t.ExecuteTemplate(w, "story", v)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
