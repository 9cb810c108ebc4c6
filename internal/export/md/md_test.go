package md

import (
	"strings"
	"testing"
	"time"

	"nutgraf"
)

func TestDossierNamesWhatItHolds(t *testing.T) {
	cite := func(doc, text string) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{End: len(text)}}, Text: text, Para: 1}
	}
	behind := func(c nutgraf.Cite, at int) nutgraf.Cite {
		c.Span = nutgraf.Span{Start: at, End: at + len(c.Text)}
		return c
	}
	p := &nutgraf.StoryPage{
		Title: "Ferry hits mole", TitleCite: cite("b", "Ferry hits mole"),
		Articles: []nutgraf.PageArticle{
			{ID: "a", Named: "a", Letter: "A", Only: []nutgraf.Cite{cite("a", "The bell was silent.")}, NotFound: []string{"c1"}},
			{ID: "b", Outlet: "Vale Gazette", Letter: "B", Warnings: []nutgraf.Warning{{Kind: nutgraf.ImplausibleDate}}, Published: nutgraf.Published{Value: "2030-01-01"}, Range: nutgraf.DateRange{Basis: "1 Jan 2030" + nutgraf.Undoubted}, URL: "https://vale.example/a|b", Capture: "0123456789abcdef0123"},
		},
		Claims: []nutgraf.Claim{{ID: "c1", Label: cite("b", "nine were hurt")}},
		Conflicts: []nutgraf.Conflict{{Matter: "How many?", Severity: nutgraf.Hard, Why: "Two counts.", Sides: []nutgraf.Side{{Letter: "a", Value: "7", Evidence: []nutgraf.Cite{cite("a", "seven")}}, {Letter: "b", Value: "9", By: "the board", ByQuoted: true, Evidence: []nutgraf.Cite{cite("b", "nine")}}}}, {
			Matter: "How did she leave?", Severity: nutgraf.Soft, Sides: []nutgraf.Side{{Letter: "a", Value: "resigned", Evidence: []nutgraf.Cite{cite("a", "resigned")}}, {Letter: "b", Value: "dismissed", Evidence: []nutgraf.Cite{cite("b", "was dismissed")}}},
		}},
		Families: []nutgraf.Family{{
			Speaker: "Ada Marrow; Ilse Marrow", Medium: "statement", Addressee: "the Courier", Said: nutgraf.DayDate(2031, 3, 4),
			Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite("a", "“No bell rang.”")}}, {Doc: "b", Kind: nutgraf.Paraphrase, Cites: []nutgraf.Cite{cite("b", "that no bell had rung")}}},
		}, {
			Speaker: "Ada Marrow", Kind: nutgraf.Mixed, Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite("a", "that it was a “bad night”")}}},
		}, {
			Speaker: "Ada Marrow", Kind: nutgraf.Mixed, Variants: []nutgraf.Variant{{Doc: "b", Cites: []nutgraf.Cite{cite("b", "“a bell too few”")}}},
		}, {
			Speaker: "Ada Marrow", Kind: nutgraf.Direct, Variants: []nutgraf.Variant{
				{Doc: "a", Cites: []nutgraf.Cite{cite("a", `"We are grieved."`), cite("a", `"The mole was home."`)}},
				{Doc: "b", Kind: nutgraf.Edited, Cites: []nutgraf.Cite{cite("b", `all of them were "grieved" at it`), behind(cite("b", `"The mole was a home,"`), 400), behind(cite("b", `"to all,"`), 430)}},
				{Doc: "a", Kind: nutgraf.Truncated, Cites: []nutgraf.Cite{cite("a", "We are grieved.")}}, // a post bears no marks
			},
		}, {
			Speaker: "Ada Marrow", Kind: nutgraf.Indirect, Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite("a", "that the mole was dark")}}},
		}, {
			Speaker: "unnamed port official", Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite("a", "“It was late.”")}}},
		}},
		Vague: []nutgraf.Cite{cite("a", "State media"), cite("b", "state media"), behind(cite("a", "state media"), 40)},
		Timeline: []nutgraf.TimelineEntry{{From: nutgraf.DayDate(2030, 1, 1), To: nutgraf.DayDate(2030, 1, 1), Text: "B is dated 1 Jan 2030", Refused: true}, {
			From: nutgraf.NoDay, To: nutgraf.NoDay, Told: "Tuesday", Text: "The mole sank on Tuesday", Lane: nutgraf.LaneEvent, Evidence: []nutgraf.Cite{cite("a", "The mole sank on Tuesday")},
			Others: []nutgraf.OtherDay{{Told: "Monday", Evidence: []nutgraf.Cite{cite("b", "on Monday")}}},
		}},
		SagaStories: []nutgraf.StoryLink{{Title: "Mole reopened", First: nutgraf.NoDay, Articles: make([]nutgraf.PageArticle, 1)}},
		Figures:     nutgraf.Figures{Reports: 2, Differences: 1, Origin: "Courier", OriginNamedBy: 1},
	}
	var b strings.Builder
	if err := Write(&b, []*nutgraf.StoryPage{p}, func(id string) *nutgraf.Document {
		if id == "b" {
			return &nutgraf.Document{Captured: time.Date(2031, 5, 2, 6, 0, 0, 0, time.UTC)}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"### Small differences in how things are told\n\n- How did she leave? resigned",
		"2 reports · 1 of 2 points to Courier (not held) · 1 difference · headline of B",
		"| A | outlet not named |", "- **a** 7", "- **b** 9\n", " (the board, in its own words)\n",
		"### Ada and Ilse Marrow", "- A: “No bell rang.”[", "not quoted: that no bell had rung[", "- A: that it was a “bad night”[", "- B: “a bell too few”[", "- A: “We are grieved. … The mole was home.”[", "shorter: “We are grieved.”[",
		`words changed: all of them were "grieved" at it … “The mole was a home, to all,”[`, "- A: that the mole was dark[", "(statement, to the Courier, 4 Mar 2031)", "~~1 January 2030~~ on the page of B",
		"- Tuesday (date not known): The mole sank on Tuesday[^", "]; reports differ: Monday[^",
		"### Port official, not named\n\n- A: “It was late.”[", "- A: “State media”[^1]\n- B: “state media”[^2]\n",
		"## What each report alone says", "- “The bell was silent.”", "not found in the text held: “nine were hurt”",
		"- Mole reopened (1 report)", "| B | Vale Gazette | [no headline](<https://vale.example/a%7Cb>) | 1 Jan 2030 | 0 | `0123456789abcdef`, 2 May 2031, 06:00 UTC |",
		"\nDates that stand alone are the pages' own; nothing in the texts speaks against them.\n", "[^1]: A, ¶1\n[^2]: B, Vale Gazette, ¶1\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}

// TestOneNoteForAParagraph: an endnote leads to a paragraph, so that two places in
// one paragraph have one note, and two paragraphs have two.
func TestOneNoteForAParagraph(t *testing.T) {
	at := func(start, para int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a", Span: nutgraf.Span{Start: start, End: start + 4}}, Text: "mole", Para: para}
	}
	d := &dossier{p: &nutgraf.StoryPage{}, document: func(string) *nutgraf.Document { return nil }}
	if got, want := d.refs([]nutgraf.Cite{at(0, 1), at(40, 1), at(80, 2)})+d.refs([]nutgraf.Cite{at(60, 1)}), "[^1][^2][^1]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	// Outside the paragraphs a headline and a date line are two places.
	d = &dossier{p: &nutgraf.StoryPage{}, document: func(string) *nutgraf.Document {
		return &nutgraf.Document{Text: "mole gone 4 May", Blocks: []nutgraf.Block{{Kind: nutgraf.Headline, Span: nutgraf.Span{End: 9}}, {Kind: nutgraf.Dateline, Span: nutgraf.Span{Start: 10, End: 15}}}}
	}}
	if got, want := d.refs([]nutgraf.Cite{at(0, 0), at(10, 0), at(5, 0)}), "[^1][^2]"; got != want || d.source(at(10, 0)) != "a, date line" {
		t.Errorf("%s %q, want %s", got, d.source(at(10, 0)), want)
	}
}

// TestSentenceIsNoListItem: a sentence that begins with a number is not an item of
// a numbered list.
func TestSentenceIsNoListItem(t *testing.T) {
	for text, want := range map[string]string{
		"1987. That was the year.": `1987\. That was the year.`, "7) Ferries": `7\) Ferries`, "3.5 metres": "3.5 metres", "In 1987. Then": "In 1987. Then",
	} {
		if got := escape(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// TestLikeWordsShareALine: reports that have one wording of a side, or of an utterance,
// stand in one line with a note each.
func TestLikeWordsShareALine(t *testing.T) {
	cite := func(doc, text string) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{End: len(text)}}, Text: text, Para: 1}
	}
	p := &nutgraf.StoryPage{
		Title:    "The mole sank",
		Articles: []nutgraf.PageArticle{{ID: "a", Letter: "A"}, {ID: "b", Letter: "B"}, {ID: "c", Letter: "C"}},
		Conflicts: []nutgraf.Conflict{{Matter: "How many were hurt?", Severity: nutgraf.Hard, Sides: []nutgraf.Side{
			{Letter: "a", Value: "9", Evidence: []nutgraf.Cite{cite("a", "nine were hurt"), cite("b", "9 were hurt"), cite("c", "nine were hurt")}},
		}}},
		Families: []nutgraf.Family{{Speaker: "Ada Marrow", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Fullest: 1, Variants: []nutgraf.Variant{
			{Doc: "a", Kind: nutgraf.Typographic, Cites: []nutgraf.Cite{cite("a", "'It was late.'")}},
			{Doc: "b", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite("b", "“It was late.”")}},
			{Doc: "c", Kind: nutgraf.Typographic, Cites: []nutgraf.Cite{cite("c", "\"It was late.\"")}},
		}}},
	}
	var b strings.Builder
	if err := Write(&b, []*nutgraf.StoryPage{p}, func(string) *nutgraf.Document { return nil }); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"  - A and C: “nine were hurt”[^1][^2]\n  - B: “9 were hurt”[^3]\n", "- B: “It was late.”[^3]\n  - A and C: same words; marks differ[^1][^2]\n"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not in\n%s", want, b.String())
		}
	}
}

// TestStance: a report that stands on both sides of a difference is shown on both, and one
// that says a thing plainly somewhere is not shown as saying it weakly.
func TestStance(t *testing.T) {
	on := func(doc, side string, stance nutgraf.Stance) nutgraf.Support {
		return nutgraf.Support{Cite: nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc}}, Side: side, Stance: stance}
	}
	c := nutgraf.Claim{ID: "c1", Support: []nutgraf.Support{
		on("a", "b", nutgraf.Differs), on("a", "a", nutgraf.Differs), on("b", "", nutgraf.Weaker), on("b", "", nutgraf.Says), on("c", "", nutgraf.Weaker),
	}}
	var got []string
	for _, a := range []nutgraf.PageArticle{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d", NotFound: []string{"c1"}}, {ID: "e"}} {
		got = append(got, stance(c, &a))
	}
	if s := strings.Join(got, "|"); s != "a, b|●|◐|·|" {
		t.Error(s)
	}
}

// TestSameWordsUnquoted: words that nobody quotes and that two reports have alike are not
// repeated, and others are told in other words.
func TestSameWordsUnquoted(t *testing.T) {
	cite := func(doc, text string) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{End: len(text)}}, Text: text, Para: 1}
	}
	f := &nutgraf.Family{Kind: nutgraf.Indirect, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{
		{Doc: "a", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite("a", "that it was late")}},
		{Doc: "b", Kind: nutgraf.Paraphrase, Cites: []nutgraf.Cite{cite("b", "that it was late")}},
		{Doc: "c", Kind: nutgraf.Paraphrase, Cites: []nutgraf.Cite{cite("c", "how late it was")}},
	}}
	d := &dossier{p: &nutgraf.StoryPage{}, document: func(string) *nutgraf.Document { return nil }}
	d.family(f)
	if got, want := d.b.String(), "- a: that it was late[^1]\n  - b: same words[^2]\n  - c, other words: how late it was[^3]\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// TestManyReportsHaveNoColumns: of many reports each claim lists who says it, and one text
// makes no grid.
func TestManyReportsHaveNoColumns(t *testing.T) {
	d := &dossier{p: &nutgraf.StoryPage{Claims: []nutgraf.Claim{{ID: "c1", Label: nutgraf.Cite{Text: "nine were hurt"}, Note: "he: Marrow"}}}}
	for _, id := range strings.Fields("a b c d e f g h i j k l m n o p q r s t u v w x y") {
		d.texts = append(d.texts, nutgraf.PageArticle{ID: id, Letter: strings.ToUpper(id)})
	}
	c := &d.p.Claims[0]
	c.Support = []nutgraf.Support{{Cite: nutgraf.Cite{Ref: nutgraf.Ref{Doc: "a"}}}, {Cite: nutgraf.Cite{Ref: nutgraf.Ref{Doc: "y"}}, Side: "b"}}
	d.claims()
	if got := d.b.String(); !strings.Contains(got, "- nine were hurt (he: Marrow): A and Y (b)\n") || strings.Contains(got, "|") {
		t.Error(got)
	}
	d.b.Reset()
	d.texts = d.texts[:1]
	if d.claims(); d.b.Len() > 0 {
		t.Error(d.b.String())
	}
}

// TestFormatCharacters: marks that only turn the direction of writing fall away, with a
// space before them; joiners belong to the words.
func TestFormatCharacters(t *testing.T) {
	for text, want := range map[string]string{"Out \u200f": "Out", "\u200f Out \u202elet": "Out let", "می\u200cخواهم": "می\u200cخواهم", "👩\u200d🚀": "👩\u200d🚀"} {
		if got := escape(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// TestTimeInOrder: the timeline goes by days, the shorter stretch first; what has no date
// and what is refused close it.
func TestTimeInOrder(t *testing.T) {
	day := nutgraf.DayDate(2031, 3, 4)
	p := &nutgraf.StoryPage{Timeline: []nutgraf.TimelineEntry{
		{From: day, To: day, Text: "B is dated 4 Mar 2031", Lane: nutgraf.LanePublication, Refused: true},
		{From: nutgraf.NoDay, To: nutgraf.NoDay, Told: "Tuesday", Text: "the sirens"},
		{From: day, To: day + 3, Text: "A is published, by its content", Lane: nutgraf.LanePublication},
		{From: day, To: day, Text: "the flood"},
	}}
	d := &dossier{p: p, document: func(string) *nutgraf.Document { return nil }}
	d.timeline()
	last := 0
	for _, want := range []string{"the flood", "A is published", "the sirens", "on the page of B"} {
		at := strings.Index(d.b.String(), want)
		if at < last {
			t.Fatalf("%q stands in the wrong place of\n%s", want, d.b.String())
		}
		last = at
	}
}

// TestNoMarksAroundMarks: words that a quotation mark begins or ends get no more of them.
func TestNoMarksAroundMarks(t *testing.T) {
	for text, want := range map[string]string{"nine were hurt": "“nine were hurt”", `"It was late," she said`: `"It was late," she said`, `called it "late"`: `called it "late"`} {
		if got := quoted(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}
