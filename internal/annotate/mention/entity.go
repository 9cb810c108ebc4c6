package mention

import (
	"bytes"
	"cmp"
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
	initial     rune
	sex         int8
	full        int   // mentions by full name
	seen        int   // last candidate that spoke of them
	kin         bool  // last named as somebody's kin
	roles       []int // tokens of the nouns that say what they are
}

// entities makes the entities and resolves each candidate to one.
func (b *book) entities() {
	for i := range b.cands {
		c := &b.cands[i]
		if (c.kind == person || c.kind == character) && b.words(c.first, c.last) > 1 {
			c.entity = b.fullName(c)
		}
	}
	for i := range b.people {
		b.people[i].seen = -1
	}
	for i := range b.cands {
		c := &b.cands[i]
		switch {
		case c.entity >= 0:
			p := &b.people[b.ents[c.entity].who]
			p.seen = i
			p.full++
			p.kin = b.is(c.first-1, kin)
		case c.kind == person || c.kind == character:
			c.entity = b.shortName(i, c)
		default:
			c.entity = b.thing(c)
		}
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
	for _, i := range tail(b.byName[l]) {
		p := &b.people[i]
		if p.name == l && b.sameGiven(p, f, r, c) {
			b.alias(p.ent, c)
			s.ent = p.ent
			b.sexOf(c, p.ent)
			return p.ent
		}
	}
	b.addPerson(who{ent: len(b.ents), given: f, name: l, initial: r})
	s.ent = b.newEntity(c, len(b.people)-1)
	b.sexOf(c, s.ent)
	return s.ent
}

// addPerson enters a person under every word that can call for them.
func (b *book) addPerson(p who) {
	i := int32(len(b.people))
	b.people = append(b.people, p)
	b.byName[p.name] = append(b.byName[p.name], i)
	if p.given != p.name {
		b.byName[p.given] = append(b.byName[p.given], i)
	}
	for _, short := range b.lex.shorten[p.given] {
		if short != p.given && short != p.name {
			b.byName[short] = append(b.byName[short], i)
		}
	}
}

// tail cuts a list down to its last entries, so that time stays linear however
// many people share a name.
func tail(list []int32) []int32 {
	const most = 48
	return list[max(0, len(list)-most):]
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
	if p.given == f || b.shortFor(f, p.given) || b.shortFor(p.given, f) {
		return true
	}
	x := b.ents[p.ent]
	one := func(i int) bool { t := b.seg.Tokens[i]; return t.End-t.Start == 1 }
	return p.initial == initial && (one(c.first) || one(x.first))
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
		for j := c.first - 1; j >= 0 && j >= c.first-2; j-- {
			if b.is(j, kin|role) {
				m = b.marks[j] & (male | female)
				break
			}
		}
	}
	if m == 0 && p.sex == 0 {
		m = b.marks[c.first] & (male | female)
	}
	switch m {
	case male:
		p.sex = -1
	case female:
		p.sex = 1
	}
}

// shortName resolves a name of one word to a person known by a longer one, or
// makes a person of it.
func (b *book) shortName(at int, c *cand) int {
	k := b.lastKey(c.first, c.last)
	sex := int8(0)
	switch c.before & (male | female) {
	case male:
		sex = -1
	case female:
		sex = 1
	}
	found, points := int32(-1), -1<<30
	for _, i := range tail(b.byName[k]) {
		p := &b.people[i]
		match := 0
		switch {
		case p.name == k:
			match = 2
		case p.given == k && c.before == 0, b.shortFor(k, p.given) && c.before == 0:
			match = 1
		default:
			continue
		}
		if sex != 0 && p.sex != 0 && sex != p.sex {
			continue
		}
		score := match*1000 + b.salience(p, at)
		if score > points {
			found, points = i, score
		}
	}
	if found < 0 {
		if s := b.surface(c); s.ent >= 0 && b.ents[s.ent].who >= 0 {
			found = int32(b.ents[s.ent].who)
		} else {
			b.addPerson(who{ent: len(b.ents), given: k, name: k, seen: -1})
			s.ent = b.newEntity(c, len(b.people)-1)
			b.sexOf(c, s.ent)
			b.people[len(b.people)-1].seen = at
			return s.ent
		}
	}
	p := &b.people[found]
	p.seen = at
	if sex != 0 {
		p.sex = sex
	}
	b.alias(p.ent, c)
	return p.ent
}

// salience weighs how likely a bare surname speaks of the person: named in
// full before, often and late; kin named in passing less so.
func (b *book) salience(p *who, at int) int {
	score := 10 * min(p.full, 8)
	if p.seen >= 0 {
		score += max(0, 60-4*(at-p.seen))
	}
	if p.kin {
		score -= 40
	}
	return score
}

// thing finds or makes the entity of a name that is no person's: by its form,
// by its form without "Inc.", by another name of the same place, by an outlet's
// last word or by an organization's initials.
func (b *book) thing(c *cand) int {
	s := b.surface(c)
	if s.ent >= 0 && b.ents[s.ent].who < 0 {
		return s.ent
	}
	core := b.core(c)
	e, ok := b.things[core]
	if !ok {
		e = int32(b.newEntity(c, -1))
		b.things[core] = e
		b.shortForms(c, e)
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
	case placeKind:
		if k, ok := b.lex.alias[key]; ok {
			key = k
		}
	case group:
		return key
	}
	return key*prime ^ uint64(kind)
}

// legal reports whether token i is a company's legal ending.
func (b *book) legal(i int) bool {
	switch b.of(i) {
	case "Inc", "Corp", "Corporation", "Co", "Company", "Ltd", "Limited", "LLC", "PLC", "Plc", "plc", "AG", "SA", "NV":
		return true
	}
	return false
}

// shortForms enters a thing's initials, and an outlet's last word, as names it
// may be called by later.
func (b *book) shortForms(c *cand, e int32) {
	if c.kind != organization && c.kind != outletKind || b.words(c.first, c.last) < 2 {
		return
	}
	initials := b.buf[:0]
	for i := c.first; i < c.last; i++ {
		if b.shows(i, upper) && len(initials) < 12 && b.text[b.seg.Tokens[i].Start] < utf8.RuneSelf {
			initials = append(initials, b.text[b.seg.Tokens[i].Start])
		}
	}
	if len(initials) > 1 {
		b.called(foldKey(string(initials)), e)
	}
	if b.is(c.last-1, outletEnd) {
		b.called(b.keys[c.last-1], e)
	}
}

// called enters a word as a later name of thing e, unless it is taken.
func (b *book) called(word uint32, e int32) {
	key := (uint64(seed)^uint64(word))*prime*prime ^ uint64(organization)
	if _, taken := b.things[key]; !taken {
		b.things[key] = e
	}
}

// result writes the mentions and the entities.
func (b *book) result() ([]nutgraf.Mention, []nutgraf.Entity) {
	mentions := make([]nutgraf.Mention, 0, len(b.cands)+len(b.spoken))
	slices.SortStableFunc(b.spoken, func(x, y said) int { return x.span.Start - y.span.Start })
	spoken := b.spoken
	for i := range b.cands {
		c := &b.cands[i]
		at := b.span(b.withArticle(c), c.last)
		for len(spoken) > 0 && spoken[0].span.Start <= at.Start {
			mentions = append(mentions, spoken[0].mention())
			spoken = spoken[1:]
		}
		mentions = append(mentions, nutgraf.Mention{Span: at, Entity: c.entity, Kind: nutgraf.ByName})
	}
	for _, m := range spoken {
		mentions = append(mentions, m.mention())
	}
	n := len(mentions)
	if mentions = b.handles(mentions); len(mentions) > n {
		slices.SortStableFunc(mentions, func(x, y nutgraf.Mention) int {
			return cmp.Or(x.Span.Start-y.Span.Start, y.Span.End-x.Span.End)
		})
	}
	ents := make([]nutgraf.Entity, len(b.ents))
	for i := range b.ents {
		ents[i] = b.entity(&b.ents[i])
	}
	return mentions, ents
}

// withArticle is the first token of a mention: the article of a place or an
// organization is part of it where the name is the whole noun phrase.
func (b *book) withArticle(c *cand) int {
	if c.kind != placeKind && c.kind != organization || c.first == 0 || !b.article(c.first-1) || b.is(c.first, nation) || b.is(c.first, city) && c.last-c.first == 1 {
		return c.first
	}
	s := b.seg.Sentences[c.sentence]
	if c.first == s.First || !b.ended(c.last, s) || b.at(c.last, '-') || b.possessive(c.last) {
		return c.first
	}
	return c.first - 1
}

// handles adds the account names that are a person's full name without spaces:
// "@inesmoreno".
func (b *book) handles(mentions []nutgraf.Mention) []nutgraf.Mention {
	if len(b.people) > 200 {
		return mentions
	}
	for i := 0; i+1 < len(b.seg.Tokens); i++ {
		if !b.at(i, '@') || !b.shows(i+1, word|glued) {
			continue
		}
		account := fold(b.buf[:0], b.of(i + 1)[:min(len(b.of(i+1)), 40)])
		for k := range b.people {
			e := b.ents[b.people[k].ent]
			var name [64]byte
			full := name[:0]
			for j := e.first; j < e.last; j++ {
				if b.shows(j, word) && len(full)+len(b.of(j)) < 60 {
					full = fold(full, b.of(j))
				}
			}
			if e.words > 1 && bytes.Contains(account, full) {
				mentions = append(mentions, nutgraf.Mention{Span: b.span(i, i+2), Entity: b.people[k].ent, Kind: nutgraf.ByName})
				break
			}
		}
	}
	return mentions
}

func (b *book) entity(e *entity) nutgraf.Entity {
	out := nutgraf.Entity{Type: entityTypes[e.kind], Name: b.span(e.first, e.last).Of(b.text)}
	for _, f := range e.forms {
		if a := b.span(f.first, f.last).Of(b.text); a != out.Name {
			out.Aliases = append(out.Aliases, a)
		}
	}
	if e.who >= 0 {
		p := &b.people[e.who]
		out.Female = p.sex
		for _, r := range p.roles {
			if w := b.roleText(r); !slices.Contains(out.Roles, w) {
				out.Roles = append(out.Roles, w)
			}
		}
	}
	return out
}

func (b *reader) span(first, last int) nutgraf.Span {
	return nutgraf.Span{Start: int(b.seg.Tokens[first].Start), End: int(b.seg.Tokens[last-1].End) - int(b.cut[last-1])}
}
