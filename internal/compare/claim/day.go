package claim

import (
	"slices"
	"strings"
	"time"

	"nutgraf"
)

// date makes the frame of a date that something happened on: a day, or a
// weekday that no anchor resolves.
func (b *builder) date(i int) (nutgraf.Frame, bool) {
	w := b.times[i]
	if w.Type != nutgraf.DateType && w.Type != nutgraf.TimeType || b.reporting(w.Span) {
		return nutgraf.Frame{}, false
	}
	words := w.Span.Of(b.doc.Text)
	if !namesDay(words) && !b.holiday(w) && (w.Type == nutgraf.TimeType || !strings.ContainsAny(words, "0123456789")) || strings.Contains(words, "week") {
		return nutgraf.Frame{}, false
	}
	if !(w.Resolved && w.To == w.From && dayValue(w.Value)) && !weekday(w.Form) {
		return nutgraf.Frame{}, false
	}
	if b.qualifies(w.Span) {
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

// holiday reports whether a time is a day that a feast names, on which something was
// done: "on Christmas Eve", not "a merry Christmas".
func (b *builder) holiday(w nutgraf.When) bool {
	return len(w.Form) == len("XXXX-12-24") && strings.HasPrefix(w.Form, "XXXX-") && w.Form[5] <= '9' && strings.HasSuffix(b.doc.Text[:w.Span.Start], " on ")
}

// qualifies reports whether a weekday stands before the thing that it names
// rather than dates what was done: "a Saturday editorial", "his Sunday rallies".
func (b *builder) qualifies(s nutgraf.Span) bool {
	at, next := b.seg.TokenAt(s.Start), b.seg.TokenAt(s.End)
	if at == 0 || next >= len(b.seg.Tokens) || strings.ContainsAny(s.Of(b.doc.Text), "0123456789") {
		return false
	}
	prev, after := b.seg.Tokens[at-1], b.seg.Tokens[next]
	switch w := strings.ToLower(prev.Span().Of(b.doc.Text)); w {
	case "a", "an", "the", "his", "her", "their", "its", "'s", "’s", "first", "final", "last":
		return after.Kind == nutgraf.Word && !after.Upper
	}
	return false
}

// doing returns the key of the word that a day belongs to: what happens, right before
// it ("the raid last Friday that killed two"), the verb before it, or, where it opens
// its clause, the first after it. A day behind a verb of saying dates the saying.
func (b *builder) doing(day, clause nutgraf.Span) string {
	at := b.seg.TokenAt(day.Start)
	if i := b.beforeDay(at); i >= 0 && int(b.seg.Tokens[i].Start) >= clause.Start {
		if w := b.seg.Tokens[i].Span().Of(b.doc.Text); b.f.happenings[w] {
			return b.index.Key(w)
		}
	}
	for i := at - 1; i >= max(0, at-7) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		if key, ok := b.does(i); ok {
			return key
		}
	}
	for i := b.seg.TokenAt(day.End); i < len(b.seg.Tokens) && int(b.seg.Tokens[i].Start) < clause.End; i++ {
		if key, ok := b.does(i); ok {
			return key
		}
	}
	return ""
}

// does reports whether the word at a token says what was done, or that something was
// said; key is that of what was done.
func (b *builder) does(i int) (key string, ok bool) {
	t := b.seg.Tokens[i]
	w := t.Span().Of(b.doc.Text)
	switch {
	case t.Kind != nutgraf.Word || t.Upper:
		return "", false
	case b.f.saying[w]:
		return "", true
	case b.verbal(w):
		return b.index.Key(w), true
	}
	return "", false
}

// beforeDay returns the token of the word before a day that starts at a token, past the
// words that lead to a day: "on", "late", "last"; -1 when there is none.
func (b *builder) beforeDay(at int) int {
	for i := at - 1; i >= max(0, at-3); i-- {
		switch b.seg.Tokens[i].Span().Of(b.doc.Text) {
		case "on", "last", "early", "late", "this":
			continue
		}
		return i
	}
	return -1
}

// reach is how many tokens a verb can stand from its focus.
const reach = 8

// governs returns the token of the verb nearest to a focus within its clause, one
// before it first; -1 when there is none.
func (b *builder) governs(focus, clause nutgraf.Span) int {
	is := func(i int) bool {
		t := b.seg.Tokens[i]
		return t.Kind == nutgraf.Word && !t.Upper && b.verbal(t.Span().Of(b.doc.Text))
	}
	at, end := b.seg.TokenAt(focus.Start), b.seg.TokenAt(focus.End)
	for i := at - 1; i >= max(0, at-reach) && int(b.seg.Tokens[i].Start) >= clause.Start; i-- {
		if is(i) {
			return i
		}
	}
	for i := end; i < min(len(b.seg.Tokens), end+reach) && int(b.seg.Tokens[i].End) <= clause.End; i++ {
		if is(i) {
			return i
		}
	}
	return -1
}

// verbal reports whether a word is most likely a verb that tells what was done,
// not what was said or foreseen.
func (b *builder) verbal(w string) bool {
	if b.f.saying[w] || b.f.foreseen[w] || strings.HasPrefix(w, "un") && strings.HasSuffix(w, "ed") {
		return false // "undocumented" tells no doing
	}
	return (b.f.verbs[w] || b.f.past[w] || len(w) > 4 && strings.HasSuffix(w, "ed")) && b.index.Key(w) != ""
}

// dated reports whether a number lies in a time expression, or stands right
// after a month: the name of a day ("the Sept. 11 attacks") is no count.
func (b *builder) dated(s nutgraf.Span) bool {
	if at := b.seg.TokenAt(s.Start); at > 0 {
		prev := b.seg.Tokens[at-1]
		if at > 1 && prev.Span().Of(b.doc.Text) == "." {
			prev = b.seg.Tokens[at-2]
		}
		if month(strings.TrimSuffix(prev.Span().Of(b.doc.Text), ".")) {
			return true
		}
	}
	return slices.ContainsFunc(b.times, func(w nutgraf.When) bool { return w.Span.Overlap(s) > 0 })
}

// namesDay reports whether a time names its day by more than its hour: only
// then is the day the report's own.
func namesDay(s string) bool {
	s = strings.ToLower(s)
	for _, d := range [...]string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"} {
		if strings.Contains(s, d) {
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
	for i := at - 1; i >= max(0, at-4); i-- {
		t := b.seg.Tokens[i]
		w := strings.ToLower(t.Span().Of(b.doc.Text))
		switch {
		case b.f.saying[w]:
			return true
		case t.Upper || w == "on" || w == "the":
			continue // "told Channel 6 on Monday"
		}
		return false
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

// month reports whether a word is a month's name or its abbreviation.
func month(w string) bool {
	for m := time.January; m <= time.December; m++ {
		if name := m.String(); w == name || w == name[:3] || w == "Sept" {
			return true
		}
	}
	return false
}
