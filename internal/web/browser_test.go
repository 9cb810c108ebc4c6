package web_test

import (
	"compress/gzip"
	"context"
	"io"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
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
		{"keyboard", keyboard},
		{"without script", withoutScript},
		{"layers", layers},
		{"phone", phone},
		{"widths", widths},
		{"wide tables", wideTables},
		{"dark", darkness},
		{"accessibility", accessibility},
		{"public", public},
		{"hostile articles", hostile},
		{"print", printing},
		{"first paint", firstPaint},
		{"annotated file", annotated},
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

// By the keyboard a source is entered and left again; keys of one letter can be switched
// off, stay off, and can be switched on again.
func keyboard(t *testing.T, ctx context.Context) {
	site := newSite(t, newFakeDesk(t))
	do(t, ctx, chromedp.Navigate(site.URL+"/story/s1"))
	value[bool](t, ctx, `document.querySelector("#nutgraf a.chip").focus(), true`)
	do(t, ctx, chromedp.KeyEvent("\r"))
	until(t, ctx, `document.activeElement.matches(".pane")`)
	do(t, ctx, chromedp.KeyEvent("\t"))
	until(t, ctx, `document.activeElement.matches(".pane [data-close]")`)
	do(t, ctx, chromedp.KeyEvent("\x1b"))
	until(t, ctx, `document.activeElement.matches("#nutgraf a.chip") && !document.querySelector(".pane")`)
	do(t, ctx, chromedp.KeyEvent("?"), chromedp.WaitVisible(chromedp.CSS("dialog.keys")), chromedp.KeyEvent("c"))
	if value[bool](t, ctx, `document.querySelector(".card.here") !== null`) {
		t.Error("a key moves the page behind the list of keys")
	}
	do(t, ctx, chromedp.Click(chromedp.CSS("dialog.keys input")), chromedp.KeyEvent("\x1b"), chromedp.Navigate(site.URL+"/story/s1"), chromedp.KeyEvent("c"), chromedp.KeyEvent("?"))
	if value[bool](t, ctx, `document.querySelector(".card.here, dialog[open]") !== null || document.querySelector(".keys-hint").checkVisibility()`) {
		t.Error("a key that is switched off does something")
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(".keys-open")), chromedp.WaitVisible(chromedp.CSS("dialog.keys")), chromedp.Click(chromedp.CSS("dialog.keys input")), chromedp.KeyEvent("\x1b"), chromedp.KeyEvent("c"))
	until(t, ctx, `document.querySelector(".card.here") !== null`)
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
