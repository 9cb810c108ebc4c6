package newsroom

import (
	"bytes"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func articles(t *testing.T) []Article {
	t.Helper()
	arts, err := Articles()
	if err != nil {
		t.Fatal(err)
	}
	return arts
}

func pages(t *testing.T) []Page {
	t.Helper()
	pages, err := Pages()
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func TestNewsroomIsLargeEnough(t *testing.T) {
	outlets, events := map[string]bool{}, map[string]bool{}
	arts := articles(t)
	for _, a := range arts {
		outlets[a.Outlet], events[a.Event] = true, true
	}
	if len(arts) < 45 || len(outlets) < 7 || len(events) < 9 {
		t.Errorf("%d articles from %d outlets about %d events; want at least 45, 7 and 9", len(arts), len(outlets), len(events))
	}
}

func TestArticlesAreWhole(t *testing.T) {
	names := map[string]string{}
	for _, a := range articles(t) {
		if a.Headline == "" || a.Slug == "" || a.Section == "" || a.Date.IsZero() {
			t.Errorf("%s lacks a headline, a slug, a section or a date", a.ID)
		}
		name := a.Outlet + "/" + a.Slug
		if other, taken := names[name]; taken {
			t.Errorf("%s and %s share the name %s", a.ID, other, name)
		}
		names[name] = a.ID
		if !strings.HasPrefix(a.Story, a.Event) {
			t.Errorf("%s: its story %q does not begin with its event %q", a.ID, a.Story, a.Event)
		}
		words := 0
		for _, b := range a.Blocks {
			words += len(strings.Fields(b.Text()))
		}
		if words < 200 || words > 600 {
			t.Errorf("%s has %d words", a.ID, words)
		}
	}
}

func TestBlocksHaveTheirParts(t *testing.T) {
	parts := map[string]int{"photo": 2, "post": 3, "comment": 2}
	for _, a := range articles(t) {
		for _, b := range append(a.Blocks, a.Comments...) {
			if want := max(1, parts[b.Kind]); len(b.Parts) != want {
				t.Errorf("%s: %s block has %d parts, want %d: %.60q", a.ID, b.Kind, len(b.Parts), want, b.Text())
			}
		}
	}
}

func TestPagesParseAndHoldTheirArticles(t *testing.T) {
	outlets, err := readOutlets()
	if err != nil {
		t.Fatal(err)
	}
	texts := shownTexts(t)
	for _, a := range articles(t) {
		o := outlets[a.Outlet]
		for _, b := range a.Blocks {
			if words := plain(o.set(b.Parts[len(b.Parts)-1])); !strings.Contains(texts[a.ID], words) {
				t.Errorf("the page of %s lacks %.60q", a.ID, words)
			}
		}
		if !strings.Contains(texts[a.ID], o.set(a.Headline)) {
			t.Errorf("the page of %s lacks its headline", a.ID)
		}
	}
}

// shownTexts returns the visible text of every page by its article.
func shownTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, p := range pages(t) {
		root, err := html.Parse(bytes.NewReader(p.HTML))
		if err != nil {
			t.Fatalf("%s: %v", p.Name, err)
		}
		texts[p.Article] = visible(root)
	}
	return texts
}

func visible(n *html.Node) string {
	var out strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			out.WriteString(d.Data)
		}
	}
	return out.String()
}

func TestUndatedPagesShowNoDate(t *testing.T) {
	byID := map[string]Page{}
	for _, p := range pages(t) {
		byID[p.Article] = p
	}
	for _, a := range articles(t) {
		if a.PageDate.IsZero() && (bytes.Contains(byID[a.ID].HTML, []byte("datePublished")) || bytes.Contains(byID[a.ID].HTML, []byte("<time"))) {
			t.Errorf("%s states a date", a.ID)
		}
	}
}

func TestPagesAreTheSameEveryTime(t *testing.T) {
	first, second := pages(t), pages(t)
	for i := range first {
		if first[i].Name != second[i].Name || !bytes.Equal(first[i].HTML, second[i].HTML) {
			t.Errorf("%s differs from run to run", first[i].Name)
		}
	}
}

func TestPlantedTroublesStandWhereTheyShould(t *testing.T) {
	arts := map[string]Article{}
	for _, a := range articles(t) {
		arts[a.ID] = a
	}
	planted, err := Planted()
	if err != nil {
		t.Fatal(err)
	}
	seen, shown := map[string]bool{}, shownTexts(t)
	for _, trouble := range planted {
		seen[trouble.Kind] = true
		for _, p := range trouble.Places {
			a, ok := arts[p.Article]
			raw, _ := files.ReadFile("articles/" + p.Article + ".txt")
			switch {
			case !ok:
				t.Errorf("%s: no article %q", trouble.Kind, p.Article)
			case a.Event != trouble.Event && trouble.Kind != "alike":
				t.Errorf("%s: article %s is not of event %s", trouble.Kind, p.Article, trouble.Event)
			case !bytes.Contains(raw, []byte(p.Words)):
				t.Errorf("%s: %s lacks the words %q", trouble.Kind, p.Article, p.Words)
			case !strings.HasPrefix(trouble.Kind, "date/") && !strings.Contains(shown[p.Article], p.Shown):
				t.Errorf("%s: the page of %s lacks the words %q", trouble.Kind, p.Article, p.Shown)
			}
		}
	}
	for _, kind := range kinds {
		if !seen[kind] {
			t.Errorf("nothing planted of kind %s", kind)
		}
	}
}

var kinds = strings.Fields(`
	quote/verbatim quote/typographic quote/truncated quote/edited quote/spliced quote/paraphrase quote/turned
	quote/pronoun quote/role quote/unnamed primary/post primary/filing primary/statement primary/study
	credit chain origin-not-held reprint wire conflict/value conflict/status conflict/scope conflict/unit
	conflict/window conflict/place conflict/relation
	conflict/priority conflict/wording copy conflict/speaker conflict/date conflict/name headline update follow-up alike namesakes
	date/implausible date/future date/none date/ambiguous date/modified pull-quote no-outlet money percent measure superlative correction`)

func TestMarksAreSetInTheOutletsManner(t *testing.T) {
	curly := outlet{curly: true}
	for _, c := range []struct{ in, out string }{
		{`"It's late," she said.`, "\u201cIt\u2019s late,\u201d she said."},
		{`He said -- "no".`, "He said \u2014 \u201cno\u201d."},
		{`'We can't wait', he said`, "\u2018We can\u2019t wait\u2019, he said"},
		{`["we"] went...`, "[\u201cwe\u201d] went\u2026"},
	} {
		if got := curly.set(c.in); got != c.out {
			t.Errorf("set(%q) = %q, want %q", c.in, got, c.out)
		}
		if got := (outlet{}).set(c.in); got != c.in {
			t.Errorf("a straight outlet changes %q to %q", c.in, got)
		}
	}
}

func BenchmarkPages(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Pages(); err != nil {
			b.Fatal(err)
		}
	}
}
