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
			if s := r.str(k); s != "with" && s != "to" && s != "With" || !r.talk(r.str(k-1)) {
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

// minQuestions is the number of paragraphs that only put a question to somebody from which
// on a text is set as an interview.
const minQuestions = 3

// maxQuestion bounds such a paragraph, in items.
const maxQuestion = 60

// asAnswer settles quotation i, which nothing attributes, on the one person whom the title
// or the opening of an interview set as questions and answers names, and reports whether
// it is such an answer.
func (r *reader) asAnswer(i int) bool {
	g := &r.froms[i]
	p := &r.paras[g.para0]
	if !r.bare(i) || g.first != p.items[0] || p.units[1] <= p.units[0] || !r.byItself(&r.units[p.units[0]]) {
		return false
	}
	if n, first := r.questions(); n < minQuestions || g.para0 <= first {
		return false
	}
	e := r.interviewee()
	if e < 0 {
		e = r.inTitle()
	}
	if e < 0 {
		return false
	}
	q := &r.quotes[i]
	r.speak(q, e)
	q.How, q.Modality, q.Confidence = nutgraf.HowPosition, "reply", 0.6
	return true
}

// questions returns how many paragraphs only put a question to somebody, and the first.
func (r *reader) questions() (n, first int) {
	if r.asked.known {
		return r.asked.n, r.asked.first
	}
	for k := range r.paras {
		p := &r.paras[k]
		if p.items[1]-p.items[0] < 4 || p.items[1]-p.items[0] > maxQuestion || r.str(p.items[1]-1) != "?" || r.hasMarks(p) {
			continue
		}
		for j := p.items[0]; j < p.items[1]; j++ {
			if s := r.str(j); equalFold(s, "you") || equalFold(s, "your") {
				if n == 0 {
					first = k
				}
				n++
				break
			}
		}
	}
	r.asked.known, r.asked.n, r.asked.first = true, n, first
	return n, first
}

// inTitle returns the one person whom the document's title names in full, or -1.
func (r *reader) inTitle() int {
	found := -1
	for e := range r.ann.Entities {
		x := &r.ann.Entities[e]
		if x.Type != nutgraf.Person || !strings.Contains(x.Name, " ") || !strings.Contains(r.doc.Title, x.Name) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

func (r *reader) talk(s string) bool {
	return r.lex.talks[strings.ToLower(s)]
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
