// Package reprint makes the view of a story page in which what reports of the very same
// text have in common is told once. A story that forty outlets had from one agency is
// forty reports and one text: that all of them have a sentence says no more than that one
// has it, and telling it forty times buries what the other reports say. The page itself
// keeps everything; surfaces for readers show this view of it.
package reprint

import (
	"slices"

	"nutgraf"
)

// Fold returns the page without what a reprint only repeats: cites, wordings, credits
// and ties of which the first report of the same text has the very same. What a reprint
// has of its own stays (its date and the days that follow from it, a credit beside the
// text), and all reports stay listed. A page without reprints is returned as it is; the
// page passed in is not changed.
func Fold(p *nutgraf.StoryPage) *nutgraf.StoryPage {
	f := folder{}
	for i := range p.Articles {
		if a := &p.Articles[i]; a.SameAs != "" {
			f[a.ID] = a.SameAs
		}
	}
	if len(f) == 0 {
		return p
	}
	q := *p
	q.Articles = slices.Clone(p.Articles)
	for i := range q.Articles {
		a := &q.Articles[i]
		a.Range.Evidence = f.cites(a.Range.Evidence)
		if a.SameAs != "" {
			a.Only, a.NotFound = nil, nil // the first report's, word for word
		}
	}
	q.Brief.Lines = changed(p.Brief.Lines, f.line)
	q.Vague = f.cites(p.Vague)
	q.Families = changed(p.Families, f.family)
	q.Claims = changed(p.Claims, f.claim)
	q.Conflicts = changed(p.Conflicts, func(c *nutgraf.Conflict) {
		c.Sides = changed(c.Sides, func(s *nutgraf.Side) { s.Evidence = f.cites(s.Evidence) })
		c.Rule.Refs = f.refs(c.Rule.Refs)
	})
	f.provenance(&q.Provenance)
	q.Timeline = changed(p.Timeline, f.entry)
	q.Warnings = changed(p.Warnings, func(w *nutgraf.Warning) { w.Evidence = f.cites(w.Evidence) })
	return &q
}

// Texts lists the reports of which none before has the very same text.
func Texts(all []nutgraf.PageArticle) []nutgraf.PageArticle {
	return slices.DeleteFunc(slices.Clone(all), func(a nutgraf.PageArticle) bool { return a.SameAs != "" })
}

// Of lists the reports that have the very text of the report named, in the page's order.
func Of(p *nutgraf.StoryPage, id string) []nutgraf.PageArticle {
	return slices.DeleteFunc(slices.Clone(p.Articles), func(a nutgraf.PageArticle) bool { return a.SameAs != id || id == "" })
}

// folder knows of each reprint the first report of its text.
type folder map[string]string

// changed returns the values with a change made to each, in a slice of their own.
func changed[T any](all []T, change func(*T)) []T {
	out := slices.Clone(all)
	for i := range out {
		change(&out[i])
	}
	return out
}

// without leaves out the values of reprints that the list has of the first report too. key
// is what makes two values the same one, with the report it is given.
func without[T any, K comparable](f folder, all []T, doc func(*T) string, key func(x *T, doc string) K) []T {
	if !slices.ContainsFunc(all, func(x T) bool { return f[doc(&x)] != "" }) {
		return all
	}
	have := map[K]bool{}
	for i := range all {
		have[key(&all[i], doc(&all[i]))] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool {
		first := f[doc(&x)]
		return first != "" && have[key(&x, first)]
	})
}

func (f folder) cites(all []nutgraf.Cite) []nutgraf.Cite {
	return without(f, all, func(c *nutgraf.Cite) string { return c.Doc },
		func(c *nutgraf.Cite, doc string) nutgraf.Ref { return nutgraf.Ref{Doc: doc, Span: c.Span} })
}

func (f folder) refs(all []nutgraf.Ref) []nutgraf.Ref {
	return without(f, all, func(r *nutgraf.Ref) string { return r.Doc },
		func(r *nutgraf.Ref, doc string) nutgraf.Ref { return nutgraf.Ref{Doc: doc, Span: r.Span} })
}

// line folds the places of a sentence of the nut graf: further ones need not have all of it.
func (f folder) line(l *nutgraf.BriefLine) {
	l.Cites = slices.DeleteFunc(slices.Clone(l.Cites), func(c nutgraf.Cite) bool {
		first := f[c.Doc]
		return first != "" && nutgraf.Touch(l.Cites, nutgraf.Ref{Doc: first, Span: c.Span})
	})
}

// at is where a wording or a credit begins, and of what kind it is.
type at struct {
	ref  nutgraf.Ref
	kind string
}

func (f folder) family(x *nutgraf.Family) {
	x.SpeakerEvidence, x.Why.Refs = f.cites(x.SpeakerEvidence), f.refs(x.Why.Refs)
	where := func(v *nutgraf.Variant, doc string) at {
		if len(v.Cites) == 0 {
			return at{nutgraf.Ref{Doc: doc}, string(v.Kind)}
		}
		return at{nutgraf.Ref{Doc: doc, Span: v.Cites[0].Span}, ""}
	}
	whose := func(v *nutgraf.Variant) string { return v.Doc }
	if x.Fullest < 0 || x.Fullest >= len(x.Variants) {
		return
	}
	full := &x.Variants[x.Fullest]
	kept := without(f, x.Variants, whose, where)
	// The fullest form may be a reprint's: the first report's is the same.
	i := slices.IndexFunc(kept, func(v nutgraf.Variant) bool { return where(&v, v.Doc) == where(full, full.Doc) })
	if i < 0 {
		i = slices.IndexFunc(kept, func(v nutgraf.Variant) bool { return where(&v, v.Doc) == where(full, f[full.Doc]) })
	}
	if i < 0 {
		return
	}
	if kept[i].Doc != full.Doc {
		kept = slices.Clone(kept)
		kept[i].Kind, kept[i].Diff, kept[i].Turns = full.Kind, full.Diff, full.Turns
	}
	x.Variants, x.Fullest = kept, i
}

func (f folder) claim(c *nutgraf.Claim) {
	type stand struct {
		ref          nutgraf.Ref
		stance, side string
	}
	c.Support = without(f, c.Support, func(s *nutgraf.Support) string { return s.Cite.Doc },
		func(s *nutgraf.Support, doc string) stand {
			return stand{nutgraf.Ref{Doc: doc, Span: s.Cite.Span}, string(s.Stance), s.Side}
		})
	if first := f[c.Label.Doc]; first != "" {
		c.Label.Doc = first // the same words at the same place
	}
}

// entry folds what a row of the timeline rests on. When a report was published is its
// own, whatever its text.
func (f folder) entry(e *nutgraf.TimelineEntry) {
	if e.Lane == nutgraf.LanePublication {
		return
	}
	e.Evidence = f.cites(e.Evidence)
	e.Others = changed(e.Others, func(o *nutgraf.OtherDay) { o.Evidence = f.cites(o.Evidence) })
}

// provenance folds the ties of reprints. That a report credits an outlet which is held as a
// reprint stays so: the outlet is the one named.
func (f folder) provenance(p *nutgraf.Provenance) {
	docs, nodes := map[string]string{}, map[string]string{}
	for i := range p.Nodes {
		docs[p.Nodes[i].ID] = p.Nodes[i].Doc
		if p.Nodes[i].Doc != "" {
			nodes[p.Nodes[i].Doc] = p.Nodes[i].ID
		}
	}
	first := func(node string) string {
		if x := f[docs[node]]; x != "" {
			return nodes[x]
		}
		return node
	}
	type tie struct {
		from, to string
		kind     nutgraf.EdgeKind
		at       nutgraf.Span
	}
	key := func(e *nutgraf.Edge, from, to string) tie {
		t := tie{from: from, to: to, kind: e.Kind}
		if e.Kind == nutgraf.EdgeCredit && len(e.Evidence) > 0 {
			t.at = e.Evidence[0].Span
		}
		return t
	}
	have := map[tie]bool{}
	for i := range p.Edges {
		e := &p.Edges[i]
		have[key(e, e.From, e.To)] = true
	}
	// Ties by words that two texts have in common are those of the texts.
	common := func(e *nutgraf.Edge) bool { return e.Kind == nutgraf.EdgeReuse || e.Kind == nutgraf.EdgeSharedQuote }
	p.Edges = slices.DeleteFunc(slices.Clone(p.Edges), func(e nutgraf.Edge) bool {
		from, to := first(e.From), e.To
		if common(&e) {
			to = first(e.To)
		}
		if from == e.From && to == e.To {
			return false
		}
		return from == to || have[key(&e, from, to)] || common(&e) && have[key(&e, to, from)]
	})
	p.Shared = slices.DeleteFunc(slices.Clone(p.Shared), func(x nutgraf.SharedText) bool { return f[x.Src.Doc] != "" || f[x.Dst.Doc] != "" })
	tied := map[string]bool{}
	for i := range p.Edges {
		tied[p.Edges[i].From], tied[p.Edges[i].To] = true, true
	}
	p.Nodes = slices.DeleteFunc(slices.Clone(p.Nodes), func(n nutgraf.Node) bool { return f[n.Doc] != "" && !tied[n.ID] })
}
