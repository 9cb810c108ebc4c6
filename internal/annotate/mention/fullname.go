package mention

import (
	"strings"
	"unicode/utf8"

	"nutgraf"
)

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
	if p := b.doubleGiven(c); p >= 0 {
		b.alias(p, c)
		s.ent = p
		return p
	}
	b.addPerson(who{ent: len(b.ents), given: f, name: l, initial: r})
	b.nicknamed(c)
	b.middling(c)
	s.ent = b.newEntity(c, len(b.people)-1)
	b.sexOf(c, s.ent)
	return s.ent
}

// doubleGiven is the entity of the person whose two given names a candidate is: "Jo
// Mae" of "Jo Mae Lund"; -1 when there is none.
func (b *book) doubleGiven(c *cand) int {
	if c.last-c.first != 2 || c.before != 0 || !b.is(c.first, given) || !b.is(c.first+1, given) || b.is(c.first+1, surname|figure) {
		return -1
	}
	var room [bearers]int32
	for _, i := range b.names.latest(called, b.keys[c.first], &room) {
		p := &b.people[i]
		if x := &b.ents[p.ent]; p.given == b.keys[c.first] && x.last-x.first == 3 && !b.plain(x.last-1) && b.keys[x.first+1] == b.keys[c.first+1] {
			return p.ent
		}
	}
	return -1
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
// named before, lacks, or another mark of that kind: father and son.
func (b *book) younger(x *entity, c *cand) bool {
	mine, own := b.generation(c.first, c.last), b.generation(x.first, x.last)
	for k := 0; own == "" && k < len(x.forms); k++ {
		own = b.generation(x.forms[k].first, x.forms[k].last)
	}
	if own != "" {
		return mine != "" && mine != own
	}
	return (mine == "J" || mine == "S") && x.words > 1
}

// generation is what ends a name to tell father from son: "J" for "Jr.", "S" for
// "Sr.", a numeral as it stands, nothing without one.
func (b *book) generation(first, last int) string {
	if last-first > 2 && b.at(last-1, '.') {
		last--
	}
	if last-first < 2 || !b.is(last-1, suffix) {
		return ""
	}
	switch w := b.of(last - 1); {
	case strings.HasPrefix(w, "J"), strings.HasPrefix(w, "S"):
		return w[:1]
	case strings.Trim(w, "IV") == "":
		return w
	}
	return ""
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
