package extract

import (
	"fmt"
	"strings"
	"testing"

	"nutgraf"
)

func TestTitles(t *testing.T) {
	body := strings.Repeat("<p>The quay of Skellan Point stayed closed on Monday, the harbour office said, while divers looked at the hull of the ferry and its crew waited ashore.</p>", 5)
	for name, x := range map[string]struct{ head, h1, want string }{
		"outlet behind":      {"<title>Ferry runs aground off Skellan - Eikdal Post</title>", "Ferry runs aground off Skellan", "Ferry runs aground off Skellan"},
		"outlet before":      {`<title>Eikdal Post: Ferry runs aground</title><meta property="og:site_name" content="Eikdal Post">`, "", "Ferry runs aground"},
		"kicker":             {`<meta property="og:title" content="Ferry runs aground off Skellan">`, "<span>Shipping</span> <span>Ferry runs aground off Skellan</span>", "Ferry runs aground off Skellan"},
		"date behind":        {`<meta property="og:title" content="Ferry runs aground off Skellan">`, "Ferry runs aground off Skellan <small>2 March</small>", "Ferry runs aground off Skellan"},
		"words of the title": {`<meta property="og:title" content="Ferry runs aground off Skellan">`, "Ferry runs aground off Skellan once more", "Ferry runs aground off Skellan once more"},
		"date before":        {`<title>Ferry runs aground off Skellan - The Post of Eikdal</title>`, "<span><time>2 March</time></span> <span>Ferry runs aground off Skellan</span>", "Ferry runs aground off Skellan"},
		"for searchers":      {`<title>Skellan ferry aground: what we know</title><meta property="og:title" content="Skellan ferry aground: what we know"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Skellan ferry aground: what we know"}</script>`, "The ferry that ran aground off Skellan", "The ferry that ran aground off Skellan"},
		"section as h1":      {`<title>Skellan ferry aground: what we know</title><meta property="og:title" content="Skellan ferry aground: what we know"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Skellan ferry aground: what we know"}</script>`, "News from Skellan and all the islands", "Skellan ferry aground: what we know"},
		"cut short":          {`<meta property="og:title" content="Ferry runs aground off Skellan with...">`, "Ferry runs aground off Skellan with forty aboard", "Ferry runs aground off Skellan with forty aboard"},
		"headline is outlet": {`<meta property="og:title" content="Ferry runs aground off Skellan"><meta property="og:site_name" content="Eikdal Post">`, "Eikdal Post", "Ferry runs aground off Skellan"},
		"title as name":      {`<title>Ferry aground - forty aboard</title><meta name="application-name" content="Ferry aground - forty aboard, and the quay of Skellan closed">`, "Ferry aground - forty aboard", "Ferry aground - forty aboard"},
	} {
		page := fmt.Sprintf("<html><head>%s</head><body><article><h1>%s</h1>%s</article></body></html>", x.head, x.h1, body)
		d, err := Document(&nutgraf.Item{Media: nutgraf.MediaHTML, Body: []byte(page)})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if d.Title != x.want {
			t.Errorf("%s: want %q, got %q", name, x.want, d.Title)
		}
	}
}

// The name of a blog stands over its posts as the only heading of the first rank.
func TestTitlesBelowTheNameOfABlog(t *testing.T) {
	body := strings.Repeat("<p>The quay of Skellan Point stayed closed on Monday, the harbour office said, while divers looked at the hull of the ferry and its crew waited ashore.</p>", 5)
	for _, head := range []string{
		`<title>The Grumpy Harbour Master: Ferry runs aground</title><meta property="og:title" content="Ferry runs aground">`,
		`<title>Ferry runs aground « The Grumpy Harbour Master</title>`,
	} {
		page := "<html><head>" + head + `</head><body><h1 class="title">The Grumpy Harbour Master</h1><div><h3 class="post-title entry-title">Ferry runs aground</h3>` + body + "</div></body></html>"
		if d, err := Document(pageItem(page)); err != nil || d.Title != "Ferry runs aground" {
			t.Errorf("%s: %q, %v", head, d.Title, err)
		}
	}
	page := "<html><head><title>Ferry runs aground by Ada Marrow</title></head><body><h1>marrow</h1><div><h2>Ferry runs aground</h2>" + body + "</div></body></html>"
	if d, err := Document(pageItem(page)); err != nil || d.Title != "Ferry runs aground" {
		t.Errorf("a name in one word: %q, %v", d.Title, err)
	}
}

// TestHeadlineIsNoPointer has a box of links that words the page's title better
// than its headline does.
func TestHeadlineIsNoPointer(t *testing.T) {
	text := strings.Repeat("<p>The quay of Skellan Point stayed closed on Monday, the harbour office said, while divers looked at the hull of the ferry.</p>", 5)
	page := `<html><head><title>The story behind the Skellan ferry</title></head><body><main><article><div class="kick"><h1>Between rock and reef: the Skellan ferry</h1></div>` + text +
		`<div class="most"><h2>Most read</h2><a href="/1"><div class="title">The story behind the Skellan ferry</div></a></div>` + text + `</article></main></body></html>`
	d, err := Document(&nutgraf.Item{Media: nutgraf.MediaHTML, Body: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	if got := d.TitleSpan.Of(d.Text); got != "Between rock and reef: the Skellan ferry" {
		t.Errorf("headline on the page: %q", got)
	}
}

func TestOutletByItsHost(t *testing.T) {
	text := "<p>" + strings.Repeat("The quay of Skellan Point stayed closed on Monday, the harbour office said. ", 5) + "</p>"
	for _, x := range []struct{ title, address, want string }{
		{"Ferry runs aground | The Vale Gazette", "https://www.valegazette.example/2031/ferry", "The Vale Gazette"},
		{"Ferry runs aground - The Eikdal Harbour Post", "https://ehpost.example/ferry", "The Eikdal Harbour Post"},
		{"Vale Gazette: Ferry runs aground", "https://news.valegazette.example/ferry", "Vale Gazette"},
		{"Ferry runs aground – Shipping – eikdal.example", "https://eikdal.example/ferry", "eikdal.example"},
		{"Ferry runs aground | Shipping", "https://www.valegazette.example/ferry", "valegazette.example"},
		{"Ferry runs aground | The Vale Gazette", "https://reader.example/ferry", "reader.example"},
		{"Ferry runs aground | The Vale Gazette", "", ""},
		{"Ferry - runs off aground", "https://m.roa.example/ferry", "roa.example"},
	} {
		page := "<html><head><title>" + x.title + "</title></head><body><article><h1>Ferry runs aground</h1>" + text + "</article></body></html>"
		d, err := Document(&nutgraf.Item{Media: nutgraf.MediaHTML, URL: x.address, Body: []byte(page)})
		if err != nil || d.Outlet != x.want || d.Title != "Ferry runs aground" {
			t.Errorf("%s at %q: outlet %q, title %q, %v", x.title, x.address, d.Outlet, d.Title, err)
		}
		d, err = Document(&nutgraf.Item{Media: nutgraf.MediaText, URL: x.address, Body: []byte(x.title + "\n\nThe ferry lay on the quay wall.\n")})
		if err != nil || d.Outlet != x.want || d.Title != x.title {
			t.Errorf("text, %s at %q: outlet %q, title %q, %v", x.title, x.address, d.Outlet, d.Title, err)
		}
	}
}

func TestHostOutlet(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.nytimes.com/2031/ferry":                   "The New York Times",
		"https://thecaucus.blogs.nytimes.com/2031/ferry":       "The New York Times",
		"http://WWW.BBC.co.uk/news/1":                          "BBC",
		"https://abcnews.go.com/ferry":                         "ABC News",
		"https://go.com/ferry":                                 "go.com",
		"https://valegazette.example:8080/ferry":               "valegazette.example",
		"https://www1.valegazette.example/ferry":               "valegazette.example",
		"https://web.archive.org/web/2031/https://www.bbc.com": "",
		"https://www-bbc-com.cdn.ampproject.org/c/s/ferry":     "",
		"http://192.0.2.7/ferry":                               "",
		"http://[2001:db8::7]/ferry":                           "",
		"http://localhost/ferry":                               "",
		"file:///home/ferry.html":                              "",
		"ferry.html":                                           "",
		"":                                                     "",
	} {
		if got := hostOutlet(address); got != want {
			t.Errorf("%s: %q", address, got)
		}
	}
}
