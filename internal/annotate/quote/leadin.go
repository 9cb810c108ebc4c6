package quote

import (
	"strings"
	"unicode"

	"nutgraf"
)

// signed reads a signature after a quotation that stands alone: "— Ann Lee".
func (r *reader) signed(n int) [2]int {
	k := r.units[n].a
	for k < r.units[n].b && r.items[k].piece >= 0 {
		k++
	}
	end := r.units[n].b
	if k == end && n+1 < len(r.units) && r.units[n+1].para <= r.units[n].para+1 {
		k, end = r.units[n+1].a, r.units[n+1].b
	}
	if k >= end || end-k > 14 || !r.items[k].is(cDash) {
		return [2]int{}
	}
	for k < end && r.items[k].is(cDash) {
		k++
	}
	np := r.npForward(k, end)
	if np == k || !r.items[k].upper || np < end && !r.items[np].is(cComma|cStop|cParen) {
		return [2]int{}
	}
	if kind := r.paras[r.units[n].para].kind; r.typeAt(np-1) == nutgraf.Outlet && kind != nutgraf.Quoted && kind != nutgraf.Embed {
		return [2]int{} // whose report it is: “…” – Harbour News Agency
	}
	return [2]int{k, np}
}

// retorted reads an attribution whose verb no list holds: "…," a weary Ann Lee
// harrumphed.
func (r *reader) retorted(n, i int) [2]int {
	u := &r.units[n]
	if r.items[i].piece < 0 {
		return [2]int{}
	}
	c, full := r.lastRune(int(r.items[i].piece))
	if c != ',' && (!full || c == '.') || i+2 >= u.b {
		return [2]int{}
	}
	if v := i + 2; r.items[i+1].is(cPron) && r.singular(i+1) && !r.items[v].upper && isPastShape(r.str(v)) {
		return [2]int{i + 1, v} // "…," she sniped
	}
	if v := i + 1; !r.items[v].upper && isPastShape(r.str(v)) && r.items[v+1].upper {
		if end := r.npForward(v+1, u.b); end > v+1 && r.personal([2]int{v + 1, end}) && r.closesAfter(u, end) {
			return [2]int{v + 1, end} // "…," snipped Ann Lee
		}
	}
	for v := i + 2; v < min(u.b, i+10) && (r.nominal(v) || r.items[v].is(cStop) && !r.items[v].ends && r.items[v-1].upper); v++ {
		np := [2]int{i + 1, v}
		if r.items[v].upper || !r.items[v-1].upper || !isPastShape(r.str(v)) || !r.personal(np) && !(c == ',' && r.typeAt(v-1) == nutgraf.Outlet) {
			continue
		}
		if v+1 == u.b || r.items[v+1].is(cStop|cComma|cPrep) {
			return np
		}
	}
	return [2]int{}
}

// voiced reads an attribution before the piece at item i whose verb no list holds:
// the paper headlined, "…".
func (r *reader) voiced(u *unit, i int) [2]int {
	if i-3 < u.a || !r.items[i-1].is(cComma) {
		return [2]int{}
	}
	np := r.npBack(u, i-1)
	if np[1]-np[0] > 1 && np[0] == u.a && r.finite(u.a) {
		np[0]++ // "Added Ann Lee, “…”"
	}
	if np[1]-np[0] > 0 && np[0] > u.a && r.personal(np) {
		if v := np[0] - 1; r.finite(v) && r.lex.verbs[r.items[v].word.verb].frames&fInvert != 0 && (v == u.a || r.items[v-1].is(cComma)) {
			return np // "But, said Ann Lee, “…”"
		}
	}
	v := i - 2
	if s := r.str(v); (s == "up" || s == "back" || s == "in") && v-2 >= u.a {
		v-- // "Kim followed up, “…”"
	}
	if r.items[v].upper || !isPastShape(r.str(v)) {
		return [2]int{}
	}
	np = r.npBack(u, v)
	if np[1] > np[0] && r.mainClause(u, np[0]) && (r.personal(np) || r.items[np[1]-1].is(cBody) || r.mentions.speaker(r.items[np[0]].span.Start, r.items[np[1]-1].span.End)) {
		return np
	}
	return [2]int{}
}

// nameBefore returns the name that stands right before the colon at item k,
// after a dash or at the head of the unit: "Ann Lee: …".
func (r *reader) nameBefore(u *unit, k int) [2]int {
	np := r.npBack(u, k)
	for j := np[0]; j < np[1]; j++ {
		if s := r.str(j); s == "from" || s == "by" {
			np[0] = j + 1
		}
	}
	if np[1] > np[0] && (np[0] == u.a || r.items[np[0]-1].is(cDash|cStop|cComma|cPrep)) && r.personal(np) {
		return np
	}
	return [2]int{}
}

// leadIn finds the source of a quotation that a colon announces, in its own
// unit or at the end of the one before it.
func (r *reader) leadIn(n, i int) ([2]int, int) {
	u := &r.units[n]
	if i > u.a {
		if !r.items[i-1].is(cColon) {
			return r.voiced(u, i), -1
		}
		if np := r.nameBefore(u, i-1); np[1] > np[0] {
			return np, -1
		}
		if np := r.inlineLabel(u, i-1); np[1] > np[0] {
			return np, -1
		}
		if np := r.mainSubject(u, i-1); r.worded(np) {
			return np, -1
		}
		return [2]int{}, -1
	}
	if np := r.signed(n); np[1] > np[0] {
		return np, -1
	}
	if np := r.retorted(n, i); np[1] > np[0] {
		return np, -1
	}
	if n == 0 || r.units[n-1].para < u.para-1 {
		return [2]int{}, -1
	}
	p := &r.units[n-1]
	if last := &r.items[p.b-1]; last.piece >= 0 || r.str(p.b-1) != ":" {
		return [2]int{}, -1
	}
	for k := p.uses[1] - 1; k >= p.uses[0]; k-- {
		if c := &r.uses[k]; c.accord || c.verb >= 0 && r.lex.verbs[c.verb].frames&fQuote != 0 {
			return c.subj, k
		}
	}
	for k := p.b - 2; k > p.a; k-- {
		if r.items[k].is(cPron) && r.items[k-1].is(cConj|cComma|cSub) {
			return [2]int{k, k + 1}, -1
		}
	}
	return r.mainSubject(p, p.b-1), -1
}

// singular reports whether a pronoun stands for one person.
func (r *reader) singular(k int) bool {
	return equalFold(r.str(k), "he") || equalFold(r.str(k), "she")
}

// maxInline bounds a label between the turns of a talk, in items.
const maxInline = 6

// worded reports whether a phrase has words in it: the year before an inscription
// does not speak it.
func (r *reader) worded(np [2]int) bool {
	for k := np[0]; k < np[1]; k++ {
		if !r.items[k].is(cNumber|cTime) && strings.ContainsFunc(r.str(k), unicode.IsLetter) {
			return true
		}
	}
	return false
}

// inlineLabel returns the name that labels a turn of a talk printed in one paragraph,
// between the marks of the turn before and the colon at item k: “Right.” Lee: “Why?”
func (r *reader) inlineLabel(u *unit, k int) [2]int {
	for j := k - 1; j >= u.a && j >= k-maxInline; j-- {
		it := &r.items[j]
		if it.piece >= 0 {
			if j+1 < k && r.items[j+1].upper {
				return [2]int{j + 1, r.npForward(j+1, k)}
			}
			break
		}
		if !it.upper && !it.is(cComma|cNumber|cStop) {
			break
		}
	}
	return [2]int{}
}
