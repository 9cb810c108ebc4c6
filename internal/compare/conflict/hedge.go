package conflict

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// hedgeTable is the words that leave open whether what follows is so: before a verb, by their
// first, and before what somebody is called.
type hedgeTable struct {
	verbs map[string][]way
	nouns map[string]bool
}

func hedgesOf(pack *lang.Pack) hedgeTable {
	out := hedgeTable{verbs: map[string][]way{}, nouns: pack.Class("hedges", "noun")}
	for _, row := range pack.Rows("hedges") {
		if w := way(strings.Fields(row[0])); row[1] == "verb" {
			out.verbs[w[0]] = append(out.verbs[w[0]], w)
		}
	}
	for _, ways := range out.verbs { // the longest first
		slices.SortStableFunc(ways, func(a, b way) int { return len(b) - len(a) })
	}
	return out
}

// hedged is a clause of a report that leaves open whether something is so.
type hedged struct {
	passage
	sentence     int
	terms, plain []string
	verb         string   // key of what may have come about
	who          []string // terms before it
	denied       bool
}

const (
	hedgedMost  = 60 // clauses of a story that are looked at
	hedgedShown = 3
	hedgedTerms = 3   // terms of a clause that can be found again
	hedgedPlain = 2   // of them no names
	hedgedTold  = .6  // share of their weight that a sentence tells which says so
	hedgedBack  = .45 // share of what that sentence tells that the clause has
	hedgedSure  = .8  // share that it tells where the clause names nobody
	hedgedAhead = 12  // words behind the verb that are of the clause
)

// leftAsOpen finds what one report leaves open and another gives as so, in much the same
// words.
func (f *Finder) leftAsOpen(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	var all []hedged
	for i, m := range s.Members {
		for k := range min(len(m.Seg.Sentences), stanceDeep) {
			if len(all) < hedgedMost {
				all = append(all, f.hedgedIn(s, i, k)...)
			}
		}
	}
	var out []nutgraf.Conflict
	taken := map[nutgraf.Ref]bool{}
	for _, h := range all {
		if len(out) == hedgedShown {
			break
		}
		so, ok := f.toldOutright(s, h)
		if !ok || taken[so.Ref] {
			continue
		}
		taken[so.Ref] = true
		why := "One report leaves open what another tells as so."
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: why,
			Matter: "Told as so, or left open: " + strings.TrimSuffix(h.cite.Text, "."),
			Sides:  []nutgraf.Side{{Value: "given as so", Evidence: []nutgraf.Cite{so}}, {Value: h.span.Of(s.Members[h.member].Doc.Text), Evidence: []nutgraf.Cite{h.cite}}},
			Rule:   nutgraf.Evidence{Rule: "conflict.hedge", Text: why},
		})
	}
	return out
}

// hedgedIn lists the clauses of a sentence that leave open whether something is so.
func (f *Finder) hedgedIn(s Story, member, sentence int) []hedged {
	m := s.Members[member]
	sent := m.Seg.Sentences[sentence]
	var words []string
	for k := sent.First; k < sent.Last; k++ {
		if s.begins[member][k]&opensHedge == 0 {
			continue
		}
		if words == nil {
			if words = s.lower(member, sent); !body(m.Doc, sent) || slices.Contains(words, "if") || slices.Contains(words, "whether") || slices.Contains(words, "?") {
				return nil
			}
		}
		for _, w := range f.hedgeTable.verbs[words[k-sent.First]] {
			to, ok := w.at(words, k-sent.First)
			if !ok {
				continue
			}
			verb := to
			for verb < len(words) && (f.auxiliary[words[verb]] || words[verb] == "not" || words[verb] == "never" || f.passed(words[verb])) {
				verb++
			}
			if verb >= len(words) || verb-to > 3 {
				break
			}
			key := f.gist.Key(words[verb])
			if key == "" || f.function[words[verb]] || !f.pastForm(words[verb]) && !slices.Contains(words[to:verb], "be") {
				break // what is to come
			}
			from, end := k-sent.First, verb+1
			for from > 0 && !clauseParts(words[from-1]) {
				from--
			}
			for end < min(len(words), verb+hedgedAhead) && !clauseParts(words[end]) {
				end++
			}
			clause, hedge := spanOf(m, sent, from, end), spanOf(m, sent, k-sent.First, to)
			if quoted(m, hedge) {
				break
			}
			if from < k-sent.First && (words[k-sent.First-1] == "a" || words[k-sent.First-1] == "an" || words[k-sent.First-1] == "the") {
				break // "an apparently unarmed man"
			}
			h := hedged{passage: passage{member, hedge, m.Doc.Cite(sent.Span)}, sentence: sentence, verb: key, terms: s.Told.Terms(member, clause, hedge), plain: s.Told.Plain(member, clause, hedge)}
			h.denied = f.odd(words[from:end])
			if from < k-sent.First {
				h.who = s.Told.Terms(member, spanOf(m, sent, from, k-sent.First), nutgraf.Span{})
			}
			if len(h.terms) >= hedgedTerms && len(h.plain) >= hedgedPlain {
				return []hedged{h}
			}
			break
		}
	}
	return nil
}

// clauseParts reports whether a token parts clauses.
func clauseParts(w string) bool {
	switch w {
	case ",", ";", ":", "-", "–", "—", "--", "(", ")", "\"", "“", "”", "but", "that", "who", "which", "because", "while", "after", "before", "when":
		return true
	}
	return false
}

// odd reports whether an odd number of words deny.
func (f *Finder) odd(words []string) bool {
	n := 0
	for _, w := range words {
		if f.negations[w] {
			n++
		}
	}
	return n%2 == 1
}

// toldOutright finds the sentence of another report that best tells as so what a clause
// leaves open, of a report that nowhere leaves it open.
func (f *Finder) toldOutright(s Story, h hedged) (nutgraf.Cite, bool) {
	var best nutgraf.Cite
	most := 0.0
	own := s.Told.Weight(h.terms)
	for _, x := range s.Told.Tellers(h.terms, hedgedTold) {
		m := s.Members[x.Member]
		sent := m.Seg.Sentences[x.Sentence]
		told := s.Told.Sentence(x.Member, x.Sentence)
		both := s.Told.Both(h.terms, told)
		if x.Member == h.member || both < hedgedTold*own || both <= most || !slices.Contains(told, h.verb) || shares(h.plain, told) < hedgedPlain || !body(m.Doc, sent) {
			continue
		}
		stretch := s.Told.Stretch(h.terms, x.Member, x.Sentence)
		words := s.lower(x.Member, sent)
		if stretch.Len() > denialWide*h.cite.Span.Len() || both < hedgedBack*s.Told.Weight(s.Told.Terms(x.Member, stretch, nutgraf.Span{})) ||
			!f.outright(words) || f.odd(words) != h.denied || f.leavesOpenToo(s, x.Member, h) {
			continue
		}
		if !f.done(words, h.verb) || len(h.who) > 0 && shares(h.who, told) == 0 || len(h.who) == 0 && both < hedgedSure*own || quoted(m, stretch) {
			continue
		}
		most, best = both, m.Doc.Cite(sent.Span)
	}
	return best, most > 0
}

// done reports whether a verb stands in a past form among words.
func (f *Finder) done(words []string, verb string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return f.pastForm(w) && f.gist.Key(w) == verb })
}

// outright reports whether a sentence leaves nothing open.
func (f *Finder) outright(words []string) bool {
	for i, w := range words {
		if f.leftOpen[w] || f.hedgeTable.nouns[w] || f.unsure[w] || f.hearsay[w] || w == "?" || beginsAny(w, f.guesses) {
			return false
		}
		if slices.ContainsFunc(f.hedgeTable.verbs[w], func(v way) bool { _, ok := v.at(words, i); return ok }) {
			return false
		}
	}
	return true
}

// leavesOpenToo reports whether a report has a sentence that tells of the same and leaves
// it open.
func (f *Finder) leavesOpenToo(s Story, member int, h hedged) bool {
	m := s.Members[member]
	for k, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), stanceDeep)] {
		if s.Told.Both(h.terms, s.Told.Sentence(member, k)) >= hedgedTold*s.Told.Weight(h.terms) && !f.outright(s.lower(member, sent)) {
			return true
		}
	}
	return false
}
