package quote

import (
	"slices"
	"strings"

	"nutgraf"
)

// unnamed names a source whom the report leaves without a name by the
// report's own noun and what stands before it: "unnamed senior official". A
// phrase that is cut wrongly, or whose noun means nobody, names nothing.
func (r *reader) unnamed(q *nutgraf.Quote, np [2]int, head int) {
	if e := r.withOthers(np, head); e >= 0 {
		r.speak(q, e)
		q.How = nutgraf.HowCue
		return
	}
	it := &r.items[head]
	start := np[0]
	for k := start + 1; k < head; k++ {
		if r.str(k) == "of" && r.partitive(r.str(k-1)) {
			start = k + 1 // "52 percent of registered voters"
		}
	}
	for start < head && (r.items[start].is(cDet|cPoss|cNumber) || smallNumber(r.str(start)) || r.str(start) == "unnamed") {
		counts := r.items[start].is(cNumber)
		start++
		for counts && start < head && r.items[start-1].span.End == r.items[start].span.Start {
			start++ // "58-page", "43-year-old"
		}
	}
	for start < head && r.items[start].span.Start > 0 && r.text[r.items[start].span.Start-1] == '-' {
		start++ // what is left of "71-year-old"
	}
	noun := strings.ToLower(r.str(head))
	switch {
	case nobody(noun) && r.someThing(np, head):
	case start == head && (it.is(cDet) || noun == "unnamed" || nobody(noun)):
		q.Name = strings.TrimSpace("unnamed " + r.oneOf(np, head))
	case !nobody(noun) && r.wellCut(start, head):
		name := r.printed(start, head+1)
		if start == np[0] && r.namedAt(start) < 0 && r.opensUnit(start) && (r.items[start].is(cPeople|cPerson|cBody|cDoc) || r.lowElsewhere(start)) {
			name = strings.ToLower(name[:1]) + name[1:] // the capital is the sentence's
		}
		q.Name = "unnamed " + name + r.onBehalf(np, head)
	}
}

// briefly returns the name of a speaker without a name and without those for whom it speaks:
// "unnamed spokeswoman" of "unnamed spokeswoman for the Harbour Trust".
func briefly(name string) string {
	if strings.HasPrefix(name, "unnamed ") {
		name, _, _ = strings.Cut(name, " for ")
	}
	return name
}

// oneOf returns the noun for people of whom the word at item head picks some, in the
// number it picks: "officer" for "one of the two officers", "neighbours" for "some of her
// neighbours". It is empty where the phrase tells no such noun.
func (r *reader) oneOf(np [2]int, head int) string {
	if head+2 >= np[1] || r.str(head+1) != "of" {
		return ""
	}
	k := head + 2
	for k < np[1]-1 && (r.items[k].is(cDet|cPoss|cNumber) || smallNumber(r.str(k)) || r.items[k].is(cAdv)) {
		k++
	}
	end := r.headOf([2]int{k, np[1]})
	people := r.str(end)
	if !plural(people) && !strings.HasSuffix(people, "men") || r.items[end].upper || r.namedAt(end) >= 0 || !r.wellCut(k, end) {
		return ""
	}
	many := r.printed(k, end+1)
	if noun := strings.ToLower(r.str(head)); noun != "one" && noun != "another" {
		return many
	}
	one := strings.TrimSuffix(many, "s")
	if strings.HasSuffix(many, "men") {
		one = strings.TrimSuffix(many, "men") + "man"
	}
	if last := lastOf(one); r.lex.words[last].class&(cPerson|cPeople) == 0 && !doer(last) {
		return ""
	}
	return one
}

// onBehalf returns for whom or what a speaker without a name speaks, with a blank before
// it: " for the Harbour Trust" of "a spokeswoman for the Harbour Trust". It is empty where
// the phrase goes on otherwise.
func (r *reader) onBehalf(np [2]int, head int) string {
	if !r.items[head].is(cPerson|cPeople) || r.items[head].upper && r.items[np[0]].upper && !r.items[np[0]].is(cDet|cPeople) || head+2 >= np[1] || r.str(head+1) != "for" || r.items[head+2].is(cPron|cPoss) {
		return ""
	}
	end := np[1]
	for k := head + 2; k < end; k++ {
		switch it := &r.items[k]; {
		case it.is(cConj):
			if !r.joinsNames(k) {
				return ""
			}
		case it.piece >= 0, it.is(cComma | cDash | cParen | cRel | cThat), it.is(cAux) && !it.is(cGenitive), it.is(cPrep) && r.str(k) != "of":
			end = k
		}
	}
	if last := end - 1; last < head+2 || !r.nominal(last) || r.items[last].is(cDet) || slices.ContainsFunc(r.items[head+2:end], func(it item) bool { return it.is(cTime | cNumber) }) {
		return "" // "a candidate for the Nov. 8 election"
	}
	return " " + r.printed(head+1, end)
}

// someThing reports whether what "one" or "some" picks out are no people: "one of
// the first moments".
func (r *reader) someThing(np [2]int, head int) bool {
	if head+2 >= np[1] || r.str(head+1) != "of" {
		return false
	}
	k := r.headOf([2]int{head + 2, np[1]})
	return !r.items[k].is(cPerson|cPeople|cBody|cDoc|cObj) && !r.items[k].upper && !r.anybody([2]int{head + 2, np[1]}, k)
}

// lowElsewhere reports whether the text has the word at item k without its capital.
func (r *reader) lowElsewhere(k int) bool {
	s := r.str(k)
	return !r.mentions.any(r.items[k].span.Start, r.items[k].span.End) && strings.Contains(r.text, " "+strings.ToLower(s[:1])+s[1:]+" ")
}

func (r *reader) opensUnit(k int) bool { return k == 0 || r.items[k-1].ends || r.items[k-1].piece >= 0 }

func smallNumber(s string) bool {
	switch strings.ToLower(s) {
	case "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "dozen", "hundreds":
		return true
	}
	return false
}

// beforeParticiple moves the head back to the noun that a participle follows:
// "a letter seen by", "a heckler trying to".
func (r *reader) beforeParticiple(np [2]int, head int) int {
	for k := np[0]; k < head; k++ {
		if n := &r.items[k+1]; r.items[k].is(cPerson|cPeople|cBody|cDoc) && !n.upper && !n.is(cPerson|cPeople|cBody|cDoc) && (isPastShape(r.str(k+1)) || strings.HasSuffix(r.str(k+1), "ing") || r.irregular(r.str(k+1))) {
			return k
		}
	}
	return head
}

func (r *reader) irregular(s string) bool {
	return r.lex.behindNoun[s]
}

// withOthers returns the person named beside unnamed ones, or -1: "Ann Lee and
// her lawyers".
func (r *reader) withOthers(np [2]int, head int) int {
	for k := np[0] + 1; k+1 < head; k++ {
		if r.items[k].is(cConj) && (r.items[k+1].is(cPoss) || r.plainPeople(k+1, head)) {
			if e := r.namedAt(k - 1); e >= 0 && r.ann.Entities[e].Type == nutgraf.Person {
				return e
			}
		}
	}
	return -1
}

// plainPeople reports whether the items from k to head name people by no name but that of
// their party: the "Republican leaders" of "Ann Lee and Republican leaders".
func (r *reader) plainPeople(k, head int) bool {
	for ; k < head; k++ {
		if it := &r.items[k]; it.piece >= 0 || it.upper && parties[r.str(k)] == "" || it.is(cGenitive|cPrep|cConj) {
			return false
		}
	}
	return r.items[head].is(cPeople) && !r.items[head].upper
}

// wellCut reports whether the items from start to head read as a noun and its
// modifiers: no verb stands among them, and no gerund opens them.
func (r *reader) wellCut(start, head int) bool {
	if s := r.str(start); start < head && r.items[start].upper && strings.HasSuffix(s, "ing") && r.items[start].word.class == 0 && r.namedAt(start) < 0 {
		return false
	}
	for k := start + 1; k < head; k++ {
		it := &r.items[k]
		s := r.str(k)
		if it.upper || it.is(cPerson|cPeople|cBody|cDoc|cGenitive|cConj) {
			continue
		}
		if it.is(cAux|cPron) || plural(s) && !strings.HasSuffix(s, "ous") && s != "sports" && s != "news" && r.namedAt(k) < 0 && !r.items[k+1].is(cGenitive) && r.namedAt(k-1) >= 0 {
			return false // "Acme provides poll results"
		}
		if it.word.verb >= 0 && (it.word.form == third || it.word.form == base && plural(r.str(k-1))) && r.lex.verbs[it.word.verb].frames&fNounish == 0 {
			return false
		}
		if isPastShape(s) && !r.items[k-1].is(cDet|cPoss|cNumber|cGenitive) && !isAdverb(r.str(k-1)) && plural(r.str(head)) && !r.items[k-1].upper && k-1 > start {
			return false // "performance prompted cheers"
		}
	}
	return true
}

// nobody reports whether a noun says nothing of who speaks.
func nobody(noun string) bool {
	switch noun {
	case "someone", "somebody", "everyone", "one", "another", "many", "some", "others", "ones", "few", "most", "all", "both", "several":
		return true
	}
	return false
}

// anybody reports whether a phrase with a noun that no list holds still speaks
// of somebody: "a firefighter", "firefighters". Its ending must be one of those
// that make nouns for people.
func (r *reader) anybody(np [2]int, head int) bool {
	it := &r.items[head]
	if it.upper || it.word.class != 0 || it.word.verb >= 0 {
		return false
	}
	s := r.str(head)
	if plural(s) {
		return doer(s[:len(s)-1]) || doer(strings.TrimSuffix(s, "es"))
	}
	first := r.str(np[0])
	return doer(s) && (equalFold(first, "a") || equalFold(first, "an") || equalFold(first, "one"))
}

// doer reports whether a noun ends as nouns for people do.
func doer(s string) bool {
	if len(s) < 5 {
		return false
	}
	for _, end := range [...]string{"er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "crat", "folk", "ant", "eer", "star", "mate", "people", "kid", "adult"} {
		if strings.HasSuffix(s, end) {
			return !thing(s)
		}
	}
	return s == "fellow" || s == "native" || s == "veteran" || s == "relative" || s == "recruit" || s == "chief" || s == "buff" || s == "expert"
}

// thing reports whether a noun that ends like a doer is none.
func thing(s string) bool {
	switch s {
	case "cheer", "number", "matter", "order", "paper", "power", "center", "offer", "answer", "chapter", "summer", "winter", "corner", "border", "computer", "error",
		"factor", "mirror", "plant", "grant", "warrant", "restaurant", "committee", "guarantee", "dinner", "trailer", "danger", "disaster", "container", "river", "tower":
		return true
	}
	return false
}

// municipal reports whether a noun with "the" means the town that the report
// named last.
func municipal(noun string) bool {
	return noun == "city" || noun == "town" || noun == "village" || noun == "municipality"
}

// lastPlace lets "the city" stand for the place named last within the two
// sentences before, and reports whether there is one.
func (r *reader) lastPlace(i int) bool {
	q := &r.quotes[i]
	at := q.Source.Start
	s := r.seg.SentenceAt(at)
	if s < 0 {
		return false
	}
	from := r.seg.Sentences[max(0, s-2)].Span.Start
	x := &r.mentions
	for m := x.first(at) - 1; m >= 0 && x.all[m].Span.Start >= from; m-- {
		if e := x.all[m].Entity; e >= 0 && e < len(r.ann.Entities) && r.ann.Entities[e].Type == nutgraf.Place && x.all[m].Kind == nutgraf.ByName {
			r.speak(q, e)
			q.Confidence = 0.55
			return true
		}
	}
	return false
}
