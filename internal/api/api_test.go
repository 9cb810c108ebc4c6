package api_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"nutgraf"
	"nutgraf/internal/api"
	"nutgraf/internal/desk"
	"nutgraf/internal/desk/desktest"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/export"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/store/memory"
	"nutgraf/internal/wire"
	"nutgraf/schema/schematest"
)

// sampleDesk is a desk with the sample newsroom, for tests that only read.
var sampleDesk = sync.OnceValues(desktest.Sample)

func sample(t testing.TB, c api.Config) http.Handler {
	t.Helper()
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	return api.Handler(d, c)
}

func ask(h http.Handler, method, target string, headers ...string) *httptest.ResponseRecorder {
	return send(h, method, target, "", headers...)
}

func send(h http.Handler, method, target, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func decode(t *testing.T, w *httptest.ResponseRecorder, v any) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), v); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
}

// contract checks answers against the API's own description, with a validator
// of JSON Schema that is not ours.
type contract struct {
	compiler *jsonschema.Compiler
	doc      map[string]any
}

func newContract(t *testing.T) *contract {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(api.Description("/")))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	if err := c.AddResource("openapi.json", doc); err != nil {
		t.Fatal(err)
	}
	return &contract{c, doc.(map[string]any)}
}

// check holds an answer to what the description says of its route.
func (c *contract) check(t *testing.T, path, method string, w *httptest.ResponseRecorder) {
	t.Helper()
	at := "#/paths/" + strings.ReplaceAll(strings.ReplaceAll(path, "~", "~0"), "/", "~1") + "/" + method + "/responses/"
	media, _, _ := strings.Cut(w.Header().Get("Content-Type"), ";")
	status := "default"
	if w.Code < 400 {
		status = map[int]string{200: "200", 201: "201"}[w.Code]
	}
	s, err := c.compiler.Compile("openapi.json" + at + status + "/content/" + strings.ReplaceAll(media, "/", "~1") + "/schema")
	if err != nil {
		t.Fatalf("%s: %d %s is not described: %v", path, w.Code, media, err)
	}
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
	if err == nil {
		err = s.Validate(v)
	}
	if err != nil {
		t.Errorf("%s: the answer is not as described: %v", path, err)
	}
}

// TestEveryRouteAnswersAsDescribed asks every route that answers JSON, and none
// may be left out.
func TestEveryRouteAnswersAsDescribed(t *testing.T) {
	h, c := sample(t, api.Config{}), newContract(t)
	story := firstStory(t, h)
	var list struct{ Sagas []wire.SagaLine }
	decode(t, ask(h, "GET", "/api/v1/sagas"), &list)
	saga := list.Sagas[0]
	asked := map[string]string{
		"/api/v1/":                         "/api/v1/",
		"/api/v1/openapi.json":             "",
		"/api/v1/stories":                  "/api/v1/stories?limit=3&conflicts=yes",
		"/api/v1/stories/{id}":             "/api/v1/stories/" + story,
		"/api/v1/stories/{id}/quotes":      "/api/v1/stories/" + story + "/quotes",
		"/api/v1/stories/{id}/claims":      "/api/v1/stories/" + story + "/claims",
		"/api/v1/stories/{id}/conflicts":   "/api/v1/stories/" + story + "/conflicts",
		"/api/v1/stories/{id}/provenance":  "/api/v1/stories/" + story + "/provenance",
		"/api/v1/stories/{id}/timeline":    "/api/v1/stories/" + story + "/timeline",
		"/api/v1/stories/{id}/as/{format}": "",
		"/api/v1/articles":                 "/api/v1/articles?limit=5",
		"/api/v1/articles/{id}":            "/api/v1/articles/ferry-courier",
		"/api/v1/articles/{id}/span":       "/api/v1/articles/ferry-courier/span?t=0,9",
		"/api/v1/quotes":                   "/api/v1/quotes?speaker=keane",
		"/api/v1/names/{name}":             "/api/v1/names/Orla%20Keane",
		"/api/v1/sagas":                    "/api/v1/sagas",
		"/api/v1/sagas/{id}":               "/api/v1/sagas/" + saga.ID,
		"/api/v1/outlets":                  "/api/v1/outlets",
		"/api/v1/search":                   "/api/v1/search?q=ferry",
		"/api/v1/export/{format}":          "",
		"/api/v1/check":                    "", // by POST, below
		"/api/v1/feeds/{kind}/{format}":    "",
	}
	for path := range c.doc["paths"].(map[string]any) {
		target, ok := asked[path]
		if !ok {
			t.Errorf("%s is not asked in this test", path)
		}
		if target == "" {
			continue // no schema: the tests below read these with other readers
		}
		w := ask(h, "GET", target)
		if w.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", target, w.Code, w.Body)
		}
		c.check(t, path, "get", w)
	}
	for target, name := range map[string]string{"/api/v1/stories/" + story: "story", "/api/v1/articles/ferry-courier": "article"} {
		if err := schematest.Compile(t, name)(ask(h, "GET", target).Body.Bytes()); err != nil {
			t.Errorf("%s does not meet the contract: %v", target, err)
		}
	}
}

func firstStory(t *testing.T, h http.Handler) string {
	t.Helper()
	var l struct{ Stories []struct{ ID string } }
	decode(t, ask(h, "GET", "/api/v1/stories?limit=1"), &l)
	return l.Stories[0].ID
}

// TestDescriptionIsCurrent fails when docs/openapi.json is not what the table of
// routes says.
func TestDescriptionIsCurrent(t *testing.T) {
	want, err := os.ReadFile("../../docs/openapi.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, api.Description("/")) {
		t.Error("docs/openapi.json is stale, run make docs")
	}
	guide, err := os.ReadFile("../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	for path := range newContract(t).doc["paths"].(map[string]any) {
		if !strings.Contains(string(guide), "`"+strings.TrimPrefix(path, "/api/v1")) {
			t.Errorf("docs/api.md says nothing of %s", path)
		}
	}
}

// A draft is laid beside the reports held, by whoever may read, and is not kept.
func TestCheckOfADraft(t *testing.T) {
	h, c := sample(t, api.Config{}), newContract(t)
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	f, err := d.Article(context.Background(), "ferry-courier")
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(f.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Kind == nutgraf.Direct && len(q.Parts) == 1 })
	words := f.Ann.Quotes[at].Span.Of(f.Doc.Text)
	body, err := json.Marshal(map[string]string{"text": words + " said somebody on Monday. “Nobody has ever said these seven words,” she said."})
	if err != nil {
		t.Fatal(err)
	}
	w := send(h, "POST", "/api/v1/check", string(body), "Content-Type", "application/json")
	if w.Code != http.StatusOK {
		t.Fatalf("status %d: %s", w.Code, w.Body)
	}
	c.check(t, "/api/v1/check", "post", w)
	var out wire.Check
	decode(t, w, &out)
	if len(out.Quotes) != 2 || out.Quotes[0].Held != string(nutgraf.HeldVerbatim) || out.Quotes[1].Held != string(nutgraf.NotHeld) {
		t.Errorf("quotations: %+v", out.Quotes)
	}
	for _, refused := range []struct {
		h      http.Handler
		body   string
		status int
	}{
		{h, "no object", http.StatusBadRequest},
		{h, `{"text": "` + strings.Repeat("a ", 120_000) + `"}`, http.StatusRequestEntityTooLarge},
		{sample(t, api.Config{Texts: excerpt.Public()}), string(body), http.StatusForbidden},
	} {
		if w := send(refused.h, "POST", "/api/v1/check", refused.body, "Content-Type", "application/json"); w.Code != refused.status {
			t.Errorf("%.20s: status %d, want %d", refused.body, w.Code, refused.status)
		}
	}
}

// TestPagesFollowEachOther walks every list to its end by its cursors.
func TestPagesFollowEachOther(t *testing.T) {
	h := sample(t, api.Config{})
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	held, err := d.Counts(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range []string{"stories?order=date&", "stories?", "articles?"} {
		seen, cursor := map[string]bool{}, ""
		for {
			var l struct {
				Stories, Articles []struct{ ID string }
				Next              string
			}
			decode(t, ask(h, "GET", "/api/v1/"+list+"limit=7&cursor="+cursor), &l)
			for _, x := range append(l.Stories, l.Articles...) {
				if seen[x.ID] {
					t.Errorf("%s: %s stands on two pages", list, x.ID)
				}
				seen[x.ID] = true
			}
			if cursor = l.Next; cursor == "" {
				break
			}
		}
		if want := map[bool]int{true: held.Articles, false: held.Stories}[list == "articles?"]; len(seen) != want {
			t.Errorf("%s: %d in all, want %d", list, len(seen), want)
		}
	}
}

// The list of sagas tells of each what the stories of it add up to, and goes on
// from page to page.
func TestSagasAreListed(t *testing.T) {
	h := sample(t, api.Config{})
	type page struct {
		Sagas []wire.SagaLine
		Next  string
	}
	var whole page
	decode(t, ask(h, "GET", "/api/v1/sagas"), &whole)
	if len(whole.Sagas) < 2 || whole.Next != "" {
		t.Fatalf("%d sagas of the sample, next %q", len(whole.Sagas), whole.Next)
	}
	cursor := ""
	for i, want := range whole.Sagas {
		var one page
		decode(t, ask(h, "GET", "/api/v1/sagas?limit=1&cursor="+cursor), &one)
		if len(one.Sagas) != 1 || one.Sagas[0] != want || (one.Next == "") != (i == len(whole.Sagas)-1) {
			t.Errorf("page %d: %+v, next %q; want %+v", i, one.Sagas, one.Next, want)
		}
		cursor = one.Next
		var of struct{ Stories []wire.StoryLine }
		decode(t, ask(h, "GET", "/api/v1/sagas/"+want.ID), &of)
		reports := 0
		for _, s := range of.Stories {
			reports += s.Reports
		}
		largest := slices.MaxFunc(of.Stories, func(a, b wire.StoryLine) int { return a.Reports - b.Reports })
		if len(of.Stories) != want.Stories || reports != want.Reports || largest.Title != want.Title || want.Title == "" || of.Stories[0].FirstPublished != want.FirstPublished {
			t.Errorf("%+v is listed of %d stories with %d reports, the first %+v", want, len(of.Stories), reports, of.Stories[0])
		}
	}
}

// What a name is quoted with stands apart from what others say of it.
func TestNamesSaidByAndAbout(t *testing.T) {
	h := sample(t, api.Config{})
	var all struct{ Stories []wire.StoryLine }
	decode(t, ask(h, "GET", "/api/v1/stories"), &all)
	asked := map[string]bool{}
	for _, s := range all.Stories {
		var said struct{ Quotes []wire.Family }
		decode(t, ask(h, "GET", "/api/v1/stories/"+s.ID+"/quotes"), &said)
		for _, q := range said.Quotes {
			for _, name := range q.About {
				if q.Speaker == "" || asked[name] {
					continue
				}
				asked[name] = true
				var got struct{ Quotes, About []wire.Utterance }
				decode(t, ask(h, "GET", "/api/v1/names/"+url.PathEscape(name)+"?limit=200"), &got)
				in := func(u wire.Utterance) bool { return u.Story == s.ID && u.Quote.ID == q.ID }
				if !slices.ContainsFunc(got.About, in) || slices.ContainsFunc(got.Quotes, in) {
					t.Errorf("%s of %s, said by %s about %s, is not among what is said about %s", q.ID, s.ID, q.Speaker, q.About, name)
				}
			}
		}
	}
	if len(asked) == 0 {
		t.Error("nobody in the sample speaks about somebody")
	}
}

func TestBadRequests(t *testing.T) {
	h, c := sample(t, api.Config{Token: "secret"}), newContract(t)
	long := strings.Repeat("x", 3000)
	for _, x := range []struct {
		method, target string
		headers        []string
		status         int
		says           string
	}{
		{"GET", "/api/v1/stories/none", nil, 404, "nothing is held"},
		{"GET", "/api/v1/articles/..%2F..%2Fetc%2Fpasswd", nil, 404, "nothing is held"},
		{"GET", "/api/v1/articles/ferry-courier/span?t=5,2", nil, 400, "START,END"},
		{"GET", "/api/v1/articles/ferry-courier/span?t=0,99999999999999999999", nil, 400, "START,END"},
		{"GET", "/api/v1/articles/ferry-courier/span", nil, 400, "parameter t is missing"},
		{"GET", "/api/v1/none", nil, 404, "openapi.json"},
		{"GET", "/api/v2", nil, 404, ""},
		{"GET", "/api/v1/stories?from=soon", nil, 400, "no date"},
		{"GET", "/api/v1/stories?limit=0", nil, 400, "from 1 to 200"},
		{"GET", "/api/v1/stories?limit=10000", nil, 400, "from 1 to 200"},
		{"GET", "/api/v1/stories?cursor=abc", nil, 400, "cursor"},
		{"GET", "/api/v1/stories?cursor=Inh4Ig", nil, 400, "cursor"},
		{"GET", "/api/v1/stories?otlet=x", nil, 400, `no parameter \"otlet\"`},
		{"GET", "/api/v1/stories?order=size", nil, 400, "order"},
		{"GET", "/api/v1/stories?a=%zz", nil, 400, "cannot be read"},
		{"GET", "/api/v1/search", nil, 400, "q is missing"},
		{"GET", "/api/v1/search?q=before:soon", nil, 400, "soon"},
		{"GET", "/api/v1/search?q=" + long, nil, 414, "too long"},
		{"GET", "/api/v1/search?q=ferry&cursor=OTk5OTk5", nil, 400, "narrow"},
		{"GET", "/api/v1/stories/x/as/exe", nil, 404, ""},
		{"GET", "/api/v1/export/exe?q=ferry", nil, 404, "no such format"},
		{"GET", "/api/v1/feeds/stories/exe", nil, 404, "atom, rss or jsonfeed"},
		{"GET", "/api/v1/feeds/secrets/atom", nil, 404, "stories, reports"},
		{"GET", "/api/v1/feeds/passages/atom", nil, 400, "q is missing"},
		{"PUT", "/api/v1/stories", nil, 405, "GET, HEAD"},
		{"POST", "/api/v1/search", nil, 405, "GET, HEAD"},
		{"POST", "/api/v1/articles", nil, 401, "token"},
		{"POST", "/api/v1/articles", []string{"Authorization", "Bearer wrong"}, 401, "token"},
		{"POST", "/api/v1/articles", []string{"Authorization", "Basic secret"}, 401, "token"},
		{"POST", "/api/v1/articles", []string{"Authorization", "Bearer secret"}, 415, "application/json"},
		{"DELETE", "/api/v1/articles/ferry-courier", nil, 401, "token"},
		{"DELETE", "/api/v1/articles/none", []string{"Authorization", "Bearer secret"}, 404, "nothing is held"},
		{"GET", "/api/v1/stories", []string{"Origin", "https://evil.example"}, 403, "other sites"},
	} {
		w := ask(h, x.method, x.target, x.headers...)
		if w.Code != x.status || !strings.Contains(w.Body.String(), x.says) {
			t.Errorf("%s %.80s: %d %s, want %d with %q", x.method, x.target, w.Code, w.Body, x.status, x.says)
		}
		if w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s %.80s: media %s", x.method, x.target, w.Header().Get("Content-Type"))
		}
		c.check(t, "/api/v1/stories", "get", w)
	}
}

func TestMannersOfHTTP(t *testing.T) {
	h := sample(t, api.Config{})
	w := ask(h, "GET", "/api/v1/outlets")
	tag := w.Header().Get("ETag")
	if w := ask(h, "GET", "/api/v1/outlets", "If-None-Match", tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("asked again with its tag: %d, %d bytes", w.Code, w.Body.Len())
	}
	if w := ask(h, "HEAD", "/api/v1/outlets"); w.Code != 200 || w.Body.Len() > 0 || w.Header().Get("ETag") != tag {
		t.Errorf("HEAD: %d, %d bytes", w.Code, w.Body.Len())
	}
	if w := ask(h, "OPTIONS", "/api/v1/articles"); w.Code != http.StatusNoContent || !strings.Contains(w.Header().Get("Allow"), "POST") {
		t.Errorf("OPTIONS: %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
	packed := ask(h, "GET", "/api/v1/stories", "Accept-Encoding", "gzip")
	z, err := gzip.NewReader(packed.Body)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(raw, ask(h, "GET", "/api/v1/stories").Body.Bytes()) {
		t.Errorf("compressed: not the same (%v)", err)
	}
	proxied := sample(t, api.Config{Site: "https://desk.example"})
	if w := ask(proxied, "GET", "/api/v1/outlets", "Origin", "https://desk.example"); w.Code != 200 {
		t.Errorf("from its own page behind a proxy: %d", w.Code)
	}
	under := sample(t, api.Config{Base: "/desk"})
	if w := ask(under, "GET", "/desk/api/v1/outlets"); w.Code != 200 {
		t.Errorf("under a base: %d", w.Code)
	}
	if w := ask(under, "GET", "/api/v1/outlets"); w.Code != 404 {
		t.Errorf("beside the base: %d", w.Code)
	}
}

func TestWaysOut(t *testing.T) {
	h := sample(t, api.Config{})
	story := firstStory(t, h)
	for _, f := range export.Formats {
		for _, target := range []string{"/api/v1/stories/" + story + "/as/" + f.Name, "/api/v1/export/" + f.Name + "?q=ferry"} {
			w := ask(h, "GET", target)
			if w.Code != 200 || w.Body.Len() == 0 || w.Header().Get("Content-Type") != f.Media || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; ") {
				t.Errorf("%s: %d, %d bytes, %v", target, w.Code, w.Body.Len(), w.Header())
			}
		}
	}
}

func TestFeeds(t *testing.T) {
	h := sample(t, api.Config{Site: "https://desk.example"})
	story := firstStory(t, h)
	for _, feed := range []string{"stories/atom", "stories/rss?outlet=The%20Harbour%20Courier", "reports/jsonfeed", "reports/atom?story=" + story, "conflicts/atom", "quotes/rss?speaker=Orla%20Keane", "passages/atom?q=ferry", "quotes/atom"} {
		w := ask(h, "GET", "/api/v1/feeds/"+feed)
		f, err := gofeed.NewParser().Parse(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			t.Fatalf("%s: %v", feed, err)
		}
		seen := map[string]bool{}
		for _, i := range f.Items {
			if seen[i.GUID] || i.GUID == "" {
				t.Errorf("%s: %q stands twice", feed, i.GUID)
			}
			seen[i.GUID] = true
		}
		if len(seen) == 0 || f.FeedLink != "" && !strings.HasPrefix(f.FeedLink, "https://desk.example/api/v1/feeds/") {
			t.Errorf("%s: %d entries, itself at %q", feed, len(seen), f.FeedLink)
		}
	}
}

const ferry = `{"id":"n1","text":"The Norrholm ferry will stay in port until Friday after a fire in its engine room, the operator Vestlinjen said.\n\n\"We will not sail before the inspectors are satisfied,\" director Åsa Lind told The Harbour Light.","title":"Norrholm ferry stays in port","date":"2026-03-02","outlet":"The Harbour Light"}`

// TestWriting takes an article in and withdraws it; its feed entry keeps its
// name when a further report makes another story id of it.
func TestWriting(t *testing.T) {
	at := newsroom.Captured()
	d := desk.New(memory.New(), func() time.Time { at = at.Add(time.Minute); return at })
	h := api.Handler(d, api.Config{Token: "secret"})
	add := func(body string) *httptest.ResponseRecorder {
		return send(h, "POST", "/api/v1/articles", body, "Authorization", "Bearer secret", "Content-Type", "application/json; charset=utf-8")
	}
	w := add(ferry)
	if w.Code != http.StatusCreated || w.Header().Get("Location") != "/api/v1/articles/n1" {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	newContract(t).check(t, "/api/v1/articles", "post", w)
	if w := add(ferry); w.Code != 200 || !strings.Contains(w.Body.String(), `"same"`) {
		t.Errorf("once more: %d %s", w.Code, w.Body)
	}
	ids := func() string {
		var f struct {
			Entries []struct {
				ID string `xml:"id"`
			} `xml:"entry"`
		}
		if err := xml.Unmarshal(ask(h, "GET", "/api/v1/feeds/stories/atom").Body.Bytes(), &f); err != nil || len(f.Entries) != 1 {
			t.Fatalf("%d entries, %v", len(f.Entries), err)
		}
		return f.Entries[0].ID
	}
	before := ids()
	earlier := strings.NewReplacer(`"n1"`, `"a0"`, "2026-03-02", "2026-03-01", "Harbour Light\"}", `Vestby Post"}`).Replace(ferry)
	if w := add(earlier); w.Code != http.StatusCreated {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	if after := ids(); after != before {
		t.Errorf("the story's entry was %s and is %s", before, after)
	}
	for _, x := range []struct {
		body   string
		status int
	}{{"", 400}, {"[]", 400}, {"{", 400}, {ferry + ferry, 400}, {"{}", 422}, {`{"id":1,"text":{}}`, 422}, {`{"id":"x","text":"` + strings.Repeat("x", 9<<20) + `"}`, 413}} {
		if w := add(x.body); w.Code != x.status {
			t.Errorf("%.30q: %d %s, want %d", x.body, w.Code, w.Body, x.status)
		}
	}
	if w := add(`{"id":"x","text":" "}`); !strings.Contains(w.Body.String(), `"detail":"nothing in it"`) {
		t.Errorf("an empty text: %s", w.Body)
	}
	gone := send(h, "DELETE", "/api/v1/articles/n1", "", "Authorization", "Bearer secret")
	if gone.Code != http.StatusNoContent || ask(h, "GET", "/api/v1/articles/n1").Code != 404 {
		t.Errorf("withdrawn: %d", gone.Code)
	}
	if w := send(api.Handler(d, api.Config{}), "POST", "/api/v1/articles", ferry, "Authorization", "Bearer "); w.Code != http.StatusForbidden {
		t.Errorf("without a token configured: %d", w.Code)
	}
}

// TestExtractsAlone: where texts are capped, no answer carries more.
func TestExtractsAlone(t *testing.T) {
	const most = 40
	h := sample(t, api.Config{Texts: excerpt.Policy{Most: most}})
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	f, err := d.Article(context.Background(), "ferry-courier")
	if err != nil {
		t.Fatal(err)
	}
	targets := []string{
		"/api/v1/articles/ferry-courier", "/api/v1/articles/ferry-courier/span?t=0,400", "/api/v1/stories/" + f.Story, "/api/v1/search?q=ferry",
		"/api/v1/names/Orla%20Keane", "/api/v1/stories", "/api/v1/feeds/passages/atom?q=ferry", "/api/v1/feeds/quotes/atom",
	}
	for _, x := range export.Formats {
		targets = append(targets, "/api/v1/stories/"+f.Story+"/as/"+x.Name)
	}
	for _, target := range targets {
		out := ask(h, "GET", target).Body.String()
		for i := 0; i+2*most < len(f.Doc.Text); i += most / 2 {
			if piece := f.Doc.Text[i : i+2*most]; strings.Contains(out, piece) {
				t.Errorf("%s gives out %q", target, piece)
				break
			}
		}
	}
	whole := ask(api.Handler(d, api.Config{}), "GET", "/api/v1/stories/"+f.Story+"/as/html").Body.Len()
	if w := ask(h, "GET", "/api/v1/stories/"+f.Story+"/as/html"); w.Code != http.StatusOK || w.Body.Len() >= whole {
		t.Errorf("a page with extracts: status %d, %d bytes; with whole texts %d", w.Code, w.Body.Len(), whole)
	}
}

// failing is a desk whose store has failed.
type failing struct{ api.Desk }

func (failing) Outlets(context.Context) ([]nutgraf.Tally, error) {
	return nil, errors.New("database /secret/path.db: broken")
}

// locked is a desk whose documents cannot be read.
type locked struct{ *desk.Desk }

func (locked) Document(context.Context, string) (*nutgraf.Document, error) {
	return nil, nutgraf.ErrLocked
}

func TestAnswersAreWholeOrNotGiven(t *testing.T) {
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	whole, h := api.Handler(d, api.Config{}), api.Handler(locked{d}, api.Config{})
	for _, path := range []string{"/stories/" + firstStory(t, whole), "/quotes?speaker=Marrow", "/search?q=harbour"} {
		if w := ask(whole, "GET", "/api/v1"+path); w.Code != http.StatusOK {
			t.Errorf("%s: status %d", path, w.Code)
		}
		if w := ask(h, "GET", "/api/v1"+path); w.Code != http.StatusServiceUnavailable {
			t.Errorf("%s without documents: status %d", path, w.Code)
		}
	}
}

func TestNothingLeaks(t *testing.T) {
	w := ask(api.Handler(failing{}, api.Config{}), "GET", "/api/v1/outlets")
	if w.Code != 500 || strings.Contains(w.Body.String(), "secret") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// Whatever is asked for, the answer has a sensible status and is no page.
func FuzzAddresses(f *testing.F) {
	for _, s := range []string{"/api/v1/", "/api/v1/stories?cursor=e30", "/api/v1/articles/%00/span?t=1,2", "/api/v1/search?q=%22", "/api/v1/feeds/passages/rss?q=-x", "/api/v1/export/graphml?q=a*", "/api/v1/names/%ff", "/api/v1/../x"} {
		f.Add(s)
	}
	h := sample(f, api.Config{})
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
	})
}

// leaving is a desk whose writer goes away as soon as the article is taken.
type leaving struct {
	*desk.Desk
	leave context.CancelFunc
}

func (l leaving) Take(ctx context.Context, item *nutgraf.Item) (desk.Taken, error) {
	defer l.leave()
	return l.Desk.Take(ctx, item)
}

func TestAnArticleIsSettledThoughItsWriterHasGone(t *testing.T) {
	d := desk.New(memory.New(), newsroom.Captured)
	ctx, leave := context.WithCancel(t.Context())
	h := api.Handler(leaving{d, leave}, api.Config{Token: "secret"})
	r := httptest.NewRequestWithContext(ctx, "POST", "/api/v1/articles", strings.NewReader(ferry))
	r.Header.Set("Authorization", "Bearer secret")
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(httptest.NewRecorder(), r)
	if stories, err := d.Stories(t.Context(), nutgraf.StoryFilter{}); err != nil || len(stories) != 1 {
		t.Errorf("%d stories, %v", len(stories), err)
	}
}
