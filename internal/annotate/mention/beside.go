package mention

import (
	"slices"

	"nutgraf"
)

// unsure stands for a pronoun that may mean either of two people.
const unsure = -2

// teller is the person of whom the words before the pronoun at token i say
// that they say something: "Lund said that he"; -1 when there is none.
func (t *trail) teller(i int, sex int8) int {
	j := i - 1
	if j > 0 && t.of(j) == "that" {
		j--
	}
	if len(t.recent) == 0 || j < 1 || !t.is(j, personVerb) && !t.cue(j, telling) {
		return -1
	}
	k := t.recent[len(t.recent)-1]
	if x := &t.traces[k]; x.end != j || t.people[k].sex == -sex {
		return -1
	}
	if t.people[k].sex == 0 && slices.ContainsFunc(t.recent, func(o int) bool { return t.people[o].sex == sex && t.traces[o].sentence == t.now }) {
		return unsure // somebody else there may be meant
	}
	return k
}

// participial is the subject of the sentence whose participle stands before the
// pronoun at token i: "Lund refused, saying he"; -1 when there is none.
func (t *trail) participial(i int, sex int8) int {
	j := i - 1
	if t.of(j) == "that" {
		j--
	}
	if !t.cue(j, participle) || !t.at(j-1, ',') && t.of(j-1) != "and" {
		return -1
	}
	for _, k := range t.recent {
		if x := &t.traces[k]; x.sentence == t.now && x.subject && x.first >= t.opens && t.people[k].sex != -sex {
			return k
		}
	}
	return -1
}

// named is the person whom the words after the pronoun at token i and a form of "to
// be" name: "He is the lobbyist Otto Lund"; -1 when they name nobody.
func (t *trail) named(i int, sex int8) int {
	const most = 8
	j := i + 1
	if w := t.of(min(j, len(t.keys)-1)); !t.possessive(j) && w != "is" && w != "was" {
		return -1
	}
	for j++; j < len(t.keys) && j < i+most; j++ {
		at, _ := slices.BinarySearchFunc(t.cands, j, func(c cand, tok int) int { return c.first - tok })
		if at < len(t.cands) && t.cands[at].first == j {
			c := &t.cands[at]
			if !t.isPerson(c) {
				j = c.last - 1
				continue
			}
			if k := t.ents[c.entity].who; t.is(j-1, role) && t.words(c.first, c.last) > 1 && !t.possessive(c.last) && (!t.shows(c.last, word) || t.is(c.last, starter)) && t.people[k].sex != -sex {
				return k
			}
			return -1
		}
		if !t.shows(j, word) && !t.at(j, '-') || t.cue(j, preposition) || t.is(j, personVerb) || t.is(j, starter) && !t.article(j) && t.of(j) != "a" && t.of(j) != "an" {
			return -1
		}
	}
	return -1
}

// owner is the person whose doing the words before the pronoun at token i are
// told to be: "Lund's speech in which he"; -1 when there is none.
func (t *trail) owner(i int, sex int8) int {
	const far = 7
	if len(t.recent) == 0 || i < 3 || t.of(i-1) != "which" || t.of(i-2) != "in" {
		return -1
	}
	k := t.recent[len(t.recent)-1]
	if x := &t.traces[k]; x.end < i-far || !t.possessive(x.end) || t.people[k].sex == -sex {
		return -1
	}
	for j := t.traces[k].end; j < i; j++ {
		if t.keys[j] == 0 {
			return -1
		}
	}
	return k
}

// asked is the person whom the clause behind tells to answer, where the pronoun at token
// i stands in one that opens the sentence and tells what was asked: "Asked whether he
// would run, Lund said"; -1 when there is none.
func (t *trail) asked(i int, sex int8) int {
	const far = 40
	if !t.cue(t.opens, questioned) {
		return -1
	}
	j := t.opens + 1
	for ; !t.at(j, ','); j++ {
		if j >= len(t.keys)-1 || j > t.opens+far || t.seg.Tokens[j].Kind == nutgraf.Mark {
			return -1
		}
	}
	if j < i {
		return -1
	}
	at, _ := slices.BinarySearchFunc(t.cands, j, func(c cand, tok int) int { return c.first - tok })
	if at == len(t.cands) {
		return -1
	}
	c := &t.cands[at]
	for j++; j < c.first; j++ {
		if !t.is(j, title|role|honorific) && !t.at(j, '.') {
			return -1
		}
	}
	if !t.isPerson(c) || t.possessive(c.last) || !t.shows(c.last, word) || t.shows(c.last, upper) || t.people[t.ents[c.entity].who].sex == -sex {
		return -1
	}
	return t.ents[c.entity].who
}

// quoted is the person of whom somebody says the words that end before the
// pronoun at token i, which has a verb of saying behind it: Lund in "Lund is 'a
// friend,' she said". -1 when there is none.
func (t *trail) quoted(i int) int {
	if !t.is(i+1, personVerb) || i < 2 || t.seg.Tokens[i-1].Kind != nutgraf.Mark || !t.at(i-2, ',') {
		return -1
	}
	j := i - 2
	for j > t.opens && t.shows(j, inQuotes) {
		j--
	}
	for _, k := range t.recent {
		x := &t.traces[k]
		if x.sentence != t.now || !x.subject || x.end > j || x.token < t.opens {
			continue
		}
		for n := x.end; n <= j; n++ {
			if t.is(n, personVerb) || t.keys[n] == 0 {
				return -1
			}
		}
		return k
	}
	return -1
}
