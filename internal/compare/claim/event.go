package claim

import (
	"slices"
	"strings"
	"time"

	"nutgraf"
)

// How alike the words of two days must be to tell of one event, and how many
// days apart they can be.
const (
	nearDay   = .35 // one doing, a name and two words, two names, or three words and no name
	datedDay  = .5  // both give day and month, and neither report speaks of the other's day
	surelyDay = 1
	daysOff   = 10
	wideDay   = 7  // words that the sentences of two days have in common, whomever they name
	wideAlike = .6 // and the share of the shorter's weight that these are
)

// sameEvent reports whether two days are told of one event: one doing of one
// person or body, of which neither report tells on the other's day, and no
// other day of the one report is nearer to the other's.
func (f *Finder) sameEvent(x, y *nutgraf.Frame, s float64, w weights, in *bucketed) bool {
	if x.From == nutgraf.NoDay || y.From == nutgraf.NoDay {
		return f.openingEvent(x, y, w, in)
	}
	if x.From-y.From > daysOff || y.From-x.From > daysOff {
		return false
	}
	for _, t := range [...]nutgraf.EntityType{nutgraf.Person, nutgraf.Organization, nutgraf.Place} {
		if parted(in.types, x.Named, y.Named, t) {
			return false
		}
	}
	if unseen(x, y) || unseen(y, x) || longAgo(x) || longAgo(y) || overnight(x, y) || overnight(y, x) {
		return false
	}
	one := x.Head != "" && x.Head == y.Head && s >= nearDay && (muchAlike(x, y, w) || in.actors(x, y, f.befall[x.Head]) >= 1 && sharedKeys(x.Terms, y.Terms) >= 2 || in.actors(x, y, true) >= 2 || len(x.Named)+len(y.Named) == 0 && sharedKeys(x.Terms, y.Terms) >= 3)
	dated := inFigures(x) && inFigures(y) && s >= datedDay && sharedKeys(x.Near, y.Near) >= 2 && !in.speaksOf(x.Member, y.From) && !in.speaksOf(y.Member, x.From)
	if !one && !dated && (s < surelyDay || sharedKeys(x.Terms, y.Terms) < 2 || x.Head == "" || x.Head != y.Head) {
		return false
	}
	return !in.tells(x.Member, y, s, w) && !in.tells(y.Member, x, s, w) && !in.nearerDay(x, y, s, w) && !in.nearerDay(y, x, s, w)
}

// muchAlike reports whether the sentences of two days tell much the same: three words beside
// them and most of the rest, though one of the clauses names nobody.
func muchAlike(x, y *nutgraf.Frame, w weights) bool {
	return sharedKeys(x.Terms, y.Terms) >= 3 && sharedKeys(x.Wide, y.Wide) >= wideDay && w.overlap(x.Wide, y.Wide) >= wideAlike
}

// actors counts the story entities that two clauses name, places among them or not.
func (in *bucketed) actors(x, y *nutgraf.Frame, unplaced bool) int {
	n := 0
	for _, e := range x.Named {
		if slices.Contains(y.Named, e) && !(unplaced && in.types[e] == nutgraf.Place) {
			n++
		}
	}
	return n
}

// unseen reports whether x's day lies after the day of y's report: what that one
// tells as done is something else.
func unseen(x, y *nutgraf.Frame) bool {
	return y.Told != nutgraf.NoDay && x.From > y.Told && y.From <= y.Told
}

// openingEvent reports whether a date and a weekday, or two weekdays, that reports
// without a day of their own open with are told of one event and cannot be one day: "on
// Christmas Eve", which was a Wednesday, beside "on Tuesday".
func (f *Finder) openingEvent(x, y *nutgraf.Frame, w weights, in *bucketed) bool {
	if x.From == nutgraf.NoDay {
		x, y = y, x
	}
	day, ok := dayOfWeek(y)
	first, known := dayOfWeek(x) // of two weekdays that nothing resolves neither is a date
	if x.From != nutgraf.NoDay {
		first, known = x.From.Weekday(), true
	} else if x.Head == "" || x.Head != y.Head || f.peculiar(x.Terms, y.Terms) == 0 {
		return false
	}
	if !ok || !known || first == day || x.Told != nutgraf.NoDay || y.Told != nutgraf.NoDay || x.Sentence >= opening || y.Sentence >= opening {
		return false
	}
	for _, t := range [...]nutgraf.EntityType{nutgraf.Person, nutgraf.Organization, nutgraf.Place} {
		if parted(in.types, x.Named, y.Named, t) {
			return false
		}
	}
	other := func(g nutgraf.Frame) bool { // of the other report's day
		d, ok := dayOfWeek(&g)
		return ok && (d == first || d == day) || g.From != nutgraf.NoDay && (g.From.Weekday() == first || g.From.Weekday() == day)
	}
	return sharedInts(x.Named, y.Named) >= 1 && sharedKeys(x.Terms, y.Terms) >= 2 && w.overlap(x.Wide, y.Wide) >= openingAlike &&
		!slices.ContainsFunc(in.byMember[y.Member], func(g *nutgraf.Frame) bool { return g.Focus != y.Focus && other(*g) }) &&
		!slices.ContainsFunc(in.byMember[x.Member], func(g *nutgraf.Frame) bool { return g.Focus != x.Focus && other(*g) })
}

const (
	opening      = 2  // sentences with which a report opens
	openingAlike = .2 // share of the words of two of them that tell of one event
)

// dayOfWeek returns the day of the week that a frame's words name.
func dayOfWeek(x *nutgraf.Frame) (time.Weekday, bool) {
	words := strings.ToLower(focusText(x))
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.Contains(words, strings.ToLower(d.String())) {
			return d, true
		}
	}
	return 0, false
}

// longAgo reports whether a weekday lies so many days before its report's own that it
// may as well be the next one: pages give the day of an earlier edition too.
func longAgo(x *nutgraf.Frame) bool {
	return x.Told != nutgraf.NoDay && x.Told-x.From >= weekdayOld && !inFigures(x)
}

// weekdayOld is how many days back a bare weekday can lie and be sure.
const weekdayOld = 5

// overnight reports whether x is the night before y's early hours: one night.
func overnight(x, y *nutgraf.Frame) bool {
	late, early := strings.ToLower(focusText(x)), strings.ToLower(focusText(y))
	return x.From+1 == y.From && (strings.Contains(late, "late") || strings.Contains(late, "night") || strings.Contains(late, "evening")) &&
		(strings.Contains(early, "early") || strings.Contains(early, "morning"))
}

// inFigures reports whether a day is told by its date rather than as a weekday,
// which its report's own day resolves.
func inFigures(x *nutgraf.Frame) bool { return strings.ContainsAny(focusText(x), "0123456789") }

// speaksOf reports whether a report dates anything on a day.
func (in *bucketed) speaksOf(member int, day nutgraf.Day) bool {
	return slices.ContainsFunc(in.byMember[member], func(g *nutgraf.Frame) bool { return g.From == day })
}

// tells reports whether a report tells of a day's doing on that very day, or of
// much the same.
func (in *bucketed) tells(member int, y *nutgraf.Frame, s float64, w weights) bool {
	return slices.ContainsFunc(in.byMember[member], func(g *nutgraf.Frame) bool {
		return g.From == y.From && (g.Head != "" && g.Head == y.Head || w.beside(g, y) > .5*s)
	})
}

// nearerDay reports whether y's report has another day whose words are nearer to
// x's.
func (in *bucketed) nearerDay(x, y *nutgraf.Frame, s float64, w weights) bool {
	return slices.ContainsFunc(in.byMember[y.Member], func(g *nutgraf.Frame) bool {
		return g.Focus != y.Focus && (x.Head == "" || g.Head == x.Head) && !same(g, y) && w.beside(x, g) > s
	})
}
