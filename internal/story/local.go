package story

import (
	"math"
	"slices"

	"nutgraf"
)

// localDays is the number of days before and after an article whose articles
// say what is common around it.
const localDays = 7

// localise sets how rare the words of the cards, which are in canonical order,
// are among the cards of nearby days.
// What is in every article of the week tells less than the language's news
// would have it.
func (set *Settings) localise(cards []*card) {
	for _, c := range cards {
		c.globalise()
	}
	near := newNeighbours(cards)
	places := make([]uint64, 0, 1<<16)
	for part := range uint32(parts) {
		places = places[:0]
		for i, c := range cards {
			for k := range c.terms {
				if h := c.terms[k].hash; h%parts == part {
					places = append(places, placeOf(h, i, k))
				}
			}
		}
		near.count(places, func(at place, holding, of int) { cards[at.card()].terms[at.index()].localise(holding, of, set.MixedIn) })
		places = places[:0]
		for i, c := range cards {
			for k := range c.pairs {
				if h := c.pairs[k].hash; h%parts == part {
					places = append(places, placeOf(h, i, k))
				}
			}
		}
		near.count(places, func(at place, holding, of int) { cards[at.card()].pairs[at.index()].localise(holding, of, set.MixedIn) })
	}
	for _, c := range cards {
		c.measure()
	}
}

// globalise sets how rare the card's words are to what the language's news has.
func (c *card) globalise() {
	for i := range c.terms {
		c.terms[i].local = c.terms[i].rarity
	}
	for i := range c.pairs {
		c.pairs[i].local = c.pairs[i].rarity
	}
}

// parts is the number of rounds in which the words are counted, so that only a
// part of them is held at once.
const parts = 16

// place is where a word stands: its hash (32 bits), the card (25) and which of
// the card's words it is (7), so that places sort by word, then by card.
type place uint64

// mostPlaces is how many words of one card places can tell apart.
const mostPlaces = 128

func placeOf(hash uint32, card, index int) uint64 {
	return uint64(hash)<<32 | uint64(card)<<7 | uint64(index)
}

func (p place) card() int32 { return int32(uint32(p) >> 7) }
func (p place) index() int  { return int(p & 127) }

// neighbours knows for each card which cards are of nearby days: those from
// first[i] up to end[i], and those without a day, which may be of any and come
// last, from undated on.
type neighbours struct {
	first, end []int32
	undated    int32
	of         []int // their number
}

func newNeighbours(cards []*card) neighbours {
	n := neighbours{make([]int32, len(cards)), make([]int32, len(cards)), int32(len(cards)), make([]int, len(cards))}
	for n.undated > 0 && cards[n.undated-1].day == nutgraf.NoDay {
		n.undated--
	}
	lo, hi := int32(0), int32(0)
	for i, c := range cards {
		if c.day == nutgraf.NoDay {
			n.first[i], n.end[i], n.of[i] = 0, n.undated, len(cards)
			continue
		}
		for cards[lo].day < c.day-localDays {
			lo++
		}
		for hi < n.undated && cards[hi].day <= c.day+localDays {
			hi++
		}
		n.first[i], n.end[i], n.of[i] = lo, hi, int(hi-lo)+len(cards)-int(n.undated)
	}
	return n
}

// count sorts places and calls found with each, with the number of nearby
// cards that hold its word, and with how many cards are nearby.
func (n *neighbours) count(places []uint64, found func(at place, holding, of int)) {
	slices.Sort(places)
	for i := 0; i < len(places); {
		j, undated := i, 0
		for j < len(places) && places[j]>>32 == places[i]>>32 {
			if place(places[j]).card() >= n.undated {
				undated++
			}
			j++
		}
		lo, hi := i, i
		for _, p := range places[i:j] {
			c := place(p).card()
			if c >= n.undated {
				found(place(p), j-i, n.of[c])
				continue
			}
			for place(places[lo]).card() < n.first[c] {
				lo++
			}
			for hi < j && place(places[hi]).card() < n.end[c] {
				hi++
			}
			found(place(p), hi-lo+undated, n.of[c])
		}
		i = j
	}
}

func compareHash(a, b uint32) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

func (t *cardTerm) localise(holding, of int, mixedIn float64) {
	t.local = localRarity(t.rarity, holding, of, mixedIn)
}

func (p *cardPair) localise(holding, of int, mixedIn float64) {
	p.local = localRarity(p.rarity, holding, of, mixedIn)
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
