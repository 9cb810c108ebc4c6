// Package mail reads messages and saved pages: .eml (RFC 5322 with MIME) and
// .mht/.mhtml (RFC 2557). One message is one article: of a saved page the root
// page, of a message its HTML, else its plain text. Attached messages, pictures
// and styles are passed over.
package mail

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"
	"time"

	"golang.org/x/net/html/charset"

	"nutgraf"
)

// The limits of a message: its size as a multiple of an article's, how many
// parts it has, and how deep they are nested.
const (
	ampleness = 4
	mostParts = 1000
	deepest   = 8
)

// Looks reports whether the first bytes of a file are those of a message: a
// header that says so.
func Looks(head []byte) bool {
	lower := bytes.ToLower(bytes.TrimLeft(head, "\r\n"))
	first, _, _ := bytes.Cut(lower, []byte(":"))
	if len(first) == 0 || len(first) > 40 || bytes.ContainsAny(first, " \t\n<{\"") {
		return false
	}
	return bytes.Contains(lower, []byte("\nmime-version:")) || bytes.HasPrefix(lower, []byte("mime-version:")) ||
		bytes.Contains(lower, []byte("\nmessage-id:")) || bytes.HasPrefix(lower, []byte("return-path:"))
}

// Items yields the one article of a message.
func Items(name string, r io.Reader, limit int64) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		var a aside
		if message(name, r, limit, &a, yield) {
			a.tell(name, yield)
		}
	}
}

// message yields the article of one message, and reports whether to go on.
func message(name string, r io.Reader, limit int64, a *aside, yield func(*nutgraf.Item, error) bool) bool {
	var own aside
	item, err := read(io.LimitReader(r, ampleness*limit+1), limit, &own)
	if item != nil {
		a.add(own)
		item.Name = name
		if !yield(item, nil) {
			return false
		}
	}
	return err == nil || yield(nil, &nutgraf.ItemError{Name: name, Err: err})
}

// read gives the article of a message and, beside it or in its place, why not all
// of it could be read. What is passed over is counted.
func read(r io.Reader, limit int64, a *aside) (*nutgraf.Item, error) {
	in := bufio.NewReader(r)
	for { // blank lines before the header, and the "From " line of mailboxes
		head, _ := in.Peek(5)
		if len(head) == 0 {
			return nil, nutgraf.ErrEmpty
		}
		if head[0] != '\n' && head[0] != '\r' && string(head) != "From " {
			break
		}
		if _, err := in.ReadSlice('\n'); err != nil {
			return nil, fmt.Errorf("%w: no message", nutgraf.ErrFormat)
		}
	}
	message, err := mail.ReadMessage(in)
	if err != nil {
		return nil, fmt.Errorf("%w: no message: a broken header", nutgraf.ErrFormat)
	}
	w := walker{limit: limit, aside: a, left: ampleness * limit, root: strings.Trim(message.Header.Get("Snapshot-Content-Location"), "<> ")}
	broken := w.part(textproto.MIMEHeader(message.Header), message.Body, 0)
	if w.best == nil && broken != nil {
		return nil, broken
	}
	if w.best == nil {
		return nil, fmt.Errorf("%w: a message without text", nutgraf.ErrEmpty)
	}
	item, err := w.item(message.Header)
	if err != nil {
		return nil, err
	}
	return item, broken
}

// candidate is a part that may be the article.
type candidate struct {
	charset  string
	location string
	body     []byte
	rank     int
}

// walker goes through the parts of a message.
type walker struct {
	limit, left int64
	parts       int
	root        string // the address of a saved page's root
	best        *candidate
	aside       *aside
}

// aside counts the parts that were passed over.
type aside struct{ attachments, messages, pictures, others int }

func (a *aside) count(media, disposition string) {
	switch {
	case media == "message/rfc822":
		a.messages++
	case disposition == "attachment":
		a.attachments++
	case strings.HasPrefix(media, "image/"):
		a.pictures++
	default:
		a.others++
	}
}

func (a *aside) add(b aside) {
	*a = aside{a.attachments + b.attachments, a.messages + b.messages, a.pictures + b.pictures, a.others + b.others}
}

// tell yields them as an error that wraps nutgraf.ErrAside, if there are any.
func (a *aside) tell(name string, yield func(*nutgraf.Item, error) bool) {
	var parts []string
	for _, c := range []struct {
		n    int
		name string
	}{{a.attachments, "attachment"}, {a.messages, "attached message"}, {a.pictures, "picture"}, {a.others, "other part"}} {
		switch {
		case c.n == 1:
			parts = append(parts, "1 "+c.name)
		case c.n > 1:
			parts = append(parts, fmt.Sprintf("%d %ss", c.n, c.name))
		}
	}
	if len(parts) > 0 {
		yield(nil, &nutgraf.ItemError{Name: name, Err: fmt.Errorf("%w: %s", nutgraf.ErrAside, strings.Join(parts, ", "))})
	}
}

func (w *walker) part(h textproto.MIMEHeader, body io.Reader, depth int) error {
	w.parts++
	if w.parts > mostParts {
		return fmt.Errorf("%w: over %d parts", nutgraf.ErrTooLarge, mostParts)
	}
	media, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil {
		media, params = "text/plain", nil
		if strings.HasPrefix(strings.ToLower(h.Get("Content-Type")), "text/html") {
			media = "text/html"
		}
	}
	if strings.HasPrefix(media, "multipart/") {
		return w.parted(body, params["boundary"], depth)
	}
	disposition, _, _ := mime.ParseMediaType(h.Get("Content-Disposition"))
	rank := w.rank(media, h.Get("Content-Location"))
	if w.root == "" && (rank == 0 || disposition == "attachment") { // a saved page's pictures and styles are the page's
		w.aside.count(media, disposition)
	}
	if rank == 0 || disposition == "attachment" || w.best != nil && rank <= w.best.rank {
		return nil
	}
	raw, err := w.decode(body, h.Get("Content-Transfer-Encoding"))
	if len(bytes.TrimSpace(raw)) == 0 {
		return err
	}
	w.best = &candidate{charset: params["charset"], location: h.Get("Content-Location"), body: raw, rank: rank}
	return err
}

// rank orders parts: the root page of a saved page, then the first HTML, then
// the first plain text.
func (w *walker) rank(media, location string) int {
	switch {
	case media == "text/html" || media == "application/xhtml+xml":
		if w.root != "" && location == w.root {
			return 3
		}
		return 2
	case media == "text/plain":
		return 1
	}
	return 0
}

func (w *walker) parted(body io.Reader, boundary string, depth int) error {
	switch {
	case boundary == "":
		return fmt.Errorf("%w: parts without a boundary", nutgraf.ErrFormat)
	case depth >= deepest:
		return fmt.Errorf("%w: parts nested over %d deep", nutgraf.ErrTooLarge, deepest)
	}
	parts := multipart.NewReader(body, boundary)
	for {
		p, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: the message is cut short or broken", nutgraf.ErrFormat)
		}
		if err := w.part(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// decode undoes a transfer encoding. Broken ends are left off.
func (w *walker) decode(body io.Reader, encoding string) ([]byte, error) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, &onlyBase64{body})
	}
	raw, err := io.ReadAll(io.LimitReader(body, w.limit+1))
	w.left -= int64(len(raw))
	if int64(len(raw)) > w.limit || w.left < 0 {
		return nil, fmt.Errorf("%w: over %d MB", nutgraf.ErrTooLarge, w.limit>>20)
	}
	if err != nil {
		return raw, fmt.Errorf("%w: a part is cut short or broken", nutgraf.ErrFormat)
	}
	return raw, nil
}

// onlyBase64 leaves out what does not belong to the alphabet, spaces foremost.
type onlyBase64 struct{ r io.Reader }

func (o *onlyBase64) Read(p []byte) (int, error) {
	n, err := o.r.Read(p)
	kept := p[:0]
	for _, c := range p[:n] {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			kept = append(kept, c)
		}
	}
	return len(kept), err
}

// item makes the article of what was found. A saved page speaks for itself and
// was captured on the message's date; of a message, the header tells.
func (w *walker) item(h mail.Header) (*nutgraf.Item, error) {
	c := w.best
	item := &nutgraf.Item{Media: nutgraf.MediaHTML, Body: c.body, Charset: c.charset, URL: address(w.root, c.location, h.Get("Content-Location"))}
	at, err := h.Date()
	saved := w.root != "" || item.URL != ""
	switch {
	case saved && err == nil:
		item.Captured = at.UTC()
	case !saved:
		item.Given.Title = subject(h.Get("Subject"))
		if err == nil {
			item.Given.Date, item.Given.Source = at.Format(time.RFC3339), string(nutgraf.DateHeader)
		}
	}
	if c.rank == 1 {
		item.Media, item.Body, item.Charset = nutgraf.MediaText, inUTF8(c.body, c.charset), ""
	}
	if len(bytes.TrimSpace(item.Body)) == 0 {
		return nil, nutgraf.ErrEmpty
	}
	return item, nil
}

func address(candidates ...string) string {
	for _, c := range candidates {
		c = strings.Trim(c, "<> ")
		if strings.HasPrefix(c, "http://") || strings.HasPrefix(c, "https://") {
			return c
		}
	}
	return ""
}

// subject decodes a subject and takes the marks of answers and forwards off.
func subject(raw string) string {
	words := mime.WordDecoder{CharsetReader: charset.NewReaderLabel}
	s, err := words.DecodeHeader(raw)
	if err != nil {
		s = raw
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	for {
		mark, rest, ok := strings.Cut(s, ":")
		switch strings.ToLower(mark) {
		case "re", "fw", "fwd", "aw", "wg":
			if ok {
				s = strings.TrimSpace(rest)
				continue
			}
		}
		return s
	}
}

// inUTF8 brings plain text to UTF-8: a text item's bytes are its text.
func inUTF8(body []byte, label string) []byte {
	if label == "" || strings.EqualFold(label, "utf-8") || strings.EqualFold(label, "us-ascii") {
		return body
	}
	enc, _ := charset.Lookup(label)
	if enc == nil {
		return body
	}
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return body
	}
	return out
}
