package text

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
)

func cite(doc string, para int, words string) nutgraf.Cite {
	return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{End: len(words)}}, Text: words, Para: para}
}

// ferry is a story made by hand, with one of everything.
func ferry() *nutgraf.StoryPage {
	day := func(d int) nutgraf.Day { return nutgraf.DayDate(2026, 3, d) }
	return &nutgraf.StoryPage{
		ID: "s1", Title: "Norrholm ferry stays in port", TitleCite: cite("light", 0, "Norrholm ferry stays in port"),
		Figures: nutgraf.Figures{Reports: 2, FollowUps: 1, Quotations: 3, Utterances: 2, Differences: 1, DateWarnings: 1, Origin: "The Harbour Light", OriginNamedBy: 1},
		Articles: []nutgraf.PageArticle{
			{ID: "light", Outlet: "The Harbour Light", Range: nutgraf.DateRange{Basis: "2 Mar 2026; nothing in it speaks against"}},
			{ID: "post_77a1b2c3d4e5f60718", Range: nutgraf.DateRange{Basis: "dated 1 Jan 2026: does not fit; by its content 2-3 Mar 2026"}},
		},
		Brief: nutgraf.Brief{Lines: []nutgraf.BriefLine{
			{Text: "The ferry stays in port until Friday.", Cites: []nutgraf.Cite{cite("light", 1, ""), cite("post_77a1b2c3d4e5f60718", 2, "")}, Note: "Friday: 6 Mar 2026"},
		}},
		Conflicts: []nutgraf.Conflict{
			{Matter: "passengers: how many?", Why: "The numbers differ.", Severity: nutgraf.Hard, Sides: []nutgraf.Side{
				{Letter: "a", Value: "240", By: "Vestlinjen", Evidence: []nutgraf.Cite{cite("light", 2, "About 240 passengers")}},
				{Letter: "b", Value: "200", Evidence: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 1, "some 200 passengers")}},
			}},
			{Matter: "why it stays", Why: "Told in two ways.", Severity: nutgraf.Soft, Sides: []nutgraf.Side{
				{Letter: "a", Value: "held back", Evidence: []nutgraf.Cite{cite("light", 1, "held back")}},
				{Letter: "b", Value: "laid up", Evidence: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 1, "laid up")}},
			}},
		},
		Warnings: []nutgraf.Warning{
			{Doc: "post_77a1b2c3d4e5f60718", Kind: nutgraf.ImplausibleDate, Why: "the page says 1 Jan 2026.", Evidence: []nutgraf.Cite{cite("light", 1, "")}},
			{Doc: "light", Kind: nutgraf.NoDate, Why: "not shown"},
		},
		Families: []nutgraf.Family{
			{Speaker: "Åsa Lind", Kind: nutgraf.Direct, Said: day(2), Addressee: "The Harbour Light", Variants: []nutgraf.Variant{
				{Doc: "light", Cites: []nutgraf.Cite{cite("light", 2, "“We will not sail before the inspectors are satisfied”")}, To: "told The Harbour Light"},
				{
					Doc: "post_77a1b2c3d4e5f60718", Kind: nutgraf.Truncated, Cites: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 3, "“We will not sail”")},
					Diff: []nutgraf.Edit{{Op: nutgraf.Keep, Text: "We will not sail"}, {Op: nutgraf.Drop, Text: "before the inspectors are satisfied"}}, Turns: []string{"before"},
				},
			}},
			{Speaker: "Åsa Lind", Kind: nutgraf.Indirect, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: "light", Cites: []nutgraf.Cite{cite("light", 3, "the fire was small")}}}},
			{
				Speaker: "unnamed official", Kind: nutgraf.Direct, Said: nutgraf.NoDay, SpeakerEvidence: []nutgraf.Cite{cite("light", 3, "an official")},
				Variants: []nutgraf.Variant{{Doc: "light", Cites: []nutgraf.Cite{cite("light", 3, "“No”")}}},
			},
		},
		Provenance: nutgraf.Provenance{
			Nodes: []nutgraf.Node{
				{ID: "light", Doc: "light", Role: nutgraf.RoleReport},
				{ID: "post", Doc: "post_77a1b2c3d4e5f60718", Role: nutgraf.RoleReport},
				{ID: "o", Name: "The Harbour Light", Doc: "light", Role: nutgraf.RoleNewsOrigin, Words: true},
				{ID: "t", Name: "Vestlinjen", Kind: "statement", Role: nutgraf.RolePrimary},
			},
			Edges: []nutgraf.Edge{
				{From: "post", To: "o", Kind: nutgraf.EdgeCredit, News: true, Evidence: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 3, "told The Harbour Light")}},
				{From: "light", To: "t", Kind: nutgraf.EdgeCredit, News: true},
				{From: "light", To: "post", Kind: nutgraf.EdgeReuse, Why: "nine words."},
			},
			EarliestWhy: "Cannot be said: only A has a date.",
		},
		Timeline: []nutgraf.TimelineEntry{
			{From: day(2), To: day(2), Text: "a fire in the engine room", Evidence: []nutgraf.Cite{cite("light", 1, "")}},
			{From: day(2), To: day(3), Text: "B is published", Lane: nutgraf.LanePublication},
			{From: nutgraf.DayDate(2026, 1, 1), To: nutgraf.DayDate(2026, 1, 1), Refused: true, Text: "not shown"},
			{
				From: nutgraf.NoDay, To: nutgraf.NoDay, Told: "Sunday", Text: "the ferry was painted", Evidence: []nutgraf.Cite{cite("light", 1, "")},
				Others: []nutgraf.OtherDay{{Told: "Monday", Evidence: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 1, "")}}},
			},
		},
		SagaStories: []nutgraf.StoryLink{{
			ID: "s2", Title: "Ferry sails again",
			Articles: []nutgraf.PageArticle{{ID: "day", Outlet: "The Day", Byline: []string{"Mari Holm"}, Published: nutgraf.Published{Value: "2026-04-02"}}},
			Families: []nutgraf.Family{{Speaker: "Jon Berg", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: "day", Cites: []nutgraf.Cite{cite("day", 2, "“At last”")}}}}},
		}},
	}
}

const ferryText = `Norrholm ferry stays in port                                     (headline of A)
2 reports, 1 follow-up · one points to The Harbour Light, which is not held ·
3 quotations (2 utterances) · 1 difference · 1 date warning

 A  The Harbour Light  2 Mar 2026; nothing in it speaks against            light
 B  outlet not named   dated 1 Jan 2026: does not fit; by its content 2-3 Mar
                       2026                                             post_77a

IN SHORT
 The ferry stays in port until Friday. [1]
 [1] A ¶1 (Friday: 6 Mar 2026); also B ¶2

WHERE REPORTS DIFFER
 1  Passengers: how many?
    a  240
       A ¶2  Vestlinjen: "About 240 passengers"
    b  200
       B ¶1  "some 200 passengers"
    The numbers differ.
    Small differences in how things are told:
    Why it stays: held back (A ¶1); laid up (B ¶1)
 !  Date of B. The page says 1 Jan 2026.
    (A ¶1)

WHO SAID WHAT
 Åsa Lind
  "We will not sail before the inspectors are satisfied"        2 Mar  A ¶2 B ¶3
     To The Harbour Light: A "told The Harbour Light".
     B  shorter: We will not sail [-before the inspectors are satisfied-]
        without "before", which may turn the sense
  and 1 more, not quoted, each in one report
 Not named: "an official" (A ¶3)

WHERE IT CAME FROM
 The Harbour Light (held: A, the words are in it) <- B ¶3 "told The Harbour
    Light"
 For single passages: Vestlinjen, statement (A)
 A and B share text: nine words.
 Earliest we hold: cannot be said; only A has a date.

WHEN
   2 Mar 2026  a fire in the engine room                                       A
 2-3 Mar 2026  B is published
 Date not known, as the reports tell it:
       Sunday  the ferry was painted                                           A
               reports differ: Monday (B)

FOLLOW-UP  C  The Day, Mari Holm; 2 Apr 2026                                 day
 "At last"                                                        Jon Berg, C ¶2
`

func write(t *testing.T, o Options, stories ...*nutgraf.StoryPage) string {
	t.Helper()
	var b strings.Builder
	if err := Write(&b, stories, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAStoryAsTheTerminalShowsIt(t *testing.T) {
	if diff := cmp.Diff(ferryText, write(t, Options{}, ferry())); diff != "" {
		t.Errorf("text (-want +got):\n%s", diff)
	}
}

func TestColourChangesNothingElse(t *testing.T) {
	coloured := write(t, Options{Colour: true}, ferry())
	if !strings.Contains(coloured, "\x1b[1m") {
		t.Error("no style in coloured text")
	}
	var lines []string
	for l := range strings.Lines(bareANSI(coloured)) {
		lines = append(lines, strings.TrimRight(l, " \n"))
	}
	if diff := cmp.Diff(strings.Split(strings.TrimSuffix(ferryText, "\n"), "\n"), lines); diff != "" {
		t.Errorf("text without its styles (-want +got):\n%s", diff)
	}
}

func bareANSI(s string) string {
	for _, code := range []string{"0", "1", "2", "4", "9", "36"} {
		s = strings.ReplaceAll(s, "\x1b["+code+"m", "")
	}
	return s
}

// Whatever stands in an article, no control character of it reaches the
// terminal, and no line is longer than the terminal is wide unless a single
// word is.
func TestHostileTextIsHarmless(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		p := ferry()
		nasty := rapid.StringOf(rapid.RuneFrom([]rune{'a', 'é', '界', ' ', '\n', '\x1b', '[', 'm', '\x01', '\x1f', '\u202e', '"', '”', '\u0301', '\u009b'})).Draw(rt, "nasty")
		p.Title, p.Conflicts[0].Matter, p.Families[0].Speaker = nasty, nasty, nasty+"x"
		p.Families[0].Variants[0].Cites[0].Text = nasty
		p.Articles[0].Outlet, p.Timeline[0].Text, p.SagaStories[0].Articles[0].Outlet = nasty, nasty, nasty
		out := write(t, Options{}, p)
		for _, r := range out {
			if r != '\n' && (unicode.IsControl(r) || r == '\u202e') {
				rt.Fatalf("control character %q in %q", r, out)
			}
		}
		for l := range strings.Lines(out) {
			l = strings.TrimSuffix(l, "\n")
			if columns(l) > 80 && len(strings.Fields(l)) > 6 {
				rt.Fatalf("a line of %d columns: %q", columns(l), l)
			}
		}
	})
}

func TestSingleReportsAreListedOrToldOf(t *testing.T) {
	single := func(id, title string) *nutgraf.StoryPage {
		return &nutgraf.StoryPage{ID: id, Title: title, Articles: []nutgraf.PageArticle{{ID: id, Outlet: "The Day"}}}
	}
	out := write(t, Options{}, ferry(), single("s2", "Ferry sails again"), single("s3", "Choir wins prize"))
	if strings.Contains(out, "Ferry sails again") || !strings.Contains(out, "REPORTS THAT STAND ALONE\n Choir wins prize") {
		t.Errorf("single reports stand elsewhere:\n%s", out)
	}
	if out := write(t, Options{}, single("s3", "Choir wins prize")); !strings.HasPrefix(out, "Choir wins prize\n") {
		t.Errorf("a report alone has no page:\n%s", out)
	}
}

func TestMarksOfQuotationsStandWhereTheyStood(t *testing.T) {
	for _, c := range []struct {
		kind nutgraf.QuoteKind
		text []string
		want string
	}{
		{nutgraf.Direct, []string{"“We will not sail,”", "“Ask me again tomorrow.”"}, `We will not sail," "Ask me again tomorrow.`},
		{nutgraf.Direct, []string{`"We will not sail`, `before Friday."`}, "We will not sail before Friday."},
		{nutgraf.Direct, []string{"We will not sail", "", "before Friday."}, `We will not sail" … "before Friday.`},
		{nutgraf.Direct, []string{"the wait “is a long one.”", "“Ask me again tomorrow.”"}, "the wait “is a long one.” “Ask me again tomorrow.”"},
		{nutgraf.Direct, []string{"The line that “never waits” waits."}, "The line that “never waits” waits."},
		{nutgraf.Mixed, []string{"a long wait", "", "a small boat"}, `"a long wait" … "a small boat"`},
		{nutgraf.Mixed, []string{"The wait", "", "is “a very long one”"}, "The wait … is “a very long one”"},
		{nutgraf.Mixed, []string{"it “a very long wait for a ferry”"}, "it “a very long wait for a ferry”"},
		{nutgraf.Mixed, []string{"the wait “long” and the boat “small”"}, "the wait “long” and the boat “small”"},
		{nutgraf.Mixed, []string{"“long”"}, "long"},
		{nutgraf.Mixed, nil, ""},
	} {
		var cites []nutgraf.Cite
		at := 0
		for _, x := range c.text {
			next := nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{Start: at, End: at + len(x)}}, Text: x, Para: 1}
			if at = next.Span.End + 1; x == "" {
				at += 20 // words left out
				continue
			}
			cites = append(cites, next)
		}
		if got := utteranceWords(&nutgraf.Family{Kind: c.kind}, cites); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTheSameIsSaidOnce(t *testing.T) {
	p := ferry()
	p.Articles[1].Range.Basis = "3 Mar 2026; nothing in it speaks against"
	p.Families[1].Variants = append(p.Families[1].Variants, nutgraf.Variant{Doc: "post_77a1b2c3d4e5f60718", Cites: []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 4, "the fire was small")}})
	p.Provenance.Edges = append(p.Provenance.Edges[:2],
		nutgraf.Edge{From: "light", To: "post", Kind: nutgraf.EdgeSharedQuote, Why: "Both quote the same words; which had them from which cannot be shown."},
		nutgraf.Edge{From: "post", To: "light", Kind: nutgraf.EdgeReuse, Why: "Both have these words; which had them from which cannot be shown."})
	p.Provenance.OriginsWhy = "A names no origin of the news."
	out := write(t, Options{}, p)
	for _, want := range []string{
		"  2 Mar 2026                                          light\n",
		"Dates are the pages' own; nothing in the texts speaks against them.\n",
		`not quoted:  A ¶3 B ¶4 the fire was small` + "\n",
		"A and B share a quotation and other text; which had them from which cannot be\n    shown.\n",
		" A names no origin of the news.\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

func TestALongSagaIsCutAroundItsStory(t *testing.T) {
	p := ferry()
	for i := range p.Articles {
		p.Articles[i].Range.From, p.Articles[i].Range.To = nutgraf.DayDate(2026, 3, 2), nutgraf.DayDate(2026, 3, 3)
	}
	p.SagaStories = nil
	for m := 1; m <= 12; m++ {
		id := fmt.Sprintf("later-%d", m)
		p.SagaStories = append(p.SagaStories, nutgraf.StoryLink{ID: id, Articles: []nutgraf.PageArticle{
			{ID: id, Range: nutgraf.DateRange{From: nutgraf.DayDate(2026, m, 20), To: nutgraf.DayDate(2026, m, 20), Basis: "dated"}},
		}})
	}
	p.Figures.FollowUps = 12
	out := write(t, Options{}, p)
	for _, want := range []string{"2 reports, 12 more in its saga ·", "EARLIER  C", "FOLLOW-UP  ", "The saga has 4 stories more.\n"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	if full := write(t, Options{Full: true}, p); !strings.Contains(full, "later-12") {
		t.Errorf("a saga is cut though all was wanted:\n%s", full)
	}
}

func TestTogether(t *testing.T) {
	for want, pairs := range map[string][]string{
		"A, B and C":       {"A and B", "A and C", "B and C"},
		"A and B; B and C": {"A and B", "B and C"},
		"A and B":          {"A and B"},
		"A and B; C and D": {"A and B", "C and D"},
	} {
		if got := (&view{}).together(pairs); got != want {
			t.Errorf("together(%q) = %q", pairs, got)
		}
	}
}

// What somebody said, over all stories: every wording with the reports that have it.
func TestUtterancesShowEveryWording(t *testing.T) {
	var b strings.Builder
	f := ferry().Families[0]
	f.Variants = append(f.Variants, nutgraf.Variant{Doc: "wire", Kind: nutgraf.Verbatim, How: nutgraf.HowReport, Cites: []nutgraf.Cite{cite("wire", 1, "“We will not sail before the inspectors are satisfied”")}})
	if err := Utterances(&b, []nutgraf.Utterance{{Story: "s1", StoryTitle: "Norrholm ferry stays in port", Family: f}}, Options{}); err != nil {
		t.Fatal(err)
	}
	want := `Åsa Lind
 Norrholm ferry stays in port                                                 s1
   "We will not sail before the inspectors are satisfied"
                                     2 Mar  light, post_77a1b2c3d4e5f60718, wire
     same words in two of three. To The Harbour Light: light "told The Harbour
     Light". Speaker settled through the other reports: wire.
     post_77a1b2c3d4e5f60718  shorter: We will not sail [-before the inspectors
        are satisfied-]
        without "before", which may turn the sense
`
	if d := cmp.Diff(want, b.String()); d != "" {
		t.Error(d)
	}
}

// TestRoleIsNamedOnce: a report that calls a speaker twice by one role is told of once.
func TestRoleIsNamedOnce(t *testing.T) {
	role := nutgraf.Variant{Doc: "a", How: nutgraf.HowRole, SpeakerCite: nutgraf.Cite{Text: "the mayor"}}
	v := &view{letters: map[string]string{"a": "A"}}
	if got := v.grounds(&nutgraf.Family{Speaker: "Ada Lund", Variants: []nutgraf.Variant{role, role}}); strings.Count(got, "the mayor") != 1 {
		t.Errorf("got %q", got)
	}
}

// A source that is only inferred is no word of a report on to whom something was said.
func TestInferredSourcesTellNoHearer(t *testing.T) {
	const words = "“We wait for the inspectors”"
	for kind, shown := range map[nutgraf.EdgeKind]bool{nutgraf.EdgeCredit: true, nutgraf.EdgeInferred: false} {
		p := ferry()
		p.Families[0].Variants[1].To, p.Provenance.Nodes[2].Doc = "", ""
		for i := range p.Provenance.Edges {
			if e := &p.Provenance.Edges[i]; e.From == "post" {
				e.From, e.Kind, e.Evidence = "post_77a1b2c3d4e5f60718", kind, []nutgraf.Cite{cite("post_77a1b2c3d4e5f60718", 3, words)}
			}
		}
		v := &view{p: p}
		if got := len(v.elsewhere(&p.Families[0])) > 0; got != shown {
			t.Errorf("%s: shown %v", kind, got)
		}
	}
}
