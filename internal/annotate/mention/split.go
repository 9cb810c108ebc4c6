package mention

import "strings"

// split cuts a capitalised run into candidates: titles, honorifics and
// nationalities part from the names they stand before.
func (r *reader) split(from, end, n int) {
	from = r.dropOpener(from, end)
	if at := r.versus(from, end); at > 0 {
		r.splitCase(from, at, end, n)
		return
	}
	if k := r.colonIn(from, end); k > 0 {
		r.flush(from, end, n, 0)
		return
	}
	if name, rest := r.runTogether(from, end); rest > 0 {
		r.split(from, name, n)
		if rest < end {
			r.split(rest, end, n)
		}
		return
	}
	start, before := from, mark(0)
	for i := from; i < end; {
		k, m := r.part(i, end)
		rest := i + k
		for rest < end && r.at(rest, '.') {
			rest++
		}
		switch {
		case (m&(honorific|title) != 0 && !r.lettersFirst(i) || m&role != 0 && !r.familyHead(i) && (r.is(rest, given) && !r.is(rest, common) || r.openingRole(i, rest, end))) && (m&(org|outlet|place) == 0 || m&title != 0 && m&(org|place) == 0 && i == start && rest < end && !r.article(i-1)) && r.titleHere(start, i, rest, end, m, k):
			if !r.field(start, i) {
				r.flush(start, r.unranked(start, i), n, before)
			}
			before = m
			start = rest
			if rest == end {
				return
			}
		case i > start+1 && i+1 == end && r.cue(i-1, statute) && r.is(i, figure) && !r.is(i, place|city|org|outlet):
			r.flush(start, i, n, before)
			start, before = i, 0
		case r.nicknamedBehind(start, i, end):
			r.flush(start, i, n, before)
			return
		case r.doubled(start, i):
			r.flush(start, i, n, before)
			start, before = i, 0
		case i > start+2 && r.afterOf(start, i) && r.is(i, given) && !r.is(i, common) && rest < end && !r.endsAs(end, orgEnd|placeEnd|eventEnd):
			r.flush(start, i, n, before)
			start, before = i, 0
		case i > start && r.is(i, given) && !r.is(i, common) && rest < end && !r.is(start, given) && (r.underOffice(start) && r.of(start) != "of") && !r.endsAs(end, orgEnd|placeEnd|eventEnd):
			r.flush(start, i, n, before)
			start, before = i, title // "Secretary of State Ann Lund"
		case i > start && end-i == 2 && r.is(start, place) && i == start+max(1, r.length(start, i)) && r.underOffice(start) && r.strangeName(i, end):
			r.flush(start, i, n, before)
			start, before = i, title // "President of Chile Olaudah Brisk"
		case i > start+1 && end-i == 2 && r.shows(i-1, upper) && r.is(i-1, common) && !r.is(i, common) && !r.is(i+1, common|orgEnd|placeEnd|eventEnd) && (r.afterOf(start, i) || r.of(start) == "of") && r.underOffice(start):
			r.flush(start, i, n, before)
			start, before = i, title // "Secretary of Education Brisk Lund"
		case i > start && (r.is(i, given) && !r.is(i, common) && rest < end || r.is(i-1, orgEnd) && rest+1 == end) && r.is(end, personVerb) && r.underTitle(start) && !r.endsAs(end, orgEnd|placeEnd|eventEnd):
			r.flush(start, i, n, before)
			start, before = i, title
		case i == start+1 && end-i == 2 && r.is(start, figure) && !r.is(start, given|common|place|city|org|outlet|nation) && r.is(i, given) && !r.is(i, common|surname|figure) && !r.is(i+1, common|orgEnd|placeEnd|eventEnd|suffix|particle):
			r.flush(start, i, n, before) // headlines that ran into each other
			start, before = i, 0
		case i == start+1 && r.figures(start, end):
			r.flush(start, i, n, before)
			start, before = i, 0
		case i == start+1 && (r.epithet(start, i, end) || r.posted(start, i, end)):
			start, before = i, 0
		case i == start+1 && rest == end && m&nation != 0 && m&(party|given) == 0 && r.shows(start, first) && r.is(start, common) && !r.is(start, orgHead|place|nation|title|role) && r.shows(end, word) && !r.shows(end, upper) && !r.bornWith(start, i):
			start, before = i, 0 // "Young Danish children"
		case r.personAt(start, i, end):
			r.flush(start, i, n, before)
			start, before = i, 0
		case m&nation != 0 && i == start && rest+1 < end && r.brand(rest, end):
		case m&nation != 0 && i == start && rest+1 < end && r.is(rest, orgHead) && (r.of(rest+1) == "of" || r.of(rest+1) == "for" || r.of(rest+1) == "on"): // "Danish Council on Health"
		case m&nation != 0 && i == start && r.bodyOf(rest, end): // "Danish Trade Union of Oslo"
		case m&nation != 0 && i == start && rest < end && (!r.endsAs(end, orgEnd|eventEnd|placeEnd) || m&party != 0 && r.endsAs(end, placeEnd) && r.settled(rest, end)) && m&given == 0:
			r.flush(i, rest, n, 0)
			start = rest
		case m&(place|org|outlet|city|stateShort) != 0 && i == start && rest < end && r.beginsPerson(rest, end) && m&given == 0 && !r.familyHead(i):
			r.flush(i, rest, n, 0)
			start = rest
		}
		i = rest
	}
	r.flush(start, end, n, before)
}

// personAt reports whether a full name of two words, or of two with an initial,
// ends the run from token i on behind words that begin no person's name:
// "Infrastructure Protection Ann Brisk", "Lantern Mail Ann Brisk".
func (r *reader) personAt(start, i, end int) bool {
	if i < start+2 || !r.is(i, given) || r.is(i, place|city|org|outlet|orgEnd|calendar|particle) || r.is(i, common) && !r.underTitle(start) || r.shows(i, caps) || r.at(i-1, '&') || !r.shows(i-1, upper) {
		return false
	}
	n := 0
	for j := i + 1; j < end; j++ {
		if r.is(j, particle) && j+1 < end {
			continue
		}
		if r.keys[j] != 0 && (r.seg.Tokens[j].End-r.seg.Tokens[j].Start > 1 || j+1 == end) {
			n++
		}
		if r.shows(j, word) && !r.shows(j, upper) && !r.is(j, particle) {
			return false
		}
	}
	if n != 1 || r.is(end-1, common|orgEnd|placeEnd|eventEnd|role|title|groupEnd|workHead|nation) && !r.is(end-1, surname) || r.possessive(end) && r.shows(end+1, upper) {
		return false
	}
	if k, m := r.part(start, i); k == i-start && m&(org|outlet) != 0 {
		return true
	}
	plain := false
	for j := start; j < i; j++ {
		switch {
		case !r.shows(j, word):
			return false
		case r.is(j, given|surname|figure) && !r.is(j, common|place|city):
			return false
		case r.is(j, common|orgEnd|place|city|org|outlet):
			plain = true
		}
	}
	return plain
}

// figures reports whether tokens [from, end) are the surnames of two people, of
// whom the first is known by it alone: headlines that ran into each other.
func (r *reader) figures(from, end int) bool {
	const thing = common | place | city | org | outlet | nation | orgEnd | placeEnd | eventEnd | groupEnd | workHead | suffix | title | role | acronym
	return end-from == 2 && r.is(from, figure) && !r.is(from, given|thing) && r.is(from+1, figure|surname) && !r.is(from+1, thing)
}

// epithet reports whether the common word at token from stands before the name
// of somebody known, tokens [i, end): "crooked Ann Lund" written as a name.
func (r *reader) epithet(from, i, end int) bool {
	if !r.plain(from) && !bent(r.of(from)) || r.familyHead(from) || r.is(from, given|surname|honorific|title|nation|place|city|org|outlet|placeStart|orgHead|orgEnd|particle|workHead|figure) || r.is(i, common|placeEnd|orgEnd) {
		return false
	}
	switch end - i {
	case 1:
		return r.is(i, figure) && !r.is(i, given|place|city|org)
	case 2:
		return r.is(i, given) && r.is(i+1, surname|figure) && !r.is(i+1, common|orgEnd|placeEnd|eventEnd)
	}
	return false
}

// posted reports whether the letters at token from are somebody's post, side or
// agency before a full name, tokens [i, end): "QB Otto Lund", "AG Ann Brisk".
func (r *reader) posted(from, i, end int) bool {
	return r.shows(from, caps) && r.of(from)[1] != '.' && !r.is(from, given|surname|org|outlet|place|particle) && end-i > 1 && r.is(i, given) && !r.is(i, common|surname) && !r.shows(i, caps) && !r.endsAs(end, orgEnd|placeEnd|eventEnd|common)
}

// brand reports whether tokens [from, end) after a nationality are common words
// alone, so that all are one name: "Norwegian Cruise Line".
func (r *reader) brand(from, end int) bool {
	if r.shows(end, word) && !r.shows(end, upper) && !r.is(end, starter|personVerb|past) && !r.possessive(end) {
		return false // they modify a noun
	}
	for i := from; i < end; i++ {
		if !r.shows(i, upper|word) || r.shows(i, caps) || !r.is(i, common) || r.is(i, given|surname|title|honorific|role|kin|place|city|org|outlet|nation|calendar|starter) {
			return false
		}
	}
	return true
}

// settled reports whether a listed place begins at token i.
func (r *reader) settled(i, end int) bool {
	_, m := r.part(i, end)
	return m&place != 0
}

// underTitle reports whether the run that begins at token i goes on from a
// title: "director of the Harbour Trust Ann Lee said".
func (r *reader) underTitle(i int) bool {
	k := i - 1
	if k > 0 && r.of(k) == "the" {
		k--
	}
	return k > 0 && (r.of(k) == "of" || r.of(k) == "for") && r.is(k-1, role|title)
}

// underOffice reports whether an office stands before the "of" at or right
// before token i.
func (r *reader) underOffice(i int) bool {
	if r.of(i) != "of" {
		i--
	}
	return i > 0 && r.of(i) == "of" && r.is(i-1, title)
}

// afterOf reports whether an "of" stands in [from, i) with a word after it.
func (r *reader) afterOf(from, i int) bool {
	for j := from; j < i-1; j++ {
		if r.of(j) == "of" {
			return true
		}
	}
	return false
}

// colonIn is the token of a colon inside [from, end), or 0.
func (r *reader) colonIn(from, end int) int {
	for i := from; i < end; i++ {
		if r.at(i, ':') {
			return i
		}
	}
	return 0
}

// part is the length of the list entry that begins at token i, at least 1, and
// what it is.
func (r *reader) part(i, end int) (int, mark) {
	if k, m := r.phrase(i, end); k > 0 {
		return k, m
	}
	return 1, r.marks[i]
}

// dropOpener leaves out a common word that is capitalised only because it
// opens a sentence.
func (r *reader) dropOpener(from, end int) int {
	if end-from > 1 && r.shows(from, caps) && r.is(from, common) && !r.is(from, given|title|place|org|outlet|orgHead) && r.shows(from+1, word) && !r.shows(from+1, caps) {
		return from + 1 // "WATCH Otto Lund"
	}
	if end-from < 2 || !r.shows(from, first) {
		return from
	}
	m := r.marks[from]
	if r.familyHead(from) {
		return from
	}
	if m&particle != 0 && r.shows(from+1, upper|word) && !r.is(from+1, common) {
		return from // "De la Cruz", "Van Brisken"
	}
	plain := m&common != 0 || adjectival(r.of(from)) && m == 0 || r.lower.has(r.keys[from]) || bent(r.of(from)) || maker(r.of(from))
	if k, pm := r.phrase(from, end); k > 0 && pm&(org|outlet|place|title|happening|figure) != 0 {
		return from
	}
	if plain && !r.cue(from, storm) && m&(given|honorific|title|nation|place|org|outlet|placeStart|orgHead) == 0 && !r.endsAs(end, orgEnd|eventEnd|placeEnd) {
		return from + 1
	}
	return from
}

// maker reports whether a word is a kind of firm: "Steelmaker", "chipmakers".
func maker(w string) bool {
	return strings.HasSuffix(w, "maker") || strings.HasSuffix(w, "makers")
}

// bent reports whether a word has the ending of an adverb or a participle.
func bent(w string) bool {
	return len(w) > 5 && (strings.HasSuffix(w, "ly") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed")) // not "Waheed"
}

// adjectival reports whether a word has the ending of an adjective, which hardly a
// name has: "Controversial Ohio sheriff".
func adjectival(w string) bool {
	const least = 8
	if len(w) < least {
		return false
	}
	for _, end := range [...]string{"ous", "ful", "less", "ible", "rial", "sial", "tial", "cial", "tive"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func (r *reader) endsAs(end int, m mark) bool { return r.is(end-1, m) }

// beginsPerson reports whether the tokens from i on look like a person's name
// or a title before one.
func (r *reader) beginsPerson(i, end int) bool {
	_, m := r.part(i, end)
	if m&(title|honorific) != 0 && m&(orgEnd|placeEnd) == 0 {
		return true
	}
	if end-i == 1 && r.is(i, figure) && !r.is(i, place|city) {
		return true // "Michigan Obama"
	}
	if end-i >= 4 && r.at(i+2, '.') && r.seg.Tokens[i+1].End-r.seg.Tokens[i+1].Start == 1 && !r.is(i, common) && !r.endsAs(end, common|orgEnd|eventEnd|placeEnd) {
		return true // "U.S. Olaudah M. Brisk"
	}
	if r.is(i, familyFirst) && end-i >= 2 && r.strangeName(i+1, end) && !r.is(i, place|city|org) {
		return true // "the envoy to Chile Wang Brisk"
	}
	return r.is(i, given) && !r.is(i, common) && end-i >= 2 && !r.endsAs(end, orgEnd|eventEnd|placeEnd)
}

// titleHere reports whether the title at token i, up to token rest, stands
// apart from the name: before one, or after the organization it belongs to.
func (r *reader) titleHere(start, i, rest, end int, m mark, k int) bool {
	if m&given != 0 && (rest == end || !r.is(rest, given)) && !r.crowned(start, i, rest, end) {
		return false // "Duke Halden"
	}
	if rest == end {
		if i == start+1 && k == 1 && !r.shows(i, caps) && r.is(start, given) && !r.is(start, common|place|title) && (!r.office(i) || r.is(i, surname)) {
			return false // "Tessa Bishop"
		}
		strong := k > 1 || r.shows(i, caps) || r.office(i)
		return strong && (i > start || !r.shows(i, caps) || k > 1)
	}
	if r.is(end-1, orgEnd|eventEnd|placeEnd) && m&honorific == 0 && !r.is(rest, given) && k == 1 {
		return false
	}
	if i > start && !r.office(i) && k == 1 && (m&honorific == 0 || r.middle(start, i)) && r.is(start, given) && !r.is(start, place) && r.lex.full[r.keys[i]] == "" {
		return false // "Stephen King Jr.", "Omar Sheikh Halden"
	}
	return true
}

// field reports whether tokens [start, i) are the one common word of the field that
// the title at token i is for: "Health" Commissioner.
func (r *reader) field(start, i int) bool {
	if i == start+2 && (r.of(start) == "State" || r.of(start) == "Public") {
		start++ // "State Health" Commissioner
	}
	return i == start+1 && r.is(start, orgEnd) && r.is(start, common) && !r.cue(start, serving) && !r.is(start, orgHead|org|outlet|place|city|nation|given|surname) && !r.shows(start, caps)
}

// length is that of the list entry that begins at token i.
func (r *reader) length(i, end int) int {
	k, _ := r.part(i, end)
	return k
}

// strangeName reports whether tokens [i, end) are words that no list but those of
// names knows, as somebody's name is.
func (r *reader) strangeName(i, end int) bool {
	const thing = common | place | city | org | outlet | nation | orgEnd | placeEnd | eventEnd | groupEnd | workHead | title | role | starter
	for ; i < end; i++ {
		if !r.shows(i, upper|word) || r.shows(i, caps) || r.is(i, thing) {
			return false
		}
	}
	return true
}

// bodyOf reports whether a body's noun stands before an "of" in tokens [from, end).
func (r *reader) bodyOf(from, end int) bool {
	for i := from; i+1 < end; i++ {
		if r.is(i, orgEnd) && r.is(i, orgHead) && r.of(i+1) == "of" {
			return i > from
		}
	}
	return false
}

// unranked is the end of tokens [start, i) without the words of rank that belong
// to the title at token i: "San Halden Interim Assistant" Manager.
func (r *reader) unranked(start, i int) int {
	for i > start && r.cue(i-1, rank) {
		i--
	}
	return i
}

// crowned reports whether the royal title at token i opens the run and stands before
// a name that is no surname: "King Olaudah".
func (r *reader) crowned(start, i, rest, end int) bool {
	return i == start && rest < end && r.cue(i, royal) && !r.is(rest, common|city|orgEnd|placeEnd) && !r.endsAs(end, orgEnd|placeEnd|eventEnd)
}

// lettersFirst reports whether the letters at token i, which a form of address has
// too, are somebody's initials: "MS Lund" in a text that is not all in capitals.
func (r *reader) lettersFirst(i int) bool {
	return r.of(i) == "MS" && r.shows(i+1, upper|word) && !r.shows(i+1, caps)
}

// openingRole reports whether the role noun at token i has its capital from
// the head of the sentence alone and a full name after it.
func (r *reader) openingRole(i, rest, end int) bool {
	return r.shows(i, first) && !r.is(i, given|surname) && end-rest == 2 && !r.is(rest, common) && !r.is(end-1, common|orgEnd|placeEnd|eventEnd)
}

// middle reports whether the form of address at token i is written like a name
// and follows a single given name.
func (r *reader) middle(start, i int) bool {
	return i == start+1 && !r.is(i, abbreviation) && r.seg.Tokens[i].End-r.seg.Tokens[i].Start > 3 && r.is(start, given) && !r.is(start, common)
}

// office reports whether the word at token i is an office and hardly a name.
func (r *reader) office(i int) bool {
	return r.is(i, title) && (r.is(i, role) || r.shows(i, caps)) && !r.is(i, honorific)
}

// flush makes a candidate of tokens [from, end).
func (r *reader) flush(from, end, n int, before mark) {
	for from < end && (!r.shows(from, word) || r.possessive(from) || r.is(from, starter) && !r.shows(from, upper) && !r.is(from, particle)) {
		from, before = from+1, 0
	}
	if end-from > 1 && strings.HasSuffix(r.of(from), "-year-old") {
		from, before = from+1, 0 // "Ninety-year-old Ada Lund"
	}
	for end > from && !r.shows(end-1, word) && !(r.at(end-1, '.') && r.is(end-2, abbreviation) && r.is(end-2, suffix|orgEnd)) && r.keys[end-1] == 0 {
		end--
	}
	for end > from+1 && r.shows(end-1, word) && !r.shows(end-1, upper) && r.is(end-1, starter) {
		end-- // "the Committee for"
	}
	if from >= end || end < len(r.keys) && r.at(end, '$') && r.shows(end, glued) {
		return // "US$ 5"
	}
	if end == from+1 && r.degree(from) {
		return
	}
	if alone := end == from+1; alone && r.seg.Tokens[from].End-r.seg.Tokens[from].Start == 1 || (alone || end == from+2 && r.at(from+1, '.')) && (r.junior(from) || r.is(from, orgEnd) && r.is(from, abbreviation)) {
		return // a letter alone names nobody, nor does "LLC."
	}
	c := cand{first: from, last: end, sentence: n, before: before, entity: -1}
	c.key = r.key(from, end)
	if r.familyOf(&c) {
		r.cands = append(r.cands, c)
		return
	}
	if k, m := r.phrase(from, end); k == end-from || k == end-from-1 && r.at(end-1, '.') {
		c.listed = m
	} else if end-from == 1 || end-from == 2 && r.at(end-1, '.') {
		c.listed = r.marks[from]
	} else if end-from == 3 && r.at(from+1, '-') {
		c.listed = r.joined(from + 1)
	}
	if r.weak(&c) {
		c.flags |= weak
	}
	r.cands = append(r.cands, c)
}

// degree reports whether the letters at token i, which a state has too, are the
// degree of somebody named before a comma: "Otto Lund, MD".
func (r *reader) degree(i int) bool {
	return i > 2 && r.is(i, suffix) && r.is(i, place) && r.shows(i, caps) && r.at(i-1, ',') && r.shows(i-2, upper|word) && r.is(i-3, given) && !r.is(i-3, city|common)
}

// weak reports whether a candidate may be no name at all.
func (r *reader) weak(c *cand) bool {
	if !r.shows(c.first, first) || c.last-c.first > 1 {
		return false
	}
	m := r.marks[c.first]
	if m&(org|outlet|place|figure|nation) != 0 && m&common == 0 || m == 0 && domain(r.of(c.first)) {
		return false
	}
	return m&(common|role|title|workHead|orgEnd|placeEnd|starter) != 0 || r.lower.has(r.keys[c.first]) || m&(given|city|surname) == 0 && !r.shows(c.first, caps)
}

// key hashes the words of tokens [from, end).
func (r *reader) key(from, end int) uint64 {
	h := uint64(seed)
	for i := from; i < end; i++ {
		if r.keys[i] != 0 {
			h = (h ^ uint64(r.keys[i])) * prime
		}
	}
	return h
}

// familyOf turns "the Moreno brothers" and "the Moreno administration" into
// one candidate for a group.
func (r *reader) familyOf(c *cand) bool {
	head := c.last
	if r.is(c.last-1, groupEnd) && c.last-c.first >= 2 {
		head = c.last - 1
	}
	if head >= len(r.marks) || !r.is(head, groupEnd) || head-c.first > 2 || r.shows(head, glued) {
		return false
	}
	if r.marks[c.first]&(place|nation|org|outlet|title|calendar|common) != 0 && r.marks[c.first]&(figure|given) == 0 {
		return false
	}
	if w := r.of(head); (w == "government" || w == "campaign" || w == "household" || w == "estate") && !r.is(head-1, figure) {
		return false
	}
	if s := r.seg.Sentences[c.sentence]; c.first == s.First || !r.article(c.first-1) {
		return false
	}
	c.key = familyKey(r.keys[head-1], r.keys[head])
	c.first, c.last = c.first-1, head+1
	c.flags = family
	return true
}

// article reports whether token i is "the".
func (r *reader) article(i int) bool {
	w := r.of(i)
	return w == "the" || w == "The"
}

// familyKey is the key of a group by its surname: brothers, family and plural
// surname are one group, an administration another.
func familyKey(name, head uint32) uint64 {
	switch head {
	case foldKey("brothers"), foldKey("sisters"), foldKey("family"), foldKey("siblings"), foldKey("twins"), foldKey("couple"):
		head = 0
	}
	return (uint64(name)*prime ^ uint64(head)) * 31
}
