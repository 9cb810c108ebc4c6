package compare

import (
	"cmp"
	"slices"

	"nutgraf"
)

// Order returns a story's reports in the order in which pages show them: by the
// middle of the days that each can have been published on, those without any
// last, ties by id. A page date that cannot be true orders nothing.
func (c *Comparer) Order(members []nutgraf.Member) []nutgraf.Member {
	dates := c.clock.Anchor(members).Dates
	type placed struct {
		member nutgraf.Member
		middle int64
	}
	all := make([]placed, len(members))
	for i, m := range members {
		all[i] = placed{m, int64(1) << 40}
		if d := dates[i]; d.From != nutgraf.NoDay && d.To != nutgraf.NoDay {
			all[i].middle = int64(d.From) + int64(d.To)
		}
	}
	slices.SortFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.middle, b.middle), cmp.Compare(a.member.Doc.ID, b.member.Doc.ID))
	})
	out := make([]nutgraf.Member, len(all))
	for i, p := range all {
		out[i] = p.member
	}
	return out
}
