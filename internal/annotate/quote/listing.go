package quote

import "slices"

// namesMore reports whether a list of names that something is called goes on
// at item k.
func (r *reader) namesMore(u *unit, k int) bool {
	for k < u.b && r.items[k].is(cComma|cConj) {
		k++
	}
	return k < u.b && (r.marked(k) || k+1 < u.b && r.marked(k+1))
}

// unnamedYet reports whether the comma at item j stands before what somebody is
// called: called Lee, his rival, a "fox".
func (r *reader) unnamedYet(u *unit, c *use, j int) bool {
	if c.verb < 0 || r.lex.verbs[c.verb].modality != "describe" {
		return false
	}
	for k := c.to; k < j; k++ {
		if r.marked(k) {
			return false
		}
	}
	for k, commas := j+1, 0; k < u.b && k < j+14 && commas < 2; k++ {
		switch {
		case r.marked(k):
			return true
		case r.items[k].is(cComma):
			commas++
		case r.items[k].is(cConj) && commas == 1, r.finite(k):
			return false
		}
	}
	return false
}

// listed reports whether a list of things goes on at item k, after a comma:
// "schools, roads and bridges".
func (r *reader) listed(u *unit, k int) bool {
	if k < u.b && r.items[k].is(cConj) {
		return false
	}
	end := r.npForward(k, u.b)
	if end == k || end >= u.b {
		return false
	}
	for j := k + 1; j < end; j++ {
		if r.items[j].is(cConj) {
			return true
		}
	}
	return r.items[end].is(cConj) || r.items[end].is(cComma) && end+1 < u.b && r.items[end+1].is(cConj)
}

// lastOfList reports whether the conjunction at item k brings the last thing of a list, and no
// verb: ", and bridges".
func (r *reader) lastOfList(u *unit, k int) bool {
	if k+1 >= u.b || !r.items[k].is(cConj) || r.str(k) != "and" && r.str(k) != "or" {
		return false
	}
	n := &r.items[k+1]
	return n.piece < 0 && !n.is(cPron|cAux|cAdv|cNeg|cTo) && !r.finite(k+1) && !isPastShape(r.str(k+1)) && !(n.word.verb >= 0 && n.word.form == base) && r.npForward(k+1, u.b) > k+1 && !r.verbAfter(u, k+1)
}

// goesOn reports whether the main clause goes on at item k, after an aside
// about its subject: its verb stands there.
func (r *reader) goesOn(u *unit, k int) bool {
	for k < u.b && (r.items[k].is(cAdv|cNeg) && !r.items[k].is(cAux) || isAdverb(r.str(k))) {
		k++
	}
	return k < u.b && (r.items[k].is(cAux) && !r.items[k].is(cPron) || r.finite(k) || isPastShape(r.str(k)))
}

// chargeAhead reports whether the comma at item j stands in an apposition after
// which the preposition of the verb follows: accused its keeper, Lee, of.
func (r *reader) chargeAhead(u *unit, c *use, j int) bool {
	if c.verb < 0 {
		return false
	}
	with := r.lex.verbs[c.verb].with
	if r.comesWith(with, j+1, u.b) {
		return true
	}
	for k := j + 1; k+1 < u.b && k < j+10 && !r.finite(k); k++ {
		if r.items[k].is(cComma) {
			return r.comesWith(with, k+1, u.b)
		}
	}
	return false
}

func (r *reader) comesWith(with []string, k, b int) bool {
	return k < b && r.items[k].is(cPrep) && slices.Contains(with, r.str(k))
}
