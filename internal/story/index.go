package story

import (
	"cmp"
	"slices"

	"nutgraf"
)

// Bounds on the search for candidates.
const (
	probes     = 24  // terms of a card that are looked up
	candidates = 40  // cards compared with a card in full
	postings   = 400 // cards looked at under one term, the nearest in order
	window     = 21  // days within which reports can be of one story
)

// edge is a pair of cards, by position, that were compared.
type edge struct {
	a, b  int32
	score int64
}

// link compares each card with those before it that share its telling terms.
func link(cards []*card) []edge {
	var edges []edge
	lists := map[uint32][]posting{}
	acc := make([]float32, len(cards))
	var touched []int32
	for n, c := range cards {
		telling := tellingTerms(c)
		for _, t := range telling {
			list := lists[t.hash]
			for k := len(list) - 1; k >= max(0, len(list)-postings); k-- {
				p := list[k]
				if apart(c, cards[p.card]) {
					break
				}
				if acc[p.card] == 0 {
					touched = append(touched, p.card)
				}
				acc[p.card] += t.weight * p.weight
			}
		}
		slices.SortFunc(touched, func(a, b int32) int {
			return cmp.Or(cmp.Compare(acc[b]/cards[b].full, acc[a]/cards[a].full), cmp.Compare(a, b))
		})
		for k, m := range touched {
			if k < candidates {
				if s := likeness(compare(c, cards[m])); s > 0 {
					edges = append(edges, edge{a: m, b: int32(n), score: s})
				}
			}
			acc[m] = 0
		}
		touched = touched[:0]
		for _, t := range telling {
			lists[t.hash] = append(lists[t.hash], posting{int32(n), t.weight})
		}
	}
	return edges
}

type posting struct {
	card   int32
	weight float32
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
		return cmp.Or(cmp.Compare(telling(b), telling(a)), cmp.Compare(a.hash, b.hash))
	})
	return out[:probes]
}

func telling(t cardTerm) float32 {
	if t.zone&nutgraf.InLead != 0 {
		return 1.5 * t.weight
	}
	return t.weight
}
