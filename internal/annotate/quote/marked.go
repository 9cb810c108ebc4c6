package quote

import (
	"strings"

	"nutgraf"
)

// markedWords is the length from which words between quotation marks are taken for
// somebody's in a language whose words of saying are not known: names of works, terms and
// scare quotes are shorter.
const markedWords = 5

// Marked finds the quotations of a document in a language without word lists by their marks
// alone. Who speaks no order of sentences gives away.
func (f *Finder) Marked(doc *nutgraf.Document, seg *nutgraf.Segments) []nutgraf.Quote {
	r := f.scratch.Get().(*reader)
	r.begin(f.lex, doc, seg, &nutgraf.Annotations{})
	defer f.release(r)
	r.layOut()
	why := nutgraf.Evidence{Rule: "quote/language", Text: "The article is in a language whose words of saying are not known."}
	var out []nutgraf.Quote
	for _, p := range r.pieces {
		if !p.open || !p.shut && !p.runs {
			continue
		}
		words := 0
		for t := seg.TokenAt(p.inner.Start); t < len(seg.Tokens) && int(seg.Tokens[t].Start) < p.inner.End; t++ {
			if seg.Tokens[t].Kind == nutgraf.Word {
				words++
			}
		}
		// A straight mark before a space or a comma may as well end what stands before it.
		doubtful := words > 0 && r.text[p.span.Start] == '"' && strings.ContainsRune(" \n,;.:", rune(r.text[p.inner.Start]))
		if words >= markedWords && !doubtful {
			out = append(out, nutgraf.Quote{Span: p.span, Parts: []nutgraf.Span{p.span}, Kind: nutgraf.Direct, Speaker: -1, When: -1, Confidence: .5, Why: why})
		}
	}
	return out
}
