// Package compare lays the reports of one story side by side. Compare runs the
// comparisons in the one order in which each finds what it needs; all of them
// are pure: the same members in the same order give the same findings.
package compare

import (
	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/compare/alone"
	"nutgraf/internal/compare/claim"
	"nutgraf/internal/compare/conflict"
	"nutgraf/internal/compare/provenance"
	"nutgraf/internal/compare/reuse"
	"nutgraf/internal/compare/timeline"
	"nutgraf/internal/compare/variant"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
	"nutgraf/internal/overlap"
	"nutgraf/internal/standing"
	"nutgraf/internal/twin"
)

// Comparer holds the compiled comparisons of one language. It is safe for
// concurrent use.
type Comparer struct {
	names    *outlet.Names
	clock    *timeline.Clock
	alone    *alone.Finder
	tracer   *provenance.Tracer
	variant  *variant.Finder
	claim    *claim.Finder
	conflict *conflict.Finder
	gist     *gist.Reader
	cast     *cast.Caster
}

// New compiles the comparisons from a language pack.
func New(pack *lang.Pack) *Comparer {
	names, words, judge := outlet.New(pack), gist.New(pack), standing.New(pack)
	return &Comparer{
		names: names, gist: words, cast: cast.New(pack), clock: timeline.New(pack, judge), alone: alone.New(pack, judge),
		tracer: provenance.New(pack, names, words), variant: variant.New(pack, words), claim: claim.New(pack, words, judge), conflict: conflict.New(pack, words, judge),
	}
}

// Compare returns the findings of a story whose reports are members, in the
// order in which pages show them (see Order).
func (c *Comparer) Compare(members []nutgraf.Member) nutgraf.Findings {
	who := c.cast.Merge(members)
	anchored := c.clock.Anchor(members)
	f := nutgraf.Findings{
		Entities: who.Entities,
		Dates:    anchored.Dates, Times: anchored.Times, Warnings: anchored.Warnings,
	}
	f.Families = c.variant.Families(members, who, f.Times, f.Dates)
	words := folded(members)
	shared := overlap.Measure(members, words)
	f.Shares = shared.All
	index := c.gist.Index(members)
	f.Provenance = c.tracer.Trace(provenance.Story{
		Members: members, Families: f.Families, Entities: f.Entities, Shared: reuse.Find(members, f.Dates, c.names), Overlap: shared, Dates: f.Dates, Told: index,
	})
	f.Timeline = c.clock.Lanes(anchored)
	twins := twin.Find(members, words)
	matters, titled := c.claim.Find(members, f.Entities, f.Times, twins, index)
	f.Matters = matters
	f.Conflicts = c.conflict.Find(conflict.Story{
		Members: members, Matters: f.Matters, Titled: titled, Families: f.Families, Entities: f.Entities, Dates: f.Dates, Times: f.Times, Twins: twins, Told: index,
	})
	timeline.Dispute(f.Timeline, f.Conflicts)
	f.Claims = c.claim.Grid(members, f.Entities, f.Matters, c.claim.Statements(members, f.Entities, index), f.Conflicts, index)
	f.Only, f.NotFound = c.alone.Find(alone.Story{Members: members, Words: words, Families: f.Families, Claims: f.Claims, Told: index, Times: f.Times})
	return f
}

// folded returns the words of each report in their normal form.
func folded(members []nutgraf.Member) [][]fold.Word {
	out := make([][]fold.Word, len(members))
	for i, m := range members {
		out[i] = fold.Words(nil, m.Doc.Text, 0)
	}
	return out
}
