package conflict

import (
	"slices"
	"strings"

	"nutgraf"
)

// limit is by when a sentence of a report says that something will be done.
type limit struct {
	member int
	span   nutgraf.Span // "before the end of the week"
	end    string       // "end week"
	day    nutgraf.Day  // the day of that, NoDay where it is not known
	cite   nutgraf.Cite
	terms  []string // of the sentence, without names
	who    []string // its names and numbers
}

const (
	limitDeep  = 12 // the last sentence of a report that is read for limits
	limitTerms = 2  // what two sentences must have in common to speak of one doing
	limitsOff  = 6  // days by which two limits that are known must differ
)

// limits finds what reports say will be done by the end of different times: by the end
// of the week, by the end of February. It is a plan, and each may tell a part of it, so
// that it stands in a row only.
func (f *Finder) limits(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	var all []limit
	ends := make([]map[string]bool, len(s.Members))
	for i := range s.Members {
		ends[i] = map[string]bool{}
		for _, l := range f.limitsOf(s, i) {
			ends[i][l.end] = true
			all = append(all, l)
		}
	}
	for j, b := range all {
		for _, a := range all[:j] {
			if a.member == b.member || a.end == b.end || ends[a.member][b.end] || ends[b.member][a.end] || !apartLimits(a, b) || shares(a.terms, b.terms)+min(shares(a.who, b.who), 1) < limitTerms || shares(a.terms, b.terms) == 0 {
				continue
			}
			why := "The reports say that it will be done by the end of different times."
			c := nutgraf.Conflict{
				Kind: nutgraf.ConflictWindow, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Matter: blanked(a.cite, a.span, "by when"), Why: why,
				Rule: nutgraf.Evidence{Rule: "conflict.limit", Text: why},
			}
			for _, l := range [2]limit{a, b} {
				c.Sides = append(c.Sides, nutgraf.Side{Value: l.span.Of(s.Members[l.member].Doc.Text), Evidence: []nutgraf.Cite{l.cite}})
			}
			return []nutgraf.Conflict{c}
		}
	}
	return nil
}

// apartLimits reports whether two limits cannot be one day, as far as they are known.
func apartLimits(a, b limit) bool {
	if a.day == nutgraf.NoDay || b.day == nutgraf.NoDay {
		return a.day == b.day // one that is known and one that is not can be one
	}
	return max(a.day-b.day, b.day-a.day) > limitsOff
}

// limitsOf lists the limits that a report tells of what is to come, with which it opens.
func (f *Finder) limitsOf(s Story, member int) []limit {
	m := s.Members[member]
	var out []limit
	for k, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), limitDeep)] {
		if !body(m.Doc, sent) || !strings.Contains(sent.Span.Of(m.Doc.Text), " end of ") {
			continue
		}
		words := s.lower(member, sent)
		from, to := f.limitIn(words)
		if from < 0 || !slices.ContainsFunc(words[:from], func(w string) bool { return w == "will" || w == "would" || w == "to" || w == "must" }) {
			continue
		}
		span := nutgraf.Span{Start: int(m.Seg.Tokens[sent.First+from].Start), End: int(m.Seg.Tokens[sent.First+to-1].End)}
		l := limit{member: member, span: span, day: nutgraf.NoDay, cite: m.Doc.Cite(sent.Span)}
		l.end = strings.Join(slices.DeleteFunc(slices.Clone(words[from+1:to]), func(w string) bool { return f.function[w] }), " ")
		for _, w := range s.Times[member] {
			if w.Span.Overlap(span) > 0 && w.Resolved && w.To != nutgraf.NoDay {
				l.day = w.To
			}
		}
		l.terms = s.Told.Plain(member, sent.Span, span)
		for _, w := range s.Told.Sentence(member, k) {
			if !slices.Contains(l.terms, w) {
				l.who = append(l.who, w)
			}
		}
		out = append(out, l)
	}
	return out
}

// limitIn finds "by the end of the week" in a sentence: where its words begin and end.
func (f *Finder) limitIn(words []string) (from, to int) {
	for i, w := range words {
		if w != "by" && w != "before" && w != "until" {
			continue
		}
		for j := i + 1; j < min(len(words)-1, i+4); j++ {
			if words[j] != "end" || words[j+1] != "of" {
				continue
			}
			for k := j + 2; k < min(len(words), j+5); k++ {
				if f.spans[words[k]] {
					return i, k + 1
				}
			}
		}
	}
	return -1, -1
}
