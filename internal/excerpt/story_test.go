package excerpt_test

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/excerpt"
)

func TestStory(t *testing.T) {
	long := strings.Repeat("The ferry stays in port. ", 40)
	doc := nutgraf.Document{ID: "a", Text: "Before. " + long}
	cite := doc.Cite(nutgraf.Span{Start: 8, End: len(doc.Text)})
	page := &nutgraf.StoryPage{
		ID: "s", TitleCite: cite, Brief: nutgraf.Brief{Lines: []nutgraf.BriefLine{{Text: long, Cites: []nutgraf.Cite{cite}}}},
		Families:  []nutgraf.Family{{Variants: []nutgraf.Variant{{Cites: []nutgraf.Cite{cite}, Diff: []nutgraf.Edit{{Op: nutgraf.Keep, Text: long}}}}}},
		Conflicts: []nutgraf.Conflict{{Sides: []nutgraf.Side{{Evidence: []nutgraf.Cite{cite}}}}},
		Timeline:  []nutgraf.TimelineEntry{{Text: long}},
	}
	if excerpt.Policy.Story(excerpt.Policy{}, page) != page {
		t.Error("the owner's page is another")
	}
	out := excerpt.Policy{Most: 60}.Story(page)
	for name, c := range map[string]nutgraf.Cite{
		"title": out.TitleCite, "brief": out.Brief.Lines[0].Cites[0], "quotation": out.Families[0].Variants[0].Cites[0], "side": out.Conflicts[0].Sides[0].Evidence[0],
	} {
		if len(c.Text) > 60 || c.Text == "" || c.Span.Of(doc.Text) != c.Text {
			t.Errorf("%s: %q at %v", name, c.Text, c.Span)
		}
	}
	for name, text := range map[string]string{"brief": out.Brief.Lines[0].Text, "diff": out.Families[0].Variants[0].Diff[0].Text, "time": out.Timeline[0].Text} {
		if len(text) > 60 {
			t.Errorf("%s is not cut: %d bytes", name, len(text))
		}
	}
	if page.Brief.Lines[0].Cites[0].Text != cite.Text || page.Families[0].Variants[0].Diff[0].Text != long {
		t.Error("the page itself was cut")
	}
}
