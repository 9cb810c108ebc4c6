package quote

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"nutgraf"
)

// byRole resolves a role noun to the person it fits, and names an unnamed
// speaker by the words of the report otherwise.
func (r *reader) byRole(i int, np [2]int, head int) {
	q := &r.quotes[i]
	head = r.beforeParticiple(np, head)
	it := &r.items[head]
	noun := strings.ToLower(r.str(head))
	if r.properName(np, head) {
		if e := r.introduced(r.str(head), 0); e >= 0 && head == np[0] {
			r.speak(q, e)
			q.How, q.Confidence = nutgraf.HowCue, 0.6
			return
		}
		q.Name, q.How, q.Confidence = r.rangeSpan([2]int{np[0], head + 1}).Of(r.text), nutgraf.HowCue, 0.6
		return
	}
	if e := r.ofAge(np); e >= 0 {
		r.speak(q, e)
		q.Confidence = 0.8
		return
	}
	if e := r.goesOnOf(i, np, head); e >= 0 {
		r.speak(q, e)
		q.Confidence = 0.65
		return
	}
	if !it.is(cPerson|cPeople|cBody|cDoc) && !nobody(noun) && !r.anybody(np, head) && !municipal(noun) && (noun != "crowd" || q.Kind != nutgraf.Direct) {
		return
	}
	first := &r.items[np[0]]
	if noun == "office" && first.is(cPoss) {
		return // it would not say whose
	}
	definite := (equalFold(r.str(np[0]), "the") || first.is(cPoss)) && !r.joined(np, head)
	if e := r.ofOffice(np, head); e >= 0 {
		r.speak(q, e)
		q.Confidence = 0.75
		return
	}
	if e := r.onlyDoctor(np, head); e >= 0 {
		r.speak(q, e)
		q.Confidence = 0.7
		return
	}
	if definite && it.is(cPerson|cBody) && (head+1 == np[1] || it.is(cBody)) {
		a := asked{at: q.Source.Start, quote: i, vote: r.votedAt(head), role: noun, person: it.is(cPerson), body: it.is(cBody) && !it.is(cPerson)}
		a.female, a.named = sexOfNoun(noun), r.namedIn(np)
		for k := np[0] + 1; k < head; k++ {
			a.past = a.past || r.str(k) == "former"
		}
		if head > np[0] && deputy(r.str(head-1)) {
			a.role = strings.TrimPrefix(strings.ToLower(r.str(head-1)), "ex-") + " " + noun
		}
		if g := &r.froms[i]; first.is(cPoss) && g.use >= 0 {
			for k := r.units[r.uses[g.use].unit].a; k < np[0]; k++ {
				if e := r.namedAt(k); e >= 0 {
					a.not = append(a.not, e)
				}
			}
		}
		if k := head - 1; a.person && k > np[0] && parties[r.str(k)] != "" {
			a.party = parties[r.str(k)]
		}
		if k := head - 1; k > np[0] && !r.items[k].upper && r.items[k].word.class == 0 && !isAdverb(r.str(k)) && (!adjectival(r.str(k)) || strings.HasSuffix(r.str(k), "y")) && r.str(k) != "senior" {
			a.kind = r.str(k)
		}
		r.needRoles()
		a.land = r.landIn(np, head)
		telling := noun == "source" || // whom a report leaves unnamed on purpose
			generic(noun) && np[1] < len(r.items) && r.str(np[1]) == "who" || // "the officer who fired"
			r.oneOfMany(np, head) || it.is(cBody) && plural(noun) && len(r.lex.kin[noun]) == 0 || it.is(cBody) && r.lex.akin(noun, "publication") && r.ofOthers(np, head)
		if a.person && (!office(noun) || r.justUnnamed(i, noun)) && r.sameSource(i, np, head) || !telling && r.fitsRole(i, a) {
			return
		}
	}
	if definite && it.is(cPerson) && (oneHolds(noun) || head+1 == np[1] && !generic(noun) && len(r.lex.kin[noun]) > 0) {
		return // somebody whom the report names and the rules cannot tell, or whom everybody knows
	}
	if definite && both(noun) && head+1 == np[1] && r.lastPlural(i, np[0], 8, 12) {
		return
	}
	if definite && head+1 == np[1] && municipal(noun) && r.lastPlace(i) {
		return
	}
	if noun == "another" && np[1]-np[0] == 1 && r.likeTheLast(i) {
		return
	}
	r.unnamed(q, np, head)
}

// ofOffice returns the one person to whom the report gives, beside their name, the very office
// that phrase np tells with what it is of, or -1: "the secretary of state" where it has
// "Secretary of State Ann Lee". A former one is another.
func (r *reader) ofOffice(np [2]int, head int) int {
	if !equalFold(r.str(np[0]), "the") || !r.items[head].is(cPerson) || head+2 >= np[1] || r.str(head+1) != "of" || np[1]-head > 6 {
		return -1
	}
	office := strings.ToLower(r.rangeSpan([2]int{head, np[1]}).Of(r.text))
	past := false
	for k := np[0] + 1; k < head; k++ {
		if !once(r.str(k)) {
			return -1
		}
		past = true
	}
	found := -1
	for m := range r.persons() {
		if m.Entity == found {
			continue
		}
		before, ok := strings.CutSuffix(strings.ToLower(strings.TrimRight(r.titleWithin(m.Span.Start, len(office)+24), " ,")), office)
		if !ok || strings.Contains(before, "former") != past {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Entity
	}
	return found
}

// onlyDoctor returns the one person whom the report calls "Dr.", where that is near the
// doctor of phrase np, and it tells of no doctor without a name; else -1.
func (r *reader) onlyDoctor(np [2]int, head int) int {
	if s := r.str(head); s != "doctor" && s != "physician" || head+1 != np[1] || head != np[0]+1 || !equalFold(r.str(np[0]), "the") && !r.items[np[0]].is(cPoss) {
		return -1
	}
	found, near := -1, false
	here := r.units[r.unitOf(head)].para
	for m := range r.persons() {
		at := r.itemAt(m.Span.Start)
		titled := at < len(r.items) && (at > 0 && isDoctor(r.str(at-1)) || at > 1 && isDoctor(r.str(at-2)) || isDoctor(r.str(at)))
		if !titled && m.Entity != found {
			continue
		}
		if found >= 0 && found != m.Entity {
			return -1
		}
		found = m.Entity
		if p := r.units[r.unitOf(at)].para; p >= here-2 && p <= here+1 {
			near = true
		}
	}
	if !near {
		return -1
	}
	for k := 1; k < len(r.items); k++ {
		if s := r.str(k); s == "doctors" || s == "physicians" || (s == "doctor" || s == "physician") && (equalFold(r.str(k-1), "a") || equalFold(r.str(k-1), "one")) {
			return -1
		}
	}
	return found
}

func isDoctor(s string) bool { return s == "Dr" || s == "Dr." }

// joined reports whether the noun that heads a phrase is the last of several, with a
// determiner of its own: "the company and its founder".
func (r *reader) joined(np [2]int, head int) bool {
	for k := np[0] + 1; k+1 < head; k++ {
		if r.items[k].is(cConj) && r.items[k+1].is(cDet|cPoss) {
			return true
		}
	}
	return false
}

// ofAge returns the one person to whom the report gives the age by which a phrase tells
// who speaks, or -1: "Ann Lee, 36, won. … the 36-year-old said".
func (r *reader) ofAge(np [2]int) int {
	_, rest, ok := strings.Cut(r.rangeSpan(np).Of(r.text), " ")
	if !ok || !equalFold(r.str(np[0]), "the") {
		return -1
	}
	age, rest, ok := strings.Cut(rest, "-")
	if !ok || rest != "year-old" || len(age) > 3 {
		return -1
	}
	found := -1
	for m := range r.persons() {
		if m.Entity == found {
			continue
		}
		before := strings.TrimRight(r.titleBefore(m.Span.Start), " ")
		if after := r.text[m.Span.End:]; !strings.HasPrefix(after, ", "+age+",") && !strings.HasPrefix(after, " ("+age+")") && !strings.HasSuffix(before, age+"-year-old") {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Entity
	}
	return found
}

// properName reports whether a phrase is a name that the mentions do not know:
// one to four words with capitals, on no list and in no mention, that do not
// open the sentence alone.
func (r *reader) properName(np [2]int, head int) bool {
	if head+1 != np[1] || np[1]-np[0] > 4 || np[1]-np[0] == 1 && (r.opensUnit(np[0]) || r.items[np[0]-1].is(cColon|cDash|cParen)) {
		return false
	}
	for k := np[0]; k < np[1]; k++ {
		it := &r.items[k]
		if !it.upper || it.word.class != 0 || it.word.verb >= 0 || isAdverb(r.str(k)) || strings.HasSuffix(r.str(k), "ing") ||
			r.mentions.any(it.span.Start, it.span.End) {
			return false
		}
	}
	return true
}

// office reports whether a noun with "the" means one holder of an office, who
// is not unnamed even if the report never names them.
func office(noun string) bool {
	if before, after, ok := strings.Cut(noun, " "); ok && deputy(before) {
		noun = after
	}
	switch noun {
	case "president", "pope", "king", "queen", "governor", "mayor", "senator", "chancellor", "premier", "minister", "secretary", "chairman", "ceo", "congressman", "congresswoman":
		return true
	}
	return false
}

// oneHolds reports whether a noun with "the" means the one holder of an office, also
// where it is told of what: "the former secretary of state", "the chairwoman".
func oneHolds(noun string) bool {
	switch noun {
	case "chairwoman", "chair", "speaker", "director", "ambassador", "sheriff", "commissioner", "nominee", "leader", "superintendent", "chief", "president-elect":
		return true
	}
	return office(noun)
}

// fitsRole picks the person whom the report gives a fitting role, or whom the
// mentions resolve the noun to.
func (r *reader) fitsRole(i int, a asked) bool {
	best, lead, ok := r.rank(a)
	if ok && r.holds(best, a) && r.tellsOf(i, best.entity) {
		a.not = append(a.not, best.entity)
		best, lead, ok = r.rank(a)
	}
	if !ok || best.points < threshold+1 || !r.describes(best.entity, a) {
		return false
	}
	if !r.holds(best, a) {
		return a.person && r.sameSpeaker(i, a)
	}
	if a.person && !r.inView(i, best.entity, a) {
		return false
	}
	q := &r.quotes[i]
	if r.tellsOf(i, best.entity) {
		return false
	}
	r.speak(q, best.entity)
	q.Confidence = min(0.9, 0.55+lead/10)
	return true
}

// tellsOf reports whether what quotation i says behind its cue, outside of marks, names
// entity e: "the president said Lee was ready" are not Lee's words.
func (r *reader) tellsOf(i, e int) bool {
	q := &r.quotes[i]
	x := &r.mentions
	from := max(q.Span.Start, q.Cue.End)
	for m := x.first(from); m < len(x.all) && x.all[m].Span.Start < q.Span.End; m++ {
		if at := x.all[m].Span.Start; at >= from && x.all[m].Entity == e && x.all[m].Kind == nutgraf.ByName && r.insidePiece(at) == 0 && !r.beforeNoun(r.itemAt(x.all[m].Span.End)) {
			return true
		}
	}
	return false
}

// ofState reports whether an entity is by its name a department, a house or a court.
func (r *reader) ofState(e int) bool {
	for w := range strings.FieldsSeq(r.ann.Entities[e].Name) {
		if r.lex.tells["state"][w] {
			return true
		}
	}
	return false
}

// beforeNoun reports whether a noun stands at item k behind a name, which so only tells
// whose or which it is: "Acme stores", "the Lee years".
func (r *reader) beforeNoun(k int) bool {
	return k < len(r.items) && r.nominal(k) && r.items[k].piece < 0 && !r.items[k].is(cGenitive|cTime|cDet|cPoss) && !r.acting(k) && !isAdverb(r.str(k))
}

// holds reports whether the report shows that a candidate is what the noun
// says: it gives them the role, or the mentions resolve the noun to them. A
// noun that may stand for anybody needs the very same role; a body of a kind
// that its name need not show ("the company") may be known by its place alone.
func (r *reader) holds(c score, a asked) bool {
	match := r.roleMatch(c.entity, a.role)
	switch {
	case a.vote == c.entity && !(a.person && generic(a.role)) || match >= wRole:
		return true
	case a.person:
		return match > 0 && !generic(a.role) && (a.kind == "") // "the hedge-fund manager" is not any executive
	case r.lex.akin(a.role, "publication"):
		return r.ann.Entities[c.entity].Type == nutgraf.Outlet
	}
	return match > 0 || len(r.lex.kin[a.role]) > 0 && c.points > threshold+wSpoke
}

// describes reports whether the names that stand before the noun of a phrase
// belong to the entity: they are part of its name or stand beside it somewhere.
// What a body or an office is of ("the Assad regime", "the Mexican president")
// must be shown so; where a lawmaker or an actor is from, and what readers know
// of their own country, the report may leave to them.
func (r *reader) describes(e int, a asked) bool {
	if a.person && a.kind != "" && r.otherKind(e, a) {
		return false
	}
	if a.body && r.lex.tells["private"][a.role] && r.ofState(e) {
		return false
	}
	if regional(a.role) && !a.past && !slices.Contains(r.roles[e], a.role) && r.otherOffice(e, a.role) {
		return false // "Mayor Ann Lee" is not "the governor"
	}
	if a.person && !office(a.role) && !generic(a.role) {
		return r.roleMatch(e, a.role) >= wRole || !slices.ContainsFunc(a.named, func(o int) bool {
			x := &r.ann.Entities[o] // "the Coast Guard admiral"
			return o != e && x.Type == nutgraf.Organization && parties[x.Name] == "" && !strings.HasSuffix(x.Name, " Party") && !strings.Contains(r.ann.Entities[e].Name, x.Name) && !r.beside(e, x.Name)
		})
	}
	if name := strings.ToLower(r.ann.Entities[e].Name); a.body && a.kind != "" && strings.Contains(name, a.role) && !strings.Contains(name, a.kind) {
		return false // "the foreign ministry" is not the Commerce Ministry
	}
	for _, o := range a.named {
		x := &r.ann.Entities[o]
		if land := r.lex.lands[x.Name]; o == e || a.vote == e && x.Type != nutgraf.Outlet && (land == "" || land == homeLand) || office(a.role) && x.Type != nutgraf.Place && x.Type != nutgraf.Organization {
			continue
		}
		if regional(a.role) && x.Type == nutgraf.Place && (r.lex.lands[x.Name] == "" || r.lex.lands[x.Name] == homeLand) && !r.placed(e) && r.soleHolder(e, a.role) {
			continue // "the Ohio governor", of the one governor it tells of
		}
		if !strings.Contains(r.ann.Entities[e].Name, x.Name) && !r.beside(e, x.Name) && !(single(a.role) && r.homely(x.Name) && r.entitled(e, a.role) && !r.abroad(e)) {
			return false
		}
	}
	return true
}

// regional reports whether a noun means an office of a part of a country.
func regional(noun string) bool {
	switch noun {
	case "governor", "senator", "congressman", "congresswoman", "mayor":
		return true
	}
	return false
}

// otherOffice reports whether the report gives person e an office beside that of a noun.
func (r *reader) otherOffice(e int, noun string) bool {
	for _, t := range r.ann.Entities[e].Roles {
		if w := strings.ToLower(lastOf(t)); w != noun && office(w) && !strings.HasPrefix(strings.ToLower(t), "former ") {
			return true
		}
	}
	return slices.ContainsFunc(r.roles[e], func(w string) bool { return w != noun && office(w) })
}

// otherKind reports whether the report gives person e the role of another kind than is asked
// for: "policy director Ann Lee" is not "the budget director".
func (r *reader) otherKind(e int, a asked) bool {
	other := false
	for m := range r.namings(e) {
		words := strings.Fields(r.titleWithin(m.Span.Start, 48))
		at := slices.IndexFunc(words, func(w string) bool { return strings.EqualFold(strings.Trim(w, ","), a.role) })
		if at < 1 {
			continue
		}
		if strings.EqualFold(words[at-1], a.kind) {
			return false
		}
		other = other || words[at-1][0] >= 'a' && words[at-1][0] <= 'z' && r.lex.words[words[at-1]].class == 0 && (!adjectival(words[at-1]) || strings.HasSuffix(words[at-1], "y")) && !once(words[at-1])
	}
	return other
}

// homely reports whether a name is that of the country whose offices the press names
// without it: "the U.S. president" is President Ann Lee.
func (r *reader) homely(name string) bool { return r.lex.sameLand(homeLand, name) }

// abroad reports whether the report names a country beside person e that is not home.
func (r *reader) abroad(e int) bool {
	for m := range r.namings(e) {
		for w := range strings.FieldsFuncSeq(r.titleBefore(m.Span.Start), func(c rune) bool { return c != '.' && !unicode.IsLetter(c) }) {
			if land := r.lex.lands[w]; land != "" && land != homeLand {
				return true
			}
		}
	}
	return false
}

// parties gives the letter by which labels tell a party ("D-Ohio") for its word.
var parties = map[string]string{"Republican": "R", "GOP": "R", "Democratic": "D", "Democrat": "D", "Libertarian": "L", "Green": "G"}

// otherParty reports whether the report gives a person another party than that of
// this letter, in their title or label: "Democratic nominee Ann Lee", "Bo Kim
// (D-Ohio)".
func (r *reader) otherParty(e int, letter string) bool {
	other := false
	for m := range r.namings(e) {
		for w := range strings.FieldsSeq(r.titleWithin(m.Span.Start, 48)) {
			if p := parties[strings.Trim(w, ",")]; p == letter {
				return false
			} else if p != "" {
				other = true
			}
		}
		if s := r.labelAfter(m.Span.End); partyLabel(s) || len(s) == 1 {
			if s[:1] == letter {
				return false
			}
			other = other || strings.Contains("RDLG", s[:1])
		}
	}
	return other
}

// homeLand is the country whose offices the press in English names without it.
const homeLand = "United States"

// oneOfMany reports whether a phrase picks one of several, and so nobody in view: "the
// 41st president", "the other senator".
func (r *reader) oneOfMany(np [2]int, head int) bool {
	for k := np[0] + 1; k < head; k++ {
		switch s := r.str(k); {
		case ordinalNumber(s), s == "more", s == "most", s == "other", s == "next", s == "latter", s == "rival":
			return true
		}
	}
	return false
}

// ofOthers reports whether a phrase tells whose its noun is: "the website for the
// harbour", "the state's website".
func (r *reader) ofOthers(np [2]int, head int) bool {
	for k := np[0]; k < head; k++ {
		if r.items[k].is(cGenitive) {
			return true
		}
	}
	return head+1 < np[1]
}

// landIn returns the word for a country that is not home in a phrase before its noun:
// "the Mexican leader".
func (r *reader) landIn(np [2]int, head int) string {
	for k := np[0] + 1; k < head; k++ {
		if land := r.lex.lands[r.str(k)]; land != "" && land != homeLand {
			return r.str(k)
		}
	}
	return ""
}

// ordinalNumber reports whether a word is a number that tells which of many: "41st".
func ordinalNumber(s string) bool {
	return len(s) > 2 && s[0] >= '1' && s[0] <= '9' && (strings.HasSuffix(s, "st") || strings.HasSuffix(s, "nd") || strings.HasSuffix(s, "rd") || strings.HasSuffix(s, "th"))
}

// namedIn returns the entities named in the items before the noun of a phrase.
func (r *reader) namedIn(np [2]int) []int {
	var out []int
	for k := np[0] + 1; k < np[1]-1; k++ {
		if o := r.namedAt(k); o >= 0 && r.items[k].upper && !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	return out
}

// maxBeside bounds the mentions searched for what stands beside a name; where
// somebody is from is told at their first mention.
const maxBeside = 400

// beside reports whether the name of a place stands close to a mention of
// entity e and belongs to it: "Ann Lee (D-Calif.)", "Mexico's president, Bo
// Kim".
func (r *reader) beside(e int, place string) bool {
	for m := range r.namings(e) {
		if r.holdsPlace(r.titleBefore(m.Span.Start), place) || r.holdsPlace(r.labelAfter(m.Span.End), place) {
			return true
		}
	}
	return false
}

// namings are the places, among the first of the report, where it names an entity.
func (r *reader) namings(e int) iter.Seq[*nutgraf.Mention] {
	return r.namedWhere(func(m *nutgraf.Mention) bool { return m.Entity == e })
}

// persons are those where it names a person.
func (r *reader) persons() iter.Seq[*nutgraf.Mention] {
	return r.namedWhere(func(m *nutgraf.Mention) bool {
		return m.Entity >= 0 && r.ann.Entities[m.Entity].Type == nutgraf.Person
	})
}

func (r *reader) namedWhere(is func(m *nutgraf.Mention) bool) iter.Seq[*nutgraf.Mention] {
	return func(yield func(*nutgraf.Mention) bool) {
		for i := range r.mentions.all[:min(len(r.mentions.all), maxBeside)] {
			if m := &r.mentions.all[i]; m.Kind == nutgraf.ByName && is(m) && !yield(m) {
				return
			}
		}
	}
}

// titleBefore returns the words before offset that may belong to the name
// there: at most a title's length of its sentence.
func (r *reader) titleBefore(at int) string { return r.titleWithin(at, 30) }

// titleWithin is titleBefore for titles of at most n bytes.
func (r *reader) titleWithin(at, n int) string {
	from := max(at-n, 0)
	if s := r.seg.SentenceAt(at); s >= 0 {
		from = max(from, r.seg.Sentences[s].Span.Start)
	}
	for k := r.itemAt(at) - 1; k > 0 && r.items[k].span.Start >= from; k-- {
		if r.acting(k) {
			from = r.items[k].span.End // "The Mexican leader praised Mr. Lee"
		}
	}
	s := r.text[from:at]
	for _, cut := range [...]string{")", " and ", "; ", "” ", "\" "} {
		s = s[strings.LastIndex(s, cut)+1:]
	}
	if !strings.Contains(s, "'s ") && !strings.Contains(s, "’s ") {
		s = s[strings.LastIndexByte(s, ',')+1:] // "Mexico's president, Bo Kim", but "In Mexico, Bo Kim"
	}
	return s
}

// labelAfter returns what stands in brackets, behind a comma or behind "of"
// after a name that ends at offset.
func (r *reader) labelAfter(at int) string {
	s := r.text[at:min(at+20, len(r.text))]
	for _, open := range [...]string{" (", ", ", " of ", " from "} {
		if rest, ok := strings.CutPrefix(s, open); ok {
			return rest[:min(strings.IndexAny(rest+")", ")\n;"), len(rest))]
		}
	}
	return ""
}

// holdsPlace reports whether a name of the place stands among some words.
func (r *reader) holdsPlace(words, place string) bool {
	if strings.Contains(words, place) {
		return true
	}
	for w := range strings.FieldsFuncSeq(words, func(c rune) bool { return c != '.' && !unicode.IsLetter(c) }) {
		if r.lex.sameLand(place, w) {
			return true
		}
	}
	return false
}

// sameSpeaker lets a noun of profession that fits nobody by name stand for the
// speaker of the quotation before.
func (r *reader) sameSpeaker(i int, a asked) bool {
	if i == 0 || r.froms[i-1].para < r.froms[i].para0-1 || generic(a.role) {
		return false
	}
	p := &r.quotes[i-1]
	if p.Speaker < 0 || !r.mayBe(p.Speaker, a) || a.vote >= 0 && a.vote != p.Speaker || len(r.lex.kin[a.role]) == 0 || office(a.role) && r.roleMatch(p.Speaker, a.role) < wRole {
		return false
	}
	q := &r.quotes[i]
	r.speak(q, p.Speaker)
	q.Confidence = 0.55
	return true
}

// sameSource lets a noun stand for the speaker without a name to whom the
// report gave it last: "a port official said … the official said".
func (r *reader) sameSource(i int, np [2]int, head int) bool {
	noun := strings.ToLower(r.str(head))
	before := r.rangeSpan([2]int{np[0], head + 1}).Of(r.text)
	_, words, _ := strings.Cut(before, " ")
	for k := i - 1; k >= 0 && k > i-8; k-- {
		p := &r.quotes[k]
		if p.Speaker >= 0 && r.roleMatch(p.Speaker, noun) >= wRole {
			return false
		}
		short := briefly(p.Name)
		if strings.HasPrefix(short, "unnamed ") && (strings.HasSuffix(short, " "+words) || k == i-1 && strings.HasSuffix(short, " "+words+"s") && r.lex.words[words].class&cPerson != 0) {
			if !strings.HasSuffix(short, " "+words) {
				r.quotes[i].Name, r.quotes[i].Confidence = strings.TrimSuffix(short, "s"), 0.7 // "three sources said … the source said"
				return true
			}
			r.quotes[i].Name, r.quotes[i].Confidence = p.Name, 0.7
			return true
		}
	}
	return false
}

// justUnnamed reports whether somebody without a name, called by this noun, spoke last:
// "one senator said … the senator said".
func (r *reader) justUnnamed(i int, noun string) bool {
	for k := i - 1; k >= 0 && k >= i-2 && r.quotes[k].Speaker < 0; k-- {
		if n := briefly(r.quotes[k].Name); strings.HasPrefix(n, "unnamed ") {
			return strings.HasSuffix(n, " "+noun)
		}
	}
	return false
}

// generic reports whether a noun may stand for anybody, so that it points at
// nobody named before.
func generic(noun string) bool {
	switch noun {
	case "man", "woman", "official", "source", "spokesman", "spokeswoman", "spokesperson", "representative", "officer", "agent", "lawyer",
		"attorney", "boy", "girl", "person", "expert", "analyst", "judge", "witness", "mother", "father", "doctor", "reporter", "correspondent", "editor", "diplomat":
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
