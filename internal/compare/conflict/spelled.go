package conflict

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"sync"

	"nutgraf"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// nameLists are the names and words that a pack knows, in lower case.
type nameLists struct {
	known   func() map[string]bool     // towns, countries, given names, surnames; read when first asked for
	common  func() map[string]bool     // common words, likewise
	bearing map[string]bool            // directions
	derived map[string]bool            // endings of words of one stem
	style   map[string]string          // words of names → the first that stands for the same
	long    map[string]map[string]bool // given names → what they are short for, themselves too
	sole    map[string]string          // last words of what somebody has one of at a time → "" for an office, "one" or "some" for kin
	address addressLists
	rank    rankLists
	naming  namingLists
	legal   map[string]bool // legal forms: left out of a firm's name
}

func nameListsOf(pack *lang.Pack) nameLists {
	out := nameLists{derived: map[string]bool{}, bearing: pack.Set("bearings"), sole: pack.Map("sole_roles"), address: addressListsOf(pack), rank: rankListsOf(pack), naming: namingListsOf(pack), style: pack.Alike("spelling_styles"), legal: map[string]bool{}}
	for w := range pack.Class("name_cues", "legal") {
		out.legal[strings.ToLower(w)] = true
	}
	out.long = map[string]map[string]bool{}
	for _, row := range pack.Rows("nicknames") {
		if len(row) > 1 {
			short := strings.ToLower(row[0])
			if out.long[short] == nil {
				out.long[short] = map[string]bool{}
			}
			out.long[short][strings.ToLower(row[1])] = true
		}
	}
	for _, end := range pack.List("derived_ends") {
		out.derived[strings.TrimPrefix(end, "-")] = true
	}
	out.common = sync.OnceValue(func() map[string]bool {
		all := pack.Set("common_words")
		maps.Copy(all, pack.Set("common_words_more"))
		return all
	})
	out.known = sync.OnceValue(func() map[string]bool {
		all := map[string]bool{}
		for _, list := range [...]string{"cities", "places", "countries", "nationalities", "given_names", "given_names_world", "surnames", "roles", "org_ends"} {
			for _, row := range pack.Rows(list) {
				all[strings.ToLower(row[0])] = true
			}
		}
		return all
	})
	return out
}

// plain reports whether a word, or what it is the plural of, is a common word.
func (l nameLists) plain(w string) bool {
	common := l.common()
	return common[w] || common[strings.TrimSuffix(w, "s")]
}

func (l nameLists) knows(w string) bool {
	known := l.known()
	return known[w] || known[strings.TrimSuffix(w, "s")] || l.plain(w)
}

// spot is a name as a report writes it, where it first stands in the body.
type spot struct {
	member   int
	sentence int
	entity   int // of the story, or -1
	typ      nutgraf.EntityType
	span     nutgraf.Span
}

// written is one way of writing a name, and the reports that do.
type written struct {
	words []string
	spots []spot
	group int // the first of those that are one name
}

// writtenNames lists the names that the bodies of the reports have, in a fixed order. Of
// bodies of people, outlets and events none: they are told by many words.
func (f *Finder) writtenNames(s Story) []written {
	at := map[string]int{}
	var out []written
	seen := map[string]int{} // the last report with a name as written, from one
	for i, m := range s.Members {
		for _, x := range m.Ann.Mentions {
			raw := x.Span.Of(m.Doc.Text)
			if x.Kind != nutgraf.ByName || x.Entity < 0 || len(raw) < slipLeast || seen[raw] == i+1 {
				continue
			}
			typ := typeOf(m, x)
			if typ == nutgraf.Group || typ == nutgraf.Outlet || typ == nutgraf.Event {
				continue
			}
			words := slices.DeleteFunc(nameWords(fold.String(raw)), func(w string) bool { return f.nameLists.legal[w] })
			if len(words) == 0 || len(words) == 1 && len(words[0]) < slipLeast {
				continue
			}
			k := m.Seg.SentenceAt(x.Span.Start)
			if k < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
				continue
			}
			seen[raw] = i + 1
			key := strings.Join(words, " ")
			n, ok := at[key]
			if !ok {
				n = len(out)
				at[key] = n
				out = append(out, written{words: words})
			}
			if spots := out[n].spots; len(spots) == 0 || spots[len(spots)-1].member != i {
				out[n].spots = append(spots, spot{i, k, s.entity(i, x.Entity), typ, x.Span})
			}
		}
	}
	slices.SortFunc(out, func(a, b written) int { return slices.Compare(a.words, b.words) })
	for i := range out {
		out[i].group = i
	}
	return out
}

// misspelt finds names of places, bodies and things that reports spell in two ways. A
// name of several words is one with another of which one word is spelled otherwise; a
// word alone must be told of in sentences that have more in common.
func (f *Finder) misspelt(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	all := f.writtenNames(s)
	for _, p := range append(f.slips(all), f.streetSlips(s, all)...) {
		a, b := &all[p[0]], &all[p[1]]
		if a.group == b.group || apartFrom(all, a.group, b.group) || !f.oneThing(s, *a, *b) {
			continue
		}
		to, from := min(a.group, b.group), max(a.group, b.group)
		for i := range all {
			if all[i].group == from {
				all[i].group = to
			}
		}
	}
	var out []nutgraf.Conflict
	for i := range all {
		var c nutgraf.Conflict
		for _, w := range all[i:] {
			if w.group == i {
				c.Sides = append(c.Sides, writtenSide(s, w))
			}
		}
		if len(c.Sides) < 2 || all[i].group != i {
			continue
		}
		c.Kind, c.Severity, c.Relation, c.Matter, c.Why = nutgraf.ConflictName, nutgraf.Soft, nutgraf.Drift, "How the name is spelled", "The reports spell the name differently."
		c.Rule = nutgraf.Evidence{Rule: "conflict.name-spelling", Text: c.Why}
		slices.SortStableFunc(c.Sides, func(a, b nutgraf.Side) int { return cmp.Compare(len(b.Evidence), len(a.Evidence)) })
		out = append(out, c)
	}
	return out
}

func writtenSide(s Story, w written) nutgraf.Side {
	var side nutgraf.Side
	for _, x := range w.spots {
		cite := s.Members[x.member].Doc.Cite(x.span)
		if side.Value == "" {
			side.Value = cite.Text
		}
		side.Evidence = append(side.Evidence, cite)
	}
	return side
}

// apartFrom reports whether a report has names of both groups, which it knows as two.
func apartFrom(all []written, a, b int) bool {
	in := map[int]bool{}
	for _, w := range all {
		if w.group == a {
			for _, x := range w.spots {
				in[x.member] = true
			}
		}
	}
	for _, w := range all {
		if w.group == b && slices.ContainsFunc(w.spots, func(x spot) bool { return in[x.member] }) {
			return true
		}
	}
	return false
}

// slips lists the pairs of names that may be one spelled in two ways.
func (f *Finder) slips(all []written) [][2]int {
	near := map[string][]int{} // names by all of their words but one, and single words by their first letter
	var out [][2]int
	for i, w := range all {
		for at := range w.words {
			key := w.words[0][:1]
			if len(w.words) > 1 {
				key = strings.Join(w.words[:at], " ") + "|" + strings.Join(w.words[at+1:], " ")
			}
			for _, j := range near[key] {
				if f.slip(all[j].words[at], w.words[at], len(w.words) == 1) {
					out = append(out, [2]int{j, i})
				}
			}
			near[key] = append(near[key], i)
		}
	}
	return out
}

// streetSlips lists the pairs of streets that may be one called by two words for a street,
// as "Elm Street" and "Elms Road", where their sentences share words.
func (f *Finder) streetSlips(s Story, all []written) [][2]int {
	var streets []int
	for i, w := range all {
		if len(w.words) > 1 && f.nameLists.address.types[w.words[len(w.words)-1]] != "" {
			streets = append(streets, i)
		}
	}
	var out [][2]int
	for n, i := range streets {
		for _, j := range streets[:n] {
			a, b := all[j], all[i]
			last := len(a.words) - 1
			if len(b.words)-1 != last || f.nameLists.address.types[a.words[last]] == f.nameLists.address.types[b.words[last]] {
				continue
			}
			x, y := strings.Join(a.words[:last], " "), strings.Join(b.words[:last], " ")
			if x != y && !(len(x) >= slipLeast && cast.NearSpelling(x, y)) || digit(x[0]) {
				continue
			}
			if slices.ContainsFunc(a.spots, func(p spot) bool {
				return slices.ContainsFunc(b.spots, func(q spot) bool { return shares(around(s, p), around(s, q)) >= shareForSlip })
			}) {
				out = append(out, [2]int{j, i})
			}
		}
	}
	return out
}

// slipLeast is how many letters a word must have to be known again when it is misspelt.
const slipLeast = 5

// slip reports whether two words of names, in order, are one spelled in two ways: by one
// letter or two, or as transliterations are. Common words are two words unless they are
// of one stem; words that end as an adjective, a people or a plural of the other does are
// no spelling of it, nor is what the press spells by style, nor a common word misspelt.
func (f *Finder) slip(a, b string, alone bool) bool {
	x, y := a, b
	if len(x) > len(y) {
		x, y = y, x
	}
	n := len(x)
	if n < slipLeast || x[0] != y[0] || len(y)-n > 3 || strings.HasPrefix(y, x) {
		return false
	}
	l := f.nameLists
	if l.style[x] != "" && l.style[x] == l.style[y] || l.plain(x) != l.plain(y) || l.bearing[x] && l.bearing[y] || umlauts.Replace(x) == umlauts.Replace(y) {
		return false
	}
	prefix := 0
	for prefix < n && x[prefix] == y[prefix] {
		prefix++
	}
	if l.derived[x[prefix:]] && l.derived[y[prefix:]] {
		return false
	}
	if alone {
		return !(l.knows(x) && l.knows(y)) && (cast.SoundAlike(x, y) || cast.Edits(x, y) == 1 || transposed(x, y))
	}
	if l.plain(x) { // and the other
		return prefix >= 6 && cast.Edits(x, y) <= 3
	}
	return cast.NearSpelling(x, y)
}

// umlauts writes a vowel that another spelling marks without its second letter.
var umlauts = strings.NewReplacer("ae", "a", "oe", "o", "ue", "u")

// transposed reports whether two words differ in two neighbouring letters that have
// changed places.
func transposed(x, y string) bool {
	if len(x) != len(y) {
		return false
	}
	for i := 0; i+1 < len(x); i++ {
		if x[i] != y[i] {
			return x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
		}
	}
	return false
}

// shareForWord is how many words two sentences must have in common for words alone that
// sound alike to be one name; shareForSlip for others.
const (
	shareForWord = 2
	shareForSlip = 3
)

// oneThing reports whether two names that are near in spelling are told of one thing.
func (f *Finder) oneThing(s Story, a, b written) bool {
	if len(a.words) > 1 {
		return !slices.ContainsFunc(a.spots, func(x spot) bool {
			return x.typ == nutgraf.Person && slices.ContainsFunc(b.spots, func(y spot) bool { return y.typ == nutgraf.Person })
		})
	}
	need := shareForWord
	if x, y := a.words[0], b.words[0]; !cast.SoundAlike(x, y) && len(x) == len(y) && !transposed(x, y) {
		need = shareForSlip
	}
	for _, x := range a.spots {
		for _, y := range b.spots {
			if x.typ == nutgraf.Person && y.typ == nutgraf.Person || x.entity >= 0 && x.entity == y.entity {
				return false // a surname, which stands with its bearer's names
			}
		}
	}
	return slices.ContainsFunc(a.spots, func(x spot) bool {
		return slices.ContainsFunc(b.spots, func(y spot) bool { return shares(around(s, x), around(s, y)) >= need })
	})
}

// around lists the terms of the sentence of a name, without it.
func around(s Story, x spot) []string {
	return s.Told.Terms(x.member, s.Members[x.member].Seg.Sentences[x.sentence].Span, x.span)
}
