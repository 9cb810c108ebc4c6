package desk_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/newsroom"
	"nutgraf/internal/store/memory"
	"nutgraf/internal/store/sqlite"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func clock() time.Time { return time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC) }

// text makes an item of a text.
func text(id, date, outlet, body string) *nutgraf.Item {
	return &nutgraf.Item{
		ID: id, Name: id + ".txt", Media: nutgraf.MediaText, Body: []byte(body),
		Given: nutgraf.Given{Date: date, Outlet: outlet},
	}
}

// ferries are five reports of two events and one of neither.
func ferries() []*nutgraf.Item {
	return []*nutgraf.Item{
		text("light-1", "2026-03-02", "The Harbour Light", "Norrholm ferry stays in port after engine fire\n\nThe Norrholm ferry will stay in port until Friday after a fire in its engine room on Monday morning, the operator Vestlinjen said.\n\n\"We will not sail before the inspectors are satisfied,\" director Åsa Lind told The Harbour Light. About 240 passengers were brought ashore at Vestby."),
		text("post-1", "2026-03-02", "Vestby Post", "Fire stops Norrholm ferry\n\nA fire in the engine room stopped the Norrholm ferry on Monday. Vestlinjen, its operator, said some 200 passengers were brought ashore at Vestby and that the ferry would stay in port until Friday.\n\n\"We will not sail before the inspectors are satisfied,\" Åsa Lind, the director of Vestlinjen, told The Harbour Light."),
		text("day-1", "2026-03-03", "The Day", "Inspectors board the Norrholm ferry\n\nInspectors went aboard the Norrholm ferry in Vestby on Tuesday, a day after a fire in its engine room. Vestlinjen brought 240 passengers ashore on Monday.\n\nDirector Åsa Lind said the ferry would stay in port until Friday."),
		text("light-2", "2026-03-09", "The Harbour Light", "Bakers of Vestby strike over flour prices\n\nBakers in Vestby closed their shops on Monday to protest against the price of flour, which has risen by 40 percent since January.\n\n\"We bake at a loss,\" said Jon Berg, who heads the guild."),
		text("post-2", "2026-03-09", "Vestby Post", "No bread in Vestby as bakers strike\n\nThe bakers of Vestby closed their shops on Monday. Flour costs 40 percent more than in January, the guild said.\n\n\"We bake at a loss,\" Jon Berg, its head, told the Vestby Post."),
		text("day-2", "2026-03-20", "The Day", "Choir of Eikdal wins the northern prize\n\nThe choir of Eikdal won the northern singing prize on Thursday with three songs by its own conductor, Mari Holm."),
	}
}

func items(all []*nutgraf.Item) iter.Seq2[*nutgraf.Item, error] {
	return func(yield func(*nutgraf.Item, error) bool) {
		for _, item := range all {
			if !yield(item, nil) {
				return
			}
		}
	}
}

func take(t testing.TB, d *desk.Desk, all []*nutgraf.Item) []desk.Taken {
	t.Helper()
	var out []desk.Taken
	err := d.TakeAll(context.Background(), items(all), func(taken desk.Taken, err error) {
		if err != nil {
			t.Errorf("refused: %v", err)
			return
		}
		out = append(out, taken)
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func settle(t testing.TB, d *desk.Desk) {
	t.Helper()
	if err := d.Settle(context.Background(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
}

// pages returns all pages by the order of their ids.
func pages(t testing.TB, d *desk.Desk) []nutgraf.StoryPage {
	t.Helper()
	lines, err := d.Stories(context.Background(), nutgraf.StoryFilter{})
	if err != nil {
		t.Fatal(err)
	}
	var out []nutgraf.StoryPage
	for _, l := range lines {
		p, err := d.Story(context.Background(), l.ID)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b nutgraf.StoryPage) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return out
}

func onFile(t testing.TB) desk.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "n.db"), sqlite.Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestArticlesBecomeStories(t *testing.T) {
	d := desk.New(memory.New(), clock)
	take(t, d, ferries())
	settle(t, d)
	var got [][]string
	for _, p := range pages(t, d) {
		var ids []string
		for _, a := range p.Articles {
			ids = append(ids, a.ID)
		}
		slices.Sort(ids)
		got = append(got, ids)
	}
	slices.SortFunc(got, slices.Compare)
	want := [][]string{{"day-1", "light-1", "post-1"}, {"day-2"}, {"light-2", "post-2"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
}

func TestTakingTwiceChangesNothing(t *testing.T) {
	for name, store := range map[string]desk.Store{"memory": memory.New(), "sqlite": onFile(t)} {
		d := desk.New(store, clock)
		take(t, d, ferries())
		settle(t, d)
		before := pages(t, d)
		mark, _, _ := store.Pending(context.Background())
		for _, taken := range take(t, d, ferries()) {
			if taken.Outcome != desk.Same {
				t.Errorf("%s: %s is %s when taken again", name, taken.ID, taken.Outcome)
			}
		}
		if again, waiting, _ := store.Pending(context.Background()); again != mark || waiting {
			t.Errorf("%s: taking again changed the store", name)
		}
		settle(t, d)
		if diff := cmp.Diff(before, pages(t, d)); diff != "" {
			t.Errorf("%s: pages changed (-before +after):\n%s", name, diff)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A withheld article is in no page, whatever comes in under its id, and comes
// back as it was.
func TestWithholding(t *testing.T) {
	ctx := context.Background()
	without := desk.New(memory.New(), clock)
	take(t, without, ferries()[1:])
	settle(t, without)
	for name, store := range map[string]desk.Store{"memory": memory.New(), "sqlite": onFile(t)} {
		d := desk.New(store, clock)
		take(t, d, ferries())
		settle(t, d)
		before, id := pages(t, d), ferries()[0].ID
		if err := d.Withhold(ctx, id); err != nil {
			t.Fatal(err)
		}
		changed := *ferries()[0]
		changed.Body = append(slices.Clone(changed.Body), " One more word."...)
		for _, item := range []*nutgraf.Item{ferries()[0], &changed} {
			if taken := take(t, d, []*nutgraf.Item{item}); taken[0].Outcome != desk.Withheld {
				t.Errorf("%s: taken again it is %s", name, taken[0].Outcome)
			}
		}
		settle(t, d)
		if diff := cmp.Diff(jsonOf(t, pages(t, without)), jsonOf(t, pages(t, d))); diff != "" {
			t.Errorf("%s: pages without it (-want +got):\n%s", name, diff)
		}
		if err := d.Release(ctx, id); err != nil {
			t.Fatal(err)
		}
		settle(t, d)
		if diff := cmp.Diff(jsonOf(t, before), jsonOf(t, pages(t, d))); diff != "" {
			t.Errorf("%s: pages with it (-want +got):\n%s", name, diff)
		}
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	}
}

// The order of arrival, the batches, what was there in between, and the store
// must not change a page.
func TestOrderOfArrivalDoesNotChangeAPage(t *testing.T) {
	whole := desk.New(memory.New(), clock)
	take(t, whole, ferries())
	settle(t, whole)
	want := pages(t, whole)
	extra := text("extra", "2026-03-02", "Other", "Fire on the Norrholm ferry\n\nThe Norrholm ferry burned in Vestby on Monday, with 240 passengers aboard, Vestlinjen said.")
	rapid.Check(t, func(rt *rapid.T) {
		d := whole.On(memory.New())
		all := rapid.Permutation(ferries()).Draw(rt, "order")
		cut := rapid.IntRange(0, len(all)).Draw(rt, "cut")
		take(t, d, all[:cut])
		if rapid.Bool().Draw(rt, "another comes and goes") {
			take(t, d, []*nutgraf.Item{extra})
			settle(t, d)
			if err := d.Remove(context.Background(), "extra"); err != nil {
				rt.Fatal(err)
			}
		}
		if rapid.Bool().Draw(rt, "settled in between") {
			settle(t, d)
		}
		take(t, d, all[cut:])
		settle(t, d)
		if diff := cmp.Diff(want, pages(t, d)); diff != "" {
			rt.Fatalf("pages (-want +got):\n%s", diff)
		}
	})
}

func TestStoresHoldTheSamePages(t *testing.T) {
	a, b := desk.New(memory.New(), clock), desk.New(onFile(t), clock)
	defer b.Close()
	for _, d := range []*desk.Desk{a, b} {
		take(t, d, ferries())
		settle(t, d)
	}
	if diff := cmp.Diff(jsonOf(t, pages(t, a)), jsonOf(t, pages(t, b))); diff != "" {
		t.Errorf("pages (-memory +sqlite):\n%s", diff)
	}
}

func TestAnotherCaptureIsANewVersion(t *testing.T) {
	store := memory.New()
	d := desk.New(store, clock)
	take(t, d, ferries())
	changed := ferries()[0]
	changed.Body = append(changed.Body, "\n\nThe ferry will sail on Thursday."...)
	taken := take(t, d, []*nutgraf.Item{changed})
	if taken[0].ID != "light-1" || taken[0].Outcome != desk.Changed {
		t.Errorf("taken %+v, want light-1 changed", taken[0])
	}
	f, err := d.Article(context.Background(), "light-1")
	if err != nil || f.Version != 2 {
		t.Errorf("version %d (error %v), want 2", f.Version, err)
	}
}

func TestACollisionOfIdsGetsASuffix(t *testing.T) {
	d := desk.New(memory.New(), clock)
	one, two := text("report", "", "", "The quay of Vestby is closed."), text("report", "", "", "The quay of Eikdal is open.")
	one.Name, one.Derived = "a/report.txt", true
	two.Name, two.Derived = "b/report.txt", true
	ids := func() (out []string) {
		for _, taken := range take(t, d, []*nutgraf.Item{one, two}) {
			out = append(out, taken.ID+" "+string(taken.Outcome))
		}
		return out
	}
	if diff := cmp.Diff([]string{"report new", "report-2 new"}, ids()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"report same", "report-2 same"}, ids()); diff != "" {
		t.Error(diff)
	}
}

func TestARefusedItemLetsTheRestGoOn(t *testing.T) {
	d := desk.New(memory.New(), clock)
	empty := text("empty", "", "", " \n")
	var refused []error
	taken := 0
	err := d.TakeAll(context.Background(), items([]*nutgraf.Item{empty, ferries()[0]}), func(_ desk.Taken, err error) {
		if err != nil {
			refused = append(refused, err)
			return
		}
		taken++
	})
	if err != nil || taken != 1 || len(refused) != 1 || !errors.Is(refused[0], nutgraf.ErrEmpty) {
		t.Errorf("taken %d, refused %v, error %v", taken, refused, err)
	}
}

func TestABookIsNoReport(t *testing.T) {
	d := desk.New(memory.New(), clock)
	long := text("book", "", "", strings.Repeat("The ferry lay on the rocks for a night. ", 30_000))
	if _, err := d.Take(context.Background(), long); !errors.Is(err, nutgraf.ErrTooLarge) {
		t.Errorf("taken, with error %v", err)
	}
}

func TestARunningReportIsNoStory(t *testing.T) {
	d := desk.New(memory.New(), clock)
	live := &nutgraf.Item{ID: "live", Name: "live.html", Media: nutgraf.MediaHTML, Body: []byte(`<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Ferry aground"}</script>
<h1>Ferry aground</h1><p>The ferry lay on the rocks for a night. Her captain told the harbour master that the steering had answered slowly since she left port.</p>`)}
	err := d.TakeAll(context.Background(), items([]*nutgraf.Item{live}), func(_ desk.Taken, err error) {
		if !errors.Is(err, nutgraf.ErrNotArticle) {
			t.Errorf("taken, with error %v", err)
		}
	})
	if err != nil {
		t.Error(err)
	}
}

func TestAnOldStoryLeadsToItsSuccessor(t *testing.T) {
	d := desk.New(memory.New(), clock)
	all := ferries()
	take(t, d, all[1:2])
	settle(t, d)
	old := pages(t, d)[0].ID
	take(t, d, all)
	settle(t, d)
	p, err := d.Story(context.Background(), old)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(p.Articles, func(a nutgraf.PageArticle) bool { return a.ID == "post-1" }) {
		t.Errorf("%s leads to %s, which does not hold post-1", old, p.ID)
	}
}

func TestRefreshMakesAnewWhatOtherCodeMade(t *testing.T) {
	store := memory.New()
	d := desk.New(store, clock)
	take(t, d, ferries())
	settle(t, d)
	before := pages(t, d)
	count := func(all bool) (n int) {
		t.Helper()
		if err := d.Refresh(context.Background(), all, func(int, int, error) { n++ }); err != nil {
			t.Fatal(err)
		}
		settle(t, d)
		return n
	}
	if n := count(false); n != 0 {
		t.Errorf("%d articles made anew by the same code", n)
	}
	old, err := store.Article(context.Background(), "light-1")
	if err != nil {
		t.Fatal(err)
	}
	old.Item.Body, _ = store.Capture(context.Background(), "light-1")
	old.Code, old.Ann = "older", nutgraf.Annotations{}
	if err := store.File(context.Background(), old); err != nil {
		t.Fatal(err)
	}
	if n := count(false); n != 1 {
		t.Errorf("%d articles made anew, want 1", n)
	}
	if n := count(true); n != len(ferries()) {
		t.Errorf("%d articles made anew, want all", n)
	}
	if diff := cmp.Diff(before, pages(t, d)); diff != "" {
		t.Errorf("pages (-before +after):\n%s", diff)
	}
}

// Sketches of another form are not laid beside ours: they are made anew, so that
// the same articles are one story whichever version of the program sketched them.
func TestSketchesOfAnotherFormAreMadeAnew(t *testing.T) {
	store := memory.New()
	d := desk.New(store, clock)
	all := ferries()
	take(t, d, all)
	settle(t, d)
	want := jsonOf(t, pages(t, d))
	f, err := store.Article(t.Context(), all[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	older := *f
	older.Sketch = nutgraf.Sketch{Form: -1, ID: f.Sketch.ID}
	if err := store.File(t.Context(), &older); err != nil {
		t.Fatal(err)
	}
	again := desk.New(store, clock)
	settle(t, again)
	if diff := cmp.Diff(want, jsonOf(t, pages(t, again))); diff != "" {
		t.Error(diff)
	}
}

func TestNothingIsAcknowledgedThatIsNotKept(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	store := onFile(t)
	d := desk.New(store, clock)
	var acknowledged []string
	err := d.TakeAll(ctx, items(ferries()), func(taken desk.Taken, err error) {
		acknowledged = append(acknowledged, taken.ID)
		if len(acknowledged) == 3 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
	for _, id := range acknowledged {
		if _, err := store.Article(context.Background(), id); err != nil {
			t.Errorf("%s was acknowledged: %v", id, err)
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

// sample is the sample newsroom as it comes in.
func sample(t testing.TB) []*nutgraf.Item {
	t.Helper()
	all, err := newsroom.Items()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestTheSampleNewsroomInAnyOrder(t *testing.T) {
	all := sample(t)
	a := desk.New(memory.New(), clock)
	b := a.On(memory.New())
	take(t, a, all)
	settle(t, a)
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	for batch := range slices.Chunk(all, 7) {
		take(t, b, batch)
		settle(t, b)
	}
	if diff := cmp.Diff(pages(t, a), pages(t, b)); diff != "" {
		t.Errorf("pages (-whole +in batches):\n%s", diff)
	}
}

func BenchmarkSampleNewsroomIntoSQLite(b *testing.B) {
	all := sample(b)
	warm := desk.New(memory.New(), clock)
	take(b, warm, all[:1])
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		store := onFile(b)
		b.StartTimer()
		d := warm.On(store)
		take(b, d, all)
		settle(b, d)
		b.StopTimer()
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	b.ReportMetric(float64(len(all)), "articles")
}

func ExampleParseSearch() {
	s, err := desk.ParseSearch(`ferry "in port" insp* speaker:"Åsa Lind" before:2026-03`)
	fmt.Println(s.Words, s.Phrases, s.Speaker, s.Before, err)
	// Output: [ferry insp*] [in port] asa lind 2026-03-01 <nil>
}
