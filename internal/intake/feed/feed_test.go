package feed_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/intake/feed"
)

var long = "<p>" + strings.Repeat("The quay of Vestby is closed until Friday, the harbour master said. ", 15) + "</p>"

func rss(items string) string {
	return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Harbour Light | Latest news</title><link>https://light.example/</link><language>en-GB</language>` + items + `</channel></rss>`
}

func article() feed.Entry {
	return feed.Entry{
		URL: "https://light.example/1", Title: "Quay & pier closed", Outlet: "The Harbour Light", Date: "2026-03-02T08:00:00+01:00",
		Lang: "en", Byline: []string{"Mari Holm"}, HTML: long,
	}
}

func TestParse(t *testing.T) {
	head := `<title>Quay &amp;amp; pier closed</title><link>https://light.example/1</link><pubDate>Mon, 02 Mar 2026 08:00:00 +0100</pubDate><dc:creator>Mari Holm</dc:creator>`
	short := article()
	short.HTML = ""
	atom := article()
	atom.Lang = "" // gofeed takes an Atom feed's language from xml:lang
	for _, c := range []struct {
		name, in string
		want     []feed.Entry
	}{
		{"RSS, whole", rss(`<item>` + head + `<description>In short.</description><content:encoded><![CDATA[` + long + `]]></content:encoded></item>`), []feed.Entry{article()}},
		{"RSS, whole in the description", rss(`<item>` + head + `<description><![CDATA[` + long + `]]></description></item>`), []feed.Entry{article()}},
		{"RSS, a summary", rss(`<item>` + head + `<description>The quay is closed.</description></item>`), []feed.Entry{short}},
		{"RSS, a long teaser", rss(`<item>` + head + `<description><![CDATA[` + strings.Replace(long, "</p>", "… <a href='x'>Read more</a></p>", 1) + `]]></description></item>`), []feed.Entry{short}},
		{"RSS, a relative address", rss(`<item>` + strings.Replace(head, "https://light.example/1", "/1", 1) + `</item>`), []feed.Entry{short}},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>The Harbour Light</title><entry><title>Quay &amp; pier closed</title><link href="https://light.example/1"/><published>2026-03-02T08:00:00+01:00</published><author><name>Mari Holm</name></author><content type="html"><![CDATA[` + long + `]]></content></entry></feed>`, []feed.Entry{atom}},
		{"JSON Feed", fmt.Sprintf(`{"version":"https://jsonfeed.org/version/1.1","title":"The Harbour Light","language":"en","items":[{"id":"1","url":"https://light.example/1","title":"Quay & pier closed","date_published":"2026-03-02T08:00:00+01:00","authors":[{"name":"Mari Holm"}],"content_html":%q}]}`, long), []feed.Entry{article()}},
		{
			"a news sitemap", `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://light.example/1</loc><news:news><news:publication><news:name>The Harbour Light</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-03-02T08:00:00+01:00</news:publication_date><news:title>Quay &amp; pier closed</news:title></news:news></url><url><loc>ftp://no</loc></url></urlset>`,
			[]feed.Entry{{URL: "https://light.example/1", Title: "Quay & pier closed", Outlet: "The Harbour Light", Date: "2026-03-02T08:00:00+01:00", Lang: "en"}},
		},
	} {
		f, err := feed.Parse([]byte(c.in))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, f.Entries); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
		if !feed.Looks([]byte(c.in)[:min(len(c.in), 1024)]) {
			t.Errorf("%s: does not look like a feed", c.name)
		}
	}
}

func TestItems(t *testing.T) {
	in := rss(`<item><link>https://light.example/1</link><description><![CDATA[` + long + `]]></description></item><item><link>https://light.example/2</link></item><item><link>https://light.example/3</link></item>`)
	var got []string
	for item, err := range feed.Items("f.rss", strings.NewReader(in), 1<<20) {
		if err != nil {
			if !errors.Is(err, nutgraf.ErrAside) {
				t.Errorf("%v is a refusal", err)
			}
			got = append(got, err.Error())
			continue
		}
		got = append(got, item.Name+" "+item.URL+" "+item.Given.Source)
	}
	want := []string{"f.rss:1 https://light.example/1 feed", "f.rss: passed over: 2 entries that point to their articles, from https://light.example/2 on"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name, in string
		kind     error
	}{
		{"empty", " ", nutgraf.ErrEmpty},
		{"a page", "<html><p>Hej.</p></html>", nutgraf.ErrFormat},
		{"other XML", "<?xml version='1.0'?><cake/>", nutgraf.ErrFormat},
		{"a million nested tags", "<rss><channel>" + strings.Repeat("<a>", 1_000_000), nutgraf.ErrFormat},
		{"broken JSON", `{"version":"https://jsonfeed.org/version/1","items":[`, nutgraf.ErrFormat},
		{"other JSON", `{"a":1}`, nutgraf.ErrFormat},
	} {
		if f, err := feed.Parse([]byte(c.in)); !errors.Is(err, c.kind) {
			t.Errorf("%s: %v, error %v; want %v", c.name, f, err, c.kind)
		}
	}
}

func TestOutlet(t *testing.T) {
	for title, want := range map[string]string{
		"The Harbour Light": "The Harbour Light", "The Harbour Light - Top Stories": "The Harbour Light", "World news | Vestby Post": "Vestby Post",
		"Latest news": "", "Vestby Post – News – RSS feed": "Vestby Post", "Sea | Sky": "", "": "", "News from the World": "",
	} {
		if got := feed.Outlet(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestOPML(t *testing.T) {
	in := `<?xml version="1.0"?><opml version="1.0"><head><title>x</title></head><body><outline text="Papers"><outline text="Light" xmlUrl="https://light.example/rss" htmlUrl="https://light.example/"/></outline><outline title="Post &amp; Co" text="x" xmlUrl="https://post.example/rss"/><outline text="none" xmlUrl="file:///etc/passwd"/></body></opml>`
	want := []feed.Outline{{"Light", "https://light.example/rss", "https://light.example/"}, {"Post & Co", "https://post.example/rss", ""}}
	got, err := feed.ReadOPML([]byte(in))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	var b bytes.Buffer
	if err := feed.WriteOPML(&b, "Feeds", got); err != nil {
		t.Fatal(err)
	}
	again, err := feed.ReadOPML(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, again); diff != "" {
		t.Error(diff)
	}
	if _, err := feed.ReadOPML([]byte("<rss/>")); !errors.Is(err, nutgraf.ErrFormat) {
		t.Errorf("error %v for what is not OPML", err)
	}
}

// No feed makes the parser panic or yield what is no address.
func FuzzFeed(f *testing.F) {
	f.Add([]byte(rss(`<item><title>a</title><link>https://a.example/</link><description><![CDATA[<p>b]]></description></item>`)))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.example/"/><content type="xhtml"><div>a</div></content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"content_html":"<p>"}]}`))
	f.Add([]byte(`<urlset><url><loc>https://a.example/</loc><news><title>a</title></news></url></urlset>`))
	f.Add([]byte(`<opml><body><outline xmlUrl="https://a.example/"/></body></opml>`))
	f.Add([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><item><link>https://a.example/</link></item></rdf:RDF>`))
	f.Fuzz(func(t *testing.T, in []byte) {
		feed.Looks(in)
		_, _ = feed.ReadOPML(in)
		got, err := feed.Parse(in)
		if err != nil {
			return
		}
		for _, e := range got.Entries {
			if e.URL == "" && e.HTML == "" || e.URL != "" && !strings.HasPrefix(strings.ToLower(e.URL), "http") {
				t.Errorf("an entry that leads nowhere: %+v", e)
			}
		}
	})
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	for name, in := range map[string]string{
		"feed":    rss(strings.Repeat("<item><title>Quay closed</title><link>https://light.example/1</link></item>", 5001)),
		"sitemap": `<urlset>` + strings.Repeat("<url><loc>https://light.example/1</loc></url>", 5001) + `</urlset>`,
	} {
		said := ""
		for _, err := range feed.Items(name, strings.NewReader(in), 1<<24) {
			said = fmt.Sprint(err)
		}
		if want := name + ": passed over: 5000 entries that point to their articles, from https://light.example/1 on; all but the first 5000 entries"; said != want {
			t.Errorf("said %q", said)
		}
	}
}
