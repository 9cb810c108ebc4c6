package quote

import (
	"strings"

	"nutgraf"
)

// settle names the speaker of every quotation, in text order.
func (r *reader) settle() {
	for i := range r.quotes {
		r.settleOne(i)
	}
}

func (r *reader) settleOne(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	if g.use >= 0 {
		c := &r.uses[g.use]
		r.cueOf(q, c)
	}
	if g.np[1] > g.np[0] {
		r.resolve(i, g.np)
		return
	}
	r.byPosition(i)
}

// cueOf notes cue and modality.
func (r *reader) cueOf(q *nutgraf.Quote, c *use) {
	q.Cue = nutgraf.Span{Start: r.items[c.at].span.Start, End: r.items[max(c.to-1, c.at)].span.End}
	q.Modality = "say"
	q.Confidence = 0.9
	if c.verb >= 0 {
		q.Modality = r.lex.verbs[c.verb].modality
	}
	if c.accord {
		q.Modality = "say"
	}
}

// resolve settles the speaker on the noun phrase np.
func (r *reader) resolve(i int, np [2]int) {
	q := &r.quotes[i]
	q.Source = r.rangeSpan(np)
	q.How = nutgraf.HowCue
	head := r.headOf(np)
	if e := r.namedIn(np, head); e >= 0 {
		r.speak(q, e)
		return
	}
	it := &r.items[head]
	switch {
	case it.is(cPron | cObj):
		q.How = nutgraf.HowPronoun
		r.byPronoun(i, np)
	case it.is(cPerson|cPeople|cBody|cDoc) || it.word.class == 0:
		q.How = nutgraf.HowRole
		r.byRole(i, np, head)
	}
}

func (r *reader) speak(q *nutgraf.Quote, e int) {
	q.Speaker = e
	q.Name = r.ann.Entities[e].Name
}

// headOf returns the item of the noun that heads a noun phrase: the last word
// before a comma, a preposition or a relative clause.
func (r *reader) headOf(np [2]int) int {
	head := np[0]
	for k := np[0]; k < np[1]; k++ {
		it := &r.items[k]
		if k > np[0] && it.is(cComma|cPrep|cRel|cParen|cDash) {
			break
		}
		if !it.is(cStop|cGenitive) && it.piece < 0 {
			head = k
		}
	}
	return head
}

// namedIn returns the entity that the head of the phrase names, or -1.
func (r *reader) namedIn(np [2]int, head int) int {
	at := r.items[head].span
	x := &r.mentions
	for m := x.first(at.Start); m < len(x.all) && x.all[m].Span.Start < at.End; m++ {
		if x.all[m].Entity >= 0 && x.all[m].Entity < len(r.ann.Entities) && x.all[m].Span.End >= at.End {
			return x.all[m].Entity
		}
	}
	return -1
}

// byPronoun resolves "he", "she", "they", "it" where the mentions do not.
func (r *reader) byPronoun(i int, np [2]int) {
	q := &r.quotes[i]
	p := strings.ToLower(r.str(np[0]))
	var female int8
	switch {
	case strings.HasPrefix(p, "she"):
		female = 1
	case strings.HasPrefix(p, "he"):
		female = -1
	default:
		return
	}
	if e := r.lastPerson(q.Source.Start, female, i); e >= 0 {
		r.speak(q, e)
	}
}

// lastPerson returns the person a pronoun at offset most likely stands for:
// the speaker of the quotation before, or the person named last.
func (r *reader) lastPerson(offset int, female int8, i int) int {
	if i > 0 {
		if e := r.quotes[i-1].Speaker; e >= 0 && r.fits(e, female) {
			return e
		}
	}
	x := &r.mentions
	for m := x.first(offset) - 1; m >= 0 && m > x.first(offset)-60; m-- {
		if e := x.all[m].Entity; e >= 0 && r.fits(e, female) {
			return e
		}
	}
	return -1
}

func (r *reader) fits(e int, female int8) bool {
	n := &r.ann.Entities[e]
	return n.Type == nutgraf.Person && n.Female*female >= 0
}

// byRole names a speaker that the report leaves without a name.
func (r *reader) byRole(i int, np [2]int, head int) {
	q := &r.quotes[i]
	if !r.items[head].is(cPerson | cPeople | cBody | cDoc) {
		return
	}
	start := np[0]
	for start < head && r.items[start].is(cDet|cPoss) {
		start++
	}
	q.Name = "unnamed " + nutgraf.Span{Start: r.items[start].span.Start, End: r.items[head].span.End}.Of(r.text)
}

// byPosition settles a quotation without an attribution of its own on the
// speaker before it.
func (r *reader) byPosition(i int) {
	q, g := &r.quotes[i], &r.froms[i]
	q.How = nutgraf.HowPosition
	q.Confidence = 0.6
	if i > 0 && r.froms[i-1].para >= g.para-1 {
		p := &r.quotes[i-1]
		q.Source, q.Speaker, q.Name, q.Modality = p.Source, p.Speaker, p.Name, "say"
	}
}
