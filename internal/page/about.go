package page

import (
	"slices"
	"strings"

	"nutgraf"
)

// about gives each utterance the people and bodies that its words name, its own
// speakers apart, in the order of the story's entities. Whom a pronoun stands for
// is not counted: a page of what is said about somebody should show the name.
func about(families []nutgraf.Family, members []nutgraf.Member, entities []nutgraf.StoryEntity) []nutgraf.Family {
	of := map[string]int{}
	merged := make([]map[int]int, len(members)) // a report's entity to the story's
	for i, m := range members {
		of[m.Doc.ID], merged[i] = i, map[int]int{}
	}
	for n, e := range entities {
		for i, own := range e.Members {
			if own >= 0 && i < len(members) && (e.Type == nutgraf.Person || e.Type == nutgraf.Organization) {
				merged[i][own] = n
			}
		}
	}
	out := slices.Clone(families)
	for k := range out {
		f := &out[k]
		var named []int
		for _, v := range f.Variants {
			i, ok := of[v.Doc]
			if !ok {
				continue
			}
			for _, c := range v.Cites {
				for _, m := range within(members[i].Ann.Mentions, c.Span) {
					if n, ok := merged[i][m.Entity]; ok && m.Kind == nutgraf.ByName {
						named = append(named, n)
					}
				}
			}
		}
		slices.Sort(named)
		f.About = nil
		for _, n := range slices.Compact(named) {
			if name := entities[n].Name; !slices.Contains(strings.Split(f.Speaker, "; "), name) {
				f.About = append(f.About, name)
			}
		}
	}
	return out
}

// within are the mentions that stand in a span; all are in the order of text.
func within(all []nutgraf.Mention, span nutgraf.Span) []nutgraf.Mention {
	from, _ := slices.BinarySearchFunc(all, span.Start, func(m nutgraf.Mention, at int) int { return m.Span.Start - at })
	to := from
	for to < len(all) && all[to].Span.End <= span.End {
		to++
	}
	return all[from:to]
}
