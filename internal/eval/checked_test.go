package eval

import (
	"slices"
	"testing"
)

func TestCheckedLabelsFitTheData(t *testing.T) {
	d, p := shared(t), program(t)
	docs, err := Rows[QuoteDoc](d, devQuotes)
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	for _, x := range docs {
		in = append(in, Input{ID: x.DocID, Text: x.Text, Date: x.Date, Title: x.Title, Outlet: x.Source})
	}
	pred := p.Annotate(in)
	names, err := CheckNames(docs, pred)
	if err != nil {
		t.Fatal(err)
	}
	credits, err := CheckedCredits(docs)
	if err != nil {
		t.Fatal(err)
	}
	if len(credits) != 84 {
		t.Errorf("credits in %d articles, want 84", len(credits))
	}
	for _, c := range credits {
		text := []rune(c.Text)
		for _, g := range c.Gold {
			if g.Start < 0 || g.End > len(text) || g.Start >= g.End || g.Outlet == "" {
				t.Errorf("%s: label %+v", c.ID, g)
			}
		}
	}
	s := Credits(credits, pred)
	t.Logf("names %.3f, when answered %.3f, end to end %.3f; credits P %.3f R %.3f F1 %.3f, with kind %.3f", names.Right.R(), names.Answered.R(), names.EndToEnd.F1(),
		s.Outlet.P(), s.Outlet.R(), s.Outlet.F1(), s.Kind.F1())
	for name, x := range map[string]float64{"names": names.Answered.R(), "credits": s.Kind.F1()} {
		if x < .8 {
			t.Errorf("%s read by hand: %.3f", name, x)
		}
	}
}

func TestCreditsAgreeWithReference(t *testing.T) {
	d, p := shared(t), program(t)
	docs, err := CreditFacts(d)
	if err != nil {
		t.Fatal(err)
	}
	var in []Input
	for _, x := range docs {
		in = append(in, Input{ID: x.ID, Text: x.Text})
	}
	pred := p.Annotate(in)
	for _, a := range pred {
		if len(a.Credits) > 1 { // errors of both sorts, so that the scores are not all one
			a.Credits[0].Kind = "wire"
			a.Credits[1].Outlet = "Ashby Herald"
		}
	}
	s := Credits(docs, pred)
	ref := reference(t, d, "score_credits.py", d.Path("reports/facts.json"), writeLines(t, "p.jsonl", articles(pred)))
	same(t, "outlet P", s.Outlet.P(), at(t, ref, "outlet", "P"))
	same(t, "outlet", s.Outlet.F1(), at(t, ref, "outlet", "F1"))
	same(t, "outlet and kind", s.Kind.F1(), at(t, ref, "outlet_kind", "F1"))
	same(t, "by article", s.Document.F1(), at(t, ref, "document", "F1"))
}

func TestOutletNames(t *testing.T) {
	for _, x := range []struct {
		a, b string
		want bool
	}{
		{"The Ashby Herald", "Ashby Herald", true},
		{"ashbyherald.com", "Ashby Herald", false},
		{"Evening Talk (ET)", "ET Online", true},
		{"Évora Post", "evora post", true},
		{"", "", false},
		{"Ashby Herald", "Ashby Post", false},
	} {
		if got := outletsAgree(x.a, x.b); got != x.want {
			t.Errorf("outletsAgree(%q, %q) = %v", x.a, x.b, got)
		}
	}
	if got := outletNames("The Ashby Herald (@herald)"); !slices.Equal(got, []string{"ashby herald", "herald"}) {
		t.Errorf("outletNames: %q", got)
	}
}
