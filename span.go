package nutgraf

import "slices"

// Span is a half-open byte range [Start, End) in one Document's Text. The zero
// Span means "nowhere".
type Span struct {
	Start, End int
}

// Len is the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// IsZero reports whether the span covers nothing.
func (s Span) IsZero() bool { return s.End <= s.Start }

// Of cuts the span out of text. The span must lie within the text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies wholly inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlap is the number of bytes that s and t share.
func (s Span) Overlap(t Span) int {
	return max(0, min(s.End, t.End)-max(s.Start, t.Start))
}

// Ref points at a span of one document: the only way one statement cites
// another.
type Ref struct {
	Doc  string
	Span Span
}

// Overlaps reports whether two places have words in common.
func (r Ref) Overlaps(b Ref) bool { return r.Doc == b.Doc && r.Span.Overlap(b.Span) > 0 }

// Cite is a Ref together with the exact words it covers and the body paragraph
// they stand in (counted from 1; 0 outside the body), so that a page built from
// cites can be read, and checked, without the documents at hand.
type Cite struct {
	Ref
	Text string
	Para int
}

// maxJoint is the most that white space and marks take up between two cites of
// adjoining words, in bytes.
const maxJoint = 8

// Adjoins reports whether c goes on where b ends, with no words between them.
func (c Cite) Adjoins(b Cite) bool {
	return c.Doc == b.Doc && b.Span.End <= c.Span.Start && c.Span.Start <= b.Span.End+maxJoint
}

// Touch reports whether one of the cites has words in common with a place.
func Touch(cites []Cite, at Ref) bool {
	return slices.ContainsFunc(cites, func(c Cite) bool { return c.Overlaps(at) })
}

// Meet reports whether some cite of the one list has words in common with one of the other.
func Meet(a, b []Cite) bool {
	return slices.ContainsFunc(a, func(c Cite) bool { return Touch(b, c.Ref) })
}

// Evidence is the "why?" behind a finding: the rule that produced it, the
// grounds in plain words, and the spans they rest on.
type Evidence struct {
	Rule string
	Text string
	Refs []Ref
}

// Note records, as data, what was skipped or doubted while an article was
// read. Code is a stable word that programs can test; Text is for people.
type Note struct {
	Code string
	Text string
	Span Span // zero when the note concerns the article as a whole
}

// NoWordLists is the Code of the note that an article is in a language in which it can
// only be read as far as that goes without word lists.
const NoWordLists = "language"
