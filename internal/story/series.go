package story

import (
	"math/bits"
	"slices"

	"nutgraf"
)

// isSeries reports whether two articles are of one template but not of one
// text: daily weather, market reports, horoscopes, results.
func isSeries(a, b *card) bool {
	return !slices.Equal(a.numbers, b.numbers) && a.day != b.day && resemblance(a.prints, b.prints) >= seriesShare
}

// seriesShare is the share of word runs from which on two articles with other
// numbers are taken to be filled into one template.
const seriesShare = .4

// What makes a series of an outlet's articles when the words that are filled in
// stand so close that hardly a run of words recurs.
const (
	templateShare = .35 // of the neighbouring words of the shorter of two articles that stand in the other
	seriesDays    = 3   // other days with an article of the template
	seriesSpan    = 6   // days from the first to the last of them
)

// series knows the articles that an outlet brings time and again on one
// template, by the days with articles like them, counted from the first day of
// the window. One follow-up may well repeat what led to the event; who does so on
// day after day, for a week, has a column.
type series map[*card]uint64

func newSeries(cards []*card) series {
	s := series{}
	for _, c := range cards {
		for _, k := range c.kin {
			if k.template {
				s[c] |= 1 << (k.card.day - c.day + window)
				s[k.card] |= 1 << (c.day - k.card.day + window)
			}
		}
	}
	return s
}

// have reports whether both cards are of series.
func (s series) have(a, b *card) bool { return s.has(a) && s.has(b) }

func (s series) has(c *card) bool {
	const own = 1 << window
	others, days := s[c]&^own, s[c]|own
	return bits.OnesCount64(others) >= seriesDays && bits.Len64(days)-1-bits.TrailingZeros64(days) >= seriesSpan
}

// sameTemplate reports whether two articles look as if one outlet had filled
// them into one template.
func sameTemplate(a, b *card) bool {
	if a.outlet != b.outlet || a.day == nutgraf.NoDay || b.day == nutgraf.NoDay || apart(a, b) {
		return false
	}
	same := 0
	for i, j := 0, 0; i < len(a.pairs) && j < len(b.pairs); {
		switch {
		case a.pairs[i].hash < b.pairs[j].hash:
			i++
		case a.pairs[i].hash > b.pairs[j].hash:
			j++
		default:
			same, i, j = same+1, i+1, j+1
		}
	}
	return float64(same) >= templateShare*float64(1+min(len(a.pairs), len(b.pairs)))
}
