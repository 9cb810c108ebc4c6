package story

import (
	"math"
	"sort"

	"nutgraf"
)

// localDays is the number of days before and after an article whose articles
// say what is common around it.
const localDays = 7

// localise sets how rare the words of the stale cards are among the cards of
// nearby days; all cards are in canonical order, those without a day last. What
// is in every article of the week tells less than the language's news would
// have it. A card without a day may be of any: it counts among the cards of all
// days, and all cards count among its.
func (set *Settings) localise(cards []*card) {
	dated := firstUndated(cards)
	around, lo, hi := newCrowd(cards[dated:]), 0, 0
	for _, c := range cards[:dated] {
		if !c.stale {
			continue
		}
		for lo < dated && cards[lo].day < c.day-localDays {
			if lo < hi {
				around.count(cards[lo], -1)
			}
			lo++
		}
		for hi = max(hi, lo); hi < dated && cards[hi].day <= c.day+localDays; hi++ {
			around.count(cards[hi], 1)
		}
		around.localise(c, set.MixedIn)
	}
	if dated == len(cards) {
		return
	}
	all := newCrowd(cards[dated:])
	for _, c := range cards[:dated] {
		all.countKnown(c)
	}
	for _, c := range cards[dated:] {
		all.localise(c, set.MixedIn)
	}
}

// firstUndated returns where, in canonical order, the cards without a day
// begin.
func firstUndated(cards []*card) int {
	return sort.Search(len(cards), func(i int) bool { return cards[i].day == nutgraf.NoDay })
}

// crowd counts the cards around a card, and which words they hold.
type crowd struct {
	cards        int
	terms, pairs *census
}

func newCrowd(cards []*card) *crowd {
	w := &crowd{terms: newCensus(), pairs: newCensus()}
	for _, c := range cards {
		w.count(c, 1)
	}
	return w
}

// count takes a card in (n = 1) or out (n = -1).
func (w *crowd) count(c *card, n int) {
	w.cards += n
	for i := range c.terms {
		w.terms.add(c.terms[i].hash, int32(n))
	}
	for i := range c.pairs {
		w.pairs.add(c.pairs[i].hash, int32(n))
	}
}

// countKnown takes a card in, but only those of its words that the cards
// before it held.
func (w *crowd) countKnown(c *card) {
	w.cards++
	for i := range c.terms {
		if h := c.terms[i].hash; w.terms.holds(h) {
			w.terms.add(h, 1)
		}
	}
	for i := range c.pairs {
		if h := c.pairs[i].hash; w.pairs.holds(h) {
			w.pairs.add(h, 1)
		}
	}
}

// leastAround is the number of articles as which a crowd counts at least: where it
// has fewer the language's news stands for the others. A handful of articles that
// one looked for has its event in each: its words are as rare there as they are
// where the same reports stand among the news of two weeks.
const leastAround = 200

// localise sets the rarities of a card that is itself in the crowd.
func (w *crowd) localise(c *card, mixedIn float64) {
	mixedIn = max(mixedIn, float64(leastAround-(w.cards-1)))
	for i := range c.terms {
		t := &c.terms[i]
		t.local = localRarity(t.rarity, w.terms.of(t.hash), w.cards, mixedIn)
	}
	for i := range c.pairs {
		p := &c.pairs[i]
		p.local = localRarity(p.rarity, w.pairs.of(p.hash), w.cards, mixedIn)
	}
	c.measure()
}

// unheard is the rarity from which on a word, or a pair, is as good as unknown
// to the language's news. When no article around has it either it is likely a
// misprint or this article's own, and only makes the article look unlike
// others, the more so the more there are.
const unheard = pairRarity * raritySteps

// localRarity mixes how rare a word is in the language's news with how many of
// the other articles around hold it.
func localRarity(rarity uint8, holding, of int, mixedIn float64) uint8 {
	if holding == 1 && rarity >= unheard {
		return uint8(max(1, float64(rarity)*mixedIn/(float64(of-1)+mixedIn)))
	}
	share := shares[rarity]
	here := (float64(holding-1) + float64(mixedIn*share)) / (float64(of-1) + mixedIn)
	return min(rarity, uint8(max(1, math.Round(-math.Log(here)*raritySteps))))
}

// shares holds for each rarity the share of articles that it stands for.
var shares = func() (t [256]float64) {
	for i := range t {
		t[i] = math.Exp(-float64(i) / raritySteps)
	}
	return t
}()
