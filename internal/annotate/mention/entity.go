package mention

import (
	"slices"
	"strings"
)

// entity is what mentions are gathered under.
type entity struct {
	kind        kind
	first, last int // tokens of its fullest name
	words       int
	key         uint64 // of the form it was met by first
	forms       []form // the others it goes by
	who         int    // index into people, or -1
}

// form is a written form of a name, by its key and the tokens of one mention.
type form struct {
	key         uint64
	first, last int
}

// who is a person.
type who struct {
	ent         int
	given, name uint32 // keys of the first and the last word
	nick        uint32 // key of a nickname in marks
	middle      uint32 // key of a second given name
	initial     rune
	sex         int8
	guessed     bool  // the sex is that of the given name alone, and no pronoun bears it out
	full        int   // mentions by full name
	short       int   // mentions by a part of it so far
	bare        int   // of these, by the surname alone
	titled      int   // mentions behind a title so far
	total       int   // mentions by full name in the whole text
	seen        int   // last candidate that spoke of them
	royal       bool  // named in full behind a royal title
	throned     int   // token of the one name of who bears it behind a title ("Pope Otto"), or 0
	kin         bool  // last named as somebody's kin
	later       bool  // comes in as somebody's kin, so that nothing before means them
	age         int8  // less than 0 for the younger of two kin, more for the elder, as ageOf tells
	shared      int   // token of the surname in "Anna and Otto Brisk" for Anna, or 0
	roles       []int // tokens of the nouns that say what they are
}

// entities makes the entities and resolves each candidate to one.
func (b *book) entities() {
	for i := range b.cands {
		c := &b.cands[i]
		if (c.kind == person || c.kind == character) && b.words(c.first, c.last) > 1 && !b.is(c.first, particle) {
			c.entity = b.fullName(c)
		}
	}
	for i := range b.cands {
		c := &b.cands[i]
		if (c.kind == person || c.kind == character) && c.entity < 0 && b.words(c.first, c.last) > 1 && !b.names.has(called, b.lastKey(c.first, c.last)) {
			c.entity = b.fullName(c) // a particle and a surname that no full name has: "van Brisken"
		}
	}
	for i := range b.people {
		b.people[i].seen = -1
	}
	for i := range b.cands {
		if e := b.cands[i].entity; e >= 0 {
			p := &b.people[b.ents[e].who]
			p.royal = p.royal || b.cue(b.cands[i].first-1, royal)
			if p.total++; p.total == 1 {
				p.kin = b.kinsman(&b.cands[i])
				p.later = p.kin && b.comesIn(&b.cands[i])
			}
			if p.age == 0 {
				p.age = b.ageOf(&b.cands[i])
			}
		}
	}
	for i := range b.cands {
		c := &b.cands[i]
		switch {
		case c.entity >= 0:
			p := &b.people[b.ents[c.entity].who]
			p.seen = i
			p.full++
			if addressed(c) {
				p.titled++
			}
			p.kin = b.kinsman(c)
		case c.kind == person || c.kind == character:
			c.entity = b.shortName(i, c)
			if p := &b.people[b.ents[c.entity].who]; p.throned == 0 && b.enthroned(c) {
				p.throned = c.first
			}
		default:
			c.entity = b.thing(c)
		}
		b.unshout(c)
	}
}

// unshout names an entity by a form that is not all in capitals, where the text
// has one.
func (b *book) unshout(c *cand) {
	x := &b.ents[c.entity]
	if x.key == c.key && b.shows(x.first, caps) && !b.shows(c.first, caps) && c.last-c.first == x.last-x.first {
		x.first, x.last = c.first, c.last
	}
}

// addPerson enters a person under every word that can call for them.
func (b *book) addPerson(p who) {
	i := int32(len(b.people))
	b.people = append(b.people, p)
	b.names.add(called, p.name, i)
	if p.given != p.name {
		b.names.add(called, p.given, i)
	}
	for _, short := range b.lex.shorten[p.given] {
		if short != p.given && short != p.name {
			b.names.add(called, short, i)
		}
	}
}

func (b *book) newEntity(c *cand, person int) int {
	b.ents = append(b.ents, entity{kind: c.kind, first: c.first, last: c.last, words: b.words(c.first, c.last), who: person, key: c.key})
	return len(b.ents) - 1
}

// alias enters a candidate's form under an entity and keeps the fullest as its
// name.
func (b *book) alias(e int, c *cand) {
	x := &b.ents[e]
	if x.key == c.key || slices.ContainsFunc(x.forms, func(f form) bool { return f.key == c.key }) {
		return
	}
	x.forms = append(x.forms, form{c.key, c.first, c.last})
	if n := b.words(c.first, c.last); n > x.words {
		own := &x.forms[len(x.forms)-1] // the old name becomes a form
		own.key, x.key = x.key, own.key
		own.first, x.first = x.first, own.first
		own.last, x.last = x.last, own.last
		x.words = n
	}
}

// sexOf learns a person's sex from the given name and what stands before.
func (b *book) sexOf(c *cand, e int) {
	p := &b.people[b.ents[e].who]
	m := c.before & (male | female)
	if m == 0 {
		for j := c.first - 1; j >= max(b.seg.Sentences[c.sentence].First, c.first-2); j-- {
			if b.is(j, kin|role) && !b.is(j, given) {
				m = b.marks[j] & (male | female)
				break
			}
			if b.shows(j, word) {
				break // a gunman shot her
			}
		}
	}
	guessed := false
	if surname := c.before != 0 && c.last-c.first == 1; m == 0 && p.sex == 0 && !surname {
		m, guessed = b.marks[c.first]&(male|female), true
	}
	if x := sexSign(m); x != 0 {
		p.sex, p.guessed = x, guessed
	}
}

// sexSign is the sex that marks tell, as Entity.Female has it.
func sexSign(m mark) int8 {
	switch m & (male | female) {
	case male:
		return -1
	case female:
		return 1
	}
	return 0
}

// shortName resolves a name of one word to a person known by a longer one, or
// makes a person of it.
func (b *book) shortName(at int, c *cand) int {
	k := b.lastKey(c.first, c.last)
	sex := sexSign(c.before)
	found := b.bestFor(k, sex, at, c)
	if found < 0 && b.shows(c.first, caps) {
		found = b.byInitials(b.of(c.first))
	}
	if found < 0 {
		if s := b.surface(c); s.ent >= 0 && b.ents[s.ent].who >= 0 {
			found = b.ents[s.ent].who
		} else {
			return b.newcomer(k, at, c)
		}
	}
	p := &b.people[found]
	p.seen = at
	p.short++
	if p.name == k && b.ofTwo(k, c) < 0 {
		p.bare++
	}
	if addressed(c) {
		p.titled++
	}
	if sex != 0 {
		p.sex, p.guessed = sex, false
	}
	b.alias(p.ent, c)
	return p.ent
}

// maxAsked bounds how many people are gone through one by one.
const maxAsked = 200

// byInitials is the person whose name has the initials w, "ALB" for Ann Lee
// Brisk; -1 when there is none.
func (b *book) byInitials(w string) int {
	if len(w) < 3 || len(w) > 4 {
		return -1
	}
	for i := range b.people[:min(len(b.people), maxAsked)] {
		e := &b.ents[b.people[i].ent]
		n, same := 0, true
		for j := e.first; j < e.last && same; j++ {
			if b.shows(j, upper|word) && !b.is(j, suffix) {
				same = n < len(w) && b.of(j)[0] == w[n]
				n++
			}
		}
		if same && n == len(w) {
			return i
		}
	}
	return -1
}

// newcomer makes a person of a name of one word.
func (b *book) newcomer(k uint32, at int, c *cand) int {
	p := who{ent: len(b.ents), given: k, name: k, seen: at, bare: 1}
	if full := b.sharing(at); full != nil {
		p.shared = full.last - 1
		p.name = b.keys[p.shared]
	}
	b.addPerson(p)
	s := b.surface(c)
	s.ent = b.newEntity(c, len(b.people)-1)
	b.sexOf(c, s.ent)
	return s.ent
}

// bestFor is the person whom a word means best, -1 when it means none.
func (b *book) bestFor(k uint32, sex int8, at int, c *cand) int {
	if p := b.ofTwo(k, c); p >= 0 {
		return p
	}
	found, points := -1, -1<<30
	own := b.ofKin(at, c)
	var room [bearers]int32
	for _, i := range b.names.latest(called, k, &room) {
		p := &b.people[i]
		if int(i) == own || b.enthroned(c) && !b.mayReign(p, c) {
			continue
		}
		match := 0
		switch {
		case p.name == k && c.before != 0 && b.sonOf(p):
			continue // "King Olaudah" is not Omar bin Olaudah
		case p.name == k:
			match = 2
		case p.given == k && b.numbered(p), (p.given == k || p.nick == k) && c.before == 0, b.shortFor(k, p.given) && c.before == 0, p.given == k && b.is(c.first, familyFirst):
			match = 1
		case p.given == k && b.is(c.first, given) && !b.is(c.first, surname), p.middle == k && c.before == 0:
			match = 0 // "Judge Ines", a second given name
		default:
			continue
		}
		if sex != 0 && p.sex != 0 && sex != p.sex || match == 2 && (b.namesake(p, k, c) || p.later && p.seen < 0 && !b.inHeadline(c.first)) {
			continue
		}
		score := match*1000 + b.salience(p, at)
		if addressed(c) && p.titled > 0 {
			score += 45
		} else if c.before&title != 0 && match == 2 && slices.Contains(b.lex.figures[k], p.given) {
			score += 90 // the one whom everybody knows by it
		}
		if score > points {
			found, points = int(i), score
		}
	}
	return found
}

// enthroned reports whether a candidate is a given name behind the title of those who are
// called by it and no surname: "Pope Otto", "Queen Ines".
func (b *book) enthroned(c *cand) bool {
	return c.last-c.first == 1 && b.cue(c.first-1, royal) && b.is(c.first, given)
}

// mayReign reports whether such a title goes with a person: they bear one name, or one and a
// number, or the text gives them the title with their full name, or says that they hold it.
func (b *book) mayReign(p *who, c *cand) bool {
	x := &b.ents[p.ent]
	return x.words < 2 || p.royal || b.numbered(p) || slices.ContainsFunc(p.roles, func(i int) bool { return strings.EqualFold(b.of(i), b.of(c.first-1)) })
}

// sonOf reports whether a person's last word is the father's name: "Omar bin Olaudah".
func (b *book) sonOf(p *who) bool {
	x := &b.ents[p.ent]
	switch b.of(x.last - 2) {
	case "bin", "ibn", "bint":
		return x.last-x.first > 2
	}
	return false
}

// numbered reports whether a person is called by a given name and a number: "George
// III".
func (b *book) numbered(p *who) bool {
	x := &b.ents[p.ent]
	return x.words == 2 && b.is(x.last-1, suffix) && b.shows(x.last-1, caps)
}

// addressed reports whether a title stands before a candidate, or a form of address
// that not every man or woman has: "Dr. Lund".
func addressed(c *cand) bool {
	return c.before&title != 0 || c.before&honorific != 0 && c.before&(male|female) == 0
}

// kinsman reports whether a person is named as somebody's kin: "her son Otto
// Lund", "the daughter of former Gov. Otto Lund".
func (b *book) kinsman(c *cand) bool {
	return b.kinBefore(c) >= 0 || b.kinBehind(c) >= 0
}

// comesIn reports whether a name is that of somebody's kin, by blood, and not of whom
// they are kin to.
func (b *book) comesIn(c *cand) bool {
	i := b.kinBefore(c)
	if i < 0 {
		i = b.kinBehind(c)
	}
	return i >= 0 && !b.is(i, partner) && b.of(i+1) != "of"
}

// kinBefore is the token of the noun that makes the bearer of the name behind it
// somebody's kin; -1 when there is none.
func (b *book) kinBefore(c *cand) int {
	const far = 8
	from := b.seg.Sentences[c.sentence].First
	i := c.first - 1
	for n := 0; n < far && !b.is(i, kin) && i > from && (b.is(i, title|role|honorific|place|nation) || b.at(i, '.') || b.cue(i, lessening)); n++ {
		i--
	}
	switch {
	case b.of(i) == "of":
		i--
	case b.at(i, ',') && i > from && b.owned(i-2):
		i--
	}
	if i < from || !b.is(i, kin) {
		return -1
	}
	return i
}

// kinBehind is the token of such a noun behind the comma after a name, with whose kin
// it is: "Otto Lund, his brother"; -1 when there is none.
func (b *book) kinBehind(c *cand) int {
	const far = 5
	if !b.at(c.last, ',') {
		return -1
	}
	owned := false
	for i := c.last + 1; i < len(b.keys) && i <= c.last+far && (b.shows(i, word) || b.possessive(i)); i++ {
		if owned && b.is(i, kin) && (!b.shows(i+1, word) || b.is(i+1, starter)) {
			return i
		}
		if b.is(i, personVerb) {
			break
		}
		owned = owned || b.ownerAt(i)
	}
	return -1
}

// owned reports whether the word at token i, or one of the few before it, says whose what
// follows is: "his", "her elder", "Lund's 19-year-old".
func (b *book) owned(i int) bool {
	const far = 2
	for j := i; j >= 0 && j >= i-far; j-- {
		if b.ownerAt(j) {
			return true
		}
		if !b.shows(j, word) && !strings.HasSuffix(b.of(j), "-year-old") || b.shows(j, upper) || b.is(j, starter|personVerb|kin) {
			return false
		}
	}
	return false
}

// ownerAt reports whether the word at token i says whose what follows is.
func (b *book) ownerAt(i int) bool {
	switch b.of(i) {
	case "his", "her", "their", "His", "Her", "Their":
		return true
	}
	return b.possessive(i)
}

// ageOf is less than 0 where a name is told to be that of the younger of two kin, more
// where of the elder, else 0: 2 by the word itself, 1 by a noun of kin.
func (b *book) ageOf(c *cand) int8 {
	i := b.kinBefore(c)
	if i < 0 || b.of(i+1) == "of" {
		if i = b.kinBehind(c); i < 0 {
			return 0
		}
	}
	sign := int8(0)
	for j := i; j >= i-1 && j >= 0; j-- {
		own := int8(1) // told by what kin they are
		if !b.is(j, kin) {
			own = 2 // or outright
		}
		switch {
		case b.cue(j, elderCue):
			sign = own
		case b.cue(j, youngerCue):
			sign = -own
		}
	}
	return sign
}

// ofTwo is the person of surname k whom "the elder" or "the younger" before the name
// means: the one who is told to be so, or of two the other one where that is told; -1
// when the words are not there or the text does not tell.
func (b *book) ofTwo(k uint32, c *cand) int {
	i := c.first - 1
	for c.before&honorific != 0 && i > 0 && (b.at(i, '.') || b.is(i, honorific)) {
		i--
	}
	want := int8(0)
	switch {
	case i < 1 || !b.article(i-1):
		return -1
	case b.cue(i, elderCue):
		want = 1
	case b.cue(i, youngerCue):
		want = -1
	default:
		return -1
	}
	var own, kind, others []int32 // told to be it outright, by kin, and not told to be the other
	n := 0
	var room [bearers]int32
	for _, i := range b.names.latest(called, k, &room) {
		p := &b.people[i]
		if p.name != k || b.ents[p.ent].words < 2 {
			continue
		}
		n++
		switch age := b.generationAge(p) * want; {
		case age == 2:
			own = append(own, i)
		case age == 1:
			kind = append(kind, i)
		case age == 0:
			others = append(others, i)
		}
	}
	switch {
	case len(own) == 1:
		return int(own[0])
	case n == 2 && len(kind) == 1:
		return int(kind[0])
	case n == 2 && len(own)+len(kind) == 0 && len(others) == 1:
		return int(others[0])
	}
	return -1
}

// generationAge is a person's age beside kin of the same surname, told by a noun or by
// "Jr.".
func (b *book) generationAge(p *who) int8 {
	if p.age != 0 {
		return p.age
	}
	x := &b.ents[p.ent]
	switch b.generation(x.first, x.last) {
	case "":
		return 0
	case "S":
		return 1
	}
	return -1
}

// ofKin is the person whom the words before a candidate call its kin, and whom it so
// does not mean: Otto Lund in "Otto Lund, the father of Sen. Lund". -1 when there is none.
func (b *book) ofKin(at int, c *cand) int {
	const far = 6
	if at == 0 || b.cands[at-1].sentence != c.sentence || b.cands[at-1].entity < 0 || c.first-b.cands[at-1].last > far || !b.at(b.cands[at-1].last, ',') {
		return -1
	}
	i := c.first - 1
	for i > b.cands[at-1].last && (b.is(i, title|honorific) || b.at(i, '.')) {
		i--
	}
	if b.of(i) != "of" || !b.is(i-1, kin) {
		return -1
	}
	return b.ents[b.cands[at-1].entity].who
}

// namesake reports whether a bare surname by which everybody knows one person
// cannot mean person p, who has another given name: where p has not been named
// yet, or a title stands before it and p is somebody's kin without one.
func (b *book) namesake(p *who, k uint32, c *cand) bool {
	given := b.lex.figures[k]
	if given == nil || c.before&honorific != 0 || p.given == k || slices.Contains(given, p.given) || p.initial != 0 && b.oneLetter(p) {
		return false
	}
	return p.seen < 0 || c.before&title != 0 && p.titled == 0 && p.kin
}

// oneLetter reports whether a person's given name is an initial.
func (b *book) oneLetter(p *who) bool {
	t := b.seg.Tokens[b.ents[p.ent].first]
	return t.End-t.Start == 1 || b.text[t.Start+1] == '.'
}

// givenLook reports whether the word at token i is a given name or can be one that no
// list has.
func (b *book) givenLook(i int) bool {
	const least = 3
	return b.is(i, given) || b.marks[i]&^(surname|phraseHead) == 0 && len(b.of(i)) >= least && !b.shows(i, caps) && !b.plain(i)
}

// salience weighs how likely a bare surname speaks of the person: named in
// full before, often and late; kin named in passing less so, nor somebody named
// once by what is hardly a given name ("Howdy Moreno").
func (b *book) salience(p *who, at int) int {
	score := 10*min(p.full, 8) + 6*min(p.short, 8)
	if p.seen < 0 {
		score += min(p.total, 8)
	}
	if p.seen >= 0 {
		score += max(0, 60-4*(at-p.seen))
	}
	if given := b.lex.figures[p.name]; p.bare > 0 {
		score += 30 // who is called so already
		if p.given == p.name || slices.Contains(given, p.given) {
			score += 30
		}
	}
	if p.kin || p.full < 2 && b.ents[p.ent].words > 1 && !b.givenLook(b.ents[p.ent].first) {
		score -= 40
	}
	return score
}
