package web

import (
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"nutgraf"
)

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
			s.refusal(r, errMethod).Send(w, r)
		case len(r.URL.RawQuery) > longestQuery || len(r.URL.EscapedPath()) > longestQuery:
			s.refusal(r, errTooLong).Send(w, r)
		case s.conf.Base != "" && r.URL.Path != s.conf.Base && !strings.HasPrefix(r.URL.Path, s.conf.Base+"/"):
			s.refusal(r, errNoPage).Send(w, r)
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
		a.Send(w, r)
	}
}
