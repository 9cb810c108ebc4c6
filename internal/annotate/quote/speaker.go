package quote

import (
	"strings"

	"nutgraf"
)

// settle names the speaker of every quotation, in text order.
func (r *reader) settle() {
	for i := range r.quotes {
		r.settleOne(i)
		r.place(i)
		r.why(i)
	}
}

func (r *reader) settleOne(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	if g.use >= 0 {
		r.cueOf(q, &r.uses[g.use])
	}
	if g.np[1] > g.np[0] {
		r.resolve(i, g.np)
		r.extendRelative(q, g)
		return
	}
	if g.mute {
		return
	}
	r.byPosition(i)
}

// extendRelative takes the relative pronoun that is the verb's subject into the
// source: "Ann Lee, who".
func (r *reader) extendRelative(q *nutgraf.Quote, g *grounds) {
	if g.use < 0 || r.uses[g.use].shared {
		return
	}
	k := g.np[1]
	if k < len(r.items) && r.items[k].is(cComma) {
		k++
	}
	if k < r.uses[g.use].from && k < g.np[1]+2 && r.items[k].is(cRel) && r.uses[g.use].from-k <= 2 {
		q.Source.End = r.items[k].span.End
	}
}

// cueOf notes cue and modality.
func (r *reader) cueOf(q *nutgraf.Quote, c *use) {
	q.Cue = nutgraf.Span{Start: r.items[c.at].span.Start, End: r.items[max(c.to-1, c.at)].span.End}
	q.Modality = "say"
	q.Confidence = 0.9
	switch {
	case c.verb >= 0:
		q.Modality = r.lex.verbs[c.verb].modality
	case c.owned:
		q.Modality = r.lex.nouns[strings.ToLower(r.str(c.at))]
	}
}

// resolve settles the speaker on the noun phrase np.
func (r *reader) resolve(i int, np [2]int) {
	q := &r.quotes[i]
	q.Source = r.rangeSpan(np)
	q.How = nutgraf.HowCue
	head := r.headOf(np)
	it := &r.items[head]
	switch {
	case it.is(cPron|cObj) || it.is(cPoss) && np[1]-np[0] == 1:
		q.How = nutgraf.HowPronoun
		r.byPronoun(i, np[0])
	case r.several(i, np):
	case r.byName(q, np, head):
	default:
		q.How = nutgraf.HowRole
		r.byRole(i, np, head)
	}
}

func (r *reader) speak(q *nutgraf.Quote, e int) {
	q.Speaker = e
	q.Name = r.ann.Entities[e].Name
}

// headOf returns the item of the noun that heads a noun phrase: the last word
// before a comma, a preposition or a relative clause.
func (r *reader) headOf(np [2]int) int {
	head := np[0]
	for k := np[0]; k < np[1]; k++ {
		it := &r.items[k]
		if k > np[0] && it.is(cComma|cPrep|cRel|cParen|cDash) && !it.is(cGenitive) {
			break
		}
		if k > np[0] && !it.upper && isPastShape(r.str(k)) && r.items[k-1].is(cDoc|cPerson|cPeople|cBody) {
			break
		}
		if !it.is(cStop|cGenitive) && it.piece < 0 {
			head = k
		}
	}
	return head
}

// byName settles the speaker on the name that heads the phrase, that stands
// beside it in apposition ("her lawyer, Ann Lee,"), or that owns the document
// quoted ("Acme's report").
func (r *reader) byName(q *nutgraf.Quote, np [2]int, head int) bool {
	if e := r.namedAt(head); e >= 0 && !r.commonHead(head) {
		r.speak(q, e)
		return true
	}
	if r.items[head].is(cPerson | cBody) {
		if e := r.titled(np, head); e >= 0 {
			r.speak(q, e)
			return true
		}
		if e := r.apposed(np[1]); e >= 0 {
			r.speak(q, e)
			return true
		}
	}
	if r.items[head].is(cDoc) {
		if e := r.maker(np, head); e >= 0 {
			r.speak(q, e)
			return true
		}
		for k := head - 1; k > np[0]; k-- {
			if r.items[k].is(cGenitive) {
				if e := r.namedAt(k - 1); e >= 0 {
					r.speak(q, e)
					q.How = nutgraf.HowCue
					return true
				}
			}
		}
	}
	return false
}

// titled returns the person whose name closes a title that holds a preposition
// ("Minister of Education Ann Lee"), or -1. "A spokesman for Ann Lee" is not one.
func (r *reader) titled(np [2]int, head int) int {
	if r.items[np[0]].is(cDet|cPoss) || head+2 >= np[1] || !r.items[head+1].is(cPrep) {
		return -1
	}
	e := r.namedAt(np[1] - 1)
	if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
		return -1
	}
	k := np[1] - 1
	for k > head+2 && r.namedAt(k-1) == e {
		k--
	}
	for k > head+2 && (r.items[k-1].is(cStop) || isHonorific(r.str(k-1))) {
		k--
	}
	if b := &r.items[k-1]; k-1 <= head+1 || !b.upper || b.is(cPerson|cPrep|cDet|cGenitive|cConj) {
		return -1
	}
	return e
}

func isHonorific(s string) bool {
	switch s {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Sir", "Mr.", "Mrs.", "Ms.", "Dr.":
		return true
	}
	return false
}

// maker returns the entity behind a document: "a report from Acme", "a study by
// Ann Lee", or -1.
func (r *reader) maker(np [2]int, head int) int {
	for k := head + 1; k+1 < len(r.items) && k < head+3; k++ {
		if s := r.str(k); s == "from" || s == "by" {
			end := r.npForward(k+1, min(len(r.items), k+maxPhrase))
			if end > k+1 {
				return r.namedAt(r.headOf([2]int{k + 1, end}))
			}
		}
	}
	return -1
}

// commonHead reports whether a head that a name's span covers is a common noun
// in lower case after all.
func (r *reader) commonHead(head int) bool {
	return r.items[head].is(cPerson|cPeople|cDoc) && !r.items[head].upper
}

// namedAt returns the entity that the name over item k stands for, or -1.
func (r *reader) namedAt(k int) int {
	if k < 0 {
		return -1
	}
	at := r.items[k].span
	x := &r.mentions
	for m := x.first(at.Start); m < len(x.all) && x.all[m].Span.Start < at.End; m++ {
		if e := x.all[m].Entity; e >= 0 && e < len(r.ann.Entities) && x.all[m].Span.End >= at.End && x.all[m].Kind == nutgraf.ByName {
			return e
		}
	}
	return -1
}

// votedAt returns the entity that the mentions give a pronoun or role at item
// k, or -1.
func (r *reader) votedAt(k int) int {
	at := r.items[k].span
	x := &r.mentions
	for m := x.first(at.Start); m < len(x.all) && x.all[m].Span.Start < at.End; m++ {
		if e := x.all[m].Entity; e >= 0 && e < len(r.ann.Entities) && x.all[m].Kind != nutgraf.ByName {
			return e
		}
	}
	return -1
}

// apposed returns the person named between commas right after item k, or -1.
func (r *reader) apposed(k int) int {
	if k+1 >= len(r.items) || !r.items[k].is(cComma) {
		return -1
	}
	e := r.namedAt(k + 1)
	if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
		return -1
	}
	return e
}

// several names plural speakers: "Ann Lee and Bo Kim", "the Lees".
func (r *reader) several(i int, np [2]int) bool {
	q := &r.quotes[i]
	var names []string
	for k := np[0]; k < np[1]; k++ {
		if r.items[k].is(cPrep|cRel) || r.items[k].is(cComma) {
			break
		}
		if k+1 < np[1] && r.items[k+1].is(cConj) || k > np[0] && r.items[k-1].is(cConj) || len(names) > 0 && k == np[1]-1 {
			if e := r.namedAt(k); e >= 0 && r.ann.Entities[e].Type == nutgraf.Person {
				if n := r.ann.Entities[e].Name; len(names) == 0 || names[len(names)-1] != n {
					names = append(names, n)
				}
			}
		}
	}
	if len(names) < 2 {
		names = r.family(np)
	}
	if len(names) == 0 {
		return false
	}
	q.Name = strings.Join(names, "; ")
	return true
}

// maxFamily bounds how many entities and mentions a surname is looked for in.
const maxFamily = 400

// family resolves "the Lees" to the persons of that surname.
func (r *reader) family(np [2]int) []string {
	k := r.headOf(np)
	if k == np[0] || !r.items[np[0]].is(cDet) || !r.items[k].upper {
		return nil
	}
	s := r.str(k)
	if len(s) < 4 || s[len(s)-1] != 's' {
		return nil
	}
	if k-1 > np[0] && (strings.HasPrefix(strings.ToLower(s), "brother") || strings.HasPrefix(strings.ToLower(s), "sister")) {
		s = r.str(k-1) + "s"
	}
	var names []string
	for e := range min(len(r.ann.Entities), maxFamily) {
		n := &r.ann.Entities[e]
		if n.Type != nutgraf.Person {
			continue
		}
		given, last, ok := lastWord(n.Name)
		if ok && last+"s" == s && given != "The" {
			names = append(names, n.Name)
		}
	}
	if len(names) == 1 {
		names = append(r.sibling(names[0]), names...)
	}
	return names
}

func lastWord(name string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

// sibling finds the given name that shares a surname: "Bo and Ann Lee".
func (r *reader) sibling(name string) []string {
	_, last, _ := lastWord(name)
	for m := 1; m < min(len(r.mentions.all), maxFamily); m++ {
		a, b := r.mentions.all[m-1].Span, r.mentions.all[m].Span
		if b.Of(r.text) == name && strings.TrimSpace(r.text[a.End:b.Start]) == "and" && !strings.Contains(a.Of(r.text), " ") {
			return []string{a.Of(r.text) + " " + last}
		}
	}
	return nil
}

// byPronoun resolves "he", "she", "they", "it".
func (r *reader) byPronoun(i, k int) {
	q := &r.quotes[i]
	a := asked{at: q.Source.Start, quote: i, vote: r.votedAt(k)}
	p := strings.ToLower(r.str(k))
	if n := strings.IndexAny(p, "'’"); n > 0 {
		p = p[:n]
	}
	switch p {
	case "she", "her", "hers":
		a.female, a.person = 1, true
	case "he", "him", "his":
		a.female, a.person = -1, true
	case "it", "its":
		a.body = true
	case "they", "them", "their":
		if r.samePlural(i); q.Name == "" && a.vote >= 0 {
			r.speak(q, a.vote)
		}
		return
	default:
		return
	}
	if !r.sameUnnamed(i, a) {
		r.pick(i, a)
	}
}

// sameUnnamed lets "she" stand for the unnamed spokeswoman just before.
func (r *reader) sameUnnamed(i int, a asked) bool {
	if i == 0 || !a.person || r.froms[i-1].para < r.froms[i].para0-1 {
		return false
	}
	p := &r.quotes[i-1]
	noun := p.Name[strings.LastIndexByte(p.Name, ' ')+1:]
	if !strings.HasPrefix(p.Name, "unnamed ") || r.lex.words[strings.ToLower(noun)].class&cPerson == 0 {
		return false
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

// samePlural lets "they" stand for the plural speakers just before.
func (r *reader) samePlural(i int) {
	if i > 0 && r.froms[i-1].para >= r.froms[i].para0-1 {
		p := &r.quotes[i-1]
		if strings.Contains(p.Name, "; ") || strings.HasPrefix(p.Name, "unnamed ") && strings.HasSuffix(p.Name, "s") {
			r.quotes[i].Name, r.quotes[i].Speaker = p.Name, p.Speaker
			return
		}
	}
	r.pickBody(i)
}

// pickBody lets "they" stand for the organization named last in the sentence.
func (r *reader) pickBody(i int) {
	at := r.quotes[i].Source.Start
	s := r.seg.SentenceAt(at)
	x := &r.mentions
	for m := x.first(at) - 1; m >= 0 && s >= 0 && x.all[m].Span.Start >= r.seg.Sentences[s].Span.Start; m-- {
		if e := x.all[m].Entity; e >= 0 && r.ann.Entities[e].Type == nutgraf.Organization {
			r.speak(&r.quotes[i], e)
			r.quotes[i].Confidence = 0.6
			return
		}
	}
}

// pick names the best candidate, or nobody.
func (r *reader) pick(i int, a asked) bool {
	q := &r.quotes[i]
	best, lead, ok := r.rank(a)
	if !ok {
		return false
	}
	r.speak(q, best.entity)
	q.Confidence = min(0.95, 0.6+lead/10)
	return true
}

// byRole resolves a role noun to the person it fits, and names an unnamed
// speaker by the words of the report otherwise.
func (r *reader) byRole(i int, np [2]int, head int) {
	q := &r.quotes[i]
	it := &r.items[head]
	if !it.is(cPerson|cPeople|cBody|cDoc) && !r.anybody(np, head) {
		return
	}
	noun := strings.ToLower(r.str(head))
	first := &r.items[np[0]]
	definite := equalFold(r.str(np[0]), "the") || first.is(cPoss)
	if definite && it.is(cPerson|cBody) && (head+1 == np[1] || it.is(cBody)) {
		a := asked{at: q.Source.Start, quote: i, vote: r.votedAt(head), role: noun, person: it.is(cPerson), body: it.is(cBody) && !it.is(cPerson)}
		a.female = sexOfNoun(noun)
		r.needRoles()
		if r.fitsRole(i, a) {
			return
		}
	}
	start := np[0]
	for start < head && (r.items[start].is(cDet|cPoss|cNumber) || equalFold(r.str(start), "one")) {
		start++
	}
	if start == head && (it.is(cDet) || nobody(noun)) {
		q.Name = "unnamed"
		return
	}
	q.Name = "unnamed " + nutgraf.Span{Start: r.items[start].span.Start, End: it.span.End}.Of(r.text)
}

// nobody reports whether a noun says nothing of who speaks.
func nobody(noun string) bool {
	switch noun {
	case "someone", "somebody", "everyone", "one", "another", "many", "some", "others":
		return true
	}
	return false
}

// anybody reports whether a phrase with a noun that no list holds still speaks
// of somebody: "a firefighter", "firefighters".
func (r *reader) anybody(np [2]int, head int) bool {
	it := &r.items[head]
	if it.upper || it.word.class != 0 || it.word.verb >= 0 {
		return false
	}
	first := r.str(np[0])
	return equalFold(first, "a") || equalFold(first, "an") || equalFold(first, "one") || plural(r.str(head))
}

// fitsRole picks the person whom the report gives a fitting role, or whom the
// mentions resolve the noun to.
func (r *reader) fitsRole(i int, a asked) bool {
	best, lead, ok := r.rank(a)
	if !ok || best.points < threshold+1 {
		return false
	}
	if a.vote != best.entity && a.person && r.roleMatch(best.entity, a.role) == 0 {
		return r.sameSpeaker(i, a)
	}
	q := &r.quotes[i]
	r.speak(q, best.entity)
	q.Confidence = min(0.9, 0.55+lead/10)
	return true
}

// sameSpeaker lets a noun of profession that fits nobody by name stand for the
// speaker of the quotation before.
func (r *reader) sameSpeaker(i int, a asked) bool {
	if i == 0 || r.froms[i-1].para < r.froms[i].para0-1 || generic(a.role) {
		return false
	}
	p := &r.quotes[i-1]
	if p.Speaker < 0 || !r.mayBe(p.Speaker, a) || len(r.lex.kin[a.role]) == 0 {
		return false
	}
	q := &r.quotes[i]
	r.speak(q, p.Speaker)
	q.Confidence = 0.55
	return true
}

// generic reports whether a noun may stand for anybody, so that it points at
// nobody named before.
func generic(noun string) bool {
	switch noun {
	case "man", "woman", "official", "source", "spokesman", "spokeswoman", "spokesperson", "representative", "officer", "agent", "lawyer",
		"attorney", "boy", "girl", "person", "expert", "analyst", "judge", "witness", "mother", "father", "doctor", "reporter", "diplomat":
		return true
	}
	return false
}

func (r *reader) needRoles() {
	if r.roles == nil {
		r.gatherRoles()
	}
}

func sexOfNoun(s string) int8 {
	switch {
	case strings.HasSuffix(s, "woman") || strings.HasSuffix(s, "ess") || s == "mother" || s == "queen" || s == "girl" || s == "wife" || s == "daughter" || s == "sister" || s == "mom":
		return 1
	case strings.HasSuffix(s, "man") || s == "father" || s == "king" || s == "boy" || s == "husband" || s == "son" || s == "brother" || s == "dad":
		return -1
	}
	return 0
}

// byPosition settles a quotation without an attribution of its own on the
// speaker before it, or on who the sentence before speaks of.
func (r *reader) byPosition(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	q.How = nutgraf.HowPosition
	q.Modality = "say"
	q.Confidence = 0.5
	if i > 0 && r.froms[i-1].para >= g.para0-1 && r.froms[i-1].unit >= g.unit0-2 {
		p := &r.quotes[i-1]
		q.Source, q.Speaker, q.Name = p.Source, p.Speaker, p.Name
		return
	}
	if g.unit0 == 0 {
		return
	}
	before := &r.units[g.unit0-1]
	if before.para < g.para0-1 {
		return
	}
	np := r.mainSubject(before, before.b)
	if np[1] > np[0] && (r.personal(np) || r.items[np[1]-1].is(cBody)) {
		r.resolve(i, np)
		q.How = nutgraf.HowPosition
		q.Confidence = 0.5
	}
}
