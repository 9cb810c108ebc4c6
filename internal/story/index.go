package story

import (
	"slices"

	"nutgraf"
)

// Bounds on the search for candidates.
const (
	probes     = 40  // terms of a card that are looked up
	candidates = 28  // cards compared with a card in full
	postings   = 400 // cards looked at under one term, the nearest in order
	window     = 21  // days within which reports can be of one story
)

// littleShared is the cosine that the looked-up terms of two cards must add up
// to for the cards to be compared.
const littleShared = .012

// leastEdge is the score up to which a pair counts as 0.
const leastEdge = 30 * unit / 1000

// edge is a pair of cards, by position, that were compared.
type edge struct {
	a, b  int32
	score int64
}

// kin is an earlier card that a card was compared with, the score, and whether
// the two look as if one outlet had filled them into one template.
type kin struct {
	card     *card
	score    int64
	template bool
}

// link compares each card with those before it that share its telling terms,
// where that may come out otherwise than the last time, and returns the pairs
// of all. The cards are in canonical order, those without a day last.
func (set *Settings) link(cards []*card) []edge { return link(cards, set.judge) }

func link(cards []*card, judge judge) []edge {
	dated := firstUndated(cards)
	s := search{cards: cards, lists: map[uint32][]posting{}, sums: make([]uint64, len(cards))}
	s.dated(dated, judge)
	s.undated(dated, judge)
	var edges []edge
	columns := newSeries(cards)
	for n, c := range cards {
		for _, k := range c.kin {
			if k.score > leastEdge && !(k.template && columns.have(k.card, c)) {
				edges = append(edges, edge{a: k.card.at, b: int32(n), score: k.score})
			}
		}
	}
	return edges
}

// judge scores a card beside the one laid down.
type judge func(l *beside, b *card) int64

type posting struct {
	card int32
	pull uint32
}

// search finds candidates; it holds what is used again from card to card.
type search struct {
	cards   []*card
	lists   map[uint32][]posting // by term, the last cards that it tells of
	swept   nutgraf.Day          // when lists of days gone by were last thrown out
	sums    []uint64
	touched []int32
	best    shortlist
	laid    beside
	found   []kin
	told    *card      // the card looked up last
	telling []cardTerm // by which it was
}

// dated links the cards before end, which have a day.
func (s *search) dated(end int, judge judge) {
	first, in := 0, 0 // the first card in reach, the next to be listed
	for n, c := range s.cards[:end] {
		if !c.adrift {
			continue
		}
		for apart(c, s.cards[first]) {
			first++
		}
		for in = max(in, first); in < n; in++ {
			s.list(in)
		}
		s.sweep(c.day, int32(first))
		s.relink(n, int32(first), judge)
	}
}

// undated links the cards from begin on, which have none and may be of any day.
func (s *search) undated(begin int, judge judge) {
	wanted := map[uint32]bool{}
	for _, c := range s.cards[begin:] {
		if c.adrift {
			for _, t := range tellingTerms(c) {
				wanted[t.hash] = true
			}
		}
	}
	if len(wanted) == 0 {
		return
	}
	clear(s.lists)
	for n, c := range s.cards[:begin] {
		for _, t := range tellingTerms(c) {
			if wanted[t.hash] {
				s.post(n, t)
			}
		}
	}
	for n := begin; n < len(s.cards); n++ {
		if s.cards[n].adrift {
			s.relink(n, 0, judge)
		}
		s.list(n)
	}
}

// list enters a card under its telling terms.
func (s *search) list(n int) {
	for _, t := range s.tellingTerms(s.cards[n]) {
		s.post(n, t)
	}
}

// tellingTerms returns those of a card, which is mostly looked up first and listed
// next.
func (s *search) tellingTerms(c *card) []cardTerm {
	if s.told != c {
		s.told, s.telling = c, tellingTerms(c)
	}
	return s.telling
}

// post enters a card under one term; what lies too far back to be looked at is
// thrown out now and then.
func (s *search) post(n int, t cardTerm) {
	list := s.lists[t.hash]
	if len(list) == 2*postings {
		list = list[:copy(list, list[postings:])]
	}
	s.lists[t.hash] = append(list, posting{int32(n), uint32(t.pull())})
}

// sweep throws out the lists that no card from first on is in, as often as the
// window has passed.
func (s *search) sweep(day nutgraf.Day, first int32) {
	if day-s.swept <= window {
		return
	}
	s.swept = day
	for h, list := range s.lists {
		if list[len(list)-1].card < first {
			delete(s.lists, h)
		}
	}
}

// relink compares the card with its candidates from first on.
func (s *search) relink(n int, first int32, judge judge) {
	c := s.cards[n]
	s.laid.lay(c)
	s.found = s.found[:0]
	for _, m := range s.candidates(c, first) {
		o := s.cards[m.card]
		k := kin{o, judge(&s.laid, o), sameTemplate(c, o)}
		if k.score > leastEdge || k.template {
			s.found = append(s.found, k)
		}
	}
	c.kin = slices.Clone(s.found)
}

// candidates returns the listed cards, from first on, that share most of c's
// telling terms, in an order that depends on the cards alone.
func (s *search) candidates(c *card, first int32) []ranked {
	s.touched = s.touched[:0]
	for _, t := range s.tellingTerms(c) {
		list := s.lists[t.hash]
		for k := len(list) - 1; k >= max(0, len(list)-postings) && list[k].card >= first; k-- {
			p := list[k]
			if s.sums[p.card] == 0 {
				s.touched = append(s.touched, p.card)
			}
			s.sums[p.card] += t.pull() * uint64(p.pull)
		}
	}
	s.best.empty(candidates)
	for _, m := range s.touched {
		if sum, full := float64(s.sums[m]), s.cards[m].full; sum >= float64(littleShared*float64(c.full*full)) {
			s.best.offer(sum/full, m)
		}
		s.sums[m] = 0
	}
	return s.best.list
}

// ranked is a card, or a story, by position, and what it is ranked by.
type ranked struct {
	by   float64
	card int32
}

// shortlist keeps the best of what it is offered, in order; of two as good the
// one that stands first.
type shortlist struct {
	list []ranked
	most int
}

func (l *shortlist) empty(most int) { l.list, l.most = l.list[:0], most }

func (l *shortlist) offer(by float64, card int32) {
	n := len(l.list)
	before := func(k int) bool { return by > l.list[k].by || by == l.list[k].by && card < l.list[k].card }
	if n == l.most {
		if !before(n - 1) {
			return
		}
		n--
	} else {
		l.list = append(l.list, ranked{})
	}
	for ; n > 0 && before(n-1); n-- {
		l.list[n] = l.list[n-1]
	}
	l.list[n] = ranked{by, card}
}

// apart reports whether two cards are too many days apart to be of one story.
func apart(a, b *card) bool {
	if a.day == nutgraf.NoDay || b.day == nutgraf.NoDay {
		return false
	}
	return a.day-b.day > window || b.day-a.day > window
}

// tellingTerms returns the terms by which a card is looked up, the most telling
// first, of two as telling the one with the smaller hash.
func tellingTerms(c *card) []cardTerm {
	if len(c.terms) <= probes {
		return c.terms
	}
	var order [mostWords]uint64 // how telling (18 bits), hash (32), position (7)
	for i := range c.terms {
		order[i] = c.terms[i].telling()<<39 | uint64(^c.terms[i].hash)<<7 | uint64(i)
	}
	ranked := order[:len(c.terms)]
	slices.Sort(ranked)
	out := make([]cardTerm, 0, probes)
	for k := len(ranked) - 1; len(out) < probes; k-- {
		out = append(out, c.terms[ranked[k]&(mostWords-1)])
	}
	return out
}

func (t *cardTerm) telling() uint64 {
	if t.zone&nutgraf.InLead != 0 {
		return 3 * t.pull()
	}
	return 2 * t.pull()
}
