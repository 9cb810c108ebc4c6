package quantity

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/numeral"
)

// clauseReach is how many atoms before a quantity its clause is searched.
const clauseReach = 24

// windowReach is how many times on either side of a quantity may be its window.
const windowReach = 6

// subjectReach is how many atoms behind a quantity its verb is looked for.
const subjectReach = 8

// hedgeReach is how many atoms before a quantity words still weaken it.
const hedgeReach = 8

// stand settles hedge, status, window and source of a quantity that takes atoms
// [first, next).
func (f *Finder) stand(w *work, q *nutgraf.Quantity, first, next int) {
	if !f.hedgeBehind(w, q, next) && !f.hedgeSign(w, q, first) {
		f.hedge(w, q, first, next)
	}
	opens := f.opens(w, q, first, next)
	if !opens {
		f.status(w, q, first)
	}
	if q.StatusSpan.IsZero() {
		f.statusBehind(w, q, next)
	}
	f.window(w, q, first, next, opens)
	f.source(w, q, first)
}

// hedge reads how firmly the number is stated.
func (f *Finder) hedge(w *work, q *nutgraf.Quantity, first, next int) {
	for i := first - 1; i >= 0 && i >= first-hedgeReach && !f.ends(w, i); i-- {
		p, to := f.hedges.at(w.atoms, i)
		if p == nil || to > first {
			continue
		}
		if p2, k := f.wider(w, p, i, to); p2.value == "none" {
			i = k
			continue
		}
		if to < first && (bound(p.value) || p.value == "approximate") {
			continue
		}
		if f.spans(w, i, to, next) || f.thing(w, i, to) || f.reaches(w, i) {
			return
		}
		if to == first && f.governs(w, q, i, first, next) {
			return
		}
		if q.Kind == nutgraf.Superlative && (bound(p.value) || p.value == "approximate" && !f.falling(w, i)) {
			continue // spoke about the largest boat
		}
		p, i = f.wider(w, p, i, to)
		f.apply(q, p.value, f.span(w, i, to))
		return
	}
}

// wider looks for what a hedge that takes atoms [i, to) belongs to: a longer
// phrase, or a bound before an approximation ("less than roughly 40").
func (f *Finder) wider(w *work, p *page, i, to int) (*page, int) {
	for k := i - 1; k >= 0 && k >= i-longestHedge; k-- {
		p2, to2 := f.hedges.at(w.atoms, k)
		if p2 != nil && (to2 == to || to2 == i && p.value == "approximate" && bound(p2.value)) {
			p, i = p2, k
		}
	}
	return p, i
}

// longestHedge is how many atoms a hedge takes before its last.
const longestHedge = 4

// spans reports whether the hedge that takes atoms [i, to) is an "over" that
// tells how long something takes: "$10 million over two years".
func (f *Finder) spans(w *work, i, to, next int) bool {
	return to == i+1 && to < next && w.atoms[i].Entry == f.is.over && (next == to+1 && w.atoms[to].Entry == f.is.one ||
		f.lex.Mask(&w.atoms[next-1])&f.is.spell != 0 && !f.lex.Exceeds(w.atoms, i, next))
}

// governs tells the preposition at atom i from a hedge before the few in atoms
// [first, next): "a tale about one boat", "served under three mayors".
func (f *Finder) governs(w *work, q *nutgraf.Quantity, i, first, next int) bool {
	if q.Kind != nutgraf.Cardinal || next != first+1 || q.Value > 10 || w.atoms[first].Kind != numeral.Word || f.maskAt(w, first)&numeral.Digit == 0 {
		return false
	}
	switch w.word(i) {
	case "about":
		return w.atoms[first].Entry == f.is.one
	case "under", "over", "above", "below", "near":
		return w.word(i-1) != "just" && w.word(i-1) != "well" && w.word(i-1) != "slightly" && w.word(i-1) != "a"
	}
	return false
}

// reaches tells "went back up to 40" from "up to 40".
func (f *Finder) reaches(w *work, i int) bool {
	if w.word(i) != "up" {
		return false
	}
	return f.reaching[w.word(i-1)]
}

// thing tells the noun in "military projects passed by 20 votes" from the verb in
// "the bank projects that 20 boats sink", behind which an article, a pronoun or
// the number itself stands.
func (f *Finder) thing(w *work, i, to int) bool {
	if w.word(i) != "projects" || to >= len(w.atoms) {
		return false
	}
	switch w.word(to) {
	case "that", "a", "an", "the", "it", "its", "he", "she", "they", "there", "about", "some", "nearly":
		return false
	}
	return w.atoms[to].Kind == numeral.Word && !w.atoms[to].Upper
}

// hedgeSign reads "<", "≥" and "~" before the number.
func (f *Finder) hedgeSign(w *work, q *nutgraf.Quantity, first int) bool {
	i := first - 1
	if i < 0 || w.atoms[i].Kind != numeral.Symbol {
		return false
	}
	value := ""
	switch s := w.atoms[i].Sym; {
	case s == '>':
		value = "above"
	case s == '<':
		value = "below"
	case s == '≥', s == '=' && i > 0 && w.atoms[i-1].Sym == '>':
		value = "atleast"
	case s == '≤', s == '=' && i > 0 && w.atoms[i-1].Sym == '<':
		value = "atmost"
	case s == '~', s == '≈':
		value = "approximate"
	default:
		return false
	}
	from := i
	if w.atoms[i].Sym == '=' {
		from--
	}
	f.apply(q, value, f.span(w, from, first))
	return true
}

// hedgeBehind reads "or more", "or so", "and up", "-plus" and "+" behind the number.
func (f *Finder) hedgeBehind(w *work, q *nutgraf.Quantity, next int) bool {
	value, to := "", next+2
	switch w.word(next) {
	case "or":
		value = orElse(w.word(next + 1))
	case "and":
		switch w.word(next + 1) {
		case "up", "above", "over", "counting":
			value = "atleast"
		}
	case "+":
		value, to = "atleast", next+1
		if !w.atoms[next].Glued || next+1 < len(w.atoms) && w.atoms[next+1].Kind == numeral.Digits {
			return false
		}
	case "-":
		if !w.atoms[next].Glued || next+1 >= len(w.atoms) || !w.atoms[next+1].Glued {
			return false
		}
		switch w.word(next + 1) {
		case "plus":
			value = "atleast"
		case "odd":
			value = "approximate"
		}
	case "plus":
		value, to = "atleast", next+1
		if next+1 < len(w.atoms) && (w.atoms[next+1].Kind == numeral.Digits || f.maskAt(w, next+1)&numeral.Article != 0) {
			return false
		}
	}
	if value == "" {
		return false
	}
	f.apply(q, value, f.span(w, next, to))
	return true
}

// orElse gives the hedge of the word behind "or".
func orElse(word string) string {
	switch word {
	case "more", "greater", "higher", "above", "over":
		return "atleast"
	case "less", "fewer", "lower", "under", "below":
		return "atmost"
	case "so":
		return "approximate"
	}
	return ""
}

func (w *work) word(i int) string {
	if i < 0 || i >= len(w.atoms) {
		return ""
	}
	return w.text[w.atoms[i].Start:w.atoms[i].End]
}

func (f *Finder) span(w *work, from, to int) nutgraf.Span {
	return nutgraf.Span{Start: int(w.atoms[from].Start), End: int(w.atoms[to-1].End)}
}

func bound(v string) bool {
	return v == "above" || v == "atleast" || v == "below" || v == "atmost"
}

func (f *Finder) apply(q *nutgraf.Quantity, value string, s nutgraf.Span) {
	q.HedgeSpan = s
	switch value {
	case "above", "atleast":
		q.Hedge = nutgraf.Bound
		q.High = Open
	case "below", "atmost":
		q.Hedge = nutgraf.Bound
		q.Low = -Open
	default:
		q.Hedge = nutgraf.Hedge(value)
	}
}

// ends reports whether an atom parts clauses.
func (f *Finder) ends(w *work, i int) bool {
	a := &w.atoms[i]
	if a.Kind != numeral.Symbol {
		return false
	}
	switch a.Sym {
	case ';', ':', '—', '“', '”', '"', '(', ')', '?', '!':
		return true
	case '–', '-': // between spaces, or two of them
		return i+1 < len(w.atoms) && (!a.Glued && !w.atoms[i+1].Glued || w.atoms[i+1].Sym == '-' && w.atoms[i+1].Glued)
	}
	return false
}

// status reads whether what is stated has come about: the strongest word of the
// clause before the number decides.
func (f *Finder) status(w *work, q *nutgraf.Quantity, first int) {
	best := 0
	for i := first - 1; i >= 0 && i >= first-clauseReach && !f.ends(w, i) && !f.turns(w, i); i-- {
		p, to := f.states.at(w.atoms, i)
		if p == nil || to > first || f.monthMay(w, i) {
			continue
		}
		if p.value == "none" {
			if best > 0 && q.StatusSpan.End <= int(w.atoms[to-1].End) {
				best, q.Status, q.StatusSpan = 0, nutgraf.Achieved, nutgraf.Span{}
			}
			continue
		}
		if r := rank(p.value, first-i); r > best {
			best = r
			q.Status = statusOf(p.value)
			q.StatusSpan = f.span(w, i, to)
		} else if best > 0 && statusOf(p.value) == q.Status && q.StatusSpan.Start >= int(w.atoms[i].Start) && q.StatusSpan.End <= int(w.atoms[to-1].End) {
			q.StatusSpan = f.span(w, i, to)
		}
		if f.comma(w, i) && best > 0 {
			return
		}
	}
}

// turns reports whether a clause begins at atom i of which the words before it tell
// no status: "it could sink, but 40 were saved", "the mayor would pay, who sold 40",
// "he may be fined after selling 40".
func (f *Finder) turns(w *work, i int) bool {
	m := f.maskAt(w, i)
	if m&f.is.turn != 0 {
		return w.word(i) != "so" || f.comma(w, i)
	}
	return m&f.is.relative != 0 && f.comma(w, i) || w.word(i) == "after" && strings.HasSuffix(w.word(i+1), "ing")
}

// opens reports whether the quantity opens a clause that ", and" joins to another:
// "they may sail in May, and 40 boats were sold".
func (f *Finder) opens(w *work, q *nutgraf.Quantity, first, next int) bool {
	if first < 2 || f.maskAt(w, first-1)&numeral.And == 0 || w.atoms[first-2].Sym != ',' {
		return false
	}
	at := next
	if !q.Counted.IsZero() && q.Counted.Start >= q.Span.End {
		at = f.atomAt(w, q.Counted.End)
	}
	if at >= len(w.atoms) || w.atoms[at].Kind != numeral.Word {
		return false
	}
	switch w.word(at) {
	case "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might":
		return true
	}
	return w.atoms[at].Past || f.maskAt(w, at)&(f.is.past|f.is.sayverb) != 0
}

// statusBehind reads the verb of which the quantity is the subject: "26 percent
// of the staff will go".
func (f *Finder) statusBehind(w *work, q *nutgraf.Quantity, next int) {
	for i := next; i < len(w.atoms) && i < next+subjectReach && !f.ends(w, i) && w.atoms[i].Sym != ','; i++ {
		switch w.word(i) {
		case "that", "who", "which", "if", "when", "and", "but", "was", "were", "is", "are", "had", "has", "have", "he", "she", "it", "they", "we", "you", "I":
			return
		}
		p, to := f.states.at(w.atoms, i)
		if p == nil || p.value == "denied" || p.value == "maybe" || f.monthMay(w, i) {
			continue
		}
		if p.value == "none" {
			return
		}
		q.Status, q.StatusSpan = statusOf(p.value), f.span(w, i, to)
		return
	}
}

// monthMay tells the month in "in May" from the verb.
func (f *Finder) monthMay(w *work, i int) bool {
	return i > 0 && w.word(i) == "May"
}

// falling reports whether the word at atom i says that what follows is not quite
// reached: "nearly the largest".
func (f *Finder) falling(w *work, i int) bool {
	return f.short[w.word(i)]
}

// comma reports whether a clause may end before atom i.
func (f *Finder) comma(w *work, i int) bool { return i > 0 && w.atoms[i-1].Sym == ',' }

func statusOf(v string) nutgraf.Status {
	switch v {
	case "projected":
		return nutgraf.StatusProjected
	case "hypothetical", "maybe":
		return nutgraf.Hypothetical
	case "denied":
		return nutgraf.Denied
	}
	return nutgraf.Achieved
}

// rank weighs a status word by kind and nearness; a denial must stand near.
func rank(v string, distance int) int {
	switch {
	case v == "denied" && distance <= 4:
		return 40
	case v == "projected" && distance <= 14:
		return 30
	case v == "maybe" && distance <= 3: // "potentially 40"
		return 20
	case v == "hypothetical" && distance <= 14:
		return 20
	}
	return 0
}
