package quote

import (
	"slices"
	"sort"
	"strings"

	"nutgraf"
)

// spokenBlocks turns blocks that the page itself marks as quotations, and the
// turns of a dialogue ("Ann Lee: …"), into direct quotations where no marks
// made them so.
func (r *reader) spokenBlocks() {
	turns := r.dialogue()
	old := len(r.quotes)
	for n := range r.paras {
		p := &r.paras[n]
		if p.units[1] <= p.units[0] {
			continue
		}
		switch {
		case p.voice > 0 && !r.opensMarked(n):
			r.wholePara(n, p.items[0], [2]int{})
		case p.kind == nutgraf.Quoted && (r.signature(n) || r.announces(p)):
		case p.kind == nutgraf.Quoted && (r.opensMarked(n) || r.ownWords(p)):
		case p.kind == nutgraf.Quoted:
			r.wholePara(n, p.items[0], [2]int{})
		case p.kind == nutgraf.Embed && !r.opensMarked(n) && !r.signature(n) && !strings.HasPrefix(p.span.Of(r.text), "View this post") && r.signedAt(n) > 0:
			r.wholePara(n, p.items[0], [2]int{})
		case p.kind == nutgraf.Headline && r.turn(p) > 0:
			k := r.turn(p)
			r.wholePara(n, k, [2]int{p.items[0], k - 1})
			r.quotes[len(r.quotes)-1].Kind = nutgraf.Indirect
			if r.hasMarks(p) {
				r.quotes[len(r.quotes)-1].Kind = nutgraf.Mixed
			}
		case p.kind == nutgraf.Paragraph && r.announced(n):
			r.wholePara(n, p.items[0], [2]int{})
		case turns && r.turn(p) > 0 && !r.tellsOfLabel(p):
			k := r.turn(p)
			r.wholePara(n, k, [2]int{p.items[0], k - 1})
		}
	}
	if len(r.quotes) > old {
		r.dropUnder(old)
	}
}

// ownWords reports whether the text has the words of a paragraph a second time outside of
// marks: a pull quote of the article itself.
func (r *reader) ownWords(p *para) bool {
	s := p.span.Of(r.text)
	if r.pulls++; r.pulls > maxTwice {
		return false
	}
	for _, rest := range [...]nutgraf.Span{{Start: 0, End: p.span.Start}, {Start: p.span.End, End: len(r.text)}} {
		if at := strings.Index(rest.Of(r.text), s); at >= 0 && r.insidePiece(rest.Start+at) == 0 {
			return true
		}
	}
	return false
}

// announces reports whether a paragraph only says whose words the next one holds: "Ann Lee
// replied:".
func (r *reader) announces(p *para) bool {
	return p.items[1]-p.items[0] <= maxSignature && r.str(p.items[1]-1) == ":" && r.items[p.items[1]-1].piece < 0
}

// dialogue reports whether the document is set as one: three or more
// paragraphs that begin with a speaker and a colon, and a speaker who returns.
func (r *reader) dialogue() bool {
	var seen []string
	n, again := 0, false
	for i := range r.paras {
		p := &r.paras[i]
		k := r.turn(p)
		if k == 0 {
			continue
		}
		n++
		label := r.rangeSpan([2]int{p.items[0], k - 1}).Of(r.text)
		again = again || slices.Contains(seen, label)
		if len(seen) < 8 {
			seen = append(seen, label)
		}
	}
	return n >= 3 && again
}

// tellsOfLabel reports whether a paragraph that begins with a name and a colon goes on to
// tell what the one named does, and so is no turn of theirs: "Lee: The Port Is Lost. On her
// show, host Ann Lee said".
func (r *reader) tellsOfLabel(p *para) bool {
	k := r.turn(p)
	e := r.namedAt(k - 2)
	for j := k; e >= 0 && j+1 < p.items[1]; j++ {
		if r.items[j].piece < 0 && r.namedAt(j) == e && r.namedAt(j+1) != e && r.acting(j+1) {
			return true
		}
	}
	return false
}

// turn returns the first item of what is said in a paragraph that begins with
// a name and a colon, or 0.
func (r *reader) turn(p *para) int {
	for k := p.items[0]; k < p.items[1] && k < p.items[0]+4; k++ {
		it := &r.items[k]
		if r.str(k) == ":" {
			if k > p.items[0] && k+1 < p.items[1] && r.items[k+1].piece < 0 && (p.items[1]-k > 3 || r.items[p.items[1]-1].piece >= 0 && p.items[1]-k > 2) && r.speakerLabel(p.items[0], k) {
				return k + 1
			}
			return 0
		}
		if !it.upper || it.piece >= 0 || it.is(cComma|cStop) {
			return 0
		}
	}
	return 0
}

// speakerLabel reports whether the items [a, b) name a speaker: a person, "Q",
// "A", or a name in capitals.
func (r *reader) speakerLabel(a, b int) bool {
	s := r.rangeSpan([2]int{a, b}).Of(r.text)
	if s == "Q" || s == "A" || s == "Question" || s == "Answer" {
		return true
	}
	if e := r.namedAt(b - 1); e >= 0 && r.ann.Entities[e].Type == nutgraf.Person {
		return true
	}
	return b-a == 1 && len(s) > 3 && s == strings.ToUpper(s) && r.mentions.any(r.items[a].span.Start, r.items[a].span.End)
}

func (r *reader) hasMarks(p *para) bool {
	for k := p.items[0]; k < p.items[1]; k++ {
		if r.marked(k) {
			return true
		}
	}
	return false
}

// maxSignature bounds the line that signs a quoted block, in items.
const maxSignature = 24

// signature reports whether a paragraph of a quoted block or a post only signs
// it, as its last line does: "— Ann Lee (@annlee) May 5, 2020", "Ann Lee,
// mayor", or is a link.
func (r *reader) signature(n int) bool {
	p := &r.paras[n]
	a, b := p.items[0], p.items[1]
	if b <= a || b-a > maxSignature {
		return false
	}
	for a < b-1 && r.items[a].is(cOther) {
		a++ // the mark of a quoted line in plain text
	}
	s := r.rangeSpan([2]int{a, b}).Of(r.text)
	if !strings.Contains(s, " ") && strings.Contains(s, "/") || r.sharedBy(a, b) > 0 {
		return true
	}
	k := a
	for k < b && r.items[k].is(cDash) {
		k++
	}
	if k == b || !r.items[k].upper && s[0] != '@' || k == a && !r.underQuote(n) {
		return strings.HasPrefix(s, "@") && b-a < 6
	}
	for j := k; j < b; j++ {
		if it := &r.items[j]; !it.upper && (it.is(cAux|cPron) || r.finite(j)) {
			return false
		}
	}
	return true
}

// sharedBy returns the item behind "by" in the line that signs an embedded picture
// ("A post shared by Ann Lee (@annlee)"), or 0.
func (r *reader) sharedBy(a, b int) int {
	for k := a + 1; k+1 < b && k < a+5; k++ {
		if r.str(k) == "by" && (r.str(k-1) == "shared" || r.str(k-1) == "posted") && r.items[k+1].upper {
			return k + 1
		}
	}
	return 0
}

// maxNamed bounds a signature that no dash opens, in items.
const maxNamed = 8

// underQuote reports whether paragraph n is a short line that opens with the
// name of a person under a paragraph of the same block.
func (r *reader) underQuote(n int) bool {
	p := &r.paras[n]
	a, b := p.items[0], p.items[1]
	if n == 0 || r.paras[n-1].kind != p.kind || b-a > maxNamed || r.items[b-1].is(cStop) || r.hasMarks(p) {
		return false
	}
	e := r.namedAt(a)
	return e >= 0 && r.ann.Entities[e].Type == nutgraf.Person
}

// maxPost bounds how many paragraphs a signature stands below its words.
const maxPost = 6

// signedAt returns the paragraph that signs the block or post of paragraph n,
// or 0.
func (r *reader) signedAt(n int) int {
	kind := r.paras[n].kind
	for k := n + 1; k < len(r.paras) && k <= n+maxPost && r.paras[k].kind == kind; k++ {
		if r.signature(k) {
			return k
		}
	}
	return 0
}

// signer returns the name in the signature that paragraph n is.
func (r *reader) signer(n int) [2]int {
	k, b := r.paras[n].items[0], r.paras[n].items[1]
	k = max(k, r.sharedBy(k, b))
	for k < b && r.items[k].is(cDash|cOther) {
		k++
	}
	end := k
	for end < b && r.items[end].upper && !r.items[end].is(cTime) && r.nominal(end) {
		end++
	}
	return [2]int{k, end}
}

// minAnnounced is the shortest paragraph, in bytes, that a colon before it makes
// a quotation.
const minAnnounced = 40

// announced reports whether paragraph n gives, without marks, the words that the
// paragraph before it announces: "Ann Lee wrote:", "According to Ann Lee:".
func (r *reader) announced(n int) bool {
	p := &r.paras[n]
	if n == 0 || p.span.Len() < minAnnounced || r.opensMarked(n) || !r.items[p.items[1]-1].is(cStop) && r.items[p.items[1]-1].piece < 0 {
		return false
	}
	first := &r.items[p.items[0]]
	before := &r.paras[n-1]
	if !first.upper || first.is(cNumber) || before.kind != nutgraf.Paragraph || before.units[1] <= before.units[0] || r.str(before.items[1]-1) != ":" {
		return false
	}
	u := &r.units[before.units[1]-1]
	if r.asFollows(u) {
		return true
	}
	if u.uses[1] <= u.uses[0] {
		return false
	}
	c := &r.uses[u.uses[1]-1]
	if c.accord {
		return c.from == u.a
	}
	if c.verb < 0 {
		return false
	}
	v := &r.lex.verbs[c.verb]
	return v.frames&fQuote != 0 && v.frames&fAttitude == 0 && !c.infinite && !c.negated && r.adverbial(c.to, u.b-1)
}

// asFollows reports whether unit u, which a colon ends, hands over to somebody's words: "Ann
// Lee posted the following message on her page:", "she had this to say:", "he adds a caveat:".
func (r *reader) asFollows(u *unit) bool {
	for k := u.b - 2; k > u.a && k > u.b-8; k-- {
		it := &r.items[k]
		switch {
		case it.piece >= 0 || it.is(cColon|cThat|cNeg):
			return false
		case r.str(k) == "following" && r.str(k-1) == "the":
			return r.items[k+1].is(cDoc|cMedia|cCueNoun) || r.lex.tells["words"][r.str(k+1)]
		case r.str(k) == "this" && r.str(k+1) == "to" && r.str(k+2) == "say":
			return true
		case r.lex.tells["words"][r.str(k)] && k == u.b-2:
			for j := u.uses[0]; j < u.uses[1]; j++ {
				if c := &r.uses[j]; c.verb >= 0 && !c.infinite && !c.negated && c.to < k && k-c.to < 4 && r.items[c.to].is(cDet) && r.lex.verbs[c.verb].frames&fQuote != 0 {
					return true
				}
			}
		}
	}
	return false
}

// adverbial reports whether the few items [a, b) only tell about what, when or
// how: "wrote on Monday", "said of the town", "argued that".
func (r *reader) adverbial(a, b int) bool {
	if b-a > 5 {
		return false
	}
	return b <= a || r.items[a].is(cPrep|cTime|cAdv) && !r.items[a].is(cTo) || isAdverb(r.str(a)) || r.items[a].is(cThat) && b == a+1
}

// wholePara makes a quotation of the rest of a paragraph from item k on.
func (r *reader) wholePara(n, k int, np [2]int) {
	p := &r.paras[n]
	if k >= p.items[1] {
		return
	}
	span := r.rangeSpan([2]int{k, p.items[1]})
	q := nutgraf.Quote{Kind: nutgraf.Direct, Span: span, Parts: []nutgraf.Span{span}, Speaker: -1, When: -1, Modality: "say"}
	g := grounds{use: -1, unit: p.units[0], para: n, unit0: p.units[0], para0: n, first: k, last: p.items[1] - 1, utter: true, np: np}
	if np[1] <= np[0] {
		g.np, g.use = r.leadIn(p.units[0], k)
		if at := r.signedAt(n); at > 0 && (g.np[1] <= g.np[0] || p.kind == nutgraf.Embed) && p.kind != nutgraf.Paragraph {
			g.np, g.use, g.signed = r.signer(at), -1, at
			if sig := r.rangeSpan(r.paras[at].items); strings.Contains(sig.Of(r.text), "(@") {
				q.Medium, q.MediumSpan = "social media", sig
			}
		}
	} else if s := r.rangeSpan(np).Of(r.text); len(strings.TrimSpace(s)) < 2 || s == "Answer" || s == "Question" {
		g.answer, g.np = r.answer(np), [2]int{}
		g.mute = true
	}
	r.quotes, r.froms = append(r.quotes, q), append(r.froms, g)
}

// dropUnder removes the indirect quotations, among the first old ones, that
// stand inside words that are themselves spoken: those from old on. Inside a
// mixed one it removes all.
func (r *reader) dropUnder(old int) {
	out := 0
	for i := range r.quotes {
		q := &r.quotes[i]
		if i < old {
			k := old + sort.Search(len(r.quotes)-old, func(k int) bool { return r.quotes[old+k].Span.End >= q.Span.End })
			if k < len(r.quotes) && r.quotes[k].Span.Contains(q.Span) && (r.paras[r.froms[k].para0].voice > 0 && q.Kind != nutgraf.Direct || q.Kind == nutgraf.Indirect || r.quotes[k].Kind == nutgraf.Mixed) {
				continue
			}
		}
		r.quotes[out], r.froms[out] = r.quotes[i], r.froms[i]
		out++
	}
	r.quotes, r.froms = r.quotes[:out], r.froms[:out]
}
