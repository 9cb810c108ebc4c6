package conflict

import (
	"slices"
	"strconv"
	"strings"

	"nutgraf"
	"nutgraf/internal/lang"
)

// hour is the time of day at which a report says that something was done.
type hour struct {
	passage
	doing     int // index of the doing
	sentence  int
	at        int // minute of the day
	low, high int // as far as its words leave it open
	zone      string
	day       string // of the week, or of the calendar; empty where it is not told
	terms     []string
	who       []int
	part      bool // a part of the day is told
	opens     bool // its report opens with the doing
}

func hoursOf(pack *lang.Pack) doingTable { return doingsOf(pack, "hour_doings", "hour_words") }

const (
	hourBack    = 10  // words from a doing to its hour at the most
	hourAhead   = 14  // and from an hour that opens its sentence to what was done
	hourAnd     = 4   // words behind an "and" that follows an hour, among which what was done then begins
	hourOpens   = 5   // words before such an hour at the most
	hourZones   = 25  // minutes by which two clocks whose zones may differ can be off and are one
	hourSlack   = 20  // minutes that "about" leaves open of a round hour
	hourRound   = 5   // and a round hour by itself
	hourShort   = 30  // how long "shortly after" is
	hourAfter   = 60  // and "after"
	hourNear    = 240 // minutes that two hours of one doing are off at the most
	hourApart   = 5   // and at the least
	hourSides   = 4
	hourLead    = 5 // words before an hour that leave it open
	hourHead    = 3 // sentences that open a report
	minutesADay = 24 * 60
)

// hours finds one doing to which reports give different hours of the day. Where their
// words cannot mean one hour it is a difference; else it stands in a row only.
func (f *Finder) hours(s Story) []nutgraf.Conflict {
	if s.Told == nil || len(s.Members) < 2 {
		return nil
	}
	all := make([][]hour, len(f.hourTable.doings))
	for i := range s.Members {
		for _, h := range f.hoursIn(s, i) {
			all[h.doing] = append(all[h.doing], h)
		}
	}
	var out []nutgraf.Conflict
	for d, of := range all {
		if c, ok := f.hourConflict(s, f.hourTable.doings[d], of); ok {
			out = append(out, c)
		}
	}
	return out
}

// hourConflict lays the hours side by side that reports give for one doing.
func (f *Finder) hourConflict(s Story, d doingRow, all []hour) (nutgraf.Conflict, bool) {
	// differs reports whether a report gives another hour for what h is of.
	differs := func(h hour) bool {
		return slices.ContainsFunc(all, func(b hour) bool { return h.member != b.member && unlike(h, b) && f.oneHour(s, d, h, b) })
	}
	twice := func(h hour) bool {
		return slices.ContainsFunc(all, func(b hour) bool {
			return h.member == b.member && h.zone == b.zone && unlike(h, b)
		})
	}
	all = slices.DeleteFunc(slices.Clone(all), twice)
	var sides [][]hour
	for _, h := range all {
		if !differs(h) {
			continue
		}
		i := slices.IndexFunc(sides, func(x []hour) bool { return !unlike(x[0], h) && x[0].zone == h.zone && x[0].part == h.part })
		if i < 0 {
			sides = append(sides, nil)
			i = len(sides) - 1
		}
		sides[i] = append(sides[i], h)
	}
	if len(sides) < 2 || len(sides) > hourSides {
		return nutgraf.Conflict{}, false
	}
	c := nutgraf.Conflict{Kind: nutgraf.ConflictWindow, Severity: nutgraf.Soft, Relation: nutgraf.Drift, Why: "The reports give different hours, which may be one as their words go."}
	for i, a := range sides {
		for _, b := range sides[:i] {
			if oneClock(a[0], b[0]) && openOff(a[0], b[0]) > partApart(a[0], b[0]) {
				c.Severity, c.Relation, c.Why = nutgraf.Medium, nutgraf.Conflicting, "The reports give different hours."
			}
		}
	}
	for _, x := range sides {
		var side nutgraf.Side
		for _, h := range x {
			addPassage(s, &side, h.passage)
		}
		c.Sides = append(c.Sides, side)
	}
	c.Matter = blanked(sides[0][0].cite, sides[0][0].span, "what hour")
	c.Rule = nutgraf.Evidence{Rule: "conflict.hour", Text: c.Why}
	return c, true
}

// oneClock reports whether two hours are told by one clock, as far as it is known.
func oneClock(a, b hour) bool {
	return a.zone == b.zone || hourOff(a, b) <= hourZones
}

// unlike reports whether two times of day are told as different ones: two hours that are
// not the same, or a part of the day in which the other does not lie.
func unlike(a, b hour) bool {
	if a.part || b.part {
		return openOff(a, b) > 0
	}
	return hourOff(a, b) >= hourApart
}

// partApart is how many minutes must lie between two times of day that cannot be one.
func partApart(a, b hour) int {
	if a.part || b.part {
		return hourAfter
	}
	return 0
}

// hourOff is how many minutes two hours are off, around the clock.
func hourOff(a, b hour) int {
	d := max(a.at-b.at, b.at-a.at)
	return min(d, minutesADay-d)
}

// openOff is how many minutes lie between two times of day as far as their words leave
// them open, around the clock; below one they can be one.
func openOff(a, b hour) int {
	least := minutesADay
	for _, turn := range [...]int{-minutesADay, 0, minutesADay} {
		least = min(least, max(a.low+turn-b.high, b.low-a.high-turn))
	}
	return least
}

// oneHour reports whether two hours are of one doing: told with words in common, of one
// day, and not too far off.
func (f *Finder) oneHour(s Story, d doingRow, a, b hour) bool {
	if a.day != "" && b.day != "" && a.day != b.day || !oneClock(a, b) || hourOff(a, b) > hourNear && !a.part && !b.part {
		return false
	}
	if elsewhere(s, a.who, b.who, nutgraf.Place) {
		return false
	}
	return f.weighty(a.terms, b.terms) > d.shared || a.opens && b.opens && (d.shared == 0 || d.shared == 1 && shares(a.terms, b.terms) > 0)
}

// hoursIn lists the hours at which a report's body says that something was done.
func (f *Finder) hoursIn(s Story, member int) []hour {
	m := s.Members[member]
	var out []hour
	for _, w := range s.Times[member] {
		if w.Type != nutgraf.TimeType {
			continue
		}
		at, zone, ok := clockOf(w.Form)
		k := m.Seg.SentenceAt(w.Span.Start)
		if !ok && w.Form[max(0, len(w.Form)-3):][0] != 'T' || k < 0 || !body(m.Doc, m.Seg.Sentences[k]) {
			continue
		}
		sent := m.Seg.Sentences[k]
		words := s.lower(member, sent)
		first, last := m.Seg.TokenAt(w.Span.Start)-sent.First, m.Seg.TokenAt(w.Span.End)-sent.First
		h := hour{at: at, zone: zone, sentence: k, passage: passage{member, w.Span, m.Doc.Cite(sent.Span)}}
		from, ok := f.hourTable.leaves(&h, words, first, w.Mod == "APPROX")
		if !ok {
			continue
		}
		mod := w.Mod
		if first > 1 && words[first-1] == "on" && (words[first-2] == "late" || words[first-2] == "early") {
			mod = map[string]string{"late": "END", "early": "START"}[words[first-2]] // "late on Tuesday night"
			first -= 2
		}
		if low, high, part := partOf(w.Form, mod); part {
			h.part, h.low, h.high, from = true, low, high, first
		}
		before := words
		if k > 0 {
			before = slices.Concat(words, s.lower(member, m.Seg.Sentences[k-1]))
		}
		opens := hourOpens
		if h.part {
			opens = 1
		}
		doing, ok := f.hourTable.doneAt(f, words, before, first, last, opens)
		if !ok {
			continue
		}
		h.doing, h.span.Start = doing, int(m.Seg.Tokens[sent.First+from].Start)
		h.day = dayNamed(s.Times[member], sent.Span, w)
		h.terms = s.Told.Plain(member, sent.Span, w.Span)
		h.opens = f.hourTable.opens(s, member, doing)
		h.who = named(s, member, sent.Span)
		out = append(out, h)
	}
	return out
}

// partOf gives the minutes of the day within which a part of it lies.
func partOf(form, mod string) (low, high int, ok bool) {
	_, t, _ := strings.Cut(form, "T")
	parts := map[string][6]int{ // from and to, of its first part, of its last
		"MO": {4 * 60, 12 * 60, 0, 8 * 60, 10 * 60, 12 * 60}, "AF": {12 * 60, 18 * 60, 12 * 60, 15 * 60, 15 * 60, 18 * 60},
		"EV": {17 * 60, 22 * 60, 17 * 60, 20 * 60, 20 * 60, 24 * 60}, "NI": {19 * 60, 29 * 60, 19 * 60, 22 * 60, 22*60 + 30, 29 * 60},
	}
	p, ok := parts[t]
	switch mod {
	case "START":
		return p[2], p[3], ok
	case "END":
		return p[4], p[5], ok
	}
	return p[0], p[1], ok
}

// clockOf reads the time of day of a form, and the zone that it names.
func clockOf(form string) (minute int, zone string, ok bool) {
	_, t, found := strings.Cut(form, "T")
	if !found || !clock(t) {
		return 0, "", false
	}
	h, _ := strconv.Atoi(t[:2])
	mi, err := strconv.Atoi(t[3:5])
	return (h*60 + mi) % minutesADay, t[5:], err == nil
}

// leaves sets how far the words before an hour leave it open, and returns the first of
// them; ok is false where they make it the end or the beginning of something.
func (t doingTable) leaves(h *hour, words []string, first int, about bool) (from int, ok bool) {
	from = first
	side, short := "", false
walk:
	for i := first - 1; i >= max(0, first-hourLead); i-- {
		switch class := t.words[words[i]]; {
		case class == "on":
			continue
		case class == "about":
			about = true
		case class == "before" || class == "after":
			side = class
		case class == "short" && side != "":
			short = true
		case class == "bound":
			return 0, false
		default:
			break walk
		}
		from = i
	}
	h.low, h.high = h.at, h.at
	slack := 0
	switch round := h.at%30 == 0; {
	case about && round:
		slack = hourSlack
	case about:
		slack = hourSlack / 2
	case round:
		slack = hourRound
	}
	h.low, h.high = h.low-slack, h.high+slack
	most := hourAfter
	if short {
		most = hourShort
	}
	switch side {
	case "before":
		h.low = h.at - most
	case "after":
		h.high = h.at + most
	}
	return from, true
}

// doneAt finds the doing that an hour is of: the last told before it, with no other verb
// between, or the first behind an hour that opens its sentence.
func (t doingTable) doneAt(f *Finder, words, told []string, first, last, opens int) (doing int, ok bool) {
	for i := first - 1; i >= max(0, first-hourBack); i-- {
		if d, end, ok := t.tells(words, told, i); ok && end <= first {
			return d, true
		}
		if words[i] == ";" || f.past[words[i]] && t.words[words[i]] != "happens" && !t.within(words, told, i) {
			break
		}
	}
	if last+1 < len(words) && words[last] == "and" {
		for i := last + 1; i < min(len(words), last+hourAnd); i++ {
			if d, _, ok := t.tells(words, told, i); ok {
				return d, true
			}
		}
	}
	if first > opens {
		return 0, false
	}
	for i := last; i < min(len(words), last+hourAhead); i++ {
		if d, _, ok := t.tells(words, told, i); ok {
			return d, true
		}
		if words[i] == ";" || f.past[words[i]] {
			break
		}
	}
	return 0, false
}

// dayNamed returns the day that a time is of: its own, or that of the other time of its
// sentence that names one.
func dayNamed(times []nutgraf.When, sent nutgraf.Span, w nutgraf.When) string {
	own := func(w nutgraf.When) string {
		switch {
		case w.Resolved && w.From == w.To && w.From != nutgraf.NoDay:
			return w.From.String()
		case namesWeekday(w.Form) && len(w.Form) > len("XXXX-WXX-"):
			return w.Form[len("XXXX-WXX-") : len("XXXX-WXX-")+1]
		}
		return ""
	}
	if d := own(w); d != "" {
		return d
	}
	out := ""
	for _, x := range times {
		if d := own(x); sent.Contains(x.Span) && d != "" {
			if out != "" && out != d {
				return ""
			}
			out = d
		}
	}
	return out
}
