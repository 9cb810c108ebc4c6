package quote

import "strings"

// isNoun reports whether a word that may be a verb stands as a noun or an
// adjective.
func (r *reader) isNoun(u *unit, i int, v *verb) bool {
	it := &r.items[i]
	if it.upper && i > u.a && !r.headline(u) {
		return true
	}
	if i == u.a {
		opens := v.lemma == "say" && it.word.form == past && i+1 < u.b && r.items[i+1].upper // "Said Ann Lee: “…”"
		return it.word.form != ing && !opens
	}
	p := &r.items[i-1]
	if (it.word.form == third || it.word.form == base) && v.modality == "exclaim" && i+1 < u.b && r.str(i+1) == "of" {
		return true // "jeers and shouts of"
	}
	if it.word.form == ing && it.is(cMedia) && i-2 >= u.a && (p.upper || p.word.class == 0 && p.word.verb < 0) && p.piece < 0 && r.items[i-2].is(cDet|cPoss) {
		return true // "at the Lee hearing"
	}
	if it.word.form == ing && it.is(cMedia) && p.is(cBody) && !p.is(cDet|cPoss) {
		for k := i - 1; k > u.a && k > i-5 && r.nominal(k); k-- {
			if r.items[k-1].is(cDet | cPoss) {
				return true // "an Intelligence Committee hearing"
			}
		}
	}
	nounish := v.frames&fNounish != 0
	if p.is(cPoss) && p.is(cObj) && !nounish && it.word.form == base && r.pluralBefore(u, i) {
		return false
	}
	if p.is(cDet|cPoss|cGenitive) && !p.is(cPron) {
		return !(p.is(cDet) && it.word.form != base && (equalFold(r.str(i-1), "this") || isBoth(r.str(i-1))))
	}
	switch it.word.form {
	case base:
		if r.writtenBy(u, i, v) {
			return false
		}
		if i-2 >= u.a && r.items[i-2].is(cDet|cPoss) && !r.items[i-2].is(cPron) && r.ordinal(r.str(i-1)) || nounish && p.is(cNumber) {
			return true // "the first state to", "an April 22 forecast"
		}
		if r.heardTo(u, i) {
			return false // "heard Ann Lee say"
		}
		if it.word.also == past && !p.is(cTo|cAux) {
			return p.is(cPrep) // "the sign read", "as Lee put it"
		}
		if nounish && i-2 >= u.a && r.items[i-2].is(cDet|cPoss|cGenitive) && !p.upper && !p.is(cPeople|cPerson|cBody|cAdv|cRel|cTo|cAux|cConj) && !plural(r.str(i-1)) {
			return true // "his infamous tweet"
		}
		if nounish && p.upper && (i+1 >= u.b || r.items[i+1].is(cComma|cStop|cConj)) && !p.is(cPeople) {
			return true // "had not read the Times report, but"
		}
		if nounish && r.str(i-1) == "that" {
			return true
		}
		if nounish && i-2 >= u.a && plural(r.str(i-1)) && singular(r.str(i-2)) {
			return true // "a jobs report"
		}
		if p.is(cBody) && !nounish {
			return false // "police say"
		}
		if !p.is(cTo|cAux|cPron|cAdv|cRel|cConj|cPeople) && !isAdverb(r.str(i-1)) && !plural(r.str(i-1)) {
			return nounish || !r.pluralBefore(u, i)
		}
		return nounish && p.is(cPrep) && !p.is(cTo) || i+1 < u.b && nounish && r.items[i+1].word.verb >= 0 && r.items[i+1].word.form != base
	case third:
		if i-2 >= u.a && r.items[i-2].is(cDet|cPoss) && r.ordinal(r.str(i-1)) || p.is(cDoc) && !p.upper && i-2 >= u.a && r.items[i-2].is(cTo) {
			return true // "her first comments on it", "to release emails that"
		}
		if severalOf(r.str(i - 1)) {
			return true // "after several orders"
		}
		if nounish && i+1 < u.b && relates(r.str(i+1)) {
			return true // "the states where", "figures like"
		}
		if nounish && p.is(cConj) && i-2 >= u.a && r.items[i-2].is(cMedia|cCueNoun|cDoc) && r.items[i-2].word.verb < 0 {
			return true
		}
		if nounish && p.is(cPeople) && i+1 < u.b && r.items[i+1].is(cThat) {
			return false
		}
		if nounish && p.is(cPerson|cBody) && !p.upper && i-2 >= u.a && (r.items[i-2].is(cPrep) || r.items[i-2].word.verb >= 0 && r.items[i-2].word.form == ing) {
			return true // "citing family reasons"
		}
		if nounish && !(p.upper || p.is(cPron|cPerson|cBody|cDoc|cRel|cAdv|cComma|cConj|cDash) || isAdverb(r.str(i-1)) || p.piece >= 0) {
			return true
		}
		return nounish && (p.is(cPrep|cNumber) || i+1 < u.b && (r.items[i+1].is(cAux) || r.finite(i+1)))
	case past:
		return p.is(cPrep) && !p.is(cTo|cSub)
	}
	return false
}

// heardTo reports whether the verb at item i is what somebody is heard or seen to do:
// "relieved to hear Ann Lee say".
func (r *reader) heardTo(u *unit, i int) bool {
	if i-2 < u.a || r.items[i-1].is(cTo) {
		return false
	}
	np := r.npBack(u, i)
	return np[1] == i && np[1] > np[0] && np[0] > u.a && hearing(r.str(np[0]-1)) && r.personal(np)
}

// relates reports whether a word tells more of the noun before it.
func relates(s string) bool {
	switch s {
	case "where", "whose", "like", "of":
		return true
	}
	return false
}

func hearing(s string) bool {
	switch s {
	case "hear", "heard", "hears", "hearing", "saw", "watched", "let", "lets":
		return true
	}
	return false
}

// pluralBefore reports whether a plural stands as the source of the verb at item
// i beyond a phrase or a word in commas: "voters in each county say", "the
// lawmakers, however, argue".
func (r *reader) pluralBefore(u *unit, i int) bool {
	k := i - 1
	if r.items[k].is(cComma) {
		for k--; k > u.a && !r.items[k].is(cComma) && k > i-maxPhrase && r.items[k].piece < 0; k-- {
		}
		if k <= u.a || !r.items[k].is(cComma) {
			return false
		}
		return r.items[k-1].is(cPeople) || plural(r.str(k-1))
	}
	for j := k; j > u.a && j > i-14 && r.items[j].piece < 0 && !r.items[j].is(cComma|cColon|cDash); j-- {
		if r.str(j) == "who" {
			return r.items[j-1].is(cPeople) || plural(r.str(j-1)) // "those who came say"
		}
	}
	for ; k > u.a && k > i-8 && (r.nominal(k) || r.items[k].is(cPrep)); k-- {
		if p := &r.items[k-1]; r.items[k].is(cPrep) && !r.items[k].is(cTo) && (p.is(cPeople) || !p.upper && r.nominal(k-1) && plural(r.str(k-1))) {
			return true
		}
	}
	return false
}

// writtenBy reports whether a verb in the plural stands between words in marks and
// the several who said them: "…," write Ann Lee and Bo Kim.
func (r *reader) writtenBy(u *unit, i int, v *verb) bool {
	if v.frames&fInvert == 0 || r.items[i-1].piece < 0 || !r.commaInside(i-1) && !r.exclaims(i-1) || i+1 >= u.b {
		return false
	}
	end := r.npForward(i+1, u.b)
	for k := i + 1; k < end; k++ {
		if r.items[k].is(cConj) || r.items[k].is(cPeople) && k == r.headOf([2]int{i + 1, end}) {
			return true
		}
	}
	return false
}

// ordinal reports whether a word between a determiner and a noun tells which one.
func (r *reader) ordinal(s string) bool {
	return r.lex.ordering[s]
}

func plural(s string) bool {
	return len(s) > 3 && s[len(s)-1] == 's' && s[len(s)-2] != 's' && !strings.HasSuffix(s, "ous")
}

// singular reports whether a determiner stands with one thing only.
func singular(s string) bool {
	switch strings.ToLower(s) {
	case "a", "an", "this", "another", "each", "every":
		return true
	}
	return false
}

// severalOf reports whether a word stands with more than one, and so with no verb in
// the third person singular.
func severalOf(s string) bool {
	switch strings.ToLower(s) {
	case "both", "all", "some", "many", "few", "several", "most", "these", "those":
		return true
	}
	return false
}

func isBoth(s string) bool {
	s = strings.ToLower(s)
	switch s {
	case "both", "all", "some", "many", "few", "several", "most", "another", "each", "neither", "none", "others":
		return true
	}
	return false
}

func (r *reader) headline(u *unit) bool {
	k := r.paras[u.para].kind
	return k == "headline" || k == "subhead" || k == "standfirst"
}

// finite reports whether item i is a cue verb in the past or third person.
func (r *reader) finite(i int) bool {
	w := &r.items[i].word
	if w.verb < 0 || i == 0 || r.items[i-1].is(cDet|cPoss) {
		return false
	}
	if w.form == third && r.lex.verbs[w.verb].frames&fNounish != 0 {
		return r.items[i-1].is(cPron|cRel|cAdv) || r.items[i-1].upper
	}
	return w.form == past || w.form == third
}
