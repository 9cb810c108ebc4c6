// Package alone finds what each report of a story alone says: sentences that
// carry names, numbers and words found in no other report held. It speaks of
// what is found in the texts held, not of what others knew or left out.
package alone

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// Finder finds what single reports say in one language. It is safe for
// concurrent use.
type Finder struct{ function map[uint64]bool }

// New compiles a Finder from a language pack.
func New(pack *lang.Pack) *Finder {
	f := &Finder{function: map[uint64]bool{}}
	for _, w := range pack.List("function_words") {
		f.function[fold.Key(w)] = true
	}
	return f
}

// most is the number of sentences shown for one report.
const most = 6

// A sentence is shown from this weight on, when at least this share of what it
// carries is found nowhere else. Names and numbers weigh two, words one; of each
// sort only a few count, so that lists do not win.
const (
	least = 5
	share = .4
)

// Where no sentence of a report passes, its best one is shown from these on.
const (
	leastOfBest = 3
	shareOfBest = .25
)

// Only returns, for each report, the sentences that it alone has, in text
// order; nil for a story of one report. words are the reports' folded words.
func (f *Finder) Only(members []nutgraf.Member, words [][]fold.Word) [][]nutgraf.Cite {
	if len(members) < 2 {
		return nil
	}
	in, keys := f.spread(members, words)
	out := make([][]nutgraf.Cite, len(members))
	for i := range members {
		out[i] = f.only(&members[i], words[i], keys[i], in)
	}
	return out
}

// spread counts the reports in which each word stands, and returns the keys
// under which it counts them.
func (f *Finder) spread(members []nutgraf.Member, words [][]fold.Word) (in map[uint64]int32, keys [][]uint64) {
	in, keys = map[uint64]int32{}, make([][]uint64, len(words))
	seen := map[uint64]bool{}
	for i := range words {
		clear(seen)
		keys[i] = make([]uint64, len(words[i]))
		for k, w := range words[i] {
			key := key(members[i].Doc.Text, w)
			keys[i][k] = key
			if !seen[key] {
				seen[key] = true
				in[key]++
			}
		}
	}
	return in, keys
}

// key takes a final "s" off, so that a plural is not news.
func key(text string, w fold.Word) uint64 {
	s := text[w.Start:w.End]
	if n := len(s); n > 3 && s[n-1] == 's' && s[n-2] != 's' {
		return fold.Key(s[:n-1])
	}
	return w.Key
}

type candidate struct {
	sentence int
	weight   float64
}

func (f *Finder) only(m *nutgraf.Member, words []fold.Word, keys []uint64, in map[uint64]int32) []nutgraf.Cite {
	at := 0
	var all []candidate
	var best candidate
	for i, s := range m.Seg.Sentences {
		if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || !m.Doc.Blocks[s.Block].Kind.Body() || s.Span.Len() > 600 {
			continue
		}
		for at < len(words) && int(words[at].Start) < s.Span.Start {
			at++
		}
		end := at
		for end < len(words) && int(words[end].End) <= s.Span.End {
			end++
		}
		w, part := f.weigh(m.Doc.Text, words[at:end], keys[at:end], in)
		switch {
		case w >= least && part >= share:
			all = append(all, candidate{i, w})
		case w > best.weight && part >= shareOfBest:
			best = candidate{i, w}
		}
	}
	if len(all) == 0 && best.weight >= leastOfBest {
		all = append(all, best)
	}
	slices.SortStableFunc(all, func(a, b candidate) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	all = all[:min(len(all), most)]
	slices.SortFunc(all, func(a, b candidate) int { return a.sentence - b.sentence })
	var out []nutgraf.Cite
	for _, c := range all {
		out = append(out, m.Doc.Cite(m.Seg.Sentences[c.sentence].Span))
	}
	return out
}

// weigh returns the weight of what stands in a sentence and in no other report,
// and what part it is of all that the sentence carries.
func (f *Finder) weigh(text string, sentence []fold.Word, keys []uint64, in map[uint64]int32) (weight, part float64) {
	names, numbers, words, carried := 0, 0, 0, 0
	for k, w := range sentence {
		if f.function[w.Key] || w.End-w.Start < 3 && !digit(text, w) {
			continue
		}
		carried++
		if in[keys[k]] > 1 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[w.Start:])
		switch {
		case unicode.IsDigit(r):
			numbers++
		case unicode.IsUpper(r) && k > 0:
			names++
		default:
			words++
		}
	}
	if carried == 0 {
		return 0, 0
	}
	return 2*float64(min(names, 3)) + 2*float64(min(numbers, 2)) + float64(min(words, 5)), float64(names+numbers+words) / float64(carried)
}

func digit(text string, w fold.Word) bool { return text[w.Start] >= '0' && text[w.Start] <= '9' }
