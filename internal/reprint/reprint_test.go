package reprint_test

import (
	"reflect"
	"testing"

	"nutgraf"
	"nutgraf/internal/reprint"
)

func cite(doc string, start, end int) nutgraf.Cite {
	return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: start, End: end}}, Text: "words", Para: 1}
}

// page is the page of reports a, b and c, of which b has the text of a.
func page() *nutgraf.StoryPage {
	return &nutgraf.StoryPage{
		Articles: []nutgraf.PageArticle{
			{ID: "a", Letter: "A", Only: []nutgraf.Cite{cite("a", 0, 5)}},
			{ID: "b", Letter: "B", SameAs: "a", SameSpan: nutgraf.Span{End: 20}, Only: []nutgraf.Cite{cite("b", 0, 5)}, NotFound: []string{"k2"}},
			{ID: "c", Letter: "C"},
		},
		Brief: nutgraf.Brief{Lines: []nutgraf.BriefLine{{Text: "words", Cites: []nutgraf.Cite{cite("a", 0, 9), cite("b", 0, 5), cite("c", 0, 5)}}}},
		Families: []nutgraf.Family{{ID: "q1", Fullest: 1, Variants: []nutgraf.Variant{
			{Doc: "a", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite("a", 3, 9)}},
			{Doc: "b", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite("b", 3, 9)}},
			{Doc: "c", Kind: nutgraf.Truncated, Cites: []nutgraf.Cite{cite("c", 4, 6)}},
		}}},
		Claims: []nutgraf.Claim{{ID: "k1", Label: cite("b", 3, 9), Support: []nutgraf.Support{
			{Cite: cite("a", 3, 9)}, {Cite: cite("b", 3, 9)}, {Cite: cite("b", 11, 15)}, {Cite: cite("c", 3, 9)},
		}}},
		Conflicts: []nutgraf.Conflict{{ID: "d1", Sides: []nutgraf.Side{
			{Letter: "a", Evidence: []nutgraf.Cite{cite("b", 3, 9), cite("a", 3, 9)}}, {Letter: "b", Evidence: []nutgraf.Cite{cite("c", 3, 9)}},
		}}},
		Provenance: nutgraf.Provenance{
			Nodes: []nutgraf.Node{{ID: "na", Doc: "a"}, {ID: "nb", Doc: "b"}, {ID: "nc", Doc: "c"}, {ID: "wire", Name: "Wire"}},
			Edges: []nutgraf.Edge{
				{From: "na", To: "wire", Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{cite("a", 1, 2)}},
				{From: "nb", To: "wire", Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{cite("b", 1, 2)}},
				{From: "nb", To: "na", Kind: nutgraf.EdgeReuse},
				{From: "nc", To: "na", Kind: nutgraf.EdgeReuse},
				{From: "nb", To: "nc", Kind: nutgraf.EdgeReuse},
			},
			Shared: []nutgraf.SharedText{{Src: cite("a", 0, 9), Dst: cite("b", 0, 9)}, {Src: cite("a", 0, 9), Dst: cite("c", 0, 9)}},
		},
		Timeline: []nutgraf.TimelineEntry{
			{Text: "event", Evidence: []nutgraf.Cite{cite("a", 1, 2), cite("b", 1, 2)}},
			{Text: "A and B are published", Lane: nutgraf.LanePublication, Evidence: []nutgraf.Cite{cite("a", 0, 1), cite("b", 0, 1)}},
		},
	}
}

func docs(all []nutgraf.Cite) (out []string) {
	for _, c := range all {
		out = append(out, c.Doc)
	}
	return out
}

// What a reprint repeats is told of the first report of the text alone; the page that was
// handed in stays as it is.
func TestFold(t *testing.T) {
	p, whole := page(), page()
	q := reprint.Fold(p)
	if !reflect.DeepEqual(p, whole) {
		t.Error("the page itself was changed")
	}
	if got := docs(q.Brief.Lines[0].Cites); !reflect.DeepEqual(got, []string{"a", "c"}) {
		t.Errorf("the nut graf's sentence is cited in %v", got)
	}
	f := q.Families[0]
	if len(f.Variants) != 2 || f.Variants[f.Fullest].Doc != "a" {
		t.Errorf("wordings %+v, the fullest is number %d", f.Variants, f.Fullest)
	}
	c := q.Claims[0]
	if len(c.Support) != 3 || c.Label.Doc != "a" {
		t.Errorf("claim labelled by %s with support %+v", c.Label.Doc, c.Support)
	}
	if got := docs(q.Conflicts[0].Sides[0].Evidence); !reflect.DeepEqual(got, []string{"a"}) {
		t.Errorf("a side rests on %v", got)
	}
	var ties []string
	for _, e := range q.Provenance.Edges {
		ties = append(ties, e.From+" "+e.To)
	}
	if !reflect.DeepEqual(ties, []string{"na wire", "nc na"}) || len(q.Provenance.Nodes) != 3 || len(q.Provenance.Shared) != 1 {
		t.Errorf("ties %q, nodes %+v, shared %+v", ties, q.Provenance.Nodes, q.Provenance.Shared)
	}
	if len(q.Timeline[0].Evidence) != 1 || len(q.Timeline[1].Evidence) != 2 {
		t.Errorf("timeline %+v", q.Timeline)
	}
	if b := q.Articles[1]; len(q.Articles) != 3 || b.Only != nil || b.NotFound != nil || q.Articles[0].Only == nil {
		t.Errorf("reports %+v", q.Articles)
	}
}

// What a reprint has of its own stays: a credit beside the text, an outlet that another
// report names, a stand on another side.
func TestFoldKeepsWhatIsItsOwn(t *testing.T) {
	p := page()
	p.Provenance.Edges = []nutgraf.Edge{
		{From: "nb", To: "wire", Kind: nutgraf.EdgeCredit},
		{From: "nc", To: "nb", Kind: nutgraf.EdgeCredit, Evidence: []nutgraf.Cite{cite("c", 1, 2)}},
	}
	p.Claims[0].Support[1].Side = "b"
	q := reprint.Fold(p)
	if len(q.Provenance.Edges) != 2 || len(q.Provenance.Nodes) != 4 {
		t.Errorf("ties %+v of %+v", q.Provenance.Edges, q.Provenance.Nodes)
	}
	if len(q.Claims[0].Support) != 4 {
		t.Errorf("support %+v", q.Claims[0].Support)
	}
}

func TestFoldWithoutReprints(t *testing.T) {
	p := page()
	p.Articles[1].SameAs = ""
	if reprint.Fold(p) != p {
		t.Error("a page without reprints is another one")
	}
	if n := len(reprint.Texts(page().Articles)); n != 2 {
		t.Errorf("%d texts, want 2", n)
	}
	if n := reprint.Counts(page().Articles); len(n) != 1 || n["a"] != 1 {
		t.Errorf("reprints by report: %v", n)
	}
}

// Under a head of its own a reprint has the same words further on; what stands in the head
// is its own.
func TestFoldUnderAnotherHeadline(t *testing.T) {
	p := &nutgraf.StoryPage{
		Articles: []nutgraf.PageArticle{{ID: "a"}, {ID: "b", SameAs: "a", SameSpan: nutgraf.Span{Start: 30, End: 90}, SameShift: 10}},
		Conflicts: []nutgraf.Conflict{{Sides: []nutgraf.Side{
			{Evidence: []nutgraf.Cite{cite("a", 25, 30), cite("b", 35, 40), cite("b", 0, 5), cite("b", 45, 50)}},
		}}},
		Claims: []nutgraf.Claim{{Label: cite("b", 35, 40)}, {Label: cite("b", 0, 5)}},
	}
	q := reprint.Fold(p)
	want := []nutgraf.Cite{cite("a", 25, 30), cite("b", 0, 5), cite("b", 45, 50)}
	if got := q.Conflicts[0].Sides[0].Evidence; !reflect.DeepEqual(got, want) {
		t.Errorf("a side rests on %+v", got)
	}
	if got := []nutgraf.Cite{q.Claims[0].Label, q.Claims[1].Label}; !reflect.DeepEqual(got, []nutgraf.Cite{cite("a", 25, 30), cite("b", 0, 5)}) {
		t.Errorf("labels %+v", got)
	}
}
