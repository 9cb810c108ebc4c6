package eval

import (
	"encoding/json"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"nutgraf/internal/wire"
)

// shared opens the labelled data, or leaves the test out by name.
func shared(t *testing.T) Data {
	t.Helper()
	d, err := Open("../..")
	if err != nil {
		t.Skipf("labelled data: %v", err)
	}
	return d
}

// reference runs the field's scorer that lies with the data and decodes its
// result.
func reference(t *testing.T, d Data, script string, args ...string) map[string]any {
	t.Helper()
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("reference scorers: no python3")
	}
	cmd := exec.Command(python, append([]string{filepath.Join(d.Root, "eval", script), "--json"}, args...)...)
	cmd.Stderr = os.Stderr
	raw, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	var out map[string]any
	if err := json.Unmarshal(raw, &out); err != nil {
		t.Fatalf("%s: %v in %.200s", script, err, raw)
	}
	return out
}

func writeLines[T any](t *testing.T, name string, rows []T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	enc := json.NewEncoder(f)
	for _, r := range rows {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func articles(p Predictions) []*wire.Article {
	var out []*wire.Article
	for _, a := range p {
		out = append(out, a)
	}
	return out
}

// at walks nested results by keys.
func at(t *testing.T, v map[string]any, keys ...string) float64 {
	t.Helper()
	for _, k := range keys[:len(keys)-1] {
		next, ok := v[k].(map[string]any)
		if !ok {
			t.Fatalf("no %q in the reference's result %v", k, v)
		}
		v = next
	}
	x, ok := v[keys[len(keys)-1]].(float64)
	if !ok {
		t.Fatalf("no number %q in the reference's result %v", keys[len(keys)-1], v)
	}
	return x
}

func same(t *testing.T, what string, ours, theirs float64) {
	t.Helper()
	if math.Abs(ours-theirs) > .0005 {
		t.Errorf("%s: ours %.4f, the reference's %.4f", what, ours, theirs)
	}
}

func program(t testing.TB) *Program {
	t.Helper()
	p, err := NewProgram()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestQuotesAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	docs, err := Rows[QuoteDoc](d, "quotes/polnear.dev.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	for _, x := range docs {
		in = append(in, Input{ID: x.DocID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source})
	}
	pred := p.Annotate(in)
	file := writeLines(t, "p.jsonl", articles(pred))
	for _, o := range []struct {
		args []string
		opt  QuoteOptions
	}{
		{nil, QuoteOptions{}},
		{[]string{"--speech-only"}, QuoteOptions{Speech: true}},
		{[]string{"--types", "direct,mixed"}, QuoteOptions{Types: []string{"direct", "mixed"}}},
	} {
		ref := reference(t, d, "score_quotes.py", append([]string{d.Path("quotes/polnear.dev.jsonl.gz"), file}, o.args...)...)
		s := Quotes(docs, pred, o.opt)
		same(t, "exact", s.Exact.F1(), at(t, ref, "exact", "F1"))
		same(t, "token", s.Token.F1(), at(t, ref, "tok", "F1"))
		same(t, "overlap", s.Overlap.F1(), at(t, ref, "ov30", "F1"))
		same(t, "mention", s.Mention.R(), at(t, ref, "mention_acc"))
		same(t, "resolved", s.Resolved.R(), at(t, ref, "resolved_acc"))
		same(t, "end to end", s.EndToEnd.F1(), at(t, ref, "end2end", "F1"))
	}
}

func TestWordsAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	docs, dates, err := TimeDocs(d, "facts/meantime.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	for _, x := range docs {
		in = append(in, Input{ID: x.ID, Text: x.Text, Date: dates[x.ID]})
	}
	pred := p.Annotate(in)
	gold, file := d.Path("facts/meantime.jsonl"), writeLines(t, "p.jsonl", articles(pred))

	times, ref := Times(docs, pred), reference(t, d, "score_times.py", gold, file)
	same(t, "times relaxed", times.Relaxed.F1(), at(t, ref, "relaxed", "F1"))
	same(t, "times strict", times.Strict.F1(), at(t, ref, "strict", "F1"))
	same(t, "times value", times.Value.F1(), at(t, ref, "value", "F1"))

	values, err := QuantityDocs(d, "facts/meantime.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	quantities, ref := Quantities(values, pred), reference(t, d, "score_quantities.py", gold, file)
	same(t, "quantities relaxed", quantities.Relaxed.F1(), at(t, ref, "relaxed", "F1"))
	same(t, "quantities strict", quantities.Strict.F1(), at(t, ref, "strict", "F1"))

	labelled, err := NameDocs(d, "facts/meantime.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	types := []string{"person", "organization", "place"}
	found, ref := Names(labelled, pred, types), reference(t, d, "score_names.py", gold, file)
	for _, n := range types {
		same(t, n+" strict", found.Strict[n].F1(), at(t, ref, "by_type_strict", n, "F1"))
	}
	same(t, "person B3", found.PersonB3(), at(t, ref, "person_b3", "F1"))
}

func TestReportNamesAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	docs, err := ReportNames(d)
	if err != nil {
		t.Fatal(err)
	}
	pred := p.Annotate(nameInputs(docs))
	types := []string{"person", "organization", "place", "work", "character", "group"}
	file := writeLines(t, "p.jsonl", articles(pred))
	s, ref := Names(docs, pred, types), reference(t, d, "score_names.py", d.Path("reports/facts.json"), file, "--types", strings.Join(types, ","))
	for _, n := range types {
		same(t, n+" strict", s.Strict[n].F1(), at(t, ref, "by_type_strict", n, "F1"))
	}
	same(t, "person B3", s.PersonB3(), at(t, ref, "person_b3", "F1"))
}

func TestPagesAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	for _, set := range []string{"scrapinghub", "fundus_parser"} {
		gold, err := Rows[PageGold](d, "pages/"+set+"/gold.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		pred := p.Extract(d, set, gold)
		s, ref := Pages(gold, pred), reference(t, d, "score_pages.py", d.Path("pages/"+set+"/gold.jsonl"), writeLines(t, "p.jsonl", articles(pred)))
		same(t, set+" shingle", s.Shingle, at(t, ref, "shingle", "F1"))
		same(t, set+" exact", s.Exact, at(t, ref, "exact"))
	}
}

func TestStoriesAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	rows, err := Rows[storyRow](d, "stories/basil.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	gold := map[string]string{}
	for _, x := range rows {
		in = append(in, Input{ID: x.ID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source, URL: x.URL})
		gold[x.ID] = *x.Cluster
	}
	stories, _ := p.Group(in)
	type line struct {
		ID    string `json:"id"`
		Story string `json:"story"`
	}
	var lines []line
	for _, x := range in {
		lines = append(lines, line{x.ID, stories[x.ID]})
	}
	s, ref := Stories(gold, stories), reference(t, d, "score_stories.py", d.Path("stories/basil.jsonl.gz"), writeLines(t, "p.jsonl", lines))
	same(t, "BCubed", s.F1, at(t, ref, "all", "bcubed", "F1"))
	same(t, "BCubed, multi-report", s.MultiF1, at(t, ref, "all", "bcubed_multi", "F1"))
}

func TestPhrasesAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	units, err := ReadUnits(d)
	if err != nil {
		t.Fatal(err)
	}
	r := &run{data: d, prog: p}
	for _, file := range []string{"recognizers_number_en", "recognizers_units_en", "quantulum3_tests"} {
		rows := r.phrases(file, "", nil)
		pred := p.Annotate(inputs(rows))
		s, ref := Values(valueDocs(rows), pred, units), reference(t, d, "score_quantities.py", d.Path("facts/"+file+".jsonl"), writeLines(t, "p.jsonl", articles(pred)))
		sameValues(t, file, s, ref)
	}
	rows := r.phrases("recognizers_datetime_en", "DateTimeModel#", nil)
	pred := p.Annotate(inputs(rows))
	s := Times(timeDocs(rows), pred)
	ref := reference(t, d, "score_times.py", d.Path("facts/recognizers_datetime_en.jsonl"), writeLines(t, "p.jsonl", articles(pred)), "--only", "DateTimeModel#")
	same(t, "phrases relaxed", s.Relaxed.F1(), at(t, ref, "relaxed", "F1"))
	same(t, "phrases value", s.Value.F1(), at(t, ref, "value", "F1"))
}

func TestReportsAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	units, err := ReadUnits(d)
	if err != nil {
		t.Fatal(err)
	}
	docs, values, err := Facts(d)
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	for _, x := range docs {
		in = append(in, Input{ID: x.ID, Text: x.Text})
	}
	pred := p.Annotate(in)
	file := writeLines(t, "p.jsonl", articles(pred))
	s, ref := Times(docs, pred), reference(t, d, "score_times.py", d.Path("reports/facts.json"), file)
	same(t, "reports, times relaxed", s.Relaxed.F1(), at(t, ref, "relaxed", "F1"))
	same(t, "reports, times value", s.Value.F1(), at(t, ref, "value", "F1"))
	sameValues(t, "reports", Values(values, pred, units), reference(t, d, "score_quantities.py", d.Path("reports/facts.json"), file))
}

func sameValues(t *testing.T, set string, s ValueScore, ref map[string]any) {
	t.Helper()
	same(t, set+" relaxed", s.Relaxed.F1(), at(t, ref, "relaxed", "F1"))
	same(t, set+" strict", s.Strict.F1(), at(t, ref, "strict", "F1"))
	same(t, set+" value", s.Value.F1(), at(t, ref, "value", "F1"))
	same(t, set+" value and unit", s.Unit.F1(), at(t, ref, "value_unit", "F1"))
}
