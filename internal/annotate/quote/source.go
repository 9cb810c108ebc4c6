package quote

import (
	"strings"

	"nutgraf"
)

// ofPhrase goes from a name that stands behind a preposition to the noun that its
// phrase belongs to, which is who speaks: "villagers committed to the Ashby plan
// said", "a student from Ashby said".
func (r *reader) ofPhrase(u *unit, np [2]int) [2]int {
	if first := &r.items[u.a]; np[0] == u.a+2 && np[1]-np[0] > 1 && first.upper && strings.HasSuffix(r.str(u.a), "ing") && r.hangs(u.a+1) && r.personNamed(np[1]-1) {
		k := np[1] - 1
		for k > np[0] && r.namedAt(k-1) == r.namedAt(np[1]-1) {
			k--
		}
		if k > np[0] {
			return [2]int{k, np[1]} // "Speaking to the Herald Ann Lee"
		}
	}
	for n := 0; n < maxNested && np[1] > np[0] && np[0]-2 >= u.a && r.hangs(np[0]-1); n++ {
		end := np[0] - 1
		for end-1 > u.a && r.describing(end-1) {
			end--
		}
		if r.acting(end - 1) {
			break
		}
		left := r.npBack(u, end)
		if left[1] <= left[0] || r.items[left[1]-1].is(cTime) {
			break
		}
		if r.items[left[0]].is(cPron) {
			return left // "He at one point called"
		}
		np[0] = left[0]
	}
	return np
}

// hangs reports whether the preposition at item k ties what follows it to the words
// before it, and opens no clause.
func (r *reader) hangs(k int) bool {
	if !r.items[k].is(cPrep) || r.items[k].is(cSub|cConj|cThat|cRel|cTime) {
		return false
	}
	switch r.str(k) {
	case "as", "than", "like", "after", "before", "since", "until", "till", "but", "because", "except", "during", "under", "amid":
		return false
	}
	return true
}

// describing reports whether item k is an adjective or a participle behind the noun
// that it describes, or goes with one: "committed to", "loyal to", "fiercely opposed to".
func (r *reader) describing(k int) bool {
	it := &r.items[k]
	if it.upper || it.piece >= 0 {
		return false
	}
	return isPastShape(r.str(k)) && !strongPast(r.str(k)) && !r.finiteHere(k) || isAdverb(r.str(k)) || r.nearBy(k) || it.word.class == 0 && strings.HasSuffix(r.str(k), "ing")
}

// finiteHere reports whether the past at item k has a pronoun or a name for its
// subject, so that it is no participle.
func (r *reader) finiteHere(k int) bool {
	return k > 0 && (r.items[k-1].is(cPron|cAux) || r.personNamed(k-1))
}

// afterPlace reports whether a person's name follows without a comma the phrase of
// place or time that opens its unit: "After the vote Ann Lee".
func (r *reader) afterPlace(u *unit, np [2]int) bool {
	if np[0] <= u.a+1 || !r.items[u.a].is(cPrep) || !r.personNamed(np[1]-1) {
		return false
	}
	for k := u.a + 1; k < np[0]; k++ {
		if it := &r.items[k]; it.piece >= 0 || it.is(cComma|cPron) || r.acting(k) {
			return false
		}
	}
	return true
}

// purpose goes from what stands right before an infinitive that no verb governs to
// the subject of the clause, whose purpose it tells: "Ann Lee met the club in Ashby to
// protest". A headline's "Lee to announce" has its subject there.
func (r *reader) purpose(u *unit, c *use) {
	if !c.infinite || !r.items[c.from].is(cTo) || !c.hasSubject() || c.subj[0] == u.a {
		return
	}
	e := r.namedAt(r.headOf(c.subj))
	if place := e >= 0 && r.ann.Entities[e].Type == nutgraf.Place; !place && (r.clauseStart(u, c.subj[0]) || r.brings(c.subj[0]-1)) {
		return
	}
	if np := r.clauseSubject(u, c.subj[0]); np[1] > np[0] {
		c.subj, c.shared = np, true
	}
}

// lastSource returns the source of a participle that does not go back to the subject
// of the main clause: whom "according to" names before it, or the subject of the
// clause behind the main one in which it stands. Where a comma parts it from such a
// clause both may be meant, and the source is empty. ok is false for all others.
func (r *reader) lastSource(u *unit, c *use) (np [2]int, ok bool) {
	comma := r.items[c.from-1].is(cComma)
	if n := len(r.uses) - 1; n >= 0 && r.uses[n].unit == c.unit && (comma || r.str(c.from-1) == "as") {
		o := &r.uses[n]
		if r.str(c.from-1) == "as" {
			return o.subj, o.inverted && o.verb >= 0 && r.lex.verbs[o.verb].lemma == "quote" // "quoted Ann Lee as saying"
		}
		return o.subj, o.accord && o.from > u.a && r.wordsBefore(u, o.from) && !r.actsAfter(o.after, c.from)
	}
	for k := c.from - 1; k > u.a+2; k-- {
		if r.items[k].piece >= 0 {
			break
		}
		if !r.clauseOfTime(k) {
			continue
		}
		end := min(k+2, c.from)
		for stop := r.npForward(k+1, c.from); end < stop && !r.acting(end); end++ {
		}
		if end <= k+1 || end >= c.from || !r.acting(end) || !r.personal([2]int{k + 1, end}) || comma && (r.items[end-1].is(cPron) || !r.actsAfter(u.a, k)) {
			break
		}
		if comma || r.str(c.from-1) == "by" {
			return [2]int{}, true // "Ann Lee fell when Bo Kim rose by saying"
		}
		return [2]int{k + 1, end}, true
	}
	return [2]int{}, false
}

// whoDid returns whom the relative clause speaks of that a participle ends without a
// comma before it: "she met Bo Kim on Monday, who gave a speech accusing". It reports
// whether there is such a clause.
func (r *reader) whoDid(u *unit, c *use) (np [2]int, ok bool) {
	if r.items[c.from-1].is(cComma|cDash|cConj) || r.items[c.from-1].piece >= 0 {
		return [2]int{}, false
	}
	for k := c.from - 1; k > u.a+1 && k > c.from-maxPhrase; k-- {
		if it := &r.items[k]; it.piece >= 0 || it.is(cComma|cColon|cDash) {
			break
		}
		if r.str(k) == "which" && r.items[k-1].is(cPrep) { // "a case in which Bo Kim wrote a letter accusing"
			if end := r.npForward(k+1, c.from); end < c.from && r.acting(end) && r.personal([2]int{k + 1, end}) {
				return [2]int{k + 1, end}, true
			}
		}
		if r.str(k) != "who" || !r.items[k-1].is(cComma) || !r.acting(k+1) {
			continue
		}
		np = r.spokenOf(r.closingName(r.npBack(u, r.beforeTime(u, k-2)+1)), k)
		if np[1] <= np[0] || !r.personal(np) {
			np = [2]int{}
		}
		return np, true
	}
	return [2]int{}, false
}

// spokenOf cuts the phrase before the "who" at item k down to the person of whom the
// relative clause speaks: the last name of "sued by Ann Lee and Bo Kim, who accuses",
// and of "a talk with Bo Kim, who".
func (r *reader) spokenOf(np [2]int, k int) [2]int {
	if np[1]-np[0] < 2 || !r.personNamed(np[1]-1) {
		return np
	}
	e, at := r.namedAt(np[1]-1), np[1]-1
	for at > np[0] && (r.namedAt(at-1) == e || r.items[at-1].is(cStop) && !r.items[at-1].ends) {
		at--
	}
	for r.items[at].is(cStop) {
		at++
	}
	if at == np[0] {
		return np
	}
	for j := np[0]; j+1 < at; j++ {
		if it := &r.items[j]; it.is(cPerson|cPeople) && !it.upper && r.items[j+1].is(cPrep) {
			return np // "seen by an aide to President Ann Lee, who"
		}
	}
	head := &r.items[r.headOf(np)]
	one := r.items[at-1].is(cConj) && r.aloneActs(k+1)
	if !one && (head.is(cPerson|cPeople|cBody|cDoc) || head.upper || r.items[at-1].is(cConj)) {
		return np
	}
	return [2]int{at, np[1]}
}

// ofFirm returns the person named before the body that a phrase names and that only tells
// where they belong: "Ann Lee, of the firm Marsh & Lund, who"; else the phrase.
func (r *reader) ofFirm(u *unit, np [2]int) [2]int {
	if np[1] <= np[0] || r.personal(np) {
		return np
	}
	if e := r.namedAt(r.headOf(np)); e < 0 || r.ann.Entities[e].Type != nutgraf.Organization {
		return np
	}
	for k := np[1] - 1; k > u.a+1 && k > np[0]-maxFirm; k-- {
		if it := &r.items[k]; it.piece >= 0 || it.word.verb >= 0 && !it.upper || it.is(cAux|cStop) && it.ends {
			return np
		}
		if r.items[k].is(cPrep) && r.items[k-1].is(cComma) && r.personNamed(k-2) {
			return r.npBack(u, k-1)
		}
	}
	return np
}

// maxFirm bounds where somebody belongs behind their name, in items.
const maxFirm = 8

// aloneActs reports whether the verb at item k has one person for its subject.
func (r *reader) aloneActs(k int) bool {
	switch it := &r.items[k]; r.str(k) {
	case "has", "is", "was", "does":
		return true
	default:
		return it.word.verb >= 0 && it.word.form == third
	}
}

// clauseOfTime reports whether item k opens a clause of time behind the main one.
func (r *reader) clauseOfTime(k int) bool {
	switch r.str(k) {
	case "when", "after", "before", "as", "while", "because", "since", "until", "once":
		return true
	}
	return false
}

// actsAfter reports whether a verb of a main clause stands in the items [a, b), outside
// of a relative clause.
func (r *reader) actsAfter(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].is(cRel) {
			return false
		}
		if k > 0 && r.acting(k) {
			return true
		}
	}
	return false
}

// bringsAbout reports whether a verb tells that somebody did what an infinitive behind it
// says: "the report prompted Ann Lee to say", which "pressed Ann Lee to say" does not.
func bringsAbout(s string) bool {
	switch s {
	case "prompted", "prompts", "prompting", "led", "leads", "leading", "caused", "causing", "forced", "forcing", "compelled", "inspired", "allowed", "moved":
		return true
	}
	return false
}

// brings reports whether the verb at item k has somebody do what an infinitive behind
// it tells: "asked Ann Lee to say", "led the witness to say".
func (r *reader) brings(k int) bool {
	if v := r.items[k].word.verb; v >= 0 && r.lex.verbs[v].frames&fObjTo != 0 {
		return true
	}
	return r.lex.causing[strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(r.str(k), "s"), "ed"), "ing")]
}
