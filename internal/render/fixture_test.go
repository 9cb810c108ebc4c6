package render_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"nutgraf"
)

// fixture is a small invented story in which every block of the page has
// something to show.
type fixture struct {
	Page *nutgraf.StoryPage
	Docs map[string]*nutgraf.Document
}

// The reports of the fixture: paragraphs parted by blank lines, the headline first.
var fixtureTexts = []struct{ id, outlet, url, text string }{
	{"bell", "The Bell Harbour Post", "https://post.example/bridge", `Bridge closes for the winter

The swing bridge at Bell Harbour will close on 3 March for 12 weeks, the council said.

“We looked at every other way, and there was no other way that we could pay for,” Ana Rook, who leads the council, told the Harbour Gazette on Friday.

Some 4,000 drivers cross it a day, according to a count made in January.`},
	{"ferry", "Ferry Lane News", "https://ferrylane.example/2025/02/15/bridge", `“No other way”: bridge to shut

The bridge will be shut for at least 20 weeks, two people who know the plan said.

“We looked at every other way … and there was no other way,” Rook told the Gazette. The ferry’s owner, Sil Teague, said he would run a boat every half an hour.

The bridge was built in 1911.`},
	{"lamp", "", "", `Old bridge out of use

Dated 1 January 1970. The crossing used by 6,000 people a day is out of use from March.

Rook says the town looked at other ways.`},
	{"later", "Ferry Lane News", "https://ferrylane.example/2025/06/02/open", `Bridge open again

“It’s about time,” said Sil Teague as the bridge opened on Monday.`},
}

func newFixture(t *testing.T) *fixture {
	t.Helper()
	f := &fixture{Docs: map[string]*nutgraf.Document{}}
	for _, x := range fixtureTexts {
		f.Docs[x.id] = document(x.id, x.outlet, x.url, x.text)
	}
	f.Page = f.page(t)
	return f
}

func document(id, outlet, url, text string) *nutgraf.Document {
	d := &nutgraf.Document{
		ID: id, Outlet: outlet, URL: url, Lang: "en", Text: text, Capture: strings.Repeat("0"+id[:1]+"f", 21) + "0",
		Captured: time.Date(2025, 6, 3, 7, 0, 0, 0, time.UTC),
	}
	at := 0
	for i, block := range strings.Split(text, "\n\n") {
		span := nutgraf.Span{Start: at, End: at + len(block)}
		kind := nutgraf.Paragraph
		if i == 0 {
			kind, d.Title, d.TitleSpan = nutgraf.Headline, block, span
		}
		d.Blocks = append(d.Blocks, nutgraf.Block{Kind: kind, Span: span})
		at = span.End + 2
	}
	return d
}

// cite finds words in a report.
func (f *fixture) cite(t *testing.T, id, words string) nutgraf.Cite {
	t.Helper()
	d := f.Docs[id]
	i := strings.Index(d.Text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in %s", words, id)
	}
	return d.Cite(nutgraf.Span{Start: i, End: i + len(words)})
}

func (f *fixture) document(id string) *nutgraf.Document { return f.Docs[id] }

func date(y, m, d int) nutgraf.Day { return nutgraf.DayDate(y, m, d) }

func (f *fixture) page(t *testing.T) *nutgraf.StoryPage {
	c := func(id, words string) nutgraf.Cite { return f.cite(t, id, words) }
	p := &nutgraf.StoryPage{
		ID: "s1", Saga: "g1", Title: "Bridge closes for the winter", TitleCite: c("bell", "Bridge closes for the winter"),
		First: date(2025, 2, 14), Last: date(2025, 2, 15),
		Articles: f.articles(c),
		Brief: nutgraf.Brief{Lines: []nutgraf.BriefLine{{
			Text:  "The swing bridge at Bell Harbour will close on 3 March for 12 weeks, the council said.",
			Cites: []nutgraf.Cite{c("bell", "The swing bridge at Bell Harbour will close on 3 March for 12 weeks, the council said.")},
			Note:  "reports differ on how long",
		}}},
		Families: f.families(c), Conflicts: f.conflicts(c), Claims: f.claims(c),
		Provenance: f.provenance(c), Timeline: f.timeline(c),
		Made: nutgraf.Made{Version: "0.0", Settings: []string{"shared words are counted in runs of eight"}, Considered: []string{"“every half an hour” and “a day” count different things"}},
	}
	for i := range p.Articles {
		p.Warnings = append(p.Warnings, p.Articles[i].Warnings...)
		p.Made.Inputs = append(p.Made.Inputs, p.Articles[i].Capture)
	}
	later := f.Docs["later"]
	p.SagaStories = []nutgraf.StoryLink{{
		ID: "s2", Title: "Bridge open again", First: date(2025, 6, 2), Last: date(2025, 6, 2),
		Articles: []nutgraf.PageArticle{{ID: "later", Letter: "A", Outlet: later.Outlet, Title: later.Title, Capture: later.Capture}},
		Families: []nutgraf.Family{{ID: "q1", Speaker: "Sil Teague", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{
			{Doc: "later", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{c("later", "“It’s about time,”")}},
		}}},
	}}
	p.Figures = nutgraf.Figures{
		Reports: 3, FollowUps: 1, Quotations: 2, Utterances: 1, Differences: 2, DateWarnings: 1,
		Origin: "Harbour Gazette", OriginNamedBy: 2,
	}
	return p
}

type citing func(id, words string) nutgraf.Cite

func (f *fixture) articles(c citing) []nutgraf.PageArticle {
	doubt := nutgraf.Warning{
		Doc: "lamp", Kind: nutgraf.ImplausibleDate, Why: "The page says 1 Jan 1970; it tells of March, which A dates 3 Mar 2025.",
		Evidence: []nutgraf.Cite{c("lamp", "1 January 1970"), c("bell", "3 March")},
	}
	firm := func(d nutgraf.Day, basis string) nutgraf.DateRange {
		return nutgraf.DateRange{From: d, To: d, Stated: d.String(), Firm: true, Basis: basis}
	}
	out := []nutgraf.PageArticle{
		{ID: "bell", Letter: "A", Range: firm(date(2025, 2, 14), "14 Feb 2025; nothing in it speaks against"), Shares: []float64{0, .22, 0}, Only: []nutgraf.Cite{c("bell", "Some 4,000 drivers cross it a day")}},
		{ID: "ferry", Letter: "B", Range: firm(date(2025, 2, 15), "15 Feb 2025; nothing in it speaks against"), Shares: []float64{.19, 0, 0}, Only: []nutgraf.Cite{c("ferry", "The bridge was built in 1911.")}, NotFound: []string{"c2"}},
		{
			ID: "lamp", Letter: "C", Named: "lamp", Shares: []float64{0, 0, 0}, Warnings: []nutgraf.Warning{doubt}, NotFound: []string{"c1"},
			Range: nutgraf.DateRange{From: date(2025, 2, 14), To: date(2025, 3, 3), Stated: "1970-01-01", Basis: "dated 1 Jan 1970: does not fit; by its content before March 2025", Evidence: doubt.Evidence},
		},
	}
	for i := range out {
		d := f.Docs[out[i].ID]
		out[i].Outlet, out[i].Title, out[i].URL, out[i].Capture, out[i].Words = d.Outlet, d.Title, d.URL, d.Capture, len(strings.Fields(d.Text))
	}
	return out
}

func (f *fixture) families(c citing) []nutgraf.Family {
	full := c("bell", "“We looked at every other way, and there was no other way that we could pay for,”")
	short := c("ferry", "“We looked at every other way … and there was no other way,”")
	para := c("lamp", "the town looked at other ways")
	boat := c("ferry", "he would run a boat every half an hour")
	return []nutgraf.Family{
		{
			ID: "q1", Speaker: "Ana Rook", How: nutgraf.HowCue, Kind: nutgraf.Direct, Addressee: "Harbour Gazette", Said: date(2025, 2, 14),
			Variants: []nutgraf.Variant{
				{Doc: "bell", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{full}, To: "told the Harbour Gazette"},
				{Doc: "ferry", Kind: nutgraf.Truncated, Cites: []nutgraf.Cite{short}, To: "told the Gazette", Turns: []string{"that we could pay for"}, Diff: []nutgraf.Edit{
					{Op: nutgraf.Keep, Text: "We looked at every other way"}, {Op: nutgraf.Add, Text: "…"}, {Op: nutgraf.Keep, Text: "and there was no other way"}, {Op: nutgraf.Drop, Text: "that we could pay for"},
				}},
				{Doc: "lamp", Kind: nutgraf.Paraphrase, Cites: []nutgraf.Cite{para}},
			},
			SpeakerEvidence: []nutgraf.Cite{c("bell", "Ana Rook")},
			Why:             nutgraf.Evidence{Rule: "quote/shared-words", Text: "2 reports quote these words.", Refs: []nutgraf.Ref{full.Ref, short.Ref}},
		},
		{
			ID: "q2", Speaker: "Sil Teague", How: nutgraf.HowPosition, Kind: nutgraf.Indirect, Said: nutgraf.NoDay,
			Variants: []nutgraf.Variant{{Doc: "ferry", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{boat}}},
			Why:      nutgraf.Evidence{Rule: "quote/one-report", Text: "Told by one report only."},
		},
	}
}

func (f *fixture) conflicts(c citing) []nutgraf.Conflict {
	return []nutgraf.Conflict{
		{
			ID: "d1", Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Matter: "How long the bridge is closed", Axis: "number",
			Why: "Twelve weeks against at least twenty.", Rule: nutgraf.Evidence{Rule: "conflict.value", Text: "The same thing is counted."},
			Sides: []nutgraf.Side{
				{Letter: "a", Value: "12 weeks", By: "the council", Low: 12, High: 12, Evidence: []nutgraf.Cite{c("bell", "will close on 3 March for 12 weeks")}},
				{Letter: "b", Value: "at least 20 weeks", By: "unnamed people who know the plan", Low: 20, High: math.MaxFloat64, Evidence: []nutgraf.Cite{c("ferry", "shut for at least 20 weeks")}},
			},
		},
		{
			ID: "d2", Kind: nutgraf.ConflictUnit, Severity: nutgraf.Medium, Relation: nutgraf.Drift, Matter: "How many cross it a day",
			Why: "Drivers against people: they count different things.",
			Sides: []nutgraf.Side{
				{Letter: "a", Value: "4,000 drivers", By: "a count made in January", ByQuoted: true, Evidence: []nutgraf.Cite{c("bell", "4,000 drivers"), c("bell", "drivers cross it")}},
				{Letter: "b", Value: "6,000 people", Evidence: []nutgraf.Cite{c("lamp", "6,000 people a day")}},
			},
		},
		{
			ID: "d3", Kind: nutgraf.ConflictName, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Matter: "What the origin is called", Why: "A shorter name.",
			Sides: []nutgraf.Side{
				{Letter: "a", Value: "Harbour Gazette", Evidence: []nutgraf.Cite{c("bell", "Harbour Gazette")}},
				{Letter: "b", Value: "Gazette", Evidence: []nutgraf.Cite{c("ferry", "Gazette")}},
			},
		},
	}
}

func (f *fixture) claims(c citing) []nutgraf.Claim {
	return []nutgraf.Claim{
		{ID: "c1", Kind: nutgraf.ClaimQuantity, Label: c("ferry", "shut for at least 20 weeks"), Support: []nutgraf.Support{
			{Cite: c("bell", "will close on 3 March for 12 weeks"), Value: "12 weeks", Stance: nutgraf.Differs, Side: "a"},
			{Cite: c("ferry", "shut for at least 20 weeks"), Value: "20 weeks", Stance: nutgraf.Differs, Side: "b"},
		}},
		{ID: "c2", Kind: nutgraf.ClaimDate, Label: c("bell", "close on 3 March"), Support: []nutgraf.Support{
			{Cite: c("bell", "close on 3 March"), Value: "2025-03-03", Stance: nutgraf.Says},
			{Cite: c("lamp", "out of use from March"), Value: "2025-03", Stance: nutgraf.Weaker},
		}},
	}
}

func (f *fixture) provenance(c citing) nutgraf.Provenance {
	return nutgraf.Provenance{
		Nodes: []nutgraf.Node{
			{ID: "bell", Name: "The Bell Harbour Post", Doc: "bell", Role: nutgraf.RoleReport},
			{ID: "ferry", Name: "Ferry Lane News", Doc: "ferry", Role: nutgraf.RoleReport},
			{ID: "lamp", Doc: "lamp", Role: nutgraf.RoleReport},
			{ID: "o:gazette", Name: "Harbour Gazette", Role: nutgraf.RoleNewsOrigin},
			{ID: "p:count", Name: "Bell Harbour council", Role: nutgraf.RolePrimary, Kind: "count"},
		},
		Edges: []nutgraf.Edge{
			{From: "bell", To: "o:gazette", Kind: nutgraf.EdgeCredit, Whole: true, News: true, Evidence: []nutgraf.Cite{c("bell", "told the Harbour Gazette")}, Why: "It names it for what was said."},
			{From: "ferry", To: "o:gazette", Kind: nutgraf.EdgeCredit, News: true, Evidence: []nutgraf.Cite{c("ferry", "told the Gazette")}},
			{From: "bell", To: "p:count", Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{c("bell", "according to a count made in January")}},
			{From: "ferry", To: "bell", Kind: nutgraf.EdgeSharedQuote, Evidence: []nutgraf.Cite{c("ferry", "“We looked at every other way"), c("bell", "“We looked at every other way")}},
			{From: "lamp", To: "bell", Kind: nutgraf.EdgeInferred, Evidence: []nutgraf.Cite{c("lamp", "looked at other ways")}},
		},
		Shared: []nutgraf.SharedText{{
			Src: c("bell", "We looked at every other way"), Dst: c("ferry", "We looked at every other way"), Kind: "quotation", Direction: "unknown",
		}},
		IndependentOrigins: 1, OriginsWhy: "A and B name the same origin.",
		Earliest: "bell", EarliestWhy: "A is dated a day before B; the date of C cannot be relied on.",
	}
}

func (f *fixture) timeline(c citing) []nutgraf.TimelineEntry {
	return []nutgraf.TimelineEntry{
		{From: date(1911, 1, 1), To: date(1911, 12, 31), Lane: nutgraf.LaneEvent, Text: "The bridge was built in 1911.", Evidence: []nutgraf.Cite{c("ferry", "The bridge was built in 1911.")}},
		{From: date(2025, 1, 1), To: date(2025, 1, 31), Lane: nutgraf.LaneEvent, Text: "a count made in January", Evidence: []nutgraf.Cite{c("bell", "a count made in January")}},
		{From: date(1970, 1, 1), To: date(1970, 1, 1), Lane: nutgraf.LanePublication, Text: "C is published", Refused: true, Why: "It tells of March 2025."},
		{From: date(2025, 2, 14), To: date(2025, 2, 14), Lane: nutgraf.LanePublication, Text: "A is published"},
		{From: date(2025, 2, 15), To: date(2025, 2, 15), Lane: nutgraf.LanePublication, Text: "B is published"},
		{From: date(2025, 3, 3), To: date(2025, 3, 3), Lane: nutgraf.LaneEvent, Text: "close on 3 March", Evidence: []nutgraf.Cite{c("bell", "close on 3 March"), c("lamp", "out of use from March")}},
	}
}

// encoded is the fixture as the other pages' tests read it.
func (f *fixture) encoded(t *testing.T) []byte {
	t.Helper()
	b, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return append(b, '\n')
}
