package web_test

import (
	"net/http"
	"strings"
	"testing"

	"nutgraf/internal/excerpt"
	"nutgraf/internal/web"
)

// A public instance shows extracts with links, and the words asked for among
// them; nothing leads to the whole text.
func TestPublicPagesShowExtracts(t *testing.T) {
	d := newFakeDesk(t)
	doc := d.Docs["bell"]
	doc.URL = "https://bell.example/bridge"
	last := doc.Blocks[len(doc.Blocks)-1].Span.Of(doc.Text)
	h := web.Handler(d, web.Config{Now: now, Texts: excerpt.Policy{Most: 60}})
	whole := ask(h, http.MethodGet, "/article/bell").Body.String()
	if strings.Contains(whole, last[:20]) || !strings.Contains(whole, "An excerpt:") || !strings.Contains(whole, doc.URL) {
		t.Error("the article is shown whole, or without a word that it is not")
	}
	if strings.Contains(whole, "/source") {
		t.Error("the page leads to the capture")
	}
	for _, path := range []string{"/article/bell?t=30,60", "/article/bell/pane?t=30,60"} {
		if page := ask(h, http.MethodGet, path).Body.String(); !strings.Contains(page, "<mark>"+string([]rune(doc.Text)[30:60])+"</mark>") || !strings.Contains(page, "An excerpt:") {
			t.Errorf("%s does not show the words asked for", path)
		}
	}
	if w := ask(h, http.MethodGet, "/article/bell/source"); w.Code != http.StatusForbidden {
		t.Errorf("the capture: status %d", w.Code)
	}
	if dossier := ask(h, http.MethodGet, "/story/s1/as/html").Body.String(); strings.Contains(dossier, last) {
		t.Error("the dossier holds what it does not cite")
	}
}
