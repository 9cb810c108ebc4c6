// Package text reads plain text: one file is one article, and its text is the
// file unchanged (a byte order mark apart). It recognises nothing in the text;
// headline paragraphs and date lines are the extractor's business.
package text

import (
	"bytes"
	"fmt"
	"io"
	"iter"

	"nutgraf"
)

// bom is UTF-8's byte order mark: a sign of the encoding, no part of the text.
var bom = []byte("\xef\xbb\xbf")

// Items yields the one article of a text file of at most limit bytes.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		body, err := io.ReadAll(io.LimitReader(r, limit+1))
		if err == nil {
			body = bytes.TrimPrefix(body, bom)
			err = check(body, limit)
		}
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: name, Err: err})
			return
		}
		yield(&nutgraf.Item{Name: name, Media: nutgraf.MediaText, Body: body}, nil)
	}
}

// check says why body cannot be an article's text, if it cannot: it is empty or
// larger than limit bytes. Whether it is text at all, and in which encoding, is
// seen when it is extracted.
func check(body []byte, limit int64) error {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return nutgraf.ErrEmpty
	case int64(len(body)) > limit:
		return fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, limit>>20)
	}
	return nil
}
