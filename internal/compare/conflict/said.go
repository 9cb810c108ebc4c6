package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// said is when a report says that somebody said what others have in the same words.
type said struct {
	passage
	when nutgraf.When
}

// whenSaid finds one utterance that reports put on different days, or in different years.
func (f *Finder) whenSaid(s Story) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, fam := range s.Families {
		if fam.Kind != nutgraf.Direct {
			continue
		}
		var all []said
		for _, v := range fam.Variants {
			if v.Kind != nutgraf.Paraphrase && v.Kind != nutgraf.Edited && v.Kind != nutgraf.Spliced {
				all = append(all, saidIn(s, v)...)
			}
		}
		for j, b := range all {
			for _, a := range all[:j] {
				if a.member != b.member && apartSaid(a.when, b.when) {
					why := "The reports say that it was said on different days."
					if sayYear(a.when) {
						why = "The reports say that it was said in different years."
					}
					c := nutgraf.Conflict{
						Kind: nutgraf.ConflictDate, Severity: nutgraf.Medium, Relation: nutgraf.Conflicting, Matter: "When it was said: " + opening(fam), Why: why,
						Rule: nutgraf.Evidence{Rule: "conflict.said", Text: why}, Sides: []nutgraf.Side{{}, {}},
					}
					face(s, &c, a.passage, b.passage)
					out = gathered(out, c)
				}
			}
		}
	}
	return out
}

// saidIn lists when a report says that its form of an utterance was said: on the day told
// right beside the verb of saying, or in the one year that the sentence tells before it.
func saidIn(s Story, v nutgraf.Variant) []said {
	member := memberAt(s, v.Doc)
	if member < 0 {
		return nil
	}
	m := s.Members[member]
	words := 0
	for _, c := range v.Cites {
		words += len(strings.Fields(c.Text))
	}
	if words < saidWords {
		return nil
	}
	var out []said
	for _, i := range v.Quotes {
		q := m.Ann.Quotes[i]
		if q.Kind != nutgraf.Direct || q.Cue.IsZero() || len(q.Parts) == 0 {
			continue
		}
		k := m.Seg.SentenceAt(q.Cue.Start)
		if k < 0 {
			continue
		}
		sent := m.Seg.Sentences[k].Span
		years := 0
		var last *nutgraf.When
		for j := range s.Times[member] {
			w := &s.Times[member][j]
			if !sent.Contains(w.Span) || w.Type == nutgraf.DurationType || slices.ContainsFunc(q.Parts, func(p nutgraf.Span) bool { return p.Overlap(w.Span) > 0 }) {
				continue
			}
			text := w.Span.Of(m.Doc.Text)
			switch off := m.Seg.TokenAt(w.Span.Start) - m.Seg.TokenAt(q.Cue.End); {
			case j == q.When && off >= 0 && (off <= saidNear || off <= saidFar && onlyTime(s, member, sent, q)) && sayDay(*w, text):
				out = append(out, said{passage{member, w.Span, m.Doc.Cite(sent)}, *w})
			case w.Span.Start < q.Parts[0].Start && sayYear(*w) && w.Value == text:
				years, last = years+1, w
			}
		}
		if years == 1 {
			out = append(out, said{passage{member, last.Span, m.Doc.Cite(sent)}, *last})
		}
	}
	return out
}

// onlyTime reports whether a sentence tells one time only outside an utterance.
func onlyTime(s Story, member int, sent nutgraf.Span, q nutgraf.Quote) bool {
	n := 0
	for _, w := range s.Times[member] {
		if sent.Contains(w.Span) && !slices.ContainsFunc(q.Parts, func(p nutgraf.Span) bool { return p.Overlap(w.Span) > 0 }) {
			n++
		}
	}
	return n == 1
}

const (
	saidFar   = 10 // words from a verb of saying to the only time of its sentence
	saidWords = 6  // of an utterance that is put on different days
	saidNear  = 6  // words from a verb of saying to its day
)

// sayDay reports whether words name a day: not a night, which has two.
func sayDay(w nutgraf.When, text string) bool {
	return (namesWeekday(w.Form) || len(w.Form) == len("XXXX-12-24")) && w.Type == nutgraf.DateType && w.Mod == "" && (!w.Resolved || w.From == w.To) && !strings.Contains(text, "week")
}

// sayYear reports whether a time is a year.
func sayYear(w nutgraf.When) bool { return len(w.Value) == len("2006") }

// apartSaid reports whether two times of speaking cannot be one.
func apartSaid(a, b nutgraf.When) bool {
	if sayYear(a) != sayYear(b) {
		return false
	}
	if a.Resolved && b.Resolved {
		return a.From != nutgraf.NoDay && b.From != nutgraf.NoDay && (a.From > b.To || b.From > a.To)
	}
	return !a.Resolved && !b.Resolved && namesWeekday(a.Form) && namesWeekday(b.Form) && a.Form[:10] != b.Form[:10]
}
