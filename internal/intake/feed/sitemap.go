package feed

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"golang.org/x/net/html/charset"

	"nutgraf"
)

// location is one entry of a sitemap, with what Google's news extension adds.
type location struct {
	Loc  string `xml:"loc"`
	News struct {
		Title       string `xml:"title"`
		Date        string `xml:"publication_date"`
		Publication struct {
			Name     string `xml:"name"`
			Language string `xml:"language"`
		} `xml:"publication"`
	} `xml:"news"`
}

// sitemap reads a sitemap, or a list of sitemaps (sitemaps.org 0.9).
func sitemap(body []byte) (*Feed, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	d.Strict, d.CharsetReader = false, charset.NewReaderLabel
	f := &Feed{}
	for {
		t, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return f.orBroken(err)
		}
		start, ok := t.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		if len(f.Entries)+len(f.More) == mostEntries {
			f.Cut = true
			return f, nil
		}
		var l location
		if err := d.DecodeElement(&l, &start); err != nil {
			return f.orBroken(err)
		}
		f.add(&l, start.Name.Local == "sitemap")
	}
	return f, nil
}

// orBroken keeps what came before the file broke off.
func (f *Feed) orBroken(err error) (*Feed, error) {
	if len(f.Entries)+len(f.More) > 0 {
		return f, nil
	}
	return nil, fmt.Errorf("%w: a broken sitemap: %w", nutgraf.ErrFormat, err)
}

func (f *Feed) add(l *location, more bool) {
	address := web(l.Loc)
	switch {
	case address == "":
	case more:
		f.More = append(f.More, address)
	default:
		f.Entries = append(f.Entries, Entry{
			URL: address, Title: tidy(l.News.Title), Outlet: tidy(l.News.Publication.Name),
			Date: strings.TrimSpace(l.News.Date), Lang: language(l.News.Publication.Language),
		})
	}
}
