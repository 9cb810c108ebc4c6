// Package cast merges the entities of a story's reports: which name in one
// report is which name in another. It merges on full names, on names that a
// report itself gives as aliases, and on a single name only when the story
// knows just one bearer and a role or company speaks for him. It never merges
// on a surname alone, and it never looks outside the story.
package cast

import (
	"cmp"
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// Cast is who and what a story's reports speak of. Entities come in the order
// of the number of reports that have them, then of their first place.
type Cast struct {
	Entities []nutgraf.StoryEntity
	of       [][]int32
}

// Of returns the index in Entities of a report's entity, or -1.
func (c *Cast) Of(doc, entity int) int {
	if entity < 0 || entity >= len(c.of[doc]) {
		return -1
	}
	return int(c.of[doc][entity])
}

// named is one report's entity with its name in normal form.
type named struct {
	doc, at int
	ent     *nutgraf.Entity
	words   []string
	key     string
}

// Caster merges with the help of a language's short forms of given names.
type Caster struct {
	long map[string][]string // given names by their short forms, in lower case
	same map[string]string   // places and bodies by their other names, by class and normal form
	head map[string]bool     // surnames that stand before the given name
	born map[string]bool     // given names of few letters
}

// New compiles a Caster from a language pack.
func New(pack *lang.Pack) *Caster {
	c := &Caster{map[string][]string{}, map[string]string{}, map[string]bool{}, map[string]bool{}}
	for _, name := range pack.List("family_first") {
		c.head[strings.ToLower(name)] = true
	}
	for _, list := range []string{"given_names", "given_names_world"} {
		for _, row := range pack.Rows(list) {
			if len(row[0]) <= syllable {
				c.born[strings.ToLower(row[0])] = true
			}
		}
	}
	for class, list := range map[string]string{placeClass: "place_aliases", bodyClass: "org_initials"} {
		for _, row := range pack.Rows(list) {
			if len(row) > 1 {
				short, name := class+strings.Join(nameWords(row[0]), " "), class+strings.Join(nameWords(row[1]), " ")
				one := cmp.Or(c.same[short], c.same[name], name)
				c.same[short], c.same[name] = one, one
			}
		}
	}
	for _, row := range pack.Rows("nicknames") {
		if len(row) > 1 {
			short := strings.ToLower(row[0])
			c.long[short] = append(c.long[short], strings.ToLower(row[1]))
		}
	}
	return c
}

// The classes of names that stand for one thing.
const placeClass, bodyClass = "place ", "body "

// key is the normal form under which a name is looked for.
func (c *Caster) key(words []string, t nutgraf.EntityType) string {
	name, class := strings.Join(words, " "), ""
	switch t {
	case nutgraf.Place:
		class = placeClass
	case nutgraf.Organization:
		class = bodyClass
	default:
		return name
	}
	return cmp.Or(strings.TrimPrefix(c.same[class+name], class), name)
}

// Merge returns the cast of a story.
func (c *Caster) Merge(members []nutgraf.Member) *Cast {
	m := merger{Caster: c, foreign: make([]bool, len(members))}
	for d := range members {
		m.foreign[d] = slices.ContainsFunc(members[d].Doc.Notes, func(n nutgraf.Note) bool { return n.Code == nutgraf.NoWordLists })
		for e := range members[d].Ann.Entities {
			m.add(d, e, &members[d].Ann.Entities[e])
		}
	}
	m.sameNames()
	m.aliases()
	m.calledToo()
	m.middles()
	m.generations()
	m.tails()
	m.shortForms()
	m.spellings()
	m.singles(members)
	m.givenNames(len(members))
	return m.cast(members)
}

type merger struct {
	*Caster
	all     []named
	parent  []int
	foreign []bool           // by report, whether it is in a language without word lists
	forms   []map[string]int // by entity, how often a person's name of several words stands in its report
}

func (m *merger) add(d, e int, ent *nutgraf.Entity) {
	words := nameWords(ent.Name)
	m.all = append(m.all, named{d, e, ent, words, m.key(words, ent.Type)})
	m.parent = append(m.parent, len(m.parent))
}

// nameWords folds a name and takes off what does not tell bearers apart: the
// article before it, the legal form behind it, a nickname in marks inside it,
// and commas and full stops.
func nameWords(name string) []string {
	words := strings.Fields(fold.String(name))
	n := 0
	for i, w := range words {
		if i > 0 && i+1 < len(words) && marked(w) {
			continue
		}
		if w = strings.TrimRight(strings.TrimSuffix(w, "'s"), ".,"); w != "" {
			words[n] = w
			n++
		}
	}
	words = words[:n]
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "inc", "corp", "corporation", "ltd", "llc", "plc", "co", "company", "com":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return words
}

// marked reports whether a word stands in quotation marks or brackets.
func marked(w string) bool {
	return len(w) > 2 && (w[0] == '"' || w[0] == '\'' || w[0] == '(') && (w[len(w)-1] == '"' || w[len(w)-1] == '\'' || w[len(w)-1] == ')')
}

// generation is the number of words at the end of a name that tell father from
// son: "jr", "iii".
func generation(words []string) int {
	if len(words) < 3 {
		return 0
	}
	switch words[len(words)-1] {
	case "jr", "sr", "junior", "senior", "ii", "iii", "iv":
		return 1
	}
	return 0
}

func (m *merger) find(i int) int {
	for m.parent[i] != i {
		m.parent[i] = m.parent[m.parent[i]]
		i = m.parent[i]
	}
	return i
}

func (m *merger) join(i, j int) {
	i, j = m.find(i), m.find(j)
	if i > j {
		i, j = j, i
	}
	m.parent[j] = i
}

// human reports whether a type is a person's: a person is never a thing.
func human(t nutgraf.EntityType) bool { return t == nutgraf.Person || t == nutgraf.Character }

// sameNames joins entities of one full name. A person's single name is left
// to singles.
func (m *merger) sameNames() {
	first := map[string]int{}
	for i, n := range m.all {
		if n.key == "" || m.single(i) {
			continue
		}
		key := "thing " + n.key
		if human(n.ent.Type) {
			key = "human " + strings.ReplaceAll(n.key, "-", " ") // "Jae-sun", "Jae Sun"
		}
		if j, ok := first[key]; ok {
			m.join(i, j)
		} else {
			first[key] = i
		}
	}
}

func (m *merger) single(i int) bool {
	return len(m.all[i].words) == 1 && m.all[i].ent.Type == nutgraf.Person
}

// aliases joins a thing with the thing whose report gives its name as an alias.
func (m *merger) aliases() {
	byName := map[string][]int{}
	for i, n := range m.all {
		if !human(n.ent.Type) && n.key != "" {
			byName[n.key] = append(byName[n.key], i)
		}
	}
	for i, n := range m.all {
		if human(n.ent.Type) {
			continue
		}
		for _, a := range n.ent.Aliases {
			words := nameWords(a)
			if len(words) == 0 || len(words) == 1 && !initials(a) {
				continue
			}
			for _, j := range byName[strings.Join(words, " ")] {
				if m.all[j].doc != n.doc {
					m.join(i, j)
					break
				}
			}
		}
	}
}

// calledToo joins a person with the one of another report whose full name his
// own report gives as another of his: "William Harker", also "Bill Harker". A
// report that knows both names as two people is a witness against it.
func (m *merger) calledToo() {
	type in struct {
		doc int
		key string
	}
	first, known := map[string]int{}, map[in]bool{}
	apart := func(a, b string) bool {
		for _, n := range m.all {
			if n.key == a && known[in{n.doc, b}] {
				return true
			}
		}
		return false
	}
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 {
			continue
		}
		known[in{n.doc, n.key}] = true
		if _, ok := first[n.key]; !ok {
			first[n.key] = i
		}
	}
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 {
			continue
		}
		for _, a := range n.ent.Aliases {
			words := nameWords(a)
			if len(words) < 2 || words[len(words)-1] != n.words[len(n.words)-1] {
				continue
			}
			key := strings.Join(words, " ")
			if j, ok := first[key]; ok && !apart(n.key, key) {
				m.join(i, j)
			}
		}
	}
}

// initials reports whether an alias is an acronym: a short form that stands
// for the whole name, not for a part of it.
func initials(alias string) bool {
	letters := strings.ReplaceAll(alias, ".", "")
	return len(letters) >= 2 && len(letters) <= 6 && strings.ToUpper(letters) == letters
}

// middles joins persons who share first and last name where one has middle
// names or initials that the other lacks.
func (m *merger) middles() {
	type ends struct{ first, last, generation string }
	by := map[ends][]int{}
	var order []ends
	for i, n := range m.all {
		if len(n.words) < 2 || n.ent.Type != nutgraf.Person {
			continue
		}
		at := len(n.words) - generation(n.words)
		k := ends{n.words[0], n.words[at-1], strings.Join(n.words[at:], " ")}
		if by[k] == nil {
			order = append(order, k)
		}
		by[k] = append(by[k], i)
	}
	for _, k := range order {
		longest := ""
		clash := false
		for _, i := range by[k] {
			words := m.all[i].words
			mid := middle(words)
			if mid == "" {
				continue
			}
			clash = clash || longest != "" && !sameMiddle(mid, longest)
			if len(mid) > len(longest) {
				longest = mid
			}
		}
		for _, i := range by[k][1:] {
			if !clash {
				m.join(by[k][0], i)
			}
		}
	}
}

// generations joins a person whom one report calls "Jr." with the one of the same
// first and last name whom another does not, where they share a role and no report
// knows both: father and son are two.
func (m *merger) generations() {
	type ends struct{ first, last string }
	plain, told := map[ends][]int{}, map[ends][]int{}
	var order []ends
	for i, n := range m.all {
		if len(n.words) < 2 || n.ent.Type != nutgraf.Person {
			continue
		}
		at := len(n.words) - generation(n.words)
		k := ends{n.words[0], n.words[at-1]}
		if at == len(n.words) {
			plain[k] = append(plain[k], i)
			continue
		}
		if told[k] == nil {
			order = append(order, k)
		}
		told[k] = append(told[k], i)
	}
	for _, k := range order {
		one := m.find(told[k][0])
		docs := map[int]bool{}
		for _, i := range told[k] {
			docs[m.all[i].doc] = true
			if m.find(i) != one {
				one = -1 // "Jr." and "Sr.", or other names between
				break
			}
		}
		if one < 0 || slices.ContainsFunc(plain[k], func(i int) bool { return docs[m.all[i].doc] || m.find(i) != m.find(plain[k][0]) }) {
			continue
		}
		for _, i := range plain[k] {
			a, b := middle(m.all[i].words), middle(m.all[told[k][0]].words)
			if m.sharesRole(i, told[k]) && (a == "" || b == "" || sameMiddle(a, b)) {
				m.join(i, one)
				break
			}
		}
	}
}

// middle is what stands between the first and the last name.
func middle(words []string) string {
	return strings.Join(words[1:len(words)-1-generation(words)], " ")
}

// sameMiddle reports whether two middle names can be one: the same, or an
// initial and a name that begins with it.
func sameMiddle(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || len(a) == 1 && a[0] == b[0]
}

// singles joins a report's bare name with the full name of the story that ends
// in it. Of several bearers those drop out whom the report itself names beside
// it and those of the other sex. The one left is he, when a shared role speaks
// for him, or company: one other name that both reports have where he is the
// story's only bearer, three where he is not. Where several are left, the one
// who shares a role is.
func (m *merger) singles(members []nutgraf.Member) {
	bearers := map[string][]int{} // last (or only) name → roots of full names
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 {
			continue
		}
		last := surname(n.words)
		if r := m.find(i); !slices.Contains(bearers[last], r) {
			bearers[last] = append(bearers[last], r)
		}
		if first := n.words[0]; m.eastern(n.words) {
			if r := m.find(i); !slices.Contains(bearers[first], r) {
				bearers[first] = append(bearers[first], r)
			}
		}
	}
	roots := m.rootsByDoc(len(members))
	groups := map[int][]int{}
	for i := range m.all {
		groups[m.find(i)] = append(groups[m.find(i)], i)
	}
	for i := range m.all {
		n := &m.all[i]
		if !m.single(i) || n.key == "" {
			continue
		}
		left := slices.DeleteFunc(slices.Clone(bearers[n.key]), func(r int) bool {
			return slices.Contains(roots[n.doc], r) || slices.ContainsFunc(groups[r], func(j int) bool { return m.all[j].ent.Female*n.ent.Female < 0 })
		})
		enough := 1
		if len(bearers[n.key]) > 1 {
			enough = 3
		}
		if len(left) > 1 {
			left = slices.DeleteFunc(left, func(r int) bool { return !m.sharesRole(i, groups[r]) })
		}
		if len(left) == 1 && (m.sharesRole(i, groups[left[0]]) || m.company(i, groups[left[0]], roots) >= enough) {
			m.join(i, left[0])
		}
	}
}

// syllable is the most letters of a syllable of a name.
const syllable = 6

// eastern reports whether a full name begins with the surname: "Kim Jae-sun", "Kim Jae
// Sun", "Xi Marrowing", not "Kim Ann Hale".
func (m *merger) eastern(words []string) bool {
	if !m.head[words[0]] {
		return false
	}
	switch len(words) {
	case 2:
		return !m.born[words[0]] || strings.IndexByte(words[1], '-') > 0
	case 3:
		return len(words[1]) <= syllable && len(words[2]) <= syllable && !m.born[words[1]]
	}
	return false
}

// givenNames joins a report's bare given name with the full name of the story that
// begins with it, where the story knows one such bearer and the report speaks of
// another of that surname: "Bo Marrow's widow, Ilse" is Ilse Marrow.
func (m *merger) givenNames(docs int) {
	bearers := map[string][]int{} // given name → full names, one of a root
	surnames := make([]map[string]bool, docs)
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 {
			continue
		}
		if given := n.words[0]; !slices.ContainsFunc(bearers[given], func(j int) bool { return m.find(j) == m.find(i) }) {
			bearers[given] = append(bearers[given], i)
		}
		if surnames[n.doc] == nil {
			surnames[n.doc] = map[string]bool{}
		}
		surnames[n.doc][surname(n.words)] = true
	}
	roots := m.rootsByDoc(docs)
	for i, n := range m.all {
		if !m.single(i) || n.key == "" || len(bearers[n.key]) != 1 || m.find(i) != i {
			continue
		}
		b := bearers[n.key][0]
		if full := &m.all[b]; surnames[n.doc][surname(full.words)] && !slices.Contains(roots[n.doc], m.find(b)) && full.ent.Female*n.ent.Female >= 0 {
			m.join(i, m.find(b))
		}
	}
}

// surname is the last of a full name's words that is no "Jr.".
func surname(words []string) string { return words[len(words)-1-generation(words)] }

func (m *merger) rootsByDoc(docs int) [][]int {
	out := make([][]int, docs)
	for i, n := range m.all {
		if len(n.words) > 1 || !human(n.ent.Type) {
			out[n.doc] = append(out[n.doc], m.find(i))
		}
	}
	return out
}

// sharesRole reports whether the bare name i and a bearer, whose entities are
// given, have a role in common.
func (m *merger) sharesRole(i int, bearer []int) bool {
	for _, j := range bearer[:min(len(bearer), most)] {
		for _, role := range m.all[i].ent.Roles {
			if slices.ContainsFunc(m.all[j].ent.Roles, func(r string) bool { return sameRole(r, role) }) {
				return true
			}
		}
	}
	return false
}

// company counts the other names that the report of the bare name i has in
// common with one that knows its bearer.
func (m *merger) company(i int, bearer []int, roots [][]int) int {
	best := 0
	for _, j := range bearer[:min(len(bearer), most)] {
		shared := 0
		for _, x := range roots[m.all[i].doc] {
			if slices.Contains(roots[m.all[j].doc], x) {
				shared++
			}
		}
		best = max(best, shared)
	}
	return best
}

// most bounds how many entities of a bearer are asked.
const most = 20

// sameRole reports whether two roles are one, or one is the last word of the
// other: "Prime Minister", "minister".
func sameRole(a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	return min(len(x), len(y)) == 1 && strings.EqualFold(x[len(x)-1], y[len(y)-1])
}

// many is the number of reports above which entities of one report only are
// left out of the cast: nothing can be compared on them.
const many = 50

func (m *merger) cast(members []nutgraf.Member) *Cast {
	groups := map[int][]int{}
	var roots []int
	for i := range m.all {
		r := m.find(i)
		if groups[r] == nil {
			roots = append(roots, r)
		}
		groups[r] = append(groups[r], i)
	}
	spread := func(r int) int {
		n, last := 0, -1
		for _, i := range groups[r] {
			if m.all[i].doc != last {
				n, last = n+1, m.all[i].doc
			}
		}
		return n
	}
	slices.SortStableFunc(roots, func(a, b int) int { return spread(b) - spread(a) })
	m.count(members)
	c := &Cast{of: make([][]int32, len(members))}
	for d := range members {
		c.of[d] = slices.Repeat([]int32{-1}, len(members[d].Ann.Entities))
	}
	for _, r := range roots {
		if len(members) > many && spread(r) < 2 {
			break
		}
		for _, i := range groups[r] {
			c.of[m.all[i].doc][m.all[i].at] = int32(len(c.Entities))
		}
		c.Entities = append(c.Entities, m.entity(groups[r], len(members)))
	}
	return c
}
