package extract

import (
	"bytes"
	"fmt"
	"html"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	nethtml "golang.org/x/net/html"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"nutgraf"
)

// harbourPage is a made-up report with everything around it that a page has.
const harbourPage = `<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Ferry runs aground off Skellan Point | The Harbour Gazette</title>
<meta property="og:title" content="Ferry runs aground off Skellan Point">
<meta property="og:site_name" content="The Harbour Gazette"><meta property="og:type" content="article">
<meta name="description" content="All 212 passengers are safe, the coastguard says, after a night on the rocks.">
<link rel="canonical" href="https://gazette.example/2021/03/09/ferry-aground">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Ferry runs aground off Skellan Point","datePublished":"2021-03-09T06:40:00+00:00",
"dateModified":"2021-03-10T09:00:00+00:00","author":[{"@type":"Person","name":"Maeve Tolland"},{"@type":"Person","name":"Oisin Brack"}],
"publisher":{"@type":"Organization","name":"The Harbour Gazette"}}</script>
<script>var junk = "<p>not text</p>";</script><style>p { color: red }</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article class="story"><header><h1>Ferry runs aground off Skellan Point</h1>
<p class="standfirst">All 212 passengers are safe, the coastguard says, after a night on the rocks.</p>
<p class="byline">By <a rel="author" href="/people/maeve">Maeve Tolland</a> and Oisin Brack</p>
<time datetime="2021-03-09T06:40:00+00:00">9 March 2021, 6:40</time></header>
<figure><img src="a.jpg" alt=""><figcaption>The Saint Brona on Tuesday. Photograph: I. Quill</figcaption></figure>
<div class="article-body"><p>A passenger ferry with 212 people on board ran aground off Skellan Point shortly after midnight on Tuesday, and lay on the rocks until the tide lifted her at dawn.</p>
<p>&ldquo;Nobody was hurt, and nobody panicked,&rdquo; said the coastguard&#8217;s spokeswoman, Ida Renfrew, who had spent the night in the station above the&nbsp;harbour.</p>
<h2>A turn too late</h2>
<p>The captain told the harbour master that the steering had answered slowly since the ferry left port, and that he had turned <b>too late</b> to clear the point, according to a first report.</p>
<blockquote><p>We felt one long scrape, then the lights went out, and after that it was very quiet for a while.</p></blockquote>
<p>Engineers will look at the hull on Wednesday. The company has hired two smaller boats, which are to carry cars and passengers across the sound until the end of the month.</p></div>
<aside class="related"><h3>Related</h3><ul><li><a href="/x">Storm closes the northern ports again</a></li></ul></aside>
</article></main><footer><p>&copy; 2021 The Harbour Gazette. All rights reserved.</p></footer></body></html>`

func pageItem(s string) *nutgraf.Item {
	return &nutgraf.Item{ID: "a", Name: "a.html", Media: nutgraf.MediaHTML, Body: []byte(s)}
}

func TestPage(t *testing.T) {
	d := extracted(t, harbourPage)
	if diff := cmp.Diff([]string{"Maeve Tolland", "Oisin Brack"}, d.Byline); diff != "" {
		t.Errorf("byline: %s", diff)
	}
	for _, c := range []struct{ what, want, got string }{
		{"title", "Ferry runs aground off Skellan Point", d.Title},
		{"title span", "Ferry runs aground off Skellan Point", d.TitleSpan.Of(d.Text)},
		{"outlet", "The Harbour Gazette", d.Outlet},
		{"language", "en", d.Lang},
		{"published", "2021-03-09T06:40:00+00:00", d.Published.Value},
		{"address", "https://gazette.example/2021/03/09/ferry-aground", d.URL},
	} {
		if c.want != c.got {
			t.Errorf("%s: want %q, got %q", c.what, c.want, c.got)
		}
	}
	body := bodyText(d)
	for _, w := range []string{"A passenger ferry with 212", "“Nobody was hurt, and nobody panicked,” said the coastguard’s", "A turn too late", "one long scrape"} {
		if !strings.Contains(body, w) {
			t.Errorf("body lacks %q", w)
		}
	}
	for _, w := range []string{"Storm closes", "All rights", "Sport", "not text", "color"} {
		if strings.Contains(body, w) {
			t.Errorf("body holds %q", w)
		}
	}
	if strings.Contains(d.Text, "Sport") || strings.Contains(d.Text, "All rights") {
		t.Error("the text holds navigation or the footer")
	}
}

func TestBlocksAreLabelled(t *testing.T) {
	d := extracted(t, harbourPage)
	got := map[nutgraf.BlockKind]string{}
	for _, b := range d.Blocks {
		if got[b.Kind] == "" {
			got[b.Kind] = b.Span.Of(d.Text)
		}
	}
	for kind, want := range map[nutgraf.BlockKind]string{
		nutgraf.Headline: "Ferry runs aground", nutgraf.Standfirst: "All 212 passengers", nutgraf.Byline: "By Maeve Tolland and Oisin Brack",
		nutgraf.Dateline: "9 March 2021", nutgraf.Caption: "The Saint Brona", nutgraf.Subhead: "A turn too late", nutgraf.Quoted: "We felt one long scrape",
	} {
		if !strings.HasPrefix(got[kind], want) {
			t.Errorf("%s: want %q, got %q", kind, want, got[kind])
		}
	}
}

// TestAppealsAreNoText: what asks readers for news, and the mark over an advertisement,
// are neither body nor captions.
func TestAppealsAreNoText(t *testing.T) {
	d := extracted(t, strings.Replace(harbourPage, "</blockquote>", "</blockquote><figure>Advertisement</figure><p>Get in touch with our news team by writing to desk@gazette.example.</p>", 1))
	for _, b := range d.Blocks {
		if s := b.Span.Of(d.Text); b.Kind != nutgraf.Promo && (s == "Advertisement" || strings.HasPrefix(s, "Get in touch")) {
			t.Errorf("%s is %s", s, b.Kind)
		}
	}
	if !strings.Contains(bodyText(d), "one long scrape") {
		t.Error("the words above it are lost")
	}
}

// extracted is the document that a page gives.
func extracted(t *testing.T, page string) *nutgraf.Document {
	t.Helper()
	d, err := Document(pageItem(page))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// checkDocument tests what holds for every document.
func checkDocument(t interface {
	Helper()
	Errorf(string, ...any)
}, item *nutgraf.Item, d *nutgraf.Document,
) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Errorf("text is not valid UTF-8")
	}
	end := 0
	for i, b := range d.Blocks {
		if b.Span.Start >= b.Span.End || b.Span.End > len(d.Text) || i > 0 && d.Text[end:b.Span.Start] != "\n\n" {
			t.Errorf("block %d has a wrong span %v", i, b.Span)
			return
		}
		end = b.Span.End
		if b.Source.Start < 0 || b.Source.Start >= b.Source.End || b.Source.End > len(item.Body) {
			t.Errorf("block %d has a wrong source %v in %d bytes", i, b.Source, len(item.Body))
			return
		}
	}
	if end != len(d.Text) {
		t.Errorf("text goes on behind the last block")
	}
}

// sourceWords are the words that a reader gets who cuts a block out of the
// capture, decodes it and takes the markup off, and with seen what only screen
// readers find.
func sourceWords(cut []byte, enc encoding.Encoding, seen bool) string {
	if enc != nil {
		cut, _ = enc.NewDecoder().Bytes(cut)
	}
	var b strings.Builder
	z := nethtml.NewTokenizer(bytes.NewReader(cut))
	skip := ""
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return wordsOnly(b.String())
		case nethtml.TextToken:
			if skip == "" {
				b.WriteString(html.UnescapeString(string(z.Raw())))
			}
		case nethtml.StartTagToken:
			name, _ := z.TagName()
			t := tagOf(name)
			if (t.is(skips) || seen && t.is(phrase) && clipped(z)) && skip == "" {
				skip = string(name)
			}
			b.WriteByte(' ')
		case nethtml.EndTagToken:
			if name, _ := z.TagName(); string(name) == skip {
				skip = ""
			}
			b.WriteByte(' ')
		}
	}
}

// clipped reports whether only a screen reader finds the element that z is at.
func clipped(z *nethtml.Tokenizer) bool {
	for {
		key, value, more := z.TagAttr()
		if string(key) == "class" && spoken(value) || string(key) == "style" && clips(value) {
			return true
		}
		if !more {
			return false
		}
	}
}

// wordsOnly keeps letters and digits.
func wordsOnly(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func TestSourceGivesTheWordsBack(t *testing.T) {
	for _, c := range []struct {
		name    string
		enc     encoding.Encoding
		charset string
		page    string
	}{
		{"utf-8", nil, "", harbourPage},
		{"windows-1252", charmap.Windows1252, "windows-1252", strings.ReplaceAll(harbourPage, "midnight", "“midnight” – café")},
		{"shift_jis", japanese.ShiftJIS, "shift_jis", strings.ReplaceAll(harbourPage, "midnight", "真夜中の海")},
		{"iso-2022-jp", japanese.ISO2022JP, "iso-2022-jp", strings.ReplaceAll(harbourPage, "midnight", "真夜中の海")},
		{"gb18030", simplifiedchinese.GB18030, "gb18030", strings.ReplaceAll(harbourPage, "midnight", "午夜的海")},
	} {
		t.Run(c.name, func(t *testing.T) {
			body := []byte(strings.ReplaceAll(c.page, `<meta charset="utf-8">`, ""))
			if c.enc != nil {
				var err error
				if body, err = c.enc.NewEncoder().Bytes(body); err != nil {
					t.Fatal(err)
				}
			}
			item := &nutgraf.Item{Name: c.name, Media: nutgraf.MediaHTML, Body: body, Charset: c.charset}
			d, err := Document(item)
			if err != nil {
				t.Fatal(err)
			}
			checkDocument(t, item, d)
			if c.name == "iso-2022-jp" {
				return // a cut out of a text with states cannot be decoded alone
			}
			for _, b := range d.Blocks {
				want, got := wordsOnly(b.Span.Of(d.Text)), sourceWords(item.Body[b.Source.Start:b.Source.End], c.enc, false)
				if want != got {
					t.Errorf("block %q: source gives %q", want, got)
				}
			}
		})
	}
}

func TestSourceOnSharedPages(t *testing.T) {
	if testing.Short() {
		t.Skip("walks all pages of the data")
	}
	for _, set := range []string{"scrapinghub", "fundus_parser", "fundus_eval80", "trafilatura_eval", "htmldate"} {
		for _, item := range sharedPages(t, set) {
			d, err := Document(item)
			if err != nil {
				continue
			}
			checkDocument(t, item, d)
			src := readSource(item.Body, item.Charset)
			for i, b := range d.Blocks {
				cut := item.Body[b.Source.Start:b.Source.End]
				if want := wordsOnly(b.Span.Of(d.Text)); want != sourceWords(cut, src.enc, false) && want != sourceWords(cut, src.enc, true) {
					t.Errorf("%s block %d (%d to %d): the source gives other words", item.Name, i, b.Source.Start, b.Source.End)
				}
			}
		}
	}
}

func TestScannerAgreesWithTheStandardTokenizer(t *testing.T) {
	for _, s := range []string{
		harbourPage, "<", "<>", "</>", "a < b <c d", "<!-- a -- b --><p>x", "<!--><p>y", "<!---><i>z", "<? php ?>q", "<!doctype html>r",
		"<a b=c d='e>f' g=\"h>i\" j>k</a >l", "<script>if (a < b) { \"</p>\" }</script>m", "<SCRIPT>a</ScRiPt>b", "<title>a<b></title>c",
		"<textarea><p></textarea>d", "<p a=1 a=2/>e", "</p x=y>f", "<br/>g", "<script><!-- <script> </script> --></script>h", "<plaintext><p>i",
		"<p =a>j", "<p a = b>k", "<!-- unclosed <p>", "<style><p></style><p>l", "<\x00>", "<p a='unclosed",
	} {
		if diff := cmp.Diff(referenceTokens(s), scannerTokens(s)); diff != "" {
			t.Errorf("%.60q: %s", s, diff)
		}
	}
}

func referenceTokens(s string) []string {
	var out []string
	z := nethtml.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return out
		case nethtml.TextToken:
			out = append(out, "text "+string(z.Raw()))
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			name, _ := z.TagName()
			out = append(out, "open "+string(name))
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			out = append(out, "close "+string(name))
		}
	}
}

func scannerTokens(s string) []string {
	var out []string
	c := scanner{src: []byte(s)}
	for {
		switch c.next() {
		case endToken:
			return out
		case textToken:
			out = append(out, "text "+s[c.from:c.to])
		case openToken:
			out = append(out, "open "+string(c.name))
		case closeToken:
			out = append(out, "close "+string(c.name))
		}
	}
}

func TestHostilePages(t *testing.T) {
	para := "<p>The committee met on Monday and agreed, after three hours, that the bridge would be closed until the spring.</p>"
	for name, s := range map[string]string{
		"endless":    para + strings.Repeat("<b>a", 3000000),
		"nested":     strings.Repeat("<div>", 1000000) + para + strings.Repeat("</div>", 1000000),
		"unclosed":   strings.Repeat("<b><i><p><table><tr><td>", 100000) + para,
		"crossed":    strings.Repeat("<i><div><b>", 100000) + para + strings.Repeat("</i></b>", 100000),
		"attributes": "<p " + strings.Repeat("a=b ", 10000) + ">" + para,
		"names":      "<p " + strings.Repeat("class=\"x y z\" ", 10000) + ">" + para,
		"entities":   para + "<p>" + strings.Repeat("&amp;&#x41;&notit;", 100000) + "</p>",
		"nul":        strings.ReplaceAll(para, " ", "\x00"),
		"comments":   strings.Repeat("<!--", 200000) + para,
		"quotes":     strings.Repeat("<a href='", 200000) + para,
		"brackets":   strings.Repeat("<", 2000000),
		"sentence":   "<p>" + strings.Repeat("and then she said that ", 50000) + "</p>",
		"brs":        strings.Repeat("word<br>", 200000),
		"scripts":    strings.Repeat("<script><!--<script>", 20000),
		"json":       "<script type=application/ld+json>" + strings.Repeat(`[{"@graph":`, 100000) + "</script>" + para,
		"json quote": "<script type=application/ld+json>{\"a\":" + strings.Repeat(`"    x`, 100000) + "</script>" + para,
		"times":      strings.Repeat("<time datetime=2020-01-02>2 January 2020</time> ", 50000) + para,
		"dates":      strings.Repeat("<div class=date>2 January 2020</div>", 30000) + para,
		"spoken":     "<p>" + strings.Repeat("<span class=sr-only>a b", 100000) + para,
		"noscripts":  shell("", strings.Repeat("<noscript>"+strings.Repeat(para, 3)+"</noscript>", 5000)+strings.Repeat("<noscript>", 100000)),
		"escapes":    shell(ldScript(strings.Repeat("é.\n", 300000), true), ""),
		"state":      shell("", "<script>"+strings.Repeat(`{"title":"Quarry closed after a fall of chalk","body":[{"type":"p","text":"It fell. It fell. It fell."},`, 20000)+"</script>"),
		"titles":     `<meta property="og:title" content="` + strings.Repeat("Ferry aground: forty - ", 100000) + `"><title>` + strings.Repeat("Ferry aground - ", 100000) + "</title>" + para,
		"drawings":   strings.Repeat("<svg><title/><style/>", 100000) + para,
		"links":      strings.Repeat("<a href=#>one two three</a> ", 100000) + para,
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			item := pageItem(s)
			d, err := Document(item)
			if err == nil {
				checkDocument(t, item, d)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("took %v for %d bytes", took, len(s))
			}
		})
	}
}

func TestBlocksThatAreNoBody(t *testing.T) {
	s := strings.Replace(harbourPage, "<h2>A turn too late</h2>",
		`<p><a href="/tide">STORM SURGE CLOSES THE NORTHERN PORTS FOR A THIRD NIGHT</a></p>
<p>Read more: Who pays for the tugs, and who for the soup</p><p>Image: Harbour office of Skellan</p><p>The quay on Monday. (Jory Penn/Reuters)</p><h2>A turn too late</h2>`, 1)
	s = strings.Replace(s, "The captain told", `The <a href="/c">captain<span class="screen-reader-text"> (opens in a new window)</span></a> told`, 1)
	want := extracted(t, harbourPage)
	got := extracted(t, s)
	if diff := cmp.Diff(bodyText(want), bodyText(got)); diff != "" {
		t.Error(diff)
	}
}

func TestRepliesAndHiddenCopies(t *testing.T) {
	para := func(s string) string { return "<p>" + strings.Repeat(s+" ", 3) + "</p>" }
	text := para("The quay of Skellan Point stayed closed on Monday, the harbour office said, while divers looked at the hull of the ferry.")
	reply := para("I have seen many ferries come and go, and this one was always late when I had to be on the island before noon.")
	for name, s := range map[string]string{
		"comments": `<article class="post comments-open"><h1>Ferry runs aground</h1>` + text + text + `</article><ol id="comments"><li class="comment">` + reply + reply + reply + reply + `</li></ol>`,
		"copies":   `<article><h1>Ferry runs aground</h1>` + text + text + text + `</article><div style="display:none" itemscope>` + reply + `</div>`,
	} {
		d, err := Document(pageItem("<html><head><title>Ferry runs aground</title></head><body>" + s + "</body></html>"))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if body := bodyText(d); strings.Contains(body, "always late") || !strings.Contains(body, "harbour office") {
			t.Errorf("%s: the body is %q", name, body)
		}
	}
}

func TestPagesSavedAsEntities(t *testing.T) {
	plain := `<html lang="ja"><head><title>港の渡し船、霧の中で座礁 - 入江新聞</title></head><body><div class="menu"><a href="/1">天気の記事一覧へ戻る</a><a href="/2">経済の記事一覧へ戻る</a></div>
<div class="main"><h1>港の渡し船、霧の中で座礁</h1><p>九日未明、入江の沖で渡し船が座礁した。乗客は全員無事で、夜明けに潮が満ちて船は岩を離れたと港の役所が発表した。</p>
<p>船長は「舵の利きが遅かった」と話している。役所は来週までに原因を調べる。</p></div></body></html>`
	var coded strings.Builder
	for _, r := range plain {
		if r < 0x80 {
			coded.WriteRune(r)
		} else {
			fmt.Fprintf(&coded, []string{"&#x%X;", "&#%d;"}[r%2], r)
		}
	}
	want, got := extracted(t, plain), extracted(t, coded.String())
	if got.Text != want.Text || got.Title != want.Title || len(got.Blocks) != len(want.Blocks) || got.Lang != want.Lang {
		t.Errorf("title %q, text %q", got.Title, got.Text)
	}
	for _, s := range []string{"&", "&#", "&#x", "&#x;", "&#12354", "&#x3042 ", "&#99999999999;", "&#-12354;", "&#65;"} {
		if r, size := wideEntity([]byte(s)); size != 0 {
			t.Errorf("%q is %q", s, r)
		}
	}
}

func TestAnyPageGivesAValidDocument(t *testing.T) {
	parts := rapid.SampledFrom([]string{
		"<p>", "</p>", "<div class='article-body'>", "</div>", "<table><tr><td>", "</td></tr></table>", "<a href='/x'>", "</a>", "<b>", "</b>", "<li>",
		"<br>", "<script>", "</script>", "<h1>", "</h1>", "<!-- ", "-->", "&amp;", "&#8217;", "\u00ad", "\u200b", "\xff", "\x00", " ", "\n",
		"The mayor spoke for an hour about the harbour, and then she left. ", "Read more", "By Ann Lee", "9 March 2021", "海の上の船。", "<blockquote>", "</blockquote>",
		"<time datetime='2021-03-09'>", "</time>", "<svg>", "</svg>", "<select>", "<noscript>", "</noscript>", "<meta charset='shift_jis'>",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(parts, 1, 60).Draw(t, "parts"), "")
		item := pageItem(s)
		if d, err := Document(item); err == nil {
			checkDocument(t, item, d)
		}
	})
}

func TestExtractionRepeats(t *testing.T) {
	a, _ := Document(pageItem(harbourPage))
	b, _ := Document(pageItem(harbourPage))
	if diff := cmp.Diff(a, b); diff != "" {
		t.Error(diff)
	}
}

func TestExplain(t *testing.T) {
	d, trace, err := Explain(pageItem(harbourPage))
	if err != nil || d == nil {
		t.Fatal(err)
	}
	kept := 0
	for _, b := range trace.Blocks {
		if b.Kind != "" {
			kept++
		}
		if b.P > 0 && len(b.Why) == 0 {
			t.Errorf("no reason for %q", b.Text)
		}
	}
	if kept != len(d.Blocks) {
		t.Errorf("%d blocks kept, %d in the document", kept, len(d.Blocks))
	}
}

func TestLanguages(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The council said that it would not be able to open the bridge in the spring, and that the works had been put off for a year.",
		"de": "Der Rat hat mitgeteilt, dass die Brücke im Frühjahr nicht geöffnet werden kann und die Arbeiten um ein Jahr verschoben sind, wie es heißt.",
		"fr": "Le conseil a fait savoir que le pont ne pourra pas ouvrir au printemps et que les travaux sont remis à une autre année, selon la mairie.",
		"es": "El consejo ha dicho que el puente no se abrirá en la primavera y que las obras se han dejado para otro año por la falta de dinero.",
		"nl": "De raad heeft gezegd dat de brug in het voorjaar niet open kan en dat de werken met een jaar worden uitgesteld, zo is er te horen.",
		"ja": "市議会は、橋の開通が春には間に合わず、工事が一年先送りになると発表した。",
		"ru": "Совет сообщил, что мост не откроют весной и что работы отложены на год из-за того, что в бюджете не хватает денег для этого.",
	} {
		if got := detectLanguage(s + " " + s); got != want {
			t.Errorf("want %s, got %q", want, got)
		}
	}
}

func TestWordsForScreenReaders(t *testing.T) {
	clip := `<span style="clip:rect(0 0 0 0);position:absolute">, opens new tab</span>`
	s := strings.Replace(harbourPage, "Ida Renfrew,", `<a href="/ida">Ida Renfrew`+clip+"</a>,", 1)
	s = strings.Replace(s, "<p>A passenger", `<p><span class="sr-only">A</span> passenger`, 1)
	s = strings.Replace(s, "<h1>Ferry runs aground off Skellan Point</h1>", `<h1><span class="visually-hidden">Ferry runs aground off Skellan Point</span></h1>`, 1)
	want := extracted(t, harbourPage)
	got := extracted(t, s)
	if diff := cmp.Diff(want.Text, got.Text); diff != "" {
		t.Error(diff)
	}
}

func TestUTF16Page(t *testing.T) {
	raw := []byte{0xff, 0xfe}
	bare := []byte{0, '\n'}
	for _, r := range harbourPage {
		raw = append(raw, byte(r), byte(r>>8))
		bare = append(bare, byte(r>>8), byte(r))
	}
	if s := readSource(bare, ""); s.name != "utf-16be" || !strings.Contains(string(s.text), harbourPage[:40]) {
		t.Errorf("without a mark it is read as %s", s.name)
	}
	item := &nutgraf.Item{Name: "u16", Media: nutgraf.MediaHTML, Body: raw}
	d, err := Document(item)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, item, d)
	b := d.Blocks[0]
	if got := string(bytes.ReplaceAll(raw[b.Source.Start:b.Source.End], []byte{0}, nil)); !strings.HasPrefix(b.Span.Of(d.Text), fmt.Sprintf("%.10s", got)) {
		t.Errorf("source gives %q", got)
	}
}

func FuzzPage(f *testing.F) {
	f.Add([]byte(harbourPage))
	f.Add([]byte("<p>One line, and another."))
	f.Add([]byte("<table><td><b><p>x</b></table>"))
	f.Add([]byte(shell(ldScript(strings.Join(quarryLines, "\n"), true), "")))
	f.Add([]byte(shell(ldScript(html.EscapeString("<p>"+strings.Join(quarryLines, "</p><p>")), true), "")))
	f.Add([]byte(shell("", "<noscript><p>"+strings.Join(quarryLines, "<p>")+"</noscript>")))
	f.Add([]byte(shell("", quarryState("Quarry closed after a fall of chalk"))))
	f.Add([]byte(datedPage("de", "", "<svg><title/></svg>", "Skellan, (14.04.2021). ", "")))
	f.Fuzz(func(t *testing.T, body []byte) {
		item := &nutgraf.Item{Name: "f", Media: nutgraf.MediaHTML, Body: body}
		if d, err := Document(item); err == nil {
			checkDocument(t, item, d)
		}
	})
}

func FuzzJSONLD(f *testing.F) {
	f.Add([]byte(`{"@type":"NewsArticle","headline":"A \"b\" c","author":[{"name":"D"}]}`))
	f.Add([]byte(`[{"@graph":[{"@type":["Article"],"datePublished":"2020-01-02",}]}`))
	f.Add([]byte("{\"a\":\"line\nbreak\", /* c */ 'd'}"))
	f.Add([]byte(`{"@type":"NewsArticle","articleBody":"Caf\u00e9 \ud83d\ude00\n\"quoted\" \/ \x \u12"}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s := readStatements(raw, []stretch{{0, len(raw)}})
		l := unquoted(raw, s.bodyAt)
		if string(l.text) != s.body {
			t.Fatalf("the body %q stands in the page as %q", s.body, l.text)
		}
		last := s.bodyAt.from
		for i := range l.text {
			if o := l.origin(i); o < last || o >= s.bodyAt.to {
				t.Fatalf("origin(%d) = %d after %d, of %v", i, o, last, s.bodyAt)
			} else {
				last = o
			}
		}
	})
}

func FuzzCharset(f *testing.F) {
	f.Add([]byte("<meta charset=shift_jis><p>\x83\x65\x83\x58"), "")
	f.Add([]byte("\xff\xfe<\x00p\x00>\x00"), "")
	f.Add([]byte("<p>caf\xe9"), "iso-8859-1")
	f.Fuzz(func(t *testing.T, raw []byte, charset string) {
		s := readSource(raw, charset)
		last := 0
		for i := 0; i <= len(s.text); i += 1 + len(s.text)/50 {
			o := s.origin(i)
			if o < last || o > len(raw) {
				t.Fatalf("origin(%d) = %d after %d, of %d", i, o, last, len(raw))
			}
			last = o
		}
	})
}
