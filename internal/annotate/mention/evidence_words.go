package mention

import "strings"

// weighWords looks at the candidate's own words. Points are tenths of what a
// listed full name is worth.
func (r *reader) weighWords(c *cand) {
	m := c.listed
	n := c.last - c.first
	if r.colonIn(c.first, c.last) > 0 || r.versus(c.first, c.last) > 0 {
		c.add(work, 50)
		return
	}
	r.weighListed(c, m, n)
	if n == 1 {
		r.weighSingle(c)
		return
	}
	r.weighSeveral(c)
}

// weighListed counts what the lists say of the candidate as a whole.
func (r *reader) weighListed(c *cand, m mark, n int) {
	switch {
	case m&outlet != 0:
		c.add(outletKind, 40)
		if n > 2 {
			c.add(outletKind, 20) // whatever "of" is in it
		}
	case m&org != 0:
		c.add(organization, 40)
		if n > 1 {
			c.add(organization, 20) // "Morgan Stanley"
		}
	}
	if m&place != 0 {
		c.add(placeKind, 38)
		if n > 1 {
			c.add(placeKind, 20)
			c.add(person, -20)
		}
	}
	if m&city != 0 {
		if n == 1 && m&surname != 0 && m&place == 0 && !r.is(c.first-1, placeCue) {
			c.add(placeKind, 9) // "Taylor scored"
		} else {
			c.add(placeKind, 18)
		}
		if n > 1 {
			c.add(placeKind, 12)
		}
	}
	if m&nation != 0 {
		switch {
		case strings.HasSuffix(r.of(c.last-1), "s"):
			c.add(group, 40)
		case m&role != 0:
			c.add(otherKind, 40) // "the Frenchman"
		case m&party == 0:
			c.add(placeKind, 30)
		case m&org == 0:
			c.add(otherKind, 40)
		}
	}
	if m&figure != 0 {
		c.add(person, 30)
		if n > 1 {
			c.add(person, 40) // "Stone Brisk", whatever its words are
		}
	}
	if m&famed != 0 {
		c.add(work, 45)
	}
	if m&happening != 0 {
		c.add(event, 60)
	}
	if m&thing != 0 {
		c.add(otherKind, 50)
	}
}

func (r *reader) weighSingle(c *cand) {
	m := r.marks[c.first]
	if r.dateline(c) {
		c.add(placeKind, 60)
		return
	}
	if m&stateShort != 0 && r.at(c.first-1, ',') && (r.at(c.last-1, '.') || c.last < len(r.keys) && r.at(c.last, '.') || r.of(c.last - 1)[len(r.of(c.last-1))-1] == '.') {
		c.add(placeKind, 60)
		return
	}
	if m&given != 0 && m&common == 0 {
		c.add(person, 14)
	} else if m&surname != 0 && m&common == 0 {
		c.add(person, 10)
	}
	switch {
	case m&acronym != 0:
		c.add(otherKind, 30)
	case r.shows(c.first, caps) && m&(org|outlet) == 0 && strings.ContainsAny(r.of(c.first), "0123456789"):
		c.add(otherKind, 20) // "B12"
		c.add(person, -30)
	case domain(r.of(c.first)), m == 0 && camel(r.name(c.first)):
		c.add(organization, 30)
		c.add(person, -30)
	case r.shows(c.first, caps) && m&common == 0 && !r.lower.has(r.keys[c.first]) && !r.shouted(c.first):
		c.add(organization, 14)
	}
	if m&(title|role) != 0 {
		c.add(otherKind, 20)
	}
	if r.bills && r.of(c.first) == "House" && r.article(c.first-1) && !r.shows(c.last, upper|word) {
		c.add(organization, 30) // the chamber
	}
	switch {
	case r.article(c.first-1) && r.shows(c.first, upper) && r.ownOutlet(c.first):
		c.add(outletKind, 60)
	case m&outletEnd != 0 && r.article(c.first-1):
		c.add(outletKind, 14) // "the Herald"
	case m&orgEnd != 0 && !(m&common != 0 && r.shows(c.first, caps)):
		c.add(organization, 6)
	case m&placeEnd != 0 && m&common == 0 && r.article(c.first-1):
		c.add(placeKind, 14) // "the Coliseum"
	}
}

// ownOutlet reports whether the word at token i ends the name of the outlet that the
// report is from: "the Herald" in the Halden Herald.
func (r *reader) ownOutlet(i int) bool {
	head, ok := strings.CutSuffix(r.doc.Outlet, r.of(i))
	return ok && strings.HasSuffix(head, " ") && head != "The " && head != "the "
}

// dateline reports whether a candidate in capitals opens its sentence before the
// agency that the report is from: "OSLO (AP) —".
func (r *reader) dateline(c *cand) bool {
	i := c.last
	return c.first == r.seg.Sentences[c.sentence].First && r.shows(c.first, caps) && !r.is(c.first, org|outlet|acronym) && r.at(i, '(') && r.is(i+1, org|outlet) && r.at(i+2, ')') && i+3 < len(r.keys) && !r.shows(i+3, word)
}

// domain reports whether a word is the name of a site: "Lantern.com".
func domain(w string) bool {
	i := strings.LastIndexByte(w, '.')
	return i > 1 && len(w)-i >= 3 && w[i+1] >= 'a' && w[i+1] <= 'z'
}

// shouted reports whether the word at token i stands among others in capitals.
func (r *reader) shouted(i int) bool {
	loud := func(j int) bool { return r.shows(j, caps) && r.marks[j]&(org|outlet|place|nation) == 0 }
	return loud(i-1) && r.is(i-1, common|starter) || loud(i+1) && r.is(i+1, common|starter) || loud(i-1) && loud(i-2) || loud(i+1) && loud(i+2)
}

// weighSeveral counts what the words of a longer candidate say.
func (r *reader) weighSeveral(c *cand) {
	f, last := r.marks[c.first], c.last-1
	for last > c.first+1 && (r.keys[last] == 0 || r.is(last, suffix)) {
		last--
	}
	l := r.marks[last]
	named, commons, of := r.countWords(c)
	r.weighEnding(c, f, l)
	if of && (r.is(c.first, orgHead) || r.officeOf(c) || r.trained(c)) {
		c.add(organization, 30)
	}
	r.weighPlural(c, last, f)
	r.weighPeople(c, last)
	r.weighMake(c, last, f)
	if l&(place|city) != 0 && r.at(c.first+1, '.') && c.last-c.first == 3 && bearing(r.of(c.first)) {
		c.add(person, -40) // "N. Korea"
		c.add(placeKind, 30)
	}
	if of {
		c.add(otherKind, 8)
		c.add(organization, 6)
	} else {
		r.weighPerson(c, f, l, last, commons)
	}
	if commons > 0 && named == 0 {
		c.add(work, plainWork)
		c.add(otherKind, plainOther)
	}
}

// bearing reports whether a word is the letter of a quarter of the compass.
func bearing(w string) bool { return w == "N" || w == "S" || w == "E" || w == "W" }

// What it says for a work, and for what is neither a person nor a body, that a
// candidate has common words alone.
const (
	plainWork  = 8
	plainOther = 14
)

// countWords counts the words of a candidate that are names by themselves and
// those that are common, and says whether an "of" is among them.
func (r *reader) countWords(c *cand) (named, commons int, of bool) {
	for i := c.first; i < c.last; i++ {
		switch {
		case r.at(i, '.') || r.at(i, '&'):
		case r.shows(i, word) && !r.shows(i, upper):
			of = of || !r.is(i, particle) && !r.at(i-1, '-')
		case r.is(i, common|starter) && !r.is(i, given|surname):
			commons++
		default:
			named++
		}
	}
	return named, commons, of
}

// weighEnding counts the first and the last word where they tell a kind.
func (r *reader) weighEnding(c *cand, f, l mark) {
	switch {
	case l&eventEnd != 0 && l&given == 0:
		c.add(event, 22)
		if l&common != 0 && l&surname == 0 {
			c.add(person, -24)
		}
	case l&placeEnd != 0 && l&surely != 0:
		c.add(placeKind, 44)
	case l&placeEnd != 0:
		c.add(placeKind, 24)
	}
	switch {
	case l&orgEnd == 0 || l&common == 0 && l&outletEnd == 0 && l&given != 0:
	case l&outletEnd != 0:
		c.add(outletKind, 26)
	default:
		c.add(organization, 28)
	}
	if f&given == 0 && c.last-c.first == 2 {
		switch {
		case r.cue(c.last-1, side):
			c.add(placeKind, 24)
			c.add(person, -12)
		case r.of(c.last-1) == "House":
			c.add(organization, 16)
			c.add(person, -12)
		}
	}
	switch {
	case l&orgEnd != 0 && l&placeEnd == 0: // "Fort Halden Star-Telegram"
	case f&placeStart != 0 && f&surely != 0 && f&given != 0 && l&(surname|given) != 0: // "Rio Brisk"
	case f&placeStart != 0 && f&surely != 0:
		c.add(placeKind, 30)
	case f&placeStart != 0 && f&given == 0:
		c.add(placeKind, 12)
	}
}

// weighPeople reads names that end in a people or a party: "House Democrats".
func (r *reader) weighPeople(c *cand, last int) {
	if !r.is(last, nation) || r.bornWith(c.first, last) {
		return
	}
	c.add(person, -30)
	c.add(otherKind, 20)
	if strings.HasSuffix(r.of(last), "s") {
		c.add(group, 60)
	}
}

// bornWith reports whether the nationality at token last is the surname behind the given
// name at token first: "Otto French said", not "Otto French fries".
func (r *reader) bornWith(first, last int) bool {
	const thing = place | nation | org | outlet | orgHead
	if w := r.of(min(last+1, len(r.keys)-1)); (w == "and" || w == "or" || w == ",") && r.is(last+2, nation) {
		return false // "Young French and Dutch players"
	}
	return last == first+1 && r.is(first, given) && !r.is(first, thing) && !r.is(last, party) && !strings.HasSuffix(r.of(last), "s") && (last+1 == len(r.keys) || r.ended(last+1, r.seg.Sentences[max(0, r.seg.SentenceAt(int(r.seg.Tokens[last].Start)))]))
}

// weighPlural reads names that end in a plural noun, which persons hardly do:
// "Chartered Accountants", "Halden Kitchens"; and those that begin with
// initials run together: "HB Halden".
func (r *reader) weighPlural(c *cand, last int, f mark) {
	if stem, ok := strings.CutSuffix(r.of(last), "s"); ok && (len(stem) > 3 || len(stem) > 1 && strings.ToUpper(stem) == stem) && !r.is(last, surname|given|orgEnd) {
		switch m := r.lex.words.find(foldHash(seed, stem)); {
		case m&(role|title) != 0:
			c.add(organization, 24)
			c.add(person, -30)
		case m&common != 0 && m&(surname|given) == 0 && (f&given == 0 || f&(place|city) != 0):
			c.add(organization, 12)
			c.add(person, -12)
		}
	}
	if r.shows(c.first, caps) && !r.shows(last, caps) && f&(given|title) == 0 && r.is(last, place|common) {
		c.add(organization, 16)
		c.add(person, -16)
	}
}

// trained reports whether the plural of a profession stands before the "of" of a
// candidate that ends in a place: "Chartered Accountants of Chile".
func (r *reader) trained(c *cand) bool {
	for i := c.first + 1; i+1 < c.last; i++ {
		if r.pluralRole(i) && r.of(i+1) == "of" {
			return r.is(c.last-1, place)
		}
	}
	return false
}

// officeOf reports whether an organization's noun stands before the "of" of a
// candidate: "Federal Reserve Bank of Halden".
func (r *reader) officeOf(c *cand) bool {
	for i := c.first; i+1 < c.last; i++ {
		if r.is(i, orgHead|orgEnd) && (r.of(i+1) == "of" || i > c.first && r.is(i, orgHead) && r.of(i+1) == "for") {
			return true
		}
	}
	return false
}

// weighPerson looks for the make of a person's name.
func (r *reader) weighPerson(c *cand, f, l mark, last, commons int) {
	n := 0
	for i := c.first; i < c.last; i++ {
		if r.shows(i, upper) {
			n++
		}
	}
	if n > 5 {
		return
	}
	r.weighGiven(c, f, commons, n)
	if r.familyHead(c.first) {
		c.add(person, 24)
	}
	r.weighInner(c)
	if l&surname != 0 && l&(orgEnd|eventEnd|placeEnd) == 0 && n <= 4 && n > 1 {
		c.add(person, 12)
	}
	if r.is(c.last-1, suffix) && last < c.last-1 && l&eventEnd == 0 {
		c.add(person, 25)
	}
}

// weighGiven counts the first word as a given name; n is the number of
// capitalised words.
func (r *reader) weighGiven(c *cand, f mark, commons, n int) {
	switch {
	case f&given != 0 && (f&(place|org) != 0 || f&city != 0 && r.is(c.last-1, orgEnd) && !r.is(c.last-1, surname|given)):
		c.add(person, 12)
	case f&given != 0 && f&common == 0:
		c.add(person, 30)
	case f&given != 0:
		c.add(person, 20)
	case n == 2 && len(r.of(c.last-1)) > 6 && strings.HasSuffix(r.of(c.last-1), "ing") && !r.is(c.last-1, surname|given):
		c.add(organization, 8) // "Halden Plating"
		c.add(person, 8)
	case commons == 0 && n <= 3 && n > 1 && !r.shows(c.first, caps):
		c.add(person, 14)
	case commons < n && n > 1 && n <= 3:
		c.add(person, 6)
	}
	if commons > 0 && f&given == 0 {
		c.add(person, -6)
	}
	if n == 2 && f&common != 0 && r.is(c.last-1, common) && (f&given == 0 || !r.is(c.last-1, surname|given)) {
		c.add(person, -16) // "Silver Card", "Will Come"
	}
	if f&common != 0 && f&(given|surname) == 0 {
		c.add(person, -8)
	}
	if l := r.marks[c.last-1]; f&place != 0 && f&(given|org|nation) == 0 && l&surname != 0 && l&(common|orgEnd|placeEnd|place) == 0 && n == 2 {
		c.add(person, 8) // "Tennessee Harker"
	} else if f&(place|org|nation) != 0 && f&given == 0 {
		c.add(person, -8)
		c.add(organization, 6)
		if f&nation != 0 {
			c.add(person, -12)
		}
	}
}

// weighInner looks at the words after the first: initials and particles speak
// for a person, numbers and capitals inside words against.
func (r *reader) weighInner(c *cand) {
	if camel(r.of(c.first)) && !r.is(c.first, given) {
		c.add(person, -15) // "MacHalden Pros"
	}
	for i := c.first + 1; i < c.last; i++ {
		switch {
		case r.at(i, '&'):
			c.add(person, -40)
			if c.listed == 0 {
				c.add(organization, 12)
			}
		case r.keys[i] != 0 && !r.shows(i, word):
			c.add(person, -30)
		case r.at(i, '.') && r.seg.Tokens[i-1].End-r.seg.Tokens[i-1].Start == 1:
			c.add(person, 12)
		case r.is(i, particle) && !r.shows(i, upper):
			c.add(person, 15)
		case r.shows(i, caps) && !r.shows(c.first, caps) && !r.is(i, suffix|particle) && r.seg.Tokens[i].End-r.seg.Tokens[i].Start > 1:
			c.add(person, -20)
		}
		if camel(r.of(i)) {
			c.add(person, -15)
			c.add(organization, 15)
		}
	}
}

// camel reports whether a word has a capital inside, as firms like it, and not
// as names like McCall, O'Hara or Smith-Lee have it.
func camel(w string) bool {
	for i := 2; i < len(w); i++ {
		if w[i] >= 'A' && w[i] <= 'Z' && w[i-1] >= 'a' && w[i-1] <= 'z' {
			return i > 3 || w[0] != 'M' && w[0] != 'D' && w[0] != 'L' && w[0] != 'F' && w[0] != 'V'
		}
	}
	return false
}
