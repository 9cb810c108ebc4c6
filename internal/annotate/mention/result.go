package mention

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"nutgraf"
)

// result writes the mentions and the entities.
func (b *book) result() ([]nutgraf.Mention, []nutgraf.Entity) {
	mentions := make([]nutgraf.Mention, 0, len(b.cands)+len(b.spoken))
	slices.SortStableFunc(b.spoken, func(x, y said) int { return x.span.Start - y.span.Start })
	spoken := b.spoken
	for i := range b.cands {
		c := &b.cands[i]
		at := b.span(b.withArticle(c), c.last)
		for len(spoken) > 0 && spoken[0].span.Start <= at.Start {
			mentions = append(mentions, spoken[0].mention())
			spoken = spoken[1:]
		}
		mentions = append(mentions, nutgraf.Mention{Span: at, Entity: c.entity, Kind: nutgraf.ByName})
	}
	for _, m := range spoken {
		mentions = append(mentions, m.mention())
	}
	n := len(mentions)
	if mentions = b.handles(mentions); len(mentions) > n {
		slices.SortStableFunc(mentions, func(x, y nutgraf.Mention) int {
			return cmp.Or(x.Span.Start-y.Span.Start, y.Span.End-x.Span.End)
		})
	}
	ents := make([]nutgraf.Entity, len(b.ents))
	words := make([]string, 0, b.wordCount())
	for i := range b.ents {
		ents[i], words = b.entity(&b.ents[i], words)
	}
	return mentions, ents
}

// withArticle is the first token of a mention: the article of a place or an
// organization is part of it where the name is the whole noun phrase.
func (b *book) withArticle(c *cand) int {
	if c.kind != placeKind && c.kind != organization || c.first == 0 || !b.article(c.first-1) || b.is(c.first, nation) || b.is(c.first, city) && c.last-c.first == 1 {
		return c.first
	}
	s := b.seg.Sentences[c.sentence]
	if c.first == s.First || b.cut[c.last-1] > 0 || !b.ended(c.last, s) || b.at(c.last, '-') || b.possessive(c.last) {
		return c.first
	}
	return c.first - 1
}

// handles adds the account names that are a person's full name without spaces:
// "@inesmoreno".
func (b *book) handles(mentions []nutgraf.Mention) []nutgraf.Mention {
	if len(b.people) > 200 {
		return mentions
	}
	for i := 0; i+1 < len(b.seg.Tokens); i++ {
		if !b.at(i, '@') || !b.shows(i+1, word|glued) {
			continue
		}
		account := fold(b.buf[:0], b.of(i + 1)[:min(len(b.of(i+1)), 40)])
		for k := range b.people {
			e := b.ents[b.people[k].ent]
			var name [64]byte
			full := name[:0]
			for j := e.first; j < e.last; j++ {
				if b.shows(j, word) && len(full)+len(b.of(j)) < 60 {
					full = fold(full, b.of(j))
				}
			}
			if e.words > 1 && bytes.Contains(account, full) {
				mentions = append(mentions, nutgraf.Mention{Span: b.span(i, i+2), Entity: b.people[k].ent, Kind: nutgraf.ByName})
				break
			}
		}
	}
	return mentions
}

// wordCount bounds how many aliases and roles the entities have together.
func (b *book) wordCount() int {
	n := 0
	for i := range b.ents {
		n += len(b.ents[i].forms)
	}
	for i := range b.people {
		n += len(b.people[i].roles)
		if b.people[i].shared > 0 || b.people[i].throned > 0 {
			n++
		}
	}
	return n
}

// entity writes an entity; its aliases and roles are put behind words, which
// all entities share, and words is returned with them.
func (b *book) entity(e *entity, words []string) (nutgraf.Entity, []string) {
	out := nutgraf.Entity{Type: entityTypes[e.kind], Name: b.wording(e.first, e.last)}
	from := len(words)
	for _, f := range e.forms {
		if a := b.wording(f.first, f.last); a != out.Name {
			words = append(words, a)
		}
	}
	if e.who >= 0 && e.words == 1 && b.people[e.who].shared > 0 {
		words = append(words, out.Name)
		out.Name += " " + b.of(b.people[e.who].shared)
	}
	if e.who >= 0 && e.words == 1 && b.people[e.who].throned > 0 {
		words = append(words, out.Name)
		out.Name = b.of(b.people[e.who].throned-1) + " " + out.Name
	}
	if e.kind == person && (e.last-e.first > 1 && b.allCaps(e.first, e.last) || e.last-e.first == 1 && b.loudName(e.first)) {
		words = append(words, out.Name)
		out.Name = capitalised(out.Name)
	}
	out.Aliases = cut(words, from)
	if e.who < 0 {
		return out, words
	}
	p := &b.people[e.who]
	out.Female = p.sex
	from = len(words)
	for _, r := range p.roles {
		if w := b.roleText(r); !slices.Contains(words[from:], w) {
			words = append(words, w)
		}
	}
	out.Roles = cut(words, from)
	return out, words
}

// cut is the end of a list from an index on, nil when there is none; what is
// appended to it does not touch the list.
func cut(list []string, from int) []string {
	if from == len(list) {
		return nil
	}
	return list[from:len(list):len(list)]
}

func (b *reader) span(first, last int) nutgraf.Span {
	return nutgraf.Span{Start: int(b.seg.Tokens[first].Start), End: int(b.seg.Tokens[last-1].End) - int(b.cut[last-1])}
}

// wording is the text of tokens [first, last) without that of a link which a page
// wrote between them: no tokens stand for it.
func (b *reader) wording(first, last int) string {
	const spaces = 8 // more than these are not between two words of a name
	for i := first + 1; i < last; i++ {
		if before := b.seg.Tokens[i-1].End; int(b.seg.Tokens[i].Start-before) > spaces && !b.parted(i) {
			return b.wording(first, i) + " " + b.wording(i, last)
		}
	}
	return b.span(first, last).Of(b.text)
}

// allCaps reports whether the words of a name stand in capitals, as a transcript's
// labels do; initials and numerals beside them do not decide.
func (b *book) allCaps(from, to int) bool {
	long := 0
	for i := from; i < to; i++ {
		switch {
		case !b.shows(i, word) || len(b.of(i)) < 3:
		case !b.shows(i, caps):
			return false
		default:
			long++
		}
	}
	return long > 1
}

// loudName reports whether the word at token i, which is somebody's name, stands in
// capitals as a transcript's labels do: "LUND: Yes".
func (b *book) loudName(i int) bool {
	const least = 4
	return b.shows(i, caps) && len(b.of(i)) >= least && b.is(i, given|surname|figure) && !b.is(i, acronym|org|outlet)
}

// capitalised is a name in capitals as texts write it: "ANA O'LUND" is Ana O'Lund.
func capitalised(name string) string {
	out, before := make([]rune, 0, len(name)), ' '
	for _, word := range strings.SplitAfter(name, " ") {
		numeral := strings.Trim(word, "IVX ") == "" && len(word) < 5
		for _, r := range word {
			if unicode.IsLetter(before) && !numeral {
				r = unicode.ToLower(r)
			}
			out, before = append(out, r), r
		}
	}
	return string(out)
}
