package extract

import (
	"strings"
	"testing"
)

// bodyOf is the text of a page's body, a block a line.
func bodyOf(t *testing.T, page string) string {
	t.Helper()
	d, err := Document(pageItem(page))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, b := range d.Blocks {
		if b.Kind.Body() {
			lines = append(lines, b.Span.Of(d.Text))
		}
	}
	return strings.Join(lines, "\n")
}

const (
	bridgeText = `<p>The only bridge over the Ashwater will close for a year, the county said on Monday, because its piers have moved.</p>
<p>Drivers will have to take the long way round by Lower Marsh, which adds forty minutes, and the school bus will start before dawn.</p>
<p>The work costs nine million crowns, of which the county pays half, and it cannot begin before the floods of the spring are over.</p>`
	ferryText = `<p>The ferry to Skellan sails again, five weeks after she ran aground on the bar, the harbour company told its members.</p>
<p>Engineers had to replace forty metres of her hull, which cost more than the company had set aside for the whole of the year.</p>`
)

func TestOtherArticlesBelow(t *testing.T) {
	head := `<html lang="en"><head><title>Bridge over the Ashwater closes</title></head><body>`
	for name, page := range map[string]string{
		"articles side by side": `<article><h1 class="big">Bridge over the Ashwater closes</h1>` + bridgeText + `</article><article><h1 class="big">Ferry sails again to Skellan</h1>` + ferryText + `</article>`,
		"within one":            `<article><div><h1 class="post-title">Bridge over the Ashwater closes</h1>` + bridgeText + `</div><div><h1 class="post-title next">Ferry sails again to Skellan</h1>` + ferryText + `</div></article>`,
		"beside the texts":      `<div><h1 class="entry-title">Bridge over the Ashwater closes</h1>` + bridgeText + `<h1 class="entry-title">Ferry sails again to Skellan</h1>` + ferryText + `</div>`,
	} {
		got := bodyOf(t, head+page+"</body></html>")
		if !strings.Contains(got, "floods of the spring") || strings.Contains(got, "ferry to Skellan") {
			t.Errorf("%s: %s", name, got)
		}
	}
	for name, page := range map[string]string{
		"a part of the article": `<article><h1>Bridge over the Ashwater closes</h1>` + bridgeText + `<section><h1>How the ferry helps</h1>` + ferryText + `</section></article>`,
		"parts as articles":     `<article><h1>Bridge over the Ashwater closes</h1></article><article>` + bridgeText + `</article><article><h1>How the ferry helps</h1>` + ferryText + `</article>`,
	} {
		if got := bodyOf(t, head+page+"</body></html>"); !strings.Contains(got, "ferry to Skellan") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestShortItemsOfAList(t *testing.T) {
	const list = `<p>The county lists what else stands in the water, and what it will look at before the winter comes, at these places:</p><ul>`
	page := func(items string) string {
		return `<html lang="en"><head><title>Bridge over the Ashwater closes</title></head><body><article><h1>Bridge over the Ashwater closes</h1>` + bridgeText + list + items + `</ul>` + ferryText + `</article></body></html>`
	}
	got := bodyOf(t, page(`<li>Mill and weir</li><li>Lock</li><li>Dam</li><li>Quay</li>`))
	for _, item := range []string{"Mill and weir", "Lock", "Dam", "Quay"} {
		if !strings.Contains(got, "\n"+item+"\n") {
			t.Errorf("%q is missing in %s", item, got)
		}
	}
	if got := bodyOf(t, page(`<li><a href="/a">Ferry back</a></li><li><a href="/b">Weir moved</a></li>`)); strings.Contains(got, "Weir moved") {
		t.Errorf("links to others are taken for a list: %s", got)
	}
}

func TestWhatOpensOverAWord(t *testing.T) {
	page := `<html lang="en"><head><title>Bridge over the Ashwater closes</title></head><body><article><h1>Bridge over the Ashwater closes</h1>
<p>The mayor, <span class="rollover-people"><a href="/p/1">Ada Marrow</a><span class="rollover-people-block"><a>Ada Jane Marrow</a><a>Marrow opens a new quay</a></span></span>, said that the <span class="tooltip">abutment</span> had moved by a hand.</p>` + bridgeText + `</article></body></html>`
	if got := bodyOf(t, page); !strings.Contains(got, "The mayor, Ada Marrow, said that the abutment had moved") {
		t.Error(got)
	}
}

func TestWhoTheAuthorIs(t *testing.T) {
	page := func(foot string) string {
		return `<html lang="en"><head><title>Bridge over the Ashwater closes</title></head><body><article><h1>Bridge over the Ashwater closes</h1>` + bridgeText + ferryText + foot + `</article></body></html>`
	}
	const bio = `<p>Mara Dunn is a reporter who covers the roads and the rivers of the county for us, and she has lived in Ashby since she was a child.</p>`
	for name, foot := range map[string]string{
		"in the author's element": `<div class="author-bio">` + bio + `</div>`,
		"below the name":          `<div><a href="/m">Mara Dunn</a></div><div>` + bio + `</div>`,
	} {
		if got := bodyOf(t, page(foot)); strings.Contains(got, "who covers the roads") || !strings.Contains(got, "forty metres") {
			t.Errorf("%s: %s", name, got)
		}
	}
	if got := bodyOf(t, page(`<figure><figcaption>Ada Marrow</figcaption></figure><p>Ada Marrow said that she would use the ferry until then, and that her children had never liked the bridge.</p>`)); !strings.Contains(got, "never liked the bridge") {
		t.Errorf("a paragraph below a caption is lost: %s", got)
	}
}

func TestATickerIsNoText(t *testing.T) {
	page := `<html lang="en"><head><title>Bridge over the Ashwater closes</title></head><body><h1>Bridge over the Ashwater closes</h1>` + bridgeText + bridgeText + ferryText + `
<div style="position: fixed; bottom: 0"><div>` + strings.Repeat("Baker of Lower Marsh finds a ring in a loaf of 1931, and nobody asks for it. ", 4) + `</div></div></body></html>`
	if got := bodyOf(t, page); strings.Contains(got, "Baker of Lower Marsh") || !strings.Contains(got, "forty metres") {
		t.Error(got)
	}
}
