package quote

import (
	"strings"

	"nutgraf"
)

// carrier goes from a person to the thing before them for which "that" stands, as
// for a person it hardly does: "a sign aimed at Ann Lee that said", "a banner
// behind the mayor that read".
func (r *reader) carrier(np [2]int) [2]int {
	if np[1] <= np[0] {
		return np
	}
	e := r.namedAt(np[1] - 1)
	sent := np[0] > 1 && r.str(np[0]-1) == "to" && r.items[np[0]-2].is(cDoc) && !r.items[np[0]-2].is(cPerson) // "a letter to the board that said"
	if !sent && (e < 0 || r.ann.Entities[e].Type != nutgraf.Person) {
		return np
	}
	for k := np[0]; k > 0 && k > np[0]-8 && !r.items[k-1].ends && r.items[k-1].piece < 0 && !r.items[k-1].is(cComma); k-- {
		if r.items[k-1].is(cDoc) && !r.items[k-1].is(cPerson) {
			return [2]int{r.phraseStart(k - 1), k}
		}
	}
	for k := np[0]; k < np[1]; k++ {
		if r.items[k].is(cDoc) {
			return np
		}
	}
	return [2]int{}
}

// phraseStart returns where the phrase of the noun at item k begins: at its
// determiner, or at the words of no list before it.
func (r *reader) phraseStart(noun int) int {
	k := noun
	for k > 0 && !r.items[k-1].ends && r.items[k-1].word.class == 0 && r.items[k-1].word.verb < 0 && !isPastShape(r.str(k-1)) && !strings.HasSuffix(r.str(k-1), "ing") {
		k--
	}
	if k > 0 && r.items[k-1].is(cDet|cPoss) && !r.items[k-1].is(cPron) {
		k--
	}
	if k > 0 && k < noun && (r.items[k-1].is(cAux|cRel) && !r.items[k-1].is(cPron|cThat) || r.items[k-1].is(cPron) || r.str(k-1) == "to") {
		k++ // "they will hold banners"
	}
	return k
}

// displayed reports whether the noun at item k is of something that itself bears
// words for all to see: "a sign saying". Of a statement or a letter, who sends it
// speaks: "she released a statement saying".
func (r *reader) displayed(k int) bool {
	return r.lex.signs[strings.TrimSuffix(strings.ToLower(r.str(k)), "s")]
}

// writer returns whom a letter or a report that a participle speaks of is from, with
// no comma before item k: "he released a letter from his physician attesting".
func (r *reader) writer(u *unit, k int) [2]int {
	for j := k; j > u.a+1 && j > k-12 && r.items[j].piece < 0 && !r.items[j].is(cComma|cDash|cColon); j-- {
		if s := r.str(j); s != "from" && s != "by" || !r.items[j-1].is(cDoc) {
			continue
		}
		for end := r.npForward(j+1, k+1); end > j+1; end-- {
			if r.personal([2]int{j + 1, end}) {
				return [2]int{j + 1, end}
			}
		}
		break
	}
	return [2]int{}
}

// asideOf returns whom an aside with "who" speaks of, of which the verb at work is a
// further one: "Ann Lee — who sits on the board and says …".
func (r *reader) asideOf(u *unit, c *use) [2]int {
	for k := c.from - 1; k > u.a+1 && c.from-k < maxPhrase && !c.participle; k-- {
		if it := &r.items[k]; it.piece >= 0 || it.is(cColon) {
			break
		}
		if !r.items[k].is(cComma | cDash) {
			continue
		}
		if r.str(k+1) == "who" {
			for k > u.a && r.items[k-1].is(cDash) {
				k--
			}
			return r.closingName(r.npBack(u, k))
		}
		break
	}
	return [2]int{}
}

func (r *reader) personNamed(k int) bool {
	e := r.namedAt(k)
	return e >= 0 && r.ann.Entities[e].Type == nutgraf.Person
}

// pastVerb cuts a phrase that runs over a verb no list holds down to the name
// behind it: "the clip captured Ann Lee".
func (r *reader) pastVerb(np [2]int) [2]int {
	for k := np[1] - 2; k > np[0]; k-- {
		if it := &r.items[k]; !it.upper && it.word.class == 0 && it.piece < 0 && isPastShape(r.str(k)) && !r.items[k-1].is(cDet|cPoss) && !isAdverb(r.str(k-1)) && r.items[k+1].upper && r.personNamed(k+1) {
			return [2]int{k + 1, np[1]}
		}
	}
	return np
}

// closingName cuts a phrase that speaks of a thing down to the person who closes
// it, whom "who" after it stands for: "the support of Ann Lee, who said".
func (r *reader) closingName(np [2]int) [2]int {
	if np[1]-np[0] < 3 || r.items[r.headOf(np)].is(cPerson|cPeople|cBody) {
		return np
	}
	k := np[1] - 1
	e := r.namedAt(k)
	if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
		return np
	}
	for k > np[0] && r.namedAt(k-1) == e {
		k--
	}
	if k == np[0] || !r.items[k-1].is(cPrep) {
		return np
	}
	return [2]int{k, np[1]}
}
