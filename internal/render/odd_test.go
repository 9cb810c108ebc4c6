package render_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/render"
)

// odd is a story of reports that bear letters from A on, with the texts given.
func odd(texts ...string) (*nutgraf.StoryPage, func(string) *nutgraf.Document) {
	p := &nutgraf.StoryPage{ID: "odd", Title: "Bell tower leans", First: nutgraf.NoDay, Last: nutgraf.NoDay}
	docs := map[string]*nutgraf.Document{}
	for i, t := range texts {
		id := fmt.Sprintf("r%d", i)
		docs[id] = &nutgraf.Document{ID: id, Text: t, Lang: "en", Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 0, End: len(t)}}}}
		p.Articles = append(p.Articles, nutgraf.PageArticle{ID: id, Letter: string(rune('A' + i)), Outlet: fmt.Sprintf("Outlet %d", i)})
		p.Provenance.Nodes = append(p.Provenance.Nodes, nutgraf.Node{ID: "n" + id, Doc: id, Name: p.Articles[i].Outlet, Role: nutgraf.RoleReport})
	}
	p.Figures.Reports, p.Figures.Texts = len(texts), len(texts)
	return p, func(id string) *nutgraf.Document { return docs[id] }
}

// Of a report alone nothing is said that needs another beside it.
func TestOneReport(t *testing.T) {
	p, document := odd("“It leans to the east,” the sexton said.")
	p.Timeline = []nutgraf.TimelineEntry{{From: date(2025, 3, 1), To: date(2025, 3, 1), Text: "A is published", Lane: nutgraf.LanePublication}}
	cite := document("r0").Cite(nutgraf.Span{Start: 0, End: 27})
	p.Families = []nutgraf.Family{{ID: "q1", Speaker: "Ola Venn", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: "r0", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite}}}}}
	page := story(t, p, render.Options{Document: document})
	for _, no := range []string{"Where reports differ", "no differences shown", "Where it came from", "Earliest", ">only<", `id="when"`, `href="#differ"`} {
		if strings.Contains(page, no) {
			t.Errorf("the page of one report says %q", no)
		}
	}
	if !strings.Contains(page, "Only one report is held") {
		t.Error("the page does not say that one report is all")
	}
}

// Of reports with one text each thing is told once.
func TestCopies(t *testing.T) {
	const text = "The tower leans to the east, said the sexton, who saw it at dawn."
	p, document := odd(text, text, text)
	p.Figures.Texts = 1
	whole := nutgraf.Span{Start: 0, End: len(text)}
	f := nutgraf.Family{ID: "q1", Speaker: "unnamed sexton", Kind: nutgraf.Indirect, Said: nutgraf.NoDay}
	for i := range p.Articles {
		p.Articles[i].Shares = []float64{1, 1, 1}
		f.Variants = append(f.Variants, nutgraf.Variant{Doc: p.Articles[i].ID, Kind: nutgraf.Paraphrase, Cites: []nutgraf.Cite{document(p.Articles[i].ID).Cite(whole)}})
		for k := range i {
			a, b := p.Articles[i].ID, p.Articles[k].ID
			p.Provenance.Edges = append(p.Provenance.Edges, nutgraf.Edge{From: "n" + a, To: "n" + b, Kind: nutgraf.EdgeReuse, Evidence: []nutgraf.Cite{document(a).Cite(whole)}})
			p.Provenance.Shared = append(p.Provenance.Shared, nutgraf.SharedText{Src: document(a).Cite(whole), Dst: document(b).Cite(whole)})
		}
		if i > 0 {
			p.Articles[i].SameAs = "r0"
		}
	}
	p.Families = []nutgraf.Family{f}
	page := story(t, p, render.Options{Document: document})
	for words, want := range map[string]int{
		"All reports have the same text": 1, "Same text as A": 2, "shares text with": 0,
		"Passages that reports share": 0, "What each report alone says": 0, "wordings</summary>": 0, "not quoted": 0,
	} {
		if n := strings.Count(page, words); n != want {
			t.Errorf("%q stands %d times on the page of copies, want %d", words, n, want)
		}
	}
}

// Places of which the same is told share a row, those of which nothing is told come first.
func TestPlaces(t *testing.T) {
	p, document := odd("“It leans to the east.”", "“It leans.”", "“It leans to the east.”", "“It leans.”")
	f := nutgraf.Family{ID: "q1", Speaker: "Ola Venn", Kind: nutgraf.Direct, Said: nutgraf.NoDay}
	for i, a := range p.Articles {
		d := document(a.ID)
		v := nutgraf.Variant{Doc: a.ID, Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{d.Cite(nutgraf.Span{Start: 0, End: len(d.Text)})}}
		if i%2 == 1 {
			v.Kind, v.Turns = nutgraf.Truncated, []string{"to the <east>"}
		}
		f.Variants = append(f.Variants, v)
	}
	p.Families = []nutgraf.Family{f}
	page := tags.ReplaceAllString(story(t, p, render.Options{Document: document}), "")
	if want := "A¶1 C¶1 B¶1 D¶1 shorter · without to the &lt;east&gt;"; !strings.Contains(page, want) {
		t.Errorf("the rows of places are not %q in:\n%s", want, page[strings.Index(page, "Who said what"):])
	}
}

// A story of very many differences and utterances shows the first, says how many more
// there are, and leads to them.
func TestVeryMany(t *testing.T) {
	p, document := odd("The tower leans 4 degrees.", "The tower leans 5 degrees.")
	a, b := document("r0").Cite(nutgraf.Span{Start: 0, End: 26}), document("r1").Cite(nutgraf.Span{Start: 0, End: 26})
	for i := range 300 {
		p.Conflicts = append(p.Conflicts, nutgraf.Conflict{ID: fmt.Sprintf("d%d", i), Severity: nutgraf.Hard, Sides: []nutgraf.Side{{Letter: "a", Value: "4", Evidence: []nutgraf.Cite{a}}, {Letter: "b", Value: "5", Evidence: []nutgraf.Cite{b}}}})
		p.Families = append(p.Families, nutgraf.Family{ID: fmt.Sprintf("q%d", i), Speaker: "Ola Venn", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: "r0", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{a}}}})
	}
	first, whole := story(t, p, render.Options{Document: document}), story(t, p, render.Options{Document: document, Whole: true})
	for _, c := range []struct {
		mark, more string
		most       int
	}{{`class="card"`, `?whole=yes#differ">and 260 more`, 40}, {"<blockquote", `?whole=yes#said">and 180 more`, 120}} {
		if n := strings.Count(first, c.mark); n != c.most || !strings.Contains(first, c.more) {
			t.Errorf("the first page has %d of %s, want %d and %s", n, c.mark, c.most, c.more)
		}
		if n := strings.Count(whole, c.mark); n != 300 {
			t.Errorf("the whole page has %d of %s", n, c.mark)
		}
	}
}

// Words of a report keep their own direction of writing and language; of a report that
// could only be read in part the page says so.
func TestOtherLanguages(t *testing.T) {
	p, document := odd("الجسر مغلق")
	d := document("r0")
	d.Lang, d.Notes = "ar", []nutgraf.Note{{Code: nutgraf.NoWordLists, Text: "in a language that is not read"}}
	p.Articles[0].Title = d.Text
	page := story(t, p, render.Options{Document: document})
	for _, want := range []string{`<span class="title" dir="auto" lang="ar">`, "In a language that is not read."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
}

// A page that states a paragraph as its headline does not fill the list of reports with it.
func TestLongHeadlineIsCut(t *testing.T) {
	p := newFixture(t).page(t)
	p.Articles[1].Title = strings.Repeat("mole and quay ", 200)
	if page := story(t, p, render.Options{}); strings.Contains(page, strings.Repeat("mole and quay ", 20)) || !strings.Contains(page, strings.Repeat("mole and quay ", 15)) {
		t.Error("the headline is not cut")
	}
}

// What all lies on one day is no line of time: a drawing of it would be an empty box.
func TestOneDayIsNotDrawn(t *testing.T) {
	p := newFixture(t).page(t)
	for i := range p.Timeline {
		p.Timeline[i].From, p.Timeline[i].To = date(2025, 2, 14), date(2025, 2, 14)
	}
	if page := story(t, p, render.Options{}); strings.Contains(page, `<svg class="when"`) || !strings.Contains(page, "Who published when") {
		t.Error("one day is drawn, or is not told")
	}
	p.Timeline = slices.DeleteFunc(p.Timeline, func(e nutgraf.TimelineEntry) bool { return e.Lane != nutgraf.LanePublication })
	if page := story(t, p, render.Options{}); strings.Contains(page, `id="when"`) {
		t.Error("the one day on which all were published is told again")
	}
}
