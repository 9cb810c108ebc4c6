// Package export lists the ways out of the program: each turns story pages into
// bytes for other programs or for people. The formats themselves live in the
// folders beside; they are pure.
package export

import (
	"io"

	"nutgraf"
	"nutgraf/internal/export/json"
	"nutgraf/internal/export/md"
	"nutgraf/internal/export/text"
	"nutgraf/internal/render"
)

// Format is one way out: a row of the list Formats.
type Format struct {
	Name  string
	Media string // its Internet media type
	Short string // what it is, for help
	Write func(w io.Writer, j Job) error
}

// Job is what is to be written.
type Job struct {
	Stories  []*nutgraf.StoryPage
	Document func(id string) *nutgraf.Document // a report's document; nil when it is no longer held
	Width    int                               // columns, for text
	Colour   bool                              // for text
	Full     bool                              // quotations unclipped, for text
}

// Formats lists the ways out, the one for the terminal first.
var Formats = []Format{
	{"text", "text/plain; charset=utf-8", "for the terminal", writeText},
	{"json", "application/x-ndjson", "the contract's story objects, one a line", writeJSON},
	{"md", "text/markdown; charset=utf-8", "a dossier in Markdown, with endnotes", writeMarkdown},
	{"html", "text/html; charset=utf-8", "one page that needs nothing beside itself", writeHTML},
}

// Find returns the format of a name.
func Find(name string) (Format, bool) {
	for _, f := range Formats {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

func writeText(w io.Writer, j Job) error {
	return text.Write(w, j.Stories, text.Options{Width: j.Width, Colour: j.Colour, Full: j.Full, Document: j.Document})
}

func writeJSON(w io.Writer, j Job) error { return json.Write(w, j.Stories, j.Document) }

func writeMarkdown(w io.Writer, j Job) error { return md.Write(w, j.Stories, j.Document) }

func writeHTML(w io.Writer, j Job) error { return render.Standalone(w, j.Stories, j.Document) }
