package mention

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
	case c.last-c.first == 1 && !r.is(c.first, given|surname|figure|common|place|nation) && r.leads(i, s.Last):
		c.add(organization, 16) // "Halden chief executive Otto Lund"
	case low && r.cue(i, trading) && !r.is(c.first, given|figure|place|nation|calendar):
		c.add(organization, 14) // "Halden shares fell"
	case low && m&personVerb != 0:
		c.add(person, 8)
		if r.of(i) == "who" {
			c.add(person, 8)
		}
	case r.possessive(i):
		r.weighOwned(c, i, s.Last)
	case r.of(i) == "of" && c.last-c.first > 1 && r.paper(i+1, s.Last):
		c.add(person, 14) // "Ann Wee of the Vale Times"
	case r.at(i, ','):
		r.weighComma(c, i, s.Last)
	case r.at(i, '('):
		if i+2 < s.Last && r.shows(i+1, caps) && (r.at(i+2, ')') || i+4 < s.Last && r.at(i+4, ')') && (r.at(i+2, '.') || r.at(i+2, ':'))) {
			c.add(organization, 20) // "Halden Foods (HLF.N)"
			c.add(person, -8)
		} else if i+2 < s.Last && r.is(i+1, place) && r.at(i+2, ')') && r.betwixt(c.first-1) && !r.is(c.first, given) {
			c.add(placeKind, 24) // "between Halden (Chile) and"
		}
	}
	if c.last-c.first == 1 && r.is(c.first, given) && !r.is(c.first, common) && r.of(i) == "and" && i+2 < s.Last && r.is(i+1, given) && r.shows(i+1, upper) && r.shows(i+2, upper) && r.is(i+2, surname) {
		c.add(person, 20) // "Daniel and Carla Koch"
	}
	if low {
		if m&placeEnd != 0 && m&surely != 0 || r.cue(i, district) {
			c.add(placeKind, 26)
		}
		if r.cue(i, medium) && c.last-c.first == 1 && !r.is(c.first, place|nation|given|surname|figure) {
			c.add(outletKind, 30) // "Halden magazine"
		}
		r.weighWork(c, i, s.Last)
		if m&productHead != 0 {
			c.add(otherKind, 14)
		}
	}
}

// betwixt reports whether the word at token i may stand before a place.
func (r *reader) betwixt(i int) bool {
	if !r.shows(i, word) || r.shows(i, upper) {
		return false
	}
	switch r.of(i) {
	case "between", "from", "to", "and", "at", "of":
		return true
	}
	return r.is(i, placeCue)
}

// paper reports whether a known outlet is named at token i, behind a "the" or not.
func (r *reader) paper(i, last int) bool {
	if i < last && r.of(i) == "the" {
		i++
	}
	if i >= last {
		return false
	}
	_, m := r.phrase(i, last)
	return m&outlet != 0 && m&(place|org) == 0
}

// leads reports whether the words from token i on are the post of who leads a firm.
func (r *reader) leads(i, last int) bool {
	if r.of(i) == "chief" && i+1 < last {
		return r.is(i+1, common|role|title) && !r.shows(i+1, upper)
	}
	return r.cue(i, boss)
}

// weighOwned reads "X's wife", "X's chief executive".
func (r *reader) weighOwned(c *cand, i, last int) {
	for j := i + 1; j < last && j < i+4 && r.shows(j, word); j++ {
		switch {
		case r.is(j, kin):
			c.add(person, 20)
			return
		case r.cue(j, trading), r.leads(j, last):
			c.add(organization, 10)
			return
		case r.cue(j, trait):
			c.add(person, 12)
			return
		case r.cue(j, seat):
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
	if r.degree(j) {
		return
	}
	if r.is(j, stateShort) && r.shows(j, upper) && c.before == 0 && (c.first == r.seg.Sentences[c.sentence].First || r.is(c.first, city|placeStart) || c.score[person] < 10 && !r.is(c.first, surname|given)) && !r.is(c.first, org|title) {
		c.add(placeKind, 50) // "Halden, Mich."
		return
	}
	switch r.of(j) {
	case "who":
		c.add(person, 20)
		return
	case "whose":
		c.add(person, 14)
		return
	case "which":
		if c.last-c.first > 1 || !r.is(c.first, given|surname) {
			c.add(person, -20)
		}
	case "played":
		c.add(character, 50)
		return
	case "starring", "directed":
		c.add(work, 20)
	case "located", "situated":
		c.add(placeKind, 12)
	}
	if k, m := r.part(j, last); (r.is(j, place) || m&place != 0) && r.shows(j, upper) && r.of(i-1) != "." {
		c.add(placeKind, 8)
		if after := j + k; after >= last || !r.shows(after, word) {
			c.add(placeKind, 16) // "Halden, Ohio,"
		}
	}
	switch r.kindAhead(j, last) {
	case firmNoun:
		c.add(organization, 24)
		return
	case realm:
		if !r.is(c.first, given|figure|org|outlet) {
			c.add(placeKind, 24)
			return
		}
	}
	office := r.at(j, 'a') || r.article(j) || r.of(j) == "an"
	for k := j; k < last && k < j+7 && (r.shows(k, word) || office && r.partyAhead(k, last)); k++ {
		switch {
		case r.cue(k, clauseCue):
			return
		case office && r.shows(k, upper) && r.titleAt(k, last):
			c.add(person, 14) // "Ines Post, the Vice Chairman of"
			return
		case r.shows(k, upper) && !r.is(k, nation) && !(office && r.partyAhead(k, last)):
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

// kindAhead is firmNoun where the words from token j on say that the name before them
// is a firm's, "the maker of", "a Kano-based provider of", and realm where they say
// that it is a place's: "a small town on the coast". 0 when they say neither.
func (r *reader) kindAhead(j, last int) cue {
	const far = 8
	if !r.at(j, 'a') && !r.article(j) && r.of(j) != "an" {
		return 0
	}
	for k := j + 1; k+1 < last && k < j+far; k++ {
		if low := r.shows(k, word) && !r.shows(k, upper); low && (r.cue(k, firmCue|firmNoun|realm) || maker(r.of(k))) {
			switch {
			case r.shows(k+1, word) && (!r.is(k+1, starter) || r.is(k+1, role)):
				return 0
			case r.cue(k, realm) && r.of(k) != "people" && r.of(k) != "residents":
				return realm
			}
			return firmNoun
		}
		if !r.shows(k, word) && !r.at(k, '-') || r.shows(k, upper) && r.cut[k] == 0 && !r.is(k, nation|place|city|common) || r.is(k, starter|personVerb) || r.possessive(k) {
			return 0
		}
	}
	return 0
}

// partyAhead reports whether the words from token i on, all capitals and numbers,
// end in a member of a party: "No. 2 House Democrat".
func (r *reader) partyAhead(i, last int) bool {
	const far = 6
	for k := i; k < last && k < i+far; k++ {
		if r.is(k, nation) && r.is(k, role) {
			return true
		}
		if r.shows(k, word) && !r.shows(k, upper) || r.at(k, ',') {
			return false
		}
	}
	return false
}

// titleAt reports whether a title of the lists begins at token i.
func (r *reader) titleAt(i, last int) bool {
	_, m := r.part(i, last)
	return m&title != 0
}

// weighWork reads "X stars …", "X premiered", "the X star".
func (r *reader) weighWork(c *cand, i, last int) {
	switch w := r.lex.cues[r.of(i)]; {
	case w&format != 0:
		c.add(work, 24)
	case w&crew != 0:
		if r.of(c.first) != "The" {
			c.add(work, 12)
		}
	case w&airing != 0:
		c.add(work, 16)
	case w&plotting != 0:
		if i+1 < last && !r.is(i+1, role) {
			c.add(work, 10)
		}
	case r.of(i) == "stars":
		c.add(work, 20)
	case w&opening != 0:
		if r.screen {
			c.add(work, 6)
		}
	}
}
