package extract

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"nutgraf"
)

// notArticle is a page that shows what is no article.
func notArticle(head, body string) string {
	return `<html lang="en"><head>` + head + `</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav><main>` + body + `</main></body></html>`
}

// cards are teasers as section fronts have them.
func cards(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<article class="card"><h3><a href="/%d">Harbour board votes to close quay number %d</a></h3>
<p>The board said that quay number %d would reopen in spring, once the piles had been renewed.</p></article>`, i, i, i)
	}
	return b.String()
}

func TestRefusals(t *testing.T) {
	links := strings.Repeat(`<li><a href="/a">A headline of some six or seven words</a></li>`, 60)
	pictures := strings.Repeat(`<figure><img src="a.jpg"><figcaption>Waves break over the harbour wall of Skellan on Monday. Photograph: J. Penn</figcaption></figure>`, 12)
	article := `<meta property="og:type" content="article">`
	address := func(path string) string { return `<link rel="canonical" href="https://a.example` + path + `">` }
	for name, c := range map[string]struct{ page, why string }{
		"empty page":          {"<html><body></body></html>", "no text"},
		"error page":          {notArticle("<title>404 Not Found</title>", "<h1>404</h1><p>The page that you asked for is not here any more.</p>"), "an error page"},
		"error in words":      {notArticle("<title>Oops! That page can’t be found - Harbour Gazette</title>", "<h1>Oops! That page can’t be found.</h1><p>Maybe try a search from here?</p>"), "an error page"},
		"withdrawn":           {notArticle("<title>Harbour Gazette</title>", "<h1>Sorry</h1><p>The page you requested has been removed. You may want to visit our front page.</p>"), "an error page"},
		"robots kept out":     {"<html><head><title>a.example</title></head><body><p>Please verify you are a human. You seem to be a program.</p><p>This may happen when scripts are blocked by an extension.</p></body></html>", "an error page"},
		"section front":       {"<html><head>" + address("/") + "</head><body><ul>" + links + "</ul></body></html>", ""},
		"front with teasers":  {notArticle(address("/news"), "<h1>News</h1>"+cards(20)), "a section front"},
		"front as article":    {notArticle(article+`<script type="application/ld+json">{"@type":"CollectionPage","name":"News"}</script>`, "<h1>News</h1>"+cards(20)), "a section front"},
		"author's page":       {notArticle(`<meta property="og:type" content="profile">`, "<h1>Jory Penn</h1><p>Jory Penn has written about the harbour, its boats and its people since 2009.</p>"+cards(12)), "a section front"},
		"video page":          {"<html><head><meta property='og:type' content='video.other'></head><body><h1>Ferry on the quay wall</h1><p>Watch the ferry being towed off the wall at Skellan.</p></body></html>", "a video page"},
		"video by address":    {notArticle(article+address("/video/ferry-on-the-wall"), "<h1>Ferry on the quay wall</h1><p>Watch the ferry being towed off the wall at Skellan.</p>"), "a video page"},
		"gallery":             {notArticle(`<script type="application/ld+json">{"@type":"ImageGallery","name":"The storm in pictures"}</script>`, "<h1>The storm in pictures</h1><p>Waves over the harbour wall of Skellan on Monday.</p>"), "a gallery"},
		"gallery of captions": {notArticle(article+address("/galleries/storm"), "<h1>The storm in pictures</h1>"+pictures), "a gallery"},
		"consent wall":        {"<html><body><div class=consent><p>We use cookies. Accept cookies or subscribe. Your consent to cookies and advertising cookies is needed for tracking and personalised advertising.</p></div></body></html>", "a consent wall"},
		"partners":            {"<html><head><title>We value your privacy</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners store and access information on a device, such as cookies, for personalised ads and content measurement.</p><p>You may accept or manage your choices below.</p></body></html>", "a consent wall"},
	} {
		_, err := Document(pageItem(c.page))
		if !errors.Is(err, nutgraf.ErrNotArticle) || !strings.Contains(fmt.Sprint(err), c.why) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Document(pageItem("")); !errors.Is(err, nutgraf.ErrEmpty) {
		t.Errorf("no bytes: %v", err)
	}
}

func TestArticlesThatLookLikeNone(t *testing.T) {
	for name, s := range map[string]string{
		"short": notArticle("<title>Quay reopens | Harbour Gazette</title>", "<h1>Quay reopens</h1><p>The east quay opened again on Monday, two weeks early, the harbour board said. The market returns to it on Saturday.</p>"),
		"about missing pages": notArticle("<title>Every fourth link leads nowhere: a study of pages not found</title>", `<h1>Every fourth link leads nowhere: a study of pages not found</h1>
<p>The college of Skellan followed ten thousand links that newspapers had printed, and found that every fourth leads to a page that is gone.</p><p>“Nobody keeps the old addresses,” said Ottoline Brisk, who led the study.</p>`),
		"with teasers behind it": strings.Replace(harbourPage, "</article></main>", "</article>"+cards(12)+"</main>", 1),
		"a video beside a text":  strings.Replace(harbourPage, "/2021/03/09/", "/video/", 1),
	} {
		if _, err := Document(pageItem(s)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestRunningReports(t *testing.T) {
	var entries strings.Builder
	for i := range 8 {
		fmt.Fprintf(&entries, `<div class="entry"><time datetime="2021-03-09T%d:05:00Z">%d:05</time><p>The coastguard says that %d tugs have made fast, and that the passengers are having soup in the hall of the school.</p></div>`, i+10, i+10, i+1)
	}
	report := `<p>The ferry lay on the rocks for a night. Her captain told the harbour master that the steering had answered slowly since she left port.</p>`
	for name, c := range map[string]struct {
		page string
		live bool
	}{
		"to machines":       {notArticle(`<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry aground"}</script>`, "<h1>Ferry aground</h1>"+report+report), true},
		"by its title":      {notArticle("<title>Ferry aground: live updates</title>", "<h1>Ferry aground: live updates</h1>"+entries.String()), true},
		"in German":         {notArticle("<title>Liveticker: Fähre auf Grund</title>", "<h1>Liveticker: Fähre auf Grund</h1>"+entries.String()), true},
		"by its address":    {notArticle(`<link rel="canonical" href="https://a.example/live/ferry">`, "<h1>Ferry aground</h1>"+entries.String()), true},
		"without entries":   {notArticle("<title>Ferry aground: live updates end</title>", "<h1>Ferry aground: live updates end</h1>"+report), false},
		"with times only":   {notArticle("<title>A night on the rocks</title>", "<h1>A night on the rocks</h1>"+entries.String()), false},
		"an ordinary story": {harbourPage, false},
	} {
		d, err := Document(pageItem(c.page))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		live := false
		for _, n := range d.Notes {
			live = live || n.Code == "live"
		}
		if live != c.live {
			t.Errorf("%s: live %v", name, live)
		}
	}
}
