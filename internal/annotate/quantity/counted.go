package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// maxPhrase bounds how far behind a number its noun is looked for.
const maxPhrase = 6

func (f *Finder) isPlural(w *work, a *numeral.Atom) bool {
	if f.lex.Mask(a)&f.is.plural != 0 {
		return true
	}
	s := w.text[a.Start:a.End]
	if manned(s) && !a.Upper {
		return true // congresswomen, firemen
	}
	if len(s) < 4 || s[len(s)-1] != 's' || f.lex.Mask(a)&f.is.stop != 0 {
		return false
	}
	return s[len(s)-2] != 's' && s[len(s)-2] != 'u' && s[len(s)-2] != 'i'
}

// compounds reports whether a noun in small letters that no list knows stands at
// atom i.
func (f *Finder) compounds(w *work, i int) bool {
	return i < len(w.atoms) && w.atoms[i].Kind == numeral.Word && !w.atoms[i].Upper && !w.atoms[i].Past && w.atoms[i].Entry < 0
}

// manned tells the plural in "firemen" from "acumen".
func manned(s string) bool {
	if len(s) < 6 || !strings.HasSuffix(s, "men") {
		return false
	}
	switch s {
	case "acumen", "regimen", "specimen", "abdomen":
		return false
	}
	return true
}

// counted finds the words for what is counted and, for a bare count, the unit.
func (f *Finder) counted(w *work, q *nutgraf.Quantity, c *found) {
	at := c.next
	if c.side {
		return // 40 by 60 feet
	}
	of := at < len(w.atoms) && f.lex.Mask(&w.atoms[at])&numeral.Of != 0
	worth := c.kind == nutgraf.Money && w.word(at) == "worth" && f.maskAt(w, at+1)&numeral.Of != 0
	if (c.kind == nutgraf.Percent || c.kind == nutgraf.Money) && !of && !worth && !f.qualified(w, c) {
		return // "53 percent think so", "make $2 million available"
	}
	if (c.kind == nutgraf.Age || c.kind == nutgraf.Measure) && at < len(w.atoms) && w.atoms[at].Past && !f.compounds(w, at+1) {
		return // the 22-year-old scored; 60 years passed
	}
	if (c.kind == nutgraf.Measure || c.num.Val == 1 && c.kind == nutgraf.Cardinal && f.pointing(w, at)) && f.timeAt(w, at) {
		return // 13 hours last week, only one last year
	}
	if c.kind != nutgraf.Cardinal && at < len(w.atoms) && (adverb(w.word(at)) && f.closesVerb(w, at+1) || f.maskAt(w, c.next-1)&f.is.spell != 0 && !w.atoms[c.next-1].Glued && w.atoms[at].Ing && f.closesNoun(w, at+1)) {
		return // $20 reportedly paid, 14 years working as a clerk
	}
	if c.kind != nutgraf.Cardinal && !worth && (f.maskAt(w, at)&f.is.compared != 0 || f.maskAt(w, at)&f.is.extent != 0 && f.closesNoun(w, at+1)) {
		return // two degrees above, 0.3 degrees warmer, six feet tall
	}
	if of {
		switch w.word(at + 1) {
		case "those", "them", "us", "you", "it", "these", "whom", "which":
			return
		}
		at = f.skipOwner(w, f.skipDeterminers(w, at+1))
	}
	if worth {
		at, of = f.skipDeterminers(w, at+2), true // $5 million worth of goods
	}
	part := c.num.Fraction && c.num.Words && !of && c.kind == nutgraf.Cardinal && f.determines(w, at) // half the crew
	if part {
		at = f.skipDeterminers(w, at)
	}
	at = f.skipFurther(w, c, at)
	hyphen := at < len(w.atoms) && w.atoms[at].Sym == '-' && w.atoms[at].Glued
	if hyphen {
		at = f.skipFurther(w, c, at+1)
		switch w.word(at) {
		case "odd": // 500-odd homes
			at, hyphen = at+1, false
		case "strong": // a 2,000-strong crowd
			return
		}
	}
	if w.word(at) == "plus" {
		at, hyphen = at+1, false
	}
	if w.word(at) == "or" && orElse(w.word(at+1)) != "" {
		at += 2 // forty or so men
	}
	want := plurals
	switch {
	case of && (c.num.Fraction || c.kind == nutgraf.Percent), part, worth:
		want = either
	case c.num.Val == 1, c.num.Val == 0, c.kind != nutgraf.Cardinal:
		want = singulars
	}
	head, from, to := f.phrase(w, at, want)
	if head == from && from == at && !of && (c.kind == nutgraf.Percent || c.kind == nutgraf.Money) && f.compounds(w, to) {
		_, _, to = f.phrase(w, to, want) // a 10 percent sales surtax
		head = to - 1
	}
	if head > from && c.kind == nutgraf.Age {
		head, to = f.aged(w, from, to)
	}
	if c.kind != nutgraf.Cardinal && c.kind != nutgraf.Age && head > from && !w.atoms[from].Upper && f.verbAt(w, to) {
		for head > from && w.atoms[head].Upper && !w.atoms[head].Glued {
			head, to = head-1, head // the $5 million figure Okafor gave
		}
	}
	if hyphen && c.kind == nutgraf.Cardinal && at < len(w.atoms) && w.atoms[at].Kind == numeral.Word && f.lex.Mask(&w.atoms[at])&f.is.stop == 0 {
		head, from, to = at, at, at+1 // a 130-page ruling
	}
	switch {
	case head >= 0:
		q.Counted = nutgraf.Span{Start: int(w.atoms[from].Start), End: int(w.atoms[to-1].End)}
	case q.Kind == nutgraf.Cardinal && f.casualtyAt(w, c.next) >= 0:
		i := f.casualtyAt(w, c.next)
		q.Counted = nutgraf.Span{Start: int(w.atoms[i].Start), End: int(w.atoms[i].End)}
		q.Unit = "person"
		return
	case q.Kind == nutgraf.Cardinal && f.befell(w, c) >= 0:
		i := f.befell(w, c)
		q.Counted = nutgraf.Span{Start: int(w.atoms[i].Start), End: int(w.atoms[i].End)}
		q.Unit = "person"
		return
	case c.first >= 2 && f.lex.Mask(&w.atoms[c.first-1])&numeral.Of != 0 && f.lex.Mask(&w.atoms[c.first-2])&f.is.measured != 0:
		i := c.first - 2
		q.Counted = nutgraf.Span{Start: int(w.atoms[i].Start), End: int(w.atoms[i].End)}
	}
	if q.Kind == nutgraf.Cardinal && q.Unit == "" && head >= 0 && !c.num.Fraction { // a share has no unit
		q.Unit = f.unit(w, head)
	}
	f.bareAge(w, q, c)
}

// aged cuts the words for whom an age is told of, in atoms [from, to): a name, or a
// noun up to what the verb brings along ("the 56-year-old clerk first won").
func (f *Finder) aged(w *work, from, to int) (head, end int) {
	for i := from + 1; i < to; i++ {
		a := &w.atoms[i]
		if a.Upper != w.atoms[from].Upper || a.Ing || f.lex.Mask(a)&(numeral.Ordinal|f.is.compared) != 0 || adverb(w.word(i)) {
			return i - 1, i
		}
	}
	return to - 1, to
}

// pointing reports whether a word stands at atom i that points to a time.
func (f *Finder) pointing(w *work, i int) bool {
	switch w.word(i) {
	case "last", "this", "next", "yesterday", "today", "tonight", "tomorrow":
		return true
	}
	return false
}

// closesVerb reports whether a participle or the end of a phrase stands at atom i.
func (f *Finder) closesVerb(w *work, i int) bool {
	return f.closesNoun(w, i) || f.verbAt(w, i)
}

// verbAt reports whether a past form stands at atom i.
func (f *Finder) verbAt(w *work, i int) bool {
	return i < len(w.atoms) && (w.atoms[i].Past || f.lex.Mask(&w.atoms[i])&f.is.past != 0)
}

// timeAt reports whether a time begins at atom i.
func (f *Finder) timeAt(w *work, i int) bool {
	if i >= len(w.atoms) {
		return false
	}
	for k := w.next; k < len(w.times) && k < w.next+3; k++ {
		if w.times[k].Span.Start == int(w.atoms[i].Start) {
			return true
		}
	}
	return false
}

// qualified reports whether a share or a sum stands before a noun that it
// qualifies: an article or a possessive stands before it, "a 60 percent stake",
// "its $5 million campaign", and no participle ends it, "the $6 million raised".
func (f *Finder) qualified(w *work, c *found) bool {
	if c.next < len(w.atoms) && w.atoms[c.next].Past && f.closesNoun(w, c.next+1) {
		return false
	}
	i := c.first - 1
	if i > 4 && w.word(i) == "," && f.maskAt(w, i-1)&f.is.spell != 0 && w.atoms[i-1].Glued && w.word(i-2) == "-" {
		i -= 4 // a three-year, $60 million contract
	}
	for n := 0; n < 3 && i > 0 && w.atoms[i].Kind == numeral.Word && (w.atoms[i].Past || f.lex.Mask(&w.atoms[i])&f.is.sizing != 0); n++ {
		i-- // a roughly 40 percent stake, the planned initial $5 million campaign
	}
	return i >= 0 && (f.determines(w, i) || f.lex.Mask(&w.atoms[i])&numeral.Article != 0)
}

// casualtyAt finds "killed" in "82 were killed" and "82 dead".
func (f *Finder) casualtyAt(w *work, at int) int {
	for i := at; i < len(w.atoms) && i < at+4; i++ {
		if w.atoms[i].Kind != numeral.Word {
			return -1
		}
		if f.lex.Mask(&w.atoms[i])&f.is.casualty != 0 {
			return i
		}
		if m := f.lex.Mask(&w.atoms[i]); m&f.is.stop == 0 || m&numeral.And != 0 {
			return -1
		}
	}
	return -1
}

// befell finds "wounded" in "wounded more than 100": the verb of a casualty before
// a number behind which nothing is counted; -1 when there is none.
func (f *Finder) befell(w *work, c *found) int {
	if c.next < len(w.atoms) && w.atoms[c.next].Kind == numeral.Word && f.lex.Mask(&w.atoms[c.next])&(f.is.stop|numeral.And) == 0 {
		return -1
	}
	for i := c.first - 1; i >= 0 && i >= c.first-4 && w.atoms[i].Kind == numeral.Word; i-- {
		if f.lex.Mask(&w.atoms[i])&f.is.befalls != 0 {
			return i
		}
		if f.hedges.byEntry == nil || w.atoms[i].Entry < 0 || !f.hedging(w, i, c.first) {
			return -1
		}
	}
	return -1
}

// hedging reports whether atom i belongs to a phrase that hedges the number at
// atom first: "more" and "than" in "more than 100".
func (f *Finder) hedging(w *work, i, first int) bool {
	for k := i; k > i-3 && k >= 0; k-- {
		if p, to := f.hedges.at(w.atoms, k); p != nil && to > i && to <= first {
			return true
		}
	}
	return false
}

// skipFurther passes over "other" and "more" before what is counted ("two other
// officials", "three more debates") and over "long" behind a length of time.
func (f *Finder) skipFurther(w *work, c *found, at int) int {
	next := at + 1
	if next+1 < len(w.atoms) && w.atoms[next].Sym == '-' && w.atoms[next].Glued {
		next++ // a six-month-long drought
	}
	if next >= len(w.atoms) || w.atoms[next].Kind != numeral.Word || f.lex.Mask(&w.atoms[next])&(f.is.stop|numeral.Of|numeral.And|numeral.Article) != 0 {
		return at
	}
	switch strings.ToLower(w.word(at)) {
	case "other", "more", "such":
		if c.kind == nutgraf.Cardinal {
			return next
		}
	case "long":
		if f.maskAt(w, c.next-1)&f.is.spell != 0 {
			return next
		}
	}
	return at
}

// skipOwner passes over the holder of what is counted: "the company's".
func (f *Finder) skipOwner(w *work, at int) int {
	for i := at; i+1 < len(w.atoms) && i < at+4; i++ {
		if w.atoms[i].Sym == '\'' && w.atoms[i+1].Entry == f.is.s && w.atoms[i+1].Glued {
			return i + 2
		}
		if w.atoms[i].Kind != numeral.Word {
			break
		}
	}
	return at
}

func (f *Finder) skipDeterminers(w *work, at int) int {
	for k := 0; k < 2 && at < len(w.atoms) && f.lex.Mask(&w.atoms[at])&(f.is.stop|numeral.Article) != 0; k++ {
		at++
	}
	from := at
	switch w.word(at) {
	case "last", "past", "next", "other", "first", "final", "top":
		from++ // two of the last three judges
	}
	if n, ok := f.lex.Read(w.atoms, from); ok && !n.Article && n.Next < len(w.atoms) {
		at = n.Next // two of the three judges
	}
	return at
}

// number of the noun that is looked for
type nounNumber uint8

const (
	plurals   nounNumber = iota // what is counted: "40 boats"
	singulars                   // what is measured: "a 5 kg trout"
	either                      // what has parts: "half of the vote", "a third of young voters"
)

// phrase reads the noun phrase at atom i: the words up to the first plural, or
// to the phrase's end when a singular will do. head is -1 when there is none.
func (f *Finder) phrase(w *work, i int, want nounNumber) (head, from, to int) {
	from = i
	singular := want != plurals
	for n := 0; i < len(w.atoms) && n < maxPhrase; i++ {
		a := &w.atoms[i]
		if a.Sym == '-' && a.Glued && i > from {
			continue
		}
		if a.Sym == '\'' && a.Glued && i > from {
			return -1, from, i
		}
		if a.Kind == numeral.Digits && i > from && (a.Glued || w.model(i)) {
			continue // seven AK-47 rifles, seven AK 47 rifles
		}
		if i > from && !a.Glued && f.lex.Mask(a)&numeral.And != 0 && (w.atoms[i-1].Sym == '-' || adjective(w.word(i-1)) || !singular && f.noun(w, i+1) && w.atoms[i-1].Upper == w.atoms[i+1].Upper) {
			continue // low- and middle-income households, one useful and able hand, 70 oil and gas fields
		}
		if a.Kind != numeral.Word || f.lex.Mask(a)&(f.is.stop|numeral.Article|numeral.And|numeral.Of) != 0 && !f.hyphened(w, i, from) {
			break // but go on in "born-again"
		}
		if i > from && i+1 < len(w.atoms) && w.atoms[i+1].Past && adverb(w.word(i)) {
			break // "one aide directly involved"
		}
		if singular && i > from && (strings.HasSuffix(w.word(i), "ing") && f.points(w, i+1) || a.Upper && f.timeAt(w, i)) {
			break // "one man walking these hills", "one boat Sunday"
		}
		if f.lex.Mask(a)&f.is.verb != 0 {
			break
		}
		n++
		if a.Past && i > from && f.closesNoun(w, i+1) {
			break // "one letter dated Sept. 9"
		}
		if singular && i > from && f.lex.Mask(a)&f.is.past != 0 {
			break // one boat sank
		}
		if want == plurals && f.lex.Mask(a)&f.is.nation != 0 && f.closesNoun(w, i+1) && (w.word(i+1) != "-" || !w.atoms[i+1].Glued) {
			return i, from, i + 1 // three Chinese were saved
		}
		if want == singulars && i > from && f.isPlural(w, a) {
			if a.Glued {
				continue // the Earth-Mars flight
			}
			break // more often a verb than a second noun
		}
		if f.isPlural(w, a) && !(i+1 < len(w.atoms) && w.atoms[i+1].Sym == '-' && w.atoms[i+1].Glued) {
			if a.Upper && i+1 < len(w.atoms) && w.atoms[i+1].Kind == numeral.Word && (w.atoms[i+1].Upper || w.word(i-1) == "United" && w.word(i) == "States") {
				continue // three Veterans Affairs clerks, two United States clerks
			}
			if want == singulars && f.lex.Mask(a)&f.is.plural != 0 && f.compounds(w, i+1) {
				continue // the largest police force
			}
			if i+1 < len(w.atoms) && w.atoms[i+1].Kind == numeral.Word && (a.Upper || !w.atoms[i+1].Upper) && f.isPlural(w, &w.atoms[i+1]) && f.followsNoun(w, i+1) {
				return i + 1, from, i + 2
			}
			return i, from, i + 1
		}
	}
	if i == from || !singular && i > from+2 {
		return -1, from, i
	}
	if !singular {
		return -1, from, i
	}
	return f.lastNoun(w, from, i)
}

// model reports whether the digits at atom i end the name of a model: capitals stand
// right before them, "AK 47", "F 16".
func (w *work) model(i int) bool {
	p, a := &w.atoms[i-1], &w.atoms[i]
	if p.Kind != numeral.Word || int(p.End-p.Start) > modelLetters || a.Whole > 3 || a.Places > 0 {
		return false
	}
	for _, c := range w.text[p.Start:p.End] {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// modelLetters is how many letters the name of a model has at the most.
const modelLetters = 3

// hyphened reports whether the word at atom i is a part of another, "born-again",
// or begins one at atom from, "at-large".
func (f *Finder) hyphened(w *work, i, from int) bool {
	if i > from {
		return w.atoms[i].Glued
	}
	return i+2 < len(w.atoms) && f.maskAt(w, i)&numeral.Article == 0 && w.atoms[i+1].Sym == '-' && w.atoms[i+1].Glued && w.atoms[i+2].Glued && w.atoms[i+2].Kind == numeral.Word
}

// closesNoun reports whether no noun in small letters stands at atom i, so that
// a participle before it belongs to what follows.
func (f *Finder) closesNoun(w *work, i int) bool {
	if i >= len(w.atoms) {
		return true
	}
	a := &w.atoms[i]
	return a.Kind != numeral.Word || a.Upper || f.lex.Mask(a)&(f.is.stop|numeral.Article|numeral.Of|numeral.And) != 0
}

// followsNoun reports whether a second plural ends the phrase, as in "sales
// representatives at".
func (f *Finder) followsNoun(w *work, i int) bool {
	if i+1 >= len(w.atoms) {
		return true
	}
	n := &w.atoms[i+1]
	return n.Kind == numeral.Symbol || f.lex.Mask(n)&f.is.stop != 0
}

// lastNoun cuts what cannot belong to the phrase from its end.
func (f *Finder) lastNoun(w *work, from, to int) (int, int, int) {
	for to > from && (w.atoms[to-1].Kind != numeral.Word || to-1 > from && (w.atoms[to-1].Past || f.lex.Mask(&w.atoms[to-1])&(f.is.casualty|f.is.compared) != 0 || adverb(w.word(to-1)))) {
		to--
	}
	if to == from {
		return -1, from, to
	}
	return to - 1, from, to
}

// points reports whether an article, "this" or the like stands at atom i.
func (f *Finder) points(w *work, i int) bool {
	switch w.word(i) {
	case "this", "that", "these", "those":
		return true
	}
	return f.determines(w, i)
}

// noun reports whether a word that may be a noun stands at atom i.
func (f *Finder) noun(w *work, i int) bool {
	return i < len(w.atoms) && w.atoms[i].Kind == numeral.Word && !w.atoms[i].Past &&
		f.lex.Mask(&w.atoms[i])&(f.is.stop|f.is.past|numeral.Article|numeral.Of|numeral.And|numeral.Digit|numeral.Teen|numeral.Tens) == 0
}

// adjective reports whether a word looks like one that is no noun.
func adjective(s string) bool {
	for _, end := range [...]string{"ful", "ous", "less", "able", "ible"} {
		if len(s) > len(end)+2 && strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

// adverb reports whether a word in small letters looks like one: "one aide
// directly involved".
func adverb(s string) bool {
	if len(s) < 5 || !strings.HasSuffix(s, "ly") || s[0] < 'a' {
		return false
	}
	switch s {
	case "family", "rally", "reply", "supply", "assembly", "monopoly", "anomaly", "bully", "butterfly", "folly", "jelly", "belly", "lily", "homily", "subfamily":
		return false
	}
	return true
}

// bareAge reads "Barra, 51, will" and "aged 55" as ages.
func (f *Finder) bareAge(w *work, q *nutgraf.Quantity, c *found) {
	if q.Kind != nutgraf.Cardinal || q.Value < 1 || q.Value > 119 || c.score || c.first == 0 || !q.Counted.IsZero() {
		return
	}
	a := w.atoms
	p := &a[c.first-1]
	if f.atAge(w, c) {
		q.Kind, q.Unit = nutgraf.Age, "year"
		return
	}
	if c.ranged {
		return
	}
	named := p.Sym == ',' && c.first >= 2 && a[c.first-2].Upper && a[c.first].Kind == numeral.Digits && a[c.first].Places == 0
	closed := c.next >= len(a) || a[c.next].Sym == ',' || a[c.next].Sym == '.' || a[c.next].Sym == ')' || a[c.next].Sym == ';'
	if named && closed || (closed || f.turning(w, c)) && f.turned(w, c.first) {
		q.Kind, q.Unit = nutgraf.Age, "year"
	}
}

// atAge reports whether a word for an age stands before the number: "aged 16 to
// 24", "under the age of 4".
func (f *Finder) atAge(w *work, c *found) bool {
	i := c.first - 1
	for i > 0 && i > c.first-hedgeReach && f.hedging(w, i, c.first) {
		i-- // at the age of about 12
	}
	if c.ranged && w.word(i) == "between" {
		i--
	}
	if f.maskAt(w, i)&numeral.Of != 0 {
		i--
	}
	return f.maskAt(w, i)&f.is.aged != 0
}

// turning reports whether "turn" stands before the number and a time or a word that
// is no noun behind it: "will turn 82 next month".
func (f *Finder) turning(w *work, c *found) bool {
	return strings.HasPrefix(w.word(c.first-1), "turn") && (f.timeAt(w, c.next) || f.maskAt(w, c.next)&f.is.stop != 0 && f.maskAt(w, c.next)&numeral.Of == 0)
}

// turned reports whether the words before atom i tell how old somebody is: "when he
// was 13", "before she turned 62".
func (f *Finder) turned(w *work, i int) bool {
	switch w.word(i - 1) {
	case "turn", "turns", "turned", "turning":
		return true
	case "was", "is":
		who := strings.ToLower(w.word(i - 2))
		return who == "he" || who == "she"
	case "m":
		return w.word(i-2) == "'" && w.word(i-3) == "I"
	}
	return false
}

// unit gives the singular of the noun at atom i.
func (f *Finder) unit(w *work, i int) string {
	s := strings.ToLower(w.word(i))
	if f.lex.Mask(&w.atoms[i])&f.is.plural != 0 && (strings.HasSuffix(s, "is") || strings.HasSuffix(s, "us")) {
		return s[:len(s)-1] // rabbis, menus
	}
	return singular(s)
}

// singular gives the singular of a plural noun by its ending.
func singular(s string) string {
	switch s {
	case "people", "persons":
		return "person"
	case "men":
		return "man"
	case "women":
		return "woman"
	case "children":
		return "child"
	case "feet":
		return "foot"
	case "teeth":
		return "tooth"
	case "lives", "wives", "knives":
		return s[:len(s)-3] + "fe"
	case "series", "species", "headquarters", "means", "news", "crossroads", "barracks", "police", "staff", "percent", "aircraft", "troops", "movies":
		if s == "movies" {
			return "movie"
		}
		if s == "troops" {
			return "troop"
		}
		return s
	}
	switch {
	case manned(s):
		return s[:len(s)-2] + "an"
	case strings.HasSuffix(s, "ies") && len(s) > 4:
		return s[:len(s)-3] + "y"
	case strings.HasSuffix(s, "sses"), strings.HasSuffix(s, "shes"), strings.HasSuffix(s, "ches"), strings.HasSuffix(s, "xes"):
		return s[:len(s)-2]
	case strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && !strings.HasSuffix(s, "is") && !strings.HasSuffix(s, "us") && len(s) > 3:
		return s[:len(s)-1]
	}
	return s
}

// capitalInside reports whether a word has a capital behind its first letter
// ("iPhone").
func (f *Finder) capitalInside(w *work, a *numeral.Atom) bool {
	for i := a.Start + 1; i < a.End; i++ {
		if c := w.text[i]; c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}
