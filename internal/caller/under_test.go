package caller

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestUnder(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Got", r.URL.Path) })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.Header().Set("Got", r.URL.Path) })
	for _, c := range []struct{ base, root, path, got, to string }{
		{"", "/", "/", "/", ""},
		{"/news", "/", "/news/", "/", ""},
		{"/news", "/", "/news/a?b=c", "/a", ""},
		{"/news", "/", "/news?b=c", "", "/news/?b=c"},
		{"/news", "/api/", "/news/api", "", "/news/api/"},
		{"/news", "/api/", "/news/api/x", "/api/x", ""},
	} {
		w := httptest.NewRecorder()
		Under(c.base, c.root, mux).ServeHTTP(w, httptest.NewRequest("GET", c.path, nil))
		if got, to := w.Header().Get("Got"), w.Header().Get("Location"); got != c.got || to != c.to {
			t.Errorf("%s beneath %q: got %q, led to %q", c.path, c.base, got, to)
		}
	}
}
