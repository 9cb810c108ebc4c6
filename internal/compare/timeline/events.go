package timeline

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	"nutgraf"
	"nutgraf/internal/dateline"
	"nutgraf/internal/fold"
	"nutgraf/internal/lang"
)

// event is an entry of the event lane in the making: days, and who tells of
// them. gone marks one that has been joined into another.
type event struct {
	from, to nutgraf.Day
	day      string // as reports tell it, where its date is not known
	said     []saying
	gone     bool
}

// saying is one report's clause on an event.
type saying struct {
	told
	cite     nutgraf.Cite
	passing  bool // the day is named in passing: the clause tells of nothing on it
	calendar bool // by its month, or by its date
	day      bool // by its month and day
	late     bool // the day stands far behind the beginning of the clause
	wide     bool // it names a few days, of which others name the one
	second   bool // it names another day before
	cut      bool // it ends, or begins, where its sentence goes on
	opens    int  // how near to the beginning of its report it stands, of the sentences at its head
	ahead    bool // it tells of what is to come
	why      string
}

// events gathers what the reports tell of days into events.
func (s *session) events(ranges []nutgraf.DateRange) []nutgraf.TimelineEntry {
	byDay := map[[2]nutgraf.Day][]*event{}
	var events []*event
	for i := range s.all {
		r := &s.all[i]
		for _, t := range r.told {
			w := &r.times[t.at]
			if !dates(w) || s.idle(r, w) || r.narrower(w) {
				continue
			}
			key, far := r.stretch(t.at)
			if far {
				continue
			}
			e := joined(byDay[key], func(e *event) bool { return s.shares(e, t) })
			if e == nil {
				e = &event{from: key[0], to: key[1]}
				byDay[key] = append(byDay[key], e)
				events = append(events, e)
			}
			x := s.saying(r, t)
			x.passing = x.passing || w.From <= ranges[i].To && calendared(w) && s.standing.Depicts(x.cite.Text)
			e.said = append(e.said, x)
		}
	}
	s.narrow(events)
	var out []nutgraf.TimelineEntry
	shown := map[string]bool{}
	picked := s.pick(events, ranges)
	for _, e := range slices.Concat(picked, s.undated(picked)) {
		if x := s.entry(e); !shown[x.Text] { // a span of days is told in one clause
			shown[x.Text] = true
			out = append(out, x)
		}
	}
	return out
}

// idle reports whether a time puts nothing that its report tells on a day: in words that
// are quoted, in furniture, in a name, or as an epithet.
func (s *session) idle(r *reading, w *nutgraf.When) bool {
	m, text := r.member, r.member.Doc.Text
	return r.quoted(w.Span) || marked(m, w.Span) || filed(m, w.Span) || bare(m, w.Span) || twice(m, w.Span) || either(text, w.Span) || s.named(m, w.Span) || s.attributive(r, w) || ordinal(w.Span.Of(text)) || possessive(text[w.Span.End:])
}

// stretch returns the days of a time, with those up to its far end where it is the near
// end of a stretch ("May 3-5", "Friday through Sunday"); far tells that it is the far end of one.
// What was put off "from Friday to Sunday" lasted no three days.
func (r *reading) stretch(at int) (days [2]nutgraf.Day, far bool) {
	w := &r.times[at]
	if at > 0 && r.reaches(at-1) {
		return days, true
	}
	if r.reaches(at) {
		return [2]nutgraf.Day{w.From, r.times[at+1].To}, false
	}
	return [2]nutgraf.Day{w.From, w.To}, false
}

// reaches reports whether the time at at and the one behind it are the two ends of a
// stretch of days.
func (r *reading) reaches(at int) bool {
	if at+1 >= len(r.times) {
		return false
	}
	a, b, text := &r.times[at], &r.times[at+1], r.member.Doc.Text
	if !dates(a) || !dates(b) || a.From != a.To || b.From != b.To || b.To <= a.From || b.To-a.From > longest || b.Span.Start < a.Span.End {
		return false
	}
	switch strings.TrimSpace(text[a.Span.End:b.Span.Start]) {
	case "-", "–", "through":
		return true
	case "to":
		return !strings.HasSuffix(lang.Lower(text[max(0, a.Span.Start-len("from ")):a.Span.Start]), "from ")
	}
	return false
}

// calendared reports whether a time names a day with its year.
func calendared(w *nutgraf.When) bool {
	return len(w.Form) == len("2031-05-03") && w.Form[0] != 'X'
}

// dates reports whether a time puts something on a day or a few, by a date of
// its own: a clock time or "now" puts nothing there.
func dates(w *nutgraf.When) bool {
	if !placed(w) || w.To-w.From > longest || w.Form == "PRESENT_REF" || w.Value == "PRESENT_REF" {
		return false
	}
	return w.Type == nutgraf.DateType || w.Type == nutgraf.TimeType && w.Anchor != nutgraf.AnchorText && !strings.HasPrefix(w.Form, "XXXX-XX-XXT")
}

// filing is the length of the date line that a sentence begins with.
func filing(m *nutgraf.Member, at int) int {
	s := m.Seg.Sentences[at]
	if s.Block < 0 || s.Block >= len(m.Doc.Blocks) || s.Span.Start != m.Doc.Blocks[s.Block].Span.Start {
		return 0
	}
	return dateline.Length(s.Span.Of(m.Doc.Text))
}

// filed reports whether a time stands in a date line: it dates the report, and
// nothing that the report tells.
func filed(m *nutgraf.Member, t nutgraf.Span) bool {
	at := m.Seg.SentenceAt(t.Start)
	return at >= 0 && t.Start < m.Seg.Sentences[at].Span.Start+filing(m, at)
}

// bare reports whether a time stands with no more than a word or two beside it
// ("Posted: Thursday"): that tells of nothing that happened.
func bare(m *nutgraf.Member, t nutgraf.Span) bool {
	at := m.Seg.SentenceAt(t.Start)
	if at < 0 {
		return true
	}
	s := m.Seg.Sentences[at].Span
	beside := fold.Words(nil, m.Doc.Text[s.Start:t.Start]+" "+m.Doc.Text[min(t.End, s.End):s.End], 0)
	return len(beside) < 3
}

// twice reports whether the paragraph of a time follows or goes before itself word for
// word, as the captions of a row of pictures do.
func twice(m *nutgraf.Member, t nutgraf.Span) bool {
	at := m.Seg.SentenceAt(t.Start)
	if at < 0 {
		return false
	}
	k, blocks := m.Seg.Sentences[at].Block, m.Doc.Blocks
	if k < 0 || k >= len(blocks) {
		return false
	}
	words := blocks[k].Span.Of(m.Doc.Text)
	return k > 0 && blocks[k-1].Span.Of(m.Doc.Text) == words || k+1 < len(blocks) && blocks[k+1].Span.Of(m.Doc.Text) == words
}

// narrower reports whether the sentence of a few days names one of them too:
// "Friday's attack was the second this week".
func (r *reading) narrower(w *nutgraf.When) bool {
	k := r.member.Seg.SentenceAt(w.Span.Start)
	return k >= 0 && slices.ContainsFunc(r.times, func(o nutgraf.When) bool {
		return r.member.Seg.Sentences[k].Span.Contains(o.Span) && placed(&o) && o.To-o.From < w.To-w.From && o.From >= w.From && o.To <= w.To
	})
}

// either reports whether a time is one of two of which it may be either: "tomorrow, or Monday".
func either(text string, t nutgraf.Span) bool {
	before, behind := strings.TrimRight(text[max(0, t.Start-8):t.Start], " "), strings.TrimLeft(text[t.End:], ", ")
	if !strings.HasPrefix(behind, "or ") && !strings.HasSuffix(before, " or") && !strings.HasSuffix(before, " or on") {
		return false
	}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if strings.HasPrefix(behind, "or "+day.String()) || t.Of(text) == day.String() && !strings.HasPrefix(behind, "or ") {
			return true
		}
	}
	return false
}

// possessive reports whether what follows makes a time an epithet ("today's
// lawmakers").
func possessive(rest string) bool {
	return strings.HasPrefix(rest, "'s ") || strings.HasPrefix(rest, "’s ")
}

// quoted reports whether a time stands in words that somebody is quoted with:
// they date what he speaks of, not what the report tells.
func (r *reading) quoted(at nutgraf.Span) bool {
	for _, q := range r.member.Ann.Quotes {
		if q.Span.Start > at.Start {
			break
		}
		if q.Kind == nutgraf.Indirect || !q.Span.Contains(at) {
			continue
		}
		for _, p := range q.Parts {
			if q.Kind == nutgraf.Direct && p.Contains(at) {
				return true
			}
		}
	}
	return false
}

// marked reports whether a time stands within marks of quotation, whosever words they are:
// the subject of a letter, a title.
func marked(m *nutgraf.Member, t nutgraf.Span) bool {
	k := m.Seg.SentenceAt(t.Start)
	if k < 0 {
		return false
	}
	s := m.Seg.Sentences[k].Span
	before, behind := m.Doc.Text[s.Start:t.Start], m.Doc.Text[t.End:max(t.End, s.End)]
	if strings.LastIndex(before, "“") > strings.LastIndex(before, "”") {
		return true
	}
	return strings.Count(before, "\"")%2 == 1 && strings.Contains(behind, "\"")
}

func (s *session) saying(r *reading, t told) saying {
	w := &r.times[t.at]
	x := saying{told: t, cite: s.clause(r.member, w.Span), passing: s.passing(r.member, w.Span), calendar: ofCalendar(w.Form)}
	x.day = x.calendar && len(w.Form) >= len("XXXX-05-03") && w.Form[4] == '-' && w.Form[5] <= '1'
	x.passing = x.passing || s.unfinished(r.member.Doc.Text[w.Span.End:max(w.Span.End, x.cite.Span.End)])
	x.passing = x.passing || s.lagging(x.cite.Text)
	x.passing = x.passing || s.states(r, w) || s.ledIn(r, t.at, x.cite.Span) || s.perfect(r, w) || s.attached(r, w) || s.unforeseen(r, w, x.cite.Text)
	for _, o := range r.times {
		if o.Span.End <= w.Span.Start && x.cite.Span.Contains(o.Span) && placed(&o) && o.To-o.From < w.To-w.From+2 && (o.To < w.From || o.From > w.To) {
			x.second, x.passing = true, x.passing || x.ofAnother(o.Span)
		}
	}
	if x.second && w.Anchor == nutgraf.AnchorText {
		x.passing = true // "143 on Friday, as many as the day before" is what it tells of Friday
	}
	x.passing = x.passing || s.standing.Unnamed(r.member, x.cite.Span)
	if w.Anchor == nutgraf.AnchorText && (strings.HasPrefix(w.Form, "P") && !strings.HasPrefix(w.Form, "P+0") || strings.Contains(w.Span.Of(r.member.Doc.Text), "that ")) {
		x.passing = true // "two days later", "that day": after what stands elsewhere
	}
	if k := r.member.Seg.SentenceAt(w.Span.Start); k >= 0 {
		x.opens = max(0, head-k)
	}
	x.cut, x.ahead = !s.whole(r.member, x.cite.Span) || s.broken(r.member, x.cite.Span, w.Span), s.ahead(r.member.Doc.Text, x.cite.Span, w.Span)
	x.late = w.Span.End-x.cite.Span.Start > lateBytes && (x.opens < opener || s.says(r.member.Doc.Text[x.cite.Span.Start:max(x.cite.Span.Start, w.Span.Start)]))
	if (w.Span.End >= x.cite.Span.End || follows(r.member, x.cite.Span, w.Span)) && s.spoken(r.member, w.Span) && s.hollow(r.member, x.cite.Span, w.Span) {
		x.passing = true // "he told the paper on Friday" tells nothing
	}
	x.passing = x.passing || s.untold(r.member, x.cite.Span, w.Span) || r.reaches(t.at) && s.describes(r.member.Doc.Text[r.times[t.at+1].Span.End:])
	if w.Anchor == nutgraf.AnchorStory {
		x.why = fmt.Sprintf("%s says %q; the other reports give the rest of the date.", r.letter, w.Span.Of(r.member.Doc.Text))
	}
	return x
}

// ofAnother reports whether another day opens the clause of a saying: it is that day's, whatever
// it tells of further on ("On Sunday the board set the vote for Friday").
func (x *saying) ofAnother(other nutgraf.Span) bool {
	return other.Start-x.cite.Span.Start <= len("Early on ")
}

// follows reports whether a clause whose day is behind it set off by a comma goes on from
// words of its sentence before it: "Ten are ill | , the ministry said on Friday, as the fair closed".
func follows(m *nutgraf.Member, clause, t nutgraf.Span) bool {
	k := m.Seg.SentenceAt(clause.Start)
	return k >= 0 && strings.HasPrefix(m.Doc.Text[t.End:], ",") && strings.HasSuffix(strings.TrimSpace(m.Doc.Text[min(m.Seg.Sentences[k].Span.Start, clause.Start):clause.Start]), ",")
}

// ahead reports whether a clause tells of its day as one to come: by what stands before the day,
// where a verb stands there. "The board said Monday that the mole will close" tells of Monday
// what was done.
func (c *Clock) ahead(text string, clause, t nutgraf.Span) bool {
	lead := text[clause.Start:max(clause.Start, t.Start)]
	for w := range strings.FieldsSeq(lang.Lower(lead)) {
		if c.standing.Finite(strings.Trim(w, ",;:.\"“”")) {
			return c.foretells(lead)
		}
	}
	return c.foretells(clause.Of(text))
}

// opener is how near to the beginning of its report a clause must stand for its day to come
// late in it: the first sentences of a report tell most, and what happened before when.
const opener = head - 1

// says reports whether words have a verb of saying, or "according to".
func (c *Clock) says(words string) bool {
	for w := range strings.FieldsSeq(lang.Lower(words)) {
		if w = strings.Trim(w, ",;:.\"“”"); c.sayings[w] || w == "according" {
			return true
		}
	}
	return false
}

// lateBytes is how far into a clause its day can stand so that a row that is
// cut to two lines shows it.
const lateBytes = 110

// joined returns the first event of a day that is the same as what a time tells, after
// joining into it all others that are.
func joined(events []*event, same func(e *event) bool) *event {
	var first *event
	for _, e := range events {
		if e.gone || !same(e) {
			continue
		}
		if first == nil {
			first = e
			continue
		}
		first.said = append(first.said, e.said...)
		e.said, e.gone = nil, true
	}
	return first
}

// shares reports whether a time and an event tell of one matter. A day of its own
// needs little; on a stretch of days ("last week") much can happen.
func (s *session) shares(e *event, t told) bool {
	least := 1
	if e.to > e.from {
		least = 2
	}
	return s.likeness(e, t) >= least
}

// likeness is how much a time shares with the clause of an event that it shares most
// with.
func (s *session) likeness(e *event, t told) int {
	most := 0
	for _, o := range e.said[:min(len(e.said), enough)] {
		most = max(most, s.alike(t, o.told))
	}
	return most
}

// narrow drops an event of a few days into the one event within those days that
// tells of the same matter: "over the weekend" and "on 2 May", "in July" and "on July
// 21", of which a month needs to share more.
func (s *session) narrow(events []*event) {
	for _, e := range events {
		n, least := e.to-e.from, 1
		if e.gone || n == 0 || n > longest {
			continue
		}
		if n > 7 {
			least = 3
		}
		if n > 7 && e.said[0].ahead {
			least = 2 // what is to come in a month is told with its day, where that is known
		}
		var in []*event
		for _, o := range events {
			if !o.gone && o.from == o.to && o.from >= e.from && o.to <= e.to && s.likeness(o, e.said[0].told) >= least {
				in = append(in, o)
			}
		}
		if len(in) == 1 {
			for _, x := range e.said {
				x.wide = true
				in[0].said = append(in[0].said, x)
			}
			e.gone = true
		}
	}
}

// standsAlone is what counts for how well a clause stands alone beside what it shares
// with all others, which is less.
const standsAlone = 4 * enough

// leads is what each place nearer to the beginning of its report counts beside what a clause
// shares with others: the opening tells the matter itself.
const leads = 3

// entry puts an event into the lane. It is named in the words of the clause that
// shares most with the others, sooner one at the head of its report, the shorter of equals; of what else was told of that day
// it cites what shares something with that clause.
func (s *session) entry(e *event) nutgraf.TimelineEntry {
	out := nutgraf.TimelineEntry{From: e.from, To: e.to, Told: e.day, Lane: nutgraf.LaneEvent}
	best, at := -1, 0
	some := e.said[:min(len(e.said), enough)]
	shares := make([]int, len(some))
	for i := range some {
		for j := range i {
			n := min(s.alike(some[i].told, some[j].told), 4)
			shares[i], shares[j] = shares[i]+n, shares[j]+n
		}
	}
	for i, n := range shares {
		n += standsAlone * s.plain(some[i])
		n += leads * some[i].opens
		if s.standing.Adds(some[i].cite.Text) {
			n -= standsAlone / 2 // "the board also met"
		}
		if some[i].ahead && slices.ContainsFunc(some, func(x saying) bool { return !x.ahead && x.cite.Doc != some[i].cite.Doc && s.plain(x) > 0 }) {
			n -= standsAlone // it has come to pass
		}
		if n > best || n == best && len(some[i].cite.Text) < len(some[at].cite.Text) {
			best, at = n, i
		}
	}
	out.Text = e.said[at].cite.Text
	seen := map[nutgraf.Ref]bool{}
	for _, x := range e.said {
		related := x.cite.Ref == e.said[at].cite.Ref || s.alike(x.told, e.said[at].told) > 0
		if related && !seen[x.cite.Ref] {
			seen[x.cite.Ref] = true
			out.Evidence = append(out.Evidence, x.cite)
		}
		if out.Why == "" {
			out.Why = x.why
		}
	}
	return out
}

func firstKey(text string) uint64 {
	words := fold.Words(nil, text[:min(len(text), 40)], 0)
	if len(words) == 0 {
		return 0
	}
	return words[0].Key
}

// named reports whether the words of a time are a name: of a certain day ("Super
// Tuesday"), or of a paper ("the Vale Today").
func (c *Clock) named(m *nutgraf.Member, t nutgraf.Span) bool {
	i := m.Seg.TokenAt(t.Start)
	if i <= 0 || i >= len(m.Seg.Tokens) {
		return false
	}
	before := m.Seg.Tokens[i-1]
	return c.namedDays[before.Span().Of(m.Doc.Text)] ||
		before.Upper && m.Seg.Tokens[i].Upper && strings.EqualFold(t.Of(m.Doc.Text), "today")
}

// attributive reports whether a feast says of what kind a thing is ("Christmas
// lights", "Saturday morning cartoons"), or the eleventh of September, far from the report's own day, is the attack.
func (s *session) attributive(r *reading, w *nutgraf.When) bool {
	if strings.HasPrefix(w.Form, "XXXX-09-11") && r.day != nutgraf.NoDay && distance(w.From, r.day) > near/2 {
		return true
	}
	words := w.Span.Of(r.member.Doc.Text)
	if w.Form == "2001-09-11" && !strings.Contains(words, "2001") {
		return true // "9/11"
	}
	if strings.EqualFold(words, "overnight") {
		k, rest := r.member.Seg.SentenceAt(w.Span.Start), r.member.Doc.Text[w.Span.End:]
		next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
		if k < 0 || !nounBehind(rest) || s.function[fold.Key(next)] {
			return false
		}
		words := before(r.member, r.member.Seg.Sentences[k], w.Span)
		return len(words) > 0 && (s.epithets[words[len(words)-1]] || s.standing.Finite(words[len(words)-1])) // "sparked overnight protests"
	}
	if weekday(w.Form) && strings.Contains(w.Form, "T") {
		rest := r.member.Doc.Text[w.Span.End:]
		k := r.member.Seg.SentenceAt(w.Span.Start)
		next, behind, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
		behind, _, _ = strings.Cut(behind, " ")
		return nounBehind(rest) && k >= 0 && len(next) > 3 && strings.HasSuffix(next, "s") && lang.Lower(next) == next && !s.function[fold.Key(next)] && !s.standing.Finite(next) && !s.standing.Finite(behind) &&
			!slices.Contains(before(r.member, r.member.Seg.Sentences[k], w.Span), "on")
	}
	if !monthDay(w.Form) || len(w.Form) < len("XXXX-12-25") || strings.ContainsAny(words, "0123456789") {
		return false
	}
	return s.describes(r.member.Doc.Text[w.Span.End:])
}

// describes reports whether what stands behind a time is a noun that it describes
// ("Christmas | lights").
func (c *Clock) describes(rest string) bool {
	next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
	next = strings.TrimRight(next, ".,;:!?")
	return nounBehind(rest) && lang.Lower(next) == next && !c.function[fold.Key(next)] && !c.standing.Finite(next)
}

// ordinal reports whether a time is no more than an ordinal ("the 9th"), which
// names a court or a place as often as a day.
func ordinal(words string) bool {
	words = strings.TrimPrefix(strings.ToLower(words), "the ")
	return len(words) < 5 && strings.Trim(words[:len(words)-min(2, len(words))], "0123456789") == "" && !strings.ContainsAny(words, "/:")
}

// clauseBytes is the length up to which a sentence is shown whole as an event.
const clauseBytes = 150

// separators part clauses.
var separators = []string{"; ", ": ", " — ", " – ", " -- ", ", "}

// clause returns the sentence around a time, or, when it is long, the part of
// it between the commas, semicolons or dashes that hold the time.
func (c *Clock) clause(m *nutgraf.Member, t nutgraf.Span) nutgraf.Cite {
	at := m.Seg.SentenceAt(t.Start)
	if at < 0 {
		return m.Doc.Cite(t)
	}
	s := m.Seg.Sentences[at].Span
	s.Start += filing(m, at)
	text := m.Doc.Text
	if s.Len() > 1 && text[s.End-1] == '.' && s.End-1 >= t.End {
		s.End-- // a row of a table ends without a point
	}
	if s.Len() <= clauseBytes {
		return m.Doc.Cite(s)
	}
	if c.subordinate[firstKey(text[s.Start:s.End])] && s.Len() <= 2*clauseBytes {
		return m.Doc.Cite(s) // its first clause alone would tell nothing
	}
	for _, sep := range separators {
		if i := strings.Index(text[t.End:s.End], sep); i >= 0 && t.End+i-s.Start >= 40 && t.End+i-s.Start <= clauseBytes {
			if head := (nutgraf.Span{Start: s.Start, End: t.End + i}); c.fits(m, head) || sep == ": " && c.standing.Clause(head.Of(text)) {
				return m.Doc.Cite(head)
			}
		}
	}
	cut := s
	for _, sep := range separators {
		if i := strings.LastIndex(text[cut.Start:t.Start], sep); i >= 0 && cut.End-(cut.Start+i+len(sep)) >= 40 {
			cut.Start += i + len(sep)
		}
		if i := strings.Index(text[t.End:cut.End], sep); i >= 0 && t.End+i-cut.Start >= 40 {
			cut.End = t.End + i
		}
		if cut.Len() <= clauseBytes {
			break
		}
	}
	if s.Len() <= 2*clauseBytes && !c.fits(m, cut) {
		return m.Doc.Cite(s)
	}
	return m.Doc.Cite(cut)
}

// whole reports whether a clause fits, or is all that stands before a colon.
func (c *Clock) whole(m *nutgraf.Member, words nutgraf.Span) bool {
	return c.fits(m, words) || strings.HasPrefix(m.Doc.Text[words.End:], ": ") && c.standing.Clause(words.Of(m.Doc.Text)) && c.fits(m, nutgraf.Span{Start: words.Start, End: sentenceEnd(m, words)})
}

// sentenceEnd is where the sentence of words ends.
func sentenceEnd(m *nutgraf.Member, words nutgraf.Span) int {
	if k := m.Seg.SentenceAt(words.Start); k >= 0 {
		return m.Seg.Sentences[k].Span.End
	}
	return words.End
}

// fits reports whether words of a sentence begin and end where it does, or where a
// part of it does that is a statement of its own.
func (c *Clock) fits(m *nutgraf.Member, words nutgraf.Span) bool {
	k := m.Seg.SentenceAt(words.Start)
	if k < 0 {
		return false
	}
	s := m.Seg.Sentences[k].Span
	s.Start += filing(m, k)
	text := m.Doc.Text
	before, after := strings.TrimSpace(text[min(s.Start, words.Start):words.Start]), strings.TrimSpace(text[words.End:max(s.End, words.End)])
	if strings.Trim(after, ".") == "" && before == "" {
		return true
	}
	for _, dash := range []string{"—", "–", "--"} {
		if rest, ok := strings.CutPrefix(after, dash); ok {
			next, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			if next == "and" || next == "or" {
				return false // "it may impose more — and harder — tolls"
			}
			after = "," + rest
		}
		if rest, ok := strings.CutSuffix(before, dash); ok {
			before = rest + ","
		}
	}
	if before != "" {
		before += " "
	}
	return !inside(words.Of(text), after) && c.standing.Part(before+words.Of(text)+after, len(before), len(before)+words.Len())
}

// inside reports whether a clause ends within a name of a place that describes a noun
// ("the Vale | , North Corrin, ferry").
func inside(clause, after string) bool {
	words := strings.Fields(clause)
	rest, ok := strings.CutPrefix(after, ", ")
	place, behind, cut := strings.Cut(rest, ", ")
	if !ok || !cut || len(words) < 2 || behind == "" || !unicode.IsLower(rune(behind[0])) {
		return false
	}
	return lang.Lower(words[len(words)-2]) == "the" && unicode.IsUpper(rune(words[len(words)-1][0])) && len(strings.Fields(place)) <= 3 && unicode.IsUpper(rune(rest[0]))
}
