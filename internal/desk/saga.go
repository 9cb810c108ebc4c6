package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/page"
)

// What a story's page holds of the other stories of its saga: the nearest ones,
// in brief. Without a bound the pages of a long saga would hold each other
// whole, and every new report would change all of them.
const (
	neighbours    = 12 // on either side
	neighbourSaid = 6  // quotations of each
)

// chapter is a story in its saga: digests of all that its own page is made from
// and of its saga's name and its neighbours' pages, as they are and as they were when they were
// stored. page is there when it had to be made or looked up.
type chapter struct {
	story              nutgraf.Story
	base, near         string
	heldBase, heldNear string
	from               nutgraf.Day
	page               *nutgraf.StoryPage
}

// saga is the chapters of a saga, in the order of their days once sorted.
type saga []chapter

// sort orders the chapters by day, those without any last, and digests each
// one's neighbours.
func (s saga) sort() {
	slices.SortFunc(s, func(a, b chapter) int {
		if known := a.from != nutgraf.NoDay; known != (b.from != nutgraf.NoDay) {
			if known {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(a.from, b.from), strings.Compare(a.story.ID, b.story.ID))
	})
	for i := range s {
		if s[i].near = ""; len(s) > 1 {
			s[i].near = sum("near "+s[i].story.Saga, s.bases(i)...)
		}
	}
}

// around gives the places of the chapters nearest to the one at place.
func (s saga) around(place int) []int {
	var out []int
	for at := max(0, place-neighbours); at <= min(len(s)-1, place+neighbours); at++ {
		if at != place {
			out = append(out, at)
		}
	}
	return out
}

func (s saga) bases(place int) []string {
	var out []string
	for _, at := range s.around(place) {
		out = append(out, s[at].base)
	}
	return out
}

// stale reports whether any page of the saga is to be made anew.
func (s saga) stale() bool {
	for i := range s {
		if s[i].base != s[i].heldBase {
			return true
		}
	}
	s.sort()
	return slices.ContainsFunc(s, func(c chapter) bool { return c.near != c.heldNear })
}

// makeSaga makes the pages of a saga that are not as they should be: those of
// changed stories from their reports, those of their neighbours from what is
// stored.
func (d *Desk) makeSaga(ctx context.Context, r *room, s saga) ([]nutgraf.Settled, error) {
	for i := range s {
		if s[i].base == s[i].heldBase {
			continue
		}
		members, err := d.members(ctx, r, s[i].story)
		if err != nil {
			return nil, err
		}
		p := r.page(s[i].story, members)
		s[i].page, s[i].from = &p, nutgraf.NoDay
		if from, _, ok := page.Days(p.Articles); ok {
			s[i].from = from
		}
	}
	s.sort()
	var out []nutgraf.Settled
	for i := range s {
		if s[i].base == s[i].heldBase && s[i].near == s[i].heldNear {
			continue
		}
		full, err := d.complete(ctx, s, i)
		if err != nil {
			return nil, err
		}
		out = append(out, nutgraf.Settled{Story: s[i].story, Page: full, Line: r.line(&full, d.clock()), Digest: s[i].base + " " + s[i].near})
	}
	return out, nil
}

// complete gives a page its neighbours.
func (d *Desk) complete(ctx context.Context, s saga, place int) (nutgraf.StoryPage, error) {
	own, err := d.bare(ctx, &s[place])
	if err != nil {
		return nutgraf.StoryPage{}, err
	}
	full := *own
	var others []nutgraf.StoryPage
	for _, at := range s.around(place) {
		p, err := d.bare(ctx, &s[at])
		if err != nil {
			return full, err
		}
		others = append(others, inBrief(p))
	}
	page.Join(&full, s[place].story.Saga, others)
	return full, nil
}

// bare returns a chapter's page: the one just made, else the stored one, whose
// own findings are the same.
func (d *Desk) bare(ctx context.Context, c *chapter) (*nutgraf.StoryPage, error) {
	if c.page == nil {
		p, err := d.store.Page(ctx, c.story.ID)
		if err != nil {
			return nil, err
		}
		c.page = p
	}
	return c.page, nil
}

// inBrief strips a page of what other pages do not show of it.
func inBrief(p *nutgraf.StoryPage) nutgraf.StoryPage {
	out := nutgraf.StoryPage{ID: p.ID, Title: p.Title, First: p.First, Last: p.Last}
	for _, a := range p.Articles {
		a.Times, a.Shares, a.Only, a.NotFound, a.Warnings = nil, nil, nil, nil, nil
		out.Articles = append(out.Articles, a)
	}
	for _, f := range p.Families {
		if len(out.Families) == neighbourSaid {
			break
		}
		if f.Kind == nutgraf.Indirect || f.Fullest < 0 || f.Fullest >= len(f.Variants) {
			continue
		}
		full := f.Variants[f.Fullest]
		full.Diff = nil
		f.Variants, f.Fullest, f.Why = []nutgraf.Variant{full}, 0, nutgraf.Evidence{}
		out.Families = append(out.Families, f)
	}
	for _, n := range p.Provenance.Nodes {
		if n.Role == nutgraf.RoleNewsOrigin {
			out.Provenance.Nodes = append(out.Provenance.Nodes, n)
		}
	}
	return out
}
