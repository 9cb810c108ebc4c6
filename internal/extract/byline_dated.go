package extract

import (
	"slices"
	"strings"
	"sync"

	"nutgraf/internal/lang"
)

// givenNames are the first names of people in the lists of the languages.
var givenNames = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, code := range lang.Languages {
		for _, list := range [...]string{"given_names", "given_names_world"} {
			rows, err := lang.List(code, list)
			if err != nil {
				continue // a language need not have it
			}
			for _, row := range rows {
				name, _, _ := strings.Cut(row, "\t")
				set[name] = true
			}
		}
	}
	return set
})

// datedReach is how many blocks behind the headline a line may name the author
// by its form alone.
const datedReach = 5

// datedAuthors reads the names in the first lines under the headline where
// nothing calls them a byline: a line that gives a date beside a name, or a line
// that is a name, above or below one that is a date. The name must begin with a
// first name that is known.
func (v *view) datedAuthors(house []string) []string {
	if v.title < 0 {
		return nil
	}
	for i := v.title + 1; i < min(len(v.blocks), v.title+1+datedReach); i++ {
		b := &v.blocks[i]
		if b.m.words == 0 || b.m.words > 20 || b.apart || b.within&noByline != 0 || (b.own|b.near)&(hintTeaser|hintRelated|hintComment|hintCaption) != 0 {
			continue
		}
		parts := v.lineParts(b)
		var names []string
		date := false
		for _, part := range parts {
			_, n := leadingDate(part)
			if _, ok := parseMoment(part, true); ok && (n > 0 || strings.ContainsAny(part, "0123456789")) {
				date = true
			} else if person(part) && !slices.Contains(house, letters(part)) {
				names = append(names, part)
			}
		}
		if len(names) == 1 && (date || len(parts) == 1 && (v.saysDate(i-1) || v.saysDate(i+1))) {
			return names
		}
	}
	return nil
}

// lineParts cuts a line where its elements, its breaks, bars, bullets and commas
// do. A date keeps its comma.
func (v *view) lineParts(b *block) (parts []string) {
	for i := b.from; i < b.to; i++ {
		n := &v.nodes[i]
		if n.tag != tagText {
			continue
		}
		for _, part := range strings.FieldsFunc(cleanLine(v.src[n.start:n.end]), func(r rune) bool { return strings.ContainsRune("|•·–—", r) }) {
			part = strings.Trim(part, " ,")
			if name, rest, ok := strings.Cut(part, ", "); ok && person(name) {
				parts = append(parts, name)
				part = rest
			}
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

// person reports whether words are two to four with capitals, of which the first
// is a known first name.
func person(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	return signature(s) && !strings.Contains(s, ".com") && givenNames()[titled(first)]
}

// titled writes a word with a capital and small letters.
func titled(w string) string {
	if w == strings.ToUpper(w) {
		return w[:1] + strings.ToLower(w[1:])
	}
	return w
}

// saysDate reports whether block i is a short line with a date.
func (v *view) saysDate(i int) bool {
	return i > v.title && i < len(v.blocks) && v.datelike(&v.blocks[i], &v.facts[i])
}
