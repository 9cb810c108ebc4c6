// Package alone finds what each report of a story alone says, and which claims
// of the story were not found in it: sentences that carry names, numbers and
// words found in no other report held, and claims of whose words a report has
// next to none. It speaks of what is found in the texts held, not of what
// others knew or left out, and is silent where a report tells a thing in part.
package alone

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// Finder finds what single reports say in one language. It is safe for
// concurrent use.
type Finder struct {
	function map[uint64]bool
	standing *standing.Judge
	saying   map[string]bool
	oblige   map[string]bool // verbs by which a writer says what should be
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack, judge *standing.Judge) *Finder {
	f := &Finder{function: map[uint64]bool{}, standing: judge, saying: pack.Set("saying_verbs"), oblige: pack.Kinds("standing_words")["oblige"]}
	for _, w := range pack.List("function_words") {
		f.function[fold.Key(w)] = true
	}
	return f
}

// Story is what the comparison looks at. Words are the reports' folded words.
type Story struct {
	Members  []nutgraf.Member
	Words    [][]fold.Word
	Families []nutgraf.Family
	Claims   []nutgraf.Claim
	Told     *gist.Index
	Times    [][]nutgraf.When // of each report, as the story anchors them
}

// Find returns, for each report, the sentences that it alone has, in text order,
// and the ids of the claims that were not found in it; nil for a story of one
// report, and nothing for a report in another language.
func (f *Finder) Find(s Story) (only [][]nutgraf.Cite, notFound [][]string) {
	if len(s.Members) < 2 {
		return nil, nil
	}
	in, keys := f.spread(s.Members, s.Words)
	t := &tellings{s.Told, map[string]asked{}}
	shared := sharedSpans(s)
	only, notFound = make([][]nutgraf.Cite, len(s.Members)), make([][]string, len(s.Members))
	var all []statement
	for i, m := range s.Members {
		if f.standing.Foreign(m.Doc.Text, m.Seg) {
			continue // its words are other ones, whatever it tells
		}
		all = append(all, f.only(s, i, keys[i], in, t, shared)...)
		notFound[i] = f.notFound(s, i, t)
	}
	for _, x := range t.unmatched(all) {
		only[x.member] = append(only[x.member], s.Members[x.member].Doc.Cite(x.span))
	}
	return only, notFound
}

// most is the number of sentences shown for one report, tried the number of
// candidates that are laid beside the other reports.
const (
	most  = 4
	tried = 12
)

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

// elsewhere is the share of a sentence's weight from which another report that
// tells it in one place tells what it tells.
const elsewhere = .32

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

// sharedSpans are the words of each report that other reports are known to have
// too: wordings of one utterance, and statements of one claim.
func sharedSpans(s Story) map[string][]nutgraf.Span {
	out := map[string][]nutgraf.Span{}
	for i := range s.Families {
		f := &s.Families[i]
		if f.Reports() < 2 {
			continue
		}
		for _, v := range f.Variants {
			for _, c := range v.Cites {
				out[v.Doc] = append(out[v.Doc], c.Span)
			}
		}
	}
	for _, c := range s.Claims {
		if len(c.Support) < 2 {
			continue
		}
		for _, x := range c.Support {
			out[x.Cite.Doc] = append(out[x.Cite.Doc], x.Cite.Span)
		}
	}
	return out
}

// candidate is a sentence that carries enough to be shown, and which of its report's
// words are its own.
type candidate struct {
	sentence     int
	from, to     int
	weight, part float64
}

func (f *Finder) only(s Story, i int, keys []uint64, in map[uint64]int32, t *tellings, shared map[string][]nutgraf.Span) []statement {
	m := &s.Members[i]
	all := f.candidates(m, s.Words[i], keys, in, shared[m.Doc.ID])
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b2i(b.sure()), b2i(a.sure())), cmp.Compare(b.weight, a.weight))
	})
	var kept []statement
	shown, stood := 0, 0
	opinion := sync.OnceValue(func() bool { return f.opinion(m) }) // seldom asked for, and all of the report is read for it
	for _, c := range all {
		if stood == tried || shown == most || shown > 0 && !c.sure() {
			break
		}
		span := m.Seg.Sentences[c.sentence].Span
		if !vouched(m, span) && opinion() || !f.stands(t, m, c.sentence, s.Words[i][c.from:c.to], keys[c.from:c.to], in) {
			continue
		}
		stood++
		if slices.ContainsFunc(kept, func(x statement) bool { return x.span.Of(m.Doc.Text) == span.Of(m.Doc.Text) }) {
			continue // a page prints it twice
		}
		terms := t.Sentence(i, c.sentence)
		told := t.share(terms, i) >= elsewhere
		kept = append(kept, statement{i, span, terms, told})
		if !told {
			shown++
		}
	}
	slices.SortFunc(kept, func(a, b statement) int { return a.span.Start - b.span.Start })
	return kept
}

// sure reports whether a sentence carries enough that stands nowhere else.
func (c candidate) sure() bool { return c.weight >= least && c.part >= share }

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// candidates weighs the sentences of a report's body and returns those that carry
// enough and have nothing of what is shared. The first tells the event, which the
// others tell too, in whatever words.
func (f *Finder) candidates(m *nutgraf.Member, words []fold.Word, keys []uint64, in map[uint64]int32, shared []nutgraf.Span) []candidate {
	at, lead := 0, true
	var all []candidate
	for i, s := range m.Seg.Sentences {
		if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || !m.Doc.Blocks[s.Block].Kind.Body() || m.Doc.Blocks[s.Block].Kind == nutgraf.Quoted || s.Span.Len() > 600 {
			continue // what a report prints of another's text it does not say
		}
		for at < len(words) && int(words[at].Start) < s.Span.Start {
			at++
		}
		end := at
		for end < len(words) && int(words[end].End) <= s.Span.End {
			end++
		}
		text := s.Span.Of(m.Doc.Text)
		if lead && f.standing.Counts(text) {
			lead = false
			continue
		}
		w, part := f.weigh(m.Doc.Text, words[at:end], keys[at:end], in)
		if w < leastOfBest || part < shareOfBest || slices.ContainsFunc(shared, func(x nutgraf.Span) bool { return x.Overlap(s.Span) > 0 }) {
			continue
		}
		all = append(all, candidate{i, at, end, w, part})
	}
	return all
}

// stands reports whether a sentence, whose words are given, can stand in a row of its own.
func (f *Finder) stands(t *tellings, m *nutgraf.Member, sentence int, words []fold.Word, keys []uint64, in map[uint64]int32) bool {
	span := m.Seg.Sentences[sentence].Span
	text := span.Of(m.Doc.Text)
	if !f.standing.Sentence(text) || strings.HasSuffix(text, "!") || f.standing.Comments(text) || biography(m, span) || f.pictures(m, span) {
		return false
	}
	if f.leans(text) || t.unknown(f.standing.Bare(text)) || t.unknown(f.standing.Bare(f.behind(text))) {
		return false
	}
	return !f.within(m, span) && !f.standing.Unnamed(m, span) && !stranger(m, span, words, keys, in) && !f.given(m, sentence, t)
}

// behind is what stands behind a phrase of a few words, none of them a name, at the head of a
// sentence: "Just this year, the keeper left".
func (f *Finder) behind(text string) string {
	lead, main, _ := strings.Cut(text, ", ")
	words := strings.Fields(lead)
	if len(words) > leadWords || slices.ContainsFunc(words, func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && !f.function[fold.Key(w)] && w != words[0] && !f.standing.Calendar(w)
	}) || len(words) == 0 || words[0] == "The" || words[0] == "A" || words[0] == "An" || !f.function[fold.Key(words[0])] && !strings.HasSuffix(words[0], "ly") && !f.standing.Period(words[len(words)-1]) {
		return ""
	}
	return main
}

// leadWords is the number of words of a phrase that a sentence can open with.
const leadWords = 6

// leans reports whether words need those before them in their report.
func (f *Finder) leans(text string) bool {
	return f.standing.Leans(text) || f.standing.Joins(text) || f.standing.Points(text) || f.standing.Adds(text) || f.standing.Recalls(text)
}

// within reports whether a sentence stands in somebody's words and does not name
// them, or calls them by a pronoun alone.
func (f *Finder) within(m *nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool {
		return q.Kind != nutgraf.Indirect && q.Span.Contains(s) && !s.Contains(q.Source) ||
			q.Kind == nutgraf.Direct && s.Contains(q.Span) && f.standing.Leans(q.Source.Of(m.Doc.Text))
	})
}

// stranger reports whether a sentence calls by the surname alone somebody whom it does not name
// in full nor by a role ("Governor Quill"), and of whom no other report and no title of its own speaks: "Quill told of her visit".
func stranger(m *nutgraf.Member, s nutgraf.Span, words []fold.Word, keys []uint64, in map[uint64]int32) bool {
	full := map[int]bool{}
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= s.End {
			break
		}
		if s.Contains(x.Span) && x.Kind == nutgraf.ByRole && x.Entity >= 0 {
			full[x.Entity] = true
		}
		if !s.Contains(x.Span) || x.Kind != nutgraf.ByName || x.Entity < 0 || m.Ann.Entities[x.Entity].Type != nutgraf.Person {
			continue
		}
		name := x.Span.Of(m.Doc.Text)
		if strings.Contains(name, " ") {
			full[x.Entity] = true
			continue
		}
		if full[x.Entity] || !strings.Contains(m.Ann.Entities[x.Entity].Name, " ") || strings.Contains(m.Doc.Title, name) {
			continue
		}
		if k := slices.IndexFunc(words, func(w fold.Word) bool { return int(w.Start) >= x.Span.Start }); k >= 0 && int(words[k].Start) < x.Span.End && in[keys[k]] < 2 {
			return true
		}
	}
	return false
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
