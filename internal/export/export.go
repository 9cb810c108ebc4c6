// Package export lists the ways out of the program: each turns story pages into
// bytes for other programs or for people. The formats themselves live in the
// folders beside; they are pure: the same stories give the same bytes.
package export

import (
	"io"
	"strings"

	"nutgraf"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/export/annotation"
	"nutgraf/internal/export/bibliography"
	"nutgraf/internal/export/csv"
	"nutgraf/internal/export/feed"
	"nutgraf/internal/export/graphml"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/export/json"
	"nutgraf/internal/export/jsonl"
	"nutgraf/internal/export/md"
	"nutgraf/internal/export/parquet"
	"nutgraf/internal/export/prov"
	"nutgraf/internal/export/schemaorg"
	"nutgraf/internal/export/table"
	"nutgraf/internal/export/text"
	"nutgraf/internal/news"
	"nutgraf/internal/render"
	"nutgraf/internal/wire"
)

// Format is one way out: a row of the list Formats.
type Format struct {
	Name  string
	Media string // its Internet media type
	Ext   string // how a file of it ends, without the dot
	Short string // what it is, for help
	Use   Use    // what it is taken for
	Write func(w io.Writer, j Job) error
}

// File is the name of a file in the format that holds what is named; every
// character in it may stand in a file's name anywhere.
func (f Format) File(named string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_':
			return r
		}
		return '-'
	}, named)
	return plain + "-" + f.Name + "." + f.Ext
}

// Use is what a way out is taken for, as pages group them.
type Use string

// The uses, in the order in which pages show them.
const (
	Reading   Use = "to read and to print"
	Tables    Use = "tables"
	Citing    Use = "references"
	Programs  Use = "for programs"
	Following Use = "feeds"
)

// Uses lists the uses.
var Uses = []Use{Reading, Tables, Citing, Programs, Following}

// Job is what is to be written. The stories are required; a format that needs
// what is missing leaves out what it cannot say.
type Job struct {
	Stories  []*nutgraf.StoryPage
	Document func(id string) *nutgraf.Document    // a report's document; nil when it is no longer held
	Findings func(id string) *nutgraf.Annotations // a report's findings; nil when it is no longer held
	Arrived  news.Arrived                         // when a report came, and when it was published
	Site     string                               // absolute address of the pages, without a slash at its end; empty when there are none
	Width    int                                  // columns, for text
	Colour   bool                                 // for text
	Full     bool                                 // quotations unclipped, for text
	Texts    excerpt.Policy                       // how much of an article's text may leave
}

// Formats lists the ways out, the one for the terminal first.
var Formats = []Format{
	{"text", "text/plain; charset=utf-8", "txt", "for the terminal", Reading, writeText},
	{"json", "application/x-ndjson", "json", "the contract's story objects, one a line", Programs, writeJSON},
	{"md", "text/markdown; charset=utf-8", "md", "a dossier in Markdown, with endnotes", Reading, writeMarkdown},
	{"html", "text/html; charset=utf-8", "html", "one page that needs nothing beside itself", Reading, writeHTML},
	{"jsonl", "application/x-ndjson", "jsonl", "each finding an object of its own, one a line", Programs, writeJSONL},
	{"csv-quotations", "text/csv; charset=utf-8", "csv", "table of who said what, a row for each report's wording", Tables, csvOf(func(t *table.Tables) []table.Quotation { return t.Quotations })},
	{"csv-claims", "text/csv; charset=utf-8", "csv", "table of what is claimed, a row for each report's words", Tables, csvOf(func(t *table.Tables) []table.Claim { return t.Claims })},
	{"csv-credits", "text/csv; charset=utf-8", "csv", "table of whom the reports credit", Tables, csvOf(func(t *table.Tables) []table.Credit { return t.Credits })},
	{"csv-conflicts", "text/csv; charset=utf-8", "csv", "table of where reports differ, a row for each side's words", Tables, csvOf(func(t *table.Tables) []table.Conflict { return t.Conflicts })},
	{"parquet-quotations", "application/vnd.apache.parquet", "parquet", "the table of quotations for pandas and DuckDB", Tables, parquetOf(func(t *table.Tables) []table.Quotation { return t.Quotations })},
	{"parquet-claims", "application/vnd.apache.parquet", "parquet", "the table of claims", Tables, parquetOf(func(t *table.Tables) []table.Claim { return t.Claims })},
	{"parquet-credits", "application/vnd.apache.parquet", "parquet", "the table of credits", Tables, parquetOf(func(t *table.Tables) []table.Credit { return t.Credits })},
	{"parquet-conflicts", "application/vnd.apache.parquet", "parquet", "the table of differences", Tables, parquetOf(func(t *table.Tables) []table.Conflict { return t.Conflicts })},
	{"annotations", "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"", "jsonld", "W3C Web Annotations with position and quote selectors", Programs, writeAnnotations},
	{"prov", "application/json", "json", "where it came from, as W3C PROV-JSON", Programs, writeProv},
	{"graphml", "application/graphml+xml", "graphml", "where it came from, as a graph for Gephi, yEd or NetworkX", Programs, writeGraph},
	{"schema-org", "application/ld+json", "jsonld", "NewsArticle, Quotation and Claim of schema.org, JSON-LD", Programs, writeSchemaOrg},
	{"ris", "application/x-research-info-systems", "ris", "the reports as references, for Zotero and EndNote", Citing, writeRIS},
	{"bibtex", "application/x-bibtex; charset=utf-8", "bib", "the reports as references, for LaTeX and JabRef", Citing, writeBibTeX},
	{"csl", "application/vnd.citationstyles.csl+json", "json", "the reports as references, CSL-JSON", Citing, writeCSL},
	{"atom", "application/atom+xml; charset=utf-8", "atom", "what came in when, as an Atom feed", Following, feedOf(feed.WriteAtom)},
	{"rss", "application/rss+xml; charset=utf-8", "rss", "the same as RSS 2.0", Following, feedOf(feed.WriteRSS)},
	{"jsonfeed", "application/feed+json", "json", "the same as JSON Feed", Following, feedOf(feed.WriteJSON)},
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

// stories are the stories with no longer words than may leave.
func (j *Job) stories() []*nutgraf.StoryPage {
	out := make([]*nutgraf.StoryPage, len(j.Stories))
	for i, p := range j.Stories {
		out[i] = j.Texts.Story(p)
	}
	return out
}

// wire gives the stories in the contract's form. Documents are asked for once.
func (j *Job) wire() []*wire.Story {
	j.Document = once(j.Document)
	out := make([]*wire.Story, len(j.Stories))
	for i, p := range j.stories() {
		out[i] = wire.FromPage(p, j.Document)
		wire.Limit(out[i], j.Texts)
	}
	return out
}

// once asks once for each document.
func once(document func(id string) *nutgraf.Document) func(id string) *nutgraf.Document {
	known := map[string]*nutgraf.Document{}
	return func(id string) *nutgraf.Document {
		d, ok := known[id]
		if !ok && document != nil {
			d = document(id)
			known[id] = d
		}
		return d
	}
}

// tables lays the stories out flat.
func (j *Job) tables() *table.Tables {
	stories := j.wire()
	return table.From(stories, func(id string) *wire.Article {
		doc := j.Document(id)
		if doc == nil || j.Findings == nil {
			return nil
		}
		ann := j.Findings(id)
		if ann == nil {
			return nil
		}
		a := wire.FromDocument(doc, ann)
		wire.Limit(a, j.Texts)
		return a
	})
}

func csvOf[T any](rows func(*table.Tables) []T) func(io.Writer, Job) error {
	return func(w io.Writer, j Job) error { return csv.Write(w, rows(j.tables())) }
}

func parquetOf[T any](rows func(*table.Tables) []T) func(io.Writer, Job) error {
	return func(w io.Writer, j Job) error { return parquet.Write(w, rows(j.tables())) }
}

// feedOf gives all that is new in the stories, by kind of entry together.
func feedOf(write func(io.Writer, *feed.Feed) error) func(io.Writer, Job) error {
	return func(w io.Writer, j Job) error {
		f := feed.Feed{Title: "Stories", Site: j.Site, Home: j.Site}
		var ids []any
		for _, p := range j.stories() {
			ids = append(ids, p.ID)
			if j.Arrived == nil {
				continue
			}
			for _, e := range news.Of(p, j.Arrived, news.Kinds...) {
				e.Title, _ = j.Texts.Cut(e.Title)
				e.Summary, _ = j.Texts.Cut(e.Summary)
				f.Items = append(f.Items, e)
			}
		}
		if len(j.Stories) == 1 {
			f.Title, f.Home = j.Stories[0].Title, iri.StoryPage(j.Site, j.Stories[0].ID)
		}
		f.ID = iri.Hashed("feed", ids...)
		news.Sort(f.Items)
		return write(w, &f)
	}
}

func writeText(w io.Writer, j Job) error {
	return text.Write(w, j.stories(), text.Options{Width: j.Width, Colour: j.Colour, Full: j.Full, Document: once(j.Document)})
}

func writeJSON(w io.Writer, j Job) error { return json.Write(w, j.wire()) }

func writeMarkdown(w io.Writer, j Job) error { return md.Write(w, j.stories(), once(j.Document)) }

// writeHTML gives the reports whole, or what is cited of them where extracts
// alone may be given out.
func writeHTML(w io.Writer, j Job) error {
	return render.Standalone(w, j.stories(), j.Document, j.Texts)
}

func writeJSONL(w io.Writer, j Job) error { return jsonl.Write(w, j.tables()) }

func writeAnnotations(w io.Writer, j Job) error {
	stories := j.wire()
	return annotation.Write(w, stories, j.Document)
}

func writeProv(w io.Writer, j Job) error { return prov.Write(w, j.wire()) }

func writeGraph(w io.Writer, j Job) error { return graphml.Write(w, j.wire()) }

func writeSchemaOrg(w io.Writer, j Job) error {
	stories := j.wire()
	return schemaorg.Write(w, stories, j.Document)
}

func writeRIS(w io.Writer, j Job) error { return bibliography.WriteRIS(w, j.references()) }

func writeBibTeX(w io.Writer, j Job) error { return bibliography.WriteBibTeX(w, j.references()) }

func writeCSL(w io.Writer, j Job) error { return bibliography.WriteCSL(w, j.references()) }

func (j *Job) references() []bibliography.Entry {
	stories := j.wire()
	return bibliography.Entries(stories, j.Document)
}
