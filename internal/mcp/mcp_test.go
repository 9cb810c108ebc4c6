package mcp_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"nutgraf/internal/desk"
	"nutgraf/internal/desk/desktest"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/mcp"
)

const site = "https://desk.example"

// sampleDesk is a desk with the sample newsroom.
var sampleDesk = sync.OnceValues(desktest.Sample)

func sample(t testing.TB) *desk.Desk {
	t.Helper()
	d, err := sampleDesk()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// assistant is a client of the SDK that talks to our tools.
func assistant(t testing.TB, c mcp.Config) *sdk.ClientSession {
	t.Helper()
	ours, theirs := sdk.NewInMemoryTransports()
	if _, err := mcp.Server(sample(t), c).Connect(t.Context(), ours, nil); err != nil {
		t.Fatal(err)
	}
	return connect(t, theirs)
}

func connect(t testing.TB, over sdk.Transport) *sdk.ClientSession {
	t.Helper()
	s, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), over, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

type args = map[string]any

// call calls a tool; the error is what it answers one with.
func call(t testing.TB, s *sdk.ClientSession, tool string, with args, v any) (refused string) {
	t.Helper()
	r, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: with})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	text := r.Content[0].(*sdk.TextContent).Text
	if r.IsError {
		return text
	}
	if err := json.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%s: %v: %s", tool, err, text)
	}
	return ""
}

// ask calls a tool that must answer.
func ask[Out any](t testing.TB, s *sdk.ClientSession, tool string, with args) (out Out) {
	t.Helper()
	if refused := call(t, s, tool, with, &out); refused != "" {
		t.Fatalf("%s: %s", tool, refused)
	}
	return out
}

// cites finds every stretch of an article in an answer.
func cites(v any) (out []map[string]any) {
	switch x := v.(type) {
	case []any:
		for _, y := range x {
			out = append(out, cites(y)...)
		}
	case map[string]any:
		if _, ok := x["start"]; ok {
			out = append(out, x)
		}
		for _, y := range x {
			out = append(out, cites(y)...)
		}
	}
	return out
}

func firstStory(t testing.TB, s *sdk.ClientSession) string {
	t.Helper()
	l := ask[struct{ Stories []struct{ ID, Link string } }](t, s, "stories", args{"conflicts": true, "limit": 1})
	if len(l.Stories) != 1 || l.Stories[0].Link != site+"/story/"+l.Stories[0].ID {
		t.Fatalf("stories: %+v", l)
	}
	return l.Stories[0].ID
}

// TestEveryAnswerCanBeCited holds every stretch that a tool answers with to the
// words of the article, and sees that the tools say they only read.
func TestEveryAnswerCanBeCited(t *testing.T) {
	t.Run("whole", func(t *testing.T) { canBeCited(t, excerpt.Policy{}) })
	t.Run("cut", func(t *testing.T) { canBeCited(t, excerpt.Policy{Most: 50}) })
}

func canBeCited(t *testing.T, texts excerpt.Policy) {
	t.Helper()
	s := assistant(t, mcp.Config{Site: site + "/", Texts: texts})
	story := firstStory(t, s)
	asked := map[string]args{
		"search": {"query": "ferry"}, "stories": nil, "story": {"story": story}, "claims": {"story": story}, "conflicts": {"story": story},
		"quotes": {"story": story}, "passage": {"article": "ferry-courier", "start": 0, "end": 9}, "check_quotation": {"words": quoted(t, s)}, "check_draft": {"text": "The port authority spoke on Monday.\n\n“" + strings.Trim(quoted(t, s), "“”‘’\",.") + ",” the mayor said."},
	}
	tools, err := s.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tool := range tools.Tools {
		with, ok := asked[tool.Name]
		if !ok || !tool.Annotations.ReadOnlyHint || tool.Description == "" {
			t.Errorf("%s: not asked here, or not said to be read-only, or not described", tool.Name)
		}
		answer := ask[any](t, s, tool.Name, with)
		found := cites(answer)
		if len(found) == 0 && tool.Name != "stories" {
			t.Errorf("%s: nothing to cite in %v", tool.Name, answer)
		}
		for _, c := range found {
			stands(t, c)
		}
	}
}

// stands fails where the words of a cite are not those of its article.
func stands(t *testing.T, c map[string]any) {
	t.Helper()
	f, err := sample(t).Article(t.Context(), c["article"].(string))
	if err != nil {
		t.Fatal(err)
	}
	points := []rune(f.Doc.Text)
	if got := string(points[int(c["start"].(float64)):int(c["end"].(float64))]); got != c["text"] {
		t.Errorf("%v: there stands %q", c, got)
	}
	if link, _ := c["link"].(string); !strings.HasPrefix(link, site+"/article/") {
		t.Errorf("%v: no link to the article", c)
	}
}

type quotesAnswer struct {
	Quotes []struct {
		Speaker, Type string
		Wordings      []struct{ Text string }
	}
	More bool
}

// quoted is a direct quotation of the sample newsroom, of some words.
func quoted(t testing.TB, s *sdk.ClientSession) string {
	t.Helper()
	for _, q := range ask[quotesAnswer](t, s, "quotes", args{"speaker": "Keane", "limit": 50}).Quotes {
		if text := q.Wordings[0].Text; q.Type == "direct" && len(strings.Fields(text)) > 8 {
			return text
		}
	}
	t.Fatal("no quotation to check")
	return ""
}

type checkAnswer struct {
	Held    bool
	Verdict string
	Matches []struct {
		Speaker  string
		Wordings []struct{ Text string }
	}
	Unquoted []any
	Nearest  []struct {
		Speaker  string
		Wordings []struct {
			Text string
			Diff []struct{ Op, Text string }
		}
	}
}

func TestCheckQuotation(t *testing.T) {
	s := assistant(t, mcp.Config{Site: site})
	words := quoted(t, s)
	check := func(words, speaker string) checkAnswer {
		return ask[checkAnswer](t, s, "check_quotation", args{"words": words, "speaker": speaker})
	}
	if a := check(strings.ToUpper(words), ""); !a.Held || len(a.Matches) == 0 {
		t.Errorf("the same words: %+v", a)
	}
	if a := check(words, "Keane"); !a.Held || !strings.Contains(a.Matches[0].Speaker, "Keane") {
		t.Errorf("of their speaker: %+v", a)
	}
	if a := check(words, "Nobody Atall"); a.Held || len(a.Matches) == 0 || !strings.Contains(a.Verdict, "Not held of this speaker") {
		t.Errorf("of another: %+v", a)
	}
	fields := strings.Fields(words)
	fields[2] = "zebras"
	a := check(strings.Join(fields, " "), "")
	if a.Held || len(a.Matches) > 0 || len(a.Nearest) == 0 {
		t.Fatalf("one word changed: %+v", a)
	}
	ops := map[string]string{}
	for _, e := range a.Nearest[0].Wordings[0].Diff {
		ops[e.Op] += e.Text
	}
	if ops["drop"] != "zebras" || ops["add"] == "" {
		t.Errorf("the diff: %+v", a.Nearest[0].Wordings[0].Diff)
	}
	if a := check("purple submarines ate my quarterly homework", ""); a.Held || len(a.Nearest)+len(a.Matches)+len(a.Unquoted) > 0 || !strings.HasPrefix(a.Verdict, "Not held") {
		t.Errorf("never said: %+v", a)
	}
}

func TestAnswersAreCapped(t *testing.T) {
	s := assistant(t, mcp.Config{Site: site, Texts: excerpt.Policy{Most: 20}})
	a := ask[struct {
		Passages []mcp.Found
		More     bool
	}](t, s, "search", args{"query": "ferry", "limit": 2})
	if len(a.Passages) != 2 || !a.More {
		t.Fatalf("%+v", a)
	}
	for _, p := range a.Passages {
		if n := len([]rune(p.Text)); n > 20 || !p.Cut || !strings.Contains(strings.ToLower(p.Text), "ferry") {
			t.Errorf("%d code points: %+v", n, p)
		}
	}
	first := ask[quotesAnswer](t, s, "quotes", args{"speaker": "Keane", "limit": 1})
	second := ask[quotesAnswer](t, s, "quotes", args{"speaker": "Keane", "limit": 1, "offset": 1})
	if len(first.Quotes) != 1 || !first.More || len(second.Quotes) != 1 {
		t.Errorf("%+v, then %+v", first, second)
	}
}

func TestWrongCallsAreToldOf(t *testing.T) {
	s := assistant(t, mcp.Config{})
	for _, c := range []struct {
		tool string
		with args
		want string
	}{
		{"story", args{"story": "nowhere"}, "nothing is held under this id"},
		{"passage", args{"article": "nowhere", "start": 0, "end": 1}, "nothing is held under this id"},
		{"passage", args{"article": "ferry-courier", "start": 5, "end": 5}, "start lies before end"},
		{"passage", args{"article": "ferry-courier", "start": 0, "end": 1 << 40}, "code points 0 to"},
		{"search", args{"query": ""}, "nothing to search for"},
		{"search", args{"query": "colour:red"}, "there is no field"},
		{"search", args{"query": "ferry", "limit": 1000}, "from 1 to 50"},
		{"search", args{"query": "ferry", "page": 2}, "page"},
		{"stories", args{"from": "yesterday"}, "is no date"},
		{"quotes", args{}, "name a speaker"},
		{"quotes", args{"speaker": "--"}, "no name"},
		{"check_quotation", args{"words": "…"}, "words are wanted"},
		{"check_draft", args{"text": " "}, "bytes are wanted"},
		{"check_quotation", args{"words": strings.Repeat("word ", 401)}, "words are wanted"},
	} {
		if got := call(t, s, c.tool, c.with, new(any)); !strings.Contains(got, c.want) {
			t.Errorf("%s %v: %q, want %q", c.tool, c.with, got, c.want)
		}
	}
	if none := ask[struct{ Instead []string }](t, s, "search", args{"query": "ferry zyzzyva"}); len(none.Instead) == 0 {
		t.Error("nothing found, and no wider query is named")
	}
}

// bearer shows a token with every request.
type bearer string

func (b bearer) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("Authorization", "Bearer "+string(b))
	return http.DefaultTransport.RoundTrip(r)
}

func TestOverHTTP(t *testing.T) {
	h := httptest.NewServer(mcp.Handler(sample(t), mcp.Config{Site: site, Token: "sesame"}))
	t.Cleanup(h.Close)
	s := connect(t, &sdk.StreamableClientTransport{Endpoint: h.URL + "/mcp", HTTPClient: &http.Client{Transport: bearer("sesame")}, DisableStandaloneSSE: true})
	firstStory(t, s)
	for _, c := range []struct {
		host, origin, token string
		status              int
	}{
		{"", "", "", http.StatusUnauthorized},
		{"", "", "open", http.StatusUnauthorized},
		{"", "https://other.example", "sesame", http.StatusForbidden},
		{"", "null", "sesame", http.StatusForbidden},
		{"bent.example", "", "sesame", http.StatusForbidden},
		{"bent.example", "http://bent.example", "sesame", http.StatusForbidden},
		{"desk.example", "https://desk.example", "sesame", http.StatusOK},
		{"localhost:9", "", "sesame", http.StatusOK},
	} {
		if got := ping(t, h.URL, c.host, c.origin, c.token); got != c.status {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

func ping(t *testing.T, to, host, origin, token string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, to, strings.NewReader(`{"jsonrpc":"2.0","id":1,"method":"tools/list"}`))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Accept", "application/json, text/event-stream")
	r.Header.Set("Authorization", "Bearer "+token)
	if origin != "" {
		r.Header.Set("Origin", origin)
	}
	if host != "" {
		r.Host = host
	}
	a, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Body.Close()
	_, _ = io.Copy(io.Discard, a.Body)
	return a.StatusCode
}
