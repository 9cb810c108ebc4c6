package quote

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

const (
	maxTwice = 48      // unattributed quotations that are looked for elsewhere in the document
	minTwice = 4       // words of one
	maxSaid  = 1 << 18 // bytes of attributed quotations searched
)

// setOut finds the quotations without an attribution whose words stand attributed
// elsewhere in the document: pull quotes, and headlines in marks. Who speaks there
// speaks here, and not who was quoted last.
func (r *reader) setOut() {
	var bare []int
	var words []string
	for i := range r.quotes {
		r.froms[i].twin = -1
		if r.bare(i) && r.quotes[i].Span.Len() >= 5*minTwice && len(bare) <= maxTwice {
			if w := r.wordsOf(i); strings.Count(w, " ") > minTwice {
				bare, words = append(bare, i), append(words, w)
			}
		}
	}
	if len(bare) == 0 || len(bare) > maxTwice {
		return
	}
	for i, size := 0, 0; i < len(r.quotes) && size < maxSaid; i++ {
		if r.quotes[i].Kind == nutgraf.Indirect || r.bare(i) || r.froms[i].mute {
			continue
		}
		said := r.wordsOf(i)
		size += len(said)
		for k, w := range words {
			if g := &r.froms[bare[k]]; g.twin < 0 && strings.Contains(said, w) && !r.quotes[i].Span.Contains(r.quotes[bare[k]].Span) {
				g.twin = i
			}
		}
	}
}

// bare reports whether quotation i stands without an attribution or a signature.
func (r *reader) bare(i int) bool {
	g := &r.froms[i]
	return g.use < 0 && g.voice == 0 && g.signed == 0 && !g.mute && g.np[1] <= g.np[0]
}

// wordsOf returns the folded words of quotation i, each between spaces.
func (r *reader) wordsOf(i int) string {
	var b strings.Builder
	b.WriteByte(' ')
	for _, p := range r.quotes[i].Parts {
		b.WriteString(fold.String(p.Of(r.text)))
		b.WriteByte(' ')
	}
	return b.String()
}

// asElsewhere settles quotation i on the speaker of the place where its words are
// attributed.
func (r *reader) asElsewhere(i int) {
	q, p := &r.quotes[i], &r.quotes[r.froms[i].twin]
	q.Source, q.Speaker, q.Name, q.How, q.Modality, q.Confidence = p.Source, p.Speaker, p.Name, nutgraf.HowPosition, p.Modality, 0.8
	q.Addressee, q.AddresseeName, q.Medium, q.MediumSpan, q.When = p.Addressee, p.AddresseeName, p.Medium, p.MediumSpan, p.When
	r.why(i)
	if q.Name != "" {
		q.Why.Text = "No attribution of its own; the report gives the same words with one elsewhere."
	}
}

// spokeBefore returns the quotation before i that is no repetition of words from
// elsewhere, with how many such lie between, or -1. Of words within words, it is
// the outer ones.
func (r *reader) spokeBefore(i int) (k, between int) {
	for k = i - 1; k >= 0 && r.froms[k].twin >= 0; k-- {
		between++
	}
	for n := 0; k > 0 && n < maxNested && r.quotes[k-1].Span.Contains(r.quotes[k].Span); n++ {
		k--
	}
	return k, between
}

// maxNested bounds how deep words within words are followed.
const maxNested = 4
