package quote

import (
	"slices"
	"strings"

	"nutgraf"
)

// place notes to whom, through what and when the words of quotation i were
// said, as far as its own sentence or the one that leads into it tells.
func (r *reader) place(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	q.When = -1
	u := &r.units[g.unit0]
	if g.use >= 0 {
		c := &r.uses[g.use]
		u = &r.units[c.unit]
		r.hearer(q, c, u)
	}
	if g.signed > 0 {
		u = &r.units[r.paras[g.signed].units[0]]
	}
	r.byVerb(q)
	r.scanUnit(q, u)
	r.time(i, u)
	if (q.Medium == "" || q.When < 0) && g.use < 0 && g.unit0 > 0 {
		if p := &r.units[g.unit0-1]; p.para >= u.para-1 {
			if q.How == nutgraf.HowPosition || r.str(p.b-1) == ":" {
				r.scanUnit(q, p) // and not for a turn of a talk, which its label gives
			}
			if q.When < 0 && r.str(p.b-1) == ":" {
				q.When = r.timeIn(i, p.a, p.b)
			}
		}
	}
	r.inherit(i)
}

// hearer notes the addressee: "told the club", "said to reporters", "in a
// statement to the paper", "in an interview with".
func (r *reader) hearer(q *nutgraf.Quote, c *use, u *unit) {
	if c.hearer[1] > c.hearer[0] {
		r.addressee(q, c.hearer, true)
		return
	}
	if from, to := u.a, c.subj[0]; !c.inverted && !c.shared && from+4 < to && r.items[from].is(cPrep) && r.openingTalk(q, from, to) {
		return
	}
	from, to := c.to, u.b
	if c.inverted {
		from = c.subj[1]
	}
	if c.hasContent() && c.content[0] > c.at {
		from, to = c.to, c.content[0]
	}
	for k := from; k < to && k < from+14; k++ {
		if r.marked(k) || r.items[k].ends || r.items[k].is(cComma) {
			return
		}
		s := r.str(k)
		if s == "to" && (r.nearBy(k-1) || k == c.to && c.verb >= 0 && r.lex.verbs[c.verb].modality != "reply" && slices.Contains(r.lex.verbs[c.verb].with, s)) {
			continue // "a source close to the campaign", "referring to the mayor"
		}
		if s == "to" && k+1 < to && !r.items[k+1].is(cAux) && r.items[k+1].word.verb < 0 || s == "with" && r.talked(k) {
			if end := r.npForward(k+1, to); end > k+1 && r.addressee(q, [2]int{k + 1, end}, false) {
				return
			}
		}
		if s == "to" && k+2 < to && !r.items[k+1].upper && r.items[k+2].is(cDet|cPoss|cTo) {
			return // "before vowing to take it to the court": what follows goes with that verb
		}
	}
}

// openingTalk notes the addressee that an opening adjunct tells: "In an interview
// with the paper, Ann Lee said", "In an email to the paper, …".
func (r *reader) openingTalk(q *nutgraf.Quote, a, b int) bool {
	media := false
	for k := a + 1; k < b && k < a+12; k++ {
		it := &r.items[k]
		if it.piece >= 0 || it.is(cComma|cColon|cAux) {
			return false
		}
		if s := r.str(k); media && k+1 < b && (s == "with" || s == "to" && !r.items[k+1].is(cAux) && r.items[k+1].word.verb < 0) {
			end := r.npForward(k+1, b)
			return end > k+1 && r.addressee(q, [2]int{k + 1, end}, false)
		}
		media = media || it.is(cMedia)
	}
	return false
}

// talked reports whether the "with" at item k follows a talk or a sharing.
func (r *reader) talked(k int) bool {
	for j := k - 1; j >= 0 && j > k-4; j-- {
		if r.lex.sharing[r.str(j)] {
			return true
		}
	}
	return false
}

// hears reports whether a noun phrase can be an audience: its head is a noun for
// people or listeners, a pronoun that stands for somebody known, or a name. Only
// who is told, and not what words go to, may bear the name of a place or work.
func (r *reader) hears(x [2]int, told bool) bool {
	head := r.headOf(x)
	it := &r.items[head]
	switch e := r.hearerAt(head); {
	case it.is(cPron | cObj):
		return e >= 0
	case it.is(cTime) && head == x[0]:
		return false
	case e >= 0 && it.upper:
		return told || r.mentions.speaker(it.span.Start, it.span.End)
	case e >= 0 || it.is(cPerson|cPeople|cBody) || r.lex.hears[strings.ToLower(r.str(head))]:
		return true
	}
	return told && (it.upper && !it.is(cTime|cAdv) || doers(r.str(head)))
}

// adjunct reports whether item k, behind a noun, tells how, where or in what
// state: told lawmakers "privately", voters "here", a crowd "waiting".
func (r *reader) adjunct(k int) bool {
	it, s := &r.items[k], r.str(k)
	if it.upper || it.is(cPerson|cPeople|cBody) || r.lex.hears[s] || r.items[k-1].is(cDet|cPoss|cGenitive) {
		return false
	}
	return it.is(cAdv) || isAdverb(s) || isPastShape(s) || len(s) > 5 && strings.HasSuffix(s, "ing") && r.hears([2]int{k - 1, k}, true)
}

// doers reports whether a word is a plural made of a verb or field: "bankers".
func doers(s string) bool {
	for _, end := range []string{"ers", "ors", "ists", "ians", "ees"} {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}

// hearerAt returns the entity that a name at item k bears, or that a pronoun
// there stands for, or -1.
func (r *reader) hearerAt(k int) int {
	if e := r.namedAt(k); e >= 0 || !r.items[k].is(cPron|cObj) {
		return e
	}
	return r.votedAt(k)
}

// paper reports whether a noun is of an outlet, of which what follows with "of" is
// rather what it was told about.
func (r *reader) paper(s string) bool {
	return r.lex.papers[s]
}

// addressee notes the one spoken to, of the items x, where it can hear.
func (r *reader) addressee(q *nutgraf.Quote, x [2]int, told bool) bool {
	for k := x[0] + 1; k < x[1]; k++ {
		if r.items[k].is(cPrep) && r.str(k) != "of" && r.str(k) != "for" {
			x[1] = k
		}
	}
	for k := x[0] + 1; told && k < x[1]; k++ {
		if r.str(k) == "of" && !r.items[k-1].upper && r.paper(r.str(k-1)) {
			x[1] = k // told the newspaper of the race
		}
	}
	for x[1]-x[0] > 1 && r.adjunct(x[1]-1) {
		x[1]--
	}
	e := r.hearerAt(r.headOf(x))
	if !r.hears(x, told) || e >= 0 && e == q.Speaker || !told && r.bareRole(x) {
		return false
	}
	q.Addressee = r.rangeSpan(x)
	q.AddresseeName = q.Addressee.Of(r.text)
	if e >= 0 {
		q.AddresseeName = r.ann.Entities[e].Name
		q.Addressee.End = max(q.Addressee.End, r.nameEnd(r.headOf(x)))
	}
	return true
}

// bareRole reports whether a phrase is a role of one person that nothing determines, as
// behind a verb: "a hearing to become attorney general".
func (r *reader) bareRole(x [2]int) bool {
	head := &r.items[r.headOf(x)]
	return r.str(x[0]) != "one" && head.is(cPerson) && !head.is(cPeople|cBody|cPron|cObj) && !head.upper && !r.items[x[0]].upper && !r.items[x[0]].is(cDet|cPoss|cNumber) && r.namedAt(r.headOf(x)) < 0
}

// nameEnd returns where the name ends that item k is of: "Today" may end one.
func (r *reader) nameEnd(k int) int {
	at, end := r.items[k].span, 0
	for m := r.mentions.first(at.Start); m < len(r.mentions.all) && r.mentions.all[m].Span.Start < at.End; m++ {
		if x := &r.mentions.all[m]; x.Kind == nutgraf.ByName && x.Span.End >= at.End {
			end = max(end, x.Span.End)
		}
	}
	return end
}

// scanUnit looks for a medium in the items of a unit outside what is quoted.
func (r *reader) scanUnit(q *nutgraf.Quote, u *unit) {
	for k := u.a; k < u.b && q.Medium == ""; k++ {
		if r.items[k].is(cMedia) && !r.within(q, r.items[k].span.Start) && !r.namesThing(u, k) && !r.ofOther(q, u, k) && !r.behindWhich(q, k) {
			r.medium(q, u, k)
		}
	}
}

// namesThing reports whether a medium at item k only tells of what kind the thing
// behind it is: "her private email server", "the tweet storm".
func (r *reader) namesThing(u *unit, k int) bool {
	if k+1 >= u.b || r.items[k].upper {
		return false
	}
	n := &r.items[k+1]
	return !n.upper && n.piece < 0 && n.word.class == 0 && n.word.verb < 0 && !isPastShape(r.str(k+1)) && !isAdverb(r.str(k+1)) && !strings.HasSuffix(r.str(k+1), "ing") && r.nominal(k+1)
}

// ofOther reports whether another's attribution stands between the medium at item k
// and the one of quotation q: "Lee says the proof is in the memo, and Kim says".
func (r *reader) ofOther(q *nutgraf.Quote, u *unit, k int) bool {
	if q.Cue.IsZero() {
		return false
	}
	for j := u.uses[0]; j < u.uses[1]; j++ {
		c := &r.uses[j]
		at := r.items[c.at].span.Start
		if !c.hasSubject() || c.shared || c.accord || at == q.Cue.Start || c.subj[0] < u.a || !q.Source.IsZero() && r.rangeSpan(c.subj).Contains(q.Source) {
			continue
		}
		if r.items[k].span.Start < q.Cue.Start && c.hasContent() && c.content[0] <= k && k < c.content[1] && at < q.Cue.Start && r.items[c.content[1]-1].span.End < q.Cue.Start {
			return true
		}
	}
	return false
}

// behindWhich reports whether the medium at item k stands in a relative clause behind the
// attribution: "said Ann Lee of the union, which sued the port in a letter".
func (r *reader) behindWhich(q *nutgraf.Quote, k int) bool {
	from := max(q.Cue.End, q.Source.End)
	return from > 0 && from <= r.items[k].span.Start && r.inRelative(r.itemAt(from), k)
}

// byVerb notes the medium that the cue itself names: "tweeted".
func (r *reader) byVerb(q *nutgraf.Quote) {
	for w := range strings.FieldsSeq(q.Cue.Of(r.text)) {
		if equalFold(w, "tweeted") || equalFold(w, "tweets") || equalFold(w, "tweeting") {
			q.Medium, q.MediumSpan = "tweet", q.Cue
		}
	}
}

// within reports whether an offset lies in what is quoted.
func (r *reader) within(q *nutgraf.Quote, offset int) bool {
	for _, p := range q.Parts {
		if p.Start <= offset && offset < p.End {
			return true
		}
	}
	return false
}

// medium reads the longest phrase of the media list at item k, if the words
// before it make it the place of the words.
func (r *reader) medium(q *nutgraf.Quote, u *unit, k int) {
	if !r.through(u, k) {
		return
	}
	if m, at, ok := r.mediumAt(u, k); ok {
		q.Medium, q.MediumSpan = m, at
	}
}

// mediumAt returns the medium that the longest phrase of the media list at item
// k names, and where the phrase stands.
func (r *reader) mediumAt(u *unit, k int) (m string, at nutgraf.Span, ok bool) {
	for n := 3; n > 0; n-- {
		if k+n > u.b || r.items[k+n-1].piece >= 0 {
			continue
		}
		at = r.rangeSpan([2]int{k, k + n})
		if m, ok = r.lex.media[strings.ToLower(at.Of(r.text))]; ok {
			return m, at, true
		}
	}
	return "", nutgraf.Span{}, false
}

// through reports whether a preposition of place or means leads to item k, or
// a verb of posting stands there.
func (r *reader) through(u *unit, k int) bool {
	if r.items[k].word.verb >= 0 && r.items[k].word.form == past {
		return true
	}
	for j := k - 1; j >= u.a && j > k-6; j-- {
		it := &r.items[j]
		switch s := r.str(j); s {
		case "to":
			return j == u.a || r.items[k].upper && r.turns(j-1) // "took to Twitter", not "in response to the letter"
		case "of", "about", "with", "from", "against", "and", "or":
			return false // "the wake of the tweet", "in interviews and tweets"
		case "in", "In", "at", "At", "during", "During":
			if r.items[k].upper && !r.items[k-1].is(cDet|cPoss) {
				return false // "In one case Facebook", "head of harbours at Facebook"
			}
			return !r.shown(j - 1)
		case "on", "On", "via", "Via", "through":
			return !r.shown(j - 1)
		case "by", "a", "an", "per":
			if j == u.a {
				return true
			}
			continue
		}
		if it.piece >= 0 || it.is(cComma|cColon|cStop|cAux|cThat) {
			return false
		}
	}
	return false
}

// turns reports whether the verb at item j takes somebody to a platform.
func (r *reader) turns(j int) bool {
	return r.lex.taking[strings.ToLower(r.str(j))]
}

// shown reports whether the participle at item j tells that somebody can be seen, and not
// that he speaks: "is seen in a video".
func (r *reader) shown(j int) bool {
	return r.lex.showing[r.str(j)]
}

// inherit carries medium, time and hearer over from the quotation before when
// this one goes on from it.
func (r *reader) inherit(i int) {
	if i == 0 {
		return
	}
	q, p := &r.quotes[i], &r.quotes[i-1]
	f, g := &r.froms[i-1], &r.froms[i]
	if f.para < g.para0-1 || q.Name == "" || q.Name != p.Name {
		return
	}
	if q.Medium == "" && p.Medium != "" && (g.use < 0 || (q.When < 0 || q.When == p.When) && (f.para == g.para0 || !f.lent && q.How == nutgraf.HowPronoun)) {
		q.Medium, q.MediumSpan, g.lent = p.Medium, p.MediumSpan, true
	}
	if g.use >= 0 && f.para < g.para0 {
		return
	}
	if q.When < 0 {
		q.When = p.When
	}
	if q.AddresseeName == "" && r.froms[i].use < 0 {
		q.Addressee, q.AddresseeName = p.Addressee, p.AddresseeName
	}
}

// why explains quotation i in plain words.
func (r *reader) why(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	e := nutgraf.Evidence{Rule: "quote/" + string(q.How)}
	switch {
	case g.answer && q.Name != "":
		e.Text = "An answer; the opening of the interview names whom it is with."
	case q.Name == "" && q.Source.IsZero():
		e.Rule, e.Text = "quote/open", "No words attribute it, and nobody stands near enough to be named."
	case q.Name == "":
		e.Text = "“" + q.Source.Of(r.text) + "” is said to speak; the report does not let us name them."
	case q.How == nutgraf.HowPosition && q.Source.Start >= q.Span.End:
		e.Text = "Its marks stay open; taken from the attribution of the words that go on with it."
	case q.How == nutgraf.HowPosition:
		e.Text = "No attribution of its own; taken from the words before it."
	case q.How == nutgraf.HowPronoun:
		e.Text = "“" + q.Source.Of(r.text) + "” is taken to be " + q.Name + "."
	case q.How == nutgraf.HowRole && q.Speaker >= 0:
		e.Text = "“" + q.Source.Of(r.text) + "” fits " + q.Name + "."
	default:
		e.Text = "“" + q.Source.Of(r.text) + "” is named beside it."
	}
	if g.use >= 0 && !q.Cue.IsZero() {
		e.Refs = append(e.Refs, nutgraf.Ref{Doc: r.doc.ID, Span: q.Cue})
	}
	if !q.Source.IsZero() {
		e.Refs = append(e.Refs, nutgraf.Ref{Doc: r.doc.ID, Span: q.Source})
	}
	q.Why = e
}
