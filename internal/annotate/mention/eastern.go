package mention

import "strings"

// syllables reports whether a word is two syllables joined by a hyphen, the second
// in lower case, as given names of East Asia are written: "Jae-sun". at is its
// hyphen.
func syllables(w string) (at int, ok bool) {
	const longest = 6 // bytes of a syllable
	at = strings.IndexByte(w, '-')
	if at < 2 || at > longest || len(w)-at < 3 || len(w)-at > longest+1 || w[0] < 'A' || w[0] > 'Z' {
		return at, false
	}
	for i := 1; i < len(w); i++ {
		if i != at && (w[i] < 'a' || w[i] > 'z') {
			return at, false
		}
	}
	return at, strings.ContainsAny(w[:at], "AEIOUaeiouy") && strings.ContainsAny(w[at+1:], "aeiouy")
}

// eastern reports whether the word at token i is a given name of two syllables
// behind a surname that stands first: "Park" Jae-sun, "Oh" Se-won.
func (r *reader) eastern(i int) bool {
	if i < 1 || !r.seg.Tokens[i].Upper || !r.is(i-1, familyFirst) || !r.shows(i-1, upper|word) || r.shows(i-1, caps) {
		return false
	}
	w := r.of(i)
	if r.at(i+1, '-') && i+2 < len(r.keys) && r.seg.Tokens[i+1].Start > r.seg.Tokens[i].End && !r.seg.Tokens[i+2].Upper {
		w += "-" + r.of(i+2) // a text cut into tokens
	}
	at, ok := syllables(w)
	if !ok {
		return false
	}
	const thing = place | nation | org | outlet | figure | city
	return r.lex.words.find(foldHash(seed, w[:at]))&thing == 0 && r.lex.words.find(foldHash(seed, w[at+1:]))&(compound|particle) == 0 && r.lex.cues[w[:at]]&prefixCue == 0
}

// familyHead reports whether the word at token i, which the lists know as a common
// one, is a surname that stands first before a given name: "Oh" Se-won, "Wee" Ka Lin.
func (r *reader) familyHead(i int) bool {
	if !r.is(i, familyFirst) || !r.shows(i, upper|word) || i+1 >= len(r.keys) || !r.shows(i+1, upper|word) || r.shows(i, caps) {
		return false
	}
	if r.eastern(i + 1) {
		return true
	}
	return i+2 < len(r.keys) && r.brief(i+1) && r.brief(i+2) && !(r.is(i, role) && r.shows(i, first))
}

// headedBefore reports whether the word at token i, which the lists know as a small
// word, is the surname of somebody whom the text has named in full before, as the words
// behind it bear out: "Oh said", "Oh's party".
func (r *reader) headedBefore(i int) bool {
	if !r.is(i, familyFirst) || i+1 >= len(r.keys) || !r.possessive(i+1) && (!r.is(i+1, personVerb|past) && !r.cue(i+1, auxiliary) || r.shows(i+1, upper)) {
		return false
	}
	for k := len(r.cands) - 1; k >= 0; k-- {
		if c := &r.cands[k]; c.last-c.first >= 2 && r.keys[c.first] == r.keys[i] && r.familyHead(c.first) {
			return true
		}
	}
	return false
}

// brief reports whether the word at token i is short and on no list but those of
// names, as the syllables of a given name are.
func (r *reader) brief(i int) bool {
	const longest = 6
	const thing = common | starter | place | city | org | outlet | nation | orgEnd | placeEnd | title | role
	return r.shows(i, upper|word) && !r.shows(i, caps) && len(r.of(i)) <= longest && (!r.is(i, thing) && !r.lower.has(r.keys[i]) || r.is(i, familyFirst) && i > 1 && !r.shows(i-1, first)) && (!r.is(i, calendar) || r.is(i, given))
}
