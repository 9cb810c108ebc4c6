package brief

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// words looks for what leans on the sentence before, guesses or comments.
func (w *Writer) words(m nutgraf.Member, s nutgraf.Sentence, c *candidate) {
	c.leans = w.opens(m, s, c) || c.leans
	parted := false // a clause that hangs on a noun has opened: its verb is not the sentence's
	told := false   // something has been told of for the first time, which "the bill" may be
	for i := s.First; i < s.Last; i++ {
		t := m.Seg.Tokens[i]
		c.hangs = c.hangs || w.objectless(m, s, i)
		if t.Kind != nutgraf.Word || c.inMarks(t.Span()) {
			continue
		}
		word := lang.Lower(t.Span().Of(m.Doc.Text))
		told = told || word == "a" || word == "an"
		c.caption = c.caption || w.pictured[word] && bracketed(m.Doc.Text, t.Span())
		if w.relative[word] && i > s.First {
			parted = true
		}
		if !c.verb && w.judge.Finite(word) && parted {
			parted = false
		} else if !c.verb && w.judge.Finite(word) {
			c.verb, c.present = true, w.judge.Present(word)
			c.caption = c.caption || w.posing[word]
		}
		switch {
		case w.guessing[word] && 2*(i-s.First) > s.Last-s.First:
			c.alone *= forAfterthought
			c.guesses = true
		case w.guessing[word]:
			c.alone *= forGuess
			c.guesses = true
		case w.judge.Comment(t.Span().Of(m.Doc.Text)):
			c.alone *= forOpinion
		case w.turning[word]:
			c.alone *= forTurning
		case word == "then" && i > s.First && m.Seg.Tokens[i-1].Span().Of(m.Doc.Text) == "," && i+1 < s.Last && m.Seg.Tokens[i+1].Span().Of(m.Doc.Text) == ",":
			c.hangs = true // "The board, then, could have closed the mole"
		case w.personal[stem(word)]:
			c.clings = c.clings || !w.before(m, s, t.Span(), w.single[word] && w.mainless(m, s, i)) || w.afterthought(m, s, i)
		case word == "it" || word == "its":
			c.leans = c.leans || !w.before(m, s, t.Span(), false) && !w.expletive(m, s, i) && w.mainless(m, s, i)
		case w.told[word] && !told && i > s.First && lang.Lower(m.Seg.Tokens[i-1].Span().Of(m.Doc.Text)) == "the" && !w.narrowed(m, s, i):
			if w.eventual[word] {
				c.needs = append(c.needs, need{"", forTold}) // any sentence before it tells of one
			} else {
				c.needs = append(c.needs, need{word, forTold})
			}
		case w.pointing[word]:
			if w.points(m, s, i) {
				c.leans = true
				c.hangs = c.hangs || w.pronoun(m, s, i)
			}
		}
	}
	if c.leans {
		c.alone *= forLeaning
	}
	if !c.verb {
		c.alone *= forVerbless
	}
}

// stem is a word without what is drawn together with it ("they've").
func stem(word string) string {
	word, _, _ = strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	return word
}

// opens reports whether a sentence's first words lean: a joining word, "the" with a
// bare noun, which means one told of before, or "one" that does something.
func (w *Writer) opens(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	i := s.First
	for i < s.Last && m.Seg.Tokens[i].Kind != nutgraf.Word && m.Seg.Tokens[i].Kind != nutgraf.Number {
		i++
	}
	if i == s.Last || c.marked {
		return false
	}
	word := func(i int) string { return strings.ToLower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) }
	c.hangs = c.hangs || w.judge.Joins(s.Span.Of(m.Doc.Text)) || w.thatIs(word(i), i+1 < s.Last && w.judge.Finite(word(min(i+1, s.Last-1))))
	for k := i + 1; k < min(s.Last-1, i+adjunctWords) && word(i) != "the" && w.mainless(m, s, k+1); k++ {
		if word(k) == "," {
			if w.function[word(i)] || w.timed(m, s, i) || !m.Seg.Tokens[k-1].Upper {
				i = k + 1 // behind "On Tuesday, ", not "Ilse Marrow, the mayor, "
			}
			break
		}
	}
	if word(i) == "the" && w.bare(m, s, i+1) {
		noun := w.head(m, s, i+1)
		if noun == "" {
			return true
		}
		c.needs = append(c.needs, need{noun, forLeaning}) // unless a sentence before it tells of one
		return false
	}
	return word(i) == "one" && i+1 < s.Last && (word(i+1) == "," || w.judge.Finite(word(i+1)))
}

// thatIs reports whether a sentence's first word is a "that" which stands for what was told
// before: its verb is at hand ("That is the plan", "That's the plan"), as it is not where
// "that" opens a clause ("That moles are safe is the plan").
func (w *Writer) thatIs(word string, verb bool) bool {
	return word == "that" && verb || word != "that" && stem(word) == "that"
}

// bare reports whether the words from a token on are a noun that nothing
// narrows: no name among them, no "of" or "that" behind.
func (w *Writer) bare(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	for n := 0; n < 6 && i < s.Last; i, n = i+1, n+1 {
		t := m.Seg.Tokens[i]
		text := t.Span().Of(m.Doc.Text)
		if t.Upper || t.Kind == nutgraf.Mark {
			return false
		}
		if t.Kind == nutgraf.Number {
			continue
		}
		if t.Kind == nutgraf.Punct {
			return true
		}
		word := strings.ToLower(text)
		if n == 0 && w.sole[word] && i+1 < s.Last && m.Seg.Tokens[i+1].Kind == nutgraf.Word {
			return false
		}
		switch {
		case w.narrowing[word]:
			return false
		case w.judge.Verb(word) || n > 0 && w.judge.Finite(word):
			return true
		}
	}
	return true
}

// head is the last word of the noun group that begins at a token and that nothing
// narrows; empty where it is too short to be known again.
func (w *Writer) head(m nutgraf.Member, s nutgraf.Sentence, i int) string {
	last := ""
	for n := 0; n < 6 && i < s.Last; i, n = i+1, n+1 {
		t := m.Seg.Tokens[i]
		word := lang.Lower(t.Span().Of(m.Doc.Text))
		if t.Kind == nutgraf.Punct || w.judge.Verb(word) || n > 0 && w.judge.Finite(word) || w.function[word] {
			break
		}
		if t.Kind == nutgraf.Word {
			last = word
		}
	}
	if len(last) < leastNoun {
		return ""
	}
	return last
}

// leastNoun is the length in bytes from which a noun is known again by itself.
const leastNoun = 4

// unique reports whether a role is held by one person at a time.
func (w *Writer) unique(role string) bool {
	f := strings.Fields(strings.ToLower(role))
	return len(f) > 0 && w.sole[f[len(f)-1]]
}

// before reports whether a pronoun stands behind somebody whom the sentence names or
// describes: a person where it stands for one, ahead of the sentence's verb ("With
// weeks to go in Vale, her staff …").
func (w *Writer) before(m nutgraf.Member, s nutgraf.Sentence, at nutgraf.Span, one bool) bool {
	return slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Kind != nutgraf.ByPronoun && x.Span.Start >= s.Span.Start && x.Span.End <= at.Start && (!one || x.Entity < 0 || individual[m.Ann.Entities[x.Entity].Type])
	})
}

// afterthought reports whether the pronoun at a token is who says the sentence, at its end
// ("…, they said."), and stands for nobody whom the sentence names.
func (w *Writer) afterthought(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	word := func(i int) string { return lang.Lower(m.Seg.Tokens[i].Span().Of(m.Doc.Text)) }
	if i <= s.First || i+2 < s.Last-1 || i+1 >= s.Last || word(i-1) != "," || !w.attributing[word(i+1)] {
		return false
	}
	at := m.Seg.Tokens[i].Span()
	return !slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Kind == nutgraf.ByPronoun && x.Span == at && x.Entity >= 0 && called(m, s, x.Entity)
	})
}

// individual are the kinds of what one person's pronoun can stand for.
var individual = map[nutgraf.EntityType]bool{nutgraf.Person: true, nutgraf.Character: true, nutgraf.Other: true}

// points reports whether "this", "these" or "those" points at a thing told of
// before, and not at a time ("this week") or at what follows ("those who").
func (w *Writer) points(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	if i+1 >= s.Last || m.Seg.Tokens[i+1].Kind != nutgraf.Word {
		return true
	}
	next := m.Seg.Tokens[i+1].Span()
	if word := strings.ToLower(next.Of(m.Doc.Text)); w.narrowing[word] || word == "time" {
		return false
	}
	return !slices.ContainsFunc(m.Ann.Times, func(t nutgraf.When) bool { return t.Span.Contains(next) })
}

// narrowed reports whether the word behind a noun says which one is meant, or
// makes it a part of another ("the report card").
func (w *Writer) narrowed(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	if i+1 >= s.Last {
		return false
	}
	t := m.Seg.Tokens[i+1]
	next := lang.Lower(t.Span().Of(m.Doc.Text))
	return w.narrowing[next] && next != "in" && next != "at" && !w.timed(m, s, i+2) || t.Kind == nutgraf.Word && !w.function[next] && !w.judge.Finite(next)
}

// timed reports whether a time begins at a token.
func (w *Writer) timed(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	return i < s.Last && slices.ContainsFunc(m.Ann.Times, func(t nutgraf.When) bool { return t.Span.Contains(m.Seg.Tokens[i].Span()) })
}

// pronoun reports whether "this" or "those" stands for a thing itself, with no
// noun behind it.
func (w *Writer) pronoun(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	if i+1 >= s.Last || m.Seg.Tokens[i+1].Kind != nutgraf.Word {
		return true
	}
	next := strings.ToLower(m.Seg.Tokens[i+1].Span().Of(m.Doc.Text))
	return articles[next] || w.judge.Verb(next)
}

// expletive reports whether "it" stands for nothing but what follows ("it is
// the third time", "it looks like rain").
func (w *Writer) expletive(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	return i+1 < s.Last && w.judge.Verb(strings.ToLower(m.Seg.Tokens[i+1].Span().Of(m.Doc.Text)))
}

// mainless reports whether no verb stands before a token of a sentence, so that
// what it means must have been told before it.
func (w *Writer) mainless(m nutgraf.Member, s nutgraf.Sentence, i int) bool {
	return !slices.ContainsFunc(m.Seg.Tokens[s.First:i], func(t nutgraf.Token) bool {
		word := strings.ToLower(t.Span().Of(m.Doc.Text))
		return w.judge.Finite(word)
	})
}

// bracketed reports whether a word stands in brackets alone: "Ilse Marrow (left)".
func bracketed(text string, word nutgraf.Span) bool {
	return strings.HasSuffix(text[:word.Start], "(") && strings.HasPrefix(text[word.End:], ")")
}

// adjunctWords is the number of words up to which an adjunct opens a sentence.
const adjunctWords = 8
