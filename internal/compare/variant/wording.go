package variant

import (
	"slices"
	"strings"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/fold"
)

// kind names how a wording stands to the fullest one.
func kind(steps []align.Step, model, mine line) nutgraf.VariantKind {
	dropped, added, bracketed, middle, ellipsis := 0, 0, false, 0, false
	for i, s := range steps {
		switch s.Op {
		case align.Drop:
			dropped += s.A1 - s.A0
			if i > 0 && i+1 < len(steps) {
				middle += s.A1 - s.A0
			}
		case align.Add:
			added += s.B1 - s.B0
		}
	}
	for k, t := range mine.text {
		bracketed = bracketed || mine.raws[k].bracket
		ellipsis = ellipsis || k > 0 && k+1 < len(mine.text) && (strings.Contains(t, "…") || strings.Contains(t, "..."))
	}
	switch {
	case dropped == 0 && added == 0:
		return sameWords(model, mine)
	case added > 0 || bracketed:
		return nutgraf.Edited
	case middle >= 12:
		return nutgraf.Spliced
	case middle > 0 || ellipsis:
		return nutgraf.Edited
	}
	return nutgraf.Truncated
}

// sameWords tells the same words with the same marks from the same words with
// others. Marks at the ends, where a report's own sentence joins on, are no
// difference.
func sameWords(model, mine line) nutgraf.VariantKind {
	const atEnds = ".,;:!?—–- \"'“”‘’"
	if model.mark != mine.mark {
		return nutgraf.Typographic
	}
	for k := range mine.text {
		a, b := model.text[k], mine.text[k]
		if strings.TrimRight(a, atEnds) != strings.TrimRight(b, atEnds) {
			return nutgraf.Typographic
		}
		if a != b && k > 0 && k+1 < len(mine.text) && mine.raws[k+1].span.Start-mine.raws[k].span.End <= 2 {
			return nutgraf.Typographic
		}
	}
	return nutgraf.Verbatim
}

// smooth takes back kept runs of one or two words that stand by chance amid
// longer changes, so that a diff reads as phrases.
func smooth(steps []align.Step) []align.Step {
	var out []align.Step
	for i, s := range steps {
		n := s.A1 - s.A0
		if s.Op != align.Keep || n > 2 || !changed(steps, i-1, n) || !changed(steps, i+1, n) {
			out = append(out, s)
			continue
		}
		out = append(out, align.Step{Op: align.Drop, A0: s.A0, A1: s.A1, B0: s.B0, B1: s.B0},
			align.Step{Op: align.Add, A0: s.A1, A1: s.A1, B0: s.B0, B1: s.B1})
	}
	return regroup(out)
}

// changed reports whether more than n words are dropped, and more than n added,
// in the run of changes that holds step i.
func changed(steps []align.Step, i, n int) bool {
	dropped, added := 0, 0
	count := func(k int) bool {
		if k < 0 || k >= len(steps) || steps[k].Op == align.Keep {
			return false
		}
		dropped += steps[k].A1 - steps[k].A0
		added += steps[k].B1 - steps[k].B0
		return true
	}
	for k := i; count(k); k++ {
	}
	for k := i - 1; count(k); k-- {
	}
	return dropped > n && added > n
}

// regroup puts the drops of a run of changes before its adds.
func regroup(steps []align.Step) []align.Step {
	var out []align.Step
	for i := 0; i < len(steps); {
		if steps[i].Op == align.Keep {
			out = append(out, steps[i])
			i++
			continue
		}
		end := i
		for end < len(steps) && steps[end].Op != align.Keep {
			end++
		}
		first, last := steps[i], steps[end-1]
		if last.A1 > first.A0 {
			out = append(out, align.Step{Op: align.Drop, A0: first.A0, A1: last.A1, B0: first.B0, B1: first.B0})
		}
		if last.B1 > first.B0 {
			out = append(out, align.Step{Op: align.Add, A0: last.A1, A1: last.A1, B0: first.B0, B1: last.B1})
		}
		i = end
	}
	return out
}

// diff lays the steps out in words. Words that a report puts in brackets are
// its editor's.
func (r *finder) diff(steps []align.Step, model, mine line) []nutgraf.Edit {
	var out []nutgraf.Edit
	add := func(op nutgraf.EditOp, text string) {
		if n := len(out); n > 0 && out[n-1].Op == op {
			out[n-1].Text += " " + text
			return
		}
		out = append(out, nutgraf.Edit{Op: op, Text: text})
	}
	for _, s := range steps {
		switch s.Op {
		case align.Drop:
			add(nutgraf.Drop, model.words(s.A0, s.A1))
			continue
		case align.Keep:
			add(nutgraf.Keep, mine.after(s.B0, s.B1))
			continue
		}
		for k := s.B0; k < s.B1; {
			end := k
			for end < s.B1 && mine.raws[end].bracket == mine.raws[k].bracket {
				end++
			}
			op := nutgraf.Add
			if mine.raws[k].bracket {
				op = nutgraf.Bracket
			}
			add(op, mine.after(k, end))
			k = end
		}
	}
	return out
}

// turnsWithin is how many words from what is kept a dropped word can turn its
// sense.
const turnsWithin = 10

// turned returns the words of what was dropped that can turn the sense of what was
// kept: those of a sentence of which something is kept, a few words off. A fragment
// of a long statement drops nearly all of it, and tells by that nothing; where the
// report itself has a word of the same kind, within the marks or in its own sentence
// round them (could not “effectively lead”), nothing is turned. A "but" alone turns
// nothing.
func (r *finder) turned(steps []align.Step, model, mine line, v wording) []string {
	kept := make([]bool, len(model.keys))
	for k := range kept {
		kept[k] = true
	}
	for _, s := range steps {
		if s.Op == align.Drop {
			clear(kept[s.A0:s.A1])
		}
	}
	var out []string
	var still map[string]bool
	alone := true
	for k := range kept {
		class := r.turns[model.keys[k]]
		if kept[k] || class == "" || model.month(k) || !beside(kept, model, k) {
			continue
		}
		if still == nil {
			still = r.kindsTold(mine, v)
		}
		if w := fold.String(model.text[k]); !still[class] && !slices.Contains(out, w) {
			out = append(out, w)
			alone = alone && class == "contrast"
		}
	}
	if alone {
		return r.conceded(kept, model)
	}
	return out
}

// conceded returns the words of a clause that a wording drops up to the "but" before
// what it keeps, where that clause denies or limits: who says that he cannot tell, but
// that it looks so, is quoted with the second half only.
func (r *finder) conceded(kept []bool, model line) []string {
	for k := 1; k+1 < len(kept); k++ {
		if kept[k] || !kept[k+1] || r.turns[model.keys[k]] != "contrast" || model.parts(k) {
			continue
		}
		var out []string
		for i := k - 1; i >= 0 && !kept[i] && !model.parts(i); i-- {
			if class := r.turns[model.keys[i]]; class != "" && class != "contrast" && !model.month(i) {
				out = append(out, fold.String(model.text[i]))
			}
		}
		if len(out) > 0 {
			slices.Reverse(out)
			return append(out, fold.String(model.text[k]))
		}
	}
	return nil
}

// kindsTold returns the kinds of words that can turn a sense and that stand in a
// wording or in the sentences of its report round it.
func (r *finder) kindsTold(mine line, v wording) map[string]bool {
	out := map[string]bool{}
	for _, k := range mine.keys {
		out[r.turns[k]] = true
	}
	m := r.members[v.doc]
	for _, b := range v.bits {
		p := &r.pieces[b.piece]
		n := m.Seg.SentenceAt(p.q.Span.Start)
		if n < 0 {
			continue
		}
		for _, w := range fold.Words(nil, m.Seg.Sentences[n].Span.Of(m.Doc.Text), 0) {
			out[r.turns[w.Key]] = true
		}
	}
	return out
}

// leastKept is how many words of a sentence must be kept for the ones it drops to turn
// them: a name or two in marks state nothing.
const leastKept = 4

// beside reports whether enough words near word k in its sentence are kept.
func beside(kept []bool, l line, k int) bool {
	n := 0
	for i := k + 1; i < min(len(kept), k+turnsWithin) && !l.parts(i-1); i++ {
		n += count(kept[i])
	}
	for i := k - 1; i >= max(0, k-turnsWithin) && !l.parts(i); i-- {
		n += count(kept[i])
	}
	return n >= leastKept
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// parts reports whether a sentence ends with word i of a line, or a report breaks off
// there.
func (l *line) parts(i int) bool {
	const gap = 3 // bytes between two words of one piece, at most
	return stops(l.text[i]) || i+1 < len(l.raws) && (l.raws[i+1].span.Start < l.raws[i].span.End || l.raws[i+1].span.Start > l.raws[i].span.End+gap)
}

// month reports whether the word at i is the month of May, by its capital inside a
// sentence.
func (l *line) month(i int) bool {
	return i > 0 && !l.parts(i-1) && strings.HasPrefix(l.text[i], "May")
}

// stops reports whether a word, with the marks that cling to it, ends a sentence.
func stops(word string) bool {
	word = strings.TrimRight(word, "\"'”’)]")
	return word != "" && strings.IndexByte(".!?", word[len(word)-1]) >= 0
}

// reachTo is the number of bytes that the words from a cue to the one spoken
// to may take up.
const reachTo = 80

// address fills in to whom this report says it was said, and who it says spoke.
func (r *finder) address(out *nutgraf.Variant, v wording) {
	for _, b := range v.bits {
		r.spokenTo(out, r.pieces[b.piece].q, r.members[v.doc].Doc)
	}
}

func (r *finder) spokenTo(out *nutgraf.Variant, q *nutgraf.Quote, doc *nutgraf.Document) {
	r.own(out, q, doc)
	if out.To != "" || q.Addressee.IsZero() {
		return
	}
	s := q.Addressee
	if !q.Cue.IsZero() && q.Cue.Start < s.Start && s.End-q.Cue.Start <= reachTo && !strings.ContainsAny(doc.Text[q.Cue.Start:s.End], "\"“”\n") {
		s.Start = q.Cue.Start
	}
	out.ToCite = doc.Cite(s)
	out.To = out.ToCite.Text
}

// own keeps what this report itself says of the speaker; of several pieces the
// one with the best ground speaks.
func (r *finder) own(out *nutgraf.Variant, q *nutgraf.Quote, doc *nutgraf.Document) {
	if q.Name == "" && q.Source.IsZero() {
		return
	}
	if out.Speaker != "" && grade(out.How) >= grade(q.How) {
		return
	}
	out.Speaker, out.How = q.Name, q.How
	if !q.Source.IsZero() {
		out.SpeakerCite = doc.Cite(q.Source)
	}
}

// grade orders the grounds of an attribution.
func grade(h nutgraf.How) int {
	switch h {
	case nutgraf.HowCue:
		return 5
	case nutgraf.HowPronoun:
		return 4
	case nutgraf.HowRole:
		return 3
	case nutgraf.HowPosition:
		return 2
	case nutgraf.HowReport:
		return 1
	}
	return 0
}
