package warc

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
)

// Exchange is one request and its answer, as they are kept in an archive.
type Exchange struct {
	URL     string
	At      time.Time
	Address string // the server's IP address; empty when not known
	Request []byte // request line and header, with the blank line
	Head    []byte // status line and header, with the blank line
	Body    []byte // as it came, content coding included
}

// Writer writes archives of WARC 1.1, each record packed with gzip for itself,
// as replay tools want it.
type Writer struct {
	w    io.Writer
	info string // the id of the warcinfo record
}

// NewWriter begins an archive with a warcinfo record that names the software.
func NewWriter(w io.Writer, software string, at time.Time) (*Writer, error) {
	out := &Writer{w: w, info: newID()}
	body := fmt.Appendf(nil, "software: %s\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n", software)
	return out, out.record([][2]string{
		{"WARC-Type", "warcinfo"},
		{"WARC-Record-ID", out.info},
		{"WARC-Date", stamp(at)},
		{"Content-Type", "application/warc-fields"},
	}, body)
}

// Write keeps an exchange: its answer, then its request.
func (w *Writer) Write(x *Exchange) error {
	answer := newID()
	common := func(kind, id, media string) [][2]string {
		h := [][2]string{
			{"WARC-Type", kind},
			{"WARC-Record-ID", id},
			{"WARC-Date", stamp(x.At)},
			{"WARC-Target-URI", x.URL},
			{"WARC-Warcinfo-ID", w.info},
			{"Content-Type", media},
		}
		if x.Address != "" {
			h = append(h, [2]string{"WARC-IP-Address", x.Address})
		}
		return h
	}
	header := append(common("response", answer, "application/http;msgtype=response"), [2]string{"WARC-Payload-Digest", digest(x.Body)})
	if err := w.record(header, append(bytes.Clone(x.Head), x.Body...)); err != nil {
		return err
	}
	header = append(common("request", newID(), "application/http;msgtype=request"), [2]string{"WARC-Concurrent-To", answer})
	return w.record(header, x.Request)
}

func (w *Writer) record(header [][2]string, block []byte) error {
	z := gzip.NewWriter(w.w)
	var b bytes.Buffer
	b.WriteString("WARC/1.1\r\n")
	for _, h := range header {
		fmt.Fprintf(&b, "%s: %s\r\n", h[0], h[1])
	}
	fmt.Fprintf(&b, "WARC-Block-Digest: %s\r\nContent-Length: %d\r\n\r\n", digest(block), len(block))
	for _, part := range [][]byte{b.Bytes(), block, []byte("\r\n\r\n")} {
		if _, err := z.Write(part); err != nil {
			return fmt.Errorf("write archive: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write archive: %w", err)
	}
	return nil
}

// digest is the digest of bytes as archives name it.
func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + base32.StdEncoding.EncodeToString(sum[:])
}

func stamp(at time.Time) string { return at.UTC().Format("2006-01-02T15:04:05Z") }

// newID is a random UUID (RFC 9562, version 4) as a record's id.
func newID() string {
	var u [16]byte
	_, _ = rand.Read(u[:]) // it never fails: crypto/rand ends the program instead
	u[6], u[8] = u[6]&0x0f|0x40, u[8]&0x3f|0x80
	return fmt.Sprintf("<urn:uuid:%x-%x-%x-%x-%x>", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}
