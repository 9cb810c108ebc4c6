// Package variant gathers the quotations of one utterance over the reports of a
// story into families, lays their wordings side by side word by word, and
// settles the speaker over the family. It compares words; it does not judge
// which wording is right, and it never turns a reporter's reading of someone
// ("seems to hint") into that person's statement.
package variant

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nutgraf"
	"nutgraf/internal/align"
	"nutgraf/internal/cast"
	"nutgraf/internal/fold"
	"nutgraf/internal/gist"
	"nutgraf/internal/lang"
)

// Finder finds the families of quotations of stories in one language. It is
// safe for concurrent use.
type Finder struct {
	function map[uint64]bool
	turns    map[uint64]string
	reported map[string]bool // verbs that make a statement of reported words
	unnamed  map[string]bool // words for a speaker that a report hears and leaves unnamed on purpose
	sayings  map[string]bool // nouns for what somebody said
	gist     *gist.Reader
}

// New compiles a Finder from a language pack.
func New(pack *lang.Pack, words *gist.Reader) *Finder {
	f := &Finder{function: map[uint64]bool{}, turns: map[uint64]string{}, sayings: map[string]bool{}, reported: pack.Set("reported_verbs"), unnamed: pack.Set("unowned_voices"), gist: words}
	for _, w := range pack.List("function_words") {
		f.function[fold.Key(w)] = true
	}
	for _, row := range pack.Rows("quote_cue_nouns") {
		f.sayings[row[0]] = true
	}
	for _, row := range pack.Rows("turns") {
		f.turns[fold.Key(row[0])] = row[len(row)-1]
	}
	return f
}

// Families returns the utterances quoted by the reports of a story. times are
// the reports' times as the story anchors them (nil: as the reports have them),
// ranges the days each report can have been published on (nil: not known).
func (f *Finder) Families(members []nutgraf.Member, who *cast.Cast, times [][]nutgraf.When, ranges []nutgraf.DateRange) []nutgraf.Family {
	r := &finder{Finder: f, members: members, cast: who, times: times, ranges: ranges, at: map[string]int{}, tellings: map[extent]telling{}, folds: map[string]string{}}
	for i, m := range members {
		r.at[m.Doc.ID] = i
	}
	r.outlets, r.persons = carriers(members, who), people(who)
	r.pieces = r.withoutPulls(r.quoted())
	forms := r.forms()
	w, groups := r.utterances(forms)
	var out []nutgraf.Family
	for _, g := range r.rejoin(w, groups) {
		out = append(out, r.family(w, g))
	}
	out = r.indirect(out)
	r.notePulls(out)
	r.arrange(out)
	return out
}

// finder is one story's run.
type finder struct {
	*Finder
	members  []nutgraf.Member
	cast     *cast.Cast
	times    [][]nutgraf.When
	ranges   []nutgraf.DateRange
	pieces   []piece
	pulled   map[[2]int][]int   // report and quotation → pull quotes that repeat its words
	at       map[string]int     // a report's place by its id
	loose    map[uint64]int     // how often short quoted words stand outside marks
	outlets  map[string]bool    // folded names of outlets
	persons  map[string]bool    // folded names of persons
	tellings map[extent]telling // of stretches that were asked for
	folds    map[string]string  // of names that were asked for
}

// fold is a name folded: the names of a story are few and asked for often.
func (r *finder) fold(name string) string {
	folded, known := r.folds[name]
	if !known {
		folded = fold.String(name)
		r.folds[name] = folded
	}
	return folded
}

func (r *finder) family(w *web, group []int) nutgraf.Family {
	wordings := r.wordings(w, group)
	full := r.fullest(wordings)
	fam := nutgraf.Family{Fullest: full, Kind: nutgraf.Mixed, Said: nutgraf.NoDay, Variants: make([]nutgraf.Variant, 0, len(wordings))}
	model := r.line(wordings[full])
	for i, v := range wordings {
		fam.Variants = append(fam.Variants, r.variant(v, model, i == full))
		for _, b := range v.bits {
			if r.pieces[b.piece].q.Kind == nutgraf.Direct {
				fam.Kind = nutgraf.Direct
			}
		}
	}
	r.settle(&fam)
	fam.Why = r.why(fam, len(group))
	return fam
}

// line is a wording laid out as words.
type line struct {
	keys []uint64
	raws []raw
	text []string
	mark rune // the mark it opens with, or 0
}

func (r *finder) line(v wording) line {
	var l line
	first := &r.pieces[v.bits[0].piece]
	l.mark = opening(r.members[v.doc].Doc.Text, first.spans[0].Start)
	n := 0
	for _, b := range v.bits {
		n += b.hi - b.lo
	}
	l.keys, l.raws, l.text = make([]uint64, 0, n), make([]raw, 0, n), make([]string, 0, n)
	for _, b := range v.bits {
		p := &r.pieces[b.piece]
		text := r.members[v.doc].Doc.Text
		l.keys = append(l.keys, p.keys[b.lo:b.hi]...)
		from := len(l.raws)
		l.raws = p.raws(l.raws, text, b.lo, b.hi)
		for _, w := range l.raws[from:] {
			l.text = append(l.text, w.span.Of(text))
		}
	}
	return l
}

// opening returns the quotation mark that stands before offset at, or 0.
func opening(text string, at int) rune {
	m, _ := utf8.DecodeLastRuneInString(text[:at])
	if marks[m] == "" {
		return 0
	}
	return m
}

// words returns the words [lo, hi) of the line as they stand, with an ellipsis where
// its report has others between two of them.
func (l *line) words(lo, hi int) string {
	var b strings.Builder
	for k := lo; k < hi; k++ {
		if k > lo && l.leavesOut(k) {
			b.WriteString("… ")
		}
		b.WriteString(l.text[k])
		if l.raws[k].space && k+1 < hi {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// after is words, with the ellipsis before them that parts them from the word before.
func (l *line) after(lo, hi int) string {
	if lo > 0 && lo < hi && l.leavesOut(lo) {
		return "… " + l.words(lo, hi)
	}
	return l.words(lo, hi)
}

// leavesOut reports whether the report has words between those at k-1 and k, which it
// does not quote: marks and white space alone are shorter.
func (l *line) leavesOut(k int) bool {
	from, to := l.raws[k-1].span.End, l.raws[k].span.Start
	return to < from || to > from+betweenPieces
}

// betweenPieces is the most that marks and white space take up between two words, in
// bytes.
const betweenPieces = 12

func (r *finder) variant(v wording, model line, fullest bool) nutgraf.Variant {
	doc := r.members[v.doc].Doc
	out := nutgraf.Variant{Doc: doc.ID, Kind: nutgraf.Verbatim}
	for _, b := range v.bits {
		p := &r.pieces[b.piece]
		if !slices.Contains(out.Quotes, p.quote) {
			out.Quotes = append(out.Quotes, p.quote)
		}
		out.Cites = append(out.Cites, r.cites(p, b.lo, b.hi)...)
	}
	if p := &r.pieces[v.bits[0].piece]; p.of > 1 && r.all(v) {
		out.Cites = parts(doc, p.q)
	}
	if !fullest {
		mine := r.line(v)
		steps := align.Slide(align.Words(model.keys, mine.keys), model.keys, mine.keys)
		out.Kind = kind(steps, model, mine)
		out.Diff = r.diff(smooth(steps), model, mine)
		out.Turns = r.turned(steps, model, mine, v)
	}
	r.address(&out, v)
	if len(out.Quotes) == 1 {
		lead(&out, r.pieces[v.bits[0].piece].q, doc)
	}
	return out
}

// lead fills in the verb that the words of a variant hang on.
func lead(v *nutgraf.Variant, q *nutgraf.Quote, doc *nutgraf.Document) {
	if len(v.Cites) > 0 && v.Cites[0].Span.Start == q.Span.Start {
		if s := q.Lead(doc.Text); !s.IsZero() {
			v.Lead = doc.Cite(s)
		}
	}
}

// cites returns the words [lo, hi) of a piece as cites, one for each marked
// part, with the part's marks where it is whole.
func (r *finder) cites(p *piece, lo, hi int) []nutgraf.Cite {
	doc := r.members[p.doc].Doc
	if lo == 0 && hi == len(p.words) && len(p.q.Parts) > 0 && (p.q.Kind == nutgraf.Direct || p.of == 1) {
		return parts(doc, p.q)
	}
	var out []nutgraf.Cite
	raws := p.raws(make([]raw, 0, hi-lo), doc.Text, lo, hi)
	from := 0
	for k := range raws {
		if k+1 == len(raws) || p.part(lo+k) != p.part(lo+k+1) {
			s := nutgraf.Span{Start: raws[from].span.Start, End: raws[k].span.End}
			out = append(out, doc.Cite(s))
			from = k + 1
		}
	}
	return out
}

// all reports whether a wording is all that one quotation of several pieces has
// inside its marks: it is cited then with the report's words between the marks,
// without which the pieces say little.
func (r *finder) all(v wording) bool {
	first := &r.pieces[v.bits[0].piece]
	if len(v.bits) != first.of || len(first.q.Parts) == 0 {
		return false
	}
	for _, b := range v.bits {
		if p := &r.pieces[b.piece]; p.quote != first.quote || b.lo > 0 || b.hi < len(p.words) {
			return false
		}
	}
	return true
}

// parts cites a quotation as its report has it.
func parts(doc *nutgraf.Document, q *nutgraf.Quote) []nutgraf.Cite {
	out := make([]nutgraf.Cite, 0, len(q.Parts))
	for _, s := range q.Parts {
		out = append(out, doc.Cite(s))
	}
	return out
}

// arrange puts the families in their final order, by the weight of the speaker,
// then of the family, then by place, and names them.
func (r *finder) arrange(out []nutgraf.Family) {
	weight, first := map[string]int{}, map[string]int{}
	place := func(f *nutgraf.Family) int {
		v := f.Variants[0]
		return r.at[v.Doc]<<32 + v.Cites[0].Span.Start
	}
	for i := range out {
		f := &out[i]
		weight[f.Speaker] += docs(f) * docs(f)
		if p, ok := first[f.Speaker]; !ok || place(f) < p {
			first[f.Speaker] = place(f)
		}
	}
	slices.SortStableFunc(out, func(a, b nutgraf.Family) int {
		if a.Speaker != b.Speaker {
			if (a.Speaker == "") != (b.Speaker == "") {
				return len(b.Speaker) - len(a.Speaker)
			}
			if d := weight[b.Speaker] - weight[a.Speaker]; d != 0 {
				return d
			}
			return first[a.Speaker] - first[b.Speaker]
		}
		if (a.Kind == nutgraf.Indirect) != (b.Kind == nutgraf.Indirect) {
			return after(a.Kind == nutgraf.Indirect) - after(b.Kind == nutgraf.Indirect)
		}
		if d := docs(&b) - docs(&a); d != 0 {
			return d
		}
		return place(&a) - place(&b)
	})
	for i := range out {
		out[i].ID = fmt.Sprintf("q%d", i+1)
	}
}

// after is 0 for what comes first and 1 for what is put behind it.
func after(behind bool) int {
	if behind {
		return 1
	}
	return 0
}

// docs counts the reports of a family.
func docs(f *nutgraf.Family) int {
	n, last := 0, ""
	for _, v := range f.Variants {
		if v.Doc != last {
			n, last = n+1, v.Doc
		}
	}
	return n
}
