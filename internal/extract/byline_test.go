package extract

import (
	"slices"
	"strings"
	"testing"

	"nutgraf"
)

// signedPage is a page with a made-up report, whose parts name the author.
func signedPage(head, lines, foot string) string {
	return `<html lang="en"><head><title>Bridge over the Ashwater closes for a year</title><meta property="og:site_name" content="Ashby Courier">` + head + `</head><body>
<h1>Bridge over the Ashwater closes for a year</h1>` + lines + `
<article><p>The only bridge over the Ashwater will close for a year, the county said on Monday, because its piers have moved.</p>
<p>Drivers will have to take the long way round by Lower Marsh, which adds forty minutes, and the school bus will start before dawn.</p>
<p>The work costs nine million crowns, of which the county pays half, and it cannot begin before the floods of the spring are over.</p></article>` + foot + `</body></html>`
}

// replies are readers' comments with microdata, teasers two other articles.
const (
	replies = `<section class="comments"><p class="comment-author" itemprop="author"><span itemprop="name">Rosa Quill</span> says:</p><p>I drove over it for thirty years and never saw it move.</p></section>`
	teasers = `<aside><div><p>Ten walks for the winter in the hills above the town</p><span class="byline">By <a href="/author/ivo">Ivo Tarn</a></span></div>
<div><p>Where to eat when the ferry is late</p><span class="byline">By <a href="/author/una">Una Rook</a></span></div></aside>`
)

func TestBylines(t *testing.T) {
	for _, c := range []struct{ name, head, lines, foot, want string }{
		{"a month behind the name", "", `<p class="byline">By <a href="/a">Mara Dunn</a> <span>March 8, 2021</span></p>`, "", "Mara Dunn"},
		{"a weekday and a month", "", `<p class="byline">By Mara Dunn Monday, January 12, 2015</p>`, "", "Mara Dunn"},
		{"two months of an issue", "", `<p class="byline">Mara Dunn July/August 2019 Issue</p>`, "", "Mara Dunn"},
		{"a name that is a month", "", `<p class="byline">By Alma May and Tom August</p>`, "", "Alma May; Tom August"},
		{"a link to another place", "", `<p class="byline">By <a>Mara Dunn</a> <a>Twitter</a> <span>Dec 9, 2018</span></p>`, "", "Mara Dunn"},
		{"two dates and no name", "", `<p class="byline">by December 31, 1969 July 24, 2012</p>`, "", ""},
		{"sections behind nobody", "", `<p class="byline">Posted by: <a>admin</a> in <a>All News</a>, <a>Town Hall</a> October 21, 2018</p>`, "", ""},
		{"for whom it was written", "", `<p class="byline">Mara Dunn, Special for ASHBY TODAY 6:29 p.m. EST November 12, 2015</p>`, "", "Mara Dunn"},
		{"tools beside the name", "", `<p>Text Size</p><div class="profile"><p class="author"><a href="/m"><b>Mara Dunn</b></a> <span>Roads Correspondent</span></p></div>`, "", "Mara Dunn"},
		{"an archive beside the name", "", `<p class="byline">By <a>Mara Dunn</a> <b>courier.com</b> <a>Archive</a> | <a>Contact</a></p>`, "", "Mara Dunn"},
		{"the house beside the name", "", `<p class="byline">Mara Dunn, ASHBY COURIER</p>`, "", "Mara Dunn"},
		{"over the first paragraph", "", `<p>By Mara Dunn<br>Nobody in Ashby had thought that the bridge could move, least of all the man who had built it in the year of the flood.</p>`, "", "Mara Dunn"},
		{"a degree", "", `<p class="byline">By <a>Mara Dunn MD</a>, Roads Expert</p>`, "", "Mara Dunn"},
		{"a son", `<meta name="author" content="Tom Dunn, Jr. and Ada Marrow">`, "", "", "Tom Dunn Jr; Ada Marrow"},
		{"an address for a name", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge over the Ashwater closes for a year","author":{"@type":"Person","name":"mara-dunn"}}</script>`, `<p class="byline">By <a href="/author/mara-dunn">Mara Dunn</a></p>`, "", "Mara Dunn"},
		{"a name and its mail", `<meta name="article_author" content="Mara Dunn | mdunn@courier.example">`, "", "", "Mara Dunn"},
		{"a club that it was written for", "", `<p class="byline"><span class="author-name">Mara Dunn</span> for <span class="author-name">River Club</span></p>`, "", "Mara Dunn"},
		{"a link to all of the articles", "", `<ul class="author"><li><a href="/author/m">See All Articles</a></li></ul><p class="byline">By Mara Dunn</p>`, "", "Mara Dunn"},
		{"an editor", "", `<p class="byline">Written by Mara Dunn</p><p class="byline">Edited by Tom Reeve</p>`, "", "Mara Dunn"},
		{"the readers", "", `<p itemprop="author"><span itemprop="name">Mara Dunn</span></p>`, replies, "Mara Dunn"},
		{"a slogan for a name", `<meta name="author" content="Get our new app for free">`, `<p class="byline">By Mara Dunn</p>`, "", "Mara Dunn"},
		{"a body of many words", `<meta name="author" content="Institute for the Study of Rivers">`, "", "", "Institute for the Study of Rivers"},
		{"people of a project", `<meta name="author" content="Contributors to Ashwater projects">`, "", "", "Contributors to Ashwater projects"},
		{"the agency stated, the reporter shown", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge over the Ashwater closes for a year","author":{"@type":"Organization","name":"Coastal Press"}}</script>`, `<div class="wire-byline">MARA R. DUNN</div>`, "", "MARA R. DUNN"},
		{"the agency alone", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge over the Ashwater closes for a year","author":{"@type":"Organization","name":"Coastal Press"}}</script>`, "", "", "Coastal Press"},
		{"who took the picture", "", `<figure><img src="a.jpg"><p class="byline" itemprop="author">Piet Larch</p></figure><p class="byline">By Mara Dunn</p>`, "", "Mara Dunn"},
		{"a link to the writer's page", "", `<div><a href="https://courier.example/author/mara-dunn">Mara Dunn</a></div>`, teasers, "Mara Dunn"},
		{"a name above the day", "", `<p>Mara Dunn<br>Valley Free Press<br>October 22, 2018</p>`, "", "Mara Dunn"},
		{"a name beside the day", "", `<div>Mara Dunn, April 19, 2020</div>`, "", "Mara Dunn"},
		{"no first name beside the day", "", `<div>Lower Marsh, April 19, 2020</div>`, "", ""},
		{"who sent it in", "", `<p>Submitted by Patriot Reader</p><p>Posted 20 hours ago</p>`, "", "Patriot Reader"},
		{"more of the same author", "", `<p class="byline">More by Mara Dunn</p>`, "", "Mara Dunn"},
	} {
		d, err := Document(pageItem(signedPage(c.head, c.lines, c.foot)))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(d.Byline, "; "); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// What stands under a headline without marks is told by its form.
func TestBareLines(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  []nutgraf.BlockKind
	}{
		{`<p>Mara Dunn<br>Valley Free Press<br>October 22, 2018</p>`, []nutgraf.BlockKind{nutgraf.Byline}},
		{`<p>Submitted by Mara Dunn</p><p>Posted 20 hours ago</p>`, []nutgraf.BlockKind{nutgraf.Byline, nutgraf.Dateline}},
		{`<p>Posted Friday, October 19, 2018</p>`, []nutgraf.BlockKind{nutgraf.Dateline}},
	} {
		d, err := Document(pageItem(`<html><head><title>Bridge over the Ashwater closes</title></head><body><div><h1>Bridge over the Ashwater closes</h1>` + c.lines + `<p>The only bridge over the Ashwater will close for a year, the county said on Monday, because its piers have moved.</p>
<p>Drivers will have to take the long way round by Lower Marsh, which adds forty minutes, and the school bus will start before dawn.</p></div></body></html>`))
		if err != nil {
			t.Fatal(err)
		}
		var got []nutgraf.BlockKind
		for _, b := range d.Blocks[1:min(len(d.Blocks), 1+len(c.want))] {
			got = append(got, b.Kind)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.lines, got, c.want)
		}
	}
}
