package story

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"nutgraf"
)

// Grouper holds sketches and settles them into stories and sagas. The same set
// of sketches gives the same stories, in whatever order and batches they came.
// It is not safe for concurrent use.
type Grouper struct {
	set      *Settings
	cards    map[string]*card
	moved    map[nutgraf.Day]bool // days that a text has left since the last settling
	settled  []nutgraf.Story      // what Settle returned last; nil when something changed since
	sagas    *sagaFinder
	spelling map[uint32]string // of the words, the first in order of those that count as one
}

// NewGrouper returns an empty Grouper with the settings that ship.
func NewGrouper() *Grouper {
	set := Shipped()
	return &Grouper{set: &set, cards: map[string]*card{}, moved: map[nutgraf.Day]bool{}, sagas: newSagaFinder(), spelling: map[uint32]string{}}
}

// Add takes a sketch in; one of the same id is replaced.
func (g *Grouper) Add(s nutgraf.Sketch) {
	g.Remove(s.ID)
	g.cards[s.ID] = newCard(&s)
	for _, t := range s.Terms {
		h := termHash(t.Text)
		if known, ok := g.spelling[h]; !ok || t.Text < known {
			g.spelling[h] = t.Text
		}
	}
	g.settled = nil
}

// Remove takes the sketch with the id out and reports whether it was there.
func (g *Grouper) Remove(id string) bool {
	c, ok := g.cards[id]
	if !ok {
		return false
	}
	if c.text {
		g.moved[c.day] = true
	}
	delete(g.cards, id)
	g.settled = nil
	return true
}

// Len returns the number of sketches held.
func (g *Grouper) Len() int { return len(g.cards) }

// Settle returns the stories of all sketches held, by id. Every sketch is in
// one story, if need be alone.
//
// What comes out depends on the set of sketches alone. What was found out the
// last time is used again for the days that nothing came near to.
func (g *Grouper) Settle() []nutgraf.Story {
	if g.settled == nil {
		g.settled = g.named(g.stories())
	}
	return g.settled
}

// members returns the ids of the reports of each story.
func members(groups [][]*card, places map[string][]*card) [][]string {
	out := make([][]string, len(groups))
	for i, texts := range groups {
		out[i] = newStory(texts, places).Members
	}
	return out
}

// grouping is what settling finds: all texts, those of each story, those of each
// matter, which is one story or two reports that are none, and the places of the
// texts that stand in several.
type grouping struct {
	texts            []*card
	stories, matters [][]*card
	places           map[string][]*card
}

func (g *Grouper) stories() grouping {
	texts, edges, places := g.linked()
	stories, matters := g.set.cluster(texts, edges)
	return grouping{texts, gather(texts, stories), gather(texts, matters), places}
}

// linked returns the texts in canonical order, how they are alike, and the
// places of those that stand in several.
func (g *Grouper) linked() (texts []*card, edges []edge, places map[string][]*card) {
	texts, places = g.localised()
	edges = g.set.link(texts)
	for _, c := range texts {
		c.stale, c.adrift = false, false
	}
	return texts, edges, places
}

// localised returns the texts with how rare their words are around them, and the
// places of those that stand in several.
func (g *Grouper) localised() (texts []*card, places map[string][]*card) {
	cards := slices.SortedFunc(maps.Values(g.cards), canonical)
	texts, places = distinct(cards)
	g.unsettle(cards, texts)
	g.set.localise(texts)
	return texts, places
}

// unsettle marks the texts of which something may come out otherwise than the
// last time: a text that came or went changes what is common around it, and so
// whom those around it are like, and whom those after them.
func (g *Grouper) unsettle(cards, texts []*card) {
	for _, c := range cards {
		c.at = -1
	}
	for i, c := range texts {
		c.at = int32(i)
	}
	for _, c := range cards {
		if is := c.at >= 0; is != c.text {
			g.moved[c.day] = true
			c.text = is
		}
	}
	days := slices.Sorted(maps.Keys(g.moved))
	clear(g.moved)
	within := func(from, to nutgraf.Day) bool {
		k, _ := slices.BinarySearch(days, from)
		return k < len(days) && days[k] <= to
	}
	all := slices.Contains(days, nutgraf.NoDay)
	for _, c := range texts {
		if all || c.day == nutgraf.NoDay {
			c.stale, c.adrift = len(days) > 0, len(days) > 0
			continue
		}
		c.stale = within(c.day-localDays, c.day+localDays)
		c.adrift = within(c.day-localDays-window, c.day+localDays)
	}
}

// named makes the stories that were found, by id, with their sagas.
func (g *Grouper) named(found grouping) []nutgraf.Story {
	of := g.sagas.find(found.matters)
	saga := make([]int32, len(found.texts)) // of a text, the first matter of its saga
	for i, texts := range found.matters {
		for _, c := range texts {
			saga[c.at] = of[i]
		}
	}
	size := make([]int, len(found.matters))
	for _, texts := range found.stories {
		size[saga[texts[0].at]]++
	}
	out := make([]nutgraf.Story, len(found.stories))
	for i, texts := range found.stories {
		out[i] = newStory(texts, found.places)
		if first := saga[texts[0].at]; size[first] > 1 {
			out[i].Saga = storyID("g", found.matters[first][0].id)
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Story) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// distinct returns one card for each text, and under its id all cards of it
// where there are several.
func distinct(cards []*card) (texts []*card, places map[string][]*card) {
	places = map[string][]*card{}
	for i, f := range copies(cards) {
		if int(f) == i {
			texts = append(texts, cards[i])
			continue
		}
		id := cards[f].id
		if places[id] == nil {
			places[id] = []*card{cards[f]}
		}
		places[id] = append(places[id], cards[i])
	}
	return texts, places
}

// gather puts together the cards of each group, given the first of each
// card's.
func gather(cards []*card, firsts []int32) [][]*card {
	groups := make([][]*card, len(cards))
	for i, f := range firsts {
		groups[f] = append(groups[f], cards[i])
	}
	return slices.DeleteFunc(groups, func(g []*card) bool { return len(g) == 0 })
}

// newStory makes the story of texts and of the further places they stand in.
func newStory(texts []*card, places map[string][]*card) nutgraf.Story {
	var s nutgraf.Story
	members := slices.Clone(texts)
	for _, t := range texts {
		if same := places[t.id]; same != nil {
			members = append(members, same[1:]...)
			s.Copies = append(s.Copies, ids(same))
		}
	}
	slices.SortFunc(members, canonical)
	s.Members = ids(members)
	s.ID = storyID("s", s.Members[0])
	return s
}

// SagaOf names the saga of a story. One that no other follows is a saga of its
// own, under the id that the saga has once another does.
func SagaOf(s *nutgraf.Story) string {
	return cmp.Or(s.Saga, "g"+strings.TrimPrefix(s.ID, "s"))
}

func ids(cards []*card) []string {
	out := make([]string, len(cards))
	for i, c := range cards {
		out[i] = c.id
	}
	return out
}

// storyID is a hash of the id of the canonical first article.
func storyID(prefix, id string) string {
	return fmt.Sprintf("%s%012x", prefix, mix(hash64([]byte(id)))>>16)
}
