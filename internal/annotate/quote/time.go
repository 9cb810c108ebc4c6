package quote

import (
	"sort"
	"strings"

	"nutgraf"
)

// time notes when the words of a quotation were said: a day or an hour beside its
// attribution. What a relative clause, an apposition or the words themselves date
// is something else.
func (r *reader) time(i int, u *unit) {
	q, g := &r.quotes[i], &r.froms[i]
	if g.signed > 0 {
		q.When = r.timeIn(i, u.a, u.b)
		return
	}
	if g.use < 0 {
		return
	}
	c := &r.uses[g.use]
	stands := g.first >= u.a && g.first < u.b // a block quotation stands elsewhere
	from, to := c.to, u.b
	switch {
	case c.inverted:
		from = c.subj[1]
	case c.accord:
		from = c.subj[1] - 1
	case c.subj[1] <= c.from && c.subj[0] >= u.a:
		if q.When = r.timeIn(i, r.pastAside(c.subj[1], c.from), c.from); q.When >= 0 {
			return
		}
	}
	if stands && g.first >= from {
		to = min(to, g.first)
	}
	if q.When = r.timeIn(i, from, r.clauseFrom(from, to)); q.When >= 0 || c.accord {
		return
	}
	left := c.subj[0]
	if c.inverted {
		left = c.from
	}
	start := u.a
	for k := left - 1; k > u.a; k-- {
		if r.items[k].is(cColon) {
			start = k + 1
			break
		}
	}
	if !stands || g.first > left {
		q.When = r.timeIn(i, start, left)
	}
}

// pastAside returns where the words [a, b) between who speaks and the verb go on behind an
// aside that tells who that is and dates something else ("Ann Lee, mayor in 2010, said").
func (r *reader) pastAside(a, b int) int {
	if a >= b || !r.items[a].is(cComma) {
		return a
	}
	if k := a + 1; k < b && (r.items[k].is(cPrep|cTime|cAdv) && r.str(k) != "now" || strings.HasSuffix(r.str(k), "ing") || isPastShape(r.str(k))) {
		return a
	}
	for k := b - 1; k > a; k-- {
		if r.items[k].is(cComma) {
			return k + 1
		}
	}
	return a
}

// clauseFrom returns where the plain words from item k on end: at a clause, at
// marks, or at b.
func (r *reader) clauseFrom(k, b int) int {
	for ; k < b; k++ {
		it := &r.items[k]
		if it.is(cRel|cWh|cSub) || it.is(cThat) || r.marked(k) || it.is(cConj) && k+1 < b && (r.items[k+1].is(cPron|cAux) || r.items[k+1].word.verb >= 0) {
			return k
		}
	}
	return b
}

// timeIn returns the first time in the items [a, b) that can date what was said,
// or -1.
func (r *reader) timeIn(i, a, b int) int {
	if b <= a {
		return -1
	}
	from, to := r.items[a].span.Start, r.items[b-1].span.End
	t := r.ann.Times
	for n := sort.Search(len(t), func(n int) bool { return t[n].Span.Start >= from }); n < len(t) && t[n].Span.End <= to; n++ {
		if t[n].Type != nutgraf.DateType && t[n].Type != nutgraf.TimeType || r.insidePiece(t[n].Span.Start) > 0 || r.quotedNear(i, t[n].Span.Start) {
			continue
		}
		if k := r.itemAt(t[n].Span.Start); r.namedAt(k) < 0 && r.str(k) != "current" && !r.inRelative(a, k) && !r.attributive(r.itemAt(t[n].Span.End-1)+1, b) && !r.since(k) {
			return n
		}
	}
	return -1
}

// quotedNear reports whether quotation i or one beside it holds an offset.
func (r *reader) quotedNear(i, offset int) bool {
	for k := max(i-3, 0); k < len(r.quotes) && k <= i+3; k++ {
		if r.within(&r.quotes[k], offset) {
			return true
		}
	}
	return false
}

// inRelative reports whether a relative clause that opens at or after item a holds
// item k.
func (r *reader) inRelative(a, k int) bool {
	for j := k - 1; j >= a; j-- {
		it := &r.items[j]
		if it.is(cComma) && j > a && r.items[k-1].is(cComma) && j < k-1 {
			return false
		}
		if it.is(cRel|cThat) && !it.is(cDet) {
			return true
		}
	}
	return false
}

// attributive reports whether the time before item k belongs to a noun that is no
// occasion for words: "the 2016 nominee", but "his June 2015 speech".
func (r *reader) attributive(k, b int) bool {
	if k < b && r.items[k].is(cGenitive) {
		k++
	}
	if k >= len(r.items) || k >= b && b < len(r.items) && r.items[k-1].ends || r.items[k].piece >= 0 || r.items[k].span.Start > r.items[k-1].span.End+1 {
		return false
	}
	noun := false
	for j := k; j < len(r.items) && j < k+4; j++ {
		it := &r.items[j]
		if it.is(cMedia) {
			return false
		}
		if it.piece >= 0 || it.ends || it.is(cComma|cPrep|cConj|cAux|cStop|cColon|cTime|cAdv) || it.word.verb >= 0 && !it.is(cPerson|cDoc|cBody) || !r.nominal(j) {
			break
		}
		noun = noun || !it.is(cDet|cPoss|cNumber)
	}
	return noun && !r.items[k].is(cDet|cPoss) && !r.items[k].upper || r.items[k-1].is(cGenitive)
}

// since reports whether the time at item k only tells from or until when something
// held, or of what is spoken: "until last year", "since May", "as for 2016".
func (r *reader) since(k int) bool {
	for j := k - 1; j >= 0 && j >= k-3 && !r.items[j].ends; j-- {
		switch r.str(j) {
		case "until", "since", "till", "by", "before", "from", "for":
			return true
		}
		if !r.items[j].is(cDet | cAdv | cTime | cPrep) {
			return false
		}
	}
	return false
}
