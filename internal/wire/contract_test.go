package wire

import (
	"encoding/json"
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/schema/schematest"
)

func validate(t *testing.T, name string, v any) {
	t.Helper()
	raw, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := schematest.Compile(t, name)(raw); err != nil {
		t.Errorf("%s does not meet its schema: %v\n%s", name, err, raw)
	}
}

const sample = "Ilse Brandt told the Courier: “We sail in May – 40,000 guests.”"

func spanOf(words string) nutgraf.Span {
	i := strings.Index(sample, words)
	return nutgraf.Span{Start: i, End: i + len(words)}
}

func sampleDocument() (*nutgraf.Document, *nutgraf.Annotations) {
	quote := spanOf("“We sail in May – 40,000 guests.”")
	doc := &nutgraf.Document{
		ID: "a", Text: sample, Outlet: "Courier", Title: "Ferry", Lang: "en",
		Blocks:    []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(sample)}, Source: nutgraf.Span{Start: 7, End: 90}}},
		Dates:     []nutgraf.Witness{{Source: nutgraf.DateMeta, Value: "2031-04-02", Kept: true, Why: "the first witness heard"}},
		Published: nutgraf.Published{Value: "2031-04-02", Source: nutgraf.DateMeta, Confidence: .9},
		Notes:     []nutgraf.Note{{Code: "charset", Text: "decoded"}},
	}
	ann := &nutgraf.Annotations{
		Published:  doc.Published,
		Sentences:  []nutgraf.Sentence{{Span: nutgraf.Span{End: len(sample)}}},
		Entities:   []nutgraf.Entity{{Type: nutgraf.Person, Name: "Ilse Brandt"}},
		Mentions:   []nutgraf.Mention{{Span: spanOf("Ilse Brandt"), Kind: nutgraf.ByName}},
		Times:      []nutgraf.When{{Span: spanOf("May"), Type: nutgraf.DateType, Value: "2031-05", From: nutgraf.DayDate(2031, 5, 1), To: nutgraf.DayDate(2031, 5, 31), Resolved: true, Anchor: nutgraf.AnchorPublication}},
		Quantities: []nutgraf.Quantity{{Span: spanOf("40,000"), Kind: nutgraf.Cardinal, Known: true, Value: 40000, Low: 40000, High: 40000, Counted: spanOf("guests"), Hedge: nutgraf.Exact, Status: nutgraf.StatusProjected, Window: 0}},
		Quotes: []nutgraf.Quote{{
			Span: quote, Parts: []nutgraf.Span{quote}, Kind: nutgraf.Direct, Cue: spanOf("told"), Source: spanOf("Ilse Brandt"),
			Name: "Ilse Brandt", How: nutgraf.HowCue, Addressee: spanOf("the Courier"), AddresseeName: "Courier", When: -1, Confidence: .9, Why: nutgraf.Evidence{Rule: "cue", Refs: []nutgraf.Ref{{Doc: "a", Span: spanOf("told")}}},
		}},
		Credits: []nutgraf.Credit{{Span: spanOf("told the Courier"), Outlet: "Courier", OutletSpan: spanOf("Courier"), Kind: nutgraf.CreditTold, Scope: nutgraf.OneSentence, Confidence: .8}},
	}
	return doc, ann
}

func TestArticleMeetsItsSchemaAndProvesItself(t *testing.T) {
	doc, ann := sampleDocument()
	a := FromDocument(doc, ann)
	validate(t, "article", a)
	validate(t, "article", FromDocument(doc, nil))
	points := []rune(a.Text)
	q := a.Quotes[0]
	for _, w := range []Words{q.Words, *q.Cue, a.Quantities[0].Words, a.Times[0].Words, a.Mentions[0].Words} {
		if got := string(points[w.Start:w.End]); got != w.Text {
			t.Errorf("span %d-%d covers %q, says %q", w.Start, w.End, got, w.Text)
		}
	}
}

func TestStoryMeetsItsSchemaAndDropsWhatIsNotProved(t *testing.T) {
	doc, _ := sampleDocument()
	cite := doc.Cite(spanOf("We sail in May"))
	stale := cite
	stale.Text = "We sail in June"
	p := &nutgraf.StoryPage{
		ID: "s", Title: "Ferry", First: nutgraf.NoDay, Last: nutgraf.NoDay, TitleCite: stale,
		Articles: []nutgraf.PageArticle{{ID: "a", Letter: "A", Range: nutgraf.DateRange{From: nutgraf.NoDay, To: nutgraf.NoDay, Basis: "no date on it"}}},
		Brief:    nutgraf.Brief{Lines: []nutgraf.BriefLine{{Text: cite.Text, Cites: []nutgraf.Cite{cite}}, {Text: stale.Text, Cites: []nutgraf.Cite{stale}}}},
		Families: []nutgraf.Family{{ID: "q1", Kind: nutgraf.Direct, Said: nutgraf.NoDay, Variants: []nutgraf.Variant{{Doc: "a", Kind: nutgraf.Verbatim, Cites: []nutgraf.Cite{cite}}}}},
		Claims:   []nutgraf.Claim{{ID: "c1", Kind: nutgraf.ClaimDate, Label: cite, Support: []nutgraf.Support{{Cite: cite, Stance: nutgraf.Says}}}},
		Conflicts: []nutgraf.Conflict{{
			ID: "d1", Kind: nutgraf.ConflictDate, Severity: nutgraf.Hard, Relation: nutgraf.Conflicting,
			Sides: []nutgraf.Side{{Letter: "a", Value: "May", Evidence: []nutgraf.Cite{cite}}, {Letter: "b", Value: "May", Evidence: []nutgraf.Cite{cite}}},
		}},
		Provenance: nutgraf.Provenance{Nodes: []nutgraf.Node{{ID: "n1", Name: "Courier", Role: nutgraf.RoleNewsOrigin}}, Edges: []nutgraf.Edge{{From: "a", To: "n1", Kind: nutgraf.EdgeCredit, Confidence: 1, Evidence: []nutgraf.Cite{cite}}}},
		Timeline:   []nutgraf.TimelineEntry{{From: nutgraf.NoDay, To: nutgraf.NoDay, Text: "sails", Lane: nutgraf.LaneEvent}},
		Warnings:   []nutgraf.Warning{{Doc: "a", Kind: nutgraf.NoDate, Why: "no date on it"}},
	}
	s := FromPage(p, func(id string) *nutgraf.Document { return doc })
	validate(t, "story", s)
	if s.TitleEvidence != nil || len(s.NutGraf) != 1 {
		t.Errorf("a cite that its text does not bear out is shown: %+v", s)
	}
}
