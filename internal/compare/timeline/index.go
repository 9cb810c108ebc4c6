package timeline

import (
	"strings"

	"nutgraf"
	"nutgraf/internal/fold"
)

// ref points at a told time of a report.
type ref struct {
	doc int
	told
}

// dated is what the story's reports date to a day, by what it can be looked up
// with. Every list is bounded, so that a story of a thousand reports is read in
// a time that grows with their number only.
type dated struct {
	weekday [7][]ref
	yearday map[int][]ref  // month*100 + day
	outset  map[uint64]ref // class of a beginning
	words   map[uint64]ref // seven words in a row that a report quotes in the same sentence
	outlet  map[string]ref // folded name of an outlet whose report is dated
}

// enough bounds the reports that are asked about one day.
const enough = 64

func (s *session) index() {
	d := dated{yearday: map[int][]ref{}, outset: map[uint64]ref{}, words: map[uint64]ref{}, outlet: map[string]ref{}}
	for j := range s.all {
		for _, t := range s.all[j].told {
			w := &s.all[j].times[t.at]
			if !placed(w) || w.To-w.From > 1 || w.Anchor == nutgraf.AnchorPublication && s.all[j].day == nutgraf.NoDay {
				continue
			}
			d.add(s, ref{j, t}, w)
		}
	}
	s.dated = d
}

func (d *dated) add(s *session, r ref, w *nutgraf.When) {
	_, m, day := w.From.Date()
	key := int(m)*100 + day
	if len(d.yearday[key]) < enough {
		d.yearday[key] = append(d.yearday[key], r)
	}
	if k := w.From.Weekday(); len(d.weekday[k]) < enough {
		d.weekday[k] = append(d.weekday[k], r)
	}
	if _, ok := d.outset[r.outset]; !ok && r.outset != 0 && w.From == w.To {
		d.outset[r.outset] = r
	}
	if r.past && w.From == w.To {
		d.spoken(s, r, w)
	}
}

// spoken notes the quotations and the credited outlets of the sentence in which
// a day stands.
func (d *dated) spoken(s *session, r ref, w *nutgraf.When) {
	m := s.all[r.doc].member
	at := m.Seg.SentenceAt(w.Span.Start)
	if at < 0 {
		return
	}
	sentence := m.Seg.Sentences[at].Span
	latest := func(old ref, ok bool) bool { return !ok || s.when(old).From < w.From }
	for _, q := range m.Ann.Quotes {
		if q.Kind == nutgraf.Indirect || q.Span.Overlap(sentence) == 0 {
			continue
		}
		if keys := fold.Keys(fold.Words(nil, q.Span.Of(m.Doc.Text), 0)); len(keys) >= run {
			k := fold.RunKey(keys[:run])
			if old, ok := d.words[k]; latest(old, ok) {
				d.words[k] = r
			}
		}
	}
	for _, c := range m.Ann.Credits {
		if c.Outlet == "" || c.Span.Overlap(sentence) == 0 || c.Kind != nutgraf.CreditFirstReported && c.Kind != nutgraf.CreditReported {
			continue
		}
		k := outletKey(c.Outlet)
		if old, ok := d.outlet[k]; latest(old, ok) {
			d.outlet[k] = r
		}
	}
}

func (s *session) when(r ref) *nutgraf.When { return &s.all[r.doc].times[r.at] }

func (s *session) cite(r ref) nutgraf.Cite {
	return s.all[r.doc].member.Doc.Cite(s.when(r).Span)
}

func outletKey(name string) string { return strings.TrimPrefix(fold.String(name), "the ") }
