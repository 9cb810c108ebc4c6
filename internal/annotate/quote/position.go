package quote

import (
	"strings"

	"nutgraf"
)

// byPosition settles a quotation without an attribution of its own: on the
// speaker before it where nothing stands between, or on whom the sentence before
// it speaks of.
func (r *reader) byPosition(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	q.How = nutgraf.HowPosition
	q.Modality = "say"
	q.Confidence = 0.5
	if i > 0 && r.quotes[i-1].Span.Contains(q.Span) || r.montage(g.para0) || r.toldAfter(i) {
		return
	}
	if u := &r.units[g.unit0]; !r.byItself(u) && (r.items[g.first].piece >= 0 || g.first != r.paras[g.para0].items[0]) {
		if k, _ := r.spokeBefore(i); k >= 0 && r.froms[k].unit == g.unit0-1 && r.froms[k].para == g.para0 && r.opensAnew(i) {
			p := &r.quotes[k]
			q.Source, q.Speaker, q.Name = p.Source, p.Speaker, p.Name
		}
		return // "Some disagree. “…,” others shot back"
	}
	if r.newSubject(i) {
		r.ofSubject(i, r.sourceOf(&r.units[g.unit0-1]))
		return
	}
	if k, n := r.spokeBefore(i); k >= 0 && r.froms[k].para >= g.para0-1-n && r.followsOn(k, i) {
		p := &r.quotes[k]
		if p.Kind == nutgraf.Indirect && (p.Speaker >= 0 && r.ann.Entities[p.Speaker].Type != nutgraf.Person || p.Speaker < 0 && strings.HasSuffix(p.Name, "s")) {
			return // what a body estimates or many think is not followed by their voice
		}
		q.Source, q.Speaker, q.Name = p.Source, p.Speaker, p.Name
		return
	}
	if g.unit0 == 0 {
		return
	}
	before := &r.units[g.unit0-1]
	if before.para < g.para0-1 || before.para < g.para0 && r.unstopped(before) || r.str(before.b-1) == "?" || r.quotedIn(i, g.unit0-1) {
		return
	}
	if np := r.fromWhom(before); np[1] > np[0] {
		was := q.Confidence
		r.resolve(i, np)
		q.How, q.Confidence = nutgraf.HowPosition, was
		return
	}
	if np := r.sourceOf(before); np[1] > np[0] && r.personal(np) && (r.str(before.b-1) == ":" || r.tellsSomething(before)) {
		r.ofSubject(i, np)
	}
}

// fromWhom returns who ends a unit that tells that the writer heard from them: "I got a
// reply from a harbour official."
func (r *reader) fromWhom(u *unit) [2]int {
	for k := u.b - 2; k > u.a+2 && k > u.b-14; k-- {
		if r.str(k) != "from" {
			continue
		}
		switch s := r.str(k - 1); {
		case r.items[k-1].is(cDoc), s == "reply", s == "response", s == "answer", s == "comment":
		default:
			return [2]int{}
		}
		np := r.mainSubject(u, k)
		if np[1] <= np[0] || !r.items[np[0]].is(cPron) || !equalFold(r.str(np[0]), "i") && !equalFold(r.str(np[0]), "we") {
			return [2]int{}
		}
		if end := r.npForward(k+1, u.b); end > k+1 && (end == u.b || r.items[end].is(cStop|cColon)) {
			return [2]int{k + 1, end}
		}
		return [2]int{}
	}
	return [2]int{}
}

// tellsSomething reports whether a unit is more than names, as an entry in a list of
// writings is not: Lee, Ann, and Bo Kim. "The Harbour."
func (r *reader) tellsSomething(u *unit) bool {
	if u.b-u.a < 3 || !r.items[u.a+1].is(cComma) {
		return true
	}
	for k := u.a; k < u.b; k++ {
		if it := &r.items[k]; it.piece >= 0 || !it.upper && !it.is(cComma|cStop|cNumber|cParen) && r.str(k) != "and" {
			return true
		}
	}
	return false
}

// unstopped reports whether a unit ends without a stop, as a subhead does.
func (r *reader) unstopped(u *unit) bool {
	return r.items[u.b-1].piece < 0 && !r.items[u.b-1].is(cStop|cColon|cParen|cMark|cOther|cComma|cDash)
}

// manyBare is the number of quotations without an attribution from which on a
// paragraph is a row of several speakers, as the text of a video is.
const manyBare = 4

// longRow bounds the sentences of such a paragraph, for each quotation: a whole report may
// stand in one paragraph.
const longRow = 4

// montage reports whether paragraph n strings together quotations that nothing
// attributes.
func (r *reader) montage(n int) bool {
	p := &r.paras[n]
	if p.rows == 0 {
		p.rows = -1
		bare := 0
		for k := p.units[0]; k < p.units[1] && bare < manyBare; k++ {
			if u := &r.units[k]; u.uses[1] == u.uses[0] && r.byItself(u) {
				bare++
			}
		}
		if bare == manyBare && p.units[1]-p.units[0] <= longRow*manyBare {
			p.rows = 1
		}
	}
	return p.rows > 0
}

// toldAfter reports whether the sentence after quotation i, in its paragraph, only
// tells who said it: "“Will it hold?” Ann Lee, a builder, told the paper on Monday."
func (r *reader) toldAfter(i int) bool {
	g := &r.froms[i]
	n := g.unit + 1
	if n >= len(r.units) || r.units[n].para != g.para {
		return false
	}
	u := &r.units[n]
	for k := u.uses[0]; k < u.uses[1]; k++ {
		if c := &r.uses[k]; c.verb >= 0 && c.fromQuote < 0 && c.subj[0] == u.a && r.lex.verbs[c.verb].frames&fQuote != 0 {
			return true
		}
	}
	return false
}

// opensAnew reports whether the sentence of quotation i opens with its words, or with
// an adverb, and tells of nobody else who says them: "Then, “…”", "“…,” which was late".
func (r *reader) opensAnew(i int) bool {
	g := &r.froms[i]
	u := &r.units[g.unit0]
	for k := u.a; k < g.first; k++ {
		if r.namedAt(k) >= 0 || r.items[k].is(cPron|cPerson|cPeople|cBody|cDoc) || r.acting(k) {
			return false
		}
	}
	if g.last+1 >= u.b || g.unit != g.unit0 {
		return true
	}
	next := &r.items[g.last+1]
	return next.is(cStop|cRel|cSub|cPrep|cWh|cParen) || !next.upper && strings.HasSuffix(r.str(g.last+1), "ing")
}

// ofSubject settles quotation i on the person whom the sentence before it has for
// its subject. Several, and those without a name, are not taken to speak.
func (r *reader) ofSubject(i int, np [2]int) {
	q := &r.quotes[i]
	r.resolve(i, np)
	if q.Speaker < 0 || r.ann.Entities[q.Speaker].Type != nutgraf.Person {
		q.Speaker, q.Name = -1, ""
	}
	q.How, q.Confidence = nutgraf.HowPosition, 0.5
}

// followsOn reports whether quotation i follows quotation k at once: no sentence lies
// between them, or only sentences that quotations in between take up.
func (r *reader) followsOn(k, i int) bool {
	for n := r.froms[k].unit + 1; n < r.froms[i].unit0; n++ {
		if !r.quotedIn(i, n) && !r.byItself(&r.units[n]) {
			return false
		}
	}
	return true
}

// byItself reports whether a unit holds nothing but marked pieces.
func (r *reader) byItself(u *unit) bool {
	for k := u.a; k < u.b; k++ {
		if k > u.a+1 && r.signsOff(k) {
			break
		}
		if it := &r.items[k]; it.piece < 0 && !it.is(cStop|cComma|cDash|cMark|cOther|cColon|cParen) {
			return false
		}
	}
	return u.b > u.a
}

// quotedIn reports whether one of the quotations before i has its last words in
// unit n.
func (r *reader) quotedIn(i, n int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		if r.froms[k].unit == n {
			return true
		}
	}
	return false
}

// newSubject reports whether the sentence before quotation i, in its paragraph,
// quotes nobody and speaks of a person whom it names: then that person and not
// the speaker of the paragraph before goes on.
func (r *reader) newSubject(i int) bool {
	g := &r.froms[i]
	if g.unit0 == 0 || i > 0 && r.froms[i-1].unit >= g.unit0-1 {
		return false
	}
	before := &r.units[g.unit0-1]
	if before.para != g.para0 || r.str(before.b-1) == "?" {
		return false // what the writer asks names nobody who answers
	}
	np := r.sourceOf(before)
	return np[1] > np[0] && r.personal(np) && !r.items[np[1]-1].is(cPron)
}
