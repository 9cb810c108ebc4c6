package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"

	"nutgraf"
)

// Outline is one feed of a list of feeds.
type Outline struct {
	Title string
	URL   string
	Site  string
}

// ReadOPML reads a list of feeds (OPML 1.0 and 2.0), folders and all.
func ReadOPML(body []byte) ([]Outline, error) {
	if root(body) != "opml" {
		return nil, fmt.Errorf("%w: not OPML", nutgraf.ErrFormat)
	}
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	out := []Outline{}
	for {
		t, err := d.Token()
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w: broken OPML: %w", nutgraf.ErrFormat, err)
		}
		if start, ok := t.(xml.StartElement); ok && start.Name.Local == "outline" {
			if o := outline(start.Attr); o.URL != "" {
				out = append(out, o)
			}
		}
	}
}

func outline(attrs []xml.Attr) Outline {
	var o Outline
	text := ""
	for _, a := range attrs {
		switch a.Name.Local {
		case "xmlUrl", "xmlurl", "xmlURL":
			o.URL = web(a.Value)
		case "htmlUrl", "htmlurl", "htmlURL":
			o.Site = web(a.Value)
		case "title":
			o.Title = tidy(a.Value)
		case "text":
			text = tidy(a.Value)
		}
	}
	if o.Title == "" {
		o.Title = text
	}
	return o
}

// WriteOPML writes a list of feeds as OPML 2.0.
func WriteOPML(w io.Writer, title string, feeds []Outline) error {
	type element struct {
		XMLName xml.Name `xml:"outline"`
		Text    string   `xml:"text,attr"`
		Title   string   `xml:"title,attr"`
		Type    string   `xml:"type,attr"`
		URL     string   `xml:"xmlUrl,attr"`
		Site    string   `xml:"htmlUrl,attr,omitempty"`
	}
	var doc struct {
		XMLName xml.Name  `xml:"opml"`
		Version string    `xml:"version,attr"`
		Title   string    `xml:"head>title"`
		Feeds   []element `xml:"body>outline"`
	}
	doc.Version, doc.Title = "2.0", title
	for _, f := range feeds {
		name := f.Title
		if name == "" {
			name = f.URL
		}
		doc.Feeds = append(doc.Feeds, element{Text: name, Title: name, Type: "rss", URL: f.URL, Site: f.Site})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
