package story

import (
	"cmp"
	"math"
	"slices"

	"nutgraf"
)

// card is a sketch as the grouper holds it: words as numbers, in an order that
// does not depend on when they came.
type card struct {
	id                      string
	order                   uint64 // hash of id: breaks ties evenly
	day                     nutgraf.Day
	words                   int
	terms                   []cardTerm // by hash
	full                    float32    // length of the vector of weights
	lead                    float32    // length of the vector of the lead's rarities
	title                   float32
	names, plain, leadNames float32
	pairs                   []nutgraf.Pair
	pairSum                 float32
	numbers                 map[string]bool
	outlet                  string
	weekdays                uint8
	months                  uint16
}

type cardTerm struct {
	hash   uint32
	weight float32
	rarity float32
	zone   nutgraf.TermZone
}

func newCard(s *nutgraf.Sketch) *card {
	c := &card{id: s.ID, order: mix(hash64([]byte(s.ID))), day: s.Day, words: s.Words}
	c.terms = make([]cardTerm, len(s.Terms))
	for i, t := range s.Terms {
		c.terms[i] = cardTerm{hash: hash32([]byte(t.Text)), weight: t.Weight, rarity: t.Rarity, zone: t.Zone}
	}
	slices.SortFunc(c.terms, func(a, b cardTerm) int { return cmp.Compare(a.hash, b.hash) })
	c.pairs = s.Pairs
	c.numbers = map[string]bool{}
	for _, n := range s.Numbers {
		c.numbers[n] = true
	}
	c.outlet = s.Outlet
	c.weekdays, c.months = s.Weekdays, s.Months
	c.norms()
	return c
}

func (c *card) norms() {
	var full, lead, title float64
	for _, t := range c.terms {
		full += float64(t.weight) * float64(t.weight)
		if t.zone&nutgraf.InLead != 0 {
			lead += float64(t.rarity) * float64(t.rarity)
		}
		if t.zone&nutgraf.InTitle != 0 {
			title += float64(t.rarity) * float64(t.rarity)
		}
	}
	var names, plain, ln float64
	for _, t := range c.terms {
		if t.zone&nutgraf.IsName != 0 {
			names += float64(t.weight) * float64(t.weight)
			if t.zone&nutgraf.InLead != 0 {
				ln += float64(t.rarity) * float64(t.rarity)
			}
		} else {
			plain += float64(t.weight) * float64(t.weight)
		}
	}
	c.names, c.plain, c.leadNames = float32(math.Sqrt(names)), float32(math.Sqrt(plain)), float32(math.Sqrt(ln))
	c.pairSum = 0
	for _, p := range c.pairs {
		c.pairSum += p.Rarity * p.Rarity
	}
	c.pairSum = float32(math.Sqrt(float64(c.pairSum)))
	c.full, c.lead, c.title = float32(math.Sqrt(full)), float32(math.Sqrt(lead)), float32(math.Sqrt(title))
}

// canonical orders cards by reliable day, then id; those without a day last.
func canonical(a, b *card) int {
	if a.day != b.day {
		if a.day == nutgraf.NoDay {
			return 1
		}
		if b.day == nutgraf.NoDay {
			return -1
		}
		return cmp.Compare(a.day, b.day)
	}
	return cmp.Compare(a.id, b.id)
}
