// Package quantity finds numbers and what they measure: counts, money,
// percentages, measures, ages, ranks and superlatives, each with its value or
// interval, its unit, the words for what is counted, how firmly it is stated,
// whether it has come about, the period it holds for and who stands behind it.
//
// The span of a count is the number alone ("90 million"), that of money, of a
// percentage and of a measure takes the unit in ("$5 billion", "3.5-inch").
// An open bound ("at least 40") is Open on the side that is not stated.
//
// The package reads the words of one sentence at a time; it has no parser. The
// noun that is counted is the first that looks like one behind the number.
package quantity

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"

	"nutgraf"
	"nutgraf/internal/lang"
	"nutgraf/internal/numeral"
)

// Open stands for a bound that is not stated: Low is -Open for "at most 40",
// High is Open for "at least 40". It is finite so that findings serialise.
const Open = math.MaxFloat64

// Finder finds quantities. It is safe for concurrent use.
type Finder struct {
	wordLists
	lex     *numeral.Lexicon
	units   book
	hedges  book // how firmly a number is stated
	states  book // whether it has come about
	signs   map[rune]string
	codes   map[string]string
	leads   map[string]string // what stands for a currency before a bare number
	per     map[string]string // what a measure is told for, behind a stroke
	is      classes
	starts  []bool // by lexicon entry: a quantity can begin with the word
	scratch sync.Pool
	err     error
}

// New compiles a Finder from a language pack. A pack without lists gives a
// Finder that finds nothing.
func New(pack *lang.Pack) *Finder {
	f := &Finder{scratch: sync.Pool{New: func() any { return &work{} }}}
	if err := f.compile(pack); err != nil {
		return &Finder{err: err}
	}
	return f
}

// Err reports why the finder's lists could not be compiled, nil when they were.
func (f *Finder) Err() error { return f.err }

func (f *Finder) compile(pack *lang.Pack) error {
	lex, err := numeral.NewLexicon(pack.Rows("number_words"), pack.Rows("quantity_context"), pasts(pack.Rows("past_verbs")))
	if err != nil {
		return fmt.Errorf("compile quantities: %w", err)
	}
	f.lex, f.is, f.wordLists = lex, namedClasses(lex), wordListsOf(pack)
	f.per = map[string]string{}
	for _, row := range only(pack.Rows("quantity_units"), "per") {
		f.per[row[0]] = row[2]
	}
	units := slices.DeleteFunc(slices.Clone(pack.Rows("quantity_units")), func(r []string) bool { return r[1] == "per" })
	if f.units, err = newBook(lex, units); err != nil {
		return fmt.Errorf("compile quantities: %w", err)
	}
	if f.hedges, err = newBook(lex, only(pack.Rows("quantity_stance"), "hedge")); err != nil {
		return fmt.Errorf("compile quantities: %w", err)
	}
	if f.states, err = newBook(lex, only(pack.Rows("quantity_stance"), "status")); err != nil {
		return fmt.Errorf("compile quantities: %w", err)
	}
	f.signs, f.codes, f.leads = map[rune]string{}, map[string]string{}, map[string]string{}
	for _, row := range pack.Rows("quantity_signs") {
		if name, ok := strings.CutSuffix(row[0], "0"); ok {
			f.leads[name] = row[1]
		} else if r := []rune(row[0]); len(r) == 1 && (r[0] > 'z' || r[0] < 'A') {
			f.signs[r[0]] = row[1]
		} else {
			f.codes[row[0]] = row[1]
		}
	}
	lex.Build()
	f.units.index(lex)
	f.hedges.index(lex)
	f.states.index(lex)
	const words = numeral.Digit | numeral.Teen | numeral.Tens | numeral.Article | numeral.Vague | numeral.Fraction | numeral.Many | numeral.Ordinal
	f.starts = make([]bool, lex.Len())
	for i := range f.starts {
		f.starts[i] = lex.MaskOf(int32(i))&(words|f.is.superlative|f.is.multiple) != 0 || int32(i) == f.is.minus || int32(i) == f.is.negative ||
			lex.MaskOf(int32(i))&numeral.Hundred != 0
	}
	return nil
}

// pasts are the past forms that are no nouns, as rows of a class.
func pasts(rows [][]string) [][]string {
	var out [][]string
	for _, r := range rows {
		switch r[0] {
		case "shot", "cut", "hit", "set", "spread", "wound", "cost", "cast", "bid", "bet", "split", "run", "put", "read", "beat", "ground", "bore":
			continue
		}
		out = append(out, []string{r[0], "past"})
	}
	return out
}

type work struct {
	text      string
	atoms     []numeral.Atom
	times     []nutgraf.When       // the document's times
	next      int                  // the first time that ends after the atom at hand
	out       []nutgraf.Quantity   // what has been found since
	full      [][]nutgraf.Quantity // the pieces that are full
	ann       *nutgraf.Annotations
	according int // the sentence's "according to", or -1
	quote     int // the first quotation that ends after the atom at hand
}

// Find returns the document's quantities in text order. ann holds the mentions,
// entities, times and quotations found before.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments, ann *nutgraf.Annotations) []nutgraf.Quantity {
	if f.lex == nil || f.err != nil || seg == nil {
		return nil
	}
	w := f.scratch.Get().(*work)
	defer f.scratch.Put(w)
	w.text, w.times, w.next, w.ann, w.quote = doc.Text, ann.Times, 0, ann, 0
	w.out = w.out[:0]
	for i := range seg.Sentences {
		s := &seg.Sentences[i]
		w.atoms = f.lex.Cut(w.atoms[:0], doc.Text, s.Span.Start, s.Span.End)
		f.country(w)
		f.sentence(w)
	}
	w.ann, w.times, w.text = nil, nil, ""
	return w.found()
}

// found joins what has been found. It is gathered in pieces, because a slice
// that grows copies it time and again: a megabyte of numbers is half a million.
func (w *work) found() []nutgraf.Quantity {
	n := len(w.out) + piece*len(w.full)
	if n == 0 {
		return nil
	}
	out := make([]nutgraf.Quantity, 0, n)
	for _, p := range w.full {
		out = append(out, p...)
	}
	w.full = nil
	return append(out, w.out...)
}

// piece is how many quantities are gathered in one piece.
const piece = 1024

// add gathers a quantity.
func (w *work) add(q *nutgraf.Quantity) {
	if len(w.out) == piece {
		w.full = append(w.full, w.out)
		w.out = make([]nutgraf.Quantity, 0, piece)
	}
	w.out = append(w.out, *q)
}

// country makes "US" the country and not the pronoun: "14 US states".
func (f *Finder) country(w *work) {
	for i := range w.atoms {
		if a := &w.atoms[i]; a.Entry == f.is.us && a.Upper && w.text[a.Start:a.End] == "US" {
			a.Entry = f.is.usa
		}
	}
}

// sentence finds the quantities of one sentence.
func (f *Finder) sentence(w *work) {
	w.according = f.accordingTo(w)
	end := 0
	for i := 0; i < len(w.atoms); i++ {
		a := &w.atoms[i]
		if a.Kind == numeral.Word && (a.Entry < 0 || !f.starts[a.Entry]) {
			continue
		}
		if a.Kind == numeral.Symbol && a.Sym < 0x80 && a.Sym != '-' && f.signs[a.Sym] == "" {
			continue
		}
		if f.insideTime(w, i) {
			continue
		}
		q, next, ok := f.at(w, i)
		if !ok {
			i = max(i, next-1)
			continue
		}
		if q.Span.Start < end { // "17 USD 25": the unit is the number's before
			q.Span.Start = end + len(w.text[end:q.Span.End]) - len(strings.TrimLeft(w.text[end:q.Span.End], " \u00a0"))
		}
		end = q.Span.End
		w.add(&q)
		i = next - 1
	}
}

// insideTime reports whether an atom belongs to a time expression that is no
// length of time.
func (f *Finder) insideTime(w *work, i int) bool {
	start := int(w.atoms[i].Start)
	for w.next < len(w.times) && w.times[w.next].Span.End <= start {
		w.next++
	}
	if w.next >= len(w.times) || w.times[w.next].Span.Start > start {
		return false
	}
	t := &w.times[w.next]
	return t.Type != nutgraf.DurationType || t.Toward != 0 || t.Span.Start < start && f.ordinalBefore(w, i)
}

// ordinalBefore reports whether "first" or the like stands before a length: it
// names a stretch ("the first 4 weeks") and is not counted.
func (f *Finder) ordinalBefore(w *work, i int) bool {
	return i > 0 && f.lex.Mask(&w.atoms[i-1])&numeral.Ordinal != 0
}

// at reads the quantity that begins at atom i.
func (f *Finder) at(w *work, i int) (q nutgraf.Quantity, next int, ok bool) {
	if q, next, ok = f.ordinal(w, i); ok || next > i+1 {
		return q, next, ok // "twenty-first" is no twenty
	}
	if q, next, ok = f.multiple(w, i); ok {
		return q, next, true
	}
	c, ok := f.measure(w, i)
	if !ok {
		return f.superlative(w, i)
	}
	if !f.counts(w, &c) {
		return q, i, false
	}
	q = c.quantity(w.atoms)
	f.counted(w, &q, &c)
	f.stand(w, &q, c.first, c.next)
	return q, c.next, true
}
