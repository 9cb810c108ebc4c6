package story

import "slices"

// What makes two articles copies of one text.
const (
	copyShare = .7  // of their word runs that agree, and the numbers of the opening
	sureShare = .85 // of their word runs, whatever the numbers: those of another headline
	copyWords = 25  // words that an article must have for it to be told
)

// copies finds the articles that are one text in several places: reprints,
// print and mobile versions, syndicated copies. It returns for each card the
// first card of its text. What differs in the numbers of its opening is no
// copy unless hardly anything else does: a weather report of another day resembles this one.
func copies(cards []*card) []int32 {
	first := make([]int32, len(cards))
	byPrint := map[uint64][]int32{} // first cards, by each of their prints
	for i, c := range cards {
		first[i] = int32(i)
		if c.words < copyWords || len(c.prints) == 0 {
			continue
		}
		if f, ok := original(c, cards, byPrint); ok {
			first[i] = f
			continue
		}
		for _, p := range c.prints {
			if len(byPrint[p]) < maxOriginals {
				byPrint[p] = append(byPrint[p], int32(i))
			}
		}
	}
	return first
}

// maxOriginals bounds the texts that are looked at under one fingerprint.
const maxOriginals = 8

// original finds the earliest text that c is a copy of.
func original(c *card, cards []*card, byPrint map[uint64][]int32) (int32, bool) {
	best, found := int32(0), false
	for _, p := range c.prints {
		for _, f := range byPrint[p] {
			if (!found || f < best) && isCopy(c, cards[f]) {
				best, found = f, true
			}
		}
	}
	return best, found
}

func isCopy(a, b *card) bool {
	alike := resemblance(a.prints, b.prints)
	return alike >= sureShare || alike >= copyShare && slices.Equal(a.numbers, b.numbers)
}
