package quote

import (
	"strings"

	"nutgraf"
)

// passLinks leaves out of what was said, and of who said it, the text of a link
// that a page wrote into the sentence: it has no tokens.
func (r *reader) passLinks() {
	var gaps []nutgraf.Span
	for _, s := range r.seg.Sentences {
		for t := s.First + 1; t < s.Last; t++ {
			if g := (nutgraf.Span{Start: int(r.seg.Tokens[t-1].End), End: int(r.seg.Tokens[t].Start)}); r.linkIn(g) {
				gaps = append(gaps, g)
			}
		}
	}
	if len(gaps) == 0 {
		return
	}
	for i := range r.quotes {
		q := &r.quotes[i]
		var parts []nutgraf.Span
		for _, p := range q.Parts {
			parts = besides(parts, p, gaps)
		}
		q.Parts = parts
		q.Source = r.beforeLink(q.Source, gaps)
	}
}

// linkIn reports whether something stands between two tokens that are not there
// for the space between them alone.
func (r *reader) linkIn(g nutgraf.Span) bool {
	const least = 8
	return g.Len() >= least && strings.TrimSpace(g.Of(r.text)) != ""
}

// besides appends the stretches of span x outside the gaps to out.
func besides(out []nutgraf.Span, x nutgraf.Span, gaps []nutgraf.Span) []nutgraf.Span {
	for _, g := range gaps {
		if g.Start > x.Start && g.End < x.End {
			out = append(out, nutgraf.Span{Start: x.Start, End: g.Start})
			x.Start = g.End
		}
	}
	return append(out, x)
}

// beforeLink is a source without the link behind its name, where only a party, a
// state or a clause follows that.
func (r *reader) beforeLink(x nutgraf.Span, gaps []nutgraf.Span) nutgraf.Span {
	for _, g := range gaps {
		if g.Start > x.Start && g.End < x.End && (r.text[g.End] == '(' || r.text[g.End] == ',') {
			return nutgraf.Span{Start: x.Start, End: g.Start}
		}
	}
	return x
}

// printed is the text of items [from, to) without what no item stands for.
func (r *reader) printed(from, to int) string {
	whole := nutgraf.Span{Start: r.items[from].span.Start, End: r.items[to-1].span.End}
	var kept strings.Builder
	for i := from + 1; i < to; i++ {
		if g := (nutgraf.Span{Start: r.items[i-1].span.End, End: r.items[i].span.Start}); r.linkIn(g) {
			kept.WriteString(r.text[whole.Start:g.Start])
			if r.text[g.End] != '\'' && !strings.HasPrefix(r.text[g.End:], "’") {
				kept.WriteByte(' ')
			}
			whole.Start = g.End
		}
	}
	if kept.Len() == 0 {
		return whole.Of(r.text)
	}
	kept.WriteString(whole.Of(r.text))
	return kept.String()
}
