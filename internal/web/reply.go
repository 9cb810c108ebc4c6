package web

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"

	"nutgraf"
)

// reply is an answer before it is sent.
type reply struct {
	status  int // 200 when 0
	media   string
	body    []byte
	headers map[string]string
	cookie  *http.Cookie
	lasting bool // may be kept by the browser without asking again
	plain   bool // not to be compressed or tagged
}

var (
	errNoPage  = fmt.Errorf("%w: no page stands at this address", nutgraf.ErrNotFound)
	errMethod  = errors.New("only reading is possible here")
	errTooLong = errors.New("the address is too long")
)

const html = "text/html; charset=utf-8"

// policy allows what our own files need and nothing else: no inline script or
// style, no other host.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

const longestQuery = 2000

// guard sets what every answer carries, and refuses what no page takes.
func (s *site) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		allowed := "GET, HEAD"
		if r.URL.Path == s.conf.Base+"/check" {
			allowed = "GET, HEAD, POST"
		}
		switch {
		case !slices.Contains(strings.Split(allowed, ", "), r.Method):
			h.Set("Allow", allowed)
			s.send(w, r, s.refusal(r, errMethod))
		case len(r.URL.RawQuery) > longestQuery || len(r.URL.EscapedPath()) > longestQuery:
			s.send(w, r, s.refusal(r, errTooLong))
		case s.conf.Base != "" && r.URL.Path != s.conf.Base && !strings.HasPrefix(r.URL.Path, s.conf.Base+"/"):
			s.send(w, r, s.refusal(r, errNoPage))
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// answer turns a view into a handler.
func (s *site) answer(v view) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a, err := v(r)
		if err != nil {
			if r.Context().Err() != nil {
				return // the reader has gone
			}
			a = s.refusal(r, err)
		}
		s.send(w, r, a)
	}
}

// send writes a reply, compressed and tagged, or tells that nothing has changed.
func (s *site) send(w http.ResponseWriter, r *http.Request, a *reply) {
	h := w.Header()
	for k, v := range a.headers {
		h.Set(k, v)
	}
	if a.cookie != nil {
		http.SetCookie(w, a.cookie)
	}
	h.Set("Content-Type", a.media)
	h.Set("Cache-Control", "no-cache")
	if a.lasting {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	status := a.status
	if status == 0 {
		status = http.StatusOK
	}
	body := a.body
	if !a.plain && status == http.StatusOK {
		tag := tagOf(body)
		h.Set("ETag", tag)
		if matches(r.Header.Get("If-None-Match"), tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Add("Vary", "Accept-Encoding")
	if !a.plain && len(body) > 1400 && accepts(r, "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = squeeze(body)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // a reader who has gone is no error of ours
	}
}

func tagOf(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

func matches(header, tag string) bool {
	for one := range strings.SplitSeq(header, ",") {
		if one = strings.TrimSpace(one); one == tag || one == "*" || one == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

func accepts(r *http.Request, coding string) bool {
	for one := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
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
