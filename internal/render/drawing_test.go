package render_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/render"
)

var drawings = regexp.MustCompile(`(?s)<svg.*?</svg>`)

// Every drawing is well-formed, says what it shows, and has no place that is
// not a number.
func TestDrawingsAreWellFormed(t *testing.T) {
	f := newFixture(t)
	all := drawings.FindAllString(story(t, f.Page, render.Options{Document: f.document}), -1)
	if len(all) != 3 {
		t.Fatalf("%d drawings, want a scale, the origins and a time line", len(all))
	}
	all = append(all, string(render.Spark([]nutgraf.Day{date(2025, 1, 1), date(2025, 3, 1), nutgraf.NoDay})),
		string(render.Saga([]nutgraf.StoryLine{{ID: "a", Title: "<b>&", First: date(2025, 1, 1), Last: date(2025, 1, 2)}})))
	for _, d := range all {
		if !strings.Contains(d, `aria-label="`) {
			t.Errorf("a drawing does not say what it shows: %.80s", d)
		}
		if strings.Contains(d, "NaN") || strings.Contains(d, "Inf") || strings.Contains(d, "style=") {
			t.Errorf("a drawing holds what it must not: %s", d)
		}
		x := xml.NewDecoder(strings.NewReader(d))
		for {
			if _, err := x.Token(); err != nil {
				if !errors.Is(err, io.EOF) {
					t.Errorf("%v in %s", err, d)
				}
				break
			}
		}
	}
}

func conflict(axis string, bounds ...float64) *nutgraf.StoryPage {
	c := nutgraf.Conflict{ID: "d1", Severity: nutgraf.Hard, Axis: axis}
	for i := 0; i+1 < len(bounds); i += 2 {
		c.Sides = append(c.Sides, nutgraf.Side{Letter: string(rune('a' + i/2)), Low: bounds[i], High: bounds[i+1], Evidence: []nutgraf.Cite{{Ref: nutgraf.Ref{Doc: "x"}}}})
	}
	return &nutgraf.StoryPage{First: nutgraf.NoDay, Last: nutgraf.NoDay, Articles: []nutgraf.PageArticle{{ID: "x", Letter: "A"}}, Conflicts: []nutgraf.Conflict{c}}
}

func TestScale(t *testing.T) {
	no := float64(nutgraf.NoDay)
	for _, c := range []struct {
		name   string
		page   *nutgraf.StoryPage
		says   string
		absent bool
	}{
		{"two numbers", conflict("number", 12, 12, 20, 20), "a: 12; b: 20", false},
		{"a range", conflict("number", 5e6, 7e6, 9e6, 9e6), "a: 5 million – 7 million; b: 9 million", false},
		{"no upper bound", conflict("number", 12, math.MaxFloat64, 9, 9), "a: 12 or more; b: 9", false},
		{"no lower bound", conflict("number", -math.MaxFloat64, 4, 9, 9), "a: up to 4; b: 9", false},
		{"endless on both sides", conflict("number", -math.MaxFloat64, math.MaxFloat64, 9, 9), "", true},
		{"the same number", conflict("number", 90e6, 90e6, 90e6, 90e6), "", true},
		{"not a number", conflict("number", math.NaN(), math.NaN(), 1, 1), "", true},
		{"no scale", conflict("", 1, 1, 2, 2), "", true},
		{"days", conflict("day", 18386, 18386, 18387, 18390), "a: 4 May 2020; b: 5 May 2020 – 8 May 2020", false},
		{"one day known", conflict("day", 18386, 18386, no, no), "", true},
	} {
		page := story(t, c.page, render.Options{})
		if has := strings.Contains(page, `class="axis"`); has == c.absent {
			t.Errorf("%s: a scale is drawn: %v", c.name, has)
		}
		if !strings.Contains(page, c.says) {
			t.Errorf("%s: the page does not say %q", c.name, c.says)
		}
	}
}

// A story of many reports keeps a drawing that can be read; circles of credits
// come to an end.
func TestGraphOfManyReports(t *testing.T) {
	p := &nutgraf.StoryPage{First: nutgraf.NoDay, Last: nutgraf.NoDay}
	for i := range 300 {
		id := fmt.Sprintf("r%d", i)
		p.Articles = append(p.Articles, nutgraf.PageArticle{ID: id, Letter: fmt.Sprintf("L%d", i)})
		p.Provenance.Nodes = append(p.Provenance.Nodes, nutgraf.Node{ID: id, Doc: id, Name: id, Role: nutgraf.RoleReport})
		p.Provenance.Edges = append(p.Provenance.Edges, nutgraf.Edge{From: id, To: fmt.Sprintf("r%d", (i+1)%300), Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{{Ref: nutgraf.Ref{Doc: id}}}})
	}
	page := story(t, p, render.Options{})
	if n := strings.Count(page, `<g class="node`); n == 0 || n > 48 {
		t.Errorf("%d nodes are drawn", n)
	}
	if n := strings.Count(page, `<tr id="edge-`); n != 60 || !strings.Contains(page, "and 240 more") {
		t.Errorf("the table has %d rows, or does not say how many are left off", n)
	}
	if n := strings.Count(story(t, p, render.Options{Whole: true}), `<tr id="edge-`); n != 300 {
		t.Errorf("the whole table has %d rows", n)
	}
}

// The same page comes out every time.
func TestSameInputSameBytes(t *testing.T) {
	f := newFixture(t)
	want := story(t, f.Page, render.Options{Document: f.document})
	for range 20 {
		if got := story(t, f.Page, render.Options{Document: f.document}); got != want {
			t.Fatal("two renderings of one page differ")
		}
	}
}
