package reuse

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
)

const (
	harbour = "The harbour board voted on Tuesday to close the old ferry terminal at Brannock Point, ending ninety years of crossings to the outer islands. Fishermen gathered outside the hall with lanterns while the vote was read aloud."
	orchard = "Apple growers in the valley expect their smallest harvest since the frost of the previous decade, and several packing houses will not open their gates this autumn."
	short   = "The mayor of Quill will open the new bridge across the northern channel on Friday"
	council = "A spokeswoman for the library service explained that the reading rooms would stay open during the repair of the great dome."
)

func names() *outlet.Names {
	pack, err := lang.Load("en")
	if err != nil {
		panic(err)
	}
	return outlet.New(pack)
}

func find(articles ...Article) []nutgraf.SharedText {
	f := NewFinder(names())
	for _, a := range articles {
		f.Add(a)
	}
	return f.Passages()
}

func TestPassages(t *testing.T) {
	edited := strings.NewReplacer("voted on Tuesday to close", "decided to close", "ninety years of", "ninety long years of").Replace(harbour)
	tests := []struct {
		name, a, b string
		kind       string
		want       string // words of the passage in a; "" for none
	}{
		{"verbatim", orchard + "\n\n" + harbour, harbour + "\n\n" + council, "verbatim", harbour},
		{"edited", orchard + "\n\n" + harbour, edited + "\n\n" + council, "edited", harbour},
		{"other marks", "“" + council + "”", "\"" + strings.ReplaceAll(council, "library service", "library  service") + "\"", "quotation", council},
		{"nothing", orchard, council, "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := find(Article{ID: "a", Day: nutgraf.NoDay, Text: tt.a}, Article{ID: "b", Day: nutgraf.NoDay, Text: tt.b})
			if tt.want == "" {
				if len(got) != 0 {
					t.Fatalf("found %v, want nothing", got)
				}
				return
			}
			if len(got) != 1 || !strings.Contains(got[0].Src.Text, tt.want[:60]) || got[0].Kind != tt.kind {
				t.Fatalf("got %+v, want one %s passage %q", got, tt.kind, tt.want)
			}
		})
	}
}

// credited is an article of the Valley Post that credits the Brannock Herald
// where its text names it.
func credited(kind nutgraf.CreditKind, text string) Article {
	i := strings.Index(text, "Brannock Herald")
	c := nutgraf.Credit{Kind: kind, Outlet: "Brannock Herald", Span: nutgraf.Span{Start: i, End: i + len("Brannock Herald")}, Scope: nutgraf.OneSentence}
	if kind == nutgraf.CreditSourceLine || kind == nutgraf.CreditFirstReported {
		c.Scope = nutgraf.WholeArticle
	}
	return Article{Outlet: "Valley Post", Text: text, Credits: func() []nutgraf.Credit { return []nutgraf.Credit{c} }}
}

func TestDirection(t *testing.T) {
	day := nutgraf.DayDate(2031, 4, 2)
	long := harbour + "\n\n" + orchard + "\n\n" + council
	tests := []struct {
		name string
		a, b Article
		want string
	}{
		{"credit", Article{Outlet: "The Brannock Herald", Text: orchard + " " + harbour}, credited(nutgraf.CreditReported, "As the Brannock Herald reported, "+harbour+" "+council), "src"},
		{"credit of another matter", Article{Outlet: "Brannock Herald", Text: orchard + " " + harbour}, credited(nutgraf.CreditReported, "The Brannock Herald reported as much. "+strings.Repeat(council+" ", 3)+harbour), "unknown"},
		{"credit for the whole", Article{Outlet: "Brannock Herald", Text: orchard + " " + harbour}, credited(nutgraf.CreditSourceLine, harbour+strings.Repeat(" "+council, 4)+" From the Brannock Herald."), "src"},
		{"who had the news first", Article{Outlet: "Brannock Herald", Text: orchard + " " + harbour}, credited(nutgraf.CreditFirstReported, harbour+strings.Repeat(" "+council, 4)+" The Brannock Herald had it first."), "unknown"},
		{"credit beside a short passage", Article{Outlet: "Brannock Herald", Text: orchard + " " + short}, credited(nutgraf.CreditReported, "The Brannock Herald has more. "+short+" "+council), "unknown"},
		{"credit within a short passage", Article{Outlet: "Brannock Herald", Text: orchard + " " + short + ", the mayor told the Brannock Herald."}, credited(nutgraf.CreditTold, short+", the mayor told the Brannock Herald. "+council), "src"},
		{"wire", Article{Outlet: "Valley Post", Text: council + " " + harbour}, Article{Outlet: "Reuters", Text: harbour + " " + orchard}, "dst"},
		{"wire, a quotation", Article{Outlet: "Valley Post", Text: council + " “" + harbour + "”"}, Article{Outlet: "Reuters", Text: "“" + harbour + "” " + orchard}, "unknown"},
		{"wire, a short passage", Article{Outlet: "Valley Post", Text: council + " " + short}, Article{Outlet: "Reuters", Text: short + " " + orchard}, "unknown"},
		{"containment", Article{Text: harbour}, Article{Text: long}, "dst"},
		{"dates", Article{Day: day, Text: council + " " + harbour}, Article{Day: day - 1, Text: harbour + " " + orchard}, "dst"},
		{"dates far apart", Article{Day: day, Text: council + " " + harbour}, Article{Day: day - 90, Text: harbour + " " + orchard}, "unknown"},
		{"dates of what a third is credited with", Article{Outlet: "Ashby Post", Day: day, Text: council + " " + harbour}, onDay(day-1, credited(nutgraf.CreditTold, "Anglers told the Brannock Herald as much. "+harbour+" "+orchard)), "unknown"},
		{"dates with a third outlet elsewhere", Article{Outlet: "Ashby Post", Day: day, Text: council + " " + harbour}, onDay(day-1, credited(nutgraf.CreditTold, harbour+" "+strings.Repeat(orchard+" ", 3)+"Anglers told the Brannock Herald of pike.")), "dst"},
		{"nothing", Article{Text: council + " " + harbour}, Article{Text: harbour + " " + orchard}, "unknown"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.a.ID, tt.b.ID = "a", "b"
			if tt.a.Day == 0 {
				tt.a.Day, tt.b.Day = nutgraf.NoDay, nutgraf.NoDay
			}
			got := find(tt.a, tt.b)
			if len(got) != 1 || got[0].Direction != tt.want || got[0].Why == "" {
				t.Fatalf("got %+v, want one passage from %s", got, tt.want)
			}
		})
	}
}

func onDay(day nutgraf.Day, a Article) Article {
	a.Day = day
	return a
}

// Two articles that tell of other things have a passage from the third, whose
// matter it is: they are not linked with each other.
func TestCopiesAreLinkedThroughWhereThePassageIsAtHome(t *testing.T) {
	got := find(
		Article{ID: "apples", Day: nutgraf.NoDay, Text: orchard + " " + harbour},
		Article{ID: "ferry", Day: nutgraf.NoDay, Text: "The last ferry left Brannock Point at dusk. " + harbour + " The terminal had carried islanders and fishermen across since the board was founded; the vote was close."},
		Article{ID: "library", Day: nutgraf.NoDay, Text: harbour + " " + council},
	)
	var pairs []string
	for _, p := range got {
		pairs = append(pairs, p.Src.Doc+" "+p.Dst.Doc)
	}
	if diff := cmp.Diff([]string{"apples ferry", "ferry library"}, pairs); diff != "" {
		t.Error(diff)
	}
}

func TestBoilerplateIsLeftOut(t *testing.T) {
	var articles []Article
	for i := range 6 {
		text := fmt.Sprintf("Report number %d on matters of the town of Quill%d.\n\n%s", i, i*7, council)
		articles = append(articles, Article{ID: fmt.Sprint(i), Outlet: "Valley Post", Day: nutgraf.NoDay, Text: text})
	}
	if got := find(articles...); len(got) != 0 {
		t.Errorf("found %d passages, want none: the last paragraph recurs in every article of the outlet", len(got))
	}
}

func TestFindWithinStory(t *testing.T) {
	a := &nutgraf.Document{ID: "a", Text: harbour}
	b := &nutgraf.Document{ID: "b", Text: "It was said at night. Fishermen gathered outside the hall with lanterns, we hear."}
	got := Find([]nutgraf.Member{{Doc: a}, {Doc: b}}, nil, names())
	if len(got) != 1 || got[0].Src.Text != "Fishermen gathered outside the hall with lanterns" {
		t.Errorf("got %+v", got)
	}
}

// TestFurnitureIsNoSharedPassage keeps what two pages of one outlet say around their
// articles out of what the articles share.
func TestFurnitureIsNoSharedPassage(t *testing.T) {
	const plea = "Have the news of the harbour sent to you before breakfast. By signing up, you agree to our terms and to our tides."
	doc := func(id, text string, kind nutgraf.BlockKind) *nutgraf.Document {
		full := text + "\n\n" + plea
		return &nutgraf.Document{ID: id, Text: full, Blocks: []nutgraf.Block{
			{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}, {Kind: kind, Span: nutgraf.Span{Start: len(text) + 2, End: len(full)}},
		}}
	}
	for kind, want := range map[nutgraf.BlockKind]int{nutgraf.Promo: 0, nutgraf.Tail: 0, nutgraf.Paragraph: 1} {
		if got := Find([]nutgraf.Member{{Doc: doc("a", orchard, kind)}, {Doc: doc("b", council, kind)}}, nil, names()); len(got) != want {
			t.Errorf("%s: %d passages, want %d", kind, len(got), want)
		}
	}
}

// words draws a text from a small vocabulary, so that texts share runs.
func words(t *rapid.T, label string) string {
	vocabulary := strings.Fields("harbour lantern the of votes mayor “said” bridges naïve and to crossing. 1,200 quiet storm’s glass")
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(vocabulary), 0, 120).Draw(t, label), " ")
}

// TestStorysPassagesHoldOnlyWhatIsShared reads two reports of which one leaves out what
// stands between two passages, and of which both go on with a word alike.
func TestStorysPassagesHoldOnlyWhatIsShared(t *testing.T) {
	const ashore = "Divers brought the bell of the Saint Brona ashore before noon"
	members := []nutgraf.Member{
		{Doc: &nutgraf.Document{ID: "a", Text: short + ".\n\nNobody took questions on the quay that day, and the band had gone home.\n\n" + ashore + ".\n\nThe end came late."}},
		{Doc: &nutgraf.Document{ID: "b", Text: short + ". " + ashore + ".\n\nThe crowd had left."}},
	}
	var got []string
	for _, p := range Find(members, nil, names()) {
		got = append(got, p.Src.Text)
	}
	if diff := cmp.Diff([]string{short + ".", ashore + "."}, got); diff != "" {
		t.Error(diff)
	}
}

func TestProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "articles")
		articles := make([]Article, n)
		text := map[string]string{}
		for i := range articles {
			articles[i] = Article{ID: fmt.Sprint("x", i), Day: nutgraf.Day(rapid.IntRange(0, 3).Draw(t, "day")), Text: words(t, "text")}
			text[articles[i].ID] = articles[i].Text
		}
		got := find(articles...)
		for _, p := range got {
			for _, c := range []nutgraf.Cite{p.Src, p.Dst} {
				whole := text[c.Doc]
				if c.Span.Start < 0 || c.Span.End > len(whole) || c.Span.IsZero() || c.Text != c.Span.Of(whole) || !utf8.ValidString(c.Text) {
					t.Fatalf("bad span in %+v", c)
				}
			}
		}
		rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)).Shuffle(n, func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
		if diff := cmp.Diff(got, find(articles...)); diff != "" {
			t.Fatalf("order of arrival matters: %s", diff)
		}
	})
}

func TestThousandCopies(t *testing.T) {
	var articles []Article
	for i := range 1000 {
		articles = append(articles, Article{ID: fmt.Sprintf("c%04d", i), Day: nutgraf.NoDay, Text: harbour})
	}
	if got := find(articles...); len(got) != 999 {
		t.Errorf("found %d passages, want 999: each copy with one other", len(got))
	}
}

// TestHostile: long repetitive texts take bounded time.
func TestHostile(t *testing.T) {
	texts := []string{
		strings.Repeat("lantern harbour ferry island ", 30000),
		strings.Repeat("lantern harbour ferry island ", 20000),
		strings.Repeat("lantern harbour ferry island, ", 3) + strings.Repeat("\"", 50000),
		strings.Repeat("lantern harbour ferry island mayor ", 5000),
	}
	var articles []Article
	for i, text := range texts {
		articles = append(articles, Article{ID: fmt.Sprint(i), Day: nutgraf.NoDay, Text: text})
	}
	start := time.Now()
	find(articles...)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzPassages(f *testing.F) {
	f.Add(harbour, council+harbour)
	f.Add("''''’’ a b c d e f g h a b c d e f g h", strings.Repeat("a b c d ", 300))
	f.Fuzz(func(t *testing.T, a, b string) {
		if !utf8.ValidString(a) || !utf8.ValidString(b) {
			t.Skip("intake hands on valid UTF-8 only")
		}
		find(Article{ID: "a", Day: nutgraf.NoDay, Text: a}, Article{ID: "b", Day: nutgraf.NoDay, Text: b})
	})
}

func BenchmarkPassages(b *testing.B) {
	rng := rand.New(rand.NewPCG(1, 2))
	var vocabulary []string
	for range 20000 {
		w := make([]byte, 3+rng.IntN(7))
		for i := range w {
			w[i] = byte('a' + rng.IntN(26))
		}
		vocabulary = append(vocabulary, string(w))
	}
	f, size := NewFinder(names()), 0
	var last string
	for i := range 500 {
		parts := make([]string, 900)
		for j := range parts {
			parts[j] = vocabulary[int(float64(len(vocabulary))*rng.Float64()*rng.Float64())]
		}
		text := strings.Join(slices.Concat(parts, strings.Fields(last)[:min(60, len(strings.Fields(last)))]), " ")
		f.Add(Article{ID: fmt.Sprint(i), Day: nutgraf.NoDay, Text: text})
		size += len(text)
		last = text
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		f.Passages()
	}
}

// A page's date that the story refutes gives no direction.
func TestARefutedDateGivesNoDirection(t *testing.T) {
	text := harbour + " " + orchard
	members := make([]nutgraf.Member, 2)
	for i := range members {
		d := &nutgraf.Document{ID: fmt.Sprint(i), Text: text, Blocks: []nutgraf.Block{{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(text)}}}}
		members[i] = nutgraf.Member{Doc: d, Ann: &nutgraf.Annotations{Published: nutgraf.Published{Value: fmt.Sprintf("2020-01-0%d", i+1)}}}
	}
	firm := func(firm bool) []nutgraf.DateRange {
		return []nutgraf.DateRange{{From: nutgraf.DayDate(2020, 1, 1), To: nutgraf.DayDate(2020, 1, 1), Firm: firm}, {From: nutgraf.DayDate(2020, 1, 2), To: nutgraf.DayDate(2020, 1, 2), Firm: true}}
	}
	for believed, want := range map[bool]string{true: "src", false: "unknown"} {
		for _, s := range Find(members, firm(believed), names()) {
			if s.Direction != want {
				t.Errorf("believed %v: direction %s, want %s", believed, s.Direction, want)
			}
		}
	}
}

// TestDirectionWithinStory: the earlier of two reports of one event is where a passage comes
// from when it is copied, and the two do not both credit one outlet besides.
func TestDirectionWithinStory(t *testing.T) {
	retold := strings.NewReplacer("voted on Tuesday to close", "said it would shut", "ending ninety years of", "which puts an end to ninety long years of",
		"gathered outside the hall with lanterns", "stood before the doors with lanterns").Replace(harbour)
	wire := nutgraf.Credit{Kind: nutgraf.CreditTold, Outlet: "Reuters", Span: nutgraf.Span{Start: 0, End: 4}}
	for name, c := range map[string]struct {
		later   string
		credits []nutgraf.Credit
		want    string
	}{
		"copied":                {harbour, nil, "src"},
		"told in other words":   {retold, nil, "unknown"},
		"both credit an agency": {harbour, []nutgraf.Credit{wire}, "unknown"},
	} {
		member := func(id, outlet, text string) nutgraf.Member {
			return nutgraf.Member{Doc: &nutgraf.Document{ID: id, Outlet: outlet, Text: text}, Ann: &nutgraf.Annotations{Credits: c.credits}}
		}
		long := strings.Repeat(orchard+"\n\n", 4) // so that neither lies in the other
		a, b := member("a", "Valley Post", long+harbour), member("b", "Harbour Times", strings.Repeat(council+"\n\n", 8)+c.later)
		day := func(d nutgraf.Day) nutgraf.DateRange { return nutgraf.DateRange{From: d, To: d, Firm: true} }
		got := Find([]nutgraf.Member{a, b}, []nutgraf.DateRange{day(100), day(101)}, names())
		if len(got) != 1 || got[0].Direction != c.want {
			t.Errorf("%s: %+v", name, got)
		}
	}
}
