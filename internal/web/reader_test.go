package web_test

import (
	"context"
	"html"
	"net/http"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/web"
)

// An article's list of quotations says whom the story takes for the speaker where the
// article alone does not tell, and names nobody twice.
func TestWhatTheStorySettles(t *testing.T) {
	const settled = `In the story: <a href="/story/s1#q1">`
	for _, c := range []struct{ story, want, not string }{
		{"Ana Rook", "<b>Ana Rook</b>", settled},
		{"Ana Maria Rook", "<b>Ana Maria Rook</b>", settled},
		{"Rook", "<b>Ana Rook</b>", settled},
		{"", "<b>Ana Rook</b>", settled},
		{"unnamed councillor", "<b>Ana Rook</b>", settled},
		{"Pia Sund", settled + "Pia Sund</a>", "<b>Pia Sund</b>"},
	} {
		d := newFakeDesk(t)
		d.Page.Families[0].Speaker = c.story
		page := ask(web.Handler(d, web.Config{Now: now}), http.MethodGet, "/article/bell").Body.String()
		if !strings.Contains(page, c.want) || strings.Contains(page, c.not) {
			t.Errorf("the story names %q: want %s, not %s", c.story, c.want, c.not)
		}
	}
}

// A filter that cannot be read comes back in its form, with what is wrong.
func TestFormWithWrongDays(t *testing.T) {
	handler := web.Handler(newFakeDesk(t), web.Config{Now: now})
	for query, want := range map[string]string{
		"?from=soon&outlet=Ferry":        `"soon"`,
		"?from=2025-03-02&to=2025-03-01": "from 2025-03-02 is after to 2025-03-01",
	} {
		answer := ask(handler, http.MethodGet, "/"+query)
		status, page := answer.Code, html.UnescapeString(answer.Body.String())
		if status != http.StatusBadRequest || !strings.Contains(page, want) || !strings.Contains(page, `name="outlet" value="`) || strings.Contains(page, "wrong usage") {
			t.Errorf("%s: status %d, the page does not say %s in its form", query, status, want)
		}
	}
}

// A database that holds nothing offers no choice among stories, and tells its owner how to
// begin.
func TestFirstVisit(t *testing.T) {
	page := ask(web.Handler(emptyDesk{newFakeDesk(t)}, web.Config{Now: now}), http.MethodGet, "/").Body.String()
	if !strings.Contains(page, "nutgraf add PATH") || strings.Contains(page, `class="filters"`) || strings.Contains(page, "0 articles") {
		t.Error("the first visit shows filters of nothing, or does not say how to begin")
	}
}

type emptyDesk struct{ *fakeDesk }

func (emptyDesk) Stories(context.Context, nutgraf.StoryFilter) ([]nutgraf.StoryLine, error) {
	return nil, nil
}

func (emptyDesk) Counts(context.Context) (nutgraf.Counts, error) { return nutgraf.Counts{}, nil }
