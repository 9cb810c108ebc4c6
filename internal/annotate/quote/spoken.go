package quote

import (
	"strings"

	"nutgraf"
)

// spokenBlocks turns blocks that the page itself marks as quotations, and the
// turns of a dialogue ("Ann Lee: …"), into direct quotations where no marks
// made them so.
func (r *reader) spokenBlocks() {
	turns := r.dialogue()
	for n := range r.paras {
		p := &r.paras[n]
		if p.units[1] <= p.units[0] {
			continue
		}
		switch {
		case p.kind == nutgraf.Quoted && !r.hasMarks(p):
			r.wholePara(n, p.items[0], [2]int{})
		case turns && r.turn(p) > 0:
			k := r.turn(p)
			r.wholePara(n, k, [2]int{p.items[0], k - 1})
		}
	}
}

// dialogue reports whether the document is set as one: three or more
// paragraphs that begin with a speaker's name and a colon.
func (r *reader) dialogue() bool {
	n := 0
	for i := range r.paras {
		if r.turn(&r.paras[i]) > 0 {
			n++
		}
	}
	return n >= 3
}

// turn returns the first item of what is said in a paragraph that begins with
// a name and a colon, or 0.
func (r *reader) turn(p *para) int {
	for k := p.items[0]; k < p.items[1] && k < p.items[0]+4; k++ {
		it := &r.items[k]
		if r.str(k) == ":" {
			if k > p.items[0] && k+1 < p.items[1] && r.items[k+1].piece < 0 && p.items[1]-k > 3 {
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

func (r *reader) hasMarks(p *para) bool {
	for k := p.items[0]; k < p.items[1]; k++ {
		if r.marked(k) {
			return true
		}
	}
	return false
}

// wholePara makes a quotation of the rest of a paragraph from item k on.
func (r *reader) wholePara(n, k int, np [2]int) {
	p := &r.paras[n]
	if k >= p.items[1] {
		return
	}
	span := r.rangeSpan([2]int{k, p.items[1]})
	r.dropUnder(span)
	q := nutgraf.Quote{Kind: nutgraf.Direct, Span: span, Parts: []nutgraf.Span{span}, Speaker: -1, When: -1, Modality: "say"}
	g := grounds{use: -1, unit: p.units[0], para: n, first: k, last: p.items[1] - 1, utter: true, np: np}
	if np[1] <= np[0] {
		g.np, g.use = r.leadIn(p.units[0], k)
	} else if s := r.rangeSpan(np).Of(r.text); len(strings.TrimSpace(s)) < 2 {
		g.np = [2]int{}
		g.mute = true
	}
	r.quotes, r.froms = append(r.quotes, q), append(r.froms, g)
}

// dropUnder removes indirect quotations found inside words that are themselves
// spoken.
func (r *reader) dropUnder(span nutgraf.Span) {
	out := 0
	for i := range r.quotes {
		if r.quotes[i].Kind == nutgraf.Indirect && span.Contains(r.quotes[i].Span) {
			continue
		}
		r.quotes[out], r.froms[out] = r.quotes[i], r.froms[i]
		out++
	}
	r.quotes, r.froms = r.quotes[:out], r.froms[:out]
}
