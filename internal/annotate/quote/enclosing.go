package quote

import (
	"strings"

	"nutgraf"
)

// followInverted finds what comes after "said Jones": the rest of a content that the
// attribution interrupts, or all of it where the sentence opens so.
func (r *reader) followInverted(u *unit, c *use) {
	c.after = c.subj[1]
	if c.from != u.a {
		return
	}
	for k := c.subj[1]; k+1 < u.b && k < c.subj[1]+maxAside && r.items[k].piece < 0; k++ {
		if r.items[k].is(cComma|cColon) && r.marked(k+1) && r.items[k+1].upper {
			c.lead = true
			r.contentFrom(u, c, k+1) // "Said Ann Lee, who runs the port, “…”"
			return
		}
	}
}

// followAccording finds the content of "according to X": after it when it
// opens the sentence, before it otherwise.
func (r *reader) followAccording(u *unit, c *use) {
	k := c.after
	if k+1 < u.b && r.str(k) == ":" && r.marked(k+1) {
		r.contentFrom(u, c, k+1)
		return
	}
	if equalFold(r.str(c.at), "in") && k < u.b && r.items[k].is(cComma) {
		for j := k + 1; j < u.b && j < k+8 && (r.items[j].upper || r.items[j].is(cComma) || r.items[j].piece >= 0); j++ {
			if r.marked(j) { // "and in the words of the judge, Ann Lee, “…”"
				r.contentFrom(u, c, j)
				return
			}
		}
	}
	if c.from == u.a && r.str(u.b-1) == ":" {
		return // the words are in the next paragraph
	}
	if k < u.b && r.items[k].is(cComma) && c.from > u.a && r.items[c.from-1].is(cComma) && r.items[u.a].is(cSub|cPrep) && !r.items[u.a].is(cTime) {
		r.contentFrom(u, c, k+1)
		return
	}
	if c.from == u.a || !r.wordsBefore(u, c.from) {
		for k < u.b && !r.items[k].is(cComma) && r.items[k].piece < 0 {
			k++
		}
		if k+1 < u.b && r.items[k].is(cComma) {
			k = r.pastApposition(u, k+1)
		}
		r.contentFrom(u, c, k)
		return
	}
}

// pastApposition steps over a name between commas at item k that stands in
// apposition to the source before it: "according to the coach, Ann Lee, …".
func (r *reader) pastApposition(u *unit, k int) int {
	if r.items[k].is(cRel) || r.kindOf(u, k) {
		return r.pastRelative(u, k)
	}
	if name := r.items[max(k-2, 0)]; name.upper && (r.items[k].is(cDet) || partyLabel(r.str(k))) && k-2 >= u.a && r.namedAt(k-2) >= 0 {
		return r.pastRole(u, k)
	}
	if r.apposed(k-1) < 0 || r.items[max(k-2, 0)].upper {
		return k
	}
	if end := r.npForward(k, u.b); end+1 < u.b && r.items[end].is(cComma) {
		return end + 1
	}
	return k
}

// kindOf reports whether the items from k on say by "a" or "an" and a relative clause
// what the source before them is: "according to the Gazette, a paper that covers the
// port, …", but not "according to the Gazette, a man who fell …".
func (r *reader) kindOf(u *unit, k int) bool {
	if s := r.str(k); s != "a" && s != "an" && s != "one" {
		return false
	}
	end := r.npForward(k, min(k+maxPhrase, u.b))
	if end <= k+1 || end >= u.b || !r.items[end].is(cRel|cThat) {
		return false
	}
	np := [2]int{k, end}
	head := r.headOf(np)
	if e := r.namedAt(k - 2); e >= 0 && r.ann.Entities[e].Type == nutgraf.Person {
		return r.items[head].is(cPerson) || r.anybody(np, head)
	}
	return r.items[head].is(cBody | cDoc)
}

// pastRelative steps over a relative clause between commas that says from item k on who
// the source before it is, where a clause of its own follows: "according to Ann Lee, who
// runs the port, the bridge is shut".
func (r *reader) pastRelative(u *unit, k int) int {
	for j := k + 2; j+2 < u.b && j < k+maxRelative; j++ {
		switch it := &r.items[j]; {
		case it.piece >= 0:
			return k
		case it.is(cComma) && !r.items[j+1].is(cConj|cRel|cPrep|cComma) && r.predicated(j+1, u.b):
			return j + 1
		}
	}
	return k
}

// maxRelative bounds the relative clause on a source, in items.
const maxRelative = 24

// partyLabel reports whether a word tells a lawmaker's party and place: "R-Ohio".
func partyLabel(s string) bool {
	return len(s) > 2 && (s[0] == 'R' || s[0] == 'D' || s[0] == 'I') && (s[1] == '-' || strings.HasPrefix(s[1:], "–"))
}

// pastRole steps over what somebody is, between commas from item k on:
// "according to Ann Lee, a teacher at the port, …".
func (r *reader) pastRole(u *unit, k int) int {
	for j := k; j+1 < u.b && j < k+maxPhrase; j++ {
		switch it := &r.items[j]; {
		case it.is(cComma):
			if r.items[j+1].is(cPrep) && !r.predicated(j+1, u.b) {
				return k // "according to Ann Lee, the two rank first, with nine"
			}
			return j + 1
		case it.is(cAux) && !it.is(cGenitive), it.is(cPron | cThat | cRel), it.piece >= 0, j > k && r.finite(j):
			return k
		}
	}
	return k
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
	if left <= u.a || c.shared || c.contact || r.doesThing(u, c) {
		return
	}
	start := r.afterDateline(u)
	head := start
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
	if p.piece < 0 && p.is(cColon) && left-2 >= u.a && r.items[left-2].piece < 0 && !c.accord {
		return // "The room was dark: The mayor rose and promised"
	}
	end := left
	for end > start && r.items[end-1].piece < 0 && r.items[end-1].is(cComma|cDash|cMark|cStop|cColon) {
		end--
	}
	end = r.dropApposition(start, end)
	if end <= start || !r.statement(start, end) || !r.introduces(c, start, end) {
		return
	}
	if c.accord {
		start = r.afterOpening(start, end)
	}
	if k := end - 1; k-1 > start && r.marked(k) && r.items[k].upper && r.items[k-1].is(cColon|cParen|cDash) {
		start = k
	}
	if k := end - 1; k-2 > start && r.marked(k) && r.items[k-1].is(cAux) && r.items[k-2].is(cRel) {
		start = k
	}
	if !c.accord && start > head && r.items[start-1].is(cConj) && !r.items[start].is(cComma) {
		start-- // "But it is not enough, she said."
	}
	first = [2]int{start, end}
	second = r.rest(u, c)
	return
}

// doesThing reports whether a verb that tells of speech only beside it has an
// object of its own: the mayor began a tour, went on defending it.
func (r *reader) doesThing(u *unit, c *use) bool {
	if c.verb < 0 || c.inverted || r.lex.verbs[c.verb].frames&fLead == 0 || c.to >= u.b {
		return false
	}
	it := &r.items[c.to]
	return it.piece < 0 && !it.is(cTime|cAdv|cPrep) && r.nominal(c.to) && !isAdverb(r.str(c.to))
}

// introduces reports whether what stands in the items [a, b) can be what a verb
// tells: words outside marks need a verb that takes a clause ("she spoke" does
// not), and a semicolon parts two statements.
func (r *reader) introduces(c *use, a, b int) bool {
	if c.accord || c.verb < 0 {
		return true
	}
	words, marked := r.measure([2]int{a, b})
	if marked > 0 && words > 0 && r.items[a].piece < 0 && r.items[a].is(cPrep|cSub) && r.lex.verbs[c.verb].frames&fQuote == 0 {
		return false // When casting “The Port,” she found her man.
	}
	if marked > 0 {
		return words == 0 || r.items[b-1].piece < 0 || r.commaInside(b-1) || r.fullStop(b-1) || b < c.from && r.items[b].is(cComma|cDash)
	}
	return !c.infinite && r.lex.verbs[c.verb].frames&(fThat|fZero|fWh) != 0 && r.str(b) != ";"
}

// afterOpening skips an opening clause or adverb that the source of "according
// to" does not stand behind: "Though it rained, the show went on, according to".
func (r *reader) afterOpening(start, end int) int {
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

// split finds content that its attribution parts in two: "Loyalty, she said,
// was rare". It needs a comma on either side of the attribution.
func (r *reader) split(u *unit, c *use) (first, second [2]int, ok bool) {
	viewed := c.accord && equalFold(r.str(c.at), "in") // "The port, in her view, is"
	if c.shared || c.verb < 0 && !viewed || c.participle || c.infinite || !viewed && r.lex.verbs[c.verb].frames&fQuote == 0 {
		return
	}
	k, left := c.to, c.subj[0]
	if viewed {
		left = c.at
	} else if c.inverted {
		k, left = c.subj[1], c.from
	} else if r.lex.verbs[c.verb].frames&fHearer != 0 && k < u.b && !r.items[k].is(cComma) {
		k = r.npForward(k, u.b)
	}
	if left-1 > u.a && r.str(left-1) == "as" {
		left-- // "The port, as Ann Lee put it, is"
	}
	if left <= u.a || k+1 >= u.b || !r.items[k].is(cComma) || !r.items[left-1].is(cComma) {
		return
	}
	n := &r.items[k+1]
	if n.word.verb >= 0 && n.word.form == ing {
		return
	}
	if n.is(cConj) && k+2 < u.b {
		n = &r.items[k+2]
	}
	if n.piece >= 0 && (n.upper || r.pieces[n.piece].quiet) || c.inverted && n.piece < 0 {
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
	if k := r.afterOutlet(u); k > u.a {
		return k
	}
	if u.a >= u.b || !r.items[u.a].upper {
		return u.a
	}
	depth := 0 // brackets met: "Rep. Ann Lee (D–Ohio)" is no dateline
	for k := u.a; k < u.b && k < u.a+14; k++ {
		it := &r.items[k]
		if it.is(cParen) {
			depth++
		}
		switch {
		case it.is(cDash) && k > u.a && depth%2 == 0:
			if r.str(k) == "-" && k+1 < u.b && r.str(k+1) == "-" {
				k++
			}
			return k + 1
		case it.piece >= 0 || it.ends || it.is(cAux) || !it.upper && !it.is(cComma|cParen|cStop|cNumber|cOther|cDash):
			return u.a
		}
	}
	return u.a
}

// afterOutlet returns the item after an outlet in brackets, alone or behind a place, that
// opens the unit without a dash: "(CNN) The board", "Ashby (CNN) Mayor Ann Lee".
func (r *reader) afterOutlet(u *unit) int {
	for k := u.a; k+3 < u.b && k < u.a+4; k++ {
		if r.str(k) == "(" && r.str(k+2) == ")" {
			if e := r.namedAt(k + 1); e >= 0 && r.ann.Entities[e].Type == nutgraf.Outlet && r.items[k+3].upper {
				return k + 3
			}
			return u.a
		}
		if e := r.namedAt(k); e < 0 || r.ann.Entities[e].Type != nutgraf.Place {
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
	part := r.items[a].upper && r.items[a].word.verb >= 0 && r.items[a].word.form != base && r.items[a].word.form != third
	open := part || r.items[a].is(cPrep|cSub|cTime) || r.items[a].is(cAdv) && (r.items[a+1].is(cComma|cPrep|cSub) || isAdverb(r.str(a+1)))
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
		if !part && r.marked(k) && r.commaInside(k) && k == b-1 && !(open && it.piece >= 0 && !it.upper && r.closesClause(a, k)) {
			return true
		}
	}
	return !open && b-a > 6
}

// closesClause reports whether the marked words at item k are the end of what a phrase that
// opens the sentence at item a tells, and so nothing that is said behind them: "Despite
// warnings that it was “bad,” they dismissed it".
func (r *reader) closesClause(a, k int) bool {
	for j := a; j < k; j++ {
		if r.items[j].is(cThat) && r.predicated(j, k) {
			return true
		}
	}
	return false
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

// subordinate reports whether a clause about something else opens in the items
// [a, b): "as the crowd took it up".
func (r *reader) subordinate(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].is(cSub) || r.str(k) == "as" {
			return true
		}
	}
	return false
}

// rest finds the content that goes on after a parenthetic attribution.
func (r *reader) rest(u *unit, c *use) [2]int {
	k := max(c.after, c.to)
	if !c.inverted && !c.accord && !c.hasContent() {
		k = max(k, c.to)
	}
	aside := r.subordinate(max(c.to, c.subj[1]), k)
	for ; k < u.b; k++ {
		it := &r.items[k]
		if r.marked(k) {
			if aside {
				return [2]int{} // "she said as the crowd took up a chant of '…'"
			}
			break
		}
		aside = aside || r.subordinate(k, k+1)
		if it.is(cComma|cDash|cColon) && k+1 < u.b && (r.marked(k+1) || k+2 < u.b && r.items[k+1].is(cConj) && r.marked(k+2)) {
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
	if k-2 >= max(c.to, c.subj[1]) && r.items[k-1].is(cConj) && r.items[k-2].is(cComma) {
		k-- // "…," she said, and "…"
	}
	end := u.b
	for end > k && r.items[end-1].piece < 0 && r.items[end-1].is(cStop|cComma|cColon|cDash) {
		end--
	}
	return [2]int{k, end}
}
