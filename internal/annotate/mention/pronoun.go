package mention

import (
	"slices"
	"strings"

	"nutgraf"
)

// trace is where a person was last spoken of.
type trace struct {
	sentence int // counted without sentences that are all quotation
	token    int
	first    int // the first token that spoke of them in the sentence
	end      int // the token after the words
	subject  bool
	sayer    bool
	named    bool // by name, not by a role or a pronoun
	owner    bool // as the owner of what is the subject: "Lund's campaign won"
}

// trail follows the persons through the text.
type trail struct {
	*book
	traces []trace // by person
	now    int     // sentence at hand, as trace counts them
	recent []int   // people spoken of in the last sentences, the latest last
	opens  int     // its first token
	fresh  bool    // no person has been its subject yet

	pronouns *[2]bool // whether the text has "he", and "she"; nil before it was asked

	nameless    trace // where somebody without a known name was last spoken of
	namelessSex int8
}

// follow resolves the pronouns and the role nouns that stand alone, outside
// quotation marks, to the person last spoken of, where one stands out.
func (b *book) follow() {
	t := trail{book: b, traces: make([]trace, len(b.people)), recent: make([]int, 0, lately)}
	for i := range t.traces {
		t.traces[i].sentence = -9
	}
	t.nameless.sentence = -9
	slices.SortStableFunc(b.spoken, func(x, y said) int { return x.tok - y.tok })
	roles, c, r, x := len(b.spoken), 0, 0, 0
	for n := range b.seg.Sentences {
		s := b.seg.Sentences[n]
		if !b.allQuoted(s) {
			t.now++
		}
		t.fresh, t.opens = true, s.First
		for i := s.First; i < s.Last; i++ {
			for ; r < roles && b.spoken[r].tok <= i; r++ {
				t.meetRole(&b.spoken[r])
			}
			for ; c < len(b.cands) && b.cands[c].first <= i; c++ {
				if n := &b.cands[c]; b.credited(n) {
					continue
				} else if b.isPerson(n) {
					t.note(b.ents[n.entity].who, i, n.last, true)
				} else if b.untold(n) {
					t.noteNameless(i, n.last, 0)
				}
			}
			for ; x < len(b.strangers) && b.strangers[x].tok <= i; x++ {
				t.noteNameless(b.strangers[x].first, b.strangers[x].tok+1, b.roleSex(b.strangers[x].tok))
			}
			if sex := b.pronounSex(i); sex != 0 && !b.shows(i, inQuotes) {
				t.meetPronoun(i, sex)
			}
		}
	}
}

// credited reports whether a name stands alone on its line, as under a picture, in
// a credit in brackets, "(Otto Lund/Reuters)", or in the name of what befell its bearer
// ("the Lund trial"): the text does not speak of its bearer there.
func (b *book) credited(c *cand) bool {
	if s := b.seg.Sentences[c.sentence]; s.First == c.first && s.Last == c.last {
		return true
	}
	if the := b.of(c.first - 1); c.last-c.first == 1 && (the == "the" || the == "The") && b.shows(c.last, word) && !b.shows(c.last, upper) && !b.is(c.last, starter) {
		return true
	}
	return b.at(c.first-1, '(') && b.at(c.last, '/') || b.at(c.first-1, ':') && b.at(c.last, ')') && (b.of(c.first-2) == "photo" || b.of(c.first-2) == "Photo")
}

// untold reports whether a name of one word tells no kind and may be somebody's.
func (b *book) untold(c *cand) bool {
	return c.kind == otherKind && c.last-c.first == 1 && !b.shows(c.first, caps) && b.marks[c.first]&^(phraseHead|surname) == 0
}

// allQuoted reports whether a sentence stands wholly in quotation marks.
func (b *book) allQuoted(s nutgraf.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		if b.shows(i, word) && !b.shows(i, inQuotes) {
			return false
		}
	}
	return true
}

func (t *trail) meetPronoun(i int, sex int8) {
	m := said{span: t.span(i, i+1), tok: i, head: i, entity: -1, kind: nutgraf.ByPronoun}
	t.misjudged(i, sex)
	k := t.teller(i, sex)
	if k == unsure {
		t.spoken = append(t.spoken, m)
		return
	}
	if k < 0 {
		k = t.named(i, sex)
	}
	if k < 0 {
		k = t.participial(i, sex)
	}
	if k < 0 {
		k = t.owner(i, sex)
	}
	if k < 0 {
		k = t.asked(i, sex)
	}
	if k < 0 {
		k = t.antecedent(i, sex)
	}
	switch {
	case k >= 0:
		m.entity = t.people[k].ent
		t.people[k].sex, t.people[k].guessed = sex, false
		t.note(k, i, i+1, false)
	case t.presence(&t.nameless) > 0 && t.namelessSex*sex >= 0:
		t.noteNameless(i, i+1, sex)
	}
	t.spoken = append(t.spoken, m)
}

// misjudged drops the sex that a given name tells of somebody where the pronoun that opens
// the sentence at token i is of the other and can stand for nobody else: they are the
// subject of the sentence before, nobody whom it fits has been spoken of lately, and
// the text has no pronoun of the sex that the name tells.
func (t *trail) misjudged(i int, sex int8) {
	if i > t.opens+1 || t.presence(&t.nameless) > 0 && t.namelessSex*sex >= 0 {
		return
	}
	doubted := -1
	for _, k := range t.recent {
		p, x := &t.people[k], &t.traces[k]
		switch {
		case t.now-x.sentence > 2:
		case p.sex != -sex:
			return
		case x.sentence < t.now-1 || !x.subject || !x.named:
		case !p.guessed || doubted >= 0 || x.sentence == t.now:
			return
		default:
			doubted = k
		}
	}
	if doubted >= 0 && !t.speaksOf(-sex) {
		t.people[doubted].sex = 0
	}
}

// speaksOf reports whether a pronoun of that sex stands anywhere in the text.
func (t *trail) speaksOf(sex int8) bool {
	if t.pronouns == nil {
		t.pronouns = &[2]bool{}
		for i := range t.keys {
			switch x := t.pronounSex(i); {
			case x < 0:
				t.pronouns[0] = true
			case x > 0:
				t.pronouns[1] = true
			}
		}
	}
	return t.pronouns[max(sex, 0)]
}

// noteNameless takes note that tokens [i, end), the subject of a verb, speak of
// somebody without a known name.
func (t *trail) noteNameless(i, end int, sex int8) {
	if t.shows(i, inQuotes) || !t.acts(t.beyond(end)) {
		return
	}
	if x := t.traced(&t.nameless, i, end, false); x.subject {
		t.nameless, t.namelessSex = x, sex
	}
}

// beyond is the token after the words in lower case or the numbers that stand
// between a subject that ends before token i and a verb of persons: "an official
// earlier this month said". It is i where no such verb follows.
func (t *trail) beyond(i int) int {
	const most = 6
	for j := i; j < len(t.keys) && j < i+most && t.keys[j] != 0; j++ {
		if t.is(j, personVerb) && !t.is(j, starter) {
			return j
		}
		if t.possessive(j) {
			break
		}
	}
	return i
}

// acts reports whether a verb stands at token i.
func (t *trail) acts(i int) bool {
	if !t.shows(i, word) {
		return false
	}
	return t.cue(i, auxiliary) || t.is(i, personVerb|past) || strings.HasSuffix(t.of(i), "ed")
}

// pronounSex is -1 for "he", +1 for "she", else 0.
func (b *book) pronounSex(i int) int8 {
	switch b.of(i) {
	case "he", "He", "HE":
		return -1
	case "she", "She", "SHE":
		return 1
	}
	return 0
}

// note records that person k is spoken of by tokens [i, end).
func (t *trail) note(k, i, end int, named bool) {
	if t.shows(i, inQuotes) || named && t.modifies(end) {
		return
	}
	t.touch(k)
	t.traces[k] = t.traced(&t.traces[k], i, end, named)
}

// traced is the trace that tokens [i, end) leave of somebody who was last
// spoken of at x.
func (t *trail) traced(x *trace, i, end int, named bool) trace {
	subject := t.fresh && !t.possessive(end) && !t.is(i-1, placeCue) && !t.governed(i) && !t.subordinate(i) && !t.openedBy(i)
	if x.sentence == t.now && x.end == i-1 && t.at(i-1, ',') {
		subject = x.subject // in apposition
	}
	owner := t.fresh && i == t.opens && t.possessive(end)
	if subject {
		t.fresh = false
	}
	if x.sentence == t.now && x.subject {
		subject = true // once the subject, always the subject of its sentence
	}
	if x.sentence == t.now && x.named {
		named = true
	}
	begun := i
	if x.sentence == t.now {
		begun = x.first
	}
	return trace{sentence: t.now, token: i, first: begun, end: end, subject: subject, named: named, owner: owner, sayer: t.is(t.past(end), personVerb) || t.is(t.ahead(i), personVerb)}
}

// ahead is the token before the form of address or the title that stands before a
// name at token i: "said" in "said Mr. Lund".
func (t *trail) ahead(i int) int {
	for i--; i > t.opens && (t.at(i, '.') && t.is(i-1, abbreviation) || t.is(i, honorific|title)); {
		i--
	}
	return i
}

// modifies reports whether a name that ends before token i only stands before
// a noun: "the Oyelaran years".
func (t *trail) modifies(i int) bool {
	if i >= len(t.keys) || !t.shows(i, word) || t.shows(i, upper) || t.possessive(i) {
		return false
	}
	s := t.seg.Sentences[max(0, t.seg.SentenceAt(int(t.seg.Tokens[i].Start)))]
	return t.is(i, common) && !t.ended(i, s) && !strings.HasSuffix(t.of(i), "ly")
}

// lately is how many people count as spoken of lately.
const lately = 24

// touch moves person k to the end of those spoken of lately.
func (t *trail) touch(k int) {
	if i := slices.Index(t.recent, k); i >= 0 {
		t.recent = slices.Delete(t.recent, i, i+1)
	} else if len(t.recent) == lately {
		t.recent = slices.Delete(t.recent, 0, 1)
	}
	t.recent = append(t.recent, k)
}

// subordinate reports whether token i stands in a clause that opens its
// sentence and ends at a comma after it: "As the mayor left, …".
func (t *trail) subordinate(i int) bool {
	const far = 60
	if i-t.opens > far {
		return false
	}
	if !t.cue(t.opens, subordinating) {
		return false
	}
	for j := t.opens; j < i; j++ {
		if t.at(j, ',') {
			return false
		}
	}
	return true
}

// openedBy reports whether the words that open the sentence lead with a preposition to
// the title of the name at token i: "In a letter to Chairman Lund, …".
func (t *trail) openedBy(i int) bool {
	const far = 12
	if !t.is(i-1, title|role) || !t.cue(t.opens, subordinating) && !t.cue(t.opens, preposition) && t.of(t.opens) != "In" {
		return false
	}
	j := i - 1
	for j > t.opens && j > i-far && (t.shows(j, upper) || t.is(j, title|role) || t.at(j, '.') && t.is(j-1, abbreviation)) {
		j--
	}
	return j <= t.opens+3 && t.cue(j, preposition)
}

// past is the token after the apposition that a comma at token i opens, or i.
func (t *trail) past(i int) int {
	const most = 14
	if !t.at(i, ',') {
		return i
	}
	for j := i + 1; j < len(t.keys) && j < i+most; j++ {
		if t.at(j, ',') {
			return j + 1
		}
	}
	return i
}

// governed reports whether a preposition stands before token i.
func (b *book) governed(i int) bool {
	if i == 0 {
		return false
	}
	const far = 12
	for j := i - 1; j > 0 && j > i-far && (j < i-1 || b.of(j) == "and" || b.of(j) == "or") && (b.of(j) == "and" || b.of(j) == "or" || b.shows(j, upper) || b.at(j, ',')); j-- {
		i = j // "figures like Lund and Brisk"
	}
	return b.cue(i-1, preposition)
}

// closing reports whether the pronoun at token i tells at the end of its sentence
// who has said what stands before it: "They fear Lund will leave, he said." It is
// none of those of whom that speaks, but for whom it begins with.
func (t *trail) closing(i int) bool {
	return i > t.opens && t.at(i-1, ',') && !t.shows(t.opens, inQuotes) && t.is(i+1, personVerb) && t.at(i+2, '.')
}

// within reports whether a trace lies inside the sentence at hand, and not where
// it or a clause of it begins.
func (t *trail) within(x *trace) bool {
	if x.sentence != t.now || x.token < t.opens || x.token == t.opens || t.at(x.token-1, ',') || !x.named {
		return false
	}
	for i := t.opens; i < x.token; i++ {
		if t.shows(i, word) && !t.is(i, title|role|honorific) {
			return true
		}
	}
	return false
}

// doer reports whether the pronoun at token i is who does what the opening of the
// sentence tells, and so nobody who is named there: "Citing Lund's letter, he".
func (t *trail) doer(i int) bool {
	w := t.of(t.opens)
	if !t.at(i-1, ',') || !strings.HasSuffix(w, "ing") && w != "Asked" || len(w) < 5 || t.is(t.opens, given|surname) || t.cue(t.opens, leading) {
		return false
	}
	for j := t.opens + 1; j < i-1; j++ {
		if t.at(j, ',') || t.seg.Tokens[j].Kind == nutgraf.Mark {
			return false
		}
	}
	return true
}

// heads reports whether a person is the first word of the clause that opens the
// sentence and ends before the pronoun at token i: "While Lund doubts Brisk, he".
func (t *trail) heads(x *trace, i int) bool {
	if x.sentence != t.now || x.first <= t.opens || !t.at(i-1, ',') || !t.cue(t.opens, subordinating) {
		return false
	}
	for j := t.opens + 1; j < x.first; j++ {
		if !t.is(j, honorific|title|role) && !t.at(j, '.') {
			return false
		}
	}
	return true
}

// antecedent is the person whom the pronoun at token i speaks of: not somebody of
// whom another says the words before it, nor one of the sentence at hand where the
// pronoun tells at its end who has said it. -1 when none stands out.
func (t *trail) antecedent(i int, sex int8) int {
	out, before, doing := t.quoted(i), t.closing(i), t.doer(i)
	best := contest{found: -1}
	if t.namelessSex*sex >= 0 {
		score := t.presence(&t.nameless)
		if score > 0 && t.namelessSex == sex {
			score += 14
		}
		best.enter(-1, score)
	}
	for _, k := range t.recent {
		p := &t.people[k]
		if p.sex != 0 && p.sex != sex || k == out || before && t.within(&t.traces[k]) || doing && t.traces[k].sentence == t.now {
			continue
		}
		score := t.weight(k)
		if score == 0 {
			continue
		}
		if t.heads(&t.traces[k], i) {
			score += 12
		}
		switch {
		case p.sex != sex:
		case t.now-t.traces[k].sentence < 2:
			score += 14
		default:
			score += 7
		}
		best.enter(k, score)
	}
	return best.clear()
}

// contest finds the weightiest of several people.
type contest struct{ found, most, second int }

// enter lets person k take part with a weight.
func (c *contest) enter(k, weight int) {
	switch {
	case weight > c.most:
		c.found, c.most, c.second = k, weight, c.most
	case weight > c.second:
		c.second = weight
	}
}

// clear is the weightiest one; -1 when no other is clearly lighter.
func (c *contest) clear() int {
	const margin = 6
	if c.most-c.second < margin {
		return -1
	}
	return c.found
}

// weight is how present a person is at the sentence at hand; 0 when not at all.
func (t *trail) weight(k int) int {
	score := t.presence(&t.traces[k])
	if score > 0 && t.ents[t.people[k].ent].kind == character {
		score = max(score-8, 1)
	}
	return score
}

// presence is how present one is at the sentence at hand who left trace x; 0
// when not at all.
func (t *trail) presence(x *trace) int {
	score := 0
	switch t.now - x.sentence {
	case 0:
		score = 50
	case 1:
		score = 24
	case 2:
		score = 12
	case 3:
		score = 6
	default:
		return 0
	}
	if x.subject {
		score += 15
	}
	if x.owner {
		score += 8
	}
	if x.sayer {
		score += 8
	}
	return score
}
