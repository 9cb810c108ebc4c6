package web_test

import (
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"

	"nutgraf/internal/web"
)

// Whatever a reader asks for, the answer is a page with a sensible status.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"/", "/story/s1", "/article/bell?t=30,116", "/article/bell?t=-1,9999999999999999999999", "/search?q=%00", "/search?q=\"", "/?from=0000-00-00", "/name/%2e%2e", "/static/%2e%2e/x", "//x", "/article/bell/pane?t=,", "/?page=1e9", "/saga/%ff"} {
		f.Add(s)
	}
	h := web.Handler(newFakeDesk(f), web.Config{Now: now})
	f.Fuzz(func(t *testing.T, target string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || u.Host != "" || !strings.HasPrefix(target, "/") {
			return
		}
		r := httptest.NewRequest("GET", "/", nil)
		r.URL = u
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Errorf("GET %q: status %d", target, w.Code)
		}
		if strings.Contains(w.Body.String(), "<script>") && !strings.HasPrefix(w.Header().Get("Content-Type"), "text/plain") {
			t.Errorf("GET %q: the page holds a script", target)
		}
	})
}

func TestManyReadersAtOnce(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	want := ask(h, "GET", "/story/s1").Body.String()
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			for range 5 {
				if got := ask(h, "GET", "/story/s1").Body.String(); got != want {
					t.Error("two readers see different pages")
				}
			}
		})
	}
	all.Wait()
}
