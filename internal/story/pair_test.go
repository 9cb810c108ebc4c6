package story

import (
	"testing"

	"nutgraf"
)

// What time says of a pair: days apart count, unless both name one day first;
// and what one outlet writes again on another day is no sign of one event.
func TestTimeBetweenReports(t *testing.T) {
	const monday = nutgraf.Day(22000)
	report := func(outlet string, day, event nutgraf.Day) *card {
		c := &card{outlet: outlet, day: day, event: event, pair: 1, pairs: []cardPair{{hash: 7, local: 1}}}
		if event != nutgraf.NoDay {
			c.weekday = isoWeekday(event.Weekday())
		}
		return c
	}
	first := report("Ulverby Echo", monday, monday-1)
	for _, tt := range []struct {
		name             string
		other            *card
		apart, told, run bool
	}{
		{"the next event", report("Tarn Post", monday+2, monday+1), true, false, true},
		{"the same event, later", report("Tarn Post", monday+2, monday-1), false, true, true},
		{"the same day", report("Tarn Post", monday, nutgraf.NoDay), false, false, true},
		{"one outlet, later", report("Ulverby Echo", monday+2, nutgraf.NoDay), true, false, false},
		{"one outlet, the same day", report("Ulverby Echo", monday, nutgraf.NoDay), false, false, true},
	} {
		f := compare(first, tt.other)
		if (f[dayGap] > 0) != tt.apart || (f[sameEvent] > 0) != tt.told || (f[wordPairs] > 0) != tt.run {
			t.Errorf("%s: days %v, same day named %v, neighbouring words %v", tt.name, f[dayGap], f[sameEvent], f[wordPairs])
		}
	}
}
