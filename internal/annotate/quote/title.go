package quote

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// hush marks the pieces of a unit that are titles, nicknames, terms or scare
// quotes and so no quotations.
func (r *reader) hush(u *unit) {
	for i := u.a; i < u.b; i++ {
		if p := r.items[i].piece; p >= 0 {
			r.pieces[p].quiet = r.title(u, i)
		}
	}
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
	if r.subhead(u, i, s) || r.named(u, i, s) || r.headed(u, i) || r.shouted(u, i, s) {
		return true
	}
	if !capitalised(s) {
		return false
	}
	if i > u.a && r.items[i-1].is(cPrep) && !r.items[i-1].is(cTo) && strings.Count(s, " ") > 0 && !r.exclaims(i) {
		return true
	}
	if i > u.a && (r.items[i-1].is(cTitleB) || i-1 > u.a && r.items[i-1].is(cComma) && r.items[i-2].is(cTitleA) && r.items[i-2].word.verb < 0 || r.heard(i, s)) || i+1 < u.b && r.items[i+1].is(cTitleA) {
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

// subhead reports whether a piece is a short line of its own in single marks,
// as subheads are set.
func (r *reader) subhead(u *unit, i int, s string) bool {
	p := &r.pieces[r.items[i].piece]
	return u.b-u.a <= 2 && p.inner.Start-p.span.Start == 1 && r.text[p.span.Start] == '\'' && strings.Count(s, " ") < 6 &&
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
	if v < 0 || strings.Count(s, " ") == 0 || r.fullStop(i) {
		return false
	}
	switch r.lex.verbs[v].lemma {
	case "tell", "write":
		return true
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
		switch r.str(k) {
		case "known", "codenamed", "code-named", "nicknamed":
			return true
		}
	}
	return false
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
		n++
		if unicode.IsUpper(c) || unicode.IsDigit(c) {
			up++
		}
	}
	return n > 0 && up == n
}
