// Package when finds time expressions and resolves them: TIMEX3 dates, times,
// durations and sets, each with the unresolved form that a story can anchor
// anew (internal/calendar says which forms there are). It also hears the text
// as a witness against the date that the page states.
//
// Expressions are found by a grammar of rules over atoms, compiled from
// time_rules.txt; every rule stands there with an example that is its test.
// The package does not know who speaks: a relative expression inside quotation
// marks is resolved only where the sentence says when the words were spoken, or
// where any day near the publication gives the same answer.
package when

import (
	"fmt"
	"strings"
	"sync"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/lang"
	"nutgraf/internal/numeral"
)

// Finder finds time expressions. It is safe for concurrent use.
type Finder struct {
	lex      *numeral.Lexicon
	gram     *grammar
	mods     []modifier
	modEnds  []bool // by lexicon entry: the word ends a modifier phrase
	is       classes
	closings map[string]bool // words between a length of time and the date with which it ends
	scratch  sync.Pool
	err      error
}

// New compiles a Finder from a language pack. A pack without rules gives a
// Finder that finds nothing.
func New(pack *lang.Pack) *Finder {
	f := &Finder{scratch: sync.Pool{New: func() any { return newWork() }}}
	if err := f.compile(pack); err != nil {
		return &Finder{err: err}
	}
	return f
}

func (f *Finder) compile(pack *lang.Pack) error {
	lex, err := numeral.NewLexicon(pack.Rows("number_words"), pack.Rows("time_words"), pack.Rows("tense_words"), pack.Rows("time_context"))
	if err != nil {
		return fmt.Errorf("compile times: %w", err)
	}
	f.lex = lex
	f.is = namedClasses(lex)
	f.is.beside(lex, pack.Rows("time_beside"))
	f.closings = pack.Set("period_closings")
	if f.gram, err = compileRules(lex, pack.Rows("time_rules"), pack.Rows("time_holidays")); err != nil {
		return fmt.Errorf("compile times: %w", err)
	}
	if f.mods, err = compileModifiers(lex, pack.Rows("time_modifiers")); err != nil {
		return fmt.Errorf("compile times: %w", err)
	}
	lex.Build()
	f.gram.index(lex)
	f.modEnds = make([]bool, lex.Len())
	for _, m := range f.mods {
		if last := m.items[len(m.items)-1]; last.kind == literal {
			f.modEnds[last.entry] = true
		}
	}
	return nil
}

// Err reports why the finder's rules could not be compiled, nil when they were.
func (f *Finder) Err() error { return f.err }

// work is the scratch space of one Find.
type work struct {
	text  string
	atoms []numeral.Atom
	raw   []found

	search    search
	paragraph int
	buf       []byte
	forms     map[string]string // the forms written before, by themselves
}

func newWork() *work { return &work{buf: make([]byte, 0, 48), forms: map[string]string{}} }

// found is an expression that a rule has matched, before it is resolved.
type found struct {
	span      nutgraf.Span
	rule      *rule
	form      string
	mod       string
	toward    int8
	sentence  int
	quoted    bool
	tense     int8
	heard     int8   // the tense as a witness against the page's date
	said      bool   // it says when something was said: "said Monday"
	told      bool   // a past verb stands right before it: "ended Jan. 31"
	done      bool   // or before the preposition before it: "was opened in May 2021"
	placed    bool   // "on" or "in" at that: "was killed on May 21"
	owns      bool   // it is a weekday in the possessive
	awaits    bool   // it is the day or month of a poll: "the November election"
	wavers    bool   // it is the day of a plan told of as past: "was due to meet on Friday"
	bounded   bool   // it ends what a past verb tells of: "raised a million through June"
	between   bool   // it stands behind "between"
	ends      bool   // it ends what the expression before it begins: "from May to September"
	alone     bool   // it qualifies no noun behind it: "in 2019", not "the 2019 race"
	opens     bool   // it opens its sentence
	joined    bool   // a past verb joined by "and" to the one before it leads to it
	shown     bool   // it is the day of a photograph
	framed    bool   // it has the year that its paragraph tells of
	paragraph int    // counted from the first
	edge      int8   // the edge of a fiscal year that it is told as
	zone      string // of a time of day, as calendar.ZoneOffset takes it
	weekday   int    // the weekday that a date names beside it, 1 to 7; 0 for none
}

// Find returns the document's time expressions in text order, and the
// publication date after they have been heard as witnesses against it.
func (f *Finder) Find(doc *nutgraf.Document, seg *nutgraf.Segments) ([]nutgraf.When, nutgraf.Published) {
	if f.err != nil || f.lex == nil || seg == nil {
		return nil, doc.Published
	}
	w := f.scratch.Get().(*work)
	defer f.scratch.Put(w)
	f.raws(doc, seg, w)
	published := f.judge(doc, w.raw)
	times := f.resolveAll(w.raw, doc.Text, published)
	w.text, w.search.atoms = "", nil
	return times, published
}

// raws finds the expressions of a document without resolving them.
func (f *Finder) raws(doc *nutgraf.Document, seg *nutgraf.Segments, w *work) {
	w.raw, w.text, w.paragraph = w.raw[:0], doc.Text, 0
	var q quoteState
	for i := range seg.Sentences {
		s := &seg.Sentences[i]
		if i == 0 || seg.Sentences[i-1].Block != s.Block || paragraphBetween(doc.Text, seg.Sentences[i-1].Span.End, s.Span.Start) {
			q = quoteState{}
			w.paragraph++
		}
		w.atoms = f.lex.Cut(w.atoms[:0], doc.Text, s.Span.Start, s.Span.End)
		f.sentence(w, i, &q)
	}
}

// paragraphBetween reports whether an empty line parts two sentences.
func paragraphBetween(text string, from, to int) bool {
	lines := 0
	for i := from; i < to && i < len(text); i++ {
		if text[i] == '\n' {
			lines++
		}
	}
	return lines > 1
}

// sentence finds the expressions of one sentence's atoms.
func (f *Finder) sentence(w *work, index int, q *quoteState) {
	a := w.atoms
	for i := 0; i < len(a); i++ {
		if a[i].Kind == numeral.Symbol {
			q.see(a, i)
			if a[i].Sym != '\'' {
				continue
			}
		}
		if !f.gram.mayStart(&a[i]) {
			continue
		}
		m, ok := f.match(w, i)
		if !ok {
			continue
		}
		stamp := i == 0 && m.next >= len(a) && strings.HasPrefix(m.rule.name, "ago") // "7 years ago" beside a page counts from when it was seen
		if m.rule.kind == "" || stamp || f.ofMatch(a, m) {
			i = m.next - 1
			continue
		}
		from := i
		mod := m.mod
		if first, modifier, ok := f.modified(a, i, m.next, m.rule.kind); ok {
			from = first
			if mod == "" {
				mod = modifier
			}
		}
		tense := f.tense(a, from, m.next, false)
		shown := credited(w.text[a[m.next-1].End:])
		if shown {
			tense = calendar.Before // a caption, which tells in the present tense what was seen
		}
		wavers := tense == wavering || tense == hoping && !strings.HasPrefix(m.form, "XXXX-W")
		if tense > calendar.After {
			tense = calendar.After
		}
		w.raw = append(w.raw, found{
			span: nutgraf.Span{Start: int(a[from].Start), End: int(a[m.next-1].End)},
			rule: m.rule, form: m.form, mod: mod, toward: m.rule.side(tense),
			sentence: index, quoted: q.open, tense: tense, weekday: f.weekdayOf(w, m),
			said:   f.saidAt(a, from, m.next),
			told:   from > 0 && f.tells(a, from-1) < 0,
			done:   from > 1 && f.tells(a, from-2) < 0,
			placed: from > 1 && f.places(a, from-1) && f.tells(a, from-2) < 0,
			heard:  f.heard(a, from, m, tense), zone: f.zoneOf(w, m), edge: f.edge(a, from),
			owns: f.owns(a, m.next), awaits: f.awaits(a, from, m.next),
			wavers: wavers, shown: shown,
			bounded: f.bounded(a, from, m.next),
			between: from > 0 && a[from-1].Entry == f.is.between,
			opens:   f.opens(a, from, m.next), joined: f.joined(a, from), paragraph: w.paragraph,
			alone: m.next >= len(a) || f.endsDate(&a[m.next]),
		})
		f.borrow(w)
		i = f.second(w, m, index, q, tense) - 1
	}
}

// heard is the tense of a date as a witness against the page's.
func (f *Finder) heard(a []numeral.Atom, from int, m *match, tense int8) int8 {
	if tense != calendar.After || m.rule.kind != nutgraf.DateType && m.rule.kind != nutgraf.TimeType || len(m.form) < 4 || m.form[0] == 'P' {
		return tense
	}
	return min(f.tense(a, from, m.next, true), calendar.After)
}

// resolveAll gives each expression its days.
func (f *Finder) resolveAll(raw []found, text string, published nutgraf.Published) []nutgraf.When {
	if len(raw) == 0 {
		return nil
	}
	r := resolver{publication: published.Day(), raw: raw, text: text, closings: f.closings, last: nutgraf.NoDay, lastAt: -1, quarterAt: -1, monthAt: -1}
	out := make([]nutgraf.When, len(raw))
	quoted := false
	for i := range raw {
		quoted = quoted || raw[i].quoted
		if !raw[i].quoted {
			out[i] = r.resolve(i, out)
		}
	}
	r.last, r.lastAt, r.quarterAt, r.monthAt = nutgraf.NoDay, -1, -1, -1
	for i := range raw {
		if quoted && raw[i].quoted {
			out[i] = r.resolve(i, out)
		}
	}
	r.moments(out)
	r.stretches(out)
	r.fiscalYears(out)
	return out
}

// resolver carries what resolving an expression needs of those before it.
type resolver struct {
	publication nutgraf.Day
	raw         []found
	text        string
	closings    map[string]bool
	heardOut    bool        // only has been settled
	only        nutgraf.Day // the only day of which the report tells, or NoDay
	last        nutgraf.Day // the last time told of: its first day
	lastLong    nutgraf.Day // and how many days it lasts beyond the first
	lastAt      int         // and the expression that told it
	quarterAt   int         // the expression that told a quarter last, or -1
	monthAt     int         // the same of a month
}

func (r *resolver) resolve(i int, before []nutgraf.When) nutgraf.When {
	x := &r.raw[i]
	w := nutgraf.When{
		Span: x.span, Type: x.rule.kind, Value: x.form, Mod: x.mod, Form: x.form, Toward: x.toward, Past: x.past(),
		From: nutgraf.NoDay, To: nutgraf.NoDay,
	}
	if x.rule.anchor == anchorNone {
		if !r.reported(&w, i, before) {
			r.free(&w, i, before)
		}
		return w
	}
	if strings.HasSuffix(x.form, "_REF") {
		w.Resolved = true
		return w
	}
	if r.reported(&w, i, before) {
		return w
	}
	if told, framed := r.narrated(i, before); framed {
		x.framed = true
		if told.From != nutgraf.NoDay {
			w.From, w.To, w.Value, w.Resolved, w.Anchor = told.From, told.To, told.Value, true, nutgraf.AnchorText
			r.note(&w, i)
		}
		return w
	}
	anchor, kind := r.anchorOf(i, before)
	if w.Type == nutgraf.DurationType {
		w.Resolved = true
		if from, to, _, ok := calendar.Resolve(x.form, x.toward, anchor); ok {
			w.From, w.To, w.Anchor = from, to, kind
		}
		return w
	}
	if x.rule.tensed && anchor != nutgraf.NoDay {
		if w.Toward = r.side(i, anchor); x.ends && before[i-1].From != nutgraf.NoDay {
			w.Toward, anchor = calendar.After, before[i-1].From
		}
	}
	from, to, value, ok := calendar.Resolve(x.form, w.Toward, anchor)
	if !ok {
		return w
	}
	if x.form[0] <= '9' {
		kind = nutgraf.AnchorNone // it names its own year
	}
	open := w
	w.From, w.To, w.Value, w.Resolved, w.Anchor = from, to, value, true, kind
	if r.overshoots(x, &w) {
		return open
	}
	if x.rule.name == "month-last" || x.rule.name == "season-last" {
		lastOne(&w, anchor)
	}
	if strings.HasPrefix(x.rule.name, "weekday-last") && x.rule.anchor == anchorPub && x.form[0] == 'X' && lastWeekday(&w, anchor) {
		return open
	}
	if r.morrow(x, &w) {
		open.Toward = w.Toward
		r.last, r.lastAt = nutgraf.NoDay, i // "later in the day" is of that weekday
		return open
	}
	r.note(&w, i)
	return w
}

// past reports whether an expression is a date of which the clause tells as past, a plan
// told of as past apart. It must name its year or its weekday: of a bare "May 15" past
// clauses tell as often what was planned for it.
func (x *found) past() bool {
	if len(x.form) < len("2031-05-03") || x.form[4] != '-' || x.form[5] > '1' || x.heard >= 0 || x.wavers || x.bounded {
		return false
	}
	return x.form[0] <= '9' || x.weekday > 0 && x.alone
}

// free settles an expression that needs no anchor.
func (r *resolver) free(w *nutgraf.When, i int, before []nutgraf.When) {
	x := &r.raw[i]
	w.Resolved = true
	if w.Type == nutgraf.SetType || w.Type == nutgraf.DurationType {
		return
	}
	if x.rule.name == "sept-11" {
		if form := r.ofThatDay(x); form != "" {
			w.Form = form
		}
	}
	if from, to, value, ok := calendar.Resolve(w.Form, 0, nutgraf.NoDay); ok {
		w.From, w.To, w.Value = from, to, value
		r.note(w, i)
		return
	}
	if x.form == "PRESENT_REF" && x.quoted {
		if day, ok := r.spoken(i, before); ok {
			w.From, w.To, w.Anchor = day, day, nutgraf.AnchorSpeech
		}
		return
	}
	if x.form == "PRESENT_REF" && r.publication != nutgraf.NoDay {
		w.From, w.To, w.Anchor = r.publication, r.publication, nutgraf.AnchorPublication
	}
}

// note remembers a day told of, for expressions that lean on it.
func (r *resolver) note(w *nutgraf.When, i int) {
	if w.Type == nutgraf.DateType || w.Type == nutgraf.TimeType {
		r.last, r.lastLong, r.lastAt = w.From, w.To-w.From, i
	}
	if v := w.Value; len(v) == 7 && r.raw[i].rule.leans == leansOnNothing {
		switch {
		case v[5] == 'Q':
			r.quarterAt = i
		case v[5] <= '1' && w.Type == nutgraf.DateType:
			r.monthAt = i
		}
	}
}

// zoneOf is the zone that stands behind a time of day, "" for none.
func (f *Finder) zoneOf(w *work, m *match) string {
	if m.rule.kind != nutgraf.TimeType {
		return ""
	}
	for i := range m.node.path {
		if m.node.path[i].name == "zone" {
			return f.lex.Text(&w.atoms[m.starts[i]], m.node.path[i].mask)
		}
	}
	return ""
}

// weekdayOf is the weekday that stands in a date beside its month, 0 for none.
func (f *Finder) weekdayOf(w *work, m *match) int {
	day := 0
	dated := false
	for i := range m.node.path {
		switch m.node.path[i].name {
		case "weekday":
			day = int(f.lex.Num(&w.atoms[m.starts[i]], m.node.path[i].mask))
		case "month":
			dated = true
		}
	}
	if !dated {
		return 0
	}
	return day
}
