package mention

import "slices"

// headlines finds names in sentences that capitalise all words: those the rest
// of the document knows, and those the lists know.
func (b *book) headlines() {
	body := len(b.cands)
	for n := range b.seg.Sentences {
		if !b.titled(n) {
			continue
		}
		s := b.seg.Sentences[n]
		for i := s.First; i < s.Last; {
			if end, next := b.quotedWork(i, s.Last); next > 0 && (end-i <= 5 || b.known(i+1, end)) {
				b.take(i+1, end, n, work)
				i = next
				continue
			}
			i = b.headlineName(i, s.Last, n)
		}
	}
	if len(b.cands) > body {
		slices.SortStableFunc(b.cands, func(x, y cand) int { return x.first - y.first })
	}
}

func (b *book) known(from, end int) bool {
	i, ok := b.index[b.key(from, end)]
	return ok && b.surfaces[i].firm > 0
}

// take adds a headline's candidate of a kind.
func (b *book) take(from, end, n int, k kind) {
	c := cand{first: from, last: end, sentence: n, key: b.key(from, end), flags: headed, kind: k, entity: -1}
	s := b.surface(&c)
	s.count++
	if s.firm == 0 {
		s.firm, s.kind = 1, k
		s.score[k] += 20
		if k == person && b.words(from, end) > 1 {
			l := b.lastKey(from, end)
			b.names.add(lastName, l, b.index[c.key])
		}
	}
	b.cands = append(b.cands, c)
}

// headlineName reads the name at token i of a headline and returns where to go
// on.
func (b *book) headlineName(i, last, n int) int {
	if !b.shows(i, upper|word) {
		return i + 1
	}
	if end, k := b.longestKnown(i, last); end > 0 {
		b.take(i, end, n, k)
		return end
	}
	if k, m := b.phrase(i, last); k > 0 {
		if kd, ok := listedKind(m); ok {
			b.take(i, i+k, n, kd)
		}
		return i + k
	}
	m := b.marks[i]
	if b.at(i-1, '.') && b.shows(i-1, glued) && b.is(i-2, abbreviation) && b.is(i-2, title|honorific) && b.seg.Tokens[i].End-b.seg.Tokens[i].Start > 1 {
		end := i + 1 // "Sen. Brisk"
		if end < last && b.shows(end, upper|word) && !b.plain(end) && !b.is(end, calendar) {
			end++
		}
		b.take(i, end, n, person)
		return end
	}
	if b.names.has(lastName, b.keys[i]) && (m&common == 0 || i+1 < last && b.possessive(i+1)) {
		b.take(i, i+1, n, person)
		return i + 1
	}
	if m&given != 0 && m&(common|starter|calendar) == 0 && i+1 < last && b.shows(i+1, upper|word) && !b.plain(i+1) && !b.is(i+1, calendar) && !b.possessive(i+1) {
		b.take(i, i+2, n, person)
		return i + 2
	}
	if kd, ok := listedKind(m); ok && m&(common|starter|title|role|calendar) == 0 {
		b.take(i, i+1, n, kd)
	}
	return i + 1
}

// longestKnown is the end of the longest form the body has that stands at
// token i, with its kind; 0 when there is none.
func (b *book) longestKnown(i, last int) (int, kind) {
	h := uint64(seed)
	end, k := 0, otherKind
	for j := i; j < last && j < i+7; j++ {
		if b.keys[j] == 0 {
			continue
		}
		h = (h ^ uint64(b.keys[j])) * prime
		if x, ok := b.index[h]; ok && b.surfaces[x].firm > 0 && !(j == i && b.is(i, common) && b.surfaces[x].kind != work && b.surfaces[x].kind != organization) {
			end, k = j+1, b.surfaces[x].kind
		}
	}
	return end, k
}

func listedKind(m mark) (kind, bool) {
	switch {
	case m&outlet != 0:
		return outletKind, true
	case m&org != 0:
		return organization, true
	case m&place != 0:
		return placeKind, true
	case m&figure != 0:
		return person, true
	}
	return otherKind, false
}
