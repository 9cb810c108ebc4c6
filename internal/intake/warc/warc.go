// Package warc reads and writes web archives, WARC 1.0 and 1.1 (ISO 28500),
// record by record in constant memory. Of what an archive holds it yields the
// pages that were answered with status 200; the other records it counts. It
// unpacks transfer and content codings; packing of the file itself is undone
// before.
package warc

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strings"
	"time"

	"nutgraf"
)

// Looks reports whether the first bytes of a file are those of an archive.
func Looks(head []byte) bool { return bytes.HasPrefix(head, []byte("WARC/")) }

// Items yields the pages of an archive, each of at most limit bytes. A record
// that cannot be read costs that record; what was passed over is counted in one
// last error that wraps nutgraf.ErrAside.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		in, aside := newReader(r), tally{}
		for {
			rec, err := in.next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err == nil {
				item, skip, problem := rec.item(limit)
				if skip == later {
					continue
				}
				if skip != "" {
					aside.count(skip)
					continue
				}
				if item != nil {
					item.Name = fmt.Sprintf("%s:%d", name, in.number)
					if !yield(item, nil) {
						return
					}
					continue
				}
				err = problem
			}
			if !yield(nil, &nutgraf.ItemError{Name: fmt.Sprintf("%s: record %d", name, in.number), ID: rec.uri(), Err: err}) {
				return
			}
			if in.ended {
				break
			}
		}
		if note := aside.String(); note != "" {
			yield(nil, &nutgraf.ItemError{Name: name, Err: fmt.Errorf("%w: %s", nutgraf.ErrAside, note)})
		}
	}
}

// later stands for a record whose error comes when the next is asked for.
const later = "(later)"

// item makes an Item of a record. skip names what was passed over.
func (rec *record) item(limit int64) (item *nutgraf.Item, skip string, err error) {
	switch kind := rec.header.Get("Warc-Type"); kind {
	case "response", "resource":
	case "":
		return nil, "record without a type", nil
	default:
		return nil, plain(kind) + " record", nil
	}
	head, body, skip := rec.answer()
	if skip != "" {
		return nil, skip, nil
	}
	raw, err := Body(head, body, limit)
	switch {
	case errors.Is(err, nutgraf.ErrDamaged):
		return nil, later, nil
	case err != nil && errors.Is(err, nutgraf.ErrTooLarge), err != nil && len(raw) == 0:
		return nil, "", err
	case len(bytes.TrimSpace(raw)) == 0:
		return nil, "empty answer", nil
	}
	charset, skip := page(head, raw)
	if skip != "" {
		return nil, skip, nil
	}
	at, _ := time.Parse(time.RFC3339Nano, rec.header.Get("Warc-Date")) // zero when not known
	item = &nutgraf.Item{
		URL: rec.uri(), Media: nutgraf.MediaHTML, Body: raw, Charset: charset, Captured: at.UTC(),
		Web: &nutgraf.Web{ETag: head.Get("Etag"), Modified: head.Get("Last-Modified"), Usage: Usage(head, raw)},
	}
	if at.IsZero() {
		item.Captured = time.Time{}
	}
	return item, "", nil
}

// answer cuts a record into the header and the body of the answer it holds.
func (rec *record) answer() (textproto.MIMEHeader, io.Reader, string) {
	media := strings.ToLower(rec.header.Get("Content-Type"))
	if rec.header.Get("Warc-Type") == "resource" {
		return textproto.MIMEHeader{"Content-Type": {media}}, rec.block, ""
	}
	if !strings.HasPrefix(media, "application/http") {
		return nil, nil, "record of another protocol"
	}
	status, head, ok := parseHead(rec.block)
	switch {
	case !ok:
		return nil, nil, "answer that is not HTTP"
	case status != "200":
		return nil, nil, "answer of status " + plain(status)
	}
	return head, rec.block, ""
}

// page tells whether an answer is a page, and the charset it declares.
func page(head textproto.MIMEHeader, raw []byte) (charset, skip string) {
	declared := head.Get("Content-Type")
	media, params, err := mime.ParseMediaType(declared)
	if err != nil {
		media, _, _ = strings.Cut(strings.ToLower(declared), ";")
		media = strings.TrimSpace(media)
	}
	switch {
	case media == "text/html", media == "application/xhtml+xml", media == "" && strings.HasPrefix(http.DetectContentType(raw), "text/html"):
		return params["charset"], ""
	case media == "":
		return "", "answer of unknown type"
	}
	return "", plain(media) + " answer"
}

// plain keeps what a hostile archive can put into a message short and printable.
func plain(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' {
			return '?'
		}
		return r
	}, s)
	return s[:min(len(s), 40)]
}

// tally counts what was passed over, in the order in which it came up.
type tally struct {
	names []string
	times map[string]int
}

// kinds bounds how many kinds are told apart.
const kinds = 12

func (t *tally) count(name string) {
	if t.times == nil {
		t.times = map[string]int{}
	}
	if t.times[name] == 0 {
		if len(t.names) >= kinds {
			name = "other"
		}
		if t.times[name] == 0 {
			t.names = append(t.names, name)
		}
	}
	t.times[name]++
}

// String words the count, as in "2 revisit records, 1 image/png answer".
func (t *tally) String() string {
	var parts []string
	for _, name := range t.names {
		n := t.times[name]
		parts = append(parts, fmt.Sprintf("%d %s", n, plural(name, n)))
	}
	return strings.Join(parts, ", ")
}

func plural(name string, n int) string {
	if n == 1 || name == "other" {
		return name
	}
	for _, noun := range []string{"record", "answer"} {
		if i := strings.Index(name, noun); i >= 0 {
			return name[:i+len(noun)] + "s" + name[i+len(noun):]
		}
	}
	return name
}
