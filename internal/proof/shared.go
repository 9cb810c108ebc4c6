package proof

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
)

// What of a shared passage lies outside quotations is told of when it has this
// many words in common with the report, in a run of so many, and this share.
const (
	fewestCommon  = 8
	shortestRun   = 5
	shareInCommon = .6
)

// shared are the passages that the draft shares with a report outside
// quotations.
func (p *proof) shared(all []nutgraf.SharedText) []nutgraf.DraftShared {
	var out []nutgraf.DraftShared
	for own, other := range p.passages(all) {
		if x, ok := p.common(own, other); ok {
			out = append(out, x)
		}
	}
	return out
}

// passages gives the stretches of the draft, outside quotations, that stand in
// passages it shares with reports, and those passages.
func (p *proof) passages(all []nutgraf.SharedText) iter.Seq2[nutgraf.Span, nutgraf.Cite] {
	return func(yield func(nutgraf.Span, nutgraf.Cite) bool) {
		for _, s := range all {
			own, other := s.Src, s.Dst
			if own.Doc != p.id {
				own, other = other, own
			}
			if own.Doc != p.id || s.Kind == "quotation" {
				continue
			}
			for _, part := range p.outside(own.Span) {
				if !yield(part, other) {
					return
				}
			}
		}
	}
}

// laid lays the words of a stretch of the draft and of a passage side by side; ok
// is false where they have too little in common.
func (p *proof) laid(own nutgraf.Span, other nutgraf.Cite) (a, b []fold.Word, steps []align.Step, ok bool) {
	a, b = fold.Words(nil, own.Of(p.draft.Doc.Text), own.Start), fold.Words(nil, other.Text, other.Span.Start)
	steps = align.Words(fold.Keys(a), fold.Keys(b))
	kept, run := align.Kept(steps)
	return a, b, steps, kept >= fewestCommon && run >= shortestRun && float64(kept) >= shareInCommon*float64(len(a))
}

// outside cuts the draft's quotations out of a stretch of it.
func (p *proof) outside(s nutgraf.Span) []nutgraf.Span {
	var out []nutgraf.Span
	for _, q := range p.draft.Ann.Quotes {
		for _, part := range q.Parts {
			if q.Kind == nutgraf.Indirect || part.Overlap(s) == 0 {
				continue
			}
			if part.Start > s.Start {
				out = append(out, nutgraf.Span{Start: s.Start, End: part.Start})
			}
			s.Start = min(max(s.Start, part.End), s.End)
		}
	}
	if s.Start < s.End {
		out = append(out, s)
	}
	return out
}

// common narrows a stretch of the draft, and the passage of a report, to the
// words that they have in common.
func (p *proof) common(own nutgraf.Span, other nutgraf.Cite) (nutgraf.DraftShared, bool) {
	a, b, steps, ok := p.laid(own, other)
	if !ok {
		return nutgraf.DraftShared{}, false
	}
	steps = slices.DeleteFunc(steps, func(s align.Step) bool { return s.Op != align.Keep })
	first, last := steps[0], steps[len(steps)-1]
	stretch := func(words []fold.Word, from, to int) nutgraf.Span {
		return nutgraf.Span{Start: int(words[from].Start), End: int(words[to-1].End)}
	}
	return nutgraf.DraftShared{
		Own:  p.draft.Doc.Cite(stretch(a, first.A0, last.A1)),
		Also: []nutgraf.Cite{p.docs[other.Doc].Cite(stretch(b, first.B0, last.B1))},
	}, true
}

// uncredited gathers passages that stand in several reports, the longest of
// them for all, and leaves out those of which the draft credits a holder.
func (p *proof) uncredited(all []nutgraf.DraftShared) []nutgraf.DraftShared {
	slices.SortStableFunc(all, func(a, b nutgraf.DraftShared) int {
		return cmp.Or(b.Own.Span.Len()-a.Own.Span.Len(), a.Own.Span.Start-b.Own.Span.Start, cmp.Compare(a.Also[0].Doc, b.Also[0].Doc))
	})
	var out []nutgraf.DraftShared
	for _, s := range all {
		i := slices.IndexFunc(out, func(o nutgraf.DraftShared) bool { return 2*o.Own.Span.Overlap(s.Own.Span) > s.Own.Span.Len() })
		if i < 0 {
			out = append(out, s)
		} else if !slices.ContainsFunc(out[i].Also, func(c nutgraf.Cite) bool { return c.Doc == s.Also[0].Doc }) {
			out[i].Also = append(out[i].Also, s.Also...)
		}
	}
	out = slices.DeleteFunc(out, func(s nutgraf.DraftShared) bool {
		return slices.ContainsFunc(s.Also, func(c nutgraf.Cite) bool { return p.credits(p.docs[c.Doc].Outlet) })
	})
	slices.SortStableFunc(out, func(a, b nutgraf.DraftShared) int { return a.Own.Span.Start - b.Own.Span.Start })
	return out
}

// credits reports whether the draft credits an outlet, by its name with or
// without the article.
func (p *proof) credits(outlet string) bool {
	name := strings.TrimPrefix(fold.String(outlet), "the ")
	return name != "" && slices.ContainsFunc(p.draft.Ann.Credits, func(c nutgraf.Credit) bool {
		return strings.TrimPrefix(fold.String(c.Outlet), "the ") == name
	})
}
