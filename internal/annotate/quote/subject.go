package quote

import (
	"strings"

	"nutgraf"
)

// maxPhrase bounds a noun phrase, maxAside what may stand between a source and
// its verb, in items.
const (
	maxPhrase = 24
	maxAside  = 60
)

// source finds who stands behind the verb: before it, across an aside, after
// it, or shared with a verb before it.
func (r *reader) source(u *unit, c *use) {
	k := c.from - 1
	if k > u.a && r.items[k].is(cObj) && r.reflexive(k) {
		k--
	}
	for k >= u.a && (r.items[k].is(cAdv|cNeg) && !r.items[k].is(cDet|cPron) || r.adverb(k)) {
		k--
	}
	if !c.infinite {
		k = r.beforeTime(u, r.beforeAgo(u, k))
	}
	if c.participle {
		r.participleSource(u, c, k)
		return
	}
	if k < u.a {
		r.after(u, c)
		return
	}
	it := &r.items[k]
	if s := r.str(k); c.form == past && c.from == c.at && (s == "the" || s == "a" || s == "an" || s == "its" || s == "their") {
		return // "the widely expected cut"
	}
	switch {
	case it.is(cComma|cDash) && r.items[max(k-1, u.a)].piece < 0 && !r.namedAfter(u, c, k) && r.asideSource(u, c, k):
	case r.startsInverted(u, c, k):
		r.after(u, c)
	case it.is(cPron) && r.gerundBefore(u, k):
		c.subj = r.relativeHead(u, k)
	case it.is(cPron):
		c.subj = [2]int{k, k + 1}
	case it.is(cRel) && k > u.a && (r.str(k) == "who" || r.str(k) == "which" || r.str(k) == "that"):
		end := k
		for end-1 > u.a && r.items[end-1].is(cComma|cDash) {
			end--
			c.dashed = r.items[end].is(cDash)
		}
		if at := r.beforeTime(u, end-1); at < end-1 && r.items[at].is(cDoc|cMedia|cPerson|cPeople|cBody) {
			end = at + 1 // "a letter on Friday that says"
		}
		c.subj = r.overApposition(u, r.beforeState(u, r.npBack(u, end)))
		if r.str(k) == "who" && c.hasSubject() {
			c.subj = r.ofFirm(u, r.spokenOf(c.subj, k))
		}
		if r.str(k) == "that" && end == k {
			c.subj = r.carrier(c.subj)
		}
	case it.is(cConj):
		r.shareSubject(u, c)
	case it.is(cComma|cDash|cParen) || it.piece >= 0:
		c.subj = r.acrossAside(u, k)
		if np := r.npBack(u, k); !c.hasSubject() && it.is(cComma) && it.piece < 0 && np[0] > u.a && np[1] == k && r.marked(np[0]-1) && r.commaInside(np[0]-1) && r.personNamed(r.headOf(np)) {
			c.subj = np // "“…,” Ann Lee of the Harbour Trust, told"
		} else if !c.hasSubject() && it.is(cComma) {
			r.shareSubject(u, c)
		}
	default:
		c.subj, c.contact = r.contact(r.npBack(u, k+1))
		for j := c.subj[0]; c.infinite && j+1 < c.subj[1]; j++ {
			if bringsAbout(r.str(j)) {
				c.subj[0] = j + 1 // "The letter prompted Ann Lee to say"
				return
			}
		}
		c.subj, c.contact = r.whomThing(c.subj, c.contact)
		if s := r.str(c.subj[0]); c.subj[1]-c.subj[0] == 2 && equalFold(s, "the") && r.items[k].is(cAdv) && c.form == past {
			c.subj = [2]int{}
			return // "the only announced candidate"
		}
		if r.inPassing(u, c.subj) {
			c.subj = [2]int{}
			r.shareSubject(u, c)
			return
		}
		if it.is(cTime|cAdv) && !it.is(cPerson|cPeople|cBody) {
			c.subj = [2]int{}
		}
		r.beyondRelative(u, c, k)
		if c.form != ing {
			c.subj = r.ofPhrase(u, c.subj)
		}
		r.purpose(u, c)
		c.subj = r.beforeLabel(u, c.subj)
		if np := r.overApposition(u, c.subj); (np[0] == u.a || np[1] > np[0] && r.marked(np[0]-1) && r.commaInside(np[0]-1)) && !r.wordsGoOn(u, c.to) {
			c.subj = np // "Ann Lee, former head of the club said"
		}
		c.subj = r.beforeState(u, c.subj)
	}
	if !c.hasSubject() {
		r.after(u, c)
	}
}

// whomThing cuts a phrase down to the person who closes it where things stand right before
// them, of which the relative clause speaks: "ads for firms Ann Lee hopes to win".
func (r *reader) whomThing(np [2]int, contact bool) ([2]int, bool) {
	if np[1]-np[0] < 2 || contact || !r.personNamed(np[1]-1) {
		return np, contact
	}
	k := np[1] - 1
	for k > np[0] && r.items[k-1].upper {
		k--
	}
	if k == np[0] {
		return np, false
	}
	if it := &r.items[k-1]; it.piece >= 0 || it.word.class&^(cBody|cDoc|cMedia) != 0 || it.word.verb >= 0 || !plural(r.str(k-1)) || doers(r.str(k-1)) || isPastShape(r.str(k-1)) {
		return np, false
	}
	return [2]int{k, np[1]}, true
}

// inPassing reports whether a phrase with its preposition only says when or how somebody
// spoke, who is named before: "denied it, but at the same time said".
func (r *reader) inPassing(u *unit, np [2]int) bool {
	k := np[0] - 1
	if np[1] <= np[0] || k <= u.a || !r.items[k-1].is(cConj) || !r.thing(np) || r.namedAt(np[1]-1) >= 0 {
		return false
	}
	switch r.str(k) {
	case "at", "in", "on":
		return true
	}
	return false
}

// contact cuts a phrase down to those who speak in a relative clause without a
// pronoun, and reports whether it is one: "a move critics say will fail".
func (r *reader) contact(np [2]int) ([2]int, bool) {
	k := np[1] - 1
	if k-np[0] < 2 || !r.items[k].is(cPeople) && !(plural(r.str(k)) && r.anybody(np, k)) || r.items[k-1].word.class != 0 || smallNumber(r.str(k-1)) || !(equalFold(r.str(np[0]), "a") || equalFold(r.str(np[0]), "an")) {
		return np, false
	}
	for j := np[0]; j < k; j++ {
		if r.items[j].is(cPrep | cConj) {
			return np, false
		}
	}
	return [2]int{k, k + 1}, true
}

// beyondRelative goes from a noun that stands inside a relative clause, before
// item k+1, to the person of whom the clause speaks: "aides who voted for Ann Lee
// said", "a man who came as a guest said", but not "a man who Ann Lee said".
func (r *reader) beyondRelative(u *unit, c *use, k int) {
	head, inside := k+1, !c.hasSubject()
	if !inside {
		head = c.subj[0]
	}
	if as := head > u.a && equalFold(r.str(head-1), "as"); !inside && (as || !r.clauseStart(u, head)) {
		one := c.form == base && !c.infinite && c.from == c.at && !r.items[k].is(cPeople) && !plural(r.str(k)) // "who wrote to Lee say"
		verb := r.str(head-1) == "who" && !r.items[head].upper && !r.items[r.headOf(c.subj)].is(cPerson|cPeople|cBody)
		told := (r.finite(head-1) || isPastShape(r.str(head-1)) && r.items[head-1].word.class == 0) && !r.opensSaid(u, head) // "a clerk who told the club about it said"
		inside = as && !c.infinite || one || verb || told || r.items[head-1].is(cPrep) || !r.canSpeak(c.subj)
	}
	if np := r.relativeHead(u, head); inside && np[1] > np[0] {
		c.subj = np
	}
}

// gerundBefore reports whether the pronoun at item k is the object of a
// gerund: "who, in defending it, said".
func (r *reader) gerundBefore(u *unit, k int) bool {
	return k-1 > u.a && r.items[k-2].is(cPrep) && !r.items[k-1].upper && strings.HasSuffix(r.str(k-1), "ing")
}

// overApposition goes from a role that stands in apposition to the name before
// it: "Ann Lee, now the mayor, who".
func (r *reader) overApposition(u *unit, np [2]int) [2]int {
	np = r.closingName(np)
	if np[1] <= np[0] || np[0]-2 < u.a || !r.items[np[0]-1].is(cComma) && !(r.items[np[0]-1].is(cAdv) && np[0]-3 >= u.a && r.items[np[0]-2].is(cComma)) {
		return np
	}
	h := r.headOf(np)
	if r.items[h].upper && (r.items[np[0]].upper || r.namedAt(h) >= 0) || !r.items[h].is(cPerson) {
		return np
	}
	k := np[0] - 1
	if !r.items[k].is(cComma) {
		k--
	}
	if name := r.closingName(r.npBack(u, k)); name[1] > name[0] && r.namedAt(name[1]-1) >= 0 && r.personal(name) && r.namedAt(r.headOf(name)) >= 0 {
		return name
	}
	return np
}

// wordsGoOn reports whether the words said go on behind a verb of saying at item k with
// the verb of the one named before it, who so is not who speaks: "Ann Lee, an aide said,
// “is sure”".
func (r *reader) wordsGoOn(u *unit, k int) bool {
	if k+1 >= u.b || !r.items[k].is(cComma) {
		return false
	}
	n := &r.items[k+1]
	return n.piece >= 0 && !n.upper && !r.pieces[n.piece].quiet || n.is(cAux) && !n.is(cPron)
}

// beforeState goes from a state behind a town to the person who is from there, where no
// second comma stands: "Ann Lee of Ashby, Ohio says".
func (r *reader) beforeState(u *unit, np [2]int) [2]int {
	k, last := np[0]-1, np[1]-1
	if last > np[0] && r.items[last].is(cStop) {
		last-- // "Ala."
	}
	if np[1] <= np[0] || k-3 < u.a || !r.items[k].is(cComma) || r.typeAt(last) != nutgraf.Place || r.typeAt(np[0]) != nutgraf.Place || r.typeAt(k-1) != nutgraf.Place {
		return np
	}
	left := r.npBack(u, k)
	if left[1] <= left[0] {
		return np
	}
	if h := r.headOf(left); r.typeAt(h) == nutgraf.Person || r.items[h].is(cPerson|cPeople) {
		return left
	}
	for j := left[1] - 2; j >= left[0]; j-- { // "the help of Sheriff Ann Lee of Ashby County"
		if !r.personNamed(j) || !r.items[j+1].is(cPrep) {
			continue
		}
		for left[0] = j; left[0] > u.a && r.items[left[0]-1].upper; left[0]-- {
		}
		return left
	}
	return np
}

// typeAt returns the type of what the name over item k stands for, or "".
func (r *reader) typeAt(k int) nutgraf.EntityType {
	if e := r.namedAt(k); e >= 0 {
		return r.ann.Entities[e].Type
	}
	return ""
}

// beforeLabel goes from a lawmaker's party and state to the name before them, where
// no second comma stands: "Ann Lee, D-Ohio said".
func (r *reader) beforeLabel(u *unit, np [2]int) [2]int {
	if np[1] <= np[0] || np[0]-2 < u.a || !partyLabel(r.str(np[0])) || !r.items[np[0]-1].is(cComma) {
		return np
	}
	if name := r.npBack(u, np[0]-1); name[1] > name[0] && r.namedAt(name[1]-1) >= 0 {
		return name
	}
	return np
}

// beforeTime steps over a time that stands between source and verb: "the mayor
// on Monday said", "Ann Lee (Ind.) last week said".
func (r *reader) beforeTime(u *unit, k int) int {
	if k <= u.a {
		return k
	}
	j, when := k, false
	for j > u.a && j > k-4 && r.items[j].is(cTime|cNumber) && !r.items[j].is(cPerson|cPeople|cBody) {
		when = when || r.items[j].is(cTime) && !timeUnit(r.str(j))
		j--
	}
	if s := r.str(j); (s == "this" || s == "on" || s == "in") && j > u.a && j < k {
		when = when || s == "this" || s == "in" && yearLike(r.str(j+1))
		j--
	}
	if !when || j <= u.a {
		return k
	}
	if r.items[j].is(cComma) && j < k-1 && r.items[j-1].is(cTime) || r.items[j].is(cComma) && r.str(j+1) == "on" {
		return j
	}
	if r.items[j].is(cComma|cDash|cPrep|cDet|cPoss|cConj) && !r.items[j].is(cObj) || r.items[j].piece >= 0 {
		return k
	}
	return j
}

// beforeAgo steps over a time that "ago" or "later" ends, which stands behind item k as
// adverbs do: "the ministry less than two weeks ago said".
func (r *reader) beforeAgo(u *unit, k int) int {
	if k+1 >= u.b || !timeUnit(strings.TrimSuffix(r.str(k), "s")) {
		return k
	}
	since := (r.str(k+1) == "later" || r.str(k+1) == "earlier") && plural(r.str(k)) // "Ann Lee days later said"
	if r.str(k+1) != "ago" && !since {
		return k
	}
	j := k - 1
	for j > u.a && j > k-5 {
		switch s := r.str(j); {
		case r.items[j].is(cNumber), smallNumber(s), s == "a", s == "than", s == "less", s == "more", s == "about", s == "nearly", s == "almost", s == "some", s == "just", s == "only", s == "several", s == "few":
			j--
			continue
		}
		break
	}
	if j == k-1 && !since || j < u.a {
		return k
	}
	return j
}

func yearLike(s string) bool { return len(s) == 4 && (s[:2] == "19" || s[:2] == "20") }

// relativeHead finds the person before a relative clause that stands between
// source and verb without commas: "an official who asked not to be named said".
func (r *reader) relativeHead(u *unit, k int) [2]int {
	for j := k - 1; j > u.a && k-j < maxPhrase; j-- {
		it := &r.items[j]
		if it.is(cComma|cColon|cDash|cThat) && !it.is(cRel) || it.piece >= 0 {
			break
		}
		if r.str(j) == "who" {
			if r.items[j-1].is(cComma) {
				j--
			}
			np := r.closingName(r.npBack(u, j))
			if np[1] > np[0] && (r.personal(np) || r.items[np[1]-1].is(cBody) || plural(r.str(np[1]-1)) || singular(r.str(np[0]))) {
				return np
			}
			break
		}
	}
	return [2]int{}
}

// asideSource looks for the source beyond an aside and reports whether it
// found one.
func (r *reader) asideSource(u *unit, c *use, k int) bool {
	c.subj = r.acrossAside(u, k)
	return c.hasSubject()
}

// startsInverted reports whether verb and source stand in inverted order after
// a quotation: "…," said Jones.
func (r *reader) startsInverted(u *unit, c *use, k int) bool {
	if !r.inverts(u, c) || c.infinite {
		return false
	}
	it := &r.items[k]
	if !r.marked(k) && !(it.is(cComma|cDash|cStop) && k > u.a) {
		return false
	}
	if c.to >= u.b {
		return false
	}
	n := &r.items[c.to]
	if n.is(cThat|cWh|cPrep|cComma|cColon) || n.piece >= 0 || n.is(cTime) && n.upper && c.to+1 < u.b && r.items[c.to+1].is(cTime|cThat) {
		return false // "…,” tweeted Monday that"
	}
	if it.piece >= 0 || r.items[k-1].piece >= 0 {
		return !r.sameSaid(u, c, k)
	}
	// "The plan will fail, said Jones." but "Jones, a lawyer, said he would."
	end := r.npForward(c.to, u.b)
	return !n.is(cPron) && (end > c.to || !it.is(cStop)) && r.closesAfter(u, end) // "Lee Jr. said."
}

// sameSaid reports whether what stands behind a verb is the subject of what is said, and the
// marked words before it are of the clause that tells of the speaker: Lee, who “lost,” said
// Kim's plan was bad.
func (r *reader) sameSaid(u *unit, c *use, k int) bool {
	if r.items[u.a].piece >= 0 {
		return false
	}
	end := r.npForward(c.to, u.b)
	return end > c.to && end < u.b && r.items[end].is(cAux) && !r.items[end].is(cGenitive|cPron) && r.acrossAside(u, k)[1] > 0
}

// inverts reports whether the source of a verb may stand after it. Who stands after
// "told" is who was told.
func (r *reader) inverts(u *unit, c *use) bool {
	v := &r.lex.verbs[c.verb]
	return v.frames&(fInvert|fQuote) != 0 && c.form != ing && (c.form != base || r.writtenBy(u, c.at, v)) && v.lemma != "tell"
}

// namedAfter reports whether the source follows a verb in inverted order and is
// told by role and name: "…, said the club's head, Ann Lee, though".
func (r *reader) namedAfter(u *unit, c *use, k int) bool {
	if !r.startsInverted(u, c, k) {
		return false
	}
	end := r.npForward(c.to, u.b)
	if end > c.to && r.lex.verbs[c.verb].lemma == "say" && (r.personNamed(end-1) || r.typeAt(end-1) == nutgraf.Outlet) {
		return true // "The keeper, Ann Lee, left, said Bo Kim."
	}
	return end > c.to && r.items[r.headOf([2]int{c.to, end})].is(cPerson) && r.apposed(end) >= 0
}

func (r *reader) closesAfter(u *unit, k int) bool {
	return k >= u.b || r.items[k].is(cStop|cComma|cColon) || r.str(k) == "who" || k == u.b-1 && r.items[k].ends
}

// after takes the noun phrase after the verb as its source.
func (r *reader) after(u *unit, c *use) {
	if !r.inverts(u, c) {
		return
	}
	if c.from > u.a && !r.marked(c.from-1) && !r.items[c.from-1].is(cComma|cDash|cStop|cMark) {
		return
	}
	end := r.npForward(c.to, u.b)
	if end == c.to {
		return
	}
	end = r.alsoNamed(u, c.to, end)
	if c.subj = [2]int{c.to, end}; r.lex.verbs[c.verb].frames&(fNoun|fObjTo) != 0 && r.thing(c.subj) {
		c.subj = [2]int{} // "But “friends” demanded more proof"
		return
	}
	c.inverted = true
}

// alsoNamed returns where the name ends that a second word for what somebody does leads up
// to, where the first is on no list: "said kite maker and author Ann Lee".
func (r *reader) alsoNamed(u *unit, k, end int) int {
	if r.items[k].upper || end+2 >= u.b || r.str(end) != "and" || r.items[end+1].upper || !r.items[end+1].is(cPerson) || r.namedAt(end-1) >= 0 {
		return end
	}
	if name := r.npForward(end+1, u.b); name > end+2 && r.personNamed(name-1) {
		return name
	}
	return end
}

// shareSubject takes the source of a verb before it in the unit: a participle
// that of the main clause, another verb that of the last verb of saying.
func (r *reader) shareSubject(u *unit, c *use) {
	if c.participle {
		if np, ok := r.whoDid(u, c); ok {
			c.subj = np
			return
		}
		if np, ok := r.lastSource(u, c); ok {
			c.subj, c.shared = np, np[1] > np[0]
			return
		}
		if c.subj = r.clauseSubject(u, c.from); c.hasSubject() {
			c.shared = true
			return
		}
	}
	if np := r.asideOf(u, c); np[1] > np[0] {
		c.subj, c.inAside, c.dashed = np, true, r.items[np[1]].is(cDash)
		return
	}
	n := len(r.uses) - 1
	for n >= 0 && r.uses[n].unit == c.unit && (r.uses[n].participle && !r.uses[n].shared || r.uses[n].passive) {
		n-- // "held a sign saying '…' and said", "when it was reported by the Herald, saying"
	}
	if n >= 0 && r.uses[n].unit == c.unit && !r.uses[n].accord {
		if np := r.leftClause(&r.uses[n], c); np[1] > np[0] {
			c.subj, c.shared = np, true
			return
		}
		c.subj, c.shared = r.uses[n].subj, true
		return
	}
	if c.subj = r.clauseSubject(u, c.from); !c.hasSubject() {
		c.subj = r.mainSubject(u, c.from)
	}
	c.shared = c.hasSubject()
}

// leftClause returns the subject of the main clause between a use that stands in the clause
// which opens the sentence and use c: "When I asked her about it, she rose and said".
func (r *reader) leftClause(o, c *use) [2]int {
	if !o.inClause || o.participle || o.shared {
		return [2]int{}
	}
	for k := o.to; k+2 < c.from; k++ {
		if !r.items[k].is(cComma) || r.items[k+1].is(cConj|cPrep) {
			continue
		}
		if end := r.npForward(k+1, c.from); end > k+1 && end < c.from && (r.acting(end) || r.items[k+1].is(cPron)) {
			return [2]int{k + 1, end}
		}
	}
	return [2]int{}
}

// clauseSubject returns the subject of the nearest verb before item limit that
// stands in a main clause: "In the hall where Bo Kim spoke, Ann Lee held a
// meeting, praising".
func (r *reader) clauseSubject(u *unit, limit int) [2]int {
	for v := limit - 1; v > u.a && v > limit-maxAside; v-- {
		if !r.acting(v) {
			continue
		}
		k := v - 1
		for k > u.a && (r.items[k].is(cAux|cAdv|cNeg) && !r.items[k].is(cPron) || r.adverb(k)) {
			k--
		}
		var np [2]int
		if k = r.beforeTime(u, k); r.items[k].is(cComma|cDash|cParen) && r.items[k].piece < 0 {
			np = r.acrossAside(u, k)
		} else {
			np = r.upToVerb(r.npBack(u, k+1))
			if at := np[0]; at > u.a && np[1] > at && r.items[at-1].is(cComma) && !r.items[at].upper && isPastShape(r.str(at)) {
				np = r.acrossAside(u, at-1) // "the mayor, Ann Lee, surprised reporters"
			}
		}
		if np[1] > np[0] && r.mainClause(u, np[0]) && r.canSpeak(np) {
			return np
		}
	}
	return [2]int{}
}

// upToVerb cuts a phrase before a verb that no list holds and that a name has
// for its subject: "Ann Lee expelled two envoys and the club".
func (r *reader) upToVerb(np [2]int) [2]int {
	for k := np[0] + 1; k < np[1]; k++ {
		if it := &r.items[k]; !it.upper && it.piece < 0 && r.items[k-1].upper && isPastShape(r.str(k)) {
			return [2]int{np[0], k}
		}
	}
	return np
}

// acting reports whether a verb that tells what somebody did stands at item v.
func (r *reader) acting(v int) bool {
	it := &r.items[v]
	if it.upper || it.piece >= 0 || it.is(cGenitive) {
		return false
	}
	if it.is(cAux) && !it.is(cPron) || r.finite(v) {
		return true
	}
	if v == 0 {
		return isPastShape(r.str(v))
	}
	before := &r.items[v-1]
	if v+1 < len(r.items) && r.str(v+1) == "by" {
		return false // "a board founded by the town"
	}
	return isPastShape(r.str(v)) && !before.is(cDet|cPoss) || before.is(cPron) && !before.is(cObj|cDet) && plural(r.str(v))
}

// onlyTime reports whether nothing but when it was stands in a unit before item i: "On Friday
// the board".
func (r *reader) onlyTime(u *unit, i int) bool {
	for k := r.afterDateline(u); k < i; k++ {
		if !r.items[k].is(cTime|cNumber|cDet|cPrep) && !timeUnit(r.str(k)) {
			return false
		}
	}
	return true
}

// mainClause reports whether a clause that nothing subordinates can begin at
// item i.
func (r *reader) mainClause(u *unit, i int) bool {
	if i == u.a {
		return true
	}
	p := &r.items[i-1]
	if p.is(cTime) && r.onlyTime(u, i) {
		return true
	}
	return (p.piece >= 0 || p.is(cComma|cColon|cDash|cConj|cMark)) && !p.is(cSub|cWh|cRel|cThat|cPrep)
}

func (r *reader) participleSource(u *unit, c *use, k int) {
	if k == u.a && r.items[k].is(cPrep|cSub) {
		c.subj, c.shared = r.subjectAfter(u, c.to), true // "In declaring …, Lee"
		return
	}
	if k > u.a && isBy(r.str(k)) && k < u.a+5 && !r.actsBefore(u.a-1, k) {
		c.subj, c.shared, c.inClause = r.subjectAfter(u, c.to), true, true // "Two days after saying …, Lee"
		return
	}
	if k >= u.a && r.items[k].is(cPrep) && !isBy(r.str(k)) || k >= u.a && r.items[k].is(cDet|cPoss) {
		return
	}
	if k > u.a && r.items[k-1].is(cRel) {
		return // "which includes saying"
	}
	if k > u.a+1 && r.items[k].is(cComma) && strings.HasSuffix(r.str(k-1), "ing") && (r.str(k-2) == "a" || r.str(k-2) == "an") && r.marked(c.to) {
		return // "as a squinting, mumbling “Faulknerian”"
	}
	if k > u.a && r.nominal(k) && !r.items[k].is(cTime) {
		if r.displayed(k) && r.lex.verbs[c.verb].frames&fQuote != 0 {
			c.subj = [2]int{r.phraseStart(k), k + 1}
			return
		}
		if c.subj = r.reactedTo(u, k); c.hasSubject() {
			return
		}
		if c.subj = r.filmed(u, k); c.hasSubject() {
			return
		}
		if np := r.closingName(r.pastVerb(r.npBack(u, k+1))); np[1] > np[0] && np[0] > u.a && (r.str(np[0]-1) == "with" || r.str(np[0]-1) == "despite" || r.inAddition(np[0]-1) || !aimed(r.str(np[0]-1)) && r.personal(np) && !r.addressed(np[0]-1) && !(putsOut(r.str(np[0]-1)) && r.items[r.headOf(np)].is(cDoc))) {
			c.subj = np
			return
		}
	}
	if c.from == u.a {
		c.subj, c.shared = r.subjectAfter(u, c.to), true
		return
	}
	if c.subj = r.writer(u, k); c.hasSubject() {
		return
	}
	r.shareSubject(u, c)
}

// subjectAfter returns the subject of the main clause that follows a participle
// clause from item k on: "Citing “old debts,” the mayor said".
func (r *reader) subjectAfter(u *unit, k int) [2]int {
	for ; k+1 < u.b; k++ {
		if !r.items[k].is(cComma) && !(r.items[k].piece >= 0 && r.commaInside(k)) {
			continue
		}
		end := r.npForward(k+1, u.b)
		if end > k+2 && !r.items[end-1].upper && isPastShape(r.str(end-1)) {
			end--
		}
		if end > k+1 && end < u.b && (r.items[end].is(cAux|cAdv) || r.finite(end) || isPastShape(r.str(end))) {
			return [2]int{k + 1, end}
		}
	}
	return [2]int{}
}

// reactedTo returns the document that ends at item k where the words before it say that
// somebody reacts to it, so that a participle goes with it: "pushed back on a report claiming".
func (r *reader) reactedTo(u *unit, k int) [2]int {
	if !r.items[k].is(cDoc) || r.items[k].upper {
		return [2]int{}
	}
	j := k - 1
	for j > u.a+2 && j > k-5 && r.nominal(j) && !r.items[j].is(cDet|cPoss) {
		j--
	}
	if j < u.a+2 || !r.items[j].is(cDet) {
		return [2]int{}
	}
	switch r.str(j - 1) {
	case "over", "about", "against":
		return [2]int{j, k + 1}
	case "on":
		if r.str(j-2) == "back" {
			return [2]int{j, k + 1}
		}
	}
	return [2]int{}
}

// filmed returns the person whom a film or a picture shows that the clause up to item k tells
// of: "a clip showing Ann Lee on the pier declaring".
func (r *reader) filmed(u *unit, k int) [2]int {
	for j := k - 1; j > u.a && j > k-maxPhrase; j-- {
		it := &r.items[j]
		if it.piece >= 0 || it.is(cComma|cColon|cThat|cConj) {
			break
		}
		if !r.lex.tells["filmed"][r.str(j)] {
			continue
		}
		end := r.npForward(j+1, k+1)
		if end == j+1 || !r.personNamed(end-1) {
			break
		}
		from := end - 1
		for from > j+1 && r.namedAt(from-1) == r.namedAt(end-1) {
			from--
		}
		return [2]int{from, end}
	}
	return [2]int{}
}

// aimed reports whether those behind a preposition are spoken to or of: "she spoke before
// the board defending".
func aimed(s string) bool {
	return s == "to" || s == "before" || s == "against" || s == "at" || s == "toward" || s == "towards"
}

// addressed reports whether item k is a verb that words are sent to somebody
// with: "emailed supporters saying".
func (r *reader) addressed(k int) bool {
	v := r.items[k].word.verb
	return v >= 0 && r.lex.verbs[v].frames&fHearer != 0 && r.items[k].word.form != ing
}

// inAddition reports whether item k is the "to" of "in addition to Ann Lee saying".
func (r *reader) inAddition(k int) bool {
	return k > 0 && r.items[k].is(cTo) && r.str(k-1) == "addition"
}

func isBy(s string) bool {
	return s == "by" || s == "after" || s == "before" || s == "while"
}

// mainSubject is the phrase that stands as the subject of a unit: after an opening
// adjunct, before item limit.
func (r *reader) mainSubject(u *unit, limit int) [2]int {
	np, start := r.firstNamed(u, limit)
	if np[1] > np[0] && !r.wholePhrase(start, np) {
		np = [2]int{start, r.npForward(start, limit)}
	}
	if k := np[0]; k+1 < np[1] && r.items[k].is(cDet|cAdv) && r.items[k+1].is(cAux) {
		return np // "That would be Ann Lee, who"
	}
	for k := np[0] + 1; k < np[1]; k++ {
		if it := &r.items[k]; !it.upper && r.acting(k) && !isAdverb(r.str(k-1)) {
			for np[1] = k; np[1]-1 > np[0] && r.items[np[1]-1].is(cAdv) && !r.items[np[1]-1].is(cPron|cDet); np[1]-- {
			}
			if strings.HasPrefix(r.str(np[1]-1), "who") && np[1]-1 > np[0] {
				np[1]--
			}
			break // "The crowd then forced open a Vale"
		}
	}
	return np
}

// firstNamed is the first name, pronoun or role of a unit, after an opening adjunct,
// before item limit and before its verb, and the item at which its clause begins.
func (r *reader) firstNamed(u *unit, limit int) (np [2]int, start int) {
	start = r.afterDateline(u)
	opening := start
	if start+1 < limit && (r.items[start].is(cAdv) || isAdverb(r.str(start))) && r.items[start+1].is(cPrep|cSub) {
		opening++ // "Just after", "Shortly before"
	}
	if start < limit && (r.items[opening].is(cPrep|cSub|cTime|cNumber) || r.str(opening) == "Around" || r.timeAgo(start, limit)) {
		for k := start; k < limit; k++ {
			if r.items[k].is(cComma) || r.items[k].piece >= 0 && r.commaInside(k) {
				start = k + 1
				break
			}
		}
	}
	for start < limit && (r.items[start].is(cConj|cAdv|cMark|cOther) || start+1 < limit && r.items[start].is(cPrep) && r.items[start+1].is(cNumber)) {
		start++
	}
	if start >= limit || r.items[start].piece >= 0 {
		return [2]int{}, start
	}
	if r.items[start].is(cPron) {
		return [2]int{start, start + 1}, start
	}
	if m, ok := r.mentions.from(r.items[start].span.Start, r.items[limit-1].span.End); ok {
		if np := r.itemsOf(u, start, m); !r.actsBefore(start, np[0]) {
			return np, start
		}
	}
	end := r.npForward(start, limit)
	for k := start + 1; k < end; k++ {
		if !r.items[k].upper && isPastShape(r.str(k)) && r.items[k-1].is(cPerson|cPeople|cBody|cDoc) {
			end = k // "the paper expressed concern"
		}
	}
	return [2]int{start, end}, start
}

// wholePhrase reports whether a name is all of the phrase that begins at item start:
// it owns nothing ("Lee's parents"), stands before no noun ("Lee campaign aide") and
// behind no preposition ("many of those at Lee's rally").
func (r *reader) wholePhrase(start int, np [2]int) bool {
	if np[1] >= len(r.items) {
		return true
	}
	next := &r.items[np[1]]
	if next.is(cGenitive) || np[0]-1 > start && r.items[np[0]-1].is(cPrep) {
		return false
	}
	return next.upper || next.piece >= 0 || !next.is(cPerson|cPeople|cBody|cDoc)
}

// actsBefore reports whether a verb stands in the items [a, b), so that the name
// behind it is not the subject.
func (r *reader) actsBefore(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if r.acting(k) || !r.items[k].upper && strings.HasSuffix(r.str(k), "ing") && r.items[k].word.class == 0 {
			return true
		}
	}
	return false
}

// timeAgo reports whether a phrase of time opens at item i: "A month ago, …",
// "Two days later, …".
func (r *reader) timeAgo(i, limit int) bool {
	for k := i + 1; k+1 < limit && k < i+5; k++ {
		if s := r.str(k); (s == "ago" || s == "later" || s == "earlier") && r.items[k+1].is(cComma) {
			return true
		}
	}
	return false
}

// opensSaid reports whether item k stands right behind a verb of saying that has no
// hearer there: "he said Ann Lee, on the phone, had agreed".
func (r *reader) opensSaid(u *unit, k int) bool {
	if k == u.a || !r.finite(k-1) {
		return false
	}
	v := r.items[k-1].word.verb
	return r.speech(v) && r.lex.verbs[v].frames&fHearer == 0
}

// pastAdverbs steps back over adverbs before item k: "but even one of them".
func (r *reader) pastAdverbs(u *unit, k int) int {
	for k > u.a && r.items[k-1].is(cAdv) && !r.items[k-1].is(cTime|cPrep|cDet|cPron) {
		k--
	}
	return k
}

// acrossAside looks for the source to the left of an aside that ends at item
// k: "Jones, who has led the union since May, said".
func (r *reader) acrossAside(u *unit, k int) [2]int {
	var best [2]int
	if r.items[k].is(cParen) {
		if open := r.parenBack(u, k); open > u.a {
			return r.npBack(u, open)
		}
	}
	first := max(r.afterOutlet(u), u.a)
	for j := k - 1; j > first && k-j <= maxAside; j-- {
		it := &r.items[j]
		if r.marked(j) && !r.nickname(u, j) {
			break
		}
		if !it.is(cComma | cDash | cParen) {
			continue
		}
		np := r.npBack(u, j)
		if day := r.beforeTime(u, j-1); day < j-1 && r.personNamed(day) {
			np = r.npBack(u, day+1) // "Ann Lee on Monday, in her office, said"
		}
		if np[1] > np[0] && (np[0] == first || r.clauseStart(u, r.pastAdverbs(u, np[0])) || r.opensSaid(u, np[0]) || r.items[np[0]-1].is(cWh) || r.items[np[0]-1].is(cTime) && r.personal(np) || r.afterPlace(u, np)) && r.canSpeak(np) {
			if s := r.str(np[0] - min(1, np[0])); (s == "before" || s == "after") && best[1] > best[0] && best[0]-1 == j && r.personal(best) {
				break // "before the House committee, Ann Lee, the envoy, said"
			}
			if best[1] > best[0] && r.personNamed(best[1]-1) && !r.personal(np) && r.items[first].is(cPrep) && np[0] != first {
				break // "In a piece on its site, the Globe, Ann Lee, an expert, said"
			}
			best = np
			if np[0] == first {
				continue
			}
			if r.opensSaid(u, np[0]) {
				break // "Ann Lee, though, said the board, which met in May, urged"
			}
			if s := r.str(np[0] - 1); (s == "but" || s == "while" || s == "though" || s == "yet") && r.personal(np) {
				break // "Ann Lee, the mayor, left, but Bo Kim, her deputy, said"
			}
		}
	}
	return best
}
