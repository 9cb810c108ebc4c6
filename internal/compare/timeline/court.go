package timeline

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/calendar"
	"nutgraf/internal/fold"
)

func sortDays(days []nutgraf.Day) { slices.Sort(days) }

// gulf is the number of days by which a page's date must lie before what the
// page tells of, as other reports date it, to be refused.
const gulf = 14

// refuse takes back the dates of reports that tell of a day which other
// reports put long after that date.
func (s *session) refuse() {
	s.acquit()
	for i := range s.all {
		r := &s.all[i]
		if r.stated == nutgraf.NoDay || ahead(r.member.Doc, r.stated) {
			continue
		}
		for _, t := range r.told {
			w := &r.times[t.at]
			if !monthDay(w.Form) || len(w.Form) < 10 {
				continue
			}
			if o, ok := s.later(i, t); ok {
				s.convict(r, w, o)
				break
			}
		}
	}
	for i := range s.all {
		if s.all[i].refused != "" {
			s.all[i].day = nutgraf.NoDay
		}
	}
}

// convict refuses a report's date, or adds to the grounds on which its own text
// refused it, what another report says of a day.
func (s *session) convict(r *reading, w *nutgraf.When, o ref) {
	why := fmt.Sprintf("%s puts %q on %s", s.all[o.doc].letter, w.Span.Of(r.member.Doc.Text), spell(s.when(o).From))
	r.proof = append(r.proof, r.member.Doc.Cite(w.Span), s.cite(o))
	if r.refused != "" {
		r.refused = strings.TrimSuffix(r.refused, ".") + "; " + why
		return
	}
	r.refused = fmt.Sprintf("it tells of %q as of something past, and %s", w.Span.Of(r.member.Doc.Text), why)
}

// company is the number of days within which the dates of other reports of the
// event bear a page's date out.
const company = 7

// acquit takes a page's date back into favour, although its own text seemed to
// speak against it, when most other reports of the event bear dates close by.
func (s *session) acquit() {
	for i := range s.all {
		r := &s.all[i]
		if r.refused == "" || r.stated == nutgraf.NoDay || ahead(r.member.Doc, r.stated) {
			continue
		}
		dated, near := 0, 0
		for j := range s.all {
			if d := s.all[j].stated; j != i && d != nutgraf.NoDay {
				dated++
				if d >= r.stated-company && d <= r.stated+company {
					near++
				}
			}
		}
		if near > 0 && 2*near > dated {
			r.refused, r.day = "", r.stated
		}
	}
}

// later finds a dated report that tells of the same day and month, of the same
// matter, in a year that puts it long after the date of report i.
func (s *session) later(i int, t told) (ref, bool) {
	r := &s.all[i]
	form, need := r.times[t.at].Form, 1
	if !t.past {
		need = 2 // its tense may look ahead: the matter must speak the louder
	}
	month, _ := strconv.Atoi(form[5:7])
	day, _ := strconv.Atoi(form[8:10])
	for _, o := range s.dated.yearday[month*100+day] {
		w := s.when(o)
		if o.doc != i && s.all[o.doc].day != nutgraf.NoDay && s.all[o.doc].day >= r.stated+gulf &&
			w.From == w.To && w.From >= r.stated+gulf && s.alike(t, o.told) >= need {
			return o, true
		}
	}
	return ref{}, false
}

// ranges returns the days on which each report can have been published.
func (s *session) ranges() []nutgraf.DateRange {
	out := make([]nutgraf.DateRange, len(s.all))
	mid, dated := s.middle()
	latest := mid
	if !dated {
		latest = s.latest()
	}
	for i := range s.all {
		r := &s.all[i]
		out[i] = nutgraf.DateRange{From: r.day, To: r.day, Firm: r.day != nutgraf.NoDay}
		if r.stated != nutgraf.NoDay {
			out[i].Stated = r.stated.String()
		}
		switch {
		case r.reach > r.day && out[i].Firm:
			out[i].To, out[i].Firm, out[i].Evidence = r.reach, false, several(r.laterProof)
			out[i].Basis = "dated " + spell(r.day) + "; its text tells of " + spell(r.reach)
			continue
		case len(r.next) > 0:
			out[i].Evidence = several(r.next)
			out[i].Basis = fmt.Sprintf("%s; its %q may be the day after", spell(r.day), out[i].Evidence[0].Text)
			continue
		case out[i].Firm:
			out[i].Basis = spell(r.day) + nutgraf.Undoubted
			continue
		}
		s.infer(i, mid, latest, &out[i])
	}
	return out
}

// infer bounds a report's publication by what it tells, beside the middle one of the days
// that are believed and the latest time that the story tells of.
func (s *session) infer(i int, mid, latest nutgraf.Day, d *nutgraf.DateRange) {
	r := &s.all[i]
	b := s.bounds(i, mid, latest)
	d.From, d.To, d.Evidence = b.from, b.to, append(slices.Clone(r.proof), b.proof...)
	content := ""
	switch {
	case b.from != nutgraf.NoDay && b.to != nutgraf.NoDay:
		content = days(b.from, b.to)
		if b.rough {
			content = "about " + content
		}
	case b.from != nutgraf.NoDay:
		content = "not before " + spell(b.from)
	}
	switch {
	case r.refused != "" && content != "":
		d.Basis = "dated " + spell(r.stated) + ": does not fit; by its content " + content
	case r.refused != "":
		d.Basis = "dated " + spell(r.stated) + ": does not fit"
	case content != "":
		d.Basis = "no date on it; by its content " + content
	default:
		d.Basis = "no date on it"
	}
}

// bound is what a report's content says of its publication.
type bound struct {
	from, to nutgraf.Day
	rough    bool
	proof    []nutgraf.Cite
}

// fresh is the number of days for which a bare weekday in the past tense, or a
// weekend, is used of what has just been.
const fresh = 4

func (s *session) bounds(i int, mid, latest nutgraf.Day) bound {
	b := bound{from: nutgraf.NoDay, to: nutgraf.NoDay}
	r := &s.all[i]
	for _, t := range r.told {
		w := r.times[t.at]
		cite := r.member.Doc.Cite(w.Span)
		switch {
		case !placed(&w) && w.Type == nutgraf.DurationType:
			s.since(i, t, &b)
		case !placed(&w) || !s.been(r, &w, mid) || w.To-w.From > 7 || s.attributive(r, &w):
		case weekday(w.Form):
			b.raise(w.From, cite)
			to := w.To + fresh
			if len(w.Form) > 10 {
				to, b.rough = w.To+fresh+1, true
			}
			b.lower(to, cite)
		default:
			b.raise(w.From, cite)
		}
	}
	s.borrow(i, &b)
	if b.to != nutgraf.NoDay && b.from != nutgraf.NoDay && b.to < b.from {
		b.to = nutgraf.NoDay
	}
	if b.from == nutgraf.NoDay {
		b.to = nutgraf.NoDay
	}
	if b.to == nutgraf.NoDay && latest != nutgraf.NoDay && b.from < latest-stale {
		b.from, b.proof = nutgraf.NoDay, nil // when somebody was born bounds nothing worth saying
	}
	return b
}

// stale is the number of days by which a report's first possible day can lie behind the
// latest time that the story tells of and still say something.
const stale = 2 * 365

// latest is the beginning of the last year, month or day that the reports tell of with its
// year; in a story with a date that is believed the middle one of those stands in its place.
func (s *session) latest() nutgraf.Day {
	last := nutgraf.NoDay
	for i := range s.all {
		for _, t := range s.all[i].told {
			if w := &s.all[i].times[t.at]; placed(w) && w.Form[0] <= '9' && w.To-w.From < stale && w.From > last {
				last = w.From
			}
		}
	}
	return last
}

// been reports whether a time is told of as past: by its tense, or by lying no later
// than the middle of the story. A date with its year bears no tense, and films and polls are
// told of with theirs years ahead ("its November 22, 2031 release date").
func (s *session) been(r *reading, w *nutgraf.When, mid nutgraf.Day) bool {
	if mid != nutgraf.NoDay && w.To <= mid {
		return true
	}
	if !calendared(w) {
		return w.Toward < 0
	}
	k := r.member.Seg.SentenceAt(w.Span.Start)
	return w.Past && k >= 0 && !s.describes(r.member.Doc.Text[w.Span.End:]) && !s.foretells(r.member.Seg.Sentences[k].Span.Of(r.member.Doc.Text))
}

func (b *bound) raise(d nutgraf.Day, c nutgraf.Cite) {
	if b.from == nutgraf.NoDay || d > b.from {
		b.from = d
		b.prove(c)
	}
}

func (b *bound) lower(d nutgraf.Day, c nutgraf.Cite) {
	if b.to == nutgraf.NoDay || d < b.to {
		b.to = d
		b.prove(c)
	}
}

func (b *bound) prove(c nutgraf.Cite) {
	if !slices.ContainsFunc(b.proof, func(x nutgraf.Cite) bool { return x.Ref == c.Ref }) {
		b.proof = append(b.proof, c)
	}
}

// since bounds a report by a length of time since a beginning ("just over a
// week since its release") that another report dates.
func (s *session) since(i int, t told, b *bound) {
	r := &s.all[i]
	w := r.times[t.at]
	day, cite, ok := s.outsetDay(i, t)
	if !ok || w.Toward > 0 || !strings.HasPrefix(r.member.Doc.Text[w.Span.End:], " since ") {
		return // "he had married two weeks before the shooting"
	}
	from, to, _, ok := calendar.Resolve(w.Form, calendar.Before, day)
	if !ok {
		return
	}
	n := to - from // days
	lo, hi := day+n-1, day+n+n/3+1
	if w.Mod == "MORE_THAN" {
		lo, hi = day+n+1, day+n+n/2+2
	}
	b.raise(lo, r.member.Doc.Cite(w.Span))
	b.lower(hi, cite)
	b.rough = true
}

// outsetDay returns the day on which another report puts the beginning that the
// sentence of t counts from.
func (s *session) outsetDay(i int, t told) (nutgraf.Day, nutgraf.Cite, bool) {
	if o, ok := s.dated.outset[t.outset]; ok && o.doc != i {
		return s.when(o).From, s.cite(o), true
	}
	return nutgraf.NoDay, nutgraf.Cite{}, false
}

// borrow raises a report's first possible day to the day on which other
// reports put words that it quotes, or the news that it rests on as a whole.
func (s *session) borrow(i int, b *bound) {
	m := s.all[i].member
	take := func(o ref, ok bool) {
		if ok && o.doc != i && (b.from == nutgraf.NoDay || s.when(o).From > b.from) {
			b.raise(s.when(o).From, s.cite(o))
			b.rough = true
		}
	}
	for _, q := range m.Ann.Quotes {
		if q.Kind == nutgraf.Indirect || len(s.dated.words) == 0 {
			continue
		}
		keys := fold.Keys(fold.Words(nil, q.Span.Of(m.Doc.Text), 0))
		for k := 0; k+run <= len(keys); k++ {
			o, ok := s.dated.words[fold.RunKey(keys[k:k+run])]
			take(o, ok)
		}
	}
	for _, c := range m.Ann.Credits {
		if c.Scope == nutgraf.WholeArticle && c.Outlet != "" {
			o, ok := s.dated.outlet[outletKey(c.Outlet)]
			take(o, ok)
		}
	}
}
