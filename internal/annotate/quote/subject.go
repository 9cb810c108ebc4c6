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
	if k > u.a && r.items[k].is(cObj) && (r.str(k) == "himself" || r.str(k) == "herself" || r.str(k) == "themselves" || r.str(k) == "itself") {
		k--
	}
	for k >= u.a && (r.items[k].is(cAdv|cNeg) && !r.items[k].is(cDet|cPron) || isAdverb(r.str(k))) {
		k--
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
	switch {
	case it.is(cComma|cDash) && r.items[max(k-1, u.a)].piece < 0 && r.asideSource(u, c, k):
	case r.startsInverted(u, c, k):
		r.after(u, c)
	case it.is(cPron):
		c.subj = [2]int{k, k + 1}
	case it.is(cRel) && k > u.a && (r.str(k) == "who" || r.str(k) == "which" || r.str(k) == "that"):
		end := k
		if r.items[end-1].is(cComma) {
			end--
		}
		c.subj = r.npBack(u, end)
	case it.is(cConj):
		r.shareSubject(u, c)
	case it.is(cComma|cDash|cParen) || it.piece >= 0:
		c.subj = r.acrossAside(u, k)
		if !c.hasSubject() && it.is(cComma) {
			r.shareSubject(u, c)
		}
	default:
		c.subj = r.npBack(u, k+1)
		if it.is(cTime|cAdv) && !it.is(cPerson|cPeople|cBody) {
			c.subj = [2]int{}
		}
		if c.hasSubject() && !r.clauseStart(u, c.subj[0]) && !r.canSpeak(c.subj) {
			if np := r.relativeHead(u, c.subj[0]); np[1] > np[0] {
				c.subj = np
			}
		}
	}
	if !c.hasSubject() {
		r.after(u, c)
	}
}

// relativeHead finds the person before a relative clause that stands between
// source and verb without commas: "an official who asked not to be named said".
func (r *reader) relativeHead(u *unit, k int) [2]int {
	for j := k - 1; j > u.a && k-j < maxPhrase; j-- {
		it := &r.items[j]
		if it.is(cComma|cColon|cDash|cThat) && !it.is(cRel) || it.piece >= 0 {
			break
		}
		if r.str(j) == "who" {
			np := r.npBack(u, j)
			if np[1] > np[0] && r.personal(np) {
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
	v := &r.lex.verbs[c.verb]
	if v.frames&(fInvert|fQuote) == 0 || c.form == ing || c.form == base || c.infinite {
		return false
	}
	it := &r.items[k]
	if it.piece < 0 && !(it.is(cComma|cDash|cStop) && k > u.a) {
		return false
	}
	if c.to >= u.b {
		return false
	}
	n := &r.items[c.to]
	if n.is(cThat|cWh|cPrep|cComma|cColon) || n.piece >= 0 {
		return false
	}
	if it.piece >= 0 || r.items[k-1].piece >= 0 {
		return true
	}
	// "The plan will fail, said Jones." but "Jones, a lawyer, said he would."
	return !n.is(cPron) && r.closesAfter(u, r.npForward(c.to, u.b))
}

func (r *reader) closesAfter(u *unit, k int) bool {
	return k >= u.b || r.items[k].is(cStop|cComma|cColon) || k == u.b-1 && r.items[k].ends
}

// after takes the noun phrase after the verb as its source.
func (r *reader) after(u *unit, c *use) {
	v := &r.lex.verbs[c.verb]
	if v.frames&(fInvert|fQuote) == 0 || c.form == ing || c.form == base {
		return
	}
	if c.from > u.a && r.items[c.from-1].piece < 0 && !r.items[c.from-1].is(cComma|cDash|cStop|cMark) {
		return
	}
	end := r.npForward(c.to, u.b)
	if end == c.to {
		return
	}
	c.subj, c.inverted = [2]int{c.to, end}, true
}

// shareSubject takes the source of the last verb before it in the unit.
func (r *reader) shareSubject(u *unit, c *use) {
	if n := len(r.uses); n > 0 && r.uses[n-1].unit == c.unit && !r.uses[n-1].accord {
		c.subj, c.shared = r.uses[n-1].subj, true
		return
	}
	c.subj = r.mainSubject(u, c.from)
	c.shared = c.hasSubject()
}

func (r *reader) participleSource(u *unit, c *use, k int) {
	if k >= u.a && r.items[k].is(cPrep) && !isBy(r.str(k)) || k >= u.a && r.items[k].is(cDet|cPoss) {
		return
	}
	if k > u.a && r.nominal(k) && !r.items[k].is(cTime) {
		if np := r.npBack(u, k+1); np[1] > np[0] && np[0] > u.a && r.str(np[0]-1) == "with" || np[1] > np[0] && np[0] > u.a && r.str(np[0]-1) != "to" && r.personal(np) {
			c.subj = np
			return
		}
	}
	r.shareSubject(u, c)
}

func isBy(s string) bool {
	return s == "by" || s == "after" || s == "before" || s == "while"
}

// mainSubject is the first name, pronoun or role of a unit that stands as its
// subject: after an opening adjunct, before item limit.
func (r *reader) mainSubject(u *unit, limit int) [2]int {
	start := r.afterDateline(u)
	if start < limit && r.items[start].is(cPrep|cSub|cTime|cNumber) {
		for k := start; k < limit; k++ {
			if r.items[k].is(cComma) {
				start = k + 1
				break
			}
		}
	}
	for start < limit && (r.items[start].is(cConj|cAdv|cMark|cOther) || start+1 < limit && r.items[start].is(cPrep) && r.items[start+1].is(cNumber)) {
		start++
	}
	if start >= limit || r.items[start].piece >= 0 {
		return [2]int{}
	}
	if r.items[start].is(cPron) {
		return [2]int{start, start + 1}
	}
	if m, ok := r.mentions.from(r.items[start].span.Start, r.items[limit-1].span.End); ok {
		return r.itemsOf(u, start, m)
	}
	end := r.npForward(start, limit)
	return [2]int{start, end}
}

// itemsOf returns the items from start to the end of a mention.
func (r *reader) itemsOf(u *unit, start int, m nutgraf.Span) [2]int {
	a := start
	for a < u.b && r.items[a].span.End <= m.Start {
		a++
	}
	b := a
	for b < u.b && r.items[b].span.Start < m.End {
		b++
	}
	if a-start <= 6 && r.plainRun(start, a) {
		a = start
	}
	for b < u.b && !r.items[b-1].ends && (r.items[b].upper && r.nominal(b) && !r.items[b].is(cTime) || r.items[b].is(cStop) && !r.items[b].ends && r.items[b-1].upper) {
		b++
	}
	return [2]int{a, b}
}

func (r *reader) plainRun(a, b int) bool {
	for k := a; k < b; k++ {
		if r.items[k].is(cPrep|cComma|cColon|cStop|cDash) || r.items[k].word.verb >= 0 {
			return false
		}
	}
	return true
}

// nominal reports whether an item can belong to a noun phrase as a word.
func (r *reader) nominal(i int) bool {
	it := &r.items[i]
	if it.piece >= 0 {
		return r.pieces[it.piece].quiet
	}
	if it.word.class == 0 && it.word.verb < 0 || it.is(cGenitive|cNumber|cPerson|cPeople|cBody|cDoc|cTitleA|cTitleB|cMedia) {
		return true
	}
	if it.is(cAux | cSub | cWh | cRel | cThat | cConj | cTo | cPron | cObj | cComma | cColon | cStop | cDash | cParen | cMark | cAdv) {
		return false
	}
	if it.word.verb >= 0 {
		return it.upper || r.lex.verbs[it.word.verb].frames&fNounish != 0 || it.word.form != third && it.word.form != base
	}
	return it.is(cDet | cPoss | cGenitive | cTime)
}

// npBack returns the noun phrase that ends before item end.
func (r *reader) npBack(u *unit, end int) [2]int {
	k := end - 1
	if k < u.a {
		return [2]int{}
	}
	if r.items[k].is(cPron) {
		return [2]int{k, end}
	}
	start := end
loop:
	for ; k >= u.a && end-k <= maxPhrase; k-- {
		it := &r.items[k]
		switch {
		case it.is(cParen):
			if open := r.parenBack(u, k); open >= 0 && k == end-1 {
				k = open
				start = k
				continue
			}
			break loop
		case it.is(cStop):
			if it.ends || k == u.a || !r.items[k-1].upper {
				break loop
			}
		case it.is(cPrep) && start < end && (!it.is(cTo) || r.items[k+1].is(cDet|cPoss) || r.items[k+1].upper):
			if s := r.str(k); k == u.a || !r.headsPhrase(k-1) || r.items[start].is(cTime) || s == "after" || s == "before" || s == "during" {
				break loop
			}
		case it.is(cConj) && start < end:
			if k == u.a || !r.joinsNames(k) {
				break loop
			}
		case it.piece >= 0:
			if start == end || !r.nickname(u, k) {
				break loop
			}
		case it.is(cTime) && it.upper && start < end:
			break loop
		case it.is(cDet|cPoss) && !it.is(cPron):
			start = k
			if k-1 >= u.a && (r.items[k-1].is(cPrep) || r.items[k-1].is(cConj) && r.joinsNames(k-1)) {
				continue
			}
			break loop
		case !r.nominal(k) || (it.word.verb >= 0 && !it.upper && start < end && r.finite(k)):
			break loop
		}
		start = k
	}
	for start < end && (r.items[start].is(cStop|cPrep|cConj|cGenitive) || r.items[start].piece >= 0) {
		start++
	}
	return [2]int{start, end}
}

// headsPhrase reports whether an item can be the noun that a preposition
// hangs on.
func (r *reader) headsPhrase(i int) bool {
	it := &r.items[i]
	return r.nominal(i) && !it.is(cDet|cPoss|cTime|cAdv) && !isAdverb(r.str(i))
}

// joinsNames reports whether the "and" at k joins two names or nouns of people.
func (r *reader) joinsNames(k int) bool {
	if k+1 >= len(r.items) || k == 0 {
		return false
	}
	a, b := &r.items[k-1], &r.items[k+1]
	ok := func(it *item, i int) bool {
		return it.upper && r.nominal(i) || it.is(cPerson|cPeople|cBody)
	}
	return ok(a, k-1) && (ok(b, k+1) || b.is(cDet|cPoss))
}

// nickname reports whether the piece at k stands inside a name.
func (r *reader) nickname(u *unit, k int) bool {
	return k > u.a && k+1 < u.b && r.items[k-1].upper && r.items[k+1].upper && r.items[k].span.Len() < 30
}

func (r *reader) parenBack(u *unit, k int) int {
	s := r.str(k)
	if s != ")" && s != "]" {
		return -1
	}
	for j := k - 1; j >= u.a && j >= k-10; j-- {
		if t := r.str(j); t == "(" || t == "[" {
			return j
		}
	}
	return -1
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
	for j := k - 1; j > u.a && k-j <= maxAside; j-- {
		it := &r.items[j]
		if it.piece >= 0 && !r.nickname(u, j) {
			break
		}
		if !it.is(cComma | cDash | cParen) {
			continue
		}
		np := r.npBack(u, j)
		if np[1] > np[0] && r.clauseStart(u, np[0]) && r.canSpeak(np) {
			best = np
		}
	}
	return best
}

// clauseStart reports whether a clause can begin at item i.
func (r *reader) clauseStart(u *unit, i int) bool {
	if i == u.a {
		return true
	}
	p := &r.items[i-1]
	return p.piece >= 0 || p.is(cComma|cColon|cDash|cConj|cSub|cThat|cMark) && !p.is(cPrep) || r.str(i-1) == "after" || r.str(i-1) == "before"
}

// canSpeak reports whether a noun phrase names somebody or something that
// speaks.
func (r *reader) canSpeak(np [2]int) bool {
	if first := &r.items[np[0]]; first.upper && first.word.class == 0 && strings.HasSuffix(r.str(np[0]), "ing") && np[1]-np[0] > 1 {
		return false // "Speaking in his defence, …"
	}
	for k := np[0]; k < np[1]; k++ {
		if r.items[k].is(cPerson | cPeople | cBody | cDoc | cPron) {
			return true
		}
	}
	a, b := r.items[np[0]].span.Start, r.items[np[1]-1].span.End
	if r.mentions.speaker(a, b) {
		return true
	}
	last := &r.items[np[1]-1]
	if np[1]-np[0] == 1 && (np[0] == 0 || r.items[np[0]-1].ends) {
		return false
	}
	return last.upper && !last.is(cTime|cAdv) && !r.mentions.any(a, b)
}

// personal reports whether a noun phrase ends in a noun or name for people.
func (r *reader) personal(np [2]int) bool {
	k := np[1] - 1
	if r.items[k].is(cPerson | cPeople | cPron) {
		return true
	}
	e := r.namedAt(k)
	return e >= 0 && r.ann.Entities[e].Type == nutgraf.Person
}

// npForward returns the end of the noun phrase that begins at item i, or i.
func (r *reader) npForward(i, b int) int {
	k := i
	if k < b && r.items[k].is(cPron|cObj) {
		return k + 1
	}
	end := i
	for ; k < b && k-i < maxPhrase; k++ {
		it := &r.items[k]
		switch {
		case it.is(cStop):
			if it.ends || k == i || !r.items[k-1].upper {
				return end
			}
		case it.is(cPrep) && !it.is(cTo):
			if end == i || k+1 >= b || !r.nominal(k+1) || !r.attaches(k) {
				return end
			}
		case it.is(cConj):
			if end == i || !r.joinsNames(k) {
				return end
			}
		case it.is(cParen):
			if c := r.parenForward(k, b); c > 0 && end > i {
				k = c
				end = k + 1
				continue
			}
			return end
		case it.piece >= 0:
			if end == i || k+1 >= b || !r.items[k-1].upper || !r.items[k+1].upper || it.span.Len() >= 30 {
				return end
			}
		case it.is(cDet|cPoss) && end > i && !r.items[k-1].is(cPrep|cConj) && !(it.upper && r.items[k-1].is(cGenitive)):
			return end
		case it.is(cTime) && end > i && !r.items[k-1].is(cPrep):
			return end
		case !r.nominal(k) || it.word.verb >= 0 && !it.upper && end > i && it.word.form != base && !r.items[k-1].is(cDet|cPoss|cGenitive):
			return end
		}
		if r.nominal(k) && (!it.is(cDet|cPoss|cGenitive) || it.is(cPerson|cPeople)) || it.is(cGenitive) && end > i {
			end = k + 1
		}
	}
	return end
}

// attaches reports whether a preposition ties its phrase to the noun before
// it rather than to the verb.
func (r *reader) attaches(k int) bool {
	switch r.str(k) {
	case "of", "for":
		return true
	case "with", "at", "from", "in", "on", "to", "against", "behind":
		return k > 0 && !r.items[k-1].upper && r.items[k-1].is(cPerson|cPeople|cBody)
	}
	return false
}

func (r *reader) parenForward(k, b int) int {
	if s := r.str(k); s != "(" && s != "[" {
		return -1
	}
	for j := k + 1; j < b && j <= k+10; j++ {
		if t := r.str(j); t == ")" || t == "]" {
			return j
		}
	}
	return -1
}
