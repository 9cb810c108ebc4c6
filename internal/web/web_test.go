package web_test

import (
	"compress/gzip"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/web"
)

func TestPages(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	for _, c := range []struct {
		path   string
		status int
		says   []string
	}{
		{"/", 200, []string{"Bridge closes for the winter", "3 reports", "2 differences", "1 date warning", "<svg class=\"sparkline\""}},
		{"/?outlet=Nobody", 200, []string{"No story held fits", "<title>Stories reported by Nobody · nutgraf</title>"}},
		{"/?from=yesterday", 400, []string{"is no date"}},
		{"/?page=0", 400, []string{"no page number"}},
		{"/?page=99999999999999999999", 400, []string{"no page number"}},
		{"/story/s1", 200, []string{"Where reports differ", "On this page"}},
		{"/story/nope", 404, []string{"Nothing is held here"}},
		{"/story/s1/as/json", 200, []string{`"schema":"nutgraf/1"`}},
		{"/story/s1/as/md", 200, []string{"Bridge closes for the winter"}},
		{"/story/s1/as/text", 200, []string{"WHERE REPORTS DIFFER"}},
		{"/story/s1/as/html", 200, []string{"<style>", "The reports’ text"}},
		{"/story/s1/as/xlsx", 404, []string{"Nothing is held here"}},
		{"/article/bell", 200, []string{"<title>Bridge closes for the winter · The Bell Harbour Post · nutgraf</title>", "Quotations", "Ana Rook", `<span class="verb">told</span>`, "the only witness"}},
		{"/article/bell?t=30,116", 200, []string{`<a id="t"></a><mark>The swing bridge`}},
		{"/article/bell?t=30,999999", 200, []string{"do not lie within the text held"}},
		{"/article/bell?t=-1,4", 200, []string{"do not lie within the text held"}},
		{"/article/bell?t=abc", 200, []string{"do not lie within the text held"}},
		{"/article/nope", 404, []string{"Nothing is held here"}},
		{"/article/bell/pane?t=30,116", 200, []string{"data-copy=", "<mark>The swing bridge"}},
		{"/article/bell/source", 200, []string{"<script>alert(1)</script>"}},
		{"/name/Ana%20Rook", 200, []string{"Said by Ana Rook", "We looked at every other way", "Said by others about Ana Rook", "Stories that name"}},
		{"/name/Nobody", 404, []string{"Nothing is held here"}},
		{"/outlet/Ferry%20Lane%20News", 200, []string{"Its reports"}},
		{"/outlet/Nobody", 404, []string{"Nothing is held here"}},
		{"/saga/g1", 200, []string{"A saga", "Bridge closes for the winter"}},
		{"/saga/nope", 404, []string{"Nothing is held here"}},
		{"/search", 200, []string{"How to ask"}},
		{"/check", 200, []string{"Paste a draft", `method="post"`}},
		{"/search?q=drivers", 200, []string{"<mark>drivers</mark>"}},
		{"/search?q=nowhere", 200, []string{"No passage was found for"}},
		{"/search?q=before:soon", 400, []string{"is no date such as"}},
		{"/about", 200, []string{"What every finding carries", "3 articles"}},
		{"/healthz", 200, []string{"ok"}},
		{"/static/style.css", 200, []string{"--accent"}},
		{"/static/nope.css", 404, nil},
		{"/static/..%2fweb.go", 404, nil},
		{"/nowhere", 404, []string{"Nothing is held here"}},
	} {
		w := ask(h, http.MethodGet, c.path)
		if w.Code != c.status {
			t.Errorf("GET %s: status %d, want %d", c.path, w.Code, c.status)
		}
		for _, s := range c.says {
			if !strings.Contains(w.Body.String(), s) {
				t.Errorf("GET %s does not say %q", c.path, s)
			}
		}
	}
}

func TestOldAddressLeadsToTheNewOne(t *testing.T) {
	w := ask(web.Handler(newFakeDesk(t), web.Config{Base: "/news/"}), http.MethodGet, "/news/story/old")
	if w.Code != http.StatusMovedPermanently || w.Header().Get("Location") != "/news/story/s1" {
		t.Errorf("status %d to %q", w.Code, w.Header().Get("Location"))
	}
}

func TestOnlyReading(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	for _, m := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"} {
		w := ask(h, m, "/story/s1")
		if w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: status %d, Allow %q", m, w.Code, w.Header().Get("Allow"))
		}
	}
	get, head := ask(h, "GET", "/story/s1"), ask(h, "HEAD", "/story/s1")
	if head.Code != 200 || head.Body.Len() != 0 || head.Header().Get("Content-Length") != get.Header().Get("Content-Length") {
		t.Errorf("HEAD: status %d, %d bytes, length %s", head.Code, head.Body.Len(), head.Header().Get("Content-Length"))
	}
}

func TestHeaders(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	for _, path := range []string{"/", "/story/s1", "/article/bell", "/nowhere", "/static/page.js"} {
		head := ask(h, "GET", path).Header()
		policy := head.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
		if head.Get("X-Content-Type-Options") != "nosniff" || head.Get("Referrer-Policy") != "no-referrer" {
			t.Errorf("%s: headers %v", path, head)
		}
	}
	if p := ask(h, "GET", "/article/bell/source").Header(); !strings.Contains(p.Get("Content-Security-Policy"), "sandbox") || !strings.HasPrefix(p.Get("Content-Type"), "text/plain") {
		t.Errorf("a capture is served as %v", p)
	}
}

// Neither style nor script stands in a page, and nothing is asked of others.
func TestPagesKeepToTheirPolicy(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	inline := regexp.MustCompile(`(?i)<style|<script[^>]*>[^<]|\sstyle="|\son[a-z]+="|src="(https?:)?//|<link[^>]*href="(https?:)?//|<iframe|<object|<embed`)
	for _, path := range []string{"/", "/story/s1", "/article/bell?t=1,5", "/search?q=bridge", "/check", "/about", "/saga/g1", "/name/Ana%20Rook", "/outlet/Ferry%20Lane%20News", "/nowhere"} {
		if m := inline.FindString(ask(h, "GET", path).Body.String()); m != "" {
			t.Errorf("%s holds %q", path, m)
		}
	}
}

func TestUnchangedPagesAreNotSentAgain(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	tag := ask(h, "GET", "/story/s1").Header().Get("ETag")
	if w := ask(h, "GET", "/story/s1", "If-None-Match", `"x", `+tag); w.Code != http.StatusNotModified || w.Body.Len() != 0 {
		t.Errorf("status %d with %d bytes", w.Code, w.Body.Len())
	}
	if w := ask(h, "GET", "/story/s1", "If-None-Match", `"x"`); w.Code != 200 {
		t.Errorf("status %d", w.Code)
	}
}

func TestPagesAreCompressed(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	plain, packed := ask(h, "GET", "/story/s1"), ask(h, "GET", "/story/s1", "Accept-Encoding", "br;q=0.1, gzip")
	if packed.Header().Get("Content-Encoding") != "gzip" || packed.Body.Len() >= plain.Body.Len()/2 {
		t.Fatalf("encoding %q, %d of %d bytes", packed.Header().Get("Content-Encoding"), packed.Body.Len(), plain.Body.Len())
	}
	r, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	if body, err := io.ReadAll(r); err != nil || string(body) != plain.Body.String() {
		t.Errorf("unpacked page differs: %v", err)
	}
	if w := ask(h, "GET", "/story/s1", "Accept-Encoding", "gzip;q=0"); w.Header().Get("Content-Encoding") != "" {
		t.Error("compressed for a reader who refuses it")
	}
}

func TestTooLong(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{})
	for _, path := range []string{"/search?q=" + strings.Repeat("a", 3000), "/story/" + strings.Repeat("a", 3000)} {
		if w := ask(h, "GET", path); w.Code != http.StatusRequestURITooLong {
			t.Errorf("status %d for %d bytes", w.Code, len(path))
		}
	}
}

func TestErrorsTellNothingOfTheInside(t *testing.T) {
	d := newFakeDesk(t)
	d.fail = errors.New("open /secret/place: permission denied")
	w := ask(web.Handler(d, web.Config{}), "GET", "/story/s1")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("status %d: %s", w.Code, w.Body)
	}
	d.fail = nutgraf.ErrLocked
	if w := ask(web.Handler(d, web.Config{}), "GET", "/"); w.Code != http.StatusServiceUnavailable {
		t.Errorf("status %d", w.Code)
	}
}

// Ids may be addresses: everything in them reaches the desk unharmed.
// A page whose reports cannot be read is not shown, and not kept, without what
// rests on them.
func TestPagesAreWholeOrNotShown(t *testing.T) {
	d := newFakeDesk(t)
	h := web.Handler(d, web.Config{Log: slog.New(slog.DiscardHandler)})
	d.lost = nutgraf.ErrLocked
	for _, path := range []string{"/story/s1", "/search?q=bridge"} {
		if w := ask(h, "GET", path); w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s without documents: status %d", path, w.Code)
		}
	}
	d.lost = nil
	for _, path := range []string{"/story/s1", "/search?q=bridge"} {
		if w := ask(h, "GET", path); w.Code != http.StatusOK {
			t.Errorf("%s with documents again: status %d", path, w.Code)
		}
	}
}

// Subheads stand right under the headline on a page of their own, and under the pane's
// headline beside a story.
func TestSubheadsStandUnderTheirHeadline(t *testing.T) {
	d := newFakeDesk(t)
	doc := *d.Docs["bell"]
	doc.Blocks = slices.Clone(doc.Blocks)
	for i := range doc.Blocks {
		if doc.Blocks[i].Kind == nutgraf.Paragraph {
			doc.Blocks[i].Kind = nutgraf.Subhead
			break
		}
	}
	d.Docs["bell"] = &doc
	for path, tag := range map[string]string{"/article/bell": "<h2>", "/article/bell/pane": "<h3>"} {
		_, text, _ := strings.Cut(ask(web.Handler(d, web.Config{}), http.MethodGet, path).Body.String(), `<div class="text">`)
		text, _, _ = strings.Cut(text, "</div>")
		if strings.Count(text, "<h") != 1 || !strings.Contains(text, tag) {
			t.Errorf("GET %s: its subhead is no %s", path, tag)
		}
	}
}

func TestOddIDs(t *testing.T) {
	d := newFakeDesk(t)
	for _, id := range []string{"https://a.example/x?y=1&z=2#f", "a b", "ü/ß", "100%", "a//b", `<b>"`} {
		doc := *d.Docs["bell"]
		doc.ID = id
		d.Docs[id] = &doc
		path := "/article/" + url.PathEscape(id)
		if w := ask(web.Handler(d, web.Config{}), "GET", path); w.Code != 200 {
			t.Errorf("GET %s: status %d", path, w.Code)
		}
	}
}

func TestUnderAnotherBase(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Base: "/news"})
	w := ask(h, "GET", "/news/story/s1")
	if w.Code != 200 || regexp.MustCompile(`(href|action|src)="/(?:$|[^n])`).MatchString(w.Body.String()) {
		t.Errorf("status %d; a link leaves the base: %v", w.Code, regexp.MustCompile(`(href|action|src)="/(?:$|[^n])[^"]*`).FindString(w.Body.String()))
	}
	if w := ask(h, "GET", "/story/s1"); w.Code != 404 {
		t.Errorf("outside the base: status %d", w.Code)
	}
}

func TestNewSinceTheLastVisit(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	first := ask(h, "GET", "/")
	if strings.Contains(first.Body.String(), `class="new"`) || first.Header().Get("Set-Cookie") == "" {
		t.Error("a first visit marks stories as new, or leaves no cookie")
	}
	w := ask(h, "GET", "/", "Cookie", "visit=0-1748900000")
	if !strings.Contains(w.Body.String(), `class="new"`) {
		t.Error("a story changed since the last visit is not marked")
	}
	for _, c := range []string{"visit=x", "visit=-", "visit=9999999999999999999999-1"} {
		if w := ask(h, "GET", "/", "Cookie", c); w.Code != 200 {
			t.Errorf("cookie %q: status %d", c, w.Code)
		}
	}
}

// A document made anew from the same capture is seen at once.
func TestDocumentsMadeAnewAreSeen(t *testing.T) {
	d := newFakeDesk(t)
	h := web.Handler(d, web.Config{Now: now})
	ask(h, "GET", "/story/s1")
	anew := *d.Docs["bell"]
	anew.Text = strings.ToUpper(anew.Text)
	d.Docs["bell"] = &anew
	if after := ask(h, "GET", "/story/s1").Body.String(); strings.Contains(after, "<q>will close on 3 March for 12 weeks</q>") {
		t.Error("the page still shows words that the document no longer has")
	}
}

// TestOutletCreditsOthers: an outlet that names itself under a passage credits nobody.
func TestOutletCreditsOthers(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	page := ask(h, http.MethodGet, "/outlet/Ferry%20Lane%20News").Body.String()
	_, credited, _ := strings.Cut(page, "Whom it credits")
	if !strings.Contains(credited, "Bell Harbour Post") || strings.Contains(credited, "The Ferry Lane News") {
		t.Errorf("credited: %s", credited)
	}
}

// TestFacetsCountOneNameOnce: forms of one name are one in the lists beside the stories.
func TestFacetsCountOneNameOnce(t *testing.T) {
	d := newFakeDesk(t)
	for _, people := range [][]string{{"Ana O'Rook", "Ana B. Lind"}, {"Ana O’Rook", "Ana Lind", "Ana B. Lind"}, {"Odo B. Tarn"}} {
		d.lines = append(d.lines, nutgraf.StoryLine{ID: "s1", Title: "Bridge closes", People: people})
	}
	page := ask(web.Handler(d, web.Config{Now: now}), http.MethodGet, "/").Body.String()
	_, people, _ := strings.Cut(page, "<h2>People</h2>")
	people, _, _ = strings.Cut(people, "</ul>")
	for _, want := range []string{`Ana O&#39;Rook</a><span>2</span>`, `Ana Lind</a><span>2</span>`, `Odo B. Tarn</a><span>1</span>`} {
		if !strings.Contains(people, want) {
			t.Errorf("no %s in %s", want, people)
		}
	}
	if strings.Contains(people, "’") || strings.Contains(people, "Ana B. Lind") {
		t.Errorf("a second form stands in %s", people)
	}
}
