package quote

import (
	"strings"

	"nutgraf"
)

// use is a verb of saying (or "according to") at work in a unit.
type use struct {
	unit       int
	at         int // item of the verb
	from, to   int // items of the verb group: auxiliaries, verb, particle
	verb       int16
	form       form
	subj       [2]int // items of the source; empty when not found
	hearer     [2]int
	content    [2]int // items of what is said, when it follows the verb
	after      int    // first item after hearer and adjuncts, where content may begin
	accord     bool   // "according to"
	inverted   bool   // the source stands after the verb
	shared     bool   // the source is that of a verb before it
	passive    bool
	infinite   bool // an infinitive: somebody may say, refused to say
	negated    bool
	participle bool // "…, saying …"
	far        bool // the content was found only beyond adjuncts
	owned      bool // a noun with its owner: "her claim that"
	dashed     bool // it stands in an aside between dashes
	inClause   bool // it stands in a subordinate clause that opens the sentence
	inAside    bool // it stands in a relative clause between commas: "Lee, who says …, left"
	ofObject   bool // what is named is the relative pronoun before it: "what Lee called …"
	contact    bool // it stands in a relative clause without its pronoun: "a move critics say"
	noun       bool // the content is a noun phrase
	clause     bool // it is a clause where the verb mostly has a noun phrase
	lead       bool // the content begins with a colon or a mark right after it
	fromQuote  int  // index of the quotation it yielded, or -1
}

func (u *use) hasSubject() bool { return u.subj[1] > u.subj[0] }
func (u *use) hasContent() bool { return u.content[1] > u.content[0] }

// findUses finds the uses of cue verbs in unit n.
func (r *reader) findUses(n int) {
	u := &r.units[n]
	u.uses[0] = len(r.uses)
	for i := u.a; i < u.b; i++ {
		it := &r.items[i]
		if c, ok := r.nounUse(n, i); ok {
			r.uses = append(r.uses, c)
			continue
		}
		if it.word.verb < 0 {
			if c, ok := r.accordingTo(n, i); ok {
				r.uses = append(r.uses, c)
			}
			continue
		}
		if c, ok := r.verbUse(n, i); ok {
			r.uses = append(r.uses, c)
		}
	}
	u.uses[1] = len(r.uses)
}

// accordingTo reads "according to X", "in the words of X".
func (r *reader) accordingTo(n, i int) (use, bool) {
	u := &r.units[n]
	c := use{unit: n, at: i, from: i, to: i + 2, verb: -1, accord: true, fromQuote: -1}
	if i+2 >= u.b {
		return c, false
	}
	switch {
	case equalFold(r.str(i), "according") && r.it(i+1).is(cTo):
	case equalFold(r.str(i), "in"):
		c, ok := r.inWordsOf(u, c)
		return c, ok && r.holdsPiece(u)
	case equalFold(r.str(i), "per") && r.it(i+1).upper && i > u.a && r.it(i-1).is(cComma):
		c.to = i + 1
	default:
		return c, false
	}
	end := r.npForward(c.to, u.b)
	if end == c.to {
		return c, false
	}
	c.subj = [2]int{c.to, end}
	c.after = end
	return c, true
}

// holdsPiece reports whether a unit holds marked words.
func (r *reader) holdsPiece(u *unit) bool {
	for k := u.a; k < u.b; k++ {
		if r.marked(k) {
			return true
		}
	}
	return false
}

// inWordsOf reads "in Ann Lee's words", "in her view", "in the words of Ann Lee", of which use c has the
// preposition.
func (r *reader) inWordsOf(u *unit, c use) (use, bool) {
	k := c.at + 1
	if equalFold(r.str(k), "the") && r.str(k+1) == "words" && k+3 < u.b && r.str(k+2) == "of" {
		c.to = k + 3
		end := r.npForward(c.to, u.b)
		c.subj, c.after = [2]int{c.to, end}, end
		return c, end > c.to && (end == u.b || r.items[end].is(cComma|cColon|cStop))
	}
	for j := k; j+1 < u.b && j < k+8; j++ {
		it := &r.items[j]
		if it.is(cGenitive) && (r.str(j+1) == "words" || r.viewed(u, c.at, j+1)) && j > k {
			c.subj, c.to, c.after = [2]int{k, j}, j+2, j+2
			return c, j+2 == u.b || r.items[j+2].is(cComma|cColon|cStop)
		}
		if it.is(cPoss) && !it.is(cDet) && j == k && (r.str(j+1) == "words" || r.viewed(u, c.at, j+1)) {
			c.subj, c.to, c.after = [2]int{k, j + 1}, j+2, j+2
			return c, j+2 == u.b || r.items[j+2].is(cComma|cColon|cStop)
		}
		if it.piece >= 0 || it.is(cComma|cColon|cPrep|cAux) {
			break
		}
	}
	return c, false
}

// viewed reports whether item j is the "view" of an "in her view" with the preposition at item
// i, which opens unit u or parts its verb from its subject: "The port, in her view, is".
func (r *reader) viewed(u *unit, i, j int) bool {
	if r.str(j) != "view" || equalFold(r.str(i+1), "my") || equalFold(r.str(i+1), "our") {
		return false
	}
	return i == u.a || len(r.uses) == u.uses[0] && r.items[i-1].is(cComma) && j+2 < u.b && r.items[j+1].is(cComma) && isBe(r.str(j+2))
}

// nounUse reads "Ann Lee's claim that", "her warning that".
func (r *reader) nounUse(n, i int) (use, bool) {
	u := &r.units[n]
	c := use{unit: n, at: i, from: i, to: i + 1, verb: -1, fromQuote: -1, owned: true}
	if !r.items[i].is(cCueNoun) || i == u.a || i+2 >= u.b {
		return c, false
	}
	if np, that := r.madeBy(u, i); that > 0 {
		c.subj, c.after = np, that
		return c, true
	}
	next := r.pastWhere(u, i+1)
	switch s := r.str(next); {
	case s == "that" && next > i+1:
		c.to = next
	case s == "that", s == "to" && r.lex.nouns[strings.ToLower(r.str(i))] == "promise":
	case (s == "is" || s == "was") && r.items[i+2].is(cThat): // "her claim was that"
		c.to = i + 2
	default:
		return c, false
	}
	k := i - 1
	for k > u.a && k > i-3 && !r.items[k].is(cGenitive|cPoss) {
		k--
	}
	switch {
	case r.items[k].is(cPoss):
		c.subj = [2]int{k, k + 1}
	case r.items[k].is(cGenitive) && k > u.a:
		c.subj = r.npBack(u, k)
	}
	return c, c.hasSubject() && !(r.items[c.subj[1]-1].is(cTime) && !r.items[c.subj[1]-1].is(cPerson|cBody))
}

// madeBy returns whose the words are of which the noun at item i tells, named with "by"
// behind it, and the "that" behind them: "the claim made on Monday by Ann Lee that", or 0.
func (r *reader) madeBy(u *unit, i int) ([2]int, int) {
	for k := i + 1; k+2 < u.b && k < i+8; k++ {
		it := &r.items[k]
		if r.str(k) == "by" {
			end := r.npForward(k+1, u.b)
			if end > k+1 && end+1 < u.b && r.str(end) == "that" && r.personNamed(end-1) && !r.saidOf(u, end+1) {
				return [2]int{k + 1, end}, end
			}
			break
		}
		if it.piece >= 0 || it.upper && !it.is(cTime) || it.is(cComma|cThat|cAux|cPron|cColon) || it.word.verb >= 0 && r.finite(k) && !isPastShape(r.str(k)) {
			break
		}
	}
	return [2]int{}, 0
}

// saidOf reports whether the clause at item k is what somebody says of the thing before it:
// "statements by Ann Lee that the judge said amounted to".
func (r *reader) saidOf(u *unit, k int) bool {
	end := r.npForward(k, u.b)
	return end > k && end+1 < u.b && r.finite(end) && r.speech(r.items[end].word.verb) && !r.items[end+1].is(cThat|cDet|cPoss|cPron)
}

// pastWhere passes where or when something was said: "her announcement on Friday that".
func (r *reader) pastWhere(u *unit, i int) int {
	if s := r.str(i); s != "on" && s != "in" && s != "at" && s != "to" {
		return i
	}
	for k := i + 1; k < min(u.b-1, i+5); k++ {
		switch {
		case r.it(k).is(cThat):
			return k
		case r.it(k).is(cComma):
			return i
		}
	}
	return i
}

// verbUse reads the verb at item i with its group and its source.
func (r *reader) verbUse(n, i int) (use, bool) {
	u := &r.units[n]
	w := &r.items[i].word
	v := &r.lex.verbs[w.verb]
	c := use{unit: n, at: i, from: i, to: i + 1, verb: w.verb, form: w.form, fromQuote: -1}
	if r.isNoun(u, i, v) || r.hearsSay(u, i) || v.lemma == "add" && i+1 < u.b && r.items[i+1].is(cNumber) && !r.headline(u) {
		return c, false // "added 73,000 jobs"
	}
	if v.lemma == "rule" && (w.form != past && w.form != pastPart || r.str(i+2) == "out" || r.sides(i+1)) {
		return c, false // "rules that could", "ruled that out"
	}
	if w.form == base && w.also == past && !r.items[i-1].is(cTo|cAux) {
		c.form = past
	}
	if c.to < u.b && r.particle(v, c.to) {
		c.to++
	}
	r.verbGroup(u, &c)
	if c.passive && v.lemma == "quote" && c.to+1 < u.b && r.str(c.to) == "as" {
		c.passive, c.to = false, c.to+2 // "Lee was quoted as saying"
	}
	if c.passive && !r.passiveSource(u, &c) {
		return c, false
	}
	if !c.passive {
		if c.form == past && c.from == c.at && (r.byAnother(u, c.to) || r.knownAs(u, &c)) {
			return c, false // "and described by others as": not who is named before it
		}
		if c.infinite && v.lemma == "blame" && i-2 >= u.a && r.items[i-1].is(cTo) && r.items[i-2].is(cAux) {
			return c, false // "they are to blame"
		}
		if r.calledBy(u, &c) {
			return c, false
		}
		r.source(u, &c)
	}
	if !c.hasSubject() || v.frames&fLead != 0 && !c.inverted && !c.shared && c.subj[1]-c.subj[0] == 1 && r.thing(c.subj) {
		return c, false // "panic begins – “…”"
	}
	if r.noSource(u, &c, v) {
		return c, false
	}
	if v.lemma == "quote" {
		r.quotedAs(u, &c)
	}
	k := c.subj[0] - 1
	c.inClause = c.inClause || r.inOpening(u, &c) || r.afterDay(u, k) && !c.shared || !c.shared && k > u.a+2 && r.items[k].is(cSub) && r.items[k].upper && k == r.afterDateline(u) || k > u.a && r.items[k].is(cWh) && r.items[u.a].is(cSub|cWh) || !c.shared && k >= u.a && k <= u.a+2 && (r.items[k].is(cSub|cWh) || opensClause(r.str(k))) && (k < u.a+2 || r.str(k-1) == "even")
	r.relative(u, &c, k)
	return c, true
}

// sides reports whether the words behind a verdict at item k tell for or against what it
// went: "ruled in favor of rules that", "ruled against".
func (r *reader) sides(k int) bool {
	switch s := r.str(k); s {
	case "for", "against", "out":
		return true
	case "in":
		return strings.HasPrefix(r.str(k+1), "favo")
	}
	return false
}

// hearsSay reports whether what is heard at item i is what somebody is heard to say,
// whose words they are: "hear Ann Lee say that".
func (r *reader) hearsSay(u *unit, i int) bool {
	if !hearing(r.str(i)) {
		return false
	}
	end := r.npForward(i+1, u.b)
	return end > i+1 && end < u.b && r.items[end].word.verb >= 0 && r.personal([2]int{i + 1, end})
}

// quotedAs turns "the Herald quoted Lee as saying" round: Lee speaks.
func (r *reader) quotedAs(u *unit, c *use) {
	end := r.npForward(c.to, u.b)
	np := end
	for end > c.to && end < u.b && end < c.to+maxPhrase && r.items[end].piece < 0 && r.str(end) != "as" && !r.items[end].is(cComma|cColon|cThat|cAux) {
		end++ // "quoted an aide in a later report as saying"
	}
	if end > c.to && end+1 < u.b && r.str(end) == "as" && r.items[end+1].word.form == ing && r.items[end+1].word.verb >= 0 {
		if c.hasSubject() && !c.shared {
			c.from = c.subj[0]
		}
		c.subj, c.shared, c.inverted = [2]int{c.to, np}, false, true
	}
}

// inOpening reports whether a use stands in a clause that opens the sentence and that
// a comma ends before the main clause: "In a year when Lee calls for …, Kim said",
// "In addition to Lee saying …, Kim said", "Although the board grew and has held that …, Kim said".
func (r *reader) inOpening(u *unit, c *use) bool {
	first, k := &r.items[u.a], c.subj[0]-1
	if k < u.a || c.inverted || c.accord || !first.upper || !first.is(cPrep|cSub|cWh) {
		return false
	}
	for j := u.a; j < c.at; j++ {
		if r.items[j].is(cComma) || r.items[j].piece >= 0 {
			return false
		}
	}
	switch {
	case c.form == ing:
		return c.subj[1] == c.from && r.items[k].is(cPrep|cTo) && r.items[c.from-1].upper
	case c.shared:
		return first.is(cSub) && !first.is(cPrep)
	}
	return k > u.a && r.items[k].is(cWh) && first.is(cPrep)
}

// relative notes how a use hangs on a relative pronoun; k is the item before
// its source.
func (r *reader) relative(u *unit, c *use, k int) {
	if rel := r.beforeTime(u, c.from-1); !c.shared && rel > u.a && rel > c.subj[1] && r.items[rel].is(cRel) && r.items[rel-1].is(cComma) {
		c.inAside = true
	}
	c.ofObject = !c.shared && k >= u.a && r.items[k].is(cRel|cWh) && r.lex.verbs[c.verb].modality == "describe"
}

// afterDay reports whether a time opens the sentence and the clause that item k opens goes
// on behind it: "Last month, when".
func (r *reader) afterDay(u *unit, k int) bool {
	if k-2 < u.a || !r.items[k].is(cSub) || r.str(k) == "as" || !r.items[k-1].is(cComma) {
		return false
	}
	for j := u.a; j < k-1; j++ {
		if !r.items[j].is(cTime|cNumber|cDet|cPrep|cAdv) && !timeUnit(r.str(j)) {
			return false
		}
	}
	return true
}

// opensClause reports whether a preposition may open a clause of time.
func opensClause(s string) bool {
	return equalFold(s, "after") || equalFold(s, "before")
}

// noSource reports whether what was found as the source cannot be one: "it is
// safe to say", "a group called", "voters who say".
func (r *reader) noSource(u *unit, c *use, v *verb) bool {
	first := r.str(c.subj[0])
	if c.infinite && c.from < c.at && inferred(r.str(c.from)) {
		return true // "seems to hint" is what the writer makes of it
	}
	if c.infinite && r.ofNoun(u, c) {
		return true // "the decision not to defend"
	}
	if h := r.headOf(c.subj); c.infinite && v.modality == "describe" && r.namedAt(h) < 0 && !r.items[h].is(cPerson|cPeople|cBody|cDoc|cPron) && (equalFold(first, "a") || equalFold(first, "the")) {
		return true // "a term coined by Ann Lee to describe"
	}
	if c.subj[1]-c.subj[0] == 1 && (equalFold(first, "nothing") || equalFold(first, "anything") || equalFold(first, "everything")) {
		return true
	}
	if k := c.subj[0]; k > u.a && r.items[k-1].is(cComma|cConj|cDash|cAux) && c.subj[1]-k == 1 && !c.shared && !r.items[k].upper && r.items[k].word.class == 0 && strings.HasSuffix(first, "ing") {
		return true // "disavowing racially charged signs"
	}
	if v.frames&fAttitude != 0 && c.form == past && c.from == c.at && !c.shared && c.subj[1]-c.subj[0] == 1 && smallNumber(strings.ToLower(first)) {
		return true // "Six suspected rioters were held"
	}
	if c.contact && v.frames&fAttitude != 0 && c.to < u.b && r.items[c.to].is(cTo) {
		return true // "firms Ann Lee hopes to win"
	}
	if c.infinite && equalFold(first, "it") || equalFold(first, "you") && !c.lead || equalFold(first, "you’ll") || equalFold(first, "you'll") {
		return true
	}
	if c.form == ing && c.at > u.a && r.str(c.at-1) == "worth" {
		return true // "it is worth noting that"
	}
	if c.to < u.b && v.lemma == "find" && r.reflexive(c.to) {
		return true // "found herself in trouble"
	}
	if v.modality == "describe" && c.to+2 >= u.b && c.to < u.b && r.items[c.to].piece < 0 && !r.marked(u.b-1) {
		return true
	}
	if v.modality == "describe" && c.from == c.at && c.form == past && (!c.shared || c.from-1 == c.subj[1]) {
		return (equalFold(first, "a") || equalFold(first, "an")) && !r.personal(c.subj) && !r.items[r.headOf(c.subj)].is(cPerson) || equalFold(first, "something") || equalFold(first, "what")
	}
	rel := c.from - 1
	if rel > u.a && rel == c.subj[1] && r.str(rel) == "that" && r.thing(c.subj) {
		return true
	}
	if rel > u.a && rel == c.subj[1]+1 && r.str(rel) == "that" && c.subj[0] > u.a && isBe(r.str(c.subj[0]-1)) {
		return true // "the Herald, where she was the editor, that says"
	}
	if rel > u.a && rel == c.subj[1] && r.str(rel) == "who" {
		h := r.headOf(c.subj)
		if e := r.namedAt(h); e >= 0 && r.ann.Entities[e].Type == nutgraf.Place && r.items[rel-1].is(cDash) {
			return true // "Ashby – who would believe it?"
		}
		return !r.items[h].upper && !r.items[c.subj[0]].is(cPron)
	}
	return false
}

// isBe reports whether a word is a form of "be".
func isBe(s string) bool {
	switch s {
	case "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}

// reflexive reports whether item k turns a verb back on its subject: "herself".
func (r *reader) reflexive(k int) bool {
	s := r.str(k)
	return s == "himself" || s == "herself" || s == "itself" || s == "themselves"
}

// ofNoun reports whether an infinitive that no verb governs hangs on a noun for a
// thing.
func (r *reader) ofNoun(u *unit, c *use) bool {
	k := c.from
	if !r.items[k].is(cTo) {
		return false
	}
	for k--; k > u.a && r.items[k].is(cNeg); k-- {
	}
	return k > u.a && !r.items[k].upper && r.items[k].word.class&^(cCueNoun|cDoc|cMedia) == 0 && r.items[k].word.verb < 0 && !isPastShape(r.str(k))
}

func inferred(s string) bool {
	switch s {
	case "seems", "seem", "seemed", "appears", "appear", "appeared":
		return true
	}
	return false
}

// particle reports whether item k is an adverbial particle of the verb.
func (r *reader) particle(v *verb, k int) bool {
	s := r.str(k)
	switch s {
	case "out", "up", "back", "in", "on", "it":
	default:
		return false
	}
	for _, w := range v.with {
		if w == s {
			return w != "on" && w != "in" || v.lemma == "go" || v.lemma == "chime"
		}
	}
	return false
}

// verbGroup takes in auxiliaries and adverbs to the left of the verb.
func (r *reader) verbGroup(u *unit, c *use) {
	be, have := false, false
	k := c.at - 1
	for ; k >= u.a; k-- {
		it := &r.items[k]
		s := r.str(k)
		switch {
		case it.is(cTo) && c.form == base:
			c.infinite = true
		case it.is(cAux) && !it.is(cPron):
			switch s {
			case "is", "are", "was", "were", "be", "been", "being", "'re", "’re", "isn't", "wasn't", "weren't", "aren't":
				be = true
			case "has", "have", "had", "hasn't", "haven't", "hadn't", "having":
				have = true
			case "'s", "’s":
				be = be || c.form == ing // "he's been called" has both
				have = c.form != ing
			}
			c.negated = c.negated || it.is(cNeg)
		case it.is(cAdv|cNeg) && !it.is(cTime) || r.adverb(k) || it.is(cTime) && !it.upper && k > u.a && r.items[k-1].is(cAux) && !r.items[k-1].is(cPron): // "had earlier warned"
			c.negated = c.negated || it.is(cNeg)
			continue
		case s == "nor": // "would neither confirm nor deny"
			c.negated = true
			continue
		case s == "longer" && k > u.a && equalFold(r.str(k-1), "no"):
			c.negated = true
			k--
			continue
		default:
			goto done
		}
		c.from = k
		if c.infinite {
			break
		}
	}
done:
	done := c.form == past || c.form == pastPart
	c.passive = be && done && !have || be && have && done && r.beenBefore(c)
	c.participle = c.form == ing && !be && c.from == c.at
	if c.participle && c.at > u.a && keeps(r.str(c.at-1)) {
		c.participle, c.from = false, c.at-1
	}
	if c.participle {
		r.beheld(u, c)
	}
	if c.infinite {
		r.governor(u, c)
	}
}

func (r *reader) beenBefore(c *use) bool {
	for k := c.from; k < c.at; k++ {
		switch r.str(k) {
		case "been", "being", "be":
			return true
		}
	}
	return false
}

// governor extends an infinitive to the verb it hangs on ("went on to say").
func (r *reader) governor(u *unit, c *use) {
	for k := c.from - 1; k >= u.a && k >= c.from-6; k-- {
		it := &r.items[k]
		if s := r.str(k); s == "first" || s == "last" || s == "latest" || s == "the" && k+1 < c.from && isRank(r.str(k+1)) {
			continue
		}
		if it.is(cComma|cColon|cSub|cThat|cDet|cPoss|cObj) || it.piece >= 0 {
			return
		}
		if it.word.verb >= 0 || it.is(cAux) || isPastShape(r.str(k)) || r.doesIt(u, k) {
			if k+1 < c.from && bringsAbout(r.str(k)) && r.personal([2]int{k + 1, c.from}) && !r.items[k+1].is(cPrep) {
				return // "the letter prompted Ann Lee to say"
			}
			for j := k + 1; j < c.from; j++ {
				c.negated = c.negated || r.items[j].is(cNeg) && r.str(j+1) != "only" // "has yet to say", "decided not to say"
			}
			c.from = k
			for c.from-1 >= u.a && (r.items[c.from-1].is(cAux|cAdv|cNeg) && !r.items[c.from-1].is(cPron) || r.adverb(c.from-1)) {
				c.negated = c.negated || r.items[c.from-1].is(cNeg)
				c.from--
			}
			return
		}
	}
}

// doesIt reports whether a word that no list holds stands as the verb of a pronoun
// before it: "she probably meant to say".
func (r *reader) doesIt(u *unit, k int) bool {
	if r.items[k].upper || r.items[k].word.class != 0 {
		return false
	}
	for k--; k > u.a && (r.items[k].is(cAdv|cNeg) && !r.items[k].is(cPron) || r.adverb(k)); k-- {
	}
	return k >= u.a && r.items[k].is(cPron)
}

// beheld takes the participle of who is seen or heard to speak for the verb of its clause:
// "Ann Lee is seen saying", "a man can be heard to be shouting".
func (r *reader) beheld(u *unit, c *use) {
	k := c.at - 1
	if k <= u.a || !r.lex.showing[r.str(k)] && r.str(k) != "heard" {
		return
	}
	be := false
	for k--; k > u.a && r.items[k].is(cAux|cAdv) && !r.items[k].is(cPron); k-- {
		be = be || isBe(r.str(k))
	}
	if be {
		c.participle, c.from = false, k+1
	}
}

// keeps reports whether a verb makes one finite verb with the participle after
// it: "kept asking".
func keeps(s string) bool {
	switch s {
	case "kept", "keeps", "began", "started", "starts", "begins", "stopped", "continued", "continues", "went", "goes", "stood":
		return true
	}
	return false
}

func isRank(s string) bool { return s == "first" || s == "last" || s == "latest" }

func isPastShape(s string) bool {
	return len(s) > 4 && s[len(s)-2:] == "ed" || s == "wants" || s == "seems" || strongPast(s)
}

// strongPast reports whether a word is the past of a strong verb and hardly
// ever anything else.
func strongPast(s string) bool {
	switch s {
	case "went", "took", "began", "came", "became", "made", "gave", "got", "held", "ran", "won", "lost", "met", "led", "kept", "saw", "sent", "spent",
		"stood", "sat", "fell", "rose", "grew", "broke", "drove", "chose", "paid", "brought", "bought", "caught", "fought", "sought", "threw", "drew", "flew", "knew", "left":
		return true
	}
	return false
}

func isAdverb(s string) bool { return len(s) > 4 && s[len(s)-2:] == "ly" && s[0] >= 'a' }

// adverb reports whether item k looks like an adverb and is nobody ("her family said").
func (r *reader) adverb(k int) bool { return isAdverb(r.str(k)) && !r.items[k].is(cPeople|cBody) }

// passiveSource finds the source of a passive in its by-phrase.
func (r *reader) passiveSource(u *unit, c *use) bool {
	for k := c.to; k < u.b && k < c.to+4; k++ {
		if r.str(k) == "by" {
			end := r.npForward(k+1, u.b)
			c.subj = [2]int{k + 1, end}
			c.after = end
			if end > k+1 && r.tellsWhat(c) && r.str(end) == "as" {
				if to := r.markedPhrase(u, end+1); to > end+1 && to == r.phraseStop(u, to) {
					c.content, c.noun = [2]int{end + 1, to}, true // "was described by Ann Lee as “a liar”"
				}
			}
			return end > k+1
		}
		if !r.items[k].is(cAdv|cTime) && !isAdverb(r.str(k)) {
			break
		}
	}
	k := c.to
	if r.str(k) == "as" {
		k++
	}
	if to := r.markedPhrase(u, k); r.tellsWhat(c) && to > k && r.str(to) == "by" {
		if end := r.npForward(to+1, u.b); end > to+1 && (r.items[to+1].upper || r.items[to+1].is(cDet|cPoss|cPeople)) {
			c.subj, c.content, c.noun, c.after = [2]int{to + 1, end}, [2]int{k, to}, true, end
			return true // "was called “a liar” by Ann Lee"
		}
	}
	return false
}

// tellsWhat reports whether the verb of use c tells in a few words what somebody or something
// is to its source: "called", "hailed as".
func (r *reader) tellsWhat(c *use) bool {
	switch r.lex.verbs[c.verb].modality {
	case "describe", "praise", "criticise", "accuse":
		return true
	}
	return false
}

// markedPhrase returns the end of a phrase from item k on that holds marked words and no
// verb: "a “liar” and a “cheat”", or k.
func (r *reader) markedPhrase(u *unit, k int) int {
	end, marked := k, false
	for j := k; j < u.b && j < k+maxMarked; j++ {
		it := &r.items[j]
		if r.marked(j) {
			end, marked = j+1, true
			continue
		}
		if it.piece >= 0 || it.is(cComma|cColon|cDash|cPron|cAux|cThat|cSub|cWh|cRel|cStop) && !it.is(cDet) || r.str(j) == "by" || r.acting(j) {
			break
		}
	}
	if !marked {
		return k
	}
	return end
}

// maxMarked bounds such a phrase, in items.
const maxMarked = 14

// phraseStop returns item k where a phrase stops there, and else -1.
func (r *reader) phraseStop(u *unit, k int) int {
	if k >= u.b || r.items[k].is(cStop|cComma|cPrep|cConj|cColon) || r.commaInside(k-1) || r.fullStop(k-1) {
		return k
	}
	return -1
}

// byAnother reports whether people or somebody else stand behind a "by" at item k, or
// behind the preposition there: "referred to by others".
func (r *reader) byAnother(u *unit, k int) bool {
	if k+1 < u.b && r.str(k+1) == "by" && r.items[k].is(cPrep|cTo) {
		k++
	}
	return k+1 < u.b && r.str(k) == "by" && (r.str(k+1) == "others" || r.personal([2]int{k + 1, max(r.npForward(k+1, u.b), k+2)}))
}

// knownAs reports whether a participle behind a comma tells what a thing is called by
// people: "the law, often referred to as".
func (r *reader) knownAs(u *unit, c *use) bool {
	k := c.to
	if k+1 < u.b && r.str(k+1) == "as" && r.items[k].is(cPrep|cTo) {
		k++
	}
	j := c.at - 1
	for j > u.a && (r.items[j].is(cAdv) || isAdverb(r.str(j))) {
		j--
	}
	return k < u.b && r.str(k) == "as" && j > u.a && r.items[j].is(cComma)
}

// calledBy reports whether a participle behind a comma tells what another said of the one
// before it: "Ann Lee, once called a hero by Bo Kim".
func (r *reader) calledBy(u *unit, c *use) bool {
	k := c.from - 1
	for k > u.a && (r.items[k].is(cAdv) || isAdverb(r.str(k))) {
		k--
	}
	if c.form != past || r.lex.verbs[c.verb].modality != "describe" || k <= u.a || !r.items[k].is(cComma) {
		return false
	}
	for j := c.to; j+1 < u.b && j < c.to+10 && !r.items[j].is(cComma|cConj) && !(r.items[j].piece < 0 && r.acting(j)); j++ {
		if r.str(j) == "by" && (r.items[j+1].upper || r.items[j+1].is(cDet)) && r.personal([2]int{j + 1, max(r.npForward(j+1, u.b), j+2)}) {
			return true
		}
	}
	return false
}

func equalFold(s, lower string) bool {
	if len(s) != len(lower) {
		return false
	}
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b >= 'A' && b <= 'Z' {
			b |= 0x20
		}
		if b != lower[i] {
			return false
		}
	}
	return true
}
