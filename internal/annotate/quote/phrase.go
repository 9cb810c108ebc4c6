package quote

import (
	"strings"

	"nutgraf"
)

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
		if it.word.form == base && i > 0 && r.items[i-1].is(cDet|cPoss|cGenitive) && !r.items[i-1].is(cPron) {
			return true // "the town's fire chief"
		}
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
			if open := r.parenBack(u, k); open >= 0 && (k == end-1 || r.str(k+1) == "of") {
				k = open
				start = k
				continue
			}
			break loop
		case it.is(cStop):
			if it.ends || k == u.a || !r.items[k-1].upper {
				break loop
			}
		case it.is(cDash) && start < end && r.hyphen(k):
		case r.slash(k) && start == k+1 && k > u.a:
		case it.is(cPrep) && start < end && (!it.is(cTo) || r.items[k+1].is(cDet|cPoss) || r.items[k+1].upper):
			if s := r.str(k); k == u.a || !r.headsPhrase(k-1) && !(s == "of" && r.str(k-1) == ")") || s == "to" && !r.items[k-1].is(cPerson|cPeople|cBody|cDoc|cCueNoun) && !r.nearBy(k-1) || r.items[start].is(cTime) || s == "after" || s == "before" || s == "during" {
				break loop
			}
		case it.is(cConj) && start < end && k > u.a+1 && r.items[k-1].is(cParen):
			open := r.parenBack(u, k-1)
			if open <= u.a || !r.items[open-1].upper || !r.items[k+1].upper || !r.nominal(open-1) {
				break loop
			}
			k = open // "Ann Lee (D) and Bo Kim (D)"
			start = k
			continue
		case it.is(cConj) && start < end:
			if k == u.a || !r.joinsNames(k) {
				break loop
			}
		case it.piece >= 0:
			if start == end || !r.nickname(u, k) && !r.ofWork(u, k) {
				break loop
			}
		case it.is(cTime) && start < end && (it.upper && (k == u.a || !r.items[k-1].is(cDet|cPoss)) || !it.upper && timeUnit(r.str(k)) && r.items[start].upper):
			break loop // "this month Ann Lee"
		case it.is(cDet|cPoss) && !it.is(cPron):
			start = k
			if k-1 >= u.a && (r.items[k-1].is(cPrep) || r.items[k-1].is(cConj) && r.joinsNames(k-1) || it.upper && k+1 < end && r.items[k-1].is(cBody) && !r.items[k-1].upper && r.typeAt(k+1) == nutgraf.Outlet) {
				continue // also "trade magazine The Harbour Post"
			}
			break loop
		case !r.nominal(k) || (it.word.verb >= 0 && !it.upper && start < end && r.finite(k)) || start < end && r.acts(k):
			break loop
		}
		start = k
	}
	for start < end && (r.items[start].is(cStop|cPrep|cConj|cGenitive) || r.items[start].piece >= 0) {
		start++
	}
	return r.pastPlace(u, [2]int{start, end})
}

// pastPlace cuts off where or when a person spoke, which runs into the name without a
// comma: "On her page Ann Lee", "during her trip to Ashby for a summit Ann Lee".
func (r *reader) pastPlace(u *unit, np [2]int) [2]int {
	if np[1]-np[0] < 3 || np[0] == u.a || r.items[np[0]-1].is(cRel) {
		return np
	}
	e := r.namedAt(np[1] - 1)
	if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
		return np
	}
	k := np[1] - 1
	for k > np[0] && r.namedAt(k-1) == e {
		k--
	}
	opening := np[0] == u.a+1 && r.items[u.a].is(cPrep) && r.items[np[0]].is(cDet|cPoss)
	for j := np[0] + 1; j < k-1 && !opening; j++ {
		opening = r.items[j].is(cPrep) && !r.items[np[0]].is(cDet)
	}
	if b := &r.items[k-1]; opening && k-1 > np[0] && b.word.class&(cPerson|cPeople|cBody|cPrep|cDet|cConj) == 0 && b.piece < 0 && !b.upper && r.nominal(k-1) {
		return [2]int{k, np[1]}
	}
	return np
}

// nearBy reports whether an adjective behind its noun stands at item k, by which
// sources without a name are told: "a source close to", "aides loyal to", "a person
// familiar with".
func (r *reader) nearBy(k int) bool {
	return k > 0 && r.items[k-1].is(cPerson|cPeople) && r.lex.near[r.str(k)]
}

// hyphen reports whether the dash at item k ties a number to the word after it:
// "a 58-page report".
func (r *reader) hyphen(k int) bool {
	return k > 0 && r.items[k].span.Len() == 1 && r.items[k-1].is(cNumber) && r.items[k-1].span.End == r.items[k].span.Start && r.items[k].span.End == r.items[k+1].span.Start
}

// slash reports whether the mark at item k joins the names of two: "an ABC/Herald poll".
func (r *reader) slash(k int) bool {
	return r.items[k].piece < 0 && r.str(k) == "/" && k > 0 && r.items[k-1].span.End == r.items[k].span.Start
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
	return ok(a, k-1) && (ok(b, k+1) || b.is(cDet|cPoss) || a.is(cPerson) && r.rolesOn(k+1))
}

// rolesOn reports whether the words from item k on are a role in lower case that stands
// before a name: "study co-author Ann Lee".
func (r *reader) rolesOn(k int) bool {
	for n := 0; n < 4 && k+1 < len(r.items); k, n = k+1, n+1 {
		it := &r.items[k]
		if it.upper || it.ends || !r.nominal(k) || it.is(cDet|cPoss|cTime) {
			return false
		}
		if (it.is(cPerson) || it.word.verb < 0 && doer(r.str(k))) && r.items[k+1].upper {
			return r.personNamed(k + 1)
		}
	}
	return false
}

// nickname reports whether the piece at k stands inside a name.
func (r *reader) nickname(u *unit, k int) bool {
	return k > u.a && k+1 < u.b && r.items[k-1].upper && r.items[k+1].upper && r.items[k].span.Len() < 30 && !r.commaInside(k)
}

// ofWork reports whether the piece at item k is the title of a work, between a determiner
// or a genitive and the noun for somebody in it: the "Harbour" actor.
func (r *reader) ofWork(u *unit, k int) bool {
	return k > u.a && k+1 < u.b && r.items[k-1].is(cDet|cPoss|cGenitive) && r.items[k+1].is(cPerson) && !r.items[k+1].upper && r.items[k].upper &&
		r.items[k].span.Len() < 40 && !r.commaInside(k) && !r.fullStop(k)
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
	if partyLabel(r.str(np[0])) {
		return false // "Sen. Ann Lee, D-N.J., said"
	}
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
			if it.ends || k == i || !r.items[k-1].upper && !(k+1 < b && r.items[k+1].upper) {
				return end // but "then-Gov. Ann Lee"
			}
		case it.is(cPrep) && !it.is(cTo):
			if end == i || k+1 >= b || !r.nominal(k+1) || !r.attaches(k) {
				return end
			}
		case it.is(cConj):
			if end == i || !r.joinsNames(k) {
				return end
			}
		case it.is(cDash) && end > i && k+1 < b && r.hyphen(k):
		case it.is(cParen):
			if c := r.parenForward(k, b); c > 0 && end > i {
				k = c
				end = k + 1
				continue
			}
			return end
		case r.slash(k) && end == k && k+1 < b && r.nominal(k+1):
		case it.piece >= 0:
			quiet := r.pieces[it.piece].quiet && r.items[k-1].is(cGenitive) // the Herald's "Morning Hour"
			if end == i || !quiet && (k+1 >= b || !r.items[k-1].upper || !r.items[k+1].upper || it.span.Len() >= 30) {
				return end
			}
		case it.is(cDet|cPoss) && end > i && !r.items[k-1].is(cPrep|cConj) && !(it.upper && r.items[k-1].is(cGenitive)):
			return end
		case it.is(cTime) && end > i && !r.items[k-1].is(cPrep):
			return end
		case !r.nominal(k) || it.word.verb >= 0 && !it.upper && end > i && it.word.form != base && !r.items[k-1].is(cDet|cPoss|cGenitive) && !r.occasional(k) || end > i && r.acts(k):
			return end
		}
		if r.nominal(k) && (!it.is(cDet|cPoss|cGenitive) || it.is(cPerson|cPeople)) || it.is(cGenitive) && end > i {
			end = k + 1
		}
	}
	return end
}

// acts reports whether the past of a strong verb stands at item k, after who did it.
func (r *reader) acts(k int) bool {
	return k > 0 && !r.items[k].upper && strongPast(r.str(k)) && !r.items[k-1].is(cDet|cPoss|cGenitive|cPrep)
}

// occasional reports whether a word that may be a verb is the name of an
// occasion after a name: "told a Senate hearing on Monday".
func (r *reader) occasional(k int) bool {
	return r.items[k].is(cMedia) && r.items[k].word.form == ing && r.items[k-1].upper
}

// attaches reports whether a preposition ties its phrase to the noun before
// it rather than to the verb.
func (r *reader) attaches(k int) bool {
	switch r.str(k) {
	case "of", "for":
		return true
	case "with", "at", "from", "in", "on", "to", "against", "behind":
		return k > 0 && !r.items[k-1].upper && (r.items[k-1].is(cPerson|cPeople|cBody) || r.nearBy(k-1))
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
