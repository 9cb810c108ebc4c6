package quote

import "slices"

// notMeant returns the persons whom the pronoun at item k, the source of quotation i,
// cannot stand for: who is the subject of what was said ("Ann Lee then fell, he said"),
// and who passes on words about somebody else in which the pronoun stands ("In the
// mayor's speech, Ann Lee writes, he described").
func (r *reader) notMeant(i, k int) []int {
	var out []int
	if e := r.toldOf(i, k); e >= 0 {
		out = append(out, e)
	}
	out = append(out, r.namedInClause(i, k)...)
	for j := i - 1; j >= 0 && j >= i-maxNested; j-- {
		n := r.froms[j].use
		if n < 0 || r.froms[j].unit != r.unitOf(k) || !r.quotes[j].Span.Contains(r.items[k].span) {
			continue
		}
		c := &r.uses[n]
		if e := r.namedAt(r.headOf(c.subj)); e >= 0 && c.subj[1] <= k && r.speaksOf(r.froms[j].first, c.subj[0], e) {
			out = append(out, e)
		}
	}
	return out
}

// namedInClause returns the persons whom the clause that quotation i says before the pronoun
// at item k names before its verb, but who are not its plain subject: "Troops loyal to Ann
// Lee will break it, he said".
func (r *reader) namedInClause(i, k int) []int {
	from := r.froms[i].first
	if k-1 <= from || !r.items[k-1].is(cComma) || r.items[from].piece >= 0 || !r.predicated(from, k-1) {
		return nil
	}
	for from < k && r.items[from].is(cConj|cAdv) && !r.items[from].is(cSub) {
		from++
	}
	if r.items[from].is(cSub) && !r.items[from].is(cThat) {
		return nil // "Though Ann Lee grew up there, she said"
	}
	var out []int
	start := from // of the name
	for j := from; j < k-1 && !r.acting(j); j++ {
		e := r.namedAt(j)
		if e < 0 || r.namedAt(j-1) != e {
			start = j
		}
		if r.items[j].is(cComma) && j > from+1 {
			from = j + 1 // "In Ashby on Monday, Ann Lee was"
		}
		if !r.personNamed(j) || r.namedAt(j+1) == e || r.items[j+1].is(cGenitive) {
			continue
		}
		for start > from && (r.items[start-1].is(cStop) || r.items[start-1].upper || once(r.str(start-1))) {
			start--
		}
		if start > from && (!r.items[start-1].is(cThat|cRel) || r.str(start-2) == "now") {
			out = append(out, e)
		}
	}
	return out
}

// toldOf returns the person whose name opens what quotation i says before the pronoun
// at item k, as its subject, or -1.
func (r *reader) toldOf(i, k int) int {
	at := r.froms[i].first
	if before := &r.items[max(k-1, 0)]; before.is(cDash) || r.str(max(k-1, 0)) == "as" {
		return -1 // "Ann Lee, as she often said, fell"
	}
	for at < k && r.items[at].is(cConj|cAdv|cThat) {
		at++
	}
	if at >= k || r.items[at].piece >= 0 {
		return -1
	}
	if at+2 < k && r.str(at) == "the" && r.namedAt(at+1) >= 0 && !r.items[at+2].upper {
		at++ // "the Lee trial"
	}
	for at < k && r.items[at].is(cTitleA|cPerson) && r.items[at].upper && r.namedAt(at) < 0 {
		at++ // "Officer Ann Lee then fell"
	}
	e := r.namedAt(at)
	for at < k && e >= 0 && (r.namedAt(at) == e || r.items[at].is(cStop)) {
		at++
	}
	if e < 0 || at >= k || r.items[at].is(cGenitive|cComma) || r.items[at].piece >= 0 || r.finite(at) && r.speech(r.items[at].word.verb) {
		return -1
	}
	return e
}

// speaksOf reports whether the items [a, b) speak of a person other than entity e.
func (r *reader) speaksOf(a, b, e int) bool {
	for k := a; k < b; k++ {
		if o := r.namedAt(k); r.personNamed(k) && o != e || o < 0 && r.items[k].is(cPerson) && !r.items[k].is(cDet) {
			return true
		}
	}
	return false
}

// stranger reports whether the pronoun at item k goes on from a person without a name:
// the subject of its own sentence before it, or of the sentence before that it follows.
// Entity e, to whom the report gives that role, may still be meant; known tells that the
// sentence before has a person with a name for its subject.
func (r *reader) stranger(k, e int, known bool, a asked) bool {
	n := r.unitOf(k)
	u := &r.units[n]
	noun := r.unnamedSubject(u, k, a)
	if noun == "" && !known && k <= u.a+2 && n > 0 && r.units[n-1].para == u.para {
		noun = r.unnamedSubject(&r.units[n-1], r.units[n-1].b, a)
	}
	if noun == "" {
		return false
	}
	r.needRoles()
	return e < 0 || r.roleMatch(e, noun) == 0
}

// unnamedSubject returns the noun for a person that is the subject of unit u before
// item limit, where neither a name beside it nor the mentions tell who that is.
func (r *reader) unnamedSubject(u *unit, limit int, a asked) string {
	np, start := r.topic(u, limit)
	if np[1] <= np[0] || np[1] >= limit || np[0] != start {
		return ""
	}
	head := r.headOf(np)
	it := &r.items[head]
	if it.upper || !it.is(cPerson) || it.is(cPeople|cPron) || sexOfNoun(r.str(head))*a.female < 0 || !r.acting(np[1]) {
		return ""
	}
	if r.apposed(np[1]) >= 0 || r.closing(np, head) >= 0 || r.votedAt(head) >= 0 || slices.ContainsFunc(r.namedIn(np), func(e int) bool { return e == a.vote }) {
		return ""
	}
	return r.str(head)
}
