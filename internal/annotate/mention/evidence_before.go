package mention

import "strings"

// weighBefore looks at what stands before the candidate.
func (r *reader) weighBefore(c *cand) {
	if c.before&honorific != 0 {
		c.add(person, 50)
	} else if c.before&title != 0 {
		if c.last-c.first == 1 && (r.plain(c.first) && !r.is(c.first, common) || c.before&nation != 0) && !r.is(c.first, given|surname|figure|orgHead) {
			c.add(person, 3) // "Chairman Confirms", "Republican Principles"
		} else if c.before&nation != 0 && r.is(c.first, orgHead) {
			c.add(person, -20) // "the Republican House"
		} else if c.before&nation != 0 && r.is(c.first, common) && !r.is(c.first, given|surname) || c.last-c.first > 1 && r.plainAll(c.first, c.last) && !r.is(c.first, given) && !r.is(c.last-1, surname) {
			c.add(person, 6) // "Republican Conference Dinner"
		} else {
			c.add(person, 30)
		}
	}
	s := r.seg.Sentences[c.sentence]
	i := c.first - 1
	if i < s.First {
		return
	}
	if c.before != 0 {
		return
	}
	if r.possessive(i) && i > s.First && r.is(i-1, place) && c.last-c.first == 1 && r.is(c.first, city) && !r.is(c.first, figure|given) && !r.is(c.last, personVerb) {
		c.add(placeKind, 16) // "Ohio's Franklin was flooded"
		c.add(person, -8)
	}
	if r.screen {
		r.weighScreen(c, i, s.First)
	}
	r.weighNoun(c, i)
	r.weighLead(c, i, s.First)
}

// weighNoun counts the word before the candidate by what the lists say of it.
func (r *reader) weighNoun(c *cand, i int) {
	m := r.marks[i]
	low := r.shows(i, word) && !r.shows(i, upper)
	if strings.HasSuffix(r.of(i), "year-old") {
		c.add(person, 26)
	}
	switch {
	case low && m&role != 0 && c.score[organization] < 28:
		if c.last-c.first == 1 && r.is(c.first, common) && !r.is(c.first, given|surname|figure) {
			c.add(person, 8) // "the host Family"
		} else {
			c.add(person, 26)
		}
	case low && m&kin != 0:
		c.add(person, 30)
	case low && m&personVerb != 0 && c.last-c.first > 1 && !r.shows(i, first):
		c.add(person, 6) // "said Ines Post"
	case r.announced(c.first), r.of(i) == "The" && r.announced(i):
		c.add(work, 24)
		if c.last-c.first > 2 {
			c.add(work, 12) // "the album The Lost Poets Department"
		}
	case low && m&placeCue != 0 && c.last-c.first == 1 && c.listed == 0 && r.shows(c.first, caps):
		c.add(placeKind, 6) // "trust in LPD"
	case low && m&placeCue != 0 && !(c.last-c.first > 1 && r.is(c.last-1, orgEnd)):
		c.add(placeKind, 16)
	case low && r.cue(i, vessel):
		c.add(otherKind, 40)
		c.add(person, -40) // "the ferry Corrin Maid"
	case low && m&productHead != 0:
		c.add(otherKind, 20)
	}
}

// weighLead counts the small words before the candidate, which look further
// back; from is the first token of the sentence.
func (r *reader) weighLead(c *cand, i, from int) {
	switch r.of(i) {
	case "the", "The":
		c.add(organization, 4)
		c.add(otherKind, 5)
		c.add(person, -12)
		if s := r.seg.Sentences[c.sentence]; c.last-c.first > 1 && r.ended(c.last, s) && !r.is(c.first, figure) && (!r.is(c.first, given) || !r.is(c.last-1, surname)) {
			c.add(person, -30) // "The Corrin Maid sank", "the Ines Bell was late"
		}
	case "at":
		if r.workers(i - 1) {
			c.add(organization, 14) // "workers at Halden Plating"
			c.add(person, -20)
		}
	case "of", "for", "by":
		r.weighOf(c, i, from)
	case "from":
		r.weighFrom(c, i, from)
	case ",":
		if i-3 >= from && r.of(i-2) == "of" && r.of(i-3) == "University" && r.is(c.first, city|place) && !r.is(c.last, personVerb) {
			c.add(placeKind, 26) // "the University of Corrin, Vale"
			break
		}
		r.weighApposition(c, i, from)
	case "a", "an", "my", "our", "their", "his", "her":
		c.add(person, -8)
		c.add(otherKind, 6)
	}
	full := c.last-c.first > 1 && r.is(c.first, given) // "tastemaker Ann Lund"
	cues := r.lex.cues[r.of(i)]
	if cues&firmCue != 0 || maker(r.of(i)) && !full {
		c.add(organization, 24)
	}
	if cues&medium != 0 && (!full || r.is(c.first, particle)) {
		c.add(outletKind, 30) // "the newspaper Al Halden"
		c.add(person, -24)
	}
	if cues&naming != 0 {
		r.weighCalled(c, i, from)
	}
	if r.of(i) == "to" && r.is(i-1, workHead) {
		c.add(work, 30)
	}
}

// workers reports whether token i is a noun for those who work somewhere.
func (r *reader) workers(i int) bool {
	return i >= 0 && r.shows(i, word) && (r.is(i, role) && !r.is(i, kin) || r.pluralRole(i))
}

// weighFrom reads "a teacher from X", "Ines Post, 42, from X", "Ines Post, from X,".
func (r *reader) weighFrom(c *cand, i, from int) {
	if i-3 < from {
		return
	}
	if r.is(i-1, role) && !r.shows(i-1, upper) {
		c.add(placeKind, 16)
		return
	}
	if r.at(i-1, ',') && r.at(c.last, ',') && c.last-c.first == 1 && r.shows(i-2, upper|word) && r.shows(i-3, upper|word) && !r.is(i-2, orgEnd|place|org) && !r.shows(c.first, caps) {
		c.add(placeKind, 20) // "Ines Post, from X,"
		return
	}
	if r.aged(i - 2) {
		c.add(placeKind, 26)
	}
}

// aged reports whether token i is somebody's age between commas.
func (r *reader) aged(i int) bool {
	t := r.of(i)
	return r.at(i+1, ',') && r.at(i-1, ',') && len(t) > 0 && len(t) <= 2 && t[0] >= '1' && t[0] <= '9'
}

// weighOf reads "spokesman for X", "sequel to X", "city of X".
func (r *reader) weighOf(c *cand, i, from int) {
	if i-1 < from {
		return
	}
	if i-3 >= from && r.of(i) == "of" && r.aged(i-2) {
		c.add(placeKind, 26) // "Ines Post, 42, of X"
		return
	}
	switch w := r.lex.cues[r.of(i-1)]; {
	case r.is(i-1, role) && r.of(i) != "by":
		c.add(organization, 12)
		c.add(placeKind, 4)
	case r.of(i) == "by" && w&making != 0:
		c.add(person, 26)
	case r.of(i) == "of" && w&realm != 0:
		c.add(placeKind, 26)
	case w&fate != 0:
		c.add(person, 16)
	case w&issue != 0:
		c.add(work, 20)
	case w&holding != 0:
		c.add(organization, 24)
	}
}

// weighCalled reads "a mercenary named X", "a novel called X".
func (r *reader) weighCalled(c *cand, i, from int) {
	for j := i - 1; j >= from && j > i-9; j-- {
		switch {
		case r.is(j, workHead):
			c.add(work, 24)
			return
		case r.is(j, role) || r.cue(j, somebody):
			c.add(person, 24)
			r.weighPlayed(c, j, from)
			return
		}
	}
}

// weighPlayed looks for a part that is played before token j: "stars as a
// mercenary named X".
func (r *reader) weighPlayed(c *cand, j, from int) {
	for ; j >= from; j-- {
		if r.cue(j, staging) {
			c.add(character, 60)
			return
		}
	}
}

// weighApposition reads "the film's writer, X" and "his latest movie, X".
func (r *reader) weighApposition(c *cand, i, from int) {
	if i-1 < from || r.shows(i-1, upper) {
		return
	}
	switch m := r.marks[i-1]; {
	case m&workHead != 0:
		c.add(work, 16)
	case m&(role|kin) != 0:
		c.add(person, 16)
	case r.of(i-1) == "character":
		c.add(character, 40)
	case r.of(i-1) == "offering":
		c.add(work, 12)
	}
	if r.cue(i-1, townCue) {
		c.add(placeKind, 20)
	}
}

// weighScreen reads the verbs of plays and films: "stars as X", "his role as
// a killer, X", "directed X", "a sequel to X".
func (r *reader) weighScreen(c *cand, i, from int) {
	if r.cue(i, casting) {
		c.add(character, 40)
	}
	if r.cue(i, crafting) {
		c.add(work, 16)
		c.add(person, -6)
	}
	switch r.of(i) {
	case "as":
		if r.cueNear(i, from, 10, starring) {
			c.add(character, 40)
		}
	case ",":
		if r.cueNear(i, from, 12, partCue) && !r.shows(i-1, upper) {
			c.add(character, 40)
		}
	case "in", "on", "for":
		if r.cueNear(i, from, 8, acting) && r.of(i) == "in" {
			c.add(work, 16)
			c.add(placeKind, -10)
		}
	case "of":
		if r.cue(i-1, crediting) {
			c.add(work, 14)
		}
	case "to":
		if r.of(i-1) == "compared" {
			c.add(work, 40)
		}
	}
}

// cueNear reports whether a word of a class stands within far tokens before
// token i.
func (r *reader) cueNear(i, from, far int, c cue) bool {
	for j := i - 1; j >= from && j >= i-far; j-- {
		if !r.shows(j, upper) && r.cue(j, c) {
			return true
		}
	}
	return false
}
