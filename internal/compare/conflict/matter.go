package conflict

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/dateline"
)

const (
	matterBefore = 60 // bytes of a report's words that a difference is called by, before what differs
	matterBehind = 70 // and behind it
	matterLeast  = 12 // fewer bytes than these are not kept up to a comma
	matterWords  = 3  // words beside what differs below which a clause says little
)

// blanked calls a difference by what a report tells, with a question in the place of what
// differs: "[how many] officers were injured". Brackets hold what an editor puts in, so
// that the name of a difference is on no side of it.
func blanked(told nutgraf.Cite, differs nutgraf.Span, question string) string {
	before, behind, _ := beside(told, differs)
	return ask(before, question, behind)
}

func ask(before, question, behind string) string {
	return sentenceCase(before + "[" + question + "]" + behind)
}

// either calls a difference by two ways to tell one thing, and what one report tells of it.
func either(one, other string, told nutgraf.Cite) string {
	at := max(0, strings.Index(told.Text, one))
	before, behind, _ := beside(told, nutgraf.Span{Start: told.Span.Start + at, End: told.Span.Start + at})
	return "“" + one + "” or “" + other + "”: " + sentenceCase(before+behind)
}

// beside is what a report tells before and behind a place, each cut where it is long, and
// at how many ends it was cut.
func beside(told nutgraf.Cite, at nutgraf.Span) (before, behind string, cuts int) {
	from, to := max(0, at.Start-told.Span.Start), min(len(told.Text), max(0, at.End-told.Span.Start))
	before, behind = told.Text[min(from, dateline.Length(told.Text)):from], told.Text[to:]
	if n := len(behind); !(n > 2 && behind[n-1] == '.' && behind[n-3] == '.') { // but "at 12:00 p.m."
		behind = strings.TrimSuffix(behind, ".")
	}
	if len(before) > matterBefore {
		before, cuts = lastWords(before), cuts+1
	}
	if len(behind) > matterBehind {
		behind, cuts = firstWords(behind)+" …", cuts+1
	}
	return before, behind, cuts
}

// sentenceCase marks words that begin within their sentence, and lets a question begin
// with a capital.
func sentenceCase(label string) string {
	switch c, size := utf8.DecodeRuneInString(label); {
	case unicode.IsLower(c):
		return "… " + label
	case c == '[' && len(label) > size:
		return "[" + strings.ToUpper(label[size:size+1]) + label[size+1:]
	}
	return label
}

// lastWords is the end of a text, from a comma on where one stands well before it.
func lastWords(text string) string {
	text = text[len(text)-matterBefore:]
	if i := strings.Index(text, ", "); i >= 0 && len(text)-i > matterLeast {
		return text[i+len(", "):]
	}
	_, rest, _ := strings.Cut(text, " ")
	return rest
}

// firstWords is the beginning of a text, up to a comma where one stands well behind it.
func firstWords(text string) string {
	text = text[:matterBehind]
	if i := strings.LastIndex(text, ", "); i > matterLeast {
		return text[:i]
	}
	return text[:max(0, strings.LastIndexByte(text, ' '))]
}

// subject calls numbers that differ by the clause that tells of one most plainly: one with
// a verb, whole, short, and without who says it; or by its sentence where the clause is none.
func (f *Finder) subject(s Story, frames []nutgraf.Frame) string {
	best, least := "", 0
	for _, fr := range frames {
		m := s.Members[fr.Member]
		differs, question := fr.Focus, "how long"
		if fr.Quantity >= 0 {
			q := m.Ann.Quantities[fr.Quantity]
			differs, question = q.Span, "how much"
			if q.Kind == nutgraf.Cardinal {
				question = "how many"
			}
			if h := q.HedgeSpan; !h.IsZero() && h.Start < differs.Start && h.End >= differs.Start-1 {
				differs.Start = h.Start // "more than 50"
			}
		}
		told, cost := fr.Clause, 0
		words := strings.Fields(told.Text)
		if fr.Doing == "" || len(words)-len(strings.Fields(differs.Of(m.Doc.Text))) < matterWords || f.function[words[len(words)-1]] {
			told, cost = m.Doc.Cite(m.Seg.Sentences[fr.Sentence].Span), matterBefore // "… said the rumours were" lacks what it quotes
		}
		before, behind, cuts := beside(told, differs)
		label := ask(before, question, behind)
		cost += len(label) + cuts*matterBefore/2
		if by := strings.Fields(fr.By); len(by) > 0 && strings.Contains(told.Text, by[len(by)-1]) {
			cost += matterBefore // who says it stands on a side
		}
		if strings.HasPrefix(behind, "-") || strings.HasPrefix(label, "…") {
			cost += matterLeast
		}
		if best == "" || cost < least {
			best, least = label, cost
		}
	}
	return best
}
