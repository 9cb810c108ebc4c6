package variant

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
)

// withoutPulls takes out pull quotes: pieces that fill a paragraph of their own
// and that another quotation of the same report has word for word. Their
// quotations are noted beside the one they repeat.
func (r *finder) withoutPulls(all []piece) []piece {
	r.pulled = map[[2]int][]int{}
	var out []piece
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].doc == all[from].doc {
			to++
		}
		for i := from; i < to; i++ {
			if home := repeats(&all[i], all[from:to]); home >= 0 {
				key := [2]int{all[i].doc, home}
				r.pulled[key] = append(r.pulled[key], all[i].quote)
				continue
			}
			out = append(out, all[i])
		}
		from = to
	}
	return out
}

// repeats returns the quotation, of those of its report, that a pull quote
// repeats; -1 for what is none.
func repeats(p *piece, all []piece) int {
	if p.of > 1 || len(p.words) < pullWords || !p.fills {
		return -1
	}
	for i := range all {
		if q := &all[i]; q.quote != p.quote && align.Find(q.stems, p.stems) >= 0 && (len(q.stems) > len(p.stems) || !q.fills) {
			return q.quote
		}
	}
	return -1
}

// pullWords is the least number of words of a pull quote: fewer may be said twice.
const pullWords = 4

// fills reports whether a quotation stands in a paragraph by itself.
func fills(doc *nutgraf.Document, q *nutgraf.Quote) bool {
	at := doc.BlockAt(q.Span.Start)
	return at >= 0 && strings.TrimSpace(doc.Blocks[at].Span.Of(doc.Text)) == q.Span.Of(doc.Text)
}

// notePulls puts pull quotes to the wordings that they repeat.
func (r *finder) notePulls(out []nutgraf.Family) {
	for i := range out {
		for k := range out[i].Variants {
			v := &out[i].Variants[k]
			for _, q := range slices.Clone(v.Quotes) {
				for _, again := range r.pulled[[2]int{r.at[v.Doc], q}] {
					if !slices.Contains(v.Quotes, again) {
						v.Quotes = append(v.Quotes, again)
					}
				}
			}
		}
	}
}
