package standing

import "strings"

// phrases are looked for in a text all at once, by how they begin.
type phrases struct {
	begin [1 << 10]uint64     // which two bytes any begins with
	by    map[uint16][]string // the phrases, by their first two bytes
}

// newPhrases makes phrases of two bytes or more each.
func newPhrases(list []string) *phrases {
	p := &phrases{by: map[uint16][]string{}}
	for _, f := range list {
		k := pair(f, 0)
		p.begin[k>>6] |= 1 << (k & 63)
		p.by[k] = append(p.by[k], f)
	}
	return p
}

func pair(s string, at int) uint16 { return uint16(s[at])<<8 | uint16(s[at+1]) }

// in reports whether any of the phrases stands in a text.
func (p *phrases) in(text string) bool {
	for i := 0; i+1 < len(text); i++ {
		if p.at(text, i) {
			return true
		}
	}
	return false
}

// at reports whether any of the phrases stands in a text from byte i on.
func (p *phrases) at(text string, i int) bool {
	if i+1 >= len(text) {
		return false
	}
	k := pair(text, i)
	if p.begin[k>>6]>>(k&63)&1 == 0 {
		return false
	}
	for _, f := range p.by[k] {
		if strings.HasPrefix(text[i:], f) {
			return true
		}
	}
	return false
}
