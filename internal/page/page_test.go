package page

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := nutgraf.Letter(i); got != want {
			t.Errorf("nutgraf.Letter(%d) = %s, want %s", i, got, want)
		}
	}
}

func member(id, title, text string) nutgraf.Member {
	d := &nutgraf.Document{ID: id, Title: title, Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
	seg := &nutgraf.Segments{Sentences: []nutgraf.Sentence{{Span: nutgraf.Span{End: len(text)}}}}
	return nutgraf.Member{Doc: d, Seg: seg, Ann: &nutgraf.Annotations{}}
}

func TestPublished(t *testing.T) {
	day := func(from, to int, firm bool) nutgraf.PageArticle {
		a := nutgraf.PageArticle{Range: nutgraf.DateRange{From: nutgraf.NoDay, To: nutgraf.NoDay, Firm: firm}}
		if from > 0 {
			a.Range.From, a.Range.To = nutgraf.DayDate(2023, 3, from), nutgraf.DayDate(2023, 3, to)
		}
		return a
	}
	for name, c := range map[string]struct {
		all         []nutgraf.PageArticle
		first, last string
	}{
		"all dated":                      {[]nutgraf.PageArticle{day(4, 4, true), day(6, 6, true)}, "2023-03-04", "2023-03-06"},
		"one may be earlier":             {[]nutgraf.PageArticle{day(4, 4, true), day(3, 5, false)}, "", ""},
		"one is inferred to lie between": {[]nutgraf.PageArticle{day(4, 4, true), day(5, 6, false), day(9, 9, true)}, "2023-03-04", "2023-03-09"},
		"one is not known":               {[]nutgraf.PageArticle{day(4, 4, true), day(0, 0, false)}, "", ""},
		"none":                           {nil, "", ""},
	} {
		first, last := published(c.all)
		if diff := cmp.Diff([]string{c.first, c.last}, []string{first.String(), last.String()}); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// One body under two headlines is one text.
func TestSameBody(t *testing.T) {
	doc := func(id, head, body string) nutgraf.Member {
		d := &nutgraf.Document{ID: id, Title: head, Text: head + "\n\n" + body, Blocks: []nutgraf.Block{
			{Kind: nutgraf.Headline, Span: nutgraf.Span{End: len(head)}}, {Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: len(head) + 2, End: len(head) + 2 + len(body)}},
		}}
		return nutgraf.Member{Doc: d, Seg: &nutgraf.Segments{}, Ann: &nutgraf.Annotations{}}
	}
	p := Build(nutgraf.Story{ID: "s"}, []nutgraf.Member{
		doc("a", "Mole sinks", "The mole sank at dawn."), doc("b", "Harbour mole sinks", "The mole sank at dawn."), doc("c", "Mole sinks", "The mole sank at noon."),
	}, nutgraf.Findings{}, nutgraf.Brief{}, "v")
	if b := p.Articles[1]; b.SameAs != "a" || b.SameSpan != (nutgraf.Span{Start: 20, End: 42}) || b.SameShift != 8 {
		t.Errorf("%+v", b)
	}
	title := func(id string) nutgraf.Member { // and no text
		m := doc(id, "Mole sinks", "")
		m.Doc.Text, m.Doc.Blocks = m.Doc.Title, m.Doc.Blocks[:1]
		return m
	}
	if q := Build(nutgraf.Story{ID: "s"}, []nutgraf.Member{title("a"), title("b")}, nutgraf.Findings{}, nutgraf.Brief{}, "v"); q.Articles[1].SameAs != "a" {
		t.Errorf("of two reports that are one title each the second is the same as %q", q.Articles[1].SameAs)
	}
	if p.Articles[2].SameAs != "" || p.Figures.Texts != 2 {
		t.Errorf("c is the same as %q; %d texts", p.Articles[2].SameAs, p.Figures.Texts)
	}
}

func TestFigures(t *testing.T) {
	f := nutgraf.Findings{
		Families: []nutgraf.Family{
			{Kind: nutgraf.Direct, Variants: []nutgraf.Variant{{Doc: "a", Quotes: []int{0}}, {Doc: "b", Quotes: []int{0, 1}}}},
			{Kind: nutgraf.Mixed, Variants: []nutgraf.Variant{{Doc: "a", Quotes: []int{0}}, {Doc: "b", Quotes: []int{2}, Kind: nutgraf.Paraphrase}}},
			{Kind: nutgraf.Indirect, Variants: []nutgraf.Variant{{Doc: "a", Quotes: []int{7}}}},
		},
		Conflicts: []nutgraf.Conflict{{Severity: nutgraf.Hard}, {Severity: nutgraf.Soft}, {Severity: nutgraf.Medium}},
		Warnings:  []nutgraf.Warning{{Kind: nutgraf.NoDate}, {Kind: nutgraf.ImplausibleDate}},
		Provenance: nutgraf.Provenance{
			Nodes: []nutgraf.Node{{ID: "a", Doc: "a", Role: nutgraf.RoleReport}, {ID: "o", Name: "Gazette", Role: nutgraf.RoleNewsOrigin}},
			Edges: []nutgraf.Edge{{From: "a", To: "o", Kind: nutgraf.EdgeCredit, News: true}, {From: "a", To: "o", Kind: nutgraf.EdgeCredit}, {From: "b", To: "o", Kind: nutgraf.EdgeInferred}},
		},
	}
	saga := []nutgraf.StoryPage{{ID: "later", Articles: []nutgraf.PageArticle{{ID: "x"}, {ID: "y"}}}}
	p := Build(nutgraf.Story{ID: "s"}, []nutgraf.Member{member("a", "", "One."), member("b", "", "Two."), member("c", "", "One.")}, f, nutgraf.Brief{}, "v")
	if a, c := p.Articles[0].SameAs, p.Articles[2].SameAs; a != "" || c != "a" {
		t.Errorf("the first of one text is the same as %q, the second as %q", a, c)
	}
	Join(&p, "g", saga)
	Join(&p, "g", saga) // what a page was joined to before does not count
	want := nutgraf.Figures{Reports: 3, Texts: 2, FollowUps: 2, Quotations: 3, Utterances: 2, Differences: 2, DateWarnings: 1, Origin: "Gazette", OriginNamedBy: 1}
	if diff := cmp.Diff(want, p.Figures); diff != "" {
		t.Error(diff)
	}
}

func TestSagaOrder(t *testing.T) {
	at := func(id string, day int) nutgraf.StoryPage {
		p := nutgraf.StoryPage{ID: id}
		if day > 0 {
			d := nutgraf.DayDate(2023, 3, day)
			p.Articles = []nutgraf.PageArticle{{Range: nutgraf.DateRange{From: d, To: d, Firm: true}}}
		}
		return p
	}
	var got []string
	for _, l := range links([]nutgraf.StoryPage{at("z", 0), at("c", 9), at("b", 4), at("a", 9), at("y", 0)}) {
		got = append(got, l.ID)
	}
	if diff := cmp.Diff([]string{"b", "a", "c", "y", "z"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestOpening(t *testing.T) {
	text := "SHARE\nThe keeper of the old light at Vale has been told to leave his house before the first of May, he said, by a letter.\nThe council would not say why."
	at := strings.Index(text, "The keeper")
	d := &nutgraf.Document{Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Promo, Span: nutgraf.Span{End: 5}}, {Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: at, End: len(text)}}}}
	if got, want := opening(d), "The keeper of the old light at Vale has been told to leave his house before the first of May, he …"; got != want {
		t.Errorf("opening = %q, want %q", got, want)
	}
}
