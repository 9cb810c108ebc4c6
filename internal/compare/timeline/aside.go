package timeline

import (
	"slices"
	"strings"

	"nutgraf"
)

// ledIn reports whether a day dates only the phrase that its clause opens with, because the
// clause goes on to another day: "After stepping in on Friday, officers took a stand Saturday".
func (s *session) ledIn(r *reading, at int, clause nutgraf.Span) bool {
	w, text := &r.times[at], r.member.Doc.Text
	k := r.member.Seg.SentenceAt(w.Span.Start)
	if k < 0 || w.Span.Start < clause.Start {
		return false
	}
	words := before(r.member, r.member.Seg.Sentences[k], w.Span)
	if len(words) == 0 || !s.parting[words[0]] && words[0] != "following" || slices.Contains(words, ",") {
		return false
	}
	return slices.ContainsFunc(r.times[at+1:], func(o nutgraf.When) bool {
		return placed(&o) && clause.Contains(o.Span) && (o.To < w.From || o.From > w.To) && strings.Contains(text[w.Span.End:o.Span.Start], ",")
	})
}

// states reports whether a past day belongs to a noun, because the first verb of the sentence,
// with none beside it, tells how things are now: "The fair is like one in Corrin in May",
// "The plan is far from the promise Marrow made Monday".
func (s *session) states(r *reading, w *nutgraf.When) bool {
	k := r.member.Seg.SentenceAt(w.Span.Start)
	if k < 0 || r.day == nutgraf.NoDay || w.To >= r.day {
		return false
	}
	words := before(r.member, r.member.Seg.Sentences[k], w.Span)
	at := slices.IndexFunc(words, func(x string) bool { return x == "is" || x == "are" || s.standing.Finite(x) })
	if at < 0 || words[at] != "is" && words[at] != "are" {
		return false
	}
	return !slices.ContainsFunc(words[at+1:], func(x string) bool {
		return x == "," || x == "and" || x == "but" || x == "that" || x == "because" || x == "have" || s.sayings[x]
	})
}
