package mention

import (
	"strings"
	"unicode/utf8"
)

// thing finds or makes the entity of a name that is no person's: by its form,
// by its form without "Inc.", by another name of the same place, by an outlet's
// last word or by an organization's initials.
func (b *book) thing(c *cand) int {
	s := b.surface(c)
	if s.ent >= 0 && b.ents[s.ent].who < 0 && !(c.kind == outletKind && b.ents[s.ent].kind == placeKind || c.kind == placeKind && b.ents[s.ent].kind == outletKind) {
		return s.ent // but "The Chilean" told of is not Chile
	}
	core := b.core(c)
	e, ok := b.things[core]
	if !ok {
		e = int32(b.newEntity(c, -1))
		b.things[core] = e
		b.shortForms(c, e)
		b.unlanded(c, e)
	} else {
		b.alias(int(e), c)
	}
	s.ent = int(e)
	return s.ent
}

// core is the key under which a thing is known.
func (b *book) core(c *cand) uint64 {
	kind := c.kind
	if kind == outletKind {
		kind = organization
	}
	key := c.key
	switch kind {
	case organization:
		last := c.last
		for last > c.first+1 && (b.keys[last-1] == 0 || b.legal(last-1)) {
			last--
		}
		key = b.key(c.first, last)
		if c.last-c.first == 1 && b.shows(c.first, caps) && strings.IndexByte(b.of(c.first), '.') > 0 {
			key = (uint64(seed) ^ uint64(shorten(undotted(b.of(c.first))))) * prime // "U.S.P.S."
		}
		k, ok := b.lex.body[key]
		if !ok && b.ofStates(c.first) && last > c.first+2 {
			k, ok = b.lex.body[b.key(b.pastStates(c.first), last)]
		}
		if ok {
			key = k
		}
	case placeKind:
		if k, ok := b.lex.alias[key]; ok {
			key = k
		}
		if k := b.long[key]; k != 0 && b.cue(c.first, halves) && c.last-c.first == 1 {
			key = k // "the North" of a land in two
		}
	case work, event:
		if k := b.long[key]; k != 0 {
			key = k
		}
	case group:
		return key
	}
	return key*prime ^ uint64(kind)
}

// unlanded enters a body of the United States under its name without the country, where
// the text has not told of that name before: "the U.S. Supreme Court", then "the Supreme
// Court". Another country's or state's body of the name leaves open which is meant.
func (b *book) unlanded(c *cand, e int32) {
	if c.kind != organization || !b.ofStates(c.first) {
		return
	}
	rest := b.pastStates(c.first)
	if n := b.words(rest, c.last); n < 1 || n == 1 && !b.is(rest, org) || !b.shows(rest, upper|word) {
		return
	}
	key := b.key(rest, c.last)
	i, ok := b.index[key]
	if !ok || b.surfaces[i].kind != organization {
		return
	}
	last := b.keys[c.last-1]
	for k := range b.cands {
		x := &b.cands[k]
		if x.last-x.first < c.last-rest || b.keys[x.last-1] != last || b.key(x.last-(c.last-rest), x.last) != key {
			continue
		}
		own := x.first+(c.last-rest) == x.last // the name without a country
		if own && (x.first < c.first || b.possessive(x.first-1) || b.is(x.first-1, nation|place)) || !own && x.key != c.key && !b.ofStates(x.first) {
			return
		}
	}
	core := b.core(&cand{key: key, first: rest, last: c.last, kind: organization})
	if _, ok := b.things[core]; !ok {
		b.things[core] = e
	}
}

// ofStates reports whether the words at token i name the United States.
func (b *book) ofStates(i int) bool {
	w := b.of(i)
	return w == "U.S." || w == "US" || w == "United" && b.of(i+1) == "States"
}

// pastStates is the token behind the words that name the United States at token i.
func (b *book) pastStates(i int) int {
	if b.of(i) == "United" {
		i++
	}
	return i + 1
}

// legal reports whether token i is a company's legal ending.
func (b *book) legal(i int) bool { return b.cue(i, legalForm) }

// shortForms enters a thing's initials, and an outlet's last word, as names it
// may be called by later.
func (b *book) shortForms(c *cand, e int32) {
	if c.kind != organization && c.kind != outletKind && (c.kind != work && c.kind != otherKind || b.words(c.first, c.last) < 3) || b.words(c.first, c.last) < 2 {
		return
	}
	initials := b.buf[:0]
	for i := c.first; i < c.last; i++ {
		if w := b.of(i); b.shows(i, upper) && len(initials) < 12 && w[0] < utf8.RuneSelf {
			initials = append(initials, w[0])
			if len(w) == 4 && w[1] == '.' && w[3] == '.' {
				initials = append(initials, w[2]) // "U.S."
			} else if k := strings.IndexByte(w, '-'); k > 0 && k+1 < len(w) && w[k+1] >= 'A' && w[k+1] <= 'Z' {
				initials = append(initials, w[k+1]) // "Trans-Atlantic"
			}
		}
	}
	if len(initials) > 1 && !b.taken(c, string(initials)) {
		b.called(foldKey(string(initials)), e)
	}
	if c.kind == organization && b.telling(c.first) {
		b.called(b.keys[c.first], e)
	}
	if b.is(c.last-1, outletEnd) {
		b.called(b.keys[c.last-1], e)
	}
}

// taken reports whether the initials of a thing stand for another one that
// everybody knows by them, unless the text gives them beside it.
func (b *book) taken(c *cand, initials string) bool {
	known, ok := b.lex.body[(uint64(seed)^uint64(foldKey(initials)))*prime]
	if !ok || b.lex.body[c.key] == known {
		return false
	}
	return !b.at(c.last, '(') || b.of(min(c.last+1, len(b.keys)-1)) != initials
}

// called enters a word as a later name of thing e, unless it is taken.
func (b *book) called(word uint32, e int32) {
	key := (uint64(seed)^uint64(word))*prime*prime ^ uint64(organization)
	if _, taken := b.things[key]; !taken {
		b.things[key] = e
	}
}
