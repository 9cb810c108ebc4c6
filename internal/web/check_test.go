package web_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/web"
)

// Check finds every draft to quote what one report has otherwise.
func (d *fakeDesk) Check(_ context.Context, item *nutgraf.Item) (*nutgraf.DraftCheck, error) {
	text := string(item.Body)
	if text == "unreadable" {
		return nil, &nutgraf.ItemError{Name: item.Name, Err: nutgraf.ErrFormat}
	}
	doc := nutgraf.Document{ID: "draft", Text: text}
	own, held := doc.Cite(nutgraf.Span{End: len(text)}), d.Docs["bell"].Cite(nutgraf.Span{Start: 0, End: 6})
	side := func(c nutgraf.Cite) []nutgraf.Side { return []nutgraf.Side{{Value: "40", Evidence: []nutgraf.Cite{c}}} }
	return &nutgraf.DraftCheck{
		Doc: doc, Compared: 2, Reports: []nutgraf.DraftReport{{ID: "bell", Outlet: "The Bell Harbour Post", Title: "<b>Bridge</b>"}},
		Quotes: []nutgraf.DraftQuote{
			{Cites: []nutgraf.Cite{own}, Held: nutgraf.HeldEdited, Nearest: []nutgraf.Cite{held}, HeldSpeaker: "Ana Rook", Diff: []nutgraf.Edit{{Op: nutgraf.Drop, Text: "not"}}},
			{Cites: []nutgraf.Cite{own}, Held: nutgraf.NotHeld},
		},
		Conflicts: []nutgraf.DraftConflict{{Matter: "drivers: how many?", Own: side(own), Others: side(held)}},
		Shared:    []nutgraf.DraftShared{{Own: own, Also: []nutgraf.Cite{held}}},
	}, d.fail
}

func send(h http.Handler, draft string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/check", strings.NewReader(url.Values{"draft": {draft}}.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for i := 0; i+1 < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestCheckOfADraft(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	w := send(h, "“</textarea><script>alert(1)</script>”")
	body := w.Body.String()
	for _, s := range []string{
		"Laid beside 2 reports held", "The wording differs from every version held", "<del>not</del>", "there the speaker is Ana Rook", "Not found in what is held",
		`href="/article/bell?t=0,6#t"`, "drivers: how many?", "not credited in the draft", "&lt;b&gt;Bridge",
	} {
		if !strings.Contains(body, s) {
			t.Errorf("the page does not say %q", s)
		}
	}
	if w.Code != 200 || strings.Contains(body, "<script>") || strings.Count(body, "</textarea>") != 1 {
		t.Errorf("status %d; words of the draft are taken for the page's own", w.Code)
	}
}

func TestDraftsThatAreRefused(t *testing.T) {
	h := web.Handler(newFakeDesk(t), web.Config{Now: now})
	for _, c := range []struct {
		draft  string
		status int
		says   string
	}{
		{" \r\n", 400, "There is no draft yet"},
		{"unreadable", 400, "No article can be read from it"},
		{strings.Repeat("é", 100_001), 413, "at most 200,000 bytes"},
		{strings.Repeat("a", 700_000), 413, "at most 200,000 bytes"},
	} {
		if w := send(h, c.draft); w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
			t.Errorf("%.10q: status %d, want %d and %q", c.draft, w.Code, c.status, c.says)
		}
	}
	if w := send(h, "A draft.", "Sec-Fetch-Site", "cross-site"); w.Code != http.StatusForbidden {
		t.Errorf("from another site: status %d", w.Code)
	}
	public := web.Handler(newFakeDesk(t), web.Config{Now: now, Texts: excerpt.Public()})
	if get, post := ask(public, "GET", "/check"), send(public, "A draft."); get.Code != 404 || post.Code != 404 {
		t.Errorf("a public instance: status %d and %d", get.Code, post.Code)
	}
	if w := ask(h, "PUT", "/check"); w.Code != http.StatusMethodNotAllowed || w.Header().Get("Allow") != "GET, HEAD, POST" {
		t.Errorf("PUT: status %d, Allow %q", w.Code, w.Header().Get("Allow"))
	}
}
