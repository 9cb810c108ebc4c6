package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// rankLists are the ranks of soldiers, sailors and the police by all their forms.
type rankLists struct{ ranks, parts map[string]string }

func rankListsOf(pack *lang.Pack) rankLists {
	return rankLists{pack.Alike("ranks"), pack.Alike("rank_parts")}
}

// ranked is a rank that a report gives somebody before his name.
type ranked struct {
	member int
	rank   string
	cite   nutgraf.Cite
}

// rankings finds two ranks given to one person: "Commander Otto Lund" beside "Commodore
// Otto Lund". A report that gives him two stands on no side.
func (f *Finder) rankings(s Story) []nutgraf.Conflict {
	all := map[int][]ranked{}
	var order []int
	for i, m := range s.Members {
		for _, x := range m.Ann.Mentions {
			e := s.entity(i, x.Entity)
			if x.Kind != nutgraf.ByName || e < 0 || s.Entities[e].Type != nutgraf.Person {
				continue
			}
			if k := m.Seg.SentenceAt(x.Span.Start); k < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
				continue
			}
			rank, span := f.rankBefore(m, x.Span)
			if rank == "" || f.qualified(behind(m.Doc.Text[max(0, span.Start-beforeRole):span.Start])) != "" {
				continue
			}
			if all[e] == nil {
				order = append(order, e)
			}
			all[e] = append(all[e], ranked{i, rank, m.Doc.Cite(span)})
		}
	}
	var out []nutgraf.Conflict
	for _, e := range order {
		c := nutgraf.Conflict{
			Kind: nutgraf.ConflictName, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Matter: "Rank of " + s.Entities[e].Name,
			Why: "The reports give one person two ranks.",
		}
		c.Rule = nutgraf.Evidence{Rule: "conflict.rank", Text: c.Why}
		var sides []string
		for _, x := range all[e] {
			if slices.ContainsFunc(all[e], func(y ranked) bool { return y.member == x.member && y.rank != x.rank }) {
				continue
			}
			at := slices.Index(sides, x.rank)
			if at < 0 {
				at = len(sides)
				sides = append(sides, x.rank)
				c.Sides = append(c.Sides, nutgraf.Side{Value: x.cite.Text})
			}
			if side := &c.Sides[at]; len(side.Evidence) < passagesMost && !slices.ContainsFunc(side.Evidence, func(y nutgraf.Cite) bool { return y.Doc == x.cite.Doc }) {
				side.Evidence = append(side.Evidence, x.cite)
			}
		}
		if len(sides) < 2 || oneRank(sides) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// oneRank reports whether any two of the ranks can be one, cut: "Lt. Col." and "Col.".
func oneRank(ranks []string) bool {
	for i, a := range ranks {
		for _, b := range ranks[:i] {
			x, y := strings.Fields(a), strings.Fields(b)
			if x[len(x)-1] == y[len(y)-1] && (len(x) == 1 || len(y) == 1) {
				return true
			}
		}
	}
	return false
}

// rankBefore reads the rank right before a name, or at its head, and the words from it to
// the name's end. Ranks are written with a capital before a name: "captain Otto Lund"
// leads a team.
func (f *Finder) rankBefore(m nutgraf.Member, name nutgraf.Span) (string, nutgraf.Span) {
	k := m.Seg.TokenAt(name.Start)
	word := func(i int) string {
		return strings.ToLower(strings.TrimSuffix(m.Seg.Tokens[i].Span().Of(m.Doc.Text), "."))
	}
	var words []string
	for k < len(m.Seg.Tokens) && int(m.Seg.Tokens[k].Start) < name.End && (f.nameLists.rank.ranks[word(k)] != "" || f.nameLists.rank.parts[word(k)] != "") {
		k++
	}
	if k >= len(m.Seg.Tokens) || int(m.Seg.Tokens[k].Start) >= name.End {
		return "", name // a name that is a rank
	}
	span := nutgraf.Span{Start: int(m.Seg.Tokens[k].Start), End: name.End}
	for i := k - 1; i >= 0 && i >= k-3; i-- {
		w := word(i)
		if w == "" || w == "." {
			continue
		}
		rank := f.nameLists.rank.ranks[w]
		if len(words) > 0 && rank == "" || len(words) > 0 && f.nameLists.rank.parts[w] != "" {
			rank = f.nameLists.rank.parts[w]
		}
		if rank == "" || !m.Seg.Tokens[i].Upper {
			break
		}
		words = append([]string{rank}, words...)
		span.Start = int(m.Seg.Tokens[i].Start)
	}
	return strings.Join(words, " "), span
}
