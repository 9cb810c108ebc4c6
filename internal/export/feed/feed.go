// Package feed writes what is new as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
// Everything is plain text: a reader's program is never handed markup of others.
package feed

import (
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"time"
	"unicode"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/news"
)

// Feed is a feed as all three formats give it.
type Feed struct {
	ID    string // an IRI that never changes
	Title string
	Home  string // address of the page that shows the same; may be empty
	Self  string // address of the feed itself; may be empty
	Site  string // where the pages stand, without a slash at its end; may be empty
	Items []news.Entry
}

// item is an entry with its names and addresses. Readers are told that it was
// published when its report was, and that it was updated when that came here.
type item struct {
	id, title, link, summary, author string
	kind                             string
	published, updated               time.Time
}

// longestTitle is the number of characters after which a title is cut.
const longestTitle = 120

func (f *Feed) items() []item {
	out := make([]item, len(f.Items))
	for i, e := range f.Items {
		link := iri.StoryPage(f.Site, e.Story)
		if link != "" && e.Anchor != "" {
			link += "#" + iri.Segment(e.Anchor)
		}
		if link == "" {
			link = iri.Web(e.URL)
		}
		out[i] = item{
			iri.Hashed("entry", append([]any{string(e.Kind)}, e.Key...)...), cut(line(e.Title), longestTitle), link,
			line(e.Summary), line(e.Author), string(e.Kind),
			e.Published.UTC().Truncate(time.Second), e.Taken.UTC().Truncate(time.Second),
		}
	}
	return out
}

// updated is when the latest entry came; the beginning of the epoch when there
// is none: a feed without entries has never changed.
func updated(items []item) time.Time {
	latest := time.Unix(0, 0).UTC()
	for _, i := range items {
		if i.updated.After(latest) {
			latest = i.updated
		}
	}
	return latest
}

// line makes text one line that XML and JSON can hold.
func line(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// cut shortens text at a space.
func cut(text string, most int) string {
	points := []rune(text)
	if len(points) <= most {
		return text
	}
	short := string(points[:most])
	if i := strings.LastIndexByte(short, ' '); i > len(short)/2 {
		short = short[:i]
	}
	return short + " …"
}

type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Updated   string      `xml:"updated"`
	Author    *atomPerson `xml:"author"`
	Generator atomMaker   `xml:"generator"`
	Links     []atomLink  `xml:"link"`
	Entries   []atomEntry `xml:"entry"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomMaker struct {
	Version string `xml:"version,attr"`
	Name    string `xml:",chardata"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Published string      `xml:"published"`
	Updated   string      `xml:"updated"`
	Author    *atomPerson `xml:"author"`
	Links     []atomLink  `xml:"link"`
	Category  struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
	Content string `xml:"content"`
}

// WriteAtom writes the feed as Atom.
func WriteAtom(w io.Writer, f *Feed) error {
	items := f.items()
	a := atomFeed{
		ID: f.ID, Title: line(f.Title), Updated: updated(items).Format(time.RFC3339), Author: &atomPerson{"nutgraf"},
		Generator: atomMaker{nutgraf.Version, "nutgraf"},
	}
	for _, l := range []atomLink{{"self", "application/atom+xml", f.Self}, {"alternate", "text/html", f.Home}} {
		if l.Href != "" {
			a.Links = append(a.Links, l)
		}
	}
	for _, i := range items {
		e := atomEntry{ID: i.id, Title: i.title, Published: i.published.Format(time.RFC3339), Updated: i.updated.Format(time.RFC3339), Content: i.summary}
		e.Category.Term = i.kind
		if i.author != "" {
			e.Author = &atomPerson{i.author}
		}
		if i.link != "" {
			e.Links = []atomLink{{"alternate", "", i.link}}
		}
		a.Entries = append(a.Entries, e)
	}
	return writeXML(w, a)
}

type rss struct {
	XMLName xml.Name `xml:"rss"`
	Version string   `xml:"version,attr"`
	DC      string   `xml:"xmlns:dc,attr"`
	Atom    string   `xml:"xmlns:atom,attr"`
	Channel channel  `xml:"channel"`
}

type channel struct {
	Title       string    `xml:"title"`
	Link        string    `xml:"link"`
	Self        *atomLink `xml:"atom:link"`
	Description string    `xml:"description"`
	Generator   string    `xml:"generator"`
	Built       string    `xml:"lastBuildDate"`
	Items       []rssItem `xml:"item"`
}

type rssItem struct {
	Title       string `xml:"title"`
	Link        string `xml:"link,omitempty"`
	Description string `xml:"description"`
	Creator     string `xml:"dc:creator,omitempty"`
	Category    string `xml:"category"`
	GUID        struct {
		Permanent bool   `xml:"isPermaLink,attr"`
		ID        string `xml:",chardata"`
	} `xml:"guid"`
	Published string `xml:"pubDate"`
}

// WriteRSS writes the feed as RSS 2.0. Readers take titles and descriptions
// there for HTML, so that text is escaped once more.
func WriteRSS(w io.Writer, f *Feed) error {
	items := f.items()
	home := f.Home
	if home == "" {
		home = f.ID // RSS asks for a link
	}
	r := rss{Version: "2.0", DC: "http://purl.org/dc/elements/1.1/", Atom: "http://www.w3.org/2005/Atom", Channel: channel{
		Title: asHTML(f.Title), Link: home, Description: asHTML(f.Title), Generator: "nutgraf " + nutgraf.Version,
		Built: updated(items).Format(time.RFC1123Z),
	}}
	if f.Self != "" {
		r.Channel.Self = &atomLink{"self", "application/rss+xml", f.Self}
	}
	for _, i := range items {
		x := rssItem{
			Title: asHTML(i.title), Link: i.link, Description: asHTML(i.summary), Creator: i.author, Category: i.kind, Published: i.published.Format(time.RFC1123Z),
		}
		x.GUID.ID = i.id
		r.Channel.Items = append(r.Channel.Items, x)
	}
	return writeXML(w, r)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

func asHTML(text string) string { return escaper.Replace(line(text)) }

func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type jsonFeed struct {
	Version string     `json:"version"`
	Title   string     `json:"title"`
	Home    string     `json:"home_page_url,omitempty"`
	Self    string     `json:"feed_url,omitempty"`
	Items   []jsonItem `json:"items"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title"`
	Text      string       `json:"content_text"`
	Published string       `json:"date_published"`
	Modified  string       `json:"date_modified"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

// WriteJSON writes the feed as JSON Feed 1.1.
func WriteJSON(w io.Writer, f *Feed) error {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: line(f.Title), Home: f.Home, Self: f.Self, Items: []jsonItem{}}
	for _, i := range f.items() {
		x := jsonItem{
			ID: i.id, URL: i.link, Title: i.title, Text: i.summary, Tags: []string{i.kind},
			Published: i.published.Format(time.RFC3339), Modified: i.updated.Format(time.RFC3339),
		}
		if i.author != "" {
			x.Authors = []jsonAuthor{{i.author}}
		}
		out.Items = append(out.Items, x)
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", " ")
	return enc.Encode(out)
}
