package conflict

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
	"nutgraf/internal/twin"
)

// scales maps a word to the cells of the scales on which it stands: words of two
// cells of one scale exclude each other.
type scales map[string][]cell

type cell struct{ scale, cell int }

func scalesOf(pack *lang.Pack) scales {
	out := scales{}
	for i, row := range pack.Rows("opposites") {
		for j, words := range row {
			for w := range strings.FieldsSeq(words) {
				out[w] = append(out[w], cell{i, j})
			}
		}
	}
	return out
}

// exclude reports whether two words exclude each other on some scale, and stand
// in one cell of none.
func (s scales) exclude(a, b string) bool {
	found := false
	for _, x := range s[a] {
		for _, y := range s[b] {
			if x == y {
				return false
			}
			found = found || x.scale == y.scale
		}
	}
	return found
}

// twins finds what the sentences that two reports tell in one wording part in,
// beside numbers and days: a name, a place, a denial, a word and its opposite, a
// unit.
func (f *Finder) twins(s Story, had []nutgraf.Conflict) []nutgraf.Conflict {
	var out []nutgraf.Conflict
	for _, p := range s.Twins {
		for _, g := range p.Partings {
			if !g.Sure {
				continue
			}
			c, ok := f.parting(s, p, g)
			if !ok || shows(had, c) || shows(out, c) {
				continue
			}
			out = append(out, c)
		}
	}
	return out
}

// shows reports whether a difference is among those found, by the words on two
// sides.
func shows(cs []nutgraf.Conflict, c nutgraf.Conflict) bool {
	return slices.ContainsFunc(cs, func(x nutgraf.Conflict) bool {
		if x.Kind != c.Kind {
			return false
		}
		met := 0
		for _, side := range c.Sides {
			if slices.ContainsFunc(x.Sides, func(y nutgraf.Side) bool { return side.Value == y.Value || nutgraf.Meet(side.Evidence, y.Evidence) }) {
				met++
			}
		}
		return met == len(c.Sides)
	})
}

func (f *Finder) parting(s Story, p twin.Pair, g twin.Parting) (nutgraf.Conflict, bool) {
	if c, ok := f.otherName(s, p, g); ok {
		return c, true
	}
	if twin.Otherwise(s.Members, p) {
		return nutgraf.Conflict{}, false
	}
	a, b := s.Members[p.A.Member], s.Members[p.B.Member]
	if c, ok, told := figures(s, p, g); told {
		return c, ok
	}
	if c, ok := otherDay(s, p, g); ok {
		return c, true
	}
	x, y := wordsOf(g.A.Of(a.Doc.Text)), wordsOf(g.B.Of(b.Doc.Text))
	switch {
	case only(p, g) && (f.denies(x, y) || f.denies(y, x)) && f.denials(a.Doc, p.A)%2 != f.denials(b.Doc, p.B)%2:
		return difference(s, p, nutgraf.ConflictStatus, nutgraf.Hard, "What the one report says the other says not to be so.", cmp.Or(strings.Join(x, " "), nothing), cmp.Or(strings.Join(y, " "), nothing)), true
	case only(p, g) && (f.widens(a, g.A, y) || f.widens(b, g.B, x)):
		return difference(s, p, nutgraf.ConflictPlace, nutgraf.Medium, "Told of one place and of everywhere, in the same words.", strings.Join(x, " "), strings.Join(y, " ")), true
	case only(p, g) && f.otherKin(x, y):
		return difference(s, p, nutgraf.ConflictRelation, nutgraf.Medium, "The reports say in two ways how they are related, in the same words.", x[0], y[0]), true
	case only(p, g) && (mayBe(x, y) || mayBe(y, x)):
		c := difference(s, p, nutgraf.ConflictStatus, nutgraf.Soft, "One report says that it will be, the other that it may.", x[0], y[0])
		c.Relation = nutgraf.Drift
		return c, true
	case !numbered(a.Doc, b.Doc, p) && f.oppose(x, y) && (p.Kept >= keptForOpposite || f.judge.Sentence(p.A.Sentence.Of(a.Doc.Text)) && f.judge.Sentence(p.B.Sentence.Of(b.Doc.Text))):
		return difference(s, p, nutgraf.ConflictStatus, nutgraf.Medium, "Told in the same words but for this.", strings.Join(x, " "), strings.Join(y, " ")), true
	}
	return nutgraf.Conflict{}, false
}

// otherKin reports whether two words for kin cannot mean one: "cousin", "nephew".
func (f *Finder) otherKin(x, y []string) bool {
	if len(x) != 1 || len(y) != 1 {
		return false
	}
	i, okX := f.kinRow[x[0]]
	j, okY := f.kinRow[y[0]]
	return okX && okY && i != j
}

// mayBe reports whether x says that something will be and y that it may.
func mayBe(x, y []string) bool {
	return len(x) == 1 && len(y) == 1 && x[0] == "will" && (y[0] == "may" || y[0] == "might" || y[0] == "could")
}

// widens reports whether words say "in" a place that is no country, and the other twin's
// that it is so everywhere: "in Vale", "nationwide".
func (f *Finder) widens(m nutgraf.Member, s nutgraf.Span, other []string) bool {
	if len(other) != 1 || !f.everywhere[other[0]] {
		return false
	}
	words := strings.TrimSpace(s.Of(m.Doc.Text))
	name, in := strings.CutPrefix(words, "in ")
	return in && !f.countries[lang.Lower(strings.TrimPrefix(name, "the "))] && slices.ContainsFunc(m.Ann.Mentions, func(x nutgraf.Mention) bool {
		return x.Kind == nutgraf.ByName && s.Contains(x.Span) && x.Span.End == s.Start+len(strings.TrimRight(s.Of(m.Doc.Text), " "))
	})
}

// numbered reports whether twins part in figures: then they tell of two groups, as of
// those of either party whom a poll asked.
func numbered(a, b *nutgraf.Document, p twin.Pair) bool {
	return slices.ContainsFunc(p.Partings, func(g twin.Parting) bool { return digits(g.A.Of(a.Text)) != digits(g.B.Of(b.Text)) })
}

// figures compares the numbers in which twins part as far as no frame holds them:
// a score, or one number in two units. told is false where either has none.
func figures(s Story, p twin.Pair, g twin.Parting) (c nutgraf.Conflict, ok, told bool) {
	a, b := s.Members[p.A.Member], s.Members[p.B.Member]
	x, y := quantityAt(a, g.A), quantityAt(b, g.B)
	if x == nil || y == nil {
		return c, false, false
	}
	vx, vy := x.Span.Of(a.Doc.Text), y.Span.Of(b.Doc.Text)
	switch {
	case x.Known && y.Known && x.Value == y.Value && x.Unit != y.Unit && x.Unit != "" && y.Unit != "":
		return difference(s, p, nutgraf.ConflictUnit, nutgraf.Hard, "The number is the same; the units are not.", vx, vy), true, true
	case !x.Known && !y.Known && digits(vx) != digits(vy) && digits(vx) != "" && digits(vy) != "":
		return difference(s, p, nutgraf.ConflictValue, nutgraf.Hard, "The reports give different numbers in the same words.", vx, vy), true, true
	}
	return c, false, true
}

// otherDay finds another day told in the same words where no frame holds it: the
// day on which something was said.
func otherDay(s Story, p twin.Pair, g twin.Parting) (nutgraf.Conflict, bool) {
	a, b := s.Members[p.A.Member], s.Members[p.B.Member]
	x, y := dayAt(s.Times[p.A.Member], g.A), dayAt(s.Times[p.B.Member], g.B)
	if x == nil || y == nil || x.From == y.From || x.Form == y.Form || unseen(a, x.From, y.From) || unseen(b, y.From, x.From) {
		return nutgraf.Conflict{}, false
	}
	if vx, vy := x.Span.Of(a.Doc.Text), y.Span.Of(b.Doc.Text); !(strings.Contains(x.Form, "-W") && strings.Contains(y.Form, "-W")) && (digits(vx) == "" || digits(vy) == "") {
		return nutgraf.Conflict{}, false // "yesterday" beside a date
	}
	c := difference(s, p, nutgraf.ConflictDate, nutgraf.Medium, "The reports put it on different days, in the same words.", x.Span.Of(a.Doc.Text), y.Span.Of(b.Doc.Text))
	c.Matter = blanked(c.Sides[0].Evidence[0], x.Span, "which day")
	return c, true
}

// unseen reports whether a report that tells of its own day was published before
// the other's: then that one tells of something else.
func unseen(m nutgraf.Member, own, other nutgraf.Day) bool {
	day := m.Doc.Published.Day()
	return day != nutgraf.NoDay && own != nutgraf.NoDay && own <= day && other > day
}

// dayAt returns the day told in words that part.
func dayAt(times []nutgraf.When, s nutgraf.Span) *nutgraf.When {
	for i := range times {
		if w := &times[i]; w.Span.Overlap(s) > 0 && w.Type == nutgraf.DateType && w.From == w.To {
			return w
		}
	}
	return nil
}

// digits returns the figures of a text.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// nothing stands for the words of a side that has none.
const nothing = "no such word"

// difference makes the difference of twins: their sentences are its evidence.
func difference(s Story, p twin.Pair, kind nutgraf.ConflictKind, sev nutgraf.Severity, why, x, y string) nutgraf.Conflict {
	a, b := s.Members[p.A.Member].Doc.Cite(p.A.Sentence), s.Members[p.B.Member].Doc.Cite(p.B.Sentence)
	matter := either(x, y, a)
	if x == nothing || y == nothing {
		matter = "So, or not so: " + a.Text
	}
	return nutgraf.Conflict{
		Kind: kind, Severity: sev, Relation: nutgraf.Conflicting, Matter: matter, Why: why,
		Sides: []nutgraf.Side{{Value: x, Evidence: []nutgraf.Cite{a}}, {Value: y, Evidence: []nutgraf.Cite{b}}},
		Rule:  nutgraf.Evidence{Rule: "conflict.twin-sentences", Text: why},
	}
}

// otherName finds another person, body or place named in the same words.
func (f *Finder) otherName(s Story, p twin.Pair, g twin.Parting) (nutgraf.Conflict, bool) {
	x, y, ok := twin.Names(s.Members, p, g)
	if !ok {
		return nutgraf.Conflict{}, false
	}
	a, b := s.Members[p.A.Member], s.Members[p.B.Member]
	tx, ty := typeOf(a, x), typeOf(b, y)
	nx, ny := x.Span.Of(a.Doc.Text), y.Span.Of(b.Doc.Text)
	if tx != ty || s.entity(p.A.Member, x.Entity) == s.entity(p.B.Member, y.Entity) || f.samePerson(nx, ny) && len(nameWords(nx)) > 1 && len(nameWords(ny)) > 1 ||
		f.judge.Furniture(p.A.Sentence.Of(a.Doc.Text)) || f.linked(p.A.Sentence.Of(a.Doc.Text)) || cast.NearSpelling(strings.ToLower(nx), strings.ToLower(ny)) ||
		outlet(a, x) || outlet(b, y) || parts(p) > 1 || !alone(g.A, x) || !alone(g.B, y) || p.Kept < keptForName || aside(a, p.A) || aside(b, p.B) {
		return nutgraf.Conflict{}, false
	}
	kind, why := nutgraf.ConflictName, "The reports name another in the same words."
	switch tx {
	case nutgraf.Person:
	case nutgraf.Organization:
		if acronym(nx) || acronym(ny) {
			return nutgraf.Conflict{}, false // which may stand for the other in another tongue
		}
	case nutgraf.Place:
		kind, why = nutgraf.ConflictPlace, "The reports put it in different places, in the same words."
		if opensSentence(a, x) || opensSentence(b, y) || f.street(nx) != f.street(ny) || strings.Contains(a.Doc.Text, ny) || strings.Contains(b.Doc.Text, nx) {
			return nutgraf.Conflict{}, false // the town and its county
		}
	default:
		return nutgraf.Conflict{}, false
	}
	if speaks := func(m nutgraf.Member, n nutgraf.Mention) bool {
		return slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Source.Overlap(n.Span) > 0 })
	}; speaks(a, x) && speaks(b, y) {
		kind, why = nutgraf.ConflictSpeaker, "The same words are given to different speakers."
	}
	return difference(s, p, kind, nutgraf.Medium, why, nx, ny), true
}

// linked reports whether a sentence is the line of a link: a label, and what to
// read or watch behind it ("Harbour report: Read the mayor's letter").
func (f *Finder) linked(sentence string) bool {
	_, rest, ok := strings.Cut(sentence, ":")
	return ok && f.judge.Furniture(strings.TrimSpace(rest))
}

// keptForName is how many words twins must have in common for another name to
// tell: fewer are a credit line or a set phrase.
const keptForName = 7

// keptForOpposite is how many words twins have in common that need not be a statement to
// themselves for an opposite to tell: what a colon or a question ends.
const keptForOpposite = 10

// beyond is how many bytes of words that part can stand beside the name in them:
// a title.
const beyond = 14

// alone reports whether a name is all but the whole of the words that part.
func alone(s nutgraf.Span, x nutgraf.Mention) bool { return s.Len() <= x.Span.Len()+beyond }

// aside reports whether a sentence stands in brackets, as captions and credit
// lines do.
func aside(m nutgraf.Member, p twin.Place) bool {
	return strings.HasPrefix(p.Sentence.Of(m.Doc.Text), "(")
}

// acronym reports whether a name is one word of capitals.
func acronym(name string) bool {
	return len(name) > 1 && !strings.ContainsFunc(name, func(r rune) bool { return r < 'A' || r > 'Z' })
}

// street reports whether a place is named as a street.
func (f *Finder) street(name string) bool {
	w := nameWords(name)
	return len(w) > 0 && f.streets[w[len(w)-1]]
}

// parts counts the partings of twins that hold words on both sides.
func parts(p twin.Pair) int {
	n := 0
	for _, g := range p.Partings {
		if g.A.Len() > 0 && g.B.Len() > 0 {
			n++
		}
	}
	return n
}

func typeOf(m nutgraf.Member, x nutgraf.Mention) nutgraf.EntityType {
	if x.Entity < 0 || x.Entity >= len(m.Ann.Entities) {
		return ""
	}
	return m.Ann.Entities[x.Entity].Type
}

// outlet reports whether a name is that of an outlet credited or spoken to.
func outlet(m nutgraf.Member, x nutgraf.Mention) bool {
	return slices.ContainsFunc(m.Ann.Credits, func(c nutgraf.Credit) bool { return c.Span.Overlap(x.Span) > 0 }) ||
		slices.ContainsFunc(m.Ann.Quotes, func(q nutgraf.Quote) bool { return q.Addressee.Overlap(x.Span) > 0 })
}

// opensSentence reports whether a place opens its sentence, as a dateline does.
func opensSentence(m nutgraf.Member, x nutgraf.Mention) bool {
	i := m.Seg.SentenceAt(x.Span.Start)
	return i >= 0 && x.Span.Start-m.Seg.Sentences[i].Span.Start < 4
}

func quantityAt(m nutgraf.Member, s nutgraf.Span) *nutgraf.Quantity {
	for i := range m.Ann.Quantities {
		if q := &m.Ann.Quantities[i]; q.Span.Overlap(s) > 0 {
			return q
		}
	}
	return nil
}

// wordsOf returns the words of a text in lower case, without their marks.
func wordsOf(s string) []string {
	return strings.FieldsFunc(lang.Lower(s), func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '\'' || r == '-') })
}

// denies reports whether x denies what y says: it has a negation more, and the
// same words otherwise.
func (f *Finder) denies(x, y []string) bool {
	n := 0
	for i, w := range x {
		if !f.negations[w] {
			continue
		}
		if i+1 < len(x) && f.limiting[x[i+1]] || w == "no" && len(x) == 1 {
			return false // "no fewer", and the "No," that answers
		}
		n++
	}
	if n != 1 || slices.ContainsFunc(y, func(w string) bool { return f.negations[w] }) {
		return false
	}
	return slices.Equal(f.matterWords(x), f.matterWords(y))
}

// aslant is how many bytes one twin can have more: who said so.
const aslant = 24

// only reports whether twins part nowhere else in words of weight: one that denies
// a part of what it goes on to say in the other's words contradicts nothing.
func only(p twin.Pair, g twin.Parting) bool {
	return !slices.ContainsFunc(p.Partings, func(o twin.Parting) bool {
		return o != g && (o.A.Len() > aslant || o.B.Len() > aslant || o.A.Len() > 0 && o.B.Len() > 0)
	})
}

// denials counts the negations of a sentence: "nor do we believe it should" and
// "it should not" deny as often. The "No." before a number is none.
func (f *Finder) denials(d *nutgraf.Document, p twin.Place) int {
	text := p.Sentence.Of(d.Text)
	n := 0
	for _, w := range wordsOf(text) {
		if f.negations[w] {
			n++
		}
	}
	return n - strings.Count(text, "No. ") - strings.Count(text, "no. ")
}

// matterWords returns the stems of words but for negations and auxiliaries.
func (f *Finder) matterWords(words []string) []string {
	var out []string
	for _, w := range words {
		if !f.negations[w] && !f.governs[w] && !f.auxiliary[w] {
			out = append(out, gist.Stem(w))
		}
	}
	return out
}

// oppose reports whether x and y are one word each, or hold one word of matter
// each, that exclude each other.
func (f *Finder) oppose(x, y []string) bool {
	if len(x) == 0 || len(y) == 0 || len(x) > 3 || len(y) > 3 {
		return false
	}
	if f.scales.exclude(strings.Join(x, "-"), strings.Join(y, "-")) {
		return true
	}
	met := false
	for _, a := range x {
		for _, b := range y {
			met = met || f.scales.exclude(a, b)
		}
	}
	return met && len(x) == len(y)
}
