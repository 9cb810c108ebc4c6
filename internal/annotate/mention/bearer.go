package mention

import "slices"

// meetRole resolves a role noun that stands alone: to the person who is known
// to bear it, else to the one who stands out and is not named beside it.
func (t *trail) meetRole(m *said) {
	if m.entity < 0 {
		k := -1
		if !m.of {
			k = t.bearer(m.head)
		}
		if m.owned && k >= 0 && t.fits(&t.people[k], m.head) < 2 {
			k = -1
		}
		if k < 0 && !m.owned {
			k = t.outstanding(m)
		}
		if k < 0 {
			t.noteNameless(m.tok, m.head+1, t.roleSex(m.head))
			return
		}
		m.entity = t.people[k].ent
		t.bears(&t.people[k], m.head)
	}
	t.note(t.ents[m.entity].who, m.tok, m.head+1, false)
}

// sole is the only person spoken of so far, for a role that tells a trade; -1
// when there are others.
func (t *trail) sole(head int) int {
	if len(t.recent) != 1 || t.is(head, title) && t.roleSex(head) == 0 || len(t.lex.kinds[t.keys[head]]) == 0 || t.clash(&t.people[t.recent[0]], head) {
		return -1
	}
	if t.strangerBefore(head, 0) || t.cue(head, passing) {
		return -1
	}
	return t.recent[0]
}

// bearer is the person spoken of so far who bears the role at token head: the
// surest, of equals the one spoken of last; -1 when there is none.
func (t *trail) bearer(head int) int {
	found, sure := -1, 0
	for i := range t.people[:min(len(t.people), maxAsked)] {
		p := &t.people[i]
		if t.traces[i].sentence < 0 || t.clash(p, head) {
			continue
		}
		fit := t.fits(p, head)
		if fit > sure || fit == sure && fit > 0 && t.traces[i].token > t.traces[found].token {
			found, sure = i, fit
		}
	}
	if found >= 0 && t.strangerBefore(head, t.traces[found].token) {
		return -1
	}
	return found
}

// strangerBefore reports whether the role at token head was lately given to
// somebody without a name, after token from.
func (t *trail) strangerBefore(head, from int) bool {
	const most = 32
	at, _ := slices.BinarySearchFunc(t.strangers, head, func(x stranger, tok int) int { return x.tok - tok })
	for i := at - 1; i >= max(0, at-most) && t.strangers[i].tok > from; i-- {
		if t.strangers[i].key == t.keys[head] {
			return true
		}
	}
	return false
}

// outstanding is the person whom a role noun with a name in it can mean: the
// foremost of the last two sentences who is not named in its own.
func (t *trail) outstanding(m *said) int {
	if !t.namesWithin(phraseOf{first: m.tok, head: m.head, last: m.head + 1}) {
		return t.sole(m.head)
	}
	if w := t.of(min(m.head+1, len(t.keys)-1)); w == "of" || w == "for" || w == "in" {
		return -1 // an office that has its place beside it
	}
	if t.strangerBefore(m.head, 0) || t.titleStart(m.head) < m.head {
		return -1 // somebody else's, or an office of several words
	}
	office := t.is(m.head, title) && len(t.lex.kinds[t.keys[m.head]]) == 0 || t.fullOffice(m.head, len(t.keys)) > 0
	force := t.lex.family(t.keys[m.head], foldKey("soldier")) // not whom the text knows by a civil office
	best := contest{found: -1}
	for _, k := range t.recent {
		p, x := &t.people[k], &t.traces[k]
		if x.sentence == t.now && x.named && x.subject && !t.clash(p, m.head) && t.divided(x.end, m.tok) {
			return -1 // it may mean the one whom the sentence is about
		}
		if x.sentence == t.now && x.named || t.now-x.sentence > 2 || t.clash(p, m.head) || t.ents[p.ent].kind == character || office && len(p.roles) > 0 || force && len(p.roles) > 0 && t.fits(p, m.head) == 0 {
			continue
		}
		best.enter(k, t.weight(k))
	}
	return best.clear()
}

// divided reports whether a comma stands between two tokens, so that the second
// is no object of the first one's verb.
func (t *trail) divided(from, to int) bool {
	for i := from; i < to; i++ {
		if t.at(i, ',') {
			return true
		}
	}
	return false
}
