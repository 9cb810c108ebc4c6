package when

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestZones: a time of day whose zone is told has its moment in UTC, and the clock
// beside it the same.
func TestZones(t *testing.T) {
	f, split := newFinder(t)
	type moment struct{ Text, Value, UTC string }
	for _, c := range []struct {
		text, published string
		want            []moment
	}{
		{"The board met on Monday at 8 p.m. ET and left.", "2020-05-05", []moment{{"Monday at 8 p.m. ET", "2020-05-04T20:00", "2020-05-05T00:00Z"}}},
		{"The board met on Jan. 6, 2020, at 8 p.m. EST and left.", "2020-05-05", []moment{{"Jan. 6, 2020, at 8 p.m. EST", "2020-01-06T20:00", "2020-01-07T01:00Z"}}},
		{"The blast came at 0300 GMT on Friday.", "2020-05-06", []moment{{"0300 GMT on Friday", "2020-05-01T03:00Z", "2020-05-01T03:00Z"}}},
		{"It struck at 3 a.m. local time (1900 GMT) on Friday.", "2020-05-06", []moment{
			{"3 a.m.", "2020-05-01T03:00", "2020-04-30T19:00Z"}, {"1900 GMT", "2020-04-30T19:00Z", "2020-04-30T19:00Z"}, {"Friday", "2020-05-01", ""},
		}},
		{"It struck at 1900 GMT on Thursday (3 a.m. local time).", "2020-05-04", []moment{
			{"1900 GMT on Thursday", "2020-04-30T19:00Z", "2020-04-30T19:00Z"}, {"3 a.m.", "2020-05-01T03:00", "2020-04-30T19:00Z"},
		}},
		{"It struck at 10:35 p.m. (5:35 a.m. ET) Friday.", "2020-05-06", []moment{
			{"10:35 p.m.", "2020-05-01T22:35", "2020-05-01T09:35Z"}, {"5:35 a.m. ET", "2020-05-01T05:35", "2020-05-01T09:35Z"}, {"Friday", "2020-05-01", ""},
		}},
		{"The board meets at 8 p.m. EST on Friday.", "2020-05-06", []moment{{"8 p.m. EST on Friday", "2020-05-08T20:00", ""}}}, // the clocks show EDT
		{"The board meets at 8 p.m. IST on Friday.", "2020-05-06", []moment{{"8 p.m. IST on Friday", "2020-05-08T20:00", ""}}}, // whose?
	} {
		doc := article(c.text, c.published)
		times, _ := f.Find(doc, split.Split(doc))
		var got []moment
		for _, w := range times {
			got = append(got, moment{w.Span.Of(c.text), w.Value, w.UTC})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s\n%s", c.text, diff)
		}
	}
}
