package extract

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
)

// quarryLines are a made-up report that the pages of this file keep from the reader.
var quarryLines = []string{
	"The council of Marrow Fen closed the old quarry on Friday, after a wall of chalk had come down across the only road to it.",
	"“No one was near it,” said the surveyor, Ottoline Brisk, “and no one will be until we know why it fell.”",
	"Walkers had reported cracks in the face – some as wide as a hand – since the café at its foot opened in May.",
	"A second wall, which holds the reservoir, is to be looked at next week. The results will be read out at the meeting of 4 June.",
}

// shell is a page that shows nothing but its headline.
func shell(head, body string) string {
	return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quarry closed after a fall of chalk | Fen Post</title>
<meta property="og:type" content="article"><meta property="og:title" content="Quarry closed after a fall of chalk">` + head +
		`</head><body><div id="app"><h1>Quarry closed after a fall of chalk</h1></div>` + body + `</body></html>`
}

// ldScript is a JSON-LD script with the body given, in escapes where ascii is set.
func ldScript(body string, ascii bool) string {
	raw, _ := json.Marshal(map[string]string{"@type": "NewsArticle", "headline": "Quarry closed after a fall of chalk", "articleBody": body})
	s := string(raw)
	if ascii {
		var b strings.Builder
		for _, r := range s {
			if r < 0x80 {
				b.WriteRune(r)
			} else {
				fmt.Fprintf(&b, `\u%04x`, r)
			}
		}
		s = b.String()
	}
	return `<script type="application/ld+json">` + s + `</script>`
}

// quarryState is the state of a script that holds the report under a title.
func quarryState(title string) string {
	var elements []string
	for _, l := range quarryLines {
		raw, _ := json.Marshal(l)
		elements = append(elements, `{"type":"p","children":[{"type":"text","data":`+string(raw)+`}]}`)
	}
	return `<script>window.__STATE__ = {"site":{"title":"Fen Post"},"page":{"headline":"` + title + `","body":[` + strings.Join(elements, ",") + `]}};</script>`
}

func TestTextThatThePageDoesNotShow(t *testing.T) {
	paragraphs := "<p>" + strings.Join(quarryLines, "</p><p>") + "</p>"
	for name, c := range map[string]struct{ head, body, from string }{
		"lines":        {ldScript(strings.Join(quarryLines, "\n\n"), false), "", "JSON-LD"},
		"escapes":      {ldScript(strings.Join(quarryLines, "\r\n"), true), "", "JSON-LD"},
		"markup":       {ldScript(paragraphs, false), "", "JSON-LD"},
		"entities":     {ldScript(html.EscapeString(paragraphs), true), "", "JSON-LD"},
		"state":        {"", quarryState("Quarry closed after a fall of chalk"), "state of a script"},
		"noscript":     {"", "<noscript><div>" + paragraphs + "</div></noscript>", "without scripts"},
		"capitals":     {"", "<NOSCRIPT><DIV>" + paragraphs + "</DIV></NOSCRIPT>", "without scripts"},
		"template":     {"", `<script type="text/template">` + paragraphs + `</script>`, "without scripts"},
		"another's":    {"", quarryState("Bakery opens in Marrow Fen"), ""},
		"nothing else": {"", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			item := pageItem(shell(c.head, c.body))
			d, err := Document(item)
			if c.from == "" {
				if !errors.Is(err, nutgraf.ErrNotArticle) {
					t.Errorf("a page without text gives %v, %v", d, err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, item, d)
			var lines []string
			for _, b := range d.Blocks {
				if !b.Kind.Body() {
					continue
				}
				lines = append(lines, b.Span.Of(d.Text))
				cut := unescapeJSON(item.Body[b.Source.Start:b.Source.End])
				if want, got := wordsOnly(b.Span.Of(d.Text)), wordsOnly(dropMarkup(html.UnescapeString(cut))); want != got {
					t.Errorf("the source gives %q", cut)
				}
			}
			if diff := cmp.Diff(quarryLines, lines); diff != "" {
				t.Error(diff)
			}
			if len(d.Notes) != 1 || d.Notes[0].Code != "script" || !strings.Contains(d.Notes[0].Text, c.from) {
				t.Errorf("notes: %v", d.Notes)
			}
			if d.TitleSpan.Of(d.Text) != d.Title {
				t.Errorf("headline %q", d.TitleSpan.Of(d.Text))
			}
			_, trace, _ := Explain(item)
			if last := trace.Blocks[len(trace.Blocks)-1]; !strings.Contains(last.Why[0].Feature, c.from) {
				t.Errorf("explained by %q", last.Why[0].Feature)
			}
		})
	}
}

func TestShownTextIsPreferred(t *testing.T) {
	other := strings.Repeat("The state keeps some other words than those that the page shows. ", 60)
	d := extracted(t, strings.Replace(harbourPage, `"publisher":`, `"articleBody":"`+other+`","publisher":`, 1))
	if strings.Contains(d.Text, "The state keeps") {
		t.Error("the article's body in the JSON-LD overrules the text that the page shows")
	}
}

func TestDrawingsCloseTheirElements(t *testing.T) {
	s := strings.Replace(harbourPage, "<main>", `<svg viewBox="0 0 8 8"><title/><style/><path d="M0 0"/></svg><main>`, 1)
	want := extracted(t, harbourPage)
	if got, err := Document(pageItem(s)); err != nil || got.Text != want.Text {
		t.Errorf("a title that closes itself in a drawing changes the text: %v", err)
	}
}
