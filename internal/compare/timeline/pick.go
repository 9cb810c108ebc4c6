package timeline

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// How many events of the matter are shown, and how far from the reports' own
// days one may lie that only one of them tells of.
const (
	most       = 8
	beside     = 45      // days
	background = 2 * 365 // days, of one told with its day and month in a clause that stands alone
)

// pick keeps the events that matter: those that several reports tell of, then
// those nearest to the reports' own days, one a day; none that no plain clause
// tells of. They stay in the order in which they came.
func (s *session) pick(events []*event, dates []nutgraf.DateRange) []*event {
	first, last := span(dates)
	type weighed struct {
		*event
		docs, plain int
		far         nutgraf.Day
	}
	var all []weighed
	for _, e := range events {
		if e.gone {
			continue
		}
		w := weighed{event: e, docs: e.reports()}
		for _, x := range e.said {
			w.plain = max(w.plain, s.plain(x))
			if x.opens == head && !x.second && s.plain(x) > 0 {
				w.plain = max(w.plain, s.graded(x)) // "…, the board said on Monday" opens its report
			}
		}
		if first != nutgraf.NoDay {
			w.far = max(0, first-e.to, e.from-last)
		}
		if w.plain > 0 && (w.docs > 1 || w.plain > 1 && w.far <= beside && e.to-e.from <= longest && !e.vague() || w.plain > 1 && w.far <= background && e.from == e.to && e.exact()) {
			all = append(all, w)
		}
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(b.docs-a.docs, b.plain-a.plain, int(a.far/7)-int(b.far/7), int(a.to-a.from)-int(b.to-b.from), len(b.said)-len(a.said))
	})
	kept, taken := map[*event]bool{}, map[nutgraf.Day]bool{}
	for _, w := range all {
		if len(kept) == most || w.docs == 1 && taken[w.from] {
			continue
		}
		kept[w.event], taken[w.from] = true, true
	}
	return slices.DeleteFunc(slices.Clone(events), func(e *event) bool { return !kept[e] })
}

// span is the first and last day on which a report can have been published.
func span(dates []nutgraf.DateRange) (first, last nutgraf.Day) {
	first, last = nutgraf.NoDay, nutgraf.NoDay
	for _, d := range dates {
		if d.From != nutgraf.NoDay && (first == nutgraf.NoDay || d.From < first) {
			first = d.From
		}
		if d.To != nutgraf.NoDay && (last == nutgraf.NoDay || d.To > last) {
			last = d.To
		}
	}
	if first == nutgraf.NoDay || last == nutgraf.NoDay {
		return nutgraf.NoDay, nutgraf.NoDay
	}
	return first, last
}

func (e *event) reports() int {
	docs := map[string]bool{}
	for _, x := range e.said {
		docs[x.cite.Doc] = true
	}
	return len(docs)
}

// plain tells how well a clause stands in a row of its own, and how surely what
// it tells happened on its day: 2 when it begins as a sentence does and leans on
// nothing, 1 when it begins with a joining word or a quotation, names its day late or among others, 0 when it is a fragment, stands
// for somebody told of before or for the writer, names a few days of which others name
// the one, or names the day in passing.
func (s *session) plain(x saying) int {
	if x.passing || x.cut || x.wide {
		return 0
	}
	grade := s.graded(x)
	if x.late || x.second {
		return min(grade, 1)
	}
	return grade
}

// graded is grade, asked once for the words of a clause.
func (s *session) graded(x saying) int {
	key := clauseWords{x.cite.Text, x.opens == head}
	grade, known := s.grades[key]
	if !known {
		if s.grades == nil {
			s.grades = map[clauseWords]int{}
		}
		grade = s.grade(key)
		s.grades[key] = grade
	}
	return grade
}

// clauseWords are the words of a clause, and whether they open their report.
type clauseWords struct {
	text  string
	first bool
}

// own are the words of a clause without what, in the first sentence of a report, points at none
// before it: "ties between the two towns".
func (c clauseWords) own() string {
	if c.first {
		return strings.ReplaceAll(c.text, " the two ", " two ")
	}
	return c.text
}

// grade is what plain says of the words of a clause, apart from its day.
func (s *session) grade(clause clauseWords) int {
	text := clause.text
	switch {
	case len(text) > 2*clauseBytes || strings.HasSuffix(text, "?") || !s.standing.Clause(text) || s.standing.Leans(text) || s.points(clause.own()) || s.standing.Comments(text) || s.thereupon(text) || s.continued(text) || !s.known(s.standing.Bare(text)) || s.ledBy(text) || s.saysSame(text) || s.joinsOne(text) || s.verbless(text) || s.headed(text):
		return 0
	case s.standing.Joins(text), s.lags[firstWord(text)], strings.IndexAny(text, "\"“") == 0:
		return 1
	}
	return 2
}

// points reports whether a clause points at what was told before it; not one that opens with
// "the" and what the story is of.
func (s *session) points(text string) bool {
	if !s.standing.Points(text) {
		return false
	}
	noun := s.standing.Bare(text)
	_, behind, _ := strings.Cut(text, " ")
	return noun == "" || !s.known(noun) || s.standing.Points(behind)
}

// headed reports whether a clause is a heading and what stands below it: words without a verb
// before a colon ("Earlier victims: Odo Tarn died"), or no more than a day behind it.
func (s *session) headed(text string) bool {
	lead, behind, cut := strings.Cut(text, ": ")
	return cut && (!slices.ContainsFunc(strings.Fields(lang.Lower(lead)), s.standing.Finite) || len(strings.Fields(behind)) < 3)
}

// thereupon reports whether a clause tells what came next ("the paper then sent two
// reporters"): after what stands elsewhere.
func (s *session) thereupon(text string) bool {
	words := strings.Fields(lang.Lower(text[:min(len(text), lateBytes)]))
	for i := 1; i+1 < len(words); i++ {
		if words[i] == "then" && (s.standing.Finite(words[i+1]) || s.standing.Finite(words[i-1])) && !slices.ContainsFunc(words[:i], func(w string) bool { return strings.HasSuffix(w, ",") || s.standing.Finite(w) && w != words[i-1] }) {
			return true
		}
	}
	return false
}

// continued reports whether the subject of a clause is a pronoun right behind the day of a
// phrase that names nobody: "In a letter Tuesday he wrote".
func (s *session) continued(text string) bool {
	words := strings.Fields(text)
	for i := 1; i < len(words); i++ {
		word := strings.TrimRight(words[i], ",")
		switch {
		case s.standing.Finite(lang.Lower(word)):
			return i > 2 && s.standing.Calendar(words[i-2]) && s.standing.Leans(words[i-1])
		case word != "" && unicode.IsUpper(rune(word[0])) && !s.standing.Calendar(word):
			return false
		}
	}
	return false
}

// ledBy reports whether a clause opens with a phrase or another clause, and it or the
// subject behind it means something of which only its report has told: "In a statement
// on Friday, the paper denied it", "After the appeal failed, Marrow left".
func (s *session) ledBy(text string) bool {
	lead, main, cut := strings.Cut(text, ", ")
	if !cut || len(lead) > leadBytes || !s.function[fold.Key(firstWord(lead))] || s.standing.Bare(lead) != "" {
		return false
	}
	if !s.known(s.standing.Bare(main)) {
		return true
	}
	words := strings.Fields(lang.Lower(lead))
	_, rest, _ := strings.Cut(lead, " ")
	return slices.ContainsFunc(words, s.standing.Finite) && !s.known(s.standing.Bare(rest))
}

// saysSame reports whether a clause means a thing or place by its being the same as one told
// of before ("a second bomb hit the same street"), and not as one that it tells of itself.
func (s *session) saysSame(text string) bool {
	_, behind, found := strings.Cut(text, " the same ")
	if !found || strings.Contains(behind, " as ") || strings.Contains(behind, " that ") {
		return false
	}
	next, _, _ := strings.Cut(behind, " ")
	return !s.likened[strings.TrimRight(next, ".,;:")]
}

// joinsOne reports whether a clause opens with a joining word before a pronoun, or counts
// some of those told of before, or others: "Then it sank", "Some 30 of them left", "Other
// pilots left".
func (s *session) joinsOne(text string) bool {
	_, behind, cut := strings.Cut(text, " ")
	return cut && s.standing.Joins(text) && s.standing.Leans(behind) || strings.Contains(text[:min(len(text), 20)]+" ", " of them ") || strings.HasPrefix(text, "Other ")
}

// verbless reports whether all that could be the verb of a clause is a noun: "Marrow's
// comments on Friday".
func (s *session) verbless(text string) bool {
	words := strings.Fields(lang.Lower(text))
	for i := range words {
		words[i] = strings.Trim(words[i], ",;:.\"“”()")
	}
	nouns := 0
	for i, w := range words {
		if s.standing.Finite(w) {
			if !s.noun(words, i) {
				return false
			}
			nouns++
		}
	}
	return nouns > 0
}

// leadBytes is the length of a phrase that a sentence can open with.
const leadBytes = 80

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return lang.Lower(word)
}

// known reports whether whoever reads the story has been told of what a noun names: it
// stands in a title, or at the head of at least two reports and of half of them.
func (s *session) known(noun string) bool {
	if noun == "" {
		return true
	}
	if s.opened == nil {
		s.opened, s.titled = map[string]int{}, map[string]bool{}
		for i := range s.all {
			m := s.all[i].member
			for word := range nouns(m.Doc.Title) {
				s.titled[word] = true
			}
			if n := min(len(m.Seg.Sentences), head); n > 0 {
				for word := range nouns(m.Doc.Text[m.Seg.Sentences[0].Span.Start:m.Seg.Sentences[n-1].Span.End]) {
					s.opened[word]++
				}
			}
		}
	}
	noun = single(noun)
	heads := s.opened[noun]
	return s.titled[noun] || heads >= min(2, len(s.all)) && 2*heads >= len(s.all)
}

// head is the number of sentences at the head of a report.
const head = 4

// nouns are the words of a text, each once, as single makes them.
func nouns(text string) map[string]bool {
	words := fold.Words(nil, text, 0)
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[single(text[w.Start:w.End])] = true
	}
	return out
}

// single is a word in lower case without a plural's ending.
func single(word string) string { return strings.TrimSuffix(lang.Lower(word), "s") }
