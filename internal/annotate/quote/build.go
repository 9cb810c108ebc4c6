package quote

import (
	"slices"
	"strings"
	"unicode"

	"nutgraf"
)

// grounds keeps, beside a quotation, what the speaker is settled on.
type grounds struct {
	use    int // index into reader.uses, or -1
	unit   int // unit of its last part
	para   int
	np     [2]int // items of its source
	open   bool   // its last piece was left open at the end of the paragraph
	first  int    // item of its first part
	last   int    // item of its last part
	utter  bool   // it begins with a piece
	lent   bool   // its medium is that of the quotation before
	unit0  int    // unit of its first part
	para0  int    // paragraph of its first part
	mute   bool   // nobody is to be guessed
	answer bool   // it is an answer of an interview
	twin   int    // quotation that gives the same words with an attribution, or -1

	signed  int  // paragraph that signs it, or 0
	voice   int  // label of its turn in reader.voices, from 1, or 0
	carried bool // the label stands over an earlier paragraph
}

// build turns pieces and uses of unit n into quotations.
func (r *reader) build(n int) {
	u := &r.units[n]
	for k := u.uses[0]; k < u.uses[1]; k++ {
		r.buildUse(u, k)
	}
	r.leftover(n)
}

// buildUse makes the quotation that a use introduces or closes.
func (r *reader) buildUse(u *unit, k int) {
	c := &r.uses[k]
	if c.negated && !c.accord && !c.hasPiece(r) {
		return
	}
	if r.insideEarlier(u, k) {
		return
	}
	if r.closedByName(u, k) {
		return
	}
	if c.accord && c.hasContent() && equalFold(r.str(c.at), "in") {
		r.emit(k, c.content, [2]int{})
		return
	}
	if first, second, ok := r.split(u, c); ok {
		r.emit(k, first, second)
		return
	}
	first, second := r.before(u, c)
	if c.hasContent() && !r.closesPiece(u, c) && !(c.far && first[1] > first[0]) {
		r.emit(k, c.content, [2]int{})
		return
	}
	if first[1] > first[0] && !r.spoken(u, c, first) {
		r.emit(k, first, second)
		return
	}
}

// closedByName reports whether somebody with a name behind the marked words attributes
// what use k announces of somebody without one: One expert put it so: "…," said Ann Lee.
func (r *reader) closedByName(u *unit, k int) bool {
	c := &r.uses[k]
	if !c.hasContent() || r.items[c.content[0]].piece < 0 {
		return false
	}
	at := c.content[0] - 1
	apart := at > c.to && r.items[at].is(cComma) && c.hearer[1] == 0 // "when Bo Kim offered them a deal, “…,” said Ann Lee"
	if !apart && (c.inClause || r.namedAt(r.headOf(c.subj)) >= 0 || r.items[c.subj[0]].is(cPron)) {
		return false
	}
	for j := k + 1; j < u.uses[1]; j++ {
		o := &r.uses[j]
		left := o.from
		if !o.inverted {
			left = o.subj[0]
		}
		if !o.shared && !o.accord && left-1 >= c.content[0] && r.marked(left-1) && r.commaInside(left-1) && r.personNamed(r.headOf(o.subj)) {
			return true
		}
	}
	return false
}

// spoken reports whether the items hold speech that another use has already
// attributed: who passes it on is credited, not quoted.
func (r *reader) spoken(u *unit, c *use, x [2]int) bool {
	for k := u.uses[0]; k < u.uses[1]; k++ {
		q := r.uses[k].fromQuote
		if q < 0 || r.froms[q].first < x[0] || r.froms[q].last >= x[1] {
			continue
		}
		if r.quotes[q].Kind == nutgraf.Direct {
			return true
		}
		if o := &r.uses[k]; r.quotes[q].Kind == nutgraf.Mixed && r.passesOn(c) && !o.infinite && !o.participle && o.form != base && r.speech(o.verb) && r.personNamed(r.headOf(o.subj)) &&
			r.onlyMarksIn(x, [2]int{r.froms[q].first, r.froms[q].last + 1}) {
			return true // Lee said she "would look into it", according to the Herald
		}
	}
	return false
}

// passesOn reports whether the source of a use is a paper or a document that only
// passes on what others said.
func (r *reader) passesOn(c *use) bool {
	head := r.headOf(c.subj)
	e := r.namedAt(head)
	return r.items[head].is(cDoc) || e >= 0 && r.ann.Entities[e].Type == nutgraf.Outlet
}

// onlyMarksIn reports whether all marked words of the items x stand in y.
func (r *reader) onlyMarksIn(x, y [2]int) bool {
	for k := x[0]; k < x[1]; k++ {
		if r.marked(k) && (k < y[0] || k >= y[1]) {
			return false
		}
	}
	return true
}

// closesPiece reports whether the attribution stands right behind a piece that
// no other use has taken: then it belongs to that piece, and what follows goes
// on from it.
func (r *reader) closesPiece(u *unit, c *use) bool {
	left := c.from
	if !c.inverted {
		left = c.subj[0]
	}
	if c.shared || left <= u.a {
		return false
	}
	k := left - 1
	for k > u.a && r.items[k].piece < 0 && r.items[k].is(cComma|cDash) {
		k--
	}
	p := r.items[k].piece
	if p < 0 || r.pieces[p].runs || r.pieces[p].quiet {
		return false
	}
	if r.items[c.content[0]].is(cThat) && !r.commaInside(k) || r.inAdjunct(u, c, k) {
		return false
	}
	return k+1 < left || r.commaInside(k) || r.fullStop(k)
}

// inAdjunct reports whether the piece at item k ends the phrase that opens unit u, so
// that what use c says comes behind: With its rule on "open doors," the club noted that.
func (r *reader) inAdjunct(u *unit, c *use, k int) bool {
	switch at := c.content[0]; {
	case r.items[at].piece >= 0 && r.items[at-1].is(cColon), r.items[at].is(cThat):
	case at == c.to && r.items[at].piece < 0, c.hearer[1] > c.hearer[0] && r.pieceTitle(k):
	default:
		return false // With its "open doors," the club said, "nobody"
	}
	start := r.afterDateline(u)
	if k <= start || !r.items[start].is(cPrep) || r.items[start].piece >= 0 {
		return false
	}
	for j := start + 1; j < k; j++ {
		if it := &r.items[j]; it.piece >= 0 && (r.commaInside(j) || r.fullStop(j)) || it.is(cComma|cPron) && !it.is(cPoss) || r.acting(j) {
			return false
		}
	}
	return true
}

// pieceTitle reports whether the piece at item k reads as the title of a work.
func (r *reader) pieceTitle(k int) bool {
	return capitalised(strings.TrimRight(r.pieces[r.items[k].piece].inner.Of(r.text), ","))
}

// hasPiece reports whether a marked piece stands in the content.
func (c *use) hasPiece(r *reader) bool {
	for i := c.content[0]; i < c.content[1]; i++ {
		if r.items[i].piece >= 0 {
			return true
		}
	}
	return false
}

// insideEarlier reports whether a use of thinking or wanting stands inside
// what another use reports: it is part of that content.
func (r *reader) insideEarlier(u *unit, k int) bool {
	c := &r.uses[k]
	if c.accord {
		return false
	}
	if c.owned && c.after > 0 {
		return false // "explained the claim made by Ann Lee that"
	}
	attitude := c.owned || r.lex.verbs[c.verb].frames&fAttitude != 0
	for j := u.uses[0]; j < k; j++ {
		o := &r.uses[j]
		if o.fromQuote < 0 || c.at < o.content[0] || c.at >= o.content[1] {
			continue
		}
		if attitude || !c.hasContent() || c.infinite || r.willBe(c) || c.noun || c.passive || c.participle || r.lex.verbs[c.verb].frames&(fThat|fQuote) == 0 {
			return true
		}
	}
	return false
}

// willBe reports whether a use only tells what somebody is to say or do: "the town will
// counter “an old wish”".
func (r *reader) willBe(c *use) bool {
	for k := c.from; k < c.at; k++ {
		switch r.str(k) {
		case "will", "would", "shall", "must", "'ll", "’ll":
			return c.form == base
		}
	}
	return false
}

// emit appends the quotation over one or two item ranges.
func (r *reader) emit(k int, first, second [2]int) {
	c := &r.uses[k]
	q := nutgraf.Quote{Speaker: -1, When: -1}
	words, marked := r.measure(first)
	w2, m2 := r.measure(second)
	words, marked = words+w2, marked+m2
	if marked > 0 && (r.imagined(c) || r.scare(c, first) || r.unspoken(c, first) || r.deed(c, first)) {
		r.claim(first)
		return
	}
	if words+marked == 0 || marked == 0 && (words < 3 && (words < 2 || r.items[first[0]].is(cTo)) || words < 4 && r.bareThing(c, first)) {
		return
	}
	if marked > 0 && words == 0 {
		q.Kind = nutgraf.Direct
		q.Parts = r.pieceSpans(r.pieceSpans(nil, first), second)
	} else {
		q.Kind = nutgraf.Indirect
		if marked > 0 {
			q.Kind = nutgraf.Mixed
		}
		q.Parts = append(q.Parts, r.rangeSpan(first))
		if second[1] > second[0] {
			q.Parts = append(q.Parts, r.rangeSpan(second))
		}
	}
	q.Span = nutgraf.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
	last := first[1] - 1
	if second[1] > second[0] {
		last = second[1] - 1
	}
	g := grounds{use: k, unit: c.unit, para: r.units[c.unit].para, unit0: c.unit, para0: r.units[c.unit].para, np: c.subj, first: first[0], last: last, utter: r.items[first[0]].piece >= 0}
	if p := r.items[last].piece; p >= 0 {
		g.open = !r.pieces[p].shut
	}
	if n := len(r.quotes); n > 0 && r.quotes[n-1].Span == q.Span && len(r.quotes[n-1].Parts) == len(q.Parts) {
		c.fromQuote, r.froms[n-1] = n-1, g // the cue nearer to the words stands
		return
	}
	c.fromQuote = len(r.quotes)
	r.claim(first)
	r.claim(second)
	r.quotes, r.froms = append(r.quotes, q), append(r.froms, g)
}

// bareThing reports whether a use names in a few words what somebody thinks of,
// attacks or shows, without a statement: blamed the media, citing rules.
func (r *reader) bareThing(c *use, x [2]int) bool {
	if c.verb < 0 || r.predicated(x[0], x[1]) || r.items[x[0]].is(cThat|cWh|cTo) {
		return false
	}
	switch r.lex.verbs[c.verb].modality {
	case "think", "want", "fear", "hope", "criticise", "praise", "reveal", "quote", "show", "recall", "suggest", "hear", "accuse", "complain", "announce", "say":
		return c.noun || r.lex.verbs[c.verb].frames&fAttitude != 0
	}
	return false
}

// imagined reports whether a use tells what somebody might say and has not said: "he
// could make friends there and say bluntly".
func (r *reader) imagined(c *use) bool {
	if r.example(c) || r.inQuestion(c) {
		return true
	}
	if r.perhaps(c) {
		return true
	}
	if c.verb < 0 || c.form != base || c.infinite || r.lex.verbs[c.verb].frames&(fQuote|fThat) == 0 {
		return false
	}
	for k := c.at - 1; k >= r.units[c.unit].a; k-- {
		it := &r.items[k]
		if r.finite(k) && k > 1 && r.items[k-1].is(cPron) && r.items[k-2].is(cWh|cRel) {
			continue // "where he shares"
		}
		if it.piece >= 0 || it.is(cTo|cThat|cColon) || r.finite(k) || r.str(k) == "only" || it.is(cNeg) {
			return false
		}
		if it.is(cAux) && !it.is(cPron) {
			s := r.str(k)
			return s == "could" || s == "might" || s == "should"
		}
	}
	return false
}

// perhaps reports whether the writer only holds it possible that somebody said the
// words, or tells what he would have said: "he might have called it".
func (r *reader) perhaps(c *use) bool {
	if c.verb < 0 || c.form != past && !c.infinite {
		return false
	}
	have := c.infinite // "should go on to say"
	for k := c.at - 1; k >= c.from && k >= 0; k-- {
		switch r.str(k) {
		case "have", "’ve", "'ve":
			have = true
		case "might", "could", "should":
			return have
		case "may", "would", "must":
			return have && !c.infinite
		}
	}
	return false
}

// unspoken reports whether somebody is told not to have spoken of a thing: its name alone
// stands in marks, away from the verb, or "about" stands between: "has not spoken yet
// about the “march”".
func (r *reader) unspoken(c *use, x [2]int) bool {
	if !c.negated || c.accord || c.verb < 0 || x[0] <= c.to {
		return false
	}
	if r.items[x[0]].piece >= 0 && !r.items[x[0]].upper {
		return true
	}
	if r.items[x[0]].is(cThat) || r.lex.verbs[c.verb].modality != "say" {
		return false
	}
	return slices.ContainsFunc(r.items[c.to:x[0]], func(it item) bool { s := it.span.Of(r.text); return s == "about" || s == "on" || s == "of" })
}

// example reports whether a use makes up words that somebody or other may say: "as
// when one says", "if someone tells you".
func (r *reader) example(c *use) bool {
	if c.verb < 0 || c.form == past || c.shared || c.subj[0] <= r.units[c.unit].a || c.subj[1]-c.subj[0] != 1 {
		return false
	}
	switch strings.ToLower(r.str(c.subj[0])) {
	case "someone", "somebody", "anyone", "anybody", "one", "you":
		return r.items[c.subj[0]-1].is(cWh | cSub)
	}
	return false
}

// inQuestion reports whether the writer asks whether somebody says the words: "Will
// she say “never”?"
func (r *reader) inQuestion(c *use) bool {
	u := &r.units[c.unit]
	if c.verb < 0 || c.shared || c.inverted || c.subj[0] <= 0 || r.str(u.b-1) != "?" || c.hasContent() && c.content[0] < c.at {
		return false
	}
	switch r.str(c.subj[0] - 1) {
	case "Will", "Would", "Did", "Does", "Do", "Can", "Could", "Should", "Might":
		return c.form == base
	}
	return false
}

// scare reports whether the marked words in what a verb of blame or praise is
// about are one or two words of the writer's choosing, that nobody said there and
// then: he attacked "fake news", she railed against the "elites".
func (r *reader) scare(c *use, x [2]int) bool {
	if c.verb < 0 || c.lead && c.inverted || x[0] < c.to {
		return false
	}
	switch v := &r.lex.verbs[c.verb]; {
	case v.modality == "criticise" || v.modality == "praise" || v.modality == "complain" && len(v.with) > 0:
	default:
		return false
	}
	n := 0
	for k := x[0]; k < x[1]; k++ {
		if p := r.items[k].piece; p >= 0 && !r.pieces[p].quiet {
			n += 1 + strings.Count(strings.TrimSpace(r.pieces[p].inner.Of(r.text)), " ")
		} else if s := r.str(k); s == "as" || s == "for" || r.items[k].is(cThat|cAux) {
			return false
		}
	}
	return n <= 2
}

// deed reports whether a verb that may tell of speech tells of a deed here: "must respond to
// the “ploy”", "denied access to whom he finds “rude”", "a written “note”".
func (r *reader) deed(c *use, x [2]int) bool {
	if c.verb < 0 || x[0] < c.to {
		return false
	}
	switch v := &r.lex.verbs[c.verb]; {
	case v.lemma == "respond":
		return c.form == base && x[0] > c.to && r.str(x[0]-1) == "to" && (r.items[x[0]].piece < 0 || r.lex.tells["failing"][r.str(c.at-2)])
	case v.lemma == "deny":
		return r.lex.tells["refused"][r.str(c.to)] && r.items[c.to+1].is(cPrep|cTo)
	case c.from == c.at && x[0] == c.to:
		return r.str(c.at) == "written"
	}
	return false
}

// claim marks the pieces of a range as taken.
func (r *reader) claim(x [2]int) {
	for i := x[0]; i < x[1]; i++ {
		if p := r.items[i].piece; p >= 0 {
			r.pieces[p].runs = true
		}
	}
}

// measure counts the words outside marks and the pieces of an item range.
func (r *reader) measure(x [2]int) (words, marked int) {
	for i := x[0]; i < x[1]; i++ {
		it := &r.items[i]
		switch {
		case it.piece >= 0 && !r.pieces[it.piece].quiet:
			marked++
		case it.piece >= 0 || !it.is(cComma|cColon|cStop|cDash|cParen|cMark|cOther):
			words++
		}
	}
	return words, marked
}

func (r *reader) pieceSpans(out []nutgraf.Span, x [2]int) []nutgraf.Span {
	for i := x[0]; i < x[1]; i++ {
		if p := r.items[i].piece; p >= 0 && !r.pieces[p].quiet {
			out = append(out, r.pieces[p].span)
		}
	}
	return out
}

func (r *reader) rangeSpan(x [2]int) nutgraf.Span {
	return nutgraf.Span{Start: r.items[x[0]].span.Start, End: r.items[x[1]-1].span.End}
}

// leftover deals with the pieces of unit n that no use has taken: they go on
// from the quotation before, stand alone, or are no quotations.
func (r *reader) leftover(n int) {
	u := &r.units[n]
	for i := u.a; i < u.b; i++ {
		p := r.items[i].piece
		if p < 0 || r.pieces[p].runs || r.pieces[p].quiet {
			continue
		}
		switch {
		case r.continues(n, i) || r.inRow(n, i):
			r.extend(len(r.quotes)-1, i, n)
		case r.resumes(n, i) >= 0:
			r.extend(r.resumes(n, i), i, n)
		case r.alone(u, i) || r.utterance(u, i) || r.goesOnWith(n, i):
			r.standAlone(n, i)
		case r.trailsOff(n, i):
			r.extendMixed(n, i)
		}
	}
}

// continues reports whether the piece at item i goes on from the quotation
// before it: re-opened marks in a new paragraph, or the next sentence after
// its attribution.
func (r *reader) continues(n, i int) bool {
	if len(r.quotes) == 0 {
		return false
	}
	g := &r.froms[len(r.quotes)-1]
	u := &r.units[n]
	if g.para < u.para && r.labelled(u.para) {
		return false
	}
	if g.para == u.para-1 && g.open && i == u.a {
		return true
	}
	k := r.quotes[len(r.quotes)-1].Kind
	closed := k == nutgraf.Mixed && g.first == r.units[g.unit].a && g.unit == n-1
	if g.para != u.para || k != nutgraf.Direct && !closed {
		return false
	}
	if g.unit == n {
		return i > g.last && r.items[i-1].piece >= 0
	}
	return g.unit == n-1 && i == u.a && r.alone(u, i)
}

// inRow reports whether the piece at item i is a further one of those that a verb before
// them introduces: They chanted “Fund us” and “Put us first.”
func (r *reader) inRow(n, i int) bool {
	if len(r.quotes) == 0 {
		return false
	}
	q, g := &r.quotes[len(r.quotes)-1], &r.froms[len(r.quotes)-1]
	if q.Kind != nutgraf.Direct || g.unit != n || g.use < 0 || r.uses[g.use].at >= g.first || i != g.last+2 || !r.items[i-1].is(cConj) || !r.items[i].upper || !r.items[g.first].upper {
		return false
	}
	c := &r.uses[g.use]
	return r.str(i-1) == "and" && c.verb >= 0 && c.content[0] == g.first && r.lex.verbs[c.verb].frames&fQuote != 0 && r.speech(c.verb)
}

// trailsOff reports whether unit n goes on from the direct quotation before it
// and leaves its marks before the end: "We lost," she said. "It hurt us all"
// more than they admit.
func (r *reader) trailsOff(n, i int) bool {
	u := &r.units[n]
	if i != u.a || len(r.quotes) == 0 || u.uses[1] > u.uses[0] || i+1 >= u.b {
		return false
	}
	g := &r.froms[len(r.quotes)-1]
	next := &r.items[i+1]
	return g.unit == n-1 && g.para == u.para && g.use >= 0 && g.utter && r.quotes[len(r.quotes)-1].Kind == nutgraf.Direct &&
		r.items[i].upper && r.items[i].span.Len() > 25 && !r.fullStop(i) && !next.upper && next.piece < 0 && !next.is(cComma|cDash|cColon|cParen)
}

// extendMixed adds the sentence that begins with the piece at item i to the
// quotation before it.
func (r *reader) extendMixed(n, i int) {
	u := &r.units[n]
	q, g := &r.quotes[len(r.quotes)-1], &r.froms[len(r.quotes)-1]
	end := r.trimEnd(i, u.b)
	q.Kind = nutgraf.Mixed
	q.Parts = append(q.Parts, r.rangeSpan([2]int{i, end}))
	q.Span.End = q.Parts[len(q.Parts)-1].End
	g.unit, g.last, g.open = n, end-1, false
	r.claim([2]int{i, end})
}

// resumes returns the direct quotation that a piece standing alone at item i
// goes on from although other words of the same speaker lie between, or -1:
// "…," she said, adding that it was late. "…"
func (r *reader) resumes(n, i int) int {
	u := &r.units[n]
	if i != u.a || !r.alone(u, i) {
		return -1
	}
	for k := len(r.quotes) - 1; k >= 0 && k > len(r.quotes)-4; k-- {
		g := &r.froms[k]
		if g.para != u.para || g.unit != n-1 || g.use < 0 {
			return -1
		}
		if r.quotes[k].Kind == nutgraf.Direct && g.utter && g.first == r.units[g.unit].a {
			return k
		}
	}
	return -1
}

// extend adds the piece at item i to quotation k.
func (r *reader) extend(k, i, n int) {
	q, g := &r.quotes[k], &r.froms[k]
	p := &r.pieces[r.items[i].piece]
	if last := len(q.Parts) - 1; g.open && g.para < r.units[n].para {
		q.Parts[last].End = p.span.End // one quotation over a paragraph break
	} else {
		q.Parts = append(q.Parts, p.span)
	}
	q.Span.End = p.span.End
	g.unit, g.last, g.para, g.open = n, i, r.units[n].para, !p.shut
	p.runs = true
}

// alone reports whether the unit holds nothing but pieces.
func (r *reader) alone(u *unit, i int) bool {
	for k := u.a; k < u.b; k++ {
		it := &r.items[k]
		if k > i && r.signsOff(k) {
			break
		}
		if it.piece < 0 && !it.is(cStop|cComma|cDash|cMark|cOther|cColon) {
			return false
		}
	}
	return r.items[i].span.Len() > 12 || r.fullStop(i)
}

// signsOff reports whether the outlet whose report it is stands behind a dash at item k:
// “…” – Harbour News Agency.
func (r *reader) signsOff(k int) bool {
	return r.items[k-1].is(cDash) && r.typeAt(k) == nutgraf.Outlet
}

// goesOnWith reports whether unit n is a conjunction and marked words that go on from the
// quotation right before it: “We won,” she said. But “it has cost us a lot.”
func (r *reader) goesOnWith(n, i int) bool {
	u := &r.units[n]
	if i != u.a+1 || !r.items[u.a].is(cConj) || !r.items[u.a].upper || len(r.quotes) == 0 || r.items[i].span.Len() < 25 {
		return false
	}
	g := &r.froms[len(r.quotes)-1]
	return g.unit == n-1 && g.para == u.para && g.use >= 0 && r.alone(&unit{para: u.para, a: i, b: u.b}, i)
}

func (r *reader) fullStop(i int) bool {
	_, full := r.lastRune(int(r.items[i].piece))
	return full
}

// utterance reports whether a piece among other words reads as an utterance:
// it begins like a sentence, ends like one, and has some length.
func (r *reader) utterance(u *unit, i int) bool {
	it := &r.items[i]
	if !it.upper || it.span.Len() < 25 {
		return false
	}
	if i > u.a && !r.items[i-1].is(cComma|cColon|cDash) && r.items[i-1].piece < 0 {
		return false
	}
	c, full := r.lastRune(int(it.piece))
	return (full || c == ',') && (u.b-u.a < 3 || r.clausal(i))
}

// clausal reports whether the words inside the marks at item i can be a whole
// sentence: a pronoun, an auxiliary or a verb stands among them, or they exclaim.
func (r *reader) clausal(i int) bool {
	if r.exclaims(i) {
		return true
	}
	for w := range strings.FieldsFuncSeq(r.pieces[r.items[i].piece].inner.Of(r.text), func(c rune) bool { return unicode.IsSpace(c) || c == ',' || c == '.' }) {
		if x, ok := r.lex.look(w); isPastShape(w) || ok && (x.class&(cPron|cAux|cTo|cThat) != 0 || x.verb >= 0) {
			return true
		}
		if strings.ContainsAny(w, "'’") {
			return true
		}
	}
	return false
}

// standAlone makes a quotation of a piece that has no attribution of its own.
func (r *reader) standAlone(n, i int) {
	p := &r.pieces[r.items[i].piece]
	q := nutgraf.Quote{Kind: nutgraf.Direct, Span: p.span, Parts: []nutgraf.Span{p.span}, Speaker: -1, When: -1}
	p.runs = true
	r.quotes = append(r.quotes, q)
	g := grounds{use: -1, unit: n, para: r.units[n].para, unit0: n, para0: r.units[n].para, first: i, last: i, open: !p.shut, utter: true}
	g.np, g.use = r.leadIn(n, i)
	if k := r.paras[g.para].kind; g.np[1] <= g.np[0] && (k == nutgraf.Quoted || k == nutgraf.Embed) {
		if at := r.signedAt(g.para); at > 0 {
			g.np, g.signed = r.signer(at), at
		}
	}
	r.froms = append(r.froms, g)
}
