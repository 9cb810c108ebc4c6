package quote

import (
	"strings"

	"nutgraf"
)

// Short reports call who speaks by something new at every turn: "Ann Lee said … the
// 45-year-old told us … the mother-of-two added".

// goesOnOf returns the person whom a definite noun that the report ties to nobody stands for
// in quotation i, because the text goes on from them: by an age or by children, of the one
// whom the sentence before has for its subject and who spoke last; by any other noun only
// where they are said to add to what they said. It is -1 where anybody else comes between.
func (r *reader) goesOnOf(i int, np [2]int, head int) int {
	if !equalFold(r.str(np[0]), "the") || head == np[0] || r.items[head].is(cPeople) || plural(r.str(head)) {
		return -1
	}
	a := asked{at: r.quotes[i].Source.Start, quote: i, vote: -1, person: true, female: sexOfNoun(strings.ToLower(r.str(head)))}
	age, label := r.epithet(np, &a)
	if age != "" {
		r.quotes[i].Name = "unnamed " + age + "-year-old" // unless the text goes on from somebody
	}
	e := -1
	switch last := &r.quotes[max(i-1, 0)]; {
	case label:
		word, _, _ := strings.Cut(r.rangeSpan(np).Of(r.text)[len("the "):], " ")
		if who, met := r.metAs(word, a.at); met {
			e = who
		} else {
			e = r.whomLabelled(i, a)
		}
	case r.metBefore(np, head):
	case i > 0 && last.Speaker >= 0 && r.adds(i) && r.items[head].is(cPerson) && !r.items[head].is(cBody) && head == np[0]+1 && head+1 == np[1] && r.froms[i-1].para >= r.froms[i].para0-1 && r.onStage(i, last.Speaker, a):
		e = last.Speaker
	}
	if e < 0 || e >= len(r.ann.Entities) || r.ann.Entities[e].Type != nutgraf.Person || !r.mayBe(e, a) {
		return -1
	}
	if known := r.ageOf(e); age != "" && known != "" && known != age {
		return -1
	}
	return e
}

// whomLabelled returns the person whom an age or the number of children stands for: the only one
// whom it could, or the subject of the sentence before, where nobody else spoke last.
func (r *reader) whomLabelled(i int, a asked) int {
	if e := r.sole(a); e >= 0 {
		return e
	}
	e, back, _ := r.focus(r.itemAt(a.at), a)
	last := r.lastSpeaker(i)
	switch {
	case e < 0 || back > 2:
		e = last
	case last >= 0 && last != e && r.mayBe(last, a):
		return -1
	}
	if e < 0 || !r.onStage(i, e, a) {
		return -1
	}
	return e
}

// metAs returns whom the text before offset introduces by a label with "a", and whether it
// does: "Ann Lee, a 34-year-old nurse", but -1 for "a 34-year-old in a black car".
func (r *reader) metAs(label string, offset int) (e int, met bool) {
	from := max(0, offset-maxMet*8)
	at := strings.Index(r.text[from:offset], " a "+label)
	if at < 0 {
		return -1, strings.Contains(r.text[from:offset], "A "+label)
	}
	if k := r.itemAt(from + at); k > 1 && r.items[k-1].is(cComma) && r.personNamed(k-2) {
		return r.namedAt(k - 2), true
	}
	return -1, true
}

// maxMet bounds the items in which it is looked for that somebody is met.
const maxMet = 600

// metBefore reports whether the text tells of somebody by the noun at item head before
// phrase np: "A driver stopped. … the driver added".
func (r *reader) metBefore(np [2]int, head int) bool {
	for k := max(1, np[0]-maxMet); k < np[0]; k++ {
		if r.str(k) == r.str(head) && r.items[k].piece < 0 && (equalFold(r.str(k-1), "a") || equalFold(r.str(k-1), "another") || head == np[0]+1 && r.items[k].is(cPerson)) && r.namedAt(k+1) < 0 {
			return true
		}
	}
	return false
}

// sole returns the one person whom the report names, as far as the reference could stand for
// them, or -1.
func (r *reader) sole(a asked) int {
	found := -1
	for m := range r.persons() {
		if m.Entity == found || !r.mayBe(m.Entity, a) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = m.Entity
	}
	return found
}

// adds reports whether the verb of quotation i says that somebody goes on.
func (r *reader) adds(i int) bool {
	g := &r.froms[i]
	if g.use < 0 || r.uses[g.use].verb < 0 {
		return false
	}
	lemma := r.lex.verbs[r.uses[g.use].verb].lemma
	return lemma == "add" || lemma == "continue"
}

// epithet reports whether a phrase calls somebody by an age, which it returns, or by the
// number of their children, and notes the sex that it tells.
func (r *reader) epithet(np [2]int, a *asked) (age string, ok bool) {
	_, rest, ok := strings.Cut(r.rangeSpan(np).Of(r.text), " ")
	if !ok {
		return "", false
	}
	word, _, _ := strings.Cut(rest, " ")
	if age, year := strings.CutSuffix(word, "-year-old"); year && len(age) <= 3 {
		return age, true
	}
	parent, _, of := strings.Cut(word, "-of-")
	if !of {
		return "", false
	}
	switch parent {
	case "mother", "mum", "mom", "grandmother":
		a.female = 1
	case "father", "dad", "grandfather":
		a.female = -1
	default:
		return "", false
	}
	return "", true
}

// ageOf returns the age that stands behind the name of person e, or nothing.
func (r *reader) ageOf(e int) string {
	for m := range r.namings(e) {
		after := strings.TrimLeft(r.text[m.Span.End:min(m.Span.End+8, len(r.text))], ", (")
		n := 0
		for n < len(after) && after[n] >= '0' && after[n] <= '9' {
			n++
		}
		if n > 0 && n < 4 && n < len(after) && strings.ContainsRune(",).", rune(after[n])) {
			return after[:n]
		}
	}
	return ""
}

// likeTheLast names "another", who says quotation i, by the noun of who spoke last without a name: "One witness
// said … Another added".
func (r *reader) likeTheLast(i int) bool {
	if i == 0 || r.froms[i-1].para < r.froms[i].para0-1 {
		return false
	}
	name := briefly(r.quotes[i-1].Name)
	noun := lastOf(name)
	if !strings.HasPrefix(name, "unnamed ") || r.lex.words[noun].class&cPerson == 0 && !doer(noun) || plural(noun) {
		return false
	}
	r.quotes[i].Name = name
	return true
}
