package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/lang"
)

// A report opens with the event, and another tells it among its first sentences, its
// headline among them.
const (
	leading = 4  // sentences whose clauses can name the event
	within  = 10 // sentences in which the event is looked for
)

// A label of the event has so many parts besides its verb, of which another report's
// sentence must have this share.
const (
	eventLeast = 2
	eventMost  = 11
	eventShare = .65
)

// part is what a label tells of besides its verb: somebody or something named, or a word.
type part struct {
	entity int // of the story, or -1
	key    string
}

// event is what a label tells of.
type event struct {
	member          int
	label           nutgraf.Cite
	deed            string
	open            bool
	subject, object []part // what stands before its verb, and behind it
	days            []nutgraf.Day
}

// spot is one of the sentences with which a report opens.
type spot struct {
	sentence int
	headline bool
	terms    []string
}

// told makes the claim of what the story is about: the headline, or the clause with which a
// report opens, that most others tell in their headlines or first sentences. One that
// fewer than a third of them tell is none.
func (g *grid) told() (nutgraf.Claim, bool) {
	g.heads = make([][]spot, len(g.members))
	for i := range g.members {
		g.heads[i] = g.opening(i)
	}
	var best nutgraf.Claim
	deep := 0                 // how far from its report's head the best one stands
	seen := map[string]bool{} // of near copies one is tried
	for i := range g.members {
		for depth, at := range g.heads[i][:min(len(g.heads[i]), leading)] {
			parts := g.cut(i, at.sentence)
			for n := range len(parts) + 1 {
				part := g.members[i].Seg.Sentences[at.sentence].Span
				if n < len(parts) {
					part = parts[n]
				}
				text := part.Of(g.members[i].Doc.Text)
				if seen[text] {
					continue
				}
				seen[text] = true
				e, ok := g.eventOf(i, at, part)
				if !ok {
					continue
				}
				c := g.tellers(e)
				if n := len(c.Support) - len(best.Support); n < 0 || n == 0 && (depth > deep || depth == deep && len(c.Label.Text) >= len(best.Label.Text)) {
					continue
				}
				l := g.called(&nutgraf.Frame{Headline: at.headline, Member: i, Kind: nutgraf.ClaimStatus, Clause: c.Label, Focus: part, Quote: -1})
				if (l.rank == whole || l.rank == headlined) && !l.lost && l.added == 0 {
					best, deep = c, depth
				}
			}
		}
	}
	says := 0
	for _, s := range best.Support {
		if s.Stance == nutgraf.Says {
			says++
		}
	}
	return best, says > 1 && 3*len(best.Support) >= len(g.members)
}

// opening returns the headline and the first sentences of a report's body.
func (g *grid) opening(i int) []spot {
	m := &g.members[i]
	var out []spot
	for k, s := range m.Seg.Sentences {
		if len(out) == within {
			break
		}
		if s.Block < 0 || s.Block >= len(m.Doc.Blocks) {
			continue
		}
		head := m.Doc.Blocks[s.Block].Kind == nutgraf.Headline
		if !head && m.Doc.Blocks[s.Block].Kind != nutgraf.Paragraph {
			continue
		}
		out = append(out, spot{sentence: k, headline: head, terms: g.index.Sentence(i, k)})
	}
	return out
}

// namedIn is whom and what of the story words of a report name.
func (g *grid) namedIn(i int, span nutgraf.Span) []int {
	var out []int
	for _, x := range g.members[i].Ann.Mentions {
		if x.Span.Start >= span.End {
			break
		}
		if span.Contains(x.Span) && x.Kind != nutgraf.ByPronoun {
			out = append(out, g.entity(i, x))
		}
	}
	return out
}

// eventOf reads a label as an event: somebody named does something to something. A label
// that denies, quotes, is cut off before a joining word or tells by a light verb names
// none.
func (g *grid) eventOf(i int, at spot, words nutgraf.Span) (event, bool) {
	m := &g.members[i]
	label, head := m.Doc.Cite(words), at.headline
	e := event{member: i, label: label}
	if words.Len() < minLabel || words.Len() > maxLabel || strings.ContainsAny(label.Text, ":;?“\"(") || len(g.index.Read(i, words)) > 2*eventMost {
		return e, false
	}
	first, last := m.Seg.TokenAt(label.Span.Start), m.Seg.TokenAt(label.Span.End-1)
	word := func(i int) string { return wordAt(m, i) }
	if !head && strings.Contains(m.Seg.Tokens[last].Span().Of(m.Doc.Text), ".") {
		return e, false // "between the U.S.": a full stop that may be none
	}
	after := m.Doc.Text[label.Span.End:min(label.Span.End+lookedAt, len(m.Doc.Text))]
	rest := strings.TrimLeft(after, " ")
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !strings.ContainsRune(".,;—–-!\n", r) {
		if next, _, _ := strings.Cut(rest, " "); (!g.f.hanging[lang.Lower(next)] || next == "as") && next != "amid" {
			return e, false
		}
	}
	if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, ", ")); (head || m.Seg.Tokens[last].Upper) && strings.HasPrefix(after, ",") && unicode.IsUpper(r) {
		return e, false // a list or a name goes on: "wins over Vale | , Corrin"
	}
	var named []nutgraf.Span
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= words.End {
			break
		}
		if label.Span.Contains(x.Span) && x.Entity >= 0 && x.Kind != nutgraf.ByPronoun {
			named = append(named, x.Span)
			if !x.Whole.IsZero() {
				named = append(named, x.Whole)
			}
		}
	}
	inName := func(s nutgraf.Span) bool {
		return slices.ContainsFunc(named, func(n nutgraf.Span) bool { return n.Overlap(s) > 0 })
	}
	if w := word(first); m.Seg.Tokens[first].Kind == nutgraf.Word && g.index.Key(w) == "" && !g.f.eventful["head"][w] {
		return e, false // "In a video …", "He …"
	}
	capitals := head && titleCase(m, first, last)
	verb := -1
	for at := first; at <= last && verb < 0; at++ {
		t := m.Seg.Tokens[at]
		w := word(at)
		switch {
		case t.Kind != nutgraf.Word || t.Upper && (!capitals || inName(t.Span())):
		case g.f.hanging[w] || g.f.eventful["hang"][w]:
			return e, false
		case at == first:
		case head && at > first && g.f.judge.Plain(w) && word(at-1) == "to":
			if at-1 == first || !inName(m.Seg.Tokens[at-2].Span()) {
				return e, false // what they do is another word's to tell: "votes to close"
			}
			verb, e.deed, e.open = at, g.index.Key(w), true
		case head && g.f.judge.Plain(w) && strings.HasSuffix(m.Seg.Tokens[at-1].Span().Of(m.Doc.Text), "s") && !g.f.lightDeeds[w]:
			verb, e.deed = at, g.index.Key(w) // "Pilots urge the board"
		case at < last && g.f.judge.Present(w) && (word(at+1) == "of" || !head && (word(at+1) == "on" || word(at+1) == "against")): // "the raids of May"
		case g.f.eventful["noun"][word(at-1)]: // "more cuts"
		case g.f.judge.Finite(w) || strings.HasSuffix(w, "ies") && g.f.judge.Plain(strings.TrimSuffix(w, "ies")+"y"):
			switch k := g.index.Key(w); {
			case k != "" && !g.f.lightDeeds[w]:
				verb, e.deed = at, k
			case !g.f.eventful["help"][w]:
				return e, false
			}
		}
	}
	own := g.tone(label.Ref, label.Text)
	if verb < 0 || e.deed == "" || own.denies || g.f.judge.Comments(label.Text) || quotedBefore(m.Doc.Text, int(m.Seg.Tokens[verb].Start)) || own.open && !e.open || g.hangs(m, head, verb, first, last) || g.disputes(label.Ref) {
		return e, false
	}
	from := int(m.Seg.Tokens[verb].Start)
	add := func(p part, at int) {
		to := &e.object
		if at < from {
			to = &e.subject
		}
		if !slices.Contains(*to, p) {
			*to = append(*to, p)
		}
	}
	for _, x := range m.Ann.Mentions {
		if x.Span.Start >= words.End {
			break
		}
		if label.Span.Contains(x.Span) {
			if n := g.entity(i, x); n >= 0 {
				add(part{n, ""}, x.Span.Start)
			}
		}
	}
	for _, x := range g.index.Read(i, label.Span) {
		if x.Key != e.deed && !inName(x.Span) {
			add(part{-1, x.Key}, x.Span.Start)
		}
	}
	for _, q := range m.Ann.Quantities {
		if q.Span.Start >= words.End {
			break
		}
		if label.Span.Contains(q.Span) && q.Span.Start > from {
			add(part{-1, q.Span.Of(m.Doc.Text)}, q.Span.Start)
		}
	}
	e.days = g.daysIn(i, label.Span)
	n := len(e.subject) + len(e.object)
	return e, len(e.subject) > 0 && len(e.object) > 0 && n >= eventLeast && n <= eventMost
}

// hangs reports whether a verb among tokens is not the one by which they tell: it stands
// behind "to be" or before "by" alone, or another that is no participle follows ("The reason the board fell is
// Marrow").
func (g *grid) hangs(m *nutgraf.Member, head bool, verb, first, last int) bool {
	word := func(i int) string { return wordAt(m, i) }
	if verb+1 <= last && word(verb+1) == "by" && !g.f.eventful["help"][word(verb-1)] && !head {
		return true // "A suit filed by Marrow"
	}
	if verb-2 >= first && word(verb-1) == "be" && word(verb-2) == "to" {
		return true
	}
	for i := verb + 1; i+1 <= last; i++ {
		if word(i) == "as" && word(i+1) == "the" && !slices.ContainsFunc(m.Seg.Tokens[i+1:last+1], func(t nutgraf.Token) bool { return g.f.judge.Finite(t.Span().Of(m.Doc.Text)) }) {
			return true // "as the boats": their verb is cut off
		}
	}
	for i := verb + 1; i <= last; i++ {
		switch w := word(i); {
		case g.f.hanging[w] || g.f.eventful["hang"][w] || w == ",":
			return false
		case g.f.eventful["help"][w] && w != "be" && w != "been":
			return true
		case i < last && (strings.HasSuffix(w, "ed") || g.f.past[w]) && g.f.eventful["object"][word(i+1)]:
			return true // "the man charged with theft opened the mole"
		case w == "and" || w == "to":
			return false
		}
	}
	return false
}

// disputes reports whether words of a report stand on a side of a difference.
func (g *grid) disputes(at nutgraf.Ref) bool {
	for ref := range g.side {
		if ref.Overlaps(at) {
			return true
		}
	}
	return false
}

// titleCase reports whether a headline gives nearly every word a capital.
func titleCase(m *nutgraf.Member, first, last int) bool {
	upper, all := 0, 0
	for _, t := range m.Seg.Tokens[first : last+1] {
		if t.Kind == nutgraf.Word && t.End-t.Start > 3 {
			all++
			if t.Upper {
				upper++
			}
		}
	}
	return 5*upper >= 4*all
}

// quotedBefore reports whether a quotation mark stands right before a place in a text.
func quotedBefore(text string, at int) bool {
	before := text[:at]
	return strings.HasSuffix(before, "'") || strings.HasSuffix(before, "‘") || strings.HasSuffix(before, "“") || strings.HasSuffix(before, "\"")
}

// lookedAt is how many bytes behind a label are looked at.
const lookedAt = 40

// entity is whom or what of the story a mention names, or -1.
func (g *grid) entity(i int, x nutgraf.Mention) int {
	if x.Entity < 0 || x.Entity >= len(g.entityOf[i]) {
		return -1
	}
	return g.entityOf[i][x.Entity]
}

// daysIn are the single days that words of a report name.
func (g *grid) daysIn(i int, s nutgraf.Span) []nutgraf.Day {
	var out []nutgraf.Day
	for _, w := range g.members[i].Ann.Times {
		if s.Contains(w.Span) && w.Resolved && w.From == w.To && w.From != nutgraf.NoDay {
			out = append(out, w.From)
		}
	}
	return out
}

// tellers makes the claim of an event, with the reports that tell it.
func (g *grid) tellers(e event) nutgraf.Claim {
	c := nutgraf.Claim{Kind: nutgraf.ClaimRelation, Label: e.label}
	for j := range g.members {
		if j == e.member {
			c.Support = append(c.Support, nutgraf.Support{Cite: e.label, Stance: nutgraf.Says})
		} else if x, ok := g.tellsOf(e, j); ok {
			c.Support = append(c.Support, x)
		}
	}
	return c
}

// tellsOf returns the sentence of a report that tells of an event, the first of those that
// tell most of it: it has its verb, whom or what stands before that, half of what stands
// behind it, and no other day.
func (g *grid) tellsOf(e event, j int) (nutgraf.Support, bool) {
	m := &g.members[j]
	var out nutgraf.Support
	most := 0
	for _, x := range g.heads[j] {
		k, span := x.sentence, m.Seg.Sentences[x.sentence].Span
		if !g.doing(x.terms, e.deed) {
			continue
		}
		named := g.namedIn(j, span)
		in := func(all []part) (n int) {
			for _, p := range all {
				if p.entity >= 0 && slices.Contains(named, p.entity) || p.entity < 0 && has(x.terms, p.key) {
					n++
				}
			}
			return n
		}
		actors := slices.DeleteFunc(slices.Clone(e.subject), func(p part) bool { return p.entity < 0 })
		subject, object := in(e.subject), in(e.object)
		n := subject + object
		if n <= most || float64(n) < eventShare*float64(len(e.subject)+len(e.object)) || subject == 0 || 2*object < len(e.object) || in(e.object[:1]) == 0 ||
			len(actors) > 0 && in(actors) == 0 || !g.counts(e.member, e.label.Span, j, k) {
			continue
		}
		if days := g.daysIn(j, span); len(days) > 0 && len(e.days) > 0 && !slices.ContainsFunc(days, func(d nutgraf.Day) bool { return slices.Contains(e.days, d) }) {
			continue
		}
		if !x.headline && !g.f.judge.Counts(span.Of(m.Doc.Text)) || g.otherwise(e, j, k) {
			continue
		}
		t, ok := g.toneOf(e.deed, j, x)
		if !ok || e.open && !t.open {
			continue
		}
		most = n
		out = nutgraf.Support{Cite: m.Doc.Cite(span), Stance: nutgraf.Says}
		if t.open && !e.open {
			out.Stance = nutgraf.Weaker
		}
	}
	return out, most > 0
}

// otherwise reports whether a sentence tells of another event by the same words: of a second
// one where the label tells of the first, of several where it tells of one, of what is
// not so, or of the same done by whom the label says that it was done to.
func (g *grid) otherwise(e event, j, k int) bool {
	m, own := &g.members[j], &g.members[e.member]
	s := m.Seg.Sentences[k]
	low, label := " "+lang.Lower(s.Span.Of(m.Doc.Text))+" ", " "+lang.Lower(e.label.Text)+" "
	for x := range g.f.eventful["again"] {
		if x = " " + x + " "; strings.Contains(low, x) != strings.Contains(label, x) {
			return true
		}
	}
	if slices.ContainsFunc(strings.Fields(low), func(w string) bool { return g.f.untrue[strings.Trim(w, ".,;:!?“”\"'’‘")] }) {
		return true
	}
	for _, q := range m.Ann.Quantities {
		if !s.Span.Contains(q.Span) || !q.Known || q.Value < 2 || q.Counted.IsZero() {
			continue
		}
		head := g.index.Key(q.Counted.Of(m.Doc.Text)[strings.LastIndexByte(q.Counted.Of(m.Doc.Text), ' ')+1:])
		for _, t := range g.index.Read(e.member, e.label.Span) {
			if t.Key == head && !strings.HasSuffix(t.Span.Of(own.Doc.Text), "s") {
				return true
			}
		}
	}
	return g.turned(e, j, k)
}

// turned reports whether a sentence has whom the label tells of as the doer only behind its
// verb, and the other before it, and does not say "by".
func (g *grid) turned(e event, j, k int) bool {
	m := &g.members[j]
	s := m.Seg.Sentences[k]
	verb := -1
	for i := s.First; i < s.Last && verb < 0; i++ {
		if t := m.Seg.Tokens[i]; t.Kind == nutgraf.Word && g.one(g.index.Key(t.Span().Of(m.Doc.Text)), e.deed) {
			verb = i
		}
	}
	if verb < 0 {
		return false
	}
	at := int(m.Seg.Tokens[verb].Start)
	before := func(all []part) (stands, first bool) {
		for _, x := range m.Ann.Mentions {
			if s.Span.Contains(x.Span) && slices.ContainsFunc(all, func(p part) bool { return p.entity >= 0 && p.entity == g.entity(j, x) }) {
				stands, first = true, first || x.Span.Start < at
			}
		}
		return stands, first
	}
	doer, doerFirst := before(e.subject)
	_, otherFirst := before(e.object)
	return doer && !doerFirst && otherFirst && !strings.Contains(s.Span.Of(m.Doc.Text), " by ")
}

// has reports whether terms have a key, or a noun made of it.
func has(terms []string, key string) bool {
	return slices.ContainsFunc(terms, func(x string) bool { return made(x, key) })
}

// made reports whether a term is a key, or a noun made of it ("endorsement").
func made(term, key string) bool {
	return term == key || len(key) >= nounStem && strings.HasPrefix(term, key)
}

const nounStem = 5

// doing reports whether terms have a verb, a noun made of it or another way to tell it.
func (g *grid) doing(terms []string, deed string) bool {
	return slices.ContainsFunc(terms, func(x string) bool { return g.one(x, deed) })
}

// one reports whether a term is a verb, a noun made of it or another way to tell it.
func (g *grid) one(term, deed string) bool {
	if made(term, deed) {
		return true
	}
	rows := g.f.deedsOf[term]
	return len(rows) > 0 && slices.ContainsFunc(g.f.deedsOf[deed], func(n int) bool { return slices.Contains(rows, n) })
}

// toneWords is how many words before a verb deny it or leave it open.
const toneWords = 4

// toneOf is whether a sentence leaves open what it tells by a verb; ok is false where it
// denies that, or says it by the plain form ("refused to close").
func (g *grid) toneOf(deed string, j int, x spot) (out tone, ok bool) {
	m := &g.members[j]
	s, head := m.Seg.Sentences[x.sentence], x.headline
	for i := s.First; i < s.Last; i++ {
		w := wordAt(m, i)
		if m.Seg.Tokens[i].Kind != nutgraf.Word || !g.one(g.index.Key(w), deed) {
			continue
		}
		t := tone{}
		from := max(s.First, i-toneWords)
		if strings.HasSuffix(w, "ing") && i > s.First && m.Seg.Tokens[i-1].Span().Of(m.Doc.Text) == "by" {
			for from = i; from > s.First && m.Seg.Tokens[from-1].Kind != nutgraf.Punct; from-- { // its time is another verb's
			}
		}
		if i > s.First && wordAt(m, i-1) == "being" {
			return t, false // to whom it is done
		}
		for at := from; at < i; at++ {
			before := wordAt(m, at)
			t.denies = t.denies || at >= i-toneWords && (g.f.negations[before] || g.f.untrue[before])
			t.open = t.open || g.opens(m, at) || g.f.eventful["ponder"][before]
		}
		to := i > s.First && wordAt(m, i-1) == "to"
		if to && i-1 > s.First {
			t.open = t.open || g.f.coming(wordAt(m, i-2)) || head && m.Seg.Tokens[i-2].Upper
		}
		if t.denies {
			return t, false
		}
		if !ok && (!to || t.open) {
			out, ok = t, true
		}
	}
	return out, ok
}
