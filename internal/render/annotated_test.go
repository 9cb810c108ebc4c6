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
			Span: at("$5"), Kind: nutgraf.Money, Known: true, Value: 5, Low: 5, High: 5, Unit: "USD", Hedge: nutgraf.Exact, Status: nutgraf.Achieved, StatusSpan: at("paid"), Window: -1,
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
		`<span class="f e t-person b-e" tabindex="0">Otto Lund<span class="note" role="note"><span class="r-e"><i>person</i><b>Otto Lund</b><small>1 mention</small></span></span></span>`,
		`<i>pronoun</i><b>left open</b>`, `<i>source of quotation 1</i><b>speaker left open</b>`,
		`<i>money</i><b>5 USD</b><small>exact · achieved: “paid”</small>`, "&lt;b&gt;",
		`<b>Otto Lund</b> 1×`, "1 quotation · 2 mentions of names · 1 quantity · 0 credits",
		// what was said leads to who said it, and source and cue lead back
		`<a id="said-e40c292c-1"></a><span class="f q b-q z-q" tabindex="0">“No,”<span class="note" role="note"><span class="r-q"><i>quotation 1, direct</i><b>speaker left open</b><small>to Ada Marrow</small><small>through: statement</small></span></span></span><sup class="hop"><a href="#by-e40c292c-1">1</a></sup>`,
		`<a id="by-e40c292c-1"></a>`, `<i>cue of quotation 1</i><b>say</b></span></span></span><sup class="hop"><a href="#said-e40c292c-1">1</a></sup>`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in:\n%s", want, b.String())
		}
	}
	if strings.Contains(b.String(), "XXXX-WXX-1") || strings.Contains(b.String(), "<b>Otto Lund</b> paid") {
		t.Errorf("an unwanted layer or markup in:\n%s", b.String())
	}
}

// TestAmount: a number is written for the eye; a bound that is not stated is
// worded, not written out.
func TestAmount(t *testing.T) {
	exact := func(x float64, k nutgraf.QuantityKind) nutgraf.Quantity {
		return nutgraf.Quantity{Kind: k, Known: true, Value: x, Low: x, High: x}
	}
	for _, c := range []struct {
		q    nutgraf.Quantity
		want string
	}{
		{nutgraf.Quantity{Known: true, Value: 20, Low: 20, High: math.MaxFloat64}, "at least 20"},
		{nutgraf.Quantity{Known: true, Value: 30, Low: -math.MaxFloat64, High: 30}, "at most 30"},
		{nutgraf.Quantity{Known: true, Value: 15, Low: 10, High: 20}, "10 to 20"},
		{nutgraf.Quantity{Kind: nutgraf.Superlative}, "above all others"},
		{nutgraf.Quantity{Kind: nutgraf.Cardinal}, "two sides, no value"},
		{exact(-1234567.5, nutgraf.Cardinal), "-1,234,567.5"},
		{exact(10.1, nutgraf.Money), "10.10"},
		{exact(1./9, nutgraf.Cardinal), "0.1111"},
		{exact(.0000625, nutgraf.Cardinal), "6.25e-05"},
	} {
		if got := amount(c.q); got != c.want {
			t.Errorf("%+v: %q, want %q", c.q, got, c.want)
		}
	}
}

// TestSpan: a time is written in words.
func TestSpan(t *testing.T) {
	day := nutgraf.DayDate(2020, 5, 5)
	for _, c := range []struct {
		t    nutgraf.When
		want string
	}{
		{nutgraf.When{Type: nutgraf.DateType, Value: "2020-05-05", From: day, To: day, Resolved: true}, "Tuesday, 5 May 2020"},
		{nutgraf.When{Type: nutgraf.TimeType, Value: "2020-05-05T14:30", From: day, To: day, Resolved: true}, "Tuesday, 5 May 2020, 14:30"},
		{nutgraf.When{Type: nutgraf.DateType, Value: "XXXX-05-05"}, "left open"},
		{nutgraf.When{Type: nutgraf.DurationType, Value: "P2W", Resolved: true}, "2 weeks"},
		{nutgraf.When{Type: nutgraf.DurationType, Value: "PT1H", Resolved: true}, "1 hour"},
		{nutgraf.When{Type: nutgraf.DurationType, Value: "PXD", Resolved: true}, "some days"},
		{nutgraf.When{Type: nutgraf.DurationType, Value: "P1Y6M", Resolved: true}, "P1Y6M"},
	} {
		if got := span(c.t); got != c.want {
			t.Errorf("%+v: %q, want %q", c.t, got, c.want)
		}
	}
}

// TestAnnotatedHead: the key shows the layers that are wanted, and the file loads
// nothing.
func TestAnnotatedHead(t *testing.T) {
	var b strings.Builder
	if err := AnnotatedHead(&b, func(l Layer) bool { return l == Times }); err != nil {
		t.Fatal(err)
	}
	for want, there := range map[string]bool{`id="l-w"`: true, `id="l-x"`: true, `id="l-e"`: false, "Types of name": false, "url(": false, "<script": false, "http": false} {
		got := strings.Contains(strings.ReplaceAll(b.String(), "http-equiv", ""), want)
		if got != there {
			t.Errorf("%s: %v, want %v", want, got, there)
		}
	}
}
