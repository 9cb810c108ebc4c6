package quote

import (
	"strings"

	"nutgraf"
)

// byPronoun resolves "he", "she", "they", "it".
func (r *reader) byPronoun(i, k int) {
	q := &r.quotes[i]
	a := asked{at: q.Source.Start, quote: i, vote: r.votedAt(k)}
	a.until = r.ownClause(i, k)
	p := strings.ToLower(r.str(k))
	if n := strings.IndexAny(p, "'’"); n > 0 {
		p = p[:n]
	}
	if e := r.whomAsked(k); e >= 0 && (p == "it" || p == "they") {
		r.speak(q, e)
		q.Confidence = 0.7
		return
	}
	switch p {
	case "she", "her", "hers":
		a.female, a.person = 1, true
	case "he", "him", "his":
		a.female, a.person = -1, true
	case "it", "its":
		if g := &r.froms[i]; g.use >= 0 && r.uses[g.use].verb >= 0 && r.lex.verbs[r.uses[g.use].verb].lemma == "feel" {
			return // "it felt like something was different"
		}
		if r.bodySubject(i, k, cDoc) {
			return
		}
		a.body = true
	case "they", "them", "their":
		if !r.lastPlural(i, k, 4, 2) && !r.pluralSubject(i, k) && a.vote >= 0 {
			r.speak(q, a.vote)
		}
		return
	default:
		return
	}
	if a.person && (r.wasAsked(i, a) || r.anyone(k)) {
		return
	}
	if a.person {
		a.not = r.notMeant(i, k)
	}
	if a.person && !r.sameUnnamed(i, a) {
		if r.antecedent(i, k, a) && r.goesOnOther(i) {
			q.Speaker, q.Name = -1, ""
		}
		return
	}
	if !a.person && !r.sameUnnamed(i, a) && !r.pick(i, a) && a.body {
		if r.sameBody(i); q.Name == "" {
			r.bodySubject(i, k, cBody)
		}
	}
	if a.body && q.Speaker >= 0 && r.bodyHere(k, q.Speaker) {
		q.Speaker, q.Name = -1, ""
	}
}

// whomAsked returns the body that the clause before the pronoun at item k says was asked for
// its words: "We reached out to Acme and they sent us", or -1.
func (r *reader) whomAsked(k int) int {
	u := &r.units[r.unitOf(k)]
	if k-3 < u.a || r.str(k-1) != "and" {
		return -1
	}
	e := r.namedAt(k - 2)
	if e < 0 {
		e = r.namedAt(k - 3) // "Acme Corp. and"
	}
	if e < 0 || !bodily(r.ann.Entities[e].Type) {
		return -1
	}
	for j := k - 2; j > u.a && j > k-8; j-- {
		if o := r.namedAt(j); o == e || r.items[j].is(cStop) && !r.items[j].ends {
			continue
		}
		if s := r.str(j); s == "contacted" || s == "asked" || s == "emailed" || s == "to" && r.str(j-1) == "out" {
			return e
		}
		break
	}
	return -1
}

// anyone reports whether the pronoun at item k stands for anybody, of whom a clause before
// it in its sentence speaks: "When someone asks, he can say".
func (r *reader) anyone(k int) bool {
	u := &r.units[r.unitOf(k)]
	for j := u.a + 1; j < k; j++ {
		switch r.str(j) {
		case "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "whoever":
			if r.items[j-1].is(cSub | cWh) {
				return true
			}
		}
	}
	return false
}

// goesOnOther reports whether the verb of quotation i says that somebody goes on speaking,
// and the quotation right before it is another's.
func (r *reader) goesOnOther(i int) bool {
	g := &r.froms[i]
	if i == 0 || g.use < 0 || r.uses[g.use].verb < 0 || r.quotes[i-1].Kind == nutgraf.Indirect || r.froms[i-1].para < g.para0-1 || r.froms[i-1].unit < g.unit0-2 {
		return false
	}
	switch r.lex.verbs[r.uses[g.use].verb].lemma {
	case "continue", "add", "go":
	default:
		return false
	}
	p := &r.quotes[i-1]
	if noun := lastOf(briefly(p.Name)); strings.HasPrefix(p.Name, "unnamed ") {
		return r.lex.words[strings.ToLower(noun)].class&cPerson != 0
	}
	return p.Speaker != r.quotes[i].Speaker && (p.Speaker >= 0 || p.How == nutgraf.HowPronoun)
}

// wasAsked lets "he" stand for the person whom the same sentence says was asked:
// "When a reporter asked Ann Lee about the toll, she replied".
func (r *reader) wasAsked(i int, a asked) bool {
	g := &r.froms[i]
	if g.use < 0 || r.quotes[i].Modality == "ask" {
		return false
	}
	reply := r.quotes[i].Modality == "reply"
	for k := g.use - 1; k >= 0 && (r.uses[k].unit == r.uses[g.use].unit || reply && r.uses[k].unit == g.unit0-1 && r.units[g.unit0-1].para >= g.para0-1); k-- {
		c := &r.uses[k]
		if r.modality(c) != "ask" || c.hearer[1] <= c.hearer[0] || c.at < r.units[c.unit].a {
			continue
		}
		e := r.namedAt(r.headOf(c.hearer))
		if e < 0 || r.ann.Entities[e].Type != nutgraf.Person || !r.mayBe(e, a) || r.ann.Entities[e].Female == 0 && a.vote != e && !reply {
			return false
		}
		r.speak(&r.quotes[i], e)
		r.quotes[i].Confidence = 0.8
		return true
	}
	return false
}

// ownClause returns where the plain clause of which the pronoun at item k is the
// subject ends, or 0.
func (r *reader) ownClause(i, k int) int {
	g := &r.froms[i]
	if g.use < 0 || !r.items[k].is(cPron) {
		return 0
	}
	c := &r.uses[g.use]
	if c.inverted || c.accord || c.shared || c.subj[0] != k {
		return 0
	}
	for k = c.to; k < r.units[c.unit].b && k < c.to+maxPhrase; k++ {
		if it := &r.items[k]; it.piece >= 0 || it.is(cComma|cColon|cDash|cSub|cWh|cRel|cParen) && !it.is(cThat) || it.is(cConj) && k > c.to+1 && !r.joinsNames(k) {
			break
		}
	}
	return r.items[k-1].span.End
}

// bodyHere reports whether the sentence of the pronoun at item k names before it a body
// that it more likely stands for than entity e: another, and e not.
func (r *reader) bodyHere(k, e int) bool {
	other := false
	for j := r.units[r.unitOf(k)].a; j < k; j++ {
		o := r.namedAt(j)
		if o == e {
			return false
		}
		other = other || o >= 0 && bodily(r.ann.Entities[o].Type)
	}
	return other
}

// sameBody lets "it" stand for the body that spoke last, as the subject of its
// sentence, in this paragraph or the one before, where no other is named since.
func (r *reader) sameBody(i int) {
	if i == 0 || r.froms[i-1].para < r.froms[i].para0-1 || r.quotes[i].Modality != "say" {
		return // a report suggests, a body says
	}
	p, q := &r.quotes[i-1], &r.quotes[i]
	e := p.Speaker
	if e < 0 || e >= len(r.ann.Entities) || !bodily(r.ann.Entities[e].Type) || p.Source.IsZero() || p.Source.Start > q.Source.Start {
		return
	}
	if s := r.seg.SentenceAt(p.Source.Start); s < 0 || !r.opens(p.Source.Start, s) {
		return
	}
	for _, m := range r.ann.Mentions {
		if m.Span.Start >= p.Source.End && m.Span.End <= q.Source.Start && m.Entity >= 0 && m.Entity != e && bodily(r.ann.Entities[m.Entity].Type) {
			return
		}
	}
	r.speak(q, e)
	q.Confidence = .75
}

func bodily(t nutgraf.EntityType) bool { return t == nutgraf.Organization || t == nutgraf.Outlet }

// sameUnnamed lets "she" stand for the unnamed spokeswoman just before, "it" for
// the report.
func (r *reader) sameUnnamed(i int, a asked) bool {
	kind := cPerson
	if a.body {
		kind = cBody | cDoc
	}
	if i == 0 || r.froms[i-1].para < r.froms[i].para0-1 {
		return false
	}
	p := &r.quotes[i-1]
	noun := lastOf(briefly(p.Name))
	if !strings.HasPrefix(p.Name, "unnamed ") || r.lex.words[strings.ToLower(noun)].class&kind == 0 {
		return false
	}
	if !a.body && r.comesOn(i) {
		return false
	}
	if i > 1 && !p.Source.IsZero() && r.items[r.itemAt(p.Source.Start)].is(cPoss) && r.quotes[i-2].Span.Contains(p.Span) && r.quotes[i-2].Speaker >= 0 && !a.body {
		return false // "She said her son had asked her to stay. “…,” she said"
	}
	sex := sexOfNoun(strings.ToLower(noun))
	if sex*a.female < 0 {
		return false
	}
	if best, _, ok := r.rank(a); sex == 0 && ok && best.points > threshold+1.5 {
		return false
	}
	q := &r.quotes[i]
	q.Name, q.Speaker, q.Confidence = p.Name, p.Speaker, 0.7
	return true
}

// comesOn reports whether a sentence between quotation i and the one before has for its
// subject somebody by name: "…,” one woman said. Winnie, a clerk, left. “…,” she said".
func (r *reader) comesOn(i int) bool {
	for n := r.froms[i-1].unit + 1; n < r.froms[i].unit0; n++ {
		u := &r.units[n]
		if u.b <= u.a || r.byItself(u) {
			continue
		}
		if np := r.sourceOf(u); np[1] > np[0] && r.personNamed(r.headOf(np)) {
			return true
		}
	}
	return false
}

// lastPlural names the plural speakers of one of the last n quotations that
// stands no more than paras paragraphs before, and reports whether there was one.
// Those without a name are meant only by the subject, at item k, of the next sentence.
func (r *reader) lastPlural(i, k, n, paras int) bool {
	for j := i - 1; j >= 0 && j >= i-n && r.froms[j].para >= r.froms[i].para0-paras; j-- {
		p := &r.quotes[j]
		if strings.Contains(p.Name, "; ") && !r.countsOthers(k, p.Name) && (n > 4 || !r.othersBetween(max(p.Span.End, p.Source.End), k)) || j == i-1 && strings.HasPrefix(p.Name, "unnamed ") && strings.HasSuffix(briefly(p.Name), "s") && r.goesStraightOn(j, k) {
			r.quotes[i].Name, r.quotes[i].Speaker, r.quotes[i].Confidence = p.Name, p.Speaker, 0.65
			return true
		}
	}
	return false
}

// countsOthers reports whether the noun of the phrase that begins at item k tells of
// another number of people than are named: "the trio" of two.
func (r *reader) countsOthers(k int, names string) bool {
	if k+1 >= len(r.items) {
		return false
	}
	n := strings.Count(names, "; ") + 1
	switch r.str(k + 1) {
	case "trio":
		return n != 3
	case "pair", "duo", "couple", "two":
		return n != 2
	}
	return false
}

// subjectBefore is the subject of the sentence before, for a pronoun at item k that opens the
// next one of the paragraph.
func (r *reader) subjectBefore(k int) (np [2]int, ok bool) {
	n := r.unitOf(k)
	u := &r.units[n]
	if k > u.a+2 || !r.items[k].is(cPron) || n == 0 || r.units[n-1].para != u.para || r.byItself(&r.units[n-1]) {
		return np, false
	}
	v := &r.units[n-1]
	np, start := r.topic(v, v.b)
	return np, np[1] > np[0] && np[1] < v.b && np[0] == start && r.acting(np[1])
}

// pluralSubject lets "they" at item k, which opens its sentence, stand for the people who
// are the subject of the sentence before, where that speaks of no others: "Some Greens met.
// They said".
func (r *reader) pluralSubject(i, k int) bool {
	np, ok := r.subjectBefore(k)
	if !ok {
		return false
	}
	head := r.headOf(np)
	if e := r.namedAt(head); r.items[head].is(cPron) || !r.items[head].is(cPeople) && (e < 0 || r.ann.Entities[e].Type != nutgraf.Group) || !plural(r.str(head)) {
		return false
	}
	for j := np[1]; j < k; j++ {
		if e := r.namedAt(j); e >= 0 && r.ann.Entities[e].Type == nutgraf.Group && plural(r.str(j)) {
			return false
		}
	}
	if r.othersBetween(r.items[np[1]].span.Start, k) {
		return false
	}
	q := &r.quotes[i]
	was := *q
	r.resolve(i, np)
	q.Source, q.How = was.Source, was.How
	if q.Name == "" || q.Speaker >= 0 && r.ann.Entities[q.Speaker].Type == nutgraf.Person {
		*q = was
		return false
	}
	q.Confidence = 0.6
	return true
}

// bodySubject lets "it" at item k, which opens its sentence, stand for the body or document,
// of that class, without a name that is the subject of the sentence before: "The report
// faults the port. It also says".
func (r *reader) bodySubject(i, k int, kind class) bool {
	np, ok := r.subjectBefore(k)
	if !ok {
		return false
	}
	head := r.headOf(np)
	if it := &r.items[head]; !it.is(kind) || it.is(cPerson|cPeople) || it.upper || r.namedAt(head) >= 0 || plural(r.str(head)) {
		return false
	}
	q := &r.quotes[i]
	was := *q
	r.resolve(i, np)
	q.Source, q.How = was.Source, was.How
	if q.Name == "" {
		*q = was
		return false
	}
	q.Confidence = 0.6
	return true
}

// othersBetween reports whether people stand between offset and item k for whom "they"
// could stand.
func (r *reader) othersBetween(offset, k int) bool {
	for j := r.itemAt(offset); j < k; j++ {
		if it := &r.items[j]; it.piece < 0 && !it.is(cPron|cObj|cDet|cPoss) && (it.is(cPeople) || it.is(cPerson|cBody) && plural(r.str(j))) {
			return true
		}
	}
	return false
}

// goesStraightOn reports whether the reference at item k is the subject of a clause in
// the sentence of quotation j or in the one after it.
func (r *reader) goesStraightOn(j, k int) bool {
	n := r.unitOf(k)
	if n != r.froms[j].unit+1 {
		return n <= r.froms[j].unit
	}
	return r.straightOn(k)
}

// straightOn reports whether the reference at item k opens its sentence or a clause of it.
func (r *reader) straightOn(k int) bool {
	return k <= r.units[r.unitOf(k)].a+2 || r.items[k-1].piece >= 0 || r.items[k-1].is(cComma|cConj|cDet)
}

// both reports whether a plural noun can stand for two speakers named before.
func both(noun string) bool {
	switch noun {
	case "authors", "researchers", "writers", "brothers", "sisters", "duo", "pair", "couple", "trio", "filmmakers", "directors", "founders", "scientists":
		return true
	}
	return false
}

// pick names the best candidate, or nobody.
func (r *reader) pick(i int, a asked) bool {
	q := &r.quotes[i]
	best, lead, ok := r.rank(a)
	if !ok || a.body && best.points < bodyThreshold {
		return false
	}
	r.speak(q, best.entity)
	q.Confidence = min(0.95, 0.6+lead/10)
	return true
}
