package label

import (
	"slices"
	"strings"
	"testing"

	"nutgraf"
)

func TestOutlet(t *testing.T) {
	for _, c := range []struct {
		a    nutgraf.PageArticle
		want string
	}{
		{nutgraf.PageArticle{ID: "a", Outlet: "Vale Gazette", Named: "a"}, "Vale Gazette"},
		{nutgraf.PageArticle{ID: "a", Named: "a"}, Unnamed},
		{nutgraf.PageArticle{ID: "a", Named: "the Gazette"}, "the Gazette"},
	} {
		if got := Outlet(&c.a); got != c.want {
			t.Errorf("%+v: %q", c.a, got)
		}
	}
}

// Reports of the very same text are counted and told of.
func TestReports(t *testing.T) {
	for want, f := range map[string]nutgraf.Figures{
		"1 report":             {Reports: 1, Texts: 1},
		"3 reports":            {Reports: 3, Texts: 3},
		"3 reports (2 texts)":  {Reports: 3, Texts: 2},
		"2 reports (one text)": {Reports: 2, Texts: 1},
	} {
		if got := Reports(&f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	p := nutgraf.StoryPage{Articles: []nutgraf.PageArticle{{ID: "x", Letter: "A"}, {ID: "y", Letter: "B", SameAs: "x"}}}
	p.Articles[0].Title = "Mole sinks"
	if a, b := Same(&p, &p.Articles[0]), Same(&p, &p.Articles[1]); a != "" || b != "same text as A" {
		t.Errorf("%q and %q", a, b)
	}
	p.Articles[1].Title = "Harbour mole sinks"
	if b := Same(&p, &p.Articles[1]); b != "same text as A, under another headline" {
		t.Errorf("with a headline of its own: %q", b)
	}
}

func TestSource(t *testing.T) {
	for _, c := range []struct {
		n    nutgraf.Node
		want string
	}{
		{nutgraf.Node{Name: "Ada Marrow", Kind: "letter", Role: nutgraf.RolePrimary}, "Ada Marrow, letter"},
		{nutgraf.Node{Name: "Marrow's letter", Kind: "letter", Role: nutgraf.RolePrimary}, "Marrow's letter"},
		{nutgraf.Node{Name: "Vale Gazette", Role: nutgraf.RoleNewsOrigin}, "Vale Gazette"},
	} {
		if got := Source(&c.n); got != c.want {
			t.Errorf("%+v: %q", c.n, got)
		}
	}
}

func TestTimeline(t *testing.T) {
	day := nutgraf.DayDate(2031, 3, 4)
	pub := func(d nutgraf.Day, text string) nutgraf.TimelineEntry {
		return nutgraf.TimelineEntry{From: d, To: d, Lane: nutgraf.LanePublication, Text: text}
	}
	var got []string
	for _, e := range Timeline([]nutgraf.TimelineEntry{
		pub(day, "A is published"), pub(day, "B is published, by its content"), pub(day, "C is published"), pub(day+1, "D is published"), pub(day, "E is published"),
	}) {
		got = append(got, e.Text)
	}
	want := []string{"A, C and E are published", "B is published, by its content", "D is published"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestUnknown(t *testing.T) {
	for told, want := range map[string]string{"Tuesday": "date not known", "the weekend": "date not known", "17 Nov": "year not known", "May": "year not known"} {
		if got := Unknown(told); got != want {
			t.Errorf("of %s: %s, want %s", told, got, want)
		}
	}
}

func TestPieces(t *testing.T) {
	cite := func(from int, text string) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{Start: from, End: from + len(text)}}, Text: text}
	}
	for want, cites := range map[string][]nutgraf.Cite{
		"The ferry waits … for nobody.":   {cite(0, "The ferry waits"), cite(40, "for nobody.")},
		`"The ferry waits" "for nobody."`: {cite(0, `"The ferry waits"`), cite(40, `"for nobody."`)},
		"The ferry waits for nobody.":     {cite(0, "The ferry waits"), cite(16, "for nobody.")},
	} {
		if got := strings.Join(Pieces(cites), " "); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestEarliest(t *testing.T) {
	for _, c := range []struct{ letter, why, want string }{
		{"A", "", "Earliest we hold: A."},
		{"A", "its date is the only one.", "Earliest we hold: A. Its date is the only one."},
		{"", "Cannot be said: only B has a date.", "Earliest we hold: cannot be said; only B has a date."},
		{"", "no report has a date", "Earliest we hold: cannot be said; no report has a date."},
		{"", "", ""},
	} {
		if got := Earliest(c.letter, c.why); got != c.want {
			t.Errorf("%q, %q: got %q, want %q", c.letter, c.why, got, c.want)
		}
	}
}

// Where a side's words are somebody's, nobody is said not to be found.
func TestNoSource(t *testing.T) {
	cite := func(start, end int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{Start: start, End: end}}}
	}
	p := &nutgraf.StoryPage{Families: []nutgraf.Family{{Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite(10, 40)}}}}}}
	for _, c := range []struct {
		by       string
		at, till int
		want     string
	}{{"Ola Venn", 100, 120, ""}, {"", 100, 120, "no source found"}, {"", 12, 30, ""}, {"", 38, 60, "no source found"}} {
		if got := NoSource(p, &nutgraf.Side{By: c.by, Evidence: []nutgraf.Cite{cite(c.at, c.till)}}); got != c.want {
			t.Errorf("%q at %d: %q, want %q", c.by, c.at, got, c.want)
		}
	}
	if got := NoSource(p, &nutgraf.Side{Sourced: true, Evidence: []nutgraf.Cite{cite(100, 120)}}); got != "" {
		t.Errorf("of words that name who tells them: %q", got)
	}
	if got := NoSource(nil, &nutgraf.Side{}); got != "" {
		t.Errorf("without a page: %q", got)
	}
}

func TestPointing(t *testing.T) {
	for _, c := range []struct {
		n, all int
		want   string
	}{{4, 4, "all 4 point"}, {1, 1, "it points"}, {1, 3, "1 of 3 points"}, {2, 3, "2 of 3 point"}} {
		if got := Pointing(c.n, c.all); got != c.want {
			t.Errorf("%d of %d: %q, want %q", c.n, c.all, got, c.want)
		}
	}
}

// Of a difference it is told who stands on several sides and who on none, but not where all
// sides are one report's.
func TestStanding(t *testing.T) {
	at := func(doc string) nutgraf.Cite { return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc}} }
	reports := []nutgraf.PageArticle{{ID: "a", Letter: "A"}, {ID: "b", Letter: "B"}, {ID: "c", Letter: "C"}}
	c := &nutgraf.Conflict{Sides: []nutgraf.Side{{Evidence: []nutgraf.Cite{at("a"), at("a")}}, {Evidence: []nutgraf.Cite{at("a"), at("b")}}}}
	if both, silent := Standing(reports, c); Series(both) != "A" || Series(silent) != "C" {
		t.Errorf("on several %v, on none %v", both, silent)
	}
	c.Sides[1].Evidence = c.Sides[0].Evidence
	if both, silent := Standing(reports, c); both != nil || silent != nil {
		t.Errorf("of one report: on several %v, on none %v", both, silent)
	}
}

func TestLimits(t *testing.T) {
	d := &nutgraf.Document{Notes: []nutgraf.Note{{Code: "charset", Text: "decoded"}, {Code: "title_only", Text: "it has no text"}, {Code: "bad_date", Text: "its date"}}}
	if got := strings.Join(Limits(d), "|"); got != "It has no text|Its date" || Limits(nil) != nil {
		t.Error(got)
	}
}
