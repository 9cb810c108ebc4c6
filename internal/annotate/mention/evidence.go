package mention

import "strings"

// weigh adds up what lists and context say of a candidate's kind.
func (r *reader) weigh(c *cand) {
	if c.flags&family != 0 {
		c.add(group, 100)
		return
	}
	r.weighWords(c)
	r.weighBefore(c)
	r.weighAfter(c)
	if r.is(c.first, org) && c.last-c.first == 2 && r.is(c.last-1, place) {
		c.add(organization, 30)
	}
	if c.flags&works != 0 {
		if r.words(c.first, c.last) > 1 || !r.is(c.first, common) {
			c.add(work, 18)
		}
		c.add(work, 12)
	}
}

func (c *cand) add(k kind, points int16) { c.score[k] += points }

// weighWords looks at the candidate's own words. Points are tenths of what a
// listed full name is worth.
func (r *reader) weighWords(c *cand) {
	m := c.listed
	n := c.last - c.first
	if r.colonIn(c.first, c.last) > 0 {
		c.add(work, 50)
		return
	}
	switch {
	case m&outlet != 0:
		c.add(outletKind, 40)
	case m&org != 0:
		c.add(organization, 40)
	}
	if m&place != 0 {
		c.add(placeKind, 38)
	}
	if m&city != 0 {
		c.add(placeKind, 18)
		if n > 1 {
			c.add(placeKind, 12)
		}
	}
	if m&nation != 0 {
		switch {
		case strings.HasSuffix(r.of(c.last-1), "s") && n == 1:
			c.add(group, 40)
		case m&party == 0:
			c.add(placeKind, 30)
		default:
			c.add(otherKind, 40)
		}
	}
	if m&figure != 0 {
		c.add(person, 30)
	}
	if m&famed != 0 {
		c.add(work, 45)
	}
	if m&happening != 0 {
		c.add(event, 60)
	}
	if n == 1 {
		r.weighSingle(c)
		return
	}
	r.weighSeveral(c)
}

func (r *reader) weighSingle(c *cand) {
	m := r.marks[c.first]
	if m&given != 0 && m&common == 0 {
		c.add(person, 14)
	} else if m&surname != 0 && m&common == 0 {
		c.add(person, 10)
	}
	switch {
	case m&acronym != 0:
		c.add(otherKind, 30)
	case r.shows(c.first, caps) && m&common == 0 && !r.lower.has(r.keys[c.first]):
		c.add(organization, 14)
	}
	if m&(title|role) != 0 {
		c.add(otherKind, 20)
	}
	if m&orgEnd != 0 {
		c.add(organization, 6)
	}
}

func (r *reader) weighSeveral(c *cand) {
	f, last := r.marks[c.first], c.last-1
	for last > c.first+1 && (r.keys[last] == 0 || r.is(last, suffix)) {
		last--
	}
	l := r.marks[last]
	named, commons, points, of := 0, 0, 0, false
	for i := c.first; i < c.last; i++ {
		switch {
		case r.at(i, '.') || r.at(i, '&'):
			points++
		case r.shows(i, word) && !r.shows(i, upper):
			of = of || !r.is(i, particle)
		case r.is(i, common|starter) && !r.is(i, given|surname):
			commons++
		default:
			named++
		}
	}
	switch {
	case l&eventEnd != 0 && l&given == 0:
		c.add(event, 22)
	case l&placeEnd != 0 && l&surely != 0:
		c.add(placeKind, 44)
	case l&placeEnd != 0:
		c.add(placeKind, 24)
	}
	if l&orgEnd != 0 && (l&common != 0 || l&outletEnd != 0 || l&given == 0) {
		if l&outletEnd != 0 {
			c.add(outletKind, 26)
		} else {
			c.add(organization, 28)
		}
	}
	if of && (r.is(c.first, orgHead) || r.officeOf(c)) {
		c.add(organization, 30)
	}
	r.weighPlural(c, last, f)
	if l&nation != 0 {
		c.add(person, -30)
		c.add(otherKind, 20)
		if strings.HasSuffix(r.of(last), "s") {
			c.add(group, 60)
		}
	}
	if l&(place|city) != 0 && r.at(c.first+1, '.') && c.last-c.first == 3 && r.seg.Tokens[c.first].End-r.seg.Tokens[c.first].Start == 1 {
		c.add(person, -40)
		c.add(placeKind, 30)
	}
	if of {
		c.add(otherKind, 8)
		c.add(organization, 6)
	} else {
		r.weighPerson(c, f, l, last, commons)
	}
	switch {
	case f&placeStart != 0 && f&surely != 0:
		c.add(placeKind, 30)
	case f&placeStart != 0 && f&given == 0:
		c.add(placeKind, 12)
	}
	if commons > 0 && named == 0 {
		c.add(work, 8)
		c.add(otherKind, 14)
	}
}

// weighPlural reads names that end in a plural noun, which persons hardly do:
// "Chartered Accountants", "Halden Kitchens"; and those that begin with
// initials run together: "HB Halden".
func (r *reader) weighPlural(c *cand, last int, f mark) {
	if stem, ok := strings.CutSuffix(r.of(last), "s"); ok && len(stem) > 3 && !r.is(last, surname|given|orgEnd) {
		switch m := r.lex.words.find(foldHash(seed, stem)); {
		case m&role != 0:
			c.add(organization, 24)
			c.add(person, -30)
		case m&common != 0 && m&(surname|given) == 0 && f&given == 0:
			c.add(organization, 12)
			c.add(person, -12)
		}
	}
	if r.shows(c.first, caps) && !r.shows(last, caps) && f&(given|title) == 0 && r.is(last, place|common) {
		c.add(organization, 16)
		c.add(person, -16)
	}
}

// officeOf reports whether an organization's noun stands before the "of" of a
// candidate: "Federal Reserve Bank of Halden".
func (r *reader) officeOf(c *cand) bool {
	for i := c.first; i+1 < c.last; i++ {
		if r.is(i, orgHead|orgEnd) && r.of(i+1) == "of" {
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
	switch {
	case f&given != 0 && f&(place|org) != 0:
		c.add(person, 12)
	case f&given != 0 && f&common == 0:
		c.add(person, 30)
	case f&given != 0:
		c.add(person, 20)
	case commons == 0 && n <= 3 && n > 1 && !r.shows(c.first, caps):
		c.add(person, 14)
	case commons < n && n > 1 && n <= 3:
		c.add(person, 6)
	}
	if commons > 0 && f&given == 0 {
		c.add(person, -6)
	}
	if f&common != 0 && f&(given|surname) == 0 {
		c.add(person, -8)
	}
	if f&(place|org|nation) != 0 && f&given == 0 {
		c.add(person, -8)
		c.add(organization, 6)
	}
	for i := c.first + 1; i < c.last; i++ {
		if r.keys[i] != 0 && !r.shows(i, word) {
			c.add(person, -30) // a number
		}
		if r.shows(i, caps) && !r.shows(c.first, caps) && !r.is(i, suffix|particle) && r.seg.Tokens[i].End-r.seg.Tokens[i].Start > 1 {
			c.add(person, -20)
		}
		if i > c.first && camel(r.of(i)) {
			c.add(person, -15)
			c.add(organization, 15)
		}
	}
	if l&surname != 0 && l&(orgEnd|eventEnd|placeEnd) == 0 && n <= 4 && n > 1 {
		c.add(person, 12)
	}
	if r.is(c.last-1, suffix) && last < c.last-1 && l&eventEnd == 0 {
		c.add(person, 25)
	}
	for i := c.first; i+1 < c.last; i++ {
		if r.at(i+1, '.') && r.seg.Tokens[i].End-r.seg.Tokens[i].Start == 1 {
			c.add(person, 12)
		}
		if i > c.first && r.is(i, particle) && !r.shows(i, upper) {
			c.add(person, 15)
		}
	}
}

// weighBefore looks at what stands before the candidate.
func (r *reader) weighBefore(c *cand) {
	if c.before&honorific != 0 {
		c.add(person, 50)
	} else if c.before&title != 0 {
		c.add(person, 30)
	}
	s := r.seg.Sentences[c.sentence]
	i := c.first - 1
	if i < s.First {
		return
	}
	if c.before != 0 {
		return
	}
	if r.screen {
		r.weighScreen(c, i, s.First)
	}
	m := r.marks[i]
	low := r.shows(i, word) && !r.shows(i, upper)
	if strings.HasSuffix(r.of(i), "year-old") {
		c.add(person, 26)
	}
	switch {
	case low && m&role != 0 && c.score[organization] < 28:
		c.add(person, 26)
	case low && m&kin != 0:
		c.add(person, 30)
	case r.announced(c.first):
		c.add(work, 24)
	case low && m&placeCue != 0:
		c.add(placeKind, 16)
	case low && m&productHead != 0:
		c.add(otherKind, 20)
	}
	switch r.of(i) {
	case "the", "The":
		c.add(organization, 4)
		c.add(otherKind, 5)
		c.add(person, -12)
	case "company", "firm", "maker", "giant", "startup", "automaker", "carmaker", "retailer", "airline", "bank", "group", "band", "agency", "club", "rival":
		c.add(organization, 24)
	case "of", "for", "by":
		r.weighOf(c, i, s.First)
	case "named", "called", "titled", "dubbed", "entitled":
		r.weighCalled(c, i, s.First)
	case ",":
		r.weighApposition(c, i, s.First)
	case "a", "an", "my", "our", "their", "his", "her":
		c.add(person, -8)
		c.add(otherKind, 6)
	}
	if r.of(i) == "to" && r.is(i-1, workHead) {
		c.add(work, 30)
	}
}

// weighOf reads "spokesman for X", "sequel to X", "city of X".
func (r *reader) weighOf(c *cand, i, from int) {
	if i-1 < from {
		return
	}
	switch w := r.of(i - 1); {
	case r.is(i-1, role) && r.of(i) != "by":
		c.add(organization, 12)
		c.add(placeKind, 4)
	case r.of(i) == "by" && (w == "directed" || w == "written" || w == "played" || w == "produced" || w == "created" || w == "portrayed" || w == "helmed"):
		c.add(person, 26)
	case r.of(i) == "of" && (w == "city" || w == "town" || w == "village" || w == "state" || w == "province" || w == "island" || w == "county" || w == "region" || w == "outskirts" || w == "north" || w == "south" || w == "east" || w == "west" || w == "people" || w == "republic"):
		c.add(placeKind, 26)
	case w == "death" || w == "deaths" || w == "killing" || w == "murder" || w == "arrest" || w == "likes":
		c.add(person, 16)
	case w == "episode" || w == "season" || w == "version" || w == "star" || w == "cast" || w == "adaptation" || w == "screening" || w == "premiere" || w == "release":
		c.add(work, 20)
	case w == "shares" || w == "unit" || w == "subsidiary" || w == "division" || w == "executive" || w == "CEO":
		c.add(organization, 24)
	}
}

// weighCalled reads "a mercenary named X", "a novel called X".
func (r *reader) weighCalled(c *cand, i, from int) {
	for j := i - 1; j >= from && j > i-9; j-- {
		switch {
		case r.is(j, workHead):
			c.add(work, 24)
			return
		case r.is(j, role) || r.of(j) == "man" || r.of(j) == "woman" || r.of(j) == "boy" || r.of(j) == "girl":
			c.add(person, 24)
			r.weighPlayed(c, j, from)
			return
		}
	}
}

// weighPlayed looks for a part that is played before token j: "stars as a
// mercenary named X".
func (r *reader) weighPlayed(c *cand, j, from int) {
	for ; j >= from; j-- {
		switch r.of(j) {
		case "stars", "starring", "starred", "plays", "played", "playing", "portrays", "portraying", "portrayed", "role", "follows", "character", "reprise", "film", "movie":
			c.add(character, 60)
			return
		}
	}
}

// weighApposition reads "the film's writer, X" and "his latest movie, X".
func (r *reader) weighApposition(c *cand, i, from int) {
	if i-1 < from || r.shows(i-1, upper) {
		return
	}
	switch m := r.marks[i-1]; {
	case m&workHead != 0:
		c.add(work, 16)
	case m&(role|kin) != 0:
		c.add(person, 16)
	case r.of(i-1) == "character":
		c.add(character, 40)
	case r.of(i-1) == "offering":
		c.add(work, 12)
	}
	if r.of(i-1) == "city" || r.of(i-1) == "capital" || r.of(i-1) == "town" {
		c.add(placeKind, 20)
	}
}

// weighAfter looks at what follows the candidate.
func (r *reader) weighAfter(c *cand) {
	s := r.seg.Sentences[c.sentence]
	i := c.last
	if i >= s.Last {
		return
	}
	m := r.marks[i]
	low := r.shows(i, word) && !r.shows(i, upper)
	switch {
	case m&title != 0 && r.shows(i, upper) && m&role != 0:
		c.add(organization, 16)
	case low && m&personVerb != 0:
		c.add(person, 8)
		if r.of(i) == "who" {
			c.add(person, 8)
		}
	case r.possessive(i):
		r.weighOwned(c, i, s.Last)
	case r.at(i, ','):
		r.weighComma(c, i, s.Last)
	case r.at(i, '('):
		if i+2 < s.Last && r.shows(i+1, caps) && r.at(i+2, ')') {
			c.add(organization, 20)
			c.add(person, -8)
		}
	}
	if low {
		if m&placeEnd != 0 && m&surely != 0 || r.of(i) == "city" || r.of(i) == "district" || r.of(i) == "village" {
			c.add(placeKind, 26)
		}
		r.weighWork(c, i, s.Last)
		if m&productHead != 0 {
			c.add(otherKind, 14)
		}
	}
}

// weighOwned reads "X's wife", "X's chief executive".
func (r *reader) weighOwned(c *cand, i, last int) {
	for j := i + 1; j < last && j < i+4 && r.shows(j, word); j++ {
		switch {
		case r.is(j, kin):
			c.add(person, 20)
			return
		case r.of(j) == "character" || r.of(j) == "death" || r.of(j) == "career":
			c.add(person, 12)
			return
		case r.of(j) == "capital" || r.of(j) == "government" || r.of(j) == "parliament" || r.of(j) == "president":
			c.add(placeKind, 12)
			return
		case r.is(j, role):
			c.add(organization, 6)
			return
		}
	}
}

// weighComma reads "X, 42," and "X, who …" and "X, a writer" and "X, Ohio".
func (r *reader) weighComma(c *cand, i, last int) {
	j := i + 1
	if j >= last {
		return
	}
	if t := r.of(j); r.keys[j] != 0 && !r.shows(j, word) && len(t) <= 2 && (j+1 >= last || r.at(j+1, ',') || r.at(j+1, '.')) {
		c.add(person, 30)
		return
	}
	switch r.of(j) {
	case "who", "whose":
		c.add(person, 20)
		return
	case "played":
		c.add(character, 50)
		return
	case "starring", "directed":
		c.add(work, 20)
	}
	if k, m := r.part(j, last); (r.is(j, place) || m&place != 0) && r.shows(j, upper) && r.of(i-1) != "." {
		c.add(placeKind, 8)
		if after := j + k; after >= last || !r.shows(after, word) {
			c.add(placeKind, 16) // "Halden, Ohio,"
		}
	}
	for k := j; k < last && k < j+7 && r.shows(k, word); k++ {
		switch {
		case r.shows(k, upper) && !r.is(k, nation):
			return
		case r.is(k, role|kin) && !r.is(k, workHead):
			c.add(person, 14)
			return
		case r.is(k, workHead):
			c.add(work, 10)
			return
		}
	}
}

// weighWork reads "X stars …", "X premiered", "the X star".
func (r *reader) weighWork(c *cand, i, last int) {
	switch r.of(i) {
	case "franchise", "sequel", "films", "movies", "trilogy", "prequel", "reboot", "spinoff", "movie", "film", "saga", "remake":
		c.add(work, 24)
	case "star", "co-director", "premiere", "director", "actor", "actress", "series":
		if r.of(c.first) != "The" {
			c.add(work, 12)
		}
	case "premiered", "premieres", "airs", "aired", "grossed", "debuted", "chronicles":
		c.add(work, 16)
	case "follows", "tells", "centers", "centres":
		if i+1 < last && !r.is(i+1, role) {
			c.add(work, 10)
		}
	case "stars":
		c.add(work, 20)
	case "released", "hits", "hit":
		if r.screen {
			c.add(work, 6)
		}
	}
}

// weighScreen reads the verbs of plays and films: "stars as X", "his role as
// a killer, X", "directed X", "a sequel to X".
func (r *reader) weighScreen(c *cand, i, from int) {
	switch r.of(i) {
	case "plays", "portrays", "playing", "portraying", "portrayed", "voices":
		c.add(character, 40)
	case "as":
		if r.verbNear(i, from, 10, playing) {
			c.add(character, 40)
		}
	case ",":
		if r.verbNear(i, from, 12, parts) && !r.shows(i-1, upper) {
			c.add(character, 40)
		}
	case "directed", "directing", "wrote", "penned", "produced", "writing", "write", "helmed", "helm", "directs", "watch", "watched", "watching", "stream", "streaming", "making":
		c.add(work, 16)
		c.add(person, -6)
	case "in", "on", "for":
		if r.verbNear(i, from, 8, acting) && r.of(i) == "in" {
			c.add(work, 16)
			c.add(placeKind, -10)
		}
	case "of":
		switch r.of(i - 1) {
		case "success", "mega-success", "sequel", "director", "writer", "creator", "producer", "star", "cast", "stars", "set", "release", "premiere":
			c.add(work, 14)
		}
	case "to":
		if r.of(i-1) == "compared" {
			c.add(work, 40)
		}
	}
}

type wordTest func(w string) bool

func playing(w string) bool {
	return w == "stars" || w == "starred" || w == "starring" || w == "role" || w == "cast" || w == "follows" || w == "reprises" || w == "return"
}

func parts(w string) bool { return w == "role" || w == "plays" || w == "portrays" || w == "character" }

func acting(w string) bool {
	return w == "starred" || w == "stars" || w == "starring" || w == "role" || w == "appeared" || w == "appears" || w == "played" || w == "seen"
}

// verbNear reports whether a word that passes the test stands within far
// tokens before token i.
func (r *reader) verbNear(i, from, far int, test wordTest) bool {
	for j := i - 1; j >= from && j >= i-far; j-- {
		if !r.shows(j, upper) && test(r.of(j)) {
			return true
		}
	}
	return false
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
