package quote

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
)

// item is a token outside quotation marks, or a whole marked piece.
type item struct {
	piece int32 // index into reader.pieces, or -1
	word  word
	span  nutgraf.Span
	upper bool
	ends  bool // a sentence ends after it
}

func (it *item) is(c class) bool { return it.word.class&c != 0 }

// para is one printed paragraph: a block, or a line of it.
type para struct {
	span  nutgraf.Span
	block int
	kind  nutgraf.BlockKind
	units [2]int // its units in reader.units
	items [2]int
	voice int  // label of its turn in reader.voices, from 1, or 0
	rows  int8 // 1 where it is a row of bare quotations, -1 where not, 0 not known
}

// unit is a sentence as the finder reads it: quotation marks are closed boxes,
// so a sentence end inside them does not end it.
type unit struct {
	para int
	a, b int // items [a, b)
	uses [2]int
}

// reader holds one document while it is read.
type reader struct {
	lex      *lexicon
	doc      *nutgraf.Document
	text     string
	seg      *nutgraf.Segments
	ann      *nutgraf.Annotations
	marks    []mark
	pieces   []piece
	items    []item
	paras    []para
	units    []unit
	uses     []use
	quotes   []nutgraf.Quote
	froms    []grounds
	voices   []voice
	mentions mentionIndex
	cands    []score
	roles    [][]string // role nouns by entity; nil until a role is asked for
	works    []string   // titles met so far, of two words or more
	times    []int      // how often each entity is named; nil until it is asked for
	guest    int        // 1 + the entity interviewed, -1 for nobody, 0 until asked
	pulls    int        // paragraphs set out as quotations that were looked for in the text
	asked    struct {   // paragraphs that only put a question: how many, and the first
		known    bool
		n, first int
	}
}

func (r *reader) it(i int) *item { return &r.items[i] }

// str is an item's text, "" before the first and behind the last.
func (r *reader) str(i int) string {
	if i < 0 || i >= len(r.items) {
		return ""
	}
	return r.items[i].span.Of(r.text)
}

// maxUnit cuts what no full stop ends, in items, so that the work on one unit
// is bounded.
const maxUnit = 400

// quotable reports whether people can speak in a block of this kind.
func quotable(k nutgraf.BlockKind) bool {
	switch k {
	case nutgraf.Headline, nutgraf.Standfirst, nutgraf.Paragraph, nutgraf.Subhead, nutgraf.Quoted, nutgraf.List, nutgraf.Caption, nutgraf.Embed, "":
		return true
	}
	return false
}

// layOut cuts the document into paragraphs, pieces, items and units.
func (r *reader) layOut() {
	s := r.seg.Sentences
	for i := 0; i < len(s); {
		j := i + 1
		for j < len(s) && s[j].Block == s[i].Block && !r.breaks(s[j-1].Span.End, s[j].Span.Start) {
			j++
		}
		kind := nutgraf.BlockKind("")
		if b := s[i].Block; b >= 0 && b < len(r.doc.Blocks) {
			kind = r.doc.Blocks[b].Kind
		}
		if quotable(kind) && !linkLine(r.text[s[i].Span.Start:s[j-1].Span.End]) {
			r.layPara(i, j, kind)
		}
		i = j
	}
}

// linkLine reports whether a paragraph is a link to another article, or what is left
// of a page's markup.
func linkLine(s string) bool {
	return len(s) < 300 && (strings.HasSuffix(s, " Read more") || strings.Contains(s, `="http`))
}

func (r *reader) breaks(a, b int) bool { return strings.IndexByte(r.text[a:b], '\n') >= 0 }

// layPara lays out the paragraph of the sentences [i, j).
func (r *reader) layPara(i, j int, kind nutgraf.BlockKind) {
	s := r.seg.Sentences
	span := nutgraf.Span{Start: s[i].Span.Start, End: s[j-1].Span.End}
	n := len(r.paras)
	p := para{span: span, block: s[i].Block, kind: kind, items: [2]int{len(r.items), 0}, units: [2]int{len(r.units), 0}}
	first := len(r.pieces)
	r.pieces, r.marks = pair(r.pieces, r.marks, r.text, n, span)
	r.layItems(i, j, first)
	p.items[1] = len(r.items)
	r.cutUnits(n, p.items[0], p.items[1])
	p.units[1] = len(r.units)
	r.paras = append(r.paras, p)
}

func (r *reader) layItems(i, j, next int) {
	s := r.seg.Sentences
	for k := i; k < j; k++ {
		for t := s[k].First; t < s[k].Last; t++ {
			tok := &r.seg.Tokens[t]
			for next < len(r.pieces) && r.pieces[next].span.End <= int(tok.Start) {
				next++
			}
			if next < len(r.pieces) && int(tok.Start) >= r.pieces[next].span.Start {
				r.addPiece(next)
				continue
			}
			it := item{piece: -1, span: tok.Span(), upper: tok.Upper, ends: t == s[k].Last-1}
			r.classify(&it, tok.Kind)
			r.abbreviation(&it, t)
			r.genitiveMark(&it)
			r.shortened(&it)
			r.bornName(&it)
			r.initial(&it)
			r.thatDay(&it)
			r.notYet(&it)
			r.numero(&it)
			r.surnamed(&it)
			r.items = append(r.items, it)
		}
	}
}

func (r *reader) addPiece(p int) {
	if n := len(r.items); n > 0 && int(r.items[n-1].piece) == p {
		return
	}
	r.items = append(r.items, item{piece: int32(p), span: r.pieces[p].span, word: word{class: cPiece, verb: -1}, upper: startsUpper(r.pieces[p].inner.Of(r.text))})
}

func (r *reader) classify(it *item, kind nutgraf.TokenKind) {
	it.word.verb = -1
	s := it.span.Of(r.text)
	switch kind {
	case nutgraf.Word:
		it.word, _ = r.lex.look(s)
		if strings.HasPrefix(s, "'") || strings.HasPrefix(s, "’") || s == "‘s" {
			it.word.class |= cGenitive
		}
	case nutgraf.Number:
		it.word.class = cNumber
	case nutgraf.Mark:
		it.word.class = cMark
	default:
		it.word.class = punctuation(s)
	}
}

// abbreviation takes capitals that spell a pronoun or a question word for the name
// they are, unless all around is set in capitals: "US officials", "the WHO said".
func (r *reader) abbreviation(it *item, t int) {
	s := it.span.Of(r.text)
	if len(s) < 2 || !it.is(cPron|cObj|cWh|cRel|cPoss) || !capital(s) {
		return
	}
	for _, k := range [...]int{t - 1, t + 1} {
		if k >= 0 && k < len(r.seg.Tokens) {
			if w := r.seg.Tokens[k].Span().Of(r.text); len(w) > 1 && capital(w) && r.seg.Tokens[k].Kind == nutgraf.Word {
				return
			}
		}
	}
	it.word = word{verb: -1}
}

func capital(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// shortened takes the "'s" after a pronoun for the auxiliary it is: "he's said".
func (r *reader) shortened(it *item) {
	if n := len(r.items); n > 0 && it.is(cGenitive) && it.is(cAux) && r.items[n-1].is(cPron) && r.items[n-1].span.End == it.span.Start {
		it.word.class &^= cGenitive
	}
}

// bornName takes a capital in the middle of a sentence for a name where it has
// the spelling of an auxiliary or an adverb: "Will", "May", "Long".
func (r *reader) bornName(it *item) {
	n := len(r.items)
	if !it.upper || !it.is(cAux|cAdv) || n == 0 || r.items[n-1].ends || r.items[n-1].is(cColon|cMark|cOther) {
		return
	}
	switch {
	case r.items[n-1].piece < 0:
		it.word.class &^= cAux | cAdv
	case r.commaInside(n - 1): // “…,” First Lady Ann Lee said
		it.word.class &^= cAdv
	}
}

// genitiveMark reads the bare apostrophe of "the Joneses' lawyer" as what it
// is.
func (r *reader) genitiveMark(it *item) {
	n := len(r.items)
	if !it.is(cMark) || n == 0 || r.items[n-1].span.End != it.span.Start || it.span.End >= len(r.text) || r.text[it.span.End] != ' ' {
		return
	}
	if s := r.str(n - 1); (s[len(s)-1] == 's' || s[len(s)-1] == 'S') && it.span.Len() < 4 && r.text[it.span.Start] != '"' {
		it.word.class = cGenitive
	}
}

// initial takes the letter before a point in "Ann A. Lee" for what it is, and
// not for an article or a pronoun.
func (r *reader) initial(it *item) {
	n := len(r.items)
	if n == 0 || !it.is(cStop) || it.ends || r.items[n-1].span.Len() != 1 || !r.items[n-1].upper || r.items[n-1].span.End != it.span.Start {
		return
	}
	r.items[n-1].word = word{verb: -1}
}

// surnamed takes a month, a day or an auxiliary for the name it is of a person: "Dr. Jan
// Orient", "May said" of Ann May.
func (r *reader) surnamed(it *item) {
	if !it.upper || !it.is(cTime|cAux) {
		return
	}
	x := &r.mentions
	for m := x.first(it.span.Start); m < len(x.all) && x.all[m].Span.Start <= it.span.Start; m++ {
		if e := x.all[m].Entity; x.all[m].Kind == nutgraf.ByName && x.all[m].Span.End >= it.span.End && e >= 0 && e < len(r.ann.Entities) && r.ann.Entities[e].Type == nutgraf.Person {
			it.word.class &^= cTime | cAux
			return
		}
	}
}

// numero takes the "No." before a number for what it is, and not for a determiner.
func (r *reader) numero(it *item) {
	n := len(r.items)
	if n > 1 && it.is(cNumber) && r.str(n-1) == "." && r.items[n-2].span.End == r.items[n-1].span.Start && r.str(n-2) == "No" {
		r.items[n-2].word, r.items[n-1].word = word{verb: -1}, word{verb: -1}
	}
}

// notYet takes the "yet" of "had not yet said", "has yet to say" for what it is there: no
// conjunction, and not said.
func (r *reader) notYet(it *item) {
	if n := len(r.items); n > 0 && it.is(cConj) && r.items[n-1].is(cNeg|cAux) && it.span.Of(r.text) == "yet" {
		it.word.class = cAdv | cNeg
	}
}

// thatDay takes the "that" of "that night", "that same week", "of that bill" for a
// determiner, as what stands beside it shows.
func (r *reader) thatDay(it *item) {
	n := len(r.items)
	if n == 0 || !r.items[n-1].is(cThat) || r.items[n-1].upper || n > 1 && r.items[n-2].is(cComma) {
		return
	}
	of := n > 1 && r.str(n-2) == "of" && !it.upper && it.word.class&(cAux|cPron|cDet|cPoss|cPrep|cThat|cComma|cStop) == 0
	if !of && !dayLike(it.span.Of(r.text)) {
		return
	}
	r.items[n-1].word = word{class: cDet, verb: -1}
}

func dayLike(s string) bool {
	switch s {
	case "week", "month", "year", "day", "morning", "afternoon", "evening", "night", "weekend":
		return true
	}
	return false
}

func punctuation(s string) class {
	switch s {
	case ".", "?", "!", "…":
		return cStop
	case ",":
		return cComma
	case ":", ";":
		return cColon
	case "-", "–", "—", "―":
		return cDash
	case "(", ")", "[", "]":
		return cParen
	}
	return cOther
}

func startsUpper(s string) bool {
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			return false
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r > 0x2100 || r >= 0xC0 && r <= 0xDE:
			return true
		case r >= 0xDF && r < 0x2000:
			return false
		}
	}
	return false
}

// cutUnits cuts the items of a paragraph into units.
func (r *reader) cutUnits(p, a, b int) {
	start := a
	for i := a; i < b; i++ {
		it := &r.items[i]
		ends := it.piece < 0 && it.ends
		if it.piece >= 0 && i+1 < b {
			ends = r.endsAfterPiece(i, b)
		}
		if ends || i == b-1 || i-start >= maxUnit {
			r.units = append(r.units, unit{para: p, a: start, b: i + 1})
			start = i + 1
		}
	}
}

// endsAfterPiece reports whether a sentence ends with the marked piece at item
// i: its last words end one, and what follows does not attribute it.
func (r *reader) endsAfterPiece(i, b int) bool {
	next := &r.items[i+1]
	last, full := r.lastRune(int(r.items[i].piece))
	if next.piece >= 0 {
		return full
	}
	if full && next.is(cParen) && i+2 < b && r.items[i+2].upper {
		return true // "…." (Lee denies it.)
	}
	if !full || !next.upper || next.is(cComma|cColon|cDash|cStop|cParen|cOther) {
		return false
	}
	if last == '.' && (!r.sentenceStart(i) || r.attributed(i) || i > 0 && !r.items[i].upper && r.items[i-1].is(cComma)) {
		return true // words before the marks: no printer sets a full stop before their attribution
	}
	return last == '.' && (!r.attributesWith(i+1, b, fHearer) || r.doesMore(i+1, b)) || !r.attributes(i+1, b)
}

// doesMore reports whether the first verb from item k on is one of two deeds: "The police
// responded and closed the road".
func (r *reader) doesMore(k, b int) bool {
	for ; k+2 < b && !r.items[k].ends; k++ {
		if it := &r.items[k]; it.word.verb >= 0 && r.finite(k) {
			return r.str(k+1) == "and" && isPastShape(r.str(k+2)) && r.items[k+2].word.verb < 0
		}
	}
	return false
}

// sentenceStart reports whether the item at i begins a sentence or follows
// another piece, a colon or a comma.
func (r *reader) sentenceStart(i int) bool {
	return i == 0 || r.items[i-1].ends || r.items[i-1].piece >= 0 || r.items[i-1].is(cComma|cColon)
}

// attributed reports whether the words of the piece at item i go on from a piece
// before it and already have their attribution: "The bridge," she said, "is
// open." Ann Lee smiled.
func (r *reader) attributed(i int) bool {
	verb := false
	for k := i - 1; k >= 0 && !r.items[k].ends && i-k < maxPhrase; k-- {
		it := &r.items[k]
		if it.piece >= 0 {
			return verb && r.commaInside(k)
		}
		verb = verb || it.word.verb >= 0 && r.finite(k) && r.lex.verbs[it.word.verb].frames&fQuote != 0
	}
	return false
}

// lastRune returns the last character inside a piece's marks, and whether it
// ends a sentence.
func (r *reader) lastRune(p int) (rune, bool) {
	s := strings.TrimRight(r.pieces[p].inner.Of(r.text), " \u00a0'’”\"])")
	c, _ := utf8.DecodeLastRuneInString(s)
	return c, c == '.' || c == '?' || c == '!' || c == '…'
}

// attributes reports whether the items from i on attribute what stands before
// them: a name or noun phrase, a verb of saying, and nothing that would be its
// own content.
func (r *reader) attributes(i, b int) bool { return r.attributesWith(i, b, fHearer|fNoun) }

// attributesWith is attributes for verbs that may have an object in these frames.
func (r *reader) attributesWith(i, b int, object frame) bool {
	if i >= b || r.items[i].is(cPrep) && !r.items[i].is(cDet|cPron) {
		return false
	}
	aside := 0
	for k := i; k < b && k < i+12+aside; k++ {
		it := &r.items[k]
		switch {
		case aside == 0 && object&fNoun != 0 && it.is(cComma) && k > i && r.personNamed(k-1):
			if aside = r.asideEnd(k, b) - k; aside <= 0 {
				return false
			}
			k += aside // "…?” Ann Lee, a lawyer, asked"
		case it.word.verb >= 0 && k > i && !it.upper && it.word.form != ing:
			v := &r.lex.verbs[it.word.verb]
			if object&fNoun != 0 && k+1 < b && r.particle(v, k+1) {
				k++ // "shot back"
			}
			return v.frames&fQuote != 0 && (r.closesSoon(k+1, b) || !slices.Contains(v.with, "to") && r.toSomebody(k+1, b) || v.frames&object != 0 && r.closesSoon(r.npForward(k+1, b), b))
		case it.piece >= 0 || it.is(cComma|cColon|cAux|cSub|cThat) || it.ends:
			return false
		}
	}
	return false
}

// asideEnd returns the comma that ends the apposition behind the comma at item k, where a
// verb of saying follows it, or 0: "Ann Lee, D-Ohio, asked".
func (r *reader) asideEnd(k, b int) int {
	for j := k + 1; j+1 < b && j < k+14; j++ {
		it := &r.items[j]
		if it.piece >= 0 || it.ends || it.is(cColon|cDash|cThat|cPron) && !it.is(cRel|cPoss) && !r.hyphen(j) && !r.tied(j) || r.finite(j) && !r.items[k+1].is(cRel) {
			return 0
		}
		if it.is(cComma) && r.items[j+1].word.verb >= 0 && r.finite(j+1) {
			return j
		}
	}
	return 0
}

// tied reports whether the dash at item k stands within a word: "17-year-old".
func (r *reader) tied(k int) bool {
	return k > 0 && k+1 < len(r.items) && r.items[k].is(cDash) && r.items[k-1].span.End == r.items[k].span.Start && r.items[k].span.End == r.items[k+1].span.Start
}

// toSomebody reports whether the items from k on say to whom words were said, and nothing
// more: "said to reporters on Monday", but not "said to be ready".
func (r *reader) toSomebody(k, b int) bool {
	if k+1 >= b || r.str(k) != "to" || !r.items[k+1].upper && !r.items[k+1].is(cDet|cPoss|cObj|cPerson|cPeople|cBody) || r.items[k+1].is(cPron|cThat) {
		return false
	}
	for ; k < b && !r.items[k].ends; k++ {
		if it := &r.items[k]; it.piece >= 0 || it.is(cThat|cColon) || it.is(cComma) && k+1 < b && r.items[k+1].piece >= 0 {
			return false
		}
	}
	return true
}

// closesSoon reports whether the words after a verb of saying are only the
// rest of an attribution.
func (r *reader) closesSoon(k, b int) bool {
	if k >= b {
		return true
	}
	it := &r.items[k]
	if it.is(cComma|cColon) && k+1 < b && r.items[k+1].piece >= 0 || it.piece >= 0 || it.is(cColon) {
		return false
	}
	if it.ends || it.is(cStop|cComma) {
		return true
	}
	if it.is(cThat|cPron|cDet|cPoss) || it.is(cTo) || it.upper && !it.is(cTime) {
		return false
	}
	if it.word.class == 0 && it.word.verb < 0 && !isAdverb(r.str(k)) || it.is(cPerson|cPeople|cBody|cDoc) && !it.is(cAdv|cTime) {
		return false // a noun: what is said follows
	}
	for ; k < b; k++ {
		it = &r.items[k]
		if it.is(cThat|cColon) || it.piece >= 0 {
			return false
		}
		if it.ends || it.is(cComma) {
			return true
		}
	}
	return true
}
