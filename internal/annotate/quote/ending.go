package quote

import "strings"

// contentEnd returns where content that begins at item k ends: at the end of
// the sentence, or where another attribution sets in.
func (r *reader) contentEnd(u *unit, c *use, k int) int {
	if c.lead && r.items[k].piece >= 0 && (r.items[k].upper || r.items[k-1].is(cComma|cColon)) {
		if end := r.pieceRun(u, k); !r.runsOn(u, end) {
			return end
		}
	}
	end, list := u.b, false
	for j := k; j < u.b; j++ {
		it := &r.items[j]
		if c.noun && (it.is(cComma|cDash) && j > k || it.piece >= 0 && (r.commaInside(j) || r.adjunctNext(u, j))) {
			last := list && it.is(cComma) && r.lastOfList(u, j+1)
			if list = it.is(cComma) && r.listed(u, j+1); list || last || r.namesMore(u, j+1) || it.is(cComma) && (r.unnamedYet(u, c, j) || r.chargeAhead(u, c, j)) {
				continue
			}
			if it.piece >= 0 {
				j++
			}
			end = j
			break
		}
		if c.subj[0] == j+1 && c.shared {
			end = j
			if it.piece >= 0 {
				end++
			}
			break
		}
		if j+1 < u.b && c.noun && r.modality(c) == "describe" && j > k && r.marked(j) && r.items[j+1].is(cAux) && !r.items[j+1].is(cGenitive|cPron) {
			if end = j + 1; c.participle && (c.from == u.a || r.items[c.from-1].is(cThat)) {
				end = k // "Calling it “a joke” is no answer"
			}
			break // "Ann Lee, who once called it “a joke” would freeze it"
		}
		if it.piece >= 0 && c.ofObject && !r.namesMore(u, j+1) {
			end = r.calledThing(u, k, j)
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
			if r.str(j+1) == "with" && r.others(u, j+2) {
				end = past
				break
			}
			if equalFold(r.str(j+1), "according") || n.is(cAdv) && j+2 < u.b && r.items[j+2].word.verb >= 0 && r.items[j+2].word.form == ing {
				end = past
				break
			}
		}
		if equalFold(r.str(j), "according") && j+1 < u.b && r.items[j+1].is(cTo) || r.evenAs(u, j) || r.programme(u, j) || r.meanwhile(u, j) {
			end = j
			break
		}
		if j > k && r.marked(j) && it.upper && r.commaInside(j) && r.attributes(j+1, u.b) {
			end = j
			break
		}
		if it.piece >= 0 && comma && r.anotherOnIt(u, k, j) || it.is(cComma) && r.announcedNext(u, k, j) {
			end = past
			break
		}
		if it.piece >= 0 && r.occasion(u, j+1) || comma && j > k && (r.aside(u, j) || c.clause && r.doing(u, j+1)) {
			end = past
			break
		}
		if comma && (r.trailing(u, j+1) || r.remark(u, k, j+1)) || (comma || it.is(cDash)) && r.whichAnother(u, j+1) {
			end = past
			break
		}
		if comma && c.participle && it.piece >= 0 && j+2 < u.b && r.str(j+1) == "but" && r.items[j+2].is(cAdv) {
			end = past // saying it "was not so," but perhaps more
			break
		}
		if comma && (c.inAside && r.goesOn(u, j+1) || r.ofWho(u, c) && r.goesOn(u, j+1) && j+2 < u.b && !r.items[j+2].is(cPrep) || r.saidNext(u, j+1)) {
			end = past
			break
		}
		if it.piece >= 0 && j+1 < u.b && r.items[j+1].is(cParen) && (r.str(j+1) == "(" || r.str(j+1) == "[") {
			end = past
			break
		}
		if c.inClause && comma && j > k || c.dashed && it.is(cDash) && j > k {
			end = past
			break
		}
		if it.is(cConj) && j == k+2 && r.items[k].is(cThat) && r.items[k+1].is(cPron) {
			continue // "that he and Ann Lee share"
		}
		if (comma || it.is(cConj) || it.is(cSub) && r.str(j) == "while") && r.nextAttribution(u, c, j) {
			end = past
			break
		}
	}
	cut := end < r.trimEnd(k, u.b)
	if end = r.trimEnd(k, end); cut && end-1 > k && r.items[end-1].piece < 0 && r.items[end-1].is(cThat|cRel) {
		end-- // called it “a disgrace” that, in her view, is
	}
	return end
}

// ofWho reports whether a use stands in a clause that "who" ties to the subject of the
// sentence: "The judge who argued it would fail, cited".
func (r *reader) ofWho(u *unit, c *use) bool {
	return c.from-1 > u.a && r.str(c.from-1) == "who" && c.subj[0] == r.afterDateline(u)
}

// anotherOnIt reports whether somebody else has a word on the matter behind the marked words
// at item j of content that begins at item k: regretted that “we lost it,” Bo Kim called it
// “a pity”.
func (r *reader) anotherOnIt(u *unit, k, j int) bool {
	if j+2 >= u.b || !r.items[j+1].upper || r.items[j+1].is(cPron|cSub|cConj) || !r.predicated(k, j) && !r.clausal(j) {
		return false
	}
	if r.items[k].is(cThat | cWh) {
		k++
	}
	if r.items[k].is(cPrep | cSub) {
		return false
	}
	end := r.npForward(j+1, u.b)
	return end > j+1 && end+1 < u.b && r.finite(end) && r.personNamed(end-1) && !r.items[end+1].is(cComma|cStop|cTime) && (r.speech(r.items[end].word.verb) || r.lex.verbs[r.items[end].word.verb].modality == "describe")
}

// announcedNext reports whether somebody announces words of his own behind the comma at item
// j of content that begins at item k: asked about her claim that “it will hold,” or that the
// port is shut, Bo Kim said: “…”
func (r *reader) announcedNext(u *unit, k, j int) bool {
	if r.items[k].is(cThat | cWh | cTo) {
		k++
	}
	if j <= k+1 || j+3 >= u.b || r.items[k].is(cPrep|cSub) || r.items[j+1].is(cConj|cSub|cPrep|cRel) || !r.items[k-1].is(cTo) && !r.predicated(k, j) {
		return false
	}
	end := r.npForward(j+1, u.b)
	if end <= j+1 || end+2 >= u.b || !r.finite(end) || !r.speech(r.items[end].word.verb) {
		return false
	}
	for i := end + 1; i+1 < u.b && i < end+6; i++ {
		if it := &r.items[i]; it.is(cComma | cColon) {
			return r.marked(i+1) && r.items[i+1].upper
		} else if it.piece >= 0 || it.is(cThat|cAux|cSub) {
			return false
		}
	}
	return false
}

// saidNext reports whether the main verb of the sentence stands at item k after an
// aside that nothing opened with a comma: "Ann Lee, a clerk who argued for it, said".
func (r *reader) saidNext(u *unit, k int) bool {
	if k+1 >= u.b || !r.finite(k) || r.items[k].word.form != past {
		return false
	}
	v := &r.lex.verbs[r.items[k].word.verb]
	if v.lemma != "say" && r.items[k+1].piece < 0 && !r.items[k+1].is(cComma|cColon|cThat|cPron) && !(r.items[k+1].is(cTime) && r.items[k-1].piece >= 0) {
		return false // "it repaid him, added another fee and left"
	}
	return (v.modality == "say" || v.modality == "post" || v.modality == "write") && v.frames&fQuote != 0 && v.frames&fLead == 0
}

// runsOn reports whether the marked words before item k stop amid a phrase that
// goes on outside the marks: said, "it is no concern" of the town.
func (r *reader) runsOn(u *unit, k int) bool {
	if k >= u.b || r.items[k-1].piece < 0 || !r.items[k].is(cPrep) || r.items[k].upper {
		return false
	}
	switch r.str(k) {
	case "of", "from", "about", "for", "to", "with", "between", "among", "against", "in":
	default:
		return false
	}
	s := r.pieces[r.items[k-1].piece].inner.Of(r.text)
	if r.str(k) == "in" && strings.Count(s, " ") > 3 {
		return false
	}
	return s != "" && (s[len(s)-1] >= 'a' && s[len(s)-1] <= 'z' || s[len(s)-1] >= '0' && s[len(s)-1] <= '9')
}

// marked reports whether item i is a marked piece that may be a quotation.
func (r *reader) marked(i int) bool {
	p := r.items[i].piece
	return p >= 0 && !r.pieces[p].quiet
}

// adjunctNext reports whether what follows item j only tells when the words
// were said: "a fool" on Monday, "a fool" over the weekend.
func (r *reader) adjunctNext(u *unit, j int) bool {
	if j+2 >= u.b {
		return false
	}
	switch r.str(j + 1) {
	case "on":
		return r.items[j+2].is(cTime)
	case "over":
		return j+3 < u.b && r.str(j+3) == "weekend"
	}
	return false
}

// programme reports whether item j begins the naming of a broadcast that
// closes a sentence: "on Sunday's Meet the Press".
func (r *reader) programme(u *unit, j int) bool {
	return r.str(j) == "on" && j+2 < u.b && r.items[j+1].is(cTime) && r.items[j+2].is(cGenitive)
}

// evenAs reports whether what another says meanwhile sets in at item j: "even as Bo Kim
// accused her of".
func (r *reader) evenAs(u *unit, j int) bool {
	if r.str(j) != "even" || j+3 >= u.b || r.str(j+1) != "as" {
		return false
	}
	end := r.npForward(j+2, u.b)
	return end > j+2 && end < u.b && r.finite(end) && r.lex.verbs[r.items[end].word.verb].frames&fAttitude == 0
}

// others reports whether somebody else speaks from item k on: "…, with Ann Lee
// telling reporters".
func (r *reader) others(u *unit, k int) bool {
	end := r.npForward(k, u.b)
	if end == k || end >= u.b {
		return false
	}
	w := &r.items[end].word
	return w.verb >= 0 && w.form == ing && r.speech(w.verb)
}

// meanwhile reports whether another statement of the same speaker sets in at
// item j without a comma: "while adding", "before saying".
func (r *reader) meanwhile(u *unit, j int) bool {
	if j+1 >= u.b || !r.items[j].is(cSub|cPrep) {
		return false
	}
	if s := r.str(j); s != "while" && s != "before" && s != "after" {
		return false
	}
	w := &r.items[j+1].word
	return w.verb >= 0 && w.form == ing && r.speech(w.verb) && j+2 < u.b && (!r.nominal(j+2) || r.items[j+2].is(cPoss|cDet))
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
	switch r.str(k) {
	case "in", "on", "at", "during", "via", "through":
	default:
		return false
	}
	for j := k + 1; j < u.b && j <= k+4; j++ {
		if r.items[j].is(cMedia) {
			if _, _, ok := r.mediumAt(u, j); ok {
				return true
			}
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

// doing reports whether a participle clause opens at item k, behind a comma: ", sending him
// to the port".
func (r *reader) doing(u *unit, k int) bool {
	if k+1 >= u.b || r.items[k].upper || r.items[k].is(cPrep) {
		return false
	}
	s := r.str(k)
	return len(s) > 5 && s[len(s)-3:] == "ing" && r.items[k+1].is(cDet|cPoss|cObj|cPrep)
}

// remark reports whether the writer's own remark on what was said sets in at
// item k of content that begins at item from: ", a charge that he denies", ",
// but she would not say when", ", which lies in the north".
func (r *reader) remark(u *unit, from, k int) bool {
	if k+1 >= u.b {
		return false
	}
	n := &r.items[k+1]
	switch r.str(k) {
	case "a", "an":
		for j := k + 1; j < u.b && j < k+5; j++ {
			if it := &r.items[j]; it.is(cCueNoun) && j == k+1 || hints(r.str(j)) {
				return true // ", a somewhat muted reference to"
			} else if it.piece >= 0 || it.upper || it.is(cComma|cPrep|cRel) {
				break
			}
		}
		return false
	case "but":
		return n.is(cPron)
	case "with":
		return r.str(k+1) == "which"
	case "to", "at", "upon":
		return r.askedNext(u, k)
	case "which", "who":
		for j := k + 1; j < u.b; j++ {
			if r.items[j].piece >= 0 {
				return false
			}
		}
		return r.items[from].is(cTo) || r.predicated(from, k)
	}
	return false
}

// hints reports whether a noun with "a" before it says what the writer makes of the words.
func hints(s string) bool {
	switch s {
	case "move", "sign", "reference", "nod", "allusion", "jab", "swipe", "dig", "contrast", "departure", "reversal":
		return true
	}
	return false
}

// askedNext reports whether another says something to what was said, at item k:
// ", to which the clerk asked".
func (r *reader) askedNext(u *unit, k int) bool {
	if s := r.str(k + 1); s != "which" && s != "this" {
		return false
	}
	end := r.npForward(k+2, u.b)
	return end > k+2 && end < u.b && r.items[end].word.verb >= 0 && r.items[end].word.form == past && r.speech(r.items[end].word.verb)
}

// whichAnother reports whether what another says of the one who speaks sets in at item k:
// "– and which the clerk calls".
func (r *reader) whichAnother(u *unit, k int) bool {
	if k+2 >= u.b || !r.items[k].is(cConj) || r.str(k+1) != "which" && r.str(k+1) != "who" && r.str(k+1) != "whom" {
		return false
	}
	end := r.npForward(k+2, u.b)
	return end > k+2 && end < u.b && r.items[end].word.verb >= 0 && r.items[end].word.form != ing && r.items[end].word.form != base
}

// calledThing returns where the thing ends that somebody called something, when its name
// begins at item k and its marked words are item j: what she called the “reckless” plan.
func (r *reader) calledThing(u *unit, k, j int) int {
	n := j + 1
	if j == k || n >= u.b || !r.items[j-1].is(cDet|cPoss) || r.items[n].upper || r.commaInside(j) || r.items[n].is(cTime|cAdv|cDet|cPoss|cPron|cPrep|cConj|cAux) || r.items[n].word.verb >= 0 {
		return n
	}
	if end := r.npForward(n, u.b); end == u.b || r.items[end].is(cStop|cComma|cPrep|cConj|cDash) {
		return end
	}
	return n
}

// predicated reports whether a finite verb stands in the items [a, b).
func (r *reader) predicated(a, b int) bool {
	for k := a; k < b; k++ {
		it := &r.items[k]
		if it.is(cAux) || isPastShape(r.str(k)) || it.word.verb >= 0 && it.word.form != ing && it.word.form != base {
			return true
		}
	}
	return false
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
	if k >= u.b || !r.items[k].is(cConj) && !(r.items[k].is(cSub) && (k > j || r.str(k) == "while")) {
		return false
	}
	sub := r.items[k].is(cSub)
	if sub && r.str(k) != "while" && r.str(k) != "though" && r.str(k) != "although" {
		return false
	}
	if sub && k > j && r.contrasted(u, c, k) {
		return false
	}
	if sub && k > j || k > j && k+1 < u.b && r.items[k+1].is(cPrep) && r.str(u.b-1) == "?" && r.modality(c) != "ask" {
		return true
	}
	if k++; k+1 < u.b && (r.str(k) == "at" || r.str(k) == "in" || r.str(k) == "on") {
		if end := r.npForward(k+1, u.b); end > k+2 && end < u.b && r.thing([2]int{k + 1, end}) && r.namedAt(end-1) < 0 && r.finite(end) {
			k = end // "but at the same time added"
		}
	}
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
	for j := k + 1; it.word.verb >= 0 && r.sameTense(c, it.word.form) && j+1 < u.b && j < k+3; j++ {
		if v := r.items[j+1].word.verb; r.items[j].is(cTo) && v >= 0 && r.items[j+1].word.form == base && r.speech(v) {
			return true // "but went on to say"
		}
	}
	end := r.npForward(k, u.b)
	for end < u.b && (r.items[end].is(cAdv) || isAdverb(r.str(end))) {
		end++
	}
	closed := r.items[j].piece >= 0 || r.modality(c) == "describe" && r.marked(j-1) // called it “bad” and Kim called it
	if closed && end > k && end < u.b && r.finite(end) && r.personNamed(end-1) && r.lex.verbs[r.items[end].word.verb].frames&(fNoun|fAttitude) == fNoun {
		return true // "…,” and Kim accused her of"
	}
	return end > k && end < u.b && (r.finite(end) || r.items[end].word.verb >= 0 && plural(r.str(end-1))) && r.speech(r.items[end].word.verb) && (!r.items[k].is(cPron) || k-2 > j-1 && r.lex.verbs[r.items[end].word.verb].modality == "say" && !r.items[k].upper)
}

// contrasted reports whether the clause that opens with "while" at item k goes on with what
// is said, as its subject stands for some of those whom the words before tell of: "said that
// some were “glad,” while others were “torn”". Of "Some said …, while others were" it does not.
func (r *reader) contrasted(u *unit, c *use, k int) bool {
	if k+3 >= u.b || r.str(k) != "while" || !r.items[k+2].is(cAux) || r.speaks(k+3) {
		return false
	}
	for j := c.subj[0]; j < c.subj[1]; j++ {
		if it := &r.items[j]; it.is(cNumber|cPeople) || smallNumber(strings.ToLower(r.str(j))) || r.lex.tells["several"][strings.ToLower(r.str(j))] {
			return false
		}
	}
	return r.lex.tells["several"][r.str(k+1)]
}

// speaks reports whether item k, or the one behind an adverb there, is a verb of speech.
func (r *reader) speaks(k int) bool {
	for ; k < len(r.items) && (r.items[k].is(cAdv) || isAdverb(r.str(k))); k++ {
	}
	return k < len(r.items) && r.items[k].word.verb >= 0 && r.speech(r.items[k].word.verb)
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

// trimEnd leaves out the punctuation at the end of the items [a, b).
func (r *reader) trimEnd(a, b int) int {
	for b > a && r.items[b-1].piece < 0 && r.items[b-1].is(cStop|cComma|cColon|cDash) {
		b--
	}
	return b
}
