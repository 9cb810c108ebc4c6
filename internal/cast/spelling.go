package cast

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"nutgraf"
)

// spellings joins persons whose names are one name spelled in two ways. A report
// that knows both as two people is a witness against it, unless it gives both one
// role and the spellings sound alike: then it spells him in two ways itself.
func (m *merger) spellings() {
	groups, docs := map[int][]int{}, map[int]map[int]bool{}
	near := map[string][]int{} // entities that may be one, by first word, last word and sound
	for i, n := range m.all {
		if n.ent.Type != nutgraf.Person || len(n.words)-generation(n.words) < 2 {
			continue
		}
		r := m.find(i)
		groups[r] = append(groups[r], i)
		if docs[r] == nil {
			docs[r] = map[int]bool{}
		}
		docs[r][n.doc] = true
		words := n.words[:len(n.words)-generation(n.words)]
		for _, k := range []string{"first " + words[0], "last " + words[len(words)-1], "sound " + sounds(words)} {
			if !slices.Contains(near[k], i) {
				near[k] = append(near[k], i)
			}
		}
	}
	type pair struct{ i, j int }
	var pairs []pair
	for _, all := range near {
		for x, j := range all {
			for _, i := range all[:x] {
				if m.all[i].key != m.all[j].key && Spelled(m.all[i].words, m.all[j].words) {
					pairs = append(pairs, pair{i, j})
				}
			}
		}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j)) })
	for _, p := range slices.Compact(pairs) {
		a, b := m.find(p.i), m.find(p.j)
		if a == b || m.sexesDiffer(groups[a], groups[b]) && !m.sharesRole(p.i, groups[b]) {
			continue
		}
		both := slices.ContainsFunc(slices.Collect(maps.Keys(docs[a])), func(d int) bool { return docs[b][d] })
		if both && (sounds(m.all[p.i].words) != sounds(m.all[p.j].words) || !m.sharesRole(p.i, groups[b])) {
			continue
		}
		m.join(p.i, p.j)
		r, other := m.find(a), a+b-m.find(a)
		groups[r] = append(groups[r], groups[other]...)
		maps.Copy(docs[r], docs[other])
	}
}

// sexesDiffer reports whether a person of the one group is a woman and one of the
// other a man.
func (m *merger) sexesDiffer(a, b []int) bool {
	for _, i := range a {
		if slices.ContainsFunc(b, func(j int) bool { return m.all[i].ent.Female*m.all[j].ent.Female < 0 }) {
			return true
		}
	}
	return false
}

// Spelled reports whether two names, in lower case, are one name spelled in two
// ways: as many words but for initials between them, all equal but one that is a few
// letters off and no short or pet form of a given name, or a surname with and without
// its particle, or all equal but two that sound alike.
func Spelled(a, b []string) bool {
	if x, y := generation(a), generation(b); x != y {
		if x > 0 && y > 0 {
			return false
		}
		a, b = a[:len(a)-x], b[:len(b)-y]
	}
	if len(a) != len(b) {
		a, b = Core(a), Core(b)
	}
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	var differ []int
	for i := range a {
		if a[i] != b[i] {
			differ = append(differ, i)
		}
	}
	switch len(differ) {
	case 1:
		x, y := a[differ[0]], b[differ[0]]
		if differ[0] == 0 && (strings.HasPrefix(x, y) || strings.HasPrefix(y, x) || strings.HasSuffix(x, "ie") != strings.HasSuffix(y, "ie")) {
			return false // a short or a pet form
		}
		return NearSpelling(x, y) || SoundAlike(x, y) && (len(x) > 3 && len(y) > 3 || short(x, y)) || differ[0] == len(a)-1 && (leads(x, y) || leads(y, x))
	case 2:
		return !slices.ContainsFunc(differ, func(i int) bool { return !SoundAlike(a[i], b[i]) })
	}
	return false
}

// Core leaves out of a name what one report writes and another does not: between its
// first and last word initials and articles ("al-Marr", "Marr"), and "Jr." or a numeral.
func Core(words []string) []string {
	words = words[:len(words)-generation(words)]
	var out []string
	for i, w := range words {
		if i == 0 || i == len(words)-1 || len(w) > 1 && w != "al" && w != "el" {
			out = append(out, w)
		}
	}
	return out
}

// leads reports whether a surname is another with a particle written in front of it:
// "lacalamita" beside "calamita".
func leads(x, y string) bool {
	lead, ok := strings.CutSuffix(x, y)
	return ok && len(y) >= 5 && slices.Contains([]string{"la", "le", "de", "di", "da", "del", "al", "el", "van", "von", "mc", "mac"}, lead)
}

// NearSpelling reports whether two words of six letters or more are at most two
// edits apart, or shorter ones of four at most one.
func NearSpelling(a, b string) bool {
	n := min(len(a), len(b))
	if n < 4 || a[0] != b[0] {
		return false
	}
	limit := 1
	if n >= 6 {
		limit = 2
	}
	return Edits(a, b) <= limit || n >= 5 && sameLetters(a, b)
}

// sameLetters reports whether two words are of the same letters: "Wiley" and "Wylie".
func sameLetters(a, b string) bool {
	x, y := []byte(a), []byte(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// Edits is the edit distance of two words (Levenshtein 1966), in bytes.
func Edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(diagonal+cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// short reports whether two short words are one with a silent letter or with two letters
// that changed places: "Jon" and "John", "Lui" and "Liu".
func short(x, y string) bool {
	if len(x) == len(y) {
		return len(x) == 3 && x[0] == y[0] && x[1] == y[2] && x[2] == y[1]
	}
	return strings.ReplaceAll(x, "h", "") == strings.ReplaceAll(y, "h", "")
}

// SoundAlike reports whether two words, in lower case, are transliterations of one: the same two
// consonants or more, and two thirds of the letters.
func SoundAlike(a, b string) bool {
	if Edits(a, b) > max(2, min(len(a), len(b))/3) {
		return false
	}
	if soft(a) && soft(b) {
		a, b = "y"+a[1:], "y"+b[1:]
	}
	x := sound(a)
	return len(x) >= 2 && x == sound(b)
}

// soft reports whether a word begins with one of the letters that stand for one
// another across transliterations: "Giannis", "Yiannis", "Jannis".
func soft(word string) bool {
	if len(word) < 2 {
		return false
	}
	switch word[0] {
	case 'j', 'y':
		return strings.IndexByte("aeiou", word[1]) >= 0
	case 'g':
		return word[1] == 'e' || word[1] == 'i'
	}
	return false
}

func sounds(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = sound(w)
	}
	return strings.Join(out, " ")
}

// sound is what is left of a word across transliterations: its consonants, an
// "h" only in front, "q" and "c" as "k", doubled letters once, and the vowel it
// begins with as "a".
func sound(word string) string {
	var out []byte
	for i := range len(word) {
		c := word[i]
		switch c {
		case 'q', 'c':
			c = 'k'
		case 'x':
			if i > 0 && out[len(out)-1] != 'k' {
				out = append(out, 'k')
			}
			c = 's'
		case 'a', 'e', 'i', 'o', 'u', 'y':
			if i > 0 {
				continue
			}
			c = 'a'
		case 'h':
			if i > 0 {
				continue
			}
		}
		if len(out) == 0 || out[len(out)-1] != c {
			out = append(out, c)
		}
	}
	return string(out)
}
