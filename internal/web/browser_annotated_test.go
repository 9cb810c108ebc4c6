package web_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"nutgraf"
	"nutgraf/internal/annotate"
	"nutgraf/internal/lang"
	"nutgraf/internal/render"
)

// annotatedFile is an invented article as nutgraf annotate --format html shows it.
func annotatedFile(t *testing.T) []byte {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	text := "Harbour master Otto Lund sold about 40 boats for $5.2 million on Monday.\n\n“We could lose 30 percent of the crews by May,” Lund told the Ellery Courier.\n\nLetters of Monday from Paris"
	doc := &nutgraf.Document{ID: "a", Title: "Boats sold", Outlet: "Ferry Lane News", Text: text, Published: nutgraf.Published{Value: "2020-05-05"}}
	at := strings.Index(text, "Letters")
	doc.Blocks = []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: 72}}, {Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 74, End: at - 2}}, {Kind: nutgraf.Promo, Span: nutgraf.Span{Start: at, End: len(text)}}}
	_, ann := annotate.New(pack).Annotate(doc)
	all := func(render.Layer) bool { return true }
	var b bytes.Buffer
	for _, err := range []error{render.AnnotatedHead(&b, all), render.Annotated(&b, doc, ann, all), render.AnnotatedFoot(&b)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

// How a finding was read shows on focus, beside the text or at the foot of a narrow
// window; a layer can be switched off; axe-core finds no violation.
func annotated(t *testing.T, ctx context.Context) {
	file := annotatedFile(t)
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(file) }))
	t.Cleanup(site.Close)
	script := axe(t)
	for _, c := range []struct {
		night bool
		wide  int64
		place string
	}{{false, 1400, "absolute"}, {true, 1400, "absolute"}, {true, 390, "fixed"}} {
		dark(t, ctx, c.night)
		do(t, ctx, chromedp.EmulateViewport(c.wide, 900), chromedp.Navigate(site.URL))
		value[bool](t, ctx, `document.querySelector("details").open = true, document.querySelector("#l-letters").checked = true`)
		value[bool](t, ctx, `document.querySelector(".f.u").focus(), true`)
		if got := value[string](t, ctx, `getComputedStyle(document.querySelector(".f.u > .note")).position`); got != c.place {
			t.Errorf("%d wide: the reading stands %q, want %q", c.wide, got, c.place)
		}
		if got := value[string](t, ctx, `document.querySelector(".f.u > .note b").innerText`); got != "40 boats" {
			t.Errorf("the reading is %q", got)
		}
		if !value[bool](t, ctx, `document.documentElement.scrollWidth <= innerWidth`) {
			t.Errorf("%d wide: the page is wider", c.wide)
		}
		for _, f := range violations(t, ctx, script) {
			t.Errorf("dark %v, %d wide: %s", c.night, c.wide, f)
		}
	}
	do(t, ctx, chromedp.Click(chromedp.CSS("#l-q")))
	if got := value[string](t, ctx, `getComputedStyle(document.querySelector(".u.q")).borderBottomStyle`); got != "double" {
		t.Errorf("without quotations a quantity in one has an underline that is %s", got)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS("#l-u")))
	if got := value[string](t, ctx, `getComputedStyle(document.querySelector(".f.u")).borderBottomWidth`); got != "0px" {
		t.Errorf("a layer that is switched off has an underline of %s", got)
	}
}
