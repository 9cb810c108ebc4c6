package credit

import (
	"slices"
	"strings"

	"nutgraf"
)

// left reads the words before the outlet.
func (r *reader) left(x ref, s *nutgraf.Sentence) bool {
	p := r.back(x.a, s.First)
	if p < 0 {
		return false
	}
	p = r.beforeNoun(&x, s, p)
	if (x.known || r.camel(x) || r.fromSource(x, s, p)) && r.is(p, cTelling) {
		if r.word(x.b, "audience") {
			return false // those who watch it
		}
		r.add(nutgraf.CreditTold, p, x.b, x, "told", "somebody told it", .95)
		return true
	}
	switch w := r.str(p); {
	case w == "to":
		return r.leftTo(x, s, p)
	case x.known && (w == "with" || w == "on"):
		return r.leftWith(x, s, p, w == "on")
	case x.known && w == "by":
		return r.leftBy(x, s, p)
	case !x.known && w == "for" && r.writtenFor(s, p):
		r.add(nutgraf.CreditReported, p, x.b, x, "written_for", "somebody wrote it for the outlet", .8)
		return true
	case x.known && (w == "in" || w == "from" || w == "for" || w == "at"):
		return r.leftIn(x, s, p)
	case x.known && r.is(p, cCiting) && r.citedFor(x, s):
		r.add(nutgraf.CreditReported, p, x.b, x, "citing", "it is cited", .9)
		return true
	case x.known && w == "of" && r.word(p-1, "words") && r.word(p-2, "the") && r.word(p-3, "in"):
		r.add(nutgraf.CreditReported, p-3, x.b, x, "words_of", "“in the words of” it", .85)
		return true
	case x.known && r.signed(x, s, p):
		return true
	case x.known && r.surveyed(x, s, p):
		return true
	case x.known && equalFold(w, "per"):
		r.add(nutgraf.CreditAccordingTo, p, x.b, x, "per", "“per” it", .9)
		return true
	}
	return x.known && !x.title && r.inverted(x, s, p)
}

// fromSource reports whether a source is who told a name on no list something, by the verb at
// token p: nameless sources talk to the press ("two sources told Inside Ashby").
func (r *reader) fromSource(x ref, s *nutgraf.Sentence, p int) bool {
	if x.b < s.Last && r.seg.Tokens[x.b].Kind == nutgraf.Word && !r.is(x.b, cSkip|cClause) {
		return false // "told Ashby officials"
	}
	for k := p - 1; k >= s.First && k > p-sourceReach && r.seg.Tokens[k].Kind == nutgraf.Word; k-- {
		if r.word(k, "source") || r.word(k, "sources") {
			return !r.seg.Tokens[k].Upper || k == s.First
		}
	}
	return false
}

// sourceReach is how many tokens can stand between a source and what it does: "a source
// familiar with the matter told".
const sourceReach = 7

// onAir reads an adjunct that opens a sentence with the outlet on which its speaker is heard:
// "On Ashby News' “Ashby at Nine,” Hale called it a shame".
func (r *reader) onAir(x ref, s *nutgraf.Sentence) bool {
	if !x.known || x.a != s.First+1 || !r.word(s.First, "on") || !r.airs(x.name) {
		return false
	}
	marked := false
	for k := x.b; k+1 < s.Last && k < x.b+programmeReach; k++ {
		switch t := &r.seg.Tokens[k]; {
		case t.Kind == nutgraf.Mark:
			marked = !marked
		case r.str(k) == ",":
			if r.seg.Tokens[k+1].Kind == nutgraf.Mark {
				k++ // “Ashby at Nine,”
			}
			if !r.seg.Tokens[k+1].Upper && !r.somebody(k+1) || !r.quotes(s) {
				return false
			}
			r.add(nutgraf.CreditInterview, s.First, x.b, x, "on_air", "somebody says it on its programme", .8)
			return true
		case marked || t.Upper || r.is(k, cSkip) || r.word(k, "of") || r.genitive(k):
		default:
			return false
		}
	}
	return false
}

// programmeReach is how many tokens the name of a programme and its day can take up.
const programmeReach = 12

// quotes reports whether somebody is quoted in a sentence, word for word or not.
func (r *reader) quotes(s *nutgraf.Sentence) bool {
	return slices.ContainsFunc(r.ann.Quotes, func(q nutgraf.Quote) bool {
		return s.Span.Contains(q.Cue) && !q.Cue.IsZero()
	})
}

// listed adds an outlet that "and" or a comma ties to the one before it, behind words
// that made a credit of that: "told Ashby News and the Harbour Post".
func (r *reader) listed(i int) bool {
	x := r.refs[i]
	if i == 0 || !x.known || x.standIn {
		return false
	}
	before := &r.refs[i-1]
	if !before.known || before.sentence != x.sentence || before.name == x.name || len(r.out) == 0 || !r.tied(before.b, x.a, "and", "or", "&") {
		return false
	}
	c := r.out[len(r.out)-1]
	if c.OutletSpan != before.span || c.Span.End != before.span.End || c.Kind == nutgraf.CreditSourceLine {
		return false
	}
	if r.str(x.a-1) == "," && r.str(x.b) != "," && !r.word(x.b, "and") {
		return false // no list, but "told Ashby News, the Harbour Post's sister"
	}
	c.Outlet, c.OutletSpan, c.Span.End = x.name, x.span, x.span.End
	c.Why.Refs = []nutgraf.Ref{{Doc: r.doc.ID, Span: c.Span}}
	r.out = append(r.out, c)
	return true
}

// tied reports whether commas, some joining words and an article are all that stands between
// the tokens a and b, and that something does.
func (r *reader) tied(a, b int, joining ...string) bool {
	for k := a; k < b; k++ {
		if r.str(k) != "," && !slices.ContainsFunc(joining, func(w string) bool { return r.word(k, w) }) && (k == a || !r.is(k, cDet)) {
			return false
		}
	}
	return a < b
}

// signed reads the line that names whose words were quoted: "“…” — Ann Lee, Ashby Post".
func (r *reader) signed(x ref, s *nutgraf.Sentence, p int) bool {
	if x.b < s.Last && r.seg.Tokens[x.b].Kind == nutgraf.Word {
		return false
	}
	k := p
	for k >= s.First && k > p-signedReach && (r.seg.Tokens[k].Upper || r.str(k) == "," || r.str(k) == ".") {
		k--
	}
	if k < s.First || !r.dash(k) || k == p || k > s.First && r.seg.Tokens[k-1].Kind != nutgraf.Mark || k == s.First && !r.closes(k) {
		return false
	}
	r.add(nutgraf.CreditReported, k+1, x.b, x, "signed", "it is named behind the words that are quoted", .85)
	return true
}

// signedReach is how many tokens the name and the office of who is quoted can take up.
const signedReach = 8

func (r *reader) dash(k int) bool {
	switch r.str(k) {
	case "—", "–", "--", "―", "-":
		return true
	}
	return false
}

// closes reports whether the token before token k, in its own paragraph, closes a quotation.
func (r *reader) closes(k int) bool {
	return k > 0 && r.seg.Tokens[k-1].Kind == nutgraf.Mark && !strings.Contains(r.text[r.seg.Tokens[k-1].End:r.seg.Tokens[k].Start], "\n\n")
}

// citedFor reports whether an outlet is cited for its words, and not for what it is or has:
// "citing the channel's low ratings", "citing the Gazette as their source of news".
func (r *reader) citedFor(x ref, s *nutgraf.Sentence) bool {
	if r.word(x.b, "as") {
		return false
	}
	if w := r.str(x.b); !strings.HasPrefix(w, "'") && !strings.HasPrefix(w, "’") {
		return true
	}
	for k := x.b + 1; k < s.Last && k <= x.b+4 && r.seg.Tokens[k].Kind == nutgraf.Word; k++ {
		if r.is(k, cPiece|cHanding|cMeeting|cSurvey|cMaterial) || r.seg.Tokens[k].Upper {
			return true
		}
	}
	return false
}

// writtenFor reports whether "wrote Ann Lee" stands before the "for" at token p.
func (r *reader) writtenFor(s *nutgraf.Sentence, p int) bool {
	k := r.beforeName(p-1, max(s.First, p-5))
	return k < p-1 && (r.word(k, "wrote") || r.word(k, "writes"))
}

// beforeNoun steps back over what stands between an outlet's name and the words
// that make a credit of it: a noun for outlets ("the state network CTV"), which
// also shows what the name is, a person ("Ann Lee of CTV") or its board.
func (r *reader) beforeNoun(x *ref, s *nutgraf.Sentence, p int) int {
	if strings.HasSuffix(r.str(p), "s") && (r.str(p)[0] == '\'' || strings.HasPrefix(r.str(p), "’")) && r.is(p-1, cSkip) {
		p -= 2 // "in today's Ashby Post"
	}
	switch {
	case r.is(p, cStandIn) && !r.seg.Tokens[p].Upper:
		for k := p - 1; k >= s.First && k > p-5; k-- {
			if r.is(k, cTelling) || r.handsOver(k) {
				x.known = true
				return k
			}
			if x.known && (r.is(k, cCiting) || r.word(k, "per") || r.word(k, "via") || r.word(k, "from") || r.is(k, cPublishing) && k > s.First && r.seg.Tokens[k-1].Kind != nutgraf.Word) {
				return k // "per gossip site Ashby7", "…, reports the blog Ashby7"
			}
			if r.seg.Tokens[k].Kind == nutgraf.Punct && !r.genitive(k) {
				break
			}
		}
	case r.str(p) == "," && x.known && x.b < s.Last && r.seg.Tokens[x.b].Kind == nutgraf.Word && !r.seg.Tokens[x.b].Upper:
		k := r.beforeName(p-1, max(s.First, p-5))
		if k < p-1 && r.is(k, cTelling) {
			return k // "told Ann Lee, Ashby Post political editor"
		}
	case r.word(p, "on") && x.known:
		k := p - 1
		if k >= s.First && r.seg.Tokens[k].Kind == nutgraf.Mark { // a programme's name
			for k--; k > s.First && k > p-8 && r.seg.Tokens[k].Kind != nutgraf.Mark; k-- {
			}
			k--
		}
		k = r.beforeName(k, max(s.First, p-10))
		if k >= s.First && k < p-1 && r.is(k, cTelling) {
			return k // "told Ann Lee on Ashby News"
		}
	case r.word(p, "of") && x.known:
		k := p - 1
		for k > s.First && k > p-6 && (r.seg.Tokens[k].Upper || r.word(k, "editorial") || r.word(k, "board") || r.is(k, cDet)) {
			k--
		}
		if k < p-1 && (r.is(k, cTelling) || r.word(k, "with") || r.word(k, "to")) {
			return k
		}
	}
	return p
}

// beforeName steps back from token k over capitalised ones, not going below least.
func (r *reader) beforeName(k, least int) int {
	for k > least && r.seg.Tokens[k].Upper {
		k--
	}
	return k
}

// handsOver reports whether token k is a preposition through which words reach
// an outlet.
func (r *reader) handsOver(k int) bool {
	switch r.str(k) {
	case "with", "to", "by", "in", "on", "for":
		return true
	}
	return false
}

// camel reports whether a name of one word has a capital inside, as those of
// many sites do.
func (r *reader) camel(x ref) bool {
	s := x.span.Of(r.text)
	if len(s) < 6 || strings.ContainsAny(s, " .-") || s == strings.ToUpper(s) {
		return false
	}
	for i := 2; i < len(s)-1; i++ {
		if s[i] >= 'A' && s[i] <= 'Z' && s[i-1] >= 'a' && s[i-1] <= 'z' {
			return !strings.HasPrefix(s, "Mc") && !strings.HasPrefix(s, "Mac") && !strings.HasPrefix(s, "De")
		}
	}
	return false
}

// leftTo reads "according to X", "in a statement to X", "spoke to X".
func (r *reader) leftTo(x ref, s *nutgraf.Sentence, p int) bool {
	q := p - 1
	if q >= s.First && r.word(q, "according") {
		if !x.known && !r.documentAfter(x, s) {
			return false
		}
		r.add(nutgraf.CreditAccordingTo, q, x.b, x, "according_to", "“according to” it", .95)
		return true
	}
	if !x.known || q < s.First {
		return false
	}
	if r.str(q) == "," {
		for k := q - 1; k >= s.First && k > q-namedReach; k-- {
			if r.is(k, cHanding) && r.word(k+1, "by") { // "in a statement by his wife, Ann Lee, to X"
				r.add(nutgraf.CreditStatement, k, x.b, x, "statement_to", "words were handed to it", .9)
				return true
			}
		}
	}
	if r.confided(s, q) {
		r.add(nutgraf.CreditTold, q+1, x.b, x, "confided_to", "something was confirmed or denied to it", .85)
		return true
	}
	for k := q; k >= s.First && k > q-6; k-- {
		if r.is(k, cHanding) {
			if r.onTrial(x, true) {
				return false // "a threatening letter to the Post"
			}
			r.add(nutgraf.CreditStatement, k, x.b, x, "statement_to", "words were handed to it", .9)
			return true
		}
		if r.is(k, cMeeting) {
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview_to", "somebody was interviewed by it", .85)
			return true
		}
		if r.is(k, cSpeaking) && k >= q-1 {
			if r.is(k, cPassing) && !r.passesWords(s, k) {
				return false // "the package was sent to CTV"
			}
			r.add(nutgraf.CreditTold, k, x.b, x, "spoke_to", "somebody spoke to it", .9)
			return true
		}
	}
	return false
}

// confided reports whether a verb of confirming or denying stands before token q, which ends what
// was said, and "to": "denied the sale to", but not "denied access to".
func (r *reader) confided(s *nutgraf.Sentence, q int) bool {
	if r.is(q, cElsewhere) {
		return false
	}
	for k := q; k >= s.First && k > q-confidedReach; k-- {
		t := &r.seg.Tokens[k]
		if r.is(k, cConfiding) && !t.Upper {
			return k < q && !r.word(k-1, "be") && !r.word(k-1, "been")
		}
		if t.Kind != nutgraf.Word && t.Kind != nutgraf.Number && !r.genitive(k) || r.is(k, cClause|cElsewhere) || r.handsOver(k) {
			return false
		}
	}
	return false
}

// confidedReach is how many tokens what was confirmed or denied can take up.
const confidedReach = 7

// namedReach is how many tokens a name with an aside can take up between words that
// are handed over and to whom.
const namedReach = 12

// passesWords reports whether what the verb at token k passes on is words or
// material: a noun for them, or a quotation, stands before it.
func (r *reader) passesWords(s *nutgraf.Sentence, k int) bool {
	for j := s.First; j < k; j++ {
		if r.is(j, cHanding|cPiece|cMaterial) || r.seg.Tokens[j].Kind == nutgraf.Mark {
			return true
		}
	}
	return false
}

// surveyed reads "according to a recent X survey": words may stand before the
// outlet's name.
func (r *reader) surveyed(x ref, s *nutgraf.Sentence, p int) bool {
	for k := p; k > s.First && k > p-3; k-- {
		if r.word(k, "to") && r.word(k-1, "according") {
			r.add(nutgraf.CreditAccordingTo, k-1, x.b, x, "according_to", "“according to” it", .9)
			return true
		}
		if r.seg.Tokens[k].Upper || r.seg.Tokens[k].Kind != nutgraf.Word {
			break
		}
		if r.is(k-1, cDet) {
			k--
		}
	}
	return false
}

// documentAfter reports whether the outlet's name owns a document: "Acme's
// synopsis".
func (r *reader) documentAfter(x ref, s *nutgraf.Sentence) bool {
	k := x.b
	if k+1 >= s.Last || !r.genitive(k) {
		return false
	}
	return r.is(k+1, cDocument)
}

// leftWith reads "in an interview with X", "shared with X", "on X" after an
// appearance.
func (r *reader) leftWith(x ref, s *nutgraf.Sentence, p int, on bool) bool {
	if on && r.airs(x.name) {
		if k := r.saidBefore(s, p); k >= 0 {
			r.add(nutgraf.CreditInterview, p, x.b, x, "said_on", "somebody said it on its programme", .8)
			return true
		}
	}
	if on && r.airs(x.name) && r.quotes(s) && !r.inMarks(p) && (r.is(x.b, cPeriod) && !r.word(x.b, "during") || r.lex.dates[strings.ToLower(r.str(x.b))]) {
		r.add(nutgraf.CreditInterview, p, x.b, x, "heard_on", "somebody is quoted from its programme", .75)
		return true
	}
	if on && (r.word(p-1, "op-ed") || r.word(p-1, "editorial") || r.word(p-1, "blog")) {
		r.add(nutgraf.CreditReported, p-1, x.b, x, "wrote_on", "somebody wrote on it", .8)
		return true
	}
	for k := p - 1; k >= s.First && k > p-5; k-- {
		if on && r.word(k, "appeared") && (r.is(k-1, cRank) || r.word(x.b, "as")) {
			return false // "the show first appeared on Ashby Television in 1964", "he appeared on it as Captain Fog"
		}
		if r.is(k, cMeeting) || !on && r.word(k, "meeting") {
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview", "an interview with it", .95)
			return true
		}
		if on && (r.word(k, "speaking") || r.word(k, "spoke")) && r.airs(x.name) && r.onlyTime(k+1, p) {
			r.add(nutgraf.CreditInterview, k, x.b, x, "spoke_on", "somebody spoke on its programme", .8)
			return true
		}
		if on && r.is(k, cUttering) && r.onlyTime(k+1, p) && r.lex.platforms[strings.ToLower(x.name)] == "" {
			r.add(nutgraf.CreditInterview, k, x.b, x, "said_on", "somebody said it on its programme", .8)
			return true
		}
		if on && k == p-1 && r.is(k, cPublishing) {
			r.add(nutgraf.CreditReported, k, x.b, x, "wrote_on", "somebody wrote on it", .8)
			return true
		}
		if !on && r.is(k, cSpeaking) && k > p-3 {
			r.add(nutgraf.CreditTold, k, x.b, x, "shared_with", "somebody shared it with the outlet", .9)
			return true
		}
	}
	return false
}

// saidBefore returns the verb of saying that stands before its speaker and the "on" at token
// p, or -1: "“…,” said Ann Lee, R-Vale, on Ashby News".
func (r *reader) saidBefore(s *nutgraf.Sentence, p int) int {
	names := 0
	for k := p - 1; k >= s.First && k > p-saidReach; k-- {
		switch t := &r.seg.Tokens[k]; {
		case r.is(k, cUttering) && !t.Upper:
			if names > 0 && k > s.First && (r.seg.Tokens[k-1].Kind == nutgraf.Mark || r.str(k-1) == ",") {
				return k
			}
			return -1
		case t.Upper && t.Kind == nutgraf.Word:
			names++
		case t.Kind == nutgraf.Punct || r.is(k, cDet):
		default:
			return -1
		}
	}
	return -1
}

// saidReach is how many tokens a speaker's name and party can take up.
const saidReach = 12

// onlyTime reports whether the tokens [a, b) only tell when or how.
func (r *reader) onlyTime(a, b int) bool {
	for k := a; k < b; k++ {
		if !r.is(k, cSkip|cPeriod) && !strings.HasSuffix(r.str(k), "ly") {
			return false
		}
	}
	return true
}

// leftBy reads "first reported by X", "a report by X", "put out by X".
func (r *reader) leftBy(x ref, s *nutgraf.Sentence, p int) bool {
	if r.word(p-1, "asked") && r.reporterOf(x) {
		r.add(nutgraf.CreditInterview, p-1, x.b, x, "asked_by", "its reporter asked", .85)
		return true
	}
	for k := p - 1; k >= s.First && k > p-4; k-- {
		if !r.is(k, cPassive|cPiece|cMeeting|cSurvey) {
			continue
		}
		kind, rule := nutgraf.CreditReported, "reported_by"
		if r.is(k, cMeeting) {
			kind, rule = nutgraf.CreditInterview, "interview_by"
		}
		a := k
		if r.is(k-1, cRank) && k-1 >= s.First {
			kind, rule, a = nutgraf.CreditFirstReported, "first_reported_by", k-1
		}
		if to := r.back(k, s.First); r.is(k, cPiece|cSurvey) && r.word(to, "to") && r.word(to-1, "according") {
			kind, rule, a = nutgraf.CreditAccordingTo, "according_to_report", to-1
		}
		r.add(kind, a, x.b, x, rule, "it is named as the report's maker", .9)
		return true
	}
	return false
}

// reporterOf reports whether an outlet's name stands before that of somebody who works there:
// "Ashby News' Ann Lee", "Ashby Radio host Ann Lee", or before "reporter" alone.
func (r *reader) reporterOf(x ref) bool {
	k := x.b
	if r.genitive(k) {
		k++
	} else if !r.writer(k) && !r.is(k, cOfficer) {
		return false
	}
	if r.writer(k) || r.is(k, cPresenter) {
		return true
	}
	return k > x.b && k < len(r.seg.Tokens) && r.seg.Tokens[k].Upper
}

// questionFrom reports whether a question stands shortly before the "from" at token p.
func (r *reader) questionFrom(s *nutgraf.Sentence, p int) bool {
	for k := p - 1; k >= s.First && k > p-questionReach && r.seg.Tokens[k].Kind != nutgraf.Punct; k-- {
		if r.word(k, "question") || r.word(k, "questions") && r.word(k-1, "to") {
			return true
		}
	}
	return false
}

// questionReach is how many tokens what is asked about can take up.
const questionReach = 8

// ownWork reports whether a sentence tells where its writer has been printed: "His work has
// been published in the Ashby Post", "Previously, Lee wrote a column for it".
func (r *reader) ownWork(s *nutgraf.Sentence) bool {
	first := s.First
	if r.word(first, "previously") || r.word(first, "formerly") {
		return r.str(first+1) == ","
	}
	for k := first; k < s.Last && k < first+5; k++ {
		if r.word(k, "work") || r.word(k, "writing") || r.word(k, "writings") {
			return r.word(k+1, "has") || r.word(k+1, "have") || r.word(k+1, "appears") || r.word(k+1, "appeared")
		}
	}
	return false
}

// leftIn reads "a report in X", "writes for X", "a report from X".
func (r *reader) leftIn(x ref, s *nutgraf.Sentence, p int) bool {
	w := r.str(p)
	if (w == "in" || w == "for") && r.ownWork(s) {
		return false
	}
	if w == "from" && r.reporterOf(x) && r.questionFrom(s, p) {
		r.add(nutgraf.CreditTold, p, x.b, x, "question_from", "its reporter asked", .8)
		return true
	}
	for k := p - 1; k >= s.First && k > p-12; k-- {
		switch {
		case w == "for" && k > p-3 && r.is(k, cMeeting) && !r.word(k, "appeared"):
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview_for", "an interview for it", .85)
			return true
		case w == "in" && k == p-1 && (r.word(k, "interview") || r.word(k, "interviews")):
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview_in", "an interview in it", .85)
			return true
		case w == "in" && k == p-1 && r.is(k, cRunning):
			r.add(nutgraf.CreditReported, k, x.b, x, "appeared_in", "it appeared in the outlet", .85)
			return true
		case r.is(k, cComing) && w == "from" && k > p-4 && r.ofNews(s, k) && !r.board(x):
			r.add(nutgraf.CreditSourceLine, k, x.b, x, "comes_from", "the news is said to come from it", .95)
			return true
		case w == "from" && r.word(k, "files") && k > p-3:
			r.add(nutgraf.CreditWire, k, x.b, x, "files_from", "files from it", .95)
			return true
		case r.is(k, cPiece) && (k > p-3 || w != "from" && w != "at" && k > p-9):
			r.add(nutgraf.CreditReported, k, x.b, x, "report_in", "a report of its", .85)
			return true
		case w == "in" && k > p-3 && r.is(k, cPassive|cPublishing) && !r.word(k, "said") && !r.word(k, "says") && !r.word(k, "points") && !r.advertised(s, k):
			kind := nutgraf.CreditReported
			if r.is(k, cPassive) && r.is(k-1, cRank) && k > s.First {
				kind = nutgraf.CreditFirstReported
			}
			r.add(kind, k, x.b, x, "wrote_in", "somebody wrote in it", .8)
			return true
		case (w == "for" || w == "at") && r.writesNear(s, k, x.b) && r.writer(k) && !r.onPlatform(s):
			r.add(nutgraf.CreditReported, k, x.b, x, "writer_for", "its writer is quoted", .75)
			return true
		}
	}
	return false
}

// ofNews reports whether what comes from somewhere, by the verb at token k, is news, and
// not "one of the sillier arguments".
func (r *reader) ofNews(s *nutgraf.Sentence, k int) bool {
	if r.thisNews(s.First, k) {
		return true
	}
	for j := s.First; j < k; j++ {
		if r.is(j, cPiece) || r.word(j, "news") || r.word(j, "word") {
			return true
		}
	}
	return false
}

// board reports whether an outlet's name only tells whose board or page it is: "the
// Gazette editorial board".
func (r *reader) board(x ref) bool {
	return r.staff(x.b) || r.is(x.b, cPiece) && r.staff(x.b+1)
}

// writer reports whether token k tells that somebody writes for an outlet.
func (r *reader) writer(k int) bool { return r.is(k, cCorrespondent|cWriting) }

// onPlatform reports whether a platform is named in the sentence, so that its words
// were not put out by the outlet.
func (r *reader) onPlatform(s *nutgraf.Sentence) bool {
	for k := s.First; k < min(s.Last, s.First+3*maxReach); k++ {
		if r.is(k, cPlatform) {
			return true
		}
	}
	return false
}

// advertised reports whether what was printed, by the verb at token k, is an advertisement.
func (r *reader) advertised(s *nutgraf.Sentence, k int) bool {
	for j := k - 1; j >= s.First && j > k-writerReach; j-- {
		if r.is(j, cAdvert) {
			return true
		}
	}
	return false
}

// writesNear reports whether a verb of publishing stands shortly before the writer at token k
// or behind the outlet's name, which ends at b: "she emailed a reporter at the Post" has none.
func (r *reader) writesNear(s *nutgraf.Sentence, k, b int) bool {
	for j := max(s.First, k-writerReach); j < min(s.Last, b+writerReach); j++ {
		if r.is(j, cPublishing) && (j == s.First || !r.seg.Tokens[j].Upper) { // and not in a name ("the Corrin Report")
			return true
		}
	}
	return false
}

// writerReach is how many tokens can stand between a writer or a piece and its verb.
const writerReach = 12

// inverted reads "reports X", "wrote X's Ann Lee" behind a statement.
func (r *reader) inverted(x ref, s *nutgraf.Sentence, p int) bool {
	if !r.is(p, cPublishing) || p == s.First {
		return false
	}
	switch r.str(p - 1) {
	case ",", "\"", "”", "’", "'", "—", "–", "''", "as":
		r.add(nutgraf.CreditReported, p, x.b, x, "inverted", "it is the verb's subject", .9)
		return true
	}
	return false
}
