package annotate

import (
	"strings"
	"testing"

	"nutgraf"
	"nutgraf/internal/lang"
)

// TestForeign holds a text of another language to what figures alone tell.
func TestForeign(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	a := New(pack)
	text := "El puerto de Ansel vendió 40.000 millones en 2019, un 5% más que en 2018-05-04; costó $3 millones, o $25, el 4 de mayo, 3,5% menos. May dijo que no. El alcalde Tomás Breda pidió más. “Nadie nos escuchó en todo este tiempo, y ahora pagamos por ello.”"
	_, ann := a.Annotate(&nutgraf.Document{ID: "t", Lang: "es", Text: text, Published: nutgraf.Published{Value: "2020-05-05"}})
	var got []string
	for _, w := range ann.Times {
		got = append(got, w.Span.Of(text))
	}
	for _, q := range ann.Quantities {
		got = append(got, q.Span.Of(text))
		if !q.Counted.IsZero() || q.Window >= len(ann.Times) {
			t.Errorf("%+v", q)
		}
	}
	if want := "2019 2018-05-04 5% $25"; strings.Join(got, " ") != want {
		t.Errorf("found %q, want %q", got, want)
	}
	for _, q := range ann.Quotes {
		if q.Kind != nutgraf.Direct || q.Speaker >= 0 || q.Name != "" {
			t.Errorf("a quotation with a speaker: %+v", q)
		}
	}
	if len(ann.Quotes) != 1 {
		t.Errorf("%d quotations", len(ann.Quotes))
	}
	if len(ann.Notes) != 1 || ann.Notes[0].Code != "language" {
		t.Errorf("notes %+v", ann.Notes)
	}
}

// TestForeignMarks finds quotations of other languages by their marks; titles of works and
// terms, which are short, are none.
func TestForeignMarks(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	a := New(pack)
	for code, c := range map[string]struct{ text, want string }{
		"de": {"Die Brücke bleibt zu. „Die Seile halten den Frost nicht aus“, sagte Ada Marrow. Der Film „Am Hafen“ läuft weiter.\n\n»Wir haben nicht genug Geld dafür«, hieß es.", "Die Seile halten den Frost nicht aus|Wir haben nicht genug Geld dafür"},
		"fr": {"Le pont reste fermé. « Les câbles ne tiennent pas au gel », a dit Ada Marrow. Le « grand pont » attend.", "Les câbles ne tiennent pas au gel"},
		"es": {"El puente sigue cerrado. \"Los cables no aguantan el hielo\", dijo Ada Marrow, y añadió que \"no hay dinero\". \" Hay que esperar a la primavera , dijo .\"", "Los cables no aguantan el hielo"},
	} {
		doc := &nutgraf.Document{ID: "t", Lang: code, Text: c.text}
		_, ann := a.Annotate(doc)
		var got []string
		for _, q := range ann.Quotes {
			got = append(got, strings.Trim(q.Parts[0].Of(c.text), "„“»«\" \u00a0"))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q, want %q", code, s, c.want)
		}
	}
}
