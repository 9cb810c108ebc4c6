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
			add(nutgraf.Keep, mine.words(s.B0, s.B1))
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
			add(op, mine.words(k, end))
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
// of a long statement drops nearly all of it, and tells by that nothing.
func (r *finder) turned(steps []align.Step, model line) []string {
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
	for k := range kept {
		if kept[k] || r.turns[model.keys[k]] == "" || !beside(kept, model.text, k) {
			continue
		}
		if w := fold.String(model.text[k]); !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// beside reports whether a word near word k in its sentence is kept.
func beside(kept []bool, text []string, k int) bool {
	for i := k + 1; i < min(len(kept), k+turnsWithin) && !stops(text[i-1]); i++ {
		if kept[i] {
			return true
		}
	}
	for i := k - 1; i >= max(0, k-turnsWithin) && !stops(text[i]); i-- {
		if kept[i] {
			return true
		}
	}
	return false
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
