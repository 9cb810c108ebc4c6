package mention

import (
	"slices"
	"strings"

	"nutgraf"
)

// said is a mention that is no name: a role or a pronoun.
type said struct {
	span   nutgraf.Span
	whole  nutgraf.Span // the role together with the name it stands beside
	tok    int
	head   int // token of the noun, or of the pronoun
	entity int
	kind   nutgraf.MentionKind
	of     bool // the role says of what: "the president of Halden"
	owned  bool // or whose in common words: "the host country's president"
}

func (m *said) mention() nutgraf.Mention {
	return nutgraf.Mention{Span: m.span, Whole: m.whole, Entity: m.entity, Kind: m.kind}
}

// phraseOf is a noun phrase around a role noun: tokens [first, last), the noun
// last but for what follows with "of".
type phraseOf struct {
	first, head, last int
	definite          bool
}

// roles finds the roles of the document: those that stand beside a name teach
// what the person is, those that stand alone are resolved by what was learned.
func (b *book) roles() {
	c := 0
	for n := range b.seg.Sentences {
		s := b.seg.Sentences[n]
		for i := s.First; i < s.Last; i++ {
			if !b.roleNoun(i) {
				continue
			}
			for c < len(b.cands) && b.cands[c].last <= i {
				c++
			}
			if c < len(b.cands) && b.cands[c].first <= i {
				continue
			}
			b.role(b.nounPhrase(i, s), c, s)
		}
	}
}

// roleNoun reports whether token i is a role noun that heads a phrase: the
// last one of "chief executive officer".
func (b *book) roleNoun(i int) bool {
	if !b.roleWord(i) {
		return false
	}
	return !b.shows(i+1, word) || b.shows(i+1, first) || !b.roleWord(i+1) && !(b.is(i+1, title) && b.shows(i+1, upper))
}

func (b *book) roleWord(i int) bool {
	if !b.shows(i, word) {
		return false
	}
	if b.shows(i, upper) && b.is(i, title) && b.lex.full[b.keys[i]] != "" {
		return true
	}
	if !b.is(i, role|kin) || b.cue(i, behindScreen) && !b.screen {
		return false
	}
	return !b.shows(i, upper) || b.is(i, role) && (b.office(i) || b.shows(i, first))
}

// nounPhrase finds the phrase around the role noun at token i.
func (b *book) nounPhrase(i int, s nutgraf.Sentence) phraseOf {
	const most = 7
	p := phraseOf{first: i, head: i, last: i + 1}
	for j := i - 1; j >= s.First && j > i-most; j-- {
		w := b.of(j)
		switch {
		case b.article(j):
			p.first, p.definite = j, true
			return p
		case w == "a" || w == "an" || w == "A" || w == "An":
			p.first = j
			return p
		case w == "his" || w == "her" || w == "their" || w == "its" || w == "His" || w == "Her":
			p.first, p.definite = j, true
			return p
		case b.possessive(j):
			p.definite = true
		case b.shows(j, upper) && !b.is(j, starter), b.at(j, '-') && b.shows(j, glued), b.keys[j] != 0 && !b.shows(j, word):
		case b.shows(j, word) && b.is(j, common) && !b.is(j, starter|personVerb|past) && !(strings.HasSuffix(w, "ed") && !b.article(j-1) && b.of(j-1) != "a" && b.of(j-1) != "an" && b.of(j-1) != "An"):
		case b.at(j, ':') && b.shows(j, glued) && b.shows(j+1, upper):
		case b.at(j, '.') && b.shows(j, glued) && b.is(j-1, abbreviation):
		default:
			return b.bared(p)
		}
		p.first = j
	}
	return b.bared(p)
}

// bared cuts a phrase that no article opens down to its head and the
// capitalised words before it.
func (b *book) bared(p phraseOf) phraseOf {
	if p.definite {
		return p
	}
	first := p.head
	for first > p.first && (b.shows(first-1, upper) && !b.is(first-1, starter) || b.at(first-1, '.') && b.is(first-2, abbreviation)) {
		first--
	}
	p.first = first
	return p
}

// lettered cuts a phrase whose head is capitalised, as titles before names are,
// down to its capitalised words: "the plan President" Lund made.
func (b *book) lettered(p phraseOf) phraseOf {
	if !b.shows(p.head, upper) || b.shows(p.head, first) {
		return p
	}
	at := max(b.titleStart(p.head), p.first)
	for at > p.first && (b.shows(at-1, upper) && !b.is(at-1, starter) || b.at(at-1, '.') && b.is(at-2, abbreviation) || b.at(at-1, '-') || b.possessive(at-1)) {
		at--
	}
	if b.possessive(at) {
		at++
	}
	if at == p.first || b.cue(at-1, lessening) || b.article(at-1) && at-1 == p.first {
		return p
	}
	p.first, p.definite = at, false
	return p
}

// complement lengthens a phrase by the "of …" after its head.
func (b *book) complement(p phraseOf, next int, s nutgraf.Sentence) phraseOf {
	if k := b.fullOffice(p.head, s.Last); k > 0 {
		p.last = p.head + k
		return p
	}
	if next >= len(b.cands) || p.last+1 >= s.Last || b.of(p.last) != "of" {
		return p
	}
	c := &b.cands[next]
	if at := c.first - p.last; (at == 1 || at == 2 && b.article(p.last+1)) && c.last <= s.Last && !b.isPerson(c) && !b.possessive(c.last) && !(b.is(c.first, nation) && !b.ended(c.last, s)) {
		p.last = c.last
	}
	return p
}

// posting lengthens a phrase by the place or body of a post that stands between it and
// its holder: "Ambassador to Chile Otto Lund".
func (b *book) posting(p phraseOf, next int, s nutgraf.Sentence) (phraseOf, int) {
	if next+1 >= len(b.cands) || p.last >= s.Last || b.of(p.last) != "to" && b.of(p.last) != "for" && b.of(p.last) != "in" {
		return p, next
	}
	c, holder := &b.cands[next], &b.cands[next+1]
	if at := c.first - p.last; (at == 1 || at == 2 && b.article(p.last+1)) && !b.isPerson(c) && b.isPerson(holder) && holder.first == c.last && holder.first < s.Last && !b.is(c.first, nation) {
		p.last = c.last
		return p, next + 1
	}
	return p, next
}

// role handles one role phrase; next is the first candidate that ends after
// its head.
func (b *book) role(p phraseOf, next int, s nutgraf.Sentence) {
	whole := b.complement(p, next, s)
	for next < len(b.cands) && b.cands[next].first < whole.last {
		next++
	}
	told := whole.last < s.Last && (b.cue(whole.last, subjectPronoun) || // "the candidate she hopes to beat"
		b.is(p.head, nation) && b.shows(whole.last, upper|word) || // "the Republican House"
		b.joint(p.head, s)) || b.cue(p.head, anybody)
	whole, next = b.posting(whole, next, s)
	if next < len(b.cands) {
		c := &b.cands[next]
		if c.first == whole.last || c.first == whole.last+1 && b.at(whole.last, '.') {
			p, whole = b.lettered(p), b.lettered(whole)
		}
		from := b.styled(c, whole.last)
		gap := from - whole.last
		comma := gap == 1 && b.at(whole.last, ',') && (from == c.first || b.at(c.last, ',') || c.last == s.Last-1) // not "After he met the mayor, Mr. Lund left"
		if b.isPerson(c) && (gap == 0 || comma && !b.is(c.last, personVerb) || gap == 1 && b.at(whole.last, '.')) && c.first < s.Last {
			alone := gap > 0 && p.definite || b.shows(p.head, upper) && (!b.shows(p.head, first) || b.is(p.head, title)) || b.namesWithin(whole)
			b.learn(c.entity, whole, alone, b.span(whole.first, c.last))
			return
		}
	}
	if next < len(b.cands) && b.cands[next].first == whole.last && !b.isPerson(&b.cands[next]) && whole.last < s.Last {
		return // "the league champion Halden Bears"
	}
	if b.cue(p.first-1, becoming) {
		if c := b.predicated(p, next, s); c != nil {
			b.learn(c.entity, whole, p.definite, nutgraf.Span{})
		}
		return // nobody but the subject is meant
	}
	if c := b.apposed(p, next, s); c != nil && !b.subjectOf(p, whole, s) {
		together := nutgraf.Span{}
		if !b.shows(p.first-1, word) { // not "X is the …"
			together = b.span(c.first, whole.last)
		}
		b.learn(c.entity, whole, p.definite || whole.last > p.last || b.shows(p.first, upper), together)
		return
	}
	if w := b.of(p.first); w == "a" || w == "an" || w == "A" || w == "An" {
		b.strangers = append(b.strangers, stranger{b.keys[p.head], p.head, p.first})
	}
	if p.definite && !told && b.article(p.first) && !b.shows(p.head, inQuotes) && b.is(p.head, role) && !b.possessive(p.last) && b.ended(p.last, s) {
		b.spoken = append(b.spoken, said{span: b.span(whole.first, whole.last), tok: p.first, head: p.head, entity: -1, kind: nutgraf.ByRole, of: whole.last > p.last && b.fullOffice(p.head, s.Last) == 0, owned: b.ownedByNobody(p)})
	}
}

// styled is the token at which the forms of address before a name begin: "Ayatollah" in
// "the leader, Ayatollah Lund". It goes back to token from at the most.
func (b *book) styled(c *cand, from int) int {
	i := c.first
	for c.before&honorific != 0 && i > from && (b.is(i-1, honorific) && b.shows(i-1, upper) || b.at(i-1, '.') && b.is(i-2, honorific)) {
		i--
	}
	return i
}

// ownedByNobody reports whether a common noun owns the role inside its phrase: "the
// host country's prime minister".
func (b *book) ownedByNobody(p phraseOf) bool {
	for i := p.first + 2; i < p.head; i++ {
		if b.possessive(i) {
			return b.shows(i-1, word) && !b.shows(i-1, upper)
		}
	}
	return false
}

// subjectOf reports whether a role with "the" behind a comma is rather the subject of
// what follows: "Like Lund, the mayor is tall".
func (b *book) subjectOf(p, whole phraseOf, s nutgraf.Sentence) bool {
	return b.at(p.first-1, ',') && b.article(p.first) && whole.last < s.Last && b.cue(whole.last, auxiliary) && b.of(whole.last) != "who"
}

// joint reports whether the noun at token head rather describes what follows, with
// another word of its kind: "the Republican and Democratic parties", "the Republican
// “establishment”".
func (b *book) joint(head int, s nutgraf.Sentence) bool {
	next := head + 1
	if b.is(head, nation) && b.seg.Tokens[next].Kind == nutgraf.Mark && b.shows(next+1, glued) {
		return next+1 < s.Last && b.shows(next+1, word) && !b.shows(next+1, upper) && !b.ended(next+1, s) && !b.cue(next+1, auxiliary)
	}
	if b.is(head, nation) && b.at(next, ',') && next+2 < s.Last && b.shows(next+1, word) && (b.is(next+1, nation) || !b.shows(next+1, upper) && !b.ended(next+1, s) && !b.cue(next+1, auxiliary) && !b.article(next+1)) {
		return b.shows(next+2, word) || b.at(next+2, ',') || b.at(next+2, '-') // "the Liberal, anti-trade wing"
	}
	if w := b.of(next); w != "and" && w != "or" || next+2 >= s.Last {
		return false
	}
	return b.is(next+1, nation) && b.is(next+1, common|role) && !b.ended(next+2, s) || b.adjective(next+1) && b.shows(next+2, word) && !b.shows(next+2, upper) && !b.is(next+2, starter|personVerb)
}

// adjective reports whether token i ends as adjectives alone do.
func (b *book) adjective(i int) bool {
	w := b.of(i)
	return !b.shows(i, upper) && len(w) > 5 && (strings.HasSuffix(w, "atic") || strings.HasSuffix(w, "ous") || strings.HasSuffix(w, "ical") || strings.HasSuffix(w, "ional"))
}

// stranger is somebody whom the text speaks of without a name: "an official".
type stranger struct {
	key   uint32
	tok   int // the noun
	first int // where the phrase begins
}

// ended reports whether what stands at token i can follow a noun phrase, so
// that the role before it is its head and no modifier.
func (b *reader) ended(i int, s nutgraf.Sentence) bool {
	if i >= s.Last || !b.shows(i, word) || b.shows(i, upper) {
		return true
	}
	return b.is(i, starter|personVerb|placeCue|past) || strings.HasSuffix(b.of(i), "ed") || b.verb(i)
}

// verb reports whether token i is a form of a verb of the lists.
func (b *reader) verb(i int) bool {
	for _, end := range []string{"s", "es"} {
		if stem, ok := strings.CutSuffix(b.of(i), end); ok && b.lex.words.find(foldHash(seed, stem))&action != 0 {
			return true
		}
	}
	return false
}

func (b *book) isPerson(c *cand) bool { return c.entity >= 0 && b.ents[c.entity].who >= 0 }

// namesWithin reports whether a name stands inside the phrase before its head.
func (b *book) namesWithin(p phraseOf) bool {
	for i := p.first; i < p.last; i++ {
		if i != p.head && b.shows(i, upper) && !b.is(i, starter) && !b.inTitlePhrase(i, p.head) {
			return true
		}
	}
	return false
}

// apposed is the name of the person whom the phrase follows after a comma or a
// form of "to be": "Oyelaran, the film's writer,"; nil when it follows none.
func (b *book) apposed(p phraseOf, next int, s nutgraf.Sentence) *cand {
	gap := p.first - 1
	if gap <= s.First {
		return nil
	}
	w := b.of(gap)
	comma := w == "," || w == "is" || w == "was" || w == "-" || w == "–" || w == "—"
	if !comma {
		return nil
	}
	for k := next - 1; k >= 0 && k >= next-3; k-- {
		c := &b.cands[k]
		if c.last == gap || c.last == gap-1 && (b.at(gap, '-') || b.possessive(gap-1)) {
			if b.isPerson(c) && c.first >= s.First {
				return c
			}
			return nil
		}
	}
	return nil
}

// predicated is the name of the person whom a form of "to become" with its
// auxiliaries parts from the phrase: "Lund would be the first mayor"; nil when
// there is none.
func (b *book) predicated(p phraseOf, next int, s nutgraf.Sentence) *cand {
	i := p.first - 1
	for i > s.First && (b.cue(i, becoming) || b.cue(i, auxiliary) || b.of(i) == "to" || b.of(i) == "not") {
		i--
	}
	if b.at(i, ',') {
		i--
	}
	for k := next - 1; k >= 0 && k >= next-2; k-- {
		if c := &b.cands[k]; c.last == i+1 && c.first >= s.First && b.isPerson(c) {
			return c
		}
	}
	return nil
}

// learn enters a role for a person, and the phrase as a mention when it can
// stand alone; whole is the phrase together with the name.
func (b *book) learn(e int, p phraseOf, mention bool, whole nutgraf.Span) {
	x := &b.people[b.ents[e].who]
	b.bears(x, p.head)
	if x.sex == 0 {
		x.sex = b.roleSex(p.head)
	}
	if mention {
		b.spoken = append(b.spoken, said{span: b.span(p.first, p.last), whole: whole, tok: p.first, head: p.head, entity: e, kind: nutgraf.ByRole})
	}
}

func (b *book) clash(p *who, head int) bool {
	return b.roleSex(head)*p.sex < 0
}

// roleSex is the sex that the role noun at token i tells; a noun that is a
// given name too tells none.
func (b *book) roleSex(i int) int8 {
	if b.is(i, given) {
		return 0
	}
	return sexSign(b.marks[i])
}

// fits says how well a role is one of the person's: 2 the same noun, 1 one of
// its family.
func (b *book) fits(p *who, head int) int {
	best := 0
	lesser := b.lesser(head)
	field := b.fullOffice(head, len(b.keys))
	for _, r := range p.roles {
		switch {
		case b.lesser(r) != lesser, b.otherTitle(r, head), field > 0 && b.key(r, min(r+field, len(b.keys))) != b.key(head, head+field):
		case b.roleKey(r) == b.keys[head] || strings.HasSuffix(b.of(r), "-"+b.of(head)):
			return 2
		case b.cue(head, soleCue):
		case b.lex.family(b.roleKey(r), b.keys[head]):
			best = 1
		}
	}
	return best
}

// otherTitle reports whether the nouns at tokens r and head end two titles of several
// words that differ, "attorney general" and "inspector general", or one of them is a
// rank: "the general".
func (b *book) otherTitle(r, head int) bool {
	if b.keys[r] != b.keys[head] {
		return false
	}
	mine, other := b.titleStart(r), b.titleStart(head)
	if mine == r || other == head {
		return (mine == r) != (other == head) && b.cue(head, rankCue)
	}
	n := min(r-mine, head-other) + 1 // "Majority Leader" is the "House Majority Leader"
	return b.key(r+1-n, r+1) != b.key(head+1-n, head+1)
}

// bears enters the role at token head for a person, once.
func (b *book) bears(p *who, head int) {
	const most = 16
	if len(p.roles) < most && !slices.ContainsFunc(p.roles, func(r int) bool { return b.roleKey(r) == b.roleKey(head) && b.lesser(r) == b.lesser(head) }) {
		p.roles = append(p.roles, head)
	}
}

// roleText is the role noun at token i with the title that it ends, a title's
// short form in full.
func (b *book) roleText(i int) string {
	if w := b.lex.full[b.keys[i]]; w != "" {
		return w
	}
	return b.span(b.titleStart(i), i+1).Of(b.text) // "Secretary General"
}

// titleStart is the token at which the title that the role noun at token i ends
// begins.
func (b *book) titleStart(i int) int {
	const longest = 3
	for j := max(i-longest, 0); j < i; j++ {
		if k, m := b.phrase(j, i+1); k == i+1-j && m&title != 0 {
			return j
		}
	}
	return i
}

// lesser is the key of the word that makes another office of the role at token
// i, "vice" or "former"; 0 when there is none.
func (b *book) lesser(i int) uint32 {
	first := b.titleStart(i)
	for j := first; j < i; j++ {
		if b.cue(j, lessening) {
			return foldKey(b.of(j))
		}
	}
	if first--; b.at(first, '-') {
		first--
	}
	if b.cue(first, lessening) {
		return foldKey(b.of(first))
	}
	return 0
}

func (b *book) roleKey(i int) uint32 {
	if w := b.lex.full[b.keys[i]]; w != "" {
		return foldKey(w)
	}
	return b.keys[i]
}

// inTitlePhrase reports whether the words from token i to the head are one
// title of the lists, such as "Prime Minister".
func (b *book) inTitlePhrase(i, head int) bool {
	k, m := b.phrase(i, head+1)
	return b.is(i, title) || k == head+1-i && m&title != 0
}
