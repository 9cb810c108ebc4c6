package story

import (
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
	cards map[string]*card
	last  map[string]nutgraf.Story // stories of the last Update, by id
}

// NewGrouper returns an empty Grouper.
func NewGrouper() *Grouper {
	return &Grouper{cards: map[string]*card{}}
}

// Add takes a sketch in; one of the same id is replaced.
func (g *Grouper) Add(s nutgraf.Sketch) { g.cards[s.ID] = newCard(&s) }

// Remove takes the sketch with the id out and reports whether it was there.
func (g *Grouper) Remove(id string) bool {
	_, ok := g.cards[id]
	delete(g.cards, id)
	return ok
}

// Len returns the number of sketches held.
func (g *Grouper) Len() int { return len(g.cards) }

// Settle returns the stories of all sketches held, by id. Every sketch is in
// one story, if need be alone.
func (g *Grouper) Settle() []nutgraf.Story {
	cards := slices.SortedFunc(maps.Values(g.cards), canonical)
	localise(cards)
	firsts := cluster(len(cards), link(cards), storyBar)
	groups := make([][]*card, len(cards))
	for i, f := range firsts {
		groups[f] = append(groups[f], cards[i])
	}
	groups = slices.DeleteFunc(groups, func(g []*card) bool { return len(g) == 0 })
	out := make([]nutgraf.Story, len(groups))
	of := sagas(groups)
	size := make([]int, len(groups))
	for i, members := range groups {
		out[i] = newStory(members)
		size[of[i]]++
	}
	for i, f := range of {
		if size[f] > 1 {
			out[i].Saga = storyID("g", groups[f][0].id)
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Story) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// Update settles and returns what has changed since the last Update.
func (g *Grouper) Update() Changes {
	now := map[string]nutgraf.Story{}
	at := map[string]string{}
	var ch Changes
	for _, s := range g.Settle() {
		now[s.ID] = s
		for _, m := range s.Members {
			at[m] = s.ID
		}
		if !same(g.last[s.ID], s) {
			ch.Stories = append(ch.Stories, s)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(g.last)) {
		if _, ok := now[id]; !ok {
			ch.Gone = append(ch.Gone, id)
		}
	}
	ch.Redirect = redirects(ch.Gone, g.last, at)
	g.last = now
	return ch
}

// redirects finds for each story that is gone the one that holds most of its
// members; of two that hold as many, the one with the earlier of them.
func redirects(gone []string, last map[string]nutgraf.Story, at map[string]string) map[string]string {
	out := make(map[string]string, len(gone))
	for _, id := range gone {
		votes, best := map[string]int{}, ""
		for _, m := range last[id].Members {
			if s := at[m]; s != "" {
				votes[s]++
			}
		}
		for _, m := range last[id].Members {
			if s := at[m]; s != "" && votes[s] > votes[best] {
				best = s
			}
		}
		out[id] = best
	}
	return out
}

func same(a, b nutgraf.Story) bool {
	return a.Saga == b.Saga && slices.Equal(a.Members, b.Members) && slices.EqualFunc(a.Copies, b.Copies, slices.Equal)
}

// newStory makes the story of members, which are in canonical order.
func newStory(members []*card) nutgraf.Story {
	s := nutgraf.Story{ID: storyID("s", members[0].id)}
	for _, m := range members {
		s.Members = append(s.Members, m.id)
	}
	return s
}

// storyID is a hash of the id of the canonical first article.
func storyID(prefix, id string) string {
	return fmt.Sprintf("%s%012x", prefix, mix(hash64([]byte(id)))>>16)
}
