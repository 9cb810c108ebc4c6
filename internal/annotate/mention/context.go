package mention

// kindHere decides between a person and a place of one name by what stands
// beside the candidate: "Washington broke the record", "in Washington", "the
// West".
func (b *book) kindHere(c *cand, k kind) kind {
	if b.toldTo(c) {
		return outletKind
	}
	if k != person && k != placeKind || c.last-c.first != 1 || !b.is(c.first, place|city|placeStart) {
		return k
	}
	if !b.bornBy(c.first) {
		return k
	}
	before := c.first - 1
	switch {
	case c.before == 0 && b.article(before) && b.is(c.first, placeStart) && b.ended(c.last, b.seg.Sentences[c.sentence]):
		return placeKind
	case c.before != 0 || b.is(c.last, personVerb|past) || b.is(before, personVerb) && !b.is(before, starter):
		return person
	case b.is(c.first, city) && b.of(before) == "in" && b.at(c.last, ',') && b.is(c.last+1, place) && b.shows(c.last+1, upper):
		return placeKind // "in Warren, Ohio"
	case b.is(c.first, place) && (b.of(before) == "in" || b.of(before) == "near" || b.of(before) == "across"):
		return placeKind
	}
	return k
}

// toldTo reports whether a nationality is the name of the paper that somebody told
// something, as its article in a capital shows: "told The Chilean".
func (b *book) toldTo(c *cand) bool {
	at := c.first - 1
	return c.last-c.first == 1 && b.is(c.first, nation) && at > 0 && b.of(at) == "The" && !b.shows(at, first) && b.is(at-1, personVerb) && !b.shows(at-1, upper) && (!b.shows(c.last, word) || b.is(c.last, starter|calendar|common) && !b.shows(c.last, upper))
}

// bornBy reports whether the word at token i is part of a person's full name
// that begins with a listed given name.
func (b *book) bornBy(i int) bool {
	key := b.keys[i]
	if b.is(i, given) && b.names.has(firstName, key) {
		return true
	}
	var room [bearers]int32
	for _, n := range b.names.latest(lastName, key, &room) {
		if b.is(b.surfaces[n].first, given) {
			return true
		}
	}
	return false
}

// enumerated gives a name that tells no kind the kind of those beside it in a
// list: "Brisk, Oyelaran and Lund" where Brisk and Lund are persons.
func (b *book) enumerated() {
	for i := range b.cands {
		c := &b.cands[i]
		if c.kind != person && b.sharing(i) != nil && !b.names.has(firstName, b.keys[c.first]) {
			c.kind = person
			b.surface(c).score[person] += 30
		}
		if b.listedPlace(i) {
			c.kind = placeKind
			b.surface(c).score[placeKind] += 20
			continue
		}
		if c.kind != otherKind || c.flags != 0 || b.is(c.first, common|role|title|acronym|nation|orgEnd) || b.shows(c.first, caps) || b.words(c.first, c.last) > 3 {
			continue
		}
		left, right := b.beside(i-1, i), b.beside(i, i+1)
		enough := right || b.beside(i-2, i-1) && b.cands[i-2].kind == b.cands[i-1].kind ||
			left && b.cands[i-1].kind == placeKind && b.is(b.cands[i-1].first-1, placeCue)
		k := otherKind
		switch {
		case left && enough:
			k = b.cands[i-1].kind
			if right && b.cands[i+1].kind != k {
				continue
			}
		case right && b.beside(i+1, i+2) && b.cands[i+1].kind == b.cands[i+2].kind:
			k = b.cands[i+1].kind
		}
		if k == person || k == placeKind {
			c.kind = k
			b.surface(c).score[k] += 20
		}
	}
}

// listedPlace reports whether candidate i, whose look alone makes it a person or
// that tells no kind, stands in a list of places behind one that the words before it
// make a place: "villages of Ha Brisk, Ha Lund and Halden".
func (b *book) listedPlace(i int) bool {
	bare := 24 // what the mere look of a name is worth, with a verb behind it
	c := &b.cands[i]
	if b.is(c.first, given) {
		bare = 60 // "Ha" is a given name too
	}
	if c.kind != person && c.kind != otherKind || !b.beside(i-1, i) || b.cands[i-1].kind != placeKind || c.before != 0 || c.flags != 0 {
		return false
	}
	if b.is(c.first, given|common) && len(b.of(c.first)) > 2 || b.is(c.first, surname|figure|familyFirst|role|title|acronym|nation|orgEnd) || b.shows(c.first, caps) || b.words(c.first, c.last) > 2 || b.is(c.last-1, given|surname|orgEnd) {
		return false
	}
	if s := b.surface(c); c.kind == person && int(s.score[person]) >= bare*s.count || b.names.has(lastName, b.keys[c.first]) && c.last-c.first == 1 {
		return false
	}
	for i--; i > 0 && b.beside(i-1, i) && b.cands[i-1].kind == placeKind; i-- {
	}
	at := b.cands[i].first - 1
	return at > 0 && b.of(at) == "of" && b.cue(at-1, realm)
}

// calledSo reports whether the word at token i begins the name of somebody who
// is surely a person, and can hardly be anything else.
func (b *book) calledSo(i int) bool {
	const bare = 20 // what the mere look of a name is worth
	if b.shows(i, caps) || b.is(i, common|place|city|org|outlet|nation|title|role|particle|orgEnd) {
		return false
	}
	var room [bearers]int32
	for _, n := range b.names.latest(firstName, b.keys[i], &room) {
		if s := &b.surfaces[n]; int(s.score[person]) > bare*s.count && !b.is(s.last-1, orgEnd|common) {
			return true
		}
	}
	return false
}

// sharing is the full name whose surname a given name shares: "George and Anna
// Brisk"; nil when there is none.
func (b *book) sharing(at int) *cand {
	if !b.beside(at, at+1) || b.at(b.cands[at].last, ',') || b.beside(at-1, at) && b.at(b.cands[at-1].last, ',') {
		return nil // a list: "Ines, Anna and Otto Lund"
	}
	c, next := &b.cands[at], &b.cands[at+1]
	if c.last-c.first != 1 || c.before != 0 || b.is(c.first, place) && (b.is(c.first-1, placeCue) || b.of(c.first-1) == "of") || !b.is(c.first, given) || b.is(c.first, common) || b.shows(c.first, caps) || next.kind != person || b.words(next.first, next.last) != 2 || !b.is(next.first, given) || next.last-next.first != 2 || b.is(next.last-1, suffix) || !b.shows(next.last-1, upper|word) {
		return nil
	}
	return next
}

// beside reports whether only a comma or an "and" parts two candidates.
func (b *book) beside(i, j int) bool {
	if i < 0 || j >= len(b.cands) || b.cands[i].sentence != b.cands[j].sentence {
		return false
	}
	from, to := b.cands[i].last, b.cands[j].first
	and := func(t int) bool { w := b.of(t); return w == "and" || w == "or" || w == "&" }
	switch to - from {
	case 1:
		return b.at(from, ',') || and(from)
	case 2:
		return b.at(from, ',') && and(from+1)
	}
	return false
}
