package extract

import (
	"slices"
	"strings"
	"testing"
)

// datedPage is a page with a made-up report; its parts take what dates it.
func datedPage(lang, head, masthead, lead, tail string) string {
	return `<html lang="` + lang + `"><head><meta charset="utf-8">` + head + `</head><body><header>` + masthead + `</header>
<main><h1>Ferry back in service after repairs</h1><div class="article-body"><p>` + lead + `The ferry to Skellan sails again, five weeks after she ran aground, the harbour company said.</p>
<p>Engineers had to replace forty metres of her hull. The work cost more than the company had set aside, its treasurer told the members.</p>
<p>Cars will be taken from Monday, lorries from the week after. Tickets that were bought before the accident remain valid until the autumn.</p></div></main>` + tail + `</body></html>`
}

func TestDates(t *testing.T) {
	ld := func(s string) string {
		return `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry back in service after repairs",` + s + `}</script>`
	}
	for name, c := range map[string]struct{ lang, head, masthead, lead, tail, want string }{
		"before the text":                 {"de", "", "", "14.4.2021 – ", "", "2021-04-14"},
		"before the text, behind a place": {"de", "", "", "Skellan, (14.04.2021). ", "", "2021-04-14"},
		"within the text":                 {"en", "", "", "On 14 April 2021 the repairs began. ", "", ""},
		"the page's clock":                {"en", "", `<time datetime="2021-04-20">20 April 2021</time>`, "", `<div><time datetime="2021-04-14">14 April 2021</time></div>`, "2021-04-14"},
		"other articles' times":           {"en", "", "", "", `<p><time datetime="2021-04-14">14 April 2021</time></p><div class="related"><ul><li><time datetime="2021-03-09T10:00:00Z">9 March</time></li></ul></div>`, "2021-04-14"},
		"the evening before": {
			"it", `<link rel="canonical" href="https://a.example/2021/04/14/ferry">` + ld(`"datePublished":"2021-04-13T22:05:00Z"`), "", "", "", "2021-04-14T00:05:00+02:00",
		},
		"the evening before in the west": {
			"en", `<link rel="canonical" href="https://a.example/2021/04/14/ferry">` + ld(`"datePublished":"2021-04-15T03:20:19Z"`), "", "", `<p class="date">14 April 2021</p>`, "2021-04-14T23:20:19-04:00",
		},
		"the night that one witness names": {
			"en", `<link rel="canonical" href="https://a.example/2021/04/14/ferry">` + ld(`"datePublished":"2021-04-15T03:20:19Z"`), "", "", `<p><time datetime="2021-04-15">15 April 2021</time></p>`, "2021-04-15T03:20:19Z",
		},
		"a morning elsewhere": {
			"en", `<link rel="canonical" href="https://a.example/2021/04/14/ferry">` + ld(`"datePublished":"2021-04-13T11:05:00Z"`), "", "", "", "2021-04-13T11:05:00Z",
		},
		"the nearest zone": {
			"de-CH", ld(`"datePublished":"2021-04-14T03:00:00Z"`), "", "", `<p class="date">14.4.2021, 05:00</p><p class="date">13.4.2021, 20:00</p>`, "2021-04-14T05:00:00+02:00",
		},
		"a modification in disguise": {
			"en", `<meta name="date" content="2021-05-02T08:00:11+02:00">` + ld(`"dateModified":"2021-05-02T06:00:11Z"`), "", "", `<p class="date">14 April 2021</p>`, "2021-04-14",
		},
		"the picture's address": {"en", `<meta property="og:image" content="https://a.example/files/2021/04/14/ferry.png">`, "", "", "", "2021-04-14"},
	} {
		d, err := Document(pageItem(datedPage(c.lang, c.head, c.masthead, c.lead, c.tail)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if c.want == "" && d.Published.Confidence < 0.4 {
			continue
		}
		if d.Published.Value != c.want {
			t.Errorf("%s: want %q, got %q of %v", name, c.want, d.Published.Value, d.Dates)
		}
	}
	if got := leadDate(strings.Repeat("a ", 100) + "1 May 2020. "); got != "" {
		t.Errorf("a date far from the beginning is taken for the text's: %q", got)
	}
}

func TestACopyrightYearIsSaidToBeOne(t *testing.T) {
	d, err := Document(pageItem(datedPage("en", "", "", "", "<footer><p>© 2017 Eikdal Post</p></footer>")))
	if err != nil || len(d.Dates) != 1 || !strings.Contains(d.Dates[0].Why, "copyright") {
		t.Errorf("%v, %v", d.Dates, err)
	}
}

func TestBylinesAndOutlets(t *testing.T) {
	for name, c := range map[string]struct {
		head, line, outlet string
		want               []string
	}{
		"pictures": {`<meta name="author" content="Text: Ottoline Brisk, Fotos: Jory Penn, Ada Vale">`, "", "", []string{"Ottoline Brisk"}},
		"only pictures": {
			`<meta name="author" content="Photos by Jory Penn">`, `<p class="byline">By Ottoline Brisk</p>`, "", []string{"Ottoline Brisk"},
		},
		"where they write from": {`<meta name="author" content="Ottoline Brisk, Gdansk, and Jory Penn, FPA">`, "", "", []string{"Ottoline Brisk", "Jory Penn", "FPA"}},
		"pen names":             {`<meta name="author" content="Ottoline, Jory and Ada Vale">`, "", "", []string{"Ottoline", "Jory", "Ada Vale"}},
		"an outlet with commas": {
			`<meta property="og:site_name" content="Fen Post | News, sport and weather"><meta name="author" content="Fen Post | News, sport and weather">`,
			`<p class="byline">By Ottoline Brisk</p>`, "Fen Post | News, sport and weather",
			[]string{"Ottoline Brisk"},
		},
		"the label of a form":   {"", `<form class="reply"><p class="comment-form-author"><label>Name</label></p><p class="author">Ada Vale</p></form>`, "", nil},
		"a button to follow":    {"", `<p class="byline">Ottoline Brisk <span>Follow</span></p>`, "", []string{"Ottoline Brisk"}},
		"no author":             {`<meta name="author" content="No Author">`, "", "", nil},
		"a label for an outlet": {`<meta property="og:site_name" content="fenpost"><meta name="application-name" content="The Fen Post">`, "", "The Fen Post", nil},
		"another label":         {`<meta property="og:site_name" content="fenpost"><meta name="application-name" content="Mill News">`, "", "fenpost", nil},
		"another script":        {`<meta property="og:site_name" content="沼地郵報"><meta name="application-name" content="Fen Post">`, "", "Fen Post", nil},
		"a title for an outlet": {`<meta property="og:site_name" content="Ferry back in service after repairs | Fen Post">`, "", "Fen Post", nil},
	} {
		d, err := Document(pageItem(strings.Replace(datedPage("en", c.head, "", "", ""), "</h1>", "</h1>"+c.line, 1)))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if !slices.Equal(d.Byline, c.want) || d.Outlet != c.outlet {
			t.Errorf("%s: byline %q, outlet %q", name, d.Byline, d.Outlet)
		}
	}
}

func TestBylineIsSetApart(t *testing.T) {
	s := strings.Replace(datedPage("en", "", "", "", ""), "</h1>", `</h1><div class="byline"><span class="author">Ottoline Brisk</span><span>14 April 2021</span></div>`, 1)
	d := extracted(t, s)
	if !strings.Contains(d.Text, "Ottoline Brisk 14 April 2021") {
		t.Errorf("the byline reads %.120q", d.Text)
	}
}
