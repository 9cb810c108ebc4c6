package quote

import (
	"strings"

	"nutgraf"
)

// dropUnsaid leaves out indirect statements that state nothing: what cannot speak
// ("the scandals threaten to", "a troop that responds to"), what only names or
// telephones ("a town called Vale", "called the hospital"), what is met or written
// rather than told ("found them", "had written a will"); and what says nothing of the
// turns of a transcript. Nor does anybody say what nobody says.
func (r *reader) dropUnsaid() {
	out := r.quotes[:0]
	for i := range r.quotes {
		q, g := &r.quotes[i], &r.froms[i]
		if q.Kind == nutgraf.Indirect && g.use >= 0 && r.uses[g.use].verb >= 0 && (q.Name == "" && (r.weak(g) && r.thing(g.np) || r.byWhich(g)) || r.names(g) || r.unstated(g) || r.takesLives(g) || r.appoints(g)) || r.mutters(q, g) || q.Kind != nutgraf.Direct && r.saidByNone(g) {
			continue
		}
		out = append(out, *q)
	}
	r.quotes = out
}

// saidByNone reports whether nobody is said to speak: "no one is predicting a slump", "no
// official said", but not "No. 10 said".
func (r *reader) saidByNone(g *grounds) bool {
	if g.use < 0 || g.np[1] <= g.np[0] {
		return false
	}
	if at := r.str(g.first); g.first > r.uses[g.use].at && (at == "nothing" || at == "little" || at == "much") && !r.uses[g.use].accord && !r.verbAfter(&r.units[r.uses[g.use].unit], g.first) {
		return true // "said nothing new"
	}
	first := r.str(g.np[0])
	return equalFold(first, "nobody") || equalFold(first, "neither") || equalFold(first, "none") || equalFold(first, "no") && r.noneOf(g.np)
}

// noneOf reports whether the "no" that a noun phrase begins with leaves nobody: it is no
// part of a name ("No Labels"), no number ("the No. 2") and of no clause before the speaker's.
func (r *reader) noneOf(np [2]int) bool {
	for k := np[0] + 1; k < np[1]; k++ {
		if r.items[k].is(cComma | cAux | cStop | cNumber) {
			return false
		}
	}
	x, at := &r.mentions, r.items[np[0]].span.Start
	m := x.first(at)
	return np[1]-np[0] > 1 && (m >= len(x.all) || x.all[m].Span.Start != at)
}

// weak reports whether a use does not tell of speech by itself: no "that", no
// quotation and no clause follows its verb.
func (r *reader) weak(g *grounds) bool {
	c := &r.uses[g.use]
	v := &r.lex.verbs[c.verb]
	return c.infinite || c.noun || v.frames&(fThat|fQuote) == 0 || v.lemma == "threaten" || v.lemma == "respond" ||
		v.frames&fNoun != 0 && !r.items[g.first].is(cThat|cWh) && !r.predicated(g.first, g.last+1)
}

// thing reports whether a noun phrase is headed by a common noun that is on no
// list of speakers.
func (r *reader) thing(np [2]int) bool {
	if np[1] <= np[0] {
		return false
	}
	for k := np[0]; k < np[1]; k++ {
		if it := &r.items[k]; it.upper && k > np[0] && !r.items[k-1].ends || it.is(cPerson|cPeople|cBody|cDoc|cPron|cPoss|cMedia|cCueNoun) && !it.is(cDet) {
			return false
		}
	}
	return !r.items[np[0]].upper || r.items[np[0]].is(cDet)
}

// byWhich reports whether what is said hangs on a "which" that no speaker stands
// before: the writer draws it from what went before ("fell again, which suggests").
func (r *reader) byWhich(g *grounds) bool {
	k := r.uses[g.use].from - 1
	if k < 1 || r.str(k) != "which" || g.np[1] <= g.np[0] {
		return false
	}
	for k := g.np[0]; k < g.np[1]; k++ {
		if it := &r.items[k]; it.is(cPerson|cPeople|cBody|cDoc|cMedia|cCueNoun) || it.upper && !it.is(cNumber|cTime) {
			return false
		}
	}
	return true
}

// names reports whether a use of "call" gives a name in a few words, or telephones,
// and says nothing of what it names: "called him Mike", "called an ambulance", but
// not "called the inquiry a sham", "what they call a crisis".
func (r *reader) names(g *grounds) bool {
	c := &r.uses[g.use]
	if r.lex.verbs[c.verb].lemma == "call" && c.to == c.at+1 && g.first == c.to && r.phoned(g.first, g.last) {
		return true
	}
	if r.lex.verbs[c.verb].lemma != "call" || c.to > c.at+1 || g.first < c.at || g.last-g.first >= givenName || r.items[g.first].is(cPrep) || r.items[g.first-1].is(cPrep) {
		return false // "called for a pause"
	}
	if k := c.subj[0] - 1; k >= 0 && r.str(k) == "what" {
		return false
	}
	for k := g.first + 1; k <= g.last; k++ {
		if s := r.str(k); s == "a" || s == "an" || k == g.last && adjectival(s) {
			return false
		}
	}
	return true
}

// phoned reports whether the items from first to last are somebody and no word on them:
// "called the mayor, Ann Lee, on Monday", but not "called the mayor a liar", "called Ann
// Lee corrupt".
func (r *reader) phoned(first, last int) bool {
	k := first
	for k <= last && !r.personNamed(k) && !(r.items[k].is(cPerson) && !r.items[k].is(cPron|cObj|cDet)) && (r.nominal(k) || r.items[k].is(cDet|cPoss)) {
		k++
	}
	if k > last || k > first+4 || !r.personNamed(k) && !r.items[k].is(cPerson) {
		return false
	}
	for k <= last && (r.personNamed(k) || r.items[k].is(cPerson|cStop)) {
		k++
	}
	if k <= last && !r.items[k].is(cComma|cTime|cConj|cParen) {
		switch r.str(k) {
		case "on", "at", "after", "before", "from", "to", "during", "about":
		default:
			return false
		}
	}
	for ; k <= last; k++ {
		if s := r.str(k); s == "a" || s == "an" || s == "the" && r.items[k-1].is(cComma) || r.items[k].piece >= 0 || r.items[k].is(cRel) {
			return false
		}
	}
	return true
}

// unstated reports whether nothing is stated behind a verb that tells of more than
// speech: "found them", "had written a will".
func (r *reader) unstated(g *grounds) bool {
	it, c := &r.items[g.first], &r.uses[g.use]
	if r.lex.verbs[c.verb].lemma == "respond" && g.first > c.at && r.items[g.first-1].is(cPrep|cTo) {
		return true // "responded to the critics", whatever they answered
	}
	return r.lex.verbs[c.verb].frames&fStated != 0 && g.first > c.at && !it.is(cThat|cWh) && (it.is(cPrep) || !r.predicated(g.first, g.last+1))
}

// takesLives reports whether what is claimed are lives: "the storm claimed five lives".
func (r *reader) takesLives(g *grounds) bool {
	c := &r.uses[g.use]
	if r.lex.verbs[c.verb].lemma != "claim" {
		return false
	}
	for k := c.to; k < len(r.items) && k < c.to+6 && r.items[k].piece < 0 && !r.items[k].is(cComma|cThat|cAux); k++ {
		switch r.str(k) {
		case "lives", "life", "victims", "casualties":
			return true
		}
	}
	return false
}

// appoints reports whether what is confirmed are persons for an office: "the council
// confirmed Ann Lee", "confirmed half of his nominees".
func (r *reader) appoints(g *grounds) bool {
	c := &r.uses[g.use]
	if r.lex.verbs[c.verb].lemma != "confirm" || !c.noun || g.first < c.at {
		return false
	}
	for k := g.first; k <= g.last && k < g.first+maxPhrase; k++ {
		switch it := &r.items[k]; {
		case it.is(cThat|cWh) || it.piece >= 0:
			return false
		case r.str(k) == "nominees", r.str(k) == "nominee":
			return true
		case r.personNamed(k):
			for k < g.last && r.personNamed(k+1) {
				k++
			}
			if k == g.last || !r.items[k+1].is(cGenitive) {
				return k == g.last || !r.acting(k+1)
			}
		case !it.upper && !it.is(cDet|cNumber|cPerson|cTitleA|cPoss|cStop|cGenitive) && r.str(k) != "of" && r.str(k) != "percent":
			return false
		}
	}
	return false
}

// givenName bounds what is called by a name without a word on it, in items.
const givenName = 4

// adjectival reports whether a word ends as adjectives of judgement do.
func adjectival(s string) bool {
	for _, end := range [...]string{"ic", "al", "ous", "ful", "less", "ive", "able", "ible", "ish", "ing", "ed", "ant", "ent", "y"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
