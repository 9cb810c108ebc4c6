package story

import (
	"errors"
	"flag"
	"fmt"
	"iter"
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/bench/clock"
	"nutgraf/internal/lang"
)

func sketcher(t testing.TB) *Sketcher {
	t.Helper()
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func article(id, date, title, text string) *nutgraf.Document {
	return &nutgraf.Document{ID: id, Title: title, Text: text, Published: nutgraf.Published{Value: date}}
}

// newsroom is six reports of four events, all made up.
var newsroom = []*nutgraf.Document{
	article("ferry-1", "2031-04-02", "Brannock Point ferry terminal to close", "The harbour board of Brannock voted to close the ferry terminal at Brannock Point, ending ninety years of crossings to the Skerry Isles. Fishermen gathered outside the hall. Board chair Isolde Marrin said repairs would cost 14 million crowns."),
	article("ferry-2", "2031-04-02", "Board ends Skerry Isles ferry after 90 years", "Ferries to the Skerry Isles will stop after the Brannock harbour board decided to shut the terminal at Brannock Point. Isolde Marrin, who chairs the board, put the cost of repairs at 14 million crowns."),
	article("ferry-3", "2031-04-03", "Islanders protest closing of Brannock terminal", "A day after the harbour board voted to close the Brannock Point ferry terminal, people of the Skerry Isles protested at the pier. Isolde Marrin defended the vote over the 14 million crowns of repairs."),
	article("ferry-4", "2031-07-20", "Skerry Isles sue harbour board", "The Skerry Isles council has sued the Brannock harbour board over last April's closing of the ferry terminal. Isolde Marrin declined to comment on the suit, filed at the Odmark district court."),
	article("apples-1", "2031-04-02", "Apple harvest smallest in ten years", "Growers in the Tarn valley expect their smallest apple harvest in a decade after a late frost. Packing houses in Ulverby may stay shut, said grower Anselm Pike."),
	article("dome-1", "2031-04-03", "Great dome of library under repair", "Reading rooms stay open while the great dome of the Halvard library is repaired, the library service said. Scaffolding rises over the copper roof."),
}

func groups(stories []nutgraf.Story) [][]string {
	var out [][]string
	for _, s := range stories {
		out = append(out, s.Members)
	}
	slices.SortFunc(out, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	return out
}

func TestNewsroom(t *testing.T) {
	sk, g := sketcher(t), NewGrouper()
	for _, d := range newsroom {
		g.Add(sk.Sketch(d, nil, nil))
	}
	stories := g.Settle()
	want := [][]string{{"apples-1"}, {"dome-1"}, {"ferry-1", "ferry-2", "ferry-3"}, {"ferry-4"}}
	if diff := cmp.Diff(want, groups(stories)); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
	saga := map[string]string{}
	for _, s := range stories {
		saga[s.Members[0]] = s.Saga
	}
	if saga["ferry-1"] == "" || saga["ferry-1"] != saga["ferry-4"] || saga["apples-1"] != "" {
		t.Errorf("sagas are %v, want one of the two ferry stories", saga)
	}
	for _, s := range stories {
		if own := SagaOf(&s); own != "g"+s.ID[1:] && own != saga["ferry-1"] {
			t.Errorf("the saga of %s is %s", s.ID, own)
		}
	}
}

func TestExplain(t *testing.T) {
	sk, g := sketcher(t), NewGrouper()
	for _, d := range newsroom {
		g.Add(sk.Sketch(d, nil, nil))
	}
	e, err := g.Explain("ferry-1", "ferry-2")
	if err != nil || !e.SameStory || e.Score < e.Needed || len(e.Reasons) != featureCount || len(e.Shared) == 0 {
		t.Errorf("Explain = %+v, %v", e, err)
	}
	reprint := sk.Sketch(newsroom[0], nil, nil)
	reprint.ID += "-print"
	g.Add(reprint)
	if e, _ := g.Explain(newsroom[0].ID, reprint.ID); !e.Copies || !e.SameStory {
		t.Errorf("Explain of a copy = %+v", e)
	}
	if e, _ := g.Explain("ferry-1", "ferry-4"); e.SameStory || !e.SameSaga || !e.Apart {
		t.Errorf("Explain of the follow-up = %+v", e)
	}
	for _, a := range newsroom {
		for _, b := range newsroom {
			e, err := g.Explain(a.ID, b.ID)
			if err != nil || !e.Copies && e.SameStory != (e.Mean >= e.Needed) {
				t.Errorf("Explain(%s, %s) gives no reason: %+v, %v", a.ID, b.ID, e, err)
			}
		}
	}
	if _, err := g.Explain("ferry-1", "nowhere"); !errors.Is(err, nutgraf.ErrNotFound) {
		t.Errorf("Explain of an unknown article: %v", err)
	}
}

func TestCopiesAndSeries(t *testing.T) {
	sk, g := sketcher(t), NewGrouper()
	again := *newsroom[0]
	again.ID, again.Published.Value = "ferry-1-print", "2031-04-05"
	g.Add(sk.Sketch(newsroom[0], nil, nil))
	g.Add(sk.Sketch(&again, nil, nil))
	other := *newsroom[0]
	other.ID, other.Outlet, other.Title = "ferry-1-wire", "Tarn Valley Post", "After 90 years: 7 things to know of the last boat to Skerry"
	g.Add(sk.Sketch(&other, nil, nil))
	weather := "Day %d of the Tarn valley regatta brought light wind from the west at %d knots, a calm sea off Ulverby and clear skies until the evening, the harbour master said."
	g.Add(sk.Sketch(article("day-2", "2031-06-02", "Regatta, day 2", fmt.Sprintf(weather, 2, 8)), nil, nil))
	g.Add(sk.Sketch(article("day-3", "2031-06-03", "Regatta, day 3", fmt.Sprintf(weather, 3, 11)), nil, nil))
	stories := g.Settle()
	want := [][]string{{"day-2"}, {"day-3"}, {"ferry-1", "ferry-1-wire", "ferry-1-print"}}
	if diff := cmp.Diff(want, groups(stories)); diff != "" {
		t.Errorf("stories (-want +got):\n%s", diff)
	}
	for _, s := range stories {
		if s.Members[0] == "ferry-1" && !cmp.Equal(s.Copies, want[2:]) {
			t.Errorf("copies are %v", s.Copies)
		}
	}
}

// sketch draws a sketch from a small vocabulary, so that sketches resemble
// each other.
func sketch(t *rapid.T, sk *Sketcher, id string) nutgraf.Sketch {
	words := strings.Fields("harbour ferry board vote closing Brannock Skerry Marrin frost apple Tarn Ulverby dome library copper court suit 14 90 the of a said")
	text := func(label string, n int) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, n).Draw(t, label), " ")
	}
	date := rapid.SampledFrom([]string{"", "2031-04-01", "2031-04-02", "2031-04-09", "2031-06-30"}).Draw(t, "date")
	return sk.Sketch(article(id, date, text("title", 6), text("text", 60)), nil, nil)
}

func TestOrderOfArrivalDoesNotMatter(t *testing.T) {
	sk := sketcher(t)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "articles")
		sketches := make([]nutgraf.Sketch, n)
		batch := NewGrouper()
		for i := range sketches {
			sketches[i] = sketch(t, sk, fmt.Sprintf("a%02d", i))
			batch.Add(sketches[i])
		}
		want := batch.Settle()
		trickle := NewGrouper()
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 7))
		extra := sketch(t, sk, "extra")
		trickle.Add(extra)
		for _, i := range rng.Perm(n) {
			trickle.Add(sketches[i])
			if rng.IntN(4) == 0 {
				trickle.Settle()
			}
		}
		trickle.Remove("extra")
		if diff := cmp.Diff(want, trickle.Settle()); diff != "" {
			t.Fatalf("in one batch and trickling differ:\n%s", diff)
		}
		members := 0
		for _, s := range want {
			members += len(s.Members)
		}
		if members != n {
			t.Fatalf("%d articles in stories, want %d", members, n)
		}
	})
}

// TestSettlingAgain: what a grouper keeps from settling to settling changes
// nothing: it ends as one that was given all at once.
func TestSettlingAgain(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	sketches := stream(t, 1200)
	for i := range sketches {
		s := &sketches[i]
		s.Day = 20000 + (s.Day-20000)*9 // twelve days become a hundred
		if rng.IntN(30) == 0 {
			s.Day = nutgraf.NoDay
		}
		for k := range s.Terms[:20] {
			s.Pairs = append(s.Pairs, nutgraf.WordPair{Hash: termHash(s.Terms[k].Text), Rarity: 200})
		}
		for k := range 24 {
			s.Prints = append(s.Prints, mix(uint64(i*24+k)))
		}
		if i > 0 && rng.IntN(8) == 0 {
			s.Prints = sketches[rng.IntN(i)].Prints
		}
		slices.Sort(s.Prints)
	}
	rng.Shuffle(len(sketches), func(i, j int) { sketches[i], sketches[j] = sketches[j], sketches[i] })
	kept, held := NewGrouper(), map[string]nutgraf.Sketch{}
	for len(sketches) > 0 {
		n := min(len(sketches), 1+rng.IntN(200))
		for _, s := range sketches[:n] {
			kept.Add(s)
			held[s.ID] = s
		}
		sketches = sketches[n:]
		for _, id := range slices.Sorted(maps.Keys(held))[:rng.IntN(3)] {
			kept.Remove(id)
			delete(held, id)
		}
		anew := NewGrouper()
		for _, s := range held {
			anew.Add(s)
		}
		if got, want := kept.Settle(), anew.Settle(); !reflect.DeepEqual(got, want) {
			t.Fatalf("with %d articles: settled again %d stories, settled anew %d, not the same", len(held), len(got), len(want))
		}
	}
}

func TestSketchIsTheSameWithFindings(t *testing.T) {
	sk := sketcher(t)
	for _, d := range newsroom {
		with := sk.Sketch(d, &nutgraf.Segments{}, &nutgraf.Annotations{Published: nutgraf.Published{Value: "1999-05-05"}})
		if diff := cmp.Diff(sk.Sketch(d, nil, nil), with); diff != "" {
			t.Errorf("%s: %s", d.ID, diff)
		}
	}
}

// TestBadInput: bounded time, and no story that swallows the rest.
func TestBadInput(t *testing.T) {
	sk, g := sketcher(t), NewGrouper()
	for i := range 1000 {
		copyOf := *newsroom[0]
		copyOf.ID = fmt.Sprintf("copy-%d", i)
		g.Add(sk.Sketch(&copyOf, nil, nil))
		g.Add(sk.Sketch(article(fmt.Sprintf("one-%d", i), "", "", "Closed"), nil, nil))
		g.Add(sk.Sketch(article(fmt.Sprintf("empty-%d", i), "9999-12-31", "", ""), nil, nil))
	}
	g.Add(sk.Sketch(article("long", "2031-04-02", "", strings.Repeat(newsroom[4].Text+" ", 1<<20/len(newsroom[4].Text))), nil, nil))
	start := time.Now()
	largest := 0
	for _, s := range g.Settle() {
		largest = max(largest, len(s.Members)-max(0, copiesIn(s)-1))
	}
	if largest > 1 {
		t.Errorf("a story of %d texts, want none of more than one", largest)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("settling took %v", took)
	}
}

func copiesIn(s nutgraf.Story) (n int) {
	for _, c := range s.Copies {
		n += len(c)
	}
	return n
}

func FuzzSketch(f *testing.F) {
	f.Add("Title", "U.S. forces’ naïve 1,200 men's “quote” d'Été 3.5.")
	f.Add("", "\xc3\x28 a.b.c.")
	f.Fuzz(func(t *testing.T, title, text string) {
		if !utf8.ValidString(text) || !utf8.ValidString(title) {
			return // intake hands on valid UTF-8 only
		}
		s := sketcher(t).Sketch(article("x", "", title, text), nil, nil)
		for _, term := range s.Terms {
			if !utf8.ValidString(term.Text) || term.Text == "" {
				t.Errorf("term %q", term.Text)
			}
		}
		g := NewGrouper()
		g.Add(s)
		if len(g.Settle()) != 1 {
			t.Error("an article is not in a story")
		}
	})
}

func BenchmarkSketch(b *testing.B) {
	sk := sketcher(b)
	d := article("x", "2031-04-02", newsroom[0].Title, strings.Repeat(newsroom[0].Text+" "+newsroom[4].Text+" ", 12))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		sk.Sketch(d, nil, nil)
	}
}

// stream makes n sketches of made-up news or a few more: events of a few reports
// each, over as many days as there are hundreds of articles.
func stream(b testing.TB, n int) []nutgraf.Sketch {
	b.Helper()
	return slices.Collect(made(n))
}

func made(n int) iter.Seq[nutgraf.Sketch] {
	rng := rand.New(rand.NewPCG(3, 4))
	pick := func(k int) nutgraf.Term {
		w := int(float64(k) * rng.Float64() * rng.Float64())
		return nutgraf.Term{Text: fmt.Sprintf("%c%04x", 'a'+w%26, w), Weight: uint8(22 + rng.IntN(60)), Rarity: uint8(40 + w*180/k), Zone: nutgraf.TermZone(rng.IntN(8))}
	}
	return func(yield func(nutgraf.Sketch) bool) {
		for out := 0; out < n; {
			var event []nutgraf.Term
			for range 40 {
				event = append(event, pick(60000))
			}
			day := nutgraf.Day(20000 + out/100)
			for range 1 + int(rng.ExpFloat64()*1.5) {
				s := nutgraf.Sketch{Form: Form, ID: fmt.Sprintf("n%07d", out), Day: day + nutgraf.Day(rng.IntN(3)), Words: 600}
				for range 60 {
					s.Terms = append(s.Terms, pick(60000))
				}
				for _, t := range event {
					if rng.IntN(3) > 0 {
						s.Terms = append(s.Terms, t)
					}
				}
				slices.SortFunc(s.Terms, func(x, y nutgraf.Term) int { return strings.Compare(x.Text, y.Text) })
				s.Terms = slices.CompactFunc(s.Terms, func(x, y nutgraf.Term) bool { return x.Text == y.Text })
				out++
				if !yield(s) {
					return
				}
			}
		}
	}
}

var settleSizes = flag.String("settle", "1000,10000", "how many `ARTICLES` BenchmarkSettle settles, with commas between")

// BenchmarkSettle settles made-up streams from nothing. What it reports is the
// processor's time, without that of making the sketches, and the memory that the
// grouper holds in the end.
func BenchmarkSettle(b *testing.B) {
	for size := range strings.SplitSeq(*settleSizes, ",") {
		n, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(size, func(b *testing.B) {
			var took time.Duration
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			var g *Grouper
			for b.Loop() {
				g = NewGrouper()
				add := func(sketches []nutgraf.Sketch) {
					begun := clock.Processor()
					for _, s := range sketches {
						g.Add(s)
					}
					took += clock.Processor() - begun
				}
				var batch []nutgraf.Sketch
				for s := range made(n) {
					if batch = append(batch, s); len(batch) == 1000 {
						add(batch)
						batch = batch[:0]
					}
				}
				add(batch)
				begun := clock.Processor()
				g.Settle()
				took += clock.Processor() - begun
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(took.Microseconds())/float64(b.N*n), "us/article")
			b.ReportMetric(float64(n*b.N)/took.Seconds(), "articles/s")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(n), "B/article")
			runtime.KeepAlive(g)
		})
	}
}

// BenchmarkTrickle adds fifty articles of the last day to those of two hundred.
func BenchmarkTrickle(b *testing.B) {
	const held, more = 20000, 50
	sketches := stream(b, held+more)
	g := NewGrouper()
	for _, s := range sketches[:held] {
		g.Add(s)
	}
	g.Settle()
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range sketches[held:] {
			g.Add(s)
		}
		g.Settle()
	}
}

// TestRegionTellsLittle: the name of a paper's own town, which the language's
// news does not know, stands in all it writes; a word that the news knows keeps
// its rarity however much of what is held is about it.
func TestRegionTellsLittle(t *testing.T) {
	town := cardTerm{hash: 1, weight: 60, rarity: 240, zone: nutgraf.IsName}
	known := cardTerm{hash: 2, weight: 60, rarity: 120}
	masthead := cardTerm{hash: termHash("courier"), weight: 60, rarity: 120}
	held := func(stories int) *holdings {
		h := newHoldings()
		for range stories {
			h.count([]*card{{outlet: "Harbour Courier", terms: []cardTerm{town, known, masthead}}}, 1)
		}
		return h
	}
	one, many := held(1), held(48)
	if a, b := one.pull(town), many.pull(town); 20*b > a {
		t.Errorf("a town's name pulls %d in one story, %d when it is in all of 48", a, b)
	}
	if a, b := one.pull(known), many.pull(known); a != b {
		t.Errorf("a known word pulls %d in one story, %d when it is in all of 48", a, b)
	}
	if a, b := many.pull(known), many.pull(masthead); 4*b > a {
		t.Errorf("a word of the outlet's name pulls %d, another %d", b, a)
	}
}

// TestTrialGroupsAlike: what is tried is what will be.
func TestTrialGroupsAlike(t *testing.T) {
	g, sketches := NewGrouper(), stream(t, 300)
	for _, s := range sketches {
		g.Add(s)
	}
	found := g.stories()
	if diff := cmp.Diff(members(found.stories, found.places), NewTrial(sketches).Stories(Shipped(), 0)[0]); diff != "" {
		t.Errorf("stories, and stories on trial:\n%s", diff)
	}
}
