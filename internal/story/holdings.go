package story

import (
	"math"

	"nutgraf"
)

// What a saga's term is worth among the stories held.
const (
	littleKnown  = 7.5 * raritySteps // rarity from which on the language's news does not know how common a word is
	mixedStories = 10                // stories as which the language's news counts there
	outletShare  = .2                // what is left of a word of an outlet's name
	leadTimes    = 1.7               // how much more a word of title or opening pulls, which say what it is about
	titleTimes   = 1.4               // how much more again one of the title
)

// holdings is how common terms are among stories held, whenever they were.
//
// The language's news knows well how rare a word is that it often has, and a
// saga may well be most of what is held: there its rarity stands. Of a word
// that it hardly has it knows little. That may be a name of the one matter, or
// the name of the town that a regional paper writes of each day: there the
// stories held decide.
type holdings struct {
	stories int
	of      map[uint32]int
	outlets map[uint32]int // words of the outlets' names, by how many outlets bear them
	reports map[string]int // by outlet
	counted map[uint32]bool
}

func newHoldings() *holdings {
	return &holdings{of: map[uint32]int{}, outlets: map[uint32]int{}, reports: map[string]int{}, counted: map[uint32]bool{}}
}

// count takes a story in (by = 1) or out (by = -1).
func (h *holdings) count(story []*card, by int) {
	h.stories += by
	clear(h.counted)
	for _, c := range story {
		h.name(c.outlet, by)
		for i := range c.terms {
			if t := &c.terms[i]; t.rarity >= littleKnown && !h.counted[t.hash] {
				h.counted[t.hash] = true
				if h.of[t.hash] += by; h.of[t.hash] == 0 {
					delete(h.of, t.hash)
				}
			}
		}
	}
}

// name takes one report of the outlet in or out, and with the first or the last
// one the words of its name.
func (h *holdings) name(outlet string, by int) {
	before := h.reports[outlet]
	if h.reports[outlet] += by; outlet == "" || before > 0 && h.reports[outlet] > 0 {
		return
	}
	var w word
	for s := newScanner(outlet); s.next(&w); {
		h.outlets[w.key()] += by
	}
}

// pull is what a term adds to the profile of its story.
func (h *holdings) pull(t cardTerm) uint64 {
	r := float64(t.rarity)
	if t.rarity >= littleKnown {
		here := (float64(h.of[t.hash]-1) + float64(mixedStories*shares[t.rarity])) / (float64(h.stories-1) + mixedStories)
		r = min(r, max(1, -math.Log(here)*raritySteps))
	}
	if h.outlets[t.hash] > 0 {
		r *= outletShare
	}
	if t.zone&nutgraf.InLead != 0 {
		r *= leadTimes
	}
	if t.zone&nutgraf.InTitle != 0 {
		r *= titleTimes
	}
	return max(1, uint64(math.Round(float64(t.weight)*r)))
}
