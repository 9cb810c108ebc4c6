// Package extract turns an Item, the bytes of one captured article, into a
// Document: its text, cut into labelled blocks that each know the bytes they
// came from.
package extract

import (
	"fmt"
	"slices"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Document extracts the article that an Item holds. The error wraps
// nutgraf.ErrNotArticle, ErrEmpty or ErrFormat when there is none to be had;
// lesser oddities are Notes of the Document.
func Document(item *nutgraf.Item) (*nutgraf.Document, error) {
	read := map[nutgraf.Media]func(*nutgraf.Item) (*nutgraf.Document, error){nutgraf.MediaHTML: page, nutgraf.MediaText: plain}[item.Media]
	if read == nil {
		return nil, fmt.Errorf("%s: media %q: %w", item.Name, item.Media, nutgraf.ErrFormat)
	}
	doc, err := read(item)
	if err == nil && doc.Lang != "" && !slices.Contains(lang.Languages, doc.Lang) {
		doc.Notes = append(doc.Notes, nutgraf.Note{Code: nutgraf.NoWordLists, Text: "in a language without word lists (" + doc.Lang + "): names and numbers are found as far as they go"})
	}
	return doc, err
}
