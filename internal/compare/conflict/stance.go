package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// stance is one thing that reports tell in ways of which no two can both be meant: what
// the sentences must have in common, and the ways.
type stance struct {
	kind   nutgraf.ConflictKind
	common string            // "=" for one number, "$" for one amount, "@" for whom it is told of; else words
	words  map[string]string // to what each stands for
	one    bool              // not in the plural
	cells  int
}

// telling is one way of telling a stance: its words, and whether it is told of whom
// stands before them, of whom stands behind them, or of the first towards the second.
type telling struct {
	stance, cell  int
	words         way
	before, after bool
	coming        bool // and that what is behind it is still to come
}

// way is words in a row, of which "..." stands for a few, and which may end in "*".
type way []string

// gap is how many words "..." stands for at the most; stanceDeep is the last sentence of
// a report that is read for them.
const (
	gap        = 6
	anchored   = 7 // words on either side within which a word in common stands
	stanceDeep = 40
)

// stanceTable is the ways of telling by their first words.
type stanceTable struct {
	stances []stance
	ways    map[string][]telling
}

func stancesOf(pack *lang.Pack) stanceTable {
	out := stanceTable{ways: map[string][]telling{}}
	for i, row := range pack.Rows("stances") {
		x := stance{kind: nutgraf.ConflictKind(row[0]), common: row[1], words: map[string]string{}, cells: len(row) - 2}
		for w := range strings.FieldsSeq(row[1]) {
			if w == "1" {
				x.one = true
			}
			alike := strings.Split(w, "/")
			for _, v := range alike {
				x.words[v] = alike[0]
			}
		}
		out.stances = append(out.stances, x)
		for cell, ways := range row[2:] {
			for way := range strings.SplitSeq(ways, "|") {
				t := tellingOf(way)
				t.stance, t.cell = i, cell
				out.ways[t.words[0]] = append(out.ways[t.words[0]], t)
			}
		}
	}
	for _, ways := range out.ways { // the longest first
		slices.SortStableFunc(ways, func(a, b telling) int { return len(b.words) - len(a.words) })
	}
	return out
}

// tellingOf reads a way of telling as lists write it.
func tellingOf(way string) telling {
	t := telling{words: strings.Fields(way)}
	if t.words[0] == "~" {
		t.coming, t.words = true, t.words[1:]
	}
	if t.words[0] == "<" {
		t.before, t.words = true, t.words[1:]
	}
	if k := slices.Index(t.words, ">"); k >= 0 {
		t.after, t.words = true, t.words[:k]
	}
	return t
}

// taken is a sentence that tells a stance in one way.
type taken struct {
	passage
	common []string // what it can have in common with another
}

// meet reports whether two sentences have in common what their stance asks for.
func (a taken) meet(b taken) bool {
	return slices.ContainsFunc(a.common, func(w string) bool { return slices.Contains(b.common, w) })
}

// stances finds what reports tell in two ways: with helping or alone, binding or not,
// dismissed or gone. A report that tells both ways stands on neither side. Their words may
// yet mean one thing, so that they stand in a row only.
func (f *Finder) stances(s Story) []nutgraf.Conflict {
	if len(s.Members) < 2 {
		return nil
	}
	all := make([][][]taken, len(f.stanceTable.stances))
	for i, m := range s.Members {
		for _, sent := range m.Seg.Sentences[:min(len(m.Seg.Sentences), stanceDeep)] {
			f.take(s, i, sent, all)
		}
	}
	var out []nutgraf.Conflict
	for i, cells := range all {
		for a := range cells {
			for b := range a {
				if c, ok := stanceConflict(s, f.stanceTable.stances[i], cells[b], cells[a]); ok {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// stanceConflict lays two ways of telling one thing side by side.
func stanceConflict(s Story, x stance, one, other []taken) (nutgraf.Conflict, bool) {
	c := nutgraf.Conflict{
		Kind: x.kind, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: "The reports tell it in two ways that do not mean one thing.",
		Sides: []nutgraf.Side{{}, {}},
	}
	c.Rule = nutgraf.Evidence{Rule: "conflict.stance", Text: c.Why}
	in := func(list []taken, member int) bool {
		return slices.ContainsFunc(list, func(t taken) bool { return t.member == member })
	}
	for _, a := range one {
		for _, b := range other {
			if a.member == b.member || in(other, a.member) || in(one, b.member) || !a.meet(b) {
				continue
			}
			face(s, &c, a.passage, b.passage)
		}
	}
	if len(c.Sides[0].Evidence) == 0 {
		return c, false
	}
	c.Matter = either(c.Sides[0].Value, c.Sides[1].Value, c.Sides[0].Evidence[0])
	return c, true
}

// opens marks of which lists a word begins a way of telling: every token is looked up once
// for all of them, and most begin none.
type opens uint8

const (
	opensStance opens = 1 << iota
	opensStep
	opensCircumstance
	opensHedge
	opensDoubt
	opensSilence
	opensSort // the noun of a circumstance
)

// opensOf gathers the words that begin a way of telling.
func (f *Finder) opensOf() map[string]opens {
	out := map[string]opens{}
	mark(out, opensStance, f.stanceTable.ways)
	mark(out, opensStep, f.stepTable.ways)
	mark(out, opensCircumstance, f.doneTable.ways)
	for _, sorts := range f.doneTable.sorts {
		mark(out, opensSort, sorts)
	}
	mark(out, opensHedge, f.hedgeTable.verbs)
	mark(out, opensDoubt, f.falsities.before)
	mark(out, opensDoubt, f.falsities.behind)
	mark(out, opensSilence, f.nameLists.naming.kept)
	return out
}

// mark notes of the words of a list that they begin one of its ways of telling.
func mark[T any](words map[string]opens, o opens, list map[string][]T) {
	for w := range list {
		words[w] |= o
	}
}

// lowered returns the tokens of each report in lower case, with straight apostrophes, and
// which ways of telling each of them begins.
func (f *Finder) lowered(members []nutgraf.Member) ([][]string, [][]opens) {
	out, begins := make([][]string, len(members)), make([][]opens, len(members))
	for i, m := range members {
		out[i], begins[i] = make([]string, len(m.Seg.Tokens)), make([]opens, len(m.Seg.Tokens))
		for k, t := range m.Seg.Tokens {
			out[i][k] = lang.Lower(t.Span().Of(m.Doc.Text))
			begins[i][k] = f.opens[out[i][k]]
		}
	}
	return out, begins
}

// lower returns the words of a sentence in lower case. They are not to be changed.
func (s *Story) lower(member int, sent nutgraf.Sentence) []string {
	return s.words[member][sent.First:sent.Last:sent.Last]
}

// opening returns which ways of telling the words of a sentence begin.
func (s *Story) opening(member int, sent nutgraf.Sentence) []opens {
	return s.begins[member][sent.First:sent.Last]
}

// take notes the stances that a sentence tells, by stance and way.
func (f *Finder) take(s Story, member int, sent nutgraf.Sentence, all [][][]taken) {
	m := s.Members[member]
	if !body(m.Doc, sent) {
		return
	}
	words := s.lower(member, sent)
	had := map[int]int{} // by stance, the word behind the last that tell one: "partly destroyed" is not destroyed
	for from, begins := range s.opening(member, sent) {
		if begins&opensStance == 0 {
			continue
		}
		for _, w := range f.stanceTable.ways[words[from]] {
			if len(w.words) > 1 && (from+1 == len(words) || w.words[1] != "..." && !fitsWord(w.words[1], words[from+1])) {
				continue // as most do
			}
			to, ok := w.words.at(words, from)
			if !ok || from < had[w.stance] || slices.Contains(words[:from], "whether") || f.unsaid(words, from) || helped(words, from) || to < len(words) && f.negations[words[to]] {
				continue
			}
			x := f.stanceTable.stances[w.stance]
			if x.kind == nutgraf.ConflictStatus && formerYear(m, words) {
				continue
			}
			t := taken{passage: passage{member, spanOf(m, sent, from, to), m.Doc.Cite(sent.Span)}}
			if t.common = f.commonOf(s, member, sent, from, to, words, w); len(t.common) == 0 {
				continue
			}
			had[w.stance] = to
			if all[w.stance] == nil {
				all[w.stance] = make([][]taken, x.cells)
			}
			all[w.stance][w.cell] = append(all[w.stance][w.cell], t)
		}
	}
}

// formerYear reports whether a sentence names another year than that of its report, or, in
// one without a day, any year: what it tells of was so then.
func formerYear(m nutgraf.Member, words []string) bool {
	year := ""
	if d := m.Doc.Published.Day(); d != nutgraf.NoDay {
		y, _, _ := d.Date()
		year = strconv.Itoa(y)
	}
	return slices.ContainsFunc(words, func(w string) bool {
		return len(w) == 4 && (strings.HasPrefix(w, "19") || strings.HasPrefix(w, "20")) && w != year
	})
}

// unsaid reports whether a word right before another denies it or leaves it open.
func (f *Finder) unsaid(words []string, at int) bool {
	return slices.ContainsFunc(words[max(0, at-4):at], func(w string) bool {
		return f.negations[w] || f.leftOpen[w]
	})
}

// helped reports whether "help" stands before a word.
func helped(words []string, at int) bool {
	return slices.ContainsFunc(words[max(0, at-3):at], func(w string) bool { return strings.HasPrefix(w, "help") })
}

// commonOf lists what a sentence holds of what the ways of a stance must have in common,
// near the words [from, to) that tell it.
func (f *Finder) commonOf(s Story, member int, sent nutgraf.Sentence, from, to int, words []string, w telling) []string {
	var out []string
	m, x := s.Members[member], f.stanceTable.stances[w.stance]
	switch x.common {
	case "=", "$":
		near := spanOf(m, sent, max(0, from-besides), min(len(words), to+besides))
		for _, q := range m.Ann.Quantities {
			if q.Known && q.Value >= 3 && near.Contains(q.Span) && (q.Kind == nutgraf.Money) == (x.common == "$") {
				out = append(out, strconv.FormatFloat(q.Value, 'g', -1, 64))
			}
		}
	case "@":
		who := ""
		if w.before {
			if who = f.namedBefore(s, member, sent, from); who == "" {
				return nil
			}
		}
		if w.after {
			whom, _ := f.namedAfter(s, member, sent, to)
			if whom == "" {
				return nil
			}
			who += ">" + whom
			if !w.before {
				who = whom
			}
		}
		return []string{who}
	default:
		for _, w := range words[max(0, from-anchored):min(len(words), to+anchored)] {
			if !x.one {
				w = strings.TrimSuffix(w, "s")
			}
			if w = x.words[w]; w != "" {
				out = append(out, w)
			}
		}
	}
	return out
}

// How many words off a number stands that a way of telling is of, and whom it is told
// of behind it.
const (
	besides    = 4
	whomBehind = 6
)

func spanOf(m nutgraf.Member, sent nutgraf.Sentence, from, to int) nutgraf.Span {
	return nutgraf.Span{Start: int(m.Seg.Tokens[sent.First+from].Start), End: int(m.Seg.Tokens[sent.First+to-1].End)}
}

// entity returns the entity of the story that one of a report is, or -1.
func (s Story) entity(member, own int) int {
	if own < 0 || own >= len(s.entityOf[member]) {
		return -1
	}
	return s.entityOf[member][own]
}

// entitiesOf tells for each report which entity of the story each of its own is.
func entitiesOf(s Story) [][]int {
	out := make([][]int, len(s.Members))
	for i, m := range s.Members {
		out[i] = slices.Repeat([]int{-1}, len(m.Ann.Entities))
	}
	for k, e := range s.Entities {
		for i, own := range e.Members {
			if own >= 0 && own < len(out[i]) {
				out[i][own] = k
			}
		}
	}
	return out
}

// at reports whether a way's words begin at i, and where they end.
func (w way) at(words []string, i int) (end int, ok bool) {
	for k := 0; k < len(w); k++ {
		if w[k] == "..." {
			for j := i; j < min(len(words), i+gap+1); j++ {
				if end, ok := w[k+1:].at(words, j); ok {
					return end, true
				}
			}
			return 0, false
		}
		if i >= len(words) || !fitsWord(w[k], words[i]) {
			return 0, false
		}
		i++
	}
	return i, true
}

func fitsWord(pattern, word string) bool {
	if stem, open := strings.CutSuffix(pattern, "*"); open {
		return strings.HasPrefix(word, stem) && len(word) <= len(stem)+4
	}
	return pattern == word
}
