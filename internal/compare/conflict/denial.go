package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// denial is what somebody denies in a report: the clause that he says is not so.
type denial struct {
	member int
	quote  nutgraf.Quote
	clause nutgraf.Span
	terms  []string // of the clause
	plain  []string // those that are no names
	verb   string   // that of its verb or what stands for it; empty where its form does not tell
	sure   bool     // it is its verb
}

const (
	denialTerms = 4   // terms of a clause that can be found again
	denialPlain = 2   // of them no names
	denialTold  = .55 // share of their weight that a sentence tells which says so
	denialSure  = .8  // where the clause's verb is not known
	denialWide  = 2   // times as long as the clause, at the most, that the sentence needs for them
	denialLeast = 25  // bytes before a comma that can be the whole of a clause
	denialSlack = 30  // and some bytes more
	denialAlike = .5  // share of one denial's terms in another's
	denialsMost = 40  // denials of a story that are looked at
	deniedShown = 3   // at the most
)

// denied finds what one report tells as so and another says that somebody denies:
// "denied that the bank had known" beside a report by which the bank knew, which does
// not tell of the denial.
func (f *Finder) denied(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	all := f.denialsOf(s)
	var out []nutgraf.Conflict
	for _, d := range all {
		if len(out) == deniedShown {
			break
		}
		if heard(had, d.quote.Name) || heard(out, d.quote.Name) {
			continue // what he says of it is shown
		}
		said, ok := f.saidSo(s, d, all)
		if !ok {
			continue
		}
		m := s.Members[d.member]
		why := "One report tells as so what another says that " + d.quote.Name + " denies."
		against := nutgraf.Side{Value: "denied", By: d.quote.Name, Evidence: []nutgraf.Cite{m.Doc.Cite(nutgraf.Span{Start: min(d.quote.Cue.Start, d.quote.Span.Start), End: max(d.quote.Cue.End, d.quote.Span.End)})}}
		for _, e := range all {
			if e.member != d.member && e.quote.Name == d.quote.Name && len(against.Evidence) < 3 && alike(s, e.terms, d.terms) && s.Members[e.member].Doc.ID != said.Evidence[0].Doc {
				o := s.Members[e.member]
				against.Evidence = append(against.Evidence, o.Doc.Cite(nutgraf.Span{Start: min(e.quote.Cue.Start, e.quote.Span.Start), End: max(e.quote.Cue.End, e.quote.Span.End)}))
			}
		}
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting,
			Matter: "Told as so, or denied: " + d.clause.Of(m.Doc.Text), Why: why, Sides: []nutgraf.Side{said, against},
			Rule: nutgraf.Evidence{Rule: "conflict.denial", Text: why},
		})
	}
	return out
}

// heard reports whether a difference shows words of somebody already.
func heard(cs []nutgraf.Conflict, name string) bool {
	return slices.ContainsFunc(cs, func(c nutgraf.Conflict) bool {
		return c.Severity != nutgraf.Soft && slices.ContainsFunc(c.Sides, func(x nutgraf.Side) bool { return strings.HasPrefix(x.By, name) })
	})
}

// denialsOf lists the denials of a story whose clause can be found in other reports.
func (f *Finder) denialsOf(s Story) []denial {
	var out []denial
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	for i, m := range s.Members {
		for _, q := range m.Ann.Quotes {
			if q.Modality != "deny" || q.Name == "" || len(q.Parts) == 0 || q.Cue.IsZero() || len(out) == denialsMost || f.undenied(m, q) {
				continue
			}
			clause, ok := f.deniedClause(m.Doc.Text, q)
			if !ok {
				continue
			}
			if i := strings.IndexAny(clause.Of(m.Doc.Text), ",;"); i > denialLeast {
				clause.End = clause.Start + i
			}
			d := denial{member: i, quote: q, clause: clause, terms: s.Told.Terms(i, clause, nutgraf.Span{}), plain: s.Told.Plain(i, clause, nutgraf.Span{})}
			d.verb, d.sure = f.verbOf(clause.Of(m.Doc.Text))
			if len(d.terms) >= denialTerms && len(d.plain) >= denialPlain {
				out = append(out, d)
			}
		}
	}
	return out
}

// undenied reports whether words before the verb of a denial take it back: "did not
// deny", "would neither confirm nor deny", "declined to".
func (f *Finder) undenied(m nutgraf.Member, q nutgraf.Quote) bool {
	from := q.Cue.Start
	if i := m.Seg.SentenceAt(from); i >= 0 {
		from = m.Seg.Sentences[i].Span.Start
	}
	words := wordsOf(m.Doc.Text[from:q.Cue.Start])
	return slices.ContainsFunc(words[max(0, len(words)-6):], func(w string) bool {
		return f.negations[w] || f.governs[w] || f.undone[w]
	})
}

// verbOf returns the key of a clause's verb, as far as its form tells: the first past
// form or participle, or, with verb false, what an auxiliary or a verb without matter of its own
// brings with it ("had any part in it").
func (f *Finder) verbOf(clause string) (key string, verb bool) {
	words := wordsOf(clause)
	verbal := func(w string) bool { return f.pastForm(w) || f.doingWord(w) }
	for i, w := range words {
		if i == 0 && !f.doingWord(w) || !verbal(w) && !f.governs[w] && !f.auxiliary[w] {
			continue
		}
		for _, v := range words[i:] {
			if k := f.gist.Key(v); k != "" {
				return k, verbal(v)
			}
		}
		return "", false
	}
	return "", false
}

// ownDoing reports whether a clause tells what the one who denies it did himself, by a
// pronoun or by no name: "he had paid in cash", "paying in cash".
func (f *Finder) ownDoing(clause string) bool {
	words := wordsOf(clause)
	return f.doingWord(words[0]) || slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"he", "she", "it", "they", "his", "her", "its", "their", "him", "them"}, w)
	})
}

// deniedClause returns the clause that somebody says is not so: what follows "that",
// what a verb in -ing tells, or what a report, a claim or an allegation says. What is
// denied to somebody (a visa, a hearing) and what names no doing (any wrongdoing) is none.
func (f *Finder) deniedClause(text string, q nutgraf.Quote) (nutgraf.Span, bool) {
	part := q.Parts[0]
	words := strings.Fields(part.Of(text))
	if len(words) < 4 {
		return part, false
	}
	deny := strings.HasPrefix(strings.ToLower(q.Cue.Of(text)), "den")
	after := func(n int) nutgraf.Span {
		at := part.Start
		for _, w := range words[:n] {
			at += strings.Index(text[at:], w) + len(w)
		}
		return nutgraf.Span{Start: at + 1, End: part.End}
	}
	low := func(i int) string { return strings.Trim(strings.ToLower(words[i]), `.,;:"“”'`) }
	switch {
	case low(0) == "that":
		return after(1), deny
	case deny && f.doingWord(low(0)):
		return part, true
	case deny && f.told(words):
		return part, true
	}
	for i := 0; i < min(len(words)-3, claimReach); i++ {
		if !f.claims[low(i)] {
			continue
		}
		for j := i + 1; j < min(len(words)-2, i+4); j++ {
			if w := low(j); w == "saying" {
				return part, false // his own words
			} else if w == "that" || f.doingWord(w) || f.past[w] {
				if f.retold[w] {
					return after(j + 1), true
				}
				return after(j), true
			}
		}
		return part, false
	}
	return part, false
}

// claimReach is how many words stand before the noun for what was claimed: "key
// elements of a media report".
const claimReach = 7

// doingWord reports whether a word is a verb in -ing, as far as its form tells.
func (f *Finder) doingWord(w string) bool {
	return len(w) > 5 && strings.HasSuffix(w, "ing") && !f.things[w]
}

// told reports whether words open as a clause does: who, and a verb in the past or an
// auxiliary right behind ("it had known of the leak").
func (f *Finder) told(words []string) bool {
	for i := 1; i < min(len(words), 4); i++ {
		w := strings.ToLower(words[i])
		if f.past[w] || f.governs[w] || w == "is" || w == "are" || w == "has" || w == "have" {
			return w != "to"
		}
		if i == 1 && !(words[0][0] >= 'A' && words[0][0] <= 'Z') && words[0] != "the" && words[0] != "his" && words[0] != "her" && words[0] != "its" && words[0] != "their" {
			return false
		}
	}
	return false
}

// alike reports whether two denials are of one matter.
func alike(s Story, a, b []string) bool {
	return s.Told.Both(a, b) >= denialAlike*min(s.Told.Weight(a), s.Told.Weight(b))
}

// saidSo finds the sentence of another report that best tells what is denied, of a
// report in which the denial does not stand.
func (f *Finder) saidSo(s Story, d denial, all []denial) (nutgraf.Side, bool) {
	var best nutgraf.Side
	most, own := denialTold, f.ownDoing(d.clause.Of(s.Members[d.member].Doc.Text))
	for _, x := range s.Told.Tellers(d.terms, denialTold) {
		if x.Member == d.member || x.Share <= most || slices.ContainsFunc(all, func(e denial) bool {
			return e.member == x.Member && (e.quote.Name == d.quote.Name || alike(s, e.terms, d.terms))
		}) {
			continue
		}
		m := s.Members[x.Member]
		sent := m.Seg.Sentences[x.Sentence]
		text := sent.Span.Of(m.Doc.Text)
		if !body(m.Doc, sent) || !f.judge.Sentence(text) || strings.HasSuffix(text, "?") || !f.affirms(text) || f.deniesAnywhere(m, d) {
			continue
		}
		if name := nameWords(d.quote.Name); own && (len(name) == 0 || !slices.Contains(nameWords(text), name[len(name)-1])) {
			continue // somebody else did
		}
		if told := s.Told.Sentence(x.Member, x.Sentence); shares(d.plain, told) < denialPlain || d.verb != "" && !slices.Contains(told, d.verb) || !d.sure && x.Share < denialSure ||
			s.Told.Stretch(d.terms, x.Member, x.Sentence).Len() > denialWide*d.clause.Len()+denialSlack {
			continue // the words for it stand here and there
		}
		side := nutgraf.Side{Value: "told as so", Evidence: []nutgraf.Cite{m.Doc.Cite(sent.Span)}}
		if by, own := spokenBy(m, sent.Span); own {
			if by == d.quote.Name {
				continue
			}
			side.By = by
		}
		most, best = x.Share, side
	}
	return best, len(best.Evidence) > 0
}

// deniesAnywhere reports whether a report tells of a denial by the same speaker that
// says nothing of what is denied ("denied the story").
func (f *Finder) deniesAnywhere(m nutgraf.Member, d denial) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Modality == "deny" && q.Name == d.quote.Name })
}

// spokenBy returns who is quoted, in his own words or not, with most of a sentence.
func spokenBy(m nutgraf.Member, sent nutgraf.Span) (string, bool) {
	for _, q := range m.Ann.Quotes {
		if q.Span.Overlap(sent)*2 > sent.Len() && q.Name != "" && (q.Modality == "say" || q.Modality == "claim" || q.Modality == "write") {
			return q.Name, true
		}
	}
	return "", false
}

// affirms reports whether a sentence says that something is so: it denies, doubts and
// supposes nothing.
func (f *Finder) affirms(text string) bool {
	return !slices.ContainsFunc(wordsOf(strings.ReplaceAll(text, "’", "'")), func(w string) bool {
		return f.negations[w] || f.untrue[w] || beginsAny(w, f.rejecting)
	})
}

// shares counts what two lists of terms have in common.
func shares(a, b []string) int {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
		}
	}
	return n
}
