package storetest

import (
	"context"
	"testing"
	"time"

	"nutgraf"
	"nutgraf/internal/desk"
)

func story(id string, members ...string) nutgraf.Settled {
	page := nutgraf.StoryPage{
		ID: id, Title: "Story " + id, First: nutgraf.NoDay, Last: nutgraf.NoDay,
		Families: []nutgraf.Family{{ID: "q1", Speaker: "Åsa Lind", Said: nutgraf.NoDay, Fullest: 0}, {ID: "q2"}},
	}
	for _, m := range members {
		page.Articles = append(page.Articles, nutgraf.PageArticle{ID: m, Range: nutgraf.DateRange{From: nutgraf.NoDay, To: nutgraf.NoDay}})
	}
	return nutgraf.Settled{
		Story: nutgraf.Story{ID: id, Members: members}, Page: page, Digest: "digest of " + id,
		Line: nutgraf.StoryLine{
			ID: id, Title: page.Title, First: nutgraf.NoDay, Last: nutgraf.NoDay, Reports: len(members),
			Updated: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC),
		},
	}
}

func settle(t *testing.T, s desk.Store, stories ...nutgraf.Settled) {
	t.Helper()
	if err := s.Settle(context.Background(), nutgraf.Settlement{Pages: stories}); err != nil {
		t.Fatal(err)
	}
}

func pageComesBack(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("b2"))
	want := story("s1", "a1", "b2")
	want.Story.Copies = [][]string{{"a1", "b2"}}
	settle(t, s, want)
	same(t, "page", &want.Page, must[*nutgraf.StoryPage](t)(s.Page(ctx, "s1")))
	same(t, "held", []nutgraf.Held{{Story: want.Story, Digest: want.Digest, From: nutgraf.NoDay}}, must[[]nutgraf.Held](t)(s.Held(ctx)))
	same(t, "counts", nutgraf.Counts{Articles: 2, Stories: 1}, must[nutgraf.Counts](t)(s.Counts(ctx)))
	want.Page.Title, want.Digest = "Another title", "another digest"
	settle(t, s, want)
	same(t, "page made anew", "Another title", must[*nutgraf.StoryPage](t)(s.Page(ctx, "s1")).Title)
}

func redirects(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("b2"))
	settle(t, s, story("s1", "a1"), story("s2", "b2"))
	step := func(from, to string, members ...string) {
		t.Helper()
		err := s.Settle(ctx, nutgraf.Settlement{
			Pages: []nutgraf.Settled{story(to, members...)}, Ended: []nutgraf.Ended{{ID: from, Heir: to, At: time.Unix(7, 0).UTC(), Why: from + " went"}},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	leads := func(from, to string) {
		t.Helper()
		same(t, "id behind "+from, to, must[*nutgraf.StoryPage](t)(s.Page(ctx, from)).ID)
	}
	step("s1", "s2", "a1", "b2")
	leads("s1", "s2")
	step("s2", "s3", "a1", "b2")
	leads("s1", "s3")
	leads("s2", "s3")
	same(t, "stories", 1, len(must[[]nutgraf.StoryLine](t)(s.Stories(ctx, nutgraf.StoryFilter{}))))
	log := must[[]nutgraf.Ended](t)(s.Ended(ctx, 1))
	same(t, "log", []nutgraf.Ended{{ID: "s2", Heir: "s3", At: time.Unix(7, 0).UTC(), Why: "s2 went"}}, log)
	same(t, "whole log", 2, len(must[[]nutgraf.Ended](t)(s.Ended(ctx, 0))))
	settle(t, s, story("s1", "a1"))
	leads("s1", "s1")
	if err := s.Settle(ctx, nutgraf.Settlement{Ended: []nutgraf.Ended{{ID: "s1"}, {ID: "s3"}}}); err != nil {
		t.Fatal(err)
	}
	_, err := s.Page(ctx, "s2")
	wantNotFound(t, "page of a story that is gone without successor", err)
}

func storiesChosen(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("b2"), sample("c3"))
	day := func(d int) nutgraf.Day { return nutgraf.DayDate(2026, 3, d) }
	s1, s2, s3 := story("s1", "a1"), story("s2", "b2"), story("s3", "c3")
	s1.Line.First, s1.Line.Last, s1.Line.Reports = day(1), day(3), 1
	s1.Line.Outlets, s1.Line.People, s1.Line.Places = []string{"The Harbour Light"}, []string{"Åsa Lind"}, []string{"Norrholm"}
	s1.Line.Differences = 2
	s2.Line.First, s2.Line.Last, s2.Line.Reports, s2.Line.Saga = day(5), day(6), 4, "saga-1"
	s2.Line.Days = []nutgraf.Day{day(5), nutgraf.NoDay}
	s3.Line.Reports, s3.Line.Updated = 2, s3.Line.Updated.Add(time.Hour)
	settle(t, s, s1, s2, s3)
	for _, c := range []struct {
		name   string
		filter nutgraf.StoryFilter
		want   []string
	}{
		{"all, most reports first", nutgraf.StoryFilter{}, []string{"s2", "s3", "s1"}},
		{"newest first, unknown dates last", nutgraf.StoryFilter{ByDate: true}, []string{"s2", "s1", "s3"}},
		{"from a day", nutgraf.StoryFilter{From: day(3)}, []string{"s2", "s1"}},
		{"from a later day", nutgraf.StoryFilter{From: day(4)}, []string{"s2"}},
		{"to a day", nutgraf.StoryFilter{To: day(5)}, []string{"s2", "s1"}},
		{"to an earlier day", nutgraf.StoryFilter{To: day(4)}, []string{"s1"}},
		{"no bound", nutgraf.StoryFilter{From: nutgraf.NoDay, To: nutgraf.NoDay}, []string{"s2", "s3", "s1"}},
		{"outlet", nutgraf.StoryFilter{Outlet: "the harbour light"}, []string{"s1"}},
		{"person", nutgraf.StoryFilter{Person: "asa lind"}, []string{"s1"}},
		{"place", nutgraf.StoryFilter{Place: "norrholm"}, []string{"s1"}},
		{"a word of a person's name", nutgraf.StoryFilter{Person: "lind"}, []string{"s1"}},
		{"a part of a word", nutgraf.StoryFilter{Person: "lin"}, nil},
		{"a word of the name and another", nutgraf.StoryFilter{Person: "lind berg"}, nil},
		{"a part of an outlet's name", nutgraf.StoryFilter{Outlet: "harbour"}, nil},
		{"saga", nutgraf.StoryFilter{Saga: "saga-1"}, []string{"s2"}},
		{"page", nutgraf.StoryFilter{Limit: 1, Offset: 1}, []string{"s3"}},
		{"past a story", nutgraf.StoryFilter{Past: &s2.Line}, []string{"s3", "s1"}},
		{"past a story by date", nutgraf.StoryFilter{Past: &s1.Line, ByDate: true}, []string{"s3"}},
		{"past the last", nutgraf.StoryFilter{Past: &s1.Line}, nil},
		{"with differences", nutgraf.StoryFilter{Differing: true}, []string{"s1"}},
	} {
		var got []string
		for _, l := range must[[]nutgraf.StoryLine](t)(s.Stories(ctx, c.filter)) {
			got = append(got, l.ID)
		}
		same(t, c.name, c.want, got)
	}
	same(t, "line", s2.Line, must[[]nutgraf.StoryLine](t)(s.Stories(ctx, nutgraf.StoryFilter{Saga: "saga-1"}))[0])
}

func sagas(t *testing.T, s desk.Store) {
	ctx := context.Background()
	day := func(d int) nutgraf.Day { return nutgraf.DayDate(2026, 3, d) }
	in := func(id, saga string, first, last nutgraf.Day, reports int) nutgraf.Settled {
		x := story(id)
		x.Line.Saga, x.Line.First, x.Line.Last, x.Line.Reports = saga, first, last, reports
		return x
	}
	settle(t, s,
		in("s1", "", day(9), day(9), 7), // in no saga
		in("s2", "ferry", nutgraf.NoDay, nutgraf.NoDay, 1), in("s3", "ferry", day(3), day(4), 5), in("s4", "ferry", day(1), day(2), 4),
		in("s5", "dam", day(5), day(6), 3), in("s6", "dam", day(5), day(5), 3),
		in("s7", "mast", nutgraf.NoDay, nutgraf.NoDay, 1),
	)
	want := []nutgraf.SagaLine{
		{ID: "dam", Title: "Story s5", Stories: 2, Reports: 6, First: day(5), Last: day(6)},
		{ID: "ferry", Title: "Story s3", Stories: 3, Reports: 10, First: day(1), Last: day(4)},
		{ID: "mast", Title: "Story s7", Stories: 1, Reports: 1, First: nutgraf.NoDay, Last: nutgraf.NoDay},
	}
	list := func(f nutgraf.SagaFilter) []nutgraf.SagaLine { return must[[]nutgraf.SagaLine](t)(s.Sagas(ctx, f)) }
	same(t, "all", want, list(nutgraf.SagaFilter{}))
	for i := range want {
		f := nutgraf.SagaFilter{Limit: 1}
		if i > 0 {
			f.Past = &want[i-1]
		}
		same(t, "a page", want[i:i+1], list(f))
	}
	same(t, "past the last", []nutgraf.SagaLine{}, list(nutgraf.SagaFilter{Past: &want[2]}))
}

func found(t *testing.T, s desk.Store, q nutgraf.Search) []string {
	t.Helper()
	var out []string
	for _, p := range must[[]nutgraf.Passage](t)(s.Search(context.Background(), q)) {
		line := p.Article.ID + ":"
		for _, h := range p.Hits {
			at := nutgraf.Span{Start: h.Start - p.Cite.Span.Start, End: h.End - p.Cite.Span.Start}
			line += " " + at.Of(p.Cite.Text)
		}
		out = append(out, line)
	}
	return out
}

func searches(t *testing.T, s desk.Store) {
	b := Filed("b2", "Vestby Post", "2026-03-05", "The ferries stay; the Ferry does not sail to Norrholm.", "No", "Jon Berg", "the Post")
	b.Taken = b.Taken.Add(time.Minute)
	file(t, s, sample("a1"), b)
	for _, c := range []struct {
		name string
		q    nutgraf.Search
		want []string
	}{
		{"a word", nutgraf.Search{Words: []string{"port"}}, []string{"a1: port"}},
		{"a word that is folded", nutgraf.Search{Words: []string{"cafe"}}, []string{"a1: café"}},
		{"a possessive", nutgraf.Search{Words: []string{"owner's"}}, []string{"a1: owner’s"}},
		{"whole words only", nutgraf.Search{Words: []string{"ferr"}}, nil},
		{"two words", nutgraf.Search{Words: []string{"third", "port"}}, []string{"a1: port third"}},
		{"a beginning", nutgraf.Search{Words: []string{"ferri*"}}, []string{"b2: ferries"}},
		{"a phrase", nutgraf.Search{Phrases: []string{"sail to norrholm"}}, []string{"b2: sail to Norrholm"}},
		{"a phrase that is not there", nutgraf.Search{Phrases: []string{"to sail norrholm"}}, nil},
		{"an outlet", nutgraf.Search{Words: []string{"norrholm"}, Outlet: "vestby post"}, []string{"b2: Norrholm"}},
		{"before", nutgraf.Search{Words: []string{"norrholm"}, Before: nutgraf.DayDate(2026, 3, 5)}, []string{"a1: Norrholm"}},
		{"after", nutgraf.Search{Words: []string{"norrholm"}, After: nutgraf.DayDate(2026, 3, 5)}, []string{"b2: Norrholm"}},
		{"a word and not another", nutgraf.Search{Words: []string{"norrholm"}, NoWords: []string{"winter"}}, []string{"b2: Norrholm"}},
		{"not a beginning", nutgraf.Search{Words: []string{"norrholm"}, NoWords: []string{"ferri*"}}, []string{"a1: Norrholm"}},
		{"not a phrase", nutgraf.Search{Words: []string{"norrholm"}, NoPhrases: []string{"sail to norrholm"}}, []string{"a1: Norrholm"}},
		{"in fewer words first", nutgraf.Search{Words: []string{"norrholm"}}, []string{"b2: Norrholm", "a1: Norrholm"}},
		{"newest first", nutgraf.Search{Words: []string{"ferry"}, Newest: true}, []string{"b2: Ferry", "a1: ferry"}},
		{"of a month", nutgraf.Search{After: nutgraf.DayDate(2026, 3, 5), Before: nutgraf.DayDate(2026, 4, 1)}, []string{"b2:", "b2:"}},
		{"an outlet alone", nutgraf.Search{Outlet: "vestby post"}, []string{"b2:", "b2:"}},
		{"marks are no syntax", nutgraf.Search{Words: []string{`norrholm" or "port`}}, nil},
	} {
		same(t, c.name, c.want, found(t, s, c.q))
	}
	p := must[[]nutgraf.Passage](t)(s.Search(context.Background(), nutgraf.Search{Words: []string{"port"}}))[0]
	a := sample("a1")
	same(t, "cite", a.Doc.Cite(a.Doc.Blocks[0].Span), p.Cite)
	all := must[[]nutgraf.Passage](t)(s.Search(context.Background(), nutgraf.Search{Words: []string{"norrholm"}, Limit: 1}))
	same(t, "limit", 1, len(all))
}

func searchesSpeech(t *testing.T, s desk.Store) {
	b := Filed("b2", "Vestby Post", "2026-03-05", "Nothing.", "We will wait", "Jon Lind", "the Post")
	file(t, s, sample("a1"), b)
	same(t, "speaker", []string{"a1:"}, found(t, s, nutgraf.Search{Speaker: "asa lind"}))
	same(t, "part of a name", 2, len(found(t, s, nutgraf.Search{Speaker: "lind"})))
	same(t, "speaker and words", []string{"b2: wait"}, found(t, s, nutgraf.Search{Speaker: "lind", Words: []string{"wait"}}))
	same(t, "told", []string{"b2:"}, found(t, s, nutgraf.Search{Told: "post"}))
	same(t, "speaker told another", []string(nil), found(t, s, nutgraf.Search{Speaker: "asa", Told: "post"}))
	p := must[[]nutgraf.Passage](t)(s.Search(context.Background(), nutgraf.Search{Speaker: "asa"}))[0]
	same(t, "name", "Åsa Lind", p.Speaker)
}

func searchForgets(t *testing.T, s desk.Store) {
	file(t, s, sample("a1"), sample("b2"))
	if err := s.Withdraw(context.Background(), "b2"); err != nil {
		t.Fatal(err)
	}
	file(t, s, Filed("a1", "Other", "2026-04-01", "All new.", "Quite so", "Jon Berg", "us"))
	same(t, "old word", []string(nil), found(t, s, nutgraf.Search{Words: []string{"ferry"}}))
	same(t, "new word", []string{"a1: new"}, found(t, s, nutgraf.Search{Words: []string{"new"}}))
}

// said lists the utterances that a filter chooses.
func said(t *testing.T, s desk.Store, f nutgraf.UtteranceFilter) []string {
	t.Helper()
	var out []string
	for _, u := range must[[]nutgraf.Utterance](t)(s.Utterances(context.Background(), f)) {
		out = append(out, u.Story+" "+u.StoryTitle+" "+u.Family.Speaker)
	}
	return out
}

func utterancesAbout(t *testing.T, s desk.Store) {
	file(t, s, sample("a1"), sample("b2"), sample("c3"))
	s1, s2, s3 := story("s1", "a1"), story("s2", "b2"), story("s3", "c3")
	s1.Page.First, s1.Line.First = 20, 20
	s1.Page.Families[0].About = []string{"Berit Berg", "Jon Berg", "Åsa Moe"}
	s2.Page.First, s2.Line.First = 10, 10
	s2.Page.Families[0].About = []string{"Åsa Berg"}
	s2.Page.Families[0].Speaker = "Zoe Ek"
	s3.Page.Families[1].About = []string{"Jon Berg"} // nobody is known to say it
	settle(t, s, s1, s2, s3)
	about := func(words ...string) []string { return said(t, s, nutgraf.UtteranceFilter{About: words}) }
	same(t, "full name", []string{"s1 Story s1 Åsa Lind"}, about("jon", "berg"))
	same(t, "last name, once each, in the order of stories", []string{"s2 Story s2 Zoe Ek", "s1 Story s1 Åsa Lind"}, about("berg"))
	same(t, "words of one name", []string{"s2 Story s2 Zoe Ek"}, about("asa", "berg"))
	same(t, "the speaker", []string(nil), about("lind"))
	same(t, "limit", 1, len(said(t, s, nutgraf.UtteranceFilter{About: []string{"berg"}, Limit: 1})))
	s1.Page.Families[0].About = nil
	settle(t, s, s1)
	same(t, "after the story changed", []string{"s2 Story s2 Zoe Ek"}, about("berg"))
}

func utterances(t *testing.T, s desk.Store) {
	ctx := context.Background()
	file(t, s, sample("a1"), sample("b2"))
	s1, s2 := story("s1", "a1"), story("s2", "b2")
	s2.Page.Families[0].Speaker = "Berit Lind"
	settle(t, s, s1, s2)
	got := func(words ...string) []string { return said(t, s, nutgraf.UtteranceFilter{Speaker: words}) }
	same(t, "full name", []string{"s1 Story s1 Åsa Lind"}, got("asa", "lind"))
	same(t, "last name", []string{"s1 Story s1 Åsa Lind", "s2 Story s2 Berit Lind"}, got("lind"))
	same(t, "nobody", []string(nil), got("berg"))
	same(t, "limit", 1, len(said(t, s, nutgraf.UtteranceFilter{Speaker: []string{"lind"}, Limit: 1})))
	if err := s.Settle(ctx, nutgraf.Settlement{Ended: []nutgraf.Ended{{ID: "s1"}}}); err != nil {
		t.Fatal(err)
	}
	same(t, "after the story is gone", []string{"s2 Story s2 Berit Lind"}, got("lind"))
}
