package mention

import (
	"nutgraf"
)

// trace is where a person was last spoken of.
type trace struct {
	sentence int
	token    int
	subject  bool
	sayer    bool
}

// pronouns resolves "he" and "she" outside quotation marks to the person last
// spoken of, where one stands out.
func (b *book) pronouns() {
	traces := make([]trace, len(b.people))
	for i := range traces {
		traces[i].sentence = -9
	}
	c, r := 0, 0
	roles := len(b.spoken)
	for n := range b.seg.Sentences {
		s := b.seg.Sentences[n]
		fresh := true // no subject seen yet
		for i := s.First; i < s.Last; i++ {
			for r < roles && b.spoken[r].tok < i {
				r++
			}
			for c < len(b.cands) && b.cands[c].first < i {
				c++
			}
			if c < len(b.cands) && b.cands[c].first == i && b.isPerson(&b.cands[c]) {
				end := b.cands[c].last
				b.note(traces, b.ents[b.cands[c].entity].who, n, i, end, &fresh)
				continue
			}
			if r < roles && b.spoken[r].tok == i && b.spoken[r].entity >= 0 {
				b.note(traces, b.ents[b.spoken[r].entity].who, n, i, b.headOf(&b.spoken[r])+1, &fresh)
				continue
			}
			sex := b.pronounSex(i)
			if sex == 0 || b.shows(i, inQuotes) {
				continue
			}
			e := b.antecedent(traces, sex, n, i)
			m := said{b.span(i, i+1), i, -1, nutgraf.ByPronoun}
			if e >= 0 {
				m.entity = b.people[e].ent
				b.people[e].sex = sex
				b.note(traces, e, n, i, i+1, &fresh)
			}
			b.spoken = append(b.spoken, m)
		}
	}
}

// pronounSex is -1 for "he", +1 for "she", else 0.
func (b *book) pronounSex(i int) int8 {
	switch b.of(i) {
	case "he", "He", "HE":
		return -1
	case "she", "She", "SHE":
		return 1
	}
	return 0
}

// note records that person who is spoken of by tokens [i, end) of sentence n.
func (b *book) note(traces []trace, who, n, i, end int, fresh *bool) {
	if b.shows(i, inQuotes) {
		return
	}
	t := &traces[who]
	owner := b.possessive(end)
	subject := *fresh && !owner && !b.is(i-1, placeCue) && !b.governed(i)
	if subject {
		*fresh = false
	}
	if t.sentence == n && t.subject {
		subject = true // once the subject, always the subject of its sentence
	}
	*t = trace{sentence: n, token: i, subject: subject, sayer: b.is(end, personVerb) || b.is(i-1, personVerb)}
}

// governed reports whether a preposition stands before token i.
func (b *book) governed(i int) bool {
	if i == 0 {
		return false
	}
	switch b.of(i - 1) {
	case "of", "to", "with", "for", "by", "from", "against", "about", "on", "in", "at", "like", "between", "alongside", "than", "under", "after", "before":
		return true
	}
	return false
}

// antecedent is the person whom a pronoun of sentence n at token i speaks of;
// -1 when none stands out.
func (b *book) antecedent(traces []trace, sex int8, n, i int) int {
	const margin = 6
	found, most, second := -1, 0, 0
	for k := range traces {
		p := &b.people[k]
		if p.sex != 0 && p.sex != sex {
			continue
		}
		score := weightOf(&traces[k], n)
		if score == 0 {
			continue
		}
		if p.sex == sex {
			score += 8
		}
		if b.ents[p.ent].kind == character {
			score -= 8
		}
		switch {
		case score > most:
			found, most, second = k, score, most
		case score > second:
			second = score
		}
	}
	if most-second < margin {
		return -1
	}
	return found
}

// weightOf is how present a person is in sentence n.
func weightOf(t *trace, n int) int {
	score := 0
	switch n - t.sentence {
	case 0:
		score = 30
	case 1:
		score = 24
	case 2:
		score = 12
	case 3:
		score = 6
	default:
		return 0
	}
	if t.subject {
		score += 15
	}
	if t.sayer {
		score += 8
	}
	return score
}
