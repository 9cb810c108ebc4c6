package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
)

// subjectReach is how many words an apposition can have that stands between somebody's
// name and what he does.
const subjectReach = 30

// namedBefore returns the person or body of the story that does or suffers what the words
// from a token on tell: whose name stands right before them, before an apposition, a day
// or "who", or at the head of a sentence that has told of it before an "and". Not whose
// something is ("the mayor's clerk"), nor behind a preposition ("an aide to the mayor").
func (f *Finder) namedBefore(s Story, member int, sent nutgraf.Sentence, at int) string {
	lower := s.words[member]
	k := f.backOver(s, member, sent, sent.First+at-1)
	if k < sent.First {
		return ""
	}
	e := -1
	switch w := lower[k]; w {
	case "who":
		k = f.backOver(s, member, sent, k-1)
		if k >= sent.First && isAside(lower[k]) {
			if e = f.namedAt(s, member, sent, k-1); e < 0 {
				e = f.behindAside(s, member, sent, k)
			}
		} else {
			e = f.namedAt(s, member, sent, k)
		}
	case "and", "but", "then":
		e = f.soleName(s, member, sent, k)
	default:
		if isAside(w) {
			e = f.behindAside(s, member, sent, k)
		} else {
			e = f.namedAt(s, member, sent, k)
		}
	}
	if e < 0 {
		return ""
	}
	return strconv.Itoa(e)
}

// isAside reports whether a token can open or close what stands beside a name.
func isAside(w string) bool {
	switch w {
	case ",", "(", ")", "-", "–", "—", "--":
		return true
	}
	return false
}

// backOver goes back from a token over what can stand between a name and what it does.
func (f *Finder) backOver(s Story, member int, sent nutgraf.Sentence, k int) int {
	m := s.Members[member]
	for k >= sent.First {
		tok, w := m.Seg.Tokens[k], s.words[member][k]
		i := slices.IndexFunc(s.Times[member], func(t nutgraf.When) bool { return t.Span.End == int(tok.End) && t.Span.Start >= sent.Span.Start })
		switch {
		case i >= 0:
			k = m.Seg.TokenAt(s.Times[member][i].Span.Start) - 1
			if k >= sent.First && slices.Contains([]string{"on", "in", "at", "late", "early"}, s.words[member][k]) {
				k--
			}
		case w == "has" || w == "have" || w == "had" || w != "who" && w != "then" && f.passed(w):
			k--
		default:
			return k
		}
	}
	return k
}

// namedAt returns the entity of the story whose mention ends at a token, or -1: not one
// that only stands beside what the sentence tells of.
func (f *Finder) namedAt(s Story, member int, sent nutgraf.Sentence, k int) int {
	m := s.Members[member]
	if k < sent.First {
		return -1
	}
	end := int(m.Seg.Tokens[k].End)
	for _, x := range slices.Backward(m.Ann.Mentions) {
		if x.Span.Start < sent.Span.Start {
			break
		}
		if x.Span.End == end || !x.Whole.IsZero() && x.Whole.End == end {
			e := s.entity(member, x.Entity)
			if e < 0 || s.Entities[e].Type == nutgraf.Place || f.beside(m, sent, min(x.Span.Start, wholeStart(x))) {
				continue
			}
			return s.bearer(e)
		}
	}
	return -1
}

func wholeStart(x nutgraf.Mention) int {
	if x.Whole.IsZero() {
		return x.Span.Start
	}
	return x.Whole.Start
}

// beside reports whether a name that begins at a byte hangs on a word before it.
func (f *Finder) beside(m nutgraf.Member, sent nutgraf.Sentence, start int) bool {
	k := m.Seg.TokenAt(start) - 1
	for k > sent.First {
		w := m.Seg.Tokens[k].Span().Of(m.Doc.Text)
		if !m.Seg.Tokens[k].Upper && w != "." && w != "the" && (w != "of" || !m.Seg.Tokens[k-1].Upper) {
			break // "Secretary of State Paul Renn"
		}
		k--
	}
	if k < sent.First {
		return false
	}
	w := strings.ToLower(m.Seg.Tokens[k].Span().Of(m.Doc.Text))
	return f.leaning[w] && !f.subordinate[w]
}

// behindAside returns who stands before what is said beside his name and ends before a
// token: "Hale, the mayor of Dorrit, ...".
func (f *Finder) behindAside(s Story, member int, sent nutgraf.Sentence, k int) int {
	m := s.Members[member]
	if e := f.calledBeside(s, member, sent, k); e >= 0 {
		return e
	}
	for j := k - 1; j > max(sent.First, k-subjectReach); j-- {
		if isAside(m.Seg.Tokens[j].Span().Of(m.Doc.Text)) {
			if e := f.namedAt(s, member, sent, j-1); e >= 0 {
				return e
			}
		}
	}
	return -1
}

// calledBeside returns whose name is itself what stands beside a noun: "the driver, Paul
// Renn, ...", "the driver, identified as Paul Renn, ...".
func (f *Finder) calledBeside(s Story, member int, sent nutgraf.Sentence, k int) int {
	m := s.Members[member]
	for _, x := range slices.Backward(m.Ann.Mentions) {
		if x.Span.Start < sent.Span.Start {
			break
		}
		at := m.Seg.TokenAt(x.Span.Start) - 1
		if x.Kind != nutgraf.ByName || k < 1 || x.Span.End != int(m.Seg.Tokens[k-1].End) || at <= sent.First {
			continue
		}
		switch w := m.Seg.Tokens[at].Span().Of(m.Doc.Text); {
		case isAside(w), w == "as", w == "named", w == "called":
			if e := s.bearer(s.entity(member, x.Entity)); e >= 0 && s.Entities[e].Type == nutgraf.Person {
				return e
			}
		}
	}
	return -1
}

// soleName returns the one person or body that a sentence has named in its own clause
// before a token, or -1 where it has named none or several.
func (f *Finder) soleName(s Story, member int, sent nutgraf.Sentence, k int) int {
	m := s.Members[member]
	out := -1
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= int(m.Seg.Tokens[k].Start) {
			break
		}
		if x.Span.Start < sent.Span.Start || x.Kind == nutgraf.ByRole && !x.Whole.IsZero() {
			continue
		}
		e := s.bearer(s.entity(member, x.Entity))
		if e >= 0 && s.Entities[e].Type == nutgraf.Place || e == out && e >= 0 {
			continue
		}
		if out >= 0 || e < 0 || x.Span.Start-sent.Span.Start > 12 {
			return -1
		}
		out = e
	}
	return out
}

// namedAfter returns the person or body of the story named first right behind a word, and
// the token behind its name.
func (f *Finder) namedAfter(s Story, member int, sent nutgraf.Sentence, at int) (who string, end int) {
	m := s.Members[member]
	if sent.First+at >= sent.Last {
		return "", 0
	}
	near := spanOf(m, sent, at, min(sent.Last-sent.First, at+whomBehind))
	for i, x := range m.Ann.Mentions {
		if x.Span.Start >= near.End {
			break
		}
		if e := s.bearer(s.entity(member, x.Entity)); e >= 0 && s.Entities[e].Type != nutgraf.Place && near.Contains(x.Span) {
			if i+1 < len(m.Ann.Mentions) && m.Ann.Mentions[i+1].Span.Start == x.Span.End+1 && m.Ann.Mentions[i+1].Span.End <= sent.Span.End && s.entity(member, m.Ann.Mentions[i+1].Entity) >= 0 {
				continue // "the Orla Bank chairman Paul Renn"
			}
			after, between := m.Doc.Text[x.Span.End:], m.Doc.Text[near.Start:x.Span.Start]
			if strings.HasPrefix(after, "'s") || strings.HasPrefix(after, "’s") || strings.ContainsAny(between, ",;:()") ||
				slices.ContainsFunc(strings.Fields(strings.ToLower(between)), func(w string) bool { return f.leaning[w] }) {
				return "", 0
			}
			return strconv.Itoa(e), m.Seg.TokenAt(x.Span.End-1) + 1 - sent.First
		}
	}
	return "", 0
}

// How many reports have a bearer of a family name to whom others' bare name is given, and
// how many times as many as have another.
const (
	bearerLeast = 2
	bearerTimes = 3
)

// bearer returns of a person whom a report calls by a family name alone the one of that
// name whom the story's other reports tell of.
func (s Story) bearer(e int) int {
	if e < 0 || strings.Contains(s.Entities[e].Name, " ") || s.Entities[e].Type != nutgraf.Person {
		return e
	}
	out, most, next := e, 0, 0
	for k, x := range s.Entities {
		if x.Type != nutgraf.Person || !strings.HasSuffix(x.Name, " "+s.Entities[e].Name) {
			continue
		}
		n := 0
		for _, own := range x.Members {
			if own >= 0 {
				n++
			}
		}
		if n > most {
			out, most, next = k, n, most
		} else {
			next = max(next, n)
		}
	}
	if most < bearerLeast || next*bearerTimes > most {
		return e
	}
	return out
}
