package mention

// versus is the token of the "v." that makes a courts' case of tokens
// [from, end), or 0.
func (r *reader) versus(from, end int) int {
	for i := from + 1; i+2 < end; i++ {
		if r.against(i) {
			return i
		}
	}
	return 0
}

// against reports whether the word at token i parts the two sides of a courts'
// case: "Brisk v. Lund". Where the text speaks of a court "vs." does so too.
func (r *reader) against(i int) bool {
	if w := r.of(i); w != "v" && (w != "vs" || !r.court) {
		return false
	}
	return i > 0 && r.shows(i-1, upper|word) && r.at(i+1, '.') && r.shows(i+1, glued) && r.shows(i+2, upper|word)
}

// splitCase makes one candidate of a run [from, end) with two sides, of whom the
// "v." at token at parts the second; titles and forms of address stay outside.
func (r *reader) splitCase(from, at, end, n int) {
	for from < at-1 {
		k, m := r.part(from, at)
		if from+k >= at || m&(title|honorific) == 0 {
			break
		}
		from += k
	}
	r.flush(from, end, n, 0)
}

// shorthand lends the short form of a longer name what that name is: one side of
// a courts' case where it is called so ("the Brisk decision"), or anywhere where it
// can hardly mean anybody else, and the name of a storm.
func (b *book) shorthand() {
	for i := range b.surfaces {
		s := &b.surfaces[i]
		if at := b.versus(s.first, s.last); at > 0 && !b.is(at-1, common|orgEnd|placeEnd) {
			b.lengthen(b.key(at-1, at), s.key)
		} else if s.last-s.first == 2 && b.cue(s.first, storm) {
			b.lengthen(b.key(s.last-1, s.last), s.key)
		} else if s.last-s.first == 2 && s.firm > 0 && s.kind == placeKind && b.cue(s.first, halves) && b.cue(s.last-1, halves) {
			b.lengthen(b.key(s.first, s.first+1), s.key)
		}
	}
	if b.long == nil {
		return
	}
	for i := range b.cands {
		c := &b.cands[i]
		full := b.long[c.key]
		if full == 0 || c.last-c.first != 1 || c.before != 0 || b.cue(c.first, halves) && (!b.article(c.first-1) || b.shows(c.last, upper)) {
			continue
		}
		k := b.surfaces[b.index[full]].kind
		known := b.names.has(lastName, b.keys[c.first]) || b.names.has(firstName, b.keys[c.first]) || c.listed&(place|nation|org|outlet) != 0
		if known && !(k == work && b.cue(c.last, ruling)) {
			continue
		}
		c.score[k] = decided
		if !known && !b.cue(c.first, halves) {
			b.surface(c).score[k] = decided
			b.surface(c).firm++
		}
	}
}

// lengthen enters the key of a longer name under that of its short form, the
// first of several.
func (b *book) lengthen(short, full uint64) {
	if b.long == nil {
		b.long = map[uint64]uint64{}
	}
	if b.long[short] == 0 {
		b.long[short] = full
	}
}

// decided is more than what else can speak for a kind, twice of it included.
const decided = 8000
