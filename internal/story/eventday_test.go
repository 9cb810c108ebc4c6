package story

import (
	"testing"

	"nutgraf/internal/lang"
)

func TestEventDay(t *testing.T) {
	pack, err := lang.Load("en")
	if err != nil {
		t.Fatal(err)
	}
	sk, err := New(pack)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		date, text string
		day        string
		weekday    uint8
	}{
		{"2031-04-02", "The board voted on Tuesday to close the pier.", "2031-04-01", 2}, // the 2nd is a Wednesday
		{"2031-04-02", "The board votes on Wednesday.", "2031-04-02", 3},
		{"2031-04-02", "Yesterday the board voted.", "2031-04-01", 2},
		{"2031-04-02", "The board voted today, not on Monday.", "2031-04-02", 3},
		{"2031-04-02", "ULVERBY, March 30 - The board voted.", "2031-03-30", 7},
		{"2031-01-03", "It burned down on 30 December.", "2030-12-30", 1},
		{"2031-04-02", "It was built on May 4 and may close.", "2031-05-04", 7},
		{"2031-06-20", "It was built on May 4; the vote is on Friday.", "2031-06-20", 5}, // what is long ago does not count
		{"", "The board voted on Tuesday.", "", 2},
		{"", "The board voted yesterday.", "", 0},
		{"2031-04-02", "The board will decide.", "", 0},
	} {
		s := sk.Sketch(article("a", tt.date, "", tt.text), nil, nil)
		if s.EventDay.String() != tt.day || s.EventWeekday != tt.weekday {
			t.Errorf("%s %q: %v, weekday %d, want %v, %d", tt.date, tt.text, s.EventDay, s.EventWeekday, tt.day, tt.weekday)
		}
	}
}
