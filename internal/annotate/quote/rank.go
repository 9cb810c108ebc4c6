package quote

import (
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// The features of the ranking, and their weights. They are set by hand; a
// speaker is named only when the best candidate passes threshold and leads the
// next by margin.
const (
	wSameSentence = 2.0  // named in the same sentence, before the reference
	wNear         = 2.0  // one sentence back; falls off by wFade with each more
	wFade         = 0.55 //
	wSubject      = 1.2  // opens its sentence
	wClause       = 2.0  // … and it is the sentence of the pronoun
	wSpoke        = 2.6  // speaker of the quotation before, in this or the last paragraph
	wParagraph    = 1.0  // taken from wSpoke where that was in the paragraph before
	wGender       = 1.0  // the gender is known and agrees
	wRole         = 3.5  // an apposition or a title gives it the role
	wKin          = 2.2  // … a kindred role
	wFrom         = 3.0  // the place in the phrase stands beside the name
	wVoted        = 1.4  // the mentions resolve the reference so
	wQuoted       = -1.8 // named only within marks
	wOwner        = -0.5 // named as an owner: "Jones's"
	wOften        = 0.25 // per mention before, up to four
	wFirst        = 0.6  // first person of the report
	threshold     = 1.6
	bodyThreshold = 3.0 // for "it", which stands for things more often: a body must open its sentence or have spoken
	margin        = 0.25
	maxBack       = 70    // mentions looked at
	alone         = 100.0 // how far the only candidate leads at least
)

// asked is what a reference asks of its speaker.
type asked struct {
	female int8 // +1 she, -1 he, 0 either
	person bool
	body   bool
	role   string // head noun, lower case; empty for a pronoun
	kind   string // the word in lower case before its noun: "foreign", "money"
	land   string // word for a foreign country before the noun: "Mexican"
	named  []int  // entities named before the noun: "the Ashby council"
	at     int    // byte offset of the reference
	past   bool   // the words say that they held it once
	party  string // letter of the party that the words tell of a politician
	not    []int  // entities named before in the sentence, whose physician or lawyer it is
	until  int    // end of the clause of a pronoun that is a subject: whom it names is somebody else
	quote  int
	vote   int // entity the mentions resolve it to, or -1
}

// score is a candidate with what speaks for it.
type score struct {
	entity int
	points float64
	near   int // offset of the nearest mention
	why    string
}

// rank returns the best candidate and how far it leads.
func (r *reader) rank(a asked) (best score, lead float64, ok bool) {
	r.cands = r.cands[:0]
	x := &r.mentions
	from := x.first(a.at) - 1
	here := r.seg.SentenceAt(a.at)
	others := append(r.namedBehind(a), a.not...)
	for m := from; m >= 0 && m > from-maxBack; m-- {
		if e := x.all[m].Entity; e >= 0 && x.all[m].Kind == nutgraf.ByName && r.mayBe(e, a) && !slices.Contains(others, e) {
			r.credit(m, e, here, a)
		}
	}
	best.entity = -1
	second := -alone
	for i := range r.cands {
		c := &r.cands[i]
		if best.entity < 0 || c.points > best.points {
			if best.entity >= 0 {
				second = best.points
			}
			best = *c
		} else if c.points > second {
			second = c.points
		}
	}
	if best.entity < 0 || best.points < threshold {
		return best, 0, false
	}
	return best, best.points - second, best.points-second >= margin
}

// namedBehind returns the persons whom the clause of a pronoun names behind it,
// outside of marks, and who so are not the one it stands for: "he railed against
// Bo Kim", "she said Ann Lee would", "he dismissed Kim's alibi".
func (r *reader) namedBehind(a asked) []int {
	var out []int
	x := &r.mentions
	for m := x.first(a.at); m < len(x.all) && x.all[m].Span.Start < a.until; m++ {
		if e := x.all[m].Entity; e >= 0 && x.all[m].Kind == nutgraf.ByName && x.all[m].Span.Start > a.at && r.insidePiece(x.all[m].Span.Start) == 0 {
			out = append(out, e)
		}
	}
	return out
}

// mayBe reports whether an entity can stand behind the reference at all.
func (r *reader) mayBe(e int, a asked) bool {
	if e >= len(r.ann.Entities) {
		return false
	}
	n := &r.ann.Entities[e]
	switch n.Type {
	case nutgraf.Person, nutgraf.Character:
		return !a.body && n.Female*a.female >= 0 && (a.party == "" || !r.otherParty(e, a.party))
	case nutgraf.Organization, nutgraf.Outlet:
		return !a.person
	case nutgraf.Group: // "the administration" of the Lee administration
		return !a.person && a.role != "" && r.roleMatch(e, a.role) > 0
	}
	return false
}

// credit adds what mention m says for entity e.
func (r *reader) credit(m, e, here int, a asked) {
	c := r.candidate(e, a)
	sp := r.mentions.all[m].Span
	inside := r.insidePiece(sp.Start)
	s := r.seg.SentenceAt(sp.Start)
	if c.near < 0 || inside == 0 && c.why == "quoted" {
		c.points += r.nearness(m, s, here, inside > 0, a)
		c.near = sp.Start
		c.why = ""
		if inside > 0 {
			c.why = "quoted"
		}
	}
	if inside == 0 {
		c.points += wOften / float64(1+(here-s)/6)
	}
}

// nearness weighs the nearest mention of a candidate.
func (r *reader) nearness(m, s, here int, inside bool, a asked) float64 {
	sp := r.mentions.all[m].Span
	p := 0.0
	switch d := here - s; {
	case d <= 0:
		p = wSameSentence
	default:
		p = wNear - wFade*float64(d-1)
	}
	p = max(p, -1.5)
	if inside {
		p += wQuoted
	}
	if it := a.body && a.role == ""; s >= 0 && !owner(r.text, sp.End) && (r.opens(sp.Start, s) && !(it && r.afterVerb(sp.Start, s)) || a.person && a.role == "" && s < here && r.mainName(sp.Start, s)) {
		p += wSubject
		if s == here && !inside && a.role == "" {
			p += wClause
		}
	}
	if owner(r.text, sp.End) {
		p += wOwner
	}
	return p
}

// candidate returns the slot of an entity, making it with what does not hang
// on a single mention.
func (r *reader) candidate(e int, a asked) *score {
	for i := range r.cands {
		if r.cands[i].entity == e {
			return &r.cands[i]
		}
	}
	c := score{entity: e, near: -1}
	if a.female != 0 && r.ann.Entities[e].Female == a.female {
		c.points += wGender
	}
	if a.vote == e {
		c.points += wVoted
	}
	if a.quote > 0 {
		p := &r.quotes[a.quote-1]
		if gap := r.froms[a.quote].para0 - r.froms[a.quote-1].para; p.Speaker == e && gap <= 0 {
			c.points += wSpoke
		} else if p.Speaker == e && gap == 1 {
			c.points += wSpoke - wParagraph
		}
	}
	if a.role != "" {
		c.points += r.roleMatch(e, a.role)
		if slices.ContainsFunc(a.named, func(o int) bool {
			return r.ann.Entities[o].Type == nutgraf.Place && r.beside(e, r.ann.Entities[o].Name)
		}) {
			c.points += wFrom
		}
	}
	if r.ann.Entities[e].Type == nutgraf.Character {
		c.points -= 1.5
	}
	r.cands = append(r.cands, c)
	return &r.cands[len(r.cands)-1]
}

// roleMatch weighs how well the roles that a report gives an entity fit a noun.
func (r *reader) roleMatch(e int, noun string) float64 {
	best := 0.0
	for _, ro := range r.roles[e] {
		switch {
		case ro == noun:
			best = max(best, wRole)
		case r.lex.akin(ro, noun):
			best = max(best, wKin)
		}
	}
	if t := r.ann.Entities[e].Type; (t == nutgraf.Organization || t == nutgraf.Group) && len(noun) > 3 {
		for w := range strings.FieldsSeq(r.ann.Entities[e].Name) {
			if strings.EqualFold(w, noun) {
				best = wRole // "the commission" of the Harbour Commission
			}
		}
	}
	for _, ro := range r.ann.Entities[e].Roles {
		if noun == "official" || noun == "source" {
			break // which of many it is, only a title beside the name tells
		}
		under := ""
		for w := range strings.FieldsSeq(strings.ToLower(ro)) {
			switch {
			case deputy(w):
				under = w + " "
			case under+w == noun:
				best = max(best, wRole)
			case r.lex.akin(under+w, noun):
				best = max(best, wKin)
			}
		}
	}
	return best
}

// opens reports whether a mention at offset stands at the head of sentence s.
func (r *reader) opens(offset, s int) bool {
	at := r.seg.Sentences[s].Span.Start
	if offset-at >= 45 {
		return false
	}
	before := r.text[at:offset]
	if role, ok := strings.CutSuffix(before, ", "); ok { // "Ann's lawyer, Bo Kim, told"
		k := r.itemAt(offset)
		e := r.namedAt(k)
		return k > 1 && r.items[k-2].is(cPerson) && e >= 0 && r.ann.Entities[e].Type == nutgraf.Person && !strings.ContainsAny(role, ",;:\"“")
	}
	return offset-at < 30 && !strings.ContainsAny(before, ",;:\"“")
}

// mainName reports whether the name at offset is the subject that follows the opening
// adjunct of sentence s: "On a day when the paper wrote of Bo Kim, Ann Lee might".
func (r *reader) mainName(offset, s int) bool {
	k, first := r.itemAt(offset), r.itemAt(r.seg.Sentences[s].Span.Start)
	if k <= first+2 || !r.items[k-1].is(cComma) || !r.items[first].is(cPrep|cSub|cTime|cWh) {
		return false
	}
	e := r.namedAt(k)
	for k < len(r.items) && r.namedAt(k) == e {
		k++
	}
	return k < len(r.items) && r.acting(k)
}

// afterVerb reports whether a verb or a preposition stands in sentence s before
// offset: "the plan went to the club".
func (r *reader) afterVerb(offset, s int) bool {
	for k := r.itemAt(r.seg.Sentences[s].Span.Start); k < len(r.items) && r.items[k].span.Start < offset; k++ {
		if it := &r.items[k]; it.is(cPrep|cAux) || !it.upper && (it.word.verb >= 0 && !it.is(roleNouns) || isPastShape(r.str(k))) {
			return true
		}
	}
	return false
}

// itemAt returns the first item that ends after offset.
func (r *reader) itemAt(offset int) int {
	return sort.Search(len(r.items), func(i int) bool { return r.items[i].span.End > offset })
}

func owner(text string, end int) bool {
	return strings.HasPrefix(text[end:], "'s") || strings.HasPrefix(text[end:], "’s") || strings.HasPrefix(text[end:], "' ") || strings.HasPrefix(text[end:], "’ ")
}

// insidePiece returns 1 + the index of the quoting piece that holds offset, or 0.
func (r *reader) insidePiece(offset int) int {
	lo, hi := 0, len(r.pieces)
	for lo < hi {
		mid := (lo + hi) / 2
		if r.pieces[mid].span.End <= offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(r.pieces) && r.pieces[lo].span.Start <= offset && !r.pieces[lo].quiet {
		return lo + 1
	}
	return 0
}

// maxRoles bounds the roles kept of one entity.
const maxRoles = 12

// give notes a role noun of an entity.
func (r *reader) give(e int, noun string) {
	if e < len(r.roles) && len(r.roles[e]) < maxRoles && !slices.Contains(r.roles[e], noun) {
		r.roles[e] = append(r.roles[e], noun)
	}
}

// gatherRoles reads titles and appositions round every name: "director Ann
// Lee", "Ann Lee, the director of", "the film's director, Ann Lee".
func (r *reader) gatherRoles() {
	r.roles = make([][]string, len(r.ann.Entities))
	i := 0
	for m := range r.mentions.all {
		x := &r.mentions.all[m]
		if x.Entity < 0 || x.Kind != nutgraf.ByName {
			continue
		}
		for i < len(r.items) && r.items[i].span.End <= x.Span.Start {
			i++
		}
		if i >= len(r.items) || r.items[i].piece >= 0 {
			continue
		}
		r.rolesBefore(i, x)
		r.deeds(i, x)
		j := i
		for j < len(r.items) && r.items[j].span.Start < x.Span.End {
			r.roleItem(j, x.Entity)
			j++
		}
		r.rolesAfter(j, x.Entity)
	}
}

const roleNouns = cPerson | cBody

func (r *reader) rolesBefore(i int, m *nutgraf.Mention) {
	k, e := i-1, m.Entity
	if k > 0 && r.items[k].is(cComma) {
		if !r.items[k-1].is(roleNouns) || k > 1 && isPastShape(r.str(k-2)) || r.ofAdjunct(k-1, m) {
			return // "If elected president, Ann Lee will"
		}
		k--
	}
	for n := 0; k >= 0 && n < 4; k, n = k-1, n+1 {
		it := &r.items[k]
		if it.is(roleNouns) && k > 0 && (!it.upper && r.str(k-1) == "for" || it.upper && equalFold(r.str(k-1), "a")) {
			return // "running for president, Ann Lee", "a President Lee could"
		}
		if it.ends || it.piece >= 0 || it.is(cComma|cDet|cPrep|cAux|cConj|cPron|cStop|cGenitive) && !it.is(roleNouns) || it.word.verb >= 0 && !it.upper && !it.is(roleNouns) {
			return // "the judge said Ann Lee" makes no judge of her
		}
		r.roleItem(k, e)
	}
}

// ofAdjunct reports whether the noun at item k, before a comma and the name of mention m,
// ends an adjunct and stands in no apposition: "According to an official, Ann Lee was".
func (r *reader) ofAdjunct(k int, m *nutgraf.Mention) bool {
	j := r.itemAt(m.Span.End - 1)
	if j+1 >= len(r.items) || r.items[j+1].is(cComma|cStop|cDash|cParen|cConj) {
		return false
	}
	for n := 0; k > 0 && n < 8; k, n = k-1, n+1 {
		if it := &r.items[k-1]; it.ends || it.piece >= 0 || it.is(cComma|cGenitive) {
			return false
		} else if it.is(cPrep | cTo) {
			return true
		}
	}
	return false
}

func (r *reader) rolesAfter(j, e int) {
	if j+1 < len(r.items) && r.items[j].is(cComma|cParen) && partyLabel(r.str(j+1)) {
		switch r.str(j + 1)[0] { // "Ann Lee (R-Ohio)"
		case 'R':
			r.give(e, "republican")
		case 'D':
			r.give(e, "democrat")
		}
		return
	}
	if j+1 >= len(r.items) || !r.items[j].is(cComma|cDash) && !(r.items[j].is(cAux) && (r.str(j) == "is" || r.str(j) == "was")) {
		return
	}
	for k, n := j+1, 0; k < len(r.items) && n < 9; k, n = k+1, n+1 {
		it := &r.items[k]
		if it.ends || it.piece >= 0 || it.is(cComma|cAux|cRel|cPron|cStop) || it.is(cPrep) && k > j+1 || it.word.form == ing && it.word.verb >= 0 || k == j+1 && !it.upper && strings.HasSuffix(r.str(k), "ing") {
			return // "Bo Kim, using the mayor's figures"
		}
		if it.is(roleNouns) && k+1 < len(r.items) && r.items[k+1].is(cGenitive) {
			return // "Bo Kim, the mayor's brother"
		}
		if it.is(roleNouns) && k+1 < len(r.items) && (r.finite(k+1) || r.items[k+1].is(cAux)) && r.items[j].is(cComma) {
			return // "after the firing of Bo Kim, the mayor said"
		}
		r.roleItem(k, e)
		if it.is(roleNouns) && k+1 < len(r.items) && r.items[k+1].is(cPrep|cComma) {
			return
		}
	}
}

func (r *reader) roleItem(k, e int) {
	it := &r.items[k]
	s := strings.ToLower(r.str(k))
	if k > 0 && deputy(r.str(k-1)) {
		s = strings.ToLower(r.str(k-1)) + " " + s
	}
	if it.is(roleNouns) || r.lex.kin[s] != nil {
		r.give(e, s)
	}
}

// deputy reports whether a word makes another office of the one it stands before:
// "vice president", "Deputy Secretary".
func deputy(s string) bool {
	if len(s) > len("ex-") && strings.EqualFold(s[:len("ex-")], "ex-") {
		s = s[len("ex-"):]
	}
	for _, w := range [...]string{"vice", "deputy", "assistant", "associate"} {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}

// deeds gives an entity the role of what it is told to do: "starring Ann Lee",
// "written by Bo Kim", "Bo Kim has been hired to write".
func (r *reader) deeds(i int, x *nutgraf.Mention) {
	if i > 0 {
		if n := r.lex.deedsBefore[r.str(i-1)]; n != "" {
			r.give(x.Entity, n)
		}
		if i > 1 && r.str(i-1) == "by" {
			if n := r.lex.deedsBy[r.str(i-2)]; n != "" {
				r.give(x.Entity, n)
			}
		}
	}
	for i < len(r.items) && r.items[i].span.Start < x.Span.End {
		i++
	}
	for k := i; k < len(r.items) && k < i+6 && !r.items[k].ends && r.items[k].piece < 0; k++ {
		if n := r.lex.deedsAfter[r.str(k)]; n != "" {
			r.give(x.Entity, n)
			return
		}
	}
}
