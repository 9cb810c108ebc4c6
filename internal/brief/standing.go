package brief

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// What is held against a sentence that does not quite stand on its own.
const (
	forLeaning      = .3  // a pronoun, a "this", a "the deal" with nothing before it
	forRole         = .6  // somebody described and not named
	forStranger     = .75 // a single name, or a role that the report itself does not tie to a name
	forSurname      = .62 // a bare surname
	forNobody       = .7  // names nobody and nothing
	forAside        = .8  // dashes around an aside
	forVerbless     = .3  // no verb that is known: a caption, a fragment
	forGuess        = .5
	forAfterthought = .75 // a guess in the second half of what is told
	forOpinion      = .45
	forPlot         = .5
	forMarks        = .75 // marked words that are nobody's quotation
	forPast         = .55 // tells of days long before its report only
	forTurning      = .6  // "however" inside
	forTold         = .6  // "the bill", of which nothing has told yet
)

// stands judges whether a sentence can be read without its neighbours. What
// leans on the sentence before it is held against it, and forgiven where that
// sentence stands before it in the nut graf.
func (w *Writer) stands(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	text := s.Span.Of(m.Doc.Text)
	c.alone = 1
	if !w.quotations(m, s, c) {
		return false
	}
	if !c.spoken && strings.ContainsAny(text, `"“`) {
		c.alone *= forMarks
	}
	w.names(m, s, c)
	c.needs = slices.DeleteFunc(c.needs, func(n need) bool { return slices.Contains(c.who, n.name) })
	if c.named == 0 {
		c.alone *= forNobody
	}
	w.words(m, s, c)
	w.times(m, s, c)
	w.telling(m, s, c)
	if c.caption {
		return false
	}
	if aside(text) {
		c.alone *= forAside
	}
	if w.past(m, s) {
		c.alone *= forPast
	}
	return !c.hangs
}

// termWords is the number of words between marks, inside a sentence, up to which
// they are a term that it uses ("offered a 'quid pro quo' to the board").
const termWords = 3

// quotations wants the speaker of marked words beside them, by name.
func (w *Writer) quotations(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	for _, q := range m.Ann.Quotes {
		if q.Span.Overlap(s.Span) == 0 {
			continue
		}
		if q.Modality == "deny" || q.Medium == "statement" {
			c.answers = true
		}
		if q.Kind == nutgraf.Indirect {
			continue
		}
		if (!s.Span.Contains(q.Source) || q.Source.IsZero() || w.unnamed(q.Source.Of(m.Doc.Text))) && !says(m, s, q) {
			if s.Span.Start < q.Span.Start && q.Span.End < s.Span.End-1 && len(strings.Fields(q.Span.Of(m.Doc.Text))) <= termWords {
				continue
			}
			return false
		}
		if q.Name == "" {
			c.alone *= forNobody
		}
		opener := first(q.Span.Of(m.Doc.Text))
		c.leans = c.leans || w.pointing[opener] || w.personal[opener]
		c.spoken = true
	}
	return true
}

// first is the first word of a quotation, in lower case.
func first(words string) string {
	word, _, _ := strings.Cut(strings.TrimLeft(words, "\"“'‘"), " ")
	return lang.Lower(word)
}

// says reports whether a sentence names the speaker of a quotation before it: "The
// mayor of Vale, Ilse Marrow, opened the mole, promising that it will '…'".
func says(m nutgraf.Member, s nutgraf.Sentence, q nutgraf.Quote) bool {
	return q.Speaker >= 0 && slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Kind == nutgraf.ByName && x.Entity == q.Speaker && x.Span.Start >= s.Span.Start && x.Span.End <= q.Span.Start
	})
}

// unnamed reports whether words stand for who was named before.
func (w *Writer) unnamed(source string) bool {
	source = lang.Lower(source)
	return w.personal[source] || source == "it"
}

// names weighs whom a sentence names against whom it only describes.
func (w *Writer) names(m nutgraf.Member, s nutgraf.Sentence, c *candidate) {
	for _, x := range m.Ann.Mentions {
		if !s.Span.Contains(x.Span) {
			continue
		}
		spoken := c.inMarks(x.Span)
		if x.Kind == nutgraf.ByName {
			if !spoken {
				c.named++
			}
			w.named(m, x, spoken, c)
			continue
		}
		if x.Kind == nutgraf.ByRole && x.Entity >= 0 && called(m, s, x.Entity) {
			continue // "President Vale": the name says who
		}
		if x.Kind == nutgraf.ByRole && !spoken && (x.Entity < 0 || !slices.Contains(c.who, m.Ann.Entities[x.Entity].Name)) {
			if x.Entity >= 0 {
				c.needs = append(c.needs, need{m.Ann.Entities[x.Entity].Name, forRole})
			} else if !w.unique(x.Span.Of(m.Doc.Text)) {
				c.alone *= forStranger
			}
		}
	}
}

// called reports whether a sentence has the name of an entity.
func called(m nutgraf.Member, s nutgraf.Sentence, entity int) bool {
	return slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Kind == nutgraf.ByName && x.Entity == entity && s.Span.Contains(x.Span)
	})
}

func (w *Writer) named(m nutgraf.Member, x nutgraf.Mention, spoken bool, c *candidate) {
	if x.Entity < 0 {
		return
	}
	e := m.Ann.Entities[x.Entity]
	switch {
	case e.Type == nutgraf.Character:
		c.alone *= forPlot
	case e.Type != nutgraf.Person || spoken:
	case strings.Contains(x.Span.Of(m.Doc.Text), " "):
		c.who = append(c.who, e.Name)
	case w.famous[x.Span.Of(m.Doc.Text)]:
	case !strings.Contains(e.Name, " "):
		c.needs = append(c.needs, need{e.Name, forStranger})
	case !slices.Contains(c.who, e.Name):
		c.needs = append(c.needs, need{e.Name, forSurname})
	}
}

// talks reports whether most of a sentence stands between marks.
func (c *candidate) talks() bool {
	inside, upto := 0, c.span.Start
	for _, x := range c.marks {
		inside += max(0, min(x.End, c.span.End)-max(x.Start, upto))
		upto = max(upto, x.End)
	}
	return c.marked || 2*inside > c.span.Len()
}

// inMarks reports whether a place stands inside a quotation's marks.
func (c *candidate) inMarks(at nutgraf.Span) bool {
	return slices.ContainsFunc(c.marks, func(q nutgraf.Span) bool { return q.Contains(at) })
}

// minTitle is the length of a title from which a sentence that holds it has run
// into the head of its page.
const minTitle = 24

// whole reports whether a sentence is complete: it begins like one, ends like
// one, its quotation marks pair, and it is not a question.
func (w *Writer) whole(m nutgraf.Member, s nutgraf.Sentence) bool {
	text := s.Span.Of(m.Doc.Text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'“‘`))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || strings.Contains(text, "\n") {
		return false
	}
	end := strings.TrimRight(text, `"'”’)`)
	if end == "" || end[len(end)-1] != '.' && end[len(end)-1] != '!' || strings.HasSuffix(end, "...") {
		return false
	}
	if labelled(text) || garbled(text) || w.judge.Furniture(text) || len(m.Doc.Title) > minTitle && strings.Contains(text, m.Doc.Title) {
		return false
	}
	return strings.Count(text, `"`)%2 == 0 && strings.Count(text, "“") == strings.Count(text, "”") && strings.Count(text, "(") == strings.Count(text, ")")
}

// labelled reports whether a label in capitals opens a sentence ("CLAIM: …"), or one ran
// into it without a space ("owner:Marrow").
func labelled(text string) bool {
	for i := range len(text) - 1 {
		if text[i] != ':' {
			continue
		}
		head := text[:i]
		if len(head) > 2 && !strings.Contains(head, " ") && strings.ToUpper(head) == head || i > 0 && unicode.IsLower(rune(text[i-1])) && unicode.IsUpper(rune(text[i+1])) {
			return true
		}
	}
	return false
}

// garbled reports whether words ran into each other: a sentence goes on where a quotation
// that ended in a full stop closes (`"Mend it."to ask`), breaks off behind an article (`with a.`),
// or follows a label in capitals that no mark parts from it ("ALL SHIPS OUT Crews left").
func garbled(text string) bool {
	for _, closing := range []string{`."`, ".”"} {
		if _, behind, ok := strings.Cut(text, closing); ok && behind != "" && unicode.IsLower(rune(behind[0])) {
			return true
		}
	}
	words := strings.Fields(strings.TrimRight(text, "."))
	if len(words) == 0 || articles[words[len(words)-1]] {
		return true
	}
	label := 0
	for label < len(words) && len(words[label]) > 1 && strings.ToUpper(words[label]) == words[label] && strings.ToLower(words[label]) != words[label] {
		label++
	}
	return label >= labelWords && label < len(words) && strings.ToUpper(words[label]) != words[label]
}

// labelWords is the number of words in capitals at a sentence's head from which they are a
// label, and no name, agency or place.
const labelWords = 3

// longAgo is the number of days before its report from which what a sentence
// tells is history.
const longAgo = 45

// past reports whether all days that a sentence names lie long before its
// report.
func (w *Writer) past(m nutgraf.Member, s nutgraf.Sentence) bool {
	today := m.Ann.Published.Day()
	if today == nutgraf.NoDay {
		return false
	}
	old := false
	for _, t := range m.Ann.Times {
		if !s.Span.Contains(t.Span) || !t.Resolved || t.To == nutgraf.NoDay || t.Type != nutgraf.DateType && t.Type != nutgraf.TimeType {
			continue
		}
		if today-t.To < longAgo {
			return false
		}
		old = true
	}
	return old
}

// commented reports whether the writer comments, outside quotations.
func (w *Writer) commented(m nutgraf.Member, s nutgraf.Sentence, c *candidate) bool {
	text := s.Span.Of(m.Doc.Text)
	return strings.HasSuffix(text, "?") || strings.Contains(lang.Lower(" "+text), " let's ") || slices.ContainsFunc(m.Seg.Tokens[s.First:s.Last], func(t nutgraf.Token) bool {
		return t.Kind == nutgraf.Word && w.judge.Comment(t.Span().Of(m.Doc.Text)) && !c.inMarks(t.Span())
	})
}

// aside reports whether dashes part an aside from a sentence.
func aside(text string) bool {
	return strings.Count(text, "—")+strings.Count(text, " – ")+strings.Count(text, " -- ")+strings.Count(text, " - ") > 1
}

// times looks at the days that a sentence names. Hard news names the day; a
// caption names it in full, with its year, behind a verb in the present ("The
// mayor opens the mole, May 3, 2031").
func (w *Writer) times(m nutgraf.Member, s nutgraf.Sentence, c *candidate) {
	for _, t := range m.Ann.Times {
		if !s.Span.Contains(t.Span) || t.Type != nutgraf.DateType && t.Type != nutgraf.TimeType || c.inMarks(t.Span) {
			continue
		}
		c.dated = c.dated || weekday(t.Form) || t.Form == "PRESENT_REF" || t.Resolved && t.From == t.To
		if t.Resolved && t.From == t.To && t.From != nutgraf.NoDay && w.due(standing.Unquoted(m.Doc.Text[s.Span.Start:t.Span.Start])) {
			c.due = append(c.due, t.From)
		}
		words := t.Span.Of(m.Doc.Text)
		full := len(t.Form) == len("2031-05-03") && t.Form[0] != 'X' && strings.ContainsAny(words, "0123456789")
		c.caption = c.caption || full && (c.present || !c.verb || strings.HasSuffix(strings.TrimRight(m.Doc.Text[s.Span.Start:t.Span.Start], ", "), "day"))
		if full && s.Span.End-t.Span.End <= 1 && strings.HasSuffix(m.Doc.Text[s.Span.Start:t.Span.Start], ", ") && !c.spoken {
			c.caption = true // "…, Vale, May 3, 2031."
		}
		if behind := m.Doc.Text[t.Span.End:s.Span.End]; c.present && strings.HasPrefix(behind, ", ") && strings.HasSuffix(m.Doc.Text[s.Span.Start:t.Span.Start], ", ") {
			c.caption = true // "The mayor opens the mole, Monday, in Vale."
		}
		if full && t.Span.Start == s.Span.Start && t.Span.End+1 < s.Span.End && unicode.IsUpper(rune(m.Doc.Text[t.Span.End+1])) {
			c.caption = true // a date line that ran into the sentence
		}
	}
}
