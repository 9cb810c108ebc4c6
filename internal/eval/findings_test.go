package eval

import (
	"slices"
	"testing"
)

// TestFindingsAgree compares the scorer of findings with the one that lies with
// the data, and keeps what is found from falling.
func TestFindingsAgree(t *testing.T) {
	d := shared(t)
	p := program(t)
	stories, err := p.Compare(d, "findings")
	if err != nil {
		t.Fatal(err)
	}
	golds, err := FindingsGolds(d)
	if err != nil {
		t.Fatal(err)
	}
	s := Findings(golds, stories)
	type side struct {
		Evidence []evidenceRow `json:"evidence"`
	}
	var read, annotated []map[string]any
	for _, c := range stories {
		var ids []string
		for _, m := range c.Members {
			ids = append(ids, m.Doc.ID)
			annotated = append(annotated, map[string]any{"id": m.Doc.ID, "text": m.Doc.Text})
		}
		quotes, conflicts := []map[string]any{}, []map[string]any{}
		for _, f := range c.Findings.Families {
			var variants []evidenceRow
			for _, v := range f.Variants {
				at := rowsOf(c.points(v.Cites))
				at[0].End = at[len(at)-1].End
				variants = append(variants, at[0])
			}
			quotes = append(quotes, map[string]any{"variants": variants})
		}
		for _, x := range c.Findings.Conflicts {
			var sides []side
			for _, y := range x.Sides {
				sides = append(sides, side{rowsOf(c.points(y.Evidence))})
			}
			conflicts = append(conflicts, map[string]any{"kind": x.Kind, "severity": x.Severity, "relation": x.Relation, "sides": sides})
		}
		read = append(read, map[string]any{
			"articles": ids, "quotes": quotes, "conflicts": conflicts,
			"provenance": map[string]any{"independent_origins": c.Findings.Provenance.IndependentOrigins},
		})
	}
	got := reference(t, d, "score_findings.py", "--split", "all", "--annotate", writeLines(t, "a.jsonl", annotated), "--read", writeLines(t, "r.jsonl", read))
	pairs := got["family pairs P R F1"].([]any)
	for _, x := range []struct {
		name      string
		ours, its float64
	}{
		{"family pairs F1", 100 * s.Pairs.F1(), pairs[2].(float64)},
		{"recall", 100 * s.Recall(), got["conflict recall hard+medium"].(float64)},
		{"precision", 100 * ratio(s.Right, s.Loud), got["conflict precision (hard+medium shown)"].(float64)},
		{"origins", float64(s.OriginsOff) / float64(s.Stories), got["independent origins: mean error"].(float64)},
	} {
		if d := x.ours - x.its; d > .06 || d < -.06 {
			t.Errorf("%s: %.2f, the reference scorer says %.2f", x.name, x.ours, x.its)
		}
	}
	if s.Pairs.F1() < .95 || s.Taken > 1 || s.Right < s.Loud {
		t.Errorf("family pairs %.3f, traps taken %d, right %d of %d", s.Pairs.F1(), s.Taken, s.Right, s.Loud)
	}
}

type evidenceRow struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

func rowsOf(spans []goldSpan) []evidenceRow {
	var out []evidenceRow
	for _, s := range spans {
		out = append(out, evidenceRow(s))
	}
	return out
}

// TestReadings says that the readings kept can be read.
func TestReadings(t *testing.T) {
	all, err := Readings()
	if err != nil || len(all) == 0 {
		t.Fatalf("%d readings, %v", len(all), err)
	}
}

// TestOwnGolds holds that the project's own annotations can be read: each difference has
// two sides, and every position lies in an article of its story.
func TestOwnGolds(t *testing.T) {
	golds, err := OwnGolds()
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range golds {
		if g.Split != "seen" && g.Split != "kept" {
			t.Errorf("%s: split %q", g.Story, g.Split)
		}
		for _, c := range g.Conflicts {
			if len(c.Sides) < 2 {
				t.Errorf("%s %s: %d sides", g.Story, c.ID, len(c.Sides))
			}
			for _, s := range c.Sides {
				for _, e := range s.Evidence {
					if e.Start >= e.End || !slices.ContainsFunc(g.Articles, func(a goldArticle) bool { return a.ID == e.Article }) {
						t.Errorf("%s %s: %v", g.Story, c.ID, e)
					}
				}
			}
		}
	}
}

// TestQuotedGolds holds that the quoted stories can be read: every member of a family is a
// quotation of its story, and every position lies in order.
func TestQuotedGolds(t *testing.T) {
	golds, err := QuotedGolds()
	if err != nil {
		t.Fatal(err)
	}
	if len(golds) == 0 {
		t.Fatal("none")
	}
	for _, g := range golds {
		known := map[string]bool{}
		for _, a := range g.Articles {
			for _, q := range a.Quotes {
				known[q.ID] = true
				for _, p := range q.Parts {
					if p[0] >= p[1] {
						t.Errorf("%s %s: %v", g.Story, q.ID, p)
					}
				}
			}
			for _, c := range a.Credits {
				if c.Start >= c.End || c.Outlet == "" {
					t.Errorf("%s: %+v", g.Story, c)
				}
			}
		}
		for _, f := range g.Families {
			for _, m := range f.Members {
				if !known[m.Quote] {
					t.Errorf("%s: no quotation %s", g.Story, m.Quote)
				}
			}
		}
	}
}
