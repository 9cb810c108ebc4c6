package cast

import (
	"slices"
	"strings"
	"unicode"

	"nutgraf"
)

// count counts, for each person of each report, the mentions by a name of
// several words.
func (m *merger) count(members []nutgraf.Member) {
	m.forms = make([]map[string]int, len(m.all))
	at := 0
	for _, x := range members {
		for _, n := range x.Ann.Mentions {
			if n.Kind != nutgraf.ByName || n.Entity < 0 || !human(x.Ann.Entities[n.Entity].Type) {
				continue
			}
			text := n.Span.Of(x.Doc.Text)
			if strings.IndexByte(text, ' ') < 0 {
				continue
			}
			if m.forms[at+n.Entity] == nil {
				m.forms[at+n.Entity] = map[string]int{}
			}
			m.forms[at+n.Entity][text]++
		}
		at += len(x.Ann.Entities)
	}
}

func (m *merger) entity(group []int, docs int) nutgraf.StoryEntity {
	e := nutgraf.StoryEntity{Members: slices.Repeat([]int{-1}, docs)}
	types := map[nutgraf.EntityType]int{}
	names := map[string]int{}
	for _, i := range group {
		n := &m.all[i]
		if e.Members[n.doc] < 0 {
			e.Members[n.doc] = n.at
		}
		types[n.ent.Type]++
		if types[n.ent.Type] > types[e.Type] {
			e.Type = n.ent.Type
		}
	}
	person := human(e.Type)
	for _, i := range group {
		n := m.all[i].ent
		if !person {
			names[n.Name]++
			continue
		}
		for _, form := range forms(n) {
			names[form] += m.forms[i][form]
		}
	}
	read := slices.ContainsFunc(group, func(i int) bool {
		return !m.foreign[m.all[i].doc] && (!person || strings.Contains(m.all[i].ent.Name, " "))
	})
	for _, i := range group {
		if read && m.foreign[m.all[i].doc] {
			continue // where its words are not known, a name can have a title in it
		}
		n := m.all[i].ent
		offered := []string{n.Name}
		if person {
			offered = forms(n)
		}
		for _, form := range offered {
			if better(form, e.Name, names, person) {
				e.Name = form
			}
		}
	}
	for _, i := range group {
		for _, a := range forms(m.all[i].ent) {
			if a != e.Name && a != "" && !slices.Contains(e.Aliases, a) {
				e.Aliases = append(e.Aliases, a)
			}
		}
	}
	return e
}

// forms are all names of an entity.
func forms(e *nutgraf.Entity) []string { return append([]string{e.Name}, e.Aliases...) }

// better reports whether a name is a better one to show than another: a person's
// name of several words rather than a single one, one not set in capitals, as
// labels and bylines are, then the one that the reports use most; of others and of equals the one of more words, then the more frequent.
func better(name, than string, counts map[string]int, person bool) bool {
	a, b := len(nameWords(name)), len(nameWords(than))
	if person {
		if a > 1 != (b > 1) {
			return a > 1
		}
		if loud := shouted(name); a > 1 && loud != shouted(than) {
			return !loud
		}
		if counts[name] != counts[than] {
			return counts[name] > counts[than]
		}
	}
	if a != b {
		return a > b
	}
	return counts[name] > counts[than]
}

// shouted reports whether a name stands in capitals.
func shouted(name string) bool { return strings.IndexFunc(name, unicode.IsLower) < 0 }
