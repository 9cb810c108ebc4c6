// Package timeline puts a story's reports and what they tell on one line of
// time: when each report can have been published, on which days the events of
// the matter fell, and which page dates cannot be true. Years and weekdays that
// one report leaves open are anchored through the others. It never dates a
// report by its arrival, and a date that is refused orders nothing.
package timeline

import (
	"slices"
	"strings"
	"unicode"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
	"nutgraf/internal/standing"
)

// Clock reads the times of stories in one language. It is safe for concurrent
// use.
type Clock struct {
	function    map[uint64]bool
	standing    *standing.Judge
	subordinate map[uint64]bool   // openings of a clause that is no sentence
	sayings     map[string]bool   // verbs of saying
	modals      map[string]bool   // "to", "may" and the like
	bounds      map[string]bool   // words before a time that make it a bound
	epithets    map[string]bool   // words before a time that make it an epithet
	parting     map[string]bool   // words that part a clause from the one it hangs on
	relative    map[string]bool   // words that open a clause on what stands right before
	namedDays   map[string]bool   // words that make of a weekday the name of a certain day
	likened     map[string]bool   // nouns that "the same" says nothing of before with
	leading     map[string]bool   // openings of a phrase that compares or sets the scene
	deeds       map[string]bool   // nouns for what somebody said or decided
	wheres      map[string]bool   // words before where or how something was said
	marks       map[string]bool   // words for what later values are measured from
	lags        map[string]bool   // words that say how long after or before something
	states      map[string]bool   // verbs that tell how things are
	coming      map[string]bool   // words that tell of what is to come
	helping     map[string]bool   // verbs that a participle follows
	outset      map[uint64]uint64 // words for a beginning ("release", "debut") → the class they share
}

// New compiles a Clock from a language pack.
func New(pack *lang.Pack, judge *standing.Judge) *Clock {
	words, clause := pack.Kinds("time_attachment"), pack.Kinds("clause_words")
	c := &Clock{
		function: map[uint64]bool{}, standing: judge, subordinate: map[uint64]bool{}, outset: map[uint64]uint64{},
		sayings: pack.Set("saying_verbs"), modals: pack.Set("modal_verbs"),
		bounds: words["bound"], epithets: words["epithet"], parting: words["part"], relative: clause["part"], helping: clause["helping"], leading: words["lead"], lags: words["lag"],
		marks: words["mark"], wheres: words["where"], deeds: words["deed"], states: words["state"], coming: words["come"], likened: words["same"], namedDays: pack.Set("named_days"),
	}
	for _, w := range pack.List("function_words") {
		c.function[fold.Key(w)] = true
	}
	for _, w := range pack.List("clause_openings") {
		c.subordinate[fold.Key(w)] = true
	}
	for _, row := range pack.Rows("outset_words") {
		c.outset[fold.Key(row[0])] = fold.Key(row[len(row)-1])
	}
	return c
}

// Anchored is what the times of a story's reports come to once they are read
// together. All slices run along the reports.
type Anchored struct {
	Dates    []nutgraf.DateRange
	Times    [][]nutgraf.When
	Warnings []nutgraf.Warning

	session *session
}

// reading is one report while its times are read.
type reading struct {
	member  *nutgraf.Member
	letter  string
	stated  nutgraf.Day // the page's own date, believed or not
	day     nutgraf.Day // the date that is believed, or NoDay
	refused string      // why the page's date is refused
	reach   nutgraf.Day // the last day that the text tells of as past, not before day
	proof   []nutgraf.Cite

	laterProof []nutgraf.Cite // where it tells of a day behind the page's
	next       []nutgraf.Cite // weekdays that may be the one after the page's

	times []nutgraf.When
	told  []told
}

// told is a time in the body of a report with the matter of its sentence.
type told struct {
	at     int // index into times
	matter []uint64
	past   bool
	outset uint64 // class of the beginning that the time dates or counts from, or 0
	word   int32  // where that word stands
	far    int32  // its distance in bytes
}

// Anchor reads the times of a story's reports together.
func (c *Clock) Anchor(members []nutgraf.Member) Anchored {
	all := make([]reading, len(members))
	for i := range members {
		all[i] = c.read(&members[i], i)
	}
	s := &session{Clock: c, all: all, common: common(all)}
	s.index()
	s.refuse()
	s.anchor()
	s.index()
	s.agree()
	s.sameDays()
	s.addenda()
	s.leaveOpen()
	dates := s.ranges()
	return Anchored{dates, s.times(), s.warnings(dates), s}
}

// session is one story's run.
type session struct {
	*Clock
	all    []reading
	common map[uint64]bool // words that most sentences of the story share
	dated  dated
	opened map[string]int  // in how many reports a word stands at the head, once asked for
	titled map[string]bool // the words of the titles
	grades map[clauseWords]int
}

func (c *Clock) read(m *nutgraf.Member, place int) reading {
	r := reading{member: m, letter: nutgraf.Letter(place), stated: nutgraf.NoDay, day: m.Ann.Published.Day(), times: slices.Clone(m.Ann.Times)}
	if d, err := nutgraf.ParseDay(m.Ann.Published.Value); err == nil {
		r.stated = d
	}
	if r.stated == nutgraf.NoDay {
		r.stated = rejected(m.Doc)
	}
	if alt, ok := otherReading(m, r.stated); ok {
		r.stated, r.day = alt, alt
	}
	if ahead(m.Doc, r.stated) {
		r.day, r.refused = nutgraf.NoDay, "the page was captured on "+spell(nutgraf.DayOf(m.Doc.Captured))
	} else if r.stated != nutgraf.NoDay && r.day == nutgraf.NoDay {
		r.refused = m.Ann.Published.Why
		if r.refused == "" {
			r.refused = "its own text speaks against it"
		}
	}
	r.morrows()
	r.astray()
	var words []fold.Word
	for i, w := range r.times {
		b := m.Doc.BlockAt(w.Span.Start)
		if b < 0 || !m.Doc.Blocks[b].Kind.Body() || dateOnly(m.Doc.Blocks[b], w.Span) || w.Type != nutgraf.DateType && w.Type != nutgraf.TimeType && w.Type != nutgraf.DurationType {
			continue
		}
		t := told{at: i, past: w.Toward <= 0}
		words = c.matter(m, w.Span, &t, words[:0])
		r.told = append(r.told, t)
	}
	r.own()
	return r
}

// rejected returns the date that a page states and its reader could not accept
// because it lies ahead of the capture, or NoDay.
func rejected(d *nutgraf.Document) nutgraf.Day {
	for _, w := range d.Dates {
		if day, err := nutgraf.ParseDay(w.Value); err == nil && !w.Modified && !w.Kept && ahead(d, day) {
			return day
		}
	}
	return nutgraf.NoDay
}

// otherReading returns the other reading of a page's date that lies ahead, when
// it stands in figures alone and can be read day for month.
func otherReading(m *nutgraf.Member, day nutgraf.Day) (nutgraf.Day, bool) {
	if !ahead(m.Doc, day) {
		return day, false
	}
	year, month, of := day.Date()
	alt := nutgraf.DayDate(year, of, int(month))
	if of > 12 || ahead(m.Doc, alt) {
		return day, false
	}
	for _, w := range m.Ann.Times {
		if w.From == day && w.To == day && figures(w.Span.Of(m.Doc.Text)) {
			return alt, true
		}
	}
	for _, w := range m.Doc.Dates {
		if d, err := nutgraf.ParseDay(w.Value); err == nil && d == day && !w.Span.IsZero() && figures(w.Span.Of(m.Doc.Text)) {
			return alt, true
		}
	}
	return day, false
}

// figures reports whether a date is written in figures that leave open which is
// the day: not in letters, and not with the year first.
func figures(s string) bool {
	return !strings.ContainsFunc(s, unicode.IsLetter) && len(s) > 4 && strings.ContainsAny(s[:4], "/.-")
}

// dateOnly reports whether a block holds a time and next to nothing else: the
// page's own date, which tells of nothing.
func dateOnly(b nutgraf.Block, t nutgraf.Span) bool { return b.Span.Len() <= t.Len()+dateExtra }

// dateExtra is the number of bytes that may stand beside a date on its line
// ("Posted on", a clock time).
const dateExtra = 24

// own leaves each word for a beginning to the time that stands nearest to it.
func (r *reading) own() {
	for i := range r.told {
		for j := range r.told {
			t, o := &r.told[i], &r.told[j]
			if i != j && t.outset != 0 && o.outset == t.outset && o.word == t.word && (o.far < t.far || o.far == t.far && j < i) {
				t.outset = 0
			}
		}
	}
}

// matter notes the words of the sentence around a time that are not function
// words nor part of the time itself; words for one kind of beginning ("release",
// "debut") count as one, and the nearest is taken for what the time is about. It
// returns the room in which the words were laid out.
func (c *Clock) matter(m *nutgraf.Member, at nutgraf.Span, t *told, room []fold.Word) []fold.Word {
	i := m.Seg.SentenceAt(at.Start)
	if i < 0 {
		return room
	}
	s := m.Seg.Sentences[i].Span
	if s.Len() > 2000 {
		return room
	}
	room = fold.Words(room, s.Of(m.Doc.Text), s.Start)
	t.matter = make([]uint64, 0, len(room))
	for _, w := range room {
		if int(w.End) > at.Start && int(w.Start) < at.End || c.function[w.Key] {
			continue
		}
		k := w.Key
		if class := c.outset[k]; class != 0 {
			k = class
			far := max(w.Start-int32(at.End), int32(at.Start)-w.End)
			if far <= nearby && (t.outset == 0 || far < t.far) {
				t.outset, t.word, t.far = class, w.Start, far
			}
		}
		if !slices.Contains(t.matter, k) {
			t.matter = append(t.matter, k)
		}
	}
	return room
}

// nearby is the number of bytes within which a word for a beginning is taken to
// go with a time.
const nearby = 60

// placed reports whether a time has been given its days.
func placed(w *nutgraf.When) bool { return w.Resolved && w.From != nutgraf.NoDay }

// common returns the words that stand in the times' sentences of most
// reports: they tell no matter from another.
func common(all []reading) map[uint64]bool {
	in, last := map[uint64]int{}, map[uint64]int{}
	for i := range all {
		for _, t := range all[i].told {
			for _, k := range t.matter {
				if last[k] != i+1 {
					last[k] = i + 1
					in[k]++
				}
			}
		}
	}
	out := map[uint64]bool{}
	for k, n := range in {
		if n > 3 && 10*n > 7*len(all) {
			out[k] = true
		}
	}
	return out
}

// alike counts the telling words that the sentences of two times share; that
// both date one kind of beginning counts as two.
func (s *session) alike(a, b told) int {
	n := 0
	for _, k := range a.matter {
		if slices.Contains(b.matter, k) {
			n++
			if !s.common[k] {
				n++
			}
		}
	}
	if a.outset != 0 && a.outset == b.outset {
		n += 4
	}
	return n / 2
}

func (s *session) times() [][]nutgraf.When {
	out := make([][]nutgraf.When, len(s.all))
	for i := range s.all {
		out[i] = s.all[i].times
	}
	return out
}
