package quote

import (
	"slices"
	"strings"

	"nutgraf"
)

// several names plural speakers: "Ann Lee and Bo Kim", "the Lees".
func (r *reader) several(i int, np [2]int) bool {
	q := &r.quotes[i]
	if r.titled(np, r.headOf(np)) >= 0 && !r.personBefore(np) {
		return false // "Minister of Trade and Ports Ann Lee"
	}
	if all, names := r.list(i, np); len(names) > 1 {
		q.Source, q.Name = r.rangeSpan(all), strings.Join(names, "; ")
		return true
	}
	var names []string
	for k := np[0]; k < np[1]; k++ {
		if title := r.str(k) == "of" && len(names) == 0 && k+1 < np[1] && r.items[k+1].upper && k > np[0] && r.namedAt(k-1) < 0; r.items[k].is(cPrep|cRel|cComma) && !title {
			break // but "Secretary of State Ann Lee and Bo Kim"
		}
		if k+1 < np[1] && r.items[k+1].is(cConj) || k > np[0] && r.items[k-1].is(cConj) || len(names) > 0 && k == np[1]-1 {
			if e := r.namedAt(k); e >= 0 && !r.owns(k, np[1]) && (r.ann.Entities[e].Type == nutgraf.Person || r.oneOfTwo(np, k, e)) {
				if n := r.ann.Entities[e].Name; len(names) == 0 || names[len(names)-1] != n {
					names = append(names, n)
				}
			}
		}
	}
	if len(names) < 2 || !r.items[r.headOf(np)].upper {
		names = r.family(np) // "Lee and Kim backers" are neither
	}
	if len(names) == 0 {
		return false
	}
	q.Name = strings.Join(names, "; ")
	return true
}

// personBefore reports whether a phrase names another person before the one who closes it.
func (r *reader) personBefore(np [2]int) bool {
	last := r.namedAt(np[1] - 1)
	for k := np[0]; k < np[1]; k++ {
		if r.personNamed(k) && r.namedAt(k) != last {
			return true
		}
	}
	return false
}

// owns reports whether the name at item k only tells whose the person behind it is: "Lee
// adviser Bo Kim".
func (r *reader) owns(k, limit int) bool {
	e := r.namedAt(k)
	for k < limit && r.namedAt(k) == e {
		k++
	}
	return k+1 < limit && r.items[k].is(cPerson) && !r.items[k].upper && r.items[k+1].upper
}

// list returns the names of the persons who speak together in phrase np or in the longer
// list that it ends or begins, and the items of all: "Ann Lee of Ohio and Bo Kim", "Ann
// Lee, Bo Kim and Cy Dow".
func (r *reader) list(i int, np [2]int) (all [2]int, names []string) {
	g := &r.froms[i]
	if g.use < 0 {
		return np, nil
	}
	u := &r.units[r.unitOf(np[0])]
	start := max(r.afterDateline(u), np[0]-maxAside)
	for k := np[0] - 1; k >= start; k-- {
		if r.items[k].piece >= 0 {
			start = k + 1
			break
		}
	}
	for start < np[0] && r.items[start].is(cComma|cConj|cAdv|cDash) {
		start++
	}
	if start < np[0] && !r.uses[g.use].inverted {
		if names, end := r.namesInRow(start, np[1]); len(names) > 1 && end == np[1] {
			return [2]int{start, end}, names
		}
	}
	for k := np[0] - 1; k > u.a && k > np[0]-maxPhrase && !r.uses[g.use].inverted; k-- {
		if it := &r.items[k]; it.is(cPeople) && !it.upper {
			if names, end := r.namesInRow(k+1, np[1]); len(names) > 1 && end == np[1] {
				return [2]int{k + 1, end}, names // "the port, witnesses Ann, Bo and Cy told"
			}
			break
		} else if it.piece >= 0 || !it.upper && !it.is(cComma|cStop) {
			break
		}
	}
	if r.uses[g.use].inverted {
		if names, end := r.namesInRow(np[0], min(u.b, np[0]+maxAside)); len(names) > 1 && end >= np[1] && (end == u.b || r.items[end].is(cComma|cStop) || r.items[end].piece >= 0) {
			return [2]int{np[0], end}, names
		}
	}
	if names, end := r.namesInRow(np[0], np[1]); end == np[1] {
		return np, names
	}
	return np, nil
}

// namesInRow reads a list of persons by name from item k on, parted by commas and closed by
// "and", and returns their names and where it ends. Titles may stand before a name, and
// in brackets or behind "of" where somebody is from.
func (r *reader) namesInRow(k, limit int) (names []string, end int) {
	last := false
	for k < limit {
		for k < limit && r.namedAt(k) < 0 && (r.items[k].upper && r.nominal(k) || r.items[k].is(cStop) && !r.items[k].ends) {
			k++
		}
		if k >= limit {
			return nil, k
		}
		e := r.namedAt(k)
		if e < 0 || r.ann.Entities[e].Type != nutgraf.Person {
			return nil, k
		}
		for k < limit && (r.namedAt(k) == e || r.items[k].is(cStop) && !r.items[k].ends) {
			k++
		}
		names = append(names, r.ann.Entities[e].Name)
		k = r.pastOrigin(k, limit)
		if last || k >= limit {
			break
		}
		switch it := &r.items[k]; {
		case it.is(cComma):
			if k++; k < limit && r.str(k) == "and" {
				last = true
				k++
			}
		case r.str(k) == "and":
			last = true
			k++
		default:
			return nil, k
		}
	}
	if distinct := slices.Compact(slices.Sorted(slices.Values(names))); !last || len(distinct) < len(names) {
		return nil, k
	}
	return names, k
}

// pastOrigin steps over where somebody is from behind their name: "of Ohio", "(D-Ohio)".
func (r *reader) pastOrigin(k, limit int) int {
	if k < limit && r.items[k].is(cParen) {
		if c := r.parenForward(k, limit); c > 0 {
			k = c + 1
		}
	}
	if k+1 < limit && r.str(k) == "of" && r.items[k+1].upper {
		for k++; k < limit && (r.items[k].upper && r.nominal(k) || r.items[k].is(cStop) && !r.items[k].ends); k++ {
		}
	}
	return k
}

// oneOfTwo reports whether the name of a country, a group or a body ends at item k, which
// joins another with it: "Ashby and Ohio", "the Herald and the Gazette". "Fish and Wildlife
// Service" is one name.
func (r *reader) oneOfTwo(np [2]int, k, e int) bool {
	t := r.ann.Entities[e].Type
	if t != nutgraf.Place && t != nutgraf.Group && !bodily(t) {
		return false
	}
	if k+1 < np[1] {
		return r.items[k+1].is(cConj) && (k+2 >= np[1] || r.namedAt(k+1) != e)
	}
	j := k
	for j > np[0] && r.namedAt(j-1) == e {
		j--
	}
	return t != nutgraf.Organization || j == k || r.items[j-1].is(cDet)
}

// maxFamily bounds how many entities and mentions a surname is looked for in.
const maxFamily = 400

// family resolves "the Lees" to the persons of that surname.
func (r *reader) family(np [2]int) []string {
	k := r.headOf(np)
	if k == np[0] || !r.items[np[0]].is(cDet) || !r.items[k].upper {
		return nil
	}
	s := r.str(k)
	if len(s) < 4 || s[len(s)-1] != 's' {
		return nil
	}
	if k-1 > np[0] && (strings.HasPrefix(strings.ToLower(s), "brother") || strings.HasPrefix(strings.ToLower(s), "sister")) {
		s = r.str(k-1) + "s"
	}
	var names []string
	var at []int
	for e := range min(len(r.ann.Entities), maxFamily) {
		n := &r.ann.Entities[e]
		if n.Type != nutgraf.Person {
			continue
		}
		given, last, ok := lastWord(n.Name)
		if ok && last+"s" == s && given != "The" {
			first := r.metAt(e)
			i, _ := slices.BinarySearch(at, first)
			names, at = slices.Insert(names, i, n.Name), slices.Insert(at, i, first)
		}
	}
	if len(names) == 1 {
		names = append(r.sibling(names[0]), names...)
	}
	return names
}

// metAt is the place among the first mentions where an entity is first met.
func (r *reader) metAt(e int) int {
	for m := range min(len(r.mentions.all), maxFamily) {
		if r.mentions.all[m].Entity == e {
			return m
		}
	}
	return maxFamily
}

// lastOf is the last word of a name.
func lastOf(name string) string {
	_, last, _ := lastWord(name)
	return last
}

func lastWord(name string) (rest, last string, ok bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return "", name, false
	}
	return name[:i], name[i+1:], true
}

// sibling finds the given name that shares a surname: "Bo and Ann Lee".
func (r *reader) sibling(name string) []string {
	_, last, _ := lastWord(name)
	for m := 1; m < min(len(r.mentions.all), maxFamily); m++ {
		a, b := r.mentions.all[m-1].Span, r.mentions.all[m].Span
		if a.End > b.Start { // a name within a phrase
			continue
		}
		if b.Of(r.text) == name && strings.TrimSpace(r.text[a.End:b.Start]) == "and" && !strings.Contains(a.Of(r.text), " ") {
			return []string{a.Of(r.text) + " " + last}
		}
	}
	return nil
}
