package standing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf/internal/lang"
)

// Unquoted returns a text without what stands between double quotation marks, for
// which an empty pair of marks stands.
func Unquoted(text string) string {
	if !strings.ContainsAny(text, `"“`) {
		return text
	}
	var out strings.Builder
	inside := false
	for _, r := range text {
		switch {
		case r == '“' || r == '"' && !inside:
			inside = true
			out.WriteString("“”")
		case r == '”' || r == '"':
			inside = false
		case !inside:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// trim is strings.Trim of marks, which most words have none of at either end.
func trim(word, marks string) string {
	if word == "" || letter(word[0]) && letter(word[len(word)-1]) {
		return word
	}
	return strings.Trim(word, marks)
}

func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// Leans reports whether words open with one that stands for somebody or
// something told of before ("He", "Their", "In May, he").
func (j *Judge) Leans(text string) bool {
	words := heads(text, led)
	for i, w := range words {
		word := trim(lang.Lower(w), "\"“”‘'(,")
		head, _, _ := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
		if i >= opening && !(strings.HasSuffix(words[i-1], ",") && j.person[head] && !slices.ContainsFunc(words[:i], func(w string) bool { return j.Finite(lang.Lower(trim(w, ","))) })) {
			continue // further on only the subject behind a phrase can lean: "On the last night of the fair, he left"
		}
		switch {
		case i == 0 && (j.leaning[word] || j.leaning[head]):
			return !j.pairs(text)
		case i == 1 && word == "it" && j.hanging[lang.Lower(words[0])]: // "Whether it holds is unclear"
			return true
		case i > 0 && word == "this" && j.saying[lang.Lower(words[i-1])] && i+1 < len(words) && j.verb[lang.Lower(words[i+1])]:
			return true // "Critics say this will last"
		case i > 0 && strings.HasSuffix(words[i-1], ",") && (j.person[head] || (word == "this" || word == "these" || word == "those") && i+1 < len(words) && j.verb[lang.Lower(words[i+1])]):
			return true // "In May, he left", "By all accounts, this will last"
		}
	}
	return false
}

// pairs reports whether words open with "both" and name the two: "Both the board and the
// town voted".
func (j *Judge) pairs(text string) bool {
	for i, w := range heads(text, pairWords) {
		switch low := lang.Lower(w); {
		case i == 0 && low != "both":
			return false
		case low == "and":
			return true
		case i > 0 && j.Finite(low):
			return false
		}
	}
	return false
}

// pairWords is the number of words within which the second of two is named.
const pairWords = 14

// heads returns the first n words of a text.
func heads(text string, n int) []string {
	out := make([]string, 0, n)
	for w := range strings.FieldsSeq(text) {
		if len(out) == n {
			break
		}
		out = append(out, w)
	}
	return out
}

// led is the number of words in which the subject behind a phrase comes up.
const led = 10

// opening is the number of words in which the subject of a sentence comes up.
const opening = 6

// Joins reports whether words open with some that lean on the sentence before
// ("But", "At the time").
func (j *Judge) Joins(text string) bool {
	var head []string
	for w := range strings.FieldsSeq(lang.Lower(text[:min(len(text), joiningBytes)])) {
		word := strings.TrimRight(w, ",:")
		if head = append(head, word); len(word) < len(w) {
			head = append(head, ",")
		}
	}
	if j.counts(head) {
		return true
	}
	for n := 1; n <= min(joiningWords, len(head)) && !j.pairs(text); n++ {
		if j.joining[strings.Join(head[:n], " ")] {
			return true
		}
	}
	return false
}

// counts reports whether words open by counting from a time told before: "Four days
// later", "Two weeks after that".
func (j *Judge) counts(head []string) bool {
	for i := 1; i < min(len(head)-1, countingWords); i++ {
		if j.counting[head[i]] {
			next := head[i+1]
			return next == "later" || next == "earlier" || next == "prior" && i+2 < len(head) && head[i+2] != "to" || i == 1 && head[0] == "within" && next == "," || (next == "after" || next == "before") && i+2 < len(head) && (head[i+2] == "that" || head[i+2] == "this")
		}
	}
	return false
}

// countingWords is how many words can stand before what is counted.
const countingWords = 4

// Words that join are up to three, which stand in the first bytes of a text.
const joiningWords, joiningBytes = 3, 60

// Points reports whether words outside of quotation marks point at what was told
// of before ("that plan", "the two men", "the ruling" or "some said" at the head), or mean by a pronoun somebody of whom
// nothing before them in the text speaks.
func (j *Judge) Points(text string) bool {
	words := strings.Fields(Unquoted(text))
	if len(words) > 1 && j.partial[lang.Lower(trim(words[0], ","))] {
		next := trim(lang.Lower(words[1]), ".,;:!?")
		if strings.HasSuffix(words[0], ",") || j.verb[next] || strings.HasSuffix(next, "ed") {
			return true // "Some said", "Both, of course,"
		}
	}
	bare := func(i int) string { return trim(words[i], ".,;:!?()“”‘’'") }
	someone := false
	for i := range words {
		word := lang.Lower(bare(i))
		r, _ := utf8.DecodeRuneInString(bare(i))
		switch {
		case j.person[word] && !someone:
			return true
		case i > 0 && lang.Lower(bare(i-1)) == "the" && (word == "two" || i < opening && word == "latter" || i == 1 && word == "same" || j.told[word] && i < opening && !(i+1 < len(words) && j.narrowing[lang.Lower(bare(i+1))])):
			return true
		case word == "that" && 0 < i && i < opensBy && strings.HasSuffix(words[i-1], ",") && i+1 < len(words) && !j.function[lang.Lower(bare(i+1))] && !slices.ContainsFunc(words[:i], func(w string) bool { return j.Finite(lang.Lower(trim(w, ","))) }):
			return true // "Originally, that fee was to be raised in May"
		case j.pointing[word] && i+1 < len(words) && words[i] == bare(i) && !j.narrowing[lang.Lower(bare(i+1))] && j.demonstrates(word, words[i+1:]):
			return true
		}
		if i == 0 && len(words) > 1 && (strings.HasSuffix(word, "ed") || strings.HasSuffix(word, "ing")) && j.function[lang.Lower(bare(1))] {
			continue // "Hidden in the mole they found": no name
		}
		someone = someone || j.first[word] || unicode.IsDigit(r) || i > 0 && unicode.IsUpper(r) && !j.calendar[bare(i)] || i == 0 && unicode.IsUpper(r) && !j.function[word]
	}
	return false
}

// opensBy is the word by which the subject of a sentence that opens with an adverb or a day
// has come.
const opensBy = 4

// demonstrates reports whether a word that can point stands before the noun that it
// points at: "that" mostly opens a clause, which has a verb, and "this" before a
// time means the present one.
func (j *Judge) demonstrates(word string, behind []string) bool {
	next := lang.Lower(trim(behind[0], ".,;:!?“”’'"))
	switch {
	case next == "": // "a town that "never sleeps""
		return false
	case word == "such" || j.calendar[trim(behind[0], ".,;:!?“”’'")] || j.periods[next] || j.function[next]:
		return false
	case word != "that", strings.HasSuffix(behind[0], ","):
		return true
	}
	return !slices.ContainsFunc(behind[:min(len(behind), clause)], func(w string) bool {
		w = trim(w, ".,;:!?“”’'")
		return !j.calendar[w] && j.Finite(lang.Lower(w))
	})
}

// clause is the number of words behind "that" among which its clause has a verb.
const clause = 12

// Bare returns the noun of words that open with "the" and a noun which nothing
// narrows: one told of before is meant ("The mole closed", and not "The mole of Vale
// closed" or "The government fell"). It is empty where the words open otherwise.
func (j *Judge) Bare(text string) string {
	words := heads(text, opening+1)
	if len(words) < 2 || lang.Lower(words[0]) != "the" {
		return ""
	}
	noun := ""
	for i, w := range words[1:] {
		word := trim(w, ".,;:!?“”\"‘’'")
		r, _ := utf8.DecodeRuneInString(word)
		low := lang.Lower(word)
		switch {
		case unicode.IsUpper(r) || unicode.IsDigit(r) || strings.ContainsAny(w, "“\""), j.narrowing[low], i == 0 && j.sole[low]:
			return ""
		case j.verb[low] || i > 0 && j.Finite(low) || j.function[low]:
			return noun
		case strings.HasSuffix(word, "'s") || strings.HasSuffix(word, "’s"):
			noun = word[:strings.LastIndexAny(word, "'’")]
		default:
			noun = word
		}
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return lang.Lower(noun)
}
