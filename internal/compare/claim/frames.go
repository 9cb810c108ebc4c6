package claim

import (
	"slices"
	"strings"
	"time"

	"nutgraf"
	"nutgraf/internal/gist"
)

// frames makes the frames of all reports, in the order of reports and text.
func (f *Finder) frames(members []nutgraf.Member, entities []nutgraf.StoryEntity, times [][]nutgraf.When) []nutgraf.Frame {
	var out []nutgraf.Frame
	for i, m := range members {
		b := builder{f: f, member: i, doc: m.Doc, seg: m.Seg, ann: m.Ann, times: m.Ann.Times}
		if i < len(times) && len(times[i]) == len(m.Ann.Times) {
			b.times = times[i]
		}
		b.entityOf = storyIndex(entities, i, len(m.Ann.Entities))
		for q := range m.Ann.Quantities {
			if fr, ok := b.quantity(q); ok {
				out = append(out, fr)
			}
		}
		out = b.broken(out)
		for w := range b.times {
			if fr, ok := b.date(w); ok {
				out = append(out, fr)
			}
		}
	}
	return out
}

// storyIndex maps the entities of report i to those of the story.
func storyIndex(entities []nutgraf.StoryEntity, report, n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	for s, e := range entities {
		if report < len(e.Members) && e.Members[report] >= 0 && e.Members[report] < n {
			out[e.Members[report]] = s
		}
	}
	return out
}

// builder makes the frames of one report.
type builder struct {
	f        *Finder
	member   int
	doc      *nutgraf.Document
	seg      *nutgraf.Segments
	ann      *nutgraf.Annotations
	times    []nutgraf.When
	entityOf []int
	scratch  []gist.Term
}

// frame makes what all kinds of frame have in common; ok is false where the
// words stand in furniture.
func (b *builder) frame(kind nutgraf.ClaimKind, focus nutgraf.Span) (nutgraf.Frame, bool) {
	si := b.seg.SentenceAt(focus.Start)
	if si < 0 {
		return nutgraf.Frame{}, false
	}
	sent := b.seg.Sentences[si]
	fr := nutgraf.Frame{Member: b.member, Kind: kind, Focus: focus, Quote: -1, Quantity: -1, When: -1, From: nutgraf.NoDay, To: nutgraf.NoDay}
	if sent.Block >= 0 && sent.Block < len(b.doc.Blocks) {
		k := b.doc.Blocks[sent.Block].Kind
		fr.Headline = k == nutgraf.Headline || k == nutgraf.Standfirst
		if !k.Body() && !fr.Headline {
			return fr, false
		}
	}
	clause := sent.Span
	if !fr.Headline {
		clause = b.f.clause(b.doc, b.seg, sent, focus)
	}
	fr.Clause = b.doc.Cite(clause)
	number := focus
	if kind == nutgraf.ClaimStatus {
		number = nutgraf.Span{} // a superlative's own words are what it is about
	}
	fr.Terms = b.keys(clause, number, kind == nutgraf.ClaimStatus)
	fr.Wide = b.keys(sent.Span, number, true)
	fr.About = b.about(sent.Span)
	b.source(&fr, focus, sent.Span)
	return fr, true
}

// keys returns the sorted, distinct keys of the content words of a span, but
// for those of its focus, and without names unless they are asked for: who is
// spoken of is compared by entity.
func (b *builder) keys(s, focus nutgraf.Span, names bool) []string {
	b.scratch = b.f.gist.Terms(b.scratch[:0], b.doc, b.seg, s)
	var out []string
	for _, t := range b.scratch {
		if t.Span.Overlap(focus) == 0 && (names || !t.Upper) {
			out = append(out, t.Key)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// about returns the story entities that a sentence names.
func (b *builder) about(s nutgraf.Span) []int {
	var out []int
	for _, m := range b.ann.Mentions {
		if m.Span.Start >= s.End {
			break
		}
		if s.Contains(m.Span) && m.Entity >= 0 && m.Entity < len(b.entityOf) && b.entityOf[m.Entity] >= 0 {
			out = append(out, b.entityOf[m.Entity])
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// source notes who stands behind a frame: the speaker of the quotation it
// stands in, else the outlet that its sentence credits.
func (b *builder) source(fr *nutgraf.Frame, focus, sent nutgraf.Span) {
	for i, q := range b.ann.Quotes {
		inside := false
		for _, p := range q.Parts {
			inside = inside || p.Contains(focus)
		}
		if !inside {
			continue
		}
		if q.Kind == nutgraf.Indirect && q.Modality == "think" {
			continue
		}
		if fr.Quote < 0 || q.Kind != nutgraf.Indirect {
			fr.Quote, fr.By = i, q.Name
			fr.ByQuoted = q.Kind == nutgraf.Direct || q.Kind == nutgraf.Mixed && marked(b.doc.Text, q, focus)
			if q.Name == "" && !q.Source.IsZero() {
				fr.By = q.Source.Of(b.doc.Text)
			}
		}
	}
	if fr.By != "" {
		return
	}
	for _, c := range b.ann.Credits {
		if c.Scope == nutgraf.OneSentence && c.Outlet != "" && c.Span.Overlap(sent) > 0 && c.Kind != nutgraf.CreditOwn {
			fr.By = c.Outlet
			return
		}
	}
}

// believed reports whether a span stands in what somebody is said to believe: a
// number there is the report's own, not the believer's.
func (b *builder) believed(s nutgraf.Span) bool {
	return slices.ContainsFunc(b.ann.Quotes, func(q nutgraf.Quote) bool {
		return q.Kind == nutgraf.Indirect && q.Modality == "think" && q.Span.Contains(s)
	})
}

// marked reports whether focus stands inside the quotation marks of a mixed
// quotation.
func marked(text string, q nutgraf.Quote, focus nutgraf.Span) bool {
	open := false
	for i := q.Span.Start; i < focus.Start; i++ {
		switch {
		case text[i] == '"':
			open = !open
		case i+2 < len(text) && text[i:i+3] == "“":
			open = true
		case i+2 < len(text) && text[i:i+3] == "”":
			open = false
		}
	}
	return open
}

// bygone is how many days before a report a period must have ended for its
// numbers to be history rather than news.
const bygone = 182

func (b *builder) quantity(i int) (nutgraf.Frame, bool) {
	q := b.ann.Quantities[i]
	if q.Kind == nutgraf.Ordinal || b.dated(q.Span) {
		return nutgraf.Frame{}, false
	}
	kind := nutgraf.ClaimQuantity
	if q.Kind == nutgraf.Superlative {
		if !b.f.record(q.Span.Of(b.doc.Text)) {
			return nutgraf.Frame{}, false
		}
		kind = nutgraf.ClaimStatus
	}
	fr, ok := b.frame(kind, q.Span)
	if !ok {
		return fr, false
	}
	fr.Quantity, fr.Known, fr.Value, fr.Low, fr.High = i, q.Known, q.Value, q.Low, q.High
	fr.Unit, fr.Hedge, fr.Status = q.Unit, q.Hedge, q.Status
	fr.Money = q.Kind == nutgraf.Money
	fr.Head = b.head(q, fr.Clause.Span)
	fr.Beside = b.beside(i)
	if kind == nutgraf.ClaimQuantity {
		fr.Terms = without(fr.Terms, fr.Head)
	}
	if q.By != "" && fr.Quote < 0 && !b.believed(q.Span) {
		fr.By = q.By
	}
	if w := b.window(q); w >= 0 && w < len(b.times) && kind == nutgraf.ClaimQuantity {
		fr.When = w
		fr.Clause = b.doc.Cite(span(fr.Clause.Span, b.times[w].Span, b.sentence(q.Span)))
		if b.times[w].Resolved {
			fr.From, fr.To = b.times[w].From, b.times[w].To
			day := b.doc.Published.Day()
			fr.Bygone = day != nutgraf.NoDay && fr.To < day-bygone
		}
	}
	return fr, true
}

// broken makes frames of records that the quantities do not hold: "smashes
// records", "had the biggest opening".
func (b *builder) broken(dst []nutgraf.Frame) []nutgraf.Frame {
	for i, t := range b.seg.Tokens {
		w := strings.ToLower(t.Span().Of(b.doc.Text))
		superlative := b.f.records[w] && strings.HasSuffix(w, "est")
		if !superlative && w != "record" && w != "records" || b.counted(t.Span()) {
			continue
		}
		set := superlative
		for j := max(0, i-4); j < i; j++ {
			set = set || b.f.breakers[strings.ToLower(b.seg.Tokens[j].Span().Of(b.doc.Text))]
		}
		if !set {
			continue
		}
		if fr, ok := b.frame(nutgraf.ClaimStatus, t.Span()); ok {
			fr.Head, fr.Hedge, fr.Status = "record", nutgraf.Exact, nutgraf.Achieved
			for _, k := range strings.Fields(strings.ToLower(fr.Clause.Text)) {
				if b.f.unsure[k] {
					fr.Status = nutgraf.StatusProjected
				}
			}
			dst = append(dst, fr)
		}
	}
	return dst
}

// counted reports whether a span lies in a quantity found before.
func (b *builder) counted(s nutgraf.Span) bool {
	return slices.ContainsFunc(b.ann.Quantities, func(q nutgraf.Quantity) bool { return q.Span.Overlap(s) > 0 || q.Counted.Overlap(s) > 0 })
}

// window returns the period of a quantity: the one its annotation gives, else a
// period that follows it closely in its clause ("in its first ten days").
func (b *builder) window(q nutgraf.Quantity) int {
	if q.Window >= 0 && q.Window < len(b.times) && b.times[q.Window].Type == nutgraf.DurationType {
		return q.Window
	}
	for i, w := range b.times {
		if w.Type == nutgraf.DurationType && w.Span.Start > q.Span.End && w.Span.Start-q.Span.End < 70 && !strings.ContainsAny(b.doc.Text[q.Span.End:w.Span.Start], ".;:") {
			return i
		}
	}
	return q.Window
}

// record reports whether a superlative is of the kind that can be set or
// broken: "the latest film" tells of no record.
func (f *Finder) record(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		for p := range strings.SplitSeq(w, "-") {
			if f.records[p] {
				return true
			}
		}
	}
	return false
}

func (b *builder) sentence(at nutgraf.Span) nutgraf.Span {
	return b.seg.Sentences[b.seg.SentenceAt(at.Start)].Span
}

// span widens a to hold b where b lies in the same sentence and not far off.
func span(a, b, sent nutgraf.Span) nutgraf.Span {
	if !sent.Contains(b) || b.Start-a.End > 80 || a.Start-b.End > 80 {
		return a
	}
	return nutgraf.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// head returns the key of what a quantity counts: the last content word of the
// counted phrase before any preposition.
func (b *builder) head(q nutgraf.Quantity, clause nutgraf.Span) string {
	if q.Counted.IsZero() || q.Kind == nutgraf.Money {
		switch {
		case q.Kind == nutgraf.Money || q.Kind == nutgraf.Percent:
			return b.measures(q.Span, clause)
		case q.Unit != "":
			return b.f.gist.Key(q.Unit)
		case b.befallen(q.Span, clause):
			return "people"
		}
		return b.before(q.Span, clause)
	}
	head := ""
	for i := b.seg.TokenAt(q.Counted.Start); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < q.Counted.End; i++ {
		w := b.seg.Tokens[i].Span().Of(b.doc.Text)
		if head != "" && (w == "of" || w == "in" || w == "for" || w == "at" || w == "who" || w == "that" || w == "from" || w == "on" || w == "with" || w == "to") {
			break
		}
		if k := b.f.gist.Key(w); k != "" && b.seg.Tokens[i].Kind == nutgraf.Word {
			head = k
		}
	}
	if head == "" || b.f.befall[head] {
		if b.befallen(q.Span, clause) {
			return "people"
		}
	}
	return head
}

// befallen reports whether a bare number counts people by what befell them: "31
// injured", "injured five others".
func (b *builder) befallen(number, clause nutgraf.Span) bool {
	at, end := b.seg.TokenAt(number.Start), b.seg.TokenAt(number.End)
	for i := max(0, at-1); i < min(len(b.seg.Tokens), end+3); i++ {
		t := b.seg.Tokens[i]
		if int(t.Start) >= clause.Start && int(t.End) <= clause.End && t.Kind == nutgraf.Word && b.f.befall[b.f.gist.Key(t.Span().Of(b.doc.Text))] {
			return true
		}
	}
	return false
}

// measures returns the key of what an amount or a share measures, if it stands
// near: "revenue of $90bn", "$25bn in revenue".
func (b *builder) measures(amount, clause nutgraf.Span) string {
	at, end := b.seg.TokenAt(amount.Start), b.seg.TokenAt(amount.End)
	for d := 1; d <= 4; d++ {
		for _, i := range [...]int{at - d, end + d - 1} {
			if i < 0 || i >= len(b.seg.Tokens) || int(b.seg.Tokens[i].Start) < clause.Start || int(b.seg.Tokens[i].End) > clause.End {
				continue
			}
			if k := b.f.gist.Key(b.seg.Tokens[i].Span().Of(b.doc.Text)); b.f.measured[k] {
				return k
			}
		}
	}
	return ""
}

// before returns the key of the content word that stands just before a bare
// number: "a magnitude of 6.1", "put the crowd at 38,000".
func (b *builder) before(number, clause nutgraf.Span) string {
	at := b.seg.TokenAt(number.Start)
	for i := at - 1; i >= max(0, at-3) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		t := b.seg.Tokens[i]
		if t.Kind != nutgraf.Word || t.Upper {
			if t.Kind != nutgraf.Word {
				return ""
			}
			continue
		}
		if k := b.f.gist.Key(t.Span().Of(b.doc.Text)); k != "" {
			return k
		}
	}
	return ""
}

// beside returns the other numbers of a quantity's sentence.
func (b *builder) beside(i int) []float64 {
	sent := b.sentence(b.ann.Quantities[i].Span)
	var out []float64
	for j, q := range b.ann.Quantities {
		if j != i && q.Known && sent.Contains(q.Span) {
			out = append(out, q.Value)
		}
	}
	return out
}

// date makes the frame of a date that something happened on: a day, or a
// weekday that no anchor resolves.
func (b *builder) date(i int) (nutgraf.Frame, bool) {
	w := b.times[i]
	if w.Type != nutgraf.DateType && w.Type != nutgraf.TimeType || b.reporting(w.Span) {
		return nutgraf.Frame{}, false
	}
	words := w.Span.Of(b.doc.Text)
	if w.Type == nutgraf.TimeType && !namesDay(words) || strings.Contains(words, "week") {
		return nutgraf.Frame{}, false
	}
	if !(w.Resolved && w.To == w.From && dayValue(w.Value)) && !weekday(w.Form) {
		return nutgraf.Frame{}, false
	}
	fr, ok := b.frame(nutgraf.ClaimDate, w.Span)
	if !ok {
		return fr, false
	}
	fr.When = i
	fr.Status = nutgraf.Achieved
	fr.Head = b.doing(w.Span, fr.Clause.Span)
	if w.Resolved {
		fr.From, fr.To = w.From, w.To
	}
	return fr, true
}

// doing returns the key of the word that a day belongs to: the content word just
// before it, or, where it opens its clause, the first in -ed after it.
func (b *builder) doing(day, clause nutgraf.Span) string {
	at := b.seg.TokenAt(day.Start)
	for i := at - 1; i >= max(0, at-7) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		t := b.seg.Tokens[i]
		if w := t.Span().Of(b.doc.Text); t.Kind == nutgraf.Word && !t.Upper && b.verbal(w) {
			return b.f.gist.Key(w)
		}
	}
	for i := b.seg.TokenAt(day.End); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < clause.End; i++ {
		t := b.seg.Tokens[i]
		if w := t.Span().Of(b.doc.Text); t.Kind == nutgraf.Word && !t.Upper && b.verbal(w) {
			return b.f.gist.Key(w)
		}
	}
	return ""
}

// verbal reports whether a word is most likely a verb with content.
func (b *builder) verbal(w string) bool {
	return (b.f.verbs[w] || len(w) > 4 && strings.HasSuffix(w, "ed")) && b.f.gist.Key(w) != ""
}

// dated reports whether a number lies in a time expression.
func (b *builder) dated(s nutgraf.Span) bool {
	return slices.ContainsFunc(b.times, func(w nutgraf.When) bool { return w.Span.Overlap(s) > 0 })
}

// namesDay reports whether a time names its day by more than its hour: only
// then is the day the report's own.
func namesDay(s string) bool {
	s = strings.ToLower(s)
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.Contains(s, strings.ToLower(d.String())) {
			return true
		}
	}
	return false
}

// reporting reports whether a date tells when something was said rather than
// when it happened ("the club said Monday"), or belongs to a thing ("Monday's
// figure").
func (b *builder) reporting(s nutgraf.Span) bool {
	at := b.seg.TokenAt(s.Start)
	next := b.seg.TokenAt(s.End)
	if next < len(b.seg.Tokens) && int(b.seg.Tokens[next].Start) == s.End {
		if w := b.seg.Tokens[next].Span().Of(b.doc.Text); w == "'s" || w == "’s" {
			return true
		}
	}
	for i := at - 1; i >= max(0, at-2); i-- {
		w := strings.ToLower(b.seg.Tokens[i].Span().Of(b.doc.Text))
		if w == "on" {
			continue
		}
		return b.f.saying[w]
	}
	return false
}

// dayValue reports whether a TIMEX3 value names a day of the calendar, not a
// week, a month or a bare "now".
func dayValue(v string) bool {
	_, err := nutgraf.ParseDay(v)
	return err == nil
}

// weekday reports whether an unresolved form names a day of the week.
func weekday(form string) bool {
	return len(form) >= 10 && form[:8] == "XXXX-WXX" && form[8] == '-'
}

func without(keys []string, key string) []string {
	if i := slices.Index(keys, key); i >= 0 {
		return slices.Delete(slices.Clone(keys), i, i+1)
	}
	return keys
}
