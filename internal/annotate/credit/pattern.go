package credit

import (
	"strings"

	"nutgraf"
)

// weigh reads the words beside a reference and adds the credit they make.
func (r *reader) weigh(i int) {
	x := r.refs[i]
	s := &r.seg.Sentences[x.sentence]
	if r.dateline(x, s) || r.contributed(x, s) {
		return
	}
	if r.left(x, s) || !x.title && r.right(x, s) {
		return
	}
	r.heading(x, s)
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

// left reads the words before the outlet.
func (r *reader) left(x ref, s *nutgraf.Sentence) bool {
	p := r.back(x.a, s.First)
	if p < 0 {
		return false
	}
	if x.known && r.is(p, cTelling) {
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
	case x.known && r.is(p, cCiting):
		r.add(nutgraf.CreditReported, p, x.b, x, "citing", "it is cited", .9)
		return true
	case x.known && r.surveyed(x, s, p):
		return true
	case x.known && equalFold(w, "per"):
		r.add(nutgraf.CreditAccordingTo, p, x.b, x, "per", "“per” it", .9)
		return true
	}
	return x.known && !x.title && r.inverted(x, s, p)
}

// writtenFor reports whether "wrote Ann Lee" stands before the "for" at token p.
func (r *reader) writtenFor(s *nutgraf.Sentence, p int) bool {
	k := p - 1
	for k > s.First && k > p-5 && r.seg.Tokens[k].Upper {
		k--
	}
	return k < p-1 && (r.word(k, "wrote") || r.word(k, "writes"))
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
	for k := q; k >= s.First && k > q-6; k-- {
		if r.is(k, cHanding) {
			r.add(nutgraf.CreditStatement, k, x.b, x, "statement_to", "words were handed to it", .9)
			return true
		}
		if r.is(k, cMeeting) {
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview_to", "somebody was interviewed by it", .85)
			return true
		}
		if r.is(k, cSpeaking) && k >= q-1 {
			r.add(nutgraf.CreditTold, k, x.b, x, "spoke_to", "somebody spoke to it", .9)
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
	if k+1 >= s.Last || !strings.HasPrefix(r.str(k), "'") && !strings.HasPrefix(r.str(k), "’") {
		return false
	}
	switch strings.ToLower(r.str(k + 1)) {
	case "synopsis", "statement", "release", "announcement", "website", "filing", "report", "listing", "description", "figures", "trailer":
		return true
	}
	return false
}

// leftWith reads "in an interview with X", "shared with X", "on X" after an
// appearance.
func (r *reader) leftWith(x ref, s *nutgraf.Sentence, p int, on bool) bool {
	for k := p - 1; k >= s.First && k > p-5; k-- {
		if r.is(k, cMeeting) {
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview", "an interview with it", .95)
			return true
		}
		if on && (r.word(k, "said") || r.word(k, "says") || r.word(k, "saying")) && k > p-3 && r.lex.platforms[strings.ToLower(x.name)] == "" {
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

// leftBy reads "first reported by X", "a report by X", "put out by X".
func (r *reader) leftBy(x ref, s *nutgraf.Sentence, p int) bool {
	for k := p - 1; k >= s.First && k > p-4; k-- {
		if !r.is(k, cPassive|cPiece|cMeeting) {
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
		r.add(kind, a, x.b, x, rule, "it is named as the report's maker", .9)
		return true
	}
	return false
}

// leftIn reads "a report in X", "writes for X", "a report from X".
func (r *reader) leftIn(x ref, s *nutgraf.Sentence, p int) bool {
	w := r.str(p)
	for k := p - 1; k >= s.First && k > p-12; k-- {
		switch {
		case w == "for" && k > p-3 && r.is(k, cMeeting) && !r.word(k, "appeared"):
			r.add(nutgraf.CreditInterview, k, x.b, x, "interview_for", "an interview for it", .85)
			return true
		case w == "in" && k == p-1 && r.is(k, cRunning):
			r.add(nutgraf.CreditReported, k, x.b, x, "appeared_in", "it appeared in the outlet", .85)
			return true
		case r.is(k, cComing) && w == "from" && k > p-4:
			r.add(nutgraf.CreditSourceLine, k, x.b, x, "comes_from", "the news is said to come from it", .95)
			return true
		case w == "from" && r.word(k, "files") && k > p-3:
			r.add(nutgraf.CreditWire, k, x.b, x, "files_from", "files from it", .95)
			return true
		case r.is(k, cPiece) && (k > p-3 || w != "from" && w != "at" && k > p-9):
			r.add(nutgraf.CreditReported, k, x.b, x, "report_in", "a report of its", .85)
			return true
		case w == "in" && k > p-3 && r.is(k, cPassive|cPublishing) && !r.word(k, "said") && !r.word(k, "says"):
			r.add(nutgraf.CreditReported, k, x.b, x, "wrote_in", "somebody wrote in it", .8)
			return true
		case (w == "for" || w == "at") && r.writes(s) && r.writer(k) && !r.onPlatform(s):
			r.add(nutgraf.CreditReported, k, x.b, x, "writer_for", "its writer is quoted", .75)
			return true
		}
	}
	return false
}

func (r *reader) writer(k int) bool {
	switch strings.ToLower(r.str(k)) {
	case "blogger", "columnist", "reporter", "journalist", "correspondent", "writer", "editor", "writing", "writes", "wrote":
		return true
	}
	return false
}

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

// writes reports whether a verb of publishing stands in the sentence.
func (r *reader) writes(s *nutgraf.Sentence) bool {
	for k := s.First; k < min(s.Last, s.First+3*maxReach); k++ {
		if r.is(k, cPublishing) {
			return true
		}
	}
	return false
}

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

// right reads the words after the outlet: "X reports", "X was the first to
// report", "X spoke with", "X's Ann Lee writes".
func (r *reader) right(x ref, s *nutgraf.Sentence) bool {
	if !x.known {
		return false
	}
	k, first, named := x.b, false, false
	for ; k < s.Last && k < x.b+9; k++ {
		w := r.str(k)
		t := &r.seg.Tokens[k]
		switch {
		case strings.HasPrefix(w, "'") || strings.HasPrefix(w, "’"):
			named = true
			continue
		case r.is(k, cAsking) && r.asks(x, s, k):
			return true
		case r.word(k, "found") && strings.HasSuffix(r.str(k+1), "self"):
			return false
		case r.is(k, cPublishing) && !t.Upper && !(named && r.is(k, cPiece) && !r.verbal(k, s)):
			return r.published(x, k, first)
		case k == x.b && w == "," && r.word(k+1, "which"):
			k++
			continue
		case w == "put" && r.word(k+1, "it") && r.word(r.back(x.a, s.First), "as"):
			r.add(nutgraf.CreditReported, x.a, k+2, x, "put_it", "its words are passed on", .9)
			return true
		case r.is(k, cRunning) && k < x.b+3 && r.carries(k, s):
			return r.published(x, k, first)
		case r.is(k, cSkip) || w == "to" && first || w == "on" && r.is(k+1, cSkip):
			first = first || equalFold(w, "first")
			continue
		case t.Upper && t.Kind == nutgraf.Word && k < x.b+5:
			continue
		}
		break
	}
	return r.reportOf(x, s)
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
	kind, rule := nutgraf.CreditReported, "reports"
	if first || r.word(k, "broke") {
		kind, rule = nutgraf.CreditFirstReported, "first_to_report"
	}
	r.add(kind, x.a, k+1, x, rule, "it is the verb's subject", .9)
	return true
}

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
	b := x.b
	for b < s.Last && b < x.b+3 && (strings.HasPrefix(r.str(b), "'") || strings.HasPrefix(r.str(b), "’") || b > x.b && !r.seg.Tokens[b].Upper && r.seg.Tokens[b].Kind == nutgraf.Word && !r.is(b, cPiece)) {
		b++
	}
	if b >= s.Last || !r.is(b, cPiece) || b > x.b && (r.verbal(b, s) || r.staff(b+1) || r.word(b, "reporting")) {
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

// staff reports whether token k makes of the piece before it a name for people
// or a place in the paper: "editorial board", "opinion page".
func (r *reader) staff(k int) bool {
	switch strings.ToLower(r.str(k)) {
	case "board", "page", "pages", "team", "staff", "desk", "writer", "writers", "editor", "editors", "department", "section":
		return true
	}
	return false
}

// heading reads an outlet's name that stands alone before a colon.
func (r *reader) heading(x ref, s *nutgraf.Sentence) {
	if x.known && x.b < s.Last && r.str(x.b) == ":" && x.a-s.First <= 2 && s.Last-x.b <= 2 {
		r.add(nutgraf.CreditSourceLine, x.a, x.b+1, x, "heading", "its words follow a colon", .8)
		r.out[len(r.out)-1].Scope = nutgraf.OneSentence
	}
}
