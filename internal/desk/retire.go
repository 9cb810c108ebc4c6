package desk

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"nutgraf"
)

// retire finds the stored stories that are no more, and leads each to the story
// that holds most of its reports now.
func (m *memo) retire(p *plan, stories []nutgraf.Story) {
	now, of := map[string]nutgraf.Story{}, map[string]string{}
	for _, s := range stories {
		now[s.ID] = s
		for _, member := range s.Members {
			of[member] = s.ID
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.held)) {
		if _, stands := now[id]; stands {
			continue
		}
		old := m.held[id].Story
		e := nutgraf.Ended{ID: id, Heir: heir(old, of)}
		_, stood := m.held[e.Heir]
		e.Why = whyEnded(old, now[e.Heir], of, stood)
		p.ended = append(p.ended, e)
	}
}

// heir returns the story that holds most of the old one's reports; of two that
// hold as many, the one with the smaller id.
func heir(old nutgraf.Story, of map[string]string) string {
	votes, best := map[string]int{}, ""
	for _, member := range old.Members {
		id := of[member]
		if id == "" {
			continue
		}
		votes[id]++
		if best == "" || votes[id] > votes[best] || votes[id] == votes[best] && strings.Compare(id, best) < 0 {
			best = id
		}
	}
	return best
}

// whyEnded says in plain words why a story is no more, given the one that its
// id leads to, the story of each report now, and whether the heir stood before.
func whyEnded(old, heir nutgraf.Story, of map[string]string, stood bool) string {
	held, kept := 0, 0
	for _, member := range old.Members {
		if of[member] != "" {
			held++
		}
		if of[member] == heir.ID {
			kept++
		}
	}
	switch {
	case held == 0:
		return "all its reports were withdrawn"
	case kept < held:
		return fmt.Sprintf("taken apart: of its %d reports %d went to the story that it leads to", held, kept)
	case stood:
		return "merged: all its reports joined a story that stood"
	case of[old.Members[0]] == "":
		return fmt.Sprintf("renamed: %s, its first report, was withdrawn", old.Members[0])
	}
	return fmt.Sprintf("renamed: %s comes before its first report", heir.Members[0])
}
