package conflict

import (
	"math"
	"slices"
	"strings"

	"nutgraf"
)

const (
	headWords = 5   // words beside its number that a headline and a sentence of its text share at the least, all of the headline's
	headRound = .08 // by how much a headline that rounds can be off
)

// headNumber finds the number of a headline in whose place a sentence of the report's own
// text gives another, all words before and behind it being the same. No sentence gives the
// headline's own there, and none of those found shows it.
func (f *Finder) headNumber(s Story, member int, title nutgraf.Sentence, had []nutgraf.Conflict) []nutgraf.Conflict {
	m := s.Members[member]
	var out []nutgraf.Conflict
	for i := range m.Ann.Quantities {
		x := &m.Ann.Quantities[i]
		if !title.Span.Contains(x.Span) || !countable(x) {
			continue
		}
		head := settingOf(s, member, title, x.Span)
		if len(head.before)+len(head.behind) < headWords {
			continue
		}
		var other []nutgraf.Quantity
		same := false
		for j := range m.Ann.Quantities {
			y := &m.Ann.Quantities[j]
			k := m.Seg.SentenceAt(y.Span.Start)
			if k < 0 || k >= turnDeep || !countable(y) || y.Unit != x.Unit || !body(m.Doc, m.Seg.Sentences[k]) || !head.stands(settingOf(s, member, m.Seg.Sentences[k], y.Span)) {
				continue
			}
			if y.Value == x.Value || roundOf(x.Value, y.Value) {
				same = true
			} else {
				other = append(other, *y)
			}
		}
		if same || len(other) == 0 {
			continue
		}
		c := ownText(nutgraf.ConflictValue, "The headline gives another number than the report's own text.")
		c.Axis, c.Matter = "number", "Headline and text: "+blanked(m.Doc.Cite(title.Span), x.Span, "which number")
		c.Sides = []nutgraf.Side{{}, {}}
		addPassage(s, &c.Sides[0], passage{member, x.Span, m.Doc.Cite(title.Span)})
		for _, y := range other {
			if y.Value == other[0].Value {
				addPassage(s, &c.Sides[1], passage{member, y.Span, m.Doc.Cite(m.Seg.Sentences[m.Seg.SentenceAt(y.Span.Start)].Span)})
			}
		}
		if !slices.ContainsFunc(had, func(x nutgraf.Conflict) bool { return nutgraf.Meet(x.Sides[0].Evidence, c.Sides[0].Evidence) }) {
			out = append(out, c)
		}
	}
	return out
}

// countable reports whether a number is one of which another can stand in its place.
func countable(q *nutgraf.Quantity) bool {
	return q.Known && q.Value >= 2 && q.Kind != nutgraf.Ordinal && q.Kind != nutgraf.Superlative
}

// roundOf reports whether a number is another one rounded.
func roundOf(x, y float64) bool {
	return math.Abs(x-y) <= headRound*y && digitsOf(x) < digitsOf(y)
}

// digitsOf counts the digits of a number that tell.
func digitsOf(v float64) int {
	n := 1
	for unit := math.Pow(10, math.Floor(math.Log10(v))); n < 16 && math.Abs(v/unit-math.Round(v/unit)) > 1e-9; unit /= 10 {
		n++
	}
	return n
}

// setting is the words of a sentence before and behind a number, in lower case, without the
// marks at its end.
type setting struct{ before, behind []string }

// settingOf reads the setting of a number. What clings to it ("nine-page") counts as words.
func settingOf(s Story, member int, sent nutgraf.Sentence, number nutgraf.Span) setting {
	m := s.Members[member]
	words := s.lower(member, sent)
	first, last := m.Seg.TokenAt(number.Start)-sent.First, m.Seg.TokenAt(number.End-1)-sent.First
	if first < 0 || last < first || last >= len(words) || m.Seg.Tokens[sent.First+first].Span().Start > number.Start {
		return setting{} // what stands between sentences has no words
	}
	out := setting{slices.Clone(words[:first]), slices.Clone(words[last+1:])}
	if cling := m.Doc.Text[m.Seg.Tokens[sent.First+first].Span().Start:number.Start]; cling != "" {
		out.before = append(out.before, strings.ToLower(cling))
	}
	if cling := m.Doc.Text[number.End:max(number.End, m.Seg.Tokens[sent.First+last].Span().End)]; cling != "" {
		out.behind = append([]string{strings.ToLower(cling)}, out.behind...)
	}
	for len(out.behind) > 0 && !strings.ContainsFunc(out.behind[len(out.behind)-1], wordly) {
		out.behind = out.behind[:len(out.behind)-1]
	}
	return out
}

// wordly reports whether a character can be of a word.
func wordly(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 0x7f && r != '“' && r != '”' && r != '‘' && r != '’'
}

// stands reports whether all words of a headline stand in a sentence around its number.
func (h setting) stands(in setting) bool {
	n := len(in.before) - len(h.before)
	return n >= 0 && len(h.behind) <= len(in.behind) && slices.Equal(in.before[n:], h.before) && slices.Equal(in.behind[:len(h.behind)], h.behind)
}
