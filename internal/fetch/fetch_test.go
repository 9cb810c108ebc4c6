package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"nutgraf"
	"nutgraf/internal/fetch"
	"nutgraf/internal/intake/warc"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const page = "<html><p>The quay is closed.</p></html>"

// site serves paths on the loopback address.
func site(t *testing.T, paths map[string]http.HandlerFunc) string {
	t.Helper()
	mux := http.NewServeMux()
	for path, h := range paths {
		mux.HandleFunc(path, h)
	}
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func fetcher(t *testing.T, o fetch.Options) *fetch.Fetcher {
	t.Helper()
	o.AllowPrivate = true
	if o.Delay == 0 {
		o.Delay = -1
	}
	f := fetch.New(o)
	t.Cleanup(f.Close)
	return f
}

func html(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = io.WriteString(w, body)
	}
}

func to(address string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, address, http.StatusFound) }
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

func TestGet(t *testing.T) {
	var agent atomic.Value
	base := site(t, map[string]http.HandlerFunc{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			agent.Store(r.UserAgent())
			w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
			w.Header().Set("ETag", `"x"`)
			w.Header().Set("X-Robots-Tag", "noai")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = io.WriteString(z, page)
			_ = z.Close()
		},
		"/moved": to("/a"),
	})
	f := fetcher(t, fetch.Options{Now: func() time.Time { return time.Date(2026, 3, 2, 8, 0, 0, 5, time.UTC) }})
	c, err := f.Get(t.Context(), base+"/moved#part", nil)
	if err != nil {
		t.Fatal(err)
	}
	want := &nutgraf.Item{
		ID: base + "/moved", Name: base + "/moved", URL: base + "/a", Media: nutgraf.MediaHTML, Body: []byte(page), Charset: "iso-8859-1", Derived: true,
		Captured: time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC), Web: &nutgraf.Web{ETag: `"x"`, Usage: []string{"x-robots-tag: noai"}},
	}
	if diff := cmp.Diff(want, c.Item()); diff != "" {
		t.Error(diff)
	}
	if got := agent.Load().(string); !strings.HasPrefix(got, "nutgraf/"+nutgraf.Version+" (+") {
		t.Errorf("user agent %q", got)
	}
	archived(t, c, base)
}

// archived writes the capture to an archive and reads it back.
func archived(t *testing.T, c *fetch.Capture, base string) {
	t.Helper()
	var b bytes.Buffer
	w, err := warc.NewWriter(&b, "test", c.At)
	for _, x := range c.Exchanges {
		err = errors.Join(err, w.Write(x))
	}
	if err != nil {
		t.Fatal(err)
	}
	z, err := gzip.NewReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for item, err := range warc.Items("x", z, 1<<20) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, item.URL+" "+string(item.Body))
	}
	want := []string{base + "/a " + page, "x: passed over: 1 warcinfo record, 1 answer of status 302, 2 request records"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefusals(t *testing.T) {
	base := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "User-agent: *\nDisallow: /private\n")
		},
		"/private": html(page), "/to-private": to("/private"), "/circle": to("/circle2"), "/circle2": to("/circle"),
		"/far": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/far?"+r.URL.RawQuery+"x", http.StatusFound)
		},
		"/ftp": to("ftp://a.example/"), "/gone": status(410), "/closed": status(403), "/broken": status(500),
		"/later": status(429, "Retry-After", "3600"), "/picture": status(200, "Content-Type", "image/png"),
		"/large": html(strings.Repeat("<p>quay", 1<<20)),
		"/slow": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for r.Context().Err() == nil {
				_, _ = io.WriteString(w, "<p>")
				w.(http.Flusher).Flush()
				time.Sleep(20 * time.Millisecond)
			}
		},
		"/bomb": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			_, _ = z.Write(make([]byte, 8<<20))
			_ = z.Close()
		},
		"/short": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Header().Set("Content-Length", "1000")
			_, _ = io.WriteString(w, page)
		},
		"/headers": func(w http.ResponseWriter, _ *http.Request) {
			for i := range 4000 {
				w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("a", 100))
			}
		},
	})
	f := fetcher(t, fetch.Options{Limit: 1 << 20, Timeout: time.Second})
	for _, c := range []struct {
		address string
		says    string
		kind    error
	}{
		{base + "/private", "robots.txt denies it", nutgraf.ErrForbidden},
		{base + "/to-private", "robots.txt denies it", nutgraf.ErrForbidden},
		{base + "/circle", "redirects in a circle", nutgraf.ErrFormat},
		{base + "/far", "over 10 redirects", nutgraf.ErrFormat},
		{base + "/ftp", "only http and https", nutgraf.ErrForbidden},
		{base + "/gone", "410 Gone", nutgraf.ErrNotFound},
		{base + "/closed", "403 Forbidden", nutgraf.ErrForbidden},
		{base + "/broken", "500 Internal Server Error", nil},
		{base + "/picture", "not a page", nutgraf.ErrFormat},
		{base + "/large", "over 1 MB", nutgraf.ErrTooLarge},
		{base + "/bomb", "over 1 MB", nutgraf.ErrTooLarge},
		{base + "/slow", "no whole answer within 1s", nil},
		{base + "/short", "broke off", nutgraf.ErrFormat},
		{base + "/headers", "no answer", nil},
		{"file:///etc/passwd", "only http and https are fetched", nutgraf.ErrForbidden},
		{"gopher://a.example/", "only http and https", nutgraf.ErrForbidden},
		{"http://user:pass@a.example/", "user name", nutgraf.ErrForbidden},
		{base + "/later", "come back in 1h0m0s", nutgraf.ErrForbidden},
		{base + "/gone", "come back in 1h0m0s", nutgraf.ErrForbidden}, // the host wants no request at all now
	} {
		got, err := f.Get(t.Context(), c.address, nil)
		if err == nil || !strings.Contains(err.Error(), c.says) || c.kind != nil && !errors.Is(err, c.kind) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, error %v; want %q", c.address, got, err, c.says)
		}
	}
}

func TestOnlyWhatHasChangedIsAskedFor(t *testing.T) {
	base := site(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == `"x"` && r.Header.Get("If-Modified-Since") == "Mon, 02 Mar 2026 08:00:00 GMT" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		html(page)(w, r)
	}})
	c, err := fetcher(t, fetch.Options{}).Get(t.Context(), base+"/a", &nutgraf.Web{ETag: `"x"`, Modified: "Mon, 02 Mar 2026 08:00:00 GMT"})
	if err != nil || !c.Unchanged {
		t.Errorf("%+v, error %v", c, err)
	}
}

func TestComingBackWhenAsked(t *testing.T) {
	var times atomic.Int32
	base := site(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		if times.Add(1) == 1 {
			status(503, "Retry-After", "1")(w, r)
			return
		}
		html(page)(w, r)
	}})
	begun := time.Now()
	c, err := fetcher(t, fetch.Options{}).Get(t.Context(), base+"/a", nil)
	if err != nil || string(c.Body) != page || time.Since(begun) < 900*time.Millisecond {
		t.Errorf("%+v, error %v after %s", c, err, time.Since(begun))
	}
}

func TestPoliteness(t *testing.T) {
	var mu sync.Mutex
	var now, most, robots int
	base := site(t, map[string]http.HandlerFunc{
		"/robots.txt": func(http.ResponseWriter, *http.Request) { mu.Lock(); robots++; mu.Unlock() },
		"/a": func(w http.ResponseWriter, r *http.Request) {
			mu.Lock()
			now++
			most = max(most, now)
			mu.Unlock()
			time.Sleep(50 * time.Millisecond)
			mu.Lock()
			now--
			mu.Unlock()
			html(page)(w, r)
		},
	})
	f, begun := fetcher(t, fetch.Options{Delay: 30 * time.Millisecond}), time.Now()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if _, err := f.Get(context.Background(), base+"/a", nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if most > 2 || robots != 1 || time.Since(begun) < 8*30*time.Millisecond {
		t.Errorf("%d at once, robots.txt %d times, %s", most, robots, time.Since(begun))
	}
}

func TestRobotsThatCannotBeHad(t *testing.T) {
	for code, allowed := range map[int]bool{200: true, 404: true, 403: true, 429: false, 500: false, 503: false} {
		base := site(t, map[string]http.HandlerFunc{"/robots.txt": status(code), "/a": html(page)})
		_, err := fetcher(t, fetch.Options{}).Get(t.Context(), base+"/a", nil)
		if (err == nil) != allowed {
			t.Errorf("robots.txt with status %d: %v", code, err)
		}
	}
	huge := "User-agent: *\nDisallow: /a\n" + strings.Repeat("# quay\n", 200_000)
	base := site(t, map[string]http.HandlerFunc{"/robots.txt": func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, huge) }, "/a": html(page)})
	if _, err := fetcher(t, fetch.Options{}).Get(t.Context(), base+"/a", nil); !errors.Is(err, nutgraf.ErrForbidden) {
		t.Errorf("a robots.txt over the limit: %v", err)
	}
}

func TestPrivateAddressesAreNotFetched(t *testing.T) {
	asked := false
	base := site(t, map[string]http.HandlerFunc{"/": func(http.ResponseWriter, *http.Request) { asked = true }})
	f := fetch.New(fetch.Options{Delay: -1, Timeout: 5 * time.Second})
	t.Cleanup(f.Close)
	port := base[strings.LastIndex(base, ":"):]
	for _, address := range []string{base + "/a", "http://localhost" + port + "/", "http://[::1]" + port, "http://0.0.0.0" + port, "http://[::ffff:127.0.0.1]" + port} {
		if _, err := f.Get(t.Context(), address, nil); err == nil || asked {
			t.Errorf("%s was fetched", address)
		} else if !strings.Contains(err.Error(), "private or special address") {
			t.Errorf("%s: %v", address, err)
		}
	}
}

func TestCertificates(t *testing.T) {
	s := httptest.NewUnstartedServer(html(page))
	s.Config.ErrorLog = nil
	s.StartTLS()
	t.Cleanup(s.Close)
	_, err := fetcher(t, fetch.Options{}).Get(t.Context(), s.URL, nil)
	if !errors.Is(err, nutgraf.ErrForbidden) || !strings.Contains(err.Error(), "its issuer is not known") {
		t.Errorf("an unknown issuer: %v", err)
	}
	roots := s.Client().Transport.(*http.Transport).TLSClientConfig
	if _, err := fetcher(t, fetch.Options{Roots: &tls.Config{RootCAs: roots.RootCAs}}).Get(t.Context(), s.URL, nil); err != nil {
		t.Errorf("a known issuer: %v", err)
	}
	plain := site(t, map[string]http.HandlerFunc{"/": html(page)})
	if _, err := fetcher(t, fetch.Options{}).Get(t.Context(), strings.Replace(plain, "http:", "https:", 1), nil); err == nil {
		t.Error("no error for a server without TLS")
	}
}
