package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cleanNames turns written bylines into a list of names. Stated ones are
// trusted to be names; lines of the page must look like it.
func (v *view) cleanNames(written []string, stated bool) []string {
	var out []string
	for _, w := range written {
		if strings.Contains(w, "://") || v.isOutlet(w) {
			continue
		}
		w = withoutDate(behindDate(plainText(w)))
		person := false
		for _, name := range splitNames(w) {
			if leadsAway(name) || ofPictures(name) {
				break
			}
			name = trimName(name)
			if stated && phrased(name) {
				continue
			}
			if first, section, cut := strings.Cut(name, " in "); cut && bylineWords["nobody"][strings.ToLower(first)] && section != "" {
				break // "admin in News, Politics": the sections follow
			}
			if v.isNobody(name) || !stated && !looksLikeName(name) || len(out) >= maxNames || containsFold(out, name) {
				continue
			}
			if person && properWord(name) && strings.Contains(w, ", "+name) {
				continue // the place that the person writes from
			}
			person = fullName(name)
			out = append(out, name)
		}
	}
	return out
}

// properWord reports whether a name is one word, its first letter alone a
// capital: no full name, and no agency's letters.
func properWord(name string) bool {
	r, n := utf8.DecodeRuneInString(name)
	rest := name[n:]
	return unicode.IsUpper(r) && !fullName(name) && rest == strings.ToLower(rest)
}

// behindDate cuts a line such as "Posted 2 March by Ann Lee" down to the words
// from the one that leads to the names.
func behindDate(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if i == 0 || !bylineWords["lead"][strings.ToLower(strings.TrimRight(w, ":"))] {
			continue
		}
		if last := words[i-1]; strings.ContainsAny(last, "0123456789") || strings.Trim(last, "-–—|·•,") == "" && i > 1 && strings.ContainsAny(words[i-2], "0123456789") {
			return strings.Join(words[i:], " ")
		}
	}
	return s
}

// withoutDate takes off a date that a byline begins with, and what follows from
// the first date behind a word: "Ann Lee Monday, March 8, 2021", "Ann Lee May/June
// Issue". A month is one only beside a number or another month, for some are names.
func withoutDate(s string) string {
	words := strings.Fields(s)
	from := 0
	for from < len(words) && (dayWord(words[from]) || from > 0 && words[from][0] >= '0' && words[from][0] <= '9') {
		if from == 0 && !datesOn(words, from) {
			return s
		}
		from++
	}
	words = words[from:]
	for i := 1; i < len(words); i++ {
		if dayWord(words[i]) && datesOn(words, i) {
			return strings.Join(words[:i], " ")
		}
	}
	if from == 0 {
		return s
	}
	return strings.Join(words, " ")
}

// datesOn reports whether the word of a date at i is followed by a number or by
// more of the date.
func datesOn(words []string, i int) bool {
	if first, second, two := strings.Cut(words[i], "/"); two {
		return month(first) && month(second)
	}
	if i+1 == len(words) {
		return false
	}
	next := words[i+1]
	return next[0] >= '0' && next[0] <= '9' || !month(words[i]) && dayWord(next) && datesOn(words, i+1)
}

// dayWord reports whether a word may begin a date.
func dayWord(w string) bool {
	first, second, two := strings.Cut(w, "/")
	return month(w) || two && month(first) && month(second) || isWeekday(strings.TrimRight(w, ".,"))
}

func month(w string) bool { return monthNames[strings.ToLower(strings.Trim(w, ".,|"))] != 0 }

// phrased reports whether a stated name is a phrase: of four words and more, most
// in lower case that names have no use for.
func phrased(name string) bool {
	words, low := strings.Fields(name), 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && !particles[w] {
			low++
		}
	}
	return len(words) > 3 && low*2 > len(words)
}

// particles are the words in lower case that names of people and bodies have.
var particles = wordsOf("de da do dos del della di du des der den von van vom zu zum la le el al bin ibn bint ben of the and for in to on und et y e i a")

func wordsOf(s string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		set[w] = true
	}
	return set
}

// leadsAway reports whether a part of a byline begins with a word that ends
// the names: what follows tells of the time, the section, the tags.
func leadsAway(part string) bool {
	words := strings.Fields(strings.ToLower(part))
	return len(words) > 1 && bylineWords["cut"][words[0]] && !bylineWords["begin"][words[0]] && leadLength(words) == 0
}

// ofPictures reports whether a part of a byline begins to tell who took the pictures.
func ofPictures(part string) bool {
	words := strings.Fields(strings.ToLower(part))
	if len(words) < 2 {
		return false
	}
	bare := strings.TrimRight(words[0], ":")
	return bylineWords["picture"][bare] && (bare != words[0] || bylineWords["by"][words[1]])
}

// isOutlet reports whether a written byline is the name of the outlet, which
// would come apart as one of several names.
func (v *view) isOutlet(written string) bool {
	bare := letters(plainText(written))
	for _, name := range [...]string{v.head.meta("og:site_name"), v.state.publisher, v.state.site} {
		if bare != "" && bare == letters(name) {
			return len(splitNames(plainText(written))) > 1
		}
	}
	return false
}

// leadLength is the number of words that lead to the names of a byline.
func leadLength(words []string) int {
	for k := min(4, len(words)); k > 0; k-- {
		lead := strings.ToLower(strings.Join(words[:k], " "))
		if (bylineWords["lead"][lead] || bylineWords["lead"][strings.TrimRight(lead, ":")]) && k < len(words) {
			return k
		}
	}
	return 0
}

func containsFold(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// splitNames cuts a byline at commas, conjunctions and the like. A part that
// tells what the person before it does ends that person's entry.
func splitNames(s string) []string {
	var out []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool {
		return r == ',' || r == ';' || r == '|' || r == '/' || r == '&' || r == '•' || r == '·' || r == '、' || r == '\n'
	}) {
		words := strings.Fields(part)
		if n := len(out); n > 0 && len(words) > 0 && nameEnds[strings.TrimRight(words[0], ".")] {
			out[n-1] += " " + words[0]
			words = words[1:]
		}
		from := 0
		for i, w := range words {
			switch {
			case i == 0 && len(out) > 0 && len(words) > 1 && bylineWords["join"][w]: // behind a comma
				from = 1
			case i > 0 && bylineWords["join"][strings.ToLower(w)]:
				out = append(out, strings.Join(words[from:i], " "))
				from = i + 1
			}
		}
		out = append(out, strings.Join(words[from:], " "))
	}
	return out
}

// nameEnds stand behind a comma and belong to the name before it.
var nameEnds = wordsOf("Jr jr Sr sr II III IV")

// trimName takes off what stands before and behind a name.
func trimName(s string) string {
	if i := strings.IndexAny(s, "(["); i > 0 {
		s = s[:i]
	}
	words := strings.Fields(strings.Trim(s, " .:-–—*\"'»«"))
	for n := leadLength(words); n > 0; n = leadLength(words) {
		words = words[n:]
	}
	for i, w := range words {
		low := strings.ToLower(strings.Trim(w, ".,:"))
		if d := strings.IndexAny(w, "0123456789"); d > 0 && i > 0 && w[d-1] != '-' {
			words[i] = w[:d]
			words = words[:i+1]
			break
		}
		if i > 0 && strings.Trim(w, "-–—»") == "" {
			words = words[:i]
			break
		}
		if strings.ContainsRune(w, '@') || i > 1 && hostLike(low) || isDigits(low) && i > 0 || bylineWords["cut"][low] && (i > 1 || !bylineWords["article"][low]) {
			words = words[:i]
			break
		}
	}
	return strings.Trim(strings.Join(words, " "), " .:-–—*\"'»«")
}

// hostLike reports whether a word in lower case is the name of a host.
func hostLike(low string) bool {
	return strings.HasSuffix(low, ".com") || strings.HasSuffix(low, ".org") || strings.HasSuffix(low, ".net")
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.:") == ""
}

// isNobody reports whether a part of a byline names no one.
func (v *view) isNobody(name string) bool {
	low := strings.ToLower(name)
	if utf8.RuneCountInString(name) < 2 || len(name) > 80 || bylineWords["nobody"][low] || bylineWords["tool"][low] || bylineWords["lead"][low] || strings.Contains(low, "http") || strings.Contains(low, "@") || strings.Contains(low, "www.") {
		return true
	}
	words := strings.Fields(low)
	if len(words) > 7 || low[0] >= '0' && low[0] <= '9' {
		return true
	}
	for _, w := range words {
		if bylineWords["job"][strings.Trim(w, ".,")] {
			return true
		}
	}
	return !strings.ContainsFunc(name, unicode.IsLetter)
}

// looksLikeName reports whether a part of a line has the shape of a name: two
// to five words that begin with capitals, particles apart.
func looksLikeName(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 5 {
		return false
	}
	caps := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r) || r >= 0x2e80 || unicode.Is(unicode.Arabic, r):
			caps++
		case unicode.IsDigit(r):
			return false
		case !unicode.IsLower(r) || utf8.RuneCountInString(w) > 4 && !strings.ContainsAny(w, "'’"):
			return len(words) == 1 && unicode.IsLetter(r)
		}
	}
	return caps > 0
}
