package quote

// maxAdjunct bounds how far the content may stand from its verb, in items.
const maxAdjunct = 45

// follow reads on from a verb: hearer, adjuncts, and where the content begins.
func (r *reader) follow(u *unit, c *use) {
	if c.accord {
		r.followAccording(u, c)
		return
	}
	if c.owned {
		r.contentFrom(u, c, c.to)
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
		return
	}
	if c.inverted {
		r.followInverted(u, c)
		return
	}
	for k+1 < u.b && (r.items[k].is(cAdv) && !r.items[k].is(cTime|cDet|cPron) || isAdverb(r.str(k))) && !r.items[k].upper {
		k++
	}
	if v.modality == "hear" && k < u.b && (r.str(k) == "from" || r.str(k) == "of") {
		r.followHearing(u, c, v, k)
		return
	}
	if r.opensContent(u, c, v, k) {
		return
	}
	if h := r.hearerEnd(u, v, k); h > k {
		c.hearer = [2]int{k, h}
		c.after = h
		if r.opensContent(u, c, v, h) || r.clauseContent(u, c, v, h) {
			return
		}
		k = h
	} else if r.clauseContent(u, c, v, k) {
		return
	}
	r.acrossAdjuncts(u, c, v, k)
}

// followHearing turns "the paper learned from Jones that" round: the subject is
// the hearer, the source stands after the preposition.
func (r *reader) followHearing(u *unit, c *use, v *verb, k int) {
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
	case it.is(cTo) && v.frames&(fTo|fObjTo) != 0 && k+1 < u.b && !r.items[k+1].upper && !r.items[k+1].is(cObj|cPoss|cDet|cPron|cNumber|cWh):
		return r.contentFrom(u, c, k)
	}
	if v.frames&fLead != 0 {
		return false
	}
	for _, w := range v.with {
		if r.str(k) == w && k+1 < u.b && (it.is(cPrep) || it.is(cTo)) {
			return r.contentFrom(u, c, k+1)
		}
	}
	return false
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
	if c.hearer[1] > 0 && v.frames&fZero != 0 || c.hearer[1] == 0 && v.frames&fZero != 0 {
		if it.is(cPron|cDet|cPoss) || it.is(cAux) && r.relativeObject(u, c) || r.nominal(k) && !it.is(cTime|cAdv) || it.is(cSub) {
			return r.clauseEvidence(u, k) && (v.lemma != "write" || r.verbAfter(u, k)) && r.contentFrom(u, c, k)
		}
	}
	if c.hearer[1] == 0 && v.frames&(fNoun|fObjTo|fGerund) != 0 && (it.is(cDet|cPoss|cObj|cPron) || r.nominal(k)) && !it.is(cTime) {
		c.noun = v.frames&(fZero|fObjTo) == 0
		return r.contentFrom(u, c, k)
	}
	return false
}

// verbAfter reports whether a finite verb follows the noun phrase at item k.
func (r *reader) verbAfter(u *unit, k int) bool {
	end := r.npForward(k, u.b)
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end))) {
		end++
	}
	return end > k && end < u.b && (r.items[end].is(cAux) || r.finite(end) || isPastShape(r.str(end)))
}

// relativeObject reports whether the source follows a relative pronoun that is
// the subject of what is said: "a plan which he says will fail".
func (r *reader) relativeObject(u *unit, c *use) bool {
	k := c.subj[0] - 1
	return k >= u.a && r.items[k].is(cRel)
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
		if it.piece >= 0 || it.is(cThat) || it.word.verb >= 0 && r.finite(j) && r.speech(it.word.verb) {
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
	if v.frames&fHearer != 0 {
		return r.npForward(k, u.b)
	}
	return k
}

// acrossAdjuncts looks for the content beyond times, places and occasions:
// "said on Monday in a statement that".
func (r *reader) acrossAdjuncts(u *unit, c *use, v *verb, k int) {
	bare := v.frames&fZero != 0 && (k >= u.b || !r.items[k].is(cComma))
	for j := k; j < u.b && j-k < maxAdjunct; j++ {
		it := &r.items[j]
		switch {
		case it.is(cConj) && j > k && r.items[j-1].is(cComma):
			return
		case it.is(cThat):
			if v.frames&fThat != 0 && (j == k || !r.items[j-1].is(cPrep)) {
				r.contentFrom(u, c, j)
			}
			return
		case it.is(cColon) && r.str(j) == ":" || r.marked(j):
			if v.frames&fQuote != 0 && r.adjunctOnly(k, j) {
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
		case it.is(cComma) && j > k+8 && !(j+1 < u.b && r.items[j+1].is(cThat)), it.ends, it.is(cColon):
			return
		case it.is(cPron) && j > k && bare && !r.items[j-1].is(cPrep|cConj|cSub|cWh|cRel):
			c.far = true
			r.contentFrom(u, c, j)
			return
		case it.is(cDet|cPoss) && j > k && bare && !r.items[j-1].is(cPrep|cConj|cComma|cSub|cWh) && r.items[j-1].word.verb < 0:
			r.contentFrom(u, c, j)
			return
		case it.upper && j > k && bare && r.items[j-1].is(cTime) && !it.is(cTime):
			r.contentFrom(u, c, j)
			return
		case it.word.verb >= 0 && it.word.form == ing && r.speech(it.word.verb) && j > k && r.items[j-1].is(cComma):
			return
		case it.word.verb >= 0 && r.finite(j) && j > k && !r.items[j-1].is(cDet|cPoss):
			return
		}
		c.after = j + 1
	}
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

// contentFrom notes that the content begins at item k and runs to the end of
// the clause.
func (r *reader) contentFrom(u *unit, c *use, k int) bool {
	if k >= u.b {
		return false
	}
	end := r.contentEnd(u, c, k)
	if end <= k {
		return false
	}
	c.content = [2]int{k, end}
	return true
}

// contentEnd returns where content that begins at item k ends: at the end of
// the sentence, or where another attribution sets in.
func (r *reader) contentEnd(u *unit, c *use, k int) int {
	if c.lead && r.items[k].piece >= 0 && (r.items[k].upper || r.items[k-1].is(cComma|cColon)) {
		return r.pieceRun(u, k)
	}
	end := u.b
	for j := k; j < u.b; j++ {
		it := &r.items[j]
		if c.noun && (it.is(cComma|cDash) && j > k || it.piece >= 0 && (r.commaInside(j) || r.adjunctNext(u, j))) {
			if it.piece >= 0 {
				j++
			}
			end = j
			break
		}
		if j == k {
			continue
		}
		comma := it.is(cComma) || it.piece >= 0 && r.commaInside(j)
		past := j // the end, when what follows begins another statement
		if it.piece >= 0 {
			past = j + 1
		}
		if comma && j+1 < u.b {
			n := &r.items[j+1]
			if n.word.verb >= 0 && n.word.form == ing && r.lex.verbs[n.word.verb].frames&(fThat|fQuote) != 0 && r.lex.verbs[n.word.verb].frames&fAttitude == 0 {
				end = past
				break
			}
			if equalFold(r.str(j+1), "according") || n.is(cAdv) && j+2 < u.b && r.items[j+2].word.verb >= 0 && r.items[j+2].word.form == ing {
				end = past
				break
			}
		}
		if equalFold(r.str(j), "according") && j+1 < u.b && r.items[j+1].is(cTo) || r.programme(u, j) {
			end = j
			break
		}
		if j > k && r.marked(j) && it.upper && r.commaInside(j) && r.attributes(j+1, u.b) {
			end = j
			break
		}
		if it.piece >= 0 && r.occasion(u, j+1) || comma && j > k && r.aside(u, j) {
			end = past
			break
		}
		if comma && r.trailing(u, j+1) {
			end = past
			break
		}
		if c.inClause && comma && j > k {
			end = past
			break
		}
		if (comma || it.is(cConj)) && r.nextAttribution(u, c, j) {
			end = past
			break
		}
	}
	for end > k && r.items[end-1].is(cStop|cComma|cColon|cDash) && r.items[end-1].piece < 0 {
		end--
	}
	return end
}

// marked reports whether item i is a marked piece that may be a quotation.
func (r *reader) marked(i int) bool {
	p := r.items[i].piece
	return p >= 0 && !r.pieces[p].quiet
}

// adjunctNext reports whether what follows item j only tells the circumstances
// of speaking.
func (r *reader) adjunctNext(u *unit, j int) bool {
	if j+1 >= u.b {
		return false
	}
	switch r.str(j + 1) {
	case "in", "on", "at", "during", "after", "before", "while", "when", "by", "over":
		return true
	}
	return false
}

// programme reports whether item j begins the naming of a broadcast that
// closes a sentence: "on Sunday's Meet the Press".
func (r *reader) programme(u *unit, j int) bool {
	return r.str(j) == "on" && j+2 < u.b && r.items[j+1].is(cTime) && r.items[j+2].is(cGenitive)
}

// pieceRun returns the end of the run of pieces that begins at item k.
func (r *reader) pieceRun(u *unit, k int) int {
	for k++; k < u.b && r.items[k].piece >= 0; k++ {
	}
	return k
}

// commaInside reports whether the piece at item i ends with a comma inside its
// marks.
func (r *reader) commaInside(i int) bool {
	c, _ := r.lastRune(int(r.items[i].piece))
	return c == ','
}

// occasion reports whether the items from k on only name where or when a
// quotation was said: "in a Facebook post", "before claiming".
func (r *reader) occasion(u *unit, k int) bool {
	if k+1 >= u.b || !r.items[k].is(cPrep|cSub) {
		return false
	}
	if s := r.str(k); s == "before" || s == "after" || s == "while" {
		w := &r.items[k+1].word
		return w.verb >= 0 && w.form == ing
	}
	for j := k + 1; j < u.b && j <= k+4; j++ {
		if r.items[j].is(cMedia) {
			return true
		}
		if r.items[j].is(cComma|cStop|cColon) || r.items[j].piece >= 0 {
			return false
		}
	}
	return false
}

// aside reports whether a participle clause about the speaker follows the
// comma at item j: "…, contrasting herself with".
func (r *reader) aside(u *unit, j int) bool {
	if j+2 >= u.b || r.items[j].piece < 0 {
		return false
	}
	s, n := r.str(j+1), &r.items[j+2]
	return len(s) > 5 && s[len(s)-3:] == "ing" && !r.items[j+1].upper && !r.items[j+1].is(cPrep) && n.is(cDet|cPoss|cObj|cPrep)
}

// trailing reports whether an attribution that closes the sentence stands at
// item k: "…, the Times reported."
func (r *reader) trailing(u *unit, k int) bool {
	if k >= u.b || r.items[k].is(cConj|cRel|cWh|cThat) {
		return false
	}
	end := r.npForward(k, u.b)
	if end == k || end >= u.b {
		return false
	}
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end)) || r.items[end].is(cAux)) {
		end++
	}
	if end >= u.b || r.items[end].word.verb < 0 || r.items[end].word.form != past && r.items[end].word.form != third || !r.speech(r.items[end].word.verb) {
		return false
	}
	for k = end + 1; k < u.b && k < end+6; k++ {
		it := &r.items[k]
		if it.is(cStop) {
			break
		}
		if !it.is(cPrep | cTime | cNumber | cAdv | cDet | cMedia) {
			return false
		}
	}
	return k >= u.b || r.items[k].is(cStop)
}

// nextAttribution reports whether another statement of the same or another
// source begins after item j: ", and added that", "but Jones said".
func (r *reader) nextAttribution(u *unit, c *use, j int) bool {
	k := j
	if r.items[k].is(cComma) || r.items[k].piece >= 0 {
		k++
	}
	if k >= u.b || !r.items[k].is(cConj) && !(r.items[k].is(cSub) && k > j) {
		return false
	}
	sub := r.items[k].is(cSub)
	if sub && r.str(k) != "while" && r.str(k) != "though" && r.str(k) != "although" {
		return false
	}
	if sub || k > j && k+1 < u.b && r.items[k+1].is(cPrep) && r.str(u.b-1) == "?" && r.modality(c) != "ask" {
		return true
	}
	k++
	aux := false
	for k < u.b && (r.items[k].is(cAdv|cNeg) || r.items[k].is(cAux) && !r.items[k].is(cPron) || isAdverb(r.str(k))) {
		aux = aux || r.items[k].is(cAux)
		k++
	}
	if k >= u.b {
		return false
	}
	it := &r.items[k]
	if it.word.verb >= 0 && r.lex.verbs[it.word.verb].frames&(fAttitude|fLead) == 0 && (r.sameTense(c, it.word.form) || aux && it.word.form == base && r.speech(it.word.verb)) {
		return true
	}
	if aux {
		return false
	}
	end := r.npForward(k, u.b)
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end))) {
		end++
	}
	return end > k && end < u.b && (r.finite(end) || r.items[end].word.verb >= 0 && plural(r.str(end-1))) && r.speech(r.items[end].word.verb) && !r.items[k].is(cPron)
}

// sameTense reports whether a verb in form f can be coordinated with the verb
// of a use.
func (r *reader) sameTense(c *use, f form) bool {
	finite := f == past || f == third
	switch c.form {
	case past, third:
		return finite
	case ing:
		return f == ing || f == past
	}
	return finite && !c.infinite
}

func (r *reader) modality(c *use) string {
	if c.verb < 0 {
		return "say"
	}
	return r.lex.verbs[c.verb].modality
}

func (r *reader) speech(v int16) bool {
	f := r.lex.verbs[v].frames
	return f&fAttitude == 0 && f&(fThat|fQuote) != 0
}

// followInverted finds what comes after "said Jones": the rest of a content
// that the attribution interrupts.
func (r *reader) followInverted(u *unit, c *use) {
	c.after = c.subj[1]
	c.parenthetic = true
}

// followAccording finds the content of "according to X": after it when it
// opens the sentence, before it otherwise.
func (r *reader) followAccording(u *unit, c *use) {
	k := c.subj[1]
	if k < u.b && r.items[k].is(cComma) && c.from > u.a && r.items[c.from-1].is(cComma) && r.items[u.a].is(cSub|cPrep) && !r.items[u.a].is(cTime) {
		r.contentFrom(u, c, k+1)
		return
	}
	if c.from == u.a || !r.wordsBefore(u, c.from) {
		for k < u.b && !r.items[k].is(cComma) && r.items[k].piece < 0 {
			k++
		}
		if k < u.b && r.items[k].is(cComma) {
			k++
		}
		r.contentFrom(u, c, k)
		return
	}
	c.parenthetic = true
}

// wordsBefore reports whether words or pieces stand in the unit before item k.
func (r *reader) wordsBefore(u *unit, k int) bool {
	for j := u.a; j < k; j++ {
		if !r.items[j].is(cComma|cConj|cMark|cOther|cAdv) && !r.items[j].is(cSub) {
			return true
		}
	}
	return false
}

// before finds the content that stands before its attribution: "…, Jones
// said" and "…," said Jones. It returns the items and whether they go on
// after the attribution.
func (r *reader) before(u *unit, c *use) (first, second [2]int) {
	left := c.from
	if !c.inverted && !c.accord {
		left = c.subj[0]
	}
	if left <= u.a || c.shared {
		return
	}
	start := r.afterDateline(u)
	for start < left && r.items[start].is(cConj|cMark|cOther) && r.items[start].piece < 0 {
		start++
	}
	if left-2 > u.a && equalFold(r.str(left-1), "as") && !c.accord && (r.items[left-2].is(cComma) || r.marked(left-2) && r.commaInside(left-2)) {
		left--
	}
	p := &r.items[left-1]
	if p.piece < 0 && !p.is(cComma|cDash|cMark|cStop|cColon) && !c.accord {
		return
	}
	end := left
	for end > start && r.items[end-1].piece < 0 && r.items[end-1].is(cComma|cDash|cMark|cStop|cColon) {
		end--
	}
	end = r.dropApposition(start, end)
	if end <= start || !r.statement(start, end) {
		return
	}
	if c.accord {
		start = r.afterOpening(u, start, end)
	}
	if k := end - 1; k-1 > start && r.marked(k) && r.items[k].upper && r.items[k-1].is(cColon|cParen|cDash) {
		start = k
	}
	if k := end - 1; k-2 > start && r.marked(k) && r.items[k-1].is(cAux) && r.items[k-2].is(cRel) {
		start = k
	}
	first = [2]int{start, end}
	second = r.rest(u, c)
	return
}

// afterOpening skips an opening clause or adverb that the source of "according
// to" does not stand behind: "Though it rained, the show went on, according to".
func (r *reader) afterOpening(u *unit, start, end int) int {
	if !r.items[start].is(cPrep|cSub|cAdv) || r.items[start].is(cTime) {
		return start
	}
	dashes := 0
	for k := start + 1; k < end; k++ {
		it := &r.items[k]
		switch {
		case it.piece >= 0:
			return start
		case it.is(cComma) && dashes%2 == 0 && k+3 < end:
			return k + 1
		case it.is(cDash) && !r.items[k-1].is(cDash):
			if dashes++; dashes == 2 {
				for k < end && r.items[k].is(cDash) {
					k++
				}
				return k
			}
		}
	}
	return start
}

// trimEnd leaves out the punctuation at the end of the items [a, b).
func (r *reader) trimEnd(a, b int) int {
	for b > a && r.items[b-1].piece < 0 && r.items[b-1].is(cStop|cComma|cColon|cDash) {
		b--
	}
	return b
}

// split finds content that its attribution parts in two: "Loyalty, she said,
// was rare". It needs a comma on either side of the attribution.
func (r *reader) split(u *unit, c *use) (first, second [2]int, ok bool) {
	if c.shared || c.verb < 0 || c.inverted || c.participle || c.infinite || r.lex.verbs[c.verb].frames&fQuote == 0 {
		return
	}
	k := c.to
	if r.lex.verbs[c.verb].frames&fHearer != 0 && k < u.b && !r.items[k].is(cComma) {
		k = r.npForward(k, u.b)
	}
	left := c.subj[0]
	if left <= u.a || k+1 >= u.b || !r.items[k].is(cComma) || !r.items[left-1].is(cComma) {
		return
	}
	n := &r.items[k+1]
	if n.word.verb >= 0 && n.word.form == ing {
		return
	}
	if n.piece >= 0 && (n.upper || r.pieces[n.piece].quiet) {
		return
	}
	start, end := u.a, left-1
	for start < end && r.items[start].is(cConj|cMark|cOther) {
		start++
	}
	if end <= start {
		return [2]int{k + 1, r.trimEnd(k+1, u.b)}, [2]int{}, left == u.a+2
	}
	if r.items[start].is(cTime) || n.piece < 0 && n.is(cConj|cSub|cRel|cWh) {
		return
	}
	for j := start; j < end; j++ {
		if r.items[j].is(cTime) && n.piece >= 0 {
			return
		}
	}
	stop := r.trimEnd(k+1, u.b)
	return [2]int{start, end}, [2]int{k + 1, stop}, stop > k+1
}

// afterDateline returns the item after a dateline that opens the unit
// ("LONDON (Agency) — "), or its first item.
func (r *reader) afterDateline(u *unit) int {
	if u.a >= u.b || !r.items[u.a].upper {
		return u.a
	}
	for k := u.a; k < u.b && k < u.a+14; k++ {
		it := &r.items[k]
		switch {
		case it.is(cDash) && k > u.a:
			if r.str(k) == "-" && k+1 < u.b && r.str(k+1) == "-" {
				k++
			}
			return k + 1
		case it.piece >= 0 || it.ends || it.is(cAux) || !it.upper && !it.is(cComma|cParen|cStop|cNumber|cOther):
			return u.a
		}
	}
	return u.a
}

// statement reports whether the items [a, b) can be what somebody said, and
// not only the circumstances of a sentence ("In a speech on Monday").
func (r *reader) statement(a, b int) bool {
	if b-a == 1 {
		return r.items[a].piece >= 0
	}
	open := r.items[a].is(cPrep|cSub|cTime) || r.items[a].is(cAdv)
	for k := a; k < b; k++ {
		it := &r.items[k]
		if it.piece >= 0 && !r.pieces[it.piece].quiet && !open {
			return true
		}
		if open && it.is(cComma) {
			open = false
			continue
		}
		if !open && (it.is(cAux) || it.word.verb >= 0 && it.word.form != ing || isPastShape(r.str(k)) || it.is(cPron)) {
			return true
		}
		if it.piece >= 0 && r.commaInside(k) && k == b-1 {
			return true
		}
	}
	return !open && b-a > 6
}

// dropApposition leaves out what stands between a marked piece and the source
// and belongs to the source: "…," a friend, Ann Lee, said.
func (r *reader) dropApposition(start, end int) int {
	for k := end - 1; k >= start; k-- {
		it := &r.items[k]
		if it.piece >= 0 {
			if r.commaInside(k) && k < end-1 && !r.pieces[it.piece].quiet {
				return k + 1
			}
			return end
		}
		if it.is(cAux|cThat|cPron|cTo) || it.word.verb >= 0 && r.finite(k) {
			return end
		}
	}
	return end
}

// rest finds the content that goes on after a parenthetic attribution.
func (r *reader) rest(u *unit, c *use) [2]int {
	k := max(c.after, c.to)
	if !c.inverted && !c.accord && !c.hasContent() {
		k = max(k, c.to)
	}
	for ; k < u.b; k++ {
		it := &r.items[k]
		if r.marked(k) {
			break
		}
		if it.is(cComma|cDash|cColon) && k+1 < u.b && r.marked(k+1) {
			k++
			break
		}
		if it.word.verb >= 0 && (it.word.form == ing || r.finite(k)) && r.speech(it.word.verb) {
			return [2]int{}
		}
	}
	if k >= u.b {
		return [2]int{}
	}
	end := u.b
	for end > k && r.items[end-1].piece < 0 && r.items[end-1].is(cStop|cComma|cColon|cDash) {
		end--
	}
	return [2]int{k, end}
}
