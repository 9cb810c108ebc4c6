package credit

import (
	"strings"

	"nutgraf/internal/lang"
	"nutgraf/internal/outlet"
)

// class is a set of word classes beside an outlet.
type class uint64

const (
	cTelling class = 1 << iota
	cSpeaking
	cHanding
	cMeeting
	cPassive
	cPiece
	cPublishing
	cCiting
	cComing
	cRank
	cAsking
	cSkip
	cHead     // last word of an outlet's name
	cStandIn  // "paper", "outlet"
	cPlatform // a platform, or a verb or noun of posting
	cVague    // second word of a vague phrase
	cLine     // "source", "via", "h/t", "courtesy"
	cDet
	cPosting // verbs of putting words out in public
	cClause  // words that open another clause
	cOpening // words that open an adjunct before the subject
	cSurvey  // "poll", "analysis"
	cRunning // "ran", "appeared"
	cPassing // "sent", "given"
	cMaterial
	cOfficer     // who runs an outlet, or comments on it
	cEdition     // "Online"
	cPrint       // last word of a newspaper's or magazine's name
	cAir         // word of a broadcaster's name
	cFalse       // what news is called that is denied
	cUttering    // verbs of saying on the air
	cSurveying   // what a survey is called by: "exit"
	cWithholding // verbs of what a report leaves open: "did not say"
	cAdvert      // what is printed for money
	cFinding     // verbs of what an outlet itself has found or been given: "obtained"
	cCorrespondent
	cStaff      // several of those who write for an outlet
	cWriting    // verbs and the noun of writing
	cPresenter  // "host"
	cDepartment // what makes of an outlet's piece a part of its house: "editorial board"
	cDocument   // what a firm puts out: "synopsis"
	cItem       // what is posted on a platform: "post", "video"
	cFeed       // where it is posted: "feed", "timeline"
	cBusiness   // what makes of a platform a firm, or of who uses it the matter: "shares", "followers"
	cPeriod     // words that tell when something was said
	cPictured   // what a line under a picture opens with
	cPaper      // nouns that make an outlet of the name beside them: "newspaper"
	cVenue      // nouns that do so behind a word for a medium: "site", "station"
	cMedium     // those words: "gossip", "radio"
	cDemonym    // of a people: "Italian"
	cConduct    // what is done to or by an outlet for a piece of its own: "retract", "sued"
	cConfiding  // verbs behind which what is said comes before "to" and who is told: "confirmed the sale to X"
	cElsewhere  // what leads to an outlet and is not said to it: "ties", "access"
	cPress      // several outlets, unnamed: "media", "outlets"
)

var classNames = map[string]class{
	"telling": cTelling, "speaking": cSpeaking, "handing": cHanding, "meeting": cMeeting, "passive": cPassive, "piece": cPiece,
	"publishing": cPublishing, "citing": cCiting, "coming": cComing, "rank": cRank, "asking": cAsking, "skip": cSkip, "posting": cPosting, "clause": cClause, "opening": cOpening,
	"survey": cSurvey, "running": cRunning, "line": cLine, "determiner": cDet, "correspondent": cCorrespondent, "staff": cStaff, "writing": cWriting, "presenter": cPresenter,
	"department": cDepartment, "document": cDocument, "item": cItem, "feed": cFeed, "business": cBusiness, "period": cPeriod, "pictured": cPictured, "paper": cPaper, "venue": cVenue, "medium": cMedium, "conduct": cConduct, "confiding": cConfiding, "elsewhere": cElsewhere, "press": cPress,
	"passing": cPassing, "material": cMaterial, "officer": cOfficer, "edition": cEdition, "print": cPrint, "air": cAir, "false": cFalse, "uttering": cUttering, "surveying": cSurveying, "withholding": cWithholding, "advert": cAdvert, "finding": cFinding,
}

type lexicon struct {
	words     map[string]class
	outlets   map[string]bool // names of outlets, lower case, without article
	common    map[string]bool // words that are no part of a name, lower case
	names     *outlet.Names
	platforms map[string]string // by word
	things    map[string]bool   // names of languages, faiths and the like
	given     map[string]bool   // given names
	dates     map[string]bool   // days and months, lower case
	cities    map[string]bool
	bodies    map[string]bool   // well-known bodies and acronyms that are no outlet
	records   map[string]bool   // what is named like an outlet and prints what the state does, lower case
	vague     map[string]string // kind by phrase
	standIns  map[string]string // kind by phrase
}

func compile(pack *lang.Pack) *lexicon {
	l := &lexicon{names: outlet.New(pack), words: map[string]class{}, outlets: map[string]bool{}, common: pack.Set("common_words"), things: pack.Set("known_things"), given: map[string]bool{}, dates: map[string]bool{}, cities: pack.Set("cities"), bodies: map[string]bool{}, records: pack.Set("credit_records"), platforms: map[string]string{}, vague: map[string]string{}, standIns: map[string]string{}}
	for _, row := range pack.Rows("given_names") {
		l.given[row[0]] = true
	}
	for _, list := range []string{"organizations", "acronyms"} {
		for _, w := range pack.List(list) {
			l.bodies[w] = true
		}
	}
	for _, row := range pack.Rows("nationalities") {
		l.words[strings.ToLower(row[0])] |= cDemonym
	}
	for _, w := range pack.List("calendar_names") {
		l.dates[strings.ToLower(w)] = true
	}
	for _, row := range pack.Rows("credit_cues") {
		for w := range strings.FieldsSeq(row[1]) {
			l.words[w] |= classNames[row[0]]
		}
	}
	for _, w := range pack.List("credit_outlet_heads") {
		l.words[strings.ToLower(w)] |= cHead
	}
	for _, w := range pack.List("outlets") {
		l.outlets[strings.ToLower(w)] = true
	}
	for _, row := range pack.Rows("credit_platforms") {
		l.platforms[row[0]] = row[1]
		l.words[row[0]] |= cPlatform
	}
	for _, row := range pack.Rows("credit_vague") {
		l.vague[row[0]] = row[1]
		w := strings.Fields(row[0])
		l.words[w[1]] |= cVague
	}
	for _, row := range pack.Rows("credit_stand_ins") {
		l.standIns[row[0]] = row[1]
		w := strings.Fields(row[0])
		l.words[w[len(w)-1]] |= cStandIn
	}
	return l
}

// look returns the classes of a word, folded to lower case.
func (l *lexicon) look(s string) class {
	var buf [24]byte
	if len(s) > len(buf) {
		return 0
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		buf[i] = c
	}
	return l.words[string(buf[:len(s)])]
}
