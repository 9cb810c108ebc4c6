// Package reprint makes the view of a story page in which what reports of the very same
// text, headlines apart, have in common is told once. A story that forty outlets had from
// one agency is forty reports and one text: that all of them have a sentence says no more
// than that one has it, and telling it forty times buries what the other reports say. The
// page itself keeps everything; surfaces for readers show this view of it.
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
			f[a.ID] = a
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

// Counts tells of each report how many others repeat its text.
func Counts(all []nutgraf.PageArticle) map[string]int {
	out := map[string]int{}
	for i := range all {
		if first := all[i].SameAs; first != "" {
			out[first]++
		}
	}
	return out
}

// folder has the reprints.
type folder map[string]*nutgraf.PageArticle

// there is where words of a reprint stand in the first report of its text; ok is false for
// what is no reprint's, or stands in its own head.
func (f folder) there(r nutgraf.Ref) (at nutgraf.Ref, ok bool) {
	a := f[r.Doc]
	if a == nil || r.Span.Start < a.SameSpan.Start || r.Span.End > a.SameSpan.End {
		return r, false
	}
	return nutgraf.Ref{Doc: a.SameAs, Span: nutgraf.Span{Start: r.Span.Start - a.SameShift, End: r.Span.End - a.SameShift}}, true
}

// changed returns the values with a change made to each, in a slice of their own.
func changed[T any](all []T, change func(*T)) []T {
	out := slices.Clone(all)
	for i := range out {
		change(&out[i])
	}
	return out
}

// without leaves out the values of reprints that the list has of the first report too:
// at the same words, with the same key beside.
func without[T any, K comparable](f folder, all []T, ref func(*T) nutgraf.Ref, key func(*T) K) []T {
	type value struct {
		at   nutgraf.Ref
		more K
	}
	if !slices.ContainsFunc(all, func(x T) bool { return f[ref(&x).Doc] != nil }) {
		return all
	}
	have := map[value]bool{}
	for i := range all {
		have[value{ref(&all[i]), key(&all[i])}] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(x T) bool {
		at, ok := f.there(ref(&x))
		return ok && have[value{at, key(&x)}]
	})
}

func alone[T any](*T) struct{} { return struct{}{} }

func (f folder) cites(all []nutgraf.Cite) []nutgraf.Cite {
	return without(f, all, func(c *nutgraf.Cite) nutgraf.Ref { return c.Ref }, alone)
}

func (f folder) refs(all []nutgraf.Ref) []nutgraf.Ref {
	return without(f, all, func(r *nutgraf.Ref) nutgraf.Ref { return *r }, alone)
}

// line folds the places of a sentence of the nut graf: further ones need not have all of it.
func (f folder) line(l *nutgraf.BriefLine) {
	l.Cites = slices.DeleteFunc(slices.Clone(l.Cites), func(c nutgraf.Cite) bool {
		at, ok := f.there(c.Ref)
		return ok && nutgraf.Touch(l.Cites, at)
	})
}

func (f folder) family(x *nutgraf.Family) {
	x.SpeakerEvidence, x.Why.Refs = f.cites(x.SpeakerEvidence), f.refs(x.Why.Refs)
	if x.Fullest < 0 || x.Fullest >= len(x.Variants) {
		return
	}
	where := func(v *nutgraf.Variant) nutgraf.Ref {
		if len(v.Cites) == 0 {
			return nutgraf.Ref{Doc: v.Doc}
		}
		return v.Cites[0].Ref
	}
	full := &x.Variants[x.Fullest]
	kept := without(f, x.Variants, where, alone)
	at := func(ref nutgraf.Ref) int {
		return slices.IndexFunc(kept, func(v nutgraf.Variant) bool { return where(&v) == ref })
	}
	i := at(where(full))
	if first, ok := f.there(where(full)); i < 0 && ok { // the fullest form is a reprint's: the first report has it too
		if i = at(first); i >= 0 {
			kept[i].Kind, kept[i].Diff, kept[i].Turns = full.Kind, full.Diff, full.Turns
		}
	}
	if i >= 0 {
		x.Variants, x.Fullest = kept, i
	}
}

func (f folder) claim(c *nutgraf.Claim) {
	type stand struct{ stance, side string }
	c.Support = without(f, c.Support, func(s *nutgraf.Support) nutgraf.Ref { return s.Cite.Ref },
		func(s *nutgraf.Support) stand { return stand{string(s.Stance), s.Side} })
	if first, ok := f.there(c.Label.Ref); ok {
		c.Label.Ref = first // the same words there
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
		if x := f[docs[node]]; x != nil {
			return nodes[x.SameAs]
		}
		return node
	}
	type tie struct {
		from, to string
		kind     nutgraf.EdgeKind
		at       nutgraf.Ref
	}
	key := func(e *nutgraf.Edge, from, to string) tie {
		t := tie{from: from, to: to, kind: e.Kind}
		if e.Kind == nutgraf.EdgeCredit && len(e.Evidence) > 0 {
			t.at = e.Evidence[0].Ref
			if from != e.From {
				t.at, _ = f.there(t.at)
			}
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
		return have[key(&e, from, to)] || common(&e) && (from == to || have[key(&e, to, from)])
	})
	p.Shared = slices.DeleteFunc(slices.Clone(p.Shared), func(x nutgraf.SharedText) bool { return f[x.Src.Doc] != nil || f[x.Dst.Doc] != nil })
	tied := map[string]bool{}
	for i := range p.Edges {
		tied[p.Edges[i].From], tied[p.Edges[i].To] = true, true
	}
	p.Nodes = slices.DeleteFunc(slices.Clone(p.Nodes), func(n nutgraf.Node) bool { return f[n.Doc] != nil && !tied[n.ID] })
}
