// Package storetest is the conformance suite that every store passes. A case
// that one store needs is a case here, for all of them.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"nutgraf"
	"nutgraf/internal/desk"
	"nutgraf/internal/fold"
)

// Run runs the suite. open returns a new, empty store.
func Run(t *testing.T, open func(t *testing.T) desk.Store) {
	cases := []struct {
		name string
		test func(t *testing.T, s desk.Store)
	}{
		{"an article comes back as it was filed", articleComesBack},
		{"a new capture takes the place of the old one", newVersion},
		{"a withdrawn article is gone", withdrawn},
		{"a withheld article is shown nowhere until it is released", withheld},
		{"what is not held is not found", notFound},
		{"articles are listed by id, outlet and story", articlesListed},
		{"articles of other code are outdated", outdated},
		{"sketches come back by id", sketches},
		{"filing leaves stories waiting until they are settled", pending},
		{"a story's page comes back as it was settled", pageComesBack},
		{"an old id leads to its successor", redirects},
		{"stories are chosen by the filter and ordered", storiesChosen},
		{"sagas are listed, the latest first", sagas},
		{"a search finds paragraphs", searches},
		{"a search asks for speakers and addressees", searchesSpeech},
		{"a search asks for people, places, numbers and differences", searchesFindings},
		{"a withdrawn or changed article is not found by its old words", searchForgets},
		{"utterances are found by parts of a speaker's name", utterances},
		{"utterances are found by whom they name", utterancesAbout},
		{"the first filing of many is as good as the last", manyArticles},
		{"subscriptions come, change and go", subscriptions},
		{"what a server said of a capture stays with it", webComesBack},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			t.Cleanup(func() {
				if err := s.Close(); err != nil {
					t.Errorf("close: %v", err)
				}
			})
			c.test(t, s)
		})
	}
}

// Filed builds an article of two paragraphs with a quotation in the second.
func Filed(id, outlet, date, first, quoted, speaker, told string) *nutgraf.Filed {
	second := fmt.Sprintf("“%s,” %s told %s.", quoted, speaker, told)
	text := first + "\n\n" + second
	at := nutgraf.Span{Start: len(first) + 2, End: len(text)}
	doc := nutgraf.Document{
		ID: id, URL: "https://" + id + ".example/", Outlet: outlet, Lang: "en", Text: text, Title: "Title of " + id,
		Blocks: []nutgraf.Block{
			{Kind: nutgraf.Paragraph, Span: nutgraf.Span{End: len(first)}},
			{Kind: nutgraf.Paragraph, Span: at},
		},
		Published: nutgraf.Published{Value: date, Source: nutgraf.DateGiven, Confidence: 0.9},
		Notes:     []nutgraf.Note{{Code: "test", Text: "a note"}},
	}
	ann := nutgraf.Annotations{
		Published: doc.Published,
		Sentences: []nutgraf.Sentence{{Span: doc.Blocks[0].Span}, {Span: at, Block: 1, First: 3, Last: 9}},
		Entities:  []nutgraf.Entity{{Type: nutgraf.Person, Name: speaker, Aliases: []string{"X"}}},
		Quotes: []nutgraf.Quote{{
			Span: nutgraf.Span{Start: at.Start, End: at.Start + len(quoted) + 7}, Kind: nutgraf.Direct,
			Name: speaker, AddresseeName: told, When: -1, Confidence: 0.5,
		}},
		Times: []nutgraf.When{{Type: nutgraf.DateType, Value: "XXXX-04-24", From: nutgraf.NoDay, To: nutgraf.NoDay}},
	}
	return &nutgraf.Filed{
		Item:  nutgraf.Item{ID: id, Name: id + ".txt", URL: doc.URL, Media: nutgraf.MediaText, Body: []byte(text)},
		Stamp: "stamp of " + id, Doc: doc, Ann: ann, Code: "code 1", Version: 1,
		Sketch: nutgraf.Sketch{ID: id, Outlet: outlet, Day: doc.Published.Day(), Words: 9, Prints: []uint64{1 << 63, 2}},
		Taken:  time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
	}
}

func sample(id string) *nutgraf.Filed {
	return Filed(id, "The Harbour Light", "2026-03-0"+id[len(id)-1:],
		"The ferry to Norrholm stays in port for a café owner’s third winter.", "We will sail again", "Åsa Lind", "the Light")
}

func file(t *testing.T, s desk.Store, fs ...*nutgraf.Filed) {
	t.Helper()
	if err := s.File(context.Background(), fs...); err != nil {
		t.Fatal(err)
	}
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func wantNotFound(t *testing.T, what string, err error) {
	t.Helper()
	if !errors.Is(err, nutgraf.ErrNotFound) {
		t.Errorf("%s: error %v, want one that wraps ErrNotFound", what, err)
	}
}

func articleComesBack(t *testing.T, s desk.Store) {
	ctx, f := context.Background(), sample("a1")
	file(t, s, f)
	want := *f
	want.Item.Body, want.Arrived = nil, f.Taken
	same(t, "article", &want, must[*nutgraf.Filed](t)(s.Article(ctx, "a1")))
	same(t, "document", &f.Doc, must[*nutgraf.Document](t)(s.Document(ctx, "a1")))
	same(t, "capture", f.Item.Body, must[[]byte](t)(s.Capture(ctx, "a1")))
	stamp := nutgraf.Stamp{Digest: f.Stamp, URL: f.Item.URL, Name: f.Item.Name, Code: f.Code, Version: 1}
	same(t, "stamp", stamp, must[nutgraf.Stamp](t)(s.Stamp(ctx, "a1")))
	same(t, "counts", nutgraf.Counts{Articles: 1}, must[nutgraf.Counts](t)(s.Counts(ctx)))
}

func newVersion(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"))
	f := Filed("a1", "Other", "2026-04-01", "All new.", "Quite so", "Jon Berg", "us")
	f.Version, f.Stamp, f.Taken = 2, "another stamp", f.Taken.Add(time.Hour)
	file(t, s, f)
	got := must[*nutgraf.Filed](t)(s.Article(ctx, "a1"))
	same(t, "text", f.Doc.Text, got.Doc.Text)
	same(t, "version", 2, got.Version)
	same(t, "taken", f.Taken, got.Taken)
	same(t, "first taken", f.Taken.Add(-time.Hour), got.Arrived)
	same(t, "capture", f.Item.Body, must[[]byte](t)(s.Capture(ctx, "a1")))
	same(t, "counts", nutgraf.Counts{Articles: 1}, must[nutgraf.Counts](t)(s.Counts(ctx)))
}

func withdrawn(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("a2"))
	if err := s.Withdraw(ctx, "a1"); err != nil {
		t.Fatal(err)
	}
	_, err := s.Article(ctx, "a1")
	wantNotFound(t, "article", err)
	_, err = s.Capture(ctx, "a1")
	wantNotFound(t, "capture", err)
	wantNotFound(t, "withdraw twice", s.Withdraw(ctx, "a1"))
	// a2 was captured with the very same bytes.
	same(t, "capture of the other", sample("a2").Item.Body, must[[]byte](t)(s.Capture(ctx, "a2")))
}

func withheld(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("a2"))
	all := nutgraf.Search{Words: strings.Fields(fold.String(sample("a1").Doc.Text))[:2]}
	shown := func(want ...string) {
		t.Helper()
		var ids, sketched, found []string
		for _, l := range must[[]nutgraf.ArticleLine](t)(s.Articles(ctx, nutgraf.ArticleFilter{})) {
			ids = append(ids, l.ID)
		}
		for k, err := range s.Sketches(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			sketched = append(sketched, k.ID)
		}
		for _, p := range must[[]nutgraf.Passage](t)(s.Search(ctx, all)) {
			found = append(found, p.Article.ID)
		}
		slices.Sort(found)
		same(t, "articles listed", want, ids)
		same(t, "sketches", want, sketched)
		same(t, "articles found", want, slices.Compact(found))
		same(t, "digests", len(want), len(must[map[string]string](t)(s.Digests(ctx))))
		same(t, "outdated", want, must[[]string](t)(s.Outdated(ctx, "other code")))
		same(t, "count", len(want), must[nutgraf.Counts](t)(s.Counts(ctx)).Articles)
	}
	shown("a1", "a2")
	before, _, _ := s.Pending(ctx)
	if err := s.Withhold(ctx, "a1"); err != nil {
		t.Fatal(err)
	}
	if after, waiting, err := s.Pending(ctx); after == before || !waiting || err != nil {
		t.Errorf("withholding leaves no story waiting (%v)", err)
	}
	shown("a2")
	_, err := s.Article(ctx, "a1")
	wantNotFound(t, "article", err)
	_, err = s.Document(ctx, "a1")
	wantNotFound(t, "document", err)
	_, err = s.Capture(ctx, "a1")
	wantNotFound(t, "capture", err)
	_, err = s.ArticleEdition(ctx, "a1")
	wantNotFound(t, "edition", err)
	wantNotFound(t, "withhold twice", s.Withhold(ctx, "a1"))
	if stamp := must[nutgraf.Stamp](t)(s.Stamp(ctx, "a1")); !stamp.Withheld {
		t.Error("the stamp does not say that the article is withheld")
	}
	if all := must[[]nutgraf.ArticleLine](t)(s.Withheld(ctx)); len(all) != 1 || all[0].ID != "a1" || all[0].Title == "" {
		t.Errorf("withheld: %v", all)
	}
	if err := s.Release(ctx, "a1"); err != nil {
		t.Fatal(err)
	}
	shown("a1", "a2")
	wantNotFound(t, "release twice", s.Release(ctx, "a1"))
	same(t, "capture", sample("a1").Item.Body, must[[]byte](t)(s.Capture(ctx, "a1")))
	if err := errors.Join(s.Withhold(ctx, "a2"), s.Withdraw(ctx, "a2")); err != nil {
		t.Fatal(err)
	}
	shown("a1")
	same(t, "withheld", 0, len(must[[]nutgraf.ArticleLine](t)(s.Withheld(ctx))))
}

func notFound(t *testing.T, s desk.Store) {
	ctx := context.Background()
	_, err := s.Article(ctx, "none")
	wantNotFound(t, "article", err)
	_, err = s.Capture(ctx, "none")
	wantNotFound(t, "capture", err)
	_, err = s.Stamp(ctx, "none")
	wantNotFound(t, "stamp", err)
	_, err = s.Page(ctx, "none")
	wantNotFound(t, "page", err)
	_, err = s.Page(ctx, "")
	wantNotFound(t, "page of no id", err)
}

func articlesListed(t *testing.T, s desk.Store) {
	ctx := context.Background()
	b := sample("b2")
	b.Doc.Outlet = "Vestby Post"
	file(t, s, b, sample("a1"), sample("c3"))
	settle(t, s, story("s1", "a1", "b2"))
	ids := func(f nutgraf.ArticleFilter) []string {
		var out []string
		for _, a := range must[[]nutgraf.ArticleLine](t)(s.Articles(ctx, f)) {
			out = append(out, a.ID)
		}
		return out
	}
	same(t, "all", []string{"a1", "b2", "c3"}, ids(nutgraf.ArticleFilter{}))
	same(t, "outlet", []string{"b2"}, ids(nutgraf.ArticleFilter{Outlet: "vestby post"}))
	same(t, "story", []string{"a1", "b2"}, ids(nutgraf.ArticleFilter{Story: "s1"}))
	same(t, "page", []string{"b2"}, ids(nutgraf.ArticleFilter{Limit: 1, Offset: 1}))
	same(t, "past", []string{"c3"}, ids(nutgraf.ArticleFilter{Past: "b2"}))
	same(t, "newest", 3, len(ids(nutgraf.ArticleFilter{Newest: true})))
	same(t, "outlets", []nutgraf.Tally{{Name: "The Harbour Light", Count: 2}, {Name: "Vestby Post", Count: 1}}, must[[]nutgraf.Tally](t)(s.Outlets(ctx)))
	line := must[[]nutgraf.ArticleLine](t)(s.Articles(ctx, nutgraf.ArticleFilter{Limit: 1}))[0]
	a := sample("a1")
	same(t, "line", nutgraf.ArticleLine{
		ID: "a1", URL: a.Doc.URL, Outlet: a.Doc.Outlet, Title: a.Doc.Title, Published: a.Ann.Published, Story: "s1", Version: 1, Arrived: a.Taken,
	}, line)
	same(t, "story of an article", "s1", must[*nutgraf.Filed](t)(s.Article(ctx, "b2")).Story)
}

func outdated(t *testing.T, s desk.Store) {
	ctx := context.Background()
	b := sample("b2")
	b.Code = "code 2"
	file(t, s, b, sample("a1"), sample("c3"))
	same(t, "for code 2", []string{"a1", "c3"}, must[[]string](t)(s.Outdated(ctx, "code 2")))
	same(t, "for code 1", []string{"b2"}, must[[]string](t)(s.Outdated(ctx, "code 1")))
	digests := must[map[string]string](t)(s.Digests(ctx))
	if digests["a1"] == "" || digests["a1"] == digests["b2"] || len(digests) != 3 {
		t.Errorf("digests %v do not tell the articles apart", digests)
	}
}

func sketches(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("b2"), sample("a1"))
	var got []nutgraf.Sketch
	for k, err := range s.Sketches(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, k)
	}
	same(t, "sketches", []nutgraf.Sketch{sample("a1").Sketch, sample("b2").Sketch}, got)
	for range s.Sketches(ctx) {
		break // a consumer that stops leaves the store usable
	}
	file(t, s, sample("c3"))
}

func pending(t *testing.T, s desk.Store) {
	ctx := context.Background()
	waiting := func(want bool) int64 {
		t.Helper()
		mark, got, err := s.Pending(ctx)
		if err != nil || got != want {
			t.Fatalf("waiting %v (error %v), want %v", got, err, want)
		}
		return mark
	}
	waiting(false)
	file(t, s, sample("a1"))
	mark := waiting(true)
	file(t, s, sample("b2"))
	if next := waiting(true); next != mark+1 {
		t.Errorf("mark %d after filing once more, want %d", next, mark+1)
	}
	if err := s.Settle(ctx, nutgraf.Settlement{Clean: true, Mark: mark}); err != nil {
		t.Fatal(err)
	}
	mark = waiting(true)
	if err := s.Settle(ctx, nutgraf.Settlement{Clean: true, Mark: mark}); err != nil {
		t.Fatal(err)
	}
	waiting(false)
	if err := s.Withdraw(ctx, "a1"); err != nil {
		t.Fatal(err)
	}
	waiting(true)
}

func manyArticles(t *testing.T, s desk.Store) {
	ctx := context.Background()
	for i := range 200 {
		file(t, s, sample(fmt.Sprintf("m%03d-1", i)))
	}
	same(t, "counts", nutgraf.Counts{Articles: 200}, must[nutgraf.Counts](t)(s.Counts(ctx)))
	same(t, "first", "Title of m000-1", must[*nutgraf.Filed](t)(s.Article(ctx, "m000-1")).Doc.Title)
}
