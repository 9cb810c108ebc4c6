package mention

import (
	"strings"

	"nutgraf"
)

// said is a mention that is no name: a role or a pronoun.
type said struct {
	span   nutgraf.Span
	tok    int
	entity int
	kind   nutgraf.MentionKind
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
			b.role(b.nounPhrase(i, s), c, s)
		}
	}
}

// roleNoun reports whether token i is a role noun that can head a phrase.
func (b *book) roleNoun(i int) bool {
	return b.is(i, role|kin) && b.shows(i, word) && !b.shows(i, upper) || b.is(i, role) && b.office(i)
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
		case b.shows(j, word) && b.is(j, common) && !b.is(j, starter|personVerb):
		case b.at(j, ':') && b.shows(j, glued) && b.shows(j+1, upper):
		default:
			return p
		}
		p.first = j
	}
	return p
}

// role handles one role phrase; next is the first candidate that ends after
// its head.
func (b *book) role(p phraseOf, next int, s nutgraf.Sentence) {
	if next < len(b.cands) {
		c := &b.cands[next]
		gap := c.first - p.last
		if b.isPerson(c) && (gap == 0 || gap == 1 && (b.at(p.last, ',') || b.at(p.last, '.'))) && c.first < s.Last {
			b.learn(c.entity, p, gap > 0 && p.definite || b.namesWithin(p))
			return
		}
	}
	if who := b.apposed(p, next, s); who >= 0 {
		b.learn(who, p, p.definite)
		return
	}
	if p.definite && b.article(p.first) && !b.shows(p.head, inQuotes) && p.head > p.first && b.is(p.head, role) {
		b.spoken = append(b.spoken, said{b.span(p.first, p.last), p.first, -1, nutgraf.ByRole})
	}
}

func (b *book) isPerson(c *cand) bool { return c.entity >= 0 && b.ents[c.entity].who >= 0 }

// namesWithin reports whether a name stands inside the phrase before its head.
func (b *book) namesWithin(p phraseOf) bool {
	for i := p.first; i < p.head; i++ {
		if b.shows(i, upper) && !b.is(i, starter) {
			return true
		}
	}
	return false
}

// apposed is the person whom the phrase follows after a comma or a form of
// "to be": "Oyelaran, the film's writer,"; -1 when it follows none.
func (b *book) apposed(p phraseOf, next int, s nutgraf.Sentence) int {
	gap := p.first - 1
	if gap <= s.First {
		return -1
	}
	w := b.of(gap)
	comma := w == "," || w == "is" || w == "was" || w == "-" || w == "–" || w == "—"
	if !comma {
		return -1
	}
	for k := next - 1; k >= 0 && k >= next-3; k-- {
		c := &b.cands[k]
		if c.last == gap || c.last == gap-1 && (b.at(gap, '-') || b.possessive(gap-1)) {
			if b.isPerson(c) && c.first >= s.First {
				return c.entity
			}
			return -1
		}
	}
	return -1
}

// learn enters a role for a person, and the phrase as a mention when it can
// stand alone.
func (b *book) learn(e int, p phraseOf, mention bool) {
	x := &b.people[b.ents[e].who]
	x.roles = append(x.roles, p.head)
	if m := b.marks[p.head] & (male | female); m != 0 && x.sex == 0 {
		x.sex = -1
		if m == female {
			x.sex = 1
		}
	}
	if mention {
		b.spoken = append(b.spoken, said{b.span(p.first, p.last), p.first, e, nutgraf.ByRole})
	}
}

// recall resolves the roles that stand alone to the person last spoken of who
// has the role or one of its family.
func (b *book) recall() {
	for i := range b.spoken {
		m := &b.spoken[i]
		if m.kind != nutgraf.ByRole || m.entity >= 0 {
			continue
		}
		m.entity = b.bearer(b.headOf(m), m.tok)
	}
}

// headOf is the head token of a role mention.
func (b *book) headOf(m *said) int { return b.seg.TokenAt(m.span.End - 1) }

// bearer is the one person named before token at who bears the role at token
// head; -1 when none or several do.
func (b *book) bearer(head, at int) int {
	found, sure := -1, 0
	for i := range b.people {
		p := &b.people[i]
		if !b.namedBefore(p.ent, at) || b.clash(p, head) {
			continue
		}
		switch fit := b.fits(p, head); {
		case fit > sure:
			found, sure = p.ent, fit
		case fit == sure && fit > 0:
			found = -1
		}
	}
	return found
}

func (b *book) clash(p *who, head int) bool {
	m := b.marks[head]
	return m&male != 0 && p.sex > 0 || m&female != 0 && p.sex < 0
}

// fits says how well a role is one of the person's: 2 the same noun, 1 one of
// its family.
func (b *book) fits(p *who, head int) int {
	best := 0
	for _, r := range p.roles {
		switch {
		case b.keys[r] == b.keys[head] || strings.HasSuffix(b.of(r), "-"+b.of(head)):
			return 2
		case b.lex.family(b.keys[r], b.keys[head]):
			best = 1
		}
	}
	return best
}

func (b *book) namedBefore(e, at int) bool {
	for i := range b.cands {
		if b.cands[i].first >= at {
			return false
		}
		if b.cands[i].entity == e {
			return true
		}
	}
	return false
}
