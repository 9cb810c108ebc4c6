package web_test

import (
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"nutgraf"
)

// TestBrowser drives the pages with the browser that NUTGRAF_BROWSER names. The
// tests share one process and take a tab each.
func TestBrowser(t *testing.T) {
	path := os.Getenv("NUTGRAF_BROWSER")
	if path == "" {
		t.Skip("NUTGRAF_BROWSER does not name a Chromium (tools/test.sh finds or installs one)")
	}
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.UserDataDir(t.TempDir()))
	for _, f := range []string{"headless", "no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync", "no-first-run", "hide-scrollbars"} {
		opts = append(opts, chromedp.Flag(f, true))
	}
	ctx, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	defer stop()
	ctx, stop = chromedp.NewContext(ctx)
	defer stop()
	do(t, ctx, chromedp.Navigate("about:blank"))
	for _, c := range []struct {
		name string
		test func(*testing.T, context.Context)
	}{
		{"reading", reading},
		{"without script", withoutScript},
		{"layers", layers},
		{"phone", phone},
		{"dark", darkness},
		{"accessibility", accessibility},
		{"hostile articles", hostile},
		{"print", printing},
		{"first paint", firstPaint},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab, close := chromedp.NewContext(ctx)
			defer close()
			do(t, tab, chromedp.EmulateViewport(1400, 900))
			c.test(t, tab)
		})
	}
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func value[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return v
}

// until waits for a condition of the page to become true.
func until(t *testing.T, ctx context.Context, script string) {
	t.Helper()
	for range 100 {
		if value[bool](t, ctx, script) {
			return
		}
		time.Sleep(30 * time.Millisecond)
	}
	t.Fatalf("never came true: %s", script)
}

const markInView = `(() => { const m = document.querySelector(".pane mark, article .text mark"); if (!m) return false; const r = m.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight && r.height > 0 })()`

// A reader goes from the front page to a story, opens a source beside it, and
// walks on by keys.
func reading(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.Navigate(site.URL+"/"), chromedp.Click(chromedp.CSS(".stories h2 a")), chromedp.WaitVisible(chromedp.CSS("#differ")))
	do(t, ctx, chromedp.Click(chromedp.CSS("#nutgraf a.chip")), chromedp.WaitVisible(chromedp.CSS(".pane mark")))
	until(t, ctx, markInView)
	if got := value[string](t, ctx, `document.querySelector(".pane mark").textContent`); !strings.HasPrefix(got, "The swing bridge") {
		t.Errorf("the pane marks %q", got)
	}
	if got := value[string](t, ctx, `location.pathname`); got != "/story/s1" {
		t.Errorf("the story was left for %s", got)
	}
	focused := func() string {
		return value[string](t, ctx, `document.activeElement.id || document.activeElement.className`)
	}
	for _, c := range []struct{ key, focus string }{{"c", "d1"}, {"c", "d2"}, {"q", "said"}, {"g", "origin"}} {
		do(t, ctx, chromedp.KeyEvent(c.key))
		if got := focused(); got != c.focus {
			t.Errorf("key %s leads to %q, want %q", c.key, got, c.focus)
		}
	}
	do(t, ctx, chromedp.KeyEvent("c"), chromedp.KeyEvent("c"), chromedp.KeyEvent("j"))
	until(t, ctx, `document.activeElement.matches("#d1 a.chip") || document.activeElement.matches("#dates a.chip")`)
	until(t, ctx, `document.querySelector(".pane mark") !== null`)
	do(t, ctx, chromedp.KeyEvent("\x1b"))
	until(t, ctx, `document.querySelector(".pane") === null && getComputedStyle(document.querySelector(".contents")).display !== "none"`)
	do(t, ctx, chromedp.KeyEvent("?"), chromedp.WaitVisible(chromedp.CSS("dialog.keys")), chromedp.KeyEvent("\x1b"))
	until(t, ctx, `!document.querySelector("dialog[open]")`)
	do(t, ctx, chromedp.KeyEvent("/"))
	if got := focused(); got != "q" {
		t.Errorf("key / leads to %q", got)
	}
}

func withoutScript(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.Navigate(site.URL+"/"), chromedp.Click(chromedp.CSS(".stories h2 a")), chromedp.WaitVisible(chromedp.CSS("#differ")))
	do(t, ctx, chromedp.Click(chromedp.CSS("#d1 dd a.chip")), chromedp.WaitVisible(chromedp.CSS("article mark")))
	if got := value[string](t, ctx, `location.pathname + location.hash`); got != "/article/bell#t" {
		t.Errorf("the chip leads to %s", got)
	}
	until(t, ctx, markInView)
}

func layers(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.Navigate(site.URL+"/article/bell"))
	const shown = `getComputedStyle(document.querySelector(".text .q")).backgroundColor`
	on := value[string](t, ctx, shown)
	do(t, ctx, chromedp.Click(chromedp.CSS("#l-quote")))
	if off := value[string](t, ctx, shown); off == on {
		t.Errorf("the layer of quotations cannot be switched off: %s", off)
	}
}

var everyPage = []string{"/", "/story/s1", "/article/bell?t=30,116#t", "/search", "/search?q=drivers", "/check", "/about", "/saga/g1", "/name/Ana%20Rook", "/outlet/Ferry%20Lane%20News", "/nowhere"}

func phone(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.EmulateViewport(390, 800, chromedp.EmulateMobile))
	for _, p := range everyPage {
		do(t, ctx, chromedp.Navigate(site.URL+p))
		if w := value[int](t, ctx, `document.documentElement.scrollWidth`); w > 390 {
			t.Errorf("%s is %d wide on a phone", p, w)
		}
	}
	do(t, ctx, chromedp.Navigate(site.URL+"/story/s1"), chromedp.Click(chromedp.CSS("#nutgraf a.chip")), chromedp.WaitVisible(chromedp.CSS(".pane mark")))
	until(t, ctx, markInView)
	do(t, ctx, chromedp.Click(chromedp.CSS("[data-close]")), chromedp.WaitNotPresent(chromedp.CSS(".pane")))
}

func dark(t *testing.T, ctx context.Context, on bool) {
	t.Helper()
	v := "light"
	if on {
		v = "dark"
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: v}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
}

func darkness(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	dark(t, ctx, true)
	do(t, ctx, chromedp.Navigate(site.URL+"/story/s1"))
	const bright = `getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0)`
	if sum := value[int](t, ctx, bright); sum > 150 {
		t.Errorf("the dark page is bright: %d", sum)
	}
	dark(t, ctx, false)
	if sum := value[int](t, ctx, bright); sum < 600 {
		t.Errorf("the light page is dark: %d", sum)
	}
}

// axe-core finds no violation on any page, light or dark.
func accessibility(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	script := axe(t)
	for _, night := range []bool{false, true} {
		dark(t, ctx, night)
		for _, p := range everyPage[:pagesAt(night)] {
			do(t, ctx, chromedp.Navigate(site.URL+p))
			if p == "/story/s1" {
				do(t, ctx, chromedp.Click(chromedp.CSS("#nutgraf a.chip")), chromedp.WaitVisible(chromedp.CSS(".pane mark")))
				value[bool](t, ctx, `document.querySelectorAll("details").forEach((d) => d.open = true), true`)
			}
			do(t, ctx, chromedp.Evaluate[chromedp.Void](script))
			found := value[[]string](t, ctx, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ": " + n.target.join(" ") + " " + n.failureSummary.replace(/\s+/g, " "))))`)
			for _, f := range found {
				t.Errorf("%s (dark %v): %s", p, night, f)
			}
		}
	}
}

// pagesAt is the number of pages looked at: the colours of night stand on the
// first few already.
func pagesAt(night bool) int {
	if night {
		return 3
	}
	return len(everyPage)
}

func axe(t *testing.T) string {
	t.Helper()
	f, err := os.Open("testdata/axe.min.js.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// Words that try to be markup stay words, on every page and in the pane.
func hostile(t *testing.T, ctx context.Context) {
	const nasty = `"'><script>window.hit=1</script><img src=x onerror="window.hit=2"><svg onload="window.hit=3"></style></title></textarea><a href="javascript:window.hit=4">x</a>{{.}}`
	d := newFakeDesk(t)
	poison(d, nasty)
	site := newSite(t, d)
	for _, p := range []string{"/", "/story/s1", "/article/bell?t=0,20#t", "/article/bell/pane?t=0,20", "/search?q=script", "/search?q=%3Cscript%3Ewindow.hit%3D5%3C/script%3E", "/saga/g1", "/%3Cscript%3Ewindow.hit%3D6%3C/script%3E"} {
		do(t, ctx, chromedp.Navigate(site.URL+p))
		if p == "/story/s1" {
			do(t, ctx, chromedp.Click(chromedp.CSS("#nutgraf a.chip")), chromedp.WaitVisible(chromedp.CSS(".pane mark")))
		}
		time.Sleep(50 * time.Millisecond)
		if hit := value[int](t, ctx, `window.hit || 0`); hit != 0 {
			t.Errorf("%s: words of an article ran (%d)", p, hit)
		}
		if n := value[int](t, ctx, `document.querySelectorAll("img, script:not([src]), [onerror], [onload], a[href^='javascript']").length`); n != 0 {
			t.Errorf("%s: %d elements came from words of an article", p, n)
		}
	}
}

// poison writes hostile words wherever an article's words and names can stand.
func poison(d *fakeDesk, nasty string) {
	doc := &nutgraf.Document{ID: "bell", Outlet: nasty, Title: nasty, URL: "javascript:alert(1)", Text: nasty, Byline: []string{nasty}, Capture: d.Docs["bell"].Capture}
	doc.Blocks = []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{Start: 0, End: len(nasty)}}}
	d.Docs["bell"] = doc
	cite := doc.Cite(nutgraf.Span{Start: 0, End: 30})
	p := d.Page
	p.Title, p.TitleCite = nasty, cite
	p.Brief.Lines = []nutgraf.BriefLine{{Text: nasty, Note: nasty, Cites: []nutgraf.Cite{cite}}}
	for i := range p.Articles {
		p.Articles[i].Outlet, p.Articles[i].Title, p.Articles[i].URL, p.Articles[i].Range.Basis = nasty, nasty, "javascript:alert(2)", nasty
	}
	for i := range p.Families {
		p.Families[i].Speaker, p.Families[i].Medium, p.Families[i].Addressee = nasty, nasty, nasty
		p.Families[i].Variants = []nutgraf.Variant{{Doc: "bell", Cites: []nutgraf.Cite{cite}, To: nasty, Diff: []nutgraf.Edit{{Op: nutgraf.Drop, Text: nasty}}}}
		p.Families[i].Fullest = 0
	}
	for i := range p.Conflicts {
		c := &p.Conflicts[i]
		c.Matter, c.Why = nasty, nasty
		for j := range c.Sides {
			c.Sides[j].Letter, c.Sides[j].Value, c.Sides[j].By, c.Sides[j].Evidence = nasty, nasty, nasty, []nutgraf.Cite{cite}
		}
	}
	for i := range p.Provenance.Nodes {
		p.Provenance.Nodes[i].Name, p.Provenance.Nodes[i].Kind = nasty, nasty
	}
	for i := range p.Timeline {
		p.Timeline[i].Text, p.Timeline[i].Why, p.Timeline[i].Evidence = nasty, nasty, nil
	}
}

// A story prints as a dossier with its notes.
func printing(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.Navigate(site.URL+"/story/s1"))
	pdf, err := chromedp.Call(ctx, page.PrintToPDF, page.PrintToPDFParams{})
	if err != nil {
		t.Fatal(err)
	}
	if len(pdf.Data) < 10000 || !strings.HasPrefix(string(pdf.Data), "%PDF") {
		t.Errorf("printing gave %d bytes", len(pdf.Data))
	}
	media := emulation.SetEmulatedMediaParams{Media: "print"}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, script string }{
		{"the notes are shown", `getComputedStyle(document.querySelector(".endnotes")).display !== "none"`},
		{"the masthead is not", `getComputedStyle(document.querySelector(".masthead")).display === "none"`},
		{"chips bear their numbers", `getComputedStyle(document.querySelector(".chip[data-n]"), "::after").content.includes("[")`},
	} {
		if !value[bool](t, ctx, c.script) {
			t.Errorf("not so in print: %s", c.what)
		}
	}
}

// Nothing jumps while a story loads, and it is there at once.
func firstPaint(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.Navigate(site.URL+"/about"), chromedp.Navigate(site.URL+"/story/s1"))
	until(t, ctx, `performance.getEntriesByName("first-contentful-paint").length > 0`)
	paint := value[float64](t, ctx, `performance.getEntriesByName("first-contentful-paint")[0].startTime`)
	shift := value[float64](t, ctx, `new Promise((done) => { let sum = 0; new PerformanceObserver((l) => { for (const e of l.getEntries()) sum += e.value }).observe({type: "layout-shift", buffered: true}); setTimeout(() => done(sum), 200) })`)
	t.Logf("first paint after %.0f ms, layout shift %s", paint, fmt.Sprintf("%.4f", shift))
	if paint > 2000 || shift > .01 {
		t.Errorf("first paint after %.0f ms, layout shift %.4f", paint, shift)
	}
}
