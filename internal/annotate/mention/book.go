package mention

import (
	"slices"
	"strings"

	"nutgraf"
)

// book keeps the names of a document: every surface form with the evidence of
// all its candidates, then the entities.
type book struct {
	*reader
	index    map[uint64]int32 // surface by key
	surfaces []surface
	names    register          // person surfaces of several words, and people, by their words
	long     map[uint64]uint64 // keys of longer names by those of their short forms
	things   map[uint64]int32  // what is no person, by its core key
	people   []who
	ents     []entity
	spoken   []said

	strangers []stranger
}

// surface is one written form of a name.
type surface struct {
	key         uint64
	first, last int // tokens of its first candidate
	score       [kinds]int16
	firm        int // candidates that are surely names
	count       int
	kind        kind
	ent         int
}

func newBook(r *reader) *book {
	return &book{reader: r, index: make(map[uint64]int32, len(r.cands)), surfaces: make([]surface, 0, len(r.cands)), names: newRegister(len(r.cands)), people: make([]who, 0, len(r.cands)/4+4), ents: make([]entity, 0, len(r.cands)/2+8), spoken: make([]said, 0, len(r.seg.Sentences)/2+8), things: make(map[uint64]int32, len(r.cands))}
}

// sum adds up the evidence by surface form and settles each form's kind.
func (b *book) sum() {
	for i := range b.cands {
		b.count(&b.cands[i])
	}
	for i := range b.surfaces {
		s := &b.surfaces[i]
		s.kind = best(&s.score)
		if b.full(s) && !b.landed(s.first, s.last) {
			b.enter(int32(i))
		}
	}
	b.crowded()
	for i := range b.surfaces {
		if s := &b.surfaces[i]; b.full(s) && b.landed(s.first, s.last) {
			b.enter(int32(i))
		}
	}
	b.plurals()
	b.franchises()
	b.addressed()
	b.firms()
	b.bracketed()
	b.lands()
	b.shorthand()
	for i := range b.surfaces {
		b.relate(&b.surfaces[i])
	}
	b.parts()
	for i := range b.cands {
		b.cands[i].kind = b.settle(&b.cands[i])
	}
	if b.compared() {
		for i := range b.cands {
			b.cands[i].kind = b.settle(&b.cands[i])
		}
	}
	b.enumerated()
	b.complete()
	b.cands = slices.DeleteFunc(b.cands, func(c cand) bool {
		if c.last == c.first {
			return true
		}
		s := b.surface(&c)
		if b.foreign && (c.kind == otherKind || s.score[c.kind] < 26 || c.kind == person && c.before == 0 && !b.surePerson(&c)) {
			return true
		}
		return s.firm == 0 || c.kind == otherKind && (b.allCommon(&c) && !b.housed(&c) || c.last-c.first == 1 && b.shows(c.first, loud) && c.listed == 0)
	})
}

// full reports whether a form is a person's name of several words.
func (b *book) full(s *surface) bool {
	return (s.kind == person || s.kind == character) && b.words(s.first, s.last) > 1 && s.firm > 0
}

// landed reports whether tokens [first, last) are two names of which the second is
// a country's: it may be a surname that ran into it, "the Brisk Chile plan".
func (b *book) landed(first, last int) bool {
	return last-first == 2 && b.is(first+1, place) && !b.is(first+1, surname|common|city) && !b.is(first, place|city|org|placeStart|nation) && b.shows(first+1, upper|word) && !b.shows(first+1, caps)
}

// count adds a candidate's evidence to its surface form.
func (b *book) count(c *cand) {
	s := b.surface(c)
	for k, p := range c.score {
		s.score[k] = min(s.score[k]+p, 4000)
	}
	if s.count > 0 && c.listed == 0 && c.flags == 0 && c.last-c.first > 1 {
		if named, commons, _ := b.countWords(c); commons > 0 && named == 0 {
			s.score[otherKind] -= plainOther // the look of a form counts once
			s.score[work] -= plainWork
		}
	}
	s.count++
	if c.flags&weak == 0 {
		s.firm++
	}
	s.kind = best(&s.score)
}

// crowded parts a known surname from the listed outlet or organization that it
// follows without a comma: "Speaking to the Daily Lantern Brisk said".
func (b *book) crowded() {
	n := len(b.cands)
	for i := range n {
		b.unnick(&b.cands[i])
		last := b.crowdedAt(&b.cands[i])
		if last == 0 {
			continue
		}
		rest := cand{first: last, last: last + 1, sentence: b.cands[i].sentence, key: b.key(last, last+1), listed: b.marks[last], entity: -1}
		b.weigh(&rest)
		b.count(&rest)
		c := &b.cands[i]
		b.surface(c).firm--
		c.last, c.score = last, [kinds]int16{}
		c.key = b.key(c.first, c.last)
		_, c.listed = b.part(c.first, last)
		b.weigh(c)
		b.count(c)
		b.cands = append(b.cands, rest)
	}
	if len(b.cands) > n {
		slices.SortStableFunc(b.cands, func(x, y cand) int { return x.first - y.first })
	}
}

// unnick cuts off the word before the full name of somebody whom the text names by
// it elsewhere: "Prophet Otto Lund".
func (b *book) unnick(c *cand) {
	if c.flags != 0 || b.words(c.first, c.last) < 3 || b.is(c.first, given|surname|particle) || !b.shows(c.first+1, upper|word) || !b.is(c.first+1, given) && !b.shows(c.first+1, caps) {
		return
	}
	i, ok := b.index[b.key(c.first+1, c.last)]
	if !ok || !b.full(&b.surfaces[i]) || b.surfaces[i].kind != person {
		return
	}
	b.surface(c).firm--
	c.first, c.score = c.first+1, [kinds]int16{}
	c.key = b.key(c.first, c.last)
	_, c.listed = b.part(c.first, c.last)
	b.weigh(c)
	b.count(c)
}

// crowdedAt is the token of the surname that crowds a candidate; 0 when none
// does.
func (b *book) crowdedAt(c *cand) int {
	last := c.last - 1
	if b.landed(c.first, c.last) && c.before == 0 && c.flags == 0 && b.names.has(lastName, b.keys[c.first]) && b.article(c.first-1) {
		return last
	}
	if last <= c.first || c.flags != 0 || !b.shows(last, upper|word) || b.shows(last, caps) || !b.names.has(lastName, b.keys[last]) || b.is(last, orgEnd|placeEnd|common) || b.surface(c).kind == person {
		return 0
	}
	k, m := b.part(c.first, last)
	if k != last-c.first || m&given != 0 || m&outlet == 0 && (m&org == 0 || k < 2) {
		return 0
	}
	return last
}

// enter makes a full name known by its last and its first word.
func (b *book) enter(i int32) {
	s := &b.surfaces[i]
	l, f := b.lastKey(s.first, s.last), b.keys[s.first]
	b.names.add(lastName, l, i)
	b.names.add(firstName, f, i)
}

// addressed makes persons of full names that tell no kind by themselves where
// a form of address stands before their last word elsewhere: "Mr. Oyelaran".
func (b *book) addressed() {
	var known map[uint32]bool
	for i := range b.cands {
		c := &b.cands[i]
		if c.before&(honorific|title) != 0 && c.last-c.first == 1 && c.flags&family == 0 {
			if known == nil {
				known = map[uint32]bool{}
			}
			known[b.keys[c.first]] = true
		}
	}
	if known == nil {
		return
	}
	for i := range b.surfaces {
		s := &b.surfaces[i]
		n := b.words(s.first, s.last)
		if s.kind != otherKind || s.firm == 0 || n < 2 || n > 3 || b.is(s.first, common|place|nation|org|outlet) || !known[b.lastKey(s.first, s.last)] {
			continue
		}
		s.score[person] += 40
		if s.kind = best(&s.score); s.kind == person {
			b.enter(int32(i))
		}
	}
}

// firms lends a word that tells no kind the kind of the organization whose
// name begins with it, "Lantern" of "Lantern Sachs", and an outlet's last word its
// kind: "the Examiner" of the "Halden Examiner".
func (b *book) firms() {
	for i := range b.surfaces {
		s := &b.surfaces[i]
		if s.kind == outletKind && s.firm > 0 && b.words(s.first, s.last) > 1 && b.is(s.last-1, outletEnd) {
			if j, ok := b.index[b.key(s.last-1, s.last)]; ok && !b.names.has(lastName, b.keys[s.last-1]) {
				x := &b.surfaces[j]
				x.score[outletKind] += 40
				x.kind = best(&x.score)
			}
			continue
		}
		if s.kind != organization || s.firm == 0 || b.words(s.first, s.last) < 2 || !b.telling(s.first) {
			continue
		}
		j, ok := b.index[b.key(s.first, s.first+1)]
		if !ok {
			continue
		}
		if x := &b.surfaces[j]; x.kind == otherKind || x.kind == person && !b.names.has(lastName, b.keys[x.first]) && x.score[person] < 20 {
			x.score[organization] += 30
			x.kind = best(&x.score)
		}
	}
}

// bracketed makes a body of the initials that stand in brackets behind the body's
// name, whatever place is written so: "the Gardeners of Asia (GOA)".
func (b *book) bracketed() {
	for i := range b.cands {
		c := &b.cands[i]
		at := c.last + 1
		if c.last-c.first < 3 || !b.at(c.last, '(') || !b.shows(at, caps) || !b.at(at+1, ')') || !b.is(at, place) || b.surface(c).kind != organization || !b.initialled(c, b.of(at)) {
			continue
		}
		if j, ok := b.index[b.key(at, at+1)]; ok {
			b.surfaces[j].score[organization] = decided
			b.surfaces[j].kind = organization
		}
	}
}

// initialled reports whether w is the capitals of a candidate's words.
func (b *book) initialled(c *cand, w string) bool {
	n := 0
	for i := c.first; i < c.last; i++ {
		if !b.shows(i, upper|word) || b.article(i) {
			continue
		}
		if n == len(w) || b.of(i)[0] != w[n] {
			return false
		}
		n++
	}
	return n == len(w)
}

// lands lends a word the kind of the county or the park whose name begins with it,
// unless it is somebody's: "Halden" of "Halden County".
func (b *book) lands() {
	const worth = 20
	for i := range b.surfaces {
		s := &b.surfaces[i]
		if s.kind != placeKind || s.firm == 0 || b.words(s.first, s.last) < 2 || !b.is(s.last-1, placeEnd) || !b.isLand(s) {
			continue
		}
		j, ok := b.index[b.key(s.first, s.first+1)]
		if !ok || b.is(s.first, common|surname|figure|org|placeStart) || b.names.has(lastName, b.keys[s.first]) || b.names.has(firstName, b.keys[s.first]) {
			continue
		}
		if x := &b.surfaces[j]; x.kind == otherKind || x.kind == person && int(x.score[person]) < worth*x.count {
			x.score[placeKind] += worth * int16(min(x.count, 20))
			x.kind = best(&x.score)
		}
	}
}

// isLand reports whether a place's name of several words is that of a county, a
// province or a park, which towns in it share.
func (b *book) isLand(s *surface) bool {
	switch b.of(s.last - 1) {
	case "County", "Province", "Prefecture", "Oblast", "Governorate", "Township", "City", "Airport":
		return true
	case "Park":
		return b.of(s.last-2) == "National"
	}
	return false
}

// telling reports whether the word at token i can stand for a whole name that
// begins with it.
func (b *book) telling(i int) bool {
	return b.shows(i, upper|word) && !b.shows(i, caps) && !b.is(i, common|place|city|nation|given|calendar|orgHead|orgEnd|placeStart|placeEnd|outlet) && !b.lower.has(b.keys[i]) && b.seg.Tokens[i].End-b.seg.Tokens[i].Start > 3
}

// franchises lends the first half of "Halden: The Return" its being a work.
func (b *book) franchises() {
	for i := range b.cands {
		c := &b.cands[i]
		k := b.colonIn(c.first, c.last)
		if k == 0 {
			continue
		}
		if j, ok := b.index[b.key(c.first, k)]; ok {
			b.surfaces[j].score[work] += 40
			b.surfaces[j].kind = best(&b.surfaces[j].score)
		}
	}
}

// parts makes a work of a name with a number whose bare form is one:
// "Halden 2".
func (b *book) parts() {
	for i := range b.surfaces {
		s := &b.surfaces[i]
		if s.last-s.first < 2 || b.keys[s.last-1] == 0 || b.shows(s.last-1, word) {
			continue
		}
		if j, ok := b.index[b.key(s.first, s.last-1)]; ok && b.surfaces[j].kind == work {
			s.score[work] += 40
			s.kind = best(&s.score)
		}
	}
}

// compared makes a work of what a work is compared to; it reports whether it
// has learned anything.
func (b *book) compared() bool {
	learned := false
	for i := 1; i < len(b.cands); i++ {
		c, prev := &b.cands[i], &b.cands[i-1]
		at := c.first - 1
		if at < 1 || prev.kind != work || prev.sentence != c.sentence || b.of(at) != "to" {
			continue
		}
		if w := b.of(at - 1); w == "compared" || w == "similar" {
			s := b.surface(c)
			s.score[work] = max(s.score[work], s.score[person]+40)
			learned = true
		}
	}
	return learned
}

// plurals turns "the Morenos" into a group where a Moreno is known.
func (b *book) plurals() {
	for i := range b.cands {
		c := &b.cands[i]
		w := b.of(c.first)
		if c.last-c.first != 1 || len(w) < 4 || w[len(w)-1] != 's' || c.first == 0 || !b.article(c.first-1) {
			continue
		}
		one := foldKey(w[:len(w)-1])
		if !b.names.has(lastName, one) {
			one = foldKey(strings.TrimSuffix(w, "es"))
		}
		if !b.names.has(lastName, one) || b.names.has(lastName, b.keys[c.first]) {
			continue
		}
		c.key, c.flags = familyKey(one, 0), plural
		c.first--
		s := b.surface(c)
		s.firm, s.kind = s.firm+1, group
		s.score[group] += 100
	}
}

// complete lengthens names that the document has in full elsewhere: by the
// common word that opens the sentence, and to the title of a work ("Fed" in
// "the film Fed Up").
func (b *book) complete() {
	for i := range b.cands {
		c := &b.cands[i]
		if c.last == c.first {
			continue
		}
		if f := c.first - 1; f >= 0 && b.shows(f, upper|word|first) && b.known(f, c.last) {
			c.first, c.key = f, b.key(f, c.last) // the opener of the sentence is part of the name after all
			c.kind = b.settle(c)
		}
		end, k := b.longestKnown(c.first, b.seg.Sentences[c.sentence].Last)
		if k != work || end <= c.last {
			continue
		}
		c.last, c.key, c.kind = end, b.key(c.first, end), work
		for j := i + 1; j < len(b.cands) && b.cands[j].first < end; j++ {
			b.cands[j].last = b.cands[j].first
		}
	}
}

// surePerson reports whether a person's name needs no help of the language's
// own words: it begins with a listed name and has a second, or belongs to one
// that does.
func (b *book) surePerson(c *cand) bool {
	if b.words(c.first, c.last) == 1 {
		return b.names.has(lastName, b.keys[c.first])
	}
	return b.is(c.first, given|figure|surname)
}

// allCommon reports whether a candidate has no word but common ones.
func (b *book) allCommon(c *cand) bool {
	for i := c.first; i < c.last; i++ {
		if b.shows(i, word) && b.marks[i]&(common|starter|role|workHead) == 0 && !b.lower.has(b.keys[i]) && !bent(b.of(i)) {
			return false
		}
	}
	return true
}

// housed reports whether a candidate begins with the name of a place or a body of several
// words: "White House Situation Room".
func (b *book) housed(c *cand) bool {
	const most = 2
	k, m := b.part(c.first, c.last)
	if k < 2 || k == c.last-c.first || c.last-c.first > k+most || m&(org|place) == 0 || !b.ended(c.last, b.seg.Sentences[c.sentence]) {
		return false
	}
	for i := c.first + k; i < c.last; i++ {
		if !b.shows(i, upper|word) || b.is(i, starter|placeCue|action|personVerb|past) || b.cue(i, preposition) || b.verb(i) && !b.is(i, role|orgEnd|placeEnd|eventEnd) {
			return false
		}
	}
	return true
}

// surface returns the entry of a candidate's written form.
func (b *book) surface(c *cand) *surface {
	i, ok := b.index[c.key]
	if !ok {
		i = int32(len(b.surfaces))
		b.index[c.key] = i
		b.surfaces = append(b.surfaces, surface{key: c.key, first: c.first, last: c.last, ent: -1})
	}
	return &b.surfaces[i]
}

// best is the kind with the most points, the earlier one of equals; a form
// with hardly any is other, and a part in a play is a character however much
// of a person's name it has.
func best(score *[kinds]int16) kind {
	const enough, part = 8, 40
	if score[character] >= part {
		return character
	}
	k := otherKind
	most := max(score[otherKind], enough)
	for i := range otherKind {
		if score[i] > most {
			k, most = i, score[i]
		}
	}
	return k
}

// relate lends a single word the evidence of the full names it belongs to.
func (b *book) relate(s *surface) {
	if b.words(s.first, s.last) != 1 {
		if b.is(s.first, particle) && b.names.has(lastName, b.lastKey(s.first, s.last)) && s.kind != person {
			s.score[person] += 40 + 12*int16(min(s.count, 20)) // "bin Halden"
			s.kind = best(&s.score)
		}
		return
	}
	if b.names.has(lastName, b.keys[s.first]) {
		s.score[person] += 40 + 12*int16(min(s.count, 20))
		if !b.shows(s.first, caps) && b.bornBy(s.first) {
			s.score[outletKind] = 0 // a station's call sign: "KING"
		}
		if !b.shows(s.first, caps) && b.introduced(s) {
			b.discount(s, org|place|city)
		}
		s.firm++
	} else if b.names.has(firstName, b.keys[s.first]) && (b.is(s.first, given|familyFirst) || b.calledSo(s.first)) {
		s.score[person] += 25 + 8*int16(min(s.count, 20))
		if b.is(s.first, org) && b.is(s.first, given) && !b.shows(s.first, caps) {
			b.discount(s, org)
		}
		if b.is(s.first, familyFirst) && b.is(s.first, starter|role) && !b.shows(s.first, caps) {
			s.score[person] += 40 // "Oh", "Son"
		}
		s.firm++
	} else if !b.is(s.first, given|surname|figure) && (b.shows(s.first, caps) || b.is(s.first, common|nation|org|orgEnd|place)) {
		s.score[person] -= 60 // only the context makes it a person
	}
	s.kind = best(&s.score)
}

// introduced reports whether the text has told a full name that ends in the
// word of a surface before the word alone, headlines apart: what follows is the
// person then, whatever else the lists know by that name.
func (b *book) introduced(s *surface) bool {
	const sure = 40 // what a title before a name is worth, with the look of one
	early := b.inHeadline(s.first)
	var room [bearers]int32
	for _, n := range b.names.latest(lastName, b.keys[s.first], &room) {
		if x := &b.surfaces[n]; (early || x.first < s.first) && (b.is(x.first, given) || int(x.score[person]) > sure*x.count) {
			return true
		}
	}
	return false
}

// inHeadline reports whether token i stands in the headline.
func (b *book) inHeadline(i int) bool {
	k := b.seg.SentenceAt(int(b.seg.Tokens[i].Start))
	return k >= 0 && b.seg.Sentences[k].Block >= 0 && b.doc.Blocks[b.seg.Sentences[k].Block].Kind == nutgraf.Headline
}

// discount takes back what certain lists have said of a single word.
func (b *book) discount(s *surface, lists mark) {
	var listed cand
	b.weighListed(&listed, b.marks[s.first]&lists, 1)
	for k, p := range listed.score {
		s.score[k] = max(0, s.score[k]-p*int16(min(s.count, 100)))
	}
}

// settle decides a candidate's kind: by its form, leaning on its own context.
func (b *book) settle(c *cand) kind {
	score := b.surface(c).score
	for k := range score {
		score[k] += c.score[k]
	}
	if c.last-c.first == 1 && c.last < len(b.keys) && b.is(c.first, orgHead|orgEnd) && b.is(c.first, common) && b.is(c.last, nation) {
		score[person] = 0 // "House Republicans", whoever is called House
	}
	return b.kindHere(c, best(&score))
}

// words counts the words of tokens [first, last).
func (b *reader) words(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if b.keys[i] != 0 && !b.possessive(i) {
			n++
		}
	}
	return n
}

// lastKey is the key of the last word that is no suffix.
func (b *reader) lastKey(first, last int) uint32 {
	for i := last - 1; i > first; i-- {
		if b.keys[i] != 0 && !(b.is(i, suffix) && i > first+1) {
			return b.keys[i]
		}
	}
	return b.keys[first]
}
