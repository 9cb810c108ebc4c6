package quote

// maxAdjunct bounds how far the content may stand from its verb, in items.
const maxAdjunct = 45

// follow reads on from a verb: hearer, adjuncts, and where the content begins.
func (r *reader) follow(u *unit, c *use) {
	if c.accord {
		r.followAccording(u, c)
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

// opensContent reports whether a mark, a colon, a "that" or another clear
// opening of the content stands at item k, and notes it.
func (r *reader) opensContent(u *unit, c *use, v *verb, k int) bool {
	if k >= u.b {
		return false
	}
	it := &r.items[k]
	switch {
	case it.piece >= 0:
		c.lead = true
		return r.contentFrom(u, c, k)
	case it.is(cColon) && r.str(k) == ":":
		c.lead = true
		return r.contentFrom(u, c, k+1)
	case it.is(cComma) && k+1 < u.b && r.items[k+1].piece >= 0:
		c.lead = true
		return r.contentFrom(u, c, k+1)
	case it.is(cThat) && v.frames&fThat != 0:
		return r.contentFrom(u, c, k)
	case it.is(cWh) && v.frames&(fWh|fThat) != 0 && r.str(k) != "who":
		return r.contentFrom(u, c, k)
	case it.is(cTo) && v.frames&(fTo|fObjTo) != 0:
		return r.contentFrom(u, c, k)
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
	if c.hearer[1] > 0 && v.frames&fZero != 0 || c.hearer[1] == 0 && v.frames&fZero != 0 {
		if it.is(cPron|cDet|cPoss) || r.nominal(k) && !it.is(cTime|cAdv) || it.is(cSub) {
			return r.contentFrom(u, c, k)
		}
	}
	if c.hearer[1] == 0 && v.frames&(fNoun|fObjTo|fGerund) != 0 && (it.is(cDet|cPoss|cObj|cPron) || r.nominal(k)) && !it.is(cTime) {
		c.noun = v.frames&(fZero|fObjTo) == 0
		return r.contentFrom(u, c, k)
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
	for j := k; j < u.b && j-k < maxAdjunct; j++ {
		it := &r.items[j]
		switch {
		case it.is(cThat):
			if v.frames&fThat != 0 && (j == k || !r.items[j-1].is(cPrep)) {
				r.contentFrom(u, c, j)
			}
			return
		case it.is(cColon) && r.str(j) == ":" || it.piece >= 0:
			if v.frames&fQuote != 0 && r.adjunctOnly(k, j) {
				r.opensContent(u, c, v, j)
			}
			return
		case it.is(cComma) && j+1 < u.b && r.items[j+1].piece >= 0:
			if v.frames&fQuote != 0 && r.adjunctOnly(k, j) {
				r.opensContent(u, c, v, j)
			}
			return
		case it.is(cComma) && j > k+8, it.ends, it.is(cColon):
			return
		case it.is(cPron) && j > k && v.frames&fZero != 0 && !r.items[j-1].is(cPrep|cConj):
			r.contentFrom(u, c, j)
			return
		case it.is(cDet|cPoss) && j > k && v.frames&fZero != 0 && !r.items[j-1].is(cPrep|cConj|cComma) && r.items[j-1].word.verb < 0:
			r.contentFrom(u, c, j)
			return
		case it.upper && j > k && v.frames&fZero != 0 && r.items[j-1].is(cTime) && !it.is(cTime):
			r.contentFrom(u, c, j)
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
		if c.noun && (it.is(cComma) && j > k || it.piece >= 0 && r.commaInside(j)) {
			if it.piece >= 0 {
				j++
			}
			end = j
			break
		}
		if j == k {
			continue
		}
		if it.is(cComma) && j+1 < u.b {
			n := &r.items[j+1]
			if n.word.verb >= 0 && n.word.form == ing && r.lex.verbs[n.word.verb].frames&(fThat|fQuote) != 0 && r.lex.verbs[n.word.verb].frames&fAttitude == 0 {
				end = j
				break
			}
			if equalFold(r.str(j+1), "according") || n.is(cAdv) && j+2 < u.b && r.items[j+2].word.verb >= 0 && r.items[j+2].word.form == ing {
				end = j
				break
			}
		}
		if equalFold(r.str(j), "according") && j+1 < u.b && r.items[j+1].is(cTo) {
			end = j
			break
		}
		if (it.is(cComma) || it.is(cConj)) && r.nextAttribution(u, c, j) {
			end = j
			break
		}
	}
	for end > k && r.items[end-1].is(cStop|cComma|cColon|cDash) && r.items[end-1].piece < 0 {
		end--
	}
	return end
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

// nextAttribution reports whether another statement of the same or another
// source begins after item j: ", and added that", "but Jones said".
func (r *reader) nextAttribution(u *unit, c *use, j int) bool {
	k := j
	if r.items[k].is(cComma) {
		k++
	}
	if k >= u.b || !r.items[k].is(cConj) && !(r.items[k].is(cSub) && k > j) {
		return false
	}
	sub := r.items[k].is(cSub)
	if sub && r.str(k) != "while" && r.str(k) != "though" && r.str(k) != "although" {
		return false
	}
	k++
	for k < u.b && (r.items[k].is(cAdv) || isAdverb(r.str(k))) {
		k++
	}
	if k >= u.b {
		return false
	}
	it := &r.items[k]
	if it.word.verb >= 0 && it.word.form == past && !sub && r.speech(it.word.verb) && c.form == past {
		return true
	}
	end := r.npForward(k, u.b)
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end))) {
		end++
	}
	return end > k && end < u.b && r.finite(end) && r.speech(r.items[end].word.verb) && !r.items[k].is(cPron)
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
	start := u.a
	for start < left && r.items[start].is(cConj|cMark|cOther) && r.items[start].piece < 0 {
		start++
	}
	p := &r.items[left-1]
	if p.piece < 0 && !p.is(cComma|cDash|cMark|cStop|cColon) && !c.accord {
		return
	}
	end := left
	for end > start && r.items[end-1].piece < 0 && r.items[end-1].is(cComma|cDash|cMark|cStop|cColon) {
		end--
	}
	if end <= start {
		return
	}
	first = [2]int{start, end}
	second = r.rest(u, c)
	return
}

// rest finds the content that goes on after a parenthetic attribution.
func (r *reader) rest(u *unit, c *use) [2]int {
	k := max(c.after, c.to)
	if !c.inverted && !c.accord && !c.hasContent() {
		k = max(k, c.to)
	}
	for ; k < u.b; k++ {
		it := &r.items[k]
		if it.piece >= 0 {
			break
		}
		if it.is(cComma|cDash|cColon) && k+1 < u.b && r.items[k+1].piece >= 0 {
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
