package story

import (
	"cmp"
	"slices"

	"nutgraf"
)

// Bounds on the search for candidates.
const (
	probes     = 24  // terms of a card that are looked up
	candidates = 28  // cards compared with a card in full
	postings   = 400 // cards looked at under one term, the nearest in order
	window     = 21  // days within which reports can be of one story
)

// littleShared is the cosine that the looked-up terms of two cards must add up
// to for the cards to be compared.
const littleShared = .012

// leastEdge is the score up to which a pair counts as 0.
const leastEdge = 30 * unit / 1000

// edge is a pair of cards, by position, that were compared.
type edge struct {
	a, b  int32
	score int64
}

// link compares each card with those before it that share its telling terms.
func (set *Settings) link(cards []*card) []edge {
	var edges []edge
	lists := map[uint32][]posting{}
	s := search{cards: cards, sums: make([]uint64, len(cards))}
	for n, c := range cards {
		telling := tellingTerms(c)
		for _, m := range s.candidates(c, telling, lists) {
			if score := set.judge(c, cards[m]); score > leastEdge {
				edges = append(edges, edge{a: m, b: int32(n), score: score})
			}
		}
		for _, t := range telling {
			lists[t.hash] = append(lists[t.hash], posting{int32(n), uint32(t.pull())})
		}
	}
	return edges
}

type posting struct {
	card int32
	pull uint32
}

// search finds candidates; it holds what is used again from card to card.
type search struct {
	cards   []*card
	sums    []uint64
	touched []int32
}

// candidates returns the cards that share most of c's telling terms, in an
// order that depends on the cards alone.
func (s *search) candidates(c *card, telling []cardTerm, lists map[uint32][]posting) []int32 {
	s.touched = s.touched[:0]
	for _, t := range telling {
		list := lists[t.hash]
		for k := len(list) - 1; k >= max(0, len(list)-postings); k-- {
			p := list[k]
			if apart(c, s.cards[p.card]) {
				break
			}
			if s.sums[p.card] == 0 {
				s.touched = append(s.touched, p.card)
			}
			s.sums[p.card] += t.pull() * uint64(p.pull)
		}
	}
	enough := func(m int32) bool { return float64(s.sums[m]) >= float64(littleShared*float64(c.full*s.cards[m].full)) }
	s.touched = slices.DeleteFunc(s.touched, func(m int32) bool {
		if !enough(m) {
			s.sums[m] = 0
			return true
		}
		return false
	})
	share := func(m int32) float64 { return float64(s.sums[m]) / s.cards[m].full }
	slices.SortFunc(s.touched, func(a, b int32) int {
		return cmp.Or(cmp.Compare(share(b), share(a)), cmp.Compare(a, b))
	})
	for _, m := range s.touched {
		s.sums[m] = 0
	}
	return s.touched[:min(len(s.touched), candidates)]
}

// apart reports whether two cards are too many days apart to be of one story.
func apart(a, b *card) bool {
	if a.day == nutgraf.NoDay || b.day == nutgraf.NoDay {
		return false
	}
	return a.day-b.day > window || b.day-a.day > window
}

// tellingTerms returns the terms by which a card is looked up.
func tellingTerms(c *card) []cardTerm {
	if len(c.terms) <= probes {
		return c.terms
	}
	out := slices.Clone(c.terms)
	slices.SortFunc(out, func(a, b cardTerm) int {
		return cmp.Or(cmp.Compare(b.telling(), a.telling()), cmp.Compare(a.hash, b.hash))
	})
	return out[:probes]
}

func (t *cardTerm) telling() uint64 {
	if t.zone&nutgraf.InLead != 0 {
		return 3 * t.pull()
	}
	return 2 * t.pull()
}
