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
		{"another outlet, without a day", report("Tarn Post", nutgraf.NoDay, nutgraf.NoDay), false, false, true},
		{"one outlet, later", report("Ulverby Echo", monday+2, nutgraf.NoDay), true, false, false},
		{"one outlet, the same day", report("Ulverby Echo", monday, nutgraf.NoDay), false, false, true},
	} {
		f := compare(first, tt.other)
		if (f[dayGap] > 0) != tt.apart || (f[sameEvent] > 0) != tt.told || (f[wordPairs] > 0) != tt.run {
			t.Errorf("%s: days %v, same day named %v, neighbouring words %v", tt.name, f[dayGap], f[sameEvent], f[wordPairs])
		}
	}
}

// What binds no two reports: a year, a turn of phrase in two short texts, and
// that no name is in both tells that they are of two events.
func TestLittleInCommon(t *testing.T) {
	sk := sketcher(t)
	card := func(title, text string) *card {
		s := sk.Sketch(article(title, "2031-03-03", title, text), nil, nil)
		return newCard(&s)
	}
	vote := card("Brannock vote of 2032 is moved", "The vote of 2032 in Brannock will be held in two rounds.")
	dome := card("Skerry dome to open in 2032", "The dome of Skerry is to open in 2032, with 14 halls.")
	if f := compare(vote, dome); f[numberSame] != 0 || f[noName] != 1 {
		t.Errorf("one year in common, no name: numbers %v, no name in common %v", f[numberSame], f[noName])
	}
	if f := compare(dome, card("Skerry dome has 14 halls", "The dome has them.")); f[numberSame] == 0 || f[noName] != 0 {
		t.Errorf("a number and a name in common: numbers %v, no name in common %v", f[numberSame], f[noName])
	}
	monday := card("Quay of Lisbon closed", "The quay of Lisbon is closed until Friday, the harbour master said on Monday.")
	friday := card("Museum of Oslo closed", "The museum of Oslo is closed until Friday, the mayor said on Monday.")
	if f := compare(monday, friday); f[noName] != 1 || f[fewPairs] > .25 {
		t.Errorf("two weekdays in common: no name in common %v, first neighbouring words %v", f[noName], f[fewPairs])
	}
}

// compare lays two cards side by side.
func compare(a, b *card) features {
	var l beside
	l.lay(a)
	return l.compare(b)
}

// TestStoriesOfTwo: two reports that pass the bar by little are no story, the less
// the more days lie between them, but of one saga; a third bears them out.
func TestStoriesOfTwo(t *testing.T) {
	set := Settings{Least: .1, Alone: .1, Two: .05, TwoDays: .1}
	const bar = unit / 5
	days := func(days ...nutgraf.Day) (cards []*card) {
		for _, d := range days {
			cards = append(cards, &card{day: d})
		}
		return cards
	}
	for _, tt := range []struct {
		name  string
		cards []*card
		edges []edge
		alone bool
	}{
		{"a clear pair", days(5, 5), []edge{{0, 1, bar + unit/10}}, false},
		{"a pair near the bar", days(5, 5), []edge{{0, 1, bar + unit/50}}, true},
		{"a clear pair, days apart", days(5, 9), []edge{{0, 1, bar + unit/10}}, true},
		{"a clear pair, a day not known", days(5, nutgraf.NoDay), []edge{{0, 1, bar + unit/10}}, false},
		{"three near the bar", days(5, 5, 5), []edge{{0, 1, bar + unit/50}, {0, 2, bar}, {1, 2, bar}}, false},
	} {
		stories, matters := set.cluster(tt.cards, tt.edges)
		if alone := stories[1] == 1; alone != tt.alone || matters[1] != 0 {
			t.Errorf("%s: stories %v, matters %v", tt.name, stories, matters)
		}
	}
}
