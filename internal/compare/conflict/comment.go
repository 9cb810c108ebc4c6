package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// comment finds an organization or a person of whom one report says that no
// comment was to be had, and whom another quotes: the later one knows more.
func (f *Finder) comment(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	silences := f.silencesOf(s)
	for e, entity := range s.Entities {
		if entity.Type != nutgraf.Organization && entity.Type != nutgraf.Person && entity.Type != nutgraf.Group {
			continue
		}
		silent, silentDocs := silent(s, e, silences)
		if len(silent) == 0 {
			continue
		}
		spoken := f.spoken(s, e, silentDocs)
		if len(spoken) == 0 {
			continue
		}
		why := "Some reports have no comment from " + entity.Name + ", others quote one."
		out = append(out, nutgraf.Conflict{
			Kind: nutgraf.ConflictStatus, Severity: nutgraf.Medium, Relation: nutgraf.Update,
			Matter: "Did " + entity.Name + " comment?", Why: why,
			Sides: []nutgraf.Side{{Value: "no comment", Evidence: silent}, {Value: "commented", By: entity.Name, ByQuoted: true, Evidence: spoken}},
			Rule:  nutgraf.Evidence{Rule: "conflict.comment", Text: why},
		})
	}
	return out
}

// silence is a sentence of a report that says somebody did not comment, and
// where it does.
type silence struct {
	sentence nutgraf.Span
	at       int
}

// silencesOf lists the silences of each report. One report alone differs from
// none.
func (f *Finder) silencesOf(s Story) [][]silence {
	out := make([][]silence, len(s.Members))
	if len(s.Members) < 2 {
		return out
	}
	for i, m := range s.Members {
		if !slices.ContainsFunc(f.silentWords, func(w string) bool { return strings.Contains(m.Doc.Text, w) }) {
			continue // as most
		}
		for _, sent := range m.Seg.Sentences {
			text := sent.Span.Of(m.Doc.Text)
			at := f.silenceIn(text)
			if at >= 0 && body(m.Doc, sent) && holdsAny(text[at:], f.asking) && !holdsAny(text[at:], f.questions) && !strings.Contains(text[:at], " whether ") && !f.answered(text[at:]) && !strings.Contains(text[:at], "statement") {
				out[i] = append(out[i], silence{sent.Span, sent.Span.Start + at})
			}
		}
	}
	return out
}

// silent cites the sentences that say entity e did not comment.
func silent(s Story, e int, silences [][]silence) ([]nutgraf.Cite, map[int]bool) {
	var out []nutgraf.Cite
	docs := map[int]bool{}
	for i, m := range s.Members {
		idx := s.Entities[e].Members[i]
		if idx < 0 || docs[i] {
			continue
		}
		for _, x := range silences[i] {
			if subjectBefore(m, idx, x.sentence.Start, x.at) {
				out = append(out, m.Doc.Cite(x.sentence))
				docs[i] = true
				break
			}
		}
	}
	return out, docs
}

func body(d *nutgraf.Document, s nutgraf.Sentence) bool {
	return s.Block < 0 || s.Block >= len(d.Blocks) || d.Blocks[s.Block].Kind.Body()
}

// coverOf picks a few longer words of which every phrase has one, those of most phrases
// first: a text without any has none of the phrases.
func coverOf(phrases []string) []string {
	left := slices.Clone(phrases)
	var out []string
	for len(left) > 0 {
		best, most := left[0], 0
		for _, p := range left {
			for w := range strings.FieldsSeq(p) {
				n := 0
				for _, q := range left {
					if strings.Contains(q, w) {
						n++
					}
				}
				if len(w) > 4 && (n > most || n == most && len(w) > len(best)) {
					best, most = w, n
				}
			}
		}
		out = append(out, best)
		left = slices.DeleteFunc(left, func(q string) bool { return strings.Contains(q, best) })
	}
	return out
}

// silenceIn returns where a sentence says that somebody did not comment, or -1.
func (f *Finder) silenceIn(text string) int {
	for _, w := range f.silences {
		if i := strings.Index(text, w); i >= 0 {
			return i
		}
	}
	return -1
}

// answered reports whether a sentence that tells of a silence tells of an answer
// too, or of a silence towards somebody other than the report.
func (f *Finder) answered(rest string) bool {
	if strings.Contains(rest, " but ") || strings.Contains(rest, "statement") {
		return true
	}
	_, to, found := strings.Cut(rest, " to ")
	return found && !holdsAny(to[:min(len(to), toPress)], f.pressing)
}

// toPress is how many bytes behind "to" whom a silence is kept towards is looked for.
const toPress = 40

// subjectBefore reports whether the words from from to to have entity idx for
// their subject: the name that stands last before the verb, or, where more than
// a few words part that from the verb, the sentence's first.
func subjectBefore(m nutgraf.Member, idx, from, to int) bool {
	first, last := -1, -1
	begun, end := 0, 0
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= from && x.Span.End <= to && x.Kind == nutgraf.ByName {
			if first < 0 {
				first, begun = x.Entity, x.Span.End
			}
			last, end = x.Entity, x.Span.End
		}
	}
	if end == 0 {
		return false
	}
	between := m.Doc.Text[end:to]
	if strings.HasPrefix(between, ",") && first != last && !hasPrefix(m.Doc.Text[begun:], "'s", "’s") {
		return first == idx // "Hale, a lawyer for Brandt, declined", not "Brandt's lawyer, Hale, declined"
	}
	if len(strings.Fields(between)) > 3 || strings.HasPrefix(between, "'s") || strings.HasPrefix(between, "’s") {
		return first == idx && first != last
	}
	return last == idx
}

// spoken cites what entity e answered in reports that are not silent about it, nor
// earlier than those that are: words of before answer something else.
func (f *Finder) spoken(s Story, e int, silent map[int]bool) []nutgraf.Cite {
	var out []nutgraf.Cite
	for i, m := range s.Members {
		idx := s.Entities[e].Members[i]
		if idx < 0 || silent[i] || earlier(s, i, silent) || s.Entities[e].Type == nutgraf.Person && afterwards(s, i, silent) {
			continue
		}
		for _, q := range m.Ann.Quotes {
			if before(s, i, q) || q.Speaker != idx && !f.speaksFor(m, q, idx) || !f.answers(m, q) && !f.speaksFor(m, q, idx) {
				continue
			}
			cite := nutgraf.Span{Start: min(q.Span.Start, orStart(q.Source, q.Span)), End: max(q.Span.End, q.Source.End)}
			if f.silenceIn(cite.Of(m.Doc.Text)) >= 0 {
				continue
			}
			if cite.Len() > 500 {
				cite = q.Parts[0]
			}
			out = append(out, m.Doc.Cite(cite))
			break
		}
	}
	return out
}

// answers reports whether a quotation is of the kind that answers the press: a
// statement, or words to a body or the press ("told the Gazette", "reporters"), between
// marks unless they deny.
func (f *Finder) answers(m nutgraf.Member, q nutgraf.Quote) bool {
	if q.Kind == nutgraf.Indirect && q.Modality != "deny" || q.Modality == "write" || q.Modality == "post" || q.Modality == "ask" {
		return false
	}
	if q.Medium == "statement" {
		return true
	}
	return !q.Addressee.IsZero() && (f.press[strings.ToLower(lastWord(q.Addressee.Of(m.Doc.Text)))] || slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Span.Overlap(q.Addressee) > 0 && typeOf(m, x) != nutgraf.Person && x.Kind == nutgraf.ByName
	}))
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// earlier reports whether a report is known to be of a day before all those that
// are silent.
func earlier(s Story, i int, silent map[int]bool) bool {
	if s.Dates[i].To == nutgraf.NoDay {
		return false
	}
	for j := range silent {
		if s.Dates[j].From == nutgraf.NoDay || s.Dates[i].To >= s.Dates[j].From {
			return false
		}
	}
	return true
}

// afterwards reports whether a report is of a day so long after all those that are
// silent that a person has had much else to say since.
func afterwards(s Story, i int, silent map[int]bool) bool {
	if s.Dates[i].From == nutgraf.NoDay {
		return false
	}
	for j := range silent {
		if s.Dates[j].To == nutgraf.NoDay || s.Dates[i].From <= s.Dates[j].To+daysToAnswer {
			return false
		}
	}
	return true
}

// daysToAnswer is how many days after a silence a person's words answer it.
const daysToAnswer = 3

// before reports whether words were said days before their report: they may well
// answer something else.
func before(s Story, member int, q nutgraf.Quote) bool {
	if q.When < 0 || q.When >= len(s.Times[member]) {
		return false
	}
	w, d := s.Times[member][q.When], s.Dates[member]
	return w.Resolved && w.To != nutgraf.NoDay && d.From != nutgraf.NoDay && w.To < d.From-2
}

func orStart(s, other nutgraf.Span) int {
	if s.IsZero() {
		return other.Start
	}
	return s.Start
}

// speaksFor reports whether a quotation's source is a spokesperson of the
// entity: "an Acme spokeswoman".
func (f *Finder) speaksFor(m nutgraf.Member, q nutgraf.Quote, idx int) bool {
	if q.Source.IsZero() || q.Kind == nutgraf.Indirect && q.Medium != "statement" {
		return false
	}
	src := q.Source.Of(m.Doc.Text) // a "Representative" with a capital is one of his own right
	if !holdsAny(src, f.voices) {
		return false
	}
	for _, x := range m.Ann.Mentions {
		if x.Entity == idx && x.Span.Start >= q.Source.Start-2 && x.Span.End <= q.Source.End+2 {
			return true
		}
	}
	return false
}
