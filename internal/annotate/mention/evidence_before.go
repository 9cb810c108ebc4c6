package mention

import "strings"

// weighBefore looks at what stands before the candidate.
func (r *reader) weighBefore(c *cand) {
	if c.before&honorific != 0 {
		c.add(person, 50)
	} else if c.before&title != 0 {
		c.add(person, 30)
	}
	s := r.seg.Sentences[c.sentence]
	i := c.first - 1
	if i < s.First {
		return
	}
	if c.before != 0 {
		return
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
		c.add(person, 26)
	case low && m&kin != 0:
		c.add(person, 30)
	case low && m&personVerb != 0 && c.last-c.first > 1 && !r.shows(i, first):
		c.add(person, 6) // "said Ines Post"
	case r.announced(c.first):
		c.add(work, 24)
	case low && m&placeCue != 0:
		c.add(placeKind, 16)
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
	case "company", "firm", "giant", "startup", "retailer", "airline", "bank", "group", "band", "agency", "club", "rival":
		c.add(organization, 24)
	case "of", "for", "by":
		r.weighOf(c, i, from)
	case "from":
		r.weighFrom(c, i, from)
	case "named", "called", "titled", "dubbed", "entitled":
		r.weighCalled(c, i, from)
	case ",":
		r.weighApposition(c, i, from)
	case "a", "an", "my", "our", "their", "his", "her":
		c.add(person, -8)
		c.add(otherKind, 6)
	}
	if maker(r.of(i)) {
		c.add(organization, 24)
	}
	if r.of(i) == "to" && r.is(i-1, workHead) {
		c.add(work, 30)
	}
}

// weighFrom reads "a teacher from X", "Ines Post, 42, from X".
func (r *reader) weighFrom(c *cand, i, from int) {
	if i-3 < from {
		return
	}
	if r.is(i-1, role) && !r.shows(i-1, upper) {
		c.add(placeKind, 16)
		return
	}
	if t := r.of(i - 2); r.at(i-1, ',') && r.at(i-3, ',') && len(t) <= 2 && t[0] >= '1' && t[0] <= '9' {
		c.add(placeKind, 26)
	}
}

// weighOf reads "spokesman for X", "sequel to X", "city of X".
func (r *reader) weighOf(c *cand, i, from int) {
	if i-1 < from {
		return
	}
	switch w := r.of(i - 1); {
	case r.is(i-1, role) && r.of(i) != "by":
		c.add(organization, 12)
		c.add(placeKind, 4)
	case r.of(i) == "by" && (w == "directed" || w == "written" || w == "played" || w == "produced" || w == "created" || w == "portrayed" || w == "helmed"):
		c.add(person, 26)
	case r.of(i) == "of" && (w == "city" || w == "town" || w == "village" || w == "state" || w == "province" || w == "island" || w == "county" || w == "region" || w == "outskirts" || w == "north" || w == "south" || w == "east" || w == "west" || w == "people" || w == "republic"):
		c.add(placeKind, 26)
	case w == "death" || w == "deaths" || w == "killing" || w == "murder" || w == "arrest" || w == "likes":
		c.add(person, 16)
	case w == "episode" || w == "season" || w == "version" || w == "star" || w == "cast" || w == "adaptation" || w == "screening" || w == "premiere" || w == "release":
		c.add(work, 20)
	case w == "shares" || w == "Shares" || w == "unit" || w == "subsidiary" || w == "division" || w == "executive" || w == "CEO":
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
		case r.is(j, role) || r.of(j) == "man" || r.of(j) == "woman" || r.of(j) == "boy" || r.of(j) == "girl":
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
		switch r.of(j) {
		case "stars", "starring", "starred", "plays", "played", "playing", "portrays", "portraying", "portrayed", "role", "follows", "character", "reprise", "film", "movie":
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
	if r.of(i-1) == "city" || r.of(i-1) == "capital" || r.of(i-1) == "town" {
		c.add(placeKind, 20)
	}
}

// weighScreen reads the verbs of plays and films: "stars as X", "his role as
// a killer, X", "directed X", "a sequel to X".
func (r *reader) weighScreen(c *cand, i, from int) {
	switch r.of(i) {
	case "plays", "portrays", "playing", "portraying", "portrayed", "voices":
		c.add(character, 40)
	case "as":
		if r.verbNear(i, from, 10, playing) {
			c.add(character, 40)
		}
	case ",":
		if r.verbNear(i, from, 12, parts) && !r.shows(i-1, upper) {
			c.add(character, 40)
		}
	case "directed", "directing", "wrote", "penned", "produced", "writing", "write", "helmed", "helm", "directs", "watch", "watched", "watching", "stream", "streaming", "making":
		c.add(work, 16)
		c.add(person, -6)
	case "in", "on", "for":
		if r.verbNear(i, from, 8, acting) && r.of(i) == "in" {
			c.add(work, 16)
			c.add(placeKind, -10)
		}
	case "of":
		switch r.of(i - 1) {
		case "success", "mega-success", "sequel", "director", "writer", "creator", "producer", "star", "cast", "stars", "set", "release", "premiere":
			c.add(work, 14)
		}
	case "to":
		if r.of(i-1) == "compared" {
			c.add(work, 40)
		}
	}
}

type wordTest func(w string) bool

func playing(w string) bool {
	return w == "stars" || w == "starred" || w == "starring" || w == "role" || w == "cast" || w == "follows" || w == "reprises" || w == "return"
}

func parts(w string) bool { return w == "role" || w == "plays" || w == "portrays" || w == "character" }

func acting(w string) bool {
	return w == "starred" || w == "stars" || w == "starring" || w == "role" || w == "appeared" || w == "appears" || w == "played" || w == "seen"
}

// verbNear reports whether a word that passes the test stands within far
// tokens before token i.
func (r *reader) verbNear(i, from, far int, test wordTest) bool {
	for j := i - 1; j >= from && j >= i-far; j-- {
		if !r.shows(j, upper) && test(r.of(j)) {
			return true
		}
	}
	return false
}
