package mention

import (
	"cmp"
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
	action      // verb, in its plain form
	past        // verb, in its past form
	surely      // hardly anything but the end or the start of a place's name
	phrasePart  // a longer entry begins with this phrase
	stateShort  // "Ore." after the name of a city
	opener      // common noun that often opens a sentence
	familyFirst // a surname that stands before the given name
	callSign    // of a station, in capitals
	lineage     // father and son both bear it before their names
	thing       // a faith, a language, a programme: neither people nor place
	partner     // of a couple
)

// lexicon answers what the lists say.
type lexicon struct {
	words   table
	phrases table               // words parted by one space, full stops left out
	longest int                 // words of the longest phrase
	short   map[uint32][]uint32 // given names by their short forms
	shorten map[uint32][]uint32 // and the other way about
	figures map[uint32][]uint32 // given names of those called by the surname alone
	kinds   map[uint32][]int    // families of role nouns
	alias   map[uint64]uint64   // keys of places by the keys of their other names
	body    map[uint64]uint64   // keys of organizations by the keys of their initials and their names
	full    map[uint32]string   // role nouns by the short forms of titles

	cues     map[string]cue // words around names
	abstract []string       // endings of nouns

	screen, arts, court, chamber []uint32 // words that show what the text speaks of
}

// plainLists are the lists whose entries stand alone on their lines.
var plainLists = []struct {
	list string
	m    mark
}{
	{"common_words", common},
	{"sentence_starters", starter},
	{"opening_nouns", common | opener},
	{"function_words", starter},
	{"places", place},
	{"cities", city},
	{"organizations", org},
	{"outlets", outlet},
	{"outlets_local", outlet},
	{"org_heads", orgHead},
	{"place_cues", placeCue},
	{"name_particles", particle},
	{"name_suffixes", suffix},
	{"person_verbs", personVerb},
	{"group_ends", groupEnd},
	{"work_heads", workHead},
	{"event_ends", eventEnd},
	{"public_figures", figure},
	{"titles", title},
	{"calendar_names", calendar},
	{"kin", kin},
	{"surnames", surname},
	{"events", happening},
	{"works", famed},
	{"product_heads", productHead},
	{"common_words_more", common},
	{"number_words", common},
	{"headline_verbs", common | action},
	{"past_verbs", past},
	{"acronyms", acronym},
	{"hyphen_ends", compound},
	{"state_short", stateShort},
	{"family_first", familyFirst},
	{"known_things", thing},
	{"lineages", lineage},
	{"partners", partner},
}

// sexedLists are the lists whose second column is a sex.
var sexedLists = []struct {
	list string
	m    mark
}{
	{"given_names", given},
	{"given_names_world", given},
	{"honorifics", honorific},
	{"roles", role},
}

func newLexicon(pack *lang.Pack) *lexicon {
	n := 0
	for _, list := range pack.Names() {
		n += len(pack.List(list))
	}
	x := &lexicon{
		words: newTable(n), phrases: newTable(n / 4),
		short: map[uint32][]uint32{}, shorten: map[uint32][]uint32{}, figures: map[uint32][]uint32{}, kinds: map[uint32][]int{},
		full: map[uint32]string{}, alias: map[uint64]uint64{}, body: map[uint64]uint64{}, cues: map[string]cue{},
	}
	for _, l := range plainLists {
		for _, e := range pack.List(l.list) {
			m := l.m
			if m == outlet && len(e) <= 4 && strings.ToUpper(e) == e && (e[0] == 'K' || e[0] == 'W') {
				m = callSign
			}
			x.add(e, m)
		}
	}
	for _, l := range sexedLists {
		for _, row := range pack.Rows(l.list) {
			x.add(row[0], l.m|sexOf(row))
		}
	}
	x.addColumns(pack)
	x.addPairs(pack)
	x.addCues(pack)
	return x
}

// addColumns reads the lists whose second column tells more of an entry.
func (x *lexicon) addColumns(pack *lang.Pack) {
	for _, row := range pack.Rows("abbreviations") {
		x.add(row[0], abbreviation)
	}
	for _, row := range pack.Rows("org_ends") {
		m := orgEnd
		if len(row) > 1 && row[1] == "u" {
			m |= outletEnd
		}
		x.add(row[0], m)
	}
	for _, l := range []struct {
		list string
		m    mark
	}{{"place_ends", placeEnd}, {"place_starts", placeStart}} {
		for _, row := range pack.Rows(l.list) {
			m := l.m
			if len(row) > 1 {
				m |= surely
			}
			x.add(row[0], m)
		}
	}
	for _, row := range pack.Rows("nationalities") {
		m := nation
		if len(row) < 2 || row[1] == "" {
			m |= party
		}
		x.add(row[0], m)
	}
}

// addPairs reads the lists that say what stands for what.
func (x *lexicon) addPairs(pack *lang.Pack) {
	for _, row := range pack.Rows("nicknames") {
		if len(row) > 1 {
			short, long := foldKey(row[0]), foldKey(row[1])
			x.short[short] = append(x.short[short], long)
			x.shorten[long] = append(x.shorten[long], short)
		}
	}
	for _, row := range pack.Rows("figure_given") {
		name := foldKey(row[0])
		x.figures[name] = append(x.figures[name], foldKey(row[1]))
	}
	for _, row := range pack.Rows("place_aliases") {
		if len(row) > 1 {
			x.alias[wordsKey(row[0])] = wordsKey(row[1])
		}
	}
	for _, row := range pack.Rows("org_initials") {
		initials, name := wordsKey(row[0]), wordsKey(row[1])
		body := cmp.Or(x.body[initials], x.body[name], initials)
		x.body[initials], x.body[name] = body, body
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

// add enters a word or a phrase as the tokens of a text show it.
func (x *lexicon) add(entry string, m mark) {
	h, head, n := uint64(seed), uint64(0), 0
	var room [8]uint64
	parts := room[:0]
	enter := func(w string) {
		if n > 1 {
			parts = append(parts, h)
		}
		if n > 0 {
			h = (h ^ ' ') * prime
		}
		h = foldHash(h, w)
		if n == 0 {
			head = h
		}
		n++
	}
	for w := range strings.FieldsSeq(entry) {
		if k := len(w); k > 1 && w[k-1] == '.' && strings.IndexByte(w, '.') == k-1 {
			w = w[:k-1]
		}
		base, owned := strings.CutSuffix(w, "'s")
		if enter(base); owned && base != "" {
			enter("'s")
		}
	}
	switch {
	case n == 1:
		x.words.add(h, m)
	case n > 1 && m&(starter|common) == 0:
		x.words.add(head, phraseHead)
		x.phrases.add(h, m)
		for _, part := range parts {
			x.phrases.add(part, phrasePart)
		}
		x.longest = max(x.longest, n)
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
