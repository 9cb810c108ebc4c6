package quote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hush marks the pieces of a unit that are titles, nicknames, terms or scare
// quotes and so no quotations.
func (r *reader) hush(u *unit) {
	for i := u.a; i < u.b; i++ {
		if p := r.items[i].piece; p >= 0 {
			r.pieces[p].quiet = r.title(u, i) || r.known(i)
		}
	}
}

// maxWorks bounds the titles remembered.
const maxWorks = 32

// known reports whether the piece at item i bears a title that the document has
// shown to be one before: "the film 'Night Ferry' … she said 'Night Ferry' was". A
// title of two words or more is remembered.
func (r *reader) known(i int) bool {
	s := strings.Trim(r.pieces[r.items[i].piece].inner.Of(r.text), " ,.")
	return slices.Contains(r.works, s)
}

func (r *reader) remember(s string) bool {
	if strings.Contains(s, " ") && len(r.works) < maxWorks {
		r.works = append(r.works, s)
	}
	return true
}

// title reports whether the piece at item i is a title, a nickname or a term.
func (r *reader) title(u *unit, i int) bool {
	it := &r.items[i]
	s := strings.Trim(r.pieces[it.piece].inner.Of(r.text), " ,.")
	if s == "" || utf8.RuneCountInString(s) > 90 {
		return s == ""
	}
	if r.nickname(u, i) && strings.Count(s, " ") < 3 {
		return true
	}
	if r.subhead(u, i, s) || r.named(u, i, s) || r.naming(u, i) || r.headed(u, i) || r.shouted(u, i, s) {
		return true
	}
	if !capitalised(s) {
		return false
	}
	if i > u.a && r.items[i-1].is(cPrep) && !r.items[i-1].is(cTo) && (strings.Count(s, " ") > 0 || r.str(i-1) == "on" && strings.ToUpper(s) == s) && !r.exclaims(i) {
		return true
	}
	if i > u.a && (r.items[i-1].is(cTitleB) || i-1 > u.a && r.items[i-1].is(cComma) && r.items[i-2].is(cTitleA) && r.items[i-2].word.verb < 0 || r.heard(i, s)) || i+1 < u.b && r.items[i+1].is(cTitleA) {
		return r.remember(s)
	}
	if r.worn(u, i, s) {
		return true
	}
	if i > u.a && r.term(i, s) || r.kindAfter(u, i) || r.listedTitle(u, i) {
		return true
	}
	if i > u.a && r.items[i-1].is(cGenitive) && strings.Count(s, " ") < 6 {
		return true
	}
	k := r.paras[u.para].kind
	return k == "headline" && strings.Count(s, " ") < 6
}

// exclaims reports whether the words inside the marks at item i end in more
// than a full stop, which American printers set inside whatever it closes.
func (r *reader) exclaims(i int) bool {
	c, full := r.lastRune(int(r.items[i].piece))
	return full && c != '.'
}

// subhead reports whether a piece is a short line of its own in single marks or with
// capitals, as subheads are set.
func (r *reader) subhead(u *unit, i int, s string) bool {
	p := &r.pieces[r.items[i].piece]
	single := strings.HasPrefix(r.text[p.span.Start:], "'") || strings.HasPrefix(r.text[p.span.Start:], "‘")
	if u.b-u.a == 1 && !single && capitalised(s) && strings.Count(s, " ") > 0 && !r.fullStop(i) && !r.commaInside(i) && r.pieces[r.items[i].piece].shut && strings.Count(s, " ") < 6 {
		return r.paras[u.para].units[1]-r.paras[u.para].units[0] <= 1
	}
	return u.b-u.a <= 2 && single && !strings.HasPrefix(r.text[p.span.Start:], "''") && strings.Count(s, " ") < 6 &&
		r.paras[u.para].units[1]-r.paras[u.para].units[0] <= 1
}

// shouted reports whether a piece is a heading of its own in capitals.
func (r *reader) shouted(u *unit, i int, s string) bool {
	return u.b-u.a == 1 && r.paras[u.para].units[1]-r.paras[u.para].units[0] <= 1 && strings.Contains(s, " ") &&
		s == strings.ToUpper(s) && s != strings.ToLower(s) && !r.fullStop(i)
}

// kindAfter reports whether the kind of work that a piece names follows it:
// "Night Ferry," a series that.
func (r *reader) kindAfter(u *unit, i int) bool {
	if !r.commaInside(i) || i+2 >= u.b || !r.items[i+1].is(cDet) {
		return false
	}
	for k := i + 2; k < u.b && k < i+6; k++ {
		if r.items[k].is(cTitleA) && r.items[k].word.verb < 0 {
			return true
		}
		if !r.nominal(k) && !r.items[k].is(cDash) {
			return false
		}
	}
	return false
}

// listedTitle reports whether a piece stands in one list with a title before it.
func (r *reader) listedTitle(u *unit, i int) bool {
	k := i - 1
	for k > u.a && r.items[k].is(cComma|cConj) {
		k--
	}
	return k >= u.a && k < i-1 && r.items[k].piece >= 0 && r.pieces[r.items[k].piece].quiet && !r.exclaims(i)
}

// headed reports whether a piece is the headline of another report, with the
// name of its writer: "Town to lose its ferry," by the Herald's Ann Lee.
func (r *reader) headed(u *unit, i int) bool {
	return i+2 < u.b && r.str(i+1) == "by" && r.commaInside(i) && (r.items[i+2].upper || r.str(i+2) == "the") && !r.attributes(i+2, u.b)
}

// heard reports whether a capitalised piece after a verb of telling or writing
// is the name of who was told or of what was written: told "Morning Line" that,
// wrote "Night Ferry".
func (r *reader) heard(i int, s string) bool {
	v := r.items[i-1].word.verb
	if v < 0 || strings.Count(s, " ") == 0 || r.exclaims(i) || r.fullStop(i) && r.lex.verbs[v].lemma != "tell" {
		return false
	}
	switch r.lex.verbs[v].lemma {
	case "tell", "write":
		return true
	case "say":
		return i+1 < len(r.items) && r.items[i+1].is(cAux) && !r.items[i+1].is(cPron) // said "Night Ferry" was
	case "read":
		return i > 1 && !r.items[i-2].ends && (r.items[i-2].is(cPron) || r.personal([2]int{i - 2, i - 1}))
	}
	return false
}

// named reports whether a piece is a name that something goes by: "a plan known
// as 'blue sky'".
func (r *reader) named(u *unit, i int, s string) bool {
	if i-2 < u.a || r.str(i-1) != "as" || strings.Count(s, " ") > 3 {
		return false
	}
	for k := i - 2; k >= u.a && k > i-5; k-- {
		if r.lex.known[r.str(k)] {
			return true
		}
	}
	return false
}

// worn reports whether a few capitalised words in marks stand before the noun of what
// bears them: "a 'Save The Pier' button", "'Ann Lee' campaign pins".
func (r *reader) worn(u *unit, i int, s string) bool {
	if i == u.a || i+1 >= u.b || strings.Count(s, " ") > 3 || r.fullStop(i) || r.commaInside(i) {
		return false
	}
	p, n := &r.items[i-1], &r.items[i+1]
	return p.piece < 0 && (p.is(cConj|cPrep|cDet|cPoss|cGenitive) || p.word.class == 0 && p.word.verb < 0) && !p.is(cPron|cTo) &&
		!n.upper && n.word.class == 0 && n.word.verb < 0 && !isPastShape(r.str(i+1)) && !isAdverb(r.str(i+1))
}

// naming reports whether a piece is what a thing is called, by nobody in
// particular: "a budget process called 'reconciliation'". Of what somebody calls
// by a name, the object or a relative pronoun tells.
func (r *reader) naming(u *unit, i int) bool {
	k := i - 1
	if k-1 <= u.a || !r.givesName(r.str(k)) || r.exclaims(i) || r.items[k-1].is(cTime) {
		return false
	}
	np := r.npBack(u, k)
	if np[1] > np[0] && r.items[r.headOf(np)].is(cDoc|cTitleB) && !r.items[r.headOf(np)].is(cPerson) {
		return true // "an article by Ann Lee called"
	}
	return np[1] > np[0] && !(np[0] > u.a && r.items[np[0]-1].is(cRel|cWh)) && !r.items[np[1]-1].is(cPron|cPerson|cPeople|cBody) && r.namedAt(np[1]-1) < 0
}

func (r *reader) givesName(s string) bool {
	return r.lex.naming[s]
}

// term reports whether a capitalised piece of a few words is a term or a set
// phrase: "a 'Happy New Year'", "known as 'Big Sur'".
func (r *reader) term(i int, s string) bool {
	if n := strings.Count(s, " "); n == 0 || n > 3 {
		return false
	}
	return r.items[i-1].is(cDet|cPoss) && !r.items[i-1].is(cPron) || r.str(i-1) == "as"
}

// capitalised reports whether the words of s are capitalised as in a title.
func capitalised(s string) bool {
	n, up := 0, 0
	for w := range strings.FieldsSeq(s) {
		c, size := utf8.DecodeRuneInString(w)
		if len(w) <= 4 && n > 0 && size == 1 && unicode.IsLower(c) {
			continue
		}
		if size == len(w) && !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue // "&"
		}
		n++
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			up++
		}
	}
	return n > 0 && up == n
}
