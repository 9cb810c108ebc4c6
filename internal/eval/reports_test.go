package eval

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"nutgraf/internal/cli"
)

// TestReportsAreReadRight reads the five reports as a user does and lays what is
// shown against the sheet of what stands in them: one story and its follow-up, every
// side of every hard and medium difference, no trap, the one origin of the news, the
// one page date that cannot be.
func TestReportsAreReadRight(t *testing.T) {
	d := shared(t)
	files, err := filepath.Glob(d.Path("reports/*.txt"))
	if err != nil || len(files) != 5 {
		t.Fatalf("%d reports, %v", len(files), err)
	}
	var out, errs bytes.Buffer
	if code := cli.Run(t.Context(), append([]string{"read", "--format", "json"}, files...), nil, &out, &errs); code != 0 {
		t.Fatalf("read ends with %d: %s", code, &errs)
	}
	type story struct {
		Saga     string
		Articles []struct{ ID string }
		Title    struct{ Article string } `json:"title_evidence"`
		Nutgraf  []struct {
			Evidence []goldSpan
		}
		Conflicts []struct {
			Severity, Relation string
			Sides              []struct{ Evidence []goldSpan }
		}
		Warnings   []struct{ Article, Kind string }
		Provenance struct {
			Earliest    any
			Independent int `json:"independent_origins"`
			Nodes       []struct{ Outlet, Role string }
		}
	}
	var stories []story
	for dec := json.NewDecoder(&out); dec.More(); {
		var s story
		if err := dec.Decode(&s); err != nil {
			t.Fatal(err)
		}
		stories = append(stories, s)
	}
	if len(stories) != 2 || len(stories[0].Articles) != 4 || len(stories[1].Articles) != 1 || stories[0].Saga == "" || stories[0].Saga != stories[1].Saga {
		t.Fatalf("%d stories, want one of four reports and its follow-up in one saga", len(stories))
	}
	sheet := readSheet(t, d)
	first := stories[0]

	for _, row := range sheet.Conflict {
		gold := row.sides(sheet)
		met := func(sides []struct{ Evidence []goldSpan }) (n int) {
			taken := map[int]bool{}
			for _, g := range gold {
				if i := slices.IndexFunc(sides, func(x struct{ Evidence []goldSpan }) bool { return touch(x.Evidence, g) }); i >= 0 && !taken[i] {
					taken[i] = true
					n++
				}
			}
			return n
		}
		best := 0
		for _, c := range first.Conflicts {
			n := met(c.Sides)
			best = max(best, n)
			if strings.HasPrefix(row.Severity, "none") && n > 1 && c.Severity != "soft" {
				t.Errorf("trap %s is shown as a difference", row.ID)
			}
		}
		if (row.Severity == "hard" || row.Severity == "medium") && row.Kind != "page_date_vs_content" && best < len(gold) {
			t.Errorf("difference %s: %d of its %d sides are shown", row.ID, best, len(gold))
		}
	}
	if n := len(first.Conflicts); n != 2 {
		t.Errorf("%d differences, want 2", n)
	}

	doubted := map[string]bool{}
	for _, w := range first.Warnings {
		if w.Kind != "no_date" {
			doubted[w.Article[:3]] = true
		}
	}
	if len(doubted) != 1 || !doubted["003"] {
		t.Errorf("page dates doubted: %v, want that of 003", doubted)
	}
	if first.Provenance.Earliest != nil {
		t.Errorf("earliest is %v; only one report has a date that can be relied on", first.Provenance.Earliest)
	}
	for i, want := range []string{"Deadline", "ET Online"} {
		var origins []string
		for _, n := range stories[i].Provenance.Nodes {
			if n.Role == "news_origin" {
				origins = append(origins, n.Outlet)
			}
		}
		if !slices.Equal(origins, []string{want}) {
			t.Errorf("origins of the news %v, want %s", origins, want)
		}
	}

	if strings.HasPrefix(first.Title.Article, "002") {
		t.Error("the headline is 002's, which takes a side in a difference")
	}
	for _, s := range first.Nutgraf {
		for _, row := range sheet.Conflict[:2] {
			for _, side := range row.sides(sheet) {
				if touch(s.Evidence, side) {
					t.Errorf("the nut graf tells a side of %s as it were undisputed", row.ID)
				}
			}
		}
	}
}

type sheetConflict struct {
	ID, Kind, Severity string
	Sides              []struct {
		Spans []struct {
			Doc        string
			Start, End int
		}
	}
}

type conflictSheet struct {
	Documents map[string]struct{ File string }
	Conflict  []sheetConflict
}

func readSheet(t *testing.T, d Data) (s conflictSheet) {
	t.Helper()
	raw, err := d.Read("reports/facts.json")
	if err == nil {
		err = json.Unmarshal(raw, &s)
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// sides gives the spans of each side by the ids that reports are read under.
func (c sheetConflict) sides(s conflictSheet) [][]goldSpan {
	var out [][]goldSpan
	for _, x := range c.Sides {
		var spans []goldSpan
		for _, y := range x.Spans {
			spans = append(spans, goldSpan{strings.TrimSuffix(s.Documents[y.Doc].File, ".txt"), y.Start, y.End})
		}
		out = append(out, spans)
	}
	return out
}
