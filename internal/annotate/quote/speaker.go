package quote

import (
	"cmp"
	"strings"

	"nutgraf"
)

// settle names the speaker of every quotation, in text order.
func (r *reader) settle() {
	r.setOut()
	for i := range r.quotes {
		if r.froms[i].twin >= 0 {
			continue
		}
		r.settleOne(i)
		r.place(i)
		r.toAnother(i)
		r.why(i)
		r.backOver(i)
	}
	for i := range r.quotes {
		if r.froms[i].twin >= 0 {
			r.asElsewhere(i)
		}
	}
}

// toAnother takes the speaker of quotation i back where the report says that it was told
// to the same person: one of the two is somebody else.
func (r *reader) toAnother(i int) {
	q := &r.quotes[i]
	if q.Speaker >= 0 && q.AddresseeName == r.ann.Entities[q.Speaker].Name && (q.How != nutgraf.HowCue || r.froms[i].use >= 0 && r.uses[r.froms[i].use].shared) {
		q.Speaker, q.Name = -1, ""
	}
}

// backOver gives the speaker of quotation i to the one before it, whose marks the
// end of its paragraph left open and which i so goes on with.
func (r *reader) backOver(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	if i == 0 || g.use < 0 || q.Name == "" || q.How == nutgraf.HowPosition || g.first != r.paras[g.para0].items[0] {
		return
	}
	p, f := &r.quotes[i-1], &r.froms[i-1]
	if !f.open || f.use >= 0 || f.np[1] > f.np[0] || f.para != g.para0-1 {
		return
	}
	p.Source, p.Speaker, p.Name, p.How, p.Confidence = q.Source, q.Speaker, q.Name, nutgraf.HowPosition, 0.7
	r.why(i - 1)
}

func (r *reader) settleOne(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	if g.voice > 0 {
		r.byVoice(q, g)
		return
	}
	if g.use >= 0 {
		r.cueOf(q, &r.uses[g.use])
	}
	if g.np[1] > g.np[0] {
		r.resolve(i, g.np)
		r.extendRelative(q, g)
		q.Modality = cmp.Or(q.Modality, "say")
		return
	}
	if g.answer {
		if e := r.interviewee(); e >= 0 {
			r.speak(q, e)
			q.How, q.Modality, q.Confidence = nutgraf.HowPosition, "reply", 0.6
		}
	}
	if g.mute || r.wordsOfAfter(i) || r.asAnswer(i) {
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
	if k := r.uses[g.use].from - 1; k >= g.np[1] && k < g.np[1]+maxPhrase && r.items[k].is(cRel) && !r.items[k].is(cThat) {
		q.Source.End = r.items[k].span.End
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
	if c.negated && c.from < c.at {
		q.Cue.Start = r.items[c.from].span.Start // without it the words would say that he did
	}
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
	if s := r.elder(e, q.Source); s != "" {
		q.Speaker, q.Name = -1, s
	}
}

// elder returns the surname by which the report calls somebody before it names a
// "Jr." of that surname in full, where the source is not that name itself: the father
// whom all readers know, it may be, and not the son. It is empty for all others.
func (r *reader) elder(e int, source nutgraf.Span) string {
	name, ok := strings.CutSuffix(strings.TrimSuffix(r.ann.Entities[e].Name, "."), " Jr")
	if !ok || strings.Contains(source.Of(r.text), "Jr") {
		return ""
	}
	_, last, ok := lastWord(strings.TrimSuffix(name, ","))
	if !ok {
		return ""
	}
	for m := range r.namings(e) {
		if s := m.Span.Of(r.text); !strings.Contains(s, "Jr") && strings.HasSuffix(s, last) {
			return last
		}
		break
	}
	return ""
}

// headOf returns the item of the noun that heads a noun phrase: the last word
// before a comma, a preposition or a relative clause.
func (r *reader) headOf(np [2]int) int {
	head := np[0]
	for k := np[0]; k < np[1]; k++ {
		it := &r.items[k]
		if k > np[0] && it.is(cDash) && k+1 < np[1] && r.items[k-1].is(cNumber) && r.items[k-1].span.End == it.span.Start && it.span.End == r.items[k+1].span.Start {
			continue // "a 58-page report"
		}
		if k > np[0] && r.str(k) == "of" && r.partitive(r.str(k-1)) {
			continue // "half of the voters"
		}
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

// partitive reports whether a word before "of" only tells how many.
func (r *reader) partitive(s string) bool {
	return r.lex.amounts[strings.ToLower(s)]
}

// byName settles the speaker on the name that heads the phrase, that stands
// beside it in apposition ("her lawyer, Ann Lee,"), or that owns the document
// quoted ("Acme's report").
func (r *reader) byName(q *nutgraf.Quote, np [2]int, head int) bool {
	if e := r.namedAt(head); e >= 0 && !r.commonHead(head) {
		if r.mute(e) {
			return true
		}
		if t := r.titled(np, head); t >= 0 && r.ann.Entities[e].Type != nutgraf.Person {
			e = t // "University of Ashby professor Ann Lee"
		}
		r.speak(q, r.asIntroduced(e))
		return true
	}
	if r.items[head].is(cPerson|cBody) || (r.items[head].upper || onceHeld(r.str(head))) && r.str(head+1) == "of" && !r.items[head].is(cPeople) {
		if e := r.titled(np, head); e >= 0 {
			r.speak(q, e)
			return true
		}
		if e := r.apposed(np[1]); e >= 0 && r.items[head].is(cPerson|cBody) && !r.clients(np, head) {
			r.speak(q, e)
			return true
		}
	} else if head+1 == np[1] && !r.items[head].upper && (doer(r.str(head)) || r.lex.roles[r.str(head)]) && r.items[np[0]].word.class != 0 {
		if e := r.apposed(np[1]); e >= 0 {
			r.speak(q, e) // "the town's archivist, Ann Lee"
			return true
		}
	}
	if e := r.issued(np, head); e >= 0 {
		r.speak(q, e)
		return true
	}
	if r.items[head].is(cDoc) {
		if names := r.makers(head); len(names) > 1 {
			q.Name = strings.Join(names, "; ")
			return true
		}
		if e := r.maker(head, np[1]); e >= 0 {
			r.speak(q, e)
			return true
		}
		if e := r.author(np[1]); e >= 0 {
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

// issued returns the outlet whose name stands right before the noun for a paper or a
// station that heads a phrase: "the official Harbour Daily newspaper", "the Fars news
// agency"; else -1.
func (r *reader) issued(np [2]int, head int) int {
	noun := r.str(head)
	if head <= np[0] || r.items[head].upper || !r.lex.akin(noun, "publication") && noun != "agency" && noun != "network" && noun != "station" {
		return -1
	}
	k := head - 1
	if noun == "agency" && r.str(k) == "news" {
		k--
	}
	if e := r.namedAt(k); e >= 0 && k >= np[0] && r.ann.Entities[e].Type == nutgraf.Outlet {
		return e
	}
	return -1
}

// mute reports whether an entity is nobody who speaks: an event, or a body of thought.
func (r *reader) mute(e int) bool {
	x := &r.ann.Entities[e]
	return x.Type == nutgraf.Event || x.Type == nutgraf.Other && len(x.Name) > 5 && strings.HasSuffix(x.Name, "ism")
}

// clients reports whether the name behind a phrase may be that of whom its head
// speaks for: "a lawyer for another swimmer, Bo Kim, said".
func (r *reader) clients(np [2]int, head int) bool {
	last := np[1] - 1
	if head+2 >= np[1] || r.str(head+1) != "for" {
		return false
	}
	return !r.items[last].upper && (r.items[last].is(cPerson) && !r.items[last].is(cBody) || doer(r.str(last)))
}

// titled returns the person whose name closes a title that holds a preposition
// ("Minister of Education Ann Lee"), or -1. "A spokesman for Ann Lee" is not one.
func (r *reader) titled(np [2]int, head int) int {
	if head+2 >= np[1] || !r.items[head+1].is(cPrep) || r.items[np[0]].is(cDet|cPoss) && (r.items[np[0]].is(cPoss) || !r.items[np[0]+1].upper || r.items[head].is(cPerson|cPeople)) {
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
	for k > head+2 && (r.items[k-1].is(cStop) || r.isHonorific(r.str(k-1)) || r.items[k].is(cStop) && r.items[k-1].upper) {
		k-- // "Speaker of the House Rep. Ann Lee"
	}
	b := &r.items[k-1]
	if k-1 > head+2 && !b.upper && b.is(cPerson) && !r.items[head].is(cPerson) {
		return e // "Society for the Blind chief Ann Lee"
	}
	if k-1 <= head+1 || b.is(cPrep|cDet|cGenitive|cConj) || b.is(cPerson) && k-1 == head+2 {
		return -1
	}
	if !b.upper && !(r.items[np[0]].upper && r.str(head+1) == "of") || b.upper && b.is(cPerson) && r.items[head].is(cPerson) {
		return -1
	}
	return e
}

func (r *reader) isHonorific(s string) bool {
	return r.lex.honorifics[s]
}

// maker returns the entity behind a document: "a report from Acme", "a study by
// Ann Lee", or -1. limit is the end of the phrase that the document heads.
func (r *reader) maker(head, limit int) int {
	for k := head + 1; k+1 < len(r.items) && k < head+3; k++ {
		if s := r.str(k); s == "from" || s == "by" {
			if k > head+1 && r.gotten(r.str(k-1)) {
				return -1 // "a letter obtained by the Herald"
			}
			if limit <= k+1 {
				limit = len(r.items)
			}
			end := r.npForward(k+1, min(limit, k+maxPhrase))
			if end > k+1 {
				return r.namedAt(r.headOf([2]int{k + 1, end}))
			}
		}
	}
	return r.poster(head)
}

// author returns the person whom the words right behind a document, at item k, give it to:
// "the order, signed by Judge Ann Lee,", or -1.
func (r *reader) author(k int) int {
	if k+3 >= len(r.items) || !r.items[k].is(cComma) || !r.lex.tells["made"][r.str(k+1)] || r.str(k+2) != "by" {
		return -1
	}
	end := r.npForward(k+3, min(len(r.items), k+maxPhrase))
	if end == k+3 || end >= len(r.items) || !r.items[end].is(cComma|cStop) || !r.personNamed(end-1) {
		return -1
	}
	return r.namedAt(end - 1)
}

// poster returns the entity that put out a statement or a post, which are its own and
// not another's as a memo can be, by the words before it: "Ann Lee posted a tweet that
// said", or -1.
func (r *reader) poster(head int) int {
	if !r.lex.posts[r.str(head)] {
		return -1
	}
	for k := head - 1; k > 0 && k > head-4; k-- {
		if putsOut(r.str(k)) {
			return r.namedAt(k - 1)
		}
		if it := &r.items[k]; it.upper || it.piece >= 0 || it.ends || it.is(cComma|cPrep|cConj|cStop) {
			break
		}
	}
	return -1
}

// putsOut reports whether a verb tells who is the maker of the document behind it.
func putsOut(s string) bool {
	switch s {
	case "published", "posted", "released", "issued", "wrote", "sent":
		return true
	}
	return false
}

// makers returns the persons who made a document together: "a bill by Ann Lee and Bo Kim".
func (r *reader) makers(head int) []string {
	for k := head + 1; k+1 < len(r.items) && k < head+3; k++ {
		if s := r.str(k); s == "from" || s == "by" {
			if k > head+1 && r.gotten(r.str(k-1)) {
				return nil
			}
			names, _ := r.namesInRow(k+1, min(r.units[r.unitOf(head)].b, k+maxAside))
			return names
		}
	}
	return nil
}

// gotten reports whether a participle before "by" tells who got hold of a document, and
// not whose it is.
func (r *reader) gotten(s string) bool {
	return r.lex.getting[s]
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
	for j := k + 1; j < k+6 && j+1 < len(r.items) && (e < 0 || r.ann.Entities[e].Type != nutgraf.Person && r.items[j+1].upper) && (r.items[j].upper || r.items[j].is(cStop) && !r.items[j].ends || once(r.str(j)) || r.items[j].is(cPerson) && r.items[j+1].upper); j++ {
		e = r.namedAt(j + 1) // "chairman, GOP Sen. Ann Lee", "envoy, State Councillor Bo Kim"
	}
	if e < 0 || r.ann.Entities[e].Type != nutgraf.Person || r.goesOnAs(k+1, e) {
		return -1
	}
	return e
}

// goesOnAs reports whether the name of entity e at item k or shortly behind it is the
// subject of a clause, and so no apposition: "According to an official, Ann Lee was".
func (r *reader) goesOnAs(k, e int) bool {
	for r.namedAt(k) != e {
		k++
	}
	for k < len(r.items) && (r.namedAt(k) == e || r.items[k].is(cStop) && !r.items[k].ends) {
		k++
	}
	if k >= len(r.items) {
		return false
	}
	it := &r.items[k]
	acts := !it.upper && it.piece < 0 && it.word.class == 0 && it.word.verb < 0 && len(r.str(k)) > 3 && strings.HasSuffix(r.str(k), "s")
	return it.is(cGenitive) || it.is(cAux) && !it.is(cPron) || acts || r.finite(k) || isPastShape(r.str(k)) // "Ann Lee falls behind", "Ann Lee joked"
}

// onceHeld reports whether a word is the title of an office that was held then:
// "then-Secretary".
func onceHeld(s string) bool {
	before, office, ok := strings.Cut(s, "-")
	return ok && (once(before) || before == "ex") && len(office) > 1 && office[0] >= 'A' && office[0] <= 'Z'
}

// once reports whether a word before a title says that it is or was held: "former
// Ashby Gov. Ann Lee".
func once(s string) bool {
	switch s {
	case "former", "then", "retired", "state", "acting", "longtime", "ex-", "outgoing", "incoming":
		return true
	}
	return false
}
