package variant

import (
	"fmt"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// statement is what an indirect statement says, as items: the story's entities, and
// the stems of the other words that carry matter.
type statement struct {
	doc, quote int
	q          *nutgraf.Quote
	voice      string // the speaker, folded
	items      []uint64
	denied     bool // an odd number of negations
	values     []float64
}

// Statements of one matter share at least this many items, and this share of
// the shorter one's.
const (
	fewestShared  = 2
	shareOfGists  = .6
	sharedQuoted  = 3
	shareOfQuoted = .7
	tellers       = 64 // statements of one speaker that are compared
)

// indirect links what reports say somebody said without quoting him: to the
// quotation it paraphrases, where one is held, else to the indirect statements
// of the same matter in other reports. What one report alone paraphrases makes
// no family.
func (r *finder) indirect(out []nutgraf.Family) []nutgraf.Family {
	byVoice := map[string][]statement{}
	var order []string
	for d, m := range r.members {
		for i := range m.Ann.Quotes {
			g, ok := r.statement(d, i, &m.Ann.Quotes[i])
			if !ok || len(byVoice[g.voice]) >= tellers {
				continue
			}
			if byVoice[g.voice] == nil {
				order = append(order, g.voice)
			}
			byVoice[g.voice] = append(byVoice[g.voice], g)
		}
	}
	quoted := map[string][]int{}
	for i, f := range out {
		quoted[fold.String(f.Speaker)] = append(quoted[fold.String(f.Speaker)], i)
	}
	for _, v := range order {
		left := r.paraphrases(byVoice[v], out, quoted[v])
		out = append(out, r.retold(left)...)
	}
	return out
}

func (r *finder) statement(d, i int, q *nutgraf.Quote) (statement, bool) {
	text := r.members[d].Doc.Text
	if q.Kind != nutgraf.Indirect || q.Name == "" || q.Span.Len() > 600 || r.rank(q.Name) > 0 || !speech(q, text) {
		return statement{}, false
	}
	if !r.clause(q.Span.Of(text)) {
		return statement{}, false
	}
	g := statement{doc: d, quote: i, q: q, voice: fold.String(q.Name)}
	self := r.cast.Of(d, q.Speaker)
	if self >= 0 {
		g.voice = fold.String(r.cast.Entities[self].Name)
	}
	own := before(text, q.Span)
	g.items, g.denied = r.items(d, own, self)
	g.values = r.values(d, own)
	return g, len(g.items) >= fewestShared
}

// before cuts off a content what its report sets against it.
func before(text string, s nutgraf.Span) nutgraf.Span {
	in := s.Of(text)
	for _, turn := range []string{", however", ", but ", ", although ", ", though ", "; "} {
		if i := strings.Index(in, turn); i >= turnFrom {
			in = in[:i]
		}
	}
	return nutgraf.Span{Start: s.Start, End: s.Start + len(in)}
}

// turnFrom is the number of bytes that must stand before what is cut off.
const turnFrom = 25

// clause reports whether a content states something, rather than naming a thing
// ("a letter to the board").
func (f *Finder) clause(content string) bool {
	words := strings.Fields(fold.String(content))
	return len(words) >= 5 && (words[0] == "that" || slices.ContainsFunc(words, func(w string) bool { return f.reported[w] }))
}

// items returns the entities and the stems of a stretch of a report, each once;
// the speaker himself tells nothing.
func (r *finder) items(d int, s nutgraf.Span, self int) (items []uint64, denied bool) {
	m := r.members[d]
	mentions := m.Ann.Mentions
	k, _ := slices.BinarySearchFunc(mentions, s.Start, func(m nutgraf.Mention, at int) int { return m.Span.End - at - 1 })
	add := func(key uint64) {
		if !slices.Contains(items, key) {
			items = append(items, key)
		}
	}
	for _, w := range fold.Words(nil, s.Of(m.Doc.Text), s.Start) {
		if r.turns[w.Key] == "negation" {
			denied = !denied
		}
		for k < len(mentions) && mentions[k].Span.End <= int(w.Start) {
			k++
		}
		if k < len(mentions) && mentions[k].Span.Start <= int(w.Start) {
			e := r.cast.Of(d, mentions[k].Entity)
			if e >= 0 && e != self {
				add(uint64(e) + 1)
			}
			if e >= 0 {
				continue
			}
		}
		if k := r.gist.Key(m.Doc.Text[w.Start:w.End]); k != "" {
			add(fold.Key(k) | 1<<63)
		}
	}
	return items, denied
}

// telling is what a stretch of a report says, as items, and whether it denies.
type telling struct {
	items  []uint64
	denied bool
}

// told is items of a stretch beside which several statements are laid, read once.
func (r *finder) told(d int, s nutgraf.Span) (items []uint64, denied bool) {
	at := extent{d, s}
	t, known := r.tellings[at]
	if !known {
		t.items, t.denied = r.items(d, s, -2)
		r.tellings[at] = t
	}
	return t.items, t.denied
}

// extent is a stretch of a report.
type extent struct {
	doc  int
	span nutgraf.Span
}

// values returns the numbers that stand in a stretch of a report.
func (r *finder) values(d int, s nutgraf.Span) []float64 {
	var out []float64
	for _, q := range r.members[d].Ann.Quantities {
		if q.Known && s.Contains(q.Span) {
			out = append(out, q.Value)
		}
	}
	return out
}

// clash reports whether two statements give numbers and have none in common.
func clash(a, b []float64) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(x float64) bool { return slices.Contains(b, x) })
}

func sharedItems(a, b []uint64) int {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
		}
	}
	return n
}

// paraphrases adds statements to the quotations of the same speaker that they
// retell, and returns the others. A report that quotes the words needs no
// paraphrase of them.
func (r *finder) paraphrases(all []statement, out []nutgraf.Family, quoted []int) []statement {
	var left []statement
	for _, g := range all {
		best, most := -1, 0
		for _, i := range quoted {
			n := r.retells(g, &out[i])
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			left = append(left, g)
			continue
		}
		r.addParaphrase(&out[best], g)
	}
	return left
}

func (r *finder) retells(g statement, f *nutgraf.Family) int {
	full := f.Variants[f.Fullest]
	if slices.ContainsFunc(f.Variants, func(v nutgraf.Variant) bool { return r.at[v.Doc] == g.doc }) {
		return 0
	}
	best := 0
	doc := r.at[full.Doc]
	for _, c := range full.Cites {
		for _, s := range sentences(r.members[doc], c.Span) {
			items, denied := r.told(doc, s)
			n, names := sharedItems(g.items, items), 0
			for _, k := range items {
				if k < 1<<32 && slices.Contains(g.items, k) {
					names++
				}
			}
			if n >= sharedQuoted && n-names >= 2 && float64(n) >= shareOfQuoted*float64(len(g.items)) && g.denied == denied && !clash(g.values, r.values(doc, s)) {
				best = max(best, n)
			}
		}
	}
	return best
}

// sentences cuts a stretch of a report into its sentences.
func sentences(m nutgraf.Member, s nutgraf.Span) []nutgraf.Span {
	var out []nutgraf.Span
	for i := max(0, m.Seg.SentenceAt(s.Start)); i < len(m.Seg.Sentences); i++ {
		x := m.Seg.Sentences[i].Span
		if x.Start >= s.End {
			break
		}
		cut := nutgraf.Span{Start: max(x.Start, s.Start), End: min(x.End, s.End)}
		if cut.End > cut.Start {
			out = append(out, cut)
		}
	}
	if len(out) == 0 {
		out = append(out, s)
	}
	return out
}

func (r *finder) addParaphrase(f *nutgraf.Family, g statement) {
	full := f.Variants[f.Fullest].Doc
	f.Variants = append(f.Variants, r.retelling(g))
	slices.SortStableFunc(f.Variants, func(a, b nutgraf.Variant) int { return r.at[a.Doc] - r.at[b.Doc] })
	f.Fullest = slices.IndexFunc(f.Variants, func(v nutgraf.Variant) bool { return v.Doc == full && v.Kind != nutgraf.Paraphrase })
	f.Why.Text += " One report says it in other words; that it is the same statement is likely, not certain."
	f.Earliest = r.earliest(f)
}

func (r *finder) retelling(g statement) nutgraf.Variant {
	doc := r.members[g.doc].Doc
	v := nutgraf.Variant{Doc: doc.ID, Quotes: []int{g.quote}, Cites: []nutgraf.Cite{doc.Cite(meant(g.q))}, Kind: nutgraf.Paraphrase}
	r.spokenTo(&v, g.q, doc)
	lead(&v, g.q, doc)
	return v
}

// attitudes are the classes of cues that are no plain saying.
var attitudes = []string{"think", "hope", "fear", "want", "promise", "predict", "suggest", "claim", "admit", "deny", "ask", "urge"}

// meant is what somebody is reported to say or to hold, with the word for how he
// holds it where that is no plain saying: who hopes for a thing has not said
// that it comes.
func meant(q *nutgraf.Quote) nutgraf.Span {
	if !slices.Contains(attitudes, q.Modality) || q.Cue.IsZero() || q.Cue.End > q.Span.Start || q.Span.Start-q.Cue.End > len(" that ") {
		return q.Span
	}
	return nutgraf.Span{Start: q.Cue.Start, End: q.Span.End}
}

// retold gathers the statements of one speaker on one matter in several reports.
func (r *finder) retold(all []statement) []nutgraf.Family {
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	for i := range all {
		for j := range i {
			if all[i].doc != all[j].doc && sameMatter(&all[i], &all[j]) {
				a, b := group[i], group[j]
				for k := range group {
					if group[k] == max(a, b) {
						group[k] = min(a, b)
					}
				}
			}
		}
	}
	var out []nutgraf.Family
	for i := range all {
		if group[i] != i {
			continue
		}
		var members []statement
		for j := range all {
			if group[j] == i {
				members = append(members, all[j])
			}
		}
		if f, ok := r.retoldFamily(members); ok {
			out = append(out, f)
		}
	}
	return out
}

// sameMatter reports whether two statements of one speaker say one thing: they
// share two words or a word and a number, beside the names (three names and a word), they begin with the same
// name or share half of the shorter, and both deny or neither does. Names and one word
// ("investigation") are what a whole story is about.
func sameMatter(a, b *statement) bool {
	if a.denied != b.denied || clash(a.values, b.values) {
		return false
	}
	n := sharedItems(a.items, b.items)
	short := min(len(a.items), len(b.items))
	first := 0
	if a.items[0] == b.items[0] && a.items[0] < 1<<32 {
		first = 1
	}
	if n < fewestShared || float64(n+first) < shareOfGists*float64(short) {
		return false
	}
	names := 0
	for _, k := range a.items {
		if k < 1<<32 && slices.Contains(b.items, k) {
			names++
		}
	}
	plain := n - names
	for _, v := range a.values {
		if v >= 2 && slices.Contains(b.values, v) {
			plain++
		}
	}
	switch {
	case names == 0:
		return plain > plainShared
	case names >= namesShared:
		return plain > 0
	}
	return plain >= plainShared
}

// plainShared is the number of words and numbers, beside names, that two statements of
// one matter have in common at the least, and one more where they share no name; from
// namesShared names on one is enough.
const plainShared, namesShared = 2, 3

func (r *finder) retoldFamily(all []statement) (nutgraf.Family, bool) {
	f := nutgraf.Family{Kind: nutgraf.Indirect, Said: nutgraf.NoDay}
	for _, g := range all {
		doc := r.members[g.doc].Doc.ID
		if n := len(f.Variants); n == 0 || f.Variants[n-1].Doc != doc {
			f.Variants = append(f.Variants, r.retelling(g))
		}
	}
	if docs(&f) < 2 {
		return f, false
	}
	for i, v := range f.Variants {
		if v.Cites[0].Span.Len() > f.Variants[f.Fullest].Cites[0].Span.Len() {
			f.Fullest = i
		}
	}
	r.settle(&f)
	f.Why = nutgraf.Evidence{
		Rule: "quote/retold",
		Text: fmt.Sprintf("%d reports say this in their own words, none quotes it; that it is one statement is likely, not certain.", docs(&f)),
	}
	for _, v := range f.Variants {
		f.Why.Refs = append(f.Why.Refs, v.Cites[0].Ref)
	}
	return f, true
}
