package mention

import (
	"slices"
	"unicode/utf8"

	"nutgraf"
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
	full        int   // mentions by full name
	short       int   // mentions by a part of it so far
	bare        int   // of these, by the surname alone
	titled      int   // mentions behind a title so far
	total       int   // mentions by full name in the whole text
	seen        int   // last candidate that spoke of them
	kin         bool  // last named as somebody's kin
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
			b.people[b.ents[e].who].total++
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

// fullName finds or makes the person of a name of several words.
func (b *book) fullName(c *cand) int {
	s := b.surface(c)
	if s.ent >= 0 {
		b.sexOf(c, s.ent)
		return s.ent
	}
	f, l := b.keys[c.first], b.lastKey(c.first, c.last)
	r, _ := utf8.DecodeRuneInString(b.of(c.first))
	var room [bearers]int32
	for _, i := range b.names.latest(called, l, &room) {
		p := &b.people[i]
		x := &b.ents[p.ent]
		if longer := p.name == l && b.endsWith(x, c); p.name == l && (longer || b.sameGiven(p, f, r, c)) && !b.younger(x, c) {
			if longer && c.last-c.first > x.last-x.first {
				p.given, p.initial = f, r
				b.names.add(called, f, i)
			}
			b.alias(p.ent, c)
			s.ent = p.ent
			b.sexOf(c, p.ent)
			return p.ent
		}
	}
	b.addPerson(who{ent: len(b.ents), given: f, name: l, initial: r})
	b.nicknamed(c)
	b.middling(c)
	s.ent = b.newEntity(c, len(b.people)-1)
	b.sexOf(c, s.ent)
	return s.ent
}

// nicknamed enters the newest person under the nickname that stands in marks
// inside the name.
func (b *book) nicknamed(c *cand) {
	for i := c.first + 1; i < c.last; i++ {
		if b.shows(i, upper|word|glued) && (b.seg.Tokens[i-1].Kind == nutgraf.Mark || b.at(i-1, '(')) && b.keys[i] != b.keys[c.first] {
			p := len(b.people) - 1
			b.people[p].nick = b.keys[i]
			b.names.add(called, b.keys[i], int32(p))
			return
		}
	}
}

// middling enters the newest person under a second given name: "Theo" of "Peter
// Theo Lund".
func (b *book) middling(c *cand) {
	p := len(b.people) - 1
	if i := c.first + 1; b.people[p].nick == 0 && c.last-c.first == 3 && b.is(i, given) && !b.is(i, surname|common|particle|suffix) && b.keys[i] != b.keys[c.first] {
		b.people[p].middle = b.keys[i]
		b.names.add(called, b.keys[i], int32(p))
	}
}

// endsWith reports whether the longer one of a person's name and a candidate
// ends in the words of the other: "Ines Moreno Lund" in "Moreno Lund".
func (b *book) endsWith(x *entity, c *cand) bool {
	first, last, from, of := c.first, c.last, x.first, x.last
	if last-first > of-from {
		first, last, from, of = x.first, x.last, c.first, c.last
		if !b.is(from, given) {
			return false // a longer name that comes later has to look like one
		}
	}
	n := last - first
	if more := b.words(from, of) - b.words(first, last); more < 1 || more > 2 || b.words(first, last) < 2 || first != c.first && c.before&honorific == 0 && b.is(first, given) && !b.is(first, surname) {
		return false
	}
	for i := range n {
		if b.keys[of-1-i] != b.keys[last-1-i] {
			return false
		}
	}
	return true
}

// younger reports whether a candidate has a "Jr." that the person, who was
// named before, lacks: father and son.
func (b *book) younger(x *entity, c *cand) bool {
	junior := func(first, last int) bool {
		return b.at(last-1, '.') && last-first > 2 && b.junior(last-2) || b.junior(last-1)
	}
	if !junior(c.first, c.last) || junior(x.first, x.last) {
		return false
	}
	for _, f := range x.forms {
		if junior(f.first, f.last) {
			return false
		}
	}
	return x.words > 1
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

// sameGiven reports whether a given name can be the person's: the same, a
// short form, or an initial.
func (b *book) sameGiven(p *who, f uint32, initial rune, c *cand) bool {
	x := &b.ents[p.ent]
	if p.given == f || b.shortFor(f, p.given) || b.shortFor(p.given, f) {
		return !b.otherMiddle(x, c)
	}
	one := func(i int) bool { t := b.seg.Tokens[i]; return t.End-t.Start == 1 }
	return p.initial == initial && (one(c.first) || one(x.first))
}

// otherMiddle reports whether a candidate has another middle initial than the
// person, as father and son may: "George B. Harker", "George W. Harker".
func (b *book) otherMiddle(x *entity, c *cand) bool {
	mine := b.middleInitial(c.first, c.last)
	if mine == 0 {
		return false
	}
	if other := b.middleInitial(x.first, x.last); other != 0 {
		return other != mine
	}
	for _, f := range x.forms {
		if other := b.middleInitial(f.first, f.last); other != 0 {
			return other != mine
		}
	}
	return false
}

// middleInitial is the first letter of the first word between the first and
// the last of a name, where that word is an initial; else 0.
func (b *book) middleInitial(first, last int) rune {
	i := first + 1
	for i < last && b.at(i, '.') {
		i++
	}
	if i+1 >= last || !b.shows(i, upper|word) {
		return 0
	}
	if w := b.of(i); len(w) == 1 || w[1] == '.' {
		return rune(w[0])
	}
	return 0
}

func (b *book) shortFor(short, long uint32) bool {
	for _, k := range b.lex.short[short] {
		if k == long {
			return true
		}
	}
	return false
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
	if surname := c.before != 0 && c.last-c.first == 1; m == 0 && p.sex == 0 && !surname {
		m = b.marks[c.first] & (male | female)
	}
	if x := sexSign(m); x != 0 {
		p.sex = x
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
	if p.name == k {
		p.bare++
	}
	if addressed(c) {
		p.titled++
	}
	if sex != 0 {
		p.sex = sex
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
	found, points := -1, -1<<30
	var room [bearers]int32
	for _, i := range b.names.latest(called, k, &room) {
		p := &b.people[i]
		match := 0
		switch {
		case p.name == k:
			match = 2
		case p.given == k && b.numbered(p), (p.given == k || p.nick == k) && c.before == 0, b.shortFor(k, p.given) && c.before == 0, p.given == k && b.is(c.first, familyFirst):
			match = 1
		case p.given == k && b.is(c.first, given) && !b.is(c.first, surname), p.middle == k && c.before == 0:
			match = 0 // "Judge Ines", a second given name
		default:
			continue
		}
		if sex != 0 && p.sex != 0 && sex != p.sex || match == 2 && b.namesake(p, k, c) {
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
	const far = 8
	i := c.first - 1
	for n := 0; n < far && !b.is(i, kin) && i > b.seg.Sentences[c.sentence].First && (b.is(i, title|role|honorific|place|nation) || b.at(i, '.') || b.cue(i, lessening)); n++ {
		i--
	}
	if b.of(i) == "of" {
		i--
	}
	return b.is(i, kin)
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
	if p.kin || p.full < 2 && b.ents[p.ent].words > 1 && !b.is(b.ents[p.ent].first, given) {
		score -= 40
	}
	return score
}
