package eval

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/compare"
)

// perCopy is how many mutants of one kind a copy is tried with.
const perCopy = 2

// Copies runs the mutation test on copies: each story's first report beside a
// copy of it in which one place is changed, as outlets that carry one agency's
// text do. What differs must be shown with the words of both; a copy that says
// the same in another way, or is no other at all, must raise nothing.
func (p *Program) Copies(stories [][]Input) (Mutations, error) {
	kinds, harmless := []string{"number", "day", "person", "place", "denial"}, []string{"untouched", "rounding", "numeral", "wording"}
	return mutated(kinds, harmless, stories, p.copyStory)
}

func (p *Program) copyStory(c *compare.Comparer, in []Input) *Mutations {
	t := p.trial(c, in)
	if t == nil {
		return nil
	}
	t.mutants(proposeCopies(t.was))
	return &t.out
}

// trial is a story's first report, beside which copies of it are tried.
type trial struct {
	p     *Program
	c     *compare.Comparer
	first Input
	was   nutgraf.Member
	out   Mutations
}

// trial begins one; nil where the story has no report that can be read.
func (p *Program) trial(c *compare.Comparer, in []Input) *trial {
	if len(in) == 0 {
		return nil
	}
	was, ok := p.member(in[0])
	if !ok {
		return nil
	}
	return &trial{p, c, in[0], was, Mutations{Tried: map[string]int{}, Found: map[string]int{}, Untouched: 1}}
}

// beside lays the report and another outlet's copy of it with another text side by
// side: the copy's id, and what they differ in.
func (t *trial) beside(text string) (id string, got []nutgraf.Conflict, ok bool) {
	x := t.first
	x.ID, x.Outlet, x.Text = x.ID+"-copy", "The Port Ansel Courier", text
	now, ok := t.p.member(x)
	if !ok {
		return "", nil, false
	}
	return now.Doc.ID, t.c.Compare([]nutgraf.Member{t.was, now}).Conflicts, true
}

// mutants tries mutants of the report, a few of each kind.
func (t *trial) mutants(all []mutant) {
	for _, mu := range all {
		if t.out.Tried[mu.kind] == perCopy {
			continue
		}
		if id, got, ok := t.beside(mu.apply(t.was.Doc.Text)); ok {
			t.out.note(mu, id, mu.want == nil && loud(got, false) > 0 || mu.want != nil && mu.parts(t.was.Doc.ID, id, got))
		}
	}
}

// parts reports whether a difference of the mutant's kind cites the changed
// place in both reports, on two sides.
func (mu mutant) parts(was, now string, cs []nutgraf.Conflict) bool {
	at := mu.spans[0]
	after := nutgraf.Span{Start: at.Start, End: at.Start + len(mu.words)}
	cites := func(s nutgraf.Side, doc string, span nutgraf.Span) bool {
		return nutgraf.Touch(s.Evidence, nutgraf.Ref{Doc: doc, Span: span})
	}
	for _, c := range cs {
		if !slices.Contains(mu.want, c.Kind) {
			continue
		}
		own := slices.IndexFunc(c.Sides, func(s nutgraf.Side) bool { return cites(s, now, after) })
		other := slices.IndexFunc(c.Sides, func(s nutgraf.Side) bool { return cites(s, was, at) })
		if own >= 0 && other >= 0 && own != other {
			return true
		}
	}
	return false
}

// proposeCopies makes the mutants of one report: of numbers, days, names and
// statements in its body that stand there once.
func proposeCopies(m nutgraf.Member) []mutant {
	var out []mutant
	add := func(kind string, want []nutgraf.ConflictKind, s nutgraf.Span, now string) {
		was := s.Of(m.Doc.Text)
		if now == "" || now == was || !inBody(m, s) || len(want) > 0 && kind != "denial" && strings.Count(m.Doc.Text, was) > 1 {
			return
		}
		out = append(out, mutant{kind: kind, want: want, spans: []nutgraf.Span{s}, words: now, was: was, now: now})
	}
	add("untouched", nil, m.Seg.Sentences[0].Span, m.Seg.Sentences[0].Span.Of(m.Doc.Text)+" ")
	for _, q := range m.Ann.Quantities {
		if !q.Known || q.Value < 2 || q.Kind == nutgraf.Ordinal || q.Kind == nutgraf.Superlative || overlapsTime(m, q.Span) {
			continue
		}
		words := q.Span.Of(m.Doc.Text)
		add("number", []nutgraf.ConflictKind{nutgraf.ConflictValue, nutgraf.ConflictWindow}, q.Span, otherNumber(words))
		add("rounding", nil, q.Span, rounded(words))
		add("numeral", nil, q.Span, renumbered(words))
	}
	for _, w := range m.Ann.Times {
		if w.Type == nutgraf.DateType && w.Resolved && w.From == w.To {
			add("day", []nutgraf.ConflictKind{nutgraf.ConflictDate}, w.Span, otherDay(w.Span.Of(m.Doc.Text)))
		}
	}
	for _, x := range m.Ann.Mentions {
		if x.Kind != nutgraf.ByName || x.Entity < 0 {
			continue
		}
		switch words := x.Span.Of(m.Doc.Text); m.Ann.Entities[x.Entity].Type {
		case nutgraf.Person:
			if strings.Contains(words, " ") {
				add("person", []nutgraf.ConflictKind{nutgraf.ConflictName, nutgraf.ConflictSpeaker}, x.Span, "Harold Quist")
			}
		case nutgraf.Place:
			if before := strings.Fields(m.Doc.Text[max(0, x.Span.Start-12):x.Span.Start]); len(before) > 0 && slices.Contains([]string{"in", "at", "near", "from"}, before[len(before)-1]) {
				add("place", []nutgraf.ConflictKind{nutgraf.ConflictPlace}, x.Span, "Kenya")
			}
		}
	}
	for i, t := range m.Seg.Tokens {
		w := t.Span().Of(m.Doc.Text)
		if (w == "was" || w == "were" || w == "will" || w == "has") && i+1 < len(m.Seg.Tokens) && m.Seg.Tokens[i+1].Kind == nutgraf.Word && !quotedAt(m, t.Span()) {
			add("denial", []nutgraf.ConflictKind{nutgraf.ConflictStatus}, t.Span(), w+" not")
		}
		if now := wordings[w]; now != "" {
			add("wording", nil, t.Span(), now)
		}
	}
	return out
}

// inBody reports whether a span stands in a sentence of the body that is long
// enough to be known again.
func inBody(m nutgraf.Member, s nutgraf.Span) bool {
	i := m.Seg.SentenceAt(s.Start)
	if i < 0 {
		return false
	}
	sent := m.Seg.Sentences[i]
	return len(strings.Fields(sent.Span.Of(m.Doc.Text))) >= 8 && (sent.Block < 0 || m.Doc.Blocks[sent.Block].Kind == nutgraf.Paragraph)
}

func overlapsTime(m nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Times, func(w nutgraf.When) bool { return w.Span.Overlap(s) > 0 })
}

func quotedAt(m nutgraf.Member, s nutgraf.Span) bool {
	return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Kind != nutgraf.Indirect && q.Span.Overlap(s) > 0 })
}
