package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/parquet-go/parquet-go"

	"nutgraf"
	"nutgraf/internal/desk/desktest"
	"nutgraf/internal/export"
	guard "nutgraf/internal/export/csv"
	"nutgraf/internal/export/iri"
	"nutgraf/internal/export/table"
	"nutgraf/internal/news"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/wire"
)

// sample is the job of all stories of the sample newsroom, each article taken a
// minute after the one before.
var sample = sync.OnceValues(func() (export.Job, error) {
	items, err := newsroom.Items()
	if err != nil {
		return export.Job{}, err
	}
	return job(items)
})

func job(items []*nutgraf.Item) (export.Job, error) {
	ctx := context.Background()
	d, err := desktest.Holding(items)
	if err != nil {
		return export.Job{}, err
	}
	lines, err := d.Stories(ctx, nutgraf.StoryFilter{})
	if err != nil {
		return export.Job{}, err
	}
	filed := func(id string) *nutgraf.Filed {
		f, err := d.Article(ctx, id)
		if err != nil {
			return &nutgraf.Filed{}
		}
		return f
	}
	j := export.Job{
		Document: func(id string) *nutgraf.Document { return &filed(id).Doc },
		Findings: func(id string) *nutgraf.Annotations { return &filed(id).Ann },
		Arrived:  func(id string) news.Arrival { return news.Arrive(filed(id).Taken, filed(id).Ann.Published) },
		Site:     "https://desk.example/news", Width: 80,
	}
	for _, l := range lines {
		p, err := d.Story(ctx, l.ID)
		if err != nil {
			return j, err
		}
		j.Stories = append(j.Stories, p)
	}
	return j, nil
}

func write(t *testing.T, name string, j export.Job) []byte {
	t.Helper()
	f, ok := export.Find(name)
	if !ok {
		t.Fatalf("no format %q", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, j); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return b.Bytes()
}

func sampleJob(t *testing.T) export.Job {
	t.Helper()
	j, err := sample()
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// TestEveryFormat holds of each row of the list what must hold of all of them.
func TestEveryFormat(t *testing.T) {
	j := sampleJob(t)
	names := map[string]bool{}
	for _, f := range export.Formats {
		t.Run(f.Name, func(t *testing.T) {
			if names[f.Name] || f.Short == "" || f.Ext == "" || f.Media == "" {
				t.Errorf("row is not complete or stands twice: %+v", f)
			}
			names[f.Name] = true
			one := write(t, f.Name, j)
			if len(one) == 0 {
				t.Fatal("nothing was written")
			}
			if !bytes.Equal(one, write(t, f.Name, j)) {
				t.Error("twice the same stories, not twice the same bytes")
			}
			if f.Ext != "parquet" && !utf8.Valid(one) {
				t.Error("not UTF-8")
			}
			if got := write(t, f.Name, export.Job{Width: 80}); f.Ext != "parquet" && !utf8.Valid(got) {
				t.Error("without stories: not UTF-8")
			}
			bare := export.Job{Stories: j.Stories, Width: 80, Document: func(string) *nutgraf.Document { return nil }}
			write(t, f.Name, bare) // articles that are no longer held
		})
	}
}

func rows(t *testing.T, raw []byte) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// TestTablesAgree reads CSV, JSON Lines and Parquet back and compares them.
func TestTablesAgree(t *testing.T) {
	j := sampleJob(t)
	lines := map[string][]json.RawMessage{}
	dec := json.NewDecoder(bytes.NewReader(write(t, "jsonl", j)))
	for {
		var l struct {
			Table string
			Row   json.RawMessage
		}
		if err := dec.Decode(&l); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		lines[l.Table] = append(lines[l.Table], l.Row)
	}
	agree[table.Quotation](t, j, "quotations", lines["quotation"])
	agree[table.Claim](t, j, "claims", lines["claim"])
	agree[table.Credit](t, j, "credits", lines["credit"])
	agree[table.Conflict](t, j, "conflicts", lines["conflict"])
}

func agree[T any](t *testing.T, j export.Job, name string, lines []json.RawMessage) {
	t.Helper()
	want := make([]T, len(lines))
	for i, raw := range lines {
		if err := json.Unmarshal(raw, &want[i]); err != nil {
			t.Fatal(err)
		}
	}
	if len(want) == 0 {
		t.Fatalf("%s: the sample has none", name)
	}
	raw := write(t, "parquet-"+name, j)
	got, err := parquet.Read[T](bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s: Parquet and JSON Lines differ:\n%s", name, diff)
	}
	cells := rows(t, write(t, "csv-"+name, j))
	if len(cells) != len(want)+1 {
		t.Fatalf("%s: %d lines of CSV for %d rows", name, len(cells), len(want))
	}
	text := slices.Index(cells[0], "text")
	for i, raw := range lines {
		var row struct{ Text string }
		if err := json.Unmarshal(raw, &row); err != nil {
			t.Fatal(err)
		}
		if got := guard.Unguard(cells[i+1][text]); got != row.Text {
			t.Fatalf("%s: row %d reads %q, not %q", name, i+1, got, row.Text)
		}
	}
}

// TestTablesProveThemselves cuts every row's words out of the report's text.
func TestTablesProveThemselves(t *testing.T) {
	j := sampleJob(t)
	cells := rows(t, write(t, "csv-credits", j))
	at := func(name string) int { return slices.Index(cells[0], name) }
	for _, r := range cells[1:] {
		d := j.Document(r[at("report")])
		ruler := wire.NewRuler(d.Text)
		start, end := atoi(t, r[at("start")]), atoi(t, r[at("end")])
		if got := d.Text[ruler.Bytes(start):ruler.Bytes(end)]; got != guard.Unguard(r[at("text")]) {
			t.Errorf("%s [%d,%d) covers %q, the row says %q", d.ID, start, end, got, r[at("text")])
		}
	}
}

func atoi(t *testing.T, s string) int {
	t.Helper()
	var n int
	if err := json.Unmarshal([]byte(s), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// TestAnnotationsFindTheirWords follows both selectors of every annotation.
func TestAnnotationsFindTheirWords(t *testing.T) {
	j := sampleJob(t)
	type selector struct {
		Type                  string
		Start, End            int
		Exact, Prefix, Suffix string
	}
	var c struct {
		Total int
		First struct {
			Items []struct {
				ID     string
				Target struct {
					Source   string
					Selector []selector
				}
			}
		}
	}
	if err := json.Unmarshal(write(t, "annotations", j), &c); err != nil {
		t.Fatal(err)
	}
	docs := map[string]*nutgraf.Document{}
	for _, p := range j.Stories {
		for _, a := range p.Articles {
			docs[iri.Source(a.ID, a.URL)] = j.Document(a.ID)
		}
	}
	seen := map[string]bool{}
	for _, a := range c.First.Items {
		if seen[a.ID] {
			t.Errorf("%s stands twice", a.ID)
		}
		seen[a.ID] = true
		points := []rune(docs[a.Target.Source].Text)
		position, quote := a.Target.Selector[0], a.Target.Selector[1]
		if got := string(points[position.Start:position.End]); got != quote.Exact {
			t.Errorf("position covers %q, quote says %q", got, quote.Exact)
		}
		if !strings.Contains(string(points), quote.Prefix+quote.Exact+quote.Suffix) {
			t.Errorf("%q does not stand between %q and %q", quote.Exact, quote.Prefix, quote.Suffix)
		}
	}
	if c.Total != len(seen) || len(seen) == 0 {
		t.Errorf("%d annotations, the collection says %d", len(seen), c.Total)
	}
}

// TestFeedsAreRead has the three feeds read by a reader of others.
func TestFeedsAreRead(t *testing.T) {
	j := sampleJob(t)
	var first []string
	for _, name := range []string{"atom", "rss", "jsonfeed"} {
		f, err := gofeed.NewParser().Parse(bytes.NewReader(write(t, name, j)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got []string
		seen, days := map[string]bool{}, map[int]bool{}
		for i, e := range f.Items {
			if seen[e.GUID] || e.GUID == "" {
				t.Errorf("%s: entry %q stands twice or has no id", name, e.GUID)
			}
			seen[e.GUID] = true
			if e.PublishedParsed == nil {
				t.Fatalf("%s: entry %d bears no time", name, i)
			}
			if name == "rss" { // which has no second time
				e.UpdatedParsed = e.PublishedParsed
			} else if i > 0 && e.UpdatedParsed.After(*f.Items[i-1].UpdatedParsed) {
				t.Errorf("%s: entry %d is not in order", name, i)
			}
			if e.PublishedParsed.After(*e.UpdatedParsed) {
				t.Errorf("%s: entry %d was published %v, after it came in at %v", name, i, e.PublishedParsed, e.UpdatedParsed)
			}
			days[e.PublishedParsed.YearDay()] = true
			if !strings.HasPrefix(e.Link, j.Site+"/story/") {
				t.Errorf("%s: entry leads to %q", name, e.Link)
			}
			got = append(got, e.GUID)
		}
		if len(days) < 3 {
			t.Errorf("%s: the entries bear %d days, not those of their reports", name, len(days))
		}
		if first == nil {
			first = got
		}
		if diff := cmp.Diff(first, got); diff != "" || len(got) == 0 {
			t.Errorf("%s: other entries than the first feed:\n%s", name, diff)
		}
	}
}

// TestNothingIsTakenForMarkup writes a story in which everything that comes
// from outside is hostile.
func TestNothingIsTakenForMarkup(t *testing.T) {
	j := hostile(t)
	for _, f := range export.Formats {
		if f.Ext == "parquet" {
			continue // typed strings in a binary file
		}
		out := string(write(t, f.Name, j))
		switch f.Ext {
		case "html", "atom", "rss", "graphml", "md":
			out = strings.ReplaceAll(out, `\<`, "") // Markdown's escape
			if strings.Contains(out, "<script") || strings.Contains(out, "<img") || strings.Contains(out, "<javascript:") || strings.Contains(strings.ToLower(out), `="javascript:`) || strings.Contains(out, "](javascript:") {
				t.Errorf("%s lets markup through", f.Name)
			}
		case "csv":
			for _, r := range rows(t, []byte(out)) {
				for _, cell := range r {
					if regexp.MustCompile(`^[=+@\t\r-]`).MatchString(cell) {
						t.Errorf("%s: a spreadsheet takes %q for a formula", f.Name, cell)
					}
				}
			}
		case "ris":
			for _, l := range strings.Split(strings.TrimSuffix(out, "\r\n"), "\r\n") {
				if l != "" && !regexp.MustCompile(`^[A-Z][A-Z0-9]  - `).MatchString(l) {
					t.Errorf("ris: line %q", l)
				}
			}
			if strings.Contains(out, "javascript:") {
				t.Error("ris links a script")
			}
		}
		if f.Name == "schema-org" && strings.Contains(out, "<") {
			t.Error("schema-org could end the script it stands in")
		}
		if strings.Contains(f.Media, "xml") {
			wellFormed(t, f.Name, out)
		}
	}
}

func wellFormed(t *testing.T, name, out string) {
	t.Helper()
	dec := xml.NewDecoder(strings.NewReader(out))
	for {
		if _, err := dec.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}

const attack = `"><script>alert(1)</script><img src=x onerror=alert(2)> =cmd|' /C calc'!A0 {\write18{rm}} %0A` + "\x01"

// hostile is a story whose names, titles and addresses attack.
func hostile(t *testing.T) export.Job {
	t.Helper()
	body := "=SUM(A1)" + attack + " closed the bridge.\n\n“" + attack + " we said,” the mayor told " + attack + "."
	one := nutgraf.Span{End: strings.Index(body, "\n\n")}
	two := nutgraf.Span{Start: one.End + 2, End: len(body)}
	doc := &nutgraf.Document{
		ID: "x/../" + attack, URL: "javascript:alert(1)", Outlet: "=1+1" + attack, Title: "\r\nTY  - HACK\r\n" + attack, Text: body,
		Byline: []string{"@" + attack, "A and B", "O'X, {"}, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: one}, {Kind: nutgraf.Paragraph, Span: two}},
	}
	c, d := doc.Cite(one), doc.Cite(two)
	p := &nutgraf.StoryPage{
		ID: "s/" + attack, Title: attack, TitleCite: c, First: nutgraf.NoDay, Last: nutgraf.NoDay,
		Articles: []nutgraf.PageArticle{{
			ID: doc.ID, Letter: "A", Outlet: doc.Outlet, Title: doc.Title, URL: doc.URL, Byline: doc.Byline,
			Range: nutgraf.DateRange{From: nutgraf.NoDay, To: nutgraf.NoDay, Basis: attack}, Warnings: []nutgraf.Warning{{Doc: doc.ID, Kind: nutgraf.NoDate, Why: attack}},
		}},
		Brief:    nutgraf.Brief{Lines: []nutgraf.BriefLine{{Text: c.Text, Cites: []nutgraf.Cite{c}, Note: attack}}},
		Families: []nutgraf.Family{{ID: attack, Speaker: "-" + attack, Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: doc.ID, Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{d}, To: attack}}}},
		Claims:   []nutgraf.Claim{{ID: attack, Kind: nutgraf.ClaimRelation, Label: c, Support: []nutgraf.Support{{Cite: c, Value: "+" + attack, Stance: nutgraf.Says}}}},
		Conflicts: []nutgraf.Conflict{{
			ID: attack, Kind: nutgraf.ConflictName, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting, Matter: attack, Why: "@" + attack,
			Sides: []nutgraf.Side{{Letter: "a", Value: "=" + attack, By: attack, Evidence: []nutgraf.Cite{c}}, {Letter: "b", Value: attack, Evidence: []nutgraf.Cite{d}}},
		}},
		Provenance: nutgraf.Provenance{
			Nodes: []nutgraf.Node{{ID: doc.ID, Name: doc.Outlet, Doc: doc.ID, Role: nutgraf.RoleReport}, {ID: attack, Name: attack, Role: nutgraf.RoleNewsOrigin}},
			Edges: []nutgraf.Edge{{From: doc.ID, To: attack, Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{d}, Why: attack}},
		},
		Timeline: []nutgraf.TimelineEntry{{From: nutgraf.NoDay, To: nutgraf.NoDay, Text: attack, Lane: nutgraf.LaneEvent}},
		Made:     nutgraf.Made{Version: "1", Inputs: []string{"00"}},
	}
	ann := &nutgraf.Annotations{Credits: []nutgraf.Credit{{Span: two, Outlet: "=" + attack, Kind: nutgraf.CreditTold, Scope: nutgraf.OneSentence}}}
	return export.Job{
		Stories: []*nutgraf.StoryPage{p}, Width: 80, Site: "https://desk.example",
		Document: func(string) *nutgraf.Document { return doc }, Findings: func(string) *nutgraf.Annotations { return ann },
		Arrived: func(string) news.Arrival { return news.Arrive(newsroom.Captured(), nutgraf.Published{}) },
	}
}

func FuzzGuard(f *testing.F) {
	for _, s := range []string{"", "=1", "'=1", "''", "plain", "\x00=", "＝1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, cell string) {
		safe := guard.Guard(cell)
		if guard.Unguard(safe) != cell {
			t.Errorf("%q comes back as %q", cell, guard.Unguard(safe))
		}
		if strings.IndexAny(safe, "=+-@\t\r") == 0 {
			t.Errorf("%q is still a formula", safe)
		}
	})
}
