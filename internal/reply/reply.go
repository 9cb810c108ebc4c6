// Package reply is an HTTP answer as a value: made first, then sent, so that it
// can be tagged, compressed and kept for the next who asks. It knows no page and
// no article.
package reply

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// Reply is an answer before it is sent.
type Reply struct {
	Status  int // 200 when 0
	Media   string
	Body    []byte
	Headers map[string]string
	Lasting bool // may be kept by the browser without asking again
	Plain   bool // neither compressed nor tagged

	ready    sync.Once
	tag      string
	squeezed []byte // nil when it is not worth it
}

// Text is a reply of plain words.
func Text(words string) *Reply {
	return &Reply{Media: "text/plain; charset=utf-8", Body: []byte(words), Plain: true}
}

// Moved is a reply that leads to another address.
func Moved(to, words string) *Reply {
	a := Text(words)
	a.Status, a.Headers = http.StatusMovedPermanently, map[string]string{"Location": to}
	return a
}

// shortest is how many bytes are worth compressing: what does not fit one packet.
const shortest = 1400

// prepare tags and compresses a reply, once.
func (a *Reply) prepare() {
	a.ready.Do(func() {
		if a.Status == 0 {
			a.Status = http.StatusOK
		}
		if a.Plain {
			return
		}
		if a.Status == http.StatusOK {
			sum := sha256.Sum256(a.Body)
			a.tag = `W/"` + hex.EncodeToString(sum[:12]) + `"`
		}
		if len(a.Body) > shortest {
			a.squeezed = squeeze(a.Body)
		}
	})
}

// Send writes a reply, compressed where the reader takes that, or tells that
// nothing has changed (RFC 9110, 13.1.2). It may be sent to many at once.
func (a *Reply) Send(w http.ResponseWriter, r *http.Request) {
	a.prepare()
	h := w.Header()
	for k, v := range a.Headers {
		h.Set(k, v)
	}
	if a.Status == http.StatusNoContent {
		w.WriteHeader(a.Status)
		return
	}
	h.Set("Content-Type", a.Media)
	h.Set("Cache-Control", "no-cache")
	if a.Lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Add("Vary", "Accept-Encoding")
	if a.tag != "" {
		h.Set("ETag", a.tag)
		if matches(r.Header.Get("If-None-Match"), a.tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	body := a.Body
	if a.squeezed != nil && accepts(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = a.squeezed
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(a.Status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who has gone is no error of ours
	}
}

// size is about how many bytes keeping a reply takes.
func (a *Reply) size() int { return len(a.Body) + len(a.squeezed) + 512 }

// matches compares weakly, as If-None-Match asks.
func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

func accepts(header, coding string) bool {
	for one := range strings.SplitSeq(header, ",") {
		name, q, _ := strings.Cut(strings.TrimSpace(one), ";")
		if strings.TrimSpace(name) == coding && strings.TrimSpace(q) != "q=0" {
			return true
		}
	}
	return false
}

var squeezers = sync.Pool{New: func() any {
	w, _ := gzip.NewWriterLevel(nil, 4) // the level is one that exists
	return w
}}

func squeeze(body []byte) []byte {
	var out bytes.Buffer
	out.Grow(len(body) / 3)
	w := squeezers.Get().(*gzip.Writer)
	defer squeezers.Put(w)
	w.Reset(&out)
	_, _ = w.Write(body) // writing to memory does not fail
	_ = w.Close()
	return out.Bytes()
}
