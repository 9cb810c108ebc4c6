package story

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"nutgraf"
)

// card is a sketch as the grouper holds it: words as numbers, in an order that
// does not depend on when they came. All sums over words are of whole numbers,
// so that they come out the same in any order and on any machine.
type card struct {
	id      string
	outlet  string
	day     nutgraf.Day
	event   nutgraf.Day // first day named
	weekday uint8       // of that day, 0 for none
	words   int
	terms   []cardTerm // by hash
	pairs   []cardPair // by hash
	numbers []uint32   // ascending
	figures []uint32   // those that are no years
	named   bool       // whether the opening has a name
	prints  []uint64
	full    float64 // length of the vector of weights times rarities
	lead    float64 // length of the vector of the lead's rarities
	title   float64 // length of the vector of the title's rarities
	pair    float64 // length of the vector of the pairs' rarities, as if there were always a few

	at     int32 // where it stands among the texts, as of the last settling; -1 for a copy
	kin    []kin // the earlier cards it was compared with then
	text   bool  // whether it was one text's first card then
	stale  bool  // what is common around it may have changed since
	adrift bool  // and whom it is like
}

// cardTerm is a term with how rare it is in the language's news and among the
// articles around it.
type cardTerm struct {
	hash   uint32
	weight uint8
	rarity uint8
	local  uint8
	zone   nutgraf.TermZone
}

// ownPairs is the length of the vector of two pairs or so. A text has them
// beside its own, which no other text has: so a turn of phrase that two texts of
// two sentences have in common does not make them alike.
const ownPairs = 300

// pull is what a term adds to the vector of its text.
func (t *cardTerm) pull() uint64 { return uint64(t.weight) * uint64(t.local) }

type cardPair struct {
	hash   uint32
	rarity uint8
	local  uint8
}

// mostWords bounds the words, and the pairs, of a card.
const mostWords = 128

func newCard(s *nutgraf.Sketch) *card {
	c := &card{id: s.ID, outlet: s.Outlet, day: s.Day, event: s.EventDay, weekday: s.EventWeekday, words: s.Words, prints: s.Prints}
	terms, pairs := s.Terms[:min(len(s.Terms), mostWords)], s.Pairs[:min(len(s.Pairs), mostWords)]
	c.terms = make([]cardTerm, len(terms))
	for i, t := range terms {
		c.terms[i] = cardTerm{hash: termHash(t.Text), weight: t.Weight, rarity: t.Rarity, local: t.Rarity, zone: t.Zone}
		c.named = c.named || t.Zone&nutgraf.IsName != 0 && t.Zone&nutgraf.InLead != 0
	}
	slices.SortFunc(c.terms, func(a, b cardTerm) int { return cmp.Compare(a.hash, b.hash) })
	c.pairs = make([]cardPair, len(pairs))
	for i, p := range pairs {
		c.pairs[i] = cardPair{hash: p.Hash, rarity: p.Rarity, local: p.Rarity}
	}
	for _, n := range s.Numbers {
		h := hash32([]byte(n))
		c.numbers = append(c.numbers, h)
		if !isYear(n) {
			c.figures = append(c.figures, h)
		}
	}
	slices.Sort(c.numbers)
	slices.Sort(c.figures)
	c.measure()
	return c
}

// isYear reports whether a number is most likely a year: that of an election
// stands in all reports that have to do with it, and binds none of them.
func isYear(number string) bool {
	return len(number) == 4 && (strings.HasPrefix(number, "19") || strings.HasPrefix(number, "20"))
}

// termHash is the number of a sketch's term: that of the word it is from.
func termHash(text string) uint32 {
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		return hash32([]byte(text))
	}
	return hash32(stem([]byte(text)))
}

// measure computes the lengths of the card's vectors.
func (c *card) measure() {
	var full, lead, title uint64
	pair := uint64(ownPairs * ownPairs)
	for i := range c.terms {
		t := &c.terms[i]
		full += t.pull() * t.pull()
		r := uint64(t.local) * uint64(t.local)
		if t.zone&nutgraf.InLead != 0 {
			lead += r
		}
		if t.zone&nutgraf.InTitle != 0 {
			title += r
		}
	}
	for _, p := range c.pairs {
		pair += uint64(p.local) * uint64(p.local)
	}
	c.full, c.lead, c.title, c.pair = root(full), root(lead), root(title), root(pair)
}

func root(x uint64) float64 { return math.Sqrt(float64(x)) }

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
