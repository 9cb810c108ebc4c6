package quote

import (
	"slices"
	"strings"

	"nutgraf"
)

// several names plural speakers: "Ann Lee and Bo Kim", "the Lees".
func (r *reader) several(i int, np [2]int) bool {
	q := &r.quotes[i]
	var names []string
	for k := np[0]; k < np[1]; k++ {
		if title := r.str(k) == "of" && len(names) == 0 && k+1 < np[1] && r.items[k+1].upper && k > np[0] && r.namedAt(k-1) < 0; r.items[k].is(cPrep|cRel|cComma) && !title {
			break // but "Secretary of State Ann Lee and Bo Kim"
		}
		if k+1 < np[1] && r.items[k+1].is(cConj) || k > np[0] && r.items[k-1].is(cConj) || len(names) > 0 && k == np[1]-1 {
			if e := r.namedAt(k); e >= 0 && (r.ann.Entities[e].Type == nutgraf.Person || r.oneOfTwo(np, k, e)) {
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
