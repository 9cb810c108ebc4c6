package alone

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// opinion reports whether a report is an opinion piece: in nearly as many of its sentences its
// writer comments, asks or says what should be as he tells who says so. In the stream that finds
// 93 of 100 pieces from pages of opinion, and 7 of 100 agency reports, most of them explainers.
func (f *Finder) opinion(m *nutgraf.Member) bool {
	own, others, n := 0, 0, 0
	for _, s := range m.Seg.Sentences {
		text := s.Span.Of(m.Doc.Text)
		if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || !m.Doc.Blocks[s.Block].Kind.Body() || strings.Count(text, " ") < leastSpaces {
			continue
		}
		n++
		says, obliges := false, false
		for w := range strings.FieldsSeq(lang.Lower(standing.Unquoted(text))) {
			w = strings.Trim(w, ".,;:!?()“”\"'")
			says, obliges = says || f.saying[w], obliges || f.oblige[w]
		}
		if says {
			others++
		}
		if f.standing.Comments(text) || strings.HasSuffix(strings.TrimSpace(standing.Unquoted(text)), "?") || obliges && !says {
			own++
		}
	}
	return own*20 >= n && own+n/10 >= others
}

// leastSpaces is the number of spaces in a sentence below which it says nothing of its writer.
const leastSpaces = 4

// vouched reports whether a sentence rests on more than its writer: somebody named says it, or
// it gives an amount, a share or a count.
func vouched(m *nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
		return s.Overlap(q.Span) > 0 && s.Contains(q.Source) && !q.Source.IsZero() && q.Name != ""
	}) || slices.ContainsFunc(m.Ann.Quantities, func(q nutgraf.Quantity) bool {
		return s.Contains(q.Span) && q.Known && q.Value > 2 && strings.ContainsAny(q.Span.Of(m.Doc.Text), "0123456789") && (q.Kind == nutgraf.Money || q.Kind == nutgraf.Percent || !q.Counted.IsZero())
	})
}

// biography reports whether a sentence near the end of a report only says who its writer is: it
// opens with the name of somebody of whom the report has not told, and "is".
func biography(m *nutgraf.Member, s nutgraf.Span) bool {
	if s.End < len(m.Doc.Text)-lastBytes {
		return false
	}
	k := slices.IndexFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool { return x.Span.Start == s.Start })
	if k < 0 || m.Ann.Mentions[k].Entity < 0 || m.Ann.Entities[m.Ann.Mentions[k].Entity].Type != nutgraf.Person {
		return false
	}
	who := m.Ann.Mentions[k]
	rest := strings.TrimPrefix(strings.TrimPrefix(m.Doc.Text[who.Span.End:s.End], ", Jr."), ",")
	if !strings.HasPrefix(rest, " is ") {
		return false
	}
	return !slices.ContainsFunc(m.Ann.Mentions[:k], func(x nutgraf.Mention) bool {
		at := m.Seg.SentenceAt(x.Span.Start)
		return x.Entity == who.Entity && x.Kind == nutgraf.ByName && at >= 0 && strings.Count(m.Seg.Sentences[at].Span.Of(m.Doc.Text), " ") > bylineSpaces
	})
}

// bylineSpaces is the number of spaces in a byline at the most: "Ilse Marrow, guest columnist".
const bylineSpaces = 5

// lastBytes is how far from its end a report's words on its writer stand.
const lastBytes = 900

// pictures reports whether a sentence is the caption of a picture: it tells in the present what
// was on a date that it gives.
func (f *Finder) pictures(m *nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Times, func(w nutgraf.When) bool {
		return s.Contains(w.Span) && len(w.Form) == len("2031-05-03") && w.Form[0] != 'X'
	}) && f.standing.Depicts(s.Of(m.Doc.Text))
}
