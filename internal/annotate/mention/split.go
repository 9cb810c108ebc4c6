package mention

// split cuts a capitalised run into candidates: titles, honorifics and
// nationalities part from the names they stand before.
func (r *reader) split(from, end, n int) {
	from = r.dropOpener(from, end)
	start, before := from, mark(0)
	for i := from; i < end; {
		k, m := r.part(i, end)
		rest := i + k
		for rest < end && r.at(rest, '.') {
			rest++
		}
		switch {
		case m&(honorific|title) != 0 && m&(org|outlet|place) == 0 && r.titleHere(start, i, rest, end, m, k):
			r.flush(start, i, n, before)
			before = m
			start = rest
			if rest == end {
				return
			}
		case m&nation != 0 && i == start && rest < end && !r.endsAs(end, orgEnd|eventEnd|placeEnd) && m&given == 0:
			r.flush(i, rest, n, 0)
			start = rest
		case m&(place|org|outlet|city) != 0 && i == start && rest < end && r.beginsPerson(rest, end) && m&given == 0:
			r.flush(i, rest, n, 0)
			start = rest
		}
		i = rest
	}
	r.flush(start, end, n, before)
}

// part is the length of the list entry that begins at token i, at least 1, and
// what it is.
func (r *reader) part(i, end int) (int, mark) {
	if k, m := r.phrase(i, end); k > 0 {
		return k, m
	}
	return 1, r.marks[i]
}

// dropOpener leaves out a common word that is capitalised only because it
// opens a sentence.
func (r *reader) dropOpener(from, end int) int {
	if end-from < 2 || !r.shows(from, first) {
		return from
	}
	m := r.marks[from]
	plain := m&common != 0 || r.lower.has(r.keys[from])
	if k, pm := r.phrase(from, end); k > 0 && pm&(org|outlet|place|title) != 0 {
		return from
	}
	if plain && m&(given|honorific|title|nation|place|org|outlet|placeStart|orgHead) == 0 && !r.endsAs(end, orgEnd|eventEnd|placeEnd) {
		return from + 1
	}
	return from
}

func (r *reader) endsAs(end int, m mark) bool { return r.is(end-1, m) }

// beginsPerson reports whether the tokens from i on look like a person's name
// or a title before one.
func (r *reader) beginsPerson(i, end int) bool {
	_, m := r.part(i, end)
	if m&(title|honorific) != 0 && m&(orgEnd|placeEnd) == 0 {
		return true
	}
	return r.is(i, given) && !r.is(i, common) && end-i >= 2 && !r.endsAs(end, orgEnd|eventEnd|placeEnd)
}

// titleHere reports whether the title at token i, up to token rest, stands
// apart from the name: before one, or after the organization it belongs to.
func (r *reader) titleHere(start, i, rest, end int, m mark, k int) bool {
	if rest == end {
		strong := k > 1 || r.shows(i, caps) || r.office(i)
		return strong && (i > start || !r.shows(i, caps) || k > 1)
	}
	if r.is(end-1, orgEnd|eventEnd|placeEnd) && m&honorific == 0 && !r.is(rest, given) && k == 1 {
		return false
	}
	if i > start && !r.office(i) && k == 1 && m&honorific == 0 && r.is(start, given) {
		return false // "Stephen King Jr."
	}
	return true
}

// office reports whether the word at token i is an office and hardly a name.
func (r *reader) office(i int) bool {
	return r.is(i, title) && (r.is(i, role) || r.shows(i, caps)) && !r.is(i, honorific)
}

// flush makes a candidate of tokens [from, end).
func (r *reader) flush(from, end, n int, before mark) {
	for from < end && !r.shows(from, word) {
		from++
	}
	for end > from && !r.shows(end-1, word) && !(r.at(end-1, '.') && r.is(end-2, abbreviation) && r.is(end-2, suffix|orgEnd)) && r.keys[end-1] == 0 {
		end--
	}
	if from >= end {
		return
	}
	c := cand{first: from, last: end, sentence: n, before: before, entity: -1}
	c.key = r.key(from, end)
	if k, m := r.phrase(from, end); k == end-from || k == end-from-1 && r.at(end-1, '.') {
		c.listed = m
	} else if end-from == 1 || end-from == 2 && r.at(end-1, '.') {
		c.listed = r.marks[from]
	}
	if r.weak(&c) {
		c.flags |= weak
	}
	r.cands = append(r.cands, c)
}

// weak reports whether a candidate may be no name at all.
func (r *reader) weak(c *cand) bool {
	if !r.shows(c.first, first) || c.last-c.first > 1 {
		return false
	}
	m := r.marks[c.first]
	if m&(org|outlet|place|figure|nation) != 0 && m&common == 0 {
		return false
	}
	return m&(common|role|title|workHead|orgEnd|placeEnd|starter) != 0 || r.lower.has(r.keys[c.first]) || m&(given|city) == 0 && !r.shows(c.first, caps)
}

// key hashes the words of tokens [from, end).
func (r *reader) key(from, end int) uint64 {
	h := uint64(14695981039346656037)
	for i := from; i < end; i++ {
		if r.keys[i] != 0 {
			h = (h ^ uint64(r.keys[i])) * 1099511628211
		}
	}
	return h
}
