package news_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"nutgraf"
	"nutgraf/internal/news"
)

func TestArrive(t *testing.T) {
	taken := time.Date(2031, 5, 9, 14, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		stated nutgraf.Published
		want   time.Time
	}{
		{"a time", nutgraf.Published{Value: "2031-05-03T08:15:00+02:00"}, time.Date(2031, 5, 3, 6, 15, 0, 0, time.UTC)},
		{"a day", nutgraf.Published{Value: "2031-05-03"}, time.Date(2031, 5, 3, 0, 0, 0, 0, time.UTC)},
		{"the day on which it came", nutgraf.Published{Value: "2031-05-09"}, taken},
		{"none", nutgraf.Published{}, taken},
		{"no date at all", nutgraf.Published{Value: "lately"}, taken},
		{"doubted", nutgraf.Published{Value: "2031-05-03", Doubted: true}, taken},
		{"a day ahead", nutgraf.Published{Value: "2031-05-10"}, taken},
		{"a time ahead", nutgraf.Published{Value: "2031-05-09T16:00:00Z"}, taken},
	} {
		if got := news.Arrive(taken, c.stated); !got.Taken.Equal(taken) || !got.Published.Equal(c.want) {
			t.Errorf("%s: taken %v, published %v; want %v", c.name, got.Taken, got.Published, c.want)
		}
	}
	if got := news.Arrive(time.Time{}, nutgraf.Published{Value: "2031-05-03"}); got != (news.Arrival{}) {
		t.Errorf("an article that is not held came %+v", got)
	}
}

// A difference comes about with the second of its sides and bears the time of
// that report, an utterance with the first report that has it; what no report
// held tells is no news.
func TestOf(t *testing.T) {
	at := func(hour int) time.Time { return time.Date(2031, 5, 9, hour, 0, 0, 0, time.UTC) }
	came := map[string]news.Arrival{
		"a": {Taken: at(9), Published: at(3)}, "b": {Taken: at(8), Published: at(2)}, "c": {Taken: at(10), Published: at(1)},
	}
	cite := func(doc string, start int) nutgraf.Cite {
		return nutgraf.Cite{Ref: nutgraf.Ref{Doc: doc, Span: nutgraf.Span{Start: start, End: start + 4}}, Text: "gate"}
	}
	side := func(value string, cites ...nutgraf.Cite) nutgraf.Side {
		return nutgraf.Side{Value: value, Evidence: cites}
	}
	p := &nutgraf.StoryPage{
		ID: "s", Title: "Lock gate fails", Articles: []nutgraf.PageArticle{{ID: "a", Title: "Gate"}, {ID: "b"}, {ID: "c"}, {ID: "gone"}},
		Families: []nutgraf.Family{
			{ID: "q1", Speaker: "Ada Marrow", Variants: []nutgraf.Variant{{Doc: "a", Cites: []nutgraf.Cite{cite("a", 5)}}, {Doc: "b", Cites: []nutgraf.Cite{cite("b", 7), cite("b", 20)}}}},
			{ID: "q2", Variants: []nutgraf.Variant{{Doc: "gone", Cites: []nutgraf.Cite{cite("gone", 1)}}}},
		},
		Conflicts: []nutgraf.Conflict{
			{ID: "d1", Kind: nutgraf.ConflictValue, Severity: nutgraf.Hard, Matter: "How many", Sides: []nutgraf.Side{side("3", cite("c", 2)), side("4", cite("a", 9), cite("b", 4))}},
			{ID: "d2", Severity: nutgraf.Soft, Sides: []nutgraf.Side{side("3", cite("a", 2)), side("4", cite("b", 9))}},
			{ID: "d3", Severity: nutgraf.Hard, Sides: []nutgraf.Side{side("3", cite("a", 2)), side("4", cite("gone", 9))}},
		},
	}
	type line struct {
		Kind      news.Kind
		Article   string
		Anchor    string
		Title     string
		Published time.Time
	}
	var got []line
	for _, e := range news.Of(p, func(id string) news.Arrival { return came[id] }, news.Kinds...) {
		got = append(got, line{e.Kind, e.Article, e.Anchor, e.Title, e.Published})
	}
	want := []line{
		{news.Conflict, "c", "d1", "Reports differ. How many: 4 / 3", at(1)},
		{news.Report, "c", "reports", "A report without a headline", at(1)},
		{news.Report, "a", "reports", "Gate", at(3)},
		{news.Quote, "b", "q1", "Ada Marrow: gate", at(2)},
		{news.Report, "b", "reports", "A report without a headline", at(2)},
		{news.Story, "b", "", "Lock gate fails", at(2)},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
