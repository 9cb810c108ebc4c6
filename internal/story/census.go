package story

// census counts how many cards hold each hash: an open-addressed table with
// linear probing, since the cards of a window of days come and go by the
// thousand. A hash that no card holds any more keeps its slot until the table
// is full and made anew.
type census struct {
	slots []censusSlot // a power of two of them
	used  int          // slots taken, whatever they count
}

type censusSlot struct {
	hash  uint32
	count int32
	taken bool
}

// leastSlots is the size of an empty table.
const leastSlots = 1 << 12

func newCensus() *census { return &census{slots: make([]censusSlot, leastSlots)} }

// slot returns where the hash stands, or is to stand.
func (t *census) slot(hash uint32) *censusSlot {
	mask := uint32(len(t.slots) - 1)
	for i := hash * 0x9e3779b1 >> 7 & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; !s.taken || s.hash == hash {
			return s
		}
	}
}

// add counts n more, or fewer, cards that hold the hash.
func (t *census) add(hash uint32, n int32) {
	s := t.slot(hash)
	if !s.taken {
		if 2*t.used >= len(t.slots) {
			t.renew()
			s = t.slot(hash)
		}
		*s = censusSlot{hash: hash, taken: true}
		t.used++
	}
	s.count += n
}

// of returns how many cards hold the hash.
func (t *census) of(hash uint32) int { return int(t.slot(hash).count) }

// holds reports whether the hash was ever counted since the table was made.
func (t *census) holds(hash uint32) bool { return t.slot(hash).taken }

// renew makes the table anew with room for what is still counted.
func (t *census) renew() {
	alive := 0
	for i := range t.slots {
		if t.slots[i].count != 0 {
			alive++
		}
	}
	old, size := t.slots, leastSlots
	for size < 4*alive+leastSlots {
		size *= 2
	}
	t.slots, t.used = make([]censusSlot, size), 0
	for _, s := range old {
		if s.count != 0 {
			*t.slot(s.hash) = s
			t.used++
		}
	}
}
