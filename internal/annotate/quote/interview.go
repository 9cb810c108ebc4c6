package quote

import (
	"strings"

	"nutgraf"
)

// maxOpening bounds the paragraphs in which an interview says whom it is with.
const maxOpening = 4

// interviewee returns the person with whom the opening of a dialogue says that it
// was held ("An interview with Ann Lee", "Q&A with Ann Lee"), or -1 where it names
// nobody or several.
func (r *reader) interviewee() int {
	if r.guest == 0 {
		if r.guest = r.findGuest() + 1; r.guest == 0 {
			r.guest = -1
		}
	}
	return max(r.guest, 0) - 1
}

func (r *reader) findGuest() int {
	found := -1
	for n := range r.paras[:min(len(r.paras), maxOpening)] {
		p := &r.paras[n]
		for k := p.items[0] + 1; k+1 < p.items[1]; k++ {
			if s := r.str(k); s != "with" && s != "to" && s != "With" || !talk(r.str(k-1)) {
				continue
			}
			end := r.npForward(k+1, p.items[1])
			if end == k+1 {
				continue
			}
			e := r.namedAt(end - 1)
			if e < 0 || r.ann.Entities[e].Type != nutgraf.Person || e == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = e
		}
	}
	return found
}

func talk(s string) bool {
	switch strings.ToLower(s) {
	case "interview", "q&a", "conversation", "talk", "spoke", "talked", "chat", "sat":
		return true
	}
	return false
}

// answer reports whether the items np label the answers of a dialogue.
func (r *reader) answer(np [2]int) bool {
	s := r.rangeSpan(np).Of(r.text)
	return s == "A" || s == "Answer"
}

// wordsOfAfter names the speaker of quotation i by the paragraph behind it, which
// tells whose words they were: "Those were the words of Ann Lee", "So said Ann Lee".
func (r *reader) wordsOfAfter(i int) bool {
	g := &r.froms[i]
	if g.para+1 >= len(r.paras) {
		return false
	}
	p := &r.paras[g.para+1]
	if p.units[1] <= p.units[0] {
		return false
	}
	u := &r.units[p.units[0]]
	if u.b-u.a < 3 {
		return false
	}
	switch r.str(u.a) {
	case "That", "Those", "This", "These", "Such", "So", "Thus":
	default:
		return false
	}
	switch r.str(u.a + 1) {
	case "was", "were", "is", "are", "said", "spoke", "words":
	case "'s", "’s":
		if s := r.str(u.a + 2); s != "what" && s != "how" {
			return false
		}
	default:
		return false
	}
	for k := u.a + 2; k < u.b && k < u.a+maxPhrase; k++ {
		if e := r.namedAt(k); e >= 0 && r.ann.Entities[e].Type == nutgraf.Person {
			end := k + 1
			for end < u.b && r.namedAt(end) == e {
				end++
			}
			q := &r.quotes[i]
			q.Source = r.rangeSpan([2]int{k, end})
			r.speak(q, e)
			q.How, q.Modality, q.Confidence = nutgraf.HowPosition, "say", 0.6
			return true
		}
	}
	return false
}
