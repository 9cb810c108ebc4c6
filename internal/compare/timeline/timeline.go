// Package timeline puts a story's reports and what they tell on one line of
// time: when each report can have been published, on which days the events of
// the matter fell, and which page dates cannot be true. Years and weekdays that
// one report leaves open are anchored through the others. It never dates a
// report by its arrival, and a date that is refused orders nothing.
package timeline

import (
	"slices"

	"nutgraf"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// Clock reads the times of stories in one language. It is safe for concurrent
// use.
type Clock struct {
	function map[uint64]bool
	outset   map[uint64]uint64 // words for a beginning ("release", "debut") → the class they share
}

// New compiles a Clock from a language pack.
func New(pack *lang.Pack) *Clock {
	c := &Clock{function: map[uint64]bool{}, outset: map[uint64]uint64{}}
	for _, w := range pack.List("function_words") {
		c.function[fold.Key(w)] = true
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
}

// reading is one report while its times are read.
type reading struct {
	member  *nutgraf.Member
	letter  string
	stated  nutgraf.Day // the page's own date, believed or not
	day     nutgraf.Day // the date that is believed, or NoDay
	refused string      // why the page's date is refused
	proof   []nutgraf.Cite
	times   []nutgraf.When
	told    []told
}

// told is a time in the body of a report with the matter of its sentence.
type told struct {
	at     int // index into times
	matter []uint64
	past   bool
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
	dates := s.ranges()
	return Anchored{dates, s.times(), s.warnings(dates)}
}

// session is one story's run.
type session struct {
	*Clock
	all    []reading
	common map[uint64]bool // words that most sentences of the story share
	dated  dated
}

func (c *Clock) read(m *nutgraf.Member, place int) reading {
	r := reading{member: m, letter: letter(place), stated: nutgraf.NoDay, day: m.Ann.Published.Day(), times: slices.Clone(m.Ann.Times)}
	if d, err := nutgraf.ParseDay(m.Ann.Published.Value); err == nil {
		r.stated = d
	}
	if r.stated != nutgraf.NoDay && r.day == nutgraf.NoDay {
		r.refused = m.Ann.Published.Why
		if r.refused == "" {
			r.refused = "its own text speaks against it"
		}
	}
	for i, w := range r.times {
		b := m.Doc.BlockAt(w.Span.Start)
		if b < 0 || !m.Doc.Blocks[b].Kind.Body() || w.Type != nutgraf.DateType && w.Type != nutgraf.TimeType && w.Type != nutgraf.DurationType {
			continue
		}
		r.told = append(r.told, told{i, c.matter(m, w.Span), w.Toward <= 0})
	}
	return r
}

// matter returns the words of the sentence around a time, and of the quotations
// in it, that are not function words nor part of the time itself.
func (c *Clock) matter(m *nutgraf.Member, t nutgraf.Span) []uint64 {
	at := m.Seg.SentenceAt(t.Start)
	if at < 0 {
		return nil
	}
	s := m.Seg.Sentences[at].Span
	if s.Len() > 2000 {
		return nil
	}
	var out []uint64
	for _, w := range fold.Words(nil, s.Of(m.Doc.Text), s.Start) {
		if (int(w.End) <= t.Start || int(w.Start) >= t.End) && !c.function[w.Key] && !slices.Contains(out, w.Key) {
			out = append(out, w.Key)
		}
	}
	return out
}

// common returns the words that stand in the times' sentences of more than half
// of the reports: they tell no matter from another.
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
		if n > 2 && 2*n > len(all) {
			out[k] = true
		}
	}
	return out
}

// alike counts the telling words that two sentences share.
func (s *session) alike(a, b []uint64) int {
	n := 0
	for _, k := range a {
		if slices.Contains(b, k) {
			n++
			if !s.common[k] {
				n++
			}
		}
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

// letter names the report at place i as pages do.
func letter(i int) string {
	s := ""
	for i++; i > 0; i = (i - 1) / 26 {
		s = string(rune('A'+(i-1)%26)) + s
	}
	return s
}
