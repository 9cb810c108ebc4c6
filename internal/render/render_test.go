package render_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/excerpt"
	"nutgraf/internal/render"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file under testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (go test ./internal/render -update writes it)", err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s differs (-want +got):\n%s", name, diff)
	}
}

func story(t *testing.T, p *nutgraf.StoryPage, o render.Options) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := render.Story(&b, p, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestStoryPage(t *testing.T) {
	f := newFixture(t)
	golden(t, "story.json", f.encoded(t))
	golden(t, "story.html", []byte(story(t, f.Page, render.Options{Document: f.document})))
}

func TestBlocksStandInTheirOrder(t *testing.T) {
	f := newFixture(t)
	page, last := story(t, f.Page, render.Options{Document: f.document}), -1
	for _, id := range []string{"reports", "nutgraf", "differ", "dates", "said", "origin", "claims", "when", "apart", "saga", "made"} {
		at := strings.Index(page, `id="`+id+`"`)
		if at <= last {
			t.Errorf("block %q stands at %d, after the block before it at %d", id, at, last)
		}
		last = at
	}
}

// The page must not judge, and must not claim what it cannot know.
func TestWordsThatThePageNeverUses(t *testing.T) {
	f := newFixture(t)
	page := tags.ReplaceAllString(story(t, f.Page, render.Options{Document: f.document}), " ")
	for _, word := range []string{"copied", "false", "wrong", "left out", "confidence"} {
		if strings.Contains(strings.ToLower(page), word) {
			t.Errorf("the page says %q", word)
		}
	}
}

var tags = regexp.MustCompile(`<[^>]*>`)

// Everything inside the page that it links to is there.
func TestLinksWithinThePageArrive(t *testing.T) {
	f := newFixture(t)
	page := story(t, f.Page, render.Options{Document: f.document})
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+m[1]+`"`) {
			t.Errorf("a link leads to #%s, which is not there", m[1])
		}
	}
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if seen[m[1]] {
			t.Errorf("the id %s stands twice", m[1])
		}
		seen[m[1]] = true
	}
}

// A span that no longer matches the stored text is not shown.
func TestSpansThatNoLongerMatchAreNotShown(t *testing.T) {
	f := newFixture(t)
	f.Docs["bell"].Text, f.Docs["bell"].Capture = strings.ToUpper(f.Docs["bell"].Text), "another"
	page := story(t, f.Page, render.Options{Document: f.document})
	if strings.Contains(page, "/article/bell?t=") {
		t.Error("the page cites words that the report no longer has")
	}
}

// What one report gives as a quotation and another prints as it came is not "only" in
// the one.
func TestOnlyWhereNoOtherHasTheWords(t *testing.T) {
	f := newFixture(t)
	p := f.page(t)
	alone := slices.IndexFunc(p.Families, func(x nutgraf.Family) bool { return len(x.Variants) == 1 })
	if alone < 0 {
		t.Fatal("no utterance of one report")
	}
	count := func() int { return strings.Count(story(t, p, render.Options{}), "<span>only</span>") }
	before := count()
	c := p.Families[alone].Variants[0].Cites[0]
	other := slices.IndexFunc(p.Articles, func(a nutgraf.PageArticle) bool { return a.ID != c.Doc })
	d := f.document(p.Articles[other].ID)
	p.Provenance.Shared = append(p.Provenance.Shared, nutgraf.SharedText{Src: c, Dst: d.Cite(nutgraf.Span{Start: 0, End: min(len(d.Text), 60)}), Kind: "verbatim"})
	if got := count(); got != before-1 {
		t.Errorf("%d utterances are only in one report, %d before", got, before)
	}
	if !strings.Contains(story(t, p, render.Options{}), "words shared with") {
		t.Error("the other report is not named")
	}
}

// A row whose cells stand on the sides of a small difference does not point to a card
// on whose sides its reports stand otherwise.
func TestRowsPointToTheirOwnDifference(t *testing.T) {
	p := newFixture(t).page(t)
	count := func() int { return strings.Count(story(t, p, render.Options{}), ">difference 1</a>") }
	if count() == 0 {
		t.Fatal("no row points to the first difference")
	}
	support := p.Claims[0].Support
	support[0].Side, support[1].Side = support[1].Side, support[0].Side
	if got := count(); got != 0 {
		t.Errorf("%d rows point to it", got)
	}
}

// The first chip behind an entry's words opens the report whose words they are.
func TestAnEntrysWordsAreItsFirstChips(t *testing.T) {
	p := newFixture(t).page(t)
	var other, own nutgraf.Cite
	for _, c := range p.Claims {
		switch {
		case own.Doc == "":
			own = c.Label
		case c.Label.Doc != own.Doc:
			other = c.Label
		}
	}
	if other.Doc == "" {
		t.Fatal("the fixture has no words of two reports")
	}
	day := p.First
	p.Timeline = []nutgraf.TimelineEntry{{From: day, To: day, Text: own.Text, Lane: nutgraf.LaneEvent, Evidence: []nutgraf.Cite{other, own}}}
	page := story(t, p, render.Options{})
	_, row, _ := strings.Cut(page, `<tr id="event-1"`)
	at, before := strings.Index(row, "/article/"+own.Doc), strings.Index(row, "/article/"+other.Doc)
	if at < 0 || before < 0 || at > before {
		t.Errorf("the entry's own report stands at %d, the other at %d", at, before)
	}
}

// What no report dates stands behind what has its date, says so and is not drawn.
func TestUndatedRows(t *testing.T) {
	p := newFixture(t).page(t)
	own, other := p.Claims[0].Label, p.Claims[0].Support[0].Cite
	p.Timeline = []nutgraf.TimelineEntry{
		{From: p.First, To: p.First + 1, Text: "the ferry sails", Lane: nutgraf.LaneEvent},
		{From: nutgraf.NoDay, To: nutgraf.NoDay, Told: "Tuesday", Text: own.Text, Lane: nutgraf.LaneEvent, Evidence: []nutgraf.Cite{own}, Others: []nutgraf.OtherDay{{Told: "Monday", Evidence: []nutgraf.Cite{other}}}},
	}
	page := story(t, p, render.Options{})
	_, row, _ := strings.Cut(page, `<caption>What happened, date not known</caption>`)
	for _, want := range []string{`<tr id="event-2"`, `Tuesday <span class="held">date not known</span>`, "reports differ: Monday</span>", "the order in which the reports tell them"} {
		if !strings.Contains(row, want) {
			t.Errorf("%q is not in the rows without a date", want)
		}
	}
	if strings.Contains(page, `href="#event-2"`) || !strings.Contains(page, `href="#event-1"`) {
		t.Error("the drawing holds a row without a date, or not the one with its date")
	}
}

// A headline beside its own text is one report's matter: who else is on no side of it
// says nothing.
func TestOneReportBesideItselfAsksNoOther(t *testing.T) {
	p := newFixture(t).page(t)
	const silent, both = "on no side shown", "on more than one side"
	first := &p.Conflicts[0]
	p.Conflicts = p.Conflicts[:1]
	if page := story(t, p, render.Options{}); !strings.Contains(page, silent) {
		t.Fatal("the card of two reports does not name the third")
	}
	for i := range first.Sides {
		first.Sides[i].Evidence = first.Sides[0].Evidence
	}
	if page := story(t, p, render.Options{}); strings.Contains(page, silent) || strings.Contains(page, both) {
		t.Error("the card of one report speaks of others")
	}
}

// Where the reports name several origins, the head of the page does not say that they
// name none.
func TestSeveralOriginsAreNamed(t *testing.T) {
	f := newFixture(t)
	p := f.page(t)
	p.Figures.Origin, p.Figures.OriginNamedBy = "", 0
	p.Provenance.Nodes = append(p.Provenance.Nodes, nutgraf.Node{ID: "x1", Name: "Harbour Light", Role: nutgraf.RoleNewsOrigin}, nutgraf.Node{ID: "x2", Name: "Quay Post", Role: nutgraf.RoleNewsOrigin})
	page := story(t, p, render.Options{})
	if strings.Contains(page, "No report names an origin") || strings.Count(page, "Harbour Light, Quay Post.") != 1 {
		t.Error("the head does not name the origins")
	}
}

func TestHostileWordsAreEscaped(t *testing.T) {
	const nasty = `"><script>alert(1)</script><img src=x onerror=alert(2)>`
	f := newFixture(t)
	poison(f.Page, nasty)
	page := story(t, f.Page, render.Options{})
	for _, bad := range []string{"<script", "<img", `onerror=alert(2)>"`} {
		if strings.Contains(page, bad) {
			t.Errorf("the page holds %s", bad)
		}
	}
	if regexp.MustCompile(`(?i)href="\s*javascript:`).MatchString(page) {
		t.Error("the page links to a script")
	}
}

// poison puts hostile words wherever a report's words or names can stand.
func poison(p *nutgraf.StoryPage, nasty string) {
	p.Title = nasty
	for i := range p.Articles {
		a := &p.Articles[i]
		a.Outlet, a.Title, a.URL, a.Byline, a.Range.Basis = nasty, nasty, "javascript:alert(1)", []string{nasty}, nasty
	}
	for i := range p.Conflicts {
		p.Conflicts[i].Matter, p.Conflicts[i].Why = nasty, nasty
		for j := range p.Conflicts[i].Sides {
			p.Conflicts[i].Sides[j].Value, p.Conflicts[i].Sides[j].Letter, p.Conflicts[i].Sides[j].By = nasty, nasty, nasty
		}
	}
	for i := range p.Families {
		p.Families[i].Speaker = nasty
		for j := range p.Families[i].Variants {
			p.Families[i].Variants[j].To = nasty
			for k := range p.Families[i].Variants[j].Cites {
				p.Families[i].Variants[j].Cites[k].Text = nasty
			}
		}
	}
	for i := range p.Provenance.Nodes {
		p.Provenance.Nodes[i].Name, p.Provenance.Nodes[i].Kind = nasty, nasty
	}
	for i := range p.Timeline {
		p.Timeline[i].Text = nasty
	}
	p.Saga, p.SagaStories[0].ID, p.SagaStories[0].Title = nasty, nasty, nasty
}

func TestEmptyStory(t *testing.T) {
	p := &nutgraf.StoryPage{ID: "s", Title: "Nothing", First: nutgraf.NoDay, Last: nutgraf.NoDay, Articles: []nutgraf.PageArticle{{ID: "x", Letter: "A"}}}
	page := story(t, p, render.Options{})
	if !strings.Contains(page, "Only one report is held") {
		t.Error("a story without findings does not say so")
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct {
		from, to nutgraf.Day
		want     string
	}{
		{date(2020, 5, 5), date(2020, 5, 5), "5 May 2020"},
		{date(2020, 5, 4), date(2020, 5, 8), "4–8 May 2020"},
		{date(2020, 4, 1), date(2020, 4, 30), "April 2020"},
		{date(2020, 1, 1), date(2020, 12, 31), "2020"},
		{date(2020, 4, 28), date(2020, 5, 3), "28 April – 3 May 2020"},
		{date(2019, 12, 28), date(2020, 1, 3), "28 December 2019 – 3 January 2020"},
		{nutgraf.NoDay, nutgraf.NoDay, ""},
		{nutgraf.NoDay, date(2020, 5, 5), "until 5 May 2020"},
	} {
		if got := render.Days(c.from, c.to); got != c.want {
			t.Errorf("Days(%v, %v) = %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[float64]string{90e6: "90 million", 1250: "1,250", 3.5: "3.5", 2.4e9: "2.4 billion", -1234567: "-1.23 million", 12: "12", 999999: "999,999"} {
		if got := render.Number(in); got != want {
			t.Errorf("Number(%v) = %q, want %q", in, got, want)
		}
	}
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://a.example/x?y=1": "https://a.example/x?y=1", "javascript:alert(1)": "", "data:text/html,x": "", "//a.example": "", "": "", "a.example": "", "HTTP://a.example/": "http://a.example/",
	} {
		if got := render.Address(in); got != want {
			t.Errorf("Address(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestStandaloneHoldsEverything(t *testing.T) {
	f := newFixture(t)
	var b bytes.Buffer
	if err := render.Standalone(&b, []*nutgraf.StoryPage{f.Page, f.Page}, f.document, excerpt.Policy{}); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, m := range regexp.MustCompile(`href="#([^"]+)"`).FindAllStringSubmatch(page, -1) {
		if !strings.Contains(page, `id="`+m[1]+`"`) {
			t.Errorf("a link leads to #%s, which is not there", m[1])
		}
	}
	seen := map[string]int{}
	for _, m := range regexp.MustCompile(` id="([^"]+)"`).FindAllStringSubmatch(page, -1) {
		seen[m[1]]++
		if seen[m[1]] == 2 {
			t.Errorf("the id %s stands twice", m[1])
		}
	}
	for _, bad := range []string{"<script", "<link", "src=", "url(", `href="/`} {
		if strings.Contains(page, bad) {
			t.Errorf("the file asks for something outside: %s", bad)
		}
	}
	for _, d := range []string{"bell", "ferry", "lamp"} {
		for _, block := range f.Docs[d].Blocks {
			if words := strings.Fields(block.Span.Of(f.Docs[d].Text)); !strings.Contains(tags.ReplaceAllString(page, ""), words[len(words)-1]) {
				t.Errorf("the text of %s is not in the file", d)
			}
		}
	}
}

// TestPrintKeepsHeadings: what folds out lies open in print, and its summary says what it
// is: without it, what was not found in a report would read as what it says.
func TestPrintKeepsHeadings(t *testing.T) {
	_, print, found := strings.Cut(string(render.Style()), "@media print")
	if !found {
		t.Fatal("no rules for print")
	}
	for rule := range strings.SplitSeq(print, "}") {
		if strings.Contains(rule, "summary") && strings.Contains(rule, "display: none") {
			t.Errorf("print hides summaries:%s}", rule)
		}
	}
}

// A refused date stands on no day of the drawing's scale, so its year is told beside it; and
// the list of who published when tells no day twice.
func TestRefusedDateIsToldOnce(t *testing.T) {
	p := newFixture(t).page(t)
	page := story(t, p, render.Options{})
	if want := `<text class="tick" x="110.0" y="86.0">1 Jan 1970</text>`; !strings.Contains(page, want) {
		t.Errorf("the drawing has no %s", want)
	}
	day := date(2025, 3, 2)
	p.Timeline = append(p.Timeline, nutgraf.TimelineEntry{From: day, To: day + 1, Lane: nutgraf.LanePublication, Text: "C is published, by its content", Why: "no date on it; by its content 2-3 Mar 2025"})
	if page = story(t, p, render.Options{}); !strings.Contains(page, `C is published, by its content <span class="held">no date on it</span>`) || strings.Contains(page, "2-3 Mar 2025</span>") {
		t.Error("a report's days are told twice")
	}
}

// Reports that merely differ are not said to differ again under the heading that says so.
func TestPlainDifferenceHasNoKind(t *testing.T) {
	p := newFixture(t).page(t)
	for i := range p.Conflicts {
		p.Conflicts[i].Relation = nutgraf.Conflicting
	}
	if strings.Contains(story(t, p, render.Options{}), `<p class="kind">Reports differ`) {
		t.Error("a card repeats the heading")
	}
	p.Conflicts[0].Relation = nutgraf.Update
	if !strings.Contains(story(t, p, render.Options{}), `<p class="kind">The news may have moved on</p>`) {
		t.Error("a card does not tell that one side may be newer")
	}
}
