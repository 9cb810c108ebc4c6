package story

// beside is a card that others are laid beside. Of two cards' words few are in
// both: to find them by walking through both lists costs several times as much as
// to look those of the one up in a table of the other's.
type beside struct {
	card         *card
	terms, pairs lookup
}

// lay makes c the card that others are laid beside.
func (l *beside) lay(c *card) {
	l.card = c
	l.terms.clear()
	for i := range c.terms {
		l.terms.put(c.terms[i].hash, i)
	}
	l.pairs.clear()
	for i := range c.pairs {
		l.pairs.put(c.pairs[i].hash, i)
	}
}

// term returns the card's term of the hash, nil where it has none.
func (l *beside) term(hash uint32) *cardTerm {
	for i := l.terms.first(hash); l.terms.slots[i] != 0; i++ {
		if t := &l.card.terms[l.terms.slots[i]-1]; t.hash == hash {
			return t
		}
	}
	return nil
}

// pair returns the card's pair of the hash, nil where it has none.
func (l *beside) pair(hash uint32) *cardPair {
	for i := l.pairs.first(hash); l.pairs.slots[i] != 0; i++ {
		if p := &l.card.pairs[l.pairs.slots[i]-1]; p.hash == hash {
			return p
		}
	}
	return nil
}

// lookup says where in a list of hashes one stands: an open-addressed table of
// places, counted from 1, and before it a filter that lets hardly another hash
// through.
type lookup struct {
	filter [64]uint64
	slots  [256]uint8 // twice as many as a card has words
}

func (t *lookup) clear() { *t = lookup{} }

func (t *lookup) put(hash uint32, at int) {
	t.filter[hash>>6&63] |= 1 << (hash & 63)
	i := t.first(hash)
	for t.slots[i] != 0 {
		i++
	}
	t.slots[i] = uint8(at + 1)
}

// first is where the search for a hash begins; it goes on in a circle.
func (t *lookup) first(hash uint32) uint8 { return uint8(hash >> 12) }

// may reports whether the hash may be held.
func (t *lookup) may(hash uint32) bool { return t.filter[hash>>6&63]>>(hash&63)&1 != 0 }
