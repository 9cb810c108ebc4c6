// Package bibliography writes the reports of stories for reference managers
// (Zotero, JabRef, Mendeley, LaTeX): as RIS, BibTeX and CSL-JSON. Names are given
// as bylines print them; they are not cut into given and family names. A date
// that is doubted is left out.
package bibliography

import (
	"strings"
	"time"
	"unicode"

	"nutgraf"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/wire"
)

// Entry is one report.
type Entry struct {
	ID, Key   string // Key has letters, digits and hyphens alone
	Title     string
	Outlet    string
	Authors   []string
	Published time.Time // the day, in UTC; zero when not known
	URL       string
	Language  string
	Accessed  time.Time // when it was captured; zero when not known
}

// Entries lists the reports of stories in the stories' order, each once.
// document gives a report's document; nil where it is not held.
func Entries(stories []*wire.Story, document func(id string) *nutgraf.Document) []Entry {
	var out []Entry
	seen, keys := map[string]bool{}, map[string]bool{}
	for _, s := range stories {
		for i := range s.Articles {
			if a := &s.Articles[i]; !seen[a.ID] {
				seen[a.ID] = true
				e := entry(a, document(a.ID))
				if keys[e.Key] {
					e.Key += "-" + hash(a.ID)
				}
				keys[e.Key] = true
				out = append(out, e)
			}
		}
	}
	return out
}

func hash(id string) string {
	name := iri.Hashed("", id)
	return name[len(name)-8:]
}

func entry(a *wire.StoryArticle, d *nutgraf.Document) Entry {
	e := Entry{ID: a.ID, Key: key(a.ID), Title: line(a.Title), Outlet: line(a.Outlet), URL: iri.Web(a.URL)}
	for _, b := range a.Byline {
		if b = line(b); b != "" {
			e.Authors = append(e.Authors, b)
		}
	}
	if day, err := nutgraf.ParseDay(a.Published); err == nil {
		e.Published = day.Time()
	}
	if d != nil {
		e.Language = d.Lang
		if !d.Captured.IsZero() {
			e.Accessed = d.Captured.UTC()
		}
	}
	return e
}

// line makes text one line without control characters: the formats are made of
// lines.
func line(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
}

// longestKey keeps keys readable.
const longestKey = 60

func key(id string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return '-'
	}, id)
	plain = strings.Trim(plain, "-")
	if plain != id || len(plain) > longestKey {
		plain = strings.TrimRight(plain[:min(len(plain), longestKey)], "-") + "-" + hash(id)
	}
	return strings.TrimLeft(plain, "-")
}
