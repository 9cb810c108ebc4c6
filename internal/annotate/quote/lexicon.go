package quote

import (
	"strings"

	"nutgraf/internal/lang"
)

// class is a set of closed word classes.
type class uint64

const (
	cDet class = 1 << iota
	cPoss
	cPron
	cObj
	cPrep
	cConj
	cSub
	cAux
	cNeg
	cAdv
	cTime
	cWh
	cRel
	cThat
	cTo
	cPerson   // a noun for one person
	cPeople   // a noun for several
	cBody     // a noun for an organization or group
	cDoc      // a noun for something written
	cTitleB   // announces a title after it
	cTitleA   // shows that a title stands before it
	cMedia    // begins a phrase of the media list
	cMark     // a quotation mark
	cStop     // . ? ! that is no abbreviation's
	cComma    // ,
	cColon    // : or ;
	cDash     // — – --
	cParen    // ( ) [ ]
	cOther    // other punctuation
	cPiece    // a marked piece
	cNumber   // digits
	cGenitive // 's
	cCueNoun  // "claim", "warning"
)

var classNames = map[string]class{
	"determiner": cDet, "possessive": cPoss, "pronoun": cPron, "object": cObj, "preposition": cPrep, "conjunction": cConj,
	"subordinator": cSub, "aux": cAux, "negation": cNeg, "adverb": cAdv, "time": cTime, "wh": cWh, "relative": cRel,
	"person": cPerson, "people": cPeople, "body": cBody, "document": cDoc,
}

// form is the inflection of a verb.
type form uint8

const (
	base form = iota
	third
	past
	pastPart
	ing
)

// frame is a set of shapes that may follow a cue verb.
type frame uint32

const (
	fQuote frame = 1 << iota
	fThat
	fZero
	fWh
	fNoun
	fObjTo
	fTo
	fGerund
	fNounish
	fAttitude
	fHearer
	fInvert
	fLead
	fAdjective
	fStated
)

var frameLetters = map[rune]frame{
	'q': fQuote, 't': fThat, 'z': fZero, 'w': fWh, 'n': fNoun, 'o': fObjTo, 'i': fTo, 'g': fGerund,
	'N': fNounish, 'x': fAttitude, 'a': fHearer, 'v': fInvert, 'l': fLead, 'j': fAdjective, 's': fStated,
}

// verb is a cue verb with the shapes it takes.
type verb struct {
	lemma    string
	modality string
	frames   frame
	with     []string // particles and prepositions
}

// word is what the lists know of one word form.
type word struct {
	class class
	verb  int16 // index into lexicon.verbs, or -1
	form  form
	also  form // a second inflection of the same spelling; equal to form when there is none
}

// lexicon is the compiled word knowledge of one language.
type lexicon struct {
	words map[string]word
	verbs []verb
	nouns map[string]string // modality by noun that introduces what its owner said
	media map[string]string
	hears map[string]bool            // nouns for an audience, beside those for people and bodies
	kin   map[string][]int16         // families of role nouns, by word
	lands map[string]string          // country by the adjective of its people
	roles map[string]bool            // nouns for what a person is or does
	tells map[string]map[string]bool // words that tell what is said from what is not, by kind
	wordLists
}

func compile(pack *lang.Pack) *lexicon {
	l := &lexicon{wordLists: wordListsOf(pack), tells: pack.Kinds("quote_tells"), words: map[string]word{}, nouns: map[string]string{}, media: map[string]string{}, kin: map[string][]int16{}, lands: map[string]string{}, roles: map[string]bool{}}
	for _, row := range pack.Rows("roles") {
		l.roles[row[0]] = true
	}
	for _, row := range pack.Rows("quote_grammar") {
		for w := range strings.FieldsSeq(row[1]) {
			l.class(w, classNames[row[0]])
		}
	}
	l.class("that", cThat)
	l.class("to", cTo)
	for _, row := range pack.Rows("quote_people") {
		l.class(row[0], classNames[row[1]])
		switch row[1] {
		case "person":
			l.class(regularS(row[0]), cPeople)
		case "body":
			if p := regularS(row[0]); l.words[p].class == 0 {
				l.class(p, cBody)
			}
		}
	}
	for _, row := range pack.Rows("quote_titles") {
		if row[1] != "after" {
			l.class(row[0], cTitleB)
		}
		if row[1] != "before" {
			l.class(row[0], cTitleA)
		}
	}
	for _, row := range pack.Rows("quote_media") {
		l.media[row[0]] = row[1]
		first, _, _ := strings.Cut(row[0], " ")
		l.class(first, cMedia)
	}
	l.hears = pack.Set("quote_audiences")
	for n, family := range pack.List("quote_role_kin") {
		for w := range strings.FieldsSeq(family) {
			l.kin[w] = append(l.kin[w], int16(n))
			if l.words[w].class&(cPerson|cPeople|cBody|cDoc) == 0 {
				l.class(w, cPerson)
			}
		}
	}
	for _, row := range pack.Rows("nationalities") {
		if len(row) > 1 {
			l.lands[row[0]] = row[1]
		}
	}
	for _, row := range pack.Rows("quote_cue_nouns") {
		l.nouns[row[0]] = row[1]
		l.class(row[0], cCueNoun)
	}
	for _, row := range pack.Rows("quote_cues") {
		l.addVerb(row)
	}
	return l
}

// akin reports whether two role nouns can stand for one another.
func (l *lexicon) akin(a, b string) bool {
	for _, x := range l.kin[a] {
		for _, y := range l.kin[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// sameLand reports whether two names are those of one place: a country and the
// adjective of its people, a name and its abbreviation.
func (l *lexicon) sameLand(a, b string) bool {
	return a == b || l.lands[a] == b || l.lands[b] == a || l.lands[a] != "" && l.lands[a] == l.lands[b] || shortFor(a, b) || shortFor(b, a)
}

// shortFor reports whether a short form keeps letters of a name in their order,
// the first among them: "Calif", "Fla", "N.C.".
func shortFor(short, name string) bool {
	short = strings.ReplaceAll(short, ".", "")
	if len(short) < 2 || len(short) > 5 || short[0] != name[0] {
		return false
	}
	for i := 0; i < len(name) && short != ""; i++ {
		if name[i]|0x20 == short[0]|0x20 {
			short = short[1:]
		}
	}
	return short == ""
}

func (l *lexicon) class(w string, c class) {
	e, ok := l.words[w]
	if !ok {
		e.verb = -1
	}
	e.class |= c
	l.words[w] = e
}

func (l *lexicon) addVerb(row []string) {
	v := verb{lemma: row[0], modality: row[1]}
	frames := row[2]
	if open := strings.IndexByte(frames, '('); open >= 0 {
		for p := range strings.SplitSeq(frames[open+1:], "(") {
			v.with = append(v.with, strings.TrimSuffix(p, ")"))
		}
		frames = frames[:open]
	}
	for _, r := range frames {
		v.frames |= frameLetters[r]
	}
	n := l.sameLemma(v)
	forms := inflect(row)
	for f, w := range forms {
		if f == 0 || v.frames&fAdjective == 0 {
			l.addForm(w, n, form(f))
		}
	}
}

// sameLemma adds a verb, or its frames to the verb of the same lemma.
func (l *lexicon) sameLemma(v verb) int16 {
	for i := range l.verbs {
		if l.verbs[i].lemma == v.lemma {
			l.verbs[i].frames |= v.frames
			l.verbs[i].with = append(l.verbs[i].with, v.with...)
			return int16(i)
		}
	}
	l.verbs = append(l.verbs, v)
	return int16(len(l.verbs) - 1)
}

func (l *lexicon) addForm(w string, n int16, f form) {
	e, ok := l.words[w]
	switch {
	case !ok || e.verb < 0:
		e.verb, e.form, e.also = n, f, f
	case e.verb == n && e.form == e.also:
		e.also = f
	}
	l.words[w] = e
}

// inflect returns base, third person, past, past participle and -ing form.
func inflect(row []string) [5]string {
	b := row[0]
	out := [5]string{b, regularS(b), regularPast(b), regularPast(b), regularIng(b)}
	if len(row) > 3 {
		for i, w := range strings.Split(row[3], ",") {
			if w != "-" && i < 4 {
				out[i+1] = w
			}
		}
	}
	return out
}

func regularS(b string) string {
	switch {
	case strings.HasSuffix(b, "y") && !vowelBefore(b):
		return b[:len(b)-1] + "ies"
	case strings.HasSuffix(b, "s") || strings.HasSuffix(b, "sh") || strings.HasSuffix(b, "ch") || strings.HasSuffix(b, "x"):
		return b + "es"
	}
	return b + "s"
}

func regularPast(b string) string {
	switch {
	case strings.HasSuffix(b, "e"):
		return b + "d"
	case strings.HasSuffix(b, "y") && !vowelBefore(b):
		return b[:len(b)-1] + "ied"
	}
	return b + "ed"
}

func regularIng(b string) string {
	if strings.HasSuffix(b, "e") && !strings.HasSuffix(b, "ee") {
		return b[:len(b)-1] + "ing"
	}
	return b + "ing"
}

func vowelBefore(b string) bool {
	return len(b) > 1 && strings.IndexByte("aeiou", b[len(b)-2]) >= 0
}

// look returns what the lists know of a token, folded to lower case.
func (l *lexicon) look(s string) (word, bool) {
	var buf [24]byte
	if len(s) > len(buf) {
		return word{verb: -1}, false
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	w, ok := l.words[string(buf[:len(s)])]
	if !ok {
		w.verb = -1
	}
	return w, ok
}
