package api

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/caller"
	"nutgraf/internal/reply"
)

const jsonMedia = "application/json"

// answered is a value as JSON.
func answered(v any) (*reply.Reply, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return &reply.Reply{Media: jsonMedia, Body: b.Bytes()}, nil
}

// failure is an error with the status it is to be answered by.
type failure struct {
	status int
	detail string
}

func (f *failure) Error() string { return f.detail }

const (
	longestQuery = 2000 // bytes of a query or a path
	largestBody  = 8 << 20
)

// guard sets what every answer carries, and refuses what no route takes.
func (s *server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-cache")
		switch {
		case len(r.URL.RawQuery) > longestQuery || len(r.URL.EscapedPath()) > longestQuery:
			s.refuse(w, r, &failure{http.StatusRequestURITooLong, "the address is too long"})
		case caller.Foreign(r, s.conf.Site):
			s.refuse(w, r, &failure{http.StatusForbidden, "pages of other sites may not ask here"})
		case s.conf.Base != "" && !strings.HasPrefix(r.URL.Path, s.conf.Base+"/"):
			s.nothing(w, r)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// answer turns a route into a handler.
func (s *server) answer(rt route) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := s.admits(r, rt); err != nil {
			if errors.Is(err, errNoToken) {
				w.Header().Set("WWW-Authenticate", `Bearer realm="nutgraf"`)
			}
			s.refuse(w, r, err)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, largestBody)
		a, err := rt.view(r)
		switch {
		case err == nil:
			a.Send(w, r)
		case r.Context().Err() == nil: // else the reader has gone
			s.refuse(w, r, err)
		}
	}
}

// admits refuses what a route does not take: writing without leave, parameters
// that it does not have.
func (s *server) admits(r *http.Request, rt route) error {
	switch {
	case rt.keeps:
		return s.allowed(r)
	case rt.method == http.MethodGet:
		return known(r, rt)
	}
	return nil
}

// known refuses parameters that the route does not have: one that is misspelt
// must not look as if it filtered.
func known(r *http.Request, rt route) error {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return fmt.Errorf("%w: the query of the address cannot be read", nutgraf.ErrUsage)
	}
	var names []string
	for _, p := range rt.params {
		names = append(names, p.name)
		if p.required && q.Get(p.name) == "" {
			return fmt.Errorf("%w: the parameter %s is missing: %s", nutgraf.ErrUsage, p.name, p.short)
		}
	}
	for name := range q {
		if !slices.Contains(names, name) {
			return fmt.Errorf("%w: no parameter %q here; there are: %s", nutgraf.ErrUsage, name, strings.Join(append(names, "no others"), ", "))
		}
	}
	return nil
}

var (
	errNoToken  = &failure{http.StatusUnauthorized, "writing asks for a token: Authorization: Bearer TOKEN"}
	errReadOnly = &failure{http.StatusForbidden, "writing is switched off here"}
)

// allowed reports whether a request may write.
func (s *server) allowed(r *http.Request) error {
	if s.conf.Token == "" {
		return errReadOnly
	}
	if !caller.Shows(r, s.conf.Token) {
		return errNoToken
	}
	return nil
}

func (s *server) otherMethod(allowed []string) http.HandlerFunc {
	list := strings.Join(append(slices.Clone(allowed), http.MethodOptions), ", ")
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Allow", list)
		if r.Method == http.MethodOptions {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		s.refuse(w, r, &failure{http.StatusMethodNotAllowed, "this address answers " + list})
	}
}

func (s *server) nothing(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, &failure{http.StatusNotFound, "nothing stands at this address; see " + s.conf.Base + Prefix + "/openapi.json"})
}

// refuse answers an error. What went wrong inside is logged, not shown.
func (s *server) refuse(w http.ResponseWriter, r *http.Request, err error) {
	status, detail := http.StatusInternalServerError, "something went wrong; it has been noted"
	var f *failure
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &f):
		status, detail = f.status, f.detail
	case errors.As(err, &large):
		status, detail = http.StatusRequestEntityTooLarge, fmt.Sprintf("at most %d bytes are taken", large.Limit)
	case errors.Is(err, nutgraf.ErrNotFound):
		status, detail = http.StatusNotFound, "nothing is held under this id or name"
	case errors.Is(err, nutgraf.ErrUsage):
		status, detail = http.StatusBadRequest, strings.TrimPrefix(err.Error(), nutgraf.ErrUsage.Error()+": ")
	case errors.Is(err, nutgraf.ErrForbidden):
		status, detail = http.StatusForbidden, "the database may not be written"
	case errors.Is(err, nutgraf.ErrLocked):
		status, detail = http.StatusServiceUnavailable, "the database is in use by another program; try again"
		w.Header().Set("Retry-After", "2")
	default:
		s.conf.Log.Error("api failed", "path", r.URL.Path, "error", err)
	}
	reply.NewProblem(status, detail).Reply().Send(w, r)
}
