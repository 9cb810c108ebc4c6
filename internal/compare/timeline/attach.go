package timeline

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// passing reports whether a sentence names a day without telling, in its main
// clause, what happened on it: as a limit ("before Friday"), as a part of a name
// ("its Friday opening"), in a clause that hangs on another ("which ends on
// Friday"), or behind a participle that goes with a noun ("the order signed on
// Friday").
func (c *Clock) passing(m *nutgraf.Member, t nutgraf.Span) bool {
	k := m.Seg.SentenceAt(t.Start)
	if k < 0 {
		return true
	}
	text := m.Doc.Text
	words := before(m, m.Seg.Sentences[k], t)
	if c.nowadays(m, m.Seg.Sentences[k], t) || supposed(words) {
		return true
	}
	if strings.HasSuffix(text[:t.Start], "(") && strings.HasPrefix(text[t.End:], ")") && !year.MatchString(t.Of(text)) {
		return true // "Crimes are up (Jan. 31)" is a link
	}
	if len(words) > 0 && c.belongs(words, text[t.End:]) {
		return true
	}
	if len(words) > 3 && (words[0] == "a" || words[0] == "an") && c.lags[words[1]+"s"] && (words[2] == "after" || words[2] == "before") && !slices.Contains(words, ",") {
		return true // "A day after the ferry sank on Friday, divers went down"
	}
	for len(words) > 0 && !c.leading[words[0]] && (words[0] == "even" || words[0] == "," || c.standing.Joins(words[0])) {
		words = words[1:] // "but despite", "even though"
	}
	return c.hung(m, m.Seg.Sentences[k], t, words)
}

// belongs reports whether a day, by the words before and behind it, is that of a thing or a
// limit: "before Friday", "its Friday opening".
func (c *Clock) belongs(words []string, behind string) bool {
	n := len(words)
	last := words[n-1]
	if last == "on" && n > 1 {
		last = words[n-2]
	}
	if deed := slices.Index(words, last); deed > 0 && deed >= n-2 && c.deeds[last] && (strings.HasSuffix(words[deed-1], "'s") || strings.HasSuffix(words[deed-1], "’s")) {
		return true // "dismissed Marrow's remark on Sunday"
	}
	if n > 1 && strings.TrimRight(words[n-1], "-") == "mid" && c.epithets[words[n-2]] && nounBehind(behind) {
		return true // "the mid-May fair"
	}
	if c.marks[last] && slices.ContainsFunc(words[max(0, n-markReach):], func(w string) bool { return w == "from" || w == "since" || w == "than" }) {
		return true
	}
	return c.bounds[last] || c.epithets[words[n-1]] && nounBehind(farEnd(behind)) || strings.HasSuffix(words[n-1], "'s")
}

// hung reports whether a day stands, by the words before it, in a clause that hangs on
// another: "which ends on Friday", "the order signed on Friday".
func (c *Clock) hung(m *nutgraf.Member, sent nutgraf.Sentence, t nutgraf.Span, words []string) bool {
	words = c.main(words)
	verb, earlier := -1, -1
	for i, w := range words {
		if c.standing.Finite(w) && !c.noun(words, i) && !c.participle(words, i) {
			if verb >= 0 && verb == i-1 {
				verb = i // "had closed" is one verb
			} else {
				verb, earlier = i, verb
			}
		}
	}
	if len(words) > 0 && c.leading[words[0]] && (c.parting[words[0]] || !slices.Contains(words, ",")) {
		return true
	}
	for i := len(words) - 1; i >= 0 && !c.standing.Finite(words[i]); i-- {
		if words[i] == "since" {
			return true // "since the fire at the mill on Monday, nine have died"
		}
	}
	parts := func(w string) bool { return c.parting[w] }
	if verb >= 0 && !c.sayings[words[verb]] {
		for i := verb + 1; i < len(words); i++ {
			if parts(words[i]) && !(words[i] == "as" && i+1 < len(words) && c.epithets[words[i+1]] && len(words)-i <= asReach) {
				return true
			}
		}
	}
	if earlier < 0 && verb > 1 && !slices.Contains(words[verb:], ",") && slices.ContainsFunc(words[1:verb], func(w string) bool { return c.relative[w] }) {
		return true // "Ilse Marrow, who left the board on Friday, said": the sentence's own verb is to come
	}
	if earlier < 0 || c.sayings[words[verb]] {
		return false
	}
	between := words[earlier+1 : verb]
	for len(between) > 0 && c.helping[between[len(between)-1]] {
		between = between[:len(between)-1] // "which | is | scheduled"
	}
	if c.sayings[words[earlier]] && slices.ContainsFunc(between, func(w string) bool { return w == "after" || w == "since" || w == "before" }) {
		return true // "told the paper after the list was printed Sunday"
	}
	if n := len(between); n > 0 && c.sayings[words[earlier]] && between[n-1] == "," && verb == len(words)-1 && slices.Contains(between, "that") {
		return true // "said that the bell, found Sunday, was old"
	}
	if len(between) > 0 && c.relative[between[len(between)-1]] {
		return true // "the town paid its debts and honoured Marrow, who died on Friday"
	}
	switch {
	case len(between) > 0 && between[len(between)-1] == ",":
		return false // "the founder, who built it before he left, died on Thursday"
	case c.sayings[words[earlier]], slices.Contains(between, "and"), slices.Contains(between, "but"):
		return false
	case slices.ContainsFunc(between, parts), c.said(m, sent, t, words, verb):
		return true
	}
	return strings.HasSuffix(words[verb], "ed") && len(between) > 0 && !slices.Contains(between, ",")
}

// asReach is how many words before a day "as the keeper of the mole" can begin.
const asReach = 6

// main returns what stands behind the clause that a sentence opens with, where that is whole
// and a verb follows it: "As the tide turned, | the ferry sank on". Else it returns all.
func (c *Clock) main(words []string) []string {
	if len(words) == 0 || !c.leading[words[0]] || !c.parting[words[0]] {
		return words
	}
	at := slices.Index(words, ",")
	if at < 0 || at+1 == len(words) || c.parting[words[at+1]] || !slices.ContainsFunc(words[1:at], c.standing.Finite) || !slices.ContainsFunc(words[at+1:], c.standing.Finite) {
		return words
	}
	return words[at+1:]
}

// participle reports whether a word in "-ed" describes the noun before it, and the clause has
// its verb behind it: "the board backed by Marrow met on".
func (c *Clock) participle(words []string, i int) bool {
	return i > 0 && i+1 < len(words) && words[i+1] == "by" && strings.HasSuffix(words[i], "ed") && !c.helping[words[i-1]] && words[i-1] != "be" && words[i-1] != "been" &&
		slices.ContainsFunc(words[i+2:], func(w string) bool { return c.standing.Verb(w) || strings.HasSuffix(w, "ed") })
}

// farEnd returns what stands behind a day without the far end of a stretch that begins
// with it: "May 17|-18 meeting".
func farEnd(rest string) string {
	for _, dash := range []string{"-", "–"} {
		if behind, ok := strings.CutPrefix(rest, dash); ok {
			return strings.TrimLeft(behind, "0123456789")
		}
	}
	return rest
}

// markReach is how many words before a day what is measured from it can begin: "from its
// record high on May 3".
const markReach = 6

// year is one in figures.
var year = regexp.MustCompile(`\b[12][0-9]{3}\b`)

// said reports whether the verb at verb, behind a name and a noun of many, tells of that noun:
// "the reports match the remarks Marrow made on Friday".
func (c *Clock) said(m *nutgraf.Member, sent nutgraf.Sentence, t nutgraf.Span, words []string, verb int) bool {
	if verb < 2 || len(words[verb-2]) < 4 || !strings.HasSuffix(words[verb-2], "s") || c.function[fold.Key(words[verb-2])] || c.standing.Finite(words[verb-2]) {
		return false
	}
	text := m.Doc.Text[sent.Span.Start:t.Start]
	at := strings.LastIndex(lang.Lower(text), words[verb-2]+" "+words[verb-1]+" "+words[verb])
	if at < 0 || at+len(words[verb-2])+1 >= len(text) {
		return false
	}
	return unicode.IsLower(rune(text[at])) && unicode.IsUpper(rune(text[at+len(words[verb-2])+1]))
}

// nowadays reports whether a "today" that opens a sentence, or stands right before its verb,
// is the time we live in: the verb tells how things are ("Today, the ferry is a museum").
func (c *Clock) nowadays(m *nutgraf.Member, sent nutgraf.Sentence, t nutgraf.Span) bool {
	if !strings.EqualFold(t.Of(m.Doc.Text), "today") {
		return false
	}
	words := strings.Fields(lang.Lower(m.Doc.Text[t.End:sent.Span.End]))
	if t.Start > sent.Span.Start { // "The mole today is a park"
		return len(words) > 1 && c.states[words[0]] && !strings.HasSuffix(words[1], "ing") && !strings.HasSuffix(words[1], "ed")
	}
	for i, w := range words {
		if w = strings.Trim(w, ",;:."); c.states[w] {
			return i+1 == len(words) || !strings.HasSuffix(words[i+1], "ing") // "is voting" tells of the day
		} else if c.standing.Finite(w) && !c.noun(words, i) {
			return false
		}
	}
	return false
}

// supposed reports whether words end in a clause that only supposes: "should she win in".
func supposed(words []string) bool {
	if slices.Contains(words, "if") {
		return true // "the fair, if it rains, will open on"
	}
	for i := 0; i+1 < len(words); i++ {
		if words[i] == "should" {
			switch words[i+1] {
			case "he", "she", "they", "it", "we", "i":
				return true
			}
		}
	}
	return false
}

// lagging reports whether a clause only says that something came some time after or
// before what it tells of, and not what came: "Hours after the ferry sank on Friday".
func (c *Clock) lagging(clause string) bool {
	words := strings.Fields(lang.Lower(clause))
	return len(words) > 2 && c.lags[words[0]] && (words[1] == "after" || words[1] == "before") && !strings.Contains(clause, ",")
}

// spoken reports whether the day of a time is that of saying something: the last verb
// before it is one of saying, and close.
func (c *Clock) spoken(m *nutgraf.Member, t nutgraf.Span) bool {
	k := m.Seg.SentenceAt(t.Start)
	if k < 0 {
		return false
	}
	words := before(m, m.Seg.Sentences[k], t)
	for i := len(words) - 1; i >= max(0, len(words)-sayingReach); i-- {
		if c.standing.Finite(words[i]) {
			return c.sayings[words[i]]
		}
	}
	return false
}

// sayingReach is how many words before a day the verb of saying can stand: "told the
// committee in Skellan on Friday".
const sayingReach = 8

// hollow reports whether a clause that ends with the day of saying something has no
// verb beside that of saying: what was said stands elsewhere.
func (c *Clock) hollow(m *nutgraf.Member, clause, t nutgraf.Span) bool {
	verbs := 0
	for w := range strings.FieldsSeq(lang.Lower(m.Doc.Text[clause.Start:max(clause.Start, t.Start)])) {
		if c.standing.Finite(strings.Trim(w, ",;:")) {
			verbs++
		}
	}
	return verbs < 2
}

// untold reports whether a clause that ends with a day has a verb of saying and, behind it,
// no more than where or to whom it was said: "Marrow wrote in a letter sent Friday".
func (c *Clock) untold(m *nutgraf.Member, clause, t nutgraf.Span) bool {
	if t.End < clause.End || t.Start < clause.Start || strings.ContainsAny(clause.Of(m.Doc.Text), "\"“,") {
		return false
	}
	words := strings.Fields(lang.Lower(m.Doc.Text[clause.Start:t.Start]))
	for i, w := range words {
		if c.standing.Finite(w) && !c.noun(words, i) {
			return c.sayings[w] && i+1 < len(words) && c.wheres[words[i+1]] && !slices.Contains(words, "that")
		}
	}
	return false
}

// unfinished reports whether what follows a day opens a clause with "that" and
// ends before its verb: the clause was cut too soon.
func (c *Clock) unfinished(rest string) bool {
	rest, ok := strings.CutPrefix(rest, " that ")
	return ok && !slices.ContainsFunc(strings.Fields(strings.ToLower(rest)), func(w string) bool {
		who, _, short := strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
		return c.standing.Finite(w) || short && c.standing.Leans(who) // "he's"
	})
}

// broken reports whether a clause ends, short of its sentence's end, in another that lacks
// its verb ("who said the keeper", "the day when Marrow") or amid what a colon introduces.
func (c *Clock) broken(m *nutgraf.Member, clause, t nutgraf.Span) bool {
	k := m.Seg.SentenceAt(clause.Start)
	if k < 0 || len(strings.Trim(m.Doc.Text[clause.End:max(clause.End, m.Seg.Sentences[k].Span.End)], " .")) == 0 {
		return false
	}
	if strings.Contains(m.Doc.Text[min(t.End, clause.End):clause.End], ": ") {
		return true
	}
	words := strings.Fields(lang.Lower(clause.Of(m.Doc.Text)))
	finite := func(w string) bool { return c.standing.Finite(strings.Trim(w, ",;:\"“”")) }
	if n := len(words); n > 1 && strings.HasSuffix(words[n-1], "ed") && finite(words[n-1]) && clause.End > t.End && !strings.HasPrefix(m.Doc.Text[clause.End:], ",") {
		return true // "the board on Sunday concluded | that"
	}
	if tail := strings.Fields(lang.Lower(m.Doc.Text[t.End:max(t.End, clause.End)])); len(tail) > 1 && !slices.ContainsFunc(tail, finite) {
		lead := strings.Fields(lang.Lower(m.Doc.Text[clause.Start:max(clause.Start, t.Start)]))
		if n := len(lead); n > 1 && lead[n-1] == "on" && (lead[n-2] == "but" || lead[n-2] == "and" || lead[n-2] == "that") {
			return true // "but on Friday the keeper's man | of the board said"
		}
	}
	for i := len(words) - 1; i > 0; i-- {
		if w := words[i]; w != "who" && w != "which" && w != "when" && w != "where" {
			continue
		}
		tail := words[i+1:]
		if len(tail) > 1 && c.sayings[tail[0]] {
			tail = tail[1:]
		}
		return !slices.ContainsFunc(tail, finite)
	}
	return false
}

// attached reports whether a time says of which kind a noun is, or when what a noun
// means was: "his two-page May 3 letter", "addressed the ruling last Friday that …".
func (s *session) attached(r *reading, w *nutgraf.When) bool {
	m := r.member
	k := m.Seg.SentenceAt(w.Span.Start)
	if k < 0 {
		return false
	}
	words, rest := before(m, m.Seg.Sentences[k], w.Span), m.Doc.Text[w.Span.End:m.Seg.Sentences[k].Span.End]
	n := len(words)
	if n < 2 {
		return false
	}
	if (words[0] == "after" || words[0] == "following") && w.To > w.From && !slices.Contains(words, ",") {
		return true // "After the sale of the mole last month, the board": what it did it may have done since
	}
	last, plain := words[n-1], func(x string) bool {
		return unicode.IsLetter(rune(x[0])) && !s.function[fold.Key(x)] && !s.standing.Finite(x)
	}
	that := strings.HasPrefix(rest, " that ")
	if !plain(last) || !s.epithets[words[n-2]] && !(that && n > 2 && plain(words[n-2]) && s.epithets[words[n-3]]) {
		return false
	}
	if that {
		return !slices.ContainsFunc(words[max(0, n-sayingReach):], func(x string) bool { return s.sayings[x] })
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
	next = strings.TrimRight(next, ".,;:!?")
	return nounBehind(rest) && lang.Lower(next) == next && plain(next)
}

// perfect reports whether a past day belongs to a noun because the verb beside it tells of
// what has come about since: "The toll of the fire on Friday has risen", "has denied arson
// after the fire at a mill on Sunday". Of saying the press has it otherwise ("has said on Friday").
func (s *session) perfect(r *reading, w *nutgraf.When) bool {
	m := r.member
	k := m.Seg.SentenceAt(w.Span.Start)
	if k < 0 || w.Toward > 0 || !weekday(w.Form) && !monthDay(w.Form) && !calendared(w) {
		return false
	}
	words := before(m, m.Seg.Sentences[k], w.Span)
	behind := strings.Fields(lang.Lower(m.Doc.Text[w.Span.End:max(w.Span.End, m.Seg.Sentences[k].Span.End)]))
	if len(behind) > 1 && has(behind[0]) && strings.HasPrefix(m.Doc.Text[w.Span.End:], " ") && s.past(behind[1:]) >= 0 {
		return !slices.Contains(words, ",")
	}
	for i := len(words) - 2; i >= 0; i-- {
		if !has(words[i]) {
			continue
		}
		n := s.past(words[i+1:])
		if n < 0 || i > 0 && s.modals[words[i-1]] {
			return false
		}
		verb := i + 1 + n
		return !s.sayings[words[verb]] && !slices.ContainsFunc(words[verb+1:], func(x string) bool {
			return x == "," || x == "and" || x == "but" || s.standing.Finite(x) || s.modals[x]
		})
	}
	return false
}

// has reports whether a word can open a verb in the perfect.
func has(word string) bool { return word == "has" || word == "have" }

// past is where, behind a "has", the participle stands, a few adverbs between; -1 where none does.
func (c *Clock) past(words []string) int {
	been := false
	for i, w := range words[:min(len(words), 3)] {
		w = strings.Trim(w, ",;:.")
		switch {
		case w == "been":
			been = true
		case been && strings.HasSuffix(w, "ing"):
			return i
		case strings.HasSuffix(w, "ed"), strings.HasSuffix(w, "en") && len(w) > 4, c.standing.Verb(w):
			return i
		case !strings.HasSuffix(w, "ly") && !c.function[fold.Key(w)]:
			return -1
		}
	}
	return -1
}

// unforeseen reports whether a month or a feast without a number lies ahead of its
// report in a clause that tells of nothing to come: the month is the last one of the
// name, and the feast a thing ("an attack on Easter").
func (s *session) unforeseen(r *reading, w *nutgraf.When, clause string) bool {
	if r.day == nutgraf.NoDay || w.From <= r.day || strings.ContainsAny(w.Span.Of(r.member.Doc.Text), "0123456789") || weekday(w.Form) || !s.standing.Calendar(w.Span.Of(r.member.Doc.Text)) {
		return false
	}
	return !s.foretells(clause)
}

// foretells reports whether a clause tells of what is to come.
func (c *Clock) foretells(clause string) bool {
	words := strings.Fields(clause)
	for i, w := range words {
		w, next := strings.Trim(w, ".,;:\"“”"), ""
		if i+1 < len(words) {
			next = words[i+1]
		}
		switch {
		case w == "May" || w == "may" && next == "have": // the month, and what may have been
		case c.coming[lang.Lower(w)] || w == "plan" && next == "to" && !slices.ContainsFunc(words[max(0, i-2):i], func(x string) bool {
			return c.epithets[lang.Lower(x)] || strings.HasSuffix(x, "'s") || strings.HasSuffix(x, "’s")
		}):
			return true
		}
	}
	return false
}

// noun reports whether a word that could be a verb stands behind an article or
// the like, a word between them at the most ("his false claims").
func (c *Clock) noun(words []string, i int) bool {
	owns := func(w string) bool {
		return c.epithets[w] || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")
	}
	return strings.HasSuffix(words[i], "s") && !c.standing.Verb(words[i]) && (i > 0 && owns(words[i-1]) || i > 1 && owns(words[i-2]))
}

// before returns the words of a sentence that stand before a time, in lower
// case, and its commas.
func before(m *nutgraf.Member, s nutgraf.Sentence, t nutgraf.Span) []string {
	var out []string
	for _, tok := range m.Seg.Tokens[s.First:s.Last] {
		if int(tok.End) > t.Start {
			break
		}
		w := tok.Span().Of(m.Doc.Text)
		if tok.Kind == nutgraf.Word || tok.Kind == nutgraf.Number || w == "," {
			out = append(out, lang.Lower(w))
		}
	}
	return out
}

// nounBehind reports whether a word stands right behind a time, so that the two
// name one thing.
func nounBehind(rest string) bool {
	rest, cut := strings.CutPrefix(rest, " ")
	return cut && rest != "" && unicode.IsLetter(rune(rest[0]))
}

// vague reports whether only a stretch of days is told of, and none of the
// clauses names its month or its days: "last week" and "two weeks ago" put nothing
// on a day.
func (e *event) vague() bool {
	return e.to-e.from > 2 && !slices.ContainsFunc(e.said, func(x saying) bool { return x.calendar })
}

// exact reports whether some clause names the event's day and month.
func (e *event) exact() bool {
	return slices.ContainsFunc(e.said, func(x saying) bool { return x.day })
}

// ofCalendar reports whether the form of a time names a month, a day of one, or
// a year.
func ofCalendar(form string) bool {
	return monthDay(form) || len(form) >= 4 && form[0] >= '0' && form[0] <= '9'
}

// agree moves a weekday of a report to the date on which another report puts the
// same matter, when that is the same weekday a week off and nearer to the
// report's own date: pages are dated before their text is brought up to date, and
// a tense misread turns last Tuesday into the next.
func (s *session) agree() {
	s.move(func(i int, t told, w *nutgraf.When) nutgraf.Day {
		r := &s.all[i]
		if !weekday(w.Form) || r.day == nutgraf.NoDay || w.Toward > 0 && strings.Contains(w.Span.Of(r.member.Doc.Text), " ") {
			return nutgraf.NoDay // "next Tuesday" is not read by its tense
		}
		return s.elsewhere(i, t, w, r.day)
	})
}

// sameMatter is how much two sentences must share for their days to be one.
const sameMatter = 3

// elsewhere returns the date, a week off, on which other reports put what
// report i tells of a weekday; NoDay where as many put it where the report does.
func (s *session) elsewhere(i int, t told, w *nutgraf.When, own nutgraf.Day) nutgraf.Day {
	votes := map[nutgraf.Day]int{}
	for _, o := range s.dated.weekday[w.From.Weekday()] {
		if x := s.when(o); o.doc != i && x.From == x.To && s.alike(t, o.told) >= sameMatter {
			votes[x.From]++
		}
	}
	for _, day := range []nutgraf.Day{w.From - 7, w.From + 7} {
		if votes[day] > votes[w.From] && distance(day, own) < distance(w.From, own) {
			return day
		}
	}
	return nutgraf.NoDay
}

func distance(a, b nutgraf.Day) nutgraf.Day { return max(a-b, b-a) }
