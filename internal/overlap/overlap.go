// Package overlap measures how much of each report's text stands in each other
// report, in runs of eight words, with and without quotations. It measures; it
// does not say who had it from whom.
package overlap

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// Run is the number of words in a row from which text counts as shared.
const Run = 8

// holders bounds the reports that are noted for one run of words; a run that
// more reports hold is a set phrase, or the story consists of copies.
const holders = 256

// Shared is how a story's reports overlap. All[i][j] is the share, in [0, 1],
// of report i's words that stand in report j in runs of eight; Own is the same
// without the words that either of the two quotes. The diagonals are zero.
type Shared struct {
	All, Own [][]float64
}

// text is a report's body as words.
type text struct {
	keys   []uint64
	quoted []bool
	own    int     // words outside quotations
	runs   []int32 // by the word that each begins with: its number among those that recur in the story, or -1
}

// Measure compares the bodies of a story's reports, whose folded words are
// given.
func Measure(members []nutgraf.Member, words [][]fold.Word) Shared {
	texts := make([]text, len(members))
	n := 0
	for i := range words {
		n += len(words[i])
	}
	runs, recurring := make([]uint64, 0, n), fold.NewRecurring(n) // the keys of all runs, text by text
	for i := range members {
		t := &texts[i]
		*t = read(&members[i], words[i])
		t.runs = make([]int32, max(0, len(t.keys)-Run+1))
		for k := range t.runs {
			g := fold.RunKey(t.keys[k : k+Run])
			runs = append(runs, g)
			recurring.Add(g)
		}
	}
	number := map[uint64]int32{}
	var at [][]int32 // by run: who holds it
	for i := range texts {
		t := &texts[i]
		for k := range t.runs {
			g := runs[k]
			if !recurring.Has(g) {
				t.runs[k] = -1
				continue
			}
			n, known := number[g]
			if !known {
				n = int32(len(at))
				number[g], at = n, append(at, nil)
			}
			t.runs[k] = n
			l, h := at[n], holder(i, t.quotes(k))
			if len(l) < holders && (len(l) == 0 || l[len(l)-1]>>1 != h>>1) {
				at[n] = append(l, h)
			}
		}
		runs = runs[len(t.runs):]
	}
	s := Shared{square(len(members)), square(len(members))}
	for i := range texts {
		measure(&texts[i], i, at, s.All[i], s.Own[i])
	}
	return s
}

// holder is a report that holds a run, and in the last bit whether it quotes it there.
func holder(i int, quoted bool) int32 {
	h := int32(i) << 1
	if quoted {
		h |= 1
	}
	return h
}

// quotes reports whether a run's first and last words are quoted.
func (t *text) quotes(k int) bool { return t.quoted[k] && t.quoted[k+Run-1] }

func read(m *nutgraf.Member, all []fold.Word) text {
	words := make([]fold.Word, 0, len(all))
	k := 0
	for _, b := range m.Doc.Blocks {
		for ; k < len(all) && int(all[k].Start) < b.Span.End; k++ {
			if b.Kind.Body() && int(all[k].Start) >= b.Span.Start {
				words = append(words, all[k])
			}
		}
	}
	t := text{keys: make([]uint64, len(words)), quoted: make([]bool, len(words))}
	spans := Quoted(m)
	k = 0
	for i, w := range words {
		t.keys[i] = w.Key
		for k < len(spans) && spans[k].End <= int(w.Start) {
			k++
		}
		t.quoted[i] = k < len(spans) && spans[k].Start <= int(w.Start)
		if !t.quoted[i] {
			t.own++
		}
	}
	return t
}

// Quoted returns what a report gives in the words of others, in text order: the marked
// pieces of its quotations, and posts.
func Quoted(m *nutgraf.Member) []nutgraf.Span {
	out := posts(m.Doc)
	for _, q := range m.Ann.Quotes {
		if q.Kind != nutgraf.Indirect {
			out = append(out, q.Parts...)
		}
	}
	slices.SortFunc(out, func(a, b nutgraf.Span) int { return a.Start - b.Start })
	return out
}

// posts returns the paragraphs that are posts.
func posts(d *nutgraf.Document) []nutgraf.Span {
	var out []nutgraf.Span
	for _, b := range d.Blocks {
		if post(d, b) {
			out = append(out, b.Span)
		}
	}
	return out
}

// InPost reports whether words stand in a paragraph that is a post.
func InPost(d *nutgraf.Document, words nutgraf.Span) bool {
	at := d.BlockAt(words.Start)
	return at >= 0 && d.Blocks[at].Span.Contains(words) && post(d, d.Blocks[at])
}

// post reports whether a paragraph is a post printed in full, without marks: it bears the
// name of an account in brackets ("Ana Hale (@anahale)").
func post(d *nutgraf.Document, b nutgraf.Block) bool {
	return b.Kind.Body() && strings.Contains(b.Span.Of(d.Text), " (@")
}

func square(n int) [][]float64 {
	flat := make([]float64, n*n)
	out := make([][]float64, n)
	for i := range out {
		out[i] = flat[i*n : (i+1)*n]
	}
	return out
}

// measure walks one report's runs and counts, for every other report, the words
// covered.
func measure(t *text, i int, at [][]int32, all, own []float64) {
	reach := make([]int, len(all)) // first word not yet counted, by report
	for k, n := range t.runs {
		if n < 0 {
			continue
		}
		for _, h := range at[n] {
			j := int(h >> 1)
			if j == i {
				continue
			}
			for w := max(k, reach[j]); w < k+Run; w++ {
				all[j]++
				if !t.quoted[w] && h&1 == 0 {
					own[j]++
				}
			}
			reach[j] = k + Run
		}
	}
	for j := range all {
		all[j] = share(all[j], len(t.keys))
		own[j] = share(own[j], t.own)
	}
}

func share(n float64, of int) float64 {
	if of == 0 {
		return 0
	}
	return n / float64(of)
}
