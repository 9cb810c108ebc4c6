package render

import (
	"math"
	"strings"
	"testing"

	"nutgraf"
)

// TestAnnotated: every finding stands in the text with its note, an article's
// own markup is escaped, and layers that are not wanted are left out.
func TestAnnotated(t *testing.T) {
	text := "<b>Otto Lund</b> paid $5 on Monday. “No,” he said."
	at := func(w string) nutgraf.Span {
		i := strings.Index(text, w)
		return nutgraf.Span{Start: i, End: i + len(w)}
	}
	doc := &nutgraf.Document{ID: "a", Text: text}
	ann := &nutgraf.Annotations{
		Entities: []nutgraf.Entity{{Type: nutgraf.Person, Name: "Otto Lund"}},
		Mentions: []nutgraf.Mention{{Span: at("Otto Lund"), Kind: nutgraf.ByName}, {Span: at("he"), Entity: -1, Kind: nutgraf.ByPronoun}},
		Times:    []nutgraf.When{{Span: at("Monday"), Type: nutgraf.DateType, Value: "XXXX-WXX-1"}},
		Quantities: []nutgraf.Quantity{{
			Span: at("$5"), Known: true, Value: 5, Low: 5, High: 5, Unit: "USD", Hedge: nutgraf.Exact,
		}},
		Quotes: []nutgraf.Quote{{
			Span: at("“No,”"), Parts: []nutgraf.Span{at("“No,”")}, Kind: nutgraf.Direct, Speaker: -1, When: -1,
			Cue: at("said"), Modality: "say", Source: at("he"), AddresseeName: "Ada Marrow", Medium: "statement",
		}},
	}
	var b strings.Builder
	if err := Annotated(&b, doc, ann, func(l Layer) bool { return l != Times }); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<span class="e t-person" title="person: Otto Lund">Otto Lund</span>`, `title="source of quotation 1: speaker open
pronoun: open">he</span><sup class="tie"><a href="#said-e40c292c-1">1</a></sup>`,
		`title="quantity: 5 USD exact">$5</span>`, "&lt;b&gt;",
		// what was said leads to who said it, and source and cue lead back
		`<a id="said-e40c292c-1"></a><span class="q" title="quotation 1, direct: speaker open, to Ada Marrow, statement">“No,”</span><sup class="tie"><a href="#by-e40c292c-1">1</a></sup>`,
		`<a id="by-e40c292c-1"></a>`, `title="cue of quotation 1: say">said</span><sup class="tie"><a href="#said-e40c292c-1">1</a></sup>`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in:\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "XXXX-WXX-1") || strings.Contains(b.String(), "<b>") {
		t.Errorf("an unwanted layer or markup in:\n%s", b.String())
	}
}

// TestOpenBound: a bound that is not stated is worded, not written out.
func TestOpenBound(t *testing.T) {
	doc := &nutgraf.Document{ID: "a", Text: "20 or more, 30 or less"}
	ann := &nutgraf.Annotations{Quantities: []nutgraf.Quantity{
		{Span: nutgraf.Span{Start: 0, End: 2}, Known: true, Value: 20, Low: 20, High: math.MaxFloat64, Hedge: nutgraf.Bound},
		{Span: nutgraf.Span{Start: 12, End: 14}, Known: true, Value: 30, Low: -math.MaxFloat64, High: 30, Hedge: nutgraf.Bound},
	}}
	var b strings.Builder
	if err := Annotated(&b, doc, ann, func(Layer) bool { return true }); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`title="quantity: at least 20 bound">20<`, `title="quantity: at most 30 bound">30<`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in:\n%s", want, b.String())
		}
	}
}
