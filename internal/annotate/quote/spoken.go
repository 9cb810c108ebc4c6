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
		case p.kind == nutgraf.Quoted && r.signature(p):
		case p.kind == nutgraf.Quoted && !r.hasMarks(p):
			r.wholePara(n, p.items[0], [2]int{})
		case p.kind == nutgraf.Headline && r.turn(p) > 0 && !r.hasMarks(p):
			k := r.turn(p)
			r.wholePara(n, k, [2]int{p.items[0], k - 1})
			r.quotes[len(r.quotes)-1].Kind = nutgraf.Indirect
		case turns && r.turn(p) > 0:
			k := r.turn(p)
			r.wholePara(n, k, [2]int{p.items[0], k - 1})
		}
	}
	if len(r.quotes) > old {
		r.dropUnder(old)
	}
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

// turn returns the first item of what is said in a paragraph that begins with
// a name and a colon, or 0.
func (r *reader) turn(p *para) int {
	for k := p.items[0]; k < p.items[1] && k < p.items[0]+4; k++ {
		it := &r.items[k]
		if r.str(k) == ":" {
			if k > p.items[0] && k+1 < p.items[1] && r.items[k+1].piece < 0 && p.items[1]-k > 3 && r.speakerLabel(p.items[0], k) {
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

// signature reports whether a paragraph of a quoted block only signs it, as the
// last line of a post does: "— Ann Lee (@annlee) May 5, 2020", or is a link.
func (r *reader) signature(p *para) bool {
	a, b := p.items[0], p.items[1]
	if b <= a || b-a > maxSignature {
		return false
	}
	for a < b-1 && r.items[a].is(cOther) {
		a++ // the mark of a quoted line in plain text
	}
	s := r.rangeSpan([2]int{a, b}).Of(r.text)
	if !strings.Contains(s, " ") && strings.Contains(s, "/") {
		return true
	}
	k := a
	for k < b && r.items[k].is(cDash) {
		k++
	}
	if k == a || k == b || !r.items[k].upper && s[0] != '@' {
		return strings.HasPrefix(s, "@") && b-a < 6
	}
	for j := k; j < b; j++ {
		if it := &r.items[j]; !it.upper && (it.is(cAux|cPron) || r.finite(j)) {
			return false
		}
	}
	return true
}

// signer returns the name in the signature that paragraph n is, if it is one.
func (r *reader) signer(n int) [2]int {
	if n >= len(r.paras) || r.paras[n].kind != nutgraf.Quoted || !r.signature(&r.paras[n]) {
		return [2]int{}
	}
	k, b := r.paras[n].items[0], r.paras[n].items[1]
	for k < b && r.items[k].is(cDash|cOther) {
		k++
	}
	end := k
	for end < b && r.items[end].upper && !r.items[end].is(cTime) && r.nominal(end) {
		end++
	}
	return [2]int{k, end}
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
		if g.np[1] <= g.np[0] && p.kind == nutgraf.Quoted {
			g.np = r.signer(n + 1)
		}
	} else if s := r.rangeSpan(np).Of(r.text); len(strings.TrimSpace(s)) < 2 {
		g.np = [2]int{}
		g.mute = true
	}
	r.quotes, r.froms = append(r.quotes, q), append(r.froms, g)
}

// dropUnder removes the indirect quotations, among the first old ones, that
// stand inside words that are themselves spoken: those from old on.
func (r *reader) dropUnder(old int) {
	out := 0
	for i := range r.quotes {
		q := &r.quotes[i]
		if i < old && q.Kind == nutgraf.Indirect {
			k := old + sort.Search(len(r.quotes)-old, func(k int) bool { return r.quotes[old+k].Span.End >= q.Span.End })
			if k < len(r.quotes) && r.quotes[k].Span.Contains(q.Span) {
				continue
			}
		}
		r.quotes[out], r.froms[out] = r.quotes[i], r.froms[i]
		out++
	}
	r.quotes, r.froms = r.quotes[:out], r.froms[:out]
}
