package cast

import (
	"slices"
	"strings"

	"nutgraf"
)

// tails joins a person with the one whose name is that person's without the
// first word: "Tayyip Brisk", "Recep Tayyip Brisk". A report that knows both is a
// witness against it, and so is a second longer name.
func (m *merger) tails() {
	exact, longer := map[string][]int{}, map[string][]int{}
	var order []string
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 || generation(n.words) > 0 {
			continue
		}
		if exact[n.key] == nil {
			order = append(order, n.key)
		}
		exact[n.key] = append(exact[n.key], i)
		if len(n.words) > 2 {
			tail := strings.Join(n.words[1:], " ")
			longer[tail] = append(longer[tail], i)
		}
	}
	for _, key := range order {
		long := longer[key]
		apart := slices.ContainsFunc(long, func(i int) bool {
			return m.all[i].key != m.all[long[0]].key || slices.ContainsFunc(exact[key], func(j int) bool { return m.all[i].doc == m.all[j].doc })
		})
		if len(long) > 0 && !apart {
			m.join(long[0], exact[key][0])
		}
	}
}

// shortForms joins a person with the one of other reports whose given name is
// the long form of his: "Doug Brisk", "Douglas Brisk". Where the story knows two
// such long forms, or one report both names, they stay apart, as do man and woman.
func (m *merger) shortForms() {
	type name struct{ first, last string }
	full := map[name][]int{}       // roots
	docs := map[int][]int{}        // by root
	given := map[string][]string{} // by last name
	of := map[int][]int{}          // entities by root
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words) < 2 {
			continue
		}
		r := m.find(i)
		docs[r], of[r] = append(docs[r], n.doc), append(of[r], i)
		k := name{n.words[0], strings.Join(n.words[len(n.words)-1-generation(n.words):], " ")}
		if len(full[k]) == 0 {
			given[k.last] = append(given[k.last], k.first)
		}
		if !slices.Contains(full[k], r) {
			full[k] = append(full[k], r)
		}
	}
	type pair struct{ short, long int }
	var pairs []pair
	for k, short := range full {
		var long []int
		for _, first := range m.long[k.first] {
			long = append(long, full[name{first, k.last}]...)
		}
		if len(long) == 0 {
			for _, first := range given[k.last] {
				if shortens(k.first, first) {
					long = append(long, full[name{first, k.last}]...)
				}
			}
		}
		if len(short) == 1 && len(long) == 1 && !slices.ContainsFunc(docs[short[0]], func(d int) bool { return slices.Contains(docs[long[0]], d) }) &&
			!m.sexesDiffer(of[short[0]], of[long[0]]) {
			pairs = append(pairs, pair{short[0], long[0]})
		}
	}
	for _, p := range pairs {
		m.join(p.short, p.long)
	}
}

// shortens reports whether a given name can be short for another that no list gives it:
// it is its beginning, but for a "y" or "ie" at its end: "Jerry", "Jerrold".
func shortens(short, long string) bool {
	stem := strings.TrimSuffix(strings.TrimSuffix(short, "y"), "ie")
	return len(stem) >= 3 && len(long) > len(short) && strings.HasPrefix(long, stem)
}
