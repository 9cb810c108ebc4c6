// Package extract turns an Item, the bytes of one captured article, into a
// Document: its text, cut into labelled blocks that each know the bytes they
// came from.
package extract

import (
	"fmt"

	"nutgraf"
)

// Document extracts the article that an Item holds. The error wraps
// nutgraf.ErrNotArticle, ErrEmpty or ErrFormat when there is none to be had;
// lesser oddities are Notes of the Document.
func Document(item *nutgraf.Item) (*nutgraf.Document, error) {
	switch item.Media {
	case nutgraf.MediaHTML:
		return page(item)
	case nutgraf.MediaText:
		return plain(item)
	}
	return nil, fmt.Errorf("extract %s: media %q: %w", item.Name, item.Media, nutgraf.ErrFormat)
}
