package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"nutgraf/internal/lang"
)

// mark is a set of facts that the lists hold of a word or a phrase.
type mark uint64

const (
	given mark = 1 << iota
	male
	female
	honorific
	title
	role
	kin
	common
	starter
	place
	city
	nation
	party
	org
	outlet
	orgEnd
	outletEnd
	orgHead
	placeEnd
	placeStart
	placeCue
	particle
	suffix
	personVerb
	groupEnd
	workHead
	eventEnd
	figure
	calendar
	abbreviation
	phraseHead // a longer entry begins with this word
	acronym    // initials that name no organization
	compound   // second half of a compound with a name
	surname
	happening // a well-known event
	famed     // a well-known work
	productHead
	action // verb, in its plain form
	past   // verb, in its past form
	surely // hardly anything but the end or the start of a place's name
)

// lexicon answers what the lists say.
type lexicon struct {
	words   table
	phrases table               // words parted by one space, full stops left out
	longest int                 // words of the longest phrase
	short   map[uint32][]uint32 // given names by their short forms
	shorten map[uint32][]uint32 // and the other way about
	kinds   map[uint32][]int    // families of role nouns
	alias   map[uint64]uint64   // keys of places by the keys of their other names
	full    map[uint32]string   // role nouns by the short forms of titles
}

func newLexicon(pack *lang.Pack) *lexicon {
	x := &lexicon{short: map[uint32][]uint32{}, shorten: map[uint32][]uint32{}, kinds: map[uint32][]int{}, full: map[uint32]string{}, alias: map[uint64]uint64{}}
	in := entries{words: map[uint64]mark{}, phrases: map[uint64]mark{}}
	for _, l := range []struct {
		list string
		m    mark
	}{
		{"common_words", common}, {"sentence_starters", starter}, {"function_words", starter}, {"places", place}, {"cities", city}, {"organizations", org},
		{"outlets", outlet}, {"outlets_local", outlet}, {"org_heads", orgHead},
		{"place_cues", placeCue}, {"name_particles", particle}, {"name_suffixes", suffix}, {"person_verbs", personVerb},
		{"group_ends", groupEnd}, {"work_heads", workHead}, {"event_ends", eventEnd}, {"public_figures", figure}, {"titles", title},
		{"calendar_names", calendar}, {"kin", kin}, {"surnames", surname}, {"events", happening}, {"works", famed}, {"product_heads", productHead}, {"common_words_more", common}, {"number_words", common}, {"headline_verbs", common | action}, {"past_verbs", past}, {"acronyms", acronym}, {"hyphen_ends", compound},
	} {
		for _, e := range pack.List(l.list) {
			in.add(e, l.m)
		}
	}
	for _, row := range pack.Rows("abbreviations") {
		in.add(row[0], abbreviation)
	}
	for list, m := range map[string]mark{"given_names": given, "given_names_world": given, "honorifics": honorific, "roles": role} {
		for _, row := range pack.Rows(list) {
			in.add(row[0], m|sexOf(row))
		}
	}
	for _, row := range pack.Rows("org_ends") {
		m := orgEnd
		if len(row) > 1 && row[1] == "u" {
			m |= outletEnd
		}
		in.add(row[0], m)
	}
	for list, m := range map[string]mark{"place_ends": placeEnd, "place_starts": placeStart} {
		for _, row := range pack.Rows(list) {
			if len(row) > 1 {
				m |= surely
			}
			in.add(row[0], m)
			m &^= surely
		}
	}
	for _, row := range pack.Rows("nationalities") {
		m := nation
		if len(row) < 2 || row[1] == "" {
			m |= party
		}
		in.add(row[0], m)
	}
	for _, row := range pack.Rows("nicknames") {
		if len(row) > 1 {
			k := foldKey(row[0])
			x.short[k] = append(x.short[k], foldKey(row[1]))
			x.shorten[foldKey(row[1])] = append(x.shorten[foldKey(row[1])], k)
		}
	}
	x.words, x.phrases, x.longest = newTable(in.words), newTable(in.phrases), in.longest
	for _, row := range pack.Rows("place_aliases") {
		if len(row) > 1 {
			x.alias[wordsKey(row[0])] = wordsKey(row[1])
		}
	}
	for _, row := range pack.Rows("role_short") {
		if len(row) > 1 {
			x.full[foldKey(row[0])] = row[1]
		}
	}
	for n, line := range pack.List("role_families") {
		for w := range strings.FieldsSeq(line) {
			x.kinds[foldKey(w)] = append(x.kinds[foldKey(w)], n)
		}
	}
	return x
}

// wordsKey is the key that the words of an entry have as a candidate.
func wordsKey(entry string) uint64 {
	h := uint64(seed)
	for w := range strings.FieldsSeq(entry) {
		if n := len(w); w[n-1] == '.' && strings.IndexByte(w, '.') == n-1 {
			w = w[:n-1]
		}
		h = (h ^ uint64(foldKey(w))) * prime
	}
	return h
}

// family reports whether two role nouns can stand for one another.
func (x *lexicon) family(a, b uint32) bool {
	for _, m := range x.kinds[a] {
		for _, n := range x.kinds[b] {
			if m == n {
				return true
			}
		}
	}
	return false
}

func sexOf(row []string) mark {
	if len(row) > 1 {
		switch row[1] {
		case "m":
			return male
		case "f":
			return female
		}
	}
	return 0
}

// entries gathers the lists before they are laid out.
type entries struct {
	words, phrases map[uint64]mark
	longest        int
}

// add enters a word or a phrase as the tokens of a text show it.
func (x *entries) add(entry string, m mark) {
	var parts []string
	for w := range strings.FieldsSeq(strings.ToLower(strings.ReplaceAll(entry, "’", "'"))) {
		if n := len(w); n > 1 && w[n-1] == '.' && strings.IndexByte(w, '.') == n-1 {
			w = w[:n-1]
		}
		if base, ok := strings.CutSuffix(w, "'s"); ok && base != "" {
			parts = append(parts, base, "'s")
			continue
		}
		parts = append(parts, w)
	}
	switch len(parts) {
	case 0:
	case 1:
		x.words[foldHash(seed, parts[0])] |= m
	default:
		if m&(starter|common) != 0 {
			return
		}
		x.words[foldHash(seed, parts[0])] |= phraseHead
		x.phrases[foldHash(seed, strings.Join(parts, " "))] |= m
		x.longest = max(x.longest, len(parts))
	}
}

// fold appends w to buf in lower case, with straight apostrophes.
func fold(buf []byte, w string) []byte {
	for i := 0; i < len(w); {
		c := w[i]
		if c < utf8.RuneSelf {
			if c >= 'A' && c <= 'Z' {
				c |= 0x20
			}
			buf = append(buf, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		i += n
		switch r {
		case '’', '‘':
			buf = append(buf, '\'')
		case '\u00ad', '\u200d', '\u200c':
		default:
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}
