package calendar

import (
	"testing"

	"nutgraf"
)

func TestZoneOffset(t *testing.T) {
	for _, c := range []struct {
		zone, day string
		minute    int
		want      int
		ok        bool
	}{
		{"Z", "2020-05-04", 0, 0, true},
		{"+9", "2020-05-04", 0, 540, true},
		{"US-5", "2020-05-04", 0, -240, true},
		{"US-5", "2020-01-04", 0, -300, true},
		{"US-5", "2020-03-08", 1200, -240, true},
		{"US-5", "2020-03-08", 90, 0, false},
		{"US-5", "2005-03-28", 600, -300, true},
		{"US-5", "2005-04-28", 600, -240, true},
		{"US-5", "1970-04-28", 600, 0, false},
		{"US-5s", "2020-05-04", 0, 0, false},
		{"US-5s", "2020-01-04", 0, -300, true},
		{"US-8d", "2020-05-04", 0, -420, true},
		{"EU+1s", "2020-12-04", 0, 60, true},
		{"EU+0d", "2020-05-04", 0, 60, true},
		{"EU+0d", "2020-12-04", 0, 0, false},
		{"AU+10", "2020-12-04", 0, 660, true},
		{"AU+10", "2020-06-04", 0, 600, true},
		{"", "2020-06-04", 0, 0, false},
		{"XX+1", "2020-06-04", 0, 0, false},
	} {
		day, _ := nutgraf.ParseDay(c.day)
		if got, ok := ZoneOffset(c.zone, day, c.minute); got != c.want || ok != c.ok {
			t.Errorf("%s on %s: %d %v, want %d %v", c.zone, c.day, got, ok, c.want, c.ok)
		}
	}
}
