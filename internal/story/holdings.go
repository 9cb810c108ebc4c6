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
)

// holdings is how common terms are among all stories held, whenever they were.
//
// The language's news knows well how rare a word is that it often has, and a
// saga may well be most of what is held: there its rarity stands. Of a word
// that it hardly has it knows little. That may be a name of the one matter, or
// the name of the town that a regional paper writes of each day: there the
// stories held decide.
type holdings struct {
	stories int
	of      map[uint32]int32
	outlets map[uint32]bool // words of the outlets' names
}

func newHoldings(stories [][]*card) *holdings {
	h := &holdings{stories: len(stories), of: map[uint32]int32{}, outlets: map[uint32]bool{}}
	named := map[string]bool{}
	counted := map[uint32]bool{}
	for _, s := range stories {
		clear(counted)
		for _, c := range s {
			if c.outlet != "" && !named[c.outlet] {
				named[c.outlet] = true
				h.name(c.outlet)
			}
			for i := range c.terms {
				if t := &c.terms[i]; t.rarity >= littleKnown && !counted[t.hash] {
					counted[t.hash] = true
					h.of[t.hash]++
				}
			}
		}
	}
	return h
}

func (h *holdings) name(outlet string) {
	var w word
	for s := newScanner(outlet); s.next(&w); {
		h.outlets[w.key()] = true
	}
}

// pull is what a term adds to the profile of its story.
func (h *holdings) pull(t cardTerm) uint64 {
	r := float64(t.rarity)
	if t.rarity >= littleKnown {
		here := (float64(h.of[t.hash]-1) + float64(mixedStories*shares[t.rarity])) / (float64(h.stories-1) + mixedStories)
		r = min(r, max(1, -math.Log(here)*raritySteps))
	}
	if h.outlets[t.hash] {
		r *= outletShare
	}
	x := max(1, uint64(math.Round(float64(t.weight)*r)))
	if t.zone&nutgraf.IsName != 0 {
		x *= nameTimes
	}
	return x
}
