// Package gate stands before all surfaces of a server. It lets in whom the owner
// allows, refuses what other sites send, and counts and logs requests. It knows
// no page and no article.
package gate

import (
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"nutgraf/internal/caller"
	"nutgraf/internal/reply"
)

// Config is how a server is kept. The zero value lets everybody in.
type Config struct {
	Base   string   // path under which the pages stand, without a slash at its end
	Hosts  []string // names under which the server may be asked; any when empty
	Secret string   // what readers give as password and programs as token; none when empty
	Token  string   // what programs that may write give; it opens all that the secret opens
	Public bool     // everybody may read; the secret opens only what is for the owner
	Local  bool     // it is reached from this machine alone, so that nothing is kept from anybody
	Log    *slog.Logger
	Now    func() time.Time // time.Now when nil
}

// Handler keeps a server.
func Handler(next http.Handler, m *Meter, c Config) http.Handler {
	if c.Now == nil {
		c.Now = time.Now
	}
	k := &keeper{Config: c, meter: m}
	mux := http.NewServeMux()
	mux.Handle("GET "+c.Base+"/metrics", k.owner(m.handler()))
	mux.Handle("GET "+c.Base+"/healthz", next)
	mux.Handle("/", k.reader(next))
	foreign := http.NewCrossOriginProtection()
	foreign.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		k.refuse(w, r, http.StatusForbidden, "pages of other sites may not ask this here; a proxy has to pass the Host header on, with its port")
	}))
	return k.noted(k.named(foreign.Handler(mux)))
}

type keeper struct {
	Config
	meter *Meter
	known sync.Map // the kinds of page that were answered well
}

// named refuses names that are not the server's own: a page of another site
// may have made its name lead here (DNS rebinding).
func (k *keeper) named(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !k.mine(r.Host) && r.URL.Path != k.Base+"/healthz" { // who watches over servers asks by number
			k.refuse(w, r, http.StatusMisdirectedRequest, "this server does not answer to the name it was asked under; its owner can list names with --host or --site")
			return
		}
		next.ServeHTTP(w, r)
	})
}

func (k *keeper) mine(host string) bool {
	if len(k.Hosts) == 0 {
		return true
	}
	name := caller.Name(host)
	if k.Local && (name == "localhost" || net.ParseIP(name).IsLoopback()) {
		return true
	}
	for _, own := range k.Hosts {
		if strings.EqualFold(own, name) {
			return true
		}
	}
	return false
}

// reader lets in who may read.
func (k *keeper) reader(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if k.Secret != "" && !k.Public && !k.shown(r) {
			k.ask(w, r)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// owner lets in the owner alone.
func (k *keeper) owner(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case k.Secret != "" && !k.shown(r):
			k.ask(w, r)
		case k.Secret == "" && !k.Local:
			k.refuse(w, r, http.StatusNotFound, "nothing is held here")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (k *keeper) ask(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("WWW-Authenticate", `Basic realm="nutgraf", charset="UTF-8"`)
	k.refuse(w, r, http.StatusUnauthorized, "the password of this newsroom is wanted; programs send it as a bearer token")
}

// shown reports whether a request carries the secret, as a password under any
// name or as a bearer token.
func (k *keeper) shown(r *http.Request) bool {
	given, ok := caller.Token(r)
	if !ok {
		_, given, _ = r.BasicAuth()
	}
	return caller.Same(given, k.Secret) || k.Token != "" && caller.Same(given, k.Token)
}

// refuse says why not, in plain words, to programs as they are told of all that
// goes wrong.
func (k *keeper) refuse(w http.ResponseWriter, r *http.Request, status int, words string) {
	h := w.Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	body := []byte(words + "\n")
	if strings.HasPrefix(r.URL.Path, k.Base+"/api/") {
		h.Set("Content-Type", reply.ProblemMedia)
		body = reply.NewProblem(status, words).JSON()
	}
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that has gone is no error of ours
}

// noted counts a request and logs it.
func (k *keeper) noted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := k.Now()
		seen := &witness{ResponseWriter: w}
		next.ServeHTTP(seen, r)
		took := k.Now().Sub(begun)
		k.meter.request(k.page(r, seen.code()), r.Method, seen.code(), took)
		if k.Log != nil {
			k.Log.LogAttrs(r.Context(), slog.LevelInfo, "request",
				slog.String("method", r.Method), slog.String("path", r.URL.Path), slog.Int("status", seen.code()),
				slog.Int64("bytes", seen.bytes), slog.Duration("took", took), slog.String("from", r.RemoteAddr))
		}
	})
}

// page names the kind of page asked for. Only where a page stands is anything
// answered well: an address whose kind never was has none, so that those who make
// addresses up make no new series.
func (k *keeper) page(r *http.Request, status int) string {
	kind, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimPrefix(r.URL.Path, k.Base), "/"), "/")
	if kind == "" {
		kind = "front"
	}
	if status < http.StatusMultipleChoices || status == http.StatusNotModified {
		k.known.Store(kind, true)
	} else if _, known := k.known.Load(kind); !known {
		return "none"
	}
	return kind
}

// witness remembers what was answered.
type witness struct {
	http.ResponseWriter
	status int
	bytes  int64
}

func (w *witness) code() int {
	if w.status == 0 {
		return http.StatusOK
	}
	return w.status
}

// WriteHeader notes the status.
func (w *witness) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write notes how much was sent.
func (w *witness) Write(b []byte) (int, error) {
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection, which streams need.
func (w *witness) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Flush sends what is written so far.
func (w *witness) Flush() {
	_ = http.NewResponseController(w.ResponseWriter).Flush() // a writer that cannot is one that need not
}
