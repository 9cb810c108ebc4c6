package credit

import (
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// dateline reads "CITY (AP) —" at the head of a paragraph.
func (r *reader) dateline(x ref, s *nutgraf.Sentence) bool {
	if !x.known || x.a == 0 || x.b >= len(r.seg.Tokens) || x.a-s.First > 9 {
		return false
	}
	if r.str(x.a-1) != "(" || r.str(x.b) != ")" {
		return false
	}
	if !r.dash(x.b + 1) {
		return false
	}
	r.add(nutgraf.CreditWire, x.a-1, x.b+1, x, "dateline", "its name stands in the dateline", .95)
	return true
}

// via reads "(via X)" and "via X" at the end of a paragraph.
func (r *reader) via(x ref, s *nutgraf.Sentence) bool {
	p := r.back(x.a, s.First)
	if p < 0 || !x.known {
		return false
	}
	if p = r.tip(r.beforeNoun(&x, s, p)); p < 0 || r.picture(s, p) || r.slashed(s, p) {
		return false
	}
	if r.str(p-1) != "(" && r.str(p-1) != "[" && p != s.First && x.b+1 < s.Last {
		return false
	}
	r.add(nutgraf.CreditSourceLine, p, x.b, x, "via", "“via” it", .9)
	return true
}

// tip returns the first token of "via" or of a hat tip ("h/t") that ends at token
// k, or -1.
func (r *reader) tip(k int) int {
	switch {
	case r.word(k, "via"), r.word(k, "h/t"):
		return k
	case r.word(k, "t") && r.str(k-1) == "/" && r.word(k-2, "h"):
		return k - 2
	}
	return -1
}

// picture reports whether the words before token k tell whose picture it is:
// "Credit Ann Lee, via".
func (r *reader) picture(s *nutgraf.Sentence, k int) bool {
	for j := max(s.First, k-14); j < k; j++ {
		if r.is(j, cPictured) && r.seg.Tokens[j].Upper {
			return true
		}
	}
	return false
}

// slashed reports whether the brackets in which token k stands name two with a slash before
// it, as lines under pictures do: "(Hollow Press/Handout via".
func (r *reader) slashed(s *nutgraf.Sentence, k int) bool {
	for j := k - 1; j >= max(s.First, k-maxCaption); j-- {
		switch w := r.str(j); {
		case w == "(" || w == "[" || w == ")" || w == "]":
			return false
		case strings.Contains(w, "/"):
			return true
		}
	}
	return false
}

// maxCaption is how many tokens before an outlet a picture's line is looked at.
const maxCaption = 14

// contributed reads "X contributed to this report".
func (r *reader) contributed(x ref, s *nutgraf.Sentence) bool {
	reach := x.b + 8
	if r.writer(x.b) || r.is(x.b, cStaff) {
		reach = x.b + maxReach // "Ashby Press writers Ann Lee in Vale; Otto Hale in …"
	}
	for k := x.b; k < s.Last && k < reach; k++ {
		if r.word(k, "contributed") && !r.somebodyNamed(x) && (r.toReport(k, s) && !r.reportsFrom(x, s) || x.known && (k+1 >= s.Last || r.str(k+1) == "." || r.word(k+1, "reporting"))) {
			r.add(nutgraf.CreditWire, x.a, k+1, x, "contributed", "it contributed to the report", .95)
			return true
		}
	}
	if !x.known {
		return false
	}
	if p := r.back(x.a, s.First); r.word(p, "from") && p > s.First && (r.is(p-1, cMaterial) || r.word(p-1, "material") || r.word(p-1, "reporting")) && r.saysThisReport(s) {
		r.add(nutgraf.CreditWire, p-1, x.b, x, "material_from", "material from it", .95)
		return true
	}
	for k := max(s.First, x.a-maxReach); k+1 < x.a; k++ {
		if r.word(k, "files") && r.word(k+1, "from") {
			r.add(nutgraf.CreditWire, s.First, x.b, x, "files_from", "files from it", .95)
			return true
		}
	}
	return false
}

// foot reads the lines at an article's foot that name an agency: "© 2015 AFP", "With inputs from
// AFP", and its name alone.
func (r *reader) foot(x ref, s *nutgraf.Sentence) bool {
	if !x.known || x.standIn || !r.lex.names.Agency(x.name) || s.Last-s.First > maxFoot {
		return false
	}
	if p := r.back(x.a, s.First); r.word(p, "from") && (r.word(p-1, "inputs") || r.word(p-1, "input")) {
		r.add(nutgraf.CreditWire, p-1, x.b, x, "inputs_from", "material from it", .95)
		return true
	}
	alone := x.sentence > 0 && x.sentence+maxFootLines >= len(r.seg.Sentences)
	for k := s.First; k < s.Last; k++ {
		if k < x.a && (r.str(k) == "©" || r.word(k, "copyright") || r.word(k, "c") && r.str(k-1) == "(" && r.str(k+1) == ")") {
			r.add(nutgraf.CreditWire, x.a, x.b, x, "copyright", "the text is said to be its own", .95)
			return true
		}
		alone = alone && (k >= x.a && k < x.b || r.seg.Tokens[k].Kind != nutgraf.Word && r.seg.Tokens[k].Kind != nutgraf.Number || r.is(k, cDet))
	}
	if alone {
		r.add(nutgraf.CreditWire, x.a, x.b, x, "signature", "its name stands alone at the foot", .9)
	}
	return alone
}

// maxFoot is how many tokens a line at the foot can have, and maxFootLines how many sentences
// can stand behind an agency's name there.
const (
	maxFoot      = 24
	maxFootLines = 4
)

// somebodyNamed reports whether a name on no list begins as persons' do.
func (r *reader) somebodyNamed(x ref) bool {
	return !x.known && x.b-x.a == 2 && r.lex.given[r.str(x.a)] && !r.is(x.b-1, cHead)
}

// reportsFrom reports whether a name only tells where somebody works who contributed: "Ann
// Lee at the Harbour Board contributed to this report".
func (r *reader) reportsFrom(x ref, s *nutgraf.Sentence) bool {
	if x.known {
		return false
	}
	p := r.back(x.a, s.First)
	return p >= 0 && (r.word(p, "at") || r.word(p, "in") || r.word(p, "from") || r.word(p, "of"))
}

// saysThisReport reports whether a sentence speaks of the report it stands in.
func (r *reader) saysThisReport(s *nutgraf.Sentence) bool {
	for k := s.First; k+1 < s.Last; k++ {
		if r.word(k, "this") && r.is(k+1, cPiece) {
			return true
		}
	}
	return false
}

// toReport reports whether "to this report" follows the verb at token k.
func (r *reader) toReport(k int, s *nutgraf.Sentence) bool {
	return k+3 < s.Last && r.word(k+1, "to") && (r.word(k+2, "this") || r.word(k+2, "the")) && r.is(k+3, cPiece)
}

// lines reads source lines that introduce any name: "Source: X", "Via: X",
// "H/T X", "This news comes from X", "courtesy of X".
func (r *reader) lines(n int) {
	s := &r.seg.Sentences[n]
	if s.Last-s.First > 14 {
		return
	}
	for k := s.First; k < s.Last; k++ {
		var a int
		switch {
		case k <= s.First+3 && r.opensLine(s.First, k) && (r.is(k, cLine) && r.str(k+1) == ":" || r.tip(k) >= 0):
			a = k + 1
			if r.str(a) == ":" {
				a++
			}
		case r.word(k, "courtesy") && r.word(k+1, "of"):
			a = k + 2
		case r.is(k, cComing) && k <= s.First+3 && r.thisNews(s.First, k):
			for a = k + 1; a < s.Last && a < k+4 && !r.word(a, "from"); a++ {
			}
			a++
		default:
			continue
		}
		if t := r.tip(k); t >= s.First {
			k = t
		}
		r.line(s, k, a)
		return
	}
}

// opensLine reports whether nothing but a bracket and a hat tip's first letters
// stand before token k.
func (r *reader) opensLine(first, k int) bool {
	if t := r.tip(k); t >= first {
		k = t
	}
	return k == first || k == first+1 && (r.str(first) == "(" || r.str(first) == "[")
}

// contributors reads the line at an article's foot that names who helped:
// "Contributing: Ann Lee, Harbour News".
func (r *reader) contributors(i int) bool {
	x := r.refs[i]
	s := &r.seg.Sentences[x.sentence]
	if !x.known || !r.word(s.First, "contributing") || r.str(s.First+1) != ":" || strings.EqualFold(x.name, r.doc.Outlet) {
		return false
	}
	r.add(nutgraf.CreditWire, x.a, x.b, x, "contributing", "it contributed to the report", .95)
	return true
}

// thisNews reports whether the subject before a verb of coming is the report
// itself: "This", "This news", "The story".
func (r *reader) thisNews(a, b int) bool {
	return b > a && (r.word(a, "this") || r.word(a, "the") && (r.is(a+1, cPiece) || r.word(a+1, "news")) || r.word(a, "news"))
}

// line adds the capitalised name at token a as the source.
func (r *reader) line(s *nutgraf.Sentence, k, a int) {
	if a < s.Last && r.is(a, cDet) {
		a++
	}
	b := a
	for b < s.Last && (r.seg.Tokens[b].Upper || r.seg.Tokens[b].Kind == nutgraf.Number && b > a || r.word(b, "of") && b > a) && r.seg.Tokens[b].Kind != nutgraf.Punct {
		b++
	}
	if b == a || b == a+1 && r.lex.common[strings.ToLower(r.str(a))] && !r.outlet(r.str(a)) || b < s.Last && r.seg.Tokens[b].Kind == nutgraf.Word && r.is(k, cLine) && r.str(k+1) == ":" {
		return // "Sources: Members of the crew are at the quay"
	}
	span := nutgraf.Span{Start: int(r.seg.Tokens[a].Start), End: int(r.seg.Tokens[b-1].End)}
	x := ref{a: a, b: b, name: span.Of(r.text), span: span}
	if i := sort.Search(len(r.refs), func(i int) bool { return r.refs[i].a >= a }); i < len(r.refs) && r.refs[i].a == a && r.refs[i].b == b {
		x = r.refs[i]
	}
	r.add(nutgraf.CreditSourceLine, k, b, x, "source_line", "a line names the source", .9)
}

// vague reads credits that name nobody: "according to multiple reports".
func (r *reader) vague(n int) {
	s := &r.seg.Sentences[n]
	for k := s.First + 1; k < s.Last; k++ {
		if !r.is(k, cVague) || r.seg.Tokens[k-1].Kind != nutgraf.Word {
			continue
		}
		for end := min(k+2, s.Last); end > k; end-- {
			phrase := strings.ToLower(nutgraf.Span{Start: int(r.seg.Tokens[k-1].Start), End: int(r.seg.Tokens[end-1].End)}.Of(r.text))
			if kind, ok := r.lex.vague[phrase]; ok {
				a := k - 1
				if r.word(a-1, "to") && r.word(a-2, "according") {
					a -= 2
				} else if r.word(a-1, "according") {
					a--
				} else if strings.HasPrefix(phrase, "to ") {
					break
				}
				r.add(nutgraf.CreditKind(kind), a, end, ref{}, "vague", "the source is not named", .6)
				break
			}
		}
	}
}

// own reads the report's own enquiries: "told us", "told this newspaper".
func (r *reader) own(n int) {
	s := &r.seg.Sentences[n]
	for k := s.First; k+1 < s.Last; k++ {
		if !r.is(k, cTelling) || r.seg.Tokens[k].Upper || r.inMarks(k) {
			continue
		}
		if r.word(k+1, "us") && !r.word(k, "tell") && !r.word(k, "telling") && (!r.word(k, "tells") || r.somebody(k-1)) || r.word(k+1, "this") && (r.is(k+2, cStandIn) || r.word(k+2, "reporter")) {
			end := k + 2
			if r.word(k+1, "this") {
				end++
			}
			r.add(nutgraf.CreditOwn, k, end, ref{name: r.doc.Outlet}, "told_us", "somebody told the report's own newsroom", .85)
		}
	}
}

// somebody reports whether the word at token k ends a name or is a pronoun: "Hale tells
// us", not "history tells us".
func (r *reader) somebody(k int) bool {
	switch r.str(k) {
	case "he", "she", "they", "who", ",":
		return true
	}
	return k >= 0 && r.seg.Tokens[k].Upper
}

// inMarks reports whether a token lies inside quoted words.
func (r *reader) inMarks(k int) bool {
	at := int(r.seg.Tokens[k].Start)
	n := sort.Search(len(r.ann.Quotes), func(i int) bool { return r.ann.Quotes[i].Span.Start > at })
	for i := n - 1; i >= 0 && i >= n-4; i-- {
		q := &r.ann.Quotes[i]
		if q.Kind == nutgraf.Direct && slices.ContainsFunc(q.Parts, func(p nutgraf.Span) bool { return p.Start <= at && at < p.End }) {
			return true
		}
	}
	return false
}

// bylines reads agencies named in the byline.
func (r *reader) bylines() {
	for _, b := range r.doc.Blocks {
		if b.Kind != nutgraf.Byline {
			continue
		}
		for i := range r.refs {
			x := r.refs[i]
			if x.known && !x.standIn && b.Span.Contains(x.span) && r.lex.names.Agency(x.name) {
				r.add(nutgraf.CreditWire, x.a, x.b, x, "byline", "its name stands in the byline", .9)
			}
		}
	}
}
