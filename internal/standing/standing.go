// Package standing judges whether words of a report can stand in a row of their
// own: whether they are a statement that begins and ends as one does, and not a
// fragment, a caption, a promotion or other page furniture. It judges words
// alone; what a sentence leans on in its report is the business of those who
// know the report. Where it is not sure it says no: a row that is left out costs
// less than one that says nothing.
package standing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
)

// Judge knows the words of one language. It is safe for concurrent use.
type Judge struct {
	verb      map[string]bool // finite verbs
	saying    map[string]bool // verbs of saying
	plain     map[string]bool // verbs in their plain form
	person    map[string]bool // personal pronouns
	leaning   map[string]bool // openings that stand for somebody or something told of before
	joining   map[string]bool // openings that lean on the sentence before
	pointing  map[string]bool // "this", "those"
	narrowing map[string]bool // words behind a noun that say which one
	sole      map[string]bool // nouns of which there is one at a time
	partial   map[string]bool // words for some of those told of before
	told      map[string]bool // nouns of what was most likely told of before, behind "the" alone
	hanging   map[string]bool // words that hang a clause on another
	inverting map[string]bool // verbs that open a condition before its subject ("should the mole fall")
	parting   map[string]bool // words behind a noun that open a clause on it
	sequel    map[string]bool // words behind a comma that go on with what happened
	around    map[string]bool // words that open what is put before a subject and is no time
	scene     map[string]bool // words of place or time that open what is put before a subject
	owning    map[string]bool // words behind which one in "-ed" describes a noun
	first     map[string]bool // words before who, or what, is told of for the first time
	periods   map[string]bool // times that "this" can name
	posing    map[string]bool // verbs of captions
	doing     map[string]bool // past forms that are no participles before "to"
	seen      map[string]bool // what somebody in a picture is
	being     map[string]bool // "is", "are"
	helping   map[string]bool // verbs that a participle follows
	short     map[string]bool // verbs as an apostrophe shortens them
	plural    map[string]bool // words behind which a form that is a verb's or a plural noun's is the noun's
	counting  map[string]bool // lengths of time by which is counted
	adding    map[string]bool // words between commas that add to what was told
	calendar  map[string]bool // days, months and feasts
	function  map[string]bool
	comment   map[string]bool // words of one who comments, or speaks to the reader
	openings  *phrases        // of page furniture
	furniture *phrases        // marks of page furniture anywhere
}

// New compiles a Judge from a language pack.
func New(pack *lang.Pack) *Judge {
	clause, sentence := pack.Kinds("clause_words"), pack.Kinds("standing_words")
	j := &Judge{
		verb: pack.Set("finite_verbs"), saying: pack.Set("saying_verbs"), plain: pack.Set("headline_verbs"), leaning: pack.Set("leaning_openings"), person: pack.Set("personal_pronouns"),
		openings: newPhrases(pack.List("furniture_openings")), furniture: newPhrases(pack.List("furniture_marks")),
		joining: pack.Set("dangling_openings"), calendar: pack.Set("calendar_names"), function: pack.Set("function_words"), comment: pack.Set("comment_words"),
		pointing: sentence["point"], narrowing: sentence["narrow"], told: sentence["told"], sole: sentence["sole"], posing: sentence["pose"],
		partial: clause["partial"], hanging: clause["hang"], inverting: clause["invert"], parting: clause["part"], sequel: clause["sequel"], around: clause["around"], scene: clause["scene"],
		owning: clause["own"], first: clause["first"], periods: clause["period"], counting: clause["length"], seen: clause["seen"], being: clause["be"], doing: clause["doing"],
		adding: sentence["add"], helping: clause["helping"], short: clause["short"], plural: clause["noun"],
	}
	j.pointing["that"] = true // which mostly opens a clause: Points looks closer
	for _, list := range []string{"past_verbs", "saying_verbs"} {
		for _, word := range pack.List(list) {
			j.verb[word] = true
		}
	}
	return j
}

// least is the number of words below which a statement says too little.
const least = 5

// Clause reports whether words begin as a sentence does, tell something with a
// verb, close what they open, and are no page furniture.
func (j *Judge) Clause(text string) bool {
	text = strings.TrimSpace(text)
	words := strings.Fields(text)
	if len(words) < least || !j.begins(text) || !paired(text) {
		return false
	}
	low := lang.Lower(text)
	return j.states(text, low, words, strings.Fields(low))
}

// states is the rest of Clause for who has the text in lower case, and its words.
func (j *Judge) states(text, low string, words, lows []string) bool {
	return !j.furnishes(text, low) && j.tells(words, lows)
}

// Sentence reports whether words are a clause that ends as a sentence does and
// asks nothing.
func (j *Judge) Sentence(text string) bool {
	end := strings.TrimRight(strings.TrimSpace(text), `"'”’)`)
	return end != "" && (end[len(end)-1] == '.' || end[len(end)-1] == '!') && !strings.HasSuffix(end, "..") && j.Clause(text)
}

// Part reports whether bytes [from, end) of a sentence are a statement to
// themselves: a clause that begins and ends where the sentence or a part of it
// does.
func (j *Judge) Part(sentence string, from, end int) bool {
	clause := sentence[from:end]
	before := strings.TrimRight(sentence[:from], " ")
	after := strings.TrimLeft(sentence[end:], " ")
	last := after == "" || after == "." || after == "!"
	if before != "" && (!strings.HasSuffix(before, ",") || named(before)) && !strings.HasSuffix(before, ";") {
		return false
	}
	trimmed := strings.TrimSpace(clause)
	words := strings.Fields(trimmed)
	if len(words) < least || !j.begins(trimmed) || !paired(trimmed) {
		return false
	}
	low := lang.Lower(trimmed)
	lows := strings.Fields(low)
	return (last || (strings.ContainsRune(",;", rune(after[0])) || strings.HasPrefix(after, "and ") && j.resumes(after) && !j.voices(clause)) &&
		!j.hung(clause) && !j.listed(after) && !j.awaited(after) && !j.fronted(clause) && !j.sets(clause, lows) && !j.ushers(clause) && !j.unended(lows)) &&
		!strings.HasSuffix(strings.TrimRight(sentence, `"'”’)`), "?") && !j.prefaced(words, lows) && !unclosed(lows) &&
		j.states(trimmed, low, words, lows) && !(last && before != "" && j.attributes(lows)) && !j.orphaned(clause) && !j.cut(clause) && !j.Furniture(sentence)
}

// hung reports whether a clause opens with a word that hangs it on another, or with a
// participle, and parts off none: "When the storm came", "Noting that it came".
func (j *Judge) hung(clause string) bool {
	opening, rest, _ := strings.Cut(clause, " ")
	low := lang.Lower(opening)
	if low == "but" || low == "and" || low == "yet" || low == "so" {
		opening, rest, _ = strings.Cut(rest, " ")
		low = lang.Lower(opening)
	}
	next, _, _ := strings.Cut(rest, " ")
	return (j.hanging[low] || strings.HasSuffix(low, "ing") && (j.function[next] || next == "the")) && !strings.Contains(rest, ",")
}

// listed reports whether what follows a comma goes on with a list, so that what
// stands before it ends on the list's first part ("painted moles | , bells and
// boats"): parts of a few words without a verb up to the joining one.
func (j *Judge) listed(after string) bool {
	if after[0] != ',' {
		return false
	}
	parts := strings.Split(after[1:], ",")
	for i, part := range parts[:min(len(parts), listParts)] {
		words := strings.Fields(part)
		if len(words) > 0 && j.sequel[words[0]] {
			return false
		}
		at := slices.IndexFunc(words[:min(len(words), listWords+1)], func(w string) bool { return w == "and" || w == "or" })
		switch {
		case at == 0:
			return i > 0
		case at > 0:
			return !slices.ContainsFunc(words[:at], j.predicates)
		case len(words) == 0 || len(words) > listWords || slices.ContainsFunc(words, j.predicates):
			return false
		}
	}
	return false
}

// A list has so many parts behind its first, of so many words each.
const listParts, listWords = 6, 4

// predicates reports whether a word is a finite verb for sure, and no participle.
func (j *Judge) predicates(word string) bool { return j.verb[lang.Lower(trim(word, ".,;:!?"))] }

// fronted reports whether a clause that ends at a comma is only what was put
// before the sentence's subject: a time and what it was the time of ("On May 3,
// 2031, the day the mole fell").
func (j *Judge) fronted(clause string) bool {
	for parts := 0; ; parts++ {
		opening, rest, cut := strings.Cut(clause, ", ")
		if !cut {
			if first, _, _ := strings.Cut(clause, " "); parts == 0 && j.around[lang.Lower(first)] {
				return true
			}
			break
		}
		first, _, _ := strings.Cut(opening, " ")
		if !j.function[lang.Lower(first)] && !unicode.IsDigit(rune(first[0])) {
			break
		}
		clause = rest
	}
	words := heads(clause, 3)
	if len(words) > 1 && (words[0] == "even" || words[0] == "just") {
		words = words[1:] // "even as he warned"
	}
	return len(words) > 1 && ((j.first[lang.Lower(words[0])] || words[0] == "the") && j.periods[lang.Lower(words[1])] || j.hanging[lang.Lower(words[0])])
}

// named reports whether words end on one with a capital and a comma: what
// follows may belong to it ("of Porto, Vale").
func named(before string) bool {
	at := strings.LastIndexAny(before, " (“\"") + 1
	r, _ := utf8.DecodeRuneInString(before[at:])
	return unicode.IsUpper(r)
}

// orphaned reports whether a verb, or "that", follows the first comma at once: it
// closes an aside that opened before what is given ("Ilse Marrow, has been asked
// to go").
func (j *Judge) orphaned(clause string) bool {
	head, rest, cut := strings.Cut(clause, ", ")
	if !cut || j.tells(strings.Fields(head), strings.Fields(lang.Lower(head))) {
		return false
	}
	next, _, _ := strings.Cut(rest, " ")
	return j.verb[lang.Lower(next)] || next == "that"
}

// attributes reports whether the words of a clause, in lower case, behind a comma only say whose words stand
// before it ("Ilse Marrow testified on Friday").
func (j *Judge) attributes(words []string) bool {
	at := slices.IndexFunc(words, func(w string) bool { return j.saying[trim(w, ".,")] })
	return at >= 0 && len(words)-at <= attribution && !slices.Contains(words[at:], "that")
}

// ushers reports whether a clause ends on the verb of saying behind which what was
// said goes on ("Ilse Marrow added | , the mole …").
func (j *Judge) ushers(clause string) bool {
	return j.saying[lang.Lower(clause[strings.LastIndexByte(clause, ' ')+1:])]
}

// prefaced reports whether a clause is only what is put before a subject: behind its
// opening "in" or "of" nothing stands before its one verb but what hangs on such words, and
// that is a participle, or no verb at all ("In a suit filed late Monday in Vale", "Of the
// 40 pilots hurt", "In the wake of the attacks"); or it says how long after a thing it
// was ("Hours after the mole fell", "By the time it fell").
func (j *Judge) prefaced(words, lows []string) bool {
	timed := lows[0] == "by" && lows[1] == "the" && lows[2] == "time"
	for i := 1; i < countingWords && !timed; i++ {
		timed = (lows[i] == "after" || lows[i] == "before") && j.counting[lows[i-1]]
	}
	if !timed && !j.scene[lows[0]] && !j.around[lows[0]] && lows[0] != "of" || slices.ContainsFunc(words[:len(words)-1], func(w string) bool { return strings.HasSuffix(w, ",") }) {
		return false // behind a comma the subject may come
	}
	if timed {
		return true
	}
	for i := 1; i < len(words); i++ {
		word, low := trim(words[i], ".;:!?()“”\"‘’'"), trim(lows[i], ".;:!?()“”\"‘’'")
		before := trim(lows[i-1], "(“\"‘'")
		r, _ := utf8.DecodeRuneInString(word)
		bound := j.narrowing[before] || i == 1 || j.first[before] || j.owning[before] || j.pointing[before]
		last, _ := utf8.DecodeRuneInString(words[i-1])
		switch {
		case (j.own(low) || unicode.IsDigit(r)) && !bound:
			return false
		case unicode.IsUpper(r):
			if !bound && (!unicode.IsUpper(last) || j.calendar[trim(words[i-1], ".,")]) && !j.calendar[word] {
				return false
			}
		case j.verb[low] && !strings.HasSuffix(low, "ed"):
			return i == 3 && (j.first[lows[1]] || lows[1] == "the") // "In a paper made public on Friday": no subject
		case strings.HasSuffix(low, "ed"):
			if i+1 == len(words) {
				return true
			}
			next := lows[i+1]
			r, _ := utf8.DecodeRuneInString(words[i+1])
			return j.calendar[trim(words[i+1], ".,")] || !unicode.IsUpper(r) && !unicode.IsDigit(r) && !j.own(next)
		}
	}
	return true
}

// own reports whether a word opens what somebody is called, or stands for it.
func (j *Judge) own(word string) bool {
	return j.owning[word] || j.first[word] || j.pointing[word] || j.person[word]
}

// unclosed reports whether a clause, by its words in lower case, ends before what it has
// opened: on a joining word or an article, behind "between" without "and", or behind "not
// only" without "but".
func unclosed(lows []string) bool {
	switch lows[len(lows)-1] {
	case "and", "or", "but", "nor", "the", "a", "an", "of":
		return true
	}
	if at := slices.Index(lows, "between"); at >= 0 && !slices.Contains(lows[at:], "and") {
		return true
	}
	return lows[0] == "not" && lows[1] == "only" && !slices.Contains(lows, "but")
}

// resumes reports whether what follows a clause behind "and" tells something with a
// verb of its own, and is no second part of the clause's last words ("about the cost
// | and time of the mole").
func (j *Judge) resumes(after string) bool {
	for i, w := range strings.Fields(after) {
		low := lang.Lower(trim(w, ".,;:!?“”\"'’"))
		switch {
		case i > resumeWords:
			return false
		case i > 0 && (j.verb[low] || strings.HasSuffix(low, "ed")):
			return true
		case strings.HasSuffix(w, ","):
			return false
		}
	}
	return false
}

// resumeWords is the number of words behind "and" among which a clause has its verb.
const resumeWords = 4

// voices reports whether a clause ends before the verb of what somebody says in it
// without "that" ("The board said Marrow | and her staff were").
func (j *Judge) voices(clause string) bool {
	words := strings.Fields(clause)
	for i := len(words) - 2; i > 0; i-- {
		if !j.saying[lang.Lower(words[i])] {
			continue
		}
		next := words[i+1]
		r, _ := utf8.DecodeRuneInString(next)
		said := lang.Lower(words[i]) == "said" || lang.Lower(words[i]) == "says"
		return (said || unicode.IsUpper(r) || j.person[next]) && !slices.ContainsFunc(words[i+1:], func(w string) bool { return j.Finite(lang.Lower(trim(w, ".,;:\"“”"))) })
	}
	return false
}

// awaited reports whether a verb follows a comma at once: the words before it are
// only what it tells of ("Ilse Marrow, the head of the mole charged with theft | , is").
func (j *Judge) awaited(after string) bool {
	rest, ok := strings.CutPrefix(after, ", ")
	next, _, _ := strings.Cut(rest, " ")
	return ok && j.verb[next] && !j.saying[next]
}

// sets reports whether a clause, its words in lower case beside it, only sets the scene: it opens with a word of place or
// time, and its one verb is a participle at its end ("In Vale's new count of boats
// released Thursday").
func (j *Judge) sets(clause string, words []string) bool {
	if !j.scene[words[0]] {
		return false
	}
	at := -1
	for i, w := range words {
		if j.Finite(trim(w, ".,;:\"“”")) && !(i+1 < len(words) && words[i+1] == "of") { // "report of" is a noun
			at = i
			break
		}
	}
	return at > 1 && strings.HasSuffix(words[at], "ed") && (at == len(words)-1 || at == len(words)-2 && j.Calendar(clause))
}

// unended reports whether a clause, by its words in lower case, ends before the verb of what hangs on its last
// noun ("the storm that Vale | and its allies foretold").
func (j *Judge) unended(words []string) bool {
	for i := len(words) - 1; i > 0 && len(words)-i <= attribution; i-- {
		if words[i] == "that" || words[i] == "which" || words[i] == "who" || words[i] == "whom" {
			return !slices.ContainsFunc(words[i:], func(w string) bool { return j.Finite(trim(w, ".,;:\"“”")) })
		}
	}
	return false
}

// attribution is the number of words, from the verb of saying on, with which such
// a clause ends at the most: more of them tell what was said.
const attribution = 5

// cut reports whether a clause ends before the verb of what somebody says in it
// ("Ilse Marrow said on Friday that the mole", "… that should the mole fall").
func (j *Judge) cut(clause string) bool {
	at := strings.LastIndex(clause, " that ")
	if at < 0 {
		return false
	}
	before, behind := strings.Fields(lang.Lower(clause[:at])), strings.Fields(lang.Lower(clause[at:]))
	if len(behind) > 1 && (j.hanging[behind[1]] || j.inverting[behind[1]]) && !strings.Contains(clause[at:], ",") {
		return true
	}
	return slices.ContainsFunc(before[1:], func(w string) bool { return j.saying[w] }) && !slices.ContainsFunc(behind, func(w string) bool {
		return j.Finite(w) || strings.Contains(w, "'")
	})
}

// plainWords is the share of function words below which a text is not in the
// language of the pack: half of the words of English news are such.
const plainWords = .2

// plainDeep is the number of tokens that are read for it.
const plainDeep = 600

// Foreign reports whether a text is in another language than the pack's.
func (j *Judge) Foreign(text string, seg *nutgraf.Segments) bool {
	words, common := 0, 0
	var room [64]byte
	for _, t := range seg.Tokens[:min(len(seg.Tokens), plainDeep)] {
		if t.Kind == nutgraf.Word {
			words++
			if j.function[string(lang.AppendLower(room[:0], t.Span().Of(text)))] {
				common++
				if common >= plainDeep*plainWords {
					return false // enough, whatever follows
				}
			}
		}
	}
	return float64(common) < plainWords*float64(words)
}

// Counts reports whether words are a sentence of the report, whatever it leans
// on, and not its byline, a caption or other page furniture.
func (j *Judge) Counts(text string) bool {
	end := strings.TrimRight(text, `"'”’) `)
	return end != "" && strings.ContainsRune(".!?…,", rune(end[len(end)-1])) && (!j.Furniture(text) || glued(text))
}

// Verb reports whether a word in lower case is known as a verb of a main clause,
// and as nothing else.
func (j *Judge) Verb(word string) bool { return j.verb[word] }

// Finite reports whether a word in lower case is most likely the verb of a main
// clause.
func (j *Judge) Finite(word string) bool {
	return j.verb[word] || strings.HasSuffix(word, "ed") || j.Present(word)
}

// Calendar reports whether words end with the name of a day, a month or a feast.
func (j *Judge) Calendar(words string) bool {
	return j.calendar[words[strings.LastIndexByte(words, ' ')+1:]]
}

// Present reports whether a word in lower case is a verb in the third person of
// the present, as captions have it.
func (j *Judge) Present(word string) bool {
	return strings.HasSuffix(word, "s") && j.plain[strings.TrimSuffix(word, "s")]
}

// Depicts reports whether words tell what a picture shows, as captions do: their
// first verb is in the present and no verb of being or saying ("The mayor opens the
// mole"), or says that something is seen. News of a past day is told so nowhere else.
func (j *Judge) Depicts(text string) bool {
	words := strings.Fields(text)
	for i, w := range words {
		low := lang.Lower(trim(w, ".,;:!?()“”\"'‘’"))
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case i == 0 || unicode.IsUpper(r):
		case j.seen[low]:
			return true
		case j.saying[low]:
			return false
		case j.Present(low) || j.posing[low] || j.posing[low+"s"]:
			return true
		case j.Finite(low) && !j.being[low]:
			return false
		}
	}
	return false
}

// Comment reports whether a word, as it is written, is one of those who comment or
// speak to the reader: "us", and not "US".
func (j *Judge) Comment(word string) bool { return j.comment[lang.Lower(word)] && word != "US" }

// Comments reports whether words outside of quotation marks are those of one who
// comments.
func (j *Judge) Comments(text string) bool {
	for w := range strings.FieldsSeq(Unquoted(text)) {
		if j.Comment(trim(w, ".,;:!?()“”")) {
			return true
		}
	}
	return false
}

// Narrows reports whether a word in lower case, behind a noun, says which one is meant.
func (j *Judge) Narrows(word string) bool { return j.narrowing[word] }

// Sole reports whether a noun in lower case is one of what there is one of at a time.
func (j *Judge) Sole(noun string) bool { return j.sole[noun] }

// Period reports whether a word in lower case is a length of time that can be named by "this"
// or "last".
func (j *Judge) Period(word string) bool { return j.periods[word] }

// Plain reports whether a word in lower case is a verb in its plain form, as the
// headline of more than one has it.
func (j *Judge) Plain(word string) bool { return j.plain[word] }

// Furniture reports whether words are a caption, a promotion, a link list or
// the like.
func (j *Judge) Furniture(text string) bool {
	return j.furnishes(text, lang.Lower(text))
}

// furnishes is Furniture for who has the text in lower case.
func (j *Judge) furnishes(text, low string) bool {
	opening := strings.TrimLeft(low, "\"“([")
	return strings.ContainsAny(text, "|@⦁•") || strings.HasSuffix(text, ":") || j.openings.at(opening, 0) || j.furniture.in(low) || glued(text)
}

// begins reports whether words begin as a sentence does.
func (j *Judge) begins(text string) bool {
	text = strings.TrimLeft(text, "\"“'‘ ")
	if opening, _, _ := strings.Cut(text, " "); j.parting[lang.Lower(opening)] && opening != "Who" {
		return false // "Which shows that …" is the end of the sentence before
	}
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsRune("$£€", r)
}

// paired reports whether every quotation mark and bracket has its fellow.
func paired(text string) bool {
	return strings.Count(text, `"`)%2 == 0 && strings.Count(text, "“") == strings.Count(text, "”") &&
		strings.Count(text, "(") == strings.Count(text, ")") && strings.Count(text, "[") == strings.Count(text, "]")
}

// humped reports whether a capital follows a small letter anywhere: "MarrowFerry".
func humped(text string) bool {
	for at, r := range text {
		if at > 0 && unicode.IsUpper(r) && unicode.IsLower(rune(text[at-1])) {
			return true
		}
	}
	return false
}

// glued reports whether a name and the words of a link ran into each other: its
// first half stands in the words alone ("Ilse Marrow Ilse Ada MarrowFerry").
func glued(text string) bool {
	if !strings.Contains(text, "MORE") && !humped(text) {
		return false // as nearly all
	}
	words := strings.Fields(text)
	for i, w := range words {
		w = trim(w, "()[],.;:\"“”")
		if w == "MORE" {
			return true
		}
		for at, r := range w {
			if at < 4 || !unicode.IsUpper(r) || !unicode.IsLower(rune(w[at-1])) {
				continue
			}
			if slices.ContainsFunc(words[:i], func(x string) bool { return trim(x, "()[],.;:'’") == w[:at] }) {
				return true
			}
		}
	}
	return false
}

// tells reports whether words have a verb behind something that it can tell of;
// lows are the words in lower case. A capital inside marks a name, and "signed" behind a comma is a participle.
func (j *Judge) tells(words, lows []string) bool {
	aside := false               // that clause stands between commas, and the second is to come
	parted, past := false, false // a clause that hangs on a noun has opened, and had its verb: that is not the sentence's
	helped := -1                 // where it had a helping verb last, whose participle is not the sentence's verb either
	for i, w := range words {
		low := trim(lows[i], "()[],.;:!?\"“”‘'")
		head, tail, cut := strings.Cut(low, "'")
		r, _ := utf8.DecodeRuneInString(w)
		comma := i > 0 && strings.HasSuffix(strings.TrimRight(words[i-1], "\"”'’"), ",")
		if i > 0 && j.parting[low] {
			parted, aside = true, aside || comma
		} else if comma {
			aside = false
		}
		switch {
		case low == "be" || low == "been" || i > 0 && (lows[i-1] == "be" || lows[i-1] == "been") && strings.HasSuffix(low, "ed"): // "a case to be argued"
		case i > 0 && strings.HasSuffix(low, "ed") && (strings.HasSuffix(lows[i-1], "'s") || strings.HasSuffix(lows[i-1], "’s")) && i+1 < len(lows) && !j.function[lows[i+1]]: // "Vale's painted mole", and not "Vale's expected to"
		case i > 0 && j.owning[trim(lows[i-1], "(\"“‘'")] && strings.HasSuffix(low, "ed"): // "an estimated forty boats"
		case i > 0 && j.plural[trim(lows[i-1], "(\"“‘'")] && !j.verb[low] && j.Present(low): // "in a series of posts"
		case i > 0 && j.Finite(low) && parted && !unicode.IsUpper(r):
			parted, past = false, true
			if j.helping[low] {
				helped = i
			}
		case helped >= 0 && i-helped <= 2 && j.Finite(low) && !strings.HasSuffix(words[i-1], ","): // "who has never held office"
			helped = -1
		case i > 0 && j.Finite(low) && !unicode.IsUpper(r) && !(aside && past) && (past || !strings.HasSuffix(low, "ed") || !strings.HasSuffix(words[i-1], ",") || j.doing[low] && i+1 < len(lows) && lows[i+1] == "to"):
			return true
		case cut && j.leaning[head] && tail != "", cut && j.short[tail]:
			return true
		}
	}
	return false
}
