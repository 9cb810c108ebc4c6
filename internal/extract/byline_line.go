package extract

import "strings"

// lineAuthors reads the line near the headline that looks most like a byline
// among those that hold names, when it scores the least. A line that names the
// house or its staff and scores higher leaves the article without an author.
func (v *view) lineAuthors(least int, house []string) (best []string) {
	top := least - 1
	for i := range v.blocks {
		b, f := &v.blocks[i], &v.facts[i]
		if b.m.words > 20 || b.m.words < 1 || i == v.title || b.apart || b.within&noByline != 0 || f.p > 0.8 && f.cues&cueByline == 0 {
			continue
		}
		score := v.bylineScore(i)
		if score == 0 || score+wholeByline <= top {
			continue
		}
		n, whole := v.lineNames(b, score >= lowerByline)
		switch {
		case whole:
			score += wholeByline
		case f.p > 0.8:
			continue
		case len(n) == 0 || !fullName(n[0]):
			if v.namesHouse(b, house) {
				n = nil
			} else if len(n) == 0 {
				continue
			}
		}
		if score > top {
			best, top = n, score
		}
	}
	return best
}

// noByline are the elements whose lines name nobody who wrote the article.
const noByline = tagSet(1)<<tagForm | 1<<tagNav | 1<<tagFooter | 1<<tagFigure | 1<<tagFigcaption

// wholeByline is what it counts that a line holds names and nothing else.
const wholeByline = 2

// lowerByline is the score from which a line's name may be written in lower
// case, as pen names are.
const lowerByline = 10

// lineNames returns the names in a line, and whether full names, with the words
// that lead to them, are all there is.
func (v *view) lineNames(b *block, lower bool) (list []string, whole bool) {
	text := v.spaced(b)
	if namesNobody(text) {
		return nil, false
	}
	marked, linked := v.markedNames(b)
	all := v.cleanNames(marked, false)
	for _, written := range [][]string{{text}, linked} {
		if len(all) == 0 {
			all = v.cleanNames(written, false)
		}
	}
	if len(all) == 0 && lower {
		for _, n := range v.cleanNames([]string{text}, true) {
			if !strings.Contains(n, " ") {
				all = append(all, n)
			}
		}
	}
	left := int(b.m.words)
	for _, n := range all {
		left -= len(strings.Fields(n))
		if !fullName(n) {
			left += 2
		}
	}
	return all, len(all) > 0 && left <= 1+len(all)
}

// namesNobody reports whether a line begins with a name that is none, such as
// "Posted by admin in": its links lead to sections, not to people.
func namesNobody(text string) bool {
	parts := splitNames(withoutDate(behindDate(text)))
	if len(parts) == 0 {
		return false
	}
	name, _, _ := strings.Cut(strings.ToLower(trimName(parts[0])), " in ")
	return bylineWords["nobody"][name]
}

// namesHouse reports whether a line names the outlet or its staff.
func (v *view) namesHouse(b *block, house []string) bool {
	for _, part := range splitNames(behindDate(v.spaced(b))) {
		if n := trimName(part); bylineWords["nobody"][strings.ToLower(n)] || isName(letters(n), house) {
			return true
		}
	}
	return false
}

// spaced returns the line of a block with its texts set apart: in bylines the
// name and the date often stand side by side without a space.
func (v *view) spaced(b *block) string {
	var parts []string
	for i := b.from; i < b.to; i++ {
		if n := &v.nodes[i]; n.tag == tagText {
			if s := cleanLine(v.src[n.start:n.end]); s != "" {
				parts = append(parts, s)
			}
		}
	}
	return strings.Join(parts, " ")
}

// markedNames returns the texts in a line whose elements say that they are an
// author's name, or that are its only content, and those of its links.
func (v *view) markedNames(b *block) (marked, linked []string) {
	for i := b.from; i < b.to; i++ {
		n := &v.nodes[i]
		if n.tag != tagText {
			continue
		}
		p := &v.nodes[n.parent]
		text := cleanLine(v.src[n.start:n.end])
		if len(marked) > 0 && bylineWords["cut"][strings.ToLower(text)] {
			break // "Ann Lee for the Garden Club"
		}
		switch {
		case text == "" || !looksLikeName(text) || !p.tag.is(phrase):
		case p.hints&(hintAuthor|hintByline|hintWriter) != 0:
			marked = append(marked, text)
		case p.tag == tagA:
			linked = append(linked, text)
		}
	}
	if len(marked) == 0 {
		marked = v.listedNames(b)
	}
	return marked, linked
}

// listedNames returns the texts of a line when it is a list of full names, each
// in an element of its own.
func (v *view) listedNames(b *block) (list []string) {
	for i := b.from; i < b.to; i++ {
		n := &v.nodes[i]
		if n.tag != tagText {
			continue
		}
		text := cleanLine(v.src[n.start:n.end])
		switch {
		case text == "" || bylineWords["join"][strings.ToLower(text)] || bylineWords["lead"][strings.ToLower(text)]:
		case strings.Contains(text, " ") && looksLikeName(text):
			list = append(list, text)
		default:
			return nil
		}
	}
	return list
}

// bylineScore says how much block i looks like a byline; below 1 it does not.
func (v *view) bylineScore(i int) int {
	b, f := &v.blocks[i], &v.facts[i]
	s := 0
	if (b.own|b.hashes)&(hintByline|hintAuthor) != 0 {
		s += 6
	} else if b.near&(hintByline|hintAuthor) != 0 {
		s += 4
	}
	if b.own&hintWriter != 0 && s < 6 {
		s += 4
	}
	if f.cues&cueByline != 0 || s == 0 && v.title >= 0 && i > v.title && i <= v.title+datedReach && b.m.words <= 8 && signs(v.spaced(b)) {
		s += 4
	}
	if s == 0 {
		return 0
	}
	if v.title >= 0 {
		switch d := i - v.title; {
		case d > 0 && d < 8:
			s += 3
		case d < -4 || d > 60:
			s -= 3
		}
		if v.behind(i) {
			s -= 6
		}
	}
	if (b.own|b.near)&(hintBio|hintComment|hintRelated|hintTeaser|hintShare|hintSide) != 0 || b.far&hintSide != 0 || b.within.has(tagAside) {
		s -= 3
	}
	if b.m.stops > 1 || b.m.words > 12 {
		s -= 2
	}
	return s
}

// behind reports whether a block stands well behind the body and the element that
// holds it, or behind the body as one of several alike, as the bylines of teasers do.
func (v *view) behind(i int) bool {
	return i >= v.heart.to+behindBody && v.blocks[i].box >= v.ward() ||
		v.heart.to > 0 && i >= v.heart.to && v.groups[v.facts[i].group].blocks > 1 && v.blocks[i].within.has(tagAside)
}

// behindBody is how many blocks behind the body a line may still sign it.
const behindBody = 3

// signs reports whether a line begins with two words and more that lead to a name.
func signs(line string) bool {
	words := strings.Fields(line)
	return leadLength(words) > 1
}
