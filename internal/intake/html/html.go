// Package html reads pages: one file is one captured page. The bytes are
// handed on as they are; their charset and their article are the extractor's
// business.
package html

import (
	"bytes"
	"fmt"
	"io"
	"iter"

	"nutgraf"
)

// Items yields the one page of an HTML file of at most limit bytes.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		body, err := io.ReadAll(io.LimitReader(r, limit+1))
		if err == nil {
			err = check(body, limit)
		}
		if err != nil {
			yield(nil, &nutgraf.ItemError{Name: name, Err: err})
			return
		}
		yield(&nutgraf.Item{Name: name, Media: nutgraf.MediaHTML, Body: body}, nil)
	}
}

// check says why body cannot be a page, if it cannot: it is empty, larger than
// limit bytes, or binary. UTF-16 pages hold zero bytes and are let through by
// their byte order mark or the form of their first letters.
func check(body []byte, limit int64) error {
	switch {
	case len(bytes.TrimSpace(body)) == 0:
		return nutgraf.ErrEmpty
	case int64(len(body)) > limit:
		return fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, limit>>20)
	case wide(body):
		return nil
	case bytes.IndexByte(body[:min(len(body), 1024)], 0) >= 0:
		return fmt.Errorf("%w: binary, not a page", nutgraf.ErrFormat)
	}
	return nil
}

// wide reports whether a page begins as one in UTF-16 does: with its mark, or with
// four letters that are a zero byte and another each.
func wide(body []byte) bool {
	if bytes.HasPrefix(body, []byte("\xff\xfe")) || bytes.HasPrefix(body, []byte("\xfe\xff")) {
		return true
	}
	if len(body) < 8 {
		return false
	}
	zeros := [2]int{}
	for i, c := range body[:8] {
		if c == 0 {
			zeros[i%2]++
		}
	}
	return zeros == [2]int{0, 4} || zeros == [2]int{4, 0}
}

// Looks reports whether the first bytes of a file are those of a page.
func Looks(head []byte) bool {
	head = bytes.ToLower(bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\f"))
	for _, mark := range []string{"<!doctype html", "<html", "<head", "<body", "<!--", "<?xml", "<meta", "<title", "<article", "<div", "<script", "<p>"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return true
		}
	}
	return false
}
