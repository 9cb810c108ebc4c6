package quote

import "strings"

// maxAdjunct bounds how far the content may stand from its verb, in items.
const maxAdjunct = 45

// follow reads on from a verb: hearer, adjuncts, and where the content begins.
func (r *reader) follow(u *unit, c *use) {
	if c.accord {
		r.followAccording(u, c)
		return
	}
	if c.owned {
		r.contentFrom(u, c, max(c.to, c.after))
		return
	}
	if c.passive && c.hasContent() {
		return
	}
	if r.asSaid(u, c) {
		return
	}
	v := &r.lex.verbs[c.verb]
	k := c.to
	if c.inverted {
		k = c.subj[1]
		c.after = k
	}
	if c.passive {
		c.after = max(c.after, c.to)
		if c.subj[0] > c.at && v.frames&fHearer != 0 {
			r.opensContent(u, c, v, c.after)
		}
		return
	}
	if c.inverted {
		r.followInverted(u, c)
		return
	}
	for k+1 < u.b && (r.items[k].is(cAdv) && !r.items[k].is(cTime|cDet|cPron) || isAdverb(r.str(k))) && !r.items[k].upper && (v.frames&fHearer != 0 || !r.atLeast(u, k)) {
		k++
	}
	if k+2 < u.b && r.items[k].is(cDet) && dayLike(r.str(k+1)) && r.items[k+2].is(cDet|cPron|cPoss) {
		k += 2 // "said this week the bridge would open"
	}
	if v.modality == "hear" && k < u.b && (r.str(k) == "from" || r.str(k) == "of") {
		r.followHearing(u, c, k)
		return
	}
	if v.frames&fHearer != 0 && c.to == k && k+1 < u.b && r.items[k].piece >= 0 && r.programmeName(k) {
		r.pieces[r.items[k].piece].quiet = true // told "Morning Line" that
		k++
		c.after = k
	}
	if v.frames&fHearer != 0 && k+1 == u.b && r.items[k].piece >= 0 && !r.marked(k) {
		c.after = u.b
		return // "…, she told 'Morning Line.'"
	}
	if k+1 < u.b && r.items[k].piece >= 0 && !r.marked(k) && v.frames&fZero != 0 && r.items[k+1].is(cAux) && r.contentFrom(u, c, k) {
		return // what a title is said to be
	}
	if r.opensContent(u, c, v, k) || k < u.b && r.items[k].piece >= 0 && !r.marked(k) && v.frames&fHearer == 0 {
		return // a title is what was written
	}
	if h := r.hearerEnd(u, v, k); h > k {
		if h+1 < u.b && r.programmeName(h) {
			r.pieces[r.items[h].piece].quiet = true
			h++
		}
		c.hearer = [2]int{k, h}
		c.after = h
		if r.opensContent(u, c, v, h) || r.clauseContent(u, c, v, h) {
			return
		}
		if k = h; k < u.b && r.str(k) == "who" {
			r.beyondHearer(u, c, v, k)
			return
		}
	} else if r.clauseContent(u, c, v, k) {
		return
	}
	r.acrossAdjuncts(u, c, v, k)
}

// asSaid reads what the main clause has of another's words where an "as" that opens the
// sentence gives them: "As the club notes, the port has “no future” and is lost". It
// reports whether use c is such a one.
func (r *reader) asSaid(u *unit, c *use) bool {
	k, start := c.to, r.afterDateline(u)
	if c.inverted || c.shared || c.passive || c.negated || !equalFold(r.str(start), "as") || c.subj[0] != start+1 || !r.speech(c.verb) || r.lex.verbs[c.verb].frames&fThat == 0 && k == c.at+1 || k+2 >= u.b || !r.items[k].is(cComma) {
		return false
	}
	n := &r.items[k+1]
	if n.is(cConj|cSub) || n.piece >= 0 && (n.upper || r.clausal(k+1) || !r.items[k+2].is(cAux)) {
		return false // what is marked are the words
	}
	for j := u.uses[0]; j < u.uses[1]; j++ {
		if o := &r.uses[j]; o.at > k && (o.accord || !o.participle && !o.infinite) {
			return false // "As Ann Lee said, Bo Kim called it “lost”"
		}
	}
	for j := k + 1; j < u.b; j++ {
		if r.marked(j) {
			c.content = [2]int{k + 1, r.trimEnd(k+1, u.b)}
			return r.predicated(k+1, u.b)
		}
	}
	return false
}

// beyondHearer finds what is said behind a relative clause on the hearer that opens at item
// k: "told the nurses who filled the lawn that".
func (r *reader) beyondHearer(u *unit, c *use, v *verb, k int) {
	for j := k + 2; j < u.b && j < k+maxRelative; j++ {
		it := &r.items[j]
		if it.piece >= 0 || it.is(cComma|cColon) {
			r.acrossAdjuncts(u, c, v, j)
			return
		}
		if it.is(cThat) && v.frames&fThat != 0 {
			r.contentFrom(u, c, j)
			return
		}
	}
}

// followHearing turns "the paper learned from Jones that" round: the subject is
// the hearer, the source stands after the preposition.
func (r *reader) followHearing(u *unit, c *use, k int) {
	end := r.npForward(k+1, u.b)
	if end == k+1 || r.str(k) != "from" {
		return
	}
	c.hearer, c.subj, c.shared = c.subj, [2]int{k + 1, end}, false
	for j := end; j < u.b && j < end+12; j++ {
		if r.items[j].is(cThat) {
			r.contentFrom(u, c, j)
			return
		}
	}
}

// opensContent reports whether a mark, a colon, a "that" or another clear
// opening of the content stands at item k, and notes it.
func (r *reader) opensContent(u *unit, c *use, v *verb, k int) bool {
	if k >= u.b {
		return false
	}
	it := &r.items[k]
	if v.frames&fLead != 0 && len(v.with) > 0 && c.to == c.at+1 && v.lemma != "cry" {
		return false
	}
	switch {
	case r.marked(k):
		c.lead = true
		c.noun = v.frames&fQuote == 0
		return r.contentFrom(u, c, k)
	case it.is(cColon) && r.str(k) == ":":
		c.lead = true
		return r.contentFrom(u, c, k+1)
	case it.is(cComma) && k+1 < u.b && r.marked(k+1):
		c.lead = true
		return r.contentFrom(u, c, k+1)
	case it.is(cThat) && v.frames&fThat != 0:
		return r.contentFrom(u, c, k)
	case it.is(cWh) && v.frames&(fWh|fThat) != 0 && r.str(k) != "who":
		return r.contentFrom(u, c, k)
	case r.str(k) == "not" && k+2 < u.b && r.items[k+1].is(cTo) && v.frames&(fTo|fObjTo) != 0:
		return r.contentFrom(u, c, k)
	case c.ofObject && r.str(k) == "as" && k+1 < u.b:
		return r.contentFrom(u, c, k)
	case it.is(cTo) && v.frames&(fTo|fObjTo) != 0 && k+1 < u.b && !r.items[k+1].upper && !r.items[k+1].is(cObj|cPoss|cDet|cPron|cNumber|cWh):
		return r.contentFrom(u, c, k)
	}
	if v.frames&fLead != 0 {
		return false
	}
	for _, w := range v.with {
		if r.str(k) == w && k+1 < u.b && (it.is(cPrep) || it.is(cTo)) {
			if j := r.announcedBy(u, k+1); w == "to" && j > 0 {
				c.lead = true
				return r.contentFrom(u, c, j) // "responded to Lee with, '…'"
			}
			return r.contentFrom(u, c, k+1)
		}
	}
	return false
}

// announcedBy returns the marked piece behind a comma or a colon in the next few
// items from k on, or 0.
func (r *reader) announcedBy(u *unit, k int) int {
	for j := k + 1; j < u.b && j < k+7; j++ {
		if it := &r.items[j]; it.piece >= 0 || it.is(cAux|cThat) {
			break
		}
		if r.items[j].is(cComma|cColon) && j+1 < u.b && r.marked(j+1) && r.items[j+1].upper {
			return j + 1
		}
	}
	return 0
}

// clauseContent reports whether a bare clause or a noun phrase at item k is
// the content, and notes it.
func (r *reader) clauseContent(u *unit, c *use, v *verb, k int) bool {
	if k >= u.b {
		return false
	}
	it := &r.items[k]
	if v.frames&fLead != 0 {
		return false
	}
	if j := r.pieceAhead(u, v, k); j > 0 {
		c.lead = true
		return r.contentFrom(u, c, j)
	}
	if v.frames&fZero != 0 || r.bareAhead(u, c, v, k) {
		if r.timePhrase(u, k) > k {
			return false
		}
		if it.is(cPron|cDet|cPoss) || it.is(cAux) && r.relativeObject(u, c) || r.nominal(k) && !it.is(cTime|cAdv) || it.is(cSub) || v.frames&fHearer == 0 && r.atLeast(u, k) {
			return r.clauseEvidence(u, k) && (v.lemma != "write" && v.lemma != "add" || r.verbAfter(u, k)) && r.contentFrom(u, c, k)
		}
	}
	if c.hearer[1] == 0 && v.frames&(fNoun|fObjTo|fGerund) != 0 && (it.is(cDet|cPoss|cObj|cPron) || r.nominal(k) || it.is(cThat) && v.modality == "describe") && (!it.is(cTime) || k+1 < u.b && r.items[k+1].is(cGenitive) || k+2 < u.b && r.items[k+2].is(cGenitive) && timeUnit(r.str(k+1))) {
		if j := r.afterColon(u, k); j > 0 {
			c.lead = true
			return r.contentFrom(u, c, j)
		}
		c.clause = v.frames&fZero == 0 && v.frames&fThat != 0 && r.clauseAt(u, k)
		c.noun = v.frames&fZero == 0 && !c.clause && (v.frames&fObjTo == 0 || !r.toAhead(u, k))
		return r.contentFrom(u, c, k)
	}
	return false
}

// bareAhead reports whether a clause with marked words opens at item k behind a verb that
// mostly has a "that" before one: "maintained it had been “a fair deal”".
func (r *reader) bareAhead(u *unit, c *use, v *verb, k int) bool {
	switch {
	case v.frames&fThat == 0, v.frames&(fNoun|fAttitude|fHearer|fWh|fAdjective) != 0:
		return false
	case v.frames&fNounish != 0 && c.form == base && !r.items[c.at-1].is(cPron|cTo|cAux|cAdv):
		return false // "a charge"
	case !r.verbAfter(u, k):
		return false
	}
	for ; k < u.b && !(r.items[k].word.verb >= 0 && r.finite(k) && r.speech(r.items[k].word.verb)); k++ {
		if r.marked(k) {
			return true
		}
	}
	return false
}

// atLeast reports whether a number with a bound opens at item k: "said at least 40 had left",
// "said about 40 had left".
func (r *reader) atLeast(u *unit, k int) bool {
	if k+2 >= u.b {
		return false
	}
	if r.lex.tells["bound"][r.str(k)] {
		return r.items[k+1].is(cNumber) || smallNumber(r.str(k+1)) && r.str(k+1) != "one"
	}
	two := r.str(k) + " " + r.str(k+1)
	return (two == "at least" || two == "at most" || two == "up to" || two == "more than" || two == "fewer than" || two == "less than") && (r.items[k+2].is(cNumber) || smallNumber(r.str(k+2)))
}

// toAhead reports whether an infinitive or marks follow the object at item k:
// "ordered the men to leave".
func (r *reader) toAhead(u *unit, k int) bool {
	for ; k < u.b; k++ {
		if r.items[k].is(cTo) || r.marked(k) {
			return true
		}
	}
	return false
}

// timePhrase returns the end of an adverbial of time that stands between a verb
// and a "that" ("said this week that"), or k.
func (r *reader) timePhrase(u *unit, k int) int {
	j := k
	for j < u.b && j < k+5 && (r.items[j].is(cTime|cDet|cNumber|cAdv) || j > k && timeUnit(r.str(j))) && !r.items[j].is(cThat) {
		j++
	}
	if j > k && j < u.b && r.items[j].is(cThat) && j+1 < u.b && !r.items[j+1].is(cAux) {
		return j
	}
	return k
}

func timeUnit(s string) bool {
	switch s {
	case "week", "month", "year", "day", "morning", "afternoon", "evening", "night", "weekend", "spring", "summer", "fall", "autumn", "winter", "ago":
		return true
	}
	return false
}

// verbAfter reports whether a finite verb follows the noun phrase at item k.
func (r *reader) verbAfter(u *unit, k int) bool {
	end := r.npForward(k, u.b)
	for end > k && end+1 < u.b && r.items[end].word.verb >= 0 && r.items[end].word.form == third && r.items[end+1].is(cAux) {
		end++ // "the details were"
	}
	for j := k + 2; j < end; j++ {
		if !r.items[j].upper && r.acting(j) && !r.items[j-1].is(cPrep|cConj) && !isAdverb(r.str(j-1)) {
			return true // "the cause of the fire remained unclear"
		}
	}
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end))) {
		end++
	}
	return end > k && end < u.b && (r.items[end].is(cAux) || r.finite(end) || isPastShape(r.str(end)))
}

// clauseAt reports whether the noun phrase at item k is the subject of a clause, also across
// a name in apposition: "explained the port was shut", "explained the mayor, Ann Lee, had left".
func (r *reader) clauseAt(u *unit, k int) bool {
	end := r.npForward(k, u.b)
	if end > k && end < u.b && r.items[end].is(cAux) && !r.items[end].is(cGenitive) {
		return true
	}
	if end <= k || end+2 >= u.b || !r.items[end].is(cComma) || r.namedAt(end+1) < 0 {
		return false
	}
	name := r.npForward(end+1, u.b)
	return name+1 < u.b && r.items[name].is(cComma) && r.namedAt(name-1) == r.namedAt(end+1) && r.acting(name+1)
}

// relativeObject reports whether the source follows a relative pronoun that is
// the subject of what is said: "a plan which he says will fail".
func (r *reader) relativeObject(u *unit, c *use) bool {
	k := c.subj[0] - 1
	return c.contact || k >= u.a && r.items[k].is(cRel)
}

// pieceAhead returns the marked piece that a colon, or a comma before a whole
// sentence, announces after the object of the verb ("explained it this way:"),
// or 0. No other verb of saying may stand between.
func (r *reader) pieceAhead(u *unit, v *verb, k int) int {
	if v.frames&fQuote == 0 {
		return 0
	}
	for j := k; j+1 < u.b && j < k+maxAdjunct; j++ {
		it := &r.items[j]
		if it.piece >= 0 || it.is(cThat) || it.word.verb >= 0 && r.speech(it.word.verb) && (r.finite(j) || j > k && it.word.form == base && r.items[j-1].is(cConj)) {
			return 0
		}
		if !r.marked(j + 1) {
			continue
		}
		if r.str(j) == ":" || it.is(cComma) && r.items[j+1].upper && r.fullStop(j+1) && j+2 >= u.b-1 && r.items[j+1].span.Len() > 30 {
			return j + 1
		}
	}
	return 0
}

// afterColon returns the marked sentence that a colon announces behind the object at
// item k of a verb that otherwise takes no quotation, or 0: "dismissed the tally: “…”"
// gives his words, and the tally is none of them.
func (r *reader) afterColon(u *unit, k int) int {
	for j := k; j+1 < u.b && j < k+maxAdjunct; j++ {
		it := &r.items[j]
		if it.piece >= 0 || it.is(cThat) {
			return 0
		}
		if r.str(j) == ":" {
			if r.marked(j+1) && r.items[j+1].upper {
				return j + 1
			}
			return 0
		}
	}
	return 0
}

// clauseEvidence reports whether a finite verb seems to stand in the clause
// that begins at item k.
func (r *reader) clauseEvidence(u *unit, k int) bool {
	for j := k; j < u.b && j < k+40; j++ {
		it := &r.items[j]
		if it.is(cAux|cPron) || isPastShape(r.str(j)) || it.piece >= 0 {
			return true
		}
		if j > k && (it.word.verb >= 0 && it.word.form != ing || !it.upper && plural(r.str(j)) && !r.items[j-1].is(cDet|cPoss|cPrep|cNumber)) {
			return true
		}
	}
	return false
}

// hearerEnd returns the end of the hearer's noun phrase: "told the crowd",
// "said to reporters".
func (r *reader) hearerEnd(u *unit, v *verb, k int) int {
	if k >= u.b {
		return k
	}
	if v.frames&fHearer == 0 {
		return k
	}
	if k+1 < u.b && r.str(k) == "her" && (r.items[k+1].is(cThat|cWh|cTo|cComma|cColon) || r.marked(k+1)) {
		return k + 1
	}
	end := r.npForward(k, u.b)
	if v.frames&fZero != 0 && end < u.b && r.items[end].is(cAux) && !r.items[k].is(cObj) {
		return k // it is the subject of what is said: promised the town would
	}
	return end
}

// programmeName reports whether the piece at item h names the programme that
// was told: told the show "Morning Line" that.
func (r *reader) programmeName(h int) bool {
	p := r.items[h].piece
	if p < 0 || r.items[h-1].upper && !r.items[h-1].is(cGenitive) {
		return false
	}
	s := r.pieces[p].inner.Of(r.text)
	return strings.Contains(s, " ") && len(s) < 40 && capitalised(s) && !r.fullStop(h) && !r.commaInside(h)
}

// acrossAdjuncts looks for the content beyond times, places and occasions:
// "said on Monday in a statement that".
func (r *reader) acrossAdjuncts(u *unit, c *use, v *verb, k int) {
	bare := v.frames&fZero != 0 && (k >= u.b || !r.items[k].is(cComma))
	if v.frames&fLead != 0 && k+1 < u.b && (strings.HasSuffix(r.str(k), "ing") || r.items[k].is(cTo) && !r.toSomebody(k, u.b)) {
		return // "went on defending", "began to turn"
	}
	for j := k; j < u.b && j-k < maxAdjunct; j++ {
		it := &r.items[j]
		switch {
		case it.is(cConj) && j > k && r.items[j-1].is(cComma), r.str(j) == "who" && j > k && !r.items[j-1].is(cComma|cDash) && bare:
			return
		case it.is(cThat) && r.items[k].is(cComma) && j > k+2 && !r.items[j-1].is(cComma|cTime|cNumber):
			continue // "found, in a note that ran to ten pages, that"
		case it.is(cThat) && j > k+1 && r.relativeThat(u, v, j):
			for ; j+1 < u.b; j++ { // "responded with a phrase that could be his: '…'"
				if r.items[j].is(cColon) && r.marked(j+1) && v.frames&fQuote != 0 {
					r.opensContent(u, c, v, j)
				}
			}
			return
		case it.is(cThat):
			if v.frames&fThat != 0 && (j == k || !r.items[j-1].is(cPrep)) && (v.frames&fLead == 0 || j == k || r.items[j-1].is(cTime|cComma)) {
				r.contentFrom(u, c, j)
			}
			return
		case it.is(cColon) && r.str(j) == ":" || r.marked(j):
			switch {
			case v.frames&fQuote == 0 || !r.adjunctOnly(k, j) || v.frames&fLead != 0 && !it.upper && r.marked(j):
			case j > k && !it.upper && r.marked(j) && r.items[j-1].is(cDet|cPoss):
				r.contentFrom(u, c, j-1)
			default:
				r.opensContent(u, c, v, j)
			}
			return
		case it.is(cComma) && j+1 < u.b && r.marked(j+1):
			if v.frames&fQuote != 0 && r.adjunctOnly(k, j) {
				r.opensContent(u, c, v, j)
			}
			return
		case it.is(cTo) && j > k && v.frames&fTo != 0 && r.items[j-1].is(cTime):
			r.contentFrom(u, c, j)
			return
		case it.is(cComma) && j > k+8 && !r.thatSoon(u, j), it.ends, it.is(cColon):
			return
		case it.is(cPron) && j > k && bare && !r.items[j-1].is(cPrep|cConj|cSub|cWh|cRel):
			c.far = true
			r.contentFrom(u, c, j)
			return
		case it.is(cDet|cPoss|cPron) && j > k && !bare && r.items[j-1].is(cTime) && r.bareAhead(u, c, v, j):
			c.far = true
			r.contentFrom(u, c, j)
			return
		case it.is(cDet) && j+1 < u.b && dayLike(r.str(j+1)), it.is(cDet|cPoss) && j > k+1 && r.items[j-2].is(cComma) && strings.HasSuffix(r.str(j-1), "ing"):
			// "said earlier this month that", "wrote on Monday, taking her words apart, that"
		case it.is(cDet|cPoss) && j > k && bare && !r.items[j-1].is(cPrep|cConj|cComma|cSub|cWh) && r.items[j-1].word.verb < 0:
			c.far = true
			r.contentFrom(u, c, j)
			return
		case it.upper && j > k && bare && r.items[j-1].is(cTime) && !it.is(cTime):
			c.far = true
			r.contentFrom(u, c, j)
			return
		case it.word.verb >= 0 && it.word.form == ing && r.speech(it.word.verb) && j > k && r.items[j-1].is(cComma):
			return
		case it.word.verb >= 0 && j > k && (r.finite(j) && !r.items[j-1].is(cDet|cPoss) || it.word.form == base && r.items[j-1].is(cConj) && r.speech(it.word.verb)):
			return
		}
		c.after = j + 1
	}
}

// relativeThat reports whether the "that" at item j is the subject of a relative
// clause, as its verb follows: "a phrase that could", "a debt that became", and no time
// stands before it.
func (r *reader) relativeThat(u *unit, v *verb, j int) bool {
	if j+1 >= u.b || !r.items[j+1].is(cAux) && !r.governs(u, j+1) || r.items[j+1].is(cPron) {
		return false
	}
	p := &r.items[j-1]
	if v.frames&fHearer != 0 && p.is(cPerson|cPeople|cBody) {
		return false // "told reporters that could wait"
	}
	return !p.upper && !p.is(cTime|cComma|cNumber|cAdv) && p.word.verb < 0 && p.piece < 0
}

// governs reports whether item k can only be a verb: by its form, or by what follows it,
// as an adjective or a plural has no article, pronoun or number behind it: "that killed
// 40", "that gives the", but not "that armed men", "that based on".
func (r *reader) governs(u *unit, k int) bool {
	s := r.str(k)
	if strongPast(s) {
		return true
	}
	if k+1 >= u.b || r.items[k].upper || r.items[k].is(cDet|cPoss|cPron|cSub|cPrep|cTime|cPerson|cPeople|cBody) {
		return false
	}
	n := &r.items[k+1]
	if strings.HasSuffix(s, "ed") && s != "based" && s != "compared" {
		return n.is(cDet|cPoss|cObj|cTo|cNumber|cTime|cPrep) && !n.upper
	}
	return len(s) > 4 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") && n.is(cDet|cPoss|cObj) && !n.is(cThat) && !n.upper
}

// thatSoon reports whether the comma at item j ends the circumstances before a
// "that", or stands in the last name of them: "said in Ashby, Ohio, that".
func (r *reader) thatSoon(u *unit, j int) bool {
	for k := j + 1; k < u.b && k < j+6; k++ {
		switch it := &r.items[k]; {
		case it.is(cThat):
			return k == j+1 || r.items[k-1].is(cComma)
		case !it.upper && !it.is(cComma|cStop):
			return false
		}
	}
	return false
}

// adjunctOnly reports whether the items [a, b) can be mere circumstances: no
// finite verb stands in them.
func (r *reader) adjunctOnly(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].is(cAux) && !r.items[k].is(cPron) {
			return false
		}
	}
	return true
}

// plain reports whether the items [a, b) hold neither marks nor a verb.
func (r *reader) plain(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].piece >= 0 {
			return false
		}
	}
	return !r.predicated(a, b)
}

// contentFrom notes that the content begins at item k and runs to the end of
// the clause.
func (r *reader) contentFrom(u *unit, c *use, k int) bool {
	if k+1 < u.b && k == c.to && r.str(k) == "while" && r.doing(u, k+1) {
		return false // "she said while visiting the port"
	}
	if k >= u.b || c.verb >= 0 && r.items[k].piece < 0 && r.items[k].is(cConj) && len(r.lex.verbs[c.verb].with) > 0 {
		return false // "the plan she is calling for and what he wants"
	}
	if c.lead && r.marked(k) && r.commaInside(k) && c.participle && c.hearer[1] == 0 && k+1 < u.b && !r.items[k+1].is(cPron) && r.attributes(k+1, u.b) {
		return false // "a text threatening more: '…,' the text read"
	}
	if k+1 < u.b && r.marked(k) && r.commaInside(k) && c.verb >= 0 && r.thing(c.subj) && r.attributes(k+1, u.b) {
		return false // "the plan reflects “an old wish,” she told the paper"
	}
	end := r.contentEnd(u, c, k)
	if end <= k || end < u.b && r.items[end].is(cComma) && r.saidNext(u, end+1) && !r.items[k].is(cThat|cWh) && r.plain(k, end) {
		return false // "a clerk who argued the case, said"
	}
	if r.items[k].piece >= 0 && k-1 >= c.to && r.items[k-1].is(cTo) && c.verb >= 0 && r.lex.verbs[c.verb].frames&(fTo|fObjTo) != 0 {
		k--
	}
	c.content = [2]int{k, end}
	return true
}
