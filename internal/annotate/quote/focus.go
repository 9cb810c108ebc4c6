package quote

import (
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// maxFocus bounds the sentences in which the subject is looked for that a pronoun
// goes on from.
const maxFocus = 4

// maxUnits bounds the units, and maxNear the mentions, that are looked at for one
// pronoun.
const (
	maxUnits = 40
	maxNear  = 200
)

// focus returns the person whom the text before the pronoun at item k has for its
// subject, and the unit that says so: in the clause before it in its own sentence
// (back is 0), else in the nearest sentence that has a person or a pronoun for one.
// It is -1 where there is none.
func (r *reader) focus(k int, a asked) (e, back, at int) {
	n := r.unitOf(k)
	u := &r.units[n]
	if e, ok := r.actor(u, k, a); ok && e >= 0 {
		return e, 0, n
	}
	for m := n - 1; m >= 0 && m > n-maxUnits && back < maxFocus && r.units[m].para >= u.para-2; m-- {
		v := &r.units[m]
		if v.b <= v.a || r.byItself(v) {
			continue
		}
		back++
		if e, ok := r.actor(v, v.b, a); ok && e >= 0 {
			return e, back, m
		}
	}
	return -1, back, n
}

// unitOf returns the unit that holds item k.
func (r *reader) unitOf(k int) int {
	n := sort.Search(len(r.units), func(n int) bool { return r.units[n].b > k })
	return min(n, len(r.units)-1)
}

// sourceOf returns the source of the attribution in unit u, or the subject of its main
// clause.
func (r *reader) sourceOf(u *unit) [2]int {
	for k := u.uses[0]; k < u.uses[1]; k++ {
		c := &r.uses[k]
		if c.hasSubject() && !c.shared && !c.owned && !c.participle && !c.inAside && !c.contact && !c.ofObject && c.subj[0] >= u.a && !r.inContent(u, k) && (r.personal(c.subj) || k+1 == u.uses[1]) {
			return c.subj
		}
	}
	return r.mainSubject(u, u.b)
}

// actor returns the person who is the subject of unit u before item limit: the
// source of its attribution, else the subject of its main clause. It is -1 for a
// pronoun; ok is false where the subject is nobody whom the reference may stand for.
func (r *reader) actor(u *unit, limit int, a asked) (e int, ok bool) {
	pronoun := false
	for k := u.uses[0]; k < u.uses[1]; k++ {
		c := &r.uses[k]
		if !c.hasSubject() || c.shared || c.owned || c.participle || c.inAside || c.contact || c.ofObject || c.passive || c.subj[0] < u.a || c.subj[1] > limit || r.inContent(u, k) || r.inWords(k, a.quote) || r.ofThat(u, c) {
			continue
		}
		if e, ok := r.actorIn(c.subj, a); e >= 0 {
			return e, true
		} else if ok {
			pronoun = true
		}
	}
	if limit-u.a < 3 {
		return -1, pronoun
	}
	if np := r.ofRelative(u, limit); np[1] > np[0] {
		if e, ok := r.actorIn(np, a); ok && e >= 0 {
			return e, true
		}
	}
	main, _ := r.topic(u, limit)
	for _, np := range [...][2]int{main, r.clauseSubject(u, limit)} {
		if np[1] <= np[0] || np[1] >= limit || r.items[np[1]].is(cGenitive) {
			continue
		}
		if e, ok := r.actorIn(np, a); e >= 0 {
			return e, true
		} else if ok {
			pronoun = true
		}
	}
	return -1, pronoun
}

// topic returns the subject of unit u before item limit, beyond a participle phrase that
// opens it ("Asked about Bo Kim, Ann Lee", "Outlining it, she"), and where its clause
// begins.
func (r *reader) topic(u *unit, limit int) (np [2]int, start int) {
	if _, end := r.openingPhrase(u); end > u.a {
		np = r.subjectAfter(u, u.a)
		return np, np[0]
	}
	return r.firstNamed(u, limit)
}

// ofRelative returns whom the relative clause speaks of that leads up to item limit of
// unit u: "a letter from Ann Lee, who told us of it when she".
func (r *reader) ofRelative(u *unit, limit int) [2]int {
	if limit >= u.b {
		return [2]int{}
	}
	for k := limit - 1; k > u.a+1; k-- {
		if it := &r.items[k]; it.piece >= 0 || it.is(cColon|cDash) || it.is(cComma) && r.str(k+1) != "who" && k < limit-1 {
			break
		}
		if r.str(k) == "who" && r.items[k-1].is(cComma) && r.acting(k+1) {
			return r.closingName(r.npBack(u, k-1))
		}
	}
	return [2]int{}
}

// openingPhrase returns the items of a participle phrase that opens unit u, up to
// the subject of the clause behind it or the whole unit: "Pressed by Ann Lee, he".
func (r *reader) openingPhrase(u *unit) (from, to int) {
	j := u.a
	switch r.str(j) {
	case "When", "While", "As", "After":
		j++
	}
	if j+1 >= u.b || r.namedAt(j) >= 0 || r.items[j].is(cPrep|cPron|cDet) || !isPastShape(r.str(j)) && !strings.HasSuffix(r.str(j), "ing") {
		return u.a, u.a
	}
	if np := r.subjectAfter(u, j); np[1] > np[0] {
		return u.a, np[0]
	}
	return u.a, u.b
}

// ofThat reports whether the source of a use stands in a relative clause of something
// else: "a country that Bo Kim has criticised".
func (r *reader) ofThat(u *unit, c *use) bool {
	return c.subj[0] > u.a && r.items[c.subj[0]-1].is(cRel|cThat) && !r.items[c.subj[0]-1].is(cSub)
}

// inContent reports whether use k stands inside what an earlier use of the unit
// reports.
func (r *reader) inContent(u *unit, k int) bool {
	for j := u.uses[0]; j < k; j++ {
		if o := &r.uses[j]; r.uses[k].at >= o.content[0] && r.uses[k].at < o.content[1] {
			return true
		}
	}
	return false
}

// inWords reports whether use k stands inside the words of a quotation before i that
// another use attributes: "Ann Lee will speak, Bo Kim said".
func (r *reader) inWords(k, i int) bool {
	for j := i - 1; j >= 0 && j >= i-maxNested && r.froms[j].unit >= r.uses[k].unit-1; j-- {
		if n := r.froms[j].use; n >= 0 && n != k && r.quotes[j].Kind != nutgraf.Direct && r.quotes[j].Span.Contains(r.items[r.uses[k].at].span) {
			return true
		}
	}
	return false
}

// actorIn returns the person that heads a phrase, -1 for a pronoun.
func (r *reader) actorIn(np [2]int, a asked) (e int, ok bool) {
	head := r.headOf(np)
	if r.items[head].is(cPron) {
		return -1, true
	}
	e = -1
	if r.items[head].is(cPerson) && !r.commonName(head) {
		if e = r.apposed(np[1]); e < 0 {
			e = r.closing(np, head)
		}
		if e < 0 && np[0] > 0 && r.opensUnit(np[0]) {
			e = r.introducedBy(np[1])
		}
		if e < 0 && !generic(strings.ToLower(r.str(head))) && equalFold(r.str(np[0]), "the") && len(r.namedIn(np)) == 0 {
			e = r.votedAt(head) // "The nominee also linked it"
		}
	} else if e = r.namedAt(head); e >= 0 && r.ann.Entities[e].Type != nutgraf.Person {
		e = r.titled(np, head)
	}
	return e, e >= 0 && r.ann.Entities[e].Type == nutgraf.Person && r.mayBe(e, a)
}

// introducedBy returns the person whose name follows as the subject, behind a comma, the rest
// of a role that opens the sentence, from item k on: "The only senator up for election this
// year, Ann Lee faces". It is -1 for all else.
func (r *reader) introducedBy(k int) int {
	for end := k + maxInline + 2; k+2 < len(r.items) && k < end; k++ {
		it := &r.items[k]
		if it.piece >= 0 || it.ends || r.acting(k) || it.is(cRel|cDash|cColon) {
			return -1
		}
		if !it.is(cComma) {
			continue
		}
		e := r.namedAt(k + 1)
		if !r.personNamed(k + 1) {
			return -1
		}
		for k++; k < len(r.items) && r.namedAt(k) == e; k++ {
		}
		if k < len(r.items) && (r.acting(k) || r.items[k].word.form == third && r.items[k].word.verb >= 0 || !r.items[k].upper && strings.HasSuffix(r.str(k), "s")) {
			return e
		}
		return -1
	}
	return -1
}

// commonName reports whether the noun for a person at item k belongs to a name.
func (r *reader) commonName(k int) bool { return r.items[k].upper && r.namedAt(k) >= 0 }

// closing returns the person named in a phrase behind the role that heads it: "the
// top Democrat on the panel Rep. Ann Lee of Ashby", or -1.
func (r *reader) closing(np [2]int, head int) int {
	for k := np[1] - 1; k > head+1; k-- {
		e := r.namedAt(k)
		if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
			continue
		}
		for k > head+1 && (r.namedAt(k-1) == e || r.items[k-1].is(cStop) || r.items[k-1].upper && r.items[k-1].is(cPerson|cTitleA|cTitleB)) {
			k--
		}
		if b := &r.items[k-1]; b.is(cPrep | cConj | cGenitive | cPoss) {
			return -1
		}
		return e
	}
	return -1
}

// antecedent names the person whom a pronoun stands for, where what speaks for
// them agrees: the subject that the text goes on from, who spoke last, the ranking
// and the mentions. Where they speak for different persons nobody is named.
func (r *reader) antecedent(i, k int, a asked) bool {
	a.not = append(append(a.not, r.askedAbout(k)...), r.askers(k)...)
	if i > 0 && r.quotes[i-1].Speaker >= 0 && r.froms[i-1].use >= 0 && r.uses[r.froms[i-1].use].passive {
		a.not = append(a.not, r.quotes[i-1].Speaker) // "Ann Lee was asked by Bo Kim if it fell. She said"
	}
	if r.numbered(k) {
		if e := r.mainPerson(a); e >= 0 {
			r.speak(&r.quotes[i], e)
			r.quotes[i].Confidence = 0.6
			return true
		}
		return false
	}
	if i > 0 && r.quotes[i-1].Speaker < 0 && r.froms[i-1].np[1] > r.froms[i-1].np[0] && r.numbered(r.froms[i-1].np[0]) && r.froms[i-1].para == r.froms[i].para0-1 {
		return false // nobody knows who goes on from there
	}
	if e := r.forWhom(i, k, a); e >= 0 {
		r.speak(&r.quotes[i], e)
		r.quotes[i].Confidence = 0.7
		return true
	}
	best, lead, ok := r.rank(a)
	e, back, at := r.focus(k, a)
	last := r.lastSpeaker(i)
	if back == 1 && e >= 0 && last >= 0 && last != e && r.toldThem(i, e) && r.mayBe(last, a) && !slices.Contains(a.not, last) {
		r.speak(&r.quotes[i], last)
		r.quotes[i].Confidence = 0.7
		return true
	}
	if slices.Contains(a.not, e) {
		e = -1
	}
	if slices.Contains(a.not, last) {
		last = -1
	}
	if (e < 0 || back > 0) && r.stranger(k, best.entity, e >= 0 && back == 1, a) {
		return false
	}
	if back > 0 && last != e && r.ofAnother(k, best.entity, a) {
		return false
	}
	if back > 0 && last >= 0 && last != e && (!ok || best.entity != last) && r.froms[i-1].unit > at && r.mayBe(last, a) &&
		(r.quotes[i-1].How == nutgraf.HowRole && r.froms[i-1].para == r.froms[i].para0 || r.quotes[i-1].How == nutgraf.HowPronoun && r.froms[i-1].unit == r.unitOf(k)) {
		return false // "the father said. Asked of his son, he said": whom a role named speaks nearer
	}
	q := &r.quotes[i]
	other := back > 0 && e >= 0 && r.crossed(k, e, a)
	switch one := ok && best.entity == e; {
	case one && (back <= 2 || last == e || a.vote == e && last < 0 && lead >= 1 && r.straightOn(k) && !r.othersWords(i)) && !other:
	case e >= 0 && !other && r.namesIn(at, e, k) && (back == 0 || back <= 2 && last == e && !r.namedHere(k, e, a)) && r.agrees(e, a):
		best, lead = score{entity: e}, 1
	case r.saidLast(i, k) && last >= 0 && r.mayBe(last, a) && !other && !r.namedHere(k, last, a) && (e == last && back == 1 || ok && best.entity == last && (e < 0 || back > 1 || at == r.froms[i-1].unit)):
		best, lead = score{entity: last}, 0.5
	case e >= 0 && !other && back == 1 && a.vote == e && r.agrees(e, a) && r.units[at].para == r.units[r.unitOf(k)].para && r.namesIn(at, e, r.units[at].b) && !r.namedHere(k, e, a):
		best, lead = score{entity: e}, 0.5
	case ok && best.entity == a.vote && best.entity == last && !one && !r.crossed(k, best.entity, a):
	case ok && best.entity == a.vote && (e < 0 || one) && (last < 0 || !r.mayBe(last, a)) && r.onlyOne(i, best.entity, a):
	case ok && (best.entity == a.vote || a.vote < 0 && lead >= alone && r.agrees(best.entity, a)) && (e < 0 || one) && (last < 0 || last == best.entity || !r.mayBe(last, a)) && r.nobodySince(i, k, best.entity, a):
	default:
		m := r.mainPerson(a)
		if m < 0 || e >= 0 && e != m && (back <= 2 || a.vote != m || best.entity != m || r.othersWords(i)) || last >= 0 && last != m && r.mayBe(last, a) || !r.onStage(i, m, a) {
			return false
		}
		best, lead = score{entity: m}, 0
	}
	r.speak(q, best.entity)
	q.Confidence = min(0.95, 0.6+lead/10)
	return true
}

// toldThem reports whether the sentence before quotation i, of which person e is the
// subject, ends with what another tells them: "Ann Lee met Bo Kim, who told Lee that it was
// late. “…,” he said."
func (r *reader) toldThem(i, e int) bool {
	g := &r.froms[i-1]
	if g.use < 0 || g.unit != r.froms[i].unit0-1 || g.para != r.froms[i].para0 || r.quotes[i-1].Kind == nutgraf.Direct {
		return false
	}
	c := &r.uses[g.use]
	return c.inAside && c.hearer[1] > c.hearer[0] && r.namedAt(r.headOf(c.hearer)) == e && g.last >= r.units[g.unit].b-2
}

// saidLast reports whether nothing but words of the quotation before i stands between
// its attribution, which is no role, and the sentence of the reference at item k.
func (r *reader) saidLast(i, k int) bool {
	if i == 0 || !r.straightOn(k) || r.froms[i-1].use < 0 || r.froms[i-1].np[1] <= r.froms[i-1].np[0] || r.quotes[i-1].How == nutgraf.HowRole {
		return false
	}
	for j := i - 2; j >= 0 && j > i-2-maxNested; j-- {
		if r.quotes[j].Span.Contains(r.quotes[i-1].Span) {
			return false // "Ann Lee's claim that it fell was wrong, Bo Kim said"
		}
	}
	n := r.unitOf(k)
	from := r.uses[r.froms[i-1].use].unit
	if from >= n || r.units[from].para < r.units[n].para-2 {
		return false
	}
	for m := from + 1; m < n; m++ {
		if u := &r.units[m]; u.b > u.a && !r.byItself(u) {
			return false
		}
	}
	return true
}

// othersWords reports whether somebody whom the report does not name spoke last.
func (r *reader) othersWords(i int) bool {
	return i > 0 && r.froms[i].para0-r.froms[i-1].para <= 1 && r.quotes[i-1].Speaker < 0 && !r.quotes[i-1].Source.IsZero()
}

// numbered reports whether the pronoun at item k opens a numbered line of a list, which
// goes on from what the list is about and not from the line before: "2. He said".
func (r *reader) numbered(k int) bool {
	u := &r.units[r.unitOf(k)]
	first := r.paras[u.para].items[0]
	return k > first && k <= first+2 && r.items[first].is(cNumber) && (k == first+1 || r.items[first+1].is(cStop|cParen))
}

// forWhom returns the person of whose view the sentence before that of the pronoun at item
// k tells, where it names nobody else who could say quotation i: "For Ann Lee, the toll is
// too high. “I cannot pay,” she said." It is -1 where it opens otherwise.
func (r *reader) forWhom(i, k int, a asked) int {
	n := r.unitOf(k)
	if n == 0 || r.units[n-1].para != r.units[n].para {
		return -1
	}
	u := &r.units[n-1]
	if u.b-u.a < 4 || r.str(u.a) != "For" {
		return -1
	}
	at := u.a + 1
	for at < u.b && r.items[at].upper && r.items[at].is(cTitleA|cPerson) && r.namedAt(at) < 0 {
		at++
	}
	e := r.namedAt(at)
	if !r.personNamed(at) || !r.mayBe(e, a) || !r.agrees(e, a) || slices.Contains(a.not, e) {
		return -1
	}
	for at < u.b && r.namedAt(at) == e {
		at++
	}
	if at >= u.b || !r.items[at].is(cComma) {
		return -1
	}
	for ; at < r.units[n].b; at++ {
		if o := r.namedAt(at); at < u.b && o >= 0 && o != e && r.personNamed(at) && r.mayBe(o, a) && !r.namedInWords(i, o) {
			return -1
		} else if at >= u.b && at < k && o >= 0 && o != e && r.personNamed(at) && r.mayBe(o, a) {
			return -1
		}
	}
	return e
}

// namedInWords reports whether what quotation i says names entity e.
func (r *reader) namedInWords(i, e int) bool {
	q, x := &r.quotes[i], &r.mentions
	for m := x.first(q.Span.Start); m < len(x.all) && x.all[m].Span.Start < q.Span.End; m++ {
		if x.all[m].Entity == e && x.all[m].Kind == nutgraf.ByName {
			return true
		}
	}
	return false
}

// crossed reports whether the paragraph of the pronoun at item k names, before its
// sentence and outside of marks, somebody for whom it could stand, and entity e not: then
// the text goes on from them as likely as from e, unless a pronoun leads on from e.
func (r *reader) crossed(k, e int, a asked) bool {
	n := r.unitOf(k)
	other := false
	for m := n - 1; m >= 0 && m > n-maxUnits && r.units[m].para == r.units[n].para; m-- {
		if r.namesIn(m, e, r.units[m].b) {
			return false
		}
		if _, ok := r.actor(&r.units[m], r.units[m].b, a); ok {
			return other // "He met Bo Kim. He said"
		}
		for j := r.units[m].a; j < r.units[m].b; j++ {
			o := r.namedAt(j)
			other = other || o >= 0 && r.personNamed(j) && r.mayBe(o, a) && !slices.Contains(a.not, o)
		}
	}
	return other
}

// ofAnother reports whether the sentence of the pronoun at item k names before it somebody
// for whom it could stand, and entity e not: "Since Ann Lee's time, we have honoured what
// she called". Whom somebody was asked about does not count.
func (r *reader) ofAnother(k, e int, a asked) bool {
	n := r.unitOf(k)
	u := &r.units[n]
	if k <= u.a+2 || r.namesIn(n, e, k) {
		return false
	}
	_, end := r.openingPhrase(u)
	return end == u.a && r.namedHere(k, e, a)
}

// namesIn reports whether unit n names entity e before item limit. A role alone is
// not enough against what else speaks.
func (r *reader) namesIn(n, e, limit int) bool {
	for j := r.units[n].a; j < min(r.units[n].b, limit); j++ {
		if r.namedAt(j) == e {
			return true
		}
	}
	return false
}

// agrees reports whether the gender of an entity is known and that of the pronoun.
func (r *reader) agrees(e int, a asked) bool {
	return a.female == 0 || r.ann.Entities[e].Female == a.female
}

// namedHere reports whether the sentence of the pronoun at item k names somebody
// else before it whom the pronoun could stand for.
func (r *reader) namedHere(k, e int, a asked) bool {
	for j := r.units[r.unitOf(k)].a; j < k; j++ {
		if o := r.namedAt(j); o >= 0 && o != e && r.ann.Entities[o].Type == nutgraf.Person && r.mayBe(o, a) && !slices.Contains(a.not, o) {
			return true
		}
	}
	return false
}

// lastSpeaker returns who speaks in the quotation before i, where it stands no
// further back than in the paragraph before, or -1.
func (r *reader) lastSpeaker(i int) int {
	if i == 0 || r.froms[i].para0-r.froms[i-1].para > 1 {
		return -1
	}
	return r.quotes[i-1].Speaker
}

// askedAbout returns the persons whom the phrase that opens the sentence of the
// pronoun at item k only speaks of: "Pressed by Ann Lee, he", "Asked about Bo Kim's
// claim, she".
func (r *reader) askedAbout(k int) []int {
	var out []int
	n := r.unitOf(k)
	from, to := r.openingPhrase(&r.units[n])
	if n > 0 && to == from && k <= from+2 && r.units[n-1].para == r.units[n].para {
		if from, to = r.openingPhrase(&r.units[n-1]); to == r.units[n-1].b {
			to = from // "Accompanied by Ann Lee, the mayor came. He said"
		}
	}
	for j := from; j < min(to, k); j++ {
		if e := r.namedAt(j); e >= 0 {
			out = append(out, e)
		}
	}
	return out
}

// askers returns who asks in a clause of time before the pronoun at item k in its sentence,
// which somebody else answers: "When Ann Lee asked if it was sold, she replied".
func (r *reader) askers(k int) []int {
	u := &r.units[r.unitOf(k)]
	if k <= u.a || !r.items[u.a].is(cSub|cWh) || !r.items[k-1].is(cComma) && r.items[k-1].piece < 0 {
		return nil
	}
	var out []int
	for n := u.uses[0]; n < u.uses[1] && r.uses[n].at < k; n++ {
		if c := &r.uses[n]; c.subj[0] == u.a+1 && r.modality(c) == "ask" {
			if e := r.namedAt(r.headOf(c.subj)); e >= 0 {
				out = append(out, e)
			}
		}
	}
	return out
}

// onlyOne reports whether person e is named in the paragraph of quotation i or the two
// before, and nobody else there whom the pronoun could stand for.
func (r *reader) onlyOne(i, e int, a asked) bool {
	p := r.froms[i].para0
	from, near, named := r.paras[max(p-2, 0)].span.Start, r.paras[max(p-1, 0)].span.Start, false
	x := &r.mentions
	first := x.first(from)
	if last := first + maxNear; last < len(x.all) && x.all[last].Span.Start < a.at {
		return false
	}
	for m := first; m < len(x.all) && x.all[m].Span.Start < a.at; m++ {
		at, o := x.all[m].Span.Start, x.all[m].Entity
		if o < 0 || x.all[m].Kind != nutgraf.ByName || r.ann.Entities[o].Type != nutgraf.Person || !r.mayBe(o, a) || r.insidePiece(at) > 0 {
			continue
		}
		if o == e {
			named = true
		} else if a.female < 0 || r.ann.Entities[o].Female > 0 || at >= near {
			return false
		}
	}
	return named
}

// maxSince bounds the paragraphs that may lie between a name and a pronoun.
const maxSince = 6

// nobodySince reports whether person e is the last whom the report names, outside of marks,
// for whom the pronoun at item k could stand, and nobody without a name has spoken or acted
// since.
func (r *reader) nobodySince(i, k int, e int, a asked) bool {
	x := &r.mentions
	near := -1
	for m := x.first(a.at) - 1; m >= 0 && near < 0; m-- {
		o, at := x.all[m].Entity, x.all[m].Span.Start
		switch {
		case o < 0 || x.all[m].Kind != nutgraf.ByName || r.insidePiece(at) > 0 || r.ann.Entities[o].Type != nutgraf.Person || !r.mayBe(o, a):
		case o != e:
			return false
		default:
			near = at
		}
	}
	if near < 0 {
		return false
	}
	count := r.timesNamed()
	for o := range min(len(count), maxFamily) {
		if o != e && count[o] > count[e] && r.ann.Entities[o].Type == nutgraf.Person && r.mayBe(o, a) {
			return false // "her sister Mia": the one whom the report is about
		}
	}
	n, from := r.unitOf(k), r.unitOf(r.itemAt(near))
	if r.units[n].para-r.units[from].para > maxSince {
		return false
	}
	for j := r.units[from].a; j < r.units[from].b; j++ {
		if o := r.namedAt(j); o >= 0 && o != e && r.personNamed(j) && r.mayBe(o, a) && !slices.Contains(a.not, o) {
			return false // "Lee's been saying that Kim is not ready. “…,” he said"
		}
	}
	for j := max(r.itemAt(near), r.units[max(n-3, 0)].a) + 1; j < k; j++ {
		noun := r.str(j)
		if it := &r.items[j]; it.upper || it.piece >= 0 || !it.is(cPerson) && !doer(noun) || it.is(cPron|cPeople) || office(noun) || sexOfNoun(noun)*a.female < 0 || !r.acting(j+1) || r.votedAt(j) == e {
			continue
		}
		if r.items[j-1].is(cDet) || j > 1 && r.items[j-2].is(cDet) {
			return false // "a friend called. “…,” he asked"
		}
	}
	for j := i - 1; j >= 0 && r.quotes[j].Span.Start > near; j-- {
		p := &r.quotes[j]
		noun := strings.ToLower(lastOf(briefly(p.Name)))
		if p.Speaker < 0 && strings.HasPrefix(p.Name, "unnamed ") && (r.lex.words[noun].class&cPerson != 0 || doer(noun)) && sexOfNoun(noun)*a.female >= 0 {
			return false
		}
	}
	return true
}

// inView reports whether a role may stand for person e where it stands: an office is
// e's as the report has it, or the text goes on from e, as its subject or last
// speaker. Where the text goes on from another whom the role fits, it is theirs.
func (r *reader) inView(i, e int, a asked) bool {
	exact := r.roleMatch(e, a.role) >= wRole && (!single(a.role) || r.entitled(e, a.role)) && (!partisan(a.role) || r.onlyFrom(e, a))
	f, back, _ := r.focus(r.itemAt(a.at), a)
	near := f == e && back <= 2 || r.lastSpeaker(i) == e
	if a.land != "" && !r.beside(e, a.land) && (!near && a.vote != e || r.fromThere(e, a.land)) {
		return false
	}
	if single(a.role) && len(a.named) == 0 && a.land == "" && r.str(r.itemAt(a.at)+1) == a.role && r.outnumbered(e, a.role) {
		return false
	}
	if k := r.itemAt(a.at); f == e && back == 0 && !exact && r.namesIn(r.unitOf(k), e, k) && !r.items[r.units[r.unitOf(k)].a].is(cSub|cPrep) {
		return false // "Ann Lee scolded them — the nominee had said"
	}
	for _, o := range a.named {
		if exact && !office(a.role) && parties[strings.ToUpper(a.role[:1])+a.role[1:]] == "" {
			break // "the Australian actor"
		}
		if x := &r.ann.Entities[o]; o != e && x.Type == nutgraf.Place && r.lex.lands[x.Name] != homeLand && !r.beside(e, x.Name) && (!near || r.placed(e)) {
			return false // "the Ohio congressman"
		}
	}
	if f >= 0 && f != e && back <= 1 && !near && r.roleMatch(f, a.role) > 0 && !(a.vote == e && r.roleMatch(e, a.role) > r.roleMatch(f, a.role)) {
		return false
	}
	if f >= 0 && f != e && back == 1 && !near && sits(a.role) && r.roles[f] == nil && len(r.ann.Entities[f].Roles) == 0 && strings.Contains(r.ann.Entities[f].Name, " ") {
		return false // one of many who hold it, and the text goes on from somebody whose role it does not tell
	}
	return exact || near && (!single(a.role) || r.roleMatch(e, a.role) >= wRole)
}

// sits reports whether a noun means one of the members of a parliament, or one of the heads
// of its parties.
func sits(noun string) bool {
	return noun == "mp" || noun == "leader" || noun == "lawmaker" || noun == "legislator"
}

// partisan reports whether a noun tells only of what party somebody is.
func partisan(noun string) bool {
	return noun == "republican" || noun == "democrat" || noun == "conservative" || noun == "liberal"
}

// onlyFrom reports whether person e is the only one whom the report has from the place that
// stands before the noun for a party: "the Ohio Republican".
func (r *reader) onlyFrom(e int, a asked) bool {
	for _, p := range a.named {
		x := &r.ann.Entities[p]
		if x.Type != nutgraf.Place || !r.beside(e, x.Name) {
			continue
		}
		for o := range min(len(r.ann.Entities), maxFamily) {
			if o != e && r.ann.Entities[o].Type == nutgraf.Person && r.mayBe(o, a) && r.beside(o, x.Name) {
				return false
			}
		}
		return true
	}
	return false
}

// soleHolder reports whether the report gives a role to person e and to nobody else.
func (r *reader) soleHolder(e int, noun string) bool {
	for o := range min(len(r.ann.Entities), maxFamily) {
		if o != e && r.ann.Entities[o].Type == nutgraf.Person && r.roleMatch(o, noun) >= wRole {
			return false
		}
	}
	return true
}

// entitled reports whether the report gives person e the very office of a noun, by a word
// beside the name or by a title.
func (r *reader) entitled(e int, noun string) bool {
	return slices.Contains(r.roles[e], noun) || noun != "president" && slices.ContainsFunc(r.ann.Entities[e].Roles, func(s string) bool { return strings.EqualFold(s, noun) })
}

// placed reports whether the report says behind the name of a person where they are
// from: "Ann Lee of Ohio", "Bo Kim (D-Ohio)".
func (r *reader) placed(e int) bool {
	for m := range r.namings(e) {
		if s := r.labelAfter(m.Span.End); partyLabel(s) || len(s) > 2 && strings.HasPrefix(r.text[m.Span.End:], " of ") && s[0] >= 'A' && s[0] <= 'Z' {
			return true
		}
	}
	return false
}

// fromThere reports whether the report gives the country to a person other than e.
func (r *reader) fromThere(e int, land string) bool {
	for o := range min(len(r.ann.Entities), maxFamily) {
		if o != e && r.ann.Entities[o].Type == nutgraf.Person && r.beside(o, land) {
			return true
		}
	}
	return false
}

// outnumbered reports whether the report gives an office of one holder to another
// person too, and speaks of that person more often than of e: the one who holds it now.
func (r *reader) outnumbered(e int, noun string) bool {
	count := r.timesNamed()
	for o := range min(len(count), maxFamily) {
		if o != e && r.ann.Entities[o].Type == nutgraf.Person && count[o] > count[e]+1 && slices.Contains(r.roles[o], noun) && !r.onceOnly(o, noun) {
			return true
		}
	}
	return false
}

// onceOnly reports whether the titles that the report gives person e hold a noun only with a
// word that says they held it once: "former President Ann Lee".
func (r *reader) onceOnly(e int, noun string) bool {
	held := false
	for _, t := range r.ann.Entities[e].Roles {
		switch t = strings.ToLower(t); {
		case !strings.Contains(t, noun):
		case strings.HasPrefix(t, "former ") || strings.HasPrefix(t, "ex-"):
			held = true
		default:
			return false
		}
	}
	return held
}

// timesNamed returns how often the report names each entity.
func (r *reader) timesNamed() []int {
	if r.times == nil {
		r.times = make([]int, len(r.ann.Entities))
		for i := range r.mentions.all {
			if m := &r.mentions.all[i]; m.Kind == nutgraf.ByName && m.Entity >= 0 && m.Entity < len(r.times) {
				r.times[m.Entity]++
			}
		}
	}
	return r.times
}

// A report is about one person who is named minMain times or more, and farAhead times
// as often as everybody else for whom a pronoun could stand.
const (
	minMain  = 5
	farAhead = 3
)

// mainPerson returns the one person whom the report is about, as far as a pronoun could
// stand for them, or -1.
func (r *reader) mainPerson(a asked) int {
	count, main, second := r.timesNamed(), -1, 0
	for e := range min(len(count), maxFamily) {
		switch {
		case r.ann.Entities[e].Type != nutgraf.Person || !r.mayBe(e, a):
		case main < 0 || count[e] > count[main]:
			if main >= 0 {
				second = count[main]
			}
			main = e
		default:
			second = max(second, count[e])
		}
	}
	if main < 0 || count[main] < minMain || count[main] < farAhead*second || slices.Contains(a.not, main) {
		return -1
	}
	return main
}

// onStage reports whether nobody else for whom the pronoun of quotation i could stand is
// named in its paragraph, nor in the one before since person e was named or spoke last. Who
// is named in the words themselves does not say them.
func (r *reader) onStage(i, e int, a asked) bool {
	here := r.paras[r.froms[i].para0].span.Start
	from := r.paras[max(r.froms[i].para0-1, 0)].span.Start
	if p := &r.quotes[max(i-1, 0)]; i > 0 && p.Speaker < 0 && strings.HasPrefix(p.Name, "unnamed ") && r.froms[i-1].para >= r.froms[i].para0-1 {
		return false // somebody without a name spoke last
	} else if i > 0 && p.Speaker == e {
		from = max(from, p.Span.Start)
	}
	x := &r.mentions
	for m := x.first(r.quotes[i].Span.Start); m < len(x.all) && x.all[m].Span.Start < r.quotes[i].Span.End; m++ {
		if x.all[m].Entity == e && x.all[m].Kind == nutgraf.ByName {
			return false
		}
	}
	for m := x.first(a.at) - 1; m >= 0 && x.all[m].Span.Start >= from; m-- {
		o, at := x.all[m].Entity, x.all[m].Span.Start
		if o < 0 || x.all[m].Kind != nutgraf.ByName || r.insidePiece(at) > 0 {
			continue
		}
		if o == e && at < here {
			return true
		}
		if o != e && r.ann.Entities[o].Type == nutgraf.Person && r.mayBe(o, a) {
			return false
		}
	}
	return true
}

// single reports whether a noun means an office that one person holds at a time, and
// whom the report calls by it.
func single(noun string) bool {
	switch noun {
	case "president", "vice president", "pope", "king", "queen", "chancellor", "premier", "secretary", "governor", "mayor":
		return true
	}
	return false
}
