package credit

import (
	"sort"
	"strings"

	"nutgraf"
)

// weigh reads the words beside a reference and adds the credit they make.
func (r *reader) weigh(i int) {
	if r.refs[i].standIn && !r.meant(i) || r.affiliated(&r.refs[i]) {
		return
	}
	x := r.refs[i]
	s := &r.seg.Sentences[x.sentence]
	if r.dateline(x, s) || r.via(x, s) || r.contributed(x, s) || r.contributors(i) || r.foot(x, s) {
		return
	}
	if r.hadFirst(x, s) {
		return
	}
	if r.left(x, s) || r.onAir(x, s) || r.listed(i) || !x.title && r.right(x, s) {
		return
	}
	r.heading(x, s)
}

// hadFirst reads the aside that says that an outlet was first: "according to X, which
// broke the story on Monday".
func (r *reader) hadFirst(x ref, s *nutgraf.Sentence) bool {
	if !x.known || r.str(x.b) != "," {
		return false
	}
	k := x.b + 1
	if r.is(k, cDet) { // ", the weekly which first reported"
		for k++; k < s.Last && k < x.b+6 && r.seg.Tokens[k].Kind == nutgraf.Word && !r.word(k, "which") && !r.word(k, "that"); k++ {
		}
	}
	if k+3 >= s.Last || !r.word(k, "which") && !r.word(k, "that") {
		return false
	}
	k++
	switch {
	case r.word(k, "broke") && r.is(k+1, cDet) && (r.is(k+2, cPiece) || r.word(k+2, "news")):
		k += 2
	case r.is(k, cRank) && r.is(k+1, cPublishing):
		k++
	default:
		return false
	}
	r.add(nutgraf.CreditFirstReported, x.a, k+1, x, "first_to_report", "it is said to have had it first", .9)
	return true
}

// affiliated reports whether an outlet only tells whose affiliate the one named behind
// it is: "told Ashby News affiliate WXYZ".
func (r *reader) affiliated(x *ref) bool {
	return r.word(x.b, "affiliate") || r.word(x.b, "affiliates")
}

// back returns the token before i, articles and skippable words left out, not
// going below first.
func (r *reader) back(i, first int) int {
	for i--; i >= first; i-- {
		if !r.is(i, cDet) {
			return i
		}
	}
	return -1
}

// right reads the words after the outlet: "X reports", "X was the first to
// report", "X spoke with", "X's Ann Lee writes".
func (r *reader) right(x ref, s *nutgraf.Sentence) bool {
	if !x.known {
		return r.unlisted(x, s)
	}
	if r.withheld(x, s) || r.writesAs(x, s) {
		return true
	}
	k, first, named := r.pastList(r.pastAside(x, s), x), false, false
	if k == x.b && r.word(k, "news") && r.word(k+1, "agency") {
		k += 2 // "the Interfax news agency reports"
	}
	if k == x.b && r.outletNoun(k, k) || k == x.b && r.is(k, cMedium) && r.outletNoun(k+1, k) {
		for ; r.is(k, cMedium) || r.outletNoun(k, x.b); k++ { // "the Sabor newspaper reports"
		}
		k = r.pastOthers(k)
	}
	for end := min(s.Last, k+9); k < end; k++ {
		w := r.str(k)
		t := &r.seg.Tokens[k]
		switch {
		case r.genitive(k):
			named = true
			continue
		case named && k == x.b+1 && (w == "sources" || w == "source") && r.is(k+1, cPublishing):
			continue // "the Post's sources said"
		case r.is(k, cAsking) && r.asks(x, s, k):
			return true
		case r.word(k, "found") && strings.HasSuffix(r.str(k+1), "self"):
			return false
		case r.is(k, cPublishing) && !t.Upper && !(named && r.is(k, cPiece) && !r.verbal(k, s)):
			if r.is(x.b, cOfficer) && !strings.HasPrefix(r.str(k), "report") {
				return false
			}
			return r.published(x, k, first)
		case k == x.b && w == "," && r.word(k+1, "which"):
			k++
			continue
		case w == "put" && r.word(k+1, "it") && r.word(r.back(x.a, s.First), "as"):
			r.add(nutgraf.CreditReported, x.a, k+2, x, "put_it", "its words are passed on", .9)
			return true
		case w == "called" && k == x.b && !x.standIn && !r.word(r.back(x.a, s.First), "by") && r.markNear(k, s):
			return r.published(x, k, first)
		case w == "of" && k == x.b && k+1 < s.Last && r.is(k-1, cHead) && r.seg.Tokens[k+1].Upper:
			continue // "The Herald of Ashby reports"
		case w == "saying" && (r.word(k-1, "is") || r.word(k-1, "are")):
			return r.published(x, k, first)
		case w == "breaking" && r.word(k-1, "been"):
			return r.published(x, k, first)
		case r.is(k, cRunning) && k < x.b+3 && r.carries(k, s):
			return r.published(x, k, first)
		case r.is(k, cSkip) || w == "to" && first || w == "on" && r.is(k+1, cSkip):
			first = first || equalFold(w, "first")
			continue
		case t.Upper && t.Kind == nutgraf.Word && k < x.b+6:
			continue
		case r.titled(k) && !named && k < x.b+4:
			continue // "Ashby News chief political correspondent Ann Lee reported"
		case named && k > x.b+2 && k+1 < s.Last && (w == "in" || w == "at") && r.seg.Tokens[k+1].Upper:
			continue // "the Post's Ann Lee in Vale reports"
		case k == x.b && r.writer(k) && r.seg.Tokens[min(k+1, s.Last-1)].Upper:
			continue // "Ashby Post columnist Ann Lee wrote"
		case named && r.is(k, cPiece) && r.is(k+1, cPublishing):
			continue // "the Post's Ledger blog writes"
		}
		break
	}
	return r.reportOf(x, s)
}

// markNear reports whether quoted words follow soon after token k, in its sentence.
func (r *reader) markNear(k int, s *nutgraf.Sentence) bool {
	for j := k + 1; j < s.Last && j < k+markReach; j++ {
		if r.seg.Tokens[j].Kind == nutgraf.Mark {
			return true
		}
	}
	return false
}

// markReach is how many tokens what an outlet calls something can stand away from the words for it.
const markReach = 9

// genitive reports whether token k is an ending behind an apostrophe.
func (r *reader) genitive(k int) bool {
	return strings.HasPrefix(r.str(k), "'") || strings.HasPrefix(r.str(k), "’")
}

// titled reports whether the token k opens or goes on with the title of a writer whose name
// follows it: "chief political correspondent Ann Lee".
func (r *reader) titled(k int) bool {
	for j := k; j+1 < len(r.seg.Tokens) && j < k+4; j++ {
		if r.is(j, cCorrespondent) {
			return r.seg.Tokens[j+1].Upper
		}
		if t := &r.seg.Tokens[j]; t.Kind != nutgraf.Word || t.Upper || r.is(j, cPublishing|cSpeaking|cDet) {
			return false
		}
	}
	return false
}

// unlisted reads a name on no list that is written as sites' and stations' are and reports
// behind a quotation: "“…,” Ashby7 reported."
func (r *reader) unlisted(x ref, s *nutgraf.Sentence) bool {
	if x.b+1 >= s.Last || !r.word(x.b, "reported") || !r.camel(x) && !strings.ContainsAny(x.name, "0123456789") {
		return false
	}
	if p := r.back(x.a, s.First); p < 0 || r.seg.Tokens[p].Kind != nutgraf.Mark || r.seg.Tokens[x.b+1].Kind != nutgraf.Punct {
		return false
	}
	return r.published(x, x.b, false)
}

// withheld reads what an outlet that was credited before leaves open in its report:
// "Ashby News did not say who had asked".
func (r *reader) withheld(x ref, s *nutgraf.Sentence) bool {
	k := x.b + 1
	switch {
	case (r.word(x.b, "did") || r.word(x.b, "does")) && r.word(k, "not"):
		k++
	case !strings.HasPrefix(r.str(x.b), "did") && !strings.HasPrefix(r.str(x.b), "does"), !strings.HasSuffix(r.str(x.b), "n't") && !strings.HasSuffix(r.str(x.b), "n’t"):
		return false
	}
	if k >= s.Last || !r.is(k, cWithholding) || !r.credited(x.name) {
		return false
	}
	r.add(nutgraf.CreditReported, x.a, k+1, x, "withheld", "what its report leaves open is told", .75)
	return true
}

// writesAs reads the aside that tells for which outlet somebody writes: "Ann Lee, the Ashby
// Post editor and biographer, wrote".
func (r *reader) writesAs(x ref, s *nutgraf.Sentence) bool {
	p := r.back(x.a, s.First)
	if p <= s.First || r.str(p) != "," || !r.seg.Tokens[p-1].Upper {
		return false
	}
	writer := false
	for k := x.b; k+1 < s.Last && k < x.b+titleReach; k++ {
		switch t := &r.seg.Tokens[k]; {
		case r.str(k) == ",":
			if !writer || !r.word(k+1, "wrote") && !r.word(k+1, "writes") && !r.word(k+1, "reported") && !r.word(k+1, "reports") {
				return false
			}
			r.add(nutgraf.CreditReported, x.a, k+2, x, "writes_as", "its writer is quoted", .8)
			return true
		case t.Kind != nutgraf.Word:
			return false
		}
		writer = writer || r.writer(k)
	}
	return false
}

// titleReach is how many tokens the title of an outlet's writer can take up.
const titleReach = 10

// pastList returns the end of the outlets that "and" ties to one, whose verb is theirs too:
// "Ashby News and the Harbour Post reported".
func (r *reader) pastList(k int, x ref) int {
	if k != x.b {
		return k
	}
	for i := sort.Search(len(r.refs), func(i int) bool { return r.refs[i].a >= k }); i < len(r.refs); i++ {
		y := &r.refs[i]
		if !y.known || y.sentence != x.sentence || !r.tied(k, y.a, "and") {
			break
		}
		if r.word(r.back(y.a, k), "and") {
			return y.b
		}
		k = y.b
	}
	return r.pastOthers(x.b)
}

// pastOthers returns the end of the outlets without a name that token j ties to one: "Ashby News
// and other local media reported".
func (r *reader) pastOthers(j int) int {
	if r.word(j, "and") && (r.word(j+1, "other") || r.word(j+1, "several") || r.word(j+1, "various")) {
		for k := j + 2; k < min(j+othersReach, len(r.seg.Tokens)) && r.seg.Tokens[k].Kind == nutgraf.Word; k++ {
			if r.is(k, cPress) {
				return k + 1
			}
		}
	}
	return j
}

// othersReach is how many tokens can name the outlets that reported with one that is named.
const othersReach = 6

// asideReach is how many tokens an aside can have between an outlet and its verb.
const asideReach = 16

// pastAside returns the token at which what an outlet does is told: behind the
// aside that follows its name at the head of a sentence or behind a quotation ("The
// Post, citing two officials, reported"), or right behind the name.
func (r *reader) pastAside(x ref, s *nutgraf.Sentence) int {
	b := x.b
	if r.is(b, cStandIn) && !r.seg.Tokens[b].Upper {
		b++ // "the Ashby Post tabloid, which"
	}
	if b >= s.Last || r.str(b) != "," || b == x.b && r.word(b+1, "which") {
		return x.b
	}
	if p := r.back(x.a, s.First); p >= 0 && r.seg.Tokens[p].Kind != nutgraf.Mark && (b == x.b || r.str(p) != ",") {
		return x.b
	}
	for k := b + 2; k+1 < s.Last && k < x.b+asideReach; k++ {
		if r.str(k) == "," {
			if r.is(k+1, cPublishing) && !r.seg.Tokens[k+1].Upper || r.is(k+1, cSkip) {
				return k + 1
			}
			break
		}
	}
	return x.b
}

// carries reports whether a piece is what the verb at token k has as its
// object: "ran a long profile".
func (r *reader) carries(k int, s *nutgraf.Sentence) bool {
	for j := k + 1; j < s.Last && j < k+5; j++ {
		if r.is(j, cPiece) {
			return true
		}
		if r.seg.Tokens[j].Kind != nutgraf.Word {
			break
		}
	}
	return false
}

func (r *reader) published(x ref, k int, first bool) bool {
	if r.ofItself(k) || r.word(k, "broke") && (r.word(k+1, "away") || r.word(k+1, "with") || r.word(k+1, "off")) || r.word(k, "published") && r.onTrial(x, false) {
		return false
	}
	kind, rule := nutgraf.CreditReported, "reports"
	if first || r.word(k, "broke") {
		kind, rule = nutgraf.CreditFirstReported, "first_to_report"
	}
	r.add(kind, x.a, k+1, x, rule, "it is the verb's subject", .9)
	return true
}

// ofItself reports whether an outlet speaks as a company, by the verb at token k: "Ashby News
// said it was not invited", but not "said it had obtained the letter".
func (r *reader) ofItself(k int) bool {
	if !r.word(k, "said") && !r.word(k, "says") && !r.word(k, "confirmed") {
		return false
	}
	if k++; r.word(k, "that") {
		k++
	}
	if !r.word(k, "it") {
		return false
	}
	for j := k + 1; j < k+4; j++ {
		if r.is(j, cFinding) {
			return false
		}
	}
	return true
}

// onTrial reports whether an outlet and a piece of its own are the matter: a piece is retracted or
// sued over, letters to it are threats. What the sentence tells is then not told after the outlet.
func (r *reader) onTrial(x ref, letter bool) bool {
	s := &r.seg.Sentences[x.sentence]
	for k := max(s.First, x.a-trialReach); k < min(s.Last, x.b+trialReach); k++ {
		if r.is(k, cConduct) && (letter || !strings.HasPrefix(strings.ToLower(r.str(k)), "threat")) || r.word(k, "hit") && r.is(k+1, cPiece) {
			return true
		}
	}
	return false
}

// trialReach is how many tokens beside an outlet tell what became of its piece.
const trialReach = 8

// verbal reports whether "report" at k is a verb: a clause or a mark follows.
func (r *reader) verbal(k int, s *nutgraf.Sentence) bool {
	return k+1 >= s.Last || r.word(k+1, "that") || r.word(k+1, ".") || r.word(k+1, ",") || r.word(k+1, ":")
}

// asks reads an outlet's own enquiries: "X spoke with", "X reached out to".
func (r *reader) asks(x ref, s *nutgraf.Sentence, k int) bool {
	if k > x.b+2 {
		return false
	}
	for j := k + 1; j < s.Last && j < k+14; j++ {
		if r.is(j, cHanding) && (r.word(k, "reached") || r.word(k, "contacted")) {
			r.add(nutgraf.CreditStatement, x.a, j+1, x, "asked", "it asked and was handed words", .75)
			return true
		}
	}
	if r.word(k, "reached") || r.word(k, "contacted") || r.word(k, "asked") {
		return false
	}
	kind := nutgraf.CreditInterview
	if r.doc.Outlet == "" || strings.EqualFold(r.doc.Outlet, x.name) {
		kind = nutgraf.CreditOwn
	}
	r.add(kind, x.a, k+1, x, "spoke_with", "it did the talking", .8)
	return true
}

// reportOf reads "an X report", "the X story" after "according to" or before a
// verb.
func (r *reader) reportOf(x ref, s *nutgraf.Sentence) bool {
	if x.b < s.Last && (r.word(x.b, "interview") || r.word(x.b, "exclusive") && r.word(x.b+1, "interview")) && !r.is(r.back(x.a, s.First), cSpeaking) {
		r.add(nutgraf.CreditInterview, x.a, x.b+1, x, "its_interview", "its interview is named", .8)
		return true
	}
	if r.inPiece(x, s) {
		return true
	}
	if k := r.survey(x, s); k > 0 {
		r.add(nutgraf.CreditReported, x.a, k+1, x, "its_survey", "its count is named", .75)
		return true
	}
	b := x.b
	for b < s.Last && b < x.b+3 && (r.genitive(b) || b > x.b && !r.seg.Tokens[b].Upper && r.seg.Tokens[b].Kind == nutgraf.Word && !r.is(b, cPiece)) {
		b++
	}
	if b >= s.Last || !r.is(b, cPiece) || r.onTrial(x, false) || r.staff(b+1) || b > x.b && (r.verbal(b, s) && !r.genitive(b-1) || r.word(b, "reporting")) {
		return false
	}
	x.b = b
	p := r.back(x.a, s.First)
	if p > s.First && r.word(p, "to") && r.word(p-1, "according") {
		r.add(nutgraf.CreditAccordingTo, p-1, x.b+1, x, "according_to_report", "“according to” its report", .9)
		return true
	}
	r.add(nutgraf.CreditReported, x.a, x.b+1, x, "its_report", "its report is named", .7)
	return true
}

// survey returns the token of what an outlet asked or counted ("an Ashby News/Harbour Post
// tracking poll"), or 0. Of two that did so together the first counts.
func (r *reader) survey(x ref, s *nutgraf.Sentence) int {
	if r.str(x.a-1) == "/" {
		return 0
	}
	for k := x.b; k < s.Last && k < x.b+surveyReach; k++ {
		t := &r.seg.Tokens[k]
		switch {
		case r.is(k, cSurvey) && !t.Upper:
			if r.staff(k+1) || k+1 < s.Last && r.seg.Tokens[k+1].Upper && !r.is(k+1, cSkip) {
				return 0
			}
			return k
		case t.Upper || t.Kind == nutgraf.Number || r.str(k) == "/" || r.str(k) == "-" || r.is(k, cSurveying):
			continue
		}
		break
	}
	return 0
}

// surveyReach is how many tokens can stand between an outlet's name and its poll.
const surveyReach = 8

// inPiece reads "X called it a waste in an editorial".
func (r *reader) inPiece(x ref, s *nutgraf.Sentence) bool {
	if x.b >= s.Last || !strings.HasSuffix(r.str(x.b), "ed") || r.seg.Tokens[x.b].Upper {
		return false
	}
	for k := x.b + 1; k+2 < s.Last && k < x.b+9; k++ {
		if r.word(k, "in") && (r.is(k+1, cDet) || r.word(k+1, "its")) && (r.is(k+2, cPiece) || r.is(k+3, cPiece)) {
			r.add(nutgraf.CreditReported, x.a, k+3, x, "in_piece", "its piece is named", .85)
			return true
		}
	}
	return false
}

// staff reports whether token k makes of the piece before it a name for people
// or a place in the paper: "editorial board", "opinion page".
func (r *reader) staff(k int) bool { return r.is(k, cDepartment) }

// heading reads an outlet's name that stands alone before a colon.
func (r *reader) heading(x ref, s *nutgraf.Sentence) {
	if x.known && x.b < s.Last && r.str(x.b) == ":" && x.a-s.First <= 2 && s.Last-x.b <= 2 {
		r.add(nutgraf.CreditSourceLine, x.a, x.b+1, x, "heading", "its words follow a colon", .8)
		r.out[len(r.out)-1].Scope = nutgraf.OneSentence
	}
}
